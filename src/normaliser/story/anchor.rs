//! What the days of a mention are counted from.
//!
//! One would get wrong to count every weekday back from the writing: a plan looks on from its own day, a week told day by day
//! stays in that week, and who has looked back to a date is still there or has come back.

use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::day::{Anchor, HISTORY_AFTER};
use crate::normaliser::pluperfect;
use crate::normaliser::value::{Known, Part};
use crate::parser::layout;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::{Statement, mention_range};
use crate::parser::time::expression::Day;
use crate::parser::time::view::View;

use super::{Story, stand_in_monday};

/// Days after a date for which the weekdays of its story are those beside it.
const WEEKDAYS_STAY: i64 = 14;

impl Story<'_> {
    /// From which days the words of a mention may count, and which way they look.
    pub(super) fn anchor(&self, mention: &Mention, statement: &Statement) -> Anchor {
        let now = self.now(mention);
        let focus = self.focus.map(|f| f.date);
        // "On Tuesday morning" behind "On March 11th", a Tuesday, told two weeks later.
        let names_focus = |focus: Date| {
            matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
                if point.day == Some(Day::Weekday { weekday: focus.weekday(), picker: None }))
        };
        let before = mention.relation == Relation::Since && statement.modality == Modality::Actual;
        // "Nobody had looked at it since Wednesday", told weeks later of a date.
        let had = || {
            before && pluperfect::stands_in(&View::of(self.article, &(statement.clause.start..mention.tokens.start)))
        };
        let narrative = match (now, self.focus) {
            (Some(now), Some(focus)) if self.entry_of(mention).is_none() => {
                let behind = focus.date.days_until(now);
                // A week and more behind what it tells, a story's weekdays are those beside its date.
                let weeks_later = focus.whole && (7..=WEEKDAYS_STAY).contains(&behind);
                // "Was opened at 07:15 on Monday": a clock told as exactly as those before it is the story's too.
                let clocked = || {
                    let clock = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some());
                    clock
                        && focus.whole
                        && focus.firm
                        && behind > WEEKDAYS_STAY
                        && self.last.is_some()
                        && !self.is_of_saying(mention)
                };
                let beside_date = weeks_later
                    || clocked()
                    || focus.whole && had()
                    || (self.narrative || focus.header || names_focus(focus.date))
                        && focus.whole
                        && behind > HISTORY_AFTER;
                // "In a report sent to its customers on Tuesday"
                let sent = matches!(&mention.time, Time::Point { point, .. }
                    if matches!(point.day, Some(Day::Weekday { .. })) && self.dates_a_publication(point, mention));
                let since = sent
                    || self.said_of_late(mention)
                    || self.lasts_till_now(mention, statement)
                    || self.lies_ahead(mention, statement)
                    || self.is_back(mention, statement);
                (self.title.is_some() || beside_date) && !since
            }
            // A report from a place looks back on the months before its day; other tales go on from theirs.
            (None, _) => self.parsed.layout.place.is_none(),
            _ => false,
        };
        let saying_now = statement.quoted
            && matches!(&mention.time, Time::Point { point, .. } if matches!(point.day, Some(Day::Deictic(_))));
        // A saying with a day of its own is not told at bedtime.
        let said = saying_now.then(|| self.said_on(mention).or_else(|| self.sent_out_on(mention, statement)));
        let said = said.flatten();
        let now = said.or_else(|| self.before_bedtime(now, mention, statement));
        let now = self.behind_plan(mention, statement).or(now);
        let now = self.of_retold_week(mention, statement).or(now);
        let planned = self
            .planned_then(mention, statement)
            .or_else(|| self.said_before(mention, statement));
        let now = planned.or(now);
        let mends = matches!(statement.phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved);
        let goes_on = mends && self.focus.is_some_and(|f| !f.header);
        let named_day = matches!(
            &mention.time,
            Time::Point { point, .. } | Time::Span { from: point, .. }
                if matches!(point.day, Some(Day::Unit { unit: Unit::Day, .. } | Day::Weekday { picker: Some(Picker::Same | Picker::Following | Picker::Previous), .. } | Day::PickedMonth { picker: Picker::Same, .. }))
        );
        let before_story = matches!(&mention.time, Time::Point { point, .. }
            if matches!(point.day, Some(Day::Weekday { picker: Some(Picker::Previous), .. })));
        // "The morning after the failure" is that behind the story's day.
        let behind = |at: usize| self.says(at, &["before", "after"]) && self.says(at + 1, &["the", "that", "this"]);
        let named_day = named_day && !mention.tokens.clone().any(behind);
        // "that evening" points to the day named last, wherever the story stands.
        let focus = match self.entry_of(mention) {
            // "Will report on Friday the 30th. A test had been made the Sunday before": before the story, and no plan.
            None if before_story => self.named.filter(|day| now.is_none_or(|now| *day <= now)).or(focus),
            None if named_day => {
                let elsewhere = self
                    .beside_named(mention)
                    .or_else(|| self.day_of_last_night(mention))
                    .or_else(|| self.day_above(mention));
                elsewhere.or(self.named).or(focus)
            }
            // "On 26 April an upgrade failed … throughout the day", told in the update of the 27th.
            Some(entry) if named_day => entry.day.or(entry.named).or(focus),
            _ => planned
                .or_else(|| self.beside_named(mention))
                .or_else(|| self.night_of_letter(mention))
                .or(focus),
        };
        let floating_focus = if now.is_none() && focus.is_none() && self.known == Known::Weekday {
            Some(self.week_start)
        } else {
            focus
        };
        Anchor {
            now,
            focus: floating_focus.or(match self.known {
                Known::Clock => Some(stand_in_monday()),
                // What stands before the first date is told of it, where nothing says when the text was written.
                _ if now.is_none() => self.first_day,
                _ => None,
            }),
            narrative: narrative && self.known == Known::Date,
            ahead: self.looks_ahead(mention, statement),
            late: match (focus, self.last) {
                // Of the night that begins on the day of writing an afternoon has nothing to tell.
                (Some(focus), _) if self.limit(mention).is_some_and(|limit| limit < focus.at(20 * 3600)) => false,
                // "Nobody noticed overnight", below a timeline from one day to the next: the night that it has passed through.
                (Some(focus), _) if self.looks_back_on_list_of(focus.plus_days(-1), mention) => false,
                (Some(focus), Some(last)) => last >= focus.at(12 * 3600) && last <= focus.at(30 * 3600),
                // "The pumps failed on Sunday and were back overnight", written on Monday: the night that followed.
                (Some(focus), None) => goes_on && now == Some(focus.plus_days(1)),
                _ => false,
            },
            told: self.tells_of_day_past(mention, statement),
            before,
            open_ended: self.writing.is_none_or(|w| !w.bounds),
            year: self.year,
            known: self.known,
        }
    }

    /// Whether a mention stands in what is told below a list whose outage began on a day.
    fn looks_back_on_list_of(&self, day: Date, mention: &Mention) -> bool {
        let began = self.course.first_told().is_some_and(|began| began.date() == day);
        let mentions = self.parsed.mentions.iter().zip(&self.parsed.layout.roles);
        let mut heads = mentions.filter(|(_, role)| matches!(role, Role::Entry { .. }));
        let below = |(head, _): (&Mention, &Role)| head.tokens.start < mention.tokens.start;
        began && self.entry_of(mention).is_none() && heads.next_back().is_some_and(below)
    }

    /// "Wednesday", "Thursday" and "Friday" above what was written on the Sunday: who tells a week day by day knows all of
    /// it, and "he was away until Friday" below "Wednesday" is of the same week.
    fn of_retold_week(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        const WEEK: i64 = 7;
        let bare = |mention: &Mention| {
            matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
                if matches!(point.day, Some(Day::Weekday { picker: None, .. })))
        };
        if let Some(entry) = self.entry_of(mention) {
            // "**Monday.** It failed at 10:20. A post-mortem appeared on Thursday."
            let written = self.writing?.date;
            let head = self
                .parsed
                .mentions
                .iter()
                .find(|m| m.tokens.start == entry.tokens.start);
            let retold = (0..WEEK).contains(&entry.at.date().days_until(written)) && head.is_some_and(bare);
            let told = retold && !entry.has_clock && bare(mention) && !self.looks_ahead(mention, statement);
            return told.then_some(written);
        }
        let (day, head) = self.diary?;
        let heading = layout::in_blocks(self.article, &self.parsed.mentions, head..head + 1);
        let written = self.writing.filter(|w| w.bounds)?.date;
        // "Saturday, July 20" too: what was written on its day has a year.
        let yearless = |mention: &Mention| {
            matches!(&mention.time, Time::Point { point, .. }
                if matches!(point.day, Some(Day::Date(date)) if date.weekday.is_some() && date.year.is_none()))
        };
        let head = heading.first().is_some_and(|head| bare(head) || yearless(head));
        let retold = (0..WEEK).contains(&day.days_until(written)) && head;
        let here = self.diary_at(mention).is_some() && !self.heads_diary(mention);
        (here && retold && bare(mention) && !self.looks_ahead(mention, statement)).then_some(written)
    }

    /// "The union said on Monday", written on that Monday of a story that began a fortnight ago: a report is opened by what
    /// was said last. The weekday stands directly behind its saying, and is that of the writing or of the day before.
    pub(super) fn said_of_late(&self, mention: &Mention) -> bool {
        let (Time::Point { point, .. }, Some(written)) = (&mention.time, self.writing.filter(|w| w.bounds)) else {
            return false;
        };
        let Some(Day::Weekday { weekday, picker: None }) = point.day else {
            return false;
        };
        let said = self.is_of_saying(mention);
        said && point.clock.is_none() && written.date.back_to(weekday).days_until(written.date) <= 1
    }

    /// "Since Friday the desk has been staffed day and night", "since Monday anyone can post": what has lasted to the writing
    /// began on the weekday before it.
    fn lasts_till_now(&self, mention: &Mention, statement: &Statement) -> bool {
        const NEAR: usize = 4;
        let bounds = self.writing.is_some_and(|w| w.bounds);
        let has = |at: usize| self.says(at, &["has", "have", "'ve", "’ve", "can", "are", "is"]);
        // "A job that runs every ten minutes has been on since Monday": the other time stands between.
        let from = self.article.sentences[mention.sentence]
            .tokens
            .start
            .min(statement.clause.start);
        let near = mention.tokens.start.saturating_sub(NEAR).max(from)..mention.tokens.start;
        let been = |at: usize| self.says(at, &["has", "have"]) && self.says(at + 1, &["been"]);
        bounds
            && mention.relation == Relation::Since
            && (statement.clause.clone().any(has) || near.into_iter().any(been))
    }

    /// "Monday", and below it "That was premature. At 08:50 the next day it came back": who goes on from the section above, where
    /// nothing is told of the Monday yet, means the Monday.
    fn day_above(&self, mention: &Mention) -> Option<Date> {
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
            return None;
        };
        let next = point.picked_day() == Some(Picker::Following);
        let focus = self.focus.filter(|focus| next && focus.header && self.last.is_none())?;
        let above = focus.date.plus_days(-1);
        self.told.values().any(|day| *day == above).then_some(above)
    }

    /// "The team came at 03:10 … a digger had been there the previous afternoon": who is in the small hours looks back over the
    /// day that is over, though the story still goes by its name.
    fn day_of_last_night(&self, mention: &Mention) -> Option<Date> {
        const SMALL_HOURS: i64 = 6 * 3600;
        let Time::Point { point, .. } = &mention.time else {
            return None;
        };
        let previous = point.picked_day() == Some(Picker::Previous);
        let part = point
            .part
            .is_some_and(|it| matches!(it.part, Part::Afternoon | Part::Evening));
        let last = self.last.filter(|last| last.seconds_of_day() < SMALL_HOURS);
        last.filter(|_| previous && part).map(Wall::date)
    }

    /// "Is to meet them on Monday and publish its report by Friday", told on a Thursday: the day of the plan that it goes on
    /// with, behind which the weekday comes.
    fn behind_plan(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let bare = matches!(&mention.time, Time::Point { point, .. }
            if matches!(point.day, Some(Day::Weekday { picker: None, .. })));
        let (_, planned) = self.planned.filter(|(sentence, _)| *sentence == mention.sentence)?;
        let joint = statement.clause.start;
        let joined = self.says(joint, &["and", "then"]) || self.says(joint + 1, &["and", "then"]);
        (bare && joined && self.lies_ahead(mention, statement)).then_some(planned)
    }

    /// "It had been struck on 12 December and was to be moved by the end of January", told in June: the day from which that
    /// month was looked forward to.
    fn planned_then(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let month = matches!(&mention.time, Time::Point { point, .. }
            if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.year.is_none() && date.day.is_none()));
        let (_, date) = self.excursion.filter(|(sentence, _)| *sentence == mention.sentence)?;
        let past = self.writing.is_some_and(|w| w.bounds && date < w.date);
        (month && past && self.was_to_be(mention, statement)).then_some(date)
    }

    /// "Had said on Saturday night that it hoped to have everything working by Sunday noon", told on Monday: the day from which the
    /// next of that name was looked forward to.
    fn said_before(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let weekday = |time: &Time| matches!(time, Time::Point { point, .. } if matches!(point.day, Some(Day::Weekday { picker: None, .. })));
        if !weekday(&mention.time) || statement.modality != Modality::Expected || self.entry_of(mention).is_some() {
            return None;
        }
        let here = mention_range(&self.parsed.mentions, mention.sentence);
        let mut before = self.parsed.mentions[here].iter().rev();
        let before = before.find(|told| told.tokens.end <= mention.tokens.start)?;
        let said = weekday(&before.time) && self.is_of_saying(before);
        let past = |day: &Date| self.writing.is_some_and(|w| w.bounds && *day < w.date);
        self.named.filter(|_| said).filter(past)
    }

    /// "Is likely to review it on Tuesday", behind a day looked back at: what is expected lies ahead of the writing. "Would"
    /// is what others expected then.
    fn lies_ahead(&self, mention: &Mention, statement: &Statement) -> bool {
        const OF_THE_PAST: &[&str] = &["would", "was", "were", "had", "could"];
        let written = self.writing.is_some_and(|w| w.bounds);
        written && self.looks_ahead(mention, statement) && !self.clause_says(statement, OF_THE_PAST)
    }

    /// "Hit on Saturday. On 2 April payments failed. He reviewed it on Thursday": whether a story that tells the week of its
    /// writing by the names of the days, and has looked back to a date, is back there. A paragraph that opens with the date
    /// stays with it, and so does what came back then.
    fn is_back(&self, mention: &Mention, statement: &Statement) -> bool {
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let Some((told_on, told_in)) = self.focus.and_then(|f| f.back_from) else {
            return false;
        };
        let (here, date_in) = (block(mention.sentence), self.focus.and_then(|f| f.sentence));
        let weekday = match &mention.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => point.day,
            _ => None,
        };
        let (Some(Day::Weekday { weekday, picker: None }), Some(now)) = (weekday, self.now(mention)) else {
            return false;
        };
        let mends = matches!(statement.phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved);
        let possible = !mends || now.back_to(weekday) >= told_on;
        let apart = date_in != Some(mention.sentence);
        possible && apart && (block(told_in) == here || date_in.is_none_or(|at| block(at) != here))
    }
}
