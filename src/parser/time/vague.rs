//! The past, the present and the future at large: recently, currently, soon.
//!
//! One would get wrong that they date nothing on a timeline; TIMEX3 has them as references.

use super::family::Family;
use super::view::View;
use crate::lexicon::time::VagueWhen;

/// This family.
pub const FAMILY: Family = Family {
    name: "references at large",
    what: "now, currently, recently, soon",
    found: &[
        ("All is well [now].", "PRESENT_REF"),
        ("It was [recently] upgraded.", "PAST_REF"),
    ],
    never: &["It failed once more.", "Shortly before, all was well."],
};

/// A reference at a position; with the position after it.
pub fn vague(view: &View, at: usize) -> Option<(VagueWhen, usize)> {
    if view.says_any(at, &["once", "previously", "formerly", "shortly"]) || view.glued_left(at) {
        return None;
    }
    let (when, next) = view.phrase(&view.lexicon.vague, at)?;
    (!view.glued_right(next - 1)).then_some((when, next))
}
