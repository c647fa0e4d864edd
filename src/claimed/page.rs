//! A text of which only some words are known, each where it stood: blanks between them, and below it what a timeline
//! says without a place.
//!
//! One would get wrong to believe the places: they may be anybody's, reversed, far too large, or two for one spot.
//! What cannot stand where it is said to stand is written below.

use std::ops::Range;

/// No text that people read is longer, in code points.
const LONGEST: usize = 1 << 23;

/// A page that is being filled.
#[derive(Default)]
pub struct Page {
    points: Vec<Option<char>>,
    /// Lines below, with where each word of theirs begins once the page is written.
    below: Vec<String>,
    length_below: usize,
}

/// Where words were put, in code points: of the page, or of what stands below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In the page.
    On(usize, usize),
    /// Below it.
    Below(usize, usize),
}

impl Page {
    /// Makes room for a range, where it is one.
    pub fn room(&mut self, range: [usize; 2]) -> Option<Range<usize>> {
        let [from, to] = range;
        if from >= to || to > LONGEST {
            return None;
        }
        if self.points.len() < to {
            self.points.resize(to, None);
        }
        Some(from..to)
    }

    /// Puts words exactly where they stood, or below.
    pub fn put(&mut self, range: Option<[usize; 2]>, words: &str) -> Place {
        let count = words.chars().count();
        let fits = |room: &Range<usize>, points: &[Option<char>]| {
            room.len() == count
                && room
                    .clone()
                    .zip(words.chars())
                    .all(|(at, c)| points[at].is_none_or(|there| there == c))
        };
        match range.and_then(|range| self.room(range)) {
            Some(room) if fits(&room, &self.points) => {
                for (at, c) in room.clone().zip(words.chars()) {
                    self.points[at] = Some(c);
                }
                Place::On(room.start, room.end)
            }
            _ => self.below(words),
        }
    }

    /// Puts words into the first gap of a range that is wide enough, or below.
    pub fn fill(&mut self, range: Option<Range<usize>>, words: &str) -> Place {
        let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = words.chars().count();
        // A range for which there is room: `room` has made it.
        if let Some(range) = range.filter(|range| range.end <= self.points.len()) {
            let mut free = 0;
            for at in range.clone() {
                free = if self.points[at].is_none() { free + 1 } else { 0 };
                // A blank on both sides, where something stands there.
                let from = at + 1 - free;
                let (left, right) = (usize::from(from > range.start), usize::from(at + 1 < range.end));
                if count > 0 && free >= count + left + right {
                    let first = from + left;
                    for (at, c) in (first..).zip(words.chars()) {
                        self.points[at] = Some(c);
                    }
                    return Place::On(first, first + count);
                }
            }
        }
        self.below(&words)
    }

    /// Writes words on a line of their own below the page.
    pub fn below(&mut self, words: &str) -> Place {
        let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let from = self.length_below;
        let to = from + line.chars().count();
        self.length_below = to + 1;
        self.below.push(line);
        Place::Below(from, to)
    }

    /// The text, with a line break behind each of the ranges where nothing stands; and where code points begin in it.
    pub fn write(mut self, breaks: &[Range<usize>]) -> (String, Offsets) {
        for range in breaks {
            let inside = |it: &Range<usize>| it.contains(&range.end);
            if self.points.get(range.end).is_some_and(Option::is_none) && !breaks.iter().any(inside) {
                self.points[range.end] = Some('\n');
            }
        }
        let on = self.points.len();
        let mut text = String::with_capacity(on + self.length_below);
        text.extend(self.points.iter().map(|c| c.unwrap_or(' ')));
        for line in &self.below {
            text.push('\n');
            text.push_str(line);
        }
        let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(text.len() as u32);
        (text, Offsets { bytes, on })
    }
}

/// Code points → bytes.
pub struct Offsets {
    bytes: Vec<u32>,
    on: usize,
}

impl Offsets {
    /// The bytes of a place.
    pub fn of(&self, place: Place) -> Range<usize> {
        match place {
            Place::On(from, to) => self.bytes(from..to),
            Place::Below(from, to) => self.bytes(self.on + 1 + from..self.on + 1 + to),
        }
    }

    /// The bytes of a range of the page.
    pub fn bytes(&self, points: Range<usize>) -> Range<usize> {
        let at = |point: usize| self.bytes[point.min(self.bytes.len() - 1)] as usize;
        at(points.start)..at(points.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_they_stood_and_what_has_no_place_stands_below() {
        let mut page = Page::default();
        let noon = page.put(Some([10, 14]), "noon");
        let clash = page.put(Some([12, 15]), "ten");
        let reversed = page.put(Some([9, 2]), "two");
        let summary = page.fill(None, "é went down");
        assert_eq!(noon, Place::On(10, 14));
        assert!(matches!(clash, Place::Below(..)) && matches!(reversed, Place::Below(..)));
        let room = page.room([0, 30]);
        let filled = page.fill(room, "é failed");
        let (text, offsets) = page.write(&[]);
        assert_eq!(&text[offsets.of(noon)], "noon");
        assert_eq!(&text[offsets.of(clash)], "ten");
        assert_eq!(&text[offsets.of(reversed)], "two");
        assert_eq!(&text[offsets.of(filled)], "é failed");
        assert_eq!(&text[offsets.of(summary)], "é went down");
        assert_eq!(text.chars().take(14).collect::<String>().trim_end(), "é failed  noon");
    }
}
