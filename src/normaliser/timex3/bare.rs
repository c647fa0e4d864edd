//! Clocks and parts of a day that name no day: which day they stand on.
//!
//! One would get wrong to take the day told last: a plan is no day that the story goes on from, an entry follows the
//! entry before it, and standing hours have no day at all.

use crate::lexicon::tense::Tense;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall, Zone};
use crate::normaliser::clock::{self, Setting};
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::parser::time::expression::{Clock, DayHalf, Expression, Point, Quantifier, Set, SetOf, Timex};
use crate::parser::time::view::Words;

use super::genre::Genre;
use super::walk::{Focus, Walk};

impl Walk<'_> {
    /// The day of an entry's bare clock: that of the entry before it, turned at midnight the way the page runs.
    pub(super) fn day_of_entry(&self, point: &Point) -> Value {
        let written = self
            .writer()
            .date
            .or(self.now.date)
            .expect("asked only where the writing is dated");
        let [Some(last), before] = self.entries else {
            return Value::day(self.day.map_or(written, |d| d.value.wall.date()), Known::Date);
        };
        let at = point.clock.map_or(0, |c| clock::second_as_said(&c));
        let gap = at - last.seconds_of_day();
        let newest_first = before.is_some_and(|before| before > last);
        let by = match newest_first {
            true if gap > 6 * 3600 => -1,
            false if gap < -12 * 3600 => 1,
            _ => 0,
        };
        Value::day(last.date().plus_days(by), Known::Date)
    }

    /// Whether a sentence tells standing hours: "Call 555-0177 between 8am and 8pm".
    pub(super) fn standing(&self, timex: &Timex) -> bool {
        let Some(sentence) = self.article.sentence_of(timex.tokens.start) else {
            return false;
        };
        let tokens = self.article.sentences[sentence].tokens.clone();
        let first = self.timexes.partition_point(|t| t.tokens.start < tokens.start);
        let habit = self.timexes[first..]
            .iter()
            .take_while(|t| t.tokens.start < tokens.end)
            .any(|t| matches!(&t.expression, Expression::Set(set) if repeats_days(set)));
        (habit || tokens.clone().take(60).any(|at| self.view.says_of(at, &HOURS)))
            && self.tense(timex) != Some(Tense::Past)
            && !tokens
                .clone()
                .any(|at| self.view.lexicon.deictics.begins(self.view.word(at)))
    }

    /// Whether a time stands behind "since": nothing else happened on that day.
    fn since(&self, focus: &Focus) -> bool {
        self.genre == Genre::News
            && focus
                .tid
                .checked_sub(1)
                .and_then(|at| self.timexes.get(at))
                .is_some_and(|timex| self.view.says(timex.tokens.start.wrapping_sub(1), "since"))
    }

    /// The day of "at 7:52", "in the afternoon".
    pub(super) fn day_without_words(&self, timex: &Timex, point: &Point, zone: Option<Zone>) -> Value {
        let _ = zone;
        if point.clock.is_some() && self.standing(timex) {
            return Value::day(Date::new(2001, 1, 1).expect("a real day"), Known::Clock);
        }
        let here = self.article.sentence_of(timex.tokens.start);
        // "Thursday should be sunny, it said at 3 p.m.": what was said is not said on the day to come; what will be at
        // 12:04 is on the day to come that was told last.
        let ahead = |f: &Focus| self.now.date.is_some_and(|now| f.value.wall.date() > now);
        let tense = self.tense(timex);
        let near = |f: &Focus| {
            f.sentence == here && !(ahead(f) && tense == Some(Tense::Past)) && !self.since(f)
                || tense == Some(Tense::Ahead) && ahead(f) && f.sentence.map(|s| s + 1) == here
        };
        let same_sentence = self.focus.filter(|f| near(f) && self.has_date(f.value));
        match (same_sentence.or(self.day), self.now.date) {
            (Some(focus), _) => {
                let mut date = focus.value.wall.date();
                // "Thursday night … at 2 a.m." is past the midnight.
                if focus.night
                    && point.clock.is_some_and(|c| {
                        c.half != DayHalf::Open && clock::hour_as_said(&c) < 6 || c.half == DayHalf::Open && c.hour < 6
                    })
                {
                    date = date.plus_days(1);
                }
                Value::day(date, focus.value.known)
            }
            (None, Some(now)) => Value::day(now, Known::Date),
            (None, None) => Value::day(Date::new(2001, 1, 1).expect("a real day"), Known::Clock),
        }
    }

    /// The clock on its day, and whether it had to be looked for a day earlier.
    pub(super) fn clock(
        &mut self,
        clock: &Clock,
        point: &Point,
        day: Value,
        timex: &Timex,
        zone: Option<Zone>,
        entry: bool,
    ) -> (Value, bool) {
        let mut date = day.wall.date();
        let last = self
            .day
            .filter(|f| f.value.granularity <= Granularity::Minute)
            .map(|f| f.value.wall);
        let bounded = !entry && day.known == Known::Date;
        let limit = self
            .limit(zone)
            .filter(|_| bounded && self.tense(timex) != Some(Tense::Ahead));
        let before = self
            .seen
            .iter()
            .rev()
            .find(|(hour, minute, _)| (*hour, *minute) == (clock.hour, clock.minute))
            .map(|(.., at)| *at);
        let at = clock::of_day(
            clock,
            &Setting {
                of_night: false,
                twenty_four: self.twenty_four,
                last,
                limit,
                date,
                stamp: None,
                expected: false,
                backward: false,
                since: false,
                until: None,
                universal: false,
                of_thread: None,
                before,
                first: None,
                part: None,
                lasted: None,
                past_midnight: false,
            },
        );
        self.seen.push((clock.hour, clock.minute, at));
        let mut back = false;
        if point.day.is_none() && day.known == Known::Date && !entry {
            (date, back) = self.turned(date, at, last, limit, timex, zone);
        }
        // "Monday night at 2 a.m." is Tuesday's.
        if point.part.is_some_and(|p| p.part == Part::Night) && at < 6 * 3600 && point.day.is_some() {
            date = date.plus_days(1);
        }
        let value = Value {
            wall: date.at(at),
            granularity: if clock.second.is_some() {
                Granularity::Second
            } else {
                Granularity::Minute
            },
            part: None,
            known: day.known,
            offset: None,
        };
        (value, back)
    }

    /// The latest clock that is not ahead of the writing, on the wall of the clock's own zone.
    pub(super) fn limit(&self, zone: Option<Zone>) -> Option<Wall> {
        let wall = self.now.wall?;
        match (zone, self.writing.and_then(|w| w.instant)) {
            (Some(zone), Some(instant)) if self.now.tid == 0 => Some(zone.wall_at(instant)),
            // A clock of another wall: no zone is more than half a day away.
            (Some(_), None) => Some(wall.plus(12 * 3600)),
            _ => Some(wall),
        }
    }

    /// The day of a clock that has none of its own: the same instant in another zone, past a midnight, or a day back
    /// where the clock would lie ahead of the writing.
    pub(super) fn turned(
        &self,
        date: Date,
        at: i64,
        last: Option<Wall>,
        limit: Option<Wall>,
        timex: &Timex,
        zone: Option<Zone>,
    ) -> (Date, bool) {
        if let (Some(zone), Some((end, instant))) = (zone, self.last_zoned)
            && timex.tokens.start <= end + 2
            && timex.tokens.start > end
            && !self.view.symbol_any(end, &['-', '–', ',', '—'])
            && matches!(self.view.kind(end), Some(crate::article::token::Kind::Symbol(_)))
        {
            let near = |by: i64| {
                let there = zone.instants(date.plus_days(by).at(at)).first();
                (there.0 - instant.0).abs()
            };
            let by = [-1, 0, 1].into_iter().min_by_key(|by| near(*by)).unwrap_or(0);
            return (date.plus_days(by), false);
        }
        let mut date = date;
        if let Some(last) = last
            && last.date() == date
        {
            let back = last.seconds_of_day() - at;
            if back > 12 * 3600 && at < 7 * 3600 && last.seconds_of_day() >= 17 * 3600 {
                date = date.plus_days(1);
            }
        }
        // Where the same paragraph names the day, the text was written on after its stamp.
        let here = self
            .article
            .span_of(timex.tokens.clone())
            .and_then(|span| self.block_of(span.start()));
        if self.day.is_none_or(|day| day.said.is_none() || day.said != here)
            && limit.is_some_and(|limit| date.at(at) > limit.plus(600))
            && self.now.date.is_some_and(|now| date >= now)
        {
            return (date.plus_days(-1), true);
        }
        (date, false)
    }
}

/// Whether a set comes again on days: "daily", "every Monday", "weekdays", not "a minute".
fn repeats_days(set: &Set) -> bool {
    match set.what {
        SetOf::Length(length) => set.quantifier != Some(Quantifier::Each) && length.finest() >= Unit::Day,
        SetOf::Point(_) | SetOf::Workdays => true,
    }
}

/// Words of a sentence that tells when somebody can be reached.
const HOURS: Words<11> = Words::new([
    "call",
    "calls",
    "ring",
    "phone",
    "dial",
    "helpline",
    "hotline",
    "staffed",
    "lines",
    "freephone",
    "toll-free",
]);
