//! Words of history beside a day that needs no year: "suffered an outage on Tuesday".
//!
//! One would get wrong that they tell of old times by themselves: "an outage in 2019" does, by its year.

use std::ops::Range;

use crate::lexicon::phase::History;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

/// What opens the words that only a far date makes history: "an outage in", "suffered a", "had a major", "it was the".
const OPEN: &[&str] = &["an", "outage", "suffered", "had", "since", "it"];

/// What opens the words that recall an old matter, or this one: "readers will recall that it failed at 5pm on 6 September".
const RECALLING: &[&str] = &["recall", "will", "would"];

/// Whether a clause has no words of history but such as need a far date, and tells of a day near the writing.
pub fn tells(view: &View, clause: &Range<usize>, mention: &Mention) -> bool {
    let Time::Point {
        point: Point { day: Some(day), .. },
        ..
    } = &mention.time
    else {
        return false;
    };
    let near = match day {
        Day::Weekday { picker: None, .. } | Day::Deictic(-1..=0) => true,
        // Who goes back to another year names it.
        Day::Date(date) => date.is_whole() && date.year.is_none(),
        _ => false,
    };
    let by_clock = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some());
    let open = |at: usize| view.says_any(at, OPEN) || by_clock && view.says_any(at, RECALLING);
    near && clause
        .clone()
        .all(|at| !matches!(view.phrase(&view.lexicon.history, at), Some((History::Earlier, _))) || open(at))
}
