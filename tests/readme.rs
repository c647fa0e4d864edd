//! The README shows what the program prints, so that it cannot lie.
//!
//! After a change that is meant: `README=write cargo test --test readme`, then read the difference.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use outage_timeline::parser::time::FAMILIES;
use outage_timeline::parser::time::family::Family;
use outage_timeline::renderer::{Format, Look, render, schema};
use outage_timeline::{Input, Options, reconstruct, settings};

/// The README says that it shows a terminal of so many columns.
const COLUMNS: u16 = 100;

const RUN: &str = "cargo run --release --locked -- ";
const TEST: &str = "cargo test --locked";

fn at(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).display().to_string()
}

fn read(name: &str) -> String {
    std::fs::read_to_string(at(name)).expect("it stands in the repository")
}

/// The arguments of the command that the README puts first.
fn arguments(readme: &str) -> Vec<&str> {
    let line = readme.lines().find_map(|line| line.strip_prefix(RUN));
    line.expect("the README runs the main job").split_whitespace().collect()
}

/// What the program prints for them on a terminal of [`COLUMNS`].
fn page(arguments: &[&str]) -> String {
    let (files, date) = match arguments {
        [file, "--date", date] => (vec![*file], Some(settings::date(date).expect("a date"))),
        other => panic!("this test knows “FILE --date DATE”, not {other:?}"),
    };
    let inputs: Vec<Input> = files
        .into_iter()
        .map(|file| Input {
            path: file.to_owned(),
            bytes: read(file).into_bytes(),
        })
        .collect();
    let options = Options {
        date,
        ..Options::default()
    };
    let look = Look {
        width: Some(COLUMNS),
        ..Look::default()
    };
    let timeline = reconstruct(&inputs, &options).expect("it can be read");
    render(&timeline, &[], Format::Table, &look)
}

/// Two tests may write to the README, one after the other.
fn alone() -> MutexGuard<'static, ()> {
    static README: Mutex<()> = Mutex::new(());
    README.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether what the README shows is to be written anew.
fn is_to_be_written() -> bool {
    std::env::var("README").is_ok_and(|wish| wish == "write") && std::env::var_os("CI").is_none()
}

#[test]
fn the_output_that_the_readme_shows_is_what_its_command_prints() {
    let _alone = alone();
    let readme = read("README.md");
    let page = page(&arguments(&readme));
    let behind = readme.find(RUN).expect("the command");
    let start = behind + readme[behind..].find("```text\n").expect("its output") + "```text\n".len();
    let end = start + readme[start..].find("```").expect("the block is closed");
    if is_to_be_written() {
        let readme = format!("{}{page}{}", &readme[..start], &readme[end..]);
        std::fs::write(at("README.md"), readme).expect("the README is written");
        return;
    }
    assert_eq!(
        &readme[start..end],
        page,
        "README=write cargo test --test readme writes what is printed now"
    );
}

/// The rows of the table of families, as they follow from the families.
fn families() -> String {
    let row = |family: &Family| format!("| {} | {} |\n", family.name, family.what.replace('|', "\\|"));
    FAMILIES.iter().map(row).collect()
}

#[test]
fn the_families_of_times_that_the_readme_lists_are_those_of_the_grammar() {
    const HEAD: &str = "| family | for instance |\n|---|---|\n";
    let _alone = alone();
    let readme = read("README.md");
    let start = readme.find(HEAD).expect("a table of families") + HEAD.len();
    let end = start + readme[start..].find("\n\n").map_or(0, |at| at + 1);
    let end = if readme[start..].starts_with('\n') { start } else { end };
    if is_to_be_written() {
        let readme = format!("{}{}{}", &readme[..start], families(), &readme[end..]);
        std::fs::write(at("README.md"), readme).expect("the README is written");
        return;
    }
    assert_eq!(
        &readme[start..end],
        families(),
        "README=write cargo test --test readme writes what is understood now"
    );
}

#[test]
fn the_command_of_the_readme_runs_and_reads_what_it_shows() {
    let readme = read("README.md");
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin("outage-timeline"));
    let output = command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments(&readme))
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    // Broken into lines for a terminal or not, the words are the same; only what stands below what changes.
    for line in printed
        .lines()
        .filter(|line| line.starts_with("Began") || line.starts_with("Times"))
    {
        let words: Vec<&str> = line.split_whitespace().collect();
        let shown = readme
            .lines()
            .any(|line| line.split_whitespace().eq(words.iter().copied()));
        assert!(shown, "{line}");
    }
}

#[test]
fn all_tests_are_run_by_the_command_that_the_readme_names() {
    assert!(read("README.md").lines().any(|line| line == TEST));
    assert!(read(".ci/run").lines().any(|line| line == format!("step {TEST}")));
}

#[test]
fn every_option_of_the_help_stands_in_the_readme() {
    let readme = read("README.md");
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin("outage-timeline"));
    let help = String::from_utf8(command.arg("--help").output().expect("help").stdout).expect("UTF-8");
    let options = help.lines().filter_map(|line| {
        let option = line.trim_start().trim_start_matches("-o, ").trim_start_matches("-h, ");
        let option = option.trim_start_matches("-V, ").strip_prefix("--")?;
        Some(option.split([' ', '\n']).next().unwrap_or(option))
    });
    let mut count = 0;
    for option in options {
        assert!(readme.contains(&format!("`--{option}")), "--{option}");
        count += 1;
    }
    assert!(count > 7, "{count} options found in the help");
}

#[test]
fn every_field_that_the_readme_names_is_one_of_the_json() {
    let (readme, schema) = (read("README.md"), schema::write());
    let section = readme
        .split("\n## ")
        .find(|section| section.starts_with("JSON"))
        .expect("a section");
    let mut count = 0;
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        for field in row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2) {
            assert!(schema.contains(&format!("\"{field}\"")), "{field}");
            count += 1;
        }
    }
    assert!(count > 10, "{count} fields found");
}
