//! `--explain`: for each event, in sentences, how its time came about and what proves its bounds.
//!
//! One would get wrong that the last link of a proof is the whole of it: a bound may rest on a neighbour that
//! rests on words of its own, so each link says what follows up to there.

use std::collections::HashSet;

use super::Look;
use super::grid::Grid;
use super::ink::{Ink, Pen};
use super::plain::one_line;
use super::row::{Row, agreement_words};
use super::when::Clock;
use crate::chronology::proved::Chains;
use crate::chronology::timeline::{Bounds, Event, EventId, Evidence, Node, Step, Timeline};

/// The explanations of all rows, to stand below the table.
pub fn page(timeline: &Timeline, look: &Look) -> String {
    if timeline.events.is_empty() {
        return String::new();
    }
    let clock = Clock::new(timeline, look.zone);
    let pen = Pen { colour: look.colour };
    let mut lines = vec![String::new(), pen.write(Ink::Heading, "How each time came about")];
    for (index, row) in Row::all(timeline, &clock).into_iter().enumerate() {
        lines.push(String::new());
        let mut title = Grid::default();
        title.row(vec![vec![(
            Ink::Heading,
            format!("{}, {}: {}", row.heading, row.when, row.summary),
        )]]);
        lines.extend(title.lines(look.width, &[(20, u16::MAX)], pen).concat());
        let mut grid = Grid::default();
        let mut previous = "";
        for (label, sentence) in sentences(timeline, EventId(index), &clock) {
            let shown = if label == previous { "" } else { label };
            previous = label;
            grid.row(vec![
                vec![(Ink::Label, format!("  {shown}"))],
                vec![(Ink::Plain, sentence)],
            ]);
        }
        lines.extend(grid.lines(look.width, &[(12, 12), (20, u16::MAX)], pen).concat());
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The sentences of one event, each under what it is about: "time", "not before", "not after", or "exactly" for both.
pub fn sentences(timeline: &Timeline, id: EventId, clock: &Clock) -> Vec<(&'static str, String)> {
    let event = &timeline.events[id.0];
    let chains = &timeline.proved.of(id, event.scale);
    let mut told: Vec<(&'static str, String)> = event
        .explanation
        .iter()
        .map(|sentence| ("time", one_line(sentence)))
        .collect();
    if told.is_empty() {
        let words = event.sources.first().and_then(|source| {
            let text = &timeline.documents.get(source.document)?.text;
            text.get(source.mention.range())
        });
        told.extend(words.map(|words| ("time", format!("the words are “{}”", one_line(words)))));
    }
    told.extend(tellers(timeline, event));
    if let (Some(bound), true) = (event.bounds.earliest, event.bounds.earliest == event.bounds.latest) {
        let proof = |side| Proof {
            timeline,
            event,
            chains,
            clock,
            side,
        };
        let mut links = proof(Side::Earliest).links();
        // The same words mostly prove both sides.
        links.extend(proof(Side::Latest).links());
        let mut seen = HashSet::new();
        links.retain(|link| seen.insert(link.clone()));
        told.push(("exactly", proof(Side::Earliest).point(bound)));
        told.extend(links.into_iter().map(|link| ("exactly", link)));
        return told;
    }
    for side in [Side::Earliest, Side::Latest] {
        let Some(bound) = side.of(event.bounds) else {
            told.push((
                side.label(),
                "nothing that the text says bounds it on this side".to_owned(),
            ));
            continue;
        };
        let proof = Proof {
            timeline,
            event,
            chains,
            clock,
            side,
        };
        told.push((side.label(), proof.point(bound)));
        told.extend(proof.links().into_iter().map(|link| (side.label(), link)));
    }
    told
}

/// Who tells what of an event that several texts tell, and how far apart they are.
fn tellers(timeline: &Timeline, event: &Event) -> Vec<(&'static str, String)> {
    let Some(agreement) = agreement_words(event.agreement) else {
        return Vec::new();
    };
    let mut told = vec![("told by", agreement)];
    for source in &event.sources {
        let Some(document) = timeline.documents.get(source.document) else {
            continue;
        };
        let words = document
            .text
            .get(source.mention.range())
            .map(one_line)
            .unwrap_or_default();
        let hedge = if source.approximate { "about " } else { "" };
        let copy = match timeline.voices.get(source.document) {
            Some(first) if *first != source.document => {
                format!(", in the words of {}", one_line(&timeline.documents[*first].path))
            }
            _ => String::new(),
        };
        let path = one_line(&document.path);
        told.push(("told by", format!("{path}: “{words}”, {hedge}{}{copy}", source.value)));
    }
    told
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Earliest,
    Latest,
}

impl Side {
    fn label(self) -> &'static str {
        match self {
            Self::Earliest => "not before",
            Self::Latest => "not after",
        }
    }

    fn of(self, bounds: Bounds) -> Option<i64> {
        match self {
            Self::Earliest => bounds.earliest,
            Self::Latest => bounds.latest,
        }
    }

    fn steps(self, chains: &Chains) -> &[Step] {
        match self {
            Self::Earliest => &chains.earliest,
            Self::Latest => &chains.latest,
        }
    }

    /// The end of a link that lies nearer to the zero of the scale, and the farther one.
    fn ends(self, step: &Step) -> (Node, Node) {
        match self {
            Self::Earliest => (step.to, step.from),
            Self::Latest => (step.from, step.to),
        }
    }
}

struct Proof<'a> {
    timeline: &'a Timeline,
    event: &'a Event,
    chains: &'a Chains,
    clock: &'a Clock,
    side: Side,
}

impl Proof<'_> {
    fn point(&self, at: i64) -> String {
        let bounds = Bounds {
            earliest: Some(at),
            latest: Some(at),
        };
        self.clock.dated_window(self.event, bounds)
    }

    /// A sentence for each link, from the zero of the scale outwards.
    fn links(&self) -> Vec<String> {
        let steps = self.side.steps(self.chains);
        let mut told = Vec::new();
        let mut reached = Node::Scale(self.event.scale);
        let mut at = 0;
        let mut left: Vec<&Step> = steps.iter().collect();
        while let Some(index) = left.iter().position(|step| self.side.ends(step).0 == reached) {
            let step = left.remove(index);
            reached = self.side.ends(step).1;
            at += match self.side {
                Side::Earliest => -step.most,
                Side::Latest => step.most,
            };
            let mut link = self.because(step);
            // What the last link reaches is the bound itself, which stands above.
            if !left.is_empty() {
                link.push_str(&format!(
                    ", so {} is {} {}",
                    self.node(reached),
                    self.side.label(),
                    self.point(at)
                ));
            }
            told.push(link);
        }
        // A proof that does not hang together would be a fault of the solver; its words still help.
        told.extend(left.into_iter().map(|step| self.because(step)));
        let mut seen = HashSet::new();
        told.retain(|link| seen.insert(link.clone()));
        told
    }

    fn because(&self, step: &Step) -> String {
        let Some(evidence) = self.timeline.evidence.get(step.evidence) else {
            return "because of words that are not kept".to_owned();
        };
        let sentence = one_line(&evidence.sentence);
        let sentence = sentence.trim_end_matches('.');
        match (self.quoted(evidence), evidence.knowledge) {
            (_, true) => format!("because {sentence} (known of outages, not said)"),
            (Some(words), false) if !sentence.contains(&words) => {
                format!("because {sentence} (“{words}”)")
            }
            _ => format!("because {sentence}"),
        }
    }

    fn quoted(&self, evidence: &Evidence) -> Option<String> {
        let text = &self.timeline.documents.get(evidence.document?)?.text;
        text.get(evidence.span?.range()).map(one_line)
    }

    fn node(&self, node: Node) -> String {
        let called = |index: usize| {
            let event = self.timeline.events.get(index)?;
            let summary = one_line(&event.summary);
            if !summary.is_empty() {
                return Some(summary);
            }
            // A row that is all time is called by its time words.
            let source = event.sources.first()?;
            let text = &self.timeline.documents.get(source.document)?.text;
            text.get(source.mention.range()).map(one_line)
        };
        match node {
            Node::Scale(_) => "the day's midnight".to_owned(),
            Node::Start(id) => format!("“{}”", called(id.0).unwrap_or_default()),
            Node::End(id) => format!("the end of “{}”", called(id.0).unwrap_or_default()),
            Node::Writing(_) => "the writing".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::proved::Chains;
    use crate::chronology::timeline::{EventId, Scale};
    use crate::renderer::sample;

    #[test]
    fn a_bound_is_followed_back_link_by_link_to_the_words() {
        let article = sample::article();
        let clock = Clock::new(&article, None);
        let told = sentences(&article, EventId(0), &clock);
        let told: Vec<String> = told
            .into_iter()
            .map(|(label, text)| format!("{label}: {text}"))
            .collect();
        assert_eq!(
            told,
            [
                "time: “on Monday” is the latest Monday not after the writing: Monday 4 October 2021.",
                "not before: Mon 4 Oct 2021 00:00",
                "not before: because “on Monday” is not before 4 October 2021, 00:00",
                "not after: Mon 4 Oct 2021 12:30",
                "not after: because “around noon” is 11:30 to 12:30, so “Reports of trouble with Quillo’s apps \
                 peaked” is not after Mon 4 Oct 2021 12:30",
                "not after: because reports of an outage peak after it begins (known of outages, not said)",
            ]
        );
    }

    #[test]
    fn a_point_is_proved_once_and_not_from_both_sides() {
        let mut article = sample::article();
        let at = article.events[4].start;
        let zero = Node::Scale(Scale::Utc);
        let step = |from, to, most| Step {
            from,
            to,
            most,
            evidence: 0,
        };
        let chains = Chains {
            earliest: vec![step(Node::Start(EventId(4)), zero, -at)],
            latest: vec![step(zero, Node::Start(EventId(4)), at)],
            order: Vec::new(),
        };
        article.proved = crate::chronology::proved::Proved::told([(EventId(4), chains)]);
        let told = sentences(&article, EventId(4), &Clock::new(&article, None));
        let labels: Vec<&str> = told.iter().map(|(label, _)| *label).collect();
        assert_eq!(labels, ["time", "exactly", "exactly"]);
        assert_eq!(told[1].1, "Mon 4 Oct 2021 19:00");
    }

    #[test]
    fn an_open_side_says_that_nothing_bounds_it() {
        let timeline = sample::every_case();
        let clock = Clock::new(&timeline, None);
        let told = sentences(&timeline, EventId(6), &clock);
        assert!(told.contains(&(
            "not after",
            "nothing that the text says bounds it on this side".to_owned()
        )));
    }

    #[test]
    fn every_row_is_explained_within_the_width() {
        let article = sample::article();
        let look = Look {
            width: Some(60),
            ..Look::default()
        };
        let page = page(&article, &look);
        for line in page.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 60, "{line}");
        }
        assert_eq!(page.matches("\n  time ").count(), article.events.len());
        insta::assert_snapshot!("explain_60", page);
    }
}
