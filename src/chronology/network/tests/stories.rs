//! Networks of the size and shape of long stories: whether they come out right, and how fast.

use super::{Constraint, Label, Network, O, Point, Trust, floyd_warshall, network, one_by_one, standing};

/// Windows, lies in a hundred, and whether shuffled, of the stories that are told.
const STORIES: [(usize, usize, bool); 8] = [
    (HOURS, 0, false),
    (SEASON, 0, false),
    (SEASON, 0, true),
    (0, 0, false),
    (0, 0, true),
    (HOURS, 3, false),
    (SEASON, 3, true),
    (0, 3, true),
];
const HOURS: usize = 3 * 3600;
const SEASON: usize = 100 * 86_400;

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("less than a usize")
    }

    fn seconds(&mut self, limit: usize) -> i64 {
        i64::try_from(self.below(limit)).expect("a few hours")
    }
}

/// A story: points in their order, ten minutes apart on average, each in a window of hours, with a
/// distance to one neighbour and the order to another. Of `lies` constraints in a hundred the
/// numbers are wrong. Shuffled, the points are made in no order.
fn long_story(points: usize, window: usize, lies: usize, shuffled: bool) -> (Network, Vec<Point>) {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut network, mut p) = network(points);
    if shuffled {
        (1..points).rev().for_each(|last| p.swap(last, dice.below(last + 1)));
    }
    let mut time = 1_600_000_000;
    let times: Vec<i64> = std::iter::repeat_with(|| {
        time += dice.seconds(1200);
        time
    })
    .take(points)
    .collect();
    let mut label = 0..;
    let mut say = |network: &mut Network, dice: &mut Dice, from, to, least: Option<i64>, most: Option<i64>| {
        let wrong = if dice.below(100) < lies {
            dice.seconds(90_000)
        } else {
            0
        };
        let (least, most) = (least.map(|least| least + wrong), most.map(|most| most + wrong));
        let trust = Trust(u8::try_from(dice.below(4)).expect("less than 4"));
        let label = Label(label.next().expect("labels do not end"));
        network.constrain(Constraint {
            from,
            to,
            least,
            most,
            label,
            trust,
        });
    };
    for (i, &point) in p.iter().enumerate() {
        if window > 0 && dice.below(10) > 0 {
            let (before, after) = (dice.seconds(window), dice.seconds(window));
            say(
                &mut network,
                &mut dice,
                O,
                point,
                Some(times[i] - before),
                Some(times[i] + after),
            );
        }
        let (near, last) = (i.saturating_sub(1 + dice.below(4)), i.saturating_sub(1));
        let distance = times[i] - times[near];
        if near < i {
            let slack = dice.seconds(900);
            say(
                &mut network,
                &mut dice,
                p[near],
                point,
                Some(distance - slack),
                Some(distance + slack),
            );
        }
        if last < i {
            say(&mut network, &mut dice, p[last], point, Some(0), None);
        }
    }
    (network, p)
}

#[test]
fn long_stories_come_out_as_by_floyd_and_warshall() {
    for (window, lies, shuffled) in STORIES {
        let (network, p) = long_story(80, window, lies, shuffled);
        let solution = network.clone().solve();
        let cube = floyd_warshall(network.points, &standing(&network.constraints, &solution));
        for &a in &p {
            for &b in &p {
                let most = cube[a.index()][b.index()];
                let proof = solution.proof_of_most(a, b);
                assert_eq!(proof.map(|proof| (proof.bound.into(), proof.steps.len())), most);
                let not_after = cube[b.index()][a.index()].is_some_and(|(seconds, _)| seconds <= 0);
                assert_eq!(solution.precedes(a, b), not_after);
            }
        }
        let backwards: Vec<Point> = p.iter().rev().copied().collect();
        assert_eq!(solution.arrange(&p), one_by_one(&solution, &p));
        assert_eq!(solution.arrange(&backwards), one_by_one(&solution, &backwards));
    }
}

/// Run with `cargo test --release time_for -- --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "the figures are what this is run for")]
fn time_for_stories_of_growing_length() {
    let longest = if cfg!(debug_assertions) { 1000 } else { 5000 };
    println!(
        "points window lies% shuffled | solve, all against the origin | arranged | bounds of 1000 pairs | conflicts"
    );
    for (window, lies, shuffled) in STORIES {
        for points in [10, 100, 1000, 5000].into_iter().filter(|&points| points <= longest) {
            let (network, p) = long_story(points, window, lies, shuffled);
            let clock = std::time::Instant::now();
            let solution = network.clone().solve();
            let solved = clock.elapsed();
            let clock = std::time::Instant::now();
            let order = solution.arrange(&p);
            let ordered = clock.elapsed();
            let mut dice = Dice(7);
            let clock = std::time::Instant::now();
            for _ in 0..1000 {
                let _ = solution.bounds(p[dice.below(points)], p[dice.below(points)]);
            }
            let asked = clock.elapsed();
            let told = solution.conflicts().len();
            println!(
                "{points:>6} {window:>8} {lies} {shuffled:<5} | {solved:>10.2?} | {ordered:>10.2?} | {asked:>10.2?} | {told}"
            );
            assert_eq!(order.len(), points);
        }
    }
}
