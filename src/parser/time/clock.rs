//! Clock times in all their spellings.
//!
//! One would get wrong that a bare number is hardly ever a clock: "at 7" is one only where nothing follows that
//! it could count.

use super::expression::{Clock, DayHalf};
use super::family::Family;
use super::number;
use super::view::View;
use super::zone;
use crate::article::token::{Case, Kind};
use crate::lexicon::prose::Function;
use crate::lexicon::time::{Meridiem, NamedClock};

/// This family.
pub const FAMILY: Family = Family {
    name: "clock times",
    what: "7 p.m., 7pm, 7.30pm, 19:30, 1930 GMT, 0645, 15h50, half past nine, noon, six o'clock, at ten",
    found: &[
        ("It failed at [7 p.m.] and stayed down.", "2021-10-04T19:00"),
        ("It failed at [7.30pm].", "2021-10-04T19:30"),
        ("It failed at [4:05:57 p.m.] sharp.", "2021-10-04T16:05:57"),
        ("It failed at [19:30].", "2021-10-04T19:30"),
        ("It failed at [1930 GMT].", "2021-10-04T19:30"),
        ("It failed at [0645].", "2021-10-04T06:45"),
        ("It failed at [15h50].", "2021-10-04T15:50"),
        ("It failed at [half past nine].", "2021-10-04T09:30"),
        ("It failed at [quarter to five].", "2021-10-04T16:45"),
        ("It failed at [a quarter past six in the morning].", "2021-10-04T06:15"),
        ("It failed at [ten past one].", "2021-10-04T13:10"),
        ("By [half past midnight] all was well.", "2021-10-04T00:30"),
        ("It failed around [noon].", "2021-10-04T12:00"),
        ("It failed at [midday].", "2021-10-04T12:00"),
        ("It failed at [six o'clock].", "2021-10-04T18:00"),
        ("It failed at [6 o'clock in the evening].", "2021-10-04T18:00"),
        ("The counter closed at [ten].", "2021-10-04T10:00"),
        ("The first alarm came at [nine thirty].", "2021-10-04T09:30"),
        ("It came back just after [6].", "2021-10-04T18:00"),
        ("Staff were told at [1505 hrs].", "2021-10-04T15:05"),
        ("It ran from [10:58]–[11:24].", "2021-10-04T10:58 2021-10-04T11:24"),
        (
            "It was down between [2] and [4 p.m.] and then recovered.",
            "2021-10-04T14:00 2021-10-04T16:00",
        ),
        (
            "Pages failed at [12:40], [14:20] and [15:15 UK time].",
            "2021-10-04T12:40 2021-10-04T14:20 2021-10-04T15:15",
        ),
        ("The first alarm came [about 8:50].", "2021-10-04T08:50"),
    ],
    never: &[
        "It listens on port 8080.",
        "The ratio was 5:1.",
        "They met at 12 offices.",
        "About 5 of them failed.",
        "Error 503 at 10 Downing Street.",
        "Version 4.17.2 at 4.30 per cent.",
        "The reports peaked at 31,000.",
        "The odds were three to one.",
        "The visitors won by 4 to 2.",
        "It returned an HTTP 500 for 1 in 7 requests.",
        "Call 555-0123 for help.",
        "They flew on UA 1730 to Denver.",
        "The road is the A40, and then Highway 101.",
        "She sat in Room 1130.",
        "The clip stands at 404 lines.",
        "Interstate 95 was closed at Exit 24.",
        "Flight 370 was lost on Route 66.",
        "They trailed with 2:35 left.",
        "The teams were tied at 3 for long.",
        "A Boeing 747 landed.",
        "The disk held 1,024 MB.",
        "Neither § 230 nor Article 50 applies.",
    ],
};

/// Prepositions that stand in front of clock times.
const CLOCK_PREPOSITIONS: &[&str] = &[
    "at",
    "by",
    "until",
    "till",
    "til",
    "before",
    "after",
    "around",
    "about",
    "since",
    "past",
    "@",
    "circa",
    "approximately",
    "roughly",
    "from",
    "between",
    "for",
    "to",
    "and",
    "or",
    "nearly",
    "almost",
];

