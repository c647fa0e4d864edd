//! Which zone a clock time is read in.
//!
//! One would get wrong that the zone of the publication stamp is the story's: what the story's own times name comes
//! first, then what the page declares, then the place of its dateline.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::lexicon::lexicon;
use crate::lexicon::zone::ZoneWord;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, DayHalf, Expression, Point, ZoneName};
use crate::parser::time::view::View;
use crate::parser::time::zone;
use crate::parser::{Parsed, declaration};

use super::archived;
use super::calendar::{Date, Instant, Zone};
use super::clock::second_as_said;
use super::document::{DocumentZone, Warning};
use super::places::{self, byline_place, here_in, place_in};
use super::refuted;

/// Clocks without a zone beside which one with a zone is an exception.
const FEWEST_BARE: usize = 3;

/// Clocks with a zone that speak for a thread, wherever one of its writers is.
const FEWEST_OF_ALL: usize = 2;

/// Words in which a text names its places.
pub(super) const MOST_WORDS: usize = 4_000;

/// A zone as it was named, and the offset in seconds that its label means to the letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    /// The zone; `None` for "local time", whose place is not known.
    pub zone: Option<Zone>,
    /// "EST" is five hours behind, whatever the season.
    pub label: Option<i32>,
    /// Whether it is to be taken to the letter: the text uses both labels of the zone side by side.
    pub literal: bool,
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
    /// Whether that is only where somebody is who says "here in Berlin": one of several who write a thread.
    place_of_one: bool,
    /// Zones that the document's words name, for ambiguous labels.
    hints: Vec<(Zone, Span)>,
    /// Zones whose labels are to be taken to the letter.
    both_labels: Vec<Zone>,
}

impl Zones {
    /// Finds out a document's zone.
    pub fn of(article: &Article, parsed: &Parsed, flag: Option<Zone>) -> Self {
        let place =
            parsed.layout.place.clone().and_then(|tokens| {
                place_in(article, tokens.start, tokens.end).map(|zone| (zone, article.span_of(tokens)))
            });
        let mut zones = Self {
            document: None,
            basis: DocumentZone::None,
            place: place.map(|(zone, _)| zone),
            place_of_one: false,
            hints: Vec::new(),
            both_labels: Vec::new(),
        };
        zones.hints = hints(article, &zones, parsed);
        zones.both_labels = zones.with_both_labels(parsed);
        // A dateline is where it was written; the two clocks of a pair tell what the story's own place keeps.
        let beside = zones
            .beside(parsed)
            .filter(|(told, _)| !zones.place.is_some_and(|place| shares_an_offset(place, *told)));
        if beside.is_some() || zones.place.is_none() {
            zones.place = beside.map(|(zone, _)| zone).or_else(|| byline_place(article, parsed));
            let here = here_in(article).filter(|_| zones.place.is_none());
            let of_one = here.is_some() || zones.counts_in_utc(parsed);
            (zones.place, zones.place_of_one) = (zones.place.or(here), of_one);
        }
        let stamp = stamp_zone(&zones, article, parsed);
        let found = zones
            .declared(article)
            .or_else(|| zones.most_named(article, parsed, stamp.map(|s| s.0)))
            .or_else(|| beside.map(|(zone, words)| (zone, DocumentZone::Named(words))))
            .or_else(|| zones.place_zone(article, place))
            .or_else(|| flag.map(|zone| (zone, DocumentZone::Flag)))
            .or_else(|| stamp.map(|(zone, span)| (zone, DocumentZone::Stamp(span))));
        if let Some((zone, basis)) = found {
            (zones.document, zones.basis) = (Some(zone), basis);
        }
        zones
    }

