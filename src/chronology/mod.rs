//! Dated statements → the timeline: a temporal constraint network, its bounds and proofs, and what contradicts.
//!
//! One would get wrong that rows are sorted by their times: an order is printed where the words prove it, the rest
//! is tied and says so.

mod agreement;
mod contradiction;
pub mod course;
mod credit;
mod gather;
mod incident;
mod knowledge;
mod likeness;
mod merge;
pub mod network;
mod phrase;
mod pinning;
mod scope;
pub mod sequence;
mod subject;
pub mod timeline;
mod voice;
mod weave;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::lexicon::relation::Relation;
use crate::normaliser::dated::{Dated, Normalised};
use crate::normaliser::document::{Scale, Warning};
use crate::normaliser::value::Granularity;
use crate::parser::Parsed;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase, Scope};
use gather::{Happening, Telling};
use network::{Proof, Solution};
use sequence::Sequence;
use timeline::{Basis, Bounds, Ending, Event, EventId, Node, Source, Step, Timeline, Undated};
use weave::{Texts, Woven};

/// A text that has been read, parsed and put on the calendar.
pub struct Told<'a> {
    /// The text.
    pub article: &'a Article,
    /// What it says.
    pub parsed: &'a Parsed,
    /// When.
    pub normalised: Normalised,
}

/// Orders what the texts tell; `literal` leaves out what is only known of outages in general, `trusted` names the
/// texts that are believed before others, the first most.
pub fn order(texts: Vec<Told>, literal: bool, trusted: &[String]) -> Timeline {
    order_read_by(texts, literal, trusted, &mut course::as_learnt)
}

/// As [`order`], the phases told by a reader of its own.
pub fn order_read_by(mut texts: Vec<Told>, literal: bool, trusted: &[String], reader: &mut course::Reader) -> Timeline {
    for text in &mut texts {
        course::settle(text, reader);
    }
    let told = texts.as_slice();
    let subjects = subject::subjects(told);
    let credits = credit::credits(told, trusted);
    let voices = voice::voices(told);
    let mut happenings = gather::happenings(told);
    if told.len() > 1 {
        happenings = merge::merge(told, happenings, &subjects, &credits, &voices);
    }
    let scopes = scope::scopes(told, &happenings, &subjects);
    let mut woven = weave::weave(
        told,
        &happenings,
        &scopes,
        &Texts {
            subjects: &subjects,
            credits: &credits,
            voices: &voices,
        },
        literal,
    );
    let solution = std::mem::take(&mut woven.network).solve();
    let rank = ranked(told, &happenings, &woven, &solution);
    let mut place = vec![0; rank.len()];
    for (at, happening) in rank.iter().enumerate() {
        place[*happening] = at;
    }
    let tellings = |(index, it): (usize, &Happening)| {
        it.tellings
            .iter()
            .map(move |telling| (*telling, index))
            .collect::<Vec<_>>()
    };
    let whose: FxHashMap<Telling, usize> = happenings.iter().enumerate().flat_map(tellings).collect();
    let mut events: Vec<Event> = rank
        .iter()
        .map(|index| {
            event(
                told,
                &happenings[*index],
                scopes[*index],
                *index,
                &woven,
                &solution,
                &place,
                &whose,
                &voices,
            )
        })
        .collect();
    tie(&mut events, &rank, &woven, &solution, &place);
    let conflicts = contradiction::conflicts(told, &events, &woven, &solution, &place);
    let incidents = incident::incidents(told, &mut events, &rank, &subjects, &woven, &solution);
    let mut warnings: Vec<Warning> = told
        .iter()
        .flat_map(|t| t.normalised.warnings.iter().cloned())
        .collect();
    warnings.extend(voice::warnings(told, &voices));
    for (document, text) in told.iter().enumerate() {
        if text.parsed.mentions.is_empty() {
            warnings.push(Warning {
                code: "no-time",
                message: "the text holds no time: there is nothing to put in order".to_owned(),
                document: Some(document),
                span: None,
            });
        }
    }
    let (would_pin, undated) = (pinning::would_pin(told, &events), undated(told));
    // Nobody asks the texts any more: what a timeline tells of them it takes over.
    for (event, at) in events.iter_mut().zip(&rank) {
        let lead = happenings[*at].tellings[0];
        event.explanation = std::mem::take(&mut texts[lead.document].normalised.dated[lead.dated].reasons);
    }
    Timeline {
        documents: texts.into_iter().map(|text| text.normalised.document).collect(),
        voices,
        first_hand: credits.iter().map(|credit| credit.first_hand).collect(),
        incidents,
        would_pin,
        undated,
        evidence: woven.evidence,
        sequence: Sequence::new(solution, rank.iter().map(|at| woven.starts[*at]).collect()),
        events,
        conflicts,
        warnings,
    }
}

