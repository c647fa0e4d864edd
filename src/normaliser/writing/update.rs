//! What is written after a page first came out: updates of its story, and changes that leave that where it was.
//!
//! One would get wrong that the last stamp tells when the story was written: a story that still runs is written anew, and one
//! of last year is only moved, amended or corrected.

use crate::article::Article;
use crate::article::span::Span;
use crate::article::token::Case;
use crate::normaliser::clock;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::zones::Zones;
use crate::parser::Parsed;
use crate::parser::layout::{self, Role};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::Point;
use crate::parser::time::view::View;

use super::stated::{Habits, stated_in_year};
use super::{Writing, place};

/// Days behind which a post and the date beside its writer's name do not belong together.
const HALF_A_YEAR: i64 = 180;

/// Days for which a story is rewritten with what is new.
const LONGEST_RUN: i64 = 2;

/// Days for which updates are put above a story that stays as it was.
const LONGEST_OF_UPDATES: i64 = 7;

/// "NOVEMBER 11, 2019 / 7:48 AM / UPDATED 3 HOURS AGO": whether a page says beside its stamp that it has been changed since, and
/// not by the calendar.
pub(super) fn is_updated_since(article: &Article, stamp: Span) -> bool {
    const FURTHEST: usize = 8;
    const UNITS: &[&str] = &["hour", "hours", "minute", "minutes", "min", "mins", "h"];
    let behind = article.tokens_of(&stamp.range()).end;
    let view = View::of(article, &(behind..article.tokens.len()));
    (behind..behind + FURTHEST)
        .any(|at| view.says(at, "updated") && view.says_any(at + 2, UNITS) && view.says(at + 3, "ago"))
}

/// Whether a stamp says that the page was first published then, and stamped entries stand below it.
pub(super) fn is_first_of(article: &Article, parsed: &Parsed, stamp: Span) -> bool {
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
pub(super) fn is_of_member(first: &Writing, last: &Writing) -> bool {
    let (by_day, by_clock) = (
        first.value.granularity == Granularity::Day,
        last.value.granularity <= Granularity::Minute,
    );
    by_day && by_clock && first.date.days_until(last.date) > HALF_A_YEAR
}

/// A story that is still running is written anew, a later update is a correction or the page's move to another system:
/// "Updated 13 September 2021, published 19 February 2020" leaves the story's "today" where it was, and so does what was
/// `added` to the story below a stamp of its own. What stands `above` the story as it was goes on with it for longer.
pub(super) fn touched_up(first: Writing, last: Writing, words: Span, above: bool, added: bool) -> Writing {
    let longest = if above { LONGEST_OF_UPDATES } else { LONGEST_RUN };
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
pub(super) fn updated_since(article: &Article, parsed: &Parsed, mut found: Writing, zones: &Zones) -> Writing {
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
pub(super) fn updates<'a>(article: &'a Article, parsed: &'a Parsed) -> impl Iterator<Item = (&'a Mention, &'a Point)> {
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
pub(super) fn notes_of_change<'a>(article: &'a Article, parsed: &'a Parsed) -> impl Iterator<Item = &'a Mention> {
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
    let wall = stamp.date.at(clock::second_as_said(&clock));
    let offset = zones.document.map(|zone| zone.offset_at(zone.instants(wall).first()));
    here.then_some(Value {
        wall,
        granularity: Granularity::Minute,
        part: None,
        known: Known::Date,
        offset,
    })
}
