//! Which half of the day a clock means that does not say: what is known of the story, gathered for it.
//!
//! One would get wrong to decide it by the clock alone: see [`clock::of_day`].

use super::Story;
use crate::article::token::Kind;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Date, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::pluperfect;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Clock, DayHalf, Point};
use crate::parser::time::view::View;

impl Story<'_> {
    /// "They had been at it since six", told of half past nine: what had been so began before.
    pub(super) fn was_since(&self, mention: &Mention) -> bool {
        let from = self.article.sentences[mention.sentence].tokens.start;
        let had_been = |at: usize| self.says(at, &["had"]) && self.says(at + 1, &["been"]);
        mention.relation == Relation::Since && (from..mention.tokens.start).any(had_been)
    }

    /// "Trains had stopped at 7:10", told of 8.52: what had happened lies before. "By 7:10 they had stopped" goes on, and
    /// so does what had not been until then.
    pub(super) fn had_happened(&self, mention: &Mention, statement: &Statement) -> bool {
        let at_it = matches!(
            mention.relation,
            Relation::At | Relation::From | Relation::Between | Relation::Somewhere | Relation::Since
        );
        let clause = statement.clause.start..mention.tokens.start;
        at_it && pluperfect::stands_in(&View::of(self.article, &clause))
    }

    /// "The opening planned for 8 a.m. was called off at 7:15": what a clock of the sentence was planned for is called off before
    /// it.
    fn calls_off(&self, mention: &Mention) -> bool {
        const CALLED_OFF: &[&str] = &[
            "off",
            "cancelled",
            "canceled",
            "postponed",
            "abandoned",
            "scrapped",
            "aborted",
        ];
        let Some((beside, _)) = self.clock_beside(mention) else {
            return false;
        };
        let plan = &self.parsed.mentions[beside].tokens;
        let planned = (plan.start.saturating_sub(1)..plan.end)
            .any(|at| self.says(at, &["planned", "scheduled", "due", "set", "announced"]))
            || self.says(
                plan.start.wrapping_sub(2),
                &["planned", "scheduled", "due", "set", "announced"],
            );
        planned && (plan.end..mention.tokens.start).any(|at| self.says(at, CALLED_OFF))
    }

    /// Whether a time has figures: "half past five" is never told on twenty-four hours.
    pub(super) fn in_figures(&self, mention: &Mention) -> bool {
        let words = |kind: Kind| matches!(kind, Kind::Word { .. } | Kind::Symbol(_));
        self.article.tokens[mention.tokens.clone()]
            .iter()
            .any(|token| !words(token.kind))
    }

    /// Whether a clock leaves no doubt of its half of the day: it names it, or its story counts twenty-four hours.
    pub(super) fn says_half(&self, clock: &Clock, mention: &Mention) -> bool {
        clock.half != DayHalf::Open || self.twenty_four && self.in_figures(mention)
    }

    /// Whether a time is a clock of the hours between midnight and six, without doubt.
    pub(super) fn is_of_small_hours(&self, point: &Point, mention: &Mention) -> bool {
        point.clock.is_some_and(|clock| {
            self.says_half(&clock, mention) && clock::hour_as_said(&clock) < 6 && clock.named.is_none()
        })
    }

    /// The wall clock that a clock time shows on a day.
    pub(super) fn clock(
        &self,
        clock: &Clock,
        point: &Point,
        date: Date,
        (mention, statement): (&Mention, &Statement),
        is_entry: bool,
        after: Option<Wall>,
    ) -> Wall {
        let universal = point.zone.and_then(|z| self.zones.named(z).zone) == Some(Zone::UTC);
        let figures = self.in_figures(mention);
        // "tripped at 1:50 a.m. and was back at 3:10"
        let same_sentence = self
            .clock_beside(mention)
            .filter(|(_, at)| at.date() == date)
            .map(|(_, at)| at);
        // Looks through all that was told: only a clock that leaves its half open asks.
        let first_told = || {
            let of_day = self.told.iter().filter(|(_, day)| **day == date);
            of_day.map(|(minute, _)| minute * 60).min()
        };
        let last = after.or(same_sentence).or(self.last);
        // "We put the old one back at 11.30", told behind the end at 12.50pm; "by 7" goes on from there.
        let mends = mention.relation == Relation::At && Self::tells_return(statement);
        let setting = clock::Setting {
            part: self
                .in_part
                .clone()
                .filter(|(at, _)| last == Some(*at))
                .map(|(_, hours)| hours),
            past_midnight: point.day.is_none()
                && !is_entry
                && after.is_none()
                && (self.goes_past_midnight(clock, mention, date.plus_days(-1))
                    || self
                        .entry_of(mention)
                        .filter(|entry| !entry.has_clock)
                        .is_some_and(|entry| self.night_ends(entry, date.plus_days(-1), point, mention))),
            first: (clock.half == DayHalf::Open && !is_entry).then(first_told).flatten(),
            twenty_four: figures
                && if is_entry {
                    self.listed_on_twenty_four
                } else {
                    self.twenty_four
                },
            last,
            since: mention.relation == Relation::Since && !is_entry,
            backward: is_entry && self.newest_first
                || self.was_since(mention)
                || !is_entry && after.is_none() && (self.had_happened(mention, statement) || self.calls_off(mention)),
            until: match mention.time {
                Time::Span { to, .. } if !is_entry && after.is_none() => to.clock,
                _ => None,
            }
            .filter(|until| until.half == DayHalf::Open),
            universal,
            stamp: self
                .entry_of(mention)
                .filter(|e| !is_entry && e.has_clock && after.is_none())
                .map(|e| e.at),
            expected: statement.modality == Modality::Expected,
            limit: self.limit(mention).filter(|_| !is_entry),
            of_night: self.focus.is_some_and(|f| f.night && f.date == date) && self.in_sentence.is_none(),
            date,
            lasted: self
                .began
                .or(self.course.first_told())
                .zip(self.ended)
                .filter(|(began, ended)| began.date() == date && ended.date() == date)
                .filter(|_| self.is_during(statement) || mends && (7..12).contains(&clock.hour))
                .map(|(began, ended)| (began.seconds_of_day(), ended.seconds_of_day())),
            of_thread: self.nearest_in_thread(clock, date),
            before: self
                .before
                .get(&(clock.hour, clock.minute))
                .copied()
                .filter(|_| clock.half == DayHalf::Open),
        };
        date.at(clock::of_day(clock, &setting))
    }

    /// "Went out at 6:17", the first clock of a post in a thread that has told of "6:20 this morning": the half that lies next to
    /// what has been told, and not before the outage began.
    fn nearest_in_thread(&self, clock: &Clock, date: Date) -> Option<i64> {
        const HALF: i64 = 12 * 3600;
        const SLACK: i64 = 1800;
        // Looks through all that was told: only the first open clock of a post asks.
        if self.of_thread.is_none() || self.last.is_some() || clock.half != DayHalf::Open {
            return None;
        }
        let early = date.at(i64::from(clock.hour % 12) * 3600 + i64::from(clock.minute) * 60);
        let of_day = self.told.iter().filter(|(_, day)| **day == date);
        let told: Vec<Wall> = of_day.map(|(minute, _)| date.at(minute * 60)).collect();
        let far = |at: &Wall| told.iter().map(|it| (it.0 - at.0).abs()).min();
        let begun = |at: &Wall| self.began.is_none_or(|began| at.plus(SLACK) >= began);
        let halves = [early, early.plus(HALF)].into_iter().filter(begun);
        halves
            .filter(|at| far(at).is_some())
            .min_by_key(far)
            .map(Wall::seconds_of_day)
    }

    /// What is told of an outage while it lasts, even behind its end: "our first tweet went out at 10:50".
    fn is_during(&self, statement: &Statement) -> bool {
        match statement.phase {
            Phase::Peak
            | Phase::Detected
            | Phase::Investigating
            | Phase::Identified
            | Phase::Mitigating
            | Phase::Ongoing => true,
            Phase::Acknowledged => self.clause_says(statement, &["first"]),
            _ => false,
        }
    }
}
