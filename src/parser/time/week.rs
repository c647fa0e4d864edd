//! Weeks by number, and the nth weekday or week of a month.
//!
//! One would get wrong the year of a week: the ISO year, which is not always that of its Monday.

use super::date;
use super::expression::{CalendarDate, Day, NthOf};
use super::family::Family;
use super::view::View;
use crate::article::token::Case;
use crate::normaliser::calendar::{Date, Weekday};

/// This family.
pub const FAMILY: Family = Family {
    name: "weeks and the nth day of a month",
    what: "week 40, 2021-W39, calendar week 41, the week of May 3, the first Monday of May, the last week of November",
    found: &[
        ("It fell in [2021-W39].", "2021-W39"),
        ("It fell on [2021-W39-5].", "2021-10-01"),
        ("It will land in [calendar week 41].", "2021-W41"),
        ("It was [the first Monday of September].", "2021-09-06"),
        ("It was [the last Friday in May 2019].", "2019-05-31"),
        ("It was in [the first week of September].", "2021-W35"),
        ("It was in [the last week of August].", "2021-W35"),
        ("It was in [the week of September 14].", "2021-W37"),
        ("It was in [the week beginning 13 September 2021].", "2021-W37"),
    ],
    never: &[
        "The second of them left.",
        "It was week in, week out the same.",
        "The first of them left.",
    ],
};

/// A week or a day told by its number; with the position after it.
pub fn numbered(view: &View, at: usize) -> Option<(Day, usize)> {
    nth(view, at).or_else(|| of_date(view, at)).or_else(|| week(view, at))
}

/// "the week of January 15", "the week beginning 15 January"
fn of_date(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says(at, "the") { at + 1 } else { at };
    let led = view.says(here, "week") && view.says_any(here + 1, &["of", "beginning", "starting", "commencing"]);
    let (day, next) = date::date(view, here + 2).filter(|_| led)?;
    match day {
        Day::Date(date) if date.day.is_some() => Some((Day::WeekOf(date), next)),
        _ => None,
    }
}

/// "2021-W40", "2021-W40-1", "week 40", "CW40", "week 40 of 2021"
fn week(view: &View, at: usize) -> Option<(Day, usize)> {
    if let Some(year) = view
        .number(at)
        .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
        && view.symbol(at + 1, '-')
        && view.says(at + 2, "w")
        && view.touches(at + 2)
        && view.touches(at + 3)
        && !view.glued_left(at)
    {
        let (year, week) = (year.whole as i32, week_number(view, at + 3)?);
        if view.symbol(at + 4, '-')
            && view.touches(at + 5)
            && let Some(day) = view.number(at + 5).filter(|n| n.digits == 1)
        {
            let date = Date::from_iso_week(year, week, Weekday::from_iso(u8::try_from(day.whole).ok()?)?)?;
            return Some((
                Day::Date(CalendarDate {
                    year: Some(date.year()),
                    month: Some(date.month()),
                    day: Some(date.day()),
                    ..CalendarDate::default()
                }),
                at + 6,
            ));
        }
        return Some((Day::Week { year: Some(year), week }, at + 4));
    }
    let glued = view.text(at) == "CW" && view.touches(at + 1);
    let calendar = view.says(at, "calendar") && view.says(at + 1, "week");
    let figure = match (glued, calendar) {
        (true, _) => at + 1,
        (_, true) => at + 2,
        _ if view.says(at, "week") && view.after_any(at, &["in", "of", "until", "from", "by", "iso", "during"]) => {
            at + 1
        }
        _ => return None,
    };
    let week = week_number(view, figure)?;
    let of = if view.says_any(figure + 1, &["of", "in"]) {
        figure + 2
    } else {
        figure + 1
    };
    match view
        .number(of)
        .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
    {
        Some(year) => Some((
            Day::Week {
                year: Some(year.whole as i32),
                week,
            },
            of + 1,
        )),
        None => Some((Day::Week { year: None, week }, figure + 1)),
    }
}

fn week_number(view: &View, at: usize) -> Option<u8> {
    view.number(at)
        .filter(|n| n.digits <= 2 && (1..=53).contains(&n.whole) && n.fraction().is_none())
        .map(|n| n.whole as u8)
}

/// "the first Monday of October", "the last Friday in May 2019", "the second week of June", "the first Monday of the
/// month"
fn nth(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says(at, "the") { at + 1 } else { at };
    let nth = if view.says(here, "last") {
        5
    } else {
        view.meaning(&view.lexicon.ordinals, here)
            .filter(|n| (1..=5).contains(n))?
    };
    let of = if view.says(here + 1, "week") {
        NthOf::Week
    } else if view.says(here + 1, "weekend") {
        NthOf::Weekend
    } else {
        NthOf::Weekday(Weekday::from_iso(
            view.meaning(&view.lexicon.weekdays, here + 1)
                .filter(|w| !w.plural && !w.doubtful)?
                .iso,
        )?)
    };
    if !view.says_any(here + 2, &["of", "in"]) {
        return None;
    }
    let next = here + 3;
    if let Some((Day::Date(date), end)) = date::date(view, next).filter(|_| view.lexicon.months.begins(view.word(next)))
        && date.day.is_none()
    {
        return Some((
            Day::Nth {
                nth,
                of,
                month: date.month,
                year: date.year,
            },
            end,
        ));
    }
    (view.says_any(next, &["the", "each", "every"]) && view.says(next + 1, "month")).then_some((
        Day::Nth {
            nth,
            of,
            month: None,
            year: None,
        },
        next + 2,
    ))
}

/// The position after "weekend", what describes it allowed: "long weekend", "bank holiday weekend", "long Diwali weekend".
pub(super) fn weekend(view: &View, at: usize) -> Option<usize> {
    if view.says(at, "weekend") {
        return (!view.glued_right(at)).then_some(at + 1);
    }
    if view.says(at, "bank") && view.says(at + 1, "holiday") && view.says(at + 2, "weekend") {
        return Some(at + 3);
    }
    // A feast that no table of ours has.
    let named = |at: usize| {
        let known = view.lexicon.holidays.begins(view.word(at)) || view.lexicon.weekdays.begins(view.word(at));
        let plain = view.case(at) == Some(Case::Capital) && !known && view.case(at + 1) == Some(Case::Lower);
        (plain && view.says(at + 1, "weekend") && !view.glued_right(at + 1)).then_some(at + 2)
    };
    if let Some(next) = named(at + usize::from(view.says(at, "long"))) {
        return Some(next);
    }
    let word = view.case(at) == Some(Case::Lower)
        && view.meaning(&view.lexicon.function_words, at).is_none()
        // "The previous weekend" is picked out, and not described.
        && view.phrase(&view.lexicon.pickers, at).is_none()
        && !view.text(at).ends_with("ed")
        || view.lexicon.holidays.begins(view.word(at));
    (word && view.says(at + 1, "weekend") && !view.glued_right(at + 1)).then_some(at + 2)
}
