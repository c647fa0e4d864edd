//! Words → what each is read as.
//!
//! One would get wrong that a word is a verb or a noun by itself: "reports fell", "users report", "the fix", "fix it";
//! what stands beside it tells.

use std::ops::Range;

use crate::article::token::{Case, Kind};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::{Cue, Degree, Modal, State};
use crate::lexicon::prose::Function;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// What a word is read as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// A verb.
    Verb(Act, Form),
    /// A noun.
    Noun(Thing),
    /// A state.
    State(State),
    /// How far.
    Degree(Degree),
    /// is, was, became.
    Copula {
        /// is, are.
        present: bool,
    },
    /// not, no longer.
    Not,
    /// cannot, failed to.
    Unable,
    /// will, is expected to.
    Ahead,
    /// "to" before an infinitive.
    To,
    /// in, of, by: what follows is governed.
    Preposition,
    /// A comma or a bracket.
    Comma,
    /// A number.
    Figure,
}

/// A mark and its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// Its first token.
    pub at: usize,
    /// One past its last.
    pub end: usize,
    /// What it is.
    pub mark: Mark,
}

/// Reads a stretch word by word, the words of `skip` left out.
pub fn marks(view: &View, range: &Range<usize>, skip: &Range<usize>) -> Vec<Placed> {
    let mut out = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        if skip.contains(&at) {
            at = skip.end;
            continue;
        }
        let mark = match view.kind(at) {
            Some(Kind::Number(number)) if is_code(view, at, number.whole) => Some(Mark::Noun(Thing::Trouble)),
            Some(Kind::Number(_)) => Some(Mark::Figure),
            Some(Kind::Symbol(',' | '(' | ')')) => Some(Mark::Comma),
            _ => None,
        };
        let (mark, end) = if is_word(view, at) {
            one(view, at, range, &out)
        } else {
            (mark, at + 1)
        };
        let end = end.max(at + 1);
        if let Some(mark) = mark {
            out.push(Placed { at, end, mark });
        }
        at = end;
    }
    out
}

/// The turns of phrase of a stretch.
pub fn cues(view: &View, range: &Range<usize>, skip: &Range<usize>) -> Vec<(usize, Cue)> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match view.phrase(&view.lexicon.cues, at) {
            Some((cue, next))
                if next <= range.end
                    // "due to a fault" names a cause, "due to start" does not.
                    && !(view.says(at, "due") && view.phrase(&view.lexicon.verbs, next).is_some())
                    && !(at..next).any(|i| skip.contains(&i)) =>
            {
                out.push((at, cue));
                at = next;
            }
            _ => at += 1,
        }
    }
    out
}

/// "HTTP 503", "error 500", "403 Forbidden".
fn is_code(view: &View, at: usize, number: u64) -> bool {
    (400..600).contains(&number)
        && (view.says_any(at.wrapping_sub(1), &["http", "error", "status", "code", "a", "with"])
            || view.says_any(at + 1, &["error", "errors", "response", "responses", "forbidden"]))
}

/// Whether the token is a word.
pub fn is_word(view: &View, at: usize) -> bool {
    matches!(view.kind(at), Some(Kind::Word { .. }))
}

