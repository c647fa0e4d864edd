//! Whether a clause tells what happened, or what is planned, promised or feared.
//!
//! One would get wrong that the words alone say so: "due to a fault" is a cause, "planned work" is work, and pages
//! that "would not load" did not.

use std::ops::Range;

use super::kind::Modality;
use crate::lexicon::phase::Modal;
use crate::parser::time::view::View;

/// The modality of a clause: `core` is the part nearest to the time, `skip` the time's own words.
pub fn modality(view: &View, clause: &Range<usize>, core: &Range<usize>, skip: &Range<usize>) -> Modality {
    for at in clause.clone() {
        if skip.contains(&at) {
            continue;
        }
        let Some((modal, next)) = view.phrase(&view.lexicon.modals, at) else {
            continue;
        };
        let ahead = match modal {
            Modal::Ahead => {
                core.contains(&at) && !view.says_any(at, &["due"]) || core.contains(&at) && next == skip.start
            }
            Modal::Planned => next + 2 >= skip.start && at < skip.start || core.contains(&at),
            Modal::Not | Modal::Unable => false,
        };
        // "normally" and "due to" plan nothing by themselves, "would not load" is a refusal, "planned work" is work.
        if ahead
            && !(view.says(next - 1, "due")
                && view.says(next, "to")
                && view.phrase(&view.lexicon.verbs, next + 1).is_none())
            && !(view.says(at, "normally") && next + 2 < skip.start)
            && !(view.says_any(at, &["would", "may", "might"]) && view.says_any(next, &["not", "'t"]))
            && !(view.says_any(at, &["planned", "scheduled", "may"])
                && (view.phrase(&view.lexicon.nouns, next).is_some() || view.number(next).is_some()))
        {
            return Modality::Expected;
        }
    }
    Modality::Actual
}
