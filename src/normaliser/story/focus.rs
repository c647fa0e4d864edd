//! The day that the story is on: taken by a clock without a day, moved by day words and past midnight.
//!
//! One would get wrong to move it for everything that is told: a plan, a quotation, and what somebody looks back to
//! leave the story where it is.

use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::span::Span;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Edge, NamedClock, Picker};
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::day::HISTORY_AFTER;
use crate::normaliser::document::{ClockBasis, DateBasis};
use crate::normaliser::pluperfect;
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Known, Part};
use crate::parser::layout::{Role, ends_in_stop};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::term::puts_off;
use crate::parser::time::expression::{Clock, Day, DayHalf, Point, ZoneName};
use crate::parser::time::view::View;

use super::home::is_limit;
use super::point::Placed;
use super::speaker::Entry;
use super::survey::NIGHT;
use super::{Story, stand_in_monday};

/// Days from the one that the story is on to that on which a list goes back to its beginning.
pub(super) const FURTHEST_RETOLD: i64 = 3;

/// The day that the story is on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Focus {
    pub(super) date: Date,
    pub(super) words: Option<Span>,
    /// From a heading.
    pub(super) header: bool,
    /// Whether the words gave a whole date.
    pub(super) whole: bool,
    /// The sentence that set it.
    pub(super) sentence: Option<usize>,
    /// Whether it is the day on whose evening a night began.
    pub(super) night: bool,
    /// Whether it was named as that of something: "Thursday's outage".
    pub(super) possessed: bool,
    /// Whether it is the evening or the night before the day that the story was on.
    pub(super) eve: bool,
    /// Whether the story has told a clock of it, or the beginning of the outage.
    pub(super) firm: bool,
    /// Where it is a date to which the story looked back from the week of its writing: the day there, and its sentence.
    pub(super) back_from: Option<(Date, usize)>,
}

/// What begins with these is another trouble than the one that was over.
const ANEW: &[&str] = &[
    "again", "another", "second", "third", "new", "further", "fresh", "later", "then", "next",
];

