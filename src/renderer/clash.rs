//! Contradictions, with the words that clash underlined in their lines.
//!
//! One would get wrong to print whole lines: an article's line is a paragraph, so the words stand in a stretch of it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Look;
use super::plain::{is_control, one_line};
use crate::article::span::Span;
use crate::chronology::timeline::{Conflict, Timeline};

/// Characters shown on either side of the words.
const AROUND: usize = 60;

/// A report for each conflict; empty where there is none.
pub fn page(timeline: &Timeline, look: &Look) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(look.width.map_or(140, usize::from));
    let mut out = String::new();
    for conflict in &timeline.conflicts {
        out.push('\n');
        out.push_str(&renderer.render(&groups(timeline, conflict)));
        out.push('\n');
    }
    out
}

fn groups<'a>(timeline: &'a Timeline, conflict: &'a Conflict) -> Vec<Group<'a>> {
    let title = Level::WARNING
        .with_name("conflict")
        .primary_title(one_line(&conflict.explanation));
    let mut group = Group::with_title(title);
    for (document, span) in &conflict.words {
        if let Some(document) = timeline.documents.get(*document) {
            let excerpt = Excerpt::of(&document.text, *span);
            group = group.element(
                Snippet::source(excerpt.text)
                    .line_start(excerpt.line)
                    .path(one_line(&document.path))
                    .fold(false)
                    .annotation(AnnotationKind::Primary.span(excerpt.words)),
            );
        }
    }
    if let Some(repair) = &conflict.repair {
        group = group.element(Level::HELP.with_name("they would agree").message(one_line(repair)));
    }
    vec![group]
}

/// A stretch of a line around some words.
struct Excerpt {
    text: String,
    line: usize,
    words: std::ops::Range<usize>,
}

impl Excerpt {
    fn of(text: &str, span: Span) -> Self {
        let line_start = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.start()..]
            .find('\n')
            .map_or(text.len(), |at| span.start() + at);
        let end = span.end().min(line_end);
        let from = text[line_start..span.start()]
            .char_indices()
            .rev()
            .nth(AROUND)
            .map_or(line_start, |(at, _)| line_start + at);
        let to = text[end..line_end]
            .char_indices()
            .nth(AROUND)
            .map_or(line_end, |(at, _)| end + at);
        let before = harmless(&text[from..span.start()]);
        let words = harmless(&text[span.start()..end]);
        let after = harmless(&text[end..to]);
        let lead = if from > line_start { "… " } else { "" };
        let tail = if to < line_end { " …" } else { "" };
        let start = lead.len() + before.len();
        Self {
            words: start..start + words.len(),
            text: format!("{lead}{before}{words}{after}{tail}"),
            line: text[..span.start()].matches('\n').count() + 1,
        }
    }
}

/// The text with what does something to a terminal made a blank.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| if is_control(c) || c == '\t' { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_underlined_in_a_stretch_of_their_line() {
        let text = format!("First line.\n{}down at noon{}\nLast.", "x ".repeat(80), " y".repeat(80));
        let at = text.find("down").expect("it is there");
        let excerpt = Excerpt::of(&text, Span::new(at, at + 12).expect("a span"));
        assert_eq!(&excerpt.text[excerpt.words.clone()], "down at noon");
        assert_eq!(excerpt.line, 2);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
    }
}
