//! What stands behind a verb: what it is done to, and with what.
//!
//! One would get wrong to take the first noun: "initiated a database credential rotation" is about a rotation, and
//! "restored from a backup" about more than what was restored.

use super::mark::{Mark, Placed};
use crate::article::token::Kind;
use crate::lexicon::noun::Thing;
use crate::parser::time::view::View;

/// "the first to reconnect", "able to log in": an infinitive that has come about.
pub(super) fn reached(view: &View, at: usize) -> bool {
    at >= 2
        && view.says_any(
            at - 2,
            &["first", "last", "next", "able", "managed", "happened", "came", "began"],
        )
}

/// The first noun behind a verb that ends at `behind`, the last of its row.
pub(super) fn object(view: &View, marks: &[Placed], behind: usize) -> Option<Thing> {
    let mut found: Option<(usize, Thing)> = None;
    for placed in marks {
        match (placed.mark, found) {
            (Mark::Noun(thing), None) => found = Some((placed.end, thing)),
            (Mark::Noun(thing), Some((end, kept))) if goes_on(view, end, placed.at) => {
                found = Some((placed.end, if kept == Thing::Fix { kept } else { thing }));
            }
            // "export the tables without downtime": what a preposition governs is no object of a verb that has its own.
            (Mark::Preposition, None) if placed.at > behind => break,
            (Mark::Degree(_) | Mark::Figure | Mark::Preposition | Mark::State(_), None) => {}
            _ => break,
        }
    }
    found.map(|(_, thing)| thing)
}

/// The first noun that a preposition governs behind a verb that ends at `behind`.
pub(super) fn with(marks: &[Placed], behind: usize) -> Option<Thing> {
    let mut governed = false;
    let mut found = None;
    for placed in marks {
        match placed.mark {
            Mark::Preposition if placed.at > behind || found.is_none() => governed = true,
            Mark::Noun(thing) if governed => found = Some(thing),
            // "last night's backup": the possessor is no verb.
            Mark::Noun(_) | Mark::Degree(_) | Mark::Figure | Mark::State(_) | Mark::Copula { present: true } => {}
            _ => break,
        }
        if found.is_some() {
            break;
        }
    }
    found
}

/// Whether a row of nouns goes on from one to the next, over at most one word that no table knows: "database
/// credential rotation" is a rotation.
pub(super) fn goes_on(view: &View, end: usize, next: usize) -> bool {
    let plain = |at: usize| {
        matches!(view.kind(at), Some(Kind::Word { .. }))
            && view.meaning(&view.lexicon.function_words, at).is_none()
            && !view.text(at).ends_with("ly")
    };
    next == end || next == end + 1 && plain(end) && plain(next)
}
