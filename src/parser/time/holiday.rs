//! Feasts and holidays.
//!
//! One would get wrong that a greeting names one too, and that "Black Friday" in small letters is only a bad day.

use super::expression::{Counted, Day, Landmark};
use super::family::Family;
use super::view::View;
use crate::article::token::Case;

/// This family.
pub const FAMILY: Family = Family {
    name: "holidays",
    what: "feasts and holidays that news names, with their year where it stands beside them",
    found: &[
        ("It failed on [New Year's Eve].", "2020-12-31"),
        ("It failed on [Christmas Day].", "2020-12-25"),
        ("It failed on [Thanksgiving].", "2020-11-26"),
        ("It failed on [Labor Day].", "2021-09-06"),
        ("It failed on [Easter Monday].", "2021-04-05"),
        ("It will open on [Halloween].", "2021-10-31"),
        ("It failed on [Christmas 2019].", "2019-12-25"),
        ("It failed on [Christmas in 2009].", "2009-12-25"),
        ("It failed on [Black Friday].", "2020-11-27"),
        ("It failed on [Independence Day].", "2021-07-04"),
        ("It failed [last Christmas].", "2020-12-25"),
        ("It was slow over [christmas].", "2020-12-25"),
        ("It was slow over [the Easter weekend].", "2021-W13-WE"),
        ("It was slow over [Labor Day weekend].", "2021-W35-WE"),
    ],
    never: &[
        "Happy New Year, everyone.",
        "Merry Christmas to all.",
        "It happened in the Lunar New Year.",
    ],
};

/// A holiday at a position; with the position after it.
pub fn holiday(view: &View, at: usize) -> Option<(Day, usize)> {
    // "the Fourth of July"
    let named = if view.says(at, "the") { at + 1 } else { at };
    let (holiday, next) = view.phrase(&view.lexicon.holidays, named)?;
    // Those that are nothing else stand in small letters too, where a word of time leads them: "over christmas".
    let plain = view.says_any(named, &["christmas", "easter", "thanksgiving", "halloween"])
        && view.after_any(
            named,
            &[
                "over", "at", "since", "during", "before", "after", "around", "until", "last",
            ],
        );
    if view.case(named) == Some(Case::Lower) && !plain {
        return None;
    }
    // A greeting is no date, and the lunar new year another one.
    if view.after_any(at, &["happy", "merry", "lunar", "chinese", "orthodox"]) {
        return None;
    }
    // "Christmas, 2009", "Christmas in 2009"
    let comma = if view.says_any(next, &["in", "of"]) {
        next + 1
    } else {
        view.skip(next, ',')
    };
    let year = view.number(comma).filter(|n| {
        n.digits == 4 && n.fraction().is_none() && (1900..2100).contains(&n.whole) && !view.glued_right(comma)
    });
    if view.says(next, "weekend") && !view.glued_right(next) {
        let of = Landmark::Feast { holiday, year: None };
        let what = Counted::Weekend;
        return Some((Day::Beside { what, by: 0, of }, next + 1));
    }
    match year {
        Some(year) => Some((
            Day::Holiday {
                holiday,
                year: Some(year.whole as i32),
                picker: None,
            },
            comma + 1,
        )),
        None => Some((
            Day::Holiday {
                holiday,
                year: None,
                picker: None,
            },
            next,
        )),
    }
}
