//! Clocks that belong to the day before the one that the story is on, or to the day behind it, by when it was written.
//!
//! One would get wrong that nothing lies behind the stamp: a page goes on after it, and a promise lies ahead.

use super::Story;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::document::PublishedBasis;
use crate::normaliser::writing::Writing;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Clock, DayHalf};

/// Seconds within which what failed at a clock is back at another that is told without a day.
const NEARLY_A_DAY: i64 = 23 * 3600;

impl Story<'_> {
    /// Whether a list that runs forward has passed the stamp already: a page that was opened with its first entries.
    pub(super) fn goes_on_behind(&self, limit: Wall, wall: Wall) -> bool {
        let last = self.last.filter(|_| !self.newest_first && self.entry.is_some());
        last.is_some_and(|last| last > limit && last <= wall)
    }

    /// Whether a clock behind the stamp goes on from one that the story has told of the very day of writing: what "began
    /// just after 10 a.m. on Monday" was not "restored by noon" on Sunday, and a stamp of 10:45 is older than the text.
    pub(super) fn outran_its_stamp(&self, wall: Wall, mention: &Mention, statement: &Statement) -> bool {
        const LONGEST: i64 = 6 * 3600;
        let written = self.writing.filter(|w| w.bounds && w.basis != PublishedBasis::Flag);
        let on_day = |w: Writing| {
            w.date == wall.date() && self.focus.is_some_and(|f| f.date == w.date) && wall.0 - w.latest.0 <= LONGEST
        };
        let goes_on = self.last.is_some_and(|last| last.date() == wall.date() && last <= wall);
        let begins = matches!(statement.phase, Phase::Precursor | Phase::Started) && mention.relation != Relation::AsOf;
        // Where the story has told the hours before it of the day before, it may as well be that day's.
        let eve = wall.plus(-86_400);
        let before = |(minute, day): (&i64, &Date)| *day == eve.date() && minute * 60 <= eve.seconds_of_day();
        let of_eve = self.told.iter().any(before);
        let goes_on = goes_on && !of_eve;
        written.is_some_and(on_day) && goes_on && !begins && !statement.history && !statement.quoted
    }

    /// The day of the writing, for what the writer still looks forward to though on the day that the story is on it would
    /// be over: no day stands beside it, and "would be back" is what others hoped for.
    pub(super) fn hoped_for_on(&self, statement: &Statement, mention: &Mention, wall: Wall) -> Option<Date> {
        const LOOKING_AHEAD: &[&str] = &[
            "will",
            "'ll",
            "’ll",
            "should",
            "expects",
            "expect",
            "estimates",
            "anticipates",
            "hopes",
            "hope",
            "plans",
            "aims",
            "is",
            "are",
        ];
        const OF_THE_PAST: &[&str] = &["would", "was", "were", "had", "could"];
        let written = self.writing.filter(|w| w.bounds && self.on_calendar())?;
        let hopes = self.clause_says(statement, LOOKING_AHEAD) && !self.clause_says(statement, OF_THE_PAST);
        // “We hope to be done by 3pm,” said this morning, is hoped for today.
        let said = self.said_on(mention).filter(|_| statement.quoted);
        let day = said.unwrap_or(written.date);
        let own_words = |m: &&Mention| !statement.quoted || self.article.is_quoted(m.tokens.start);
        let dated = self.beside(mention).iter().filter(own_words).any(
            |m| matches!(&m.time, Time::Point { point, .. } | Time::Span { from: point, .. } if point.day.is_some()),
        );
        let ahead = day.at(wall.seconds_of_day()) > written.now.plus(-86_400);
        let open = hopes && !dated && self.entry_of(mention).is_none();
        (open && ahead && wall.date() < day).then_some(day)
    }

    /// Whether what an entry promises would lie before the entry, though a day later it comes within half a day.
    pub(super) fn promised_past(&self, mention: &Mention, clock: &Clock, wall: Wall) -> bool {
        let whole = self.says_half(clock, mention);
        let entry = self.entry_of(mention).filter(|e| e.has_clock && whole);
        entry.is_some_and(|entry| wall < entry.at && wall.plus(43_200) <= entry.at)
    }

    /// "By six", promised at 23:52: the next six behind the entry, be that of the morning or of the evening.
    pub(super) fn promised_next(
        &self,
        statement: &Statement,
        mention: &Mention,
        clock: &Clock,
        wall: Wall,
    ) -> Option<Wall> {
        const HALF: i64 = 12 * 3600;
        const JUST_GONE: i64 = 3 * 3600;
        let open = !self.says_half(clock, mention);
        let entry = self.entry_of(mention).filter(|e| e.has_clock && open)?;
        let over = self.clause_says(statement, &["was", "were", "had", "missed"]);
        let next = wall.plus(HALF * ((entry.at.0 - wall.0).div_euclid(HALF) + 1));
        // "They said that schools would let out at 2:45", told at 4:12 p.m.: that was to come when they said it.
        let just_gone = entry.at.0 - wall.0 <= JUST_GONE && (1..5).contains(&(next.seconds_of_day() / 3600));
        let reported = || just_gone && self.clause_says(statement, &["would"]);
        (wall < entry.at && !over && !reported()).then_some(next)
    }

    /// "As of 11:55 p.m. … parking will be free until 8 a.m.": whether an end that is promised would lie half a day before
    /// what has just been told.
    pub(super) fn promised_end_past(&self, mention: &Mention, clock: &Clock, wall: Wall) -> bool {
        let ends = matches!(mention.relation, Relation::Until | Relation::To) && clock.half != DayHalf::Open;
        let told = self.last.filter(|_| ends && self.entry_of(mention).is_none());
        // "Said at 01:44", behind an evening, "that it would be closed until 23:59".
        let carried = |last: Wall| last.date() == wall.date().plus_days(1);
        told.is_some_and(|last| carried(last) || last.date() == wall.date() && wall.plus(43_200) <= last)
    }

    /// Whether a recovery would lie before the beginning that was told, though a day later it lies behind it.
    pub(super) fn ends_before_it_began(&self, statement: &Statement, mention: &Mention, wall: Wall) -> bool {
        const LITTLE: i64 = 3600;
        // "Had been on the roof since 1:30" began before all else.
        let until = mention.relation == Relation::Until && statement.modality == Modality::Actual && !statement.history;
        let ends = (until || Self::tells_return(statement)) && mention.relation != Relation::Since;
        let Some(began) = self.began.filter(|_| ends) else {
            return false;
        };
        // "At 19:58 video stopped … the card gave up at 19:57": nobody calls what lasts a day over by a clock alone.
        let next = wall.plus(86_400);
        let possible = self.limit(mention).is_none_or(|limit| next <= limit);
        // What lies a little before it is of the same hour, whatever it seems to tell.
        // "Loaded on Tuesday night, and at 10:13 the first client came in", told of Wednesday: that led to it.
        let leads_to = self.focus.is_some_and(|f| f.eve);
        (1..NEARLY_A_DAY).contains(&(next.0 - began.0)) && wall.plus(LITTLE) <= began && possible && !leads_to
    }

    /// "Switched over on Monday at 4 p.m., and all was well when the team signed off at 6": a clock that goes on from the one
    /// before it in its sentence is of that one's day.
    pub(super) fn follows_in_sentence(&self, mention: &Mention, wall: Wall) -> bool {
        self.clock_beside(mention)
            .is_some_and(|(_, before)| before.date() == wall.date() && before <= wall)
    }

    /// Whether the story itself tells that something came back.
    pub(super) fn tells_return(statement: &Statement) -> bool {
        let back = matches!(statement.phase, Phase::Recovering | Phase::Resolved) && statement.sure;
        back && !statement.history && !statement.quoted && statement.modality == Modality::Actual
    }
}