/// A clock time at a position; with the position after it.
pub fn clock(view: &View, at: usize) -> Option<(Clock, usize)> {
    match view.kind(at)? {
        Kind::Clock(_) => colon(view, at),
        Kind::Number(_) => figures(view, at),
        Kind::Word { .. } => named(view, at).or_else(|| spoken(view, at)),
        _ => None,
    }
}

fn said(hour: u8, minute: u8, half: DayHalf) -> Clock {
    Clock {
        hour,
        minute,
        second: None,
        half,
        named: None,
    }
}

/// "7:52 p.m.", "19:30:05"
fn colon(view: &View, at: usize) -> Option<(Clock, usize)> {
    let Some(Kind::Clock(figures)) = view.kind(at) else {
        return None;
    };
    if figures.hour > 24 || (figures.hour == 24 && figures.minute > 0) || joined(view, at) {
        return None;
    }
    let mut clock = said(figures.hour, figures.minute, DayHalf::Open);
    clock.second = figures.second;
    if let Some((half, next)) = meridiem(view, at + 1) {
        clock.half = half_of(figures.hour, half);
        return Some((clock, next));
    }
    // "with 2:35 left in the quarter"
    if view.says_any(at + 1, &["left", "remaining"])
        || view.says(at + 1, "to") && view.says_any(at + 2, &["go", "play"])
    {
        return None;
    }
    // "0:07" is how far a player has come, or a score.
    if figures.hour == 0 && !figures.padded {
        return None;
    }
    if figures.hour == 0 || figures.hour > 12 || (figures.padded && figures.hour < 10) {
        clock.half = DayHalf::TwentyFour;
    }
    // "5:1" is a ratio, and so is a clock in front of "ratio" or behind "of".
    Some((clock, hours_word(view, at + 1)))
}

/// The clock of a stamp, behind the colon that joins it to its date.
pub fn stamped(view: &View, at: usize) -> Option<(Clock, usize)> {
    let Some(Kind::Clock(figures)) = view.kind(at).filter(|_| view.symbol(at - 1, ':')) else {
        return None;
    };
    let mut clock = said(figures.hour, figures.minute, DayHalf::TwentyFour);
    clock.second = figures.second;
    (figures.hour < 24).then_some((clock, at + 1))
}

/// Whether a figure runs on to its left; a bracket, a quote, "T+", "~" and a leading dash do not count.
fn joined(view: &View, at: usize) -> bool {
    view.glued_left(at) && !matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(_))) && !range_dash(view, at)
}

/// "10:58-11:24": the dash parts two clocks.
fn range_dash(view: &View, at: usize) -> bool {
    view.symbol(at.wrapping_sub(1), '-')
        && matches!(
            view.kind(at.wrapping_sub(2)),
            Some(Kind::Clock(_) | Kind::Word { .. } | Kind::Number(_))
        )
}

/// AM or PM at a position; with the position after it.
fn meridiem(view: &View, at: usize) -> Option<(Meridiem, usize)> {
    if let Some(half) = view.meaning(&view.lexicon.meridiems, at) {
        return Some((half, at + 1));
    }
    // "p. m.": two words.
    let half = match view.text(at) {
        "a" | "A" => Meridiem::Am,
        "p" | "P" => Meridiem::Pm,
        _ => return None,
    };
    let m = view.skip_dot(at + 1);
    (m > at + 1 && view.says(m, "m")).then(|| (half, view.skip_dot(m + 1)))
}

/// A meridiem behind "13:06" is a slip: the figures say enough.
fn half_of(hour: u8, half: Meridiem) -> DayHalf {
    if hour > 12 || hour == 0 {
        DayHalf::TwentyFour
    } else {
        DayHalf::Said(half)
    }
}

/// The position after "h", "hrs", "hours" behind a 24-hour clock.
fn hours_word(view: &View, at: usize) -> usize {
    if view.says_any(at, &["hrs", "hours", "h", "uhr"]) {
        view.skip_inner_dot(at + 1)
    } else {
        at
    }
}

