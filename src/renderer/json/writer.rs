//! A timeline → the objects of the JSON.
//!
//! One would get wrong that an event's times are in the zone of the reader: they keep the zone of the text.

use super::{
    Agreement, Basis, Conflict, Document, Duration, Event, Incident, Link, Milestone, Output, Phase, Proofs, SCHEMA,
    Source, Undated, Warning,
};
use crate::chronology::timeline::{self, Bounds, EventId, Scale, Timeline};
use crate::normaliser::calendar::{Instant, Wall, Zone, offset_text};
use crate::renderer::code_points::CodePoints;
use crate::renderer::when::Clock;
use crate::renderer::{explain, length, plain};

impl Output {
    /// The timeline as programs see it.
    pub fn new(timeline: &Timeline, explain: bool) -> Self {
        let writer = Writer::new(timeline);
        Self {
            schema: SCHEMA.to_owned(),
            documents: writer.documents().collect(),
            incidents: writer.incidents().collect(),
            events: writer.events(explain).collect(),
            undated: writer.undated().collect(),
            conflicts: writer.conflicts().collect(),
            warnings: writer.warnings().collect(),
            would_pin: timeline.would_pin.clone(),
            by_source: Vec::new(),
        }
    }
}

fn event_id(id: EventId) -> String {
    format!("e{}", id.0 + 1)
}

fn document_id(index: usize) -> String {
    format!("d{}", index + 1)
}

fn incident_id(index: usize) -> String {
    format!("i{}", index + 1)
}

/// A point of an event's scale: RFC 3339, local without an offset, or nothing where no date is known.
fn instant(scale: Scale, zone: Option<Zone>, at: i64) -> Option<String> {
    let form = |wall: Wall, offset: &str| {
        let (hour, minute, second) = wall.clock();
        format!("{}T{hour:02}:{minute:02}:{second:02}{offset}", wall.date())
    };
    match scale {
        Scale::Utc => {
            let zone = zone.unwrap_or(Zone::UTC);
            let at = Instant(at);
            Some(form(zone.wall_at(at), &offset_text(zone.offset_at(at))))
        }
        Scale::Local { .. } => Some(form(Wall(at), "")),
        Scale::Year { .. } | Scale::Week { .. } | Scale::Day { .. } => None,
    }
}

fn duration(length: &timeline::Length) -> Duration {
    Duration {
        shortest: length.shortest.map(length::iso),
        longest: length.longest.map(length::iso),
        stated: length.stated.as_ref().map(|claim| claim.words.clone()),
    }
}

