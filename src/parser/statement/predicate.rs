//! A stretch of words → its predicates: what is done or is so, to what, and how far.
//!
//! One would get wrong that a sentence is one stretch: a clause that hangs on another says less than the one it hangs
//! on, and "an upgrade that had begun" has the upgrade for its subject, whatever the sentence is about.

use std::ops::Range;

use super::clause;
use super::mark::is_word;
use super::stretch;
use crate::article::token::Gap;
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::{Cue, State};
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
    /// What stands beside that behind a preposition: "restored from a backup", "a case with the vendor".
    pub with: Option<Thing>,
    /// The verb that governs it: begun, tried, stopped, kept.
    pub aspect: Option<Act>,
    /// Whether the subject undergoes it.
    pub passive: bool,
    /// Whether it is told as going on just then: "was being restored", "were coming back".
    pub under_way: bool,
    /// Whether that is only understood, the auxiliary being left out: "status page updated".
    pub elliptic: bool,
    /// Whether what it is done to has been spoken of: "caused the outage", not "caused an outage".
    pub known: bool,
    /// Whether there is less of what it is done to: "see fewer errors".
    pub fewer: bool,
    /// Whether what it is done to is denied: "showed no errors".
    pub none: bool,
    /// Whether it stands as an infinitive, for an end: "to restore service".
    pub purpose: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it had been done before what is told: "had replaced".
    pub before: bool,
    /// Whether somebody is unable to.
    pub unable: bool,
    /// Whether it opens its stretch, nothing governing it.
    pub leads: bool,
    /// Whether it is the first word of its stretch.
    pub opens: bool,
    /// Whether it is told in the present.
    pub present: bool,
    /// Whether a figure follows.
    pub figure: bool,
    /// Whether a large figure stands before it: "60,000 people".
    pub many: bool,
    /// Whether it is what is not known or still asked: "had yet to say what caused it".
    pub asked: bool,
    /// Whether it is what somebody notices, finds or shows: "noticed that builds were failing".
    pub noticed: bool,
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
                // "noticed that builds were queued and did not finish".
                let first = out.len();
                let goes_on = start > range.start
                    && view.says_any(start - 1, &["and", "or"])
                    && out.last().is_some_and(|p: &Predicate| p.noticed);
                let (subject, last) = stretch::read(view, start..at, skip, hangs, carried, &mut out);
                for predicate in &mut out[first..] {
                    predicate.noticed |= goes_on;
                }
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

/// Whether a token parts stretches: a stop, or a word that opens a clause.
fn parts(view: &View, at: usize, first: usize) -> bool {
    if joins_nouns(view, at, first) {
        return false;
    }
    (at > first || opens_hanging(view, at)) && clause::strength(view, at).is_some_and(|s| s >= 3)
        || at > first && (relative(view, at) || view.token(at).is_some_and(|t| t.gap >= Gap::Paragraph))
}

/// "Email for most faculty and staff was restored": nothing has been told yet, so that "and" joins what it is told of.
fn joins_nouns(view: &View, at: usize, first: usize) -> bool {
    let noun = |at: usize| view.noun(at).is_some();
    let silent = |at: usize| {
        (noun(at) || view.phrase(&view.lexicon.verbs, at).is_none())
            && view.meaning(&view.lexicon.function_words, at) != Some(Function::Auxiliary)
            && !view.symbol_any(at, &['.', ';', ':', ','])
    };
    view.says(at, "and") && noun(at + 1) && (first..at).all(silent)
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
    // "of the following services" lists them.
    let lists = view.meaning(&view.lexicon.function_words, at.wrapping_sub(1)) == Some(Function::Determiner);
    view.says(at, "following") && !lists
        || view.says_any(
            at,
            &[
                "when", "while", "after", "before", "until", "because", "which", "although", "though", "whereas",
                "since", "if", "as", "where", "once", "despite",
            ],
        )
}
