//! The JSON that other programs read, to the letter of `output.md`: one object, its fields in this order.
//!
//! One would get wrong that a new field is free: other programs depend on the names and on the meanings. Fields
//! that the first version had always stand; later ones stand only where they say something.

use std::io;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::plain;
use crate::chronology::timeline::Timeline;
use stream::Stream;

mod names;
mod stream;
mod writer;

pub use names::{
    ClockBasis, DateBasis, DocumentZoneBasis, Modality, Phase, Precision, PublishedBasis, Scope, ZoneBasis,
};

/// The version of the form.
pub const SCHEMA: &str = "outage-timeline/1";

/// A half-open range of Unicode code points in a document's text as it was read.
pub type Range = [usize; 2];

/// A reconstructed timeline.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "outage-timeline")]
pub struct Output {
    /// The version of this form.
    #[schemars(schema_with = "version")]
    pub schema: String,
    /// The texts, in the order of their names.
    pub documents: Vec<Document>,
    /// The outages that the texts are about; nearly always one.
    pub incidents: Vec<Incident>,
    /// What happened, in chronological order: by what the ordering proves first, then by start, then as the text has it.
    pub events: Vec<Event>,
    /// Statements about the outage that nothing puts in time.
    pub undated: Vec<Undated>,
    /// Sets of statements that cannot all be true, each smallest possible.
    pub conflicts: Vec<Conflict>,
    /// What a reader should know before trusting the rows.
    pub warnings: Vec<Warning>,
    /// What would narrow the timeline most, best first, in sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub would_pin: Vec<String>,
    /// With `--by source`: the timeline that each text tells alone, in the order of `documents`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_source: Vec<Output>,
}

/// A text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// "d1" for the first.
    pub id: String,
    /// As the user named it; "-" for standard input.
    pub path: String,
    /// Its headline.
    pub title: Option<String>,
    /// When it was published or else written, a day or a clock time.
    pub published: Option<String>,
    /// How that is known.
    pub published_basis: Option<PublishedBasis>,
    /// When it was last changed, where it says so; what it tells is as of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// How that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_basis: Option<PublishedBasis>,
    /// The place of its dateline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The zone that clock times without one are read in: an IANA name or an offset.
    pub zone: Option<String>,
    /// How that is known.
    pub zone_basis: DocumentZoneBasis,
    /// Whether those tell it whose outage it is: they say "we", or keep a log.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_hand: bool,
    /// The id of the text whose story this one tells in the same words: they count as one voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
}

/// An outage.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Incident {
    /// "i1" for the first.
    pub id: String,
    /// Names as the texts have them.
    pub services: Vec<String>,
    /// Its beginning.
    pub started: Option<Milestone>,
    /// Its end.
    pub resolved: Option<Milestone>,
    /// From the beginning to the first event that noticed it.
    pub time_to_detect: Option<Duration>,
    /// From the beginning to the operator's first public word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_to_acknowledge: Option<Duration>,
    /// From the beginning to the first fix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_to_mitigate: Option<Duration>,
    /// From the beginning to the end.
    pub time_to_resolve: Option<Duration>,
    /// How long it lasted.
    pub duration: Option<Duration>,
}

/// A turning point of an outage.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Milestone {
    /// The id of the event that states it.
    pub event: String,
    /// Not before.
    pub earliest: Option<String>,
    /// Not after.
    pub latest: Option<String>,
}

/// A length as a range of ISO 8601 durations, both ends included.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Duration {
    /// At least this long.
    pub shortest: Option<String>,
    /// At most this long.
    pub longest: Option<String>,
    /// What the text itself claims.
    pub stated: Option<String>,
}

/// A happening.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// "e1" for the first.
    pub id: String,
    /// The calendar value of the start, cut to its precision: an instant with the offset in force that day, coarser as TIMEX3 writes it.
    pub value: String,
    /// How fine the value is.
    pub precision: Precision,
    /// Whether the text hedges.
    pub approximate: bool,
    /// The best single instant (RFC 3339); local without offset where no zone is known, null where no date is known.
    pub start: Option<String>,
    /// The start is proved not to lie before this; the form of `start`.
    pub earliest: Option<String>,
    /// The start is proved not to lie after this; the form of `start`.
    pub latest: Option<String>,
    /// Where the statement gives a span, its end; the form of `start`.
    pub end: Option<String>,
    /// Its calendar value; the form of `value`.
    pub end_value: Option<String>,
    /// The zone whose wall clock `value` shows.
    pub zone: Option<String>,
    /// Where each part of the time came from.
    pub basis: Basis,
    /// What it says of the outage.
    pub phase: Phase,
    /// Whether it is about the outage.
    pub scope: Scope,
    /// The id of its incident; null for background.
    pub incident: Option<String>,
    /// Whether it happened or is expected; what is expected bounds nothing.
    pub modality: Modality,
    /// Names as the text has them.
    pub services: Vec<String>,
    /// Its own clause, in the words of the text, without its time words.
    pub summary: String,
    /// Every place that states it.
    pub sources: Vec<Source>,
    /// How far those who tell it agree; left out where one text tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// The ids of neighbours in the order that nothing puts before or after this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tied_with: Vec<String>,
    /// The chains of words that prove the bounds and the order; left out where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proofs>,
    /// With `--explain`: how the time came about, in sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanation: Vec<String>,
}

