//! A claimed timeline → its texts, as far as it carries them: each with the words that it quotes where they stood, and
//! the claims that each of its sources makes.
//!
//! One would get wrong to take an event for one claim: it is what several sources say together, and among other texts
//! each of them speaks for itself again.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::page::{Offsets, Page, Place};
use super::{Claimed, Document, Event, Link, Source};
use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::draft::{Draft, Stretch};
use crate::article::form::Form;
use crate::article::span::Span;
use crate::chronology::Told;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Instant, Zone};
use crate::normaliser::dated::{Dated, Distance, End, Normalised, Voice, Window};
use crate::normaliser::document::{self, ClockBasis, DateBasis, DocumentZone, PublishedBasis, Scale, ZoneBasis};
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::writing::Writing;
use crate::parser::layout::{Role, layout};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::Point;
use crate::parser::{Parsed, time};
use crate::verify::moment;

/// A text as a timeline tells it.
pub struct Retelling {
    /// The words that are known of it.
    pub article: Article,
    parsed: Parsed,
    normalised: Normalised,
}

impl Retelling {
    /// What is told and when, with the text at this place among the others.
    pub fn told(self, document: usize) -> Told {
        let Self {
            article,
            parsed,
            mut normalised,
        } = self;
        for dated in &mut normalised.dated {
            dated.scale = scale(&dated.value, dated.zone, document);
        }
        Told {
            article,
            parsed,
            normalised,
        }
    }
}

/// The texts of a timeline that stands in the file `path`.
pub fn retell(claimed: &Claimed, path: &str) -> Vec<Retelling> {
    let unnamed = [Document {
        path: path.to_owned(),
        ..Document::default()
    }];
    let documents = match claimed.documents.as_slice() {
        [] => &unnamed[..],
        documents => documents,
    };
    documents
        .iter()
        .enumerate()
        .filter_map(|(at, document)| Teller::new(claimed, document, at == 0).retelling(path))
        .collect()
}

/// One source of one event.
struct Claim<'a> {
    event: &'a Event,
    source: &'a Source,
    /// Whether it leads the event: the event's own value and instant are its.
    leads: bool,
    value: Option<Value>,
    mention: Place,
    clause: Place,
    sentence: Option<Range<usize>>,
}

/// Gathers what one document says.
struct Teller<'a> {
    claimed: &'a Claimed,
    document: &'a Document,
    zone: Option<Zone>,
    page: Page,
    claims: Vec<Claim<'a>>,
    /// Words that set two events apart and date neither, with where they are put: "eight hours after".
    between: Vec<(&'a str, Place)>,
}

impl<'a> Teller<'a> {
    fn new(claimed: &'a Claimed, document: &'a Document, first: bool) -> Self {
        let mut teller = Self {
            claimed,
            document,
            zone: document.zone.as_deref().and_then(Zone::parse),
            page: Page::default(),
            claims: Vec::new(),
            between: Vec::new(),
        };
        // What names no text stands for the first.
        let is_mine = |source: &Source| match &source.document {
            Some(id) => *id == document.id,
            None => first,
        };
        let mut mine: Vec<(&Event, &Source, bool)> = Vec::new();
        for event in claimed.events.iter().chain(&claimed.undated) {
            let sources = event.sources.iter().enumerate();
            mine.extend(sources.filter(|it| is_mine(it.1)).map(|(at, it)| (event, it, at == 0)));
        }
        mine.sort_by_key(|(_, source, _)| source.mention.or(source.sentence));
        for (event, source, leads) in &mine {
            let own = source.value.as_ref().or(event.value.as_ref());
            let words = source.text.as_deref().unwrap_or_default();
            teller.claims.push(Claim {
                event,
                source,
                leads: *leads,
                value: own.and_then(|text| moment::read(text)),
                mention: teller.page.put(source.mention, words),
                clause: Place::Below(0, 0),
                sentence: source.sentence.and_then(|range| teller.page.room(range)),
            });
        }
        // The quoted words have their places: now what happened goes into the gaps.
        for claim in &mut teller.claims {
            claim.clause = teller.page.fill(claim.sentence.clone(), &claim.event.summary);
        }
        teller.put_between();
        teller
    }

