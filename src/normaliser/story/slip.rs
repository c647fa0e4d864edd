//! What the words of a time say against each other: a weekday its date does not have, two zones, a wrong label.
//!
//! One would get wrong to mend it without a word: the date wins, and the reader is told.

use crate::normaliser::calendar::{Date, Wall, Zone, offset_text};
use crate::normaliser::clock;
use crate::normaliser::dated::Slip;
use crate::normaliser::document::Warning;
use crate::normaliser::value::Known;
use crate::normaliser::zones::Named;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Day, Point};

use super::{Story, stand_in_monday};

/// Days within which the writing is of what it tells.
const NEWS: i64 = 14;

impl Story<'_> {
    /// Two zones for one time that name two instants are told.
    pub(super) fn check_pair(&mut self, index: usize, mention: &Mention) {
        let Time::Point { point, also } = &mention.time else {
            return;
        };
        let date = self
            .focus
            .map(|f| f.date)
            .or(self.writing.map(|w| w.date))
            .unwrap_or_else(stand_in_monday);
        let instant = |point: &Point| {
            let clock = point.clock?;
            let named = point.zone.map(|z| self.zones.named(z));
            let zone = named.and_then(|n| n.zone).or(self.zones.document)?;
            let wall = date.at(clock::second_as_said(&clock));
            let label = named
                .and_then(|n| n.label)
                .map_or_else(|| zone.instants(wall).first().0, |label| wall.0 - i64::from(label));
            Some((zone.instants(wall).first().0, label))
        };
        let Some((here, by_label)) = instant(point) else { return };
        for other in also {
            // "14:35 UTC (19:35 local)" tells what local is.
            if self.offset_told(point, other).is_some() {
                continue;
            }
            let Some((there, there_by_label)) = instant(other) else {
                continue;
            };
            // A date may lie between the two; a label may be meant to the letter; halves may be left open.
            let apart = |a: i64, b: i64| (a - b).rem_euclid(43_200).min((b - a).rem_euclid(43_200));
            let nearest = apart(here, there)
                .min(apart(by_label, there_by_label))
                .min(apart(here, there_by_label))
                .min(apart(by_label, there));
            if nearest >= 60 && self.known == Known::Date {
                let words = self.article.words(mention.span);
                self.slips.push(Slip {
                    mention: index,
                    sentence: format!("“{words}” names two instants, {} min apart", nearest / 60),
                    repair: format!("one of the two clocks is {} min off", nearest / 60),
                });
            }
        }
    }

    /// "12:10 EST (1610 UTC)" in September: the second clock tells that the label names the place and no offset.
    pub(super) fn settled_by_pair(&self, named: Named, mention: &Mention, wall: Wall) -> Named {
        let (Time::Point { also, .. }, Some(zone), Some(label)) = (&mention.time, named.zone, named.label) else {
            return named;
        };
        let by_rules = zone.instants(wall).first().0;
        let by_label = wall.0 - i64::from(label);
        let agrees = also
            .iter()
            .filter_map(|other| other.clock.zip(other.zone))
            .any(|(clock, zone)| {
                let at = clock::second_as_said(&clock);
                let there = self
                    .zones
                    .named(zone)
                    .zone
                    .map(|zone| zone.instants(wall.date().at(at)).first().0);
                there.is_some_and(|there| (there - by_rules).rem_euclid(86_400) == 0)
            });
        Named {
            literal: named.literal && !(agrees && by_rules != by_label),
            ..named
        }
    }

    /// A weekday that disagrees with its date is told, and the date wins.
    pub(super) fn check_weekday(&mut self, point: &Point, index: usize, mention: &Mention) {
        let Some(Day::Date(date)) = point.day else { return };
        let (Some(year), Some(month), Some(day), Some(weekday)) = (date.year, date.month, date.day, date.weekday)
        else {
            return;
        };
        let Some(found) = Date::new(year, month, day).filter(|d| d.weekday() != weekday) else {
            return;
        };
        let words = self.article.words(mention.span);
        let (back, on) = (found.back_to(weekday), found.on_to(weekday));
        let meant = if back.days_until(found) <= found.days_until(on) {
            back
        } else {
            on
        };
        self.slips.push(Slip {
            mention: index,
            sentence: format!(
                "“{words}” names a {}, but {found} is a {}",
                weekday.name(),
                found.weekday().name()
            ),
            repair: format!("the {} is {meant}", weekday.name()),
        });
    }

    /// "04/03/2026" where nothing tells which is the day: what it is taken for is told once.
    pub(super) fn check_order(&mut self, point: &Point, mention: &Mention) {
        let Some(day @ Day::Date(date)) = &point.day else {
            return;
        };
        if !date.order_open || self.day_first.is_some() {
            return;
        }
        let (Some(year), Day::Date(taken)) = (date.year, self.ordered(day, point)) else {
            return;
        };
        let whole = |month: Option<u8>, day: Option<u8>| Date::new(year, month?, day?);
        let (Some(taken), Some(other)) = (whole(taken.month, taken.day), whole(taken.day, taken.month)) else {
            return;
        };
        self.warn_once("ambiguous-date", mention, |words| {
            format!("“{words}” is taken for {taken}; nothing in the text tells that it is not {other}")
        });
    }

    /// A heading that names the title's day in another year has mistyped it.
    pub(super) fn year_of_title(&mut self, mut point: Point, statement: &Statement, mention: &Mention) -> Point {
        if let (Role::Heading, Some(title), Some(Day::Date(date))) = (&statement.role, self.title, &mut point.day)
            && (date.month, date.day) == (Some(title.month()), Some(title.day()))
            && date.year.is_some_and(|y| y != title.year())
        {
            let words = self.article.words(mention.span);
            self.slips.push(Slip {
                mention: statement.mention.unwrap_or_default(),
                sentence: format!("“{words}” names another year than the title, which is about {title}"),
                repair: format!("“{words}” should name {}", title.year()),
            });
            date.year = Some(title.year());
        }
        self.year_of_writing(&mut point, statement, mention);
        point
    }

    /// "Another on 8 March 2021 … What came in on March 8": the year with which the day was named.
    pub(super) fn year_told_before(&self, point: &mut Point, mention: &Mention) {
        let Some(Day::Date(date)) = &mut point.day else { return };
        let (None, Some(month), Some(day)) = (date.year, date.month, date.day) else {
            return;
        };
        let told = self.years_of_days.get(&(month, day));
        let before = told
            .filter(|(_, at)| *at < mention.tokens.start)
            .and_then(|told| told.0);
        // What is told beside that day of the writing's own year is news.
        let news = |year: i32| {
            let written = self.writing.filter(|w| w.bounds).map(|w| w.date);
            let this_year = written.and_then(|w| Date::new(w.year(), month, day).filter(|_| w.year() != year));
            this_year
                .zip(written)
                .is_some_and(|(day, w)| (0..=NEWS).contains(&day.days_until(w)))
        };
        date.year = before.filter(|year| !news(*year));
    }

    /// What is told of a year to come, and lies beside the writing in its own, has its year mistyped.
    fn year_of_writing(&mut self, point: &mut Point, statement: &Statement, mention: &Mention) {
        const LATEST_REPORT: i64 = 7;
        let Some(written) = self
            .writing
            .filter(|w| w.bounds && self.known == Known::Date)
            .map(|w| w.date)
        else {
            return;
        };
        if let Some(Day::Date(date)) = &mut point.day
            && let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day)
            && year > written.year() + 1
            && statement.modality == Modality::Actual
            && let Some(meant) = Date::new(written.year(), month, day)
            && (0..=LATEST_REPORT).contains(&meant.days_until(written))
        {
            let words = self.article.words(mention.span);
            self.slips.push(Slip {
                mention: statement.mention.unwrap_or_default(),
                sentence: format!("“{words}” is told as past, but lies years behind the writing on {written}"),
                repair: format!("“{words}” should name {}", written.year()),
            });
            date.year = Some(written.year());
        }
    }

    /// A label that disagrees with its zone's clocks on that day is told once.
    pub(super) fn check_label(&mut self, mention: &Mention, wall: Wall, zone: Zone, named: Named) {
        let (_, disagrees) = clock::instants(wall, zone, Some(named));
        if disagrees && named.label.is_some() {
            self.warn_once("zone-label", mention, |words| {
                format!(
                    "“{words}” names the zone by the wrong season: {} keeps {} on that day",
                    zone.name(),
                    offset_text(zone.offset_at(zone.instants(wall).first()))
                )
            });
        }
    }

    /// Warns of a time's words, the first of their kind.
    fn warn_once(&mut self, code: &'static str, mention: &Mention, message: impl FnOnce(&str) -> String) {
        if self.warnings.iter().all(|w| w.code != code) {
            self.warnings.push(Warning {
                code,
                message: message(self.article.words(mention.span)),
                document: Some(self.document),
                span: Some(mention.span),
            });
        }
    }
}
