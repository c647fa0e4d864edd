//! Days that somebody has booked, and hours at which a thing is usual: "customers booked for Sunday or Monday", "against the
//! normal close of 2330 hrs", "the October cotton contract".
//!
//! One would get wrong that something happened then: the day is that of a journey, the hour that of every day, and the month
//! the name of what is traded, printed or paid.

use super::Mention;
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::parser::mention::{Time, attribute};
use crate::parser::time::expression::Day;
use crate::parser::time::view::View;

/// What one does ahead of a journey or an appointment, and what one then has.
const BOOKED: &[&str] = &[
    "booked",
    "ticketed",
    "booking",
    "bookings",
    "tickets",
    "reservations",
    "appointments",
];

/// What one does on the day.
const TRAVELS: &[&str] = &["travelling", "traveling", "flying", "sailing", "departing"];

/// What is so every day.
const USUAL: &[&str] = &["normal", "usual", "regular", "standard", "scheduled"];

/// What every day has at its hour.
const HOURS: &[&str] = &[
    "close",
    "closing",
    "closing-time",
    "opening",
    "start",
    "time",
    "cutoff",
    "cut-off",
    "finish",
];

/// Whether a time is only of what somebody has booked, of a usual hour, or in the name of a thing.
pub(super) fn is_one(view: &View, mention: &Mention) -> bool {
    is_booked(view, mention) || is_usual_hour(view, mention) || is_month_of_thing(view, mention)
}

/// "Customers booked for Sunday or Monday", "passengers flying on Friday".
fn is_booked(view: &View, mention: &Mention) -> bool {
    const LONGEST: usize = 4;
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    if point.clock.is_some() || point.day.is_none() {
        return false;
    }
    // The first of the days that are listed.
    let mut start = mention.tokens.start;
    while view.says_any(start.wrapping_sub(1), &["or", "and"])
        && view.meaning(&view.lexicon.weekdays, start.wrapping_sub(2)).is_some()
    {
        start -= 2;
        start -= usize::from(view.says_any(start.wrapping_sub(1), &["for", "on"]));
    }
    if view.says_any(start.wrapping_sub(1), &["for", "on", "between", "from"]) {
        start -= 1;
    }
    let Some(verb) = start.checked_sub(1).filter(|at| *at >= view.start()) else {
        return false;
    };
    let people = || {
        let mut near = verb.saturating_sub(LONGEST).max(view.start())..verb;
        near.any(|at| view.noun(at) == Some(Thing::People))
    };
    view.says_any(verb, BOOKED) && view.says(start, "for") || view.says_any(verb, TRAVELS) && people()
}

/// "Against the normal close of 2330 hrs", "its usual opening time of 9 a.m."
fn is_usual_hour(view: &View, mention: &Mention) -> bool {
    const LONGEST: usize = 3;
    let clock = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some() && point.day.is_none());
    let start = mention.tokens.start;
    let noun = start.wrapping_sub(usize::from(!mention.partitive)).wrapping_sub(1);
    let of = view.says(noun.wrapping_add(1), "of");
    let before = noun.saturating_sub(LONGEST).max(view.start())..noun;
    clock && of && view.says_any(noun, HOURS) && before.into_iter().any(|at| view.says_any(at, USUAL))
}

/// "The October cotton contract", "in the December issue": a month and no more between a determiner and what is called by it.
fn is_month_of_thing(view: &View, mention: &Mention) -> bool {
    const THINGS: &[&str] = &[
        "contract",
        "contracts",
        "futures",
        "issue",
        "edition",
        "series",
        "bill",
        "bills",
        "invoice",
        "invoices",
        "payroll",
        "budget",
        "timetable",
        "exam",
        "exams",
        "elections",
        "intake",
        "delivery",
    ];
    const MOST_BETWEEN: usize = 2;
    let month = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.month.is_some() && date.day.is_none()));
    let first = mention.tokens.start;
    let determined = (first.wrapping_sub(1)..mention.tokens.end)
        .any(|at| view.meaning(&view.lexicon.function_words, at) == Some(Function::Determiner));
    let end = mention.tokens.end;
    let thing = (end..=end + MOST_BETWEEN)
        .find(|at| view.says_any(*at, THINGS) || !view.is_free_word(*at))
        .is_some_and(|at| view.says_any(at, THINGS));
    month && determined && thing && !attribute::describes(view, &mention.tokens)
}
