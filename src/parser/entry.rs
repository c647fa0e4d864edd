//! Entries: the times that open a block, or stand alone in it, and the text that each dates.
//!
//! One would get wrong that a time in front makes an entry: "On Monday the bank said" opens a story, "Monday" above a
//! list is the day of its clocks, and a clock above a paragraph dates all that follows up to the next.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::{Case, Kind};
use crate::lexicon::relation::Relation;
use crate::lexicon::time::CLOCK_SIGNS;

use super::author;
use super::correspondence::{attributed, is_quoted_header};
use super::declaration::notes_zone;
use super::label;
use super::layout::{Layout, Role, ends_in_stop, in_blocks, opens_update, skip_marks, tells_status};
use super::live;
use super::mention::{Mention, Time};
use super::record;
use super::stamped;
use super::time::view::View;

/// Tokens before the stamp of a post: whose it is, what they are, and the marks between.
const LONGEST_BYLINE: usize = 8;

/// Words before the stamp of a line.
const STAMP_LABELS: &[&str] = &[
    "update",
    "updated",
    "edit",
    "edited",
    "last",
    "placed",
    "posted",
    "issued",
    "added",
    "on",
    "at",
    "ca",
    "around",
    "about",
    "approximately",
    "since",
];

/// Tokens at most of such words and their marks: "UPDATE #5 (".
const LONGEST_STAMP_LABEL: usize = 3;

/// Lines that make a list.
const FEWEST: usize = 3;

/// Blocks of an update above a story.
const LONGEST_LAYER: usize = 12;

