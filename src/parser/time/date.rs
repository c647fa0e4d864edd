//! Dates: in figures, with month names in every order, months, years, days of a month.
//!
//! One would get wrong that "may", "march" and "2021" are mostly no dates: a doubtful month needs a figure beside
//! it or a preposition of time and its capital, a bare year a word that leads it.

use super::date_figures;
use super::days::{lent_day, lent_month};
use super::expression::{CalendarDate, Day};
use super::family::Family;
use super::month::{month, month_first, with_year};
use super::view::View;
use super::year::{apostrophe_year, full_year, year_alone, year_alone_of_era};
use crate::article::token::{Case, Kind};
use crate::normaliser::calendar::Weekday;

/// This family.
pub const FAMILY: Family = Family {
    name: "dates",
    what: "2021-10-04, 10/4/2021, 4 October 2021, Oct. 4, the 16th, October 2021, 2021, Monday, October 4",
    found: &[
        ("It failed on [October 3, 2021].", "2021-10-03"),
        ("It failed on [Oct. 3].", "2021-10-03"),
        ("It failed on [3 October 2021].", "2021-10-03"),
        ("It failed on [the 3rd of October].", "2021-10-03"),
        ("It failed on [2021-10-03].", "2021-10-03"),
        ("See Incidents/[20211003]-Login for more.", "2021-10-03"),
        ("It failed on [10/03/2021].", "2021-10-03"),
        ("It failed on [25/12/2020].", "2020-12-25"),
        ("It failed on [07.12.2020].", "2020-12-07"),
        ("It failed on [Sunday, October 3, 2021].", "2021-10-03"),
        ("It failed on [Sun 3 Oct].", "2021-10-03"),
        ("It failed on [Sun 3.10.] and was mended.", "2021-10-03"),
        ("[3.10. 14:05] – the pump failed.", "2021-10-03T14:05"),
        ("It failed on [3.10. at 14:05].", "2021-10-03T14:05"),
        ("It rained from [22.]-[24. September].", "2021-09-22 2021-09-24"),
        ("It failed on [03 Sunday Oct 2021].", "2021-10-03"),
        ("It was mended in [the night of 7/8 January 2021].", "2021-01-07TNI"),
        ("It failed on [Thursday the 16th of September].", "2021-09-16"),
        ("It failed on [February 3th], as the notice has it.", "2021-02-03"),
        ("It failed in [March 2019].", "2019-03"),
        ("It failed in [August].", "2021-08"),
        ("It will open in [November].", "2021-11"),
        ("It failed in [December].", "2020-12"),
        ("It failed on [19 March this year].", "2021-03-19"),
        ("It failed in [November last year].", "2020-11"),
        ("It was painted on [the 2nd].", "2021-10-02"),
        ("It failed on [May 3].", "2021-05-03"),
        ("[Oct 3 2005 UTC]: it failed again.", "2021-10-03T20:05"),
        ("It failed on [21-Sep-2021].", "2021-09-21"),
        ("It failed on [2021-10-02]/03 twice.", "2021-10-02"),
        ("It was [09Aug09].", "2009-08-09"),
        ("It last broke on [12-18-20].", "2020-12-18"),
        ("It failed on [September 11] and [12, 2020].", "2020-09-11 2020-09-12"),
        ("It rained on [22] and [23 September].", "2021-09-22 2021-09-23"),
        ("It rained on [Sept. 4]-[6].", "2021-09-04 2021-09-06"),
        ("It rained from [September 3rd] to [5th].", "2021-09-03 2021-09-05"),
        ("It failed in [mid-September].", "2021-09"),
        ("It failed in [late January 2008].", "2008-01"),
        ("It runs from [June 1] through [Nov. 30].", "2021-06-01 2021-11-30"),
        ("It was first planned in [August].", "2021-08"),
        ("It failed in [May] and [June 2019].", "2019-05 2019-06"),
        ("The [Sept. 11] attacks changed that.", "2001-09-11"),
        ("It did not come until [Sept. 1].", "2021-09-01"),
        ("Issue 6 [October 3rd 2021] tells more.", "2021-10-03"),
        ("It was back on [October 3, 12:00].", "2021-10-03T12:00"),
    ],
    never: &[
        "It may take some time.",
        "They march on.",
        "Ticket OPS-2021-1004 is open.",
        "Order 20211003-77 is late.",
        "Version 2021.06.25.3 is out.",
        "It went out to 12/12 nodes.",
        "May 5xx errors be few.",
        "The 2nd engineer left.",
        "She came 3rd of nine.",
        "About 9/10 of it was lost.",
        "Remember 9/11.",
        "We are open 24/7.",
        "April Jones and June Carter said so.",
        "The host is 10.12.0.4.",
        "See /var/log/2021/10/04 for more.",
        "He lives at 14 March Road.",
        "The trace is 1MAR2099, the request 4FEB1386.",
    ],
};

