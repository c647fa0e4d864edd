//! Our own timelines hold against their texts; with one thing wrong, exactly that is named.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use outage_timeline::check::fixture::Fixture;
use outage_timeline::chronology::timeline::{EventId, Timeline};
use outage_timeline::claimed::Claimed;
use outage_timeline::normaliser::value::{Granularity, Value};
use outage_timeline::renderer::json::Output;
use outage_timeline::verify::{About, Report, against, moment};
use outage_timeline::{Input, Options, reconstruct};

/// The articles of all fixtures and, where it lies beside the repository, the corpus.
fn articles() -> Vec<(Vec<Input>, Options)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut out = Vec::new();
    for path in files(&root.join("fixtures")) {
        if path.extension().is_some_and(|extension| extension == "md") {
            let fixture = Fixture::new(Input::read(&path).expect("a file")).expect("a fixture");
            out.extend(fixture.cases.into_iter().map(|case| (case.inputs, case.options)));
        }
    }
    for folder in ["../shared/corpus/outages", "../shared/corpus/reports-real"] {
        let texts = files(&root.join(folder)).into_iter().filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        });
        out.extend(texts.map(|path| (vec![Input::read(&path).expect("a file")], Options::default())));
    }
    out
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut out: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    out.sort();
    out
}

fn each(mut test: impl FnMut(&str, &Timeline, &Claimed)) {
    for (inputs, options) in articles() {
        let timeline = reconstruct(&inputs, &options).expect("a timeline");
        test(&inputs[0].path, &timeline, &Claimed::of(&Output::new(&timeline, false)));
    }
}

fn failed(report: &Report) -> (BTreeSet<String>, BTreeSet<String>) {
    let failed = report.findings.iter().filter(|finding| finding.fails);
    let about = failed.clone().map(|finding| format!("{:?}", finding.about)).collect();
    (failed.flat_map(|finding| finding.events.clone()).collect(), about)
}

fn only(id: &str, about: About) -> (BTreeSet<String>, BTreeSet<String>) {
    (BTreeSet::from([id.to_owned()]), BTreeSet::from([format!("{about:?}")]))
}

fn an_hour_later(text: &Option<String>) -> Option<String> {
    let value = moment::read(text.as_deref()?)?;
    Some(
        Value {
            wall: value.wall.plus(3600),
            ..value
        }
        .to_string(),
    )
}

#[test]
fn our_own_timeline_of_every_document_holds() {
    each(|path, timeline, claimed| {
        let report = against(claimed, timeline);
        assert!(report.holds(false), "{path}\n{report}");
    });
}

#[test]
fn a_time_that_is_moved_by_an_hour_is_named_and_nothing_else() {
    let (mut moved, mut caught) = (0, 0);
    each(|path, timeline, claimed| {
        for (at, event) in timeline.events.iter().enumerate() {
            if event.value.granularity > Granularity::Minute {
                continue;
            }
            let mut wrong = claimed.clone();
            let it = &mut wrong.events[at];
            let id = it.id.clone();
            for part in [&mut it.value, &mut it.start, &mut it.earliest, &mut it.latest] {
                *part = an_hour_later(part);
            }
            let report = against(&wrong, timeline);
            moved += 1;
            if !report.holds(false) {
                caught += 1;
                assert_eq!(failed(&report), only(&id, About::Time), "{path}\n{report}");
            } else {
                // Only what is measured or vague leaves room for an hour.
                let told = event.bounds.earliest.zip(event.bounds.latest);
                let is_wide = told.is_none_or(|(from, to)| to - from >= 3600);
                assert!(is_wide, "{path} {id}: {}", event.value);
            }
        }
    });
    assert!(caught * 20 >= moved * 19, "{caught} of {moved}");
}

#[test]
fn a_quotation_that_is_altered_is_named_and_nothing_else() {
    each(|path, timeline, claimed| {
        for at in 0..claimed.events.len() {
            let mut wrong = claimed.clone();
            let source = &mut wrong.events[at].sources[0];
            source.text = source.text.as_ref().map(|words| format!("{words} or so they said"));
            let report = against(&wrong, timeline);
            let id = wrong.events[at].id.clone();
            assert_eq!(failed(&report), only(&id, About::Quotation), "{path}\n{report}");
        }
    });
}

#[test]
fn of_two_rows_that_are_swapped_both_are_named_and_no_other() {
    let mut swapped = 0;
    each(|path, timeline, claimed| {
        let count = claimed.events.len();
        for (a, b) in (0..count).flat_map(|a| [1, 2, 5].map(|by| (a, a + by))) {
            if b >= count || !timeline.proved.proves(EventId(a), EventId(b)) {
                continue;
            }
            let mut wrong = claimed.clone();
            wrong.events.swap(a, b);
            let report = against(&wrong, timeline);
            let both = BTreeSet::from([wrong.events[a].id.clone(), wrong.events[b].id.clone()]);
            swapped += 1;
            assert_eq!(
                failed(&report),
                (both, BTreeSet::from(["Order".to_owned()])),
                "{path}\n{report}"
            );
        }
    });
    assert!(swapped > 50, "{swapped}");
}

#[test]
fn words_that_moved_still_hold_and_a_person_may_leave_out_their_place() {
    each(|path, timeline, claimed| {
        let mut loose = claimed.clone();
        for event in &mut loose.events {
            for source in &mut event.sources {
                source.mention = None;
                source.document = None;
            }
        }
        let report = against(&loose, timeline);
        let quotations = report
            .findings
            .iter()
            .filter(|finding| finding.about == About::Quotation);
        assert_eq!(quotations.count(), 0, "{path}\n{report}");
    });
}
