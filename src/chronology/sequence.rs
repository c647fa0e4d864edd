//! Which events are proved to lie before which, for whoever checks another's order.
//!
//! One would get wrong to read this off the rows: rows stand one below the other even where nothing proves it.

use std::sync::Arc;

use super::network::{Point, Solution};
use super::timeline::EventId;

/// The proved order of a timeline's events; the default knows of none.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    known: Option<Arc<(Solution, Vec<Point>)>>,
}

impl Sequence {
    /// `starts[i]` is the beginning of event `i`.
    pub fn new(solution: Solution, starts: Vec<Point>) -> Self {
        Self {
            known: Some(Arc::new((solution, starts))),
        }
    }

    /// Whether `a` is proved to lie before `b`, and not at the same second.
    pub fn proves(&self, a: EventId, b: EventId) -> bool {
        let Some((solution, starts)) = self.known.as_deref() else {
            return false;
        };
        match (starts.get(a.0), starts.get(b.0)) {
            (Some(a), Some(b)) => solution.before(*a, *b),
            _ => false,
        }
    }
}
