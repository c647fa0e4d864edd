//! "The outage comes two weeks after its rival failed": the outage dates what came before it.
//!
//! One would get wrong that the length leads to the outage, as in "the fix came two hours after the crash": what is told
//! by the way is the older happening, and the text has dated its own outage elsewhere.

use std::ops::Range;

use crate::lexicon::noun::Thing;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{Expression, Length};

use super::Builder;

/// Most words from the beginning of a clause to its verb.
const LONGEST_SUBJECT: usize = 9;

/// What an outage leads to, and is called by.
const STANDSTILLS: &[&str] = &[
    "stop",
    "halt",
    "stoppage",
    "standstill",
    "shutdown",
    "closure",
    "grounding",
    "groundings",
    "suspension",
    "cancellations",
    "delays",
];

/// What an outage does, so long after another.
const COMES: &[&str] = &[
    "come", "comes", "came", "coming", "arrives", "arrived", "follows", "followed", "happened", "occurred", "struck",
];

impl Builder<'_, '_> {
    /// Whether before a length, whose own words begin at `length_start`, an outage is said to come, and behind it stands
    /// what it comes after.
    pub(super) fn is_sequel(&self, length_start: usize, length: Length, behind: &Range<usize>) -> bool {
        let view = &self.view;
        if length.finest() < Unit::Day || self.has_own_day(behind) {
            return false;
        }
        // "A year after a rival failed, and ten days after a fire": the verb is that of the first.
        if self
            .out
            .last()
            .is_some_and(|it| it.sentence == self.sentence && it.time.before_outage().is_some())
        {
            // "And" may open the words of a time, as in "between noon and one".
            return (length_start.saturating_sub(1)..=length_start).any(|at| view.says_any(at, &["and", "but"]));
        }
        // "Barely", "only": what loosens no length and stands before it.
        let verb = (length_start.saturating_sub(2)..length_start)
            .rev()
            .find(|at| view.says_any(*at, COMES));
        let Some(verb) = verb else {
            return false;
        };
        // "A day after the first": of two outages of the story the second is measured from the first.
        let first = view.says(behind.start, "the")
            && view.says_any(
                behind.start + 1,
                &["first", "initial", "original", "earlier", "previous"],
            );
        if first {
            return false;
        }
        if view.says(verb, "coming") {
            return view.symbol(verb.wrapping_sub(1), ',');
        }
        let subject = (view.start()..verb)
            .rev()
            .take(LONGEST_SUBJECT)
            .take_while(|at| !view.symbol_any(*at, &[',', ';', ':', '—', '–', '(', ')']));
        let Some(from) = subject.last() else { return false };
        let names_trouble = (from..verb).any(|at| matches!(view.noun(at), Some(Thing::Trouble | Thing::Incident)));
        // "The stop came a year after a meltdown": what was stopped by an outage is it.
        let stands_still = view.says_any(verb - 1, STANDSTILLS);
        names_trouble || stands_still || from + 1 == verb && view.says_any(from, &["it", "this", "that", "which"])
    }

    /// "A day after a glitch on Wednesday": what came before has a day of its own, and dates the outage.
    fn has_own_day(&self, behind: &Range<usize>) -> bool {
        self.timexes.iter().any(|it| {
            let day = matches!(it.expression, Expression::Point(point) if point.day.is_some());
            // "After MPs asked for every outage since 2021": the year is that of something else.
            let limit = self.view.after_any(it.tokens.start, &["since", "until", "by", "for"]);
            day && !limit && behind.contains(&it.tokens.start)
        })
    }
}
