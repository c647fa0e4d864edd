//! Weeks, months, quarters, seasons, years and longer, as they are picked out: "last month", "this winter", "Q1".
//!
//! One would get wrong that the calendar cuts them where people do: a winter lasts into the next year, and is called this one
//! until spring is there; "Q1" in November is next year's.

use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Weekday};
use crate::normaliser::document::DateBasis;
use crate::normaliser::value::{Granularity, Season};

use super::{Anchor, Found, stretch};

/// Days into a season in which the one before it is still called this one.
const SPRING_IS_FELT: i64 = 21;

impl Anchor {
    pub(super) fn unit(&self, unit: Unit, picker: Picker) -> Option<Found> {
        let (reference, by, basis) = match picker {
            Picker::Last | Picker::ThisPast => (self.now.or(self.focus)?, -1, DateBasis::Publication),
            Picker::This => (self.now.or(self.focus)?, 0, DateBasis::Publication),
            Picker::Next => (self.now.or(self.focus)?, 1, DateBasis::Publication),
            Picker::Same => (self.focus.or(self.now)?, 0, DateBasis::Narrative),
            Picker::Following => (self.focus.or(self.now)?, 1, DateBasis::Narrative),
            Picker::Previous => (self.focus.or(self.now)?, -1, DateBasis::Narrative),
        };
        let first_of_month = Date::new(reference.year(), reference.month(), 1)?;
        match unit {
            Unit::Day | Unit::Night => Some(self.day(reference.plus_days(by), basis)),
            Unit::Week => stretch(
                reference.plus_days(7 * by).back_to(Weekday::from_iso(1)?),
                Granularity::Week,
                basis,
            )
            .map(|f| self.with_known(f)),
            Unit::Month => stretch(first_of_month.plus_months(by as i32), Granularity::Month, basis),
            Unit::Quarter => {
                let month = (reference.month() - 1) / 3 * 3 + 1;
                stretch(
                    Date::new(reference.year(), month, 1)?.plus_months(3 * by as i32),
                    Granularity::Quarter,
                    basis,
                )
            }
            Unit::Year => stretch(Date::new(reference.year() + by as i32, 1, 1)?, Granularity::Year, basis),
            Unit::Decade => stretch(
                Date::new(reference.year().div_euclid(10) * 10 + 10 * by as i32, 1, 1)?,
                Granularity::Decade,
                basis,
            ),
            Unit::Century => stretch(
                Date::new(reference.year().div_euclid(100) * 100 + 100 * by as i32, 1, 1)?,
                Granularity::Century,
                basis,
            ),
            _ => None,
        }
    }

    /// The year that stands with the words, or that they pick out.
    pub(super) fn year(&self, year: Option<i32>, pick: Option<Picker>) -> Option<i32> {
        let pick = match pick {
            // A history's "next year" follows the year that it is on.
            Some(Picker::Next) if self.narrative => Some(Picker::Following),
            Some(Picker::Last) if self.narrative => Some(Picker::Previous),
            other => other,
        };
        let picked = || self.unit(Unit::Year, pick?).map(|found| found.value.wall.date().year());
        year.or_else(picked)
    }

    /// The stretch that the story is on, in another year.
    pub(super) fn same_of(&self, unit: Option<Unit>, year: i32) -> Option<Found> {
        let focus = self.focus.or(self.now)?;
        let then = focus.plus_months(12 * (year - focus.year()));
        let anchor = Self {
            focus: Some(then),
            ..*self
        };
        anchor.unit(unit.unwrap_or(Unit::Quarter), Picker::Same)
    }

    /// The unit that lies so many of its kind from now.
    pub(super) fn away(&self, unit: Unit, by: i32) -> Option<Found> {
        let now = self.now.or(self.focus)?;
        let steps = by - by.signum();
        let then = match unit {
            Unit::Month => now.plus_months(steps),
            Unit::Year => now.plus_months(12 * steps),
            Unit::Night => return Some(self.day(now.plus_days(i64::from(by)), DateBasis::Publication)),
            _ => now.plus_days(7 * i64::from(steps)),
        };
        let anchor = Self {
            now: Some(then),
            ..*self
        };
        let picker = if by < 0 { Picker::Last } else { Picker::Next };
        match unit {
            Unit::Weekend => anchor.weekend(picker),
            _ => anchor.unit(unit, picker),
        }
    }

    pub(super) fn picked_month(&self, month: u8, picker: Picker) -> Option<Found> {
        let reference = match picker {
            Picker::Same | Picker::Following | Picker::Previous => self.focus.or(self.now)?,
            _ => self.now.or(self.focus)?,
        };
        let years = match picker {
            Picker::Last | Picker::ThisPast | Picker::Previous => -i32::from(month >= reference.month()),
            Picker::Next | Picker::Following => i32::from(month <= reference.month()),
            Picker::This => 0,
            Picker::Same => i32::from(month < reference.month()),
        };
        stretch(
            Date::new(reference.year() + years, month, 1)?,
            Granularity::Month,
            DateBasis::Stated,
        )
    }

    pub(super) fn season(&self, season: Season, year: Option<i32>, picker: Option<Picker>) -> Option<Found> {
        let of = |year: i32| Date::new(year, season.first_month(), 1);
        if let Some(year) = year {
            return stretch(of(year)?, Granularity::Season, DateBasis::Stated);
        }
        let reference = match picker {
            Some(Picker::This | Picker::ThisPast) => self.now.or(self.focus)?,
            Some(Picker::Same) => self.focus.or(self.now)?,
            _ => self.reference()?,
        };
        // A winter lasts into the next year, and people call it this one until spring is there.
        let felt = if picker == Some(Picker::Same) {
            0
        } else {
            SPRING_IS_FELT
        };
        let since = reference.plus_days(-felt);
        let running = of(reference.year() - 1)?;
        let this = if running.plus_months(3) > since {
            running
        } else {
            of(reference.year())?
        };
        let begun = this <= reference;
        let date = match picker {
            Some(Picker::Next | Picker::Following) => {
                if begun {
                    of(this.year() + 1)?
                } else {
                    this
                }
            }
            Some(Picker::Last | Picker::Previous | Picker::ThisPast) => {
                let over = this.plus_months(3) <= since;
                if over { this } else { of(this.year() - 1)? }
            }
            // "Warned in May … that autumn": of that year, whichever comes first.
            Some(Picker::This | Picker::Same) => this,
            _ if self.ahead && this.plus_months(3) <= reference => of(this.year() + 1)?,
            _ if begun || self.ahead => this,
            _ => of(this.year() - 1)?,
        };
        stretch(date, Granularity::Season, DateBasis::Stated)
    }

    pub(super) fn part_of_year(&self, month: u8, granularity: Granularity, year: Option<i32>) -> Option<Found> {
        if let Some(year) = year {
            return stretch(Date::new(year, month, 1)?, granularity, DateBasis::Stated);
        }
        let reference = self.reference()?;
        let months = if granularity == Granularity::Half { 6 } else { 3 };
        let this = Date::new(reference.year(), month, 1)?;
        // "due in Q1" in November is next year's; "in Q3" in October is over.
        let over = this.plus_months(months) <= reference;
        // "the fourth quarter" in February is last year's, unless the words look ahead.
        let years = if over && (self.ahead || reference.month() >= 10 && month == 1 && months == 3) {
            1
        } else if this > reference && !self.ahead && !self.narrative {
            -1
        } else {
            0
        };
        stretch(this.plus_months(12 * years), granularity, DateBasis::Stated)
    }
}
