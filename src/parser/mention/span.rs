//! Stretches with two ends: "from 10:41 to 11:24 a.m. ET", "Oct. 4–6", "10:58 → 11:24".
//!
//! One would get wrong that each end says all of itself: the half, the zone, the day, the month and the year stand once
//! and count for both.

use std::ops::Range;

use crate::article::token::{Case, Kind};
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::{RangeWord, Relation};
use crate::lexicon::time::{Edge, Meridiem};
use crate::normaliser::value::Part;
use crate::parser::statement::term;
use crate::parser::time::date::day_of_month;
use crate::parser::time::expression::{CalendarDate, Clock, Day, DayHalf, PartOfDay, Point};
use crate::parser::time::view::View;
use crate::parser::time::zone;

use super::{Builder, Time, phrase_before};

impl Builder<'_, '_> {
    /// "Throughout the afternoon and into the evening", "late Thursday into Friday": one stretch, whose second piece
    /// is taken into the first.
    pub(super) fn runs_on(&mut self, start: usize, end: usize, to: &Point) -> bool {
        let led = self.view.says(start, "into");
        let and = self.view.says(start.wrapping_sub(1), "and");
        let before = self.out.last_mut();
        let before = before.filter(|m| led && m.sentence == self.sentence && m.tokens.end + usize::from(and) == start);
        let Some(before) = before else { return false };
        let Time::Point { point, .. } = &before.time else {
            return false;
        };
        // "Went on Saturday into Sunday's lists": without "and" only a night runs into the next day.
        if !(and || ends_late(point) && to.day.is_some()) {
            return false;
        }
        if point.clock.is_some() || to.clock.is_some() {
            return false;
        }
        let (from, until) = (
            *point,
            Point {
                day: to.day.or(point.day),
                ..*to
            },
        );
        before.tokens.end = end;
        before.span = self.article.span_of(before.tokens.clone()).unwrap_or(before.span);
        before.time = Time::Span {
            from,
            to: until,
            day_of_end: false,
        };
        true
    }

    /// "Saturday and Sunday", "late Thursday and early Friday", "June and July 2012", "the afternoon and evening": what
    /// follows on one another is one stretch; with its end, the position after it and the expressions used.
    pub(super) fn next_in_calendar(&self, end: usize, next: usize, from: &Point) -> Option<(Point, usize, usize)> {
        let view = &self.view;
        // "The night of Saturday/Sunday"
        let slash = view.symbol(end, '/') && from.part.is_some_and(|it| it.part == Part::Night);
        // "Gave out late Monday or early Tuesday": one of the two, so somewhere in both.
        let part = |point: &Point| point.part.is_some() || point.edge.is_some();
        let or = view.says(end, "or") && part(from) && self.point_at(next).is_some_and(|(to, _)| part(&to));
        let and = view.says(end, "and") || view.symbol(end, '&') || slash || or;
        if !and || from.clock.is_some() {
            return None;
        }
        let weekday = |point: &Point| match point.day {
            Some(Day::Weekday { weekday, picker: None }) => Some(weekday),
            _ => None,
        };
        let month = |point: &Point| match point.day {
            Some(Day::Date(date)) if date.day.is_none() => date.month.map(|month| (month, date.year)),
            _ => None,
        };
        let months = |to: &Point| {
            let pair = month(from).zip(month(to));
            pair.is_some_and(|((a, year), (b, its))| a + 1 == b && year.is_none() && its.is_some())
        };
        // "The nights of 25th and 26th January"
        let date = |point: &Point| match point.day {
            Some(Day::Date(date)) => date.day.filter(|_| date.is_whole()),
            _ => None,
        };
        if let Some((mut to, timex)) = self.point_at(next)
            && from.part.is_some_and(|it| it.part == Part::Night)
            && to.part.is_none()
            && to.clock.is_none()
            && timex.tokens.start == end + 1
            && date(from).zip(date(&to)).is_some_and(|(a, b)| a + 1 == b)
        {
            to.part = from.part;
            return Some((to, timex.tokens.end, 1));
        }
        // "False alarms on 8 and 9 March", "hearings on 4 and 5 June"
        let day = |point: &Point| match point.day {
            Some(Day::Date(date)) if point.clock.is_none() && point.part.is_none() => {
                date.day.map(|day| (day, date.month))
            }
            _ => None,
        };
        let names_month = |mut at: Range<usize>| at.any(|at| view.lexicon.months.begins(view.word(at)));
        if let Some((to, timex)) = self.point_at(next)
            && timex.tokens.start == end + 1
            && let (Some((first, of)), Some((last, its))) = (day(from), day(&to))
            && first + 1 == last
            && (of.is_none() || of == its)
            && its.is_some()
            // "Letters of July 26 and July 27": two, each by its own month.
            && names_month(end.saturating_sub(2)..end) != names_month(timex.tokens.clone())
        {
            return Some((to, timex.tokens.end, 1));
        }
        if let Some((to, timex)) = self.point_at(next)
            && to.clock.is_none()
            && (end + 1..=end + 2).contains(&timex.tokens.start)
            && !view.says_any(timex.tokens.end, &["'s", "’s"])
            && (weekday(from).zip(weekday(&to)).is_some_and(|(a, b)| a.next() == b) || months(&to))
        {
            return Some((to, timex.tokens.end, 1));
        }
        let part = from.part.filter(|_| from.day.is_some())?;
        let at = end + 1 + usize::from(view.says(end + 1, "the"));
        let (to, to_end) = view.phrase(&view.lexicon.parts, at)?;
        let later = part.part < to.part;
        let used = usize::from(self.point_at(next).is_some_and(|(_, it)| it.tokens.start < to_end));
        let until = Point {
            part: Some(PartOfDay {
                part: to.part,
                edge: None,
            }),
            day: from.day,
            ..Point::default()
        };
        // "the morning and evening commute" is no stretch.
        let word = matches!(view.kind(to_end), Some(Kind::Word { .. }));
        let described = word && view.meaning(&view.lexicon.function_words, to_end).is_none();
        (later && !described).then_some((until, to_end, used))
    }

