//! One stretch of marks → predicates.
//!
//! One would get wrong that the verb nearest to a noun has it: what a preposition governs is nobody's subject, and what
//! is begun, tried, stopped or failed at is one predicate with what it governs.

use std::ops::Range;

use super::argument::{goes_on, object, reached, with};
use super::judge::is_agent;
use super::mark::{Mark, Placed, cues, marks};
use super::predicate::{Head, Predicate};
use super::sense::unknown;
use crate::article::token::Kind;
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::{Degree, State};
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// Words at most between an auxiliary and its participle, or a verb and what it governs.
const NEAR: usize = 4;

/// Words at most between "is" or "remained" and the state.
const NEAR_STATE: usize = 6;

/// From here on a figure of people or reports is one of its height, not of its beginning.
const CROWD: u64 = 1000;

/// Reads one stretch; gives back its subject, for a stretch that has none of its own, and its last noun, for a clause
/// that hangs on it.
pub fn read(
    view: &View,
    range: Range<usize>,
    skip: &Range<usize>,
    hangs: bool,
    carried: Option<Thing>,
    out: &mut Vec<Predicate>,
) -> (Option<Thing>, Option<Thing>) {
    let marks = marks(view, &range, skip);
    let mut reader = Reader::new(view, &marks, &range, hangs, carried, out);
    for index in 0..marks.len() {
        reader.take(index);
    }
    reader.finish();
    let subject = reader.subject;
    for (at, cue) in cues(view, &range, skip) {
        let negated = marks
            .iter()
            .any(|m| m.mark == Mark::Not && m.end <= at && at <= m.end + 2);
        out.push(Predicate {
            head: Head::Cue(cue),
            at,
            subject: subject.or(carried),
            negated,
            purpose: marks.iter().any(|m| m.mark == Mark::To && m.end == at),
            ..Predicate::blank(&marks, &range, hangs)
        });
    }
    let last = marks.iter().rev().find_map(|m| match m.mark {
        Mark::Noun(thing) => Some(thing),
        _ => None,
    });
    (subject, last)
}

impl Predicate {
    /// A predicate that says nothing yet but what its whole stretch says.
    fn blank(marks: &[Placed], range: &Range<usize>, hangs: bool) -> Self {
        let degree = |wanted| marks.iter().any(|m| m.mark == Mark::Degree(wanted));
        Self {
            head: Head::Noun(Thing::Service),
            at: range.start,
            subject: None,
            object: None,
            with: None,
            aspect: None,
            passive: false,
            under_way: false,
            elliptic: false,
            known: false,
            fewer: false,
            none: false,
            purpose: false,
            negated: false,
            before: false,
            unable: false,
            leads: false,
            opens: false,
            present: false,
            figure: false,
            many: false,
            noticed: false,
            asked: false,
            whole: degree(Degree::Whole),
            part: degree(Degree::Part),
            still: degree(Degree::Still),
            again: degree(Degree::Again),
            also: degree(Degree::Also),
            errors: false,
            stretch: (range.start, range.end),
            hangs,
        }
    }
}

/// What has been read of a stretch so far.
struct Reader<'a, 'b> {
    view: &'a View<'a>,
    marks: &'a [Placed],
    out: &'b mut Vec<Predicate>,
    /// How many predicates stood before this stretch.
    first: usize,
    blank: Predicate,
    carried: Option<Thing>,
    subject: Option<Thing>,
    subject_governed: bool,
    /// The noun that opens the stretch, for a line without a verb.
    first_noun: Option<Thing>,
    governed: bool,
    row_governed: bool,
    /// A verb that governs the next, and where.
    aspect: Option<(Act, usize)>,
    /// Whether "is" rather than "was", and where.
    copula: Option<(bool, usize)>,
    negated: bool,
    unable: bool,
    to: bool,
    seen_verb: bool,
    many: bool,
    /// Whether a verb of noticing with "that" stands before.
    noticing: bool,
    /// Whether a verb of asking, or a denied one of telling, stands before.
    asking: bool,
    verb_since_comma: bool,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(
        view: &'a View<'a>,
        marks: &'a [Placed],
        range: &Range<usize>,
        hangs: bool,
        carried: Option<Thing>,
        out: &'b mut Vec<Predicate>,
    ) -> Self {
        Self {
            view,
            marks,
            first: out.len(),
            blank: Predicate::blank(marks, range, hangs),
            out,
            carried,
            subject: None,
            subject_governed: true,
            first_noun: None,
            governed: false,
            row_governed: false,
            aspect: None,
            copula: None,
            negated: false,
            unable: false,
            to: false,
            seen_verb: false,
            many: false,
            noticing: false,
            asking: false,
            verb_since_comma: false,
        }
    }

