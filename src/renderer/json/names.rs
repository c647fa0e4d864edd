//! The closed sets of names in the JSON: each made from the type that it names, by a match that must be complete.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::chronology::timeline;
use crate::normaliser::value::Granularity;
use crate::parser::statement::kind;

/// Declares the names of a type of ours, in the order given, and how each variant comes to its name.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident from $from:ty { $($(#[$variant_doc:meta])* $variant:ident = $($pattern:pat_param)|+),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl From<$from> for $name {
            fn from(of: $from) -> Self {
                match of {
                    $($($pattern)|+ => Self::$variant),+
                }
            }
        }
    };
}

names! {
    /// How fine a value is.
    Precision from Granularity {
        /// A clock time with seconds.
        Second = Granularity::Second,
        /// A clock time.
        Minute = Granularity::Minute,
        /// An hour of the clock.
        Hour = Granularity::Hour,
        /// A morning, an evening.
        PartOfDay = Granularity::PartOfDay,
        /// A day.
        Day = Granularity::Day,
        /// A week or its end.
        Week = Granularity::Weekend | Granularity::Week,
        /// A month.
        Month = Granularity::Month,
        /// A quarter of a year.
        Quarter = Granularity::Quarter,
        /// A season or half of a year.
        Season = Granularity::Season | Granularity::Half,
        /// A year or coarser.
        Year = Granularity::Year | Granularity::Decade | Granularity::Century,
    }
}

names! {
    /// How the moment of writing is known.
    PublishedBasis from timeline::PublishedBasis {
        /// The command line said so.
        Flag = timeline::PublishedBasis::Flag,
        /// Front matter or page metadata.
        Metadata = timeline::PublishedBasis::Metadata(_),
        /// A published or updated line.
        Stamp = timeline::PublishedBasis::Stamp(_),
        /// A dateline.
        Dateline = timeline::PublishedBasis::Dateline(_),
        /// The date in the address that the page stands at.
        Address = timeline::PublishedBasis::Address(_),
        /// A date in the title or first heading.
        Title = timeline::PublishedBasis::Title(_),
        /// A date in the file's name.
        FileName = timeline::PublishedBasis::FileName,
    }
}

names! {
    /// How a document's zone is known.
    DocumentZoneBasis from timeline::DocumentZone {
        /// The text declares it, or its times name it.
        Document = timeline::DocumentZone::Declared(_) | timeline::DocumentZone::Named(_),
        /// The place of its dateline.
        Dateline = timeline::DocumentZone::Place(_),
        /// Its publication stamp.
        Stamp = timeline::DocumentZone::Stamp(_),
        /// The command line said so.
        Flag = timeline::DocumentZone::Flag,
        /// Nothing tells.
        None = timeline::DocumentZone::None,
    }
}

names! {
    /// Where a date came from.
    DateBasis from timeline::DateBasis {
        /// The words name it.
        Stated = timeline::DateBasis::Stated,
        /// A heading or table column above.
        Header = timeline::DateBasis::Header,
        /// A weekday.
        Weekday = timeline::DateBasis::Weekday,
        /// The day that the story is on.
        Narrative = timeline::DateBasis::Narrative,
        /// The moment of writing.
        Publication = timeline::DateBasis::Publication,
        /// Another event.
        Relative = timeline::DateBasis::Relative,
        /// Nothing tells.
        None = timeline::DateBasis::None,
    }
}

names! {
    /// Where a clock time came from.
    ClockBasis from timeline::ClockBasis {
        /// The words name it.
        Stated = timeline::ClockBasis::Stated,
        /// Another event.
        Relative = timeline::ClockBasis::Relative,
        /// There is none.
        None = timeline::ClockBasis::None,
    }
}

names! {
    /// Where a zone came from.
    ZoneBasis from timeline::ZoneBasis {
        /// The words name it.
        Stated = timeline::ZoneBasis::Stated,
        /// The document's own.
        Document = timeline::ZoneBasis::Document,
        /// The command line.
        Flag = timeline::ZoneBasis::Flag,
        /// The place of the dateline.
        Dateline = timeline::ZoneBasis::Dateline,
        /// Nothing tells.
        None = timeline::ZoneBasis::None,
    }
}

names! {
    /// Whether it is about the outage.
    Scope from kind::Scope {
        /// It is.
        Incident = kind::Scope::Incident,
        /// An earlier outage, another firm's, or history.
        Background = kind::Scope::Background,
    }
}

names! {
    /// Whether it happened.
    Modality from kind::Modality {
        /// It did.
        Actual = kind::Modality::Actual,
        /// A plan, a promise, a forecast.
        Expected = kind::Modality::Expected,
    }
}

/// What a statement says of an outage; the names are [`kind::Phase::name`], in one list with the table's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Phase(pub kind::Phase);

impl Serialize for Phase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Phase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        let phase = kind::Phase::ALL.into_iter().find(|phase| phase.name() == name);
        phase
            .map(Self)
            .ok_or_else(|| de::Error::custom(format!("“{name}” is not a phase")))
    }
}

impl JsonSchema for Phase {
    fn schema_name() -> Cow<'static, str> {
        "Phase".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What a statement says of an outage.",
            "enum": kind::Phase::ALL.map(kind::Phase::name),
        })
    }
}
