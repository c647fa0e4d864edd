//! Zones that the messages of a log refute as that of their stamps: a clock told in one lies behind it.
//!
//! One would get wrong that the only zone that a log names is its own: "the exchange lost power at 23:44 CET", said at
//! 22:57, tells that the log is not kept in CET.

use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Clock, DayHalf, ZoneName};

use super::calendar::Zone;
use super::zones::{clock_of, seconds};

/// Seconds that a clock may lie behind the message that tells it: nobody's watch is right.
const SLACK: i64 = 300;

/// Seconds within which a clock is taken for one of the hours around its message.
const NEAR: i64 = 5 * 3600;

/// Times from a clock to the stamp of its message: a message has few.
const FURTHEST: usize = 40;

/// The zones of clocks that lie behind the messages that tell them as past, more often than before them, where the stamps
/// of these name no zone and are in that one.
pub(super) fn zones(parsed: &Parsed, named: impl Fn(ZoneName) -> Option<Zone>) -> Vec<Zone> {
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
        let behind = (seconds(&clock) - seconds(&stamp) + 86_400 / 2).rem_euclid(86_400) - 86_400 / 2;
        let vote = match behind {
            SLACK..NEAR => -1,
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