/// A date at a position; with the position after it.
pub fn date(view: &View, at: usize) -> Option<(Day, usize)> {
    let (found, next) = match view.kind(at)? {
        Kind::Date(figures) => date_figures::figured(view, at, figures)?,
        Kind::Word { .. } => worded(view, at)?,
        Kind::Number(_) => numbered(view, at)?,
        Kind::Symbol('\'' | '’' | '‘') => apostrophe_year(view, at)?,
        _ => return None,
    };
    Some((Day::Date(found), next))
}

/// A day of the month, "4", "4th", "04"; with the position after it.
pub fn day_of_month(view: &View, at: usize) -> Option<(u8, usize)> {
    let number = view
        .number(at)
        .filter(|n| n.fraction().is_none() && !n.grouped && n.digits <= 2 && (1..=31).contains(&n.whole))?;
    let next = at + 1;
    if view.touches(next) && view.says_any(next, &["st", "nd", "rd", "th"]) {
        return Some((number.whole as u8, next + 1));
    }
    Some((number.whole as u8, next))
}

/// An ordinal with its ending or in words; with the position after it.
pub(super) fn ordinal_day(view: &View, at: usize) -> Option<(u8, usize)> {
    if let Some((day, next)) = day_of_month(view, at) {
        return (next == at + 2).then_some((day, next));
    }
    let value = view.meaning(&view.lexicon.ordinals, at)?;
    Some((value, at + 1))
}

/// "Monday, October 4, 2021", "October 4", "the 16th", "Tue Mar 14 23:38:02 2023"
fn worded(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    if let Some(weekday) = view.meaning(&view.lexicon.weekdays, at).filter(|w| !w.plural) {
        let mut next = view.skip_dot(at + 1);
        next = view.skip(next, ',');
        if view.says(next, "the") && ordinal_day(view, next + 1).is_some() {
            next += 1;
        }
        let (mut date, end) = match view.kind(next)? {
            Kind::Date(figures) => {
                date_figures::figured(view, next, figures).or_else(|| date_figures::weekday_figures(next, figures))?
            }
            Kind::Word { .. } if view.lexicon.months.begins(view.word(next)) => month_first(view, next)?,
            Kind::Number(_) => day_first(view, next)
                .or_else(|| weekday_ordinal(view, next))
                .or_else(|| date_figures::dotted_day(view, next))?,
            _ => return None,
        };
        date.day?;
        date.weekday = Weekday::from_iso(weekday.iso);
        return Some((date, end));
    }
    if view.says(at, "the") {
        return the_day(view, at);
    }
    if view.lexicon.months.begins(view.word(at)) {
        return month_first(view, at);
    }
    if view.says(at, "ad") {
        return year_alone_of_era(view, at);
    }
    if let Some(value) = view.meaning(&view.lexicon.ordinals, at)
        && view.says(at + 1, "of")
        && let Some((month, next)) = month(view, at + 2)
    {
        return with_year(view, CalendarDate::of(month.number, value), next);
    }
    None
}

/// "Monday 4th", the month being the one that the text is on.
pub(super) fn weekday_ordinal(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (day, next) = ordinal_day(view, at)?;
    let date = CalendarDate {
        day: Some(day),
        ..CalendarDate::default()
    };
    Some((date, next))
}

