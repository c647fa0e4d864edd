//! A table → its rows.
//!
//! One would get wrong that every table holds data: old pages are laid out with them.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node};

use super::furniture::Furniture;
use super::walker::words_of;
use crate::article::block::BlockKind;
use crate::article::draft::Draft;

/// Longest cell of a table that holds data.
const LONGEST_CELL: usize = 1_500;

/// Whether a table holds data: rows of two cells or more, and nothing in them that is a page of its own.
pub fn holds_data(table: &ElementRef) -> bool {
    let mut rows = 0;
    for element in table.descendants().skip(1).filter_map(ElementRef::wrap) {
        match element.value().name() {
            "table" | "h1" | "h2" | "article" | "main" => return false,
            "tr" => rows += usize::from(cells(&element).count() >= 2),
            "td" if words_of(&element).len() > LONGEST_CELL => return false,
            _ => {}
        }
    }
    rows > 0
}

/// Writes a table's rows, cells parted by bars.
pub fn write(table: &ElementRef, furniture: &Furniture, draft: &mut Draft) {
    let mut first = true;
    for element in table.descendants().skip(1).filter_map(ElementRef::wrap) {
        match element.value().name() {
            "caption" => draft.push(BlockKind::Paragraph, 0, true, &words_of(&element)),
            "tr" => {
                let words: Vec<String> = cells(&element)
                    .filter(|cell| !furniture.drops(cell))
                    .map(|cell| cell_words(*cell).replace('|', "/"))
                    .collect();
                if words.iter().all(String::is_empty) {
                    continue;
                }
                let head = cells(&element).all(|cell| cell.value().name() == "th")
                    || element
                        .parent()
                        .and_then(ElementRef::wrap)
                        .is_some_and(|above| above.value().name() == "thead");
                let kind = if head { BlockKind::HeaderRow } else { BlockKind::Row };
                draft.push(kind, 0, first, &words.join(" | "));
                first = false;
            }
            _ => {}
        }
    }
}

fn cells<'a>(row: &ElementRef<'a>) -> impl Iterator<Item = ElementRef<'a>> {
    row.children()
        .filter_map(ElementRef::wrap)
        .filter(|cell| matches!(cell.value().name(), "td" | "th"))
}

/// A cell's words; what a line break parts stays apart.
fn cell_words(cell: NodeRef<Node>) -> String {
    let mut out = String::new();
    for node in cell.descendants() {
        match node.value() {
            Node::Text(text) => out.push_str(&text.text),
            Node::Element(element) if matches!(element.name(), "br" | "p" | "div" | "li") => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
