//! Two hundred articles about one outage, made by rule from the six voices of a fixture: what a merge costs.
//!
//! `cargo bench --bench merge`; with `CORPUS=FILE` they are made from that article instead.

use std::path::{Path, PathBuf};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use outage_timeline::check::fixture::Fixture;
use outage_timeline::{Input, Options, reconstruct};

/// Words that another desk would use for each other.
const SYNONYMS: &[(&str, &str)] = &[
    ("restored", "brought back"),
    ("services", "systems"),
    ("users", "customers"),
    ("outage", "disruption"),
    ("began", "started"),
    ("company", "operator"),
    ("acknowledged", "admitted"),
    ("rolled back", "reverted"),
    ("said", "stated"),
];

/// The texts that the others are made from.
fn seeds() -> Vec<Input> {
    let read = |path: &Path| std::fs::read(path).expect("a file that can be read");
    if let Some(path) = std::env::var_os("CORPUS").map(PathBuf::from) {
        let bytes = read(&path);
        return vec![Input {
            path: path.display().to_string(),
            bytes,
        }];
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/40-six-voices.md");
    let fixture = Fixture::new(Input {
        path: path.display().to_string(),
        bytes: read(&path),
    });
    fixture.expect("a fixture").cases.swap_remove(0).inputs
}

/// So many articles: other words, paragraphs left out, clocks a minute off, each filed by a desk of its own.
fn articles(count: usize) -> Vec<Input> {
    let seeds = seeds();
    let make = |at: usize| {
        let seed = &seeds[at % seeds.len()];
        let mut text = String::from_utf8_lossy(&seed.bytes).into_owned();
        for (bit, (word, other)) in SYNONYMS.iter().enumerate() {
            if (at >> (bit % 8)) & 1 == 1 {
                text = text.replace(word, other);
            }
        }
        let kept = |(index, _): &(usize, &str)| *index < 2 || !(at / seeds.len() + index).is_multiple_of(4);
        let paragraphs: Vec<&str> = text.split("\n\n").enumerate().filter(kept).map(|it| it.1).collect();
        let mut text = paragraphs.join("\n\n");
        if at % 7 == 3 {
            text = text.replace(":44", ":45").replace(":20", ":21");
        }
        text.push_str(&format!("\n\nFiled by desk {}.\n", at * 37 % 101));
        Input {
            path: format!("{at:03}-{}", seed.path.rsplit('/').next().unwrap_or_default()),
            bytes: text.into_bytes(),
        }
    };
    (0..count).map(make).collect()
}

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("merge");
    group.sample_size(10);
    for count in [6, 50, 200] {
        let articles = articles(count);
        group.bench_with_input(BenchmarkId::from_parameter(count), &articles, |bencher, articles| {
            bencher.iter(|| reconstruct(articles, &Options::default()).expect("texts that can be read"));
        });
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
