//! Weekdays, days counted from now or from the story, weeks and months picked out, holidays, seasons, quarters.
//!
//! One would get wrong that "last", "the following" and "that" count from different places: the moment of writing,
//! the story's own day, and the day just named.

use super::expression::{Day, PartOfDay};
use super::family::Family;
use super::view::View;
use super::{beside, date, decade, holiday, quarter, season, week, weekday};
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::value::Part;

/// This family.
pub const FAMILY: Family = Family {
    name: "days and other units of the calendar",
    what: "Monday, last Friday, the following day, today, last night, overnight, last week, this month, Monday of last week, a rainy Tuesday",
    found: &[
        ("It failed on [Friday].", "2021-10-01"),
        ("It will end on [Friday].", "2021-10-08"),
        (
            "It was said on [Friday] that it will end on [Thursday].",
            "2021-10-01 2021-10-07",
        ),
        ("The funeral will be held [this Friday].", "2021-10-08"),
        ("The hearing is on [Wednesday].", "2021-10-06"),
        ("[Tuesday]'s hearing will be short.", "2021-10-05"),
        ("Winter sales start on [Sunday].", "2021-10-10"),
        ("Strikes will hit travel from [Wednesday].", "2021-10-06"),
        ("They were told to leave by [Thursday].", "2021-10-07"),
        ("They raced to find the money by [Thursday].", "2021-10-07"),
        ("Crowds stood outside until [Friday].", "2021-10-01"),
        ("Staff were busy throughout [the day].", "2021-10-04"),
        ("It failed [last Monday].", "2021-09-27"),
        ("It failed, [past Saturday], in the dark.", "2021-10-02"),
        ("It was sorry, following [Friday]'s failure.", "2021-10-01"),
        ("It gave the following statement [Friday].", "2021-10-01"),
        ("It opens [next Tuesday].", "2021-10-05"),
        ("It failed [today].", "2021-10-04"),
        ("It failed [yesterday].", "2021-10-03"),
        ("It failed [the day before yesterday].", "2021-10-02"),
        (
            "It was back on [Sunday] after an outage [the night before].",
            "2021-10-03 2021-10-02TNI",
        ),
        (
            "It failed on [Friday]; they met [the morning after].",
            "2021-10-01 2021-10-02TMO",
        ),
        (
            "It failed on [Friday]; they met on [the morning after the failure].",
            "2021-10-01 2021-10-02TMO",
        ),
        ("It came back in [the morning] after a restart.", "2021-10-04TMO"),
        ("It will open [tomorrow].", "2021-10-05"),
        ("It failed on [Tuesday of last week].", "2021-09-28"),
        ("It opens [Friday next week].", "2021-10-15"),
        ("It failed on [a Friday].", "XXXX-WXX-5"),
        ("It failed on [a rainy Tuesday night].", "XXXX-WXX-2TNI"),
        ("It failed [the week before last].", "2021-W38"),
        ("It failed in [2019]; [the year before], it had not.", "2019 2018"),
        ("It failed twice in [the last quarter].", "2021-Q3"),
        ("It failed [last night].", "2021-10-03TNI"),
        (
            "It failed on [Friday]; [the night before], nobody noticed.",
            "2021-10-01 2021-09-30TNI",
        ),
        ("It failed [last evening].", "2021-10-03TEV"),
        (
            "It failed on [Tuesday (28th)], or on [Sunday night (26th)].",
            "2021-09-28 2021-09-26TNI",
        ),
        ("It failed on [last Tuesday 28th].", "2021-09-28"),
        ("It failed [this morning].", "2021-10-04TMO"),
        ("It failed [tomorrow morning], it will turn out.", "2021-10-05TMO"),
        ("It failed [last week].", "2021-W39"),
        ("It will open by [year-end].", "2021"),
        ("It will open by [the year's end].", "2021"),
        ("It failed [earlier this month].", "2021-10"),
        ("It failed [last month].", "2021-09"),
        ("It will open [next year].", "2022"),
        ("It failed [last June].", "2021-06"),
        ("It failed [last July 25], and again.", "2021-07-25"),
        ("It failed over [the weekend].", "2021-W39-WE"),
        ("It failed over [the long weekend].", "2021-W39-WE"),
        ("It failed over [the long Diwali weekend].", "2021-W39-WE"),
        (
            "It failed on [Sunday], and over [the previous weekend].",
            "2021-10-03 2021-W38-WE",
        ),
        (
            "It failed on [Saturday]; [the following day] it was back.",
            "2021-10-02 2021-10-03",
        ),
        (
            "It failed on [Friday]. [That night] it rained.",
            "2021-10-01 2021-10-01TNI",
        ),
        (
            "It failed on [Friday] and, on [the same day], again.",
            "2021-10-01 2021-10-01",
        ),
        (
            "It failed on [Friday]; it was moved [the Wednesday before].",
            "2021-10-01 2021-09-29",
        ),
        ("It has failed since [the Friday].", "2021-10-01"),
        (
            "It failed on [Friday]; the log of [the day of the outage] is gone.",
            "2021-10-01 2021-10-01",
        ),
        ("It failed [early on Friday].", "2021-10-01"),
        ("It failed [late Sunday].", "2021-10-03"),
        ("The market opened late on [Sunday].", "2021-10-03"),
        (
            "Trading stopped on [Friday] and the market closed early [the same day].",
            "2021-10-01 2021-10-01",
        ),
        ("It will be back by [the end of the month].", "2021-10"),
        ("It was the worst outage of [the year].", "2021"),
        ("The trains stopped on [that hot Thursday].", "2021-10-07"),
    ],
    never: &[
        "We prepare for these moments.",
        "They sat in the sun.",
        "It failed this time.",
        "He wed her.",
        "It was a last-minute change.",
        "Fri is short for something.",
        "She reads the Sunday Herald? No: the sun rose.",
        "Back in the day they paid.",
        "It stood in USA Today.",
        "She told the Today programme so.",
        "She told USA TODAY so.",
        "The next step is a review.",
        "It is the same thing.",
        "A barber, Mr Sunday Okoro, spent more on petrol.",
        "Mrs. Friday Ade saw it.",
    ],
};

