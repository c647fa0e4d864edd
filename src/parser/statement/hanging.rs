//! A clause that hangs on another and has the time: "the bank said sorry after its cards failed on Tuesday".
//!
//! One would get wrong to print the sentence beside that time: what happened on Tuesday is that the cards failed, and who
//! said sorry said so later.

use std::ops::Range;

use super::classify;
use super::kind::Phase;
use crate::lexicon::tense::Tense;
use crate::parser::mention::Mention;
use crate::parser::time::view::View;

/// What opens such a clause.
const OPENERS: &[&str] = &["after", "when", "because", "while", "once"];

/// What shows behind such a word that it opens none, or one whose subject only the rest of the sentence names.
const NO_CLAUSE: &[&str] = &[
    "of", "another", "it", "they", "he", "she", "we", "i", "you", "which", "that", "this", "all",
];

/// Words at least of the clause, its time left out: a subject and what it did.
const SHORTEST: usize = 3;

/// The words of the clause that has the time, where the rest of the sentence plainly tells of another phase; `core` is the
/// part nearest to the time.
pub(super) fn dated(
    view: &View,
    clause: &Range<usize>,
    core: &Range<usize>,
    mention: &Mention,
    phase: Phase,
) -> Option<Range<usize>> {
    // "Only after a third did somebody page"
    let opens = |at: &usize| {
        let only = at.checked_sub(1).is_some_and(|before| view.says(before, "only"));
        view.says_any(*at, OPENERS) && !view.says_any(at + 1, NO_CLAUSE) && !only
    };
    let own = |range: Range<usize>| range.filter(|at| !mention.tokens.contains(at));
    let finite = |at: usize| {
        let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        past || view.is_free_word(at) && view.text(at).ends_with("ed")
    };
    // "When asked on Monday": no clause of its own.
    let tells = |inner: &Range<usize>| own(inner.clone()).skip(1).any(finite) && own(inner.clone()).count() >= SHORTEST;
    // "… | after its cards failed on Tuesday": parted from the rest already.
    let alone = clause.start + 1..clause.end;
    let whole = view.start() < clause.start && !alone.clone().any(|at| view.symbol(at, ','));
    if whole && opens(&clause.start) && tells(&alone) {
        return Some(alone);
    }
    let opens = |at: &usize| *at > clause.start && opens(at);
    let opener = [core.start, core.start.wrapping_sub(1)].into_iter().find(opens)?;
    let inner = opener + 1..core.end;
    if mention.partitive || matches!(phase, Phase::Aftermath | Phase::Background) {
        return None;
    }
    // "The cable that should have been cut when the stack was split was still there": the main verb is yet to come.
    let mark = |at: &usize| view.symbol_any(*at, &[';', ':', '—', '–']);
    let main = (clause.start..opener)
        .rev()
        .find(mark)
        .map_or(clause.start, |at| at + 1)..opener;
    let relative = |at: usize| view.says_any(at, &["that", "which", "who"]);
    let verb = main
        .clone()
        .find(|at| finite(*at) || view.says_any(*at, &["is", "are", "has", "have", "says"]));
    let whole = verb.is_some_and(|verb| !(main.start..verb).any(relative));
    if !tells(&inner) || !whole || mention.tokens.start <= opener {
        return None;
    }
    let reading = classify::words(view, &main);
    (reading.plain && reading.phase != phase).then_some(inner)
}
