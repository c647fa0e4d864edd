//! Stamps that stand on lines of their own, and the text that each belongs to.
//!
//! One would get wrong that a stamp stands above its text: status pages put it below as often, and a reader who
//! pairs it with what follows shifts every label by one. It is decided once for a whole page.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;

use super::author;
use super::declaration::notes_zone;
use super::entry::is_forecast;
use super::live;
use super::mention::{Mention, Time};
use super::time::expression::Day;
use super::time::view::View;

/// A stamp and its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamped {
    /// Index of the mention.
    pub mention: usize,
    /// The block of the stamp.
    pub block: usize,
    /// The blocks of its text, in text order.
    pub text: Vec<Range<usize>>,
}

/// Words in a stamp's line beside the stamp.
const MOST_OTHER_WORDS: usize = 4;

/// Words that are surely not a stamp's, a label's or a byline's: nobody need count further.
const MANY_WORDS: usize = 16;

/// Words of a label: "Resolved", "Update", "Service degradation", "AT RISK: Emergency Power Maintenance".
const LONGEST_LABEL: usize = 6;

/// Stamps that make a list.
const FEWEST: usize = 3;

/// Blocks that one stamp may date.
const MOST_BLOCKS: usize = 12;

/// The stamps below their texts; none where the page has them above, or has too few to tell.
pub fn below(article: &Article, mentions: &[Mention], lines: &[Stamped], aside: &[bool]) -> Vec<Stamped> {
    let mut out = posts(article, lines);
    out.extend(shown_posts(article, mentions, aside));
    // "Updated by Ann on 9th Oct @ 10:56pm": beside such lines "Start: 9th Oct @ 11pm" is a field of what they sign.
    let introduced = lines
        .iter()
        .filter(|it| introduces(article, it.block) || is_by(article, it.block));
    let introduced: Vec<Stamped> = introduced.cloned().collect();
    let lines = if introduced.len() >= FEWEST { &introduced } else { lines };
    if stand_below(article, lines, aside) {
        let mut from = 0;
        for line in lines {
            let text = above(article, from..line.block, aside);
            from = line.block + 1;
            if !text.is_empty() {
                out.push(Stamped { text, ..line.clone() });
            }
        }
    }
    out.sort_by_key(|stamped| stamped.block);
    out.dedup_by_key(|stamped| stamped.block);
    out
}

/// The first of many stamps that stand on lines of their own, with text between each two: where a list of updates or
/// posts begins.
pub fn list(lines: &[Stamped]) -> Option<usize> {
    let parted = lines
        .windows(2)
        .filter(|pair| pair[1].block > pair[0].block + 1)
        .count();
    // Of several in a row, the last heads the text: those before it are the page's own.
    let heads = |at: usize| lines.get(at + 1).is_none_or(|next| next.block > lines[at].block + 1);
    let first = (0..lines.len()).find(|at| heads(*at))?;
    (parted + 1 >= FEWEST).then(|| lines[first].block)
}

/// Two updates and nothing else: stamps of one form on lines of their own, the first of which opens the page or stands below its
/// title, each above a line or two.
pub fn pair(article: &Article, mentions: &[Mention], lines: &[Stamped]) -> Option<[usize; 2]> {
    const MOST_BELOW: usize = 3;
    let [first, second] = lines else { return None };
    let end = article.blocks.len();
    let tokens = |line: &Stamped| &article.blocks[line.block].tokens;
    let bare =
        |line: &&Stamped| mentions[line.mention].time.is_stamp() && mentions[line.mention].tokens == *tokens(line);
    let few = |above: usize, to: usize| (above + 2..=above + 1 + MOST_BELOW).contains(&to);
    let alike = tokens(first).len() == tokens(second).len() && [first, second].iter().all(bare);
    let parted = few(first.block, second.block) && few(second.block, end);
    (alike && parted && first.block <= 1).then_some([first.block, second.block])
}

