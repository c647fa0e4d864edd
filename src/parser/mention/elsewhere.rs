//! One time told in several zones: "6:15am PDT (13:15 UTC)", "8 PM ET / 5 PM PT", "02:00–02:08 CET (01:00–01:08 UTC)".
//!
//! One would get wrong that any second clock is the first again: it names a zone, or shows the same minutes.

use crate::lexicon::relation::Relation;
use crate::lexicon::zone::ZoneWord;
use crate::parser::time::expression::{Point, ZoneName};

use super::Builder;

impl Builder<'_, '_> {
    /// "(1440 GMT)", "/ 8 PM ET", "or 9:09 p.m. Pacific": the same time told in another zone; with the position after it.
    pub(super) fn same_time(&self, end: usize, next: usize, point: &Point) -> Option<(Point, usize)> {
        let (other, timex) = self.point_at(next)?;
        point.clock?;
        other.clock?;
        let view = &self.view;
        let start = timex.tokens.start;
        if view.symbol_any(end, &['(', '[']) && start == end + 1 {
            if other.zone.is_some() && self.listed_in_bracket(timex.tokens.end, next + 1) {
                return Some((other, timex.tokens.end));
            }
            if other.zone.is_some() && hours_apart(point, &other) && view.symbol(timex.tokens.end, ',') {
                return Some((other, self.behind_remark(timex.tokens.end, next)?));
            }
            if let Some(told) = self.in_place(&other, timex.tokens.end).filter(|_| point.zone.is_some()) {
                return Some(told);
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
        // "At 1620 PDT on October 7, which was 0120 on October 8 in Madrid"
        let which = view.symbol(end, ',') && view.says(end + 1, "which") && view.says_any(end + 2, &["was", "is"]);
        if which && (end + 3..=end + 4).contains(&start) && point.zone.is_some() {
            let there = self.place_behind(timex.tokens.end);
            let zone = other.zone.or(there.map(|(zone, _)| zone));
            let after = there.map_or(timex.tokens.end, |(_, after)| after);
            return zone.map(|_| (Point { zone, ..other }, after));
        }
        let slash = view.symbol_any(end, &['/', '|']) && start == end + 1 && point.zone != other.zone;
        // The next column of a table drawn with blanks.
        let slash = slash || start == end && view.opens_column(start) && zones_apart(point, &other);
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

    /// "At 0412 GMT (8:12 a.m. in Muscat)": what the clock showed in a place.
    fn in_place(&self, other: &Point, end: usize) -> Option<(Point, usize)> {
        let (zone, close) = self.place_behind(end).filter(|_| other.is_bare_clock())?;
        let zone = Some(zone);
        let closes = self.view.symbol_any(close, &[')', ']']);
        closes.then_some((Point { zone, ..*other }, close + 1))
    }

    /// "in Muscat": the zone of a place that has one, and the position after it.
    fn place_behind(&self, at: usize) -> Option<(ZoneName, usize)> {
        let view = &self.view;
        let named = view
            .phrase(&view.lexicon.places, at + 1)
            .filter(|_| view.says(at, "in"));
        named.map(|(zone, after)| (ZoneName::Word(ZoneWord::Rules(zone)), after))
    }

    /// "02:00–02:08 CET (01:00–01:08 UTC)", "1:48 to 2:08 PT | 9:48 to 10:08 GMT": the same stretch told in another zone;
    /// with the position after it and the expressions used.
    pub(super) fn same_span(&self, end: usize, next: usize, to: &Point) -> Option<(usize, usize)> {
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

    /// "(03:58 UTC, for those of you in Europe)": the position behind the bracket, where only words stand in it behind its time.
    fn behind_remark(&self, comma: usize, next: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        let close = (comma..comma + LONGEST).find(|at| self.view.symbol_any(*at, &[')', ']']))?;
        let timed = self.timexes.get(next + 1).is_some_and(|it| it.tokens.start < close);
        (!timed).then_some(close + 1)
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
}

/// Whether two times name unlike zones.
fn zones_apart(one: &Point, other: &Point) -> bool {
    one.zone.zip(other.zone).is_some_and(|(a, b)| a != b)
}

/// Whether two clocks name unlike zones and lie quarters of an hour apart, as one instant does in any two zones.
fn quarters_apart(one: &Point, other: &Point) -> bool {
    let zones = zones_apart(one, other);
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
