//! Verbs by what they say of time: behind, ahead.
//!
//! One would get wrong that "-ed" tells a past: "is expected" and "scheduled" look ahead, so they stand here and are
//! asked first. Past forms that end otherwise stand here too; the rest are told by their ending.

use super::Rows;

/// Which way a verb looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// Something that was.
    Past,
    /// Something that is to be.
    Ahead,
    /// Something that is: it opens either way.
    Present,
}

/// Verbs.
pub const TENSES: Rows<Tense> = &[
    (
        "will|shall|'ll|wo|would|going to|gonna|is to|are to|to be|is expected|are expected|expected to|be expected|expected|expects|expect|due|is due|are due|hopes to|hope to|hopes for|hope for|plans to|plan to|plans for|planned|planning|scheduled|slated|set to|set for|poised|aims|aim to|intends|intend|may|might|should|must|can|could|next|until|upcoming|forthcoming|is set|are set|hoping|promises to|promised to|is projected|are projected|projected to|is forecast|are forecast|forecast to|forecast for|predicts|anticipates|anticipated|wants|want|ready to|about to|likely to|begins|begin|opens|starts|expires|expire|take effect|takes effect|goes into effect|go into effect|comes into force|come into force|takes place|take place|goes on sale|go on sale|ends|closes|reopens|resumes|resume|meets|kicks off|departs|arrives|premieres|debuts|leaves|steps down|retires|takes office|takes over|polls open|polls close|doors open|gates open|deadline|looms|told to|ordered to|asked to|urged to|agreed to|vowed to|vows to|pledged to|pledges to|decided to|invited to|required to|advised to|voted to|offered to|threatened to|threatens to|prepares to|prepared to|preparing to|preparing for|free to|allowed to|on course to|on track to",
        Tense::Ahead,
    ),
    (
        "was|were|had|did|has|have|been|'d|'ve|said|told|went|fell|began|came|took|made|left|lost|rose|held|met|saw|found|gave|got|became|became|knew|felt|kept|put|ran|sent|sold|bought|brought|built|caught|cut|hit|shut|broke|spoke|wrote|won|led|paid|spent|struck|sank|flew|drew|grew|threw|thought|fought|sought|stood|understood|set|let|read|died|shot|beat|bid|burst|cost|hurt|quit|rode|shook|sat|slid|slept|stuck|swept|wore|woke|drove|chose|froze|stole|swore|tore|dug|hung|spun|stung|swung|bled|bred|fed|fled|sped|lent|bent|meant|dealt|heard|laid|lay|could not|could n't|might have|could have|should have|would have|must have|slipped|ate|bit|hid|rang|sang|drank|swam|shrank|sprang|outage of|ago|since|last",
        Tense::Past,
    ),
    ("is|are|'s|'re|does|do|says|say|am|now", Tense::Present),
];
