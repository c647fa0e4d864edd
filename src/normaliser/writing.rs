//! When a text was written.
//!
//! One would get wrong that a page has many dates: the command line outranks its metadata, that its stamps, those
//! its dateline, and a date in the title is the story's as much as the writer's.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::span::Span;
use crate::article::token::{Case, Kind};
use crate::parser::Parsed;
use crate::parser::layout::{self, Role};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{CalendarDate, Day, Point};
use crate::parser::time::view::View;

use super::calendar::{Date, Instant, Wall, Zone};
use super::day::Anchor;
use super::document::{Published, PublishedBasis};
use super::value::{Granularity, Known, Value};
use super::years::{told_year, years};
use super::zones::Zones;

/// Blocks at the top of a page in which its own address may stand.
const MOST_OF_HEAD: usize = 8;

/// Words and marks of a line that is an address and what it is the address of.
const LONGEST_SOURCE_LINE: usize = 16;

/// Days within which the dates of one story lie.
const NEAR: i64 = 7;

/// Days behind which a post and the date beside its writer's name do not belong together.
const HALF_A_YEAR: i64 = 180;

/// Days for which a story is rewritten with what is new.
const LONGEST_RUN: i64 = 2;

/// Days for which updates are put above a story that stays as it was.
const LONGEST_OF_UPDATES: i64 = 7;

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
                let longest = match parsed.layout.original {
                    Some(_) => LONGEST_OF_UPDATES,
                    None => LONGEST_RUN,
                };
                touched_up(first, last, span, longest, added || unseen || below)
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

/// "NOVEMBER 11, 2019 / 7:48 AM / UPDATED 3 HOURS AGO": whether a page says beside its stamp that it has been changed since, and
/// not by the calendar.
fn is_updated_since(article: &Article, stamp: Span) -> bool {
    const FURTHEST: usize = 8;
    const UNITS: &[&str] = &["hour", "hours", "minute", "minutes", "min", "mins", "h"];
    let behind = article.tokens_of(&stamp.range()).end;
    let view = View::of(article, &(behind..article.tokens.len()));
    (behind..behind + FURTHEST)
        .any(|at| view.says(at, "updated") && view.says_any(at + 2, UNITS) && view.says(at + 3, "ago"))
}

/// Whether a stamp says that the page was first published then, and stamped entries stand below it.
fn is_first_of(article: &Article, parsed: &Parsed, stamp: Span) -> bool {
    const LABEL: usize = 4;
    let tokens = article.tokens_of(&stamp.range());
    let label = tokens.start.saturating_sub(LABEL)..tokens.start;
    let first = label
        .into_iter()
        .any(|at| article.words(article.tokens[at].span).eq_ignore_ascii_case("first"));
    let entries = parsed.mentions.iter().zip(&parsed.layout.roles);
    let heads = |(mention, role): &(&Mention, &Role)| mention.span > stamp && matches!(role, Role::Entry { .. });
    first && entries.filter(heads).take(2).count() == 2
}

/// Whether a date far before a stamp with a clock is that on which its writer joined, as forums have it beside a post.
fn is_of_member(first: &Writing, last: &Writing) -> bool {
    let (by_day, by_clock) = (
        first.value.granularity == Granularity::Day,
        last.value.granularity <= Granularity::Minute,
    );
    by_day && by_clock && first.date.days_until(last.date) > HALF_A_YEAR
}

/// A story that is still running is written anew, a later update is a correction or the page's move to another system:
/// "Updated 13 September 2021, published 19 February 2020" leaves the story's "today" where it was, and so does what was
/// `added` to the story below a stamp of its own.
fn touched_up(first: Writing, last: Writing, words: Span, longest: i64, added: bool) -> Writing {
    if first.date.days_until(last.date) <= longest && !added {
        return last;
    }
    Writing {
        latest: last.latest,
        instant: first.instant.and(last.instant),
        updated: Some((last.value, words)),
        ..first
    }
}