/// Turns the mentions that open a block, or stand alone in it, into entries, and date lines into headings.
pub(super) fn entries(article: &Article, mentions: &[Mention], layout: &mut Layout) {
    let heads = |m: &&Mention| {
        m.time.can_head()
            && m.time.heads_by_clock()
            && opened_entry(article, &article.blocks[article.sentences[m.sentence].block], m).is_some()
    };
    let several = mentions.iter().filter(heads).take(3).count() == 3;
    for index in 0..mentions.len() {
        if layout.roles[index] != Role::Prose {
            continue;
        }
        let block_at = article.sentences[mentions[index].sentence].block;
        let behind = behind_dateline(article, layout, &article.blocks[block_at]);
        let block = behind.as_ref().unwrap_or(&article.blocks[block_at]);
        if layout.day_stamps.contains(&block_at) || layout.additions.contains(&block_at) {
            let text = following(article, mentions, layout, block_at);
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if layout.records.contains(&block_at) {
            let text = record::text(article, &layout.records, &layout.aside, block_at);
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if layout.pinned.contains(&block_at) && mentions[index].time.heads_by_clock() {
            let text = following(article, mentions, layout, block_at);
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if layout.headlined.contains(&block_at) {
            let mut text = following(article, mentions, layout, block_at);
            text.insert(0, article.blocks[block_at - 1].tokens.clone());
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if let Some(text) = day_s_text(article, mentions, layout, index) {
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if mentions[index].time.is_day()
            && (layout.days.contains(&block_at)
                || layout.dated_titles.contains(&block_at)
                || announces_day(article, block, &mentions[index]))
        {
            layout.roles[index] = Role::Heading;
            continue;
        }
        if let Some(from) = attributed(&View::of(article, &block.tokens), &mentions[index]) {
            let mut text = following(article, mentions, layout, block_at);
            text.truncate(quoted_below(article, block_at).unwrap_or(text.len()));
            text.insert(0, from..block.tokens.end);
            text.retain(|words| has_words(article, words));
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if let Some(text) = stamped_below(article, block, &mentions[index]) {
            layout.roles[index] = Role::Entry { text: vec![text] };
            continue;
        }
        if let Some(text) = listed_below(article, block_at, &mentions[index]) {
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        // "Shut until 4pm": a headline stamps nothing.
        if layout.headlined.contains(&(block_at + 1)) {
            continue;
        }
        let Some(rest) = opened_entry(article, block, &mentions[index]) else {
            let post = matches!(block.kind, BlockKind::Heading(_)) && layout.posts.contains(&block_at);
            if post && mentions[index].time.heads_by_clock() {
                let text = following(article, mentions, layout, block_at);
                layout.roles[index] = Role::Entry { text };
            }
            continue;
        };
        if !mentions[index].time.can_head() && !labels_by_part(article, block, &mentions[index]) {
            continue;
        }
        let has_clock = mentions[index].time.heads_by_clock();
        let text: Vec<_> = if !rest.is_empty() && label::among_fields(article, block_at) {
            vec![rest]
        } else if has_words(article, &rest) {
            let mut text = vec![rest];
            let post = layout.posts.contains(&block_at);
            let closes =
                layout.days_end == Some(block_at + 1) || closes_lines(article, mentions, &layout.days, block_at);
            if block.kind == BlockKind::Paragraph && (several && !closes || post) {
                text.extend(following(article, mentions, layout, block_at));
            } else if let Some(layer) = layer_above(article, mentions, layout, index) {
                text.extend(layer);
            } else {
                text.extend(continued(article, block_at));
            }
            if text.len() == 1 {
                text.extend(up_to_next_update(article, mentions, block_at));
            }
            text
        } else {
            following(article, mentions, layout, block_at)
        };
        let only_date = !has_clock && text.first().is_none_or(|t| t.start >= block.tokens.end);
        layout.roles[index] = if only_date && !matches!(mentions[index].time, Time::Shift { .. })
            || matches!(block.kind, BlockKind::Heading(_)) && !has_clock
        {
            Role::Heading
        } else {
            Role::Entry { text }
        };
    }
}

/// "HARDING, Neb. (KXYZ) - UPDATE 9:30 p.m.: …": what stands behind the dateline, where that is an update.
fn behind_dateline(article: &Article, layout: &Layout, block: &Block) -> Option<Block> {
    let told = layout.told_from(&block.tokens)..block.tokens.end;
    let opens = told.start > block.tokens.start && opens_update(&View::of(article, &told));
    opens.then(|| Block {
        tokens: told,
        ..block.clone()
    })
}

/// "Evening: the last pumps come back", among lines that open with clocks.
fn labels_by_part(article: &Article, block: &Block, mention: &Mention) -> bool {
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    let view = View::of(article, &block.tokens);
    point.part.is_some()
        && point.day.is_none()
        && !mention.led
        && skip_marks(&view, view.start()) == mention.tokens.start
        && view.symbol(mention.tokens.end, ':')
}

/// Whether a block is the last of a list of lines that open with a clock, each an entry by itself: what stands below
/// belongs to none of them. Below a stamp with its day such a list is a part of what the stamp dates; lines that are a day
/// stand amid it.
fn closes_lines(article: &Article, mentions: &[Mention], days: &[usize], at: usize) -> bool {
    let opens = |at: usize| opens_with_clock(article, &article.blocks[at]);
    if closes_stamped_lines(article, mentions, at) {
        return true;
    }
    let start = article.blocks[at].tokens.start;
    let stands_above = |m: &Mention| m.tokens.start < start && m.time.is_stamp();
    let mut lines = (0..=at).rev().filter(|at| !days.contains(at)).take(FEWEST).map(opens);
    at + 1 >= FEWEST
        && lines.all(|opens| opens)
        && !article.blocks[at + 1..]
            .iter()
            .any(|block| opens_with_clock(article, block))
        && !mentions.iter().any(stands_above)
}

/// "04Oct21 16.00 …", line by line and no gap between: each with its day, and what follows is not of the last.
fn closes_stamped_lines(article: &Article, mentions: &[Mention], at: usize) -> bool {
    let stamped = |at: usize| {
        let first = in_blocks(article, mentions, at..at + 1).first();
        first.is_some_and(|m| m.time.is_stamp() && m.tokens.start == article.blocks[at].tokens.start)
    };
    at >= 2
        && (at - 2..=at).all(stamped)
        && (at - 1..=at).all(|at| !article.blocks[at].after_gap)
        && article.blocks.get(at + 1).is_some_and(|next| next.after_gap)
        && !(at + 1..article.blocks.len()).any(stamped)
}

/// "Between 13:17 and 14:18 UTC:" and nothing else, above a list: the time dates what the list says.
fn listed_below(article: &Article, block_at: usize, mention: &Mention) -> Option<Vec<Range<usize>>> {
    let block = &article.blocks[block_at];
    let view = View::of(article, &block.tokens);
    let alone = skip_marks(&view, view.start()) == mention.tokens.start
        && view.symbol(mention.tokens.end, ':')
        && (mention.tokens.end + 1..view.end()).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
    // In a log all blocks are items, so they are only gathered where they are wanted.
    if !(alone && mention.led && mention.time.heads_by_clock()) {
        return None;
    }
    let items: Vec<_> = article.blocks[block_at + 1..]
        .iter()
        .take_while(|next| next.kind == BlockKind::Item)
        .map(|next| next.tokens.clone())
        .collect();
    (!items.is_empty()).then_some(items)
}

/// The section of a heading that is a day and nothing else, where nothing in the section has a time of its own: the
/// heading dates its text.
fn day_s_text(article: &Article, mentions: &[Mention], layout: &Layout, index: usize) -> Option<Vec<Range<usize>>> {
    let mention = &mentions[index];
    let at = article.sentences[mention.sentence].block;
    let level = match article.blocks[at].kind {
        BlockKind::Heading(level @ 2..) => level,
        _ if layout.days.contains(&at) => 7,
        _ => return None,
    };
    let bare = article.blocks[at].tokens.len() <= mention.tokens.len() + 1;
    if !bare
        || mention.time.heads_by_clock()
        || !mention.time.can_head()
        || !matches!(mention.time, Time::Point { .. } | Time::Span { .. })
    {
        return None;
    }
    // Below a day among whole stamps stands what the next of them does not date.
    let stamped = |next: usize| {
        let block = &article.blocks[next];
        let mut heads = in_blocks(article, mentions, next..next + 1).iter();
        heads.any(|m| m.time.is_stamp() && block.tokens.len() <= m.tokens.len() + 1)
    };
    let section = (at + 1..article.blocks.len())
        .take_while(|next| {
            !layout.days.contains(next)
                && !stamped(*next)
                && !matches!(article.blocks[*next].kind, BlockKind::Heading(n) if n <= level)
        })
        .collect::<Vec<_>>();
    let (first, last) = (*section.first()?, *section.last()?);
    // A stamp below a text has dated it.
    let tokens = article.blocks[first].tokens.start..article.blocks[last].tokens.end;
    let owns = |role: &Role| matches!(role, Role::Entry { text } if text.iter().any(|it| tokens.contains(&it.start)));
    if layout.roles.iter().any(owns) {
        return None;
    }
    // Among stamped updates a day is the stamp of one that has no clock, whatever days its text names.
    let update = layout.list.is_some_and(|list| list < at) && ends_in_stop(article, &article.blocks[first]);
    let timed = in_blocks(article, mentions, first..last + 1).iter().any(|m| {
        let block = &article.blocks[article.sentences[m.sentence].block];
        let heads = || m.time.heads_by_clock() && opened_entry(article, block, m).is_some();
        !matches!(m.time, Time::Length(_)) && (!update || heads())
    });
    let plain = section
        .iter()
        .all(|next| !layout.aside[*next] && !matches!(article.blocks[*next].kind, BlockKind::Row | BlockKind::Code));
    // "No incidents reported." is what a page writes of a day on which nothing happened.
    let text = &article.blocks[first].tokens;
    let view = View::of(article, text);
    let nothing = text.len() <= 7
        && view.says_any(text.start, &["no", "none", "nothing"])
        && (first == last || view.says_any(text.start + 1, &["incidents", "incident", "outages", "issues"]));
    (!timed && plain && !nothing).then(|| {
        section
            .iter()
            .map(|next| article.blocks[*next].tokens.clone())
            .collect()
    })
}

/// A heading or a short line that names a day for what stands below: "Timeline, 2 January 2023 (UTC)",
/// "1. QUILLBOX MAIL (Tuesday)", "Log (Tuesday unless marked)".
fn announces_day(article: &Article, block: &Block, mention: &Mention) -> bool {
    let view = View::of(article, &block.tokens);
    if matches!(block.kind, BlockKind::Heading(_)) {
        return true;
    }
    // "Thursday, August 8th, 2024      [workspace time zone: Europe/Paris]"
    let opens = skip_marks(&view, view.start()) >= mention.tokens.start;
    if opens
        && view.symbol_any(mention.tokens.end, &['[', '('])
        && view.symbol_any(view.end() - 1, &[']', ')'])
        && block.tokens.len() <= 16
    {
        return true;
    }
    let bracketed = view.symbol_any(mention.tokens.start.wrapping_sub(1), &['('])
        && (view.symbol(mention.tokens.end, ')') && mention.tokens.end + 1 >= view.end()
            || view.says_any(mention.tokens.end, &["unless", "except"]) && view.symbol(view.end() - 1, ')'));
    // "- Probe disabled (11 May)" is one item of several, and heads none of them.
    let below = article.blocks.get(article.sentences[mention.sentence].block + 1);
    let heads = below.is_some_and(|below| match below.kind {
        BlockKind::Heading(_) => false,
        BlockKind::Item => block.kind != BlockKind::Item || opens_with_clock(article, below),
        _ => true,
    });
    bracketed && heads && block.tokens.len() <= mention.tokens.len() + 9 && !ends_in_stop(article, block)
}

/// A whole stamp at the end of a paragraph, in marks that are no prose, dates the paragraph: `… {{ track "2021-02-17 19:05" }}`.
pub(super) fn stamped_below(article: &Article, block: &Block, mention: &Mention) -> Option<Range<usize>> {
    let Time::Point { point, .. } = &mention.time else {
        return None;
    };
    if !point.names_date() || point.clock.is_none() {
        return None;
    }
    let view = View::of(article, &block.tokens);
    let closes = (mention.tokens.end..view.end()).all(|i| matches!(view.kind(i), Some(Kind::Symbol(_))));
    let mut start = mention.tokens.start;
    let mut marks = 0;
    while start > view.start() && !view.symbol_any(start - 1, &['.', '!', '?']) && mention.tokens.start - start < 8 {
        start -= 1;
        marks += usize::from(view.symbol_any(start, &['{', '<', '"', '[', '(']));
    }
    (closes && marks >= 2 && start > view.start() + 3).then_some(view.start()..start)
}

pub(super) fn has_words(article: &Article, tokens: &Range<usize>) -> bool {
    article.tokens[tokens.clone()]
        .iter()
        .filter(|t| matches!(t.kind, Kind::Word { .. } | Kind::Code))
        .count()
        >= 2
}

pub(super) fn opens_with_clock(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    matches!(view.kind(skip_marks(&view, view.start())), Some(Kind::Clock(_)))
}

/// "Mon 11 Mar 08:15  Pumps fail." above or below another of its kind: lines of a log, however few, and no byline of what
/// is below them.
pub(super) fn in_stamped_run(article: &Article, mentions: &[Mention], at: usize) -> bool {
    let opens = |at: usize| {
        let block = article.blocks.get(at)?;
        let mention = in_blocks(article, mentions, at..at + 1).first()?;
        let view = View::of(article, &block.tokens);
        let rest = mention.tokens.end..block.tokens.end;
        let first = skip_marks(&view, rest.start);
        let signs = view.says(first, "by") || view.meaning(&view.lexicon.stamps, first).is_some();
        let opens = mention.time.is_stamp() && mention.tokens.start == skip_marks(&view, block.tokens.start);
        (opens && !signs && has_words(article, &rest)).then_some(())
    };
    opens(at).is_some() && (at > 0 && opens(at - 1).is_some() || opens(at + 1).is_some())
}

/// "04:26 brion: restarting" among others of its kind: a line that opens with a clock as its neighbour does.
fn in_run(article: &Article, at: usize) -> bool {
    let opens = |at: usize| {
        article
            .blocks
            .get(at)
            .is_some_and(|block| opens_with_clock(article, block))
    };
    opens(at) && (at > 0 && opens(at - 1) || opens(at + 1))
}

/// Whether a token may stand between the head of a line and its stamp: "UPDATE 8:50 P.M. —", "Update 2 12/26, 8:50pm:",
/// "Update on 2024-09-10", "EDIT 4 (1:30 AM)", "UPDATE #5 (28 Jan, 14:05)", "Posted at …", "ca. 11:40:", "kl. 14.05".
fn stands_before_stamp(view: &View, at: usize) -> bool {
    view.says_any(at, STAMP_LABELS)
        || view.says_any(at, CLOCK_SIGNS)
        || matches!(view.kind(at), Some(Kind::Symbol(_)))
        || (view.number(at).is_some() || view.text(at).starts_with('#')) && view.after_any(at, &["update", "edit"])
}

/// The rest of a block whose first words are the mention (or a short label and the mention); `None` where the
/// mention stands elsewhere.
pub(super) fn opened_entry(article: &Article, block: &Block, mention: &Mention) -> Option<Range<usize>> {
    let view = View::of(article, &block.tokens);
    let start = behind_row_number(&view, block, skip_marks(&view, block.tokens.start));
    let mut time_start = mention.tokens.start;
    let short = block.tokens.len() <= mention.tokens.len() + 12;
    // Amid a paragraph, as most mentions are.
    if time_start > start + LONGEST_STAMP_LABEL && !short {
        return None;
    }
    let label = (start..time_start).all(|at| stands_before_stamp(&view, at));
    let after = mention.tokens.end;
    let mut rest = after;
    while rest < block.tokens.end
        && view.symbol_any(
            rest,
            &['*', '_', ']', ')', ':', '-', '–', '—', '|', '·', '.', '`', '>', '~'],
        )
    {
        rest += 1;
    }
    // "22:46:13 WARN …", "11/17 0928    Loss of light", "10:30: Start of change", "[23:41:17] <bot> ALERT"
    if label && time_start <= start + LONGEST_STAMP_LABEL {
        let marked = rest > after || rest == block.tokens.end;
        let in_row = matches!(
            block.kind,
            BlockKind::Row | BlockKind::Item | BlockKind::Code | BlockKind::Heading(_)
        );
        let spaced = article
            .tokens
            .get(after)
            .is_some_and(|t| t.span.start() >= article.tokens[after - 1].span.end() + 2);
        // "Update at 6.30pm: …", "UPDATED as of 11:47 p.m. – …": the word before it and the mark behind it make a stamp
        // of a time that leads like one of prose.
        let stamp = (start..time_start).any(|i| view.says_any(i, &["update", "updated"]))
            && view.symbol_any(after, &[':', '-', '–', '—', '|'])
            && matches!(mention.relation, Relation::At | Relation::AsOf);
        let plain_time = stamp
            || tells_status(article, &view, mention)
            || mention.relation == Relation::At && !leads_in_prose(&view, time_start);
        let comma = view.symbol(after, ',');
        let listed = || in_run(article, article.sentences[mention.sentence].block);
        if !comma && plain_time && (marked || in_row || spaced || capital_follows(&view, after) || listed()) {
            return Some(rest..block.tokens.end);
        }
        return None;
    }
    // A short line that ends in its time heads what follows: "sre-1  2:34 PM", "**@user** commented · 2023-02-03T23:04".
    while time_start > start && view.symbol_any(time_start - 1, &['[', '(', '·', '-', '–', '—', '*', '"']) {
        time_start -= 1;
    }
    let ends_block =
        rest >= block.tokens.end || (rest..block.tokens.end).all(|i| matches!(view.kind(i), Some(Kind::Symbol(_))));
    // "  First detected: 2024-07-25 12:10", "Resolved 2024-07-25 16:19": a label and its time.
    if is_forecast(&view, start..time_start) {
        return None;
    }
    let labelled =
        matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) && view.symbol(time_start.wrapping_sub(1), ':');
    // "Graph says it began 9:06", a message of a chat whose heads are known.
    let at = article.sentences[mention.sentence].block;
    let said = article.form == Form::Chat && block.indent > 0 && article.speaker_of(at).is_some();
    let chat = !said
        && !ends_in_stop(article, block)
        && short
        && ends_block
        && mention.time.heads_by_clock()
        && mention.relation == Relation::At
        && !leads_in_prose(&view, mention.tokens.start);
    if labelled && ends_block && short {
        return Some(start..time_start);
    }
    if chat && block.kind == BlockKind::Item {
        return Some(start..time_start);
    }
    chat.then_some(block.tokens.end..block.tokens.end)
}

/// "4 | 10:22 | Doors are stuck": behind the cell that counts the rows of a table.
fn behind_row_number(view: &View, block: &Block, at: usize) -> usize {
    let counts = block.kind == BlockKind::Row && view.number(at).is_some_and(|n| n.digits <= 3 && !n.grouped);
    let bar = at + 1 + usize::from(view.symbol(at + 1, '.'));
    if counts && view.symbol(bar, '|') {
        skip_marks(view, bar)
    } else {
        at
    }
}

/// "Next update: 20:00", "ETR 14:30", "Estimated restoration: noon": a time that is looked forward to stamps nothing.
pub(super) fn is_forecast(view: &View, words: Range<usize>) -> bool {
    let next = |at: usize| {
        let told = &[
            "update",
            "updates",
            "report",
            "bulletin",
            "briefing",
            "check-in",
            "statement",
        ];
        view.says(at, "next") && view.says_any(at + 1, told)
    };
    let ahead = &["eta", "etr", "ettr", "ert", "estimated", "expected"];
    words.into_iter().any(|at| next(at) || view.says_any(at, ahead))
}

/// "At 14:05 UTC we started …" is a sentence, "14:05 UTC we started" an entry.
fn leads_in_prose(view: &View, at: usize) -> bool {
    view.says_any(
        at,
        &[
            "at", "on", "by", "in", "around", "about", "since", "until", "between", "from", "shortly", "just", "as",
            "before", "after",
        ],
    )
}

fn capital_follows(view: &View, at: usize) -> bool {
    matches!(view.case(at), Some(Case::Capital | Case::Upper))
        || matches!(view.kind(at), Some(Kind::Code | Kind::Symbol('<' | '@')))
}

/// What stands between "Update (5pm 3 May 2021): …" and the story's own "First published on 2 May 2021": all of it was
/// written with the update.
fn layer_above(article: &Article, mentions: &[Mention], layout: &Layout, index: usize) -> Option<Vec<Range<usize>>> {
    let at = article.sentences[mentions[index].sentence].block;
    let dated = matches!(&mentions[index].time, Time::Point { point, .. } if point.names_date());
    if !dated || !opens_update(&View::of(article, &article.blocks[at].tokens)) {
        return None;
    }
    let published = mentions[index..]
        .iter()
        .zip(&layout.roles[index..])
        .find(|(_, role)| matches!(role, Role::Published))?;
    let end = article.sentences[published.0.sentence].block;
    let between = article.blocks.get(at + 1..end)?;
    let plain = between.len() <= LONGEST_LAYER && between.iter().all(|block| block.kind == BlockKind::Paragraph);
    plain.then(|| between.iter().map(|block| block.tokens.clone()).collect())
}

/// Blocks below the first paragraph of "UPDATE 2, 9 May, 12pm: …", up to the update before it: of the last nobody knows
/// where it ends and the story begins.
fn up_to_next_update(article: &Article, mentions: &[Mention], block_at: usize) -> Vec<Range<usize>> {
    const MOST: usize = 12;
    let opens = |at: usize| {
        let block = &article.blocks[at];
        block.kind == BlockKind::Paragraph && opens_update(&View::of(article, &block.tokens))
    };
    let heads = |at: usize| {
        let mut inside = in_blocks(article, mentions, at..at + 1).iter();
        inside.any(|m| m.time.can_head() && opened_entry(article, &article.blocks[at], m).is_some())
    };
    if !opens(block_at) {
        return Vec::new();
    }
    let last = article.blocks.len().min(block_at + MOST);
    let next = (block_at + 1..last).find(|at| opens(*at) && heads(*at));
    let between = block_at + 1..next.unwrap_or(block_at + 1);
    between.map(|at| article.blocks[at].tokens.clone()).collect()
}

/// Blocks that hang below an item: nested items and indented lines.
fn continued(article: &Article, block_at: usize) -> Vec<Range<usize>> {
    let block = &article.blocks[block_at];
    if block.kind != BlockKind::Item {
        return Vec::new();
    }
    article.blocks[block_at + 1..]
        .iter()
        .take_while(|b| {
            matches!(b.kind, BlockKind::Item | BlockKind::Paragraph) && b.indent > block.indent && !b.after_gap
        })
        .map(|b| b.tokens.clone())
        .collect()
}

/// "ada · Oct 4, 2021, 7:01 PM", and the post in the same paragraph: whose it is and its whole stamp, behind a dot.
fn signed(article: &Article, mentions: &[Mention], at: usize) -> bool {
    let block = &article.blocks[at];
    let view = View::of(article, &block.tokens);
    in_blocks(article, mentions, at..at + 1).first().is_some_and(|mention| {
        let marked = view.symbol_any(mention.tokens.start.wrapping_sub(1), &['·', '•', '|']);
        mention.time.is_stamp() && marked && mention.tokens.start <= view.start() + LONGEST_BYLINE
    })
}

/// How many blocks are quoted right below one, where any is: what stands below them answers, and is of another time.
fn quoted_below(article: &Article, block_at: usize) -> Option<usize> {
    let below = article.blocks[block_at + 1..].iter();
    let quoted = below.take_while(|block| block.kind == BlockKind::Quote).count();
    (quoted > 0).then_some(quoted)
}

/// "21:34 CET 13.12.19" above “Today we had a fault. … We are sorry.”: how many of the stretches below a stamp stand between the
/// marks of one quotation, where they open with one; what follows tells on.
fn in_marks_below(article: &Article, text: &[Range<usize>]) -> Option<usize> {
    let kind = |at: usize| article.tokens.get(at).map(|token| token.kind);
    let first = text.first()?;
    // Straight marks do not say which of them opens.
    if kind(first.start) != Some(Kind::Symbol('“')) {
        return None;
    }
    let closes = |words: &Range<usize>| {
        let stop = usize::from(matches!(kind(words.end - 1), Some(Kind::Symbol('.' | ','))));
        kind((words.end - 1).saturating_sub(stop)) == Some(Kind::Symbol('”'))
    };
    text.iter().position(closes).map(|last| last + 1)
}

/// Whether a block is the title of the post whose stamp hangs below it.
fn titles_next(article: &Article, layout: &Layout, index: usize) -> bool {
    let hangs = article.blocks.get(index + 1).is_some_and(|next| !next.after_gap);
    article.blocks[index].after_gap && hangs && layout.day_stamps.contains(&(index + 1))
}

/// The blocks below a stamp that stands alone, up to the next stamp, heading or section.
fn following(article: &Article, mentions: &[Mention], layout: &Layout, block_at: usize) -> Vec<Range<usize>> {
    let (mut out, mut fenced) = (Vec::new(), Vec::new());
    // "| Resolved | 15:20 |" above "| Duration | 1h 35m |"
    if article.blocks[block_at].kind == BlockKind::Row && label::is_fact_cell(article, block_at) {
        return Vec::new();
    }
    let comment = layout.day_stamps.contains(&block_at);
    let names = author::lines_below(article, block_at);
    for (index, block) in article.blocks.iter().enumerate().skip(block_at + 1) {
        let heads = layout.day_stamps.contains(&index)
            || layout.forum.acts.contains(&index)
            || layout.pinned.contains(&index)
            || layout.additions.contains(&index)
            || layout.original == Some(index)
            // The headline of the next post.
            || layout.headlined.contains(&(index + 1))
            || titles_next(article, layout, index)
            || signed(article, mentions, index)
            || in_blocks(article, mentions, index..index + 1)
                .iter()
                .filter(|m| m.time.can_head())
                .any(|m| opened_entry(article, block, m).is_some());
        // In a live blog a post's headline stands between its stamp and its text.
        let headline = index == block_at + 1 && (article.form == Form::Html || comment && !block.after_gap);
        let heading = matches!(block.kind, BlockKind::Heading(_)) && !headline;
        let next_mail = article.form == Form::Mail
            && block.kind == BlockKind::FrontMatter
            && article.blocks[block_at].kind != BlockKind::FrontMatter;
        // What a post quotes first was told above; what it says itself comes below.
        if out.is_empty() && layout.aside[index] && (layout.replies[index] || layout.forum.beside[index]) {
            continue;
        }
        // "User 771, 4,039 posts" and the name stand above the next stamp, and belong to that.
        if stamped::posts_below(article, index) {
            let hangs = |at: &usize| !article.blocks[*at].after_gap;
            let top = index - (1..=index).rev().take_while(hangs).count();
            out.retain(|text: &Range<usize>| text.start < article.blocks[top].tokens.start);
            break;
        }
        if heads || heading || next_mail || layout.aside[index] || out.len() >= 12 {
            break;
        }
        // "All times are GMT +2", below the last post.
        let noted = comment && notes_zone(&View::of(article, &block.tokens));
        let of_author = comment && (author::is_badge(article, index) || names.contains(&index));
        if noted || of_author || live::is_signature(article, block) || is_quoted_header(article, block) {
            continue;
        }
        let texts = if block.kind == BlockKind::Code {
            &mut fenced
        } else {
            &mut out
        };
        texts.push(block.tokens.clone());
    }
    out.truncate(in_marks_below(article, &out).unwrap_or(out.len()));
    // A post that is saved in a fence is its text; beside words of its own the fence is a log.
    if out.is_empty() { fenced } else { out }
}
