//! Posts that a story shows, signed below: "— Metro Rail (@metrorail) August 16, 2023".
//!
//! One would get wrong that the date dates its own line: it is the post's, which stands above, on the same line or in
//! blocks of its own, and the story around it is somebody else's.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::token::Kind;

use super::mention::Mention;
use super::time::view::View;

/// Blocks that a post may have.
const MOST_BLOCKS: usize = 5;

/// Words that a link to a picture may be taken for.
const LINK: usize = 6;

/// Tokens of a post that stands on one line with its signature: what is longer has words of the story before it.
const LONGEST: usize = 90;

/// The text that a time signs, where it signs any: the post behind whose account it stands last.
pub(super) fn signed(article: &Article, mention: &Mention) -> Option<Vec<Range<usize>>> {
    let at = article.sentences[mention.sentence].block;
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    let account = account_before(&view, mention)?;
    if super::layout::skip_marks(&view, mention.tokens.end) + 2 < view.end() {
        return None;
    }
    let dash = dash_before(&view, account);
    let text = match dash.filter(|dash| *dash > block.tokens.start) {
        Some(dash) => on_one_line(article, block.tokens.start..dash),
        None => above(article, at),
    };
    Some(text)
}

/// Who signed a post with a time: the name of the account.
pub(super) fn author(article: &Article, mention: &Mention) -> Option<String> {
    let block = &article.blocks[article.sentences[mention.sentence].block];
    let view = View::of(article, &block.tokens);
    let account = account_before(&view, mention)?;
    let start = dash_before(&view, account).map_or(block.tokens.start, |dash| dash + 1);
    // "Pump Care (@pumps)" without the bracket.
    let name = article.span_of(start..account - 1)?;
    Some(article.words(name).trim().to_owned())
}

/// Where the signature of a post begins, behind its text on one line.
pub(super) fn signature(article: &Article, mention: &Mention) -> Option<usize> {
    let block = &article.blocks[article.sentences[mention.sentence].block];
    let view = View::of(article, &block.tokens);
    dash_before(&view, account_before(&view, mention)?)
}

/// The account in brackets that stands last before a time on its line.
fn account_before(view: &View, mention: &Mention) -> Option<usize> {
    let mut before = (view.start()..mention.tokens.start).rev();
    before.find(|at| view.symbol(at.wrapping_sub(1), '(') && is_account(view, *at))
}

/// The dash before the name of an account.
fn dash_before(view: &View, account: usize) -> Option<usize> {
    let mut name = (view.start()..account).rev();
    name.find(|at| view.symbol_any(*at, &['—', '–', '-']) && *at + 1 < account)
}

/// "@pumps"
fn is_account(view: &View, at: usize) -> bool {
    matches!(view.kind(at), Some(Kind::Code)) && view.text(at).starts_with('@')
}

/// The sentences before a signature on their line, as many as a post can have.
fn on_one_line(article: &Article, line: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = article.sentences_in(&line).map(|at| article.sentences[at].tokens.start);
    let start = sentences.find(|start| line.end.saturating_sub(*start) <= LONGEST);
    let text = start.unwrap_or(line.start).max(line.start)..line.end;
    Some(text).filter(|it| !it.is_empty()).into_iter().collect()
}

/// The blocks above a signature: up to an empty line, where one is near, else the last that has words.
fn above(article: &Article, signature: usize) -> Vec<Range<usize>> {
    let is_text = |at: &usize| {
        let block = &article.blocks[*at];
        let brings_in = article.tokens[block.tokens.end - 1].kind == Kind::Symbol(':');
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item) && !brings_in
    };
    let near = (signature.saturating_sub(MOST_BLOCKS)..signature).rev();
    let near: Vec<usize> = near
        .take_while(is_text)
        .take_while(|at| !is_signature(article, *at))
        .collect();
    let has_words = |at: &usize| {
        let tokens = &article.tokens[article.blocks[*at].tokens.clone()];
        let words = tokens.iter().filter(|token| matches!(token.kind, Kind::Word { .. }));
        // "? https://example.com/1 pic.example.com/2": what is linked, and no word of the post.
        let linked = tokens.iter().any(|token| token.kind == Kind::Code);
        words.count() > if linked { LINK } else { 0 }
    };
    // The first block of all stands behind no empty line.
    let gap = near.iter().position(|at| *at > 0 && article.blocks[*at].after_gap);
    let last = gap.or_else(|| near.iter().position(has_words));
    let Some(last) = last else { return Vec::new() };
    let mut text: Vec<usize> = near[..=last].to_vec();
    text.reverse();
    text.into_iter().map(|at| article.blocks[at].tokens.clone()).collect()
}

/// Whether a block is the signature of another post.
fn is_signature(article: &Article, at: usize) -> bool {
    const LONGEST_NAME: usize = 16;
    let tokens = &article.blocks[at].tokens;
    let view = View::of(article, tokens);
    tokens.len() <= LONGEST_NAME
        && tokens
            .clone()
            .any(|i| is_account(&view, i) && view.symbol(i.wrapping_sub(1), '('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::parse;

    fn post(text: &str) -> Option<String> {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let parsed = parse(&article);
        let text = signed(&article, parsed.mentions.last()?)?;
        let words = text.into_iter().filter_map(|tokens| article.span_of(tokens));
        Some(words.map(|span| article.words(span)).collect::<Vec<_>>().join(" / "))
    }

    #[test]
    fn a_signature_dates_the_post_above_it() {
        for (text, signed) in [
            (
                "The pumps failed.\n\nWe know of it.\nCrews are out.\n— Pump Care (@pumps) May 6, 2020",
                "We know of it. / Crews are out.",
            ),
            (
                "The firm said:\nWe know of it. Crews are out.\n— Pump Care (@pumps) May 6, 2020",
                "We know of it. Crews are out.",
            ),
            (
                "RIVERTON — Pumps failed.\nThe town is dry.\nWe know of it.\n— Pump Care (@pumps) May 6, 2020",
                "We know of it.",
            ),
            (
                "\"Still no water!\" — Ann 💧 (@ann_l) May 6, 2020",
                "\"Still no water!\"",
            ),
            (
                "No water.\n— Ann (@ann_l) May 6, 2020\nNo tea.\n— Bob (@bob) May 6, 2020",
                "No tea.",
            ),
        ] {
            assert_eq!(post(text).as_deref(), Some(signed), "{text}");
        }
        for text in [
            "Ann Lee (@ann_l) said on May 6, 2020 that all pumps of the town had failed again.",
            "Pump Care wrote on May 6, 2020",
        ] {
            assert_eq!(post(text), None, "{text}");
        }
    }
}
