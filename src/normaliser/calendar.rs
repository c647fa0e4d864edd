//! Days, wall clocks and zones: the one place that knows chrono.
//!
//! One would get wrong that a wall clock is no instant: the calendar has some wall clocks twice and some
//! never, which [`Instants`] makes the caller decide.

use std::fmt;

use chrono::{Datelike, NaiveDate, TimeDelta, TimeZone};

use crate::lexicon::zone::LINKS;

const SECONDS_PER_DAY: i64 = 86_400;

/// A day of the week, Monday first as ISO 8601 counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Weekday(u8);

impl Weekday {
    /// From the ISO number, 1 (Monday) to 7 (Sunday); `None` outside.
    pub const fn from_iso(number: u8) -> Option<Self> {
        if number >= 1 && number <= 7 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The ISO number, 1 to 7.
    pub fn iso(self) -> u8 {
        self.0
    }

    /// The day after it.
    pub fn next(self) -> Self {
        Self(self.0 % 7 + 1)
    }

    /// The day before it.
    pub fn previous(self) -> Self {
        Self((self.0 + 5) % 7 + 1)
    }

    /// The English name.
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 7] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        NAMES[usize::from(self.0 - 1)]
    }
}

/// A day of the proleptic Gregorian calendar, between the years −9999 and 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day; `None` where the calendar has none such.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(-9999..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)).map(Self)
    }

    /// The `weekday` of an ISO week; `None` where the year has no such week.
    pub fn from_iso_week(year: i32, week: u8, weekday: Weekday) -> Option<Self> {
        let days = [
            chrono::Weekday::Mon,
            chrono::Weekday::Tue,
            chrono::Weekday::Wed,
            chrono::Weekday::Thu,
            chrono::Weekday::Fri,
            chrono::Weekday::Sat,
            chrono::Weekday::Sun,
        ];
        NaiveDate::from_isoywd_opt(year, u32::from(week), days[usize::from(weekday.0 - 1)]).map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day() as u8
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday(self.0.weekday().number_from_monday() as u8)
    }

    /// The ISO year and week.
    pub fn iso_week(self) -> (i32, u8) {
        let week = self.0.iso_week();
        (week.year(), week.week() as u8)
    }

    /// The day `days` later (earlier where negative), held at the ends of the calendar.
    pub fn plus_days(self, days: i64) -> Self {
        let moved = TimeDelta::try_days(days).and_then(|by| self.0.checked_add_signed(by));
        match moved {
            Some(date) if (-9999..=9999).contains(&date.year()) => Self(date),
            _ => self,
        }
    }

    /// So many working days later, or earlier: no Saturday and no Sunday counts.
    #[must_use]
    pub fn plus_working_days(self, days: i64) -> Self {
        const FURTHEST: i64 = 1_000;
        const FRIDAY: u8 = 5;
        let mut date = self;
        for _ in 0..days.abs().min(FURTHEST) {
            date = date.plus_days(days.signum());
            while date.weekday().iso() > FRIDAY {
                date = date.plus_days(days.signum());
            }
        }
        date
    }

    /// The day `months` later, its day of the month cut to the length of the month.
    pub fn plus_months(self, months: i32) -> Self {
        let index = self.year() * 12 + i32::from(self.month()) - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u8 + 1);
        (0..4)
            .find_map(|cut| Self::new(year, month, self.day() - cut))
            .unwrap_or(self)
    }

    /// Days from this day to `other`; negative where `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// Midnight at the beginning of the day.
    pub fn midnight(self) -> Wall {
        Wall(self.days_from_epoch() * SECONDS_PER_DAY)
    }

    /// The wall clock `seconds` after the day's first midnight.
    pub fn at(self, seconds: i64) -> Wall {
        Wall(self.days_from_epoch() * SECONDS_PER_DAY + seconds)
    }

    /// The last `weekday` on or before this day.
    pub fn back_to(self, weekday: Weekday) -> Self {
        self.plus_days(-((7 + i64::from(self.weekday().0) - i64::from(weekday.0)) % 7))
    }

    /// The first `weekday` on or after this day.
    pub fn on_to(self, weekday: Weekday) -> Self {
        self.plus_days((7 + i64::from(weekday.0) - i64::from(self.weekday().0)) % 7)
    }

    fn days_from_epoch(self) -> i64 {
        i64::from(self.0.num_days_from_ce()) - 719_163
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match u16::try_from(self.year()) {
            Ok(year) => {
                let ([a, b], [c, d]) = (figures((year / 100) as u8), figures((year % 100) as u8));
                let ([m, n], [x, y]) = (figures(self.month()), figures(self.day()));
                write_ascii(f, &[a, b, c, d, b'-', m, n, b'-', x, y])
            }
            Err(_) => write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day()),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The two figures of a number below a hundred; a text has a value for every line or two, and `{:02}` is slow.
pub fn figures(number: u8) -> [u8; 2] {
    [b'0' + number / 10, b'0' + number % 10]
}

/// Writes characters of ASCII.
pub fn write_ascii(f: &mut fmt::Formatter<'_>, text: &[u8]) -> fmt::Result {
    f.write_str(std::str::from_utf8(text).expect("figures are text"))
}

/// A reading of a wall clock with its date: seconds since 1970-01-01T00:00:00 on that wall, no zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Wall(pub i64);

impl Wall {
    /// The date that the wall shows.
    pub fn date(self) -> Date {
        let days = i32::try_from(self.0.div_euclid(SECONDS_PER_DAY) + 719_163).unwrap_or(719_163);
        Date(NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default())
    }

    /// Seconds since the date's midnight.
    pub fn seconds_of_day(self) -> i64 {
        self.0.rem_euclid(SECONDS_PER_DAY)
    }

    /// Hour, minute and second.
    pub fn clock(self) -> (u8, u8, u8) {
        let s = self.seconds_of_day();
        ((s / 3600) as u8, (s / 60 % 60) as u8, (s % 60) as u8)
    }

    /// The wall clock `seconds` later.
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// A moment in seconds since 1970-01-01T00:00:00 UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(pub i64);

/// The instants at which a zone's wall clock shows one reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Instants {
    /// The ordinary case.
    Once(Instant),
    /// Clocks were put back: the reading comes twice.
    Twice(Instant, Instant),
    /// Clocks were put forward over the reading: the instant of the jump.
    Never(Instant),
}

impl Instants {
    /// The first of them (the jump itself for a reading that never was).
    pub fn first(self) -> Instant {
        match self {
            Self::Once(at) | Self::Twice(at, _) | Self::Never(at) => at,
        }
    }

    /// The last of them.
    pub fn last(self) -> Instant {
        match self {
            Self::Once(at) | Self::Twice(_, at) | Self::Never(at) => at,
        }
    }
}

/// A place's clock rules, or a fixed distance from UTC.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A zone of the IANA database, with its summer rules.
    Named(chrono_tz::Tz),
    /// Seconds east of UTC.
    Fixed(i32),
}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self::Named(chrono_tz::UTC);

    /// Reads an IANA name ("Europe/London", any case; of an old one the zone that it is a link to) or an offset
    /// ("+05:30", "-0700", "Z").
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") {
            return Some(Self::UTC);
        }
        if let Some(seconds) = parse_offset(text) {
            return Some(Self::Fixed(seconds));
        }
        let is_named = |(link, _): &&(&str, &str)| link.eq_ignore_ascii_case(text);
        let text = LINKS.iter().find(is_named).map_or(text, |(_, name)| *name);
        // As it is spelt there is a quick way; any case costs a look at all of them.
        if let Ok(zone) = text.parse::<chrono_tz::Tz>() {
            return Some(Self::Named(zone));
        }
        chrono_tz::TZ_VARIANTS
            .iter()
            .find(|zone| zone.name().eq_ignore_ascii_case(text))
            .map(|zone| Self::Named(*zone))
    }

    /// A zone that our own tables name.
    ///
    /// # Panics
    /// Where the IANA database has no such name; a test reads every name of the tables.
    pub fn named(name: &str) -> Self {
        let zone = match name {
            "Etc/GMT" => Some(chrono_tz::UTC),
            name => name.parse().ok(),
        };
        Self::Named(zone.expect("a zone of our own tables is in the database, as a test proves"))
    }

    /// The IANA name; `None` for an offset.
    pub fn iana(self) -> Option<&'static str> {
        match self {
            Self::Named(zone) => Some(zone.name()),
            Self::Fixed(_) => None,
        }
    }

    /// The IANA name, or the offset as "+05:30".
    pub fn name(self) -> String {
        match self {
            Self::Named(zone) => zone.name().to_owned(),
            Self::Fixed(seconds) => offset_text(seconds),
        }
    }

    /// Whether the zone has summer rules of its own, so is a place rather than an offset.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Named(zone) if zone.name().contains('/') && !zone.name().starts_with("Etc/"))
    }

    /// When the zone's wall clock shows `wall`.
    pub fn instants(self, wall: Wall) -> Instants {
        match self {
            Self::Fixed(offset) => Instants::Once(Instant(wall.0 - i64::from(offset))),
            Self::Named(zone) => {
                let Some(naive) = chrono::DateTime::from_timestamp(wall.0, 0) else {
                    return Instants::Once(Instant(wall.0));
                };
                let naive = naive.naive_utc();
                match zone.from_local_datetime(&naive) {
                    chrono::LocalResult::Single(at) => Instants::Once(Instant(at.timestamp())),
                    chrono::LocalResult::Ambiguous(a, b) => {
                        let (a, b) = (a.timestamp(), b.timestamp());
                        Instants::Twice(Instant(a.min(b)), Instant(a.max(b)))
                    }
                    chrono::LocalResult::None => {
                        // The reading was jumped over: take it with the offset in force before, which lands
                        // as far after the jump as the reading lies inside the hole.
                        let before = self.offset_at(Instant(
                            wall.0 - SECONDS_PER_DAY - i64::from(self.offset_at(Instant(wall.0))),
                        ));
                        Instants::Never(Instant(wall.0 - i64::from(before)))
                    }
                }
            }
        }
    }

    /// Seconds east of UTC at an instant.
    pub fn offset_at(self, at: Instant) -> i32 {
        match self {
            Self::Fixed(offset) => offset,
            Self::Named(zone) => {
                use chrono::Offset;
                chrono::DateTime::from_timestamp(at.0, 0).map_or(0, |utc| {
                    zone.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc()
                })
            }
        }
    }

    /// What the zone's wall clock shows at an instant.
    pub fn wall_at(self, at: Instant) -> Wall {
        Wall(at.0 + i64::from(self.offset_at(at)))
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

/// "+05:30" of seconds east of UTC.
pub fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads "+05:30", "-0700", "+2" as seconds east of UTC, at most 18 hours away.
fn parse_offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(hours) || !all_digits(minutes) || hours.len() > 2 {
        return None;
    }
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 18 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        let mut parts = text.split('-');
        let mut next = || parts.next().and_then(|p| p.parse::<i32>().ok()).unwrap_or(0);
        let (y, m, d) = (next(), next(), next());
        Date::new(y, m as u8, d as u8).expect("a real day")
    }

    #[test]
    fn a_month_after_the_31st_is_cut_to_the_month() {
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-01-31").plus_months(-2), day("2023-11-30"));
    }

    #[test]
    fn weekdays_are_found_backwards_and_forwards_and_today_counts() {
        let monday = Weekday::from_iso(1).expect("Monday");
        assert_eq!(day("2021-10-05").back_to(monday), day("2021-10-04"));
        assert_eq!(day("2021-10-04").back_to(monday), day("2021-10-04"));
        assert_eq!(day("2021-10-05").on_to(monday), day("2021-10-11"));
    }

    #[test]
    fn the_repeated_and_the_missing_hour_are_told_apart() {
        let new_york = Zone::named("America/New_York");
        assert!(matches!(
            new_york.instants(day("2023-11-05").at(5400)),
            Instants::Twice(a, b) if b.0 - a.0 == 3600
        ));
        assert!(matches!(
            new_york.instants(day("2023-03-12").at(2 * 3600 + 1800)),
            Instants::Never(at) if new_york.wall_at(at) == day("2023-03-12").at(3 * 3600 + 1800)
        ));
    }

    #[test]
    fn offsets_are_read_in_all_their_spellings() {
        assert_eq!(Zone::parse("+05:30"), Some(Zone::Fixed(19_800)));
        assert_eq!(Zone::parse("-0700"), Some(Zone::Fixed(-25_200)));
        assert_eq!(Zone::parse("europe/london"), Some(Zone::named("Europe/London")));
        assert_eq!(Zone::parse("Mars/Phobos"), None);
        assert_eq!(Zone::parse("+99:00"), None);
    }
}
