//! A scene that opens a story with its hour, and tells its day behind it: "“I was writing IOUs at a quarter to seven,” says the
//! owner. It was Saturday evening."
//!
//! One would get wrong to put the hour on the day of writing: a reader reads on before asking when it was.

use crate::normaliser::vagueness;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::Point;

use super::Story;
use super::focus::Focus;

impl Story<'_> {
    /// Goes to the day of the scene for the first clock of a text, where the next words of its paragraph that tell a time are
    /// "It was" and a day.
    pub(super) fn open_scene(&mut self, point: &Point, mention: &Mention) {
        let first = self.focus.is_none() && self.told.is_empty() && self.entry_of(mention).is_none();
        if !first || point.day.is_some() || point.clock.is_none() || !self.on_calendar() {
            return;
        }
        let parsed = self.parsed;
        let next = parsed
            .mentions
            .partition_point(|it| it.tokens.start <= mention.tokens.start);
        let Some(told) = parsed.mentions.get(next) else { return };
        let block = |sentence: usize| self.article.sentences[sentence].block;
        let start = told.tokens.start;
        let opens = self.article.sentences[told.sentence].tokens.start + 2 == start;
        let it_was = opens && self.says(start - 1, &["was"]) && self.says(start - 2, &["it", "this", "that"]);
        let (Time::Point { point: scene, .. }, true) =
            (&told.time, it_was && block(told.sentence) == block(mention.sentence))
        else {
            return;
        };
        let found = scene
            .day
            .filter(|_| scene.clock.is_none())
            .and_then(|day| self.anchor(told, self.statement_of(told)?).resolve(&day));
        let Some(found) = found else { return };
        let date = found.value.wall.date();
        self.focus = Some(Focus {
            words: Some(told.span),
            sentence: Some(told.sentence),
            firm: true,
            ..Focus::on(date)
        });
        self.named = Some(date);
        if let Some(part) = scene.part {
            let (from, to) = vagueness::part_hours(part.part, part.edge.or(scene.edge));
            let opens = date.at(from * 3600);
            self.last = Some(opens);
            self.in_part = Some((opens, from * 3600..to.min(24) * 3600));
        }
    }
}
