//! Machine stamps: seconds since 1970, and offsets from a start (T+12m).
//!
//! One would get wrong that ten digits are a telephone number as well: an epoch stands alone, in brackets, or
//! behind a word of time.

use super::expression::{CalendarDate, Clock, Count, Day, DayHalf, Length, Point};
use super::family::Family;
use super::view::View;
use crate::article::token::{Gap, Kind};
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;

/// This family.
pub const FAMILY: Family = Family {
    name: "machine stamps",
    what: "epoch seconds and milliseconds, basic ISO stamps, syslog and date(1) stamps",
    found: &[
        ("ratio 0.9995 since [1695701580] here", "2023-09-26T04:13:00"),
        ("It began at [1633381509000] by its own clock.", "2021-10-04T21:05:09"),
        ("[20211004T220500Z] all clear", "2021-10-04T22:05:00"),
        ("[Mon Oct 4 22:05:09 2021] all clear", "2021-10-04T22:05:09"),
        ("[Mon Oct  4 22:05:09 UTC 2021] all clear", "2021-10-04T22:05:09"),
        ("[Oct  3 22:05:09] host sshd: all clear", "2021-10-03T22:05:09"),
        ("[2021-10-03T22:05:09.123Z] INFO all clear", "2021-10-03T22:05:09"),
        ("[2021-10-03 22:05:09,123] INFO all clear", "2021-10-03T22:05:09"),
        ("at [03/Oct/2021:22:05:09 +0000] all clear", "2021-10-03T22:05:09"),
        ("[2021-10-03/22:05] all clear", "2021-10-03T22:05"),
        ("the fix went out at [T+12m].", "PT12M"),
        ("the fix went out at [T0 + 12 min].", "PT12M"),
        ("the fix went out at [T0+1h05].", "PT1H5M"),
        ("[+5 min] - the alert fires", "PT5M"),
        ("[+1h05]: the fix goes out", "PT1H5M"),
        (
            "paged at [14:05], the fix went out at [T+12m].",
            "2021-10-04T14:05 2021-10-04T14:17",
        ),
    ],
    never: &[
        "Call 1695701580 for help.",
        "Case ID 174229643100496 is open.",
        "commit 20211004ab is bad",
        "order 1633381509 shipped",
    ],
};

/// Seconds since 1970 at a position; with the position after it. Between 2001 and 2065.
pub fn epoch(view: &View, at: usize) -> Option<(Point, usize)> {
    let number = view.number(at).filter(|n| matches!(n.digits, 10 | 13) && !n.grouped)?;
    let seconds = if number.digits == 13 {
        number.whole / 1000
    } else {
        number.whole
    };
    if !(1_000_000_000..3_000_000_000).contains(&seconds) || view.glued_left(at) || view.glued_right(at) {
        return None;
    }
    let bracketed = view.symbol_any(at.wrapping_sub(1), &['[', '(']) && view.symbol_any(at + 1, &[']', ')', '.']);
    let led = view.after_any(
        at,
        &[
            "since",
            "at",
            "from",
            "until",
            "ts",
            "time",
            "timestamp",
            "epoch",
            "to",
            "after",
            "before",
        ],
    );
    (bracketed || led).then(|| {
        (
            Point {
                day: Some(Day::Epoch(seconds as i64)),
                ..Point::default()
            },
            at + 1,
        )
    })
}

/// "20211004T220500Z", "20211004T2205"; with the position after the clock.
pub fn basic(view: &View, at: usize) -> Option<(Point, usize)> {
    let date = view
        .number(at)
        .filter(|n| n.digits == 8 && n.fraction().is_none() && !n.grouped)?;
    let t = at + 1;
    if view.glued_left(at) || !view.says(t, "t") || !view.touches(t) || !view.touches(t + 1) {
        return None;
    }
    let clock = view.number(t + 1).filter(|n| matches!(n.digits, 4 | 6) && !n.grouped)?;
    let seconds = clock.digits == 6;
    let whole = if seconds { clock.whole } else { clock.whole * 100 };
    let (hour, minute, second) = ((whole / 10_000) as u8, (whole / 100 % 100) as u8, (whole % 100) as u8);
    let (year, month, day) = (
        (date.whole / 10_000) as i32,
        (date.whole / 100 % 100) as u8,
        (date.whole % 100) as u8,
    );
    if hour > 23 || minute > 59 || second > 60 || Date::new(year, month, day).is_none() || !(1900..2100).contains(&year)
    {
        return None;
    }
    let point = Point {
        day: Some(Day::Date(CalendarDate {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..CalendarDate::default()
        })),
        clock: Some(Clock {
            hour,
            minute,
            second: seconds.then_some(second),
            half: DayHalf::TwentyFour,
            named: None,
        }),
        ..Point::default()
    };
    Some((point, t + 2))
}

