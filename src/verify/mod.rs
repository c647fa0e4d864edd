//! A timeline that somebody claims, held against the texts: its quotations, its times, its order.
//!
//! One would get wrong to compare two timelines row by row: a row is looked up by the words that it quotes, and
//! one that we do not have is not wrong for that.

pub mod moment;
pub mod order;
pub mod quotation;
pub mod time;

use std::fmt;

use crate::chronology::timeline::{Event, EventId, Timeline};
use crate::claimed::{self, Claimed};
use crate::error::Error;
use crate::renderer::plain::one_line;
use crate::renderer::when::Clock;
use crate::{Input, Options, reconstruct};
use quotation::{Page, Stands};
use time::Verdict;

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The words that an event quotes.
    Quotation,
    /// Its time.
    Time,
    /// Where it stands among the others.
    Order,
}

/// Something to say of an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The ids of the events: one, or two for an order.
    pub events: Vec<String>,
    /// Which of its claims.
    pub about: About,
    /// Whether the claim does not hold; the rest is worth knowing.
    pub fails: bool,
    /// The event, the claim and what the text says.
    pub sentence: String,
}

/// What came of holding a timeline against texts.
#[derive(Clone, Default, Debug)]
pub struct Report {
    /// In the order of the events, orders last.
    pub findings: Vec<Finding>,
    /// How many events were checked.
    pub events: usize,
    /// How many times follow from the texts.
    pub entailed: usize,
    /// How many are open.
    pub possible: usize,
    /// How many are refuted.
    pub contradicted: usize,
    /// How many have no words that we put in time.
    pub unread: usize,
}

impl Report {
    /// Whether all claims hold; `strict` wants every time proved.
    pub fn holds(&self, strict: bool) -> bool {
        !self.findings.iter().any(|finding| finding.fails) && (!strict || self.possible + self.unread == 0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            let word = if finding.fails { "FAILS" } else { "note " };
            writeln!(f, "{word} {}", one_line(&finding.sentence))?;
        }
        let failed = self.findings.iter().filter(|finding| finding.fails).count();
        let events = if self.events == 1 { "event" } else { "events" };
        let fail = if failed == 1 { "claim fails" } else { "claims fail" };
        writeln!(
            f,
            "{} {events}, {failed} {fail}; times: {} entailed, {} possible, {} contradicted, {} not read",
            self.events, self.entailed, self.possible, self.contradicted, self.unread
        )
    }
}

/// Holds a timeline against the texts.
///
/// # Errors
/// [`Error`] where a text cannot be read at all.
pub fn verify(claimed: &Claimed, inputs: &[Input], options: &Options) -> Result<Report, Error> {
    let timeline = reconstruct(inputs, &claimed.options(options.clone()))?;
    Ok(against(claimed, &timeline))
}

/// Holds a timeline against our own reading.
pub fn against(claimed: &Claimed, ours: &Timeline) -> Report {
    let mut check = Check {
        claimed,
        ours,
        clock: Clock::new(ours, None),
        pages: ours
            .documents
            .iter()
            .map(|document| Page::new(&document.text))
            .collect(),
        report: Report {
            events: claimed.events.len(),
            ..Report::default()
        },
    };
    let own: Vec<Option<usize>> = claimed.events.iter().map(|event| check.event(event)).collect();
    check.order(&own);
    check.report
}

struct Check<'a> {
    claimed: &'a Claimed,
    ours: &'a Timeline,
    clock: Clock,
    pages: Vec<Page<'a>>,
    report: Report,
}

/// A place in one of the texts.
type Place = (usize, std::ops::Range<usize>);

