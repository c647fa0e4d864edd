//! The menus above and below a page that was saved or copied as plain text: no words of the article.
//!
//! One would get wrong to take each short line for one: a headline, a byline and a section's name are short too. Only
//! words that lead elsewhere are a menu, a trail of sections, and the lines among them.

use std::ops::Range;

/// What a page writes on its buttons and above its menus, in lower case.
const BUTTONS: &[&str] = &[
    "accept",
    "accept all",
    "accept all cookies",
    "accept cookies",
    "accessibility",
    "accessibility help",
    "accessibility links",
    "account",
    "advertisement",
    "all sections",
    "browse",
    "close",
    "close menu",
    "close search",
    "cookie settings",
    "create account",
    "dark mode",
    "dismiss",
    "donate",
    "e-paper",
    "edition",
    "epaper",
    "got it",
    "help",
    "hide menu",
    "home",
    "home page",
    "homepage",
    "jump to content",
    "jump to navigation",
    "listen",
    "live tv",
    "log in",
    "log on",
    "login",
    "logo",
    "main menu",
    "main navigation",
    "manage cookies",
    "menu",
    "more",
    "more menu",
    "my account",
    "my profile",
    "navigation",
    "navigation menu",
    "newsletter",
    "newsletters",
    "open app",
    "open in app",
    "open menu",
    "open navigation menu",
    "open search",
    "pricing",
    "products",
    "register",
    "register now",
    "reject all",
    "search",
    "sections",
    "show menu",
    "sign in",
    "sign in / register",
    "sign in / sign up",
    "sign out",
    "sign up",
    "site navigation",
    "skip advertisement",
    "skip links",
    "skip navigation",
    "skip to content",
    "skip to main",
    "skip to main content",
    "skip to main navigation",
    "skip to navigation",
    "skip to primary navigation",
    "skip to search",
    "skip to sidebar",
    "skip to site index",
    "start free trial",
    "subscribe",
    "subscribe for free",
    "subscribe now",
    "subscribe today",
    "toggle menu",
    "toggle navigation",
    "toggle search",
    "top stories",
    "watch live",
    "watch tv",
    "your account",
];

/// What a page writes below its article, in lower case, besides its buttons.
const FOOTERS: &[&str] = &[
    "about",
    "about us",
    "accessibility statement",
    "advertise",
    "advertise with us",
    "back to top",
    "careers",
    "contact",
    "contact us",
    "cookie policy",
    "cookies",
    "follow us",
    "print",
    "privacy",
    "privacy notice",
    "privacy policy",
    "report this ad",
    "save",
    "scroll to top",
    "share",
    "share on facebook",
    "share on twitter",
    "share this",
    "share this article",
    "share this story",
    "site map",
    "sitemap",
    "terms",
    "terms & conditions",
    "terms and conditions",
    "terms of service",
    "terms of use",
    "tweet",
];

/// Words at most of a line of a menu.
const LONGEST_ENTRY: usize = 3;

/// Lines at least of a column of a menu.
const FEWEST_ENTRIES: usize = 4;

/// Lines of a page's head that a breadcrumb may stand below.
const DEEPEST_TRAIL: usize = 12;

/// Characters of a line that is prose and no part of such a head.
const LONGEST_LINE: usize = 100;

/// The lines of menus above the text, in bytes; none where they are all that there is.
pub fn above(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut column: Vec<Range<usize>> = Vec::new();
    let mut button = false;
    let (masthead, mut lines) = masthead(text);
    found.extend(masthead);
    for (range, words) in lines.by_ref() {
        let known = is_button(words);
        if known || is_trail(words) {
            button |= known;
            // What stands among buttons is a menu's too.
            found.append(&mut column);
            found.push(range);
        } else if button && is_entry(words) {
            column.push(range);
        } else {
            // A column behind the last button; but its last line may be the headline's or the section's.
            if column.len() >= FEWEST_ENTRIES {
                column.pop();
                found.append(&mut column);
            }
            return found;
        }
    }
    Vec::new()
}

/// The lines below the text that lead elsewhere or tell whose page it is, in bytes and in text order; none where they are all
/// that there is.
pub fn below(text: &str) -> Vec<Range<usize>> {
    let leads_on = |words: &str| is_button(words) || among(FOOTERS, words) || is_trail(words) || words.starts_with('©');
    let mut end = text.len();
    let mut found = Vec::new();
    for line in text.split_inclusive('\n').rev() {
        let range = end - line.len()..end;
        end = range.start;
        match line.trim() {
            "" => {}
            words if leads_on(words) => found.push(range),
            _ => {
                found.reverse();
                return found;
            }
        }
    }
    Vec::new()
}

