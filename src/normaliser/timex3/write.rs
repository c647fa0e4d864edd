//! Values as TIMEX3 spells them: lengths, sets, and the calendar without offsets.
//!
//! One would get wrong that a length keeps its unit (90 minutes is no hour and a half), and that half of a unit is
//! told in the next one down.

use std::fmt::Write;

use crate::lexicon::hedge::Hedge;
use crate::lexicon::number::VagueCount;
use crate::lexicon::time::Edge;
use crate::lexicon::unit::Unit;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::parser::time::expression::{Count, Day, Length, Point, Quantifier, Set, SetOf};

use super::Kind;

/// DATE or TIME, by how fine a value is.
pub fn kind_of(value: &Value) -> Kind {
    if value.granularity <= Granularity::PartOfDay {
        Kind::Time
    } else {
        Kind::Date
    }
}

/// A value of the calendar, local; years before Christ as `BC0480`.
pub fn local(value: &Value) -> String {
    let value = super::without_offset(value);
    let year = value.wall.date().year();
    if year > 0 || value.known != Known::Date {
        let mut out = String::with_capacity("2021-10-04T11:40".len());
        write!(out, "{value}").expect("a String takes what is written to it");
        return out;
    }
    // What stands behind the year is the same as in a year after Christ; the astronomers' 0 is 1 BC.
    let year = 1 - year;
    match value.granularity {
        Granularity::Century => format!("BC{:02}", (year - 1) / 100),
        Granularity::Decade => format!("BC{:03}", year / 10),
        Granularity::Week | Granularity::Weekend => format!("BC{year:04}"),
        _ => {
            let text = value.to_string();
            let astronomical = format!("{:04}", 1 - year).len();
            let rest = text.get(astronomical..).unwrap_or_default();
            format!("BC{year:04}{rest}")
        }
    }
}

/// `PT3H42M`, `P1Y6M`, `PXD`.
pub fn length(length: &Length) -> String {
    let mut out = "P".to_owned();
    let mut clock = String::new();
    for (count, unit) in length.terms() {
        term(count, unit, &mut out, &mut clock);
    }
    if !clock.is_empty() {
        out.push('T');
        out.push_str(&clock);
    }
    out
}

/// The letters of a unit, and whether it stands behind the `T`.
fn letters(unit: Unit) -> (&'static str, bool) {
    match unit {
        Unit::Millisecond | Unit::Second => ("S", true),
        Unit::Minute => ("M", true),
        Unit::Hour => ("H", true),
        Unit::Day | Unit::Night => ("D", false),
        Unit::Weekend => ("WE", false),
        Unit::Week | Unit::Fortnight => ("W", false),
        Unit::Month => ("M", false),
        Unit::Quarter => ("Q", false),
        Unit::Year => ("Y", false),
        Unit::Decade => ("DE", false),
        Unit::Century => ("CE", false),
    }
}

/// The unit in which a fraction of a unit is told, and how many of it make the whole.
fn next_down(unit: Unit) -> Option<(Unit, f64)> {
    match unit {
        Unit::Minute => Some((Unit::Second, 60.0)),
        Unit::Hour => Some((Unit::Minute, 60.0)),
        Unit::Day => Some((Unit::Hour, 24.0)),
        Unit::Year => Some((Unit::Month, 12.0)),
        Unit::Decade => Some((Unit::Year, 10.0)),
        Unit::Century => Some((Unit::Year, 100.0)),
        _ => None,
    }
}

fn term(count: Count, unit: Unit, date: &mut String, clock: &mut String) {
    let (code, timed) = letters(unit);
    let exact = match count {
        Count::Vague(VagueCount::Couple) => Some(2.0),
        Count::Vague(_) => None,
        Count::Exact(n) => Some(n),
    };
    let out = if timed { &mut *clock } else { &mut *date };
    let Some(mut n) = exact else {
        out.push('X');
        out.push_str(code);
        return;
    };
    if unit == Unit::Fortnight {
        n *= 2.0;
    } else if unit == Unit::Millisecond {
        n /= 1000.0;
    }
    let part = n.fract();
    // A decade and a half is fifteen years.
    if part > 0.0
        && let (Unit::Decade | Unit::Century, Some((finer, per))) = (unit, next_down(unit))
    {
        number((n * per).round(), letters(finer).0, out);
        return;
    }
    if part > 0.0
        && let Some((finer, per)) = next_down(unit)
        && ((part * per) - (part * per).round()).abs() < 0.02
    {
        if n.trunc() > 0.0 {
            number(n.trunc(), code, out);
        }
        let (code, timed) = letters(finer);
        number((part * per).round(), code, if timed { clock } else { date });
        return;
    }
    number(n, code, out);
}

