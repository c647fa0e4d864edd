//! What the head of a table says of the times below it: their zones, "| UTC | PDT | Event |", and that they are still to
//! come, "| Action | Due |".
//!
//! One would get wrong that two clocks in a row are two times: the head of the table says that they are one, told twice.
//! And "Q2" in a list of what is to be done dates nothing that has happened.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::time::expression::{Expression, Timex, ZoneName};
use super::time::view::View;
use super::time::zone;

/// Tokens at most in the cell that heads a column of clocks: "Time of day (Europe/London)".
const LONGEST_CELL: usize = 8;

/// What heads a column of what is still to come.
const TO_COME: &[&str] = &["due", "eta", "target", "deadline", "planned", "expected"];

/// What heads a column that says of each row what kind it is of.
const KINDS: &[&str] = &["type", "kind", "category", "class"];

/// Rows at most between a cell and the head of its column.
const MOST_ROWS: usize = 200;

/// Whether a position stands in a column of what is still to come: "Due", "Target date", "ETA".
pub(super) fn is_to_come(article: &Article, block: usize, position: usize) -> bool {
    let row = &article.blocks[block];
    if row.kind != BlockKind::Row {
        return false;
    }
    let Some(head) = head_above(article, block) else {
        return false;
    };
    let column = cells(article, row).iter().position(|cell| cell.contains(&position));
    let head = cells(article, head);
    column
        .and_then(|column| head.get(column))
        .is_some_and(|cell| heads(article, cell, TO_COME))
}

/// The words of a row's entry without the cells before its text that say what kind of row it is: "`operator`" below "Event type".
pub(super) fn behind_kinds(article: &Article, block: usize, words: Range<usize>) -> Range<usize> {
    let row = &article.blocks[block];
    let Some(head) = Some(row)
        .filter(|row| row.kind == BlockKind::Row)
        .and_then(|_| head_above(article, block))
    else {
        return words;
    };
    let (row, head) = (cells(article, row), cells(article, head));
    let kinds = row
        .iter()
        .zip(&head)
        .skip_while(|(cell, _)| cell.end <= words.start)
        .take_while(|(_, head)| heads(article, head, KINDS));
    let start = kinds.last().map_or(words.start, |(cell, _)| cell.end + 1);
    if start < words.end { start..words.end } else { words }
}

/// The row that heads the table which a row stands in.
fn head_above(article: &Article, block: usize) -> Option<&Block> {
    let rows = article.blocks[..block].iter().rev().take(MOST_ROWS);
    let mut rows = rows.take_while(|it| matches!(it.kind, BlockKind::Row | BlockKind::HeaderRow));
    rows.find(|it| it.kind == BlockKind::HeaderRow)
}

/// Whether the cell that heads a column has one of these words.
fn heads(article: &Article, cell: &Range<usize>, words: &[&str]) -> bool {
    let view = View::of(article, cell);
    cell.len() <= LONGEST_CELL && cell.clone().any(|at| view.says_any(at, words))
}

/// Gives every clock below a head that names several zones the zone of its column.
pub fn lend_zones(article: &Article, timexes: &mut [Timex]) {
    let mut at = 0;
    while at < article.blocks.len() {
        let head = &article.blocks[at];
        at += 1;
        let Some(zones) = zones_of(article, head) else {
            continue;
        };
        let rows = article.blocks[at..]
            .iter()
            .take_while(|row| is_row(head, row) && cells(article, row).len() + 1 >= zones.len());
        for row in rows {
            at += 1;
            lend(timexes, &cells(article, row), &zones);
        }
    }
}

/// The zone of each column, where two columns are of unlike zones.
fn zones_of(article: &Article, head: &Block) -> Option<Vec<Option<ZoneName>>> {
    let tabular = matches!(head.kind, BlockKind::Row | BlockKind::HeaderRow | BlockKind::Paragraph);
    let clocks = |head: &Block| {
        article.tokens[head.tokens.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Clock(_)))
    };
    if !tabular || head.tokens.len() > 6 * LONGEST_CELL || clocks(head) {
        return None;
    }
    let zones: Vec<Option<ZoneName>> = cells(article, head).iter().map(|cell| zone_in(article, cell)).collect();
    let mut named = zones.iter().flatten();
    let first = named.next()?;
    named.any(|other| other != first).then_some(zones)
}

