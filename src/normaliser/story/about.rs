//! Sections of a report: below a heading of its own the incident is told, on the day that the title names.
//!
//! One would get wrong to go on from the section above: "Background: on 26 September an alarm was closed as noise. The incident:
//! at 08:02 …" is of the day of the report's title.

use crate::normaliser::calendar::Date;
use crate::parser::label;
use crate::parser::mention::Mention;
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::Point;

use super::Story;
use super::focus::Focus;

/// Days around that of the title to which a story goes by itself: an incident that began the evening before, or lasted.
const BESIDE: std::ops::RangeInclusive<i64> = -1..=3;

impl Story<'_> {
    /// Comes to the day of the incident for the first clock below a heading that names no day, where the section above was on
    /// another: on what had led there, or on what followed.
    pub(super) fn come_to_incident(&mut self, point: &Point, mention: &Mention, statement: &Statement) {
        let (Some(about), Some(focus)) = (self.about, self.focus) else {
            return;
        };
        let own = statement.modality == Modality::Actual && !statement.quoted && self.entry_of(mention).is_none();
        let by = about.date.days_until(focus.date);
        let began_there = self.began.is_some_and(|began| began.date() == focus.date) && by.abs() <= *BESIDE.end();
        let away = !focus.header && by != 0 && (!BESIDE.contains(&by) || by < 0 && !began_there);
        if point.day.is_some() || point.clock.is_none() || !own || !away || !self.is_headed_since(focus, mention) {
            return;
        }
        (self.home, self.last) = (None, None);
        self.named = Some(about.date);
        self.focus = Some(about);
    }

    /// Whether a heading stands between the words that the story has its day from and a mention.
    fn is_headed_since(&self, focus: Focus, mention: &Mention) -> bool {
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let above = focus.sentence.map(block);
        above.is_some_and(|above| section::opens_between(self.article, above, block(mention.sentence)))
    }

    /// "Date of incident: 29 February 2024": what stands below is about that day.
    pub(super) fn is_about(&mut self, date: Date, mention: &Mention) {
        if self.about.is_none() && label::names_day_of_incident(self.article, mention) {
            self.about = Some(Focus {
                words: Some(mention.span),
                header: true,
                whole: true,
                firm: true,
                ..Focus::on(date)
            });
            self.focus = self.focus.filter(|focus| focus.header).or(self.about);
        }
    }
}
