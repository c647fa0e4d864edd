//! A stretch of words → its predicates: what is done or is so, to what, and how far.
//!
//! One would get wrong that a word is a verb or a noun by itself: "reports fell", "users report", "the fix",
//! "fix it"; what stands beside it tells. And what is begun, tried or failed at is one predicate with what it governs.

use std::ops::Range;

use super::clause;
use crate::article::token::{Case, Gap, Kind};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::{Cue, Degree, Modal, State};
use crate::lexicon::prose::Function;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// What the centre of a predicate is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// A verb.
    Verb(Act, Form),
    /// A state behind "is", or alone.
    State(State),
    /// A noun in a stretch without a verb.
    Noun(Thing),
    /// A turn of phrase.
    Cue(Cue),
}

/// One predicate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Predicate {
    /// Its centre.
    pub head: Head,
    /// Where that stands.
    pub at: usize,
    /// What is spoken of, before it.
    pub subject: Option<Thing>,
    /// What it is done to, behind it.
    pub object: Option<Thing>,
    /// The verb that governs it: begun, tried, stopped, kept.
    pub aspect: Option<Act>,
    /// Whether the subject undergoes it.
    pub passive: bool,
    /// Whether it stands as an infinitive, for an end: "to restore service".
    pub purpose: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether somebody is unable to.
    pub unable: bool,
    /// Whether it lies ahead.
    pub ahead: bool,
    /// Whether it opens its stretch, nothing governing it.
    pub leads: bool,
    /// Whether it is told in the present.
    pub present: bool,
    /// Whether a figure follows.
    pub figure: bool,
    /// All, fully.
    pub whole: bool,
    /// Some, gradually.
    pub part: bool,
    /// Still.
    pub still: bool,
    /// Again.
    pub again: bool,
    /// Also.
    pub also: bool,
    /// Whether something wrong is named behind it.
    pub errors: bool,
    /// The words around it that stand together.
    pub stretch: (usize, usize),
    /// Whether its stretch is a clause that hangs on another: "after …", "when …".
    pub hangs: bool,
}

/// What a word is read as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Verb(Act, Form),
    Noun(Thing),
    State(State),
    Degree(Degree),
    Copula { present: bool },
    Not,
    Unable,
    Ahead,
    To,
    Preposition,
    Comma,
    Figure,
    Cue(Cue),
}

/// The predicates of a stretch, the words of `skip` left out.
pub fn predicates(view: &View, range: &Range<usize>, skip: &Range<usize>) -> Vec<Predicate> {
    let mut out = Vec::new();
    let mut carried = None;
    let mut last_noun = None;
    let mut start = range.start;
    let mut at = range.start;
    let mut hangs = false;
    while at <= range.end {
        // A clause that hangs in front of the main one ends at its comma.
        let seam = at < range.end
            && !skip.contains(&at)
            && (parts(view, at, range.start)
                || hangs && view.symbol(at, ',') && at > start + 1 && at >= skip.end.min(at));
        if seam || at == range.end {
            if start < at {
                let (subject, last) = stretch(view, start..at, skip, hangs, carried, &mut out);
                carried = subject.or(carried);
                last_noun = last;
            }
            // "an upgrade that had begun": the upgrade began, whatever the sentence is about.
            if at < range.end && (relative(view, at) || view.says(at, "which")) {
                carried = last_noun.or(carried);
            }
            if at < range.end && view.symbol(at, ',') && hangs {
                hangs = opens_hanging(view, at + 1);
            } else if at < range.end {
                hangs =
                    relative(view, at) || opens_hanging(view, at) || opens_hanging(view, at + 1) && !is_word(view, at);
            }
            start = if is_word(view, at) { at } else { at + 1 };
            if is_word(view, at) {
                start = at + 1;
            }
        }
        at += 1;
    }
    out
}

fn is_word(view: &View, at: usize) -> bool {
    matches!(view.kind(at), Some(Kind::Word { .. }))
}

/// Whether a token parts stretches: a stop, or a word that opens a clause.
fn parts(view: &View, at: usize, first: usize) -> bool {
    (at > first || opens_hanging(view, at)) && clause::strength(view, at).is_some_and(|s| s >= 3)
        || at > first && (relative(view, at) || view.token(at).is_some_and(|t| t.gap >= Gap::Paragraph))
}

