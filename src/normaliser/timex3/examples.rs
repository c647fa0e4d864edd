//! Every family's examples, run: what the README shows is what the program does.

use crate::article::Article;
use crate::normaliser::calendar::Zone;
use crate::parser::time::FAMILIES;
use crate::{Input, Options, annotate, settings};

use super::Timex3;

/// The words and the value of every time that a sentence yields, written on Monday 2021-10-04 at 19:30 in New York.
fn read(sentence: &str) -> (String, Vec<Timex3>) {
    let input = Input {
        path: "-".to_owned(),
        bytes: sentence.as_bytes().to_vec(),
    };
    let options = Options {
        date: Some(settings::date("2021-10-04T19:30-04:00").expect("a date")),
        zone: Some(Zone::named("America/New_York")),
        ..Options::default()
    };
    let marked = annotate(&input, &options).expect("a sentence is text");
    (marked.text.to_string(), marked.timexes)
}

/// The sentence without its brackets, and what stands between them.
fn expected(sentence: &str) -> (String, Vec<String>) {
    let words = sentence
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .map(str::to_owned)
        .collect();
    (sentence.replace(['[', ']'], ""), words)
}

#[test]
fn every_family_has_examples_and_they_hold() {
    let mut wrong = Vec::new();
    for family in FAMILIES {
        assert!(
            family.found.len() >= 5 && family.never.len() >= 3,
            "{} has too few examples",
            family.name
        );
        for (sentence, values) in family.found {
            let (plain, words) = expected(sentence);
            let (text, found) = read(&plain);
            let got: Vec<(&str, &str)> = found.iter().map(|t| (&text[t.span.range()], &*t.value)).collect();
            let values: Vec<&str> = values.split(' ').collect();
            let want: Vec<(&str, &str)> = words.iter().map(String::as_str).zip(values).collect();
            if got != want || words.len() != want.len() {
                wrong.push(format!(
                    "{}: {sentence}\n    want {want:?}\n    got  {got:?}",
                    family.name
                ));
            }
        }
        for sentence in family.never {
            let (text, found) = read(sentence);
            if !found.is_empty() {
                let got: Vec<&str> = found.iter().map(|t| &text[t.span.range()]).collect();
                wrong.push(format!("{}: {sentence}\n    want nothing, got {got:?}", family.name));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} examples do not hold:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn an_example_is_one_line_of_prose_that_the_reader_takes_as_a_whole() {
    for family in FAMILIES {
        for sentence in family.found.iter().map(|(s, _)| s).chain(family.never) {
            let (plain, _) = expected(sentence);
            let article = Article::read("-", plain.as_bytes(), None).expect("a sentence is text");
            assert_eq!(article.blocks.len(), 1, "{sentence}");
        }
    }
}