/// A story that was published at 4:29 p.m. and goes on with "UPDATE 10 p.m.:" or "Update: 18 April" was written then: an
/// update is no older than what it updates.
fn updated_since(article: &Article, parsed: &Parsed, mut found: Writing, zones: &Zones) -> Writing {
    let stamps = || {
        let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
        roles.filter_map(|(mention, role)| match &mention.time {
            Time::Point { point, .. } if *role == Role::Updated => Some((mention, point)),
            _ => None,
        })
    };
    let dated = stamps().any(|(_, point)| point.day.is_some());
    let habits = Habits::of(article, parsed);
    // "Mar 5th 2019, 1:36 PM", and "Updated 5.10pm" below it.
    for (mention, point) in stamps().chain(updates(article, parsed)) {
        let stamp = match point.day {
            Some(_) => stated_in_year(point, found.date.year(), zones, habits),
            None => later_that_day(point, &found, zones).map(|value| (value, zones.document)),
        };
        let Some((value, zone)) = stamp else { continue };
        let update = place(value, zone, found.basis, zones);
        // A page whose metadata stop at 5:01 p.m. goes on where it prints "updated at 6:01 p.m." of that day; of a later day
        // it is told already which stamp counts.
        let same_day = update.date == found.latest.date() && update.value.granularity <= Granularity::Minute;
        let counts = !dated || point.day.is_some() && same_day;
        if counts && update.latest > found.latest {
            (found.latest, found.instant) = (update.latest, found.instant.and(update.instant));
            found.updated = Some((value, mention.span));
        }
    }
    found
}

/// The stamps of what a story goes on with: "UPDATE 10 p.m.: …", "UPDATE (24 March 2023, 14:35 UTC): …".
fn updates<'a>(article: &'a Article, parsed: &'a Parsed) -> impl Iterator<Item = (&'a Mention, &'a Point)> {
    let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
    roles.filter_map(|(mention, role)| match (&mention.time, role) {
        (Time::Point { point, .. }, Role::Entry { .. }) => {
            let at = article.sentences[mention.sentence].block;
            let block = &article.blocks[at].tokens;
            let told = parsed.layout.told_from(block)..block.end;
            let opens = layout::opens_update(&View::of(article, &told));
            (opens || parsed.layout.additions.contains(&at)).then_some((mention, point))
        }
        _ => None,
    })
}

/// The dates of "This article was amended on 13 March to add a comment": what was changed, and not the story, is of that day.
fn notes_of_change<'a>(article: &'a Article, parsed: &'a Parsed) -> impl Iterator<Item = &'a Mention> {
    const STORIES: &[&str] = &["article", "story", "report", "piece", "post", "copy"];
    const CHANGED: &[&str] = &["amended", "corrected", "updated", "revised", "edited", "clarified"];
    parsed.mentions.iter().filter(|mention| {
        let sentence = &article.sentences[mention.sentence].tokens;
        let view = View::of(article, sentence);
        let before = || sentence.start..mention.tokens.start;
        // "The Northern Report · Posted: 3 May | Updated: 4 May" names a paper.
        let plain = |at: usize| at == sentence.start || view.case(at) == Some(Case::Lower);
        before().any(|at| plain(at) && view.says_any(at, STORIES)) && before().any(|at| view.says_any(at, CHANGED))
    })
}

/// A clock without a day, told in the story's zone, on the day of a stamp that has a clock too.
fn later_that_day(point: &Point, stamp: &Writing, zones: &Zones) -> Option<Value> {
    let clock = point.clock.filter(|_| stamp.value.granularity <= Granularity::Minute)?;
    let here = point.zone.is_none_or(|zone| zones.named(zone).zone == zones.document);
    let wall = stamp.date.at(super::clock::second_as_said(&clock));
    let offset = zones.document.map(|zone| zone.offset_at(zone.instants(wall).first()));
    here.then_some(Value {
        wall,
        granularity: Granularity::Minute,
        part: None,
        known: Known::Date,
        offset,
    })
}

/// The date in an address at the top of the page, as sites that publish by the day have it.
fn in_address(article: &Article, parsed: &Parsed) -> Option<(Date, Span)> {
    let head = article.blocks.iter().take(parsed.layout.body.min(MOST_OF_HEAD) + 1);
    head.filter(|block| block.tokens.len() <= LONGEST_SOURCE_LINE)
        .flat_map(|block| &article.tokens[block.tokens.clone()])
        .filter(|token| token.kind == Kind::Code)
        .find_map(|token| Some((date_of_address(article.words(token.span))?, token.span)))
}

/// The date in a title that is an address: "Incidents/2019-11-03-pump2", at the very top or as a heading of the page's
/// head; or anywhere there in the name of an incident.
fn in_slug(article: &Article, parsed: &Parsed) -> Option<(Date, Span)> {
    let head = article.blocks.iter().take(parsed.layout.body.min(MOST_OF_HEAD) + 1);
    head.enumerate()
        .filter(|(_, block)| block.tokens.len() <= LONGEST_SOURCE_LINE)
        .find_map(|(at, block)| {
            let titles = at == 0 || matches!(block.kind, BlockKind::Heading(_));
            let mut words = article.words(block.span).split_whitespace();
            let date =
                words.find_map(|word| date_of_incident(word).or_else(|| date_of_slug(word).filter(|_| titles)))?;
            Some((date, block.span))
        })
}

