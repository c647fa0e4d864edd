//! Who speaks, and from when: the writer, an entry, a quotation, each with a moment of its own.
//!
//! One would get wrong that "today" is the day of publication, and that what lies after it cannot have been told.

use std::ops::Range;

use crate::article::block::{Block, BlockKind};
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::day::{Anchor, HISTORY_AFTER};
use crate::normaliser::document::{DocumentZone, PublishedBasis};
use crate::normaliser::pluperfect;
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Known, Part};
use crate::parser::layout::{self, Role};
use crate::parser::mention::{Mention, Time};
use crate::parser::page_stamp;
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::statement::kind::Phase;
use crate::parser::time::expression::{Day, DayHalf, Point, ZoneName};
use crate::parser::time::view::View;

use super::focus::Focus;
use super::point::Placed;
use super::{Story, stand_in_monday};

/// Days behind that of its title within which a text is written that tells of them.
const TOLD_WITHIN: i64 = 21;

/// Days after a date for which the weekdays of its story are those beside it.
const WEEKDAYS_STAY: i64 = 14;

/// The entry that is being read: words in it count from its stamp.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) tokens: Range<usize>,
    pub(super) at: Wall,
    pub(super) has_clock: bool,
    /// The day that its text has turned to: a report told in an update has days of its own.
    pub(super) day: Option<Date>,
    /// Whether its stamp has a day: the next clock of a list without one is of the list's day, whatever the text looks back to.
    pub(super) dated: bool,
    /// The zone of its stamp.
    pub(super) zone: Option<ZoneName>,
    /// Whether its text has gone on behind the stamp, so that this bounds nothing: "4:19 a.m. — power fails. 6:49 a.m. — …".
    pub(super) goes_on: bool,
    /// The past day that its text named last.
    pub(super) named: Option<Date>,
}

