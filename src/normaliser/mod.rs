//! Statements → the calendar: windows and distances, each with its reasons.
//!
//! One would get wrong that there is one "now": the writing, a post, an entry and a quotation each have their own,
//! and a length may be laid off from something told further down.

mod archived;
pub mod calendar;
mod clock;
pub mod dated;
pub mod day;
pub mod day_name;
pub mod document;
mod entries;
mod holiday;
mod language;
mod places;
mod pluperfect;
mod refuted;
mod shift;
mod story;
pub mod timex3;
pub mod vagueness;
pub mod value;
pub mod writing;
mod years;
pub mod zones;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::Options;
use crate::article::Article;
use crate::article::draft::Notice;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::lexicon::unit::Unit;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::Time;
use crate::parser::statement::kind::Modality;
use crate::parser::statement::term::puts_off;
use crate::parser::time::expression::{Day, Point};
use dated::{Claim, Normalised};
use document::{ClockBasis, Document, DocumentZone, Published, PublishedBasis, Scale, Warning, ZoneBasis};
use shift::Shifts;
use story::Story;
use value::Known;
use zones::Zones;

/// Seconds by which a story's clock may run ahead of the one that its publication is stamped by: a newsroom overseas.
const FURTHEST_ZONES: i64 = 9 * 3600;

/// Puts a parsed text on the calendar. `document` is its index among the texts given.
pub fn normalise(article: &Article, parsed: &Parsed, options: &Options, document: usize) -> Normalised {
    let zones = Zones::of(article, parsed, options.zone);
    let told = walk(article, parsed, options, document, zones.clone());
    // A publication stamp of another place: in its zone the story would be told before it happened.
    if matches!(zones.basis, DocumentZone::Stamp(_))
        && let Some((latest, words)) = after_writing(article, parsed, &told).or_else(|| put_back(&told))
        && let Some(written) = told.normalised.writing.and_then(|w| w.instant)
    {
        let mut again = walk(
            article,
            parsed,
            options,
            document,
            told.zones.without_stamp(options.zone, latest, written),
        );
        again.warnings.push(Warning {
            code: "stamp-zone",
            message: format!(
                "“{}” would be {} after the writing in the zone of its stamp: the story is told in another, {}",
                article.words(words),
                length(latest),
                allowed(told.zones.document, latest),
            ),
            document: Some(document),
            span: Some(words),
        });
        return again.normalised();
    }
    told.normalised()
}

/// What a walk through a text found, with the zones it was walked in.
struct Walked {
    normalised: Normalised,
    zones: Zones,
    warnings: Vec<Warning>,
    /// What [`Story`] noticed of clocks behind the writing.
    put_back: Option<(i64, Span)>,
    /// To where a list of the text goes on behind its stamp.
    goes_on: Option<calendar::Wall>,
}

impl Walked {
    fn normalised(mut self) -> Normalised {
        // The last entry of such a list was written when it says, so nothing in it lies ahead.
        if let (Some(writing), Some(end)) = (&mut self.normalised.writing, self.goes_on) {
            writing.latest = writing.latest.max(end);
            let zone = self.zones.document.filter(|_| writing.instant.is_some());
            writing.instant = zone
                .map(|zone| zone.instants(writing.latest).last())
                .or(writing.instant);
        }
        self.normalised.warnings.append(&mut self.warnings);
        self.normalised
    }
}

/// The statement that lies furthest behind the writing, by how many seconds, and its words.
fn after_writing(article: &Article, parsed: &Parsed, told: &Walked) -> Option<(i64, Span)> {
    let written = told.normalised.writing.filter(|w| w.bounds)?.instant?;
    told.normalised
        .dated
        .iter()
        .filter(|d| d.clock == ClockBasis::Stated && d.zone_basis == ZoneBasis::Document && d.scale == Scale::Utc)
        .filter(|d| {
            let statement = &parsed.statements[d.statement];
            // "Has been extended till 11.55 p.m." is to come.
            let to_come = d.ahead || puts_off(article, &parsed.mentions[d.mention]);
            statement.modality == Modality::Actual && statement.role == Role::Prose && !to_come
        })
        .map(|d| (d.start - written.0, parsed.mentions[d.mention].span))
        .filter(|(behind, _)| *behind > 600 && *behind < 86_400)
        .max_by_key(|(behind, _)| *behind)
}

/// The clock that was furthest behind the writing before it was put on the day before, where the text names a place so
/// far east that it need not be.
fn put_back(told: &Walked) -> Option<(i64, Span)> {
    let written = told.normalised.writing.filter(|w| w.bounds)?.instant?;
    let (behind, _) = told.put_back?;
    let elsewhere = told.zones.without_stamp(None, behind, written);
    told.put_back
        .filter(|_| behind < FURTHEST_ZONES && matches!(elsewhere.basis, DocumentZone::Place(_)))
}

