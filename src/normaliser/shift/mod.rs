//! Lengths laid off: two hours ago, 20 minutes later, six hours after its products went down.
//!
//! One would get wrong that the result is exact: a length carries its base's window along, widened by its own, and
//! a base that only a day is known of gives no clock.

mod lasting;
mod measured;
mod moved;
mod origin;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Edge, Picker};
use crate::lexicon::unit::Unit;
use crate::parser::Parsed;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::base::{content, shared};
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Day, Length};
use crate::parser::time::view::View;

use super::calendar::Wall;
use super::dated::{Dated, Distance};
use super::document::ClockBasis;
use super::pluperfect;
use super::story::Story;
use super::vagueness::{self, Extent};
use super::value::Granularity;

/// What is dated so far, and what waits for its base.
#[derive(Default)]
pub struct Shifts {
    /// In text order, as far as it was dated in text order.
    pub dated: Vec<Dated>,
    /// Distances told.
    pub distances: Vec<Distance>,
    /// Index of what dates each statement.
    pub by_statement: FxHashMap<usize, usize>,
    waiting: Vec<usize>,
    settling: bool,
    last: Option<usize>,
}

/// What a shift is laid off from, once found.
enum From {
    /// Something dated.
    Dated(usize),
    /// A moment on the wall, and whether its clock is known.
    Moment(Wall, bool),
    /// Not dated yet, or never.
    Unknown,
}

impl Shifts {
    /// Takes in what was dated by itself.
    pub fn push(&mut self, dated: Dated) {
        self.last = Some(self.add(dated));
    }

    /// Keeps what was dated; its index.
    fn add(&mut self, dated: Dated) -> usize {
        let at = self.dated.len();
        self.by_statement.entry(dated.statement).or_insert(at);
        self.dated.push(dated);
        at
    }

    /// "Earlier in the day", "later that evening": what was just taken in lies before or after what came before it.
    pub fn follow(&mut self, parsed: &Parsed, mention: usize) {
        let Time::Point { point, .. } = &parsed.mentions[mention].time else {
            return;
        };
        let later = match point.edge {
            Some(Edge::Earlier) => false,
            Some(Edge::Later) => true,
            _ => return,
        };
        // "Earlier this month" is so from the writing on, whatever the story has told.
        let from_writing = matches!(point.day, Some(Day::Unit { unit, picker: Picker::This }) if unit >= Unit::Week);
        if from_writing {
            return;
        }
        let Some(to) = self.dated.len().checked_sub(1) else {
            return;
        };
        let told = &parsed.statements[self.dated[to].statement];
        let widest = self.dated[to].value.granularity.max(Granularity::Day);
        let before = (0..to).rev().find(|i| {
            let other = &parsed.statements[self.dated[*i].statement];
            // "Later that day" follows no "earlier this week".
            let as_fine = self.dated[*i].value.granularity <= widest;
            !other.history && other.modality == told.modality && as_fine
        });
        // "Earlier today", behind what was told of last week: earlier than the writing.
        let of_today = matches!(point.day, Some(Day::Deictic(0)));
        let day = |at: usize| self.dated[at].value.wall.date();
        if let Some(from) = before.filter(|from| !of_today || day(*from) == day(to)) {
            self.distance(from, to, Extent::ANY, later, mention);
        }
    }

    /// Index of what dates a statement.
    pub fn of_statement(&self, statement: usize) -> Option<usize> {
        self.by_statement.get(&statement).copied()
    }

    /// Takes a statement whose mention is a shift; one whose base is not known yet waits, and so does what goes on from it.
    pub fn take(&mut self, story: &mut Story, index: usize, statement: &Statement) {
        story.remember_trouble_behind(statement);
        story.go_days_on(statement);
        let goes_on = statement
            .mention
            .is_some_and(|at| matches!(story.parsed.mentions[at].time, Time::Shift { base: Base::Focus, .. }));
        let waits = goes_on && self.waiting.last().is_some_and(|last| last + 1 == index);
        if waits || !self.lay_off(story, index, statement) {
            self.waiting.push(index);
        }
    }

