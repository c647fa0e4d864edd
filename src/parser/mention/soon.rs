//! A happening laid off from another without a length: "shortly after the doors opened", "at about the same time".
//!
//! One would get wrong that these words need a number: they say as much as "shortly after nine", and lead a clause instead
//! of a clock.

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::parser::time::view::View;

use super::length::happening;
use super::{Base, Mention, Time, stretch};

/// Adds what no time expression stands in, in text order.
pub(super) fn add(article: &Article, out: &mut Vec<Mention>) {
    let timed = out.len();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let view = View::of(article, &sentence.tokens);
        let mut at = view.start();
        while at < view.end() {
            let Some((hedge, base, next)) = soon(&view, at) else {
                at += 1;
                continue;
            };
            let first = out[..timed].partition_point(|it| it.tokens.end <= at);
            let reach = next + 2;
            let free = out[..timed].get(first).is_none_or(|it| it.tokens.start >= reach);
            // "At 8:40, shortly before the market opened" tells its time twice.
            let twice = first
                .checked_sub(1)
                .is_some_and(|it| out[it].sentence == index && at - out[it].tokens.end <= 2);
            let told = match &base {
                Base::Happening(words) => is_told_before(article, &out[..first], words),
                _ => true,
            };
            if let Some(span) = article.span_of(at..next).filter(|_| free && told && !twice) {
                out.push(Mention {
                    tokens: at..next,
                    span,
                    sentence: index,
                    relation: Relation::At,
                    hedge: Some(hedge),
                    led: true,
                    partitive: false,
                    time: Time::Shift {
                        length: stretch::nothing(),
                        later: hedge != Hedge::ShortlyBefore,
                        base,
                        lasting: None,
                    },
                });
            }
            at = next;
        }
    }
    if out.len() > timed {
        out.sort_by_key(|it| it.tokens.start);
    }
}

/// What stands at a position, and the position behind it.
fn soon(view: &View, at: usize) -> Option<(Hedge, Base, usize)> {
    if let Some(next) = same_time(view, at) {
        return Some((Hedge::About, Base::Focus, next));
    }
    // "It came back shortly afterwards", "soon after that."
    let hangs = |next: usize| view.symbol_any(next, &['.', ',', ';']) || next >= view.end();
    if view.says_any(at, &["shortly", "soon"]) {
        let next = at + 2 + usize::from(view.says(at + 1, "after") && view.says_any(at + 2, &["that", "this"]));
        let adverb = view.says_any(at + 1, &["afterwards", "afterward", "thereafter"]);
        if adverb || view.says(at + 1, "after") && hangs(next) {
            return Some((Hedge::ShortlyAfter, Base::Focus, next));
        }
    }
    let (hedge, next) = view.phrase(&view.lexicon.hedges, at)?;
    if !matches!(hedge, Hedge::ShortlyAfter | Hedge::ShortlyBefore) || !view.says_any(next - 1, &["after", "before"]) {
        return None;
    }
    let all = happening(view, next);
    // "Shortly after the fire, and the lamps were lit at nine": what is joined to it is another happening.
    let joint = all
        .clone()
        .find(|at| view.says_any(*at, &["and", "but", "while", "when", "which", "who"]));
    let words = all.start..joint.unwrap_or(all.end);
    let told = words.clone().any(|at| {
        let ends_in_ed = view.is_free_word(at) && view.text(at).ends_with("ed");
        view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past) || ends_in_ed
    });
    // "Shortly after we saw more of them." is a sentence whose own verb that is.
    let hangs =
        at > view.start() && !view.symbol_any(at - 1, &['.', ':', ';', '—', '–']) || view.symbol(words.end, ',');
    (told && hangs && words.len() > 1).then_some((hedge, Base::Happening(words), next))
}

/// "The man came in", behind "a man walks in at ten": whether a sentence that a time dates has told of what the words are
/// about. Nobody knows when the snow began.
fn is_told_before(article: &Article, before: &[Mention], words: &Range<usize>) -> bool {
    let view = View::of(article, words);
    let Some(about) = words.clone().find(|at| view.is_free_word(*at)) else {
        return false;
    };
    let about = view.text(about);
    before.iter().any(|it| {
        let mut told = article.sentences[it.sentence].tokens.clone();
        told.any(|at| article.words(article.tokens[at].span).eq_ignore_ascii_case(about))
    })
}

/// "At about the same time", and no "at the same time", which mostly sets things beside each other. What "had gone down at
/// about the same time" did so with what is told further above.
fn same_time(view: &View, at: usize) -> Option<usize> {
    const FURTHEST: usize = 5;
    let hedge = at + usize::from(view.says_any(at, &["at"]));
    let next = hedge + 1;
    let hedged = view.says_any(hedge, &["about", "around", "roughly", "much"]);
    let from = at.saturating_sub(FURTHEST).max(view.start());
    let looks_back = (from..at).any(|at| view.says(at, "had"));
    (hedged && !looks_back && view.says(next, "the") && view.says(next + 1, "same") && view.says(next + 2, "time"))
        .then_some(next + 3)
}
