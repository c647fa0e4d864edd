//! Solutions to search from: a first guess at one, and a good one made from any.

use std::cmp::Reverse;

use super::Constraint;
use super::graph::{Graph, Length, Way};
use super::search::Search;

/// A solution in the middle, made from any.
///
/// Where all bounds have slack, those that differ do so in most solutions, and a search is done
/// after a few steps. Half the sum of two solutions is a solution: of one that has all points as
/// early and close together as they can be, and one that has them as late and far apart.
pub(super) fn centred(graph: &Graph, any: &[Length]) -> Vec<Length> {
    let all = || (0..).take(graph.points());
    let mut early = Search::new(graph.points());
    early.run(graph, any, Way::Backward, all(), |_, _| true);

    let first = all().min_by_key(|&point| any[point as usize]);
    let mut late = Search::new(graph.points());
    late.run(graph, any, Way::Forward, first, |_, _| true);
    // What the first point does not bound goes along with the rest, far enough behind to push none
    // of it: the lesser of two solutions is a solution too.
    let behind = |&point: &u32| late.length(point).seconds() - any[point as usize].seconds();
    let behind = late.reached().iter().map(behind).max().unwrap_or(0);
    let late = |point: u32| match late.length(point) {
        Length::FAR => any[point as usize].seconds() + behind,
        length => length.seconds(),
    };
    all()
        .map(|point| Length::of_seconds((late(point) - early.length(point).seconds()) >> 1))
        .collect()
}

/// A solution of nearly everything, so that nearly every arc is admitted at a glance. A guess only:
/// what stands is not decided here.
///
/// Bellman and Ford's relaxation, sweeping through the points up and down in turn (Yen, "An
/// algorithm for finding shortest routes from all source nodes to a given destination in general
/// networks", Quarterly of Applied Mathematics 27, 1970): a story's points come mostly in the order
/// of its times, so few sweeps suffice. Cycles are looked for after each and cut at their weakest
/// arc.
pub(super) fn guess(graph: &Graph, constraints: &[Constraint]) -> Vec<Length> {
    let points = u32::try_from(graph.points()).expect("points are numbered in u32");
    let mut potentials = vec![Length::ZERO; graph.points()];
    let mut parents: Vec<Option<u32>> = vec![None; graph.points()];
    let mut waiting = vec![true; graph.points()];
    let mut cut = vec![false; graph.arcs().len()];
    let mut upwards = false;
    loop {
        upwards = !upwards;
        let mut settled = true;
        for turn in 0..points {
            let point = if upwards { turn } else { points - 1 - turn };
            if !std::mem::take(&mut waiting[point as usize]) {
                continue;
            }
            for number in graph.out_of(point).filter(|&number| !cut[number as usize]) {
                let arc = graph.arc(number);
                let potential = potentials[point as usize] + arc.length;
                let head = arc.head as usize;
                if potential < potentials[head] {
                    (potentials[head], parents[head], waiting[head]) = (potential, Some(number), true);
                    settled = false;
                }
            }
        }
        if settled {
            return potentials;
        }
        for cycle in parent_cycles(graph, &parents) {
            let weakness = |&number: &u32| {
                let constraint = graph.arc(number).constraint;
                (Reverse(constraints[constraint as usize].trust), constraint)
            };
            let weakest = cycle.into_iter().max_by_key(weakness).expect("a cycle has an arc");
            cut[weakest as usize] = true;
            parents[graph.arc(weakest).head as usize] = None;
        }
    }
}

/// The cycles among the arcs that last lowered each point. Each is negative, and where the graph
/// has a negative cycle one shows in time (Cherkassky and Goldberg, "Negative-cycle detection
/// algorithms", Mathematical Programming 85, 1999).
fn parent_cycles(graph: &Graph, parents: &[Option<u32>]) -> Vec<Vec<u32>> {
    let tail = |number: u32| graph.arc(number).tail as usize;
    let mut walk_of = vec![usize::MAX; parents.len()];
    let mut cycles = Vec::new();
    for walk in 0..parents.len() {
        let mut point = walk;
        while walk_of[point] == usize::MAX {
            walk_of[point] = walk;
            match parents[point] {
                Some(number) => point = tail(number),
                None => break,
            }
        }
        // Back on its own trail by an arc, not stopped at a root.
        if walk_of[point] == walk && parents[point].is_some() {
            let mut cycle = Vec::new();
            let mut at = point;
            while let Some(number) = parents[at] {
                cycle.push(number);
                at = tail(number);
                if at == point {
                    break;
                }
            }
            cycles.push(cycle);
        }
    }
    cycles
}
