//! Writes what came out as what is expected, and touches nothing else of the fixture.

use std::path::Path;

use super::expectation::{COLUMNS, FACTS};
use super::fixture::{Case, Fixture};
use crate::chronology::timeline::Timeline;
use crate::error::Error;

/// Rewrites the expectation of each case that has a timeline; whether the file changed.
pub fn rewrite(fixture: &Fixture, timelines: &[Option<Timeline>], path: &Path) -> Result<bool, Error> {
    let mut text = fixture.text.clone();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // From the end, so that the places of the earlier cases stay true.
    for (case, timeline) in fixture.cases.iter().zip(timelines).rev() {
        if let Some(timeline) = timeline {
            let mut expectation = expectation(case, timeline).replace('\n', newline);
            if !text[..case.region.start].ends_with('\n') {
                expectation.insert_str(0, newline); // the fence is the end of the file
            }
            text.replace_range(case.region.clone(), &expectation);
        }
    }
    if text == fixture.text {
        return Ok(false);
    }
    std::fs::write(path, text).map_err(|cause| Error::Unwritable {
        path: fixture.path.clone(),
        cause,
    })?;
    Ok(true)
}

fn expectation(case: &Case, timeline: &Timeline) -> String {
    let any_tied = timeline.events.iter().any(|event| !event.tied_with.is_empty());
    let columns: Vec<_> = COLUMNS
        .iter()
        .filter(|column| match &case.table {
            Some(_) => false,
            None => column.standard || (column.name == "Tied with" && any_tied),
        })
        .chain(
            // In the order in which the author has them.
            case.table
                .iter()
                .flat_map(|table| &table.header)
                .filter_map(|name| COLUMNS.iter().find(|column| column.name == name)),
        )
        .collect();
    let mut rows: Vec<Vec<String>> = vec![columns.iter().map(|column| column.name.to_owned()).collect()];
    for event in &timeline.events {
        rows.push(
            columns
                .iter()
                .map(|column| escaped(&(column.cell)(timeline, event)))
                .collect(),
        );
    }
    let mut text = table(&rows);
    let names: Vec<&str> = match (&case.table, case.facts.as_slice()) {
        (None, _) => FACTS
            .iter()
            .filter(|fact| fact.standard)
            .map(|fact| fact.name)
            .collect(),
        (Some(_), facts) => facts.iter().map(|fact| fact.name.as_str()).collect(),
    };
    let facts = names
        .into_iter()
        .filter_map(|name| FACTS.iter().find(|fact| fact.name == name));
    let facts: String = facts.map(|fact| item(fact.name, &(fact.values)(timeline))).collect();
    if !facts.is_empty() {
        text.push('\n');
        text.push_str(&facts);
    }
    match case.table {
        Some(_) => text,
        None => format!("\n{text}"),
    }
}

/// A table that is readable as it stands in the file, too.
fn table(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
            .max(3)
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        for (cell, width) in row.iter().zip(&widths) {
            text.push_str(&format!("| {cell:width$} "));
        }
        text.push_str("|\n");
        if index == 0 {
            for width in &widths {
                text.push_str(&format!("|{:-<1$}", "", width + 2));
            }
            text.push_str("|\n");
        }
    }
    text
}

fn item(name: &str, values: &[String]) -> String {
    match values {
        [] => format!("- {name}: none\n"),
        [one] => format!("- {name}: {one}\n"),
        several => {
            let nested: String = several.iter().map(|value| format!("  - {value}\n")).collect();
            format!("- {name}:\n{nested}")
        }
    }
}

fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('|', "\\|")
}
