//! Clock times in figures without a colon: 7pm, 7.30pm, 1930 GMT, 0645, 15h50, "at 7".
//!
//! One would get wrong what else a figure counts: the fewer its digits, the more its neighbours must say.

use super::clock::{half_of, hours_word, joined, letter, meridiem, said};
use super::clock_words::named_clock;
use super::expression::{Clock, DayHalf};
use super::view::View;
use super::zone;
use crate::article::token::{Case, Gap, Kind, Number};
use crate::lexicon::prose::Function;
use crate::lexicon::time::CLOCK_SIGNS;

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

/// What opens the name of somebody who does something.
const FIRST_OF_A_DOER: &[&str] = &[
    "the", "a", "an", "we", "they", "he", "she", "our", "its", "their", "all", "both",
];

/// "7pm", "7.30pm", "1930 GMT", "0645", "15h50", "at 7"
pub(super) fn figures(view: &View, at: usize) -> Option<(Clock, usize)> {
    let number = view.number(at)?;
    if number.grouped || joined(view, at) || is_share(view, at, number.whole) {
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

/// "Around 4 in 10 attempts", "by 1 in 3 users"
fn is_share(view: &View, at: usize, part: u64) -> bool {
    let whole = view.number(at + 2).filter(|_| view.says(at + 1, "in"));
    let length = view.meaning(&view.lexicon.units, at + 3).is_some();
    whole.is_some_and(|whole| part < whole.whole && whole.digits <= 3) && !length
}

/// "4.30pm", "11.16 h", "at 8.22"
fn dotted(view: &View, at: usize, hour: u8, minute: u8) -> Option<(Clock, usize)> {
    let mut clock = said(hour, minute, DayHalf::Open);
    if let Some((half, next)) = meridiem(view, at + 1).or_else(|| letter(view, at + 1)) {
        clock.half = half_of(hour, half);
        return Some((clock, next));
    }
    let next = hours_word(view, at + 1);
    let in_hours = next > at + 1;
    // "At 8.05 hrs", "06.12": who writes it so counts to twenty-four.
    let padded = hour < 10 && view.number(at).is_some_and(|number| number.digits == 2);
    if hour > 12 || hour == 0 || padded || in_hours {
        clock.half = DayHalf::TwentyFour;
    }
    let worded = in_hours || zone::named(view, next).is_some();
    let stands = || dotted_at_head(view, at) || dotted_in_sentence(view, at, hour, minute);
    (worded || hour <= 23 && stands()).then_some((clock, next))
}

/// Whether dotted figures at the head of a line are its clock.
fn dotted_at_head(view: &View, at: usize) -> bool {
    let two_figures = view.number(at).is_some_and(|n| n.digits == 2);
    let word = |at: usize| matches!(view.kind(at), Some(Kind::Word { .. }));
    let capital = view.case(at + 1) == Some(Case::Capital);
    // "18.16 - First alarms"
    let before_mark = two_figures
        && opens_entry(view, at)
        && view.symbol_any(at + 1, &['-', '–', '—', ':'])
        && (word(at + 2) || view.touches(at + 3) && word(at + 3));
    // "h 6.58 - The modem restarts", "kl. 14.05 Everything is back"
    let behind_word = view.after_any(at, CLOCK_SIGNS) && opens_entry(view, at - 1) && !view.touches(at);
    // "2021-10-04 15.26 Pumps fail"
    let whole_date = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(date)) if date.digits[0] == 4);
    let behind_date = whole_date && opens_entry(view, at - 1) && capital;
    // "04Oct21 15.26  2 pumps fail"
    let behind_glued = behind_glued_date(view, at) && (view.opens_column(at + 1) || capital);
    // "09.30", alone in its line above a post.
    let alone = two_figures
        && opens_entry(view, at)
        && view.token(at + 1).is_none_or(|token| token.gap >= Gap::Line)
        && !view.touches(at);
    before_mark || alone || behind_word || two_figures && !view.touches(at) && (behind_date || behind_glued)
}

