//! The course of an outage: what an entry says is weighed with what stands around it.
//!
//! One would get wrong to read entries one by one: a release before the trouble is its trigger, the same words after
//! it are the remedy. The course is a weak voice: it decides between readings, it does not overrule plain words.

use super::Statement;
use super::classify::Tally;
use super::kind::Phase;
use crate::lexicon::time::Meridiem;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::DayHalf;

const COUNT: usize = Phase::ALL.len();

/// What a plainly told phase is worth, in the units of the costs below.
const PLAIN: f32 = 5.0;
/// Votes at which half of that is reached.
const HALF: f32 = 12.0;
/// A change after the trouble is no trigger.
const LATE_TRIGGER: f32 = 3.5;
/// A trigger that nothing follows but work on the trouble is none: the trouble was on before the first entry.
const NO_BEGINNING: f32 = 2.0;
/// What is over begins again now and then; nobody investigates it then.
const AFTER_THE_END: f32 = 1.2;
/// Every stage back in the usual order, up to three.
const BACK: f32 = 0.5;
/// Steps that are skipped ahead.
const SKIP: f32 = 0.1;
/// To begin with the end, or to end without it.
const ODD_ENDS: f32 = 0.6;

/// Settles the phases of a document's entries, oldest first.
pub fn settle(mentions: &[Mention], statements: &mut [Statement]) {
    let mut entries: Vec<usize> = (0..statements.len())
        .filter(|i| statements[*i].is_entry() && !statements[*i].settled)
        .collect();
    if entries.len() < 2 {
        return;
    }
    if newest_first(mentions, statements, &entries) {
        entries.reverse();
    }
    let path = likeliest(statements, &entries);
    for (statement, phase) in entries.into_iter().zip(path) {
        statements[statement].phase = phase;
    }
}

/// Whether the clocks of neighbours run backwards more often than forwards. No calendar is needed for that.
fn newest_first(mentions: &[Mention], statements: &[Statement], entries: &[usize]) -> bool {
    let clock = |entry: &usize| {
        let time = statements[*entry].mention.map(|m| &mentions[m].time)?;
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = time else {
            return None;
        };
        point.clock.map(|c| {
            let late = c.half == DayHalf::Said(Meridiem::Pm);
            let hour = if matches!(c.half, DayHalf::Said(_)) {
                c.hour % 12
            } else {
                c.hour
            };
            (hour + if late { 12 } else { 0 }, c.minute)
        })
    };
    let mut balance = 0;
    for pair in entries.windows(2) {
        if let (Some(first), Some(second)) = (clock(&pair[0]), clock(&pair[1])) {
            balance += i32::from(second > first) - i32::from(second < first);
        }
    }
    balance < 0
}

/// The best story: a phase for each entry.
fn likeliest(statements: &[Statement], entries: &[usize]) -> Vec<Phase> {
    let mut worth = worths(&statements[entries[0]].votes);
    for phase in Phase::ALL {
        if stage(phase) >= stage(Phase::Recovering) {
            worth[phase as usize] -= ODD_ENDS;
        }
    }
    let mut came_from: Vec<[usize; COUNT]> = Vec::with_capacity(entries.len());
    for entry in &entries[1..] {
        let here = worths(&statements[*entry].votes);
        let mut next = [f32::MIN; COUNT];
        let mut from = [0; COUNT];
        for then in Phase::ALL {
            for first in Phase::ALL {
                let total = worth[first as usize] - cost(first, then);
                if total > next[then as usize] {
                    next[then as usize] = total;
                    from[then as usize] = first as usize;
                }
            }
            next[then as usize] += here[then as usize];
        }
        worth = next;
        came_from.push(from);
    }
    for phase in Phase::ALL {
        if stage(phase) < stage(Phase::Resolved) {
            worth[phase as usize] -= ODD_ENDS;
        }
    }
    let mut at = (0..COUNT).max_by(|a, b| worth[*a].total_cmp(&worth[*b])).unwrap_or(0);
    let mut path = vec![Phase::ALL[at]];
    for from in came_from.iter().rev() {
        at = from[at];
        path.push(Phase::ALL[at]);
    }
    path.reverse();
    path
}

/// What each phase is worth for an entry, by its votes alone.
fn worths(votes: &Tally) -> [f32; COUNT] {
    let most = votes.iter().copied().max().unwrap_or(0).max(0) as f32;
    let mut out = [0.0; COUNT];
    for (worth, votes) in out.iter_mut().zip(votes) {
        *worth = PLAIN * (*votes).max(0) as f32 / (most + HALF);
    }
    if most == 0.0 {
        // What nothing is known of is most often work under way.
        out[Phase::Investigating as usize] = 0.3;
        out[Phase::Mitigating as usize] = 0.25;
        out[Phase::Background as usize] = -9.0;
        out[Phase::Aftermath as usize] = -0.8;
    }
    out
}

fn stage(phase: Phase) -> i32 {
    match phase {
        Phase::Precursor | Phase::Background => 0,
        Phase::Started => 1,
        Phase::Detected | Phase::Peak => 2,
        Phase::Acknowledged | Phase::Investigating | Phase::Ongoing => 3,
        Phase::Identified => 4,
        Phase::Mitigating => 5,
        Phase::Recovering => 6,
        Phase::Resolved => 7,
        Phase::Aftermath => 8,
    }
}

/// How odd it is that `then` follows `first`.
fn cost(first: Phase, then: Phase) -> f32 {
    let step = stage(then) - stage(first);
    match (first, then) {
        _ if first == then => 0.0,
        (_, Phase::Precursor) => LATE_TRIGGER,
        (Phase::Precursor, _) if stage(then) >= stage(Phase::Identified) || then == Phase::Investigating => {
            NO_BEGINNING
        }
        (Phase::Resolved | Phase::Aftermath, Phase::Started | Phase::Peak | Phase::Aftermath) => BACK,
        (Phase::Resolved | Phase::Aftermath, _) => AFTER_THE_END,
        _ if step < 0 => BACK * (-step).min(3) as f32,
        _ => SKIP * (step - 2).max(0) as f32,
    }
}
