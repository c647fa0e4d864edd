//! What stands around a time in its clause: the verb that rules a length, and the words that only point to a clock.
//!
//! One would get wrong that a clause is what is left when its time is taken out: "it lost to a bad disk" has lost what was
//! lost, and "it was before crews could enter" tells nothing that "crews could enter" does not.

use std::ops::Range;

use crate::article::Article;
use crate::parser::mention::Mention;

/// "Lost a day to a bad disk", "was raised to 45 minutes": what is done to a length, or with it, says nothing without it.
pub(super) fn is_argument(article: &Article, mention: &Mention) -> bool {
    const VERBS: &[&str] = &[
        "lost", "lose", "loses", "losing", "cost", "costs", "costing", "wasted", "saved", "spent", "lasted", "lasts",
    ];
    const SET: &[&str] = &[
        "revised",
        "raised",
        "extended",
        "cut",
        "lowered",
        "reduced",
        "increased",
        "lengthened",
        "shortened",
        "and",
    ];
    let says = |at: usize, any: &[&str]| {
        let word = article.tokens.get(at).map(|token| article.words(token.span));
        word.is_some_and(|word| any.iter().any(|it| word.eq_ignore_ascii_case(it)))
    };
    let start = mention.tokens.start;
    let to = |at: usize| says(at, &["to", "from"]) && says(at.wrapping_sub(1), SET);
    // "Gave the bank five days to explain": how long somebody may take.
    let given = says(mention.tokens.end, &["to"])
        && (start.saturating_sub(5)..start).any(|at| says(at, &["gave", "given", "give", "gives", "giving"]));
    says(start.wrapping_sub(1), VERBS) || given || to(start) || to(start.wrapping_sub(1))
}

/// "It was about nine before crews could enter", "it wasn't until 11 p.m. that …": whether a token is of the words around a time that
/// only point to it.
pub(super) fn is_cleft(article: &Article, clause: &Range<usize>, mention: &Mention, at: usize) -> bool {
    let says = |at: usize, any: &[&str]| {
        let word = article
            .tokens
            .get(at)
            .filter(|_| clause.contains(&at))
            .map(|it| article.words(it.span));
        word.is_some_and(|word| any.iter().any(|it| word.eq_ignore_ascii_case(it)))
    };
    const JOINTS: &[&str] = &["before", "when", "that"];
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    // "It was not until nearly nine that"
    let denied = usize::from(says(start.wrapping_sub(1), &["not", "only", "'t", "’t"]));
    let verb = start.wrapping_sub(1 + denied);
    let pointer = verb.wrapping_sub(1);
    let points = says(pointer, &["it"]) && says(verb, &["was", "wasn", "took", "is", "isn"]);
    // "Around 3:30 p.m., that"
    let comma = usize::from(says(end, &[","]) && says(end + 1, &["that"]));
    let behind = says(end + comma, JOINTS);
    let joint = behind || says(end - 1, JOINTS);
    let own = (pointer..start).contains(&at) || behind && (end..=end + comma).contains(&at);
    own && points && joint
}
