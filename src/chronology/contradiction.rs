//! Sets of statements that cannot all be true, told with what would make them agree.
//!
//! One would get wrong to list every two that differ: a conflict is the smallest set that the network cannot hold,
//! a date that its own surroundings refute, or a length that no two stamps of the story bear out.

use crate::normaliser::dated::Claim;
use crate::normaliser::document::{ClockBasis, Scale};
use crate::normaliser::value::Granularity;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::claim::{Claims, OwnClaim};
use super::incident;
use super::network::Side;
use super::ordered::Ordered;
use super::phrase;
use super::timeline::{Conflict, Event, EventId, Node};
use super::weave::{Meaning, Woven};

/// All contradictions, those of the network first.
pub fn conflicts(told: &[Told], claims: &[Claims], events: &[Event], ordered: &Ordered) -> Vec<Conflict> {
    let mut out = of_network(told, ordered);
    for (document, text) in told.iter().enumerate() {
        out.extend(slips(text, document, events));
        out.extend(refuted_claims(text, document, &claims[document], events));
    }
    out
}

/// Contradictions between words; what only clashes with the field's knowledge or a tense is no conflict.
fn of_network(told: &[Told], Ordered { woven, solution, .. }: &Ordered) -> Vec<Conflict> {
    let mut out = Vec::new();
    for conflict in solution.conflicts() {
        let evidence: Vec<usize> = conflict.labels.iter().map(|l| l.0 as usize).collect();
        // Where knowledge or a tense takes part, nothing that was said is refuted by what was said.
        if evidence.iter().any(|e| woven.evidence[*e].span.is_none()) {
            continue;
        }
        let gave_way = conflict.gave_way.label.0 as usize;
        let mut statements: Vec<EventId> = conflict
            .edges
            .iter()
            .flat_map(|step| [step.from, step.to])
            .filter_map(|point| match woven.nodes.get(point.index()) {
                Some(Node::Start(event) | Node::End(event)) => Some(*event),
                _ => None,
            })
            .collect();
        statements.sort_unstable();
        statements.dedup();
        let mut texts: Vec<usize> = evidence.iter().filter_map(|e| woven.evidence[*e].document).collect();
        texts.sort_unstable();
        texts.dedup();
        // Of several texts each statement is told with the one that makes it.
        let by = |e: usize| match woven.evidence[e].document {
            Some(document) if told.len() > 1 => format!(" ({})", told[document].article.path),
            _ => String::new(),
        };
        let said: Vec<String> = evidence
            .iter()
            .map(|e| format!("{}{}", woven.evidence[*e].sentence, by(*e)))
            .collect();
        let explanation = cannot_hold(&said, conflict.excess);
        let left_out = woven.evidence[gave_way].document.zip(woven.evidence[gave_way].span);
        let gives_way = match left_out {
            Some((document, span)) if texts.len() > 1 => {
                let words = told[document].article.words(span);
                format!("; the timeline leaves out “{words}”{}", by(gave_way))
            }
            _ => String::new(),
        };
        let explanation = explanation + &gives_way;
        let mut words: Vec<_> = evidence
            .iter()
            .filter_map(|e| woven.evidence[*e].document.zip(woven.evidence[*e].span))
            .collect();
        words.sort_unstable();
        words.dedup();
        let upper = conflict
            .edges
            .first()
            .is_some_and(|edge| edge.as_stated().side == Side::Most);
        out.push(Conflict {
            statements,
            evidence,
            gave_way: Some(gave_way),
            explanation,
            repair: repair(told, woven, gave_way, conflict.repair, upper),
            words,
        });
    }
    out
}

/// "a, but b: they cannot both be true (5 min apart)".
fn cannot_hold(said: &[String], excess: i64) -> String {
    let apart = phrase::length(excess);
    match said {
        [one] => format!("{one}: that cannot be true (by {apart})"),
        [one, other] => format!("{one}, but {other}: they cannot both be true ({apart} apart)"),
        _ => format!("{}: they cannot all be true ({apart} apart)", said.join("; ")),
    }
}

/// What the constraint that gave way would have to say.
fn repair(told: &[Told], woven: &Woven, gave_way: usize, by: i64, upper: bool) -> Option<String> {
    match &woven.meanings[gave_way] {
        Meaning::Distance { words, least, most } => {
            let (bound, side) = if upper {
                (most.map(|m| m + by), "at least")
            } else {
                (least.map(|l| l - by), "at most")
            };
            // A bound on the way back is told as the length that it is.
            let bound = bound?;
            let side = match (bound < 0, side) {
                (true, "at least") => "at most",
                (true, _) => "at least",
                (false, side) => side,
            };
            Some(format!("“{words}” would have to be {side} {}", phrase::length(bound)))
        }
        Meaning::Window => {
            let evidence = &woven.evidence[gave_way];
            let words = told[evidence.document?].article.words(evidence.span?);
            let side = if upper { "later" } else { "earlier" };
            Some(format!("“{words}” would have to be {} {side}", phrase::length(by)))
        }
        Meaning::Same { words, other } => Some(format!(
            "“{words}” and “{other}” would have to be the same time, and are {} apart as told",
            phrase::length(by)
        )),
        Meaning::Other => None,
    }
}