fn number(n: f64, code: &str, out: &mut String) {
    let rounded = (n * 1000.0).round() / 1000.0;
    // Nearly all are whole, and a fraction takes ten times as long to write.
    match rounded as u32 {
        whole if f64::from(whole) == rounded => write!(out, "{whole}{code}"),
        _ => write!(out, "{rounded}{code}"),
    }
    .expect("a String takes what is written to it");
}

/// The value of what comes again, and how often in each.
pub fn set(set: &Set) -> (String, Option<String>) {
    let value = match &set.what {
        SetOf::Length(each) => length(each),
        SetOf::Point(point) => again(point),
        SetOf::Workdays => "XXXX-WXX-WD".to_owned(),
    };
    let freq = set.frequency.map(|(times, unit)| {
        let code = unit.map_or("X", |unit| letters(unit).0);
        format!("{times}{code}")
    });
    (value, freq)
}

/// A point that comes again: `XXXX-WXX-1TMO`, `XXXX-10`.
fn again(point: &Point) -> String {
    let mut out = match point.day {
        Some(Day::Weekday { weekday, .. }) => format!("XXXX-WXX-{}", weekday.iso()),
        Some(Day::Weekend(_)) => "XXXX-WXX-WE".to_owned(),
        Some(Day::Season { season, .. }) => format!("XXXX-{}", season.code()),
        Some(Day::Quarter { quarter, .. }) => format!("XXXX-Q{quarter}"),
        Some(Day::Date(date)) => match (date.month, date.day) {
            (Some(month), Some(day)) => format!("XXXX-{month:02}-{day:02}"),
            (Some(month), None) => format!("XXXX-{month:02}"),
            (None, Some(day)) => format!("XXXX-XX-{day:02}"),
            (None, None) => "XXXX".to_owned(),
        },
        _ => "XXXX-XX-XX".to_owned(),
    };
    if let Some(clock) = point.clock {
        let seconds = crate::normaliser::clock::hour_as_said(&clock);
        write!(out, "T{seconds:02}:{:02}", clock.minute).expect("a String takes what is written to it");
    } else if let Some(part) = point.part {
        out.push('T');
        out.push_str(part.part.code());
    }
    out
}

/// EVERY, EACH.
pub fn quant(quantifier: Quantifier) -> &'static str {
    match quantifier {
        Quantifier::Every => "EVERY",
        Quantifier::Each => "EACH",
    }
}

/// What a hedge is called on a length.
pub fn length_mod(hedge: Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::About | Hedge::ShortlyBefore | Hedge::ShortlyAfter => Some("APPROX"),
        Hedge::Nearly => Some("LESS_THAN"),
        Hedge::MoreThan => Some("MORE_THAN"),
        Hedge::AtLeast => Some("EQUAL_OR_MORE"),
        Hedge::AtMost => Some("EQUAL_OR_LESS"),
        Hedge::Exactly => None,
    }
}

/// What a hedge is called on a point: further back or nearer than the value.
pub fn point_mod(hedge: Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::About | Hedge::ShortlyBefore | Hedge::ShortlyAfter => Some("APPROX"),
        Hedge::Nearly => Some("BEFORE"),
        Hedge::MoreThan => Some("AFTER"),
        Hedge::AtLeast => Some("ON_OR_AFTER"),
        Hedge::AtMost => Some("ON_OR_BEFORE"),
        Hedge::Exactly => None,
    }
}

/// What an edge is called; the small hours are a morning without one.
pub fn edge_mod(edge: Edge) -> Option<&'static str> {
    match edge {
        Edge::Early => Some("START"),
        Edge::Mid => Some("MID"),
        Edge::Late => Some("END"),
        Edge::Small | Edge::Earlier | Edge::Later => None,
    }
}

/// `TMO` on a day.
pub fn part_of(day: &Value, part: Part) -> Value {
    Value {
        granularity: Granularity::PartOfDay,
        part: Some(part),
        ..*day
    }
}
