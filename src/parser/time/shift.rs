//! Lengths laid off from now or from the story: two hours ago, 20 minutes later, the day before Thanksgiving.
//!
//! One would get wrong what they count from: "ago" from the moment of speaking, "later" from the happening that
//! the story is on. Those that count from a happening named behind ("after its products went down") are put
//! together with it by the mentions.

use super::expression::{Expression, Length};
use super::family::Family;
use super::view::View;
use crate::article::token::Kind;
use crate::lexicon::relation::From;

/// This family.
pub const FAMILY: Family = Family {
    name: "shifts",
    what: "two hours ago, 20 minutes later, half an hour earlier, a month later",
    found: &[
        ("It failed [two hours ago].", "2021-10-04T17:30"),
        ("It failed [ten minutes ago].", "2021-10-04T19:20"),
        ("It failed [three days ago].", "2021-10-01"),
        ("It failed [two weeks ago].", "2021-W38"),
        ("It failed [a month ago].", "2021-09"),
        ("It failed [a decade ago].", "201"),
        ("It failed [five years ago].", "2016"),
        (
            "It failed at [9:00]; [20 minutes later] it was back.",
            "2021-10-04T09:00 2021-10-04T09:20",
        ),
        (
            "It failed at [9:00]; [half an hour earlier] all was well.",
            "2021-10-04T09:00 2021-10-04T08:30",
        ),
        (
            "It failed on [Friday]; [two days later] it was back.",
            "2021-10-01 2021-10-03",
        ),
        ("It failed in [May 2020] and, [a year later], again.", "2020-05 2021"),
        ("It merged in [2011], as it had [a year before].", "2011 2010"),
        ("It failed [years ago].", "PAST_REF"),
        ("Posted [3 hr. ago].", "2021-10-04T16:30"),
        ("Posted [2 d ago], edited [48 min. ago].", "2021-10-02 2021-10-04T18:42"),
        ("It failed for [25 minutes] on [4 October 2021].", "PT25M 2021-10-04"),
        ("It merged in [2011]. Sales rose 3% from [a year earlier].", "2011 2020"),
    ],
    never: &[
        "It is five miles later on.",
        "He went back.",
        "It came later than planned.",
        "He left earlier.",
    ],
};

/// The shift that a word behind a length makes of it; `next` is the position after the length.
pub fn shift(view: &View, length: Length, next: usize) -> Option<(Expression, usize)> {
    let (word, end) = view.phrase(&view.lexicon.shifts, next)?;
    // "two years on", but "two hours on Monday", "25 minutes on 12 November".
    let goes_on = !matches!(view.kind(end), None | Some(Kind::Symbol(_) | Kind::Code));
    if view.says(next, "on") && goes_on {
        return None;
    }
    if view.says(next, "back")
        && !view.says_any(end, &["then"])
        && view.meaning(&view.lexicon.function_words, end).is_none()
        && view.kind(end).is_some()
        && !view.symbol_any(end, &['.', ','])
    {
        return None;
    }
    // "20 minutes later than planned" compares.
    if view.says(end, "than") {
        return None;
    }
    let from_now = match word.from {
        From::Now => true,
        From::Focus => false,
        // "The same had happened a year before."
        From::Happening if view.says_any(next, &["before", "after"]) && view.symbol(end, '.') => false,
        From::Happening => return None,
    };
    Some((
        Expression::Shift {
            length,
            later: word.later,
            from_now,
        },
        end,
    ))
}
