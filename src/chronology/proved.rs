//! What is proved of a timeline's events, and by which words: told when asked for, for most of it nobody asks.
//!
//! One would get wrong to read the order off the rows: rows stand one below the other even where nothing proves it.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::network::{Point, Proof, Solution};
use super::timeline::{EventId, Node, Scale, Step};

/// What is proved; the default knows of nothing.
#[derive(Clone, Debug, Default)]
pub struct Proved {
    known: Known,
}

#[derive(Clone, Debug, Default)]
enum Known {
    #[default]
    Nothing,
    /// By a network.
    Solved(Arc<Solved>),
    /// By somebody's word: the chains of each event.
    Told(FxHashMap<EventId, Chains>),
}

/// A solved network, and what its points stand for.
#[derive(Debug)]
pub struct Solved {
    /// What the constraints entail.
    pub solution: Solution,
    /// The beginning of each event.
    pub starts: Vec<Point>,
    /// The zero of each scale.
    pub zeros: FxHashMap<Scale, Point>,
    /// What each point is, by its number.
    pub nodes: Vec<Node>,
}

/// The words that prove where an event lies.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Chains {
    /// Why it does not begin earlier.
    pub earliest: Vec<Step>,
    /// Why it does not begin later.
    pub latest: Vec<Step>,
    /// Why the event above does not lie after it; empty for the first.
    pub order: Vec<Step>,
}

impl Proved {
    /// By a network.
    pub fn solved(by: Solved) -> Self {
        Self {
            known: Known::Solved(Arc::new(by)),
        }
    }

    /// As somebody tells it.
    pub fn told(chains: impl IntoIterator<Item = (EventId, Chains)>) -> Self {
        Self {
            known: Known::Told(chains.into_iter().collect()),
        }
    }

    /// Whether `a` is proved to lie before `b`, and not at the same second.
    pub fn proves(&self, a: EventId, b: EventId) -> bool {
        let Known::Solved(solved) = &self.known else {
            return false;
        };
        match (solved.starts.get(a.0), solved.starts.get(b.0)) {
            (Some(a), Some(b)) => solved.solution.before(*a, *b),
            _ => false,
        }
    }

    /// The words that prove where an event lies on its scale, and after the one above it; empty where there are none.
    pub fn of(&self, event: EventId, scale: Scale) -> Chains {
        match &self.known {
            Known::Nothing => Chains::default(),
            Known::Solved(solved) => solved.of(event, scale).unwrap_or_default(),
            Known::Told(chains) => chains.get(&event).cloned().unwrap_or_default(),
        }
    }
}

impl Solved {
    fn of(&self, event: EventId, scale: Scale) -> Option<Chains> {
        let start = *self.starts.get(event.0)?;
        let zero = *self.zeros.get(&scale)?;
        let most = |from: Point, to: Point| self.solution.proof_of_most(from, to);
        let above = event.0.checked_sub(1).map(|above| self.starts[above]);
        // This one comes first in the chain: above − this is at most nothing.
        let order = above.filter(|above| self.solution.before(*above, start));
        let order = order.and_then(|above| most(start, above));
        Some(Chains {
            earliest: self.steps(most(start, zero)),
            latest: self.steps(most(zero, start)),
            order: self.steps(order),
        })
    }

    fn steps(&self, proof: Option<Proof>) -> Vec<Step> {
        let node = |point: Point| self.nodes[point.index()];
        let step = |step: &super::network::Step| Step {
            from: node(step.from),
            to: node(step.to),
            most: step.bound,
            evidence: step.label.0 as usize,
        };
        proof.map_or_else(Vec::new, |proof| proof.steps.iter().map(step).collect())
    }
}