/// What is called by a day.
const PROGRAMMES: &[&str] = &["programme", "program", "show", "newspaper", "magazine", "podcast"];

/// What a day expression gives: the day, and a part of it where the word has one ("tonight").
pub type Found = (Day, Option<PartOfDay>, usize);

/// A day at a position.
pub fn day(view: &View, at: usize) -> Option<Found> {
    if !matches!(view.kind(at)?, Kind::Word { .. }) || view.glued_left(at) && !behind_edge(view, at) {
        return week::numbered(view, at)
            .or_else(|| stretch(view, at))
            .map(|(day, next)| (day, None, next));
    }
    beside::beside(view, at)
        .map(|(d, n)| (d, None, n))
        .or_else(|| deictic(view, at))
        .or_else(|| holiday::holiday(view, at).map(|(d, n)| (d, None, n)))
        .or_else(|| week::numbered(view, at).map(|(d, n)| (d, None, n)))
        .or_else(|| weekday::weekday(view, at).map(|(d, n)| (d, None, n)))
        .or_else(|| weekday::some_weekday(view, at).map(|(d, n)| (d, None, n)))
        .or_else(|| quarter::same_part(view, at).map(|(d, n)| (d, None, n)))
        .or_else(|| picked(view, at))
        .or_else(|| stretch(view, at).map(|(d, n)| (d, None, n)))
}

/// A longer stretch of the calendar than a day; with the position after it.
fn stretch(view: &View, at: usize) -> Option<(Day, usize)> {
    season::season(view, at)
        .or_else(|| decade::decade(view, at))
        .or_else(|| quarter::quarter(view, at))
}

