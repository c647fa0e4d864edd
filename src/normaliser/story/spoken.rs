//! The day on which a quotation was spoken, from which its "today" and its "last night" count.
//!
//! One would get wrong to look in its own sentence alone: "She apologised in a post on Saturday. “Last night we failed you,”
//! she wrote" tells it in the one before, and a saying of several sentences behind its last.

use std::ops::Range;

use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::Date;
use crate::normaliser::day::Anchor;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Phase;
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

use super::Story;

/// What is written, and quoted in the sentence behind: in both numbers.
const MESSAGES: &[&str] = &[
    "post",
    "posts",
    "message",
    "messages",
    "statement",
    "statements",
    "email",
    "emails",
    "e-mail",
    "e-mails",
    "letter",
    "letters",
    "notice",
    "notices",
    "tweet",
    "tweets",
    "blog",
    "memo",
    "note",
    "bulletin",
    "advisory",
    "text",
    "texts",
];

/// Who goes on quoting a message says so with these.
const GOES_ON: &[&str] = &[
    "wrote",
    "read",
    "reads",
    "added",
    "continued",
    "posted",
    "tweeted",
    "it",
    "he",
    "she",
    "they",
];

impl Story<'_> {
    /// The day on which a quotation was spoken: one that its sentence names outside the marks, or the sentence before it, of
    /// the message that it is from.
    pub(super) fn said_on(&self, mention: &Mention) -> Option<Date> {
        let sentences = &self.article.sentences;
        let own = &sentences[mention.sentence];
        let saying = self.saying(mention);
        let end = own.tokens.end.max(saying.map_or(0, |(_, end)| end));
        let begin = own.tokens.start.min(saying.map_or(usize::MAX, |(begin, _)| begin));
        let own_words = || begin..end;
        let named = self.day_of_saying(&own_words()).or_else(|| {
            let message = &sentences[mention.sentence.checked_sub(1)?];
            let beside = message.block == own.block;
            let told = |tokens: &Range<usize>, any: &[&str]| {
                let mut words = tokens.clone().filter(|at| !self.article.is_quoted(*at));
                words.any(|at| self.says(at, any))
            };
            let from_it = beside && told(&message.tokens, MESSAGES) && told(&own.tokens, GOES_ON);
            from_it.then(|| self.day_of_saying(&message.tokens)).flatten()
        });
        named.or_else(|| self.said_in_story(mention.tokens.end..end))
    }

    /// “To all who had trouble this morning: it is mended,” the bank said in the early afternoon, told of yesterday: who is
    /// quoted with an hour alone spoke on the story's day.
    fn said_in_story(&self, behind: Range<usize>) -> Option<Date> {
        let focus = self.focus?;
        let mentions = &self.parsed.mentions;
        let first = mentions.partition_point(|m| m.tokens.start < behind.start);
        let mut rest = mentions[first..].iter().take_while(|m| m.tokens.end <= behind.end);
        let said = |m: &&Mention| !self.article.is_quoted(m.tokens.start);
        let hour = rest.find(said).filter(|m| self.is_of_saying(m))?;
        let alone = matches!(&hour.time, Time::Point { point, .. }
            if point.day.is_none() && (point.clock.is_some() || point.part.is_some()));
        alone.then_some(focus.date)
    }

    /// A notice: “there was a failure at 2:10pm today”, quoted on the morning after: of the day that the story is on, on which
    /// it was sent out.
    pub(super) fn sent_out_on(&self, mention: &Mention, statement: &Statement) -> Option<Date> {
        let Time::Point { point, .. } = &mention.time else {
            return None;
        };
        let focus = self.focus.filter(|f| f.firm && !f.header)?.date;
        let day_after = self.now(mention) == Some(focus.plus_days(1)) && self.entry_of(mention).is_none();
        let view = View::of(self.article, &statement.clause);
        let mends = matches!(statement.phase, Phase::Recovering | Phase::Resolved);
        let trouble = statement.phase == Phase::Started
            || !mends && statement.clause.clone().any(|at| view.noun(at) == Some(Thing::Trouble));
        let began = trouble && point.day == Some(Day::Deictic(0)) && point.clock.is_some();
        let block = self.article.sentences[mention.sentence].block;
        let before = self.article.blocks[block].tokens.start..mention.tokens.start;
        let mut outside = before.filter(|at| !self.article.is_quoted(*at));
        (day_after && began && outside.any(|at| self.says(at, MESSAGES))).then_some(focus)
    }

    /// “We mended it this morning. It failed again,” she said late on Monday; a tweet on Saturday: “It is sad. Many were kept out
    /// tonight.”: where the sentence in which a quotation begins opens, and the token behind that in which it ends.
    fn saying(&self, mention: &Mention) -> Option<(usize, usize)> {
        let at = mention.tokens.start;
        let quotations = &self.article.quotations;
        let quotation = &quotations[quotations.partition_point(|it| it.tokens.end <= at)..];
        let quotation = quotation.first().filter(|it| it.tokens.contains(&at))?;
        let sentence = |at: usize| {
            self.article
                .sentence_of(at)
                .map(|it| &self.article.sentences[it].tokens)
        };
        let begin = sentence(quotation.tokens.start)?.start;
        Some((begin, sentence(quotation.tokens.end)?.end))
    }

    /// The first weekday that tokens name outside all marks of quotation, and by which nothing has to be done.
    fn day_of_saying(&self, tokens: &Range<usize>) -> Option<Date> {
        // “My flight was at 9:05 this morning,” said a cook whose contract asks her to report by Wednesday.
        let dates_words = |m: &Mention| !matches!(m.relation, Relation::By | Relation::Until | Relation::Before);
        let mentions = &self.parsed.mentions;
        let first = mentions.partition_point(|m| m.tokens.start < tokens.start);
        mentions[first..]
            .iter()
            .take_while(|m| m.tokens.end <= tokens.end)
            .find_map(|m| match &m.time {
                Time::Point {
                    point:
                        Point {
                            day: Some(day @ Day::Weekday { picker: None, .. }),
                            ..
                        },
                    ..
                } if !self.article.is_quoted(m.tokens.start) && dates_words(m) => {
                    let anchor = Anchor {
                        now: self.now(m),
                        focus: self.focus.map(|f| f.date),
                        narrative: false,
                        ahead: false,
                        late: false,
                        told: false,
                        before: false,
                        open_ended: false,
                        year: self.year,
                        known: self.known,
                    };
                    anchor.resolve(day).map(|f| f.value.wall.date())
                }
                _ => None,
            })
    }
}
