//! Stretches that are laid off: over the next 40 minutes, for another hour, in the first hour, for the last two hours,
//! T+45m to T+1h02m.
//!
//! One would get wrong that they are lengths by themselves: each begins where the story is, where the outage began,
//! or at the document's own zero, or ends with the moment of speaking.

use crate::lexicon::relation::Relation;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{Count, Expression, Length, Point, Timex};

use super::span::range_mark;
use super::{Base, Builder, Time};

/// No length: what begins at its base.
pub(super) fn nothing() -> Length {
    Length::of(Count::Exact(0.0), Unit::Minute)
}

/// "In the last 24 hours" is since yesterday, and not since a minute of it.
fn in_days(length: Length) -> Length {
    let days = length.exact_seconds().map_or(0.0, |seconds| seconds / 86_400.0);
    if length.finest() == Unit::Hour && days >= 1.0 && days.fract() == 0.0 {
        Length::of(Count::Exact(days), Unit::Day)
    } else {
        length
    }
}

impl Builder<'_, '_> {
    /// A length that runs on from the story or from the beginning, and where its words begin.
    pub(super) fn stretch(&self, at: usize, length: Length) -> Option<(usize, Time)> {
        let view = &self.view;
        // "over" before "the next hour" is where it lies, and no hedge.
        let words = self.timexes[at].tokens.start;
        let start = words + usize::from(view.says(words, "over") && view.says(words + 1, "the"));
        let before = start.wrapping_sub(1);
        let the = view.says(start, "the");
        let next = the && view.says_any(start + 1, &["next", "following", "ensuing", "subsequent"]);
        // "Should bring relief within the next 20 minutes": from the moment at which that is promised.
        if next && view.after_any(start, &["in", "within"]) && self.is_promised(before) {
            return None;
        }
        // "in the last 20 minutes" ends with the moment of speaking; "the last two weeks" are nobody's outage.
        let gone = the && view.says_any(start + 1, &["last", "past", "previous"]) && length.finest() <= Unit::Day;
        if gone && view.after_any(start, &["over", "in", "during", "for", "within", "throughout"]) {
            let length = in_days(length);
            let time = Time::Shift {
                length,
                later: false,
                base: Base::Now,
                lasting: Some(Box::new(length)),
            };
            return Some((before, time));
        }
        let first = the && view.says_any(start + 1, &["first", "opening"]);
        // "Came back for another 45 minutes at noon" begins at noon.
        let end = self.timexes[at].tokens.end;
        let own = |(point, it): (Point, &Timex)| {
            let clock = point.clock.is_some() && point.day.is_none();
            clock && (it.tokens.start == end || it.tokens.start == end + 1 && view.says_any(end, &["at", "from"]))
        };
        let begins = self.point_at(at + 1).is_some_and(own);
        let more = !begins && view.says_any(start, &["another", "additional", "further"]);
        let (base, lead) = if next && view.after_any(start, &["over", "in", "during", "for", "within", "through"])
            || more && view.after_any(start, &["for"])
        {
            (Base::Focus, before)
        } else if first && view.after_any(start, &["in", "within"]) {
            // What the hour is the first of is the outage, as in "half an hour in".
            (Base::Happening(before..start), before)
        // "Spent the next 50 minutes looking"
        } else if next && (start == view.start() || view.after_any(start, &["spent", "took", "needed"])) {
            (Base::Focus, start)
        } else {
            return None;
        };
        let time = Time::Shift {
            length: nothing(),
            later: true,
            base,
            lasting: Some(Box::new(length)),
        };
        length.finest().is_clock().then_some((lead, time))
    }

    /// Takes "T+45m to T+1h02m"; how many expressions that used.
    pub(super) fn range_from_zero(&mut self, at: usize) -> Option<usize> {
        let (from, to) = (&self.timexes[at], self.timexes.get(at + 1)?);
        let (
            Expression::FromZero { length, later: true },
            Expression::FromZero {
                length: until,
                later: true,
            },
        ) = (&from.expression, &to.expression)
        else {
            return None;
        };
        let mark = range_mark(&self.view, from.tokens.end, Relation::From)?;
        let lasting = until.exact_seconds()? - length.exact_seconds()?;
        if mark != to.tokens.start || lasting <= 0.0 {
            return None;
        }
        let time = Time::Shift {
            length: *length,
            later: true,
            base: Base::Zero,
            lasting: Some(Box::new(Length::of(Count::Exact(lasting), Unit::Second))),
        };
        self.push(from.tokens.start..to.tokens.end, Relation::At, None, time);
        Some(2)
    }
}
