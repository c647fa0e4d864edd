//! The course of the outage: what a happening's words say of its phase is weighed with where it lies among the others.
//!
//! One would get wrong to ask the words alone: "a new release was deployed" leads to an outage before it, mends it
//! during it and is a lesson learnt the week after; "the company said" is an acknowledgement at 9:15 and a statement
//! on Thursday. How much a word or a place counts is no matter of taste: it is learnt from texts whose phases people
//! have told (`tests/learn.rs`), and what a label says outright is not asked about.

pub mod clue;
pub mod model;
mod weights;

use clue::{Asked, Clue};

use super::Told;
use super::gather::{self, Happening};
use super::timeline::Event;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Phase, Scope};

/// Tells the phase of an event, by its place in the timeline, from what the parser reads and from all clues.
pub type Reader<'a> = dyn FnMut(usize, Phase, &[Clue]) -> Phase + 'a;

/// What the weights say that have been learnt.
pub fn as_learnt(_: usize, read: Phase, clues: &[Clue]) -> Phase {
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

/// Has the phase of every event read, each among those of its own text: what other texts tell moves none.
pub fn settle(told: &[Told], happenings: &[Happening], rank: &[usize], events: &mut [Event], reader: &mut Reader) {
    let lead = |at: usize| happenings[rank[at]].tellings[0];
    for document in 0..told.len() {
        let of_text: Vec<usize> = (0..events.len()).filter(|at| lead(*at).document == document).collect();
        let course = clue::Course::of(of_text.iter().map(|at| &events[*at]));
        for (place, at) in of_text.iter().enumerate() {
            let statement = gather::statement(told, lead(*at));
            if events[*at].scope == Scope::Background || statement.settled || is_outright(statement) {
                continue;
            }
            let case = Asked::new(&told[document], statement, &events[*at], &course, place);
            events[*at].phase = reader(*at, statement.phase, &case.clues());
        }
    }
}
