//! How far those who tell one happening agree.
//!
//! One would get wrong to count papers: copies of one wire story are one voice, and so are two texts that quote the
//! same sentence.

use rustc_hash::FxHashMap;

use crate::normaliser::dated::Voice;
use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;

use super::Told;
use super::gather::{Happening, dated, statement};
use super::timeline::Agreement;

/// Sentences shorter than this are alike by chance.
const TELLING_SENTENCE: usize = 40;

/// Counts the voices of a happening, and how far apart their clock times lie.
pub fn agreement(told: &[Told], happening: &Happening, voices: &[usize]) -> Agreement {
    let mut texts: Vec<usize> = happening.tellings.iter().map(|telling| telling.document).collect();
    texts.sort_unstable();
    texts.dedup();
    let mut heard: Vec<usize> = Vec::new();
    let mut said: FxHashMap<String, usize> = FxHashMap::default();
    for telling in &happening.tellings {
        let voice = voices[telling.document];
        let text = &told[telling.document];
        let words = text.article.words(statement(told, *telling).sentence);
        let sentence = words.split_whitespace().collect::<Vec<_>>().join(" ");
        // Of a sentence that a timeline quotes only some words are known.
        let first = match sentence.len() < TELLING_SENTENCE || text.normalised.voice != Voice::Heard {
            true => voice,
            false => *said.entry(sentence).or_insert(voice),
        };
        if !heard.contains(&first) && !heard.contains(&voice) {
            heard.push(first);
        }
    }
    let clocks: Vec<i64> = happening
        .tellings
        .iter()
        .map(|telling| dated(told, *telling))
        .filter(|it| it.value.granularity <= Granularity::Minute && it.relative_to.is_none() && it.scale == Scale::Utc)
        .map(|it| it.start)
        .collect();
    let spread = clocks
        .iter()
        .max()
        .zip(clocks.iter().min())
        .map(|(last, first)| last - first);
    Agreement {
        voices: heard.len(),
        texts: texts.len(),
        spread: spread.filter(|_| clocks.len() > 1 && texts.len() > 1),
    }
}
