//! The reconstructed timeline: events in proven order, each with its bounds and the words that prove them.
//!
//! A renderer reads this and decides nothing: what is here is ordered, entailed and explained.

use super::proved::Proved;
use crate::article::span::Span;
use crate::normaliser::calendar::Zone;
pub use crate::normaliser::document::{
    ClockBasis, DateBasis, Document, DocumentZone, Published, PublishedBasis, Scale, Warning, ZoneBasis,
};
use crate::normaliser::value::Value;
use crate::parser::statement::kind::{Modality, Phase, Scope};

/// All that one or more texts say of what happened when.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The texts, in the order of their names.
    pub documents: Vec<Document>,
    /// For each text the first that speaks with its voice: itself, where it is no copy.
    pub voices: Vec<usize>,
    /// For each text whether those tell it whose outage it is.
    pub first_hand: Vec<bool>,
    /// The outages that the texts are about.
    pub incidents: Vec<Incident>,
    /// Chronological; an [`EventId`] is an index here.
    pub events: Vec<Event>,
    /// Statements about the outage that nothing puts in time.
    pub undated: Vec<Undated>,
    /// Sets of statements that cannot all be true.
    pub conflicts: Vec<Conflict>,
    /// What a reader should know before trusting the rows.
    pub warnings: Vec<Warning>,
    /// What the proofs rest on; a [`Step`] names one by its index.
    pub evidence: Vec<Evidence>,
    /// What would narrow the timeline most, best first, in sentences ("the date of that Monday fixes 7 of 9 events").
    pub would_pin: Vec<String>,
    /// What is proved of the events, and by which words.
    pub proved: Proved,
}

/// Index into [`Timeline::events`]. Printed as "e1" for 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EventId(pub usize);

/// An outage.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Names as the texts have them.
    pub services: Vec<String>,
    /// The event that began it, and the bounds of its beginning.
    pub started: Option<Milestone>,
    /// The event that ended it, or the trouble that ran out, and the bounds of that end.
    pub resolved: Option<Milestone>,
    /// From the beginning to the first event that noticed it.
    pub time_to_detect: Option<Length>,
    /// From the beginning to the operator's first word.
    pub time_to_acknowledge: Option<Length>,
    /// From the beginning to the first fix.
    pub time_to_mitigate: Option<Length>,
    /// From the beginning to the end.
    pub time_to_resolve: Option<Length>,
    /// How long it lasted.
    pub duration: Option<Length>,
}

/// A turning point of an outage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// The event that states it.
    pub event: EventId,
    /// Where it lies.
    pub bounds: Bounds,
}

/// A length as a range, in seconds, both ends included; `None` is unbounded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Length {
    /// At least this long.
    pub shortest: Option<i64>,
    /// At most this long.
    pub longest: Option<i64>,
    /// What the text itself claims.
    pub stated: Option<Stated>,
}

/// A length that the text itself claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated {
    /// Its words ("about six hours").
    pub words: String,
    /// What they are worth at least; neither bound where they are what the length is measured by.
    pub shortest: Option<i64>,
    /// What they are worth at most.
    pub longest: Option<i64>,
}

impl Length {
    /// Whether both are proved to lie between the same bounds.
    pub fn same_range(&self, other: &Self) -> bool {
        (self.shortest, self.longest) == (other.shortest, other.longest)
    }

    /// Whether the claim says what is proved, give or take a tenth and at least a minute.
    pub fn bears_out(&self, stated: &Stated) -> bool {
        let slack = |length: i64| (length / 10).max(60);
        let not_above = |least: Option<i64>, most: Option<i64>| match (least, most) {
            (Some(least), Some(most)) => least <= most + slack(most),
            _ => true,
        };
        not_above(self.shortest, stated.longest) && not_above(stated.shortest, self.longest)
    }
}

/// Where a point lies on its [`Scale`], in seconds, both ends included; `None` is unbounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bounds {
    /// Not before.
    pub earliest: Option<i64>,
    /// Not after.
    pub latest: Option<i64>,
}

