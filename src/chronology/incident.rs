//! The outage as a whole: its beginning, its end, its length.
//!
//! One would get wrong that these are read off two rows: they are ranges that the network proves, next to what the
//! text itself claims.

use crate::article::span::Span;
use crate::normaliser::value::Granularity;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::claim::{Claims, OwnClaim};
use super::episode;
use super::network::Point;
use super::ordered::Ordered;
use super::timeline::{Bounds, Event, EventId, Incident, Length, Milestone, Scale, Stated};

/// Describes every outage and gives each event its own; `subjects` says which texts are about one outage.
pub fn incidents(
    told: &[Told],
    claims: &[Claims],
    events: &mut [Event],
    subjects: &[usize],
    ordered: &Ordered,
) -> Vec<Incident> {
    let mut out = Vec::new();
    for outage in 0..subjects.iter().max().map_or(0, |last| last + 1) {
        let is_mine = |event: &Event| event.scope == Scope::Incident && subjects[event.sources[0].document] == outage;
        let mine: Vec<usize> = (0..events.len()).filter(|at| is_mine(&events[*at])).collect();
        let texts: Vec<usize> = (0..told.len()).filter(|at| subjects[*at] == outage).collect();
        let episodes = episode::episodes(events, &mine);
        let several = episodes.len() > 1;
        for episode in episodes {
            let of_all = if several { &[][..] } else { &texts };
            for at in &episode {
                events[*at].incident = Some(out.len());
            }
            match incident(told, claims, events, (out.len(), of_all), ordered) {
                Some(found) => out.push(found),
                None => episode.iter().for_each(|at| events[*at].incident = None),
            }
        }
    }
    out
}

