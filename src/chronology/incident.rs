//! The outage as a whole: its beginning, its end, its length.
//!
//! One would get wrong that these are read off two rows: they are ranges that the network proves, next to what the
//! text itself claims.

use std::ops::Range;

use crate::article::span::Span;
use crate::normaliser::dated::Claim;
use crate::normaliser::vagueness;
use crate::normaliser::value::Granularity;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::kind::{Modality, Phase, Scope};
use crate::parser::time::expression::{Expression, Timex};
use crate::parser::time::view::View;

use super::Told;
use super::network::{Point, Solution};
use super::timeline::{Bounds, Event, EventId, Incident, Length, Milestone, Scale, Stated};
use super::weave::Woven;

/// Describes every outage and gives each event its own; `rank[i]` is the happening that event `i` is, `subjects`
/// says which texts are about one outage.
pub fn incidents(
    told: &[Told],
    events: &mut [Event],
    rank: &[usize],
    subjects: &[usize],
    woven: &Woven,
    solution: &Solution,
) -> Vec<Incident> {
    let mut out = Vec::new();
    for outage in 0..subjects.iter().max().map_or(0, |last| last + 1) {
        let is_mine = |event: &Event| subjects[event.sources[0].document] == outage;
        if let Some(found) = incident(told, events, rank, (outage, subjects), woven, solution) {
            let mine = |event: &&mut Event| event.scope == Scope::Incident && is_mine(event);
            events
                .iter_mut()
                .filter(mine)
                .for_each(|event| event.incident = Some(out.len()));
            out.push(found);
        }
    }
    out
}

/// "The gates failed on 5 April", and "08:12: the gates failed": of two tellings of the beginning the one that is less
/// wide, unless there was trouble before it.
fn finest(events: &[Event], first: usize, mine: impl Fn(&&Event) -> bool) -> usize {
    let wide = &events[first];
    let (from, to) = wide.value.window();
    let within = |event: &&Event| {
        event.value.granularity < wide.value.granularity
            && event.scale == wide.scale
            && event.value.wall >= from
            && event.value.wall < to
    };
    let is_told = |event: &&Event| mine(event) && event.phase != Phase::Precursor && within(event);
    let finer = events.iter().position(|event| is_told(&event));
    finer.filter(|at| events[*at].phase == Phase::Started).unwrap_or(first)
}

/// Where an outage ended: with the event that tells so, or with the trouble that ran out.
#[derive(Clone, Copy)]
struct Ending {
    event: usize,
    point: Point,
    bounds: Bounds,
}

/// Whether an event tells that the outage was there.
fn is_trouble(event: &Event) -> bool {
    matches!(event.phase, Phase::Started | Phase::Peak | Phase::Ongoing)
}

/// "Between 10:06 and 11:20 a third of all calls failed": where nothing tells that it was over, the stretch with which it
/// began, unless the text goes on with trouble or repairs after it.
fn run_out(told: &[Told], events: &[Event], started: usize, mine: impl Fn(&&Event) -> bool) -> Option<usize> {
    let ends = |event: &Event| event.end.map(|end| end.at);
    let begins = |event: &Event| (event.scale, event.start) == (events[started].scale, events[started].start);
    let is_span =
        |(_, event): &(usize, &Event)| mine(event) && is_trouble(event) && begins(event) && is_over(told, event);
    let (last, span) = events
        .iter()
        .enumerate()
        .filter(is_span)
        .max_by_key(|(_, event)| ends(event))?;
    let goes_on = |event: &&Event| {
        let unsettled = is_trouble(event) || matches!(event.phase, Phase::Mitigating | Phase::Recovering);
        mine(event) && unsettled && (event.scale != span.scale || Some(event.start) > ends(span))
    };
    (!events.iter().any(|event| goes_on(&event))).then_some(last)
}

/// Whether a stretch has an end by the clock, and ended before it was written of: "for the past two hours" ends where the
/// writer stands, and not the trouble.
fn is_over(told: &[Told], event: &Event) -> bool {
    let Some(end) = event.end.filter(|end| end.value.granularity <= Granularity::Minute) else {
        return false;
    };
    let (text, mention) = first_telling(told, event);
    let to_now = mention.is_some_and(|m| matches!(m.time, Time::Shift { base: Base::Now, .. }));
    let now = text.normalised.writing.and_then(|it| it.instant);
    !to_now && now.is_none_or(|now| event.scale != Scale::Utc || end.at < now.0)
}

