//! Whether a day lies ahead of whoever names it: a deadline, a plan, a promise.
//!
//! One would get wrong that a modal has to say so: "a statement was requested by Friday" and "retro on Monday" look
//! ahead without one, and "gamers hoping to play were turned away on Tuesday" looks back with one.

use std::ops::Range;

use crate::article::token::{Case, Kind};
use crate::lexicon::lexicon;
use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::normaliser::calendar::{Date, Wall};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::kind::Modality;
use crate::parser::statement::term::puts_off;
use crate::parser::statement::{Statement, mention_range};
use crate::parser::time::expression::{CalendarDate, Day, Point};
use crate::parser::time::view::View;

use super::Story;
use super::home::is_participle;

/// What is told with these is asked for, or still to come.
pub(super) const ASKING: &[&str] = &[
    "please",
    "requested",
    "requests",
    "asked",
    "asks",
    "demanded",
    "demands",
    "ordered",
    "summoned",
    "invited",
    "have",
    "has",
    "must",
    "hope",
    "hopes",
    "hoped",
    "aim",
    "aims",
    "expects",
    "promised",
    "promises",
    "plans",
    "due",
    "deadline",
    "owe",
    "owes",
    "owed",
    "need",
    "needs",
    "want",
    "wants",
];

/// What tells somebody of what is still to come.
const TELLING: &[&str] = &["notified", "informed", "advised", "alerted"];

/// What is told with these and "of" is feared.
const WARNING: &[&str] = &["warn", "warns", "warned", "warning"];

/// What was planned, in the past.
const HAD_HOPED: &[&str] = &[
    "expected",
    "hoped",
    "planned",
    "promised",
    "estimated",
    "scheduled",
    "said",
    "aimed",
];

/// What is told in the present of a day that is set beforehand.
const SET_BEFOREHAND: &[&str] = &["starts", "opens", "expires", "meets", "votes", "sits"];

/// Likewise, with "effect" or "into force" behind it.
const TAKING_EFFECT: &[&str] = &["take", "takes", "come", "comes", "go", "goes"];

/// Directly before a day these say for when somebody has planned.
const BOOKED: &[&str] = &["booked", "due", "travelling", "traveling", "flying"];

/// Behind "was" these tell a plan.
pub(super) const PLANNED: &[&str] = &[
    "expected",
    "due",
    "scheduled",
    "planned",
    "set",
    "to",
    "supposed",
    "hoping",
    "hoped",
    "likely",
];

