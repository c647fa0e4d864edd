//! The day of a clock that names none: its entry's, its quotation's, the story's, or the one beside that.
//!
//! One would get wrong that it is simply the day that the story is on: the small hours after an evening are the next
//! day's, an evening told behind the morning that ended it is the day's before, and a list has its own days.

use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{NamedClock, Picker};
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::document::DateBasis;
use crate::normaliser::pluperfect;
use crate::normaliser::value::{Granularity, Known, Part};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::base::{content, shared};
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Clock, Day, DayHalf, Point};
use crate::parser::time::view::View;

use super::focus::{FURTHEST_RETOLD, Focus};
use super::{Story, stand_in_monday};

/// What begins with these is another trouble than the one that was over.
pub(super) const ANEW: &[&str] = &[
    "again", "more", "another", "second", "third", "new", "further", "fresh", "later", "then", "next",
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
        let told = after.map(Wall::date).or_else(|| self.counted_on(point));
        if let Some(date) = told {
            return Some((date, DateBasis::Narrative));
        }
        if let Some((morning, _)) = self.breakfast.filter(|(_, at)| *at == mention.tokens.start) {
            return Some((morning.date(), DateBasis::Publication));
        }
        if let Some(date) = self
            .said_as_of(point, mention)
            .or_else(|| self.part_of_outage(point, mention))
        {
            return Some((date, DateBasis::Narrative));
        }
        let turned_to = self.excursion.filter(|(sentence, _)| *sentence == mention.sentence);
        if let Some((_, date)) = turned_to {
            let next = i64::from(self.passes_midnight(date, point, mention));
            return Some((date.plus_days(next), DateBasis::Narrative));
        }
        // "In the first outage, on 1 March, both cables were cut. Services dropped at 11:15am": the paragraph is of that day.
        let block = self.article.sentences[mention.sentence].block;
        if let Some((_, date)) = self
            .far_paragraph
            .filter(|(told_in, _)| *told_in == block && point.clock.is_some() && !is_entry)
        {
            return Some((date, DateBasis::Narrative));
        }
        let told = self.stretch_told_again(mention);
        let told = told.or_else(|| self.day_set_right(mention).filter(|_| point.clock.is_some()));
        if let Some(date) = told.filter(|_| !is_entry) {
            return Some((date, DateBasis::Narrative));
        }
        if let Some(entry) = self.entry_of(mention) {
            return Some((self.day_in_entry(entry, point, mention), DateBasis::Narrative));
        }
        // "On Friday morning I got the call," he said. "By seven we …"
        let in_words = |(told_in, _): &(usize, Date)| *told_in == block && self.article.is_quoted(mention.tokens.start);
        let promised = self
            .statement_of(mention)
            .is_some_and(|it| it.modality == Modality::Expected);
        if let Some((_, date)) = self
            .quoted
            .filter(|it| point.clock.is_some() && !promised && in_words(it))
        {
            return Some((date, DateBasis::Narrative));
        }
        let opens_story = self.focus.is_none() && !is_entry && point.clock.is_some() && self.on_calendar();
        let told = (opens_story || point.clock.is_some() && self.is_of_course(mention))
            .then(|| self.day_behind(mention))
            .flatten();
        let told = told.or_else(|| opens_story.then(|| self.told_below(point, mention)).flatten());
        if let Some(date) = told
            .or_else(|| self.told_again(point, mention))
            .or_else(|| self.listed_again(point, mention).filter(|_| !is_entry))
        {
            return Some((date, DateBasis::Narrative));
        }
        if let Some(date) = self.goes_on_through_day(point, mention) {
            return Some((date, DateBasis::Narrative));
        }
        let (date, basis) = self.day_reached(mention, is_entry)?;
        let Some(clock) = point.clock else {
            return Some((date, basis));
        };
        if let Some(now) = self.still_so_today(mention, date) {
            return Some((now, DateBasis::Publication));
        }
        if is_entry {
            return Some(self.day_in_list((date, basis), &clock, mention));
        }
        let told = self
            .day_before_its_end(&clock, mention)
            .or_else(|| self.day_of_beginning(&clock, mention, date));
        let told = told.or_else(|| self.eve_of_night(date, &clock, mention));
        if let Some(day) = told.or_else(|| self.eve_looked_back_to(date, &clock, mention)) {
            return Some((day, DateBasis::Narrative));
        }
        if self.goes_past_midnight(&clock, mention, date) || self.is_of_next_day(date, &clock, mention) {
            return Some((date.plus_days(1), DateBasis::Narrative));
        }
        Some((date, basis))
    }

    /// "It said on Sunday morning that most were back. The rest had power by the afternoon": a later part of the day that the
    /// sentence before names with an earlier one, wherever the story stands.
    fn goes_on_through_day(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let part = point
            .part
            .filter(|_| point.clock.is_none() && point.day.is_none())?
            .part;
        let mentions = &self.parsed.mentions;
        let at = mentions.partition_point(|it| it.tokens.start < mention.tokens.start);
        let before = &mentions[at.checked_sub(1)?];
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let beside = before.sentence + 1 >= mention.sentence && block(before.sentence) == block(mention.sentence);
        let Time::Point { point: told, .. } = &before.time else {
            return None;
        };
        let Some(Day::Weekday { weekday, picker: None }) = told.day else {
            return None;
        };
        let earlier = told.clock.is_none() && told.part.is_some_and(|it| it.part < part);
        self.named.filter(|day| beside && earlier && day.weekday() == weekday)
    }

    /// "Rang first just after 11 p.m. on Wednesday and were stable at 1:40 a.m.", told on Thursday: the small hours behind the
    /// evening of a day that a sentence has turned to; and the morning up to the stamp, in what is posted on the next day.
    fn passes_midnight(&self, date: Date, point: &Point, mention: &Mention) -> bool {
        const EVENING: i64 = 18 * 3600;
        let told = self.clock_beside(mention).filter(|(_, at)| at.date() == date);
        let evening = told.is_some_and(|(_, at)| at.seconds_of_day() >= EVENING);
        let ends = || self.is_of_small_hours(point, mention) || self.is_of_posts_morning(date, point, mention);
        evening && point.part.is_none() && ends()
    }

    /// "Begun at 10 p.m. on Sunday, was given up at 9:40 a.m.", posted on Monday at noon: the morning of the post, unless the
    /// sentence looks back.
    fn is_of_posts_morning(&self, date: Date, point: &Point, mention: &Mention) -> bool {
        const BACK: &[&str] = &["after", "following", "since", "had", "earlier", "before", "until"];
        const NOON: u8 = 12;
        let next = date.plus_days(1);
        let Some((clock, entry)) = point.clock.zip(self.entry_of(mention)) else {
            return false;
        };
        let at = next.at(clock::second_as_said(&clock));
        let morning = clock.hour < NOON && clock.half != DayHalf::Open && clock.named.is_none();
        let posted = entry.has_clock && entry.at.date() == next && at <= entry.at;
        let from = self.in_sentence.map_or(mention.tokens.start, |(before, _)| {
            self.parsed.mentions[before].tokens.end.min(mention.tokens.start)
        });
        morning && posted && !(from..mention.tokens.start).any(|at| self.says(at, BACK))
    }

    /// The day that the story has come to, or on which it begins.
    fn day_reached(&self, mention: &Mention, is_entry: bool) -> Option<(Date, DateBasis)> {
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
        let basis = match self.focus {
            Some(focus) if focus.header => DateBasis::Header,
            Some(_) => DateBasis::Narrative,
            None if self.writing.is_none() => DateBasis::None,
            None => DateBasis::Publication,
        };
        Some((date, basis))
    }

    /// Whether a clock is of the day behind the one that the story is on. The small hours after an evening are; what is told
    /// after them in the evening is not.
    fn is_of_next_day(&self, date: Date, clock: &Clock, mention: &Mention) -> bool {
        const DAY: i64 = 86_400;
        const SOON: i64 = 6 * 3600;
        const LONGEST: i64 = 10 * 3600;
        let hour = clock::hour_as_said(clock);
        let open = clock.half == DayHalf::Open;
        let at = date.at(hour * 3600 + i64::from(clock.minute) * 60);
        let small_hours = hour < 6 && self.says_half(clock, mention) && clock.named != Some(NamedClock::Midnight);
        let late = |at: Wall| at.date() == date && at.seconds_of_day() >= 18 * 3600;
        // "Due at 9 p.m. but only pulled in at 3.15 a.m.": what was due moves no story, but tells the evening.
        let due = self.clock_beside(mention);
        let evening =
            self.last.is_some_and(|last| last.date() > date || late(last)) || due.is_some_and(|(_, at)| late(at));
        let carried = self.last.is_some_and(|last| last.date() == date.plus_days(1));
        // "Last night … around 02:05 … at 15:30": the day that followed the night, once that has passed midnight.
        let by_day_after_a_night = self.focus.is_some_and(|f| f.night)
            && (6..18).contains(&hour)
            && self.writing.is_none_or(|w| date.plus_days(1) <= w.date);
        // "Back at 4:30. At 9 a.m. the company apologised": on the day of the outage that would be before it began.
        let behind = self.last.map(|last| at.plus(DAY).0 - last.0).filter(|by| *by >= 0);
        let before = |began: Option<Wall>| began.is_some_and(|began| began.date() == date && at < began);
        // "A deploy at 18:32 … an hour late at 23:05 and two at 00:40. Support raised it at 07:20": before all that is told of
        // the first day.
        let of_day = || self.told.iter().filter(|(_, day)| **day == date);
        let opens_day = || {
            let first = of_day().map(|(minute, _)| minute * 60).min();
            !open && first.is_some_and(|first| at < date.at(first))
        };
        let goes_on = carried
            && (!open || by_day_after_a_night)
            && behind.is_some_and(|by| {
                before(self.began)
                    || by <= SOON && before(self.stretch)
                    || by_day_after_a_night
                    || by <= LONGEST && opens_day()
            });
        // "Bolted in at 5:40 a.m. Samples were taken at 6:30": who goes on from a morning does so in it.
        let had = || {
            self.statement_of(mention)
                .is_some_and(|it| self.had_happened(mention, it))
        };
        let goes_on = goes_on || carried && open && hour < 12 && behind.is_some_and(|by| by <= LONGEST) && !had();
        let goes_on = goes_on || self.goes_on_from_saying(date, at.plus(DAY), mention);
        // "At 11 p.m. last night … at 7 a.m.": the morning that ended the night.
        let by_clock = self.last.is_some() && self.in_sentence.map(|(_, at)| at) == self.last;
        let morning = hour < 12 && !open;
        // "Overnight on Saturday … back at 6.15 am": so early a clock ends the night that no clock has told of yet.
        let at_its_end = hour < 9;
        let ends_night = by_day_after_a_night && evening && (by_clock || at_its_end) && morning;
        // "Trading stopped on Wednesday. A file broke on Tuesday night. At 8.52 am brokers were told": back on Wednesday.
        let by_day = morning || hour < 12 && self.twenty_four && self.in_figures(mention);
        let after_eve = self.focus.is_some_and(|f| f.eve) && by_day && !small_hours;
        // "Start: 1 May, 22:10", "End: 2 May, 09:00", and below them "replaced at 08:30".
        let in_span = |(from, to): (Wall, Wall)| from.date() == date && at < from && at.plus(DAY) <= to;
        let in_span = !open && clock.named != Some(NamedClock::Midnight) && self.told_of.is_some_and(in_span);
        // "Alarms fired at 4:26 AM … all but done at 6:20 PM … first posted at 5:02 AM": the hours in which it began are told
        // again, where the story is not in the night already.
        let in_small_hours = |(minute, day): (&i64, &Date)| *day == date && minute * 60 < SOON;
        let retold = behind.is_some_and(|by| by > SOON) && self.told.iter().any(in_small_hours);
        let counted = !open && clock.named.is_none();
        let by_paragraph = counted && !carried && !retold && self.ends_paragraphs_night(at, mention);
        small_hours && (evening || carried) && !retold || goes_on || ends_night || after_eve || in_span || by_paragraph
    }

    /// "Installed at 4.50pm. The nightly run began at 1am", "from 21:30, region by region; Europe had it last, at 06:10": a
    /// paragraph that goes on from an afternoon to so early a clock, and looks back nowhere, has come through the night.
    fn ends_paragraphs_night(&self, at: Wall, mention: &Mention) -> bool {
        const EARLY: i64 = 9 * 3600;
        const AFTERNOON: i64 = 16 * 3600;
        let next = at.plus(86_400);
        const NOON: i64 = 12 * 3600;
        let from = self.article.sentences[mention.sentence].tokens.start;
        // "It began at 3:50 p.m. … Then, at 12:40 a.m., a second mast fell."
        let then = (from..mention.tokens.start).any(|at| self.says(at, &["then", "later"]));
        let since = if then { NOON } else { AFTERNOON };
        let late = |last: Wall| last.date() == at.date() && last.seconds_of_day() >= since;
        let looks_back = pluperfect::stands_in(&View::of(self.article, &(from..mention.tokens.start)));
        let told = self.statement_of(mention).is_some_and(|it| {
            let begins = it.phase == Phase::Started && it.sure && self.began.is_none() && self.ended.is_some();
            it.modality == Modality::Actual && !it.history && !it.quoted && !begins
        });
        let possible = self.limit(mention).is_none_or(|limit| next <= limit);
        let plain = self.entry_of(mention).is_none() && mention.relation != Relation::Since;
        let over = self.ended.is_some() && self.ended == self.last;
        at.seconds_of_day() < EARLY
            && self.last.is_some_and(late)
            && told
            && possible
            && plain
            && !looks_back
            && !over
            && self.told_in_paragraph(mention)
    }

    /// "“At 4 this morning we had nothing,” she said. The first call rang through at 6:52 a.m.", told of the evening before:
    /// the clock goes on from that of the quotation beside it.
    fn goes_on_from_saying(&self, story: Date, next: Wall, mention: &Mention) -> bool {
        const MORNING: i64 = 12 * 3600;
        let block = self.article.sentences[mention.sentence].block;
        let quoted = self.quoted.filter(|(told_in, _)| *told_in == block);
        let said = self.in_sentence.map(|(_, at)| at);
        let said = said.filter(|at| quoted.is_some_and(|(_, day)| day == at.date()));
        let morning = |at: &Wall| at.date() == next.date() && *at < next && next.seconds_of_day() < MORNING;
        self.last.is_some_and(|last| last.date() == story) && said.as_ref().is_some_and(morning)
    }

    /// "It was back by 6 p.m. on Monday. It had gone down at 3.11 a.m.": of an outage whose end is told first, the beginning
    /// lies before that end, on its day where that can be.
    fn day_before_its_end(&self, clock: &Clock, mention: &Mention) -> Option<Date> {
        let ended = self.ended.filter(|at| self.began.is_none() && self.last == Some(*at))?;
        let open = !self.says_half(clock, mention);
        let begins =
            |it: &&Statement| it.phase == Phase::Started && it.sure && !it.history && it.modality == Modality::Actual;
        let told = self.statement_of(mention).filter(|it| !open && begins(it))?;
        if self.clause_says(told, ANEW) {
            return None;
        }
        let day = ended.date();
        let at = day.at(clock::second_as_said(clock));
        // "By 12:05 all was done. At 7:20 calls began to drop" goes on.
        let back = self.clause_says(told, &["had"]);
        (at < ended || back).then(|| if at < ended { day } else { day.plus_days(-1) })
    }

    /// "A transformer blew up on Tuesday … most were back on Wednesday. The transformer caught fire at 8pm": the clock of a
    /// beginning of which only the day was told is of that day, where it is told of the same thing.
    fn day_of_beginning(&self, clock: &Clock, mention: &Mention, story: Date) -> Option<Date> {
        let (day, words) = self.began_on.as_ref().filter(|_| self.began.is_none())?;
        let told = self.statement_of(mention)?;
        let mends = matches!(
            told.phase,
            Phase::Mitigating | Phase::Recovering | Phase::Resolved | Phase::Ongoing | Phase::Aftermath
        );
        let actual = told.modality == Modality::Actual && !told.history && !told.quoted;
        let own = actual && !mends && self.says(told.clause.start, &["the"]) && !self.clause_says(told, ANEW);
        let later = (1..=FURTHEST_RETOLD).contains(&day.days_until(story));
        // What the clause is about.
        let subject = content(self.article, &told.clause)
            .into_iter()
            .take(1)
            .filter(|word| !word.name);
        let (shared, _) = shared(&subject.collect::<Vec<_>>(), &content(self.article, words));
        (own && later && shared > 0 && clock.half != DayHalf::Open).then_some(*day)
    }

    /// "Calls failed from 9:40 p.m. on Sunday to 2:30 a.m. today. Crews left at 10:30 p.m.": of an outage that lasted a night,
    /// and of whose second day only the small hours are told, an evening clock is of the first.
    fn eve_of_night(&self, date: Date, clock: &Clock, mention: &Mention) -> Option<Date> {
        const EVENING: i64 = 15;
        const MORNING: i64 = 9 * 60;
        let began = self.began.filter(|began| began.date().plus_days(1) == date)?;
        let evening = |hour: i64| hour >= EVENING;
        let hour = clock::hour_as_said(clock);
        let of_day = || self.told.iter().filter(|(_, day)| **day == date);
        let night = evening(began.seconds_of_day() / 3600) && of_day().next().is_some();
        let small_hours = of_day().all(|(minute, _)| *minute < MORNING);
        // "On Saturday it failed again at 9:30 p.m."
        let named = self.focus.is_some_and(|f| f.sentence == Some(mention.sentence));
        // "Down at 21:40 … on Tuesday at 08:00 … by 17:00": what comes before the beginning is of the second day.
        let in_night = began.date().at(clock::second_as_said(clock)) >= began
            || self
                .statement_of(mention)
                .is_some_and(|it| it.phase == Phase::Precursor || self.had_happened(mention, it));
        (night && small_hours && !named && in_night && evening(hour) && clock.half != DayHalf::Open)
            .then(|| began.date())
    }

    /// "Tripped at 11:38pm on Tuesday … not restored till noon. Pumping had stopped at 11:40pm": what had happened lies before
    /// what was told last, so it is of the evening on which the outage began.
    fn eve_looked_back_to(&self, date: Date, clock: &Clock, mention: &Mention) -> Option<Date> {
        let began = self.began.filter(|began| began.date().plus_days(1) == date)?;
        let last = self.last.filter(|last| last.date() == date)?;
        let statement = self.statement_of(mention)?;
        let at = clock::second_as_said(clock);
        let between = date.at(at) > last && began.date().at(at) >= began;
        (between && clock.half != DayHalf::Open && self.had_happened(mention, statement)).then(|| began.date())
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
        let now = self.now(mention).filter(|now| story < *now && self.on_calendar())?;
        let from = self.article.sentences[mention.sentence].tokens.start;
        let been = |at: usize| self.says(at, &["have", "has", "'ve", "’ve"]) && self.says(at + 1, &["been"]);
        let so = mention.relation == Relation::Since && (from..mention.tokens.start).any(been);
        let told = self.told.values().any(|day| *day == now);
        (so && told && self.entry_of(mention).is_none()).then_some(now)
    }

    /// "A man died on the night of the outage", told behind the morning that ended it: the day on which it began.
    fn part_of_outage(&self, point: &Point, mention: &Mention) -> Option<Date> {
        const SMALL_HOURS: i64 = 6 * 3600;
        let part = point.part.filter(|_| point.clock.is_none() && point.day.is_none())?;
        let of = mention.tokens.end;
        let the = self.says(of, &["of"]) && self.says(of + 1, &["the", "this"]);
        let view = View::of(self.article, &(of..self.article.sentences[mention.sentence].tokens.end));
        let outage = the && matches!(view.noun(of + 2), Some(Thing::Trouble | Thing::Incident));
        let began = self.began.filter(|_| outage && !self.says(of + 3, &["of", "in"]))?;
        let eve = part.part == Part::Night && began.seconds_of_day() < SMALL_HOURS;
        Some(began.date().plus_days(-i64::from(eve)))
    }

    /// "She said on Monday that most were back as of 2 p.m." and "that all would be by 6 p.m.": how things stood when it was
    /// said, and what was promised then.
    fn said_as_of(&self, point: &Point, mention: &Mention) -> Option<Date> {
        let promised = || {
            self.statement_of(mention)
                .is_some_and(|it| it.modality == Modality::Expected)
        };
        let stands = mention.relation == Relation::AsOf || mention.relation == Relation::By && promised();
        let stands = stands && point.clock.is_some() && self.entry_of(mention).is_none();
        let before = |m: &&Mention| m.tokens.end <= mention.tokens.start;
        let last = self.beside(mention).iter().rfind(before).filter(|_| stands)?;
        let Time::Point { point: said, .. } = &last.time else {
            return None;
        };
        let day = said.day.filter(|_| said.clock.is_none() && self.is_of_saying(last))?;
        let found = self.anchor(last, self.statement_of(last)?).resolve(&day)?;
        (found.value.granularity == Granularity::Day).then(|| found.value.wall.date())
    }

    /// "Fell from 900 at 11am to 40 by noon on Thursday": whether a time is that of where a course begins, whose end is told
    /// with its day.
    fn is_of_course(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 5;
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let near = mention.tokens.start.saturating_sub(FURTHEST).max(sentence.start)..mention.tokens.start;
        let from = near.into_iter().rev().find(|at| self.says(*at, &["from"]));
        from.is_some() && self.says(mention.tokens.end, &["to"])
    }

    /// "Went down at 9:30 and came back at 2 p.m. on Saturday": the day at the end of a sentence is that of the clock
    /// before it, unless it is that of a saying.
    fn day_behind(&self, mention: &Mention) -> Option<Date> {
        let mentions = &self.parsed.mentions;
        let next = mentions.partition_point(|m| m.tokens.start <= mention.tokens.start);
        let mut rest = (next..mentions.len()).take_while(|at| mentions[*at].sentence == mention.sentence);
        let (other, day, clock) = rest.find_map(|at| match &mentions[at].time {
            Time::Point { point, .. } => Some((&mentions[at], point.day?, point.clock.is_some())),
            _ => None,
        })?;
        let plain = matches!(
            day,
            Day::Date(_)
                | Day::Deictic(..=0)
                | Day::Weekday {
                    picker: None | Some(Picker::Last | Picker::ThisPast),
                    ..
                }
        );
        let statement = self.statement_of(other)?;
        let when = matches!(other.relation, Relation::At | Relation::By);
        let told = statement.modality == Modality::Actual && !statement.history && when;
        let said = (mention.tokens.end..other.tokens.start).any(|at| self.speaks(at));
        let turns = said && !clock || self.after_between(mention.span, other) || self.looks_ahead(other, statement);
        let found = self
            .anchor(other, statement)
            .resolve(&day)
            .filter(|_| plain && told && !turns)?;
        (found.value.granularity == Granularity::Day).then(|| found.value.wall.date())
    }
}
