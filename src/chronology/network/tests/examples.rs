//! Small networks and what one would say of them.

use super::super::{Bounds, Conflict, Side, Step};
use super::{Constraint, Label, Network, O, Solution, Trust, constraint, network, within};

fn labels(steps: &[Step]) -> Vec<u32> {
    steps.iter().map(|step| step.label.0).collect()
}

#[test]
fn nothing_said_is_nothing_known() {
    let (network, p) = network(2);
    let solution = network.solve();
    assert_eq!(
        solution.bounds(p[0], p[1]),
        Bounds {
            least: None,
            most: None
        }
    );
    assert_eq!(
        solution.bounds(p[0], p[0]),
        Bounds {
            least: Some(0),
            most: Some(0)
        }
    );
    assert_eq!(solution.proof_of_most(O, p[1]), None);
    assert_eq!(
        solution.proof_of_least(p[0], p[0]).map(|proof| proof.steps),
        Some(vec![])
    );
    assert!(!solution.precedes(p[0], p[1]));
    assert!(solution.precedes(p[0], p[0]));
}

#[test]
fn a_distance_carries_a_window_from_one_point_to_another() {
    // It began at 11:39; the tweet came about six hours after (5½ to 6½).
    let (mut network, p) = network(2);
    network.constrain(within(0, O, p[0], 41_940, 41_940));
    network.constrain(within(1, p[0], p[1], 19_800, 23_400));
    let solution = network.solve();
    assert_eq!(
        solution.bounds(O, p[1]),
        Bounds {
            least: Some(61_740),
            most: Some(65_340)
        }
    );
    let proof = solution.proof_of_least(O, p[1]).expect("there is a bound");
    assert_eq!((proof.bound, labels(&proof.steps)), (61_740, vec![0, 1]));
    assert!(
        proof
            .steps
            .iter()
            .all(|step| step.side == Side::Least && !step.reversed)
    );
    assert!(solution.precedes(p[0], p[1]));
    assert!(!solution.precedes(p[1], p[0]));
}

#[test]
fn a_step_that_runs_against_its_constraint_can_be_told_as_stated() {
    // b is at least 5 s after a, and b is at most at 20: so a is at most at 15.
    let (mut network, p) = network(2);
    network.constrain(constraint(0, p[0], p[1], Some(5), None));
    network.constrain(constraint(1, O, p[1], None, Some(20)));
    let proof = network.solve().proof_of_most(O, p[0]).expect("there is a bound");
    assert_eq!((proof.bound, labels(&proof.steps)), (15, vec![1, 0]));
    let told = proof.steps[1].as_stated();
    assert_eq!(
        (told.from, told.to, told.bound, told.side),
        (p[0], p[1], 5, Side::Least)
    );
}

#[test]
fn three_statements_that_cannot_all_be_true_are_named_and_no_others() {
    let (mut network, p) = network(3);
    network.constrain(within(0, O, p[0], 41_940, 41_940));
    network.constrain(within(1, p[0], p[1], 19_800, 23_400));
    network.constrain(within(2, O, p[2], 0, 86_400));
    network.constrain(within(3, O, p[1], 57_600, 57_600)); // the tweet was sent at 4 p.m.
    let solution = network.solve();
    let [conflict] = solution.conflicts() else {
        panic!("one conflict: {:?}", solution.conflicts())
    };
    let mut named: Vec<u32> = conflict.labels.iter().map(|label| label.0).collect();
    named.sort_unstable();
    assert_eq!(named, [0, 1, 3]);
    assert_eq!(
        (conflict.excess, conflict.repair, conflict.gave_way.label),
        (4_140, 4_140, Label(3))
    );
    assert_eq!(
        solution.bounds(O, p[1]),
        Bounds {
            least: Some(61_740),
            most: Some(65_340)
        }
    );
}

#[test]
fn the_least_trusted_gives_way_wherever_it_was_added() {
    let (mut network, p) = network(1);
    network.constrain(Constraint {
        trust: Trust(0),
        ..within(0, O, p[0], 50, 60)
    });
    network.constrain(within(1, O, p[0], 10, 20));
    let solution = network.solve();
    assert_eq!(solution.conflicts()[0].gave_way.label, Label(0));
    assert_eq!(solution.conflicts()[0].excess, 30);
    assert_eq!(
        solution.bounds(O, p[0]),
        Bounds {
            least: Some(10),
            most: Some(20)
        }
    );
}

