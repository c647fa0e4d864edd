//! The colours: they repeat what the words say and never say anything alone.

use anstyle::{AnsiColor, Style};

use crate::parser::statement::kind::Phase;

/// What a stretch of output is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// Ordinary text.
    Plain,
    /// A heading.
    Heading,
    /// A label beside a text.
    Label,
    /// Lines, words of evidence, what is about another outage.
    Faint,
    /// Conflicts and warnings.
    Alert,
    /// A phase.
    Phase(Phase),
}

impl Ink {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Heading => Style::new().bold(),
            Self::Label => colour(AnsiColor::Cyan),
            Self::Faint => Style::new().dimmed(),
            Self::Alert => colour(AnsiColor::Yellow),
            Self::Phase(phase) => match phase {
                Phase::Started | Phase::Peak | Phase::Ongoing => colour(AnsiColor::Red),
                Phase::Detected | Phase::Acknowledged | Phase::Investigating | Phase::Identified => {
                    colour(AnsiColor::Yellow)
                }
                Phase::Mitigating | Phase::Recovering => colour(AnsiColor::Cyan),
                Phase::Resolved => colour(AnsiColor::Green),
                Phase::Precursor | Phase::Aftermath => Style::new(),
                Phase::Background => Style::new().dimmed(),
            },
        }
    }
}

/// Writes text in ink, or plainly.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Whether there is ink in it.
    pub colour: bool,
}

impl Pen {
    /// The text, between the escape sequences of its ink where it has one.
    pub fn write(self, ink: Ink, text: &str) -> String {
        let style = ink.style();
        if !self.colour || text.is_empty() || style.is_plain() {
            return text.to_owned();
        }
        format!("{style}{text}{style:#}")
    }
}
