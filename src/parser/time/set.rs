//! Times that come again: every Monday, each morning, twice a day, weekly.
//!
//! One would get wrong that they date nothing: a timeline leaves them out, TIMEX3 has them as SET.

use super::expression::{CalendarDate, Count, Day, Expression, Length, PartOfDay, Point, Quantifier, Set, SetOf};
use super::family::Family;
use super::view::View;
use super::{clock, date, length, weekday};
use crate::article::token::{Case, Kind};
use crate::lexicon::holiday::Holiday;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Weekday;
use crate::normaliser::value::Part;

/// This family.
pub const FAMILY: Family = Family {
    name: "sets",
    what: "every Monday, each morning, every two hours, daily, twice a day, 24 hours a day, weekdays",
    found: &[
        ("It runs [every Monday].", "XXXX-WXX-1"),
        ("It runs [every Monday morning].", "XXXX-WXX-1TMO"),
        ("It runs [each morning].", "XXXX-XX-XXTMO"),
        ("It runs [every Monday at 6 in the morning].", "XXXX-WXX-1T06:00"),
        ("It runs [every two hours].", "PT2H"),
        ("It runs [every other week].", "P2W"),
        ("It runs [daily].", "P1D"),
        ("It runs [monthly].", "P1M"),
        ("It plays [nightly].", "XXXX-XX-XXTNI"),
        ("It pays [semiannually].", "P6M"),
        ("It runs [every second Tuesday].", "XXXX-WXX-2"),
        ("It runs [daily] at [02:00].", "P1D XXXX-XX-XXT02:00"),
        ("It restarts [twice a day].", "P1D"),
        ("The line is open [24 hours a day].", "P1D"),
        ("It takes 4,000 calls [a minute].", "PT1M"),
        ("It is closed on [weekends].", "XXXX-WXX-WE"),
        ("It is open on [weekdays].", "XXXX-WXX-WD"),
        ("It is closed on [Sundays].", "XXXX-WXX-7"),
        ("It is checked [every October].", "XXXX-10"),
        ("It is checked [three times a week].", "P1W"),
        ("It is checked [once a year].", "P1Y"),
        ("It is tested on [the second Sunday of every month].", "P1M"),
        ("It is tested on [the 15th of each month].", "P1M"),
    ],
    never: &[
        "Every engineer knew.",
        "The Daily Planet said so.",
        "Each team was paged.",
        "It costs £9 a month.",
    ],
};

/// A set at a position, where a count may have been read; with the position after it.
pub fn set(view: &View, at: usize, count: Option<(Count, usize)>) -> Option<(Expression, usize)> {
    quantified(view, at)
        .or_else(|| nth_of_each(view, at))
        .or_else(|| rate(view, at, count))
        .or_else(|| each_of_a_rate(view, at))
        .or_else(|| plural_weekday(view, at))
        .or_else(|| plural_stretch(view, at))
        .or_else(|| frequency(view, at))
        .map(|(set, next)| (Expression::Set(set), next))
}

/// "every Monday", "each further six hours", "every other week", "every first Monday of the month"
fn quantified(view: &View, at: usize) -> Option<(Set, usize)> {
    let quantifier = if view.says(at, "every") {
        Quantifier::Every
    } else if view.says(at, "each") {
        Quantifier::Each
    } else {
        return None;
    };
    if view.glued_left(at) {
        return None;
    }
    let other = view.says(at + 1, "other");
    let skips = other || view.says_any(at + 1, &["single", "further", "additional", "extra", "new", "passing"]);
    let next = if skips { at + 2 } else { at + 1 };
    let set = |what| Set {
        what,
        quantifier: Some(quantifier),
        frequency: None,
    };
    // "every second Tuesday"
    if view.lexicon.ordinals.begins(view.word(next))
        && let Some((point, end)) = repeated(view, next + 1).filter(|(point, _)| point.day.is_some())
    {
        return Some((set(SetOf::Point(point)), end));
    }
    if let Some((length, end)) = length::length(view, next) {
        return Some((set(SetOf::Length(length)), end));
    }
    // "every Monday morning", "every weekday at 9 a.m.", "every October", "every Christmas", "every morning"
    if !other && let Some((point, end)) = repeated(view, next) {
        return Some((set(SetOf::Point(point)), end));
    }
    if view.says_any(next, &["weekday", "workday"]) {
        return Some((set(SetOf::Workdays), next + 1));
    }
    // "every third week", "every second Tuesday"
    if let Some(nth) = view.meaning(&view.lexicon.ordinals, next).filter(|n| *n > 1)
        && let Some(unit) = view.meaning(&view.lexicon.units, next + 1)
    {
        return Some((
            set(SetOf::Length(Length::of(Count::Exact(f64::from(nth)), unit))),
            next + 2,
        ));
    }
    let unit = view.meaning(&view.lexicon.units, next)?;
    let times = if other { 2.0 } else { 1.0 };
    (!view.text(next).ends_with('s') && !view.glued_right(next))
        .then(|| (set(SetOf::Length(Length::of(Count::Exact(times), unit))), next + 1))
}

