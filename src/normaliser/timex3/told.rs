//! What an expression leaves behind for the next: the day that the text is on, and the moment of an entry.
//!
//! One would get wrong to go on from whatever was told last: a plan, the background of news and "since Thursday" name days on
//! which nothing of the story happens.

use crate::article::token::Kind;
use crate::lexicon::tense::Tense;
use crate::normaliser::calendar::Zone;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::parser::layout::Role;
use crate::parser::time::expression::{Expression, Point, Timex};

use super::Tid;
use super::genre::{Genre, counts_from_now};
use super::walk::{Focus, Moment, Walk};

/// Days before the writing that are news.
const FRESH: i64 = 7;

/// Days before the writing that are background to such news.
const STALE: i64 = 30;

impl Walk<'_> {
    /// Keeps what the next may hang on, and the moment that an entry's stamp gives to its words.
    pub(super) fn settle(&mut self, value: Value, zone: Option<Zone>, tid: Tid, timex: &Timex, role: Option<&Role>) {
        let sentence = self.article.sentence_of(timex.tokens.start);
        let focus = Focus {
            value,
            zone,
            tid,
            sentence,
            said: match &timex.expression {
                Expression::Point(Point { day: None, .. }) => self.day.and_then(|d| d.said),
                _ => self
                    .article
                    .span_of(timex.tokens.clone())
                    .and_then(|span| self.block_of(span.start())),
            },
            night: value.part == Some(Part::Night)
                && matches!(&timex.expression, Expression::Point(Point { day: Some(_), .. })),
            from_now: counts_from_now(timex),
        };
        match role {
            Some(Role::Published | Role::Updated | Role::Metadata) => {}
            Some(Role::Entry { text }) if value.known == Known::Date && self.has_date(value) => {
                self.keep(focus, timex);
                if let Some(last) = text.iter().map(|range| range.end).max() {
                    self.now = Moment {
                        date: Some(value.wall.date()),
                        wall: (value.granularity <= Granularity::Minute).then_some(value.wall),
                        tid,
                        until: last,
                    };
                }
            }
            _ => self.keep(focus, timex),
        }
    }

    fn keep(&mut self, focus: Focus, timex: &Timex) {
        // The date of a post that the page has taken in: "(@name) August 16, 2023".
        let first = timex.tokens.start;
        if first >= 3 && self.view.symbol(first - 1, ')') && self.view.kind(first - 2) == Some(Kind::Code) {
            return;
        }
        // What a history says of the writer's own days is an aside.
        if self.genre == Genre::Narrative && counts_from_now(timex) {
            return;
        }
        self.focus = Some(focus);
        // "since Thursday", "the year ended Dec. 31" name a day that nothing is told of.
        let aside = self.genre == Genre::News
            && self.day.is_some()
            && self
                .view
                .says_any(first.wrapping_sub(1), &["since", "ended", "ending", "than"]);
        if aside {
            return;
        }
        if focus.value.granularity <= Granularity::Minute {
            self.clocked = Some(focus);
        }
        if self.has_date(focus.value) {
            // A plan is no day that the story goes on from.
            let ahead = self.genre == Genre::News
                && self.day.is_some()
                && self.now.date.is_some_and(|now| focus.value.wall.date() > now)
                && self.tense(timex) != Some(Tense::Past);
            if !ahead && !self.background(focus.value) {
                self.day = Some(focus);
            }
        }
    }

    /// Whether a day lies far behind a story of the days of its writing: what news tells of it is an aside.
    fn background(&self, value: Value) -> bool {
        let (Genre::News, Some(now), Some(day)) = (self.genre, self.now.date, self.day) else {
            return false;
        };
        value.granularity == Granularity::Day
            && day.value.wall.date().days_until(now).abs() <= FRESH
            && value.wall.date().days_until(now) > STALE
    }

    pub(super) fn has_date(&self, value: Value) -> bool {
        value.granularity <= Granularity::Day && (value.known != Known::Clock || self.now.date.is_none())
    }

    /// Index of the block that holds a byte.
    pub(super) fn block_of(&self, byte: usize) -> Option<usize> {
        self.article
            .blocks
            .partition_point(|b| b.span.start() <= byte)
            .checked_sub(1)
    }
}