/// The zones that a story allows: so far east that its latest time lies before the writing.
fn allowed(stamp: Option<calendar::Zone>, behind: i64) -> String {
    let offset = stamp.map_or(0, |zone| zone.offset_at(calendar::Instant(0)));
    let least = i64::from(offset) + behind;
    let quarter = least.div_euclid(900) + i64::from(least.rem_euclid(900) > 0);
    format!(
        "at UTC{} or further east",
        calendar::offset_text((quarter * 900) as i32)
    )
}

/// "2 h 30 min"
fn length(seconds: i64) -> String {
    match (seconds / 3600, seconds / 60 % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Walks through a text in the zones given.
fn walk(article: &Article, parsed: &Parsed, options: &Options, document: usize, zones: Zones) -> Walked {
    let mut warnings: Vec<Warning> = article.notices.iter().map(of_reading).collect();
    warnings.extend(language::warning(article));
    warnings.extend(zones.warnings(article, parsed));
    let writing = writing::writing(article, parsed, &zones, options.date);
    let known = if writing.is_some() {
        Known::Date
    } else {
        known(article, parsed)
    };
    if writing.is_none() && !parsed.mentions.is_empty() {
        warnings.push(no_date(known));
    }
    warnings.extend(before_its_story(parsed, writing.as_ref()));
    let mut story = Story::new(article, parsed, &zones, writing, known, document);
    let goes_on = story.revised;
    let mut shifts = Shifts::default();
    let mut undated = Vec::new();
    for index in in_reading_order(parsed) {
        let statement = &parsed.statements[index];
        let Some(mention) = statement.mention else {
            undated.push(index);
            continue;
        };
        story.pass_original(&parsed.mentions[mention]);
        story.turn_to_post(&parsed.mentions[mention]);
        match statement.role {
            Role::Metadata => story.turn_to_original(&parsed.mentions[mention]),
            Role::Published | Role::Updated | Role::Dateline | Role::Aside => {}
            Role::Title => open_with(&mut story, index, parsed),
            Role::Heading => {
                story.place(index, statement);
            }
            Role::Prose | Role::Signature { .. } | Role::Entry { .. } => {
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
    let mut slips = std::mem::take(&mut story.slips);
    let put_back = story.put_back;
    slips.extend(entries::straighten(article, parsed, &mut shifts.dated));
    shifts.lengths(article, parsed);
    shifts.dated.shrink_to_fit();
    warnings.append(&mut story.warnings);
    undated.retain(|index| shifts.of_statement(*index).is_none());
    for warning in &mut warnings {
        warning.document = Some(document);
    }
    let (published, modified) = writing::stamps(article, parsed, &zones);
    let modified = modified.or_else(|| {
        let (value, words) = writing?.updated?;
        let basis = PublishedBasis::Stamp(words);
        Some(Published { value, basis })
    });
    let of_writing = |w: writing::Writing| Published {
        value: w.value,
        basis: w.basis,
    };
    let given = writing.filter(|w| w.basis == PublishedBasis::Flag).map(of_writing);
    let normalised = Normalised {
        document: Document {
            path: article.path.clone(),
            text: Arc::clone(&article.text),
            title: parsed.layout.title.map(|at| article.blocks[at].span),
            published: given.or(published).or(writing.map(of_writing)),
            modified,
            place: place(article, parsed, &zones),
            zone: zones.document,
            zone_basis: zones.basis,
        },
        writing,
        claims: claims(parsed),
        dated: shifts.dated,
        by_statement: shifts.by_statement,
        distances: shifts.distances,
        voice: dated::Voice::Heard,
        retold: Vec::new(),
        slips,
        undated,
        warnings: Vec::new(),
    };
    Walked {
        normalised,
        zones,
        warnings,
        put_back,
        goes_on,
    }
}

/// The place of the dateline, without its date and its agency, where the place is one that we know.
fn place(article: &Article, parsed: &Parsed, zones: &Zones) -> Option<Span> {
    let tokens = parsed.layout.place.clone().filter(|_| zones.knows_place())?;
    let dated = parsed
        .mentions
        .iter()
        .map(|m| m.tokens.start)
        .find(|at| tokens.contains(at));
    let bracket = tokens.clone().find(|at| article.tokens[*at].kind == Kind::Symbol('('));
    let mut end = dated.into_iter().chain(bracket).min().unwrap_or(tokens.end);
    while end > tokens.start && matches!(article.tokens[end - 1].kind, Kind::Symbol(',' | '-' | '–' | '—' | ':')) {
        end -= 1;
    }
    article.span_of(tokens.start..end)
}

/// The statements as a reader takes them in: a stamp below its text is read before it.
fn in_reading_order(parsed: &Parsed) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parsed.statements.len()).collect();
    order.sort_by_key(|index| {
        let statement = &parsed.statements[*index];
        let Some(mention) = statement.mention.map(|m| &parsed.mentions[m]) else {
            return (usize::MAX, 0);
        };
        match &statement.role {
            Role::Entry { text } | Role::Signature { text } => (
                text.first()
                    .map_or(mention.tokens.start, |t| t.start.min(mention.tokens.start)),
                0,
            ),
            _ => (mention.tokens.start, 1),
        }
    });
    order
}

/// How much of a date a text without a moment of writing can know.
fn known(article: &Article, parsed: &Parsed) -> Known {
    let ahead = parsed.to_come();
    let earlier = of_earlier_outages(article, parsed);
    // The days that are named, and whether as something to come.
    let days: Vec<(Day, bool)> = parsed
        .mentions
        .iter()
        .enumerate()
        .filter(|(at, _)| parsed.layout.roles[*at] != Role::Aside && !earlier.contains(at))
        .filter_map(|(at, m)| match &m.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => Some((point.day?, ahead.contains(&at))),
            _ => None,
        })
        .collect();
    let year = years::years(parsed).is_some();
    let whole = days.iter().any(|(day, _)| {
        matches!(day, Day::Date(d) if d.year.is_some() && d.is_whole()) || matches!(day, Day::Epoch(_))
    });
    let dated = |(day, _): &&(Day, bool)| matches!(day, Day::Date(d) if d.is_whole());
    let yearless = days.iter().any(|it| dated(&it));
    let told = days.iter().any(|it| dated(&it) && !it.1);
    // "yesterday" and "today" part two days; "tomorrow" is where the story has not come to.
    let weekday = days
        .iter()
        .any(|(day, _)| matches!(day, Day::Weekday { .. } | Day::Deictic(..0)));
    // "Off since 7:30 … The next quiz is on June 20": what is told to the hour is not of the day of a plan.
    let clock_told = || {
        let mut told = parsed
            .statements
            .iter()
            .filter(|s| s.role == Role::Prose && s.modality == Modality::Actual);
        told.any(|it| {
            let time = it.mention.map(|at| &parsed.mentions[at].time);
            matches!(time, Some(Time::Point { point, .. }) if point.clock.is_some())
        })
    };
    match () {
        () if whole || yearless && year => Known::Date,
        // "Bills due on 1 October" dates no week.
        () if told || yearless && !weekday && !clock_told() => Known::Yearless,
        () if weekday => Known::Weekday,
        () => Known::Clock,
    }
}

/// "The last time trading stopped was on Jan. 14, 1994, … Before that, it stopped on Oct. 2, 1992": mentions told of other outages,
/// and what their paragraph tells after them. No date among them gives a story its week.
fn of_earlier_outages(article: &Article, parsed: &Parsed) -> FxHashSet<usize> {
    let block = |mention: usize| article.sentences[parsed.mentions[mention].sentence].block;
    let mut out = FxHashSet::default();
    let mut block_of_history = None;
    for statement in &parsed.statements {
        let Some(mention) = statement.mention.filter(|_| statement.role == Role::Prose) else {
            continue;
        };
        if statement.history {
            block_of_history = Some(block(mention));
        }
        if block_of_history == Some(block(mention)) {
            out.insert(mention);
        }
    }
    out
}

fn no_date(known: Known) -> Warning {
    let message = match known {
        Known::Date => {
            "nothing says when the text was written; its own dates are used (--date gives the moment of writing)"
        }
        Known::Yearless => {
            "nothing gives the year: the timeline stands on days of an unknown one (--date gives the moment of writing)"
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

/// A warning where the date that the user gives lies in a year before all that the text names.
fn before_its_story(parsed: &Parsed, writing: Option<&writing::Writing>) -> Option<Warning> {
    let given = writing.filter(|w| w.basis == PublishedBasis::Flag)?.date.year();
    let dates = parsed.mentions.iter().filter_map(|mention| match &mention.time {
        Time::Point {
            point: Point {
                day: Some(Day::Date(date)),
                ..
            },
            ..
        } => date.year.filter(|_| date.month.is_some()),
        _ => None,
    });
    let first = dates.min().filter(|first| *first > given)?;
    Some(Warning {
        code: "date-before-text",
        message: format!("the date given lies in {given}, but the text itself tells of {first}: is it right?"),
        document: None,
        span: None,
    })
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
    }
    | Time::Span {
        from: Point {
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
    story.open_on_weekday(mention, statement);
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
            // "Latency of 80 ms" is of what is measured, and no outage.
            Time::Length(length) if length.finest() > Unit::Millisecond => Some(Claim {
                mention: index,
                extent: vagueness::extent(length, mention.hedge),
            }),
            _ => None,
        })
        .collect()
}
