//! Clock times in all their spellings.
//!
//! One would get wrong that a bare number is hardly ever a clock: "at 7" is one only where nothing follows that
//! it could count.

use super::expression::{Clock, DayHalf};
use super::family::Family;
use super::view::View;
use super::{clock_figures, clock_words, zone};
use crate::article::token::{Case, Kind};
use crate::lexicon::time::Meridiem;

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
        ("It failed at [1930 local time].", "2021-10-04T19:30"),
        ("It was back at [approximately 18.25].", "2021-10-04T18:25"),
        ("It failed at [0:50 EDT].", "2021-10-04T00:50"),
        ("By [0:30] all was well.", "2021-10-04T00:30"),
        ("It failed at [0645].", "2021-10-04T06:45"),
        ("It failed at [18.00], as always.", "2021-10-04T18:00"),
        ("At [18.00] it failed.", "2021-10-04T18:00"),
        (
            "It failed at [0645] and ran freely from [1120].",
            "2021-10-04T06:45 2021-10-04T11:20",
        ),
        ("Nothing ran until [two or so].", "2021-10-04T14:00"),
        ("It was back at [8-ish].", "2021-10-04T08:00"),
        ("It failed at [15h50].", "2021-10-04T15:50"),
        ("It failed at [11h UTC].", "2021-10-04T11:00"),
        ("It failed around [7:33p ET].", "2021-10-04T19:33"),
        ("It failed at [2: 40 pm].", "2021-10-04T14:40"),
        ("It failed at [2. 40 pm].", "2021-10-04T14:40"),
        ("[18.16] - First alarms were heard.", "2021-10-04T18:16"),
        ("[2021-10-04 15.26] Pumps fail.", "2021-10-04T15:26"),
        ("As of [9.05 this morning] it is down.", "2021-10-04T09:05"),
        ("Work goes on from [00.01 tonight].", "2021-10-05T00:01"),
        ("By [10.00], all pumps were back.", "2021-10-04T10:00"),
        ("By [10.40] #PumpsDown was trending.", "2021-10-04T10:40"),
        (
            "It was slow between [9] and [10:30].",
            "2021-10-04T09:00 2021-10-04T10:30",
        ),
        ("It failed at [18.05] and came back.", "2021-10-04T18:05"),
        ("Staff knew by [09.00] at the mill.", "2021-10-04T09:00"),
        ("[2140]  lifts stop on all floors", "2021-10-03T21:40"),
        ("It has been down since [half nine].", "2021-10-04T09:30"),
        ("By [half past two] pumps were back.", "2021-10-04T14:30"),
        ("The mill was dark until after [eight].", "2021-10-04T08:00"),
        ("It failed at [half past nine].", "2021-10-04T09:30"),
        ("It failed at [quarter to five].", "2021-10-04T16:45"),
        ("It failed at [a quarter past six in the morning].", "2021-10-04T06:15"),
        ("It failed at [ten past one].", "2021-10-04T13:10"),
        ("By [half past midnight] all was well.", "2021-10-04T00:30"),
        ("It failed at [15 mins past midnight].", "2021-10-04T00:15"),
        ("By [half-past nine] all was well.", "2021-10-04T09:30"),
        ("It failed around [noon].", "2021-10-04T12:00"),
        ("It failed at [midday].", "2021-10-04T12:00"),
        ("It failed at [six o'clock].", "2021-10-04T18:00"),
        ("It failed at [6 o'clock in the evening].", "2021-10-04T18:00"),
        ("The counter closed at [ten].", "2021-10-04T10:00"),
        ("The first alarm came at [nine thirty].", "2021-10-04T09:30"),
        ("The first alarm came at [ten-fifteen].", "2021-10-04T10:15"),
        ("It came back just after [6].", "2021-10-04T18:00"),
        ("The belt had stopped just before [one].", "2021-10-04T13:00"),
        ("The trouble started after [five].", "2021-10-04T17:00"),
        ("It was shut until [1725 GMT].", "2021-10-04T17:25"),
        (
            "Between [9:40] and [10] nobody got through.",
            "2021-10-04T09:40 2021-10-04T10:00",
        ),
        ("Staff were told at [1505 hrs].", "2021-10-04T15:05"),
        ("Staff were told at around [1500 hours].", "2021-10-04T15:00"),
        ("It failed at [20] ([07:00 AEDT]).", "2021-10-04T20:00 2021-10-05T07:00"),
        (
            "It failed at [9 p.m.]; staff knew at [10.40 hrs].",
            "2021-10-03T21:00 2021-10-03T10:40",
        ),
        ("It was down as of [9.45].", "2021-10-04T09:45"),
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
        ("It did not come back until [nearly eleven].", "2021-10-04T11:00"),
        ("A queue was set up from [half eight].", "2021-10-04T08:30"),
        ("[Noon-ish] the pictures stopped.", "2021-10-04T12:00"),
    ],
    never: &[
        "It gave up after three.",
        "It left after five attempts.",
        "It listens on port 8080.",
        "The huts were parted by five or so miles.",
        "The team grew from 1120 to 1300 people.",
        "The ratio was 5:1.",
        "They met at 12 offices.",
        "About 5 of them failed.",
        "Error 503 at 10 Downing Street.",
        "Version 4.17.2 at 4.30 per cent.",
        "The reports peaked at 31,000.",
        "The odds were three to one.",
        "Power was back to about four in five homes.",
        "They looked just after one of the pumps and met at one point.",
        "Plan 11a was chosen.",
        "The clocks of the mill (GMT-07:00) are old.",
        "Shares rose by 10.00, more than hoped.",
        "2.50 - Tea with milk.",
        "The price stood at 18.05 crowns.",
        "He sold it at half five pounds.",
        "1200 lamps went out on all floors",
        "Each costs 2021 15.26 Crowns.",
        "The visitors won by 4 to 2.",
        "It returned an HTTP 500 for 1 in 7 requests.",
        "It is back in about three in four homes.",
        "Call 555-0123 for help.",
        "They flew on UA 1730 to Denver.",
        "The road is the A40, and then Highway 101.",
        "She sat in Room 1130.",
        "The clip stands at 404 lines.",
        "Interstate 95 was closed at Exit 24.",
        "Flight 370 was lost on Route 66.",
        "They trailed with 2:35 left.",
        "He took the 7:15 to Paris.",
        "The teams were tied at 3 for long.",
        "A Boeing 747 landed.",
        "The disk held 1,024 MB.",
        "Neither § 230 nor Article 50 applies.",
    ],
};

