//! Which day, week, month or year the words mean.
//!
//! One would get wrong where they count from: "yesterday" from the moment of speaking, "the following day" from the
//! day that the story is on, a bare weekday back from the moment of writing — in a history, on from the day before it.

use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{CalendarDate, Counted, Day, Landmark, NamedDay, NthOf};

use super::calendar::{Date, Weekday};
use super::document::DateBasis;
use super::holiday;
use super::value::{Granularity, Known, Season, Value};

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

/// Days within which a date ahead is of this year's plans.
const PLANNED_WITHIN: i64 = 45;

/// Days by which a text may be younger than its stamp.
const SLACK_OF_A_STAMP: i64 = 7;

/// Days before a holiday from which its bare name means the coming one.
const FEAST_IS_NEAR: i64 = 21;

/// Months around the story among which "Tuesday 14th" is looked for.
const MONTHS_AROUND: i32 = 3;

/// Days into a season in which the one before it is still called this one.
const SPRING_IS_FELT: i64 = 21;

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

    fn date(&self, mut date: CalendarDate) -> Option<Found> {
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

    fn yearless_month(&self, month: u8) -> Option<Date> {
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

    fn unit(&self, unit: Unit, picker: Picker) -> Option<Found> {
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
    fn year(&self, year: Option<i32>, pick: Option<Picker>) -> Option<i32> {
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
    fn same_of(&self, unit: Option<Unit>, year: i32) -> Option<Found> {
        let focus = self.focus.or(self.now)?;
        let then = focus.plus_months(12 * (year - focus.year()));
        let anchor = Self {
            focus: Some(then),
            ..*self
        };
        anchor.unit(unit.unwrap_or(Unit::Quarter), Picker::Same)
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

    /// The unit that lies so many of its kind from now.
    fn away(&self, unit: Unit, by: i32) -> Option<Found> {
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

    /// The nth weekday, week or weekend of a month.
    fn nth(&self, nth: u8, of: NthOf, month: Option<u8>, year: Option<i32>) -> Option<Found> {
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

    fn with_known(&self, mut found: Found) -> Found {
        found.value.known = self.known;
        found
    }

    fn picked_month(&self, month: u8, picker: Picker) -> Option<Found> {
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

    fn season(&self, season: Season, year: Option<i32>, picker: Option<Picker>) -> Option<Found> {
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

    fn part_of_year(&self, month: u8, granularity: Granularity, year: Option<i32>) -> Option<Found> {
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

    fn holiday(
        &self,
        which: crate::lexicon::holiday::Holiday,
        year: Option<i32>,
        picker: Option<Picker>,
    ) -> Option<Found> {
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
    fn beside(&self, what: Counted, by: i32, of: Landmark) -> Option<Found> {
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
            Counted::Weekend => {
                // What lies on a Sunday is no day after its own weekend.
                let saturday = nearest(Weekday::from_iso(6)?);
                let own = by < 0 && saturday.days_until(from) <= 1;
                let first = saturday.plus_days(7 * (steps - i64::from(own)));
                stretch(first, Granularity::Weekend, landmark.basis).map(|f| self.with_known(f))
            }
        }
    }

    /// "The weekend of the 21st", be that its Saturday, its Sunday or a day beside them.
    fn weekend_of(&self, date: CalendarDate) -> Option<Found> {
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

    fn weekend(&self, picker: Picker) -> Option<Found> {
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
