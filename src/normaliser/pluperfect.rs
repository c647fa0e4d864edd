//! The pluperfect, which looks back from the time that the story is on: "had failed", "had been down".
//!
//! One would get wrong that every "had" makes one: "had power", "had to stop" and "had a fault" are of the story's own
//! time.

use crate::parser::time::view::View;

/// Participles of verbs that tell of no outage by themselves: "had spent", "had written".
const IRREGULAR: &[&str] = &[
    "spent",
    "paid",
    "sold",
    "bought",
    "met",
    "known",
    "thought",
    "chosen",
    "written",
    "told",
    "said",
    "seen",
    "heard",
    "given",
    "taken",
    "driven",
    "grown",
    "drawn",
    "thrown",
    "flown",
    "risen",
    "become",
    "won",
    "led",
    "laid",
    "stood",
    "understood",
    "meant",
    "forgotten",
    "kept",
    "slept",
    "sat",
    "eaten",
    "read",
    "begun",
    "done",
];

/// Whether words have one.
pub(super) fn stands_in(view: &View) -> bool {
    (view.start()..view.end()).any(|at| view.says_any(at, &["had", "'d", "’d"]) && is_participle(view, at + 1))
}

/// Whether a participle stands at a position, an adverb before it or not: "just gone out".
fn is_participle(view: &View, at: usize) -> bool {
    let adverb = |at: &usize| {
        // "had, temporarily, pointed"
        view.text(*at).ends_with("ly")
            || view.symbol(*at, ',')
            || view.says_any(*at, &["already", "just", "also", "first", "even"])
    };
    let Some(at) = (at..view.end()).find(|at| !adverb(at)) else {
        return false;
    };
    view.says(at, "been") || view.is_participle(at) || view.says_any(at, IRREGULAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn had_with_a_participle_looks_back() {
        let found = |text: &str| {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
            stands_in(&View::of(&article, &(0..article.tokens.len())))
        };
        for text in [
            "Trains had stopped.",
            "It had just gone down.",
            "There had been no errors.",
            "We had, temporarily, moved it.",
            "A rule had spent it.",
        ] {
            assert!(found(text), "{text}");
        }
        for text in [
            "Customers had power.",
            "Trains had to stop.",
            "It had a fault.",
            "Trains stopped.",
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