/// Whether several stamps behind the first prose each have prose below them: posts, and no byline among them.
pub fn post_prose(article: &Article, lines: &[Stamped], body: usize) -> bool {
    let above_prose = |line: &&Stamped| {
        let below = article.blocks.get(line.block + 1);
        line.block > body && below.is_some_and(|block| is_prose(article, block))
    };
    lines.iter().filter(above_prose).take(2).count() == 2
}

/// Blocks that hold a clock time with its date, and next to nothing else; their texts are not yet known.
pub fn lines(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<Stamped> {
    let mut out: Vec<Stamped> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        if !has_clock(&mention.time) {
            continue;
        }
        let block_at = article.sentences[mention.sentence].block;
        let block = &article.blocks[block_at];
        let plain = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote | BlockKind::Heading(_)
        );
        let before = block.tokens.start..mention.tokens.start.max(block.tokens.start);
        let view = View::of(article, &block.tokens);
        if !plain || aside[block_at] || is_forecast(&view, before) || is_of_page(&view) {
            continue;
        }
        let timed: Vec<Range<usize>> = super::layout::beside(article, mentions, index)
            .iter()
            .map(|m| m.tokens.clone())
            .collect();
        let rest = block
            .tokens
            .clone()
            .filter(|at| !timed.iter().any(|tokens| tokens.contains(at)))
            .filter(|at| {
                matches!(
                    article.tokens[*at].kind,
                    Kind::Word { .. } | Kind::Code | Kind::Number(_)
                )
            })
            .take(MANY_WORDS)
            .count();
        let ends_in_stop = matches!(article.tokens[block.tokens.end - 1].kind, Kind::Symbol('.' | '!' | '?'));
        let attributed = block.kind == BlockKind::Quote && rest <= 3 * MOST_OTHER_WORDS && !ends_in_stop;
        // "11:40 UTC Search was restored." is an entry, however short.
        let behind = (mention.tokens.end..block.tokens.end)
            .filter(|at| !timed.iter().any(|tokens| tokens.contains(at)))
            .filter(|at| matches!(article.tokens[*at].kind, Kind::Word { .. }))
            .take(MANY_WORDS)
            .count();
        // "Service was restored around noon UTC." is a sentence on a line of its own.
        let sentence = ends_in_stop && block.tokens.end > mention.tokens.end && rest >= 2;
        if (behind >= 2 || sentence) && !attributed {
            continue;
        }
        if (rest <= MOST_OTHER_WORDS || attributed) && out.last().is_none_or(|last| last.block != block_at) {
            out.push(Stamped {
                mention: index,
                block: block_at,
                text: Vec::new(),
            });
        }
    }
    out
}

/// "Updated 3 May 2021, 9.48pm, first published at 6.15am", "Published - May 03, 2021 06:15 am": two stamps of one line are
/// the page's, and no post is published.
fn is_of_page(view: &View) -> bool {
    let mut words = (view.start()..view.end()).filter_map(|at| view.meaning(&view.lexicon.stamps, at));
    let first = words.next();
    first.is_some() && (words.any(|word| Some(word) != first) || view.says(view.start(), "published"))
}

/// "First published on: 03-05-2021 at 06:15": no update is told to be the first.
fn is_first_of_page(view: &View) -> bool {
    let opens = view.says_any(view.start(), &["first", "originally"]);
    opens && view.meaning(&view.lexicon.stamps, view.start() + 1).is_some()
}

