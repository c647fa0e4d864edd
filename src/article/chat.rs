//! Chats and logs: lines that each begin with a stamp, or with a nick and a stamp.
//!
//! One would get wrong to join them: a line of a log never goes on in the next, however full it is. Nor is it news who
//! comes and goes.

mod furniture;
mod head;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::block::BlockKind;
use super::draft::{Draft, STEP, Stretch};
use super::line::is_rule;
use super::log;
use super::movement::{is_marked, tells_movement};
use crate::lexicon::lexicon;
use furniture::is_furniture;
use head::{APP, Heads, is_clock};

/// Lays a chat or a log out, a line a block; its text stays as it is. A line without a stamp hangs below the last
/// that has one, and what tells who joined or left a chat is in no block.
pub fn draft(text: String) -> Draft {
    let Layout {
        stretches,
        speakers,
        furniture,
        ..
    } = lay_out(&text);
    Draft {
        text,
        stretches,
        speakers,
        furniture,
        ..Draft::default()
    }
}

fn lay_out(text: &str) -> Layout {
    let mut out = Layout {
        heads: Heads::of(&sample(text)),
        nicks: names_in_clocks(&sample(text)),
        gap: true,
        ..Layout::default()
    };
    let mut lines = placed(text).peekable();
    while let Some((start, line)) = lines.next() {
        let next = lines.peek().copied();
        if out.take(start, line, next) {
            lines.next();
        }
    }
    // In a log "node-3 has left" is what happened.
    if !out.speakers.is_empty() {
        for at in std::mem::take(&mut out.movements).into_iter().rev() {
            out.stretches.remove(at);
        }
    }
    out
}

/// The lines of a text, blanks at their ends left out, each with its first byte.
fn placed(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let lead = start + (line.len() - line.trim_start().len());
        start += line.len();
        (lead.min(start), line.trim())
    })
}

/// A chat or a log, line by line.
#[derive(Default)]
struct Layout {
    /// How its messages are headed, where it is a chat that was pasted.
    heads: Option<Heads>,
    /// Whether who speaks stands behind a clock in brackets.
    nicks: bool,
    stretches: Vec<Stretch>,
    speakers: Vec<Range<usize>>,
    furniture: Vec<Range<usize>>,
    /// The stretches that tell of coming and going, if this is a chat.
    movements: Vec<usize>,
    gap: bool,
    begun: bool,
}

impl Layout {
    /// Takes a line; whether the next one belongs to it.
    fn take(&mut self, start: usize, shown: &str, next: Option<(usize, &str)>) -> bool {
        if shown.is_empty() {
            self.gap = true;
            // A pasted message has empty lines of its own.
            self.begun &= self.heads.is_some();
            return false;
        }
        if self.heads.is_some() && is_furniture(shown) {
            return false;
        }
        // An export is closed by a rule, and says below it how much it holds.
        if self.heads.is_some() && is_rule(shown) {
            (self.gap, self.begun) = (true, false);
            return false;
        }
        let below = next.map_or("", |(_, line)| line);
        let head = self.heads.as_ref().and_then(|heads| heads.head(shown, below));
        let name = head.as_ref().map(|head| head.name.clone());
        let nick = nick_behind_clock(shown).filter(|_| self.nicks);
        // "--- Day changed Mon Oct 4 2021" is that day.
        let day = shown.strip_prefix(DAY_CHANGED).map_or(0, |day| shown.len() - day.len());
        let stamped = name.is_some() || nick.is_some() || opens_with_stamp(shown);
        self.begun |= stamped;
        if stamped && name.is_none() {
            let furniture = log::furniture(shown);
            self.furniture
                .extend(furniture.map(|it| start + it.start..start + it.end));
        }
        // The log's own words stand by themselves.
        let marked = is_marked(shown);
        let hangs = self.begun && !stamped && !marked;
        let speaker = name.or(nick).or_else(|| stamped.then(|| speaker(shown)).flatten());
        if speaker.is_none() && tells_movement(shown) {
            self.movements.push(self.stretches.len());
        }
        let both = next.filter(|_| head.is_some_and(|head| head.in_two));
        if let Some((below, _)) = both.filter(|(_, line)| line.starts_with(APP)) {
            self.furniture.push(below..below + APP.len());
        }
        self.speakers
            .extend(speaker.map(|name| start + name.start..start + name.end));
        self.stretches.push(Stretch {
            kind: if stamped && self.heads.is_none() {
                BlockKind::Item
            } else {
                BlockKind::Paragraph
            },
            bytes: start + day..both.map_or(start + shown.len(), |(below, clock)| below + clock.len()),
            indent: if hangs { STEP } else { 0 },
            after_gap: self.gap && !hangs,
        });
        self.gap = false;
        self.begun &= !marked;
        both.is_some()
    }
}

