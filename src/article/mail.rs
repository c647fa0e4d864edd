//! Mails and threads of them: headers, a body, quoted replies.
//!
//! One would get wrong that a reply tells what it quotes: it was told once, above.

/// Whether a text opens with a mail's headers.
pub fn is_mail(text: &str) -> bool {
    let mut named = 0;
    let mut dated = false;
    for (at, line) in text.trim_start().lines().take(60).enumerate() {
        if at == 0 && line.starts_with("From ") {
            continue;
        }
        if line.starts_with([' ', '\t']) && at > 0 {
            continue;
        }
        let Some((key, _)) = line.split_once(':').filter(|(key, _)| is_header_name(key)) else {
            break;
        };
        named += usize::from(is_mail_header(key));
        dated |= key.eq_ignore_ascii_case("date") || key.eq_ignore_ascii_case("sent");
    }
    dated && named >= 2
}

/// Headers that only mails have.
pub fn is_mail_header(key: &str) -> bool {
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
        assert!(!is_mail("Date: 4 October 2021\nAuthor: A\n\nIt was down."));
    }
}
