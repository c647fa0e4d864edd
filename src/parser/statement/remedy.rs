//! What is set going, changed, mended or brought to its end: doings that mean one thing of the trouble and another of
//! the remedy.
//!
//! One would get wrong that what begins is the outage and what is finished its end: an upgrade begins before it, a
//! repair during it, and a backlog is finished last of all.

use super::judge::{NONE, RULED_OUT, Votes, is_agent, one, trouble, two};
use super::kind::Phase;
use super::predicate::{Head, Predicate};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::verb::Act;

use Phase::{
    Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
    Resolved, Started,
};

/// Back to what is usual: the end, unless it has only begun or holds in part.
pub(super) fn back_to_normal(p: &Predicate) -> Votes {
    // "resumes normal operation" in a log is told as it happens, "is returning to normal" has not come to its end.
    let told = matches!(p.head, Head::Verb(_, Form::Third));
    if p.part || p.aspect.is_some() || p.present && !told {
        one(Recovering, 4)
    } else {
        two(Resolved, 4, Recovering, 2)
    }
}

/// What is brought about says the rest: trouble, an alert, a remedy. Told of the trouble itself, it is the cause.
pub(super) fn cause(p: &Predicate) -> Votes {
    match (p.subject, p.object) {
        (Some(Thing::Report), _) | (_, Some(Thing::Report)) if p.passive || p.object == Some(Thing::Report) => {
            one(Detected, 4)
        }
        (Some(Thing::Fix), _) | (_, Some(Thing::Fix)) => one(Mitigating, 3),
        (Some(Thing::Change), _) if p.passive => two(Precursor, 3, Mitigating, 2),
        _ if p.negated => one(Investigating, 2),
        (Some(Thing::Service | Thing::Capacity), _) if p.passive => two(Precursor, 2, Started, 2),
        _ if p.passive => one(Identified, 3),
        (Some(Thing::Cause), _) => one(Identified, 3),
        // "a squirrel caused the outage": the outage is known, its cause is the news.
        (_, Some(Thing::Trouble | Thing::Incident)) if p.known => two(Identified, 3, Started, 1),
        _ => two(Started, 2, Identified, 1),
    }
}

/// A grip at the works: a change before the trouble, a remedy after it; the course decides between the two.
pub(super) fn apply(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => NONE,
        // "the alert cleared".
        Some(Thing::Report) if p.elliptic => one(Recovering, 3),
        Some(Thing::Report) if p.object.is_some() || p.passive => one(Aftermath, 3),
        Some(Thing::Follow) => one(Aftermath, 4),
        Some(Thing::Fix) => one(Mitigating, 4),
        Some(Thing::Probe) => one(Investigating, 3),
        Some(Thing::Notice) => one(Acknowledged, 3),
        Some(Thing::Backlog) => two(Recovering, 3, Mitigating, 2),
        Some(Thing::Trouble) => two(Mitigating, 3, Recovering, 1),
        Some(Thing::Change) => two(Precursor, 3, Mitigating, 3),
        _ => two(Mitigating, 3, Precursor, 2),
    }
}

/// Restarted by somebody it is a remedy, by itself it is back.
pub(super) fn restart(p: &Predicate) -> Votes {
    match p.subject {
        _ if p.negated => one(Investigating, 2),
        Some(Thing::Market) => one(Aftermath, 2),
        Some(Thing::Service | Thing::Report) if (!p.passive || p.elliptic) && p.object.is_none() => {
            two(Recovering, 3, Mitigating, 2)
        }
        _ => one(Mitigating, 4),
    }
}

/// It is back, wholly or in part.
pub(super) fn back(p: &Predicate) -> Votes {
    // "resumed with delays".
    if p.part || p.aspect == Some(Act::Begin) || p.with == Some(Thing::Trouble) {
        one(Recovering, 4)
    } else if p.whole {
        two(Resolved, 3, Recovering, 2)
    } else {
        two(Recovering, 3, Resolved, 1)
    }
}

pub(super) fn change(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        // "shipped a patch that held the fault": before the trouble it is what led to it.
        Some(Thing::Fix) => two(Mitigating, 4, Precursor, 3),
        // "released version 2.1.1 with a fix".
        _ if p.with == Some(Thing::Fix) && !p.negated => two(Mitigating, 4, Precursor, 1),
        Some(Thing::Notice) => one(Acknowledged, 4),
        Some(Thing::Follow) => one(Aftermath, 2),
        Some(Thing::Incident) => one(Acknowledged, 2),
        Some(Thing::Backlog) => one(Recovering, 2),
        Some(Thing::Capacity) => one(Mitigating, 3),
        _ if p.negated && p.passive => trouble(p, 2),
        _ if p.negated => NONE,
        _ if p.object == Some(Thing::People) => one(Mitigating, 3),
        _ if p.subject == Some(Thing::Trouble) && !p.passive => trouble(p, 2),
        Some(Thing::Change) => two(Precursor, 3, Mitigating, 2),
        _ => two(Precursor, 3, Mitigating, 2),
    }
}

