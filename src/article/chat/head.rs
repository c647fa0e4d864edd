//! How the messages of a pasted or exported chat are headed: by a name and a clock above each.
//!
//! One would get wrong that a line that ends in a clock is a head: "errors gone 9:18" is said, and "Update" is nobody.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::article::movement::tells_movement;
use crate::lexicon::lexicon;

/// Messages that make a pasted chat.
const FEWEST_HEADS: usize = 3;

/// What a chat writes beside the name of who is a program.
pub(super) const APP: &str = "APP";

/// How the messages of a chat that was pasted are headed: "ann  9:02 AM" above each.
pub(super) struct Heads {
    /// Whether their clocks have AM and PM: "errors gone 9:18" heads nothing then.
    twelve: bool,
}

/// The head of a message.
pub(super) struct Head {
    /// Where the name stands in its line.
    pub(super) name: Range<usize>,
    /// Whether the clock stands on the line below.
    pub(super) in_two: bool,
}

impl Heads {
    /// Where some of the names come again, or somebody joins.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        let below = |at: usize| lines.get(at + 1).copied().unwrap_or_default();
        let first = (0..lines.len()).find_map(|at| {
            let head = plain_head(lines[at], below(at))?;
            Some(ends_in_half(if head.in_two { below(at) } else { lines[at] }))
        })?;
        let heads = Self { twelve: first };
        let mut names: Vec<Option<&str>> = Vec::with_capacity(lines.len());
        let mut at = 0;
        while at < lines.len() {
            let (line, head) = (lines[at], heads.head(lines[at], below(at)));
            at += 1 + usize::from(head.as_ref().is_some_and(|head| head.in_two));
            names.push(head.map(|head| &line[head.name]));
        }
        let told: Vec<&str> = names.iter().flatten().copied().collect();
        let with_text = names
            .windows(2)
            .filter(|pair| pair[0].is_some() && pair[1].is_none())
            .count();
        let again = (1..told.len()).any(|at| told[..at].contains(&told[at]));
        (told.len() >= FEWEST_HEADS
            && told.len() * 5 >= names.len()
            && with_text * 5 >= told.len() * 4
            && (again || lines.iter().any(|line| tells_movement(line))))
        .then_some(heads)
    }

    /// The head that a line is, or begins.
    pub(super) fn head(&self, line: &str, below: &str) -> Option<Head> {
        let head = plain_head(line, below)?;
        let clock = if head.in_two { below } else { line };
        (ends_in_half(clock) == self.twelve).then_some(head)
    }
}

/// "9:02 AM", "9:02 p.m.", "[9:02 AM] Ana": whether a head's clock tells the half of the day.
fn ends_in_half(head: &str) -> bool {
    let clock = head
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .map_or(head, |(clock, _)| clock);
    clock
        .trim_end_matches([']', ')', '.'])
        .ends_with(|c: char| c.eq_ignore_ascii_case(&'m'))
}

/// The head that a line is, of whatever kind: "ann  9:02 AM", "[9:02 AM] Ana Ruiz", or a name alone above a clock alone.
fn plain_head(line: &str, below: &str) -> Option<Head> {
    let whole = |name| Head { name, in_two: false };
    // "PagerBot" above "APP  9:02 AM"
    let clock = below.strip_prefix(APP).map_or(below, str::trim_start);
    let alone = || (is_name(line) && is_clock(clock)).then_some(0..line.len());
    head_name(line)
        .or_else(|| name_behind_clock(line))
        .map(whole)
        .or_else(|| alone().map(|name| Head { name, in_two: true }))
}

/// A clock and nothing else, perhaps with "Today at".
pub(super) fn is_clock(line: &str) -> bool {
    static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:(?:today|yesterday) at )?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?$").expect("a fixed pattern")
    });
    const LONGEST: usize = 24;
    line.len() <= LONGEST && line.contains(':') && CLOCK.is_match(line)
}

