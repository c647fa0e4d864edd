//! A night told by both of its days: "the night from Monday to Tuesday", "overnight between 28 and 29 November".
//!
//! One would get wrong that such days are the ends of a stretch: what they bound is one night, the first of them its own.

use crate::normaliser::value::Part;
use crate::parser::time::date::day_of_month;
use crate::parser::time::expression::{CalendarDate, Day, PartOfDay, Point};

use super::Builder;
use super::join::Joined;

impl Builder<'_, '_> {
    /// The night behind whose word its two days stand.
    pub(super) fn night_from_day_to_day(&self, point: &Point, end: usize, next: usize) -> Option<Joined> {
        let view = &self.view;
        let night = point.part.filter(|it| it.part == Part::Night && it.edge.is_none())?;
        let open = matches!(point.day, None | Some(Day::Overnight)) && point.clock.is_none();
        if !open || !view.says_any(end, &["from", "between"]) {
            return None;
        }
        let to = |at: usize| {
            let word = view.says_any(at, &["to", "into", "and", "till", "until"]);
            word || view.symbol_any(at, &['/', '-', '–'])
        };
        let day_at = |index: usize, at: usize| {
            let bare = |point: &Point| point.clock.is_none() && point.part.is_none();
            let found = self
                .point_at(index)
                .filter(|(it, timex)| bare(it) && timex.tokens.start == at);
            found.and_then(|(it, timex)| Some((it.day?, timex.tokens.end)))
        };
        let first = end + 1;
        if let Some((day, behind)) = day_at(next, first) {
            let (second, last) = day_at(next + 1, behind + 1).filter(|_| to(behind))?;
            let day = begins_with(day, second)?;
            return Some(Joined::new(of_day(point, day, night), last));
        }
        // "From 28 to 29 November": the month stands once.
        let (number, behind) = day_of_month(view, first)?;
        let (second, last) = day_at(next, behind + 1).filter(|_| to(behind))?;
        let Day::Date(date) = second else { return None };
        let own = Day::Date(CalendarDate {
            day: Some(number),
            weekday: None,
            ..date
        });
        Some(Joined::new(of_day(point, begins_with(own, second)?, night), last))
    }
}

/// The first of two days that follow on one another, with the year that stands once.
fn begins_with(first: Day, second: Day) -> Option<Day> {
    match (first, second) {
        (Day::Weekday { weekday, picker }, Day::Weekday { weekday: next, .. }) => {
            (weekday.next() == next).then_some(Day::Weekday { weekday, picker })
        }
        (Day::Date(date), Day::Date(next)) => {
            let follows = date.day? + 1 == next.day? || next.day? == 1 && date.day? >= 28;
            follows.then_some(Day::Date(CalendarDate {
                year: date.year.or(next.year),
                ..date
            }))
        }
        _ => None,
    }
}

fn of_day(point: &Point, day: Day, night: PartOfDay) -> Point {
    Point {
        day: Some(day),
        part: Some(night),
        ..*point
    }
}