/// Lines of a stamp between whose text it heads and what that is, three or more, with text below each: "Ann Lee
/// 2021-05-03 09:15  Comment 4", "--- 03/05/2021 09:15 (staff) ---".
pub fn signed(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<usize> {
    let block = |m: &Mention| article.sentences[m.sentence].block;
    // "Back." is all that many a post says.
    let said = |at: usize| introduces(article, at) && at + 1 < article.blocks.len() && !aside[at + 1];
    let heads = |m: &&Mention| {
        let at = block(m);
        let posted = m.time.is_stamp() && (posts_below(article, at) || posted_above(article, m));
        !aside[at] && (posted || names_its_text(article, m) && (said(at) || text_below(article, at, aside)))
    };
    let found: Vec<usize> = mentions.iter().filter(heads).map(block).collect();
    let parted = found.windows(2).all(|pair| pair[1] > pair[0] + 1);
    let introduced = found.len() > 1 && found.iter().all(|block| introduces(article, *block));
    if (found.len() >= FEWEST || introduced) && parted {
        found
    } else {
        Vec::new()
    }
}

/// "posted 2021-05-03, 9:15 pm", with a name right above it and right below it what was posted, as forums have it.
pub(super) fn posts_below(article: &Article, at: usize) -> bool {
    let view = |at: usize| View::of(article, &article.blocks[at].tokens);
    let hangs = |at: usize| article.blocks.get(at).is_some_and(|block| !block.after_gap);
    // Who posts, and what is known of them, below an empty line.
    const LONGEST_HEAD: usize = 4;
    let above = || article.blocks[at.saturating_sub(LONGEST_HEAD)..at].iter();
    let parted = above().any(|block| block.after_gap);
    let named = at > 0 && parted && !is_prose(article, &article.blocks[at - 1]) && hangs(at) && hangs(at + 1);
    let line = view(at);
    named && line.says(line.start(), "posted") && article.blocks[at].tokens.len() <= MANY_WORDS
}

/// "Posted at 0:34 BST 20 Sep" behind an empty line, and right below it what was posted.
fn posted_above(article: &Article, mention: &Mention) -> bool {
    let at = article.sentences[mention.sentence].block;
    let block = &article.blocks[at];
    let hangs = article.blocks.get(at + 1).is_some_and(|below| !below.after_gap);
    let posted = View::of(article, &block.tokens).says(block.tokens.start, "posted");
    posted && block.after_gap && hangs && mention.tokens.end == block.tokens.end
}

/// Whether a stamp stands on a line of its own, before a bracket or a count of what is below it: "(staff)", "Comment 4",
/// "#4".
fn names_its_text(article: &Article, mention: &Mention) -> bool {
    let at = article.sentences[mention.sentence].block;
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    let posts = matches!(block.kind, BlockKind::Heading(2..)) && introduces(article, at);
    let plain = block.kind == BlockKind::Paragraph || posts;
    if !plain || !mention.time.is_stamp() && !mention.time.is_day() {
        return false;
    }
    let end = mention.tokens.end;
    if author::behind_badges(&view, end) == view.end() || view.symbol(end, ':') && end + 1 == view.end() {
        return introduces(article, at);
    }
    if !mention.time.is_stamp() {
        return false;
    }
    let rule = |at: &usize| view.symbol_any(*at, &['-', '=', '*']);
    let behind = mention.tokens.end..view.end();
    let Some(last) = behind.rev().find(|at| !rule(at)) else {
        return false;
    };
    let bracketed = view.symbol(mention.tokens.end, '(') && view.symbol(last, ')');
    let counts = view.says_any(last.wrapping_sub(1), &["comment", "reply", "post", "note"])
        || view.symbol(last.wrapping_sub(1), '#');
    let counted = counts && view.number(last).is_some() && last == mention.tokens.end + 1
        || author::is_count(article.words(article.tokens[last].span)) && last == mention.tokens.end;
    let word = |at: &usize| matches!(article.tokens[*at].kind, Kind::Word { .. });
    let words = block.tokens.clone().filter(word).count();
    (bracketed || counted) && words <= mention.tokens.len() + 2 * MOST_OTHER_WORDS
}

/// Whether text stands in the block below, or below the lines that name who wrote it and greet.
fn text_below(article: &Article, block: usize, aside: &[bool]) -> bool {
    let names = author::lines_below(article, block);
    let text = |at: usize| {
        article
            .blocks
            .get(at)
            .is_some_and(|next| is_text(article, next) && !aside[at])
    };
    // "Morning everyone", and what it says below an empty line.
    text(names.end) || !names.is_empty() && text(names.end + 1)
}

/// A clock time; its date may be the page's.
fn has_clock(time: &Time) -> bool {
    match time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => {
            point.clock.is_some() || matches!(point.day, Some(Day::Epoch(_)))
        }
        _ => false,
    }
}

