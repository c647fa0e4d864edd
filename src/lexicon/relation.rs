//! Words that say what a time does to the happening that it dates.

use super::Rows;

/// What a time does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// at, on, in, or nothing: it is the time.
    At,
    /// by: no later.
    By,
    /// as of: true then, silent about before.
    AsOf,
    /// since: from then on.
    Since,
    /// until: the end.
    Until,
    /// before.
    Before,
    /// after.
    After,
    /// from, starting: the beginning of a span.
    From,
    /// to, through: the end of a span.
    To,
    /// between: the first of two ends.
    Between,
    /// sometime between: one moment in the stretch of two ends.
    Somewhere,
    /// for: a length.
    For,
    /// in, within: a length, from the happening in focus.
    Within,
    /// during, throughout, over: somewhere in it, or all through it.
    During,
}

impl Relation {
    /// Whether it stands before two ends that "and" joins.
    pub fn opens_pair(self) -> bool {
        matches!(self, Self::Between | Self::Somewhere)
    }

    /// Its name in the JSON's and the clues' words.
    pub fn name(self) -> &'static str {
        match self {
            Self::At | Self::During => "at",
            Self::By => "by",
            Self::AsOf => "as of",
            Self::Since => "since",
            Self::Until => "until",
            Self::Before => "before",
            Self::After => "after",
            Self::From => "from",
            Self::To => "to",
            Self::Between | Self::Somewhere => "between",
            Self::For => "for",
            Self::Within => "within",
        }
    }
}

/// Relations in front of a time.
pub const RELATIONS: Rows<Relation> = &[
    (
        "at|on|@|in the|on the|at the|for|of|dated|during the|on or about|on or around",
        Relation::At,
    ),
    ("in", Relation::At),
    ("by|no later than|not later than|by the", Relation::By),
    ("as of|as at|as late as", Relation::AsOf),
    (
        "since|ever since|starting|beginning|starting at|beginning at|starting from|starting on|beginning on|effective",
        Relation::Since,
    ),
    (
        "until|till|til|up until|up to|not until|through until|until the|through to|no earlier than|not before",
        Relation::Until,
    ),
    ("before|prior to|ahead of|before the", Relation::Before),
    ("after|past|following|after the", Relation::After),
    ("from|from the", Relation::From),
    ("to|through|thru|and|up to|til|till|until", Relation::To),
    ("between|between the hours of", Relation::Between),
    (
        "sometime between|some time between|at some time between|at some point between|somewhere between",
        Relation::Somewhere,
    ),
    (
        "during|throughout|over|all through|throughout the|over the|over the course of|in the course of|during the course of|for the|into|well into|into the|well into the|most of|much of|the whole of|the rest of|for most of|for much of|for part of|for parts of|for the whole of|for the rest of|for the better part of|at the height of|in the midst of|at the peak of|in the thick of",
        Relation::During,
    ),
    ("within|inside", Relation::Within),
];

/// What parts the two ends of a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RangeWord {
    /// It stands between any two times.
    To,
    /// It goes on from what has begun: "starting on 15 March and going through to the 17th".
    Ending,
}

/// Words between the two ends of a stretch.
pub const RANGE_WORDS: Rows<RangeWord> = &[
    (
        "to|until|till|til|through|thru|untill|upto|up to|up until|up till|right up to|right up until|right through to|all the way to|on through|clear through",
        RangeWord::To,
    ),
    (
        "and continuing through|and continuing until|and continuing to|continuing through|continuing until|continuing to|and lasting until|and lasting through|lasting until|lasting through|and going through to|and going until|and running until|and running through|and extending to|extending to|extending through|and ending|and ending on|and ending at|ending|ending on|ending at|and concluding at|concluding at|concluding on",
        RangeWord::Ending,
    ),
];

/// Where a length is laid off from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum From {
    /// The moment of speaking: ago.
    Now,
    /// The happening that the story is on: later, earlier.
    Focus,
    /// The happening that the words behind name: after its products went down.
    Happening,
}

/// "later", "before", "ago".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShiftWord {
    /// Whether the result lies later than the base.
    pub later: bool,
    /// What the base is.
    pub from: From,
}

/// Words behind a length that lay it off.
pub const SHIFTS: Rows<ShiftWord> = &[
    (
        "ago|back",
        ShiftWord {
            later: false,
            from: From::Now,
        },
    ),
    (
        "hence|from now",
        ShiftWord {
            later: true,
            from: From::Now,
        },
    ),
    (
        "later|on|afterwards|afterward|thereafter|after that|later on",
        ShiftWord {
            later: true,
            from: From::Focus,
        },
    ),
    (
        "earlier|before that|beforehand|previously|prior",
        ShiftWord {
            later: false,
            from: From::Focus,
        },
    ),
    (
        "after|into|past|following|from|since|behind",
        ShiftWord {
            later: true,
            from: From::Happening,
        },
    ),
    (
        "before|ahead of|prior to|short of",
        ShiftWord {
            later: false,
            from: From::Happening,
        },
    ),
];
