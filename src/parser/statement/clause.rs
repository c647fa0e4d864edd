//! The clause that a mention dates.
//!
//! One would get wrong that a sentence may tell two happenings: between two times the strongest seam parts the
//! clauses, and the words nearest to a time say most about it.

use std::ops::Range;

use crate::article::token::Kind;
use crate::lexicon::prose::{Function, Speech};
use crate::lexicon::relation::Relation;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::time::view::View;

use super::head;

/// The clauses of a sentence's mentions, one each, in order; they cover the sentence.
pub fn clauses(view: &View, mentions: &[&Mention]) -> Vec<Range<usize>> {
    let (start, end) = (view.start(), view.end());
    let mut out = Vec::with_capacity(mentions.len());
    let mut from = start;
    let mut at = 0;
    while at < mentions.len() {
        let mut last = at;
        while mentions.get(last + 1).is_some_and(|next| {
            listed(view, mentions[last], next) || last == at && fronted(view, from, mentions[at], next)
        }) {
            last += 1;
        }
        let to = match mentions.get(last + 1) {
            Some(next) => seam(view, from, mentions[last], next).max(from + 1).min(end),
            None => end,
        };
        out.resize(last + 1, from..to);
        from = to;
        at = last + 1;
    }
    out
}

/// Whether two times stand in one list, with nothing between them but commas and "and": one clause for both.
fn listed(view: &View, first: &Mention, second: &Mention) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    let point = |m: &Mention| matches!(m.time, Time::Point { .. });
    point(first)
        && point(second)
        && !gap.is_empty()
        && gap.len() <= 2
        && gap
            .clone()
            .all(|i| view.symbol(i, ',') || view.says_any(i, &["and", "or"]))
        && second.relation == Relation::At
        && !view.says_any(
            second.tokens.start,
            &["at", "on", "in", "shortly", "just", "about", "around", "then"],
        )
}

/// "On Tuesday the tills failed at 9:40": whether a clause opens with its day and tells its clock behind what it dates, with
/// no seam between them.
fn fronted(view: &View, start: usize, first: &Mention, second: &Mention) -> bool {
    let (Time::Point { point: day, also }, Time::Point { point: clock, .. } | Time::Span { from: clock, .. }) =
        (&first.time, &second.time)
    else {
        return false;
    };
    let told = also.is_empty()
        && !second.partitive
        && day.day.is_some()
        && day.clock.is_none()
        && clock.clock.is_some()
        && clock.day.is_none();
    let opens = words_between(view, start, first.tokens.start) < 2;
    let from = view.skip(first.tokens.end, ',');
    let mut between = from..second.tokens.start;
    let dated = words_between(view, from, second.tokens.start) >= 2;
    // "On Tuesday the firm said it would reopen at 9 a.m."
    let says = |at: usize| speaks(view, at) && !view.says_any(at + 1, &["nothing", "little", "no", "sorry", "so"]);
    let parts = |at: usize| strength(view, at).is_some() || says(at);
    told && opens && dated && !between.any(parts)
}

/// More than any other seam: behind it the main clause goes on.
const MAIN_CLAUSE: u8 = 7;

/// Where the clause of `first` ends and that of `second` begins.
fn seam(view: &View, start: usize, first: &Mention, second: &Mention) -> usize {
    let (from, to) = (first.tokens.end, second.tokens.start);
    // "At five, eight hours after they were held up | on Thursday": the later time dates what the length is laid off from.
    if let Time::Shift {
        base: Base::Happening(words),
        ..
    } = &first.time
        && words.start == from
        && (words.start + 1..=words.end).contains(&to)
        && start < first.tokens.start
    {
        return from;
    }
    // "…, peaked at seven | and was over by eight": a verb that has its subject before it is no lead.
    let verb = first.tokens.start.saturating_sub(1);
    let goes_on = start > view.start() && verb >= start && head::is_past(view, verb);
    let leads = !goes_on && words_between(view, start, first.tokens.start) < 2;
    let mut best: Option<(u8, usize)> = None;
    for at in from..to {
        let Some(mut strength) = strength(view, at) else {
            continue;
        };
        if joins_nouns(view, at, to) {
            strength = 1;
        }
        if head::behind_relative(view, at).is_some_and(|subject| subject.end < first.tokens.start) {
            strength = MAIN_CLAUSE;
        }
        // "Went out at two because of a cut line, | deputies said at three": any other seam is a better one.
        if view.says(at, "because") && view.says(at + 1, "of") {
            strength = 1;
        }
        if in_parenthesis(view, at, to) {
            continue;
        }
        // A time at the front is followed by what it dates: "At 1:52AM ET, the company said …".
        if leads && words_between(view, from, at) < 2 {
            continue;
        }
        // A time at the back needs words before it.
        if words_between(view, at, to) < 1 && !leads && best.is_some() {
            continue;
        }
        if best.is_none_or(|(s, _)| strength >= s) {
            best = Some((strength, at));
        }
    }
    best.map(|(_, at)| at)
        // "Said that there were no faults until nearly eleven": as long as it said so.
        .or_else(|| announced(view, from, to).filter(|_| second.relation != Relation::Until))
        .or_else(|| was_told(view, from, to))
        .unwrap_or_else(|| if leads { to } else { between_verbs(view, from, to) })
}

