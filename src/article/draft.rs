//! A text and its layout before the text is taken into tokens: what every format's reader hands over.
//!
//! One would get wrong that marks belong to the words: a bullet, a bar, a heading's hash are written into the text,
//! so that a person can read it, and stand outside the stretches.

use std::ops::Range;

use super::block::BlockKind;

/// A block as bytes of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// What it is.
    pub kind: BlockKind,
    /// Without its marks; blanks at its ends do no harm.
    pub bytes: Range<usize>,
    /// Columns before its mark.
    pub indent: usize,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
}

/// Something that a reader should know of how a file was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Stable, for programs: "broken-front-matter".
    pub code: &'static str,
    /// For people.
    pub message: String,
}

impl Notice {
    /// A notice.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

/// A text under construction.
#[derive(Clone, Default, Debug)]
pub struct Draft {
    /// What offsets count in.
    pub text: String,
    /// In text order; they do not overlap.
    pub stretches: Vec<Stretch>,
    /// The names of those who speak, as bytes, where the format tells them from what they say; in text order.
    pub speakers: Vec<Range<usize>>,
    /// What a log writes into each of its lines, and the menus above a page: no words of the text, as bytes, in text order.
    pub furniture: Vec<Range<usize>>,
    /// What a reader should know.
    pub notices: Vec<Notice>,
}

/// Columns by which a nested item hangs deeper.
pub const STEP: usize = 2;

impl Draft {
    /// Writes a block on lines of its own; `gap` asks for an empty line before it. Blanks at its ends are left out.
    pub fn push(&mut self, kind: BlockKind, indent: usize, gap: bool, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let after_gap = gap || self.stretches.is_empty();
        self.break_line(after_gap);
        self.text.extend(std::iter::repeat_n(' ', indent));
        match kind {
            BlockKind::Heading(level) => {
                self.text.extend(std::iter::repeat_n('#', usize::from(level)));
                self.text.push(' ');
            }
            BlockKind::Item => self.text.push_str("- "),
            BlockKind::Quote => self.text.push_str("> "),
            BlockKind::Row | BlockKind::HeaderRow => self.text.push_str("| "),
            _ => {}
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.stretches.push(Stretch {
            kind,
            bytes: start..self.text.len(),
            indent,
            after_gap,
        });
    }

    /// Takes over a text that was laid out by itself, below what there is; all of it hangs `indent` columns deeper.
    pub fn append(&mut self, other: &Self, indent: usize) {
        for stretch in &other.stretches {
            let gap = stretch.after_gap && indent == 0;
            let inner = &other.text[stretch.bytes.clone()];
            // What hangs below an entry is its text, whatever it is by itself.
            let kind = match stretch.kind {
                BlockKind::Heading(_) if indent > 0 => BlockKind::Paragraph,
                kind => kind,
            };
            self.push(kind, stretch.indent + indent, gap, inner);
        }
        self.notices.extend(other.notices.iter().cloned());
    }

    /// Writes lines between marks at the top, as Markdown's front matter has them.
    pub fn head(&mut self, lines: &[(&str, String)]) {
        if lines.is_empty() {
            return;
        }
        self.text.push_str("---");
        for (key, value) in lines {
            self.text.push('\n');
            let start = self.text.len();
            self.text.push_str(key);
            self.text.push_str(": ");
            self.text.push_str(value);
            self.stretches.push(Stretch {
                kind: BlockKind::FrontMatter,
                bytes: start..self.text.len(),
                indent: 0,
                after_gap: false,
            });
        }
        self.text.push_str("\n---\n");
    }

    fn break_line(&mut self, gap: bool) {
        if self.text.is_empty() {
            return;
        }
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        if gap && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_written_and_stand_outside() {
        let mut draft = Draft::default();
        draft.head(&[("published", "2024-01-10".to_owned())]);
        draft.push(BlockKind::Heading(1), 0, true, " Pump failed ");
        draft.push(BlockKind::Item, 0, true, "10:40 dry");
        draft.push(BlockKind::Item, 2, false, "really");
        assert_eq!(
            draft.text,
            "---\npublished: 2024-01-10\n---\n\n# Pump failed\n\n- 10:40 dry\n  - really"
        );
        let inner: Vec<&str> = draft.stretches.iter().map(|s| &draft.text[s.bytes.clone()]).collect();
        assert_eq!(inner, ["published: 2024-01-10", "Pump failed", "10:40 dry", "really"]);
    }
}
