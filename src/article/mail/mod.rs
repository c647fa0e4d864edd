//! Mails and threads of them: headers, a body, quoted replies.
//!
//! One would get wrong that a reply tells what it quotes: it was told once, above.

mod archive;
mod decoding;

use std::ops::Range;

use super::block::{self, BlockKind};
use super::draft::{Draft, Stretch};

/// Lays a mail or a thread out; its text stays as it is, unless it travelled encoded. Headers are front matter, the
/// first subject is the title.
pub fn draft(text: String) -> Draft {
    let (text, notices) = decoding::decode(text);
    let mut stretches: Vec<Stretch> = Vec::new();
    // The page's title is the thread's.
    let mut body_from = titled(&text).map_or(0, |title| {
        stretches.push(Stretch {
            kind: BlockKind::Heading(1),
            bytes: title.clone(),
            indent: 0,
            after_gap: false,
        });
        title.end
    });
    let mut at = body_from;
    let mut fresh = true;
    while at < text.len() {
        let rest = &text[at..];
        let line_end = rest.find('\n').map_or(rest.len(), |n| n + 1);
        if fresh && let Some(length) = headers(rest) {
            body(&text, body_from..at, &mut stretches);
            header_lines(&text, at..at + length, &mut stretches);
            at += length;
            body_from = at;
            continue;
        }
        if let Some(head) = archive::head(rest).filter(|_| fresh) {
            body(&text, body_from..at, &mut stretches);
            archived_head(&head, at, &mut stretches);
            at += head.length;
            body_from = at;
            continue;
        }
        fresh = parts_messages(rest[..line_end].trim());
        at += line_end;
    }
    body(&text, body_from..text.len(), &mut stretches);
    Draft {
        text,
        stretches,
        speakers: Vec::new(),
        furniture: Vec::new(),
        notices,
    }
}

/// Whether a line parts one message from the next: an empty one, or the rule of a digest (RFC 1153).
fn parts_messages(line: &str) -> bool {
    const SHORTEST: usize = 10;
    let rule = line.len() >= SHORTEST && line.bytes().all(|byte| matches!(byte, b'-' | b'_' | b'='));
    line.is_empty() || rule
}

fn body(text: &str, bytes: Range<usize>, out: &mut Vec<Stretch>) {
    let blocks = archive::without_attachments(&text[bytes.clone()], block::stretches(&text[bytes.clone()]));
    out.extend(blocks.into_iter().map(|s| Stretch {
        bytes: s.bytes.start + bytes.start..s.bytes.end + bytes.start,
        ..s
    }));
}

/// The head of a message in an archive, which stands at `at`, as headers.
fn archived_head(head: &archive::Head, at: usize, out: &mut Vec<Stretch>) {
    let titled = out.iter().any(|s| s.kind == BlockKind::Heading(1));
    let subject = head.subject.iter().map(|bytes| (!titled, bytes));
    for (title, bytes) in subject.chain(head.fields.iter().map(|bytes| (false, bytes))) {
        out.push(Stretch {
            kind: if title {
                BlockKind::Heading(1)
            } else {
                BlockKind::FrontMatter
            },
            bytes: bytes.start + at..bytes.end + at,
            indent: 0,
            after_gap: false,
        });
    }
}

fn header_lines(text: &str, bytes: Range<usize>, out: &mut Vec<Stretch>) {
    let mut start = bytes.start;
    for line in text[bytes].split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let titled = out.iter().any(|s| s.kind == BlockKind::Heading(1));
        let subject = line.get(..8).filter(|key| key.eq_ignore_ascii_case("subject:"));
        let (kind, from) = match subject {
            Some(key) if !titled => (BlockKind::Heading(1), start + key.len()),
            _ => (BlockKind::FrontMatter, start),
        };
        if from < end {
            out.push(Stretch {
                kind,
                bytes: from..end,
                indent: 0,
                after_gap: false,
            });
        }
        start += line.len();
    }
}

/// Bytes of the headers that a text opens with, an empty line behind them not counted.
fn headers(text: &str) -> Option<usize> {
    let (mut named, mut dated, mut length) = (0, false, 0);
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let shown = line.trim_end();
        let goes_on = at > 0 && line.starts_with([' ', '\t']) && !shown.is_empty();
        // "From ann at pumps.example  Mon Oct  4 18:02:11 2021", as the archives of mailing lists hide it.
        let envelope = at == 0 && line.starts_with("From ") && (line.contains('@') || line.contains(" at "));
        if !goes_on && !envelope {
            let Some((key, _)) = shown.split_once(':').filter(|(key, _)| is_header_name(key)) else {
                break;
            };
            named += usize::from(is_mail_header(key));
            dated |= key.eq_ignore_ascii_case("date") || key.eq_ignore_ascii_case("sent");
        }
        length += line.len();
    }
    (dated && named >= 2).then_some(length)
}

/// Whether a text opens with a mail's headers, or with a message of an archive; the title of the page may stand above.
pub fn is_mail(text: &str) -> bool {
    let opens = text.trim_start();
    let subject_above = || titled(text).is_some() || below_subject(opens).and_then(headers).is_some();
    headers(opens).is_some() || archive::head(opens).is_some() || subject_above()
}

