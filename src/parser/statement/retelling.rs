//! A happening told again with a time of its own: "the statement put the second failure at 8.43 pm", "the tweet was
//! sent at 4 p.m.".
//!
//! One would get wrong to take every two like sentences for one happening: only a definite noun that points back, in
//! a clause that places it or tells its time, says that both are the same.

use std::ops::Range;

use super::base::{Content, content, shared};
use super::kind::{Modality, Phase};
use super::{Link, Statement};
use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::relation::Relation;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::view::View;

/// Verbs that place a happening in time: "puts the start at", "had the halt in force until".
const PLACING: &[&str] = &[
    "put", "puts", "placed", "places", "has", "had", "dates", "dated", "gives", "gave", "timed", "times", "set", "sets",
];

/// Nouns that stand for the outage as a whole or for anybody: they point back to nothing in particular.
const GENERAL: &[&str] = &[
    "company",
    "service",
    "site",
    "network",
    "platform",
    "system",
    "website",
    "app",
    "firm",
    "statement",
    "report",
    "spokesperson",
    "team",
    "time",
    "day",
    "user",
    "customer",
];

/// Finds, for every statement, the one that it tells again.
pub fn link(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for at in 0..statements.len() {
        let found =
            placed_again(article, mentions, statements, at).or_else(|| named_again(article, mentions, statements, at));
        statements[at].retells = found.map(Link);
    }
}

fn exact(mentions: &[Mention], statement: &Statement) -> bool {
    statement
        .mention
        .is_some_and(|m| matches!(&mentions[m].time, Time::Point { point, .. } if point.clock.is_some()))
}

fn usable(statement: &Statement) -> bool {
    statement.role == Role::Prose && statement.modality == Modality::Actual && !statement.quoted
}

/// "The statement put the second failure at 8.43 pm", "It has the stop in force until 2:15 p.m."
fn placed_again(article: &Article, mentions: &[Mention], statements: &[Statement], at: usize) -> Option<usize> {
    let statement = &statements[at];
    let mention = &mentions[statement.mention?];
    if !usable(statement) || !exact(mentions, statement) {
        return None;
    }
    let view = View::of(article, &statement.clause);
    let end = mention.tokens.start;
    let floor = statement.clause.start.max(end.saturating_sub(10));
    let verb = (floor..end).rev().find(|i| view.says_any(*i, PLACING))?;
    let determiner = verb + 1;
    if !view.says_any(determiner, &["the", "its", "that", "this"]) {
        return None;
    }
    let noun = noun_phrase(&view, determiner + 1, end);
    let wanted = content(article, &noun);
    let ordinal = noun.clone().find_map(|i| view.meaning(&view.lexicon.ordinals, i));
    let until = mention.relation == Relation::Until;
    let mut best = None;
    for index in (0..at).rev() {
        let other = &statements[index];
        if !usable(other) || !exact(mentions, other) || until && !ends(other.phase) {
            continue;
        }
        let told = content(article, &other.clause);
        let (count, _) = shared(&wanted, &told);
        let inner = View::of(article, &other.clause);
        let same_ordinal = ordinal.is_some()
            && other
                .clause
                .clone()
                .any(|i| inner.meaning(&inner.lexicon.ordinals, i) == ordinal);
        if count > 0 && ordinal.is_none() || same_ordinal {
            best = Some(index);
            break;
        }
    }
    best
}

fn ends(phase: Phase) -> bool {
    matches!(phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved)
}

/// The noun phrase from `start`, up to a preposition, a verb or the time.
fn noun_phrase(view: &View, start: usize, end: usize) -> Range<usize> {
    let mut last = start;
    while last < end
        && matches!(view.kind(last), Some(Kind::Word { .. }))
        && view.meaning(&view.lexicon.function_words, last).is_none()
    {
        last += 1;
    }
    start..last
}

/// "The tweet was sent at 4 p.m." after "the company tweeted": a noun made of the verb that told it.
fn named_again(article: &Article, mentions: &[Mention], statements: &[Statement], at: usize) -> Option<usize> {
    let statement = &statements[at];
    if !usable(statement) || !exact(mentions, statement) {
        return None;
    }
    let view = View::of(article, &statement.clause);
    let noun = definite_noun(&view, statement, &mentions[statement.mention?])?;
    let wanted: Vec<Content> = content(article, &noun)
        .into_iter()
        .filter(|c| !GENERAL.contains(&c.stem.as_str()))
        .collect();
    if wanted.len() != 1 {
        return None;
    }
    statements.iter().enumerate().position(|(index, other)| {
        // What has an exact time of its own is another happening of that name.
        let told = other
            .mention
            .is_some_and(|m| matches!(mentions[m].time, Time::Shift { .. }));
        index != at && told && usable(other) && tells_by_verb(article, &other.clause, &wanted[0])
    })
}

/// Whether a clause has the noun's verb: "tweeted" for "tweet", not the noun itself.
fn tells_by_verb(article: &Article, clause: &Range<usize>, noun: &Content) -> bool {
    article.tokens[clause.clone()].iter().any(|token| {
        let word = article.words(token.span);
        let verb = word.ends_with("ed") || word.ends_with("ing");
        verb && word.len() > noun.stem.len()
            && word
                .get(..noun.stem.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(&noun.stem))
            && word.len() <= noun.stem.len() + 4
    })
}

/// The lone noun behind a definite article in a clause that says when it was: its subject, or what was sent or made.
fn definite_noun(view: &View, statement: &Statement, mention: &Mention) -> Option<Range<usize>> {
    let clause = statement.clause.start..mention.tokens.start.min(statement.clause.end);
    let the = clause.clone().find(|i| view.says_any(*i, &["the", "its", "that"]))?;
    let noun = noun_phrase(view, the + 1, clause.end);
    let verb_follows = view.says_any(noun.end, &["was", "were", "is", "had", "came", "went", "has"]);
    let closes = noun.end == mention.tokens.start;
    (noun.len() == 1 && (verb_follows || closes)).then_some(noun)
}
