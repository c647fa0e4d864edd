//! The day to which a story comes back: one named in passing holds for what is told of it, not for the clocks behind it.
//!
//! One would get wrong to let every day that is named carry the clocks that follow. "The switch had come in on 3 May.
//! Calls failed at 9:40" tells two days: a story stays where its clocks are until one is told elsewhere.

use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::normaliser::calendar::Wall;
use crate::normaliser::clock;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, DayHalf, Point};
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;

/// Days ahead to which a story goes on by itself.
const GOES_ON: i64 = 3;

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
}

impl Story<'_> {
    /// Whether the story is on a day that is named, rather than names it in passing: a clock is told of it, the outage began on
    /// it, or nothing but what led to the outage was told before.
    pub(super) fn is_told_of(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        let began = statement.phase == Phase::Started && statement.sure && !is_limit(point, mention);
        let leads_to = matches!(statement.phase, Phase::Precursor | Phase::Background);
        point.clock.is_some() || began || self.focus.is_none() && !leads_to
    }

    /// Remembers which day the story leaves, where it names another without a clock.
    pub(super) fn leave(&mut self, next: &Focus, mention: &Mention, statement: &Statement) {
        let here = self.focus.filter(|focus| focus.firm).map(|focus| (focus, self.last));
        let from = here.or(self.home.map(|home| (home.focus, home.last)));
        let Some((focus, last)) = from.filter(|_| !next.firm) else {
            self.home = None;
            return;
        };
        let by = focus.date.days_until(next.date);
        let leads_to = matches!(statement.phase, Phase::Precursor | Phase::Background) || self.describes_noun(mention);
        let passing = by < -OWN_DAYS || by < 0 && leads_to || by > GOES_ON;
        let within = self
            .began
            .zip(last)
            .filter(|(began, last)| !passing && by > 0 && began < last);
        self.home = (passing || within.is_some()).then(|| Home {
            focus,
            last,
            aside: (mention.sentence, self.article.sentences[mention.sentence].block),
            ahead: by > 0,
            within,
        });
    }

    /// "A change made on Friday night had been ruled out", "a switch that was replaced on Sunday": the day is in what tells
    /// which change, and not in what is told of it.
    fn describes_noun(&self, mention: &Mention) -> bool {
        const IRREGULAR: &[&str] = &[
            "made", "done", "sent", "put", "built", "begun", "taken", "written", "set", "brought",
        ];
        const AUXILIARIES: &[&str] = &[
            "was", "were", "had", "has", "have", "been", "be", "is", "are", "being", "got",
        ];
        const SUBJECTS: &[&str] = &["it", "they", "we", "he", "she", "i", "you", "who", "engineers", "and"];
        let verb = mention.tokens.start.wrapping_sub(1);
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let participle = view.text(verb).ends_with("ed") || view.says_any(verb, IRREGULAR);
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

    /// Comes back for a clock that names no day, behind the sentence that named the other.
    pub(super) fn come_home(&mut self, point: &Point, mention: &Mention, statement: &Statement) {
        let by_story = match point.day {
            None => point.clock.is_some(),
            Some(day) => day == Day::Overnight,
        };
        let Some(home) = self.home.filter(|_| by_story) else {
            return;
        };
        let block = self.article.sentences[mention.sentence].block;
        let (sentence, told_in) = home.aside;
        // "She apologised again on Monday. She told them that a contractor had pulled it out overnight."
        let back = self.tells_back(statement);
        let behind = sentence != mention.sentence && (!home.ahead || told_in != block || back);
        let own = !statement.history && statement.modality == Modality::Actual && self.entry_of(mention).is_none();
        let fits = |(began, last): (Wall, Wall)| {
            let clock = point.clock.filter(|clock| clock.half != DayHalf::Open);
            let at = clock.map(|clock| clock::hour_as_said(&clock) * 3600 + i64::from(clock.minute) * 60);
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
