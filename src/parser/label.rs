//! Labels that name a phase beside a time: "Start date: …", "First detected 12:10", "Resolved" above a stamp.
//!
//! One would get wrong to take such a line for the page's own stamp: it is a fact of the incident.

use std::ops::Range;

use crate::article::Article;

use super::entry::has_words;
use super::layout::skip_marks;
use super::mention::Mention;
use super::statement::kind::Phase;
use super::time::view::View;

/// "Start Date/Time: 18/10/2018 16:07": a fact of the incident, not of its report.
pub(super) fn opens_with_phase(view: &View) -> bool {
    let start = skip_marks(view, view.start());
    // "From : 04/10/2021 11:30", and below it "To : …"
    let end_of_span = view.says_any(start, &["from", "to", "until"]) && view.symbol(start + 1, ':');
    end_of_span || names_phase(view, start).is_some()
}

/// "Start time: 18/10/2018 16:07", and no "Degraded performance": a label and its colon.
pub(super) fn is_fact(view: &View) -> bool {
    names_phase(view, skip_marks(view, view.start())).is_some_and(|(_, end)| view.symbol(end, ':'))
}

/// "… State: Solved Start Time: 22-3-2014 18:45": the phase that a label directly before a time gives it, and where the
/// label begins.
pub(super) fn label_before(view: &View, mention: &Mention) -> Option<(Phase, usize)> {
    let colon = mention.tokens.start.wrapping_sub(1);
    if !view.symbol(colon, ':') {
        return None;
    }
    (colon.saturating_sub(4)..colon).find_map(|at| {
        let (phase, end) = names_phase(view, at)?;
        (end == colon).then_some((phase, at))
    })
}

/// "Start date" on a line of its own above one that is a time and nothing else: the label's words.
pub(super) fn label_above(article: &Article, block_at: usize, mention: &Mention) -> Option<Range<usize>> {
    let tokens = &article.blocks[block_at].tokens;
    let view = View::of(article, tokens);
    // "3 May 2021, 07:11 UTC (3:11 AM ET)"
    let told_again = view.symbol(mention.tokens.end, '(') && view.symbol(tokens.end - 1, ')');
    let alone = mention.tokens.start == tokens.start && (mention.tokens.end == tokens.end || told_again);
    let label = &article.blocks[block_at
        .checked_sub(1)
        .filter(|_| alone && mention.time.heads_by_clock())?];
    let view = View::of(article, &label.tokens);
    let (_, end) = names_phase(&view, skip_marks(&view, view.start()))?;
    (end..view.end())
        .all(|at| view.symbol(at, ':'))
        .then(|| label.tokens.clone())
}

/// The phase that a label at a position names and where it ends, the words "date" and "time" taken in.
fn names_phase(view: &View, at: usize) -> Option<(Phase, usize)> {
    let (cue, mut end) = view.phrase(&view.lexicon.labels, at)?;
    while view.says_any(end, &["date", "time"]) || view.symbol(end, '/') {
        end += 1;
    }
    matches!(
        cue.phase,
        Phase::Started | Phase::Peak | Phase::Detected | Phase::Mitigating | Phase::Recovering | Phase::Resolved
    )
    .then_some((cue.phase, end))
}

/// "UPDATED 21:47 GMT: all services are back": what stands behind the mark is told, and the clock is its stamp.
pub(super) fn labels_text(article: &Article, view: &View, mention: &Mention) -> bool {
    let opens = skip_marks(view, view.start()) + 1 >= mention.tokens.start;
    let rest = mention.tokens.end + 1..view.end().max(mention.tokens.end + 1);
    opens
        && mention.time.heads_by_clock()
        && view.symbol_any(mention.tokens.end, &[':', '-', '–', '—'])
        && !view.says(rest.start, "by")
        && has_words(article, &rest)
}
