//! Lengths that give an end to what was told before them: "at 22:10, for 48 minutes".
//!
//! One would get wrong that any length behind a time measures it: only "for", "lasted" and their kin do.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::noun::Thing;
use crate::lexicon::relation::Relation;
use crate::lexicon::unit::Unit;
use crate::normaliser::dated::{Dated, End};
use crate::normaliser::pluperfect;
use crate::normaliser::vagueness::{self, Extent};
use crate::normaliser::value::Granularity;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::kind::Phase;
use crate::parser::time::view::View;

use super::Shifts;

impl Shifts {
    /// Gives an end to what a length measures: "at 22:10, for 48 minutes", "came back at 6:30. It lasted 11 minutes."
    pub fn lengths(&mut self, article: &Article, parsed: &Parsed) {
        for (at, mention) in parsed.mentions.iter().enumerate().skip(1) {
            let Time::Length(length) = &mention.time else { continue };
            let next = parsed.mentions.get(at + 1);
            let measured = if next.is_some_and(|next| measures_next(article, mention, next)) {
                at + 1
            } else if measures_last(article, &parsed.mentions[at - 1], mention)
                || measures_entry(article, &parsed.layout.roles[at - 1], mention) && !self.ends_it(parsed, at - 1)
            {
                at - 1
            } else {
                continue;
            };
            let Some(before) = self.dated.iter_mut().find(|d| d.mention == measured) else {
                continue;
            };
            let clock = before.value.granularity <= Granularity::Minute;
            let days = before.value.granularity == Granularity::Day && length.finest() >= Unit::Hour;
            if before.end.is_some() || !(clock || days) {
                continue;
            }
            let extent = vagueness::extent(length, mention.hedge);
            if days && extent.named < 86_400 {
                continue;
            }
            before.end = Some(end(before, &extent));
        }
    }
}

impl Shifts {
    /// "End: 14:10" above "Duration: 3h45m": a label says that the outage ended then, so that no length runs on from it.
    fn ends_it(&self, parsed: &Parsed, mention: usize) -> bool {
        let dated = self.dated.iter().find(|d| d.mention == mention);
        let statement = dated.map(|d| &parsed.statements[d.statement]);
        statement.is_some_and(|it| it.settled && it.phase == Phase::Resolved)
    }
}

/// The end of what lasts so long from its beginning.
pub(super) fn end(dated: &Dated, extent: &Extent) -> End {
    let mut value = dated.value;
    value.wall = value.wall.plus(extent.named);
    End {
        value,
        at: dated.start + extent.named,
        window: (
            dated.window.0.map(|w| w + extent.least),
            dated.window.1.and_then(|w| extent.most.map(|m| w + m)),
        ),
    }
}

