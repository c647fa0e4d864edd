//! A timeline as somebody claims it: our JSON, written by this program, another one or a person.
//!
//! One would get wrong to demand all fields: a person writes a time, the words and little else. What is left out
//! claims nothing; what is there must be of its kind.

mod page;
pub mod retelling;

use serde::Deserialize;

use crate::Input;
use crate::article::encoding;
use crate::error::Error;
use crate::normaliser::calendar::Zone;
use crate::renderer::json::Output;
use crate::{Options, settings};

/// What is claimed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Claimed {
    /// The texts that it rests on.
    pub documents: Vec<Document>,
    /// In the order that is claimed.
    pub events: Vec<Event>,
    /// Statements that nothing puts in time.
    pub undated: Vec<Event>,
}

/// A text that a timeline rests on.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Document {
    /// What sources call it.
    pub id: String,
    /// The file.
    pub path: String,
    /// Its headline.
    pub title: Option<String>,
    /// The place of its dateline.
    pub place: Option<String>,
    /// The moment of writing.
    pub published: Option<String>,
    /// "flag" where the command line gave it.
    pub published_basis: Option<String>,
    /// When it was last changed.
    pub modified: Option<String>,
    /// The zone.
    pub zone: Option<String>,
    /// "flag" where the command line gave it.
    pub zone_basis: Option<String>,
    /// Whether those tell it whose outage it is.
    pub first_hand: bool,
    /// The id of the text that it tells in the same words.
    pub voice: Option<String>,
}

/// A happening that is claimed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Event {
    /// What a message calls it; without one it is called by its place.
    pub id: String,
    /// As `output.md` writes values.
    pub value: Option<String>,
    /// Whether the words hedge.
    pub approximate: bool,
    /// RFC 3339, or local without an offset.
    pub start: Option<String>,
    /// Likewise.
    pub earliest: Option<String>,
    /// Likewise.
    pub latest: Option<String>,
    /// Likewise.
    pub end: Option<String>,
    /// Likewise.
    pub end_value: Option<String>,
    /// The zone of what has no offset.
    pub zone: Option<String>,
    /// Where each part of the time came from.
    pub basis: Basis,
    /// What it says of the outage.
    pub phase: Option<String>,
    /// "background" where it is of another outage.
    pub scope: Option<String>,
    /// "expected" where it had not happened.
    pub modality: Option<String>,
    /// What it names.
    pub services: Vec<String>,
    /// What happened.
    pub summary: String,
    /// The words that it rests on.
    pub sources: Vec<Source>,
    /// What its bounds rest on.
    pub proof: Proof,
}

/// Where each part of a time came from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Basis {
    /// "stated", "header", "weekday", …
    pub date: Option<String>,
    /// "stated", "relative", "none".
    pub clock: Option<String>,
    /// "stated", "document", …
    pub zone: Option<String>,
    /// The id of the event that it is measured from.
    pub relative_to: Option<String>,
}

/// The chains that prove bounds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Proof {
    /// Of `earliest`.
    pub earliest: Vec<Link>,
    /// Of `latest`.
    pub latest: Vec<Link>,
    /// Of the place below the event above.
    pub order: Vec<Link>,
}

/// A link of a chain.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Link {
    /// An event's id, or "clock".
    pub from: String,
    /// Likewise.
    pub to: String,
    /// Seconds that `to` lies at most after `from`.
    pub most: i64,
    /// The words, where words say it.
    pub text: Option<String>,
}

/// Words that a claim rests on.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Source {
    /// The id of a document.
    pub document: Option<String>,
    /// Where the sentence stands, in code points.
    pub sentence: Option<[usize; 2]>,
    /// Where the words stand, likewise.
    pub mention: Option<[usize; 2]>,
    /// The words.
    pub text: Option<String>,
    /// Who says it.
    pub speaker: Option<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// What this source calls the start, where that may differ from the event's value.
    pub value: Option<String>,
    /// What its words alone say of the start, where that is not the event's earliest and latest.
    pub window: Option<[Option<String>; 2]>,
}

