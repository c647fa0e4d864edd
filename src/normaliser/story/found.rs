//! What an outage found so when it came: "the line was under repair from the 16th", "the other had been cut on Monday".
//!
//! One would get wrong to go to its day: the story stays on the day of the outage, and its clocks with it.

use crate::lexicon::relation::Relation;
use crate::normaliser::pluperfect;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::time::view::View;

use super::Story;

/// What something still was when the outage came.
const STILL: &[&str] = &[
    "awaiting", "waiting", "still", "yet", "being", "under", "out", "due", "offline", "idle", "not",
];

impl Story<'_> {
    /// Whether a day before the story's only tells since when something was as the outage found it.
    pub(super) fn found_so(&self, mention: &Mention, statement: &Statement) -> bool {
        let repaired = self.clause_says(statement, &["under"]) && self.clause_says(statement, &["was", "were", "been"]);
        if mention.relation == Relation::From {
            return repaired;
        }
        let sentence = self.article.sentences[mention.sentence].tokens.clone();
        let told = View::of(self.article, &(sentence.start..mention.tokens.start));
        // "One of two links was cut at 11 a.m. yesterday. The other had been damaged on Monday."
        let other = self.says(sentence.start, &["the", "its", "their", "another"])
            && self.says(sentence.start + 1, &["other", "second"]);
        // "Had been damaged on Monday and was awaiting repair"
        let was = |at: usize| self.says(at, &["was", "were"]) && self.says(at + 1, STILL);
        let stayed = || (mention.tokens.end..sentence.end).any(was);
        pluperfect::stands_in(&told) && (other || stayed())
    }
}