    /// The same without the zone of the publication stamp, which cannot be the story's: it lies `behind` seconds too
    /// far west. A place that the text names, and that lies far enough east, gives the zone in its stead.
    pub fn without_stamp(&self, flag: Option<Zone>, behind: i64, at: Instant) -> Self {
        let least = self.document.map_or(0, |zone| i64::from(zone.offset_at(at))) + behind;
        let fits = |zone: &Zone| i64::from(zone.offset_at(at)) >= least;
        let named = self.hints.iter().find(|(zone, _)| zone.is_place() && fits(zone));
        let (document, basis) = match (flag, named) {
            (Some(zone), _) => (Some(zone), DocumentZone::Flag),
            (None, Some((zone, span))) => (Some(*zone), DocumentZone::Place(*span)),
            (None, None) => (None, DocumentZone::None),
        };
        Self {
            document,
            basis,
            ..self.clone()
        }
    }

    /// What had to be taken for granted: clock times that no zone is known of, and abbreviations of several zones.
    pub fn warnings(&self, article: &Article, parsed: &Parsed) -> Vec<Warning> {
        let clocks = self.document.is_none() && parsed.mentions.iter().any(|m| clock_of(m).is_some());
        let local = clocks.then(|| Warning {
            code: "no-zone",
            message: "the text names no zone: its clock times stay local; --zone gives one".to_owned(),
            document: None,
            span: None,
        });
        let mut all: Vec<Warning> = local.into_iter().collect();
        let mut told = Vec::new();
        for timex in &parsed.timexes {
            if let Expression::Point(Point {
                zone: Some(ZoneName::Word(word @ ZoneWord::Ambiguous(several))),
                ..
            }) = timex.expression
                && !several.iter().any(|(name, _)| self.hinted(name))
                && !told.contains(&several[0].0)
                && let Some(span) = words_of(article, timex.tokens.clone(), word)
            {
                told.push(several[0].0);
                all.push(ambiguous(article, span, several));
            }
        }
        all
    }

    /// Whether the document's words name the zone.
    fn hinted(&self, name: &str) -> bool {
        self.hints.iter().any(|(hint, _)| hint.name() == name)
    }

    /// Whether the dateline names a place that the tables have.
    pub fn knows_place(&self) -> bool {
        self.place.is_some()
    }

    /// What a zone's name means in this document.
    pub fn named(&self, name: ZoneName) -> Named {
        let labelled = |name: &str, minutes: i16| (Some(Zone::named(name)), Some(i32::from(minutes) * 60));
        let (zone, label) = match name {
            ZoneName::Offset(0) | ZoneName::Word(ZoneWord::Rules("Etc/GMT" | "UTC")) => (Some(Zone::UTC), None),
            ZoneName::Offset(seconds) => (Some(Zone::Fixed(seconds)), None),
            ZoneName::Word(ZoneWord::Rules(name)) => (Some(Zone::named(name)), None),
            ZoneName::Word(ZoneWord::Labelled(name, minutes)) => {
                let label = i32::from(minutes) * 60;
                (self.without_summer(label).or(Some(Zone::named(name))), Some(label))
            }
            ZoneName::Word(ZoneWord::Ambiguous(all)) => {
                let meant = all.iter().find(|(name, _)| self.hinted(name));
                let (name, minutes) = meant.unwrap_or(&all[0]);
                let place = self
                    .without_summer(i32::from(*minutes) * 60)
                    .filter(|_| meant.is_none());
                let (zone, label) = labelled(name, *minutes);
                (place.or(zone), label)
            }
            ZoneName::Word(ZoneWord::Local) => (self.place.or(self.document), None),
        };
        let literal = label.is_some() && zone.is_some_and(|zone| self.both_labels.contains(&zone));
        Named { zone, label, literal }
    }

    /// The place that the words name which keeps a label's offset all the year: "CST" in a story of Saskatchewan is no summer
    /// slip of Chicago's, nor "MST" one of Denver's in a story of Arizona.
    fn without_summer(&self, label: i32) -> Option<Zone> {
        let keeps = |zone: &Zone| offsets(*zone).all(|it| it == label);
        let mut places = self.hints.iter().map(|(zone, _)| *zone);
        places.find(|zone| zone.is_place() && *zone != Zone::UTC && keeps(zone))
    }

