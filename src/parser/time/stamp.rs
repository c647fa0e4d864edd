//! Machine stamps: seconds since 1970, and offsets from a start (T+12m).
//!
//! One would get wrong that ten digits are a telephone number as well: an epoch stands alone, in brackets, or
//! behind a word of time.

use super::expression::{Count, Day, Length, Point};
use super::family::Family;
use super::view::View;
use crate::article::token::Kind;
use crate::lexicon::unit::Unit;

/// This family.
pub const FAMILY: Family = Family {
    name: "machine stamps",
    what: "epoch seconds and milliseconds, basic ISO stamps, syslog and date(1) stamps",
    found: &[
        ("ratio 0.9995 since [1695701580] here", "2023-09-26T04:13:00"),
        ("[20211004T220500Z] all clear", "2021-10-04T22:05:00"),
        ("[Mon Oct 4 22:05:09 2021] all clear", "2021-10-04T22:05:09"),
    ],
    never: &["Call 1695701580 now.", "Case ID 174229643100496 is open."],
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

/// An offset from a document's own zero: "T+00:12", "T-40m", "+01:50", "T+1h10m"; whether it lies after the zero,
/// how far, and the position after it.
pub fn from_zero(view: &View, at: usize) -> Option<(bool, Length, usize)> {
    let led = view.says(at, "t") && !view.glued_left(at);
    let sign_at = if led && view.touches(at + 1) { at + 1 } else { at };
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
    if !led {
        return None;
    }
    // The number touches its sign, which a length by itself may not.
    let inner = View::narrowed(view, sign_at + 1);
    let (length, next) = super::length::length(&inner, sign_at + 1)?;
    Some((later, length, next))
}
