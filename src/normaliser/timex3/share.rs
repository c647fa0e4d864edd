//! What the items of a list or the ends of a range lend each other: a zone, a half of the day, a day.
//!
//! One would get wrong the direction: English says it once, with the last ("12:40, 14:20 and 15:15 UK time"), and
//! only what the earlier items lack is lent to them.

use crate::lexicon::time::Meridiem;
use crate::parser::time::expression::{Day, DayHalf, Expression, Point, Timex};
use crate::parser::time::view::View;

/// Lends backwards through every list.
pub fn share(view: &View, timexes: &mut [Timex]) {
    for at in (1..timexes.len()).rev() {
        let (before, after) = timexes.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let between = first.tokens.end..second.tokens.start;
        if between.len() > 3 {
            continue;
        }
        let (Expression::Point(to), Expression::Point(from)) = (&mut first.expression, &second.expression) else {
            continue;
        };
        if joined(view, between.clone()) {
            lend(to, from);
            lend_year(to, from);
        } else if to.clock.is_some() && to.day.is_none() && from.clock.is_none() && behind_bracket(view, between) {
            // "3:30 AM PST (11:30 GMT) Monday": the day counts for both.
            to.day = from.day;
        }
    }
}

/// Whether a closing bracket, and "on" at most, stands between.
fn behind_bracket(view: &View, between: std::ops::Range<usize>) -> bool {
    view.symbol_any(between.start, &[')', ']'])
        && (between.len() == 1 || between.len() == 2 && view.says(between.start + 1, "on"))
}

/// Whether nothing but what joins a list or a range stands between.
fn joined(view: &View, between: std::ops::Range<usize>) -> bool {
    !between.is_empty()
        && between.clone().all(|at| {
            view.symbol_any(at, &[',', '-', '–', '—', '/', '('])
                || view.says_any(
                    at,
                    &["and", "or", "to", "until", "till", "through", "then", "about", "around"],
                )
        })
}

/// "in May and June 2019", "the spring and summer of 2019": the year stands with the last.
fn lend_year(to: &mut Point, from: &Point) {
    match (&mut to.day, from.day) {
        (Some(Day::Date(to)), Some(Day::Date(from)))
            if to.year.is_none() && to.year_pick.is_none() && to.day.is_some() == from.day.is_some() =>
        {
            if let (Some(first), Some(last), Some(year)) = (to.month, from.month, from.year) {
                to.year = Some(year - i32::from((first, to.day) > (last, from.day)));
            }
        }
        (
            Some(Day::Season {
                year: to @ None,
                picker: None,
                ..
            }),
            Some(Day::Season {
                year: Some(year),
                picker: None,
                ..
            }),
        )
        | (
            Some(Day::Quarter {
                year: to @ None,
                pick: None,
                ..
            }),
            Some(Day::Quarter { year: Some(year), .. }),
        ) => *to = Some(year),
        _ => {}
    }
}

fn lend(to: &mut Point, from: &Point) {
    let (Some(clock), Some(other)) = (&mut to.clock, &from.clock) else {
        return;
    };
    if to.zone.is_none() {
        to.zone = from.zone;
    }
    if clock.half == DayHalf::Open
        && clock.named.is_none()
        && let DayHalf::Said(half) = other.half
    {
        // "11 to 1 p.m." begins before noon.
        let turns = clock.hour % 12 > other.hour % 12 && half == Meridiem::Pm;
        clock.half = DayHalf::Said(if turns { Meridiem::Am } else { half });
    }
    if to.day.is_none() && to.part.is_none() {
        to.day = from.day;
    }
}