/// "an upgrade that had begun": "that" with a verb behind it.
fn relative(view: &View, at: usize) -> bool {
    view.says_any(at, &["that", "who"])
        && (view.meaning(&view.lexicon.function_words, at + 1) == Some(Function::Auxiliary)
            || matches!(view.phrase(&view.lexicon.verbs, at + 1), Some(((_, form), _)) if form != Form::Base))
        && view
            .before(at)
            .is_some_and(|b| is_word(view, b) && view.phrase(&view.lexicon.speech, b).is_none())
}

/// Words that open a clause which hangs on another.
fn opens_hanging(view: &View, at: usize) -> bool {
    view.says_any(
        at,
        &[
            "when",
            "while",
            "after",
            "before",
            "until",
            "because",
            "which",
            "although",
            "though",
            "whereas",
            "since",
            "if",
            "as",
            "where",
            "once",
            "following",
            "despite",
        ],
    )
}

struct Stretch {
    marks: Vec<(usize, Mark)>,
}

/// Reads one stretch; gives back its subject, for a stretch that has none of its own, and its last noun, for a clause
/// that hangs on it.
fn stretch(
    view: &View,
    range: Range<usize>,
    skip: &Range<usize>,
    hangs: bool,
    carried: Option<Thing>,
    out: &mut Vec<Predicate>,
) -> (Option<Thing>, Option<Thing>) {
    let marks = Stretch::of(view, &range, skip).marks;
    let degree = |wanted| marks.iter().any(|(_, m)| *m == Mark::Degree(wanted));
    let blank = Predicate {
        head: Head::Noun(Thing::Service),
        at: range.start,
        subject: None,
        object: None,
        aspect: None,
        passive: false,
        purpose: false,
        negated: false,
        unable: false,
        ahead: false,
        leads: false,
        present: false,
        figure: false,
        whole: degree(Degree::Whole),
        part: degree(Degree::Part),
        still: degree(Degree::Still),
        again: degree(Degree::Again),
        also: degree(Degree::Also),
        errors: false,
        stretch: (range.start, range.end),
        hangs,
    };
    let any_verb = marks.iter().any(|(_, m)| matches!(m, Mark::Verb(..)));
    let any_copula = marks.iter().any(|(_, m)| matches!(m, Mark::Copula { .. }));
    let mut subject = None;
    let (mut governed, mut row_governed) = (false, false);
    let mut subject_governed = true;
    let mut aspect: Option<(Act, usize)> = None;
    let (mut negated, mut unable, mut ahead, mut to) = (false, false, false, false);
    let mut copula: Option<(bool, usize)> = None;
    let mut last_verb: Option<usize> = None;
    let mut seen_verb = false;
    let mut verb_since_comma = false;
    let mut first_noun: Option<Thing> = None;
    for (index, (at, mark)) in marks.iter().enumerate() {
        let at = *at;
        match *mark {
            Mark::Noun(thing) => {
                // The last of a row of nouns is its head: "network failure"; a remedy stays one: "fix deployment".
                let row = index > 0 && marks[index - 1].0 + 1 == at && matches!(marks[index - 1].1, Mark::Noun(_));
                let remedy = row && subject == Some(Thing::Fix);
                governed = if row { row_governed } else { governed };
                row_governed = governed;
                if !remedy && (row || first_noun.is_none()) {
                    first_noun = Some(thing);
                }
                if (!seen_verb || to) && !remedy && (subject.is_none() || !governed || subject_governed) {
                    subject = Some(thing);
                    subject_governed = governed;
                }
                governed = false;
            }
            Mark::Preposition => governed = true,
            Mark::Comma => {
                governed = false;
                negated = false;
                unable = false;
                verb_since_comma = false;
                if !seen_verb && subject_governed {
                    subject = None;
                }
            }
            Mark::To => to = true,
            Mark::Not => negated = true,
            Mark::Unable => {
                negated = true;
                unable = true;
            }
            Mark::Ahead => ahead = true,
            Mark::Copula { present } => copula = Some((present, at)),
            Mark::Verb(act, form) => {
                governed = false;
                let near = |other: usize| at.saturating_sub(other) <= 4;
                // "began rolling back", "failed to load", "stopped working": what is governed decides.
                let governs = matches!(
                    act,
                    Act::Begin | Act::Stay | Act::Stop | Act::Try | Act::Finish | Act::Work | Act::Find | Act::See
                ) && marks.get(index + 1).is_some_and(|(next_at, next)| match next {
                    Mark::To => {
                        matches!(act, Act::Begin | Act::Stay | Act::Try | Act::Work)
                            && marks
                                .get(index + 2)
                                .is_some_and(|(_, m)| matches!(m, Mark::Verb(_, Form::Base) | Mark::Copula { .. }))
                    }
                    Mark::Unable => act == Act::Stay,
                    Mark::Verb(_, Form::Ing) => {
                        *next_at <= at + 2 && matches!(act, Act::Begin | Act::Stay | Act::Stop | Act::Try | Act::Finish)
                    }
                    _ => false,
                });
                let present = matches!(form, Form::Third | Form::Base)
                    || form == Form::Ing && copula.is_some_and(|(present, _)| present)
                    || matches!(form, Form::Either | Form::Participle) && copula.is_some_and(|(p, c)| p && near(c));
                let passive = matches!(form, Form::Either | Form::Participle) && copula.is_some_and(|(_, c)| near(c));
                if governs {
                    aspect = Some((act, at));
                    seen_verb = true;
                    to = false;
                    continue;
                }
                let object = object(&marks[index + 1..], verb_end(view, at));
                out.push(Predicate {
                    head: Head::Verb(act, form),
                    at,
                    subject: subject.or(carried),
                    object,
                    aspect: aspect.filter(|(_, a)| near(*a) || unable).map(|(act, _)| act),
                    passive,
                    purpose: to && form == Form::Base && aspect.is_none() && !reached(view, at),
                    negated,
                    unable,
                    ahead,
                    present,
                    figure: marks[index + 1..].iter().take(4).any(|(_, m)| *m == Mark::Figure),
                    errors: marks[index + 1..]
                        .iter()
                        .take_while(|(_, m)| !matches!(m, Mark::Verb(..) | Mark::Comma))
                        .any(|(_, m)| matches!(m, Mark::Noun(Thing::Trouble) | Mark::Not | Mark::State(State::Down))),
                    ..blank
                });
                last_verb = Some(at);
                seen_verb = true;
                verb_since_comma = true;
                aspect = None;
                negated = false;
                unable = false;
                to = false;
                ahead = false;
                copula = None;
            }
            Mark::State(state) => {
                let linked = copula.is_some_and(|(_, c)| at.saturating_sub(c) <= 5) || aspect.is_some();
                let stayed = out.last().is_some_and(|p| {
                    Some(p.at) == last_verb
                        && matches!(
                            p.head,
                            Head::Verb(Act::Stay | Act::Work | Act::See | Act::Begin | Act::Lose, _)
                        )
                        && at.saturating_sub(p.at) <= 6
                });
                // "had their supply back"
                let alone = !any_verb && !any_copula || view.says(at, "back") && !verb_since_comma;
                if linked || stayed || alone {
                    let stay = stayed
                        .then_some(Act::Stay)
                        .filter(|_| out.last().is_some_and(|p| matches!(p.head, Head::Verb(Act::Stay, _))));
                    out.push(Predicate {
                        head: Head::State(state),
                        at,
                        subject: subject.or(first_noun).or(carried),
                        aspect: stay.or(aspect.map(|(act, _)| act)),
                        negated,
                        ahead,
                        present: copula.is_none_or(|(present, _)| present),
                        ..blank
                    });
                    negated = false;
                    copula = None;
                }
            }
            Mark::Cue(cue) => out.push(Predicate {
                head: Head::Cue(cue),
                at,
                subject: subject.or(carried),
                negated,
                ahead,
                purpose: to,
                ..blank
            }),
            Mark::Degree(_) | Mark::Figure => {}
        }
    }
    if let Some((act, at)) = aspect {
        out.push(Predicate {
            head: Head::Verb(act, Form::Either),
            at,
            subject: subject.or(carried),
            negated,
            ahead,
            ..blank
        });
    }
    // "unable to make payments": whatever it is that cannot be done.
    if unable {
        out.push(Predicate {
            head: Head::State(State::Down),
            at: marks
                .iter()
                .find(|(_, m)| *m == Mark::Unable)
                .map_or(range.start, |(at, _)| *at),
            subject,
            ahead,
            ..blank
        });
    }
    // "taking cards again": whatever is done again had stopped.
    let before = out.len();
    if let Some((at, _)) = marks.iter().find(|(_, m)| *m == Mark::Degree(Degree::Again))
        && !marks.iter().any(|(_, m)| *m == Mark::Noun(Thing::Trouble))
        && !out
            .iter()
            .any(|p| p.at >= range.start && !matches!(p.head, Head::Cue(_)))
    {
        out.push(Predicate {
            head: Head::State(State::Up),
            at: *at,
            subject,
            negated,
            ahead,
            ..blank
        });
    }
    if !any_verb && out.len() == before {
        let mut leads = true;
        for (index, (at, mark)) in marks.iter().enumerate() {
            let row = matches!(marks.get(index + 1), Some((next, Mark::Noun(_))) if *next == at + 1);
            if let Mark::Noun(thing) = mark
                && !row
            {
                out.push(Predicate {
                    head: Head::Noun(*thing),
                    at: *at,
                    subject,
                    leads,
                    negated: index > 0 && marks[index - 1].1 == Mark::Not || negated && *thing == Thing::Cause,
                    ahead,
                    ..blank
                });
                leads = false;
            }
        }
    }
    let last = marks.iter().rev().find_map(|(_, m)| match m {
        Mark::Noun(thing) => Some(*thing),
        _ => None,
    });
    (subject, last)
}

