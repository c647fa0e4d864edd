//! What a verb says of an outage, by what it is done to, by whom, and how far.
//!
//! One would get wrong to give a verb its phase: "users saw errors" is the outage, "we saw errors" its detection, "we
//! saw no more errors" its end.

use super::judge::{NONE, Votes, lasts, noun, one, theme, trouble, two};
use super::kind::Phase;
use super::predicate::Predicate;
use super::remedy::{
    act_of_going_back, apply, back, back_to_normal, begin, cause, change, finish, mend, remedy, restart, stop,
};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::verb::Act;

use Phase::{
    Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
    Resolved, Started,
};

/// What a verb votes for.
pub(super) fn verb(p: &Predicate, act: Act, form: Form) -> Votes {
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
        && !(act == Act::Tell && p.passive)
    {
        return one(Aftermath, 3);
    }
    if p.aspect == Some(Act::Stop)
        && matches!(
            act,
            Act::Return
                | Act::Work
                | Act::Change
                | Act::Say
                | Act::Tell
                | Act::See
                | Act::Hear
                | Act::Notice
                | Act::Peak
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
    if p.fewer && !p.negated && matches!(p.object, Some(Thing::Trouble | Thing::Metric | Thing::Report)) {
        return one(Recovering, 4);
    }
    match act {
        Act::Fall => match subject {
            Some(Thing::Market) => one(Aftermath, 3),
            Some(Thing::Fix | Thing::Probe) => one(Investigating, 3),
            Some(Thing::Report) if p.object.is_none() => two(Detected, 3, Started, 2),
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
        Act::Harm | Act::Touch if lessens(p) => one(Recovering, 4),
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
            // "a fault set off by a restart".
            (Some(Thing::Trouble), Some(_)) if p.passive => cause(p),
            // "woke up to no signal".
            (_, Some(Thing::Service)) if p.errors => trouble(p, 4),
            (Some(Thing::Service), _) if p.still => one(Ongoing, 3),
            (Some(Thing::Fix | Thing::Capacity), _) => one(Mitigating, 3),
            _ if p.none => NONE,
            (Some(Thing::Authority), _) if p.passive => one(Acknowledged, 3),
            (Some(Thing::People), _) if p.passive => two(Acknowledged, 2, Detected, 2),
            (Some(Thing::Operator), _) if p.passive => two(Detected, 3, Investigating, 2),
            (Some(Thing::Operator | Thing::Authority) | None, Some(Thing::People)) => one(Acknowledged, 4),
            // "notified the regulator".
            (_, Some(Thing::Authority)) if !p.passive => one(Acknowledged, 4),
            (Some(Thing::People), _) if p.many => two(Peak, 4, Detected, 2),
            (Some(Thing::Report), _) if p.figure => two(Peak, 3, Detected, 2),
            // "the smoke detectors went off", "the alert fired".
            (Some(Thing::Report), None) if !p.passive => one(Detected, 4),
            (_, Some(Thing::Trouble | Thing::Metric)) if !p.passive => one(Detected, 4),
            _ => one(Detected, 3),
        },
        Act::Come => match subject {
            _ if p.negated => NONE,
            // "technicians arrived on site".
            Some(Thing::Operator | Thing::Probe) => one(Investigating, 4),
            Some(Thing::Fix | Thing::Capacity | Thing::StandIn) => one(Mitigating, 3),
            Some(Thing::Recovery) => one(Recovering, 2),
            // "a storm arrived".
            Some(Thing::Trouble) => two(Precursor, 2, Started, 1),
            Some(Thing::Report) if p.figure => two(Peak, 3, Detected, 2),
            Some(Thing::People) if p.many => two(Peak, 4, Detected, 2),
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
            // "informed the regulator", "the regulator was informed".
            Some(Thing::Authority) if !p.passive && !p.negated => one(Acknowledged, 4),
            _ if p.passive && !p.negated && subject == Some(Thing::Authority) => one(Acknowledged, 4),
            Some(Thing::Follow) => one(Aftermath, 4),
            Some(Thing::Cause) => one(if p.negated { Investigating } else { Identified }, 4),
            // "sent out a faulty update".
            Some(Thing::Change) => change(p, Some(Thing::Change)),
            // "a new certificate was issued".
            Some(Thing::Fix | Thing::Capacity) => two(Mitigating, 3, Precursor, 1),
            // "a packet capture revealed a loop".
            _ if matches!(subject, Some(Thing::Cause | Thing::Probe)) => {
                one(if p.negated { Investigating } else { Identified }, 4)
            }
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
        Act::Regret => two(Aftermath, 3, Acknowledged, 2),
        Act::Decide => one(Investigating, 1),
        Act::Say => match subject {
            Some(Thing::Authority) => one(Aftermath, 3),
            Some(Thing::Speaker) => two(Aftermath, 2, Acknowledged, 1),
            Some(Thing::People) => NONE,
            _ if p.object == Some(Thing::People) => NONE,
            _ => one(Aftermath, 1),
        },
        // "engineers were dispatched", "the vendor was called in": whoever is sent for is to look into it.
        // "generators were brought in".
        Act::Probe if p.passive && matches!(subject, Some(Thing::StandIn | Thing::Capacity | Thing::Fix)) => {
            one(Mitigating, 3)
        }
        Act::Probe if p.passive && subject == Some(Thing::Operator) => one(Investigating, 4),
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
            Some(Thing::Trouble)
                if !matches!(p.object, Some(Thing::Recovery | Thing::Normal))
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
            // "started returning a high proportion of errors".
            _ if p.aspect == Some(Act::Begin) && form == Form::Ing && p.errors => trouble(p, 4),
            Some(Thing::Normal) => one(Resolved, 3),
            _ if p.object == Some(Thing::Normal) => back_to_normal(p),
            _ => back(p),
        },
        Act::Ease if p.negated => one(Ongoing, 3),
        Act::Ease => back(p),
        Act::Drain if p.negated => one(Ongoing, 3),
        Act::Drain if theme == Some(Thing::Backlog) => back(p),
        Act::Drain if p.object.is_some() => two(Mitigating, 3, Precursor, 2),
        Act::Drain => one(Recovering, 4),
        Act::Restore => match form {
            _ if p.negated && remedy(subject) => one(Investigating, 4),
            _ if p.negated => one(Ongoing, 3),
            // "restoring the database from last night's backup".
            _ if [p.with, p.object, p.subject].contains(&Some(Thing::Copy)) => two(Mitigating, 4, Recovering, 2),
            _ if p.part => one(Recovering, 4),
            _ if p.whole => one(Resolved, 4),
            // "restored to about 2,300 customers": whoever counts them has not all.
            _ if p.figure && p.with == Some(Thing::People) => one(Recovering, 4),
            Form::Ing | Form::Base if !p.passive => two(Recovering, 3, Mitigating, 1),
            _ if p.aspect == Some(Act::Begin) => one(Recovering, 4),
            _ => two(Resolved, 3, Recovering, 2),
        },
        Act::Finish => finish(p, theme),
        Act::Begin => begin(p, theme),
        // "commuters waited for buses", "customers queued".
        Act::Stay | Act::Cope if subject == Some(Thing::People) && !p.negated && !p.passive => one(Ongoing, 3),
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
            Some(Thing::Report) if p.aspect == Some(Act::Begin) => two(Detected, 4, Peak, 2),
            Some(Thing::Report) => two(Peak, 4, Detected, 1),
            Some(Thing::Trouble | Thing::Metric) if p.aspect == Some(Act::Begin) => one(Started, 3),
            Some(Thing::Trouble | Thing::Metric) => two(Peak, 2, Started, 2),
            Some(Thing::Service) if subject == Some(Thing::Operator) => one(Mitigating, 2),
            _ => one(Peak, 2),
        },
        // "engineers reached the exchange", "a second engineer was reached".
        Act::Peak if reaches(p) => one(Investigating, 4),
        // "the first broker hit a bug".
        Act::Peak if subject == Some(Thing::Service) && p.object == Some(Thing::Trouble) && !p.figure => trouble(p, 3),
        Act::Peak => match theme {
            Some(Thing::Market) => one(Aftermath, 3),
            Some(Thing::Change | Thing::Recovery | Thing::Fix | Thing::Normal) => NONE,
            Some(Thing::Report | Thing::Metric | Thing::Trouble | Thing::Backlog) => one(Peak, 4),
            _ if p.figure => one(Peak, 3),
            _ if p.negated => trouble(p, 3),
            _ => NONE,
        },
        Act::Spread if p.negated => NONE,
        // "the pay-in was extended": somebody did.
        Act::Spread if p.passive && subject != Some(Thing::Trouble) => one(Aftermath, 3),
        Act::Spread => one(Peak, 3),
        // "the exchange dropped both circuits": what one drops is lost.
        Act::Sink if !p.passive && !p.negated && p.object == Some(Thing::Service) => trouble(p, 3),
        Act::Sink => match subject.or(theme) {
            Some(Thing::Market) => one(Aftermath, 3),
            _ if p.negated => NONE,
            Some(Thing::Report | Thing::Metric | Thing::Trouble | Thing::Backlog) => one(Recovering, 4),
            Some(Thing::Service | Thing::People) => trouble(p, 3),
            Some(Thing::Capacity) => trouble(p, 2),
            _ => one(Recovering, 1),
        },
        // "the carrier has accepted the fault".
        Act::Work if p.passive && subject == Some(Thing::Follow) => one(Aftermath, 3),
        Act::Work if subject == Some(Thing::Operator) && takes_on(p) => one(Investigating, 4),
        Act::Work => match p.aspect {
            Some(Act::Stop) => trouble(p, 4),
            _ if theme == Some(Thing::Backlog) && !p.negated => back(p),
            _ if subject == Some(Thing::Change) && !p.negated && !p.errors => two(Precursor, 3, Recovering, 1),
            // "the fault had reached the second exchange".
            _ if subject == Some(Thing::Trouble) && !p.negated => one(Peak, 3),
            // "sent traceroutes to the provider".
            _ if p.with == Some(Thing::Operator) && p.opens && form == Form::Either && !p.passive => {
                one(Investigating, 2)
            }
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

/// Whether those who mend come to where the trouble is, or are got hold of.
fn reaches(p: &Predicate) -> bool {
    let place = matches!(p.object, None | Some(Thing::Service));
    p.subject == Some(Thing::Operator) && !p.negated && !p.unable && !p.figure && (p.passive || place)
}

/// Whether somebody makes a case their own.
fn takes_on(p: &Predicate) -> bool {
    !p.negated && !p.unable && !p.passive && matches!(p.object, Some(Thing::Incident | Thing::Trouble))
}

/// "brought the error rate down to 9%", "cut latency to 80 ms".
fn lessens(p: &Predicate) -> bool {
    p.figure && !p.passive && !p.negated && p.object == Some(Thing::Metric) && p.subject != Some(Thing::Trouble)
}
