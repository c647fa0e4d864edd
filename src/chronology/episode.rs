//! The outages of one text: where a report tells of two, each is an incident of its own.
//!
//! One would get wrong to part them wherever trouble comes back: what fails again the same day is one outage. Only what
//! was over, and was followed days later by trouble that was mended too, is another.

use crate::normaliser::value::Granularity;
use crate::parser::statement::kind::{Modality, Phase};

use super::timeline::Event;

/// Seconds from the end of an outage to the beginning of another.
const APART: i64 = 36 * 3600;

/// The events of each outage, in their order; `mine` are those of all.
pub fn episodes(events: &[Event], mine: &[usize]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new()];
    let mut over: Option<i64> = None;
    let mut begun = false;
    for (place, at) in mine.iter().enumerate() {
        let event = &events[*at];
        let course = &mine[place..];
        let other =
            begun && over.is_some_and(|over| event.start - over > APART) && begins(event) && is_mended(events, course);
        if other {
            (over, begun) = (None, false);
            let led = precursors(events, out.last().map_or(&[], Vec::as_slice));
            let last = out.last_mut().map_or_else(Vec::new, |last| last.split_off(led));
            out.push(last);
        }
        if event.modality == Modality::Actual {
            // What was done with days before it began is no end of it.
            over = over.filter(|_| begun || event.phase != Phase::Started);
            begun |= event.phase == Phase::Started;
            match event.phase {
                // What is told to be well long after has no part in it.
                Phase::Resolved | Phase::Recovering if over.is_none_or(|over| event.start - over <= APART) => {
                    over = over.max(Some(reach(event)));
                }
                Phase::Resolved | Phase::Recovering => {}
                Phase::Aftermath | Phase::Precursor | Phase::Background => {}
                // What goes on is not over yet; works of two days later are no part of it.
                _ => {
                    over = over.map(|over| {
                        if event.start - over > APART {
                            over
                        } else {
                            over.max(reach(event))
                        }
                    })
                }
            }
        }
        if let Some(last) = out.last_mut() {
            last.push(*at);
        }
    }
    out
}

fn begins(event: &Event) -> bool {
    event.phase == Phase::Started && event.modality == Modality::Actual && event.value.granularity <= Granularity::Day
}

/// Whether the trouble with which these events open is mended, by the clock, before it is told as over and done with.
fn is_mended(events: &[Event], course: &[usize]) -> bool {
    let first = &events[course[0]];
    let mends = |event: &&Event| {
        matches!(event.phase, Phase::Recovering | Phase::Resolved) && event.modality == Modality::Actual
    };
    let mut clocks = course
        .iter()
        .map(|at| &events[*at])
        .filter(|it| it.scale == first.scale);
    clocks.any(|it| mends(&it) && it.value.granularity <= Granularity::PartOfDay && it.start - reach(first) <= APART)
}

/// Where the events begin that led to the next outage: those at the end that are precursors.
fn precursors(events: &[Event], told: &[usize]) -> usize {
    let led = told
        .iter()
        .rev()
        .take_while(|at| events[**at].phase == Phase::Precursor);
    told.len() - led.count()
}

/// To when an event is told, in seconds.
fn reach(event: &Event) -> i64 {
    let (from, to) = event.value.window();
    let end = event.end.map(|end| end.at);
    end.unwrap_or(event.start + (to.0 - from.0))
}
