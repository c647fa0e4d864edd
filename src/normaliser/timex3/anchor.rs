//! What the days of a point are counted from.
//!
//! One would get wrong to count all of them from the writing, or all from what was told last: "three days later" does not
//! count from a year that an aside has named, nor "yesterday" in a quotation from the day of the page.

use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::day::Anchor;
use crate::normaliser::value::{Granularity, Known};
use crate::parser::time::expression::{Day, Expression, Point, Timex};

use super::genre::Genre;
use super::walk::{Focus, Walk};

impl Walk<'_> {
    /// From which days a point may count, and which way it looks.
    pub(super) fn anchor(&self, timex: &Timex, point: &Point) -> Anchor {
        let focus = match point.day {
            Some(day) => self.base(granularity_of(&day)),
            None => self.focus,
        }
        .filter(|f| f.value.known == Known::Date);
        let here = self.article.sentence_of(timex.tokens.start);
        let counts = |day: &Day| {
            matches!(
                day,
                Day::Weekday { .. }
                    | Day::Date(_)
                    | Day::Season { .. }
                    | Day::Quarter { .. }
                    | Day::Holiday { .. }
                    | Day::Weekend(_)
                    | Day::Half { .. }
                    | Day::Overnight
                    | Day::SomeWeekday(_)
                    | Day::PickedMonth { .. }
            )
        };
        let ahead = match point.day {
            // "this Friday" lies ahead unless the words say that it is over.
            Some(Day::Weekday {
                picker: Some(Picker::This),
                ..
            }) => self.tense(timex) != Some(Tense::Past),
            // "later in the week", told of what is to come, is the writer's week.
            Some(Day::Unit {
                picker: Picker::Same, ..
            }) => point.edge.is_some() && self.tense(timex) == Some(Tense::Ahead),
            Some(day) => counts(&day) && self.tense(timex) == Some(Tense::Ahead),
            None => false,
        };
        // A year that the same sentence has just named lends itself, in news too.
        let bare_weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        let just_told = !bare_weekday
            && focus.is_some_and(|f| {
                f.sentence == here
                    && !f.from_now
                    && self
                        .now
                        .date
                        .is_some_and(|now| f.value.wall.date().days_until(now) > 365)
                    && f.value.granularity <= Granularity::Year
            });
        // "this Friday" is the writer's, and so is the Sunday that a life's story opens with: nothing dated is told yet.
        let writers = match point.day {
            Some(Day::Weekday { picker, .. }) => {
                picker == Some(Picker::This) || picker.is_none() && self.focus.is_some_and(|f| f.tid == 0)
            }
            Some(Day::Holiday {
                year: None,
                picker: None,
                ..
            }) => self.focus.is_some_and(|f| f.tid == 0),
            _ => false,
        } && self.now.date.is_some();
        let narrative = focus.is_some() && !writers && (self.genre == Genre::Narrative || just_told);
        let unknown = self.now.date.is_none() && focus.is_none();
        Anchor {
            now: self.now.date,
            focus: if unknown {
                self.day_in_focus().or_else(|| Date::new(2001, 1, 1))
            } else {
                focus.map(|f| f.value.wall.date())
            },
            narrative,
            ahead: ahead && !narrative,
            late: focus.is_some_and(|f| {
                f.value.granularity <= Granularity::Minute && f.value.wall.seconds_of_day() >= 12 * 3600
            }),
            told: false,
            before: false,
            open_ended: false,
            year: None,
            known: if unknown { Known::Weekday } else { Known::Date },
        }
    }

    /// The day on which the quotation around an expression was spoken, where its sentence names one outside the marks.
    pub(super) fn said_on(&self, timex: &Timex) -> Option<Date> {
        let at = self
            .article
            .quotations
            .partition_point(|q| q.tokens.end <= timex.tokens.start);
        let quotation = self.article.quotations.get(at)?;
        if !quotation.tokens.contains(&timex.tokens.start) {
            return None;
        }
        let block = self.article.blocks.get(quotation.block)?.tokens.clone();
        let first = self.timexes.partition_point(|t| t.tokens.start < block.start);
        let told = self.timexes[first..]
            .iter()
            .take_while(|t| t.tokens.start < block.end)
            .filter(|t| !self.article.is_quoted(t.tokens.start))
            .find_map(|t| match &t.expression {
                Expression::Point(Point {
                    day: Some(day @ (Day::Weekday { picker: None, .. } | Day::Deictic(_))),
                    ..
                }) => Some(*day),
                _ => None,
            })?;
        let anchor = Anchor {
            now: self.now.date,
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
        self.now.date?;
        anchor.resolve(&told).map(|found| found.value.wall.date())
    }

    /// The day that the text is on.
    fn day_in_focus(&self) -> Option<Date> {
        self.focus.map(|f| f.value.wall.date())
    }

    /// What words of such a granularity hang on: what was told last, unless that is coarser than they are. "Three days
    /// later" does not count from a year that an aside has named.
    pub(super) fn base(&self, granularity: Granularity) -> Option<Focus> {
        match self.focus {
            Some(focus) if focus.value.granularity > granularity && self.genre == Genre::News => self.day,
            focus => focus,
        }
    }
}

/// How fine a day's own words are.
fn granularity_of(day: &Day) -> Granularity {
    match day {
        Day::Unit { unit, .. } => match unit {
            Unit::Weekend | Unit::Week | Unit::Fortnight => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Quarter => Granularity::Quarter,
            Unit::Year => Granularity::Year,
            Unit::Decade | Unit::Century => Granularity::Century,
            _ => Granularity::Day,
        },
        Day::Weekend(_) => Granularity::Week,
        Day::Date(date) if date.month.is_none() && date.day.is_some() => Granularity::Month,
        Day::Overnight => Granularity::Day,
        _ => Granularity::Century,
    }
}
