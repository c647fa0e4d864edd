//! What a stamp states: its moment, and the zone that it names.
//!
//! One would get wrong to read a stamp alone: its year, the order of its figures and even its clock may stand in others.

use crate::article::Article;
use crate::normaliser::calendar::{Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::day::Anchor;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::years::{told_year, years};
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, Point};

use super::order::{day_first, swaps};

/// What a text's other dates tell of its stamps.
#[derive(Clone, Copy)]
pub(super) struct Habits<'a> {
    /// The dates themselves.
    parsed: &'a Parsed,
    /// The year of those without one.
    year: Option<i32>,
    /// The order of their figures.
    day_first: Option<bool>,
}

impl<'a> Habits<'a> {
    pub(super) fn of(article: &Article, parsed: &'a Parsed) -> Self {
        Self {
            parsed,
            year: years(parsed),
            day_first: day_first(article, parsed),
        }
    }
}

/// The value of a stamp and its zone, where its clock stands apart too.
pub(super) fn stated_whole(index: usize, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    let mut point = point_of(&habits.parsed.mentions[index])?;
    if let Some(clock) = clock_apart(habits.parsed, index, &point) {
        (point.clock, point.zone) = (clock.clock, clock.zone);
    }
    stated_at(&point, zones, habits)
}

/// The clock of a stamp whose day stands apart, on the line above it.
fn clock_apart(parsed: &Parsed, index: usize, day: &Point) -> Option<Point> {
    let next = index + 1;
    let clock = point_of(parsed.mentions.get(next)?)?;
    let stamp = day.clock.is_none() && parsed.layout.roles[index] == Role::Published;
    let apart = parsed.layout.roles[next] == Role::Published && clock.day.is_none();
    (stamp && apart && clock.clock.is_some()).then_some(clock)
}

/// The value of a stamp, and the zone that it names.
pub(super) fn stated(mention: &Mention, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    stated_at(&point_of(mention)?, zones, habits)
}

/// The same of a stamp that may leave its year, "Updated 26.11. 18:40", to the moment of writing.
pub(super) fn stated_in_year(
    point: &Point,
    year: i32,
    zones: &Zones,
    habits: Habits<'_>,
) -> Option<(Value, Option<Zone>)> {
    let mut point = *point;
    if let Some(Day::Date(date)) = &mut point.day {
        date.year = date.year.or_else(|| told_year(habits.parsed, date)).or(Some(year));
    }
    stated_at(&point, zones, habits)
}

fn stated_at(point: &Point, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    let mut day = point.day?;
    if let Day::Date(date) = &mut day {
        date.year = date.year.or_else(|| told_year(habits.parsed, date)).or(habits.year);
        date.year?;
        date.month?;
        date.day?;
        if date.order_open && habits.day_first.unwrap_or_else(|| swaps(point, zones)) {
            (date.month, date.day) = (date.day, date.month);
        }
    } else if !matches!(day, Day::Epoch(_)) {
        return None;
    }
    if let Day::Epoch(seconds) = day {
        let value = Value {
            wall: Wall(seconds),
            granularity: Granularity::Second,
            part: None,
            known: Known::Date,
            offset: Some(0),
        };
        return Some((value, Some(Zone::UTC)));
    }
    let anchor = Anchor {
        now: None,
        focus: None,
        narrative: false,
        ahead: false,
        late: false,
        told: false,
        before: false,
        open_ended: false,
        year: None,
        known: Known::Date,
    };
    let mut value = anchor.resolve(&day)?.value;
    let zone = point.zone.and_then(|z| zones.named(z).zone);
    if let Some(clock) = point.clock {
        let hour = clock::hour_as_said(&clock);
        value.wall = value
            .wall
            .plus(hour * 3600 + i64::from(clock.minute) * 60 + i64::from(clock.second.unwrap_or(0)));
        value.granularity = if clock.second.is_some() {
            Granularity::Second
        } else {
            Granularity::Minute
        };
        value.offset = zone.map(|zone| zone.offset_at(zone.instants(value.wall).first()));
    }
    Some((value, zone))
}

fn point_of(mention: &Mention) -> Option<Point> {
    match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => Some(*point),
        _ => None,
    }
}
