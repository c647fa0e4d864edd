//! Reports told in an update: they have days of their own, and the update's stamp only says when they were told.
//!
//! One would get wrong to date their clocks by the stamp: "At 14:31 the link failed", posted four days later, is of the
//! incident's day.

use crate::lexicon::time::Picker;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::value::{Known, Part};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Day, DayHalf, Point, ZoneName};

use super::Story;
use super::speaker::Entry;

/// Seconds behind the stamp of an entry from which a clock is of the day before.
const FURTHEST_AHEAD: i64 = 6 * 3600;

impl Story<'_> {
    /// The day of a time without one that an entry tells.
    pub(super) fn day_in_entry(&self, entry: &Entry, point: &Point, mention: &Mention) -> Date {
        // "(added on 27 December)" turns to no other day.
        let own = |day: &Date| self.looked_back.is_some() && *day == entry.at.date();
        if let Some(day) = entry.day.filter(|day| !own(day)) {
            return day;
        }
        let Some(clock) = point.clock.filter(|_| entry.has_clock) else {
            let day = self.day_of_postmortem(entry, mention);
            let day = day.unwrap_or_else(|| {
                entry
                    .at
                    .date()
                    .plus_days(-i64::from(self.slept_since(entry, point, mention)))
            });
            return day.plus_days(i64::from(self.night_ends(entry, day, point, mention)));
        };
        if let Some(day) = self.day_told_back(&clock, mention) {
            return day;
        }
        let stamp = self.stamp_in_zone(entry, point);
        let date = stamp.date();
        let ahead = date.at(clock::hour_as_said(&clock) * 3600).0 - stamp.0;
        if let Some(day) = self.incident_of_report(date, ahead, mention) {
            return day;
        }
        let settled = clock.half != DayHalf::Open && !entry.goes_on;
        // "On Saturday … at 22:38", told in an update of Monday, 15:30.
        if let Some(named) = entry.named.filter(|_| ahead > 0 && settled) {
            return named;
        }
        // A clock told in an entry lies shortly before it, whatever the day's name.
        let promised = self
            .statement_of(mention)
            .is_some_and(|it| it.modality == Modality::Expected);
        if ahead > FURTHEST_AHEAD && settled && !promised {
            date.plus_days(-1)
        } else {
            date
        }
    }

    /// "Came back sometime in the night", posted at 7:14 am: the night that is over.
    fn slept_since(&self, entry: &Entry, point: &Point, mention: &Mention) -> bool {
        const NOON: i64 = 12 * 3600;
        let night = point.clock.is_none() && point.part.is_some_and(|it| it.part == Part::Night);
        let told = || {
            self.statement_of(mention)
                .is_some_and(|it| it.modality == Modality::Actual)
        };
        night && entry.has_clock && entry.at.seconds_of_day() < NOON && told()
    }

    /// "Wednesday: it failed at 22:15; logins worked again at 01:30": whether a clock of an entry that has only its day is of the
    /// small hours behind the evening that the entry has told.
    pub(super) fn night_ends(&self, entry: &Entry, day: Date, point: &Point, mention: &Mention) -> bool {
        const EVENING: i64 = 18 * 3600;
        let mentions = &self.parsed.mentions;
        let inside = |at: usize| entry.tokens.contains(&mentions[at].tokens.start);
        let told = self.in_sentence.filter(|(at, _)| inside(*at)).map(|(_, at)| at);
        let night = day.at(EVENING)..day.at(30 * 3600);
        // "The night from Monday to Tuesday. … At half past twelve"
        let of_night = || {
            let heads = |it: &&Mention| entry.tokens.start <= it.tokens.start && it.tokens.start < mention.tokens.start;
            let head = mentions.iter().find(heads);
            head.is_some_and(
                |head| matches!(&head.time, Time::Point { point, .. } if point.is_of_night() && point.day.is_some()),
            )
        };
        let open = point.clock.is_some_and(|clock| {
            let early = clock.hour < 6 || clock.hour == 12;
            clock.half == DayHalf::Open && early && clock.named.is_none()
        });
        let evening = told.is_some_and(|at| night.contains(&at));
        (self.is_of_small_hours(point, mention) || open && of_night()) && point.part.is_none() && evening
    }

    /// "The firewall was updated at 14:31", told days later below the updates of an incident: on its day, unless it was told
    /// at once. `ahead` is by how many seconds the clock lies behind the stamp of the entry that tells it, on that day.
    fn incident_of_report(&self, told_on: Date, ahead: i64, mention: &Mention) -> Option<Date> {
        const AT_ONCE: i64 = 3 * 3600;
        let (_, day) = self.looked_back.filter(|(last, _)| *last == told_on)?;
        let entry = self.entry_of(mention)?;
        // "It tripped at 06:40 … the card was swapped at 13:05", closed on the Wednesday at 14:20: a tale that has come to that day
        // goes on there.
        let goes_on = self
            .in_sentence
            .filter(|(at, _)| entry.tokens.contains(&self.parsed.mentions[*at].tokens.start))
            .is_some_and(|(_, at)| at.date() == day);
        let at_once = (-AT_ONCE..=0).contains(&ahead) && !goes_on;
        let own = entry.tokens.start == mention.tokens.start || at_once;
        let told = self.statement_of(mention)?.modality == Modality::Actual;
        (told && !own).then_some(day)
    }

    /// "Post-mortem is up. First errors at 14:03", posted days after: of the day on which it began.
    fn day_of_postmortem(&self, entry: &Entry, mention: &Mention) -> Option<Date> {
        const REPORTS: &[&str] = &[
            "postmortem",
            "post-mortem",
            "rca",
            "rfo",
            "writeup",
            "write-up",
            "mortem",
        ];
        const LEAST: i64 = 2;
        let last = self.began.map(|wall| wall.date())?;
        let later = last.days_until(entry.at.date()) >= LEAST;
        let reports = |at: usize| self.says(at, REPORTS);
        let told = self.statement_of(mention)?.modality == Modality::Actual;
        (later && told && (entry.tokens.start..mention.tokens.start).any(reports)).then_some(last)
    }

    /// Remembers the past day that a report in an update names, for the clocks that cannot be of the update's own; and that
    /// it has come to it, once one has been told.
    pub(super) fn name_day_of_report(&mut self, point: &Point, mention: &Mention, statement: &Statement, date: Date) {
        let opens = self.opens(mention) && !point.is_of_night();
        let told = statement.modality == Modality::Actual && !statement.history;
        let Some(entry) = self.entry.as_mut().filter(|entry| told && date < entry.at.date()) else {
            return;
        };
        // "Friday was bad … it had failed at 4 that afternoon"
        let stays = point.day.is_none() || point.picked_day() == Some(Picker::Same);
        match (point.day, point.clock) {
            (Some(Day::Weekday { .. } | Day::Deictic(..0)), None) if opens => entry.named = Some(date),
            (_, Some(_)) if stays && entry.named == Some(date) => entry.day = Some(date),
            _ => {}
        }
    }

    /// The stamp of an entry on the wall of a clock's own zone: "20:05 UTC", told in a mail of 13:24 at -0700.
    fn stamp_in_zone(&self, entry: &Entry, point: &Point) -> Wall {
        let zone = |name: ZoneName| self.zones.named(name).zone;
        let own = point.zone.filter(|_| self.known == Known::Date).and_then(zone);
        match (own, entry.zone.and_then(zone).or(self.zones.document)) {
            (Some(own), Some(stamped)) if own != stamped => own.wall_at(stamped.instants(entry.at).first()),
            _ => entry.at,
        }
    }
}
