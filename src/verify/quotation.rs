//! Whether quoted words stand in a text, and where.
//!
//! One would get wrong to compare bytes: a quotation that was copied through another program has other quotation
//! marks and line ends, and is still what the text says.

use std::ops::Range;

/// Where words were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stands {
    /// Where they are said to be, or, where no place is said, anywhere.
    Here(Range<usize>),
    /// Elsewhere: every place.
    Moved(Vec<Range<usize>>),
    /// Nowhere; and what stands at the place that is named.
    Nowhere {
        /// The words there, where there is such a place.
        instead: Option<String>,
    },
}

/// A text with its code points counted.
#[derive(Debug)]
pub struct Page<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Page<'a> {
    /// Counts the text once.
    pub fn new(text: &'a str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, starts }
    }

    /// The bytes of a range of code points; `None` where the text has no such place.
    pub fn bytes(&self, [from, to]: [usize; 2]) -> Option<Range<usize>> {
        let (from, to) = (*self.starts.get(from)?, *self.starts.get(to)?);
        (from < to).then_some(from..to)
    }

    /// The line of a byte, counted from one.
    pub fn line(&self, at: usize) -> usize {
        1 + self.text[..at].matches('\n').count()
    }

    /// Looks for words, at their place first.
    pub fn find(&self, words: &str, mention: Option<[usize; 2]>) -> Stands {
        let place = mention.and_then(|mention| self.bytes(mention));
        if let Some(place) = &place
            && folded(&self.text[place.clone()]) == folded(words)
        {
            return Stands::Here(place.clone());
        }
        let found = self.anywhere(words);
        match (found.is_empty(), mention) {
            (true, _) => Stands::Nowhere {
                instead: place.map(|place| self.text[place].to_owned()),
            },
            (false, None) => Stands::Here(found[0].clone()),
            (false, Some(_)) => Stands::Moved(found),
        }
    }

    fn anywhere(&self, words: &str) -> Vec<Range<usize>> {
        let wanted = folded(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let exact: Vec<_> = self
            .text
            .match_indices(words.trim())
            .map(|(at, found)| at..at + found.len())
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        // Folded, a character may be longer or gone: each place is tried until its words are as long.
        let first = wanted.chars().next();
        let mut out = Vec::new();
        for (at, _) in self.text.char_indices().filter(|(_, c)| Some(fold(*c)) == first) {
            let mut kept = String::new();
            for (offset, c) in self.text[at..].char_indices() {
                push(&mut kept, c);
                if kept == wanted {
                    out.push(at..at + offset + c.len_utf8());
                    break;
                }
                if !wanted.starts_with(kept.as_str()) {
                    break;
                }
            }
        }
        out
    }
}

/// Words with their blanks and quotation marks made alike.
fn folded(words: &str) -> String {
    let mut out = String::new();
    words.trim().chars().for_each(|c| push(&mut out, c));
    out
}

fn push(out: &mut String, c: char) {
    let c = fold(c);
    if c != ' ' || !out.ends_with(' ') {
        out.push(c);
    }
}

fn fold(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '‐' | '‑' | '–' | '—' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_at_their_place_elsewhere_or_nowhere() {
        let page = Page::new("Café – down\nat “noon” and at noon.");
        assert_eq!(page.find("noon", Some([16, 20])), Stands::Here(21..25));
        assert!(matches!(page.find("noon", Some([0, 4])), Stands::Moved(places) if places.len() == 2));
        assert!(matches!(page.find("down at \"noon\"", None), Stands::Here(_)));
        let instead = Some("noon".to_owned());
        assert_eq!(page.find("midnight", Some([16, 20])), Stands::Nowhere { instead });
    }
}
