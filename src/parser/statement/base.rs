//! Which happening a length is laid off from.
//!
//! One would get wrong that "the outage", "its products went down" and "the first one quit" name what the text has
//! told elsewhere: the statement that shares their words, or their phase, is looked for first.

use std::ops::Range;

use super::classify;
use super::kind::{Modality, Phase};
use super::{Link, Statement, summary};
use crate::article::Article;
use crate::article::token::Kind;
use crate::parser::layout::Role;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::time::view::View;

/// Finds, for every length that is laid off from a happening, the statement that tells it, or makes one.
pub fn link(article: &Article, mentions: &[Mention], statements: &mut Vec<Statement>) {
    let count = statements.len();
    for at in 0..count {
        let Some(mention) = statements[at].mention else {
            continue;
        };
        let Time::Shift {
            base: Base::Happening(words),
            ..
        } = &mentions[mention].time
        else {
            continue;
        };
        let words = words.clone();
        let found = told_inside(mentions, statements, &words, at)
            .or_else(|| told_elsewhere(article, mentions, statements, &words, at));
        let link = match found {
            Some(found) => found,
            None => {
                let new = told_here(article, statements, &words, at);
                statements.push(new);
                statements.len() - 1
            }
        };
        statements[at].base = Some(Link(link));
    }
}

/// A statement whose own time stands among the words: "three hours after technicians started at 2:15".
fn told_inside(mentions: &[Mention], statements: &[Statement], words: &Range<usize>, at: usize) -> Option<usize> {
    statements
        .iter()
        .enumerate()
        .position(|(i, s)| i != at && s.mention.is_some_and(|m| words.contains(&mentions[m].tokens.start)))
}

/// The statement that speaks most like the words.
fn told_elsewhere(
    article: &Article,
    mentions: &[Mention],
    statements: &[Statement],
    words: &Range<usize>,
    at: usize,
) -> Option<usize> {
    let view = View::new(&article.text, &article.tokens, words.start, words.end);
    let reading = classify::words(&view, words);
    let outage = (words.start..words.end).any(|i| {
        view.says_any(
            i,
            &[
                "outage",
                "incident",
                "disruption",
                "in",
                "failure",
                "blackout",
                "it",
                "crash",
                "this",
                "that",
            ],
        )
    }) && words.len() <= 4;
    let phase = if outage && !reading.sure
        || view.says_any(words.start, &["the"])
            && view.says_any(words.start + 1, &["outage", "incident", "disruption", "failure"])
    {
        Phase::Started
    } else {
        reading.phase
    };
    let wanted = content(article, words);
    let twin = statements[at].twin;
    let mut best: Option<(i32, usize)> = None;
    for (index, statement) in statements.iter().enumerate() {
        let Some(mention) = statement.mention else { continue };
        if index == at
            || Some(index) == twin
            || statement.history
            || matches!(
                statement.role,
                Role::Aside | Role::Published | Role::Updated | Role::Metadata
            )
        {
            continue;
        }
        // What is itself laid off from somewhere is a weak hold.
        let derived = matches!(
            mentions[mention].time,
            Time::Shift {
                base: Base::Happening(_),
                ..
            }
        );
        let shared = content(article, &statement.clause)
            .iter()
            .filter(|w| wanted.contains(w))
            .count() as i32;
        let same_phase = i32::from(statement.phase == phase && (reading.sure || outage) && statement.sure);
        let near = i32::from(index + 2 >= at && index <= at + 2);
        let begins = i32::from(
            phase == Phase::Started && statement.phase == Phase::Started && statement.modality == Modality::Actual,
        );
        let score = shared * 3 + same_phase * 4 + begins * 2 + near
            - i32::from(derived) * 4
            - i32::from(statement.modality == Modality::Expected) * 6;
        if score >= 5 && best.is_none_or(|(s, _)| score > s) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The words that carry meaning, in small letters and without their endings.
fn content(article: &Article, tokens: &Range<usize>) -> Vec<String> {
    let lexicon = crate::lexicon::lexicon();
    article.tokens[tokens.clone()]
        .iter()
        .filter_map(|t| match t.kind {
            Kind::Word { id, .. } if lexicon.function_words.word(id).is_none() => {
                let word = article.words(t.span).to_lowercase();
                (word.len() > 2).then(|| stem(&word).to_owned())
            }
            _ => None,
        })
        .collect()
}

/// Takes the commonest endings off.
fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 3
        {
            return stem;
        }
    }
    word
}

/// The statement that the words themselves make.
fn told_here(article: &Article, statements: &[Statement], words: &Range<usize>, at: usize) -> Statement {
    let view = View::new(&article.text, &article.tokens, words.start, words.end);
    let reading = classify::words(&view, words);
    let outer = &statements[at];
    Statement {
        mention: None,
        sentence: outer.sentence,
        clause: words.clone(),
        summary: summary::of_clause(article, words, &[]),
        phase: if reading.sure { reading.phase } else { Phase::Started },
        sure: reading.sure,
        votes: reading.votes,
        settled: true,
        modality: reading.modality,
        history: outer.history,
        services: outer.services.clone(),
        speaker: outer.speaker.clone(),
        quoted: outer.quoted,
        base: None,
        twin: None,
        role: Role::Prose,
    }
}
