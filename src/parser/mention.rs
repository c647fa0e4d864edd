//! Time expressions → mentions: the relation and the hedge before a time, a second zone behind it, ranges, and
//! lengths with what they are laid off from.
//!
//! One would get wrong that "6:15am PDT (13:15 UTC)" is one time and "10:58–11:24" one stretch, and that in
//! "from 10:41 to 11:24 a.m. ET" the half, the zone and the day stand once and count for both.

mod join;
mod stretch;

use std::ops::Range;

use crate::article::Article;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::{From, Relation};
use crate::lexicon::time::Meridiem;

use super::time::date::day_of_month;
use super::time::expression::{CalendarDate, Clock, Day, DayHalf, Expression, Length, Point, Timex};
use super::time::view::View;
use super::time::zone;

/// What time words say of a happening.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// All its words, relation and hedge included.
    pub tokens: Range<usize>,
    /// Likewise, in bytes.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// What the time does.
    pub relation: Relation,
    /// How it is loosened.
    pub hedge: Option<Hedge>,
    /// Whether a preposition of time leads it.
    pub led: bool,
    /// Whether it is "of": "much of the morning".
    pub partitive: bool,
    /// The time.
    pub time: Time,
}

/// A time as it is said, without the calendar.
#[derive(Clone, PartialEq, Debug)]
pub enum Time {
    /// A point, and the same point as it is told in other zones.
    Point {
        /// The first telling.
        point: Point,
        /// The others.
        also: Vec<Point>,
    },
    /// A stretch with two ends.
    Span {
        /// Its beginning.
        from: Point,
        /// Its end.
        to: Point,
        /// Whether the day stood with the end and was lent to the beginning.
        day_of_end: bool,
    },
    /// A length by itself: for six hours.
    Length(Length),
    /// A length laid off from something.
    Shift {
        /// How far.
        length: Length,
        /// Which way.
        later: bool,
        /// From where.
        base: Base,
        /// For how long from there on: over the next 40 minutes, T+45m to T+1h02m.
        lasting: Option<Box<Length>>,
    },
}

impl Time {
    /// A length laid off from something.
    fn shift(length: Length, later: bool, base: Base) -> Self {
        Self::Shift {
            length,
            later,
            base,
            lasting: None,
        }
    }

    /// Whether it has a clock, or counts from a moment that has one: what heads an entry of a log.
    pub(super) fn heads_by_clock(&self) -> bool {
        match self {
            Self::Point { point, .. } | Self::Span { from: point, .. } => {
                point.clock.is_some() || matches!(point.day, Some(Day::Epoch(_)))
            }
            Self::Shift { .. } => true,
            Self::Length(_) => false,
        }
    }

    /// Whether it is a day and no more.
    pub(super) fn is_day(&self) -> bool {
        match self {
            Self::Point { point, .. } | Self::Span { from: point, .. } => {
                point.clock.is_none()
                    && (point.names_date() || matches!(point.day, Some(Day::Weekday { picker: None, .. })))
            }
            _ => false,
        }
    }

    /// Whether it can head an entry: a clock, a date, a weekday, "T+12m".
    pub(super) fn can_head(&self) -> bool {
        match self {
            Self::Point { point, .. } | Self::Span { from: point, .. } => {
                point.clock.is_some()
                    || point.names_date()
                    || matches!(point.day, Some(Day::Weekday { picker: None, .. } | Day::Epoch(_)))
            }
            Self::Shift { base, .. } => *base == Base::Zero,
            Self::Length(_) => false,
        }
    }
}

/// What a length is laid off from.
#[derive(Clone, PartialEq, Debug)]
pub enum Base {
    /// The moment of speaking: ago.
    Now,
    /// The happening that the story is on: later.
    Focus,
    /// The happening that these words name: after its products went down.
    Happening(Range<usize>),
    /// A time: an hour before noon. Boxed, like what is seldom told beside a shift: a log has a mention a line.
    Point(Box<Point>),
    /// The document's own zero: T+12m.
    Zero,
}

/// Most words that a hedge or a relation before a time has.
const LONGEST_LEAD: usize = 5;

