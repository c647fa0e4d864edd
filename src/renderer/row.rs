//! The rows of a timeline, made once; a format only lays them out.

use super::length;
use super::plain::one_line;
use super::when::Clock;
use crate::chronology::timeline::{Agreement, Event, Source, Timeline};
use crate::parser::statement::kind::{Modality, Phase, Scope};

/// Sources beyond these are only counted: the same words four times help nobody.
const SOURCES_SHOWN: usize = 2;

/// One event, in words that may go to a terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The day, or the coarser stretch, that it stands under.
    pub heading: String,
    /// The time below that heading.
    pub when: String,
    /// What it says of the outage.
    pub phase: Phase,
    /// Whether it is about the outage.
    pub scope: Scope,
    /// Whether it happened.
    pub modality: Modality,
    /// Whether nothing puts it before or after a neighbour.
    pub tied: bool,
    /// Its clause.
    pub summary: String,
    /// The time words that it rests on, in quotation marks, and who says them.
    pub words: String,
}

impl Row {
    /// The rows of all events, in their order.
    pub fn all(timeline: &Timeline, clock: &Clock) -> Vec<Self> {
        timeline
            .events
            .iter()
            .map(|event| Self::new(timeline, event, clock))
            .collect()
    }

    /// The row of an event.
    pub fn new(timeline: &Timeline, event: &Event, clock: &Clock) -> Self {
        let summary = one_line(&event.summary);
        Self {
            heading: clock.heading(event),
            when: clock.when(event),
            phase: event.phase,
            scope: event.scope,
            modality: event.modality,
            tied: !event.tied_with.is_empty(),
            summary: if summary.is_empty() { "…".to_owned() } else { summary },
            words: match agreement_words(event.agreement) {
                Some(agreement) => format!("{} · {agreement}", words(timeline, &event.sources)),
                None => words(timeline, &event.sources),
            },
        }
    }

    /// The phase and what a reader must know with it: "resolved, expected", "started, background".
    pub fn phase_words(&self) -> String {
        phase_words(self.phase, self.scope, self.modality)
    }
}

/// How many tell an event and how far apart, where several do: "5 texts, 3 voices, up to 4 min apart".
pub fn agreement_words(agreement: Agreement) -> Option<String> {
    let Agreement { voices, texts, spread } = agreement;
    if texts < 2 {
        return None;
    }
    let heard = match voices {
        _ if voices == texts => String::new(),
        1 => ", one voice".to_owned(),
        _ => format!(", {voices} voices"),
    };
    let apart = match spread {
        None => String::new(),
        Some(0) => ", all at one time".to_owned(),
        Some(apart) => format!(", up to {} apart", length::words(apart)),
    };
    Some(format!("{texts} texts{heard}{apart}"))
}

/// A phase with what a reader must know beside it, as the table and the fixtures write it.
pub fn phase_words(phase: Phase, scope: Scope, modality: Modality) -> String {
    let mut words = phase.name().to_owned();
    if scope == Scope::Background && phase != Phase::Background {
        words.push_str(", background");
    }
    if modality == Modality::Expected {
        words.push_str(", expected");
    }
    words
}

fn words(timeline: &Timeline, sources: &[Source]) -> String {
    let mut told: Vec<String> = Vec::new();
    for source in sources {
        let Some(document) = timeline.documents.get(source.document) else {
            continue;
        };
        let said = document.text.get(source.mention.range()).unwrap_or_default();
        let mut words = format!("“{}”", one_line(said));
        if let Some(speaker) = &source.speaker {
            words.push_str(&format!(" ({})", one_line(speaker)));
        }
        if timeline.documents.len() > 1 {
            words.push_str(&format!(" [{}]", source.document + 1));
        }
        if !told.contains(&words) {
            told.push(words);
        }
    }
    let more = told.len().saturating_sub(SOURCES_SHOWN);
    told.truncate(SOURCES_SHOWN);
    if more > 0 {
        told.push(format!("and {more} more"));
    }
    told.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renderer::{plain, sample};

    fn rows(timeline: &Timeline) -> Vec<Row> {
        Row::all(timeline, &Clock::new(timeline, None))
    }

    #[test]
    fn a_row_holds_no_control_character_of_the_article() {
        for row in rows(&sample::every_case()) {
            for text in [row.heading, row.when, row.summary, row.words] {
                assert!(!text.chars().any(plain::is_control), "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_expected_or_background_says_so_and_ties_are_marked() {
        let rows = rows(&sample::every_case());
        assert_eq!(rows[0].phase_words(), "background");
        assert_eq!(rows[4].phase_words(), "resolved, expected");
        let tied: Vec<usize> = (0..rows.len()).filter(|&index| rows[index].tied).collect();
        assert_eq!(tied, [1, 2]);
    }

    #[test]
    fn the_same_words_of_one_speaker_stand_once_and_many_are_counted() {
        let mut timeline = sample::article();
        let source = timeline.events[1].sources[0].clone();
        timeline.events[1].sources.push(source.clone());
        assert_eq!(rows(&timeline)[1].words, "“Earlier in the day” (Brandt)");
        for said in ["around noon", "today", "by Monday evening"] {
            let mut other = source.clone();
            other.mention = sample::words(sample::ARTICLE, said);
            timeline.events[1].sources.push(other);
        }
        let words = &rows(&timeline)[1].words;
        assert!(words.ends_with("“around noon” (Brandt); and 2 more"), "{words}");
    }
}