/// A quoted post with its author and its stamp on the last line: "— Pump Care (@pumps) 9:22 AM · Feb 23, 2025".
fn posts(article: &Article, lines: &[Stamped]) -> Vec<Stamped> {
    let quote = |at: usize| article.blocks.get(at).is_some_and(|b| b.kind == BlockKind::Quote);
    let mut out = Vec::new();
    for line in lines {
        if !quote(line.block) || quote(line.block + 1) {
            continue;
        }
        let mut start = line.block;
        while start > 0 && quote(start - 1) {
            start -= 1;
        }
        let text: Vec<Range<usize>> = article.blocks[start..line.block]
            .iter()
            .map(|b| b.tokens.clone())
            .collect();
        if !text.is_empty() && text.len() <= MOST_BLOCKS {
            out.push(Stamped { text, ..line.clone() });
        }
    }
    out
}

/// "3:14 PM · Mar 12, 2024 · 41.2K Views": a post as it was shown, its stamp below it, whatever else is on the page.
fn shown_posts(article: &Article, mentions: &[Mention], aside: &[bool]) -> Vec<Stamped> {
    let mut out: Vec<Stamped> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let block = article.sentences[mention.sentence].block;
        if aside[block] || !closes_shown_post(article, block, mention) {
            continue;
        }
        let floor = out.last().map_or(0, |before| before.block + 1);
        let text = text_of_post(article, floor..block);
        if !text.is_empty() {
            out.push(Stamped {
                mention: index,
                block,
                text,
            });
        }
    }
    out
}

/// Whether a line is a clock, a dot, its date, and at most how often it was seen.
fn closes_shown_post(article: &Article, block: usize, mention: &Mention) -> bool {
    let tokens = &article.blocks[block].tokens;
    let view = View::of(article, tokens);
    let clock_first = matches!(view.kind(mention.tokens.start), Some(Kind::Clock(_)));
    let dotted = || mention.tokens.clone().any(|at| view.symbol(at, '·'));
    let seen = (mention.tokens.end..tokens.end).all(|at| {
        matches!(view.kind(at), Some(Kind::Symbol('·') | Kind::Number(_)))
            || view.says_any(at, &["k", "m", "b", "views", "view", "from", "earth"])
    });
    mention.tokens.start == tokens.start && clock_first && mention.time.is_stamp() && dotted() && seen
}

/// The text above the stamp of a post: up to who wrote it, to what brings it in, or to an empty line.
fn text_of_post(article: &Article, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for at in range.rev().take(MOST_BLOCKS) {
        let block = &article.blocks[at];
        let last = article.tokens[block.tokens.end - 1].kind;
        let signs = names_account(article, block);
        // Who wrote it stands between the text and the stamp as well.
        if signs && out.is_empty() {
            continue;
        }
        if signs || last == Kind::Symbol(':') || matches!(block.kind, BlockKind::Heading(_) | BlockKind::FrontMatter) {
            break;
        }
        out.push(block.tokens.clone());
        if block.after_gap {
            break;
        }
    }
    out.reverse();
    out
}

/// "Pump Care @pumps", "— Pump Care (@pumps)", "@pumps": whose account it is, and nothing said.
fn names_account(article: &Article, block: &Block) -> bool {
    let account = |at: usize| {
        let token = &article.tokens[at];
        token.kind == Kind::Code && article.words(token.span).starts_with('@')
    };
    let ends_in_stop = matches!(article.tokens[block.tokens.end - 1].kind, Kind::Symbol('.' | '!' | '?'));
    words(article, block) <= LONGEST_LABEL && !ends_in_stop && block.tokens.clone().any(account)
}