/// Reads one word or phrase; gives the position behind it.
fn one(view: &View, at: usize, range: &Range<usize>, before: &[Placed]) -> (Option<Mark>, usize) {
    let lexicon = view.lexicon;
    if view.says(at, "to") {
        let infinitive = matches!(view.phrase(&lexicon.verbs, at + 1), Some(((_, Form::Base), _)))
            || view.says_any(at + 1, &["be", "not", "fully", "gradually", "slowly"]);
        return (Some(if infinitive { Mark::To } else { Mark::Preposition }), at + 1);
    }
    let verb = split_verb(view, at, range).or_else(|| view.phrase(&lexicon.verbs, at));
    let noun = view.phrase(&lexicon.nouns, at);
    match view.phrase(&lexicon.modals, at) {
        Some((Modal::Not, next)) if verb.is_none_or(|(_, end)| end <= next) => {
            return (Some(Mark::Not), next);
        }
        Some((Modal::Unable, next)) if verb.is_none_or(|(_, end)| end <= next) => {
            return (Some(Mark::Unable), next);
        }
        // What is "due to" something does not lie ahead, and "planned work" is work.
        // "begins planned failover test".
        Some((Modal::Ahead | Modal::Planned, next))
            if next == at + 1 && view.text(at).ends_with("ed") && view.phrase(&lexicon.nouns, next).is_some() =>
        {
            return (None, next);
        }
        Some((Modal::Ahead | Modal::Planned, next))
            if verb.is_none_or(|(_, end)| end <= next) && !attributive(view, at, next) =>
        {
            return (Some(Mark::Ahead), next);
        }
        _ => {}
    }
    match (verb, noun) {
        (Some((meaning, end)), Some((thing, noun_end))) => {
            if noun_end > end || (noun_end == end && is_noun(view, at, end, meaning.1, range)) {
                (Some(Mark::Noun(thing)), noun_end)
            } else {
                (Some(Mark::Verb(meaning.0, meaning.1)), end)
            }
        }
        (Some(((act, form), end)), None) => {
            let state = view.phrase(&lexicon.states, at);
            if let Some((state, next)) = state
                && next >= end
                && (before.last().is_some_and(|p| matches!(p.mark, Mark::Copula { .. }))
                    && matches!(act, Act::Work | Act::Fall | Act::Lose))
            {
                return (Some(Mark::State(state)), next);
            }
            if matches!(form, Form::Either | Form::Participle | Form::Ing) && attributive(view, at, end) {
                return (None, end);
            }
            // "the last customers" are not what lasts.
            if view.says(at, "last") && view.after_any(at, &["the", "its", "their", "our"]) {
                return (Some(Mark::Degree(Degree::Whole)), end);
            }
            if form == Form::Base && view.says(at, "close") && view.says(end, "to") {
                return (Some(Mark::Degree(Degree::Part)), end);
            }
            // "complete outage", "clear signs": an adjective before its noun, where no clause can begin.
            if form == Form::Base
                && view.says_any(
                    at,
                    &[
                        "complete", "clear", "slow", "open", "close", "correct", "lower", "total", "top", "double",
                        "live",
                    ],
                )
                && view.phrase(&lexicon.nouns, end).is_some()
                && !view
                    .before(at)
                    .is_some_and(|b| view.says_any(b, &["to", "will", "we", "they", "and", "could", "can"]))
            {
                return (None, end);
            }
            if form == Form::Base && !base_fits(view, at, range) || form == Form::Third && stands_as_noun(view, at) {
                return (None, end);
            }
            (Some(Mark::Verb(act, form)), end)
        }
        (None, Some((thing, end))) => (Some(Mark::Noun(thing)), end),
        (None, None) => {
            // "the repair is complete", but "a complete outage"
            if copula_before(before)
                && let Some((State::Over, next)) = view.phrase(&lexicon.states, at)
                && !view.says_any(at, &["over", "past"])
            {
                return (Some(Mark::State(State::Over)), next);
            }
            if let Some((degree, next)) = view.phrase(&lexicon.degrees, at) {
                return (Some(Mark::Degree(degree)), next);
            }
            if view.says_any(at, &["is", "are", "'s", "'re", "am", "'m", "remains", "seems", "looks"]) {
                return (Some(Mark::Copula { present: true }), at + 1);
            }
            if view.says_any(
                at,
                &[
                    "was", "were", "be", "been", "being", "became", "got", "seemed", "looked", "proved", "left",
                    "went", "goes", "turned", "stood", "appeared", "appears", "felt",
                ],
            ) {
                return (Some(Mark::Copula { present: false }), at + 1);
            }
            if let Some((state, next)) = view.phrase(&lexicon.states, at) {
                // "over" and "past" are states only where nothing follows them.
                let counts = !view.says_any(at, &["over", "past", "out", "up", "down"])
                    || !is_word(view, next)
                    || view.meaning(&lexicon.function_words, next).is_some()
                    || copula_before(before);
                if counts
                    && !(view.says_any(at, &["over", "past"])
                        && is_word(view, next)
                        && !view.says_any(next, &["at", "by", "now"]))
                {
                    return (Some(Mark::State(state)), next);
                }
            }
            let preposition = view.meaning(&lexicon.function_words, at) == Some(Function::Preposition);
            (preposition.then_some(Mark::Preposition), at + 1)
        }
    }
}

