//! Number words.

use super::Rows;

/// Cardinals; the grammar puts "twenty-five" and "two hundred" together.
pub const CARDINALS: Rows<u64> = &[
    ("zero|nought", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty|fourty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// Ordinals up to the days of a month; the grammar puts "twenty-first" together.
pub const ORDINALS: Rows<u8> = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

/// A count that is no number; what it is worth stands in the normaliser's table of vagueness.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VagueCount {
    /// two
    Couple,
    /// 2–5
    Few,
    /// 3–8
    Several,
    /// many
    Many,
    /// 24–60
    Dozens,
    /// the bare plural: "hours"
    Bare,
}

/// Counts that are no number.
pub const VAGUE_COUNTS: Rows<VagueCount> = &[
    ("a couple of|a couple|couple of|the couple of", VagueCount::Couple),
    ("a few|few|some few|the few", VagueCount::Few),
    ("several|a number of|various", VagueCount::Several),
    ("many|lots of|a lot of|countless", VagueCount::Many),
    ("dozens of", VagueCount::Dozens),
];

/// Fractions of a unit.
pub const FRACTIONS: Rows<f64> = &[
    ("half|half a|half an", 0.5),
    ("a quarter of a|a quarter of an|quarter of an|a quarter", 0.25),
    ("three quarters of a|three quarters of an|three quarters", 0.75),
    ("a third of a|a third of an", 1.0 / 3.0),
    ("two thirds of a|two thirds of an", 2.0 / 3.0),
];
