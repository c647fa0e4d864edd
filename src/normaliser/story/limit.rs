//! The latest moment that can have been told, and how a text gives away that it was written later than its stamp says.
//!
//! One would get wrong to hold every clock to the page's stamp: an entry, a comment and what was added below the story have
//! limits of their own, and the stamp may be of another zone, or older than the last change.

use crate::article::block::BlockKind;
use crate::normaliser::calendar::Wall;
use crate::normaliser::document::{DocumentZone, PublishedBasis};
use crate::parser::layout::Role;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, Point};

use super::Story;
use super::point::Placed;
use super::speaker::Entry;

impl Story<'_> {
    /// The latest moment that can have been told.
    pub(super) fn limit(&self, mention: &Mention) -> Option<Wall> {
        if let Some(entry) = self.entry_of(mention).filter(|e| e.has_clock) {
            return (!entry.goes_on).then(|| entry.at.plus(60));
        }
        if let Some(entry) = self.entry_of(mention).filter(|e| self.is_dated_post(e)) {
            return Some(entry.at.date().plus_days(1).midnight().plus(-1));
        }
        if let Some(limit) = self.limit_of_original(mention) {
            return Some(limit);
        }
        if let Some((morning, _)) = self.breakfast.filter(|(_, at)| mention.tokens.start < *at) {
            return Some(morning.plus(60));
        }
        // The story above what was added to it was written by then.
        let block = self.article.sentences[mention.sentence].block;
        let above = |added: usize| block < added;
        if let (Some(true), Some(w)) = (self.parsed.layout.added.map(above), self.writing)
            && w.bounds
            && self.on_calendar()
        {
            return Some(w.now);
        }
        // A comment of the day after its page was opened tells of that day.
        let own = self
            .entry_of(mention)
            .map(|entry| entry.at.date())
            .filter(|day| self.writing.is_some_and(|w| *day > w.date))
            .map(|day| day.plus_days(1).midnight());
        self.writing
            .filter(|w| w.bounds && self.on_calendar())
            .map(|w| self.revised.max(own).map_or(w.latest, |revised| revised.max(w.latest)))
    }

    /// The limit of what can have been told, on the wall of the point's own zone.
    pub(super) fn limit_in_zone(&self, mention: &Mention, point: &Point) -> Option<Wall> {
        let limit = self.limit(mention)?;
        if let Some(entry) = self.entry_of(mention) {
            return Some(
                self.limit_of_entry(entry, limit, point)
                    .unwrap_or(limit.plus(12 * 3600)),
            );
        }
        if self.revised.is_some() {
            return Some(limit);
        }
        self.limit_of_writing(limit, point)
    }

    /// "Tue Dec 3 09:15:44 EST" above a mail, and in it "19:07 - 22:29 GMT": where both name their zones, the limit is one on
    /// the wall of the point's own.
    fn limit_of_entry(&self, entry: &Entry, limit: Wall, point: &Point) -> Option<Wall> {
        let zone = |name| self.zones.named(name).zone;
        let (sent, told) = (zone(entry.zone?)?, zone(point.zone?)?);
        let blocks = &self.article.blocks;
        let block = &blocks[blocks.partition_point(|it| it.tokens.end <= entry.tokens.start)..];
        let header = block.first().filter(|it| it.kind == BlockKind::FrontMatter)?;
        let headed = header.tokens.contains(&entry.tokens.start);
        (headed && sent != told && entry.has_clock).then(|| told.wall_at(sent.instants(limit).last()))
    }

    /// The writing's limit, on the wall of the point's own zone.
    fn limit_of_writing(&self, limit: Wall, point: &Point) -> Option<Wall> {
        let named = point.zone.and_then(|z| self.zones.named(z).zone);
        // A stamp in a zone of its own bounds clocks whose zone nobody knows only to within a day.
        if named.is_none() && self.zones.document.is_none() && self.writing.is_some_and(|w| w.instant.is_some()) {
            return Some(limit.plus(14 * 3600));
        }
        match (named, self.zones.document, self.writing.and_then(|w| w.instant)) {
            (Some(zone), _, Some(instant)) => Some(zone.wall_at(instant).plus(60)),
            // A dateline's day is that of its place.
            (Some(zone), Some(document), None) if matches!(self.zones.basis, DocumentZone::Place(_)) => {
                Some(zone.wall_at(document.instants(limit).last()))
            }
            (Some(zone), Some(document), None) if zone != document => Some(limit.plus(14 * 3600)),
            _ => Some(limit),
        }
    }

    /// Whether a moment lies behind the latest that can have been told, by more than clocks differ.
    pub fn is_behind_telling(&self, mention: &Mention, earliest: Option<i64>) -> bool {
        const SLACK: i64 = 3600;
        let limit = self.limit(mention).map(|limit| self.scaled(limit).0 + SLACK);
        earliest.zip(limit).is_some_and(|(earliest, limit)| earliest > limit)
    }

    /// Notices a clock that is told behind the writing on a day that nothing let it leave: the text was stamped before
    /// its last change, and from here on its stamp bounds no clock of that day.
    pub(super) fn notice_revision(&mut self, placed: &Placed, point: &Point, mention: &Mention, statement: &Statement) {
        let told = statement.modality == Modality::Actual && !statement.quoted && point.clock.is_some();
        let Some(written) = self
            .writing
            .filter(|w| told && w.bounds && w.basis != PublishedBasis::Flag)
        else {
            return;
        };
        let date = placed.best.date();
        // A page that is stamped with the very minute at which its outage began bears the stamp of that.
        let limit = self.limit_of_writing(written.latest, point);
        let names_no_date = matches!(point.day, None | Some(Day::Deictic(_)));
        let began = statement.phase == Phase::Started && names_no_date;
        let stamps_it = began && limit.is_some_and(|limit| limit.plus(-60) == placed.best);
        let behind = written.instant.is_some()
            && date == written.date
            && (stamps_it || limit.is_some_and(|limit| placed.best > limit.plus(300)));
        let own = self.entry_of(mention).is_none_or(|entry| !entry.has_clock);
        if behind && own {
            self.revised = self.revised.max(Some(date.plus_days(1).midnight()));
        }
    }

    /// Notices a clock that goes back to the day before though the story names the day of writing as its own: the
    /// writing may have been stamped in another zone than the story's.
    pub(super) fn notice_put_back(&mut self, by: i64, mention: &Mention, statement: &Statement) {
        let on_day = self.writing.zip(self.focus).is_some_and(|(w, f)| f.date == w.date);
        let told = statement.role == Role::Prose && !statement.history && self.entry_of(mention).is_none();
        if on_day && told && self.put_back.is_none_or(|(furthest, _)| by > furthest) {
            self.put_back = Some((by, mention.span));
        }
    }
}
