//! Lines that are a day and nothing else, each above what happened on it.
//!
//! One would get wrong the first of them: near the top of a page it looks like the line that tells when the page was
//! written. Entries with bare clocks below it, or more lines like it, tell them apart.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::token::Kind;

use super::author;
use super::layout;
use super::mention::{Mention, Time};
use super::time::expression::{CalendarDate, Day};
use super::time::view::View;

/// Day lines that make a diary without a clock below any of them.
const FEWEST: usize = 3;

/// Words of a post's title.
const LONGEST_TITLE: usize = 12;

/// Words before the day of a post: whose it is, and what it is.
const LONGEST_BYLINE: usize = 5;

/// The blocks that are such lines, in text order. `body` is the first block of the page's body, `listed` whether stamps
/// stand on lines of their own.
pub fn day_lines(article: &Article, mentions: &[Mention], aside: &[bool], body: usize, listed: bool) -> Vec<usize> {
    // Each with whether it names its year, and whether a clock follows.
    let mut lines: Vec<(usize, bool, bool)> = Vec::new();
    let mut dates: Vec<Option<CalendarDate>> = Vec::new();
    for mention in mentions {
        let at = article.sentences[mention.sentence].block;
        if aside[at] || !fills(article, at, mention) {
            continue;
        }
        let date = match &mention.time {
            Time::Point { point, .. } => point.day,
            _ => None,
        };
        let date = date.and_then(|day| if let Day::Date(date) = day { Some(date) } else { None });
        let year = date.is_some_and(|date| date.year.is_some());
        lines.push((at, year, clocks_follow(article, mentions, at)));
        dates.push(date);
    }
    let Some(first) = lines.iter().position(|(_, _, followed)| *followed) else {
        return match lines.len() {
            FEWEST.. => lines.iter().map(|line| line.0).collect(),
            // Among stamps a day is a stamp whose clock nobody knew; a page has one date of its own.
            2 if listed && lines.iter().all(|line| line.1) => lines.iter().map(|line| line.0).collect(),
            // "Thursday, December 7", a report, "Thursday, November 30", the report before it: a stamp names its year.
            2 if lines.iter().all(|line| !line.1 && prose_follows(article, line.0)) => {
                lines.iter().map(|line| line.0).collect()
            }
            // "## Friday 3 March 2023", a report, "## Saturday 4 March 2023", the next: a page has one stamp, and no section of it.
            2 if lines
                .iter()
                .all(|line| is_section(article, line.0) && prose_follows(article, line.0)) =>
            {
                lines.iter().map(|line| line.0).collect()
            }
            _ => Vec::new(),
        };
    };
    // A lone date with its year at the head of a page is when it was written, whatever follows.
    if lines.len() == 1 && lines[first].1 && lines[first].0 < body {
        return Vec::new();
    }
    let of_page = lines[0].0 < body && !lines[0].2 && heads_page(&dates);
    let from = if lines.len() >= FEWEST && !of_page { 0 } else { first };
    lines[from..].iter().map(|line| line.0).collect()
}

/// Whether the first of some days is that of their page: "19 August 2019" above "Sat 3 August", "Sun 4 August". It alone
/// has a year, and they run forward and come before it.
fn heads_page(dates: &[Option<CalendarDate>]) -> bool {
    const HALF_A_YEAR: i32 = 183;
    let ordinal = |date: &CalendarDate| Some(i32::from(date.month?) * 31 + i32::from(date.day?));
    let Some((Some(first), rest)) = dates.split_first() else {
        return false;
    };
    let bare = rest.iter().all(|it| it.is_some_and(|date| date.year.is_none()));
    let rest: Option<Vec<i32>> = rest.iter().map(|it| it.as_ref().and_then(ordinal)).collect();
    let (Some(page), Some(rest)) = (ordinal(first), rest) else {
        return false;
    };
    let goes_on = |from: i32, to: i32| (1..HALF_A_YEAR).contains(&(to - from).rem_euclid(12 * 31));
    let told = rest.iter().chain([&page]).copied().collect::<Vec<_>>();
    first.year.is_some() && bare && told.windows(2).all(|pair| goes_on(pair[0], pair[1]))
}

