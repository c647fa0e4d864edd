//! Quarters and halves of a year, and a business's own year.
//!
//! One would get wrong that a quarter is also a share and a part of a match, and that "the second half" is one only
//! where a year stands with it or money is told of it.

use super::expression::Day;
use super::family::Family;
use super::view::View;
use crate::article::token::Case;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;

/// This family.
pub const FAMILY: Family = Family {
    name: "quarters, halves and business years",
    what: "Q3, 3Q21, H1 2021, the third quarter, third-quarter, the second half of the year, fiscal 2021, the same period last year",
    found: &[
        ("A review is due in [Q4].", "2021-Q4"),
        ("Sales rose in [Q3 2020].", "2020-Q3"),
        ("Sales rose in [3Q21].", "2021-Q3"),
        ("Sales rose in [H1 2021].", "2021-H1"),
        ("Sales rose in [1H21].", "2021-H1"),
        ("Sales rose in [the third quarter of 2020].", "2020-Q3"),
        ("Sales rose in [the second quarter].", "2021-Q2"),
        ("The firm reported [third-quarter] earnings.", "2021-Q3"),
        ("Sales will rise in [the first quarter].", "2022-Q1"),
        ("Sales rose in [the third quarter of last year].", "2020-Q3"),
        ("Sales rose in [the first half of 2020].", "2020-H1"),
        ("Sales will rise in [the second half of the year].", "2021-H2"),
        ("It told of [first-half] profit.", "2021-H1"),
        ("Sales rose in [fiscal 2019].", "FY2019"),
        ("Sales rose in [FY21].", "FY2021"),
        ("Sales rose in [the first quarter of fiscal 2020].", "FY2020-Q1"),
        (
            "Sales rose in [the third quarter] from [the same period last year].",
            "2021-Q3 2020-Q3",
        ),
        (
            "Sales rose in [the third quarter] from [the year-earlier quarter].",
            "2021-Q3 2020-Q3",
        ),
    ],
    never: &[
        "A quarter of them left.",
        "Three-quarters of the town was dark.",
        "A second half was played.",
        "They led with little left in the third quarter.",
        "He took the second half of the cake.",
        "It was the same period drama.",
    ],
};

/// A quarter, a half or a business's year; with the position after it.
pub fn quarter(view: &View, at: usize) -> Option<(Day, usize)> {
    fiscal(view, at)
        .or_else(|| coded(view, at))
        .or_else(|| worded(view, at))
}

/// "fiscal 2021", "fiscal year 2021", "FY21", "the third quarter of fiscal 2021"
fn fiscal(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says(at, "the") { at + 1 } else { at };
    if let Some((quarter, next)) = nth_quarter(view, here)
        && view.says(next, "of")
        && let Some((year, end)) = fiscal_year(view, next + 1)
    {
        return Some((
            Day::Fiscal {
                year,
                quarter: Some(quarter),
            },
            end,
        ));
    }
    let (year, end) = fiscal_year(view, here)?;
    Some((Day::Fiscal { year, quarter: None }, end))
}

fn fiscal_year(view: &View, at: usize) -> Option<(i32, usize)> {
    if view.glued_left(at) {
        return None;
    }
    let (figure, short) = if view.says(at, "fy") && view.case(at) == Some(Case::Upper) {
        (view.skip(view.skip(at + 1, '-'), '\''), true)
    } else if view.says(at, "fiscal") {
        (if view.says(at + 1, "year") { at + 2 } else { at + 1 }, false)
    } else {
        return None;
    };
    let number = view
        .number(figure)
        .filter(|n| n.fraction().is_none() && !view.glued_right(figure))?;
    match number.digits {
        4 if (1900..2100).contains(&number.whole) => Some((number.whole as i32, figure + 1)),
        2 if short => Some((2000 + number.whole as i32, figure + 1)),
        _ => None,
    }
}

/// "third quarter", "Q3": which, and the position after it.
fn nth_quarter(view: &View, at: usize) -> Option<(u8, usize)> {
    if let Some(nth) = view.meaning(&view.lexicon.ordinals, at).filter(|n| (1..=4).contains(n)) {
        return view.says(at + 1, "quarter").then_some((nth, at + 2));
    }
    let number = view
        .number(at + 1)
        .filter(|n| (1..=4).contains(&n.whole) && n.digits == 1)?;
    (view.text(at) == "Q" && view.touches(at + 1)).then_some((number.whole as u8, at + 2))
}

/// "Q3", "Q3 2021", "Q3'21", "H1 2021", "3Q21", "1H 2021"
fn coded(view: &View, at: usize) -> Option<(Day, usize)> {
    let digit = |at: usize| {
        view.number(at)
            .filter(|n| n.digits == 1 && n.fraction().is_none())
            .map(|n| n.whole as u8)
    };
    if !view.touches(at + 1) || view.glued_left(at) {
        return None;
    }
    // "3Q", with its year where that touches: "3Q21".
    let (letter, nth, next, glued) = match (view.text(at), view.text(at + 1)) {
        (letter @ ("Q" | "H"), _) => (letter, digit(at + 1)?, at + 2, false),
        (_, letter @ ("Q" | "H")) => (letter, digit(at)?, at + 2, true),
        _ => return None,
    };
    let (year, end) = code_year(view, next, glued);
    if year.is_none() && (view.glued_right(next - 1) || glued && letter == "H") {
        return None;
    }
    match (letter, nth) {
        ("Q", 1..=4) => Some((
            Day::Quarter {
                quarter: nth,
                year,
                pick: None,
            },
            end,
        )),
        ("H", 1..=2) => Some((
            Day::Half {
                half: nth,
                year,
                pick: None,
            },
            end,
        )),
        _ => None,
    }
}

