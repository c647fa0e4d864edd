//! The few forms of Markdown that a fixture is made of, a line each.
//!
//! One would get wrong to take a whole Markdown parser: a fixture must be written back byte for byte.

/// Level and title of a heading.
pub fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let title = line.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then_some((level, title.trim()))
}

/// The fence and its info string.
pub fn opening_fence(line: &str) -> Option<(&str, &str)> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == mark).count();
    (length >= 3).then(|| (&line[..length], line[length..].trim()))
}

/// The extension of the article's name, by what its block is marked with; `None` for other blocks.
pub fn extension(info: &str) -> Option<&'static str> {
    match info {
        "text" => Some("txt"),
        "markdown" => Some("md"),
        "html" => Some("html"),
        "json" => Some("json"),
        _ => None,
    }
}

/// "- date: 2021-10-04": a list item of one small word, a colon and something behind it.
pub fn option(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.strip_prefix("- ")?.split_once(": ")?;
    let is_word = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase());
    is_word.then_some((key, value.trim()))
}

/// "- Length: PT6H": a list item with a capital letter and a colon.
pub fn fact(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix("- ")?.split_once(':')?;
    name.starts_with(|c: char| c.is_ascii_uppercase())
        .then_some((name, value.trim()))
}

/// The cells of a table's line; `\|` and `\\` stand for the characters themselves.
pub fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut characters = line.trim().trim_start_matches('|').chars().peekable();
    while let Some(c) = characters.next() {
        match (c, characters.peek()) {
            ('\\', Some(&escaped @ ('|' | '\\'))) => {
                characters.next();
                cells.last_mut().expect("there is always one").push(escaped);
            }
            ('|', _) => cells.push(String::new()),
            _ => cells.last_mut().expect("there is always one").push(c),
        }
    }
    cells.pop(); // behind the last stroke
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_in_a_cell_is_escaped() {
        assert_eq!(cells(r"| a \| b | c\\ |  |"), ["a | b", r"c\", ""]);
    }

    #[test]
    fn a_list_item_is_an_option_a_fact_or_prose() {
        assert_eq!(option("- date: 2021-10-04"), Some(("date", "2021-10-04")));
        assert_eq!(option("- two words: no option"), None);
        assert_eq!(fact("- Warnings: none"), Some(("Warnings", "none")));
        assert_eq!(fact("- date: 2021-10-04"), None);
    }

    #[test]
    fn a_fence_is_three_marks_or_more_with_what_it_holds() {
        assert_eq!(opening_fence("````markdown"), Some(("````", "markdown")));
        assert_eq!(opening_fence("`code` in a sentence"), None);
        assert_eq!(extension("console"), None);
    }
}