fn incident(
    told: &[Told],
    events: &[Event],
    rank: &[usize],
    (outage, subjects): (usize, &[usize]),
    woven: &Woven,
    solution: &Solution,
) -> Option<Incident> {
    let mine = |event: &&Event| {
        event.scope == Scope::Incident
            && event.modality == Modality::Actual
            && subjects[event.sources[0].document] == outage
    };
    if !events.iter().any(|e| mine(&e)) {
        return None;
    }
    let find = |phase: Phase| events.iter().position(|e| mine(&e) && e.phase == phase);
    // What is over is over once: whoever tells it again later moves no end. Only new trouble does.
    let trouble = events.iter().rposition(|e| mine(&e) && is_trouble(e));
    let over =
        |(at, e): &(usize, &Event)| mine(e) && e.phase == Phase::Resolved && trouble.is_none_or(|last| *at > last);
    let over = events.iter().enumerate().find(over).map(|(at, _)| at);
    let last = || events.iter().rposition(|e| mine(&e) && e.phase == Phase::Resolved);
    let started = find(Phase::Started).map(|first| finest(events, first, mine));
    let resolved = over
        .or_else(last)
        .filter(|end| started.is_none_or(|start| *end > start || !before(events, *end, start)));
    let start_of = |at: usize| woven.starts[rank[at]];
    let between = |from: usize, to: usize, end: Point, stated: Option<Stated>| {
        let same_story = events[from].scale == events[to].scale;
        let bounds = solution.bounds(start_of(from), end);
        let bounds = if same_story {
            (bounds.least, bounds.most)
        } else {
            (None, None)
        };
        Length {
            shortest: bounds.0.map(|s| s.max(0)),
            longest: bounds.1.filter(|m| *m >= 0),
            stated,
        }
    };
    let up_to = |from: usize, event: usize, stated: Option<Stated>| between(from, event, start_of(event), stated);
    let told_end = resolved.map(|event| Ending {
        event,
        point: start_of(event),
        bounds: events[event].bounds,
    });
    let ran_out = || {
        let event = run_out(told, events, started?, mine)?;
        Some(Ending {
            event,
            point: woven.ends[rank[event]]?,
            bounds: events[event].end?.bounds,
        })
    };
    let end = told_end.or_else(ran_out);
    let detected = events
        .iter()
        .position(|e| mine(&e) && matches!(e.phase, Phase::Detected | Phase::Acknowledged));
    let time_to_detect = started
        .zip(detected)
        .filter(|(s, d)| d > s)
        .map(|(s, d)| up_to(s, d, None));
    let until = |phase: Phase| {
        started
            .zip(find(phase))
            .filter(|(s, e)| e > s)
            .map(|(s, e)| up_to(s, e, None))
    };
    let time_to_acknowledge = until(Phase::Acknowledged);
    let time_to_mitigate = until(Phase::Mitigating);
    let whole = started.zip(end).filter(|(s, end)| end.event >= *s);
    let lasted = |stated| whole.map(|(s, end)| between(s, end.event, end.point, stated));
    let time_to_resolve = lasted(None);
    // Without an end, what is measured from the beginning to a recovery is the length that the text gives.
    let claim = claim(
        told.iter()
            .enumerate()
            .filter(|(at, _)| subjects[*at] == outage)
            .map(|(at, text)| (text, background(events, at))),
    );
    let measured = started.and_then(|start| {
        events
            .iter()
            .enumerate()
            .rposition(|(_, e)| mine(&e) && e.phase == Phase::Recovering && e.basis.relative_to == Some(EventId(start)))
            .map(|end| (start, end))
    });
    let duration = match (lasted(claim.clone()), measured, &claim) {
        (Some(length), _, _) => Some(length),
        (None, Some((s, r)), _) => {
            let measured_by = Stated {
                words: words(told, &events[r]),
                shortest: None,
                longest: None,
            };
            Some(up_to(s, r, Some(measured_by)))
        }
        (None, None, Some(claim)) => Some(Length {
            shortest: claim.shortest,
            longest: claim.longest,
            stated: Some(claim.clone()),
        }),
        (None, None, None) => None,
    };
    let mut services: Vec<String> = Vec::new();
    for event in events.iter().filter(mine) {
        for service in &event.services {
            if !services.contains(service) {
                services.push(service.clone());
            }
        }
    }
    Some(Incident {
        services,
        started: started.map(|at| milestone(at, events[at].bounds)),
        resolved: end.map(|end| milestone(end.event, end.bounds)),
        time_to_detect,
        time_to_acknowledge,
        time_to_mitigate,
        time_to_resolve,
        duration,
    })
}

fn milestone(event: usize, bounds: Bounds) -> Milestone {
    Milestone {
        event: EventId(event),
        bounds,
    }
}

fn before(events: &[Event], a: usize, b: usize) -> bool {
    matches!((events[a].bounds, events[b].bounds), (Bounds { latest: Some(x), .. }, Bounds { earliest: Some(y), .. }) if x < y)
}

/// The text that tells an event first, and the mention that dates it there.
fn first_telling<'a, 'b>(told: &'a [Told<'b>], event: &Event) -> (&'a Told<'b>, Option<&'b Mention>) {
    let source = &event.sources[0];
    let text = &told[source.document];
    let mention = text.parsed.mentions.iter().find(|m| m.span == source.mention);
    (text, mention)
}

