//! Numbers in words and figures.
//!
//! One would get wrong that "one" and "a" count too, and that "two and a half" is one number.

use super::expression::Count;
use super::family::Family;
use super::view::View;
use crate::article::token::Kind;

/// This family.
pub const FAMILY: Family = Family {
    name: "numbers",
    what: "counts of a unit: figures, words, fractions, a few, several",
    found: &[
        ("It took [twenty-five minutes].", "PT25M"),
        ("It took [two and a half hours].", "PT2H30M"),
        ("It took [1.5 hours].", "PT1H30M"),
        ("It took [2½ hours].", "PT2H30M"),
        ("It took [2 1/2 hours].", "PT2H30M"),
        ("It took [a hundred days].", "P100D"),
        ("It took [several hours].", "PTXH"),
        ("It took [a couple of weeks].", "P2W"),
        ("It took [two hundred and six days].", "P206D"),
        ("It took [dozens of minutes].", "PTXM"),
        ("It took [ten thousand years].", "P10000Y"),
        ("It took [two billion years].", "P2000000000Y"),
        ("It took [1,200 days].", "P1200D"),
        ("It took [a day and a half].", "P1DT12H"),
    ],
    never: &[
        "It took two engineers.",
        "It rose by a hundred.",
        "One of them left.",
        "Several teams were paged.",
    ],
};

/// A cardinal in words, "twenty-five", "two hundred and six"; with the position after it.
pub fn cardinal(view: &View, at: usize) -> Option<(u64, usize)> {
    let mut total = 0_u64;
    let mut group = 0_u64;
    let mut next = at;
    let mut any = false;
    loop {
        let here = if any && view.says(next, "and") { next + 1 } else { next };
        let here = if any && view.symbol(here, '-') && view.touches(here) {
            here + 1
        } else {
            here
        };
        let Some(value) = view.meaning(&view.lexicon.cardinals, here) else {
            break;
        };
        // "a hundred" is read by the caller; "and" joins only behind hundreds.
        if here > next && view.says(next, "and") && !group.is_multiple_of(100) {
            break;
        }
        match value {
            100 => group = group.max(1).saturating_mul(100),
            1_000.. => {
                total = group.max(1).saturating_mul(value).saturating_add(total);
                group = 0;
            }
            _ if any && (!group.is_multiple_of(10) && value < 10 || !group.is_multiple_of(100) && value >= 10) => break,
            _ => group = group.saturating_add(value),
        }
        any = true;
        next = here + 1;
    }
    any.then_some((total.saturating_add(group), next))
}

/// A figure or a number in words, with a fraction; not "a".
fn plain(view: &View, at: usize) -> Option<(f64, usize)> {
    if let Some(number) = view.number(at) {
        // "3h42m": the figure touches the unit before it.
        let after_unit = view.before(at).is_some_and(|b| {
            view.meaning(&view.lexicon.glued_units, b).is_some()
                && view.touches(b)
                && view.number(b.wrapping_sub(1)).is_some()
        });
        if view.glued_left(at) && !view.after_any(at, &["t"]) && !signed(view, at) && !after_unit {
            return None;
        }
        let places = number
            .fraction()
            .map_or(0.0, |(value, places)| f64::from(value) / 10_f64.powi(i32::from(places)));
        let value = number.whole as f64 + places;
        return Some(vulgar(view, at + 1).map_or((value, at + 1), |(part, next)| (value + part, next)));
    }
    if let Some((part, next)) = vulgar(view, at) {
        return Some((part, next));
    }
    cardinal(view, at).map(|(value, next)| (value as f64, next))
}

fn signed(view: &View, at: usize) -> bool {
    view.touches(at)
        && view.symbol_any(at - 1, &['~', '+', '-', '−', '('])
        // "F-105s", "MiG-15s"
        && !(view.touches(at - 1) && view.symbol(at - 1, '-') && matches!(view.kind(at.wrapping_sub(2)), Some(Kind::Word { .. })))
}

/// ½, ¼, ¾, "1/2"
fn vulgar(view: &View, at: usize) -> Option<(f64, usize)> {
    let dash = if view.symbol(at, '-') && view.touches(at) && view.touches(at + 1) {
        at + 1
    } else {
        at
    };
    if let Some(Kind::Date(figures)) = view.kind(dash)
        && figures.digits == [1, 1, 0]
        && figures.separator == b'/'
        && matches!(figures.second, 2 | 3 | 4 | 8)
        && figures.first < figures.second
    {
        return Some((f64::from(figures.first) / f64::from(figures.second), dash + 1));
    }
    let Some(Kind::Symbol(c)) = view.kind(at) else {
        return None;
    };
    let value = match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    };
    Some((value, at + 1))
}

/// A count in front of a unit.
pub fn count(view: &View, at: usize) -> Option<(Count, usize)> {
    if let Some((vague, next)) = view.phrase(&view.lexicon.vague_counts, at) {
        return Some((Count::Vague(vague), next));
    }
    if let Some((value, next)) = plain(view, at) {
        // "two and a half", "two-and-a-half", "two and half"
        let dash = |at: usize| {
            if view.symbol(at, '-') && view.touches(at) {
                at + 1
            } else {
                at
            }
        };
        let and = dash(next);
        if view.says(and, "and") {
            let a = dash(and + 1);
            let half = if view.says(a, "a") { dash(a + 1) } else { a };
            let part = match (view.says(half, "half"), view.says(half, "quarter") && half > a) {
                (true, _) => Some(0.5),
                (_, true) => Some(0.25),
                _ => None,
            };
            // "six and a half an hour" does not exist, "two hours and half the day" never comes here.
            if let Some(part) = part {
                return Some((Count::Exact(value + part), half + 1));
            }
        }
        return Some((Count::Exact(value), next));
    }
    if view.says_any(at, &["a", "an"]) {
        if view.meaning(&view.lexicon.cardinals, at + 1).is_some_and(|n| n >= 100) {
            return cardinal(view, at + 1).map(|(value, next)| (Count::Exact(value as f64), next));
        }
        return Some((Count::Exact(1.0), at + 1));
    }
    None
}