/// Lines that end in a day, or in a bracket behind it, and say whose text or what update stands below them: "Update:
/// 18 April 2022 (day 3)", or several like "ann · comment · 2017-08-08". Each dates what follows, as a clock in
/// its place would. A page may set buttons behind the day.
pub fn day_stamps(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let (mut updates, mut bylines, mut kinds) = (Vec::new(), Vec::new(), 0);
    for mention in mentions {
        let at = article.sentences[mention.sentence].block;
        let block = &article.blocks[at];
        let view = View::of(article, &block.tokens);
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
        let dated = matches!(&mention.time, Time::Point { point, .. } if point.names_date()) && mention.time.is_day();
        let marks = |from: usize, to: usize| (from..to).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
        // "Update: 18 April 2022 (day 3)"
        let bracket = view.symbol(mention.tokens.end, '(')
            && (view.end().saturating_sub(4)..view.end()).any(|at| view.symbol(at, ')') && marks(at, view.end()))
            && block.tokens.len() <= mention.tokens.len() + LONGEST_TITLE;
        // "ann on 8 May 2021 | parent | next"
        let buttons = author::are_buttons(&view, mention.tokens.end..view.end());
        if aside[at] || !plain || !dated || !bracket && !buttons && !marks(mention.tokens.end, view.end()) {
            continue;
        }
        let start = layout::skip_marks(&view, view.start());
        let words = (start..mention.tokens.start)
            .filter(|at| matches!(view.kind(*at), Some(Kind::Word { .. } | Kind::Code | Kind::Number(_))))
            .count();
        if view.says(start, "update") && marks(start + 1, mention.tokens.start) {
            updates.push(at);
        } else if (1..=LONGEST_BYLINE).contains(&words)
            && (buttons || view.symbol_any(mention.tokens.start.wrapping_sub(1), &['·', '|', '•']))
            && article
                .blocks
                .get(at + 1)
                .is_some_and(|next| next.kind != BlockKind::FrontMatter)
        {
            // "ann · comment · 2017-08-08" tells what it is too.
            let parts = (start..mention.tokens.start).filter(|at| view.symbol_any(*at, &['·', '|', '•']));
            kinds += usize::from(parts.count() == 2);
            bylines.push(at);
        }
    }
    // A page has a byline or two of its own, which do not say what they are.
    let parted = bylines.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
    let of_posts = parted + 1 == 2 && kinds == 2;
    if parted + 1 >= FEWEST || of_posts {
        updates.append(&mut bylines);
        updates.sort_unstable();
    }
    updates
}

/// Lines that are a title and end in its day, two or more of them: "Router crash – 27/Jan/2017", "Maintenance (12 May
/// 2020)". Each heads a post that was written on it.
pub fn dated_titles(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let ends = |mention: &&Mention| {
        let at = article.sentences[mention.sentence].block;
        let block = &article.blocks[at];
        let view = View::of(article, &block.tokens);
        let year = matches!(&mention.time, Time::Point { point, .. }
            if point.is_full_date());
        let parted = view.symbol_any(mention.tokens.start.wrapping_sub(1), &['(', '-', '–', '—', '|', ':']);
        let closes = (mention.tokens.end..view.end()).all(|at| view.symbol_any(at, &[')', '*', '_']));
        let words = (view.start()..mention.tokens.start)
            .filter(|at| matches!(view.kind(*at), Some(Kind::Word { .. } | Kind::Number(_))));
        year && parted
            && closes
            && !aside[at]
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(2..))
            && (2..=LONGEST_TITLE).contains(&words.count())
            && prose_follows(article, at)
    };
    let found: Vec<usize> = mentions
        .iter()
        .filter(ends)
        .map(|mention| article.sentences[mention.sentence].block)
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Whether a block is a heading below the title's.
fn is_section(article: &Article, at: usize) -> bool {
    matches!(article.blocks[at].kind, BlockKind::Heading(2..))
}

/// Whether a sentence stands below a block.
fn prose_follows(article: &Article, at: usize) -> bool {
    article.blocks.get(at + 1).is_some_and(|next| {
        next.kind == BlockKind::Paragraph && next.tokens.len() >= LONGEST_TITLE && layout::ends_in_stop(article, next)
    })
}