/// Words from "has been" to the length that it lasts.
const LONGEST_PERFECT: usize = 12;

/// The mentions of an article, in text order.
pub fn mentions(article: &Article, timexes: &[Timex]) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(timexes.len());
    let mut at = 0;
    while at < timexes.len() {
        let Some(sentence) = article.sentence_of(timexes[at].tokens.start) else {
            at += 1;
            continue;
        };
        let last = article.sentences[sentence].tokens.end;
        let stop = timexes.partition_point(|t| t.tokens.start < last);
        let view = View::of(article, &(article.sentences[sentence].tokens.start..last));
        let mut builder = Builder {
            article,
            view,
            sentence,
            timexes: &timexes[at..stop],
            out: &mut out,
        };
        builder.run();
        at = stop.max(at + 1);
    }
    out
}

struct Builder<'a, 'b> {
    article: &'a Article,
    view: View<'a>,
    sentence: usize,
    timexes: &'a [Timex],
    out: &'b mut Vec<Mention>,
}

impl Builder<'_, '_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.timexes.len() {
            at += match &self.timexes[at].expression {
                _ if self.timexes[at].faint => 1,
                Expression::Point(point) => self.point(at, *point),
                Expression::Length(length) => self.length(at, *length),
                Expression::Shift {
                    length,
                    later,
                    from_now,
                } => {
                    let base = if *from_now { Base::Now } else { Base::Focus };
                    self.shift(at, *length, *later, base)
                }
                Expression::FromZero { length, later } => match self.range_from_zero(at) {
                    Some(used) => used,
                    None => self.shift(at, *length, *later, Base::Zero),
                },
                Expression::Set(_) | Expression::Vague(_) => 1,
            };
        }
        share_in_lists(&self.view, self.out, self.sentence);
    }

    fn push(&mut self, tokens: Range<usize>, relation: Relation, hedge: Option<Hedge>, time: Time) {
        if let Some(span) = self.article.span_of(tokens.clone()) {
            let led = !self.timexes.iter().any(|t| t.tokens.start == tokens.start);
            let partitive = self.view.says(tokens.start, "of");
            self.out.push(Mention {
                led,
                partitive,
                tokens,
                span,
                sentence: self.sentence,
                relation,
                hedge,
                time,
            });
        }
    }

    /// The point of the time expression at an index, where it is one.
    fn point_at(&self, at: usize) -> Option<(Point, &Timex)> {
        let timex = self.timexes.get(at)?;
        match timex.expression {
            Expression::Point(point) => Some((point, timex)),
            _ => None,
        }
    }

    /// Takes a point, with what belongs to it; how many time expressions that used.
    fn point(&mut self, at: usize, point: Point) -> usize {
        let timex = &self.timexes[at];
        let (mut relation, hedge, start) = self.lead(timex.tokens.start);
        if self.runs_on(start, timex.tokens.end) {
            return 1;
        }
        let mut hedge = hedge.or(timex.hedge).or(point.inner_hedge);
        let mut point = point;
        let mut end = timex.tokens.end;
        let mut used = 1;
        let mut also = Vec::new();
        while let Some(joined) = self.joined(&point, end, at + used, relation) {
            (point, end) = (joined.point, joined.end);
            if let Some((ruling, of_clock)) = joined.ruled {
                (relation, hedge) = (ruling, hedge.or(of_clock));
            }
            used += 1;
        }
        // The same time in other zones.
        while let Some((other, after)) = self.same_time(end, at + used, &point) {
            also.push(other);
            end = after;
            used += 1;
            // A day behind the bracket belongs to the time before it.
            if let Some((day, timex)) = self.point_at(at + used)
                && point.day.is_none()
                && day.clock.is_none()
                && self.joined_by(end, timex.tokens.start, &["on"])
            {
                (point.day, point.part) = (day.day, day.part);
                end = timex.tokens.end;
                used += 1;
            }
        }
        // A stretch: a second end behind a dash or "to".
        if let Some((to, to_end, more)) = self.other_end(end, at + used, &point, relation) {
            let (to_end, again) = self.same_span(to_end, at + used + more, &to).unwrap_or((to_end, 0));
            return self.span(at, start, (point, to), (to_end, used + more + again), relation, hedge);
        }
        // "on Thursday from 8:05 to 9:50am": the day belongs to the stretch.
        if point.clock.is_none() && point.day.is_some() && self.opens_span(end, at + used) {
            let inner = self
                .point_at(at + used)
                .map(|(from, timex)| (from, timex.tokens.clone()));
            if let Some((mut from, tokens)) = inner.filter(|(from, _)| from.day.is_none() && from.clock.is_some()) {
                let (ruling, inner_hedge, _) = self.lead(tokens.start);
                let ruling = Some(ruling)
                    .filter(|it| *it == Relation::Between)
                    .unwrap_or(Relation::From);
                if let Some((to, to_end, more)) = self.other_end(tokens.end, at + used + 1, &from, ruling) {
                    from.day = point.day;
                    return self.span(
                        at,
                        start,
                        (from, to),
                        (to_end, used + 1 + more),
                        ruling,
                        inner_hedge.or(hedge),
                    );
                }
            }
        }
        self.push(start..end, relation, hedge, Time::Point { point, also });
        used
    }

    /// "Throughout the afternoon and into the evening" is one stretch: its second piece is taken into the first.
    fn runs_on(&mut self, start: usize, end: usize) -> bool {
        let led = self.view.says(start, "into") && self.view.says(start.wrapping_sub(1), "and");
        let before = self.out.last_mut().filter(|m| {
            led && m.sentence == self.sentence && m.relation == Relation::During && m.tokens.end + 1 == start
        });
        let Some(before) = before else { return false };
        before.tokens.end = end;
        before.span = self.article.span_of(before.tokens.clone()).unwrap_or(before.span);
        true
    }

    fn span(
        &mut self,
        _at: usize,
        start: usize,
        ends: (Point, Point),
        to: (usize, usize),
        relation: Relation,
        hedge: Option<Hedge>,
    ) -> usize {
        let (mut from, mut until) = ends;
        let day_of_end = from.day.is_none() && until.day.is_some();
        lend(&mut from, &mut until);
        self.push(
            start..to.0,
            relation,
            hedge,
            Time::Span {
                from,
                to: until,
                day_of_end,
            },
        );
        to.1
    }

    /// Relation and hedge before a time, and where they begin.
    fn lead(&self, time_start: usize) -> (Relation, Option<Hedge>, usize) {
        let view = &self.view;
        let floor = self.out.last().map_or(view.start(), |m| {
            if m.sentence == self.sentence {
                m.tokens.end
            } else {
                view.start()
            }
        });
        let mut start = time_start;
        let mut hedge = None;
        if view.symbol(start.wrapping_sub(1), '~') && start > floor {
            hedge = Some(Hedge::About);
            start -= 1;
        }
        if let Some((found, from)) = phrase_before(view, &view.lexicon.hedges, start, floor)
            // "at around", "or about": the hedge; "past" alone is a relation.
            && found != Hedge::Exactly
        {
            hedge = Some(found);
            start = from;
        }
        match phrase_before(view, &view.lexicon.relations, start, floor) {
            Some((relation, from)) => {
                // "around" before a relation: "around at", "shortly before" was taken as a hedge.
                let outer = phrase_before(view, &view.lexicon.hedges, from, floor)
                    .filter(|(h, _)| *h != Hedge::Exactly && hedge.is_none());
                let (hedge, from) = outer.map_or((hedge, from), |(outer, at)| (Some(outer), at));
                (relation, hedge, from)
            }
            None => (Relation::At, hedge, start),
        }
    }

    /// "(1440 GMT)", "/ 8 PM ET", "or 9:09 p.m. Pacific": the same time told in another zone; with the position after it.
    fn same_time(&self, end: usize, next: usize, point: &Point) -> Option<(Point, usize)> {
        let (other, timex) = self.point_at(next)?;
        point.clock?;
        other.clock?;
        let view = &self.view;
        let start = timex.tokens.start;
        if view.symbol_any(end, &['(', '[']) && start == end + 1 {
            if other.zone.is_some() && self.listed_in_bracket(timex.tokens.end, next + 1) {
                return Some((other, timex.tokens.end));
            }
            let close = (timex.tokens.end..timex.tokens.end + 3).find(|i| view.symbol_any(*i, &[')', ']']))?;
            // "(10:58–11:24)" behind a clock would be a stretch of its own.
            let plain =
                close == timex.tokens.end || view.symbol(timex.tokens.end, '+') || view.symbol(timex.tokens.end, '(');
            // "at 12:15 (17:15 UK) … at 13:30 (18:30)": what it is in, the pair before it tells.
            let paired = other.is_bare_clock() && point.zone.is_none() && hours_apart(point, &other);
            return (plain && (other.zone.is_some() || paired)).then_some((other, close + 1));
        }
        // "(06:00 AM EDT, 03:00 AM PDT)": the second of those in the bracket.
        if view.symbol_any(end, &[',', ';', '/']) && start == end + 1 && other.zone.is_some() {
            if self.listed_in_bracket(timex.tokens.end, next + 1) {
                return Some((other, timex.tokens.end));
            }
            if view.symbol_any(timex.tokens.end, &[')', ']']) && point.zone.is_some() {
                return Some((other, timex.tokens.end + 1));
            }
        }
        // "At 1037 EST, 1537 UTC, it": two zones, and the same minutes.
        if view.symbol(end, ',') && start == end + 1 && other.is_bare_clock() && quarters_apart(point, &other) {
            return Some((other, timex.tokens.end));
        }
        let slash = view.symbol_any(end, &['/', '|']) && start == end + 1;
        let or = (view.says(end, "or") && start == end + 1)
            || (view.symbol(end, ',') && view.says(end + 1, "or") && start == end + 2);
        if (slash && (other.zone.is_some() || point.zone.is_some()))
            || (or && other.zone.is_some() && point.zone.is_some())
        {
            // "18:40 PDT / 01:40 UTC (+1)"
            let mut after = timex.tokens.end;
            if view.symbol(after, '(') && view.symbol_any(after + 1, &['+', '-']) && view.symbol(after + 3, ')') {
                after += 4;
            }
            return Some((other, after));
        }
        None
    }

    /// "02:00–02:08 CET (01:00–01:08 UTC)", "1:48 to 2:08 PT | 9:48 to 10:08 GMT": the same stretch told in another zone; with the position after it and the
    /// expressions used.
    fn same_span(&self, end: usize, next: usize, to: &Point) -> Option<(usize, usize)> {
        let (from, timex) = self.point_at(next)?;
        let bracket = timex.tokens.start.wrapping_sub(1);
        let emphasis = (end..bracket).all(|at| self.view.symbol_any(at, &['*', '_']));
        let barred = self.view.symbol_any(bracket, &['|', '/']);
        let opens = bracket >= end && emphasis && (barred || self.view.symbol(bracket, '(')) && from.is_bare_clock();
        let (until, close, used) = self
            .other_end(timex.tokens.end, next + 1, &from, Relation::From)
            .filter(|_| opens)?;
        let zones = until.zone.is_some() && to.zone.is_some() && until.zone != to.zone;
        match zones && self.view.symbol(close, ')') {
            true if !barred => Some((close + 1, used + 1)),
            _ => (zones && barred).then_some((close, used + 1)),
        }
    }

    /// Whether another clock with its zone follows a mark, and the bracket closes behind it or goes on.
    fn listed_in_bracket(&self, end: usize, next: usize) -> bool {
        let view = &self.view;
        self.point_at(next).is_some_and(|(point, timex)| {
            view.symbol_any(end, &[',', ';', '/'])
                && timex.tokens.start == end + 1
                && point.clock.is_some()
                && point.zone.is_some()
                && view.symbol_any(timex.tokens.end, &[')', ']', ',', ';', '/'])
        })
    }

    /// The second end of a stretch that `from` opens; with the position after it and the expressions used.
    fn other_end(&self, end: usize, next: usize, from: &Point, relation: Relation) -> Option<(Point, usize, usize)> {
        let view = &self.view;
        // "from late last night Eastern time until …"
        let zone = zone::named(view, end).filter(|_| relation == Relation::From && from.clock.is_none());
        let night = (view.symbol(end, '/') && view.touches(end) && view.touches(end + 1)).then_some(end + 1);
        let night = night.filter(|_| matches!(view.kind(end - 1), Some(Kind::Date(_))));
        // "from 12:10 and 12:35": an end, by a slip.
        let slip = relation == Relation::From && from.is_bare_clock();
        let ruling = if slip { Relation::Between } else { relation };
        let after = night.or_else(|| range_mark(view, zone.map_or(end, |(_, next)| next), ruling))?;
        // "Oct. 4-6", "March 3rd to 4th", "2024-12-19/20"
        if let (Some(Day::Date(date)), None) = (from.day, from.clock)
            && date.day.is_some()
            && let Some((day, to_end)) = day_of_month(view, after)
            && self.point_at(next).is_none_or(|(_, t)| t.tokens.start >= to_end)
            && date.day < Some(day)
            && !matches!(view.kind(to_end), Some(Kind::Word { .. }))
                | view.says_any(to_end, &["and", "in", "at", "on", "the", "when", "from"])
        {
            let to = Day::Date(CalendarDate {
                day: Some(day),
                weekday: None,
                ..date
            });
            return Some((
                Point {
                    day: Some(to),
                    ..Point::default()
                },
                to_end,
                0,
            ));
        }
        let (mut to, timex) = self.point_at(next)?;
        let lead = (after..timex.tokens.start).all(|i| {
            view.says_any(
                i,
                &[
                    "about",
                    "around",
                    "at",
                    "roughly",
                    "approximately",
                    "shortly",
                    "just",
                    "the",
                    "before",
                    "after",
                ],
            ) || view.symbol(i, '~')
        });
        if !lead || timex.tokens.start < after || timex.tokens.start > after + 2 {
            return None;
        }
        let alike = from.clock.is_some() == to.clock.is_some()
            || (from.clock.is_some() && to.day.is_some() || from.day.is_some() && to.clock.is_some())
                && relation == Relation::From;
        if !alike {
            return None;
        }
        let mut to_end = timex.tokens.end;
        let mut used = 1;
        while let Some((_, after)) = self.same_time(to_end, next + used, &to) {
            to_end = after;
            used += 1;
            // "9:40-10:05 UTC / 2:40-3:05 PDT": the same stretch on another clock.
            if let Some((other, timex)) = self.point_at(next + used)
                && other.is_bare_clock()
                && view.symbol_any(to_end, &['-', '–', '—'])
                && timex.tokens.start == to_end + 1
            {
                to_end = timex.tokens.end;
                used += 1;
            }
        }
        if let Some((day, timex)) = self.point_at(next + used)
            && to.day.is_none()
            && day.clock.is_none()
            && self.joined_by(to_end, timex.tokens.start, &["on"])
        {
            to.day = day.day;
            to_end = timex.tokens.end;
            used += 1;
        }
        Some((to, to_end, used))
    }

    /// Whether "from" or "between" stands between a day and a clock.
    fn opens_span(&self, end: usize, next: usize) -> bool {
        let Some((_, timex)) = self.point_at(next) else {
            return false;
        };
        let view = &self.view;
        let mut here = view.skip(end, ',');
        if view.says_any(here, &["from", "between"]) {
            here += 1;
        } else if !view.symbol_any(here, &[':', '(']) || here != end {
            return false;
        } else {
            here += 1;
        }
        while view.says_any(here, &["about", "around", "roughly"]) {
            here += 1;
        }
        here == timex.tokens.start
    }

    /// Whether nothing, a comma, or one of the words stands between two positions.
    fn joined_by(&self, end: usize, start: usize, words: &[&str]) -> bool {
        start == end || (start == end + 1 && (self.view.symbol(end, ',') || self.view.says_any(end, words)))
    }

    fn shift(&mut self, at: usize, length: Length, later: bool, base: Base) -> usize {
        let timex = &self.timexes[at];
        let (relation, hedge, start) = self.lead(timex.tokens.start);
        let keeps = matches!(
            relation,
            Relation::Since | Relation::Until | Relation::By | Relation::From
        );
        let start = if keeps { start } else { timex.tokens.start };
        let relation = if keeps { relation } else { Relation::At };
        let hedge = timex.hedge.or(hedge);
        let end = timex.tokens.end;
        // "A week ago on Thursday, 29 September": the date says when, and how long ago it was.
        let dated = |(point, behind): (Point, &Timex)| point.names_date() && behind.tokens.start == end + 1;
        if base == Base::Now && self.view.says(end, "on") && self.point_at(at + 1).is_some_and(dated) {
            return 1;
        }
        self.push(start..end, relation, hedge, Time::shift(length, later, base));
        1
    }

    /// A length: laid off from something, or by itself.
    fn length(&mut self, at: usize, length: Length) -> usize {
        if let Some((lead, time)) = self.stretch(at, length) {
            self.push(lead..self.timexes[at].tokens.end, Relation::During, None, time);
            return 1;
        }
        let timex = &self.timexes[at];
        let view = &self.view;
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        let (relation, outer, lead_start) = self.lead(start);
        let hedge = timex.hedge.or(outer);
        if let Some((word, after)) = view
            .phrase(&view.lexicon.shifts, end)
            .filter(|(w, _)| w.from == From::Happening)
            && !(view.says(end, "past") || view.says(end, "from") && !view.says(after, "the"))
        {
            // "an hour before noon": the base is a time.
            if let Some((point, next)) = self.point_at(at + 1)
                && next.tokens.start <= after + 1
                && next.tokens.start >= after
                && (point.clock.is_some() || point.day.is_some())
            {
                let (end, point) = (next.tokens.end, point);
                // "slow for an hour after noon" begins at noon.
                let lasts = view.says(lead_start, "for") || view.after_any(lead_start, &["for"]);
                if lasts && word.later && point.clock.is_some() {
                    let time = Time::Shift {
                        length: stretch::nothing(),
                        later: true,
                        base: Base::Point(Box::new(point)),
                        lasting: Some(Box::new(length)),
                    };
                    self.push(lead_start..end, Relation::During, hedge, time);
                    return 2;
                }
                self.push(
                    start..end,
                    Relation::At,
                    hedge,
                    Time::shift(length, word.later, Base::Point(Box::new(point))),
                );
                return 2;
            }
            let base = happening(view, after);
            // "It took six hours before they were back": not before that, but from where the story is.
            let took = view.after_any(lead_start, &["took", "take", "takes", "taken"])
                || view.after_any(lead_start, &["was", "were", "be"]) && view.says(lead_start.wrapping_sub(2), "it");
            if took && !word.later && !base.is_empty() && length.exact_seconds().is_some() {
                self.push(
                    lead_start..after,
                    Relation::At,
                    hedge,
                    Time::shift(length, true, Base::Focus),
                );
                return 1;
            }
            if base.is_empty() {
                self.push(lead_start..end, Relation::For, hedge, Time::Length(length));
                return 1;
            }
            self.push(
                start..after,
                Relation::At,
                hedge,
                Time::shift(length, word.later, Base::Happening(base)),
            );
            return 1;
        }
        // "half an hour in"
        if view.says(end, "in") && !matches!(view.kind(end + 1), Some(Kind::Word { .. } | Kind::Number(_))) {
            self.push(
                start..end + 1,
                Relation::At,
                hedge,
                Time::shift(length, true, Base::Happening(end..end + 1)),
            );
            return 1;
        }
        let led_in = view.says_any(lead_start, &["in"]) && lead_start < start;
        match relation {
            // What has been so for two hours began two hours before it is told.
            _ if length.finest().is_clock() && view.after_any(start, &["for"]) && self.has_been(start - 1) => {
                let time = Time::Shift {
                    length,
                    later: false,
                    base: Base::Now,
                    lasting: Some(Box::new(length)),
                };
                self.push(start - 1..end, Relation::During, hedge, time);
            }
            // A promise counts from when it is given.
            Relation::Within if !length.finest().is_clock() => self.push(
                lead_start..end,
                Relation::Within,
                hedge,
                Time::shift(length, true, Base::Now),
            ),
            Relation::Within => self.push(
                lead_start..end,
                Relation::Within,
                hedge,
                Time::shift(length, true, Base::Focus),
            ),
            Relation::After => self.push(
                lead_start..end,
                Relation::At,
                hedge,
                Time::shift(length, true, Base::Focus),
            ),
            Relation::Since => self.push(
                lead_start..end,
                Relation::Since,
                hedge,
                Time::shift(length, false, Base::Now),
            ),
            Relation::At if led_in && !length.finest().is_clock() => {
                self.push(lead_start..end, Relation::Within, hedge, Time::Length(length))
            }
            _ => self.push(
                lead_start..end,
                if relation == Relation::At {
                    Relation::For
                } else {
                    relation
                },
                hedge,
                Time::Length(length),
            ),
        }
        1
    }
}

