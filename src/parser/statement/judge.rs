//! What a predicate says of an outage.
//!
//! One would get wrong to ask the verb alone: services fall and the outage has begun, reports fall and it is
//! passing, shares fall and it is over; "restored to some" is no end, and "not restored" none either.

use super::act::verb;
use super::kind::Phase;
use super::predicate::{Head, Predicate};
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::State;
use crate::lexicon::verb::Act;

use Phase::{
    Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
    Resolved, Started,
};

/// Votes for phases, 1 a hint to 4 outright, or `RULED_OUT`; at most two.
pub type Votes = [(Phase, i32); 2];

/// What no context makes of a predicate.
pub(super) const RULED_OUT: i32 = -1;

pub(super) const NONE: Votes = [(Started, 0), (Started, 0)];

pub(super) fn one(phase: Phase, weight: i32) -> Votes {
    [(phase, weight), (phase, 0)]
}

pub(super) fn two(first: Phase, weight: i32, second: Phase, less: i32) -> Votes {
    [(first, weight), (second, less)]
}

/// Whether the predicate is one of telling, whose content counts for more than itself.
pub fn tells(predicate: &Predicate) -> bool {
    match predicate.head {
        Head::Verb(act, _) => matches!(act, Act::Say | Act::Tell | Act::Declare | Act::Regret),
        Head::Cue(cue) => cue.phase == Acknowledged,
        Head::Noun(thing) => thing == Thing::Notice,
        Head::State(_) => false,
    }
}

/// Whether something wrong is what is told, so that the telling counts for more than the told.
pub fn is_trouble(phase: Phase) -> bool {
    matches!(phase, Started | Peak | Detected | Ongoing | Precursor)
}

/// What a predicate votes for.
pub fn judge(p: &Predicate) -> Votes {
    let votes = match p.head {
        Head::Verb(act, form) => verb(p, act, form),
        Head::State(state) => self::state(p, state),
        Head::Noun(thing) => noun(p, thing),
        Head::Cue(cue) => {
            let phase = if p.negated { turned(cue.phase) } else { cue.phase };
            one(phase, i32::from(cue.weight))
        }
    };
    if p.asked {
        return one(Investigating, 2);
    }
    if let Head::Verb(act, _) = p.head
        && is_on_its_way(p, act)
        && votes.iter().any(|(phase, weight)| *phase == Resolved && *weight > 0)
    {
        return match act {
            Act::Mend | Act::Repair => two(Mitigating, 3, Resolved, RULED_OUT),
            _ => two(Recovering, 4, Resolved, RULED_OUT),
        };
    }
    // What is only aimed at has not come about: "to restore service".
    if p.purpose || p.aspect == Some(Act::Try) || p.aspect == Some(Act::Work) {
        return match votes[0].0 {
            Recovering | Resolved | Mitigating | Identified if votes[0].1 > 0 => {
                if p.aspect.is_some() {
                    one(Investigating, 3)
                } else {
                    one(Mitigating, 1)
                }
            }
            _ => votes,
        };
    }
    votes
}

/// "Services were being restored", "were coming back": what is on its way is not there yet. What is "running again" is, and so is
/// what is "being closed".
fn is_on_its_way(p: &Predicate, act: Act) -> bool {
    let mends = matches!(
        act,
        Act::Restore | Act::Return | Act::Mend | Act::Repair | Act::Ease | Act::Drain
    );
    p.under_way && mends && (p.passive || !p.again)
}

/// What the denial of a phase says.
pub fn turned(phase: Phase) -> Phase {
    match phase {
        Resolved | Recovering | Mitigating | Started => Ongoing,
        Identified => Investigating,
        other => other,
    }
}

/// What is spoken of, where that is a thing rather than somebody who acts.
pub(super) fn theme(p: &Predicate) -> Option<Thing> {
    let thing = |t: Option<Thing>| t.filter(|t| !is_agent(*t));
    if p.passive {
        thing(p.subject).or(thing(p.object))
    } else {
        thing(p.object).or(thing(p.subject))
    }
}

/// Whether a thing is somebody who acts.
pub fn is_agent(thing: Thing) -> bool {
    matches!(
        thing,
        Thing::Operator | Thing::Speaker | Thing::People | Thing::Authority
    )
}

