//! Cells in columns: comfy-table decides the widths and the line breaks, what is drawn is ours.
//!
//! One would get wrong that comfy-table measures a coloured cell: here it lays out plain text between private
//! marks, and only the finished lines are inked. The marks cannot come from an article, for
//! [`super::plain::one_line`] takes them out.

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Row, Table, TableStyle, Width};

use unicode_width::UnicodeWidthStr;

use super::ink::{Ink, Pen};

const BETWEEN_CELLS: char = '\u{E000}';
const BETWEEN_ROWS: char = '\u{E001}';
/// Stands before a part of a cell; which part, its distance from the mark tells.
const FIRST_PART: u32 = 0xE010;

const LAYOUT: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(BETWEEN_CELLS))
    .content_lines(ContentLineStyle::none().junction(BETWEEN_CELLS))
    .row_separator(LineStyle::none().fill(BETWEEN_ROWS).junction(BETWEEN_ROWS));

/// A blank at which no line breaks; an article cannot bring one, for its blanks are made plain.
pub const UNBROKEN: char = '\u{A0}';

/// A cell: parts below one another, each in its ink.
pub type Cell = Vec<(Ink, String)>;

/// Rows of cells.
#[derive(Default)]
pub struct Grid {
    table: Table,
    /// Of each row and each of its cells, what its parts are inked in: their texts stand in the table, and once.
    inks: Vec<Vec<Vec<Ink>>>,
    /// The least that each column is wide, where no width is given.
    least: Vec<usize>,
}

/// How wide the columns of rows come out where no width is given, without what parts them.
pub fn widths(rows: impl Iterator<Item = Vec<Cell>>) -> Vec<usize> {
    let mut widest: Vec<usize> = Vec::new();
    for cells in rows {
        widest.resize(widest.len().max(cells.len()), 0);
        for (widest, cell) in widest.iter_mut().zip(&cells) {
            // The mark of a later part takes a column.
            let parts = cell.iter().enumerate();
            let parts = parts.map(|(at, (_, text))| text.width() + usize::from(at > 0));
            *widest = parts.chain([*widest]).max().unwrap_or_default();
        }
    }
    widest
}

impl Grid {
    /// A grid whose columns are at least so wide where no width is given.
    pub fn at_least(widths: &[usize]) -> Self {
        Self {
            least: widths.to_vec(),
            ..Self::default()
        }
    }

    /// Adds a row; all rows have the same number of cells.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.table
            .add_row(Row::from(cells.iter().map(marked).collect::<Vec<_>>()));
        let inks = |cell: Cell| cell.into_iter().map(|(ink, _)| ink).collect();
        self.inks.push(cells.into_iter().map(inks).collect());
    }

    /// The lines of each row. Without a width every part is one line; `columns` bounds each column's width from below and above.
    pub fn lines(self, width: Option<u16>, columns: &[(u16, u16)], pen: Pen) -> Vec<Vec<String>> {
        let Self { mut table, inks, least } = self;
        if inks.is_empty() {
            return Vec::new();
        }
        table.load_style(LAYOUT).set_content_arrangement(match width {
            Some(_) => ContentArrangement::Dynamic,
            None => ContentArrangement::Disabled,
        });
        if let Some(width) = width {
            table.set_width(width);
        }
        for (column, least) in table.column_iter_mut().zip(least).filter(|_| width.is_none()) {
            let padded = u16::try_from(least + 1).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(padded)));
        }
        for (column, (least, most)) in table.column_iter_mut().zip(columns) {
            column.set_padding((0, 1));
            if width.is_some() {
                column.set_constraint(ColumnConstraint::Boundaries {
                    // Constraints count the padding.
                    lower: Width::Fixed(least + 1),
                    upper: Width::Fixed(most.saturating_add(1)),
                });
            }
        }
        let mut rows = vec![Painter::new(&inks[0], pen)];
        for line in table.lines() {
            if line.starts_with(BETWEEN_ROWS) {
                rows.push(Painter::new(&inks[rows.len()], pen));
            } else if let Some(painter) = rows.last_mut() {
                painter.line(&line);
            }
        }
        rows.into_iter().map(|painter| painter.lines).collect()
    }
}

fn marked(cell: &Cell) -> String {
    let mut text = String::new();
    for (index, (_, part)) in cell.iter().enumerate() {
        if index > 0 {
            text.push('\n');
            text.extend(
                u32::try_from(index)
                    .ok()
                    .and_then(|index| char::from_u32(FIRST_PART + index)),
            );
        }
        text.push_str(part);
    }
    text
}

/// Inks the lines of one row, remembering for each cell which part it has come to.
struct Painter<'grid> {
    cells: &'grid [Vec<Ink>],
    part: Vec<usize>,
    pen: Pen,
    lines: Vec<String>,
}

impl<'grid> Painter<'grid> {
    fn new(cells: &'grid [Vec<Ink>], pen: Pen) -> Self {
        Self {
            cells,
            part: vec![0; cells.len()],
            pen,
            lines: Vec::new(),
        }
    }

    fn line(&mut self, line: &str) {
        let mut inked = String::with_capacity(line.len());
        let mut blank = 0;
        for (column, text) in line.split(BETWEEN_CELLS).enumerate() {
            let Some(cell) = self.cells.get(column) else {
                continue;
            };
            let text = match text.chars().next().and_then(|mark| self.begins(column, mark)) {
                // The mark took a column, which is given back behind the text.
                Some(rest_at) => format!("{} ", &text[rest_at..]),
                None => text.to_owned(),
            };
            let shown = text.trim_end();
            let ink = cell.get(self.part[column]).copied().unwrap_or(Ink::Plain);
            // Spaces are written only before something, so that no line ends in them.
            if !shown.is_empty() {
                inked.extend(std::iter::repeat_n(' ', blank));
                blank = 0;
                inked.push_str(&self.pen.write(ink, &shown.replace(UNBROKEN, " ")));
            }
            blank += text.chars().count() - shown.chars().count() + 1;
        }
        self.lines.push(inked);
    }

    /// Where the text begins behind a mark, after the cell has gone on to the part that the mark names.
    fn begins(&mut self, column: usize, mark: char) -> Option<usize> {
        let part = u32::from(mark).checked_sub(FIRST_PART)? as usize;
        if part >= self.cells[column].len() {
            return None;
        }
        self.part[column] = part;
        Some(mark.len_utf8())
    }
}