impl Builder<'_, '_> {
    /// Whether "has been" or its kin rules what stands before a position: "have not been able to log in for two hours".
    fn has_been(&self, at: usize) -> bool {
        let view = &self.view;
        let clause = (view.start()..at)
            .rev()
            .take_while(|it| !view.symbol_any(*it, &[',', '.', ';', ':', '(', '—', '–']))
            .take(LONGEST_PERFECT);
        let auxiliary = |it: usize| view.says_any(it, &["has", "have", "'s", "’s", "'ve", "’ve", "hasn't", "haven't"]);
        clause
            .filter(|it| view.says(*it, "been"))
            .any(|been| (been.saturating_sub(2).max(view.start())..been).any(auxiliary))
    }
}

/// Whether two clocks name unlike zones and lie quarters of an hour apart, as one instant does in any two zones.
fn quarters_apart(one: &Point, other: &Point) -> bool {
    let zones = one.zone.zip(other.zone).is_some_and(|(a, b)| a != b);
    let minutes = one.clock.zip(other.clock).map(|(a, b)| a.minute.abs_diff(b.minute));
    let hours = one.clock.map(|it| it.hour) != other.clock.map(|it| it.hour);
    zones && hours && minutes.is_some_and(|apart| apart.is_multiple_of(15))
}

