//! A Markdown file → the cases in it, each with its line and with the place of its expectation.
//!
//! One would get wrong that anything may be skipped silently: an option, a column or a fact with a typing error
//! would never be compared, so each is an error with its line.

use std::ops::Range;

use super::expectation::{COLUMNS, FACTS};
use super::markdown::{cells, extension, fact, heading, opening_fence, option};
use crate::error::Error;
use crate::{Input, Options, settings};

/// A file of cases.
#[derive(Debug)]
pub struct Fixture {
    /// As the user named it.
    pub path: String,
    /// The whole file.
    pub text: String,
    /// In the order of the file; never empty.
    pub cases: Vec<Case>,
}

/// An article and what is expected of it.
#[derive(Debug)]
pub struct Case {
    /// The heading above it.
    pub name: String,
    /// The line of the first article's fence.
    pub line: usize,
    /// The article, or several that are read together.
    pub inputs: Vec<Input>,
    /// What is told of it.
    pub options: Options,
    /// The expected rows; `None` where there is no table yet.
    pub table: Option<Table>,
    /// The expected facts; empty where there are none.
    pub facts: Vec<Fact>,
    /// The bytes that a blessing replaces; empty where there is nothing yet.
    pub region: Range<usize>,
}

/// A Markdown table.
#[derive(Debug)]
pub struct Table {
    /// The names of its columns, each one of [`COLUMNS`].
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The line behind its last row.
    pub end: usize,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Where it stands.
    pub line: usize,
    /// As many as the table has columns.
    pub cells: Vec<String>,
}

/// An item of the list below the table.
#[derive(Debug)]
pub struct Fact {
    /// Where it stands.
    pub line: usize,
    /// One of [`FACTS`].
    pub name: String,
    /// What it says, a string for each.
    pub values: Vec<String>,
}

impl Fixture {
    /// Reads a file of cases.
    ///
    /// # Errors
    /// [`Error::Fixture`] with the line, where the file does not hold to the form.
    pub fn new(input: Input) -> Result<Self, Error> {
        let Input { path, bytes } = input;
        let malformed = |line: usize, problem: String| Error::Fixture {
            path: path.clone(),
            line,
            problem,
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
                .iter()
                .filter(|&&b| b == b'\n')
                .count();
            malformed(line, "this is not UTF-8; save the fixture as UTF-8".to_owned())
        })?;
        let cases = Reader::new(&text)
            .read()
            .map_err(|(line, problem)| malformed(line, problem))?;
        if cases.is_empty() {
            let problem = "there is no article here; put one in a fenced block that begins with ```text";
            return Err(malformed(1, problem.to_owned()));
        }
        Ok(Self { path, text, cases })
    }
}

type Problem = (usize, String);

/// A line of the file, its number and where it stands.
#[derive(Clone)]
struct Line<'text> {
    number: usize,
    text: &'text str,
    bytes: Range<usize>,
}

/// What the options above an article have said so far.
#[derive(Clone, Default)]
struct Told {
    options: Options,
    file: Option<String>,
    /// Whether the file was named since the article before.
    is_named: bool,
}

struct Reader<'text> {
    source: &'text str,
    lines: Vec<Line<'text>>,
    at: usize,
}

