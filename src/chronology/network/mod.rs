//! A simple temporal network: points in time, bounds on the distances between them, and what those
//! bounds entail together.
//!
//! The method is that of Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial
//! Intelligence 49 (1991): `to − from ≤ most` is an arc of that length, `to − from ≥ least` an arc
//! of length `−least` the other way round; the shortest path from a to b is the tightest entailed
//! upper bound on b − a; a cycle of negative length is a contradiction.
//!
//! What one would get wrong:
//!
//! - The tightest *lower* bound on b − a is minus the shortest path from b to a: the way back, not
//!   the way there.
//! - Bounds are closed: 0 ≤ b − a allows that both are the same second, so "before" is `a ≤ b`
//!   entailed and `b ≤ a` not.
//! - Which constraint gives way must not depend on which cycle a search happens to meet first.
//!   Constraints are admitted strongest first, so one is turned away exactly when it contradicts
//!   those that are stronger, or equally strong and added earlier ([`Network::solve`]).
//! - Nearly all points are tied to [`Network::ORIGIN`], so every search would run through it to all
//!   the others. Two searches say everything about paths through the origin; a third between two
//!   points need only look for paths that beat them ([`Solution::bounds`]).
//!
//! It knows nothing of words or calendars: a [`Label`] leads back to whoever said it.

mod admission;
mod conflict;
mod graph;
mod guess;
mod order;
mod proof;
mod search;
mod solution;
#[cfg(test)]
mod tests;

pub use self::conflict::Conflict;
pub use self::proof::{Proof, Side, Step};
pub use self::solution::{Bounds, Solution};

/// An unknown instant: a node of the [`Network`] that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point(u32);

impl Point {
    /// Its number: the origin's is 0, and each new point's is the next.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Whoever stands behind a constraint, as a number that the caller can look up. One label may stand
/// behind several constraints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(pub u32);

/// How firmly a constraint stands: of those that contradict each other, the smallest gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trust(pub u8);

/// `least ≤ to − from ≤ most`, in seconds, both ends included; `None` is no bound on that side.
///
/// `least > most` is allowed: such a constraint contradicts itself, and the solution says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Constraint {
    /// Where the distance is measured from.
    pub from: Point,
    /// Where it is measured to.
    pub to: Point,
    /// The least that `to − from` can be.
    pub least: Option<i64>,
    /// The most that `to − from` can be.
    pub most: Option<i64>,
    /// Who says so.
    pub label: Label,
    /// How firmly.
    pub trust: Trust,
}

/// Points and the constraints between them.
#[derive(Debug, Clone)]
pub struct Network {
    points: u32,
    constraints: Vec<Constraint>,
}

impl Network {
    /// The zero of the time scale: bounds on `p − ORIGIN` are bounds on the time of p itself.
    pub const ORIGIN: Point = Point(0);

    /// A network that has only the origin.
    #[must_use]
    pub fn new() -> Self {
        Self {
            points: 1,
            constraints: Vec::new(),
        }
    }

    /// A new point, of which nothing is known yet.
    pub fn point(&mut self) -> Point {
        let point = Point(self.points);
        self.points = self
            .points
            .checked_add(1)
            .expect("memory ends before four thousand million points do");
        point
    }

    /// Adds a constraint. It may contradict others: [`Network::solve`] sorts that out.
    ///
    /// # Panics
    ///
    /// Where one of its points was made by another network and this one has none of that number.
    pub fn constrain(&mut self, constraint: Constraint) {
        let Constraint { from, to, .. } = constraint;
        assert!(
            from.0 < self.points && to.0 < self.points,
            "{from:?} or {to:?} is not of this network"
        );
        self.constraints.push(constraint);
    }

    /// What all constraints entail together, and where they contradict each other.
    ///
    /// Never fails: constraints are admitted in the order of their trust, strongest first, and
    /// among equals in the order in which they were added. One that contradicts those already
    /// admitted is left out and told as a [`Conflict`]; of every conflict it is therefore the least
    /// trusted member, and among equals the one added last.
    #[must_use]
    pub fn solve(self) -> Solution {
        Solution::of(self)
    }
}

impl Default for Network {
    fn default() -> Self {
        Self::new()
    }
}