/// "After it cut off homes and shops in the valley on Thursday": whether "and" joins no more than nouns up to a time, so that any
/// other seam is a better one. "Trains stopped at 9 and trams at 10" has no other.
fn joins_nouns(view: &View, at: usize, time: usize) -> bool {
    let verb = |at: usize| {
        view.says_any(at, AUXILIARIES)
            || view.phrase(&view.lexicon.verbs, at).is_some()
            || view.meaning(&view.lexicon.tenses, at).is_some()
            || view.text(at).ends_with("ed")
    };
    view.says_any(at, &["and", "or"]) && !view.symbol(at + 1, ',') && !(at + 1..time).any(verb)
}

/// "Telephoned Telnet, which runs the switch, at 12:50": whether a position is inside a clause between commas, the last of
/// which stands right before the time, so that the time is of what stands around it.
fn in_parenthesis(view: &View, at: usize, time: usize) -> bool {
    const LONGEST: usize = 10;
    let comma = time.wrapping_sub(1);
    let opens = |at: &usize| view.symbol(at - 1, ',') && view.says_any(*at, &["which", "who", "whose"]);
    let mut inside = (comma.saturating_sub(LONGEST).max(view.start() + 1)..comma).rev();
    let which = inside.find(|at| view.symbol(*at, ',') || opens(at));
    view.symbol(comma, ',') && which.is_some_and(|which| opens(&which) && (which - 1..time).contains(&at))
}

/// What stands before a verb and is part of it.
const AUXILIARIES: &[&str] = &[
    "will", "would", "could", "should", "may", "might", "must", "be", "been", "being", "is", "are", "was", "were",
    "has", "have", "had",
];

/// Whether a verb of saying stands at a position, and none that is as often a deed: "closed the skies".
fn speaks(view: &View, at: usize) -> bool {
    const DOING: &[&str] = &["put", "opened", "closed", "posted", "reported"];
    matches!(view.phrase(&view.lexicon.speech, at), Some((Speech::Verb, _))) && !view.says_any(at, DOING)
}

/// "Announced on Sunday that cuts would be made from 16:00", "on Sunday announced that …": where what is said begins.
fn announced(view: &View, from: usize, to: usize) -> Option<usize> {
    let that = (from..to)
        .rev()
        .find(|at| view.says(*at, "that") && (*at == from || (from..*at).any(|at| speaks(view, at))))?;
    (words_between(view, that + 1, to) >= 2).then_some(that)
}

/// "Said on Sunday that she had been told the line was cut at 11 a.m.": where what somebody was told begins.
fn was_told(view: &View, from: usize, to: usize) -> Option<usize> {
    let told = |at: &usize| view.says(*at, "told") && view.says_any(at.wrapping_sub(1), &["was", "were", "been"]);
    let what = (from + 1..to).rev().find(told)? + 1;
    let led = view.says_any(what, &["to", "of", "about", "by", "at", "in", "on", "not"]);
    let verb = |at: usize| view.says_any(at, AUXILIARIES) || view.phrase(&view.lexicon.verbs, at).is_some();
    (!led && (what + 1..to).any(verb)).then_some(what)
}

/// Where no mark parts two times, the verbs do: "engineers this afternoon | traced it to a change | pushed in the night".
fn between_verbs(view: &View, from: usize, to: usize) -> usize {
    let verb = |at: &usize| view.phrase(&view.lexicon.verbs, *at).is_some();
    let last = (from..to).rev().find(verb);
    match last {
        Some(last) if (from..last).any(|at| verb(&at)) => {
            let bare = (from + 1..=last).rev().find(|at| !view.says_any(at - 1, AUXILIARIES));
            bare.unwrap_or(last)
        }
        Some(last) if last == from => to,
        _ => from,
    }
}

