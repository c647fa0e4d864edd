//! Which half of the day a clock time lies in, and which instant a wall clock shows.
//!
//! One would get wrong "at 2:15" in a story whose last time was noon, and the hour that autumn has twice.

use std::ops::Range;

use crate::lexicon::time::Meridiem;
use crate::parser::time::expression::{Clock, DayHalf};

use super::calendar::{Date, Instant, Instants, Wall, Zone};
use super::zones::Named;

/// The hour, of twenty-four, of a clock whose half is known; an open one is taken as it stands.
pub fn hour_as_said(clock: &Clock) -> i64 {
    let hour = i64::from(clock.hour);
    match clock.half {
        DayHalf::Said(Meridiem::Am) if hour == 12 => 0,
        DayHalf::Said(Meridiem::Pm) if hour < 12 => hour + 12,
        _ => hour,
    }
}

/// Minutes after midnight, the half as [`hour_as_said`] has it.
pub fn minute_as_said(clock: &Clock) -> i64 {
    hour_as_said(clock) * 60 + i64::from(clock.minute)
}

/// Seconds after midnight, to the minute, the half as [`hour_as_said`] has it.
pub fn second_as_said(clock: &Clock) -> i64 {
    minute_as_said(clock) * 60
}

fn seconds(clock: &Clock, hour: i64) -> i64 {
    hour * 3600 + i64::from(clock.minute) * 60 + i64::from(clock.second.unwrap_or(0))
}

/// What is known for choosing the half of an open clock.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Whether the document writes twenty-four hours.
    pub twenty_four: bool,
    /// The last clock time of the story.
    pub last: Option<Wall>,
    /// Whether the clock looks back from that one: in a list that has the newest first, or to what had been.
    pub backward: bool,
    /// Whether it tells since when something lasts: that began some hours before what was told last, as often as not.
    pub since: bool,
    /// The end of the stretch that the clock opens, where it leaves its half open too.
    pub until: Option<Clock>,
    /// The latest moment that is not ahead of the writing.
    pub limit: Option<Wall>,
    /// The day that the clock stands on.
    pub date: Date,
    /// Whether the clock is told in UTC, which knows no halves of the day.
    pub universal: bool,
    /// Whether the story tells of last night, and has told no clock of it yet.
    pub of_night: bool,
    /// The stamp of the entry that the clock is told in.
    pub stamp: Option<Wall>,
    /// Whether the clock is told as what is to come.
    pub expected: bool,
    /// The half next to what a thread has told of the day, where the clock is the first of its post, as seconds after midnight.
    pub of_thread: Option<i64>,
    /// The same figures as the story read them before, as seconds after midnight.
    pub before: Option<i64>,
    /// The first clock of the day that the story has told, as seconds after midnight.
    pub first: Option<i64>,
    /// The part of the day for which the last clock stands, as seconds after midnight.
    pub part: Option<Range<i64>>,
    /// Whether the story has come past midnight with this clock.
    pub past_midnight: bool,
    /// From when to when the outage lasted, as seconds after midnight, where the clock is told of it behind its end.
    pub lasted: Option<(i64, i64)>,
}

/// Seconds for which something has lasted, told in passing: "it has been down since nine", told behind 9:41.
const LASTING: i64 = 3 * 3600;