/// The happenings in the order that is printed: what is proved first, then by the instant, then as told.
fn ranked(told: &[Told], happenings: &[Happening], woven: &Woven, solution: &Solution) -> Vec<usize> {
    let key = |index: &usize| {
        let telling = happenings[*index].tellings[0];
        let dated = gather::dated(told, telling);
        let earliest = bounds(woven, solution, dated.scale, woven.starts[*index]).earliest;
        let start = if dated.value.granularity > Granularity::Minute {
            earliest.map_or(dated.start, |e| e.max(dated.start))
        } else {
            dated.start
        };
        (start, telling.document, dated.mention)
    };
    let mut by_instant: Vec<usize> = (0..happenings.len()).collect();
    by_instant.sort_by_cached_key(key);
    // Nearly always this is already the proved order: only what contradicts it is moved.
    let points: Vec<network::Point> = by_instant.iter().map(|at| woven.starts[*at]).collect();
    solution.arrange(&points).into_iter().map(|at| by_instant[at]).collect()
}

/// The bounds of a point on a scale.
fn bounds(woven: &Woven, solution: &Solution, scale: Scale, point: network::Point) -> Bounds {
    let Some(zero) = woven.scales.get(&scale) else {
        return Bounds::default();
    };
    let found = solution.bounds(*zero, point);
    Bounds {
        earliest: found.least,
        latest: found.most,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one row is made from everything that is known of it"
)]
fn event(
    told: &[Told],
    happening: &Happening,
    scope: Scope,
    index: usize,
    woven: &Woven,
    solution: &Solution,
    place: &[usize],
    whose: &FxHashMap<Telling, usize>,
    voices: &[usize],
) -> Event {
    let lead = happening.tellings[0];
    let statement = gather::statement(told, lead);
    let dated = gather::dated(told, lead);
    let start = woven.starts[index];
    let zero = woven.scales[&dated.scale];
    let mut services: Vec<String> = Vec::with_capacity(1);
    for telling in &happening.tellings {
        for service in &gather::statement(told, *telling).services {
            if !services.contains(service) {
                services.push(service.clone());
            }
        }
    }
    let written = told[lead.document].normalised.writing.filter(|w| w.bounds);
    let entry = statement.is_entry();
    let ahead = written.filter(|_| !entry).is_some_and(|w| {
        w.instant
            .is_some_and(|at| dated.scale == Scale::Utc && dated.start > at.0 + 3600)
    });
    let relative_to = dated.relative_to.and_then(|base| {
        let telling = Telling {
            document: lead.document,
            dated: base,
        };
        Some(EventId(place[*whose.get(&telling)?]))
    });
    Event {
        value: dated.value,
        approximate: dated.approximate,
        scale: dated.scale,
        start: dated.start,
        bounds: bounds(woven, solution, dated.scale, start),
        end: ending(told, happening)
            .zip(woven.ends[index])
            .map(|((scale, end), point)| Ending {
                value: end.value,
                at: end.at,
                bounds: bounds(woven, solution, scale, point),
            }),
        zone: dated.zone,
        basis: Basis {
            date: dated.date,
            clock: dated.clock,
            zone: dated.zone_basis,
            relative_to,
        },
        relation: relation_name(told[lead.document].parsed.mentions[dated.mention].relation),
        phase: if scope == Scope::Background {
            Phase::Background
        } else {
            dated.phase
        },
        scope,
        incident: None,
        modality: if ahead {
            Modality::Expected
        } else {
            gather::modality(told, lead)
        },
        services,
        summary: statement.summary.clone(),
        sources: happening.tellings.iter().map(|t| source(told, *t)).collect(),
        agreement: agreement::agreement(told, happening, voices),
        tied_with: Vec::new(),
        proof_of_earliest: solution
            .proof_of_most(start, zero)
            .map(|p| steps(&p, woven, place))
            .unwrap_or_default(),
        proof_of_latest: solution
            .proof_of_most(zero, start)
            .map(|p| steps(&p, woven, place))
            .unwrap_or_default(),
        proof_of_order: Vec::new(),
        explanation: Vec::new(),
    }
}

