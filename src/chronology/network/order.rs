//! Which of many points come before which others.

use std::ops::ControlFlow;

use super::Point;
use super::search::Search;
use super::solution::{Solution, not_after_zero};

/// The entailed order of a list of points, which are meant by their places in that list. A partial
/// order: many pairs are undecided.
#[derive(Debug, Clone)]
pub struct Order {
    /// For each place, the row of its point: a point that is listed twice has one row.
    rows: Vec<u32>,
    not_after: Bits,
}

impl Solution {
    /// The entailed order of the given points, each pair of them as [`Solution::precedes`] would say.
    ///
    /// A bit for each pair, and for each point a search that mostly ends after a few steps.
    #[must_use]
    pub fn entailed_order(&self, points: &[Point]) -> Order {
        // The rows stand in the order of one solution. Whatever is entailed to be not after a point
        // has its row above it, unless they are the same second.
        let mut listed: Vec<u32> = points.iter().map(|point| point.0).collect();
        listed.sort_unstable_by_key(|&point| (self.potentials[point as usize], point));
        listed.dedup();
        let mut row_of: Vec<Option<u32>> = vec![None; self.graph.points()];
        for (row, &point) in (0..).zip(&listed) {
            row_of[point as usize] = Some(row);
        }

        let mut not_after = Bits::new(listed.len());
        let mut search = Search::new(self.graph.points());
        for row in 0..listed.len() {
            self.fill_row(row, &listed, &row_of, &mut not_after, &mut search);
        }
        let rows = points
            .iter()
            .map(|point| row_of[point.index()].expect("every listed point has a row"));
        Order {
            rows: rows.collect(),
            not_after,
        }
    }

    /// Finds all listed points that are not after that of a row. The rows above are filled already.
    fn fill_row(&self, row: usize, listed: &[u32], row_of: &[Option<u32>], not_after: &mut Bits, search: &mut Search) {
        let later = listed[row];
        let now = self.potentials[later as usize].seconds();
        let end = listed.partition_point(|&point| self.potentials[point as usize].seconds() <= now);
        for (column, &earlier) in listed[..end].iter().enumerate() {
            if not_after_zero(self.through_origin(later, earlier)) {
                not_after.set(row, column);
            }
        }

        let mut undecided = 0; // all columns to the left of it are decided
        self.search_detours(search, later, |point, length, rank| {
            if let Some(found) = row_of[point as usize]
                && length.seconds() <= 0
            {
                not_after.set(row, found as usize);
                if (found as usize) < row {
                    // What is not after that point is not after this one either.
                    not_after.merge(found as usize, row);
                }
            }
            while undecided < end && (not_after.get(row, undecided) || self.can_follow(listed[undecided], later)) {
                undecided += 1;
            }
            // Ranks only rise, and potentials do from column to column: when even the first undecided
            // point can no longer be reached in time, none can.
            if undecided == end || (rank + self.potentials[listed[undecided] as usize]).seconds() > 0 {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
    }
}

impl Order {
    /// Whether the i-th point is entailed to be before or at the j-th, and the j-th not to be before
    /// or at the i-th.
    #[must_use]
    pub fn before(&self, i: usize, j: usize) -> bool {
        self.not_after(i, j) && !self.not_after(j, i)
    }

    /// Whether the i-th point is entailed to be the same second as the j-th.
    #[must_use]
    pub fn together(&self, i: usize, j: usize) -> bool {
        self.not_after(i, j) && self.not_after(j, i)
    }

    /// Whether the i-th point is entailed to be before or at the j-th.
    #[must_use]
    pub fn not_after(&self, i: usize, j: usize) -> bool {
        self.not_after.get(self.rows[j] as usize, self.rows[i] as usize)
    }
}

/// A square of bits.
#[derive(Debug, Clone)]
struct Bits {
    words: Vec<u64>,
    words_per_row: usize,
}

impl Bits {
    fn new(side: usize) -> Self {
        let words_per_row = side.div_ceil(64);
        Self {
            words: vec![0; side * words_per_row],
            words_per_row,
        }
    }

    fn get(&self, row: usize, column: usize) -> bool {
        self.words[row * self.words_per_row + column / 64] >> (column % 64) & 1 == 1
    }

    fn set(&mut self, row: usize, column: usize) {
        self.words[row * self.words_per_row + column / 64] |= 1 << (column % 64);
    }

    /// Sets in the lower row whatever is set in the upper one.
    fn merge(&mut self, upper: usize, lower: usize) {
        let (above, below) = self.words.split_at_mut(lower * self.words_per_row);
        let upper = &above[upper * self.words_per_row..][..self.words_per_row];
        for (word, more) in below.iter_mut().zip(upper) {
            *word |= more;
        }
    }
}
