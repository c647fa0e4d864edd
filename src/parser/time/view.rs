//! The tokens of one block, as the grammar looks at them.
//!
//! One would get wrong that a phrase may be broken by a line's end or a hyphen, but never by an empty line.

use std::ops::Range;

use crate::article::Article;
use crate::article::span::Span;
use crate::article::token::{Case, Gap, Kind, Number, Sign, Token};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::{Lexicon, Table, WordId, lexicon};

/// Words in small letters, with their signs: what many tokens are held against.
pub struct Words<const N: usize> {
    words: [&'static str; N],
    signs: [Sign; N],
}

impl<const N: usize> Words<N> {
    /// A list of them, made where it is compiled.
    pub const fn new(words: [&'static str; N]) -> Self {
        let mut signs = [Sign::of(b""); N];
        let mut at = 0;
        while at < N {
            signs[at] = Sign::of(words[at].as_bytes());
            at += 1;
        }
        Self { words, signs }
    }
}

/// A block's tokens. Positions are indices into the article's tokens.
#[derive(Clone, Copy)]
pub struct View<'a> {
    text: &'a str,
    /// From the first position on: one comparison tells whether a position is inside.
    tokens: &'a [Token],
    start: usize,
    /// Whether the text's prose writes clocks as four figures without a mark.
    pub unmarked_clocks: bool,
    /// The tables.
    pub lexicon: &'static Lexicon,
}

impl<'a> View<'a> {
    /// A view of the tokens in `range`: of a block, a sentence, a clause.
    pub fn of(article: &'a Article, range: &Range<usize>) -> Self {
        Self {
            text: &article.text,
            tokens: article.tokens.get(range.clone()).unwrap_or_default(),
            start: range.start,
            unmarked_clocks: article.unmarked_clocks,
            lexicon: lexicon(),
        }
    }

    /// First position.
    pub fn start(&self) -> usize {
        self.start
    }

    /// One past the last position.
    pub fn end(&self) -> usize {
        self.start + self.tokens.len()
    }

    /// The token at a position inside the block.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at.wrapping_sub(self.start))
    }