impl Story<'_> {
    /// The day of a time that names none.
    pub(super) fn day_of_story(
        &self,
        point: &Point,
        mention: &Mention,
        is_entry: bool,
        after: Option<Wall>,
    ) -> Option<(Date, DateBasis)> {
        if let Some(after) = after {
            return Some((after.date(), DateBasis::Narrative));
        }
        if let Some(date) = self.counted_on(point) {
            return Some((date, DateBasis::Narrative));
        }
        if let Some((morning, _)) = self.breakfast.filter(|(_, at)| *at == mention.tokens.start) {
            return Some((morning.date(), DateBasis::Publication));
        }
        let turned_to = self.excursion.filter(|(sentence, _)| *sentence == mention.sentence);
        if let Some(entry) = self.entry_of(mention).filter(|_| turned_to.is_none()) {
            // "(added on 27 December)" turns to no other day.
            let own = |day: &Date| self.looked_back.is_some() && *day == entry.at.date();
            if let Some(day) = entry.day.filter(|day| !own(day)) {
                return Some((day, DateBasis::Narrative));
            }
            let Some(clock) = point.clock.filter(|_| entry.has_clock) else {
                return Some((entry.at.date(), DateBasis::Narrative));
            };
            if let Some(day) = self.day_told_back(&clock, mention) {
                return Some((day, DateBasis::Narrative));
            }
            let stamp = self.stamp_in_zone(entry, point);
            let date = stamp.date();
            // A clock told in an entry lies shortly before it, whatever the day's name.
            let at = clock::hour_as_said(&clock) * 3600;
            let ahead = date.at(at).0 - stamp.0;
            if let Some(day) = self.incident_of_report(date, ahead, mention) {
                return Some((day, DateBasis::Narrative));
            }
            let open = clock.half == DayHalf::Open;
            // "On Saturday … at 22:38", told in an update of Monday, 15:30.
            if let Some(named) = entry.named.filter(|_| ahead > 0 && !open && !entry.goes_on) {
                return Some((named, DateBasis::Narrative));
            }
            let date = if ahead > 6 * 3600 && !open && !entry.goes_on {
                date.plus_days(-1)
            } else {
                date
            };
            return Some((date, DateBasis::Narrative));
        }
        if let Some((_, date)) = turned_to {
            return Some((date, DateBasis::Narrative));
        }
        // "On Friday morning I got the call," he said. "By seven we …"
        let block = self.article.sentences[mention.sentence].block;
        let in_words = |(told_in, _): &(usize, Date)| *told_in == block && self.article.is_quoted(mention.tokens.start);
        if let Some((_, date)) = self.quoted.filter(|it| point.clock.is_some() && in_words(it)) {
            return Some((date, DateBasis::Narrative));
        }
        let opens_story = self.focus.is_none() && !is_entry && point.clock.is_some() && self.known == Known::Date;
        let told = opens_story.then(|| self.day_behind(mention)).flatten();
        if let Some(date) = told.or_else(|| self.told_again(point, mention)) {
            return Some((date, DateBasis::Narrative));
        }
        let basis = match self.focus {
            Some(focus) if focus.header => DateBasis::Header,
            Some(_) => DateBasis::Narrative,
            None => DateBasis::Publication,
        };
        // "This page tells of Thursday's outage", and then its entries: they are of their own day.
        let told_of = |f: &Focus| is_entry && !f.header && f.possessed;
        let date = match (self.focus.filter(|f| !told_of(f)), self.now(mention)) {
            (Some(focus), _) => focus.date,
            // A list whose entries have their dates, or days above them, before the first of them.
            (None, _) if self.first_entry.is_some() => self.first_entry_of_page()?,
            (None, Some(now)) if is_entry => self.list_begins.unwrap_or(now),
            // What is told before the first day that the text names.
            (None, _) if self.evening_before.is_some() => self.evening_before?,
            (None, Some(now)) => now,
            (None, None) if self.known == Known::Clock => stand_in_monday(),
            (None, None) if self.known == Known::Weekday => self.week_start,
            (None, None) => self.first_day?,
        };
        let basis = if self.focus.is_none() && self.writing.is_none() {
            DateBasis::None
        } else {
            basis
        };
        let Some(clock) = point.clock else {
            return Some((date, basis));
        };
        if let Some(now) = self.still_so_today(mention, date) {
            return Some((now, DateBasis::Publication));
        }
        if is_entry {
            if let Some(day) = self
                .declared
                .filter(|day| self.last.is_none_or(|last| last.date() < *day))
            {
                return Some((day, DateBasis::Header));
            }
            // The newest of the updates above a story, wherever the story's own words have led.
            let newest = self.list_begins.filter(|_| self.newest_first && self.entry.is_none());
            if let Some(newest) = newest {
                return Some((newest, DateBasis::Publication));
            }
            // The update by which the text was last changed was written then, wherever the story stood.
            if let Some(written) = self
                .writing
                .filter(|w| w.updated.is_some_and(|(_, span)| span == mention.span))
            {
                return Some((Wall(written.latest.0 - 59).date(), DateBasis::Publication));
            }
            let near = |day: &Date| day.days_until(date).abs() <= FURTHEST_RETOLD;
            if let Some(day) = self.day_retold().filter(near) {
                return Some((day, DateBasis::Narrative));
            }
            // A list inside an update's report is on the day that the report has turned to.
            let date = self.entry.as_ref().and_then(|entry| entry.day).unwrap_or(date);
            return Some((self.in_list(date, &clock, mention), basis));
        }
        if let Some(day) = self.day_before_its_end(&clock, mention) {
            return Some((day, DateBasis::Narrative));
        }
        if let Some(eve) = self.eve_of_night(date, &clock) {
            return Some((eve, DateBasis::Narrative));
        }
        // The small hours after an evening belong to the next day; what is told after them in the evening does not.
        let small_hours = clock::hour_as_said(&clock) < 6
            && (clock.half != DayHalf::Open || self.twenty_four && self.in_figures(mention))
            && clock.named != Some(NamedClock::Midnight);
        let evening = self
            .last
            .is_some_and(|last| last.date() >= date && (last.date() > date || last.seconds_of_day() >= 18 * 3600));
        // "Due at 9 p.m. but only pulled in at 3.15 a.m.": what was due moves no story, but tells the evening.
        let due = self.clock_beside(mention);
        let evening = evening || due.is_some_and(|(_, at)| at.date() == date && at.seconds_of_day() >= 18 * 3600);
        let carried = self.last.is_some_and(|last| last.date() == date.plus_days(1));
        // "Back at 4:30. At 9 a.m. the company apologised": on the day of the outage that would be before it began.
        let at = date.at(clock::hour_as_said(&clock) * 3600 + i64::from(clock.minute) * 60);
        // "Last night … around 02:05 … at 15:30": the day that followed the night, once that has passed midnight.
        let by_day_after_a_night = self.focus.is_some_and(|f| f.night)
            && (6..18).contains(&clock::hour_as_said(&clock))
            && self.writing.is_none_or(|w| date.plus_days(1) <= w.date);
        let behind = self.last.map(|last| at.plus(86_400).0 - last.0).filter(|by| *by >= 0);
        let before = |began: Option<Wall>| began.is_some_and(|began| began.date() == date && at < began);
        let soon = behind.is_some_and(|by| by <= 6 * 3600);
        let goes_on = carried
            && (clock.half != DayHalf::Open || by_day_after_a_night)
            && behind.is_some()
            && (before(self.began) || soon && before(self.stretch) || by_day_after_a_night);
        // "At 11 p.m. last night … at 7 a.m.": the morning that ended the night.
        let by_clock = self.last.is_some() && self.in_sentence.map(|(_, at)| at) == self.last;
        let morning = clock::hour_as_said(&clock) < 12 && clock.half != DayHalf::Open;
        // "Overnight on Saturday … back at 6.15 am": so early a clock ends the night that no clock has told of yet.
        let at_its_end = clock::hour_as_said(&clock) < 9;
        let ends_night = by_day_after_a_night && evening && (by_clock || at_its_end) && morning;
        // "Trading stopped on Wednesday. A file broke on Tuesday night. At 8.52 am brokers were told": back on Wednesday.
        let after_eve = self.focus.is_some_and(|f| f.eve) && morning && !small_hours;
        // "Start: 1 May, 22:10", "End: 2 May, 09:00", and below them "replaced at 08:30".
        let in_span = |(from, to): (Wall, Wall)| from.date() == date && at < from && at.plus(86_400) <= to;
        let in_span = clock.half != DayHalf::Open && self.told_of.is_some_and(in_span);
        let past_midnight = self.goes_past_midnight(&clock, mention, date);
        if past_midnight || small_hours && (evening || carried) || goes_on || ends_night || after_eve || in_span {
            return Some((date.plus_days(1), DateBasis::Narrative));
        }
        Some((date, basis))
    }

    /// "It was back by 6 p.m. on Monday. It had gone down at 3.11 a.m.": of an outage whose end is told first, the beginning
    /// lies before that end, on its day where that can be.
    fn day_before_its_end(&self, clock: &Clock, mention: &Mention) -> Option<Date> {
        let ended = self.ended.filter(|at| self.began.is_none() && self.last == Some(*at))?;
        let open = clock.half == DayHalf::Open && !(self.twenty_four && self.in_figures(mention));
        let begins =
            |it: &&Statement| it.phase == Phase::Started && it.sure && !it.history && it.modality == Modality::Actual;
        let told = self.statement_of(mention).filter(|it| !open && begins(it))?;
        if self.clause_says(told, ANEW) {
            return None;
        }
        let day = ended.date();
        let at = day.at(clock::hour_as_said(clock) * 3600 + i64::from(clock.minute) * 60);
        // "By 12:05 all was done. At 7:20 calls began to drop" goes on.
        let back = self.clause_says(told, &["had"]);
        (at < ended || back).then(|| if at < ended { day } else { day.plus_days(-1) })
    }

    /// "Calls failed from 9:40 p.m. on Sunday to 2:30 a.m. today. Crews left at 10:30 p.m.": of an outage that lasted a night,
    /// and of whose second day only the small hours are told, an evening clock is of the first.
    fn eve_of_night(&self, date: Date, clock: &Clock) -> Option<Date> {
        const EVENING: i64 = 15;
        const MORNING: i64 = 9 * 60;
        let began = self.began.filter(|began| began.date().plus_days(1) == date)?;
        let evening = |hour: i64| hour >= EVENING;
        let hour = clock::hour_as_said(clock);
        let of_day = || self.told.iter().filter(|(_, day)| **day == date);
        let night = evening(began.seconds_of_day() / 3600) && of_day().next().is_some();
        let small_hours = of_day().all(|(minute, _)| *minute < MORNING);
        (night && small_hours && evening(hour) && clock.half != DayHalf::Open).then(|| began.date())
    }

    /// "The firewall was updated at 14:31", told days later below the updates of an incident: on its day, unless it was told
    /// at once. `ahead` is by how many seconds the clock lies behind the stamp of the entry that tells it, on that day.
    fn incident_of_report(&self, told_on: Date, ahead: i64, mention: &Mention) -> Option<Date> {
        const AT_ONCE: i64 = 3 * 3600;
        let (_, day) = self.looked_back.filter(|(last, _)| *last == told_on)?;
        let entry = self.entry_of(mention)?;
        let own = entry.tokens.start == mention.tokens.start || (-AT_ONCE..=0).contains(&ahead);
        let told = self.statement_of(mention)?.modality == Modality::Actual;
        (told && !own).then_some(day)
    }

    /// Remembers the past day that a report in an update names, for the clocks that cannot be of the update's own; and that
    /// it has come to it, once one has been told.
    fn name_day_of_report(&mut self, point: &Point, mention: &Mention, statement: &Statement, date: Date) {
        let opens = self.opens(mention) && !point.is_of_night();
        let told = statement.modality == Modality::Actual && !statement.history;
        let Some(entry) = self.entry.as_mut().filter(|entry| told && date < entry.at.date()) else {
            return;
        };
        match (point.day, point.clock) {
            (Some(Day::Weekday { .. } | Day::Deictic(..0)), None) if opens => entry.named = Some(date),
            (None, Some(_)) if entry.named == Some(date) => entry.day = Some(date),
            _ => {}
        }
    }

    /// The statement that a mention dates first.
    fn statement_of(&self, mention: &Mention) -> Option<&Statement> {
        let own = self
            .parsed
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let statements = &self.parsed.statements;
        let at = statements.partition_point(|it| it.mention.is_some_and(|at| at < own));
        statements.get(at).filter(|it| it.mention == Some(own))
    }

    /// The stamp of an entry on the wall of a clock's own zone: "20:05 UTC", told in a mail of 13:24 at -0700.
    fn stamp_in_zone(&self, entry: &Entry, point: &Point) -> Wall {
        let zone = |name: ZoneName| self.zones.named(name).zone;
        let own = point.zone.filter(|_| self.known == Known::Date).and_then(zone);
        match (own, entry.zone.and_then(zone).or(self.zones.document)) {
            (Some(own), Some(stamped)) if own != stamped => own.wall_at(stamped.instants(entry.at).first()),
            _ => entry.at,
        }
    }

    /// "(+1) 00:12": so many days behind the one above the list, or on which it began.
    fn counted_on(&self, point: &Point) -> Option<Date> {
        let days = point.days_on.filter(|_| point.clock.is_some())?;
        let from = self.focus.map(|focus| focus.date).or(self.writing.map(|w| w.date))?;
        Some(from.plus_days(i64::from(days)))
    }

    /// "Have been on site since 3am", told on Monday behind what happened on Saturday: the day of speaking, where the story
    /// has told a clock of it, and has looked back from it.
    fn still_so_today(&self, mention: &Mention, story: Date) -> Option<Date> {
        let now = self
            .now(mention)
            .filter(|now| story < *now && self.known == Known::Date)?;
        let from = self.article.sentences[mention.sentence].tokens.start;
        let been = |at: usize| self.says(at, &["have", "has", "'ve", "’ve"]) && self.says(at + 1, &["been"]);
        let so = mention.relation == Relation::Since && (from..mention.tokens.start).any(been);
        let told = self.told.values().any(|day| *day == now);
        (so && told && self.entry_of(mention).is_none()).then_some(now)
    }

    /// "Went down at 9:30 and came back at 2 p.m. on Saturday": the day at the end of a sentence is that of the clock
    /// before it, unless it is that of a saying.
    fn day_behind(&self, mention: &Mention) -> Option<Date> {
        let mentions = &self.parsed.mentions;
        let next = mentions.partition_point(|m| m.tokens.start <= mention.tokens.start);
        let mut rest = (next..mentions.len()).take_while(|at| mentions[*at].sentence == mention.sentence);
        let (at, day, clock) = rest.find_map(|at| match &mentions[at].time {
            Time::Point { point, .. } => Some((at, point.day?, point.clock.is_some())),
            _ => None,
        })?;
        let other = &mentions[at];
        let plain = matches!(
            day,
            Day::Date(_)
                | Day::Deictic(..=0)
                | Day::Weekday {
                    picker: None | Some(Picker::Last | Picker::ThisPast),
                    ..
                }
        );
        let statement = self.parsed.statements.iter().find(|it| it.mention == Some(at))?;
        let told = statement.modality == Modality::Actual && !statement.history && other.relation == Relation::At;
        let said = (mention.tokens.end..other.tokens.start).any(|at| self.speaks(at));
        let turns = said && !clock || self.after_between(mention.span, other) || self.looks_ahead(other, statement);
        let found = self
            .anchor(other, statement)
            .resolve(&day)
            .filter(|_| plain && told && !turns)?;
        (found.value.granularity == Granularity::Day).then(|| found.value.wall.date())
    }

    /// The day of the first entry, before the first that has a date: that of the page where it was written before that,
    /// for nobody knows how many days its entries leave out.
    fn first_entry_of_page(&self) -> Option<Date> {
        let written = self
            .writing
            .filter(|w| w.bounds && self.known == Known::Date)
            .map(|w| w.date);
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

    /// The day beside that of the story on which a paragraph before told the same clock: "from 6 p.m.", where the story
    /// began at 6 p.m. on Friday and has come to Saturday.
    fn told_again(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let clock = point.clock.filter(|c| c.half != DayHalf::Open && c.named.is_none())?;
        let focus = self.focus.filter(|f| !f.header)?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let minute = clock::hour_as_said(&clock) * 60 + i64::from(clock.minute);
        let told = *self.told.get(&minute)?;
        let beside = focus.date.days_until(told).abs() == 1;
        (beside && block(focus.sentence?) != block(mention.sentence)).then_some(told)
    }

    /// The day of a list's entry: moved on, or back, where the list passes midnight.
    pub(super) fn in_list(&self, focus: Date, clock: &Clock, mention: &Mention) -> Date {
        let Some(last) = self.last.filter(|last| focus.days_until(last.date()).abs() <= 3) else {
            return focus;
        };
        let at = clock::hour_as_said(clock) * 3600 + i64::from(clock.minute) * 60;
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
        const LONGEST_LABEL: usize = 6;
        let Some(entry) = &self.entry else { return false };
        let block = self.article.sentences[mention.sentence].block;
        let label = |it: &Block| {
            let short = it.kind == BlockKind::Paragraph && it.after_gap && it.tokens.len() <= LONGEST_LABEL;
            short && !ends_in_stop(self.article, it)
        };
        let between = self.article.blocks[..block].iter().rev();
        between
            .take_while(|it| it.tokens.start > entry.tokens.start)
            .enumerate()
            .any(|(up, it)| matches!(it.kind, BlockKind::Heading(_)) || up == 0 && label(it))
    }

    /// Remembers where the story is.
    pub(super) fn remember(
        &mut self,
        mention: &Mention,
        statement: &Statement,
        placed: &Placed,
        point: &Point,
        is_entry: bool,
    ) {
        // A field of the page's head dates what stands below it and moves no story.
        let block = self.article.sentences[mention.sentence].block;
        if self.article.blocks[block].kind == BlockKind::FrontMatter && self.article.form != Form::Mail {
            return;
        }
        let best = self.document_wall(placed.best, point);
        let date = best.date();
        let before = self.clock_beside(mention);
        if point.clock.is_some() {
            if let Some(at) = statement.mention {
                self.in_sentence = Some((at, best));
            }
            if is_entry && point.day.is_none() {
                self.listed.clear();
            } else if !statement.history && placed.clock == ClockBasis::Stated {
                self.told.entry(best.seconds_of_day() / 60).or_insert(date);
            }
        }
        let text = &statement.clause;
        let entry = |day: Option<Date>| Entry {
            tokens: mention.tokens.start.min(text.start)..text.end.max(mention.tokens.end),
            at: placed.best,
            has_clock: placed.clock == ClockBasis::Stated,
            day,
            zone: point.zone,
            goes_on: false,
            named: None,
        };
        if matches!(&statement.role, Role::Signature { text } if !text.is_empty()) {
            self.post = Some(entry(None));
        }
        if is_entry || statement.role == Role::Heading {
            self.told_back = None;
            if is_entry {
                self.entry = Some(entry(match (&self.entry, point.day) {
                    (Some(around), None) if around.day.is_some() => Some(date),
                    _ => None,
                }));
                // A post that the story quotes, stamped in its reader's zone, does not move the story; nor does the
                // mail that a reply quotes.
                let block = self.article.sentences[mention.sentence].block;
                let quote = |at: usize| {
                    self.article
                        .blocks
                        .get(at)
                        .is_some_and(|it| it.kind == BlockKind::Quote)
                };
                let out_of_line = self.parsed.layout.pinned.contains(&block);
                if out_of_line || quote(block) || self.article.form == Form::Mail && quote(block + 1) {
                    return;
                }
                // "Start: 1 May, 22:10", "End: 2 May, 00:05": the story is told from its beginning on.
                if let Some(began) = self.last.filter(|_| self.parsed.layout.ends.contains(&block)) {
                    self.told_of = Some((began, best));
                    return;
                }
                // The midnight that stands for a day is no clock that the story goes on from.
                self.last = Some(placed.best).filter(|_| placed.clock == ClockBasis::Stated || point.day.is_none());
            } else {
                self.last = None;
                self.entry = None;
                let several = self.parsed.layout.days.len() != 1;
                self.diary = (several && self.heads_diary(mention)).then_some(date);
            }
            let explicit = point.day.is_some();
            if explicit {
                self.named = Some(date);
            }
            // A dated entry without a clock, days away from the rest, is an exception in its list, unless it heads a post.
            let layout = &self.parsed.layout;
            let heads_post = layout.posts.contains(&block) || layout.day_stamps.contains(&block);
            let exception = is_entry
                && !heads_post
                && placed.clock != ClockBasis::Stated
                && self.focus.is_some_and(|f| f.date.days_until(date).abs() > 3);
            if exception {
                self.last = None;
            } else if explicit || self.focus.is_none() {
                self.home = None;
                self.focus = Some(Focus {
                    date,
                    words: Some(mention.span),
                    header: !is_entry,
                    whole: matches!(point.day, Some(Day::Date(_))),
                    sentence: None,
                    night: false,
                    possessed: false,
                    eve: false,
                    firm: true,
                    back_from: None,
                });
            }
            return;
        }
        if placed.clock == ClockBasis::Stated {
            self.ended = Some(best).filter(|_| Self::tells_return(statement));
        }
        let begins = statement.phase == Phase::Started && statement.sure && statement.modality == Modality::Actual;
        if begins && point.clock.is_some() && !statement.history && !statement.quoted {
            self.began = self.began.or(Some(best));
        }
        if self.entry_of(mention).is_some() {
            self.remember_told_back(mention, statement, point, best);
            // "A contractor came on Friday and unplugged it at 12:10", told in Monday's update.
            let names_day = matches!(point.day, Some(Day::Weekday { .. } | Day::Date(_)));
            self.name_day_of_report(point, mention, statement, date);
            let elsewhere = self.entry.as_ref().is_none_or(|entry| entry.at.date() != date);
            if names_day
                && elsewhere
                && placed.value.granularity <= Granularity::Day
                && statement.modality == Modality::Actual
            {
                self.excursion = Some((mention.sentence, date));
            }
            // A report in an update that has turned to a day goes on with the days that it names.
            let reports = self.entry.as_ref().is_some_and(|entry| entry.day.is_some());
            let goes_on = reports && matches!(point.day, Some(Day::Deictic(..=0) | Day::Weekday { .. }));
            // "June 17: So what was it? On Monday just after 9 a.m. a fibre failed … by noon": what has only a day tells of
            // that Monday from then on.
            let dated = self
                .entry
                .as_ref()
                .is_some_and(|entry| !entry.has_clock && date < entry.at.date());
            let clock = point.clock.is_some() && matches!(point.day, Some(Day::Deictic(..0) | Day::Weekday { .. }));
            let turns = goes_on || dated && clock || matches!(point.day, Some(Day::Date(_)));
            // "Renewed until 1 March next year": nobody has come to a day behind the stamp.
            let come_to = |entry: &Entry| !entry.has_clock || date <= entry.at.date().plus_days(1);
            if let Some(entry) = self.entry.as_mut().filter(|entry| turns && come_to(entry))
                && placed.value.granularity <= Granularity::Day
                && statement.modality != Modality::Expected
            {
                entry.day = Some(date);
            }
            if let Some(entry) = &mut self.entry {
                // Below its stamp such a clock is the day before's.
                let beside = self.article.blocks[block].tokens.start <= entry.tokens.start;
                let told = statement.modality == Modality::Actual && point.day.is_none() && !statement.quoted;
                entry.goes_on |=
                    beside && told && point.clock.is_some() && entry.has_clock && placed.best > entry.at.plus(600);
            }
            if let Some(entry) = &mut self.entry
                && entry.day.is_some_and(|day| day.plus_days(1) == date)
                && point.clock.is_some()
                && point.day.is_none()
            {
                entry.day = Some(date);
            }
            return;
        }
        let fine = placed.value.granularity <= Granularity::Day;
        if fine && (point.day.is_some() || !statement.quoted) && statement.modality == Modality::Actual {
            self.quoted = statement.quoted.then_some((block, date));
        }
        let to_come = matches!(point.day, Some(Day::Holiday { .. })) || self.looks_ahead(mention, statement);
        // "Back before the vote on 23 June", told on the 8th: no tense need say that a day is to come.
        if to_come && fine && point.day.is_some() {
            self.planned = Some((mention.sentence, date));
        }
        let behind = |limit: Wall| point.day.is_some() && date > limit.date().plus_days(1);
        let planned = to_come && self.writing.is_none_or(|w| date >= w.date) || self.limit(mention).is_some_and(behind);
        // "The third time, on 6 April", told behind 5 April: it tells how often, and no story goes back to a later day.
        let goes_on = self
            .focus
            .is_some_and(|f| (1..=HISTORY_AFTER).contains(&f.date.days_until(date)));
        // "On 3 March last year … That day": the story stays with what it seemed to name in passing.
        let that_day = Day::Unit {
            unit: Unit::Day,
            picker: Picker::Same,
        };
        let stays = point.day == Some(that_day) && self.excursion.is_some_and(|(_, day)| day == date);
        let history = statement.history && !goes_on && !stays;
        let put_off = point.day.is_some() && puts_off(self.article, mention);
        let signs = matches!(statement.role, Role::Signature { .. });
        let elsewhere = history || planned || put_off || statement.quoted || signs;
        // What is told to the minute is what the story is about, however long ago: a report comes out months later.
        let known_far = !self.narrative
            && !stays
            && (history || point.clock.is_none() || point.day.is_none())
            && self
                .writing
                .is_some_and(|w| w.bounds && date.days_until(w.date).abs() > 45)
            && !self
                .focus
                .is_some_and(|f| f.header && f.date.days_until(date).abs() < 45);
        // "Down since yesterday", "since Friday night", told of Saturday: the story is where it lasts, and "later in the day" is Saturday's.
        let before_story = self.focus.is_some_and(|f| !f.header && date < f.date);
        let lasts =
            mention.relation == Relation::Since && (before_story || matches!(point.day, Some(Day::Deictic(..0))));
        let aside = self.is_told_aside(point, mention, date);
        if fine && point.day.is_some() && !statement.quoted && !(lasts && before_story) && !aside {
            self.named = Some(date);
        }
        let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        if weekday && fine && statement.modality == Modality::Actual && self.writing.is_some_and(|w| date <= w.date) {
            self.past_weekdays[usize::from(date.weekday().iso())] = true;
        }
        // "Closed on 23 June, from 14:00 to 15:00": a plan's clock is of the plan's day.
        let own_day = planned && point.clock.is_none() && matches!(point.day, Some(Day::Date(_)));
        // "Had been off since the Thursday before and was cut at 6:51": what lasts lends its day to nothing.
        let lends = mention.relation != Relation::Since;
        if fine && lends && point.day.is_some() && (known_far || history || own_day) {
            self.excursion = Some((mention.sentence, date));
        }
        let long_before = self.focus.is_some_and(|f| f.whole && date.days_until(f.date) > 180);
        if fine && !elsewhere && !known_far && !long_before && statement.role != Role::Aside {
            // "Last Thursday our API was down": where the text has come to no day yet, that opens its story.
            let last_weekday = matches!(
                point.day,
                Some(Day::Weekday {
                    picker: Some(Picker::Last),
                    ..
                })
            );
            // "The snapshot from the night before": the story's clock stays where it is.
            let picked_before = matches!(
                point.day,
                Some(
                    Day::Weekday {
                        picker: Some(Picker::Previous),
                        ..
                    } | Day::Unit {
                        picker: Picker::Previous,
                        ..
                    }
                )
            );
            let aside_day = last_weekday && self.focus.is_some() || picked_before || point.day == Some(Day::Overnight);
            // "had been moved on Saturday": the story looks back and does not go there.
            let in_passing = self
                .focus
                .is_some_and(|f| date < f.date && self.had_been_so(f, point, statement));
            if in_passing {
                self.excursion = Some((mention.sentence, date));
            }
            let looks_back = in_passing
                || self.focus.is_some_and(|f| {
                    let aside = f.sentence == Some(mention.sentence)
                        && f.words.is_some_and(|words| self.after_between(words, mention))
                        || before.is_some_and(|(at, last)| {
                            date < last.date() && self.after_between(self.parsed.mentions[at].span, mention)
                        });
                    // "We had announced this on 15 June": told of what went before the story.
                    let before_that =
                        f.whole && date.days_until(f.date) > HISTORY_AFTER && self.clause_says(statement, &["had"]);
                    before_that || !f.header && date < f.date && (aside || self.tells_back(statement))
                });
            // "A ground stop until 7 a.m. Saturday", told on Friday: an end that lies ahead, to which the story has not come.
            let to_its_end = (mention.relation == Relation::Until || is_limit(point, mention))
                && self.focus.is_some_and(|f| f.date < date)
                && !self.tells_when(mention);
            // "As of 9 a.m. Tuesday, two sites were still down", told on that day of Monday's outage: how things stand at the writing.
            let stands = mention.relation == Relation::AsOf
                && self.now(mention) == Some(date)
                && self.focus.is_some_and(|f| f.firm && !f.header && f.date < date);
            if to_its_end || stands || self.hangs_on(mention) {
                return;
            }
            if point.day.is_some() && !aside_day && !looks_back && !lasts && !aside {
                let moved = self.focus.is_none_or(|f| f.date != date);
                let eve = point.is_of_night()
                    && point.clock.is_none()
                    && self.focus.is_some_and(|f| f.date == date.plus_days(1));
                let next = Focus {
                    date,
                    words: Some(mention.span),
                    header: false,
                    whole: matches!(point.day, Some(Day::Date(d)) if d.year.is_some() || d.month.is_some())
                        || stays
                        || self
                            .focus
                            .is_some_and(|f| f.whole && f.date.days_until(date).abs() < HISTORY_AFTER),
                    sentence: Some(mention.sentence),
                    night: point.part.is_some_and(|part| part.part == Part::Night),
                    possessed: self.owns_noun(mention) && !self.introduces(mention),
                    eve,
                    firm: self.is_told_of(point, mention, statement),
                    back_from: self.looked_back_from(point, mention, date),
                };
                if moved {
                    self.leave(&next, mention, statement);
                }
                self.focus = Some(Focus {
                    firm: next.firm || !moved && self.focus.is_some_and(|f| f.firm),
                    ..next
                });
                if moved {
                    self.last = None;
                }
            }
            if point.clock.is_some() {
                // A clock that is told again brings the story back to its day.
                let goes_back = point.day.is_none() && self.told_again(point, mention) == Some(date);
                if let Some(focus) = self.focus.as_mut().filter(|_| goes_back) {
                    focus.date = date;
                    focus.sentence = Some(mention.sentence);
                    focus.night = false;
                }
            }
            if let Some(clock) = &point.clock {
                self.last = Some(best);
                if let Some(focus) = self.focus.as_mut().filter(|f| f.date == date) {
                    focus.firm = true;
                    self.home = None;
                }
                // "Overnight on Monday … at 6:47 … delays lasted until the end of the day": the story has come to the day.
                let by_day = (6..18).contains(&clock::hour_as_said(clock)) && point.day.is_none();
                let came = |f: &&mut Focus| by_day && f.night && f.date.plus_days(1) == date;
                if let Some(focus) = self.focus.as_mut().filter(came) {
                    (focus.date, focus.night, focus.firm) = (date, false, true);
                }
                if placed.clock == ClockBasis::Stated && clock.named.is_none() {
                    self.before
                        .insert((clock.hour, clock.minute), placed.best.seconds_of_day());
                }
            } else if let Some(part) = point.part.filter(|_| !picked_before && !aside) {
                let (from, to) = vagueness::part_hours(part.part, part.edge);
                let near_its_end = date.at((to.min(24) - 1) * 3600);
                self.last = Some(near_its_end);
                self.in_part = Some((near_its_end, from * 3600..to.min(24) * 3600));
            } else if point.edge == Some(Edge::Late) && placed.value.granularity == Granularity::PartOfDay {
                self.last = Some(date.at(23 * 3600));
            }
        }
    }

    /// The day of the week of the writing, told by its weekday's name or the like, from which a story looks back to a date
    /// before that week, and its sentence.
    fn looked_back_from(&self, point: &Point, mention: &Mention, date: Date) -> Option<(Date, usize)> {
        const WEEK: i64 = 7;
        let now = self.now(mention)?;
        let focus = self.focus.filter(|_| date.days_until(now) >= WEEK)?;
        let fresh = !focus.whole && !focus.header && (0..WEEK).contains(&focus.date.days_until(now));
        let from = focus.sentence.filter(|_| fresh).map(|at| (focus.date, at));
        from.filter(|_| matches!(point.day, Some(Day::Date(_))))
            .or(focus.back_from)
    }

    /// "It had passed in staging on 14 February", told of the 19th: the pluperfect tells in passing what went before. With a
    /// clock, or of the beginning itself, the story may go on from there; behind a day that stands in no heading it may
    /// with all but what led to the outage.
    fn had_been_so(&self, focus: Focus, point: &Point, statement: &Statement) -> bool {
        let passing = match statement.phase {
            Phase::Precursor => true,
            Phase::Started => false,
            _ => focus.header,
        };
        let day = point.clock.is_none() && point.part.is_none();
        passing && day && pluperfect::stands_in(&View::of(self.article, &statement.clause))
    }

    /// Whether a day stands above what was written on it: "today" below it is that day.
    pub(super) fn heads_diary(&self, mention: &Mention) -> bool {
        let block = self.article.sentences[mention.sentence].block;
        let layout = &self.parsed.layout;
        layout.days.contains(&block) || layout.dated_titles.contains(&block)
    }

    /// A wall clock of a point's own zone, on the wall of the document's.
    pub(super) fn document_wall(&self, wall: Wall, point: &Point) -> Wall {
        let named = point
            .zone
            .map(|z| self.zones.named(z))
            .filter(|_| point.clock.is_some() && self.known == Known::Date);
        match (named.and_then(|n| n.zone), self.zones.document) {
            (Some(own), Some(document)) if own != document => {
                document.wall_at(clock::instants(wall, own, named).0.first())
            }
            _ => wall,
        }
    }

    /// Sets the story's day from a title.
    pub fn open(&mut self, date: Date, words: Span) {
        self.title = Some(date);
        self.focus = Some(Focus {
            date,
            words: Some(words),
            header: true,
            whole: true,
            sentence: None,
            night: false,
            possessed: false,
            eve: false,
            firm: true,
            back_from: None,
        });
    }

    /// "Tills fail on Saturday" above a story: where nothing else is told of its day, it is that.
    pub fn open_on_weekday(&mut self, mention: &Mention, statement: &Statement) {
        let Time::Point { point, .. } = &mention.time else {
            return;
        };
        let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        let told = statement.modality == Modality::Actual && !statement.history && self.known == Known::Date;
        let Some(day) = point.day.filter(|_| weekday && told && self.focus.is_none()) else {
            return;
        };
        let Some(found) = self.anchor(mention, statement).resolve(&day) else {
            return;
        };
        self.focus = Some(Focus {
            date: found.value.wall.date(),
            words: Some(mention.span),
            header: false,
            whole: false,
            sentence: Some(mention.sentence),
            night: false,
            possessed: self.owns_noun(mention),
            eve: false,
            firm: true,
            back_from: None,
        });
    }

    /// Tells the story that something was measured out to a moment: later words go on from there. A list goes on from the
    /// stamp of its entry, whatever that tells.
    pub fn reached(&mut self, mention: &Mention, wall: Wall, at: i64) {
        self.measured = Some(at);
        let beside = self.focus.is_some_and(|f| f.date.days_until(wall.date()).abs() <= 1);
        if beside && self.entry_of(mention).is_none() {
            self.last = Some(wall);
        }
    }
}
