//! Where the output goes: standard output or a file, how wide it is, whether it is coloured.
//!
//! One would get wrong that a closed pipe is a failure: the reader has seen enough, and the program ends quietly.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use outage_timeline::error::Error;
use outage_timeline::renderer::plain;

use crate::cli::Colour;

/// Standard output, or a file.
pub struct Outlet {
    file: Option<PathBuf>,
}

impl Outlet {
    /// The file, or standard output where there is none.
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file }
    }

    /// Refuses a file that is one of those to be read.
    pub fn check(&self, inputs: &[PathBuf]) -> Result<(), Error> {
        let Some(file) = self.file.as_deref() else {
            return Ok(());
        };
        let same = |input: &Path| matches!((file.canonicalize(), input.canonicalize()), (Ok(a), Ok(b)) if a == b);
        match inputs.iter().any(|input| same(input)) {
            true => Err(Error::OutputIsInput { path: name(file) }),
            false => Ok(()),
        }
    }

    /// The columns of the terminal; `None` for a file or a pipe, where nothing is to be broken.
    pub fn width(&self) -> Option<u16> {
        if !self.is_terminal() {
            return None;
        }
        let asked = terminal_size::terminal_size().map(|(width, _)| width.0);
        let named = || std::env::var("COLUMNS").ok()?.parse().ok();
        asked.or_else(named).filter(|width| *width > 0)
    }

    /// Whether a person reads it at once, on a screen that obeys what is written to it.
    pub fn is_terminal(&self) -> bool {
        self.file.is_none() && io::stdout().is_terminal()
    }

    /// Whether to colour here.
    pub fn colour(&self, wish: Colour) -> bool {
        match wish {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if self.file.is_some() => false,
            Colour::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        }
    }

    /// Writes the whole text.
    pub fn write(&self, text: &str) -> Result<(), Error> {
        self.stream(|out| out.write_all(text.as_bytes()))
    }

    /// Writes what is made as it is written.
    pub fn stream(&self, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        if let Some(file) = &self.file {
            let written = File::create(file).and_then(|file| {
                let mut out = BufWriter::new(file);
                make(&mut out).and_then(|()| out.flush())
            });
            return written.map_err(|cause| Error::Unwritable {
                path: name(file),
                cause,
            });
        }
        // Already coloured or not, as it should be: this only translates for consoles that know no escapes.
        let mut out = BufWriter::new(AutoStream::new(io::stdout().lock(), ColorChoice::AlwaysAnsi));
        match make(&mut out).and_then(|()| out.flush()) {
            Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => Err(Error::Unwritable {
                path: "standard output".to_owned(),
                cause,
            }),
            _ => {
                // What a broken pipe left in the buffer must not be tried again.
                let _ = out.into_parts();
                Ok(())
            }
        }
    }
}

/// Says a sentence on standard error, where a closed pipe is nobody's concern.
pub fn say(sentence: &dyn std::fmt::Display) {
    let sentence = sentence.to_string();
    let _ = writeln!(io::stderr(), "outage-timeline: {}", plain::message(&sentence));
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
