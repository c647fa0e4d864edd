//! What an article says, made harmless for a terminal.
//!
//! One would get wrong that escape sequences are only C0: U+009B begins one as well, and the bidirectional
//! controls make a line read other than it is written.

use std::borrow::Cow;

use crate::article::scan;

/// Whether a character does something to a terminal, or to its neighbours, rather than show.
pub fn is_control(c: char) -> bool {
    c.is_control() // C0, DEL and C1
        || matches!(c,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // direction
            | '\u{2028}' | '\u{2029}' // line and paragraph separators
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' // marks that are not seen
            | '\u{E000}'..='\u{F8FF}' // private use: nobody knows what it shows, and the table marks its cells with it
        )
}

/// The text in one line: white space becomes single spaces, a control character U+FFFD.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().map(|c| if is_control(c) { '\u{FFFD}' } else { c }));
    }
    line
}

/// The text with its line breaks and tabs and no other control character, each of which is one U+FFFD: for messages that
/// name what a user gave, and for whole texts, whose offsets stay.
pub fn message(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| matches!(c, '\n' | '\t') || !is_control(c);
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| if harmless(c) { c } else { '\u{FFFD}' })
        .collect::<String>()
        .into()
}

/// JSON with every control character that may stand raw in a JSON string written as its escape.
///
/// Such a character can stand nowhere in JSON but inside a string, so the meaning stays as it is.
pub fn json(text: &str) -> Cow<'_, str> {
    use std::fmt::Write as _;
    let plain = scan::first(text.as_bytes(), |byte| (byte >= 0x7f) | (byte < b' ') & (byte != b'\n')).is_none();
    if plain || !text.chars().any(|c| is_control(c) && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if is_control(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}"); // writing to a String cannot fail
            }
        } else {
            escaped.push(c);
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_survives_and_white_space_is_one_space() {
        let hostile = "a\u{1b}[31mb\u{9b}2J\u{7f}c\u{202e}d\r\n\te\u{a0}f\u{2028}g\u{e000}h";
        let plain = one_line(hostile);
        assert!(!plain.chars().any(is_control), "{plain:?}");
        assert!(plain.contains("d e f g"), "{plain:?}");
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "“can’t be reached” – 100 %",
            "東京のサービス",
            "👩‍💻 is on it",
            "naïve Straße",
        ] {
            assert_eq!(one_line(text), text);
            assert_eq!(message(text), text);
        }
    }

    #[test]
    fn json_is_the_same_document_without_a_raw_control_character() {
        let value = serde_json::json!({"text": "a\u{9b}b\u{202e}c\u{7f}d\u{e0001}e\u{1b}"});
        let written = serde_json::to_string_pretty(&value).expect("plain data");
        let written = json(&written);
        assert!(!written.chars().any(|c| is_control(c) && c != '\n'), "{written:?}");
        let read: serde_json::Value = serde_json::from_str(&written).expect("still JSON");
        assert_eq!(read, value);
    }
}