/// Lines that open with a whole stamp, or with a day and a mark ("**3-Nov-2019: Mail queue stuck**"), and go on with a
/// title, two or more of them; and headings with a whole stamp somewhere, three or more of a level: each heads a post.
pub fn post_heads(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let heads = |mention: &&Mention| {
        let at = article.sentences[mention.sentence].block;
        let block = &article.blocks[at];
        let view = View::of(article, &block.tokens);
        let start = layout::skip_marks(&view, block.tokens.start);
        // "Day 3 – Wed 8 May | Lifts run again"
        let counted = view.number(start + 1).is_some() && view.symbol_any(start + 2, &[':', '-', '–', '—', '|']);
        let opens = (start == mention.tokens.start || counted && start + 3 == mention.tokens.start) && !mention.led;
        let marked = || view.symbol_any(mention.tokens.end, &[':', '-', '–', '—', '|']);
        let stamped = match &mention.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => match point.day {
                Some(Day::Date(date)) if date.month.is_some() => {
                    point.clock.is_some() || date.day.is_some() && (date.year.is_some() || counted) && marked()
                }
                _ => false,
            },
            _ => false,
        };
        let title = || {
            (mention.tokens.end..block.tokens.end)
                .filter(|at| matches!(article.tokens[*at].kind, Kind::Word { .. }))
                .count()
        };
        !aside[at]
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_))
            && opens
            && stamped
            && (2..=LONGEST_TITLE).contains(&title())
            && !layout::ends_in_stop(article, block)
    };
    let found: Vec<&Mention> = mentions.iter().filter(heads).collect();
    let apart = found.windows(2).any(|pair| pair[0].time != pair[1].time);
    let blocks = found.iter().map(|mention| article.sentences[mention.sentence].block);
    let mut out = stamped_headings(article, mentions, aside);
    if apart {
        out.extend(blocks);
    }
    out
}

/// Headings with a whole stamp in their midst, three or more of a level: "## #4 written by ada at 2019-11-03T08:12:44Z,
/// read 12 times".
fn stamped_headings(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let found: Vec<(usize, u8)> = mentions
        .iter()
        .filter(
            |mention| matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some() && point.names_date()),
        )
        .map(|mention| article.sentences[mention.sentence].block)
        .filter(|at| !aside[*at])
        .filter_map(|at| match article.blocks[at].kind {
            BlockKind::Heading(level @ 2..) => Some((at, level)),
            _ => None,
        })
        .collect();
    let alike = |level: u8| found.iter().filter(|(_, other)| *other == level).count();
    let many = found.iter().filter(|(_, level)| alike(*level) >= FEWEST);
    many.map(|(at, _)| *at).collect()
}

/// The first block that is no more of the last of some days: "13:10 a pump fails", the lines below it, and "Why did nobody
/// come?" behind an empty line.
pub fn end(article: &Article, mentions: &[Mention], days: &[usize]) -> Option<usize> {
    let last = *days.last().filter(|last| clocks_follow(article, mentions, **last))?;
    // A page that was copied without its empty lines has its prose below a heading.
    let spaced = article.is_spaced();
    let ends = |at: &usize| {
        let block = &article.blocks[*at];
        let prose = block.kind == BlockKind::Paragraph && block.tokens.len() >= LONGEST_TITLE;
        prose
            && (block.after_gap || !spaced)
            && layout::ends_in_stop(article, block)
            && !clocks_follow(article, mentions, at - 1)
    };
    (last + 2..article.blocks.len()).find(ends)
}

/// Whether a mention is a day, or some days on end, and, but for marks, all of its block.
fn fills(article: &Article, at: usize, mention: &Mention) -> bool {
    let block = &article.blocks[at];
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
    let marks = |at: &usize| {
        matches!(
            article.tokens[*at].kind,
            Kind::Symbol(':' | '*' | '_' | '-' | '–' | '—' | '#' | '[' | ']' | '(' | ')' | '=' | '|' | '.' | '~')
        )
    };
    // "Saturday, November 19 to Monday, November 21"
    let days = match &mention.time {
        Time::Point { .. } => true,
        Time::Span { to, .. } => to.names_date() && to.clock.is_none(),
        _ => false,
    };
    plain
        && days
        && mention.time.is_day()
        && block
            .tokens
            .clone()
            .filter(|at| !mention.tokens.contains(at))
            .all(|at| marks(&at))
}

/// Whether the next block opens with a clock that has no day of its own; in an item "At 11 a.m." opens it too.
fn clocks_follow(article: &Article, mentions: &[Mention], at: usize) -> bool {
    let Some(block) = article.blocks.get(at + 1) else {
        return false;
    };
    let opens = layout::skip_marks(&View::of(article, &block.tokens), block.tokens.start);
    layout::in_blocks(article, mentions, at + 1..at + 2)
        .first()
        .is_some_and(|mention| {
            matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. }
                if point.clock.is_some() && point.day.is_none())
                // "~10:30" begins with its mark.
                && (mention.tokens.start == opens || mention.tokens.start + 1 == opens && mention.hedge.is_some())
                && (!mention.led || block.kind == BlockKind::Item)
        })
}
