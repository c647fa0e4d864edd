//! Fields that date a record: "date: 2019-11-03" above "title: …" and "text: …", again and again.
//!
//! One would get wrong that such a line tells when the page was written: one of them would, several each date what
//! stands beside them.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::token::Kind;

use super::mention::{Mention, Time};
use super::time::view::View;

/// Fields that make a page one of records.
const FEWEST: usize = 3;

/// Blocks that one field may date.
const MOST_BLOCKS: usize = 16;

/// The blocks that are such fields, in text order; none where there are too few to tell.
pub fn heads(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let mut out: Vec<usize> = mentions
        .iter()
        .filter(|mention| {
            let at = article.sentences[mention.sentence].block;
            !aside[at] && is_field(article, at, mention)
        })
        .map(|mention| article.sentences[mention.sentence].block)
        .collect();
    out.dedup();
    if out.len() < FEWEST || article.form == Form::Mail {
        out.clear();
    }
    out
}

/// `date: 2019-11-03`, `"date": "03/11/2019 - 18:20",`: the label, the time and marks.
fn is_field(article: &Article, at: usize, mention: &Mention) -> bool {
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    let dated = matches!(&mention.time, Time::Point { point, .. } if point.names_date());
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
    let mark = |at: usize| matches!(view.kind(at), Some(Kind::Symbol(_)));
    let label = (view.start()..mention.tokens.start).find(|at| !mark(*at));
    dated
        && plain
        && label.is_some_and(|label| {
            view.says_any(label, &["date", "datetime"]) && {
                let between = label + 1..mention.tokens.start;
                between.clone().all(mark) && between.clone().any(|at| view.symbol(at, ':'))
            }
        })
        && (mention.tokens.end..view.end()).all(mark)
}

/// What a field dates: the blocks behind it, up to the next of its kind, a heading, or the end of its record.
pub fn text(article: &Article, heads: &[usize], aside: &[bool], at: usize) -> Vec<Range<usize>> {
    let worded = |block: usize| {
        article.blocks[block]
            .tokens
            .clone()
            .any(|at| !matches!(article.tokens[at].kind, Kind::Symbol(_)))
    };
    (at + 1..article.blocks.len())
        .take_while(|next| {
            let block = &article.blocks[*next];
            !heads.contains(next) && !aside[*next] && !matches!(block.kind, BlockKind::Heading(_)) && worded(*next)
        })
        .take(MOST_BLOCKS)
        .map(|next| article.blocks[next].tokens.clone())
        .collect()
}
