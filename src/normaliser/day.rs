//! Which day, week, month or year the words mean.
//!
//! One would get wrong where they count from: "yesterday" from the moment of speaking, "the following day" from the
//! day that the story is on, a bare weekday back from the moment of writing — in a history, on from the day before it.

mod date;
mod feast;
mod unit;

use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{Day, NamedDay};

use super::calendar::{Date, Weekday};
use super::document::DateBasis;
use super::value::{Granularity, Known, Value};

/// What days are counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// The day of speaking: of the writing, of a post, of a quotation.
    pub now: Option<Date>,
    /// The day that the story is on.
    pub focus: Option<Date>,
    /// Whether the story is a history: its dates lie far before the writing and follow each other.
    pub narrative: bool,
    /// Whether the words look ahead.
    pub ahead: bool,
    /// Whether the day in focus was already afternoon when last heard of.
    pub late: bool,
    /// Whether the words tell of a day as past.
    pub told: bool,
    /// Whether the words tell of what had been so, or since when it was.
    pub before: bool,
    /// Year and months may follow the writing (a document whose own date is the event's).
    pub open_ended: bool,
    /// The year for a date that stands before anything that it could be reckoned from.
    pub year: Option<i32>,
    /// How much of a date is known in this document.
    pub known: Known,
}

/// A day or a longer stretch, and where it came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The value: a day, week, month, …
    pub value: Value,
    /// Where it came from.
    pub basis: DateBasis,
}

/// A day apart from the rest of a history at which it counts as one, in days.
pub const HISTORY_AFTER: i64 = 10;

/// Days within which a story goes on to those before its writing.
const SINCE: i64 = 14;

impl Anchor {
    /// The day or stretch that the words mean; `None` where there is nothing to count from.
    pub fn resolve(&self, day: &Day) -> Option<Found> {
        match *day {
            Day::Date(date) => self.date(date),
            Day::Weekday { weekday, picker } => self.weekday(weekday, picker),
            // "Thursday last week", below a title that has only the day of the outage, a Thursday.
            Day::WeekdayOf { weekday, weeks: -1 }
                if self.open_ended && self.now.map(Date::weekday) == Some(weekday) =>
            {
                Some(self.day(self.now?, DateBasis::Weekday))
            }
            Day::WeekdayOf { weekday, weeks } => {
                let monday = self.now.or(self.focus)?.back_to(Weekday::from_iso(1)?);
                Some(self.day(
                    monday.plus_days(7 * i64::from(weeks)).on_to(weekday),
                    DateBasis::Weekday,
                ))
            }
            Day::SomeWeekday(weekday) => self.weekday(weekday, None),
            Day::Apart { from, count, unit } => self.apart(from, count, unit),
            Day::Away { unit, by } => self.away(unit, by),
            Day::Deictic(days) => Some(self.day(
                self.now.or(self.focus)?.plus_days(i64::from(days)),
                DateBasis::Publication,
            )),
            // "rain will ease overnight"
            Day::Overnight if self.ahead => Some(self.day(self.now.or(self.focus)?, DateBasis::Narrative)),
            Day::Overnight => {
                let focus = self.focus.or(self.now)?;
                Some(self.day(
                    if self.late { focus } else { focus.plus_days(-1) },
                    DateBasis::Narrative,
                ))
            }
            Day::Unit { unit, picker } => self.unit(unit, picker),
            Day::PickedMonth { month, picker } => self.picked_month(month, picker),
            Day::Season { season, year, picker } => self.season(season, year, picker),
            Day::SeasonOf { season, pick } => self.season(season, Some(self.year(None, Some(pick))?), None),
            Day::Quarter { quarter, year, pick } => {
                self.part_of_year((quarter - 1) * 3 + 1, Granularity::Quarter, self.year(year, pick))
            }
            Day::Half { half, year, pick } => {
                self.part_of_year((half - 1) * 6 + 1, Granularity::Half, self.year(year, pick))
            }
            Day::SameOf { unit, year, pick } => self.same_of(unit, self.year(year, Some(pick))?),
            Day::Decade(year) => stretch(Date::new(year, 1, 1)?, Granularity::Decade, DateBasis::Stated),
            Day::Century(year) => stretch(
                Date::new(if year < 0 { year } else { year.max(1) }, 1, 1)?,
                Granularity::Century,
                DateBasis::Stated,
            ),
            Day::Holiday { holiday, year, picker } => self.holiday(holiday, year, picker),
            Day::Week { year, week } => {
                let year = year.or_else(|| self.reference().map(|d| d.iso_week().0))?;
                stretch(
                    Date::from_iso_week(year, week, Weekday::from_iso(1)?)?,
                    Granularity::Week,
                    DateBasis::Stated,
                )
            }
            Day::WeekOf(date) => {
                let found = self.date(date)?;
                let monday = found.value.wall.date().back_to(Weekday::from_iso(1)?);
                stretch(monday, Granularity::Week, found.basis).map(|f| self.with_known(f))
            }
            Day::Weekend(picker) => self.weekend(picker),
            Day::WeekendOf(date) => self.weekend_of(date),
            Day::Fiscal { year, .. } => stretch(Date::new(year, 1, 1)?, Granularity::Year, DateBasis::Stated),
            Day::Nth { nth, of, month, year } => self.nth(nth, of, month, year),
            Day::Beside { what, by, of } => self.beside(what, by, of),
            Day::Epoch(_) => None,
        }
    }

