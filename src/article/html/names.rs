//! What the names that a page gives its elements say of them: its classes, its ids, what its scripts call them.
//!
//! One would get wrong to look for a word anywhere in a name: "ad" stands in "header" and "loadable". A name is taken
//! apart into its words first.

use scraper::node::Element;

/// Words, or two words in a row, of a class or an id that name furniture.
pub const NAMES: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "adverts",
    "also read",
    "alsoread",
    "author bio",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "breaking",
    "ccpa",
    "component container",
    "components container",
    "components section",
    "consent",
    "cookie",
    "cookies",
    "donate",
    "dropdown",
    "follow",
    "foot",
    "footer",
    "gdpr",
    "lightbox",
    "links block",
    "login",
    "masthead",
    "menu",
    "modal",
    "more news",
    "more stories",
    "most popular",
    "most read",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "player",
    "popup",
    "print only",
    "promo",
    "promoted",
    "rail",
    "read more",
    "read next",
    "readmore",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "relatedposts",
    "screen reader",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "sign up",
    "signup",
    "skip link",
    "social",
    "sponsor",
    "sponsored",
    "sr only",
    "subscribe",
    "subscription",
    "taboola",
    "tag list",
    "taglist",
    "tags",
    "ticker",
    "topic list",
    "toolbar",
    "topbar",
    "trending",
    "up next",
    "uptime",
    "visually hidden",
    "weather",
];

/// Names of what readers wrote.
const COMMENTS: &[&str] = &["comment", "comments", "disqus", "respond", "livefyre", "commentlist"];

/// Words before a name that say it is not the thing itself: "has-sidebar".
const DENIALS: &[&str] = &[
    "has", "no", "with", "without", "is", "not", "hide", "js", "show", "open", "enable",
];

/// Names of captions and credits.
pub const CAPTIONS: &[&str] = &[
    "caption",
    "captions",
    "cap",
    "credit",
    "credits",
    "figcaption",
    "copyright",
];

/// Names of what holds a picture.
pub const PICTURES: &[&str] = &[
    "photo", "photos", "image", "img", "picture", "figure", "bild", "gallery", "media", "lead art",
];

/// Whether an element is named as what readers wrote.
pub fn is_comments(element: &Element) -> bool {
    !matches!(element.name(), "body" | "html" | "main" | "article") && named(element, COMMENTS)
}

/// Whether an element is a caption by its tag or name.
pub fn is_caption(element: &Element) -> bool {
    element.name() == "figcaption" || named(element, CAPTIONS)
}

/// Whether a class or the id of an element has one of the names in it.
pub fn named(element: &Element, names: &[&str]) -> bool {
    let said = ["data-component", "data-testid", "data-qa"]
        .iter()
        .filter_map(|key| element.attr(key));
    let classes = element.classes().chain(element.id()).chain(said);
    classes.into_iter().any(|class| has_name(class, names))
}

fn has_name(class: &str, names: &[&str]) -> bool {
    let words = words(class);
    (0..words.len()).any(|at| {
        if at > 0 && DENIALS.contains(&words[at - 1].as_str()) {
            return false;
        }
        names.iter().any(|name| match name.split_once(' ') {
            None => words[at] == *name,
            Some((first, second)) => words[at] == first && words.get(at + 1).is_some_and(|w| w == second),
        })
    })
}

/// "embed-newsletter", "relatedStories", "most_read" → their words.
fn words(class: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut fresh = true;
    let mut lower_before = false;
    for c in class.chars() {
        if !c.is_alphanumeric() {
            fresh = true;
            lower_before = false;
            continue;
        }
        if fresh || (c.is_uppercase() && lower_before) {
            out.push(String::new());
            fresh = false;
        }
        lower_before = c.is_lowercase();
        if let Some(word) = out.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        assert!(has_name("embed-newsletter", NAMES));
        assert!(has_name("articleRelatedStories", NAMES));
        assert!(has_name("c-most_read", NAMES));
        for name in [
            "has-sidebar",
            "loadable",
            "commentary",
            "timeline-shared",
            "header",
            "no-comments",
        ] {
            assert!(!has_name(name, NAMES) && !has_name(name, COMMENTS), "{name}");
        }
    }
}
