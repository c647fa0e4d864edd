//! Rows that stand in an order that the texts refute.
//!
//! One would get wrong to tell every pair: of two rows that were swapped across ten others, twenty pairs are wrong
//! and two rows are to blame.

/// The pairs to blame, each `(above, below)`: with them gone, nothing that is left is refuted.
pub fn misplaced(count: usize, refuted: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut wrong: Vec<(usize, usize)> = (0..count)
        .flat_map(|above| (above + 1..count).map(move |below| (above, below)))
        .filter(|(above, below)| refuted(*above, *below))
        .collect();
    let mut out = Vec::new();
    while !wrong.is_empty() {
        let mut blame = vec![0_usize; count];
        for (above, below) in &wrong {
            blame[*above] += 1;
            blame[*below] += 1;
        }
        // The last of those with most to blame: swapped rows are then one pair, whatever lies between.
        let worst = *wrong
            .iter()
            .max_by_key(|(above, below)| (blame[*above] + blame[*below], below - above))
            .expect("the loop ends where there is none left");
        out.push(worst);
        wrong.retain(|(above, below)| ![*above, *below].iter().any(|row| [worst.0, worst.1].contains(row)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blamed(rows: &[i32]) -> Vec<(usize, usize)> {
        misplaced(rows.len(), |above, below| rows[above] > rows[below])
    }

    #[test]
    fn of_swapped_rows_exactly_those_two_are_blamed() {
        assert_eq!(blamed(&[1, 2, 3, 4, 5]), []);
        assert_eq!(blamed(&[1, 3, 2, 4, 5]), [(1, 2)]);
        assert_eq!(blamed(&[1, 6, 3, 4, 5, 2, 7]), [(1, 5)]);
        assert_eq!(blamed(&[2, 1, 3, 5, 4]).len(), 2);
    }
}
