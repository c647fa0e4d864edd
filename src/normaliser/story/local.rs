//! What "local" is, told by a clock beside UTC's: "at 14:35 UTC (19:35 local)".
//!
//! One would get wrong that local is the text's own zone, so that the two clocks contradict each other: a report of many
//! countries counts in UTC, and says what it was there.

use crate::lexicon::zone::ZoneWord;
use crate::normaliser::calendar::Zone;
use crate::normaliser::clock;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Point, ZoneName};

use super::Story;

/// Zones lie whole quarters of an hour apart.
const QUARTER: i64 = 900;

/// From here to a day further are the offsets of the world, in seconds.
const WESTERNMOST: i64 = -10 * 3600;

impl Story<'_> {
    /// Notices the offset between UTC and the local clock beside it: up to the paragraph's end local is that.
    pub(super) fn learn_local(&mut self, mention: &Mention) {
        let Time::Point { point, also } = &mention.time else {
            return;
        };
        let found = also.iter().find_map(|other| self.offset_told(point, other));
        if let Some(offset) = found {
            let block = self.article.sentences[mention.sentence].block;
            self.local = Some((ZoneName::Offset(offset), block));
        }
    }

    /// The zone that a paragraph has called local.
    pub(super) fn told_local(&self, mention: &Mention) -> Option<ZoneName> {
        let block = self.article.sentences[mention.sentence].block;
        self.local.filter(|(_, told)| *told == block).map(|(zone, _)| zone)
    }

    /// The seconds by which the local one of two clocks is ahead of UTC's.
    pub(super) fn offset_told(&self, one: &Point, other: &Point) -> Option<i32> {
        let is_utc = |point: &Point| point.zone.and_then(|zone| self.zones.named(zone).zone) == Some(Zone::UTC);
        let is_local = |point: &Point| point.zone == Some(ZoneName::Word(ZoneWord::Local));
        let (utc, local) = match (is_local(one), is_local(other)) {
            (true, false) if is_utc(other) => (other, one),
            (false, true) if is_utc(one) => (one, other),
            _ => return None,
        };
        let (utc, local) = (utc.clock?, local.clock?);
        let seconds = |it: &_| clock::hour_as_said(it) * 3600;
        let minutes = i64::from(local.minute) - i64::from(utc.minute);
        let apart = (seconds(&local) - seconds(&utc) + minutes * 60 - WESTERNMOST).rem_euclid(86_400) + WESTERNMOST;
        i32::try_from(apart).ok().filter(|_| apart % QUARTER == 0)
    }
}
