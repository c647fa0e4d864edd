//! Chats and logs: lines that each begin with a stamp, or with a nick and a stamp.
//!
//! One would get wrong to join them: a line of a log never goes on in the next, however full it is. Nor is it news who
//! comes and goes.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::block::BlockKind;
use super::draft::{Draft, STEP, Stretch};
use super::log;

/// Lays a chat or a log out, a line a block; its text stays as it is. A line without a stamp hangs below the last
/// that has one, and what tells who joined or left a chat is in no block.
pub fn draft(text: String) -> Draft {
    let headed = is_headed(&text);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut speakers: Vec<Range<usize>> = Vec::new();
    let mut furniture: Vec<Range<usize>> = Vec::new();
    // The stretches that tell of coming and going, if this is a chat.
    let mut movements: Vec<usize> = Vec::new();
    let mut start = 0;
    let mut gap = true;
    let mut begun = false;
    for line in text.split_inclusive('\n') {
        let bytes = start..start + line.trim_end().len();
        let lead = start + (line.len() - line.trim_start().len());
        start += line.len();
        let shown = line.trim();
        if shown.is_empty() {
            gap = true;
            // A pasted message has empty lines of its own.
            begun &= headed;
            continue;
        }
        let name = if headed { head_name(shown) } else { None };
        let stamped = name.is_some() || opens_with_stamp(shown);
        begun |= stamped;
        if stamped && name.is_none() {
            furniture.extend(log::furniture(shown).map(|it| lead + it.start..lead + it.end));
        }
        // "--- Day changed", "-!- topic": the log's own words stand by themselves.
        let marked = shown.starts_with("---") || shown.starts_with("-!-") || shown.starts_with("***");
        let hangs = begun && !stamped && !marked;
        let speaker = name.or_else(|| stamped.then(|| speaker(shown)).flatten());
        if speaker.is_none() && tells_movement(shown) {
            movements.push(stretches.len());
        }
        speakers.extend(speaker.map(|name| lead + name.start..lead + name.end));
        stretches.push(Stretch {
            kind: if stamped && !headed {
                BlockKind::Item
            } else {
                BlockKind::Paragraph
            },
            bytes,
            indent: if hangs { STEP } else { 0 },
            after_gap: gap && !hangs,
        });
        gap = false;
        begun &= !marked;
    }
    // In a log "node-3 has left" is what happened.
    if !speakers.is_empty() {
        for at in movements.into_iter().rev() {
            stretches.remove(at);
        }
    }
    Draft {
        text,
        stretches,
        speakers,
        furniture,
        ..Draft::default()
    }
}

/// Lines that are looked at.
const SAMPLE: usize = 200;

/// Messages that make a pasted chat.
const FEWEST_HEADS: usize = 3;

/// Whether most lines begin with a stamp of their own, or a message stands below each name and clock.
pub fn is_chat(text: &str) -> bool {
    let lines = sample(text);
    let stamped = lines.iter().filter(|line| opens_with_stamp(line)).count();
    // Two lines are enough where each has what no list written by hand has: a day and the seconds.
    let machine = lines.len() >= 2
        && lines
            .iter()
            .all(|line| log::opens_with_seconds(line) || log::is_fields(line));
    machine || lines.len() >= 4 && stamped * 10 >= lines.len() * 7 || is_headed(text)
}

/// A chat that was pasted: "ann  9:02 AM" above each message, and some of the names again or somebody joining.
fn is_headed(text: &str) -> bool {
    let lines = sample(text);
    let names: Vec<Option<&str>> = lines
        .iter()
        .map(|line| head_name(line).map(|name| &line[name]))
        .collect();
    let heads: Vec<&str> = names.iter().flatten().copied().collect();
    let with_text = names
        .windows(2)
        .filter(|pair| pair[0].is_some() && pair[1].is_none())
        .count();
    let again = (1..heads.len()).any(|at| heads[..at].contains(&heads[at]));
    heads.len() >= FEWEST_HEADS
        && heads.len() * 5 >= lines.len()
        && with_text * 5 >= heads.len() * 4
        && (again || lines.iter().any(|line| tells_movement(line)))
}

