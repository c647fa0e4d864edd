//! The page of a live blog: its list of key posts, a post pinned above the others, headlines above their stamps.
//!
//! One would get wrong that the list is the story's first chapter: it is a table of contents in an order of its own, and
//! the posts begin afresh below it.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::{Case, Kind};
use crate::lexicon::prose::{Section, StampWord};

use super::layout::{ends_in_stop, in_blocks, skip_marks};
use super::mention::{Mention, Time};
use super::stamped::{Stamped, is_prose, opens_with_label};
use super::time::expression::{Clock, Point};
use super::time::view::View;

/// Tokens at most of a headline, and of a line in a list of posts.
const LONGEST_LINE: usize = 30;

/// Tokens at most between a pinned post's mark and its stamp.
const LONGEST_PIN: usize = 6;

/// Posts that make a page of them.
const FEWEST: usize = 3;

/// The label "Key posts" and the lines below it, where at least half of their clocks stand above posts further down.
pub(super) fn contents(article: &Article, mentions: &[Mention]) -> Vec<usize> {
    let blocks = &article.blocks;
    let Some(label) = blocks.iter().position(|block| is_label_of_contents(article, block)) else {
        return Vec::new();
    };
    let clocks = |at: usize| {
        let line = blocks[at].tokens.len() <= LONGEST_LINE && !ends_in_stop(article, &blocks[at]);
        edge_clocks(article, mentions, at).filter(|_| line)
    };
    let lines: Vec<_> = (label + 1..blocks.len())
        .take_while(|at| *at == label + 1 || !blocks[*at].after_gap || blocks[*at].kind == BlockKind::Item)
        .map_while(|at| Some((at, clocks(at)?)))
        .collect();
    let Some((last, _)) = lines.last() else {
        return Vec::new();
    };
    // "17.58" in the list, "12 May 2022 17.58 BST" above its post.
    let posts: Vec<Clock> = (last + 1..blocks.len())
        .filter_map(|at| opening_point(article, mentions, at)?.clock)
        .collect();
    let again = |(_, edges): &&(usize, [Option<Clock>; 2])| edges.iter().flatten().any(|clock| posts.contains(clock));
    let retold: Vec<usize> = lines.iter().filter(again).map(|(at, _)| *at).collect();
    if lines.len() < 2 || retold.len() * 2 < lines.len() {
        return Vec::new();
    }
    std::iter::once(label).chain(lines.iter().map(|(at, _)| *at)).collect()
}

/// Whether a line is the label above a list of posts: "Key posts".
fn is_label_of_contents(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let start = skip_marks(&view, view.start());
    let section = view.phrase(&view.lexicon.sections, start);
    section.is_some_and(|(section, end)| {
        section == Section::Contents && (skip_marks(&view, end) >= view.end() || view.symbol(end, ':'))
    })
}

/// The clocks without a day at the beginning and at the end of a line; `None` where neither is one.
fn edge_clocks(article: &Article, mentions: &[Mention], at: usize) -> Option<[Option<Clock>; 2]> {
    let tokens = &article.blocks[at].tokens;
    let last = in_blocks(article, mentions, at..at + 1)
        .last()
        .filter(|m| m.tokens.end == tokens.end)
        .and_then(|mention| match &mention.time {
            // "Shut until 4pm – 11:47": the line's own clock behind a dash.
            Time::Point { point, .. } | Time::Span { to: point, .. } => bare(point),
            _ => None,
        });
    let edges = [opening_clock(article, mentions, at), last];
    edges.iter().any(Option::is_some).then_some(edges)
}

/// The clock without a day that opens a line.
fn opening_clock(article: &Article, mentions: &[Mention], at: usize) -> Option<Clock> {
    opening_point(article, mentions, at).and_then(bare)
}

/// The time that opens a line.
fn opening_point<'a>(article: &Article, mentions: &'a [Mention], at: usize) -> Option<&'a Point> {
    let view = View::of(article, &article.blocks[at].tokens);
    let mention = in_blocks(article, mentions, at..at + 1).first()?;
    let Time::Point { point, .. } = &mention.time else {
        return None;
    };
    let opens = !mention.led && skip_marks(&view, view.start()) == mention.tokens.start;
    opens.then_some(point)
}

fn bare(point: &Point) -> Option<Clock> {
    point.clock.filter(|_| point.is_bare_clock())
}

/// The stamps of posts that are pinned above the others: "Pinned post from 7.05pm", "Pinned" and its stamp below.
pub(super) fn pinned(article: &Article, mentions: &[Mention]) -> Vec<usize> {
    let blocks = &article.blocks;
    let is_pin = |at: usize| {
        let view = View::of(article, &blocks[at].tokens);
        view.says(skip_marks(&view, view.start()), "pinned")
            && blocks[at].tokens.len() <= 2 * LONGEST_PIN
            && !ends_in_stop(article, &blocks[at])
    };
    let stamp = |at: &usize| {
        let start = blocks[*at].tokens.start;
        let first = in_blocks(article, mentions, *at..*at + 1).first();
        first.is_some_and(|m| m.time.heads_by_clock() && m.tokens.start <= start + LONGEST_PIN)
    };
    (0..blocks.len())
        .filter(|at| is_pin(*at))
        .filter_map(|at| (at..blocks.len().min(at + 3)).find(stamp))
        .collect()
}

