//! `<time>` → a stamp in the text, or one of the page.
//!
//! One would get wrong to write what is shown: "3 hours ago" counts from the moment of saving, which nobody knows.

use scraper::ElementRef;

use super::metadata::stamp;
use super::walker::{Walker, words_of};

/// `<time>` in the head of the article.
#[derive(Clone, Default, Debug)]
pub struct Stamps {
    /// The first that does not say it is a change.
    pub published: Option<String>,
    /// The first that does.
    pub modified: Option<String>,
}

impl<'a> Walker<'a> {
    /// A stamp: as it is shown, or as its attribute has it where what is shown is "3 hours ago".
    pub(super) fn time(&mut self, element: &ElementRef<'a>, depth: usize) {
        let shown = words_of(element);
        let value = element.value();
        let exact = value.attr("datetime").and_then(stamp);
        if let Some(exact) = &exact
            && !self.prose
        {
            self.note(element, exact);
        }
        let lower = shown.to_ascii_lowercase();
        let relative = shown.is_empty()
            || lower.ends_with(" ago")
            || lower.ends_with(" ago.")
            || !shown.bytes().any(|b| b.is_ascii_digit())
            || (value.name() != "time" && !shown.contains(':'))
            || (shown.len() <= 4 && shown.ends_with(['h', 'm', 'd', 's', 'w', 'y']));
        match exact {
            Some(exact) if relative => {
                let blank = if ends_in_word(&self.words) { " " } else { "" };
                self.text(&format!("{blank}{exact}"));
                // "2h ago  17.20 GMT": one moment told twice.
                if let Some(clock) = element.next_siblings().find_map(ElementRef::wrap).filter(shows_clock) {
                    self.text(&format!(" ({})", words_of(&clock)));
                    self.written = Some(clock.id());
                }
                self.closed = true;
            }
            _ => self.inline(element, depth),
        }
    }

    /// Keeps the stamps of an article's head; a page with many of them is a list of posts.
    fn note(&mut self, element: &ElementRef, exact: &str) {
        let value = element.value();
        let named = ["itemprop", "class", "property"].iter().find_map(|key| value.attr(key));
        let named = named.unwrap_or_default().to_ascii_lowercase();
        let before = self.words.to_ascii_lowercase();
        let changed = ["modified", "updated"].iter().any(|word| named.contains(word))
            || before
                .split_whitespace()
                .next_back()
                .is_some_and(|word| matches!(word.trim_matches(':'), "updated" | "modified" | "update"));
        let slot = if changed {
            &mut self.stamps.modified
        } else {
            &mut self.stamps.published
        };
        if slot.is_none() && self.survey.times_of_page() <= 4 {
            *slot = Some(exact.to_owned());
        }
    }
}

/// "17.20 GMT" and nothing else.
fn shows_clock(element: &ElementRef) -> bool {
    let words = words_of(element);
    let bytes = words.as_bytes();
    let clock = bytes
        .windows(4)
        .any(|w| w[0].is_ascii_digit() && matches!(w[1], b':' | b'.') && w[2..].iter().all(u8::is_ascii_digit));
    let zone = words.rsplit(' ').next().is_some_and(|last| {
        last.len() >= 2 && last.bytes().all(|b| b.is_ascii_uppercase()) && last != "AM" && last != "PM"
    });
    clock && zone && words.len() <= 16
}

/// Whether a word of two letters or more ends it; a drop cap is one letter.
pub fn ends_in_word(words: &str) -> bool {
    let mut back = words.chars().rev();
    back.next().is_some_and(char::is_alphanumeric) && back.next().is_some_and(char::is_alphanumeric)
}
