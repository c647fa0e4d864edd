//! Lengths of time, as programs and as people write them.

use crate::chronology::timeline::Length;

const UNITS: [(i64, char); 4] = [(86_400, 'D'), (3600, 'H'), (60, 'M'), (1, 'S')];

/// ISO 8601: "PT5H30M", "P4DT1H20M", "PT0S". Days are 24 hours; nothing coarser, for a month has no length.
pub fn iso(seconds: i64) -> String {
    let mut text = if seconds < 0 { "-P".to_owned() } else { "P".to_owned() };
    let mut rest = seconds.unsigned_abs();
    if rest == 0 {
        return "PT0S".to_owned();
    }
    for (size, letter) in UNITS {
        if letter != 'D' && rest > 0 && !text.contains('T') {
            text.push('T');
        }
        let size = size.unsigned_abs();
        if rest >= size {
            text.push_str(&format!("{}{letter}", rest / size));
            rest %= size;
        }
    }
    text
}

/// "5 h 30 min", "4 d 1 h 20 min", "0 min".
pub fn words(seconds: i64) -> String {
    if seconds == 0 {
        return "0 min".to_owned();
    }
    let mut rest = seconds.unsigned_abs();
    let mut parts = Vec::new();
    for ((size, _), name) in UNITS.into_iter().zip(["d", "h", "min", "s"]) {
        let size = size.unsigned_abs();
        if rest >= size {
            parts.push(format!("{} {name}", rest / size));
            rest %= size;
        }
    }
    format!("{}{}", if seconds < 0 { "−" } else { "" }, parts.join(" "))
}

/// "5 h 30 min to 6 h 30 min", "at least 4 h", and what the text claims where that is the same.
pub fn range(length: &Length) -> String {
    // Between the ends of two minutes lies a last second that nobody told.
    let longest = length.longest.map(
        |longest| match longest.rem_euclid(60) == 59 && length.shortest < Some(longest) {
            true => longest + 1,
            false => longest,
        },
    );
    let proved = match (length.shortest, longest) {
        (Some(a), Some(b)) if a == b => words(a),
        (Some(a), Some(b)) => format!("{} to {}", words(a), words(b)),
        (Some(a), None) => format!("at least {}", words(a)),
        (None, Some(b)) => format!("at most {}", words(b)),
        (None, None) => "unknown".to_owned(),
    };
    match &length.stated {
        Some(claim) if length.bears_out(claim) => format!("{proved} (“{}”)", super::plain::one_line(&claim.words)),
        _ => proved,
    }
}

/// What the text claims, where that is not what is proved.
pub fn dissent(length: &Length) -> Option<String> {
    let claim = length.stated.as_ref().filter(|claim| !length.bears_out(claim))?;
    Some(format!("the text says “{}”", super::plain::one_line(&claim.words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::timeline::Stated;

    #[test]
    fn a_length_is_written_as_iso_8601_has_it() {
        for (seconds, text) in [
            (0, "PT0S"),
            (45, "PT45S"),
            (5 * 3600 + 1800, "PT5H30M"),
            (86_400, "P1D"),
            (4 * 86_400 + 3600 + 1200, "P4DT1H20M"),
            (86_400 + 5, "P1DT5S"),
            (-300, "-PT5M"),
        ] {
            assert_eq!(iso(seconds), text);
        }
    }

    #[test]
    fn a_length_is_written_as_people_say_it() {
        assert_eq!(words(5 * 3600 + 1800), "5 h 30 min");
        assert_eq!(words(86_400 + 5), "1 d 5 s");
        assert_eq!(words(0), "0 min");
    }

    #[test]
    fn a_range_open_at_one_side_says_so() {
        let length = |shortest, longest| Length {
            shortest,
            longest,
            stated: None,
        };
        assert_eq!(range(&length(Some(3600), None)), "at least 1 h");
        assert_eq!(range(&length(None, Some(3600))), "at most 1 h");
        assert_eq!(range(&length(Some(3600), Some(3600))), "1 h");
    }

    #[test]
    fn a_claim_is_quoted_beside_what_it_says_and_below_what_it_does_not() {
        let length = |seconds: i64| Length {
            shortest: Some(seconds),
            longest: Some(seconds),
            stated: Some(Stated {
                words: "some six hours".to_owned(),
                shortest: Some(5 * 3600),
                longest: Some(7 * 3600),
            }),
        };
        assert_eq!(range(&length(6 * 3600)), "6 h (“some six hours”)");
        assert_eq!(dissent(&length(6 * 3600)), None);
        assert_eq!(range(&length(86_400)), "1 d");
        assert_eq!(
            dissent(&length(86_400)).as_deref(),
            Some("the text says “some six hours”")
        );
    }
}