    /// The zones of which a text uses the labels of both seasons: "4:20pm AEST (5:20pm AEDT)". What heads its entries is
    /// often written by a machine, and tells nothing of what the writer means by a label.
    fn with_both_labels(&self, parsed: &Parsed) -> Vec<Zone> {
        let mut seen: Vec<(Zone, bool, i32)> = Vec::new();
        for (mention, role) in parsed.mentions.iter().zip(&parsed.layout.roles) {
            let heads = matches!(role, Role::Entry { .. } | Role::Published | Role::Updated);
            let points: Vec<Point> = match &mention.time {
                Time::Point { point, also } => std::iter::once(point).chain(also).copied().collect(),
                Time::Span { from, to, .. } => vec![*from, *to],
                _ => continue,
            };
            for named in points.iter().filter_map(|p| p.zone).map(|z| self.named(z)) {
                if let Some((zone, label)) = named.zone.zip(named.label)
                    && !seen.contains(&(zone, heads, label))
                {
                    seen.push((zone, heads, label));
                }
            }
        }
        let twice =
            |it: &&(Zone, bool, i32)| seen.iter().filter(|other| (other.0, other.1) == (it.0, it.1)).count() > 1;
        seen.iter().filter(twice).map(|it| it.0).collect()
    }

    /// The place's zone, with the words of the dateline where it is from there.
    fn place_zone(&self, article: &Article, dateline: Option<(Zone, Option<Span>)>) -> Option<(Zone, DocumentZone)> {
        let span = dateline
            .and_then(|d| d.1)
            .or_else(|| article.blocks.first().map(|b| b.span))?;
        self.place.map(|zone| (zone, DocumentZone::Place(span)))
    }

    /// Whether a time is called local.
    fn local_told(&self, parsed: &Parsed) -> bool {
        parsed
            .mentions
            .iter()
            .any(|m| clock_of(m).is_some_and(|p| matches!(p.zone, Some(ZoneName::Word(ZoneWord::Local)))))
    }

    /// Whether so many clocks name UTC alone that one beside another is only what it was at one of several places.
    fn counts_in_utc(&self, parsed: &Parsed) -> bool {
        let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
        let told = roles.filter(|(_, role)| tells_story(role));
        let (mut alone, mut paired) = (0, 0);
        for (mention, _) in told {
            let zone = clock_of(mention).and_then(|point| self.named(point.zone?).zone);
            let beside = matches!(&mention.time, Time::Point { also, .. } if !also.is_empty());
            paired += usize::from(beside);
            alone += usize::from(!beside && zone == Some(Zone::UTC));
        }
        alone >= FEWEST_BARE && alone > FEWEST_OF_ALL * paired
    }

    /// The zone of "08:12 local time (13:12 GMT)", and of "8:12 a.m. (13:12 GMT)": the offset between the two clocks, and
    /// the words that tell it.
    fn beside(&self, parsed: &Parsed) -> Option<(Zone, Span)> {
        parsed.mentions.iter().find_map(|mention| {
            let Time::Point { point, also } = &mention.time else {
                return None;
            };
            let local = matches!(point.zone, None | Some(ZoneName::Word(ZoneWord::Local)));
            let (here, there) = (point.clock?, also.first()?.clock?);
            let other = self.named(also.first()?.zone?).zone?;
            if !local || other != Zone::UTC {
                return None;
            }
            let apart = (second_as_said(&here) - second_as_said(&there) + 11 * 3600).rem_euclid(86_400) - 11 * 3600;
            let zoned = point.zone.is_some() || apart != 0 && apart % 1800 == 0;
            zoned.then_some((Zone::Fixed(apart as i32), mention.span))
        })
    }

