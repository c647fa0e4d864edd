//! How the whole reading, and the solving of its order, grow with the number of statements.

use std::fmt::Write;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use outage_timeline::{Input, Options, reconstruct};

/// A log of so many entries, a minute apart, every fourth measured from the one before it.
fn story(statements: usize) -> Input {
    let mut text = String::from("# Postmortem, June 21, 2022\n\nAll times are UTC.\n\n");
    for at in 0..statements {
        let (day, hour, minute) = (1 + at / 1440 % 28, at / 60 % 24, at % 60);
        let _ = match at % 4 {
            3 => writeln!(text, "Five minutes later worker {at} was restarted.\n"),
            _ => writeln!(
                text,
                "- 2022-06-{day:02} {hour:02}:{minute:02} worker {at} stopped responding.\n"
            ),
        };
    }
    Input {
        path: "log.md".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("timeline");
    group.sample_size(10);
    for statements in [10, 100, 1_000, 5_000] {
        let input = [story(statements)];
        group.bench_with_input(BenchmarkId::from_parameter(statements), &input, |bencher, input| {
            bencher.iter(|| reconstruct(input, &Options::default()).expect("a text that can be read"));
        });
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
