//! The walk through a text's time expressions: each gets its value, and leaves behind what the next may hang on.
//!
//! One would get wrong the one "now": the writing's, unless an entry or a post has a moment of its own; and what a
//! bare clock hangs on is the day that the text is on, not the day of writing.

use crate::article::Article;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::VagueWhen;
use crate::normaliser::calendar::{Date, Instant, Wall, Zone};
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::writing::Writing;
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::time::expression::{Day, DayHalf, Expression, Point, Timex};
use crate::parser::time::view::View;

use super::genre::{Genre, genre};
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
    pub(super) whole: bool,
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
