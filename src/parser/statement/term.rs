//! Days to which something is put off: a deadline, a launch, a match.
//!
//! One would get wrong that a bare weekday looks back there too: what is "postponed to Monday" on a Monday comes a week
//! later, and what "was extended until Friday" ran on to the Friday behind the outage, whether that is over or not.

use std::ops::Range;

use super::kind::Phase;
use super::{Mention, Statement};
use crate::article::Article;
use crate::lexicon::relation::Relation;
use crate::parser::time::view::View;

/// What puts something off, and says so by itself.
const PUT_OFF: &[&str] = &[
    "postponed",
    "postpones",
    "postpone",
    "postponing",
    "deferred",
    "defers",
    "adjourned",
    "rescheduled",
    "reschedules",
];

/// What puts something off where a word stands behind it: "pushed back", "put off".
const PUT: &[&str] = &["pushed", "push", "pushes", "put", "puts", "moved", "brought", "held"];
/// Those words.
const OFF: &[&str] = &["back", "off", "out", "over", "forward"];

/// What puts something off where it is done to something: "was extended", "moved the deadline".
const MOVED: &[&str] = &[
    "extended",
    "extends",
    "moved",
    "moves",
    "shifted",
    "delayed",
    "prolonged",
];

/// What time is given for something: "gave customers until Friday", "had until Friday".
const GIVEN: &[&str] = &[
    "gave", "given", "gives", "giving", "give", "had", "has", "have", "having",
];

/// Behind "gave" these tell that nothing was given, or no time.
const NO_TIME: &[&str] = &["no", "not", "any", "a", "an", "up", "way", "notice", "been", "n't"];

/// Words between such a verb and its day: "moved all deadlines that fell on that day to Tuesday" has none nearer.
const NEAR: usize = 8;

/// Settles what tells of such a day: it is no end of the outage, though it lasts "until six".
pub fn settle(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for statement in statements
        .iter_mut()
        .filter(|s| !s.history && !s.settled && !s.is_entry())
    {
        let Some(mention) = statement.mention else { continue };
        let mention = &mentions[mention];
        let moved = puts_off(article, mention) || moves_deadline(article, &statement.clause);
        if statement.phase == Phase::Background || !moved {
            continue;
        }
        statement.settle_as_aftermath();
    }
}

/// What is due by a day.
const DEADLINES: &[&str] = &["deadline", "deadlines"];

/// "asked to extend all deadlines that fell between Saturday and today": whatever the times are, it comes after.
fn moves_deadline(article: &Article, clause: &Range<usize>) -> bool {
    let view = View::of(article, clause);
    let mut words = clause.clone();
    let moves = |at: usize| {
        view.says_any(at, PUT_OFF)
            || view.says_any(at, MOVED)
            || view.says_any(at, &["extend", "extending", "relax", "relaxed", "waive", "waived"])
            || view.says_any(at, PUT) && view.says_any(at + 1, OFF)
    };
    words.any(|at| {
        view.says_any(at, DEADLINES)
            && (at.saturating_sub(NEAR).max(clause.start)..(at + NEAR).min(clause.end)).any(moves)
    })
}

/// Whether a time is that to which something is put off, or until which somebody is given time.
pub fn puts_off(article: &Article, mention: &Mention) -> bool {
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let start = mention.tokens.start;
    let until = mention.relation == Relation::Until;
    let to =
        matches!(mention.relation, Relation::To | Relation::For | Relation::At) && view.says_any(start, &["to", "for"]);
    if !until && !to {
        return false;
    }
    let from = start.saturating_sub(NEAR).max(view.start());
    // "The update had been brought forward to Friday": it has come by then.
    let had_come =
        |verb: usize| view.says(verb + 1, "forward") && (verb.saturating_sub(2)..verb).any(|at| view.says(at, "had"));
    // "was moved | after it failed on Monday to": another clause's.
    let clause = (from..start)
        .rev()
        .find(|at| view.symbol_any(*at, &[',', ';', ':', '.']));
    (clause.map_or(from, |mark| mark + 1)..start).any(|at| {
        view.says_any(at, PUT_OFF)
            || view.says_any(at, PUT)
                && (at + 1..start).any(|next| view.says_any(next, OFF))
                && is_done_to(&view, at)
                && !had_come(at)
            || view.says_any(at, MOVED)
                && !view.says(start, "for")
                && is_done_to(&view, at)
                && !is_of_hours(&view, from..start)
            || until && view.says_any(at, GIVEN) && gives_time(&view, at, start)
    })
}

/// Whether a verb that puts something off ends at a token: "postponed", "moved", "pushed back".
pub fn is_put_off_by(view: &View, last: usize) -> bool {
    let parted = view.says_any(last, OFF) && view.says_any(last.wrapping_sub(1), PUT);
    parted || view.says_any(last, PUT_OFF) || view.says_any(last, MOVED)
}

/// "The branches extended their opening hours to 6 p.m.": what is longer that day is put off to no other.
fn is_of_hours(view: &View, mut words: Range<usize>) -> bool {
    words.any(|at| view.says_any(at, &["hours", "hour", "times", "opening", "service", "services"]))
}

/// "was extended", "has been moved", "moved the exam", "put off the vote": not "the outage extended until Friday", "traffic
/// moved to it", "the plane did not push back until".
fn is_done_to(view: &View, verb: usize) -> bool {
    let auxiliaries = &[
        "was", "were", "been", "is", "are", "be", "being", "'s", "’s", "get", "got",
    ];
    let passive = (verb.saturating_sub(2)..verb).any(|at| view.says_any(at, auxiliaries));
    let objects = &[
        "the", "its", "their", "his", "her", "our", "all", "that", "this", "it", "them",
    ];
    let object = view.says_any(verb + 1, objects) || view.says_any(verb + 1, OFF) && view.says_any(verb + 2, objects);
    // "the exam, first put off until Friday": a participle behind its noun.
    let behind_noun = view.says(verb, "put") && view.says_any(verb + 1, &["off"]);
    passive || object || behind_noun
}

/// Whether what stands between "gave" and "until" is somebody who was given time: nobody, for "had until Friday".
fn gives_time(view: &View, verb: usize, time: usize) -> bool {
    const LONGEST: usize = 4;
    let mut between = verb + 1..time;
    let had = view.says_any(verb, &["had", "has", "have", "having"]);
    let fits = if had {
        between.is_empty()
    } else {
        between.len() <= LONGEST
    };
    fits && !between.any(|at| view.says_any(at, NO_TIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::parse;

    fn last_is_put_off(text: &str) -> bool {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let parsed = parse(&article);
        parsed.mentions.last().is_some_and(|it| puts_off(&article, it))
    }

    #[test]
    fn what_is_put_off_is_told_apart_from_what_lasts() {
        for text in [
            "The deadline was extended until Friday.",
            "It moved the exam to Thursday.",
            "The match has been put off until Sunday.",
            "The hearing was pushed back to 9 a.m. Thursday.",
            "The bank gave its customers until Friday to pay.",
            "They had until midnight on Friday.",
            "The test has been moved from Tuesday to Friday.",
        ] {
            assert!(last_is_put_off(text), "{text}");
        }
        for text in [
            "The outage extended until Friday.",
            "The bank gave no reason until Friday.",
            "It had a fault until Friday.",
            "Traffic moved to the other site on Friday.",
            "The plane did not push back until 11:40 p.m.",
            "The branches extended their opening hours to 6 p.m.",
            "It was down until Friday.",
            "The update had been brought forward from Sunday to Friday.",
        ] {
            assert!(!last_is_put_off(text), "{text}");
        }
    }
}
