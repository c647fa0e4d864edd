//! What the story remembers of a time once it is placed: the day that it is on, the last clock, the entry.
//!
//! One would get wrong to move it for everything that is told: a plan, a quotation, and what somebody looks back to
//! leave the story where it is.

mod entry;

use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Edge, Picker};
use crate::normaliser::calendar::{Date, Wall};
use crate::normaliser::clock;
use crate::normaliser::day::HISTORY_AFTER;
use crate::normaliser::document::ClockBasis;
use crate::normaliser::pluperfect;
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Part};
use crate::normaliser::writing::Writing;
use crate::parser::layout::Role;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::term::puts_off;
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

use super::Story;
use super::focus::Focus;
use super::home::is_limit;
use super::point::Placed;
use super::speaker::Entry;

/// Days from the writing behind which a day alone is no day of the story.
const FAR: i64 = 45;

/// Days before a story of whole dates behind which it does not go.
const LONG_BEFORE: i64 = 180;

/// Seconds after midnight up to which a clock is of the night before its day.
const SMALL_HOURS: i64 = 5 * 3600;

/// A time as it was told and placed.
struct Told<'a> {
    mention: &'a Mention,
    statement: &'a Statement,
    placed: &'a Placed,
    point: &'a Point,
    block: usize,
    /// On the wall of the document's zone.
    best: Wall,
    /// The clock that its sentence told before it.
    beside: Option<(usize, Wall)>,
}

/// What is known of where a time in prose leads.
#[derive(Clone, Copy)]
struct Aims {
    /// The story stays with the day that it named.
    stays: bool,
    /// The time only tells since when something lasts.
    lasts: bool,
    /// The day is that of something else.
    aside: bool,
}

impl Told<'_> {
    /// The entry that the time heads; its text has turned to a day.
    fn entry(&self, day: Option<Date>) -> Entry {
        let text = &self.statement.clause;
        Entry {
            tokens: self.mention.tokens.start.min(text.start)..text.end.max(self.mention.tokens.end),
            at: self.placed.best,
            has_clock: self.placed.clock == ClockBasis::Stated,
            dated: day.is_some() || self.point.day.is_some(),
            day,
            zone: self.point.zone,
            goes_on: false,
            named: None,
        }
    }
}