    /// Whether the one clock that names a zone does so by a place, behind clocks that name none and behind another place:
    /// a story of Hong Kong says "9:40 p.m. Chicago time" because its own times are no such.
    fn is_of_elsewhere(&self, article: &Article, parsed: &Parsed, at: usize, zone: Zone) -> bool {
        let mention = &parsed.mentions[at];
        let told =
            |index: usize| clock_of(&parsed.mentions[index]).is_some() && tells_story(&parsed.layout.roles[index]);
        let Some(first) = (0..at).find(|index| told(*index)) else {
            return false;
        };
        let here = parsed.mentions[first].span.start();
        let elsewhere = |(place, words): &(Zone, Span)| *place != zone && place.is_place() && words.start() <= here;
        by_place(article, mention) && self.hints.iter().any(elsewhere)
    }

    fn declared(&self, article: &Article) -> Option<(Zone, DocumentZone)> {
        let (name, span) = declaration::zone_for_all(article)?;
        Some((self.named(name).zone?, DocumentZone::Declared(span)))
    }

    /// The zone that the story's times name most. UTC beside another zone is a service for foreign readers, unless
    /// the page is written in it.
    fn most_named(&self, article: &Article, parsed: &Parsed, stamp: Option<Zone>) -> Option<(Zone, DocumentZone)> {
        let mut votes: FxHashMap<Zone, (i32, usize, Span)> = FxHashMap::default();
        // The zone of a list's archive is only that of a thread which names no one zone itself; what it names once may be another
        // place's, unless somebody calls a clock local.
        let told = parsed.mentions.iter().zip(&parsed.layout.roles);
        let told = told.filter(|(mention, role)| tells_story(role) && !archived::is_stamp(article, mention));
        let told = told.filter_map(|(mention, _)| self.named(clock_of(mention)?.zone?).zone);
        let told: Vec<Zone> = told.filter(|zone| *zone != Zone::UTC).collect();
        let one = told.windows(2).all(|pair| pair[0] == pair[1]);
        let named = one && !told.is_empty() && (told.len() >= FEWEST_OF_ALL || self.local_told(parsed));
        // "14:12 BST 19 May", and "19:26 GMT 09 Feb": both are what the clocks of one place show.
        let clocks = parsed.mentions.iter().filter_map(clock_of);
        let summers = clocks.filter_map(|p| self.named(p.zone?).zone.filter(|_| !is_greenwich(&p)));
        let greenwich = summers.filter(|zone| zone.is_place()).find(keeps_greenwich);
        let mut twelve_hour = false;
        let mut zoned = 0;
        let mut bare: Vec<i64> = Vec::new();
        for (index, mention) in parsed.mentions.iter().enumerate() {
            if !tells_story(&parsed.layout.roles[index]) {
                continue;
            }
            let Some(point) = clock_of(mention) else { continue };
            if named && archived::is_stamp(article, mention) {
                continue;
            }
            // One of many places' clocks speaks for no other.
            if self.place_of_one && point.zone == Some(ZoneName::Word(ZoneWord::Local)) {
                continue;
            }
            twelve_hour |= point.zone.is_none() && point.clock.is_some_and(|c| matches!(c.half, DayHalf::Said(_)));
            let Some(zone) = point.zone.and_then(|z| self.named(z).zone) else {
                bare.extend(point.clock.map(|clock| second_as_said(&clock)));
                continue;
            };
            let zone = greenwich.filter(|_| is_winters(&point)).unwrap_or(zone);
            zoned += 1;
            let entry = votes.entry(zone).or_insert((0, index, mention.span));
            entry.0 += 2;
        }
        let refuted = refuted::zones(article, parsed, |name| self.named(name).zone);
        votes.retain(|zone, _| !refuted.contains(zone));
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
        let (zone, (_, at, span)) = votes
            .into_iter()
            .max_by_key(|(_, (vote, first, _))| (*vote, std::cmp::Reverse(*first)))?;
        if zoned == 1 && bare.len() >= 2 && self.is_of_elsewhere(article, parsed, at, zone) {
            return None;
        }
        // Named once amid clocks that name none, and in it one of them would lie behind the writing, as it does not in
        // the zone of the stamp: it is named because it is another than theirs.
        let written = zoned_stamps(parsed)
            .next()
            .and_then(|(_, point, _)| written_in(&point, zone, stamp?));
        let behind = |(there, here): (i64, i64)| bare.iter().any(|at| there < *at && *at <= here);
        if zoned == 1 && bare.len() > FEWEST_BARE && written.is_some_and(behind) {
            return None;
        }
        // A place named by the dateline keeps its own rules where the offset is the same.
        let of_all = !self.place_of_one || zoned < FEWEST_OF_ALL;
        let foreign = zone == Zone::UTC
            && of_all
            && (twelve_hour || self.place.is_some_and(|p| p != Zone::UTC) && self.local_told(parsed))
            && (self.place.is_some() || stamp.is_some());
        if foreign {
            None
        } else {
            Some((zone, DocumentZone::Named(span)))
        }
    }
}

