//! How grave a log says that a line is: "[ERROR]", "WARN", "level=info".
//!
//! One would get wrong to read it as a word of the line: "[ERROR] db-primary recovered" tells of a recovery, by something
//! that writes its log as errors.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Case;
use crate::parser::time::view::View;

/// The levels of syslog (RFC 5424) and of the common libraries.
pub const LEVELS: &[&str] = &[
    "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "crit", "critical", "alert", "emerg",
    "fatal", "severe",
];

/// The words of an entry without the level before them; as they are where nothing else is said.
pub fn behind(article: &Article, words: Range<usize>) -> Range<usize> {
    let view = View::of(article, &words);
    let at = words.start;
    let is_level = |at: usize| at < words.end && view.says_any(at, LEVELS);
    let bracketed = view.symbol_any(at, &['[', '<', '(']) && is_level(at + 1);
    let given = view.says_any(at, &["level", "lvl", "severity"]) && view.symbol(at + 1, '=') && is_level(at + 2);
    // "ERROR RATE AT 40%" is shouted; an "ALERT fired" has one.
    let is_upper = |at: usize| view.case(at) == Some(Case::Upper);
    let shouted = is_level(at) && is_upper(at) && !is_upper(at + 1) && !view.says(at, "alert");
    let end = match (bracketed, given, shouted) {
        (true, ..) if view.symbol_any(at + 2, &[']', '>', ')']) => at + 3,
        (_, true, _) => at + 3,
        (.., true) => at + 1,
        _ => return words,
    };
    let end = end + usize::from(view.symbol_any(end, &[':', '-', '–', '|']));
    if end < words.end { end..words.end } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_no_word_of_its_line() {
        let left = |line: &str| {
            let article = Article::read("a.txt", line.as_bytes(), None).expect("a text");
            let words = behind(&article, 0..article.tokens.len());
            article
                .span_of(words)
                .map(|span| article.words(span).to_owned())
                .unwrap_or_default()
        };
        for line in [
            "[ERROR] the pool recovered",
            "<warn> the pool recovered",
            "ERROR the pool recovered",
            "CRITICAL: the pool recovered",
            "level=error the pool recovered",
        ] {
            assert_eq!(left(line), "the pool recovered", "{line}");
        }
        for line in [
            "ERROR RATE at 40 percent",
            "Error budget spent",
            "ALERT fired",
            "[ERROR]",
            "[lead] look here",
        ] {
            assert_eq!(left(line), line);
        }
    }
}