/// One happening, told by one or more sources.
#[derive(Clone, Debug)]
pub struct Event {
    /// What its beginning is called.
    pub value: Value,
    /// Whether the text hedges.
    pub approximate: bool,
    /// What `start`, `bounds` and `end` count from.
    pub scale: Scale,
    /// The best single instant on the scale.
    pub start: i64,
    /// Where the beginning is proved to lie.
    pub bounds: Bounds,
    /// Given where the statement is a span.
    pub end: Option<Ending>,
    /// The zone whose wall clock `value` shows.
    pub zone: Option<Zone>,
    /// Where each part of the time came from.
    pub basis: Basis,
    /// What the time words do with the time.
    pub relation: &'static str,
    /// What it says of the outage.
    pub phase: Phase,
    /// Whether it is about the outage.
    pub scope: Scope,
    /// Index into [`Timeline::incidents`]; `None` for background.
    pub incident: Option<usize>,
    /// Whether it happened.
    pub modality: Modality,
    /// Names as the text has them.
    pub services: Vec<String>,
    /// The event's own clause, without its time words.
    pub summary: String,
    /// Every place that states it; never empty.
    pub sources: Vec<Source>,
    /// How far those who tell it agree.
    pub agreement: Agreement,
    /// Other events that nothing puts before or after this one, among its neighbours in the order.
    pub tied_with: Vec<EventId>,
    /// How its time came about, a sentence each, for `--explain`.
    pub explanation: Vec<String>,
}

/// The end of a span.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ending {
    /// What it is called.
    pub value: Value,
    /// The best single instant on the event's scale.
    pub at: i64,
    /// Where it is proved to lie.
    pub bounds: Bounds,
}

/// Where each part of a time came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Basis {
    /// The date.
    pub date: DateBasis,
    /// The clock time.
    pub clock: ClockBasis,
    /// The zone.
    pub zone: ZoneBasis,
    /// The event it is measured from.
    pub relative_to: Option<EventId>,
}

/// How far those who tell an event agree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Agreement {
    /// How many tell it with a voice of their own.
    pub voices: usize,
    /// How many texts tell it.
    pub texts: usize,
    /// The seconds between the earliest and the latest clock time that they give it; `None` where fewer than two do.
    pub spread: Option<i64>,
}

/// A place in a text that states an event.
#[derive(Clone, Debug)]
pub struct Source {
    /// What this source itself calls the beginning.
    pub value: Value,
    /// Whether it hedges.
    pub approximate: bool,
    /// What its words alone say of the beginning, on a scale.
    pub window: (Scale, Bounds),
    /// Index of the document.
    pub document: usize,
    /// The sentence or entry.
    pub sentence: Span,
    /// The time words.
    pub mention: Span,
    /// Who says it, for a quotation or an attribution.
    pub speaker: Option<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// A statement that nothing puts in time.
#[derive(Clone, Debug)]
pub struct Undated {
    /// What it says of the outage.
    pub phase: Phase,
    /// Names as the text has them.
    pub services: Vec<String>,
    /// The clause.
    pub summary: String,
    /// Where it stands.
    pub document: usize,
    /// The sentence.
    pub sentence: Span,
    /// Who says it.
    pub speaker: Option<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// Statements that cannot all be true.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The events, the smallest such set.
    pub statements: Vec<EventId>,
    /// The evidence that clashes, indices into [`Timeline::evidence`].
    pub evidence: Vec<usize>,
    /// Which of the evidence was set aside to build the timeline.
    pub gave_way: Option<usize>,
    /// Why, in a sentence.
    pub explanation: String,
    /// The least that would make them agree, in a sentence.
    pub repair: Option<String>,
    /// The words that clash, to be shown in their lines: document and span.
    pub words: Vec<(usize, Span)>,
}

/// A point of the constraint network, as a proof names it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Node {
    /// The zero of a scale.
    Scale(Scale),
    /// The beginning of an event.
    Start(EventId),
    /// The end of an event.
    End(EventId),
    /// The moment at which a document was written.
    Writing(usize),
}

/// One link of a proof: `to − from` is at most `most` seconds, for the reason given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// Where the link begins.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// `to − from` is at most this.
    pub most: i64,
    /// Index into [`Timeline::evidence`].
    pub evidence: usize,
}

/// What a bound rests on.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The document, where words say it.
    pub document: Option<usize>,
    /// The words.
    pub span: Option<Span>,
    /// In a sentence: what follows from the words ("“around noon” is 11:30 to 12:30").
    pub sentence: String,
    /// Whether it is knowledge of the field rather than words.
    pub knowledge: bool,
}
