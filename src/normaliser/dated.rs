//! Statements on the calendar: windows, and distances between them, each with its reasons.

use rustc_hash::FxHashMap;

use super::calendar::Zone;
use super::document::{ClockBasis, DateBasis, Document, Scale, Warning, ZoneBasis};
use super::vagueness::Extent;
use super::value::Value;
use super::writing::Writing;
use crate::parser::statement::kind::Phase;

/// Seconds on a scale, both ends included; `None` is unbounded.
pub type Window = (Option<i64>, Option<i64>);

/// A statement on the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dated {
    /// What it says of the outage: as parsed, until the course of the outage has been weighed.
    pub phase: Phase,
    /// Index of the statement that tells it.
    pub statement: usize,
    /// Index of the mention that dates it.
    pub mention: usize,
    /// What its beginning is called.
    pub value: Value,
    /// What seconds count from.
    pub scale: Scale,
    /// The best single instant.
    pub start: i64,
    /// Where the words put the beginning.
    pub window: Window,
    /// The end of a span.
    pub end: Option<End>,
    /// The zone whose wall clock the value shows.
    pub zone: Option<Zone>,
    /// Where the date came from.
    pub date: DateBasis,
    /// Where the clock came from.
    pub clock: ClockBasis,
    /// Where the zone came from.
    pub zone_basis: ZoneBasis,
    /// Whether the text hedges.
    pub approximate: bool,
    /// What it is measured from, an index of a [`Dated`].
    pub relative_to: Option<usize>,
    /// Whether it lies ahead of whoever tells it, by its words or by its day.
    pub ahead: bool,
    /// Whether its paragraph tells of another outage, on a day far from the story's.
    pub of_other: bool,
    /// How its time came about, in sentences.
    pub reasons: Vec<String>,
}

/// The end of a span.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct End {
    /// What it is called.
    pub value: Value,
    /// The best single instant.
    pub at: i64,
    /// Where the words put it.
    pub window: Window,
}

/// `to − from` in seconds, as words say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Distance {
    /// Index of a [`Dated`].
    pub from: usize,
    /// Index of a [`Dated`].
    pub to: usize,
    /// At least.
    pub least: Option<i64>,
    /// At most.
    pub most: Option<i64>,
    /// Index of the mention that says it.
    pub mention: usize,
}

/// A length that the text gives to something without dating it: "lasted seven hours".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Index of the mention.
    pub mention: usize,
    /// What it is worth.
    pub extent: Extent,
}

/// A date that the text gives and that its own surroundings refute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    /// Index of the mention.
    pub mention: usize,
    /// What contradicts what, in a sentence.
    pub sentence: String,
    /// What would make them agree.
    pub repair: String,
}

/// With whose voice a text speaks.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Voice {
    /// Its words tell: it is a copy of what shares them.
    #[default]
    Heard,
    /// Its words are not known: a timeline says it.
    Claimed {
        /// The path of the text that it copies.
        copies: Option<String>,
        /// Whether those tell it whose outage it is.
        first_hand: bool,
    },
}

/// A document on the calendar.
#[derive(Clone, Debug)]
pub struct Normalised {
    /// What is known of it as a whole.
    pub document: Document,
    /// When it was written.
    pub writing: Option<Writing>,
    /// What is dated, in text order.
    pub dated: Vec<Dated>,
    /// Index of what dates each statement.
    pub by_statement: FxHashMap<usize, usize>,
    /// What is told of distances between them.
    pub distances: Vec<Distance>,
    /// Whether its words tell what it is a copy of.
    pub voice: Voice,
    /// Pairs of dated statements, the later first, that are known to tell one happening.
    pub retold: Vec<(usize, usize)>,
    /// Lengths that date nothing.
    pub claims: Vec<Claim>,
    /// Dates that their own surroundings refute.
    pub slips: Vec<Slip>,
    /// Statements that nothing puts in time.
    pub undated: Vec<usize>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
}