/// Whether two clocks show the same minutes of different hours.
fn hours_apart(one: &Point, other: &Point) -> bool {
    one.clock
        .zip(other.clock)
        .is_some_and(|(a, b)| a.minute == b.minute && a.hour != b.hour && a.named.is_none() && b.named.is_none())
}

/// The longest phrase of a table that ends right before `end`, and where it begins.
fn phrase_before<T: Copy>(
    view: &View,
    table: &crate::lexicon::Table<T>,
    end: usize,
    floor: usize,
) -> Option<(T, usize)> {
    // "in the morning": of "in" and "in the", only the first ends before a time that begins with "the".
    let view = View::cut(view, end);
    (1..=LONGEST_LEAD)
        .rev()
        .filter_map(|words| end.checked_sub(words).filter(|from| *from >= floor))
        .find_map(|from| {
            view.phrase(table, from)
                .filter(|(_, next)| *next == end)
                .map(|(meaning, _)| (meaning, from))
        })
}

/// The position behind the mark that parts the two ends of a stretch.
fn range_mark(view: &View, at: usize, relation: Relation) -> Option<usize> {
    if view.symbol(at, '-') || view.symbol(at, '=') {
        // "->", "=>", "--", "-"
        let mut next = at + 1;
        while view.touches(next) && view.symbol_any(next, &['-', '>', '=']) {
            next += 1;
        }
        return (!view.symbol(at, '=') || next > at + 1).then_some(next);
    }
    if view.symbol_any(at, &['–', '—', '→', '−', '~', '‑']) {
        return Some(at + 1);
    }
    if view.says_any(at, &["to", "until", "till", "til", "through", "thru", "untill"]) {
        return Some(at + 1);
    }
    let and = view.says(at, "and") && relation == Relation::Between;
    and.then_some(at + 1)
}

