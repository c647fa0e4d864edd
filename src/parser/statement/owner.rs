//! Days that own something: "Monday's outage", "during last night's backup", "Friday's paper".
//!
//! One would get wrong that each dates the clause: a paper is only named by its day, an outage is dated by it and not
//! what was said after it, and what happened during a backup happened on its day.

use std::ops::Range;

use super::Mention;
use crate::article::token::Kind;
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::lexicon::tense::Tense;
use crate::parser::time::view::View;

/// Words between a day and what it owns, and one.
const LONGEST: usize = 6;

/// What puts a happening into what a day owns: what failed "after Friday's release" failed whenever.
const WITHIN: &[&str] = &["during", "in", "at", "throughout", "since", "amid"];

/// Work and gatherings that have their day, beside changes and cases.
const HELD: &[&str] = &[
    "backup",
    "backups",
    "run",
    "processing",
    "window",
    "shift",
    "meeting",
    "call",
    "session",
    "drill",
    "rush",
    "storm",
];

/// What is done to a change on another day than its own: "Tuesday's maintenance was announced on 9 January".
const DONE_BEFORE: &[&str] = &[
    "announced",
    "planned",
    "scheduled",
    "approved",
    "reviewed",
    "tested",
    "booked",
    "agreed",
    "advertised",
    "requested",
];

/// Whether a time only names what it owns: "Friday's pay", "the next day's paper".
pub(super) fn dates_nothing(view: &View, mention: &Mention) -> bool {
    let dates =
        owned_trouble(view, mention).is_some() || is_held_on(view, mention) || is_change_that_did(view, mention);
    is_owner(view, mention) && !dates
}

/// "After Monday's outage, the firm said sorry": what the day dates is the outage, and not what was said.
pub(super) fn brought_in(view: &View, mention: &Mention) -> Option<Range<usize>> {
    let start = mention.tokens.start;
    let led =
        mention.led || view.meaning(&view.lexicon.function_words, start.wrapping_sub(1)) == Some(Function::Preposition);
    let within = view.says_any(start, &["during"]) || is_held_on(view, mention);
    owned_trouble(view, mention)
        .filter(|_| led && !within && !is_agent(view, start))
        .map(|end| start..end)
}

/// "Shops were hit by Monday's outage": what it did, it did on its day.
fn is_agent(view: &View, start: usize) -> bool {
    let auxiliary = |at: usize| view.meaning(&view.lexicon.function_words, at) == Some(Function::Auxiliary);
    // "Were held up by"
    let particle = usize::from(view.says_any(start.wrapping_sub(2), &["up", "down", "out", "off", "back"]));
    let verb = start.checked_sub(2 + particle);
    let Some(verb) = verb.filter(|at| *at >= view.start() && view.says(start - 1, "by")) else {
        return false;
    };
    let passive = (verb.saturating_sub(2)..verb).any(auxiliary);
    view.is_participle(verb) && passive
}

fn is_owner(view: &View, mention: &Mention) -> bool {
    view.says_any(mention.tokens.end, &["'s", "’s"])
}

/// The words of what a day owns, Tuesday's Riverbank Water mega-outage, up to the first that is none of its name.
fn name<'a>(view: &'a View, mention: &Mention) -> impl Iterator<Item = usize> + 'a {
    let at = mention.tokens.end;
    (at + 1..at + 1 + LONGEST)
        .take_while(|i| matches!(view.kind(*i), Some(Kind::Word { .. } | Kind::Symbol('-'))))
        .take_while(|i| view.meaning(&view.lexicon.function_words, *i).is_none())
}

/// The position behind the trouble that a day before it owns: "Monday's outage", "last night's long blackout".
fn owned_trouble(view: &View, mention: &Mention) -> Option<usize> {
    if !is_owner(view, mention) {
        return None;
    }
    // The trouble stands at the end of its name.
    name(view, mention).find_map(|i| {
        let cue = || view.phrase(&view.lexicon.cues, i).map(|(_, next)| next);
        let noun = view.phrase(&view.lexicon.nouns, i);
        noun.filter(|(noun, _)| *noun == Thing::Trouble)
            .map(|(_, next)| next)
            .or_else(cue)
    })
}

/// "Sunday's update left out a file", "it turned out that last night's release had locked the table": what a change did it did
/// on its day.
fn is_change_that_did(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    // "That Sunday" may be read as one.
    let subject = start == view.start() || view.says(start, "that") || view.says(start.wrapping_sub(1), "that");
    let change = |at: &usize| view.noun(*at) == Some(Thing::Change);
    let Some(change) = name(view, mention).filter(change).last().filter(|_| subject) else {
        return false;
    };
    let past = |at: usize| view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past) || view.says(at, "left");
    // "On the file servers" may stand between.
    let stop = |at: &usize| !view.symbol_any(*at, &[',', ';', '.', '(']);
    let told = || (change + 1..(change + 1 + LONGEST).min(view.end())).take_while(stop);
    let before = |at: usize| view.says_any(at, DONE_BEFORE) && view.says_any(at - 1, &["was", "were", "been"]);
    !told().any(before) && told().any(|at| past(at) || view.is_free_word(at) && view.text(at).ends_with("ed"))
}

/// "During last night's backup", "in Monday's deployment": what happened in work that a day owns happened on it.
fn is_held_on(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let within = view.says_any(start, WITHIN) || view.says_any(start.wrapping_sub(1), WITHIN);
    let held = |i: usize| matches!(view.noun(i), Some(Thing::Change | Thing::Incident)) || view.says_any(i, HELD);
    is_owner(view, mention) && within && name(view, mention).any(held)
}
