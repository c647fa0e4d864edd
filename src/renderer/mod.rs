//! Timeline → text: rows made once, formats on top.
//!
//! One would get wrong to reason here: a renderer puts nothing in order and supplies no time.

pub mod below;
mod clash;
pub mod code_points;
mod day_words;
pub mod explain;
mod grid;
mod ink;
pub mod json;
pub mod length;
pub mod plain;
pub mod row;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;
pub mod table;
pub mod text;
pub mod timex3;
pub mod when;

use std::io;

use crate::chronology::timeline::Timeline;
use crate::normaliser::calendar::Zone;

/// How a timeline is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// What the writing depends on beside the timeline.
#[derive(Clone, Copy, Default, Debug)]
pub struct Look {
    /// The terminal's columns; `None` breaks and cuts nothing.
    pub width: Option<u16>,
    /// Whether to colour.
    pub colour: bool,
    /// The zone to show times in; `None` is the text's own.
    pub zone: Option<Zone>,
    /// Whether to tell how each time came about.
    pub explain: bool,
}

/// The timeline as text; `alone` holds the timelines of the single texts where they are wanted below it.
pub fn render(timeline: &Timeline, alone: &[Timeline], format: Format, look: &Look) -> String {
    let mut out = Vec::new();
    write(timeline, alone, format, look, &mut out).expect("memory takes what is written to it");
    String::from_utf8(out).expect("every format is text")
}

/// Writes the timeline as it is made: of a long log, the text is many times the log.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(
    timeline: &Timeline,
    alone: &[Timeline],
    format: Format,
    look: &Look,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        Format::Table => {
            table::write(timeline, look, out)?;
            out.write_all(clash::page(timeline, look).as_bytes())?;
            if look.explain {
                out.write_all(explain::page(timeline, look).as_bytes())?;
            }
            let pen = ink::Pen { colour: look.colour };
            for single in alone {
                let paths = single.documents.iter().map(|document| plain::one_line(&document.path));
                let title = format!("What {} tells alone", paths.collect::<Vec<_>>().join(", "));
                write!(out, "\n{}\n\n", pen.write(ink::Ink::Heading, &title))?;
                table::write(single, look, out)?;
            }
            Ok(())
        }
        Format::Json => json::write(timeline, alone, look.explain, out),
    }
}