/// Whether a token is one of these words.
fn says(article: &Article, at: usize, any: &[&str]) -> bool {
    let word = article.words(article.tokens[at].span);
    any.iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// "Pump restarted. Downtime: 10 minutes.": whether a label makes a length that of the entry it stands in. Behind
/// "Ann marked this as resolved." it looks back, for nothing runs on from there.
fn measures_entry(article: &Article, entry: &Role, length: &Mention) -> bool {
    let Role::Entry { text } = entry else { return false };
    let colon = length.tokens.start.wrapping_sub(1);
    let within = text.iter().any(|tokens| tokens.contains(&colon));
    let over = |tokens: &Range<usize>| {
        (tokens.start..tokens.end.min(colon)).any(|at| says(article, at, &["resolved", "closed"]))
    };
    if text.iter().any(over) {
        return false;
    }
    let colons = within && article.tokens[colon].kind == Kind::Symbol(':');
    colons && colon > 0 && says(article, colon - 1, &["downtime", "duration"])
}

/// "Down for 7 minutes from 05:13", "2 minutes (05:29)", "a 20-minute outage that began at 9:40", "half an hour at noon":
/// whether a clock tells when a length began.
fn measures_next(article: &Article, length: &Mention, next: &Mention) -> bool {
    const FURTHEST: usize = 4;
    const FURTHEST_STARTING: usize = 10;
    const BEGINS: &[&str] = &["beginning", "starting", "from", "began", "started"];
    let clock = matches!(&next.time, Time::Point { point, .. } if point.clock.is_some());
    let between = length.tokens.end..next.tokens.start;
    if !clock || length.sentence != next.sentence || between.len() > FURTHEST_STARTING {
        return false;
    }
    if next.relation == Relation::Since && says(article, next.tokens.start, &["starting", "beginning"]) {
        return true;
    }
    let begins = |at: usize| says(article, at, BEGINS);
    let starts = between.clone().any(begins) || between.len() <= 2 && begins(next.tokens.start);
    let bracket = between.len() == 1 && article.tokens[between.start].kind == Kind::Symbol('(');
    let at_once = between.is_empty() && next.relation == Relation::At && says(article, length.tokens.start, &["for"]);
    between.len() <= FURTHEST && (starts || bracket || at_once)
}

/// Whether a length behind "for" or "lasted" measures what the time before it dates.
fn measures_last(article: &Article, before: &Mention, length: &Mention) -> bool {
    let said = |at: usize, any: &[&str]| says(article, at, any);
    let lasted =
        (length.tokens.start.saturating_sub(3)..length.tokens.start).any(|i| said(i, &["lasted", "lasting", "lasts"]));
    let led_by_for = said(length.tokens.start, &["for"]);
    let gap = length.tokens.start.saturating_sub(before.tokens.end);
    if before.sentence == length.sentence {
        // "At noon there had been no errors for 22 hours": what had been so for so long began so long before.
        let between = before.tokens.end..length.tokens.start;
        if led_by_for && pluperfect::stands_in(&View::of(article, &between)) {
            return false;
        }
        return led_by_for && (gap <= 1 || in_its_clause(article, before, length))
            || lasted && gap <= 5
            || measures_trouble(article, length) && in_its_clause(article, before, length);
    }
    // "It lasted 11 minutes.", "This involved 20 minutes of downtime."
    let opens = article.sentences[length.sentence].tokens.start;
    let down = article.tokens.len() > length.tokens.end + 1
        && said(length.tokens.end, &["of"])
        && said(length.tokens.end + 1, &["downtime"]);
    before.sentence + 1 == length.sentence
        && (lasted || down)
        && said(opens, &["it", "that", "this"])
        && length.tokens.start - opens <= 4
}

/// Whether a length stands in the clause that the time before it dates: "at 11.30am, the service between Elm Park and
/// Quayside was shut for 30 minutes".
fn in_its_clause(article: &Article, before: &Mention, length: &Mention) -> bool {
    const LONGEST: usize = 16;
    const OPENS_ANOTHER: &[&str] = &[
        "after", "before", "when", "while", "because", "which", "who", "as", "but", "since", "that", "if", "though",
        "although", "until", "so", "where", "than", "then",
    ];
    let gap = before.tokens.end..length.tokens.start;
    let opens_another = |at: usize| says(article, at, OPENS_ANOTHER);
    // "between Elm Park and Quayside" is one thing.
    let in_pair = |and: usize| {
        let before = and.saturating_sub(4).max(gap.start)..and;
        before.into_iter().any(|at| says(article, at, &["between", "both"]))
    };
    let parts = |at: usize| match article.tokens[at].kind {
        Kind::Symbol(mark) => matches!(mark, ',' | ';' | ':' | '(' | ')' | '—' | '–'),
        _ => opens_another(at) || says(article, at, &["and", "or"]) && !in_pair(at),
    };
    // What stands in front of its clause may end in a comma.
    let first_opens = gap.clone().take(1).any(opens_another);
    gap.len() <= LONGEST && !first_opens && !gap.clone().skip(1).any(parts)
}

/// "Suffered a 41-minute disruption": whether a length is that of a trouble which its clause says was had.
fn measures_trouble(article: &Article, length: &Mention) -> bool {
    const HAD: &[&str] = &[
        "experienced",
        "had",
        "suffered",
        "saw",
        "endured",
        "was",
        "were",
        "caused",
    ];
    const FURTHEST: usize = 3;
    let start = length.tokens.start;
    let article_before = says(article, start.saturating_sub(1), &["a", "an"]);
    let had = start >= 2 && article_before && says(article, start - 2, HAD);
    let view = View::of(article, &article.sentences[length.sentence].tokens);
    had && (length.tokens.end..length.tokens.end + FURTHEST).any(|at| view.noun(at) == Some(Thing::Trouble))
}
