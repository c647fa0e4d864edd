//! Where a section of a text begins: at a heading, or at a short line that stands alone where nothing marks one.
//!
//! One would get wrong that plain text has no headings: "Sequence of events" above a paragraph is one, without a mark.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::layout::{ends_in_stop, is_heading};

/// Words and marks at most of a line that heads a section.
const LONGEST_LABEL: usize = 6;

/// Whether a block heads a section.
pub fn opens_at(article: &Article, block: &Block) -> bool {
    is_heading(block) || is_label(article, block)
}

/// Whether a section opens between two blocks, given by their indices, neither of them counted.
pub fn opens_between(article: &Article, above: usize, below: usize) -> bool {
    let between = article.blocks.get(above + 1..below).unwrap_or_default();
    between.iter().any(|block| opens_at(article, block))
}

/// Whether a block is a short line alone, as stands above a list or a section.
pub fn is_label(article: &Article, block: &Block) -> bool {
    // "**What went wrong**" is no longer for being bold.
    let bold = |at: &usize| matches!(article.tokens[*at].kind, Kind::Symbol('*' | '_'));
    let words = || {
        block
            .tokens
            .clone()
            .filter(|at| !bold(at))
            .take(LONGEST_LABEL + 1)
            .count()
    };
    let short = block.kind == BlockKind::Paragraph && block.after_gap && words() <= LONGEST_LABEL;
    short && !ends_in_stop(article, block)
}

#[cfg(test)]
mod tests {
    use super::opens_at;
    use crate::article::Article;

    #[test]
    fn a_section_opens_at_a_short_line_alone() {
        let text = "The lift stopped.\n\nWhat went wrong\n\nA relay had stuck.\n\nIt was cleaned.\n";
        let article = Article::read("section", text.as_bytes(), None).expect("a text can be read");
        let opens: Vec<bool> = article.blocks.iter().map(|block| opens_at(&article, block)).collect();
        assert_eq!(opens, [false, true, false, false]);
    }
}