/// "7pm", "7.30pm", "1930 GMT", "0645", "15h50", "at 7"
fn figures(view: &View, at: usize) -> Option<(Clock, usize)> {
    let number = view.number(at)?;
    if number.grouped || joined(view, at) {
        return None;
    }
    if number.whole == 12
        && let Some((named, next)) = view.phrase(&view.lexicon.named_clocks, at + 1)
        && number.fraction().is_none()
    {
        return Some((named_clock(named), next));
    }
    match number.fraction() {
        Some((minute, 2)) if number.whole <= 24 && minute < 60 => dotted(view, at, number.whole as u8, minute as u8),
        None if number.digits <= 2 => short(view, at, number.whole as u8),
        None if matches!(number.digits, 3 | 4) => military(view, at, number.whole, number.digits),
        _ => None,
    }
}

/// "4.30pm", "11.16 h", "at 8.22"
fn dotted(view: &View, at: usize, hour: u8, minute: u8) -> Option<(Clock, usize)> {
    let mut clock = said(hour, minute, DayHalf::Open);
    if let Some((half, next)) = meridiem(view, at + 1) {
        clock.half = half_of(hour, half);
        return Some((clock, next));
    }
    if hour > 12 || hour == 0 {
        clock.half = DayHalf::TwentyFour;
    }
    let next = hours_word(view, at + 1);
    let zoned = zone::named(view, next).is_some();
    let placed =
        view.after_any(at, CLOCK_PREPOSITIONS) && !counts_something(view, at + 1) && (10..60).contains(&minute);
    (next > at + 1
        || zoned
        || (placed
            && view.after_any(
                at,
                &[
                    "at", "by", "until", "from", "since", "around", "to", "before", "after", "between", "and",
                ],
            )
            && hour <= 23))
        .then_some((clock, next))
}

/// "7pm", "7 o'clock", "15h50", "at 7"
fn short(view: &View, at: usize, hour: u8) -> Option<(Clock, usize)> {
    if hour > 24 {
        return None;
    }
    let mut clock = said(hour, 0, DayHalf::Open);
    if let Some((half, next)) = meridiem(view, at + 1) {
        if hour == 0 || hour > 12 && !view.touches(at + 1) {
            return None;
        }
        clock.half = half_of(hour, half);
        return Some((clock, next));
    }
    if view.says_any(at + 1, &["o'clock", "oclock", "o’clock"]) {
        return (hour <= 12).then_some((clock, at + 2));
    }
    // "1H21" is a half of a year.
    if view.says(at + 1, "h") && view.touches(at + 1) && (hour > 2 || view.case(at + 1) == Some(Case::Lower)) {
        if let Some(minutes) = view
            .number(at + 2)
            .filter(|m| m.digits == 2 && m.whole < 60 && view.touches(at + 2))
        {
            // "4h 33m" and "3h42m" are lengths.
            if view.touches(at + 3) && view.says_any(at + 3, &["m", "min", "mins", "s"]) {
                return None;
            }
            return Some((
                Clock {
                    half: DayHalf::TwentyFour,
                    ..said(hour, minutes.whole as u8, DayHalf::Open)
                },
                at + 3,
            ));
        }
        return None;
    }
    if range_opens(view, at + 1) && hour <= 12 && hour > 0 && !joined(view, at) {
        return Some((clock, at + 1));
    }
    bare_hour(view, at, hour, at + 1)
}

/// "2-3pm", "between 2 and 4 p.m.": a clock with its half of the day follows behind a dash or "to".
fn range_opens(view: &View, at: usize) -> bool {
    let parted = view.symbol_any(at, &['-', '–', '—']) || view.says_any(at, &["to", "until", "and", "or"]);
    parted
        && match view.kind(at + 1) {
            Some(Kind::Clock(_)) => meridiem(view, at + 2).is_some(),
            Some(Kind::Number(n)) => n.whole <= 12 && n.digits <= 2 && meridiem(view, at + 2).is_some(),
            _ => false,
        }
}

/// "at 7", "By 10", "at ten": only behind a preposition of time, and with nothing behind that it counts.
fn bare_hour(view: &View, at: usize, hour: u8, next: usize) -> Option<(Clock, usize)> {
    let placed = view.after_any(
        at,
        &[
            "at", "by", "until", "till", "around", "since", "after", "before", "about", "past",
        ],
    ) && (!view.after_any(at, &["about", "past", "before", "after", "around"]) || clock_led(view, at - 1));
    // "tied at 3"
    let score = view.after_any(at, &["at"])
        && view.says_any(
            at.wrapping_sub(2),
            &["tied", "level", "ranked", "stood", "stuck", "unchanged"],
        );
    if score || !placed || hour == 0 || hour > 12 || view.glued_right(next - 1) || counts_something(view, next) {
        return None;
    }
    Some((said(hour, 0, DayHalf::Open), next))
}