/// A timeline with the code points of its texts counted.
pub(super) struct Writer<'a> {
    pub(super) timeline: &'a Timeline,
    points: Vec<CodePoints<'a>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(timeline: &'a Timeline) -> Self {
        let points = timeline
            .documents
            .iter()
            .map(|document| CodePoints::new(&document.text))
            .collect();
        Self { timeline, points }
    }

    pub(super) fn documents(&self) -> impl Iterator<Item = Document> {
        let timeline = self.timeline;
        timeline.documents.iter().enumerate().map(|(index, it)| {
            let first_hand = timeline.first_hand.get(index).is_some_and(|it| *it);
            document(index, it, first_hand, timeline.voices.get(index))
        })
    }

    pub(super) fn incidents(&self) -> impl Iterator<Item = Incident> {
        let each = self.timeline.incidents.iter().enumerate();
        each.map(|(index, it)| self.incident(index, it))
    }

    pub(super) fn events(&self, explain: bool) -> impl Iterator<Item = Event> {
        let clock = Clock::new(self.timeline, None);
        self.timeline.events.iter().enumerate().map(move |(index, event)| {
            let mut written = self.event(index, event);
            if explain {
                let sentences = explain::sentences(self.timeline, EventId(index), &clock);
                written.explanation = sentences
                    .into_iter()
                    .map(|(about, text)| format!("{about}: {text}"))
                    .collect();
            }
            written
        })
    }

    pub(super) fn undated(&self) -> impl Iterator<Item = Undated> {
        self.timeline.undated.iter().map(|it| self.undated_one(it))
    }

    pub(super) fn conflicts(&self) -> impl Iterator<Item = Conflict> {
        self.timeline.conflicts.iter().map(|it| self.conflict(it))
    }

    pub(super) fn warnings(&self) -> impl Iterator<Item = Warning> {
        self.timeline.warnings.iter().map(|it| self.warning(it))
    }

    fn incident(&self, index: usize, incident: &timeline::Incident) -> Incident {
        Incident {
            id: incident_id(index),
            services: incident.services.clone(),
            started: incident.started.and_then(|it| self.milestone(it)),
            resolved: incident.resolved.and_then(|it| self.milestone(it)),
            time_to_detect: incident.time_to_detect.as_ref().map(duration),
            time_to_acknowledge: incident.time_to_acknowledge.as_ref().map(duration),
            time_to_mitigate: incident.time_to_mitigate.as_ref().map(duration),
            time_to_resolve: incident.time_to_resolve.as_ref().map(duration),
            duration: incident.duration.as_ref().map(duration),
        }
    }

    fn milestone(&self, milestone: timeline::Milestone) -> Option<Milestone> {
        let event = self.timeline.events.get(milestone.event.0)?;
        let Bounds { earliest, latest } = milestone.bounds;
        Some(Milestone {
            event: event_id(milestone.event),
            earliest: earliest.and_then(|at| instant(event.scale, event.zone, at)),
            latest: latest.and_then(|at| instant(event.scale, event.zone, at)),
        })
    }

    fn event(&self, index: usize, event: &timeline::Event) -> Event {
        let at = |at: i64| instant(event.scale, event.zone, at);
        Event {
            id: event_id(EventId(index)),
            value: event.value.to_string(),
            precision: event.value.granularity.into(),
            approximate: event.approximate,
            start: at(event.start),
            earliest: event.bounds.earliest.and_then(at),
            latest: event.bounds.latest.and_then(at),
            end: event.end.and_then(|end| at(end.at)),
            end_value: event.end.map(|end| end.value.to_string()),
            zone: event.zone.map(Zone::name),
            basis: Basis {
                date: event.basis.date.into(),
                clock: event.basis.clock.into(),
                zone: event.basis.zone.into(),
                relative_to: event.basis.relative_to.map(event_id),
            },
            phase: Phase(event.phase),
            scope: event.scope.into(),
            incident: event.incident.map(incident_id),
            modality: event.modality.into(),
            services: event.services.clone(),
            summary: event.summary.clone(),
            sources: event.sources.iter().map(|it| self.source(event, it)).collect(),
            agreement: (event.agreement.texts > 1).then(|| Agreement {
                texts: event.agreement.texts,
                voices: event.agreement.voices,
                spread: event.agreement.spread.map(length::iso),
            }),
            tied_with: event.tied_with.iter().copied().map(event_id).collect(),
            proof: self.proofs(index, event),
            explanation: Vec::new(),
        }
    }

    fn proofs(&self, index: usize, event: &timeline::Event) -> Option<Proofs> {
        let chain = |steps: &[timeline::Step]| steps.iter().filter_map(|step| self.link(step)).collect::<Vec<_>>();
        let proved = self.timeline.proved.of(EventId(index), event.scale);
        let proofs = Proofs {
            earliest: chain(&proved.earliest),
            latest: chain(&proved.latest),
            order: chain(&proved.order),
        };
        let any = !(proofs.earliest.is_empty() && proofs.latest.is_empty() && proofs.order.is_empty());
        any.then_some(proofs)
    }

    fn link(&self, step: &timeline::Step) -> Option<Link> {
        let evidence = self.timeline.evidence.get(step.evidence)?;
        let node = |node: timeline::Node| match node {
            timeline::Node::Start(event) => event_id(event),
            timeline::Node::End(event) => format!("{}.end", event_id(event)),
            timeline::Node::Scale(_) | timeline::Node::Writing(_) => "clock".to_owned(),
        };
        let words = |document: usize, span: crate::article::span::Span| {
            self.timeline
                .documents
                .get(document)?
                .text
                .get(span.range())
                .map(str::to_owned)
        };
        Some(Link {
            from: node(step.from),
            to: node(step.to),
            most: step.most,
            because: evidence.sentence.clone(),
            text: evidence
                .document
                .zip(evidence.span)
                .and_then(|(document, span)| words(document, span)),
        })
    }

    fn source(&self, event: &timeline::Event, source: &timeline::Source) -> Source {
        let (scale, window) = source.window;
        let at = |at: Option<i64>| at.and_then(|at| instant(scale, event.zone, at));
        let text = &self.timeline.documents[source.document].text;
        Source {
            document: document_id(source.document),
            sentence: self.points[source.document].range(source.sentence),
            mention: Some(self.points[source.document].range(source.mention)),
            text: text.get(source.mention.range()).map(str::to_owned),
            speaker: source.speaker.clone(),
            quoted: source.quoted,
            value: (self.timeline.documents.len() > 1).then(|| source.value.to_string()),
            window: ((scale, window) != (event.scale, event.bounds)).then(|| [at(window.earliest), at(window.latest)]),
        }
    }

    fn undated_one(&self, undated: &timeline::Undated) -> Undated {
        Undated {
            phase: Phase(undated.phase),
            services: undated.services.clone(),
            summary: undated.summary.clone(),
            sources: vec![Source {
                document: document_id(undated.document),
                sentence: self.points[undated.document].range(undated.sentence),
                mention: None,
                text: None,
                speaker: undated.speaker.clone(),
                quoted: undated.quoted,
                value: None,
                window: None,
            }],
        }
    }

    fn conflict(&self, conflict: &timeline::Conflict) -> Conflict {
        let evidence = conflict.gave_way.and_then(|index| self.timeline.evidence.get(index));
        Conflict {
            statements: conflict.statements.iter().copied().map(event_id).collect(),
            explanation: conflict.explanation.clone(),
            gave_way: evidence.map(|evidence| evidence.sentence.clone()),
            repair: conflict.repair.clone(),
        }
    }

    fn warning(&self, warning: &timeline::Warning) -> Warning {
        Warning {
            code: warning.code.to_owned(),
            message: warning.message.clone(),
            span: warning
                .span
                .and_then(|span| Some(self.points.get(warning.document.unwrap_or(0))?.range(span))),
            document: warning.document.map(document_id),
        }
    }
}

fn document(index: usize, document: &timeline::Document, first_hand: bool, voice: Option<&usize>) -> Document {
    Document {
        id: document_id(index),
        path: document.path.clone(),
        title: document
            .title
            .and_then(|span| document.text.get(span.range()))
            .map(str::to_owned),
        published: document.published.as_ref().map(|published| published.value.to_string()),
        published_basis: document.published.as_ref().map(|published| published.basis.into()),
        modified: document.modified.as_ref().map(|modified| modified.value.to_string()),
        modified_basis: document.modified.as_ref().map(|modified| modified.basis.into()),
        place: document
            .place
            .map(|place| plain::one_line(&document.text[place.range()])),
        zone: document.zone.map(Zone::name),
        zone_basis: document.zone_basis.into(),
        first_hand,
        voice: voice.filter(|voice| **voice != index).map(|voice| document_id(*voice)),
    }
}