/// The first event that tells of the beginning. Days without a clock that lie apart before all others tell of something else
/// where another tells of a beginning too: "the second fault in a week".
fn beginning(events: &[Event], mine: impl Fn(&&Event) -> bool + Copy) -> Option<usize> {
    /// Seconds between what is told of one outage.
    const APART: i64 = 36 * 3600;
    let told = |event: &&Event| mine(event) && event.phase != Phase::Precursor;
    let all = || events.iter().enumerate().filter(|(_, event)| told(event));
    let begins = |(_, event): &(usize, &Event)| event.phase == Phase::Started;
    let (first, beginning) = all().find(begins)?;
    let mut reach = beginning.start;
    for (at, event) in all().filter(|(at, _)| *at >= first) {
        if event.start - reach > APART {
            return all()
                .filter(|(later, _)| *later >= at)
                .find(begins)
                .map_or(Some(first), |(at, _)| Some(at));
        }
        if event.value.granularity <= Granularity::Minute || event.scale != beginning.scale {
            break;
        }
        let (from, to) = event.value.window();
        reach = reach.max(event.start + (to.0 - from.0));
    }
    Some(first)
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

/// "Calls connect normally on Tuesday night", and "the splice was finished at 8:22 p.m."; "all were up by 05:28", and "End:
/// 05:28": of two tellings of the end the one that is less wide.
fn finest_end(events: &[Event], end: usize, mine: impl Fn(&&Event) -> bool) -> usize {
    let wide = &events[end];
    let (from, to) = wide.value.window();
    let exact = |event: &Event| event.bounds.earliest.is_some() && event.bounds.earliest == event.bounds.latest;
    let finer = |event: &Event| {
        let within = event.value.granularity < wide.value.granularity && (from..to).contains(&event.value.wall);
        let same = event.value == wide.value && exact(event) && !exact(wide);
        event.phase == Phase::Resolved && event.scale == wide.scale && (within || same)
    };
    events
        .iter()
        .position(|event| mine(&event) && finer(event))
        .unwrap_or(end)
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
    claims: &[Claims],
    events: &[Event],
    (number, texts): (usize, &[usize]),
    Ordered { woven, solution, .. }: &Ordered,
) -> Option<Incident> {
    let mine = |event: &&Event| event.modality == Modality::Actual && event.incident == Some(number);
    if !events.iter().any(|e| mine(&e)) {
        return None;
    }
    // What is over is over once: whoever tells it again later moves no end. Only new trouble does.
    let trouble = events.iter().rposition(|e| mine(&e) && is_trouble(e));
    let over =
        |(at, e): &(usize, &Event)| mine(e) && e.phase == Phase::Resolved && trouble.is_none_or(|last| *at > last);
    let over = events.iter().enumerate().find(over).map(|(at, _)| at);
    let over = over.map(|end| finest_end(events, end, mine));
    let last = || events.iter().rposition(|e| mine(&e) && e.phase == Phase::Resolved);
    let started = beginning(events, mine).map(|first| finest(events, first, mine));
    let resolved = over
        .or_else(last)
        .filter(|end| started.is_none_or(|start| *end > start || !before(events, *end, start)));
    let start_of = |at: usize| woven.starts[at];
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
            point: woven.ends[event]?,
            bounds: events[event].end?.bounds,
        })
    };
    let end = told_end.or_else(ran_out);
    // Until the first of them, whichever that is: no later than any, and as soon as the soonest may be.
    let until = |phases: &[Phase]| {
        let start = started?;
        let of_phase = |(at, e): &(usize, &Event)| *at > start && mine(e) && phases.contains(&e.phase);
        let mut lengths = events
            .iter()
            .enumerate()
            .filter(of_phase)
            .map(|(at, _)| up_to(start, at, None));
        let first = lengths.next()?;
        Some(lengths.fold(first, |first, next| Length {
            shortest: first.shortest.zip(next.shortest).map(|(a, b)| a.min(b)),
            longest: first.longest.into_iter().chain(next.longest).min(),
            stated: None,
        }))
    };
    let time_to_detect = until(&[Phase::Detected, Phase::Acknowledged]);
    let time_to_acknowledge = until(&[Phase::Acknowledged]);
    let time_to_mitigate = until(&[Phase::Mitigating]);
    let whole = started.zip(end).filter(|(s, end)| end.event >= *s);
    let lasted = |stated| whole.map(|(s, end)| between(s, end.event, end.point, stated));
    let time_to_resolve = lasted(None);
    // Without an end, what is measured from the beginning to a recovery is the length that the text gives.
    let claim = texts.iter().find_map(|at| {
        let background = background(events, *at);
        claims[*at].outside(&background).next().map(Stated::from)
    });
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
                words: words(told, claims, &events[r]),
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
    let services = services(events.iter().filter(mine));
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

/// What the events name, what most of them name first: whoever is named in passing at the very beginning is not whose
/// outage it was.
fn services<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<String> {
    let mut counted: Vec<(&String, usize)> = Vec::new();
    for service in events.flat_map(|event| &event.services) {
        match counted.iter_mut().find(|(known, _)| *known == service) {
            Some((_, times)) => *times += 1,
            None => counted.push((service, 1)),
        }
    }
    counted.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    counted.into_iter().map(|(service, _)| service.clone()).collect()
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
fn first_telling<'a>(told: &'a [Told], event: &Event) -> (&'a Told, Option<&'a Mention>) {
    let source = &event.sources[0];
    let text = &told[source.document];
    let mention = text.parsed.mentions.iter().find(|m| m.span == source.mention);
    (text, mention)
}

/// The words by which an event's first source measures it.
fn words(told: &[Told], claims: &[Claims], event: &Event) -> String {
    let source = &event.sources[0];
    let words = claims[source.document].measure(source.mention);
    words.map_or_else(String::new, |span| told[source.document].article.words(span).to_owned())
}

impl From<&OwnClaim> for Stated {
    fn from(own: &OwnClaim) -> Self {
        Self {
            words: own.words.clone(),
            shortest: Some(own.claim.extent.least),
            longest: own.claim.extent.most,
        }
    }
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