/// An offset from a document's own zero: "T+00:12", "T-40m", "+01:50", "T+1h10m", "T0 + 12 min"; whether it lies after
/// the zero, how far, and the position after it.
pub fn from_zero(view: &View, at: usize) -> Option<(bool, Length, usize)> {
    if let Some(found) = spaced_from_zero(view, at) {
        return Some(found);
    }
    let led = view.says(at, "t") && !view.glued_left(at);
    let zero = led && is_zero(view, at + 1);
    let sign_at = if led && view.touches(at + 1) {
        at + 1 + usize::from(zero)
    } else {
        at
    };
    let later = match view.kind(sign_at) {
        Some(Kind::Symbol('+')) => true,
        Some(Kind::Symbol('-' | '−' | '–')) if led => false,
        _ => return None,
    };
    if !view.touches(sign_at + 1) || (!led && (view.glued_left(sign_at) || view.touches(sign_at))) {
        return None;
    }
    if let Some(Kind::Clock(clock)) = view.kind(sign_at + 1) {
        let hours = Length::of(Count::Exact(f64::from(clock.hour)), Unit::Hour);
        let mut length = hours.with(Count::Exact(f64::from(clock.minute)), Unit::Minute)?;
        if let Some(second) = clock.second {
            length = length.with(Count::Exact(f64::from(second)), Unit::Second)?;
        }
        return Some((later, length, sign_at + 2));
    }
    let (length, next) = behind_sign(view, sign_at)?;
    (led || length.finest().is_clock() && heads_row(view, at, next)).then_some((later, length, next))
}

/// Whether "+5 min" opens its line or its cell and a mark or a wide blank parts it from what happened then: "+5 minutes of
/// delay" is no time.
fn heads_row(view: &View, at: usize, next: usize) -> bool {
    const MARKS: &[char] = &['-', '–', '—', ':', '|', '·'];
    let opens = at == view.start() || view.symbol(at - 1, '|') || view.token(at).is_some_and(|it| it.gap >= Gap::Line);
    opens && (view.symbol_any(next, MARKS) && !view.touches(next + 1) || view.opens_column(next))
}

/// The length behind a sign. Its number may touch that, which one by itself may not.
fn behind_sign(view: &View, sign_at: usize) -> Option<(Length, usize)> {
    let inner = View::narrowed(view, sign_at + 1);
    super::length::length(&inner, sign_at + 1)
}

/// The 0 of "T0", which touches its letter.
fn is_zero(view: &View, at: usize) -> bool {
    let zero = view
        .number(at)
        .is_some_and(|n| n.whole == 0 && n.digits == 1 && n.fraction().is_none());
    zero && view.touches(at)
}

/// "T0 + 12 min", "T + 1h05", "T - 5 minutes": blanks on both sides of the sign.
fn spaced_from_zero(view: &View, at: usize) -> Option<(bool, Length, usize)> {
    let capital = view.says(at, "t") && view.text(at) == "T" && !view.glued_left(at);
    let sign_at = at + 1 + usize::from(is_zero(view, at + 1));
    if !capital || view.touches(sign_at) || view.touches(sign_at + 1) {
        return None;
    }
    let later = match view.kind(sign_at)? {
        Kind::Symbol('+') => true,
        Kind::Symbol('-' | '−' | '–') => false,
        _ => return None,
    };
    let (length, next) = behind_sign(view, sign_at)?;
    length.finest().is_clock().then_some((later, length, next))
}