fn sample(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(SAMPLE).collect()
}

/// "ann  9:02 AM", "Ann Lima — Today at 9:02 AM", "PagerDuty APP 02/11/2024 9:02 PM": where the name stands.
fn head_name(line: &str) -> Option<Range<usize>> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)^(@?\p{L}[^\s:,;()\[\]]*(?: [^\s:,;()\[\]]+){0,3}?)(?:\s*[—–-]\s*|\s*[\[(]|\s+)(?:(?:today|yesterday) at |\d{1,2}/\d{1,2}/\d{2,4},? )?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?[\])]?$",
        )
        .expect("a fixed pattern")
    });
    // Every text is asked, and a pattern is slow to make: most lines have no colon at their end.
    const LONGEST_END: usize = 24;
    let ends_in_clock = line.len() <= 80
        && line.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'm' | 'M' | '.' | ']' | ')'))
        && line.bytes().rev().take(LONGEST_END).any(|byte| byte == b':');
    if !ends_in_clock {
        return None;
    }
    HEAD.captures(line)?.get(1).map(|name| name.range())
}

/// "[21:03] <ann> …", "04/10/2021, 16:44 - Ann Lima: …": where the name stands.
fn speaker(line: &str) -> Option<Range<usize>> {
    static NICK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[^<>]{4,40}<[ @+%&~]?([^<>\s]{1,32})>\s").expect("a fixed pattern"));
    static PHONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:[ \u{202f}]?[AaPp]\.?[Mm]\.?)?\]?(?: -)? ([^:<>\[\]]{1,40}): ",
        )
        .expect("a fixed pattern")
    });
    let named = match line.bytes().take(42).any(|byte| byte == b'<') {
        true => NICK.captures(line),
        false => PHONE.captures(line),
    };
    named?.get(1).map(|name| name.range())
}

/// "*** ann has joined #ops": who came, went, or is called otherwise now, and nothing else.
pub fn tells_movement(line: &str) -> bool {
    const WORDS: [&str; 9] = [
        "joined",
        "left",
        "quit",
        "parted",
        "added to",
        "known as",
        "sets mode",
        "topic",
        "end-to-end encrypted",
    ];
    // A log has many lines, and hardly any of these.
    line.len() <= 200 && WORDS.iter().any(|word| line.contains(word)) && MOVEMENT.is_match(line)
}

static MOVEMENT: LazyLock<Regex> = LazyLock::new(|| {
    // At the front, or behind a stamp or a mark.
    let who = r"(?:^|[\]>*!-] ?|[0-9mM] )@?\S+(?: \S+)?(?: [\[(]\S+[\])])?";
    let place = r"(?: (?:the |this )?(?:channel|conversation|room|group|chat|server|call|irc|#\S+)(?: .*)?| ?[(\[].*| (?:using|via) .* link)?";
    Regex::new(&format!(
        r"(?i){who} (?:(?:(?:has|have) )?(?:joined|rejoined|left|quit|parted){place}|was added to (?:the |this )?(?:channel|conversation|room|group|chat|#\S+).*|is now known as \S+|sets mode.*|(?:set|changed) the (?:channel )?topic.*|.* end-to-end encrypted.*)\.?$"
    ))
    .expect("a fixed pattern")
});

