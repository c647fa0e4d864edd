//! How much two tellings of different texts are one happening.
//!
//! One would get wrong to ask for equal times: a paper's "around 11:45" and the operator's 15:44 UTC are one, and
//! where two sources disagree by minutes it is still one happening, told differently.

use rustc_hash::FxHashSet;

use crate::article::token::Kind;
use crate::lexicon::lexicon;
use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;
use crate::parser::statement::kind::{Modality, Phase};

use super::Told;
use super::gather::{Telling, dated, statement};

/// A time that is told wider than this is no clock time.
const TIGHT: i64 = 2 * 3600;
/// Sources that tell one turning point lie at most this far apart.
const WIDEST_DISPUTE: i64 = 45 * 60;
/// What is told less plainly, at most this far.
const NARROW_DISPUTE: i64 = 20 * 60;

/// Words that every telling of an outage has.
const COMMON: &[&str] = &[
    "outag", "servic", "issu", "incident", "problem", "user", "custom", "compan", "report", "time", "started", "began",
    "disrupt",
];

/// What is compared of a telling.
#[derive(Clone, Debug)]
pub struct Trait {
    phase: Phase,
    modality: Modality,
    scale: Scale,
    start: i64,
    /// From and to, both known.
    reach: (i64, i64),
    stems: FxHashSet<String>,
}

impl Trait {
    /// Reads it off a telling.
    pub fn of(told: &[Told], telling: Telling) -> Self {
        let (statement, dated) = (statement(told, telling), dated(told, telling));
        let reach = match dated.relative_to {
            Some(_) => (dated.start - 1800, dated.start + 1800),
            None => (
                dated.window.0.unwrap_or(dated.start).min(dated.start),
                dated.window.1.unwrap_or(dated.start).max(dated.start),
            ),
        };
        // To the minute is as exact as prose gets.
        let slack = if dated.value.granularity <= Granularity::Minute {
            59
        } else {
            0
        };
        Self {
            phase: dated.phase,
            modality: statement.modality,
            scale: dated.scale,
            start: dated.start,
            reach: (reach.0, reach.1 + slack),
            stems: stems(told, telling),
        }
    }

    /// Whether it is told as a clock time, or nearly.
    pub fn is_tight(&self) -> bool {
        self.reach.1 - self.reach.0 <= TIGHT
    }

    /// The same on the scale of UTC, where the distance of a local clock from it has been found.
    pub fn shifted(&self, by: i64) -> Self {
        Self {
            scale: Scale::Utc,
            start: self.start + by,
            reach: (self.reach.0 + by, self.reach.1 + by),
            ..self.clone()
        }
    }

    /// The instant that is named, and the scale that it is on.
    pub fn start(&self) -> (Scale, i64) {
        (self.scale, self.start)
    }

    /// Nothing between them, or the seconds from the end of one to the beginning of the other.
    fn gap(&self, other: &Self) -> i64 {
        (self.reach.0 - other.reach.1).max(other.reach.0 - self.reach.1).max(0)
    }

    /// More the more speaks for one happening; `None` where it is two.
    pub fn likeness(&self, other: &Self) -> Option<i64> {
        let comparable = match (self.scale, other.scale) {
            (Scale::Utc, Scale::Utc) => true,
            // Two clocks of unknown zones may be one; then they agree to the minute.
            (Scale::Local { .. }, Scale::Local { .. }) => self.gap(other) == 0,
            _ => false,
        };
        if !comparable || self.modality != other.modality {
            return None;
        }
        let shared = i64::try_from(self.stems.intersection(&other.stems).count()).unwrap_or(i64::MAX);
        let least = i64::try_from(self.stems.len().min(other.stems.len())).unwrap_or(i64::MAX);
        let most_of_it = least > 0 && shared * 2 >= least;
        let gap = self.gap(other);
        let tight = self.is_tight() && other.is_tight();
        let same_phase = self.phase == other.phase;
        let turning = matches!(self.phase, Phase::Started | Phase::Resolved);
        let one = match (tight, gap == 0) {
            (true, true) if same_phase => turning || shared >= 1,
            (true, true) if near(self.phase, other.phase) => shared >= 2 || (shared >= 1 && most_of_it),
            (true, true) => shared >= 3 && most_of_it,
            (true, false) if same_phase && turning => gap <= WIDEST_DISPUTE && shared >= 1,
            (true, false) if same_phase => gap <= NARROW_DISPUTE && shared >= 2 && most_of_it,
            (false, true) if same_phase => (turning && shared >= 1) || (shared >= 3 && most_of_it),
            (false, true) => shared >= 4 && most_of_it,
            _ => false,
        };
        let apart = if tight {
            (self.start - other.start).abs() / 60
        } else {
            60
        };
        one.then(|| {
            let alike = if least > 0 { 60 * shared / least } else { 0 };
            alike + i64::from(same_phase) * 30 + (60 - apart.min(60)) - gap / 60
        })
    }
}

/// Phases that two people may give one happening.
fn near(a: Phase, b: Phase) -> bool {
    use Phase::{
        Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
        Resolved, Started,
    };
    let beside = |a: Phase, b: Phase| {
        matches!(
            (a, b),
            (Precursor, Started)
                | (Started, Peak | Detected | Ongoing)
                | (Detected, Acknowledged | Investigating | Peak)
                | (Acknowledged, Investigating | Aftermath)
                | (Investigating, Identified | Mitigating)
                | (Identified, Mitigating)
                | (Mitigating, Recovering)
                | (Recovering, Resolved | Ongoing)
        )
    };
    beside(a, b) || beside(b, a)
}

/// The words of a clause that carry meaning, cut to their stems, without the names of services.
fn stems(told: &[Told], telling: Telling) -> FxHashSet<String> {
    let article = &told[telling.document].article;
    let statement = statement(told, telling);
    let lexicon = lexicon();
    let named: FxHashSet<String> = statement
        .services
        .iter()
        .flat_map(|service| service.split_whitespace().map(str::to_lowercase))
        .collect();
    article.tokens[statement.clause.clone()]
        .iter()
        .filter_map(|token| match token.kind {
            Kind::Word { id, .. } if lexicon.function_words.word(id).is_none() => {
                let word = article.words(token.span).to_lowercase();
                (word.chars().count() > 2 && !named.contains(&word)).then(|| stem(&word))
            }
            _ => None,
        })
        .filter(|stem| !COMMON.contains(&stem.as_str()))
        .collect()
}

/// A word without the ending that its sentence gives it.
fn stem(word: &str) -> String {
    let cut = [
        "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y",
    ]
    .iter()
    .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 4));
    cut.unwrap_or(word).to_owned()
}