    /// What the token is.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|t| t.kind)
    }

    /// The word's number; unknown for what is no word.
    pub fn word(&self, at: usize) -> WordId {
        match self.kind(at) {
            Some(Kind::Word { id, .. }) => id,
            _ => WordId::UNKNOWN,
        }
    }

    /// How a word is written.
    pub fn case(&self, at: usize) -> Option<Case> {
        match self.kind(at) {
            Some(Kind::Word { case, .. }) => Some(case),
            _ => None,
        }
    }

    /// The token's characters.
    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| &self.text[t.span.range()])
    }

    /// Whether the token is this word, in any case.
    #[inline(always)]
    pub fn says(&self, at: usize, lower: &str) -> bool {
        self.says_any(at, &[lower])
    }

    /// Whether the token is one of these words.
    // Inlined, the words' signs are numbers, known when this is compiled.
    #[inline(always)]
    pub fn says_any(&self, at: usize, lower: &[&str]) -> bool {
        self.signed(at).is_some_and(|(sign, span)| {
            lower
                .iter()
                .any(|word| Sign::of(word.as_bytes()) == sign && self.spells(span, word))
        })
    }

    /// Whether the token is one of many words.
    pub fn says_of<const N: usize>(&self, at: usize, list: &Words<N>) -> bool {
        self.signed(at).is_some_and(|(sign, span)| {
            // All signs at once, without a branch.
            let like = list.signs.iter().fold(0, |any, of| any | u8::from(*of == sign));
            like != 0 && list.words.iter().any(|word| self.spells(span, word))
        })
    }

    /// The sign and the place of a word; `None` where the token is no word.
    #[inline(always)]
    fn signed(&self, at: usize) -> Option<(Sign, Span)> {
        match self.token(at) {
            Some(Token {
                kind: Kind::Word { sign, .. },
                span,
                ..
            }) => Some((*sign, *span)),
            _ => None,
        }
    }

    #[inline(never)]
    fn spells(&self, span: Span, lower: &str) -> bool {
        self.text.as_bytes()[span.range()].eq_ignore_ascii_case(lower.as_bytes())
    }

    /// Whether the token is one of these words, its dots left out: "B.C." is "bc".
    pub fn says_dotless(&self, at: usize, lower: &[&str]) -> bool {
        let text = self.text(at);
        lower.iter().any(|word| {
            let mut letters = text.bytes().filter(|b| *b != b'.');
            word.bytes()
                .all(|b| letters.next().is_some_and(|l| l.eq_ignore_ascii_case(&b)))
                && letters.next().is_none()
        })
    }

    /// Whether a word is the past or the participle of a verb, as its ending or the tables tell.
    pub fn is_participle(&self, at: usize) -> bool {
        let verb = self.phrase(&self.lexicon.verbs, at);
        self.text(at).ends_with("ed") || matches!(verb, Some(((_, Form::Either | Form::Participle), _)))
    }

    /// Whether the token is a word in small letters that means nothing to the grammar: an adjective, mostly, where one
    /// may stand.
    pub fn is_free_word(&self, at: usize) -> bool {
        let Some(Kind::Word {
            id, case: Case::Lower, ..
        }) = self.kind(at)
        else {
            return false;
        };
        self.lexicon.opens(id) == crate::lexicon::Opens::default()
            && self.lexicon.function_words.word(id).is_none()
            && self.lexicon.tenses.word(id).is_none()
    }

    /// Whether the token is this character.
    #[inline(always)]
    pub fn symbol(&self, at: usize, symbol: char) -> bool {
        self.kind(at) == Some(Kind::Symbol(symbol))
    }

    /// Whether the token is one of these characters.
    #[inline(always)]
    pub fn symbol_any(&self, at: usize, symbols: &[char]) -> bool {
        matches!(self.kind(at), Some(Kind::Symbol(c)) if symbols.contains(&c))
    }

    /// The number at a position.
    pub fn number(&self, at: usize) -> Option<Number> {
        match self.kind(at) {
            Some(Kind::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Whether a token stands in the next column of a line, behind a blank wider than one space.
    pub fn opens_column(&self, at: usize) -> bool {
        let before = self.token(at.wrapping_sub(1));
        let pair = self.token(at).zip(before);
        pair.is_some_and(|(token, before)| token.opens_column(before, self.text))
    }

    /// Whether nothing stands between this token and the one before.
    pub fn touches(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|t| t.gap == Gap::None)
    }

    /// Whether the token is joined to what stands before it in a way that makes it part of a longer name or
    /// figure: "us-east-1", "OPS-2021", "v41", "$15", "3.5".
    pub fn glued_left(&self, at: usize) -> bool {
        if !self.touches(at) {
            return false;
        }
        match self.kind(at - 1) {
            Some(Kind::Symbol(c)) => {
                let runs_on = self.touches(at - 1)
                    && matches!(
                        self.kind(at - 2),
                        Some(Kind::Word { .. } | Kind::Number(_) | Kind::Date(_) | Kind::Clock(_) | Kind::Code)
                    );
                match c {
                    '-' | '/' | '.' | ',' | ':' | '\'' | '&' | '=' | '+' => runs_on,
                    // "report_2021" is a name, "__3 May__" stands out.
                    '_' => {
                        let first = (0..at - 1).rev().find(|before| !self.symbol(*before, '_'));
                        first.is_some_and(|before| {
                            self.touches(before + 1)
                                && !matches!(self.kind(before), Some(Kind::Symbol('*' | '(' | '[')))
                        })
                    }
                    '#' | '$' | '€' | '£' | '%' | '\\' => true,
                    _ => false,
                }
            }
            Some(Kind::Word { .. } | Kind::Number(_) | Kind::Date(_) | Kind::Clock(_) | Kind::Code) => true,
            None => false,
        }
    }

    /// Whether the token runs on to its right into a longer name or figure: "5xx", "2021-1004", "10%".
    pub fn glued_right(&self, last: usize) -> bool {
        let next = last + 1;
        if !self.touches(next) {
            return false;
        }
        match self.kind(next) {
            Some(Kind::Symbol(c)) => {
                let runs_on = self.touches(next + 1)
                    && matches!(
                        self.kind(next + 1),
                        Some(Kind::Word { .. } | Kind::Number(_) | Kind::Date(_) | Kind::Clock(_) | Kind::Code)
                    );
                match c {
                    '-' | '/' | '.' | ':' | ',' | '&' | '=' => runs_on,
                    '_' => {
                        let mut behind = next + 1;
                        while self.symbol(behind, '_') {
                            behind += 1;
                        }
                        self.touches(behind)
                            && matches!(
                                self.kind(behind),
                                Some(Kind::Word { .. } | Kind::Number(_) | Kind::Code)
                            )
                    }
                    '%' | '°' | '\\' | '$' | '€' | '£' => true,
                    _ => false,
                }
            }
            Some(Kind::Word { .. } | Kind::Number(_) | Kind::Code) => !self.text(next).starts_with(['\'', '’']),
            _ => false,
        }
    }

    /// Whether the phrase can go on from `at` to `at + 1`.
    fn flows(&self, at: usize) -> bool {
        self.token(at + 1).is_some_and(|t| t.gap < Gap::Paragraph)
    }

    /// The longest phrase of a table at a position, hyphens between its words allowed; with the position after it.
    // Inlined, for nearly always no phrase begins with the word.
    #[inline(always)]
    pub fn phrase<T: Copy>(&self, table: &Table<T>, at: usize) -> Option<(T, usize)> {
        let first = self.word(at);
        if table.begins(first) {
            self.phrase_from(table, at, first)
        } else {
            None
        }
    }

    #[inline(never)]
    fn phrase_from<T: Copy>(&self, table: &Table<T>, at: usize, first: WordId) -> Option<(T, usize)> {
        // Positions of the words that follow, hyphens skipped.
        let mut ends = [at; 6];
        let mut filled = 0;
        let found = table.phrase(first, |nth| {
            while filled <= nth {
                let Some(before) = (if filled == 0 {
                    Some(at)
                } else {
                    ends.get(filled - 1).copied()
                }) else {
                    return WordId::UNKNOWN;
                };
                let mut next = before + 1;
                if self.symbol(next, '-') && self.touches(next) && self.touches(next + 1) {
                    next += 1;
                }
                if filled >= ends.len() || !self.flows(before) {
                    return WordId::UNKNOWN;
                }
                ends[filled] = next;
                filled += 1;
            }
            self.word(ends[nth])
        });
        found.map(|(meaning, rest)| (meaning, if rest == 0 { at + 1 } else { ends[rest - 1] + 1 }))
    }

    /// What a single word means.
    pub fn meaning<T: Copy>(&self, table: &Table<T>, at: usize) -> Option<T> {
        table.word(self.word(at))
    }

    /// What the noun that begins at a position names.
    // Inlined, as `phrase` is.
    #[inline(always)]
    pub fn noun(&self, at: usize) -> Option<Thing> {
        self.phrase(&self.lexicon.nouns, at).map(|(thing, _)| thing)
    }

    /// The position of the word before, stepping over a hyphen that touches; `None` at the beginning.
    pub fn before(&self, at: usize) -> Option<usize> {
        (at > self.start).then(|| at - 1)
    }

    /// Whether the word before `at` is one of these.
    pub fn after_any(&self, at: usize, lower: &[&str]) -> bool {
        self.before(at).is_some_and(|b| self.says_any(b, lower))
    }

    /// The position after a dot that touches ("Oct."), else the same.
    pub fn skip_dot(&self, at: usize) -> usize {
        if self.symbol(at, '.') && self.touches(at) {
            at + 1
        } else {
            at
        }
    }

    /// The position after the dot of an abbreviation, unless that dot seems to end the sentence: nothing, or a word
    /// with a capital that is no time's, follows it.
    pub fn skip_inner_dot(&self, at: usize) -> usize {
        let after = self.skip_dot(at);
        let goes_on = match self.kind(after) {
            None => false,
            Some(Kind::Word { case: Case::Lower, .. }) | Some(Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)) => true,
            Some(Kind::Word { id, .. }) => {
                self.lexicon.months.begins(id) || self.lexicon.weekdays.begins(id) || self.lexicon.zones.begins(id)
            }
            // "Oct. (Sat)"
            Some(Kind::Symbol('(')) => {
                matches!(self.kind(after + 1), Some(Kind::Word { id, .. }) if self.lexicon.weekdays.begins(id))
            }
            Some(Kind::Symbol(c)) => matches!(
                c,
                ',' | '-' | '–' | '—' | ')' | ']' | ';' | ':' | '/' | '|' | '\'' | '’'
            ),
            Some(Kind::Code) => true,
        };
        if goes_on { after } else { at }
    }

    /// The position after an optional symbol.
    pub fn skip(&self, at: usize, symbol: char) -> usize {
        if self.symbol(at, symbol) { at + 1 } else { at }
    }
}

impl View<'_> {
    /// The same view, beginning at `start`, so that what stands before is not seen.
    pub fn narrowed(view: &Self, start: usize) -> Self {
        Self {
            tokens: view.tokens.get(start.saturating_sub(view.start)..).unwrap_or_default(),
            start,
            ..*view
        }
    }

    /// The same view, ending at `end`, so that what stands behind is not seen.
    pub fn cut(view: &Self, end: usize) -> Self {
        let length = end.saturating_sub(view.start).min(view.tokens.len());
        Self {
            tokens: &view.tokens[..length],
            ..*view
        }
    }
}
