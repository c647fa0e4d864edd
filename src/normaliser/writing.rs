//! When a text was written.
//!
//! One would get wrong that a page has many dates: the command line outranks its metadata, that its stamps, those
//! its dateline, and a date in the title is the story's as much as the writer's.

mod names;
pub mod order;
mod stated;
mod update;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::span::Span;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::Time;
use crate::parser::time::expression::{CalendarDate, Day};
use crate::parser::time::view::View;

use super::calendar::{Date, Instant, Wall, Zone};
use super::document::{Published, PublishedBasis};
use super::value::{Granularity, Known, Value};
use super::zones::Zones;
use names::{from_file_name, in_address, in_slug};
use stated::{Habits, stated, stated_whole};
use update::{is_first_of, is_of_member, is_updated_since, notes_of_change, touched_up, updated_since, updates};

/// The moment of writing, on the wall of the document's zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Writing {
    /// As it is stated, in the zone it is stated in.
    pub value: Value,
    /// How it is known.
    pub basis: PublishedBasis,
    /// The day, where the story is told.
    pub date: Date,
    /// The last moment of what its words count from: an update below may have come later.
    pub now: Wall,
    /// The last moment at which the text can have been written, on the story's wall.
    pub latest: Wall,
    /// The instant, where clock and zone are known.
    pub instant: Option<Instant>,
    /// Whether it bounds what is told: a date from the title does not.
    pub bounds: bool,
    /// The latest update behind it, and its words.
    pub updated: Option<(Value, Span)>,
}

