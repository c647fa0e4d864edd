//! Which zone a clock time is read in.
//!
//! One would get wrong that the zone of the publication stamp is the story's: what the story's own times name comes
//! first, then what the page declares, then the place of its dateline.

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::span::Span;
use crate::lexicon::lexicon;
use crate::lexicon::zone::ZoneWord;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{DayHalf, Point, ZoneName};
use crate::parser::time::view::View;
use crate::parser::{Parsed, declaration};

use super::calendar::Zone;
use super::document::{DocumentZone, Warning};

/// A zone as it was named, and the offset in seconds that its label means to the letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    /// The zone; `None` for "local time", whose place is not known.
    pub zone: Option<Zone>,
    /// "EST" is five hours behind, whatever the season.
    pub label: Option<i32>,
}

/// The zones of one document.
#[derive(Clone, Debug)]
pub struct Zones {
    /// What clock times without a zone are read in.
    pub document: Option<Zone>,
    /// Why.
    pub basis: DocumentZone,
    /// The place of the dateline, for "local time".
    place: Option<Zone>,
    /// Zones that the document's words name, for ambiguous labels.
    hints: Vec<Zone>,
}

impl Zones {
    /// Finds out a document's zone.
    pub fn of(article: &Article, parsed: &Parsed, flag: Option<Zone>, warnings: &mut Vec<Warning>) -> Self {
        let place =
            parsed.layout.place.clone().and_then(|tokens| {
                place_in(article, tokens.start, tokens.end).map(|zone| (zone, article.span_of(tokens)))
            });
        let mut zones = Self {
            document: None,
            basis: DocumentZone::None,
            place: place.map(|(zone, _)| zone),
            hints: Vec::new(),
        };
        zones.hints = hints(article, &zones, parsed);
        let stamp = stamp_zone(&zones, article, parsed);
        let found = zones
            .declared(article)
            .or_else(|| zones.most_named(parsed, stamp.map(|s| s.0)))
            .or_else(|| place.and_then(|(zone, span)| span.map(|span| (zone, DocumentZone::Place(span)))))
            .or_else(|| flag.map(|zone| (zone, DocumentZone::Flag)))
            .or_else(|| stamp.map(|(zone, span)| (zone, DocumentZone::Stamp(span))));
        if let Some((zone, basis)) = found {
            (zones.document, zones.basis) = (Some(zone), basis);
        } else if parsed.mentions.iter().any(|m| clock_of(m).is_some()) {
            warnings.push(Warning {
                code: "no-zone",
                message: "the text names no zone: its clock times stay local; --zone gives one".to_owned(),
                document: None,
                span: None,
            });
        }
        zones
    }

    /// What a zone's name means in this document.
    pub fn named(&self, name: ZoneName) -> Named {
        match name {
            ZoneName::Offset(0) => Named {
                zone: Some(Zone::UTC),
                label: None,
            },
            ZoneName::Offset(seconds) => Named {
                zone: Some(Zone::Fixed(seconds)),
                label: None,
            },
            ZoneName::Word(ZoneWord::Rules("Etc/GMT" | "UTC")) => Named {
                zone: Some(Zone::UTC),
                label: None,
            },
            ZoneName::Word(ZoneWord::Rules(name)) => Named {
                zone: Some(Zone::named(name)),
                label: None,
            },
            ZoneName::Word(ZoneWord::Labelled(name, minutes)) => Named {
                zone: Some(Zone::named(name)),
                label: Some(i32::from(minutes) * 60),
            },
            ZoneName::Word(ZoneWord::Ambiguous(all)) => {
                let (name, minutes) = all
                    .iter()
                    .find(|(name, _)| self.hints.iter().any(|hint| hint.name() == *name))
                    .unwrap_or(&all[0]);
                Named {
                    zone: Some(Zone::named(name)),
                    label: Some(i32::from(*minutes) * 60),
                }
            }
            ZoneName::Word(ZoneWord::Local) => Named {
                zone: self.place.or(self.document),
                label: None,
            },
        }
    }

    fn declared(&self, article: &Article) -> Option<(Zone, DocumentZone)> {
        let (name, span) = declaration::zone_for_all(article)?;
        Some((self.named(name).zone?, DocumentZone::Declared(span)))
    }