/// "mid-week", "late-Monday"
fn behind_edge(view: &View, at: usize) -> bool {
    view.symbol(at - 1, '-')
        && at >= 2
        && (view.lexicon.edges.begins(view.word(at - 2)) || view.says_any(at - 2, &["pre", "post"]))
}

fn deictic(view: &View, at: usize) -> Option<Found> {
    if view.says(at, "overnight") && !view.glued_right(at) {
        return Some((
            Day::Overnight,
            Some(PartOfDay {
                part: Part::Night,
                edge: None,
            }),
            at + 1,
        ));
    }
    let (deictic, next) = view.phrase(&view.lexicon.deictics, at)?;
    // "USA Today", "USA TODAY"
    let named = view.case(at) == Some(Case::Capital)
        && at > view.start()
        && matches!(view.case(at - 1), Some(Case::Upper | Case::Capital));
    // "The Today programme"
    let programme = view.case(at) == Some(Case::Capital)
        && view.says_any(at.wrapping_sub(1), &["the", "'s", "’s"])
        && view.says_any(next, PROGRAMMES);
    if named || programme || view.after_any(at, &["usa"]) {
        return None;
    }
    // "today's" is a day all the same; a show called "Today" stands in capitals inside a sentence.
    let part = deictic.part.map(|part| PartOfDay { part, edge: None });
    Some((Day::Deictic(deictic.days), part, next))
}

/// "the day of the outage"
fn own_day(view: &View, at: usize) -> Option<Found> {
    const TROUBLES: &[&str] = &[
        "outage",
        "incident",
        "failure",
        "crash",
        "disruption",
        "blackout",
        "breakdown",
    ];
    let of = view.says(at, "the") && view.says(at + 1, "day") && view.says(at + 2, "of");
    let led = view.says_any(at + 3, &["the", "this", "that", "our"]);
    let day = Day::Unit {
        unit: Unit::Day,
        picker: Picker::Same,
    };
    (of && led && view.says_any(at + 4, TROUBLES)).then_some((day, None, at + 5))
}

/// "last week", "the following morning", "that night", "last June", "this summer", "the day before"
fn picked(view: &View, at: usize) -> Option<Found> {
    if let Some(found) = neighbouring_day(view, at).or_else(|| own_day(view, at)) {
        return Some(found);
    }
    let (picker, next) = view.phrase(&view.lexicon.pickers, at)?;
    // "Last July 25", "in this Nov. 8, 2019, file photo": that day, and no month.
    if let (Picker::Last | Picker::ThisPast | Picker::This, Some((day @ Day::Date(date), end))) =
        (picker, date::date(view, next))
        && date.month.is_some()
        && date.day.is_some()
        && (picker != Picker::This || date.year.is_some())
    {
        return Some((day, None, end));
    }
    if let Some(month) = view.meaning(&view.lexicon.months, next)
        && (!month.doubtful
            || view.case(next) == Some(Case::Capital) && picker != Picker::This && picker != Picker::Same)
    {
        return Some((
            Day::PickedMonth {
                month: month.number,
                picker,
            },
            None,
            if view.text(next).len() <= 4 && !view.says_any(next, &["may", "june", "july"]) {
                view.skip_inner_dot(next + 1)
            } else {
                next + 1
            },
        ));
    }
    if let Some(season) = view.meaning(&view.lexicon.seasons, next) {
        let year = view
            .number(next + 1)
            .filter(|n| n.digits == 4 && (1900..2100).contains(&n.whole))
            .map(|n| n.whole as i32);
        return Some((
            Day::Season {
                season,
                year,
                picker: Some(picker),
            },
            None,
            if year.is_some() { next + 2 } else { next + 1 },
        ));
    }
    if let Some((holiday, end)) = view.phrase(&view.lexicon.holidays, next) {
        return Some((
            Day::Holiday {
                holiday,
                year: None,
                picker: Some(picker),
            },
            None,
            end,
        ));
    }
    // "that night", "the following morning": a part of a day picked out.
    if let Some((part, end)) = view.phrase(&view.lexicon.parts, next)
        && !matches!(picker, Picker::Last | Picker::ThisPast | Picker::Next)
    {
        let part_of_day = Some(PartOfDay {
            part: part.part,
            edge: part.edge,
        });
        return Some((
            Day::Unit {
                unit: Unit::Day,
                picker,
            },
            part_of_day,
            end,
        ));
    }
    if let Some(end) = week::weekend(view, next) {
        return Some((Day::Weekend(picker), None, end));
    }
    let unit = view.meaning(&view.lexicon.units, next)?;
    if view.text(next).ends_with('s') && !matches!(unit, Unit::Century) {
        return None;
    }
    match (unit, picker) {
        // "this second", "last minute", "the same hour" date nothing.
        (Unit::Second | Unit::Minute | Unit::Millisecond | Unit::Hour, _) => None,
        (Unit::Day, Picker::Last | Picker::This | Picker::ThisPast | Picker::Next) => None,
        (Unit::Night, Picker::Last) => None,
        (Unit::Night, _) => Some((
            Day::Unit {
                unit: Unit::Day,
                picker,
            },
            Some(PartOfDay {
                part: Part::Night,
                edge: None,
            }),
            next + 1,
        )),
        (Unit::Weekend, _) => Some((Day::Weekend(picker), None, next + 1)),
        (Unit::Fortnight, _) => None,
        (_, Picker::ThisPast) if picker == Picker::ThisPast && !view.says(at, "this") => None,
        _ => Some((Day::Unit { unit, picker }, None, next + 1)),
    }
}

