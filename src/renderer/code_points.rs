//! Byte offsets of a text → Unicode code points, which is how other programs count.
//!
//! One would get wrong the cost: counting from the beginning for each span makes a long document quadratic.

use crate::article::span::Span;

/// Counts from the nearest mark below, so a look-up reads at most this many bytes.
const STRIDE: usize = 256;

/// The code points of one text.
#[derive(Debug)]
pub struct CodePoints<'text> {
    text: &'text str,
    /// Code points that begin before byte `n × STRIDE`.
    before: Vec<u32>,
}

impl<'text> CodePoints<'text> {
    /// Counts the text once.
    pub fn new(text: &'text str) -> Self {
        let mut total = 0;
        let before = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let before = total;
                total += begun(chunk);
                before
            })
            .collect();
        Self { text, before }
    }

    /// How many code points begin before the byte; the whole text's count past its end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(chunk) = byte.checked_div(STRIDE).filter(|chunk| *chunk < self.before.len()) else {
            let last = self.before.len().saturating_sub(1);
            return self.before.last().map_or(0, |before| *before as usize)
                + begun(&self.text.as_bytes()[last * STRIDE..]) as usize;
        };
        self.before[chunk] as usize + begun(&self.text.as_bytes()[chunk * STRIDE..byte]) as usize
    }

    /// The half-open range of code points.
    pub fn range(&self, span: Span) -> [usize; 2] {
        [self.at(span.start()), self.at(span.end())]
    }
}

/// Code points that begin in the bytes: all bytes but the continuing ones.
fn begun(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_counts_as_if_from_the_beginning(text in "[a-zé’東👩\n]{0,700}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(byte), count);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count());
            prop_assert_eq!(points.at(text.len() + 9), text.chars().count());
        }
    }
}
