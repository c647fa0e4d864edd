//! What stands above a text: its title, where its body begins, the place in its dateline.
//!
//! One would get wrong that the first line is the title: a stamp, a byline or a section may stand above it.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;

use super::entry::{opens_with_clock, stamped_below};
use super::label::{is_fact, labels_stretch};
use super::layout::{Layout, OF_HEAD, ends_in_stop, in_blocks};
use super::mention::{Mention, Time};
use super::page_stamp::is_stamps;
use super::time::view::View;

/// Tokens at most of a dateline of a place that the tables have, or before an update, and of the agency in it.
pub(super) const LONGEST_DATELINE: usize = 14;
const LONGEST_AGENCY: usize = 3;

/// The first heading, else the first short line at the top that opens with no clock, for a log has no title, and is more
/// than its stamps.
pub(super) fn title(article: &Article, mentions: &[Mention], body: usize) -> Option<usize> {
    let heading = article
        .blocks
        .iter()
        .position(|b| matches!(b.kind, BlockKind::Heading(1)));
    // Behind the first of its prose a page has no title.
    let lines = || (0..article.blocks.len().min(body + 1)).filter(|at| is_title(article, mentions, *at));
    let first = heading.or_else(|| lines().next())?;
    let below = || lines().find(|at| *at > first && is_headline(article, mentions, *at));
    // "Subject: API" is what a mail is about, however short.
    Some(first)
        .filter(|at| article.form == Form::Mail || !names_page(article, *at))
        .or_else(below)
        .or(Some(first))
        .filter(|at| *at < OF_HEAD)
}

/// Whether a line may be a title, by what it is not.
fn is_title(article: &Article, mentions: &[Mention], at: usize) -> bool {
    let b = &article.blocks[at];
    let closed_by_stamp = || {
        let inside = in_blocks(article, mentions, at..at + 1);
        inside
            .iter()
            .any(|m| stamped_below(article, &article.blocks[at], m).is_some())
    };
    matches!(b.kind, BlockKind::Paragraph | BlockKind::Heading(_))
        && (3..=30).contains(&b.tokens.len())
        && !opens_with_clock(article, b)
        && !is_stamps(article, b, mentions)
        && !closed_by_stamp()
        && !View::of(article, &b.tokens).symbol(b.tokens.start, ':')
        && !is_fact(&View::of(article, &b.tokens))
        && !in_blocks(article, mentions, at..at + 1)
            .iter()
            .any(|m| labels_stretch(&View::of(article, &b.tokens), m))
        && (!ends_in_stop(article, b) || closes_title(article, b))
        && article.tokens[b.tokens.end - 1].kind != Kind::Symbol(':')
}

/// "The Daily Clarion", "Home > News > Harbour": names by themselves, which a paper writes above its headlines.
fn names_page(article: &Article, at: usize) -> bool {
    const LONGEST_NAME: usize = 4;
    const MARKS: &[char] = &['|', '/', '>', '»', '›', '·', '•', '&'];
    let view = View::of(article, &article.blocks[at].tokens);
    let name = |at: &usize| matches!(view.case(*at), Some(Case::Capital | Case::Upper));
    let parts: Vec<usize> = (view.start()..view.end()).filter(|at| !name(at)).collect();
    let marked = parts.iter().all(|at| view.symbol_any(*at, MARKS));
    let mut from = view.start();
    let short = parts.iter().chain([&view.end()]).all(|end| {
        let length = end - from;
        from = end + 1;
        length <= LONGEST_NAME
    });
    marked && short
}

/// A line that tells something besides its times, and not who wrote it, or when: by its length and its small letters, as
/// long as no list of names is, or by the trouble that it names.
fn is_headline(article: &Article, mentions: &[Mention], at: usize) -> bool {
    const FEWEST_WORDS: usize = 4;
    const FEWEST_LOWER: usize = 2;
    const LONGER_THAN_NAMES: usize = 8;
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    let inside = in_blocks(article, mentions, at..at + 1);
    let words = || {
        block
            .tokens
            .clone()
            .filter(|at| !inside.iter().any(|m| m.tokens.contains(at)))
    };
    let cases: Vec<Case> = words().filter_map(|at| view.case(at)).collect();
    let lower = cases.iter().filter(|case| **case == Case::Lower).count();
    let parted = words().any(|at| view.symbol_any(at, &['|', '·', '•']));
    let troubled = words().any(|at| matches!(view.noun(at), Some(Thing::Trouble | Thing::Incident)));
    let tells = cases.len() >= FEWEST_WORDS && lower >= FEWEST_LOWER || cases.len() >= LONGER_THAN_NAMES;
    (tells || troubled) && !parted && !view.says(block.tokens.start, "by") && !ends_in_stop(article, block)
}

