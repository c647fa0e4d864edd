//! Weekdays by name: Monday, last Friday, Tuesday of last week, a rainy Thursday.
//!
//! One would get wrong that "Sun", "Sat" and "Wed" are words too, and that "the Sunday Herald" is a newspaper.

use super::apart;
use super::date;
use super::expression::{CalendarDate, Day, NamedDay};
use super::view::View;
use crate::article::token::{Case, Kind};
use crate::lexicon::time::{Picker, WeekdayWord};
use crate::normaliser::calendar::Weekday;

/// A weekday's word that is no everyday word here.
pub fn weekday_word(view: &View, at: usize) -> Option<WeekdayWord> {
    let word = view.meaning(&view.lexicon.weekdays, at)?;
    let short_needs_company = word.doubtful && !(view.case(at) == Some(Case::Capital) && short_stands(view, at));
    let in_small = view.case(at) == Some(Case::Lower) && word.doubtful;
    (!short_needs_company && !in_small && !word.plural).then_some(word)
}

/// "Sat", "Sun", "Wed" without a date: a clock, a part of the day, a dot or a bracket beside it.
fn short_stands(view: &View, at: usize) -> bool {
    let after = view.skip_dot(at + 1);
    let time_follows = matches!(view.kind(after), Some(Kind::Clock(_))) || view.lexicon.parts.begins(view.word(after));
    // "Scheduled for Sun 2am"
    let halved = view.number(after).is_some() && view.meaning(&view.lexicon.meridiems, after + 1).is_some();
    time_follows
        || halved
        || view.after_any(at, &["on", "until", "by", "since", "last", "next"])
        || view.symbol_any(at.wrapping_sub(1), &['(', '['])
}

/// "(Thursday)", and where its bracket closes.
pub(super) fn in_brackets(view: &View, at: usize) -> Option<(Day, usize)> {
    let word = weekday_word(view, at + 1).filter(|_| view.symbol(at, '('))?;
    let close = view.skip_dot(at + 2);
    let weekday = Weekday::from_iso(word.iso).filter(|_| view.symbol(close, ')'))?;
    Some((Day::Weekday { weekday, picker: None }, close))
}

/// What a weekday before it makes a name of.
const NAMED_AFTER_DAYS: &[&str] = &[
    "herald",
    "times",
    "post",
    "express",
    "mirror",
    "mail",
    "telegraph",
    "people",
    "sport",
    "independent",
    "star",
    "sun",
    "school",
    "mass",
];

/// What stands before the name of a person.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "engr", "prof", "sir", "chief", "rev", "alhaji",
];

pub(super) fn weekday(view: &View, at: usize) -> Option<(Day, usize)> {
    if let Some(found) = beside_story(view, at) {
        return Some(found);
    }
    if let Some(word) = weekday_word(view, at) {
        let weekday = Weekday::from_iso(word.iso)?;
        let next = if word.doubtful {
            view.skip_inner_dot(at + 1)
        } else {
            at + 1
        };
        // "the Sunday Herald", "Monday Night Football": names.
        if view.case(next) == Some(Case::Capital) && view.says_any(next, NAMED_AFTER_DAYS) {
            return None;
        }
        // "Mr Sunday Okoro": people bear such names.
        let dot = usize::from(view.symbol(at.wrapping_sub(1), '.'));
        let titled = at > dot && view.after_any(at - dot, TITLES);
        // "Mr. Sunday had trouble", but "the chief Sunday said".
        let only_title = titled && !view.after_any(at - dot, &["chief", "miss"]);
        if only_title || titled && view.case(next) == Some(Case::Capital) {
            return None;
        }
        if let Some((weeks, end)) = of_week(view, next) {
            return Some((Day::WeekdayOf { weekday, weeks }, end));
        }
        if let Some(found) = apart::behind(view, NamedDay::Weekday(weekday), next) {
            return Some(found);
        }
        return Some((Day::Weekday { weekday, picker: None }, next));
    }
    // "the past Saturday", and no "half past"
    if view.says(at, "past") && !view.after_any(at, &["half", "quarter"]) {
        let word = weekday_word(view, at + 1)?;
        let weekday = Weekday::from_iso(word.iso)?;
        let picker = Some(Picker::ThisPast);
        return Some((Day::Weekday { weekday, picker }, at + 2));
    }
    let (picker, next) = view.phrase(&view.lexicon.pickers, at)?;
    // "that hot Thursday", "the previous black Friday"; a verb in between is no adjective
    let here = if weekday_word(view, next).is_none()
        && !view.text(next).ends_with("ed")
        && !view.text(next).ends_with('s')
        && weekday_word(view, next + 1).is_some()
        && view.case(next) == Some(Case::Lower)
        && view.meaning(&view.lexicon.function_words, next).is_none()
        // "the following statement Monday"
        && view.noun(next).is_none()
    {
        next + 1
    } else {
        next
    };
    let word = weekday_word(view, here)?;
    let weekday = Weekday::from_iso(word.iso)?;
    // "Following Sunday night's storm" has it behind Sunday.
    let possessed = |at: usize| view.says_any(at, &["'s", "’s"]);
    if picker == Picker::Following && view.says(at, "following") && (possessed(here + 1) || possessed(here + 2)) {
        return None;
    }
    // "last Tuesday 14th": the figure tells which.
    if let Some((date, next)) = date::weekday_ordinal(view, here + 1) {
        let weekday = Some(weekday);
        return Some((Day::Date(CalendarDate { weekday, ..date }), next));
    }
    Some((
        Day::Weekday {
            weekday,
            picker: Some(picker),
        },
        here + 1,
    ))
}