    fn take(&mut self, index: usize) {
        let Placed { at, mark, .. } = self.marks[index];
        match mark {
            Mark::Noun(thing) => self.noun(index, thing),
            Mark::Verb(act, form) => self.verb(index, act, form),
            Mark::State(state) => self.state(at, state),
            Mark::Preposition => self.governed = true,
            Mark::Comma => {
                self.governed = false;
                self.negated = false;
                self.unable = false;
                self.verb_since_comma = false;
                if !self.seen_verb && self.subject_governed {
                    self.subject = None;
                }
            }
            Mark::To => self.to = true,
            Mark::Not => self.negated = true,
            Mark::Unable => {
                self.negated = true;
                self.unable = true;
            }
            Mark::Copula { present } => self.copula = Some((present, at)),
            Mark::Figure => {
                let large = |n: u64| n >= CROWD;
                self.many |=
                    !self.seen_verb && matches!(self.view.kind(at), Some(Kind::Number(number)) if large(number.whole));
            }
            Mark::Degree(_) | Mark::Ahead => {}
        }
    }

    /// Whether the mark continues a row of nouns: "network failure".
    fn in_row(&self, index: usize) -> bool {
        let noun = |m: &Placed| matches!(m.mark, Mark::Noun(_));
        index > 0
            && goes_on(self.view, self.marks[index - 1].end, self.marks[index].at)
            && noun(&self.marks[index - 1])
            && noun(&self.marks[index])
    }

    fn noun(&mut self, index: usize, thing: Thing) {
        // The last of a row is its head; a remedy stays one: "fix deployment".
        let row = self.in_row(index);
        let remedy = row && self.subject == Some(Thing::Fix);
        if row {
            self.governed = self.row_governed;
        }
        self.row_governed = self.governed;
        if !remedy && (row || self.first_noun.is_none()) {
            self.first_noun = Some(thing);
        }
        let free = self.subject.is_none() || !self.governed || self.subject_governed;
        if (!self.seen_verb || self.to) && !remedy && free {
            self.subject = Some(thing);
            self.subject_governed = self.governed;
        }
        self.governed = false;
    }

