//! What a predicate says of an outage.
//!
//! One would get wrong to ask the verb alone: services fall and the outage has begun, reports fall and it is
//! passing, shares fall and it is over; "restored to some" is no end, and "not restored" none either.

use super::kind::Phase;
use super::predicate::{Head, Predicate};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::State;
use crate::lexicon::verb::Act;

use Phase::{
    Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
    Resolved, Started,
};

/// Votes for phases, 1 a hint to 4 outright; at most two.
pub type Votes = [(Phase, i32); 2];

const NONE: Votes = [(Started, 0), (Started, 0)];

fn one(phase: Phase, weight: i32) -> Votes {
    [(phase, weight), (phase, 0)]
}

fn two(first: Phase, weight: i32, second: Phase, less: i32) -> Votes {
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

/// What the denial of a phase says.
pub fn turned(phase: Phase) -> Phase {
    match phase {
        Resolved | Recovering | Mitigating | Started => Ongoing,
        Identified => Investigating,
        other => other,
    }
}

/// What is spoken of, where that is a thing rather than somebody who acts.
fn theme(p: &Predicate) -> Option<Thing> {
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

fn verb(p: &Predicate, act: Act, form: Form) -> Votes {
    let theme = theme(p);
    let subject = p.subject;
    if p.object == Some(Thing::StandIn) && matches!(act, Act::Work | Act::Cope | Act::Mend | Act::Apply | Act::Return) {
        return one(Ongoing, 3);
    }
    // "The status page turned red".
    if subject == Some(Thing::Notice) && matches!(act, Act::Fall | Act::Return | Act::Begin | Act::Find | Act::Notice) {
        return one(Acknowledged, 3);
    }
    if subject == Some(Thing::Authority)
        && matches!(
            act,
            Act::Probe | Act::Declare | Act::Follow | Act::Try | Act::Find | Act::See | Act::Tell
        )
    {
        return one(Aftermath, 3);
    }
    if p.aspect == Some(Act::Stop)
        && matches!(
            act,
            Act::Return | Act::Work | Act::Change | Act::Say | Act::Tell | Act::See | Act::Peak
        )
    {
        return trouble(p, 4);
    }
    if p.unable
        && !matches!(
            act,
            Act::Find | Act::Mend | Act::Repair | Act::Restore | Act::Return | Act::Say | Act::Probe
        )
    {
        return trouble(p, 3);
    }
    // "trains started moving again".
    if p.again
        && !p.negated
        && subject == Some(Thing::Service)
        && matches!(act, Act::Change | Act::Apply | Act::Begin | Act::See | Act::Hear)
    {
        return back(p);
    }
    match act {
        Act::Fall => match subject {
            Some(Thing::Market) => one(Aftermath, 3),
            Some(Thing::Fix | Thing::Probe) => one(Investigating, 3),
            Some(Thing::Report) if p.object.is_none() => two(Detected, 2, Started, 2),
            _ if p.negated => NONE,
            // "error rates went down", "the errors vanished".
            Some(Thing::Metric | Thing::Trouble) if p.object.is_none() => two(Recovering, 3, Started, 2),
            // "the queue filled up", "messages piled up".
            Some(Thing::Backlog) => two(Peak, 3, Started, 2),
            _ => trouble(p, 3),
        },
        Act::Cause => cause(p),
        Act::Lose if p.negated => NONE,
        Act::Lose => trouble(p, 3),
        Act::Harm if matches!(subject, Some(Thing::Fix | Thing::Probe)) => one(Investigating, 3),
        Act::Harm if p.negated => NONE,
        Act::Harm => trouble(p, 3),
        Act::Touch if p.negated => NONE,
        Act::Touch if p.figure && matches!(subject, Some(Thing::Report | Thing::Metric | Thing::Trouble)) => {
            one(Peak, 4)
        }
        Act::Touch if form == Form::Ing => trouble(p, 1),
        Act::Touch => trouble(p, 2),
        Act::Change => change(p, theme),
        Act::Apply => apply(p, theme),
        Act::Restart => restart(p),
        Act::Notice => match (subject, p.object) {
            (Some(Thing::Recovery), _) => one(Recovering, 2),
            _ if p.negated => NONE,
            (_, Some(Thing::Trouble)) if lasts(p) => one(Ongoing, 4),
            // "woke up to no signal".
            (_, Some(Thing::Service)) if p.errors => trouble(p, 4),
            (Some(Thing::Service), _) if p.still => one(Ongoing, 3),
            (Some(Thing::Fix | Thing::Capacity), _) => one(Mitigating, 3),
            _ if p.none => NONE,
            (Some(Thing::Authority), _) if p.passive => one(Acknowledged, 3),
            (Some(Thing::People), _) if p.passive => two(Acknowledged, 2, Detected, 2),
            (Some(Thing::Operator), _) if p.passive => two(Detected, 3, Investigating, 2),
            (Some(Thing::Operator | Thing::Authority) | None, Some(Thing::People)) => one(Acknowledged, 4),
            (Some(Thing::People), _) if p.many => two(Peak, 4, Detected, 2),
            (Some(Thing::Report), _) if p.figure => two(Peak, 3, Detected, 2),
            (_, Some(Thing::Trouble | Thing::Metric)) if !p.passive => one(Detected, 4),
            _ => one(Detected, 3),
        },
        // "users were greeted with an error message".
        Act::See if p.passive && subject == Some(Thing::People) && p.errors => trouble(p, 3),
        Act::Suffer => match (subject, p.object) {
            _ if p.negated => two(Recovering, 2, Resolved, 1),
            (_, Some(Thing::Recovery)) => one(Recovering, 3),
            // "we are currently experiencing problems": told to the public.
            (Some(Thing::Operator), Some(Thing::Trouble)) if p.present && !lasts(p) => two(Acknowledged, 4, Started, 3),
            (_, Some(Thing::Report)) => one(Detected, 3),
            (_, Some(Thing::Follow)) => one(Aftermath, 3),
            _ => trouble(p, 3),
        },
        Act::Hear => match (subject, p.object) {
            _ if p.negated => NONE,
            (_, Some(Thing::Trouble)) if p.none => two(Recovering, 3, Resolved, 3),
            (_, Some(Thing::Trouble | Thing::Metric)) if lasts(p) => one(Ongoing, 4),
            (_, Some(Thing::Recovery)) => one(Recovering, 3),
            (_, Some(Thing::Follow)) => one(Aftermath, 3),
            // "60,000 people had reported problems", "the tracker received 40,000 reports".
            (Some(Thing::People | Thing::Report), _) | (_, Some(Thing::Report)) if p.many => two(Peak, 4, Detected, 2),
            (Some(Thing::Operator), Some(Thing::Report | Thing::Service)) => one(Detected, 4),
            (Some(Thing::Operator), Some(Thing::Trouble)) if p.present => two(Detected, 3, Acknowledged, 3),
            (Some(Thing::Market), _) => one(Aftermath, 2),
            _ => one(Detected, 3),
        },
        Act::See if p.passive && !p.negated => one(Detected, 3),
        Act::See => match (subject, p.object) {
            _ if p.negated => NONE,
            (_, Some(Thing::Trouble)) if p.none => two(Recovering, 3, Resolved, 3),
            (_, Some(Thing::Trouble | Thing::Metric)) if lasts(p) => one(Ongoing, 4),
            (_, Some(Thing::Service)) if p.errors => trouble(p, 3),
            // "users saw error pages": what they see is what hurts them.
            (Some(Thing::People), Some(Thing::Trouble | Thing::Metric)) => two(Started, 3, Detected, 1),
            // "we are currently seeing elevated errors": told to the public.
            (Some(Thing::Operator), Some(Thing::Trouble)) if p.present => two(Acknowledged, 4, Detected, 3),
            (_, Some(Thing::Recovery)) => one(Recovering, 3),
            (_, Some(Thing::Follow)) => one(Aftermath, 3),
            (Some(Thing::Operator) | None, Some(Thing::Trouble | Thing::Metric)) => two(Detected, 3, Started, 2),
            (_, Some(Thing::Trouble | Thing::Metric)) => two(Started, 3, Detected, 1),
            (_, Some(Thing::Report)) | (Some(Thing::Report), _) => one(Detected, 3),
            (Some(Thing::Operator), Some(Thing::Service)) => one(Detected, 2),
            (Some(Thing::People), _) if !p.unable => one(Detected, 2),
            _ => one(Detected, 1),
        },
        Act::Tell => match p.object {
            Some(Thing::Follow) => one(Aftermath, 4),
            Some(Thing::Cause) => one(if p.negated { Investigating } else { Identified }, 4),
            // "a new certificate was issued".
            Some(Thing::Fix | Thing::Change | Thing::Capacity) => two(Mitigating, 3, Precursor, 1),
            _ if matches!(subject, Some(Thing::Cause)) => one(if p.negated { Investigating } else { Identified }, 4),
            _ if p.passive && matches!(subject, Some(Thing::Service)) => NONE,
            _ if p.negated => one(Investigating, 2),
            _ => two(Acknowledged, 3, Aftermath, 1),
        },
        Act::Declare => match theme {
            Some(Thing::Service) if p.passive || p.object.is_none() => one(Recovering, 2),
            Some(Thing::Follow) => one(Aftermath, 2),
            Some(Thing::Change) => two(Mitigating, 2, Precursor, 1),
            // "opened a case with the vendor".
            Some(Thing::Incident | Thing::Report) if p.with == Some(Thing::Operator) => one(Investigating, 4),
            Some(Thing::Report) if p.passive => one(Detected, 3),
            // "raised the limit", "set up generators".
            Some(Thing::Capacity | Thing::Metric | Thing::StandIn | Thing::Fix) => two(Mitigating, 3, Precursor, 2),
            Some(Thing::Incident | Thing::Trouble | Thing::Notice) => one(Acknowledged, 3),
            Some(Thing::Probe) => one(Investigating, 3),
            _ => NONE,
        },
        Act::Say if p.negated => one(Investigating, 2),
        Act::Regret => two(Aftermath, 3, Acknowledged, 1),
        Act::Decide => one(Investigating, 1),
        Act::Say => match subject {
            Some(Thing::Authority) => one(Aftermath, 3),
            Some(Thing::Speaker) => one(Aftermath, 2),
            Some(Thing::People) => NONE,
            _ if p.object == Some(Thing::People) => NONE,
            _ => one(Aftermath, 1),
        },
        Act::Probe => one(Investigating, if p.purpose { 2 } else { 3 }),
        // Customers who try are no diagnosis.
        Act::Try if subject == Some(Thing::People) => one(Ongoing, 1),
        Act::Try if theme == Some(Thing::Fix) => two(Mitigating, 3, Investigating, 2),
        Act::Try => one(Investigating, 3),
        Act::Find => match theme {
            // "the logs showed nothing unusual".
            _ if p.negated || p.none => one(Investigating, 3),
            Some(Thing::Recovery) => one(Recovering, 2),
            // "the tracker showed 15,000 reports", "the app was still showing an error".
            Some(Thing::Report) if p.figure => two(Peak, 4, Detected, 2),
            _ if subject == Some(Thing::Report) => one(Detected, 3),
            _ if matches!(subject, Some(Thing::Service | Thing::People)) && p.errors && !p.passive => trouble(p, 3),
            Some(Thing::Cause | Thing::Trouble) => one(Identified, 4),
            _ if p.purpose => one(Investigating, 1),
            _ => one(Identified, 3),
        },
        Act::Mend => mend(p, theme),
        Act::Repair => match (p.negated, form) {
            (true, _) if remedy(subject) => one(Investigating, 4),
            (true, _) => one(Ongoing, 3),
            (_, Form::Ing | Form::Base | Form::Third) => one(Mitigating, 3),
            _ if p.whole => one(Resolved, 3),
            _ if p.passive && subject == Some(Thing::Trouble) => two(Resolved, 3, Mitigating, 2),
            _ => two(Mitigating, 3, Resolved, 2),
        },
        Act::Return => match subject {
            _ if p.negated => one(Ongoing, 3),
            Some(Thing::Trouble | Thing::Metric)
                if !matches!(p.object, Some(Thing::Recovery))
                    && form != Form::Base
                    && !p.whole
                    && !p.figure
                    && act_of_going_back(p) =>
            {
                two(Started, 2, Recovering, 2)
            }
            Some(Thing::Market) => one(Aftermath, 2),
            // "requests started returning errors".
            _ if p.object == Some(Thing::Trouble) && p.with != Some(Thing::Trouble) && form != Form::Either => {
                trouble(p, 4)
            }
            Some(Thing::Normal) => one(Resolved, 3),
            _ if p.object == Some(Thing::Normal) => back_to_normal(p),
            _ => back(p),
        },
        Act::Ease if p.negated => one(Ongoing, 3),
        Act::Ease => back(p),
        Act::Drain if theme == Some(Thing::Backlog) => back(p),
        Act::Drain if p.object.is_some() => two(Mitigating, 3, Precursor, 2),
        Act::Drain => one(Recovering, 4),
        Act::Restore => match form {
            _ if p.negated && remedy(subject) => one(Investigating, 4),
            _ if p.negated => one(Ongoing, 3),
            // "restoring the database from last night's backup".
            _ if p.with == Some(Thing::Copy) || p.object == Some(Thing::Copy) => two(Mitigating, 4, Recovering, 2),
            _ if p.part => one(Recovering, 4),
            _ if p.whole => one(Resolved, 4),
            Form::Ing | Form::Base if !p.passive => two(Recovering, 3, Mitigating, 1),
            _ if p.aspect == Some(Act::Begin) => one(Recovering, 4),
            _ => two(Resolved, 3, Recovering, 2),
        },
        Act::Finish => finish(p, theme),
        Act::Begin => begin(p, theme),
        Act::Stay => match theme {
            _ if p.negated => NONE,
            Some(Thing::Probe | Thing::Fix) => one(Investigating, 3),
            Some(Thing::Recovery | Thing::Backlog) => one(Recovering, 2),
            Some(Thing::Trouble | Thing::Service) => one(Ongoing, 2),
            _ => one(Ongoing, 1),
        },
        Act::Stop => stop(p, theme),
        // A note to oneself: "Increase number of replicas".
        Act::Rise if form == Form::Base && subject.is_none() && p.object.is_some() => one(Mitigating, 3),
        Act::Rise => match theme {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => NONE,
            Some(Thing::Capacity) => one(Mitigating, 3),
            Some(Thing::Backlog) => one(Peak, 3),
            Some(Thing::Report) => two(Peak, 3, Detected, if p.aspect == Some(Act::Begin) { 4 } else { 1 }),
            Some(Thing::Trouble | Thing::Metric) if p.aspect == Some(Act::Begin) => one(Started, 3),
            Some(Thing::Trouble | Thing::Metric) => two(Peak, 2, Started, 2),
            Some(Thing::Service) if subject == Some(Thing::Operator) => one(Mitigating, 2),
            _ => one(Peak, 2),
        },
        Act::Peak => match theme {
            Some(Thing::Market) => one(Aftermath, 3),
            Some(Thing::Change | Thing::Recovery | Thing::Fix | Thing::Normal) => NONE,
            Some(Thing::Report | Thing::Metric | Thing::Trouble | Thing::Backlog) => one(Peak, 4),
            _ if p.figure => one(Peak, 3),
            _ if p.negated => trouble(p, 3),
            _ => NONE,
        },
        Act::Spread if p.negated => NONE,
        Act::Spread => one(Peak, 3),
        Act::Sink => match subject.or(theme) {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => NONE,
            Some(Thing::Report | Thing::Metric | Thing::Trouble | Thing::Backlog) => one(Recovering, 4),
            Some(Thing::Service | Thing::People) => trouble(p, 3),
            Some(Thing::Capacity) => trouble(p, 2),
            _ => one(Recovering, 1),
        },
        Act::Work => match p.aspect {
            Some(Act::Stop) => trouble(p, 4),
            _ if theme == Some(Thing::Backlog) && !p.negated => back(p),
            _ if subject == Some(Thing::Change) && !p.negated && !p.errors => two(Precursor, 3, Recovering, 1),
            // "the fix had worked", "a technician ran a script".
            _ if subject == Some(Thing::Fix) && !p.negated => two(Recovering, 3, Resolved, 2),
            _ if subject == Some(Thing::Fix) => one(Investigating, 4),
            _ if matches!(p.object, Some(Thing::Change)) && !p.negated => change(p, theme),
            _ if p.negated || p.errors => trouble(p, 3),
            Some(Act::Begin) if subject == Some(Thing::Operator) => one(Investigating, 2),
            Some(Act::Begin) => one(Recovering, 3),
            _ if p.again && p.whole => one(Resolved, 3),
            _ if p.again => two(Recovering, 3, Resolved, 1),
            _ if p.whole => two(Resolved, 2, Recovering, 1),
            _ if subject == Some(Thing::Operator) => one(Investigating, 2),
            _ if subject == Some(Thing::Report) => two(Detected, 2, Peak, if p.figure { 3 } else { 0 }),
            _ if p.part => one(Recovering, 3),
            _ => one(Recovering, 1),
        },
        Act::Do => theme.map_or(NONE, |thing| noun(p, thing)),
        Act::Leave if p.errors => trouble(p, 3),
        Act::Leave if p.part && p.object.is_none() => one(Recovering, 3),
        Act::Leave => NONE,
        Act::Cope => one(Ongoing, 2),
        Act::Follow => one(Aftermath, 3),
    }
}

/// "errors came back": what was gone is here again; "latency returned to normal" is told by what follows.
fn act_of_going_back(p: &Predicate) -> bool {
    p.aspect.is_none() && !p.part
}

/// Something is wrong: it begins, or it lasts.
fn trouble(p: &Predicate, weight: i32) -> Votes {
    if lasts(p) {
        one(Ongoing, weight + 1)
    } else if p.again || p.also {
        two(Peak, weight, Started, weight - 1)
    } else {
        one(Started, weight)
    }
}

/// Whether it goes on: "still failing", "continue to see errors".
fn lasts(p: &Predicate) -> bool {
    p.still || p.aspect == Some(Act::Stay)
}

/// Whether a thing is something done against the trouble.
fn remedy(thing: Option<Thing>) -> bool {
    matches!(thing, Some(Thing::Fix | Thing::Change | Thing::Probe))
}

/// Back to what is usual: the end, unless it has only begun or holds in part.
fn back_to_normal(p: &Predicate) -> Votes {
    if p.part || p.aspect.is_some() || p.present {
        one(Recovering, 4)
    } else {
        two(Resolved, 4, Recovering, 2)
    }
}

/// What is brought about says the rest: trouble, an alert, a remedy. Told of the trouble itself, it is the cause.
fn cause(p: &Predicate) -> Votes {
    match (p.subject, p.object) {
        (Some(Thing::Report), _) | (_, Some(Thing::Report)) if p.passive || p.object == Some(Thing::Report) => {
            one(Detected, 4)
        }
        (Some(Thing::Fix), _) | (_, Some(Thing::Fix)) => one(Mitigating, 3),
        (Some(Thing::Change), _) if p.passive => two(Precursor, 3, Mitigating, 2),
        _ if p.negated => one(Investigating, 2),
        _ if p.passive => one(Identified, 3),
        (Some(Thing::Cause), _) => one(Identified, 3),
        // "a squirrel caused the outage": the outage is known, its cause is the news.
        (_, Some(Thing::Trouble | Thing::Incident)) if p.known => two(Identified, 3, Started, 1),
        _ => two(Started, 2, Identified, 1),
    }
}

/// A grip at the works: a change before the trouble, a remedy after it; the course decides between the two.
fn apply(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => NONE,
        Some(Thing::Report) if p.object.is_some() || p.passive => one(Aftermath, 3),
        Some(Thing::Follow) => one(Aftermath, 4),
        Some(Thing::Fix) => one(Mitigating, 4),
        Some(Thing::Probe) => one(Investigating, 3),
        Some(Thing::Notice) => one(Acknowledged, 3),
        Some(Thing::Backlog | Thing::Trouble) => two(Recovering, 3, Mitigating, 2),
        Some(Thing::Change) => two(Precursor, 3, Mitigating, 3),
        _ => two(Mitigating, 3, Precursor, 2),
    }
}

/// Restarted by somebody it is a remedy, by itself it is back.
fn restart(p: &Predicate) -> Votes {
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
fn back(p: &Predicate) -> Votes {
    if p.part || p.aspect == Some(Act::Begin) {
        one(Recovering, 4)
    } else if p.whole {
        two(Resolved, 3, Recovering, 2)
    } else {
        two(Recovering, 3, Resolved, 1)
    }
}

fn change(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        // "shipped a patch that held the fault": before the trouble it is what led to it.
        Some(Thing::Fix) => two(Mitigating, 4, Precursor, 3),
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

fn mend(p: &Predicate, theme: Option<Thing>) -> Votes {
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

fn finish(p: &Predicate, theme: Option<Thing>) -> Votes {
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

fn begin(p: &Predicate, theme: Option<Thing>) -> Votes {
    // What begins stands before an intransitive, behind a transitive.
    let thing = match (p.subject, p.object) {
        (Some(Thing::Operator | Thing::Speaker) | None, object) => object.or(theme),
        (Some(subject), _) if !is_agent(subject) => Some(subject),
        _ => theme,
    };
    match thing {
        _ if p.negated => NONE,
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
        _ if p.again => one(Recovering, 3),
        None if p.subject.is_none() => two(Mitigating, 2, Precursor, 2),
        _ => two(Started, 2, Mitigating, 1),
    }
}

fn stop(p: &Predicate, theme: Option<Thing>) -> Votes {
    match theme {
        _ if p.negated => NONE,
        Some(Thing::Trouble | Thing::Metric) => two(Recovering, 3, Resolved, 2),
        Some(Thing::Report) => one(Recovering, 2),
        Some(Thing::Change) => one(Mitigating, 3),
        Some(Thing::Fix | Thing::Probe) => one(Investigating, 3),
        _ => trouble(p, 3),
    }
}

fn state(p: &Predicate, state: State) -> Votes {
    match state {
        State::Down => match p.subject {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => one(Recovering, 1),
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
            _ if p.part => one(Recovering, 3),
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
            Some(Thing::Fix) => one(Mitigating, 3),
            Some(Thing::Recovery) => one(Recovering, 3),
            Some(Thing::Trouble) => one(Ongoing, 3),
            _ => one(Investigating, 2),
        },
    }
}

/// A noun speaks for itself where no verb does.
fn noun(p: &Predicate, thing: Thing) -> Votes {
    match thing {
        Thing::Trouble if p.negated => one(Recovering, 2),
        Thing::Service if p.negated => two(Started, 2, Ongoing, 2),
        Thing::Trouble => trouble(p, if p.leads { 3 } else { 1 }),
        Thing::Metric => two(Started, 1, Peak, 1),
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
