//! A name on the command line → the bytes behind it.
//!
//! One would get wrong that opening a folder succeeds and reading it fails: both come out as the same sentence.

use std::io::Read;
use std::path::Path;

use crate::Input;
use crate::error::Error;

/// The name that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

impl Input {
    /// Reads a file, or standard input for "-".
    ///
    /// # Errors
    /// [`Error`] where there is no such file, it is a folder, or it cannot be read.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let name = path.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        let read = if name == STANDARD_INPUT {
            std::io::stdin().lock().read_to_end(&mut bytes)
        } else if path.is_dir() {
            return Err(Error::Folder { path: name });
        } else {
            std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
        };
        match read {
            Ok(_) => Ok(Self { path: name, bytes }),
            Err(cause) => Err(Error::reading(&name, cause)),
        }
    }
}