/// "the Friday before at 5:20 PM", "on the Monday after,": counted from the day that the story is on, where nothing follows
/// that it could be before or after. "Since the Friday" is of the story too.
fn beside_story(view: &View, at: usize) -> Option<(Day, usize)> {
    let word = weekday_word(view, at + 1).filter(|_| view.says(at, "the"))?;
    let weekday = Weekday::from_iso(word.iso)?;
    let picker = match view.text(at + 2) {
        "before" => Picker::Previous,
        "after" => Picker::Following,
        _ => {
            let closes = at + 2 >= view.end() || view.symbol_any(at + 2, &['.', ',', ';', ')', ':']);
            let since = view.says(at.wrapping_sub(1), "since") && closes;
            return since.then_some((Day::Weekday { weekday, picker: None }, at + 2));
        }
    };
    let next = at + 3;
    let open = next >= view.end()
        || view.symbol_any(next, &['.', ',', ';', ')', ':', '—', '–'])
        || view.says_any(
            next,
            &["at", "and", "but", "around", "about", "by", "in", "shortly", "just"],
        );
    let picker = Some(picker);
    open.then_some((Day::Weekday { weekday, picker }, next))
}

/// "of last week", "last week", "next week" behind a weekday: weeks from this one, and the position after it.
fn of_week(view: &View, at: usize) -> Option<(i32, usize)> {
    let here = if view.says(at, "of") { at + 1 } else { at };
    let (picker, next) = view.phrase(&view.lexicon.pickers, here)?;
    if !view.says(next, "week") || view.glued_right(next) {
        return None;
    }
    match picker {
        Picker::Last => Some((-1, next + 1)),
        Picker::This => Some((0, next + 1)),
        Picker::Next => Some((1, next + 1)),
        _ => None,
    }
}

/// "a Friday", "one rainy Tuesday": some day of that name.
pub(super) fn some_weekday(view: &View, at: usize) -> Option<(Day, usize)> {
    if !view.says_any(at, &["a", "an", "one"]) {
        return None;
    }
    let here = if view.says_any(at + 1, KINDS_OF_DAYS) {
        at + 2
    } else {
        at + 1
    };
    let word = weekday_word(view, here)?;
    // "a Monday deadline", "a Friday night": what it describes has its own article.
    let part = view.lexicon.parts.begins(view.word(here + 1));
    let ends = !matches!(view.kind(here + 1), Some(Kind::Word { .. }))
        || view.meaning(&view.lexicon.function_words, here + 1).is_some();
    ((part || ends) && !view.glued_right(here)).then_some((Day::SomeWeekday(Weekday::from_iso(word.iso)?), here + 1))
}

/// What a day may be: "a rainy Tuesday", but "sent a letter Tuesday".
const KINDS_OF_DAYS: &[&str] = &[
    "rainy", "sunny", "snowy", "windy", "foggy", "stormy", "cold", "hot", "warm", "chilly", "wet", "grey", "gray",
    "busy", "quiet", "lazy", "typical", "normal", "random", "recent", "ordinary", "late", "dark", "bleak",
];
