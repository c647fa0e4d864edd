//! What was entered in a stretch of time and is lost: "anything submitted between 2 and 10 p.m. has been lost".
//!
//! One would get wrong that the stretch is that of the outage: it is that of the data, and begins before anything failed.

use super::Statement;
use super::kind::Phase;
use crate::article::Article;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::view::View;

/// What is done with data, right before when it was done.
const ENTERED: &[&str] = &[
    "submitted",
    "entered",
    "saved",
    "sent",
    "made",
    "written",
    "posted",
    "placed",
    "created",
    "uploaded",
    "booked",
    "filed",
    "recorded",
    "received",
];

/// What became of them.
const LOST: &[&str] = &["lost", "gone", "missing", "irretrievable", "unrecoverable"];

/// Settles what tells of such a loss: it comes after, whenever the data were entered.
pub(super) fn settle(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for statement in statements {
        let Some(mention) = statement.mention.map(|at| &mentions[at]) else {
            continue;
        };
        if statement.is_entry() || statement.phase == Phase::Background || !is_of_lost(article, mention) {
            continue;
        }
        statement.settle_as_aftermath();
    }
}

/// Whether a stretch is that in which something was entered that is lost.
fn is_of_lost(article: &Article, mention: &Mention) -> bool {
    const FURTHEST: usize = 8;
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let end = mention.tokens.end;
    let stretch = matches!(mention.time, Time::Span { .. });
    let entered = view.says_any(mention.tokens.start.wrapping_sub(1), ENTERED);
    stretch && entered && (end..view.end().min(end + FURTHEST)).any(|at| view.says_any(at, LOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_data_begins_no_outage() {
        let starts = |text: &str| {
            let article = Article::read("loss", text.as_bytes(), None).expect("it is text");
            let told = crate::parser::parse(&article).statements;
            told.iter().any(|it| it.phase == Phase::Started)
        };
        assert!(!starts(
            "Orders entered between 2 a.m. and 10:15 p.m. on Friday are lost."
        ));
        assert!(starts("The site was down between 2 a.m. and 10:15 p.m. on Friday."));
    }
}
