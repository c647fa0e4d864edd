//! From the wall to the scale of seconds, and the window that a hedge and a relation leave there.
//!
//! One would get wrong the hour that autumn has twice, and that "by noon" bounds nothing from below.

use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Instants, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::dated::Window;
use crate::normaliser::document::Scale;
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::zones::Named;

use super::Story;
use super::point::Placed;

impl Story<'_> {
    /// Puts a placed point on its scale: value with its offset, best instant, scale, window.
    pub(super) fn on_scale(
        &self,
        placed: &Placed,
        zone: Option<Zone>,
        named: Option<Named>,
    ) -> (Value, i64, Scale, Window) {
        let mut value = placed.value;
        let document = self.document;
        match (value.known, zone) {
            (Known::Date, Some(zone)) => {
                let (best, _) = clock::instants(placed.best, zone, named);
                let (first, last) = match best {
                    // A wall clock that autumn has twice widens the window.
                    Instants::Twice(a, b) if placed.earliest == placed.latest => (a.0, b.0),
                    _ if placed.earliest == placed.latest => (best.first().0, best.first().0),
                    _ => (
                        zone.instants(placed.earliest).first().0,
                        zone.instants(placed.latest).last().0,
                    ),
                };
                if value.granularity <= Granularity::Hour {
                    let to_the_letter = named.filter(|n| n.literal).and_then(|n| n.label);
                    value.offset = Some(to_the_letter.unwrap_or_else(|| zone.offset_at(best.first())));
                }
                (value, best.first().0, Scale::Utc, (Some(first), Some(last)))
            }
            (Known::Date, None) => (
                value,
                placed.best.0,
                Scale::Local { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
            (Known::Yearless, _) => (
                value,
                placed.best.0,
                Scale::Year { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
            (Known::Weekday, _) => (
                value,
                placed.best.0,
                Scale::Week { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
            (Known::Clock, _) => (
                value,
                placed.best.0,
                Scale::Day { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
        }
    }

    /// Puts a wall clock on the scale of this document.
    pub fn scaled(&self, wall: Wall) -> (i64, Scale) {
        match (self.known, self.zones.document) {
            (Known::Date, Some(zone)) => (zone.instants(wall).first().0, Scale::Utc),
            (Known::Date, None) => (
                wall.0,
                Scale::Local {
                    document: self.document,
                },
            ),
            (Known::Yearless, _) => (
                wall.0,
                Scale::Year {
                    document: self.document,
                },
            ),
            (Known::Weekday, _) => (
                wall.0,
                Scale::Week {
                    document: self.document,
                },
            ),
            (Known::Clock, _) => (
                wall.0,
                Scale::Day {
                    document: self.document,
                },
            ),
        }
    }
}

/// The window that a hedge makes of a point's own.
pub(super) fn hedged(window: Window, placed: &Placed, hedge: Option<Hedge>, coarse: bool) -> Window {
    let Some(hedge) = hedge else { return window };
    if coarse {
        let by = match placed.value.granularity {
            Granularity::PartOfDay => 0,
            Granularity::Day => vagueness::ABOUT_DAY,
            _ => 0,
        };
        return if hedge == Hedge::About {
            (window.0.map(|w| w - by), window.1.map(|w| w + by))
        } else {
            window
        };
    }
    let (_, minute, _) = placed.best.clock();
    let (before, after) = vagueness::clock_window(hedge, minute);
    (
        window.0.and_then(|w| before.map(|b| w - b)),
        window.1.and_then(|w| after.map(|a| w + a)),
    )
}

/// The window that a relation leaves: "by" and "before" bound only above, "after" only below.
pub(super) fn related(window: Window, relation: Relation, span: bool) -> Window {
    match relation {
        _ if span => window,
        Relation::By | Relation::Before => (None, window.1),
        Relation::After => (window.0, None),
        _ => window,
    }
}