/// "the first to reconnect", "able to log in": an infinitive that has come about.
fn reached(view: &View, at: usize) -> bool {
    at >= 2
        && view.says_any(
            at - 2,
            &["first", "last", "next", "able", "managed", "happened", "came", "began"],
        )
}

fn verb_end(view: &View, at: usize) -> usize {
    view.phrase(&view.lexicon.verbs, at).map_or(at + 1, |(_, end)| end)
}

/// The first noun behind a verb, the last of its row.
fn object(marks: &[(usize, Mark)], behind: usize) -> Option<Thing> {
    let mut found: Option<(usize, Thing)> = None;
    for (at, mark) in marks {
        match (mark, found) {
            (Mark::Noun(thing), None) => found = Some((*at, *thing)),
            (Mark::Noun(thing), Some((before, kept))) if *at == before + 1 => {
                found = Some((*at, if kept == Thing::Fix { kept } else { *thing }));
            }
            // "export the tables without downtime": what a preposition governs is no object of a verb that has its own.
            (Mark::Preposition, None) if *at > behind + 1 => break,
            (Mark::Cue(_) | Mark::Degree(_) | Mark::Figure | Mark::Preposition | Mark::State(_), None) => {}
            (_, Some(_)) => break,
            _ => break,
        }
    }
    found.map(|(_, thing)| thing)
}