    /// Writes down the words of links between two events of this text that none of its claims quotes.
    fn put_between(&mut self) {
        let tells = |id: &str| self.claims.iter().any(|it| it.event.id == id);
        let quotes = |words: &str| self.claims.iter().any(|it| it.source.text.as_deref() == Some(words));
        let mut found: Vec<&'a str> = Vec::new();
        for link in links(self.claimed) {
            let words = link.text.as_deref().filter(|words| !words.trim().is_empty());
            let Some(words) = words else { continue };
            if !found.contains(&words) && tells(&link.from) && tells(&link.to) && !quotes(words) {
                found.push(words);
            }
        }
        self.between = found.into_iter().map(|words| (words, self.page.below(words))).collect();
    }

    fn retelling(mut self, path: &str) -> Option<Retelling> {
        let line = |text: &Option<String>, page: &mut Page| text.as_deref().map(|text| page.below(text));
        let title = line(&self.document.title, &mut self.page);
        let place = line(&self.document.place, &mut self.page);
        let published = line(&self.document.published, &mut self.page);
        let modified = line(&self.document.modified, &mut self.page);
        let zone = line(&self.document.zone, &mut self.page);
        let mut sentences: Vec<Range<usize>> = self.claims.iter().filter_map(|it| it.sentence.clone()).collect();
        sentences.sort_by_key(|range| (range.start, range.end));
        sentences.dedup_by(|b, a| {
            let overlaps = b.start < a.end;
            a.end = if overlaps { a.end.max(b.end) } else { a.end };
            overlaps
        });
        let page = std::mem::take(&mut self.page);
        let (text, offsets) = page.write(&sentences);
        if text.trim().is_empty() {
            return None;
        }
        let name = match self.document.path.as_str() {
            "" => path,
            name => name,
        };
        let article = Article::of_draft(name, Form::Json, draft(text, &sentences, &offsets));
        let span = |place: Option<Place>| place.and_then(|it| Span::new(offsets.of(it).start, offsets.of(it).end));
        let (parsed, told) = self.parsed(&article, &offsets);
        let mut normalised = Normalised {
            document: document::Document {
                path: name.to_owned(),
                text: Arc::clone(&article.text),
                title: span(title),
                published: self.published(&self.document.published, span(published)),
                modified: self.published(&self.document.modified, span(modified)),
                place: span(place),
                zone: self.zone,
                zone_basis: self.zone_basis(span(zone)),
            },
            writing: None,
            dated: Vec::new(),
            by_statement: FxHashMap::default(),
            distances: Vec::new(),
            voice: self.voice(),
            retold: Vec::new(),
            claims: Vec::new(),
            slips: Vec::new(),
            undated: Vec::new(),
            warnings: Vec::new(),
        };
        normalised.writing = self.writing(&normalised.document);
        self.date(&parsed, &told, &mut normalised);
        // "First published at 6.12": a page that went on for hours behind its stamp is not bounded by that.
        if let Some(writing) = &mut normalised.writing {
            let end_of_day = || self.zone.map(|zone| zone.instants(writing.latest).first().0);
            let stamp = writing.instant.map(|at| at.0 + 3600).or_else(end_of_day);
            let latest = writing.latest;
            let behind = |it: &Dated| match it.scale {
                Scale::Utc => !it.ahead && stamp.is_some_and(|stamp| it.start > stamp),
                Scale::Local { .. } => !it.ahead && it.start > latest.plus(3600).0,
                _ => false,
            };
            writing.bounds &= !normalised.dated.iter().any(behind);
        }
        Some(Retelling {
            article,
            parsed,
            normalised,
        })
    }

