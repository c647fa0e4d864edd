//! Learns how much each clue speaks for each phase, from texts with gold timelines and from the fixtures, and measures
//! that on texts left out.
//!
//! ```text
//! OUTAGE_GOLD=FOLDER:FOLDER WEIGHTS=write cargo test --release --test learn -- --ignored --nocapture
//! ```
//!
//! With `LEARN=on` it goes on from the table as it is, for what that was learnt from may not be at hand; only texts that it has
//! not been learnt from tell then how good it is.
//!
//! A folder holds texts and `gold/` (`../shared/corpus/outages/SCHEME.md`); `FOLDER@0.3` lets its rows count for less than
//! those of others, and nothing is learnt from `FOLDER@0`. A text that says another's sentences in other words has
//! `"retells": "FOLDER/NAME"` in its gold, and is left out with that one. One would get wrong to believe what a model says
//! of the texts that it has learnt from: only the figures of those left out count, and they are what is printed.

use std::hash::BuildHasher;
use std::path::{Path, PathBuf};

use outage_timeline::article::Article;
use outage_timeline::article::span::Span;
use outage_timeline::check::fixture::Fixture;
use outage_timeline::chronology::course::clue::Clue;
use outage_timeline::chronology::course::model::{PHASES, UNIT, decide, likelihoods};
use outage_timeline::chronology::timeline::Timeline;
use outage_timeline::parser::statement::kind::{Phase, Scope};
use outage_timeline::{Input, Options, reconstruct_read_by, settings};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use serde_json::Value;

/// Texts that must have a clue, for it to be learnt from.
const FEWEST_TEXTS: usize = 3;
/// Of what gold says, the part of a second reading that it allows.
const SECOND: f32 = 0.25;
/// How much more a row of a fixture is worth than another: its words were chosen to be read one way.
const OF_FIXTURES: f32 = 2.0;
const EPOCHS: usize = 3;
/// Rows that move the weights together.
const BATCH: usize = 32;
/// How far a weight moves at once, at most; it grows for so many batches and then falls to nearly nothing.
const RATE: f32 = 8e-3;
/// The same where the table is gone on from, and how often all rows are gone through then: what is new are few texts among
/// many that are not at hand.
const RATE_ON: f32 = 6e-3;
const EPOCHS_ON: usize = 4;
const GROWING: f32 = 100.0;
/// What of a weight is lost for each time that it moves so far.
const DECAY: f32 = 0.05;
const FOLDS: usize = 5;

/// An event that gold tells the phase of.
struct Row {
    clues: Vec<(String, f32)>,
    gold: Phase,
    also: Vec<Phase>,
    /// What the parser alone reads.
    parser: Phase,
    counts: bool,
    text: usize,
    folder: usize,
    /// How much it is worth learning from.
    weight: f32,
}

type Weights = FxHashMap<String, [f32; PHASES.len()]>;

#[test]
#[ignore = "learns the weights anew, from texts that are not in the repository"]
fn learn() {
    let given = std::env::var("OUTAGE_GOLD").unwrap_or_else(|_| {
        let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus");
        format!("{shared}/outages:{shared}/reports-real")
    });
    let weighed = |folder: &str| match folder.split_once('@') {
        Some((path, weight)) => (PathBuf::from(path), weight.parse().expect("a weight")),
        None => (PathBuf::from(folder), 1.0),
    };
    let (mut folders, weights): (Vec<PathBuf>, Vec<f32>) = given.split(':').map(weighed).unzip();
    let table = std::env::var("LEARN").is_ok_and(|it| it == "on").then(table);
    let table = table.unwrap_or_default();
    let rows = rows(&folders, &weights);
    folders.push(PathBuf::from("fixtures"));
    let texts = rows.iter().map(|row| row.text).max().expect("a text with gold") + 1;
    println!("{} rows of {texts} texts", rows.len());

    let mut told: Vec<(usize, Phase)> = Vec::new();
    for fold in 0..FOLDS {
        let is_out = |row: &Row| row.text % FOLDS == fold;
        let weights = fit(&rows.iter().filter(|row| !is_out(row)).collect::<Vec<_>>(), &table);
        let out = rows.iter().enumerate().filter(|(_, row)| is_out(row));
        told.extend(out.map(|(at, row)| (at, tell(&weights, row))));
    }
    for (folder, path) in folders.iter().enumerate() {
        let here: Vec<_> = told
            .iter()
            .filter(|(at, _)| rows[*at].folder == folder && rows[*at].counts)
            .collect();
        let mean = |said: &dyn Fn(&(usize, Phase)) -> Phase| {
            here.iter().map(|it| worth(&rows[it.0], said(it))).sum::<f32>() / here.len().max(1) as f32
        };
        let (before, after) = (mean(&|it| rows[it.0].parser), mean(&|it| it.1));
        println!(
            "{}: {} rows, parser {before:.3}, left out {after:.3}",
            path.display(),
            here.len()
        );
    }
    if std::env::var("WEIGHTS").is_ok_and(|it| it == "write") {
        write(&fit(&rows.iter().collect::<Vec<_>>(), &table));
    }
}