/// "just after 6", "shortly before 8", "around 4": the preposition is led by an adverb, or opens its phrase.
fn clock_led(view: &View, at: usize) -> bool {
    if view.says_any(at, &["around", "about"]) {
        return true;
    }
    view.after_any(
        at,
        &[
            "just", "shortly", "soon", "little", "bit", "right", "minutes", "moments",
        ],
    )
}

/// Whether the token at `next` is something that a number before it could count, or makes it another thing.
fn counts_something(view: &View, next: usize) -> bool {
    match view.kind(next) {
        None => false,
        Some(Kind::Symbol(c)) => {
            matches!(
                c,
                '%' | '/' | '-' | '–' | '°' | ':' | '+' | '$' | '€' | '£' | '=' | '#' | '_'
            ) && view.touches(next)
                || c == '%'
                || c == '$'
        }
        Some(Kind::Word { .. }) => {
            if view.says_any(next, &["of", "percent", "per", "to", "times", "or"]) {
                return true;
            }
            let holds = view.meaning(&view.lexicon.function_words, next);
            let time_word = view.lexicon.weekdays.begins(view.word(next))
                || view.lexicon.deictics.begins(view.word(next))
                || view.lexicon.zones.begins(view.word(next)) && zone::named(view, next).is_some();
            let unit = view.meaning(&view.lexicon.units, next).is_some();
            let clause = matches!(
                holds,
                Some(
                    Function::Determiner
                        | Function::Pronoun
                        | Function::Coordinator
                        | Function::Subordinator
                        | Function::Preposition
                        | Function::Auxiliary
                        | Function::Future
                )
            );
            unit || !(clause || time_word || view.lexicon.speech.begins(view.word(next)))
        }
        Some(Kind::Number(_) | Kind::Code | Kind::Clock(_) | Kind::Date(_)) => true,
    }
}

/// "1930 GMT", "0645", "1505 hrs", "11/17 0928"
fn military(view: &View, at: usize, value: u64, digits: u8) -> Option<(Clock, usize)> {
    let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return None;
    }
    let mut clock = said(hour, minute, DayHalf::TwentyFour);
    if let Some((half, next)) = meridiem(view, at + 1) {
        if hour == 0 || hour > 12 {
            return None;
        }
        clock.half = DayHalf::Said(half);
        return Some((clock, next));
    }
    if digits != 4 {
        return None;
    }
    let next = hours_word(view, at + 1);
    let worded = next > at + 1 && !view.says(at + 1, "hours")
        || (next > at + 1
            && (!(1000..=2100).contains(&value) || minute > 0)
            && view.text(at).len() == 4
            && value < 2400
            && view.after_any(at, CLOCK_PREPOSITIONS));
    let zoned = zone::named(view, at + 1).is_some_and(|(_, end)| end > at + 1)
        && !view.says(at + 1, "local")
        && !view.says(at + 1, "central");
    let after_date = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(_))) && !view.touches(at);
    let padded = value < 1000
        && view.after_any(
            at,
            &[
                "at", "by", "until", "from", "to", "since", "around", "about", "before", "after", "between", "and",
                "till",
            ],
        );
    let placed = view.after_any(at, &["at"])
        && !(1900..2100).contains(&value)
        && !counts_something(view, at + 1)
        && value < 2400;
    // A line or an entry that opens with four digits and a dash.
    let opens = opens_entry(view, at)
        && (view.symbol_any(at + 1, &['-', '–', '—', ':', '*']) || view.touches(at + 1) && view.symbol(at + 1, '*'))
        && !(1900..2100).contains(&value);
    (worded || zoned || after_date || padded || placed || opens).then_some((clock, next))
}

/// Whether nothing but marks stands before the token in its block.
fn opens_entry(view: &View, at: usize) -> bool {
    (view.start()..at).all(|i| matches!(view.kind(i), Some(Kind::Symbol(_))))
}

fn named_clock(named: NamedClock) -> Clock {
    let hour = if named == NamedClock::Noon { 12 } else { 0 };
    Clock {
        named: Some(named),
        ..said(hour, 0, DayHalf::TwentyFour)
    }
}

