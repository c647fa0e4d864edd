//! What stands in a text and is none of its words: link targets, comments, tags, what was struck out.
//!
//! One would get wrong to cut it out: offsets count in the file's own text, so it stays there and only its tokens go.
//! And a log is full of brackets that are no links: "[12:00:01][INFO]", "[worker](pid 3)".

use std::ops::Range;

use super::lexer::tokenise;
use super::scan;
use super::token::{Gap, Token};

/// Longest label of a link, and longest target.
const LONGEST_LINK: usize = 600;

/// Longest name of a picture in a chat, its colons counted.
const LONGEST_EMOJI: usize = 48;

/// Longest stretch that is struck out.
const LONGEST_STRUCK: usize = 2_000;

/// Tags that people write into Markdown.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
];

/// Whether what is no words may begin with the byte; without a branch, see [`scan`].
fn opens(byte: u8) -> bool {
    (byte == b'~')
        | (byte == b'[')
        | (byte == b'!')
        | (byte == b'<')
        | (byte == b':')
        | (byte == b'\\')
        | (byte == b'&')
}

/// The bytes that are no words, in order.
pub fn silent(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(step) = scan::first(&bytes[at..], opens) {
        at += step;
        let found = match bytes[at] {
            b'~' => struck(text, at, "~~", "~~"),
            b'[' => link(text, at, &mut out),
            b'!' => image(text, at),
            b':' => emoji(text, at, out.last()),
            b'&' => entity(text, at),
            // An asterisk that is shown, as around a word that a post sets off.
            b'\\' => (bytes.get(at + 1) == Some(&b'*')).then_some(at..at + 2),
            _ => comment(text, at)
                .or_else(|| tag(text, at))
                .or_else(|| chat_mark(text, at, &mut out)),
        };
        match found {
            Some(range) => {
                at = range.end.max(at + 1);
                if !range.is_empty() {
                    out.push(range);
                }
            }
            // A run of tildes is a fence.
            None if bytes[at] == b'~' => at += bytes[at..].iter().take_while(|b| **b == b'~').count(),
            None => at += 1,
        }
    }
    out.sort_by_key(|range| range.start);
    out
}

