//! Lengths laid off from a day that the words name: a week from Monday, two weeks from today, a year ago today.
//!
//! One would get wrong the British ones, which put the length behind: "Friday week" is the Friday after next Friday, and
//! "a week on Friday" is the same day; but "for a week on Friday" is a length and a day.

use super::expression::{Count, Day, Length, NamedDay};
use super::family::Family;
use super::view::View;
use super::weekday::weekday_word;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Weekday;

/// This family.
pub const FAMILY: Family = Family {
    name: "lengths from a named day",
    what: "a week from Monday, two weeks from today, a year ago today, a week on Friday, Friday week, a fortnight tomorrow",
    found: &[
        ("It will open [a week from Thursday].", "2021-10-14"),
        ("It will open [two weeks from today].", "2021-10-18"),
        ("It will open [a week on Friday].", "2021-10-15"),
        ("It will open on [Friday week].", "2021-10-15"),
        ("It will open [a week tomorrow].", "2021-10-12"),
        ("It will open [a fortnight on Saturday].", "2021-10-23"),
        ("It failed [a week ago Friday].", "2021-09-24"),
        ("It failed [a year ago today].", "2020-10-04"),
        ("It failed [ten years ago tomorrow].", "2011-10-05"),
    ],
    never: &[
        "It was late, and ago is no word here.",
        "The weak from every part came.",
        "She is weeks from done, she said, and left.",
    ],
};

/// The day that a length is laid off from by the words behind it; `next` is the position after the length.
pub fn apart(view: &View, at: usize, length: Length, next: usize) -> Option<(Day, usize)> {
    let (Count::Exact(count), unit) = one_term(&length)? else {
        return None;
    };
    if count.fract() != 0.0 || count > 1000.0 || unit < Unit::Day {
        return None;
    }
    let count = count as i32;
    let ago = view.says(next, "ago");
    let here = if ago || view.says_any(next, &["from", "on"]) {
        next + 1
    } else {
        next
    };
    let (from, end) = named_day(view, here)?;
    // "for a week on Friday" lasts, "a week on Friday" is a day.
    let british = view.says(next, "on") || here == next;
    let one = count == 1 && view.says_any(at, &["a", "one"]);
    let lasts = view.after_any(
        at,
        &[
            "for", "of", "in", "after", "within", "than", "about", "over", "lasted", "took",
        ],
    );
    if british && (!one || lasts || here == next && !matches!(from, NamedDay::Deictic(0..))) {
        return None;
    }
    // A month from Friday is no Friday.
    if matches!(from, NamedDay::Weekday(_)) && !matches!(unit, Unit::Week | Unit::Fortnight | Unit::Day) {
        return None;
    }
    Some((
        Day::Apart {
            from,
            count: if ago { -count } else { count },
            unit,
        },
        end,
    ))
}

/// "Friday week", "tomorrow fortnight": the length behind the day; with the position after it.
pub fn behind(view: &View, from: NamedDay, next: usize) -> Option<(Day, usize)> {
    let unit = view
        .meaning(&view.lexicon.units, next)
        .filter(|u| matches!(u, Unit::Week | Unit::Fortnight) && !view.text(next).ends_with('s'))?;
    if view.glued_right(next) || view.is_free_word(next + 1) {
        return None;
    }
    Some((Day::Apart { from, count: 1, unit }, next + 1))
}

fn one_term(length: &Length) -> Option<(Count, Unit)> {
    let mut terms = length.terms();
    terms.next().filter(|_| terms.next().is_none())
}

fn named_day(view: &View, at: usize) -> Option<(NamedDay, usize)> {
    if let Some(word) = weekday_word(view, at) {
        return Some((NamedDay::Weekday(Weekday::from_iso(word.iso)?), at + 1));
    }
    let deictic = view.meaning(&view.lexicon.deictics, at).filter(|d| d.part.is_none())?;
    Some((NamedDay::Deictic(deictic.days), at + 1))
}
