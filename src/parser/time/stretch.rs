//! Longer stretches of the calendar: seasons, quarters, halves, fiscal years, decades, centuries, weeks by number, and
//! the nth weekday or week of a month.
//!
//! One would get wrong that "fall" and "spring" are verbs, "quarter" a share, and "the 40s" somebody's age.

use super::date;
use super::expression::{CalendarDate, Day, NthOf};
use super::family::Family;
use super::view::View;
use crate::article::token::Case;
use crate::normaliser::calendar::{Date, Weekday};

/// This family.
pub const FAMILY: Family = Family {
    name: "seasons, quarters, decades and other stretches",
    what: "the summer of 2019, Q3, the first half of 2020, fiscal 2021, the 1990s, the 19th century, week 40, the first Monday of May",
    found: &[
        ("It failed in [the autumn of 2020].", "2020-FA"),
        ("It failed in [summer 2019].", "2019-SU"),
        ("It failed [last winter].", "2020-WI"),
        ("It failed in [the spring].", "2021-SP"),
        ("A review is due in [Q4].", "2021-Q4"),
        ("Sales rose in [the third quarter of 2020].", "2020-Q3"),
        ("Sales rose in [the second quarter].", "2021-Q2"),
        ("Sales rose in [the first half of 2020].", "2020-H1"),
        ("Sales rose in [fiscal 2019].", "FY2019"),
        ("Sales rose in [FY21].", "FY2021"),
        ("Sales rose in [the first quarter of fiscal 2020].", "FY2020-Q1"),
        ("It failed in [the 1990s].", "199"),
        ("It failed in [the late 1980s].", "198"),
        ("It failed in [the '90s].", "199"),
        ("It was built in [the 19th century].", "18"),
        ("It was built in [the eighteenth century].", "17"),
        ("It ran until [the 4th century BC].", "BC03"),
        ("It fell in [2021-W39].", "2021-W39"),
        ("It fell on [2021-W39-5].", "2021-10-01"),
        ("It will land in [calendar week 41].", "2021-W41"),
        ("It was [the first Monday of September].", "2021-09-06"),
        ("It was [the last Friday in May 2019].", "2019-05-31"),
        ("It was in [the first week of September].", "2021-W35"),
    ],
    never: &[
        "Shares may fall.",
        "The spring broke.",
        "It was a winter storm.",
        "The fall of Saigon was feared.",
        "A quarter of them left.",
        "He is in his 40s.",
        "Three-quarters of the town was dark.",
        "The 737s were grounded.",
        "A second half was played.",
    ],
};

/// A stretch at a position; with the position after it.
pub fn stretch(view: &View, at: usize) -> Option<(Day, usize)> {
    nth(view, at)
        .or_else(|| season(view, at))
        .or_else(|| decade(view, at))
        .or_else(|| fiscal(view, at))
        .or_else(|| quarter(view, at))
        .or_else(|| week(view, at))
}

