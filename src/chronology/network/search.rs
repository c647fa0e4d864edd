//! Shortest paths from one point or to one point (Dijkstra, made safe for negative arcs by
//! potentials: Johnson, "Efficient algorithms for shortest paths in sparse networks", Journal of
//! the ACM 24, 1977).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;

use super::graph::{Graph, Length, Way};

/// What a search has found.
#[derive(Debug)]
pub(super) struct Paths {
    /// The shortest path to (or from) each point; `FAR` where the search did not come.
    lengths: Vec<Length>,
    /// The last (or first) arc of that path. Meaningless for a start and where the search did not
    /// come.
    arcs: Vec<u32>,
}

/// The workspace of a search and its result. One that is used again costs only as much as the
/// search reaches.
#[derive(Debug)]
pub(super) struct Search {
    paths: Paths,
    reached: Vec<u32>,
    queue: BinaryHeap<Reverse<(Length, u32)>>,
}

impl Search {
    pub fn new(points: usize) -> Self {
        Self {
            paths: Paths {
                lengths: vec![Length::FAR; points],
                arcs: vec![0; points],
            },
            reached: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    /// Finds the shortest path between the nearest of `starts` and every point, of those paths of
    /// which `wanted` wants every part. `wanted` gets a point and the length of a path to it.
    pub fn run(
        &mut self,
        graph: &Graph,
        potentials: &[Length],
        way: Way,
        starts: impl IntoIterator<Item = u32>,
        wanted: impl Fn(u32, Length) -> bool,
    ) {
        self.run_until(graph, potentials, way, starts, wanted, |_, _, _| {
            ControlFlow::Continue(())
        });
    }

    /// As `run`, but shows every point to `visit` when its path is final, and stops when told to.
    ///
    /// `visit` gets the point, the length of the path, and its rank: that length less the point's
    /// potential (forward; backward, more). Ranks never fall from visit to visit.
    pub fn run_until(
        &mut self,
        graph: &Graph,
        potentials: &[Length],
        way: Way,
        starts: impl IntoIterator<Item = u32>,
        wanted: impl Fn(u32, Length) -> bool,
        mut visit: impl FnMut(u32, Length, Length) -> ControlFlow<()>,
    ) {
        for point in self.reached.drain(..) {
            self.paths.lengths[point as usize] = Length::FAR;
        }
        self.queue.clear();
        // With the potentials taken off, no arc is negative: what leaves the queue first is final.
        let rank = |point: u32, length: Length| match way {
            Way::Forward => length - potentials[point as usize],
            Way::Backward => length + potentials[point as usize],
        };
        for start in starts {
            if wanted(start, Length::ZERO) {
                self.paths.lengths[start as usize] = Length::ZERO;
                self.reached.push(start);
                self.queue.push(Reverse((rank(start, Length::ZERO), start)));
            }
        }
        while let Some(Reverse((ranked, point))) = self.queue.pop() {
            let length = self.paths.lengths[point as usize];
            if ranked != rank(point, length) {
                continue; // a shorter path has been found since
            }
            if visit(point, length, ranked).is_break() {
                break;
            }
            match way {
                Way::Forward => {
                    for number in graph.out_of(point) {
                        let arc = graph.arc(number);
                        self.offer(arc.head, length + arc.length, number, rank, &wanted);
                    }
                }
                Way::Backward => {
                    for &number in graph.into(point) {
                        let arc = graph.arc(number);
                        self.offer(arc.tail, length + arc.length, number, rank, &wanted);
                    }
                }
            }
        }
    }

    fn offer(
        &mut self,
        point: u32,
        length: Length,
        arc: u32,
        rank: impl Fn(u32, Length) -> Length,
        wanted: impl Fn(u32, Length) -> bool,
    ) {
        let known = self.paths.lengths[point as usize];
        if length >= known || !wanted(point, length) {
            return;
        }
        if known == Length::FAR {
            self.reached.push(point);
        }
        self.paths.lengths[point as usize] = length;
        self.paths.arcs[point as usize] = arc;
        self.queue.push(Reverse((rank(point, length), point)));
    }

    /// The points that the last search reached, its start among them.
    pub fn reached(&self) -> &[u32] {
        &self.reached
    }

    pub fn length(&self, point: u32) -> Length {
        self.paths.length(point)
    }

    /// The arc that joins a reached point, other than the start, to the rest of its path.
    pub fn arc(&self, point: u32) -> u32 {
        self.paths.arc(point)
    }

    /// What was found, without the room that finding it took.
    pub fn into_paths(self) -> Paths {
        self.paths
    }
}

impl Paths {
    pub fn length(&self, point: u32) -> Length {
        self.lengths[point as usize]
    }

    /// The arc that joins a reached point, other than the start, to the rest of its path.
    pub fn arc(&self, point: u32) -> u32 {
        self.arcs[point as usize]
    }
}
