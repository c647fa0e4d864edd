//! The day to which a story comes back: one named in passing holds for what is told of it, not for the clocks behind it.
//!
//! One would get wrong to let every day that is named carry the clocks that follow. "The switch had come in on 3 May.
//! Calls failed at 9:40" tells two days: a story stays where its clocks are until one is told elsewhere.

use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::pluperfect;
use crate::parser::mention::{Mention, Time};
use crate::parser::section;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, DayHalf, Point};
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;

/// Days ahead to which a story goes on by itself.
const GOES_ON: i64 = 3;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Days back within which a day without a clock may be the outage's own.
const OWN_DAYS: i64 = 2;

/// The day that a story has left for one named in passing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    focus: Focus,
    last: Option<Wall>,
    /// The sentence that names the other day, and its block.
    aside: (usize, usize),
    /// Whether the rest of that block tells of the other day.
    ahead: bool,
    /// From the outage's beginning to the last clock told of it, where a clock has to lie within to be of this day: the story
    /// may have gone on to the next.
    within: Option<(Wall, Wall)>,
    /// Whether the day only tells which thing is spoken of, so that nothing behind it is of that day.
    described: bool,
    /// Whether that is the day on which something was done to it.
    told_on: bool,
    /// Whether only a heading leads back: a day or two on, the story may as well have gone there.
    by_heading: bool,
}

