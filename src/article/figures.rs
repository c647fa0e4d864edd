//! The shapes that figures have: dates, clocks, versions, numbers.
//!
//! One would get wrong to take a shape out of a longer one: "12.2.55" is a version, "3.8.2023" a date, and
//! "2021-10-04-17" neither.

use super::token::{ClockFigures, DateFigures, Kind, Number};

/// Digits at the front: how many, and their value.
pub(super) fn digits(bytes: &[u8]) -> (usize, u64) {
    let mut value = 0_u64;
    let mut count = 0;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            break;
        }
        value = value.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
        count += 1;
    }
    (count, value)
}

/// Whether what follows a shape would make it part of a longer run of figures.
fn goes_on(rest: &[u8], separators: &[u8]) -> bool {
    match rest.first() {
        Some(byte) if byte.is_ascii_digit() => true,
        Some(byte) if separators.contains(byte) => rest.get(1).is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

/// A date in figures at the front, and its bytes.
pub(super) fn date_shape(bytes: &[u8]) -> Option<(usize, Kind)> {
    let (first, a) = digits(bytes);
    let separator = *bytes.get(first)?;
    if !matches!(separator, b'-' | b'/' | b'.') || !matches!(first, 1 | 2 | 4 | 5) {
        return None;
    }
    // "5. 12. 2019", as it is written from Prague to Oslo.
    let gap = usize::from(separator == b'.' && first <= 2 && bytes.get(first + 1) == Some(&b' '));
    let (second, b) = digits(bytes.get(first + 1 + gap..)?);
    if !matches!(second, 1 | 2) || b == 0 {
        return None;
    }
    let after = first + 1 + gap + second;
    let spaced = bytes.get(after..after + 2) == Some(b". ");
    if gap == 1 && (!spaced || !(1..=12).contains(&b) || digits(bytes.get(after + 2..)?).0 != 4) {
        return None;
    }
    let two_groups = || {
        Kind::Date(DateFigures {
            first: a as u16,
            second: b as u16,
            third: None,
            digits: [first as u8, second as u8, 0],
            separator,
        })
    };
    if bytes.get(after) == Some(&separator) {
        let (third, c) = digits(&bytes[after + 1 + gap..]);
        let end = after + 1 + gap + third;
        let well_formed = match (first, third) {
            (4 | 5, 1 | 2) => b <= 12 && (1..=31).contains(&c),
            // "12.2.55" is a version, "3.8.2023" a date.
            (1 | 2, 4) => a <= 31 && b <= 31 && (a <= 12 || b <= 12) && a > 0 && (1000..3000).contains(&c),
            // "12-18-22": only where the figures tell that the month stands first.
            (2, 2) if separator == b'-' => second == 2 && (1..=12).contains(&a) && (13..=31).contains(&b) && c > 0,
            (1 | 2, 2) => separator == b'/' && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && a > 0,
            _ => false,
        };
        // "2024-12-19/20" is a night: its second day runs on from the first.
        let night = separator == b'-' && bytes.get(end) == Some(&b'/') && digits(&bytes[end + 1..]).0 == 2;
        if well_formed && (night || !goes_on(&bytes[end..], b"-/.")) {
            // A year with a digit too many is a slip of the finger: the last four count.
            let year_slip = |value: u64, width: usize| {
                if width == 5 {
                    (value % 10_000) as u16
                } else {
                    value as u16
                }
            };
            return Some((
                end,
                Kind::Date(DateFigures {
                    first: year_slip(a, first),
                    second: b as u16,
                    third: Some(c as u16),
                    digits: [first.min(4) as u8, second as u8, third as u8],
                    separator,
                }),
            ));
        }
        // "02.12." with its closing dot, as Germans write a day.
        if separator == b'.' && third == 0 && (1..=31).contains(&a) && b <= 12 && first == 2 && second == 2 {
            return Some((after + 1, two_groups()));
        }
        return None;
    }
    let month_and_day = separator == b'/' && first <= 2 && (1..=31).contains(&a) && b <= 31 && (a <= 12 || b <= 12);
    let year_and_month =
        separator == b'-' && first == 4 && second == 2 && (1..=12).contains(&b) && (1900..2100).contains(&a);
    if (month_and_day || year_and_month)
        && !goes_on(&bytes[after..], b"-/.:")
        && !bytes.get(after).is_some_and(u8::is_ascii_alphabetic)
    {
        return Some((after, two_groups()));
    }
    None
}

/// "27.2.26" at the front, which is a date behind a weekday and a version elsewhere.
pub(super) fn short_dotted_date(bytes: &[u8]) -> Option<(usize, Kind)> {
    let (first, a) = digits(bytes);
    let (second, b) = digits(bytes.get(first + 1..)?);
    let after = first + 1 + second;
    let (2, c) = digits(bytes.get(after + 1..)?) else {
        return None;
    };
    let dots = bytes[first] == b'.' && bytes[after] == b'.';
    let fits = matches!((first, second), (1 | 2, 1 | 2)) && (1..=31).contains(&a) && (1..=12).contains(&b);
    (dots && fits && !goes_on(&bytes[after + 3..], b"-/.:")).then_some((
        after + 3,
        Kind::Date(DateFigures {
            first: a as u16,
            second: b as u16,
            third: Some(c as u16),
            digits: [first as u8, second as u8, 2],
            separator: b'.',
        }),
    ))
}

/// A clock with colons at the front, and its bytes.
pub(super) fn clock_shape(bytes: &[u8]) -> Option<(usize, Kind)> {
    let (hours, hour) = digits(bytes);
    if !matches!(hours, 1 | 2) || bytes.get(hours) != Some(&b':') {
        return None;
    }
    let (minutes, minute) = digits(&bytes[hours + 1..]);
    if minutes != 2 || minute > 59 {
        return None;
    }
    let mut end = hours + 3;
    let mut second = None;
    if bytes.get(end) == Some(&b':') {
        let (seconds, value) = digits(&bytes[end + 1..]);
        if seconds == 2 && value <= 60 {
            second = Some(value as u8);
            end += 3;
            if matches!(bytes.get(end), Some(b'.' | b',')) {
                let (fraction, _) = digits(&bytes[end + 1..]);
                if fraction > 0 {
                    end += 1 + fraction;
                }
            }
        }
    }
    if goes_on(&bytes[end..], b":.") {
        return None;
    }
    Some((
        end,
        Kind::Clock(ClockFigures {
            hour: hour as u8,
            minute: minute as u8,
            second,
            padded: hours == 2,
        }),
    ))
}

/// "10.12.0.0", "4.17.2": no number.
pub(super) fn dotted_run(bytes: &[u8]) -> Option<(usize, Kind)> {
    let mut end = digits(bytes).0;
    let mut groups = 1;
    while matches!(bytes.get(end), Some(b'.' | b':')) {
        let (width, _) = digits(&bytes[end + 1..]);
        if width == 0 {
            break;
        }
        end += 1 + width;
        groups += 1;
    }
    (groups > 2).then_some((end, Kind::Code))
}

/// A number at the front, and its bytes.
pub(super) fn number_shape(bytes: &[u8]) -> (usize, Number) {
    let (width, whole) = digits(bytes);
    let mut number = Number {
        whole,
        digits: width.min(255) as u8,
        decimals: 0,
        places: 0,
        grouped: false,
    };
    let mut end = width;
    while width <= 3 && bytes.get(end) == Some(&b',') && digits(&bytes[end + 1..]).0 == 3 {
        number.whole = number
            .whole
            .saturating_mul(1000)
            .saturating_add(digits(&bytes[end + 1..]).1);
        number.grouped = true;
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') {
        let (places, value) = digits(&bytes[end + 1..]);
        if (1..=9).contains(&places) {
            (number.decimals, number.places) = (value as u32, places as u8);
            end += 1 + places;
        }
    }
    (end, number)
}

/// `yyyy-mm-dd-hh-mm-ss` at the front: its date, ten bytes, and its clock, eight.
pub(super) fn hyphened_stamp(bytes: &[u8]) -> Option<(Kind, Kind)> {
    let stamp = bytes.get(..19)?;
    if bytes.get(19).is_some_and(u8::is_ascii_alphanumeric) || stamp[10] != b'-' {
        return None;
    }
    let (10, date) = date_shape(&stamp[..10])? else {
        return None;
    };
    let mut clock = [0; 8];
    clock.copy_from_slice(&stamp[11..]);
    if clock[2] != b'-' || clock[5] != b'-' {
        return None;
    }
    (clock[2], clock[5]) = (b':', b':');
    let (8, clock) = clock_shape(&clock)? else {
        return None;
    };
    Some((date, clock))
}

/// Whether bytes are a date, a clock or both and perhaps a zone, and nothing else.
pub(super) fn is_stamp(bytes: &[u8]) -> bool {
    let skip = |at: usize| {
        at + bytes[at..]
            .iter()
            .take_while(|b| matches!(b, b' ' | b'T' | b','))
            .count()
    };
    let mut at = 0;
    let mut found = false;
    if let Some((length, Kind::Date(date))) = date_shape(&bytes[at..])
        && date.third.is_some()
    {
        at = skip(at + length);
        found = true;
    }
    if let Some((length, _)) = clock_shape(bytes.get(at..).unwrap_or_default()) {
        at += length;
        found = true;
    }
    let zone = bytes.get(at..).unwrap_or_default().trim_ascii();
    found
        && zone.len() <= 6
        && zone
            .iter()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b':'))
}
