//! A report that a status page posts at the head of its list: a stamp on a line of its own, a heading, and the report.
//!
//! One would get wrong that such a stamp is only the page's own: it is that of the newest entry, and the page tells then.

use crate::article::Article;
use crate::article::block::BlockKind;

use super::incident_head::Field;
use super::layout::{Layout, Role};
use super::mention::Mention;
use super::statement::kind::Phase;

/// Entries with whole stamps below that make a list.
const FEWEST: usize = 2;

/// The stamp of such a report and its heading, as what the stamp dates; the report tells of other times.
pub(super) fn field(article: &Article, mentions: &[Mention], layout: &Layout) -> Option<Field> {
    let block = |mention: &Mention| article.sentences[mention.sentence].block;
    let at = mentions.iter().zip(&layout.roles).position(|(mention, role)| {
        let tokens = &article.blocks[block(mention)].tokens;
        *role == Role::Published && mention.time.is_stamp() && tokens.len() <= mention.tokens.len() + 1
    })?;
    let heading = article.blocks.get(block(&mentions[at]) + 1)?;
    let entries = mentions[at..].iter().zip(&layout.roles[at..]);
    let stamped = entries.filter(|(mention, role)| {
        let first = article.blocks[block(mention)].tokens.start == mention.tokens.start;
        first && mention.time.is_stamp() && matches!(role, Role::Entry { .. })
    });
    let listed = matches!(heading.kind, BlockKind::Heading(2..)) && stamped.take(FEWEST).count() == FEWEST;
    listed.then(|| Field {
        mention: at,
        text: [heading.tokens.clone()].into(),
        phase: Some(Phase::Aftermath),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(text: &str) -> usize {
        let article = Article::read("posted", text.as_bytes(), None).expect("a page can be read");
        let told = crate::parser::parse(&article).statements;
        told.iter().filter(|it| it.phase == Phase::Aftermath).count()
    }

    #[test]
    fn a_report_at_the_head_of_a_list_is_posted_then() {
        let head =
            "# Kettle Streams\n\nThe streams stood still from 23:10 on 8 November 2022.\n\nNov 15, 2022 14:20\n\n";
        let list = "\n\nNov 09, 2022 00:30 Streams are slow.\n\nNov 08, 2022 23:45 Streams are stuck.\n";
        let report = "ISSUE SUMMARY\n\nAt 23:20 we were paged.";
        assert_eq!(posted(&format!("{head}{report}{list}")), 1);
        assert_eq!(posted(&format!("{head}{report}")), 0, "a page of its own");
        assert_eq!(posted(&format!("{head}We were paged.{list}")), 0, "an update");
    }
}