/// With what a log marks a new day, which it names.
const DAY_CHANGED: &str = "--- Day changed ";

/// Lines that are looked at.
const SAMPLE: usize = 200;

/// Whether most lines begin with a stamp of their own, or a message stands below each name and clock.
pub fn is_chat(text: &str) -> bool {
    let lines = sample(text);
    let stamped = lines.iter().filter(|line| opens_with_stamp(line)).count();
    // Two lines are enough where each has what no list written by hand has: a day and the seconds.
    let lines: Vec<&str> = lines.into_iter().filter(|line| !is_marked(line)).collect();
    let machine = lines.len() >= 2
        && lines
            .iter()
            .all(|line| log::opens_with_seconds(line) || log::is_fields(line));
    let stamped = if names_in_clocks(&lines) {
        lines.iter().filter(|line| nick_behind_clock(line).is_some()).count()
    } else {
        stamped
    };
    machine || lines.len() >= 4 && stamped * 10 >= lines.len() * 7 || Heads::of(&lines).is_some()
}

fn sample(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(SAMPLE).collect()
}

/// "[21:58] kira: text": where the name stands.
fn nick_behind_clock(line: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 32;
    let (clock, rest) = line.strip_prefix('[')?.split_once("] ")?;
    let (nick, _) = rest.split_once(": ")?;
    let at = line.len() - rest.len();
    let plain = nick.len() <= LONGEST
        && nick.starts_with(char::is_alphabetic)
        && nick
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
    (is_clock(clock) && plain).then_some(at..at + nick.len())
}

/// Whether those who stand behind clocks in brackets are people: two or more, one of them again, and none of them a word of
/// the field ("[21:58] cause: …").
fn names_in_clocks(lines: &[&str]) -> bool {
    let mut nicks: Vec<&str> = lines
        .iter()
        .filter_map(|line| nick_behind_clock(line).map(|at| &line[at]))
        .collect();
    let spoken = nicks.len();
    nicks.sort_unstable();
    nicks.dedup();
    let lexicon = lexicon();
    let word = |nick: &&str| {
        let id = lexicon.id(&nick.to_ascii_lowercase());
        lexicon.nouns.begins(id) || lexicon.labels.begins(id) || lexicon.function_words.word(id).is_some()
    };
    (2..spoken).contains(&nicks.len()) && !nicks.iter().any(word)
}

/// "[21:03] <ann> …", "04/10/2021, 16:44 - Ann Lima: …": where the name stands.
fn speaker(line: &str) -> Option<Range<usize>> {
    static NICK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[^<>]{4,40}<[ @+%&~]?([^<>\s]{1,32})>\s").expect("a fixed pattern"));
    static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\[?\d{2}:\d{2}(?::\d{2})?\]? -(?:!- (\S{1,32}) (?:changed|set) |([^\s!-]\S{0,31})- )")
            .expect("a fixed pattern")
    });
    static PHONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:[ \u{202f}]?[AaPp]\.?[Mm]\.?)?\]?(?: -)? ([^:<>\[\]]{1,40}): ",
        )
        .expect("a fixed pattern")
    });
    let named = match line.bytes().take(42).any(|byte| byte == b'<') {
        true => NICK.captures(line),
        false => PHONE.captures(line).or_else(|| NOTICE.captures(line)),
    };
    let named = named?;
    named.get(1).or_else(|| named.get(2)).map(|name| name.range())
}