    /// A mention and a statement for each claim, and which claim each statement tells.
    fn parsed(&self, article: &Article, offsets: &Offsets) -> (Parsed, Vec<usize>) {
        let mut mentions = Vec::new();
        let mut statements = Vec::new();
        let mut told = Vec::new();
        for (at, claim) in self.claims.iter().enumerate() {
            let clause = article.tokens_of(&offsets.of(claim.clause));
            let words = offsets.of(claim.mention);
            let own = Span::new(words.start, words.end);
            let sentence = claim.sentence.clone().map(|range| offsets.bytes(range));
            let sentence = sentence
                .and_then(|bytes| Span::new(bytes.start, bytes.end))
                .or_else(|| Span::new(offsets.of(claim.clause).start, offsets.of(claim.clause).end))
                .or(own);
            let Some(sentence) = sentence else { continue };
            told.push(at);
            let dated = claim.value.is_some();
            if dated {
                mentions.push(mention(article, &words, own.unwrap_or(sentence)));
            }
            statements.push(Statement {
                mention: dated.then(|| mentions.len() - 1),
                sentence,
                summary: claim.event.summary.clone(),
                phase: phase(claim.event),
                sure: !self.kept_apart(claim),
                votes: Default::default(),
                settled: true,
                modality: match claim.event.modality.as_deref() {
                    Some("expected") => Modality::Expected,
                    _ => Modality::Actual,
                },
                history: claim.event.scope.as_deref() == Some("background"),
                services: claim.event.services.clone(),
                speaker: claim.source.speaker.clone(),
                quoted: claim.source.quoted,
                base: None,
                twin: None,
                retells: None,
                role: match claim.heads_an_entry() {
                    true => Role::Entry {
                        text: vec![clause.clone()],
                    },
                    false => Role::Prose,
                },
                clause,
            });
        }
        for (_, place) in &self.between {
            let words = offsets.of(*place);
            // Never empty: blank words were not written down.
            let span = Span::new(words.start, words.end);
            mentions.extend(span.map(|span| mention(article, &words, span)));
        }
        let mut layout = layout(article, &mentions);
        let told_with = statements.iter().filter(|it| it.mention.is_some());
        layout.roles = told_with.map(|it| it.role.clone()).collect();
        layout.roles.resize(mentions.len(), Role::Prose);
        let parsed = Parsed {
            timexes: time::expressions(article),
            mentions,
            layout,
            statements,
        };
        (parsed, told)
    }

    /// Whether a beginning told by its day was not taken for the one of a clock that its own timeline has on that day.
    fn kept_apart(&self, claim: &Claim) -> bool {
        let begins = |it: &Claim| phase(it.event) == Phase::Started;
        let day = claim.value.filter(|it| it.granularity > Granularity::Minute);
        let (Some(day), true) = (day, begins(claim)) else {
            return false;
        };
        let (from, to) = day.window();
        let on_it = |it: &&Claim| {
            let clock = it.value.filter(|it| it.granularity <= Granularity::Minute);
            begins(it) && clock.is_some_and(|it| from <= it.wall && it.wall < to)
        };
        let bounds = |it: &Claim| (it.event.earliest.clone(), it.event.latest.clone());
        let mut clocks = self.claims.iter().filter(on_it).peekable();
        // Two that are one have the same bounds.
        clocks.peek().is_some() && claim.event.earliest.is_some() && clocks.all(|it| bounds(it) != bounds(claim))
    }

    /// Puts the statements on the calendar as they were.
    fn date(&self, parsed: &Parsed, told: &[usize], out: &mut Normalised) {
        let mut of_event: FxHashMap<&str, usize> = FxHashMap::default();
        let mut of_claim: FxHashMap<usize, usize> = FxHashMap::default();
        for (index, (statement, claim_at)) in parsed.statements.iter().zip(told).enumerate() {
            let claim = &self.claims[*claim_at];
            let (Some(value), Some(mention)) = (claim.value, statement.mention) else {
                out.undated.push(index);
                continue;
            };
            let at = out.dated.len();
            of_claim.insert(*claim_at, at);
            match of_event.get(claim.event.id.as_str()) {
                Some(first) => out.retold.push((at, *first)),
                None => {
                    of_event.insert(&claim.event.id, at);
                }
            }
            out.dated.push(self.dated(claim, value, index, mention));
            out.by_statement.insert(index, at);
        }
        self.distances(parsed, &of_event, &of_claim, out);
    }

