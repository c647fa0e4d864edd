//! What a page says of all its times at once: "All times are UTC", "all events happened on 2019-10-21", "Timeline
//! (CET)", a table's "Time (UTC)".
//!
//! One would get wrong that a zone beside a clock is that clock's: a declaration stands where no clock does.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::span::Span;
use crate::article::token::Kind;

use super::mention::Mention;
use super::time::expression::ZoneName;
use super::time::view::{View, Words};
use super::time::zone;

/// What a sentence that declares a zone speaks of.
const OF_TIMES: Words<9> = Words::new([
    "times",
    "timestamp",
    "time",
    "stamps",
    "timestamps",
    "timeline",
    "timezone",
    "clock",
    "chronology",
]);

/// Tokens within which "all" says of what.
const NEAR: usize = 4;

/// Tokens of a line that is a title by the bracket in which it ends.
const LONGEST_TITLE: usize = 12;

/// The zone that a page declares for its times, and the words that do.
pub fn zone_for_all(article: &Article) -> Option<(ZoneName, Span)> {
    article.sentences.iter().find_map(|sentence| {
        let kind = article.blocks[sentence.block].kind;
        let view = View::of(article, &sentence.tokens);
        if kind == BlockKind::FrontMatter {
            return front_matter(article, &view);
        }
        // "Timeline of 4 May 2024 (UTC)"
        let closes = sentence.tokens.len() <= LONGEST_TITLE && view.symbol_any(view.end() - 1, &[')', ']']);
        let heading =
            matches!(kind, BlockKind::Heading(_) | BlockKind::HeaderRow) || sentence.tokens.len() <= 6 || closes;
        let speaks_of_times = sentence.tokens.clone().any(|i| view.says_of(i, &OF_TIMES));
        let clocks = || {
            article.tokens[sentence.tokens.clone()]
                .iter()
                .any(|token| matches!(token.kind, Kind::Clock(_)))
        };
        // "Platform team, 14 June 2023. UTC throughout."
        let throughout = sentence.tokens.len() <= 4 && sentence.tokens.clone().any(|at| view.says(at, "throughout"));
        if throughout {
            return sentence.tokens.clone().find_map(|at| declared(article, &view, at));
        }
        if !speaks_of_times || clocks() {
            return None;
        }
        // "All the times below are UTC", but "all regions were up by Sunday (UK time)".
        let of_all = |i: usize| {
            let near = (i + 1..i + NEAR).any(|at| view.says_of(at, &OF_TIMES));
            view.says(i, "all") && (near || zone::named(&view, i + 1).is_some())
        };
        let all = sentence.tokens.clone().any(|i| {
            of_all(i)
                || view.says_any(i, &["times", "stamps", "timestamps", "clock", "timezone"])
                || view.says(i, "time") && view.says(i + 1, "zone")
        });
        if !all && !heading && kind != BlockKind::Row {
            return None;
        }
        sentence.tokens.clone().find_map(|at| declared(article, &view, at))
    })
}

/// "Note: your time zone was detected as PST.", "Times are shown in your local timezone.": what a page says of its clocks
/// to who reads it.
pub(super) fn notes_zone(view: &View) -> bool {
    const LONGEST: usize = 20;
    // "All times in this report are UTC."
    const BETWEEN: usize = 6;
    let zone =
        |at: usize| view.says_any(at, &["timezone", "timezones"]) || view.says(at, "time") && view.says(at + 1, "zone");
    let told = |at: usize| view.says_any(at, &["in", "shown", "displayed", "given"]) || zone::named(view, at).is_some();
    let shown = |at: usize| {
        let are = (at + 1..at + BETWEEN).find(|at| view.says(*at, "are"));
        view.says_any(at, &["times", "timestamps"]) && are.is_some_and(|are| told(are + 1))
    };
    let short = view.end() - view.start() <= LONGEST;
    short && (view.start()..view.end()).any(|at| zone(at) || shown(at))
}

/// A zone behind "in", "are", a bracket, a colon, or another of its kind.
fn declared(article: &Article, view: &View, at: usize) -> Option<(ZoneName, Span)> {
    let led = view.symbol_any(at.wrapping_sub(1), &['(', '[', ':', '-', '–', ','])
        || view.after_any(
            at,
            &[
                "in", "are", "is", "us", "as", "the", "to", "times", "time", "stamps", "clock",
            ],
        )
        || at == view.start();
    if !led {
        return None;
    }
    let (name, next) = zone::named(view, at)?;
    if matches!(name, ZoneName::Word(crate::lexicon::zone::ZoneWord::Local)) {
        // "[workspace time zone: Europe/Paris]" names the zone further on.
        return None;
    }
    article.span_of(at..next).map(|span| (name, span))
}

/// "tz: UTC", "timezone: Europe/London"
fn front_matter(article: &Article, view: &View) -> Option<(ZoneName, Span)> {
    let start = view.start();
    if !view.says_any(start, &["tz", "timezone", "zone"]) {
        return None;
    }
    (start + 1..view.end()).find_map(|at| {
        zone::named(view, at).and_then(|(name, next)| article.span_of(at..next).map(|span| (name, span)))
    })
}

/// "Unless otherwise noted all events happened on 2019-10-21": whether a mention is the day of every clock below that
/// names none.
pub fn declares_day(article: &Article, mention: &Mention) -> bool {
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    (view.start()..mention.tokens.start).any(|at| {
        view.says(at, "all")
            && (at + 1..at + 3)
                .any(|at| view.says_any(at, &["events", "times", "entries", "timestamps", "stamps", "clocks"]))
    })
}
