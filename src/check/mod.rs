//! Fixtures: an article and the timeline that is expected of it, in one Markdown file; comparison; blessing.
//!
//! One would get wrong that a fixture is for the program: it is a page for people, which the program can check.
//!
//! ````text
//! # Around noon is an hour wide
//!
//! Prose that says which difficulty the case holds.
//!
//! - date: 2021-10-04
//! - zone: America/New_York
//! - file: report.txt
//!
//! ```text
//! Reports peaked around noon.
//! ```
//!
//! | When                     | Window        | Phase | What happened  | Words       |
//! |--------------------------|---------------|-------|----------------|-------------|
//! | ~2021-10-04T12:00-04:00  | 11:30 – 12:30 | peak  | Reports peaked | around noon |
//!
//! - Started: not told
//! - Length: PT5H30M – PT6H30M (“about six hours”)
//! - Warnings: none
//! ````
//!
//! - **Options** are list items above the article, each of which may be left out: `date` and `zone` as on the
//!   command line, `file` for the name that the text is read under. Above the first `##` they hold for all cases.
//! - **The article** is a fenced block marked `text`, `markdown`, `html` or `json`; other blocks are prose. Where
//!   the article holds a fence itself, its own fence is longer.
//! - **The table** has a row for each event, in order. `When` is the value, with `~` before it where the text
//!   hedges and `..` and the end behind it where it is a span. `Window` is filled where the start is proved to
//!   lie elsewhere than in the value. Only the columns that stand are compared: [`expectation::COLUMNS`] names all.
//! - **The list** below it tells what the rows add up to. Only the items that stand are compared:
//!   [`expectation::FACTS`] names all.
//! - **Several cases** in one file: a `##` heading, an article and a table for each.

mod bless;
mod difference;
pub mod expectation;
pub mod fixture;
mod markdown;

use std::path::{Path, PathBuf};

use crate::chronology::timeline::Timeline;
use crate::error::Error;
use crate::{Input, Options};
use fixture::{Case, Fixture};

/// What came of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// The differences, to be printed.
    pub text: String,
    /// Fixtures that could not be run at all.
    pub errors: Vec<Error>,
    /// Cases that came out as expected.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
}

impl Report {
    /// Whether everything was run and came out as expected.
    pub fn holds(&self) -> bool {
        self.failed == 0 && self.errors.is_empty()
    }