    fn dated(&self, claim: &Claim, value: Value, statement: usize, mention: usize) -> Dated {
        let event = claim.event;
        let of_event = event.zone.as_deref().and_then(Zone::parse);
        let zone = match value.offset {
            Some(offset) if !claim.leads => self.zone.filter(|zone| {
                let at = Instant(value.wall.0 - i64::from(offset));
                zone.offset_at(at) == offset
            }),
            _ => None,
        };
        let fixed = value.offset.map(Zone::Fixed);
        let zone = match claim.leads {
            true => of_event.or(fixed),
            false => zone.or(fixed).or(self.zone).or(of_event),
        };
        let scale = scale(&value, zone, 0);
        let seconds = |text: &Option<String>| {
            let value = moment::read(text.as_deref()?)?;
            Some(moment::stretch(&value, scale, zone).0)
        };
        let named = moment::stretch(&value, scale, zone).0;
        let start = match claim.leads {
            true => seconds(&event.start).unwrap_or(named),
            false => named,
        };
        let window: Window = match &claim.source.window {
            Some([from, to]) => (seconds(from), seconds(to)),
            None => (seconds(&event.earliest), seconds(&event.latest)),
        };
        let window = match window {
            // A person writes a time and no window: it is what the value says.
            (None, None) if claim.source.window.is_none() && claim.event.basis.relative_to.is_none() => {
                let (from, to) = moment::stretch(&value, scale, zone);
                // A stretch ends with the second before the next one, a window with the next one's first.
                (Some(from), Some(if to > from { to + 1 } else { to }))
            }
            window => window,
        };
        let end = || {
            let at = seconds(&event.end)?;
            let value = moment::read(event.end_value.as_deref().or(event.end.as_deref())?)?;
            Some(End {
                value,
                at,
                window: (Some(at), Some(at)),
            })
        };
        Dated {
            phase: phase(event),
            statement,
            mention,
            value,
            scale,
            start,
            window,
            end: claim.leads.then(end).flatten().filter(|end| end.at >= start),
            zone,
            date: date_basis(event.basis.date.as_deref()),
            clock: match event.basis.clock.as_deref() {
                Some("relative") => ClockBasis::Relative,
                Some("none") => ClockBasis::None,
                _ if value.granularity > Granularity::Minute => ClockBasis::None,
                _ => ClockBasis::Stated,
            },
            zone_basis: zone_basis(event.basis.zone.as_deref()),
            // Whether another source hedges its window tells.
            approximate: match claim.leads {
                true => event.approximate,
                false => value.granularity <= Granularity::Minute && window.0 != window.1,
            },
            relative_to: None,
            ahead: event.modality.as_deref() == Some("expected"),
            of_other: false,
            reasons: vec!["a timeline claims it".to_owned()],
        }
    }

