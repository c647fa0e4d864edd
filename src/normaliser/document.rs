//! What is known of a text as a whole, and where each part of a time came from.
//!
//! One would get wrong that said and supplied are alike: every zone, date and clock carries the reason it is there.

use std::sync::Arc;

use crate::article::span::Span;

use super::calendar::Zone;
use super::value::Value;

/// One text.
#[derive(Clone, Debug)]
pub struct Document {
    /// As the user named it; "-" for standard input.
    pub path: String,
    /// The text as it was read: spans index it.
    pub text: Arc<str>,
    /// Its headline, where it has one.
    pub title: Option<Span>,
    /// When it was published: what the command line, its metadata or a stamp says; else the moment of writing.
    pub published: Option<Published>,
    /// When it was last changed, where it says so.
    pub modified: Option<Published>,
    /// The place of its dateline.
    pub place: Option<Span>,
    /// The zone that clock times without one are read in.
    pub zone: Option<Zone>,
    /// Why that zone.
    pub zone_basis: DocumentZone,
}

/// When a text was written.
#[derive(Clone, Debug)]
pub struct Published {
    /// A day, or a clock time with or without its offset.
    pub value: Value,
    /// How that is known.
    pub basis: PublishedBasis,
}

/// How the moment of writing is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PublishedBasis {
    /// The command line said so.
    Flag,
    /// Front matter or page metadata.
    Metadata(Span),
    /// A published or updated line.
    Stamp(Span),
    /// A dateline ("SEATTLE, Dec. 7").
    Dateline(Span),
    /// The date in the address that it stands at: `https://example.com/2021/10/04/down`.
    Address(Span),
    /// A date in the title or first heading.
    Title(Span),
    /// A date in the file's name.
    FileName,
}

/// How a document's zone is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocumentZone {
    /// "All times UTC", "Timeline (CET)".
    Declared(Span),
    /// The zone that its times name.
    Named(Span),
    /// The place of its dateline.
    Place(Span),
    /// The zone of its publication stamp.
    Stamp(Span),
    /// The command line said so.
    Flag,
    /// Nothing tells.
    None,
}

/// Where a date came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateBasis {
    /// The words name it.
    Stated,
    /// A heading or table column above gives it.
    Header,
    /// A weekday, reckoned from the moment of writing or from the story.
    Weekday,
    /// The day that the story is on.
    Narrative,
    /// Counted from the moment of writing ("today", or nothing else).
    Publication,
    /// Measured from another event.
    Relative,
    /// Nothing tells.
    None,
}

/// Where a clock time came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockBasis {
    /// The words name it.
    Stated,
    /// Measured from another event.
    Relative,
    /// There is none.
    None,
}

/// Where a zone came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ZoneBasis {
    /// The words name it.
    Stated,
    /// The document's own.
    Document,
    /// The command line.
    Flag,
    /// The place of the dateline.
    Dateline,
    /// Nothing tells.
    None,
}

/// Something a reader should know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// Stable, for programs: "no-publication-date".
    pub code: &'static str,
    /// For people.
    pub message: String,
    /// The document.
    pub document: Option<usize>,
    /// The words.
    pub span: Option<Span>,
}

/// What the seconds of an event's bounds count from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scale {
    /// 1970-01-01T00:00:00 UTC.
    Utc,
    /// 1970-01-01T00:00:00 on the wall clock of a document whose zone nothing tells.
    Local {
        /// Index of the document.
        document: usize,
    },
    /// 1970-01-01T00:00:00 on a wall clock in a stand-in year: months and days are known, the year is not.
    Year {
        /// Index of the document.
        document: usize,
    },
    /// Midnight before a stand-in Monday (1970-01-05, kept as seconds since 1970-01-01T00:00:00): the week's date is not known.
    Week {
        /// Index of the document.
        document: usize,
    },
    /// Midnight of a stand-in day (1970-01-05, likewise): no day is known at all.
    Day {
        /// Index of the document.
        document: usize,
    },
}
