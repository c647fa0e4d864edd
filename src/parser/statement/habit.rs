//! Standing hours: "open between 8 and 6 on weekdays", "call us from 9 to 5".
//!
//! One would get wrong that every clock beside a telephone is one of them: "it moved its hotline from 9 p.m. until 5 a.m."
//! tells of one night.

use crate::article::sentence::Sentence;
use crate::article::token::{Case, Kind};
use crate::lexicon::relation::Relation;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, Expression, Set, Timex};
use crate::parser::time::view::View;

/// What is told with these is so on other days too.
const STANDING_HOURS: &[&str] = &[
    "normally",
    "usually",
    "typically",
    "weekdays",
    "weekends",
    "daily",
    "open",
    "opening",
];

/// Hours that are kept from day to day.
const KEPT: &[&str] = &[
    "trading", "business", "office", "working", "normal", "usual", "regular", "market", "peak", "service",
];

/// What is told with these happened once.
const HAPPENED: &[&str] = &[
    "was",
    "were",
    "had",
    "could",
    "couldn't",
    "couldn’t",
    "did",
    "didn't",
    "didn’t",
];

/// Whether a sentence tells of standing hours: "open between 8 and 6 on weekdays", "normally ends at half past three".
pub(super) fn tells(view: &View, timexes: &[Timex], sentence: &Sentence) -> bool {
    let from = timexes.partition_point(|t| t.tokens.start < sentence.tokens.start);
    let sets = timexes[from..]
        .iter()
        .take_while(|t| t.tokens.start < sentence.tokens.end)
        .any(|t| matches!(&t.expression, Expression::Set(set) if !is_rate(view, t, set)));
    let any = |words: &[&str]| sentence.tokens.clone().any(|i| view.says_any(i, words));
    // "Call us from 9 to 5", but "the phone lines were dead from 9 to 5" and "nobody could call from 9 to 5".
    let happened = || any(HAPPENED) || sentence.tokens.clone().any(|at| is_deed(view, at));
    let hotline = any(&["call", "hotline", "helpline", "contact", "phone"]) && !happened();
    // "Normal trading hours are 9.15 am to 3.30 pm."
    let kept = |at: usize| {
        // "Capped during peak hours (10 am to 1 pm)"
        let told = view.says_any(at + 1, &["are", "run", "is", "last"]) || view.symbol(at + 1, '(');
        view.says(at, "hours") && told
    };
    let hours = sentence
        .tokens
        .clone()
        .any(|at| kept(at) && view.says_any(at.wrapping_sub(1), KEPT));
    sets || hours || any(STANDING_HOURS) || hotline || sentence.tokens.clone().any(|i| is_telephone(view, i))
}

/// "On the first Sunday of every month, at 6 in the morning": a clock that hangs on what comes again.
pub(super) fn hangs_on(view: &View, timexes: &[Timex], mention: &Mention) -> bool {
    let bare = matches!(&mention.time, Time::Point { point, .. } if point.day.is_none());
    let next = timexes.partition_point(|it| it.tokens.start < mention.tokens.start);
    let before = next.checked_sub(1).map(|at| &timexes[at]).filter(|_| bare);
    before.is_some_and(|before| {
        let every = matches!(&before.expression, Expression::Set(set) if set.quantifier.is_some() && !is_rate(view, before, set));
        let mut between = before.tokens.end..mention.tokens.start;
        every && between.all(|at| view.symbol_any(at, &[',', '(']) || view.says(at, "at"))
    })
}

/// "Moved its hotline", "switched the phones": a regular verb that has done something to what follows.
fn is_deed(view: &View, at: usize) -> bool {
    const OBJECTS: &[&str] = &["the", "a", "an", "its", "their", "his", "her", "all", "some"];
    view.case(at) == Some(Case::Lower) && view.text(at).ends_with("ed") && view.says_any(at + 1, OBJECTS)
}

/// "A cap of 40 logins an hour", "two million per day": how much, and no habit.
fn is_rate(view: &View, timex: &Timex, set: &Set) -> bool {
    set.frequency.is_none() && view.says_any(timex.tokens.start, &["a", "an", "per"])
}

/// "303-555-0188"
pub(super) fn is_telephone(view: &View, at: usize) -> bool {
    let number = |i: usize| matches!(view.kind(i), Some(Kind::Number(_)));
    number(at)
        && view.symbol(at + 1, '-')
        && number(at + 2)
        && view.touches(at + 1)
        && view.touches(at + 2)
        && view.text(at).len() == 3
}

/// Whether a time can be one of standing hours: clocks without a day, weekdays to weekdays.
pub(super) fn can_be_kept(mention: &Mention) -> bool {
    match &mention.time {
        Time::Point { point, .. } => {
            // "Open 9am to 5pm, Monday to Thursday": the end of a stretch whose head went with the clocks.
            let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. })) && point.clock.is_none();
            let clock = point.clock.is_some() && point.day.is_none();
            (clock || weekday) && mention.relation == Relation::To
        }
        Time::Span { from, to, .. } => {
            !matches!(from.day, Some(Day::Date(_) | Day::Deictic(_)))
                && !matches!(to.day, Some(Day::Date(_) | Day::Deictic(_)))
        }
        _ => false,
    }
}
