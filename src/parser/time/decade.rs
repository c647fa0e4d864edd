//! Decades and centuries.
//!
//! One would get wrong that "the 40s" may be somebody's age, and "the 737s" aircraft: figures need their four digits,
//! an apostrophe, or a decade before them.

use super::expression::Day;
use super::family::Family;
use super::view::View;

/// This family.
pub const FAMILY: Family = Family {
    name: "decades and centuries",
    what: "the 1990s, the late 1980s, the '90s, mid-90s, the Seventies, the 470s BC, the 19th century, 17th-century",
    found: &[
        ("It failed in [the 1990s].", "199"),
        ("It failed in [the late 1980s].", "198"),
        ("It failed in [the '90s].", "199"),
        ("It failed in [the 1970s] and [’80s].", "197 198"),
        ("It was sold in [the mid-90s].", "199"),
        ("It was the sound of [the late Eighties].", "198"),
        ("It was born in [the early Noughties].", "200"),
        ("It was built in [the 19th century].", "18"),
        ("It was built in [the eighteenth century].", "17"),
        ("They sell [17th-century] maps.", "16"),
        ("It ran until [the 4th century BC].", "BC03"),
    ],
    never: &[
        "He is in his 40s.",
        "The 737s were grounded.",
        "Temperatures in the 90s are rare.",
        "Century Link said so.",
    ],
};

/// "the 1990s", "the '90s", "the 470s BC", "the 19th century", "the nineties"
pub fn decade(view: &View, at: usize) -> Option<(Day, usize)> {
    let the = view.says(at, "the");
    let here = if the { at + 1 } else { at };
    let before_christ = |at: usize| view.says_dotless(at, &["bc", "bce"]);
    let hyphen = |at: usize| {
        if view.symbol(at, '-') && view.touches(at) && view.touches(at + 1) {
            at + 1
        } else {
            at
        }
    };
    if let Some((nth, next)) = century_ordinal(view, here).map(|(nth, next)| (nth, hyphen(next)))
        && view.says_any(next, &["century", "centuries"])
        && nth > 0
    {
        return Some(if before_christ(next + 1) {
            (Day::Century(1 - nth * 100), next + 2)
        } else {
            (Day::Century((nth - 1) * 100), next + 1)
        });
    }
    let led = the || view.after_any(here, &["early", "late", "mid"]) || view.symbol(here.wrapping_sub(1), '-');
    if led && let Some((_, first)) = NAMED_DECADES.iter().find(|(name, _)| view.says(here, name)) {
        return Some((Day::Decade(*first), here + 1));
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
        // "mid-90s", "the '90s", "the 1970s and '80s"
        2 if quoted && (led || behind_decade(view, here))
            || !quoted
                && view.symbol(here.wrapping_sub(1), '-')
                && view.after_any(here - 1, &["mid", "early", "late"]) =>
        {
            let century = if number.whole <= 20 { 2000 } else { 1900 };
            Some((Day::Decade(century + number.whole as i32), next))
        }
        _ => None,
    }
}

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

/// "the sixties", with the first of its years.
const NAMED_DECADES: &[(&str, i32)] = &[
    ("twenties", 1920),
    ("thirties", 1930),
    ("forties", 1940),
    ("fifties", 1950),
    ("sixties", 1960),
    ("seventies", 1970),
    ("eighties", 1980),
    ("nineties", 1990),
    ("noughties", 2000),
];

/// Whether "and", "or" or "to" joins what follows to a decade: "the 1970s and '80s".
fn behind_decade(view: &View, at: usize) -> bool {
    view.after_any(at, &["and", "or", "to"])
        && view.says_any(at.wrapping_sub(2), &["s", "'s", "’s"])
        && view.number(at.wrapping_sub(3)).is_some_and(|n| n.whole % 10 == 0)
}