/// The time words of an event's first source that name a length.
fn words(told: &[Told], event: &Event) -> String {
    let (text, mention) = first_telling(told, event);
    mention
        .and_then(|m| {
            let timex = text
                .parsed
                .timexes
                .iter()
                .find(|t| t.tokens.start >= m.tokens.start && t.tokens.end <= m.tokens.end)?;
            text.article.span_of(timex.tokens.clone())
        })
        .map_or_else(String::new, |span| text.article.words(span).to_owned())
}

/// Words around a length that make it the outage's own.
const OUTAGE_WORDS: &[&str] = &[
    "outage",
    "lasted",
    "lasting",
    "duration",
    "disruption",
    "downtime",
    "incident",
    "restored",
    "down",
    "offline",
    "halt",
    "failure",
    "out",
    "unavailable",
    "resolve",
    "degraded",
];

/// The length that the texts claim for the outage.
fn claim<'a, 'b: 'a>(told: impl Iterator<Item = (&'a Told<'b>, Vec<Span>)>) -> Option<Stated> {
    told.flat_map(|(text, background)| own_claims(text, &background))
        .next()
        .map(|(claim, words)| Stated {
            words,
            shortest: Some(claim.extent.least),
            longest: claim.extent.most,
        })
}

/// The lengths that a text gives its own outage, the plainest first, with their words; `background` are the sentences
/// that tell of others.
pub fn own_claims(text: &Told, background: &[Span]) -> Vec<(Claim, String)> {
    let mut out: Vec<(usize, Claim, String)> = Vec::new();
    let told_as_history = text.parsed.statements.iter().filter(|s| s.history).map(|s| s.sentence);
    let history: Vec<Span> = told_as_history.chain(background.iter().copied()).collect();
    for claim in &text.normalised.claims {
        let mention = &text.parsed.mentions[claim.mention];
        let Time::Length(length) = &mention.time else { continue };
        if length.finest() > crate::lexicon::unit::Unit::Day {
            continue;
        }
        let sentence = &text.article.sentences[mention.sentence];
        let near = mention.tokens.start.saturating_sub(8).max(sentence.tokens.start)
            ..(mention.tokens.end + 6).min(sentence.tokens.end);
        let score = text.article.tokens[near]
            .iter()
            .filter(|t| {
                OUTAGE_WORDS
                    .iter()
                    .any(|w| text.article.words(t.span).eq_ignore_ascii_case(w))
            })
            .count();
        if score > 0 && !history.iter().any(|s| s.contains(mention.span)) {
            let timexes = &text.parsed.timexes;
            let first = timexes.partition_point(|t| t.tokens.start < mention.tokens.start);
            let timex = timexes.get(first).filter(|t| t.tokens.end <= mention.tokens.end);
            let mut tokens = timex.map_or(mention.tokens.clone(), |t| t.tokens.clone());
            if describes_calendar(text, &tokens) {
                continue;
            }
            let mut claim = *claim;
            if let Some((most, end)) = up_to(text, tokens.end, timexes.get(first + 1)) {
                claim.extent.most = most;
                tokens.end = end;
            }
            let span = text.article.span_of(tokens).unwrap_or(mention.span);
            out.push((score, claim, text.article.words(span).to_owned()));
        }
    }
    out.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    out.into_iter().map(|(_, claim, words)| (claim, words)).collect()
}

/// Whether a length with a hyphen describes a stretch of the calendar: "a three-day weekend", "the two-day bank holiday".
fn describes_calendar(text: &Told, length: &Range<usize>) -> bool {
    let view = View::of(text.article, &(length.start..text.article.tokens.len()));
    let hyphened = length.len() >= 3 && view.symbol(length.end - 2, '-');
    let is_of_calendar = |at: usize| view.meaning(&view.lexicon.units, at).is_some() || view.says(at, "holiday");
    hyphened && (length.end..length.end + 2).any(is_of_calendar)
}

/// "5-10 minutes", "two to three hours": what the second of two lengths that share a unit is worth at most, and where
/// it ends.
fn up_to(text: &Told, end: usize, next: Option<&Timex>) -> Option<(Option<i64>, usize)> {
    let second = next.filter(|t| t.tokens.start == end + 1)?;
    let Expression::Length(length) = &second.expression else {
        return None;
    };
    let joint = text.article.words(text.article.tokens[end].span);
    matches!(joint, "-" | "–" | "to" | "or").then(|| (vagueness::extent(length, None).most, second.tokens.end))
}

/// The sentences of a text that tell of other outages.
pub fn background(events: &[Event], document: usize) -> Vec<Span> {
    events
        .iter()
        .filter(|e| e.scope == Scope::Background)
        .flat_map(|e| &e.sources)
        .filter(|s| s.document == document)
        .map(|s| s.sentence)
        .collect()
}
