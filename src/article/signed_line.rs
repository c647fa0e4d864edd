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

/// "Ada Moss-Lee", alone on its line.
pub fn is_name_alone(line: &str) -> bool {
    let words = || line.split_whitespace();
    let name = |word: &str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        letters && word.starts_with(char::is_uppercase)
    };
    let plain = !line.trim_end().ends_with('.') && line.chars().any(char::is_lowercase);
    (2..=4).contains(&words().count()) && words().all(name) && plain
}

/// "22 January 2015", "Updated: 09:40, 3 May 2021", "3 May 2021 | Ada Moss | 4 min read", "Issue 12 · 3 May 2021": a date, and
/// no word of prose.
pub fn is_stamp_line(line: &str) -> bool {
    const MOST: usize = 14;
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let parts = || line.split(['|', '·', '•']);
    words(line).take(MOST + 1).count() <= MOST
        && parts().any(|part| words(part).any(year) && words(part).all(is_of_date))
        && parts().all(|part| words(part).all(is_of_date) || is_name(part) || is_count(part))
        && !line.trim_end().ends_with(['!', '?'])
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn is_name(part: &str) -> bool {
    let figure = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let name = |word: &str| word.starts_with(char::is_uppercase) || figure(word) || matches!(word, "by" | "and");
    part.split_whitespace().all(name)
}

/// "0 comments", "12 shares"
fn is_count(part: &str) -> bool {
    const COUNTED: &[&str] = &[
        "comment", "comments", "share", "shares", "view", "views", "likes", "replies",
    ];
    let mut words = part.split_whitespace();
    let count = words
        .next()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    count && words.next().is_some_and(|word| COUNTED.contains(&word)) && words.next().is_none()
}

/// A figure, a month, a weekday, a stamp's word, a zone's letters, and the small words among them.
fn is_of_date(word: &str) -> bool {
    const BESIDE: &[&str] = &[
        "at", "on", "a", "p", "m", "am", "pm", "last", "first", "min", "mins", "minute", "read", "of",
    ];
    const LONGEST_ZONE: usize = 4;
    let lexicon = lexicon();
    let lower = word.to_ascii_lowercase();
    let id = lexicon.id(&lower);
    word.starts_with(|c: char| c.is_ascii_digit())
        || BESIDE.contains(&lower.as_str())
        || lexicon.months.word(id).is_some()
        || lexicon.weekdays.word(id).is_some()
        || lexicon.stamps.word(id).is_some()
        || word.len() <= LONGEST_ZONE && word.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writers_are_told_from_prose() {
        for line in [
            "By Ada Moss",
            "By Ada Moss and Bo Lee | Staff Writers",
            "By Ada van der Berg, Pump Room",
        ] {
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
    fn a_name_alone_is_no_prose() {
        assert!(is_name_alone("Rhona Marsh-Celeste") && is_name_alone("J. P. O’Neil"));
        assert!(!is_name_alone("Rhona said") && !is_name_alone("Rhona Marsh.") && !is_name_alone("MENU HOME"));
    }

    #[test]
    fn dates_are_told_from_prose() {
        for line in [
            "22 January 2015",
            "Thursday, March 14, 2024 at 6:15 p.m. EDT",
            "Updated: 09:40, 3 May 2021",
            "2021-05-03 · 4 min read",
            "3 May 2021 | Ada Moss and Bo Lee",
            "Posted by Ada Moss | May 3, 2021 | Harbour, News | 0 comments",
        ] {
            assert!(is_stamp_line(line), "{line}");
        }
        for line in ["on 22 January 2015 it failed", "CEO/21/017 – a report", "3 May", "2015"] {
            assert_eq!(is_stamp_line(line), line == "2015", "{line}");
        }
    }
}