    fn day(&self, date: Date, basis: DateBasis) -> Found {
        Found {
            value: Value::day(date, self.known),
            basis,
        }
    }

    /// What a year or a month is reckoned against.
    fn reference(&self) -> Option<Date> {
        if self.narrative {
            self.focus.or(self.now)
        } else {
            self.now.or(self.focus)
        }
    }

    fn weekday(&self, weekday: Weekday, picker: Option<Picker>) -> Option<Found> {
        let found = |date| Some(self.day(date, DateBasis::Weekday));
        match picker {
            Some(Picker::Same) => {
                let focus = self.focus.or(self.now)?;
                let (back, on) = (focus.back_to(weekday), focus.on_to(weekday));
                found(if back.days_until(focus) <= 3 { back } else { on })
            }
            Some(Picker::Following) => found(self.focus.or(self.now)?.plus_days(1).on_to(weekday)),
            Some(Picker::Previous) => found(self.focus.or(self.now)?.plus_days(-1).back_to(weekday)),
            Some(Picker::Next) => found(self.now.or(self.focus)?.plus_days(1).on_to(weekday)),
            Some(Picker::Last | Picker::ThisPast) => found(self.now.or(self.focus)?.plus_days(-1).back_to(weekday)),
            Some(Picker::This) | None => {
                // A plan of a text that nothing dates lies behind what it tells.
                if let (None, Some(focus), true) = (self.now, self.focus, self.ahead) {
                    return found(focus.on_to(weekday));
                }
                // "It had received nothing since Tuesday", told of Saturday.
                if let (true, Some(focus)) = (self.before && (self.narrative || self.now.is_none()), self.focus) {
                    return found(focus.back_to(weekday));
                }
                if self.narrative
                    && picker.is_none()
                    && let Some(focus) = self.focus
                {
                    let near = self.not_ahead(nearest(focus, weekday));
                    // "Apologised on 13 November. He faced senators on Tuesday", told on the 20th: a story goes on to the days
                    // before its writing rather than back.
                    let latest = self.now.map(|now| now.back_to(weekday));
                    let goes_on = latest.filter(|latest| {
                        near < focus && focus < *latest && focus.days_until(*latest) <= SINCE && !self.ahead
                    });
                    return found(goes_on.unwrap_or(near));
                }
                match (self.now, self.focus) {
                    (Some(now), _) if self.ahead => found(now.on_to(weekday)),
                    (Some(now), _) => found(now.back_to(weekday)),
                    (None, Some(focus)) => found(nearest(focus, weekday)),
                    (None, None) => None,
                }
            }
        }
    }

    /// A day that is told as past lies before the writing.
    fn not_ahead(&self, date: Date) -> Date {
        match self.now {
            Some(now) if date > now && !self.ahead && !self.open_ended => date.plus_days(-7),
            _ => date,
        }
    }

    /// A length laid off from a day that the words name.
    fn apart(&self, from: NamedDay, count: i32, unit: Unit) -> Option<Found> {
        let now = self.now.or(self.focus)?;
        let base = match from {
            NamedDay::Deictic(days) => now.plus_days(i64::from(days)),
            NamedDay::Weekday(weekday) if count < 0 => now.plus_days(-1).back_to(weekday),
            NamedDay::Weekday(weekday) => now.plus_days(1).on_to(weekday),
        };
        let date = match unit {
            Unit::Week => base.plus_days(7 * i64::from(count)),
            Unit::Fortnight => base.plus_days(14 * i64::from(count)),
            Unit::Month => base.plus_months(count),
            Unit::Year => base.plus_months(12 * count),
            Unit::Decade => base.plus_months(120 * count),
            Unit::Century => base.plus_months(1200 * count),
            _ => base.plus_days(i64::from(count)),
        };
        Some(self.day(date, DateBasis::Publication))
    }

    fn with_known(&self, mut found: Found) -> Found {
        found.value.known = self.known;
        found
    }
}

fn stretch(first: Date, granularity: Granularity, basis: DateBasis) -> Option<Found> {
    Some(Found {
        value: Value {
            wall: first.midnight(),
            granularity,
            part: None,
            known: Known::Date,
            offset: None,
        },
        basis,
    })
}

/// The weekday nearest to a day: on or after it within four days, else before.
fn nearest(focus: Date, weekday: Weekday) -> Date {
    let on = focus.on_to(weekday);
    if focus.days_until(on) <= 4 {
        on
    } else {
        focus.back_to(weekday)
    }
}
