//! Lengths: laid off from something ("two hours after the restart", "half an hour in"), or by themselves ("for six hours").
//!
//! One would get wrong what a length counts from: "an hour before noon" has a time for its base, "for two hours" behind
//! "has been" the moment of speaking, "after two hours" the story.

use std::ops::Range;

use crate::article::token::Kind;
use crate::lexicon::prose::Function;
use crate::lexicon::relation::{From, Relation};
use crate::lexicon::tense::Tense;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::Length;
use crate::parser::time::view::View;

use super::{Base, Builder, Time, done_in, rule, stretch};

/// Words from "has been" to the length that it lasts.
const LONGEST_PERFECT: usize = 12;

impl Builder<'_, '_> {
    /// A length: laid off from something, or by itself.
    pub(super) fn length(&mut self, at: usize, length: Length) -> usize {
        let tokens = &self.timexes[at].tokens;
        if rule::names(&self.view, (tokens.start, tokens.end), length) {
            return 1;
        }
        if let Some((lead, time)) = self.stretch(at, length) {
            self.push(lead..self.timexes[at].tokens.end, Relation::During, None, time);
            return 1;
        }
        let timex = &self.timexes[at];
        let view = &self.view;
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        let (relation, outer, lead_start) = self.lead(start);
        let hedge = timex.hedge.or(outer);
        if let Some((word, after)) = view
            .phrase(&view.lexicon.shifts, end)
            .filter(|(w, _)| w.from == From::Happening)
            && !(view.says(end, "past") || view.says(end, "from") && !view.says(after, "the"))
            // "Barred within 48 hours of a working day since June": the day is another length's, and "since" the bar's.
            && !(view.says(end, "since") && view.after_any(start, &["of", "on", "every", "each", "per", "any"]))
        {
            // "an hour before noon": the base is a time.
            if let Some((point, next)) = self.point_at(at + 1)
                && next.tokens.start <= after + 1
                && next.tokens.start >= after
                && (point.clock.is_some() || point.day.is_some())
            {
                let (end, point) = (next.tokens.end, point);
                // "slow for an hour after noon" begins at noon.
                let lasts = view.says(lead_start, "for") || view.after_any(lead_start, &["for"]);
                // "Closed for two days from the evening of Friday": how long, and since when.
                if lasts && point.clock.is_none() && self.view.says(self.timexes[at].tokens.end, "from") {
                    self.push(
                        lead_start..self.timexes[at].tokens.end,
                        Relation::For,
                        hedge,
                        Time::Length(length),
                    );
                    return 1;
                }
                if lasts && word.later && point.clock.is_some() {
                    let time = Time::Shift {
                        length: stretch::nothing(),
                        later: true,
                        base: Base::Point(Box::new(point)),
                        lasting: Some(Box::new(length)),
                    };
                    self.push(lead_start..end, Relation::During, hedge, time);
                    return 2;
                }
                self.push(
                    start..end,
                    Relation::At,
                    hedge,
                    Time::shift(length, word.later, Base::Point(Box::new(point))),
                );
                return 2;
            }
            let base = happening(view, after);
            // "It was 16 minutes from the decision until they came out": how far the two lay apart.
            let until = |at: usize| view.says_any(at, &["until", "till", "to"]);
            if view.says(end, "from") && base.clone().any(until) {
                self.push(lead_start..end, Relation::For, hedge, Time::Length(length));
                return 1;
            }
            // "Down for 66 minutes after the push": from the push on, and so long.
            let lasts = view.says(lead_start, "for") || view.after_any(lead_start, &["for"]);
            if lasts && view.says(end, "after") && !base.is_empty() && length.finest().is_clock() {
                let time = Time::Shift {
                    length: stretch::nothing(),
                    later: true,
                    base: Base::Happening(base),
                    lasting: Some(Box::new(length)),
                };
                self.push(lead_start..after, Relation::During, hedge, time);
                return 1;
            }
            // "Barred for six months following a spate of outages": how long, and no day six months behind them.
            if lasts && word.later && !length.finest().is_clock() {
                self.push(lead_start..end, Relation::For, hedge, Time::Length(length));
                return 1;
            }
            // "It took six hours before they were back": not before that, but from where the story is.
            let took = view.after_any(lead_start, &["took", "take", "takes", "taken"])
                || view.after_any(lead_start, &["was", "were", "be"]) && view.says(lead_start.wrapping_sub(2), "it")
                || view.after_any(lead_start, &["be"]) && view.says(lead_start.wrapping_sub(3), "it");
            // "It was nine before they got in, and another two hours before they knew": on from there.
            let more = view.says_any(start, &["another"]) || view.says(start, "a") && view.says(start + 1, "further");
            let lead = if more { start } else { lead_start };
            if (took || more) && !word.later && !base.is_empty() && length.exact_seconds().is_some() {
                self.push(lead..after, Relation::At, hedge, Time::shift(length, true, Base::Focus));
                return 1;
            }
            if base.is_empty() {
                self.push(lead_start..end, Relation::For, hedge, Time::Length(length));
                return 1;
            }
            let time = if word.later && self.is_sequel(lead_start, length, &base) {
                Time::shift(length, false, Base::Outage(base))
            } else {
                Time::shift(length, word.later, Base::Happening(base))
            };
            self.push(start..after, Relation::At, hedge, time);
            return 1;
        }
        // "half an hour in"
        if view.says(end, "in") && !matches!(view.kind(end + 1), Some(Kind::Word { .. } | Kind::Number(_))) {
            self.push(
                start..end + 1,
                Relation::At,
                hedge,
                Time::shift(length, true, Base::Happening(end..end + 1)),
            );
            return 1;
        }
        let led_in = view.says_any(lead_start, &["in"]) && lead_start < start;
        match relation {
            // "We expect all servers to be back in two hours", "a report will follow in the next five working days".
            Relation::At | Relation::Within | Relation::During
                if (led_in || relation == Relation::Within || self.is_next(start))
                    && length.finest() < Unit::Month
                    // "In 24-hour format"
                    && !(start..end).any(|at| view.symbol(at, '-'))
                    && self.is_promised(lead_start) =>
            {
                let relation = if led_in && !self.is_next(start) {
                    Relation::At
                } else {
                    Relation::Within
                };
                let time = Time::shift(length, true, Base::Now);
                self.push(lead_start..end, relation, hedge, time);
            }
            // What has been so for two hours began two hours before it is told.
            _ if length.finest().is_clock() && view.after_any(start, &["for"]) && self.has_been(start - 1) => {
                let time = Time::Shift {
                    length,
                    later: false,
                    base: Base::Now,
                    lasting: Some(Box::new(length)),
                };
                self.push(start - 1..end, Relation::During, hedge, time);
            }
            // "Most are now getting their codes within a minute": as long as it takes each of them.
            Relation::Within if self.is_doing_now(lead_start) && self.is_delay(lead_start) => {
                self.push(lead_start..end, relation, hedge, Time::Length(length));
            }
            // "Within two minutes of the first error", and not of what the story has just told.
            Relation::Within if view.says(end, "of") => {
                let base = thing(view, end + 1);
                let dated = self.point_at(at + 1).is_some_and(|(_, it)| it.tokens.start <= end + 2);
                let each_other = view.says_any(end + 1, &["each", "one"]);
                // "Within seconds of each other": how far they lay apart, and no part of any time.
                if each_other {
                    return 1;
                }
                if dated || base.is_empty() {
                    self.push(lead_start..end, Relation::Within, hedge, Time::Length(length));
                } else {
                    let time = Time::shift(length, true, Base::Happening(base));
                    self.push(lead_start..end + 1, Relation::Within, hedge, time);
                }
            }
            // "Failed twice within three days": how far the two lay apart.
            Relation::Within if view.after_any(lead_start, &["twice", "thrice", "times"]) => {
                self.push(lead_start..end, relation, hedge, Time::Length(length));
            }
            // A promise of days counts from when it is given.
            Relation::Within => {
                let base = if length.finest().is_clock() {
                    Base::Focus
                } else {
                    Base::Now
                };
                let time = Time::shift(length, true, base);
                self.push(lead_start..end, Relation::Within, hedge, time);
            }
            // "Still clean after two hours": so long it has been so by now.
            Relation::After if self.still(lead_start) => {
                self.push(lead_start..end, Relation::For, hedge, Time::Length(length));
            }
            // "Got through after 25 minutes on hold": from when who called did so, which nobody tells.
            Relation::After if waits(view, end) => {
                self.push(lead_start..end, relation, hedge, Time::Length(length));
            }
            Relation::After if self.is_delay(lead_start) => {
                self.push(lead_start..end, relation, hedge, Time::Length(length));
            }
            Relation::After => self.push(
                lead_start..end,
                Relation::At,
                hedge,
                Time::shift(length, true, Base::Focus),
            ),
            Relation::Since => self.push(
                lead_start..end,
                Relation::Since,
                hedge,
                Time::shift(length, false, Base::Now),
            ),
            Relation::At if led_in && length.finest().is_clock() && done_in::tells_when(view, &(lead_start..end)) => {
                let time = Time::shift(length, true, Base::Focus);
                self.push(lead_start..end, Relation::Within, hedge, time);
            }
            Relation::At if led_in && !length.finest().is_clock() => {
                self.push(lead_start..end, Relation::Within, hedge, Time::Length(length))
            }
            _ => self.push(
                lead_start..end,
                if relation == Relation::At {
                    Relation::For
                } else {
                    relation
                },
                hedge,
                Time::Length(length),
            ),
        }
        1
    }

