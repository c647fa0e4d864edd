//! Where a length counts from that names no happening: the outage's beginning, the list's zero, its last row.
//!
//! One would get wrong to count all of them from what was told last: a section on detection counts from the beginning.

use crate::article::block::BlockKind;
use crate::normaliser::dated::Dated;
use crate::normaliser::document::{ClockBasis, DateBasis};
use crate::normaliser::story::Story;
use crate::normaliser::value::Granularity;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};

use super::Shifts;

impl Shifts {
    /// "Detection: an alert fired after five minutes", "within five minutes", below another heading than the list that was told last: it is measured
    /// from the beginning.
    pub(super) fn is_after_beginning(&self, story: &Story, mention: &Mention, statement: &Statement) -> bool {
        let (parsed, article) = (story.parsed, story.article);
        let Some(last) = self.last.map(|last| &self.dated[last]) else {
            return false;
        };
        let listed = matches!(parsed.statements[last.statement].role, Role::Entry { .. });
        let block = |at: &Mention| article.sentences[at.sentence].block;
        let between = block(&parsed.mentions[last.mention])..block(mention);
        let headed = || {
            let mut between = article.blocks[between.start.min(between.end)..between.end].iter();
            between.any(|it| matches!(it.kind, BlockKind::Heading(_)))
        };
        let first = article.tokens[mention.tokens.start].span;
        let after = ["after", "within"]
            .iter()
            .any(|it| article.words(first).eq_ignore_ascii_case(it));
        listed && after && statement.phase == Phase::Detected && headed()
    }

    /// The first that the text tells as the beginning of its outage, with its day.
    pub(super) fn outage(&self, parsed: &Parsed) -> Option<usize> {
        self.dated.iter().position(|dated| begins(parsed, dated))
    }

    /// "On May 14 it had an outage, first seen at 2:25. Ten minutes in …": of a beginning of which only the day is known, the
    /// one of that day that has a clock; `bare` is an "in" behind the length, and no more.
    pub(super) fn with_its_clock(&self, parsed: &Parsed, first: usize, bare: bool) -> usize {
        let day = self.dated[first].value;
        let seen = |dated: &Dated| {
            let told = &parsed.statements[dated.statement];
            bare && told.phase == Phase::Detected && told.modality == Modality::Actual && !told.history
        };
        let exact = |dated: &Dated| {
            let of_day = dated.clock == ClockBasis::Stated && dated.value.wall.date() == day.wall.date();
            of_day && (begins(parsed, dated) || seen(dated))
        };
        let coarse = day.granularity == Granularity::Day && (bare || begins(parsed, &self.dated[first]));
        let by_clock = || self.dated.iter().position(exact);
        coarse.then(by_clock).flatten().unwrap_or(first)
    }

    /// The document's own zero: the first whole date with a clock, else the first clock.
    pub(super) fn zero(&self, parsed: &Parsed) -> Option<usize> {
        let exact =
            |d: &&Dated| d.clock == ClockBasis::Stated && !matches!(parsed.statements[d.statement].role, Role::Aside);
        self.dated
            .iter()
            .position(|d| exact(&d) && d.date == DateBasis::Stated)
            .or_else(|| self.dated.iter().position(|d| exact(&d)))
    }

    /// The last entry that has told its own clock.
    pub(super) fn row(&self, parsed: &Parsed) -> Option<usize> {
        let heads = |d: &Dated| {
            let role = &parsed.statements[d.statement].role;
            d.clock == ClockBasis::Stated && matches!(role, Role::Entry { .. })
        };
        self.dated.iter().rposition(heads)
    }
}

/// Whether the text tells with this that an outage began, and on which day.
fn begins(parsed: &Parsed, dated: &Dated) -> bool {
    let told = &parsed.statements[dated.statement];
    let begins = told.phase == Phase::Started && told.sure && told.modality == Modality::Actual;
    begins && !told.history && !told.quoted && dated.value.granularity <= Granularity::Day
}
