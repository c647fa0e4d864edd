//! Where a page of updates comes to the story that it first was: "ORIGINAL STORY:", "Earlier report:".
//!
//! One would get wrong to read on from the last update: the story below was written before all of them.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::layout::{opens_update, skip_marks};
use super::masthead::LONGEST_DATELINE;
use super::time::view::View;

/// The first block of the story, or the label above it, where an update stands above.
pub(super) fn begins(article: &Article) -> Option<usize> {
    let blocks = &article.blocks;
    let update = blocks.iter().position(|block| updates(article, block))?;
    (update + 1..blocks.len()).find(|at| is_label(article, &blocks[*at]))
}

/// Whether a block is an update of the story, or the label above those.
fn updates(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let says = |at: usize| {
        let upper = article.words(article.tokens[at].span).starts_with("UPDATE");
        upper && view.says_any(at, &["update", "updates", "updated"])
    };
    // "HARDING, Neb. (KXYZ) - UPDATE 9:30 p.m.:"
    opens_update(&view) || block.tokens.clone().take(LONGEST_DATELINE).any(says)
}

/// "ORIGINAL STORY:", "*Original report* –", "PREVIOUS COVERAGE", at the head of a block.
fn is_label(article: &Article, block: &Block) -> bool {
    const FIRST: &[&str] = &["original", "earlier", "previous"];
    const STORIES: &[&str] = &["story", "report", "article", "post", "coverage", "reporting"];
    let view = View::of(article, &block.tokens);
    let mut start = skip_marks(&view, view.start());
    if view.says(start, "the") {
        start += 1;
    }
    let end = skip_marks(&view, start + 2);
    // "ORIGINAL STORY 2/3/26 4:12 p.m."
    let stamped = || matches!(view.kind(end), Some(Kind::Date(_) | Kind::Clock(_)));
    let closes = end >= view.end() || view.symbol_any(end, &[':', '-', '–', '—']) || stamped();
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
    plain && view.says_any(start, FIRST) && view.says_any(start + 1, STORIES) && closes
}

#[cfg(test)]
mod tests {
    use super::begins;
    use crate::article::Article;

    #[test]
    fn labels() {
        let cases = [
            ("UPDATE 5 p.m.: Trams run.\n\nORIGINAL STORY: Trams stopped.", Some(1)),
            ("UPDATE: Trams run.\n\n**Original report:**\n\nTrams stopped.", Some(1)),
            (
                "BRIM, Ore. (KQRS) - UPDATE 5 p.m.: Trams run.\n\nEarlier story:\n\nTrams stopped.",
                Some(1),
            ),
            ("Trams run.\n\nORIGINAL STORY: Trams stopped.", None),
            (
                "UPDATE 5 p.m.: Trams run.\n\nThe original story was wrong about the trams.",
                None,
            ),
        ];
        for (text, expected) in cases {
            let article = Article::read("tram.md", text.as_bytes(), None).expect("it is text");
            assert_eq!(begins(&article), expected, "{text}");
        }
    }
}
