//! What no word says: that the past lies before the writing, and what the field knows of outages.
//!
//! One would get wrong to let it outweigh a word: it stands below everything that is said, and `literal` leaves it out.

use rustc_hash::FxHashMap;

use crate::chronology::Told;
use crate::chronology::credit::{KNOWN, TENSE};
use crate::chronology::gather::{Happening, Telling, dated, modality, statement};
use crate::chronology::knowledge::RULES;
use crate::chronology::network::{Constraint, Label};
use crate::normaliser::calendar::Instant;
use crate::normaliser::dated::Dated;
use crate::normaliser::value::Granularity;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Woven;
use super::said::firsts;

impl Woven {
    /// What is told as past lies before the writing.
    pub(super) fn tense(&mut self, told: &[Told], happenings: &[Happening]) {
        let limits: Vec<Option<(i64, Label)>> = (0..told.len()).map(|document| self.limit(told, document)).collect();
        let each = happenings.iter().enumerate();
        for (index, telling) in each.flat_map(|(index, it)| firsts(it).into_iter().map(move |first| (index, first))) {
            let told_past = statement(told, telling);
            let entry = told_past.is_entry();
            let Some((latest, label)) =
                limits[telling.document].filter(|_| modality(told, telling) == Modality::Actual && !entry)
            else {
                continue;
            };
            let here = dated(told, telling);
            // A clock time is where it is: only what is coarse or measured gains by its tense.
            let exact =
                here.value.granularity <= Granularity::Minute && here.relative_to.is_none() && here.window.0.is_some();
            let zero = self.scales.get(&here.scale).copied();
            if let (Some(zero), false) = (zero, exact) {
                self.network.constrain(Constraint {
                    from: zero,
                    to: self.starts[index],
                    least: None,
                    most: Some(latest),
                    label,
                    trust: TENSE,
                });
            }
        }
    }

    pub(super) fn limit(&mut self, told: &[Told], document: usize) -> Option<(i64, Label)> {
        let text = &told[document];
        let writing = text.normalised.writing.filter(|w| w.bounds)?;
        let latest = match (writing.instant, text.normalised.document.zone) {
            (Some(Instant(at)), _) => at + 59,
            (None, Some(zone)) => zone.instants(writing.latest).last().0,
            (None, None) => writing.latest.0,
        };
        let sentence = format!("the text was written by {} and tells it as past", writing.value);
        Some((latest, self.evidence(sentence, None, false)))
    }

    /// What the field knows, for beginnings that only a day or a part of one is known of, or that are measured.
    pub(super) fn field(&mut self, told: &[Told], happenings: &[Happening], scopes: &[Scope], mine: &[usize]) {
        let lead = |index: usize| statement(told, happenings[index].tellings[0]);
        let time = |index: usize| dated(told, happenings[index].tellings[0]);
        let usable: Vec<usize> = mine
            .iter()
            .copied()
            .filter(|i| {
                scopes[*i] == Scope::Incident
                    && modality(told, happenings[*i].tellings[0]) == Modality::Actual
                    && !lead(*i).history
            })
            .collect();
        let loose = |dated: &Dated| dated.value.granularity > Granularity::Minute || dated.relative_to.is_some();
        self.one_beginning(&usable, &lead, &time, &|index| firsts(&happenings[index]).len());
        self.told_in_order(told, happenings, &usable);
        for rule in RULES {
            let label = self.evidence(rule.because.to_owned(), None, true);
            let firsts: Vec<usize> = usable
                .iter()
                .copied()
                .filter(|i| time(*i).phase == rule.first)
                .collect();
            // Of several beginnings only the first is known to come before the rest.
            let Some(first) = firsts.iter().copied().min_by_key(|i| (time(*i).start, *i)) else {
                continue;
            };
            if !loose(time(first)) || (rule.first == Phase::Precursor && firsts.len() > 1) {
                continue;
            }
            for then in usable
                .iter()
                .copied()
                .filter(|i| time(*i).phase == rule.then && *i != first)
            {
                if time(then).scale == time(first).scale && near(time(first), time(then)) {
                    self.comes_before(first, then, label);
                }
            }
        }
    }

    /// A happening begins no later than another, as far as the field knows.
    fn comes_before(&mut self, first: usize, then: usize, label: Label) {
        self.network.constrain(Constraint {
            from: self.starts[first],
            to: self.starts[then],
            least: Some(0),
            most: None,
            label,
            trust: KNOWN,
        });
    }