/// Phases that two careful readers often tell apart differently, as `score_timeline.py` has them.
fn are_neighbours(a: Phase, b: Phase) -> bool {
    use Phase::{
        Acknowledged, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Recovering, Resolved, Started,
    };
    let beside = |a, b| {
        matches!(
            (a, b),
            (Investigating, Identified)
                | (Mitigating | Recovering, Resolved)
                | (Mitigating, Recovering)
                | (Detected, Acknowledged)
                | (Peak, Ongoing | Started)
                | (Started, Ongoing)
        )
    };
    beside(a, b) || beside(b, a)
}

/// What a reader gives for a phase: as the scheme says, half for a neighbour and all for what it names beside the right one.
fn worth(row: &Row, said: Phase) -> f32 {
    match said {
        _ if said == row.gold || row.also.contains(&said) => 1.0,
        _ if are_neighbours(said, row.gold) => 0.5,
        _ => 0.0,
    }
}

/// The phase by weights as they would be written.
fn tell(weights: &Weights, row: &Row) -> Phase {
    let mut scores = [0.0; PHASES.len()];
    for (name, strength) in &row.clues {
        for (score, weight) in scores.iter_mut().zip(weights.get(name).unwrap_or(&[0.0; PHASES.len()])) {
            *score += strength * rounded(*weight) as f32 / UNIT;
        }
    }
    decide(&scores, row.parser)
}

fn rounded(weight: f32) -> i8 {
    (weight * UNIT).round().clamp(-127.0, 127.0) as i8
}

/// Multinomial logistic regression by AdamW (Loshchilov and Hutter 2019). It is not run to its end: after few epochs a clue
/// of few rows has spoken for what these share, and has not yet learnt them by heart.
/// It begins with the weights of a table, where there is one, and is drawn back to them rather than to nothing.
fn fit(rows: &[&Row], table: &Weights) -> Weights {
    let mut seen: FxHashMap<&str, FxHashSet<usize>> = FxHashMap::default();
    for row in rows.iter().filter(|row| row.weight > 0.0) {
        for (name, _) in &row.clues {
            seen.entry(name).or_default().insert(row.text);
        }
    }
    let mut names: Vec<&str> = seen
        .iter()
        .filter(|it| it.1.len() >= FEWEST_TEXTS)
        .map(|it| *it.0)
        .chain(table.keys().map(String::as_str))
        .collect();
    names.sort_unstable();
    names.dedup();
    let index: FxHashMap<&str, usize> = names.iter().copied().zip(0..).collect();
    let of_row = |row: &&Row| -> Vec<(usize, f32)> {
        let clues = row.clues.iter();
        clues
            .filter_map(|(name, strength)| Some((*index.get(name.as_str())?, *strength)))
            .collect()
    };
    let sparse: Vec<Vec<(usize, f32)>> = rows.iter().map(of_row).collect();
    let learnt: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].weight > 0.0).collect();
    let epochs = if table.is_empty() { EPOCHS } else { EPOCHS_ON };
    let last = (epochs * learnt.len().div_ceil(BATCH)) as f32;
    let zero = || vec![[0.0f32; PHASES.len()]; names.len()];
    let known = |name: &&str| table.get(*name).copied().unwrap_or_default();
    let from: Vec<[f32; PHASES.len()]> = names.iter().map(known).collect();
    let fastest = if table.is_empty() { RATE } else { RATE_ON };
    let (mut weights, mut means, mut squares) = (from.clone(), zero(), zero());
    let mut step = 0.0;
    for epoch in 0..epochs {
        let mut shuffled = learnt.clone();
        shuffled.sort_by_cached_key(|at| FxBuildHasher.hash_one((epoch, at)));
        for batch in shuffled.chunks(BATCH) {
            step += 1.0;
            let mut slopes = zero();
            for at in batch {
                add_slope(&mut slopes, &weights, &sparse[*at], rows[*at]);
            }
            let rate = fastest * (step / GROWING).min(1.0) * (1.0 - step / last).max(0.02);
            let (early, late) = (1.0 - 0.9f32.powf(step), 1.0 - 0.999f32.powf(step));
            let all = weights.as_flattened_mut().iter_mut().zip(slopes.as_flattened());
            let moments = means.as_flattened_mut().iter_mut().zip(squares.as_flattened_mut());
            for (((weight, slope), (mean, square)), from) in all.zip(moments).zip(from.as_flattened()) {
                *mean = 0.9 * *mean + 0.1 * slope;
                *square = 0.999 * *square + 0.001 * slope * slope;
                *weight -= rate * (*mean / early / ((*square / late).sqrt() + 1e-6) + DECAY * (*weight - from));
            }
        }
    }
    names.into_iter().map(str::to_owned).zip(weights).collect()
}

