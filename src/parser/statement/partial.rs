//! Ends of a part, behind which the text goes on with what is still wrong.
//!
//! One would get wrong that "fully recovered" ends an outage: "GET requests fully recovered at 12:26. PUT requests are still
//! failing." is halfway.

use super::Statement;
use super::kind::{Modality, Phase};
use crate::article::Article;
use crate::parser::time::view::View;

/// Makes a recovery of what tells an end that the very next sentence, without a time, takes back.
pub fn settle(article: &Article, statements: &mut [Statement]) {
    let lasting: Vec<usize> = statements
        .iter()
        .filter(|it| it.mention.is_none() && it.phase == Phase::Ongoing && !it.history && still(article, it))
        .filter_map(|it| article.sentence_of(it.clause.start))
        .collect();
    if lasting.is_empty() {
        return;
    }
    let block = |sentence: usize| article.sentences[sentence].block;
    for statement in statements.iter_mut().filter(|it| it.mention.is_some() && !it.history) {
        if statement.phase != Phase::Resolved || statement.modality != Modality::Actual || statement.settled {
            continue;
        }
        let next = article.sentence_of(statement.clause.start).map(|at| at + 1);
        if next.is_some_and(|next| lasting.contains(&next) && block(next) == block(next - 1)) {
            statement.phase = Phase::Recovering;
            statement
                .votes
                .swap(Phase::Recovering as usize, Phase::Resolved as usize);
            statement.settled = true;
        }
    }
}

/// "are still failing", "remain down": so it is at the time of the sentence before.
fn still(article: &Article, statement: &Statement) -> bool {
    let view = View::of(article, &statement.clause);
    statement
        .clause
        .clone()
        .any(|at| view.says_any(at, &["still", "remain", "remains", "remained"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::parse;

    fn phase(text: &str) -> Phase {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let parsed = parse(&article);
        parsed.statements.first().expect("a statement").phase
    }

    #[test]
    fn an_end_that_is_taken_back_is_a_recovery() {
        let part = "GET requests fully recovered at 12:26. PUT requests are still failing.";
        assert_eq!(phase(part), Phase::Recovering);
        let whole = "All requests fully recovered at 12:26. The team was sorry.";
        assert_eq!(phase(whole), Phase::Resolved);
    }
}
