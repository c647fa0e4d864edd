//! What holds for every network, tried on small random ones.

use proptest::prelude::*;

use super::super::{Bounds, Side};
use super::{
    Constraint, Label, Network, Point, Solution, Trust, consistent, constraint, floyd_warshall, one_by_one, standing,
};

fn solve(points: u32, constraints: &[Constraint]) -> Solution {
    Network {
        points,
        constraints: constraints.to_vec(),
    }
    .solve()
}

const POINTS: u32 = 6;

fn pairs() -> impl Iterator<Item = (Point, Point)> {
    (0..POINTS).flat_map(|a| (0..POINTS).map(move |b| (Point(a), Point(b))))
}

prop_compose! {
    fn any_constraint()(
        from in 0..POINTS,
        to in 0..POINTS,
        least in prop::option::of(-20_i64..20),
        width in prop::option::of(-2_i64..30),
        label in 0_u32..1000,
        trust in 0_u8..3,
    ) -> Constraint {
        let most = width.map(|width| least.unwrap_or(0) + width);
        Constraint { from: Point(from), to: Point(to), least, most, label: Label(label), trust: Trust(trust) }
    }
}

/// Constraints with labels of their own.
fn any_constraints() -> impl Strategy<Value = Vec<Constraint>> {
    prop::collection::vec(any_constraint(), 0..16).prop_map(|mut constraints| {
        (0..)
            .zip(&mut constraints)
            .for_each(|(label, constraint)| constraint.label = Label(label));
        constraints
    })
}

/// Times for all points, and constraints that they satisfy.
fn a_story() -> impl Strategy<Value = Vec<Constraint>> {
    let times = prop::collection::vec(-50_i64..50, POINTS as usize);
    let shapes = prop::collection::vec((any_constraint(), 0_i64..10, 0_i64..10), 1..16);
    (times, shapes).prop_map(|(times, shapes)| {
        let true_to_times = |(constraint, before, after): (Constraint, i64, i64)| {
            let distance = times[constraint.to.index()] - times[constraint.from.index()];
            let least = constraint.least.map(|_| distance - before);
            Constraint {
                least,
                most: constraint.most.map(|_| distance + after),
                ..constraint
            }
        };
        shapes.into_iter().map(true_to_times).collect()
    })
}

