//! Zones that the messages of a log refute as that of their stamps: a clock told in one lies behind it.
//!
//! One would get wrong that the only zone that a log names is its own: "the exchange lost power at 23:44 CET", said at
//! 22:57, tells that the log is not kept in CET.

use crate::article::Article;
use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Clock, DayHalf, ZoneName};
use crate::parser::time::view::View;

use super::calendar::Zone;
use super::clock::second_as_said;
use super::zones::clock_of;

/// Seconds that a clock may lie behind the message that tells it: nobody's watch is right.
const SLACK: i64 = 300;

/// Seconds within which a clock is taken for one of the hours around its message.
const NEAR: i64 = 5 * 3600;

/// Times from a clock to the stamp of its message: a message has few.
const FURTHEST: usize = 40;

/// The zones of clocks that lie behind the messages that tell them as past, more often than before them, where the stamps
/// of these name no zone and are in that one.
pub(super) fn zones(article: &Article, parsed: &Parsed, named: impl Fn(ZoneName) -> Option<Zone>) -> Vec<Zone> {
    let mut votes: Vec<(Zone, i32)> = Vec::new();
    for statement in &parsed.statements {
        let told = statement.modality == Modality::Actual && statement.role == Role::Prose;
        let Some(at) = statement.mention.filter(|_| told) else {
            continue;
        };
        let mention = &parsed.mentions[at];
        let Some(point) = clock_of(mention).filter(|point| point.day.is_none()) else {
            continue;
        };
        let clock = point.clock.filter(|clock| clock.half != DayHalf::Open);
        let zone = point.zone.and_then(&named);
        let stamp = zone.and_then(|_| stamp_of(parsed, at));
        let (Some(clock), Some(zone), Some(stamp)) = (clock, zone, stamp) else {
            continue;
        };
        let behind = (second_as_said(&clock) - second_as_said(&stamp) + 86_400 / 2).rem_euclid(86_400) - 86_400 / 2;
        // "Vendor call at 23:40 CET" may be still to come; a failure is told once it is there.
        let failed = tells_failure(article, statement);
        let at = matches!(mention.relation, Relation::At | Relation::Since | Relation::AsOf);
        let vote = match behind {
            SLACK..NEAR if failed && at => -1,
            _ if (-NEAR..SLACK).contains(&behind) => 1,
            _ => continue,
        };
        match votes.iter_mut().find(|(it, _)| *it == zone) {
            Some((_, votes)) => *votes += vote,
            None => votes.push((zone, vote)),
        }
    }
    votes
        .into_iter()
        .filter(|(_, votes)| *votes < 0)
        .map(|it| it.0)
        .collect()
}

/// Whether a statement is of a failure, by its verb or by its noun: "power failure in one of their halls at 23:44".
fn tells_failure(article: &Article, statement: &Statement) -> bool {
    let view = View::of(article, &statement.clause);
    let noun = |at: usize| view.noun(at) == Some(Thing::Trouble);
    let fails = matches!(statement.phase, Phase::Started | Phase::Peak | Phase::Detected);
    fails && statement.sure || (view.start()..view.end()).any(noun)
}

/// The clock of the entry in whose text a mention stands, where that names no zone.
fn stamp_of(parsed: &Parsed, mention: usize) -> Option<Clock> {
    let token = parsed.mentions[mention].tokens.start;
    let holds = |at: &usize| matches!(&parsed.layout.roles[*at], Role::Entry { text } if text.iter().any(|it| it.contains(&token)));
    let near = mention.saturating_sub(FURTHEST)..parsed.mentions.len().min(mention + FURTHEST);
    let stamp = near.rev().find(holds)?;
    clock_of(&parsed.mentions[stamp])
        .filter(|point| point.zone.is_none())?
        .clock
}
