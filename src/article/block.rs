//! Lines → blocks: headings, paragraphs, list items, table rows, quotes, code, front matter.
//!
//! One would get wrong that a line break may mean nothing (a wrapped mail) or everything (a byline under a
//! headline): a line goes on where the line before it is full.

use super::draft::{Draft, Notice, Stretch};
use super::line::{
    Line, goes_on, is_field, is_rule, is_shouted_heading, is_table_rule, is_underline, item_mark, lines, names_field,
    quote_mark, rows,
};
use super::menu;
use super::span::Span;
use super::token::Token;

/// A stretch of text that stands by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Without its marks.
    pub span: Span,
    /// Likewise.
    pub tokens: std::ops::Range<usize>,
    /// Columns before its mark.
    pub indent: usize,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A heading by its marks, 1 to 6, or by standing alone in capitals (2).
    Heading(u8),
    /// Prose, or any line that stands alone.
    Paragraph,
    /// A list item, with what is indented below it.
    Item,
    /// A row of a table.
    Row,
    /// The row above a table's rule.
    HeaderRow,
    /// Somebody else's words, marked line by line.
    Quote,
    /// Code or a log between fences.
    Code,
    /// What stands between `---` or `+++` at the top; a block for each line.
    FrontMatter,
    /// What stands below a picture.
    Caption,
}

/// Most lines that front matter has where something in it is no field.
const LONGEST_FRONT_MATTER: usize = 60;

/// Takes a text apart into blocks.
pub fn blocks(text: &str, tokens: &[Token]) -> Vec<Block> {
    attach(&stretches(text), tokens)
}

/// Gives every stretch its tokens; what has none is no block.
pub fn attach(stretches: &[Stretch], tokens: &[Token]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let floor = out.last().map_or(0, |block| block.tokens.end);
        let first = tokens
            .partition_point(|t| t.span.start() < stretch.bytes.start)
            .max(floor);
        let last = tokens.partition_point(|t| t.span.start() < stretch.bytes.end);
        if first < last
            && let Some(span) = Span::new(tokens[first].span.start(), tokens[last - 1].span.end())
        {
            out.push(Block {
                kind: stretch.kind,
                span,
                tokens: first..last,
                indent: stretch.indent,
                after_gap: stretch.after_gap,
            });
        }
    }
    out
}

/// Takes a text apart, line by line.
pub fn stretches(text: &str) -> Vec<Stretch> {
    lay_out(text).0
}

/// A plain text or Markdown, whose text stays as it is.
pub fn draft(text: String) -> Draft {
    let (stretches, notice) = lay_out(&text);
    Draft {
        furniture: [menu::above(&text), menu::below(&text)].concat(),
        text,
        stretches,
        speakers: Vec::new(),
        notices: notice.into_iter().collect(),
    }
}

fn lay_out(text: &str) -> (Vec<Stretch>, Option<Notice>) {
    let mut builder = Builder {
        text,
        stretches: Vec::new(),
        after_gap: true,
    };
    let mut lines = lines(text);
    let (mut at, notice) = builder.front_matter(&lines);
    builder.date_before_prose(&mut lines);
    while at < lines.len() {
        at += builder.take(&lines[at..]).max(1);
    }
    (builder.stretches, notice)
}

struct Builder<'a> {
    text: &'a str,
    stretches: Vec<Stretch>,
    after_gap: bool,
}

