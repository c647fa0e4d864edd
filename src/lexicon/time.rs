//! Months, weekdays, parts of a day, and the words that pick one.

use crate::normaliser::value::{Part, Season};

use super::{Opens, Rows};

/// A month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// 1 to 12.
    pub number: u8,
    /// Whether the word is an everyday word too, so needs a date's company (and its capital letter).
    pub doubtful: bool,
}

const fn month(number: u8) -> Month {
    Month {
        number,
        doubtful: false,
    }
}

const fn doubtful(number: u8) -> Month {
    Month { number, doubtful: true }
}

/// What other languages put before a clock at the head of a line: "h 7.40", "kl. 14.05", "ore 21.10".
pub const CLOCK_SIGNS: &[&str] = &["h", "kl", "ore"];

/// Months; common misspellings of reports are rows too.
pub const MONTHS: Rows<Month> = &[
    ("january|jan|januar", month(1)),
    ("february|feb|febuary|februar", month(2)),
    ("march|mar", doubtful(3)),
    ("april|apr", month(4)),
    ("may", doubtful(5)),
    ("june|jun|juni", month(6)),
    ("july|jul|juli", month(7)),
    ("august|aug|agust", month(8)),
    ("september|sept|sep|setpember|septemer", month(9)),
    ("october|oct|oktober", month(10)),
    ("november|nov", month(11)),
    ("december|dec|dezember", month(12)),
];

/// A weekday's word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeekdayWord {
    /// 1 (Monday) to 7.
    pub iso: u8,
    /// "Mondays".
    pub plural: bool,
    /// Whether the word is an everyday word too ("sun", "sat", "wed"), so needs a date's company.
    pub doubtful: bool,
}

const fn weekday(iso: u8) -> WeekdayWord {
    WeekdayWord {
        iso,
        plural: false,
        doubtful: false,
    }
}

const fn short(iso: u8) -> WeekdayWord {
    WeekdayWord {
        iso,
        plural: false,
        doubtful: true,
    }
}

const fn plural(iso: u8) -> WeekdayWord {
    WeekdayWord {
        iso,
        plural: true,
        doubtful: false,
    }
}

/// Days of the week.
pub const WEEKDAYS: Rows<WeekdayWord> = &[
    ("monday", weekday(1)),
    ("tuesday", weekday(2)),
    ("wednesday", weekday(3)),
    ("thursday", weekday(4)),
    ("friday", weekday(5)),
    ("saturday", weekday(6)),
    ("sunday", weekday(7)),
    ("mon", short(1)),
    ("tue|tues", short(2)),
    ("wed|weds", short(3)),
    ("thu|thur|thurs", short(4)),
    ("fri", short(5)),
    ("sat", short(6)),
    ("sun", short(7)),
    ("mondays", plural(1)),
    ("tuesdays", plural(2)),
    ("wednesdays", plural(3)),
    ("thursdays", plural(4)),
    ("fridays", plural(5)),
    ("saturdays", plural(6)),
    ("sundays", plural(7)),
];

/// A part of a day, and whether it is its beginning or its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartWord {
    /// Which part.
    pub part: Part,
    /// Set where the word itself names an edge ("the small hours").
    pub edge: Option<Edge>,
    /// Whether the word is a meal or the like, that dates only with a preposition or a day ("lunch").
    pub doubtful: bool,
}

const fn part(part: Part) -> PartWord {
    PartWord {
        part,
        edge: None,
        doubtful: false,
    }
}

const fn meal(part: Part) -> PartWord {
    PartWord {
        part,
        edge: None,
        doubtful: true,
    }
}

const fn small(part: Part) -> PartWord {
    PartWord {
        part,
        edge: Some(Edge::Small),
        doubtful: false,
    }
}

const fn mid(part: Part) -> PartWord {
    PartWord {
        part,
        edge: Some(Edge::Mid),
        doubtful: false,
    }
}

/// Parts of a day.
pub const PARTS: Rows<PartWord> = &[
    ("morning|mornings|forenoon", part(Part::Morning)),
    ("afternoon|afternoons|arvo", part(Part::Afternoon)),
    ("midmorning", mid(Part::Morning)),
    ("midafternoon", mid(Part::Afternoon)),
    ("evening|evenings", part(Part::Evening)),
    ("night|nights|nighttime|night time|night-time", part(Part::Night)),
    ("lunchtime|lunch time|lunch-time|noontime", part(Part::Midday)),
    ("lunch", meal(Part::Midday)),
    ("supper", meal(Part::Evening)),
    (
        "teatime|tea time|supper time|dinner time|dusk|nightfall|sunset|sundown|suppertime|dinnertime",
        part(Part::Evening),
    ),
    (
        "dawn|daybreak|first light|sunrise|sun up|start of business|breakfast time|breakfast-time|breakfasttime",
        part(Part::Morning),
    ),
    (
        "early hours|small hours|wee hours|wee small hours|early morning hours",
        small(Part::Morning),
    ),
    ("daytime", part(Part::Daytime)),
];

/// Which side of a stretch is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// early
    Early,
    /// mid, the middle of
    Mid,
    /// late, the end of
    Late,
    /// the small hours
    Small,
    /// earlier in it than what was told last
    Earlier,
    /// later in it than what was told last
    Later,
}

