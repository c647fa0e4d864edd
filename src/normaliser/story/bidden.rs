//! What somebody is told, asked or set to do by a day: deadlines, summonses, orders, meetings.
//!
//! One would get wrong to want a modal for it: "wants a statement by Friday" and "retro on Monday" have none.

use crate::article::token::{Case, Kind};
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Meridiem;
use crate::normaliser::calendar::Wall;
use crate::normaliser::clock;
use crate::normaliser::value::Granularity;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::time::expression::{Clock, Day, DayHalf, Point};
use crate::parser::time::view::View;

use super::Story;
use super::ahead::{ASKING, PLANNED};

/// Behind "to" these are things still to be done.
const DOING: &[&str] = &[
    "be", "follow", "have", "publish", "pay", "finish", "complete", "restore", "return", "resume", "reopen", "share",
    "explain", "answer", "report", "submit", "provide", "deliver", "fix",
];

/// Behind these "for Thursday" tells when something is to be.
const SETTING: &[&str] = &[
    "announce",
    "announces",
    "announced",
    "cancel",
    "cancels",
    "canceled",
    "cancelled",
    "schedule",
    "rescheduled",
    "postponed",
];

/// What is held after an outage, on a day that is set beforehand.
const MEETINGS: &[&str] = &[
    "retro",
    "retrospective",
    "review",
    "postmortem",
    "post-mortem",
    "meeting",
    "call",
    "debrief",
    "write-up",
    "writeup",
    "follow-up",
    "followup",
];

