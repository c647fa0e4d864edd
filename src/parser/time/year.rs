//! Years: behind a date, by themselves, before and after Christ.
//!
//! One would get wrong that four figures are mostly no year: a bare one needs a word that leads it, brackets, a range,
//! or a thing that it names.

use super::clock_figures::in_unmarked_text;
use super::date::counts_noun;
use super::expression::CalendarDate;
use super::family::Family;
use super::view::View;
use super::zone;
use crate::article::token::{Case, Kind};
use crate::lexicon::prose::Function;

/// This family.
pub const FAMILY: Family = Family {
    name: "years",
    what: "in 2019, the 2003 blackout, 2011–2014, mid-2007, '99, 480 BC, AD 70",
    found: &[
        ("It failed in [2019].", "2019"),
        ("The [2003] blackout was worse.", "2003"),
        ("It has been so since [1997].", "1997"),
        ("The mill (built in [1874]) burned.", "1874"),
        ("It ran from [2011] to [2014].", "2011 2014"),
        ("It ran in [2011]–[2014].", "2011 2014"),
        ("It changed in [mid-2007].", "2007"),
        ("Rome fell in [476 AD].", "0476"),
        ("Carthage fell in [146 BC].", "BC0146"),
        ("They landed in [August 480 BC].", "BC0480-08"),
        ("It was founded in [’99].", "1999"),
        ("© [2020] The Example Company.", "2020"),
        ("The flood of [1936] killed many.", "1936"),
        ("It earned $2 a share for [1989], it said.", "1989"),
        ("It dates from [about 1640].", "1640"),
    ],
    never: &[
        "We paid 2021 dollars.",
        "Microsoft 365 and Windows 10 were fine.",
        "It sold 2000 units.",
        "Box 2003 is full.",
        "It cost $1999.",
        "The build is 2019.3.1.",
        "It took 1500 tries.",
        "Model 2020X is out.",
        "Call 1800 555 019.",
    ],
};

/// The years that a date glued together may have: "4feb2024" is a date, "1mar2099" an id.
const NEWS_YEARS: std::ops::Range<u64> = 1900..2050;

/// A two-digit year: 70–99 are the 1900s.
pub fn full_year(value: u64, digits: u8) -> Option<i32> {
    match (digits, value) {
        (4, 1000..=2999) => Some(value as i32),
        (2, 0..=69) => Some(2000 + value as i32),
        (2, 70..=99) => Some(1900 + value as i32),
        _ => None,
    }
}

/// "in '99", "the class of ’08"
pub fn apostrophe_year(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let (year, next) = short_year(view, at)?;
    let led = view.after_any(
        at,
        &[
            "in", "since", "of", "until", "summer", "winter", "spring", "autumn", "fall", "from", "by", "and",
        ],
    );
    led.then_some((
        CalendarDate {
            year: Some(year),
            ..CalendarDate::default()
        },
        next,
    ))
}

/// A year behind a date: ", 2021", " 2021", " '21", "-2021", "480 BC"; with the position after it. Two figures behind
/// a hyphen are a year only where hyphens join the whole date (`hyphened`), else the end of a range.
pub fn year_behind(view: &View, at: usize, hyphened: bool) -> Option<(i32, usize)> {
    let mut here = at;
    let of = view.says_any(here, &["of", "in"]) && view.number(here + 1).is_some_and(|n| n.digits == 4);
    if of || view.symbol(here, ',') || view.symbol_any(here, &['-', '/']) && hyphened {
        here += 1;
    }
    if let Some(found) = short_year(view, here) {
        return Some(found);
    }
    if let Some(found) = era_year(view, here) {
        return Some(found);
    }
    let number = view.number(here).filter(|n| n.fraction().is_none() && !n.grouped)?;
    let touching = here == at && view.touches(here) || here > at && hyphened && view.touches(here);
    let year = match number.digits {
        4 if !(view.touches(here + 1) && matches!(view.kind(here + 1), Some(Kind::Word { .. })))
            && (1000..2200).contains(&number.whole)
            && (!view.touches(here) || here > at || NEWS_YEARS.contains(&number.whole)) =>
        {
            full_year(number.whole, 4)?
        }
        2 if touching => full_year(number.whole, 2)?,
        _ => return None,
    };
    if here == at && clock_of_stamp(view, here, number.whole) {
        return None;
    }
    // "Oct. 4, 2021 flights" is a year all the same; "May 3, 2,000 users" was grouped.
    let clock = matches!(view.kind(here + 2), Some(Kind::Clock(_)));
    if view.symbol(here + 1, '%')
        || (view.symbol(here + 1, ':') && view.touches(here + 1) && view.touches(here + 2) && !clock)
    {
        return None;
    }
    Some((year, here + 1))
}

