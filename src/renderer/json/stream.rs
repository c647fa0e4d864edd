//! A timeline → JSON, event by event.
//!
//! One would get wrong to make the whole [`super::Output`] first: of a long log it is ten times the text. Its fields stand here
//! once more, and a test reads them back into one.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::SCHEMA;
use super::writer::Writer;
use crate::chronology::timeline::Timeline;

/// What [`super::Output`] holds, made when it is written.
pub(super) struct Stream<'a> {
    writer: Writer<'a>,
    alone: &'a [Timeline],
    explain: bool,
}

impl<'a> Stream<'a> {
    pub(super) fn new(timeline: &'a Timeline, alone: &'a [Timeline], explain: bool) -> Self {
        Self {
            writer: Writer::new(timeline),
            alone,
            explain,
        }
    }
}

impl Serialize for Stream<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { writer, alone, explain } = self;
        let timeline = writer.timeline;
        let mut object = serializer.serialize_struct("Output", 9)?;
        object.serialize_field("schema", SCHEMA)?;
        object.serialize_field("documents", &Each(|| writer.documents()))?;
        object.serialize_field("incidents", &Each(|| writer.incidents()))?;
        object.serialize_field("events", &Each(|| writer.events(*explain)))?;
        object.serialize_field("undated", &Each(|| writer.undated()))?;
        object.serialize_field("conflicts", &Each(|| writer.conflicts()))?;
        object.serialize_field("warnings", &Each(|| writer.warnings()))?;
        if !timeline.would_pin.is_empty() {
            object.serialize_field("would_pin", &timeline.would_pin)?;
        }
        if !alone.is_empty() {
            let each = || alone.iter().map(|single| Stream::new(single, &[], *explain));
            object.serialize_field("by_source", &Each(each))?;
        }
        object.end()
    }
}

/// A list whose items are made one by one.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
