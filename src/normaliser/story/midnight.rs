//! A clock behind an evening that leaves its half open: "arrived at 9.40 p.m. and reached the desk at ten past one"; and a
//! night of which only the next day is known.
//!
//! One would get wrong to take each for the small hours: a story that has told the end first goes back to the beginning.

use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::pluperfect;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Clock, Day, DayHalf};
use crate::parser::time::view::View;

use super::Story;

/// Seconds of a day from which it is evening.
const EVENING: i64 = 18 * 3600;
/// Seconds of a day by which the small hours are over.
const SMALL_HOURS: i64 = 6 * 3600;
/// Seconds from a clock to one behind midnight that its paragraph goes on to.
const LONGEST: i64 = 6 * 3600;

impl Story<'_> {
    /// "Customers were cut off overnight … traffic dropped at 23:04 and was back at 02:50", of which only the day of writing is
    /// known: the night began on the evening before it.
    pub(super) fn night_before(&self) -> Option<Date> {
        let written = self.writing.filter(|w| w.bounds && w.instant.is_none())?.date;
        let told = self.parsed.mentions.iter().zip(&self.parsed.layout.roles);
        let points = told.filter_map(|(mention, role)| match &mention.time {
            Time::Point { point, .. } if *role == Role::Prose => Some(point),
            _ => None,
        });
        let mut days = points.clone().filter_map(|point| point.day);
        let overnight = days.next() == Some(Day::Overnight);
        let whole = |clock: &Clock| clock.half != DayHalf::Open;
        let clocks = points
            .filter(|point| point.day.is_none())
            .filter_map(|point| point.clock.filter(whole));
        let mut hours = clocks.map(|clock| clock::hour_as_said(&clock) * 3600);
        let (first, next) = hours.next().zip(hours.next())?;
        (overnight && first >= EVENING && next < SMALL_HOURS).then(|| written.plus_days(-1))
    }

    /// Whether a story that is in a day's evening comes past its midnight with a clock: one of the small hours, told in the
    /// same paragraph, where nothing looks back.
    pub(super) fn goes_past_midnight(&self, clock: &Clock, mention: &Mention, date: Date) -> bool {
        let open = clock.half == DayHalf::Open && clock.named.is_none() && clock.hour % 12 < 6;
        let in_words = !self.in_figures(mention);
        let next = date.plus_days(1);
        let evening = |last: &Wall| (date.at(EVENING)..next.at(SMALL_HOURS)).contains(last);
        let Some(last) = self.last.filter(evening).filter(|_| open && in_words) else {
            return false;
        };
        let early = next.at(i64::from(clock.hour % 12) * 3600 + i64::from(clock.minute) * 60);
        let possible =
            (0..=LONGEST).contains(&(early.0 - last.0)) && self.limit(mention).is_none_or(|limit| early <= limit);
        let over = self.ended == Some(last) || self.entry_of(mention).is_some();
        possible && !over && self.told_in_paragraph(mention) && !self.looks_back_to(mention)
    }

    /// Whether a clock stands before a mention in its paragraph.
    pub(super) fn told_in_paragraph(&self, mention: &Mention) -> bool {
        let block = |mention: &Mention| self.article.sentences[mention.sentence].block;
        let mentions = &self.parsed.mentions;
        let own = mentions.partition_point(|it| it.tokens.start < mention.tokens.start);
        let before = mentions[..own]
            .iter()
            .rev()
            .take_while(|it| block(it) == block(mention));
        before
            .into_iter()
            .any(|it| matches!(&it.time, Time::Point { point, .. } if point.clock.is_some()))
    }

    /// "It had failed at half past two"
    fn looks_back_to(&self, mention: &Mention) -> bool {
        let from = self.article.sentences[mention.sentence].tokens.start;
        pluperfect::stands_in(&View::of(self.article, &(from..mention.tokens.start)))
    }
}
