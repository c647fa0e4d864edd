//! How firmly each text is believed: first-hand before retold, stamp before prose, exact before hedged, later
//! revision before earlier; and before all of these whatever the caller trusts.
//!
//! One would get wrong to let the trusted text win everywhere: what it only implies by its tense, and what is only
//! known of outages, stays weaker than anything that anybody says.

use crate::article::Article;
use crate::article::token::Kind;
use crate::normaliser::dated::{Dated, Voice};
use crate::normaliser::value::Granularity;
use crate::parser::statement::Statement;

use super::Told;
use super::network::Trust;

/// Known of the field.
pub const KNOWN: Trust = Trust(0);
/// Told as past by a text of a known date.
pub const TENSE: Trust = Trust(1);
/// No text can refute it: where the clocks of the earth are.
pub const CERTAIN: Trust = Trust(u8::MAX);
/// The weakest that is said.
const SAID: u8 = 2;

/// How something is said, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Manner {
    /// Told again with another time.
    Retold,
    /// As a length.
    Measured,
    /// With a hedge, or coarsely.
    Hedged,
    /// In so many words.
    Stated,
    /// As the stamp of an entry.
    Stamped,
}

impl Manner {
    /// How a statement says its time.
    pub fn of(statement: &Statement, dated: &Dated) -> Self {
        if dated.relative_to.is_some() {
            Self::Measured
        } else if dated.approximate || dated.value.granularity > Granularity::Minute {
            Self::Hedged
        } else if statement.is_entry() {
            Self::Stamped
        } else {
            Self::Stated
        }
    }
}

/// What is known of a text's worth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Credit {
    /// More for what the caller trusts more; nothing for what is not named.
    pub trusted: u8,
    /// Whether those tell it whose outage it is.
    pub first_hand: bool,
    /// When it was written: among equals the later revision leads.
    pub written: Option<i64>,
}

impl Credit {
    /// How firmly something stands that the text says in some manner.
    pub fn trust(self, manner: Manner) -> Trust {
        let manners = Manner::Stamped as u8 + 1;
        let above = self.trusted.min(20) * 2 + u8::from(self.first_hand);
        Trust(SAID + above * manners + manner as u8)
    }
}

/// The credit of each text; of what the caller trusts, the first counts most.
pub fn credits(told: &[Told], trusted: &[String]) -> Vec<Credit> {
    let rank = |path: &str| {
        let place = trusted.iter().position(|it| it == path);
        place.map_or(0, |at| u8::try_from(trusted.len() - at).unwrap_or(u8::MAX))
    };
    told.iter()
        .map(|text| Credit {
            trusted: rank(&text.article.path),
            first_hand: match text.normalised.voice {
                Voice::Heard => is_first_hand(&text.article, &text.parsed.statements),
                Voice::Claimed { first_hand, .. } => first_hand,
            },
            written: text.normalised.writing.map(|writing| writing.latest.0),
        })
        .collect()
}

/// Whether those whose outage it is tell it: they say "we" outside quotation marks, or keep a log of stamped entries.
fn is_first_hand(article: &Article, statements: &[Statement]) -> bool {
    let entries = statements.iter().filter(|it| it.is_entry()).count();
    if entries >= 3 && entries * 2 > statements.len() {
        return true;
    }
    let says_we = |(at, token): &(usize, &crate::article::token::Token)| {
        let word = article.words(token.span);
        let first_person = ["we", "our", "us"].iter().any(|it| word.eq_ignore_ascii_case(it)) && word != "US";
        first_person && matches!(token.kind, Kind::Word { .. }) && !article.is_quoted(*at)
    };
    let said = article.tokens.iter().enumerate().filter(says_we).count();
    said >= 2 && said * 150 >= article.tokens.len()
}