/// The words of the happening behind "after": up to the end of its clause.
fn happening(view: &View, start: usize) -> Range<usize> {
    let mut end = start;
    while end < view.end() && !view.symbol_any(end, &[',', '.', ';', '(', ')', '—', '–', '“', '"']) {
        end += 1;
    }
    start..end
}

/// "It slowed at 9:40 and failed at 10:05 on 4 May": whether the day behind the second of two happenings is the day of
/// both. What somebody had done, or what happened after it, has a day of its own.
fn told_on(view: &View, earlier: &Mention, later: &Mention) -> bool {
    let (Time::Point { point: a, .. }, Time::Point { point: b, .. }) = (&earlier.time, &later.time) else {
        return false;
    };
    let (Some(from), Some(to)) = (a.clock, b.clock) else {
        return false;
    };
    let dated = a.day.is_none() && matches!(b.day, Some(Day::Date(date)) if date.is_whole());
    let between = || earlier.tokens.end..later.tokens.start;
    dated
        && earlier.led
        && from.half == to.half
        && (from.hour, from.minute) <= (to.hour, to.minute)
        && between().any(|at| view.says_any(at, &["and", "then", "followed"]))
        && !between().any(|at| view.says_any(at, &["had", "that", "which", "who", "after", "since", "because"]))
}

