//! Zones behind a clock time.
//!
//! One would get wrong that "eat", "met" and "est" are words, and that "-0700" may be a range: an abbreviation
//! stands in capitals, an offset directly behind a stamp.

use super::clock_figures::counts_something;
use super::expression::ZoneName;
use super::family::Family;
use super::view::View;
use crate::article::token::{Case, Kind};
use crate::lexicon::zone::ZoneWord;
use crate::normaliser::calendar::Zone;

/// This family.
pub const FAMILY: Family = Family {
    name: "zones",
    what: "abbreviations, names, offsets and IANA names behind a clock time",
    found: &[
        ("It failed at [7 p.m. ET].", "2021-10-04T19:00"),
        ("It failed at [10:40 a.m. Eastern Daylight Time].", "2021-10-04T10:40"),
        ("It failed at [1530Z].", "2021-10-04T15:30"),
        ("It failed at [2021-10-04T22:05:00+02:00].", "2021-10-04T22:05:00"),
        ("It failed at [14:20 UK time].", "2021-10-04T14:20"),
        ("It failed at [9am local time].", "2021-10-04T09:00"),
        ("It failed at [14:20 UTC+2].", "2021-10-04T14:20"),
        ("It failed at [UTC 14:20] for a while.", "2021-10-04T14:20"),
        ("It failed at [14:20 GMT-03:00].", "2021-10-04T14:20"),
        ("It failed at [16:00 Moscow time].", "2021-10-04T16:00"),
        ("It failed at [about noon New York time].", "2021-10-04T12:00"),
        ("It failed at [9:15 a.m. (PDT)].", "2021-10-04T09:15"),
        ("It failed at [10:00 Europe/London].", "2021-10-04T10:00"),
        ("It failed at [10:00 US/Pacific].", "2021-10-04T10:00"),
        (
            "It failed at [10:00 local time (Irish Summer Time)].",
            "2021-10-04T10:00",
        ),
        (
            "It failed at [10:00 Australian Central Standard Time].",
            "2021-10-05T10:00",
        ),
        ("At [6:40 central] Orne failed.", "2021-10-04T06:40"),
        ("At [17:06] ICT-1 was back in service.", "2021-10-04T17:06"),
        (
            "It failed at [6:55 central], and then at [9 a.m. eastern].",
            "2021-10-04T06:55 2021-10-04T09:00",
        ),
        (
            "It has held since [8:40 (central)] and since [noon (eastern)].",
            "2021-10-04T08:40 2021-10-04T12:00",
        ),
        ("It failed at [10:00 (America/Argentina/Ushuaia)].", "2021-10-04T10:00"),
        ("It failed at [11:31 am IST].", "2021-10-04T11:31"),
        ("It failed at [2021-10-03 22:05:00 -0700].", "2021-10-03T22:05:00"),
        ("It failed on [Sunday afternoon Pacific time].", "2021-10-03TAF"),
        ("At [10:40 a.m., Eastern], it failed.", "2021-10-04T10:40"),
        ("It has been down since [7:30 this morning, EST].", "2021-10-04T07:30"),
        (
            "It failed at [3:30 AM PST] ([11:30 GMT]).",
            "2021-10-04T03:30 2021-10-04T11:30",
        ),
        (
            "It was down ([09:40]-[10:00 UTC]).",
            "2021-10-04T09:40 2021-10-04T10:00",
        ),
    ],
    never: &[
        "They met to eat west of the mountain.",
        "An est. 500 people.",
        "The art is at the museum.",
        "GMT is the name of a clock.",
        "The central grid failed, and eastern towns were dark.",
        "Eastern, the airline, was late.",
    ],
};

/// Abbreviations that also stand in small letters without being words.
const SMALL_TOO: &[&str] = &["utc", "gmt", "bst", "cet", "cest", "pst", "pdt", "edt", "ist"];

