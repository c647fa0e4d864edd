//! A feed (RSS, Atom) → the page that a reader of feeds makes of it: each item's title, its date, its text.
//!
//! One would get wrong that a feed is a page: its text stands escaped or in CDATA, which a page's parser takes for a
//! comment, and its own dates say when it was built.

use std::borrow::Cow;

/// Whether a file opens as a feed does.
pub fn is_feed(text: &str) -> bool {
    let mut first = text.trim_start();
    while let Some((_, rest)) = first
        .strip_prefix("<?")
        .or_else(|| first.strip_prefix("<!--"))
        .and_then(|rest| rest.split_once('>'))
    {
        first = rest.trim_start();
    }
    ["<rss", "<feed", "<rdf:RDF"].iter().any(|tag| first.starts_with(tag))
}

/// The feed as a page.
pub fn page(text: &str) -> String {
    let mut page = String::from("<html><body>");
    let item = if text.contains("<entry") { "entry" } else { "item" };
    let head = text.find(&format!("<{item}")).map_or(text, |at| &text[..at]);
    if let Some(title) = field(head, "title") {
        page.push_str(&format!("<h1>{title}</h1>\n"));
    }
    let mut rest = text;
    while let Some((inner, after)) = element(rest, item) {
        let said = |names: &[&str]| names.iter().find_map(|name| field(inner, name));
        if let Some(title) = said(&["title"]) {
            page.push_str(&format!("<h2>{title}</h2>\n"));
        }
        if let Some(date) = said(&["pubDate", "published", "updated", "dc:date"]) {
            page.push_str(&format!("<p>Posted {date}</p>\n"));
        }
        if let Some(body) = said(&["content:encoded", "content", "description", "summary"]) {
            page.push_str(&paragraphs(&body));
        }
        rest = after;
    }
    page.push_str("</body></html>");
    page
}

/// What the first element of a name holds, and what follows it; a feed that was cut ends inside one.
fn element<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let open = format!("<{name}");
    let at = text
        .match_indices(&open)
        .map(|(at, _)| at + open.len())
        .find(|at| text[*at..].starts_with(|c: char| c == '>' || c.is_whitespace()))?;
    let (tag, inner) = text[at..].split_once('>')?;
    if tag.ends_with('/') {
        return Some(("", inner));
    }
    let close = format!("</{name}>");
    Some(inner.split_once(close.as_str()).unwrap_or((inner, "")))
}

/// What a field says, as markup; `None` where that is nothing.
fn field<'a>(text: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let inner = element(text, name)?.0.trim();
    let said = match inner.strip_prefix("<![CDATA[") {
        Some(raw) => Cow::Borrowed(raw.trim_end_matches("]]>").trim()),
        None if inner.contains("&lt;") => Cow::Owned(
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
                .iter()
                .fold(inner.to_owned(), |text, (code, sign)| text.replace(code, sign)),
        ),
        None => Cow::Borrowed(inner),
    };
    (!said.is_empty()).then_some(said)
}

/// Text without tags has its empty lines for paragraphs.
fn paragraphs(body: &str) -> String {
    if body.contains("</") || body.contains("<br") {
        return body.to_owned();
    }
    body.split("\n\n")
        .map(|text| format!("<p>{}</p>\n", text.replace('\n', "<br>")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_a_title_a_date_and_its_text() {
        for (feed, wanted) in [
            (
                "<?xml version=\"1.0\"?>\n<rss><channel><title>Status</title><item><title><![CDATA[Pumps down]]></title>\
                 <link>http://x</link><pubDate>Mon, 04 Oct 2021 22:05:00 +0000</pubDate>\
                 <description>&lt;p&gt;All clear.&lt;/p&gt;</description></item></channel></rss>",
                "<h1>Status</h1>\n<h2>Pumps down</h2>\n<p>Posted Mon, 04 Oct 2021 22:05:00 +0000</p>\n<p>All clear.</p>",
            ),
            (
                "<feed><title>Status</title><entry><title>Pumps down</title><content type=\"html\"><![CDATA[Down.\n\nUp.",
                "<h1>Status</h1>\n<h2>Pumps down</h2>\n<p>Down.</p>\n<p>Up.</p>\n",
            ),
        ] {
            assert!(is_feed(feed));
            assert_eq!(page(feed), format!("<html><body>{wanted}</body></html>"));
        }
        assert!(!is_feed("<html><body>A feed</body></html>"));
    }
}
