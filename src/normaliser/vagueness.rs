//! What vague words are worth: every number that the field argues about, in one table.
//!
//! One would get wrong that a hedge is an invented point: it is a window around the named one.

use crate::lexicon::hedge::Hedge;
use crate::lexicon::number::VagueCount;
use crate::lexicon::time::Edge;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{Count, Length};

use super::value::Part;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

/// Seconds to either side of "at about the same time".
const SAME_TIME: i64 = HOUR / 6;
const DAY: i64 = 86_400;

/// How far "about" reaches either side of a clock time: the rounder the figure, the wider.
pub fn about_clock(minute: u8) -> i64 {
    match minute {
        0 => 30 * MINUTE,
        30 => 15 * MINUTE,
        15 | 45 => 10 * MINUTE,
        _ => 5 * MINUTE,
    }
}

/// How far "about" reaches either side of a day.
pub const ABOUT_DAY: i64 = DAY;

/// How far "shortly" reaches.
pub const SHORTLY: i64 = 30 * MINUTE;

/// The window of a hedged clock time, as seconds before and after it; `None` on a side is unbounded.
pub fn clock_window(hedge: Hedge, minute: u8) -> (Option<i64>, Option<i64>) {
    let about = about_clock(minute);
    match hedge {
        Hedge::About => (Some(about), Some(about)),
        Hedge::ShortlyBefore => (Some(SHORTLY), Some(0)),
        Hedge::ShortlyAfter => (Some(0), Some(SHORTLY)),
        Hedge::Nearly => (Some(about), Some(0)),
        Hedge::MoreThan => (Some(0), Some(about)),
        Hedge::AtLeast => (Some(0), None),
        Hedge::AtMost => (None, Some(0)),
        Hedge::Exactly => (Some(0), Some(0)),
    }
}

/// The hours of a part of a day, its edges cut: from and to, in hours after the day's midnight.
pub fn part_hours(part: Part, edge: Option<Edge>) -> (i64, i64) {
    match (part, edge) {
        (Part::Morning, Some(Edge::Small)) => (0, 6),
        (Part::Morning, Some(Edge::Early)) => (4, 9),
        (Part::Morning, Some(Edge::Mid)) => (9, 11),
        (Part::Morning, Some(Edge::Late)) => (10, 12),
        (Part::Morning, _) => (6, 12),
        (Part::Midday, _) => (11, 14),
        (Part::Afternoon, Some(Edge::Early)) => (12, 15),
        (Part::Afternoon, Some(Edge::Mid)) => (14, 16),
        (Part::Afternoon, Some(Edge::Late)) => (15, 18),
        (Part::Afternoon, _) => (12, 18),
        (Part::Evening, Some(Edge::Early)) => (17, 20),
        (Part::Evening, Some(Edge::Late)) => (20, 24),
        (Part::Evening, _) => (18, 24),
        (Part::Night, Some(Edge::Late)) => (21, 30),
        (Part::Night, _) => (20, 30),
        (Part::Daytime, _) => (6, 18),
    }
}

/// The hours of "early Tuesday", "late Monday", "mid-Tuesday".
pub fn edge_hours(edge: Edge) -> (i64, i64) {
    match edge {
        Edge::Early | Edge::Small => (0, 6),
        Edge::Mid => (10, 15),
        Edge::Late => (20, 24),
        Edge::Earlier | Edge::Later => (0, 24),
    }
}

/// How many a vague count is worth of a unit: least, most.
fn vague(count: VagueCount, unit: Unit) -> (f64, f64) {
    match (count, unit) {
        (VagueCount::Couple, _) => (2.0, 2.0),
        (VagueCount::Few, _) => (2.0, 5.0),
        (VagueCount::Several, _) => (3.0, 8.0),
        (VagueCount::Many, _) => (5.0, 30.0),
        (VagueCount::Dozens, _) => (24.0, 60.0),
        (VagueCount::Bare, Unit::Minute) => (2.0, 30.0),
        (VagueCount::Bare, Unit::Hour) => (2.0, 12.0),
        (VagueCount::Bare, Unit::Day) => (2.0, 10.0),
        (VagueCount::Bare, _) => (2.0, 12.0),
    }
}

/// A length in seconds: the named one, and how short and how long it may be (`None`: no bound).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// What is named; the middle where the words name no number.
    pub named: i64,
    /// At least.
    pub least: i64,
    /// At most.
    pub most: Option<i64>,
}

impl Extent {
    /// Any length at all: "later that day".
    pub const ANY: Self = Self {
        named: 0,
        least: 0,
        most: None,
    };
}

