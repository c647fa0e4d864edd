//! Labels that name a phase beside a time: "Start date: …", "First detected 12:10", "Resolved" above a stamp.
//!
//! One would get wrong to take such a line for the page's own stamp: it is a fact of the incident.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::prose::StampWord;

use super::entry::has_words;
use super::layout::{in_blocks, skip_marks};
use super::mention::{Mention, Time};
use super::page_stamp::stamp_word;
use super::statement::kind::Phase;
use super::time::view::View;

/// What begins and ends, in a label: "Event start", "End of outage".
const TROUBLE: &[&str] = &[
    "event",
    "incident",
    "outage",
    "disruption",
    "interruption",
    "fault",
    "failure",
    "impact",
    "downtime",
    "service",
    "issue",
    "problem",
];

/// "Start Date/Time: 18/10/2018 16:07": a fact of the incident, not of its report.
pub(super) fn opens_with_phase(view: &View) -> bool {
    is_fact(view) || names_phase(view, skip_marks(view, view.start())).is_some()
}

/// "Date of incident: 29 February 2024", among the fields at the head of a report: the day that the report is about.
pub fn names_day_of_incident(article: &Article, mention: &Mention) -> bool {
    let block = &article.blocks[article.sentences[mention.sentence].block].tokens;
    let view = View::of(article, block);
    let start = skip_marks(&view, block.start);
    let of_day = |at: usize| view.says(at, "date");
    let labelled = view
        .phrase(&view.lexicon.labels, start)
        .is_some_and(|(cue, end)| cue.phase == Phase::Started && (start..=end).any(of_day));
    let mark = |at: usize| view.symbol_any(at, &[':', '*', '_', '|']);
    let colon = (start..mention.tokens.start).rev().take_while(|at| mark(*at));
    labelled && colon.into_iter().any(|at| view.symbol(at, ':'))
}

/// "Start time: 18/10/2018 16:07", and no "Degraded performance": a label and its colon.
pub(super) fn is_fact(view: &View) -> bool {
    fact(view).is_some()
}

/// "| **Resolved** | 2024-11-06 15:20 |": a label in a cell of its own, whose row tells no more than its time.
pub(super) fn is_fact_cell(article: &Article, at: usize) -> bool {
    let view = View::of(article, &article.blocks[at].tokens);
    let named = names_phase(&view, skip_marks(&view, view.start()));
    named.is_some_and(|(_, end)| {
        (end..view.end())
            .find(|at| !view.symbol_any(*at, &['*', '_', '`']))
            .is_some_and(|at| view.symbol(at, '|'))
    })
}

/// The phase of which a line is a fact.
fn fact(view: &View) -> Option<Phase> {
    let start = skip_marks(view, view.start());
    // "From : 04/10/2021 11:30", and below it "To : …"
    let timed = matches!(
        view.kind(start + 2),
        Some(Kind::Date(_) | Kind::Clock(_) | Kind::Number(_))
    ) || view.lexicon.weekdays.begins(view.word(start + 2))
        || view.lexicon.months.begins(view.word(start + 2));
    let end_of_span = match () {
        () if timed && view.says(start, "from") => Some(Phase::Started),
        () if timed && view.says_any(start, &["to", "until"]) => Some(Phase::Resolved),
        () => None,
    };
    let (phase, end) = match end_of_span {
        Some(phase) => (phase, start + 1),
        None => names_phase(view, start)?,
    };
    // "**Start**: 18:45"
    let colon = (end..view.end()).find(|at| !view.symbol_any(*at, &['*', '_']))?;
    view.symbol(colon, ':').then_some(phase)
}

/// Whether a block is a fact of an incident among other fields, "End: 11 June 2022, 09:21" above "Duration: 6 h": what
/// stands below it is not its text.
pub(super) fn among_fields(article: &Article, at: usize) -> bool {
    let view = |at: usize| View::of(article, &article.blocks[at].tokens);
    let near = |upper: usize, lower: usize| {
        let [above, below] = [upper, lower].map(|at| article.blocks.get(at));
        above.is_some() && below.is_some_and(|it| !it.after_gap)
    };
    let above = at > 0 && near(at - 1, at) && is_field(&view(at - 1));
    is_fact(&view(at)) && (above || near(at, at + 1) && is_field(&view(at + 1)))
}

/// "Expected downtime: 15 minutes": a few words, a colon, and no sentence of any length.
fn is_field(view: &View) -> bool {
    const LONGEST_LABEL: usize = 5;
    const LONGEST_FIELD: usize = 16;
    let start = skip_marks(view, view.start());
    let mut label = start..view.end().min(start + LONGEST_LABEL);
    let colon = label.find(|at| view.case(*at).is_none() && !view.symbol_any(*at, &['/', '*', '_', '(', ')']));
    colon
        .or(Some(label.end).filter(|end| *end < view.end()))
        .is_some_and(|at| at > start && view.symbol(at, ':'))
        && view.end() - start <= LONGEST_FIELD
}

