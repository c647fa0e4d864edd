//! What the text is made of, once it is read: words, figures in their shapes, symbols.
//!
//! One would get wrong to hold what was written (a string, a number of any kind): a token is 32 bytes, and a text has
//! one for every five of its own.

use crate::lexicon::WordId;

use super::span::Span;

/// A token and the blank before it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// What stands between the token before and this one.
    pub gap: Gap,
    /// What it is.
    pub kind: Kind,
}

impl Token {
    /// Whether it stands in the next column: the blank behind the token before it is wider than one space.
    pub fn opens_column(&self, before: &Self, text: &str) -> bool {
        let blank = &text[before.span.end()..self.span.start()];
        self.gap == Gap::Space && (blank.len() > 1 || blank == "\t")
    }
}

/// The blank before a token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// Nothing: they touch.
    None,
    /// Spaces.
    Space,
    /// One line break.
    Line,
    /// An empty line.
    Paragraph,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    /// A word; "a.m." is the word "am".
    Word {
        /// Its number in the lexicon.
        id: WordId,
        /// How it is written.
        case: Case,
        /// What it can be told from most other words by.
        sign: Sign,
    },
    /// Digits, with thousands commas and a fraction where they have them.
    Number(Number),
    /// `h:mm`, `hh:mm:ss`, `hh:mm:ss.fff`.
    Clock(ClockFigures),
    /// Three groups of digits parted by the same `-`, `/` or `.`, or two by `/`.
    Date(DateFigures),
    /// Any other character.
    Symbol(char),
    /// A URL, a path, an address, an id, inline code: opaque.
    Code,
}

/// The first and the last byte of a word and its length, folded together: words with unlike signs are unlike words,
/// so that most comparisons need not look into the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign(u16);

impl Sign {
    /// The sign of a word, in whatever case.
    pub const fn of(word: &[u8]) -> Self {
        match word {
            [] => Self(0),
            [first, .., last] => Self::from_ends(*first, *last, word.len()),
            [only] => Self::from_ends(*only, *only, 1),
        }
    }

    const fn from_ends(first: u8, last: u8, length: usize) -> Self {
        // The five low bits of a letter are the same in both cases.
        Self((first as u16 & 31) << 11 | (last as u16 & 31) << 6 | (length as u16 & 63))
    }
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// may
    Lower,
    /// May
    Capital,
    /// MAY
    Upper,
}

/// A number as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    /// The digits before the point, commas taken out.
    pub whole: u64,
    /// The digits behind a point.
    pub(super) decimals: u32,
    /// How many those are; 0 where there is no point.
    pub(super) places: u8,
    /// How many digits stand before the point.
    pub digits: u8,
    /// Whether thousands are parted by commas.
    pub grouped: bool,
}

impl Number {
    /// The digits behind a point, and how many.
    pub fn fraction(&self) -> Option<(u32, u8)> {
        (self.places > 0).then_some((self.decimals, self.places))
    }
}

/// A clock with colons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockFigures {
    /// 0 to 99 as written.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60.
    pub second: Option<u8>,
    /// Whether the hour has two digits.
    pub padded: bool,
}

/// A date in figures, in the order in which it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateFigures {
    /// The first group.
    pub first: u16,
    /// The second group.
    pub second: u16,
    /// The third group, which "11/17" has not.
    pub third: Option<u16>,
    /// How many digits each group has.
    pub digits: [u8; 3],
    /// `-`, `/` or `.`, in ASCII.
    pub separator: u8,
}