/// Something is wrong: it begins, or it lasts.
pub(super) fn trouble(p: &Predicate, weight: i32) -> Votes {
    if lasts(p) {
        one(Ongoing, weight + 1)
    } else if p.again || p.also {
        two(Peak, weight, Started, weight - 1)
    } else {
        one(Started, weight)
    }
}

/// Whether it goes on: "still failing", "continue to see errors".
pub(super) fn lasts(p: &Predicate) -> bool {
    p.still || p.aspect == Some(Act::Stay)
}

fn state(p: &Predicate, state: State) -> Votes {
    match state {
        State::Down => match p.subject {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => one(Recovering, 1),
            // "latency was down to 200 ms".
            Some(Thing::Report | Thing::Metric | Thing::Trouble) if p.figure => one(Recovering, 4),
            Some(Thing::Report | Thing::Metric) if p.present => two(Detected, 2, Started, 2),
            _ if p.aspect == Some(Act::Stay) => one(Ongoing, 4),
            _ if p.present && !p.still => two(Started, 3, Ongoing, 3),
            _ => trouble(p, 3),
        },
        State::Up => match p.subject {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => two(Started, 3, Ongoing, if p.still { 4 } else { 2 }),
            Some(Thing::Change) => two(Precursor, 2, Mitigating, 1),
            Some(Thing::Fix) => two(Mitigating, 3, Recovering, 1),
            Some(Thing::Cause) => one(Identified, 2),
            _ if p.aspect == Some(Act::Stay) => one(Recovering, 1),
            // "available on six consoles": whoever counts them has not all.
            _ if p.part || p.figure => one(Recovering, 3),
            _ if p.whole => one(Resolved, 3),
            _ => two(Recovering, 3, Resolved, 2),
        },
        State::Over => match p.subject {
            Some(Thing::Service | Thing::People | Thing::Capacity) => trouble(p, 2),
            Some(Thing::Change | Thing::Fix) => two(Mitigating, 2, Precursor, 1),
            _ if p.negated => one(Ongoing, 3),
            _ if p.part => one(Recovering, 3),
            _ => two(Resolved, 3, Recovering, 2),
        },
        State::Unknown if p.negated => NONE,
        State::Unknown => one(Investigating, 4),
        State::Doing => match p.subject {
            Some(Thing::Fix) => one(Mitigating, 4),
            Some(Thing::Recovery) => one(Recovering, 3),
            Some(Thing::Trouble) => one(Ongoing, 3),
            _ => one(Investigating, 2),
        },
    }
}

/// A noun speaks for itself where no verb does.
pub(super) fn noun(p: &Predicate, thing: Thing) -> Votes {
    match thing {
        Thing::Trouble if p.negated => one(Recovering, 2),
        Thing::Service if p.negated => two(Started, 2, Ongoing, 2),
        Thing::Trouble => trouble(p, if p.leads { 3 } else { 1 }),
        Thing::Metric => two(Started, 1, Peak, 1),
        // "There were about 105,000 reports".
        Thing::Report if p.many => two(Peak, 4, Detected, 2),
        Thing::Report => one(Detected, if p.leads { 3 } else { 1 }),
        Thing::Fix => one(Mitigating, if p.leads { 3 } else { 2 }),
        Thing::Change => two(Precursor, 2, Mitigating, 1),
        Thing::Cause if p.negated => one(Investigating, 3),
        Thing::Cause => one(Identified, 2),
        Thing::Incident => one(Acknowledged, 2),
        Thing::Recovery => one(Recovering, 3),
        Thing::Probe => one(Investigating, 2),
        Thing::Follow => one(Aftermath, 2),
        Thing::Authority | Thing::Market => one(Aftermath, 2),
        Thing::Notice => one(Acknowledged, 2),
        Thing::Backlog => two(Recovering, 1, Ongoing, 1),
        Thing::Normal => one(Resolved, 3),
        Thing::Copy => two(Mitigating, 1, Precursor, 1),
        Thing::StandIn | Thing::People => one(Ongoing, 1),
        Thing::Speaker => one(Aftermath, 1),
        Thing::Capacity | Thing::Service | Thing::Operator => NONE,
    }
}