impl<'text> Reader<'text> {
    fn new(source: &'text str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for (index, whole) in source.split_inclusive('\n').enumerate() {
            lines.push(Line {
                number: index + 1,
                text: whole.trim_end_matches(['\n', '\r']),
                bytes: start..start + whole.len(),
            });
            start += whole.len();
        }
        Self { source, lines, at: 0 }
    }

    fn next(&mut self) -> Option<Line<'text>> {
        let line = self.lines.get(self.at).cloned();
        self.at += usize::from(line.is_some());
        line
    }

    fn read(mut self) -> Result<Vec<Case>, Problem> {
        let mut cases: Vec<Case> = Vec::new();
        let (mut whole_file, mut here) = (Told::default(), Told::default());
        let (mut name, mut in_section, mut joins) = (String::new(), false, false);
        while let Some(line) = self.next() {
            if let Some((level, title)) = heading(line.text) {
                name = title.to_owned();
                joins = false;
                if level > 1 {
                    in_section = true;
                    here = whole_file.clone();
                }
            } else if let Some((fence, info)) = opening_fence(line.text) {
                let article = self.block(&line, fence)?;
                if let Some(extension) = extension(info) {
                    let end = self.lines[self.at - 1].bytes.end;
                    let path = here.file.clone().unwrap_or_else(|| format!("article.{extension}"));
                    let input = Input {
                        path,
                        bytes: self.source[article].as_bytes().to_vec(),
                    };
                    let is_named = std::mem::take(&mut here.is_named);
                    // Articles that each have a name of their own, with no table between them, are read together.
                    if let Some(case) = cases.last_mut().filter(|_| is_named && joins) {
                        case.inputs.push(input);
                        case.options = here.options.clone();
                        case.region = end..end;
                        continue;
                    }
                    joins = is_named;
                    cases.push(Case {
                        name: name.clone(),
                        line: line.number,
                        inputs: vec![input],
                        options: here.options.clone(),
                        table: None,
                        facts: Vec::new(),
                        region: end..end,
                    });
                }
            } else if line.text.starts_with('|') {
                let Some(case) = cases.last_mut().filter(|case| case.table.is_none()) else {
                    let problem = "this table belongs to no article; an article has one table, below it";
                    return Err((line.number, problem.to_owned()));
                };
                joins = false;
                self.expectation(&line, case)?;
            } else if let Some((key, value)) = option(line.text) {
                here.set(key, value).map_err(|problem| (line.number, problem))?;
                if !in_section {
                    whole_file.set(key, value).map_err(|problem| (line.number, problem))?;
                }
            }
        }
        Ok(cases)
    }

    /// The bytes between a fence and the one that closes it.
    fn block(&mut self, opening: &Line<'_>, fence: &str) -> Result<Range<usize>, Problem> {
        while let Some(line) = self.next() {
            let closing = line.text.trim();
            if closing.len() >= fence.len() && closing.bytes().all(|byte| byte == fence.as_bytes()[0]) {
                return Ok(opening.bytes.end..line.bytes.start);
            }
        }
        Err((
            opening.number,
            format!("this block is never closed; put {fence} below the article"),
        ))
    }

    fn expectation(&mut self, first: &Line<'_>, case: &mut Case) -> Result<(), Problem> {
        let header = cells(first.text);
        for name in &header {
            if !COLUMNS.iter().any(|column| column.name == name) {
                let known: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
                return Err((
                    first.number,
                    format!("there is no column “{name}”; there are {}", known.join(", ")),
                ));
            }
        }
        let mut table = Table {
            header,
            rows: Vec::new(),
            end: first.number + 1,
        };
        let mut end = first.bytes.end;
        while let Some(line) = self.next_if(|text| text.starts_with('|')) {
            table.end = line.number + 1;
            end = line.bytes.end;
            let row = cells(line.text);
            if row
                .iter()
                .all(|cell| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':')))
            {
                continue; // the rule below the header
            }
            if row.len() != table.header.len() {
                let problem = format!(
                    "this row has {} cells, the table {} columns",
                    row.len(),
                    table.header.len()
                );
                return Err((line.number, problem));
            }
            table.rows.push(Row {
                line: line.number,
                cells: row,
            });
        }
        case.table = Some(table);
        let behind_table = self.at;
        while self.next_if(|text| text.trim().is_empty()).is_some() {}
        while let Some(line) = self.next_if(|text| fact(text).is_some()) {
            let (name, value) = fact(line.text).expect("the line was asked for this just now");
            if !FACTS.iter().any(|fact| fact.name == name) {
                let known: Vec<&str> = FACTS.iter().map(|fact| fact.name).collect();
                return Err((
                    line.number,
                    format!("there is no “{name}” to expect; there are {}", known.join(", ")),
                ));
            }
            end = line.bytes.end;
            let mut values: Vec<String> = match value {
                "" | "none" => Vec::new(),
                one => vec![one.to_owned()],
            };
            while let Some(nested) = self.next_if(|text| text.starts_with("  - ")) {
                end = nested.bytes.end;
                values.push(nested.text[4..].trim().to_owned());
            }
            case.facts.push(Fact {
                line: line.number,
                name: name.to_owned(),
                values,
            });
        }
        if case.facts.is_empty() {
            self.at = behind_table;
        }
        case.region = first.bytes.start..end;
        Ok(())
    }

    fn next_if(&mut self, wanted: impl Fn(&str) -> bool) -> Option<Line<'text>> {
        if wanted(self.lines.get(self.at)?.text) {
            self.next()
        } else {
            None
        }
    }
}