/// "[23:41:17] <nick> …", "2021-10-04T15:40:01Z …", "Oct  4 15:40:01 host …", "15:40 < nick> …".
fn opens_with_stamp(line: &str) -> bool {
    let line = line.trim_start_matches(['[', '(', '<']);
    let bytes = line.as_bytes();
    let digits = |from: usize, count: usize| {
        bytes
            .get(from..from + count)
            .is_some_and(|run| run.iter().all(u8::is_ascii_digit))
    };
    let clock = |from: usize| digits(from, 2) && bytes.get(from + 2) == Some(&b':') && digits(from + 3, 2);
    let syslog =
        bytes.first().is_some_and(u8::is_ascii_uppercase) && bytes.get(3) == Some(&b' ') && (clock(7) || clock(6));
    // "04/10/2021, 16:44 - Ann: …", as phones write their chats out.
    let phone = line.len() > 16
        && (digits(0, 2) && matches!(bytes.get(2), Some(b'/' | b'.')) && digits(3, 2))
        && line[6..].split(' ').nth(1).is_some_and(|clock| clock.contains(':'));
    let iso = digits(0, 4) && bytes.get(4) == Some(&b'-') && digits(5, 2);
    // A clock of a log has its seconds, or somebody speaks behind it: "10:40 We are aware" heads an entry.
    let spoken =
        clock(0) && (bytes.get(5) == Some(&b':') || line[5..].trim_start_matches([']', ' ']).starts_with(['<', '*']));
    syslog || iso || spoken || phone || log::is_fields(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_are_known_by_their_lines() {
        assert!(is_chat(
            "[23:41:17] <ann> down\n[23:41:40] <bo> yes\n[23:42:01] <ann> hm\n[23:44:00] <bo> up"
        ));
        assert!(is_chat(
            "2021-10-04T15:40:01Z a\n2021-10-04T15:40:02Z b\n2021-10-04T15:40:03Z c\n2021-10-04T15:40:09Z d"
        ));
        assert!(!is_chat(
            "10:40 We are aware.\n\n11:25 It is back.\n\n12:00 Done.\n\n12:30 Over."
        ));
    }

    #[test]
    fn a_pasted_chat_is_known_by_its_names() {
        assert!(is_chat("ann  9:02 AM\ndown?\nbo  9:03 AM\nyes\nann  9:20 AM\nback"));
        assert!(is_chat(
            "Ann Lima — Today at 9:02 AM\ndown?\n\nBo — Today at 9:03 AM\nyes\n\nAnn Lima — Today at 9:20 AM\nback"
        ));
        // Nobody speaks twice: these may be labels.
        assert!(!is_chat(
            "Started 9:02\nIt is down.\nFound 9:30\nA cable.\nMended 9:50\nIt is up."
        ));
    }

    #[test]
    fn who_speaks_is_told_from_what_is_said() {
        let name = |line: &str| speaker(line).or_else(|| head_name(line)).map(|at| line[at].to_owned());
        for (line, told) in [
            ("[21:03] <ann> down", "ann"),
            ("21:03 <@ann> down", "ann"),
            ("04/10/2021, 16:44 - Ann Lima: down", "Ann Lima"),
            ("[04/10/2021, 16:44:10] Ann: down", "Ann"),
            ("ann.l  9:02 AM", "ann.l"),
            ("PagerDuty APP — Today at 9:05 AM", "PagerDuty APP"),
        ] {
            assert_eq!(name(line).as_deref(), Some(told), "{line}");
        }
        for line in [
            "2021-10-04 15:40:01 kernel: eth0: link down",
            "It came back at 9:02",
            "21:03 down",
        ] {
            assert_ne!(speaker(line), Some(0..2), "{line}");
            assert_eq!(speaker(line), None, "{line}");
        }
    }

    #[test]
    fn coming_and_going_is_no_news_in_a_chat() {
        for line in [
            "priya has joined the channel",
            "[21:03:40] *** nils has joined #ops",
            "21:12 -!- nils [n@host.example] has quit [Ping timeout]",
            "04/10/2021, 16:44 - Mika joined using this group's invite link",
            "bo is now known as bo_away",
        ] {
            assert!(tells_movement(line), "{line}");
        }
        for line in [
            "the second host left the cluster and took the disk with it",
            "only two engineers are left, and we joined the call of the vendor",
            "we added capacity",
        ] {
            assert!(!tells_movement(line), "{line}");
        }
        let log = "2021-10-04T15:40:01Z node-3 has left\n2021-10-04T15:40:02Z b\n2021-10-04T15:40:03Z c\n2021-10-04T15:40:09Z d";
        assert_eq!(draft(log.to_owned()).stretches.len(), 4);
    }
}
