//! Which figures of "04/10/2021" are the day.
//!
//! One would get wrong to ask the zone first: a text that writes "25/12/2020", or whose dates lie a day apart when read one way
//! and a month when read the other, has said so itself.

use crate::article::Article;
use crate::article::token::Kind;
use crate::normaliser::calendar::Date;
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::mention::Time;
use crate::parser::time::expression::{CalendarDate, Day, DayHalf, Point};

/// Days within which the dates of one story lie.
const NEAR: i64 = 7;

/// Whether a text writes "25/12/2020", by the first of its dates whose figures tell which of them is the day, else by
/// the order in which its dates lie together.
pub fn day_first(article: &Article, parsed: &Parsed) -> Option<bool> {
    let by_figures = decided_by_figures(article, parsed);
    by_figures.or_else(|| order_by_nearness(&whole_dates(parsed)))
}

fn decided_by_figures(article: &Article, parsed: &Parsed) -> Option<bool> {
    let decided = |point: &Point| match point.day {
        Some(Day::Date(date)) if !date.order_open && date.month.is_some() => date.day,
        _ => None,
    };
    parsed.mentions.iter().find_map(|mention| {
        let day = match &mention.time {
            Time::Point { point, .. } => decided(point),
            Time::Span { from, to, .. } => decided(from).or_else(|| decided(to)),
            _ => None,
        }?;
        let mut figures = article.tokens[mention.tokens.clone()]
            .iter()
            .filter_map(|token| match token.kind {
                Kind::Date(figures) => Some(figures),
                _ => None,
            })
            .filter(|figures| figures.separator == b'/' && figures.digits[0] <= 2)
            .filter(|figures| figures.first.max(figures.second) > 12)
            .peekable();
        figures.peek()?;
        // The figures themselves tell which group is the day.
        Some(figures.any(|figures| figures.first > 12) && day > 12)
    })
}

/// The dates of a text that name their year, without repetition.
fn whole_dates(parsed: &Parsed) -> Vec<CalendarDate> {
    let mut dates = Vec::new();
    for mention in &parsed.mentions {
        let points: &[&Point] = match &mention.time {
            Time::Point { point, .. } => &[point],
            Time::Span { from, to, .. } => &[from, to],
            _ => &[],
        };
        for point in points {
            if let Some(Day::Date(date)) = point.day
                && date.year.is_some()
                && date.is_whole()
                && !dates.contains(&(CalendarDate { weekday: None, ..date }))
            {
                dates.push(CalendarDate { weekday: None, ..date });
            }
        }
    }
    dates
}

/// "Published 09/08/2016, updated 10/08/2016": read day first they are a day apart, month first a month. A text tells of
/// days that lie together.
fn order_by_nearness(dates: &[CalendarDate]) -> Option<bool> {
    let open = |date: &&CalendarDate| date.order_open;
    let read = |date: &CalendarDate, swap: bool| {
        let (month, day) = (date.month?, date.day?);
        let (month, day) = if swap && date.order_open {
            (day, month)
        } else {
            (month, day)
        };
        Date::new(date.year?, month, day)
    };
    // How far the nearest two dates lie apart of which one is open.
    let apart = |swap: bool| {
        let pairs = dates
            .iter()
            .filter(open)
            .flat_map(|a| dates.iter().map(move |b| (a, b)));
        let between = |(a, b): (&CalendarDate, &CalendarDate)| Some(read(a, swap)?.days_until(read(b, swap)?).abs());
        pairs.filter(|(a, b)| a != b).filter_map(between).min()
    };
    let (month_first, day_first) = (apart(false)?, apart(true)?);
    let together = month_first.min(day_first) <= NEAR && month_first.abs_diff(day_first) > NEAR.unsigned_abs();
    together.then_some(day_first < month_first)
}

/// Whether "04/10/2021" is read day first: outside American zones, unless a twelve-hour clock stands beside it.
pub fn swaps(point: &Point, zones: &Zones) -> bool {
    let zone = point.zone.and_then(|z| zones.named(z).zone).or(zones.document);
    let american = zone.is_some_and(|z| {
        z.name().starts_with("America/") || z.name().starts_with("US/") || z.name().starts_with("Pacific/Honolulu")
    });
    let twelve_hour = point.clock.is_some_and(|c| matches!(c.half, DayHalf::Said(_)));
    let other = zone.is_some_and(|z| z.is_place()) && !american;
    other || !(american || twelve_hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_figures_is_that_in_which_the_dates_lie_together() {
        let date = |month: u8, day: u8| CalendarDate {
            year: Some(2020),
            order_open: month != day,
            ..CalendarDate::of(month, day)
        };
        assert_eq!(order_by_nearness(&[date(9, 8), date(10, 8)]), Some(true));
        assert_eq!(order_by_nearness(&[date(9, 8), date(9, 9)]), Some(false));
        assert_eq!(order_by_nearness(&[date(11, 10), date(10, 10)]), Some(true));
        assert_eq!(order_by_nearness(&[date(9, 8)]), None);
        assert_eq!(order_by_nearness(&[date(3, 4), date(5, 6)]), None);
    }
}
