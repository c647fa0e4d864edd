//! What the constraints entail: bounds between any two points, and their proofs.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Arc as Shared, Mutex, PoisonError};

use super::admission::{Admitted, admit};
use super::conflict::Conflict;
use super::graph::{Graph, Length, Way};
use super::proof::{Proof, Side, Step};
use super::search::{Paths, Search};
use super::{Constraint, Network, Point};

/// How many lengths between points are remembered before all are forgotten: 32 bytes each.
const REMEMBERED: usize = 1 << 20;

/// The tightest bounds on the distance between two points, in seconds, both ends included; `None`
/// is no bound on that side.
///
/// A bound too large for an `i64` is given as the next weaker that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The least that the distance can be.
    pub least: Option<i64>,
    /// The most that it can be.
    pub most: Option<i64>,
}

/// What a [`Network`] entails, without the constraints that gave way.
///
/// Its methods panic for a point that the network does not have.
#[derive(Debug)]
pub struct Solution {
    pub(super) graph: Graph,
    pub(super) potentials: Vec<Length>,
    constraints: Vec<Constraint>,
    conflicts: Vec<Conflict>,
    /// Shortest paths from the origin: the latest that each point can be.
    from_origin: Paths,
    /// Shortest paths to the origin: minus the earliest that each point can be.
    to_origin: Paths,
    memory: Mutex<Memory>,
}

/// The shortest paths out of points that were asked about before.
#[derive(Debug, Default)]
struct Memory {
    detours: HashMap<u32, Shared<[Detour]>>,
    size: usize,
    /// Of the last search, to be used again.
    search: Option<Search>,
}

/// A point to which there is a shorter path than through the origin.
#[derive(Debug, Clone, Copy)]
struct Detour {
    length: Length,
    to: u32,
    /// The last arc of the path; its tail is a detour too, or the start.
    arc: u32,
}

impl Solution {
    pub(super) fn of(network: Network) -> Self {
        let Admitted {
            graph,
            potentials,
            conflicts,
        } = admit(&network);
        let origin_search = |way| {
            let mut search = Search::new(graph.points());
            search.run(&graph, &potentials, way, [Network::ORIGIN.0], |_, _| true);
            search.into_paths()
        };
        Self {
            from_origin: origin_search(Way::Forward),
            to_origin: origin_search(Way::Backward),
            graph,
            potentials,
            constraints: {
                let mut constraints = network.constraints;
                constraints.shrink_to_fit();
                constraints
            },
            conflicts,
            memory: Mutex::default(),
        }
    }

    /// The contradictions, one for each constraint that gave way, the most trusted of these first.
    /// Empty where all agree.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The tightest entailed bounds on `to − from`. Each is attained by some solution, though
    /// perhaps not both by the same.
    ///
    /// Free where one of the points is the origin; otherwise the first question about a point costs
    /// a search, and further ones a look.
    #[must_use]
    pub fn bounds(&self, from: Point, to: Point) -> Bounds {
        Bounds {
            least: least_of(self.distance(to, from)),
            most: most_of(self.distance(from, to)),
        }
    }

    /// Why `to − from` cannot be less than its tightest lower bound: the chain with the fewest
    /// steps that gives it. `None` where there is no bound.
    #[must_use]
    pub fn proof_of_least(&self, from: Point, to: Point) -> Option<Proof> {
        let bound = least_of(self.distance(to, from))?;
        // The path runs the other way round: see the module's documentation.
        let steps = self.path(to, from).into_iter().rev().map(Step::turned).collect();
        Some(Proof {
            side: Side::Least,
            bound,
            steps,
        })
    }

    /// Why `to − from` cannot be more than its tightest upper bound: the chain with the fewest
    /// steps that gives it. `None` where there is no bound.
    #[must_use]
    pub fn proof_of_most(&self, from: Point, to: Point) -> Option<Proof> {
        let bound = most_of(self.distance(from, to))?;
        Some(Proof {
            side: Side::Most,
            bound,
            steps: self.path(from, to),
        })
    }

    /// Whether `a ≤ b` is entailed. They may still be the same second.
    #[must_use]
    pub fn precedes(&self, a: Point, b: Point) -> bool {
        if not_after_zero(self.through_origin(b.0, a.0)) {
            return true;
        }
        !self.can_follow(a.0, b.0) && not_after_zero(self.distance(b, a))
    }

    /// Whether one of three solutions at hand (all at their latest, all at their earliest, the
    /// potentials) has a after b.
    pub(super) fn can_follow(&self, a: u32, b: u32) -> bool {
        let after = |a: Length, b: Length| a != Length::FAR && b != Length::FAR && a.seconds() > b.seconds();
        after(self.from_origin.length(a), self.from_origin.length(b))
            || after(self.to_origin.length(b), self.to_origin.length(a))
            || after(self.potentials[a as usize], self.potentials[b as usize])
    }

    /// The earliest that a point can be; the least of all numbers where nothing bounds it.
    pub(super) fn earliest(&self, point: Point) -> i128 {
        match self.to_origin.length(point.0) {
            Length::FAR => i128::MIN,
            length => -length.seconds(),
        }
    }

