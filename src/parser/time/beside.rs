//! Days counted from a feast or a date: the Saturday before Christmas, the second last Friday before Easter, the weekend
//! before polling day (8 May).
//!
//! One would get wrong that the feast is named only to find the other day: nothing happened on it.

use super::date;
use super::expression::{Counted, Day, Landmark};
use super::family::Family;
use super::holiday;
use super::view::View;
use super::weekday::weekday_word;
use crate::lexicon::time::Picker;
use crate::normaliser::calendar::Weekday;

/// This family.
pub const FAMILY: Family = Family {
    name: "days beside a feast or a date",
    what: "the Saturday before Christmas, the Monday after Easter, the second last Friday before Christmas, the weekend before the vote (8 May)",
    found: &[
        ("It failed on [the Saturday before Christmas].", "2020-12-19"),
        ("It failed on [the Saturday before Christmas in 2009].", "2009-12-19"),
        ("It failed on [the last Friday before Christmas].", "2020-12-18"),
        ("It failed on [the second last Friday before Christmas].", "2020-12-11"),
        ("It failed on [the Monday after Easter].", "2021-04-05"),
        ("It failed on [the second Monday after Easter].", "2021-04-12"),
        ("It failed over [the weekend before 8 May 2021].", "2021-W17-WE"),
        ("It failed on [the weekend before the vote (8 May)].", "2021-W17-WE"),
        ("It failed in [the week before Christmas].", "2020-W52"),
        ("It failed in [the week after Easter].", "2021-W14"),
    ],
    never: &[
        "The weekends before the vote (a long list) were quiet.",
        "She sat beside it before the feast.",
        "The last before the break went home.",
    ],
};

/// Words of what a bracketed date belongs to, and one: "polling day", "the vote".
const LONGEST_NAME: usize = 4;

/// Such a day; with the position after it.
pub fn beside(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = at + usize::from(view.says(at, "the"));
    let (rank, next) = rank(view, here);
    let (what, side) = counted(view, next)?;
    let by = match () {
        () if view.says(side, "before") => -rank,
        () if view.says(side, "after") => rank,
        () => return None,
    };
    let (of, end) = landmark(view, side + 1)?;
    Some((Day::Beside { what, by, of }, end))
}

/// How many of them away: "second last", "penultimate", "second", "last", nothing; and the position after it.
fn rank(view: &View, at: usize) -> (i32, usize) {
    let ordinal = view.meaning(&view.lexicon.ordinals, at).filter(|n| (1..=5).contains(n));
    match ordinal {
        Some(n) => {
            let last = (n > 1) && view.says_any(at + 1, &["last", "to"]);
            let words = match last {
                true if view.says(at + 1, "to") => 3,
                true => 2,
                false => 1,
            };
            (i32::from(n), at + words)
        }
        None if view.says(at, "penultimate") => (2, at + 1),
        None if view.says_any(at, &["last", "final", "next"]) => (1, at + 1),
        None => (1, at),
    }
}

fn counted(view: &View, at: usize) -> Option<(Counted, usize)> {
    match () {
        () if view.says(at, "weekend") => Some((Counted::Weekend, at + 1)),
        () if view.says(at, "week") => Some((Counted::Week, at + 1)),
        () => {
            let word = weekday_word(view, at)?;
            Some((Counted::Weekday(Weekday::from_iso(word.iso)?), at + 1))
        }
    }
}

/// What the day is counted from, and the position after it.
fn landmark(view: &View, at: usize) -> Option<(Landmark, usize)> {
    let whole = |(day, next): (Day, usize)| match day {
        Day::Date(date) if date.is_whole() => Some((Landmark::Date(date), next)),
        Day::Holiday {
            holiday,
            year,
            picker: None | Some(Picker::Last),
        } => Some((Landmark::Feast { holiday, year }, next)),
        _ => None,
    };
    if let Some(found) = date::date(view, at)
        .or_else(|| holiday::holiday(view, at))
        .and_then(whole)
    {
        return Some(found);
    }
    let open = (at + 1..=at + LONGEST_NAME).find(|here| view.symbol(*here, '('))?;
    let named = (at..open).all(|here| view.is_free_word(here) || view.says_any(here, &["the", "its"]));
    let (landmark, close) = date::date(view, open + 1).and_then(whole).filter(|_| named)?;
    view.symbol(close, ')').then_some((landmark, close + 1))
}