/// The stamps of posts whose headlines stand right above them, "Trains run again" and "19:10 , Ann Lee" below it: so it
/// is with all posts of a page or with none.
pub(super) fn headlined(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let blocks = &article.blocks;
    let stamps = |at: &usize| {
        let mention = in_blocks(article, mentions, *at..*at + 1).first();
        opening_clock(article, mentions, *at).is_some()
            && !aside[*at]
            && mention.is_some_and(|it| signs(article, it.tokens.end..blocks[*at].tokens.end))
    };
    let stamps: Vec<usize> = (0..blocks.len()).filter(stamps).collect();
    // A page that was copied without its empty lines has none above a headline either.
    let spaced = article.is_spaced();
    let headline = |at: usize| {
        let block = &blocks[at];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_))
            && (block.after_gap || !spaced)
            && (2..=LONGEST_LINE).contains(&block.tokens.len())
            && !matches!(article.tokens[block.tokens.end - 1].kind, Kind::Symbol('.' | ':'))
            && opening_clock(article, mentions, at).is_none()
    };
    let told = |at: &usize| blocks.get(at + 1).is_some_and(|next| ends_in_stop(article, next));
    let all = stamps
        .iter()
        .all(|at| *at > 0 && !blocks[*at].after_gap && headline(at - 1));
    if all && stamps.len() >= FEWEST && stamps.iter().filter(|at| told(at)).count() * 2 > stamps.len() {
        stamps
    } else {
        Vec::new()
    }
}

/// "Posted at 19:03 BST 19 Sep", a headline and prose, with an empty line above each and none behind it, as live blogs have
/// them: lines that would tell of the page itself, were there not several. Below an update's prose its state would follow.
pub(super) fn posted(article: &Article, lines: &[Stamped]) -> Vec<usize> {
    let says_so = |line: &&Stamped| {
        let view = View::of(article, &article.blocks[line.block].tokens);
        view.meaning(&view.lexicon.stamps, view.start()) == Some(StampWord::Published)
    };
    let heads = |at: &usize| {
        let below = article.blocks.get(at + 1);
        article.blocks[*at].after_gap
            && below.is_some_and(|next| !next.after_gap && !opens_with_state(article, next))
            && prose_in_reach(article, at + 1)
    };
    let blocks: Vec<usize> = lines.iter().filter(says_so).map(|line| line.block).collect();
    if blocks.len() >= FEWEST && blocks.iter().all(heads) {
        blocks
    } else {
        Vec::new()
    }
}

/// Whether a block, or one that hangs below it within a headline's reach, is prose.
fn prose_in_reach(article: &Article, at: usize) -> bool {
    const HEADLINES: usize = 2;
    let near = article.blocks[at..].iter().take(HEADLINES + 1).enumerate();
    let mut hanging = near.take_while(|(nth, block)| *nth == 0 || !block.after_gap);
    hanging.any(|(_, block)| is_prose(article, block))
}

/// Whether a block is, or opens with, the state that an update tells: "Monitoring", "Resolved - All is well."
fn opens_with_state(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let label = view.phrase(&view.lexicon.labels, view.start()).map(|(_, end)| end);
    let update = || view.says(view.start(), "update").then_some(view.start() + 1);
    label.or_else(update) == Some(view.end()) || opens_with_label(article, block)
}

/// Whether the rest of a stamp's line is nothing, or behind a mark the names of who wrote.
fn signs(article: &Article, rest: std::ops::Range<usize>) -> bool {
    let marked = |at: usize| matches!(article.tokens[at].kind, Kind::Symbol(',' | '|' | '·' | '-' | '–' | '—'));
    rest.is_empty() || marked(rest.start) && are_names(article, rest.start + 1..rest.end)
}

/// "By Ann Lee and Jo Moss", on a line of its own: who wrote what stands below it.
pub(super) fn is_signature(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let start = skip_marks(&view, view.start());
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(3..));
    plain && view.says(start, "by") && are_names(article, start + 1..view.end())
}

/// Whether words are the names of people, and no more of them than a byline has.
fn are_names(article: &Article, tokens: std::ops::Range<usize>) -> bool {
    const MOST: usize = 9;
    let view = View::of(article, &tokens);
    let name = |at: usize| {
        matches!(view.case(at), Some(Case::Capital | Case::Upper))
            || view.says_any(at, &["and", "by", "van", "de", "der", "von"])
            || view.symbol_any(at, &[',', '&', '-', '’', '\''])
    };
    let capital = |at: usize| matches!(view.case(at), Some(Case::Capital));
    (2..=MOST).contains(&tokens.len())
        && tokens.clone().all(name)
        && tokens.clone().filter(|at| capital(*at)).count() >= 2
}