    /// The latest that a point can be; the greatest of all numbers where nothing bounds it.
    pub(super) fn latest(&self, point: Point) -> i128 {
        match self.from_origin.length(point.0) {
            Length::FAR => i128::MAX,
            length => length.seconds(),
        }
    }

    /// The length of the shortest path: the tightest upper bound on `to − from`.
    fn distance(&self, from: Point, to: Point) -> Length {
        let through_origin = self.through_origin(from.0, to.0);
        if from == Network::ORIGIN || to == Network::ORIGIN {
            return through_origin;
        }
        match find(&self.detours(from.0), to.0) {
            Some(detour) => detour.length,
            None => through_origin,
        }
    }

    /// The length of the shortest path that visits the origin.
    pub(super) fn through_origin(&self, from: u32, to: u32) -> Length {
        self.to_origin.length(from) + self.from_origin.length(to)
    }

    /// Searches the paths from a point that are shorter than the one through the origin, until
    /// `visit` has seen enough (see [`Search::run_until`]).
    ///
    /// Where a path is not shorter, none that goes on from there is: the search ends there, mostly
    /// after a few steps.
    pub(super) fn search_detours(
        &self,
        search: &mut Search,
        from: u32,
        visit: impl FnMut(u32, Length, Length) -> ControlFlow<()>,
    ) {
        let to_origin = self.to_origin.length(from);
        let shorter = |point, length| length < to_origin + self.from_origin.length(point);
        search.run_until(&self.graph, &self.potentials, Way::Forward, [from], shorter, visit);
    }

    /// All detours from a point, sorted by where they lead.
    fn detours(&self, from: u32) -> Shared<[Detour]> {
        // A stamp that only the clock bounds has no other way to anywhere: nothing to search, nothing to remember.
        let mut arcs = self.graph.out_of(from);
        if from != Network::ORIGIN.0 && arcs.all(|arc| self.graph.arc(arc).head == Network::ORIGIN.0) {
            let itself = (Length::ZERO < self.through_origin(from, from)).then_some(Detour {
                length: Length::ZERO,
                to: from,
                arc: 0,
            });
            return itself.into_iter().collect();
        }
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = memory.detours.get(&from) {
            return Shared::clone(known);
        }
        let memory = &mut *memory;
        let search = memory.search.get_or_insert_with(|| Search::new(self.graph.points()));
        self.search_detours(search, from, |_, _, _| ControlFlow::Continue(()));
        let mut detours: Vec<Detour> = search
            .reached()
            .iter()
            .map(|&to| Detour {
                length: search.length(to),
                to,
                arc: search.arc(to),
            })
            .collect();
        detours.sort_unstable_by_key(|detour| detour.to);
        let detours: Shared<[Detour]> = detours.into();

        let remembered = detours.len() + 1;
        if memory.size + remembered > REMEMBERED {
            memory.detours = HashMap::default();
            memory.size = 0;
        }
        memory.size += remembered;
        memory.detours.insert(from, Shared::clone(&detours));
        detours
    }

    /// The steps of the shortest path, which must exist.
    fn path(&self, from: Point, to: Point) -> Vec<Step> {
        let mut arcs = Vec::new();
        let detours = self.detours(from.0);
        if find(&detours, to.0).is_some() {
            let mut at = to.0;
            while at != from.0 {
                let arc = find(&detours, at).expect("a detour is one all along its path").arc;
                arcs.push(arc);
                at = self.graph.arc(arc).tail;
            }
            arcs.reverse();
        } else {
            let mut at = to.0;
            while at != Network::ORIGIN.0 {
                let arc = self.from_origin.arc(at);
                arcs.push(arc);
                at = self.graph.arc(arc).tail;
            }
            arcs.reverse();
            let mut at = from.0;
            let mut there = Vec::new();
            while at != Network::ORIGIN.0 {
                let arc = self.to_origin.arc(at);
                there.push(arc);
                at = self.graph.arc(arc).head;
            }
            arcs.splice(0..0, there);
        }
        arcs.into_iter()
            .map(|arc| self.graph.arc(arc).step(&self.constraints))
            .collect()
    }
}

fn find(detours: &[Detour], to: u32) -> Option<&Detour> {
    detours
        .binary_search_by_key(&to, |detour| detour.to)
        .ok()
        .map(|index| &detours[index])
}

/// Whether a difference of at most this length is never positive.
pub(super) fn not_after_zero(length: Length) -> bool {
    length != Length::FAR && length.seconds() <= 0
}

/// The upper bound that a path from `from` to `to` gives.
fn most_of(length: Length) -> Option<i64> {
    match length {
        Length::FAR => None,
        // Below the range every i64 is a weaker bound, above it none is.
        length => i64::try_from(length.seconds().max(i64::MIN.into())).ok(),
    }
}

/// The lower bound that a path from `to` to `from` gives.
fn least_of(length: Length) -> Option<i64> {
    match length {
        Length::FAR => None,
        length => i64::try_from((-length.seconds()).min(i64::MAX.into())).ok(),
    }
}
