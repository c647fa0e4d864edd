//! The same text in other dress: what changes nothing for a reader changes no time.
//!
//! One would get wrong to trust a rule because its fixture holds: a page is copied with its menus, its buttons and its
//! typographic marks, and a rule that counts lines from the top then reads another day.

use std::path::Path;

use outage_timeline::article::Article;
use outage_timeline::article::form::Form;
use outage_timeline::check::fixture::{Case, Fixture};
use outage_timeline::{Input, reconstruct};

/// Another dress of a text; `None` where it cannot wear it.
type Dress = fn(&str) -> Option<String>;

const DRESSES: &[(&str, Dress)] = &[
    ("line ends of another system", |text| Some(text.replace('\n', "\r\n"))),
    ("blanks at the ends of lines", |text| Some(text.replace('\n', "  \n"))),
    ("typographic apostrophes", |text| Some(text.replace('\'', "’"))),
    ("blanks that do not break before a half of the day", |text| {
        Some(text.replace(" a.m.", "\u{a0}a.m.").replace(" p.m.", "\u{a0}p.m."))
    }),
    ("menus above", |text| {
        Some(format!(
            "Skip to content\nMenu\nSign in\n\nHome | News | Sport | Weather\n\n{text}"
        ))
    }),
    ("buttons below", |text| {
        Some(format!("{text}\n\nShare this article\n\nContact us\nTerms of use\n"))
    }),
    ("an advertisement amid the story", |text| amid(text, "Advertisement")),
    ("a button amid the story", |text| amid(text, "Share this article")),
];

/// A text with a line of its own before the paragraph in its middle; a list or a table would be two by it.
fn amid(text: &str, line: &str) -> Option<String> {
    let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
    let prose = |it: &&str| it.len() > 80 && it.starts_with(char::is_uppercase) && it.trim_end().ends_with('.');
    let middle = paragraphs.len() / 2;
    let fits = middle > 0 && paragraphs.len() > 3 && paragraphs[middle - 1..=middle].iter().all(prose);
    paragraphs.insert(middle, line);
    fits.then(|| paragraphs.join("\n\n"))
}

/// The times of a text, in the order of the timeline.
fn times(case: &Case, text: &str) -> Vec<String> {
    let input = Input {
        path: case.inputs[0].path.clone(),
        bytes: text.as_bytes().to_vec(),
    };
    let timeline = reconstruct(&[input], &case.options).expect("a text can be read in any dress");
    let mut times: Vec<String> = timeline.events.iter().map(|event| event.value.to_string()).collect();
    times.sort();
    times
}

/// The plain texts among the fixtures, each read by itself.
fn plain_texts() -> Vec<(String, Case)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("fixtures can be listed") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|it| it != "md") {
            continue;
        }
        let name = file_name(&path);
        let bytes = std::fs::read(&path).expect("a fixture can be read");
        let fixture = Fixture::new(Input {
            path: name.clone(),
            bytes,
        })
        .expect("a fixture is well formed");
        for case in fixture.cases {
            let alone = case.inputs.len() == 1 && case.inputs[0].path.ends_with(".txt");
            let input = &case.inputs[0];
            let article = Article::read(&input.path, &input.bytes, case.options.form);
            if alone && article.is_ok_and(|it| it.form == Form::Text) {
                out.push((name.clone(), case));
            }
        }
    }
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|it| it.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[test]
fn what_a_text_is_dressed_in_changes_no_time() {
    let texts = plain_texts();
    let (mut worn, mut wrong) = (0, Vec::new());
    for (name, case) in &texts {
        let text = String::from_utf8_lossy(&case.inputs[0].bytes);
        let plain = times(case, &text);
        for (dress, put_on) in DRESSES {
            let Some(dressed) = put_on(&text).filter(|it| *it != text) else {
                continue;
            };
            worn += 1;
            let told = times(case, &dressed);
            if told != plain {
                wrong.push(format!(
                    "{name}:{}: {dress}\n  plain   {plain:?}\n  dressed {told:?}",
                    case.line
                ));
            }
        }
    }
    assert!(worn > 2 * texts.len() && texts.len() > 100, "{worn} of {}", texts.len());
    assert!(wrong.is_empty(), "{} of {worn}\n{}", wrong.len(), wrong.join("\n"));
}

/// Who cuts a text may begin it with any time: nothing stands before that, and all is read to its end.
#[test]
fn a_text_may_begin_with_any_of_its_times() {
    const MOST: usize = 5;
    const LEADS: &[&str] = &[
        "for", "to", "on", "at", "by", "from", "until", "about", "after", "before", "since", "in", "within", "over",
        "during", "between", "around", "of", "an", "a", "the", "last", "next", "early", "late",
    ];
    let leads =
        |word: &str| LEADS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let mut begun = 0;
    for (_, case) in plain_texts() {
        let text = String::from_utf8_lossy(&case.inputs[0].bytes);
        let words = text.match_indices(' ').map(|(at, _)| at + 1);
        let starts: Vec<usize> = words
            .filter(|at| leads(text[*at..].split_whitespace().next().unwrap_or_default()))
            .collect();
        for at in starts.iter().step_by((starts.len() / MOST).max(1)) {
            let input = Input {
                path: case.inputs[0].path.clone(),
                bytes: text.as_bytes()[*at..].to_vec(),
            };
            // An error is an answer; a panic and a reading without end are none.
            begun += usize::from(reconstruct(&[input], &case.options).is_ok());
        }
    }
    assert!(begun > 1000, "{begun}");
}
