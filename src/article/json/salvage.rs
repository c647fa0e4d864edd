//! What can be saved of JSON that is broken: its beginning, its lines, its strings.
//!
//! One would get wrong that half a file holds nothing: cut behind the last whole value and closed, it is JSON again.

use serde_json::Value;

/// One value a line (a log, an export); a list of them.
pub fn lines(text: &str) -> Option<Value> {
    let mut out = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => out.push(value),
            Err(_) => break,
        }
    }
    (out.len() >= 2).then_some(Value::Array(out))
}

/// Closes what a file that breaks off has open.
pub fn complete(text: &str) -> Option<Value> {
    let bytes = text.as_bytes();
    let mut open: Vec<u8> = Vec::new();
    // Where the text could be cut, and how many brackets are open there.
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let (mut in_string, mut escaped) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' => {
                if open.pop() != Some(*byte) {
                    break;
                }
                cuts.push((at + 1, open.len()));
            }
            b',' => cuts.push((at, open.len())),
            _ => {}
        }
        // What was closed to this depth is all that a cut needs: keep the last few.
        if cuts.len() > 64 {
            cuts.drain(..32);
        }
    }
    cuts.iter().rev().find_map(|(cut, _)| close(text, *cut))
}

/// Closes a text that is cut between two values.
fn close(text: &str, cut: usize) -> Option<Value> {
    let mut open: Vec<char> = Vec::new();
    let (mut in_string, mut escaped) = (false, false);
    for c in text[..cut].chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => {
                open.pop()?;
            }
            _ => {}
        }
    }
    let mut whole = text[..cut].trim_end_matches([',', ' ', '\n', '\r', '\t']).to_owned();
    whole.extend(open.iter().rev());
    serde_json::from_str(&whole).ok()
}

/// The strings that are no keys and hold more than a word, in order.
pub fn strings(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| *b == b'"') {
        let start = at + step;
        let mut end = start + 1;
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'\\' => end += 2,
                b'"' => break,
                _ => end += 1,
            }
        }
        let end = end.min(bytes.len());
        let literal = text.get(start..(end + 1).min(text.len()));
        at = (end + 1).min(bytes.len());
        if text.get(at..).is_some_and(|rest| rest.trim_start().starts_with(':')) {
            continue;
        }
        // A string that breaks off is read as far as it goes.
        let inner = literal
            .and_then(|literal| serde_json::from_str::<String>(literal).ok())
            .or_else(|| {
                text.get(start + 1..end)
                    .map(|raw| raw.replace("\\n", "\n").replace("\\r", ""))
            })
            .unwrap_or_default();
        let stamp = inner.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
        if inner.trim().contains(' ') || stamp && inner.contains(':') {
            out.push(inner);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_breaks_off_is_closed_behind_its_last_whole_value() {
        let value = complete(r#"{"a": [{"b": 1, "c": "x, y"}, {"b": 2, "c": "bro"#).expect("something is left");
        assert_eq!(value["a"][0]["c"], "x, y");
        assert_eq!(value["a"][1]["b"], 2);
    }

    #[test]
    fn strings_are_read_in_the_order_of_the_file() {
        assert_eq!(
            strings(r#"{"zeta": "it went down", "id": "k2x81", "alpha": ["it came back", "and so o"#),
            ["it went down", "it came back", "and so o"]
        );
    }

    #[test]
    fn lines_of_values_are_a_list() {
        assert!(lines("{\"a\": 1}\n{\"a\": 2}\n").is_some_and(|v| v.as_array().is_some_and(|a| a.len() == 2)));
        assert_eq!(lines("{\"a\": 1}"), None);
    }
}