/// "rolled the change back", "took the site down": a verb and its particle around what it is done to.
fn split_verb(view: &View, at: usize, range: &Range<usize>) -> Option<((Act, Form), usize)> {
    let first = view.word(at);
    if !view.lexicon.verbs.begins(first) {
        return None;
    }
    let determined = view.meaning(&view.lexicon.function_words, at + 1) == Some(Function::Determiner)
        || view.says_any(
            at + 1,
            &[
                "it",
                "them",
                "everything",
                "us",
                "customers",
                "users",
                "service",
                "services",
                "power",
            ],
        );
    if !determined {
        return None;
    }
    let goes_on = |i: &usize| {
        is_word(view, *i) && (view.says_any(*i, PARTICLES) || view.meaning(&view.lexicon.function_words, *i).is_none())
    };
    let particle = (at + 2..range.end.min(at + 6))
        .take_while(goes_on)
        .find(|i| view.says_any(*i, PARTICLES))?;
    // "took the node out of the pool" before "took the site out".
    let (meaning, rest) = view.lexicon.verbs.phrase(first, |nth| view.word(particle + nth))?;
    (rest > 0).then_some((meaning, at + 1))
}

/// What may stand apart from its verb.
const PARTICLES: &[&str] = &[
    "down", "out", "off", "back", "up", "over", "offline", "online", "away", "through",
];

fn copula_before(marks: &[Placed]) -> bool {
    matches!(
        marks.last(),
        Some(Placed {
            mark: Mark::Copula { .. } | Mark::Degree(_),
            ..
        })
    )
}

/// Whether the bare form of a verb can stand here: behind "to", "will", "we", a plural, or in front of all.
fn base_fits(view: &View, at: usize, range: &Range<usize>) -> bool {
    if starts(view, at, range) {
        return true;
    }
    let Some(mut before) = view.before(at) else { return true };
    while before > view.start() && is_word(view, before) && view.text(before).ends_with("ly") {
        before -= 1;
    }
    if !is_word(view, before) {
        return !matches!(view.kind(before), Some(Kind::Symbol('-' | '\'' | '/' | '_')));
    }
    let text = view.text(before);
    let plural = text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("'s") && !text.ends_with("’s");
    plural
        || view.says_any(
            before,
            &[
                "to", "not", "'t", "'ll", "will", "would", "could", "can", "should", "did", "do", "does", "may",
                "might", "must", "then", "and", "or", "but", "never", "still", "also", "people", "police", "staff",
                "many", "some", "all", "both", "who", "that", "which", "please", "now", "first", "let", "again",
                "data",
            ],
        )
        || view.meaning(&view.lexicon.function_words, before) == Some(Function::Pronoun)
}

/// Whether a word that no table has as a noun is one here: "the stop", "in contact", "a minor bump".
fn stands_as_noun(view: &View, at: usize) -> bool {
    let opens = |i: usize| {
        view.says_any(
            i,
            &[
                "the", "a", "an", "its", "their", "our", "his", "her", "my", "your", "this", "no", "another", "every",
                "of", "in", "on", "at", "by", "for", "with", "from", "into", "during", "under", "without", "'s", "to",
                "about", "all",
            ],
        )
    };
    let Some(before) = view.before(at) else { return false };
    if opens(before) {
        return true;
    }
    // "the long-running queries".
    if before >= 2
        && view.symbol(before - 1, '-')
        && view.touches(before)
        && (view.text(before).ends_with("ing") || view.text(before).ends_with("ed"))
    {
        return true;
    }
    let plain = is_word(view, before)
        && view.word(before) == crate::lexicon::WordId::UNKNOWN
        && view.case(before) == Some(Case::Lower)
        && !view.text(before).ends_with("ly")
        && !view.text(before).ends_with('s');
    plain && view.before(before).is_some_and(opens)
}

/// Whether a participle stands before its noun: "the affected customers", "delayed deposits".
fn attributive(view: &View, at: usize, end: usize) -> bool {
    let led = view.before(at).is_none_or(|b| {
        matches!(
            view.meaning(&view.lexicon.function_words, b),
            Some(Function::Determiner | Function::Preposition)
        ) || matches!(view.kind(b), Some(Kind::Number(_)))
    });
    // "the damaged transformer", "the last affected cluster": whatever the noun is.
    let determined = |i: usize| {
        matches!(
            view.meaning(&view.lexicon.function_words, i),
            Some(Function::Determiner)
        ) && !view.says_any(i, &["that", "this", "those", "these", "all", "any"])
    };
    let adjective =
        |i: usize| view.phrase(&view.lexicon.degrees, i).is_some() || view.phrase(&view.lexicon.pickers, i).is_some();
    let plural = view.text(end).ends_with('s') && view.says_any(at.wrapping_sub(1), &["all", "any"]);
    let inside = view
        .before(at)
        .is_some_and(|b| plural || determined(b) || adjective(b) && view.before(b).is_some_and(determined));
    let followed = is_word(view, end)
        && view.meaning(&view.lexicon.function_words, end).is_none()
        && view.phrase(&view.lexicon.states, end).is_none();
    if inside && followed {
        return true;
    }
    led && view.phrase(&view.lexicon.nouns, end).is_some()
        && !view.says_any(end, &["we", "all", "everything", "everyone", "many", "nobody"])
}

