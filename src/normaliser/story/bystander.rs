//! Clocks of those whom an outage befell: "Mia Holt, 34, had left her office at half past four. She got in at twenty past
//! eleven."
//!
//! One would get wrong to count them from where the story stands: the morning after tells of them, and they tell of the
//! evening on which it failed.

use crate::article::token::{Case, Kind};
use crate::normaliser::calendar::Wall;
use crate::parser::mention::Mention;
use crate::parser::time::expression::{Clock, DayHalf, Point};

use super::Story;

/// Seconds before an outage at which what befell somebody may have begun.
const SET_OUT: i64 = 2 * 3600;

/// Seconds behind its beginning in which it befell them: with [`SET_OUT`] less than half a day, so that one half fits.
const GOT_IN: i64 = 9 * 3600;

/// The ages of those who are asked.
const AGES: std::ops::RangeInclusive<u64> = 10..=99;

impl Story<'_> {
    /// The moment of an open clock that a bystander tells: in the outage, where that began after noon.
    pub(super) fn befell(&self, clock: &Clock, point: &Point, mention: &Mention, wall: Wall) -> Option<Wall> {
        let open = clock.half == DayHalf::Open && clock.named.is_none() && (1..=12).contains(&clock.hour);
        let bare = open && point.day.is_none() && point.part.is_none() && point.zone.is_none();
        // Where nothing says that it began, with the first clock that was told.
        let first = || self.told.iter().map(|(minute, day)| day.at(minute * 60)).min();
        let began = self
            .began
            .or_else(first)
            .filter(|it| it.seconds_of_day() >= 12 * 3600)?;
        let during = |at: &Wall| (-SET_OUT..=GOT_IN).contains(&(at.0 - began.0));
        if !bare || self.says_half(clock, mention) || during(&wall) || !self.is_of_bystander(mention) {
            return None;
        }
        let early = i64::from(clock.hour % 12) * 3600 + i64::from(clock.minute) * 60;
        let on = began.date();
        [on.at(early), on.at(early + 12 * 3600), on.plus_days(1).at(early)]
            .into_iter()
            .find(during)
    }

    /// Whether a paragraph has named somebody with an age before a time: "Mia Holt, 34,".
    fn is_of_bystander(&self, mention: &Mention) -> bool {
        let block = self.article.sentences[mention.sentence].block;
        let tokens = &self.article.tokens;
        let is = |at: usize, mark: char| matches!(tokens[at].kind, Kind::Symbol(it) if it == mark);
        let mut before = self.article.blocks[block].tokens.start + 1..mention.tokens.start.saturating_sub(2);
        before.any(|at| {
            let name = matches!(
                tokens[at - 1].kind,
                Kind::Word {
                    case: Case::Capital,
                    ..
                }
            );
            let age = matches!(tokens[at + 1].kind, Kind::Number(n) if n.digits == 2 && AGES.contains(&n.whole));
            name && is(at, ',') && age && is(at + 2, ',')
        })
    }
}
