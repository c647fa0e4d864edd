//! Why a bound holds: the chain of constraints whose bounds add up to it.

use super::{Label, Point};

/// A lower or an upper bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// `to − from ≥ bound`.
    Least,
    /// `to − from ≤ bound`.
    Most,
}

/// One bound of one constraint, in the direction in which a chain uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// Who stands behind the constraint.
    pub label: Label,
    /// Where the step sets out.
    pub from: Point,
    /// Where it arrives.
    pub to: Point,
    /// Seconds, included.
    pub bound: i64,
    /// Whether `bound` is the least or the most that `to − from` can be.
    pub side: Side,
    /// The constraint was stated from `to` to `from`: "b is at least 5 s after a" stands in the
    /// chain as "a is at most −5 s after b".
    pub reversed: bool,
}

impl Step {
    /// The same bound in the direction in which its constraint was stated: what a sentence about it
    /// should say.
    #[must_use]
    pub fn as_stated(self) -> Self {
        if self.reversed { self.turned() } else { self }
    }

    /// The same bound seen from the other end: `to − from ≤ bound` is `from − to ≥ −bound`.
    pub(super) fn turned(self) -> Self {
        let side = match self.side {
            Side::Least => Side::Most,
            Side::Most => Side::Least,
        };
        // No step is at the lower end of i64, so this never overflows: see `Arc::of`.
        Self {
            from: self.to,
            to: self.from,
            bound: -self.bound,
            side,
            reversed: !self.reversed,
            ..self
        }
    }
}

/// A bound on `to − from`, and the shortest chain of constraints that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Whether it is a lower or an upper bound.
    pub side: Side,
    /// Seconds, included: what the bounds of the steps add up to.
    pub bound: i64,
    /// Leads from `from` to `to`, each step beginning where the one before it ended, all of the
    /// proof's side. Empty for a point and itself.
    pub steps: Vec<Step>,
}