/// Whether what stands around dotted figures in a sentence makes a clock of them, and no price.
fn dotted_in_sentence(view: &View, at: usize, hour: u8, minute: u8) -> bool {
    let counted = counts_something(view, at + 1);
    let as_of = view.says(at.wrapping_sub(1), "of") && view.after_any(at - 1, &["as"]);
    let led = view.after_any(at, &["at", "by", "until", "since", "from", "around", "about"]) || as_of;
    // "as of 11.30 this morning", "at 21.02 today": the day behind it tells what the figures are.
    let before_day = view.says_any(at + 1, &["today", "yesterday", "tonight"])
        || view.says(at + 1, "this") && view.lexicon.parts.begins(view.word(at + 2));
    // "at 18.05", "by 09.00": what no clock of twelve hours writes.
    let of_day = hour > 12 || hour < 10 && view.number(at).is_some_and(|n| n.digits == 2);
    let unlike_price = (led || view.after_any(at, &["between"])) && of_day && !counted;
    // "between 08.20 and 11.00"
    let ends_stretch = view.after_any(at, &["and", "to"])
        && view.after_any(at.wrapping_sub(2), &["between", "from"])
        && matches!(view.number(at - 2).and_then(|n| n.fraction()), Some((0..60, 2)));
    // "By 10.00, all was back": a sentence does not begin with a price.
    let opens_sentence = minute == 0
        && hour >= 6
        && view.symbol(at + 1, ',')
        && view.after_any(at, &["by", "at", "until", "since", "from"])
        && view.case(at - 1) == Some(Case::Capital);
    // "At 11.05 the agency told …"
    let opens_sentence = opens_sentence
        || hour >= 6
            && !counted
            && view.after_any(at, &["by", "at"])
            && view.case(at - 1) == Some(Case::Capital)
            && (view.symbol(at + 1, ',') && minute > 0 || view.says_any(at + 1, FIRST_OF_A_DOER));
    // "At 8.45 Quillo Air issued a statement"
    let opens_sentence = opens_sentence
        || (6..24).contains(&hour)
            && minute >= 10
            && view.after_any(at, &["at"])
            && view.case(at - 1) == Some(Case::Capital)
            && view.case(at + 1) == Some(Case::Capital);
    // "at approximately 8.22"
    let hedged = view.after_any(at, &["about", "approximately", "roughly"]);
    let placed = view.after_any(at, CLOCK_PREPOSITIONS)
        && (10..60).contains(&minute)
        && !counted
        && view.after_any(
            at - usize::from(hedged),
            &[
                "at", "by", "until", "from", "since", "around", "to", "before", "after", "between", "and",
            ],
        );
    // "Updated at 17.10 to add"
    let stamps = view.after_any(at, &["at"]) && view.after_any(at.wrapping_sub(1), &["updated", "posted", "published"]);
    // "Still dead as of 9.45."
    let stands = as_of && hour > 0 && (10..60).contains(&minute) && !counted;
    led && before_day || stands || unlike_price || ends_stretch || opens_sentence || placed || stamps
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
    // "Tue 10/30 7a", "Mon 5p": a letter says enough behind a day.
    let behind_day = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(_)))
        || view.lexicon.weekdays.begins(view.word(at.wrapping_sub(1)));
    if behind_day
        && !view.touches(at)
        && (1..=12).contains(&hour)
        && let Some((half, next)) = letter(view, at + 1)
    {
        clock.half = half_of(hour, half);
        return Some((clock, next));
    }
    if view.says_any(at + 1, &["o'clock", "oclock", "o’clock"]) {
        return (hour <= 12).then_some((clock, at + 2));
    }
    // "9: 40 pm", "9. 40 pm", as pages are copied.
    if view.symbol_any(at + 1, &[':', '.'])
        && view.touches(at + 1)
        && !view.touches(at + 2)
        && let Some(minutes) = view.number(at + 2).filter(|m| m.digits == 2 && m.whole < 60)
        && let Some((half, next)) = meridiem(view, at + 3)
    {
        let clock = said(hour, minutes.whole as u8, half_of(hour, half));
        return Some((clock, next));
    }
    // "1H21" is a half of a year.
    if view.says(at + 1, "h") && view.touches(at + 1) && (hour > 2 || view.case(at + 1) == Some(Case::Lower)) {
        if let Some(minutes) = view
            .number(at + 2)
            .filter(|m| m.digits == 2 && m.whole < 60 && view.touches(at + 2))
        {
            // "4h 33m" and "3h42m" are lengths, and so is "for 2h05".
            if view.touches(at + 3) && view.says_any(at + 3, &["m", "min", "mins", "s"]) || lasts(view, at) {
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
        // "at 11h UTC", "Fri 3 May, 17h" at the end of a line, but "after 11h" and "at 11h of work" are lengths.
        let led = zone::named(view, at + 2).is_some() && !view.touches(at + 2)
            || view.symbol(at.wrapping_sub(1), ',') && at + 2 == view.end() && hour > 5;
        return (led && hour < 24).then_some((said(hour, 0, DayHalf::TwentyFour), at + 2));
    }
    if range_opens(view, at + 1) && hour <= 12 && hour > 0 && !joined(view, at) {
        return Some((clock, at + 1));
    }
    bare_hour(view, at, hour, at + 1)
}

/// "Down for 2h05", "it lasted 2h05", "fixed in 2h05", "Downtime: 2h05", "T+1h05": whether what stands before says that it is a length.
fn lasts(view: &View, at: usize) -> bool {
    let planned = &[
        "planned",
        "scheduled",
        "set",
        "due",
        "expected",
        "billed",
        "rescheduled",
        "called",
    ];
    const LENGTHS: &[&str] = &[
        "downtime", "duration", "length", "lasted", "total", "mttr", "mttd", "mtta",
    ];
    const LONGEST_LABEL: usize = 4;
    // "Time to resolve: 1h42", "Time to detect | 0h19"
    let mark = at.wrapping_sub(1);
    let label = mark.saturating_sub(LONGEST_LABEL).max(view.start())..mark;
    let time_to = |it: usize| view.says(it, "time") && view.says(it + 1, "to");
    let labelled =
        view.symbol_any(mark, &[':', '|']) && label.into_iter().any(|it| view.says_any(it, LENGTHS) || time_to(it));
    labelled
        || view.after_any(
            at,
            &[
                "lasted", "lasting", "lasts", "took", "takes", "within", "in", "downtime",
            ],
        )
        || view.after_any(at, &["for"]) && !view.says_any(at.wrapping_sub(2), planned)
        || view.symbol_any(at.wrapping_sub(1), &['+', '-', '−']) && view.says_any(at.wrapping_sub(2), &["t"])
}

/// "2-3pm", "between 2 and 4 p.m.": a clock with its half of the day follows behind a dash or "to". "Between 9 and
/// 10:30" leaves no doubt without it.
fn range_opens(view: &View, at: usize) -> bool {
    let led = view.says(at, "and") && view.after_any(at - 1, &["between"])
        || view.says_any(at, &["to", "until", "till"]) && view.after_any(at - 1, &["from"]);
    if led && matches!(view.kind(at + 1), Some(Kind::Clock(_))) {
        return true;
    }
    let parted = view.symbol_any(at, &['-', '–', '—']) || view.says_any(at, &["to", "until", "and", "or"]);
    parted
        && match view.kind(at + 1) {
            Some(Kind::Clock(_)) => meridiem(view, at + 2).is_some(),
            Some(Kind::Number(n)) => n.whole <= 12 && n.digits <= 2 && meridiem(view, at + 2).is_some(),
            _ => false,
        }
}

/// "at 7", "By 10", "at ten": only behind a preposition of time, and with nothing behind that it counts.
pub(super) fn bare_hour(view: &View, at: usize, hour: u8, next: usize) -> Option<(Clock, usize)> {
    let placed = view.after_any(
        at,
        &[
            "at", "by", "until", "till", "around", "since", "after", "before", "about", "past",
        ],
    ) && (!view.after_any(at, &["about", "past", "before", "after", "around"]) || clock_led(view, at - 1));
    // "as of 12 PDT"
    let placed =
        placed || view.after_any(at, &["of"]) && view.after_any(at - 1, &["as"]) && zone::named(view, next).is_some();
    // "not until nearly eleven"
    let placed = placed
        || view.after_any(at, &["nearly", "almost"]) && view.after_any(at - 1, &["until", "till", "by", "at", "since"]);
    let placed = placed || ends_stretch(view, at) || begins_beside(view, at, next);
    // "tied at 3"
    let score = view.after_any(at, &["at"])
        && view.says_any(
            at.wrapping_sub(2),
            &["tied", "level", "ranked", "stood", "stuck", "unchanged"],
        );
    // "Until two or so", and no "by five or so miles"
    let or_so =
        view.says(next, "or") && view.says_any(next + 1, &["so", "thereabouts"]) && !counts_something(view, next + 2);
    let other = !is_ish(view, next) && !or_so && (view.glued_right(next - 1) || counts_something(view, next));
    // "at 20 (06:00 AEDT)": the same hour told again says what the figure is.
    let told_again = placed && view.after_any(at, &["at", "by", "until", "since"]) && clock_in_bracket(view, next);
    if told_again && hour < 24 {
        let half = if hour == 0 || hour > 12 {
            DayHalf::TwentyFour
        } else {
            DayHalf::Open
        };
        return Some((said(hour, 0, half), next));
    }
    if score || !placed || hour == 0 || hour > 12 || other {
        return None;
    }
    Some((said(hour, 0, DayHalf::Open), next))
}

/// "It began after five.", "nobody arrived before eight": what begins or comes does so by the clock, where the sentence ends
/// or pauses behind the hour. "Gave up after three" counts.
fn begins_beside(view: &View, at: usize, next: usize) -> bool {
    const BEGINNING: &[&str] = &[
        "began", "begun", "started", "arrived", "left", "opened", "closed", "happened", "home",
    ];
    let closes = next >= view.end() || view.symbol_any(next, &['.', ',', ';', ')', '”', '"']);
    view.after_any(at, &["after", "before"]) && view.after_any(at - 1, BEGINNING) && closes
}

/// "between 9:40 and 10", "from 9:40 p.m. to 10": the full hour at the end of a stretch that a clock opens.
fn ends_stretch(view: &View, at: usize) -> bool {
    let joint = at.wrapping_sub(1);
    let half = view.meaning(&view.lexicon.meridiems, joint.wrapping_sub(1)).is_some();
    let clock = joint.wrapping_sub(1 + usize::from(half));
    let opens = matches!(view.kind(clock), Some(Kind::Clock(_)));
    opens
        && (view.says(joint, "and") && view.after_any(clock, &["between"])
            || view.says(joint, "to") && view.after_any(clock, &["from"]))
}

/// "(06:00 AEDT)": a clock of the full hour with its zone, in a bracket of its own.
fn clock_in_bracket(view: &View, at: usize) -> bool {
    let clock = matches!(view.kind(at + 1), Some(Kind::Clock(clock)) if clock.minute == 0);
    let zone = || {
        let behind = meridiem(view, at + 2).map_or(at + 2, |(_, next)| next);
        zone::named(view, behind).is_some_and(|(_, close)| view.symbol(close, ')'))
    };
    view.symbol(at, '(') && clock && zone()
}

/// "just after 6", "shortly before 8", "around 4": the preposition is led by an adverb, or opens its phrase.
fn clock_led(view: &View, at: usize) -> bool {
    if view.says_any(at, &["around", "about"]) {
        return true;
    }
    view.after_any(
        at,
        &[
            "just", "shortly", "soon", "little", "bit", "right", "minutes", "moments", "until", "till",
        ],
    )
}

/// "8-ish", "noon-ish": nothing is counted so, and no name goes on so.
pub(super) fn is_ish(view: &View, next: usize) -> bool {
    let word = next + usize::from(view.symbol(next, '-'));
    view.touches(next) && view.touches(word) && view.says(word, "ish")
}

/// Whether the token at `next` is something that a number before it could count, or makes it another thing.
pub(super) fn counts_something(view: &View, next: usize) -> bool {
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
        // "By 10.30 #PumpsDown was trending"
        Some(Kind::Code) => !view.text(next).starts_with(['#', '@']),
        Some(Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)) => true,
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
    let reads =
        four_before_words(view, at, value, next) || four_at_head(view, at, value) || four_in_sentence(view, at, value);
    reads.then_some((clock, next))
}