/// "Oct 4 2021 UTC": four figures with a zone behind them are a clock, unless the date has one in front of it.
fn clock_of_stamp(view: &View, at: usize, value: u64) -> bool {
    let clock_before = (at.saturating_sub(8).max(view.start())..at)
        .any(|i| matches!(view.kind(i), Some(Kind::Clock(_))) || view.meaning(&view.lexicon.meridiems, i).is_some());
    value < 2400
        && value % 100 < 60
        && view.case(at + 1) == Some(Case::Upper)
        && zone::named(view, at + 1).is_some()
        && !clock_before
}

/// "until 1725 GMT", "from 1900 CET": four figures that lead a zone are a clock, where what leads them may lead one.
fn clock_with_zone(view: &View, at: usize, value: u64) -> bool {
    let led = view.after_any(
        at,
        &[
            "at", "by", "from", "since", "until", "till", "til", "to", "before", "after", "between", "and", "around",
            "about",
        ],
    );
    let zone = || zone::named(view, at + 1).is_some_and(|(_, next)| !view.glued_right(next - 1));
    led && value < 2400 && value % 100 < 60 && view.case(at + 1) == Some(Case::Upper) && zone()
}

/// "'21"
fn short_year(view: &View, at: usize) -> Option<(i32, usize)> {
    if !view.symbol_any(at, &['\'', '’', '‘']) {
        return None;
    }
    let number = view
        .number(at + 1)
        .filter(|n| n.digits == 2 && n.fraction().is_none() && view.touches(at + 1) && !view.glued_right(at + 1))?;
    full_year(number.whole, 2).map(|year| (year, at + 2))
}

/// "480 BC", "70 A.D.", "AD 70": years before Christ count as astronomers have them, 1 BC is 0.
fn era_year(view: &View, at: usize) -> Option<(i32, usize)> {
    let plain = |at: usize| {
        view.number(at)
            .filter(|n| n.digits <= 4 && n.whole > 0 && n.fraction().is_none() && !view.glued_left(at))
            .map(|n| n.whole as i32)
    };
    if view.says(at, "ad") && view.case(at) == Some(Case::Upper) {
        return plain(at + 1).map(|year| (year, at + 2));
    }
    let year = plain(at)?;
    let era = at + 1;
    if view.case(era) != Some(Case::Upper) && !view.text(era).contains('.') {
        return None;
    }
    if view.says_dotless(era, &["bc", "bce"]) {
        return Some((1 - year, era + 1));
    }
    view.says_dotless(era, &["ad", "ce"]).then_some((year, era + 1))
}

