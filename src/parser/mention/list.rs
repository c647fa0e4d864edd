//! What times in a list share with the last of them: "8:50, 8:54 and 9:02 a.m. MDT".
//!
//! One would get wrong to read each by itself: the half, the zone and the day stand once.

use crate::parser::time::expression::Day;
use crate::parser::time::view::View;

use super::span::lend_half;
use super::{Mention, Time};

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

/// Times in a list share what stands with the last of them: "8:50, 8:54 and 9:02 a.m. MDT".
pub(super) fn share(view: &View, mentions: &mut [Mention], sentence: usize) {
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
        // "September 11 and 12, 2001": the year stands once.
        if let (Time::Point { point: a, .. }, Time::Point { point: b, .. }) = (&mut earlier.time, &later.time)
            && let (Some(Day::Date(first)), Some(Day::Date(last))) = (&mut a.day, &b.day)
            && first.is_whole()
            && last.is_whole()
            && (first.month, first.day) < (last.month, last.day)
        {
            first.year = first.year.or(last.year);
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
