//! The date of a holiday in a year.
//!
//! One would get wrong Easter: the Gregorian computus, as J. Meeus gives it (Astronomical Algorithms, 1991, ch. 8).

use crate::lexicon::holiday::Holiday;

use super::calendar::{Date, Weekday};

/// The date; `None` where the year has no such day.
pub fn date(holiday: Holiday, year: i32) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month, day),
        Holiday::Nth(month, weekday, nth) => nth_weekday(year, month, Weekday::from_iso(weekday)?, nth),
        Holiday::Easter(days) => easter(year).map(|sunday| sunday.plus_days(i64::from(days))),
        Holiday::Thanksgiving(days) => {
            nth_weekday(year, 11, Weekday::from_iso(4)?, 4).map(|day| day.plus_days(i64::from(days)))
        }
    }
}

/// The nth weekday of a month; 5 is the last.
pub fn nth_weekday(year: i32, month: u8, weekday: Weekday, nth: u8) -> Option<Date> {
    let first = Date::new(year, month, 1)?.on_to(weekday);
    let date = first.plus_days(7 * i64::from(nth.saturating_sub(1)));
    match nth {
        5 if date.month() != month => Some(date.plus_days(-7)),
        _ => (date.month() == month).then_some(date),
    }
}

fn easter(year: i32) -> Option<Date> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, (sum / 31) as u8, (sum % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_and_thanksgiving_fall_where_the_calendar_has_them() {
        assert_eq!(date(Holiday::Easter(0), 2024), Date::new(2024, 3, 31));
        assert_eq!(date(Holiday::Easter(0), 2019), Date::new(2019, 4, 21));
        assert_eq!(date(Holiday::Thanksgiving(0), 2020), Date::new(2020, 11, 26));
        assert_eq!(date(Holiday::Nth(5, 1, 5), 2021), Date::new(2021, 5, 31));
    }
}
