//! Clocks that the text has told before: in a paragraph of the day beside, or in its list.
//!
//! One would get wrong to read them on the day that the story has come to since: "it took 58 minutes (11:17 to 12:15)" is of
//! the timeline above it.

use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{DayHalf, Point};

use super::Story;

impl Story<'_> {
    /// Remembers on which day a list has told a clock; nothing where it has on several.
    pub(super) fn remember_listed(&mut self, told: Wall) {
        let day = self.told_in_list.entry(told.seconds_of_day() / 60);
        let day = day.or_insert(Some(told.date()));
        *day = day.filter(|day| *day == told.date());
    }

    /// The day beside that of the story on which a paragraph before told the same clock: "from 6 p.m.", where the story
    /// began at 6 p.m. on Friday and has come to Saturday.
    pub(super) fn told_again(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let clock = point.clock.filter(|c| c.half != DayHalf::Open && c.named.is_none())?;
        let focus = self.focus.filter(|f| !f.header)?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let minute = clock::minute_as_said(&clock);
        let told = *self.told.get(&minute)?;
        let beside = focus.date.days_until(told).abs() == 1;
        (beside && block(focus.sentence?) != block(mention.sentence)).then_some(told)
    }

    /// "From 2:50 until about 8:30 you could not reach us", where the letter has told both clocks of Sunday and come to Monday:
    /// the earlier day on which both were told.
    pub(super) fn stretch_told_again(&self, mention: &Mention) -> Option<Date> {
        const HALF: i64 = 12 * 60;
        const DAY: i64 = 24 * 60;
        let Time::Span { from, to, .. } = &mention.time else {
            return None;
        };
        let minutes = |point: &Point| {
            let clock = point.clock.filter(|_| point.day.is_none())?;
            let minute = clock::minute_as_said(&clock);
            let other = Some((minute + HALF) % DAY).filter(|_| !self.says_half(&clock, mention));
            Some([Some(minute), other])
        };
        let focus = self.focus.filter(|focus| focus.firm)?;
        let (first, last) = (minutes(from)?, minutes(to)?);
        let mut pairs = first
            .into_iter()
            .flatten()
            .flat_map(|a| last.into_iter().flatten().map(move |b| (a, b)));
        let told = |(a, b): (i64, i64)| {
            let day = *self.told.get(&a)?;
            (a < b && day < focus.date && self.told.get(&b) == Some(&day)).then_some(day)
        };
        pairs.find_map(told)
    }

    /// The day on which a list has told a clock that its text tells again: "It took 58 minutes (11:17 to 12:15)", behind the
    /// timeline and whatever day was named since. A paragraph that names a day tells of that.
    pub(super) fn listed_again(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let clock = point.clock.filter(|c| c.named.is_none())?;
        let whole = self.says_half(&clock, mention);
        let told = self.statement_of(mention)?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let here = block(mention.sentence);
        let own_day = self
            .focus
            .and_then(|f| f.sentence)
            .is_some_and(|sentence| block(sentence) == here);
        let own = told.modality == Modality::Actual && !told.quoted && self.entry_of(mention).is_none();
        let minute = clock::minute_as_said(&clock);
        let day = self.told_in_list.get(&minute).copied().flatten();
        day.filter(|_| whole && own && !own_day)
    }

    /// "Trigger: the sale opened at 10:00", above any day, in a report written a day after its list tells that clock.
    pub(super) fn told_below(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let clock = point.clock.filter(|c| c.named.is_none())?;
        let whole = clock.half != DayHalf::Open || self.listed_on_twenty_four && self.in_figures(mention);
        let minute = clock::minute_as_said(&clock);
        let told = self.statement_of(mention)?;
        let day = *self.listed_below.get(&minute)?;
        let before = self.now(mention).is_some_and(|now| day < now);
        (whole && before && told.modality == Modality::Actual && !told.quoted).then_some(day)
    }
}
