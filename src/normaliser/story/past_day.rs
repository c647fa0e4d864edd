//! A bare day and month that cannot be of the year that seems nearest: told as past though it would lie ahead, or told of
//! the year that opens its sentence.
//!
//! One would get wrong that a past tense is enough: "announced a review on 24 July" and "was put off to 24 July" look ahead.

use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::normaliser::value::Granularity;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{CalendarDate, Day};
use crate::parser::time::view::View;

use super::Story;

/// What is done before a day for which it is done.
const FOR_A_DAY: &[&str] = &[
    "announced",
    "scheduled",
    "planned",
    "set",
    "due",
    "put",
    "moved",
    "postponed",
    "delayed",
    "pushed",
    "expected",
    "called",
    "promised",
    "agreed",
    "booked",
    "fixed",
    "slated",
    "will",
    "would",
    "should",
    "may",
    "could",
    "can",
    "is",
    "are",
];

/// A day and a month without a year.
fn is_yearless(date: CalendarDate) -> bool {
    is_month(date) && date.day.is_some()
}

/// A month without a year, its day beside it or not.
fn is_month(date: CalendarDate) -> bool {
    date.year.is_none() && date.year_pick.is_none() && date.month.is_some()
}

impl Story<'_> {
    /// "The council raised the fee on 24 July", written on the 8th; "in late January a cut stopped it", in November: whether
    /// a day and a month, or a month, are told of as past.
    pub(super) fn tells_of_day_past(&self, mention: &Mention, statement: &Statement) -> bool {
        let Time::Point { point, .. } = &mention.time else {
            return false;
        };
        let bare = matches!(point.day, Some(Day::Date(date)) if is_month(date)) && point.clock.is_none();
        let on = mention.relation == Relation::At && self.says(mention.tokens.start, &["on", "in"]);
        if !bare || !on || statement.modality != Modality::Actual || self.entry_of(mention).is_some() {
            return false;
        }
        // "In January, a cut stopped it"
        let opens = mention.tokens.start <= statement.clause.start + 1 && self.says(mention.tokens.start, &["in"]);
        let clause = if opens {
            mention.tokens.end..statement.clause.end
        } else {
            statement.clause.start..mention.tokens.start
        };
        let view = View::of(self.article, &clause);
        let infinitive = |at: usize| view.says(at, "to") && view.phrase(&view.lexicon.verbs, at + 1).is_some();
        let ahead = clause.clone().any(|at| view.says_any(at, FOR_A_DAY) || infinitive(at));
        let past = |at: usize| {
            let verb = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
            verb || view.is_free_word(at) && view.text(at).ends_with("ed")
        };
        !ahead && clause.clone().any(past)
    }

    /// "In 2016 it failed twice between Aug 29 and Sep 2": the day in the year that opens its sentence.
    pub(super) fn in_year_named(&self, day: Day, mention: &Mention) -> Day {
        let named = self
            .named_at_head(mention)
            .filter(|it| it.granularity == Granularity::Year);
        // "In 2016 it bought the plant, which failed on Sept 2": what is so now is told behind "which".
        let from = self.article.sentences[mention.sentence].tokens.start;
        let turns = (from..mention.tokens.start).any(|at| self.says(at, &["which", "that", "who", "where", "whose"]));
        match (day, named.filter(|_| !turns)) {
            (Day::Date(date), Some(year)) if is_yearless(date) => Day::Date(CalendarDate {
                year: Some(year.wall.date().year()),
                ..date
            }),
            _ => day,
        }
    }
}
