//! What a chat shows below a message, and nobody says: reactions, counts of replies, how much an export holds.
//!
//! One would get wrong that figures say it all: "3 replies lost" is a message.

/// ":eyes: 4", "😭 (212) 👀 (40)", "{Reactions}", "3 replies", "Exported 9 message(s)".
pub(super) fn is_furniture(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    let figures = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let replies = line.split_once(' ').is_some_and(|(count, what)| {
        let last = what.split_once("  Last reply ").map_or(what, |(what, _)| what);
        figures(count) && matches!(last, "reply" | "replies")
    });
    let picture = |word: &str| {
        let named = word.len() > 2 && word.starts_with(':') && word.ends_with(':');
        named || word.chars().all(|c| !c.is_ascii() && !c.is_alphanumeric())
    };
    let count = |word: &str| figures(word.trim_start_matches('(').trim_end_matches(')'));
    let pictured = words.peek().is_some_and(|word| picture(word)) && words.clone().count() > 1;
    let held = line.starts_with("Exported ") && line.ends_with(" message(s)");
    line == "{Reactions}" || held || replies || pictured && words.all(|word| picture(word) || count(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_below_a_message_is_not_said() {
        for line in [
            ":eyes: 4",
            "😭 (212) 👀 (40)",
            "{Reactions}",
            "3 replies",
            "3 replies  Last reply today at 9:02 AM",
            "Exported 9 message(s)",
            ":tada: 2 :+1: 1",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [":fire: api is down", "3 replies lost", "4", "👀", "😭 again (2)"] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
