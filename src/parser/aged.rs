//! Posts headed by their age on a saved page: "ann · 13 hr. ago", "Posted by bo 2 days ago".
//!
//! One would get wrong that the age dates something: it counts from when the page was saved, and tells from when the
//! words of the post below count. What was added to it since ("EDIT: back now") is later than both.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::BlockKind;

use super::author;
use super::layout::{Layout, skip_marks};
use super::mention::{Base, Mention, Time};
use super::time::view::View;

/// A post and its age.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aged {
    /// Index of the mention that is its age.
    pub mention: usize,
    /// Its words.
    pub text: Range<usize>,
}

/// Posts that make a thread of a page.
const FEWEST: usize = 3;

/// Words and marks at most of the line above a post.
const LONGEST_HEAD: usize = 16;

/// The posts of a page below lines of who wrote each and how long ago, where there are several.
pub(super) fn posts(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<Aged> {
    let block = |m: &Mention| article.sentences[m.sentence].block;
    let heads = |(_, m): &(usize, &Mention)| !aside[block(m)] && heads_post(article, mentions, m);
    let found: Vec<(usize, usize)> = mentions
        .iter()
        .enumerate()
        .filter(heads)
        .map(|(at, m)| (at, block(m)))
        .collect();
    if found.len() < FEWEST {
        return Vec::new();
    }
    let next = |nth: usize| found.get(nth + 1).map_or(article.blocks.len(), |it| it.1);
    let posts = found.iter().enumerate().filter_map(|(nth, (mention, head))| {
        let own = (head + 1..next(nth)).take_while(|at| !aside[*at] && !was_added(article, *at));
        let last = own.last()?;
        let text = article.blocks[head + 1].tokens.start..article.blocks[last].tokens.end;
        let mention = *mention;
        Some(Aged { mention, text })
    });
    posts.collect()
}

/// Whether a time is the age that closes a line of who wrote what stands below.
fn heads_post(article: &Article, mentions: &[Mention], mention: &Mention) -> bool {
    let at = article.sentences[mention.sentence].block;
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    let age = matches!(
        mention.time,
        Time::Shift {
            base: Base::Now,
            later: false,
            ..
        }
    );
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote);
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let marked = start > view.start() && view.symbol_any(start - 1, &['·', '•', '|']);
    // "Posted by ann 13 hours ago"
    let named = || author::named(article, at).is_some_and(|name| name.end <= start);
    age && plain
        && author::pieces(&view, &block.tokens) <= LONGEST_HEAD
        && closes(&view, mentions, end)
        && (marked || named())
}

/// Whether a line closes behind an age: "13 hr. ago", "13 hr. ago · edited 5 hr. ago".
fn closes(view: &View, mentions: &[Mention], end: usize) -> bool {
    let behind = author::behind_badges(view, end);
    let next = &mentions[mentions.partition_point(|m| m.tokens.start < behind)..];
    let edited = next.first().filter(|m| behind > end && m.tokens.start == behind);
    let is_age = |m: &&Mention| matches!(m.time, Time::Shift { base: Base::Now, .. });
    behind == view.end() || edited.filter(is_age).is_some_and(|m| m.tokens.end == view.end())
}

/// Who wrote the post that a block stands in: "u/ann OP · 13 hr. ago".
pub(super) fn author(article: &Article, layout: &Layout, mentions: &[Mention], block: usize) -> Option<String> {
    let start = article.blocks[block].tokens.start;
    let post = layout.aged.iter().find(|post| post.text.contains(&start))?;
    let head = article.sentences[mentions[post.mention].sentence].block;
    let name = author::named(article, head).or_else(|| {
        let view = View::of(article, &article.blocks[head].tokens);
        let mark = (view.start()..view.end()).find(|at| view.symbol_any(*at, &['·', '•', '|']))?;
        Some(view.start()..mark)
    })?;
    let name = article.words(article.span_of(name)?).trim_end();
    Some(name.strip_suffix(" OP").unwrap_or(name).to_owned())
}

/// "EDIT 2: back now", "Update (9 pm): …": what a post was added later.
fn was_added(article: &Article, at: usize) -> bool {
    let view = View::of(article, &article.blocks[at].tokens);
    view.says_any(
        skip_marks(&view, view.start()),
        &["edit", "edited", "update", "updated", "eta"],
    )
}

#[cfg(test)]
mod tests {
    use crate::parser::parse;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let parsed = parse(&article);
        let words = |post: &Aged| {
            article
                .words(article.span_of(post.text.clone()).expect("words"))
                .to_owned()
        };
        parsed.layout.aged.iter().map(words).collect()
    }

    #[test]
    fn a_post_stands_below_its_age() {
        assert_eq!(
            told(
                "r/mill · Posted by u/ann 3 hr. ago\n\nNo water?\n\nTaps ran dry at 7.\n\nEDIT: back now\n\n\
                 bo_from_the_upper_mill · 2 hr. ago\nsame here.\n\n   cy OP · 48 min. ago\n   Back at 9:10.\n"
            ),
            ["No water?\n\nTaps ran dry at 7.", "same here.", "Back at 9:10."]
        );
        for text in [
            "bo · 2 hr. ago\nSame.\n\ncy · 48 min. ago\nBack.\n",
            "Taps ran dry 3 hours ago\n\nThey ran again 2 hours ago\n\nThey were shut an hour ago\n\nWhy?\n",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
