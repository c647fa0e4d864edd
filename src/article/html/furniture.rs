//! What of a page is no article: by its tag, its role, its name, the heading above it, its share of links.
//!
//! One would get wrong to believe a name against the page: "has-sidebar" stands on the body, and a layout's "content
//! with related" holds the story. What holds the headline or most of the prose is never furniture.

use ego_tree::NodeId;
use scraper::ElementRef;
use scraper::node::Element;

use super::names::{CAPTIONS, NAMES, PICTURES, is_caption, is_comments, named};
use super::survey::Survey;
use crate::lexicon::prose::Section;
use crate::lexicon::{WordId, lexicon};

const ROLES: &[&str] = &[
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
];

/// Share of the page's prose above which a name is not believed.
const TOO_MUCH: f64 = 0.4;

/// Longest text beside a picture that is its caption.
const LONGEST_CAPTION: usize = 300;

/// Elements whose text nobody reads.
pub fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "button"
            | "select"
            | "textarea"
            | "audio"
            | "canvas"
            | "map"
    )
}

/// Elements that carry a stamp as an attribute.
pub fn is_time(name: &str) -> bool {
    matches!(
        name,
        "time" | "relative-time" | "time-ago" | "local-time" | "time-until"
    )
}

/// Tells furniture on one page.
pub struct Furniture<'a> {
    survey: &'a Survey,
    by_name: bool,
    prose: usize,
}

impl<'a> Furniture<'a> {
    /// `by_name` is off where names would leave next to nothing.
    pub fn new(survey: &'a Survey, by_name: bool) -> Self {
        Self {
            survey,
            by_name,
            prose: survey.prose_of_page(),
        }
    }

    /// Whether an element is left out with all that it holds.
    pub fn drops(&self, element: &ElementRef) -> bool {
        let value = element.value();
        let name = value.name();
        if is_silent(name) || is_hidden(value) {
            return true;
        }
        let id = element.id();
        if matches!(name, "body" | "html" | "main" | "h1") || self.survey.holds_headline(id) {
            return false;
        }
        let role = value.attr("role").is_some_and(|role| ROLES.contains(&role));
        let quoted = || {
            element
                .ancestors()
                .filter_map(ElementRef::wrap)
                .any(|e| e.value().name() == "blockquote")
        };
        let by_tag = match name {
            "nav" | "menu" | "dialog" => true,
            "footer" => !quoted(),
            "aside" => !named(value, &["note", "callout", "admonition", "alert", "info", "warning"]),
            "header" => !in_article(element),
            _ => role,
        };
        if by_tag {
            return !self.holds_most(id);
        }
        if !self.by_name {
            return false;
        }
        if is_comments(value) {
            return true;
        }
        (named(value, NAMES) || self.is_list_of_links(element) || is_announced(element)) && !self.holds_most(id)
    }

    /// Whether the text of an element belongs to a picture.
    pub fn is_caption(&self, element: &ElementRef) -> bool {
        let value = element.value();
        if matches!(value.name(), "body" | "article" | "main" | "h1" | "p") && !named(value, CAPTIONS) {
            return false;
        }
        let mass = self.survey.mass(element.id());
        let framed =
            mass.pictures > 0 && mass.text <= LONGEST_CAPTION && (value.name() == "figure" || named(value, PICTURES));
        (is_caption(value) || framed) && mass.text <= 2 * LONGEST_CAPTION && !self.survey.holds_headline(element.id())
    }

    fn holds_most(&self, element: NodeId) -> bool {
        let mass = self.survey.mass(element);
        // A status page has little prose, and what invites to subscribe is most of it.
        let share = |part: usize, whole: usize| part as f64 > whole as f64 * TOO_MUCH && whole > 0;
        share(mass.prose, self.prose) && share(mass.text, self.survey.text_of_page())
    }

    /// Two links or more, and little beside them; or a paragraph that is one link.
    fn is_list_of_links(&self, element: &ElementRef) -> bool {
        let mass = self.survey.mass(element.id());
        match element.value().name() {
            "ul" | "ol" | "div" | "section" | "table" => mass.links >= 2 && mass.linked * 10 >= mass.text * 6,
            "p" => mass.links >= 1 && mass.text > 20 && mass.linked == mass.text,
            _ => false,
        }
    }
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default();
    element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("display: none")
}

fn in_article(element: &ElementRef) -> bool {
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|e| matches!(e.value().name(), "article" | "main" | "section"))
}

/// Whether the first words of a container are a heading such as "Related stories" or "37 comments".
fn is_announced(element: &ElementRef) -> bool {
    if !matches!(element.value().name(), "div" | "section" | "ul" | "ol" | "aside" | "td") {
        return false;
    }
    let Some(first) = element
        .descendants()
        .skip(1)
        .find(|node| node.value().as_text().is_some_and(|text| !text.trim().is_empty()))
    else {
        return false;
    };
    let headed = first
        .ancestors()
        .take_while(|above| above.id() != element.id())
        .filter_map(ElementRef::wrap)
        .find(|e| {
            matches!(
                e.value().name(),
                "h2" | "h3" | "h4" | "h5" | "h6" | "b" | "strong" | "header"
            )
        });
    headed.is_some_and(|heading| announces_furniture(&heading.text().collect::<String>()))
}

/// Whether a heading's words, but for a count beside them, are one of the lexicon's.
fn announces_furniture(heading: &str) -> bool {
    let ids: Vec<WordId> = heading
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| !word.is_empty())
        .take(9)
        .map(|word| lexicon().id(&word.to_lowercase()))
        .collect();
    let Some(first) = ids.first() else { return false };
    let next = |at: usize| ids.get(at + 1).copied().unwrap_or(WordId::UNKNOWN);
    match lexicon().sections.phrase(*first, next) {
        Some((Section::Furniture | Section::Comments, more)) => ids.len() <= more + 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_other_stories_is_known_with_its_count() {
        assert!(announces_furniture("Related stories"));
        assert!(announces_furniture("37 comments"));
        assert!(announces_furniture("Comments (3)"));
        assert!(!announces_furniture("What happened"));
    }
}