    /// Lays off what waited, as long as that dates something more.
    pub fn settle(&mut self, story: &mut Story) {
        let parsed = story.parsed;
        self.settling = true;
        loop {
            let waiting = std::mem::take(&mut self.waiting);
            let before = waiting.len();
            self.waiting = waiting
                .into_iter()
                .filter(|index| !self.lay_off(story, *index, &parsed.statements[*index]))
                .collect();
            if self.waiting.len() == before {
                break;
            }
        }
    }

    /// Lays one shift off; false where its base is not dated.
    fn lay_off(&mut self, story: &mut Story, index: usize, statement: &Statement) -> bool {
        let parsed = story.parsed;
        let Some(mention_at) = statement.mention else {
            return true;
        };
        let mention = &parsed.mentions[mention_at];
        let Time::Shift {
            length,
            later,
            base,
            lasting,
        } = &mention.time
        else {
            return true;
        };
        let mut extent = vagueness::extent(length, mention.hedge);
        // "Within two minutes of the alert", "will follow within an hour", "followed within the hour": no later than that. What
        // "was back within an hour" is told by who has measured it.
        let the_hour = mention.tokens.clone().any(|at| story.says(at, &["the"]));
        let bound = statement.modality == Modality::Expected || matches!(base, Base::Happening(_)) || the_hour;
        if mention.relation == Relation::Within && bound {
            extent.least = 0;
            extent.most = if the_hour { Some(extent.named) } else { extent.most };
        }
        let twin = statement.twin.and_then(|t| self.of_statement(t));
        // The twin may stand behind it.
        if twin.is_none() && statement.twin.is_some_and(|t| t > index) && !self.settling {
            return false;
        }
        let from = match self.base(story, base, mention, statement, twin) {
            From::Dated(at) if twin.is_none() && counts_clock(mention) => {
                let bare =
                    matches!(base, Base::Happening(words) if words.len() == 1 && story.says(words.start, &["in"]));
                From::Dated(self.with_its_clock(parsed, at, bare))
            }
            from => from,
        };
        if twin.is_some()
            && !self.settling
            && matches!(from, From::Unknown)
            && is_told_further_on(story, base, statement)
        {
            return false;
        }
        match (twin, from) {
            // The same happening has a time of its own: the length is a second witness, or dates its base.
            // What lies behind it is not what it is measured from.
            (Some(twin), From::Dated(from)) if *later && self.dated[from].start > self.dated[twin].start => {}
            (Some(twin), From::Dated(from)) => self.distance(from, twin, extent, *later, mention_at),
            (Some(twin), From::Unknown) => {
                let Some(link) = statement.base else { return true };
                // What is told with its own clock further on is not dated by what only resembles it.
                let own = parsed.statements[link.0].mention.map(|at| &parsed.mentions[at].time);
                let clock = |time: &Time| matches!(time, Time::Point { point, .. } if point.clock.is_some());
                if length.finest().is_clock() && own.is_some_and(clock) {
                    return true;
                }
                let told = (link.0, mention_at, mention.hedge);
                let Some(mut dated) = self.measured(story.parsed, twin, (length, extent, !later), told) else {
                    return true;
                };
                dated.reasons = vec![format!(
                    "“{}” measures {} to it from “{}”",
                    story.article.words(mention.span),
                    if *later { "back" } else { "on" },
                    story.article.words(parsed.mentions[self.dated[twin].mention].span)
                )];
                let base = &parsed.statements[link.0].clause;
                // "Acknowledged it at 1.58pm, 50 minutes after customers did" tells of one happening.
                let did = story.says(base.end.wrapping_sub(1), &["did", "do", "does"]) && base.len() <= 3;
                if did
                    || names_outage(story, base) && self.begins_on(story.parsed, &dated)
                    || self.begins_then(story.parsed, &dated, extent)
                {
                    return true;
                }
                let new = self.add(dated);
                self.distance(new, twin, extent, *later, mention_at);
            }
            (Some(_), From::Moment(..)) => {}
            // "within 12 seconds" of something that only a day is known of says nothing.
            (None, From::Dated(from))
                if mention.relation == Relation::Within
                    && length.finest().is_clock()
                    && self.dated[from].value.granularity > widest_of(length) => {}
            (None, From::Dated(from)) => {
                let told = (index, mention_at, mention.hedge);
                let Some(mut dated) = self.measured(story.parsed, from, (length, extent, *later), told) else {
                    return true;
                };
                // "Out, five hours after crews came", posted at 8: what only resembles its words, and would put it behind the
                // post, is not what it is measured from.
                let told = statement.modality == Modality::Actual && matches!(base, Base::Happening(_));
                if told && story.is_behind_telling(mention, dated.window.0) {
                    return true;
                }
                dated.reasons = vec![format!(
                    "it is measured from “{}”",
                    story.article.words(parsed.mentions[self.dated[from].mention].span)
                )];
                if let Some(lasting) = lasting {
                    // Only from a clock that is past can a stretch of hours run on, or from the stamp of who promises.
                    let clock = dated.value.granularity <= Granularity::Minute && self.dated[from].end.is_none();
                    let entry = &parsed.statements[self.dated[from].statement];
                    let promised = entry.is_entry() && entry.clause.contains(&mention.tokens.start);
                    if !clock || statement.modality == Modality::Expected && !promised {
                        return true;
                    }
                    dated.end = Some(lasting::end(&dated, &vagueness::extent(lasting, mention.hedge)));
                }
                // "It comes two weeks after that": a day is told, and no clock two weeks before the outage's own.
                if matches!(base, Base::Outage(_)) {
                    dated.relative_to = None;
                    self.add(dated);
                    return true;
                }
                let new = self.add(dated);
                self.distance(from, new, extent, *later, mention_at);
                self.last = Some(new);
                if matches!(base, Base::Focus) && self.dated[new].value.granularity <= Granularity::Minute {
                    story.reached(mention, self.dated[new].value.wall, self.dated[new].start);
                }
            }
            // Hours from a moment that only its day is known of end nobody knows when.
            (None, From::Moment(_, false)) if *later && length.finest().is_clock() => {}
            (None, From::Moment(wall, clock)) => {
                if let Some(mut dated) =
                    Self::from_moment(story, (wall, clock), length, extent, *later, (index, mention_at))
                {
                    let until = lasting.as_ref().filter(|it| match dated.value.granularity {
                        Granularity::Day => it.finest() == Unit::Day,
                        granularity => granularity <= Granularity::Minute,
                    });
                    let until = until.map(|it| vagueness::extent(it, mention.hedge));
                    dated.end = until.map(|extent| lasting::end(&dated, &extent));
                    if matches!(base, Base::Now) && !*later && dated.value.granularity == Granularity::Day {
                        story.goes_days_ago(mention, statement, dated.value.wall.date());
                    }
                    self.push(dated);
                }
            }
            (None, From::Unknown) => return false,
        }
        true
    }

