//! Clues → the phase: a log-linear model (multinomial logistic regression, "maximum entropy": Berger, Della Pietra and
//! Della Pietra 1996).
//!
//! One would get wrong to believe it where it is in two minds: what the parser has read is one of its clues, and the
//! better reason where the others leave it open.

use std::sync::LazyLock;

use super::clue::Clue;
use super::keyed::Keyed;
use super::weights::WEIGHTS;
use crate::parser::statement::kind::Phase;

/// What is told apart; background, the last of all, is no matter of the course.
pub const PHASES: [Phase; 12] = match Phase::ALL.first_chunk() {
    Some(phases) => *phases,
    None => unreachable!(),
};

/// A weight of one, as the table has it.
pub const UNIT: f32 = 64.0;

/// How much likelier than the phase that the parser has read another must be.
const MARGIN: f32 = 0.1;

static BY_CLUE: LazyLock<Keyed<[i8; PHASES.len()]>> = LazyLock::new(|| Keyed::new(WEIGHTS));

/// The likeliest phase by what has been learnt, the parser having read one.
pub fn likeliest(read: Phase, clues: &[Clue]) -> Phase {
    let mut scores = [0.0; PHASES.len()];
    for clue in clues {
        if let Some(weights) = BY_CLUE.get(clue.key) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += clue.strength * f32::from(*weight) / UNIT;
            }
        }
    }
    decide(&scores, read)
}

/// How likely each phase is, by scores that are logarithms of odds; together 1.
pub fn likelihoods(scores: &[f32; PHASES.len()]) -> [f32; PHASES.len()] {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let odds = scores.map(|score| (score - most).exp());
    let sum: f32 = odds.iter().sum();
    odds.map(|odds| odds / sum)
}

/// The likeliest phase, by scores that are logarithms of odds; what the parser has read stands unless another is
/// plainly likelier.
pub fn decide(scores: &[f32; PHASES.len()], read: Phase) -> Phase {
    let likelihoods = likelihoods(scores);
    let likely = |at: usize| likelihoods[at] + if PHASES[at] == read { MARGIN } else { 0.0 };
    let best = (0..PHASES.len()).max_by(|a, b| likely(*a).total_cmp(&likely(*b)));
    best.map_or(read, |at| PHASES[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::course::keyed::tests::assert_named;
    use Phase::{Peak, Recovering, Started};

    fn scores(of: &[(Phase, f32)]) -> [f32; PHASES.len()] {
        PHASES.map(|phase| of.iter().find(|(it, _)| *it == phase).map_or(f32::MIN, |(_, p)| p.ln()))
    }

    #[test]
    fn what_the_parser_read_stands_in_doubt() {
        let torn = scores(&[(Started, 0.52), (Recovering, 0.48)]);
        assert_eq!(decide(&torn, Recovering), Recovering);
        assert_eq!(decide(&torn, Peak), Started);
        let plain = scores(&[(Started, 0.6), (Recovering, 0.4)]);
        assert_eq!(decide(&plain, Recovering), Started);
    }

    #[test]
    fn each_clue_is_found_by_its_number() {
        assert_named(include_str!("weights.rs"), WEIGHTS);
    }
}