/// What one end of a stretch has and the other lacks: half of the day, zone, day.
fn lend(from: &mut Point, to: &mut Point) {
    from.zone = from.zone.or(to.zone);
    to.zone = to.zone.or(from.zone);
    let days = (from.day, to.day);
    from.day = from.day.or(days.1.filter(|_| from.clock.is_some()));
    to.day = to.day.or(days.0.filter(|_| to.clock.is_some()));
    if let (Some(a), Some(b)) = (&mut from.clock, &mut to.clock) {
        lend_half(a, b);
    }
    // "August 16–19, 2022": the year stands once.
    if let (Some(Day::Date(a)), Some(Day::Date(b))) = (&mut from.day, &mut to.day) {
        a.year = a.year.or(b.year);
        b.year = b.year.or(a
            .year
            .filter(|_| a.month.is_none_or(|m| b.month.is_none_or(|n| m <= n))));
        // "between Monday 4th and Friday 8th November": so does the month.
        if a.day < b.day {
            a.month = a.month.or(b.month.filter(|_| a.day.is_some()));
        }
    }
}

/// "8:05 to 9:50am": the half that stands with one end counts for the other, where the order allows it.
fn lend_half(a: &mut Clock, b: &mut Clock) {
    let turned = |clock: &Clock| u16::from(clock.hour % 12) * 60 + u16::from(clock.minute);
    match (a.half, b.half) {
        (DayHalf::Open, DayHalf::Said(half)) if a.hour <= 12 => {
            a.half = DayHalf::Said(if turned(a) <= turned(b) { half } else { other_half(half) });
        }
        (DayHalf::Said(half), DayHalf::Open) if b.hour <= 12 => {
            b.half = DayHalf::Said(if turned(b) >= turned(a) { half } else { other_half(half) });
        }
        _ => {}
    }
}

