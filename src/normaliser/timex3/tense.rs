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
    let deadline = view.says(at.start.wrapping_sub(1), "by");
    // "Tuesday's hearing will be short": the hearing's, not "is".
    let behind = if view.says_any(at.end, &["'s", "’s"]) {
        at.end + 1
    } else {
        at.end
    };
    before.chain(behind..last).find_map(|place| {
        if deadline && place < at.start && infinitive(view, place) {
            return Some(Tense::Ahead);
        }
        verb(view, place)
    })
}

/// What a verb's plain form follows.
const MODALS: &[&str] = &[
    "will", "would", "to", "could", "can", "may", "might", "should", "must", "shall",
];

/// What plural subjects do at a time that is fixed.
const AS_PLANNED: &[&str] = &["start", "end", "open", "close", "return", "run", "vote", "meet"];

/// What puts a plan into the past.
const WERE: &[&str] = &["was", "were"];

/// "to find" in "raced to find the money by Monday": a plain verb behind "to".
fn infinitive(view: &View, at: usize) -> bool {
    view.says(at, "to")
        && view.is_free_word(at + 1)
        && !["ed", "ing", "ly", "s"]
            .iter()
            .any(|end| view.text(at + 1).ends_with(end))
}

/// Verbs whose past lasts until a time that is past too; "closed", "suspended", "gave them" until a time to come.
const LASTED: &[&str] = &[
    "did",
    "didn't",
    "didn’t",
    "stood",
    "waited",
    "stayed",
    "lasted",
    "continued",
    "worked",
    "ran",
    "remained",
    "slept",
    "talked",
    "fought",
    "played",
    "lived",
    "sat",
];

/// What the word at a position says, where it is a verb.
fn verb(view: &View, at: usize) -> Option<Tense> {
    let Some(Kind::Word { case, .. }) = view.kind(at) else {
        return None;
    };
    let told = view.phrase(&view.lexicon.tenses, at);
    let text = view.text(at);
    let participle = case == Case::Lower && text.len() > 4 && text.ends_with("ed");
    // "Winter sales start on Monday": a plural and what it does as the calendar has it.
    let planned = told.is_none() && view.says_any(at, AS_PLANNED) && view.text(at.wrapping_sub(1)).ends_with('s');
    if told.is_none() && !participle && !planned {
        let will = text.ends_with("'ll") || text.ends_with("’ll");
        return will.then_some(Tense::Ahead);
    }
    // "will be held", "will hit", "to cut": what stands before decides.
    let before = at.wrapping_sub(1);
    if view.says_any(before, &["be", "being", "get"]) && !view.says_any(at, &["be", "to"])
        || view.says_any(before, MODALS) && !view.says_any(at, &["have", "be", "not"])
    {
        return None;
    }
    let Some((tense, next)) = told else {
        return Some(if planned { Tense::Ahead } else { Tense::Past });
    };
    // "did not come until Sept. 1", "stood there until late Thursday"
    if view.says(at, "until") && (at.saturating_sub(6)..at).any(|place| view.says_any(place, LASTED)) {
        return Some(Tense::Past);
    }
    // "was to open", "had been due", "was first planned" were ahead of the story, not of the writer.
    let over = tense == Tense::Ahead
        && next == at + 1
        && (view.says_any(before, WERE)
            || view.says_any(at.wrapping_sub(2), WERE) && participle && view.case(before) == Some(Case::Lower));
    Some(if over { Tense::Past } else { tense })
}