impl Story<'_> {
    /// The day of speaking for a mention: its entry's, its quotation's, or the writing's.
    pub(super) fn now(&self, mention: &Mention) -> Option<Date> {
        if let Some(entry) = self.entry_of(mention) {
            return Some(entry.at.date());
        }
        if let Some(day) = self.diary_at(mention).filter(|_| !self.heads_diary(mention)) {
            return Some(day);
        }
        match (self.writing, self.known) {
            // A title tells the day of the outage; who has told of the next days writes after them.
            (Some(writing), Known::Date | Known::Yearless) if !writing.bounds => {
                let reached = self.focus.map(|f| f.date);
                let days_later = |day: &Date| (1..=TOLD_WITHIN).contains(&writing.date.days_until(*day));
                Some(reached.filter(days_later).unwrap_or(writing.date))
            }
            (Some(writing), Known::Date | Known::Yearless) => Some(writing.date),
            (None, Known::Weekday) => Some(self.week_end),
            _ => None,
        }
    }

    /// "This article was originally published on 3 May", below what was added to it: from there on "today" is that day.
    pub fn turn_to_original(&mut self, mention: &Mention) {
        let block = self.article.sentences[mention.sentence].block;
        let noted = page_stamp::notes_publication(&View::of(self.article, &self.article.blocks[block].tokens), mention);
        let Time::Point {
            point: Point {
                day: Some(Day::Date(date)),
                ..
            },
            ..
        } = &mention.time
        else {
            return;
        };
        let whole = date.year.zip(date.month).zip(date.day);
        let day = whole.and_then(|((year, month), day)| Date::new(year, month, day));
        if let Some(day) = day.filter(|day| noted && self.writing.is_some_and(|w| *day < w.date)) {
            (self.diary, self.focus, self.last, self.entry) = (Some((day, block)), None, None, None);
        }
    }

    /// "13 hr. ago" above a post of a page that was saved at ten: from there on the words are of nine o'clock the evening
    /// before, and the story is on that day.
    pub fn turn_to_post(&mut self, mention: &Mention) {
        let posts = &self.parsed.layout.aged;
        let Some(at) = posts.iter().position(|post| post.text.contains(&mention.tokens.start)) else {
            return;
        };
        if self.aged == Some(at) {
            return;
        }
        let saved = self.writing.filter(|_| self.known == Known::Date);
        let (Some(saved), Time::Shift { length, .. }) = (saved, &self.parsed.mentions[posts[at].mention].time) else {
            self.turn_to_other_post(at);
            return;
        };
        let to_clock = saved.value.granularity <= Granularity::Minute;
        if length.finest().is_clock() && !to_clock {
            return;
        }
        let now = if to_clock {
            Wall(saved.now.0 - 59)
        } else {
            saved.date.midnight()
        };
        let posted = now.plus(-vagueness::extent(length, None).named);
        self.aged = Some(at);
        self.entry = Some(Entry {
            tokens: posts[at].text.clone(),
            at: posted,
            has_clock: length.finest().is_clock(),
            day: None,
            dated: true,
            zone: None,
            goes_on: false,
            named: None,
        });
        self.last = None;
        self.focus = Some(Focus {
            words: Some(self.parsed.mentions[posts[at].mention].span),
            firm: true,
            ..Focus::on(posted.date())
        });
    }

    /// A post of a page that was saved nobody knows when: each begins on the day that the first has come to, at none of the
    /// clocks of the one above it.
    fn turn_to_other_post(&mut self, at: usize) {
        if self.aged.is_some() {
            self.of_thread = self.of_thread.or(self.focus);
            self.focus = self.of_thread;
            self.last = None;
        }
        self.aged = Some(at);
    }

    /// The day of the report that a mention stands in, of several below days: a heading that names none ends it, a line in bold
    /// where the days are, and so does the prose below the last list of clocks.
    pub(super) fn diary_at(&self, mention: &Mention) -> Option<Date> {
        let (day, head) = self.diary.filter(|_| self.known == Known::Date)?;
        let blocks = &self.article.blocks;
        let here = self.article.sentences[mention.sentence].block;
        if self.parsed.layout.days_end.is_some_and(|end| here >= end) {
            return None;
        }
        let below = blocks.get(head + 1..here).unwrap_or_default();
        let BlockKind::Heading(level) = blocks[head].kind else {
            let bold = |block: &Block| {
                let words = self.article.words(block.span);
                words.starts_with("**") && words.ends_with("**")
            };
            let ends = |block: &Block| bold(block) && section::is_label(self.article, block);
            return (!(bold(&blocks[head]) && below.iter().skip(1).any(ends))).then_some(day);
        };
        let ends = |block: &Block| matches!(block.kind, BlockKind::Heading(other) if other <= level);
        (!below.iter().any(ends)).then_some(day)
    }

    pub(super) fn entry_of(&self, mention: &Mention) -> Option<&Entry> {
        let holds = |e: &&Entry| e.tokens.contains(&mention.tokens.start) || e.tokens.start == mention.tokens.start;
        let post = self.post.as_ref().filter(holds);
        post.or_else(|| self.entry.as_ref().filter(holds))
    }

    /// Whether an entry is a post below "ann commented on 8 February", which tells only its day.
    pub(super) fn is_dated_post(&self, entry: &Entry) -> bool {
        let mut stamps = self.parsed.layout.day_stamps.iter();
        !entry.has_clock && stamps.any(|at| self.article.blocks[*at].tokens.contains(&entry.tokens.start))
    }

    /// The moment of speaking, where its clock is known: "ten minutes ago" counts from it.
    pub fn now_wall(&self, mention: &Mention) -> Option<(Wall, bool)> {
        if let Some(entry) = self.entry_of(mention) {
            return Some((entry.at, entry.has_clock));
        }
        if let Some(day) = self.diary_at(mention) {
            return Some((day.midnight(), false));
        }
        self.writing.filter(|_| self.on_calendar()).map(|w| {
            let clock = w.value.granularity <= Granularity::Minute;
            (if clock { Wall(w.now.0 - 59) } else { w.date.midnight() }, clock)
        })
    }

    /// Whether a moment lies behind the latest that can have been told, by more than clocks differ.
    pub fn is_behind_telling(&self, mention: &Mention, earliest: Option<i64>) -> bool {
        const SLACK: i64 = 3600;
        let limit = self.limit(mention).map(|limit| self.scaled(limit).0 + SLACK);
        earliest.zip(limit).is_some_and(|(earliest, limit)| earliest > limit)
    }

    /// The latest moment that can have been told.
    pub(super) fn limit(&self, mention: &Mention) -> Option<Wall> {
        if let Some(entry) = self.entry_of(mention).filter(|e| e.has_clock) {
            return (!entry.goes_on).then(|| entry.at.plus(60));
        }
        if let Some(entry) = self.entry_of(mention).filter(|e| self.is_dated_post(e)) {
            return Some(entry.at.date().plus_days(1).midnight().plus(-1));
        }
        if let Some(limit) = self.limit_of_original(mention) {
            return Some(limit);
        }
        if let Some((morning, _)) = self.breakfast.filter(|(_, at)| mention.tokens.start < *at) {
            return Some(morning.plus(60));
        }
        // The story above what was added to it was written by then.
        let block = self.article.sentences[mention.sentence].block;
        let above = |added: usize| block < added;
        if let (Some(true), Some(w)) = (self.parsed.layout.added.map(above), self.writing)
            && w.bounds
            && self.on_calendar()
        {
            return Some(w.now);
        }
        // A comment of the day after its page was opened tells of that day.
        let own = self
            .entry_of(mention)
            .map(|entry| entry.at.date())
            .filter(|day| self.writing.is_some_and(|w| *day > w.date))
            .map(|day| day.plus_days(1).midnight());
        self.writing
            .filter(|w| w.bounds && self.on_calendar())
            .map(|w| self.revised.max(own).map_or(w.latest, |revised| revised.max(w.latest)))
    }

    /// Notices a clock that is told behind the writing on a day that nothing let it leave: the text was stamped before
    /// its last change, and from here on its stamp bounds no clock of that day.
    pub(super) fn notice_revision(&mut self, placed: &Placed, point: &Point, mention: &Mention, statement: &Statement) {
        let told = statement.modality == Modality::Actual && !statement.quoted && point.clock.is_some();
        let Some(written) = self
            .writing
            .filter(|w| told && w.bounds && w.basis != PublishedBasis::Flag)
        else {
            return;
        };
        let date = placed.best.date();
        // A page that is stamped with the very minute at which its outage began bears the stamp of that.
        let limit = self.limit_of_writing(written.latest, point);
        let names_no_date = matches!(point.day, None | Some(Day::Deictic(_)));
        let began = statement.phase == Phase::Started && names_no_date;
        let stamps_it = began && limit.is_some_and(|limit| limit.plus(-60) == placed.best);
        let behind = written.instant.is_some()
            && date == written.date
            && (stamps_it || limit.is_some_and(|limit| placed.best > limit.plus(300)));
        let own = self.entry_of(mention).is_none_or(|entry| !entry.has_clock);
        if behind && own {
            self.revised = self.revised.max(Some(date.plus_days(1).midnight()));
        }
    }

    /// Notices a clock that goes back to the day before though the story names the day of writing as its own: the
    /// writing may have been stamped in another zone than the story's.
    pub(super) fn notice_put_back(&mut self, by: i64, mention: &Mention, statement: &Statement) {
        let on_day = self.writing.zip(self.focus).is_some_and(|(w, f)| f.date == w.date);
        let told = statement.role == Role::Prose && !statement.history && self.entry_of(mention).is_none();
        if on_day && told && self.put_back.is_none_or(|(furthest, _)| by > furthest) {
            self.put_back = Some((by, mention.span));
        }
    }

    /// The limit of what can have been told, on the wall of the point's own zone.
    pub(super) fn limit_in_zone(&self, mention: &Mention, point: &Point) -> Option<Wall> {
        let limit = self.limit(mention)?;
        if let Some(entry) = self.entry_of(mention) {
            return Some(
                self.limit_of_entry(entry, limit, point)
                    .unwrap_or(limit.plus(12 * 3600)),
            );
        }
        if self.revised.is_some() {
            return Some(limit);
        }
        self.limit_of_writing(limit, point)
    }

    /// "Tue Dec 3 09:15:44 EST" above a mail, and in it "19:07 - 22:29 GMT": where both name their zones, the limit is one on
    /// the wall of the point's own.
    fn limit_of_entry(&self, entry: &Entry, limit: Wall, point: &Point) -> Option<Wall> {
        let zone = |name| self.zones.named(name).zone;
        let (sent, told) = (zone(entry.zone?)?, zone(point.zone?)?);
        let blocks = &self.article.blocks;
        let block = &blocks[blocks.partition_point(|it| it.tokens.end <= entry.tokens.start)..];
        let header = block.first().filter(|it| it.kind == BlockKind::FrontMatter)?;
        let headed = header.tokens.contains(&entry.tokens.start);
        (headed && sent != told && entry.has_clock).then(|| told.wall_at(sent.instants(limit).last()))
    }

    /// The writing's limit, on the wall of the point's own zone.
    fn limit_of_writing(&self, limit: Wall, point: &Point) -> Option<Wall> {
        let named = point.zone.and_then(|z| self.zones.named(z).zone);
        // A stamp in a zone of its own bounds clocks whose zone nobody knows only to within a day.
        if named.is_none() && self.zones.document.is_none() && self.writing.is_some_and(|w| w.instant.is_some()) {
            return Some(limit.plus(14 * 3600));
        }
        match (named, self.zones.document, self.writing.and_then(|w| w.instant)) {
            (Some(zone), _, Some(instant)) => Some(zone.wall_at(instant).plus(60)),
            // A dateline's day is that of its place.
            (Some(zone), Some(document), None) if matches!(self.zones.basis, DocumentZone::Place(_)) => {
                Some(zone.wall_at(document.instants(limit).last()))
            }
            (Some(zone), Some(document), None) if zone != document => Some(limit.plus(14 * 3600)),
            _ => Some(limit),
        }
    }

    pub(super) fn anchor(&self, mention: &Mention, statement: &Statement) -> Anchor {
        let now = self.now(mention);
        let focus = self.focus.map(|f| f.date);
        // "On Tuesday morning" behind "On March 11th", a Tuesday, told two weeks later.
        let names_focus = |focus: Date| {
            matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
                if point.day == Some(Day::Weekday { weekday: focus.weekday(), picker: None }))
        };
        let before = mention.relation == Relation::Since && statement.modality == Modality::Actual;
        // "Nobody had looked at it since Wednesday", told weeks later of a date.
        let had = || {
            before && pluperfect::stands_in(&View::of(self.article, &(statement.clause.start..mention.tokens.start)))
        };
        let narrative = match (now, self.focus) {
            (Some(now), Some(focus)) if self.entry_of(mention).is_none() => {
                let behind = focus.date.days_until(now);
                // A week and more behind what it tells, a story's weekdays are those beside its date.
                let weeks_later = focus.whole && (7..=WEEKDAYS_STAY).contains(&behind);
                // "Was opened at 07:15 on Monday": a clock told as exactly as those before it is the story's too.
                let clocked = || {
                    let clock = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some());
                    clock
                        && focus.whole
                        && focus.firm
                        && behind > WEEKDAYS_STAY
                        && self.last.is_some()
                        && !self.is_of_saying(mention)
                };
                let beside_date = weeks_later
                    || clocked()
                    || focus.whole && had()
                    || (self.narrative || focus.header || names_focus(focus.date))
                        && focus.whole
                        && behind > HISTORY_AFTER;
                // "In a report sent to its customers on Tuesday"
                let sent = matches!(&mention.time, Time::Point { point, .. }
                    if matches!(point.day, Some(Day::Weekday { .. })) && self.dates_a_publication(point, mention));
                let since = sent
                    || self.said_of_late(mention)
                    || self.lasts_till_now(mention, statement)
                    || self.lies_ahead(mention, statement)
                    || self.is_back(mention, statement);
                (self.title.is_some() || beside_date) && !since
            }
            // A report from a place looks back on the months before its day; other tales go on from theirs.
            (None, _) => self.parsed.layout.place.is_none(),
            _ => false,
        };
        let saying_now = statement.quoted
            && matches!(&mention.time, Time::Point { point, .. } if matches!(point.day, Some(Day::Deictic(_))));
        // A saying with a day of its own is not told at bedtime.
        let said = saying_now.then(|| self.said_on(mention).or_else(|| self.sent_out_on(mention, statement)));
        let said = said.flatten();
        let now = said.or_else(|| self.before_bedtime(now, mention, statement));
        let now = self.behind_plan(mention, statement).or(now);
        let now = self.of_retold_week(mention, statement).or(now);
        let planned = self.planned_then(mention, statement);
        let now = planned.or(now);
        let mends = matches!(statement.phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved);
        let goes_on = mends && self.focus.is_some_and(|f| !f.header);
        let named_day = matches!(
            &mention.time,
            Time::Point { point, .. } | Time::Span { from: point, .. }
                if matches!(point.day, Some(Day::Unit { unit: Unit::Day, .. } | Day::Weekday { picker: Some(Picker::Same | Picker::Following | Picker::Previous), .. } | Day::PickedMonth { picker: Picker::Same, .. }))
        );
        let before_story = matches!(&mention.time, Time::Point { point, .. }
            if matches!(point.day, Some(Day::Weekday { picker: Some(Picker::Previous), .. })));
        // "The morning after the failure" is that behind the story's day.
        let behind = |at: usize| self.says(at, &["before", "after"]) && self.says(at + 1, &["the", "that", "this"]);
        let named_day = named_day && !mention.tokens.clone().any(behind);
        // "that evening" points to the day named last, wherever the story stands.
        let focus = match self.entry_of(mention) {
            // "Will report on Friday the 30th. A test had been made the Sunday before": before the story, and no plan.
            None if before_story => self.named.filter(|day| now.is_none_or(|now| *day <= now)).or(focus),
            None if named_day => {
                let elsewhere = self
                    .beside_named(mention)
                    .or_else(|| self.day_of_last_night(mention))
                    .or_else(|| self.day_above(mention));
                elsewhere.or(self.named).or(focus)
            }
            // "On 26 April an upgrade failed … throughout the day", told in the update of the 27th.
            Some(entry) if named_day => entry.day.or(entry.named).or(focus),
            _ => planned
                .or_else(|| self.beside_named(mention))
                .or_else(|| self.night_of_letter(mention))
                .or(focus),
        };
        let floating_focus = if now.is_none() && focus.is_none() && self.known == Known::Weekday {
            Some(self.week_start)
        } else {
            focus
        };
        Anchor {
            now,
            focus: floating_focus.or(match self.known {
                Known::Clock => Some(stand_in_monday()),
                // What stands before the first date is told of it, where nothing says when the text was written.
                _ if now.is_none() => self.first_day,
                _ => None,
            }),
            narrative: narrative && self.known == Known::Date,
            ahead: self.looks_ahead(mention, statement),
            late: match (focus, self.last) {
                // Of the night that begins on the day of writing an afternoon has nothing to tell.
                (Some(focus), _) if self.limit(mention).is_some_and(|limit| limit < focus.at(20 * 3600)) => false,
                (Some(focus), Some(last)) => last >= focus.at(12 * 3600) && last <= focus.at(30 * 3600),
                // "The pumps failed on Sunday and were back overnight", written on Monday: the night that followed.
                (Some(focus), None) => goes_on && now == Some(focus.plus_days(1)),
                _ => false,
            },
            told: self.tells_of_day_past(mention, statement),
            before,
            open_ended: self.writing.is_none_or(|w| !w.bounds),
            year: self.year,
            known: self.known,
        }
    }

    /// "Wednesday", "Thursday" and "Friday" above what was written on the Sunday: who tells a week day by day knows all of
    /// it, and "he was away until Friday" below "Wednesday" is of the same week.
    fn of_retold_week(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        const WEEK: i64 = 7;
        let bare = |mention: &Mention| {
            matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
                if matches!(point.day, Some(Day::Weekday { picker: None, .. })))
        };
        if let Some(entry) = self.entry_of(mention) {
            // "**Monday.** It failed at 10:20. A post-mortem appeared on Thursday."
            let written = self.writing?.date;
            let head = self
                .parsed
                .mentions
                .iter()
                .find(|m| m.tokens.start == entry.tokens.start);
            let retold = (0..WEEK).contains(&entry.at.date().days_until(written)) && head.is_some_and(bare);
            let told = retold && !entry.has_clock && bare(mention) && !self.looks_ahead(mention, statement);
            return told.then_some(written);
        }
        let (day, head) = self.diary?;
        let heading = layout::in_blocks(self.article, &self.parsed.mentions, head..head + 1);
        let written = self.writing.filter(|w| w.bounds)?.date;
        // "Saturday, July 20" too: what was written on its day has a year.
        let yearless = |mention: &Mention| {
            matches!(&mention.time, Time::Point { point, .. }
                if matches!(point.day, Some(Day::Date(date)) if date.weekday.is_some() && date.year.is_none()))
        };
        let head = heading.first().is_some_and(|head| bare(head) || yearless(head));
        let retold = (0..WEEK).contains(&day.days_until(written)) && head;
        let here = self.diary_at(mention).is_some() && !self.heads_diary(mention);
        (here && retold && bare(mention) && !self.looks_ahead(mention, statement)).then_some(written)
    }

    /// "The union said on Monday", written on that Monday of a story that began a fortnight ago: a report is opened by what
    /// was said last. The weekday stands directly behind its saying, and is that of the writing or of the day before.
    pub(super) fn said_of_late(&self, mention: &Mention) -> bool {
        let (Time::Point { point, .. }, Some(written)) = (&mention.time, self.writing.filter(|w| w.bounds)) else {
            return false;
        };
        let Some(Day::Weekday { weekday, picker: None }) = point.day else {
            return false;
        };
        let said = self.is_of_saying(mention);
        said && point.clock.is_none() && written.date.back_to(weekday).days_until(written.date) <= 1
    }

    /// "Since Friday the desk has been staffed day and night", "since Monday anyone can post": what has lasted to the writing
    /// began on the weekday before it.
    fn lasts_till_now(&self, mention: &Mention, statement: &Statement) -> bool {
        const NEAR: usize = 4;
        let bounds = self.writing.is_some_and(|w| w.bounds);
        let has = |at: usize| self.says(at, &["has", "have", "'ve", "’ve", "can", "are", "is"]);
        // "A job that runs every ten minutes has been on since Monday": the other time stands between.
        let from = self.article.sentences[mention.sentence]
            .tokens
            .start
            .min(statement.clause.start);
        let near = mention.tokens.start.saturating_sub(NEAR).max(from)..mention.tokens.start;
        let been = |at: usize| self.says(at, &["has", "have"]) && self.says(at + 1, &["been"]);
        bounds
            && mention.relation == Relation::Since
            && (statement.clause.clone().any(has) || near.into_iter().any(been))
    }

    /// "Monday", and below it "That was premature. At 08:50 the next day it came back": who goes on from the section above, where
    /// nothing is told of the Monday yet, means the Monday.
    fn day_above(&self, mention: &Mention) -> Option<Date> {
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
            return None;
        };
        let next = point.picked_day() == Some(Picker::Following);
        let focus = self.focus.filter(|focus| next && focus.header && self.last.is_none())?;
        let above = focus.date.plus_days(-1);
        self.told.values().any(|day| *day == above).then_some(above)
    }

    /// "The team came at 03:10 … a digger had been there the previous afternoon": who is in the small hours looks back over the
    /// day that is over, though the story still goes by its name.
    fn day_of_last_night(&self, mention: &Mention) -> Option<Date> {
        const SMALL_HOURS: i64 = 6 * 3600;
        let Time::Point { point, .. } = &mention.time else {
            return None;
        };
        let previous = point.picked_day() == Some(Picker::Previous);
        let part = point
            .part
            .is_some_and(|it| matches!(it.part, Part::Afternoon | Part::Evening));
        let last = self.last.filter(|last| last.seconds_of_day() < SMALL_HOURS);
        last.filter(|_| previous && part).map(Wall::date)
    }

    /// "Is to meet them on Monday and publish its report by Friday", told on a Thursday: the day of the plan that it goes on
    /// with, behind which the weekday comes.
    fn behind_plan(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let bare = matches!(&mention.time, Time::Point { point, .. }
            if matches!(point.day, Some(Day::Weekday { picker: None, .. })));
        let (_, planned) = self.planned.filter(|(sentence, _)| *sentence == mention.sentence)?;
        let joint = statement.clause.start;
        let joined = self.says(joint, &["and", "then"]) || self.says(joint + 1, &["and", "then"]);
        (bare && joined && self.lies_ahead(mention, statement)).then_some(planned)
    }

    /// "It had been struck on 12 December and was to be moved by the end of January", told in June: the day from which that
    /// month was looked forward to.
    fn planned_then(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let month = matches!(&mention.time, Time::Point { point, .. }
            if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.year.is_none() && date.day.is_none()));
        let (_, date) = self.excursion.filter(|(sentence, _)| *sentence == mention.sentence)?;
        let past = self.writing.is_some_and(|w| w.bounds && date < w.date);
        (month && past && self.was_to_be(mention, statement)).then_some(date)
    }

    /// "Is likely to review it on Tuesday", behind a day looked back at: what is expected lies ahead of the writing. "Would"
    /// is what others expected then.
    fn lies_ahead(&self, mention: &Mention, statement: &Statement) -> bool {
        const OF_THE_PAST: &[&str] = &["would", "was", "were", "had", "could"];
        let written = self.writing.is_some_and(|w| w.bounds);
        written && self.looks_ahead(mention, statement) && !self.clause_says(statement, OF_THE_PAST)
    }

    /// "Hit on Saturday. On 2 April payments failed. He reviewed it on Thursday": whether a story that tells the week of its
    /// writing by the names of the days, and has looked back to a date, is back there. A paragraph that opens with the date
    /// stays with it, and so does what came back then.
    fn is_back(&self, mention: &Mention, statement: &Statement) -> bool {
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let Some((told_on, told_in)) = self.focus.and_then(|f| f.back_from) else {
            return false;
        };
        let (here, date_in) = (block(mention.sentence), self.focus.and_then(|f| f.sentence));
        let weekday = match &mention.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => point.day,
            _ => None,
        };
        let (Some(Day::Weekday { weekday, picker: None }), Some(now)) = (weekday, self.now(mention)) else {
            return false;
        };
        let mends = matches!(statement.phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved);
        let possible = !mends || now.back_to(weekday) >= told_on;
        let apart = date_in != Some(mention.sentence);
        possible && apart && (block(told_in) == here || date_in.is_none_or(|at| block(at) != here))
    }

    /// Who writes in the small hours still calls the day before "today", except for what lies ahead, and until the text
    /// calls the new day by its name. "This evening" is over then, in an entry too.
    pub(super) fn before_bedtime(&self, now: Option<Date>, mention: &Mention, statement: &Statement) -> Option<Date> {
        let small_hours = self.writing.is_some_and(|w| {
            w.value.granularity <= Granularity::Minute
                && w.bounds
                && Wall(w.now.0 - 59).seconds_of_day() < 5 * 3600
                && self.known == Known::Date
        });
        let deictic = matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. } if matches!(point.day, Some(Day::Deictic(_))));
        let told = deictic && statement.modality == Modality::Actual;
        if let Some(entry) = self.entry_of(mention) {
            let small_hours = entry.has_clock && entry.at.seconds_of_day() < 5 * 3600;
            // "We will keep you posted overnight", at half past midnight: the night that the post is of.
            let overnight = matches!(&mention.time, Time::Point { point, .. } if point.day == Some(Day::Overnight));
            let over = small_hours && (told && is_of_evening(mention) || overnight);
            return now.map(|n| n.plus_days(-i64::from(over)));
        }
        // Written for the morning's readers.
        if self.is_of_evening_to_be_read_in_the_morning(mention, statement) {
            return now.map(|n| n.plus_days(1));
        }
        // "Today at 02:42", written at three: those hours are the new day's.
        let of_those_hours = matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
            if point.clock.is_some_and(|clock| clock.half != DayHalf::Open && clock::hour_as_said(&clock) < 5));
        if small_hours && told && !of_those_hours && !self.names_day_of_writing {
            now.map(|n| n.plus_days(-1))
        } else {
            now
        }
    }

    /// "The network went down on Tuesday. … Some tills were still out last night", written on Tuesday at nine for Wednesday's
    /// paper: the night that is only coming.
    fn is_of_evening_to_be_read_in_the_morning(&self, mention: &Mention, statement: &Statement) -> bool {
        const EVENING: i64 = 18 * 3600;
        let last_night = matches!(&mention.time, Time::Point { point, .. }
            if point.day == Some(Day::Deictic(-1)) && point.is_of_night() && point.clock.is_none());
        let Some(written) = self.writing.filter(|it| last_night && it.bounds && it.value.granularity <= Granularity::Minute) else {
            return false;
        };
        let evening = Wall(written.now.0 - 59).seconds_of_day() >= EVENING && self.known == Known::Date;
        if !evening || statement.quoted || matches!(statement.phase, Phase::Started | Phase::Precursor) {
            return false;
        }
        let day_of_writing = Some(Day::Weekday {
            weekday: written.date.weekday(),
            picker: None,
        });
        // The outage began on that day, and the story calls it by its name before.
        self.parsed.statements.iter().any(|it| {
            let began = it.phase == Phase::Started && it.modality == Modality::Actual && it.role == Role::Prose;
            let told = it.mention.map(|at| &self.parsed.mentions[at]).filter(|_| began);
            told.is_some_and(|told| {
                let before = told.tokens.start < mention.tokens.start;
                before && matches!(&told.time, Time::Point { point, .. } if point.day == day_of_writing)
            })
        })
    }

    /// Whether the dateline of a story stamped in the small hours names that day: it was written for it.
    pub(super) fn heads_by_day_of_writing(&self) -> bool {
        let Some(written) = self.writing.map(|w| w.date) else {
            return false;
        };
        let roles = self.parsed.layout.roles.iter();
        self.parsed.mentions.iter().zip(roles).any(|(mention, role)| {
            matches!(&mention.time, Time::Point { point, .. } if *role == Role::Dateline
                && matches!(point.day, Some(Day::Date(date))
                    if date.month == Some(written.month()) && date.day == Some(written.day())))
        })
    }

    /// Whether the story tells something of the day of writing by its weekday: "ran again on Wednesday", told on Wednesday.
    pub(super) fn names_weekday_of_writing(&self) -> bool {
        let Some(weekday) = self.writing.map(|w| w.date.weekday()) else {
            return false;
        };
        let told = |s: &&Statement| s.role == Role::Prose && s.modality == Modality::Actual;
        self.parsed.statements.iter().filter(told).any(|statement| {
            statement
                .mention
                .map(|at| &self.parsed.mentions[at])
                .is_some_and(|mention| {
                    let named = matches!(&mention.time, Time::Point { point, .. }
                    if point.day == Some(Day::Weekday { weekday, picker: None }));
                    // "Saturday's top stories" tells nothing, and an update was added after a night's sleep.
                    let block = &self.article.blocks[self.article.sentences[mention.sentence].block];
                    named && mention.led && !layout::opens_update(&View::of(self.article, &block.tokens))
                })
        })
    }
}

/// "This evening", "tonight".
fn is_of_evening(mention: &Mention) -> bool {
    matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
        if point.day == Some(Day::Deictic(0)) && point.is_of_night())
}
