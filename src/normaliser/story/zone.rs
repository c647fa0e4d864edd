//! The zone of a clock that names none, or only "local".
//!
//! One would get wrong that it is always the text's: a mail tells its sender's time, a list goes on in the zone of its first
//! clock, and "local" is where the sentence is.

use std::ops::Range;

use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::token::Case;
use crate::lexicon::zone::ZoneWord;
use crate::normaliser::archived;
use crate::normaliser::calendar::Zone;
use crate::normaliser::clock;
use crate::normaliser::document::DocumentZone;
use crate::parser::layout::{ends_in_stop, in_blocks};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{DayHalf, Point, ZoneName};
use crate::parser::time::view::View;

use super::Story;
use super::speaker::Entry;

impl Story<'_> {
    /// "22:22 GMT for the first cable, 23:11 for the second": the zone of the clock before it in the sentence, where both are
    /// counted to twenty-four and the first does not tell another's again.
    pub(super) fn zone_of_list(&self, mention: usize) -> Option<ZoneName> {
        let (before, here) = (
            self.parsed.mentions.get(mention.checked_sub(1)?)?,
            &self.parsed.mentions[mention],
        );
        let (Time::Point { point: first, also }, Time::Point { point: second, .. }) = (&before.time, &here.time) else {
            return None;
        };
        let full = |point: &Point| point.clock.is_some_and(|clock| clock.half == DayHalf::TwentyFour);
        let zone = first.zone.filter(|zone| *zone != ZoneName::Word(ZoneWord::Local))?;
        let bare = second.zone.is_none() && second.day.is_none() && also.is_empty();
        let bracketed = self.says(before.tokens.start.wrapping_sub(1), &["("]);
        let beside = before.sentence == here.sentence && full(first) && full(second);
        (beside && bare && !bracketed).then_some(zone)
    }

    /// "Users complained from 10:00 CEST. A lock was found at 12:15", below a title of its own in a letter that counts in New
    /// York's time elsewhere: a paragraph goes on in the zone that it has named, where the text's own is named nowhere
    /// below that title.
    pub(super) fn zone_of_paragraph(&self, mention: &Mention) -> Option<ZoneName> {
        let named = matches!(self.zones.basis, DocumentZone::Named(_));
        let document = self.zones.document.filter(|zone| named && *zone != Zone::UTC)?;
        let zone = |name: ZoneName| self.zones.named(name).zone;
        let block = self.article.sentences[mention.sentence].block;
        let mut section = in_blocks(self.article, &self.parsed.mentions, self.section_of(block)).iter();
        if section.any(|other| zones_named(other).any(|name| zone(name) == Some(document))) {
            return None;
        }
        let paragraph = in_blocks(self.article, &self.parsed.mentions, block..block + 1).iter();
        let before = paragraph.take_while(|other| other.tokens.start < mention.tokens.start);
        let last = before.filter_map(|other| zones_named(other).last()).last();
        last.filter(|name| *name != ZoneName::Word(ZoneWord::Local) && zone(*name) != Some(Zone::UTC))
    }

    /// The blocks from the title above one to the next: a heading, or a short line that ends in no stop.
    fn section_of(&self, block: usize) -> Range<usize> {
        const LONGEST_TITLE: usize = 8;
        let titles = |at: &usize| {
            let it = &self.article.blocks[*at];
            // "2. Tallybook" is an item too.
            let plain = matches!(it.kind, BlockKind::Paragraph | BlockKind::Item);
            let short = plain && it.tokens.len() <= LONGEST_TITLE;
            matches!(it.kind, BlockKind::Heading(_)) || short && !ends_in_stop(self.article, it)
        };
        let start = (0..block).rev().find(titles).unwrap_or(0);
        let end = (block + 1..self.article.blocks.len()).find(titles);
        start..end.unwrap_or(self.article.blocks.len())
    }

    /// "It is now 22:00 in Amsterdam": the zone of the place behind a clock that says how late it is there, where the text's own
    /// is known too.
    pub(super) fn zone_it_is_in(&self, mention: &Mention) -> Option<ZoneName> {
        const FURTHEST: usize = 4;
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let view = View::of(self.article, sentence);
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let near = start.saturating_sub(FURTHEST).max(sentence.start)..start;
        let it_is = |at: usize| view.says(at, "it") && view.says_any(at + 1, &["is", "was", "'s", "’s"]);
        let place = view.phrase(&view.lexicon.places, end + 1);
        let there = view.says(end, "in") && view.case(end + 1) != Some(Case::Lower);
        let (zone, _) = place.filter(|_| self.zones.document.is_some() && there && near.into_iter().any(it_is))?;
        Some(ZoneName::Word(ZoneWord::Rules(zone)))
    }

    /// A text's own zone is the one that it names most; up to where it first does, its clocks are told in the one that
    /// it named before: a story of New York quotes a statement of California at its end.
    pub(super) fn go_on_in_zone(&mut self, point: &mut Point) {
        if point.clock.is_none() || !matches!(self.zones.basis, DocumentZone::Named(_)) {
            return;
        }
        let zone = |name: ZoneName| self.zones.named(name).zone;
        // UTC beside another zone is a service for foreign readers.
        let local = |zone: Option<Zone>| zone.is_some_and(|zone| zone != Zone::UTC);
        match point.zone {
            Some(name) if zone(name) == self.zones.document => self.own_zone_told = true,
            Some(name) => self.zone_before = Some(name),
            None if self.own_zone_told || !local(self.zones.document) => {}
            None => point.zone = self.zone_before.filter(|name| local(zone(*name))),
        }
    }

    /// The zone of the mail that tells a time. A ticket that it copies in has a zone of its own, up to its paragraph's end.
    pub(super) fn zone_of_mail(&self, mention: &Mention) -> Option<ZoneName> {
        let entry = self.entry_of(mention).filter(|_| self.article.form == Form::Mail)?;
        // "Wrapped up at 22:47 GMT last night and came back at 23:05": one sentence counts on one clock.
        let named = |other: &&Mention| other.tokens.start < mention.tokens.start;
        let beside = self.beside(mention).iter().rev().filter(named);
        let told = beside.filter_map(|other| match &other.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => point.clock.and(point.zone),
            _ => None,
        });
        if let Some(zone) = told.into_iter().next() {
            return Some(zone);
        }
        let block = self.article.sentences[mention.sentence].block;
        let same = self.article.blocks[block].tokens.contains(&entry.tokens.start);
        let sent = self.sent_from.filter(|_| !same);
        sent.or(entry.zone)
            .filter(|zone| !self.is_of_archive(entry, *zone, mention))
    }

    /// "Dropped around 12:30 local", below "Wed Oct 10 14:59:47 EDT 2018", in a thread that names Denver's time: whether the
    /// stamp's zone is that of the list's archive, and the clock the text's own, in which it does not lie behind the stamp.
    fn is_of_archive(&self, entry: &Entry, zone: ZoneName, mention: &Mention) -> bool {
        let mentions = &self.parsed.mentions;
        let behind = mentions.partition_point(|it| it.tokens.start <= entry.tokens.start);
        // The entry opens with its stamp, or with a time behind that.
        let mut heads = mentions[..behind].iter().rev().take(2);
        let archived = heads.any(|head| archived::is_stamp(self.article, head));
        let (Some(stamped), Some(own), true) = (self.zones.named(zone).zone, self.zones.document, archived) else {
            return false;
        };
        if own == stamped {
            return false;
        }
        let told = |point: &Point| {
            let at = entry.at.date().at(clock::second_as_said(&point.clock?));
            Some(own.instants(at).first() <= stamped.instants(entry.at).first())
        };
        let Time::Point { point, .. } = &mention.time else {
            return true;
        };
        point.zone.is_some() || point.day.is_some() || told(point).unwrap_or(true)
    }

    /// "In London, customers were shut out at 8 a.m. local time", in a story of New York: the zone of the place that the
    /// sentence names, where it names one, or leads to one by its preposition.
    pub(super) fn zone_of_place(&self, mention: &Mention) -> Option<ZoneName> {
        const SHORTEST: usize = 4;
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let view = View::of(self.article, sentence);
        let mut led: Option<&'static str> = None;
        let mut named: Option<&'static str> = None;
        let (mut at, mut several) = (sentence.start, false);
        while at < sentence.end {
            let place = view.phrase(&view.lexicon.places, at);
            let Some((zone, next)) = place.filter(|_| view.case(at) != Some(Case::Lower)) else {
                at += 1;
                continue;
            };
            // "New York-based Meridian", "a Delaware company": where it happened is not told.
            let of_firm = view.symbol(next, '-');
            let in_it = view.says_any(at.wrapping_sub(1), &["in", "across", "at", "near"]);
            if (view.text(at).len() >= SHORTEST || next > at + 1) && !of_firm {
                several |= named.is_some_and(|other| other != zone);
                named = Some(zone);
                led = led
                    .filter(|_| at > mention.tokens.end || !in_it)
                    .or(in_it.then_some(zone))
                    .or(led);
            }
            at = next;
        }
        let zone = if several { led } else { named };
        zone.map(|zone| ZoneName::Word(ZoneWord::Rules(zone)))
    }
}

/// The zones that the clocks of a mention name.
fn zones_named(mention: &Mention) -> impl Iterator<Item = ZoneName> {
    let (points, more): ([Option<&Point>; 2], &[Point]) = match &mention.time {
        Time::Point { point, also } => ([Some(point), None], also),
        Time::Span { from, to, .. } => ([Some(from), Some(to)], &[]),
        _ => ([None, None], &[]),
    };
    let all = points.into_iter().flatten().chain(more);
    all.filter_map(|point| point.clock.and(point.zone))
}
