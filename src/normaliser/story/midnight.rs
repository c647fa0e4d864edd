//! A clock that leaves its half open, behind an evening: "arrived at 9.40 p.m. and reached the desk at ten past one".
//!
//! One would get wrong to take each for the small hours: a story that has told the end first goes back to the beginning.

use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::pluperfect;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Clock, DayHalf};
use crate::parser::time::view::View;

use super::Story;

/// Seconds of a day from which it is evening.
const EVENING: i64 = 18 * 3600;
/// Seconds of a day by which the small hours are over.
const SMALL_HOURS: i64 = 6 * 3600;
/// Seconds from a clock to one behind midnight that its paragraph goes on to.
const LONGEST: i64 = 6 * 3600;

impl Story<'_> {
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