/// Finds the moment of writing.
pub fn writing(article: &Article, parsed: &Parsed, zones: &Zones, flag: Option<Value>) -> Option<Writing> {
    if let Some(value) = flag {
        let found = place(value, None, PublishedBasis::Flag, zones);
        return Some(updated_since(article, parsed, found, zones));
    }
    let habits = Habits::of(article, parsed);
    let of = |wanted: fn(&Role) -> bool| {
        parsed
            .mentions
            .iter()
            .enumerate()
            .filter(move |(index, _)| wanted(&parsed.layout.roles[*index]))
            .filter_map(move |(index, m)| stated_whole(index, zones, habits).map(|found| (found, m.span)))
    };
    let stamped = |((value, zone), span)| (place(value, zone, basis_of_stamp(article, span), zones), span);
    // A story that says when it was updated was written at its last update; metadata outranks what a reader sees.
    let by_metadata = |w: &Writing| matches!(w.basis, PublishedBasis::Metadata(_));
    let stamps = of(|role| matches!(role, Role::Published | Role::Updated)).map(stamped);
    if let Some((last, span)) = stamps.max_by_key(|(w, _)| (by_metadata(w), w.latest)) {
        // "Report of the inquiry, 6 June 2019", above "Published 27 August 2020": a bare date beside one that says what it is
        // is the outage's.
        let labelled = is_labelled(article, span);
        let first = of(|role| *role == Role::Published)
            .map(stamped)
            .filter(|(_, at)| !labelled || *at == span || is_labelled(article, *at))
            .map(|(first, _)| first)
            .filter(|first| by_metadata(first) == by_metadata(&last))
            .filter(|first| !is_of_member(first, &last))
            .min_by_key(|first| first.latest);
        let found = match first {
            Some(first) => {
                let added = updates(article, parsed)
                    .filter(|(_, point)| point.day.is_some())
                    .filter_map(|(mention, _)| stated(mention, zones, habits))
                    .chain(notes_of_change(article, parsed).filter_map(|mention| stated(mention, zones, habits)))
                    .any(|(value, _)| value.wall.date() == last.date && first.date < last.date);
                // "Monday July 19", as its readers see it, and a change of the next day in what they do not.
                let mut shown = of(|role| matches!(role, Role::Published | Role::Updated))
                    .map(stamped)
                    .map(|(stamp, _)| stamp)
                    .filter(|stamp| !by_metadata(stamp));
                let unseen = by_metadata(&last)
                    && first.date < last.date
                    && shown.clone().any(|stamp| stamp.date == first.date)
                    && !shown.any(|stamp| stamp.date > first.date);
                // "UPDATE, 7am Saturday: …", below a story of 2:30 that same day.
                let same_day = first.date == last.date && first.value.granularity <= Granularity::Minute;
                let below = same_day && parsed.layout.added.is_some();
                let above = parsed.layout.original.is_some();
                touched_up(first, last, span, above, added || unseen || below)
            }
            None => last,
        };
        // "First published at 6.12", above entries of the hours after it: the page was still being written.
        let bounds = found.bounds && !(found.updated.is_none() && is_first_of(article, parsed, span));
        let found = match is_updated_since(article, span) {
            // A day and an hour from now are no clock of the page's.
            true => Writing {
                latest: found.latest.max(found.date.plus_days(1).midnight().plus(-1)),
                instant: None,
                ..found
            },
            false => found,
        };
        let found = Writing { bounds, ..found };
        return Some(updated_since(article, parsed, found, zones));
    }
    if let Some(((value, zone), span)) = of(|role| *role == Role::Dateline).next() {
        return Some(place(value, zone, PublishedBasis::Dateline(span), zones));
    }
    if let Some((date, span)) = in_address(article, parsed) {
        let value = Value::day(date, Known::Date);
        return Some(place(value, None, PublishedBasis::Address(span), zones));
    }
    // What has no date but that of an update was written by then.
    let first_update = updates(article, parsed)
        .filter(|(_, point)| point.day.is_some())
        .filter_map(|(mention, _)| Some((stated(mention, zones, habits)?, mention.span)))
        .map(|((value, zone), span)| place(value, zone, PublishedBasis::Stamp(span), zones))
        .min_by_key(|w| w.latest);
    if let Some(found) = first_update {
        return Some(updated_since(article, parsed, found, zones));
    }
    // "The fault of 14/15 June": days that a title runs over are its outage's.
    let over_days = |at: &Span| {
        let mut mentions = parsed.mentions.iter();
        mentions.any(|m| m.span == *at && matches!(m.time, Time::Span { .. }))
    };
    if let Some(((value, zone), span)) = of(|role| *role == Role::Title).find(|(_, span)| !over_days(span)) {
        let mut found = place(value, zone, PublishedBasis::Title(span), zones);
        found.bounds = false;
        return Some(found);
    }
    if let Some((date, span)) = of_week(parsed) {
        let mut found = place(Value::day(date, Known::Date), None, PublishedBasis::Title(span), zones);
        found.bounds = false;
        return Some(found);
    }
    if let Some((date, span)) = in_slug(article, parsed) {
        let mut found = place(Value::day(date, Known::Date), None, PublishedBasis::Title(span), zones);
        found.bounds = false;
        return Some(found);
    }
    from_file_name(&article.path)
        .map(|date| place(Value::day(date, Known::Date), None, PublishedBasis::FileName, zones))
}

/// Whether a stamp stands behind the word that it was published then: "Published 27 August 2020".
fn is_labelled(article: &Article, stamp: Span) -> bool {
    let tokens = article.tokens_of(&stamp.range());
    let sentence = article
        .sentence_of(tokens.start)
        .map(|at| article.sentences[at].tokens.clone());
    let from = sentence.map_or(tokens.start, |it| it.start);
    let view = View::of(article, &(from..tokens.start));
    (from..tokens.start).any(|at| view.says_any(at, &["published", "posted", "issued"]))
}

