//! The year of dates that name none, where nothing says when the text was written.
//!
//! One would get wrong to take any year that the text names: what it looks back to lends its year to nothing, and says at
//! most since when.

use rustc_hash::FxHashSet;

use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::Time;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{CalendarDate, Day, Point};

use super::calendar::Date;

/// Years within which a date falls on each of the weekdays at least once, but for leap days.
const YEARS_OF_A_WEEKDAY: i32 = 11;

/// The year that the text's own dates name, for stamps without one: the latest; else a year that is named alone ("the
/// great outage of 2013"), in which the weekday of a date fits. What the text looks back to lends its year to nothing, and a
/// month ("a migration in September 2020") only to days of that month or of the next.
pub fn years(parsed: &Parsed) -> Option<i32> {
    let history: FxHashSet<usize> = parsed
        .statements
        .iter()
        .filter(|it| it.history)
        .filter_map(|it| it.mention)
        .collect();
    let history = &history;
    let named = |of_history: bool| {
        let told = parsed.mentions.iter().enumerate();
        let told = told.filter(move |(at, _)| history.contains(at) == of_history);
        told.filter_map(|(_, m)| match &m.time {
            Time::Point {
                point: Point {
                    day: Some(Day::Date(date)),
                    ..
                },
                ..
            }
            | Time::Span {
                from: Point {
                    day: Some(Day::Date(date)),
                    ..
                },
                ..
            } => Some(*date),
            _ => None,
        })
    };
    let dates = || named(false);
    let near = |month: u8| {
        let mut bare = dates().filter(|date| date.year.is_none() && date.day.is_some());
        bare.any(|date| {
            date.month
                .is_some_and(|other| (i16::from(other) - i16::from(month)).rem_euclid(12) <= 1)
        })
    };
    let lends = |date: &CalendarDate| date.month.is_some_and(|month| date.day.is_some() || near(month));
    let whole = dates().filter(lends).filter_map(|date| date.year);
    let fits = |year: &i32| {
        let mut with_weekday = dates()
            .filter(|date| date.year.is_none())
            .filter_map(|date| Some((Date::new(*year, date.month?, date.day?)?, date.weekday?)));
        with_weekday.any(|(day, weekday)| day.weekday() == weekday)
    };
    let alone = || dates().filter(|date| date.month.is_none()).filter_map(|date| date.year);
    let Some(year) = whole.max().or_else(|| alone().filter(fits).max()) else {
        // What happened before tells at least since when.
        return of_weekdays(parsed, named(true).filter_map(|date| date.year).max()?);
    };
    let told = dates().any(|date| date.year == Some(year) && date.day.is_some());
    let by_weekday = if told { None } else { of_weekdays(parsed, year) };
    Some(by_weekday.unwrap_or(year))
}

/// "In September 2021" and "on Thursday", above posts of 19 and 20 September: the first year from the one that is named in
/// which the weekdays that the text tells are days of its posts.
fn of_weekdays(parsed: &Parsed, named: i32) -> Option<i32> {
    let days = || {
        let entries = parsed.mentions.iter().zip(&parsed.layout.roles);
        entries.filter_map(|(mention, role)| match (&mention.time, role) {
            (Time::Point { point, .. }, Role::Entry { .. }) => match point.day? {
                Day::Date(date) if date.year.is_none() => Some((date.month?, date.day?)),
                _ => None,
            },
            _ => None,
        })
    };
    let told = |it: &Statement| it.role == Role::Prose && it.modality == Modality::Actual && !it.history;
    let weekdays = parsed
        .statements
        .iter()
        .filter(|it| told(it))
        .filter_map(|it| match &parsed.mentions[it.mention?].time {
            Time::Point { point, .. } => match point.day? {
                Day::Weekday { weekday, picker: None } => Some(weekday),
                _ => None,
            },
            _ => None,
        })
        .collect::<Vec<_>>();
    // Past midnight stand the last of them; what is told is of the day that most are of.
    let count = |day: (u8, u8)| days().filter(|other| *other == day).count();
    let busiest = days().max_by_key(|day| count(*day));
    let fits = |year: &i32| {
        let of_most = busiest.and_then(|(month, day)| Date::new(*year, month, day));
        let told_of = of_most.is_some_and(|day| weekdays.contains(&day.weekday()));
        let of_posts = |weekday| days().any(|(month, day)| Date::new(*year, month, day).map(Date::weekday) == weekday);
        told_of && weekdays.iter().all(|weekday| of_posts(Some(*weekday)))
    };
    (named..=named + YEARS_OF_A_WEEKDAY).find(fits)
}

/// The year that a text names with the same day elsewhere: "12 Dec", "Friday 12 Dec 2014".
pub fn told_year(parsed: &Parsed, day: &CalendarDate) -> Option<i32> {
    parsed.mentions.iter().find_map(|m| match &m.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => match point.day {
            Some(Day::Date(date)) if date.is_whole() && (date.month, date.day) == (day.month, day.day) => date.year,
            _ => None,
        },
        _ => None,
    })
}
