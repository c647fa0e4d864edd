//! The course of the outage: where on the calendar a happening lies decides between readings that its words leave open.
//!
//! One would get wrong to ask the words alone: "a new release was deployed" leads to an outage before it, mends it
//! during it and is a lesson learnt the week after; "the company said" is an acknowledgement at 9:15 and a statement
//! on Thursday. And one would get wrong to trust the place alone: it never overrules what the words say plainly.

use crate::normaliser::value::Granularity;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::gather::{self, Happening};
use super::timeline::Event;

const HOUR: i64 = 3600;
/// What is done this long after all was back is done for the next time.
const FOLLOW_UP: i64 = 12 * HOUR;
/// Whoever speaks this long after all was back looks back.
const LOOKING_BACK: i64 = 2 * HOUR;

/// When the outage began and when all was back, as far as clock times say.
struct Course {
    began: Option<i64>,
    ended: Option<i64>,
}

/// Where a happening lies in the course.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    During,
    /// Seconds after all was back.
    After(i64),
}

/// Settles what place decides.
pub fn settle(told: &[Told], happenings: &[Happening], rank: &[usize], events: &mut [Event]) {
    let mine = |event: &Event| event.scope == Scope::Incident && event.modality == Modality::Actual;
    let of = |phase: Phase| {
        let wanted = move |e: &&Event| mine(e) && is_exact(e) && e.phase == phase;
        events.iter().filter(wanted).map(|e| (e.scale, e.start))
    };
    // Whoever notices it, says so or finds it still there does so after it began, whenever that was.
    let known = [Phase::Started, Phase::Detected, Phase::Acknowledged, Phase::Ongoing];
    let known = known.into_iter().flat_map(of);
    let Some((scale, began)) = known.min_by_key(|(_, start)| *start) else {
        return;
    };
    let ended = of(Phase::Resolved)
        .filter(|(other, end)| *other == scale && *end > began)
        .map(|(_, end)| end)
        .max();
    let course = Course {
        began: Some(began),
        ended,
    };
    for (event, index) in events.iter_mut().zip(rank) {
        if !mine(event) || event.scale != scale {
            continue;
        }
        let lead = happenings[*index].tellings[0];
        let (_, latest) = gather::dated(told, lead).window;
        if let Some(place) = place(&course, event, latest) {
            event.phase = read(event.phase, gather::statement(told, lead), place, is_exact(event));
        }
    }
}

fn is_exact(event: &Event) -> bool {
    event.value.granularity <= Granularity::Minute
}

/// Where an event lies; `None` where its time is too wide to tell.
fn place(course: &Course, event: &Event, latest: Option<i64>) -> Option<Place> {
    let (began, ended) = (course.began?, course.ended);
    let exact = is_exact(event);
    if event.start < began && (exact || latest.is_some_and(|end| end <= began)) {
        return Some(Place::Before);
    }
    match ended {
        Some(ended) if event.start > ended => Some(Place::After(event.start - ended)),
        // On a day that has no end yet, whenever on it that was.
        None if event.start >= began - 24 * HOUR => Some(Place::During),
        _ => exact.then_some(Place::During),
    }
}

/// What the words say in that place.
fn read(phase: Phase, statement: &Statement, place: Place, exact: bool) -> Phase {
    let votes = &statement.votes;
    let count = |phase: Phase| votes[phase as usize];
    match (phase, place) {
        // A remedy has something to mend: before the trouble the same words tell the change that led to it.
        (Phase::Mitigating, Place::Before)
            if !statement.settled && (exact || count(Phase::Precursor) * 3 >= count(Phase::Mitigating)) =>
        {
            Phase::Precursor
        }
        // Nobody knows what else it was, but it was before all began.
        (_, Place::Before) if !statement.sure && exact => Phase::Precursor,
        // After its beginning a change is a remedy.
        (Phase::Precursor, Place::During) => Phase::Mitigating,
        (Phase::Precursor | Phase::Mitigating | Phase::Investigating | Phase::Detected, Place::After(gap))
            if gap >= FOLLOW_UP =>
        {
            Phase::Aftermath
        }
        (Phase::Precursor, Place::After(_)) if exact => Phase::Mitigating,
        (Phase::Acknowledged, Place::After(gap)) if gap >= LOOKING_BACK => Phase::Aftermath,
        // Who speaks at a clock time while it goes on speaks of it, not back on it.
        (Phase::Aftermath, Place::During)
            if count(Phase::Acknowledged) * if exact { 4 } else { 2 } >= count(Phase::Aftermath) =>
        {
            Phase::Acknowledged
        }
        _ => phase,
    }
}
