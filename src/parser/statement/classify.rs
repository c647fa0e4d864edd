//! The phase of a clause, from the words of its field that it holds.
//!
//! One would get wrong that a label does not decide alone ("Update:" says nothing) and that a negation turns a
//! phase round: "not yet fixed" is ongoing.

use std::ops::Range;

use super::kind::{Modality, Phase};
use crate::lexicon::phase::{History, Modal};
use crate::lexicon::relation::Relation;
use crate::parser::time::view::View;

/// What the words of a clause say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reading {
    /// The phase that most speaks for.
    pub phase: Phase,
    /// Whether anything spoke for it.
    pub sure: bool,
    /// Whether it happened.
    pub modality: Modality,
    /// Whether it is plainly told of another outage.
    pub history: bool,
}

/// Reads a clause: `core` is the part nearest to the time, `skip` the time's own words.
pub fn read(
    view: &View,
    clause: &Range<usize>,
    core: &Range<usize>,
    skip: &Range<usize>,
    relation: Relation,
) -> Reading {
    let mut votes = [0_i32; Phase::ALL.len()];
    label(view, clause, skip, &mut votes);
    let mut at = clause.start;
    while at < clause.end {
        if skip.contains(&at) {
            at = skip.end;
            continue;
        }
        match view.phrase(&view.lexicon.cues, at) {
            Some((cue, next)) => {
                let near = if core.contains(&at) { 3 } else { 1 };
                let weight = i32::from(cue.weight) * i32::from(cue.weight) * near;
                let phase = if negated(view, clause.start, at) {
                    turned(cue.phase)
                } else {
                    cue.phase
                };
                votes[phase as usize] += weight;
                at = next;
            }
            None => at += 1,
        }
    }
    relate(relation, &mut votes);
    let best = Phase::ALL
        .iter()
        .copied()
        .max_by_key(|p| (votes[*p as usize], std::cmp::Reverse(*p as usize)));
    let phase = best.unwrap_or(Phase::Ongoing);
    let sure = votes[phase as usize] > 0;
    Reading {
        phase: if sure { phase } else { fallback(relation) },
        sure,
        modality: modality(view, clause, core, skip),
        history: history(view, clause),
    }
}

fn fallback(relation: Relation) -> Phase {
    match relation {
        Relation::AsOf => Phase::Ongoing,
        Relation::Until => Phase::Recovering,
        _ => Phase::Aftermath,
    }
}

/// "Resolved -", "Investigating:", "Key event: Started": the label that opens an update counts for much.
fn label(view: &View, clause: &Range<usize>, skip: &Range<usize>, votes: &mut [i32]) {
    let start = if skip.start <= clause.start + 1 {
        skip.end
    } else {
        clause.start
    };
    let start = crate::parser::layout::skip_marks(view, start);
    let Some((cue, next)) = view.phrase(&view.lexicon.cues, start) else {
        return;
    };
    let mut after = next;
    while view.symbol_any(after, &['*', '_', ')', ']']) {
        after += 1;
    }
    if view.symbol_any(after, &[':', '-', '–', '—', '|']) && !view.touches(after + 1) || after >= view.end() {
        votes[cue.phase as usize] += 24;
    }
}

/// Whether a negation stands shortly before the cue.
fn negated(view: &View, floor: usize, at: usize) -> bool {
    let from = at.saturating_sub(3).max(floor);
    (from..at).any(|i| matches!(view.phrase(&view.lexicon.modals, i), Some((Modal::Not, next)) if next <= at))
}

/// What a negated phase says.
fn turned(phase: Phase) -> Phase {
    match phase {
        Phase::Resolved | Phase::Recovering | Phase::Mitigating => Phase::Ongoing,
        Phase::Identified => Phase::Investigating,
        Phase::Started | Phase::Ongoing => Phase::Ongoing,
        other => other,
    }
}

/// What the relation adds: "as of" tells a state, "until" an end of one, "since" a beginning.
fn relate(relation: Relation, votes: &mut [i32]) {
    let down = votes[Phase::Started as usize] + votes[Phase::Ongoing as usize];
    match relation {
        Relation::AsOf => {
            votes[Phase::Ongoing as usize] += 8 + votes[Phase::Started as usize] / 2;
        }
        Relation::Until if down > 0 => {
            votes[Phase::Recovering as usize] += down + 2;
        }
        Relation::Since if down > 0 => {
            votes[Phase::Started as usize] += down + 2;
        }
        _ => {}
    }
}

fn modality(view: &View, clause: &Range<usize>, core: &Range<usize>, skip: &Range<usize>) -> Modality {
    for at in clause.clone() {
        if skip.contains(&at) {
            continue;
        }
        let Some((modal, next)) = view.phrase(&view.lexicon.modals, at) else {
            continue;
        };
        let ahead = match modal {
            Modal::Ahead => {
                core.contains(&at) && !view.says_any(at, &["due"]) || core.contains(&at) && next == skip.start
            }
            Modal::Planned => next + 2 >= skip.start && at < skip.start || core.contains(&at),
            Modal::Not => false,
        };
        // "normally" and "due to" plan nothing by themselves.
        if ahead
            && !(view.says(at, "due") && view.says(next, "to"))
            && !(view.says(at, "normally") && next + 2 < skip.start)
        {
            return Modality::Expected;
        }
    }
    Modality::Actual
}

/// Whether the clause speaks of another outage.
pub fn history(view: &View, clause: &Range<usize>) -> bool {
    clause
        .clone()
        .any(|at| matches!(view.phrase(&view.lexicon.history, at), Some((History::Earlier, _))))
}