/// "noon", "midnight"
fn named(view: &View, at: usize) -> Option<(Clock, usize)> {
    let (named, next) = view.phrase(&view.lexicon.named_clocks, at)?;
    // "midday" is a part of the day where something leads it ("the midday break").
    if view.says(at, "midday") && view.after_any(at, &["the", "a"]) {
        return None;
    }
    (!view.glued_left(at) && !view.glued_right(next - 1)).then(|| (named_clock(named), next))
}

/// "half past nine", "ten to five", "seven o'clock", "at ten"
fn spoken(view: &View, at: usize) -> Option<(Clock, usize)> {
    if let Some(found) = past_or_to(view, at) {
        return Some(found);
    }
    let (value, next) = number::cardinal(view, at)?;
    let hour = u8::try_from(value).ok().filter(|h| (1..=12).contains(h))?;
    if view.says_any(next, &["o'clock", "oclock", "o’clock"]) {
        return Some((said(hour, 0, DayHalf::Open), next + 1));
    }
    if let Some((half, end)) = meridiem(view, next) {
        return Some((said(hour, 0, DayHalf::Said(half)), end));
    }
    // "nine thirty"
    if view.after_any(at, &["at", "by", "around", "until", "about"])
        && let Some((minute, end)) = number::cardinal(view, next).filter(|(m, _)| (10..60).contains(m))
        && !counts_something(view, end)
    {
        return Some((said(hour, minute as u8, DayHalf::Open), end));
    }
    if value == 1 || view.says(at, "one") {
        return None;
    }
    bare_hour(view, at, hour, next)
}

/// "half past nine", "a quarter to five", "ten past one", "twenty-five minutes to six"
fn past_or_to(view: &View, at: usize) -> Option<(Clock, usize)> {
    let start = if view.says(at, "a") { at + 1 } else { at };
    let (minutes, mut next) = if view.says(start, "half") {
        (30, start + 1)
    } else if view.says(start, "quarter") {
        (15, start + 1)
    } else {
        let (value, next) = number::cardinal(view, start)?;
        (u8::try_from(value).ok().filter(|m| (1..30).contains(m))?, next)
    };
    if view.says_any(next, &["minutes", "minute", "mins"]) {
        next += 1;
    }
    let to = view.says_any(next, &["to", "before", "til", "till", "of"]);
    if !to && !view.says_any(next, &["past", "after"]) {
        return None;
    }
    // "ten to five" may be a count, "ten minutes after noon" a shift: only a quarter or a half is safe with "before".
    if view.says_any(next, &["before", "after", "of", "til", "till"]) && minutes != 15 && minutes != 30 {
        return None;
    }
    // "three to one" are odds.
    let odd = minutes % 5 != 0 && !view.says_any(next - 1, &["minutes", "minute", "mins"]);
    if odd
        || to && view.says(next + 1, "one") && !view.after_any(at, &["at", "by", "until", "around", "about", "since"])
    {
        return None;
    }
    // "half past midnight", "quarter to noon"
    if let Some(named) = view.meaning(&view.lexicon.named_clocks, next + 1) {
        let base = if named == NamedClock::Noon { 12 } else { 0 };
        let (hour, minute) = if to {
            ((base + 23) % 24, 60 - minutes)
        } else {
            (base, minutes)
        };
        return Some((said(hour, minute, DayHalf::TwentyFour), next + 2));
    }
    let (hour, mut end) = match view.number(next + 1) {
        Some(n) if n.digits <= 2 && n.fraction().is_none() => (n.whole, next + 2),
        _ => number::cardinal(view, next + 1)?,
    };
    let hour = u8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?;
    if counts_something(view, end)
        && meridiem(view, end).is_none()
        && view.phrase(&view.lexicon.meridiems, end).is_none()
        && !view.says_any(end, &["in"])
    {
        return None;
    }
    let mut clock = if to {
        said(if hour == 1 { 12 } else { hour - 1 }, 60 - minutes, DayHalf::Open)
    } else {
        said(hour, minutes, DayHalf::Open)
    };
    if let Some((half, next)) = meridiem(view, end) {
        clock.half = DayHalf::Said(half);
        end = next;
    }
    Some((clock, end))
}