/// The tokens of a text without its silent bytes. Those are blanked first, for a run of characters may reach from a
/// word into a target; what they part without a blank touches.
pub fn tokens(text: &str, silent: &[Range<usize>]) -> Vec<Token> {
    if silent.is_empty() {
        return tokenise(text);
    }
    let mut blanked = String::with_capacity(text.len());
    let mut at = 0;
    for range in silent {
        if range.start < at {
            continue;
        }
        blanked.push_str(&text[at..range.start]);
        blanked.extend(text[range.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        at = range.end;
    }
    blanked.push_str(&text[at..]);
    let mut tokens = tokenise(&blanked);
    let mut next = 0;
    for at in 1..tokens.len() {
        let (before, here) = (tokens[at - 1].span.end(), tokens[at].span.start());
        while silent.get(next).is_some_and(|range| range.end <= before) {
            next += 1;
        }
        let mut from = before;
        let mut parted = false;
        let mut crossed = next;
        while let Some(range) = silent.get(crossed).filter(|range| range.start < here) {
            parted |= range.start > from && text[from..range.start].contains(char::is_whitespace);
            from = from.max(range.end);
            crossed += 1;
        }
        if crossed > next && !parted && !text[from.min(here)..here].contains(char::is_whitespace) {
            tokens[at].gap = Gap::None;
        }
    }
    tokens
}

/// "~~closed at 9:40~~": what was said and taken back.
fn struck(text: &str, at: usize, open: &str, close: &str) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix(open)?;
    if rest.starts_with(|c: char| c.is_whitespace() || c == '~') {
        return None;
    }
    let end = super::form::head(rest, LONGEST_STRUCK).find(close)?;
    (end > 0 && !rest[..end].contains("\n\n")).then(|| at..at + open.len() + end + close.len())
}

/// "[text](target)" and "[text][name]": the brackets and the target; the opening bracket is put out at once.
fn link(text: &str, at: usize, out: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
    let rest = super::form::head(&text[at..], LONGEST_LINK);
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let close = matching(rest)?;
    let behind = &rest[close + 1..];
    // "[name]: https://…" defines a target for links elsewhere.
    if text[line_start..at].trim().is_empty()
        && let Some(target) = behind.strip_prefix(": ")
        && is_target(target.split_whitespace().next().unwrap_or_default())
    {
        let end = rest.find('\n').unwrap_or(rest.len());
        return Some(at..at + end);
    }
    let end = if let Some(target) = behind.strip_prefix('(') {
        let end = target.find([')', '\n']).filter(|end| target[*end..].starts_with(')'))?;
        if !is_target(target[..end].split_whitespace().next().unwrap_or_default()) {
            return None;
        }
        close + 1 + 1 + end + 1
    } else {
        let name = behind.strip_prefix('[')?;
        let end = name.find([']', '\n']).filter(|end| name[*end..].starts_with(']'))?;
        let key = if end == 0 { &rest[1..close] } else { &name[..end] };
        if key.contains(':') || !text.contains(&format!("[{key}]: ")) {
            return None;
        }
        close + 1 + 1 + end + 1
    };
    if close == 1 {
        return Some(at..at + end);
    }
    out.push(at..at + 1);
    // What stands in the label is looked through as well: its end is put out when it is reached.
    out.extend(
        silent(&rest[1..close])
            .into_iter()
            .map(|r| r.start + at + 1..r.end + at + 1),
    );
    Some(at + close..at + end)
}

/// "&#8220;", "&nbsp;": the name of a mark or a blank, left in a text that was a page.
fn entity(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 7;
    let after = &text.as_bytes()[at + 1..];
    let name = &after[..after.iter().take(LONGEST).position(|b| *b == b';')?];
    let figures = name.strip_prefix(b"#");
    let named = (2..=6).contains(&name.len()) && name.iter().all(u8::is_ascii_alphabetic);
    let numbered = figures.is_some_and(|it| it.len() >= 2 && it.iter().all(u8::is_ascii_digit));
    (named || numbered).then_some(at..at + name.len() + 2)
}

/// "![a map](map.png)"
fn image(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = super::form::head(&text[at..], LONGEST_LINK).strip_prefix('!')?;
    if !rest.starts_with('[') {
        return None;
    }
    let close = matching(rest)?;
    let target = rest[close + 1..].strip_prefix('(')?;
    let end = target.find([')', '\n']).filter(|end| target[*end..].starts_with(')'))?;
    Some(at..at + 1 + close + 1 + 1 + end + 1)
}

/// The bracket that closes the one that `text` opens with, on the same paragraph.
fn matching(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            b'\n' if text[at + 1..].starts_with('\n') => return None,
            _ => {}
        }
    }
    None
}

fn is_target(word: &str) -> bool {
    let word = word.trim_start_matches('<');
    word.contains("://")
        || word.starts_with(['/', '#', '.'])
        || word.starts_with("mailto:")
        || word.contains('.') && !word.ends_with('.') && !word.starts_with(|c: char| c.is_ascii_digit())
}

fn comment(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix("<!--")?;
    // Some generators of sites keep the fields of a page in one: "<!--", ".. date: 2021-10-04", "-->".
    if at == 0 && rest.trim_start().starts_with(".. ") {
        return Some(at..at + 4);
    }
    rest.find("-->").map(|end| at..at + 4 + end + 3)
}

/// "<br>", "</details>"; "<del>closed at 9:40</del>" with what it holds.
fn tag(text: &str, at: usize) -> Option<Range<usize>> {
    for (open, close) in [("<del>", "</del>"), ("<s>", "</s>"), ("<strike>", "</strike>")] {
        if let Some(range) = struck(text, at, open, close) {
            return Some(range);
        }
    }
    let rest = super::form::head(&text[at..], LONGEST_LINK);
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = inner[..name_end].to_ascii_lowercase();
    if !TAGS.contains(&name.as_str()) {
        return None;
    }
    // "<b at 10:40>" is no tag, nor is "<i> think".
    let attributes = &inner[name_end..];
    let end = attributes
        .find(['>', '<', '\n'])
        .filter(|end| attributes[*end..].starts_with('>'))?;
    let plain = attributes[..end].trim_matches(['/', ' ']).is_empty() || attributes[..end].contains('=');
    let start = rest.len() - attributes.len();
    plain.then(|| at..at + start + end + 1)
}

/// ":fire:", ":white_check_mark:", as chats write a picture; a word with blanks or other pictures around it.
fn emoji(text: &str, at: usize, before: Option<&Range<usize>>) -> Option<Range<usize>> {
    let rest = super::form::head(&text[at..], LONGEST_EMOJI);
    let name = rest[1..]
        .split(':')
        .next()
        .filter(|name| rest[1 + name.len()..].starts_with(':'))?;
    let fits = name.starts_with(|c: char| c.is_ascii_lowercase() || matches!(c, '+' | '-'))
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'+'));
    let end = at + name.len() + 2;
    let edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '(' | ')' | '.' | ',' | '!'));
    let opens = before.is_some_and(|before| before.end == at)
        || text[..at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || c == '(');
    (fits && opens && edge(text[end..].chars().next())).then_some(at..end)
}