    /// The last line: "12 passed, 0 failed".
    pub fn summary(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

/// What turns texts into a timeline; tests put another in.
type Reconstruct<'a> = &'a dyn Fn(&[Input], &Options) -> Result<Timeline, Error>;

/// Runs every fixture named, and every one in the folders named; with `bless` writes what came out as expected.
///
/// # Errors
/// [`Error::BlessUnderCi`] only; what is wrong with one fixture stands in the report, and the others are still run.
pub fn run(paths: &[PathBuf], bless: bool) -> Result<Report, Error> {
    if bless && std::env::var_os("CI").is_some_and(|ci| !ci.is_empty()) {
        return Err(Error::BlessUnderCi);
    }
    Ok(run_with(&crate::reconstruct, paths, bless))
}

fn run_with(reconstruct: Reconstruct<'_>, paths: &[PathBuf], bless: bool) -> Report {
    let mut report = Report::default();
    for path in paths {
        match fixtures_at(path) {
            Ok(files) => files
                .iter()
                .for_each(|file| run_file(reconstruct, file, bless, &mut report)),
            Err(error) => report.errors.push(error),
        }
    }
    report
}

fn run_file(reconstruct: Reconstruct<'_>, path: &Path, bless: bool, report: &mut Report) {
    let fixture = match Input::read(path).and_then(Fixture::new) {
        Ok(fixture) => fixture,
        Err(error) => return report.errors.push(error),
    };
    let mut timelines = Vec::new();
    for case in &fixture.cases {
        let timeline = reconstruct(std::slice::from_ref(&case.input), &case.options);
        let differences = match &timeline {
            Err(error) => vec![format!("{}:{}: {error}", fixture.path, case.line)],
            Ok(_) if bless => Vec::new(),
            Ok(timeline) => difference::differences(&fixture.path, case, timeline),
        };
        timelines.push(timeline.ok());
        if differences.is_empty() {
            report.passed += 1;
        } else {
            report.failed += 1;
            report.text.push_str(&told(&fixture, case, &differences));
        }
    }
    if bless {
        match bless::rewrite(&fixture, &timelines, path) {
            Ok(true) => report
                .text
                .push_str(&format!("{}: expectation rewritten\n", fixture.path)),
            Ok(false) => {}
            Err(error) => report.errors.push(error),
        }
    }
}

fn told(fixture: &Fixture, case: &Case, differences: &[String]) -> String {
    format!(
        "FAILED {}:{}: {}\n{}\n\n",
        fixture.path,
        case.line,
        case.name,
        differences.join("\n")
    )
}

/// The fixture itself, or those in a folder and the folders below it, in the order of their names.
fn fixtures_at(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let name = path.to_string_lossy().into_owned();
    let mut found = Vec::new();
    collect(path, &mut found).map_err(|cause| Error::reading(&name, cause))?;
    found.sort();
    match found.is_empty() {
        true => Err(Error::NoFixtures { path: name }),
        false => Ok(found),
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_readme = path
            .file_name()
            .is_some_and(|name| name.eq_ignore_ascii_case("README.md"));
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "md") && !is_readme {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renderer::sample;

    const EMPTY: &str =
        "# A day in October\n\nProse stays.\n\n- date: 2021-10-04\n\n```text\nAn article.\n```\n\nMore prose.\n";

    fn article(_: &[Input], _: &Options) -> Result<Timeline, Error> {
        Ok(sample::article())
    }

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn with(files: &[(&str, &str)]) -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            for (name, text) in files {
                let path = folder.path().join(name);
                std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
                std::fs::write(path, text).expect("written");
            }
            Self(folder)
        }

        fn read(&self, name: &str) -> String {
            std::fs::read_to_string(self.0.path().join(name)).expect("a file")
        }

        fn run(&self, bless: bool) -> Report {
            run_with(&article, &[self.0.path().to_owned()], bless)
        }
    }

    #[test]
    fn what_is_blessed_passes_and_article_and_prose_stay_byte_for_byte() {
        let folder = Folder::with(&[("a.md", EMPTY)]);
        let before = folder.run(false);
        assert_eq!((before.passed, before.failed), (0, 1));
        assert!(before.text.contains("--bless"), "{}", before.text);

        assert!(folder.run(true).holds());
        let blessed = folder.read("a.md");
        let (head, tail) = EMPTY.split_once("\n\nMore").expect("both parts");
        assert!(
            blessed.starts_with(head) && blessed.ends_with(&format!("\n\nMore{tail}")),
            "{blessed}"
        );
        insta::assert_snapshot!("blessed", blessed);

        let after = folder.run(false);
        assert!(after.holds(), "{}", after.text);
        assert_eq!(after.summary(), "1 passed, 0 failed");
        assert!(folder.run(true).text.is_empty(), "blessing twice changes nothing");
    }

    #[test]
    fn a_row_changed_missing_or_extra_is_told_with_its_line() {
        let folder = Folder::with(&[("a.md", EMPTY)]);
        folder.run(true);
        let blessed = folder.read("a.md");
        let changed = blessed.replacen("| 11:30 – 12:30 |", "| 11:45 – 12:15 |", 1);
        assert_ne!(changed, blessed);
        let line_of = |text: &str, words: &str| 1 + text.lines().position(|line| line.contains(words)).expect("there");

        let report = Folder::with(&[("a.md", &changed)]).run(false);
        let at = format!("a.md:{}: ", line_of(&changed, "around noon"));
        assert!(report.text.contains(&at), "{}", report.text);
        assert!(
            report.text.contains("11:45 – 12:15") && report.text.contains("11:30 – 12:30"),
            "{}",
            report.text
        );

        let row = blessed
            .lines()
            .find(|line| line.contains("around noon"))
            .expect("a row");
        let without = blessed.replace(&format!("{row}\n"), "");
        let report = Folder::with(&[("a.md", &without)]).run(false);
        assert!(report.text.contains("not expected"), "{}", report.text);

        let twice = blessed.replace(
            row,
            &format!("{row}\n| 2020-01-01 | | peak | Nothing of the kind | never | |"),
        );
        let report = Folder::with(&[("a.md", &twice)]).run(false);
        let at = format!("a.md:{}: ", line_of(&twice, "Nothing of the kind"));
        assert!(report.text.contains(&at), "{}", report.text);
        assert_eq!(report.summary(), "0 passed, 1 failed");
    }

    #[test]
    fn only_the_columns_and_facts_that_stand_are_compared_and_blessed() {
        let text = "# Few columns\n\n```text\nx\n```\n\n| Words | Phase |\n|---|---|\n\n- Length: PT1H\n";
        let folder = Folder::with(&[("a.md", text)]);
        let report = folder.run(false);
        assert!(report.text.contains("Length"), "{}", report.text);
        folder.run(true);
        let blessed = folder.read("a.md");
        assert!(blessed.contains("| around noon "), "{blessed}");
        assert!(blessed.contains("- Length: PT5H30M – PT6H30M"), "{blessed}");
        assert!(!blessed.contains("Started") && !blessed.contains("Window"), "{blessed}");
        assert!(folder.run(false).holds());
    }

    #[test]
    fn every_case_of_a_file_and_every_fixture_of_a_folder_is_run_but_no_readme() {
        let two = format!("{EMPTY}\n## Another\n\n```markdown\nx\n```\n\n## And one\n\n```text\ny\n```\n");
        let folder = Folder::with(&[
            ("a.md", &two),
            ("deep/b.md", EMPTY),
            ("README.md", "no fixture"),
            ("c.txt", "x"),
        ]);
        assert!(folder.run(true).holds());
        assert_eq!(folder.run(false).summary(), "4 passed, 0 failed");
    }

    #[test]
    fn a_malformed_fixture_and_an_empty_folder_are_errors_and_the_others_are_still_run() {
        let folder = Folder::with(&[("a.md", "# No article\n"), ("b.md", EMPTY)]);
        let report = folder.run(true);
        assert_eq!((report.passed, report.errors.len()), (1, 1));
        assert!(
            report.errors[0].to_string().contains("a.md:1: "),
            "{}",
            report.errors[0]
        );
        let nothing = Folder::with(&[]);
        assert!(matches!(
            nothing.run(false).errors.as_slice(),
            [Error::NoFixtures { .. }]
        ));
    }

    #[test]
    fn a_text_that_cannot_be_read_fails_its_case_alone() {
        let fails = |inputs: &[Input], _: &Options| match inputs[0].bytes.as_slice() {
            b"x\n" => Err(Error::Binary {
                path: inputs[0].path.clone(),
            }),
            _ => Ok(sample::article()),
        };
        let folder = Folder::with(&[("a.md", "# A\n\n```text\nx\n```\n"), ("b.md", EMPTY)]);
        let report = run_with(&fails, &[folder.0.path().to_owned()], true);
        assert_eq!((report.passed, report.failed), (1, 1));
        assert!(report.text.contains("a.md:3: "), "{}", report.text);
    }
}