/// All down to "Home > News > Local", where a page leads back from there, with what it shows of the day on which it was looked
/// at: "Tuesday 27 June 2023 | 29°C"; and the lines behind it.
fn masthead(text: &str) -> (Option<Range<usize>>, impl Iterator<Item = (Range<usize>, &str)>) {
    let leads_back = |words: &str| is_trail(words) && words.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("home"));
    let head = || {
        let lines = lines(text, 0).take(DEEPEST_TRAIL);
        lines.take_while(|(_, words)| words.chars().count() <= LONGEST_LINE && !words.ends_with('.'))
    };
    let menu = head().any(|(_, words)| is_button(words) || is_trail(words) && !leads_back(words));
    let trail = head().filter(|(_, words)| menu && leads_back(words)).last();
    let end = trail.map_or(0, |(range, _)| range.end);
    ((end > 0).then_some(0..end), lines(text, end))
}

/// The lines from a byte on in which something stands, with their bytes.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = from;
    text[from..]
        .split_inclusive('\n')
        .map(move |line| {
            let range = at..at + line.len();
            at = range.end;
            (range, line.trim())
        })
        .filter(|(_, words)| !words.is_empty())
}

fn is_button(words: &str) -> bool {
    among(BUTTONS, words)
}

/// Whether a line is one of a table, but for its marks.
fn among(table: &[&str], words: &str) -> bool {
    // The longest of them has fewer letters.
    const LONGEST: usize = 32;
    if words.len() > LONGEST {
        return false;
    }
    let words = words.trim_start_matches(['-', '*', '•', '☰', '×', ' ']);
    let words = words.trim_end_matches(['×', '▾', '▼', '…', ':', ' ']).to_lowercase();
    table.binary_search(&words.as_str()).is_ok()
}

/// "Home | News | Sport", "News > Business > Banking": sections only. What a bar parts may be a byline too: its first part leads
/// home, or there are many.
fn is_trail(words: &str) -> bool {
    ["  ", ">", "›", "»", "|", "·", "/"].into_iter().any(|mark| {
        let parts: Vec<&str> = words
            .split(mark)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let fewest = match mark {
            _ if parts.first().is_some_and(|it| it.eq_ignore_ascii_case("home")) => 2,
            ">" | "›" | "»" => 3,
            _ => FEWEST_ENTRIES,
        };
        parts.len() >= fewest && parts.iter().all(|part| is_entry(part))
    })
}

/// A word or a few, of no sentence and no stamp.
fn is_entry(words: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '&' | '-' | '\'' | '’' | '+');
    words.chars().all(plain)
        && words.split_whitespace().count() <= LONGEST_ENTRY
        && words.starts_with(char::is_uppercase)
        && !words.starts_with("By ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let mut rest = text.to_owned();
        for range in above(text).into_iter().rev() {
            rest.replace_range(range, "");
        }
        rest
    }

    #[test]
    fn the_tables_are_in_order() {
        assert!(BUTTONS.is_sorted() && FOOTERS.is_sorted());
    }

    #[test]
    fn menus_go_and_the_headline_stays() {
        let story = "Ferry stops\nBy Ada Moss\n3 May 2021\n\nThe ferry stopped.\n";
        for menu in [
            "Skip to content\nMenu\nSign in\n\n",
            "Home | News | Sport | Weather\n\n",
            "Home > News > Transport\n",
            "Menu\nNews\nUK\nWorld\nSport\nSearch\n",
            "MENU  HOME  NATION  METRO  REGIONS\n",
            "Skip to content\nTuesday 27 June 2023 | 29°C\nBREAKING: Ships late\nHome » News » Local\n",
        ] {
            assert_eq!(left(&format!("{menu}{story}")).trim_start(), story, "{menu}");
        }
    }

    #[test]
    fn a_column_behind_the_last_button_ends_above_the_headline() {
        let text = "Search\nNews\nUK\nWorld\nSport\nFerry stops\n\nThe ferry stopped on Monday.\n";
        assert_eq!(left(text), "Ferry stops\n\nThe ferry stopped on Monday.\n");
    }

    #[test]
    fn what_leads_on_below_goes() {
        let text = "The ferry stopped.\n\nShare this article\n\nContact us\n© 2021 The Herald\n";
        let first = below(text).first().map(|it| it.start);
        assert_eq!(first, text.find("Share"));
        assert!(below("The ferry stopped.\nAsk for contact us\n").is_empty());
    }

    #[test]
    fn short_lines_of_an_article_stay() {
        for text in [
            "Pumps down\n\nRiverton\n\nThe pumps failed.\n",
            "Corvane | Status | Incident history\nThe pumps failed.\n",
            "The Boat Forum > Site News > Where did it go?\nIt failed.\n",
            "By Ada Moss | The Pump Room | News | Opinion\nIt failed.\n",
            "Menu\nSearch\n",
        ] {
            assert_eq!(left(text), text);
        }
    }
}
