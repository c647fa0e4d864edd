//! The subject of a clause that shares it with the clause before: "the tariff was set at noon | and was raised at 2 p.m."
//!
//! One would get wrong to take whatever noun stands nearest: a relative clause is told of that noun, the next main clause
//! of what opens the sentence.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::prose::Function;
use crate::lexicon::tense::Tense;
use crate::parser::mention::Mention;
use crate::parser::time::view::View;

/// Tokens at most of a subject.
const LONGEST: usize = 8;

/// What opens a clause that has lost its subject.
const AUXILIARIES: &[&str] = &["was", "were", "had", "is", "are", "has", "have"];

/// The tokens of the subject that a clause shares, where it opens with an auxiliary of its own.
pub(super) fn shared(
    article: &Article,
    clause: &Range<usize>,
    sentence: &Range<usize>,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let view = View::of(article, sentence);
    let dates = |at: usize| mentions.iter().any(|it| it.tokens.contains(&at));
    let mark = |at: usize| matches!(view.kind(at), Some(Kind::Symbol(_)));
    let joint = |at: usize| view.says_any(at, &["and", "but", "then"]);
    let opens = clause.clone().find(|at| !dates(*at) && !mark(*at) && !joint(*at))?;
    // "Which was traced", "who had been told": of the noun before.
    let before = (sentence.start..opens)
        .rev()
        .find(|at| !dates(*at) && !view.symbol(*at, ','))?;
    if !view.says_any(opens, AUXILIARIES) || !joint(before) {
        return None;
    }
    // "2.2 The hall was …": a paragraph's number is no part of it.
    let word = |at: usize| matches!(view.kind(at), Some(Kind::Word { .. }));
    let start = (sentence.start..opens).find(|at| word(*at) && !dates(*at) && !joint(*at))?;
    let finite = |at: usize| {
        let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        past || view.says_any(at, AUXILIARIES) || view.is_free_word(at) && view.text(at).ends_with("ed")
    };
    let end = (start..opens).find(|at| finite(*at))?;
    let subordinate =
        view.says(start, "there") || view.meaning(&view.lexicon.function_words, start) == Some(Function::Subordinator);
    // "The vendor said that it failed and was replaced": what was said has a subject of its own.
    let says = (end..opens).any(|at| view.says_any(at, &["said", "says", "told", "that"]));
    let plain = !says && (start..end).all(|at| !mark(at) && !dates(at));
    ((1..=LONGEST).contains(&(end - start)) && plain && !subordinate).then_some(start..end)
}