/// Whether the page's stamps stand below their texts.
fn stand_below(article: &Article, stamps: &[Stamped], aside: &[bool]) -> bool {
    let lines: Vec<&Stamped> = stamps
        .iter()
        .filter(|line| {
            let block = &article.blocks[line.block];
            block.kind != BlockKind::Quote && !is_first_of_page(&View::of(article, &block.tokens))
        })
        .collect();
    // A byline stands below the headline, and below no prose.
    let body = (0..article.blocks.len())
        .find(|at| !aside[*at] && is_prose(article, &article.blocks[*at]))
        .unwrap_or(usize::MAX);
    // A stamp and a headline above the first prose, and prose below the last stamp: each heads what is below it.
    let headline = |at: usize| {
        article.blocks.get(at).is_some_and(|b| {
            let short = b.tokens.len() <= MANY_WORDS && !super::layout::ends_in_stop(article, b);
            is_label(article, b) || short && b.kind == BlockKind::Paragraph
        })
    };
    let heads_first = lines
        .iter()
        .any(|line| line.block + 2 == body && headline(line.block + 1));
    let lines: Vec<&Stamped> = lines.into_iter().filter(|line| line.block > body).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return false;
    };
    let prose = |at: usize| article.blocks.get(at).is_some_and(|b| is_prose(article, b));
    if heads_first && headline(last.block + 1) && prose(last.block + 2) {
        return false;
    }
    let hangs = |at: usize| article.blocks.get(at).is_some_and(|b| !b.after_gap);
    let tied = lines.iter().filter(|line| hangs(line.block)).count();
    let loose = lines.iter().filter(|line| !hangs(line.block + 1)).count();
    // An empty line behind each stamp and none before it.
    let hang_all = lines.len() > 1 && tied == lines.len() && loose == lines.len();
    // An empty line before each stamp, and its text right below it.
    let head_all = lines.len() > 1 && tied == 0 && loose == 0;
    if head_all || !live::posted(article, stamps).is_empty() {
        return false;
    }
    // "Posted by Ann on 3 May 2021 9:15" says whose words follow, unless it hangs below them.
    if lines.iter().any(|line| introduces(article, line.block)) {
        // "Re: Any trams?" above each, by itself: a title, and no post.
        let titled = |line: &&Stamped| {
            let above = line.block.checked_sub(1).map(|at| &article.blocks[at]);
            above.is_some_and(|above| above.after_gap && !super::layout::ends_in_stop(article, above))
        };
        return hang_all && !lines.iter().all(titled);
    }
    // Among them a post may say no more than "Came up around 9."
    if stamps.iter().filter(|line| posts_below(article, line.block)).count() >= FEWEST {
        return false;
    }
    // "Posted 3 years ago. Oct 04, 2021 - 22:05 UTC" behind prose each time, whatever is left below the last where the
    // page was cut off.
    let posted = lines.iter().all(|line| {
        let tokens = &article.blocks[line.block].tokens;
        View::of(article, tokens).says(tokens.start, "posted")
    });
    let mut from = body;
    let mut behind_prose = lines.iter().map(|line| {
        let above = std::mem::replace(&mut from, line.block)..line.block;
        article.blocks[above].iter().any(|block| is_prose(article, block))
    });
    if posted && behind_prose.all(|it| it) && (lines.len() > 1 || phase_before(article, first.block)) {
        return true;
    }
    let text_at = |at: Option<usize>| {
        at.and_then(|at| article.blocks.get(at))
            .is_some_and(|b| is_text(article, b))
    };
    // One update alone: "Resolved", what it says, and "Posted …".
    if lines.len() < 2 {
        let below = article.blocks.get(first.block + 1);
        let above = first.block.checked_sub(1).map(|at| &article.blocks[at]);
        let hangs = !article.blocks[first.block].after_gap
            && above.is_some_and(|block| opens_with_label(article, block))
            && !below.is_some_and(|block| is_prose(article, block));
        return posted && text_at(first.block.checked_sub(1)) && phase_before(article, first.block) || hangs;
    }
    // One of them may say no more than "In progress".
    let text_before = lines.iter().filter(|line| text_at(line.block.checked_sub(1))).count();
    let state_before = |line: &&&Stamped| {
        let above = line.block.checked_sub(1).map(|at| &article.blocks[at]);
        // "Postmortem - Read details", with a link.
        let linked = |above: &Block| {
            let view = View::of(article, &above.tokens);
            view.says(view.end() - 1, "details") && view.says(view.end().wrapping_sub(2), "read")
        };
        above.is_some_and(|above| names_phase(article, above) || linked(above))
    };
    let said = text_before + lines.iter().filter(state_before).count();
    if said < lines.len() || text_before * 2 <= lines.len() {
        return false;
    }
    // A label above each text, below the stamp before it.
    let labels = lines[..lines.len() - 1]
        .iter()
        .filter(|line| article.blocks.get(line.block + 1).is_some_and(|b| is_label(article, b)))
        .count();
    if label_before(article, first.block) && labels * 2 >= lines.len() - 1 {
        return true;
    }
    if each_closes_update(article, &lines, stamps) {
        return true;
    }
    // Nothing is left for the last stamp to date; behind "Posted …" what is no prose is the page's furniture.
    let tail = last.block + 1;
    // "Many thanks." below "Ann — 3 May 2021, 9:15 pm"
    let says = |at: usize, b: &Block| {
        at == 0 && b.kind == BlockKind::Paragraph && !posted && super::layout::ends_in_stop(article, b)
    };
    let ends = article.blocks[tail..]
        .iter()
        .enumerate()
        .take_while(|(at, b)| !matches!(b.kind, BlockKind::Heading(_)) && !aside[tail + at])
        .all(|(at, b)| {
            let text = is_text(article, b) || says(at, b);
            !text || is_furniture(article, b) || posted && !is_prose(article, b)
        });
    ends || hang_all
}