/// The year behind "Q3" (" 2021", ", 2021", "'21") or touching "3Q" ("21", "2021"), and the position after it.
fn code_year(view: &View, at: usize, glued: bool) -> (Option<i32>, usize) {
    let comma = view.skip(at, ',');
    let mark = if view.symbol_any(comma, &['\'', '’']) && view.touches(comma + 1) {
        comma + 1
    } else {
        comma
    };
    let Some(number) = view.number(mark).filter(|n| n.fraction().is_none() && !n.grouped) else {
        return (None, at);
    };
    let short = mark > comma || glued && view.touches(mark);
    match number.digits {
        4 if (1900..2100).contains(&number.whole) => (Some(number.whole as i32), mark + 1),
        2 if short => (Some(2000 + number.whole as i32), mark + 1),
        _ => (None, at),
    }
}

/// "the third quarter", "third-quarter", "the fourth quarter of 2020", "the second half of the year"
fn worded(view: &View, at: usize) -> Option<(Day, usize)> {
    let the = view.says(at, "the");
    let here = if the { at + 1 } else { at };
    let nth = view.meaning(&view.lexicon.ordinals, here).filter(|n| *n <= 4)?;
    let hyphen = view.symbol(here + 1, '-') && view.touches(here + 1) && view.touches(here + 2);
    // "the third-quarter results": its article is theirs.
    if hyphen && the {
        return None;
    }
    let unit = if hyphen { here + 2 } else { here + 1 };
    let next = unit + 1;
    if view.says(unit, "quarter") {
        if of_a_match(view, at, next) || view.glued_right(unit) {
            return None;
        }
        let (year, pick, end) = of_year(view, next);
        return Some((
            Day::Quarter {
                quarter: nth,
                year,
                pick,
            },
            end,
        ));
    }
    if !view.says(unit, "half") || nth > 2 {
        return None;
    }
    let (year, pick, end) = of_year(view, next);
    let stands = year.is_some() || pick.is_some() || hyphen && view.says_any(next, MONEY);
    stands.then_some((Day::Half { half: nth, year, pick }, end))
}

/// What is told of halves of a business's year, so that "second-half goals" are none.
const MONEY: &[&str] = &[
    "profit",
    "profits",
    "sales",
    "revenue",
    "revenues",
    "earnings",
    "results",
    "net",
    "loss",
    "losses",
    "income",
    "pretax",
    "operating",
    "figures",
    "growth",
    "turnover",
];

/// Whether a quarter is one of a match: "left in the third quarter", "a third-quarter touchdown".
fn of_a_match(view: &View, at: usize, next: usize) -> bool {
    let at = if view.after_any(at, &["the"]) { at - 1 } else { at };
    let left =
        view.after_any(at, &["in", "of"]) && view.says_any(at.wrapping_sub(2), &["left", "remaining", "minutes"]);
    left || view.says_any(
        next,
        &[
            "touchdown",
            "touchdowns",
            "lead",
            "goal",
            "interception",
            "run",
            "rally",
        ],
    )
}

/// "of 2020", " 2020", "of the year", "of last year", "last year" behind a quarter: the year, or which is picked out,
/// and the position after it.
fn of_year(view: &View, at: usize) -> (Option<i32>, Option<Picker>, usize) {
    let here = if view.says(at, "of") { at + 1 } else { at };
    if let Some(year) = view.number(here).filter(|n| {
        n.digits == 4 && n.fraction().is_none() && (1900..2100).contains(&n.whole) && !view.glued_right(here)
    }) {
        return (Some(year.whole as i32), None, here + 1);
    }
    if here > at && view.says(here, "the") && view.says(here + 1, "year") {
        return (None, Some(Picker::This), here + 2);
    }
    match view.phrase(&view.lexicon.pickers, here) {
        Some((picker, next)) if view.says(next, "year") && picker != Picker::ThisPast => (None, Some(picker), next + 1),
        _ => (None, None, at),
    }
}

/// "the year-earlier quarter", "the year-ago period", "the same period last year", "the same quarter of 2020": the
/// stretch that was told last, in another year.
pub fn same_part(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says_any(at, &["the", "its", "a"]) {
        at + 1
    } else {
        at
    };
    let unit = |at: usize| match view.meaning(&view.lexicon.units, at) {
        Some(unit @ (Unit::Quarter | Unit::Month | Unit::Week)) if !view.text(at).ends_with('s') => Some(Some(unit)),
        _ => view.says(at, "period").then_some(None),
    };
    let of = |unit, year, pick, next| Some((Day::SameOf { unit, year, pick }, next));
    if view.says(here, "year") && view.symbol(here + 1, '-') && view.says_any(here + 2, &["earlier", "ago"]) {
        return of(unit(here + 3)?, None, Picker::Last, here + 4);
    }
    if here == at || !view.says(here, "same") {
        return None;
    }
    let unit = unit(here + 1)?;
    let next = here + 2;
    if view.says(next, "a") && view.says(next + 1, "year") && view.says_any(next + 2, &["earlier", "ago", "before"])
        || view.says(next, "the") && view.says(next + 1, "year") && view.says(next + 2, "before")
    {
        return of(unit, None, Picker::Last, next + 3);
    }
    let next = if view.says(next, "in") { next + 1 } else { next };
    match of_year(view, next) {
        (Some(year), _, end) => of(unit, Some(year), Picker::Last, end),
        (None, Some(pick), end) => of(unit, None, pick, end),
        _ => None,
    }
}