/// Constraints with numbers from the ends of the range.
fn extreme_constraints() -> impl Strategy<Value = Vec<Constraint>> {
    let number = || {
        prop::option::of(prop_oneof![
            Just(i64::MIN),
            Just(i64::MAX),
            Just(-i64::MAX),
            -1_000_000_000_000_000..1_000_000_000_000_000_i64
        ])
    };
    prop::collection::vec((any_constraint(), number(), number()), 0..16).prop_map(|shapes| {
        shapes
            .into_iter()
            .map(|(constraint, least, most)| Constraint {
                least,
                most,
                ..constraint
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_bound_is_obeyed_by_all_solutions_and_attained_by_one(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        let standing = standing(&constraints, &solution);
        prop_assert!(consistent(POINTS, &standing));
        let holds_with = |from, to, least, most| {
            let mut asked = standing.clone();
            asked.push(constraint(0, from, to, least, most));
            consistent(POINTS, &asked)
        };
        for (from, to) in pairs() {
            let Bounds { least, most } = solution.bounds(from, to);
            match least {
                Some(least) => prop_assert!(holds_with(from, to, Some(least), Some(least)) && !holds_with(from, to, None, Some(least - 1))),
                None => prop_assert!(holds_with(from, to, None, Some(-1_000_000))),
            }
            match most {
                Some(most) => prop_assert!(holds_with(from, to, Some(most), Some(most)) && !holds_with(from, to, Some(most + 1), None)),
                None => prop_assert!(holds_with(from, to, Some(1_000_000), None)),
            }
        }
    }

    #[test]
    fn bounds_are_those_of_floyd_and_warshall_and_proofs_have_as_few_steps(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        let cube = floyd_warshall(POINTS, &standing(&constraints, &solution));
        for (from, to) in pairs() {
            let proof = solution.proof_of_most(from, to);
            let found = proof.map(|proof| (i128::from(proof.bound), proof.steps.len()));
            prop_assert_eq!(found, cube[from.index()][to.index()]);
            let proof = solution.proof_of_least(from, to);
            let found = proof.map(|proof| (-i128::from(proof.bound), proof.steps.len()));
            prop_assert_eq!(found, cube[to.index()][from.index()]);
        }
    }

    #[test]
    fn proofs_replay(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        let standing = standing(&constraints, &solution);
        for (from, to) in pairs() {
            let Bounds { least, most } = solution.bounds(from, to);
            let proofs = [(solution.proof_of_least(from, to), least, Side::Least), (solution.proof_of_most(from, to), most, Side::Most)];
            for (proof, bound, side) in proofs {
                prop_assert_eq!(proof.as_ref().map(|proof| proof.bound), bound);
                let Some(proof) = proof else { continue };
                prop_assert_eq!(proof.side, side);
                prop_assert_eq!(proof.steps.iter().map(|step| step.bound).sum::<i64>(), proof.bound);
                let end = proof.steps.iter().try_fold(from, |at, step| (step.from == at && step.side == side).then_some(step.to));
                prop_assert_eq!(end, Some(to));
                for step in proof.steps {
                    let told = step.as_stated();
                    let said = standing.iter().find(|constraint| constraint.label == step.label).expect("only what stands proves");
                    let bound = if told.side == Side::Least { said.least } else { said.most };
                    prop_assert_eq!((told.from, told.to, Some(told.bound)), (said.from, said.to, bound));
                }
            }
        }
    }

    #[test]
    fn conflicts_are_minimal_and_their_numbers_true(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        for conflict in solution.conflicts() {
            let said = |label: &Label| constraints[label.0 as usize];
            let members: Vec<Constraint> = conflict.labels.iter().map(said).collect();
            prop_assert!(!consistent(POINTS, &members));
            for left_out in 0..members.len() {
                let mut rest = members.clone();
                rest.remove(left_out);
                prop_assert!(consistent(POINTS, &rest));
            }
            prop_assert_eq!(conflict.edges.iter().map(|edge| edge.bound).sum::<i64>(), -conflict.excess);
            prop_assert!(conflict.edges.iter().all(|edge| edge.side == Side::Most));
            let (first, last) = (conflict.edges[0], conflict.edges[conflict.edges.len() - 1]);
            prop_assert!(conflict.edges.windows(2).all(|pair| pair[0].to == pair[1].from) && last.to == first.from);
            prop_assert_eq!(first.label, conflict.gave_way.label);
        }
    }

    #[test]
    fn what_gives_way_is_the_weakest_of_its_conflict_and_fits_when_widened(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        let standing = standing(&constraints, &solution);
        for conflict in solution.conflicts() {
            let weakness = |constraint: &Constraint| (std::cmp::Reverse(constraint.trust), constraint.label);
            let weakest = conflict.gave_way;
            if conflict.edges.len() == 2 && weakest.from == weakest.to {
                continue; // a reversed distance of a point to itself: no widening of one bound need mend it
            }
            let members: Vec<Constraint> = conflict.labels.iter().map(|label| constraints[label.0 as usize]).collect();
            prop_assert_eq!(members.iter().max_by_key(|member| weakness(member)), Some(&weakest));

            // Only the bound that broke is widened: that of the circle's first edge.
            let widened = |by: i64| match conflict.edges[0].as_stated().side {
                Side::Least => Constraint { least: weakest.least.map(|least| least - by), ..weakest },
                Side::Most => Constraint { most: weakest.most.map(|most| most + by), ..weakest },
            };
            let agrees = |others: &[Constraint], by: i64| {
                let mut all: Vec<Constraint> = others.iter().filter(|other| other.label != weakest.label).copied().collect();
                all.push(widened(by));
                consistent(POINTS, &all)
            };
            prop_assert!(agrees(&members, conflict.excess) && !agrees(&members, conflict.excess - 1));
            if members.len() > 1 {
                let went_before: Vec<Constraint> = standing.iter().filter(|other| weakness(other) < weakness(&weakest)).copied().collect();
                prop_assert!(agrees(&went_before, conflict.repair) && !agrees(&went_before, conflict.repair - 1));
            }
        }
    }

    #[test]
    fn one_more_true_constraint_never_widens_a_bound(constraints in a_story()) {
        let (without, with) = (solve(POINTS, &constraints[1..]), solve(POINTS, &constraints));
        prop_assert!(without.conflicts().is_empty() && with.conflicts().is_empty());
        for (from, to) in pairs() {
            let (wide, narrow) = (without.bounds(from, to), with.bounds(from, to));
            prop_assert!(narrow.least >= wide.least); // None is the smallest
            prop_assert!(wide.most.is_none_or(|wide| narrow.most.is_some_and(|narrow| narrow <= wide)));
        }
    }

    #[test]
    fn precedes_agrees_with_the_bounds_and_a_list_is_arranged_as_one_by_one(constraints in any_constraints()) {
        let solution = solve(POINTS, &constraints);
        let points: Vec<Point> = (0..POINTS).rev().map(Point).collect();
        let entailed = |a, b| solution.bounds(a, b).least.is_some_and(|least| least >= 0);
        for (a, b) in pairs() {
            prop_assert_eq!(solution.precedes(a, b), entailed(a, b));
            prop_assert_eq!(solution.before(a, b), entailed(a, b) && !entailed(b, a));
        }
        prop_assert_eq!(solution.arrange(&points), one_by_one(&solution, &points));
    }

    #[test]
    fn numbers_from_the_ends_of_the_range_overflow_nothing(constraints in extreme_constraints()) {
        let solution = solve(POINTS, &constraints);
        for (from, to) in pairs() {
            let _ = solution.bounds(from, to);
            let _ = solution.proof_of_least(from, to);
            let _ = solution.proof_of_most(from, to);
            let _ = solution.precedes(from, to);
        }
        prop_assert!(solution.conflicts().iter().all(|conflict| conflict.excess > 0 && conflict.repair > 0));
    }
}