/// Whether "Resolved - All is well." stands above each stamp, and no such line right below the last, where what is left
/// is a footer, a day or the next incident's title. Where one of `stamps` stands above the first as well, text below the
/// last is what the last dates.
fn each_closes_update(article: &Article, lines: &[&Stamped], stamps: &[Stamped]) -> bool {
    let update = |at: &usize| {
        let block = article.blocks.get(*at);
        block.is_some_and(|block| opens_with_label(article, block))
    };
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return false;
    };
    let mut from = 0;
    let mut closes = |line: &&Stamped| {
        let above = std::mem::replace(&mut from, line.block + 1)..line.block;
        above.rev().take(MOST_BLOCKS).any(|at| update(&at))
    };
    let headed = || {
        let opening = (0..first.block).find(update).unwrap_or(0);
        stamps.iter().any(|stamp| stamp.block + 1 == opening)
    };
    let below = article.blocks.get(last.block + 1);
    lines.iter().all(&mut closes)
        && !update(&(last.block + 1))
        && !(below.is_some_and(|block| is_text(article, block)) && headed())
}

/// What a status page says below its last update: what was affected, what its marks mean, whose clocks it shows.
fn is_furniture(article: &Article, block: &Block) -> bool {
    names_affected(article, block) || is_legend(article, block) || notes_zone(&View::of(article, &block.tokens))
}

/// "Operational Degraded Performance Major Outage Maintenance": the states that the marks of a page stand for.
fn is_legend(article: &Article, block: &Block) -> bool {
    const STATES: &[&str] = &[
        "operational",
        "available",
        "degraded",
        "degradation",
        "performance",
        "partial",
        "partially",
        "major",
        "minor",
        "full",
        "outage",
        "disruption",
        "service",
        "incident",
        "issue",
        "issues",
        "no",
        "known",
        "notice",
        "information",
        "under",
        "planned",
        "scheduled",
        "maintenance",
        "resolved",
    ];
    let view = View::of(article, &block.tokens);
    block
        .tokens
        .clone()
        .all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))) && !view.symbol(at, '.') || view.says_any(at, STATES))
}

/// "This incident affected: Mail (Login, Search).": what a status page says below its last update.
fn names_affected(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    (view.start()..view.end().min(view.start() + 4))
        .any(|at| view.says_any(at, &["affected", "affects"]) && view.symbol(at + 1, ':'))
}

/// Whether a stamp's line says whose words follow: "Posted by Ann on 3 May 2021 9:15", "ann commented on 3 May 2021 9:15".
fn introduces(article: &Article, block: usize) -> bool {
    author::named(article, block).is_some()
}

