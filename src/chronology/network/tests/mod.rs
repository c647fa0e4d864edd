//! The network against examples, and against Floyd and Warshall's cube.

mod examples;
mod properties;
mod stories;

use super::{Constraint, Label, Network, Point, Solution, Trust};

const O: Point = Network::ORIGIN;

fn network(points: usize) -> (Network, Vec<Point>) {
    let mut network = Network::new();
    let points = (0..points).map(|_| network.point()).collect();
    (network, points)
}

fn constraint(label: u32, from: Point, to: Point, least: Option<i64>, most: Option<i64>) -> Constraint {
    Constraint {
        from,
        to,
        least,
        most,
        label: Label(label),
        trust: Trust(1),
    }
}

fn within(label: u32, from: Point, to: Point, least: i64, most: i64) -> Constraint {
    constraint(label, from, to, Some(least), Some(most))
}

/// Shortest paths as (seconds, steps) between all pairs; `None` where there is none. A negative
/// cycle shows on the diagonal.
type Cube = Vec<Vec<Option<(i128, usize)>>>;

fn floyd_warshall(points: u32, constraints: &[Constraint]) -> Cube {
    let n = points as usize;
    let mut cube: Cube = (0..n)
        .map(|a| (0..n).map(|b| (a == b).then_some((0, 0))).collect())
        .collect();
    let shorten = |cube: &mut Cube, a: usize, b: usize, length: (i128, usize)| {
        if cube[a][b].is_none_or(|known| length < known) {
            cube[a][b] = Some(length);
        }
    };
    for constraint in constraints {
        let (from, to) = (constraint.from.index(), constraint.to.index());
        if let Some(most) = constraint.most {
            shorten(&mut cube, from, to, (most.into(), 1));
        }
        if let Some(least) = constraint.least {
            shorten(&mut cube, to, from, (-i128::from(least), 1));
        }
    }
    for over in 0..n {
        for a in 0..n {
            for b in 0..n {
                if let (Some(there), Some(on)) = (cube[a][over], cube[over][b]) {
                    shorten(&mut cube, a, b, (there.0 + on.0, there.1 + on.1));
                }
            }
        }
    }
    cube
}

fn consistent(points: u32, constraints: &[Constraint]) -> bool {
    let cube = floyd_warshall(points, constraints);
    (0..points as usize).all(|point| cube[point][point].is_some_and(|(seconds, _)| seconds >= 0))
}

/// What stands: everything but what gave way.
fn standing(constraints: &[Constraint], solution: &Solution) -> Vec<Constraint> {
    let mut standing = constraints.to_vec();
    for conflict in solution.conflicts() {
        let place = standing
            .iter()
            .rposition(|constraint| *constraint == conflict.gave_way)
            .expect("what gave way had been added");
        standing.remove(place);
    }
    standing
}

/// A list put in its entailed order the plain way: again and again the first before which nothing is left.
fn one_by_one(solution: &Solution, points: &[Point]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..points.len()).collect();
    let mut out = Vec::new();
    while !left.is_empty() {
        let free = |index: &usize| !left.iter().any(|other| solution.before(points[*other], points[*index]));
        let at = left.iter().position(free).expect("an entailed order has no circles");
        out.push(left.remove(at));
    }
    out
}
