//! Stories that open with what followed an outage: "it was working again on Wednesday after a failure the day before", "on
//! Thursday, a day after a glitch".
//!
//! One would get wrong to stay on the day of the news: the first clock is most often of the outage. What tells of the return is
//! of the day on which the text opens.

use crate::lexicon::noun::Thing;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::vagueness;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::Point;
use crate::parser::time::view::View;

use super::Story;

/// The day of an outage that a text which opens behind it names in passing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    date: Date,
    /// The mention that tells it.
    mention: usize,
}

impl Story<'_> {
    /// "After a failure that shut out millions the day before"
    pub(super) fn remember_trouble_before(&mut self, mention: &Mention, statement: &Statement, date: Date) {
        let before = |point: &Point| point.picked_day() == Some(Picker::Previous) && point.part.is_none();
        let day = matches!(&mention.time, Time::Point { point, .. } if before(point));
        let from = self.article.sentences[mention.sentence].tokens.start;
        let clause = statement.clause.start.max(from)..mention.tokens.start;
        if day && self.names_trouble(clause) {
            self.remember_before(statement, date);
        }
    }

    /// "A day after a glitch"
    pub fn remember_trouble_behind(&mut self, statement: &Statement) {
        const NEAR: usize = 5;
        let Some(mention) = statement.mention.map(|at| &self.parsed.mentions[at]) else {
            return;
        };
        let Time::Shift {
            length, later: true, ..
        } = &mention.time
        else {
            return;
        };
        let end = self.article.sentences[mention.sentence].tokens.end;
        let near = mention.tokens.end..end.min(mention.tokens.end + NEAR);
        let here = self.focus.map(|f| f.date).or_else(|| self.now(mention));
        let days = length.finest() == Unit::Day && self.names_trouble(near);
        if let Some(here) = here.filter(|_| days) {
            let by = vagueness::extent(length, None).named / 86_400;
            self.remember_before(statement, here.plus_days(-by));
        }
    }

    fn remember_before(&mut self, statement: &Statement, date: Date) {
        self.before_news = statement.mention.map(|mention| Before { date, mention });
    }

    /// Whether words name a trouble: an outage, a failure.
    pub(super) fn names_trouble(&self, tokens: std::ops::Range<usize>) -> bool {
        let view = View::of(self.article, &tokens);
        tokens.into_iter().any(|at| {
            let noun = view.phrase(&view.lexicon.nouns, at);
            noun.is_some_and(|it| it.0 == Thing::Trouble)
        })
    }

    /// Goes to the day of the outage for the first clock behind the sentence that named it, unless that tells of the return.
    pub(super) fn go_before_news(&mut self, point: &Point, mention: &Mention, statement: &Statement) {
        let Some(before) = self.before_news else { return };
        let named = &self.parsed.mentions[before.mention];
        if named.sentence == mention.sentence {
            return;
        }
        self.before_news = None;
        let mends = matches!(
            statement.phase,
            Phase::Mitigating | Phase::Recovering | Phase::Resolved | Phase::Aftermath
        );
        let told = statement.modality == Modality::Actual && !statement.history && !statement.quoted;
        let parsed = self.parsed;
        let opening = parsed.statements.iter().find(|it| it.mention == Some(before.mention));
        let bare = point.day.is_none() && point.clock.is_some();
        if let Some(opening) = opening.filter(|_| bare && told && !mends) {
            self.goes_days_ago(named, opening, before.date);
        }
    }
}
