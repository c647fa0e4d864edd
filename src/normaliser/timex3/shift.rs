//! Lengths laid off from now or from the story.
//!
//! One would get wrong how fine the result is: "a month later" is a month, "five years ago" a year.

use crate::lexicon::number::VagueCount;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::value::{Granularity, Known, Value};
use crate::parser::time::expression::{Count, Length};

use super::genre::Genre;
use super::walk::{Focus, Walk};
use super::{Kind, Tid, Timex3, write};

impl Walk<'_> {
    /// "T+12m": a time where the document has named its zero, else only a length.
    pub(super) fn laid_from_zero(&self, length: &Length, later: bool, out: &mut Timex3) {
        let seconds = length.exact_seconds();
        if let (Some(zero), Some(seconds)) = (self.zero, seconds) {
            let seconds = if later { seconds } else { -seconds };
            let value = Value {
                wall: Wall(zero.value.wall.0.saturating_add(seconds.round() as i64)),
                ..zero.value
            };
            out.kind = Kind::Time;
            out.value = write::local(&value);
            out.anchor = Some(zero.tid);
            return;
        }
        out.kind = Kind::Duration;
        out.value = write::length(length);
    }

    /// "rose 3% from a year earlier": a comparison counts from what is reported, which news tells of its own days; the
    /// period itself, where the sentence names one.
    fn compares(&self, tid: Tid, unit: Unit) -> bool {
        let Some(timex) = self.timexes.get(tid - 1) else {
            return false;
        };
        let start = timex.tokens.start;
        self.genre == Genre::News
            && unit >= Unit::Month
            && (start.saturating_sub(COMPARED)..start).any(|at| {
                self.view
                    .says_any(at, &["from", "versus", "against", "compared", "than"])
            })
            && self
                .focus
                .is_some_and(|focus| focus.sentence != self.article.sentence_of(start))
    }

    pub(super) fn shift(&mut self, length: &Length, later: bool, from_now: bool, tid: Tid, out: &mut Timex3) {
        let sign = if later { 1.0 } else { -1.0 };
        let unit = length.finest();
        let vague = length
            .terms()
            .any(|(count, _)| matches!(count, Count::Vague(v) if v != VagueCount::Couple));
        if vague {
            out.kind = if unit.is_clock() { Kind::Time } else { Kind::Date };
            out.value = if later { "FUTURE_REF" } else { "PAST_REF" }.to_owned();
            return;
        }
        // "an hour later" counts from a clock: the last one of the day, where the words before name only the day.
        let base = self.base(grain(unit)).map(|focus| match self.clocked {
            Some(clocked)
                if unit.is_clock()
                    && focus.value.granularity > Granularity::Minute
                    && clocked.value.wall.date().days_until(focus.value.wall.date()).abs() <= 1 =>
            {
                clocked
            }
            _ => focus,
        });
        let from_now = from_now || self.compares(tid, unit);
        let (base, wall, known, anchor, zone) = match (from_now, base) {
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
                    from_now,
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

/// Tokens between "from" and "a year earlier": "from $4.1 million, or 12 cents a share,".
const COMPARED: usize = 6;

/// How fine a length's base may be at the coarsest.
fn grain(unit: Unit) -> Granularity {
    match unit {
        Unit::Day | Unit::Night => Granularity::Day,
        Unit::Weekend | Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        _ => Granularity::Century,
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