    /// "Back at 10:30 p.m., some 26 hours after the fire broke out", told of a fire "shortly after 8 p.m.": whether the text
    /// has a beginning of its own about where a length leads back to, which is then no second one.
    fn begins_then(&self, parsed: &Parsed, base: &Dated, extent: Extent) -> bool {
        const FURTHEST: i64 = 45 * 60;
        let near = (extent.named / 5).min(FURTHEST);
        let leads = |phase: Phase| matches!(phase, Phase::Started | Phase::Precursor | Phase::Detected);
        let told = |it: &Dated| {
            let statement = &parsed.statements[it.statement];
            it.clock == ClockBasis::Stated && leads(statement.phase) && statement.modality == Modality::Actual
        };
        let mut all = self.dated.iter();
        leads(base.phase) && all.any(|it| told(it) && it.scale == base.scale && (it.start - base.start).abs() <= near)
    }

    /// Whether the text tells its own beginning on a day to which a length leads back.
    fn begins_on(&self, parsed: &Parsed, base: &Dated) -> bool {
        let beside = |it: &Dated| {
            let statement = &parsed.statements[it.statement];
            let begins = matches!(statement.phase, Phase::Started | Phase::Detected) && !statement.history;
            begins && it.scale == base.scale && it.value.wall.date() == base.value.wall.date()
        };
        base.value.granularity == Granularity::Day && self.dated.iter().any(beside)
    }

