//! Times that stand inside a noun phrase: "Monday's outage", "the early morning fault", "the 3am power cut".
//!
//! One would get wrong that a preposition before them rules the time: what was "stopped by the overnight fault" had no
//! deadline, and without its time it is "stopped fault".

use std::ops::Range;

use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::parser::time::view::View;

/// Words that may stand between the time and its noun: "the early morning network outage".
const MOST_BETWEEN: usize = 2;

/// Whether a time, whose words these are, describes a happening that is named behind it.
pub(crate) fn describes(view: &View, time: &Range<usize>) -> bool {
    if view.says_any(time.end, &["'s", "’s"]) {
        return true;
    }
    let determiner = |at: usize| {
        view.meaning(&view.lexicon.function_words, at) == Some(Function::Determiner) || view.says_any(at, &["'s", "’s"])
    };
    let first = time.start.saturating_sub(1).max(view.start());
    if !(first..time.end).any(determiner) {
        return false;
    }
    let happening = |at: usize| {
        let noun = view.phrase(&view.lexicon.nouns, at);
        matches!(noun, Some((Thing::Trouble | Thing::Incident, _)))
    };
    let between = |at: &usize| view.is_free_word(*at) || view.phrase(&view.lexicon.nouns, *at).is_some();
    (time.end..=time.end + MOST_BETWEEN)
        .find(|at| happening(*at) || !between(at))
        .is_some_and(happening)
}
