//! Which constraints stand: the strongest that agree, and a conflict for each of the others.
//!
//! A constraint is admitted to those that already agree by repairing one solution of theirs (Cotton
//! and Maler, "Fast and flexible difference constraint propagation for DPLL(T)", SAT 2006). Only
//! points that the new bound pushes are looked at; when the push comes round to where it began, the
//! circle is negative.
//!
//! Why the members of one circle are a smallest set: a shortest path visits no point twice, so the
//! circle has each constraint once, and without any of them it is an open chain, on which every
//! bound can be met (a constraint that contradicts itself never gets that far).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::conflict::Conflict;
use super::graph::{Arc, Graph, Length};
use super::guess::{centred, guess};
use super::{Constraint, Network};

/// What agrees.
pub(super) struct Admitted {
    /// The arcs of the constraints that stand.
    pub graph: Graph,
    /// A solution of them, in whole seconds: for every arc, the head's potential is at most the
    /// tail's and the arc's length.
    pub potentials: Vec<Length>,
    /// One for each constraint that does not stand, the strongest of these first.
    pub conflicts: Vec<Conflict>,
}

/// Admits the constraints of a network, strongest first.
pub(super) fn admit(network: &Network) -> Admitted {
    let constraints = &network.constraints;
    let arcs = constraints
        .iter()
        .enumerate()
        .filter(|(_, constraint)| !contradicts_itself(constraint));
    let graph = Graph::new(
        network.points as usize,
        arcs.flat_map(|(index, constraint)| Arc::of(index, constraint))
            .collect(),
    );

    let mut by_constraint = vec![Vec::new(); constraints.len()];
    for (number, arc) in (0..).zip(graph.arcs()) {
        by_constraint[arc.constraint as usize].push(number);
    }
    let mut strongest_first: Vec<usize> = (0..constraints.len()).collect();
    // The sort is stable: equals stay as they were added.
    strongest_first.sort_by_key(|&index| Reverse(constraints[index].trust));

    let mut desk = Desk {
        potentials: guess(&graph, constraints),
        admitted: vec![false; graph.arcs().len()],
        graph,
    };
    let mut conflicts = Vec::new();
    for index in strongest_first {
        let constraint = &constraints[index];
        if contradicts_itself(constraint) {
            let cycle: Vec<Arc> = Arc::of(index, constraint).collect();
            let length = cycle.iter().fold(Length::ZERO, |sum, arc| sum + arc.length);
            conflicts.push(Conflict::of(&cycle, length, constraints));
            continue;
        }
        // At most one side fails: what is below `least` is not above `most`. Should it be the
        // second, the first is taken back; that the solution obeys it too does no harm.
        for &number in &by_constraint[index] {
            if let Err(worst) = desk.try_arc(number) {
                conflicts.push(Conflict::of(&desk.smallest_cycle(number), worst, constraints));
                by_constraint[index]
                    .iter()
                    .for_each(|&number| desk.admitted[number as usize] = false);
                break;
            }
        }
    }

    let Desk {
        graph,
        admitted,
        potentials,
    } = desk;
    let standing = graph
        .arcs()
        .iter()
        .zip(&admitted)
        .filter(|(_, admitted)| **admitted)
        .map(|(arc, _)| *arc)
        .collect();
    let graph = Graph::new(graph.points(), standing);
    Admitted {
        potentials: centred(&graph, &potentials),
        graph,
        conflicts,
    }
}

fn contradicts_itself(constraint: &Constraint) -> bool {
    let (Some(least), Some(most)) = (constraint.least, constraint.most) else {
        return false;
    };
    least > most.max(-i64::MAX) // at the end of i64 one second wider: see `Arc::of`
}

struct Desk {
    graph: Graph,
    admitted: Vec<bool>,
    /// Always a solution of what is admitted.
    potentials: Vec<Length>,
}

