//! Times that come again: every Monday, each morning, twice a day, weekly.
//!
//! One would get wrong that they date nothing: a timeline leaves them out, TIMEX3 has them as SET.

use super::expression::{Count, Expression, Length, Point, Quantifier, Set, SetOf};
use super::family::Family;
use super::view::View;
use super::{day, length, part};
use crate::article::token::Kind;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Weekday;

/// This family.
pub const FAMILY: Family = Family {
    name: "sets",
    what: "every Monday, each morning, every two hours, daily, twice a day, 24 hours a day, weekdays",
    found: &[
        ("It runs [every Monday].", "XXXX-WXX-1"),
        ("It runs [each morning].", "XXXX-XX-XXTMO"),
        ("It runs [every two hours].", "PT2H"),
        ("It runs [daily].", "P1D"),
        ("It restarts [twice a day].", "P1D"),
        ("The line is open [24 hours a day].", "P1D"),
    ],
    never: &["Every engineer knew.", "A daily newspaper's name is the Daily Planet."],
};

/// A set at a position; with the position after it.
pub fn set(view: &View, at: usize) -> Option<(Expression, usize)> {
    quantified(view, at)
        .or_else(|| rate(view, at))
        .or_else(|| plural_weekday(view, at))
        .or_else(|| frequency(view, at))
        .map(|(set, next)| (Expression::Set(set), next))
}

fn quantified(view: &View, at: usize) -> Option<(Set, usize)> {
    let quantifier = if view.says(at, "every") {
        Quantifier::Every
    } else if view.says(at, "each") {
        Quantifier::Each
    } else {
        return None;
    };
    let next = if view.says_any(at + 1, &["other", "single"]) {
        at + 2
    } else {
        at + 1
    };
    let set = |what| Set {
        what,
        quantifier: Some(quantifier),
        frequency: None,
    };
    if let Some((length, end)) = length::length(view, next) {
        return Some((set(SetOf::Length(length)), end));
    }
    if let Some(word) = day::weekday_word(view, next) {
        let weekday = Weekday::from_iso(word.iso)?;
        let mut point = Point {
            day: Some(super::expression::Day::Weekday { weekday, picker: None }),
            ..Point::default()
        };
        if let Some((part, end)) = part::part(view, next + 1, true) {
            point.part = Some(part);
            return Some((set(SetOf::Point(point)), end));
        }
        return Some((set(SetOf::Point(point)), next + 1));
    }
    if let Some((part, end)) = view.phrase(&view.lexicon.parts, next) {
        let point = Point {
            part: Some(super::expression::PartOfDay {
                part: part.part,
                edge: part.edge,
            }),
            ..Point::default()
        };
        return Some((set(SetOf::Point(point)), end));
    }
    let unit = view.meaning(&view.lexicon.units, next)?;
    Some((
        set(SetOf::Length(Length::of(
            Count::Exact(if next == at + 2 && view.says(at + 1, "other") {
                2.0
            } else {
                1.0
            }),
            unit,
        ))),
        next + 1,
    ))
}

/// "twice a day", "24 hours a day", "three times a week"
fn rate(view: &View, at: usize) -> Option<(Set, usize)> {
    let (times, unit, next) = if view.says_any(at, &["once", "twice"]) {
        (if view.says(at, "once") { 1.0 } else { 2.0 }, None, at + 1)
    } else {
        let (count, next) = super::number::count(view, at)?;
        let Count::Exact(times) = count else { return None };
        if view.says(next, "times") {
            (times, None, next + 1)
        } else {
            (times, Some(view.meaning(&view.lexicon.units, next)?), next + 1)
        }
    };
    if !view.says_any(next, &["a", "an", "per", "each", "every"]) {
        return None;
    }
    let each = view
        .meaning(&view.lexicon.units, next + 1)
        .filter(|_| !view.text(next + 1).ends_with('s'))?;
    if unit.is_some_and(|u| u >= each) || each < Unit::Hour {
        return None;
    }
    Some((
        Set {
            what: SetOf::Length(Length::of(Count::Exact(1.0), each)),
            quantifier: None,
            frequency: Some((times, unit)),
        },
        next + 2,
    ))
}

/// "Mondays", "Saturdays"
fn plural_weekday(view: &View, at: usize) -> Option<(Set, usize)> {
    let word = view.meaning(&view.lexicon.weekdays, at).filter(|w| w.plural)?;
    let point = Point {
        day: Some(super::expression::Day::Weekday {
            weekday: Weekday::from_iso(word.iso)?,
            picker: None,
        }),
        ..Point::default()
    };
    Some((
        Set {
            what: SetOf::Point(point),
            quantifier: None,
            frequency: None,
        },
        at + 1,
    ))
}

/// "daily", "weekly"
fn frequency(view: &View, at: usize) -> Option<(Set, usize)> {
    let unit = view.meaning(&view.lexicon.frequencies, at)?;
    let name = matches!(
        view.case(at),
        Some(crate::article::token::Case::Capital | crate::article::token::Case::Upper)
    ) && matches!(view.kind(at + 1), Some(Kind::Word { case, .. }) if case != crate::article::token::Case::Lower);
    let named = view.case(at) != Some(crate::article::token::Case::Lower) && at > view.start();
    (!view.glued_left(at) && !view.glued_right(at) && !name && !named).then(|| {
        (
            Set {
                what: SetOf::Length(Length::of(Count::Exact(1.0), unit)),
                quantifier: None,
                frequency: None,
            },
            at + 1,
        )
    })
}
