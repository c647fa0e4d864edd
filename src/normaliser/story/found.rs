//! What an outage found so when it came: "the line was under repair from the 16th", "the other had been cut on Monday".
//!
//! One would get wrong to go to its day: the story stays on the day of the outage, and its clocks with it.

use crate::article::token::Kind;
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
    /// "Down since Friday", "out since the flood on Friday": whether a time tells since when something lasts.
    pub(super) fn tells_since(&self, mention: &Mention) -> bool {
        const LONGEST_NOUN: usize = 3;
        let start = mention.tokens.start;
        let from = self.article.sentences[mention.sentence].tokens.start;
        let near = start.saturating_sub(LONGEST_NOUN + 2).max(from)..start;
        let word = |at: usize| matches!(self.article.tokens[at].kind, Kind::Word { .. });
        let since = |at: usize| {
            let the = self.says(at + 1, &["the", "a", "an", "that", "its", "their", "our"]);
            the && self.says(at, &["since"]) && at + 2 < start && (at..start).all(word)
        };
        mention.relation == Relation::Since || self.says(start, &["on"]) && near.into_iter().any(since)
    }

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
