//! Lengths: six hours, 3h 42m, two and a half hours, half an hour, several hours, minutes.
//!
//! One would get wrong that a length in words joins "and a half" behind its unit, and that a rate ("$18 an hour")
//! and an age ("a 9-year-old") are none.

use super::determined;
use super::expression::{Count, Length};
use super::family::Family;
use super::number;
use super::view::View;
use crate::article::token::{Case, Kind};
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
        ("It lasted [2h05].", "PT2H5M"),
        ("Time to resolve: [1h42]", "PT1H42M"),
        ("It was down for [13h07m].", "PT13H7M"),
        ("It lasted [1h10m].", "PT1H10M"),
        ("It lasted [2 hours and 43 minutes].", "PT2H43M"),
        ("It lasted [half an hour].", "PT30M"),
        ("It lasted [a few days].", "PXD"),
        ("It was down for [hours].", "PTXH"),
        ("It was fixed within [minutes].", "PTXM"),
        ("It lasted [more than 16 hours].", "PT16H"),
        ("It lasted [just under five hours].", "PT5H"),
        ("It lasted [some 45 minutes].", "PT45M"),
        ("It lasted [a quarter of an hour].", "PT15M"),
        ("It was slow for [the first quarter of an hour].", "PT15M"),
        ("It was a [48-hour] outage.", "PT48H"),
        ("It failed twice in [the past two weeks].", "P2W"),
        ("It failed twice in [the past year].", "P1Y"),
        ("It took [another 25 minutes].", "PT25M"),
        ("It took [a miserable 24 hours].", "PT24H"),
        ("It rained [all week].", "P1W"),
        ("It was back within [the hour].", "PT1H"),
        ("It was a [day-long] outage.", "P1D"),
        ("It takes [twelve] to [eighteen months].", "P12M P18M"),
        ("It takes between [8] and [12 weeks].", "P8W P12W"),
        ("It lasted for [two decades].", "P2DE"),
        ("It needs [two weeks and three days].", "P2W3D"),
        ("It took [five hours] before that.", "PT5H"),
        ("It lasted [three working days].", "P3D"),
        ("It took [hours], not [days].", "PTXH PXD"),
        ("It took [a weekend].", "P1WE"),
        ("It took [a decade and a half].", "P15Y"),
        ("It may last [days], if not [weeks].", "PXD PXW"),
        ("It lost money in [the first nine months of 2021].", "P9M"),
        ("It rose 3% from [a month earlier].", "2021-09"),
        ("It gained users in [its first month].", "P1M"),
        ("Over [the years] it grew.", "PXY"),
        ("It will rain over [the next 48 hours].", "PT48H"),
    ],
    never: &[
        "A 9-year-old was hurt.",
        "It runs 24/7.",
        "It cost $15.99 a month.",
        "Only 5 m of cable were left.",
        "A second outage followed.",
        "She is 26 years of age.",
        "They watch 60 Minutes.",
        "It returned 503s to everyone.",
        "It has 35m customers.",
        "A 10 km stretch was dark.",
        "It weighs 5 lbs.",
        "She ran 400 m.",
    ],
};

/// A length at a position, its determiner taken in; with the position after it.
pub fn length(view: &View, at: usize) -> Option<(Length, usize)> {
    counted(view, at, number::count(view, at))
}

/// The same, where the count at the position has been read.
pub fn counted(view: &View, at: usize, count: Option<(Count, usize)>) -> Option<(Length, usize)> {
    if let Some((length, end)) = determined::determined(view, at) {
        return Some((length, determined::of_the_year(view, at, end)));
    }
    behind_count(view, at, count).map(|(length, end)| {
        // "10 hours more", but "two hours more than planned" compares.
        let more = view.says(end, "more") && !view.says(end + 1, "than") && view.text(end - 1).ends_with('s');
        (length, if more { end + 1 } else { end })
    })
}

pub(super) fn plain(view: &View, at: usize) -> Option<(Length, usize)> {
    behind_count(view, at, number::count(view, at))
}

