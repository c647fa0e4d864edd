//! Which events are proved to lie before which, for whoever checks another's order.
//!
//! One would get wrong to read this off the rows: rows stand one below the other even where nothing proves it.

use super::network::Order;
use super::timeline::EventId;

/// The proved order of a timeline's events; the default knows of none.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    known: Option<(Order, Vec<usize>)>,
}

impl Sequence {
    /// `rank[i]` is the place that event `i` has in the order.
    pub fn new(order: Order, rank: Vec<usize>) -> Self {
        Self {
            known: Some((order, rank)),
        }
    }

    /// Whether `a` is proved to lie before `b`, and not at the same second.
    pub fn proves(&self, a: EventId, b: EventId) -> bool {
        self.known
            .as_ref()
            .is_some_and(|(order, rank)| match (rank.get(a.0), rank.get(b.0)) {
                (Some(a), Some(b)) => order.before(*a, *b),
                _ => false,
            })
    }
}