/// A clock time at a position; with the position after it.
pub fn clock(view: &View, at: usize) -> Option<(Clock, usize)> {
    match view.kind(at)? {
        Kind::Clock(_) => colon(view, at),
        Kind::Number(_) => clock_figures::figures(view, at).or_else(|| {
            let minutes = view.says_any(at + 1, &["minutes", "minute", "mins"]);
            let past = view.says_any(at + 2, &["past", "to"]);
            (minutes && past).then(|| clock_words::past_or_to(view, at)).flatten()
        }),
        Kind::Word { .. } => clock_words::named(view, at).or_else(|| clock_words::spoken(view, at)),
        _ => None,
    }
}

pub(super) fn said(hour: u8, minute: u8, half: DayHalf) -> Clock {
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
    // "(GMT-07:00)"
    if view.glued_left(at)
        && view.symbol_any(at.wrapping_sub(1), &['-', '+', '−'])
        && view.touches(at - 1)
        && view.says_any(at.wrapping_sub(2), &["gmt", "utc"])
    {
        return None;
    }
    let mut clock = said(figures.hour, figures.minute, DayHalf::Open);
    clock.second = figures.second;
    if let Some((half, next)) = meridiem(view, at + 1).or_else(|| letter(view, at + 1)) {
        clock.half = half_of(figures.hour, half);
        return Some((clock, next));
    }
    // "the 7:15 to Paris" is a train.
    if view.after_any(at, &["the"])
        && view.says_any(at + 1, &["to", "from"])
        && view.case(at + 2) == Some(Case::Capital)
    {
        return None;
    }
    // "with 2:35 left in the quarter"
    if view.says_any(at + 1, &["left", "remaining"])
        || view.says(at + 1, "to") && view.says_any(at + 2, &["go", "play"])
    {
        return None;
    }
    // "0:07" is how far a player has come, or a score; "0:07 CET" and "by 0:30 all was well" are times of day.
    let led = view.after_any(at, &["at", "by", "around", "about", "until", "since"])
        && !view.says_any(at + 1, &["in", "into", "of"]);
    if figures.hour == 0 && !figures.padded && !led && zone::named(view, at + 1).is_none() {
        return None;
    }
    if figures.hour == 0 || figures.hour > 12 || (figures.padded && figures.hour < 10) {
        clock.half = DayHalf::TwentyFour;
    }
    // "5:1" is a ratio, and so is a clock in front of "ratio" or behind "of".
    let next = hours_word(view, at + 1);
    if next > at + 1 {
        clock.half = DayHalf::TwentyFour;
    }
    Some((clock, next))
}

/// The clock of a stamp, behind the colon or the stroke that joins it to its date.
pub fn stamped(view: &View, at: usize) -> Option<(Clock, usize)> {
    let Some(Kind::Clock(figures)) = view.kind(at).filter(|_| view.symbol_any(at - 1, &[':', '/'])) else {
        return None;
    };
    let mut clock = said(figures.hour, figures.minute, DayHalf::TwentyFour);
    clock.second = figures.second;
    (figures.hour < 24).then_some((clock, at + 1))
}

/// Whether a figure runs on to its left; a bracket, a quote, "T+", "~" and a leading dash do not count.
pub(super) fn joined(view: &View, at: usize) -> bool {
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
pub(super) fn meridiem(view: &View, at: usize) -> Option<(Meridiem, usize)> {
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

/// "7:33p": the first letter of a meridiem, where it touches its figures.
pub(super) fn letter(view: &View, at: usize) -> Option<(Meridiem, usize)> {
    if !view.touches(at)
        || view.touches(at + 1) && matches!(view.kind(at + 1), Some(Kind::Word { .. } | Kind::Number(_)))
    {
        return None;
    }
    let half = match view.text(at) {
        "a" | "A" => Meridiem::Am,
        "p" | "P" => Meridiem::Pm,
        _ => return None,
    };
    Some((half, at + 1))
}

/// A meridiem behind "13:06" is a slip: the figures say enough.
pub(super) fn half_of(hour: u8, half: Meridiem) -> DayHalf {
    if hour > 12 || hour == 0 {
        DayHalf::TwentyFour
    } else {
        DayHalf::Said(half)
    }
}

/// The position after "h", "hrs", "hours" behind a 24-hour clock.
pub(super) fn hours_word(view: &View, at: usize) -> usize {
    if view.says_any(at, &["hrs", "hours", "h", "uhr"]) {
        view.skip_inner_dot(at + 1)
    } else {
        at
    }
}
