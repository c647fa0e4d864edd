//! What a timeline has other than its fixture expects, each with the line of the fixture.
//!
//! One would get wrong to compare row by row: one row too many would make all below it differ, so the rows are
//! aligned first.

use super::expectation::{COLUMNS, Column, FACTS};
use super::fixture::{Case, Row, Table};
use crate::chronology::timeline::Timeline;

/// Rows that agree in less than this are two rows, not one that changed: the words alone, or what happened alone.
const ENOUGH: u32 = 3;

/// The differences, in the order of the fixture.
pub fn differences(path: &str, case: &Case, timeline: &Timeline) -> Vec<String> {
    let Some(table) = &case.table else {
        return vec![format!(
            "{path}:{}: no timeline is expected here yet; run `outage-timeline check {path} --bless` and read what it writes",
            case.line
        )];
    };
    let mut told = rows(path, table, timeline);
    for expected in &case.facts {
        let Some(kind) = FACTS.iter().find(|kind| kind.name == expected.name) else {
            continue;
        };
        let got = (kind.values)(timeline);
        if got != expected.values {
            told.push(format!(
                "{path}:{}: {} differs\n    expected  {}\n    got       {}",
                expected.line,
                expected.name,
                listed(&expected.values),
                listed(&got)
            ));
        }
    }
    told
}

fn listed(values: &[String]) -> String {
    match values {
        [] => "none".to_owned(),
        values => values.join("\n              "),
    }
}

fn rows(path: &str, table: &Table, timeline: &Timeline) -> Vec<String> {
    let columns: Vec<&Column> = table
        .header
        .iter()
        .filter_map(|name| COLUMNS.iter().find(|column| column.name == name))
        .collect();
    let got: Vec<Vec<String>> = timeline
        .events
        .iter()
        .map(|event| columns.iter().map(|column| (column.cell)(timeline, event)).collect())
        .collect();
    let mut told = Vec::new();
    for pair in align(&columns, &table.rows, &got) {
        match pair {
            Pair::Both(expected, got) => told.extend(changed(path, &columns, expected, got)),
            Pair::Missing(row) => told.push(format!(
                "{path}:{}: this row did not come out\n    expected  {}",
                row.line,
                line(&row.cells)
            )),
            Pair::Extra { before, got } => told.push(format!(
                "{path}:{}: a row came out above this line that is not expected\n    got       {}",
                before.map_or(table.end, |row| row.line),
                line(got)
            )),
        }
    }
    told
}

fn changed(path: &str, columns: &[&Column], expected: &Row, got: &[String]) -> Option<String> {
    let cells = columns
        .iter()
        .zip(&expected.cells)
        .zip(got)
        .filter(|((_, expected), got)| expected != got);
    let told: Vec<String> = cells
        .map(|((column, expected), got)| {
            let shown = |cell: &str| {
                if cell.is_empty() {
                    "(nothing)".to_owned()
                } else {
                    cell.to_owned()
                }
            };
            format!(
                "\n    {}\n      expected  {}\n      got       {}",
                column.name,
                shown(expected),
                shown(got)
            )
        })
        .collect();
    (!told.is_empty()).then(|| format!("{path}:{}: this row differs{}", expected.line, told.concat()))
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

enum Pair<'a> {
    Both(&'a Row, &'a [String]),
    Missing(&'a Row),
    Extra { before: Option<&'a Row>, got: &'a [String] },
}

/// Pairs the rows so that as much as possible agrees and the order of both stays (longest common subsequence, weighted).
fn align<'a>(columns: &[&Column], expected: &'a [Row], got: &'a [Vec<String>]) -> Vec<Pair<'a>> {
    let agree = |row: &Row, cells: &[String]| -> u32 {
        let weights = columns.iter().zip(&row.cells).zip(cells).filter(|((_, a), b)| a == b);
        let agreed: u32 = weights.map(|((column, _), _)| column.weight).sum();
        if agreed >= ENOUGH || row.cells == cells {
            agreed + 1
        } else {
            0
        }
    };
    // best[i][j]: how much agrees between the rows from i and those from j.
    let mut best = vec![vec![0; got.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..got.len()).rev() {
            let both = match agree(&expected[i], &got[j]) {
                0 => 0,
                agreed => agreed + best[i + 1][j + 1],
            };
            best[i][j] = both.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < expected.len() || j < got.len() {
        let paired = i < expected.len() && j < got.len() && {
            let agreed = agree(&expected[i], &got[j]);
            agreed > 0 && best[i][j] == agreed + best[i + 1][j + 1]
        };
        if paired {
            pairs.push(Pair::Both(&expected[i], &got[j]));
            (i, j) = (i + 1, j + 1);
        } else if j == got.len() || (i < expected.len() && best[i + 1][j] >= best[i][j + 1]) {
            pairs.push(Pair::Missing(&expected[i]));
            i += 1;
        } else {
            pairs.push(Pair::Extra {
                before: expected.get(i),
                got: &got[j],
            });
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: usize, when: &str, words: &str) -> Row {
        Row {
            line,
            cells: vec![when.to_owned(), words.to_owned()],
        }
    }

    fn shape(expected: &[Row], got: &[[&str; 2]]) -> String {
        let columns: Vec<&Column> = COLUMNS
            .iter()
            .filter(|column| ["When", "Words"].contains(&column.name))
            .collect();
        let got: Vec<Vec<String>> = got.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let pairs = align(&columns, expected, &got);
        pairs
            .iter()
            .map(|pair| match pair {
                Pair::Both(..) => '=',
                Pair::Missing(_) => '-',
                Pair::Extra { .. } => '+',
            })
            .collect()
    }

    #[test]
    fn a_row_too_many_does_not_shift_the_rows_below_it() {
        let expected = [row(1, "09:00", "nine"), row(2, "10:00", "ten")];
        assert_eq!(
            shape(&expected, &[["09:00", "nine"], ["09:30", "half"], ["10:00", "ten"]]),
            "=+="
        );
        assert_eq!(shape(&expected, &[["10:00", "ten"]]), "-=");
        assert_eq!(shape(&expected, &[]), "--");
    }

    #[test]
    fn a_row_with_the_same_words_at_another_time_is_one_that_changed() {
        let expected = [row(1, "09:00", "nine")];
        assert_eq!(shape(&expected, &[["21:00", "nine"]]), "=");
        assert_eq!(shape(&expected, &[["09:00", "other"]]), "-+");
    }

    #[test]
    fn two_rows_in_the_other_order_differ() {
        let expected = [row(1, "09:00", "nine"), row(2, "10:00", "ten")];
        let shape = shape(&expected, &[["10:00", "ten"], ["09:00", "nine"]]);
        assert!(shape.contains('-') && shape.contains('+'), "{shape}");
    }
}
