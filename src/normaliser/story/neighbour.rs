//! Years, months and weeks counted from one that has just been named: "in 2019 twice, and in the previous year once".
//!
//! One would get wrong to count them from the story or from the writing: beside another year "the year before" is
//! before that one, though no story has gone there.

use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Date;
use crate::normaliser::value::{Granularity, Known};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::Day;

use super::Story;
use super::point::Placed;

/// A stretch of the calendar as the text named it last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    from: Date,
    granularity: Granularity,
    sentence: usize,
}

impl Story<'_> {
    /// Remembers the day or the stretch that was named last.
    pub(super) fn name_stretch(&mut self, day: Option<Day>, placed: &Placed, mention: &Mention) {
        let dated = day.is_some() && placed.value.known == Known::Date;
        if dated {
            self.stretch_named = Some(Named {
                from: placed.value.wall.date(),
                granularity: placed.value.granularity.max(Granularity::Day),
                sentence: mention.sentence,
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
        // "Later that year", and not "later in the year", which is the story's.
        let that = || picker == Picker::Same && mention.tokens.clone().any(|at| self.says(at, &["that"]));
        let named = self.stretch_named?;
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let near = named.sentence <= mention.sentence
            && named.sentence + 1 >= mention.sentence
            && block(named.sentence) == block(mention.sentence);
        let counted = matches!(picker, Picker::Previous | Picker::Following) || that();
        (near && counted && named.granularity <= coarsest).then_some(named.from)
    }
}
