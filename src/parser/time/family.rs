//! A family of expressions and the examples that prove it.

/// A family: its name, what it reads, and sentences.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// A short name.
    pub name: &'static str,
    /// What it reads, in a line.
    pub what: &'static str,
    /// Sentences with the expression in brackets, and its TIMEX3 value when written on Monday 2021-10-04 at 19:30
    /// in New York.
    pub found: &'static [(&'static str, &'static str)],
    /// Sentences in which nothing must be found.
    pub never: &'static [&'static str],
}
