//! What a user may tell of a text, as it is written on a command line or in a fixture: a date and a zone.
//!
//! One would get wrong that a date which is well formed may still be none (2021-02-30): the two are told
//! apart, for the one is a typing error and the other a wrong fact.

use crate::error::Error;
use crate::lexicon::zone::{ZoneWord, zone_word};
use crate::normaliser::calendar::{Date, Zone};
use crate::normaliser::day_name::MONTHS;
use crate::normaliser::value::{Granularity, Known, Value};

/// Reads a date, or an ISO 8601 date and time with or without seconds and offset.
///
/// # Errors
/// [`Error::NotADate`] where the text has another form, [`Error::ImpossibleDate`] where the calendar has no such day or the day no such hour.
pub fn date(text: &str) -> Result<Value, Error> {
    let text = text.trim();
    let no_date = || Error::NotADate { text: text.to_owned() };
    let (day, time) = match text.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let [year, month, day] = figures(day, '-', &[4, 2, 2])
        .and_then(|f| f.try_into().ok())
        .ok_or_else(no_date)?;
    let date = calendar_day(year, month, day).map_err(|because| impossible(text, because))?;
    let Some(time) = time else {
        return Ok(Value::day(date, Known::Date));
    };
    let (clock, offset) = split_offset(time).ok_or_else(no_date)?;
    // Fractions of a second say nothing to a story that counts minutes.
    let clock = clock.split_once(['.', ',']).map_or(clock, |(whole, _)| whole);
    let (granularity, parts) = figures(clock, ':', &[2, 2])
        .map(|parts| (Granularity::Minute, parts))
        .or_else(|| figures(clock, ':', &[2, 2, 2]).map(|parts| (Granularity::Second, parts)))
        .ok_or_else(no_date)?;
    let (hour, minute, second) = (parts[0], parts[1], parts.get(2).copied().unwrap_or(0));
    if hour > 23 || minute > 59 || second > 59 {
        let because = "a clock goes from 00:00:00 to 23:59:59".to_owned();
        return Err(impossible(text, because));
    }
    Ok(Value {
        wall: date.at(i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second)),
        granularity,
        part: None,
        known: Known::Date,
        offset,
    })
}

/// Reads an IANA name, an offset, or a zone as people write it behind a clock time: ET, CEST, Moscow time.
///
/// # Errors
/// [`Error::UnknownZone`], with the names that come near; [`Error::AmbiguousZone`], with what it may mean.
pub fn zone(text: &str) -> Result<Zone, Error> {
    let text = text.trim();
    // Before the database, which has "EST" and "MST" as zones without a summer: nobody who types them means that.
    match zone_word(text) {
        Some(ZoneWord::Rules(name) | ZoneWord::Labelled(name, _)) => return Ok(Zone::named(name)),
        Some(word @ ZoneWord::Ambiguous(_)) => {
            return Err(Error::AmbiguousZone {
                text: text.to_owned(),
                names: either(&word.names()),
            });
        }
        Some(ZoneWord::Local) | None => {}
    }
    Zone::parse(text).ok_or_else(|| Error::UnknownZone {
        text: text.to_owned(),
        hint: hint(text),
    })
}

/// "a, b or c"
fn either(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}

fn impossible(text: &str, because: String) -> Error {
    Error::ImpossibleDate {
        text: text.to_owned(),
        because,
    }
}

/// The figures of a text with exactly so many digits each; `None` where it has another form.
fn figures(text: &str, separator: char, digits: &[usize]) -> Option<Vec<u16>> {
    let parts: Vec<&str> = text.split(separator).collect();
    if parts.len() != digits.len() {
        return None;
    }
    parts
        .iter()
        .zip(digits)
        .map(|(part, &wanted)| {
            let whole = part.len() == wanted && part.bytes().all(|byte| byte.is_ascii_digit());
            whole.then(|| part.parse().ok()).flatten()
        })
        .collect()
}

fn calendar_day(year: u16, month: u16, day: u16) -> Result<Date, String> {
    let (Ok(short_month), Ok(short_day)) = (u8::try_from(month), u8::try_from(day)) else {
        return Err("a month has two figures, and so has a day".to_owned());
    };
    Date::new(i32::from(year), short_month, short_day).ok_or_else(|| {
        let Some(name) = usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index)) else {
            return format!("there is no month {month}, they go from 01 to 12");
        };
        let last = (28..=31)
            .rev()
            .find(|&day| Date::new(i32::from(year), short_month, day).is_some());
        format!("{name} {year} has {} days", last.unwrap_or(28))
    })
}

