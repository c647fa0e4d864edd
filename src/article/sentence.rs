//! Blocks → sentences.
//!
//! One would get wrong that a dot seldom ends one: "7 p.m. ET", "Oct. 4", "Mr. Smith" and "1.4%" go on.

use crate::lexicon::{WordId, lexicon, prose::Abbreviation, prose::Function};

use super::block::{Block, BlockKind};
use super::span::Span;
use super::token::{Case, Gap, Kind, Token};

/// A sentence, with its closing mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
}

/// Tokens behind which a sentence ends with its line, and behind four times as many wherever it is.
const LONGEST: usize = 300;

/// Splits every block that is prose; a row, a heading or a line of code is one sentence.
pub fn sentences(text: &str, tokens: &[Token], blocks: &[Block]) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(blocks.len() * 2);
    for (index, block) in blocks.iter().enumerate() {
        let whole = matches!(
            block.kind,
            BlockKind::Row | BlockKind::HeaderRow | BlockKind::Heading(_) | BlockKind::Code | BlockKind::FrontMatter
        );
        let mut start = block.tokens.start;
        for at in block.tokens.clone() {
            let last = at + 1 == block.tokens.end;
            // A list of lines without a full stop is no sentence.
            let length = at.saturating_sub(start);
            let breaks = || !last && tokens[at + 1].gap > Gap::Space;
            if length >= 4 * LONGEST || length >= LONGEST && breaks() {
                if let Some(span) = Span::new(tokens[start].span.start(), tokens[at].span.end()) {
                    out.push(Sentence {
                        tokens: start..at + 1,
                        span,
                        block: index,
                    });
                }
                start = at + 1;
                continue;
            }
            if last
                || (!whole
                    && may_end(text, &tokens[at])
                    && ends_sentence(text, tokens, at, block.tokens.end)
                    && !tokens.get(start..=at).is_some_and(only_leads))
            {
                let end = if last {
                    at + 1
                } else {
                    closing(tokens, at + 1, block.tokens.end)
                };
                if end > start
                    && let Some(span) = Span::new(tokens[start].span.start(), tokens[end - 1].span.end())
                {
                    out.push(Sentence {
                        tokens: start..end,
                        span,
                        block: index,
                    });
                    start = end;
                }
            }
        }
    }
    out
}

/// Tokens at most between the beginning of a sentence and the half of the day.
const LONGEST_LEAD: usize = 7;

/// "At 2:30 p.m. Downdetector showed …": a time in front of its clause is no sentence by itself, whatever its dot.
fn only_leads(tokens: &[Token]) -> bool {
    let lexicon = lexicon();
    let Some((last, before)) = tokens.split_last() else {
        return false;
    };
    let dot = last.kind == Kind::Symbol('.');
    let (meridiem, before) = match before.split_last() {
        Some((meridiem, before)) if dot => (meridiem, before),
        _ => (last, before),
    };
    let joins = |token: &Token| match token.kind {
        Kind::Word { id, .. } => {
            lexicon.function_words.word(id) == Some(Function::Preposition)
                || lexicon.hedges.begins(id)
                || lexicon.relations.begins(id)
                || lexicon.weekdays.word(id).is_some()
        }
        Kind::Number(_) | Kind::Clock(_) | Kind::Symbol(':' | '.') => true,
        _ => false,
    };
    lexicon.meridiems.word(word(Some(meridiem))).is_some()
        && before.len() <= LONGEST_LEAD
        && matches!(before.first().map(|t| t.kind), Some(Kind::Word { .. }))
        && before.iter().all(joins)
}

/// Quotes and brackets that close behind a full stop belong to its sentence.
fn closing(tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end
        && tokens[at].gap == Gap::None
        && matches!(
            tokens[at].kind,
            Kind::Symbol('”' | '"' | '’' | '\'' | ')' | ']' | '.' | '!' | '?' | '*')
        )
    {
        at += 1;
    }
    at
}

fn word(token: Option<&Token>) -> WordId {
    match token.map(|t| t.kind) {
        Some(Kind::Word { id, .. }) => id,
        _ => WordId::UNKNOWN,
    }
}

/// Whether a sentence may end with the token, asked of every one.
#[inline]
fn may_end(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Symbol(c) => matches!(c, '.' | '!' | '?' | '…'),
        // "at 7 p.m." ends with the dot of its word.
        Kind::Word { .. } => text.as_bytes()[token.span.end() - 1] == b'.',
        _ => false,
    }
}

/// Whether it does, where it may.
fn ends_sentence(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    let next_at = closing(tokens, at + 1, end);
    let Some(next) = tokens.get(next_at).filter(|_| next_at < end) else {
        return false;
    };
    if next.gap == Gap::None || !opens(next) {
        return false;
    }
    match token.kind {
        Kind::Symbol('.') => !abbreviated(text, tokens, at, &tokens[next_at..end]),
        Kind::Word { id, .. } => match lexicon().meridiems.word(id) {
            Some(_) => !belongs_to_clock(id, &tokens[next_at..end]),
            None => !names_on(next),
        },
        _ => true,
    }
}

/// "U.S. Eastern", "the U.K. regulator": behind a dotted name, what is no word of grammar goes on with it.
fn names_on(next: &Token) -> bool {
    match next.kind {
        Kind::Word { id, .. } => lexicon().function_words.word(id).is_none(),
        _ => false,
    }
}