/// A year by itself. "in 2019", "the 2003 invasion", "(2009)", "2011–2014", "mid-2007", "480 BC", "the summer of '99".
pub fn year_alone(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    let of = |year, next| {
        Some((
            CalendarDate {
                year: Some(year),
                ..CalendarDate::default()
            },
            next,
        ))
    };
    if let Some((year, next)) = era_year(view, at) {
        return of(year, next);
    }
    let number = view
        .number(at)
        .filter(|n| n.digits == 4 && n.fraction().is_none() && !n.grouped && (1000..2100).contains(&n.whole))?;
    // "until 1725 GMT"
    if clock_with_zone(view, at, number.whole) || in_unmarked_text(view, at, number.whole) {
        return None;
    }
    let year = number.whole as i32;
    let behind_edge = view.symbol(at.wrapping_sub(1), '-')
        && view.says_any(at.wrapping_sub(2), &["mid", "early", "late", "pre", "post"]);
    let range_opens = view.symbol_any(at + 1, &['-', '–', '—'])
        && view
            .number(at + 2)
            .is_some_and(|n| n.digits == 4 && n.whole > number.whole && n.whole < 2100);
    let range_closes = view.symbol_any(at.wrapping_sub(1), &['-', '–', '—'])
        && view
            .number(at.wrapping_sub(2))
            .is_some_and(|n| n.digits == 4 && n.whole >= 1000 && n.whole < number.whole);
    if view.glued_left(at) && !behind_edge && !range_closes || view.glued_right(at) && !range_opens {
        return None;
    }
    if behind_edge || ((range_opens || range_closes) && (1600..2050).contains(&number.whole)) {
        return of(year, at + 1);
    }
    let recent = (1850..2050).contains(&number.whole);
    // "the flood of 1936 killed": a verb is nothing that a figure counts.
    let verb =
        view.after_any(at, &["of", "in", "since"]) && view.text(at + 1).ends_with("ed") || view.says(at + 1, "alone");
    let noun = counts_noun(view, at + 1) && !verb || view.symbol(at + 1, '%');
    let unit = view.meaning(&view.lexicon.units, at + 1).is_some();
    let plainly = view.after_any(
        at,
        &[
            "in",
            "since",
            "during",
            "year",
            "dated",
            "throughout",
            "until",
            "circa",
            "late",
            "early",
            "mid",
            "summer",
            "winter",
            "spring",
            "autumn",
            "fall",
            "c",
        ],
    );
    let round = number.whole % 100 == 0 && number.whole != 2000;
    if plainly && !unit && !view.symbol(at + 1, '%') && (!noun || !round) {
        return of(year, at + 1);
    }
    // "It goes back to 2008, when …"
    let traced = recent && view.after_any(at, &["to"]) && view.says(at.wrapping_sub(2), "back") && !noun;
    if traced {
        return of(year, at + 1);
    }
    // "as 2003 is remembered"
    let compared = recent
        && view.after_any(at, &["as", "than", "but", "while", "like", "unlike"])
        && view.meaning(&view.lexicon.function_words, at + 1) == Some(Function::Auxiliary);
    if compared {
        return of(year, at + 1);
    }
    let linked = view.after_any(
        at,
        &[
            "of", "and", "to", "from", "by", "between", "after", "before", "till", "through", "or", "than", "about",
            "around",
        ],
    );
    // "$3.40 for 1990, up from $2.95 for 1989"
    let accounted = recent && view.after_any(at, &["for"]) && !noun && !round;
    if accounted {
        return of(year, at + 1);
    }
    let ended = !noun && (recent || number.whole >= 1600 && !view.after_any(at, &["to", "by", "than", "or", "and"]));
    if linked && ended && !view.after_any(at, &["than"]) {
        return of(year, at + 1);
    }
    // "the 2003 invasion", "its 2019 outage": a thing named by its year.
    let described = recent
        && noun
        && !unit
        && matches!(view.kind(at + 1), Some(Kind::Word { .. }))
        && (view
            .before(at)
            .is_some_and(|b| view.meaning(&view.lexicon.function_words, b) == Some(Function::Determiner))
            || view.after_any(at, &["'s", "’s"]))
        && !(number.whole % 100 == 0 && view.text(at + 1).ends_with('s'));
    let owned = recent && (view.symbol(at.wrapping_sub(1), '©') || view.after_any(at, &["copyright"]));
    let alone = (1700..2050).contains(&number.whole) && at == view.start() && at + 1 == view.end();
    let bracketed =
        owned || alone || recent && view.symbol(at.wrapping_sub(1), '(') && view.symbol_any(at + 1, &[')', ',', ';']);
    let opens = recent
        && opens_sentence(view, at)
        && view.meaning(&view.lexicon.function_words, at + 1) == Some(Function::Auxiliary);
    (described || bracketed || opens).then_some(())?;
    of(year, at + 1)
}

/// "AD 70"; with the position after it.
pub fn year_alone_of_era(view: &View, at: usize) -> Option<(CalendarDate, usize)> {
    era_year(view, at).map(|(year, next)| {
        (
            CalendarDate {
                year: Some(year),
                ..CalendarDate::default()
            },
            next,
        )
    })
}

/// Whether the token begins its block or follows a full stop.
fn opens_sentence(view: &View, at: usize) -> bool {
    at == view.start() || view.symbol_any(at - 1, &['.', '!', '?', ':', '"', '“'])
}
