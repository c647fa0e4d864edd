//! What a log writes into every line and is no word of it: host and program, a thread, the names of fields.
//!
//! One would get wrong that what stands behind the stamp is said: in `Mar  4 01:00:05 web-03 nginx[12]: no live upstreams`
//! two words tell who writes, and of `time=… level=warn msg="queue full" took=4s` only the message tells anything.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Names of the field that holds when.
const WHEN: &[&str] = &["time", "ts", "timestamp", "@timestamp", "t", "datetime", "date"];

/// Names of the field that holds what.
const WHAT: &[&str] = &["msg", "message"];

/// Longest line whose fields are looked for.
const LONGEST: usize = 4_000;

/// Whether a line is nothing but fields, and two of them tell when and what.
pub fn is_fields(line: &str) -> bool {
    let first = line.split_once('=').is_some_and(|(key, _)| is_name(key));
    first && line.len() <= LONGEST && {
        let fields = fields(line);
        let has = |names: &[&str]| fields.iter().any(|it| names.contains(&&line[it.name.clone()]));
        has(WHEN) && has(WHAT)
    }
}

/// Whether a line begins with a date in figures and a clock with its seconds, as machines write it.
pub fn opens_with_seconds(line: &str) -> bool {
    const SHAPE: &str = "dddd-dd-dd dd:dd:dd";
    let line = line.trim_start_matches('[').as_bytes();
    let fits = |(byte, shape): (&u8, u8)| match shape {
        b'd' => byte.is_ascii_digit(),
        b' ' => matches!(byte, b' ' | b'T' | b't' | b'_'),
        mark => *byte == mark,
    };
    line.len() > SHAPE.len() && line.iter().zip(SHAPE.bytes()).all(fits)
}

/// The bytes of a line that are no words of it, in order; blanks stay outside, for they part what is left.
pub fn furniture(line: &str) -> impl Iterator<Item = Range<usize>> {
    let silent = if line.len() <= LONGEST && WHAT.iter().any(|name| holds_field(line, name)) {
        around_message(line)
    } else {
        sender(line)
    };
    silent.into_iter().flat_map(|range| {
        let from = range.start;
        let words = line[range].split(' ').scan(from, |at, word| {
            let start = std::mem::replace(at, *at + word.len() + 1);
            Some(start..start + word.len())
        });
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    })
}

/// "msg=" behind a blank, or at the front.
fn holds_field(line: &str, name: &str) -> bool {
    let starts = |at: usize| at == 0 || line.as_bytes()[at - 1] == b' ';
    line.match_indices(name)
        .any(|(at, _)| starts(at) && line[at + name.len()..].starts_with('='))
}

/// Everything but the message, and but the stamp at the front or in a field.
fn around_message(line: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for field in fields(line) {
        let name = &line[field.name.clone()];
        if WHAT.contains(&name) || WHEN.contains(&name) {
            out.push(field.name.start..field.value.start);
            out.push(field.value.end..field.end);
        } else {
            out.push(field.name.start..field.end);
        }
    }
    out.retain(|range| !range.is_empty());
    out
}

/// `name=value` or `name="a value"`.
struct Field {
    name: Range<usize>,
    /// Without its marks.
    value: Range<usize>,
    /// Behind its marks.
    end: usize,
}

fn fields(line: &str) -> Vec<Field> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(equals) = line[at..].find('=').map(|it| at + it) {
        let start = line[at..equals].rfind(' ').map_or(at, |blank| at + blank + 1);
        at = equals + 1;
        if !is_name(&line[start..equals]) {
            continue;
        }
        let marked = line[at..].starts_with('"');
        let from = at + usize::from(marked);
        let to = if marked { closing(line, from) } else { None };
        let to = to.unwrap_or_else(|| line[from..].find(' ').map_or(line.len(), |blank| from + blank));
        at = (to + usize::from(marked)).min(line.len());
        out.push(Field {
            name: start..equals,
            value: from..to,
            end: at,
        });
    }
    out
}

/// Where a value in marks ends; `\"` does not end it.
fn closing(line: &str, from: usize) -> Option<usize> {
    let mut escaped = false;
    line[from..]
        .bytes()
        .position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })
        .map(|at| from + at)
}

