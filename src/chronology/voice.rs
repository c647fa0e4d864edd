//! How many voices tell: texts that share their sentences are one, however many papers print them.
//!
//! One would get wrong to ask for equal texts: a paper puts its own headline above the wire's story, cuts the last
//! paragraph, and is no second witness for that.

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

use crate::article::Article;
use crate::article::token::Kind;
use crate::normaliser::dated::Voice;
use crate::normaliser::document::Warning;

use super::Told;

/// So many words in a row are no chance.
const RUN: usize = 6;
/// A text with fewer runs is too short to tell.
const FEWEST: usize = 4;

/// For each text, the first that speaks with its voice: itself, where nobody else told it before.
pub fn voices(told: &[Told]) -> Vec<usize> {
    // The runs of a long log would take more room than all that is read of it.
    if told.len() < 2 {
        return (0..told.len()).collect();
    }
    let runs: Vec<FxHashSet<u64>> = told
        .iter()
        .map(|text| match text.normalised.voice {
            Voice::Heard => runs(&text.article),
            Voice::Claimed { .. } => FxHashSet::default(),
        })
        .collect();
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut voices: Vec<usize> = (0..told.len()).collect();
    let mut shared = vec![0_usize; told.len()];
    for (document, mine) in runs.iter().enumerate() {
        shared.iter_mut().for_each(|count| *count = 0);
        for run in mine {
            let held = holders.entry(*run).or_default();
            held.iter().for_each(|other| shared[*other] += 1);
            held.push(document);
        }
        let is_copy = |other: &usize| {
            let (less, more) = (mine.len().min(runs[*other].len()), mine.len().max(runs[*other].len()));
            // Most of the shorter, and so much of the longer that it adds little of its own.
            less >= FEWEST && shared[*other] * 10 >= less * 6 && shared[*other] * 10 >= more * 4
        };
        let claimed = |other: &usize| match &told[document].normalised.voice {
            Voice::Claimed { copies: Some(path), .. } => told[*other].article.path == *path,
            _ => false,
        };
        if let Some(first) = (0..document).find(|other| is_copy(other) || claimed(other)) {
            voices[document] = voices[first];
        }
    }
    voices
}

/// What a reader should know of texts that are one voice.
pub fn warnings(told: &[Told], voices: &[usize]) -> Vec<Warning> {
    let mut out = Vec::new();
    for (document, text) in told.iter().enumerate() {
        let copies: Vec<&str> = (0..told.len())
            .filter(|other| *other != document && voices[*other] == document)
            .map(|other| told[other].article.path.as_str())
            .collect();
        if let Some((last, most)) = copies.split_last() {
            let names = match most {
                [] => (*last).to_owned(),
                most => format!("{} and {last}", most.join(", ")),
            };
            let verb = if most.is_empty() { "tells" } else { "tell" };
            out.push(Warning {
                code: "one-voice",
                message: format!(
                    "{names} {verb} the story of {} in the same words: they count as one voice",
                    text.article.path
                ),
                document: Some(document),
                span: None,
            });
        }
    }
    out
}

/// The runs of words of a text.
fn runs(article: &Article) -> FxHashSet<u64> {
    let words: Vec<String> = article
        .tokens
        .iter()
        .filter(|token| !matches!(token.kind, Kind::Symbol(_)))
        .map(|token| article.words(token.span).to_lowercase())
        .collect();
    words
        .windows(RUN)
        .map(|run| {
            let mut hasher = FxHasher::default();
            run.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
