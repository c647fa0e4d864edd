//! Seasons, with their year where one stands beside them.
//!
//! One would get wrong that "fall" and "spring" are verbs and coils: alone they need a word that leads them.

use super::date;
use super::expression::Day;
use super::family::Family;
use super::view::View;
use super::year::apostrophe_year;
use crate::article::token::Case;

/// This family.
pub const FAMILY: Family = Family {
    name: "seasons",
    what: "the summer of 2019, summer ’89, last winter, the spring of last year, early autumn",
    found: &[
        ("It failed in [the autumn of 2020].", "2020-FA"),
        ("It failed in [summer 2019].", "2019-SU"),
        ("It opened in [the summer of ’89].", "1989-SU"),
        ("It failed [last winter].", "2020-WI"),
        ("It failed in [the spring].", "2021-SP"),
        ("It failed in [the spring of last year].", "2020-SP"),
        ("It will open in [the spring].", "2022-SP"),
    ],
    never: &[
        "Shares may fall.",
        "The spring broke.",
        "It was a winter storm.",
        "The fall of Saigon was feared.",
    ],
};

/// "the summer", "summer 2019", "the autumn of 2020"
pub fn season(view: &View, at: usize) -> Option<(Day, usize)> {
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
    // "the summer of '89"
    if let Some((date, next)) = apostrophe_year(view, of) {
        return Some((
            Day::Season {
                season,
                year: date.year,
                picker: None,
            },
            next,
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
        return Some((Day::SeasonOf { season, pick: picker }, after + 1));
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
