//! `--format text` prints the text in which the JSON's offsets count.

use std::collections::HashMap;
use std::path::Path;

use outage_timeline::renderer::json::{Output, Source};
use outage_timeline::renderer::text;
use outage_timeline::texts::{Text, Texts};
use outage_timeline::{Input, Options, reconstruct};

const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8><title>Café down</title></head><body><nav>\
    <a href=/a>Ménü</a></nav><article><h1>Café down</h1><p>The café’s tills 👩‍💻 failed at 11:40 ET on 4 October 2021. \
    They were back at 17:30.</p><ul><li>12:10 ET – naïve fix</li></ul></article></body></html>";
const STATUS: &str = r#"{"incident": {"name": "Élan API", "created_at": "2021-10-04T15:40:00Z", "incident_updates": [
    {"status": "resolved", "body": "Élan is back – sorry.", "created_at": "2021-10-04T21:30:00Z"},
    {"status": "investigating", "body": "We’re looking.", "created_at": "2021-10-04T15:45:00Z"}]}}"#;

fn input(path: &str, bytes: &[u8]) -> Input {
    Input {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// The texts of a page as a program would take them out of it, by their ids.
fn texts(page: &str, inputs: usize) -> HashMap<String, Vec<char>> {
    if inputs == 1 {
        return HashMap::from([("d1".to_owned(), page.chars().collect())]);
    }
    let mut out = HashMap::new();
    let mut rest = page;
    while let Some((head, below)) = rest.split_once('\n') {
        let inner = head
            .strip_prefix("==> ")
            .and_then(|it| it.strip_suffix(" code points <=="));
        let (name, length) = inner.and_then(|it| it.rsplit_once(", ")).expect("a head line");
        let length: usize = length.parse().expect("a count");
        let id = name.split(' ').next().expect("an id");
        out.insert(id.to_owned(), below.chars().take(length).collect());
        let end = below.char_indices().nth(length).map_or(below.len(), |(at, _)| at);
        rest = below[end..].strip_prefix('\n').expect("a line break behind each text");
    }
    assert_eq!(rest, "");
    out
}

/// Every span of the JSON of these files cuts out of the page what the JSON says.
fn hold(inputs: &[Input]) -> usize {
    let options = Options::default();
    let all = Texts::read(inputs, &options).expect("they can be read").all;
    let page = text::page(&all.iter().map(Text::article).collect::<Vec<_>>());
    let texts = texts(&page, inputs.len());
    let output = Output::new(&reconstruct(inputs, &options).expect("they can be read"), false);
    let cut = |document: &str, [from, to]: [usize; 2]| texts[document][from..to].iter().collect::<String>();
    let undated = output.undated.iter().flat_map(|it| &it.sources);
    let sources: Vec<&Source> = output.events.iter().flat_map(|it| &it.sources).chain(undated).collect();
    for source in &sources {
        let sentence = cut(&source.document, source.sentence);
        assert_eq!(sentence.trim(), sentence);
        if let (Some(mention), Some(words)) = (source.mention, &source.text) {
            assert_eq!(&cut(&source.document, mention), words);
        }
    }
    for warning in &output.warnings {
        if let (Some(document), Some(span)) = (&warning.document, warning.span) {
            assert!(!cut(document, span).is_empty());
        }
    }
    sources.len()
}

#[test]
fn every_span_of_the_json_cuts_its_words_out_of_the_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut inputs = vec![
        input("page.html", PAGE.as_bytes()),
        input("status.json", STATUS.as_bytes()),
    ];
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        inputs.push(input(&name, &std::fs::read(&path).expect("a file")));
    }
    let told: usize = inputs.iter().map(|it| hold(std::slice::from_ref(it))).sum();
    assert!(told > 100, "{told}");
    // And all of them at once, whatever order they come in.
    inputs.reverse();
    assert!(hold(&inputs) > 100);
}

#[test]
fn the_text_of_one_file_is_printed_to_the_byte_and_control_characters_go_no_further_than_a_pipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str]| {
        let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin("outage-timeline"));
        let output = command.current_dir(folder.path()).args(args).output().expect("it runs");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("b.txt", "It failed\u{9b} at 7 p.m.\n\n");
    write(
        "a.html",
        "<html><body><nav>Menu</nav><p>It failed at 7&nbsp;p.m.</p></body></html>",
    );
    assert_eq!(run(&["b.txt", "--format", "text"]), "It failed\u{9b} at 7 p.m.\n\n");
    assert_eq!(
        run(&["b.txt", "a.html", "b.txt", "--format", "text"]),
        "==> d1 a.html, 19 code points <==\nIt failed at 7 p.m.\n==> d2 b.txt, 22 code points <==\nIt failed\u{9b} at 7 p.m.\n\n\n"
    );
}
