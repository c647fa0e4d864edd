//! Feasts that stand for a season of trade: "too small for the Saturday before Christmas", "the rush of Christmas".
//!
//! One would get wrong that they date what is told beside them: "it's the last Friday before Christmas" says what day it
//! is, and what is bought "for the New Year" was bought before it.

use super::Mention;
use crate::lexicon::noun::Thing;
use crate::parser::mention::Time;
use crate::parser::time::expression::Day;
use crate::parser::time::view::View;

/// What is put on a day by "for".
const PUT_ON: &[&str] = &[
    "scheduled",
    "planned",
    "booked",
    "set",
    "due",
    "announced",
    "slated",
    "expected",
    "promised",
    "reserved",
];

/// Whether a feast, or a day beside one, is only what something is for, of, or called.
pub(super) fn is_one(view: &View, mention: &Mention) -> bool {
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    let feast = matches!(point.day, Some(Day::Holiday { .. } | Day::Beside { .. }));
    let start = mention.tokens.start;
    let purpose = view.says(start, "for") && !view.says_any(start.wrapping_sub(1), PUT_ON);
    // "It's the last Friday before Christmas": what day it is.
    let called = !mention.led
        && matches!(point.day, Some(Day::Beside { .. }))
        && view.says_any(start.wrapping_sub(1), &["is", "was", "'s", "’s"]);
    // "The rush of Christmas", but "the login failure of Christmas 2021".
    let trouble = view.before(start).and_then(|it| view.noun(it));
    let yearless = matches!(point.day, Some(Day::Holiday { year: None, .. } | Day::Beside { .. }));
    let season = mention.partitive && yearless && !matches!(trouble, Some(Thing::Trouble | Thing::Incident));
    feast && point.clock.is_none() && (season || purpose || called)
}