/// Whether what stands behind four figures, up to `next`, makes a clock of them: "hrs", a zone, the end of a stretch.
fn four_before_words(view: &View, at: usize, value: u64, next: usize) -> bool {
    // "at around 1300 hours" is no length, whatever its figures.
    let hedged = view.after_any(at, &["around", "about", "approximately", "roughly"]);
    let led = view.after_any(at - usize::from(hedged), &["at", "@", "by", "until", "till"]);
    // "since 1305 hours", "after 0700 hours": a length has rounder figures.
    let no_length = (!(1000..=2100).contains(&value) || !value.is_multiple_of(100))
        && view.text(at).len() == 4
        && view.after_any(at, CLOCK_PREPOSITIONS);
    let in_hours = next > at + 1 && (!view.says(at + 1, "hours") || value < 2400 && (led || no_length));
    let zoned = zone::named(view, at + 1).is_some_and(|(_, end)| end > at + 1)
        && (!view.says_any(at + 1, &["local", "central"]) || view.says(at + 2, "time"));
    // "2100 to 2145 hrs": what stands behind the end says what both are.
    let to = view.says_any(at + 1, &["to", "until", "and"]) || view.symbol_any(at + 1, &['-', '–']);
    let other = view.number(at + 2).filter(|n| n.digits == 4);
    let ranged = to && other.is_some_and(|n| n.whole < 2400 && n.whole % 100 < 60) && hours_word(view, at + 3) > at + 3;
    in_hours || zoned || ranged
}

