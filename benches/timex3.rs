//! How fast text is read: the tokens, the grammar over them, and the whole of `--format timex3`.
//!
//! One would get wrong to measure on times alone: the text is prose as news has it, a time to two or three lines.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use outage_timeline::article::Article;
use outage_timeline::article::lexer::tokenise;
use outage_timeline::parser::time::expressions;
use outage_timeline::renderer::timex3;
use outage_timeline::{Input, Options, annotate, settings};

/// A page of made-up news.
const PAGE: &str = include_str!("page.txt");

/// The page, once and until it is a megabyte.
fn texts() -> [(&'static str, String); 2] {
    let many = (1 << 20) / PAGE.len() + 1;
    [("article", PAGE.to_owned()), ("megabyte", PAGE.repeat(many))]
}

fn speed(criterion: &mut Criterion) {
    let options = Options {
        date: Some(settings::date("2021-10-04T19:30").expect("a date")),
        ..Options::default()
    };
    for (size, text) in texts() {
        let mut group = criterion.benchmark_group(size);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_with_input(BenchmarkId::from_parameter("tokens"), &text, |b, text| {
            b.iter(|| tokenise(black_box(text)));
        });
        let article = Article::read("page.txt", text.as_bytes(), None).expect("the page is text");
        group.bench_with_input(BenchmarkId::from_parameter("article"), &text, |b, text| {
            b.iter(|| Article::read("page.txt", black_box(text).as_bytes(), None));
        });
        group.bench_with_input(BenchmarkId::from_parameter("grammar"), &article, |b, article| {
            b.iter(|| expressions(black_box(article)));
        });
        let input = Input {
            path: "page.txt".to_owned(),
            bytes: text.clone().into_bytes(),
        };
        group.bench_with_input(BenchmarkId::from_parameter("whole"), &input, |b, input| {
            b.iter(|| annotate(black_box(input), &options).map(|marked| timex3::document(&marked)));
        });
        group.finish();
    }
}

criterion_group!(benches, speed);
criterion_main!(benches);