/// "Ticket opened: 16/02/2022 21:56", where the head has "Issued: 21/02/2022": the head says by its word what is its own date,
/// and another field's is of the incident.
pub(super) fn is_field_beside_stamp(article: &Article, at: usize, head: usize) -> bool {
    let view = |at: usize| View::of(article, &article.blocks[at].tokens);
    let stamp = |at: usize| is_field(&view(at)) && stamp_word(&view(at)) == Some(StampWord::Published);
    let own = is_field(&view(at)) && stamp_word(&view(at)).is_none();
    own && (0..head).any(|it| it != at && stamp(it))
}

/// Blocks that tell when it ended, right below one that tells when it began: "Start: 1 May, 22:10", "End: 2 May, 00:05".
pub(super) fn ends(article: &Article, mentions: &[Mention]) -> Vec<usize> {
    let fact = |at: usize, phase: Phase| {
        let block = &article.blocks[at];
        let stamped = in_blocks(article, mentions, at..at + 1)
            .first()
            .is_some_and(|m| m.time.is_stamp());
        stamped && fact(&View::of(article, &block.tokens)) == Some(phase)
    };
    (1..article.blocks.len())
        .filter(|at| fact(*at, Phase::Resolved) && fact(at - 1, Phase::Started))
        .collect()
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

/// The phase that a label at a position names and where it ends, what it is of ("Event start", "Start of the outage") and
/// the words "date" and "time" taken in.
pub(super) fn names_phase(view: &View, at: usize) -> Option<(Phase, usize)> {
    let labels = &view.lexicon.labels;
    let of_trouble = |at: usize| view.says_any(at, TROUBLE);
    // "Date/Time of outage", "Date and time of the incident"
    let both =
        view.says(at, "date") && (view.symbol(at + 1, '/') || view.says(at + 1, "and")) && view.says(at + 2, "time");
    let at = if both { at + 2 } else { at };
    // "Event Date/Time", and no "Issue date"
    if view.says_any(at, &["event", "incident", "outage"]) && view.says_any(at + 1, &["date", "time"]) {
        return Some((Phase::Started, behind_date_and_time(view, at + 1)));
    }
    let (cue, mut end) = match view.phrase(labels, at) {
        Some(found) if !of_trouble(at) || found.1 > at + 1 => found,
        _ if of_trouble(at)
            && let Some(found) = view.phrase(labels, at + 1) =>
        {
            found
        }
        found => found?,
    };
    if view.says(end, "of") {
        let noun = end + 1 + usize::from(view.says(end + 1, "the"));
        if of_trouble(noun) {
            end = noun + 1;
        }
    }
    let end = behind_date_and_time(view, end);
    matches!(
        cue.phase,
        Phase::Started | Phase::Peak | Phase::Detected | Phase::Mitigating | Phase::Recovering | Phase::Resolved
    )
    .then_some((cue.phase, end))
}

fn behind_date_and_time(view: &View, mut end: usize) -> usize {
    while view.says_any(end, &["date", "time"]) || view.symbol(end, '/') {
        end += 1;
    }
    end
}

/// "When: Wednesday, 1:45 p.m. to 3:20 p.m.", "Duration: 22:10 to 23:40": whether a time is a stretch of clocks behind a label
/// of a few words. That is how long the outage was, and never when the page was written.
pub(super) fn labels_stretch(view: &View, mention: &Mention) -> bool {
    const LONGEST_LABEL: usize = 6;
    const MOST_BEHIND: usize = 8;
    let Time::Span { to, .. } = &mention.time else {
        return false;
    };
    let colon = (view.start()..mention.tokens.start)
        .rev()
        .find(|at| !view.symbol_any(*at, &['*', '_', '|', ' ']));
    let near =
        mention.tokens.start <= view.start() + LONGEST_LABEL + 2 && view.end() <= mention.tokens.end + MOST_BEHIND;
    to.clock.is_some() && near && colon.is_some_and(|at| view.symbol(at, ':'))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_of_what_it_is() {
        let fact = |line: &str| {
            let article = Article::read("label", line.as_bytes(), None).expect("a line can be read");
            is_fact(&View::of(&article, &article.blocks[0].tokens))
        };
        for line in [
            "Start of outage: 01/05/2023 22:10 UTC",
            "End of the incident: 02/05/2023 00:05 UTC",
            "Event start: 2022-06-11 02:47 UTC",
            "Fault end time: 2022-06-11 09:21 UTC",
            "Outage start date/time: 2022-06-11 02:47 UTC",
        ] {
            assert!(fact(line), "{line}");
        }
        for line in [
            "Start of the season: 3 May 2021",
            "Event: 3 May 2021",
            "Service report of 3 May 2021",
        ] {
            assert!(!fact(line), "{line}");
        }
    }
}
