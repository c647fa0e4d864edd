//! What a year, a month or a week that has just been named lends to the times beside it: "in 2019 twice, and in the
//! previous year once", "in July 2017 trading stopped at 9.15 am".
//!
//! One would get wrong to count them from the story or from the writing: beside another year "the year before" is
//! before that one, and a clock of that July is no clock of the outage's own day, though no story has gone there.

use crate::article::token::Kind;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::document::{ClockBasis, DateBasis};
use crate::normaliser::value::{Granularity, Known, Value};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, Point};

use super::Story;
use super::point::Placed;

/// A stretch of the calendar as the text named it last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    value: Value,
    sentence: usize,
    /// Whether it opens its sentence, so that all of this is told of it.
    opens: bool,
    /// Its end, as a token.
    end: usize,
}

impl Story<'_> {
    /// Remembers the day or the stretch that was named last.
    pub(super) fn name_stretch(&mut self, day: Option<Day>, placed: &Placed, mention: &Mention) {
        let dated = day.is_some() && placed.value.known == Known::Date;
        if dated {
            self.stretch_named = Some(Named {
                value: placed.value,
                sentence: mention.sentence,
                opens: self.opens_but_for_times(mention),
                end: mention.tokens.end,
            });
        }
    }

    /// What "the previous year" is counted from: what this sentence or the one before it named last, no coarser than the
    /// unit. "It was built in 1999. In the previous month" names no month of that year.
    pub(super) fn beside_named(&self, mention: &Mention) -> Option<Date> {
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
            return None;
        };
        let (unit, picker) = match point.day? {
            Day::Unit { unit, picker } => (unit, picker),
            Day::Date(date) => (Unit::Year, date.year_pick?),
            // "In March 2017 it failed, and a bill was tabled the following November."
            Day::PickedMonth { picker, .. } => (Unit::Year, picker),
            // "A report had warned in May 2012, and a second feed was ordered that autumn."
            Day::Season {
                picker: Some(picker),
                year: None,
                ..
            } => (Unit::Year, picker),
            _ => return None,
        };
        let coarsest = match unit {
            Unit::Week => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Quarter => Granularity::Quarter,
            Unit::Year => Granularity::Year,
            Unit::Decade => Granularity::Decade,
            _ => return None,
        };
        // "Later that year", "later the same month", and not "later in the year", which is the story's.
        let that = || picker == Picker::Same && mention.tokens.clone().any(|at| self.says(at, &["that", "same"]));
        let named = self.stretch_named?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let near = named.sentence <= mention.sentence
            && named.sentence + 1 >= mention.sentence
            && (block(named.sentence) == block(mention.sentence)
                || that() && block(named.sentence) + 1 == block(mention.sentence));
        let counted = matches!(picker, Picker::Previous | Picker::Following) || that();
        let first = named.value.wall.date();
        // "In 2014 … the following May": behind the whole of that year.
        let whole = named.value.granularity == Granularity::Year
            && picker == Picker::Following
            && matches!(point.day, Some(Day::PickedMonth { .. }));
        let from = if whole { first.plus_months(11) } else { first };
        (near && counted && named.value.granularity <= coarsest).then_some(from)
    }

    /// The stretch that opens a mention's sentence.
    pub(super) fn named_at_head(&self, mention: &Mention) -> Option<Value> {
        let named = self
            .stretch_named
            .filter(|it| it.sentence == mention.sentence && it.opens)?;
        (named.end <= mention.tokens.start).then_some(named.value)
    }

    /// Whether nothing stands before a time in its sentence but other times and what leads it: "a year earlier, in March
    /// 2023, it had failed", "back in July", and neither "the site, launched in 2019" nor "since 2019".
    fn opens_but_for_times(&self, mention: &Mention) -> bool {
        const LEADS: &[&str] = &[
            "back",
            "but",
            "and",
            "also",
            "similarly",
            "once",
            "only",
            "just",
            "then",
            "or",
        ];
        let other = |at: &usize| self.beside(mention).iter().any(|m| m.tokens.contains(at));
        let mark = |at: &usize| matches!(self.article.tokens[*at].kind, Kind::Symbol(_));
        let mut before = self.article.sentences[mention.sentence].tokens.start..mention.tokens.start;
        matches!(mention.relation, Relation::At | Relation::During)
            && before.all(|at| other(&at) || mark(&at) || self.says(at, LEADS))
    }

    /// The month or the year of a clock that is told of it, where the story is elsewhere: nobody says on which of its days
    /// the clock was read.
    pub(super) fn history_of_clock(&self, point: &Point, mention: &Mention) -> Option<Placed> {
        let named = self
            .stretch_named
            .filter(|it| it.sentence == mention.sentence && it.opens)?;
        let coarse = named.value.granularity > Granularity::Week;
        let (from, to) = named.value.window();
        let story = self.focus.map(|f| f.date).or_else(|| self.now(mention))?;
        let elsewhere = !(from..to).contains(&story.midnight());
        // "In 2019 it bought the plant which failed at 9:15": what is so now is told behind "which".
        let mut between = named.end..mention.tokens.start;
        let turns = between.any(|at| self.says(at, &["which", "that", "who", "where", "whose"]));
        let bare = point.clock.is_some() && point.day.is_none() && !turns;
        (coarse && elsewhere && bare).then(|| Placed {
            value: named.value,
            earliest: from,
            latest: to,
            best: from,
            date: DateBasis::Narrative,
            clock: ClockBasis::None,
            reasons: vec!["its sentence tells of that time, of no day of which it is known to be the clock".to_owned()],
        })
    }
}