/// The zone at a position behind a clock, in brackets or not; with the position after it.
pub fn zone(view: &View, at: usize) -> Option<(ZoneName, usize)> {
    if view.symbol_any(at, &['(', '[']) {
        let close = if view.symbol(at, '(') { ')' } else { ']' };
        let (name, next) = named(view, at + 1)?;
        return view.symbol(next, close).then_some((name, next + 1));
    }
    // "At 6:40 on Thursday morning, Eastern, the disk filled": set off by commas on both sides, and no "Eastern Airlines".
    if view.symbol(at, ',') {
        let (name, next) = named(view, at + 1)?;
        // "Out since 7:30 tonight, EST."
        let short = || next == at + 2 && view.case(at + 1) == Some(Case::Upper);
        let closes =
            view.symbol(next, ',') || short() && (next >= view.end() || view.symbol_any(next, &['.', ';', ')']));
        return closes.then_some((name, next));
    }
    let (name, next) =
        named(view, at).or_else(|| offset(view, at).map(|(seconds, next)| (ZoneName::Offset(seconds), next)))?;
    // "9.15am local time (Irish Summer Time)": the bracket says whose time that is.
    if name == ZoneName::Word(ZoneWord::Local)
        && view.symbol(next, '(')
        && let Some((told, close)) = named(view, next + 1)
        && view.symbol(close, ')')
    {
        return Some((told, close + 1));
    }
    Some((name, next))
}

/// A zone by its name: "ET", "UTC+2", "Europe/London".
pub fn named(view: &View, at: usize) -> Option<(ZoneName, usize)> {
    if let Some(found) = iana(view, at) {
        return Some(found);
    }
    let Some((word, next)) = view.phrase(&view.lexicon.zones, at) else {
        return of_place(view, at);
    };
    if next == at + 1 && (!stands_for_a_zone(view, at, word) || is_numbered(view, next)) {
        return None;
    }
    let universal = view.says_any(at, &["utc", "gmt"]);
    if universal
        && view.symbol_any(next, &['+', '-', '−', '±'])
        && let Some((seconds, end)) = signed_offset(view, next)
    {
        return Some((ZoneName::Offset(seconds), end));
    }
    Some((ZoneName::Word(word), next))
}

/// "17:06  ICT-1 back in service", "EST-3 tripped": a machine by its number. "GMT-5" is an offset, and "10 a.m. CET-2 p.m." a
/// stretch.
fn is_numbered(view: &View, next: usize) -> bool {
    let hyphen = view.symbol(next, '-') && view.touches(next) && view.touches(next + 1);
    let figure = matches!(view.kind(next + 1), Some(Kind::Number(_)));
    let clock = view.meaning(&view.lexicon.meridiems, next + 2).is_some() || view.symbol_any(next + 2, &[':', '.']);
    let universal = view.says_any(next.wrapping_sub(1), &["utc", "gmt"]);
    hyphen && figure && !clock && !universal
}

/// "New York time", "Lisbon time"
fn of_place(view: &View, at: usize) -> Option<(ZoneName, usize)> {
    let (place, next) = view.phrase(&view.lexicon.places, at)?;
    let named = view.case(at) != Some(Case::Lower) && view.says(next, "time");
    let name = Zone::parse(place).filter(|_| named)?.iana()?;
    Some((ZoneName::Word(ZoneWord::Rules(name)), next + 1))
}

/// Whether a single word is written as a zone is.
fn stands_for_a_zone(view: &View, at: usize, word: ZoneWord) -> bool {
    let text = view.text(at);
    let capital = view.case(at) != Some(Case::Lower);
    match word {
        ZoneWord::Local => true,
        _ if text.len() == 1 => view.touches(at) && capital,
        _ if text.trim_end_matches('.').len() <= 4 => {
            // "ET", "E.T.", and "et" only where it cannot be a word.
            (view.case(at) == Some(Case::Upper) || text.contains('.') && capital)
                && !view.says(at, "at")
                && !view.says(at, "art")
                || view.says_any(at, &["at", "art"]) && view.case(at) == Some(Case::Upper)
                || SMALL_TOO.contains(&text.to_ascii_lowercase().as_str())
        }
        // "14:05     Eastern grid tripped": the next column's first word.
        _ if capital => !view.opens_column(at),
        // "6:55 central": a word for a region behind a clock, where it describes nothing.
        _ => {
            let describes = counts_something(view, at + 1) && view.case(at + 1) != Some(Case::Capital);
            behind_clock(view, at) && !view.opens_column(at) && !describes
        }
    }
}