/// The clock and its offset: "19:19-04:00" → ("19:19", −14 400).
fn split_offset(time: &str) -> Option<(&str, Option<i32>)> {
    let Some(at) = time.find(['Z', 'z', '+', '-', '−']) else {
        return Some((time, None));
    };
    let (clock, offset) = time.split_at(at);
    match Zone::parse(&offset.replace('−', "-"))? {
        Zone::Fixed(seconds) => Some((clock, Some(seconds))),
        Zone::Named(_) => Some((clock, Some(0))),
    }
}

fn hint(text: &str) -> String {
    let near = near_names(text);
    if near.is_empty() {
        return "give a name of the IANA database such as Europe/London or America/New_York, or an offset such as +05:30"
            .to_owned();
    }
    format!("did you mean {}?", either(&near))
}

/// The names that a typing error, or a city without its continent, may have stood for; at most three, nearest first.
fn near_names(text: &str) -> Vec<&'static str> {
    let wanted = text.to_lowercase().replace([' ', '-'], "_");
    if wanted.is_empty() {
        return Vec::new();
    }
    let city = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
    let wanted_city = city(&wanted);
    let mut near: Vec<(usize, &'static str)> = chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name())
        .filter_map(|name| {
            let small = name.to_lowercase();
            let apart = changes(&wanted, &small).min(changes(&wanted_city, &city(&small)));
            (apart <= wanted_city.chars().count() / 4 + 1 && apart < wanted_city.chars().count())
                .then_some((apart, name))
        })
        .collect();
    // Of names equally near, the one with a continent is what people use; short ones are old aliases.
    near.sort_by_key(|(apart, name)| (*apart, !name.contains('/'), *name));
    let best = near.first().map_or(0, |(apart, _)| *apart);
    near.retain(|(apart, _)| *apart <= best);
    near.into_iter().map(|(_, name)| name).take(3).collect()
}

/// How many letters must be put in, taken out or changed to make one text the other (Levenshtein).
fn changes(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
        result.expect_err("an error").to_string()
    }

    #[test]
    fn a_date_is_read_in_all_the_forms_that_the_help_names() {
        let read = |text| date(text).expect("a date").to_string();
        assert_eq!(read("2021-10-04"), "2021-10-04");
        assert_eq!(read("2021-10-04T19:19"), "2021-10-04T19:19");
        assert_eq!(read("2021-10-04 19:19:30"), "2021-10-04T19:19:30");
        assert_eq!(read("2021-10-04T19:19-04:00"), "2021-10-04T19:19-04:00");
        assert_eq!(read("2021-10-04T19:19:30.250-0400"), "2021-10-04T19:19:30-04:00");
        assert_eq!(read("2021-10-04T23:19:30Z"), "2021-10-04T23:19:30+00:00");
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_told_from_a_text_that_is_no_date() {
        assert!(told(date("2021-02-30")).contains("February 2021 has 28 days"));
        assert!(told(date("2021-13-01")).contains("no month 13"));
        assert!(told(date("2021-10-04T24:30")).contains("00:00:00 to 23:59:59"));
        for text in [
            "",
            "Monday",
            "04/10/2021",
            "2021-10",
            "2021-1-4",
            "2021-10-04T",
            "2021-10-04T7",
            "2021-10-04T19:19+99:00",
        ] {
            assert!(told(date(text)).contains("is not a date"), "{text}");
        }
    }

    #[test]
    fn a_zone_is_read_as_a_name_an_offset_or_a_newsroom_abbreviation() {
        assert_eq!(zone("europe/london").expect("a zone").name(), "Europe/London");
        assert_eq!(zone("-0700").expect("a zone").name(), "-07:00");
        assert_eq!(zone("est").expect("a zone").name(), "America/New_York");
        assert_eq!(zone("utc").expect("a zone").name(), "UTC");
    }

    #[test]
    fn what_texts_call_a_zone_a_user_may_call_it_too() {
        for (text, name) in [
            ("CEST", "Europe/Berlin"),
            ("gmt", "UTC"),
            ("Pacific time", "America/Los_Angeles"),
            ("US/Pacific", "America/Los_Angeles"),
            ("us/eastern", "America/New_York"),
            ("Asia/Calcutta", "Asia/Kolkata"),
            ("Etc/UTC", "UTC"),
        ] {
            assert_eq!(zone(text).expect("a zone").name(), name, "{text}");
        }
        assert!(told(zone("IST")).contains("Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"));
        assert!(told(zone("local time")).contains("no time zone"));
    }

    #[test]
    fn an_unknown_zone_is_answered_with_the_nearest_names() {
        assert!(told(zone("Europe/Lodnon")).contains("did you mean Europe/London?"));
        assert!(told(zone("new york")).contains("America/New_York"));
        assert!(told(zone("Mars/Phobos")).contains("such as Europe/London"));
        assert!(told(zone("")).contains("such as Europe/London"));
    }
}