/// What a row says against the weights as they are.
fn add_slope(slopes: &mut [[f32; PHASES.len()]], weights: &[[f32; PHASES.len()]], clues: &[(usize, f32)], row: &Row) {
    let mut scores = [0.0f32; PHASES.len()];
    for (at, strength) in clues {
        for (score, weight) in scores.iter_mut().zip(weights[*at]) {
            *score += strength * weight;
        }
    }
    let also: Vec<Phase> = row.also.iter().copied().filter(|it| *it != row.gold).collect();
    let truth = |phase: Phase| match also.len() {
        0 => f32::from(u8::from(phase == row.gold)),
        _ if phase == row.gold => 1.0 - SECOND,
        count => f32::from(u8::from(also.contains(&phase))) * SECOND / count as f32,
    };
    let wrong: Vec<f32> = likelihoods(&scores)
        .iter()
        .zip(PHASES)
        .map(|(likelihood, phase)| likelihood - truth(phase))
        .collect();
    for (at, strength) in clues {
        for (slope, wrong) in slopes[*at].iter_mut().zip(&wrong) {
            *slope += row.weight * strength * wrong / BATCH as f32;
        }
    }
}

fn path_of_table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chronology/course/weights.rs")
}

/// The table that the program reads, by the names of its clues.
fn table() -> Weights {
    let text = std::fs::read_to_string(path_of_table()).expect("the table");
    let row = |line: &str| {
        let (_, row) = line.split_once(", [")?;
        let (weights, name) = row.split_once("]), // ")?;
        let mut all = weights
            .split(", ")
            .map(|it| it.parse::<f32>().expect("a weight") / UNIT);
        let weights = std::array::from_fn(|_| all.next().expect("a weight for each phase"));
        Some((name.to_owned(), weights))
    };
    text.lines().filter_map(row).collect()
}

/// Writes the table that the program reads.
fn write(weights: &Weights) {
    let path = path_of_table();
    let old = std::fs::read_to_string(&path).expect("the table");
    let (head, _) = old.split_once("] = &[\n").expect("the head of the table");
    let mut rows: Vec<String> = weights
        .iter()
        .map(|(name, weights)| (name, weights.map(rounded)))
        .filter(|(_, weights)| weights.iter().any(|weight| *weight != 0))
        .map(|(name, weights)| format!("    (0x{:016x}, {weights:?}), // {name}\n", Clue::key_of(name)))
        .collect();
    rows.sort();
    std::fs::write(&path, format!("{head}] = &[\n{}];\n", rows.concat())).expect("the table can be written");
    println!("{} clues written to {}", rows.len(), path.display());
}

/// The rows of all texts.
fn rows(folders: &[PathBuf], weights: &[f32]) -> Vec<Row> {
    let mut out = Vec::new();
    let mut texts: FxHashMap<String, usize> = FxHashMap::default();
    for (folder, path) in folders.iter().enumerate() {
        let golds = std::fs::read_dir(path.join("gold")).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
        let mut golds: Vec<PathBuf> = golds.map(|entry| entry.expect("an entry").path()).collect();
        golds.sort();
        for gold in golds.iter().filter(|it| it.extension().is_some_and(|it| it == "json")) {
            let name = gold.file_stem().expect("a name").to_string_lossy().into_owned();
            let files = ["txt", "md", "html", "json"].map(|ending| path.join(format!("{name}.{ending}")));
            let Some(file) = files.into_iter().find(|file| file.is_file()) else {
                continue;
            };
            let gold = std::fs::read_to_string(gold).expect("gold");
            let gold: Value = serde_json::from_str(&gold).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            let bytes = std::fs::read(&file).expect("a text");
            let input = Input {
                path: format!("{name}.{}", file.extension().expect("one").display()),
                bytes,
            };
            let here = || format!("{}/{name}", path.file_name().expect("a folder's name").display());
            let next = texts.len();
            let text = *texts
                .entry(gold["retells"].as_str().map_or_else(here, str::to_owned))
                .or_insert(next);
            out.extend(of_text(&input, &gold).into_iter().map(|row| Row {
                text,
                folder,
                weight: weights[folder],
                ..row
            }));
        }
    }
    out.extend(of_fixtures(texts.len(), folders.len()));
    out
}