pub(super) fn mend(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => one(Investigating, 2),
        // "a deployment reduced the timeout": what a change does is a change.
        _ if p.subject == Some(Thing::Change) && !p.passive => two(Precursor, 3, Mitigating, 2),
        Some(Thing::Market | Thing::Follow) => one(Aftermath, 2),
        _ if p.object == Some(Thing::Report) => two(Mitigating, 2, Aftermath, 2),
        Some(Thing::Notice | Thing::Speaker) => one(Acknowledged, 1),
        Some(Thing::Report) if !p.passive && p.object.is_none() => one(Recovering, 3),
        Some(Thing::Backlog) => back(p),
        Some(Thing::Change | Thing::Fix | Thing::Capacity) => one(Mitigating, 4),
        _ => one(Mitigating, 3),
    }
}

pub(super) fn finish(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => one(Ongoing, 2),
        Some(Thing::Trouble | Thing::Incident) => one(Resolved, 4),
        Some(Thing::Report) => two(Recovering, 3, Resolved, 2),
        Some(Thing::Backlog) => two(Resolved, 3, Recovering, 3),
        Some(Thing::Recovery | Thing::Normal) => one(Resolved, 3),
        Some(Thing::Fix) => two(Mitigating, 3, Recovering, 1),
        Some(Thing::Change) => two(Precursor, 2, Mitigating, 2),
        Some(Thing::Follow) => one(Aftermath, 2),
        Some(Thing::Market) => one(Aftermath, 3),
        Some(Thing::Probe) => one(Identified, 1),
        Some(Thing::Service) => two(Recovering, 2, Resolved, 1),
        _ if p.subject == Some(Thing::People) => one(Ongoing, 2),
        _ => one(Resolved, if p.passive { 2 } else { 1 }),
    }
}

pub(super) fn begin(p: &Predicate, theme: Option<Thing>) -> Votes {
    // What begins stands before an intransitive, behind a transitive.
    let thing = match (p.subject, p.object) {
        (Some(Thing::Operator | Thing::Speaker) | None, object) => object.or(theme),
        (Some(subject), _) if !is_agent(subject) => Some(subject),
        _ => theme,
    };
    match thing {
        _ if p.negated => NONE,
        // "reads the mail and starts an incident": a case is opened, no outage.
        Some(Thing::Incident) if p.subject == Some(Thing::Operator) => one(Acknowledged, 4),
        Some(Thing::Trouble | Thing::Incident) => one(Started, 4),
        _ if p.object == Some(Thing::Trouble) => one(Started, 3),
        Some(Thing::Metric) => one(Started, 3),
        Some(Thing::Report) => one(Detected, 3),
        Some(Thing::Fix) => one(Mitigating, 4),
        Some(Thing::Change) => two(Precursor, 3, Mitigating, 2),
        Some(Thing::Recovery | Thing::Normal) => one(Recovering, 4),
        Some(Thing::Backlog) => two(Started, 3, Peak, 2),
        Some(Thing::Probe) => one(Investigating, 4),
        Some(Thing::Follow) => one(Aftermath, 2),
        Some(Thing::Market) => one(Aftermath, 2),
        _ if p.again => two(Recovering, 3, Started, RULED_OUT),
        // "Cache purge initiated": somebody did.
        Some(Thing::Service | Thing::Capacity) if p.passive => two(Mitigating, 3, Precursor, 2),
        None if p.subject.is_none() => two(Mitigating, 2, Precursor, 2),
        _ => two(Started, 2, Mitigating, 1),
    }
}

pub(super) fn stop(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => NONE,
        Some(Thing::Trouble | Thing::Metric) => two(Recovering, 3, Resolved, 2),
        Some(Thing::Report) => one(Recovering, 2),
        Some(Thing::Change) => one(Mitigating, 3),
        Some(Thing::Fix | Thing::Probe) => one(Investigating, 3),
        _ => trouble(p, 3),
    }
}

/// "errors came back": what was gone is here again; "latency returned to normal" is told by what follows.
pub(super) fn act_of_going_back(p: &Predicate) -> bool {
    p.aspect.is_none() && !p.part
}

/// Whether a thing is something done against the trouble.
pub(super) fn remedy(thing: Option<Thing>) -> bool {
    matches!(thing, Some(Thing::Fix | Thing::Change | Thing::Probe))
}