/// The end that the first telling with one gives, where it lies on the scale of the lead.
fn ending(told: &[Told], happening: &Happening) -> Option<(Scale, crate::normaliser::dated::End)> {
    let lead = gather::dated(told, happening.tellings[0]).scale;
    let ends = happening.tellings.iter().map(|telling| gather::dated(told, *telling));
    ends.filter(|it| it.scale == lead)
        .find_map(|it| Some((it.scale, it.end?)))
}

fn relation_name(relation: Relation) -> &'static str {
    match relation {
        Relation::At | Relation::During => "at",
        Relation::By => "by",
        Relation::AsOf => "as of",
        Relation::Since => "since",
        Relation::Until => "until",
        Relation::Before => "before",
        Relation::After => "after",
        Relation::From => "from",
        Relation::To => "to",
        Relation::Between => "between",
        Relation::For => "for",
        Relation::Within => "within",
    }
}

fn source(told: &[Told], telling: Telling) -> Source {
    let text = &told[telling.document];
    let statement: &Statement = gather::statement(told, telling);
    let mention = &text.parsed.mentions[text.normalised.dated[telling.dated].mention];
    let dated = gather::dated(told, telling);
    Source {
        value: dated.value,
        approximate: dated.approximate,
        window: (dated.scale, own_bounds(dated)),
        document: telling.document,
        sentence: statement.sentence,
        mention: mention.span,
        speaker: statement.speaker.clone(),
        quoted: statement.quoted,
    }
}

/// What the words of a telling alone say of the beginning: what is measured says nothing alone.
fn own_bounds(dated: &Dated) -> Bounds {
    let (earliest, latest) = match dated.relative_to {
        Some(_) => (None, None),
        None => dated.window,
    };
    Bounds { earliest, latest }
}

fn steps(proof: &Proof, woven: &Woven, place: &[usize]) -> Vec<Step> {
    let node = |point: &network::Point| match woven.nodes.get(point) {
        Some(Node::Start(EventId(i))) => Node::Start(EventId(place[*i])),
        Some(Node::End(EventId(i))) => Node::End(EventId(place[*i])),
        Some(other) => *other,
        None => Node::Scale(Scale::Utc),
    };
    proof
        .steps
        .iter()
        .map(|step| Step {
            from: node(&step.from),
            to: node(&step.to),
            most: step.bound,
            evidence: step.label.0 as usize,
        })
        .collect()
}

/// Marks neighbours that nothing orders.
fn tie(events: &mut [Event], rank: &[usize], woven: &Woven, solution: &Solution, place: &[usize]) {
    for at in 1..events.len() {
        let (a, b) = (woven.starts[rank[at - 1]], woven.starts[rank[at]]);
        if !solution.precedes(a, b) || solution.precedes(b, a) {
            events[at - 1].tied_with.push(EventId(at));
            events[at].tied_with.push(EventId(at - 1));
        } else if let Some(proof) = solution.proof_of_most(b, a) {
            // b comes first in the chain: a − b is at most nothing.
            events[at].proof_of_order = steps(&proof, woven, place);
        }
    }
}

fn undated(told: &[Told]) -> Vec<Undated> {
    let mut out: Vec<Undated> = Vec::new();
    for (document, text) in told.iter().enumerate() {
        for index in &text.normalised.undated {
            let statement = &text.parsed.statements[*index];
            // A text may say it twice, and several in the same words; once is enough.
            let is_same = |it: &Undated| it.phase == statement.phase && it.summary == statement.summary;
            if out.iter().any(is_same) {
                continue;
            }
            out.push(Undated {
                phase: statement.phase,
                services: statement.services.clone(),
                summary: statement.summary.clone(),
                document,
                sentence: statement.sentence,
                speaker: statement.speaker.clone(),
                quoted: statement.quoted,
            });
        }
    }
    out
}