    /// "The next five working days", "the coming weeks"
    fn is_next(&self, at: usize) -> bool {
        self.view.says(at, "the") && self.view.says_any(at + 1, &["next", "coming", "following"])
    }

    /// "A report will follow within the hour", "two more depots fell silent within the hour"
    pub(super) fn is_within_the_hour(&self, at: usize) -> bool {
        let start = self.timexes[at].tokens.start;
        let view = &self.view;
        // What is usual, or was only asked for, is so in no hour of the story's.
        let told = |at: usize| {
            let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
            past || view.is_free_word(at) && view.text(at).ends_with("ed")
        };
        let unreal = &[
            "would", "could", "should", "usually", "normally", "every", "each", "any", "not",
        ];
        let before = view.start()..start;
        let happened = || before.clone().any(told) && !before.clone().any(|at| view.says_any(at, unreal));
        view.after_any(start, &["within"]) && (self.is_promised(start) || happened())
    }

    /// Whether the writer promises what a length ends: "will be gone in an hour". What somebody said then, in quotation
    /// marks or in the past, counts from when it was said.
    pub(super) fn is_promised(&self, at: usize) -> bool {
        const PROMISING: &[&str] = &[
            "will",
            "'ll",
            "’ll",
            "shall",
            "should",
            "expect",
            "expects",
            "expecting",
            "hope",
            "hopes",
            "hoping",
            "anticipate",
            "estimate",
            "aim",
            "aiming",
            "plan",
        ];
        const PAST: &[&str] = &["was", "were", "had", "would", "could", "did", "said", "told"];
        let view = &self.view;
        let stop = |it: &usize| !view.symbol_any(*it, &[';', ':', '.']);
        let clause = || (view.start()..at).rev().take_while(stop);
        let promises = |it: usize| {
            view.says_any(it, PROMISING) && !(view.says(it + 1, "have") && was_to_be(view, it + 2))
                || view.after_any(it, &["is", "are", "now"]) && view.says_any(it, &["expected", "due", "estimated"])
                || view.says(it, "to") && view.says(it + 1, "follow")
        };
        clause().any(promises) && !clause().any(|it| view.says_any(it, PAST)) && !self.article.is_quoted(at)
    }

