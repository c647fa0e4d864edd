//! The day that the story is on, and how a title sets it.
//!
//! One would get wrong that a date is all there is to it: how it was named says how firmly the story is on it.

use crate::article::span::Span;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::value::Known;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Day, Point};

use super::Story;

/// Days from the one that the story is on to that on which a list goes back to its beginning.
pub(super) const FURTHEST_RETOLD: i64 = 3;

/// The day that the story is on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Focus {
    pub(super) date: Date,
    pub(super) words: Option<Span>,
    /// From a heading.
    pub(super) header: bool,
    /// Whether the words gave a whole date.
    pub(super) whole: bool,
    /// The sentence that set it.
    pub(super) sentence: Option<usize>,
    /// Whether it is the day on whose evening a night began.
    pub(super) night: bool,
    /// Whether it was named as that of something: "Thursday's outage".
    pub(super) possessed: bool,
    /// Whether it is the evening or the night before the day that the story was on.
    pub(super) eve: bool,
    /// Whether the story has told a clock of it, or the beginning of the outage.
    pub(super) firm: bool,
    /// Where it is a date to which the story looked back from the week of its writing: the day there, and its sentence.
    pub(super) back_from: Option<(Date, usize)>,
}

impl Focus {
    /// A day, and nothing known of it.
    pub(super) const fn on(date: Date) -> Self {
        Self {
            date,
            words: None,
            header: false,
            whole: false,
            sentence: None,
            night: false,
            possessed: false,
            eve: false,
            firm: false,
            back_from: None,
        }
    }
}

impl<'a> Story<'a> {
    /// Whether its days are of a calendar, be it of a year that nothing tells.
    pub(super) fn on_calendar(&self) -> bool {
        matches!(self.known, Known::Date | Known::Yearless)
    }

    /// The statement that a mention dates first.
    pub(super) fn statement_of(&self, mention: &Mention) -> Option<&'a Statement> {
        let own = self
            .parsed
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let statements = &self.parsed.statements;
        let at = statements.partition_point(|it| it.mention.is_some_and(|at| at < own));
        statements.get(at).filter(|it| it.mention == Some(own))
    }

    /// Whether a day stands above what was written on it: "today" below it is that day.
    pub(super) fn heads_diary(&self, mention: &Mention) -> bool {
        let block = self.article.sentences[mention.sentence].block;
        let layout = &self.parsed.layout;
        layout.days.contains(&block) || layout.dated_titles.contains(&block)
    }

    /// A wall clock of a point's own zone, on the wall of the document's.
    pub(super) fn document_wall(&self, wall: Wall, point: &Point) -> Wall {
        let named = point
            .zone
            .map(|z| self.zones.named(z))
            .filter(|_| point.clock.is_some() && self.known == Known::Date);
        match (named.and_then(|n| n.zone), self.zones.document) {
            (Some(own), Some(document)) if own != document => {
                document.wall_at(clock::instants(wall, own, named).0.first())
            }
            _ => wall,
        }
    }

    /// Sets the story's day from a title.
    pub fn open(&mut self, date: Date, words: Span) {
        self.title = Some(date);
        self.focus = Some(Focus {
            words: Some(words),
            header: true,
            whole: true,
            firm: true,
            ..Focus::on(date)
        });
        self.about = self.focus;
    }

    /// "Tills fail on Saturday" above a story: where nothing else is told of its day, it is that.
    pub fn open_on_weekday(&mut self, mention: &Mention, statement: &Statement) {
        let Time::Point { point, .. } = &mention.time else {
            return;
        };
        let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        let told = statement.modality == Modality::Actual && !statement.history && self.on_calendar();
        // "Bank's app down; branches open until Friday" tells how long.
        let on_it = !matches!(
            mention.relation,
            Relation::Until | Relation::By | Relation::From | Relation::Before
        );
        let Some(day) = point.day.filter(|_| weekday && told && on_it && self.focus.is_none()) else {
            return;
        };
        let Some(found) = self.anchor(mention, statement).resolve(&day) else {
            return;
        };
        self.focus = Some(Focus {
            words: Some(mention.span),
            sentence: Some(mention.sentence),
            possessed: self.owns_noun(mention),
            firm: true,
            ..Focus::on(found.value.wall.date())
        });
    }

    /// "It asked the exchange on Thursday why trading could not start two days ago. Trading was to have opened at 9": of a story
    /// that has told no hour of its own yet what was days ago is the day that it is on.
    pub fn goes_days_ago(&mut self, mention: &Mention, statement: &Statement, date: Date) {
        const FURTHEST: i64 = 6;
        let told = statement.modality == Modality::Actual && !statement.history && !statement.quoted;
        let now = self
            .now(mention)
            .filter(|now| (1..=FURTHEST).contains(&date.days_until(*now)));
        let at_writing = self.focus.is_none_or(|f| Some(f.date) == now && !f.header);
        if told && at_writing && now.is_some() && self.told.is_empty() && self.entry_of(mention).is_none() {
            self.last = None;
            self.named = Some(date);
            self.focus = Some(Focus {
                words: Some(mention.span),
                sentence: Some(mention.sentence),
                firm: true,
                ..Focus::on(date)
            });
        }
    }

    /// Tells the story that something was measured out to a moment: later words go on from there. A list goes on from the
    /// stamp of its entry, whatever that tells.
    pub fn reached(&mut self, mention: &Mention, wall: Wall, at: i64) {
        self.measured = Some(at);
        let beside = self.focus.is_some_and(|f| f.date.days_until(wall.date()).abs() <= 1);
        if beside && self.entry_of(mention).is_none() {
            self.last = Some(wall);
        }
    }
}
