//! One pass over the text into typed tokens: words, figures in their shapes, symbols.
//!
//! One would get wrong where a run ends: "7pm" is a figure and a word, "2021-10-04T22:05Z" a date, a clock and a
//! zone, "us-east-1" no number at all. Nothing later reads characters again.

use crate::lexicon::{Lexicon, Spelling, WordId, lexicon};

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
    decimals: u32,
    /// How many those are; 0 where there is no point.
    places: u8,
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

/// Walks the text once.
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        gap: Gap::Paragraph,
        tokens: Vec::with_capacity(text.len() / 5 + 8),
        lexicon: lexicon(),
    };
    lexer.run();
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    gap: Gap,
    tokens: Vec<Token>,
    lexicon: &'static Lexicon,
}

/// Longest stretch that may be inline code or a comment; what is longer is text with a stray mark.
const LONGEST_CODE: usize = 400;

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\n' => {
                    self.gap = if self.gap >= Gap::Line {
                        Gap::Paragraph
                    } else {
                        Gap::Line
                    };
                    self.at += 1;
                }
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => self.blank(1),
                b'0'..=b'9' => self.figures(),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b'`' => self.inline_code(),
                b'\'' if self.ending_length() > 0 => self.ending(),
                b'<' if self.text[self.at..].starts_with("<!--") => self.comment(),
                b'/' | b'~' | b'\\' | b'#' | b'@' | b'$' if self.code_length() > 0 => {
                    let length = self.code_length();
                    self.push(length, Kind::Code);
                }
                0..=0x7f => self.push(1, Kind::Symbol(char::from(byte))),
                _ => self.unicode(),
            }
        }
    }

    fn push(&mut self, length: usize, kind: Kind) {
        let span =
            Span::new(self.at, self.at + length).expect("a token has at least one byte, and texts are below 4 GiB");
        self.tokens.push(Token {
            span,
            gap: self.gap,
            kind,
        });
        self.at += length;
        self.gap = Gap::None;
    }

    fn blank(&mut self, length: usize) {
        self.gap = self.gap.max(Gap::Space);
        self.at += length;
    }

    fn unicode(&mut self) {
        let Some(c) = self.text[self.at..].chars().next() else {
            return;
        };
        match c {
            '\u{2028}' => {
                self.gap = self.gap.max(Gap::Line);
                self.at += c.len_utf8();
            }
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => self.at += c.len_utf8(),
            _ if c.is_whitespace() => self.blank(c.len_utf8()),
            '’' if self.ending_length() > 0 => self.ending(),
            _ if c.is_alphabetic() => self.word(),
            _ => self.push(c.len_utf8(), Kind::Symbol(c)),
        }
    }

    /// Bytes of the stretch up to the next blank, where that stretch is a URL, a path, an address or an id.
    fn code_length(&self) -> usize {
        let touches_word = self.gap == Gap::None
            && self.tokens.last().is_some_and(|t| {
                matches!(
                    t.kind,
                    Kind::Word { .. } | Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)
                )
            });
        if touches_word {
            return 0;
        }
        let rest = &self.text[self.at..];
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '|'))
            .unwrap_or(rest.len());
        let run = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '*', '\'']);
        let inner = run.get(1..).unwrap_or_default();
        let bytes = run.as_bytes();
        let is_code = match bytes.first() {
            Some(b'/') => inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'),
            Some(b'~') => inner.starts_with('/'),
            Some(b'\\') => inner.starts_with(|c: char| c.is_ascii_alphabetic()),
            Some(b'#' | b'@' | b'$') => inner.starts_with(|c: char| c.is_ascii_alphanumeric()),
            _ => run.contains("://") || run.starts_with("www.") || is_address(run) || is_hex_id(run),
        };
        if is_code { run.len() } else { 0 }
    }

    fn inline_code(&mut self) {
        let rest = &self.bytes[self.at..];
        let ticks = rest.iter().take_while(|b| **b == b'`').count();
        if ticks < 3 {
            let limit = rest.len().min(LONGEST_CODE);
            let close = rest[ticks..limit].iter().position(|b| *b == b'`' || *b == b'\n');
            if let Some(close) = close
                && rest[ticks + close] == b'`'
                && close > 0
            {
                let end = ticks + close + ticks;
                if self.text.is_char_boundary(self.at + end.min(rest.len())) {
                    return self.push(end.min(rest.len()), Kind::Code);
                }
            }
        }
        self.push(ticks, Kind::Symbol('`'));
    }

    fn comment(&mut self) {
        let rest = &self.text[self.at..];
        let length = rest.find("-->").map_or(4, |at| at + 3);
        self.push(length, Kind::Code);
    }

    /// A plain word: ASCII letters, and nothing but a few marks between them and the next blank, so that it can be
    /// neither code nor an abbreviation. Most words are plain.
    fn plain_word(&self) -> Option<(usize, Kind)> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let plain = rest[length..]
            .iter()
            .take(4)
            .find_map(|byte| match byte {
                b' ' | b'\n' | b'\t' | b'\r' => Some(true),
                b'.' | b',' | b';' | b':' | b')' | b']' | b'!' | b'?' | b'"' => None,
                _ => Some(false),
            })
            .unwrap_or(rest.len() <= length + 4);
        let word = &rest[..length];
        if !plain || word.is_empty() {
            return None;
        }
        let case = if word[0].is_ascii_lowercase() {
            Case::Lower
        } else if length > 1 && word.iter().all(u8::is_ascii_uppercase) {
            Case::Upper
        } else {
            Case::Capital
        };
        let id = self.lexicon.spelt(Spelling::of_letters(rest, length));
        let sign = Sign::of(word);
        Some((length, Kind::Word { id, case, sign }))
    }

    fn word(&mut self) {
        if let Some((length, kind)) = self.plain_word() {
            return self.push(length, kind);
        }
        let fresh = self.gap > Gap::None
            || self
                .tokens
                .last()
                .is_none_or(|t| matches!(t.kind, Kind::Symbol('(' | '[' | '<' | '"' | '“')));
        if fresh {
            let length = self.code_length();
            if length > 0 {
                return self.push(length, Kind::Code);
            }
        }
        let length = self.word_length();
        let dotted = self.dotted_length(length);
        let shown = &self.text[self.at..self.at + dotted.unwrap_or(length)];
        let case = case_of(shown);
        let id = self
            .lexicon
            .spelt(Spelling::of_chars(shown.chars().filter(|c| *c != '.')));
        let sign = Sign::of(shown.as_bytes());
        self.push(dotted.unwrap_or(length), Kind::Word { id, case, sign });
    }

    /// Bytes of a possessive or contracted ending ("'s", "’ll") that touches the word before; 0 where there is none.
    fn ending_length(&self) -> usize {
        let touches_word =
            self.gap == Gap::None && self.tokens.last().is_some_and(|t| matches!(t.kind, Kind::Word { .. }));
        if !touches_word {
            return 0;
        }
        let rest = &self.text[self.at..];
        let mark = rest.chars().next().map_or(0, char::len_utf8);
        let tail = &rest[mark..];
        let letters = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        if matches!(letters, 1 | 2) { mark + letters } else { 0 }
    }

    fn ending(&mut self) {
        let length = self.ending_length();
        let shown = &self.text[self.at..self.at + length];
        let kind = Kind::Word {
            id: self.lexicon.spelt(Spelling::of_chars(shown.chars())),
            case: Case::Lower,
            sign: Sign::of(shown.as_bytes()),
        };
        self.push(length, kind);
    }

    /// Letters, with apostrophes inside; a possessive or contracted ending is left for a word of its own.
    fn word_length(&self) -> usize {
        let rest = &self.text[self.at..];
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            if c.is_alphabetic() || (c == '\u{0301}') {
                end = at + c.len_utf8();
            } else if matches!(c, '\'' | '’') && at > 0 && end == at {
                let tail = &rest[at + c.len_utf8()..];
                let letters = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
                // 's, 're, 've, 'll, 'd, 'm are words of their own; o'clock and O'Brien are not.
                if letters == 0 || (letters <= 2 && at > 1) {
                    return at;
                }
            } else {
                break;
            }
        }
        end
    }

    /// "a.m.", "U.S.": single letters with dots are one word. Bytes, or `None` where it is not so.
    fn dotted_length(&self, length: usize) -> Option<usize> {
        if length != 1 {
            return None;
        }
        let rest = &self.bytes[self.at..];
        let mut end = 1;
        while rest.get(end) == Some(&b'.')
            && rest.get(end + 1).is_some_and(u8::is_ascii_alphabetic)
            && !rest.get(end + 2).is_some_and(u8::is_ascii_alphanumeric)
        {
            end += 2;
        }
        if end == 1 {
            return None;
        }
        Some(if rest.get(end) == Some(&b'.') { end + 1 } else { end })
    }

    fn figures(&mut self) {
        if self.gap > Gap::None
            || self
                .tokens
                .last()
                .is_some_and(|t| matches!(t.kind, Kind::Symbol('(' | '[' | '/' | '-')))
        {
            let length = self.code_length();
            if length > 0 {
                return self.push(length, Kind::Code);
            }
        }
        let rest = &self.bytes[self.at..];
        // "04/Oct/2021:22:05:09": a year, and a clock behind its colon.
        let behind_slash = self.gap == Gap::None
            && self.tokens.last().is_some_and(|t| t.kind == Kind::Symbol('/'))
            && digits(rest).0 == 4
            && rest.get(4) == Some(&b':')
            && clock_shape(&rest[5..]).is_some();
        if behind_slash {
            let number = Number {
                whole: digits(rest).1,
                digits: 4,
                decimals: 0,
                places: 0,
                grouped: false,
            };
            self.push(4, Kind::Number(number));
            return;
        }
        if let Some((length, kind)) = date_shape(rest)
            .or_else(|| clock_shape(rest))
            .or_else(|| dotted_run(rest))
        {
            self.push(length, kind);
            // The T of an ISO stamp parts the date from the clock and is neither.
            if matches!(kind, Kind::Date(_))
                && matches!(self.bytes.get(self.at), Some(b'T' | b't' | b'_'))
                && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit)
            {
                self.at += 1;
            }
            return;
        }
        let (length, number) = number_shape(rest);
        self.push(length, Kind::Number(number));
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Capital
            }
        }
        _ => Case::Lower,
    }
}

