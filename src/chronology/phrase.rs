//! Moments and lengths in words, for evidence and explanations.

use crate::normaliser::calendar::{Instant, Wall};
use crate::normaliser::dated::Dated;
use crate::normaliser::day_name::{day_of_month, short_day};
use crate::normaliser::document::Scale;
use crate::normaliser::value::Known;

/// A moment of a dated statement's scale, on its own wall clock: "Mon 4 Oct 2021 11:30", "Monday 11:30", "11:30".
pub fn moment(dated: &Dated, seconds: i64) -> String {
    let wall = match (dated.scale, dated.zone) {
        (Scale::Utc, Some(zone)) => zone.wall_at(Instant(seconds)),
        _ => Wall(seconds),
    };
    let (hour, minute, second) = wall.clock();
    let clock = if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    match dated.value.known {
        Known::Date => format!("{} {} {clock}", short_day(wall.date()), wall.date().year()),
        Known::Yearless => format!("{} {clock}", day_of_month(wall.date())),
        Known::Weekday => format!("{} {clock}", wall.date().weekday().name()),
        Known::Clock => clock,
    }
}

/// A length: "5 h 30 min", "2 d 3 h", "45 s".
pub fn length(seconds: i64) -> String {
    let seconds = seconds.abs();
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let shown: Vec<String> = parts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, unit)| format!("{n} {unit}"))
        .collect();
    if shown.is_empty() {
        "no time".to_owned()
    } else {
        shown.join(" ")
    }
}
