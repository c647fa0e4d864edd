//! Sections of a page that hold no events: other stories, comments, things to do, what a mail quotes.
//!
//! One would get wrong that such a section lasts to the end: below an advertisement, a button or a row of teasers the story
//! goes on.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::Kind;
use crate::lexicon::lexicon;
use crate::lexicon::prose::Section;

use super::correspondence::{is_thread, opens_signature};
use super::layout::{ends_in_stop, skip_marks};
use super::time::view::View;

/// A paragraph too long for a teaser.
fn is_prose(article: &Article, block: &Block) -> bool {
    const SHORTEST: usize = 10;
    block.tokens.len() >= SHORTEST && is_sentence(article, block)
}

/// What no list of other stories has: prose, or an item that is a whole sentence and its full stop.
fn is_told_of(article: &Article, block: &Block) -> bool {
    const SHORTEST: usize = 10;
    let stop = matches!(article.tokens[block.tokens.end - 1].kind, Kind::Symbol('.'));
    is_prose(article, block) || block.kind == BlockKind::Item && stop && block.tokens.len() >= SHORTEST
}

/// A paragraph of whole sentences, which a headline is not.
fn is_sentence(article: &Article, block: &Block) -> bool {
    const SHORTEST: usize = 6;
    block.kind == BlockKind::Paragraph && block.tokens.len() >= SHORTEST && ends_in_stop(article, block)
}

/// Which blocks lie below a heading that announces no events. "Comments" above the first prose, where the `body` begins,
/// is a button that leads to them: readers' comments follow an article. `replies` are the blocks that repeat others.
pub(super) fn asides(article: &Article, body: usize, replies: &[bool]) -> Vec<bool> {
    let lexicon = lexicon();
    let mut aside = false;
    let mut level = 7;
    let mut furniture = false;
    // What a mail that was saved alone quotes stands nowhere else.
    let told_twice = article.form != Form::Mail || is_thread(article);
    let mut signed = false;
    let last_prose = article
        .blocks
        .iter()
        .rposition(|block| is_prose(article, block))
        .unwrap_or(0);
    article
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let view = View::of(article, &block.tokens);
            signed = (signed || opens_signature(article, block))
                && !matches!(block.kind, BlockKind::FrontMatter | BlockKind::Quote)
                && !replies[index];
            let start = skip_marks(&view, block.tokens.start);
            let section = view.phrase(&lexicon.sections, start);
            let heading = match block.kind {
                BlockKind::Heading(n) => Some(n),
                _ => None,
            };
            let alone = section.is_some_and(|(_, next)| {
                skip_marks(&view, next) >= view.end()
                    || view.symbol_any(next, &[':', '|', '·'])
                    || view.says_any(next, &["by", "for"])
            });
            let rest_short = block.tokens.len() <= 8;
            match section {
                Some((Section::Furniture, _))
                    if index > 2
                        && (alone || heading.is_some())
                        && (rest_short || (start + 1..=start + 2).any(|at| view.symbol_any(at, &[':', '|']))) =>
                {
                    // "More on this story", and no more than that.
                    let whole = section.is_some_and(|(_, next)| skip_marks(&view, next) >= view.end());
                    let bare = block.tokens.len() <= 3 || whole;
                    if rest_short && !view.symbol_any(view.end() - 1, &['.']) && bare {
                        aside = true;
                        furniture = true;
                        level = heading.unwrap_or(2);
                    }
                    return true;
                }
                // "Ad network down" is a headline.
                Some((Section::Interruption, next))
                    if index > 0
                        && heading.is_none()
                        && rest_short
                        && (alone || next - start > 2)
                        && !ends_in_stop(article, block) =>
                {
                    return true;
                }
                Some((Section::Comments, _)) if alone && rest_short && index > body => {
                    aside = true;
                    furniture = false;
                    level = heading.unwrap_or(2);
                }
                Some((Section::Timeline | Section::Contents, _)) if heading.is_some() || alone => aside = false,
                _ => {
                    if let Some(n) = heading
                        && n <= level
                    {
                        aside = false;
                        level = 7;
                    }
                    // Teasers amid the story end where prose goes on, however short where more of it comes.
                    if aside
                        && furniture
                        && (is_told_of(article, block) || index < last_prose && is_sentence(article, block))
                    {
                        aside = false;
                        furniture = false;
                    }
                }
            }
            aside || signed || told_twice && replies[index]
        })
        .collect()
}
