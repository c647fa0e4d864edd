//! Dates: in figures, with month names in every order, months, years, days of a month.
//!
//! One would get wrong that "may", "march" and "2021" are mostly no dates: a doubtful month needs a figure beside
//! it or a preposition of time and its capital, a bare year a word that leads it.

use super::days::{lent_day, lent_month};
use super::expression::{CalendarDate, Day};
use super::family::Family;
use super::view::View;
use super::year::{apostrophe_year, full_year, year_alone, year_alone_of_era, year_behind};
use crate::article::token::{Case, DateFigures, Kind};
use crate::lexicon::time::{Month, Picker};
use crate::normaliser::calendar::{Date, Weekday};

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
        ("It failed on [10/03/2021].", "2021-10-03"),
        ("It failed on [25/12/2020].", "2020-12-25"),
        ("It failed on [07.12.2020].", "2020-12-07"),
        ("It failed on [Sunday, October 3, 2021].", "2021-10-03"),
        ("It failed on [Sun 3 Oct].", "2021-10-03"),
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
        ("It failed on [21-Sep-2021].", "2021-09-21"),
        ("It was [09Aug09].", "2009-08-09"),
        ("It rained on [22] and [23 September].", "2021-09-22 2021-09-23"),
        ("It rained on [Sept. 4]-[6].", "2021-09-04 2021-09-06"),
        ("It rained from [September 3rd] to [5th].", "2021-09-03 2021-09-05"),
        ("It failed in [mid-September].", "2021-09"),
        ("It failed in [late January 2008].", "2008-01"),
    ],
    never: &[
        "It may take some time.",
        "They march on.",
        "Ticket OPS-2021-1004 is open.",
        "Version 2021.06.25.3 is out.",
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
    ],
};

/// A date at a position; with the position after it.
pub fn date(view: &View, at: usize) -> Option<(Day, usize)> {
    let (found, next) = match view.kind(at)? {
        Kind::Date(figures) => figured(view, at, figures)?,
        Kind::Word { .. } => worded(view, at)?,
        Kind::Number(_) => numbered(view, at)?,
        Kind::Symbol('\'' | '’' | '‘') => apostrophe_year(view, at)?,
        _ => return None,
    };
    Some((Day::Date(found), next))
}

fn figured(view: &View, at: usize, figures: DateFigures) -> Option<(CalendarDate, usize)> {
    if view.glued_left(at) {
        return None;
    }
    let (a, b, c) = (figures.first, figures.second, figures.third);
    let mut date = CalendarDate::default();
    // "2021.3.1" is a version.
    if figures.separator == b'.' && figures.digits[0] == 4 && figures.digits != [4, 2, 2] {
        return None;
    }
    match (figures.digits[0], c) {
        (4, Some(c)) => {
            date.year = Some(i32::from(a));
            date.month = Some(b as u8);
            date.day = Some(c as u8);
        }
        (4, None) => {
            date.year = Some(i32::from(a));
            date.month = Some(b as u8);
        }
        _ => {
            date.year = c.and_then(|c| full_year(u64::from(c), figures.digits[2]));
            let day_first = a > 12 || figures.separator == b'.';
            date.order_open = !day_first && b <= 12 && a != b;
            (date.month, date.day) = if day_first {
                (Some(b as u8), Some(a as u8))
            } else {
                (Some(a as u8), Some(b as u8))
            };
            if c.is_none() && figures.separator == b'/' && !short_date_stands(view, at, a, b) {
                return None;
            }
        }
    }
    if date.month.is_some_and(|m| m > 12) {
        return None;
    }
    if let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day) {
        Date::new(year, month, day)?;
    }
    if view.glued_right(at)
        && !matches!(view.kind(at + 1), Some(Kind::Clock(_)))
        && !view.symbol_any(at + 1, &['-', '–', ':'])
    {
        return None;
    }
    Some((date, at + 1))
}

/// Whether "11/17" is a date: a clock, a weekday or "on" beside it. "9/11" and "24/7" are names.
fn short_date_stands(view: &View, at: usize, a: u16, b: u16) -> bool {
    let clock_next = matches!(view.kind(at + 1), Some(Kind::Clock(_)))
        || view
            .number(at + 1)
            .is_some_and(|n| n.digits == 4 && n.whole < 2400 && n.whole % 100 < 60 && !view.touches(at + 1));
    let weekday = view
        .before(at)
        .is_some_and(|b| view.lexicon.weekdays.begins(view.word(b)))
        || (view.symbol(at + 1, '(') && view.lexicon.weekdays.begins(view.word(at + 2)));
    let led = view.after_any(at, &["on", "since", "until", "by", "from", "to", "for", "through"])
        && (a, b) != (9, 11)
        && (a, b) != (24, 7);
    let at_clock = view.says(at + 1, "at") && matches!(view.kind(at + 2), Some(Kind::Clock(_) | Kind::Number(_)));
    let opens = at == view.start() && view.symbol_any(at + 1, &[':', '–', '-', '—', '(']);
    clock_next || weekday || led || at_clock || opens
}

