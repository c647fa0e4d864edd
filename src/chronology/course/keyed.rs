//! Tables of the program that are looked up by number, in place.
//!
//! One would get wrong to make maps of them: a text of ten sentences asks for some hundred of sixty thousand rows.

/// Rows by numbers that rise and are spread evenly, as those of [`super::clue::Clue::key_of`] are.
pub struct Keyed<T: 'static> {
    rows: &'static [(u64, T)],
    /// Where the rows begin whose numbers begin with each row of bits, and where the last end.
    starts: Vec<u32>,
}

/// Bits of a number that tell where its row must be: few rows share them.
const BITS: u32 = 14;

impl<T> Keyed<T> {
    /// Looks a table through once.
    pub fn new(rows: &'static [(u64, T)]) -> Self {
        let mut starts = vec![0; (1 << BITS) + 1];
        for (key, _) in rows {
            starts[first_bits(*key) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { rows, starts }
    }

    /// The row of a number.
    pub fn get(&self, key: u64) -> Option<&'static T> {
        let [from, to] = [0, 1].map(|next| self.starts[first_bits(key) + next] as usize);
        self.rows[from..to].iter().find(|row| row.0 == key).map(|row| &row.1)
    }
}

fn first_bits(key: u64) -> usize {
    (key >> (u64::BITS - BITS)) as usize
}

#[cfg(test)]
pub mod tests {
    use super::super::clue::Clue;
    use super::*;

    /// Whether each row has the number of the name behind it in the file, and is found by that.
    pub fn assert_named<T>(file: &str, rows: &'static [(u64, T)]) {
        let table = Keyed::new(rows);
        let lines = file.lines().filter(|line| line.starts_with("    (0x"));
        let mut names = lines.filter_map(|line| Some(line.split_once("// ")?.1));
        for (key, row) in rows {
            assert_eq!(names.next().map(Clue::key_of), Some(*key));
            assert!(table.get(*key).is_some_and(|found| std::ptr::eq(found, row)));
        }
        assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
        assert!(table.get(Clue::key_of("no such name")).is_none());
    }
}
