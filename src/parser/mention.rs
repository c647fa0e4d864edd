//! Time expressions → mentions: the relation and the hedge before a time, and what else belongs to it.
//!
//! One would get wrong that an expression is a mention: "6:15am PDT (13:15 UTC)", "10:58–11:24" and "on November 30,
//! by 18:00" are one each, of two expressions.

pub(super) mod attribute;
mod day_mark;
mod day_stretch;
mod done_in;
mod elsewhere;
mod join;
mod length;
mod list;
mod night;
pub mod rule;
mod sequel;
mod soon;
mod span;
mod stretch;

use std::ops::Range;

use crate::article::Article;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;

use super::time::expression::{Day, Expression, Length, Point, Timex};
use super::time::point::settle_half;
use super::time::view::View;

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

    /// The words of what an outage is told to have come so long after, where it dates that.
    pub fn before_outage(&self) -> Option<&Range<usize>> {
        match self {
            Self::Shift {
                base: Base::Outage(words),
                ..
            } => Some(words),
            _ => None,
        }
    }

    /// Whether it is a date and its clock: a whole stamp.
    pub(super) fn is_stamp(&self) -> bool {
        matches!(self, Self::Point { point, .. } if point.is_stamp())
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

    /// Whether it is a year and no more.
    pub(super) fn is_year(&self) -> bool {
        matches!(self, Self::Point { point, .. }
            if matches!(point.day, Some(Day::Date(date)) if date.year.is_some() && date.month.is_none()))
    }

    /// Whether it can head an entry: a clock, a date, a weekday, "T+12m".
    pub(super) fn can_head(&self) -> bool {
        match self {
            Self::Point { point, .. } | Self::Span { from: point, .. } => {
                point.clock.is_some()
                    || point.names_date()
                    || matches!(point.day, Some(Day::Weekday { picker: None, .. } | Day::Epoch(_)))
            }
            Self::Shift { base, .. } => matches!(base, Base::Zero | Base::Row),
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
    /// The outage that the text is about, which came so long after what these words name: the outage comes a week after
    /// its rival failed.
    Outage(Range<usize>),
    /// A time: an hour before noon. Boxed, like what is seldom told beside a shift: a log has a mention a line.
    Point(Box<Point>),
    /// The document's own zero: T+12m.
    Zero,
    /// The last entry above that has a clock: "+5 min" below "10:02 Deployed".
    Row,
}

/// Most words that a hedge or a relation before a time has.
const LONGEST_LEAD: usize = 5;

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
    soon::add(article, &mut out);
    out
}

struct Builder<'a, 'b> {
    article: &'a Article,
    view: View<'a>,
    sentence: usize,
    timexes: &'a [Timex],
    out: &'b mut Vec<Mention>,
}

/// What says behind a time that something went on from then.
const ONWARDS: &[&str] = &["onwards", "onward"];

impl Builder<'_, '_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.timexes.len() {
            at += match &self.timexes[at].expression {
                // "Will be back within the hour", "was back within the hour": from whoever promises it, or from the story on.
                Expression::Length(length) if self.timexes[at].faint && self.is_within_the_hour(at) => {
                    self.length(at, *length)
                }
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
                    None => {
                        let start = self.timexes[at].tokens.start;
                        let of_row =
                            self.view.symbol(start, '+') && !matches!(self.view.kind(start + 1), Some(Kind::Clock(_)));
                        self.shift(at, *length, *later, if of_row { Base::Row } else { Base::Zero })
                    }
                },
                Expression::Set(_) | Expression::Vague(_) => 1,
            };
        }
        list::share(&self.view, self.out, self.sentence);
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
        let (mut relation, hedge, mut start) = self.lead(timex.tokens.start);
        if self.runs_on(start, timex.tokens.end, &point) {
            return 1;
        }
        // "On the same day a year earlier": how much earlier says which day.
        let same = matches!(
            point.day,
            Some(Day::Unit {
                picker: Picker::Same,
                ..
            })
        ) && point.clock.is_none();
        let shifted = |timex: &Timex| {
            let elsewhen = match timex.expression {
                Expression::Shift { length, .. } => length.finest() >= Unit::Day,
                Expression::Point(other) => {
                    matches!(other.day, Some(Day::Unit { unit, picker }) if unit > Unit::Day && picker != Picker::Same)
                }
                _ => false,
            };
            elsewhen && timex.tokens.start == self.timexes[at].tokens.end
        };
        if same && self.timexes.get(at + 1).is_some_and(shifted) {
            return 1;
        }
        // "Over the weekend" is throughout it, and no more than it.
        let hedge = hedge.filter(|it| point.clock.is_some() || *it != Hedge::MoreThan);
        let mut hedge = hedge.or(timex.hedge).or(point.inner_hedge);
        let mut point = point;
        let mut end = timex.tokens.end;
        let mut used = 1;
        let crowded = day_stretch::crowded(&self.view, &point, end).filter(|_| start < timex.tokens.start);
        if let Some(behind) = crowded {
            end = behind;
            // "During the morning rush on Monday"
            let day = self.point_at(at + 1).map(|(day, timex)| (day, timex.tokens.clone()));
            if let Some((day, tokens)) =
                day.filter(|(day, _)| point.day.is_none() && day.clock.is_none() && day.part.is_none())
                && self.joined_by(end, tokens.start, &["on", "of"])
            {
                (point.day, end, used) = (day.day, tokens.end, 2);
            }
        }
        if let Some(night) = self.night_from_day_to_day(&point, end, at + used) {
            (point, end, used) = (night.point, night.end, used + self.before(at + used, night.end));
        }
        let mut also = Vec::new();
        while let Some(joined) = self.joined(&point, end, at + used, relation) {
            (point, end) = (joined.point, joined.end);
            hedge = hedge.or(point.inner_hedge);
            if let Some((ruling, of_clock)) = joined.ruled {
                (relation, hedge) = (ruling, hedge.or(of_clock));
            }
            used += 1;
        }
        if point.clock.is_some() && point.day.is_none() {
            (start, end) = self.take_day_mark(&mut point, start, end);
            used += self.before(at + used, end);
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
            if let Some(from) = self.moved_to(start, end, &point) {
                let time = Time::Point {
                    point: to,
                    also: Vec::new(),
                };
                self.push(from..to_end, Relation::To, hedge, time);
                return used + more;
            }
            let (to_end, again) = self.same_span(to_end, at + used + more, &to).unwrap_or((to_end, 0));
            return self.span(start, (point, to), (to_end, used + more + again), relation, hedge);
        }
        if let Some((to, to_end, more)) = self.next_in_calendar(end, at + used, &point) {
            if self.view.says(end, "or") {
                relation = Relation::Somewhere;
            }
            return self.span(start, (point, to), (to_end, used + more), relation, hedge);
        }
        // "on Thursday from 8:05 to 9:50am": the day belongs to the stretch.
        if point.clock.is_none() && point.day.is_some() && self.opens_span(end, at + used) {
            let inner = self
                .point_at(at + used)
                .map(|(from, timex)| (from, timex.tokens.clone()));
            if let Some((mut from, tokens)) = inner.filter(|(from, _)| from.day.is_none() && from.clock.is_some()) {
                let (ruling, inner_hedge, _) = self.lead(tokens.start);
                let ruling = Some(ruling).filter(|it| it.opens_pair()).unwrap_or(Relation::From);
                if let Some((to, to_end, more)) = self.other_end(tokens.end, at + used + 1, &from, ruling) {
                    from.day = point.day;
                    // "Tonight between midnight and 4am"
                    from.part = point.part.filter(|_| point.is_of_night());
                    if let (Some(clock), Some(part)) = (&mut from.clock, from.part) {
                        settle_half(clock, part.part);
                    }
                    return self.span(
                        start,
                        (from, to),
                        (to_end, used + 1 + more),
                        ruling,
                        inner_hedge.or(hedge),
                    );
                }
            }
        }
        if let Some((part, behind)) = day_stretch::owned(&self.view, &point, end).filter(|_| start < timex.tokens.start)
        {
            (point.part, end) = (part, behind);
            used += self.before(at + used, end);
        }
        // "From 0805 onwards"
        let onwards = matches!(relation, Relation::From | Relation::Since) && self.view.says_any(end, ONWARDS);
        let end = end + usize::from(onwards);
        // "Hit by Monday's outage": what did it, and no deadline.
        if relation == Relation::By && attribute::describes(&self.view, &(timex.tokens.start..end)) {
            (relation, start) = (Relation::At, timex.tokens.start);
        }
        self.push(start..end, relation, hedge, Time::Point { point, also });
        used
    }

    /// How many time expressions from an index on begin before a position.
    fn before(&self, at: usize, end: usize) -> usize {
        self.timexes[at..].iter().take_while(|it| it.tokens.start < end).count()
    }

    /// Counts a clock on by the mark beside it; where the clock begins and ends with that.
    fn take_day_mark(&mut self, point: &mut Point, start: usize, end: usize) -> (usize, usize) {
        if let Some((days, next)) = self.days_behind(end) {
            point.days_on = Some(days);
            return (start, next);
        }
        let Some((days, from)) = self.days_before(start) else {
            return (start, end);
        };
        point.days_on = Some(days);
        // "+1d" was read for a length by itself.
        while self.out.last().is_some_and(|it| it.tokens.end > from) {
            self.out.pop();
        }
        (from, end)
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
        // "Queues at the till yesterday"
        let till = |at: usize| view.says(at, "till") && view.after_any(at, &["the", "a", "each", "every", "their"]);
        match phrase_before(view, &view.lexicon.relations, start, floor).filter(|(_, from)| !till(*from)) {
            Some((relation, from)) => {
                // "around" before a relation: "around at", "shortly before" was taken as a hedge.
                let outer = phrase_before(view, &view.lexicon.hedges, from, floor)
                    .filter(|(h, _)| *h != Hedge::Exactly && hedge.is_none())
                    // "Most of it was over by 20:45": over, and no more than that.
                    .filter(|(h, _)| *h != Hedge::MoreThan)
                    // "I freed some at 15:20"
                    .filter(|(_, at)| !view.says(*at, "some"));
                let (hedge, from) = outer.map_or((hedge, from), |(outer, at)| (Some(outer), at));
                (relation, hedge, from)
            }
            None => (Relation::At, hedge, start),
        }
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
        let at_zero = base == Base::Zero && self.view.says(start, "at");
        let start = if keeps || at_zero { start } else { timex.tokens.start };
        let relation = if keeps { relation } else { Relation::At };
        let hedge = timex.hedge.or(hedge);
        let end = timex.tokens.end;
        // "A week ago on Thursday, 29 September": the date says when, and how long ago it was.
        let dated = |(point, behind): (Point, &Timex)| point.names_date() && behind.tokens.start == end + 1;
        if base == Base::Now && self.view.says(end, "on") && self.point_at(at + 1).is_some_and(dated) {
            return 1;
        }
        if let Some((weekday, end)) = self.day_told_again(at, length) {
            let point = self.point_at(at + 1).map(|(point, _)| point).filter(|_| !weekday);
            let (hedge, time) = match point {
                Some(point) => (
                    None,
                    Time::Point {
                        point,
                        also: Vec::new(),
                    },
                ),
                None => (hedge, Time::shift(length, later, base)),
            };
            self.push(start..end, relation, hedge, time);
            return 2;
        }
        self.push(start..end, relation, hedge, Time::shift(length, later, base));
        1
    }
}

impl Builder<'_, '_> {
    /// "Two weeks earlier, on June 1", "three days earlier, on Monday": the day behind a length's comma is the one that the
    /// length leads to. Whether only its weekday is named, and where it ends.
    fn day_told_again(&self, at: usize, length: Length) -> Option<(bool, usize)> {
        let end = self.timexes[at].tokens.end;
        let (point, behind) = self.point_at(at + 1)?;
        let on = end + 1 + usize::from(self.view.says(end + 1, "on"));
        let joined = self.view.symbol(end, ',') && behind.tokens.start == on;
        let alone = point.clock.is_none() && point.part.is_none() && point.edge.is_none();
        let days = length.finest() == Unit::Day && length.exact_seconds().is_some() && !self.out.is_empty();
        let weekday = match point.day? {
            Day::Date(date) if date.is_whole() && length.finest() >= Unit::Day => false,
            Day::Weekday { picker: None, .. } if days => true,
            _ => return None,
        };
        // "…, on June 1 at 14:00": the day goes on.
        let end = behind.tokens.end;
        let goes_on = self.timexes.get(at + 2).is_some_and(|it| it.tokens.start <= end + 2);
        (joined && alone && !goes_on).then_some((weekday, end))
    }
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