/// "#inc-20240919-card-auth", "INC-2024-09-19-2": the day in the name of an incident or of the channel made for it.
fn date_of_incident(name: &str) -> Option<Date> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let mut parts = name.split(['-', '_']);
    let named = parts
        .next()
        .is_some_and(|it| matches!(it, "inc" | "incident" | "outage"));
    let figures: String = parts
        .take_while(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .take(3)
        .collect();
    let (year, day) = figures.get(..8).filter(|_| named)?.split_at(4);
    let year = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    Date::new(year, day[..2].parse().ok()?, day[2..].parse().ok()?)
}

/// "Incidents/2019-11-03-pump2"
fn date_of_slug(slug: &str) -> Option<Date> {
    slug.split(['/', ':', '_']).find_map(|part| {
        let mut figures = part.splitn(4, '-');
        let year = figures.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = figures.next()?.parse().ok()?;
        let date = Date::new(year, month, figures.next()?.parse().ok()?)?;
        let path = slug.contains('/') || figures.next().is_some();
        (path && (1990..2100).contains(&year)).then_some(date)
    })
}

/// "https://example.com/2021/10/04/down"
fn date_of_address(address: &str) -> Option<Date> {
    let (_, path) = address.split_once("://")?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    parts.windows(3).find_map(|parts| {
        let year = parts[0].parse().ok().filter(|year| (1990..2100).contains(year))?;
        Date::new(year, parts[1].parse().ok()?, parts[2].parse().ok()?)
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

/// What a text's other dates tell of its stamps.
#[derive(Clone, Copy)]
struct Habits<'a> {
    /// The dates themselves.
    parsed: &'a Parsed,
    /// The year of those without one.
    year: Option<i32>,
    /// The order of their figures.
    day_first: Option<bool>,
}

impl<'a> Habits<'a> {
    fn of(article: &Article, parsed: &'a Parsed) -> Self {
        Self {
            parsed,
            year: years(parsed),
            day_first: day_first(article, parsed),
        }
    }
}

/// Whether a text writes "25/12/2020", by the first of its dates whose figures tell which of them is the day, else by
/// the order in which its dates lie together.
pub fn day_first(article: &Article, parsed: &Parsed) -> Option<bool> {
    let by_figures = decided_by_figures(article, parsed);
    by_figures.or_else(|| order_by_nearness(&whole_dates(parsed)))
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

fn point_of(mention: &Mention) -> Option<Point> {
    match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => Some(*point),
        _ => None,
    }
}

/// The clock of a stamp whose day stands apart, on the line above it.
fn clock_apart(parsed: &Parsed, index: usize, day: &Point) -> Option<Point> {
    let next = index + 1;
    let clock = point_of(parsed.mentions.get(next)?)?;
    let stamp = day.clock.is_none() && parsed.layout.roles[index] == Role::Published;
    let apart = parsed.layout.roles[next] == Role::Published && clock.day.is_none();
    (stamp && apart && clock.clock.is_some()).then_some(clock)
}

/// The value of a stamp and its zone, where its clock stands apart too.
fn stated_whole(index: usize, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    let mut point = point_of(&habits.parsed.mentions[index])?;
    if let Some(clock) = clock_apart(habits.parsed, index, &point) {
        (point.clock, point.zone) = (clock.clock, clock.zone);
    }
    stated_at(&point, zones, habits)
}

/// The value of a stamp, and the zone that it names.
fn stated(mention: &Mention, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    stated_at(&point_of(mention)?, zones, habits)
}

/// The same of a stamp that may leave its year, "Updated 26.11. 18:40", to the moment of writing.
fn stated_in_year(point: &Point, year: i32, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    let mut point = *point;
    if let Some(Day::Date(date)) = &mut point.day {
        date.year = date.year.or_else(|| told_year(habits.parsed, date)).or(Some(year));
    }
    stated_at(&point, zones, habits)
}

fn stated_at(point: &Point, zones: &Zones, habits: Habits<'_>) -> Option<(Value, Option<Zone>)> {
    let mut day = point.day?;
    if let Day::Date(date) = &mut day {
        date.year = date.year.or_else(|| told_year(habits.parsed, date)).or(habits.year);
        date.year?;
        date.month?;
        date.day?;
        if date.order_open && habits.day_first.unwrap_or_else(|| swaps(point, zones)) {
            (date.month, date.day) = (date.day, date.month);
        }
    } else if !matches!(day, Day::Epoch(_)) {
        return None;
    }
    if let Day::Epoch(seconds) = day {
        let value = Value {
            wall: Wall(seconds),
            granularity: Granularity::Second,
            part: None,
            known: Known::Date,
            offset: Some(0),
        };
        return Some((value, Some(Zone::UTC)));
    }
    let anchor = Anchor {
        now: None,
        focus: None,
        narrative: false,
        ahead: false,
        late: false,
        told: false,
        before: false,
        open_ended: false,
        year: None,
        known: Known::Date,
    };
    let mut value = anchor.resolve(&day)?.value;
    let zone = point.zone.and_then(|z| zones.named(z).zone);
    if let Some(clock) = point.clock {
        let hour = super::clock::hour_as_said(&clock);
        value.wall = value
            .wall
            .plus(hour * 3600 + i64::from(clock.minute) * 60 + i64::from(clock.second.unwrap_or(0)));
        value.granularity = if clock.second.is_some() {
            Granularity::Second
        } else {
            Granularity::Minute
        };
        value.offset = zone.map(|zone| zone.offset_at(zone.instants(value.wall).first()));
    }
    Some((value, zone))
}

/// Whether "04/10/2021" is read day first: outside American zones, unless a twelve-hour clock stands beside it.
pub fn swaps(point: &Point, zones: &Zones) -> bool {
    let zone = point.zone.and_then(|z| zones.named(z).zone).or(zones.document);
    let american = zone.is_some_and(|z| {
        z.name().starts_with("America/") || z.name().starts_with("US/") || z.name().starts_with("Pacific/Honolulu")
    });
    let twelve_hour = point
        .clock
        .is_some_and(|c| matches!(c.half, crate::parser::time::expression::DayHalf::Said(_)));
    let other = zone.is_some_and(|z| z.is_place()) && !american;
    other || !(american || twelve_hour)
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

/// "report-2021-10-04.md", "20211004-outage.txt"
fn from_file_name(path: &str) -> Option<Date> {
    let name = path.rsplit(['/', '\\']).next()?;
    let digits: Vec<(usize, u8)> = name.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).collect();
    digits.windows(8).find_map(|run| {
        let figure =
            |range: std::ops::Range<usize>| run[range].iter().fold(0_u32, |n, (_, b)| n * 10 + u32::from(b - b'0'));
        // Eight figures, together or parted after the year and the month.
        let gaps: Vec<usize> = run.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        let together = gaps.iter().all(|g| *g == 1);
        let parted = gaps
            .iter()
            .enumerate()
            .all(|(i, g)| if i == 3 || i == 5 { *g == 2 } else { *g == 1 });
        let year = figure(0..4) as i32;
        if !(together || parted) || !(1990..2100).contains(&year) {
            return None;
        }
        Date::new(year, figure(4..6) as u8, figure(6..8) as u8)
    })
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

    #[test]
    fn a_date_in_an_address_is_found() {
        let found = Date::new(2021, 10, 4);
        assert_eq!(date_of_address("https://example.com/2021/10/04/pumps-down"), found);
        assert_eq!(date_of_address("https://example.com/news/2021/10/4/8123/pumps"), found);
        assert_eq!(date_of_address("https://example.com/8123/10/4"), None);
        assert_eq!(date_of_address("/var/log/2021/10/04"), None);
    }

    #[test]
    fn a_date_in_a_slug_is_found() {
        let found = Date::new(2019, 11, 3);
        assert_eq!(date_of_slug("Incidents/2019-11-03-pump2"), found);
        assert_eq!(date_of_slug("Water:Reports/2019-11-03"), found);
        assert_eq!(date_of_slug("2019-11-03:"), None);
        assert_eq!(date_of_slug("pump-2019-11"), None);
        assert_eq!(date_of_slug("a/8019-11-03"), None);
    }

    #[test]
    fn a_date_in_the_name_of_an_incident_is_found() {
        for (name, told) in [
            ("#inc-20240919-card-auth", Some((2024, 9, 19))),
            ("INC-2024-09-19-2:", Some((2024, 9, 19))),
            ("incident-20241399", None),
            ("INC-20881234", None),
            ("INC-4711", None),
            ("ticket-20240919", None),
        ] {
            let date = told.and_then(|(year, month, day)| Date::new(year, month, day));
            assert_eq!(date_of_incident(name), date, "{name}");
        }
    }

    #[test]
    fn a_date_in_a_file_name_is_found() {
        assert_eq!(from_file_name("a/report-2021-10-04.md"), Date::new(2021, 10, 4));
        assert_eq!(from_file_name("20211004-outage.txt"), Date::new(2021, 10, 4));
        assert_eq!(from_file_name("OPS-2021-1004.txt"), None);
        assert_eq!(from_file_name("12345678.txt"), None);
    }
}
