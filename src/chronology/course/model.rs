//! Clues → the phase: a log-linear model (multinomial logistic regression, "maximum entropy": Berger, Della Pietra and
//! Della Pietra 1996).
//!
//! One would get wrong to take the likeliest phase: two careful readers often tell neighbours apart differently, so
//! that between a resolved, a recovering and a started of nearly one likelihood the first two speak for each other.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clue::Clue;
use super::weights::WEIGHTS;
use crate::parser::statement::kind::Phase;

use Phase::{
    Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
    Resolved, Started,
};

/// What is told apart; background is no matter of the course.
pub const PHASES: [Phase; 12] = [
    Precursor,
    Started,
    Peak,
    Detected,
    Acknowledged,
    Investigating,
    Identified,
    Mitigating,
    Recovering,
    Resolved,
    Ongoing,
    Aftermath,
];

/// A weight of one, as the table has it.
pub const UNIT: f32 = 32.0;

/// What a neighbouring phase is worth, the right one being worth 1.
const NEIGHBOUR: f32 = 0.5;

/// How much more another phase than the one that the parser has read must be worth.
pub const MARGIN: f32 = 0.1;

static BY_KEY: LazyLock<FxHashMap<u64, &'static [i8; 12]>> = LazyLock::new(|| {
    WEIGHTS
        .iter()
        .map(|(name, weights)| (Clue::key_of(name), weights))
        .collect()
});

/// The phase that is worth most by what has been learnt, where it is not the one that the parser has read.
pub fn likeliest(read: Phase, clues: &[Clue]) -> Phase {
    let mut scores = [0.0; PHASES.len()];
    for clue in clues {
        if let Some(weights) = BY_KEY.get(&clue.key()) {
            for (score, weight) in scores.iter_mut().zip(*weights) {
                *score += clue.strength * f32::from(*weight) / UNIT;
            }
        }
    }
    worthiest(&scores, read, MARGIN)
}

/// The phase with the greatest expected worth, by scores that are logarithms of likelihoods; what the parser has read
/// stands unless another is worth plainly more.
pub fn worthiest(scores: &[f32; PHASES.len()], read: Phase, margin: f32) -> Phase {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let odds = scores.map(|score| (score - most).exp());
    let sum: f32 = odds.iter().sum();
    let worth = |said: Phase| -> f32 {
        let each = PHASES
            .iter()
            .zip(odds)
            .map(|(phase, odds)| odds * worth_of(said, *phase));
        each.sum::<f32>() / sum
    };
    let first = (read, worth(read) + margin);
    let best = PHASES.iter().fold(first, |best, phase| {
        let here = worth(*phase);
        if here > best.1 { (*phase, here) } else { best }
    });
    best.0
}

/// What it is worth to say one phase where another is right.
pub fn worth_of(said: Phase, right: Phase) -> f32 {
    let neighbours = |a, b| {
        matches!(
            (a, b),
            (Investigating, Identified)
                | (Mitigating | Recovering, Resolved)
                | (Mitigating, Recovering)
                | (Detected, Acknowledged)
                | (Peak, Ongoing | Started)
                | (Started, Ongoing)
        )
    };
    match said == right {
        true => 1.0,
        false if neighbours(said, right) || neighbours(right, said) => NEIGHBOUR,
        false => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(of: &[(Phase, f32)]) -> [f32; PHASES.len()] {
        PHASES.map(|phase| of.iter().find(|(it, _)| *it == phase).map_or(f32::MIN, |(_, p)| p.ln()))
    }

    #[test]
    fn neighbours_speak_for_each_other() {
        let torn = scores(&[(Started, 0.4), (Recovering, 0.32), (Resolved, 0.28)]);
        assert_eq!(worthiest(&torn, Started, 0.0), Recovering);
        let plain = scores(&[(Started, 0.6), (Recovering, 0.2), (Resolved, 0.2)]);
        assert_eq!(worthiest(&plain, Recovering, 0.0), Started);
    }

    #[test]
    fn each_name_is_learnt_once() {
        assert_eq!(BY_KEY.len(), WEIGHTS.len());
    }
}
