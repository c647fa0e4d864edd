//! The course of the outage: what a happening's words say of its phase is weighed with where it lies among the others.
//!
//! One would get wrong to ask the words alone: "a new release was deployed" leads to an outage before it, mends it
//! during it and is a lesson learnt the week after; "the company said" is an acknowledgement at 9:15 and a statement
//! on Thursday. How much a word or a place counts is no matter of taste: it is learnt from texts whose phases people
//! have told (`tests/learn.rs`), and what words say outright is not asked about.

mod class;
mod classes;
pub mod clue;
mod keyed;
pub mod model;
mod weights;

use clue::{Asked, Clue, Course};

use super::Told;
use crate::article::span::Span;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Phase;

/// Tells the phase of what a time dates, from what the parser reads and from all clues.
pub type Reader<'a> = dyn FnMut(Span, Phase, &[Clue]) -> Phase + 'a;

/// What the weights say that have been learnt.
pub fn as_learnt(_: Span, read: Phase, clues: &[Clue]) -> Phase {
    model::likeliest(read, clues)
}

/// Votes of words that say a phase outright, where all else has a fifth of them at most.
const OUTRIGHT: i32 = 108;

/// Whether the words leave no doubt, so that the course has nothing to decide.
fn is_outright(statement: &Statement) -> bool {
    let said = statement.votes[statement.phase as usize];
    let mut others = Phase::ALL.iter().filter(|phase| **phase != statement.phase);
    said >= OUTRIGHT && others.all(|phase| statement.votes[*phase as usize] * 5 <= said)
}

/// Has the phases of a text read; what other texts tell moves none.
pub fn settle(text: &mut Told, reader: &mut Reader) {
    let course = Course::of(text);
    let phases: Vec<Phase> = (0..text.normalised.dated.len())
        .map(|at| {
            let dated = &text.normalised.dated[at];
            let statement = &text.parsed.statements[dated.statement];
            if statement.settled || is_outright(statement) {
                return statement.phase;
            }
            let asked = Asked::new(text, dated, &course, course.place(at));
            let phase = reader(
                text.parsed.mentions[dated.mention].span,
                statement.phase,
                &asked.clues(),
            );
            // What is "being restored" is not back, whatever its place would have it be.
            let ruled_out = statement.votes[phase as usize] < 0;
            if ruled_out { statement.phase } else { phase }
        })
        .collect();
    for (dated, phase) in text.normalised.dated.iter_mut().zip(phases) {
        dated.phase = phase;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Options, reconstruct_read_by};

    #[test]
    fn what_words_say_outright_is_not_asked_about() {
        let input = Input {
            path: "story.txt".to_owned(),
            bytes: b"At 9:00 UTC the lights flickered. At 9:10 UTC engineers attributed the outage to a bad cable."
                .to_vec(),
        };
        let mut asked = 0;
        let mut reader = |_: Span, _: Phase, clues: &[Clue]| {
            asked += 1;
            assert!(clues.iter().any(|clue| clue.to_string() == "near flicker"));
            Phase::Aftermath
        };
        let timeline = reconstruct_read_by(&[input], &Options::default(), &mut reader).expect("a text");
        let phases: Vec<Phase> = timeline.events.iter().map(|event| event.phase).collect();
        assert_eq!(phases, [Phase::Aftermath, Phase::Identified]);
        assert_eq!(asked, 1);
    }
}
