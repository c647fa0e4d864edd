//! Classes of words of like meaning, so that what is learnt of "complained" holds of "griped".
//!
//! One would get wrong to make them by hand: they are where a language model that has read much (all-MiniLM-L6-v2: Reimers
//! and Gurevych 2019, Wang et al. 2020) puts the words, parted by k-means (`tests/learn/classes.py`).

use std::sync::LazyLock;

use super::classes::{CLASSES, WORDS};
use super::clue::Clue;
use super::keyed::Keyed;

/// The classes of a word, the narrow one first, each named by its commonest word.
pub type Classes = [&'static str; 3];

static BY_WORD: LazyLock<Keyed<u16>> = LazyLock::new(|| Keyed::new(WORDS));

/// The classes of a word, in any case of letters.
pub fn classes(word: &str) -> Option<Classes> {
    let at = *BY_WORD.get(Clue::key_of(word))?;
    Some(CLASSES[usize::from(at)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::course::keyed::tests::assert_named;

    #[test]
    fn words_of_like_meaning_share_a_class() {
        let middle = |word| classes(word).map(|[_, middle, _]| middle);
        assert!(middle("disruption").is_some());
        assert_eq!(middle("Blackouts"), middle("disruption"));
        assert_eq!(middle("rebooted"), middle("rebooting"));
        assert_ne!(middle("disruption"), middle("restored"));
        assert_eq!(classes("qqxz"), None);
    }

    #[test]
    fn each_word_is_found_by_its_number() {
        assert_named(include_str!("classes.rs"), WORDS);
    }
}
