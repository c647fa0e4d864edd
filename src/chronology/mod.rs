//! Dated statements → the timeline: a temporal constraint network, its bounds and proofs, and what contradicts.
//!
//! One would get wrong that rows are sorted by their times: an order is printed where the words prove it, the rest
//! is tied and says so.

mod agreement;
mod claim;
mod contradiction;
pub mod course;
mod credit;
mod episode;
mod gather;
mod incident;
mod knowledge;
mod likeness;
mod merge;
pub mod network;
mod ordered;
mod phrase;
mod pinning;
pub mod proved;
mod scope;
mod subject;
pub mod timeline;
mod voice;
mod weave;

use crate::article::Article;
use crate::normaliser::dated::Normalised;
use crate::normaliser::document::Warning;
use crate::parser::Parsed;
use claim::Claims;
use ordered::Ordered;
use timeline::{Timeline, Undated};
use weave::Texts;

/// A text that has been read, parsed and put on the calendar.
pub struct Told {
    /// The text.
    pub article: Article,
    /// What it says.
    pub parsed: Parsed,
    /// When.
    pub normalised: Normalised,
}

impl Told {
    /// Gives up what was only needed to read it. Of a long log this is a third of the memory, and what is made of the
    /// words takes its room.
    fn give_up_words(&mut self) {
        self.article.tokens = Vec::new();
        self.article.sentences = Vec::new();
        self.article.blocks = Vec::new();
        self.article.quotations = Vec::new();
        self.parsed.timexes = Vec::new();
        self.parsed.layout.roles = Vec::new();
    }
}

/// Orders what the texts tell; `literal` leaves out what is only known of outages in general, `trusted` names the
/// texts that are believed before others, the first most.
pub fn order(texts: Vec<Told>, literal: bool, trusted: &[String]) -> Timeline {
    order_read_by(texts, literal, trusted, &mut course::as_learnt)
}

/// As [`order`], the phases told by a reader of its own.
pub fn order_read_by(mut texts: Vec<Told>, literal: bool, trusted: &[String], reader: &mut course::Reader) -> Timeline {
    for text in &mut texts {
        course::settle(text, reader);
    }
    let told = texts.as_slice();
    let subjects = subject::subjects(told);
    let credits = credit::credits(told, trusted);
    let voices = voice::voices(told);
    let claims: Vec<Claims> = told.iter().map(Claims::of).collect();
    let mut happenings = gather::happenings(told);
    if told.len() > 1 {
        happenings = merge::merge(told, happenings, &subjects, &credits, &voices);
    }
    let scopes = scope::scopes(told, &happenings, &subjects);
    // All that is asked from here on stands in what was made of the words.
    for text in &mut texts {
        text.give_up_words();
    }
    let woven = weave::weave(
        &texts,
        &happenings,
        &scopes,
        &Texts {
            claims: &claims,
            subjects: &subjects,
            credits: &credits,
            voices: &voices,
        },
        literal,
    );
    let ordered = Ordered::new(&texts, happenings, scopes, woven);
    let mut events = ordered.events(&mut texts, &voices);
    let told = texts.as_slice();
    let conflicts = contradiction::conflicts(told, &claims, &events, &ordered);
    let incidents = incident::incidents(told, &claims, &mut events, &subjects, &ordered);
    let warnings = warnings(told, &voices);
    let (would_pin, undated) = (pinning::would_pin(told, &events), undated(told));
    let (evidence, proved) = ordered.proved();
    Timeline {
        documents: texts.into_iter().map(|text| text.normalised.document).collect(),
        voices,
        first_hand: credits.iter().map(|credit| credit.first_hand).collect(),
        incidents,
        would_pin,
        undated,
        evidence,
        proved,
        events,
        conflicts,
        warnings,
    }
}

fn warnings(told: &[Told], voices: &[usize]) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = told
        .iter()
        .flat_map(|t| t.normalised.warnings.iter().cloned())
        .collect();
    warnings.extend(voice::warnings(told, voices));
    for (document, text) in told.iter().enumerate() {
        if text.parsed.mentions.is_empty() {
            warnings.push(Warning {
                code: "no-time",
                message: "the text holds no time: there is nothing to put in order".to_owned(),
                document: Some(document),
                span: None,
            });
        }
    }
    warnings
}

fn undated(told: &[Told]) -> Vec<Undated> {
    let mut out: Vec<Undated> = Vec::new();
    for (document, text) in told.iter().enumerate() {
        for index in &text.normalised.undated {
            let statement = &text.parsed.statements[*index];
            // A text may say it twice, and several in the same words; once is enough.
            let is_same = |it: &Undated| it.phase == statement.phase && it.summary == statement.summary;
            if out.iter().any(is_same) {
                continue;
            }
            out.push(Undated {
                phase: statement.phase,
                services: statement.services.clone(),
                summary: statement.summary.clone(),
                document,
                sentence: statement.sentence,
                speaker: statement.speaker.clone(),
                quoted: statement.quoted,
            });
        }
    }
    out
}
