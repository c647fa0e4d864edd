//! Units of time.

use super::Rows;

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    /// A thousandth of a second.
    Millisecond,
    /// A second.
    Second,
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// A calendar day.
    Day,
    /// A night, counted as a day.
    Night,
    /// A Saturday and a Sunday.
    Weekend,
    /// Seven days.
    Week,
    /// Fourteen days.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// Its mean length in seconds.
    pub fn seconds(self) -> f64 {
        match self {
            Self::Millisecond => 0.001,
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3_600.0,
            Self::Day | Self::Night => 86_400.0,
            Self::Weekend => 172_800.0,
            Self::Week => 604_800.0,
            Self::Fortnight => 1_209_600.0,
            Self::Month => 2_629_746.0,
            Self::Quarter => 7_889_238.0,
            Self::Year => 31_556_952.0,
            Self::Decade => 315_569_520.0,
            Self::Century => 3_155_695_200.0,
        }
    }

    /// Whether it is shorter than a day.
    pub fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// Units as words.
pub const UNITS: Rows<Unit> = &[
    ("second|seconds|sec|secs", Unit::Second),
    ("millisecond|milliseconds|msec|msecs", Unit::Millisecond),
    ("minute|minutes|min|mins|minuts", Unit::Minute),
    ("hour|hours|hr|hrs", Unit::Hour),
    ("day|days", Unit::Day),
    ("night|nights", Unit::Night),
    ("weekend|weekends", Unit::Weekend),
    ("week|weeks|wk|wks", Unit::Week),
    ("fortnight|fortnights", Unit::Fortnight),
    ("month|months", Unit::Month),
    ("quarter|quarters", Unit::Quarter),
    ("year|years|yr|yrs", Unit::Year),
    ("decade|decades", Unit::Decade),
    ("century|centuries", Unit::Century),
];

/// Units that only count directly behind a figure: 4h, 30m, 15s.
pub const GLUED_UNITS: Rows<Unit> = &[
    ("ms", Unit::Millisecond),
    ("s|sec|secs", Unit::Second),
    ("m|min|mins", Unit::Minute),
    ("h|hr|hrs", Unit::Hour),
    ("d", Unit::Day),
    ("w|wk|wks", Unit::Week),
    ("mo|mos", Unit::Month),
    ("y|yr|yrs", Unit::Year),
];

/// How often: how many of which unit lie between.
pub const FREQUENCIES: Rows<(f64, Unit)> = &[
    ("hourly", (1.0, Unit::Hour)),
    ("daily", (1.0, Unit::Day)),
    ("nightly", (1.0, Unit::Night)),
    ("weekly", (1.0, Unit::Week)),
    ("fortnightly|biweekly", (1.0, Unit::Fortnight)),
    ("monthly", (1.0, Unit::Month)),
    ("bimonthly", (2.0, Unit::Month)),
    ("quarterly", (1.0, Unit::Quarter)),
    ("semiannual|semiannually|half yearly", (6.0, Unit::Month)),
    ("yearly|annual|annually", (1.0, Unit::Year)),
    ("biennial|biennially", (2.0, Unit::Year)),
];
