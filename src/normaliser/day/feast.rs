//! Feasts, weekends, and what is counted by them or within a month: "the weekend before Christmas", "the first Monday of May".
//!
//! One would get wrong the weekend of a feast: "the Labor Day weekend" holds it, or lies nearest, and one before a Sunday is
//! not the Sunday's own.

use crate::lexicon::holiday::Holiday;
use crate::lexicon::time::Picker;
use crate::normaliser::calendar::{Date, Weekday};
use crate::normaliser::document::DateBasis;
use crate::normaliser::holiday;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::parser::time::expression::{CalendarDate, Counted, Landmark, NthOf};

use super::{Anchor, Found, stretch};

/// Days before a holiday from which its bare name means the coming one.
const FEAST_IS_NEAR: i64 = 21;

impl Anchor {
    pub(super) fn holiday(&self, which: Holiday, year: Option<i32>, picker: Option<Picker>) -> Option<Found> {
        let date = match year {
            Some(year) => holiday::date(which, year)?,
            None => {
                let reference = self.reference()?;
                let candidates = (-1..=1).filter_map(|by| holiday::date(which, reference.year() + by));
                match picker {
                    Some(Picker::Next | Picker::Following) => candidates.filter(|d| *d > reference).min()?,
                    Some(Picker::Last | Picker::Previous) => candidates.filter(|d| *d < reference).max()?,
                    _ if self.ahead => candidates.filter(|d| *d >= reference).min()?,
                    // "The last week before Christmas" in December is no year ago.
                    _ => candidates.filter(|d| reference.days_until(*d) <= FEAST_IS_NEAR).max()?,
                }
            }
        };
        Some(Found {
            value: Value::day(date, Known::Date),
            basis: DateBasis::Stated,
        })
    }

    /// A day or a weekend counted from a feast or a date, which is neither of them itself.
    pub(super) fn beside(&self, what: Counted, by: i32, of: Landmark) -> Option<Found> {
        let landmark = match of {
            Landmark::Feast { holiday, year } => self.holiday(holiday, year, None)?,
            Landmark::Date(date) => self.date(date)?,
        };
        let (from, steps) = (landmark.value.wall.date(), i64::from(by - by.signum()));
        let nearest = |weekday| match by {
            1.. => from.plus_days(1).on_to(weekday),
            _ => from.plus_days(-1).back_to(weekday),
        };
        match what {
            Counted::Weekday(weekday) => Some(self.day(nearest(weekday).plus_days(7 * steps), landmark.basis)),
            // "The Labor Day weekend": the one that lies nearest to it.
            Counted::Weekend if by == 0 => {
                let saturday = Weekday::from_iso(6)?;
                let (back, on) = (from.back_to(saturday), from.on_to(saturday));
                let nearest = if back.days_until(from) <= from.days_until(on) {
                    back
                } else {
                    on
                };
                stretch(nearest, Granularity::Weekend, landmark.basis).map(|f| self.with_known(f))
            }
            // Most of whose days lie in the seven before the feast.
            Counted::Week => {
                const MIDDLE: i64 = 4;
                let side = i64::from(by.signum());
                let monday = from.plus_days(MIDDLE * side).back_to(Weekday::from_iso(1)?);
                stretch(monday.plus_days(7 * steps), Granularity::Week, landmark.basis).map(|f| self.with_known(f))
            }
            Counted::Weekend => {
                // What lies on a Sunday is no day after its own weekend.
                let saturday = nearest(Weekday::from_iso(6)?);
                let own = by < 0 && saturday.days_until(from) <= 1;
                let first = saturday.plus_days(7 * (steps - i64::from(own)));
                stretch(first, Granularity::Weekend, landmark.basis).map(|f| self.with_known(f))
            }
        }
    }

    /// The nth weekday, week or weekend of a month.
    pub(super) fn nth(&self, nth: u8, of: NthOf, month: Option<u8>, year: Option<i32>) -> Option<Found> {
        let first = match (month, year) {
            (Some(month), Some(year)) => Date::new(year, month, 1)?,
            // "By the third week of November", told of one.
            (Some(month), None) => match self.focus.filter(|f| f.month() == month && !self.ahead) {
                Some(focus) => Date::new(focus.year(), month, 1)?,
                None => self.yearless_month(month)?,
            },
            (None, _) => {
                let reference = self.reference()?;
                Date::new(reference.year(), reference.month(), 1)?
            }
        };
        let weekday = match of {
            NthOf::Weekday(weekday) => weekday,
            NthOf::Weekend => Weekday::from_iso(6)?,
            // The week that holds the month's nth Thursday is its nth by ISO; its first day is what people mean.
            NthOf::Week => {
                let last = first.plus_months(1).plus_days(-1);
                let day = if nth == 5 {
                    last
                } else {
                    first.plus_days(7 * i64::from(nth - 1))
                };
                return stretch(day.back_to(Weekday::from_iso(1)?), Granularity::Week, DateBasis::Stated);
            }
        };
        let date = holiday::nth_weekday(first.year(), first.month(), weekday, nth)?;
        if of == NthOf::Weekend {
            return stretch(date, Granularity::Weekend, DateBasis::Stated);
        }
        Some(self.day(date, DateBasis::Stated))
    }

    pub(super) fn weekend(&self, picker: Picker) -> Option<Found> {
        let saturday = Weekday::from_iso(6)?;
        let reference = match picker {
            Picker::Same | Picker::Following | Picker::Previous => self.focus.or(self.now)?,
            _ => self.now.or(self.focus)?,
        };
        let latest = reference.back_to(saturday);
        let date = match picker {
            Picker::Last | Picker::Previous | Picker::ThisPast => {
                if latest.days_until(reference) <= 1 {
                    latest.plus_days(-7)
                } else {
                    latest
                }
            }
            Picker::Next | Picker::Following => reference.plus_days(1).on_to(saturday),
            Picker::This | Picker::Same if self.ahead => reference.on_to(saturday),
            Picker::This | Picker::Same => latest,
        };
        stretch(date, Granularity::Weekend, DateBasis::Publication).map(|f| self.with_known(f))
    }

    /// "The weekend of the 21st", be that its Saturday, its Sunday or a day beside them.
    pub(super) fn weekend_of(&self, date: CalendarDate) -> Option<Found> {
        const SUNDAY: u8 = 7;
        let found = self.date(date)?;
        let day = found.value.wall.date();
        let saturday = Weekday::from_iso(6)?;
        let first = if day.weekday().iso() == SUNDAY {
            day.back_to(saturday)
        } else {
            day.on_to(saturday)
        };
        stretch(first, Granularity::Weekend, found.basis).map(|f| self.with_known(f))
    }
}
