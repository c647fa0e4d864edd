//! Lengths: six hours, 3h 42m, two and a half hours, half an hour, several hours, minutes.
//!
//! One would get wrong that a length in words joins "and a half" behind its unit, and that a rate ("$18 an hour")
//! and an age ("a 9-year-old") are none.

use super::expression::{Count, Length};
use super::family::Family;
use super::number;
use super::view::View;
use crate::article::token::Kind;
use crate::lexicon::number::VagueCount;
use crate::lexicon::unit::Unit;

/// This family.
pub const FAMILY: Family = Family {
    name: "lengths",
    what: "six hours, an hour and a half, 3h 42m, 90 minutes, half an hour, a few days, hours",
    found: &[
        ("It lasted [six hours].", "PT6H"),
        ("It lasted [an hour and a half].", "PT1H30M"),
        ("It lasted [3h 42m].", "PT3H42M"),
        ("It lasted [2 hours and 43 minutes].", "PT2H43M"),
        ("It lasted [half an hour].", "PT30M"),
        ("It lasted [a few days].", "PXD"),
        ("It was down for [hours].", "PTXH"),
        ("It lasted [more than 16 hours].", "PT16H"),
        ("It lasted [a quarter of an hour].", "PT15M"),
        ("It was a [48-hour] outage.", "PT48H"),
    ],
    never: &[
        "A 9-year-old was hurt.",
        "It runs 24/7.",
        "It cost $15.99 a month.",
        "Only 5 m of cable were left.",
    ],
};

/// A length at a position; with the position after it.
pub fn length(view: &View, at: usize) -> Option<(Length, usize)> {
    if let Some(found) = fraction(view, at) {
        return Some(found);
    }
    let (count, mut next) = match number::count(view, at) {
        Some(found) => found,
        None => return bare(view, at),
    };
    // "a miserable 24 hours", "the full six hours" lead with the number; "six whole hours" has a word between.
    if view.says_any(
        next,
        &[
            "whole",
            "full",
            "straight",
            "long",
            "consecutive",
            "more",
            "further",
            "extra",
            "additional",
            "solid",
        ],
    ) {
        next += 1;
    }
    let (unit, mut end) = unit(view, next, view.number(next.wrapping_sub(1)).is_some())?;
    if count == Count::Exact(1.0)
        && view.says_any(at, &["a", "an"])
        && (rate(view, at) || view.text(end - 1).ends_with('s') && unit != Unit::Century)
    {
        return None;
    }
    if old(view, end) || priced(view, at) {
        return None;
    }
    let mut length = Length::of(count, unit);
    // "an hour and a half", "two hours and a quarter"
    if view.says(end, "and")
        && view.says(end + 1, "a")
        && view.says_any(end + 2, &["half", "quarter"])
        && let Count::Exact(n) = count
    {
        let part = if view.says(end + 2, "half") { 0.5 } else { 0.25 };
        return Some((Length::of(Count::Exact(n + part), unit), end + 3));
    }
    // Finer units behind: "3h 42m", "2 hours and 43 minutes", "1 hour, 5 minutes".
    while let Some((finer, finer_end)) = finer(view, end, length) {
        length = finer;
        end = finer_end;
    }
    Some((length, end))
}

fn finer(view: &View, at: usize, length: Length) -> Option<(Length, usize)> {
    let mut next = at;
    if view.says(next, "and") || view.symbol(next, ',') {
        next += 1;
        if view.says(next, "and") {
            next += 1;
        }
    }
    let (count, after) = number::count(view, next)?;
    let figure = view.number(next).is_some();
    if !figure && next == at || matches!(count, Count::Vague(_)) || view.says_any(next, &["a", "an"]) {
        return None;
    }
    let (unit, end) = unit(view, after, figure)?;
    Some((length.with(count, unit)?, end))
}