/// Whether a time is of Greenwich by its label.
fn is_greenwich(point: &Point) -> bool {
    matches!(point.zone, Some(ZoneName::Word(ZoneWord::Rules("Etc/GMT"))))
}

/// Whether a time of Greenwich is one of the half-year in which Britain's clocks show it, by its own date.
fn is_winters(point: &Point) -> bool {
    let month = match point.day {
        Some(Day::Date(date)) => date.month,
        _ => None,
    };
    is_greenwich(point) && month.is_some_and(|month| matches!(month, 11 | 12 | 1..=3))
}

/// Whether a zone shows Greenwich's time in winter and another in summer.
fn keeps_greenwich(zone: &Zone) -> bool {
    offsets(*zone).any(|it| it == 0) && offsets(*zone).any(|it| it != 0)
}

/// The offsets of a zone over a year, quarter by quarter.
fn offsets(zone: Zone) -> impl Iterator<Item = i32> {
    const QUARTER: i64 = 91 * 86_400;
    // A year in which all of today's rules hold.
    const YEAR: i64 = 1_546_300_800;
    (0..4).map(move |at| zone.offset_at(Instant(YEAR + at * QUARTER)))
}

/// Whether one zone shows the other's clocks in some part of the year.
fn shares_an_offset(one: Zone, other: Zone) -> bool {
    offsets(one).any(|offset| offsets(other).any(|it| it == offset))
}

/// Whether a time names its zone by a place: "9:40 p.m. Chicago time".
fn by_place(article: &Article, mention: &Mention) -> bool {
    let view = View::of(article, &mention.tokens);
    mention.tokens.clone().any(|at| {
        let place = view.phrase(&lexicon().places, at);
        place.is_some_and(|(_, next)| view.says(next, "time"))
    })
}

/// Where the words of a time name a zone.
fn words_of(article: &Article, mut tokens: Range<usize>, zone: ZoneWord) -> Option<Span> {
    let at = tokens.find(|at| match article.tokens[*at].kind {
        Kind::Word { id, .. } => lexicon().zones.word(id) == Some(zone),
        _ => false,
    })?;
    Some(article.tokens[at].span)
}

/// A word about an abbreviation of several zones: the first is the commonest.
fn ambiguous(article: &Article, span: Span, several: &[(&str, i16)]) -> Warning {
    let others: Vec<&str> = several.iter().skip(1).map(|(name, _)| *name).collect();
    Warning {
        code: "ambiguous-zone",
        message: format!(
            "“{}” is taken for the time of {}; {} uses it too",
            article.words(span),
            several[0].0,
            others.join(" or ")
        ),
        document: None,
        span: Some(span),
    }
}

/// The clock point of a mention.
pub fn clock_of(mention: &Mention) -> Option<Point> {
    match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => point.clock.map(|_| *point),
        _ => None,
    }
}

