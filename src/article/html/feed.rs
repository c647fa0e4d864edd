//! A feed (RSS, Atom) → the page that a reader of feeds makes of it: each item's title, its date, its text.
//!
//! One would get wrong that a feed is a page: its text stands escaped or in CDATA, which a page's parser takes for a
//! comment, and its own dates say when it was built.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

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

/// What an item is called.
const ITEMS: &[&str] = &["item", "entry"];

/// Its title.
const TITLE: &[&str] = &["title"];

/// When it was published, the best telling first.
const DATES: &[&str] = &["pubDate", "published", "updated", "dc:date"];

/// Its text, the fullest first.
const BODIES: &[&str] = &["content:encoded", "content", "description", "summary"];

/// What a feed or an item of it says of itself: each field once, the first telling of it.
#[derive(Default)]
struct Said(Vec<(&'static str, String)>);

impl Said {
    /// Of several names for one thing the one that is given first.
    fn first(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.0.iter().find(|(it, text)| it == name && !text.is_empty());
        names.iter().find_map(of).map(|(_, text)| text.as_str())
    }
}

/// The feed as a page. Of one that was cut, what is there.
pub fn page(text: &str) -> String {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut page = String::from("<html><body>");
    let (mut head, mut item) = (Said::default(), None::<Said>);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let name = tag.name();
                if ITEMS.contains(&name.as_ref()) {
                    let said = std::mem::take(&mut head);
                    if let Some(title) = said.first(TITLE) {
                        page.push_str(&format!("<h1>{title}</h1>\n"));
                    }
                    item = Some(Said::default());
                } else if let Some(field) = fields().find(|it| *it == name.as_ref()) {
                    let from = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
                    let inner = reader.read_text(name).map(|it| it.into_inner().into_owned());
                    let inner = inner.unwrap_or_else(|_| text[from.min(text.len())..].to_owned());
                    item.as_mut().unwrap_or(&mut head).0.push((field, said(&inner)));
                }
            }
            Ok(Event::End(tag)) if ITEMS.contains(&tag.name().as_ref()) => {
                item.take().iter().for_each(|item| write(item, &mut page));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    item.iter().for_each(|item| write(item, &mut page));
    page.push_str("</body></html>");
    page
}

/// The fields that a page is made of.
fn fields() -> impl Iterator<Item = &'static str> {
    [TITLE, DATES, BODIES].into_iter().flatten().copied()
}

/// Writes an item.
fn write(item: &Said, page: &mut String) {
    if let Some(title) = item.first(TITLE) {
        page.push_str(&format!("<h2>{title}</h2>\n"));
    }
    if let Some(date) = item.first(DATES) {
        page.push_str(&format!("<p>Posted {date}</p>\n"));
    }
    if let Some(body) = item.first(BODIES) {
        page.push_str(&paragraphs(body));
    }
}

/// What a field says, as markup: escaped and in CDATA it is the markup of a page, and elements stand as they are.
fn said(inner: &str) -> String {
    let mut reader = Reader::from_str(inner);
    let mut out = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => out.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(code)) => match code.resolve_char_ref() {
                Ok(Some(sign)) => out.push(sign),
                _ => {
                    let name = code.into_inner();
                    match resolve_predefined_entity(&name) {
                        Some(sign) => out.push_str(sign),
                        None => out.push_str(&format!("&{name};")),
                    }
                }
            },
            Ok(Event::CData(raw)) => out.push_str(&raw.into_inner()),
            Ok(Event::Eof) => return out.trim().to_owned(),
            // Elements, or a text that was cut.
            Ok(_) => return inner.trim().to_owned(),
            Err(_) => return inner.trim_start().trim_start_matches("<![CDATA[").trim().to_owned(),
        }
    }
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
