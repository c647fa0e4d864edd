//! News or narrative: what the yearless dates of a text hang on.
//!
//! One would get wrong that a publication date makes a text news: an encyclopaedia's page has one, and its "June"
//! is the war's. A text whose own dates lie far behind its writing, and that hardly says "yesterday", is a narrative.

use crate::normaliser::calendar::Date;
use crate::parser::time::expression::{Day, Expression, Timex};

/// What kind a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Genre {
    /// Underspecified dates hang on the moment of writing.
    News,
    /// They hang on the dated event before them.
    Narrative,
}

/// Years behind the writing at which a date is history.
const FAR: i32 = 2;

/// Dates of history that make a narrative.
const ENOUGH: usize = 3;

/// Finds out.
pub fn genre(timexes: &[Timex], now: Option<Date>) -> Genre {
    let Some(now) = now else { return Genre::Narrative };
    let (mut far, mut near) = (0, 0);
    for timex in timexes {
        let Expression::Point(point) = &timex.expression else {
            continue;
        };
        match point.day {
            Some(Day::Date(date)) => match date.year {
                Some(year) if (now.year() - year).abs() >= FAR => far += 1,
                Some(_) => near += 1,
                None => {}
            },
            // A weekday or "yesterday" stands only where the writer and the story share a week.
            Some(Day::Deictic(_) | Day::Overnight) => near += 2,
            Some(Day::Weekday { .. }) => near += 1,
            Some(Day::Decade(_) | Day::Century(_)) => far += 1,
            _ => {}
        }
    }
    if far >= ENOUGH && far > 2 * near {
        Genre::Narrative
    } else {
        Genre::News
    }
}