    /// The zone that the story's times name most. UTC beside another zone is a service for foreign readers, unless
    /// the page is written in it.
    fn most_named(&self, parsed: &Parsed, stamp: Option<Zone>) -> Option<(Zone, DocumentZone)> {
        let mut votes: FxHashMap<Zone, (i32, usize, Span)> = FxHashMap::default();
        let mut twelve_hour = false;
        for (index, mention) in parsed.mentions.iter().enumerate() {
            if matches!(
                parsed.layout.roles[index],
                Role::Published | Role::Updated | Role::Metadata | Role::Aside
            ) {
                continue;
            }
            let Some(point) = clock_of(mention) else { continue };
            twelve_hour |= point.zone.is_none() && point.clock.is_some_and(|c| matches!(c.half, DayHalf::Said(_)));
            let Some(zone) = point
                .zone
                .filter(|z| !matches!(z, ZoneName::Word(ZoneWord::Local)))
                .and_then(|z| self.named(z).zone)
            else {
                continue;
            };
            let entry = votes.entry(zone).or_insert((0, index, mention.span));
            entry.0 += 2;
        }
        for (zone, (vote, ..)) in &mut votes {
            let foreign = *zone == Zone::UTC && twelve_hour;
            if foreign {
                *vote = 1;
            }
            if Some(*zone) == self.place {
                *vote += 3;
            } else if Some(*zone) == stamp {
                *vote += 1;
            }
        }
        let (zone, (_, _, span)) = votes
            .into_iter()
            .max_by_key(|(_, (vote, first, _))| (*vote, std::cmp::Reverse(*first)))?;
        // A place named by the dateline keeps its own rules where the offset is the same.
        let foreign = zone == Zone::UTC && twelve_hour && (self.place.is_some() || stamp.is_some());
        if foreign {
            None
        } else {
            Some((zone, DocumentZone::Named(span)))
        }
    }
}

/// The clock point of a mention.
pub fn clock_of(mention: &Mention) -> Option<Point> {
    match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => point.clock.map(|_| *point),
        _ => None,
    }
}

/// The zone of the page's stamp. A page's metadata is written by a machine: its UTC says nothing of the story.
fn stamp_zone(zones: &Zones, article: &Article, parsed: &Parsed) -> Option<(Zone, Span)> {
    parsed.mentions.iter().enumerate().find_map(|(index, mention)| {
        let stamp = matches!(parsed.layout.roles[index], Role::Published | Role::Updated);
        let zone = clock_of(mention).and_then(|p| p.zone).filter(|_| stamp)?;
        let zone = zones.named(zone).zone?;
        let block = article.sentences[mention.sentence].block;
        let by_machine = article.form == Form::Html && article.blocks[block].kind == BlockKind::FrontMatter;
        (!by_machine || zone != Zone::UTC).then_some((zone, mention.span))
    })
}

/// The zone of the first place that the tokens name.
fn place_in(article: &Article, start: usize, end: usize) -> Option<Zone> {
    let view = View::new(&article.text, &article.tokens, start, end);
    // The state or country behind a town says more than the town: "Portland, Maine".
    let found: Vec<&str> = (start..end)
        .filter_map(|at| view.phrase(&lexicon().places, at).map(|(name, _)| name))
        .collect();
    let last_of_two = found.get(1).filter(|second| **second != found[0]);
    last_of_two.or(found.first()).map(|name| Zone::named(name))
}

/// Zones that the text's words speak for: its places and the zones that it names without doubt.
fn hints(article: &Article, zones: &Zones, parsed: &Parsed) -> Vec<Zone> {
    let lexicon = lexicon();
    let mut out: Vec<Zone> = zones.place.into_iter().collect();
    for mention in &parsed.mentions {
        if let Some(ZoneName::Word(ZoneWord::Rules(name) | ZoneWord::Labelled(name, _))) =
            clock_of(mention).and_then(|p| p.zone)
        {
            out.push(Zone::named(name));
        }
    }
    let view = View::new(&article.text, &article.tokens, 0, article.tokens.len());
    for at in 0..article.tokens.len().min(4_000) {
        if lexicon.places.begins(view.word(at))
            && view.case(at) != Some(crate::article::token::Case::Lower)
            && let Some((name, _)) = view.phrase(&lexicon.places, at)
        {
            out.push(Zone::named(name));
        }
    }
    out
}
