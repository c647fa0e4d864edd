//! Earlier days that an entry has come to: "It failed at 7:36 yesterday. They pulled it out at 10:31."
//!
//! One would get wrong that each clock of an entry is of its stamp's day: a paragraph goes on with the day it has come to.

use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Clock, Day, Point};

use super::Story;

impl Story<'_> {
    /// "It failed at 7:36 yesterday. They pulled it out at 10:31": a paragraph of an entry goes on with the earlier day that it
    /// has come to.
    pub(super) fn day_told_back(&self, clock: &Clock, mention: &Mention) -> Option<Date> {
        let block = self.article.sentences[mention.sentence].block;
        let (_, last) = self
            .told_back
            .filter(|(told_in, _)| self.in_one_paragraph(*told_in, block))?;
        let at = clock::second_as_said(clock);
        (at >= last.seconds_of_day()).then(|| last.date())
    }

    /// Whether no empty line parts two blocks: the short lines of a mail are blocks of their own.
    fn in_one_paragraph(&self, first: usize, last: usize) -> bool {
        first <= last
            && self.article.blocks[first + 1..=last]
                .iter()
                .all(|block| !block.after_gap)
    }

    /// Remembers the clock of an earlier day that an entry tells, or that its paragraph has left that day.
    pub(super) fn remember_told_back(&mut self, mention: &Mention, statement: &Statement, point: &Point, best: Wall) {
        let (block, date) = (self.article.sentences[mention.sentence].block, best.date());
        let back = self
            .told_back
            .is_some_and(|(told_in, last)| self.in_one_paragraph(told_in, block) && last.date() == date);
        let told = statement.modality == Modality::Actual && !statement.history && point.clock.is_some();
        if matches!(point.day, Some(Day::Deictic(..0))) && told || back && point.day.is_none() && point.clock.is_some()
        {
            self.told_back = Some((block, best));
        } else if point.day.is_some() {
            self.told_back = None;
        }
    }
}
