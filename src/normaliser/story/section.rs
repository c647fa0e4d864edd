//! Sections that tell of the outage again, behind its end: "Impact", "Detection", "What went wrong".
//!
//! One would get wrong to read on from the day on which it ended: a clock that lies behind that end, and within the outage
//! on the day on which it began, is of that day.

use crate::article::span::Span;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::parser::mention::{Mention, Time};
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, Point};

use super::Story;
use super::dayless::ANEW;
use super::focus::{FURTHEST_RETOLD, Focus};

/// From the first clock told of the outage to its end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Course {
    /// With the words of that clock.
    began: Option<(Wall, Span)>,
    over: Option<Wall>,
    /// The block of the last clock.
    told_in: usize,
}

impl Course {
    /// The earliest clock that was told of the outage, whatever was told to have been then.
    pub(super) fn first_told(&self) -> Option<Wall> {
        self.began.map(|(at, _)| at)
    }

    /// Goes on with a clock of the outage that is told in a block.
    pub(super) fn go_on(&mut self, statement: &Statement, (at, words): (Wall, Span), block: usize) {
        self.told_in = block;
        if Story::tells_return(statement) {
            self.over = self.over.max(Some(at));
        }
        if tells_outage(statement) && statement.phase != Phase::Precursor {
            self.began = self.began.filter(|(began, _)| *began <= at).or(Some((at, words)));
        }
    }
}

/// Whether a statement tells of the outage, or what led to it, and nothing that came of it.
fn tells_outage(statement: &Statement) -> bool {
    let during = !matches!(statement.phase, Phase::Precursor | Phase::Aftermath | Phase::Background);
    during && statement.modality == Modality::Actual && !statement.history && !statement.quoted
}

impl Story<'_> {
    /// Goes back to the day on which the outage began, for a clock that a later section tells of it; behind that section the
    /// story is where it was.
    pub(super) fn tell_again(&mut self, point: &Point, mention: &Mention, statement: &Statement) {
        let here = self.article.sentences[mention.sentence].block;
        if let Some((focus, left)) = self.retold_from
            && section::opens_between(self.article, left, here)
        {
            self.retold_from = None;
            let began = self.course.began.map(|(_, words)| words);
            if self.focus.is_some_and(|now| now.words == began) {
                (self.focus, self.last) = (Some(focus), None);
            }
        }
        let again = self.day_told_of_again(point, mention, statement);
        if let Some(((date, words), left)) = again.zip(self.focus) {
            self.retold_from = Some((left, here));
            self.focus = Some(Focus {
                words: Some(words),
                firm: true,
                ..Focus::on(date)
            });
            (self.named, self.last, self.home) = (Some(date), None, None);
        }
    }

    /// "At 14:05 on the day of the incident", and "told the council on 9 May that it had “let people down that evening”": the
    /// day on which it began, wherever the story is. Who speaks calls the day of speaking "this".
    pub(super) fn day_of_outage(&self, mention: &Mention) -> Option<Date> {
        let began = self.course.began.map(|(began, _)| began.date())?;
        let of = |at: usize| self.says(at, &["day"]) && self.says(at + 1, &["of"]);
        let named = mention.tokens.clone().any(of);
        let that = || self.says(mention.tokens.start, &["that"]) && self.article.is_quoted(mention.tokens.start);
        let names_day = |other: &Mention| {
            let day = matches!(&other.time, Time::Point { point, .. } if point.names_date() || matches!(point.day, Some(Day::Weekday { .. })));
            day && other.tokens.end <= mention.tokens.start && !self.article.is_quoted(other.tokens.start)
        };
        let spoken_of = || that() && self.beside(mention).iter().any(names_day);
        (named || spoken_of()).then_some(began)
    }

    /// The day of such a clock, and the words that told the outage's first.
    fn day_told_of_again(&self, point: &Point, mention: &Mention, statement: &Statement) -> Option<(Date, Span)> {
        let ((began, words), over) = self.course.began.zip(self.course.over)?;
        let focus = self.focus?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let here = block(mention.sentence);
        let clock = point
            .clock
            .filter(|clock| point.day.is_none() && clock.named.is_none())?;
        let whole = self.says_half(&clock, mention);
        let prose = self.entry_of(mention).is_none();
        // A day that the section names is its own, and its first clock leads the others.
        let blocks = &self.article.blocks;
        let named = focus
            .words
            .map(|words| blocks.partition_point(|it| it.span.end() <= words.start()));
        let told_in = self.course.told_in;
        let named_in = named.map_or(told_in, |named| named.max(told_in));
        let at = clock::second_as_said(&clock);
        let first = began.date();
        let then = first.at(at);
        let fits = match statement.phase {
            // What led to the outage came before it.
            Phase::Precursor => then <= began,
            _ => focus.date.at(at) > over && (began..=over).contains(&then) && !self.clause_says(statement, ANEW),
        };
        let near = (1..=FURTHEST_RETOLD).contains(&first.days_until(focus.date));
        (whole
            && tells_outage(statement)
            && prose
            && near
            && fits
            && section::opens_between(self.article, named_in, here))
        .then_some((first, words))
    }
}
