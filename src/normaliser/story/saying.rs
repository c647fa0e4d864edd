//! The day on which a quotation was spoken.
//!
//! One would get wrong to look for it in its own sentence alone: who spoke, and when, stands behind its last one.

use crate::normaliser::calendar::Date;
use crate::normaliser::day::Anchor;
use crate::parser::mention::Time;
use crate::parser::statement::Statement;
use crate::parser::time::expression::{Day, Point};

use super::Story;

impl Story<'_> {
    /// “We mended it this morning. It failed again,” she said late on Monday: where the sentence ends in which a quotation does.
    fn end_of_saying(&self, statement: &Statement) -> Option<usize> {
        let at = self.parsed.mentions[statement.mention?].tokens.start;
        let quotations = &self.article.quotations;
        let quotation = &quotations[quotations.partition_point(|it| it.tokens.end <= at)..];
        let quotation = quotation.first().filter(|it| it.tokens.contains(&at))?;
        let sentence = self.article.sentence_of(quotation.tokens.end)?;
        Some(self.article.sentences[sentence].span.end())
    }

    /// The day on which a quotation was spoken, where its sentence names one outside the marks.
    pub(super) fn said_on(&self, statement: &Statement) -> Option<Date> {
        let sentence = statement.sentence;
        let mentions = &self.parsed.mentions;
        let first = mentions.partition_point(|m| m.span.start() < sentence.start());
        let end = sentence.end().max(self.end_of_saying(statement).unwrap_or(0));
        mentions[first..]
            .iter()
            .take_while(|m| m.span.start() < end)
            .find_map(|m| {
                let quoted = self.article.is_quoted(m.tokens.start);
                match &m.time {
                    Time::Point {
                        point:
                            Point {
                                day: Some(day @ Day::Weekday { picker: None, .. }),
                                ..
                            },
                        ..
                    } if !quoted => {
                        let anchor = Anchor {
                            now: self.now(m),
                            focus: self.focus.map(|f| f.date),
                            narrative: false,
                            ahead: false,
                            late: false,
                            told: false,
                            open_ended: false,
                            year: self.year,
                            known: self.known,
                        };
                        anchor.resolve(day).map(|f| f.value.wall.date())
                    }
                    _ => None,
                }
            })
    }
}