/// "Posted by Ann on …", "Updated by Ann on …"
fn is_by(article: &Article, block: usize) -> bool {
    let view = View::of(article, &article.blocks[block].tokens);
    view.says_any(view.start(), &["posted", "updated"]) && view.says(view.start() + 1, "by")
}

/// Whether a block is an update that opens with its state: "Identified - We found the cause."
pub(super) fn opens_with_label(article: &Article, block: &Block) -> bool {
    mark_of_label(article, block).is_some()
}

/// The mark behind the state with which an update opens.
fn mark_of_label(article: &Article, block: &Block) -> Option<usize> {
    let view = View::of(article, &block.tokens);
    let label = view.phrase(&view.lexicon.labels, view.start()).map(|(_, end)| end);
    // "Update" tells no state: it goes on from the one before it.
    let update = || view.says(view.start(), "update").then_some(view.start() + 1);
    label
        .or_else(update)
        .filter(|end| view.symbol_any(*end, &['-', '–', '—', ':']) && !view.touches(end + 1))
}

/// Whether a label stands above the text that ends at a block.
fn label_before(article: &Article, at: usize) -> bool {
    (at.saturating_sub(MOST_BLOCKS)..at).any(|at| is_label(article, &article.blocks[at]))
}

/// Whether a label that is a phase stands above the text that ends at a block: "Resolved", "Monitoring".
fn phase_before(article: &Article, at: usize) -> bool {
    let above = &article.blocks[at.saturating_sub(MOST_BLOCKS)..at];
    above.iter().any(|block| names_phase(article, block))
}

/// Whether a block is a label that is a phase, and nothing else.
fn names_phase(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let whole = view.phrase(&view.lexicon.labels, block.tokens.start);
    is_label(article, block) && whole.is_some_and(|(_, end)| end == block.tokens.end)
}

fn is_text(article: &Article, block: &Block) -> bool {
    let words = words(article, block);
    matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote | BlockKind::Row | BlockKind::Code
    ) && words >= 3
}

/// Text that is no byline: a sentence, or long.
pub(super) fn is_prose(article: &Article, block: &Block) -> bool {
    let stop = matches!(
        article.tokens[block.tokens.end - 1].kind,
        Kind::Symbol('.' | '!' | '?' | '”' | '"')
    );
    is_text(article, block) && (stop || words(article, block) >= 12)
}

fn is_label(article: &Article, block: &Block) -> bool {
    let words = words(article, block);
    let ends_in_stop = matches!(article.tokens[block.tokens.end - 1].kind, Kind::Symbol('.' | '!' | '?'));
    let timed = block.tokens.clone().any(|at| {
        matches!(
            article.tokens[at].kind,
            Kind::Clock(_) | Kind::Date(_) | Kind::Number(_)
        )
    });
    let byline = View::of(article, &block.tokens).says(block.tokens.start, "by");
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(2..=6))
        && !byline
        && (1..=LONGEST_LABEL).contains(&words)
        && !ends_in_stop
        && !timed
}

/// Words of a block, no more than [`MANY_WORDS`] counted.
fn words(article: &Article, block: &Block) -> usize {
    block
        .tokens
        .clone()
        .filter(|at| matches!(article.tokens[*at].kind, Kind::Word { .. } | Kind::Code))
        .take(MANY_WORDS)
        .count()
}

/// The text above a stamp: back to the stamp before it, a heading that is no label, the head of the page.
fn above(article: &Article, range: Range<usize>, aside: &[bool]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for at in range.rev() {
        let block = &article.blocks[at];
        let label = is_label(article, block);
        let stops = match block.kind {
            BlockKind::Heading(_) => !label,
            BlockKind::FrontMatter => true,
            BlockKind::Caption => continue,
            _ => false,
        };
        if stops || aside[at] || out.len() >= MOST_BLOCKS {
            break;
        }
        out.push(block.tokens.clone());
        // "Resolved - All is well." is where an update begins: above it stands what was the matter.
        let mark = mark_of_label(article, block);
        let begins = mark.is_some_and(|at| !View::of(article, &block.tokens).symbol(at, ':'));
        if label && out.len() > 1 || begins {
            break;
        }
    }
    out.reverse();
    out
}
