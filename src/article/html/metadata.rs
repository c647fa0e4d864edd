//! What a page's head says of it: its title, when it was published, when it was changed.
//!
//! One would get wrong that one place says it all: JSON-LD comes first, then the tags of Open Graph and its kin, then
//! `<time>`; and JSON-LD is as often broken as whole.

use scraper::{Html, Node, Selector};
use serde_json::Value;

use super::moment::Stamps;

/// The head of a page.
#[derive(Clone, Default, Debug)]
pub struct Metadata {
    /// Its headline, without the site's name.
    pub title: Option<String>,
    published: Option<String>,
    modified: Option<String>,
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dc.date.modified",
    "dcterms.modified",
    "article:modified",
    "revised",
];

impl Metadata {
    /// Reads a page's head.
    pub fn of(page: &Html) -> Self {
        let mut linked = Self::default();
        let mut tags = Self::default();
        let mut shown_title = None;
        for node in page.tree.root().descendants() {
            let Node::Element(element) = node.value() else { continue };
            match element.name() {
                "meta" => {
                    let key = ["property", "name", "itemprop"]
                        .iter()
                        .find_map(|key| element.attr(key));
                    if let (Some(key), Some(content)) = (key, element.attr("content")) {
                        tags.tag(&key.to_ascii_lowercase(), content);
                    }
                }
                "script" if element.attr("type").is_some_and(|t| t.contains("ld+json")) => {
                    let text: String = node
                        .children()
                        .filter_map(|child| child.value().as_text().map(|text| text.to_string()))
                        .collect();
                    linked.linked_data(&text);
                }
                _ => {}
            }
        }
        if let Ok(selector) = Selector::parse("title") {
            shown_title = page
                .select(&selector)
                .next()
                .map(|title| without_site(&title.text().collect::<String>()));
        }
        Self {
            title: tags
                .title
                .or(linked.title)
                .or(shown_title)
                .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|title| !title.is_empty()),
            published: linked.published.or(tags.published),
            modified: linked.modified.or(tags.modified),
        }
    }

    /// The dates as lines of front matter; those of the byline where the head has none.
    pub fn lines(&self, stamps: &Stamps) -> Vec<(&'static str, String)> {
        let published = self.published.as_ref().or(stamps.published.as_ref());
        let modified = self.modified.as_ref().or(stamps.modified.as_ref());
        let published = published.map(|stamp| ("published", stamp.clone()));
        let modified = modified.map(|stamp| ("modified", stamp.clone()));
        published.into_iter().chain(modified).collect()
    }

    fn tag(&mut self, key: &str, content: &str) {
        if key == "og:title" || (key == "twitter:title" && self.title.is_none()) {
            self.title = Some(content.to_owned());
        } else if PUBLISHED.contains(&key) {
            // "article:published_time" outranks what is named loosely.
            if key.starts_with("article") || self.published.is_none() {
                self.published = stamp(content).or(self.published.take());
            }
        } else if MODIFIED.contains(&key) && (key.starts_with("article") || self.modified.is_none()) {
            self.modified = stamp(content).or(self.modified.take());
        }
    }

    fn linked_data(&mut self, text: &str) {
        match serde_json::from_str::<Value>(text) {
            Ok(value) => self.search(&value, 0),
            Err(_) => {
                // A trailing comma or a raw line break: the dates can still be read.
                let field = |name: &str| {
                    let (_, rest) = text.split_once(&format!("\"{name}\""))?;
                    let (value, _) = rest
                        .trim_start_matches([':', ' ', '\n', '\t'])
                        .strip_prefix('"')?
                        .split_once('"')?;
                    Some(value.to_owned())
                };
                self.published = self
                    .published
                    .take()
                    .or(field("datePublished").as_deref().and_then(stamp));
                self.modified = self
                    .modified
                    .take()
                    .or(field("dateModified").as_deref().and_then(stamp));
                self.title = self.title.take().or(field("headline"));
            }
        }
    }

    /// The first object that has a date of publication, outermost first.
    fn search(&mut self, value: &Value, depth: usize) {
        if depth > 6 || self.published.is_some() {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.search(item, depth + 1)),
            Value::Object(fields) => {
                let text = |name: &str| fields.get(name).and_then(Value::as_str);
                if let Some(published) = text("datePublished").and_then(stamp) {
                    self.published = Some(published);
                    self.modified = text("dateModified").and_then(stamp);
                    self.title = text("headline").map(str::to_owned).or(self.title.take());
                    return;
                }
                if self.title.is_none() {
                    self.title = text("headline").map(str::to_owned);
                }
                fields.values().for_each(|inner| self.search(inner, depth + 1));
            }
            _ => {}
        }
    }
}

/// What begins like a date, on one line.
pub fn stamp(text: &str) -> Option<String> {
    let text = text.trim();
    let year = text.get(..4)?.bytes().all(|b| b.is_ascii_digit()) && !text.bytes().take(9).all(|b| b.is_ascii_digit());
    let named = text.bytes().any(|b| b.is_ascii_digit()) && text.contains([' ', ',', '/']);
    ((year || named) && text.len() <= 60 && !text.contains('\n')).then(|| text.to_owned())
}

/// "Pumps fail | The Daily Drain" → "Pumps fail".
fn without_site(title: &str) -> String {
    let title = title.trim();
    let cut = [" | ", " — ", " – ", " - ", " :: ", " · "]
        .iter()
        .filter_map(|mark| title.rfind(mark))
        .max()
        // The part that goes must be the shorter one.
        .filter(|at| *at * 2 > title.len());
    cut.map_or(title, |at| &title[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(head: &str) -> Vec<(&'static str, String)> {
        let page = Html::parse_document(&format!("<html><head>{head}</head><body>x</body></html>"));
        Metadata::of(&page).lines(&Stamps::default())
    }

    #[test]
    fn linked_data_outranks_tags_and_is_found_in_a_graph() {
        let head = r#"<meta property="article:published_time" content="2022-03-01">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},
            {"@type":"NewsArticle","datePublished":"2022-03-02T10:00:00Z","dateModified":"2022-03-02T11:00:00Z"}]}</script>"#;
        assert_eq!(
            lines(head),
            [
                ("published", "2022-03-02T10:00:00Z".to_owned()),
                ("modified", "2022-03-02T11:00:00Z".to_owned())
            ]
        );
    }

    #[test]
    fn broken_linked_data_still_tells_its_dates() {
        let head = r#"<script type="application/ld+json">{"datePublished": "2022-03-02T10:00:00Z",}</script>"#;
        assert_eq!(lines(head), [("published", "2022-03-02T10:00:00Z".to_owned())]);
    }

    #[test]
    fn a_site_s_name_is_cut_off_the_title() {
        assert_eq!(
            without_site("Pumps fail in the north | The Daily Drain"),
            "Pumps fail in the north"
        );
        assert_eq!(
            without_site("Drain - why every pump failed at once"),
            "Drain - why every pump failed at once"
        );
    }
}