/// The unit at a position, a hyphen before it skipped; with the position after it.
fn unit(view: &View, at: usize, behind_figure: bool) -> Option<(Unit, usize)> {
    let here = if view.symbol(at, '-') && view.touches(at) && view.touches(at + 1) {
        at + 1
    } else {
        at
    };
    if behind_figure
        && view.touches(here)
        && let Some(unit) = view.meaning(&view.lexicon.glued_units, here)
        && !view.glued_right_of_unit(here)
    {
        return Some((unit, here + 1));
    }
    // "1 h 34 min": single letters with blanks, for hours and minutes only.
    if behind_figure && view.says_any(here, &["h", "min"]) {
        return Some((if view.says(here, "h") { Unit::Hour } else { Unit::Minute }, here + 1));
    }
    let unit = view.meaning(&view.lexicon.units, here)?;
    (!view.glued_right(here) || view.symbol(here + 1, '-')).then_some((unit, here + 1))
}

/// "half an hour", "a quarter of an hour", "three quarters of an hour"
fn fraction(view: &View, at: usize) -> Option<(Length, usize)> {
    let (part, mut next) = view.phrase(&view.lexicon.fractions, at)?;
    if view.says_any(next, &["of"]) && view.says_any(next + 1, &["a", "an"]) {
        next += 2;
    }
    if view.symbol(next, '-') && view.touches(next) {
        next += 1;
    }
    if view.says_any(next, &["a", "an"]) {
        next += 1;
    }
    let unit = view.meaning(&view.lexicon.units, next)?;
    // "the third quarter" is no length, and "half the day" is left to the writer.
    (view.says(at, "half") && unit != Unit::Quarter || part != 0.5 && !view.text(next).ends_with('s'))
        .then(|| (Length::of(Count::Exact(part), unit), next + 1))
}

/// "hours", "days" without a count: only behind "for", "within", "in", "after", or before "later", "ago".
fn bare(view: &View, at: usize) -> Option<(Length, usize)> {
    let unit = view.meaning(&view.lexicon.units, at)?;
    if !view.text(at).ends_with('s') || matches!(unit, Unit::Quarter | Unit::Night | Unit::Weekend) {
        return None;
    }
    let led = view.after_any(
        at,
        &[
            "for", "within", "after", "took", "lasted", "last", "take", "takes", "many", "of", "over", "in",
        ],
    );
    let followed = view.says_any(
        at + 1,
        &["later", "ago", "earlier", "after", "before", "of", "long", "into"],
    );
    let noun = view.after_any(at, &["of", "in", "over"]) && !followed;
    ((led && !noun || followed && !view.says(at + 1, "of")) && !view.glued_left(at))
        .then(|| (Length::of(Count::Vague(VagueCount::Bare), unit), at + 1))
}

/// "$15.99 a month", "1,000 a day": a rate, not a length.
fn rate(view: &View, at: usize) -> bool {
    match view.before(at).and_then(|b| view.kind(b)) {
        Some(Kind::Number(_)) => true,
        Some(Kind::Symbol('%' | '/')) => true,
        Some(Kind::Word { .. }) => view.after_any(
            at,
            &[
                "times", "once", "twice", "cents", "dollars", "percent", "million", "billion", "thousand", "hundred",
                "checks", "flights", "people", "share", "hours", "minutes", "days",
            ],
        ),
        _ => false,
    }
}

/// "9-year-old", "20 years old"
fn old(view: &View, at: usize) -> bool {
    let here = if view.symbol(at, '-') { at + 1 } else { at };
    view.says_any(here, &["old", "olds"])
}

/// "$18/hr" and the like never come here; "$3 hours" does not exist; "£80 12 hours" neither.
fn priced(view: &View, at: usize) -> bool {
    view.touches(at) && view.symbol_any(at.wrapping_sub(1), &['$', '£', '€'])
}

impl View<'_> {
    /// Whether a unit glued to its figure runs on into another word: "5mph", "4hands"; another figure may follow.
    fn glued_right_of_unit(&self, unit: usize) -> bool {
        self.touches(unit + 1)
            && matches!(self.kind(unit + 1), Some(Kind::Word { .. } | Kind::Code))
            && !self.text(unit + 1).starts_with(['\'', '’'])
    }
}