impl Story<'_> {
    /// Whether the words look ahead of the moment of speaking.
    pub(super) fn looks_ahead(&self, mention: &Mention, statement: &Statement) -> bool {
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
            return statement.modality == Modality::Expected;
        };
        // What is planned after "Monday's outage" is not that.
        if self.owns_noun(mention) {
            return false;
        }
        // "The minister had in August promised that it would end"
        if self.says(mention.tokens.start.wrapping_sub(1), &["had"]) || self.was_done_on(mention) {
            return false;
        }
        if self.takes_effect(mention, statement)
            || self.is_left_until(mention)
            || self.is_beyond(mention, statement)
            || self.is_set_beforehand(point, mention, statement)
            || self.is_under_way(point, mention, statement)
            || self.is_agreed(point, mention, statement)
        {
            return true;
        }
        if !is_bare_weekday(point) {
            if self.is_ordered_from(point, mention) || self.is_awaited_by(point, mention, statement) {
                return true;
            }
            if point.clock.is_none() && self.is_forecast(statement) {
                return true;
            }
            return statement.modality == Modality::Expected && !self.was_due(point, mention);
        }
        // "The work should have been finished by 6am on Monday"
        let should_have = |at: usize| {
            self.says(at, &["should", "ought", "must"]) && (at + 1..at + 3).any(|at| self.says(at, &["have"]))
        };
        if statement.clause.clone().any(should_have) || self.is_of_those_who(mention) {
            return false;
        }
        // "Were running normally as of 10 a.m. Wednesday", "were off the air until the Sunday"
        let known = mention.relation == Relation::Until && self.is_definite(mention);
        if (mention.relation == Relation::AsOf || known) && self.tells_past(statement) {
            return false;
        }
        if statement.modality == Modality::Expected {
            let told = self.opens(mention) && self.tells_past(statement);
            let planned = self.was_planned(point, mention, statement);
            // "It had earlier said that it would be back by Friday": that is over.
            let over = self.clause_says(statement, &["had"])
                && self.clause_says(statement, &["earlier", "previously", "originally", "initially"]);
            return !(told || planned || over || self.dates_a_saying(mention) || self.was_somewhere(mention));
        }
        self.is_tomorrows(point, mention)
            || self.is_deadline(mention, statement)
            || self.is_note_of_term(mention, statement)
            || self.is_meeting(mention, statement)
            || self.is_to_be(mention, statement)
            || self.is_summons(mention, statement)
            || self.is_wished(mention, statement)
            || self.is_open_from(mention, statement)
    }

    /// "Files written on Tuesday may be damaged": the day is that of what they are.
    fn was_done_on(&self, mention: &Mention) -> bool {
        const TO_BE: &[&str] = &["be", "been", "being", "is", "are", "was", "were", "to", "get", "not"];
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let verb = mention.tokens.start.wrapping_sub(1);
        // "Passengers booked on Saturday may change": what is booked for a day is to come.
        let noun = verb > view.start() && !view.says_any(verb - 1, TO_BE) && !view.says_any(verb, BOOKED);
        let mut rest = mention.tokens.end..view.end();
        noun && is_participle(&view, verb) && rest.any(|at| view.says_any(at, &["may", "might", "will", "should"]))
    }

    /// "Customers have until 31 May to claim"
    fn is_left_until(&self, mention: &Mention) -> bool {
        let before = mention.tokens.start.wrapping_sub(1);
        let has = |at: usize| self.says(at, &["have", "has", "'ve", "’ve"]);
        mention.relation == Relation::Until
            && (has(before) || has(before.wrapping_sub(1)) && self.says(before, &["only", "got"]))
    }

    /// "It did not expect a backlog beyond Wednesday"
    fn is_beyond(&self, mention: &Mention, statement: &Statement) -> bool {
        const HOPING: &[&str] = &[
            "expect", "expected", "expects", "last", "extend", "continue", "will", "may", "could", "might",
        ];
        let beyond = [mention.tokens.start, mention.tokens.start.wrapping_sub(1)];
        beyond.iter().any(|at| self.says(*at, &["beyond", "past"])) && self.clause_says(statement, HOPING)
    }

    /// "The lease expires in March", "sales start Sunday", "they are to vote on Friday", "see you on Tuesday", "by this
    /// Friday": the present tense of what the calendar holds.
    fn is_set_beforehand(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        const FURTHEST: usize = 3;
        let in_part = |date: CalendarDate| date.year.is_none() && date.year_pick.is_none() && !date.is_whole();
        let open = match point.day {
            Some(Day::Weekday { picker: None, .. }) => true,
            Some(Day::Weekday {
                picker: Some(Picker::This),
                ..
            }) if mention.relation == Relation::By => return true,
            // "The event starts this Friday"
            Some(Day::Weekday {
                picker: Some(Picker::This),
                ..
            }) => true,
            Some(Day::Date(date)) => in_part(date),
            _ => false,
        };
        if !open || statement.history {
            return false;
        }
        let (from, start) = (
            self.article.sentences[mention.sentence].tokens.start,
            mention.tokens.start,
        );
        let mut near = start.saturating_sub(FURTHEST).max(from)..start;
        let mut clause = statement.clause.start.max(from)..start;
        let is_to =
            |at: usize| self.says(at, &["is", "are"]) && self.says(at + 1, &["to"]) && !self.says(at + 2, &["blame"]);
        let greets = |at: usize| self.says(at, &["see"]) && self.says(at + 1, &["you"]);
        // "See you at the fair on the 7th!"
        if greets(from) || self.holds_from(point, mention, statement) {
            return true;
        }
        let is_due = |at: usize| self.says(at, &["is", "are"]) && self.says(at + 1, &["due"]);
        let set = near.clone().any(|at| self.says(at, SET_BEFOREHAND)) || clause.clone().any(is_due);
        set && !self.clause_says(statement, &["was", "were", "had"]) || near.any(greets) || clause.any(is_to)
    }

    /// "A second person goes on the rota from March": the present tense, and nothing that was.
    fn holds_from(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        let month = matches!(point.day, Some(Day::Date(date)) if date.month.is_some() && date.day.is_none());
        let before = statement.clause.start..mention.tokens.start;
        let view = View::of(self.article, &statement.clause);
        let present = |at: usize| {
            let word = view.text(at);
            let third = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
            let verb = view.phrase(&view.lexicon.verbs, at).is_some()
                || matches!(word, "goes" | "moves" | "becomes" | "takes" | "runs");
            third && verb && view.case(at) == Some(Case::Lower)
        };
        let told = |at: usize| {
            view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past)
                || view.says_any(at, &["was", "were", "had", "has", "have", "been", "did"])
                || view.text(at).ends_with("ed")
        };
        let from = mention.relation == Relation::From;
        from && month && before.clone().any(present) && !statement.clause.clone().any(told)
    }

    /// "Tougher rules take effect on 1 November", told in June.
    fn takes_effect(&self, mention: &Mention, statement: &Statement) -> bool {
        let mut before = statement.clause.start..mention.tokens.start;
        let force = |at: usize| self.says(at, &["into"]) && self.says(at + 1, &["force", "effect"]);
        // "The review takes place on Monday"
        let place = |at: usize| self.says(at, &["takes"]) && self.says(at + 1, &["place"]);
        let takes =
            |at: usize| place(at) || self.says(at, TAKING_EFFECT) && (self.says(at + 1, &["effect"]) || force(at + 1));
        mention.relation == Relation::At && !statement.history && before.any(takes)
    }

    /// "We are leaving it off over the weekend", told on a working day, "works are taking place on Sunday", "tickets can
    /// be used on Tuesday": what is so now of a day that comes sooner than it last was is of the day to come.
    fn is_under_way(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        const FRIDAY: u8 = 5;
        const SOON: i64 = 3;
        let Some(now) = self.now(mention) else { return false };
        let (start, end) = (mention.tokens.start, statement.clause.end);
        let from = self.article.sentences[mention.sentence].tokens.start;
        let before = statement.clause.start.max(from)..start;
        match point.day {
            Some(Day::Weekend(Picker::This | Picker::Same)) => {
                now.weekday().iso() <= FRIDAY && statement.clause.clone().any(|at| self.is_doing(at, start))
            }
            // "Replicas are rebuilding overnight"
            Some(Day::Overnight) if point.clock.is_none() => before
                .clone()
                .any(|at| self.is_doing(at, start) && !self.names_what_was(at + 1..start)),
            Some(Day::Weekday { weekday, picker: None }) if point.clock.is_none() && !statement.history => {
                let soon = (1..=SOON).any(|days| now.plus_days(days).weekday() == weekday);
                let so_before = |at: usize| {
                    (self.is_doing(at, start) || self.can_or_has(at)) && !self.names_what_was(at + 1..start)
                };
                // "On Sunday, I have a party"
                let mark =
                    |at: &usize| matches!(self.article.tokens[*at].kind, Kind::Symbol(',' | '"' | '”' | '.' | ';'));
                let to_mark = |at: usize| at..(at..end).find(mark).unwrap_or(end);
                // "On Sunday we shipped a change that parties can queue with" was done before.
                let so_behind = |at: usize| {
                    let done = self.names_what_was(mention.tokens.end..at);
                    self.can_or_has(at) && !done && !self.names_what_was(to_mark(at + 1))
                };
                // "Passengers booked on Saturday may change their flight"
                let booked = [start, start.wrapping_sub(1)].iter().any(|at| self.says(*at, BOOKED));
                let may = || (mention.tokens.end..end).any(|at| self.says(at, &["may", "can", "will"]));
                let now_so =
                    || before.clone().any(so_before) || (mention.tokens.end..end).any(so_behind) || booked && may();
                // "Warned of delays on Sunday", told on the Saturday.
                let warns = |at: usize| self.says(at, WARNING) && self.says(at + 1, &["of", "about"]);
                let so = || mention.relation == Relation::At && (now_so() || before.clone().any(warns));
                let to_come = point.part.is_none() && self.ends_behind_story(mention, now.back_to(weekday));
                soon && so() || to_come
            }
            _ => false,
        }
    }

    /// "Could face delays into Tuesday", "is waiving fees through Wednesday": no end of anything lies before the day that the
    /// story is on.
    fn ends_behind_story(&self, mention: &Mention, latest: Date) -> bool {
        let start = mention.tokens.start;
        let into = || {
            [start, start.wrapping_sub(1)]
                .iter()
                .any(|at| self.says(*at, &["into"]))
        };
        let lasts = matches!(mention.relation, Relation::To | Relation::Until) || into();
        // "Brought forward from Sunday to Friday"
        let from = (start.saturating_sub(4)..start).any(|at| self.says(at, &["from"]));
        lasts && !from && self.diary_at(mention).is_none() && self.focus.is_some_and(|focus| latest < focus.date)
    }

    /// "is carrying out", before a token.
    fn is_doing(&self, at: usize, end: usize) -> bool {
        let is = self.says(at, &["is", "are", "'re", "’re", "'m", "’m", "am"]);
        let ing = |at: usize| self.article.words(self.article.tokens[at].span).ends_with("ing");
        is && (at + 1..=at + 2).any(|next| next < end && ing(next))
    }

    /// "can be used", "I have a wedding"
    fn can_or_has(&self, at: usize) -> bool {
        let own = &["a", "an", "another", "my", "our", "his", "her", "their", "its"];
        self.says(at, &["can"]) || self.says(at, &["have", "has"]) && self.says(at + 1, own)
    }

    /// Whether words tell of something that was: "is looking into why trains stopped", "into the outage".
    pub(super) fn names_what_was(&self, tokens: Range<usize>) -> bool {
        let view = View::of(self.article, &tokens);
        tokens.into_iter().any(|at| {
            let trouble = view.noun(at) == Some(Thing::Trouble);
            let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
            // "Can be used", but "why trains stopped".
            let participle = view.says(at.wrapping_sub(1), "be");
            trouble || past || view.text(at).ends_with("ed") && !participle
        })
    }

    /// "Power was cut on Wednesday … it was scheduled for 2pm on Wednesday": a plan that was is of the weekday that the
    /// story has told, and not of the coming one.
    fn was_planned(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        let Some(Day::Weekday { weekday, .. }) = point.day else {
            return false;
        };
        // "The Friday total threatened to grow": the one that was told.
        let of_noun = self.says(mention.tokens.start.wrapping_sub(1), &["the"])
            && matches!(self.article.tokens.get(mention.tokens.end), Some(token) if matches!(token.kind, Kind::Word { case: Case::Lower, .. }));
        // "Was due to fly on Friday night", written on the Saturday: that is over.
        let yesterday = self
            .now(mention)
            .is_some_and(|now| now.plus_days(-1).weekday() == weekday);
        let told = self.past_weekdays[usize::from(weekday.iso())];
        // "Sign-in stopped at 7:40. Exams set for 8 a.m. Thursday were put off": of the day that the story has come to.
        let come_to = self.last.is_some_and(|last| last.date().weekday() == weekday);
        if come_to && self.was_called_off(mention) {
            return true;
        }
        told && of_noun || (told || yesterday) && self.is_past_plan(mention, statement)
    }

    /// "Exams set for Thursday were postponed"
    fn was_called_off(&self, mention: &Mention) -> bool {
        const CALLED_OFF: &[&str] = &[
            "postponed",
            "cancelled",
            "canceled",
            "scrapped",
            "rescheduled",
            "moved",
            "delayed",
            "dropped",
            "abandoned",
            "suspended",
        ];
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let mut behind = mention.tokens.end..sentence.end;
        behind.any(|at| self.says(at, &["was", "were"]) && self.says(at + 1, CALLED_OFF))
    }

    /// "It had been due on Friday", and no word of what is to come.
    pub(super) fn is_past_plan(&self, mention: &Mention, statement: &Statement) -> bool {
        // "It first expected to be done by Monday": what came of it is told too.
        if self.clause_says(statement, &["first", "initially", "originally"]) && self.clause_says(statement, HAD_HOPED)
        {
            return true;
        }
        let bound = matches!(mention.relation, Relation::By | Relation::Until | Relation::Before);
        !bound
            && self.clause_says(statement, &["was", "were", "had", "could"])
            && !self.clause_says(statement, &["will", "would", "is", "are"])
    }

    /// "A timetable was to take effect at midnight", "its lease was due to end at midnight".
    pub(super) fn was_to_be(&self, mention: &Mention, statement: &Statement) -> bool {
        let mut before = statement.clause.start..mention.tokens.start;
        before.any(|at| self.says(at, &["was", "were", "due"]) && self.says(at + 1, &["to"]))
    }

    /// "Customers hoping to pay on Tuesday were turned away": of those whose day it was something is told.
    fn is_of_those_who(&self, mention: &Mention) -> bool {
        const WANTING: &[&str] = &["hoping", "trying", "wanting", "waiting"];
        const FURTHEST: usize = 6;
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let near = mention.tokens.start.saturating_sub(FURTHEST).max(sentence.start + 1)..mention.tokens.start;
        let be = &["is", "are", "was", "were", "be", "been", "am", "'re", "’re"];
        let who = |at: usize| self.says(at, WANTING) && self.says(at + 1, &["to"]) && !self.says(at - 1, be);
        near.into_iter().any(who)
            && self.says(
                mention.tokens.end,
                &["were", "was", "had", "found", "got", "faced", "saw"],
            )
    }

    /// "Its report was due on 20 December", in January: no plan for the next one.
    fn was_due(&self, point: &Point, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        let yearless = matches!(point.day, Some(Day::Date(date)) if date.year.is_none() && date.year_pick.is_none());
        yearless && self.says(start.wrapping_sub(1), &["due"]) && self.says(start.wrapping_sub(2), &["was", "were"])
    }

    /// "It told customers on Sunday that there would be a delay": the day is that of the saying.
    fn dates_a_saying(&self, mention: &Mention) -> bool {
        let from = self.article.sentences[mention.sentence].tokens.start;
        self.says(mention.tokens.end, &["that"])
            && (from..mention.tokens.start).any(|at| self.speaks(at) || self.says(at, TELLING))
    }

    /// "If you were in the park on Saturday you would know": "was", a place and the day, and no verb between them.
    fn was_somewhere(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 5;
        let floor = mention.tokens.start.saturating_sub(FURTHEST);
        let from = floor.max(self.article.sentences[mention.sentence].tokens.start);
        (from..mention.tokens.start)
            .any(|at| self.says(at, &["was", "were"]) && self.says(at + 1, &["in", "at", "on", "there", "around"]))
    }

    /// "Flights for Monday", "until 2 a.m. on Monday", told on Sunday of what began the day before: tomorrow's name, to which
    /// something lasts. Of the Monday before, the story would tell from then on.
    fn is_tomorrows(&self, point: &Point, mention: &Mention) -> bool {
        let (Some(Day::Weekday { weekday, .. }), Some(now)) = (point.day, self.now(mention)) else {
            return false;
        };
        let begun = self.focus.is_some_and(|f| (0..=3).contains(&f.date.days_until(now)));
        let before = mention.tokens.start.wrapping_sub(1);
        let upto = matches!(mention.relation, Relation::Until | Relation::To)
            || self.is_for(mention)
            || self.says(before, &["for", "into", "is"]);
        begun && upto && now.plus_days(1).weekday() == weekday
    }

    /// "The new estimate is mid-April": what is so now of a day that is to come.
    fn is_forecast(&self, statement: &Statement) -> bool {
        const FORECASTS: &[&str] = &["estimate", "target", "forecast", "deadline", "goal", "eta"];
        let is = |at: usize| self.says(at, FORECASTS) && self.says(at + 1, &["is", "remains"]);
        statement.clause.clone().any(is)
    }

    /// Whether something in the clause was so: "was" and its kin, without a plan behind it.
    pub(super) fn tells_past(&self, statement: &Statement) -> bool {
        statement.clause.clone().any(|at| {
            self.says(at, &["was", "were", "wasn't", "weren't"]) && !self.says(at + 1, PLANNED)
                || self.says(at, &["had"]) && !self.says(at + 1, ASKING)
        })
    }

    /// The day to which something is put off that only its weekday names: the first behind the day on which that was
    /// done, which is the writer's where it "has been".
    pub(super) fn put_off_to(&self, point: &Point, mention: &Mention, statement: &Statement) -> Option<Date> {
        let Some(Day::Weekday { weekday, picker: None }) = point.day else {
            return None;
        };
        let now = self.now(mention);
        let story = self.focus.map(|f| f.date).filter(|_| self.entry_of(mention).is_none());
        let of_now = self.clause_says(statement, &["has", "have", "is", "are"]);
        let from = now.filter(|_| of_now).or(story).or(now)?;
        // "Moved to 7 p.m. on Monday", told of that Monday: later in the day.
        let next = from.plus_days(i64::from(point.clock.is_none()));
        (!statement.history && puts_off(self.article, mention)).then(|| next.on_to(weekday))
    }

    /// Whether the time stands first in its sentence.
    pub(super) fn opens(&self, mention: &Mention) -> bool {
        mention.tokens.start == self.article.sentences[mention.sentence].tokens.start
    }

    /// Whether a clause has one of these words.
    pub(super) fn clause_says(&self, statement: &Statement, any: &[&str]) -> bool {
        statement.clause.clone().any(|at| self.says(at, any))
    }

    /// Whether a token is a word of saying.
    pub fn speaks(&self, at: usize) -> bool {
        matches!(self.article.tokens[at].kind, Kind::Word { id, .. } if lexicon().speech.begins(id))
    }

    /// The mentions of a mention's sentence, itself among them.
    pub(super) fn beside(&self, mention: &Mention) -> &[Mention] {
        let mentions = &self.parsed.mentions;
        &mentions[mention_range(mentions, mention.sentence)]
    }

    /// The last clock told, where a mention's own sentence told it: which mention, and when.
    pub(super) fn clock_beside(&self, mention: &Mention) -> Option<(usize, Wall)> {
        self.in_sentence
            .filter(|(at, _)| self.parsed.mentions[*at].sentence == mention.sentence)
    }

    /// Whether a token is one of these words.
    pub fn says(&self, at: usize, any: &[&str]) -> bool {
        self.article.tokens.get(at).is_some_and(|token| {
            let word = self.article.words(token.span);
            any.iter().any(|it| word.eq_ignore_ascii_case(it))
        })
    }
}

/// A weekday that nothing picks out.
fn is_bare_weekday(point: &Point) -> bool {
    matches!(point.day, Some(Day::Weekday { picker: None, .. }))
}