    fn verb(&mut self, index: usize, act: Act, form: Form) {
        let Placed { at, end, .. } = self.marks[index];
        self.governed = false;
        if self.governs(index, act) {
            self.seen_verb = true;
            self.aspect = Some((act, at));
            self.to = false;
            return;
        }
        let near = |other: usize| at.saturating_sub(other) <= NEAR;
        let past = matches!(form, Form::Either | Form::Participle);
        let linked = self.copula.filter(|(_, c)| near(*c));
        let behind = &self.marks[index + 1..];
        // "Status page updated", "Root cause confirmed": notes leave out the auxiliary.
        let elliptic = form == Form::Either
            && self.out.len() == self.first
            && self
                .subject
                .is_some_and(|thing| !is_agent(thing) && !self.subject_governed)
            && behind
                .iter()
                .find(|m| !matches!(m.mark, Mark::Degree(_)))
                .is_none_or(|m| !matches!(m.mark, Mark::Noun(_) | Mark::Figure | Mark::State(_)));
        let wrong = |m: &Placed| {
            matches!(
                m.mark,
                Mark::Noun(Thing::Trouble) | Mark::Not | Mark::State(State::Down)
            )
        };
        // "declared the problem solved": what stands before the participle undergoes it.
        let declared = form == Form::Either
            && index > 0
            && self.out[self.first..]
                .last()
                .is_some_and(|p| matches!(p.head, Head::Verb(Act::Declare | Act::Tell | Act::Say | Act::Probe, _)));
        let undergone = match self.marks.get(index.wrapping_sub(1)).map(|m| (m.mark, m.end)) {
            Some((Mark::Noun(thing), end)) if declared && end == at && !is_agent(thing) => Some(thing),
            _ => None,
        };
        // "a lightning arrester failed": the trouble only names what failed.
        let named = index > 0
            && matches!(self.marks[index - 1].mark, Mark::Noun(Thing::Trouble))
            && self.marks[index - 1].end + 1 == at
            && unknown(self.view, at - 1);
        let undergone = undergone.or(named.then_some(Thing::Service));
        self.out.push(Predicate {
            head: Head::Verb(act, form),
            at,
            subject: undergone.or(self.subject).or(self.carried),
            object: object(self.view, behind, end),
            with: with(behind, end),
            aspect: self.aspect.filter(|(_, a)| near(*a) || self.unable).map(|(act, _)| act),
            passive: past && (linked.is_some() || self.view.says(end, "by")) || elliptic || undergone.is_some() && !named,
            under_way: linked.is_some() && (form == Form::Ing || past && self.view.after_any(at, &["being"])),
            elliptic: elliptic && linked.is_none(),
            fewer: self.view.says_any(end, &["fewer", "less"]),
            none: behind.first().is_some_and(|m| m.mark == Mark::Not && m.at <= end),
            purpose: self.to && form != Form::Ing && linked.is_none() && self.aspect.is_none() && !reached(self.view, at),
            negated: self.negated,
            before: past && (1..=3).any(|back| self.view.says(at.wrapping_sub(back), "had")),
            unable: self.unable,
            opens: at == self.blank.stretch.0,
            present: matches!(form, Form::Third | Form::Base)
                || form == Form::Ing && self.copula.is_some_and(|(present, _)| present)
                || past && linked.is_some_and(|(present, _)| present),
            figure: behind.iter().take(4).any(|m| m.mark == Mark::Figure),
            many: self.many
                || behind.iter().take(4).any(
                    |m| matches!(self.view.kind(m.at), Some(Kind::Number(n)) if m.mark == Mark::Figure && n.whole >= CROWD),
                ),
            known: self.view.says_any(end, &["the", "this", "that"]),
            noticed: self.noticing,
            asked: self.asking,
            errors: behind
                .iter()
                .take_while(|m| !matches!(m.mark, Mark::Verb(..) | Mark::Comma))
                .any(wrong),
            ..self.blank
        });
        self.seen_verb = true;
        self.verb_since_comma = true;
        // "noticed that builds were failing": what follows has a subject of its own.
        let asks = self.view.says_any(end, &["what", "why", "how", "whether"])
            && matches!(
                act,
                Act::Say | Act::Tell | Act::Notice | Act::See | Act::Find | Act::Probe
            );
        if asks || self.view.says(end, "that") {
            self.noticing |= asks;
            let searched = |p: &Predicate| matches!(p.head, Head::Verb(Act::Probe | Act::Try, _));
            let searching = act == Act::Probe || self.out[self.first..].iter().any(searched);
            self.asking |= asks && (self.negated || searching || self.aspect.is_some());
            self.noticing |= matches!(act, Act::Notice | Act::See | Act::Find | Act::Probe);
            self.seen_verb = false;
            self.subject = None;
            self.subject_governed = true;
        }
        self.aspect = None;
        self.negated = false;
        self.unable = false;
        self.to = false;
        self.copula = None;
    }

    /// "began rolling back", "tried to restart", "stopped working": what is governed decides.
    fn governs(&self, index: usize, act: Act) -> bool {
        let Some(next) = self.marks.get(index + 1) else {
            return false;
        };
        match next.mark {
            Mark::To => {
                matches!(act, Act::Begin | Act::Stay | Act::Try | Act::Work | Act::Decide)
                    && self
                        .marks
                        .get(index + 2)
                        .is_some_and(|m| matches!(m.mark, Mark::Verb(..) | Mark::Copula { .. }))
            }
            Mark::Unable => act == Act::Stay,
            Mark::Verb(_, Form::Ing) => {
                next.at <= self.marks[index].end + 1
                    && matches!(act, Act::Begin | Act::Stay | Act::Stop | Act::Try | Act::Finish)
            }
            _ => false,
        }
    }

