//! A length laid off: from something dated, or from a moment on the wall.
//!
//! One would get wrong to lay every length off from everything: a day counted from a month, a clock's length from a year
//! tells nothing.

use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::Wall;
use crate::normaliser::dated::{Dated, Window};
use crate::normaliser::document::{ClockBasis, DateBasis, Scale};
use crate::normaliser::story::Story;
use crate::normaliser::vagueness::Extent;
use crate::normaliser::value::{Granularity, Value};
use crate::parser::Parsed;
use crate::parser::time::expression::Length;

use super::Shifts;
use super::moved::{day_window, moved_value};

impl Shifts {
    /// A length laid off from something dated, and whose time that is: its statement, and the mention with its hedge.
    pub(super) fn measured(
        &self,
        parsed: &Parsed,
        from: usize,
        (length, extent, later): (&Length, Extent, bool),
        (statement, mention, hedge): (usize, usize, Option<Hedge>),
    ) -> Option<Dated> {
        let base = &self.dated[from];
        // A day counted from a month, a clock's length from a year: that tells nothing.
        let unit = length.finest();
        let vague_base = base.value.granularity > Granularity::Day;
        if vague_base && (unit.is_clock() || unit < Unit::Month) {
            return None;
        }
        let sign = if later { 1 } else { -1 };
        let (value, start) = moved_value(
            &base.value,
            base.start,
            base.zone,
            base.scale,
            length,
            extent.named * sign,
        );
        let window: Window = if later {
            (
                base.window.0.map(|w| w + extent.least),
                base.window.1.and_then(|w| extent.most.map(|m| w + m)),
            )
        } else {
            (
                base.window.0.and_then(|w| extent.most.map(|m| w - m)),
                base.window.1.map(|w| w - extent.least),
            )
        };
        let window = if length.finest().is_clock() {
            window
        } else {
            day_window(&value, base)
        };
        Some(Dated {
            phase: parsed.statements[statement].phase,
            statement,
            mention,
            value,
            start,
            window,
            end: None,
            date: DateBasis::Relative,
            clock: if value.granularity <= Granularity::Minute {
                ClockBasis::Relative
            } else {
                ClockBasis::None
            },
            approximate: hedge.is_some_and(Hedge::is_approximate),
            relative_to: Some(from),
            ..base.clone()
        })
    }

    /// A length laid off from a moment on the wall.
    pub(super) fn from_moment(
        story: &Story,
        moment: (Wall, bool),
        length: &Length,
        extent: Extent,
        later: bool,
        (statement, mention): (usize, usize),
    ) -> Option<Dated> {
        let (wall, has_clock) = moment;
        let sign = if later { 1 } else { -1 };
        let (zone, zone_basis) = story.zone(None);
        let granularity = if has_clock {
            Granularity::Minute
        } else {
            Granularity::Day
        };
        let (start, scale) = story.scaled(wall);
        let mut value = Value {
            wall,
            granularity,
            part: None,
            known: story.known,
            offset: None,
        };
        if let (Some(zone), Scale::Utc, true) = (zone, scale, has_clock) {
            value.offset = Some(zone.offset_at(zone.instants(wall).first()));
        }
        let (moved, at) = moved_value(&value, start, zone, scale, length, extent.named * sign);
        let near = |by: i64| start + by * sign;
        const DAY: i64 = 86_400;
        let clock = length.finest().is_clock();
        let window = match (later, has_clock && clock) {
            // "36 hours ago", told on a day: half of it may lie on either of two.
            (false, false) if clock && extent.named > DAY && extent.named % DAY != 0 => {
                (extent.most.map(near), Some(near(extent.least) + DAY))
            }
            (_, false) => {
                let (from, to) = moved.window();
                // "Within ten days" is any of them.
                let within = story.parsed.mentions[mention].relation == Relation::Within;
                let from = if within && later { wall } else { from };
                (Some(story.scaled(from).0), Some(story.scaled(to).0))
            }
            (true, true) => (Some(near(extent.least)), extent.most.map(near)),
            (false, true) => (extent.most.map(near), Some(near(extent.least))),
        };
        let words = &story.parsed.mentions[mention];
        // "Within a week": by its end.
        let window = if later && words.relation == Relation::Within {
            (Some(start), window.1)
        } else {
            window
        };
        Some(Dated {
            phase: story.parsed.statements[statement].phase,
            statement,
            mention,
            value: moved,
            scale,
            start: at,
            window,
            end: None,
            zone,
            date: DateBasis::Publication,
            clock: if moved.granularity <= Granularity::Minute {
                ClockBasis::Relative
            } else {
                ClockBasis::None
            },
            zone_basis,
            approximate: words.hedge.is_some_and(Hedge::is_approximate),
            relative_to: None,
            ahead: false,
            of_other: false,
            reasons: vec!["it is counted from the moment of speaking".to_owned()],
        })
    }
}