/// Whether a clock stands right before, in figures or with its half of the day.
fn behind_clock(view: &View, at: usize) -> bool {
    // "8:40 (central)"
    let before = at.wrapping_sub(1 + usize::from(view.symbol(at.wrapping_sub(1), '(')));
    let meridiem = view.meaning(&view.lexicon.meridiems, before).is_some();
    let named = view.says_any(before, &["noon", "midnight"]);
    let apart = !view.touches(at) || before + 1 < at;
    apart && (meridiem || named || matches!(view.kind(before), Some(Kind::Clock(_))))
}

/// "Europe/London"
fn iana(view: &View, at: usize) -> Option<(ZoneName, usize)> {
    if view.case(at) == Some(Case::Lower) || !view.symbol(at + 1, '/') || !view.touches(at + 1) || !view.touches(at + 2)
    {
        return None;
    }
    // "America/Argentina/Buenos_Aires" is three words, two slashes and an underscore.
    let mut next = at + 3;
    let mut name = format!("{}/{}", view.text(at), view.text(at + 2));
    while view.symbol_any(next, &['/', '_', '-']) && view.touches(next) && view.touches(next + 1) {
        name.push_str(view.text(next));
        name.push_str(view.text(next + 1));
        next += 2;
    }
    let name = Zone::parse(&name)?.iana()?;
    Some((ZoneName::Word(ZoneWord::Rules(name)), next))
}

/// "+02:00", "-0700" directly behind a stamp, or behind a blank with four digits.
fn offset(view: &View, at: usize) -> Option<(i32, usize)> {
    // "09:33 +01:00": no stretch has a plus.
    let plus = view.symbol(at, '+') && matches!(view.kind(at + 1), Some(Kind::Clock(_)));
    let stamp = match view.before(at).and_then(|b| view.kind(b)) {
        Some(Kind::Clock(clock)) => clock.second.is_some() || view.touches(at) || plus,
        Some(Kind::Number(_)) => view.touches(at),
        _ => false,
    };
    if !stamp {
        return None;
    }
    // What the clock of a stamp touches is its date or a "T"; "(12:30-13:00" and "**12:30-13:00" are stretches.
    let dated = view.touches(at - 1) && !matches!(view.kind(at - 2), Some(Kind::Symbol(_)));
    let iso_clock = dated || matches!(view.kind(at - 1), Some(Kind::Clock(c)) if c.second.is_some());
    match view.kind(at + 1) {
        Some(Kind::Clock(_)) if iso_clock || plus => signed_offset(view, at),
        Some(Kind::Number(number)) if number.digits == 4 && (view.touches(at) || view.touches(at + 1)) => {
            signed_offset(view, at)
        }
        Some(Kind::Number(number)) if number.digits == 2 && iso_clock && view.touches(at) && view.symbol(at, '+') => {
            signed_offset(view, at)
        }
        _ => None,
    }
}

fn signed_offset(view: &View, at: usize) -> Option<(i32, usize)> {
    let sign = if view.symbol(at, '+') {
        1
    } else if view.symbol_any(at, &['-', '−']) {
        -1
    } else {
        return None;
    };
    if !view.touches(at + 1) {
        return None;
    }
    let (hours, minutes) = match view.kind(at + 1)? {
        // "12:30:05-13:00:10", "12:30:05-13:00 UTC": what has seconds or a zone of its own ends a stretch.
        Kind::Clock(clock) if clock.second.is_some() || named(view, at + 2).is_some() => return None,
        Kind::Clock(clock) => (i32::from(clock.hour), i32::from(clock.minute)),
        Kind::Number(n) if n.digits == 4 => ((n.whole / 100) as i32, (n.whole % 100) as i32),
        Kind::Number(n) if n.digits <= 2 => (n.whole as i32, 0),
        _ => return None,
    };
    let farthest = if sign > 0 { 14 } else { 12 };
    (hours <= farthest && minutes < 60 && minutes % 15 == 0).then_some((sign * (hours * 3600 + minutes * 60), at + 2))
}
