//! Months by name, with the day and the year behind them.
//!
//! One would get wrong that "may", "march" and "august" are words, and "April" and "June" people: a month alone needs
//! what leads it, and its capital.

use super::date::{day_of_month, ordinal_day};
use super::expression::CalendarDate;
use super::view::View;
use super::year::year_behind;
use crate::article::token::{Case, Kind};
use crate::lexicon::time::{Month, Picker};

/// The month at a position, its dot skipped.
pub(super) fn month(view: &View, at: usize) -> Option<(Month, usize)> {
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

/// "October 4, 2021", "Oct. 4", "October 2021", "October"
pub(super) fn month_first(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
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
        // A day of one year only: the attacks of 2001.
        let attacks = (month.number, day) == (9, 11)
            && view.says_any(
                after,
                &["attack", "attacks", "terror", "terrorist", "hijackings", "hijackers"],
            );
        if attacks {
            date.year = Some(2001);
            return Some((date, after));
        }
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
    ) || view.after_any(at, &["and", "or"])
        && !matches!(view.case(next), Some(Case::Capital))
        && !named_with_another(view, at);
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

/// "Mieke and Jan": a short name beside another, and that no month's.
fn named_with_another(view: &View, at: usize) -> bool {
    let other = at.wrapping_sub(2);
    view.text(at).len() <= 3
        && view.case(other) == Some(Case::Capital)
        && !view.lexicon.months.begins(view.word(other))
        && !view.lexicon.weekdays.begins(view.word(other))
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
