//! Happenings in the order that is printed, with all that their network proves of them → events.
//!
//! One would get wrong to copy out of the texts: what an event tells of them it takes over, for nobody asks them again,
//! and a long log has no room for its words twice.

use std::mem::take;

use rustc_hash::FxHashSet;

use crate::normaliser::dated::{Dated, End};
use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::agreement::agreement;
use super::gather::{self, Happening, Telling};
use super::network::{Point, Solution};
use super::proved::{Proved, Solved};
use super::timeline::{Basis, Bounds, Ending, Event, EventId, Evidence, Node, Source};
use super::weave::Woven;

/// A solved network. Its happenings stand in the order that is printed: what is proved first, then by the instant, then
/// as told; so a happening's index is its [`EventId`].
pub struct Ordered {
    /// What happened.
    happenings: Vec<Happening>,
    /// Whether each is of the outage.
    scopes: Vec<Scope>,
    /// What the network's points and labels stand for.
    pub woven: Woven,
    /// What it entails.
    pub solution: Solution,
}

impl Ordered {
    /// Puts the happenings of a network in order.
    pub fn new(told: &[Told], happenings: Vec<Happening>, scopes: Vec<Scope>, mut woven: Woven) -> Self {
        let solution = take(&mut woven.network).solve();
        let rank = ranked(told, &happenings, &woven, &solution);
        let mut place = vec![0; rank.len()];
        for (at, happening) in rank.iter().enumerate() {
            place[*happening] = at;
        }
        for node in &mut woven.nodes {
            if let Node::Start(EventId(at)) | Node::End(EventId(at)) = node {
                *at = place[*at];
            }
        }
        woven.starts = rank.iter().map(|at| woven.starts[*at]).collect();
        woven.ends = rank.iter().map(|at| woven.ends[*at]).collect();
        let scopes = rank.iter().map(|at| scopes[*at]).collect();
        let mut happenings: Vec<Option<Happening>> = happenings.into_iter().map(Some).collect();
        Self {
            happenings: rank.iter().filter_map(|at| happenings[*at].take()).collect(),
            scopes,
            woven,
            solution,
        }
    }

    /// The events. What their texts say of them is taken out of the texts.
    pub fn events(&self, texts: &mut [Told], voices: &[usize]) -> Vec<Event> {
        let again: Vec<FxHashSet<usize>> = texts.iter().map(dated_again).collect();
        let mut whose: Vec<Vec<usize>> = texts.iter().map(|it| vec![0; it.normalised.dated.len()]).collect();
        for (index, happening) in self.happenings.iter().enumerate() {
            for telling in &happening.tellings {
                whose[telling.document][telling.dated] = index;
            }
        }
        let mut events: Vec<Event> = Vec::with_capacity(self.happenings.len());
        for index in 0..self.happenings.len() {
            let mut event = self.event(texts, index, voices, &again);
            let lead = self.happenings[index].tellings[0];
            let base = gather::dated(texts, lead).relative_to;
            event.basis.relative_to = base.map(|base| EventId(whose[lead.document][base]));
            events.push(event);
        }
        self.tie(&mut events);
        events
    }

    /// What is proved of the events, and what the proofs rest on.
    pub fn proved(self) -> (Vec<Evidence>, Proved) {
        let Self { woven, solution, .. } = self;
        let proved = Proved::solved(Solved {
            solution,
            starts: woven.starts,
            zeros: woven.scales,
            nodes: woven.nodes,
        });
        (woven.evidence, proved)
    }

    fn event(&self, texts: &mut [Told], index: usize, voices: &[usize], again: &[FxHashSet<usize>]) -> Event {
        let mut event = self.without_words(texts, index, voices);
        let tellings = &self.happenings[index].tellings;
        for (at, telling) in tellings.iter().enumerate() {
            let mut source = source(texts, *telling);
            let words = Words::of(texts, *telling, &again[telling.document]);
            source.speaker = words.speaker;
            event.sources.push(source);
            if at == 0 {
                event.summary = words.summary;
            }
            for service in words.services {
                if !event.services.contains(&service) {
                    event.services.push(service);
                }
            }
        }
        let lead = tellings[0];
        event.explanation = take(&mut texts[lead.document].normalised.dated[lead.dated].reasons);
        event
    }