/// Whether a line that ends in a mark may be a headline: a question, an exclamation, somebody's words without a full stop.
fn closes_title(article: &Article, block: &Block) -> bool {
    let before = block.tokens.end.saturating_sub(2).max(block.tokens.start);
    match article.tokens[block.tokens.end - 1].kind {
        Kind::Symbol('”' | '"') => article.tokens[before].kind != Kind::Symbol('.'),
        kind => matches!(kind, Kind::Symbol('?' | '!')),
    }
}

/// "Midday with Carla Lee", "The Evening Post", a line of the head: what a paper or a programme is called, all of it in
/// capitals.
pub(super) fn names_programme(view: &View, block: &Block, mention: &Mention) -> bool {
    const LONGEST: usize = 6;
    let bare = matches!(&mention.time, Time::Point { point, .. } if point.day.is_none()
        && (point.part.is_some() || point.clock.is_some_and(|it| it.named.is_some())));
    let name = |at: usize| {
        matches!(view.case(at), Some(Case::Capital)) || view.says_any(at, &["with", "of", "on", "and", "the", "at"])
    };
    bare && block.kind == BlockKind::Paragraph
        && (2..=LONGEST).contains(&block.tokens.len())
        && block.tokens.clone().all(name)
}

/// The first block that is prose or an item: what stands before it is the head of the page.
pub(super) fn body(article: &Article, mentions: &[Mention]) -> usize {
    article
        .blocks
        .iter()
        .position(|b| match b.kind {
            BlockKind::Item | BlockKind::Row | BlockKind::HeaderRow | BlockKind::Quote | BlockKind::Code => true,
            BlockKind::Paragraph => {
                b.tokens.len() >= 28
                    || b.tokens.len() >= 10 && ends_in_stop(article, b) && !closed_by_stamp(article, b, mentions)
            }
            _ => false,
        })
        .unwrap_or(article.blocks.len())
}

/// "By Ada Moss | The Pump Room | May 3, 2021, 6:45 p.m.": the dot that ends the line is that of its stamp, and no
/// sentence's.
pub(super) fn closed_by_stamp(article: &Article, block: &Block, mentions: &[Mention]) -> bool {
    let last = mentions[..mentions.partition_point(|m| m.tokens.start < block.tokens.end)].last();
    let apart = |m: &Mention| {
        let view = View::of(article, &block.tokens);
        view.symbol_any(m.tokens.start.wrapping_sub(1), &['|', '·', '—', '–', '-', '•', '/'])
    };
    last.is_some_and(|m| {
        m.tokens.end == block.tokens.end && m.tokens.start > block.tokens.start && m.time.is_stamp() && apart(m)
    })
}

/// "SEATTLE, March 14 (Wire) —", "DENVER —", "MUMBAI:": the place, and the position behind the mark.
pub(super) fn dateline(article: &Article, block: &Block) -> Option<(Range<usize>, usize)> {
    if block.kind != BlockKind::Paragraph {
        return None;
    }
    let view = View::of(article, &block.tokens);
    if let Some(signed) = signed_dateline(&view).or_else(|| wired_dateline(&view)) {
        return Some(signed);
    }
    if let Some(bare) = bare_dateline(&view) {
        return Some(bare);
    }
    if view.case(block.tokens.start) != Some(Case::Upper) {
        // "New Delhi: Trains stood still": a place that the tables have.
        let (_, end) = view.phrase(&view.lexicon.places, block.tokens.start)?;
        let opens = view.symbol(end, ':') && view.case(end + 1) == Some(Case::Capital);
        return opens.then_some((block.tokens.start..end, end + 1));
    }
    let limit = block.tokens.end.min(block.tokens.start + 18);
    let mark = (block.tokens.start + 1..limit)
        .find(|i| view.symbol_any(*i, &['—', '–', ':']) || (view.symbol(*i, '-') && !view.touches(*i)))?;
    // A colon closes a dateline only behind a lone place ("MUMBAI:"); "UPDATE 3:30pm:" is an entry.
    let shouted = (block.tokens.start..mark)
        .take_while(|i| matches!(view.kind(*i), Some(Kind::Word { case: Case::Upper, .. })))
        .count();
    let behind_place = block.tokens.start + shouted;
    // "LONDON, August 5, 2025:" closes with one too.
    let dated = view.symbol(behind_place, ',') && view.lexicon.months.begins(view.word(behind_place + 1));
    let alone = behind_place == mark && mark <= block.tokens.start + 2;
    if view.symbol(mark, ':') && !alone && !dated || view.says(block.tokens.start, "update") {
        return None;
    }
    Some((block.tokens.start..mark, mark + 1))
}

/// Where the place ends with which a line opens, and which the tables have.
fn place_at_head(view: &View) -> Option<usize> {
    let start = view.start();
    let place = view
        .phrase(&view.lexicon.places, start)
        .filter(|_| is_capital(view, start))?;
    Some(place.1)
}

