//! The sentence that an entry opens with, by which it is read first of all.
//!
//! One would get wrong that a title comes first: "Summary: Elevated errors. Description: Mitigation is under way." tells
//! of the mitigation, and so do all its later updates under the same title.

use std::ops::Range;

use crate::article::Article;
use crate::parser::time::view::View;

/// The labels behind which the text of such an update stands.
const BODY: &[&str] = &["description", "details"];

/// The labels of its title.
const TITLE: &[&str] = &["summary", "title", "subject"];

/// The opening of an entry whose words begin at `first` and end with `whole`.
pub fn of(article: &Article, first: &Range<usize>, whole: &Range<usize>) -> Range<usize> {
    let view = View::of(article, whole);
    let label = |at: usize, words: &[&str]| view.says_any(at, words) && view.symbol(at + 1, ':');
    let body = if label(first.start, TITLE) {
        (first.start..whole.end).find(|at| label(*at, BODY))
    } else {
        None
    };
    let start = body.map_or(first.start, |label| label + 2);
    let end = if body.is_some() { whole.end } else { first.end };
    article
        .sentence_of(start)
        .map_or(first.clone(), |at| start..article.sentences[at].tokens.end.min(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_opening() {
        let opening = |text: &str| {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
            let all = 0..article.tokens.len();
            let found = of(&article, &all, &all);
            article.span_of(found).map(|span| article.text[span.range()].to_owned())
        };
        let update = "Summary: Slow search in the east.\nDescription: We moved traffic away. It helps.";
        assert_eq!(opening(update).as_deref(), Some("We moved traffic away."));
        let plain = "Search is slow. Description: none.";
        assert_eq!(opening(plain).as_deref(), Some("Search is slow."));
    }
}