#[test]
fn a_constraint_is_not_dropped_for_one_that_gives_way_itself() {
    // The weakest contradicts the middle one, which agrees with the strongest: only the weakest
    // goes.
    let (mut network, p) = network(1);
    network.constrain(Constraint {
        trust: Trust(0),
        ..within(0, O, p[0], 50, 60)
    });
    network.constrain(Constraint {
        trust: Trust(1),
        ..within(1, O, p[0], 10, 30)
    });
    network.constrain(Constraint {
        trust: Trust(2),
        ..within(2, O, p[0], 20, 40)
    });
    let solution = network.solve();
    assert_eq!(
        solution
            .conflicts()
            .iter()
            .map(|conflict| conflict.gave_way.label.0)
            .collect::<Vec<_>>(),
        [0]
    );
    assert_eq!(
        solution.bounds(O, p[0]),
        Bounds {
            least: Some(20),
            most: Some(30)
        }
    );
}

#[test]
fn a_reversed_constraint_conflicts_with_itself_alone() {
    let (mut network, p) = network(1);
    network.constrain(within(0, O, p[0], 0, 100));
    network.constrain(Constraint {
        trust: Trust(9),
        ..within(1, O, p[0], 30, 20)
    });
    network.constrain(constraint(2, p[0], p[0], Some(3), None));
    let solution = network.solve();
    let told: Vec<_> = solution
        .conflicts()
        .iter()
        .map(|conflict| (conflict.labels.clone(), conflict.excess, conflict.edges.len()))
        .collect();
    assert_eq!(told, [(vec![Label(1)], 10, 2), (vec![Label(2)], 3, 1)]);
    assert_eq!(
        solution.bounds(O, p[0]),
        Bounds {
            least: Some(0),
            most: Some(100)
        }
    );
}

#[test]
fn a_conflict_is_told_by_its_fewest_members_and_repaired_for_all() {
    // 0 puts b at 100 to 110 after a; a chain over c says a little more. The newcomer contradicts
    // both.
    let (mut network, p) = network(3);
    network.constrain(within(0, p[0], p[1], 100, 110));
    network.constrain(within(1, p[0], p[2], 52, 60));
    network.constrain(within(2, p[2], p[1], 52, 60));
    network.constrain(within(3, p[0], p[1], 80, 90));
    let solution = network.solve();
    let [conflict] = solution.conflicts() else {
        panic!("one conflict: {:?}", solution.conflicts())
    };
    assert_eq!(conflict.labels, [Label(3), Label(0)]);
    assert_eq!((conflict.excess, conflict.repair), (10, 14));
}

#[test]
fn one_label_with_several_constraints_is_named_once_and_loses_only_one() {
    let (mut network, p) = network(2);
    network.constrain(within(7, O, p[0], 0, 10));
    network.constrain(within(7, p[0], p[1], 5, 5));
    network.constrain(within(7, O, p[1], 100, 100));
    let solution = network.solve();
    assert_eq!(solution.conflicts()[0].labels, [Label(7)]);
    assert_eq!(solution.conflicts()[0].edges.len(), 3);
    assert_eq!(
        solution.bounds(O, p[1]),
        Bounds {
            least: Some(5),
            most: Some(15)
        }
    );
}

#[test]
fn the_shortest_of_equally_tight_chains_is_the_proof() {
    let (mut network, p) = network(2);
    network.constrain(within(0, O, p[0], 0, 10));
    network.constrain(within(1, p[0], p[1], 0, 10));
    network.constrain(within(2, O, p[1], 0, 20));
    let proof = network.solve().proof_of_most(O, p[1]).expect("there is a bound");
    assert_eq!(labels(&proof.steps), [2]);
}

#[test]
fn points_that_are_entailed_to_be_the_same_second_are_together_and_neither_before() {
    let (mut network, p) = network(3);
    network.constrain(within(0, p[0], p[1], 0, 0));
    network.constrain(constraint(1, p[1], p[2], Some(0), None));
    let solution = network.solve();
    assert!(!solution.before(p[0], p[1]) && !solution.before(p[1], p[0]));
    assert!(solution.before(p[0], p[2]) && solution.before(p[1], p[2]) && !solution.before(p[2], p[0]));
    assert_eq!(solution.arrange(&[p[2], p[1], p[0]]), [1, 2, 0]);
}

#[test]
fn a_list_of_no_points_has_an_order() {
    assert!(Network::new().solve().arrange(&[]).is_empty());
}

#[test]
fn a_long_chain_of_huge_bounds_does_not_overflow() {
    let (mut network, p) = network(3000);
    for pair in p.windows(2) {
        network.constrain(within(0, pair[0], pair[1], i64::MAX / 2, i64::MAX));
        network.constrain(within(1, pair[0], pair[1], i64::MIN, i64::MIN));
    }
    let solution = network.solve();
    assert_eq!(
        solution.bounds(p[0], p[2999]),
        Bounds {
            least: Some(i64::MAX),
            most: None
        }
    );
    assert_eq!(
        solution.bounds(p[2999], p[0]),
        Bounds {
            least: None,
            most: Some(i64::MIN)
        }
    );
    assert_eq!(solution.conflicts().len(), 2999);
    assert!(solution.precedes(p[0], p[2999]));
}

#[test]
fn a_solution_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Solution>();
    shared::<Conflict>();
}