/// Whether a word ends what is named, so that "before" has nothing behind it.
fn ends_there(view: &View, next: usize) -> bool {
    !matches!(
        view.kind(next),
        Some(Kind::Word { .. } | Kind::Number(_) | Kind::Clock(_) | Kind::Date(_))
    ) || view.meaning(&view.lexicon.function_words, next) == Some(Function::Preposition)
}

/// "the day before", "the next day", "the day after", "the weekend"
fn neighbouring_day(view: &View, at: usize) -> Option<Found> {
    if !view.says(at, "the") {
        return None;
    }
    if let Some(next) = week::weekend(view, at + 1)
        && !(view.says(next, "before") && view.says(next + 1, "last"))
        && !(view.says(next, "after") && view.says(next + 1, "next"))
    {
        return Some((Day::Weekend(Picker::This), None, next));
    }
    if let Some(found) = the_unit(view, at) {
        return Some(found);
    }
    if let Some((picker, part, next)) = neighbouring_part(view, at) {
        let unit = Unit::Day;
        return Some((Day::Unit { unit, picker }, Some(part), next));
    }
    let unit = view.meaning(&view.lexicon.units, at + 1).filter(|u| {
        matches!(
            u,
            Unit::Day | Unit::Night | Unit::Week | Unit::Month | Unit::Year | Unit::Weekend
        )
    })?;
    // "the week before last", "the year after next"
    let away = match (view.says(at + 2, "before"), view.says(at + 2, "after")) {
        (true, _) if view.says(at + 3, "last") => Some(-2),
        (_, true) if view.says(at + 3, "next") => Some(2),
        _ => None,
    };
    if let Some(by) = away.filter(|_| unit != Unit::Day && !view.text(at + 1).ends_with('s')) {
        let night = (unit == Unit::Night).then_some(PartOfDay {
            part: Part::Night,
            edge: None,
        });
        return Some((Day::Away { unit, by }, night, at + 4));
    }
    if unit == Unit::Weekend {
        return None;
    }
    if view.text(at + 1).ends_with('s') {
        return None;
    }
    let part = (unit == Unit::Night).then_some(PartOfDay {
        part: Part::Night,
        edge: None,
    });
    let unit = if unit == Unit::Night { Unit::Day } else { unit };
    if view.says(at + 2, "before") && ends_there(view, at + 3) {
        return Some((
            Day::Unit {
                unit,
                picker: Picker::Previous,
            },
            part,
            at + 3,
        ));
    }
    if view.says(at + 2, "after") && ends_there(view, at + 3) {
        return Some((
            Day::Unit {
                unit,
                picker: Picker::Following,
            },
            part,
            at + 3,
        ));
    }
    None
}

