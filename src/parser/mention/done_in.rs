//! "In" before a length behind what was done: "was back in 40 minutes", "in less than two hours the lines worked again".
//!
//! One would get wrong that every length behind "in" tells when: "40 million events in under an hour" tells how many, "in
//! 24-hour format" nothing. Only what fell or was put right came about so long after what is told before it.

use std::ops::Range;

use crate::lexicon::inflection::Form;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// Whether a length with its "in" tells when its clause came about; `lead` is all of it, as tokens.
pub(super) fn tells_when(view: &View, lead: &Range<usize>) -> bool {
    const FURTHEST: usize = 14;
    let parts = |at: &usize| view.symbol_any(*at, &[',', ';', ':', '(', ')', '—', '–']);
    let heads = lead.start == view.start() || view.says_any(lead.start - 1, &["but"]) || parts(&(lead.start - 1));
    let ends = |at: usize| at >= view.end() || parts(&at) || view.symbol_any(at, &['.', '!', '"', '”', '’']);
    if heads {
        let rest = view.skip(lead.end, ',')..view.end();
        // "In 40 minutes" by itself, or with what ends in it: "In two hours of downtime …"
        return !rest.is_empty() && !view.says(rest.start, "of") && came_about(view, rest);
    }
    let first = lead.start.saturating_sub(FURTHEST).max(view.start());
    let open = (first..lead.start).rev().find(|at| parts(at) || joins(view, *at));
    let behind = ends(lead.end) || joins(view, lead.end);
    behind && came_about(view, open.map_or(first, |at| at + 1)..lead.start)
}

fn joins(view: &View, at: usize) -> bool {
    view.says_any(
        at,
        &["and", "but", "while", "when", "which", "after", "as", "with", "for"],
    )
}

/// Whether these words tell, as done, that something fell or was put right.
fn came_about(view: &View, words: Range<usize>) -> bool {
    const UNREAL: &[&str] = &[
        "would", "could", "should", "can", "may", "might", "will", "usually", "normally", "every", "each", "average",
        "not", "never", "times",
    ];
    const BACK: &[&str] = &[
        "back", "up", "out", "over", "online", "fixed", "mended", "normal", "again", "working",
    ];
    // "Had it back up", "calls were going through"
    let had = |at: usize| view.after_any(at, &["had", "got"]) && view.says_any(at, &["it", "them", "everything"]);
    let was = |at: usize| view.says_any(at, &["was", "were", "got"]) || had(at);
    let through = |at: usize| view.says_any(at, &["going", "getting", "went"]) && view.says(at + 1, "through");
    let back = |at: usize| {
        let adverb = usize::from(view.says_any(at + 1, &["all", "mostly", "fully", "now", "soon"]));
        was(at) && view.says_any(at + 1 + adverb, BACK)
    };
    let done = |at: usize| {
        let verb = view.phrase(&view.lexicon.verbs, at);
        let past = |form| matches!(form, Form::Past | Form::Participle | Form::Either);
        let act = verb.filter(|((_, form), _)| past(*form)).map(|((act, _), _)| act);
        let mends = matches!(
            act,
            Some(Act::Restore | Act::Return | Act::Repair | Act::Mend | Act::Restart | Act::Fall)
        );
        mends && !view.says_any(at.wrapping_sub(1), &["a", "an", "the", "to"])
    };
    let unreal = words.clone().any(|at| view.says_any(at, UNREAL));
    !unreal && words.into_iter().any(|at| back(at) || through(at) || done(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[track_caller]
    fn told(text: &str) -> bool {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let view = View::of(&article, &(0..article.tokens.len()));
        let start = (0..view.end()).find(|at| view.says_any(*at, &["in"])).expect("an “in”");
        let end = (start..view.end())
            .find(|at| view.says_any(*at, &["minutes", "hours", "hour"]))
            .expect("a length");
        tells_when(&view, &(start..end + 1))
    }

    #[test]
    fn what_fell_or_was_put_right_tells_when() {
        for text in [
            "The site was back in 40 minutes.",
            "They had the card swapped and calls restored in under an hour.",
            "In less than two hours, the county said the lines were working again.",
            "In just over an hour calls were going through.",
            "They had it back up in 40 minutes.",
            "The site gave way in less than an hour and stayed so.",
        ] {
            assert!(told(text), "{text}");
        }
        for text in [
            "It created 40 million events in under an hour.",
            "The spare should be back in 40 minutes.",
            "Power is usually restored in two hours.",
            "The worst failure in 40 minutes of play.",
            "In two hours of downtime the site was restored twice.",
        ] {
            assert!(!told(text), "{text}");
        }
    }
}
