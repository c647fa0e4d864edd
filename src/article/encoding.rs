//! Bytes → text: UTF-8, UTF-16 with its mark, what a page says of itself, else windows-1252.
//!
//! One would get wrong that every byte string is valid windows-1252: what holds NULs or many control characters is
//! binary, and is said to be.

use super::scan;
use crate::error::Error;

/// Decodes a file, makes its line ends `\n` and its blanks spaces, and takes a byte order mark off.
///
/// # Errors
/// [`Error::Empty`] where there is nothing but blanks, [`Error::Binary`] where it is no text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Error> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) if looks_binary(bytes) => return Err(Error::Binary { path: path.to_owned() }),
            Err(_) => declared(bytes).map_or_else(
                || lossy(bytes),
                |encoding| encoding.decode_without_bom_handling(bytes).0.into_owned(),
            ),
        },
    };
    if looks_binary(text.as_bytes()) || u32::try_from(text.len()).is_err() {
        return Err(Error::Binary { path: path.to_owned() });
    }
    if text.trim().is_empty() {
        return Err(Error::Empty { path: path.to_owned() });
    }
    let text = if scan::first(text.as_bytes(), |byte| byte == b'\r').is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    };
    Ok(if text.contains(is_odd_blank) {
        text.replace(is_odd_blank, " ")
    } else {
        text
    })
}

/// The blanks that do not break, as word processors, pages and chats write them ("9:02\u{202f}AM"): each counts one
/// character, as a space does, so that places in the text stay what they are.
fn is_odd_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// Bytes at the beginning in which a page names its encoding.
const PROLOGUE: usize = 2_048;

/// What `<meta charset>` or an XML declaration says.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head: String = bytes
        .iter()
        .take(PROLOGUE)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    ["charset=", "encoding="].iter().find_map(|key| {
        let rest = &head[head.find(key)? + key.len()..];
        let label = rest.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(['"', '\'', ' ', '/', '>', ';', '?']).unwrap_or(label.len());
        encoding_rs::Encoding::for_label(&label.as_bytes()[..end])
            // Its bytes were no UTF-8, whatever it says.
            .filter(|encoding| *encoding != encoding_rs::UTF_8)
    })
}

/// UTF-8 with a few broken characters, else windows-1252.
fn lossy(bytes: &[u8]) -> String {
    let utf8 = String::from_utf8_lossy(bytes);
    let broken = utf8.chars().filter(|c| *c == '\u{fffd}').count();
    let whole = utf8.chars().filter(|c| !c.is_ascii()).count() - broken;
    if whole > 2 * broken {
        return utf8.into_owned();
    }
    encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(bytes)
        .0
        .into_owned()
}

/// A NUL, or more than one control character in fifty.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    let control = sample.iter().filter(|b| **b < 9 || (14..27).contains(*b)).count();
    sample.contains(&0) || control * 50 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_read_as_windows_1252() {
        assert_eq!(decode("-", b"caf\xe9 \x96 \x93now\x94").expect("text"), "café – “now”");
    }

    #[test]
    fn a_mark_is_taken_off_and_line_ends_are_made_one() {
        assert_eq!(decode("-", b"\xef\xbb\xbfa\r\nb\rc").expect("text"), "a\nb\nc");
        assert_eq!(decode("-", b"\xff\xfea\0b\0").expect("text"), "ab");
    }

    #[test]
    fn a_blank_that_does_not_break_is_a_space() {
        assert_eq!(
            decode("-", "9:02\u{202f}AM, 4\u{a0}May".as_bytes()).expect("text"),
            "9:02 AM, 4 May"
        );
    }

    #[test]
    fn one_broken_character_does_not_spoil_the_others() {
        assert_eq!(
            decode("-", "né à Łódź\u{fffd}".as_bytes()).expect("text"),
            "né à Łódź\u{fffd}"
        );
        let mut bytes = "né à Łódź".as_bytes().to_vec();
        bytes.push(0xc3);
        assert_eq!(decode("-", &bytes).expect("text"), "né à Łódź\u{fffd}");
    }

    #[test]
    fn binary_and_empty_are_said_to_be() {
        assert!(matches!(decode("x", b"\x7fELF\0\0\x01\xff"), Err(Error::Binary { .. })));
        assert!(matches!(decode("x", b" \n\n"), Err(Error::Empty { .. })));
    }
}
