//! The distance graph: an arc for each bound, found by the point it leaves or enters.

use std::ops::{Add, Sub};

use super::proof::{Side, Step};
use super::{Constraint, Point};

/// The length of a path: its seconds first, and among equals its number of steps, in one number
/// that adds and compares both at once.
///
/// Steps make the shortest path also the one with the fewest steps, and every cycle of zero seconds
/// longer than nothing: shortest paths never run in circles. 128 bits, because the seconds of
/// thousands of steps of any `i64` must not overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length(i128);

impl Length {
    pub const ZERO: Self = Self(0);
    /// No path. Adding to it leaves it as it is.
    pub const FAR: Self = Self(i128::MAX);
    const STEP_BITS: u32 = 32;

    fn of_step(seconds: i64) -> Self {
        Self((i128::from(seconds) << Self::STEP_BITS) + 1)
    }

    /// A distance that is no path: it has no steps.
    pub fn of_seconds(seconds: i128) -> Self {
        Self(seconds << Self::STEP_BITS)
    }

    /// The seconds alone. Not for `FAR`, which has none.
    pub fn seconds(self) -> i128 {
        debug_assert!(self != Self::FAR, "no path has no seconds");
        self.0 >> Self::STEP_BITS
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if self == Self::FAR || other == Self::FAR {
            Self::FAR
        } else {
            Self(self.0 + other.0)
        }
    }
}

/// Only for lengths of real paths.
impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// `head − tail ≤ length`, and which side of which constraint says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub length: Length,
    pub tail: u32,
    pub head: u32,
    pub constraint: u32,
    pub side: Side,
}

impl Arc {
    /// The arcs of a constraint: one for each side that is bounded.
    ///
    /// The two ends of `i64` are no times that anyone means: `least = i64::MIN` bounds nothing, and
    /// `most = i64::MIN` is taken one second wider, so that every bound can be negated.
    pub fn of(index: usize, constraint: &Constraint) -> impl Iterator<Item = Self> + use<> {
        let number = u32::try_from(index).expect("memory ends before four thousand million constraints do");
        let (from, to) = (constraint.from.0, constraint.to.0);
        let arc = move |tail, head, seconds, side| Self {
            length: Length::of_step(seconds),
            tail,
            head,
            constraint: number,
            side,
        };
        let most = constraint
            .most
            .map(|most| arc(from, to, most.max(-i64::MAX), Side::Most));
        let least = constraint
            .least
            .and_then(i64::checked_neg)
            .map(|most| arc(to, from, most, Side::Least));
        most.into_iter().chain(least)
    }

    /// What the arc says, as a step of an explanation: an upper bound on `head − tail`.
    pub fn step(&self, constraints: &[Constraint]) -> Step {
        Step {
            label: constraints[self.constraint as usize].label,
            from: Point(self.tail),
            to: Point(self.head),
            bound: i64::try_from(self.length.seconds()).expect("an arc's seconds were made from an i64"),
            side: Side::Most,
            reversed: self.side == Side::Least,
        }
    }
}

/// Which way along the arcs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From tail to head: paths that leave a point.
    Forward,
    /// From head to tail: paths that arrive at a point.
    Backward,
}

/// Arcs sorted by the point they leave, so that those of one point lie side by side.
#[derive(Debug)]
pub(super) struct Graph {
    arcs: Vec<Arc>,
    /// The arcs out of point p are `leaving[p] .. leaving[p + 1]`.
    leaving: Vec<u32>,
    /// The arcs into point p are those whose numbers stand at `entering[p] .. entering[p + 1]` of
    /// `by_head`.
    entering: Vec<u32>,
    by_head: Vec<u32>,
}

impl Graph {
    /// A graph of `points` points with the given arcs. Arcs between the same points keep their
    /// order.
    pub fn new(points: usize, mut arcs: Vec<Arc>) -> Self {
        arcs.sort_by_key(|arc| arc.tail);
        let mut by_head: Vec<u32> = (0..).take(arcs.len()).collect();
        by_head.sort_by_key(|&number| arcs[number as usize].head);
        let leaving = starts(points, arcs.iter().map(|arc| arc.tail));
        let entering = starts(points, arcs.iter().map(|arc| arc.head));
        Self {
            arcs,
            leaving,
            entering,
            by_head,
        }
    }

    pub fn points(&self) -> usize {
        self.leaving.len() - 1
    }

    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    pub fn arc(&self, number: u32) -> &Arc {
        &self.arcs[number as usize]
    }

    /// The numbers of the arcs out of a point.
    pub fn out_of(&self, point: u32) -> std::ops::Range<u32> {
        self.leaving[point as usize]..self.leaving[point as usize + 1]
    }

    /// The numbers of the arcs into a point.
    pub fn into(&self, point: u32) -> &[u32] {
        &self.by_head[self.entering[point as usize] as usize..self.entering[point as usize + 1] as usize]
    }
}

/// Where the run of each point begins in a list sorted by point, and where the last one ends.
fn starts(points: usize, owners: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0; points + 1];
    for owner in owners {
        starts[owner as usize + 1] += 1;
    }
    for point in 0..points {
        starts[point + 1] += starts[point];
    }
    starts
}