impl Story<'_> {
    /// "Told banks to cap them from 1 August", in June: what somebody is told to do from a day without a year on.
    pub(super) fn is_ordered_from(&self, point: &Point, mention: &Mention) -> bool {
        let yearless = matches!(point.day, Some(Day::Date(date)) if date.year.is_none() && date.year_pick.is_none() && date.month.is_some());
        let onwards =
            self.says(mention.tokens.start, &["from"]) || self.says(mention.tokens.start.wrapping_sub(1), &["from"]);
        let from = self.article.sentences[mention.sentence].tokens.start;
        let mut before = from..mention.tokens.start;
        let ordered = before.find(|at| {
            self.says(
                *at,
                &[
                    "told",
                    "asked",
                    "ordered",
                    "directed",
                    "instructed",
                    "required",
                    "allowed",
                    "advised",
                ],
            )
        });
        let then = ordered.into_iter().flat_map(|at| at + 1..mention.tokens.start);
        yearless && onwards && then.into_iter().any(|at| self.says(at, &["to"]))
    }

    /// "Has summoned the firm to appear before it on Tuesday": what somebody has been told to do.
    pub(super) fn is_summons(&self, mention: &Mention, statement: &Statement) -> bool {
        let from = self.article.sentences[mention.sentence].tokens.start;
        let before = from.min(statement.clause.start)..mention.tokens.start;
        let bidden = |at: usize| {
            self.says(at, &["has", "have"])
                && self.says(
                    at + 1,
                    &["summoned", "invited", "ordered", "asked", "told", "called", "directed"],
                )
        };
        let Some(verb) = before.clone().find(|at| bidden(*at)) else {
            return false;
        };
        // "Told the bank to the letter on Thursday", but "called it to a hearing on Thursday".
        let placed = |at: usize| self.says(at, &["the", "a", "an"]);
        const MEETING: &[&str] = &["hearing", "meeting", "session", "briefing", "call", "talks"];
        let meeting = |at: usize| (at + 2..mention.tokens.start).any(|at| self.says(at, MEETING));
        let to = |at: usize| self.says(at, &["to"]) && (!placed(at + 1) || meeting(at));
        (verb..mention.tokens.start).any(to) && !self.tells_past(statement)
    }

    /// "Senators want to hear from the airline on Wednesday": what somebody has in mind now is still to come.
    pub(super) fn is_wished(&self, mention: &Mention, statement: &Statement) -> bool {
        const WISHING: &[&str] = &[
            "want", "wants", "hope", "hopes", "intend", "intends", "plan", "plans", "aim", "aims", "expect", "expects",
        ];
        let from = self.article.sentences[mention.sentence].tokens.start;
        let mut before = from.max(statement.clause.start)..mention.tokens.start;
        let wishes = |at: &usize| self.says(*at, WISHING) && self.says(at + 1, &["to"]);
        let Some(verb) = before.find(wishes) else {
            return false;
        };
        mention.relation == Relation::At && !statement.history && !self.names_what_was(verb + 2..mention.tokens.start)
    }

    /// "Customers can apply from Monday", "could be had from Friday": what may be done from a day on.
    pub(super) fn is_open_from(&self, mention: &Mention, statement: &Statement) -> bool {
        let mut before = statement.clause.start..mention.tokens.start;
        let may = |at: usize| self.says(at, &["can", "could", "may"]) && !self.says(at + 1, &["not", "no", "only"]);
        mention.relation == Relation::From && before.any(may)
    }

    /// "work to take place on Monday", "a switch to be made on Friday"
    pub(super) fn is_to_be(&self, mention: &Mention, statement: &Statement) -> bool {
        let floor = mention.tokens.start.saturating_sub(5);
        let mut before = floor.max(statement.clause.start)..mention.tokens.start;
        let to_be = |at: usize| {
            self.says(at, &["to"])
                && (self.says(at + 1, &["be"]) || self.says(at + 1, &["take"]) && self.says(at + 2, &["place"]))
                && !self.says(at.wrapping_sub(1), &["had", "supposed", "meant", "due", "out"])
        };
        before.any(to_be) && !self.opens(mention) && !self.tells_past(statement)
    }

    /// "wants a statement by Friday", "write-up to follow by Friday", "have until midnight on Wednesday"
    pub(super) fn is_deadline(&self, mention: &Mention, statement: &Statement) -> bool {
        let bounds = matches!(mention.relation, Relation::By | Relation::Until | Relation::Before)
            || mention.led && self.is_for(mention);
        // The time before it in the sentence may have taken the verb that asks into its own clause.
        let last = self
            .beside(mention)
            .iter()
            .map(|m| m.tokens.end)
            .filter(|end| *end <= mention.tokens.start);
        let from = last
            .max()
            .unwrap_or(self.article.sentences[mention.sentence].tokens.start);
        let before = from.min(statement.clause.start)..mention.tokens.start;
        let mut asked = before.map(|at| self.says(at, ASKING) || self.says(at, &["to"]) && self.says(at + 1, DOING));
        // "announced a delay for Thursday"
        let set_for = || {
            self.is_for(mention)
                && (from.min(statement.clause.start)..mention.tokens.start).any(|at| self.says(at, SETTING))
        };
        let asked = asked.any(|it| it) || set_for();
        bounds && asked && !self.opens(mention) && !self.tells_past(statement)
    }

    /// "For Thursday", and not "for most of Thursday", which tells how long.
    pub(super) fn is_for(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        let whole = start + 1 + usize::from(self.says(start + 1, &["the"]));
        let stretch = ["most", "much", "part", "parts", "whole", "rest", "better"];
        self.says(start, &["for"]) && !self.says(whole, &stretch)
    }

    /// "Post-mortem on the blog by Friday", written in a thread: what a line without a verb has by a day is still to come.
    pub(super) fn is_note_of_term(&self, mention: &Mention, statement: &Statement) -> bool {
        let in_entry = self.entry_of(mention).is_some() && mention.relation == Relation::By;
        let view = View::of(self.article, &statement.clause);
        let verb = |at: usize| {
            let ends = ["ed", "ing"].iter().any(|end| view.text(at).ends_with(end));
            let noun = view.symbol(at + 1, '-') || view.after_any(at, &["a", "an", "the", "our", "-"]);
            let told = view.phrase(&view.lexicon.verbs, at).is_some() && !noun;
            view.meaning(&view.lexicon.tenses, at).is_some() || told || ends
        };
        let mut words = statement.clause.start..mention.tokens.start;
        in_entry && !words.is_empty() && !words.any(verb)
    }

    /// "The recorded message says fixed by 2 am", posted in the evening: nobody has done it yet.
    pub(super) fn is_note_of_hour(&self, clock: &Clock, mention: &Mention, statement: &Statement) -> bool {
        const EVENING: i64 = 18 * 3600;
        let entry = self
            .entry_of(mention)
            .filter(|entry| entry.has_clock && mention.relation == Relation::By);
        let late = entry.is_some_and(|entry| entry.at.seconds_of_day() >= EVENING);
        let small_hours = clock.half == DayHalf::Said(Meridiem::Am) && clock::hour_as_said(clock) < 6;
        let says = |at: usize| self.says(at, &["says", "say", "fixed", "back", "eta"]);
        let mut clause = statement.clause.clone();
        late && small_hours && clause.any(says) && !self.tells_past(statement)
    }

    /// "The ban runs until 7 p.m. today", written in the morning.
    pub(super) fn is_later_today(&self, mention: &Mention, statement: &Statement, at: Wall) -> bool {
        const SLACK: i64 = 15 * 60;
        let plain = self.entry_of(mention).is_none() && self.revised.is_none() && !statement.quoted;
        let to_the_minute = self
            .writing
            .is_some_and(|w| w.bounds && w.value.granularity <= Granularity::Minute);
        let limit = self
            .limit(mention)
            .filter(|_| plain && to_the_minute && !self.tells_past(statement));
        limit.is_some_and(|limit| at > limit.plus(SLACK))
    }

    /// "It expects a report by the end of January", told in December: of no January but the next.
    pub(super) fn is_awaited_by(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        const AWAITED: &[&str] = &[
            "expects",
            "expected",
            "wants",
            "wanted",
            "asked",
            "demanded",
            "requested",
            "sought",
        ];
        let yearless = matches!(point.day, Some(Day::Date(date)) if date.year.is_none() && date.year_pick.is_none() && date.month.is_some());
        let by = mention.relation == Relation::By && yearless && !statement.history;
        let mut before = statement.clause.start..mention.tokens.start;
        let awaited =
            |at: usize| self.says(at, AWAITED) && !self.says(at.wrapping_sub(1), &["was", "were", "had", "been"]);
        by && before.any(awaited)
    }

    /// "retro on Monday 11:00"
    pub(super) fn is_meeting(&self, mention: &Mention, statement: &Statement) -> bool {
        let own = |at: &usize| statement.clause.contains(at) && self.says(*at, MEETINGS);
        let Some(before) = mention.tokens.start.checked_sub(1).filter(own) else {
            return false;
        };
        // "Told analysts on a conference call Thursday": it has been held.
        const FURTHEST: usize = 4;
        let within = before.saturating_sub(FURTHEST).max(statement.clause.start)..before;
        let at_it = within
            .into_iter()
            .any(|at| self.says(at, &["on", "in", "at", "during"]));
        let held = at_it && (statement.clause.start..before).any(|at| self.speaks(at));
        let sentence = (statement.clause.start..before)
            .rev()
            .take_while(|at| !self.says(*at, &["."]));
        let done = sentence.into_iter().any(|at| self.is_deed(at));
        !held && !done && !self.tells_past(statement)
    }

    /// "Answered its first call Wednesday": a past verb that sets no day for what follows it.
    fn is_deed(&self, at: usize) -> bool {
        const SETS: &[&str] = &[
            "called",
            "announced",
            "promised",
            "requested",
            "agreed",
            "asked",
            "added",
        ];
        const IRREGULAR: &[&str] = &["took", "made", "got", "had", "held", "gave", "did", "didn't", "didn’t"];
        let Some(Kind::Word { case: Case::Lower, .. }) = self.article.tokens.get(at).map(|it| it.kind) else {
            return false;
        };
        let regular = self.article.words(self.article.tokens[at].span).ends_with("ed");
        (regular || self.says(at, IRREGULAR)) && !self.says(at, SETS) && !self.says(at, PLANNED)
    }
}
