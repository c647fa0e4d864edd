//! The walk through a text's time expressions: each gets its value, and leaves behind what the next may hang on.
//!
//! One would get wrong the one "now": the writing's, unless an entry or a post has a moment of its own; and what a
//! bare clock hangs on is the day that the text is on, not the day of writing.

use crate::article::Article;
use crate::article::token::Kind as TokenKind;
use crate::lexicon::holiday::Holiday;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::{Picker, VagueWhen};
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Instant, Wall, Zone};
use crate::normaliser::clock::{self, Setting};
use crate::normaliser::day::Anchor;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::normaliser::writing::{self, Writing};
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::time::expression::{Clock, Count, Day, DayHalf, Expression, Length, Point, Timex};
use crate::parser::time::view::View;

use super::genre::{Genre, genre, year_after};
use super::{Kind, Tid, Timex3, share, tense, write};

/// Values for all time expressions, in text order.
pub fn walk(article: &Article, parsed: &Parsed, zones: &Zones, writing: Option<Writing>) -> Vec<Timex3> {
    let view = View::new(&article.text, &article.tokens, 0, article.tokens.len());
    let mut timexes = parsed.timexes.clone();
    share::share(&view, &mut timexes);
    let now = writing.map(|w| w.date);
    let mut walk = Walk {
        article,
        view,
        zones,
        timexes: &timexes,
        writing,
        genre: genre(&timexes, now),
        twenty_four: twenty_four(&timexes),
        now: Moment {
            date: now,
            wall: writing.and_then(|w| (w.value.granularity <= Granularity::Minute).then_some(w.latest)),
            tid: 0,
            until: usize::MAX,
        },
        focus: None,
        day: None,
        entries: [None; 2],
        last_zoned: None,
        seen: Vec::new(),
    };
    if walk.genre == Genre::Narrative {
        walk.focus = walk.first_dated(&timexes);
    }
    let roles = Roles::new(parsed);
    let mut out = Vec::with_capacity(timexes.len());
    for (at, timex) in timexes.iter().enumerate() {
        let role = roles.of(parsed, timex);
        if let Some(found) = walk.value(timex, at + 1, role) {
            out.push(found);
        }
    }
    out
}

/// The moment of speaking.
#[derive(Clone, Copy)]
struct Moment {
    date: Option<Date>,
    wall: Option<Wall>,
    tid: Tid,
    /// The token at which it ends to hold.
    until: usize,
}

/// What was told last.
#[derive(Clone, Copy)]
struct Focus {
    value: Value,
    zone: Option<Zone>,
    tid: Tid,
    sentence: Option<usize>,
    /// The block whose words name its day, where any do.
    said: Option<usize>,
    /// Whether it is a night with its day: "Monday night", "last night".
    night: bool,
}

struct Walk<'a> {
    article: &'a Article,
    view: View<'a>,
    zones: &'a Zones,
    timexes: &'a [Timex],
    writing: Option<Writing>,
    genre: Genre,
    twenty_four: bool,
    now: Moment,
    /// What was told last, a year or a second.
    focus: Option<Focus>,
    /// The last day on which something happened: what a bare clock hangs on.
    day: Option<Focus>,
    /// The stamps of a live page, newest or oldest first: the last one's moment, and the one before it.
    entries: [Option<Wall>; 2],
    /// The last clock that named its zone, for the same time told in another.
    last_zoned: Option<(usize, Instant)>,
    /// Open clocks as they were read: hour, minute, seconds after midnight.
    seen: Vec<(u8, u8, i64)>,
}

/// The roles of the page's mentions, looked up by token.
struct Roles {
    by_token: Vec<(usize, usize, usize)>,
}

impl Roles {
    fn new(parsed: &Parsed) -> Self {
        let mut by_token: Vec<_> = parsed
            .mentions
            .iter()
            .enumerate()
            .map(|(at, m)| (m.tokens.start, m.tokens.end, at))
            .collect();
        by_token.sort_unstable();
        Self { by_token }
    }