/// Whether a token can open a sentence.
fn opens(token: &Token) -> bool {
    match token.kind {
        Kind::Word { case, .. } => case != Case::Lower,
        Kind::Symbol(c) => matches!(c, '“' | '"' | '(' | '‘' | '\'' | '[' | '#' | '*' | '—' | '–' | '•'),
        Kind::Number(_) | Kind::Clock(_) | Kind::Date(_) | Kind::Code => true,
    }
}

/// "Oct. 4", "Mr. Smith", "J. Smith".
fn abbreviated(text: &str, tokens: &[Token], at: usize, after: &[Token]) -> bool {
    let Some(next) = after.first() else { return false };
    let Some(before) = at.checked_sub(1).map(|i| &tokens[i]) else {
        return false;
    };
    if tokens[at].gap != Gap::None {
        return false;
    }
    let Kind::Word { id, case, .. } = before.kind else {
        // "On 17. November"; "02.12. from" and numbered points end.
        let day = matches!(before.kind, Kind::Number(number) if (1..=31).contains(&number.whole) && number.fraction().is_none());
        return day && next.gap == Gap::Space && lexicon().months.word(word(Some(next))).is_some();
    };
    let initial = before.span.end() - before.span.start() == 1
        && case != Case::Lower
        && text[before.span.range()].starts_with(char::is_uppercase);
    match lexicon().abbreviations.word(id) {
        Some(Abbreviation::Inside) => {
            // "Sun." and "Sat." end sentences too: what follows decides.
            lexicon().weekdays.word(id).is_none()
                || matches!(next.kind, Kind::Number(_) | Kind::Date(_) | Kind::Clock(_))
                || lexicon().months.word(word(Some(next))).is_some()
        }
        Some(Abbreviation::Either) => belongs_to_clock(id, after),
        None => initial,
    }
}

/// "7 p.m. ET", "5 p.m. Monday", "8 a.m. Eastern", "9 p.m. Chicago time": the clock goes on.
fn belongs_to_clock(id: WordId, after: &[Token]) -> bool {
    let lexicon = lexicon();
    let Some(next) = after.first() else { return false };
    if lexicon.meridiems.word(id).is_none() {
        return false;
    }
    let follower = word(Some(next));
    let zone = lexicon.zones.begins(follower) && !matches!(next.kind, Kind::Word { case: Case::Lower, .. });
    // "at 9:40 p.m. Chicago time"
    let of_place = || {
        let place = lexicon.places.phrase(follower, |at| word(after.get(at + 1)));
        place.is_some_and(|(_, rest)| word(after.get(rest + 1)) == lexicon.id("time"))
    };
    // "Back at 7 p.m. Sunday's release was undone", "at 7 p.m. Monday was calm": the day is the next sentence's subject.
    let second = word(after.get(1));
    let subject = ["'s", "’s", "was", "is", "will", "had"].map(|it| lexicon.id(it));
    let subject = second != WordId::UNKNOWN && subject.contains(&second);
    let on_weekday = lexicon.weekdays.word(follower).is_some() && !subject;
    zone || of_place()
        || on_weekday
        || lexicon.months.word(follower).is_some()
        || lexicon
            .holidays
            .phrase(follower, |at| word(after.get(at + 1)))
            .is_some()
        || matches!(
            next.kind,
            Kind::Number(_) | Kind::Symbol('(' | '—' | '–') | Kind::Date(_)
        )
}

#[cfg(test)]
mod tests {
    use super::super::{block::blocks, lexer::tokenise};
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let tokens = tokenise(text);
        let blocks = blocks(text, &tokens);
        sentences(text, &tokens, &blocks)
            .into_iter()
            .map(|s| &text[s.span.range()])
            .collect()
    }

    #[test]
    fn a_clock_with_its_zone_is_not_cut() {
        assert_eq!(
            split("It was down as of 7 p.m. ET. Then it came back at 9 p.m. Monday.").len(),
            2
        );
        assert_eq!(split("It failed at 7 p.m. The company said so.").len(), 2);
        assert_eq!(split("At 7 p.m. The Tracker showed 900 reports.").len(), 1);
        assert_eq!(split("By about 2:30 a.m. Telstra said it knew.").len(), 1);
        assert_eq!(split("It failed at 7 p.m. Eastern and 4 p.m. Pacific.").len(), 1);
        assert_eq!(split("It failed at 7 p.m. Chicago time. All was dark.").len(), 2);
        assert_eq!(split("It failed at 7 p.m. Chicago was dark.").len(), 2);
        assert_eq!(split("It was back at 7 p.m. Sunday's release was undone.").len(), 2);
        assert_eq!(split("It was back at 7 p.m. Sunday and failed again.").len(), 1);
    }

    #[test]
    fn dates_titles_and_figures_are_not_cut() {
        assert_eq!(
            split("On Oct. 4 Mr. Smith of Acme Inc. saw 1.4% of J. Doe's pages. All failed.").len(),
            2
        );
        assert_eq!(split("It failed on 17. November 2023. All was lost.").len(), 2);
        assert_eq!(
            split("It failed at 1 a.m. U.S. Eastern Time in the U.S. The firm said so.").len(),
            2
        );
    }

    #[test]
    fn a_quotation_keeps_its_closing_mark() {
        assert_eq!(
            split("“We prepare. This has been fixed.” Later it failed."),
            ["“We prepare.", "This has been fixed.”", "Later it failed."]
        );
    }
}
