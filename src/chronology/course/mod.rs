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
use crate::parser::statement::kind::{Phase, Scope};

/// Tells the phase of an event, by its place in the timeline, from what the parser reads and from all clues.
pub type Reader<'a> = dyn FnMut(usize, Phase, &[Clue]) -> Phase + 'a;

/// What the weights say that have been learnt.
pub fn as_learnt(_: usize, _: Phase, clues: &[Clue]) -> Phase {
    model::likeliest(clues)
}

/// Has the phase of every event read, each among those of its own text: what other texts tell moves none.
pub fn settle(told: &[Told], happenings: &[Happening], rank: &[usize], events: &mut [Event], reader: &mut Reader) {
    let lead = |at: usize| happenings[rank[at]].tellings[0];
    for document in 0..told.len() {
        let of_text: Vec<usize> = (0..events.len()).filter(|at| lead(*at).document == document).collect();
        let course = clue::Course::of(of_text.iter().map(|at| &events[*at]));
        for (place, at) in of_text.iter().enumerate() {
            let statement = gather::statement(told, lead(*at));
            if events[*at].scope == Scope::Background || statement.settled {
                continue;
            }
            let case = Asked::new(&told[document], statement, &events[*at], &course, place);
            events[*at].phase = reader(*at, statement.phase, &case.clues());
        }
    }
}
