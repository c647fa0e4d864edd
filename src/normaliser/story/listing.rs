//! Lists: on which day their first entry lies, and where they pass midnight.
//!
//! One would get wrong to go on from the prose above: a list begins where it begins, newest or oldest first, and a
//! section's list begins anew.

use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::lexicon::time::Meridiem;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::document::DateBasis;
use crate::parser::layout::is_heading;
use crate::parser::mention::Mention;
use crate::parser::section;
use crate::parser::time::expression::{Clock, DayHalf};

use super::Story;
use super::focus::FURTHEST_RETOLD;
use super::survey::NIGHT;

impl Story<'_> {
    /// The day of an entry that names none, where the story has come to a day.
    pub(super) fn day_in_list(
        &self,
        (date, basis): (Date, DateBasis),
        clock: &Clock,
        mention: &Mention,
    ) -> (Date, DateBasis) {
        let declared = self
            .declared
            .filter(|day| self.last.is_none_or(|last| last.date() < *day));
        if let Some(day) = declared {
            return (day, DateBasis::Header);
        }
        // The newest of the updates above a story, wherever the story's own words have led.
        let newest = self.list_begins.filter(|_| self.newest_first && self.entry.is_none());
        // The update by which the text was last changed was written then, wherever the story stood.
        let changed = self
            .writing
            .filter(|w| w.updated.is_some_and(|(_, span)| span == mention.span))
            .map(|w| Wall(w.latest.0 - 59).date());
        if let Some(day) = newest.or(changed) {
            return (day, DateBasis::Publication);
        }
        let near = |day: &Date| day.days_until(date).abs() <= FURTHEST_RETOLD;
        if let Some(day) = self.day_retold().filter(near) {
            return (day, DateBasis::Narrative);
        }
        // A list inside an update's report is on the day that the report has turned to; in a chat the next message is
        // somebody else's.
        let message = self.article.form == Form::Chat && !self.article.speakers.is_empty();
        let around = self.entry.as_ref().filter(|entry| !message && entry.dated);
        let turned_to = around.and_then(|entry| entry.day);
        let date = turned_to.unwrap_or(date);
        let date = date.plus_days(i64::from(self.opens_behind_evening(date, clock, mention)));
        (self.in_list(date, clock, mention), basis)
    }

    /// "On Sunday evening around 22.30 a mail came. 9:48 The disk is full": whether a list opens on the morning behind the
    /// evening that the prose above it has come to.
    fn opens_behind_evening(&self, date: Date, clock: &Clock, mention: &Mention) -> bool {
        const EVENING: i64 = 18 * 3600;
        const APART: i64 = 6 * 3600;
        let at = date.at(clock::second_as_said(clock));
        let next = at.plus(86_400);
        let evening = |last: Wall| last.date() == date && last.seconds_of_day() >= EVENING && last.0 - at.0 > APART;
        let possible = self.limit(mention).is_none_or(|limit| next <= limit);
        let led_to = self.began_on.as_ref().is_some_and(|(day, _)| *day == date.plus_days(1));
        let opens =
            self.entry.is_none() && !self.newest_first && led_to && self.focus.is_some_and(|focus| !focus.header);
        opens && possible && clock.half != DayHalf::Said(Meridiem::Pm) && self.last.is_some_and(evening)
    }

    /// The day of the first entry, before the first that has a date: that of the page where it was written before that,
    /// for nobody knows how many days its entries leave out.
    pub(super) fn first_entry_of_page(&self) -> Option<Date> {
        let written = self.writing.filter(|w| w.bounds && self.on_calendar()).map(|w| w.date);
        let written = written.filter(|_| !self.newest_first);
        self.first_entry.min(written.or(self.first_entry))
    }

    /// The day on which a list without days begins, before its first entry: that on which the story has told a clock of
    /// it. A timeline at the end of a report goes back to where the report began.
    fn day_retold(&self) -> Option<Date> {
        if self.focus.is_some_and(|f| f.header) {
            return None;
        }
        // Behind midnight a clock of the story's day comes again.
        let past = |pair: &[i64]| {
            if self.newest_first {
                pair[1] > pair[0] + NIGHT
            } else {
                pair[1] < pair[0] - NIGHT
            }
        };
        let night = self.listed.windows(2).position(past);
        let first_day = &self.listed[..night.map_or(self.listed.len(), |at| at + 1)];
        first_day.iter().find_map(|minute| self.told.get(minute).copied())
    }

    /// The day of a list's entry: moved on, or back, where the list passes midnight.
    pub(super) fn in_list(&self, focus: Date, clock: &Clock, mention: &Mention) -> Date {
        let Some(last) = self.last.filter(|last| focus.days_until(last.date()).abs() <= 3) else {
            return focus;
        };
        let at = clock::second_as_said(clock);
        let date = last.date();
        let half_day = 8 * 3600;
        let mut step = at - last.seconds_of_day();
        // "4:27" behind an afternoon's "4:19" is as late as that.
        let halves = clock.half == DayHalf::Open && !self.twenty_four && (1..12).contains(&clock.hour);
        if halves && !self.newest_first && step < -half_day && (0..half_day).contains(&(step + 12 * 3600)) {
            step += 12 * 3600;
        }
        // A list that opens with the evening on which it began does not follow the night's end that a summary has told.
        // Nor does the next section's list.
        let opens = self.entry.is_none() || self.opens_section(mention);
        let begins_anew = opens && focus < date && step > half_day;
        // Nor does one that opens with a morning clock follow what prose has told of the day's end.
        let from_morning = self.entry.is_none() && focus == date && step < -half_day && at >= 6 * 3600;
        // The newest of a list that runs back follows nothing that prose has told.
        let newest = self.newest_first && self.entry.is_none();
        if newest || !self.newest_first && (begins_anew || from_morning) {
            focus
        } else if !self.newest_first && step < -half_day {
            date.plus_days(1)
        } else if self.newest_first && step > half_day && self.entry.is_some() {
            date.plus_days(-1)
        } else {
            date
        }
    }

    /// Whether an entry is a post that the story quotes, stamped in its reader's zone, or the mail that a reply quotes: it
    /// does not move the story.
    pub(super) fn heads_quoted(&self, mention: &Mention) -> bool {
        let block = self.article.sentences[mention.sentence].block;
        let quote = |at: usize| {
            self.article
                .blocks
                .get(at)
                .is_some_and(|it| it.kind == BlockKind::Quote)
        };
        quote(block) || self.article.form == Form::Mail && quote(block + 1)
    }

    /// Whether a heading stands between an entry and the one before it: one by its marks, or a few words on a line of
    /// their own right above.
    fn opens_section(&self, mention: &Mention) -> bool {
        let Some(entry) = &self.entry else { return false };
        let block = self.article.sentences[mention.sentence].block;
        let between = self.article.blocks[..block].iter().rev();
        between
            .take_while(|it| it.tokens.start > entry.tokens.start)
            .enumerate()
            .any(|(up, it)| is_heading(it) || up == 0 && section::is_label(self.article, it))
    }
}
