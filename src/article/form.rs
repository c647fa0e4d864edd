//! What a file is, found out from its content, the name's extension being a hint.
//!
//! One would get wrong to believe the extension: a page saved as ".txt" is a page, and a Markdown file that holds
//! tags is no page.

use super::mail;

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Plain text; what marks it has are read as Markdown's.
    Text,
    /// Markdown.
    Markdown,
    /// A web page or a feed.
    Html,
    /// JSON: a status page's, an export of a chat, or another kind.
    Json,
    /// A mail, a mailbox or a thread of them.
    Mail,
    /// A chat or a log, line by line.
    Chat,
}

/// Bytes at the beginning that decide.
const SAMPLE: usize = 16_384;

/// Finds out what a decoded file is.
pub fn detect(path: &str, text: &str) -> Form {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    let extension = extension.as_deref().unwrap_or_default();
    let trimmed = text.trim_start();
    let sample = head(trimmed, SAMPLE);
    if looks_json(sample, extension) {
        Form::Json
    } else if looks_html(sample, extension) {
        Form::Html
    } else if mail::is_mail(text) {
        Form::Mail
    } else if matches!(extension, "md" | "markdown" | "mdown" | "mkd") {
        Form::Markdown
    } else if super::chat::is_chat(text) {
        Form::Chat
    } else if looks_markdown(sample) {
        Form::Markdown
    } else {
        Form::Text
    }
}

/// At most so many bytes from the front, cut between characters.
pub fn head(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// An object or a list with something of JSON in it: "[23:41:17] <nick>" and "[Resolved]" are none.
fn looks_json(sample: &str, extension: &str) -> bool {
    let inner = sample.get(1..).unwrap_or_default().trim_start();
    match sample.as_bytes().first() {
        Some(b'{') => inner.starts_with(['"', '}']) || inner.is_empty(),
        Some(b'[') => {
            let nested = inner
                .strip_prefix('{')
                .is_some_and(|rest| rest.trim_start().starts_with('"'));
            nested || (matches!(extension, "json" | "jsonl" | "ndjson") && inner.starts_with(['"', '[', ']', '{']))
        }
        Some(b'"') => extension == "json",
        _ => false,
    }
}

/// A page by its first tag, or by its share of tags where the extension says so.
fn looks_html(sample: &str, extension: &str) -> bool {
    let lower = sample.to_ascii_lowercase();
    let mut first = lower.as_str();
    while let Some(rest) = first.strip_prefix("<!--").or_else(|| first.strip_prefix("<?")) {
        let Some(end) = rest.find('>') else { break };
        first = rest[end + 1..].trim_start();
    }
    let opens = ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| first.starts_with(tag));
    if super::html::feed::is_feed(sample) {
        return true;
    }
    if opens || matches!(extension, "html" | "htm" | "xhtml" | "shtml" | "mhtml") {
        return opens || lower.contains("</");
    }
    // A fragment without a head: it opens with a tag, and closes many.
    let fragment = [
        "<div", "<p>", "<p ", "<article", "<main", "<section", "<h1", "<table", "<ul",
    ]
    .iter()
    .any(|tag| first.starts_with(tag));
    let markdown = matches!(extension, "md" | "markdown" | "txt");
    fragment && !markdown && lower.matches("</").count() * 200 > lower.len()
}

/// A heading, front matter, fence, link or table.
fn looks_markdown(sample: &str) -> bool {
    sample.starts_with("---\n")
        || sample.starts_with("+++\n")
        || sample.contains("](http")
        || sample.lines().any(|line| {
            let level = line.bytes().take_while(|b| *b == b'#').count();
            (1..=6).contains(&level) && line[level..].starts_with(' ')
                || line.starts_with("```")
                || line.starts_with("|-")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides_and_the_extension_hints() {
        for (path, text, form) in [
            ("a.txt", "<!DOCTYPE html>\n<title>x</title><p>Down.</p>", Form::Html),
            (
                "-",
                "<!-- saved from url=(0014)x -->\n<html><body>Down.</body></html>",
                Form::Html,
            ),
            ("a.html", "---\ntitle: x\n---\n<p>Down.</p>", Form::Html),
            ("a.xml", "<?xml version=\"1.0\"?><rss><item></item></rss>", Form::Html),
            ("a.md", "<p align=center>Logo</p>\n\n# Outage", Form::Markdown),
            ("a.txt", "{\"incident\": {}}", Form::Json),
            ("-", "[{\"type\": \"message\"}]", Form::Json),
            ("a.txt", "[Resolved] We are back.", Form::Text),
            ("-", "# Outage\n\nIt was down.", Form::Markdown),
            ("a.txt", "The pump failed at noon on Monday.", Form::Text),
        ] {
            assert_eq!(detect(path, text), form, "{text}");
        }
    }
}
