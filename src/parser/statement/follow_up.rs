//! Sections of what is done so that it does not happen again.
//!
//! One would get wrong to read "done 22 August: 64-bit keys" by its words: under "Next steps" no change leads to the
//! outage and no fix mends it. The heading says when it was done better than any verb.

use super::Statement;
use super::kind::{Modality, Phase};
use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::token::Case;
use crate::lexicon::lexicon;
use crate::lexicon::prose::Section;
use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::parser::layout::skip_marks;
use crate::parser::mention::Mention;
use crate::parser::time::view::View;

/// The level of what only looks like a heading.
const LEAST: u8 = 6;

/// Settles what stands in such a section.
pub fn settle(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    let after = blocks(article);
    if !after.contains(&true) {
        return;
    }
    for statement in statements.iter_mut().filter(|s| !s.history && !s.settled) {
        let Some(mention) = statement.mention else { continue };
        let term = matches!(mentions[mention].relation, Relation::Before | Relation::By);
        if after[article.sentences[mentions[mention].sentence].block] && term && !is_done(article, statement) {
            statement.modality = Modality::Expected;
        }
        if !after[article.sentences[mentions[mention].sentence].block] || statement.phase == Phase::Background {
            continue;
        }
        statement.sure = true;
        statement.settle_as_aftermath();
    }
}

/// Whether a verb tells that something has been done: "a second link, before the end of June" is still to come.
fn is_done(article: &Article, statement: &Statement) -> bool {
    let view = View::of(article, &statement.clause);
    let told = |at: usize| {
        let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        past || view.says(at, "done") || view.is_free_word(at) && view.text(at).ends_with("ed")
    };
    statement.clause.clone().any(told)
}

/// How deep a heading lies; "4. CORRECTIVE ACTIONS" is one that looks like an item.
fn level(article: &Article, index: usize) -> Option<u8> {
    let block = &article.blocks[index];
    let view = View::of(article, &block.tokens);
    let start = title(&view);
    let shouted = |at: usize| view.case(at).is_none_or(|case| case == Case::Upper);
    match block.kind {
        BlockKind::Heading(level) => Some(level),
        BlockKind::Item if start < view.end() && block.tokens.len() <= 8 && (start..view.end()).all(shouted) => {
            view.case(start).map(|_| LEAST)
        }
        _ => None,
    }
}

/// Where the words of a heading begin: "4. Corrective actions", "## IV) Next steps".
fn title(view: &View) -> usize {
    let start = skip_marks(view, view.start());
    let numeral = |at: usize| {
        let roman = |text: &str| !text.is_empty() && text.chars().all(|letter| "IVX".contains(letter));
        view.number(at).is_some() || roman(view.text(at))
    };
    if numeral(start) && view.symbol_any(start + 1, &['.', ')']) {
        skip_marks(view, start + 2)
    } else {
        start
    }
}

/// Which blocks lie below a heading of follow-ups, up to the next heading of its level.
fn blocks(article: &Article) -> Vec<bool> {
    let mut open: Option<u8> = None;
    let section = |index: usize| {
        let block = &article.blocks[index];
        let view = View::of(article, &block.tokens);
        let (section, next) = view.phrase(&lexicon().sections, title(&view))?;
        // "Follow up", "Action items (done)", "Next steps:"; no sentence.
        let short = block.tokens.len() <= 6 && !view.symbol_any(view.end() - 1, &['.', '!', '?']);
        let alone = skip_marks(&view, next) >= view.end() || view.symbol(next, ':') && next + 1 >= view.end();
        let heads = level(article, index).is_some() && short || block.kind == BlockKind::Paragraph && alone;
        (heads && section == Section::Actions).then_some(())
    };
    (0..article.blocks.len())
        .map(|index| {
            let level = level(article, index);
            if section(index).is_some() {
                open = Some(open.unwrap_or(7).min(level.unwrap_or(LEAST)));
            } else if let (Some(level), Some(of)) = (level, open)
                && level <= of
            {
                open = None;
            }
            open.is_some()
        })
        .collect()
}