impl Builder<'_> {
    fn push(&mut self, kind: BlockKind, start: usize, end: usize, indent: usize) {
        if !self.text[start..end].trim().is_empty() {
            self.stretches.push(Stretch {
                kind,
                bytes: start..end,
                indent,
                after_gap: self.after_gap,
            });
            self.after_gap = false;
        }
    }

    /// ".. date: 2021-10-04 22:05" and its like at the top, in a comment or not; how many lines that is.
    fn dotted_fields(&mut self, lines: &[Line]) -> usize {
        let marked = usize::from(lines.first().is_some_and(|l| l.text.trim_end() == "<!--"));
        let fields = lines[marked..]
            .iter()
            .take_while(|l| l.text.strip_prefix(".. ").is_some_and(names_field))
            .count();
        if fields < 2 {
            return 0;
        }
        for line in &lines[marked..marked + fields] {
            self.push(BlockKind::FrontMatter, line.start + 3, line.start + line.text.len(), 0);
        }
        self.after_gap = true;
        marked + fields + usize::from(lines.get(marked + fields).is_some_and(|l| l.text.trim_end() == "-->"))
    }

    /// "date 2021-10-04 The pumps have failed …": a store of pages writes the date of each before its first words.
    fn date_before_prose(&mut self, lines: &mut [Line]) {
        const FIELD: usize = "date 2021-10-04".len();
        let Some(line) = lines
            .first_mut()
            .filter(|line| line.text.trim_start().starts_with("date "))
        else {
            return;
        };
        let indent = line.text.len() - line.text.trim_start().len();
        (line.start, line.text) = (line.start + indent, &line.text[indent..]);
        let dated = line.text.get(..FIELD).is_some_and(|field| {
            let figures = field["date ".len()..].bytes().enumerate();
            figures.fold(true, |so, (at, byte)| {
                so && if matches!(at, 4 | 7) {
                    byte == b'-'
                } else {
                    byte.is_ascii_digit()
                }
            })
        });
        let prose = |rest: &str| rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        if dated && prose(&line.text[FIELD..]) {
            self.push(BlockKind::FrontMatter, line.start, line.start + FIELD, 0);
            self.after_gap = true;
            (line.start, line.text) = (line.start + FIELD, &line.text[FIELD..]);
        }
    }

    /// Prose, a block for each of the lines that its `<br>` tags make of it.
    fn push_lines(&mut self, start: usize, end: usize, indent: usize) {
        let mut from = start;
        for (at, _) in self.text[start..end].match_indices("<br") {
            let tag = &self.text[start + at..end];
            let Some(close) = tag
                .find('>')
                .filter(|close| tag["<br".len()..*close].trim_matches([' ', '/']).is_empty())
            else {
                continue;
            };
            self.push(BlockKind::Paragraph, from, start + at, indent);
            from = start + at + close + 1;
        }
        self.push(BlockKind::Paragraph, from, end, indent);
    }

    /// A block for each line between the marks; how many lines that is, marks included.
    fn front_matter(&mut self, lines: &[Line]) -> (usize, Option<Notice>) {
        let dotted = self.dotted_fields(lines);
        if dotted > 0 {
            return (dotted, None);
        }
        let mark = lines.first().map(|l| l.text.trim_end());
        // "---toml" names the language of its fields.
        let mark = mark.map(|t| t.strip_suffix("toml").or(t.strip_suffix("yaml")).unwrap_or(t));
        let Some(mark) = mark.filter(|t| matches!(*t, "---" | "+++")) else {
            return (0, None);
        };
        let close = lines.iter().skip(1).position(|l| l.text.trim_end() == mark);
        let fields = lines[1..].iter().take_while(|l| is_field(l.text)).count();
        let named = lines[1..].iter().take(fields).filter(|l| names_field(l.text)).count();
        let (inner, used, notice) = match close {
            Some(close) if fields >= close => (close, close + 2, None),
            // A rule at the top, and another further down.
            _ if named == 0 => return (0, None),
            // A stray line or two among its fields, or no mark at its end.
            Some(close) if close <= LONGEST_FRONT_MATTER => {
                let message = "the front matter is not well formed; the fields that can be read are";
                (close, close + 2, Some(Notice::new("broken-front-matter", message)))
            }
            _ => {
                let message = "the front matter has no end; it is taken to end with its last field";
                (fields, fields + 1, Some(Notice::new("broken-front-matter", message)))
            }
        };
        for line in &lines[1..=inner] {
            self.push(BlockKind::FrontMatter, line.start, line.start + line.text.len(), 0);
        }
        self.after_gap = true;
        (used, notice)
    }

    /// Takes one block from the front; how many lines it used.
    fn take(&mut self, lines: &[Line]) -> usize {
        let line = &lines[0];
        let trimmed = line.text.trim_start();
        let indent = line.text.len() - trimmed.len();
        let start = line.start + indent;
        let end = line.start + line.text.len();
        if trimmed.trim_end().is_empty() || is_rule(trimmed) {
            self.after_gap = true;
            return 1;
        }
        if let Some(used) = self.fence(lines, trimmed) {
            return used;
        }
        if trimmed.starts_with('#') {
            let level = trimmed.bytes().take_while(|b| *b == b'#').count();
            if level <= 6 && trimmed[level..].starts_with([' ', '\t']) {
                self.push(BlockKind::Heading(level as u8), start + level, end, indent);
                return 1;
            }
        }
        if trimmed.starts_with('|') {
            if is_table_rule(trimmed) {
                if let Some(last) = self.stretches.last_mut().filter(|b| b.kind == BlockKind::Row) {
                    last.kind = BlockKind::HeaderRow;
                }
                return 1;
            }
            self.push(BlockKind::Row, start + 1, end, indent);
            return 1;
        }
        if quote_mark(trimmed).is_some() {
            return self.quote(lines);
        }
        let rows = rows(lines);
        if rows > 0 {
            return self.table(&lines[..rows]);
        }
        let mark = item_mark(trimmed);
        let joined = 1 + lines[1..]
            .iter()
            .zip(lines)
            .take_while(|(next, before)| goes_on(before, next, lines, mark > 0))
            .count();
        let last = &lines[joined - 1];
        let end = last.start + last.text.len();
        // A rule below a sentence parts it from what follows, and heads nothing.
        let told = trimmed.trim_end().ends_with('.');
        let setext = joined == 1 && !told && lines.get(1).is_some_and(|next| is_underline(next.text));
        // "3. ROOT CAUSE", between two empty lines: a section, and no item of a list.
        let numbered = mark > 0 && trimmed.starts_with(|c: char| c.is_ascii_digit());
        let apart = self.after_gap && lines.get(1).is_none_or(|next| next.text.trim().is_empty());
        let section = numbered && apart && is_shouted_heading(trimmed);
        let kind = if mark > 0 && !section {
            BlockKind::Item
        } else if section || setext || (joined == 1 && is_shouted_heading(trimmed)) {
            BlockKind::Heading(2)
        } else {
            BlockKind::Paragraph
        };
        if kind == BlockKind::Paragraph {
            self.push_lines(start, end, indent);
        } else {
            self.push(kind, start + mark, end, indent);
        }
        joined + usize::from(setext)
    }

    /// A table whose rows have bars between their cells only; how many lines that is.
    fn table(&mut self, lines: &[Line]) -> usize {
        for (at, line) in lines.iter().enumerate() {
            let head = at == 0 && !line.text.contains(|c: char| c.is_ascii_digit());
            let kind = if head { BlockKind::HeaderRow } else { BlockKind::Row };
            let indent = line.text.len() - line.text.trim_start().len();
            self.push(kind, line.start + indent, line.start + line.text.len(), indent);
        }
        lines.len()
    }

    fn fence(&mut self, lines: &[Line], trimmed: &str) -> Option<usize> {
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark))?;
        // What opens and closes on one line is code within prose.
        if trimmed[3..].contains(mark) {
            return None;
        }
        let close = lines
            .iter()
            .skip(1)
            .position(|l| l.text.trim_start().starts_with(mark))?;
        for line in &lines[1..=close] {
            self.push(BlockKind::Code, line.start, line.start + line.text.len(), 0);
        }
        self.after_gap = true;
        Some(close + 2)
    }

    fn quote(&mut self, lines: &[Line]) -> usize {
        let used = lines
            .iter()
            .take_while(|l| quote_mark(l.text.trim_start()).is_some())
            .count();
        for line in &lines[..used] {
            let inner = line.text.trim_start();
            let indent = line.text.len() - inner.len();
            let mark = quote_mark(inner).unwrap_or(0);
            self.push(
                BlockKind::Quote,
                line.start + indent + mark,
                line.start + line.text.len(),
                indent,
            );
        }
        used
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexer::tokenise;
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text, &tokenise(text))
            .into_iter()
            .map(|b| (b.kind, &text[b.span.range()]))
            .collect()
    }

    #[test]
    fn a_wrapped_paragraph_is_one_block_and_a_byline_is_its_own() {
        let text = "Cloud falls over\nBy A. Writer\nJune 3, 2022\n\nOn 11/17/2022 at 0928 a road crew cut our 144-count cable three miles\neast of town. Seven waves went down.\n";
        assert_eq!(kinds(text).len(), 4, "{:?}", kinds(text));
    }

    #[test]
    fn paragraphs_on_one_long_line_each_stay_apart() {
        let long = "x ".repeat(80);
        let text = format!("A{long}.\nB{long}.\nC{long}.");
        assert_eq!(kinds(&text).len(), 3);
    }

    #[test]
    fn fields_behind_two_dots_are_front_matter() {
        assert_eq!(
            kinds(".. title: Pumps down\n.. date: 2021-10-04 22:05\n\nThe pumps are down."),
            [
                (BlockKind::FrontMatter, "title: Pumps down"),
                (BlockKind::FrontMatter, "date: 2021-10-04 22:05"),
                (BlockKind::Paragraph, "The pumps are down."),
            ]
        );
        assert_eq!(kinds(".. figure:: pump.png\n.. note:: It is old.").len(), 2);
    }

    #[test]
    fn a_tag_that_breaks_a_line_ends_a_block() {
        assert_eq!(
            kinds("Pumps are down.<br /><br />**Update: 18:52** Back.<br>Sorry. <brim> stays."),
            [
                (BlockKind::Paragraph, "Pumps are down."),
                (BlockKind::Paragraph, "**Update: 18:52** Back."),
                (BlockKind::Paragraph, "Sorry. <brim> stays."),
            ]
        );
    }

    #[test]
    fn a_date_before_the_first_words_is_a_field() {
        assert_eq!(
            kinds("date 2021-10-04 RIVERTON — Pumps failed.\n\nThey are back."),
            [
                (BlockKind::FrontMatter, "date 2021-10-04"),
                (BlockKind::Paragraph, "RIVERTON — Pumps failed."),
                (BlockKind::Paragraph, "They are back."),
            ]
        );
        assert_eq!(kinds("date 2021-10-04 pumps failed")[0].0, BlockKind::Paragraph);
    }

    #[test]
    fn a_labelled_stamp_below_a_full_line_is_a_line_of_its_own() {
        let prose = "The pumps of the upper harbour were off from 2021-10-04 09:33 until 2021-10-04 11:05.";
        for (below, blocks) in [
            ("Start: 2021-10-04 09:33", 2),
            ("**End of impact:** 4 October 11:05", 2),
            ("Nobody knew: all were asleep", 1),
        ] {
            let text = format!("{prose}\n{below}\n");
            assert_eq!(kinds(&text).len(), blocks, "{below}");
        }
    }

    #[test]
    fn a_field_whose_value_stands_in_a_column_is_a_line_of_its_own() {
        let text = "Length of the outage:   8 hrs 43 mins (lifts: 5 hrs 10 mins)\nDocument date:          26/02/2019\n";
        assert_eq!(kinds(text).len(), 2);
    }

    #[test]
    fn a_numbered_line_in_capitals_that_stands_apart_is_a_heading() {
        let text = "1100 A call with customers\n\n3. ROOT CAUSE\n\nA fuse.\n\n1. TURN IT OFF\n2. TURN IT ON\n";
        let headings = kinds(text)
            .into_iter()
            .filter(|(kind, _)| *kind == BlockKind::Heading(2));
        assert_eq!(headings.count(), 1);
    }

    #[test]
    fn lines_with_as_many_bars_are_a_table() {
        let table = "No. | Time | Event\n1 | 06:30 | Checks done\n2 | 09:00 | Hall opens\n";
        let kinds_of = |text: &str| kinds(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(kinds_of(table), [BlockKind::HeaderRow, BlockKind::Row, BlockKind::Row]);
        assert_eq!(
            kinds_of("By Ada Moss | The Pump Room | 3 May 2021\n"),
            [BlockKind::Paragraph]
        );
    }

    #[test]
    fn marks_stand_outside_the_block() {
        assert_eq!(
            kinds("---\ndate: 2024-01-10\n---\n# Title\n- 15:12 UTC: out\n1. 10:30: in\n| 21:50 | drained |\n> quoted"),
            [
                (BlockKind::FrontMatter, "date: 2024-01-10"),
                (BlockKind::Heading(1), "Title"),
                (BlockKind::Item, "15:12 UTC: out"),
                (BlockKind::Item, "10:30: in"),
                (BlockKind::Row, "21:50 | drained |"),
                (BlockKind::Quote, "quoted"),
            ]
        );
    }
}