/// "[harbour] Pumps?" above the first mail of a thread, with at most a line of links below it: the bytes of the title.
fn titled(text: &str) -> Option<Range<usize>> {
    const MOST_LINES: usize = 2;
    const LONGEST: usize = 120;
    let start = text.len() - text.trim_start().len();
    let mut at = start;
    let mut lines = Vec::new();
    for line in text[start..].split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim_end());
    }
    let title = lines.first().filter(|_| lines.len() <= MOST_LINES)?;
    let sentence = title.ends_with('.') || lines.iter().any(|line| line.len() > LONGEST);
    let mail = text[at..].trim_start();
    let from = mail.get(..4).is_some_and(|key| key.eq_ignore_ascii_case("from"));
    let plain = headers(&text[start..]).is_none() && archive::head(&text[start..]).is_none();
    (from && plain && !sentence && headers(mail).is_some()).then(|| start..start + title.len())
}

/// What stands below "[ops] Re: pumps down?", the subject that a list shows above its mail.
fn below_subject(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    let of_list = line.starts_with('[') && line.contains("] ");
    let answers = ["Re: ", "RE: ", "Fwd: ", "FW: "].iter().any(|mark| line.contains(mark));
    (of_list || answers).then(|| rest.trim_start())
}

/// Headers that only mails have.
fn is_mail_header(key: &str) -> bool {
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "sent",
        "message-id",
        "in-reply-to",
        "references",
        "reply-to",
        "received",
        "return-path",
        "list-id",
        "mime-version",
        "content-type",
    ]
    .iter()
    .any(|name| key.eq_ignore_ascii_case(name))
}

fn is_header_name(key: &str) -> bool {
    !key.is_empty() && key.len() <= 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_make_a_mail() {
        assert!(is_mail(
            "From: a@x.example\nDate: Mon, 4 Oct 2021 18:02:11 -0400\nSubject: down?\n\nIs it?"
        ));
        assert!(is_mail(
            "From ann at x.example  Mon Oct  4 18:02:11 2021\nFrom: ann at x.example (Ann)\nDate: Mon, 4 Oct 2021 18:02:11 -0400\n\nIs it?"
        ));
        assert!(is_mail(
            "[ops] Re: down?\n\nFrom: Ann\nDate: Mon, 4 Oct 2021 18:02:11 -0400\n\nIt is."
        ));
        assert!(!is_mail("[ops] down?\n\nFrom: Ann\n\nIt is."));
        assert!(!is_mail("Date: 4 October 2021\nAuthor: A\n\nIt was down."));
    }

    #[test]
    fn a_title_may_stand_above_a_thread() {
        let thread = |above: &str| format!("{above}\n\nFrom: Ann\nDate: Mon, 4 Oct 2021 18:02:11 -0400\n\nIs it?");
        let titled = thread("[harbour] Pumps?\nMessages sorted by: [ date ] [ thread ]");
        assert!(is_mail(&titled));
        let first = draft(titled).stretches.into_iter().next();
        assert_eq!(first.map(|s| (s.kind, s.bytes)), Some((BlockKind::Heading(1), 0..16)));
        for story in ["The pumps failed on Monday.", "Pumps\nThe harbour\nOctober", ""] {
            assert!(super::titled(&thread(story)).is_none(), "{story}");
        }
        assert!(!is_mail("Pumps\n\nDate: 4 October 2021\nAuthor: A\n\nThey were down."));
    }

    #[test]
    fn a_rule_parts_the_messages_of_a_digest() {
        let mail = "From: a\nDate: Mon, 4 Oct 2021 18:02:11 -0400\n\nIs it?\n\n------------------------------\nFrom: b\nDate: Mon, 4 Oct 2021 18:09:00 -0400\n\nYes.";
        let heads = draft(mail.to_owned()).stretches;
        assert_eq!(heads.iter().filter(|s| s.kind == BlockKind::FrontMatter).count(), 4);
    }

    #[test]
    fn a_thread_is_headers_and_bodies() {
        let mail = "From: a\nDate: Mon, 4 Oct 2021 18:02:11 -0400\nSubject: down?\n\nIs it?\n\nFrom: b\nDate: Mon, 4 Oct 2021 18:09:00 -0400\n\n> Is it?\nYes.";
        let draft = draft(mail.to_owned());
        let kinds: Vec<(BlockKind, &str)> = draft
            .stretches
            .iter()
            .map(|s| (s.kind, draft.text[s.bytes.clone()].trim()))
            .collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::FrontMatter, "From: a"),
                (BlockKind::FrontMatter, "Date: Mon, 4 Oct 2021 18:02:11 -0400"),
                (BlockKind::Heading(1), "down?"),
                (BlockKind::Paragraph, "Is it?"),
                (BlockKind::FrontMatter, "From: b"),
                (BlockKind::FrontMatter, "Date: Mon, 4 Oct 2021 18:09:00 -0400"),
                (BlockKind::Quote, "Is it?"),
                (BlockKind::Paragraph, "Yes."),
            ]
        );
    }
}