/// The rows of the fixtures, where the program tells as many.
fn of_fixtures(first: usize, folder: usize) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&path)
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|file| file.extension().is_some_and(|it| it == "md"))
        .collect();
    files.sort();
    let mut out = Vec::new();
    for (text, file) in files.iter().enumerate() {
        let fixture = Fixture::new(Input::read(file).expect("a fixture")).expect("cases");
        for case in &fixture.cases {
            let Some(table) = &case.table else { continue };
            let Some(column) = table.header.iter().position(|name| name == "Phase") else {
                continue;
            };
            let (timeline, mut clues) = clues_of(&case.inputs, &case.options);
            if timeline.events.len() != table.rows.len() {
                continue;
            }
            for (at, row) in table.rows.iter().enumerate() {
                let said = row.cells[column].split(',').next();
                let gold = PHASES.into_iter().find(|phase| Some(phase.name()) == said);
                let (Some(gold), Some((parser, clues))) = (gold, clues.remove(&timeline.events[at].sources[0].mention))
                else {
                    continue;
                };
                out.push(Row {
                    clues,
                    gold,
                    also: Vec::new(),
                    parser,
                    counts: true,
                    text: first + text,
                    folder,
                    weight: OF_FIXTURES,
                });
            }
        }
    }
    out
}

type Clues = FxHashMap<Span, (Phase, Vec<(String, f32)>)>;

/// A timeline, and for each time that is asked about what the parser reads, and its clues.
fn clues_of(inputs: &[Input], options: &Options) -> (Timeline, Clues) {
    let mut clues = Clues::default();
    let mut reader = |time: Span, read: Phase, of: &[Clue]| {
        let of = of.iter().map(|clue| (clue.to_string(), clue.strength)).collect();
        clues.insert(time, (read, of));
        read
    };
    let timeline = reconstruct_read_by(inputs, options, &mut reader).expect("a timeline");
    (timeline, clues)
}

/// The events of a text that gold knows.
fn of_text(input: &Input, gold: &Value) -> Vec<Row> {
    let published = gold["published"]
        .as_str()
        .filter(|_| gold["published_in_text"] != Value::Bool(true));
    let options = Options {
        date: published.and_then(|date| settings::date(date).ok()),
        ..Options::default()
    };
    let (timeline, mut clues) = clues_of(std::slice::from_ref(input), &options);
    let article = Article::read(&input.path, &input.bytes, None).expect("a text");
    let mut pairs: Vec<(usize, std::cmp::Reverse<usize>, usize, usize)> = Vec::new();
    let golds: Vec<&Value> = gold["events"].as_array().into_iter().flatten().collect();
    for (index, event) in golds.iter().enumerate() {
        let anchor = event["anchor"].as_str().expect("an anchor");
        let nth = event["nth"].as_u64().unwrap_or(1).max(1) as usize;
        let Some((from, _)) = article.text.match_indices(anchor).nth(nth - 1) else {
            continue;
        };
        for (at, event) in timeline.events.iter().enumerate() {
            let source = &event.sources[0].mention;
            let shared = source
                .end()
                .min(from + anchor.len())
                .saturating_sub(source.start().max(from));
            if shared > 0 {
                pairs.push((shared, std::cmp::Reverse(source.end() - source.start()), index, at));
            }
        }
    }
    pairs.sort_by(|a, b| b.cmp(a));
    let (mut found, mut taken) = (FxHashSet::default(), FxHashSet::default());
    let mut out = Vec::new();
    for (_, _, index, at) in pairs {
        if found.contains(&index) || taken.contains(&at) {
            continue;
        }
        found.insert(index);
        taken.insert(at);
        let phase = |name: &Value| PHASES.into_iter().find(|phase| Some(phase.name()) == name.as_str());
        let (Some(gold), Some((parser, clues))) = (
            phase(&golds[index]["phase"]),
            clues.remove(&timeline.events[at].sources[0].mention),
        ) else {
            continue;
        };
        if timeline.events[at].scope == Scope::Background {
            continue;
        }
        out.push(Row {
            clues,
            gold,
            also: golds[index]["phase_alt"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(phase)
                .collect(),
            parser,
            counts: golds[index]["optional"] != Value::Bool(true),
            text: 0,
            folder: 0,
            weight: 1.0,
        });
    }
    out
}