/// `name@host.tld`
fn is_address(run: &str) -> bool {
    run.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Twelve or more hexadecimal figures, hyphens allowed, with letters and digits mixed.
fn is_hex_id(run: &str) -> bool {
    let figures = run.bytes().filter(|b| b.is_ascii_hexdigit()).count();
    figures >= 12
        && figures + run.bytes().filter(|b| *b == b'-').count() == run.len()
        && run.bytes().any(|b| b.is_ascii_digit())
        && run.bytes().filter(u8::is_ascii_alphabetic).count() >= 2
}

/// Digits at the front: how many, and their value.
fn digits(bytes: &[u8]) -> (usize, u64) {
    let mut value = 0_u64;
    let mut count = 0;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            break;
        }
        value = value.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
        count += 1;
    }
    (count, value)
}

/// Whether what follows a shape would make it part of a longer run of figures.
fn goes_on(rest: &[u8], separators: &[u8]) -> bool {
    match rest.first() {
        Some(byte) if byte.is_ascii_digit() => true,
        Some(byte) if separators.contains(byte) => rest.get(1).is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

fn date_shape(bytes: &[u8]) -> Option<(usize, Kind)> {
    let (first, a) = digits(bytes);
    let separator = *bytes.get(first)?;
    if !matches!(separator, b'-' | b'/' | b'.') || !matches!(first, 1 | 2 | 4 | 5) {
        return None;
    }
    let (second, b) = digits(&bytes[first + 1..]);
    if !matches!(second, 1 | 2) || b == 0 {
        return None;
    }
    let after = first + 1 + second;
    if bytes.get(after) == Some(&separator) {
        let (third, c) = digits(&bytes[after + 1..]);
        let end = after + 1 + third;
        let well_formed = match (first, third) {
            (4 | 5, 1 | 2) => b <= 12 && (1..=31).contains(&c),
            // "12.2.55" is a version, "3.8.2023" a date.
            (1 | 2, 4) => a <= 31 && b <= 31 && (a <= 12 || b <= 12) && a > 0 && (1000..3000).contains(&c),
            (1 | 2, 2) => separator == b'/' && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && a > 0,
            _ => false,
        };
        if well_formed && !goes_on(&bytes[end..], b"-/.") {
            // A year with a digit too many is a slip of the finger: the last four count.
            let year_slip = |value: u64, width: usize| {
                if width == 5 {
                    (value % 10_000) as u16
                } else {
                    value as u16
                }
            };
            return Some((
                end,
                Kind::Date(DateFigures {
                    first: year_slip(a, first),
                    second: b as u16,
                    third: Some(c as u16),
                    digits: [first.min(4) as u8, second as u8, third as u8],
                    separator,
                }),
            ));
        }
        // "02.12." with its closing dot, as Germans write a day.
        if separator == b'.' && third == 0 && (1..=31).contains(&a) && b <= 12 && first == 2 && second == 2 {
            return Some((
                after + 1,
                Kind::Date(DateFigures {
                    first: a as u16,
                    second: b as u16,
                    third: None,
                    digits: [first as u8, second as u8, 0],
                    separator,
                }),
            ));
        }
        return None;
    }
    let month_and_day = separator == b'/' && first <= 2 && (1..=31).contains(&a) && b <= 31 && (a <= 12 || b <= 12);
    let year_and_month =
        separator == b'-' && first == 4 && second == 2 && (1..=12).contains(&b) && (1900..2100).contains(&a);
    if (month_and_day || year_and_month)
        && !goes_on(&bytes[after..], b"-/.:")
        && !bytes.get(after).is_some_and(u8::is_ascii_alphabetic)
    {
        return Some((
            after,
            Kind::Date(DateFigures {
                first: a as u16,
                second: b as u16,
                third: None,
                digits: [first as u8, second as u8, 0],
                separator,
            }),
        ));
    }
    None
}

fn clock_shape(bytes: &[u8]) -> Option<(usize, Kind)> {
    let (hours, hour) = digits(bytes);
    if !matches!(hours, 1 | 2) || bytes.get(hours) != Some(&b':') {
        return None;
    }
    let (minutes, minute) = digits(&bytes[hours + 1..]);
    if minutes != 2 || minute > 59 {
        return None;
    }
    let mut end = hours + 3;
    let mut second = None;
    if bytes.get(end) == Some(&b':') {
        let (seconds, value) = digits(&bytes[end + 1..]);
        if seconds == 2 && value <= 60 {
            second = Some(value as u8);
            end += 3;
            if matches!(bytes.get(end), Some(b'.' | b',')) {
                let (fraction, _) = digits(&bytes[end + 1..]);
                if fraction > 0 {
                    end += 1 + fraction;
                }
            }
        }
    }
    if goes_on(&bytes[end..], b":.") {
        return None;
    }
    Some((
        end,
        Kind::Clock(ClockFigures {
            hour: hour as u8,
            minute: minute as u8,
            second,
            padded: hours == 2,
        }),
    ))
}

/// "10.12.0.0", "4.17.2": no number.
fn dotted_run(bytes: &[u8]) -> Option<(usize, Kind)> {
    let mut end = digits(bytes).0;
    let mut groups = 1;
    while matches!(bytes.get(end), Some(b'.' | b':')) {
        let (width, _) = digits(&bytes[end + 1..]);
        if width == 0 {
            break;
        }
        end += 1 + width;
        groups += 1;
    }
    (groups > 2).then_some((end, Kind::Code))
}

fn number_shape(bytes: &[u8]) -> (usize, Number) {
    let (width, whole) = digits(bytes);
    let mut number = Number {
        whole,
        digits: width.min(255) as u8,
        decimals: 0,
        places: 0,
        grouped: false,
    };
    let mut end = width;
    while width <= 3 && bytes.get(end) == Some(&b',') && digits(&bytes[end + 1..]).0 == 3 {
        number.whole = number
            .whole
            .saturating_mul(1000)
            .saturating_add(digits(&bytes[end + 1..]).1);
        number.grouped = true;
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') {
        let (places, value) = digits(&bytes[end + 1..]);
        if (1..=9).contains(&places) {
            (number.decimals, number.places) = (value as u32, places as u8);
            end += 1 + places;
        }
    }
    (end, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<&'static str> {
        tokenise(text)
            .iter()
            .map(|token| match token.kind {
                Kind::Word { .. } => "word",
                Kind::Number(_) => "number",
                Kind::Clock(_) => "clock",
                Kind::Date(_) => "date",
                Kind::Symbol(_) => "symbol",
                Kind::Code => "code",
            })
            .collect()
    }

    #[test]
    fn a_plain_word_is_the_word_that_the_careful_way_finds() {
        // Behind a hyphen the careful way is gone; the words must be the same.
        for word in [
            "Monday",
            "PM",
            "a",
            "A",
            "o",
            "pneumonoultramicroscopicsilicovolcanoconiosis",
        ] {
            let kind = |text: &str, at: usize| tokenise(text)[at].kind;
            assert_eq!(kind(&format!("{word} x"), 0), kind(&format!("x-{word}-x"), 2), "{word}");
        }
    }

    #[test]
    fn figures_are_told_apart_by_their_shape() {
        assert_eq!(shapes("7:52 p.m. ET"), ["clock", "word", "word"]);
        assert_eq!(shapes("2021-10-04T22:05:00Z"), ["date", "clock", "word"]);
        assert_eq!(
            shapes("7pm 1530Z 4.30pm"),
            ["number", "word", "number", "word", "number", "word"]
        );
        assert_eq!(shapes("10.12.0.0/22"), ["code", "symbol", "number"]);
        assert_eq!(shapes("31,000 reports"), ["number", "word"]);
        assert_eq!(shapes("11/17/2022 01/06/2018 07.12.2021 02.12."), ["date"; 4]);
    }

    #[test]
    fn addresses_and_ids_are_opaque() {
        assert_eq!(
            shapes("see https://x.example/2021/10/04/a?b=1, please"),
            ["word", "code", "symbol", "word"]
        );
        assert_eq!(shapes("`10:41` 13b14ca5-5c6b-4340-8157"), ["code", "code"]);
        assert_eq!(shapes("a@b.example"), ["code"]);
    }

    #[test]
    fn a_possessive_is_a_word_of_its_own_and_oclock_is_one_word() {
        assert_eq!(shapes("New Year’s Eve"), ["word"; 4]);
        assert_eq!(shapes("six o'clock"), ["word", "word"]);
    }

    #[test]
    fn paragraphs_lines_and_touching_tokens_are_kept_apart() {
        let gaps: Vec<_> = tokenise("a\n\nb\nc d.").iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Paragraph, Gap::Line, Gap::Space, Gap::None]);
    }
}
