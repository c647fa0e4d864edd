//! Whether a clause looks back or ahead.
//!
//! One would get wrong to ask the whole sentence: in "said on Monday it will close on Friday" the nearest verb
//! before each day decides for that day.

use std::ops::Range;

use crate::article::token::{Case, Kind};
use crate::lexicon::tense::Tense;
use crate::parser::time::view::View;

/// Tokens that are looked at on either side.
const REACH: usize = 24;

/// Where the words at `at` look: the nearest verb before them in their sentence, else the nearest behind them; `None`
/// where there is no verb that we can tell.
pub fn tense(view: &View, sentence: Range<usize>, at: Range<usize>) -> Option<Tense> {
    let first = sentence.start.max(at.start.saturating_sub(REACH));
    let last = sentence.end.min(at.end + REACH);
    // "The hearing is on Friday", "the finals are in June": what is on a day to come.
    let led = if view.says_any(at.start.wrapping_sub(1), &["on", "in", "at", "for"]) {
        at.start - 1
    } else {
        at.start
    };
    if led > first && view.says_any(led - 1, &["is", "are"]) {
        return Some(Tense::Ahead);
    }
    let before = (first..at.start).rev();
    before.chain(at.end..last).find_map(|place| verb(view, place))
}

/// What a verb's plain form follows.
const MODALS: &[&str] = &[
    "will", "would", "to", "could", "can", "may", "might", "should", "must", "shall",
];

/// What plural subjects do at a time that is fixed.
const AS_PLANNED: &[&str] = &["start", "end", "open", "close", "return", "run", "vote", "meet"];

/// What puts a plan into the past.
const WERE: &[&str] = &["was", "were"];

/// What the word at a position says, where it is a verb.
fn verb(view: &View, at: usize) -> Option<Tense> {
    let Some(Kind::Word { case, .. }) = view.kind(at) else {
        return None;
    };
    // "will be held": what stands before the participle decides.
    if view.says_any(at.wrapping_sub(1), &["be", "being", "get"]) && !view.says_any(at, &["be", "to"]) {
        return None;
    }
    // "will hit", "to cut": the form of the past, but none.
    if view.says_any(at.wrapping_sub(1), MODALS) && !view.says_any(at, &["have", "be", "not"]) {
        return None;
    }
    // "Winter sales start on Monday": a plural and what it does as the calendar has it.
    if view.says_any(at, AS_PLANNED) && view.text(at.wrapping_sub(1)).ends_with('s') {
        return Some(Tense::Ahead);
    }
    if let Some((tense, next)) = view.phrase(&view.lexicon.tenses, at) {
        // "did not come until Sept. 1"
        if view.says(at, "until")
            && (at.saturating_sub(6)..at).any(|place| view.says_any(place, &["did", "didn't", "didn’t"]))
        {
            return Some(Tense::Past);
        }
        // "was to open", "had been due", "was first planned" were ahead of the story, not of the writer.
        let planned = tense == Tense::Ahead
            && next == at + 1
            && (view.says_any(at.wrapping_sub(1), WERE)
                || view.says_any(at.wrapping_sub(2), WERE)
                    && view.text(at).ends_with("ed")
                    && view.case(at - 1) == Some(Case::Lower));
        return Some(if planned { Tense::Past } else { tense });
    }
    let text = view.text(at);
    if text.ends_with("'ll") || text.ends_with("’ll") {
        return Some(Tense::Ahead);
    }
    (case == Case::Lower && text.len() > 4 && text.ends_with("ed")).then_some(Tense::Past)
}