/// Dates that their own surroundings refute.
fn slips(text: &Told, document: usize, events: &[Event]) -> Vec<Conflict> {
    text.normalised
        .slips
        .iter()
        .map(|slip| {
            let span = text.parsed.mentions[slip.mention].span;
            let own = events
                .iter()
                .position(|e| e.sources.iter().any(|s| s.document == document && s.mention == span));
            // A heading dates what stands below it.
            let below = || {
                let first = events
                    .iter()
                    .enumerate()
                    .filter(|(_, e)| e.sources[0].document == document && e.sources[0].mention.start() > span.start());
                first
                    .min_by_key(|(_, e)| e.sources[0].mention.start())
                    .map(|(at, _)| at)
            };
            Conflict {
                statements: own.or_else(below).map(EventId).into_iter().collect(),
                evidence: Vec::new(),
                gave_way: None,
                explanation: slip.sentence.clone(),
                repair: Some(slip.repair.clone()),
                words: vec![(document, span)],
            }
        })
        .collect()
}

/// A length that the text gives its outage, and that no beginning and end of the story bear out.
fn refuted_claims(text: &Told, document: usize, claims: &Claims, events: &[Event]) -> Vec<Conflict> {
    let stamped = |event: &&Event| {
        event.sources.iter().any(|source| source.document == document)
            && event.scope == Scope::Incident
            && event.modality == Modality::Actual
            && event.basis.clock == ClockBasis::Stated
            && event.value.granularity <= Granularity::Minute
            && matches!(event.scale, Scale::Utc | Scale::Local { .. })
    };
    let points: Vec<&Event> = events.iter().filter(stamped).collect();
    let begins = |event: &&&Event| event.phase == Phase::Started;
    let ends = |event: &&&Event| matches!(event.phase, Phase::Recovering | Phase::Resolved);
    // With several beginnings or without an end nobody can tell which stretch is meant.
    if points.iter().filter(begins).count() != 1 || points.iter().filter(ends).count() == 0 {
        return Vec::new();
    }
    claims
        .outside(&incident::background(events, document))
        .filter_map(|own| refuted(&own.claim, &points).map(|found| (own, found)))
        .map(|(OwnClaim { words, span, .. }, (start, end, lasted))| {
            let at = |event: &Event| events.iter().position(|e| std::ptr::eq(e, event)).map(EventId);
            let mention = |event: &Event| {
                let own = event.sources.iter().find(|source| source.document == document);
                own.unwrap_or(&event.sources[0]).mention
            };
            let stated = |event: &Event| text.article.words(mention(event)).to_owned();
            Conflict {
                statements: at(start).into_iter().chain(at(end)).collect(),
                evidence: Vec::new(),
                gave_way: None,
                explanation: format!(
                    "“{words}” is claimed for the outage, but from “{}” to “{}” is {}",
                    stated(start),
                    stated(end),
                    phrase::length(lasted)
                ),
                repair: Some(format!("“{words}” would have to be {}", phrase::length(lasted))),
                words: vec![(document, *span), (document, mention(start)), (document, mention(end))],
            }
        })
        .collect()
}

/// The stretch of the story that comes nearest to a claim, where none bears it out.
fn refuted<'a>(claim: &Claim, points: &[&'a Event]) -> Option<(&'a Event, &'a Event, i64)> {
    let slack = 600 + claim.extent.named / 10;
    let (least, most) = (
        claim.extent.least - slack,
        claim.extent.most.map_or(i64::MAX, |m| m + slack),
    );
    let window = |event: &Event| {
        (
            event.bounds.earliest.unwrap_or(event.start),
            event.bounds.latest.unwrap_or(event.start),
        )
    };
    let borne_out = points.iter().any(|a| {
        points.iter().any(|b| {
            let ((a0, a1), (b0, b1)) = (window(a), b.end.map_or(window(b), |e| (e.at, e.at)));
            b1 - a0 >= least && b0 - a1 <= most && b.start >= a.start
        }) || a.end.is_some_and(|e| (least..=most).contains(&(e.at - a.start)))
    });
    if borne_out {
        return None;
    }
    let start = points.iter().find(|e| e.phase == Phase::Started)?;
    let end = points
        .iter()
        .rfind(|e| matches!(e.phase, Phase::Recovering | Phase::Resolved) && e.start > start.start)?;
    Some((start, end, end.start - start.start))
}