/// Whether a mention of a role is the story's rather than the page's.
fn tells_story(role: &Role) -> bool {
    !matches!(
        role,
        Role::Published | Role::Updated | Role::Dateline | Role::Metadata | Role::Aside
    )
}

/// The clock of a stamp in another zone and in its own, as seconds after its midnight.
fn written_in(stamp: &Point, zone: Zone, own: Zone) -> Option<(i64, i64)> {
    let (Some(Day::Date(date)), Some(clock)) = (stamp.day, stamp.clock) else {
        return None;
    };
    let day = Date::new(date.year?, date.month?, date.day?)?;
    let here = second_as_said(&clock);
    let at = own.instants(day.at(here)).first();
    let behind = i64::from(own.offset_at(at)) - i64::from(zone.offset_at(at));
    Some((here - behind, here))
}

/// The page's stamps that name a zone, each with its point.
fn zoned_stamps(parsed: &Parsed) -> impl Iterator<Item = (&Mention, Point, ZoneName)> {
    let roles = parsed.mentions.iter().zip(&parsed.layout.roles);
    let stamps = roles.filter(|(_, role)| matches!(role, Role::Published | Role::Updated));
    stamps.filter_map(|(mention, _)| {
        let point = clock_of(mention)?;
        Some((mention, point, point.zone?))
    })
}

/// The zone of the page's stamp. A page's metadata is written by a machine: its UTC says nothing of the story.
fn stamp_zone(zones: &Zones, article: &Article, parsed: &Parsed) -> Option<(Zone, Span)> {
    zoned_stamps(parsed).find_map(|(mention, _, zone)| {
        let zone = zones.named(zone).zone?;
        let block = article.sentences[mention.sentence].block;
        let by_machine = article.form == Form::Html && article.blocks[block].kind == BlockKind::FrontMatter;
        (!by_machine || zone != Zone::UTC).then_some((zone, mention.span))
    })
}

/// "All times are local (IST, UTC+1)": of an abbreviation of several zones, the one whose offset stands beside it.
fn explained(article: &Article, view: &View) -> Option<(Zone, Span)> {
    (0..article.tokens.len().min(MOST_WORDS)).find_map(|at| {
        let (ZoneName::Word(ZoneWord::Ambiguous(several)), end) = zone::named(view, at)? else {
            return None;
        };
        let next = (end..end + 3).find(|at| !view.symbol_any(*at, &[',', '(', '=', '/']))?;
        let (ZoneName::Offset(seconds), _) = zone::named(view, next).filter(|_| next > end)? else {
            return None;
        };
        let (name, _) = several
            .iter()
            .find(|(_, minutes)| i32::from(*minutes) * 60 == seconds)?;
        Some((Zone::named(name), article.span_of(at..end)?))
    })
}

/// Zones that the text's words speak for: its places and the zones that it names without doubt.
fn hints(article: &Article, zones: &Zones, parsed: &Parsed) -> Vec<(Zone, Span)> {
    let dateline = parsed.layout.place.clone().and_then(|tokens| article.span_of(tokens));
    let mut out: Vec<(Zone, Span)> = zones.place.zip(dateline).into_iter().collect();
    for mention in &parsed.mentions {
        if let Some(ZoneName::Word(ZoneWord::Rules(name) | ZoneWord::Labelled(name, _))) =
            clock_of(mention).and_then(|p| p.zone)
        {
            out.push((Zone::named(name), mention.span));
        }
    }
    let view = View::of(article, &(0..article.tokens.len()));
    out.extend(explained(article, &view));
    for at in 0..article.tokens.len().min(MOST_WORDS) {
        if view.case(at) != Some(crate::article::token::Case::Lower)
            && let Some((name, end)) = places::at(&view, at)
            && let Some(span) = article.span_of(at..end)
        {
            out.push((Zone::named(name), span));
        }
    }
    out
}