/// "the 16th", "the 3rd of October", "the 12 September"
fn the_day(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    if let Some((day, next)) = ordinal_day(view, at + 1) {
        let of = if view.says(next, "of") { next + 1 } else { next };
        if let Some((month, end)) = month(view, of) {
            return with_year(view, CalendarDate::of(month.number, day), end);
        }
        // "the 2nd engineer" counts, "the 2nd." dates.
        let figures = next == at + 3;
        // "A deploy at 18:32 on the 17th changed it": behind a clock it counts nothing.
        let clock = view.says(at.wrapping_sub(1), "on")
            && (matches!(view.kind(at.wrapping_sub(2)), Some(Kind::Clock(_)))
                || view.meaning(&view.lexicon.meridiems, at.wrapping_sub(2)).is_some());
        return (figures && (clock || !counts_noun(view, next))).then_some((
            CalendarDate {
                day: Some(day),
                ..CalendarDate::default()
            },
            next,
        ));
    }
    let (day, next) = day_of_month(view, at + 1)?;
    let (month, end) = month(view, next)?;
    with_year(view, CalendarDate::of(month.number, day), end)
}

/// Whether a noun follows that an ordinal would count.
pub fn counts_noun(view: &View, at: usize) -> bool {
    match view.kind(at) {
        Some(Kind::Word { .. }) => view.meaning(&view.lexicon.function_words, at).is_none(),
        Some(Kind::Symbol('-')) => view.touches(at),
        Some(Kind::Number(_) | Kind::Code) => true,
        _ => false,
    }
}

/// "4 October 2021", "4th October", "2021 October 4", "2021", "09Aug09"
fn numbered(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    if view.glued_left(at) && !view.symbol_any(at.wrapping_sub(1), &['-', '/', ',']) {
        return None;
    }
    if let Some(found) = day_first(view, at)
        .or_else(|| lent_month(view, at))
        .or_else(|| lent_day(view, at))
    {
        return Some(found);
    }
    let number = view.number(at)?;
    if number.digits == 4
        && number.fraction().is_none()
        && let Some((month, next)) = month(view, if view.symbol(at + 1, '-') { at + 2 } else { at + 1 })
        && let Some((day, after)) = day_of_month(view, if view.symbol(next, '-') { next + 1 } else { next })
        && let Some(year) = full_year(number.whole, 4)
    {
        return Some((
            CalendarDate {
                year: Some(year),
                month: Some(month.number),
                day: Some(day),
                ..CalendarDate::default()
            },
            after,
        ));
    }
    date_figures::basic_iso(view, at)
        .or_else(|| date_figures::dotted_day_of_clock(view, at))
        .or_else(|| year_alone(view, at))
}

/// What makes an address of a figure and a month.
const STREETS: &[&str] = &[
    "road",
    "street",
    "avenue",
    "lane",
    "drive",
    "square",
    "place",
    "court",
    "close",
    "way",
    "boulevard",
    "st",
    "rd",
    "ave",
];

/// "4 October 2021", "4th of October", "09Aug09", "04-Oct-2021", "19. April"
pub fn day_first(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (day, next) = day_of_month(view, at)?;
    let mut here = view.skip_dot(next);
    let hyphened = view.symbol_any(here, &['-', '/']) && view.touches(here) && view.touches(here + 1);
    if view.says(here, "of") && next == at + 2 || hyphened {
        here += 1;
    }
    // "05 Monday Jan 2015"
    let weekday = view
        .meaning(&view.lexicon.weekdays, here)
        .filter(|w| !w.plural && view.lexicon.months.begins(view.word(here + 1)));
    here += usize::from(weekday.is_some());
    let (month, after) = month(view, here)?;
    if month.doubtful && view.case(here) == Some(Case::Lower) && !view.touches(here) {
        return None;
    }
    // "14 March Road"
    if view.case(after) == Some(Case::Capital) && view.says_any(after, STREETS) {
        return None;
    }
    // "Issue 6 December 14th 2021": the month has a day of its own behind it.
    if ordinal_day(view, after).is_some_and(|(_, end)| end == after + 2) {
        return None;
    }
    let date = CalendarDate {
        weekday: weekday.and_then(|it| Weekday::from_iso(it.iso)),
        ..CalendarDate::of(month.number, day)
    };
    // "12dec2041", "4FEB1386": figures that run on into no year make an id of it.
    with_year(view, date, after).filter(|(_, end)| !(view.touches(*end) && view.number(*end).is_some()))
}
