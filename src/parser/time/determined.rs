//! Lengths with a determiner of their own: the last two weeks, another 25 minutes, all week, the past year.
//!
//! One would get wrong whose determiner it is: "the 48-hour outage" is about the outage, "the last two weeks" about weeks.

use super::expression::{Count, Length};
use super::length::plain;
use super::view::{View, Words};
use crate::lexicon::number::VagueCount;
use crate::lexicon::unit::Unit;

/// "the last two weeks", "another 25 minutes", "a miserable 24 hours", "all week", "the past year", "the first hour".
pub(super) fn determined(view: &View, at: usize) -> Option<(Length, usize)> {
    if view.glued_left(at) {
        return None;
    }
    if view.says(at, "all") {
        let unit_at = if view.says_any(at + 1, &["the", "this"]) {
            at + 2
        } else {
            at + 1
        };
        let unit = view
            .meaning(&view.lexicon.units, unit_at)
            .filter(|u| (Unit::Day..=Unit::Year).contains(u) && !view.text(unit_at).ends_with('s'))?;
        return Some((Length::of(Count::Exact(1.0), unit), unit_at + 1));
    }
    let extra = view.says_any(at, &["another", "additional", "further", "extra"]);
    let the = view.says_any(
        at,
        &["the", "these", "those", "its", "their", "his", "her", "our", "my"],
    );
    let a = view.says_any(at, &["a", "an", "each"]);
    if !(extra || the || a) {
        return None;
    }
    let picks = the && view.says_of(at + 1, &PICKING);
    let adds = view.says_of(at + 1, &ADDING);
    let mut next = if picks || adds { at + 2 } else { at + 1 };
    // "a miserable 24 hours", "the past busy 24 hours": one adjective before the figure.
    let adjective = (a || the)
        && next == at + 1
        && view.is_free_word(next)
        && !view.text(next).ends_with('s')
        && (view.number(next + 1).is_some() || view.meaning(&view.lexicon.cardinals, next + 1).is_some());
    if adjective {
        next += 1;
    }
    let counted = view.number(next).is_some()
        || view.meaning(&view.lexicon.cardinals, next).is_some()
        || view.phrase(&view.lexicon.vague_counts, next).is_some()
        || view.lexicon.fractions.begins(view.word(next));
    if counted {
        let (length, end) = plain(view, next)?;
        // "the first quarter of an hour"
        let share = (picks || adds) && view.lexicon.fractions.begins(view.word(next));
        let many = view.text(end - 1).ends_with('s') || extra || share;
        // "the 48-hour outage" is about the outage: its determiner is not the length's.
        let hyphened = (next..end).any(|i| view.symbol(i, '-'));
        let a_fits = !a || adjective || adds;
        // "lifted the ban six hours later": a noun, and what is laid off.
        if adjective && view.lexicon.shifts.begins(view.word(end)) {
            return None;
        }
        return (many && a_fits && (!hyphened || extra)).then_some((length, end));
    }
    let unit = view.meaning(&view.lexicon.units, next)?;
    let plural = view.text(next).ends_with('s') && unit != Unit::Century;
    if view.glued_right(next) {
        return None;
    }
    if plural {
        // "the past hours", "its first days"
        // "over the years"
        let over = next == at + 1
            && view.says(at, "the")
            && unit >= Unit::Week
            && view.number(next + 1).is_none()
            && view.after_any(at, &["over", "through", "throughout", "down", "across"]);
        return (picks && unit != Unit::Quarter || over)
            .then_some((Length::of(Count::Vague(VagueCount::Bare), unit), next + 1));
    }
    let one = match unit {
        // "within the hour"
        Unit::Hour | Unit::Minute if next == at + 1 => {
            view.says(at, "the") && unit == Unit::Hour && view.after_any(at, &["within", "for", "in", "of"])
        }
        Unit::Hour | Unit::Minute => picks || adds || extra,
        Unit::Quarter | Unit::Second | Unit::Millisecond => false,
        // "the past year" is a length, "the last year" the one before this.
        _ => {
            // "its first month"
            let owned =
                !view.says_any(at, &["the", "a", "an"]) && view.says_any(at + 1, &["first", "opening", "final"]);
            picks && view.says_any(at + 1, &["past", "full", "entire", "whole"]) || adds && !picks || extra || owned
        }
    };
    one.then_some((Length::of(Count::Exact(1.0), unit), next + 1))
}

/// The position behind the year that a stretch at its beginning or its end is told of: "the first nine months of 2021",
/// "the last two weeks of the year".
pub(super) fn of_the_year(view: &View, at: usize, end: usize) -> usize {
    if !view.says(end, "of") || !view.says_any(at + 1, &["first", "last", "final", "opening", "closing"]) {
        return end;
    }
    let figure = view
        .number(end + 1)
        .is_some_and(|n| n.digits == 4 && (1900..2100).contains(&n.whole) && !view.glued_right(end + 1));
    let named = view.says_any(end + 1, &["the", "this", "last", "next"]) && view.says(end + 2, "year");
    match (figure, named) {
        (true, _) => end + 2,
        (_, true) => end + 3,
        _ => end,
    }
}

/// What picks a stretch behind "the".
const PICKING: Words<21> = Words::new([
    "first",
    "last",
    "past",
    "next",
    "final",
    "previous",
    "following",
    "preceding",
    "coming",
    "opening",
    "closing",
    "ensuing",
    "intervening",
    "remaining",
    "same",
    "latest",
    "initial",
    "early",
    "entire",
    "whole",
    "full",
]);

/// What adds to a length or makes it full.
const ADDING: Words<11> = Words::new([
    "further",
    "additional",
    "extra",
    "full",
    "whole",
    "entire",
    "mere",
    "solid",
    "total",
    "good",
    "single",
]);