impl Claimed {
    /// Reads a timeline.
    ///
    /// # Errors
    /// [`Error::NotATimeline`] where it is none, with what is wrong; [`Error`] where it is no text at all.
    pub fn read(input: &Input) -> Result<Self, Error> {
        let refuse = |problem: String| Error::NotATimeline {
            path: input.path.clone(),
            problem,
        };
        let text = encoding::decode(&input.path, &input.bytes)?;
        let value: serde_json::Value = serde_json::from_str(&text).map_err(|error| refuse(error.to_string()))?;
        if !value.get("events").is_some_and(serde_json::Value::is_array) {
            return Err(refuse("it has no list “events”".to_owned()));
        }
        let mut claimed: Self = serde_json::from_value(value).map_err(|error| refuse(error.to_string()))?;
        claimed.name();
        Ok(claimed)
    }

    /// Whether a file holds a timeline rather than a text, by its content.
    pub fn is_in(input: &Input) -> bool {
        let Ok(text) = encoding::decode(&input.path, &input.bytes) else {
            return false;
        };
        let Some(value) = Some(text.trim_start())
            .filter(|text| text.starts_with('{'))
            .and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok())
        else {
            return false;
        };
        let declared = value
            .get("schema")
            .and_then(serde_json::Value::as_str)
            .is_some_and(|schema| schema.starts_with("outage-timeline/"));
        let events = value.get("events").and_then(serde_json::Value::as_array);
        let timed = |event: &serde_json::Value| event.get("value").is_some() && event.get("sources").is_some();
        declared || events.is_some_and(|events| !events.is_empty() && events.iter().all(timed))
    }

    /// Our own timeline, as another program would see it.
    pub fn of(output: &Output) -> Self {
        let value = serde_json::to_value(output).expect("strings, numbers and lists of them always have a JSON form");
        serde_json::from_value(value).expect("what is claimed has the fields of the output, under the same names")
    }

    /// An event without an id is called by its place.
    fn name(&mut self) {
        for (at, event) in self.events.iter_mut().enumerate() {
            if event.id.is_empty() {
                event.id = format!("e{}", at + 1);
            }
        }
    }

    /// The options with what the timeline says that its maker told the program: it is no claim about the texts.
    pub fn options(&self, given: Options) -> Options {
        let flag = |basis: &Option<String>| basis.as_deref() == Some("flag");
        let mut options = given;
        for document in &self.documents {
            if flag(&document.published_basis) && options.date.is_none() {
                options.date = document.published.as_deref().and_then(|date| settings::date(date).ok());
            }
            if flag(&document.zone_basis) && options.zone.is_none() {
                options.zone = document.zone.as_deref().and_then(Zone::parse);
            }
        }
        options
    }
}

impl Event {
    /// Its id and the beginning of what happened, for a message.
    pub fn called(&self) -> String {
        let short: String = self.summary.chars().take(60).collect();
        let dots = if short.len() < self.summary.len() { "…" } else { "" };
        match short.is_empty() {
            true => self.id.clone(),
            false => format!("{} “{short}{dots}”", self.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input {
            path: "t.json".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn a_person_may_leave_out_all_but_the_events() {
        let claimed = Claimed::read(&input(r#"{"events": [{"value": "2021-10-04"}]}"#)).expect("a timeline");
        assert_eq!(claimed.events[0].id, "e1");
        assert_eq!(claimed.events[0].called(), "e1");
    }

    #[test]
    fn what_is_no_timeline_is_refused_with_the_reason_and_told_from_a_status_page() {
        for (text, reason) in [
            ("[]", "no list “events”"),
            ("{", "EOF"),
            (r#"{"events": [{"value": 5}]}"#, "invalid type"),
        ] {
            let error = Claimed::read(&input(text)).expect_err("refused").to_string();
            assert!(error.contains(reason) && error.starts_with("t.json"), "{error}");
            assert!(!Claimed::is_in(&input(text)));
        }
        assert!(!Claimed::is_in(&input(r#"{"incidents": [{"name": "Down"}]}"#)));
        assert!(Claimed::is_in(&input(
            r#"{"schema": "outage-timeline/1", "events": []}"#
        )));
    }
}