/// One to four words that each begin with a capital or are small words of names, and nothing else: "Ann Lima", "Jo van D.",
/// "Sam (Support)".
fn is_name(line: &str) -> bool {
    const LONGEST: usize = 40;
    const SMALL: &[&str] = &[
        "van", "von", "de", "der", "den", "da", "di", "do", "al", "el", "la", "bin", "ter",
    ];
    let words = || line.split(' ');
    let plain = |word: &str| {
        word.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.'))
    };
    let inner = |word: &str| {
        let bracketed = word.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        plain(bracketed.unwrap_or(word)) && (bracketed.is_some() || is_capital(word) || SMALL.contains(&word))
    };
    // "Down." is said, "D." shortens a name.
    let last = words().next_back().unwrap_or_default();
    let stop = last.ends_with('.') && last.chars().count() > 2;
    line.len() <= LONGEST
        && (1..=4).contains(&words().count())
        && is_capital(line)
        && plain(words().next().unwrap_or_default())
        && words().skip(1).all(inner)
        && !stop
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "[9:02 AM] Ana Ruiz", "[3/12 9:02 AM] Ana Ruiz", "[03-May-24 09:02 AM] ana_r" as exports have it: where the name stands.
fn name_behind_clock(line: &str) -> Option<Range<usize>> {
    let (stamp, name) = line.strip_prefix('[')?.split_once("] ")?;
    let name_at = line.len() - name.len();
    let dated = stamp.split_once(' ').filter(|(date, _)| is_date(date));
    let clock = dated.map_or(stamp, |(_, clock)| clock);
    let named = is_name(name) || dated.is_some() && is_handle(name);
    (named && !heads_update(name) && is_clock(clock)).then_some(name_at..line.len())
}

/// "3/12", "03-May-24", "2024-05-03"
fn is_date(word: &str) -> bool {
    let groups = word.split('-').count();
    word.starts_with(|c: char| c.is_ascii_digit()) && (word.contains('/') || groups == 3)
}

/// "ana_r", "Ana#1234"
fn is_handle(name: &str) -> bool {
    const LONGEST: usize = 32;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '#');
    name.len() <= LONGEST && name.starts_with(char::is_alphanumeric) && name.chars().all(plain)
}

/// "Update", "Resolved": what heads the updates of a page, and nobody's name.
fn heads_update(name: &str) -> bool {
    let lexicon = lexicon();
    let word = lexicon.id(&name.to_ascii_lowercase());
    name.eq_ignore_ascii_case("update") || lexicon.labels.begins(word)
}

/// "ann  9:02 AM", "Ann Lima — Today at 9:02 AM", "PagerDuty APP 02/11/2024 9:02 PM": where the name stands.
pub(super) fn head_name(line: &str) -> Option<Range<usize>> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)^(@?\p{L}[^\s:,;()\[\]]*(?: [^\s:,;()\[\]]+){0,3}?)(?:\s{2,}APP)?(?:\s*[—–-]\s*|\s*[\[(]|\s+)(?:(?:today|yesterday) at |\d{1,2}/\d{1,2}/\d{2,4},? )?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?[\])]?$",
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
    let name = HEAD.captures(line)?.get(1)?;
    // "we saw it at 8:55" is said, and no name.
    let lexicon = lexicon();
    let grammar = |word: &str| lexicon.function_words.word(lexicon.id(word)).is_some();
    (!name.as_str().split(' ').any(grammar) && !heads_update(name.as_str())).then_some(name.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_may_be_short_or_have_small_words() {
        for name in ["Ann Lima", "Jo van D.", "Sam (Support)", "PagerBot"] {
            assert!(plain_head(name, "9:02 AM").is_some_and(|head| head.in_two), "{name}");
        }
        assert!(plain_head("PagerBot", "APP  9:02 AM").is_some_and(|head| head.in_two));
        for line in ["Down.", "Still down here", "it is down", "Who (of you) is there?"] {
            assert!(plain_head(line, "9:02 AM").is_none(), "{line}");
        }
    }

    #[test]
    fn a_message_that_ends_in_a_clock_heads_nothing() {
        for line in ["we saw it at 8:55", "errors gone by 9:18", "started around 8:50"] {
            assert_eq!(head_name(line), None, "{line}");
        }
        // Nor does an update of a status page.
        for line in ["UPDATE 13/10/2019 19:05", "Closed [10/03/2023 10:05]", "Resolved 21:40"] {
            assert_eq!(head_name(line), None, "{line}");
        }
        let heads = Heads { twelve: true };
        assert!(heads.head("errors gone 9:18", "").is_none());
        assert!(heads.head("ann 9:18 AM", "").is_some());
    }
}