    /// "We reverted at 07:58 and the backlog was gone by 14:10": an end told with its bound alone comes behind the clock that
    /// its sentence told before it.
    fn told_in_order(&mut self, told: &[Told], happenings: &[Happening], usable: &[usize]) {
        let telling = |index: usize| happenings[index].tellings[0];
        let time = |index: usize| dated(told, telling(index));
        let bounded = |index: &usize| {
            let over = matches!(time(*index).phase, Phase::Resolved | Phase::Recovering);
            over && matches!(time(*index).window, (None, Some(_)))
        };
        let sentence = |it: &Telling| (it.document, statement(told, *it).sentence);
        let bounded: Vec<usize> = usable.iter().copied().filter(bounded).collect();
        // The clocks of each sentence that tells such an end: a long log has many of both.
        let mut clocks: FxHashMap<_, Vec<(usize, &Dated)>> = bounded
            .iter()
            .map(|then| (sentence(&telling(*then)), Vec::new()))
            .collect();
        for index in usable.iter().copied().filter(|_| !bounded.is_empty()) {
            for it in &happenings[index].tellings {
                let there = dated(told, *it);
                let clock = matches!(there.window, (Some(from), Some(to)) if from == to) && there.relative_to.is_none();
                if let (true, Some(of_sentence)) = (clock, clocks.get_mut(&sentence(it))) {
                    of_sentence.push((index, there));
                }
            }
        }
        for then in bounded {
            let (here, text) = (time(then), &told[telling(then).document]);
            let behind = |(_, there): &&(usize, &Dated)| {
                there.scale == here.scale && there.mention < here.mention && there.start < here.start
            };
            let in_sentence = clocks[&sentence(&telling(then))].iter().filter(behind);
            let Some((mention, first)) = in_sentence.map(|(index, there)| (there.mention, *index)).max() else {
                continue;
            };
            let words = |mention: usize| text.article.words(text.parsed.mentions[mention].span);
            let because = format!(
                "“{}” is told behind “{}” in one sentence",
                words(here.mention),
                words(mention)
            );
            let label = self.evidence(because, None, true);
            self.comes_before(first, then, label);
        }
    }

    /// A beginning of which only the day is told, and the only one with a clock on that day, are one.
    fn one_beginning<'a>(
        &mut self,
        usable: &[usize],
        lead: &impl Fn(usize) -> &'a Statement,
        time: &impl Fn(usize) -> &'a Dated,
        texts: &impl Fn(usize) -> usize,
    ) {
        let starts = |exact: bool| -> Vec<usize> {
            // "Dark by 00:30" is a bound, and no clock of a beginning.
            let clock = |window: (Option<i64>, Option<i64>)| !exact || window.0.is_some();
            let found = usable.iter().copied().filter(|i| {
                time(*i).phase == Phase::Started
                    && clock(time(*i).window)
                    && lead(*i).sure
                    && (time(*i).value.granularity <= Granularity::Minute) == exact
                    && time(*i).relative_to.is_none()
            });
            found.collect()
        };
        let (coarse, clocks) = (starts(false), starts(true));
        // Of several clocks the one that most texts tell is the outage's.
        let most = clocks.iter().map(|i| texts(*i)).max().unwrap_or(0);
        let mut told_most = clocks.iter().copied().filter(|i| texts(*i) == most);
        let (Some(clock), None) = (told_most.next(), told_most.next()) else {
            return;
        };
        if most == 1 && (coarse.len() != 1 || clocks.len() != 1) {
            return;
        }
        for coarse in coarse {
            self.one_beginning_of(coarse, clock, time);
        }
    }

    /// Ties a beginning of which only the day is told to a clock that lies in it.
    fn one_beginning_of<'a>(&mut self, coarse: usize, clock: usize, time: &impl Fn(usize) -> &'a Dated) {
        let (a, b) = (time(coarse), time(clock));
        let inside =
            a.scale == b.scale && a.window.0.is_some_and(|w| w <= b.start) && a.window.1.is_some_and(|w| b.start <= w);
        if inside && a.value.granularity <= Granularity::Day {
            let label = self.evidence(
                "the beginning of which only the day is told is the one with a clock".to_owned(),
                None,
                true,
            );
            self.coincide(coarse, clock, label, KNOWN);
        }
    }
}

/// Whether two times can be of one story: within ten days.
fn near(a: &Dated, b: &Dated) -> bool {
    (a.start - b.start).abs() < 10 * 86_400
}
