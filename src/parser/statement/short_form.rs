//! Short forms of names: "Quillo" behind "Quillo Telecom", "QIN" behind "Quillo Interactive Network (QIN)".
//!
//! One would get wrong that each is a service of its own: a text writes the whole name once, and what it says of the short
//! one it says of the whole.

use std::iter::successors;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::tally::Count;
use crate::article::token::Case;
use crate::parser::time::view::View;

/// "Quillo Interactive Network (QIN)": the letters that stand for a name from there on.
pub(super) fn abbreviation<'a>(view: &View<'a>, name: &Range<usize>) -> Option<&'a str> {
    let inside = name.end + 1;
    let bracketed =
        view.symbol(name.end, '(') && view.symbol(inside + 1, ')') && view.case(inside) == Some(Case::Upper);
    let alike = || view.text(inside).chars().next() == view.text(name.start).chars().next();
    (bracketed && name.len() > 1 && alike()).then(|| view.text(inside))
}

/// Forms at most of which each stands for the next.
const LONGEST_CHAIN: usize = 4;

/// Counts short forms for the names that they stand for: "Quillo" behind "Quillo Telecom", "QIN" behind its brackets.
pub(super) fn merge(
    counts: &mut FxHashMap<String, Count>,
    spans: &mut [(Range<usize>, String)],
    letters: &FxHashMap<String, String>,
) {
    let mut short = letters.clone();
    let mut longer: FxHashMap<&str, Vec<&String>> = FxHashMap::default();
    for name in counts.keys() {
        let words = name.match_indices(' ').map(|(end, _)| &name[..end]);
        words.for_each(|first| longer.entry(first).or_default().push(name));
    }
    for (first, names) in longer {
        if let ([name], Some(count)) = (names.as_slice(), counts.get(first))
            && counts[*name].first <= count.first
        {
            short.insert(first.to_owned(), (*name).clone());
        }
    }
    // "Quillo", "Quillo Telecom", "QT": the last of them stands for all.
    let whole = |text: &str| {
        successors(short.get(text), |form| short.get(*form))
            .take(LONGEST_CHAIN)
            .last()
    };
    for form in short.keys() {
        if let (Some(name), Some(count)) = (whole(form), counts.remove(form)) {
            match counts.get_mut(name) {
                Some(all) => all.add(count),
                None => drop(counts.insert(name.clone(), count)),
            }
        }
    }
    for (_, text) in spans {
        if let Some(name) = whole(text) {
            name.clone_into(text);
        }
    }
}
