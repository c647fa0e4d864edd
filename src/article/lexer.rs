//! One pass over the text into typed tokens.
//!
//! One would get wrong where a run ends: "7pm" is a figure and a word, "2021-10-04T22:05Z" a date, a clock and a
//! zone, "us-east-1" no number at all. Nothing later reads characters again.

use crate::lexicon::{Lexicon, Spelling, lexicon};

use super::figures::{
    clock_shape, date_shape, digits, dotted_run, hyphened_stamp, is_stamp, number_shape, short_dotted_date,
};
use super::span::Span;
use super::token::{Case, Gap, Kind, Number, Sign, Token};

/// Walks the text once.
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        gap: Gap::Paragraph,
        tokens: Vec::with_capacity(text.len() / 5 + 8),
        stamp_end: None,
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
    /// Where the last stamp set as code ends: the tick there closes, and opens nothing.
    stamp_end: Option<usize>,
    lexicon: &'static Lexicon,
}

/// What is told apart by figures of no meaning, which stand behind it.
const ID_NOUNS: &[&str] = &[
    "commit",
    "commits",
    "hash",
    "sha",
    "sha1",
    "sha256",
    "digest",
    "revision",
    "rev",
    "request",
    "req",
    "trace",
    "span",
    "transaction",
    "txn",
    "session",
    "id",
    "uuid",
];

/// Months and what else begins a stamp, as they stand behind a word without a blank.
const MONTHS: &[&[u8]] = &[
    b"January",
    b"February",
    b"March",
    b"April",
    b"May",
    b"June",
    b"July",
    b"August",
    b"September",
    b"October",
    b"November",
    b"December",
];
const STAMPS: &[&[u8]] = &[b"Published", b"Updated", b"Posted", b"Modified"];

