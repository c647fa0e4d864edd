//! What the writings of a name come to: how often it stands, and what stands around it.
//!
//! One would get wrong to weigh the count alone: who looks into an outage is named as often as whose it is.

use super::standing::Standing;

/// How often a text writes a name.
#[derive(Clone, Copy)]
pub(super) struct Count {
    /// Once at the front of a sentence, twice inside one.
    pub weight: usize,
    /// The first sentence that has it.
    pub first: usize,
    /// Whether one has it inside.
    pub inside: bool,
    /// Whether it is said by it.
    pub says: bool,
    /// What stands around it.
    pub standing: Standing,
}

impl Count {
    /// Written often enough, or said to serve; and not mostly a place, a body or an abbreviation of no one's.
    pub fn is_service(&self) -> bool {
        let Standing { own, other } = self.standing;
        let told = self.weight >= 3 || own >= 3 && self.inside && !self.says;
        told && !(other > own && other * 2 >= self.weight)
    }

    /// Enough where a text has nothing better.
    pub fn may_be_service(&self) -> bool {
        let Standing { own, other } = self.standing;
        own > other && (self.inside || own >= 3)
    }

    /// Takes in what a short form of the name has.
    pub fn add(&mut self, other: Self) {
        self.weight += other.weight;
        self.first = self.first.min(other.first);
        self.inside |= other.inside;
        self.says |= other.says;
        self.standing += other.standing;
    }

    /// Enough to be named beside the main one.
    pub fn stands(&self) -> bool {
        let Standing { own, other } = self.standing;
        self.weight >= 3 && own > other
    }

    /// What is written but once tells less.
    pub fn rank(&self) -> usize {
        let trust = if self.weight >= 3 { 2 } else { 1 };
        (trust * self.standing.own + self.weight).saturating_sub(self.standing.other)
    }
}