fn is_capital(view: &View, at: usize) -> bool {
    matches!(view.case(at), Some(Case::Upper | Case::Capital))
}

/// "Mumbai, Mar 12, 2024 (PTI) The exchange …", "New Delhi, 12 March (ANI): …": a place that the tables have, a date, and
/// its agency in brackets, after which no mark need stand.
fn signed_dateline(view: &View) -> Option<(Range<usize>, usize)> {
    let (start, limit) = (view.start(), view.end().min(view.start() + LONGEST_DATELINE));
    let place = place_at_head(view)?;
    let comma = (place..limit).find(|at| view.symbol(*at, ','))?;
    // "Portland, Maine, March 12 (AP)"
    let bracket = (comma + 1..limit).find(|at| view.symbol(*at, '('))?;
    let of_date = |at: usize| {
        view.lexicon.months.begins(view.word(at)) || view.number(at).is_some() || view.symbol_any(at, &[',', '.'])
    };
    let dated = (comma + 1..bracket).any(|at| view.lexicon.months.begins(view.word(at)));
    let plain = (comma + 1..bracket).all(|at| of_date(at) || view.phrase(&view.lexicon.places, at).is_some());
    let close = (bracket + 1..view.end().min(bracket + 2 + LONGEST_AGENCY)).find(|at| view.symbol(*at, ')'))?;
    let agency =
        close > bracket + 1 && (bracket + 1..close).all(|at| is_capital(view, at) || view.symbol_any(at, &['/', '.']));
    let mark = close + 1;
    let behind = mark + usize::from(view.symbol_any(mark, &['—', '–', '-', ':']));
    let opens = is_capital(view, behind) || view.symbol_any(behind, &['“', '"']);
    (dated && plain && agency && opens).then_some((start..close + 1, behind))
}

/// "Accra, March 19, GhPress – Mobile operators …": a place that the tables have, a date, and perhaps its agency, with a mark
/// behind them.
fn wired_dateline(view: &View) -> Option<(Range<usize>, usize)> {
    let (start, limit) = (view.start(), view.end().min(view.start() + LONGEST_DATELINE));
    let place = place_at_head(view)?;
    let mark =
        (place..limit).find(|at| view.symbol_any(*at, &['—', '–']) || view.symbol(*at, '-') && !view.touches(*at))?;
    let month = (place + 1..mark).find(|at| view.lexicon.months.begins(view.word(*at)))?;
    let of_date = |at: &usize| *at == month || view.number(*at).is_some() || view.symbol_any(*at, &[',', '.']);
    let agency: Vec<usize> = (place..mark).filter(|at| !of_date(at)).collect();
    let day = [month.wrapping_sub(1), month + 1, month + 2]
        .iter()
        .any(|at| view.number(*at).is_some());
    let signed = agency.len() <= LONGEST_AGENCY && agency.iter().all(|at| *at > month && is_capital(view, *at));
    let opens = is_capital(view, mark + 1) || view.symbol_any(mark + 1, &['“', '"']);
    (view.symbol(place, ',') && day && signed && opens).then_some((start..mark, mark + 1))
}

/// "OSLO, June 19 Norwegian operator Fjordtel said", "LONDON, May 3, 2012 (Wire) Trains": a place in capitals and a date, whose mark
/// was lost on the way to the page.
fn bare_dateline(view: &View) -> Option<(Range<usize>, usize)> {
    const LONGEST_PLACE: usize = 3;
    let start = view.start();
    let shouted = |at: &usize| matches!(view.kind(*at), Some(Kind::Word { case: Case::Upper, .. }));
    let place = (start..start + LONGEST_PLACE).take_while(shouted).count();
    let comma = start + place;
    let month = comma + 1;
    let capital = matches!(view.case(month), Some(Case::Capital | Case::Upper));
    let day = view.number(view.skip_dot(month + 1)).filter(|day| day.digits <= 2)?;
    if place == 0
        || !view.symbol(comma, ',')
        || !capital
        || !view.lexicon.months.begins(view.word(month))
        || day.whole == 0
    {
        return None;
    }
    let mut end = view.skip_dot(month + 1) + 1;
    let year = view.skip(end, ',');
    if view.number(year).is_some_and(|year| year.digits == 4) {
        end = year + 1;
    }
    if view.symbol(end, '(') {
        end = (end + 1..end + 2 + LONGEST_AGENCY).find(|at| view.symbol(*at, ')'))? + 1;
    }
    // "LONDON, June 19 was a hot day"
    is_capital(view, end).then_some((start..end, end))
}

/// Whether a dateline names the place of the page's own: a thread goes on with the next report from there.
pub(super) fn opens_again(article: &Article, layout: &Layout, dateline: &Range<usize>) -> bool {
    let word = |tokens: &Range<usize>| article.words(article.tokens[tokens.start].span);
    layout.place.as_ref().is_some_and(|place| word(place) == word(dateline))
}