/// Words, marks left out.
fn words_between(view: &View, from: usize, to: usize) -> usize {
    (from..to)
        .filter(|i| matches!(view.kind(*i), Some(Kind::Word { .. } | Kind::Number(_) | Kind::Code)))
        .count()
}

/// How strongly a token parts clauses; `None` where it does not.
pub(super) fn strength(view: &View, at: usize) -> Option<u8> {
    match view.kind(at)? {
        Kind::Symbol(';') => Some(6),
        Kind::Symbol('—' | '–') => Some(5),
        // A hyphen between blanks is a dash.
        Kind::Symbol('-') if !view.touches(at) && !view.touches(at + 1) => Some(5),
        Kind::Symbol('.' | '!' | '?') => Some(6),
        Kind::Symbol(':') if !view.touches(at + 1) => Some(4),
        Kind::Symbol('“' | '”' | '"') if bounds_saying(view, at) => Some(3),
        Kind::Symbol(',') => match view.meaning(&view.lexicon.function_words, at + 1) {
            Some(Function::Coordinator) => Some(5),
            Some(Function::Subordinator) => Some(4),
            _ => Some(2),
        },
        // "Restored it following the collapse of the grid", but no "following day".
        Kind::Word { .. }
            if view.says(at, "following")
                && view.says_any(at + 1, &["the", "a", "an", "its", "their", "his", "this"]) =>
        {
            Some(3)
        }
        // "All but nine shops"
        Kind::Word { .. }
            if view.says(at, "but")
                && view.after_any(
                    at,
                    &["all", "none", "nothing", "nobody", "everything", "everyone", "anything"],
                ) =>
        {
            None
        }
        Kind::Word { .. } => match view.meaning(&view.lexicon.function_words, at)? {
            Function::Coordinator if view.says_any(at, &["and", "but", "or"]) => Some(3),
            Function::Subordinator
                if view.says_any(
                    at,
                    &[
                        "when", "while", "after", "before", "until", "because", "which", "although", "though",
                        "whereas",
                    ],
                ) =>
            {
                Some(3)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a quotation mark, straight or curly, bounds what is said as a clause of its own, by the stop before it: trains
/// that were “back where they ought to be” by noon are one clause, and so is “no light at all,” with who said it.
fn bounds_saying(view: &View, at: usize) -> bool {
    let opens = || view.symbol(at - 1, ',') && !view.touches(at);
    at > view.start() && (view.symbol_any(at - 1, &[':', '.', '!', '?']) || opens())
}

/// The part of a clause nearest to its mention: up to the next comma or the like on either side that has a word
/// group of its own.
pub fn core(view: &View, clause: &Range<usize>, mention: &Range<usize>) -> Range<usize> {
    let stops =
        |at: usize| strength(view, at).is_some_and(|s| s >= 3) || view.symbol_any(at, &[',', '(', ')', '"', '“', '”']);
    let mut start = mention.start;
    while start > clause.start && !(stops(start - 1) && words_between(view, start, mention.start) >= 2) {
        start -= 1;
    }
    let mut end = mention.end;
    while end < clause.end
        && !(stops(end) && words_between(view, mention.end, end) + words_between(view, start, mention.start) >= 3)
    {
        end += 1;
    }
    start..end
}

/// "Will be without the app and the site for a time in the morning": the core, and what stands before it where "and" joins no more
/// than nouns there, so that its verb is theirs too.
pub fn core_with_verb(view: &View, clause: &Range<usize>, core: &Range<usize>, time: usize) -> Range<usize> {
    let mut start = core.start;
    while start > clause.start && start < time && joins_nouns(view, start - 1, time) {
        start = self::core(view, clause, &(start - 1..time)).start;
    }
    start..core.end
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::parser::parse;

    #[test]
    fn no_clause_ends_behind_its_sentence() {
        // Three times in what is left of a line, the last of which nothing follows.
        let text = "Date of Incident: November 6, 20for 24, 1:45 PM\n";
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text can be read");
        for statement in parse(&article).statements {
            let clause = statement.clause;
            assert!(
                clause.start <= clause.end && clause.end <= article.tokens.len(),
                "{clause:?}"
            );
        }
    }
}
