//! The order proves itself: chains add up to their bounds, what is printed is entailed, what is added only narrows.

use outage_timeline::chronology::timeline::{Event, EventId, Node, Step, Timeline};
use outage_timeline::{Input, Options, reconstruct, settings};
use proptest::prelude::*;

fn read(text: &str) -> Timeline {
    let options = Options {
        date: Some(settings::date("2021-10-04").expect("a date")),
        zone: Some(settings::zone("America/New_York").expect("a zone")),
        ..Options::default()
    };
    let input = Input {
        path: "story.txt".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    reconstruct(&[input], &options).expect("a text that can be read")
}

fn sum(steps: &[Step]) -> i64 {
    steps.iter().map(|step| step.most).sum()
}

/// Whether each link begins where the one before it ends.
fn is_chain(steps: &[Step]) -> bool {
    steps.windows(2).all(|pair| pair[0].to == pair[1].from)
}

fn check_proofs(timeline: &Timeline) {
    for (at, event) in timeline.events.iter().enumerate() {
        let here = Node::Start(EventId(at));
        let proved = timeline.proved.of(EventId(at), event.scale);
        if let Some(latest) = event.bounds.latest {
            let proof = &proved.latest;
            assert!(is_chain(proof), "{:?}", event.summary);
            assert_eq!(sum(proof), latest, "{:?}", event.summary);
            assert_eq!(proof.last().map(|s| s.to), Some(here));
        }
        if let Some(earliest) = event.bounds.earliest {
            let proof = &proved.earliest;
            assert!(is_chain(proof), "{:?}", event.summary);
            assert_eq!(sum(proof), -earliest, "{:?}", event.summary);
            assert_eq!(proof.first().map(|s| s.from), Some(here));
        }
        if !proved.order.is_empty() {
            assert!(
                sum(&proved.order) <= 0,
                "{:?} is not proved to come before {:?}",
                timeline.events[at - 1].summary,
                event.summary
            );
        }
        let (Some(earliest), Some(latest)) = (event.bounds.earliest, event.bounds.latest) else {
            continue;
        };
        assert!(earliest <= latest, "{:?}", event.summary);
    }
}

/// The event whose time words are these.
fn told<'a>(timeline: &'a Timeline, words: &str) -> &'a Event {
    timeline
        .events
        .iter()
        .find(|e| {
            let source = &e.sources[0];
            timeline.documents[source.document].text[source.mention.range()].contains(words)
        })
        .unwrap_or_else(|| panic!("“{words}” dates nothing"))
}

/// Seconds after the midnight of 2021-10-04 in New York.
fn clock(event: &Event) -> (Option<i64>, Option<i64>) {
    const MIDNIGHT: i64 = 1_633_320_000;
    (
        event.bounds.earliest.map(|s| s - MIDNIGHT),
        event.bounds.latest.map(|s| s - MIDNIGHT),
    )
}

const STORY: &str = "Quillo went offline on Monday. About six hours after its products went down, Quillo posted an apology. \
    Reports of trouble peaked around noon.";

#[test]
fn a_beginning_without_a_clock_is_bounded_by_what_came_after_it() {
    let timeline = read(STORY);
    assert_eq!(clock(told(&timeline, "on Monday")), (Some(0), Some(12 * 3600 + 1800)));
    assert_eq!(
        clock(told(&timeline, "six hours")),
        (Some(5 * 3600 + 1800), Some(19 * 3600))
    );
    check_proofs(&timeline);
}

#[test]
fn a_sentence_that_gives_the_clock_narrows_what_is_measured_from_it() {
    let timeline = read(&format!("{STORY}\n\nThe outage began at 11:39 a.m. on Monday."));
    assert_eq!(
        clock(told(&timeline, "six hours")),
        (Some(17 * 3600 + 540), Some(18 * 3600 + 540))
    );
    check_proofs(&timeline);
}

#[test]
fn three_statements_that_cannot_all_be_true_are_named_and_no_other() {
    let timeline = read(&format!(
        "{STORY}\n\nThe outage began at 11:39 a.m. on Monday. The post was sent at 4 p.m. on Monday."
    ));
    assert_eq!(timeline.conflicts.len(), 1);
    let words: Vec<&str> = timeline.conflicts[0]
        .words
        .iter()
        .map(|(d, span)| &timeline.documents[*d].text[span.range()])
        .collect();
    assert_eq!(
        words,
        [
            "About six hours after",
            "at 11:39 a.m. on Monday",
            "at 4 p.m. on Monday"
        ]
    );
    assert!(timeline.conflicts[0].repair.is_some());
    check_proofs(&timeline);
}

#[test]
fn literally_nothing_is_known_but_what_is_said() {
    let options = Options {
        literal: true,
        date: Some(settings::date("2021-10-04").expect("a date")),
        ..Options::default()
    };
    let input = Input {
        path: "story.txt".to_owned(),
        bytes: STORY.as_bytes().to_vec(),
    };
    let timeline = reconstruct(&[input], &options).expect("a text that can be read");
    assert!(
        timeline
            .evidence
            .iter()
            .all(|e| !e.knowledge || e.sentence.contains("14 hours"))
    );
}

#[test]
fn a_length_without_a_beginning_solves_it() {
    let timeline = read("The app was loading again at 5:50 p.m. on Monday, six hours after it vanished from phones.");
    assert_eq!(
        clock(told(&timeline, "six hours")),
        (Some(11 * 3600 + 1200), Some(12 * 3600 + 1200))
    );
}

#[test]
fn the_corpora_prove_all_their_bounds() {
    for folder in ["../shared/corpus/outages", "../shared/corpus/reports-real"] {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "txt" || e == "md") {
                let Ok(bytes) = std::fs::read(&path) else { continue };
                let input = Input {
                    path: path.display().to_string(),
                    bytes,
                };
                let timeline = reconstruct(&[input], &Options::default()).expect("a text that can be read");
                check_proofs(&timeline);
            }
        }
    }
}

/// Sentences with times, true of one story or not.
fn sentence() -> impl Strategy<Value = String> {
    let clock = (1_u8..12, 0_u8..60, prop::bool::ANY)
        .prop_map(|(h, m, pm)| format!("{h}:{m:02} {}", if pm { "p.m." } else { "a.m." }));
    let verb = prop::sample::select(vec![
        "went down",
        "was restored",
        "fired an alert",
        "was rolled back",
        "peaked",
        "was still failing",
    ]);
    let lead = prop::sample::select(vec!["at", "around", "by", "shortly before", "until", "as of"]);
    let plain = (verb.clone(), lead, clock)
        .prop_map(|(verb, lead, clock)| format!("The service {verb} {lead} {clock} on Monday."));
    let measured = (
        1_u8..90,
        verb,
        prop::sample::select(vec!["minutes later", "minutes after the alert"]),
    )
        .prop_map(|(n, verb, shift)| format!("The service {verb} {n} {shift}."));
    prop_oneof![3 => plain, 1 => measured]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn chains_add_up_to_their_bounds_in_any_story(sentences in prop::collection::vec(sentence(), 1..10)) {
        check_proofs(&read(&sentences.join(" ")));
    }

    #[test]
    fn what_is_printed_first_is_never_proved_to_come_later(sentences in prop::collection::vec(sentence(), 2..10)) {
        let timeline = read(&sentences.join(" "));
        for pair in timeline.events.windows(2) {
            let (Some(earliest), Some(latest)) = (pair[0].bounds.earliest, pair[1].bounds.latest) else { continue };
            prop_assert!(earliest <= latest, "{:?} before {:?}", pair[0].summary, pair[1].summary);
        }
    }
}