    /// "Said on 4 June that she wanted a report within a week": the day of the saying, from which a promise counts that it
    /// tells in its past. In the present tense it is the writing's.
    fn said_on(&self, story: &Story, mention: &Mention, statement: &Statement) -> Option<(Wall, bool)> {
        const THEN: &[&str] = &[
            "would", "wanted", "had", "could", "was", "were", "should", "hoped", "expected",
        ];
        let says = |tokens: Range<usize>, any: &[&str]| {
            let mut words = tokens.map(|at| story.article.words(story.article.tokens[at].span));
            words.any(|word| any.iter().any(|it| word.eq_ignore_ascii_case(it)))
        };
        let parsed = story.parsed;
        let said = self.dated.last().filter(|_| mention.relation == Relation::Within)?;
        let telling = &parsed.statements[said.statement];
        let words = telling.clause.clone();
        let spoke = words.into_iter().any(|at| story.speaks(at));
        let before = &parsed.mentions[said.mention];
        let beside = before.sentence == mention.sentence && before.tokens.end <= mention.tokens.start;
        let day = said.value.granularity <= Granularity::Day && said.value.wall.date() < story.writing?.date;
        let then = says(before.tokens.end..mention.tokens.start, THEN) && statement.modality != Modality::Actual
            || says(before.tokens.end..mention.tokens.start, &["wanted", "would"]);
        (beside && spoke && day && then).then(|| (said.value.wall.date().midnight(), false))
    }

    /// What a shift is laid off from.
    fn base(
        &self,
        story: &mut Story,
        base: &Base,
        mention: &Mention,
        statement: &Statement,
        twin: Option<usize>,
    ) -> From {
        match base {
            Base::Now => self
                .said_on(story, mention, statement)
                .or_else(|| story.now_wall(mention))
                .map_or(From::Unknown, |(wall, clock)| From::Moment(wall, clock)),
            Base::Focus => {
                let before = |i: &usize| Some(*i) != twin && self.dated[*i].mention < statement.mention.unwrap_or(0);
                match twin {
                    Some(twin) => (0..twin.min(self.dated.len()))
                        .rev()
                        .find(before)
                        .map_or(From::Unknown, From::Dated),
                    None if self.is_after_beginning(story, mention, statement) => {
                        self.outage(story.parsed).map_or(From::Unknown, From::Dated)
                    }
                    None => self
                        .focus(story, statement, counts_clock(mention))
                        .map_or(From::Unknown, From::Dated),
                }
            }
            Base::Happening(_) => statement
                .base
                .and_then(|link| self.of_statement(link.0))
                .map_or(From::Unknown, From::Dated),
            // Where the outage is told may stand behind it.
            Base::Outage(_) if !self.settling => From::Unknown,
            Base::Outage(_) => match self.outage(story.parsed) {
                Some(outage) => From::Dated(outage),
                None => self.base(story, &Base::Now, mention, statement, twin),
            },
            Base::Point(point) => match story.wall_of(point, mention, statement) {
                Some((wall, clock)) => From::Moment(wall, clock),
                None => From::Unknown,
            },
            Base::Zero => self.zero(story.parsed).map_or(From::Unknown, From::Dated),
            Base::Row => self.row(story.parsed).map_or(From::Unknown, From::Dated),
        }
    }