/// "fiscal 2021", "fiscal year 2021", "FY21", "the third quarter of fiscal 2021", "fiscal third quarter"
fn fiscal(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says(at, "the") { at + 1 } else { at };
    if let Some((quarter, next)) = nth_quarter(view, here)
        && view.says_any(next, &["of"])
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

/// "2021-W40", "2021-W40-1", "week 40", "CW40", "week 40 of 2021"
fn week(view: &View, at: usize) -> Option<(Day, usize)> {
    if let Some(year) = view
        .number(at)
        .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
        && view.symbol(at + 1, '-')
        && view.says(at + 2, "w")
        && view.touches(at + 2)
        && view.touches(at + 3)
        && !view.glued_left(at)
    {
        let (year, week) = (year.whole as i32, week_number(view, at + 3)?);
        if view.symbol(at + 4, '-')
            && view.touches(at + 5)
            && let Some(day) = view.number(at + 5).filter(|n| n.digits == 1)
        {
            let date = Date::from_iso_week(year, week, Weekday::from_iso(u8::try_from(day.whole).ok()?)?)?;
            return Some((
                Day::Date(CalendarDate {
                    year: Some(date.year()),
                    month: Some(date.month()),
                    day: Some(date.day()),
                    ..CalendarDate::default()
                }),
                at + 6,
            ));
        }
        return Some((Day::Week { year: Some(year), week }, at + 4));
    }
    let glued = view.text(at) == "CW" && view.touches(at + 1);
    let calendar = view.says(at, "calendar") && view.says(at + 1, "week");
    let figure = match (glued, calendar) {
        (true, _) => at + 1,
        (_, true) => at + 2,
        _ if view.says(at, "week") && view.after_any(at, &["in", "of", "until", "from", "by", "iso", "during"]) => {
            at + 1
        }
        _ => return None,
    };
    let week = week_number(view, figure)?;
    let of = if view.says_any(figure + 1, &["of", "in"]) {
        figure + 2
    } else {
        figure + 1
    };
    match view
        .number(of)
        .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
    {
        Some(year) => Some((
            Day::Week {
                year: Some(year.whole as i32),
                week,
            },
            of + 1,
        )),
        None => Some((Day::Week { year: None, week }, figure + 1)),
    }
}

fn week_number(view: &View, at: usize) -> Option<u8> {
    view.number(at)
        .filter(|n| n.digits <= 2 && (1..=53).contains(&n.whole) && n.fraction().is_none())
        .map(|n| n.whole as u8)
}

/// "the first Monday of October", "the last Friday in May 2019", "the second week of June", "the first Monday of the
/// month"
fn nth(view: &View, at: usize) -> Option<(Day, usize)> {
    let here = if view.says(at, "the") { at + 1 } else { at };
    let nth = if view.says(here, "last") {
        5
    } else {
        view.meaning(&view.lexicon.ordinals, here)
            .filter(|n| (1..=5).contains(n))?
    };
    let of = if view.says(here + 1, "week") {
        NthOf::Week
    } else if view.says(here + 1, "weekend") {
        NthOf::Weekend
    } else {
        NthOf::Weekday(Weekday::from_iso(
            view.meaning(&view.lexicon.weekdays, here + 1)
                .filter(|w| !w.plural && !w.doubtful)?
                .iso,
        )?)
    };
    if !view.says_any(here + 2, &["of", "in"]) {
        return None;
    }
    let next = here + 3;
    if let Some((Day::Date(date), end)) = date::date(view, next).filter(|_| view.lexicon.months.begins(view.word(next)))
        && date.day.is_none()
    {
        return Some((
            Day::Nth {
                nth,
                of,
                month: date.month,
                year: date.year,
            },
            end,
        ));
    }
    (view.says_any(next, &["the", "each", "every"]) && view.says(next + 1, "month")).then_some((
        Day::Nth {
            nth,
            of,
            month: None,
            year: None,
        },
        next + 2,
    ))
}

/// "the summer", "summer 2019", "the autumn of 2020"
fn season(view: &View, at: usize) -> Option<(Day, usize)> {
    let the = view.says(at, "the");
    let here = if the { at + 1 } else { at };
    let season = view.meaning(&view.lexicon.seasons, here)?;
    let next = here + 1;
    let of = if view.says(next, "of") {
        next + 1
    } else {
        view.skip(next, ',')
    };
    if let Some(number) = view.number(of).filter(|n| {
        n.digits == 4
            && (1000..2100).contains(&n.whole)
            && (!view.glued_right(of) || view.symbol_any(of + 1, &['-', '–', '/']))
    }) {
        let era = view.says_dotless(of + 1, &["bc", "bce"]);
        return Some((
            Day::Season {
                season,
                year: Some(if era {
                    1 - number.whole as i32
                } else {
                    number.whole as i32
                }),
                picker: None,
            },
            if era { of + 2 } else { of + 1 },
        ));
    }
    if let Some((Day::Date(date), next)) = date::date(view, of).filter(|_| view.number(of).is_some())
        && date.month.is_none()
        && let Some(year) = date.year
        && year < 1000
    {
        return Some((
            Day::Season {
                season,
                year: Some(year),
                picker: None,
            },
            next,
        ));
    }
    // "the summer of '99", "the spring of last year"
    let fell = view.says_any(here, &["fall", "spring"]);
    if view.says(next, "of")
        && let Some((picker, after)) = view.phrase(&view.lexicon.pickers, of)
        && view.says(after, "year")
    {
        return Some((
            Day::Season {
                season,
                year: None,
                picker: Some(picker),
            },
            after + 1,
        ));
    }
    // "the fall of Saigon"
    if fell && view.says(next, "of") {
        return None;
    }
    // "in the spring", "in winter"; "fall" and "spring" are verbs and coils elsewhere.
    let led = view.after_any(
        at,
        &[
            "in",
            "during",
            "since",
            "until",
            "by",
            "throughout",
            "early",
            "late",
            "mid",
        ],
    );
    let noun_follows =
        view.case(next) == Some(Case::Lower) && view.meaning(&view.lexicon.function_words, next).is_none();
    // "the winter set in"; "the fall" and "the spring" need more.
    let named = the && !fell || view.after_any(at, &["of", "through", "into", "over", "last", "all"]);
    ((led || named) && !noun_follows).then_some((
        Day::Season {
            season,
            year: None,
            picker: None,
        },
        next,
    ))
}

/// "Q3", "Q3 2021", "the third quarter"
fn quarter(view: &View, at: usize) -> Option<(Day, usize)> {
    if let Some(letter @ ("Q" | "H")) = view.token(at).map(|_| view.text(at)) {
        let number = view
            .number(at + 1)
            .filter(|n| view.touches(at + 1) && n.digits == 1 && n.fraction().is_none())?;
        if view.glued_left(at) || view.glued_right(at + 1) {
            return None;
        }
        let year_at = view.skip(at + 2, ',');
        let year = view
            .number(year_at)
            .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
            .map(|n| n.whole as i32);
        let next = if year.is_some() { year_at + 1 } else { at + 2 };
        return match (letter, number.whole) {
            ("Q", 1..=4) => Some((
                Day::Quarter {
                    quarter: number.whole as u8,
                    year,
                },
                next,
            )),
            ("H", 1..=2) => Some((
                Day::Half {
                    half: number.whole as u8,
                    year,
                },
                next,
            )),
            _ => None,
        };
    }
    let here = if view.says(at, "the") { at + 1 } else { at };
    let nth = view.meaning(&view.lexicon.ordinals, here).filter(|n| *n <= 4)?;
    let (half, unit_at) = if view.says(here + 1, "half") {
        (true, here + 1)
    } else {
        (false, here + 1)
    };
    if !half && !view.says(unit_at, "quarter") {
        return None;
    }
    let of = if view.says(unit_at + 1, "of") {
        unit_at + 2
    } else {
        unit_at + 1
    };
    let year = view
        .number(of)
        .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
        .map(|n| n.whole as i32);
    let next = if year.is_some() { of + 1 } else { unit_at + 1 };
    match half {
        true if nth <= 2 && year.is_some() => Some((Day::Half { half: nth, year }, next)),
        false => Some((Day::Quarter { quarter: nth, year }, next)),
        _ => None,
    }
}

/// "the 1990s", "the '90s", "the 470s BC", "the 19th century", "the nineties"
fn decade(view: &View, at: usize) -> Option<(Day, usize)> {
    let the = view.says(at, "the");
    let here = if the { at + 1 } else { at };
    let before_christ = |at: usize| view.says_dotless(at, &["bc", "bce"]);
    if let Some((nth, next)) = century_ordinal(view, here)
        && view.says_any(next, &["century", "centuries"])
        && nth > 0
    {
        return Some(if before_christ(next + 1) {
            (Day::Century(1 - nth * 100), next + 2)
        } else {
            (Day::Century((nth - 1) * 100), next + 1)
        });
    }
    if the && let Some(tens) = NAMED_DECADES.iter().position(|name| view.says(here, name)) {
        return Some((Day::Decade(1920 + 10 * tens as i32), here + 1));
    }
    let quoted = view.symbol_any(here, &['\'', '’', '‘']);
    let figure = if quoted { here + 1 } else { here };
    let number = view
        .number(figure)
        .filter(|n| n.fraction().is_none() && n.whole % 10 == 0)?;
    let plural = view.touches(figure + 1) && view.says_any(figure + 1, &["s", "'s", "’s"]);
    if !plural {
        return None;
    }
    let next = figure + 2;
    match number.digits {
        4 if (1000..2100).contains(&number.whole) => Some((Day::Decade(number.whole as i32), next)),
        2..=4 if before_christ(next) => Some((Day::Decade(1 - number.whole as i32), next + 1)),
        2 if quoted && (the || view.after_any(here, &["early", "late", "mid"])) => {
            let century = if number.whole <= 20 { 2000 } else { 1900 };
            Some((Day::Decade(century + number.whole as i32), next))
        }
        _ => None,
    }
}

/// "the sixties", from the twenties on.
const NAMED_DECADES: &[&str] = &[
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
];

/// "19th", "nineteenth", "twenty-first": with the position after it.
fn century_ordinal(view: &View, at: usize) -> Option<(i32, usize)> {
    if let Some(number) = view.number(at) {
        let ends = number.digits <= 2 && view.touches(at + 1) && view.says_any(at + 1, &["st", "nd", "rd", "th"]);
        return ends.then_some((number.whole as i32, at + 2));
    }
    if view.says(at, "twenty") {
        let next = if view.symbol(at + 1, '-') { at + 2 } else { at + 1 };
        let unit = view.meaning(&view.lexicon.ordinals, next).filter(|n| *n < 10)?;
        return Some((20 + i32::from(unit), next + 1));
    }
    view.meaning(&view.lexicon.ordinals, at).map(|n| (i32::from(n), at + 1))
}
