//! The names of days, months and clocks that times are put together from.

use crate::normaliser::calendar::{Date, Wall};
pub use crate::normaliser::day_name::{MONTHS, day_of_month, short_day};
use crate::normaliser::value::{Known, Part};

/// The clock of a wall that is on the day or is the midnight that ends it.
pub fn end_on(wall: Wall, day: Date) -> Option<String> {
    let end_of_day = day.plus_days(1).midnight();
    if wall == end_of_day || wall == end_of_day.plus(-1) {
        return Some("24:00".to_owned());
    }
    (wall.date() == day).then(|| clock(wall))
}

/// A day beside another: "Sun 3 Oct", with its year where that is another; "Tuesday" of a floating week.
pub fn on(date: Date, base: Date, known: Known) -> String {
    match known {
        Known::Date if date.year() == base.year() => short_day(date),
        Known::Yearless => day_of_month(date),
        Known::Date => format!("{} {}", short_day(date), date.year()),
        Known::Weekday => date.weekday().name().to_owned(),
        Known::Clock => match base.days_until(date) {
            0 => "that day".to_owned(),
            1 => "next day".to_owned(),
            -1 => "day before".to_owned(),
            days if days > 0 => format!("{days} days later"),
            days => format!("{} days before", -days),
        },
    }
}

/// "19:00", with its seconds where it has some.
pub fn clock(wall: Wall) -> String {
    match wall.clock() {
        (hour, minute, 0) => format!("{hour:02}:{minute:02}"),
        _ => seconds_clock(wall),
    }
}

/// "19:00:05".
pub fn seconds_clock(wall: Wall) -> String {
    let (hour, minute, second) = wall.clock();
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// "evening".
pub fn part_name(part: Option<Part>) -> &'static str {
    match part {
        Some(Part::Morning) => "morning",
        Some(Part::Midday) => "midday",
        Some(Part::Afternoon) => "afternoon",
        Some(Part::Evening) => "evening",
        Some(Part::Night) => "night",
        Some(Part::Daytime) | None => "daytime",
    }
}
