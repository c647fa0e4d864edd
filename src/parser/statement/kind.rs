//! What a statement says of an outage: its phase, whether it belongs to it, whether it happened.

/// The phases of an outage, in the order in which they usually come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Phase {
    /// A change, a deployment, a trigger before anybody was hurt.
    Precursor,
    /// The impact begins.
    Started,
    /// At its worst, spreading.
    Peak,
    /// An alert fired, first reports came in.
    Detected,
    /// The operator says so in public, opens an incident.
    Acknowledged,
    /// Diagnosis, work under way, attempts that failed.
    Investigating,
    /// The cause found or named.
    Identified,
    /// A fix applied, a roll-back, a workaround.
    Mitigating,
    /// Partly back.
    Recovering,
    /// All back, incident closed.
    Resolved,
    /// Still down, as of a time.
    Ongoing,
    /// Apologies, statements, markets, reviews, follow-ups.
    Aftermath,
    /// Another incident, or history.
    Background,
}

impl Phase {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 13] = [
        Self::Precursor,
        Self::Started,
        Self::Peak,
        Self::Detected,
        Self::Acknowledged,
        Self::Investigating,
        Self::Identified,
        Self::Mitigating,
        Self::Recovering,
        Self::Resolved,
        Self::Ongoing,
        Self::Aftermath,
        Self::Background,
    ];

    /// The name in the JSON and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Precursor => "precursor",
            Self::Started => "started",
            Self::Peak => "peak",
            Self::Detected => "detected",
            Self::Acknowledged => "acknowledged",
            Self::Investigating => "investigating",
            Self::Identified => "identified",
            Self::Mitigating => "mitigating",
            Self::Recovering => "recovering",
            Self::Resolved => "resolved",
            Self::Ongoing => "ongoing",
            Self::Aftermath => "aftermath",
            Self::Background => "background",
        }
    }
}

/// Whether a statement is about the outage that the text tells of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scope {
    /// It is.
    Incident,
    /// An earlier outage, another firm's, or history.
    Background,
}

/// Whether it happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Modality {
    /// It did.
    Actual,
    /// A plan, a promise, a forecast. It bounds nothing.
    Expected,
}