impl Story<'_> {
    /// Whether the story is on a day that is named, rather than names it in passing: a clock is told of it, the outage began on
    /// it, or nothing but what led to the outage was told before.
    pub(super) fn is_told_of(&self, point: &Point, mention: &Mention, statement: &Statement, date: Date) -> bool {
        // "Could not file the next morning": what went on from a day that is told begins none.
        let sequel = matches!(
            point.day,
            Some(Day::Unit {
                picker: Picker::Following,
                ..
            })
        );
        let goes_on = sequel && self.focus.is_some_and(|focus| focus.firm);
        // "The same line failed on the night of 30 May", told of an outage whose beginning is known: not that one.
        let on_day = |f: Focus| self.began.is_some_and(|began| began.date() == f.date) && !f.header;
        let long_before = |f: Focus| on_day(f) && date.days_until(f.date) > OWN_DAYS;
        let another = self.focus.is_some_and(long_before);
        let began = statement.phase == Phase::Started && statement.sure && !goes_on && !is_limit(point, mention);
        let began = began && !another;
        let leads_to = matches!(statement.phase, Phase::Precursor | Phase::Background);
        point.clock.is_some() && !self.stands_apart(mention) || began || self.focus.is_none() && !leads_to
    }

    /// The day that the story is on, or has left for one named in passing.
    pub(super) fn own_day(&self) -> Option<Focus> {
        let firm = self.focus.filter(|focus| focus.firm);
        firm.or(self.home.map(|home| home.focus)).or(self.focus)
    }

    /// Remembers which day the story leaves, where it names another without a clock.
    pub(super) fn leave(&mut self, next: &Focus, mention: &Mention, statement: &Statement) {
        // "Issued on 27 February and loaded the day after": that goes on from what is told in passing.
        if let Some(home) = self.home.as_mut().filter(|_| !next.firm && is_sequel(mention))
            && self.focus.is_some_and(|focus| !focus.firm)
        {
            home.aside = (mention.sentence, self.article.sentences[mention.sentence].block);
            return;
        }
        let here = self.focus.filter(|focus| focus.firm).map(|focus| (focus, self.last));
        let from = here.or(self.home.map(|home| (home.focus, home.last)));
        let told = |focus: Focus| {
            let by = focus.date.days_until(next.date);
            (
                by,
                self.stands_apart(mention) || by < 0 && self.describes_object(mention),
            )
        };
        let Some((focus, last)) = from.filter(|(focus, _)| !next.firm || told(*focus).1) else {
            self.home = None;
            return;
        };
        let (by, described) = told(focus);
        let leads_to = matches!(statement.phase, Phase::Precursor | Phase::Background)
            || self.describes_noun(mention)
            || self.is_of_cause(mention)
            || pluperfect::stands_in(&View::of(self.article, &statement.clause));
        // "It failed at 15:52 on Tuesday … the patch had been in since the weekend": what lies before the first clock of an
        // outage led to it, for as long as a paragraph tells of it.
        let began_here = self.began.is_some_and(|began| began.date() == focus.date);
        // "Was planted a day earlier"
        let counted = matches!(mention.time, Time::Shift { .. });
        let before = (-OWN_DAYS..0).contains(&by) && !leads_to && (began_here || counted);
        let passing = described || by < -OWN_DAYS || by < 0 && leads_to || before || by > GOES_ON;
        let within = self
            .began
            .zip(last)
            .filter(|(began, last)| !passing && by > 0 && began < last);
        let whole_day = || Some((self.began?, focus.date.at(DAY - 1)));
        let within = within.or_else(|| whole_day().filter(|_| !passing && by > 0 && self.sums_up(mention)));
        let by_heading = !passing && within.is_none();
        self.home = Some(Home {
            focus,
            last,
            aside: (mention.sentence, self.article.sentences[mention.sentence].block),
            ahead: by > 0 || before,
            within,
            described,
            told_on: described && self.is_done_on(mention),
            by_heading,
        });
    }

    /// "Went dark on Monday at 11:43, and some waited until the following evening": the beginning and the end in one sentence,
    /// before any of it is told.
    fn sums_up(&self, mention: &Mention) -> bool {
        let day = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none());
        let began = self.clock_beside(mention).map(|(_, at)| at);
        day && mention.relation == Relation::Until && began.is_some() && began == self.began && began == self.last
    }

    /// "Copied from a backup taken at 11 p.m. Monday": the time is that of what something else is done with.
    fn describes_object(&self, mention: &Mention) -> bool {
        const WITH: &[&str] = &["from", "of", "in", "by", "with", "to", "on"];
        let verb = mention.tokens.start.wrapping_sub(1);
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let noun = view.says_any(verb.wrapping_sub(2), &["a", "an", "the", "its", "our"]);
        noun && view.says_any(verb.wrapping_sub(3), WITH) && is_participle(&view, verb)
    }

    /// "A report, which was mailed to customers on Friday,", "a scan, enabled for this zone on 16 May at 15:30,": a day that
    /// stands between commas, and tells which report it is.
    fn stands_apart(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 8;
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let verb = mention.tokens.start.wrapping_sub(1);
        let mut before = (verb.saturating_sub(FURTHEST).max(view.start())..=verb).rev();
        let comma = before.find(|at| view.symbol(*at, ','));
        let opens = |comma: usize| {
            let relative = view.says(comma + 1, "which") && view.says_any(comma + 2, &["was", "were"]);
            relative || is_participle(&view, comma + 1)
        };
        view.symbol(mention.tokens.end, ',') && comma.is_some_and(opens)
    }

    /// "A change made on Friday night had been ruled out", "a switch that was replaced on Sunday": the day is in what tells
    /// which change, and not in what is told of it.
    fn describes_noun(&self, mention: &Mention) -> bool {
        const AUXILIARIES: &[&str] = &[
            "was", "were", "had", "has", "have", "been", "be", "is", "are", "being", "got",
        ];
        const SUBJECTS: &[&str] = &["it", "they", "we", "he", "she", "i", "you", "who", "engineers", "and"];
        let verb = mention.tokens.start.wrapping_sub(1);
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let participle = is_participle(&view, verb);
        if verb <= view.start() || !participle {
            return false;
        }
        let before = verb - 1;
        // "that was replaced on Sunday"
        if view.says_any(before, &["was", "were"]) {
            return view.says_any(before.wrapping_sub(1), &["that", "which"]);
        }
        let noun = view.is_free_word(before) || view.symbol(before, ',');
        let free = noun && !view.says_any(before, AUXILIARIES) && !view.says_any(before, SUBJECTS);
        let finite =
            |at: usize| view.says_any(at, AUXILIARIES) || view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        free && (mention.tokens.end..view.end()).any(finite)
    }

    /// "announced on Monday", and not "expecting 800 over the course of Monday"
    fn is_done_on(&self, mention: &Mention) -> bool {
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        is_participle(&view, mention.tokens.start.wrapping_sub(1))
    }

    /// "Was traced to a relay wrongly set during maintenance on Friday": the day is that of the cause.
    fn is_of_cause(&self, mention: &Mention) -> bool {
        const CAUSES: &[(&str, &str)] = &[
            ("traced", "to"),
            ("traced", "back"),
            ("caused", "by"),
            ("triggered", "by"),
            ("blamed", "on"),
            ("due", "to"),
            ("result", "of"),
            ("because", "of"),
        ];
        let from = self.article.sentences[mention.sentence].tokens.start;
        (from..mention.tokens.start).any(|at| {
            CAUSES
                .iter()
                .any(|(one, next)| self.says(at, &[one]) && self.says(at + 1, &[next]))
        })
    }

    /// Whether the day that a time stands on only tells which thing is spoken of.
    pub(super) fn only_describes(&self, mention: &Mention) -> bool {
        self.home
            .is_some_and(|home| home.described && home.aside.0 == mention.sentence)
    }

    /// "On 11 March we moved the queue. The move was done at 16:20. At 21:25 on 12 March …": who comes back says so, so that
    /// the clock is still of the other day.
    fn goes_on_aside(&self, mention: &Mention, home: &Home) -> bool {
        let block = |it: &Mention| self.article.sentences[it.sentence].block;
        let (_, told_in) = home.aside;
        let mentions = &self.parsed.mentions;
        let next = mentions.partition_point(|it| it.tokens.start <= mention.tokens.start);
        let mut days = mentions[next..].iter().take_while(|it| block(it) <= told_in + 1);
        let back = days.find_map(|it| match &it.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => match point.day? {
                Day::Date(date) => Some((date, point.clock)),
                _ => None,
            },
            _ => None,
        });
        let Some((date, Some(_))) = back else { return false };
        let names_home = date.month == Some(home.focus.date.month()) && date.day == Some(home.focus.date.day());
        !home.ahead && told_in == block(mention) && names_home
    }

    /// "Was updated on 2 June and worked for three weeks, until it overflowed at 7.05": what had lasted for days before a clock
    /// parts it from the day before them.
    fn lasted_for_days(&self, mention: &Mention) -> bool {
        let days = |m: &Mention| matches!(&m.time, Time::Length(length) if length.finest() >= Unit::Day && length.finest() <= Unit::Year);
        let before = |m: &&Mention| m.tokens.end <= mention.tokens.start;
        let last = self.beside(mention).iter().rfind(before);
        last.is_some_and(days)
    }

    /// "On Thursday ministers met. … They asked why, when the first calls had failed at 9:30, nobody was told": how it had begun, told
    /// behind a day or two on which others only spoke of it.
    fn tells_beginning_anew(&self, home: &Home, statement: &Statement) -> bool {
        let onset = matches!(statement.phase, Phase::Started | Phase::Detected);
        let began_there = self.began.is_none_or(|began| began.date() == home.focus.date);
        let spoken_of = self
            .focus
            .is_some_and(|focus| !focus.firm && focus.date > home.focus.date);
        onset && began_there && spoken_of && pluperfect::stands_in(&View::of(self.article, &statement.clause))
    }

    /// Comes back for a clock that names no day, behind the sentence that named the other.
    pub(super) fn come_home(&mut self, point: &Point, mention: &Mention, statement: &Statement) {
        let Some(home) = self.home else { return };
        let by_story = match point.day {
            None => point.clock.is_some(),
            // "You lost service on Friday … a list was changed on 12 October … put back on Friday evening"
            Some(Day::Weekday { weekday, picker: None }) => home.focus.date.weekday() == weekday,
            // "New trains, announced on Monday, had come only that morning": the story's, which has not left it.
            Some(Day::Unit {
                unit: Unit::Day,
                picker: Picker::Same,
            }) => home.told_on,
            Some(day) => day == Day::Overnight,
        };
        if !by_story || self.goes_on_aside(mention, &home) {
            return;
        }
        let block = self.article.sentences[mention.sentence].block;
        let (sentence, told_in) = home.aside;
        let headed = || (told_in..block).any(|at| section::opens_at(self.article, &self.article.blocks[at]));
        // "She apologised again on Monday. She told them that a contractor had pulled it out overnight."
        let parted = if home.by_heading {
            headed() || self.tells_beginning_anew(&home, statement)
        } else {
            !home.ahead || told_in != block || self.tells_back(statement)
        };
        let behind = home.described || sentence != mention.sentence && parted || self.lasted_for_days(mention);
        let own = !statement.history && statement.modality == Modality::Actual && self.entry_of(mention).is_none();
        let fits = |(began, last): (Wall, Wall)| {
            let clock = point.clock.filter(|clock| clock.half != DayHalf::Open);
            let at = clock.map(|clock| clock::second_as_said(&clock));
            at.is_some_and(|at| (began..=last).contains(&home.focus.date.at(at)))
        };
        if behind && own && home.within.is_none_or(fits) {
            self.focus = Some(home.focus);
            self.named = Some(home.focus.date);
            self.last = home.last;
            self.home = None;
        }
    }
}

/// "Many did not reach home before Wednesday": a day and no more, to which something did not last. "Before dawn on Tuesday" is
/// of that day.
pub(super) fn is_limit(point: &Point, mention: &Mention) -> bool {
    mention.relation == Relation::Before && point.clock.is_none() && point.part.is_none()
}

/// "made", "enabled", and those that the tables have only with a word behind them. The grammar does without these: with
/// "taken" it would read "a spare that should have taken over" as what came about.
pub(super) fn is_participle(view: &View, at: usize) -> bool {
    const IRREGULAR: &[&str] = &["made", "done", "put", "built", "taken", "set", "brought", "due"];
    view.is_participle(at) || view.says_any(at, IRREGULAR)
}

/// "The day after", "the next morning", "the day before".
fn is_sequel(mention: &Mention) -> bool {
    let sequel = |point: &Point| {
        matches!(
            point.day,
            Some(Day::Unit {
                picker: Picker::Following | Picker::Previous,
                ..
            })
        )
    };
    matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. } if sequel(point))
}
