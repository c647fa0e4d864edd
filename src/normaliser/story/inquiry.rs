//! The outage that a report is about, on the day that its publication names: months before the writing.
//!
//! One would get wrong to stay on the day on which the report came out: its clocks are those of the outage.

use crate::article::token::Case;
use crate::lexicon::noun::Thing;
use crate::normaliser::calendar::Date;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;

/// What is written of an outage when it is long over.
const REPORTS: &[&str] = &[
    "report",
    "reports",
    "findings",
    "review",
    "investigation",
    "inquiry",
    "enquiry",
    "probe",
    "audit",
    "study",
    "ruling",
    "decision",
    "settlement",
];

/// What it says it does with these.
const FINDING: &[&str] = &[
    "found",
    "finds",
    "concluded",
    "concludes",
    "says",
    "said",
    "shows",
    "showed",
    "established",
    "states",
    "stated",
];

/// Tokens within which it says on what.
const NEAR: usize = 8;

impl Story<'_> {
    /// "The regulator today published its report on the failure that silenced the line on 3 February 2018": whether a whole
    /// date is that of what the report is about. Once a clock was told, the story is on its own day.
    pub(super) fn is_reported_on(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        let whole = matches!(point.day, Some(Day::Date(date)) if date.year.is_some() && date.month.is_some() && date.day.is_some());
        let told = statement.modality == Modality::Actual && !statement.quoted;
        if !whole || !told || point.clock.is_some() || !self.told.is_empty() || self.entry_of(mention).is_some() {
            return false;
        }
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let view = View::of(self.article, sentence);
        let trouble = |at: usize| view.noun(at) == Some(Thing::Trouble);
        let on = |at: usize| view.says_any(at, &["on", "into", "of", "about", "over"]);
        // "Its report on the failure", and not "a report on Saturday's plans, hours after the failure".
        let about = |at: usize| {
            view.case(at) == Some(Case::Lower)
                && view.says_any(at, REPORTS)
                && on(at + 1)
                && (at + 2..at + NEAR).any(trouble)
        };
        // "Our investigation, opened in January, found that on 6 October 2019 a duct was flooded"
        let report = |at: usize| view.case(at) == Some(Case::Lower) && view.says_any(at, REPORTS);
        // "… concluded that it was not prepared for the incident on Sunday 6 October 2019"
        let noun = mention.tokens.start.wrapping_sub(1);
        let named = view.says_any(noun.wrapping_sub(1), &["the", "this", "that", "its"])
            && matches!(view.noun(noun), Some(Thing::Trouble | Thing::Incident));
        let finds = |at: usize| {
            let directly = at + 2 >= mention.tokens.start.saturating_sub(1);
            view.says_any(at, FINDING) && view.says(at + 1, "that") && (directly || named)
        };
        let mut before = sentence.start..mention.tokens.start;
        let found = before.clone().any(finds) && before.clone().any(report);
        found || before.any(about)
    }

    /// Goes to the day on which the story begins that is told from here on.
    pub(super) fn begin_on(&mut self, date: Date, mention: &Mention) {
        self.home = None;
        self.last = None;
        self.named = Some(date);
        self.focus = Some(Focus {
            words: Some(mention.span),
            whole: true,
            sentence: Some(mention.sentence),
            firm: true,
            ..Focus::on(date)
        });
    }
}