/// Words for an edge, in front of a day or a part of a day.
pub const EDGES: Rows<Edge> = &[
    (
        "early|the beginning of|beginning of|the start of|start of|very early",
        Edge::Early,
    ),
    ("mid|the middle of|middle of|midway through", Edge::Mid),
    ("late|the end of|end of|very late", Edge::Late),
    ("earlier", Edge::Earlier),
    ("later", Edge::Later),
];

/// A day counted from the moment of speaking, and a part of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deictic {
    /// 0 is today.
    pub days: i32,
    /// "tonight", "last night".
    pub part: Option<Part>,
}

/// Days counted from now.
pub const DEICTICS: Rows<Deictic> = &[
    ("today", Deictic { days: 0, part: None }),
    ("yesterday", Deictic { days: -1, part: None }),
    ("tomorrow", Deictic { days: 1, part: None }),
    (
        "tonight|tonite",
        Deictic {
            days: 0,
            part: Some(Part::Night),
        },
    ),
    (
        "last night",
        Deictic {
            days: -1,
            part: Some(Part::Night),
        },
    ),
    (
        "this morning",
        Deictic {
            days: 0,
            part: Some(Part::Morning),
        },
    ),
    (
        "this afternoon",
        Deictic {
            days: 0,
            part: Some(Part::Afternoon),
        },
    ),
    (
        "this evening",
        Deictic {
            days: 0,
            part: Some(Part::Evening),
        },
    ),
    (
        "this lunchtime",
        Deictic {
            days: 0,
            part: Some(Part::Midday),
        },
    ),
    (
        "yesterday evening|last evening",
        Deictic {
            days: -1,
            part: Some(Part::Evening),
        },
    ),
    ("the day before yesterday", Deictic { days: -2, part: None }),
    ("the day after tomorrow", Deictic { days: 2, part: None }),
];

/// Which of several like days, weeks, months is meant, and counted from where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Picker {
    /// "last": before the moment of writing.
    Last,
    /// "this", "this past": nearest to the moment of writing.
    This,
    /// "this past": the latest that is over.
    ThisPast,
    /// "next": after the moment of writing.
    Next,
    /// "that", "the same": the one that the story is on.
    Same,
    /// "the following", "the next": after the one that the story is on.
    Following,
    /// "the previous", "the … before": before the one that the story is on.
    Previous,
}

/// Words that pick.
pub const PICKERS: Rows<Picker> = &[
    ("last|the last", Picker::Last),
    ("this past|the past|this last|past", Picker::ThisPast),
    ("this|the current", Picker::This),
    ("next|the coming|coming|this coming|upcoming|the upcoming", Picker::Next),
    ("that|that same|the same|same", Picker::Same),
    ("the following|following|the next|the subsequent", Picker::Following),
    (
        "the previous|previous|the preceding|preceding|the prior|the earlier",
        Picker::Previous,
    ),
];

/// Seasons.
pub const SEASONS: Rows<Season> = &[
    ("spring|springtime", Season::Spring),
    ("summer|summertime", Season::Summer),
    ("autumn|fall", Season::Autumn),
    ("winter|wintertime", Season::Winter),
];

/// Half of the twelve-hour clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meridiem {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// AM and PM; the lexer has taken out their dots.
pub const MERIDIEMS: Rows<Meridiem> = &[("am", Meridiem::Am), ("pm", Meridiem::Pm)];

/// A clock time with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NamedClock {
    /// 12:00
    Noon,
    /// 00:00 or 24:00
    Midnight,
}

/// Clock times with a name.
pub const NAMED_CLOCKS: Rows<NamedClock> = &[
    ("noon|midday|mid day|high noon|12 noon", NamedClock::Noon),
    ("midnight|12 midnight", NamedClock::Midnight),
];

/// The past, the present or the future at large.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VagueWhen {
    /// PAST_REF
    Past,
    /// PRESENT_REF
    Present,
    /// FUTURE_REF
    Future,
}

/// Words for a time at large.
pub const VAGUE: Rows<VagueWhen> = &[
    (
        "recently|most recently|lately|in the past|the past|in the recent past|the recent past|the distant past|recent|recent days|recent weeks|recent months|recent years|recent decades|recent times|in recent days|in recent weeks|in recent months|in recent years|in recent memory|not long ago|long ago|some time ago|a while ago|years past|days past",
        VagueWhen::Past,
    ),
    (
        "now|currently|right now|just now|at present|at the moment|nowadays|these days|the present|current|presently|the present day|present day",
        VagueWhen::Present,
    ),
    (
        "in the future|the future|in the near future|the near future|the foreseeable future|future|the days ahead|the weeks ahead|the months ahead|the years ahead|the days to come|the weeks to come|the months to come|the years to come|the decades to come|days to come|weeks to come|months to come|years to come",
        VagueWhen::Future,
    ),
];

/// What else a word may open than its tables say, where a production asks for it by name.
pub const OPENERS: Rows<Opens> = &[
    (
        "overnight|calendar|cw|week|year|q|h|fy|fiscal|ad|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties|midweek|past|half|quarter|the|a|an|one|this|that|in|at",
        Opens::POINT,
    ),
    (
        "the|a|an|all|another|additional|further|extra|these|those|its|their|his|her|our|my|each|every",
        Opens::LENGTH,
    ),
    (
        "every|each|once|twice|per|a|an|weekday|weekdays|workdays|weekends|school|business|working|these|those|mornings|afternoons|evenings|nights",
        Opens::SET,
    ),
    ("t", Opens::POINT),
];