/// What proves an event's bounds, and that it does not lie before the event above it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Proofs {
    /// Proves `earliest`: from the event back to the zero of the scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earliest: Vec<Link>,
    /// Proves `latest`: from the zero of the scale to the event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub latest: Vec<Link>,
    /// Proves that the event above does not lie after this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<Link>,
}

/// One link of a proof: `to` lies at most `most` seconds after `from`. The links of a chain add up to its bound.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// An event's id, its id with ".end", or "clock" for the zero of the scale.
    pub from: String,
    /// Likewise.
    pub to: String,
    /// Seconds.
    pub most: i64,
    /// What the link rests on, in a sentence.
    pub because: String,
    /// The words; null where it is known of outages, or of the writing, rather than said.
    pub text: Option<String>,
}

/// How far several texts agree on an event.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// How many texts tell it.
    pub texts: usize,
    /// How many of them with a voice of their own: copies of one story are one.
    pub voices: usize,
    /// From the earliest to the latest clock time that they give it, an ISO 8601 duration; null where fewer than two do.
    pub spread: Option<String>,
}

/// Where each part of a time came from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Basis {
    /// The date.
    pub date: DateBasis,
    /// The clock time.
    pub clock: ClockBasis,
    /// The zone.
    pub zone: ZoneBasis,
    /// The id of the event that it is measured from.
    pub relative_to: Option<String>,
}

/// A place in a text that states something.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The id of the document.
    pub document: String,
    /// The sentence or entry.
    pub sentence: Range,
    /// The time words; null for what is undated.
    pub mention: Option<Range>,
    /// The time words themselves; null for what is undated.
    pub text: Option<String>,
    /// Whoever said it, for a quotation or an attribution.
    pub speaker: Option<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Where several texts are read: what this one calls the start; the form of the event's `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What its words alone say of the start, not before and not after, in the form of `start`; left out where that is
    /// the event's earliest and latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<[Option<String>; 2]>,
}

/// A statement that nothing puts in time.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Undated {
    /// What it says of the outage.
    pub phase: Phase,
    /// Names as the text has them.
    pub services: Vec<String>,
    /// The clause.
    pub summary: String,
    /// Where it stands.
    pub sources: Vec<Source>,
}

/// Statements that cannot all be true.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// The ids of the events.
    pub statements: Vec<String>,
    /// Why, in a sentence.
    pub explanation: String,
    /// What was set aside to build the timeline all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gave_way: Option<String>,
    /// The least that would make them agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair: Option<String>,
}

/// Something a reader should know.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// The words that it is about.
    pub span: Option<Range>,
    /// The id of the document that the words stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

fn version(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "const": SCHEMA })
}

/// Writes the timeline as JSON text, one object with a line break behind it; `alone` holds the timelines of the single
/// texts where they are wanted, `explain` adds the explanations.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(timeline: &Timeline, alone: &[Timeline], explain: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let mut harmless = Harmless {
        out,
        held: Vec::new(),
        most: HELD,
    };
    serde_json::to_writer_pretty(&mut harmless, &Stream::new(timeline, alone, explain))?;
    io::Write::write_all(&mut harmless, b"\n")?;
    io::Write::flush(&mut harmless)
}

/// Takes JSON in pieces of any size, and passes it on, line by line, without a raw control character.
struct Harmless<'a> {
    out: &'a mut dyn io::Write,
    held: Vec<u8>,
    /// Bytes at which they are passed on.
    most: usize,
}

/// Bytes that are held back: to look through every comma by itself takes as long as all else.
const HELD: usize = 1 << 16;

impl Harmless<'_> {
    fn pass_on(&mut self) -> io::Result<()> {
        // A line's end stands in no string, so that no character is cut.
        let end = self.held.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let text = std::str::from_utf8(&self.held[..end])
            .map_err(|cause| io::Error::new(io::ErrorKind::InvalidData, cause))?;
        self.out.write_all(plain::json(text).as_bytes())?;
        self.held.drain(..end);
        // A line may be longer than that.
        self.most = self.held.len() + HELD;
        Ok(())
    }
}

impl io::Write for Harmless<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(json);
        if self.held.len() >= self.most {
            self.pass_on()?;
        }
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()?;
        self.out.flush()
    }
}
