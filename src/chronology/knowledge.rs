//! What is known of outages beyond what is said, as rows with their reason.
//!
//! One would get wrong to write these as `if`s: each is a bound weaker than anything said, gives way first, and is
//! named where a proof rests on it.

use crate::parser::statement::kind::Phase;

/// An order that the field knows: `first` is not later than `then`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The earlier phase.
    pub first: Phase,
    /// The later one.
    pub then: Phase,
    /// Why.
    pub because: &'static str,
}

const fn rule(first: Phase, then: Phase, because: &'static str) -> Rule {
    Rule { first, then, because }
}

/// The rows.
pub const RULES: &[Rule] = &[
    rule(
        Phase::Started,
        Phase::Peak,
        "an outage is at its worst after it has begun",
    ),
    rule(
        Phase::Started,
        Phase::Detected,
        "an outage is noticed after it has begun",
    ),
    rule(
        Phase::Started,
        Phase::Acknowledged,
        "an outage is acknowledged after it has begun",
    ),
    rule(
        Phase::Started,
        Phase::Mitigating,
        "a fix is applied after the outage has begun",
    ),
    rule(
        Phase::Started,
        Phase::Recovering,
        "services come back after they went down",
    ),
    rule(Phase::Started, Phase::Resolved, "an outage ends after it has begun"),
    rule(Phase::Started, Phase::Ongoing, "what is still down has gone down"),
    rule(Phase::Precursor, Phase::Started, "what led to an outage came before it"),
];
