//! Statements about the outage that have no time of their own and belong to no entry.
//!
//! One would get wrong that a word of the field makes one: advice, how a thing works in general, and what a page says to
//! its readers have such words too, and none of them happened.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::lexicon::tense::Tense;
use crate::parser::declaration::notes_zone;
use crate::parser::layout::{Layout, Role};
use crate::parser::mention::Mention;
use crate::parser::mention::rule::is_asked_of_any;
use crate::parser::time::expression::Timex;
use crate::parser::time::view::View;

use super::habit::is_telephone;
use super::kind::Modality;
use super::namesake::names_thing;
use super::{Statement, classify, heads_or_signs, name, speaker, summary};

/// Fewest words of a statement.
const FEWEST: usize = 3;

/// Adds them.
pub(super) fn add(
    article: &Article,
    timexes: &[Timex],
    mentions: &[Mention],
    layout: &Layout,
    names: &name::Names,
    out: &mut Vec<Statement>,
) {
    let mut dated = vec![false; article.sentences.len()];
    for mention in mentions {
        let view = View::of(article, &article.sentences[mention.sentence].tokens);
        dated[mention.sentence] |= !names_thing(&view, mention);
    }
    let mut in_entry = vec![false; article.sentences.len()];
    for entry in out.iter().filter(|s| heads_or_signs(&s.role)) {
        in_entry[article.sentences_in(&entry.clause)].fill(true);
    }
    for (index, sentence) in article.sentences.iter().enumerate() {
        let block = &article.blocks[sentence.block];
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
            && sentence.block >= layout.body
            && !layout.aside[sentence.block];
        if dated[index] || !plain || in_entry[index] || sentence.tokens.len() < 5 {
            continue;
        }
        let view = View::of(article, &sentence.tokens);
        let of_no_story = addresses_readers(&view) || is_asked_of_any(&view, timexes) || notes_zone(&view);
        if !happened(&view) || of_no_story {
            continue;
        }
        let told = layout.told_from(&sentence.tokens)..sentence.tokens.end;
        let told = speaker::said(article, sentence.block, told);
        let reading = classify::words(&view, &told);
        if !reading.sure || reading.modality == Modality::Expected || !reading.plain {
            continue;
        }
        let summary = summary::of_clause(article, &told, &[]);
        if summary.split_whitespace().count() < FEWEST {
            continue;
        }
        out.push(Statement {
            mention: None,
            sentence: sentence.span,
            summary,
            phase: reading.phase,
            sure: true,
            votes: reading.votes,
            settled: true,
            modality: Modality::Actual,
            history: reading.history,
            services: names.within(&sentence.tokens),
            speaker: speaker::speaker(article, timexes, &sentence.tokens)
                .or_else(|| speaker::of_message(article, sentence.block)),
            quoted: article.is_quoted(sentence.tokens.start),
            base: None,
            twin: None,
            retells: None,
            role: Role::Prose,
            clause: sentence.tokens.clone(),
        });
    }
}

/// Whether a sentence tells of what was, or of what is going on; "has to", "add a label" and "it shows" do not.
fn happened(view: &View) -> bool {
    let first = view.start();
    (first..view.end()).any(|at| {
        let ends_in_ed =
            at > first && view.is_free_word(at) && view.text(at).len() > 3 && view.text(at).ends_with("ed");
        let was = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past) && !view.says(at + 1, "to");
        let is = view.says_any(at, &["is", "are", "'s", "'re", "’s", "’re"]);
        was || is || ends_in_ed
    })
}

/// Whether a page speaks to its readers, or of who made it: "If you have a news tip, call …", "(Reporting by …)".
fn addresses_readers(view: &View) -> bool {
    (view.start()..view.end()).any(|at| view.phrase(&view.lexicon.credits, at).is_some() || is_telephone(view, at))
}
