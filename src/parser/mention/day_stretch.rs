//! The stretch of a day that the day owns: "during Tuesday's evening peak", "in Friday evening's rush hour".
//!
//! One would get wrong to take the day for that of a thing, as in "Friday's paper": a rush hour is a part of its day, and
//! what failed in it failed then.

use crate::parser::time::expression::{PartOfDay, Point};
use crate::parser::time::view::View;

/// What is so at some hours of a day, and dates what happens in it.
const STRETCHES: &[&str] = &["rush", "peak", "commute", "session", "shift"];

/// The part of the day that it names, and the position behind it.
pub(super) fn owned(view: &View, point: &Point, end: usize) -> Option<(Option<PartOfDay>, usize)> {
    let day = point.day.is_some() && point.clock.is_none();
    if !day || !view.says_any(end, &["'s", "’s"]) {
        return None;
    }
    let named = view.phrase(&view.lexicon.parts, end + 1);
    let at = named.map_or(end + 1, |(_, next)| next);
    let next = behind_hours(view, at + 1);
    let part = named.map(|(word, _)| PartOfDay {
        part: word.part,
        edge: None,
    });
    view.says_any(at, STRETCHES).then_some((point.part.or(part), next))
}

/// "During the evening rush hour", "in the morning peak": the position behind what is so at the part of the day that is told.
pub(super) fn crowded(view: &View, point: &Point, end: usize) -> Option<usize> {
    const CROWDS: &[&str] = &["rush", "peak", "commute"];
    let part = point.part.is_some() && point.clock.is_none();
    (part && view.says_any(end, CROWDS)).then(|| behind_hours(view, end + 1))
}

/// "rush hour", "peak-hours", "rush period"
fn behind_hours(view: &View, at: usize) -> usize {
    let hyphen = usize::from(view.symbol(at, '-') && view.touches(at));
    match view.says_any(at + hyphen, &["hour", "hours", "period"]) {
        true => at + hyphen + 1,
        false => at,
    }
}
