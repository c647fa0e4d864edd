//! What has come of what a predicate tells: promised, tried in vain, done long before, well until then.
//!
//! One would get wrong to read the verb alone: "restarted, to no effect" mends nothing, "will be back by nine" is not back,
//! and what "was fine until nine" failed then.

use super::classify::Question;
use super::judge;
use super::kind::Phase;
use super::predicate::{self, Predicate};
use crate::article::token::Kind;
use crate::lexicon::phase::State;
use crate::lexicon::relation::Relation;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// "A contractor had replaced the feeds overnight": what had been done by nine may mend, else it led to the trouble;
/// a fix that had been applied followed on it.
pub(super) fn led_to_it(predicate: &Predicate, relation: Relation) -> bool {
    let either = judge::judge(predicate)
        .iter()
        .any(|(phase, weight)| *phase == Phase::Precursor && *weight > 0);
    either && predicate.before && relation != Relation::By
}

/// Whether a predicate is told as something to come, and when: "will be gone in an hour", "expect it to be back by nine".
/// "You will now be able to" is so, and "it will recover" may be how it works.
pub(super) fn promised(view: &View, predicate: &Predicate) -> bool {
    let ahead = &[
        "will",
        "'ll",
        "’ll",
        "shall",
        "expect",
        "expects",
        "expecting",
        "hope",
        "hopes",
        "anticipate",
    ];
    let (from, to) = predicate.stretch;
    let when = |at: usize| {
        matches!(view.kind(at), Some(Kind::Clock(_)))
            || view.meaning(&view.lexicon.units, at).is_some()
            || view.says_any(at, &["soon", "shortly"])
            || view.says_any(at, &["in", "by", "within"]) && view.number(at + 1).is_some()
    };
    (from..predicate.at).any(|at| view.says_any(at, ahead))
        && (predicate.at..to).any(when)
        && !(from..to).any(|at| view.says(at, "now"))
}

/// Whether an entry promises that something comes back.
pub(super) fn promises_return(view: &View, q: &Question) -> bool {
    let back = |p: &Predicate| {
        let mut votes = judge::judge(p).into_iter();
        votes.any(|(phase, weight)| weight > 0 && matches!(phase, Phase::Recovering | Phase::Resolved))
    };
    let predicates = predicate::predicates(view, q.clause, q.skip);
    predicates.iter().any(|p| promised(view, p) && back(p))
}

/// "without effect", "did not help".
pub(super) fn is_vain(predicate: &Predicate) -> bool {
    matches!(predicate.head, predicate::Head::Cue(cue) if cue.phase == Phase::Investigating && cue.weight == 4)
        && !predicate.negated
}

/// "Attempted failover to the standby, standby also failing".
pub(super) fn tried_in_vain(all: &[Predicate]) -> bool {
    let tries = |p: &Predicate| matches!(p.head, predicate::Head::Verb(Act::Try, _)) || p.aspect == Some(Act::Try);
    let wrong = |p: &Predicate| {
        judge::judge(p)
            .iter()
            .any(|(phase, weight)| judge::is_trouble(*phase) && *weight >= 3)
    };
    all.iter()
        .position(tries)
        .is_some_and(|at| all[at + 1..].iter().any(wrong))
}

/// Whether all was well, and nothing is told to have come back, in a clause whose time is an end.
pub(super) fn fine_till_then(view: &View, q: &Question) -> bool {
    let predicates = predicate::predicates(view, q.core, q.skip);
    // "the shops were open until six": so they are every day.
    let fine = |p: &Predicate| {
        matches!(p.head, predicate::Head::State(State::Up))
            && !(p.negated || p.still || p.part || p.present || p.again || view.says(p.at, "open"))
    };
    !predicates.is_empty() && predicates.iter().all(fine)
}
