//! Paragraphs that count outages: "It is the bank's second failure this year. On 14 February its app was down."
//!
//! One would get wrong that a date without a word of history is the story's: what a paragraph tells behind such a count, with
//! a date of its own, is the outage before.

use crate::article::Article;
use crate::lexicon::noun::Thing;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

/// Tokens from the verb to the number, and from that to what is counted.
const FURTHEST: usize = 6;

/// Whether the times of a sentence, of which one is a date, are of an outage that the sentence before has counted.
pub fn tells(article: &Article, beside: &[Mention]) -> bool {
    let dated = |mention: &Mention| {
        matches!(&mention.time, Time::Point { point: Point { day: Some(Day::Date(date)), .. }, .. }
            if date.month.is_some())
    };
    let own = beside.iter().find(|it| dated(it)).map(|it| it.sentence);
    let Some((own, before)) = own.and_then(|own| Some((own, own.checked_sub(1)?))) else {
        return false;
    };
    let (before, own) = (&article.sentences[before], &article.sentences[own]);
    before.block == own.block && counts(&View::of(article, &before.tokens))
}

/// "It is the second failure of its kind in a month", "the bank's third such outage".
fn counts(view: &View) -> bool {
    (view.start()..view.end()).any(|at| {
        let nth = view.meaning(&view.lexicon.ordinals, at).is_some_and(|nth| nth > 1);
        let from = at.saturating_sub(FURTHEST).max(view.start());
        let is = |at: usize| view.says_any(at, &["is", "was", "'s", "’s", "marks", "marked"]);
        let counted = |at: usize| {
            matches!(view.noun(at), Some(Thing::Trouble | Thing::Incident)) || view.says_any(at, &["time", "such"])
        };
        nth && (from..at).any(is) && (at + 1..(at + FURTHEST).min(view.end())).any(counted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::form::Form;

    #[test]
    fn a_count_of_outages_is_told_from_other_numbers() {
        for (text, counting) in [
            ("It is the bank's second disruption this year.", true),
            ("It was the third time that it failed.", true),
            ("This is their fifth such outage.", true),
            ("It is the second largest bank.", false),
            ("The second attempt failed.", false),
            ("It is the first failure of the line.", false),
        ] {
            let article = Article::read("sentence", text.as_bytes(), Some(Form::Text)).expect("a sentence can be read");
            let all = 0..article.tokens.len();
            assert_eq!(counts(&View::of(&article, &all)), counting, "{text}");
        }
    }
}
