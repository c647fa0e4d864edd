//! What is entailed to come before what, and a list that is put in such an order.
//!
//! One would get wrong to keep an answer for each pair: a log of a hundred thousand lines has ten thousand million
//! pairs, and nearly all of them stand as the caller has them already.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::Point;
use super::graph::Length;
use super::search::Search;
use super::solution::{Solution, not_after_zero};

impl Solution {
    /// Whether `a` is entailed to be before `b`, and not the same second.
    #[must_use]
    pub fn before(&self, a: Point, b: Point) -> bool {
        self.precedes(a, b) && !self.precedes(b, a)
    }

    /// Puts a list in an entailed order: what is entailed to be before something stands above it, and otherwise
    /// whatever comes first in the list. Gives for each place the index in the list.
    ///
    /// A list that stands in such an order already costs little more than being read.
    #[must_use]
    pub fn arrange(&self, preferred: &[Point]) -> Vec<usize> {
        let behind = self.entailed_from_behind(preferred);
        let mut waits_for: Vec<usize> = behind.iter().map(Vec::len).collect();
        let mut holds_up: Vec<Vec<usize>> = vec![Vec::new(); preferred.len()];
        for (index, earlier) in behind.iter().enumerate() {
            earlier.iter().for_each(|at| holds_up[*at].push(index));
        }
        let mut out = Vec::with_capacity(preferred.len());
        let mut held: BTreeSet<usize> = BTreeSet::new();
        let mut next = 0;
        let mut let_go = false;
        while out.len() < preferred.len() {
            // What is held up stands above all that has not been looked at: it goes first as soon as it can.
            let is_free = |index: &usize, held: &BTreeSet<usize>| {
                waits_for[*index] == 0
                    && !held
                        .range(..*index)
                        .any(|at| self.before(preferred[*at], preferred[*index]))
            };
            let free = held.iter().copied().find(|index| let_go && is_free(index, &held));
            let index = match free {
                Some(index) => {
                    held.remove(&index);
                    index
                }
                None if next < preferred.len() => {
                    let index = next;
                    next += 1;
                    let_go = false;
                    if !is_free(&index, &held) {
                        held.insert(index);
                        continue;
                    }
                    index
                }
                // An entailed order has no circles, so something is always free.
                None => match held.pop_first() {
                    Some(index) => index,
                    None => break,
                },
            };
            for freed in &holds_up[index] {
                waits_for[*freed] -= 1;
            }
            let_go = let_go || free.is_some() || !holds_up[index].is_empty();
            out.push(index);
        }
        out
    }

    /// For each point those below it in the list that are entailed to be before it: nearly always none.
    fn entailed_from_behind(&self, preferred: &[Point]) -> Vec<Vec<usize>> {
        let count = preferred.len();
        let mut out = vec![Vec::new(); count];
        let mut place: Vec<Option<usize>> = vec![None; self.graph.points()];
        for (index, point) in preferred.iter().enumerate() {
            place[point.index()] = Some(index);
        }
        let mut search = Search::new(self.graph.points());
        let mut soonest: Option<(i128, i128)> = None;
        let mut least_potential = Length::FAR;
        for index in (0..count).rev() {
            let point = preferred[index];
            let (earliest, latest) = (self.earliest(point), self.latest(point));
            // By their bounds: something below is over before this one can be.
            let over = |before: (i128, i128)| match earliest == latest {
                true => before < (latest, earliest),
                false => before.0 <= earliest,
            };
            if soonest.is_some_and(over) {
                let below = index + 1..count;
                out[index].extend(below.filter(|at| self.before(preferred[*at], point)));
            } else if least_potential != Length::FAR {
                self.search_detours(&mut search, point.0, |to, length, rank| {
                    if not_after_zero(length)
                        && let Some(at) = place[to as usize].filter(|at| *at > index)
                        && self.before(preferred[at], point)
                    {
                        out[index].push(at);
                    }
                    // Ranks only rise: when even the least potential below cannot be reached in time, none can.
                    match (rank + least_potential).seconds() > 0 {
                        true => ControlFlow::Break(()),
                        false => ControlFlow::Continue(()),
                    }
                });
            }
            soonest = Some(soonest.map_or((latest, earliest), |it| it.min((latest, earliest))));
            least_potential = least_potential.min(self.potentials[point.index()]);
        }
        out
    }
}
