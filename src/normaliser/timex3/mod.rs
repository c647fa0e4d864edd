//! Time expressions → TIMEX3: a type, a value and what TimeML says beside it, in text order.
//!
//! One would get wrong that this is the timeline's reading once more: here a word gets the value that it has by
//! itself, "early Tuesday" stays a date with a mark at its beginning, and lengths and sets, which no timeline
//! wants, have values too.

mod anchor;
mod bare;
#[cfg(test)]
mod examples;
mod genre;
mod link;
mod point;
mod share;
mod shift;
mod tense;
mod told;
mod walk;
mod write;

use std::sync::Arc;

use crate::Options;
use crate::article::Article;
use crate::article::span::Span;
use crate::parser::Parsed;
use crate::parser::time::view::View;

use super::document::Warning;
use super::value::Value;
use super::writing;
use super::zones::Zones;

/// A text with its time expressions marked.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// As the user named the file.
    pub path: String,
    /// As it was read: spans index it.
    pub text: Arc<str>,
    /// When it was written.
    pub creation: Creation,
    /// In text order, none overlapping; the first is `t1`.
    pub timexes: Vec<Timex3>,
    /// What the reader had to decide.
    pub warnings: Vec<Warning>,
}

/// The document's creation time, `t0`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Creation {
    /// DATE or TIME.
    pub kind: Kind,
    /// `XXXX-XX-XX` where nothing tells it.
    pub value: String,
    /// Where it is known.
    pub zone: Option<String>,
}

/// TIMEX3's types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A part of a day, or a clock time.
    Time,
    /// A length.
    Duration,
    /// Again and again.
    Set,
}

impl Kind {
    /// As TimeML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Another time that a time hangs on: 0 is the creation time, n the nth expression.
pub type Tid = usize;

/// A marked expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timex3 {
    /// Its words.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub kind: Kind,
    /// Local, without an offset.
    pub value: String,
    /// START, APPROX, MORE_THAN, …
    pub modifier: Option<&'static str>,
    /// EVERY, EACH.
    pub quant: Option<&'static str>,
    /// How often in each: `2X`, `24H`.
    pub freq: Option<String>,
    /// Where a length begins.
    pub begin: Option<Tid>,
    /// Where a length ends.
    pub end: Option<Tid>,
    /// What it was counted from.
    pub anchor: Option<Tid>,
    /// The zone that the text names for it.
    pub zone: Option<String>,
}

/// Marks the time expressions of a parsed text, which it takes over.
pub fn annotate(article: Article, mut parsed: Parsed, options: &Options) -> Annotated {
    let zones = Zones::of(&article, &parsed, options.zone);
    let writing = writing::writing(&article, &parsed, &zones, options.date);
    let warnings = zones.warnings(&article, &parsed);
    share::share(&View::of(&article, &(0..article.tokens.len())), &mut parsed.timexes);
    let mut timexes = walk::walk(&article, &parsed, &zones, writing);
    link::link(&article, &parsed, &mut timexes);
    let creation = match writing {
        Some(writing) => Creation {
            kind: write::kind_of(&writing.value),
            value: write::local(&writing.value),
            zone: zones.document.map(|zone| zone.name()),
        },
        None => Creation {
            kind: Kind::Date,
            value: "XXXX-XX-XX".to_owned(),
            zone: None,
        },
    };
    Annotated {
        warnings,
        path: article.path,
        text: article.text,
        creation,
        timexes,
    }
}

/// A value without its offset, as TimeML has it.
fn without_offset(value: &Value) -> Value {
    Value { offset: None, ..*value }
}
