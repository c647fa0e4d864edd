//! The walk through a text's time expressions: each gets its value, and leaves behind what the next may hang on.
//!
//! One would get wrong the one "now": the writing's, unless an entry or a post has a moment of its own; and what a
//! bare clock hangs on is the day that the text is on, not the day of writing.

use crate::article::Article;
use crate::article::token::Kind as TokenKind;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::{Picker, VagueWhen};
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Instant, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::day::Anchor;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::normaliser::writing::{self, Writing};
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::time::expression::{CalendarDate, Day, DayHalf, Expression, Point, Timex};
use crate::parser::time::view::View;

use super::genre::{Genre, counts_from_now, genre, in_year_of};
use super::{Kind, Tid, Timex3, tense, write};

/// Values for all time expressions, in text order.
pub fn walk(article: &Article, parsed: &Parsed, zones: &Zones, writing: Option<Writing>) -> Vec<Timex3> {
    let view = View::of(article, &(0..article.tokens.len()));
    let timexes = &parsed.timexes;
    let now = writing.map(|w| w.date);
    let mut walk = Walk {
        article,
        view,
        zones,
        timexes,
        writing,
        genre: genre(timexes, now),
        twenty_four: twenty_four(timexes),
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
        clocked: None,
        zero: None,
        reported: None,
        seen: Vec::new(),
    };
    if walk.genre == Genre::Narrative {
        walk.focus = walk.first_dated(timexes);
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
pub(super) struct Moment {
    pub(super) date: Option<Date>,
    pub(super) wall: Option<Wall>,
    pub(super) tid: Tid,
    /// The token at which it ends to hold.
    pub(super) until: usize,
}

/// What was told last.
#[derive(Clone, Copy)]
pub(super) struct Focus {
    pub(super) value: Value,
    pub(super) zone: Option<Zone>,
    pub(super) tid: Tid,
    pub(super) sentence: Option<usize>,
    /// The block whose words name its day, where any do.
    pub(super) said: Option<usize>,
    /// Whether it is a night with its day: "Monday night", "last night".
    pub(super) night: bool,
    /// Whether its words count from the moment of speaking: "last year".
    pub(super) from_now: bool,
}

pub(super) struct Walk<'a> {
    pub(super) article: &'a Article,
    pub(super) view: View<'a>,
    pub(super) zones: &'a Zones,
    pub(super) timexes: &'a [Timex],
    pub(super) writing: Option<Writing>,
    pub(super) genre: Genre,
    pub(super) twenty_four: bool,
    pub(super) now: Moment,
    /// What was told last, a year or a second.
    pub(super) focus: Option<Focus>,
    /// The last day on which something happened: what a bare clock hangs on.
    pub(super) day: Option<Focus>,
    /// The stamps of a live page, newest or oldest first: the last one's moment, and the one before it.
    pub(super) entries: [Option<Wall>; 2],
    /// The last clock that named its zone, for the same time told in another.
    pub(super) last_zoned: Option<(usize, Instant)>,
    /// The last clock time that was told.
    pub(super) clocked: Option<Focus>,
    /// The document's own zero, which "T+12m" counts from: the first whole date with a clock, else the first clock.
    pub(super) zero: Option<Zero>,
    /// The quarter or half that was reported on last.
    pub(super) reported: Option<Value>,
    /// Open clocks as they were read: hour, minute, seconds after midnight.
    pub(super) seen: Vec<(u8, u8, i64)>,
}

/// A document's own zero.
#[derive(Clone, Copy)]
pub(super) struct Zero {
    pub(super) value: Value,
    pub(super) tid: Tid,
    /// Whether its words name the day too.
    whole: bool,
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
        let alone = number_alone(&self.view, timex);
        if let Some((_, tokens)) = &alone {
            out.span = self.article.span_of(tokens.clone())?;
        }
        match alone.as_ref().map_or(&timex.expression, |(length, _)| length) {
            Expression::Point(point) => self.point(timex, point, tid, role, &mut out),
            Expression::Length(length) => {
                out.kind = Kind::Duration;
                out.value = write::length(length);
                out.modifier = timex.hedge.and_then(write::length_mod);
                self.within_year(timex, tid);
            }
            Expression::FromZero { length, later } => self.laid_from_zero(length, *later, &mut out),
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

    /// "the first ten months of 1915" leaves the story in its year.
    fn within_year(&mut self, timex: &Timex, tid: Tid) {
        let last = timex.tokens.end - 1;
        let year = self
            .view
            .number(last)
            .filter(|n| n.digits == 4 && self.view.says(last - 1, "of"))
            .and_then(|n| Date::new(n.whole as i32, 1, 1));
        if let Some(first) = year {
            let mut value = Value::day(first, Known::Date);
            value.granularity = Granularity::Year;
            self.settle(value, None, tid, timex, None);
        }
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
            from_now: false,
        })
    }

    pub(super) fn writer(&self) -> Moment {
        Moment {
            date: self.writing.map(|w| w.date),
            wall: self
                .writing
                .and_then(|w| (w.value.granularity <= Granularity::Minute).then_some(w.latest)),
            tid: 0,
            until: usize::MAX,
        }
    }

    pub(super) fn tense(&self, timex: &Timex) -> Option<Tense> {
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
            .filter(|t| !self.article.is_quoted(t.tokens.start))
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
            told: false,
            before: false,
            open_ended: false,
            year: None,
            known: Known::Date,
        };
        self.now.date?;
        anchor.resolve(&told).map(|found| found.value.wall.date())
    }

    /// The day that the text is on.
    fn day_in_focus(&self) -> Option<Date> {
        self.focus.map(|f| f.value.wall.date())
    }

    /// What words of such a granularity hang on: what was told last, unless that is coarser than they are. "Three days
    /// later" does not count from a year that an aside has named.
    pub(super) fn base(&self, granularity: Granularity) -> Option<Focus> {
        match self.focus {
            Some(focus) if focus.value.granularity > granularity && self.genre == Genre::News => self.day,
            focus => focus,
        }
    }

    fn anchor(&self, timex: &Timex, point: &Point) -> Anchor {
        let focus = match point.day {
            Some(day) => self.base(granularity_of(&day)),
            None => self.focus,
        }
        .filter(|f| f.value.known == Known::Date);
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
                    | Day::Overnight
                    | Day::SomeWeekday(_)
                    | Day::PickedMonth { .. }
            )
        };
        let ahead = match point.day {
            // "this Friday" lies ahead unless the words say that it is over.
            Some(Day::Weekday {
                picker: Some(Picker::This),
                ..
            }) => self.tense(timex) != Some(Tense::Past),
            // "later in the week", told of what is to come, is the writer's week.
            Some(Day::Unit {
                picker: Picker::Same, ..
            }) => point.edge.is_some() && self.tense(timex) == Some(Tense::Ahead),
            Some(day) => counts(&day) && self.tense(timex) == Some(Tense::Ahead),
            None => false,
        };
        // A year that the same sentence has just named lends itself, in news too.
        let bare_weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        let just_told = !bare_weekday
            && focus.is_some_and(|f| {
                f.sentence == here
                    && !f.from_now
                    && self
                        .now
                        .date
                        .is_some_and(|now| f.value.wall.date().days_until(now) > 365)
                    && f.value.granularity <= Granularity::Year
            });
        // "this Friday" is the writer's, and so is the Sunday that a life's story opens with: nothing dated is told yet.
        let writers = match point.day {
            Some(Day::Weekday { picker, .. }) => {
                picker == Some(Picker::This) || picker.is_none() && self.focus.is_some_and(|f| f.tid == 0)
            }
            Some(Day::Holiday {
                year: None,
                picker: None,
                ..
            }) => self.focus.is_some_and(|f| f.tid == 0),
            _ => false,
        } && self.now.date.is_some();
        let narrative = focus.is_some() && !writers && (self.genre == Genre::Narrative || just_told);
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
            told: false,
            before: false,
            open_ended: false,
            year: None,
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
        if let Some(Day::SomeWeekday(weekday)) = point.day {
            out.value = unresolved(point).replacen("XXXX-XX-XX", &format!("XXXX-WXX-{}", weekday.iso()), 1);
            out.kind = timed(point);
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
                    && self.day_first(point, date, timex)
                {
                    (date.month, date.day) = (date.day, date.month);
                }
                self.close_range(&mut day, timex, tid);
                if let Day::Quarter {
                    quarter,
                    year: year @ None,
                    pick: None,
                } = &mut day
                    && let Some(now) = self.now.date.filter(|_| !anchor.narrative)
                    && self.tense(timex) == Some(Tense::Past)
                {
                    *year = Some(now.year() - i32::from((*quarter - 1) * 3 + 1 > now.month()));
                }
                if anchor.narrative
                    && let Some(focus) = self.focus
                {
                    let deictic = timex.tokens.clone().any(|at| self.view.says(at, "this"));
                    if !(deictic && self.genre == Genre::News) {
                        in_year_of(&mut day, &focus.value, deictic);
                    }
                }
                if let Day::SameOf { unit, .. } = day
                    && !matches!(unit, Some(Unit::Month | Unit::Week))
                {
                    let quarter_before = || self.now.date.map(|now| now.plus_months(-3));
                    anchor.focus = self.reported.map(|v| v.wall.date()).or_else(quarter_before);
                }
                match anchor.resolve(&day) {
                    Some(found) => {
                        let mut value = found.value;
                        match (day, self.reported) {
                            // One that is not over has not been reported on.
                            (Day::Quarter { .. } | Day::Half { .. }, _)
                                if self.now.date.is_none_or(|now| value.window().1 <= now.midnight()) =>
                            {
                                self.reported = Some(value);
                            }
                            (
                                Day::Unit {
                                    unit: Unit::Quarter,
                                    picker: Picker::This | Picker::Same,
                                },
                                Some(told),
                            ) if self.view.says(timex.tokens.start, "the") => value = told,
                            (Day::SameOf { unit: None, .. }, Some(told)) => value.granularity = told.granularity,
                            _ => {}
                        }
                        value
                    }
                    None => {
                        out.value = unresolved(point);
                        out.kind = timed(point);
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
        let whole = matches!(point.day, Some(Day::Date(date)) if date.day.is_some());
        if point.clock.is_some() && self.zero.is_none_or(|zero| whole && !zero.whole) {
            self.zero = Some(Zero { value, tid, whole });
        }
        let day = self.day;
        self.settle(value, zone, tid, timex, role);
        if turned_back {
            // Last night's clock in a breakfast story does not take the story back to yesterday.
            self.day = day;
        }
    }

    /// Whether figures of either order are read day first: as the document does, unless the day would then lie ahead of
    /// the writing, and the other way round it would not.
    fn day_first(&self, point: &Point, date: &CalendarDate, timex: &Timex) -> bool {
        let day_first = writing::order::swaps(point, self.zones);
        let ahead = |month: Option<u8>, day: Option<u8>| {
            let date = Date::new(date.year?, month?, day?)?;
            Some(date > self.now.date?.plus_days(WRITTEN_ON))
        };
        let (month_first, swapped) = (ahead(date.month, date.day), ahead(date.day, date.month));
        let slips = if day_first {
            swapped == Some(true) && month_first == Some(false)
        } else {
            month_first == Some(true) && swapped == Some(false)
        };
        day_first ^ (slips && self.tense(timex) != Some(Tense::Ahead))
    }

    /// The end of a range lies behind its beginning: "from June 1 through Nov. 30", "Monday to Friday".
    fn close_range(&self, day: &mut Day, timex: &Timex, tid: Tid) {
        let Some(focus) = self.focus.filter(|f| f.tid + 1 == tid && f.value.known == Known::Date) else {
            return;
        };
        let Some(before) = self.timexes.get(tid.wrapping_sub(2)) else {
            return;
        };
        let joint = before.tokens.end;
        let joins = timex.tokens.start == joint + 1
            && (self.view.says_any(joint, &["to", "through", "until", "till"])
                || self.view.symbol_any(joint, &['-', '–', '—'])
                || self.view.says(joint, "and") && self.view.says(before.tokens.start.wrapping_sub(1), "between"));
        if !joins || focus.value.granularity > Granularity::Month {
            return;
        }
        let first = focus.value.wall.date();
        if let Day::Date(date) = day
            && date.year.is_none()
            && date.year_pick.is_none()
            && let Some(month) = date.month
        {
            let over = (month, date.day.unwrap_or(31)) < (first.month(), first.day());
            date.year = Some(first.year() + i32::from(over));
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

    /// Index of the block that holds a byte.
    pub(super) fn block_of(&self, byte: usize) -> Option<usize> {
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
}

/// Days before the writing that are news.
const FRESH: i64 = 7;

/// Days before the writing that are background to such news.
const STALE: i64 = 30;

/// Days for which a text may be written on after its stamp.
const WRITTEN_ON: i64 = 7;

/// How fine a day's own words are.
fn granularity_of(day: &Day) -> Granularity {
    match day {
        Day::Unit { unit, .. } => match unit {
            Unit::Weekend | Unit::Week | Unit::Fortnight => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Quarter => Granularity::Quarter,
            Unit::Year => Granularity::Year,
            Unit::Decade | Unit::Century => Granularity::Century,
            _ => Granularity::Day,
        },
        Day::Weekend(_) => Granularity::Week,
        Day::Date(date) if date.month.is_none() && date.day.is_some() => Granularity::Month,
        Day::Overnight => Granularity::Day,
        _ => Granularity::Century,
    }
}

/// TIME for what has a clock or a part of a day, else DATE.
fn timed(point: &Point) -> Kind {
    if point.clock.is_some() || point.part.is_some() {
        Kind::Time
    } else {
        Kind::Date
    }
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

/// "Five hours before that": the number alone is marked, and is a length.
fn number_alone(view: &View, timex: &Timex) -> Option<(Expression, std::ops::Range<usize>)> {
    let last = timex.tokens.end.wrapping_sub(1);
    match &timex.expression {
        Expression::Shift { length, .. } if view.says(last, "that") && timex.tokens.len() > 2 => {
            Some((Expression::Length(*length), timex.tokens.start..last - 1))
        }
        _ => None,
    }
}
