//! A value moved by a length.
//!
//! One would get wrong that it keeps its precision: a month after a minute is a month, and six hours after a day is
//! that day.

use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Instant, Zone};
use crate::normaliser::dated::{Dated, Window};
use crate::normaliser::document::Scale;
use crate::normaliser::value::{Granularity, Value};
use crate::parser::time::expression::{Count, Length};

/// A value moved by a length, cut to what the length's unit and the base leave known.
pub(super) fn moved_value(
    base: &Value,
    start: i64,
    zone: Option<Zone>,
    scale: Scale,
    length: &Length,
    seconds: i64,
) -> (Value, i64) {
    let unit = length.finest();
    let sign = if seconds < 0 { -1 } else { 1 };
    let mut value = *base;
    if unit.is_clock() {
        if base.granularity > Granularity::Minute {
            // A clock's length from a day, or a part of one, leaves the day; "24 hours" from a day are the next.
            let known_day = base.granularity <= Granularity::Day;
            value.granularity = if known_day { Granularity::Day } else { base.granularity };
            value.part = None;
            value.offset = None;
            let whole_days = known_day && seconds % 86_400 == 0;
            let by = match () {
                () if whole_days => seconds,
                () if base.granularity == Granularity::Day && seconds.abs() > DAY => from_noon(seconds),
                () => turned(base, seconds),
            };
            if known_day {
                value.wall = value.wall.date().midnight().plus(by);
            }
            return (value, start + by);
        }
        let at = start + seconds;
        value.wall = match (zone, scale) {
            (Some(zone), Scale::Utc) => {
                let at = Instant(at);
                value.offset = value.offset.map(|_| zone.offset_at(at));
                zone.wall_at(at)
            }
            _ => value.wall.plus(seconds),
        };
        if unit != Unit::Second && base.granularity == Granularity::Minute || unit == Unit::Hour {
            value.granularity = base.granularity;
        }
        return (value, at);
    }
    let date = value.wall.date();
    let count: f64 = length.terms().next().map_or(1.0, |(count, _)| match count {
        Count::Exact(n) => n,
        Count::Vague(_) => (seconds.abs() as f64 / unit.seconds()).round(),
    });
    let whole = count.round() as i64 * sign;
    let months = |n: i64| date.plus_months(n.clamp(-120_000, 120_000) as i32);
    let first = |d: Date| Date::new(d.year(), d.month(), 1).unwrap_or(d);
    let (granularity, date) = match unit {
        Unit::Day if length.working => (Granularity::Day, date.plus_working_days(whole)),
        Unit::Day | Unit::Night => (Granularity::Day, date.plus_days(whole)),
        Unit::Weekend | Unit::Week => (Granularity::Day, date.plus_days(7 * whole)),
        Unit::Fortnight => (Granularity::Day, date.plus_days(14 * whole)),
        Unit::Month => (Granularity::Month, first(months(whole))),
        Unit::Quarter => (Granularity::Quarter, first(months(3 * whole))),
        Unit::Year => (
            Granularity::Year,
            Date::new(date.year() + whole as i32, 1, 1).unwrap_or(date),
        ),
        Unit::Decade => (
            Granularity::Decade,
            Date::new((date.year() + 10 * whole as i32).div_euclid(10) * 10, 1, 1).unwrap_or(date),
        ),
        _ => (
            Granularity::Century,
            Date::new((date.year() + 100 * whole as i32).div_euclid(100) * 100, 1, 1).unwrap_or(date),
        ),
    };
    let moved = (date.midnight().0 - base.wall.date().midnight().0) + start - base.wall.seconds_of_day();
    (
        Value {
            wall: date.midnight(),
            granularity,
            part: None,
            known: base.known,
            offset: None,
        },
        moved,
    )
}

const DAY: i64 = 86_400;

/// "36 hours ago", told on a day: seconds from it to the day on which that is for who speaks at noon.
fn from_noon(seconds: i64) -> i64 {
    let noon = DAY / 2 - i64::from(seconds > 0);
    (noon + seconds).div_euclid(DAY) * DAY
}

/// Seconds from a part of a day to the day on which all of it comes to lie: 14 hours after Friday evening it is Saturday.
fn turned(base: &Value, seconds: i64) -> i64 {
    let (from, to) = base.window();
    let (first, last) = (from.plus(seconds).date(), to.plus(seconds - 1).date());
    let one_day = base.granularity == Granularity::PartOfDay && first == last;
    if one_day {
        base.wall.date().days_until(first) * 86_400
    } else {
        0
    }
}

/// The window of a coarse value on its base's scale.
pub(super) fn day_window(value: &Value, base: &Dated) -> Window {
    let (from, to) = value.window();
    match (base.zone, base.scale) {
        (Some(zone), Scale::Utc) => (Some(zone.instants(from).first().0), Some(zone.instants(to).last().0)),
        _ => (Some(from.0), Some(to.0)),
    }
}