/// Seconds after midnight.
pub fn of_day(clock: &Clock, setting: &Setting) -> i64 {
    if setting.universal {
        return seconds(clock, hour_as_said(clock));
    }
    if clock.half != DayHalf::Open || clock.hour == 0 || clock.hour > 12 {
        return seconds(clock, hour_as_said(clock));
    }
    // "Review tomorrow at 10" lies behind the stamp of its entry, and not shortly before it.
    if let Some(stamp) = setting.stamp.filter(|stamp| setting.date <= stamp.date()) {
        // In an entry a time lies shortly before its stamp, whichever way the stamps are written.
        let literal = seconds(clock, i64::from(clock.hour));
        let other = if clock.hour < 12 {
            literal + 12 * 3600
        } else {
            literal - 12 * 3600
        };
        let before = |at: i64| (stamp.seconds_of_day() + 1800 - at).rem_euclid(86_400);
        let far = before(literal) > 6 * 3600;
        // "We expect them at 9:30", told at 8:33 p.m.
        let ahead = (other - stamp.seconds_of_day()).rem_euclid(86_400);
        if setting.expected && !setting.twenty_four && before(literal) > 8 * 3600 && ahead < 2 * 3600 {
            return other;
        }
        // Who writes no clock of twenty-four hours means the half that has just been.
        let furthest = if setting.twenty_four { 4 } else { 8 } * 3600;
        return if (far || !setting.twenty_four) && before(other) < before(literal) && before(other) < furthest {
            other
        } else {
            literal
        };
    }
    if setting.twenty_four {
        return seconds(clock, i64::from(clock.hour));
    }
    if let Some(before) = setting.before.or(setting.of_thread) {
        return before;
    }
    let early = seconds(clock, i64::from(clock.hour % 12));
    let late = early + 12 * 3600;
    let usual = if (7..12).contains(&clock.hour) { early } else { late };
    // "Up to late last night … shortly after seven": no morning is a part of it.
    if setting.of_night && setting.last.is_some() && (5..12).contains(&clock.hour) {
        return late;
    }
    if setting.past_midnight {
        return early;
    }
    let possible = |at: i64| setting.limit.is_none_or(|limit| setting.date.at(at) <= limit);
    if let Some(last) = setting.last.filter(|last| last.date() == setting.date) {
        // "Went dark this morning … at 10:22": within that, for no clock of it has been told.
        let told_of = |at: &i64| setting.part.as_ref().is_some_and(|part| part.contains(at)) && possible(*at);
        if let Some(at) = [early, late].into_iter().find(told_of) {
            return at;
        }
        let upto = last.seconds_of_day() + 1800;
        // "Failed at 8.52am … between 7:10 and 11:35 no train ran": a stretch around what has been told.
        if let Some(until) = setting.until
            && let Some(at) = [late, early].into_iter().find(|at| lies_around(*at, &until, last))
        {
            return at;
        }
        // "Crashed at 5.30 a.m. and was up by eleven. Guards were called at half eight."
        if let Some((began, ended)) = setting.lasted
            && (began..=ended).contains(&early)
        {
            return early;
        }
        if setting.backward {
            return if late <= upto { late } else { early };
        }
        // The story goes on from its last time; a little back is allowed, half a day is not.
        let from = last.seconds_of_day() - if setting.since { LASTING } else { 1800 };
        for at in [early, late] {
            if at >= from && possible(at) {
                return at;
            }
        }
    }
    // "Failed at 7:38 p.m. … a statement at 9:20 p.m. … the first lamps glowed at 7:52": between what has been told.
    let begun = setting.first.is_some_and(|first| (early + 1..=late).contains(&first));
    if begun && setting.last.is_some_and(|last| setting.date.at(late) <= last) {
        return late;
    }
    match (possible(early), possible(late)) {
        (true, false) => early,
        _ => usual,
    }
}

/// Whether a stretch from a clock to the next time that the other one shows holds a moment, and begins not long before it.
fn lies_around(from: i64, until: &Clock, last: Wall) -> bool {
    const LONGEST: i64 = 6 * 3600;
    let last = last.seconds_of_day();
    let end = seconds(until, i64::from(until.hour % 12));
    let end = from + (end - from).rem_euclid(12 * 3600);
    (from..=end).contains(&last) && last - from < LONGEST
}

/// The instants that a wall clock shows, its label deciding the hour that comes twice; and whether the label
/// disagrees with the zone's own offset on that day.
pub fn instants(wall: Wall, zone: Zone, named: Option<Named>) -> (Instants, bool) {
    let all = zone.instants(wall);
    let Some(label) = named.and_then(|n| n.label) else {
        return (all, false);
    };
    let meant = wall.0 - i64::from(label);
    if named.is_some_and(|n| n.literal) {
        return (Instants::Once(Instant(meant)), false);
    }
    match all {
        Instants::Twice(a, _) if a.0 == meant => (Instants::Once(a), false),
        Instants::Twice(_, b) if b.0 == meant => (Instants::Once(b), false),
        _ => (all, all.first().0 != meant),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(hour: u8, minute: u8) -> Clock {
        Clock {
            hour,
            minute,
            second: None,
            half: DayHalf::Open,
            named: None,
        }
    }

    #[test]
    fn a_stretch_lies_around_what_it_began_shortly_before() {
        let last = Date::new(2024, 3, 12).expect("a day of March").at(8 * 3600 + 52 * 60);
        let from = 7 * 3600 + 600;
        assert!(lies_around(from, &open(11, 35), last));
        assert!(lies_around(from, &open(1, 20), last), "over noon");
        assert!(!lies_around(from, &open(8, 30), last), "over before");
        assert!(!lies_around(from + 12 * 3600, &open(11, 35), last));
        assert!(!lies_around(3600, &open(11, 35), last), "long before");
    }
}