impl Told {
    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "date" => self.options.date = Some(settings::date(value).map_err(|error| error.to_string())?),
            "zone" => self.options.zone = Some(settings::zone(value).map_err(|error| error.to_string())?),
            "file" => (self.file, self.is_named) = (Some(value.to_owned()), true),
            "trust" => self.options.trust.push(value.to_owned()),
            _ => {
                return Err(format!(
                    "there is no option “{key}”; there are date, zone, trust and file"
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Fixture, Error> {
        Fixture::new(Input {
            path: "a.md".to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
    }

    fn refused(text: &str) -> String {
        read(text).expect_err("an error").to_string()
    }

    #[test]
    fn options_above_the_first_section_hold_for_all_and_those_in_a_section_for_it() {
        let text = "# T\n- date: 2021-10-04\n\n## A\n- zone: Europe/London\n```text\na\n```\n## B\n- file: b.log\n```text\nb\n```\n";
        let fixture = read(text).expect("a fixture");
        let [a, b] = fixture.cases.as_slice() else {
            panic!("two cases")
        };
        assert!(a.options.date.is_some() && b.options.date.is_some());
        assert!(a.options.zone.is_some() && b.options.zone.is_none());
        assert_eq!(
            (a.inputs[0].path.as_str(), b.inputs[0].path.as_str()),
            ("article.txt", "b.log")
        );
        assert_eq!((a.name.as_str(), a.line), ("A", 6));
    }

    #[test]
    fn a_longer_fence_lets_the_article_hold_fences_tables_and_headings() {
        let article = "# Title\n\n```text\nlog\n```\n\n| a | b |\n- date: never\n";
        let fixture = read(&format!("# T\n\n````markdown\n{article}````\n")).expect("a fixture");
        assert_eq!(fixture.cases.len(), 1);
        assert_eq!(fixture.cases[0].inputs[0].bytes, article.as_bytes());
        assert_eq!(fixture.cases[0].inputs[0].path, "article.md");
    }

    #[test]
    fn articles_that_each_name_their_file_are_one_case() {
        let one = |name: &str| format!("- file: {name}\n\n```text\n{name}\n```\n");
        let text = format!(
            "# T\n{}{}| When |\n|---|\n\n## B\n{}",
            one("a.txt"),
            one("b.txt"),
            one("c.txt")
        );
        let fixture = read(&text).expect("a fixture");
        let names: Vec<Vec<&str>> = fixture
            .cases
            .iter()
            .map(|case| case.inputs.iter().map(|input| input.path.as_str()).collect())
            .collect();
        assert_eq!(names, [vec!["a.txt", "b.txt"], vec!["c.txt"]]);
        assert!(fixture.cases[0].table.is_some() && fixture.cases[1].table.is_none());
    }

    #[test]
    fn a_typing_error_is_refused_with_its_line() {
        let article = "```text\nx\n```\n";
        assert!(refused(&format!("- dat: 2021-10-04\n{article}")).starts_with("a.md:1: there is no option “dat”"));
        assert!(refused(&format!("- date: 2021-02-30\n{article}")).contains("a.md:1: “2021-02-30” cannot be"));
        assert!(refused(&format!("{article}| Wen |\n|---|\n")).starts_with("a.md:4: there is no column “Wen”"));
        assert!(refused(&format!("{article}| When |\n|---|\n| a | b |\n")).starts_with("a.md:6: this row has 2 cells"));
        assert!(refused(&format!("{article}| When |\n|---|\n\n- Lenght: PT1H\n")).starts_with("a.md:7: "));
        assert!(refused("# T\n```text\nx\n").starts_with("a.md:2: this block is never closed"));
        assert!(refused("| When |\n").starts_with("a.md:1: this table belongs to no article"));
        assert!(refused("# T\n").contains("no article"));
    }

    #[test]
    fn a_fact_is_one_value_several_or_none() {
        let facts = "- Warnings: none\n- Undated:\n  - peak: a\n  - peak: b\n- Length: PT1H\n";
        let fixture = read(&format!("```text\nx\n```\n| When |\n|---|\n\n{facts}\nProse.\n")).expect("a fixture");
        let values: Vec<usize> = fixture.cases[0].facts.iter().map(|fact| fact.values.len()).collect();
        assert_eq!(values, [0, 2, 1]);
        let region = &fixture.text[fixture.cases[0].region.clone()];
        assert!(region.starts_with("| When |") && region.ends_with("PT1H\n"));
    }
}