/// Whether four figures at the head of a line, or behind its date, are its clock.
fn four_at_head(view: &View, at: usize, value: u64) -> bool {
    let behind_date = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(_))) && !view.touches(at);
    // "1815 - Pumps fail", "1815* Pumps fail"
    let before_mark = view.symbol_any(at + 1, &['-', '–', '—', ':', '*']) && !is_recent_year(value);
    // "0352   LOW PRESSURE ALARM": a column of its own.
    let in_column = view.opens_column(at + 1) && view.case(at + 1).is_some();
    behind_date || (before_mark || in_column) && opens_entry(view, at)
}

/// Whether four figures in a sentence are a clock: with a nought in front more may lead them.
fn four_in_sentence(view: &View, at: usize, value: u64) -> bool {
    let padded = value < 1000
        && view.after_any(
            at,
            &[
                "at", "by", "until", "from", "to", "since", "around", "about", "before", "after", "between", "and",
                "till",
            ],
        );
    // "which is 0400 on April 26", "at about 1612 on Thursday"
    let led = view.after_any(at, CLOCK_PREPOSITIONS) && !is_recent_year(value) && value < 2400;
    let on_day = (value < 1000 || led)
        && view.says(at + 1, "on")
        && (view.lexicon.months.begins(view.word(at + 2)) || view.lexicon.weekdays.begins(view.word(at + 2)));
    let placed =
        view.after_any(at, &["at"]) && !is_recent_year(value) && !counts_something(view, at + 1) && value < 2400;
    padded || on_day || placed || beside_another(view, at, value) || in_unmarked_text(view, at, value)
}

