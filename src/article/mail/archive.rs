//! Messages as an archive of a mailing list shows them: the subject, "Ann Lee ann at pumps.example", and a date(1) stamp.
//!
//! One would get wrong that the stamp closes the message above it: the three lines open the one below them.

use std::ops::Range;

use crate::article::block::BlockKind;
use crate::article::draft::Stretch;

/// What an archive links to between the head of a message and its text.
const LINKS: &[&str] = &["previous message", "next message", "messages sorted by"];

/// With what an archive replaces an attachment.
const NEXT_PART: &str = "-------------- next part --------------";

/// What opens a message, as bytes.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Head {
    /// Its subject, where one stands above it.
    pub(super) subject: Option<Range<usize>>,
    /// Who wrote it, and when.
    pub(super) fields: [Range<usize>; 2],
    /// Up to its text.
    pub(super) length: usize,
}

/// The head of a message with which a text opens.
pub(super) fn head(text: &str) -> Option<Head> {
    let mut at = 0;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            (at - line.len(), line.trim_end())
        })
        .take(4)
        .collect();
    let shown = |at: usize| lines.get(at).map_or("", |(_, line)| *line);
    let subject = usize::from(!names_author(shown(0)));
    let author = if subject == 0 {
        0
    } else {
        (1..3).find(|at| !shown(*at).is_empty())?
    };
    if shown(0).is_empty() || !names_author(shown(author)) || !is_stamp(shown(author + 1)) {
        return None;
    }
    let bytes = |at: usize| lines[at].0..lines[at].0 + lines[at].1.len();
    let stamp = bytes(author + 1);
    Some(Head {
        subject: (subject == 1).then(|| bytes(0)),
        length: stamp.end + links(&text[stamp.end..]),
        fields: [bytes(author), stamp],
    })
}

/// "Ann Lee ann at pumps.example", and nothing behind it.
fn names_author(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [.., account, at, host] = words.as_slice() else {
        return false;
    };
    *at == "at"
        && account
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-+=".contains(&b))
        && host.contains('.')
        && !host.ends_with('.')
}

/// "Mon Oct 4 18:02:11 EDT 2021", and nothing besides.
fn is_stamp(line: &str) -> bool {
    const DAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let figures = |word: &&str, marks: usize| {
        word.bytes().all(|b| b.is_ascii_digit() || b == b':') && word.matches(':').count() == marks
    };
    (5..=7).contains(&words.len())
        && DAYS.contains(&words[0].trim_end_matches(','))
        && words.iter().any(|word| figures(word, 2))
        && words.iter().any(|word| word.len() == 4 && figures(word, 0))
}

/// Bytes of the links to other messages, and of the empty lines among them; 0 where there are none.
fn links(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        let shown = line
            .trim()
            .trim_start_matches(['*', '•'])
            .trim_start()
            .to_ascii_lowercase();
        if LINKS.iter().any(|link| shown.starts_with(link)) {
            end = at;
        } else if !shown.is_empty() {
            break;
        }
    }
    end
}

/// The blocks of a message without what the archive says of the attachments that it took out.
pub(super) fn without_attachments(text: &str, blocks: Vec<Stretch>) -> Vec<Stretch> {
    let mut out = false;
    let kept = blocks.into_iter().filter(|block| {
        let opens = block.kind == BlockKind::Paragraph && text[block.bytes.clone()].trim_start().starts_with(NEXT_PART);
        out = opens || out && !block.after_gap;
        !out
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_lines_open_a_message() {
        let text = "[harbour] Pumps?\n\nAnn Lee ann at pumps.example\nMon Oct 4 18:02:11 EDT 2021\n\n    Previous message: x\n    Next message: y\n\nThey are off.";
        let head = head(text).expect("it is a head");
        assert_eq!(&text[head.subject.expect("it has one")], "[harbour] Pumps?");
        assert_eq!(&text[head.fields[1].clone()], "Mon Oct 4 18:02:11 EDT 2021");
        assert_eq!(text[head.length..].trim(), "They are off.");
        for none in [
            "The pumps went off at pumps.example\nMonday at noon",
            "Pumps\n\nAnn Lee ann at pumps.example\n\nThey are off.",
            "",
        ] {
            assert_eq!(super::head(none), None, "{none}");
        }
    }

    #[test]
    fn a_message_needs_no_subject_and_no_links() {
        let text = "Ann Lee ann at pumps.example\nMon Oct 4 18:02:11 EDT 2021\n\nThey are off.";
        let head = head(text).expect("it is a head");
        assert_eq!((head.subject, text[head.length..].trim()), (None, "They are off."));
    }
}
