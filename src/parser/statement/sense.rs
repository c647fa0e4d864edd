//! Verb, noun or adjective: what a word is where it stands.
//!
//! One would get wrong to ask a dictionary: "the cut", "a fire cut power" and "cut off" are three things, "the last
//! affected customers" are neither what lasts nor what affects, and "rolled the change back" is one verb in two places.

use std::ops::Range;

use super::mark::is_word;
use crate::article::token::{Case, Kind};
use crate::lexicon::inflection::Form;
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// "rolled the change back", "took the site down": a verb and its particle around what it is done to.
pub(super) fn split_verb(view: &View, at: usize, range: &Range<usize>) -> Option<((Act, Form), usize)> {
    let first = view.word(at);
    if !view.lexicon.verbs.begins(first) {
        return None;
    }
    let determined = view.meaning(&view.lexicon.function_words, at + 1) == Some(Function::Determiner)
        || view.says_any(
            at + 1,
            &[
                "it",
                "them",
                "everything",
                "us",
                "customers",
                "users",
                "service",
                "services",
                "power",
            ],
        );
    if !determined {
        return None;
    }
    let goes_on = |i: &usize| {
        is_word(view, *i) && (view.says_any(*i, PARTICLES) || view.meaning(&view.lexicon.function_words, *i).is_none())
    };
    let particle = (at + 2..range.end.min(at + 6))
        .take_while(goes_on)
        .find(|i| view.says_any(*i, PARTICLES))?;
    // "took the node out of the pool" before "took the site out".
    let (meaning, rest) = view.lexicon.verbs.phrase(first, |nth| view.word(particle + nth))?;
    (rest > 0).then_some((meaning, at + 1))
}

/// What may stand apart from its verb.
const PARTICLES: &[&str] = &[
    "down", "out", "off", "back", "up", "over", "offline", "online", "away", "through",
];

/// Whether a verb behind "to" is an infinitive: "to come back" and "to shut down" are spelt like participles, while
/// "due to failed nodes" is none.
pub(super) fn infinitive(view: &View, at: usize) -> bool {
    match view.phrase(&view.lexicon.verbs, at) {
        Some(((_, Form::Base), _)) => true,
        Some(((_, Form::Participle | Form::Either), _)) => {
            let cause = ["due", "owing", "thanks", "response", "according", "down", "back"];
            let adjective = view.text(at).ends_with("ed") || view.text(at).ends_with('n');
            !adjective && (at < 2 || !view.says_any(at - 2, &cause))
        }
        _ => false,
    }
}

/// Whether the bare form of a verb can stand here: behind "to", "will", "we", a plural, or in front of all.
pub(super) fn base_fits(view: &View, at: usize, range: &Range<usize>) -> bool {
    if starts(view, at, range) {
        return true;
    }
    let Some(mut before) = view.before(at) else { return true };
    while before > view.start() && is_word(view, before) && view.text(before).ends_with("ly") {
        before -= 1;
    }
    if !is_word(view, before) {
        return !matches!(view.kind(before), Some(Kind::Symbol('-' | '\'' | '/' | '_')));
    }
    let text = view.text(before);
    let plural = text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("'s") && !text.ends_with("’s");
    plural
        || view.says_any(
            before,
            &[
                "to", "not", "'t", "'ll", "will", "would", "could", "can", "should", "did", "do", "does", "may",
                "might", "must", "then", "and", "or", "but", "never", "still", "also", "people", "police", "staff",
                "many", "some", "all", "both", "who", "that", "which", "please", "now", "first", "let", "again",
                "data",
            ],
        )
        || view.meaning(&view.lexicon.function_words, before) == Some(Function::Pronoun)
}

/// Whether a word that no table has as a noun is one here: "the stop", "in contact", "a minor bump".
pub(super) fn stands_as_noun(view: &View, at: usize) -> bool {
    let opens = |i: usize| {
        view.says_any(
            i,
            &[
                "the", "a", "an", "its", "their", "our", "his", "her", "my", "your", "this", "no", "another", "every",
                "of", "in", "on", "at", "by", "for", "with", "from", "into", "during", "under", "without", "'s", "to",
                "about", "all",
            ],
        )
    };
    let Some(before) = view.before(at) else { return false };
    if opens(before) {
        return true;
    }
    // "the long-running queries".
    if before >= 2
        && view.symbol(before - 1, '-')
        && view.touches(before)
        && (view.text(before).ends_with("ing") || view.text(before).ends_with("ed"))
    {
        return true;
    }
    let plain = unknown(view, before) && !view.text(before).ends_with('s');
    plain && view.before(before).is_some_and(opens)
}