impl Stretch {
    fn of(view: &View, range: &Range<usize>, skip: &Range<usize>) -> Self {
        let mut marks = Vec::with_capacity(range.len());
        let mut at = range.start;
        let mut cue_end = 0;
        while at < range.end {
            if skip.contains(&at) {
                at = skip.end;
                continue;
            }
            match view.kind(at) {
                Some(Kind::Number(number)) => {
                    // "HTTP 503", "error 500", "403 Forbidden"
                    let code = (400..600).contains(&number.whole)
                        && (view.says_any(at.wrapping_sub(1), &["http", "error", "status", "code", "a", "with"])
                            || view.says_any(at + 1, &["error", "errors", "response", "responses", "forbidden"]));
                    marks.push((at, if code { Mark::Noun(Thing::Trouble) } else { Mark::Figure }));
                }
                Some(Kind::Symbol(',' | '(' | ')')) => marks.push((at, Mark::Comma)),
                _ => {}
            }
            if !is_word(view, at) {
                at += 1;
                continue;
            }
            if at >= cue_end
                && let Some((cue, next)) = view.phrase(&view.lexicon.cues, at)
                && next <= range.end
                && !(view.says(at, "due") && view.phrase(&view.lexicon.verbs, next).is_some())
                && !(at..next).any(|i| skip.contains(&i))
            {
                marks.push((at, Mark::Cue(cue)));
                cue_end = next;
            }
            at = one(view, at, range, &mut marks).max(at + 1);
        }
        Self { marks }
    }
}

