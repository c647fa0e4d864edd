//! Dates in figures: 2021-10-04, 10/4/2021, 25.12.2020, 20211004, 11/17.
//!
//! One would get wrong that "9/11" and "24/7" are names, "2021.3.1" a version, and which of two small figures is the day:
//! that the writing decides, so the order stays open here.

use super::clock::meridiem;
use super::expression::CalendarDate;
use super::month::{month, with_year};
use super::view::View;
use super::year::full_year;
use crate::article::token::{DateFigures, Kind};
use crate::normaliser::calendar::Date;

pub(super) fn figured(view: &View, at: usize, figures: DateFigures) -> Option<(CalendarDate, usize)> {
    // "Fri.27.2.26": with two digits for the year a dotted date only stands behind a weekday.
    let behind_weekday = figures.separator == b'.' && figures.digits[2] == 2 && figures.digits[0] <= 2;
    // "mail-1,2021-10-04T15:26Z,2021-10-04T16:10Z,…": a comma parts the fields of a table, as no number's does that whole.
    let iso = figures.separator == b'-' && figures.digits == [4, 2, 2];
    if view.glued_left(at) && !behind_weekday && !(iso && view.symbol(at - 1, ',')) {
        return None;
    }
    let (a, b, c) = (figures.first, figures.second, figures.third);
    // "7/8 January 2015": a night, by both its days.
    if figures.separator == b'/'
        && c.is_none()
        && b == a + 1
        && let Some((month, next)) = month(view, at + 1)
    {
        return with_year(view, CalendarDate::of(month.number, a as u8), next);
    }
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
    let night = figures.separator == b'-' && view.symbol(at + 1, '/') && !view.glued_right(at + 2);
    let goes_on = night
        || matches!(view.kind(at + 1), Some(Kind::Clock(_)))
        || view.symbol_any(at + 1, &['-', '–', ':'])
        || iso && view.symbol(at + 1, ',');
    if view.glued_right(at) && !goes_on {
        return None;
    }
    Some((date, at + 1))
}

/// Whether "11/17" is a date: a clock, a weekday or "on" beside it. "9/11" and "24/7" are names.
pub(super) fn short_date_stands(view: &View, at: usize, a: u16, b: u16) -> bool {
    let behind = if view.symbol(at + 1, ',') { at + 2 } else { at + 1 };
    let clock_next = matches!(view.kind(behind), Some(Kind::Clock(_)))
        || view
            .number(at + 1)
            .is_some_and(|n| n.digits == 4 && n.whole < 2400 && n.whole % 100 < 60 && !view.touches(at + 1));
    let weekday = view
        .before(at)
        .is_some_and(|b| view.lexicon.weekdays.begins(view.word(b)))
        || (view.symbol(at + 1, '(') && view.lexicon.weekdays.begins(view.word(at + 2)));
    let led = view.after_any(at, &["on", "since", "until", "by", "from", "to", "for", "through"])
        && (a, b) != (9, 11)
        && (a, b) != (24, 7)
        && !is_share(view, at, a, b);
    let at_clock = view.says(at + 1, "at") && matches!(view.kind(at + 2), Some(Kind::Clock(_) | Kind::Number(_)));
    let opens = at == view.start() && view.symbol_any(at + 1, &[':', '–', '-', '—', '(']);
    // "14/02", on a line of its own above the clocks of that day.
    let alone = at == view.start() && at + 1 == view.end() && in_two_figures(view, at);
    clock_next || weekday || led || at_clock || opens || alone || behind_clock(view, at, a, b)
}

fn in_two_figures(view: &View, at: usize) -> bool {
    matches!(view.kind(at), Some(Kind::Date(figures)) if figures.digits[..2] == [2, 2])
}

/// "Found at 18:55 01/12", "3:47am 02/12": a clock and its day, and no share of what is counted.
fn behind_clock(view: &View, at: usize, a: u16, b: u16) -> bool {
    let Some(before) = view.before(at) else { return false };
    let half = usize::from(meridiem(view, before).is_some());
    let clock = matches!(view.kind(before.wrapping_sub(half)), Some(Kind::Clock(_)));
    let shares = is_share(view, at, a, b) || view.is_free_word(at + 1) && view.text(at + 1).ends_with('s');
    clock && in_two_figures(view, at) && !shares && !view.touches(at) && !view.says(at + 1, "of")
}

/// "Rolled out to 12/12 nodes": so many of so many.
fn is_share(view: &View, at: usize, a: u16, b: u16) -> bool {
    let things = view.is_free_word(at + 1) && view.text(at + 1).ends_with('s');
    a <= b && things && view.after_any(at, &["to", "for", "from", "by"])
}

pub(super) fn weekday_figures(at: usize, figures: DateFigures) -> Option<(CalendarDate, usize)> {
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

/// "Wed 16.8.": a day and a month behind a weekday, each with its dot.
pub(super) fn dotted_day(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let number = view.number(at).filter(|n| n.digits <= 2 && !n.grouped)?;
    let (month, places) = number.fraction()?;
    let stands = (1..=31).contains(&number.whole) && (1..=12).contains(&month) && places <= 2;
    let dotted = view.symbol(at + 1, '.') && view.touches(at + 1);
    (stands && dotted).then(|| (CalendarDate::of(month as u8, number.whole as u8), at + 2))
}

/// "22.9. 14:05", "on 22.9. at 14:05": without a weekday a clock behind it tells the day from a figure that ends a sentence.
pub(super) fn dotted_day_of_clock(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (date, next) = dotted_day(view, at)?;
    let clock = view.skip(next + usize::from(view.says(next, "at")), ',');
    matches!(view.kind(clock), Some(Kind::Clock(_))).then_some((date, next))
}

/// "20211004": followed by T and a clock, or led by a word of time.
pub(super) fn basic_iso(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let number = view
        .number(at)
        .filter(|n| n.digits == 8 && n.fraction().is_none() && !n.grouped)?;
    let (year, month, day) = (
        (number.whole / 10_000) as i32,
        (number.whole / 100 % 100) as u8,
        (number.whole % 100) as u8,
    );
    let plausible = (1900..2100).contains(&year) && Date::new(year, month, day).is_some();
    // "Incidents/20211004-login": a page's name begins with its date.
    let names_page = view.touches(at + 1)
        && view.symbol(at + 1, '-')
        && view.touches(at + 2)
        && matches!(view.kind(at + 2), Some(Kind::Word { .. }));
    let free_left = !view.glued_left(at) || names_page && view.symbol(at - 1, '/');
    let free_right = !view.glued_right(at) || names_page || view.says_any(at + 1, &["t"]);
    (plausible && free_left && free_right).then_some((
        CalendarDate {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..CalendarDate::default()
        },
        at + 1,
    ))
}