    /// The happening that the story is on: the last that was dated and that the text tells as having happened. "Found at
    /// 9:40 that it had run out on Sunday. Half an hour later …": minutes go on from the clock of a sentence.
    fn focus(&self, story: &Story, statement: &Statement, clock: bool) -> Option<usize> {
        let parsed = story.parsed;
        // "The form is open till 14 March": what ends ahead of the writing has not been reached.
        let ahead = |dated: &Dated| {
            let ends = parsed.mentions[dated.mention].relation == Relation::Until;
            let written = story.writing.filter(|w| w.bounds);
            ends && written.is_some_and(|w| dated.value.wall > w.latest)
        };
        let usable = |dated: &Dated| {
            let told = &parsed.statements[dated.statement];
            if ahead(dated) {
                return false;
            }
            // "It persisted throughout the morning": a stretch is no moment to go on from.
            let stretch = parsed.mentions[dated.mention].relation == Relation::During;
            !stretch && (!told.quoted || statement.quoted)
        };
        let last = self.last?;
        let mut before = (0..=last)
            .rev()
            .filter(|i| usable(&self.dated[*i]) && self.dated[*i].mention < statement.mention.unwrap_or(usize::MAX));
        let mut nearest = before.next()?;
        // "We posted at 8:31; the first ticket had come in at 8:14. The next 50 minutes …": on from what was told, and not
        // from what it looked back to.
        let exact = |at: usize| self.dated[at].value.granularity <= Granularity::Minute;
        let clause = parsed.statements[self.dated[nearest].statement].clause.start;
        let before_it = clause..parsed.mentions[self.dated[nearest].mention].tokens.start.max(clause);
        if exact(nearest) && pluperfect::stands_in(&View::of(story.article, &before_it)) {
            let told = before.clone().next();
            let later = |at: &usize| exact(*at) && self.dated[*at].start > self.dated[nearest].start;
            nearest = told.filter(later).unwrap_or(nearest);
        }
        let sentence = |at: usize| parsed.mentions[self.dated[at].mention].sentence;
        let beside = before
            .take_while(|i| sentence(*i) == sentence(nearest))
            .find(|i| exact(*i));
        Some(beside.filter(|_| clock && !exact(nearest)).unwrap_or(nearest))
    }

    fn distance(&mut self, from: usize, to: usize, extent: Extent, later: bool, mention: usize) {
        let (least, most) = if later {
            (Some(extent.least), extent.most)
        } else {
            (extent.most.map(|m| -m), Some(-extent.least))
        };
        self.distances.push(Distance {
            from,
            to,
            least,
            most,
            mention,
        });
    }
}

/// What a length must be told from at least as finely, to tell anything: two hours from a night, minutes from a clock.
fn widest_of(length: &Length) -> Granularity {
    const LONGEST: f64 = 6.0 * 3600.0;
    if length.finest() == Unit::Hour && length.exact_seconds().is_some_and(|it| it <= LONGEST) {
        Granularity::PartOfDay
    } else {
        Granularity::Minute
    }
}

/// Whether a shift is told in hours, minutes or seconds.
fn counts_clock(mention: &Mention) -> bool {
    matches!(&mention.time, Time::Shift { length, .. } if length.finest().is_clock())
}

/// "Two days before the latest incident": whether a happening is named as the outage, by a noun alone.
fn names_outage(story: &Story, words: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let view = View::of(story.article, words);
    let trouble = |at| matches!(view.noun(at), Some(Thing::Trouble | Thing::Incident));
    let the = view.says_any(words.start, &["the", "this"]);
    the && words.len() <= LONGEST && words.clone().any(trouble)
}

/// "Reopened on Thursday, 11 hours after it closed its doors. It closed its doors at 9:30 p.m.": whether what a length is laid
/// off from is told again, in its own words and with a clock.
fn is_told_further_on(story: &Story, base: &Base, statement: &Statement) -> bool {
    const FEWEST: usize = 2;
    let (Base::Happening(words), Some(link)) = (base, statement.base) else {
        return false;
    };
    let told = &story.parsed.statements[link.0];
    let clock = told.mention.is_some_and(
        |at| matches!(&story.parsed.mentions[at].time, Time::Point { point, .. } if point.clock.is_some()),
    );
    // "Hours after they were held up in the evening rush": its time stands right behind it.
    if told.mention.is_some() && told.clause.start == words.start {
        return true;
    }
    let (shared, _) = shared(&content(story.article, words), &content(story.article, &told.clause));
    clock && shared >= FEWEST && told.modality == Modality::Actual
}
