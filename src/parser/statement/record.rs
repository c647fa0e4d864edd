//! Records: "the largest failure in its history".
//!
//! One would get wrong that the word tells of old times: an outage that breaks a record is the one of today.

use std::ops::Range;

use crate::parser::time::view::View;

/// What is said of an outage that breaks a record.
const SUPERLATIVES: &[&str] = &[
    "worst", "largest", "biggest", "longest", "widest", "most", "greatest", "gravest", "deepest", "first",
];

/// Most words from "in" to "history": "in the company's recent history", "in the history".
const LONGEST_OWNER: usize = 6;

/// Whether a clause measures its outage by all that came before.
pub fn breaks(view: &View, clause: &Range<usize>) -> bool {
    let Some(history) = clause.clone().find(|at| view.says(*at, "history")) else {
        return false;
    };
    let from = history.saturating_sub(LONGEST_OWNER).max(clause.start);
    let Some(of) = (from..history).rev().find(|at| view.says_any(*at, &["in", "of"])) else {
        return false;
    };
    (clause.start..of).any(|at| view.says_any(at, SUPERLATIVES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::article::form::Form;

    #[test]
    fn a_record_is_no_old_tale() {
        for (text, is_record) in [
            ("The island suffered the longest blackout in its history", true),
            ("It was the worst failure in the bank's recent history", true),
            ("The bank has a history of failures", false),
            ("The history of the network begins with the first cable", false),
        ] {
            let article = Article::read("sentence", text.as_bytes(), Some(Form::Text)).expect("a sentence can be read");
            let all = 0..article.tokens.len();
            assert_eq!(breaks(&View::of(&article, &all), &all), is_record, "{text}");
        }
    }
}
