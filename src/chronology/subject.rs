//! Which texts are about the same outage.
//!
//! One would get wrong that a shared day is enough, or a shared firm: two firms fail on one day, and one firm fails
//! twice a year. Both must fit, as far as the texts say them.

use rustc_hash::FxHashSet;

use crate::article::token::Kind;
use crate::parser::statement::kind::Modality;

use super::Told;
use super::gather::Telling;
use super::scope;

/// Stories whose clock times lie further apart are of two outages.
const WIDEST_GAP: i64 = 36 * 3600;

/// What a text is about.
struct Subject {
    /// Where its clock times gather.
    core: Option<(i64, i64)>,
    /// The services that it names, in small letters.
    services: FxHashSet<String>,
    /// All its words, in small letters.
    words: FxHashSet<String>,
}

/// For each text the number of its outage, counted from nought in the order of the texts.
pub fn subjects(told: &[Told]) -> Vec<usize> {
    if told.len() == 1 {
        return vec![0];
    }
    let all: Vec<Subject> = told
        .iter()
        .enumerate()
        .map(|(at, text)| subject(told, at, text))
        .collect();
    let mut group: Vec<usize> = (0..told.len()).collect();
    for b in 0..all.len() {
        for a in 0..b {
            if group[a] != group[b] && same(&all[a], &all[b]) {
                let (low, high) = (group[a].min(group[b]), group[a].max(group[b]));
                group.iter_mut().filter(|it| **it == high).for_each(|it| *it = low);
            }
        }
    }
    // A text that says neither when nor what belongs to the outage of the others, where they have one.
    let says = |at: usize| all[at].core.is_some() || !all[at].services.is_empty();
    let mut known: Vec<usize> = (0..all.len()).filter(|at| says(*at)).map(|at| group[at]).collect();
    known.sort_unstable();
    known.dedup();
    if let [only] = known.as_slice() {
        (0..all.len()).filter(|at| !says(*at)).for_each(|at| group[at] = *only);
    }
    let mut numbers: Vec<usize> = group.clone();
    numbers.sort_unstable();
    numbers.dedup();
    group
        .iter()
        .map(|it| numbers.binary_search(it).expect("every group is among the groups"))
        .collect()
}

fn subject(told: &[Told], document: usize, text: &Told) -> Subject {
    let mine = (0..text.normalised.dated.len()).map(|dated| Telling { document, dated });
    let current = text
        .parsed
        .statements
        .iter()
        .filter(|it| !it.history && it.modality == Modality::Actual);
    let words = text
        .article
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word { .. }));
    Subject {
        core: scope::core(told, mine),
        services: current
            .flat_map(|it| it.services.iter().map(|service| service.to_lowercase()))
            .collect(),
        words: words
            .map(|token| text.article.words(token.span).to_lowercase())
            .collect(),
    }
}

fn same(a: &Subject, b: &Subject) -> bool {
    let near = match (a.core, b.core) {
        (Some(a), Some(b)) => Some(a.0 - b.1 <= WIDEST_GAP && b.0 - a.1 <= WIDEST_GAP),
        _ => None,
    };
    let shared = match a.services.is_empty() || b.services.is_empty() {
        true => None,
        false => Some(!a.services.is_disjoint(&b.services) || names(a, b) || names(b, a)),
    };
    match (near, shared) {
        (Some(false), _) | (_, Some(false)) | (None, None) => false,
        (Some(true), _) | (None, Some(true)) => true,
    }
}

/// Whether `b` speaks of a service of `a` by all the words of its name.
fn names(a: &Subject, b: &Subject) -> bool {
    a.services.iter().any(|service| {
        let mut words = service
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        service.len() > 2 && words.all(|word| b.words.contains(word))
    })
}