    /// What was measured is measured again, where the proofs tell by which words.
    fn distances(
        &self,
        parsed: &Parsed,
        of_event: &FxHashMap<&str, usize>,
        of_claim: &FxHashMap<usize, usize>,
        out: &mut Normalised,
    ) {
        let mut found: Vec<Distance> = Vec::new();
        for link in links(self.claimed) {
            let (Some(from), Some(to)) = (of_event.get(link.from.as_str()), of_event.get(link.to.as_str())) else {
                continue;
            };
            let measured = self.measured_by(link, of_claim, out);
            let Some(mention) = measured
                .map(|at| out.dated[at].mention)
                .or_else(|| self.set_apart_by(link, parsed))
            else {
                continue;
            };
            let (low, high) = (*from.min(to), *from.max(to));
            let (least, most) = match from < to {
                true => (None, Some(link.most)),
                false => (link.most.checked_neg(), None),
            };
            match found
                .iter_mut()
                .find(|it| (it.from, it.to, it.mention) == (low, high, mention))
            {
                Some(known) => {
                    known.least = known.least.max(least);
                    known.most = known.most.or(most);
                }
                None => found.push(Distance {
                    from: low,
                    to: high,
                    least,
                    most,
                    mention,
                }),
            }
        }
        for distance in &found {
            let measured = out.dated.iter().position(|it| it.mention == distance.mention);
            let base = measured.map(|at| {
                if at == distance.from {
                    distance.to
                } else {
                    distance.from
                }
            });
            if let (Some(at), Some(base)) = (measured, base.filter(|base| Some(*base) != measured)) {
                let claim = &mut out.dated[at];
                let alone = claim.window == (None, None);
                claim.relative_to = claim.relative_to.or(Some(base).filter(|_| alone));
            }
        }
        out.distances = found;
    }

    /// What is dated by the words that a link rests on, and by nothing else.
    fn measured_by(&self, link: &Link, of_claim: &FxHashMap<usize, usize>, out: &Normalised) -> Option<usize> {
        let words = link.text.as_deref()?;
        let rests_on = |claim: &Claim| {
            [&link.from, &link.to].contains(&&claim.event.id) && claim.source.text.as_deref() == Some(words)
        };
        let told = self.claims.iter().enumerate().filter(|(_, claim)| rests_on(claim));
        told.filter_map(|(at, _)| of_claim.get(&at).copied())
            .find(|at| out.dated[*at].window == (None, None))
    }

    /// The mention of words that set two events apart and date neither: these stand behind those of the claims.
    fn set_apart_by(&self, link: &Link, parsed: &Parsed) -> Option<usize> {
        let words = link.text.as_deref()?;
        let at = self.between.iter().position(|(it, _)| *it == words)?;
        (parsed.mentions.len() + at).checked_sub(self.between.len())
    }

    /// Whose words it is said to copy.
    fn voice(&self) -> Voice {
        let copied = self.document.voice.as_ref();
        let of = copied.and_then(|id| self.claimed.documents.iter().find(|it| it.id == *id));
        Voice::Claimed {
            copies: of.map(|it| it.path.clone()),
            first_hand: self.document.first_hand,
        }
    }

    fn published(&self, text: &Option<String>, words: Option<Span>) -> Option<document::Published> {
        let value = moment::read(text.as_deref()?)?;
        let words = words?;
        let basis = match self.document.published_basis.as_deref() {
            Some("flag") => PublishedBasis::Flag,
            Some("metadata") => PublishedBasis::Metadata(words),
            Some("dateline") => PublishedBasis::Dateline(words),
            Some("address") => PublishedBasis::Address(words),
            Some("title") => PublishedBasis::Title(words),
            Some("file-name") => PublishedBasis::FileName,
            _ => PublishedBasis::Stamp(words),
        };
        Some(document::Published { value, basis })
    }

    fn zone_basis(&self, words: Option<Span>) -> DocumentZone {
        match (self.document.zone_basis.as_deref(), words) {
            (Some("flag"), _) => DocumentZone::Flag,
            (_, None) => DocumentZone::None,
            (Some("dateline"), Some(words)) => DocumentZone::Place(words),
            (Some("stamp"), Some(words)) => DocumentZone::Stamp(words),
            (_, Some(words)) => DocumentZone::Named(words),
        }
    }

    /// The moment of writing: the last change, where there was one.
    fn writing(&self, document: &document::Document) -> Option<Writing> {
        let stamps = document.published.iter().chain(&document.modified);
        let placed = stamps.map(|stamp| {
            let value = stamp.value;
            let has_clock = value.granularity <= Granularity::Minute;
            let zone = value.offset.map(Zone::Fixed).or(self.zone).filter(|_| has_clock);
            let instant = zone.map(|zone| zone.instants(value.wall).first());
            let wall = match (instant, self.zone) {
                (Some(at), Some(zone)) => zone.wall_at(at),
                _ => value.wall,
            };
            let latest = if has_clock { wall.plus(59) } else { value.window().1 };
            Writing {
                value,
                basis: stamp.basis,
                date: wall.date(),
                now: latest,
                latest,
                instant,
                bounds: !matches!(stamp.basis, PublishedBasis::Title(_)),
                updated: None,
            }
        });
        placed.max_by_key(|writing| writing.latest)
    }
}

