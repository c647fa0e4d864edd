//! What hangs on what: the ends of a length, where the other end is marked too or is the moment of writing.
//!
//! One would get wrong which end a word names: "five hours before X" ends with X, "five hours after X" begins with it;
//! "the past two weeks" end with the writing, "the next two days" begin with it.

use crate::article::Article;
use crate::lexicon::time::Picker;
use crate::parser::Parsed;
use crate::parser::time::expression::Expression;
use crate::parser::time::view::View;

use super::{Kind, Tid, Timex3};

/// Links lengths to the times that they begin or end with.
pub fn link(article: &Article, parsed: &Parsed, timexes: &mut [Timex3]) {
    let view = View::of(article, &(0..article.tokens.len()));
    for at in 0..timexes.len() {
        if timexes[at].kind != Kind::Duration || !matches!(parsed.timexes[at].expression, Expression::Length(_)) {
            continue;
        }
        let (begin, end) = ends(&view, parsed, timexes, at);
        timexes[at].begin = begin;
        timexes[at].end = end;
    }
}

/// Words that may stand between a length's preposition and the time: "six hours after the Monday outage".
const BETWEEN: usize = 1;

/// The beginning and the end of a length, where one is known.
fn ends(view: &View, parsed: &Parsed, timexes: &[Timex3], at: usize) -> (Option<Tid>, Option<Tid>) {
    let tokens = &parsed.timexes[at].tokens;
    let point = |index: usize| !matches!(timexes[index].kind, Kind::Duration | Kind::Set);
    let next = parsed
        .timexes
        .get(at + 1)
        .filter(|next| next.tokens.start <= tokens.end + 1 + BETWEEN && point(at + 1));
    // The tid of an expression is its index and one.
    if next.is_some() {
        if view.says_any(
            tokens.end,
            &[
                "after",
                "from",
                "since",
                "following",
                "into",
                "past",
                "of",
                "starting",
                "beginning",
            ],
        ) {
            return (Some(at + 2), None);
        }
        if view.says_any(tokens.end, &["before", "to", "until", "till", "ending", "ended"]) {
            return (None, Some(at + 2));
        }
    }
    // "the past two weeks", "the next 48 hours", "the following three days"
    let first = if view.says(tokens.start, "the") {
        tokens.start + 1
    } else {
        tokens.start
    };
    let before = at.checked_sub(1).filter(|index| point(*index)).map(|index| index + 1);
    let counted = tokens.len() > 2;
    match view.phrase(&view.lexicon.pickers, first) {
        Some((Picker::Last | Picker::ThisPast, _)) if counted => (None, Some(0)),
        Some((Picker::Next, _)) if counted => (Some(0), None),
        Some((Picker::Following, _)) => (before, None),
        Some((Picker::Previous, _)) => (None, before),
        _ => (None, None),
    }
}