impl Story<'_> {
    /// Remembers where the story is.
    pub(super) fn remember(
        &mut self,
        mention: &Mention,
        statement: &Statement,
        placed: &Placed,
        point: &Point,
        is_entry: bool,
    ) {
        // A field of the page's head dates what stands below it and moves no story.
        let block = self.article.sentences[mention.sentence].block;
        if self.article.blocks[block].kind == BlockKind::FrontMatter && self.article.form != Form::Mail {
            return;
        }
        let told = Told {
            mention,
            statement,
            placed,
            point,
            block,
            best: self.document_wall(placed.best, point),
            beside: self.clock_beside(mention),
        };
        self.remember_clock(&told, is_entry);
        if point.day.is_some() && placed.value.granularity <= Granularity::Day {
            self.is_about(told.best.date(), mention);
        }
        if point.clock.is_some() {
            self.course.go_on(statement, (told.best, mention.span), block);
        }
        if matches!(&statement.role, Role::Signature { text } if !text.is_empty()) {
            self.post = Some(told.entry(None));
        }
        if is_entry || statement.role == Role::Heading {
            self.told_back = None;
            let heads = if is_entry {
                self.remember_entry(&told)
            } else {
                self.remember_heading(&told);
                true
            };
            if heads {
                self.begin_below(&told, is_entry);
            }
            return;
        }
        self.remember_course(&told);
        if self.entry_of(mention).is_some() {
            self.remember_in_entry(&told);
        } else {
            self.remember_in_prose(&told);
        }
    }

    /// The clocks that have been told, and the days on which.
    fn remember_clock(&mut self, told: &Told, is_entry: bool) {
        if told.point.clock.is_none() {
            return;
        }
        if let Some(at) = told.statement.mention {
            self.in_sentence = Some((at, told.best));
        }
        self.remember_day_of_clock(told, is_entry);
        if is_entry && told.point.day.is_none() {
            self.listed.clear();
        } else if !told.statement.history && told.placed.clock == ClockBasis::Stated {
            self.told
                .entry(told.best.seconds_of_day() / 60)
                .or_insert(told.best.date());
        }
    }

    /// On which day a list has told its clocks, and to which day a clock has led that prose tells: "the same evening" is its.
    fn remember_day_of_clock(&mut self, told: &Told, is_entry: bool) {
        let stated = told.placed.clock == ClockBasis::Stated;
        let date = told.best.date();
        if is_entry && stated {
            self.remember_listed(told.best);
        }
        let own = told.statement.modality == Modality::Actual && !told.statement.history && !told.statement.quoted;
        if !is_entry && stated && own && told.point.day.is_none() && self.entry_of(told.mention).is_none() {
            // "Failed on Monday … until after midnight … the following day" is Tuesday.
            let small_hours = told.best.seconds_of_day() < SMALL_HOURS;
            self.named = self.named.map(|day| {
                let same_night = small_hours && day.plus_days(1) == date;
                if same_night { day } else { date }
            });
        }
    }

    /// When the outage began, and whether it was over last.
    fn remember_course(&mut self, told: &Told) {
        let statement = told.statement;
        if told.placed.clock == ClockBasis::Stated {
            // "It took until 4 p.m. for the last train to leave"
            let verb = told.mention.tokens.start.wrapping_sub(1);
            let took = told.mention.relation == Relation::Until && self.says(verb, &["took"]);
            self.ended = Some(told.best).filter(|_| took || Self::tells_return(statement));
        }
        let begins = statement.phase == Phase::Started && statement.sure && statement.modality == Modality::Actual;
        if !begins || statement.history || statement.quoted {
            return;
        }
        if told.point.clock.is_some() {
            self.began = self.began.or(Some(told.best));
        } else if told.point.day.is_some() && told.placed.value.granularity <= Granularity::Day {
            let day = || (told.best.date(), statement.clause.clone());
            self.began_on = self.began_on.take().or_else(|| Some(day()));
        }
    }

    /// What prose tells of, outside all entries.
    fn remember_in_prose(&mut self, told: &Told) {
        let (mention, statement, point) = (told.mention, told.statement, told.point);
        let date = told.best.date();
        if self.is_reported_on(told.point, mention, statement) {
            self.begin_on(date, mention);
            return;
        }
        let fine = told.placed.value.granularity <= Granularity::Day;
        // "I'd had nothing since the night before. At eleven a nurse came": what lasts since lends its day to nothing.
        let since = mention.relation == Relation::Since;
        if fine && !since && (point.day.is_some() || !statement.quoted) && statement.modality == Modality::Actual {
            self.quoted = statement.quoted.then_some((told.block, date));
        }
        let to_come = matches!(point.day, Some(Day::Holiday { .. })) || self.looks_ahead(mention, statement);
        // "Back before the vote on 23 June", told on the 8th: no tense need say that a day is to come.
        if to_come && fine && point.day.is_some() {
            self.planned = Some((mention.sentence, date));
        }
        let behind = |limit: Wall| point.day.is_some() && date > limit.date().plus_days(1);
        let planned = to_come && self.writing.is_none_or(|w| date >= w.date) || self.limit(mention).is_some_and(behind);
        // "The third time, on 6 April", told behind 5 April: it tells how often, and no story goes back to a later day.
        let goes_on = self
            .focus
            .is_some_and(|f| (1..=HISTORY_AFTER).contains(&f.date.days_until(date)));
        // "On 3 March last year … That day": the story stays with what it seemed to name in passing.
        let stays = point.picked_day() == Some(Picker::Same) && self.excursion.is_some_and(|(_, day)| day == date);
        let history = statement.history && !goes_on && !stays;
        let known_far = !stays && self.is_known_far(told, history);
        // "Down since yesterday", "since Friday night", told of Saturday: the story is where it lasts, and "later in the day" is Saturday's.
        let before_story = self.focus.is_some_and(|f| date < f.date);
        let before_clock = self.focus.is_none() && self.last.is_some_and(|last| date < last.date());
        let past = before_story || before_clock || matches!(point.day, Some(Day::Deictic(..0)));
        let since = self.tells_since(mention) && past;
        let lasts = since || before_story && self.found_so(mention, statement);
        let aside = self.is_told_aside(point, mention, date);
        // "On New Year's Day a fault closed the skies from 9:50": what its sentence opens with is what it tells of.
        let own_feast = self.is_far_feast(point, date) && (self.opens(mention) || self.feast == Some(date));
        self.feast = self.feast.filter(|_| !own_feast).or(own_feast.then_some(date));
        // "It hoped to be done by Friday": nobody goes on from a bound that lies ahead.
        let bound = planned && matches!(mention.relation, Relation::By | Relation::Until | Relation::Before);
        let passing = lasts && before_story || bound || self.ends_what_it_names(mention, statement);
        if fine && point.day.is_some() && !statement.quoted && !passing && (!aside || own_feast) {
            self.named = Some(date);
        }
        let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        if weekday && fine && statement.modality == Modality::Actual && self.writing.is_some_and(|w| date <= w.date) {
            self.past_weekdays[usize::from(date.weekday().iso())] = true;
        }
        // "Closed on 23 June, from 14:00 to 15:00": a plan's clock is of the plan's day.
        let own_day = planned && point.clock.is_none() && matches!(point.day, Some(Day::Date(_)));
        // "Had been off since the Thursday before and was cut at 6:51": what lasts lends its day to nothing.
        let lends = !self.tells_since(mention);
        if fine && lends && point.day.is_some() && (known_far || history || own_day || own_feast) {
            self.excursion = Some((mention.sentence, date));
            let opens = !own_day && point.clock.is_none() && self.opens_with_other(mention);
            self.far_paragraph = Some((told.block, date)).filter(|_| opens);
        } else if point.day.is_some() {
            self.far_paragraph = None;
        }
        let put_off = point.day.is_some() && puts_off(self.article, mention);
        let signs = matches!(statement.role, Role::Signature { .. });
        let elsewhere = history || planned || put_off || statement.quoted || signs;
        let long_before = self
            .focus
            .is_some_and(|f| f.whole && date.days_until(f.date) > LONG_BEFORE);
        if fine && !elsewhere && !known_far && !long_before && statement.role != Role::Aside {
            self.go_to(told, Aims { stays, lasts, aside });
        }
    }

    /// Whether a time lies so far from the writing that the story does not go there. What is told to the minute is what the
    /// story is about, however long ago: a report comes out months later.
    fn is_known_far(&self, told: &Told, history: bool) -> bool {
        let date = told.best.date();
        let to_the_minute = told.point.clock.is_some() && told.point.day.is_some();
        let far = |w: Writing| w.bounds && date.days_until(w.date).abs() > FAR;
        let near_story = |f: Focus| f.date.days_until(date).abs() < FAR;
        !self.narrative
            && (history || !to_the_minute)
            && self.writing.is_some_and(far)
            && !self.focus.is_some_and(near_story)
    }

    /// Goes to the day that is told of, or only on to its clock.
    fn go_to(&mut self, told: &Told, aims: Aims) {
        let (mention, statement, point) = (told.mention, told.statement, told.point);
        let date = told.best.date();
        // "Last Thursday our API was down": where the text has come to no day yet, that opens its story.
        let last_weekday = matches!(
            point.day,
            Some(Day::Weekday {
                picker: Some(Picker::Last),
                ..
            })
        );
        // "The snapshot from the night before": the story's clock stays where it is.
        let picked_before = matches!(
            point.day,
            Some(
                Day::Weekday {
                    picker: Some(Picker::Previous),
                    ..
                } | Day::Unit {
                    picker: Picker::Previous,
                    ..
                }
            )
        );
        // "Lost supply last Thursday, shortly after a cut ended at 22:00": the clocks of its sentence are of that day.
        if last_weekday && self.focus.is_some_and(|f| date < f.date) && point.clock.is_none() {
            self.excursion = Some((mention.sentence, date));
        }
        if picked_before && point.clock.is_none() {
            self.remember_trouble_before(mention, statement, date);
        }
        let aside_day = last_weekday && self.focus.is_some() || picked_before || point.day == Some(Day::Overnight);
        // "had been moved on Saturday": the story looks back and does not go there.
        let in_passing = self
            .focus
            .is_some_and(|f| date < f.date && self.had_been_so(f, point, statement));
        if in_passing || self.focus.is_some_and(|f| self.is_before_story(f, told)) {
            self.excursion = Some((mention.sentence, date));
        }
        // "## Tuesday … at 06:30 … the duplicates had started at 02:12 on Monday": the rest of the sentence is of Monday.
        if point.day.is_some() && self.focus.is_some_and(|f| f.header && self.had_begun(f, told)) {
            self.excursion = Some((mention.sentence, date));
            return;
        }
        let looks_back = in_passing || self.focus.is_some_and(|f| self.looks_back(f, told));
        let reviewed = self
            .focus
            .is_some_and(|f| f.firm && self.dates_its_review(f, told.mention, date));
        let beside = self.hangs_on(mention) || self.ends_what_it_names(mention, statement);
        let elsewhere = reviewed || beside || self.dates_a_copy(mention) || self.dates_a_letter(mention);
        if elsewhere || self.is_ahead_of_story(told) {
            return;
        }
        if point.day.is_some() && !aside_day && !looks_back && !aims.lasts && !aims.aside {
            self.move_focus(told, aims.stays);
        }
        if point.clock.is_some() {
            self.reach_clock(told);
        } else if let Some(part) = point.part.filter(|_| !picked_before && !aims.aside) {
            let (from, to) = vagueness::part_hours(part.part, part.edge);
            let near_its_end = date.at((to.min(24) - 1) * 3600);
            self.last = Some(near_its_end);
            self.in_part = Some((near_its_end, from * 3600..to.min(24) * 3600));
            // "At 21:40 it was cut. Nobody could get there until first light. At 6:15 …": the story has come to the next day.
            let dawned = point.day.is_none() && self.was_not_until(mention);
            if let Some(focus) = self
                .focus
                .as_mut()
                .filter(|f| dawned && f.date.plus_days(1) == date && !f.header)
            {
                (focus.date, focus.night, focus.eve) = (date, false, false);
                self.last = Some(date.at(from * 3600));
            }
            // "Patched on Sunday evening, and ran well overnight. At 6:10 a.m. …": the story has come to the night's end.
            let night = part.part == Part::Night && point.day == Some(Day::Overnight);
            if let Some(focus) = self.focus.as_mut().filter(|f| night && f.date == date && !f.header) {
                focus.night = true;
            }
        } else if point.edge == Some(Edge::Late) && told.placed.value.granularity == Granularity::PartOfDay {
            self.last = Some(date.at(23 * 3600));
        }
    }

    /// Whether a day before the story's is told of as what had gone before it.
    fn looks_back(&self, focus: Focus, told: &Told) -> bool {
        let (mention, date) = (told.mention, told.best.date());
        let behind_day = focus.sentence == Some(mention.sentence)
            && focus.words.is_some_and(|words| self.after_between(words, mention));
        let behind_clock = told
            .beside
            .is_some_and(|(at, last)| date < last.date() && self.after_between(self.parsed.mentions[at].span, mention));
        let back = behind_day || behind_clock || self.tells_back(told.statement);
        self.is_before_story(focus, told) || !focus.header && date < focus.date && back
    }

    /// Whether a clock of an earlier day is what had been then, told below the heading of a day of which a clock was told.
    fn had_begun(&self, focus: Focus, told: &Told) -> bool {
        let here = self.last.is_some_and(|last| last.date() == focus.date);
        let clause = told.statement.clause.start..told.mention.tokens.start;
        let back = told.point.clock.is_some() && told.best.date() < focus.date;
        here && back && pluperfect::stands_in(&View::of(self.article, &clause))
    }

    /// "We had announced this on 15 June": told of what went long before the story.
    fn is_before_story(&self, focus: Focus, told: &Told) -> bool {
        let far = told.best.date().days_until(focus.date) > HISTORY_AFTER;
        focus.whole && far && told.point.day.is_some() && self.clause_says(told.statement, &["had"])
    }

    /// Whether a time lies where the story has not come to.
    fn is_ahead_of_story(&self, told: &Told) -> bool {
        let (mention, date) = (told.mention, told.best.date());
        let ahead = |f: Focus| f.date < date;
        // "A ground stop until 7 a.m. Saturday", told on Friday: an end that lies ahead.
        let limits = mention.relation == Relation::Until || is_limit(told.point, mention);
        let comes = self.tells_when(mention) || self.was_not_until(mention);
        let to_its_end = limits && self.focus.is_some_and(ahead) && !comes;
        // "As of 9 a.m. Tuesday, two sites were still down", told on that day of Monday's outage: how things stand at the writing.
        let firm = |f: Focus| f.firm && !f.header && ahead(f);
        let stands = mention.relation == Relation::AsOf && self.now(mention) == Some(date);
        to_its_end || stands && self.focus.is_some_and(firm)
    }

    fn move_focus(&mut self, told: &Told, stays: bool) {
        let (mention, statement, point) = (told.mention, told.statement, told.point);
        let date = told.best.date();
        let moved = self.focus.is_none_or(|f| f.date != date);
        // "A year ago today" is as plain as its date.
        let dated = matches!(point.day, Some(Day::Date(d)) if d.year.is_some() || d.month.is_some())
            || matches!(point.day, Some(Day::Apart { .. }));
        let by_dated = |f: Focus| f.whole && f.date.days_until(date).abs() < HISTORY_AFTER;
        let before = |f: Focus| f.date == date.plus_days(1);
        let next = Focus {
            words: Some(mention.span),
            whole: dated || stays || self.focus.is_some_and(by_dated),
            sentence: Some(mention.sentence),
            night: point.part.is_some_and(|part| part.part == Part::Night),
            possessed: self.owns_noun(mention) && !self.introduces(mention),
            eve: point.is_of_night() && point.clock.is_none() && self.own_day().is_some_and(before),
            firm: self.is_told_of(point, mention, statement, date),
            back_from: self.looked_back_from(point, mention, date),
            ..Focus::on(date)
        };
        if moved {
            self.leave(&next, mention, statement);
            self.last = None;
        }
        self.focus = Some(Focus {
            firm: next.firm || !moved && self.focus.is_some_and(|f| f.firm),
            ..next
        });
    }

    fn reach_clock(&mut self, told: &Told) {
        let (point, date) = (told.point, told.best.date());
        let Some(clock) = &point.clock else { return };
        // A clock that is told again brings the story back to its day.
        let again = || {
            self.told_again(point, told.mention)
                .or_else(|| self.listed_again(point, told.mention))
        };
        let goes_back = point.day.is_none() && again() == Some(date);
        if let Some(focus) = self.focus.as_mut().filter(|_| goes_back) {
            focus.date = date;
            focus.sentence = Some(told.mention.sentence);
            focus.night = false;
        }
        self.last = Some(told.best);
        let describes = self.only_describes(told.mention);
        if let Some(focus) = self.focus.as_mut().filter(|f| f.date == date && !describes) {
            focus.firm = true;
            self.home = None;
        }
        // "Overnight on Monday … at 6:47 … delays lasted until the end of the day": the story has come to the day.
        let by_day = (6..18).contains(&clock::hour_as_said(clock)) && point.day.is_none();
        let came = |f: &&mut Focus| by_day && f.night && f.date.plus_days(1) == date;
        if let Some(focus) = self.focus.as_mut().filter(came) {
            (focus.date, focus.night, focus.eve, focus.firm) = (date, false, false, true);
        }
        if told.placed.clock == ClockBasis::Stated && clock.named.is_none() {
            self.before
                .insert((clock.hour, clock.minute), told.placed.best.seconds_of_day());
        }
    }

    /// The day of the week of the writing, told by its weekday's name or the like, from which a story looks back to a date
    /// before that week, and its sentence.
    fn looked_back_from(&self, point: &Point, mention: &Mention, date: Date) -> Option<(Date, usize)> {
        const WEEK: i64 = 7;
        let now = self.now(mention)?;
        let focus = self.focus.filter(|_| date.days_until(now) >= WEEK)?;
        let fresh = !focus.whole && !focus.header && (0..WEEK).contains(&focus.date.days_until(now));
        let from = focus.sentence.filter(|_| fresh).map(|at| (focus.date, at));
        from.filter(|_| matches!(point.day, Some(Day::Date(_))))
            .or(focus.back_from)
    }

    /// "It had passed in staging on 14 February", told of the 19th: the pluperfect tells in passing what went before. With a
    /// clock, or of the beginning itself, the story may go on from there; behind a day that stands in no heading it may
    /// with all but what led to the outage.
    fn had_been_so(&self, focus: Focus, point: &Point, statement: &Statement) -> bool {
        let passing = match statement.phase {
            Phase::Precursor => true,
            Phase::Started => false,
            _ => focus.header,
        };
        let day = point.clock.is_none() && point.part.is_none();
        passing && day && pluperfect::stands_in(&View::of(self.article, &statement.clause))
    }
}
