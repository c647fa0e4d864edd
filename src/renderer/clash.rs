//! Contradictions, with the words that clash underlined in their lines.
//!
//! One would get wrong to print whole lines: an article's line is a paragraph, so the words stand in a stretch of it
//! that fits the terminal; a line that a terminal breaks takes the underline from below its words.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Look;
use super::below::LABEL;
use super::grid::Grid;
use super::ink::{Ink, Pen};
use super::plain::{is_control, one_line};
use crate::article::span::Span;
use crate::chronology::timeline::Timeline;

/// Columns shown on either side of the words where nothing bounds the line.
const AROUND: usize = 60;

/// How far an excerpt stands in: as far as the texts of the notes above it.
const INDENT: usize = LABEL + 2;

/// What stands for words that are left out.
const GAP: &str = " … ";

/// Each conflict under its label, its words below it; empty where there is none.
pub fn page(timeline: &Timeline, look: &Look) -> String {
    let pen = Pen { colour: look.colour };
    let mut lines: Vec<String> = Vec::new();
    for conflict in &timeline.conflicts {
        lines.push(String::new());
        lines.extend(note("Conflict", Ink::Alert, &conflict.explanation, look, pen));
        for (document, span) in &conflict.words {
            lines.extend(excerpt(timeline, *document, *span, look, pen));
        }
        if let Some(repair) = &conflict.repair {
            lines.extend(note("To agree", Ink::Plain, repair, look, pen));
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A sentence beside its label.
fn note(label: &str, ink: Ink, sentence: &str, look: &Look, pen: Pen) -> Vec<String> {
    let mut grid = Grid::default();
    grid.row(vec![
        vec![(Ink::Label, format!("{label:LABEL$}"))],
        vec![(ink, one_line(sentence))],
    ]);
    grid.lines(look.width, &[(LABEL as u16, LABEL as u16), (20, u16::MAX)], pen)
        .concat()
}

/// Where the words stand, their line, and the underline.
fn excerpt(timeline: &Timeline, document: usize, span: Span, look: &Look, pen: Pen) -> Vec<String> {
    let Some(document) = timeline.documents.get(document) else {
        return Vec::new();
    };
    let room = look
        .width
        .map(|width| usize::from(width).saturating_sub(INDENT).max(20));
    let line = 1 + document.text[..span.start()].matches('\n').count();
    let place = format!("line {line} of {}", one_line(&document.path));
    let Excerpt { before, words, after } = Excerpt::of(&document.text, span, room);
    let blank = " ".repeat(INDENT);
    let under = "^".repeat(words.width().max(1));
    vec![
        format!("{blank}{}", pen.write(Ink::Faint, &place)),
        format!("{blank}{before}{}{after}", pen.write(Ink::Alert, &words))
            .trim_end()
            .to_owned(),
        format!("{blank}{}{}", " ".repeat(before.width()), pen.write(Ink::Alert, &under)),
    ]
}

/// A stretch of a line around some words.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Excerpt {
    before: String,
    words: String,
    after: String,
}

impl Excerpt {
    /// The stretch that fits the room.
    fn of(text: &str, span: Span, room: Option<usize>) -> Self {
        let line_start = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.start()..]
            .find('\n')
            .map_or(text.len(), |at| span.start() + at);
        let end = span.end().min(line_end);
        let words = harmless(&text[span.start()..end]);
        let words = match room {
            Some(room) if words.width() > room => shortened(&words, room),
            _ => words,
        };
        let around = room.map_or(AROUND, |room| (room.saturating_sub(words.width()) / 2).min(AROUND));
        let before = harmless(&text[line_start..span.start()]);
        let after = harmless(&text[end..line_end]);
        Self {
            before: last(&before, around),
            words,
            after: first(&after, around),
        }
    }
}

/// The first words that fit so many columns.
fn first(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let fits = text[..prefix(text.chars(), room.saturating_sub(GAP.len()))].to_owned();
    format!("{}{}", fits.trim_end(), GAP.trim_end())
}

/// The last words that fit so many columns.
fn last(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let from = text.len() - prefix(text.chars().rev(), room.saturating_sub(GAP.len()));
    format!("{}{}", GAP.trim_start(), text[from..].trim_start())
}

/// Words without their middle.
fn shortened(words: &str, room: usize) -> String {
    let half = room.saturating_sub(GAP.len()) / 2;
    let head = &words[..prefix(words.chars(), half)];
    let tail = &words[words.len() - prefix(words.chars().rev(), half)..];
    // A word that is cut goes, unless it is all there is.
    let head = head.rsplit_once(' ').map_or(head, |(whole, _)| whole).trim_end();
    let tail = tail.split_once(' ').map_or(tail, |(_, whole)| whole).trim_start();
    format!("{head}{GAP}{tail}")
}

/// The bytes of the characters that fit so many columns.
fn prefix(chars: impl Iterator<Item = char>, room: usize) -> usize {
    let mut columns = 0;
    chars
        .take_while(|c| {
            columns += c.width().unwrap_or(0);
            columns <= room
        })
        .map(char::len_utf8)
        .sum()
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
    use crate::renderer::sample;

    #[test]
    fn the_words_are_underlined_in_a_stretch_of_their_line() {
        let text = format!("First line.\n{}down at noon{}\nLast.", "x ".repeat(80), " y".repeat(80));
        let at = text.find("down").expect("it is there");
        let span = Span::new(at, at + 12).expect("a span");
        for room in [None, Some(20), Some(50)] {
            let excerpt = Excerpt::of(&text, span, room);
            assert_eq!(excerpt.words, "down at noon");
            assert!(
                excerpt.before.starts_with('…') && excerpt.after.ends_with('…'),
                "{excerpt:?}"
            );
            let columns = excerpt.before.width() + excerpt.words.width() + excerpt.after.width();
            assert!(room.is_none_or(|room| columns <= room), "{excerpt:?}");
        }
        assert!(Excerpt::of(&text, span, Some(8)).words.contains('…'));
    }

    #[test]
    fn a_conflict_is_no_wider_than_the_terminal() {
        for width in [60, 80, 200] {
            let look = Look {
                width: Some(width),
                ..Look::default()
            };
            let page = page(&sample::every_case(), &look);
            assert!(page.contains("\nConflict "), "{page}");
            for line in page.lines() {
                assert!(line.width() <= usize::from(width), "{line}");
            }
        }
    }
}