/// What a length is worth.
///
/// A bare "six hours" is rounded to its unit, so half an hour either side is not excluded; minutes and seconds are
/// taken as said, and so is a length that names two units ("3h 42m") or a fraction.
pub fn extent(length: &Length, hedge: Option<Hedge>) -> Extent {
    let (mut least, mut most) = (0.0, 0.0);
    let mut terms = 0;
    let mut whole = true;
    let mut counted = true;
    for (count, unit) in length.terms() {
        let (low, high) = match count {
            Count::Exact(n) => {
                whole &= n.fract() == 0.0;
                (n, n)
            }
            Count::Vague(count) => {
                counted = false;
                vague(count, unit)
            }
        };
        least += low * unit.seconds();
        most += high * unit.seconds();
        terms += 1;
    }
    let unit = length.finest().seconds();
    let seconds = |value: f64| value.round() as i64;
    let named = seconds((least + most) / 2.0);
    // A tenth, in whole halves of the unit, at least one: "about six hours" is 5 h 30 to 6 h 30.
    let half = unit / 2.0;
    let slack = seconds(((most / 10.0 / half).floor() * half).max(half)).min(named.max(0));
    let (least, most) = (seconds(least), seconds(most));
    let unit = seconds(unit);
    // "Shortly after the doors opened", "at about the same time": as wide as beside a clock.
    let beside = match hedge {
        Some(Hedge::ShortlyAfter | Hedge::ShortlyBefore) => Some((0, SHORTLY)),
        Some(Hedge::About) => Some((-SAME_TIME, SAME_TIME)),
        _ => None,
    };
    if let Some((least, most)) = beside.filter(|_| named == 0 && most == 0) {
        return Extent {
            named,
            least,
            most: Some(most),
        };
    }
    match hedge {
        None | Some(Hedge::Exactly) => {
            let rounded = counted && terms == 1 && whole && unit >= HOUR && hedge.is_none();
            let slack = if rounded { unit / 2 } else { 0 };
            Extent {
                named,
                least: (least - slack).max(0),
                most: Some(most + slack),
            }
        }
        Some(Hedge::About | Hedge::ShortlyBefore | Hedge::ShortlyAfter) => Extent {
            named,
            least: (least - slack).max(0),
            most: Some(most + slack),
        },
        Some(Hedge::Nearly) => Extent {
            named,
            least: (least - rounding(named, unit)).max(0),
            most: Some(most),
        },
        Some(Hedge::MoreThan) => Extent {
            named,
            least,
            most: Some(most + rounding(named, unit)),
        },
        Some(Hedge::AtLeast) => Extent {
            named,
            least,
            most: None,
        },
        Some(Hedge::AtMost) => Extent {
            named,
            least: 0,
            most: Some(most),
        },
    }
}

/// To what a length is rounded, in seconds, where it is only a bound: "under 30 minutes" may be 21, "more than 32" is hardly 34.
fn rounding(named: i64, unit: i64) -> i64 {
    let steps = match named / unit {
        count if count % 10 == 0 => 10,
        count if count % 5 == 0 => 5,
        _ => 1,
    };
    (unit * steps).min(named / 3).max(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_six_hours_is_half_an_hour_either_side() {
        let six = Length::of(Count::Exact(6.0), Unit::Hour);
        let extent = extent(&six, Some(Hedge::About));
        assert_eq!((extent.least, extent.most), (5 * HOUR + 1800, Some(6 * HOUR + 1800)));
        assert_eq!(extent.named, 6 * HOUR);
    }

    #[test]
    fn a_round_bound_leaves_more_room_than_an_odd_one() {
        let minutes = |n: f64, hedge| extent(&Length::of(Count::Exact(n), Unit::Minute), Some(hedge));
        assert_eq!(minutes(30.0, Hedge::Nearly).least, 20 * MINUTE);
        assert_eq!(minutes(45.0, Hedge::MoreThan).most, Some(50 * MINUTE));
        assert_eq!(minutes(32.0, Hedge::MoreThan).most, Some(33 * MINUTE));
        let two = Length::of(Count::Exact(2.0), Unit::Hour);
        assert_eq!(extent(&two, Some(Hedge::Nearly)).least, HOUR);
    }

    #[test]
    fn several_hours_are_three_to_eight() {
        let several = Length::of(Count::Vague(VagueCount::Several), Unit::Hour);
        let extent = extent(&several, None);
        assert_eq!((extent.least, extent.most), (3 * HOUR, Some(8 * HOUR)));
    }
}