    /// When it was and what it says of the outage.
    fn without_words(&self, told: &[Told], index: usize, voices: &[usize]) -> Event {
        let (happening, scope) = (&self.happenings[index], self.scopes[index]);
        let lead = happening.tellings[0];
        let dated = gather::dated(told, lead);
        let mention = &told[lead.document].parsed.mentions[dated.mention];
        Event {
            value: dated.value,
            approximate: dated.approximate,
            scale: dated.scale,
            start: dated.start,
            bounds: self.bounds(dated.scale, self.woven.starts[index]),
            end: ending(told, happening)
                .zip(self.woven.ends[index])
                .map(|((scale, end), point)| Ending {
                    value: end.value,
                    at: end.at,
                    bounds: self.bounds(scale, point),
                }),
            zone: dated.zone,
            basis: Basis {
                date: dated.date,
                clock: dated.clock,
                zone: dated.zone_basis,
                relative_to: None,
            },
            relation: mention.relation.name(),
            phase: match scope {
                Scope::Background => Phase::Background,
                Scope::Incident => dated.phase,
            },
            scope,
            incident: None,
            modality: match is_ahead(told, lead) {
                true => Modality::Expected,
                false => gather::modality(told, lead),
            },
            services: Vec::new(),
            summary: String::new(),
            sources: Vec::with_capacity(happening.tellings.len()),
            agreement: agreement(told, happening, voices),
            tied_with: Vec::new(),
            explanation: Vec::new(),
        }
    }

    /// The bounds of a point on a scale.
    fn bounds(&self, scale: Scale, point: Point) -> Bounds {
        bounds(&self.woven, &self.solution, scale, point)
    }

    /// Marks neighbours that nothing orders.
    fn tie(&self, events: &mut [Event]) {
        for at in 1..events.len() {
            if !self.solution.before(self.woven.starts[at - 1], self.woven.starts[at]) {
                events[at - 1].tied_with.push(EventId(at));
                events[at].tied_with.push(EventId(at - 1));
            }
        }
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
    let points: Vec<Point> = by_instant.iter().map(|at| woven.starts[*at]).collect();
    solution.arrange(&points).into_iter().map(|at| by_instant[at]).collect()
}

/// The bounds of a point on a scale.
fn bounds(woven: &Woven, solution: &Solution, scale: Scale, point: Point) -> Bounds {
    let Some(zero) = woven.scales.get(&scale) else {
        return Bounds::default();
    };
    let found = solution.bounds(*zero, point);
    Bounds {
        earliest: found.least,
        latest: found.most,
    }
}

/// Whether what is told lies more than an hour behind the writing, and is no stamp.
fn is_ahead(told: &[Told], lead: Telling) -> bool {
    let written = told[lead.document].normalised.writing.filter(|w| w.bounds);
    let entry = gather::statement(told, lead).is_entry();
    let dated = gather::dated(told, lead);
    written.filter(|_| !entry).is_some_and(|w| {
        w.instant
            .is_some_and(|at| dated.scale == Scale::Utc && dated.start > at.0 + 3600)
    })
}

/// The end that the first telling with one gives, where it lies on the scale of the lead.
fn ending(told: &[Told], happening: &Happening) -> Option<(Scale, End)> {
    let lead = gather::dated(told, happening.tellings[0]).scale;
    let ends = happening.tellings.iter().map(|telling| gather::dated(told, *telling));
    ends.filter(|it| it.scale == lead)
        .find_map(|it| Some((it.scale, it.end?)))
}

/// What a telling says, in words.
struct Words {
    summary: String,
    services: Vec<String>,
    speaker: Option<String>,
}

impl Words {
    /// Takes them out of the text, but for statements that several times date.
    fn of(texts: &mut [Told], telling: Telling, again: &FxHashSet<usize>) -> Self {
        if again.contains(&gather::dated(texts, telling).statement) {
            let told = gather::statement(texts, telling);
            return Self {
                summary: told.summary.clone(),
                services: told.services.clone(),
                speaker: told.speaker.clone(),
            };
        }
        let told = gather::statement_mut(texts, telling);
        Self {
            summary: take(&mut told.summary),
            services: take(&mut told.services),
            speaker: told.speaker.take(),
        }
    }
}

/// The statements of a text that several times date.
fn dated_again(text: &Told) -> FxHashSet<usize> {
    let mut seen = vec![false; text.parsed.statements.len()];
    let dated = text.normalised.dated.iter().map(|it| it.statement);
    dated.filter(|at| std::mem::replace(&mut seen[*at], true)).collect()
}

/// Where a telling stands; who says it is left to be told.
fn source(told: &[Told], telling: Telling) -> Source {
    let dated = gather::dated(told, telling);
    let statement = gather::statement(told, telling);
    Source {
        value: dated.value,
        approximate: dated.approximate,
        window: (dated.scale, own_bounds(dated)),
        document: telling.document,
        sentence: statement.sentence,
        mention: told[telling.document].parsed.mentions[dated.mention].span,
        speaker: None,
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