/// The links of all proofs of a timeline.
fn links(claimed: &Claimed) -> impl Iterator<Item = &Link> {
    let proofs = claimed.events.iter().map(|event| &event.proof);
    proofs.flat_map(|it| it.earliest.iter().chain(&it.latest).chain(&it.order))
}

/// Words that stand for a time of which all is known already.
fn mention(article: &Article, words: &Range<usize>, span: Span) -> Mention {
    let tokens = article.tokens_of(words);
    Mention {
        sentence: article.sentence_of(tokens.start).unwrap_or(0),
        tokens,
        span,
        relation: Relation::At,
        hedge: None,
        led: false,
        partitive: false,
        time: Time::Point {
            point: Point::default(),
            also: Vec::new(),
        },
    }
}

impl Claim<'_> {
    /// Whether its words open their entry as a stamp does: figures, and nothing before them.
    fn heads_an_entry(&self) -> bool {
        let (Some(sentence), Place::On(from, _)) = (&self.sentence, self.mention) else {
            return false;
        };
        let words = self.source.text.as_deref().unwrap_or_default();
        let figures = words
            .trim_start_matches(['[', '(', '*'])
            .starts_with(|c: char| c.is_ascii_digit());
        let clock = self.value.is_some_and(|value| value.granularity <= Granularity::Minute);
        figures && clock && from == sentence.start
    }
}

fn scale(value: &Value, zone: Option<Zone>, document: usize) -> Scale {
    match value.known {
        Known::Weekday => Scale::Week { document },
        Known::Clock => Scale::Day { document },
        Known::Yearless => Scale::Year { document },
        Known::Date if value.offset.is_some() || zone.is_some() => Scale::Utc,
        Known::Date => Scale::Local { document },
    }
}

/// Each sentence a block, each line below one too.
fn draft(text: String, sentences: &[Range<usize>], offsets: &Offsets) -> Draft {
    let stretch = |bytes: Range<usize>| Stretch {
        kind: BlockKind::Paragraph,
        bytes,
        indent: 0,
        after_gap: true,
    };
    let mut stretches: Vec<Stretch> = sentences
        .iter()
        .map(|range| stretch(offsets.bytes(range.clone())))
        .collect();
    let mut start = offsets.of(Place::Below(0, 0)).start;
    for line in text[start..].split('\n') {
        stretches.push(stretch(start..start + line.len()));
        start += line.len() + 1;
    }
    Draft {
        text,
        stretches,
        speakers: Vec::new(),
        furniture: Vec::new(),
        notices: Vec::new(),
    }
}

fn phase(event: &Event) -> Phase {
    let named = |phase: &Phase| event.phase.as_deref() == Some(phase.name());
    Phase::ALL.into_iter().find(named).unwrap_or(Phase::Ongoing)
}

fn date_basis(name: Option<&str>) -> DateBasis {
    match name {
        Some("header") => DateBasis::Header,
        Some("weekday") => DateBasis::Weekday,
        Some("narrative") => DateBasis::Narrative,
        Some("publication") => DateBasis::Publication,
        Some("relative") => DateBasis::Relative,
        Some("none") => DateBasis::None,
        _ => DateBasis::Stated,
    }
}

fn zone_basis(name: Option<&str>) -> ZoneBasis {
    match name {
        Some("document") => ZoneBasis::Document,
        Some("flag") => ZoneBasis::Flag,
        Some("dateline") => ZoneBasis::Dateline,
        Some("none") => ZoneBasis::None,
        _ => ZoneBasis::Stated,
    }
}