/// Reads one word or phrase; gives the position behind it.
fn one(view: &View, at: usize, range: &Range<usize>, marks: &mut Vec<(usize, Mark)>) -> usize {
    let lexicon = view.lexicon;
    if view.says(at, "to") {
        marks.push((at, Mark::To));
        marks.push((at, Mark::Preposition));
        let verb_follows = matches!(view.phrase(&lexicon.verbs, at + 1), Some(((_, Form::Base), _)))
            || view.says_any(at + 1, &["be", "not", "fully", "gradually", "slowly"]);
        if verb_follows {
            marks.pop();
        } else {
            marks.remove(marks.len() - 2);
        }
        return at + 1;
    }
    let verb = view.phrase(&lexicon.verbs, at);
    let noun = view.phrase(&lexicon.nouns, at);
    match view.phrase(&lexicon.modals, at) {
        Some((Modal::Not, next)) if verb.is_none_or(|(_, end)| end <= next) => {
            marks.push((at, Mark::Not));
            return next;
        }
        Some((Modal::Unable, next)) if verb.is_none_or(|(_, end)| end <= next) => {
            marks.push((at, Mark::Unable));
            return next;
        }
        // What is "due to" something does not lie ahead, and "planned work" is work.
        Some((Modal::Ahead | Modal::Planned, next))
            if verb.is_none_or(|(_, end)| end <= next) && !attributive(view, at, next) =>
        {
            marks.push((at, Mark::Ahead));
            return next;
        }
        _ => {}
    }
    match (verb, noun) {
        (Some((meaning, end)), Some((thing, noun_end))) => {
            if noun_end > end || (noun_end == end && is_noun(view, at, end, meaning.1, range)) {
                marks.push((at, Mark::Noun(thing)));
                noun_end
            } else {
                marks.push((at, Mark::Verb(meaning.0, meaning.1)));
                end
            }
        }
        (Some(((act, form), end)), None) => {
            let state = view.phrase(&lexicon.states, at);
            if let Some((state, next)) = state
                && next >= end
                && (marks.last().is_some_and(|(_, m)| matches!(m, Mark::Copula { .. }))
                    && matches!(act, Act::Work | Act::Fall | Act::Lose))
            {
                marks.push((at, Mark::State(state)));
                return next;
            }
            if matches!(form, Form::Either | Form::Participle | Form::Ing) && attributive(view, at, end) {
                return end;
            }
            let row = form == Form::Base
                && marks
                    .last()
                    .is_some_and(|(last, m)| *last + 1 == at && matches!(m, Mark::Noun(_)))
                && !view.text(at - 1).ends_with('s')
                && view.meaning(&lexicon.function_words, at - 1).is_none();
            if matches!(form, Form::Base | Form::Third) && (row || stands_as_noun(view, at)) {
                return end;
            }
            marks.push((at, Mark::Verb(act, form)));
            end
        }
        (None, Some((thing, end))) => {
            if let Some((degree, _)) = view.phrase(&lexicon.degrees, at) {
                marks.push((at, Mark::Degree(degree)));
            }
            marks.push((at, Mark::Noun(thing)));
            end
        }
        (None, None) => {
            if let Some((degree, next)) = view.phrase(&lexicon.degrees, at) {
                marks.push((at, Mark::Degree(degree)));
                return next;
            }
            if view.says_any(at, &["is", "are", "'s", "'re", "am", "'m", "remains", "seems", "looks"]) {
                marks.push((at, Mark::Copula { present: true }));
                return at + 1;
            }
            if view.says_any(
                at,
                &[
                    "was", "were", "be", "been", "being", "became", "got", "seemed", "looked", "proved", "left",
                ],
            ) {
                marks.push((at, Mark::Copula { present: false }));
                return at + 1;
            }
            if let Some((state, next)) = view.phrase(&lexicon.states, at) {
                // "over" and "past" are states only where nothing follows them.
                let counts = !view.says_any(at, &["over", "past", "out", "up", "down"])
                    || !is_word(view, next)
                    || view.meaning(&lexicon.function_words, next).is_some()
                    || copula_before(marks);
                if counts
                    && !(view.says_any(at, &["over", "past"])
                        && is_word(view, next)
                        && !view.says_any(next, &["at", "by", "now"]))
                {
                    marks.push((at, Mark::State(state)));
                    return next;
                }
            }
            if view.meaning(&lexicon.function_words, at) == Some(Function::Preposition) {
                marks.push((at, Mark::Preposition));
            }
            at + 1
        }
    }
}

fn copula_before(marks: &[(usize, Mark)]) -> bool {
    matches!(marks.last(), Some((_, Mark::Copula { .. } | Mark::Degree(_))))
}

