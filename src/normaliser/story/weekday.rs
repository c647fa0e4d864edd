//! Weekdays that the text itself has told, or tells further down.
//!
//! One would get wrong to count each from the writing: after a fortnight "late on Saturday" is the story's Saturday.

use super::Story;
use crate::article::token::Kind;
use crate::lexicon::lexicon;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::pluperfect;
use crate::normaliser::writing::Writing;
use crate::parser::mention::{Mention, Time};
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

/// Days after which a weekday without more is that of the story rather than one since.
const LONG_AGO: i64 = 14;

impl Story<'_> {
    /// "On Saturday, 5 June … late Saturday night", written a fortnight later: the Saturday that the text has named, where
    /// the story still is on it; after two weeks it need not have been named. And what had been planned "for Friday", where
    /// the text names that of the days before.
    pub(super) fn told_before(&self, day: &Day, latest: Date, ahead: bool) -> Option<Date> {
        let Day::Weekday { weekday, picker: None } = day else {
            return None;
        };
        let near = |told: &Date| {
            if ahead {
                return self
                    .writing
                    .is_some_and(|w| w.bounds && (0..7).contains(&told.days_until(w.date)));
            }
            self.focus.is_some_and(|f| f.date.days_until(*told).abs() <= 1)
        };
        let long_ago = || {
            let focus = self.focus.filter(|f| f.whole && !ahead)?;
            let behind = focus.date.days_until(latest);
            (focus.date.weekday() == *weekday && behind >= LONG_AGO).then_some(focus.date)
        };
        let told = self.told_weekdays[usize::from(weekday.iso())].filter(|told| *told < latest && near(told));
        told.or_else(long_ago)
    }

    /// "The machine stopped on the Friday … it began on March 11", written eight days after that: not any Friday, but the one of
    /// the story, whose date comes further down. "Alarms rang on November 13 … it had been so since the Friday" is the one
    /// before.
    pub(super) fn definite_weekday(&self, day: &Day, mention: &Mention) -> Option<Date> {
        const LONGEST: i64 = 14;
        let Day::Weekday { weekday, picker: None } = day else {
            return None;
        };
        let written = self.writing.filter(|w| w.bounds && self.is_definite(mention))?.date;
        if let Some(focus) = self.focus {
            let own = self.entry_of(mention).is_none();
            // "Off the air until the Sunday", told behind what came of it weeks later: the first Sunday from the beginning on.
            let left = |began: &Date| own && mention.relation == Relation::Until && began.plus_days(7) < focus.date;
            let began = self
                .began
                .map(Wall::date)
                .or(self.began_on.as_ref().map(|it| it.0))
                .filter(left);
            let lasts = mention.relation == Relation::Since && own;
            return began
                .map(|began| began.on_to(*weekday))
                .or_else(|| lasts.then(|| focus.date.back_to(*weekday)));
        }
        let days = self.parsed.mentions.iter().filter_map(|it| match &it.time {
            Time::Point { point, .. } => match point.day? {
                Day::Date(date) => Date::new(date.year.unwrap_or(written.year()), date.month?, date.day?),
                _ => None,
            },
            _ => None,
        });
        let near = |told: &Date| told.weekday() == *weekday && (1..=LONGEST).contains(&told.days_until(written));
        days.filter(near).max()
    }

    /// "What we told you: a notice was up from 8.40am on Tuesday", in a section behind one that has come to the Friday, or
    /// what "had been changed on the Monday": the day of which the story has told a clock, and not the one that lies behind it as near.
    pub(super) fn retold_weekday(&self, day: &Day, found: Date, mention: &Mention) -> Option<Date> {
        let focus = self.focus.filter(|focus| found > focus.date)?;
        let bare = matches!(day, Day::Weekday { picker: None, .. });
        let before = found.plus_days(-7);
        let told = |date: Date| self.told.values().any(|day| *day == date);
        let here = self.article.sentences[mention.sentence].block;
        let left = focus
            .sentence
            .map_or(here, |sentence| self.article.sentences[sentence].block);
        let again = bare && told(before) && !told(found);
        let from = self.article.sentences[mention.sentence].tokens.start;
        let had = || pluperfect::stands_in(&View::of(self.article, &(from..mention.tokens.start)));
        (again && (self.is_definite(mention) && had() || section::opens_between(self.article, left, here)))
            .then_some(before)
    }

    /// "The Sunday": one that the story knows.
    pub(super) fn is_definite(&self, mention: &Mention) -> bool {
        mention.tokens.clone().any(|at| {
            self.says(at, &["the"]) && matches!(self.article.tokens.get(at + 1), Some(next) if matches!(next.kind, Kind::Word { id, .. } if lexicon().weekdays.begins(id)))
        })
    }

    /// "On Sunday I was cleaning up. I had been asked to on Thursday", written on a Thursday: what had been so before the story
    /// was on the Thursday before it. Who "had said on Thursday" may have done so since.
    pub(super) fn weekday_before_story(
        &self,
        day: &Day,
        found: Date,
        mention: &Mention,
        statement: &Statement,
    ) -> Option<Date> {
        let Day::Weekday { weekday, picker: None } = day else {
            return None;
        };
        let focus = self.focus.filter(|f| f.date < found)?;
        let today = self.writing.is_some_and(|w| w.bounds && w.date == found);
        let led = matches!(statement.phase, Phase::Precursor | Phase::Ongoing | Phase::Started);
        let mends = matches!(
            statement.phase,
            Phase::Mitigating | Phase::Recovering | Phase::Resolved | Phase::Background
        );
        let leads_to = today && !mends || led;
        let told = mention.relation == Relation::At && statement.modality == Modality::Actual && !statement.quoted;
        let from = self.article.sentences[mention.sentence]
            .tokens
            .start
            .max(statement.clause.start);
        let before = from..mention.tokens.start;
        let had = pluperfect::stands_in(&View::of(self.article, &before));
        let since = self.clause_says(statement, &["earlier"]) || before.clone().any(|at| self.speaks(at));
        let own = self.entry_of(mention).is_none() && self.on_calendar();
        (leads_to && told && had && !since && own).then(|| focus.date.back_to(*weekday))
    }

    /// "We will upgrade it on Thursday between 4:00 and 6:00", posted on a Thursday at 11:00: those hours are over, so it is the
    /// next one.
    pub(super) fn weekday_to_come(&self, point: &Point, found: Date, mention: &Mention) -> Option<Date> {
        let starts = matches!(mention.relation, Relation::At | Relation::From) || mention.relation.opens_pair();
        let bare = starts && matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        let (now, exact) = self.now_wall(mention).filter(|_| bare)?;
        // "From 9:00 until 23:00 on Thursday", told at 9:40: what has begun is not over.
        let last = match &mention.time {
            Time::Span { to, .. } => to,
            _ => point,
        };
        let clock = last.clock.filter(|clock| self.says_half(clock, mention))?;
        let over = exact && now.date() == found && found.at(clock::second_as_said(&clock)) < now;
        over.then(|| found.plus_days(7))
    }

    /// "01:20 … Mon 08:15 …" in a list that runs forward: no week back, though the page was stamped when it was opened.
    pub(super) fn weekday_of_list(&self, day: &Day, found: Date) -> Option<Date> {
        const OPENED_BEFORE: i64 = 3;
        let last = self.last.filter(|_| !self.newest_first && self.entry.is_some())?.date();
        let later = found.plus_days(7);
        let goes_on = found < last && (0..7).contains(&last.days_until(later));
        let told_by = |w: Writing| later <= w.date.plus_days(OPENED_BEFORE);
        let bare = matches!(day, Day::Weekday { picker: None, .. });
        (bare && goes_on && self.writing.is_none_or(told_by)).then_some(later)
    }
}