    fn state(&mut self, at: usize, state: State) {
        let linked = self.copula.is_some_and(|(_, c)| at.saturating_sub(c) < NEAR_STATE) || self.aspect.is_some();
        let verb = self.out[self.first..].last().filter(|p| at - p.at <= NEAR_STATE);
        let lasts = verb.is_some_and(|p| matches!(p.head, Head::Verb(Act::Stay, _)));
        let stayed = verb.is_some_and(|p| {
            matches!(
                p.head,
                Head::Verb(Act::Stay | Act::Work | Act::See | Act::Begin | Act::Lose, _)
            )
        });
        let none = |wanted: fn(&Mark) -> bool| !self.marks.iter().any(|m| wanted(&m.mark));
        let alone = none(|m| matches!(m, Mark::Verb(..))) && none(|m| matches!(m, Mark::Copula { .. }))
            // "had their supply back"
            || self.view.says(at, "back") && !self.verb_since_comma;
        // "notices high memory usage": it belongs to the noun, and the noun to the verb.
        let attributive = (self.seen_verb || self.first_noun.is_some())
            && self
                .marks
                .iter()
                .any(|m| matches!(m.mark, Mark::Noun(_)) && m.at == at + 1);
        if !(linked || stayed || alone) || attributive && self.copula.is_none() {
            return;
        }
        self.out.push(Predicate {
            head: Head::State(state),
            at,
            subject: self.subject.or(self.first_noun).or(self.carried),
            aspect: lasts.then_some(Act::Stay).or(self.aspect.map(|(act, _)| act)),
            negated: self.negated,
            noticed: self.noticing,
            asked: self.asking,
            figure: self.view.says_any(at + 1, &["on", "to", "for"]) && is_counted(self.view, at + 2),
            present: self.copula.is_none_or(|(present, _)| present),
            ..self.blank
        });
        self.negated = false;
        self.copula = None;
    }

    /// What is left over when the words are at an end.
    fn finish(&mut self) {
        let has = |wanted: Mark| self.marks.iter().find(|m| m.mark == wanted).map(|m| m.at);
        if let Some((act, at)) = self.aspect {
            self.out.push(Predicate {
                head: Head::Verb(act, Form::Either),
                at,
                subject: self.subject.or(self.carried),
                negated: self.negated,
                ..self.blank
            });
        }
        // "unable to make payments": whatever it is that cannot be done.
        if let Some(at) = has(Mark::Unable).filter(|_| self.unable) {
            self.out.push(Predicate {
                head: Head::State(State::Down),
                at,
                subject: self.subject,
                ..self.blank
            });
        }
        // "taking cards again": whatever is done again had stopped.
        if let Some(at) = has(Mark::Degree(Degree::Again))
            && has(Mark::Noun(Thing::Trouble)).is_none()
            && self.out.len() == self.first
        {
            self.out.push(Predicate {
                head: Head::State(State::Up),
                at,
                subject: self.subject,
                negated: self.negated,
                ..self.blank
            });
        }
        if self.out.len() == self.first && !self.seen_verb {
            self.nouns();
        }
    }

    /// A line without a verb: its nouns speak for themselves.
    fn nouns(&mut self) {
        let mut leads = true;
        for (index, placed) in self.marks.iter().enumerate() {
            let heads = index + 1 >= self.marks.len() || !self.in_row(index + 1);
            if let Mark::Noun(thing) = placed.mark
                && heads
            {
                let denied = index > 0 && self.marks[index - 1].mark == Mark::Not;
                self.out.push(Predicate {
                    head: Head::Noun(thing),
                    at: placed.at,
                    subject: self.subject,
                    many: self.many,
                    leads,
                    negated: denied || self.negated && thing == Thing::Cause,
                    ..self.blank
                });
                leads = false;
            }
        }
    }
}

/// "six", "40".
fn is_counted(view: &View, at: usize) -> bool {
    view.number(at).is_some() || view.meaning(&view.lexicon.cardinals, at).is_some()
}