impl Check<'_> {
    /// Checks an event's words and time; gives the event of ours that it is.
    fn event(&mut self, event: &claimed::Event) -> Option<usize> {
        let quotes = event.sources.iter().any(|source| source.text.is_some());
        if !quotes {
            self.say(
                event,
                About::Quotation,
                true,
                "quotes no words of a text, so nothing can be checked".to_owned(),
            );
        }
        let mut places: Vec<Place> = Vec::new();
        let mut elsewhere: Vec<Place> = Vec::new();
        for source in &event.sources {
            self.source(event, source, &mut places, &mut elsewhere);
        }
        let own = self.own(event, &places).or_else(|| self.own(event, &elsewhere));
        match own.and_then(|own| Some((own, time::judge(event, &self.ours.events[own])?))) {
            None => self.report.unread += 1,
            Some((own, judgement)) => self.time(event, own, &judgement),
        }
        own
    }

    fn say(&mut self, event: &claimed::Event, about: About, fails: bool, what: String) {
        self.report.findings.push(Finding {
            events: vec![event.id.clone()],
            about,
            fails,
            sentence: format!("{}: {what}", event.called()),
        });
    }

    /// The text that a source names: by its path, its file name, or being the only one.
    fn document(&self, source: &claimed::Source) -> Option<usize> {
        let ours = &self.ours.documents;
        let named = source
            .document
            .as_ref()
            .and_then(|id| self.claimed.documents.iter().find(|document| document.id == *id));
        let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
        let by = |same: &dyn Fn(&str) -> bool| ours.iter().position(|document| same(&document.path));
        named
            .and_then(|named| by(&|path| path == named.path).or_else(|| by(&|path| name(path) == name(&named.path))))
            .or_else(|| (ours.len() == 1).then_some(0))
    }

    /// Whether the text that a source names, where it names any, is among those at hand.
    fn names(&self, source: &claimed::Source) -> bool {
        let id = source.document.as_ref();
        let named = id.and_then(|id| self.claimed.documents.iter().find(|document| document.id == *id));
        let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
        named.is_none_or(|named| self.ours.documents.iter().any(|it| name(&it.path) == name(&named.path)))
    }

    fn source(
        &mut self,
        event: &claimed::Event,
        source: &claimed::Source,
        places: &mut Vec<Place>,
        elsewhere: &mut Vec<Place>,
    ) {
        let documents: Vec<usize> = match self.document(source) {
            Some(document) => vec![document],
            None => (0..self.pages.len()).collect(),
        };
        let place = |check: &Self, document: usize| check.pages[document].bytes(source.mention?);
        let Some(words) = &source.text else {
            places.extend(documents.iter().filter_map(|at| Some((*at, place(self, *at)?))));
            return;
        };
        let found: Vec<(usize, Stands)> = documents
            .iter()
            .map(|document| (*document, self.pages[*document].find(words, source.mention)))
            .collect();
        let path = |check: &Self, document: usize| check.ours.documents[document].path.clone();
        if let Some((document, Stands::Here(place))) = found.iter().find(|(_, it)| matches!(it, Stands::Here(_))) {
            places.push((*document, place.clone()));
            return;
        }
        // Where the words are wrong the place may still be right: it is what the time is checked by. In a text that the
        // source does not name a place means nothing.
        let named = self.names(source);
        places.extend(
            documents
                .iter()
                .filter(|_| named)
                .filter_map(|at| Some((*at, place(self, *at)?))),
        );
        if let Some((document, Stands::Moved(moved))) = found.iter().find(|(_, it)| matches!(it, Stands::Moved(_))) {
            let line = self.pages[*document].line(moved[0].start);
            let path = path(self, *document);
            let there: Vec<Place> = moved.iter().map(|place| (*document, place.clone())).collect();
            // Words that elsewhere date something else are other words, not the same ones moved.
            let other = self
                .own(event, &there)
                .and_then(|own| time::judge(event, &self.ours.events[own]))
                .is_some_and(|judgement| judgement.verdict == Verdict::Contradicted);
            let what = match other {
                true => format!(
                    "quotation: “{words}” does not stand at its place; in line {line} of {path} it dates something else"
                ),
                false => format!("quotation: “{words}” has moved to line {line} of {path}"),
            };
            self.say(event, About::Quotation, other, what);
            elsewhere.extend(there);
            if !other {
                places.clear();
            }
            return;
        }
        let instead = found.iter().find_map(|(document, it)| match it {
            Stands::Nowhere { instead: Some(instead) } if named => Some((path(self, *document), instead.clone())),
            _ => None,
        });
        let names: Vec<String> = documents.iter().map(|document| path(self, *document)).collect();
        let what = match instead {
            Some((path, instead)) => {
                format!("quotation: “{words}” does not stand in {path}; at its place stand the words “{instead}”")
            }
            None => format!("quotation: “{words}” does not stand in {}", names.join(", ")),
        };
        self.say(event, About::Quotation, true, what);
    }

    /// Our event at one of the places, the most alike of several.
    fn own(&self, event: &claimed::Event, places: &[Place]) -> Option<usize> {
        let alike = |own: &Event| {
            let exact = own.sources.iter().any(|source| {
                let at = |(document, place): &Place| source.document == *document && source.mention.range() == *place;
                places.iter().any(at)
            });
            let overlaps = own.sources.iter().any(|source| {
                let (from, to) = (source.mention.start(), source.mention.end());
                let at =
                    |(document, place): &Place| source.document == *document && from < place.end && place.start < to;
                places.iter().any(at)
            });
            overlaps.then(|| {
                u8::from(exact) * 4
                    + u8::from(own.summary == event.summary) * 3
                    + u8::from(
                        event
                            .value
                            .as_ref()
                            .is_some_and(|value| *value == own.value.to_string()),
                    ) * 2
                    + u8::from(event.phase.as_deref() == Some(own.phase.name()))
            })
        };
        let found = self.ours.events.iter().enumerate();
        found
            .filter_map(|(at, own)| Some((alike(own)?, std::cmp::Reverse(at))))
            .max()
            .map(|(_, at)| at.0)
    }

    fn time(&mut self, event: &claimed::Event, own: usize, judgement: &time::Judgement) {
        let own = &self.ours.events[own];
        match judgement.verdict {
            Verdict::Entailed => self.report.entailed += 1,
            Verdict::Possible => self.report.possible += 1,
            Verdict::Contradicted => self.report.contradicted += 1,
        }
        let told = || {
            let source = &own.sources[0];
            let document = &self.ours.documents[source.document];
            let words = &document.text[source.mention.range()];
            let place = match own.bounds {
                bounds if bounds.earliest.is_some() || bounds.latest.is_some() => {
                    format!(
                        ", and all that is said puts it {}",
                        self.clock.dated_window(own, bounds)
                    )
                }
                _ => String::new(),
            };
            format!("“{words}” ({}) is {}{place}", document.path, own.value)
        };
        match judgement.verdict {
            Verdict::Entailed => {}
            Verdict::Possible => {
                let what = format!("time: {} is possible and not proved: {}", judgement.claim, told());
                self.say(event, About::Time, false, what);
            }
            Verdict::Contradicted => {
                let what = format!("time: {} is contradicted: {}", judgement.claim, told());
                self.say(event, About::Time, true, what);
            }
        }
    }

    /// Checks the order of all rows that we know.
    fn order(&mut self, own: &[Option<usize>]) {
        let refuted = |above: usize, below: usize| match (own[above], own[below]) {
            (Some(above), Some(below)) => self.ours.proved.proves(EventId(below), EventId(above)),
            _ => false,
        };
        for (above, below) in order::misplaced(own.len(), refuted) {
            let (Some(first), Some(second)) = (own[below], own[above]) else {
                continue;
            };
            let quoted = |own: usize| {
                let source = &self.ours.events[own].sources[0];
                let document = &self.ours.documents[source.document];
                format!("“{}” ({})", &document.text[source.mention.range()], document.path)
            };
            let (above, below) = (&self.claimed.events[above], &self.claimed.events[below]);
            self.report.findings.push(Finding {
                events: vec![above.id.clone(), below.id.clone()],
                about: About::Order,
                fails: true,
                sentence: format!(
                    "{} stands above {}: order: the text puts {} before {}",
                    above.called(),
                    below.called(),
                    quoted(first),
                    quoted(second)
                ),
            });
        }
    }
}
