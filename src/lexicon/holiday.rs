//! Feasts and holidays that news names, with the rule for their date.

use super::Rows;

/// The rule that puts a holiday into a year.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// The nth (1 to 4, or 5 for the last) weekday (ISO number) of a month.
    Nth(u8, u8, u8),
    /// Days from Easter Sunday.
    Easter(i8),
    /// Days from the fourth Thursday of November.
    Thanksgiving(i8),
}

/// Holidays.
pub const HOLIDAYS: Rows<Holiday> = &[
    ("new year 's eve|new years eve|nye", Holiday::Fixed(12, 31)),
    ("new year 's day|new years day", Holiday::Fixed(1, 1)),
    ("new year 's|new year", Holiday::Fixed(1, 1)),
    ("christmas eve", Holiday::Fixed(12, 24)),
    ("christmas day|christmas|xmas", Holiday::Fixed(12, 25)),
    ("boxing day|st stephen 's day", Holiday::Fixed(12, 26)),
    ("australia day", Holiday::Fixed(1, 26)),
    ("valentine 's day|valentines day", Holiday::Fixed(2, 14)),
    ("st patrick 's day|saint patrick 's day", Holiday::Fixed(3, 17)),
    ("april fools day|april fool 's day|april fools '", Holiday::Fixed(4, 1)),
    ("anzac day", Holiday::Fixed(4, 25)),
    ("may day", Holiday::Fixed(5, 1)),
    ("juneteenth", Holiday::Fixed(6, 19)),
    ("canada day", Holiday::Fixed(7, 1)),
    ("independence day|july fourth|fourth of july", Holiday::Fixed(7, 4)),
    ("bastille day", Holiday::Fixed(7, 14)),
    ("halloween", Holiday::Fixed(10, 31)),
    ("guy fawkes night|bonfire night", Holiday::Fixed(11, 5)),
    ("veterans day|remembrance day|armistice day", Holiday::Fixed(11, 11)),
    (
        "martin luther king day|martin luther king jr day|mlk day",
        Holiday::Nth(1, 1, 3),
    ),
    (
        "presidents day|presidents ' day|president 's day",
        Holiday::Nth(2, 1, 3),
    ),
    ("super bowl sunday", Holiday::Nth(2, 7, 2)),
    ("mother 's day|mothers day", Holiday::Nth(5, 7, 2)),
    ("memorial day", Holiday::Nth(5, 1, 5)),
    ("father 's day|fathers day", Holiday::Nth(6, 7, 3)),
    ("labor day|labour day", Holiday::Nth(9, 1, 1)),
    ("columbus day|indigenous peoples day", Holiday::Nth(10, 1, 2)),
    ("thanksgiving|thanksgiving day", Holiday::Thanksgiving(0)),
    ("black friday", Holiday::Thanksgiving(1)),
    ("cyber monday", Holiday::Thanksgiving(4)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("palm sunday", Holiday::Easter(-7)),
    ("maundy thursday", Holiday::Easter(-3)),
    ("good friday", Holiday::Easter(-2)),
    ("easter sunday|easter|easter day", Holiday::Easter(0)),
    ("easter monday", Holiday::Easter(1)),
    ("whit monday", Holiday::Easter(50)),
];
