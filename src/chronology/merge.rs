//! Happenings of several texts → happenings: what several tell is one, with all its tellings.
//!
//! One would get wrong to take the texts one after the other: which two are one would hang on who came first. All
//! pairs are weighed, and the best are joined first; of one text, two happenings stay two.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;

use super::Told;
use super::credit::{Credit, Manner};
use super::gather::{Happening, Telling, dated, statement};
use super::likeness::Trait;

/// Clock times of one happening lie in a stretch of this length.
const WIDEST: i64 = 90 * 60;
/// A local clock is found out by so many happenings that fit.
const FITTING: usize = 2;
/// Zones lie a multiple of this apart.
const ZONE_STEP: i64 = 1800;

/// Joins what is told in several texts of one outage; `subjects` says which texts are.
pub fn merge(
    told: &[Told],
    happenings: Vec<Happening>,
    subjects: &[usize],
    credits: &[Credit],
    voices: &[usize],
) -> Vec<Happening> {
    let document = |at: usize| happenings[at].tellings[0].document;
    let mut traits: Vec<Trait> = happenings.iter().map(|it| Trait::of(told, it.tellings[0])).collect();
    let found = offsets(&happenings, &traits, subjects);
    for (at, it) in traits.iter_mut().enumerate() {
        if let (Scale::Local { .. }, Some(by)) = (it.start().0, found.get(&document(at))) {
            *it = it.shifted(*by);
        }
    }
    let mut pairs: Vec<(i64, usize, usize)> = Vec::new();
    for b in 0..happenings.len() {
        for a in 0..b {
            if document(a) != document(b)
                && subjects[document(a)] == subjects[document(b)]
                && let Some(score) = traits[a].likeness(&traits[b])
            {
                pairs.push((score, a, b));
            }
        }
    }
    pairs.sort_unstable_by_key(|(score, a, b)| (std::cmp::Reverse(*score), *a, *b));
    let mut clusters = Clusters::new(&happenings, &traits);
    for (_, a, b) in pairs {
        clusters.join(a, b);
    }
    clusters
        .members
        .into_iter()
        .filter(|members| !members.is_empty())
        .map(|members| {
            let mut tellings: Vec<_> = members.iter().flat_map(|at| happenings[*at].tellings.clone()).collect();
            if members.len() > 1 {
                lead(told, &mut tellings, credits, voices);
            }
            Happening { tellings }
        })
        .collect()
}

/// Puts those first that are believed first: they name the happening, and in a dispute theirs is the time.
fn lead(told: &[Told], tellings: &mut [Telling], credits: &[Credit], voices: &[usize]) {
    let mut heard: FxHashMap<(Option<i64>, Option<i64>), FxHashSet<usize>> = FxHashMap::default();
    for telling in tellings.iter() {
        let window = dated(told, *telling).window;
        heard.entry(window).or_default().insert(voices[telling.document]);
    }
    tellings.sort_by_key(|telling| {
        let (statement, dated) = (statement(told, *telling), dated(told, *telling));
        let credit = credits[telling.document];
        // What names a clock leads what names only a day: it does not contradict it.
        let clock = dated.value.granularity <= Granularity::Minute && dated.relative_to.is_none();
        let agreed = heard.get(&dated.window).map_or(0, FxHashSet::len);
        (
            std::cmp::Reverse((clock, credit.trusted, credit.first_hand, Manner::of(statement, dated))),
            // Those whose outage it is revise what they said. Of those who retell, a later one has only heard it
            // later, so the time that most voices give goes before.
            std::cmp::Reverse((credit.written.filter(|_| credit.first_hand), agreed, credit.written)),
            telling.document,
            telling.dated,
        )
    });
}

/// How far the clock of a text without a zone lies from UTC, where several of its happenings tell.
fn offsets(happenings: &[Happening], traits: &[Trait], subjects: &[usize]) -> FxHashMap<usize, i64> {
    let document = |at: usize| happenings[at].tellings[0].document;
    let local: FxHashSet<usize> = (0..happenings.len())
        .filter(|at| matches!(traits[*at].start().0, Scale::Local { .. }) && traits[*at].is_tight())
        .map(document)
        .collect();
    let mut out = FxHashMap::default();
    for text in local {
        let mine: Vec<&Trait> = (0..happenings.len())
            .filter(|at| document(*at) == text && traits[*at].is_tight())
            .map(|at| &traits[at])
            .collect();
        let others: Vec<&Trait> = (0..happenings.len())
            .filter(|at| document(*at) != text && subjects[document(*at)] == subjects[text])
            .map(|at| &traits[at])
            .filter(|it| it.start().0 == Scale::Utc && it.is_tight())
            .collect();
        let mut scored: Vec<(usize, i64)> = (-28..=28)
            .map(|step| {
                let by = step * ZONE_STEP;
                let fits = |it: &&&Trait| {
                    let it = it.shifted(by);
                    let close = |other: &&&Trait| (it.start().1 - other.start().1).abs() <= 600;
                    others.iter().filter(close).any(|other| it.likeness(other).is_some())
                };
                (mine.iter().filter(fits).count(), by)
            })
            .collect();
        scored.sort_unstable_by_key(|(count, by)| (std::cmp::Reverse(*count), *by));
        if let [(most, by), (next, _), ..] = scored.as_slice()
            && *most >= FITTING
            && most > next
        {
            out.insert(text, *by);
        }
    }
    out
}

/// What is joined so far.
struct Clusters {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    documents: Vec<FxHashSet<usize>>,
    /// From the first to the last clock time.
    reach: Vec<Option<(i64, i64)>>,
}

impl Clusters {
    fn new(happenings: &[Happening], traits: &[Trait]) -> Self {
        let reach = traits
            .iter()
            .map(|it| it.is_tight().then(|| (it.start().1, it.start().1)));
        let document = |it: &Happening| FxHashSet::from_iter([it.tellings[0].document]);
        Self {
            of: (0..happenings.len()).collect(),
            members: (0..happenings.len()).map(|at| vec![at]).collect(),
            documents: happenings.iter().map(document).collect(),
            reach: reach.collect(),
        }
    }

    /// Joins two, unless a text would tell it twice or its clock times would lie too far apart.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a].min(self.of[b]), self.of[a].max(self.of[b]));
        if a == b || !self.documents[a].is_disjoint(&self.documents[b]) {
            return;
        }
        let reach = match (self.reach[a], self.reach[b]) {
            (Some(x), Some(y)) => Some((x.0.min(y.0), x.1.max(y.1))),
            (x, y) => x.or(y),
        };
        if reach.is_some_and(|(from, to)| to - from > WIDEST) {
            return;
        }
        let moved = std::mem::take(&mut self.members[b]);
        moved.iter().for_each(|at| self.of[*at] = a);
        self.members[a].extend(moved);
        let documents = std::mem::take(&mut self.documents[b]);
        self.documents[a].extend(documents);
        self.reach[a] = reach;
    }
}
