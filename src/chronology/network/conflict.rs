//! A contradiction: constraints that cannot all hold.

use super::graph::{Arc, Length};
use super::proof::Step;
use super::{Constraint, Label};

/// A smallest set of constraints that cannot all hold: without any one of them the others agree.
///
/// They stand in a circle, and going round it one would arrive before one set out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Who stands behind the members, each once, in the order of `edges`.
    pub labels: Vec<Label>,
    /// The circle: upper bounds (`to − from ≤ bound`), each beginning where the one before it
    /// ended, that add up to `−excess` where they should add up to at least 0. The first is of the
    /// constraint that gave way. For a sentence take [`Step::as_stated`].
    pub edges: Vec<Step>,
    /// By how many seconds one of the members must be wider for all of them to agree. At least 1.
    pub excess: i64,
    /// By how many seconds the bound that gave way must be wider to agree not only with these
    /// members, but with every constraint that went before it. At least `excess`, and the same for
    /// a constraint that contradicts itself.
    pub repair: i64,
    /// The least trusted member, and among equals the one added last. It is left out of the
    /// solution, with both its bounds.
    pub gave_way: Constraint,
}

impl Conflict {
    /// The conflict of a negative cycle whose first arc is of the constraint that gives way;
    /// `worst` is the most negative cycle through it.
    pub(super) fn of(cycle: &[Arc], worst: Length, constraints: &[Constraint]) -> Self {
        let edges: Vec<Step> = cycle.iter().map(|arc| arc.step(constraints)).collect();
        let mut labels: Vec<Label> = Vec::new();
        for edge in &edges {
            if !labels.contains(&edge.label) {
                labels.push(edge.label);
            }
        }
        let length = cycle.iter().fold(Length::ZERO, |sum, arc| sum + arc.length);
        Self {
            labels,
            edges,
            excess: shortage(length),
            repair: shortage(worst),
            gave_way: constraints[cycle[0].constraint as usize],
        }
    }
}

/// How many seconds a negative length lacks to zero.
fn shortage(length: Length) -> i64 {
    i64::try_from(-length.seconds()).unwrap_or(i64::MAX)
}