fn other_half(half: Meridiem) -> Meridiem {
    match half {
        Meridiem::Am => Meridiem::Pm,
        Meridiem::Pm => Meridiem::Am,
    }
}

/// Times in a list share what stands with the last of them: "8:50, 8:54 and 9:02 a.m. MDT".
fn share_in_lists(view: &View, mentions: &mut [Mention], sentence: usize) {
    let first = mentions.partition_point(|m| m.sentence < sentence);
    let mine = &mut mentions[first..];
    for at in (1..mine.len()).rev() {
        let (before, after) = mine.split_at_mut(at);
        let (earlier, later) = (&mut before[at - 1], &after[0]);
        let listed = (earlier.tokens.end..later.tokens.start)
            .all(|i| view.symbol_any(i, &[',', '/', '&']) || view.says_any(i, &["and", "or", "then", "at"]));
        if later.tokens.start < earlier.tokens.end || !listed && !told_on(view, earlier, later) {
            continue;
        }
        if let (Time::Point { point: a, .. }, Time::Point { point: b, .. }) = (&mut earlier.time, &later.time)
            && let (Some(clock), Some(other)) = (&mut a.clock, &b.clock)
        {
            a.zone = a.zone.or(b.zone);
            a.day = a.day.or(b.day);
            let mut other = *other;
            lend_half(clock, &mut other);
        }
    }
}
