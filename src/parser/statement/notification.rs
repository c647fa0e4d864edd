//! What a monitor sends: "PROBLEM - disk on db-3 is CRITICAL", "[FIRING:2] HighLatency", "RECOVERY - load on web-1 is OK".
//!
//! One would get wrong to read on: the reason behind it ("connect timeout after 10 seconds") is how the trouble was noticed.

use super::kind::Phase;
use crate::article::token::Case;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

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