    /// Takes a stretch of its two ends; `to` is the position after it, and the expressions used.
    pub(super) fn span(
        &mut self,
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

    /// "16/17 January": whether the day after a day and a stroke is the one that follows it.
    fn next_day_at(&self, at: usize, next: usize, from: &Point) -> bool {
        let day = |point: &Point| match point.day {
            Some(Day::Date(date)) if point.clock.is_none() => date.day,
            _ => None,
        };
        let behind = self.point_at(next).filter(|(_, timex)| timex.tokens.start == at);
        let days = day(from).zip(behind.and_then(|(point, _)| day(&point)));
        days.is_some_and(|(first, second)| second == first + 1)
    }

    /// The second end of a stretch that `from` opens; with the position after it and the expressions used.
    pub(super) fn other_end(
        &self,
        end: usize,
        next: usize,
        from: &Point,
        relation: Relation,
    ) -> Option<(Point, usize, usize)> {
        let view = &self.view;
        // "**12:22** to **13:00**"
        let emphasis = |at: usize| (at..at + 4).find(|it| !view.symbol_any(*it, &['*', '_'])).unwrap_or(at);
        let end = emphasis(end);
        // "between Nov. 8, 2009, and Nov. 12", "from 21:15 server time until 2"
        let comma = relation.opens_pair() && view.symbol(end, ',') && view.says(end + 1, "and");
        let local = view.says_any(end, &["server", "local"]) && view.says(end + 1, "time");
        let end = end + usize::from(comma) + 2 * usize::from(local);
        // "from late last night Eastern time until …"
        let zone = zone::named(view, end).filter(|_| relation == Relation::From && from.clock.is_none());
        let night = (view.symbol(end, '/') && view.touches(end) && view.touches(end + 1)).then_some(end + 1);
        let night = night
            .filter(|_| matches!(view.kind(end - 1), Some(Kind::Date(_))) || self.next_day_at(end + 1, next, from));
        // "from 12:10 and 12:35": an end, by a slip.
        let slip = relation == Relation::From && from.is_bare_clock();
        let ruling = if slip { Relation::Between } else { relation };
        let after = night.or_else(|| range_mark(view, zone.map_or(end, |(_, next)| next), ruling))?;
        let after = emphasis(after);
        // "Oct. 4-6", "March 3rd to 4th", "2024-12-19/20"
        if let (Some(Day::Date(date)), None) = (from.day, from.clock)
            && date.day.is_some()
            && let Some((day, to_end)) = day_of_month(view, after)
            && self.point_at(next).is_none_or(|(_, t)| t.tokens.start >= to_end)
            && date.day < Some(day)
            && (!matches!(view.kind(to_end), Some(Kind::Word { .. }))
                || view.says_any(to_end, &["and", "in", "at", "on", "the", "when", "from"])
                // "Fees from Sept. 7 to 9 waived": "from" has said that another day follows.
                || relation == Relation::From && !view.lexicon.units.begins(view.word(to_end)))
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
        // "until a bit before 8:57"
        let hedged = phrase_before(view, &view.lexicon.hedges, timex.tokens.start, after);
        let start = hedged.map_or(timex.tokens.start, |(_, from)| from);
        if self.opens_text(after, timex.tokens.start) {
            return None;
        }
        let lead = |at| view.says_any(at, &["at", "on", "the", "before", "after", "near"]) || view.symbol(at, '~');
        if start < after || start > after + 2 || !(after..start).all(lead) {
            return None;
        }
        // "Between Wednesday lunchtime and 8.30pm", "from the afternoon until 8.30pm"
        let opened = relation == Relation::From || relation.opens_pair();
        let from_part = opened && from.part.is_some() && to.clock.is_some();
        let alike = from.clock.is_some() == to.clock.is_some()
            || (from.clock.is_some() && to.day.is_some() || from.day.is_some() && to.clock.is_some())
                && relation == Relation::From
            || from_part
            || self.lasts_until(from, &to, end, relation);
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

    /// "14:20 UTC - At 13:58 UTC we rolled back", "14:20 - Around 13:58": behind the dash of an entry its text begins, and
    /// with a time of its own. "9:30 - around 11:00" is a stretch.
    fn opens_text(&self, after: usize, clock: usize) -> bool {
        let view = &self.view;
        let dash = view.symbol_any(after - 1, &['-', '–', '—']);
        let capital = clock > after && view.case(after) == Some(Case::Capital);
        dash && (capital || view.says(after, "at"))
    }

    /// "On Friday until noon", "on 8 March till 10:30": a day, and when on it something ended.
    fn lasts_until(&self, from: &Point, to: &Point, end: usize, relation: Relation) -> bool {
        let day = matches!(from.day, Some(Day::Weekday { .. } | Day::Date(_) | Day::Deictic(_)));
        let until = self.view.says_any(end, &["until", "till", "til"]);
        relation == Relation::At && day && from.clock.is_none() && until && to.is_bare_clock()
    }

    /// "The test has been moved from Tuesday to Friday": no stretch of days but the day it had and the one it has; where the
    /// words for the latter begin.
    pub(super) fn moved_to(&self, start: usize, end: usize, from: &Point) -> Option<usize> {
        let view = &self.view;
        let moved = term::is_put_off_by(view, start.wrapping_sub(1));
        let led = moved && view.says(start, "from");
        (led && from.clock.is_none() && from.day.is_some() && view.says(end, "to")).then_some(end)
    }

    /// Whether "from" or "between" stands between a day and a clock, or what the stretch is: "12/11/2013, maintenance window
    /// 01:00 to 05:00".
    pub(super) fn opens_span(&self, end: usize, next: usize) -> bool {
        let Some((_, timex)) = self.point_at(next) else {
            return false;
        };
        let view = &self.view;
        let mut here = view.skip(end, ',');
        let of_works = view.says_any(here, &["maintenance", "change", "service", "downtime", "outage"]);
        let window = here + usize::from(of_works);
        if view.says_any(window, &["window", "slot"]) && here > end {
            let behind = window + 1 + usize::from(view.symbol(window + 1, ':') || view.says(window + 1, "from"));
            return behind == timex.tokens.start;
        }
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
}

/// Whether a point is the night of a day, or late in it.
fn ends_late(point: &Point) -> bool {
    let part = point
        .part
        .is_some_and(|it| matches!(it.part, Part::Evening | Part::Night));
    point.day.is_some() && (part || point.edge == Some(Edge::Late))
}

/// The position behind the mark that parts the two ends of a stretch.
pub(super) fn range_mark(view: &View, at: usize, relation: Relation) -> Option<usize> {
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
    let opened = matches!(relation, Relation::From | Relation::Since);
    if let Some((word, next)) = view.phrase(&view.lexicon.range_words, view.skip(at, ',')) {
        let to = word == RangeWord::To && !view.symbol(at, ',');
        return (to || opened && word == RangeWord::Ending).then_some(next);
    }
    let and = (view.says(at, "and") || view.symbol(at, '&')) && relation.opens_pair();
    and.then_some(at + 1)
}

/// What one end of a stretch has and the other lacks: half of the day, zone, day.
fn lend(from: &mut Point, to: &mut Point) {
    from.zone = from.zone.or(to.zone);
    to.zone = to.zone.or(from.zone);
    let days = (from.day, to.day);
    // "Between the afternoon and evening of 2 February": parts of one day.
    let parts = from.part.zip(to.part).is_some_and(|(a, b)| a.part < b.part);
    from.day = from.day.or(days.1.filter(|_| from.clock.is_some() || parts));
    to.day = to.day.or(days.0.filter(|_| to.clock.is_some()));
    let night = from
        .part
        .filter(|_| from.is_of_night() && from.clock.is_some() && to.clock.is_some());
    to.part = to.part.or(night.filter(|_| from.day == to.day));
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
pub(super) fn lend_half(a: &mut Clock, b: &mut Clock) {
    let turned = |clock: &Clock| u16::from(clock.hour % 12) * 60 + u16::from(clock.minute);
    match (a.half, b.half) {
        (DayHalf::Open, DayHalf::Said(half)) if a.hour <= 12 => {
            a.half = DayHalf::Said(if turned(a) <= turned(b) { half } else { other_half(half) });
        }
        (DayHalf::Said(half), DayHalf::Open) if b.hour <= 12 => {
            b.half = DayHalf::Said(if turned(b) >= turned(a) { half } else { other_half(half) });
        }
        // "Between 22:30 and 11:00", "from 6:30 to 17:15": who counts one end to twenty-four counts the other so. "From
        // 13:00 to 3" and "from 9 to 00:30" leave it open.
        (DayHalf::Open, DayHalf::TwentyFour) if b.named.is_none() && (a.hour >= 10 || a.hour < b.hour) => {
            a.half = DayHalf::TwentyFour;
        }
        (DayHalf::TwentyFour, DayHalf::Open) if a.named.is_none() && b.named.is_none() && b.hour >= 10 => {
            b.half = DayHalf::TwentyFour;
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
