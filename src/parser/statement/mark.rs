//! Words → what each is read as.
//!
//! One would get wrong that a word is a verb or a noun by itself: "reports fell", "users report", "the fix", "fix it";
//! what stands beside it tells.

use std::ops::Range;

use super::sense::{attributive, base_fits, commands, infinitive, is_noun, split_verb, stands_as_noun};
use crate::article::token::Kind;
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
        let infinitive =
            infinitive(view, at + 1) || view.says_any(at + 1, &["be", "not", "fully", "gradually", "slowly"]);
        return (Some(if infinitive { Mark::To } else { Mark::Preposition }), at + 1);
    }
    let verb = split_verb(view, at, range).or_else(|| view.phrase(&lexicon.verbs, at));
    if labels_post(view, at) || commands(view, at) {
        return (None, at + 1);
    }
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
            if next == at + 1 && view.text(at).ends_with("ed") && view.noun(next).is_some() =>
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
    // "half of those cut off": who they are, not what happens.
    if let Some(((_, Form::Either | Form::Participle), end)) = verb
        && view.says_any(at.wrapping_sub(1), &["those"])
    {
        return (None, end);
    }
    // "was fine" is no fine, while what is empty has drained.
    if let Some(((act, Form::Base), end)) = verb
        && act != Act::Drain
        && matches!(before.last().map(|p| p.mark), Some(Mark::Copula { .. }))
        && let Some((state, next)) = view.phrase(&lexicon.states, at)
        && next >= end
    {
        return (Some(Mark::State(state)), next);
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
                    && matches!(act, Act::Work | Act::Fall | Act::Lose | Act::Cope))
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
                && view.noun(end).is_some()
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
            if is_possessive(view, at) {
                return (None, at + 1);
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
                    || view.phrase(&lexicon.degrees, next).is_some()
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

fn copula_before(marks: &[Placed]) -> bool {
    matches!(
        marks.last(),
        Some(Placed {
            mark: Mark::Copula { .. } | Mark::Degree(_),
            ..
        })
    )
}

/// "the firm's monitoring" has no verb, "it's monitoring" and "the site's down" have one.
fn is_possessive(view: &View, at: usize) -> bool {
    let pronoun = view.meaning(&view.lexicon.function_words, at.wrapping_sub(1)).is_some()
        || view.says_any(
            at.wrapping_sub(1),
            &["it", "that", "there", "here", "what", "who", "everything"],
        );
    view.says_any(at, &["'s", "’s"]) && !pronoun && view.noun(at + 1).is_some()
}

/// "UPDATE #3: …", "Update: …", "Edit 2: …" heads what is written and changes nothing.
fn labels_post(view: &View, at: usize) -> bool {
    let marked = |at: usize| view.symbol(at, ':');
    let numbered = |at: usize| marked(at + 1) && !matches!(view.kind(at), Some(Kind::Word { .. }));
    view.says_any(at, &["update", "edit"])
        && (marked(at + 1) || numbered(at + 1) || view.symbol(at + 1, '#') && numbered(at + 2))
}
