//! The story below its own updates: it was written before them, on the day of the page's first stamp.
//!
//! One would get wrong to read on from the last update: "UPDATE, 6 a.m. Thursday: … ORIGINAL STORY: … at 1:38 p.m."

use crate::normaliser::calendar::Wall;
use crate::normaliser::value::Known;
use crate::normaliser::writing;
use crate::parser::mention::Mention;

use super::Story;

impl Story<'_> {
    /// Begins anew where the page comes to the story that it first was.
    pub fn pass_original(&mut self, mention: &Mention) {
        let block = self.article.sentences[mention.sentence].block;
        let begins = self.parsed.layout.original.filter(|at| block >= *at);
        let Some(at) = begins.filter(|_| self.original.is_none() && self.known == Known::Date) else {
            return;
        };
        let first = writing::first(self.article, self.parsed, self.zones);
        let Some(first) = first.or(self.writing).filter(|w| w.bounds) else {
            return;
        };
        self.original = Some((at, first.latest));
        self.diary = Some((first.date, at));
        self.focus = self.focus.filter(|focus| focus.header);
        (self.last, self.entry, self.home, self.named) = (None, None, None, None);
    }

    /// The last moment at which the story below its updates can have been written.
    pub(super) fn limit_of_original(&self, mention: &Mention) -> Option<Wall> {
        let block = self.article.sentences[mention.sentence].block;
        self.original.filter(|(at, _)| block >= *at).map(|(_, limit)| limit)
    }
}
