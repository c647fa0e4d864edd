//! Clock times in words: noon, nine thirty, half past nine, ten to one.
//!
//! One would get wrong that "ten to one" is also a bet, and "four to five" a range: what follows must be an hour, and
//! what precedes must lead a time.

use super::clock::{meridiem, said};
use super::clock_figures::{bare_hour, counts_something, is_ish};
use super::expression::{Clock, DayHalf};
use super::number;
use super::view::View;
use crate::lexicon::time::NamedClock;

pub(super) fn named_clock(named: NamedClock) -> Clock {
    let hour = if named == NamedClock::Noon { 12 } else { 0 };
    Clock {
        named: Some(named),
        ..said(hour, 0, DayHalf::TwentyFour)
    }
}

/// "noon", "midnight"
pub(super) fn named(view: &View, at: usize) -> Option<(Clock, usize)> {
    let (named, next) = view.phrase(&view.lexicon.named_clocks, at)?;
    // "midday" is a part of the day where something leads it ("the midday break", "Friday's midday peak").
    if view.says(at, "midday") && view.after_any(at, &["the", "a", "'s", "’s"]) {
        return None;
    }
    (!view.glued_left(at) && (is_ish(view, next) || !view.glued_right(next - 1))).then(|| (named_clock(named), next))
}

/// "half past nine", "ten to five", "seven o'clock", "at ten"
pub(super) fn spoken(view: &View, at: usize) -> Option<(Clock, usize)> {
    if let Some(found) = past_or_to(view, at).or_else(|| half_hour(view, at)) {
        return Some(found);
    }
    let (value, next) = number::cardinal(view, at)?;
    let hour = u8::try_from(value).ok().filter(|h| (1..=12).contains(h))?;
    if is_share(view, value, next) {
        return None;
    }
    if view.says_any(next, &["o'clock", "oclock", "o’clock"]) {
        return Some((said(hour, 0, DayHalf::Open), next + 1));
    }
    if let Some((half, end)) = meridiem(view, next) {
        return Some((said(hour, 0, DayHalf::Said(half)), end));
    }
    // "nine thirty", "nine-thirty"
    let minutes = next + usize::from(view.symbol(next, '-') && view.touches(next) && view.touches(next + 1));
    if view.after_any(at, &["at", "by", "around", "until", "about"])
        && let Some((minute, end)) = number::cardinal(view, minutes).filter(|(m, _)| (10..60).contains(m))
        && !counts_something(view, end)
    {
        return Some((said(hour, minute as u8, DayHalf::Open), end));
    }
    // "just before one"; "at one" may be of anything.
    let beside = view.after_any(at, &["before", "after"]) && view.after_any(at - 1, &["just", "shortly"]);
    if value == 1 && !beside {
        return None;
    }
    bare_hour(view, at, hour, next)
}

/// "About four in five homes", "by one in three users"
fn is_share(view: &View, part: u64, next: usize) -> bool {
    let whole = number::cardinal(view, next + 1).filter(|_| view.says(next, "in"));
    whole.is_some_and(|(whole, end)| part < whole && view.meaning(&view.lexicon.units, end).is_none())
}

/// "at half nine", "from half eight pm", as Britons say for half past.
fn half_hour(view: &View, at: usize) -> Option<(Clock, usize)> {
    let led = view.after_any(
        at,
        &[
            "at", "by", "from", "until", "till", "since", "around", "about", "before", "after",
        ],
    );
    let figures = view.number(at + 1).is_some();
    let (hour, next) = number::cardinal(view, at + 1).filter(|_| led && !figures && view.says(at, "half"))?;
    let hour = u8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?;
    if let Some((half, end)) = meridiem(view, next) {
        return Some((said(hour, 30, DayHalf::Said(half)), end));
    }
    (!counts_something(view, next)).then(|| (said(hour, 30, DayHalf::Open), next))
}

/// "half past nine", "a quarter to five", "ten past one", "twenty-five minutes to six", "half-past midnight"
pub(super) fn past_or_to(view: &View, at: usize) -> Option<(Clock, usize)> {
    let start = if view.says(at, "a") { at + 1 } else { at };
    // "half-past nine"
    let behind = |at: usize| at + usize::from(view.symbol(at, '-') && view.touches(at));
    let (minutes, mut next) = if view.says(start, "half") {
        (30, behind(start + 1))
    } else if view.says(start, "quarter") {
        (15, behind(start + 1))
    } else {
        let (value, next) = match view.number(start) {
            // "15 minutes past midnight"
            Some(figures) if figures.fraction().is_none() && !view.glued_left(start) => (figures.whole, start + 1),
            _ => number::cardinal(view, start)?,
        };
        (u8::try_from(value).ok().filter(|m| (1..30).contains(m))?, next)
    };
    if view.says_any(next, &["minutes", "minute", "mins"]) {
        next += 1;
    }
    let to = view.says_any(next, &["to", "before", "til", "till", "of"]);
    if !to && !view.says_any(next, &["past", "after"]) {
        return None;
    }
    // "ten to five" may be a count, "ten minutes after noon" a shift: only a quarter or a half is safe with "before".
    if view.says_any(next, &["before", "after", "of", "til", "till"]) && minutes != 15 && minutes != 30 {
        return None;
    }
    // "three to one" are odds.
    let odd = minutes % 5 != 0 && !view.says_any(next - 1, &["minutes", "minute", "mins"]);
    if odd
        || to && view.says(next + 1, "one") && !view.after_any(at, &["at", "by", "until", "around", "about", "since"])
    {
        return None;
    }
    // "half past midnight", "quarter to noon"
    if let Some(named) = view.meaning(&view.lexicon.named_clocks, next + 1) {
        let base = if named == NamedClock::Noon { 12 } else { 0 };
        let (hour, minute) = if to {
            ((base + 23) % 24, 60 - minutes)
        } else {
            (base, minutes)
        };
        return Some((said(hour, minute, DayHalf::TwentyFour), next + 2));
    }
    let (hour, mut end) = match view.number(next + 1) {
        Some(n) if n.digits <= 2 && n.fraction().is_none() => (n.whole, next + 2),
        _ => number::cardinal(view, next + 1)?,
    };
    let hour = u8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?;
    // "By half past two customers had noticed": no count has a half or a quarter before it.
    let counted = to || !view.says_any(start, &["half", "quarter"]);
    if counted
        && counts_something(view, end)
        && meridiem(view, end).is_none()
        && view.phrase(&view.lexicon.meridiems, end).is_none()
        && !view.says_any(end, &["in"])
    {
        return None;
    }
    let mut clock = if to {
        said(if hour == 1 { 12 } else { hour - 1 }, 60 - minutes, DayHalf::Open)
    } else {
        said(hour, minutes, DayHalf::Open)
    };
    if let Some((half, next)) = meridiem(view, end) {
        clock.half = DayHalf::Said(half);
        end = next;
    }
    Some((clock, end))
}
