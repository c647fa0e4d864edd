//! Stories that open with what followed an outage: "it was working again on Wednesday after a failure the day before", "on
//! Thursday, a day after a glitch". And stories that go on by so many days: "two days later, at 11:10 p.m., it failed again".
//!
//! One would get wrong to stay on the day of the news: the first clock is most often of the outage. What tells of the return is
//! of the day on which the text opens. "Two days later" alone moves no story: only with a clock behind it does it go there.

use std::ops::Range;

use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::vagueness;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::Point;
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;

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

    /// "Two days later, at 11:10 p.m., it failed again", "was planted a day earlier, when at 16:20 we cut it": goes to the day that
    /// is counted from the story's, for the clocks told of it.
    pub fn go_days_on(&mut self, statement: &Statement) {
        const FURTHEST: i64 = 31;
        let Some(mention) = statement.mention.map(|at| &self.parsed.mentions[at]) else {
            return;
        };
        let Time::Shift {
            length,
            later,
            base: Base::Focus,
            lasting: None,
        } = &mention.time
        else {
            return;
        };
        let own = statement.modality == Modality::Actual && !statement.history && !statement.quoted;
        let at_it = mention.relation == Relation::At && mention.hedge.is_none();
        let prose = self.on_calendar() && self.entry_of(mention).is_none();
        let (Some(days), Some(from)) = (length.whole_days(), self.own_day().filter(|_| own && at_it && prose)) else {
            return;
        };
        let mut behind = self
            .beside(mention)
            .iter()
            .filter(|it| it.tokens.start > mention.tokens.start);
        let clocked = behind.next().is_some_and(|it| {
            matches!(&it.time, Time::Point { point, .. } | Time::Span { from: point, .. } if point.is_bare_clock())
        });
        let date = from.date.plus_days(if *later { days } else { -days });
        let possible = self.limit(mention).is_none_or(|limit| date <= limit.date());
        if days > FURTHEST || !possible || !clocked {
            return;
        }
        let next = Focus {
            words: Some(mention.span),
            whole: from.whole,
            sentence: Some(mention.sentence),
            firm: *later,
            ..Focus::on(date)
        };
        self.leave(&next, mention, statement);
        self.last = None;
        self.named = Some(date);
        self.focus = Some(next);
    }

    fn remember_before(&mut self, statement: &Statement, date: Date) {
        self.before_news = statement.mention.map(|mention| Before { date, mention });
    }

    /// Whether words name a trouble: an outage, a failure.
    pub(super) fn names_trouble(&self, mut tokens: Range<usize>) -> bool {
        let view = View::of(self.article, &tokens);
        tokens.any(|at| view.noun(at) == Some(Thing::Trouble))
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
        let opening = self.statement_of(named);
        let bare = point.day.is_none() && point.clock.is_some();
        if let Some(opening) = opening.filter(|_| bare && told && !mends) {
            self.goes_days_ago(named, opening, before.date);
        }
    }
}
