//! Constraints as sentences, for proofs and contradictions.
//!
//! One would get wrong that a bound on the way back is a negative length: people say "before".

use crate::article::span::Span;
use crate::chronology::Told;
use crate::chronology::phrase;
use crate::normaliser::dated::{Dated, Window};

impl Told {
    pub(super) fn sentence(&self, words: Span, least: Option<i64>, most: Option<i64>) -> String {
        let words = self.article.words(words);
        let span = |s: i64| phrase::length(s.abs());
        match (least, most) {
            (Some(least), Some(most)) if least == most => format!("“{words}” is {}", span(least)),
            (Some(least), Some(most)) if least >= 0 => format!("“{words}” is {} to {}", span(least), span(most)),
            (Some(least), Some(most)) => format!("“{words}” is {} to {} before", span(most), span(least)),
            (Some(0), None) => format!("“{words}” puts it after what was told before"),
            (None, Some(0)) => format!("“{words}” puts it before what was told before"),
            (Some(least), None) => format!("“{words}” is at least {}", span(least)),
            (None, Some(most)) => format!("“{words}” is at most {}", span(most)),
            (None, None) => format!("“{words}” bounds nothing"),
        }
    }

    pub(super) fn window_sentence(&self, words: Span, dated: &Dated, window: Window) -> String {
        let at = |s: i64| phrase::moment(dated, s);
        let words = self.article.words(words);
        match window {
            (Some(from), Some(to)) if from == to => format!("“{words}” is {}", at(from)),
            (Some(from), Some(to)) => format!("“{words}” is {} to {}", at(from), at(to)),
            (None, Some(to)) => format!("“{words}” is no later than {}", at(to)),
            (Some(from), None) => format!("“{words}” is no earlier than {}", at(from)),
            (None, None) => format!("“{words}” bounds nothing"),
        }
    }

    pub(super) fn end_sentence(&self, words: Span, dated: &Dated, window: Window) -> String {
        let at = |s: i64| phrase::moment(dated, s);
        let words = self.article.words(words);
        match window {
            (Some(from), Some(to)) if from == to => format!("“{words}” ends at {}", at(from)),
            (Some(from), Some(to)) => format!("“{words}” ends between {} and {}", at(from), at(to)),
            _ => format!("“{words}” has an open end"),
        }
    }
}