/// A plain word that no table knows.
pub(super) fn unknown(view: &View, at: usize) -> bool {
    is_word(view, at)
        && view.word(at) == crate::lexicon::WordId::UNKNOWN
        && view.case(at) == Some(Case::Lower)
        && !view.text(at).ends_with("ly")
}

/// Whether a participle stands before its noun: "the affected customers", "delayed deposits".
pub(super) fn attributive(view: &View, at: usize, end: usize) -> bool {
    let led = view.before(at).is_none_or(|b| {
        matches!(
            view.meaning(&view.lexicon.function_words, b),
            Some(Function::Determiner | Function::Preposition)
        ) || matches!(view.kind(b), Some(Kind::Number(_)))
    });
    // "the damaged transformer", "the last affected cluster": whatever the noun is.
    let determined = |i: usize| {
        matches!(
            view.meaning(&view.lexicon.function_words, i),
            Some(Function::Determiner)
        ) && !view.says_any(i, &["that", "this", "those", "these", "all", "any"])
    };
    let adjective =
        |i: usize| view.phrase(&view.lexicon.degrees, i).is_some() || view.phrase(&view.lexicon.pickers, i).is_some();
    let plural = view.text(end).ends_with('s') && view.says_any(at.wrapping_sub(1), &["all", "any"]);
    let inside = view
        .before(at)
        .is_some_and(|b| plural || determined(b) || adjective(b) && view.before(b).is_some_and(determined));
    let followed = is_word(view, end)
        && view.meaning(&view.lexicon.function_words, end).is_none()
        && view.phrase(&view.lexicon.states, end).is_none();
    if inside && followed {
        return true;
    }
    led && view.noun(end).is_some() && !view.says_any(end, &["we", "all", "everything", "everyone", "many", "nobody"])
}

/// Whether a word that may be either is a noun here.
pub(super) fn is_noun(view: &View, at: usize, end: usize, form: Form, range: &Range<usize>) -> bool {
    if matches!(form, Form::Past) {
        return false;
    }
    let function = |i: usize| view.meaning(&view.lexicon.function_words, i);
    let before = view.before(at).filter(|b| *b >= range.start || *b >= view.start());
    let verb_next = view
        .phrase(&view.lexicon.verbs, end)
        .is_some_and(|((_, f), _)| !matches!(f, Form::Base) || view.noun(end).is_none())
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
        // "engineers revert site changes", "customers report errors": people in the plural do, they are no row of nouns.
        Some(b)
            if form == Form::Base
                && !verb_next
                && !of_next
                && view.text(b).ends_with('s')
                && matches!(
                    view.phrase(&view.lexicon.nouns, b),
                    Some((Thing::Operator | Thing::People, next)) if next == at
                ) =>
        {
            false
        }
        // "downloads work".
        Some(b)
            if view.says_any(at, &["work", "load"])
                && !verb_next
                && !of_next
                && view.text(b).ends_with('s')
                && matches!(view.phrase(&view.lexicon.nouns, b), Some((Thing::Service, next)) if next == at) =>
        {
            false
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
                && view.noun(at) != Some(Thing::Report)
                // "an alert for high checkout errors".
                && !view.says_any(at, &["errors", "faults", "glitches"]) =>
        {
            false
        }
        Some(_) | None if verb_next => true,
        Some(b) if is_word(view, b) && (noun_phrase_next || form == Form::Ing) && form != Form::Base => false,
        Some(b) if is_word(view, b) && view.noun(b).is_some() && noun_phrase_next => false,
        Some(b)
            if is_word(view, b)
                && view.says_any(at, &["cut", "hit"])
                && view.noun(end).is_some()
                && view.noun(b).is_some() =>
        {
            false
        }
        Some(b) if is_word(view, b) && view.phrase(&view.lexicon.verbs, b).is_some() => true,
        _ if matches!(form, Form::Either | Form::Participle) => {
            // "cut", "hit", "set": past where something follows them: "a fire cut power to the centre".
            !(noun_phrase_next
                || view.says_any(at, &["cut", "hit", "set", "shut", "left", "put"]) && view.noun(end).is_some())
        }
        _ if form == Form::Base => {
            of_next || !noun_phrase_next && end >= range.end || !noun_phrase_next && !starts(view, at, range)
        }
        _ => !noun_phrase_next,
    }
}

/// "!log restarting the proxies": what tells a bot to do something says nothing of an outage.
pub(super) fn commands(view: &View, at: usize) -> bool {
    at > view.start() && view.symbol(at - 1, '!') && view.touches(at)
}

/// Whether the word opens its stretch.
fn starts(view: &View, at: usize, range: &Range<usize>) -> bool {
    (range.start..at).all(|i| !is_word(view, i) || commands(view, i))
}
