//! What hangs on what: the ends of a length, where the other end is marked too.
//!
//! One would get wrong which end a preposition names: "five hours before X" ends with X, "five hours after X"
//! begins with it.

use crate::article::Article;
use crate::parser::Parsed;
use crate::parser::time::expression::Expression;
use crate::parser::time::view::View;

use super::{Kind, Timex3};

/// Links lengths to the times beside them.
pub fn link(article: &Article, parsed: &Parsed, timexes: &mut [Timex3]) {
    let view = View::of(article, &(0..article.tokens.len()));
    for at in 0..timexes.len() {
        if timexes[at].kind != Kind::Duration || !matches!(parsed.timexes[at].expression, Expression::Length(_)) {
            continue;
        }
        let end = parsed.timexes[at].tokens.end;
        let next = parsed.timexes.get(at + 1).filter(|t| t.tokens.start <= end + 2);
        if next.is_none() || matches!(timexes[at + 1].kind, Kind::Duration | Kind::Set) {
            continue;
        }
        // The tid of the next expression is its index and one.
        if view.says_any(end, &["after", "from", "since", "following", "into", "past"]) {
            timexes[at].begin = Some(at + 2);
        } else if view.says_any(end, &["before", "to", "until", "till"]) {
            timexes[at].end = Some(at + 2);
        }
    }
}