fn behind_count(view: &View, at: usize, count: Option<(Count, usize)>) -> Option<(Length, usize)> {
    if let Some(found) = fraction(view, at) {
        return Some(found);
    }
    if let Some(found) = lent_unit(view, at, count) {
        return Some(found);
    }
    let (count, mut next) = match count {
        Some(found) => found,
        None => return bare(view, at).or_else(|| long(view, at)),
    };
    // "six whole hours", "three free days": one word between.
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
            "working",
            "business",
            "calendar",
            "successive",
            "complete",
            "trading",
        ],
    ) || free_adjective(view, at, next, count)
    {
        next += 1;
    }
    let working = view.after_any(next, &["working", "business", "trading"]);
    let (unit, mut end) = unit(view, next, view.number(next.wrapping_sub(1)).is_some())?;
    if count == Count::Exact(1.0)
        && view.says_any(at, &["a", "an"])
        && (rate(view, at) && !view.says_any(end, &["earlier", "ago", "before", "later"])
            || view.text(end - 1).ends_with('s') && unit != Unit::Century
            || view.symbol(end, '-') && view.says(end + 1, "long")
            || !one_stands(view, at, unit, end))
    {
        return None;
    }
    if old(view, end) || priced(view, at) || names_a_show(view, at, end) || plural_figure(view, at, end) {
        return None;
    }
    let mut length = Length::of(count, unit);
    length.working = working && unit == Unit::Day;
    // "an hour and a half", "two hours and a quarter"
    if view.says(end, "and")
        && view.says(end + 1, "a")
        && view.says_any(end + 2, &["half", "quarter"])
        && let Count::Exact(n) = count
    {
        let part = if view.says(end + 2, "half") { 0.5 } else { 0.25 };
        return Some((Length::of(Count::Exact(n + part), unit), end + 3));
    }
    // "2h05"
    if let Some(minutes) = bare_minutes(view, end).filter(|_| unit == Unit::Hour)
        && let Some(whole) = length.with(minutes, Unit::Minute)
    {
        return Some((whole, end + 1));
    }
    // Finer units behind: "3h 42m", "2 hours and 43 minutes", "1 hour, 5 minutes".
    while let Some((finer, finer_end)) = finer(view, end, length) {
        length = finer;
        end = finer_end;
    }
    Some((length, end))
}

/// "three free days": an adjective that no table knows, before a plural.
fn free_adjective(view: &View, at: usize, next: usize, count: Count) -> bool {
    count != Count::Exact(1.0)
        && next > at
        && view.is_free_word(next)
        && !view.touches(next)
        && !view.text(next).ends_with('s')
        && view.text(next + 1).ends_with('s')
        && view
            .meaning(&view.lexicon.units, next + 1)
            .is_some_and(|u| u >= Unit::Hour && u != Unit::Quarter)
}

/// Whether "a second", "a quarter", "a minute" is a length: the first two are mostly an ordinal and a share.
fn one_stands(view: &View, at: usize, unit: Unit, end: usize) -> bool {
    match unit {
        Unit::Second => {
            view.after_any(
                at,
                &[
                    "for", "within", "in", "than", "half", "every", "per", "just", "about", "only",
                ],
            ) && !matches!(view.kind(end), Some(Kind::Word { .. })
                    if view.meaning(&view.lexicon.function_words, end).is_none())
        }
        Unit::Quarter => false,
        // A night is a part of a day, and so is a weekend one of the calendar's.
        Unit::Night => false,
        Unit::Weekend => view.after_any(
            at,
            &[
                "for", "took", "take", "takes", "taken", "lasted", "lasts", "spent", "spend", "than", "within",
            ],
        ),
        _ => true,
    }
}

/// "twelve to eighteen months", "between 8 and 12 hours", "two or three days": the unit stands with the second.
fn lent_unit(view: &View, at: usize, count: Option<(Count, usize)>) -> Option<(Length, usize)> {
    let (Count::Exact(low), end) = count? else {
        return None;
    };
    if view.says_any(at, &["a", "an"]) {
        return None;
    }
    let joins = view.symbol_any(end, &['-', '–', '—'])
        || view.says_any(end, &["to", "or"])
        || view.says(end, "and") && view.after_any(at, &["between"]);
    if !joins {
        return None;
    }
    let (Count::Exact(high), after) = number::count(view, end + 1)? else {
        return None;
    };
    let (unit, last) = unit(view, after, view.number(end + 1).is_some())?;
    let ends = !old(view, last) && !priced(view, at) && !view.text(last).ends_with("old");
    (low < high && ends && !view.says_any(end + 1, &["a", "an"])).then_some((Length::of(Count::Exact(low), unit), end))
}

/// "day-long", "month-long"
fn long(view: &View, at: usize) -> Option<(Length, usize)> {
    let unit = view
        .meaning(&view.lexicon.units, at)
        .filter(|u| (Unit::Hour..=Unit::Century).contains(u) && !view.text(at).ends_with('s'))?;
    let hyphen = view.symbol(at + 1, '-') && view.touches(at + 1) && view.touches(at + 2);
    (hyphen && view.says(at + 2, "long") && !view.glued_left(at))
        .then_some((Length::of(Count::Exact(1.0), unit), at + 3))
}

