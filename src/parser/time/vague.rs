//! The past, the present and the future at large: recently, currently, in the future.
//!
//! One would get wrong that they date nothing on a timeline; TIMEX3 has them as references.

use super::family::Family;
use super::view::View;
use crate::article::token::Case;
use crate::lexicon::time::VagueWhen;

/// This family.
pub const FAMILY: Family = Family {
    name: "references at large",
    what: "now, currently, recently, these days, in recent years, in the near future",
    found: &[
        ("All is well [now].", "PRESENT_REF"),
        ("It was [recently] upgraded.", "PAST_REF"),
        ("It is [currently] down.", "PRESENT_REF"),
        ("In [the past] it failed often.", "PAST_REF"),
        ("In [the near future] it will move.", "FUTURE_REF"),
        ("It has failed often in [recent years].", "PAST_REF"),
    ],
    never: &[
        "It failed once more.",
        "Shortly before, all was well.",
        "It will soon be back.",
        "Electric current flowed.",
        "By then it was over.",
        "At once it failed.",
    ],
};

/// A reference at a position; with the position after it. The words of it are marked without their preposition.
pub fn vague(view: &View, at: usize) -> Option<(VagueWhen, usize, usize)> {
    if view.glued_left(at) {
        return None;
    }
    let (when, next) = view.phrase(&view.lexicon.vague, at)?;
    if view.glued_right(next - 1) {
        return None;
    }
    let start = if view.says(at, "in") || view.says(at, "at") && !view.says(at + 1, "present") {
        at + 1
    } else {
        at
    };
    // "current" and "future" alone are adjectives of what is or will be; a "Future" with a capital is a name.
    let name = view.case(at) != Some(Case::Lower) && view.says_any(at, &["future", "current", "recent", "present"]);
    let electric =
        view.says(at, "current") && (view.after_any(at, &["electric", "electrical", "direct", "alternating"]));
    // "now that it is back" gives a reason.
    let reason = view.says(at, "now") && view.says(at + 1, "that");
    // "the past two weeks", "recent two" are lengths.
    let counted = view.says(next - 1, "past") && super::length::length(view, next).is_some()
        || view.says(next - 1, "past") && view.meaning(&view.lexicon.units, next).is_some();
    // "the present system"
    let described = view.says(at, "the") && view.says(next - 1, "present") && view.is_free_word(next);
    (!described && !name && !electric && !reason && !counted).then_some((when, start, next))
}
