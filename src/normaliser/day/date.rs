//! Dates, and which year or month they mean where they name none.
//!
//! One would get wrong to take the latest always: a weekday beside a date decides its year, a plan of a few days ahead is no
//! date of last year, and a history goes on from the date before.

use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Weekday};
use crate::normaliser::document::DateBasis;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::parser::time::expression::CalendarDate;

use super::{Anchor, Found, stretch};

/// Days within which a date ahead is of this year's plans.
const PLANNED_WITHIN: i64 = 45;

/// Days by which a text may be younger than its stamp.
const SLACK_OF_A_STAMP: i64 = 7;

/// Months around the story among which "Tuesday 14th" is looked for.
const MONTHS_AROUND: i32 = 3;

impl Anchor {
    pub(super) fn date(&self, mut date: CalendarDate) -> Option<Found> {
        // "19 March last year"
        if let (None, Some(picker)) = (date.year, date.year_pick) {
            date.year = self
                .unit(Unit::Year, picker)
                .map(|found| found.value.wall.date().year());
        }
        let basis = DateBasis::Stated;
        match (date.year, date.month, date.day) {
            (Some(year), Some(month), Some(day)) => Some(Found {
                value: Value::day(Date::new(year, month, day)?, Known::Date),
                basis,
            }),
            (Some(year), Some(month), None) => stretch(Date::new(year, month, 1)?, Granularity::Month, basis),
            (Some(year), None, _) => stretch(Date::new(year, 1, 1)?, Granularity::Year, basis),
            (None, Some(month), Some(day)) => {
                let date = self.yearless(month, day, date.weekday)?;
                Some(Found {
                    value: Value::day(date, self.known.without_year()),
                    basis,
                })
            }
            (None, Some(month), None) => {
                let mut found = stretch(self.yearless_month(month)?, Granularity::Month, basis)?;
                found.value.known = self.known.without_year();
                Some(found)
            }
            (None, None, Some(day)) => {
                let reference = self.focus.or(self.now)?;
                let date = match date.weekday {
                    // "Tuesday 14th", where nothing tells the month: the weekday is what is known.
                    Some(weekday) if self.known == Known::Weekday => return self.weekday(weekday, None),
                    Some(weekday) => self.monthless_of(reference, day, weekday),
                    None => None,
                }
                .or_else(|| self.monthless(reference, day))?;
                Some(Found {
                    value: Value::day(date, self.known),
                    basis,
                })
            }
            (None, None, None) => None,
        }
    }

    /// A month and a day: the weekday beside it decides the year, else the latest that is not after the writing, in
    /// a history the next after the day before it.
    fn yearless(&self, month: u8, day: u8, weekday: Option<Weekday>) -> Option<Date> {
        let Some(reference) = self.reference() else {
            return Date::new(self.year?, month, day);
        };
        let candidates = (-8..=8).filter_map(|by| Date::new(reference.year() + by, month, day));
        let by_weekday = weekday.and_then(|w| {
            candidates
                .clone()
                .filter(|d| d.weekday() == w)
                .min_by_key(|d| reference.days_until(*d).abs())
        });
        // A weekday that is one off within a few days of the story is a slip, and no date of another year.
        let slip = candidates.clone().find(|d| {
            let off = weekday.map_or(0, |w| (i64::from(w.iso()) - i64::from(d.weekday().iso())).rem_euclid(7));
            matches!(off, 1 | 6) && reference.days_until(*d).abs() <= 7
        });
        if slip.is_some() {
            return slip;
        }
        if let Some(date) = by_weekday.filter(|d| reference.days_until(*d).abs() < 400) {
            return Some(date);
        }
        if self.narrative || self.open_ended {
            return candidates.min_by_key(|d| reference.days_until(*d).abs());
        }
        if self.ahead {
            // What lies a fortnight back is not most of a year ahead.
            let next = candidates.clone().filter(|d| *d >= reference).min()?;
            let just_gone = candidates
                .filter(|d| *d < reference)
                .max()
                .filter(|d| d.days_until(reference) <= 21);
            return Some(just_gone.filter(|_| reference.days_until(next) > 180).unwrap_or(next));
        }
        // A date a few days ahead is a plan without its future tense rather than one of last year, unless the words tell of
        // the past; the stamp of a text may be a little older than the text.
        let furthest = if self.told { SLACK_OF_A_STAMP } else { PLANNED_WITHIN };
        candidates.filter(|d| reference.days_until(*d) <= furthest).max()
    }

    pub(super) fn yearless_month(&self, month: u8) -> Option<Date> {
        let Some(reference) = self.reference() else {
            return Date::new(self.year?, month, 1);
        };
        let this_year = Date::new(reference.year(), month, 1)?;
        let years = if self.ahead {
            i32::from(month < reference.month())
        } else if self.narrative {
            // On from the date before it, unless that is far off, or further ahead of the writing than a plan without
            // its year.
            let next = i32::from(month + 6 < reference.month());
            let near = |by: i32| {
                let last = self.now.map(|now| {
                    if self.told && !self.open_ended {
                        now
                    } else {
                        now.plus_months(6)
                    }
                });
                last.is_none_or(|last| this_year.plus_months(12 * by) <= last)
            };
            if near(next) { next } else { next - 1 }
        } else {
            -i32::from(month > reference.month())
        };
        Some(this_year.plus_months(12 * years))
    }

    fn monthless(&self, reference: Date, day: u8) -> Option<Date> {
        let limit = self.now.filter(|_| !self.ahead);
        (0..4)
            .filter_map(|back| {
                let month = Date::new(reference.year(), reference.month(), 1)?.plus_months(if self.ahead {
                    back
                } else {
                    -back
                });
                Date::new(month.year(), month.month(), day)
            })
            .find(|date| limit.is_none_or(|now| *date <= now) && (!self.ahead || *date >= reference))
            .or_else(|| Date::new(reference.year(), reference.month(), day))
    }

    /// "Tuesday 14th": of the months around the story, the nearest in which the weekday fits, ahead only where the words
    /// look there or where it fits in none before.
    fn monthless_of(&self, reference: Date, day: u8, weekday: Weekday) -> Option<Date> {
        let first = Date::new(reference.year(), reference.month(), 1)?;
        let months = (-MONTHS_AROUND..=MONTHS_AROUND).map(|by| first.plus_months(by));
        let fits = || {
            let days = months
                .clone()
                .filter_map(|month| Date::new(month.year(), month.month(), day));
            days.filter(|date| date.weekday() == weekday)
        };
        let told = fits().filter(|date| self.ahead || self.open_ended || self.now.is_none_or(|now| *date <= now));
        let nearest = |date: &Date| reference.days_until(*date).abs();
        // "Repairs begin on Monday the 18th", told on the 14th.
        let planned = |date: &Date| self.now.is_some_and(|now| now.days_until(*date) <= PLANNED_WITHIN);
        told.min_by_key(nearest)
            .or_else(|| fits().filter(planned).min_by_key(nearest))
    }
}