/// "60 Minutes": the programme.
fn names_a_show(view: &View, at: usize, end: usize) -> bool {
    view.number(at).is_some_and(|n| matches!(n.whole, 24 | 48 | 60))
        && view.case(end - 1) == Some(Case::Capital)
        && end == at + 2
        && !view.touches(end - 1)
}

/// "737s", "in his 40s", "35m customers": figures in the plural and millions.
fn plural_figure(view: &View, at: usize, end: usize) -> bool {
    if end != at + 2 || !view.touches(end - 1) || view.number(at).is_none() {
        return false;
    }
    if view.says(end - 1, "s") {
        let owner = view.after_any(
            at,
            &[
                "his", "her", "their", "my", "our", "the", "early", "late", "mid", "boeing",
            ],
        );
        let named = at > view.start()
            && matches!(view.case(at - 1), Some(Case::Capital | Case::Upper))
            && at - 1 > view.start();
        // "It returned 503s": what servers answer.
        let answer = view.number(at).is_some_and(|n| (400..600).contains(&n.whole))
            && !view.after_any(at, &["for", "after", "within", "in", "took", "lasted"]);
        return owner || answer || named && view.number(at).is_some_and(|n| n.digits >= 3);
    }
    view.says(end - 1, "m")
        && view.case(end) == Some(Case::Lower)
        && view.meaning(&view.lexicon.function_words, end).is_none()
        && (view.text(end).ends_with('s') || view.says(end, "people"))
}

/// The minutes behind "2h", which touch it and have no unit.
fn bare_minutes(view: &View, at: usize) -> Option<Count> {
    let number = view
        .number(at)
        .filter(|n| n.digits == 2 && n.whole < 60 && n.fraction().is_none())?;
    let glued = view.touches(at) && view.says(at - 1, "h");
    (glued && !view.glued_right(at)).then_some(Count::Exact(number.whole as f64))
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
    // "3 hr. ago", "2 d ago", "1 mo. ago": what a page shortens it has counted, and the dot ends no sentence.
    let behind_dot = view.skip_dot(here + 1);
    if behind_figure && view.says(behind_dot, "ago") {
        let units = [&view.lexicon.glued_units, &view.lexicon.units];
        let unit = units.into_iter().find_map(|table| view.meaning(table, here))?;
        return Some((unit, behind_dot));
    }
    // "1 h 34 min": single letters with blanks, for hours and minutes only.
    if behind_figure && view.says_any(here, &["h", "min"]) {
        return Some((if view.says(here, "h") { Unit::Hour } else { Unit::Minute }, here + 1));
    }
    let unit = view.meaning(&view.lexicon.units, here)?;
    // "three quarters" are a share.
    let share = unit == Unit::Quarter && (view.says(here + 1, "of") || view.symbol(at, '-'));
    ((!view.glued_right(here) || view.symbol(here + 1, '-')) && !share).then_some((unit, here + 1))
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
    // "days or weeks", "days, if not weeks"
    let joined = view.after_any(at, &["or", "and", "even"]) && plural_unit(view, at.wrapping_sub(2))
        || view.after_any(at, &["not"])
            && (view.says(at.wrapping_sub(2), "if")
                || view.symbol(at.wrapping_sub(2), ',') && plural_unit(view, at.wrapping_sub(3)));
    let led = joined
        || view.after_any(
            at,
            &[
                "for", "within", "after", "took", "lasted", "last", "take", "takes", "many", "of", "over", "in",
            ],
        );
    let followed = view.says_any(
        at + 1,
        &["later", "ago", "earlier", "after", "before", "of", "long", "into"],
    );
    // "the best in years."
    let ends = view.after_any(at, &["in"]) && !matches!(view.kind(at + 1), Some(Kind::Word { .. }));
    let noun = view.after_any(at, &["of", "in", "over"]) && !followed && !ends;
    ((led && !noun || followed && !view.says(at + 1, "of")) && !view.glued_left(at))
        .then(|| (Length::of(Count::Vague(VagueCount::Bare), unit), at + 1))
}

/// "days", "weeks"
fn plural_unit(view: &View, at: usize) -> bool {
    view.text(at).ends_with('s') && view.meaning(&view.lexicon.units, at).is_some()
}

/// "$15.99 a month", "1,000 a day": a rate, not a length.
fn rate(view: &View, at: usize) -> bool {
    match view.before(at).and_then(|b| view.kind(b)) {
        Some(Kind::Number(_) | Kind::Code) => true,
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
    view.says_any(here, &["old", "olds"]) || view.says(here, "of") && view.says(here + 1, "age")
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
