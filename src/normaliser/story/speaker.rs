//! Who speaks, and from when: the writer, an entry, a quotation, each with a moment of its own.
//!
//! One would get wrong that "today" is the day of publication, and that what lies after it cannot have been told.

use std::ops::Range;

use crate::article::block::{Block, BlockKind};
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Known};
use crate::parser::layout::{self, Role};
use crate::parser::mention::{Mention, Time};
use crate::parser::page_stamp;
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, DayHalf, Point, ZoneName};
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;

/// Days behind that of its title within which a text is written that tells of them.
const TOLD_WITHIN: i64 = 21;

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
        let Some(written) = self
            .writing
            .filter(|it| last_night && it.bounds && it.value.granularity <= Granularity::Minute)
        else {
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
