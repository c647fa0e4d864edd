//! What a note below the story sets right: "An earlier version of this story said that it was mended at 8:35 p.m."
//!
//! One would get wrong to read its clocks on the day that the story ended on: they are those of the outage.

use crate::normaliser::calendar::Date;
use crate::parser::layout::in_blocks;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::view::View;

use super::Story;

/// What was written before it was set right.
const VERSIONS: &[&str] = &["earlier", "previous", "original", "initial"];

/// What such a note is called.
const NOTES: &[&str] = &["correction", "corrections", "clarification", "corrected"];

impl Story<'_> {
    /// The day of the outage, for a clock of such a note.
    pub(super) fn day_set_right(&self, mention: &Mention) -> Option<Date> {
        let at = self.article.sentences[mention.sentence].block;
        let view = View::of(self.article, &self.article.blocks[at].tokens);
        let version = |at: usize| view.says_any(at, VERSIONS) && view.says(at + 1, "version");
        let note = view.says_any(view.start(), NOTES) || (view.start()..mention.tokens.start).any(version);
        // "Amended on 26 October … At 12.50pm the bank said": the note's own day leads what it adds.
        let before = |it: &&Mention| it.tokens.start < mention.tokens.start;
        let beside = in_blocks(self.article, &self.parsed.mentions, at..at + 1);
        let names_day = |it: &Mention| matches!(&it.time, Time::Point { point, .. } if point.day.is_some());
        let dated = beside.iter().take_while(before).any(names_day);
        let began = self
            .began
            .filter(|_| note && !dated && self.entry_of(mention).is_none())?;
        Some(began.date())
    }
}