/// "the second Sunday of every month", "the 15th of each month"
fn nth_of_each(view: &View, at: usize) -> Option<(Set, usize)> {
    let the = view.says(at, "the");
    let nth = at + usize::from(the);
    let counts = view.lexicon.ordinals.begins(view.word(nth)) || view.says(nth, "last");
    let weekday = weekday::weekday_word(view, nth + 1).is_some();
    let day = date::day_of_month(view, nth).filter(|_| the && !weekday);
    let of = match day {
        Some((_, next)) => next,
        None if counts && weekday => nth + 2,
        None => return None,
    };
    let quantifier = match view.says(of, "of") {
        true if view.says(of + 1, "every") => Quantifier::Every,
        true if view.says(of + 1, "each") => Quantifier::Each,
        _ => return None,
    };
    let unit = view
        .meaning(&view.lexicon.units, of + 2)
        .filter(|unit| *unit >= Unit::Month)?;
    let set = Set {
        what: SetOf::Length(Length::of(Count::Exact(1.0), unit)),
        quantifier: Some(quantifier),
        frequency: None,
    };
    Some((set, of + 3))
}

/// The day, month, season or part of a day that "every" repeats.
fn repeated(view: &View, at: usize) -> Option<(Point, usize)> {
    let mut point = Point::default();
    let mut next = at;
    if let Some(word) = weekday::weekday_word(view, at) {
        point.day = Some(Day::Weekday {
            weekday: Weekday::from_iso(word.iso)?,
            picker: None,
        });
        next = at + 1;
    } else if let Some(month) = view
        .meaning(&view.lexicon.months, at)
        .filter(|_| view.case(at) != Some(Case::Lower))
    {
        point.day = Some(Day::Date(CalendarDate {
            month: Some(month.number),
            ..CalendarDate::default()
        }));
        return Some((point, at + 1));
    } else if let Some(season) = view.meaning(&view.lexicon.seasons, at) {
        point.day = Some(Day::Season {
            season,
            year: None,
            picker: None,
        });
        return Some((point, at + 1));
    } else if view.says(at, "weekend") {
        point.day = Some(Day::Weekend(Picker::This));
        return Some((point, at + 1));
    } else if let Some((Holiday::Fixed(month, day), end)) = view.phrase(&view.lexicon.holidays, at) {
        point.day = Some(Day::Date(CalendarDate {
            month: Some(month),
            day: Some(day),
            ..CalendarDate::default()
        }));
        return Some((point, end));
    }
    if let Some((part, end)) = view.phrase(&view.lexicon.parts, next) {
        point.part = Some(PartOfDay {
            part: part.part,
            edge: part.edge,
        });
        next = end;
    }
    let clock_at = if view.says(next, "at") { next + 1 } else { next };
    if next > at
        && let Some((clock, end)) = clock::clock(view, clock_at)
    {
        point.clock = Some(clock);
        // "at 6 in the morning"
        let part = view.phrase(&view.lexicon.parts, end + 2);
        let part = part.filter(|_| view.says(end, "in") && view.says(end + 1, "the"));
        next = part.map_or(end, |(_, behind)| behind);
    }
    (next > at).then_some((point, next))
}

/// The "a minute" of "4,000 calls a minute", "per day"; not of a price.
fn each_of_a_rate(view: &View, at: usize) -> Option<(Set, usize)> {
    let per = view.says(at, "per");
    if !per && !view.says_any(at, &["a", "an"]) || view.glued_left(at) {
        return None;
    }
    let unit = view.meaning(&view.lexicon.units, at + 1).filter(|u| {
        matches!(
            u,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Night
        )
    })?;
    if view.text(at + 1).ends_with('s') || view.glued_right(at + 1) {
        return None;
    }
    let floor = view.start().max(at.saturating_sub(6));
    let priced = (floor..at).any(|i| view.symbol_any(i, &['$', '£', '€', '¥', '₹']))
        || (floor..at).any(|i| {
            matches!(view.kind(i), Some(Kind::Code)) && view.text(i).starts_with('$')
                || view.says_any(
                    i,
                    &[
                        "cents", "pence", "dollars", "pounds", "euros", "rupees", "cent", "rand", "yen",
                    ],
                )
        });
    let counted = (view.start().max(at.saturating_sub(4))..at).any(|i| {
        view.number(i).is_some_and(|n| n.digits != 4 || n.fraction().is_some())
            || view.meaning(&view.lexicon.cardinals, i).is_some()
    }) || (view.start().max(at.saturating_sub(4))..at).any(|i| {
        view.says_any(
            i,
            &[
                "hundreds",
                "thousands",
                "millions",
                "billions",
                "dozens",
                "many",
                "times",
            ],
        )
    });
    let noun = view.before(at).is_some_and(|b| {
        view.case(b) == Some(Case::Lower)
            && view.meaning(&view.lexicon.function_words, b).is_none()
            && view.meaning(&view.lexicon.units, b).is_none()
            && (view.text(b).ends_with('s') || view.says_any(b, &["people"]))
            || matches!(view.kind(b), Some(Kind::Number(_)))
            || view.says_any(b, &["million", "billion", "thousand", "hundred"])
    });
    (!priced && (noun && counted || per && !view.says(at.wrapping_sub(1), "as") && counted)).then(|| {
        (
            Set {
                what: SetOf::Length(Length::of(Count::Exact(1.0), unit)),
                quantifier: Some(Quantifier::Each),
                frequency: None,
            },
            at + 2,
        )
    })
}