    fn of<'p>(&self, parsed: &'p Parsed, timex: &Timex) -> Option<&'p Role> {
        let at = self
            .by_token
            .partition_point(|(start, ..)| *start <= timex.tokens.start);
        let (_, end, index) = *self.by_token.get(at.checked_sub(1)?)?;
        (timex.tokens.start < end).then(|| &parsed.layout.roles[index])
    }
}

/// Whether the document writes twenty-four hours: some hour beyond twelve, and no AM or PM.
fn twenty_four(timexes: &[Timex]) -> bool {
    let clocks = || {
        timexes.iter().filter_map(|t| match &t.expression {
            Expression::Point(point) => point.clock.filter(|c| c.named.is_none()),
            _ => None,
        })
    };
    let said = clocks().filter(|c| matches!(c.half, DayHalf::Said(_))).count();
    let beyond = clocks().filter(|c| c.hour > 12).count();
    beyond > said
}

impl Walk<'_> {
    fn value(&mut self, timex: &Timex, tid: Tid, role: Option<&Role>) -> Option<Timex3> {
        if timex.tokens.start >= self.now.until {
            self.now = self.writer();
        }
        let span = self.article.span_of(timex.tokens.clone())?;
        let mut out = Timex3 {
            span,
            kind: Kind::Date,
            value: String::new(),
            modifier: None,
            quant: None,
            freq: None,
            begin: None,
            end: None,
            anchor: None,
            zone: None,
        };
        let (expression, tokens) = without_that(&self.view, timex);
        if tokens != timex.tokens {
            out.span = self.article.span_of(tokens)?;
        }
        match &expression {
            Expression::Point(point) => self.point(timex, point, tid, role, &mut out),
            Expression::Length(length) => {
                out.kind = Kind::Duration;
                out.value = write::length(length);
                out.modifier = timex.hedge.and_then(write::length_mod);
            }
            Expression::FromZero { length, .. } => {
                out.kind = Kind::Duration;
                out.value = write::length(length);
            }
            Expression::Shift {
                length,
                later,
                from_now,
            } => {
                self.shift(length, *later, *from_now, tid, &mut out);
                out.modifier = timex.hedge.and_then(write::point_mod);
            }
            Expression::Set(set) => {
                out.kind = Kind::Set;
                (out.value, out.freq) = write::set(set);
                out.quant = set.quantifier.map(write::quant);
            }
            Expression::Vague(when) => {
                out.value = match when {
                    VagueWhen::Past => "PAST_REF",
                    VagueWhen::Present => "PRESENT_REF",
                    VagueWhen::Future => "FUTURE_REF",
                }
                .to_owned();
            }
        }
        Some(out)
    }

    /// What a narrative's yearless dates hang on before it has named a year: the first that it names.
    fn first_dated(&self, timexes: &[Timex]) -> Option<Focus> {
        let year = timexes.iter().find_map(|timex| match &timex.expression {
            Expression::Point(Point {
                day: Some(Day::Date(date)),
                ..
            }) => date.year.filter(|_| self.now.date.is_some() || date.day.is_some()),
            _ => None,
        })?;
        let mut value = Value::day(Date::new(year, 1, 1)?, Known::Date);
        value.granularity = Granularity::Year;
        Some(Focus {
            value,
            zone: None,
            tid: 0,
            sentence: None,
            said: None,
            night: false,
        })
    }

    fn writer(&self) -> Moment {
        Moment {
            date: self.writing.map(|w| w.date),
            wall: self
                .writing
                .and_then(|w| (w.value.granularity <= Granularity::Minute).then_some(w.latest)),
            tid: 0,
            until: usize::MAX,
        }
    }

    fn tense(&self, timex: &Timex) -> Option<Tense> {
        let sentence = self.article.sentence_of(timex.tokens.start)?;
        tense::tense(
            &self.view,
            self.article.sentences[sentence].tokens.clone(),
            timex.tokens.clone(),
        )
    }

    /// The day on which the quotation around an expression was spoken, where its sentence names one outside the marks.
    fn said_on(&self, timex: &Timex) -> Option<Date> {
        let at = self
            .article
            .quotations
            .partition_point(|q| q.tokens.end <= timex.tokens.start);
        let quotation = self.article.quotations.get(at)?;
        if !quotation.tokens.contains(&timex.tokens.start) {
            return None;
        }
        let block = self.article.blocks.get(quotation.block)?.tokens.clone();
        let first = self.timexes.partition_point(|t| t.tokens.start < block.start);
        let told = self.timexes[first..]
            .iter()
            .take_while(|t| t.tokens.start < block.end)
            .filter(|t| {
                !self
                    .article
                    .quotations
                    .iter()
                    .skip(at.saturating_sub(3))
                    .take(6)
                    .any(|q| q.tokens.contains(&t.tokens.start))
            })
            .find_map(|t| match &t.expression {
                Expression::Point(Point {
                    day: Some(day @ (Day::Weekday { picker: None, .. } | Day::Deictic(_))),
                    ..
                }) => Some(*day),
                _ => None,
            })?;
        let anchor = Anchor {
            now: self.now.date,
            focus: None,
            narrative: false,
            ahead: false,
            late: false,
            open_ended: false,
            known: Known::Date,
        };
        self.now.date?;
        anchor.resolve(&told, None).map(|found| found.value.wall.date())
    }

    /// The day that the text is on.
    fn day_in_focus(&self) -> Option<Date> {
        self.focus.map(|f| f.value.wall.date())
    }

    fn anchor(&self, timex: &Timex, point: &Point) -> Anchor {
        let focus = self.focus.filter(|f| f.value.known == Known::Date);
        let here = self.article.sentence_of(timex.tokens.start);
        let counts = |day: &Day| {
            matches!(
                day,
                Day::Weekday { .. }
                    | Day::Date(_)
                    | Day::Season { .. }
                    | Day::Quarter { .. }
                    | Day::Holiday { .. }
                    | Day::Weekend(_)
                    | Day::Half { .. }
                    | Day::PickedMonth { .. }
            )
        };
        let ahead = point.day.is_some_and(|day| counts(&day)) && self.tense(timex) == Some(Tense::Ahead);
        // A year that the same sentence has just named lends itself, in news too.
        let just_told = focus.is_some_and(|f| {
            f.sentence == here
                && self
                    .now
                    .date
                    .is_some_and(|now| f.value.wall.date().days_until(now) > 365)
                && f.value.granularity <= Granularity::Year
        });
        let narrative = focus.is_some() && (self.genre == Genre::Narrative || just_told);
        let unknown = self.now.date.is_none() && focus.is_none();
        Anchor {
            now: self.now.date,
            focus: if unknown {
                self.day_in_focus().or_else(|| Date::new(2001, 1, 1))
            } else {
                focus.map(|f| f.value.wall.date())
            },
            narrative,
            ahead: ahead && !narrative,
            late: focus.is_some_and(|f| {
                f.value.granularity <= Granularity::Minute && f.value.wall.seconds_of_day() >= 12 * 3600
            }),
            open_ended: false,
            known: if unknown { Known::Weekday } else { Known::Date },
        }
    }

    fn point(&mut self, timex: &Timex, point: &Point, tid: Tid, role: Option<&Role>, out: &mut Timex3) {
        let entry = matches!(role, Some(Role::Entry { .. } | Role::Updated | Role::Published));
        let hedge = timex.hedge.or(point.inner_hedge);
        out.modifier = hedge.and_then(write::point_mod);
        if let Some(Day::Epoch(seconds)) = point.day {
            let value = Value {
                wall: Wall(seconds),
                granularity: Granularity::Second,
                part: None,
                known: Known::Date,
                offset: None,
            };
            out.kind = Kind::Time;
            out.value = value.to_string();
            out.zone = Some("UTC".to_owned());
            self.settle(value, Some(Zone::UTC), tid, timex, role);
            return;
        }
        if let Some(Day::Fiscal { year, quarter }) = point.day {
            let quarter = quarter.map(|q| format!("-Q{q}")).unwrap_or_default();
            out.value = format!("FY{year}{quarter}");
            out.modifier = out.modifier.or(point.edge.and_then(write::edge_mod));
            return;
        }
        let named = point.zone.map(|z| self.zones.named(z));
        let zone = named.and_then(|n| n.zone);
        out.zone = point.zone.and(zone).map(|z| z.name());
        let mut anchor = self.anchor(timex, point);
        if matches!(point.day, Some(Day::Deictic(_)))
            && let Some(said) = self.said_on(timex)
        {
            anchor.now = Some(said);
        }
        let day = match point.day {
            Some(mut day) => {
                if let Day::Date(date) = &mut day
                    && date.order_open
                    && writing::swaps(point, self.zones)
                {
                    (date.month, date.day) = (date.day, date.month);
                }
                if anchor.narrative
                    && let Some(focus) = self.focus
                {
                    in_year_of(&mut day, &focus.value);
                }
                match anchor.resolve(&day, point.edge) {
                    Some(found) => found.value,
                    None => {
                        out.value = unresolved(point);
                        out.kind = if point.clock.is_some() || point.part.is_some() {
                            Kind::Time
                        } else {
                            Kind::Date
                        };
                        return;
                    }
                }
            }
            None if matches!(role, Some(Role::Entry { .. })) && point.clock.is_some() && self.now.date.is_some() => {
                self.day_of_entry(point)
            }
            None => self.day_without_words(timex, point, zone),
        };
        if matches!(point.day, Some(Day::Deictic(_))) {
            out.anchor = Some(self.now.tid);
        }
        let mut value = day;
        let mut turned_back = false;
        let mut edge = point.edge;
        if let Some(clock) = point.clock {
            let placed = self.clock(&clock, point, day, timex, zone, entry);
            (value, turned_back) = placed;
            if matches!(role, Some(Role::Entry { .. })) {
                self.entries = [Some(value.wall), self.entries[0]];
            }
        } else if let Some(part) = point.part {
            value = write::part_of(&day, part.part);
            edge = part.edge.or(edge);
        }
        out.modifier = out.modifier.or(edge.and_then(write::edge_mod));
        out.kind = write::kind_of(&value);
        out.value = write::local(&value);
        if let (Some(zone), true) = (zone, value.known == Known::Date && point.clock.is_some()) {
            self.last_zoned = Some((timex.tokens.end, zone.instants(value.wall).first()));
        }
        let day = self.day;
        self.settle(value, zone, tid, timex, role);
        if turned_back {
            // Last night's clock in a breakfast story does not take the story back to yesterday.
            self.day = day;
        }
    }

    /// Keeps what the next may hang on, and the moment that an entry's stamp gives to its words.
    fn settle(&mut self, value: Value, zone: Option<Zone>, tid: Tid, timex: &Timex, role: Option<&Role>) {
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

    /// Index of the block that holds a byte.
    fn block_of(&self, byte: usize) -> Option<usize> {
        self.article
            .blocks
            .partition_point(|b| b.span.start() <= byte)
            .checked_sub(1)
    }

    fn keep(&mut self, focus: Focus, timex: &Timex) {
        // The date of a post that the page has taken in: "(@name) August 16, 2023".
        let first = timex.tokens.start;
        if first >= 3 && self.view.symbol(first - 1, ')') && self.view.kind(first - 2) == Some(TokenKind::Code) {
            return;
        }
        // What a history says of the writer's own days is an aside.
        if self.genre == Genre::Narrative && counts_from_now(timex) {
            return;
        }
        self.focus = Some(focus);
        if self.has_date(focus.value) {
            // A plan is no day that the story goes on from.
            let ahead = self.genre == Genre::News
                && self.day.is_some()
                && self.now.date.is_some_and(|now| focus.value.wall.date() > now)
                && self.tense(timex) != Some(Tense::Past);
            if !ahead {
                self.day = Some(focus);
            }
        }
    }

    fn has_date(&self, value: Value) -> bool {
        value.granularity <= Granularity::Day && (value.known != Known::Clock || self.now.date.is_none())
    }

    /// The day of an entry's bare clock: that of the entry before it, turned at midnight the way the page runs.
    fn day_of_entry(&self, point: &Point) -> Value {
        let written = self
            .writer()
            .date
            .or(self.now.date)
            .expect("asked only where the writing is dated");
        let [Some(last), before] = self.entries else {
            return Value::day(self.day.map_or(written, |d| d.value.wall.date()), Known::Date);
        };
        let at = point
            .clock
            .map_or(0, |c| clock::hour_as_said(&c) * 3600 + i64::from(c.minute) * 60);
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
    fn standing(&self, timex: &Timex) -> bool {
        let Some(sentence) = self.article.sentence_of(timex.tokens.start) else {
            return false;
        };
        let tokens = self.article.sentences[sentence].tokens.clone();
        tokens.clone().take(60).any(|at| self.view.says_any(at, HOURS))
            && self.tense(timex) != Some(Tense::Past)
            && !tokens
                .clone()
                .any(|at| self.view.lexicon.deictics.begins(self.view.word(at)))
    }

    /// The day of "at 7:52", "in the afternoon".
    fn day_without_words(&self, timex: &Timex, point: &Point, zone: Option<Zone>) -> Value {
        let _ = zone;
        if point.clock.is_some() && self.standing(timex) {
            return Value::day(Date::new(2001, 1, 1).expect("a real day"), Known::Clock);
        }
        let here = self.article.sentence_of(timex.tokens.start);
        let same_sentence = self.focus.filter(|f| f.sentence == here && self.has_date(f.value));
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
    fn clock(
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
        let ahead = self.tense(timex) == Some(Tense::Ahead);
        let limit = if ahead || entry || day.known != Known::Date {
            None
        } else {
            self.limit(zone)
        };
        let before = self
            .seen
            .iter()
            .rev()
            .find(|(hour, minute, _)| (*hour, *minute) == (clock.hour, clock.minute))
            .map(|(.., at)| *at);
        let at = clock::of_day(
            clock,
            &Setting {
                twenty_four: self.twenty_four,
                last,
                limit,
                date,
                stamp: None,
                universal: false,
                before,
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
    fn limit(&self, zone: Option<Zone>) -> Option<Wall> {
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
    fn turned(
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

    fn shift(&mut self, length: &Length, later: bool, from_now: bool, tid: Tid, out: &mut Timex3) {
        let sign = if later { 1.0 } else { -1.0 };
        let unit = length.finest();
        let vague = length
            .terms()
            .any(|(count, _)| matches!(count, Count::Vague(v) if v != crate::lexicon::number::VagueCount::Couple));
        if vague {
            out.kind = if unit.is_clock() { Kind::Time } else { Kind::Date };
            out.value = if later { "FUTURE_REF" } else { "PAST_REF" }.to_owned();
            return;
        }
        let (base, wall, known, anchor, zone) = match (from_now, self.focus) {
            (false, Some(focus)) => (
                Some(focus.value.wall.date()),
                (focus.value.granularity <= Granularity::Minute).then_some(focus.value.wall),
                focus.value.known,
                focus.tid,
                focus.zone,
            ),
            _ => (self.now.date, self.now.wall, Known::Date, self.now.tid, None),
        };
        out.anchor = Some(anchor);
        let value = if unit.is_clock() {
            out.kind = Kind::Time;
            let seconds = length
                .terms()
                .fold(0.0, |sum, (count, unit)| sum + exact(count) * unit.seconds());
            wall.map(|wall| Value {
                wall: Wall(wall.0.saturating_add((sign * seconds).round() as i64)),
                granularity: Granularity::Minute,
                part: None,
                known,
                offset: None,
            })
        } else {
            out.kind = Kind::Date;
            base.and_then(|base| laid_off(base, length, sign, known))
        };
        match value {
            Some(value) => {
                out.value = write::local(&value);
                let focus = Focus {
                    value,
                    zone,
                    tid,
                    sentence: None,
                    said: self.block_of(out.span.start()),
                    night: false,
                };
                if !(from_now && self.genre == Genre::Narrative) {
                    self.focus = Some(focus);
                }
                if value.granularity <= Granularity::Minute {
                    self.day = Some(focus);
                }
            }
            None if unit.is_clock() => {
                let day = base.filter(|_| known == Known::Date);
                out.value = day.map_or("XXXX-XX-XXTXX:XX".to_owned(), |day| format!("{day}TXX:XX"));
            }
            None => out.value = "XXXX-XX-XX".to_owned(),
        }
    }
}

fn exact(count: Count) -> f64 {
    match count {
        Count::Exact(n) => n,
        Count::Vague(_) => 2.0,
    }
}

/// A calendar length laid off from a day, as fine as its finest unit.
fn laid_off(base: Date, length: &Length, sign: f64, known: Known) -> Option<Value> {
    let mut date = base;
    for (count, unit) in length.terms() {
        let n = sign * exact(count);
        date = match unit {
            Unit::Day | Unit::Night => date.plus_days(n.round() as i64),
            Unit::Weekend | Unit::Week => date.plus_days((n * 7.0).round() as i64),
            Unit::Fortnight => date.plus_days((n * 14.0).round() as i64),
            Unit::Month => date.plus_months(whole(n)?),
            Unit::Quarter => date.plus_months(whole(n * 3.0)?),
            Unit::Year => date.plus_months(whole(n * 12.0)?),
            Unit::Decade => date.plus_months(whole(n * 120.0)?),
            Unit::Century => date.plus_months(whole(n * 1200.0)?),
            _ => date,
        };
    }
    let fraction = length.terms().any(|(count, _)| exact(count).fract() != 0.0);
    let granularity = match length.finest() {
        Unit::Week | Unit::Fortnight | Unit::Weekend => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year if fraction => Granularity::Month,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
        _ => Granularity::Day,
    };
    let mut value = Value::day(date, known);
    value.granularity = granularity;
    Some(value)
}

/// Months, where they are few enough to be meant.
fn whole(n: f64) -> Option<i32> {
    (n.abs() < 120_000.0).then_some(n.round() as i32)
}

/// What can be said of a point that nothing places.
fn unresolved(point: &Point) -> String {
    let mut out = "XXXX-XX-XX".to_owned();
    if let Some(Day::Date(date)) = point.day
        && let Some(month) = date.month
    {
        out = match date.day {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        };
    }
    if let Some(clock) = point.clock {
        out.push_str(&format!("T{:02}:{:02}", clock::hour_as_said(&clock), clock.minute));
    } else if let Some(part) = point.part {
        out.push('T');
        out.push_str(part.part.code());
    }
    out
}

/// Words of a sentence that tells when somebody can be reached.
const HOURS: &[&str] = &[
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
];

/// Whether the words count from the moment of speaking.
fn counts_from_now(timex: &Timex) -> bool {
    match &timex.expression {
        Expression::Point(point) => match point.day {
            Some(Day::Deictic(_) | Day::Overnight) => true,
            Some(Day::Unit { picker, .. }) => matches!(picker, Picker::Last | Picker::ThisPast),
            _ => false,
        },
        Expression::Shift { from_now, .. } => *from_now,
        _ => false,
    }
}

/// Gives a yearless date of a narrative the year of the date before it.
fn in_year_of(day: &mut Day, before: &Value) {
    match day {
        Day::Date(date) if date.year.is_none() && date.year_pick.is_none() => {
            if let Some(month) = date.month {
                date.year = Some(year_after(month, before));
            }
        }
        Day::Season {
            season,
            year: year @ None,
            picker: None,
        } => *year = Some(year_after(season.first_month(), before)),
        Day::Holiday {
            holiday: Holiday::Fixed(month, _),
            year: year @ None,
            picker: None,
        } => *year = Some(year_after(*month, before)),
        // In a history "this year" is the story's.
        Day::Unit { picker, .. } if *picker == Picker::This => *picker = Picker::Same,
        _ => {}
    }
}

/// "Five hours before that": the number alone is marked, and is a length.
fn without_that(view: &View, timex: &Timex) -> (Expression, std::ops::Range<usize>) {
    let last = timex.tokens.end.wrapping_sub(1);
    match &timex.expression {
        Expression::Shift { length, .. } if view.says(last, "that") && timex.tokens.len() > 2 => {
            (Expression::Length(*length), timex.tokens.start..last - 1)
        }
        _ => (timex.expression.clone(), timex.tokens.clone()),
    }
}
