//! Who comes and goes in a chat, and what else a log writes of itself.
//!
//! One would get wrong that a line with a stamp tells something: "*** Quits: ann (Ping timeout)" is no failure.

use std::sync::LazyLock;

use regex::Regex;

/// Whether a line is the log's own: "--- Day changed", "-!- topic".
pub(super) fn is_marked(line: &str) -> bool {
    ["---", "-!-", "***"].iter().any(|mark| line.starts_with(mark))
}

/// "*** ann has joined #ops", "*** Quits: ann (Ping timeout)": who came, went, or is called otherwise now, and nothing else;
/// or that the log ends.
pub fn tells_movement(line: &str) -> bool {
    const WORDS: [&str; 13] = [
        "joined",
        "left",
        "quit",
        "parted",
        "added to",
        "known as",
        "sets mode",
        "topic",
        "end-to-end encrypted",
        "*** Joins: ",
        "*** Quits: ",
        "*** Parts: ",
        "--- Log closed",
    ];
    // A log has many lines, and hardly any of these.
    line.len() <= 200 && WORDS.iter().any(|word| line.contains(word)) && MOVEMENT.is_match(line)
}

static MOVEMENT: LazyLock<Regex> = LazyLock::new(|| {
    // At the front, or behind a stamp or a mark.
    let who = r"(?:^|[\]>*!-] ?|[0-9mM] )@?\S+(?: \S+)?(?: [\[(]\S+[\])])?";
    let place = r"(?: (?:the |this )?(?:channel|conversation|room|group|chat|server|call|irc|#\S+)(?: .*)?| ?[(\[].*| (?:using|via) .* link)?";
    Regex::new(&format!(
        r"(?i){who} (?:(?:(?:has|have) )?(?:joined|rejoined|left|quit|parted){place}|was added to (?:the |this )?(?:channel|conversation|room|group|chat|#\S+).*|is now known as \S+|sets mode.*|(?:set|changed) the (?:channel )?topic(?: of \S+)?|.* end-to-end encrypted.*)\.?$|\*\*\* (?:joins|quits|parts): \S+(?: \(.*\))?$|^--- log closed .*$"
    ))
    .expect("a fixed pattern")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coming_and_going_is_no_news_in_a_chat() {
        for line in [
            "[21:03:40] *** Joins: nils (~nils@host.example)",
            "[21:12:40] *** Quits: nils (Ping timeout: 260 seconds)",
            "--- Log closed Mon Oct 04 23:59:59 2021",
            "priya has joined the channel",
            "[21:03:40] *** nils has joined #ops",
            "21:12 -!- nils [n@host.example] has quit [Ping timeout]",
            "04/10/2021, 16:44 - Mika joined using this group's invite link",
            "bo is now known as bo_away",
            "ann set the channel topic",
        ] {
            assert!(tells_movement(line), "{line}");
        }
        for line in [
            "the second host left the cluster and took the disk with it",
            "only two engineers are left, and we joined the call of the vendor",
            "we added capacity",
            "21:12 -!- ann changed the topic of #ops to: lifts out since 21:02",
        ] {
            assert!(!tells_movement(line), "{line}");
        }
    }
}
