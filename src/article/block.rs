//! Lines → blocks: headings, paragraphs, list items, table rows, quotes, code, front matter.
//!
//! One would get wrong that a line break may mean nothing (a wrapped mail) or everything (a byline under a
//! headline): a line goes on where the line before it is full.

use super::draft::{Draft, Notice, Stretch};
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

/// Longest line of a wrapped text; what is longer is a paragraph on one line.
const WIDEST_WRAP: usize = 110;

/// Most lines that front matter has where something in it is no field.
const LONGEST_FRONT_MATTER: usize = 60;

struct Line<'a> {
    start: usize,
    text: &'a str,
}

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
        text,
        stretches,
        notices: notice.into_iter().collect(),
    }
}

fn lay_out(text: &str) -> (Vec<Stretch>, Option<Notice>) {
    let mut builder = Builder {
        text,
        stretches: Vec::new(),
        after_gap: true,
    };
    let lines = lines(text);
    let (mut at, notice) = builder.front_matter(&lines);
    while at < lines.len() {
        at += builder.take(&lines[at..]).max(1);
    }
    (builder.stretches, notice)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let here = Line { start, text: line };
            start += line.len() + 1;
            here
        })
        .collect()
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

    /// A block for each line between the marks; how many lines that is, marks included.
    fn front_matter(&mut self, lines: &[Line]) -> (usize, Option<Notice>) {
        let mark = lines.first().map(|l| l.text.trim_end());
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
        if let Some(mark) = quote_mark(trimmed) {
            return self.quote(lines, mark);
        }
        let mark = item_mark(trimmed);
        let joined = 1 + lines[1..]
            .iter()
            .zip(lines)
            .take_while(|(next, before)| goes_on(before, next, lines, mark > 0))
            .count();
        let last = &lines[joined - 1];
        let end = last.start + last.text.len();
        let setext = joined == 1 && lines.get(1).is_some_and(|next| is_underline(next.text));
        let kind = if mark > 0 {
            BlockKind::Item
        } else if setext || (joined == 1 && is_shouted_heading(trimmed)) {
            BlockKind::Heading(2)
        } else {
            BlockKind::Paragraph
        };
        self.push(kind, start + mark, end, indent);
        joined + usize::from(setext)
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

    fn quote(&mut self, lines: &[Line], mark: usize) -> usize {
        let used = lines
            .iter()
            .take_while(|l| quote_mark(l.text.trim_start()).is_some())
            .count();
        let _ = mark;
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

/// Whether `next` continues the block that `before` stands in.
fn goes_on(before: &Line, next: &Line, block: &[Line], in_item: bool) -> bool {
    let text = next.text.trim_start();
    if text.is_empty()
        || is_rule(text)
        || text.starts_with(['#', '|', '>'])
        || text.starts_with("```")
        || item_mark(text) > 0
    {
        return false;
    }
    // Lines that each open with a clock or a date in figures are entries.
    if opens_with_stamp(text) && opens_with_stamp(block[0].text.trim_start()) {
        return false;
    }
    let next_indent = next.text.len() - text.len();
    let first_indent = block[0].text.len() - block[0].text.trim_start().len();
    if in_item && next_indent > first_indent {
        return true;
    }
    // A table drawn with blanks: what hangs deeper than its first line goes on.
    if next_indent >= 8 && first_indent == 0 {
        return true;
    }
    // What follows a full stop and opens with a day, a figure or "Posted" is a stamp below its text.
    if before.text.trim_end().ends_with(['.', '!', '?']) && opens_like_stamp(text) {
        return false;
    }
    let width = before.text.trim_end().chars().count();
    if width > WIDEST_WRAP {
        return false;
    }
    let first_word = text.split_whitespace().next().unwrap_or_default();
    let widest = block
        .iter()
        .take_while(|l| !l.text.trim().is_empty())
        .map(|l| l.text.trim_end().chars().count())
        .max()
        .unwrap_or(width);
    if widest > WIDEST_WRAP {
        return false;
    }
    let continues_word = first_word.starts_with(|c: char| c.is_lowercase()) && width >= 30;
    let full = width >= 50 && width + 1 + first_word.chars().count() > widest.max(60);
    continues_word || full
}

/// "Mar 15, 16:42 PDT", "Posted 2 years ago", "Wednesday at 9"
fn opens_like_stamp(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lexicon = crate::lexicon::lexicon();
    let word = lexicon.id(&first.to_ascii_lowercase());
    first.starts_with(|c: char| c.is_ascii_digit())
        || lexicon.months.word(word).is_some()
        || lexicon.weekdays.word(word).is_some()
        || lexicon.stamps.word(word).is_some()
}

/// "11/17 0928", "09:14", "2021-10-04", "[23:41:17]"
fn opens_with_stamp(line: &str) -> bool {
    let line = line.trim_start_matches(['[', '(', '*']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = line[digits..].bytes();
    matches!(digits, 1 | 2 | 4)
        && matches!(rest.next(), Some(b':' | b'/' | b'-' | b'.'))
        && rest.next().is_some_and(|b| b.is_ascii_digit())
}

/// Whether a line may stand in front matter: a field, an item, a comment, what hangs below a field, nothing.
fn is_field(line: &str) -> bool {
    line.trim().is_empty()
        || line.starts_with([' ', '\t', '-', '#', '[', ']', '}']) && line.trim() != "---"
        || names_field(line)
}

/// "date: 2021-10-04", "date = 2021-10-04", "tags:"
fn names_field(line: &str) -> bool {
    let end = line
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"')))
        .unwrap_or(line.len());
    let rest = line[end..].trim_start();
    end > 0 && (rest == ":" || rest.starts_with(": ") || rest.starts_with("= "))
}

/// Bytes of a list mark and the blank behind it; 0 where there is none.
fn item_mark(line: &str) -> usize {
    for mark in ["- [ ] ", "- [x] ", "* ", "- ", "+ ", "• ", "◦ ", "▪ ", "– ", "— ", "· "] {
        if line.starts_with(mark) {
            return mark.len();
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") ")) {
        return digits + 2;
    }
    let mut letters = line.bytes();
    if let (Some(b'a'..=b'z'), Some(b'.' | b')'), Some(b' ')) = (letters.next(), letters.next(), letters.next()) {
        return 3;
    }
    0
}

fn quote_mark(line: &str) -> Option<usize> {
    let marks = line.bytes().take_while(|b| *b == b'>' || *b == b' ').count();
    line.starts_with('>').then_some(marks)
}

/// `---`, `***`, `___`, `====`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && ['-', '*', '_', '='].iter().any(|mark| line.chars().all(|c| c == *mark))
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// "HOW IT STARTED", "2. CHRONOLOGY": a short line in capitals.
fn is_shouted_heading(line: &str) -> bool {
    let line = line.trim();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4
        && line.chars().count() <= 60
        && !line.chars().any(char::is_lowercase)
        && !line.contains(|c: char| matches!(c, ':') && line.len() > 40)
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
