//! Which row of the older timeline is which row of the newer one.
//!
//! One would get wrong to ask for equal times or equal words: a correction changes the one, an edit the other, so
//! both are weighed and the best pairs are taken first.

use std::collections::BTreeSet;

use super::seconds;
use crate::claimed::Event;

/// Below this two rows are two happenings.
const ENOUGH: u32 = 45;

/// Indices into the older and the newer list; every row at most once.
pub fn pairs(old: &[Event], new: &[Event]) -> Vec<(usize, usize)> {
    let words = |events: &[Event]| events.iter().map(words).collect::<Vec<_>>();
    let (old_words, new_words) = (words(old), words(new));
    let mut scored: Vec<(u32, usize, usize)> = Vec::new();
    for (i, a) in old.iter().enumerate() {
        for (j, b) in new.iter().enumerate() {
            let score = likeness(a, b, &old_words[i], &new_words[j]);
            if score >= ENOUGH {
                scored.push((score, i, j));
            }
        }
    }
    // The best first; among equals those that keep the order of both.
    scored.sort_by_key(|(score, i, j)| (std::cmp::Reverse(*score), i.abs_diff(*j), *i, *j));
    let (mut left, mut right) = (vec![false; old.len()], vec![false; new.len()]);
    let mut out = Vec::new();
    for (_, i, j) in scored {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            out.push((i, j));
        }
    }
    out
}

/// How much speaks for one happening, of about a hundred.
fn likeness(a: &Event, b: &Event, a_words: &BTreeSet<String>, b_words: &BTreeSet<String>) -> u32 {
    let shared = a_words.intersection(b_words).count();
    let all = a_words.union(b_words).count().max(1);
    let alike = u32::try_from(60 * shared / all).unwrap_or(0);
    let phase = if a.phase == b.phase { 15 } else { 0 };
    let at = |event: &Event| seconds(&event.start).or_else(|| seconds(&event.value));
    let time = match (at(a), at(b)) {
        _ if a.value.is_some() && a.value == b.value => 30,
        (Some(x), Some(y)) if x == y => 25,
        (Some(x), Some(y)) if (x - y).abs() <= 3600 => 15,
        (Some(x), Some(y)) if (x - y).abs() <= 86_400 => 5,
        _ => 0,
    };
    alike + phase + time
}

/// The words of what happened, in small letters.
fn words(event: &Event) -> BTreeSet<String> {
    let letters = event.summary.split(|c: char| !c.is_alphanumeric());
    letters.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
}
