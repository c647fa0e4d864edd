//! Words that loosen a time.

use super::Rows;

/// How a time is loosened. What each is worth stands in the normaliser's table of vagueness.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Hedge {
    /// about, around, roughly: either side.
    About,
    /// shortly before, just before.
    ShortlyBefore,
    /// shortly after, just after.
    ShortlyAfter,
    /// nearly, almost, just under: a little less.
    Nearly,
    /// more than, over: a little more, or much.
    MoreThan,
    /// at least: no less.
    AtLeast,
    /// at most, up to: no more.
    AtMost,
    /// exactly: no doubt at all.
    Exactly,
}

impl Hedge {
    /// Whether the time is not to be taken to the minute.
    pub fn is_approximate(self) -> bool {
        self != Self::Exactly
    }
}

/// Hedges in front of a time.
pub const HEDGES: Rows<Hedge> = &[
    (
        "about|around|roughly|approximately|approx|circa|ca|some|somewhere around|something like|round|maybe|perhaps|probably|estimated|est|an estimated",
        Hedge::About,
    ),
    (
        "around about|or about|close to|close on|in the region of|towards|toward|at around",
        Hedge::About,
    ),
    (
        "shortly before|just before|soon before|a little before|a few minutes before|minutes before|moments before|slightly before|right before|a bit before|not long before|immediately before",
        Hedge::ShortlyBefore,
    ),
    (
        "shortly after|just after|soon after|a little after|a few minutes after|minutes after|moments after|slightly after|right after|a bit after|not long after|shortly past|just past|a little past|a bit past|immediately after|very shortly after",
        Hedge::ShortlyAfter,
    ),
    (
        "nearly|almost|just under|under|a little under|slightly less than|less than|fewer than|not quite|a little less than|barely|just short of|only|no more than",
        Hedge::Nearly,
    ),
    (
        "more than|over|just over|a little over|slightly more than|upwards of|well over|a little more than|little more than|slightly over|in excess of|a good|just more than",
        Hedge::MoreThan,
    ),
    ("at least|no less than|a minimum of|as early as", Hedge::AtLeast),
    (
        "at most|up to|as long as|as late as|a maximum of|as many as",
        Hedge::AtMost,
    ),
    ("exactly|precisely|just|sharp", Hedge::Exactly),
];

/// Hedges behind a time: "14:45ish", "six hours or so".
pub const TRAILING: Rows<Hedge> = &[
    ("ish|or so|or thereabouts|thereabouts|give or take|odd", Hedge::About),
    ("or more|plus|and counting", Hedge::AtLeast),
    ("or less", Hedge::AtMost),
];