/// Letters at most of a word that has no other behind it.
const SHORTEST_GLUED: usize = 4;

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
            // Some newsrooms set this low quotation mark for every comma.
            '‚' if self.text[self.at + c.len_utf8()..].starts_with(' ') => self.push(c.len_utf8(), Kind::Symbol(',')),
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
            // "Update @2021-10-04 08:30"
            Some(b'@')
                if date_shape(inner.as_bytes())
                    .or_else(|| clock_shape(inner.as_bytes()))
                    .is_some() =>
            {
                false
            }
            Some(b'#' | b'@' | b'$') => inner.starts_with(|c: char| c.is_ascii_alphanumeric()),
            _ => run.contains("://") || run.starts_with("www.") || is_address(run) || self.is_id(run),
        };
        if is_code { run.len() } else { 0 }
    }

    /// Whether a stretch is an id: of hexadecimal figures, and no date unless its noun says that it is none.
    fn is_id(&self, run: &str) -> bool {
        is_hex_id(run) && (!is_joined_date(run) || self.behind_id_noun())
    }

    /// Whether a noun stands before that an id follows: "commit 12dec2023", "(req: 4feb2019)".
    fn behind_id_noun(&self) -> bool {
        let mut before = self.tokens.iter().rev();
        let mark = |token: &&Token| matches!(token.kind, Kind::Symbol(':' | '=' | '(' | '#' | '-'));
        let noun = before.find(|token| !mark(token));
        noun.is_some_and(|token| {
            let word = &self.text[token.span.range()];
            ID_NOUNS.iter().any(|it| word.eq_ignore_ascii_case(it))
        })
    }

    fn inline_code(&mut self) {
        let rest = &self.bytes[self.at..];
        let ticks = rest.iter().take_while(|b| **b == b'`').count();
        if ticks < 3 && self.stamp_end != Some(self.at) {
            let limit = rest.len().min(LONGEST_CODE);
            let close = rest[ticks..limit].iter().position(|b| *b == b'`' || *b == b'\n');
            if let Some(close) = close
                && rest[ticks + close] == b'`'
                && close > 0
            {
                // A stamp is one also where it is set in the type of code: "`2024-07-20 18:38` the pool drained".
                if is_stamp(&rest[ticks..ticks + close]) {
                    self.stamp_end = Some(self.at + ticks + close);
                    return self.push(ticks, Kind::Symbol('`'));
                }
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
        let length = letters(rest);
        let closed = || {
            rest[length..]
                .iter()
                .take(4)
                .find_map(|byte| match byte {
                    b' ' | b'\n' | b'\t' | b'\r' => Some(true),
                    b'.' | b',' | b';' | b':' | b')' | b']' | b'!' | b'?' | b'"' => None,
                    _ => Some(false),
                })
                .unwrap_or(rest.len() <= length + 4)
        };
        let plain = matches!(rest.get(length), Some(b' ' | b'\n')) || closed();
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
        if let Some(length) = self.glued() {
            let shown = &self.text[self.at..self.at + length];
            let id = self.lexicon.spelt(Spelling::of_chars(shown.chars()));
            let (case, sign) = (case_of(shown), Sign::of(shown.as_bytes()));
            self.push(length, Kind::Word { id, case, sign });
            self.gap = Gap::Space;
            return;
        }
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

    /// "WorldAugust 20, 2023", "5:30 PMUpdated: 9 PM", "Lee26 May 2021": bytes of a word before another that a page sets
    /// beside it without a blank, where the other begins a stamp.
    fn glued(&self) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        let length = letters(rest);
        // "Ann Fenwick26 January 2011"
        let digits = rest[length..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if matches!(digits, 1 | 2) && length > 2 && rest[0].is_ascii_uppercase() {
            let behind = rest[length + digits..].strip_prefix(b" ")?;
            let (month, year) = behind.split_at_checked(letters(behind))?;
            let dated =
                MONTHS.contains(&month) && year.starts_with(b" ") && year.get(1).is_some_and(u8::is_ascii_digit);
            return dated.then_some(length);
        }
        let word = rest.get(..length).filter(|word| word.len() > SHORTEST_GLUED)?;
        let from = word
            .iter()
            .rposition(u8::is_ascii_uppercase)
            .filter(|from| *from > 2 || *from == 2 && word[..2].iter().all(u8::is_ascii_uppercase))?;
        let (behind, figure) = (rest.get(length)?, rest.get(length + 1).is_some_and(u8::is_ascii_digit));
        let (month, stamp) = (MONTHS.contains(&&word[from..]), STAMPS.contains(&&word[from..]));
        (month && *behind == b' ' && figure || stamp && matches!(behind, b' ' | b':')).then_some(from)
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
                // 's, 're, 've, 'll, 'd, 'm are words of their own; o'clock and O'Brien are not, but "I'll" is two.
                if letters == 0 || (letters <= 2 && (at > 1 || rest.starts_with('I'))) {
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
        if self.hyphened_stamp() {
            return;
        }
        let rest = &self.bytes[self.at..];
        if let Some((length, kind)) = date_shape(rest)
            .filter(|(length, kind)| !self.closes_with_clock(*length, *kind))
            .or_else(|| clock_shape(rest))
            .or_else(|| {
                short_dotted_date(rest).filter(|(length, _)| self.behind_weekday() || self.beside_clock(*length))
            })
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

    /// Whether a weekday stands before, with or without a dot: "Fri.27.2.26", "Friday 27.2.26".
    fn behind_weekday(&self) -> bool {
        let mut before = self.tokens.iter().rev().map(|token| token.kind);
        let word = match before.next() {
            Some(Kind::Symbol('.' | ',')) => before.next(),
            other => other,
        };
        matches!(word, Some(Kind::Word { id, .. }) if self.lexicon.weekdays.begins(id))
    }

    /// "13.12.19 21:34", "21:34 CET 13.12.19": whether a clock stands right before what is so long, or right behind it.
    fn beside_clock(&self, length: usize) -> bool {
        let mut before = self.tokens.iter().rev().map(|token| token.kind);
        let behind = match before.next() {
            Some(Kind::Word { id, .. }) if self.lexicon.zones.begins(id) => before.next(),
            other => other,
        };
        let rest = self.bytes[self.at + length..].trim_ascii_start();
        let rest = rest.strip_prefix(b",").unwrap_or(rest).trim_ascii_start();
        self.gap != Gap::None && matches!(behind, Some(Kind::Clock(_))) || clock_shape(rest).is_some()
    }

    /// "It came back at 11.05. Nobody": what could be a day of May is a clock behind "at", and the dot its sentence's.
    fn closes_with_clock(&self, length: usize, kind: Kind) -> bool {
        let short = matches!(kind, Kind::Date(date) if date.separator == b'.' && date.third.is_none());
        let behind = || {
            let last = self.tokens.last().map(|token| token.span);
            last.is_some_and(|span| self.text[span.range()].eq_ignore_ascii_case("at"))
        };
        let rest = || self.text[self.at + length..].trim_start();
        short && behind() && !rest().starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
    }

    /// "2020-10-01-17-45-10": a date and a clock that hyphens join, as names of files and pages have it.
    fn hyphened_stamp(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let Some((date, clock)) = hyphened_stamp(rest) else {
            return false;
        };
        self.push(10, date);
        self.at += 1;
        self.push(8, clock);
        true
    }
}

/// How many letters of ASCII stand at the front, eight asked at once: of most words that is all.
fn letters(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let mut count = 0;
    while let Some(eight) = bytes.get(count..count + 8) {
        let eight = u64::from_le_bytes(eight.try_into().expect("eight bytes are eight bytes"));
        // In small letters, and below 128, so that no sum runs over into the next byte.
        let small = (eight | (0x20 * EACH)) & !HIGH;
        let from_a = small + (0x80 - u64::from(b'a')) * EACH;
        let behind_z = small + (0x7f - u64::from(b'z')) * EACH;
        let others = (!from_a | behind_z | eight) & HIGH;
        if others != 0 {
            return count + others.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|b| b.is_ascii_alphabetic()).count()
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

/// Hexadecimal figures, letters and digits mixed: twelve or more, which hyphens may part, or seven in small letters
/// without a joint ("4feb1386").
fn is_hex_id(run: &str) -> bool {
    let figures = run.bytes().filter(u8::is_ascii_hexdigit).count();
    let letters = run.bytes().filter(u8::is_ascii_alphabetic).count();
    let hyphens = run.bytes().filter(|b| *b == b'-').count();
    let is_small = hyphens == 0 && figures >= 7 && !run.bytes().any(|b| b.is_ascii_uppercase());
    letters >= 2 && figures > letters && figures + hyphens == run.len() && (figures >= 12 || is_small)
}

/// "3dec2024", "03feb24": of the months, only the short names of these two are hexadecimal figures.
fn is_joined_date(run: &str) -> bool {
    let Some((day, year)) = run.split_once("dec").or_else(|| run.split_once("feb")) else {
        return false;
    };
    let is_number = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
    matches!(day.len(), 1 | 2)
        && is_number(day)
        && is_number(year)
        && (year.len() == 2 || year.len() == 4 && ("1970".."2040").contains(&year))
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
    fn letters_are_counted_as_if_one_by_one() {
        for byte in 0..=u8::MAX {
            for before in 0..10 {
                let mut bytes = [b'k'; 20];
                bytes[before] = byte;
                let one_by_one = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                assert_eq!(letters(&bytes), one_by_one, "{byte} behind {before}");
            }
        }
    }

    #[test]
    fn an_ending_is_a_word_of_its_own_behind_a_single_letter_too() {
        assert_eq!(shapes("I'll"), ["word", "word"]);
        assert_eq!(shapes("they’ll"), ["word", "word"]);
        assert_eq!(shapes("O'Brien"), ["word"]);
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
    fn a_stamp_that_a_page_sets_without_a_blank_is_a_word_of_its_own() {
        assert_eq!(tokenise("By Ann Lee26 May 2021")[3].gap, Gap::Space);
        let parted = |text: &str| {
            tokenise(text)
                .iter()
                .any(|t| text[t.span.range()].starts_with("22") && t.gap == Gap::Space)
        };
        assert!(parted("Fox22 May 2021") && !parted("Fox22 May be down") && !parted("F22 May 2021"));
        for text in [
            "WorldAugust 20, 2023",
            "at 5:30 PMUpdated: 9 PM",
            "By Ann LeePublished 3 May",
        ] {
            let glued = tokenise(text);
            let (word, _) = glued
                .iter()
                .enumerate()
                .find(|(_, t)| {
                    text[t.span.range()].starts_with(['A', 'U', 'P'])
                        && t.gap == Gap::Space
                        && text[..t.span.start()].ends_with(char::is_alphabetic)
                })
                .expect("a word");
            assert!(word > 0, "{text}");
        }
        for text in ["LeMay 20 times", "GitHub was down", "PowerMay was down", "YouTube"] {
            assert!(
                tokenise(text)[0].span.end() >= text.find(' ').unwrap_or(text.len()),
                "{text}"
            );
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
    fn a_stamp_is_read_in_the_type_of_code_and_with_hyphens_throughout() {
        assert_eq!(shapes("`2024-07-20 18:38:38`"), ["symbol", "date", "clock", "symbol"]);
        assert_eq!(shapes("`10:41 UTC`"), ["symbol", "clock", "word", "symbol"]);
        assert_eq!(shapes("`22:41` up `x`"), ["symbol", "clock", "symbol", "word", "code"]);
        assert_eq!(shapes("`curl -m 10`"), ["code"]);
        assert_eq!(shapes("date: 2020-10-01-17-45-10"), ["word", "symbol", "date", "clock"]);
        assert_ne!(shapes("2020-10-01-17-45-101"), ["date", "clock"]);
    }

    #[test]
    fn addresses_and_ids_are_opaque() {
        assert_eq!(
            shapes("see https://x.example/2021/10/04/a?b=1, please"),
            ["word", "code", "symbol", "word"]
        );
        assert_eq!(shapes("`10.4.1` 13b14ca5-5c6b-4340-8157"), ["code", "code"]);
        assert_eq!(shapes("a@b.example"), ["code"]);
        assert_eq!(
            shapes("(req 4feb1386, trace 1386dec3)"),
            ["symbol", "word", "code", "symbol", "word", "code", "symbol"]
        );
        assert_eq!(shapes("on 3dec2024"), ["word", "number", "word", "number"]);
        assert_eq!(shapes("on 3dec2041"), ["word", "code"]);
        assert_eq!(shapes("commit 3dec2024"), ["word", "code"]);
        assert_eq!(shapes("(req: 03feb24)"), ["symbol", "word", "symbol", "code", "symbol"]);
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
