//! The subject of a clause that shares it with the clause before: "the tariff was set at noon | and rose at 2 p.m."
//!
//! One would get wrong to take whatever noun stands nearest: a relative clause is told of that noun, the next main clause
//! of what opens the sentence.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::inflection::Form;
use crate::lexicon::prose::Function;
use crate::lexicon::tense::Tense;
use crate::lexicon::verb::Act;
use crate::parser::mention::Mention;
use crate::parser::time::view::View;

/// Tokens at most of a subject.
const LONGEST: usize = 8;

/// What opens a clause that has lost its subject.
const AUXILIARIES: &[&str] = &["was", "were", "had", "is", "are", "has", "have"];

/// "Kestrel, which said that it was back at nine, told its riders on Monday …": the subject of the verb behind a comma that closes a
/// relative clause.
pub(super) fn behind_relative(view: &View, comma: usize) -> Option<Range<usize>> {
    let verb = comma + 1;
    let past = view.meaning(&view.lexicon.tenses, verb) == Some(Tense::Past);
    let finite = past || view.says_any(verb, AUXILIARIES) || view.lexicon.speech.begins(view.word(verb));
    if !view.symbol(comma, ',') || !finite {
        return None;
    }
    let relative = |at: &usize| view.symbol(*at, ',') && view.says_any(at + 1, &["which", "who", "whose"]);
    let opens = (view.start() + 1..comma).rev().find(relative)?;
    // "It failed on Monday, which hit riders who waited, said the firm": what is told so has a verb of its own.
    let noun = |at: usize| {
        matches!(view.kind(at), Some(Kind::Word { .. } | Kind::Symbol('.' | '-')))
            && view.meaning(&view.lexicon.tenses, at).is_none()
            && !view.says_any(at, AUXILIARIES)
            && !view.lexicon.speech.begins(view.word(at))
    };
    let subject = view.start()..opens;
    // "At Alder Regional, which has four flights, the first left at 9"
    let function = view.meaning(&view.lexicon.function_words, subject.start);
    if matches!(function, Some(Function::Preposition | Function::Subordinator)) {
        return None;
    }
    ((1..=LONGEST).contains(&subject.len()) && subject.clone().all(noun)).then_some(subject)
}

/// Whether a word is a verb's past, or may be.
pub(super) fn is_past(view: &View, at: usize) -> bool {
    view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past) || is_regular_past(view, at)
}

/// "Resumed": a past that is the participle too.
fn is_regular_past(view: &View, at: usize) -> bool {
    let form = |(verb, _): ((Act, Form), usize)| verb.1;
    view.phrase(&view.lexicon.verbs, at).map(form) == Some(Form::Either)
}

/// The tokens of the subject that a clause shares, where it opens with a verb of its own.
pub(super) fn shared(
    article: &Article,
    clause: &Range<usize>,
    sentence: &Range<usize>,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let view = View::of(article, sentence);
    let dates = |at: usize| mentions.iter().any(|it| it.tokens.contains(&at));
    let mark = |at: usize| matches!(view.kind(at), Some(Kind::Symbol(_)));
    let joint = |at: usize| view.says_any(at, &["and", "but", "then"]);
    let opens = clause.clone().find(|at| !dates(*at) && !mark(*at) && !joint(*at))?;
    if opens > sentence.start
        && let Some(subject) = behind_relative(&view, opens - 1)
    {
        return Some(subject);
    }
    // "Which was traced", "who had been told": of the noun before.
    let before = (sentence.start..opens)
        .rev()
        .find(|at| !dates(*at) && !view.symbol(*at, ','))?;
    // "Trains stopped at one | and resumed at two", "it began at six, | peaked at seven and was over by eight"
    let regular = is_regular_past(&view, opens);
    let past = is_past(&view, opens);
    // "And stuck jobs had to wait", "and held-up messages arrived": it describes a subject of its own.
    const NEAR: usize = 4;
    let bare = past && !view.says_any(opens, AUXILIARIES);
    let mut near = opens + 1..(opens + NEAR).min(clause.end);
    let verb = |at: usize| view.says_any(at, AUXILIARIES) || is_past(&view, at);
    if bare && (view.glued_right(opens) || near.any(verb)) {
        return None;
    }
    let listed = past && view.symbol(opens - 1, ',') && dates(opens.wrapping_sub(2));
    if !(joint(before) && (past || view.says_any(opens, AUXILIARIES)) || listed) {
        return None;
    }
    // "2.2 The hall was …": a paragraph's number is no part of it.
    let word = |at: usize| matches!(view.kind(at), Some(Kind::Word { .. }));
    let start = (sentence.start..opens).find(|at| word(*at) && !dates(*at) && !joint(*at))?;
    // "A renewed certificate"
    let described = |at: usize| {
        let before = at.checked_sub(1);
        before.is_some_and(|at| view.meaning(&view.lexicon.function_words, at) == Some(Function::Determiner))
    };
    let finite = |at: usize| {
        let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        past || view.says_any(at, AUXILIARIES) || view.is_free_word(at) && view.text(at).ends_with("ed")
    };
    let end = (start..opens)
        .find(|at| view.says_any(*at, AUXILIARIES) || finite(*at) && !described(*at))
        .filter(|end| *end > start)?;
    // "A lock was found at nine and released at ten": the verb shares more than the subject.
    if regular && view.says_any(end, AUXILIARIES) {
        return None;
    }
    let subordinate =
        view.says(start, "there") || view.meaning(&view.lexicon.function_words, start) == Some(Function::Subordinator);
    // "The vendor said that it failed and was replaced": what was said has a subject of its own.
    let says = (end..opens).any(|at| view.says_any(at, &["said", "says", "told", "that"]));
    let plain = !says && (start..end).all(|at| !mark(at) && !dates(at));
    ((1..=LONGEST).contains(&(end - start)) && plain && !subordinate).then_some(start..end)
}
