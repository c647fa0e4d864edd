//! Lines of a page's head that tell who wrote it, or when, and nothing else.
//!
//! One would get wrong that a headline that fills its line goes on below: the writer's name stands there, or the date.

use crate::lexicon::lexicon;

/// "By Ada Moss", "By Ada Moss and Bo Lee | Staff Writers": names, and what joins names.
pub fn names_writer(line: &str) -> bool {
    const MOST: usize = 12;
    const JOIN: &[&str] = &[
        "and", "&", "for", "with", "of", "in", "the", "at", "|", "·", "-", "–", "—", "de", "van", "von", "der", "den",
        "la", "bin", "al",
    ];
    let Some(names) = line.trim_end().strip_prefix("By ") else {
        return false;
    };
    let name = |word: &str| word.starts_with(char::is_uppercase) || JOIN.contains(&word);
    names.split_whitespace().count() <= MOST
        && names.starts_with(char::is_uppercase)
        && names.split_whitespace().all(name)
        && !names.ends_with(['.', '!', '?'])
}

/// "22 January 2015", "Thursday, March 14, 2024 at 6:15 pm", "Updated: 09:40, 3 May 2021": a date, and no word of prose.
pub fn is_dated(line: &str) -> bool {
    const MOST: usize = 14;
    const BESIDE: &[&str] = &["at", "on", "am", "pm", "last", "first", "min", "mins", "minute", "read", "of"];
    let lexicon = lexicon();
    let words = || {
        line.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(MOST + 1)
    };
    let figures = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let of_date = |word: &str| {
        let lower = word.to_ascii_lowercase();
        let id = lexicon.id(&lower);
        figures(word)
            || BESIDE.contains(&lower.as_str())
            || matches!(lower.as_str(), "a" | "p" | "m")
            || lexicon.months.word(id).is_some()
            || lexicon.weekdays.word(id).is_some()
            || lexicon.stamps.word(id).is_some()
            || word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    words().count() <= MOST && words().any(year) && words().all(of_date) && !line.trim_end().ends_with(['!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writers_are_told_from_prose() {
        for line in ["By Ada Moss", "By Ada Moss and Bo Lee | Staff Writers", "By Ada van der Berg, Pump Room"] {
            assert!(names_writer(line), "{line}");
        }
        for line in [
            "By Friday the pumps were back",
            "by Ada Moss",
            "By noon",
            "By Friday All Pumps Were Back.",
            "Bylaws",
        ] {
            assert!(!names_writer(line), "{line}");
        }
    }

    #[test]
    fn dates_are_told_from_prose() {
        for line in [
            "22 January 2015",
            "Thursday, March 14, 2024 at 6:15 p.m. EDT",
            "Updated: 09:40, 3 May 2021",
            "2021-05-03 · 4 min read",
        ] {
            assert!(is_dated(line), "{line}");
        }
        for line in ["on 22 January 2015 it failed", "CEO/21/017 – a report", "3 May", "2015"] {
            assert_eq!(is_dated(line), line == "2015", "{line}");
        }
    }
}
