//! A calendar value as `output.md` writes it → the stretch of a scale that it names.
//!
//! One would get wrong that a day is a point: "2021-10-04" claims a whole day, and a claim of the day is no claim
//! of its midnight.

use crate::normaliser::calendar::{Date, Wall, Weekday, Zone};
use crate::normaliser::document::Scale;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::settings;

/// Seconds on a scale, both included.
pub type Stretch = (i64, i64);

/// Reads a value.
pub fn read(text: &str) -> Option<Value> {
    let text = text.trim();
    if let Some((day, known)) = unknown_day(text) {
        let rest = text.get(10..).unwrap_or_default();
        let found = of_date(day, rest)?;
        return Some(Value { known, ..found });
    }
    if let Some(date) = text.get(..10).and_then(|day| settings::date(day).ok()) {
        return of_date(date.wall.date(), &text[10..]);
    }
    coarse(text)
}

/// "XXXX-10-04", "XXXX-WXX-1", "XXXX-XX-XX": the stand-in day.
fn unknown_day(text: &str) -> Option<(Date, Known)> {
    let monday = Date::new(1970, 1, 5)?;
    if text.starts_with("XXXX-XX-XX") {
        return Some((monday, Known::Clock));
    }
    if let Some((month, day)) = text
        .strip_prefix("XXXX-")
        .and_then(|rest| rest.get(..5)?.split_once('-'))
        && let (Ok(month), Ok(day)) = (month.parse(), day.parse())
    {
        return Some((Date::new(2000, month, day)?, Known::Yearless));
    }
    let digit = text.strip_prefix("XXXX-WXX-")?.chars().next()?.to_digit(10)?;
    let weekday = Weekday::from_iso(u8::try_from(digit).ok()?)?;
    Some((monday.plus_days(i64::from(weekday.iso()) - 1), Known::Weekday))
}

/// A value with its month and day in another year.
pub fn in_year(value: Value, year: i32) -> Option<Value> {
    let date = value.wall.date();
    let there = Date::new(year, date.month(), date.day())?;
    Some(Value {
        wall: there.at(value.wall.seconds_of_day()),
        ..value
    })
}

/// A day and what follows it: nothing, "TEV", "T19", "T19:00-04:00".
fn of_date(date: Date, rest: &str) -> Option<Value> {
    if rest.is_empty() {
        return Some(Value::day(date, Known::Date));
    }
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let part = match time {
        "MO" => Some(Part::Morning),
        "MI" => Some(Part::Midday),
        "AF" => Some(Part::Afternoon),
        "EV" => Some(Part::Evening),
        "NI" => Some(Part::Night),
        "DT" => Some(Part::Daytime),
        _ => None,
    };
    if let Some(part) = part {
        let window = Value {
            part: Some(part),
            granularity: Granularity::PartOfDay,
            ..Value::day(date, Known::Date)
        };
        return Some(Value {
            wall: window.window().0,
            ..window
        });
    }
    let hour_alone = time.get(..2).filter(|_| time.get(2..3) != Some(":"));
    match hour_alone {
        Some(hour) => {
            let found = settings::date(&format!("{date}T{hour}:00{}", &time[2..])).ok()?;
            Some(Value {
                granularity: Granularity::Hour,
                ..found
            })
        }
        None => settings::date(&format!("{date}T{time}")).ok(),
    }
}

/// Weeks, months, quarters, seasons, years.
fn coarse(text: &str) -> Option<Value> {
    let (year, rest) = text.split_once('-').map_or((text, None), |(y, r)| (y, Some(r)));
    let year: i32 = Some(year).filter(|y| y.len() == 4)?.parse().ok()?;
    let of = |date: Option<Date>, granularity| {
        date.map(|date| Value {
            granularity,
            ..Value::day(date, Known::Date)
        })
    };
    let month = |month| Date::new(year, month, 1);
    let Some(rest) = rest else {
        return of(month(1), Granularity::Year);
    };
    let number = |text: &str| text.parse::<u8>().ok();
    if let Some(week) = rest.strip_prefix('W').filter(|week| *week != "I") {
        let (week, granularity, day) = match week.strip_suffix("-WE") {
            Some(week) => (week, Granularity::Weekend, 6),
            None => (week, Granularity::Week, 1),
        };
        return of(
            Date::from_iso_week(year, number(week)?, Weekday::from_iso(day)?),
            granularity,
        );
    }
    match rest {
        "SP" => of(month(3), Granularity::Season),
        "SU" => of(month(6), Granularity::Season),
        "FA" => of(month(9), Granularity::Season),
        "WI" => of(month(12), Granularity::Season),
        _ => match rest.split_at_checked(1)? {
            ("Q", quarter) => of(
                month(number(quarter)?.checked_mul(3)?.checked_sub(2)?),
                Granularity::Quarter,
            ),
            ("H", half) => of(month(number(half)?.checked_mul(6)?.checked_sub(5)?), Granularity::Half),
            _ => of(month(number(rest)?), Granularity::Month),
        },
    }
}

/// The stretch of a scale that a value names, where its wall is that of the zone.
pub fn stretch(value: &Value, scale: Scale, zone: Option<Zone>) -> Stretch {
    let (from, to) = value.window();
    // The end of a coarse value is the beginning of what comes next.
    let to = if to > from { to.plus(-1) } else { to };
    let place = |wall: Wall, last: bool| match (scale, value.offset) {
        (Scale::Utc, Some(offset)) => wall.0 - i64::from(offset),
        (Scale::Utc, None) => {
            let instants = zone.unwrap_or(Zone::UTC).instants(wall);
            if last { instants.last().0 } else { instants.first().0 }
        }
        _ => wall.0,
    };
    (place(from, false), place(to, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_value_is_read_as_it_is_written() {
        for text in [
            "2021-10-04T11:44:05-04:00",
            "2021-10-04T19:00-04:00",
            "2021-10-04T19:00",
            "2021-10-04T19",
            "2021-10-04TEV",
            "2021-10-04",
            "2021-W40",
            "2021-W40-WE",
            "2021-10",
            "2021-Q3",
            "2021-H2",
            "2021-SU",
            "2021-WI",
            "2021",
            "XXXX-WXX-1T19:00",
            "XXXX-WXX-3",
            "XXXX-XX-XXT19:00",
        ] {
            assert_eq!(read(text).map(|value| value.to_string()).as_deref(), Some(text));
        }
        for text in ["", "soon", "2021-02-30", "2021-10-04T25:00", "2021-Q9", "20211004"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_the_whole_day_of_its_zone() {
        let day = read("2021-10-04").expect("a day");
        let (from, to) = stretch(&day, Scale::Utc, Zone::parse("America/New_York"));
        assert_eq!(to - from, 86_399);
        assert_eq!(from % 86_400, 4 * 3600);
    }
}
