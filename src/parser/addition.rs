//! Headings of what was added to a story below it: "Updated on 13 October", "Updated at 17.10 to add", "Final update, 8 May".
//!
//! One would get wrong that such a line tells when the page was last changed, so that "this morning" in the story would be
//! that day's: it stands below the story, and dates the text below itself.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::layout::{ends_in_stop, opens_update, skip_marks};
use super::mention::{Mention, Time};
use super::time::view::View;

/// Paragraphs of the story above the first of them: below a standfirst alone such a line is the page's stamp.
const FEWEST_ABOVE: usize = 2;

/// Words behind the time: "to add", "to include a statement".
const LONGEST_PURPOSE: usize = 6;

/// The first block below the story that was added to it: such a heading, or a paragraph that opens with "UPDATE, 7am Saturday:".
pub(super) fn first(article: &Article, mentions: &[Mention], heads: &[usize]) -> Option<usize> {
    let timed = mentions.iter().filter(|mention| mention.time.heads_by_clock());
    let mut updates = timed
        .map(|mention| article.sentences[mention.sentence].block)
        .filter(|at| {
            let block = &article.blocks[*at];
            told(article, block) && opens_update(&View::of(article, &block.tokens))
        });
    // Above the story they are its news, and it was written anew.
    let update = updates.next().filter(|at| is_below_story(article, *at));
    heads.first().copied().into_iter().chain(update).min()
}

/// Whether a block tells something: a sentence of prose.
fn told(article: &Article, block: &Block) -> bool {
    const SHORTEST: usize = 8;
    block.kind == BlockKind::Paragraph && block.tokens.len() >= SHORTEST && ends_in_stop(article, block)
}

/// Whether enough of a story stands above a block for the block to be added to it.
fn is_below_story(article: &Article, at: usize) -> bool {
    let above = article.blocks[..at].iter().filter(|block| told(article, block));
    above.take(FEWEST_ABOVE).count() == FEWEST_ABOVE
}

/// Blocks that are such headings.
pub(super) fn heads(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let blocks = &article.blocks;
    let heads = |mention: &&Mention| {
        let at = article.sentences[mention.sentence].block;
        let below = || matches!(blocks.get(at + 1), Some(next) if told(article, next) && !aside[at + 1]);
        is_heading(article, &blocks[at], mention) && !aside[at] && below() && is_below_story(article, at)
    };
    let found = mentions.iter().filter(heads);
    found.map(|mention| article.sentences[mention.sentence].block).collect()
}

/// Whether a line opens with "Updated" or "Update" and its time, and has next to nothing besides.
fn is_heading(article: &Article, block: &Block, mention: &Mention) -> bool {
    let view = View::of(article, &block.tokens);
    let start = skip_marks(&view, view.start());
    let point = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some() || point.names_date());
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(2..));
    let leads =
        |at: usize| view.says_any(at, &["on", "at", "as", "of"]) || view.symbol_any(at, &[',', ':', '-', '–', '—']);
    let behind = mention.tokens.end..view.end();
    let words = behind
        .clone()
        .filter(|at| matches!(view.kind(*at), Some(Kind::Word { .. })))
        .count();
    let purpose = words == 0 || view.says(behind.start, "to") && words <= LONGEST_PURPOSE;
    // "Final update at 10:05 UTC on 8 November"
    let numbered = view.says_any(
        start,
        &["final", "first", "second", "third", "latest", "further", "another"],
    );
    let update = start + usize::from(numbered);
    let adds = view.says(start, "updated") || view.says(update, "update");
    let led = update + 1..mention.tokens.start.max(update + 1);
    plain && point && adds && led.into_iter().all(leads) && purpose && !ends_in_stop(article, block)
}