/// "Shortly before 1620", in a text that has told what happened "at about 1538 on Tuesday": no year, as "open since 1856" is.
pub(super) fn in_unmarked_text(view: &View, at: usize, value: u64) -> bool {
    const YEARS_SINCE: std::ops::Range<u64> = 1700..1900;
    view.unmarked_clocks
        && value < 2400
        && value % 100 < 60
        && !is_recent_year(value)
        && view.after_any(at, CLOCK_PREPOSITIONS)
        && !(view.after_any(at, &["since", "for"]) && YEARS_SINCE.contains(&value))
        && (view.says(at + 1, "to") || !counts_something(view, at + 1))
}

/// "40% at 0830 and all of it from 1120", "between 2200 and 0300": whether what the sentence writes with a nought in front
/// says that these figures are a clock as well.
fn beside_another(view: &View, at: usize, value: u64) -> bool {
    let clock = |n: &Number| n.digits == 4 && !n.grouped && n.fraction().is_none() && n.whole < 1000;
    let with_nought = |other: usize| {
        let figures = view.number(other).filter(|n| clock(n) && n.whole % 100 < 60);
        figures.is_some() && view.after_any(other, CLOCK_PREPOSITIONS) && !view.glued_left(other)
    };
    value < 2400
        && !is_recent_year(value)
        && view.after_any(at, CLOCK_PREPOSITIONS)
        && !counts_something(view, at + 1)
        && (view.start()..view.end()).any(with_nought)
}

/// Whether four figures may be a year of which news tells.
fn is_recent_year(value: u64) -> bool {
    (1900..2100).contains(&value)
}

/// "04Oct21" at the head of a line, right before the token.
fn behind_glued_date(view: &View, at: usize) -> bool {
    let glued = at >= 3 && view.touches(at - 2) && view.touches(at - 1);
    glued
        && opens_entry(view, at - 3)
        && view.number(at - 3).is_some_and(|n| n.digits <= 2)
        && view.lexicon.months.begins(view.word(at - 2))
        && view.number(at - 1).is_some_and(|n| matches!(n.digits, 2 | 4))
}

/// Whether nothing but marks stands before the token in its block.
fn opens_entry(view: &View, at: usize) -> bool {
    (view.start()..at).all(|i| matches!(view.kind(i), Some(Kind::Symbol(_))))
}