    /// Whether "still" stands a few words before a position.
    fn still(&self, at: usize) -> bool {
        const FURTHEST: usize = 4;
        (at.saturating_sub(FURTHEST).max(self.view.start())..at).any(|it| self.view.says(it, "still"))
    }

    /// Whether the present tense rules what stands before a position: "are now getting".
    fn is_doing_now(&self, at: usize) -> bool {
        let view = &self.view;
        let is = |it: usize| view.says_any(it, &["is", "are", "now"]);
        (view.start()..at).any(is) && !(view.start()..at).any(|it| view.says(it, "expected"))
    }

    /// "Connect timeout after 10 seconds", "codes arriving after ten minutes", "a counter overflows after 497 days": whether a length is part of what goes wrong each
    /// time, and no time of the story.
    fn is_delay(&self, at: usize) -> bool {
        const FURTHEST: usize = 4;
        const DELAYED: &[&str] = &[
            "timeout",
            "timeouts",
            "sending",
            "sends",
            "receiving",
            "receives",
            "getting",
            "arriving",
            "arrives",
            "arrive",
            "loading",
            "loads",
            "load",
            "opening",
            "opens",
            "responding",
            "responds",
            "delivering",
            "disconnecting",
            "disconnects",
            "freezing",
            "freezes",
            "crashing",
            "crashes",
            "aborting",
            "aborts",
            "expires",
            "expiring",
            "overflow",
            "overflows",
            "drop",
            "drops",
            "try",
            "retry",
            "retries",
            "hang",
            "hangs",
            "stall",
            "stalls",
            "expire",
        ];
        let view = &self.view;
        let first = at.saturating_sub(FURTHEST).max(view.start());
        let timed_out =
            view.says(at - 1, "out") && view.says_any(at.wrapping_sub(2), &["timed", "times", "time", "timing"]);
        // "Were back to sending after ten minutes". "If you were locked out, try again after two hours": another clause's.
        let comma = (view.start()..at).rev().find(|it| view.symbol(*it, ','));
        let past = (comma.unwrap_or(view.start())..at)
            .any(|it| view.says_any(it, &["was", "were", "started", "began", "resumed", "back"]));
        timed_out || !past && (first..at).any(|it| view.says_any(it, DELAYED))
    }

