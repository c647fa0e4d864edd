//! The head of an incident's page: fields that tell when it was opened and when it was closed.
//!
//! One would get wrong that `date:` only tells when a page was written: beside `severity:` it is when the incident was
//! opened, and dates what the page says before its first update.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::layout::{Layout, Role, in_blocks};
use super::mention::{Mention, Time};
use super::statement::kind::Phase;
use super::time::view::View;

/// Fields that only the page of an incident has.
const OF_INCIDENTS: &[&str] = &[
    "severity",
    "affected",
    "affectedsystems",
    "resolved",
    "resolvedwhen",
    "resolveddate",
    "resolvedat",
];

/// The field that opens an incident, and those that close it.
const OPENS: &[&str] = &["date"];
const CLOSES: &[&str] = &["resolvedwhen", "resolveddate", "resolvedat"];

/// Blocks that the first field may date.
const MOST_BLOCKS: usize = 12;

/// A field of the head that dates something, and what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// Index of its mention.
    pub mention: usize,
    /// What it dates.
    pub text: Vec<Range<usize>>,
    /// The phase that it leaves no choice of.
    pub phase: Option<Phase>,
}

/// The fields that date something which no stamp of the page does.
pub fn fields(article: &Article, mentions: &[Mention], layout: &Layout) -> Vec<Field> {
    let head = article.blocks.iter().take_while(|b| b.kind == BlockKind::FrontMatter);
    if !head.clone().any(|block| names(article, block, OF_INCIDENTS)) {
        return Vec::new();
    }
    let head = head.count();
    let stamped = layout.roles.iter().any(|role| matches!(role, Role::Entry { .. }));
    let of_head = in_blocks(article, mentions, 0..head);
    let dated = of_head
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.time.is_stamp());
    dated
        .filter_map(|(index, mention)| {
            let block = &article.blocks[article.sentences[mention.sentence].block];
            let closes = names(article, block, CLOSES);
            let text = if closes && !stamped {
                let label = block.tokens.start..mention.tokens.start;
                [label].into()
            } else if names(article, block, OPENS) {
                opening(article, mentions, layout, head)
            } else {
                Vec::new()
            };
            (!text.is_empty()).then_some(Field {
                mention: index,
                text,
                phase: closes.then_some(Phase::Resolved),
            })
        })
        .collect()
}

/// Whether a block is one of some fields.
fn names(article: &Article, block: &Block, keys: &[&str]) -> bool {
    let view = View::of(article, &block.tokens);
    view.says_any(view.start(), keys)
}

/// What the page says before its first time.
fn opening(article: &Article, mentions: &[Mention], layout: &Layout, head: usize) -> Vec<Range<usize>> {
    let timeless = |at: usize| {
        let times = in_blocks(article, mentions, at..at + 1);
        times.iter().all(|mention| matches!(mention.time, Time::Length(_)))
    };
    let worded = |block: &&Block| {
        let tokens = &article.tokens[block.tokens.clone()];
        tokens.iter().any(|token| matches!(token.kind, Kind::Word { .. }))
    };
    let blocks = article.blocks[head..].iter().enumerate();
    blocks
        .take_while(|(at, block)| {
            timeless(head + at) && !layout.aside[head + at] && !matches!(block.kind, BlockKind::Heading(_))
        })
        .map(|(_, block)| block)
        .filter(worded)
        .take(MOST_BLOCKS)
        .map(|block| block.tokens.clone())
        .collect()
}