/// Slack's "<@U12AB>", "<#C12AB|general>", "<!here>", "<https://x.example|the page>": of these the label is text.
fn chat_mark(text: &str, at: usize, out: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
    let rest = super::form::head(&text[at..], LONGEST_LINK);
    let end = rest.find(['>', '\n']).filter(|end| rest[*end..].starts_with('>'))?;
    let (target, label) = match rest[1..end].split_once('|') {
        Some((target, label)) => (target, Some(label)),
        None => (&rest[1..end], None),
    };
    let id = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let link = target.contains("://") || target.starts_with("mailto:");
    let mark = match target.as_bytes().first()? {
        b'@' | b'#' => id(&target[1..]),
        b'!' => target[1..].starts_with(|c: char| c.is_ascii_lowercase()),
        _ => link && label.is_some(),
    };
    if !mark || target.contains(char::is_whitespace) {
        return None;
    }
    match label.filter(|label| !label.trim().is_empty()) {
        Some(label) => {
            out.push(at..at + end - label.len());
            Some(at + end..at + end + 1)
        }
        None => Some(at..at + end + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        tokens(text, &silent(text))
            .iter()
            .map(|t| &text[t.span.range()])
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_link_is_its_text() {
        assert_eq!(
            left("The [pump log](https://x.example/2021/10/04) says so."),
            "The pump log says so ."
        );
        assert_eq!(
            left("See [the log][1].\n\n[1]: https://x.example/1999/"),
            "See the log ."
        );
        assert_eq!(left("![Map of 1999](map.png) Down."), "Down .");
    }

    #[test]
    fn what_was_struck_out_is_not_read() {
        assert_eq!(left("Closed at ~~09:40~~ 10:15."), "Closed at 10:15 .");
        assert_eq!(left("Closed at <del>09:40</del> 10:15."), "Closed at 10:15 .");
    }

    #[test]
    fn asterisks_that_are_shown_are_not_read() {
        assert_eq!(left(r"\*\*UPDATE\*\* 3 May"), "UPDATE 3 May");
        assert_eq!(left(r"C:\logs\pump"), r"C : \logs\pump");
    }

    #[test]
    fn entities_are_not_read() {
        assert_eq!(left("&#8220;Back in a week.&#8221; Q &amp; A"), "Back in a week . Q A");
        assert_eq!(left("a&b; c; R&D at noon"), "a & b ; c ; R & D at noon");
    }

    #[test]
    fn comments_and_tags_are_not_read() {
        assert_eq!(left("Down<br/>at <!-- TODO 9:00 --> ten."), "Down at ten .");
        let fields = left("<!--\n.. date: 2021-10-04\n-->");
        assert!(fields.contains("2021-10-04"), "{fields}");
    }

    #[test]
    fn a_log_s_brackets_are_no_links() {
        for text in [
            "[12:00:01][INFO] up",
            "[worker](pid 3) up",
            "[23:41:17] <nick> up",
            "~~~\n12:00\n~~~",
        ] {
            assert!(silent(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn of_a_chat_s_marks_the_labels_are_read() {
        assert_eq!(
            left("<@U12AB> :fire: the API is down, see <https://x.example/2021|our status page>"),
            "the API is down , see our status page"
        );
        assert_eq!(
            left("<!here> posted in <#C9|incidents> :+1::tada:"),
            "posted in incidents"
        );
        for text in [
            "at 10:40:30: down",
            "std::io::Error",
            "a <b at 10:40> c",
            "key: value x:y:z",
            "<@me>",
        ] {
            let kept = left(text);
            assert_eq!(kept.replace(' ', ""), text.replace(' ', ""), "{kept}");
        }
    }

    #[test]
    fn blanks_are_those_of_the_text() {
        let gaps = |text: &str| {
            tokens(text, &silent(text))
                .iter()
                .skip(1)
                .map(|t| t.gap)
                .collect::<Vec<_>>()
        };
        assert_eq!(gaps("a [b](/c) d"), [Gap::Space, Gap::Space]);
        assert_eq!(gaps("a [b](/c)."), [Gap::Space, Gap::None]);
    }
}