/// The month at a position, its dot skipped.
fn month(view: &View, at: usize) -> Option<(Month, usize)> {
    let month = view.meaning(&view.lexicon.months, at)?;
    // "Oct." keeps its dot; the one behind "October" ends the sentence.
    let short = matches!(view.text(at).len(), 3 | 4) && !view.says_any(at, &["may", "june", "july"]);
    let next = if short { view.skip_inner_dot(at + 1) } else { at + 1 };
    (!view.glued_left(at) || behind_mark(view, at)).then_some((month, next))
}

/// Whether a hyphen or a figure joins the month to a date: "04-Oct-2021", "09Aug09", "mid-September".
fn behind_mark(view: &View, at: usize) -> bool {
    matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Number(_)))
        || view.symbol_any(at.wrapping_sub(1), &['-', '/'])
            && (matches!(view.kind(at.wrapping_sub(2)), Some(Kind::Number(_)))
                || view.lexicon.edges.begins(view.word(at.wrapping_sub(2)))
                || view.lexicon.months.begins(view.word(at.wrapping_sub(2)))
                || view.says_any(at.wrapping_sub(2), &["pre", "post"]))
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
fn ordinal_day(view: &View, at: usize) -> Option<(u8, usize)> {
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
            Kind::Date(figures) => figured(view, next, figures).or_else(|| weekday_figures(next, figures))?,
            Kind::Word { .. } if view.lexicon.months.begins(view.word(next)) => month_first(view, next)?,
            Kind::Number(_) => day_first(view, next)?,
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
        return with_year(
            view,
            CalendarDate {
                month: Some(month.number),
                day: Some(value),
                ..CalendarDate::default()
            },
            next,
        );
    }
    None
}

fn weekday_figures(at: usize, figures: DateFigures) -> Option<(CalendarDate, usize)> {
    if figures.third.is_some() {
        return None;
    }
    let (a, b) = (figures.first, figures.second);
    let day_first = a > 12;
    let (month, day) = if day_first { (b, a) } else { (a, b) };
    Some((
        CalendarDate {
            month: Some(month as u8),
            day: Some(day as u8),
            order_open: !day_first && b <= 12,
            ..CalendarDate::default()
        },
        at + 1,
    ))
}