impl Desk {
    /// Admits an arc; or tells the length of the most negative cycle that it would close.
    fn try_arc(&mut self, number: u32) -> Result<(), Length> {
        let refused_at = self.graph.arc(number).tail;
        for (point, push) in self.pushed_by(number, refused_at)? {
            self.potentials[point as usize] = self.potentials[point as usize] + push;
        }
        self.admitted[number as usize] = true;
        Ok(())
    }

    /// The points that an arc pushes out of the way, and how far; or, where it pushes `limit`, how
    /// far that. The furthest pushed come first (Dijkstra): what has been looked at is final.
    fn pushed_by(&self, number: u32, limit: u32) -> Result<Vec<(u32, Length)>, Length> {
        let arc = self.graph.arc(number);
        let push = self.slack(arc);
        if push >= Length::ZERO {
            return Ok(Vec::new());
        }
        let mut pushes = vec![Length::ZERO; self.graph.points()];
        pushes[arc.head as usize] = push;
        let mut queue = BinaryHeap::from([Reverse((push, arc.head))]);
        let mut moved = Vec::new();
        while let Some(Reverse((push, point))) = queue.pop() {
            if point == limit {
                return Err(push);
            }
            if push != pushes[point as usize] {
                continue; // it has been pushed further since
            }
            moved.push((point, push));
            for next in self.admitted_out_of(point) {
                let push = push + self.slack(next);
                if push < pushes[next.head as usize] {
                    pushes[next.head as usize] = push;
                    queue.push(Reverse((push, next.head)));
                }
            }
        }
        Ok(moved)
    }

    /// The negative cycle with the fewest steps through an arc that was refused, the arc first.
    /// Among equals the most negative.
    ///
    /// A search by layers, one step deeper each: the most negative cycle may wind through many
    /// constraints that each add a little, and nobody could follow it.
    fn smallest_cycle(&self, number: u32) -> Vec<Arc> {
        struct Visit {
            arc: Arc,
            push: Length,
            /// The visit before, in the layer before.
            before: Option<usize>,
        }
        let refused = *self.graph.arc(number);
        let mut visits = vec![Visit {
            arc: refused,
            push: self.slack(&refused),
            before: None,
        }];
        let mut last_visits = vec![usize::MAX; self.graph.points()];
        last_visits[refused.head as usize] = 0;
        let mut layer = 0..1;
        while last_visits[refused.tail as usize] == usize::MAX {
            assert!(
                !layer.is_empty(),
                "an arc is refused only for a cycle, and this search misses none"
            );
            for before in layer.clone() {
                for &next in self.admitted_out_of(visits[before].arc.head) {
                    let push = visits[before].push + self.slack(&next);
                    let last_visit = &mut last_visits[next.head as usize];
                    // A push that is spent cannot come round: no arc that stands has a negative
                    // slack.
                    let known = visits.get(*last_visit).map_or(Length::ZERO, |visit| visit.push);
                    if push >= known {
                        continue;
                    }
                    let visit = Visit {
                        arc: next,
                        push,
                        before: Some(before),
                    };
                    if *last_visit >= layer.end && *last_visit != usize::MAX {
                        visits[*last_visit] = visit; // of the same layer
                    } else {
                        *last_visit = visits.len();
                        visits.push(visit);
                    }
                }
            }
            layer = layer.end..visits.len();
        }
        let closing = last_visits[refused.tail as usize];
        let back = std::iter::successors(Some(closing), |&visit| visits[visit].before);
        let mut cycle: Vec<Arc> = back.map(|visit| visits[visit].arc).collect();
        cycle.reverse();
        cycle
    }

    /// How far the solution stays inside an arc's bound; negative where it breaks it.
    fn slack(&self, arc: &Arc) -> Length {
        self.potentials[arc.tail as usize] + arc.length - self.potentials[arc.head as usize]
    }

    fn admitted_out_of(&self, point: u32) -> impl Iterator<Item = &Arc> {
        self.graph
            .out_of(point)
            .filter(|&number| self.admitted[number as usize])
            .map(|number| self.graph.arc(number))
    }
}
