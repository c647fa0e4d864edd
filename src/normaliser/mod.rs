//! Statements → the calendar: windows and distances, each with its reasons.
//!
//! One would get wrong that there is one "now": the writing, a post, an entry and a quotation each have their own,
//! and a length may be laid off from something told further down.

pub mod calendar;
mod clock;
pub mod dated;
pub mod day;
pub mod document;
mod entries;
mod holiday;
mod shift;
mod story;
pub mod vagueness;
pub mod value;
pub mod writing;
pub mod zones;

use crate::Options;
use crate::article::Article;
use crate::article::draft::Notice;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::Time;
use crate::parser::time::expression::{Day, Point};
use dated::{Claim, Normalised};
use document::{Document, Published, Warning};
use shift::Shifts;
use story::Story;
use value::Known;
use zones::Zones;

/// Puts a parsed text on the calendar. `document` is its index among the texts given.
pub fn normalise(article: &Article, parsed: &Parsed, options: &Options, document: usize) -> Normalised {
    let mut warnings: Vec<Warning> = article.notices.iter().map(of_reading).collect();
    let zones = Zones::of(article, parsed, options.zone, &mut warnings);
    let writing = writing::writing(article, parsed, &zones, options.date);
    let known = if writing.is_some() { Known::Date } else { known(parsed) };
    if writing.is_none() && !parsed.mentions.is_empty() {
        warnings.push(no_date(parsed, known));
    }
    let mut story = Story::new(article, parsed, &zones, writing, known, document);
    let mut shifts = Shifts::default();
    let mut undated = Vec::new();
    for index in in_order(parsed) {
        let statement = &parsed.statements[index];
        let Some(mention) = statement.mention else {
            undated.push(index);
            continue;
        };
        match statement.role {
            Role::Published | Role::Updated | Role::Dateline | Role::Metadata | Role::Aside => {}
            Role::Title => open_with(&mut story, index, parsed),
            Role::Heading => {
                story.place(index, statement);
            }
            Role::Prose | Role::Entry { .. } => {
                if matches!(parsed.mentions[mention].time, Time::Shift { .. }) {
                    shifts.take(&mut story, index, statement);
                } else if let Some(dated) = story.place(index, statement) {
                    shifts.push(dated);
                    shifts.follow(parsed, mention);
                }
            }
        }
    }
    shifts.settle(&mut story);
    warnings.extend(entries::straighten(article, parsed, &mut shifts.dated, document));
    shifts.lengths(parsed);
    warnings.append(&mut story.warnings);
    undated.retain(|index| shifts.of_statement(*index).is_none());
    for warning in &mut warnings {
        warning.document = Some(document);
    }
    Normalised {
        document: Document {
            path: article.path.clone(),
            text: article.text.clone(),
            title: parsed.layout.title.map(|at| article.blocks[at].span),
            published: writing.map(|w| Published {
                value: w.value,
                basis: w.basis,
            }),
            zone: zones.document,
            zone_basis: zones.basis,
        },
        writing,
        claims: claims(parsed),
        dated: shifts.dated,
        distances: shifts.distances,
        undated,
        warnings,
    }
}

/// The statements in text order; an entry whose stamp stands below its text comes before what that text says.
fn in_order(parsed: &Parsed) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parsed.statements.len()).collect();
    let below = |index: usize| {
        let statement = &parsed.statements[index];
        let mention = &parsed.mentions[statement.mention?];
        let hangs = matches!(statement.role, Role::Entry { .. }) && statement.clause.start < mention.tokens.start;
        hangs.then_some(statement.clause.start)
    };
    if order.iter().any(|index| below(*index).is_some()) {
        order.sort_by_key(|index| {
            let start = parsed.statements[*index]
                .mention
                .map(|m| parsed.mentions[m].tokens.start);
            match (below(*index), start) {
                (Some(text), _) => (text, 0),
                (None, Some(start)) => (start, 1),
                (None, None) => (usize::MAX, 1),
            }
        });
    }
    order
}

/// What the reading of a file told.
fn of_reading(notice: &Notice) -> Warning {
    Warning {
        code: notice.code,
        message: notice.message.clone(),
        document: None,
        span: None,
    }
}

/// How much of a date a text without a moment of writing can know.
fn known(parsed: &Parsed) -> Known {
    let days = || {
        parsed.mentions.iter().filter_map(|m| match &m.time {
            Time::Point {
                point: Point { day, .. },
                ..
            }
            | Time::Span {
                from: Point { day, .. },
                ..
            } => *day,
            _ => None,
        })
    };
    let whole = days().any(|day| {
        matches!(day, Day::Date(d) if d.year.is_some() && d.month.is_some() && d.day.is_some())
            || matches!(day, Day::Epoch(_))
    });
    let weekday = days().any(|day| matches!(day, Day::Weekday { .. } | Day::Deictic(_)));
    match (whole, weekday) {
        (true, _) => Known::Date,
        (false, true) => Known::Weekday,
        (false, false) => Known::Clock,
    }
}

fn no_date(parsed: &Parsed, known: Known) -> Warning {
    let _ = parsed;
    let message = match known {
        Known::Date => {
            "nothing says when the text was written; its own dates are used (--date gives the moment of writing)"
        }
        Known::Weekday => {
            "nothing gives the date of the week: the timeline stands on weekdays (--date gives the moment of writing)"
        }
        Known::Clock => "nothing gives a day: the timeline stands on clock times (--date gives the moment of writing)",
    };
    Warning {
        code: "no-publication-date",
        message: message.to_owned(),
        document: None,
        span: None,
    }
}

/// A date in the title sets the day on which the story begins.
fn open_with(story: &mut Story, index: usize, parsed: &Parsed) {
    let statement = &parsed.statements[index];
    let Some(mention) = statement.mention.map(|m| &parsed.mentions[m]) else {
        return;
    };
    if let Time::Point {
        point: Point {
            day: Some(Day::Date(date)),
            ..
        },
        ..
    } = &mention.time
        && date.day.is_some()
        && let Some(found) = story.title_day(date, mention, statement)
    {
        story.open(found, mention.span);
    }
}

/// Lengths that the text gives without dating anything by them.
fn claims(parsed: &Parsed) -> Vec<Claim> {
    parsed
        .mentions
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            !matches!(
                parsed.layout.roles[*index],
                Role::Aside | Role::Published | Role::Updated | Role::Metadata
            )
        })
        .filter_map(|(index, mention)| match &mention.time {
            Time::Length(length) => Some(Claim {
                mention: index,
                extent: vagueness::extent(length, mention.hedge),
            }),
            _ => None,
        })
        .collect()
}