/// "the 16th", "the 3rd of October", "the 12 September"
fn the_day(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    if let Some((day, next)) = ordinal_day(view, at + 1) {
        let of = if view.says(next, "of") { next + 1 } else { next };
        if let Some((month, end)) = month(view, of) {
            return with_year(
                view,
                CalendarDate {
                    month: Some(month.number),
                    day: Some(day),
                    ..CalendarDate::default()
                },
                end,
            );
        }
        // "the 2nd engineer" counts, "the 2nd." dates.
        let figures = next == at + 3;
        return (figures && !counts_noun(view, next)).then_some((
            CalendarDate {
                day: Some(day),
                ..CalendarDate::default()
            },
            next,
        ));
    }
    let (day, next) = day_of_month(view, at + 1)?;
    let (month, end) = month(view, next)?;
    with_year(
        view,
        CalendarDate {
            month: Some(month.number),
            day: Some(day),
            ..CalendarDate::default()
        },
        end,
    )
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

/// Takes in the year behind a date.
pub fn with_year(view: &View, mut date: CalendarDate, at: usize) -> Option<(CalendarDate, usize)> {
    let hyphened = view.symbol_any(at, &['-', '/'])
        && view.symbol_any(at.wrapping_sub(2), &['-', '/'])
        && view.touches(at)
        && view.touches(at - 1);
    if let Some((year, next)) = year_behind(view, at, hyphened) {
        date.year = Some(year);
        return Some((date, next));
    }
    if let Some((picker, next)) = year_picked(view, at) {
        date.year_pick = Some(picker);
        return Some((date, next));
    }
    Some((date, at))
}

/// "19 March this year", "October of that year"
fn year_picked(view: &View, at: usize) -> Option<(Picker, usize)> {
    let here = if view.says(at, "of") { at + 1 } else { at };
    let (picker, next) = view.phrase(&view.lexicon.pickers, here)?;
    (view.says(next, "year") && (picker != Picker::ThisPast)).then_some((picker, next + 1))
}

/// "October 4, 2021", "Oct. 4", "October 2021", "October"
fn month_first(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (month, next) = month(view, at)?;
    if month.doubtful && view.case(at) == Some(Case::Lower) {
        return None;
    }
    let mut date = CalendarDate {
        month: Some(month.number),
        ..CalendarDate::default()
    };
    let dash = if view.symbol(next, '-') && view.touches(next) && view.touches(next + 1) {
        next + 1
    } else {
        next
    };
    let dash = if view.says(dash, "the") && ordinal_day(view, dash + 1).is_some() {
        dash + 1
    } else {
        dash
    };
    if let Some((day, after)) = day_of_month(view, dash)
        && day_follows(view, dash, after)
    {
        date.day = Some(day);
        return with_year(view, date, after);
    }
    if let Some((day, after)) =
        ordinal_day(view, dash).filter(|_| view.number(dash).is_none() && view.case(dash) == Some(Case::Lower))
    {
        date.day = Some(day);
        return with_year(view, date, after);
    }
    if let Some((year, after)) =
        year_behind(view, next, false).filter(|(_, after)| view.number(after - 1).is_none_or(|n| n.digits == 4))
    {
        date.year = Some(year);
        return Some((date, after));
    }
    if let Some((picker, after)) = year_picked(view, next) {
        date.year_pick = Some(picker);
        return Some((date, after));
    }
    month_alone(view, at, month, next).then_some((date, next))
}

/// Whether the figure behind a month is its day: "May 5xx" and "March 4,000" are not.
fn day_follows(view: &View, at: usize, after: usize) -> bool {
    let number_ends = after == at + 2 || !view.glued_right(at) || view.symbol_any(at + 1, &['-', '–', ',', '/', ':']);
    let clock =
        view.symbol(at + 1, ':') && view.touches(at + 1) && view.touches(at + 2) && view.number(at + 2).is_some();
    number_ends && !clock
}

/// Whether a month may stand without a day and a year.
fn month_alone(view: &View, at: usize, month: Month, next: usize) -> bool {
    if view.case(at) == Some(Case::Lower) && view.text(at).len() <= 3
        || view.glued_right(at) && view.skip_dot(at + 1) == at + 1 && !view.symbol(at + 1, '-')
    {
        return false;
    }
    let led = view.after_any(
        at,
        &[
            "in", "since", "until", "by", "of", "from", "during", "between", "to", "through", "for", "before", "after",
            "late", "early", "mid", "that", "this", "last", "next", "till", "around", "about",
        ],
    ) || view.after_any(at, &["and", "or"]) && !matches!(view.case(next), Some(Case::Capital));
    if month.doubtful {
        let place = view.case(at) == Some(Case::Capital);
        let followed_by_verb = view.case(next) == Some(Case::Lower)
            && view.meaning(&view.lexicon.function_words, next).is_none()
            && view.says(at, "may");
        return place && led && !followed_by_verb && !view.after_any(at, &["that", "and", "this"]);
    }
    // "Jan" and "April" are names too: what is not led by a word of time must at least not be followed by a name.
    led || view.text(at).len() > 3
        && !matches!(view.case(next), Some(Case::Capital))
        && !view.after_any(at, &["mr", "mrs", "ms"])
        && view.case(at.wrapping_sub(1)) != Some(Case::Capital)
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
    basic_iso(view, at).or_else(|| year_alone(view, at))
}

/// "20211004": followed by T and a clock, or led by a word of time.
fn basic_iso(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let number = view
        .number(at)
        .filter(|n| n.digits == 8 && n.fraction().is_none() && !n.grouped)?;
    let (year, month, day) = (
        (number.whole / 10_000) as i32,
        (number.whole / 100 % 100) as u8,
        (number.whole % 100) as u8,
    );
    let plausible = (1900..2100).contains(&year) && Date::new(year, month, day).is_some();
    let free = !view.glued_left(at) && (!view.glued_right(at) || view.says_any(at + 1, &["t"]));
    (plausible && free).then_some((
        CalendarDate {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..CalendarDate::default()
        },
        at + 1,
    ))
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
    let (month, after) = month(view, here)?;
    if month.doubtful && view.case(here) == Some(Case::Lower) && !view.touches(here) {
        return None;
    }
    // "14 March Road"
    if view.case(after) == Some(Case::Capital) && view.says_any(after, STREETS) {
        return None;
    }
    let date = CalendarDate {
        month: Some(month.number),
        day: Some(day),
        ..CalendarDate::default()
    };
    with_year(view, date, after)
}
