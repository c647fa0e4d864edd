//! Article → statements: what happened, and what the words say of when.
//!
//! One would get wrong that nothing here knows a calendar: "Monday" stays Monday until the normaliser has the
//! moment of writing.

mod addition;
pub mod aged;
mod asides;
mod author;
mod columns;
mod correspondence;
mod day_line;
pub mod declaration;
mod entry;
mod epithet;
mod eventless;
mod forum;
pub mod incident_head;
pub mod label;
pub mod layout;
mod live;
mod masthead;
pub mod mention;
mod original;
pub mod page_stamp;
mod picture;
mod post;
mod posted_report;
mod record;
pub mod section;
mod stamped;
pub mod statement;
pub mod time;

use rustc_hash::FxHashSet;

use crate::article::Article;
use layout::Layout;
use mention::Mention;
use statement::Statement;
use statement::kind::Modality;
use time::expression::Timex;

/// What a text says, and how its page is laid out.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Every time expression.
    pub timexes: Vec<Timex>,
    /// What they say of happenings, in text order.
    pub mentions: Vec<Mention>,
    /// The part that each mention plays.
    pub layout: Layout,
    /// Happenings, those with mentions first and in text order.
    pub statements: Vec<Statement>,
}

impl Parsed {
    /// Indices of the mentions that date what has not come about.
    pub fn to_come(&self) -> FxHashSet<usize> {
        let expected = self.statements.iter().filter(|it| it.modality == Modality::Expected);
        expected.filter_map(|it| it.mention).collect()
    }
}

/// Parses an article.
pub fn parse(article: &Article) -> Parsed {
    let mut parsed = parse_times(article);
    parsed.statements = statement::statements(article, &parsed.timexes, &parsed.mentions, &parsed.layout);
    parsed.statements.shrink_to_fit();
    parsed
}

/// Parses what an article says of times, and leaves out what happened at them.
pub fn parse_times(article: &Article) -> Parsed {
    let mut timexes = time::expressions(article);
    timexes.shrink_to_fit();
    columns::lend_zones(article, &mut timexes);
    let mut mentions = mention::mentions(article, &timexes);
    mentions.shrink_to_fit();
    let layout = layout::layout(article, &mentions);
    Parsed {
        timexes,
        mentions,
        layout,
        statements: Vec::new(),
    }
}