/// "Digest #88: the week of 6–12 March 2023": who tells of a week by the names of its days writes on the last of them.
fn of_week(parsed: &Parsed) -> Option<(Date, Span)> {
    let whole = |date: CalendarDate| Date::new(date.year?, date.month?, date.day?);
    let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
    let mut titles = roles.filter(|(_, role)| **role == Role::Title);
    titles.find_map(|(mention, _)| {
        let last = match &mention.time {
            Time::Span { from, to, .. } => match (from.day?, to.day?) {
                (Day::WeekOf(_), Day::Date(last)) => whole(last)?,
                _ => return None,
            },
            Time::Point { point, .. } => match point.day? {
                Day::WeekOf(first) => whole(first)?.plus_days(6),
                _ => return None,
            },
            _ => return None,
        };
        Some((last, mention.span))
    })
}

/// "NAIROBI, Aug 26 (Wire) —", where nothing tells the year: the moment of writing in the one that stands in for it.
pub fn in_stand_in_year(parsed: &Parsed, zones: &Zones, year: i32) -> Option<Writing> {
    let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
    let mut datelines = roles.filter(|(_, role)| **role == Role::Dateline);
    datelines.find_map(|(mention, _)| match &mention.time {
        Time::Point { point, .. } => match point.day? {
            Day::Date(date) => {
                let day = Date::new(date.year.unwrap_or(year), date.month?, date.day?)?;
                let value = Value::day(day, Known::Yearless);
                Some(place(value, None, PublishedBasis::Dateline(mention.span), zones))
            }
            _ => None,
        },
        _ => None,
    })
}

/// When a text says that it first came out, metadata before stamps.
pub fn first(article: &Article, parsed: &Parsed, zones: &Zones) -> Option<Writing> {
    let by_metadata = |w: &Writing| matches!(w.basis, PublishedBasis::Metadata(_));
    stamps_of(Role::Published, article, parsed, zones).min_by_key(|w| (!by_metadata(w), w.latest))
}

/// Each stamp of a page that plays a part.
fn stamps_of(wanted: Role, article: &Article, parsed: &Parsed, zones: &Zones) -> impl Iterator<Item = Writing> {
    let habits = Habits::of(article, parsed);
    let roles = parsed.layout.roles.iter().enumerate();
    roles
        .filter(move |(_, role)| **role == wanted)
        .filter_map(move |(index, _)| {
            let m = &parsed.mentions[index];
            let (value, zone) = stated_whole(index, zones, habits)?;
            Some(place(value, zone, basis_of_stamp(article, m.span), zones))
        })
}

/// What a text says of its publication and of its last change, metadata before stamps.
pub fn stamps(article: &Article, parsed: &Parsed, zones: &Zones) -> (Option<Published>, Option<Published>) {
    let by_metadata = |w: &Writing| matches!(w.basis, PublishedBasis::Metadata(_));
    let told = |w: Writing| Published {
        value: w.value,
        basis: w.basis,
    };
    (
        first(article, parsed, zones).map(told),
        stamps_of(Role::Updated, article, parsed, zones)
            .max_by_key(|w| (by_metadata(w), w.latest))
            .map(told),
    )
}

fn basis_of_stamp(article: &Article, span: Span) -> PublishedBasis {
    let front = article
        .blocks
        .iter()
        .any(|b| b.kind == BlockKind::FrontMatter && b.span.contains(span));
    if front {
        PublishedBasis::Metadata(span)
    } else {
        PublishedBasis::Stamp(span)
    }
}

/// Puts a moment of writing onto the story's wall.
fn place(value: Value, zone: Option<Zone>, basis: PublishedBasis, zones: &Zones) -> Writing {
    let has_clock = value.granularity <= Granularity::Minute;
    let offset = value
        .offset
        .map(Zone::Fixed)
        .or(zone)
        .or(if has_clock { zones.document } else { None });
    let instant = if has_clock {
        offset.map(|zone| zone.instants(value.wall).first())
    } else {
        None
    };
    let wall = match (instant, zones.document) {
        (Some(at), Some(zone)) => zone.wall_at(at),
        _ => value.wall,
    };
    let latest = if has_clock { wall.plus(59) } else { value.window().1 };
    Writing {
        value,
        basis,
        date: wall.date(),
        now: latest,
        latest,
        instant,
        bounds: true,
        updated: None,
    }
}
