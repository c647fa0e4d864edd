//! Mails as they travel → mails as they are shown: bodies in quoted-printable or base64, parts, headers with letters
//! beyond ASCII.
//!
//! One would get wrong to decode what needs none: an archive's mail is shown already, and offsets count in its own text.

use mailparse::body::Body;
use mailparse::{DispositionType, ParsedMail};

use super::headers;
use crate::article::draft::Notice;
use crate::article::html;

/// A mail, a mailbox or a thread with every mail in it decoded that travelled encoded.
pub fn decode(text: String) -> (String, Vec<Notice>) {
    let mails = mails(&text);
    if !mails.iter().any(|mail| is_encoded(&text[mail.head.clone()])) {
        return (text, Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut notices = Vec::new();
    let mut at = 0;
    for mail in mails {
        out.push_str(&text[at..mail.head.start]);
        at = mail.end;
        let raw = &text[mail.head.start..mail.end];
        let shown = is_encoded(&text[mail.head])
            .then(|| shown(raw))
            .transpose()
            .unwrap_or_else(|problem| {
                let message = format!("a mail cannot be decoded ({problem}); it is read as it stands");
                notices.push(Notice::new("broken-mail", message));
                None
            });
        out.push_str(shown.as_deref().unwrap_or(raw));
    }
    out.push_str(&text[at..]);
    (out, notices)
}

/// Where a mail stands.
struct Mail {
    head: std::ops::Range<usize>,
    end: usize,
}

fn mails(text: &str) -> Vec<Mail> {
    let mut out: Vec<Mail> = Vec::new();
    let (mut at, mut fresh) = (0, true);
    while at < text.len() {
        let rest = &text[at..];
        if fresh && let Some(length) = headers(rest) {
            if let Some(last) = out.last_mut().filter(|last| last.end > at) {
                last.end = at;
            }
            let head = at..at + length;
            // A mail within a mail belongs to it: its parts end with their own mark.
            let end = closing_mark(&text[head.clone()], &text[head.end..]).map(|end| head.end + end);
            out.push(Mail {
                end: end.unwrap_or(text.len()),
                head: head.clone(),
            });
            at = end.unwrap_or(head.end);
            fresh = false;
            continue;
        }
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        fresh = rest[..line].trim().is_empty();
        at += line;
    }
    out
}

/// Where the last of a mail's parts is closed.
fn closing_mark(head: &str, body: &str) -> Option<usize> {
    let lower = head.to_ascii_lowercase();
    let value = &head[lower.find("boundary=")? + "boundary=".len()..];
    let mark = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', '\n', ' ']).next()?,
    };
    let close = format!("--{mark}--");
    body.find(&close).map(|at| at + close.len())
}

fn is_encoded(head: &str) -> bool {
    let lower = head.to_ascii_lowercase();
    let encoding = lower
        .lines()
        .find_map(|line| line.strip_prefix("content-transfer-encoding:"));
    encoding.is_some_and(|name| matches!(name.trim(), "quoted-printable" | "base64"))
        || lower.contains("content-type: multipart/")
        || lower.contains("=?") && lower.contains("?=")
}

/// A mail with its headers in letters, and the text of its parts. Of the same text as text and as a page the text is
/// taken.
fn shown(raw: &str) -> Result<String, mailparse::MailParseError> {
    let (envelope, mail) = match raw.strip_prefix("From ").and_then(|rest| rest.split_once('\n')) {
        Some((line, mail)) => (format!("From {line}\n"), mail),
        None => (String::new(), raw),
    };
    let mail = mailparse::parse_mail(mail.as_bytes())?;
    let mut out = envelope;
    for header in &mail.headers {
        let key = header.get_key();
        let of_the_wire = key.to_ascii_lowercase().starts_with("content-") || key.eq_ignore_ascii_case("mime-version");
        if !of_the_wire {
            let value = header.get_value();
            out.push_str(&format!(
                "{key}: {}\n",
                value.split_whitespace().collect::<Vec<_>>().join(" ")
            ));
        }
    }
    out.push('\n');
    let mut bodies = Vec::new();
    collect(&mail, &mut bodies)?;
    out.push_str(bodies.join("\n\n").trim_end());
    out.push('\n');
    Ok(out)
}

fn collect(part: &ParsedMail, out: &mut Vec<String>) -> Result<(), mailparse::MailParseError> {
    let kind = part.ctype.mimetype.as_str();
    if part.get_content_disposition().disposition == DispositionType::Attachment {
        return Ok(());
    }
    if kind == "multipart/alternative" {
        let plain = part.subparts.iter().find(|it| it.ctype.mimetype == "text/plain");
        let best = plain.or(part.subparts.last());
        return best.map_or(Ok(()), |best| collect(best, out));
    }
    if !part.subparts.is_empty() {
        return part.subparts.iter().try_for_each(|inner| collect(inner, out));
    }
    if kind == "text/html" {
        out.push(html::read(&body(part)?).text);
    } else if kind.starts_with("text/") {
        out.push(body(part)?);
    }
    Ok(())
}

/// The text of one part. What travelled as it is has been decoded with the file.
fn body(part: &ParsedMail) -> Result<String, mailparse::MailParseError> {
    let text = match part.get_body_encoded() {
        Body::Base64(encoded) | Body::QuotedPrintable(encoded) => encoded.get_decoded_as_string()?,
        Body::SevenBit(plain) | Body::EightBit(plain) => String::from_utf8_lossy(plain.get_raw()).into_owned(),
        Body::Binary(binary) => String::from_utf8_lossy(binary.get_raw()).into_owned(),
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: ops@x.example\nTo: all@x.example\nDate: Mon, 4 Oct 2021 18:02:11 -0400\n";

    fn decoded(mail: &str) -> String {
        let (text, notices) = decode(mail.to_owned());
        assert_eq!(notices, []);
        text
    }

    #[test]
    fn a_mail_that_is_shown_already_stays_as_it_is() {
        let mail = format!("{HEAD}Subject: down\n\nIt =3D was down.\n");
        assert_eq!(decoded(&mail), mail);
    }

    #[test]
    fn quoted_printable_and_headers_in_other_letters_are_read() {
        let mail = format!(
            "{HEAD}Subject: =?UTF-8?Q?Caf=C3=A9_down?=\nContent-Type: text/plain; charset=iso-8859-1\n\
             Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 went down =\nat 7 p.m.\n"
        );
        assert_eq!(
            decoded(&mail),
            format!("{HEAD}Subject: Café down\n\nThe café went down at 7 p.m.\n")
        );
    }

    #[test]
    fn of_parts_the_text_is_read_and_the_next_mail_begins_behind_them() {
        let mail = format!(
            "{HEAD}Subject: down\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"xx\"\n\n--xx\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
             SXQgZmFpbGVkIGF0IDcgcC5tLg==\n--xx\nContent-Type: text/html\n\n<p>Page</p>\n--xx--\n\n{HEAD}Subject: up\n\nUp.\n"
        );
        assert_eq!(
            decoded(&mail),
            format!("{HEAD}Subject: down\n\nIt failed at 7 p.m.\n\n\n{HEAD}Subject: up\n\nUp.\n")
        );
    }

    #[test]
    fn what_breaks_off_is_read_as_far_as_it_goes() {
        for end in 0..230 {
            let mail = format!(
                "{HEAD}Subject: =?UTF-8?B?Q2Fmw6k=?=\nContent-Type: multipart/mixed; boundary=xx\n\n--xx\n\
                 Content-Transfer-Encoding: base64\n\nSXQgZmFp!!"
            );
            let cut = &mail[..end.min(mail.len())];
            let _ = decode(cut.to_owned());
        }
    }
}
