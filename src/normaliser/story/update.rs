//! The day of what is added to a story under an hour alone: "UPDATE, 9:15 p.m.: …".
//!
//! One would get wrong that such an hour goes on from where the story has come to: a story ends on what was years ago.

use crate::normaliser::calendar::Date;
use crate::normaliser::clock;
use crate::normaliser::value::Granularity;
use crate::parser::layout::opens_update;
use crate::parser::mention::Mention;
use crate::parser::time::expression::Point;
use crate::parser::time::view::View;

use super::Story;

impl Story<'_> {
    /// Below a story that has gone to a day before its own, an hour behind its stamp and by its last change is of the day of
    /// writing.
    pub(super) fn day_of_update(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let block = &self.article.blocks[self.article.sentences[mention.sentence].block];
        let written = self.writing.filter(|w| w.bounds && self.on_calendar())?;
        let stamp = written.value.wall;
        let clock = point.clock.as_ref().filter(|_| point.is_bare_clock())?;
        let told = stamp.date().at(clock::second_as_said(clock));
        let strayed = self.focus.is_some_and(|f| f.date < stamp.date());
        let fits = told.plus(59) >= stamp && self.limit_in_zone(mention, point).is_some_and(|limit| told <= limit);
        let exact = written.value.granularity <= Granularity::Minute;
        let opens = || opens_update(&View::of(self.article, &block.tokens));
        (strayed && exact && fits && opens()).then(|| stamp.date())
    }
}