/// "-nagios- PROBLEM: …", "-!- ann changed the topic …": what a machine, or the server, tells a channel.
fn is_notice(words: &str) -> bool {
    let nick = words.strip_prefix('-').and_then(|rest| rest.split_once(' '));
    nick.is_some_and(|(nick, _)| nick.len() > 1 && nick.ends_with('-'))
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
    // "04/10/2021, 16:44 - Ann: …", as phones write their chats out.
    let phone = line.len() > 16
        && (digits(0, 2) && matches!(bytes.get(2), Some(b'/' | b'.')) && digits(3, 2))
        && line
            .get(6..)
            .and_then(|rest| rest.split(' ').nth(1))
            .is_some_and(|clock| clock.contains(':'));
    let iso = digits(0, 4) && bytes.get(4) == Some(&b'-') && digits(5, 2);
    // A clock of a log has its seconds, or somebody speaks behind it: "10:40 We are aware" heads an entry.
    let behind = || line[5..].trim_start_matches([']', ' ']);
    let spoken = clock(0) && (bytes.get(5) == Some(&b':') || behind().starts_with(['<', '*']) || is_notice(behind()));
    syslog || iso || spoken || phone || log::is_fields(line)
}

#[cfg(test)]
mod tests {
    use super::head::head_name;
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
        assert!(is_chat(
            "Ann Lima\n 9:02 AM\ndown?\n\nBo Ro\n 9:03 AM\nyes\n\nAnn Lima\n 9:20 AM\nback"
        ));
        assert!(is_chat(
            "[9:02 AM] Ann Lima\ndown?\n[9:03 AM] Bo\nyes\n[9:20 AM] Ann Lima\nback"
        ));
        assert!(is_chat(
            "[03-May-24 09:02 AM] ann_l\ndown?\n\n[03-May-24 09:03 AM] Bo\nyes\n\n[03-May-24 09:20 AM] ann_l\nback"
        ));
        assert!(!is_chat(
            "[03-May-24 09:02 AM] Update\nDown.\n\n[03-May-24 09:03 AM] Update\nOut.\n\n[03-May-24 09:20 AM] Resolved\nUp."
        ));
        assert!(is_chat(
            "[21:58] kira: down\n[22:10] sam: yes\n[23:40] kira: hm\n[23:58] sam: back"
        ));
        assert!(!is_chat(
            "[21:58] api: down\n[22:10] disk: full\n[23:40] api: hm\n[23:58] cause: dust"
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
            ("[21:03] -alarms- PROBLEM: lift 3 is out", "alarms"),
            (
                "21:03 -!- ann changed the topic of #ops to: lifts out since 20:55",
                "ann",
            ),
            ("04/10/2021, 16:44 - Ann Lima: down", "Ann Lima"),
            ("[04/10/2021, 16:44:10] Ann: down", "Ann"),
            ("ann.l  9:02 AM", "ann.l"),
            ("PagerDuty APP — Today at 9:05 AM", "PagerDuty APP"),
            ("PagerDuty  APP  9:05 AM", "PagerDuty"),
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
    fn a_wide_character_near_the_front_parts_nothing() {
        assert!(!opens_with_stamp("11.30—1.15 the firewalls were replaced"));
        assert!(!opens_with_stamp("11.30\u{a0}pm–1.15 am: the firewalls were replaced"));
    }

    #[test]
    fn in_a_log_it_is_what_happened() {
        let log = "2021-10-04T15:40:01Z node-3 has left\n2021-10-04T15:40:02Z b\n2021-10-04T15:40:03Z c\n2021-10-04T15:40:09Z d";
        assert_eq!(draft(log.to_owned()).stretches.len(), 4);
    }
}
