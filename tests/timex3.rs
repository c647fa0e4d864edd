//! What holds of TIMEX3 for any text: its words stay as they were, and words without time only move what stands
//! behind them.

use outage_timeline::normaliser::timex3::{Annotated, Timex3};
use outage_timeline::renderer::timex3::document;
use outage_timeline::{Input, Options, annotate, settings};
use proptest::prelude::*;

fn read(text: &str) -> Option<Annotated> {
    let input = Input {
        path: "-".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let options = Options {
        date: Some(settings::date("2021-10-04T19:30").expect("a date")),
        zone: None,
        ..Options::default()
    };
    // A text of nothing but blanks, or with a zero byte, is refused; that is another test's matter.
    annotate(&input, &options).ok()
}

/// What stands in TEXT, its tags taken out and its escapes undone.
fn words(timeml: &str) -> String {
    let open = timeml.find("<TEXT>").expect("a document has a text") + "<TEXT>".len();
    let close = timeml.rfind("</TEXT>").expect("the text ends");
    let mut plain = String::new();
    let mut rest = &timeml[open..close];
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let end = rest[at..].find('>').expect("a tag is closed") + at;
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    plain
        .replace("&#13;", "\r")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The text as it is read, with what XML has no place for replaced.
fn allowed(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => c,
        })
        .collect()
}

/// Pieces of text that together come near what people write, and far from it.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(" ".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        "[0-9]{1,9}",
        "[a-zA-Z]{1,9}",
        "\\PC{1,4}",
        prop::sample::select(vec![
            "at",
            "on",
            "the",
            "a",
            "of",
            "in",
            "until",
            "last",
            "next",
            "Monday",
            "Oct.",
            "May",
            "7 p.m.",
            "19:30",
            "ET",
            "UTC+2",
            "two",
            "half",
            "hours",
            "and a half",
            "later",
            "ago",
            "every",
            "twice a day",
            "'99",
            "BC",
            "century",
            "2021-10-04",
            "T22:05Z",
            "10/4",
            "Q3",
            "–",
            "-",
            ",",
            ".",
            "(",
            ")",
            "<",
            ">",
            "&",
            "\"",
            "’s",
            "mid-",
            "~",
            "½",
            "week",
            "of",
            "first",
            "second",
            "quarter",
            "to",
            "noon",
            "tonight",
            "weekends",
            "1.5",
            "1,000",
            "T+12m",
        ])
        .prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((piece(), prop::bool::ANY), 1..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(p, blank)| if blank { p + " " } else { p })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_words_of_the_text_stay_as_they_were(text in text()) {
        if let Some(marked) = read(&text) {
            prop_assert_eq!(words(&document(&marked)), allowed(&marked.text));
        }
    }

    #[test]
    fn any_unicode_is_read_without_a_panic(text in "\\PC{0,200}") {
        if let Some(marked) = read(&text) {
            prop_assert_eq!(words(&document(&marked)), allowed(&marked.text));
        }
    }

    #[test]
    fn expressions_stand_in_order_and_apart(text in text()) {
        if let Some(marked) = read(&text) {
            for pair in marked.timexes.windows(2) {
                prop_assert!(pair[0].span.end() <= pair[1].span.start());
            }
        }
    }

    #[test]
    fn words_without_time_in_front_move_the_spans_and_change_nothing_else(
        text in text(),
        count in 1_usize..6,
    ) {
        let lead = "Nothing of note befell the harbour.\n\n".repeat(count);
        // At the head of a page a place decides what is a title, a stamp or a byline: both stand behind it.
        let head = format!("A title\n\n{}", "The harbour lay quiet, and nobody had anything to tell.\n\n".repeat(14));
        let (Some(plain), Some(moved)) = (read(&format!("{head}{text}")), read(&format!("{head}{lead}{text}"))) else {
            return Ok(());
        };
        let shifted: Vec<Timex3> = moved
            .timexes
            .iter()
            .map(|timex| Timex3 {
                span: outage_timeline::article::span::Span::new(
                    timex.span.start() - lead.len(),
                    timex.span.end() - lead.len(),
                )
                .expect("a span stays one"),
                ..timex.clone()
            })
            .collect();
        prop_assert_eq!(&plain.timexes, &shifted);
    }
}
