//! What a monitor sends: "PROBLEM - disk on db-3 is CRITICAL", "[FIRING:2] HighLatency", "RECOVERY - load on web-1 is OK"; and
//! what a log writes over its own line: "OUTAGE BEGINS".
//!
//! One would get wrong to read on: the reason behind it ("connect timeout after 10 seconds") is how the trouble was noticed.

use std::ops::Range;

use super::kind::Phase;
use crate::article::token::{Case, Kind};
use crate::parser::time::view::View;

/// The words of Nagios and its heirs (Icinga, Zabbix, Sensu), and of Alertmanager in brackets; always in capitals.
const WORDS: &[(&str, Phase)] = &[
    ("problem", Phase::Detected),
    ("firing", Phase::Detected),
    ("triggered", Phase::Detected),
    ("acknowledgement", Phase::Acknowledged),
    ("recovery", Phase::Recovering),
];

/// The phase of words that are such a message.
pub fn phase(view: &View, start: usize) -> Option<Phase> {
    let bracketed = view.symbol(start, '[');
    let at = start + usize::from(bracketed);
    let (word, phase) = WORDS.iter().find(|(word, _)| view.says(at, word))?;
    let upper = view.case(at) == Some(Case::Upper);
    // "PROBLEM: we can't log in" is somebody's shout, "[RECOVERY]" a tag.
    let marked = match *word {
        "firing" | "triggered" => bracketed && view.symbol_any(at + 1, &[':', ']']),
        _ => view.symbol_any(at + 1, &['-', '–']) && !view.touches(at + 1) && !view.touches(at + 2),
    };
    (upper && marked).then_some(*phase)
}

/// What of an outage begins and ends; an incident begins where somebody opens one.
const OUTAGE: &[&str] = &["outage", "impact", "disruption", "downtime", "degradation"];

/// "Revert goes live. OUTAGE ENDS", "queue full **Outage begins.**": the phase of an entry that says so in a sentence of two
/// words, or in capitals, wherever it stands in the line.
pub fn declared(view: &View, entry: &Range<usize>) -> Option<Phase> {
    let phase = |at: usize| match () {
        () if view.says_any(at, &["begins", "starts", "began", "started"]) => Some(Phase::Started),
        () if view.says_any(at, &["ends", "ended", "over", "resolved"]) => Some(Phase::Resolved),
        () => None,
    };
    let word = |at: usize| matches!(view.kind(at), Some(Kind::Word { .. }));
    let parted = |at: usize| !entry.contains(&at) || !word(at) && !matches!(view.kind(at), Some(Kind::Number(_)));
    entry.clone().find_map(|at| {
        let phase = phase(at + 1).filter(|_| view.says_any(at, OUTAGE) && entry.contains(&(at + 1)))?;
        let shouted = [at, at + 1].iter().all(|at| view.case(*at) == Some(Case::Upper));
        let other = |at: usize| word(at) && view.case(at) != Some(Case::Upper);
        let stands_out = shouted && entry.clone().any(other);
        let alone = at.checked_sub(1).is_none_or(parted) && parted(at + 2) && view.case(at) != Some(Case::Lower);
        (stands_out || alone).then_some(phase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn a_log_says_over_its_own_line_that_the_outage_begins() {
        let read = |line: &str| {
            let article = Article::read("a.txt", line.as_bytes(), None).expect("a text");
            let all = 0..article.tokens.len();
            declared(&View::of(&article, &all), &all)
        };
        for (line, phase) in [
            ("the queue is full **OUTAGE BEGINS**", Some(Phase::Started)),
            ("Change goes live OUTAGE BEGINS", Some(Phase::Started)),
            ("Zone 17 is sent out. **Outage begins.**", Some(Phase::Started)),
            ("lag is below 5 s **OUTAGE ENDS**", Some(Phase::Resolved)),
            ("OUTAGE ENDS, all regions well", Some(Phase::Resolved)),
            ("INCIDENT BEGINS, ann leads it", None),
            ("we learn that the outage began with a fire", None),
            ("Outage began with a fire", None),
            ("OUTAGE BEGINS WITH FIRE", None),
        ] {
            assert_eq!(read(line), phase, "{line}");
        }
    }

    #[test]
    fn a_message_of_a_monitor_is_told_by_its_first_word() {
        let read = |line: &str| {
            let article = Article::read("a.txt", line.as_bytes(), None).expect("a text");
            let all = 0..article.tokens.len();
            phase(&View::of(&article, &all), 0)
        };
        assert_eq!(
            read("PROBLEM - disk on db-3 is CRITICAL: 98% used"),
            Some(Phase::Detected)
        );
        assert_eq!(read("[FIRING:2] HighLatency (api eu)"), Some(Phase::Detected));
        assert_eq!(read("RECOVERY - load on web-1 is OK: 0.4"), Some(Phase::Recovering));
        assert_eq!(read("Problem - the till is dead"), None);
        assert_eq!(read("PROBLEM-SOLVING TEAM MET"), None);
        assert_eq!(read("[RECOVERY] Restoring from backup"), None);
    }
}