/// "The night before", "the evening before", "the morning after", "the morning after the failure": a part of the day
/// beside the one that was named.
pub(super) fn neighbouring_part(view: &View, at: usize) -> Option<(Picker, PartOfDay, usize)> {
    // "In the morning after a restart" is that day's.
    if !view.says(at, "the") || view.after_any(at, &["in", "during", "throughout", "into", "of"]) {
        return None;
    }
    let (part, side) = view.phrase(&view.lexicon.parts, at + 1)?;
    let picker = match () {
        () if view.says(side, "before") => Picker::Previous,
        () if view.says(side, "after") => Picker::Following,
        () => return None,
    };
    let next = side + 1;
    // "The night before the outage", but "the night before it failed" may be told of any.
    let the = view.says_any(next, &["the", "that", "this"]);
    let noun = view.phrase(&view.lexicon.nouns, next + 1).filter(|_| the);
    let of_trouble = noun.filter(|(noun, _)| matches!(noun, Thing::Trouble | Thing::Incident));
    let preposition = view.meaning(&view.lexicon.function_words, next) == Some(Function::Preposition);
    let ends = !matches!(view.kind(next), Some(Kind::Word { .. } | Kind::Number(_))) || preposition;
    let part = PartOfDay {
        part: part.part,
        edge: part.edge,
    };
    let end = of_trouble.map(|(_, end)| end).or(ends.then_some(next))?;
    (!view.text(side - 1).ends_with('s')).then_some((picker, part, end))
}

/// "the rest of the day", "outages in the month", "the end of the year": the one that the story is on, of days, or
/// that the writer lives in.
fn the_unit(view: &View, at: usize) -> Option<Found> {
    let unit = view.meaning(&view.lexicon.units, at + 1).filter(|u| {
        matches!(
            u,
            Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Quarter
        )
    })?;
    if view.text(at + 1).ends_with('s') || view.glued_right(at + 1) {
        return None;
    }
    let next = at + 2;
    let led = view.before(at).is_some_and(|b| {
        (view.meaning(&view.lexicon.function_words, b) == Some(Function::Preposition) || view.says(b, "throughout"))
            && !view.says_any(b, &["per", "with", "from", "against", "to", "about"])
    });
    // "the day it failed", "the year Rome fell", "the week before", "the year 1950"
    let ends = match view.kind(next) {
        Some(Kind::Word { .. }) => {
            !view.says_any(next, &["before", "after", "that", "when", "of"])
                && matches!(
                    view.meaning(&view.lexicon.function_words, next),
                    Some(Function::Preposition | Function::Coordinator | Function::Auxiliary | Function::Subordinator)
                )
                || view.lexicon.deictics.begins(view.word(next)) && unit == Unit::Day
                || view.says_any(next, &["itself", "so"])
                // "by the end of the decade she ran it"
                || view.says_any(at.wrapping_sub(2), &["end", "start", "beginning", "middle", "rest", "turn"])
                    && view.meaning(&view.lexicon.function_words, next) == Some(Function::Pronoun)
        }
        Some(Kind::Number(_)) => false,
        _ => true,
    };
    let picker = if unit == Unit::Day { Picker::Same } else { Picker::This };
    // "the end of the day today" is today.
    let today = view.says(next, "today") && unit == Unit::Day;
    (led && ends).then_some((Day::Unit { unit, picker }, None, if today { next + 1 } else { next }))
}