/// "UTC", "Time (UTC)", "Local time": the zone that a cell is about.
fn zone_in(article: &Article, cell: &Range<usize>) -> Option<ZoneName> {
    let view = View::of(article, cell);
    let short = cell.len() <= LONGEST_CELL;
    cell.clone()
        .filter(|_| short)
        .find_map(|at| zone::named(&view, at))
        .map(|(zone, _)| zone)
}

/// Whether a block can be a row below a head: of the same table, or a line in columns.
fn is_row(head: &Block, row: &Block) -> bool {
    match head.kind {
        BlockKind::Paragraph => row.kind == BlockKind::Paragraph && !row.after_gap,
        _ => row.kind == BlockKind::Row,
    }
}

/// The tokens of each cell; those of a line are parted by wide blanks.
fn cells(article: &Article, row: &Block) -> Vec<Range<usize>> {
    let lined = row.kind == BlockKind::Paragraph;
    let first = row.tokens.start..row.tokens.start;
    let mut out = Vec::from([first]);
    for at in row.tokens.clone() {
        let token = &article.tokens[at];
        let bar = !lined && token.kind == Kind::Symbol('|');
        let column = lined && at > row.tokens.start && token.opens_column(&article.tokens[at - 1], &article.text);
        if bar || column {
            out.push(at + usize::from(bar)..at + 1);
        } else if let Some(cell) = out.last_mut() {
            cell.end = at + 1;
        }
    }
    out
}

fn lend(timexes: &mut [Timex], cells: &[Range<usize>], zones: &[Option<ZoneName>]) {
    for (cell, zone) in cells.iter().zip(zones) {
        let first = timexes.partition_point(|it| it.tokens.start < cell.start);
        for timex in timexes[first..].iter_mut().take_while(|it| it.tokens.start < cell.end) {
            if let Expression::Point(point) = &mut timex.expression
                && point.clock.is_some()
            {
                point.zone = point.zone.or(*zone);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::mention::Time;
    use crate::parser::statement::kind::Modality;

    /// How many times each mention of a table tells.
    fn told(text: &str) -> Vec<usize> {
        let article = Article::read("told", text.as_bytes(), None).expect("a table can be read");
        let tellings = |time: &Time| match time {
            Time::Point { also, .. } => 1 + also.len(),
            _ => 0,
        };
        let mentions = crate::parser::parse_times(&article).mentions;
        mentions.iter().map(|it| tellings(&it.time)).collect()
    }

    #[test]
    fn what_stands_below_due_is_to_come() {
        let to_come = |head: &str, cell: &str| {
            let text = format!(
                "# Actions of 20 February 2024\n\n| Action | {head} |\n|-|-|\n| Replace the pumps | {cell} |\n"
            );
            let article = Article::read("actions", text.as_bytes(), None).expect("a table can be read");
            let told = crate::parser::parse(&article).statements;
            told.iter()
                .any(|it| it.mention.is_some() && it.modality == Modality::Expected)
        };
        for (head, cell) in [
            ("Due", "Q2"),
            ("Due date", "end of March"),
            ("ETA", "Friday"),
            ("Target", "5 March"),
        ] {
            assert!(to_come(head, cell), "{head} {cell}");
        }
        for (head, cell) in [("Done", "Friday"), ("Started", "5 March"), ("Duet", "Friday")] {
            assert!(!to_come(head, cell), "{head} {cell}");
        }
    }

    #[test]
    fn a_row_of_two_zones_tells_one_time() {
        for table in [
            "| UTC | PDT | Event |\n|-|-|-|\n| 16:14 | 09:14 | Pumps stop |\n",
            "| What | Time (CET) | Time (UTC) |\n|-|-|-|\n| Pumps stop | 17:14 | 16:14 |\n",
            "| Local time | UTC | Event |\n|-|-|-|\n| 2024-03-12 17:14 | 2024-03-12 16:14 | Pumps stop |\n",
            "UTC     PDT     Event\n16:14   09:14   Pumps stop\n",
        ] {
            assert_eq!(told(table), [2], "{table}");
        }
        for table in [
            "| Start | End | Event |\n|-|-|-|\n| 16:14 | 16:40 | Pumps stop |\n",
            "| Start (UTC) | End (UTC) | Event |\n|-|-|-|\n| 16:14 | 16:40 | Pumps stop |\n",
        ] {
            assert_eq!(told(table), [1, 1], "{table}");
        }
    }
}
