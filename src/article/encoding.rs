//! Bytes → text: UTF-8, UTF-16 with its mark, else windows-1252.
//!
//! One would get wrong that every byte string is valid windows-1252: what holds NULs or many control characters is
//! binary, and is said to be.

use crate::error::Error;

/// Decodes a file, makes its line ends `\n` and takes a byte order mark off.
///
/// # Errors
/// [`Error::Empty`] where there is nothing but blanks, [`Error::Binary`] where it is no text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Error> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) if looks_binary(bytes) => return Err(Error::Binary { path: path.to_owned() }),
            Err(_) => encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
        },
    };
    if looks_binary(text.as_bytes()) || u32::try_from(text.len()).is_err() {
        return Err(Error::Binary { path: path.to_owned() });
    }
    if text.trim().is_empty() {
        return Err(Error::Empty { path: path.to_owned() });
    }
    Ok(if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    })
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
    fn binary_and_empty_are_said_to_be() {
        assert!(matches!(decode("x", b"\x7fELF\0\0\x01\xff"), Err(Error::Binary { .. })));
        assert!(matches!(decode("x", b" \n\n"), Err(Error::Empty { .. })));
    }
}
