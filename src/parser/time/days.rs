//! Days of a list or a range that share a month: "22 and 23 April", "Oct. 4-6".
//!
//! One would get wrong that "Oct. 4 and 6 engineers" has one day, and "Oct. 4 to 6 p.m." too.

use super::date::{counts_noun, day_first, day_of_month};
use super::expression::CalendarDate;
use super::month::with_year;
use super::view::View;
use crate::article::token::Case;

/// "22 and 23 April", "15, 16 and 17 May", "March 3-5" read from behind: the month stands with the last of them.
pub fn lent_month(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (day, end) = day_of_month(view, at)?;
    // "22.-24. September"
    let end = view.skip_dot(end);
    let mut next = joiner(view, end)?;
    for _ in 0..3 {
        if let Some((last, _)) = day_first(view, next) {
            let grows = last.day? > day;
            return grows.then_some((
                CalendarDate {
                    day: Some(day),
                    weekday: None,
                    ..last
                },
                end,
            ));
        }
        next = joiner(view, day_of_month(view, next)?.1)?;
    }
    None
}

/// The day behind the joint in "Oct. 4-6", "March 3rd to 5th", "July 1, 2 and 3".
pub fn lent_day(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (day, end) = day_of_month(view, at)?;
    let mut first = at;
    for _ in 0..3 {
        let before = joiner_before(view, first)?;
        let figure = if view.number(before).is_some() {
            before
        } else {
            before.checked_sub(1)?
        };
        view.number(figure)
            .filter(|n| n.digits <= 2 && n.whole < u64::from(day))?;
        let word = figure.checked_sub(1)?;
        let word = if view.symbol(word, '.') {
            word.checked_sub(1)?
        } else {
            word
        };
        if let Some(month) = view.meaning(&view.lexicon.months, word) {
            if month.doubtful && view.case(word) == Some(Case::Lower) || noun_behind(view, end) {
                return None;
            }
            return with_year(view, CalendarDate::of(month.number, day), end);
        }
        first = figure;
    }
    None
}

/// Whether what stands behind a figure makes it a count or a clock: "Oct. 4 and 6 engineers", "Oct. 4 to 6 p.m."
fn noun_behind(view: &View, at: usize) -> bool {
    counts_noun(view, at)
        || view.lexicon.meridiems.begins(view.word(at))
        || view.symbol_any(at, &[':', '%']) && view.touches(at)
}

/// The position after what joins the days of a list.
fn joiner(view: &View, at: usize) -> Option<usize> {
    let at = if view.symbol(at, ',') && view.says_any(at + 1, &["and", "or"]) {
        at + 1
    } else {
        at
    };
    (view.symbol_any(at, &[',', '-', '–', '—', '/']) || view.says_any(at, &["and", "or", "to", "through"]))
        .then_some(at + 1)
}

/// The position before what joins the day at `at` to the one before it.
fn joiner_before(view: &View, at: usize) -> Option<usize> {
    let mark = at.checked_sub(1)?;
    let joins =
        view.symbol_any(mark, &[',', '-', '–', '—', '/']) || view.says_any(mark, &["and", "or", "to", "through"]);
    if !joins {
        return None;
    }
    let before = mark.checked_sub(1)?;
    if view.symbol(before, ',') {
        before.checked_sub(1)
    } else {
        Some(before)
    }
}
