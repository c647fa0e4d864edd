//! Chats and logs: lines that each begin with a stamp, or with a nick and a stamp.
//!
//! One would get wrong to join them: a line of a log never goes on in the next, however full it is.

use super::block::BlockKind;
use super::draft::{Draft, STEP, Stretch};

/// Lays a chat or a log out, a line a block; its text stays as it is. A line without a stamp hangs below the last
/// that has one.
pub fn draft(text: String) -> Draft {
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut gap = true;
    let mut begun = false;
    for line in text.split_inclusive('\n') {
        let bytes = start..start + line.trim_end().len();
        start += line.len();
        let shown = line.trim();
        if shown.is_empty() {
            gap = true;
            begun = false;
            continue;
        }
        let stamped = opens_with_stamp(shown);
        begun |= stamped;
        // "--- Day changed", "-!- topic": the log's own words stand by themselves.
        let marked = shown.starts_with("---") || shown.starts_with("-!-") || shown.starts_with("***");
        let hangs = begun && !stamped && !marked;
        stretches.push(Stretch {
            kind: if stamped { BlockKind::Item } else { BlockKind::Paragraph },
            bytes,
            indent: if hangs { STEP } else { 0 },
            after_gap: gap && !hangs,
        });
        gap = false;
        begun &= !marked;
    }
    Draft {
        text,
        stretches,
        ..Draft::default()
    }
}

/// Lines that are looked at.
const SAMPLE: usize = 200;

/// Whether most lines begin with a stamp of their own.
pub fn is_chat(text: &str) -> bool {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(SAMPLE)
        .collect();
    let stamped = lines.iter().filter(|line| opens_with_stamp(line)).count();
    lines.len() >= 4 && stamped * 10 >= lines.len() * 7
}

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
    let iso = digits(0, 4) && bytes.get(4) == Some(&b'-') && digits(5, 2);
    // A clock of a log has its seconds, or somebody speaks behind it: "10:40 We are aware" heads an entry.
    let spoken =
        clock(0) && (bytes.get(5) == Some(&b':') || line[5..].trim_start_matches([']', ' ']).starts_with(['<', '*']));
    syslog || iso || spoken
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
}
