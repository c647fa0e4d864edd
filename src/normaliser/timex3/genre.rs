//! News or narrative: what the yearless dates of a text hang on.
//!
//! One would get wrong that a publication date makes a text news: an encyclopaedia's page has one, and its "June"
//! is the war's. A text whose own dates lie far behind its writing, and that hardly says "yesterday", is a narrative.

use crate::lexicon::holiday::Holiday;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::value::{Granularity, Value};
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

/// Dates with their year for each day counted from the writing.
const OUTNUMBER: usize = 3;

/// Finds out.
pub fn genre(timexes: &[Timex], now: Option<Date>) -> Genre {
    let Some(now) = now else { return Genre::Narrative };
    let (mut far, mut dated, mut counted) = (0, 0, 0);
    for timex in timexes {
        let point = match &timex.expression {
            Expression::Point(point) => point,
            Expression::Shift { from_now: true, .. } => {
                counted += 1;
                continue;
            }
            _ => continue,
        };
        match point.day {
            Some(Day::Date(date)) => {
                if let Some(year) = date.year {
                    dated += 1;
                    far += usize::from((now.year() - year).abs() >= FAR);
                }
            }
            Some(Day::Decade(_) | Day::Century(_)) => far += 1,
            // A weekday or "yesterday" stands only where the writer and the story share a week.
            Some(
                Day::Deictic(_) | Day::Overnight | Day::Weekday { .. } | Day::WeekdayOf { .. } | Day::Apart { .. },
            ) => {
                counted += 1;
            }
            // So do "last year", "next month" and a quarter without its year.
            Some(
                Day::Unit {
                    picker: Picker::Last | Picker::Next | Picker::ThisPast,
                    ..
                }
                | Day::PickedMonth {
                    picker: Picker::Last | Picker::Next | Picker::ThisPast,
                    ..
                }
                | Day::Season {
                    picker: Some(Picker::Last | Picker::Next | Picker::This),
                    ..
                }
                | Day::Weekend(Picker::Last | Picker::Next)
                | Day::Quarter { year: None, .. },
            ) => counted += 1,
            _ => {}
        }
    }
    if far >= ENOUGH && dated > OUTNUMBER * counted {
        Genre::Narrative
    } else {
        Genre::News
    }
}

/// The year of a yearless month in a narrative: that of the date before it, or the next where the story would have
/// to go back half a year and more. After a bare year it is that year.
fn year_after(month: u8, before: &Value) -> i32 {
    let date = before.wall.date();
    let turns = before.granularity <= Granularity::Month && month + 6 < date.month();
    date.year() + i32::from(turns)
}

/// Whether the words count from the moment of speaking.
pub fn counts_from_now(timex: &Timex) -> bool {
    match &timex.expression {
        Expression::Point(point) => match point.day {
            Some(Day::Deictic(_) | Day::Overnight) => true,
            Some(Day::Unit { picker, .. }) => matches!(picker, Picker::Last | Picker::ThisPast),
            _ => false,
        },
        Expression::Shift { from_now, .. } => *from_now,
        _ => false,
    }
}

/// Gives a yearless date of a narrative the year of the date before it.
/// What the words call "this" is the writer's, unless it is a year or more.
pub fn in_year_of(day: &mut Day, before: &Value, this: bool) {
    match day {
        Day::Date(date) if date.year.is_none() && date.year_pick.is_none() => {
            if let Some(month) = date.month {
                date.year = Some(year_after(month, before));
            }
        }
        Day::Season {
            season,
            year: year @ None,
            picker: None,
        } => *year = Some(year_after(season.first_month(), before)),
        Day::Holiday {
            holiday: Holiday::Fixed(month, _),
            year: year @ None,
            picker: None,
        } => *year = Some(year_after(*month, before)),
        // In a history "this year" is the story's.
        Day::Unit { unit, picker } if *picker == Picker::This && !(this && *unit < Unit::Year) => {
            *picker = Picker::Same
        }
        _ => {}
    }
}