fn is_name(key: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    key.starts_with(|c: char| c.is_ascii_lowercase() || c == '@') && key[1..].chars().all(inner)
}

/// Host, program and thread behind the stamp: "web-03 nginx[12]: ", "[main] ".
fn sender(line: &str) -> Vec<Range<usize>> {
    static SYSLOG: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?P<a>[\w.-]+ (?:kernel|[\w./-]+\[\d+\]): |\w+[-.\d][\w.-]* [\w./-]+: )|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* (?P<b>[\w.-]+ [\w./-]+\[\d+\]: ))\S",
        )
        .expect("a fixed pattern")
    });
    static THREAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\]? +(?:\[?[A-Z]{4,8}\]? +)?(?P<a>\[(?:main|\d+|[\w.#-]*(?:thread|pool|exec|worker)[\w.#-]*\d)\]) +\S")
            .expect("a fixed pattern")
    });
    // Most lines of most logs have neither bracket nor colon where these would stand.
    const HEAD: usize = 120;
    let head = super::form::head(line, HEAD);
    if !head.contains(['[', ']']) && !line.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Vec::new();
    }
    let found = SYSLOG.captures(head).or_else(|| THREAD.captures(head));
    let group = found.and_then(|it| it.name("a").or_else(|| it.name("b")));
    group.map(|it| it.range()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(line: &str) -> String {
        let mut out = line.to_owned();
        for range in furniture(line) {
            out.replace_range(range.clone(), &" ".repeat(range.len()));
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn who_writes_a_line_is_no_word_of_it() {
        for line in [
            "Mar  4 01:00:05 web-03 nginx[1214]: no live upstreams",
            "Mar  4 01:00:05 web-03 kernel: no live upstreams",
            "Mar 14 01:00:05 10.0.0.7 systemd[1]: no live upstreams",
        ] {
            let stamp = line[.."Mar  4 01:00:05".len()].split_whitespace().collect::<Vec<_>>();
            assert_eq!(left(line), format!("{} no live upstreams", stamp.join(" ")));
        }
        for (line, told) in [
            (
                "2026-03-04T01:00:05+01:00 web-03 nginx[12]: no upstreams",
                "2026-03-04T01:00:05+01:00 no upstreams",
            ),
            (
                "2026-03-04 01:00:05,113 WARN  [main] Ledger - queue rises",
                "2026-03-04 01:00:05,113 WARN Ledger - queue rises",
            ),
            (
                "2026-03-04 01:00:05 [pool-3-thread-1] queue rises",
                "2026-03-04 01:00:05 queue rises",
            ),
        ] {
            assert_eq!(left(line), told);
        }
        for line in [
            "2026-03-04T01:00:02Z [ERROR] ledger-db recovered",
            "2026-03-04T01:00:02Z [payments] queue rises",
            "2026-03-04 01:00:02 gateway down: no route",
            "Mar  4 01:00:05 link down: no carrier",
        ] {
            assert_eq!(left(line), line.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    #[test]
    fn of_a_log_in_fields_the_message_is_read() {
        for (line, told) in [
            (
                r#"time="2026-03-04T01:00:05Z" level=warn msg="queue is full" took=4s"#,
                "2026-03-04T01:00:05Z queue is full",
            ),
            (
                "ts=2026-03-04T01:00:05Z lvl=info msg=\"he said \\\"no\\\"\" job=7",
                "2026-03-04T01:00:05Z he said \\\"no\\\"",
            ),
            (
                r#"2026-03-04T01:00:05Z level=error msg="queue is full" err="dial tcp: timeout""#,
                "2026-03-04T01:00:05Z queue is full",
            ),
        ] {
            assert_eq!(left(line), told);
        }
        assert!(is_fields(r#"time="2026-03-04T01:00:05Z" msg="queue is full""#));
        assert!(is_fields("level=info ts=2026-03-04T01:00:05Z msg=up"));
        for line in [
            "a=b",
            "time=late",
            "The flag is time=now, msg was lost",
            "x=\"",
            "=",
            "msg=é",
        ] {
            assert!(!is_fields(line), "{line}");
        }
    }
}