/// "weekdays", "weekends", "these weekends", "mornings", "school days"
fn plural_stretch(view: &View, at: usize) -> Option<(Set, usize)> {
    let here = if view.says_any(at, &["these", "those"]) {
        at + 1
    } else {
        at
    };
    if view.glued_left(at) {
        return None;
    }
    let set = |what| Set {
        what,
        quantifier: None,
        frequency: None,
    };
    if view.says_any(here, &["weekdays", "workdays"]) {
        return Some((set(SetOf::Workdays), here + 1));
    }
    if view.says_any(here, &["school", "business", "working"]) && view.says(here + 1, "days") {
        let counted = view.number(here.wrapping_sub(1)).is_some()
            || view.before(here).is_some_and(|b| {
                view.meaning(&view.lexicon.cardinals, b).is_some() || view.lexicon.vague_counts.begins(view.word(b))
            });
        return (!counted).then(|| (set(SetOf::Point(Point::default())), here + 2));
    }
    let after_count = view.number(here.wrapping_sub(1)).is_some()
        || view.before(here).is_some_and(|b| {
            view.meaning(&view.lexicon.cardinals, b).is_some()
                || view.says_any(
                    b,
                    &[
                        "few",
                        "several",
                        "many",
                        "more",
                        "couple",
                        "of",
                        "some",
                        "sleepless",
                        "the",
                        "good",
                    ],
                )
        });
    if view.says(here, "weekends") && !after_count {
        let point = Point {
            day: Some(Day::Weekend(Picker::This)),
            ..Point::default()
        };
        return Some((set(SetOf::Point(point)), here + 1));
    }
    let plural = view.says_any(here, &["mornings", "afternoons", "evenings", "nights"]);
    let led = here > at || view.after_any(at, &["in", "most", "on", "and", "during", "work", "works", "weekday"]);
    let part = view.meaning(&view.lexicon.parts, here)?;
    (plural && led && !after_count).then(|| {
        (
            set(SetOf::Point(Point {
                part: Some(PartOfDay {
                    part: part.part,
                    edge: None,
                }),
                ..Point::default()
            })),
            here + 1,
        )
    })
}

/// "twice a day", "24 hours a day", "three times a week"
fn rate(view: &View, at: usize, count: Option<(Count, usize)>) -> Option<(Set, usize)> {
    let (times, unit, next) = if view.says_any(at, &["once", "twice"]) {
        (if view.says(at, "once") { 1.0 } else { 2.0 }, None, at + 1)
    } else {
        let (count, next) = count?;
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
    // "Was off for 20 hours a week ago"
    let laid_off = view.says_any(next + 2, &["ago", "earlier", "before", "later", "after"]);
    if unit.is_some_and(|u| u >= each) || each < Unit::Hour || laid_off {
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
        day: Some(Day::Weekday {
            weekday: Weekday::from_iso(word.iso)?,
            picker: None,
        }),
        ..Point::default()
    };
    let mut point = point;
    let mut next = at + 1;
    if let Some((part, end)) = view.phrase(&view.lexicon.parts, next) {
        point.part = Some(PartOfDay {
            part: part.part,
            edge: None,
        });
        next = end;
    }
    Some((
        Set {
            what: SetOf::Point(point),
            quantifier: None,
            frequency: None,
        },
        next,
    ))
}

/// "daily", "weekly"
fn frequency(view: &View, at: usize) -> Option<(Set, usize)> {
    let (times, unit) = view.meaning(&view.lexicon.frequencies, at)?;
    let name = matches!(view.case(at), Some(Case::Capital | Case::Upper))
        && matches!(view.kind(at + 1), Some(Kind::Word { case, .. }) if case != Case::Lower);
    let named = view.case(at) != Some(Case::Lower) && at > view.start();
    (!view.glued_left(at) && !view.glued_right(at) && !name && !named).then(|| {
        (
            Set {
                what: match unit {
                    Unit::Night => SetOf::Point(Point {
                        part: Some(PartOfDay {
                            part: Part::Night,
                            edge: None,
                        }),
                        ..Point::default()
                    }),
                    _ => SetOf::Length(Length::of(Count::Exact(times), unit)),
                },
                quantifier: None,
                frequency: None,
            },
            at + 1,
        )
    })
}
