//! Everything that a caller can be told when the program cannot go on.
//!
//! One would get wrong that what a text leaves unsaid is no error: it is data, and the timeline still prints.
//! Each variant here is one sentence that names the thing and says what to do.

use std::io;

/// Why the program cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No such file.
    #[error("{path}: there is no such file; check the name, or give - to read standard input")]
    Missing {
        /// As the user named it.
        path: String,
    },
    /// The file is there and cannot be read.
    #[error("{path}: cannot be read ({cause}); check its permissions")]
    Unreadable {
        /// As the user named it.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A folder where a file is wanted.
    #[error("{path}: this is a folder; name the files in it, for instance {path}/*.txt", path = path.trim_end_matches('/'))]
    Folder {
        /// As the user named it.
        path: String,
    },
    /// Not a text.
    #[error("{path}: this is binary data, not a text; give the article as plain text, Markdown, HTML or JSON")]
    Binary {
        /// As the user named it.
        path: String,
    },
    /// Nothing to read.
    #[error("{path}: the file is empty; give one that holds the article's text")]
    Empty {
        /// As the user named it.
        path: String,
    },
    /// Neither a date nor a date and time.
    #[error(
        "“{text}” is not a date; write one as 2021-10-04, or with a time as 2021-10-04T19:19 or 2021-10-04T19:19-04:00"
    )]
    NotADate {
        /// What the user wrote.
        text: String,
    },
    /// A date or a time that the calendar does not have.
    #[error("“{text}” cannot be: {because}; correct the date")]
    ImpossibleDate {
        /// What the user wrote.
        text: String,
        /// Which part is impossible, and what is possible.
        because: String,
    },
    /// A zone that the database does not have.
    #[error("there is no time zone “{text}”; {hint}")]
    UnknownZone {
        /// What the user wrote.
        text: String,
        /// What to write instead.
        hint: String,
    },
    /// Letters that stand for several zones.
    #[error("“{text}” is the name of several time zones; give {names}")]
    AmbiguousZone {
        /// What the user wrote.
        text: String,
        /// The zones.
        names: String,
    },
    /// A fixture that does not hold to the form of fixtures.
    #[error("{path}:{line}: {problem}")]
    Fixture {
        /// The fixture.
        path: String,
        /// Counted from one.
        line: usize,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// What is to be trusted is not read.
    #[error("{path}: --trust names no text that is read; give it among the files, under the same name")]
    TrustedIsNoText {
        /// As the user named it.
        path: String,
    },
    /// JSON that is no timeline of ours.
    #[error(
        "{path}: this is no timeline ({problem}); give what --format json prints, or write it as outage-timeline schema describes"
    )]
    NotATimeline {
        /// As the user named it.
        path: String,
        /// What is wrong.
        problem: String,
    },
    /// A folder without a fixture in it.
    #[error(
        "{path}: there is no fixture in this folder; a fixture is a Markdown file (.md) with an article in a fenced block"
    )]
    NoFixtures {
        /// As the user named it.
        path: String,
    },
    /// An expectation must not be rewritten where nobody reads the change.
    #[error(
        "--bless is refused where CI is set: it would make every difference pass; run it at home and commit what it writes"
    )]
    BlessUnderCi,
    /// What was made cannot be put where it belongs.
    #[error("{path}: cannot be written ({cause}); check that its folder is there and may be written to")]
    Unwritable {
        /// The file.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// Writing would destroy what was read.
    #[error("{path}: this is one of the texts that are read; give --output another name")]
    OutputIsInput {
        /// As the user named it.
        path: String,
    },
}

impl Error {
    /// What the system says of a path that was to be read, in our words.
    pub fn reading(path: &str, cause: io::Error) -> Self {
        let path = path.to_owned();
        match cause.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing { path },
            io::ErrorKind::IsADirectory => Self::Folder { path },
            _ => Self::Unreadable { path, cause },
        }
    }

    /// The file that it is about, where it is about one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Missing { path }
            | Self::Unreadable { path, .. }
            | Self::Folder { path }
            | Self::Binary { path }
            | Self::Empty { path }
            | Self::Fixture { path, .. }
            | Self::TrustedIsNoText { path }
            | Self::NotATimeline { path, .. }
            | Self::NoFixtures { path }
            | Self::Unwritable { path, .. }
            | Self::OutputIsInput { path } => Some(path),
            Self::NotADate { .. }
            | Self::ImpossibleDate { .. }
            | Self::UnknownZone { .. }
            | Self::AmbiguousZone { .. }
            | Self::BlessUnderCi => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_apart() {
        let told = |kind: io::ErrorKind| Error::reading("a.txt", io::Error::from(kind)).to_string();
        assert!(told(io::ErrorKind::NotFound).contains("no such file"));
        assert!(told(io::ErrorKind::IsADirectory).contains("this is a folder"));
        assert!(told(io::ErrorKind::PermissionDenied).contains("permission"));
    }

    #[test]
    fn a_folder_is_answered_with_the_files_in_it_and_one_slash() {
        let path = "reports/".to_owned();
        assert!(Error::Folder { path }.to_string().contains("reports/*.txt"));
    }

    #[test]
    fn the_file_that_failed_can_be_asked_for() {
        let path = "a.bin".to_owned();
        assert_eq!(Error::Binary { path }.path(), Some("a.bin"));
        assert_eq!(Error::BlessUnderCi.path(), None);
    }
}