/// Whether a word that no table has as a noun is one here: "the stop", "in contact", "a minor bump".
fn stands_as_noun(view: &View, at: usize) -> bool {
    let opens = |i: usize| {
        view.says_any(
            i,
            &[
                "the", "a", "an", "its", "their", "our", "his", "her", "my", "your", "this", "no", "another", "every",
                "of", "in", "on", "at", "by", "for", "with", "from", "into", "during", "under", "without", "'s",
            ],
        )
    };
    let Some(before) = view.before(at) else { return false };
    if opens(before) {
        return true;
    }
    let plain = is_word(view, before)
        && view.word(before) == crate::lexicon::WordId::UNKNOWN
        && view.case(before) == Some(Case::Lower)
        && !view.text(before).ends_with("ly")
        && !view.text(before).ends_with('s');
    plain && view.before(before).is_some_and(opens)
}

/// Whether a participle stands before its noun: "the affected customers", "delayed deposits".
fn attributive(view: &View, at: usize, end: usize) -> bool {
    let led = view.before(at).is_none_or(|b| {
        matches!(
            view.meaning(&view.lexicon.function_words, b),
            Some(Function::Determiner | Function::Preposition)
        ) || matches!(view.kind(b), Some(Kind::Number(_)))
    });
    led && view.phrase(&view.lexicon.nouns, end).is_some()
        && !view.says_any(end, &["we", "all", "everything", "everyone", "many", "nobody"])
}

/// Whether a word that may be either is a noun here.
fn is_noun(view: &View, at: usize, end: usize, form: Form, range: &Range<usize>) -> bool {
    if matches!(form, Form::Past) {
        return false;
    }
    let function = |i: usize| view.meaning(&view.lexicon.function_words, i);
    let before = view.before(at).filter(|b| *b >= range.start || *b >= view.start());
    let verb_next = view
        .phrase(&view.lexicon.verbs, end)
        .is_some_and(|((_, f), _)| !matches!(f, Form::Base) || view.phrase(&view.lexicon.nouns, end).is_none())
        || function(end) == Some(Function::Auxiliary);
    let of_next = view.says_any(end, &["of", "for", "from", "in", "on", "at", "by", "to", "with"]);
    let noun_phrase_next = matches!(function(end), Some(Function::Determiner | Function::Pronoun))
        || matches!(view.kind(end), Some(Kind::Number(_)));
    match before {
        Some(b)
            if view.says_any(
                b,
                &[
                    "to", "not", "'t", "will", "would", "could", "can", "should", "did", "do", "does", "may", "might",
                    "must", "'ll",
                ],
            ) =>
        {
            form != Form::Base
        }
        Some(b) if matches!(function(b), Some(Function::Pronoun)) => false,
        Some(b)
            if matches!(
                function(b),
                Some(Function::Determiner | Function::Preposition | Function::Auxiliary)
            ) || view.says(b, "'s")
                || matches!(view.kind(b), Some(Kind::Number(_))) =>
        {
            // "was fixed" is no noun; "the fix", "a report", "of reports" are.
            !matches!(form, Form::Either | Form::Participle | Form::Ing)
                || function(b) == Some(Function::Determiner)
                || function(b) == Some(Function::Preposition) && form == Form::Either
        }
        Some(b) if matches!(view.kind(b), Some(Kind::Code)) && form == Form::Third => false,
        // "the cluster crashes", "the node restarts", but "user reports", "error alerts".
        Some(b)
            if form == Form::Third
                && !verb_next
                && !view.text(b).ends_with('s')
                && matches!(
                    view.meaning(&view.lexicon.nouns, b),
                    Some(Thing::Service | Thing::Capacity | Thing::Change)
                )
                && !matches!(view.phrase(&view.lexicon.nouns, at), Some((Thing::Report, _))) =>
        {
            false
        }
        Some(_) | None if verb_next => true,
        Some(b) if is_word(view, b) && (noun_phrase_next || form == Form::Ing) && form != Form::Base => false,
        Some(b) if is_word(view, b) && view.phrase(&view.lexicon.nouns, b).is_some() && noun_phrase_next => false,
        Some(b) if is_word(view, b) && view.phrase(&view.lexicon.verbs, b).is_some() => true,
        _ if matches!(form, Form::Either | Form::Participle) => {
            // "cut", "hit", "set": past where something follows them.
            !noun_phrase_next
        }
        _ if form == Form::Base => {
            of_next || !noun_phrase_next && end >= range.end || !noun_phrase_next && !starts(view, at, range)
        }
        _ => !noun_phrase_next,
    }
}

/// Whether the word opens its stretch.
fn starts(view: &View, at: usize, range: &Range<usize>) -> bool {
    (range.start..at).all(|i| !is_word(view, i))
}
