//! A web page → the article in it: its title and dates at the top, then headings, paragraphs, lists and tables.
//!
//! One would get wrong that a page is its text: most of it is menus, other stories and what readers think. What is
//! furniture is told by its tag, by its name, by the heading above it and by its share of links; but where that
//! leaves next to nothing (a forum, whose comments are the article), the names are not believed.

pub mod feed;
mod furniture;
mod metadata;
mod moment;
mod names;
mod survey;
mod table;
mod walker;

use ego_tree::NodeRef;
use scraper::{ElementRef, Html, Node};

use super::block::{self, BlockKind};
use super::draft::{Draft, Notice};
use furniture::Furniture;
use metadata::Metadata;
use survey::Survey;
use walker::Walker;

/// Share of a page's prose that an `<article>` must hold to be the article.
const MOST_OF_IT: f64 = 0.6;

/// Characters of prose below which furniture is looked for by tags alone.
const NEXT_TO_NOTHING: usize = 300;

/// Reads a page, or a feed as one.
pub fn read(text: &str) -> Draft {
    if feed::is_feed(text) {
        return read(&feed::page(text));
    }
    let (front, markup) = front_matter(text);
    let page = Html::parse_document(markup);
    let metadata = Metadata::of(&page);
    let survey = Survey::of(&page);
    let (mut body, mut stamps) = article(&page, &survey, true);
    if body.text.len() < NEXT_TO_NOTHING {
        let (whole, its_stamps) = article(&page, &survey, false);
        if whole.text.len() > body.text.len() * 3 {
            (body, stamps) = (whole, its_stamps);
        }
    }
    let mut draft = Draft::default();
    match front {
        Some(front) => {
            draft.stretches = block::stretches(front);
            front.clone_into(&mut draft.text);
        }
        None => draft.head(&metadata.lines(&stamps)),
    }
    let titled = body.stretches.iter().any(|s| matches!(s.kind, BlockKind::Heading(1)));
    if let Some(title) = metadata
        .title
        .as_deref()
        .filter(|title| !titled && !opens_with(&body, title))
    {
        draft.push(BlockKind::Heading(1), 0, true, title);
    }
    draft.append(&body, 0);
    if body.stretches.is_empty() {
        draft.notices.push(Notice::new(
            "empty-page",
            "the page holds no text: it may be filled in by a script; save it from the browser when it is shown",
        ));
        if draft.text.trim().is_empty() {
            // Something must be left to count offsets in.
            let left: String = page.root_element().text().collect();
            let left = if left.trim().is_empty() { markup } else { &left };
            draft.push(BlockKind::Code, 0, true, left);
        }
    }
    draft
}

/// A static site's source has front matter above its tags.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let start = text.trim_start();
    let Some(mark) = ["---\n", "+++\n"].into_iter().find(|mark| start.starts_with(mark)) else {
        return (None, text);
    };
    let close = format!("\n{mark}");
    match start.find(&close) {
        Some(at) => (Some(&start[..at + close.len()]), &start[at + close.len()..]),
        None => (None, text),
    }
}

/// Whether one of the first blocks says what the title says.
fn opens_with(body: &Draft, title: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase()
    };
    let title = plain(title);
    body.stretches.iter().take(4).any(|s| {
        let here = plain(&body.text[s.bytes.clone()]);
        !here.is_empty() && (title.starts_with(&here) || here.starts_with(&title))
    })
}

/// The article's blocks, and the stamps of its head.
fn article(page: &Html, survey: &Survey, by_name: bool) -> (Draft, moment::Stamps) {
    let furniture = Furniture::new(survey, by_name);
    let root = root(page, survey, by_name);
    let mut walker = Walker::new(survey, &furniture);
    // A headline above the article, as a sibling of it.
    if let Some(headline) = survey.headline()
        && !survey.holds_headline(root.id())
        && let Some(headline) = page.tree.get(headline).and_then(ElementRef::wrap)
    {
        walker.heading(1, &headline);
    }
    walker.walk(root, 0);
    walker.finish()
}

/// The smallest `<article>` or `<main>` that holds most of the page's prose, else the body.
fn root<'a>(page: &'a Html, survey: &Survey, by_name: bool) -> NodeRef<'a, Node> {
    let body = page
        .root_element()
        .children()
        .filter_map(ElementRef::wrap)
        .find(|e| e.value().name() == "body")
        .map_or_else(|| page.tree.root(), |e| *e);
    if !by_name {
        return body;
    }
    let all = survey.prose_outside_comments(body.id());
    let mut best = body;
    for element in page.root_element().descendants().filter_map(ElementRef::wrap) {
        let value = element.value();
        let semantic = matches!(value.name(), "article" | "main") || value.attr("role") == Some("main");
        let share = survey.prose_outside_comments(element.id()) as f64 / all.max(1) as f64;
        // In document order, so the last that fits is the innermost.
        if semantic && share >= MOST_OF_IT {
            best = *element;
        }
    }
    best
}

#[cfg(test)]
mod tests;