/// Whether a word that may be either is a noun here.
fn is_noun(view: &View, at: usize, end: usize, form: Form, range: &Range<usize>) -> bool {
    if matches!(form, Form::Past) {
        return false;
    }
    let function = |i: usize| view.meaning(&view.lexicon.function_words, i);
    let before = view.before(at).filter(|b| *b >= range.start || *b >= view.start());
    let verb_next = view
        .phrase(&view.lexicon.verbs, end)
        .is_some_and(|((_, f), _)| !matches!(f, Form::Base) || view.phrase(&view.lexicon.nouns, end).is_none())
        || function(end) == Some(Function::Auxiliary);
    let of_next = view.says_any(end, &["of", "for", "from", "in", "on", "at", "by", "to", "with"]);
    let noun_phrase_next = matches!(function(end), Some(Function::Determiner | Function::Pronoun))
        || matches!(view.kind(end), Some(Kind::Number(_)));
    match before {
        Some(b)
            if view.says_any(
                b,
                &[
                    "to", "not", "'t", "will", "would", "could", "can", "should", "did", "do", "does", "may", "might",
                    "must", "'ll",
                ],
            ) =>
        {
            form != Form::Base
        }
        Some(b) if matches!(function(b), Some(Function::Pronoun)) => false,
        Some(b)
            if matches!(
                function(b),
                Some(Function::Determiner | Function::Preposition | Function::Auxiliary)
            ) || view.says(b, "'s")
                || matches!(view.kind(b), Some(Kind::Number(_))) =>
        {
            // "was fixed" is no noun; "the fix", "a report", "of reports" are.
            !matches!(form, Form::Either | Form::Participle | Form::Ing)
                || function(b) == Some(Function::Determiner)
                || function(b) == Some(Function::Preposition) && form == Form::Either
        }
        Some(b) if matches!(view.kind(b), Some(Kind::Code)) && form == Form::Third => false,
        // "the cluster crashes", "the node restarts", but "user reports", "error alerts".
        Some(b)
            if form == Form::Third
                && !verb_next
                && !view.text(b).ends_with('s')
                && matches!(
                    view.meaning(&view.lexicon.nouns, b),
                    Some(Thing::Service | Thing::Capacity | Thing::Change)
                )
                && !matches!(view.phrase(&view.lexicon.nouns, at), Some((Thing::Report, _))) =>
        {
            false
        }
        Some(_) | None if verb_next => true,
        Some(b) if is_word(view, b) && (noun_phrase_next || form == Form::Ing) && form != Form::Base => false,
        Some(b) if is_word(view, b) && view.phrase(&view.lexicon.nouns, b).is_some() && noun_phrase_next => false,
        Some(b)
            if is_word(view, b)
                && view.says_any(at, &["cut", "hit"])
                && view.phrase(&view.lexicon.nouns, end).is_some()
                && view.phrase(&view.lexicon.nouns, b).is_some() =>
        {
            false
        }
        Some(b) if is_word(view, b) && view.phrase(&view.lexicon.verbs, b).is_some() => true,
        _ if matches!(form, Form::Either | Form::Participle) => {
            // "cut", "hit", "set": past where something follows them: "a fire cut power to the centre".
            !(noun_phrase_next
                || view.says_any(at, &["cut", "hit", "set", "shut", "left", "put"])
                    && view.phrase(&view.lexicon.nouns, end).is_some())
        }
        _ if form == Form::Base => {
            of_next || !noun_phrase_next && end >= range.end || !noun_phrase_next && !starts(view, at, range)
        }
        _ => !noun_phrase_next,
    }
}

/// Whether the word opens its stretch.
fn starts(view: &View, at: usize, range: &Range<usize>) -> bool {
    (range.start..at).all(|i| !is_word(view, i))
}