    /// Whether "has been" or its kin rules what stands before a position: "have not been able to log in for two hours".
    fn has_been(&self, at: usize) -> bool {
        let view = &self.view;
        let clause = (view.start()..at)
            .rev()
            .take_while(|it| !view.symbol_any(*it, &[',', '.', ';', ':', '(', '—', '–']))
            .take(LONGEST_PERFECT);
        let auxiliary = |it: usize| view.says_any(it, &["has", "have", "'s", "’s", "'ve", "’ve", "hasn't", "haven't"]);
        clause
            .filter(|it| view.says(*it, "been"))
            .any(|been| (been.saturating_sub(2).max(view.start())..been).any(auxiliary))
    }
}

/// "On hold", "of waiting", "in the queue", "of stable traffic": behind a length, how long somebody waited.
fn waits(view: &View, at: usize) -> bool {
    const WAITING: &[&str] = &["waiting", "holding", "queueing", "queuing", "trying"];
    const WATCHED: &[&str] = &[
        "monitoring",
        "observation",
        "observing",
        "watching",
        "stable",
        "stability",
        "steady",
        "clean",
        "normal",
        "healthy",
        "quiet",
    ];
    let queue = view.says_any(at + 1, &["line", "queue"])
        || view.says_any(at + 1, &["a", "the"]) && view.says_any(at + 2, &["line", "queue"]);
    view.says(at, "on") && view.says(at + 1, "hold")
        || view.says(at, "of") && (view.says_any(at + 1, WAITING) || view.says_any(at + 1, WATCHED))
        || view.says(at, "in") && queue
}

/// "Should have been", "should have finished": behind "have", and no "should have news".
fn was_to_be(view: &View, at: usize) -> bool {
    view.says(at, "been") || view.text(at).ends_with("ed")
}

/// The noun phrase behind "within ten minutes of": up to where its clause goes on.
fn thing(view: &View, start: usize) -> Range<usize> {
    let words = happening(view, start);
    let function = |at: usize| view.meaning(&view.lexicon.function_words, at);
    let ends = |at: &usize| match function(*at) {
        Some(Function::Pronoun | Function::Auxiliary | Function::Coordinator) => true,
        Some(Function::Determiner) => function(at - 1) != Some(Function::Preposition),
        _ => false,
    };
    let end = (start + 1..words.end).find(ends).unwrap_or(words.end);
    start..end.max(words.start)
}

/// The words of the happening behind "after": up to the end of its clause.
pub(super) fn happening(view: &View, start: usize) -> Range<usize> {
    let mut end = start;
    while end < view.end() && !view.symbol_any(end, &[',', '.', ';', '(', ')', '—', '–', '“', '"']) {
        end += 1;
    }
    start..end
}
