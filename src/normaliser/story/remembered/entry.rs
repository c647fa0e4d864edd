//! What the story remembers of an entry, a heading, and what an entry's text tells of.
//!
//! One would get wrong that each entry moves the story: one that is pinned, quoted or an exception in its list leaves it where
//! it is, and a report in an entry has days of its own.

use crate::article::block::BlockKind;
use crate::normaliser::calendar::Date;
use crate::normaliser::day::HISTORY_AFTER;
use crate::normaliser::document::ClockBasis;
use crate::normaliser::value::Granularity;
use crate::parser::mention::Time;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::Day;

use super::Told;
use crate::normaliser::story::Story;
use crate::normaliser::story::focus::{FURTHEST_RETOLD, Focus};

impl Story<'_> {
    /// An entry; whether it moves the story.
    pub(super) fn remember_entry(&mut self, told: &Told) -> bool {
        if self.article.blocks[told.block].kind == BlockKind::FrontMatter {
            self.sent_from = told.point.zone;
        }
        self.open_list(told);
        self.entry = Some(told.entry(match (&self.entry, told.point.day) {
            (Some(around), None) if around.day.is_some() && around.dated => Some(told.best.date()),
            _ => None,
        }));
        if self.parsed.layout.pinned.contains(&told.block) || self.heads_quoted(told.mention) {
            return false;
        }
        // "Start: 1 May, 22:10", "End: 2 May, 00:05": the story is told from its beginning on.
        if let Some(began) = self.last.filter(|_| self.parsed.layout.ends.contains(&told.block)) {
            self.told_of = Some((began, told.best));
            return false;
        }
        // The midnight that stands for a day is no clock that the story goes on from.
        let clock = told.placed.clock == ClockBasis::Stated || told.point.day.is_none();
        self.last = Some(told.placed.best).filter(|_| clock);
        true
    }

    /// A list that opens on the morning behind the evening to which prose has led brings the story there, wherever its own
    /// nights lead.
    fn open_list(&mut self, told: &Told) {
        let next = told.best.date();
        let opens = self.entry.is_none() && told.point.day.is_none();
        if let Some(focus) = self.focus.as_mut().filter(|focus| opens && !focus.header)
            && focus.date.plus_days(1) == next
        {
            focus.date = next;
        }
    }

    pub(super) fn remember_heading(&mut self, told: &Told) {
        self.last = None;
        self.entry = None;
        let several = self.parsed.layout.days.len() != 1;
        let heads = several && self.heads_diary(told.mention);
        self.diary = heads.then(|| (self.last_day_headed(told), told.block));
    }

    /// The last of the days that a heading names: of "Saturday, November 19 to Monday, November 21" who tells of the Sunday knows
    /// the Monday.
    fn last_day_headed(&self, told: &Told) -> Date {
        let to = match &told.mention.time {
            Time::Span { to, .. } => to.day,
            _ => None,
        };
        let last = to.and_then(|day| self.anchor(told.mention, told.statement).resolve(&day));
        let last = last.map(|found| found.value.wall.date());
        last.filter(|last| *last > told.best.date()).unwrap_or(told.best.date())
    }

    /// Sets the day of what stands below an entry or a heading.
    pub(super) fn begin_below(&mut self, told: &Told, is_entry: bool) {
        let date = told.best.date();
        let explicit = told.point.day.is_some();
        if explicit {
            self.named = Some(date);
        }
        // A dated entry without a clock, days away from the rest, is an exception in its list, unless it heads a post.
        let layout = &self.parsed.layout;
        let heads_post = layout.posts.contains(&told.block) || layout.day_stamps.contains(&told.block);
        let exception = is_entry
            && !heads_post
            && told.placed.clock != ClockBasis::Stated
            && self
                .focus
                .is_some_and(|f| f.date.days_until(date).abs() > FURTHEST_RETOLD);
        if exception {
            self.last = None;
        } else if explicit || self.focus.is_none() {
            self.home = None;
            // "Finance: 4am Wednesday", in a list behind Tuesday 4 November: as firmly dated as that.
            let by_dated = |f: Focus| is_entry && f.whole && f.date.days_until(date).abs() < HISTORY_AFTER;
            self.focus = Some(Focus {
                words: Some(told.mention.span),
                header: !is_entry,
                whole: matches!(told.point.day, Some(Day::Date(_))) || self.focus.is_some_and(by_dated),
                firm: true,
                ..Focus::on(date)
            });
            // "# Outage on 12 May 2021", so short that it is read as the heading of a day.
            if !is_entry && self.parsed.layout.title == Some(told.block) {
                self.about = self.focus;
            }
        }
    }

    /// What an entry's text tells of: its report may turn to other days, and the story stays where it is.
    pub(super) fn remember_in_entry(&mut self, told: &Told) {
        let (mention, statement, point, placed) = (told.mention, told.statement, told.point, told.placed);
        let date = told.best.date();
        let fine = placed.value.granularity <= Granularity::Day;
        self.remember_told_back(mention, statement, point, told.best);
        self.name_day_of_report(point, mention, statement, date);
        // "A contractor came on Friday and unplugged it at 12:10", told in Monday's update.
        let names_day = matches!(point.day, Some(Day::Weekday { .. } | Day::Date(_)));
        let elsewhere = self.entry.as_ref().is_none_or(|entry| entry.at.date() != date);
        if names_day && elsewhere && fine && statement.modality == Modality::Actual {
            self.excursion = Some((mention.sentence, date));
        }
        let Some(entry) = self.entry.as_mut() else { return };
        // A report in an update that has turned to a day goes on with the days that it names.
        // "On Monday 29 January from 9:05 … a job on Sunday evening had … At 9:11": a day before it, without a clock, is told in
        // passing.
        let passing = point.clock.is_none() && entry.day.is_some_and(|day| date < day);
        let goes_on =
            entry.day.is_some() && !passing && matches!(point.day, Some(Day::Deictic(..=0) | Day::Weekday { .. }));
        // "June 17: So what was it? On Monday just after 9 a.m. a fibre failed … by noon": what has only a day tells of
        // that Monday from then on.
        let dated = !entry.has_clock && date < entry.at.date();
        let clock = point.clock.is_some() && matches!(point.day, Some(Day::Deictic(..0) | Day::Weekday { .. }));
        let turns = goes_on || dated && clock || matches!(point.day, Some(Day::Date(_)));
        // "Renewed until 1 March next year": nobody has come to a day behind the stamp.
        let come_to = !entry.has_clock || date <= entry.at.date().plus_days(1);
        if turns && come_to && fine && statement.modality != Modality::Expected {
            entry.day = Some(date);
        }
        let by_clock = point.clock.is_some() && point.day.is_none();
        // Below its stamp such a clock is the day before's.
        let beside = self.article.blocks[told.block].tokens.start <= entry.tokens.start;
        let actual = statement.modality == Modality::Actual && !statement.quoted;
        entry.goes_on |= beside && actual && by_clock && entry.has_clock && placed.best > entry.at.plus(600);
        if by_clock && entry.day.is_some_and(|day| day.plus_days(1) == date) {
            entry.day = Some(date);
        }
    }
}
