//! What part each mention plays on the page: it dates a happening, heads an entry, sets the day for what follows,
//! or tells when the page itself was written.
//!
//! One would get wrong that the same words play different parts: "Friday 22 November 2024" is a byline at the top,
//! a date heading in a live blog, and an event nowhere.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::{Case, Kind};
use crate::lexicon::lexicon;
use crate::lexicon::prose::{Section, StampWord};
use crate::lexicon::relation::Relation;

use super::day_line;
use super::declaration;
use super::mention::{Mention, Time};
use super::stamped::{self, Stamped};
use super::statement::kind::Phase;
use super::time::expression::{Day, Point};
use super::time::view::View;

/// The part that a mention plays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Role {
    /// It dates what its clause says.
    Prose,
    /// It heads an entry, whose text is these tokens (in one or more blocks).
    Entry {
        /// The words that it dates, its own block's rest first.
        text: Vec<Range<usize>>,
    },
    /// It sets the day for what follows and dates nothing itself.
    Heading,
    /// It signs a post that is quoted, in the zone of whoever saved it: it dates the post and moves no story.
    Signature,
    /// It tells when the page was published.
    Published,
    /// It tells when the page was last changed.
    Updated,
    /// It stands in the dateline ("SEATTLE, Dec. 7 —").
    Dateline,
    /// It stands in front matter or another label that names a date of the document.
    Metadata,
    /// It stands in the title.
    Title,
    /// It stands in other stories' headlines, comments, lists of things to do, a log in a fence: no event.
    Aside,
}

/// The page, as its blocks and mentions tell.
#[derive(Clone, Debug)]
pub struct Layout {
    /// A role for each mention.
    pub roles: Vec<Role>,
    /// Index of the block that holds the title.
    pub title: Option<usize>,
    /// Index of the first block of the body.
    pub body: usize,
    /// The tokens of the place in the dateline.
    pub place: Option<Range<usize>>,
    /// Whether the page is a thread or a log.
    pub thread: bool,
    /// Whether each block lies in a section that holds no events.
    pub aside: Vec<bool>,
    /// Where a list of stamps on lines of their own begins.
    list: Option<usize>,
    /// Whether posts stand below stamps of their own, behind the page's first prose.
    posted: bool,
    /// Blocks that are a stamp and the title of a post.
    posts: Vec<usize>,
    /// Blocks that are a day and nothing else, each above what happened on it.
    days: Vec<usize>,
}

/// Words at most in a line that is a byline, a stamp or a date heading.
const LONGEST_STAMP_LINE: usize = 26;

/// Finds out what part each mention plays.
pub fn layout(article: &Article, mentions: &[Mention]) -> Layout {
    let title = title(article);
    let body = body(article);
    let aside = asides(article);
    let stamps = stamped::lines(article, mentions, &aside);
    let mut layout = Layout {
        roles: Vec::with_capacity(mentions.len()),
        title,
        body,
        place: None,
        list: stamped::list(&stamps),
        posted: stamped::post_prose(article, &stamps, body),
        posts: day_line::post_heads(article, mentions, &aside),
        days: day_line::day_lines(article, mentions, &aside),
        aside,
        thread: thread(article, mentions),
    };
    for first in layout.list.into_iter().chain(layout.days.first().copied()) {
        layout.body = layout.body.min(first);
    }
    for index in 0..mentions.len() {
        let role = role(article, &mut layout, mentions, index);
        layout.roles.push(role);
    }
    if layout.place.is_none() {
        layout.place =
            (body..article.blocks.len().min(body + 4)).find_map(|b| dateline_place(article, &article.blocks[b]));
    }
    below(article, mentions, &stamps, &mut layout);
    mails(article, mentions, &mut layout);
    entries(article, mentions, &mut layout);
    layout
}

/// In a thread of mails, each one's date is the stamp of its text, without what it quotes.
fn mails(article: &Article, mentions: &[Mention], layout: &mut Layout) {
    if article.form != Form::Mail {
        return;
    }
    let kind = |at: usize| article.blocks.get(at).map(|block| block.kind);
    let dates: Vec<(usize, usize)> = mentions
        .iter()
        .enumerate()
        .map(|(index, mention)| (index, article.sentences[mention.sentence].block))
        .filter(|(index, at)| {
            let block = &article.blocks[*at];
            let view = View::of(article, &block.tokens);
            kind(*at) == Some(BlockKind::FrontMatter)
                && view.says_any(view.start(), &["date", "sent"])
                && has_clock(&mentions[*index].time)
        })
        .collect();
    if dates.len() < 2 {
        return;
    }
    for (index, at) in dates {
        let text: Vec<_> = (at + 1..article.blocks.len())
            .skip_while(|next| matches!(kind(*next), Some(BlockKind::FrontMatter | BlockKind::Heading(1))))
            .take_while(|next| kind(*next) != Some(BlockKind::FrontMatter))
            .filter(|next| !layout.aside[*next])
            .map(|next| article.blocks[next].tokens.clone())
            .collect();
        if !text.is_empty() {
            layout.roles[index] = Role::Entry { text };
        }
    }
}

/// Whether a block repeats what somebody wrote before: a quoted reply, and the line that says whose it is.
fn is_reply(article: &Article, at: usize) -> bool {
    let block = &article.blocks[at];
    let attributes = |block: &Block| {
        let view = View::of(article, &block.tokens);
        let end = block.tokens.end;
        block.tokens.len() <= LONGEST_STAMP_LINE
            && view.symbol(end - 1, ':')
            && view.says_any(end.wrapping_sub(2), &["wrote", "writes"])
    };
    if block.kind != BlockKind::Quote {
        return attributes(block)
            && article
                .blocks
                .get(at + 1)
                .is_some_and(|next| next.kind == BlockKind::Quote);
    }
    article.form == Form::Mail
        || article.blocks[..at]
            .iter()
            .rev()
            .find(|before| before.kind != BlockKind::Quote)
            .is_some_and(attributes)
}

/// Makes entries of the stamps that stand below their texts; what stands beside such a stamp ("3 years ago") says
/// nothing more.
fn below(article: &Article, mentions: &[Mention], stamps: &[Stamped], layout: &mut Layout) {
    for stamped in stamped::below(article, stamps, &layout.aside) {
        let block = |m: &Mention| article.sentences[m.sentence].block;
        let first = mentions.partition_point(|m| block(m) < stamped.block);
        let last = mentions.partition_point(|m| block(m) <= stamped.block);
        layout.roles[first..last].fill(Role::Aside);
        layout.roles[stamped.mention] = Role::Entry { text: stamped.text };
    }
}

/// The first heading, else the first short line at the top that opens with no clock: a log has no title.
fn title(article: &Article) -> Option<usize> {
    let heading = article
        .blocks
        .iter()
        .position(|b| matches!(b.kind, BlockKind::Heading(1)));
    heading
        .or_else(|| {
            article.blocks.iter().position(|b| {
                matches!(b.kind, BlockKind::Paragraph | BlockKind::Heading(_))
                    && (3..=30).contains(&b.tokens.len())
                    && !opens_with_clock(article, b)
                    && (!ends_in_stop(article, b)
                        || matches!(
                            article.tokens[b.tokens.end - 1].kind,
                            Kind::Symbol('?' | '!' | '”' | '"')
                        ))
            })
        })
        .filter(|at| *at < 12)
}

/// The first block that is prose or an item: what stands before it is the head of the page.
fn body(article: &Article) -> usize {
    article
        .blocks
        .iter()
        .position(|b| match b.kind {
            BlockKind::Item | BlockKind::Row | BlockKind::HeaderRow | BlockKind::Quote | BlockKind::Code => true,
            BlockKind::Paragraph => b.tokens.len() >= 28 || (b.tokens.len() >= 10 && ends_in_stop(article, b)),
            _ => false,
        })
        .unwrap_or(article.blocks.len())
}

/// Whether the last token of a block ends a sentence.
pub fn ends_in_stop(article: &Article, block: &Block) -> bool {
    let last = article.tokens[block.tokens.end - 1];
    // "at 11 p.m." ends a sentence with the dot of its word.
    matches!(last.kind, Kind::Symbol('.' | '”' | '"' | '!' | '?'))
        || matches!(last.kind, Kind::Word { .. }) && article.words(last.span).ends_with('.')
}

/// Which blocks lie below a heading that announces no events.
fn asides(article: &Article) -> Vec<bool> {
    let lexicon = lexicon();
    let mut aside = false;
    let mut level = 7;
    let mut furniture = false;
    article
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let view = View::of(article, &block.tokens);
            let start = skip_marks(&view, block.tokens.start);
            let section = view.phrase(&lexicon.sections, start);
            let heading = match block.kind {
                BlockKind::Heading(n) => Some(n),
                _ => None,
            };
            let alone = section.is_some_and(|(_, next)| {
                skip_marks(&view, next) >= view.end()
                    || view.symbol_any(next, &[':', '|', '·'])
                    || view.says_any(next, &["by", "for"])
            });
            let rest_short = block.tokens.len() <= 8;
            match section {
                Some((Section::Furniture, _))
                    if index > 2
                        && (alone || heading.is_some())
                        && (rest_short || view.symbol(start + 1, ':') || view.symbol(start + 2, ':')) =>
                {
                    if rest_short && !view.symbol_any(view.end() - 1, &['.']) && block.tokens.len() <= 3 {
                        aside = true;
                        furniture = true;
                        level = heading.unwrap_or(2);
                    }
                    return true;
                }
                Some((Section::Comments, _)) if alone && rest_short && index > 4 => {
                    aside = true;
                    furniture = false;
                    level = heading.unwrap_or(2);
                }
                Some((Section::Timeline, _)) if heading.is_some() || alone => aside = false,
                _ => {
                    if let Some(n) = heading
                        && n <= level
                    {
                        aside = false;
                        level = 7;
                    }
                    // An advertisement or a teaser amid the story ends where prose goes on.
                    let prose =
                        block.kind == BlockKind::Paragraph && block.tokens.len() >= 18 && ends_in_stop(article, block);
                    if aside && furniture && prose {
                        aside = false;
                        furniture = false;
                    }
                }
            }
            aside || is_reply(article, index)
        })
        .collect()
}

fn role(article: &Article, layout: &mut Layout, mentions: &[Mention], index: usize) -> Role {
    let mention = &mentions[index];
    let block_at = article.sentences[mention.sentence].block;
    let block = &article.blocks[block_at];
    let view = View::of(article, &block.tokens);
    if layout.aside[block_at] || block.kind == BlockKind::Caption {
        return Role::Aside;
    }
    if block.kind == BlockKind::FrontMatter {
        return front_matter(&view);
    }
    let point = match &mention.time {
        Time::Point { point, .. } => Some(*point),
        _ => None,
    };
    let dated = point.is_some_and(|p| names_date(&p));
    if dated && signs_post(&view, mention) {
        return Role::Signature;
    }
    // A day line, or what stands between the first of them and the next: no byline of the page.
    let diary = layout.days.first().is_some_and(|first| block_at >= *first);
    if layout.days.contains(&block_at) || layout.posts.contains(&block_at) {
        return Role::Prose;
    }
    // The day of a chat, above its first message.
    if layout.list == Some(block_at + 1) && dated && !has_clock(&mention.time) && stamp_word(&view).is_none() {
        return Role::Heading;
    }
    if Some(block_at) == layout.title && matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph) {
        // A page whose first line is its only line of head is a byline rather than a title.
        if !(dated && block.tokens.len() <= mention.tokens.len() + 2) {
            return Role::Title;
        }
    }
    if let Some(stamp) = stamp_word(&view)
        && point.is_some()
        && block.tokens.len() <= LONGEST_STAMP_LINE
        && !opens_update(&view)
        && !labels_text(article, &view, mention)
    {
        return stamp_role(&view, stamp, mention);
    }
    if point.is_some()
        && !(layout.list.is_none_or(|list| block_at >= list)
            && layout.thread
            && opened_entry(article, block, mention).is_some())
        && (block_at < layout.body.min(12)
            || block_at < 12 && !diary && !is_heading(block) && is_byline(article, block, mentions))
        && block.tokens.len() <= LONGEST_STAMP_LINE
        && !matches!(block.kind, BlockKind::Heading(1))
        && !opens_with_phase(&view)
        && label_before(&view, mention).is_none()
        && !(layout.posted && block_at > layout.body)
    {
        if dated || mention_beside_date(article, mentions, index) {
            return if updated_before(&view, mention.tokens.start) {
                Role::Updated
            } else {
                Role::Published
            };
        }
        if matches!(mention.time, Time::Shift { .. }) {
            return Role::Aside;
        }
    }
    if matches!(mention.time, Time::Shift { .. })
        && block_at < layout.body.min(12)
        && block.tokens.len() <= LONGEST_STAMP_LINE
    {
        return Role::Aside;
    }
    if block_at < layout.body + 4
        && let Some((place, end)) = dateline(article, block)
    {
        layout.place = layout.place.take().or(Some(place));
        if mention.tokens.start < end && dated {
            return Role::Dateline;
        }
    }
    if dated && declaration::declares_day(article, mention) {
        return Role::Metadata;
    }
    if point.is_some() && notes_publication(&view, mention) {
        return Role::Metadata;
    }
    if caption_or_credit(&view) {
        return Role::Aside;
    }
    Role::Prose
}

/// Keys of front matter that name the document's date; others are metadata.
fn front_matter(view: &View) -> Role {
    if view.says_any(
        view.start(),
        &["date", "published", "publishdate", "pubdate", "created"],
    ) {
        Role::Published
    } else if view.says_any(view.start(), &["updated", "lastmod", "modified"]) {
        Role::Updated
    } else if view.says_any(view.start(), &["title", "start", "started"]) {
        Role::Title
    } else {
        Role::Metadata
    }
}

/// Whether the day is named so that it stands without the story: a date with its month.
fn names_date(point: &Point) -> bool {
    matches!(point.day, Some(Day::Date(date)) if date.month.is_some() && date.day.is_some())
        || matches!(point.day, Some(Day::Epoch(_)))
}

/// The mentions that stand in some blocks.
pub fn in_blocks<'a>(article: &Article, mentions: &'a [Mention], blocks: Range<usize>) -> &'a [Mention] {
    let block = |m: &Mention| article.sentences[m.sentence].block;
    let first = mentions.partition_point(|m| block(m) < blocks.start);
    let last = mentions.partition_point(|m| block(m) < blocks.end);
    &mentions[first..last.max(first)]
}

/// The mentions in the block of one, itself among them.
pub fn beside<'a>(article: &Article, mentions: &'a [Mention], index: usize) -> &'a [Mention] {
    let tokens = &article.blocks[article.sentences[mentions[index].sentence].block].tokens;
    let inside = |m: &&Mention| tokens.contains(&m.tokens.start);
    let before = mentions[..index].iter().rev().take_while(inside).count();
    let after = mentions[index..].iter().take_while(inside).count();
    &mentions[index - before..index + after]
}

/// "Nov 5, 2023 | 10:37 AM" in two pieces.
fn mention_beside_date(article: &Article, mentions: &[Mention], index: usize) -> bool {
    beside(article, mentions, index)
        .iter()
        .any(|m| matches!(&m.time, Time::Point { point, .. } if names_date(point)))
}

fn stamp_role(view: &View, stamp: StampWord, mention: &Mention) -> Role {
    if stamp == StampWord::Updated || updated_before(view, mention.tokens.start) {
        Role::Updated
    } else {
        Role::Published
    }
}

/// Whether "updated" or "modified" stands between the line's beginning and the time.
fn updated_before(view: &View, at: usize) -> bool {
    (view.start()..at).any(|i| view.meaning(&view.lexicon.stamps, i) == Some(StampWord::Updated))
}

/// The stamp word that opens a line, marks skipped.
fn stamp_word(view: &View) -> Option<StampWord> {
    let mut start = skip_marks(view, view.start());
    if view.says_any(start, &["and", "first", "story", "article", "this"]) {
        start += 1;
    }
    let (word, next) = view.phrase(&view.lexicon.stamps, start)?;
    // "Created a ticket at 9:12" is an event: a stamp is followed by its time, a colon, a name or "on".
    let followed = view.symbol_any(next, &[':', '|', '·', '-', '–', '—'])
        || view.says_any(next, &["on", "at", "by", "in", "the", "from"])
        || !matches!(view.case(next), Some(Case::Lower));
    followed.then_some(word)
}

/// A line that is little more than its stamps: "04/10/2021 16:44 BST | Updated 05/10/2021 08:42 BST".
fn is_byline(article: &Article, block: &Block, mentions: &[Mention]) -> bool {
    let first = mentions.partition_point(|m| m.tokens.end <= block.tokens.start);
    let last = mentions.partition_point(|m| m.tokens.start < block.tokens.end);
    let inside = |at: usize| mentions[first..last.max(first)].iter().any(|m| m.tokens.contains(&at));
    let words = block
        .tokens
        .clone()
        .filter(|at| matches!(article.tokens[*at].kind, Kind::Word { .. }) && !inside(*at))
        .count();
    block.kind == BlockKind::Paragraph && words <= 6 && !ends_in_stop(article, block)
}

/// "This report was first published Sept. 30, 2023."
fn notes_publication(view: &View, mention: &Mention) -> bool {
    let at = mention.tokens.start;
    let words = |from: usize| {
        view.says_any(from, &["published", "posted", "updated"])
            && (view.after_any(from, &["first", "originally", "last"]))
    };
    words(at.wrapping_sub(1)) || words(at.wrapping_sub(2)) && view.says_any(at.wrapping_sub(1), &["on", "at"])
}

/// "Start Date/Time: 18/10/2018 16:07": a fact of the incident, not of its report.
fn opens_with_phase(view: &View) -> bool {
    names_phase(view, skip_marks(view, view.start())).is_some()
}

/// "… State: Solved Start Time: 22-3-2014 18:45": the phase that a label directly before a time gives it, and where the
/// label begins.
pub fn label_before(view: &View, mention: &Mention) -> Option<(Phase, usize)> {
    let colon = mention.tokens.start.wrapping_sub(1);
    if !view.symbol(colon, ':') {
        return None;
    }
    (colon.saturating_sub(4)..colon).find_map(|at| {
        let (phase, end) = names_phase(view, at)?;
        (end == colon).then_some((phase, at))
    })
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

/// "UPDATE 8:50 P.M. — text": an entry, not a stamp.
fn opens_update(view: &View) -> bool {
    let start = skip_marks(view, view.start());
    view.says_any(start, &["update"])
}

/// "UPDATED 21:47 GMT: all services are back": what stands behind the mark is told, and the clock is its stamp.
fn labels_text(article: &Article, view: &View, mention: &Mention) -> bool {
    let opens = skip_marks(view, view.start()) + 1 >= mention.tokens.start;
    let rest = mention.tokens.end + 1..view.end().max(mention.tokens.end + 1);
    opens
        && has_clock(&mention.time)
        && view.symbol_any(mention.tokens.end, &[':', '-', '–', '—'])
        && !view.says(rest.start, "by")
        && has_words(article, &rest)
}

/// Position of the first token that is no mark of emphasis, bracket or the like.
pub fn skip_marks(view: &View, mut at: usize) -> usize {
    while at < view.end()
        && view.symbol_any(
            at,
            &['*', '_', '[', '(', '`', '"', '“', '•', '|', '#', '>', '{', '<', '~'],
        )
    {
        at += 1;
    }
    at
}

/// "— Metro Rail (@metrorail) August 16, 2023": the last line of a post.
fn signs_post(view: &View, mention: &Mention) -> bool {
    let handle = (view.start()..mention.tokens.start).any(|i| {
        view.symbol(i.wrapping_sub(1), '(') && matches!(view.kind(i), Some(Kind::Code)) && view.text(i).starts_with('@')
    });
    handle && skip_marks(view, mention.tokens.end) + 2 >= view.end()
}

/// Whether the page is a thread or a log: at least three short lines end in a time of their own.
fn thread(article: &Article, mentions: &[Mention]) -> bool {
    let lines = mentions.iter().filter(|m| {
        let block = &article.blocks[article.sentences[m.sentence].block];
        has_clock(&m.time) && opened_entry(article, block, m).is_some_and(|rest| rest.start >= block.tokens.end)
    });
    lines.take(3).count() == 3
}

/// Photo captions, credits and copyright lines.
fn caption_or_credit(view: &View) -> bool {
    let start = skip_marks(view, view.start());
    let opens = view.symbol(view.start(), '©')
        || view.says_any(
            start,
            &[
                "copyright",
                "photo",
                "photograph",
                "image",
                "credit",
                "caption",
                "picture",
                "file",
            ],
        ) && view.symbol_any(start + 1, &[':', '(']);
    let closes = (view.end().saturating_sub(6)..view.end()).any(|i| {
        view.says_any(i, &["photo", "photograph"])
            && (view.symbol_any(i.wrapping_sub(2), &['('])
                || view.symbol_any(i.wrapping_sub(1), &['('])
                || view.symbol(i + 1, ':'))
    });
    let copyright =
        (view.start()..view.end().min(view.start() + 3)).any(|i| view.says(i, "copyright") || view.symbol(i, '©'));
    opens || closes || copyright
}

/// "SEATTLE, March 14 (Wire) —", "DENVER —", "MUMBAI:": the place, and the position behind the mark.
fn dateline(article: &Article, block: &Block) -> Option<(Range<usize>, usize)> {
    if block.kind != BlockKind::Paragraph {
        return None;
    }
    let view = View::of(article, &block.tokens);
    if view.case(block.tokens.start) != Some(Case::Upper) {
        return None;
    }
    let limit = block.tokens.end.min(block.tokens.start + 18);
    let mark = (block.tokens.start + 1..limit)
        .find(|i| view.symbol_any(*i, &['—', '–', ':']) || (view.symbol(*i, '-') && !view.touches(*i)))?;
    // A colon closes a dateline only behind a lone place ("MUMBAI:"); "UPDATE 3:30pm:" is an entry.
    let shouted = (block.tokens.start..mark)
        .take_while(|i| matches!(view.kind(*i), Some(Kind::Word { case: Case::Upper, .. })))
        .count();
    if view.symbol(mark, ':') && (shouted != mark - block.tokens.start || mark > block.tokens.start + 2)
        || view.says(block.tokens.start, "update")
    {
        return None;
    }
    Some((block.tokens.start..mark, mark + 1))
}

fn dateline_place(article: &Article, block: &Block) -> Option<Range<usize>> {
    dateline(article, block).map(|(place, _)| place)
}

/// Turns the mentions that open a block, or stand alone in it, into entries, and date lines into headings.
fn entries(article: &Article, mentions: &[Mention], layout: &mut Layout) {
    let heads = |m: &&Mention| {
        date_or_clock(&m.time)
            && has_clock(&m.time)
            && opened_entry(article, &article.blocks[article.sentences[m.sentence].block], m).is_some()
    };
    let several = mentions.iter().filter(heads).take(3).count() == 3;
    for index in 0..mentions.len() {
        if layout.roles[index] != Role::Prose {
            continue;
        }
        let block_at = article.sentences[mentions[index].sentence].block;
        let block = &article.blocks[block_at];
        if let Some(text) = day_s_text(article, mentions, layout, index) {
            layout.roles[index] = Role::Entry { text };
            continue;
        }
        if names_day(&mentions[index].time)
            && (layout.days.contains(&block_at) || announces_day(article, block, &mentions[index]))
        {
            layout.roles[index] = Role::Heading;
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
        let Some(rest) = opened_entry(article, block, &mentions[index]) else {
            continue;
        };
        if !date_or_clock(&mentions[index].time) {
            continue;
        }
        let has_clock = has_clock(&mentions[index].time);
        let text: Vec<_> = if has_words(article, &rest) {
            let mut text = vec![rest];
            let post = layout.posts.contains(&block_at);
            if block.kind == BlockKind::Paragraph && (several || post) {
                text.extend(following(article, mentions, layout, block_at));
            } else {
                text.extend(continued(article, block_at));
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

/// "Between 13:17 and 14:18 UTC:" and nothing else, above a list: the time dates what the list says.
fn listed_below(article: &Article, block_at: usize, mention: &Mention) -> Option<Vec<Range<usize>>> {
    let block = &article.blocks[block_at];
    let view = View::of(article, &block.tokens);
    let alone = skip_marks(&view, view.start()) == mention.tokens.start
        && view.symbol(mention.tokens.end, ':')
        && (mention.tokens.end + 1..view.end()).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
    // In a log all blocks are items, so they are only gathered where they are wanted.
    if !(alone && mention.led && has_clock(&mention.time)) {
        return None;
    }
    let items: Vec<_> = article.blocks[block_at + 1..]
        .iter()
        .take_while(|next| next.kind == BlockKind::Item)
        .map(|next| next.tokens.clone())
        .collect();
    (!items.is_empty()).then_some(items)
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading(_))
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
        || has_clock(&mention.time)
        || !date_or_clock(&mention.time)
        || !matches!(mention.time, Time::Point { .. } | Time::Span { .. })
    {
        return None;
    }
    let section = (at + 1..article.blocks.len())
        .take_while(|next| {
            !layout.days.contains(next) && !matches!(article.blocks[*next].kind, BlockKind::Heading(n) if n <= level)
        })
        .collect::<Vec<_>>();
    let (first, last) = (*section.first()?, *section.last()?);
    let timed = in_blocks(article, mentions, first..last + 1)
        .iter()
        .any(|m| !matches!(m.time, Time::Length(_)));
    let plain = section
        .iter()
        .all(|next| !layout.aside[*next] && !matches!(article.blocks[*next].kind, BlockKind::Row | BlockKind::Code));
    // "No incidents reported." is what a page writes of a day on which nothing happened.
    let text = &article.blocks[first].tokens;
    let nothing =
        first == last && text.len() <= 7 && View::of(article, text).says_any(text.start, &["no", "none", "nothing"]);
    (!timed && plain && !nothing).then(|| {
        section
            .iter()
            .map(|next| article.blocks[*next].tokens.clone())
            .collect()
    })
}

fn has_clock(time: &Time) -> bool {
    match time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => {
            point.clock.is_some() || matches!(point.day, Some(Day::Epoch(_)))
        }
        Time::Shift { .. } => true,
        Time::Length(_) => false,
    }
}

/// Whether a time is a day and no more.
pub fn names_day(time: &Time) -> bool {
    match time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => {
            point.clock.is_none() && (names_date(point) || matches!(point.day, Some(Day::Weekday { picker: None, .. })))
        }
        _ => false,
    }
}

/// A heading or a short line that names a day for what stands below: "Timeline, 2 January 2023 (UTC)",
/// "1. QUILLBOX MAIL (Tuesday)".
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
        && view.symbol(mention.tokens.end, ')')
        && mention.tokens.end + 1 >= view.end();
    bracketed && block.tokens.len() <= mention.tokens.len() + 9 && !ends_in_stop(article, block)
}

/// A whole stamp at the end of a paragraph, in marks that are no prose, dates the paragraph: `… {{ track "2021-02-17 19:05" }}`.
fn stamped_below(article: &Article, block: &Block, mention: &Mention) -> Option<Range<usize>> {
    let Time::Point { point, .. } = &mention.time else {
        return None;
    };
    if !names_date(point) || point.clock.is_none() {
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

/// Whether a time can head an entry.
fn date_or_clock(time: &Time) -> bool {
    match time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => {
            point.clock.is_some()
                || names_date(point)
                || matches!(point.day, Some(Day::Weekday { picker: None, .. } | Day::Epoch(_)))
        }
        Time::Shift { base, .. } => *base == super::mention::Base::Zero,
        Time::Length(_) => false,
    }
}

fn has_words(article: &Article, tokens: &Range<usize>) -> bool {
    article.tokens[tokens.clone()]
        .iter()
        .filter(|t| matches!(t.kind, Kind::Word { .. } | Kind::Code))
        .count()
        >= 2
}

fn opens_with_clock(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    matches!(view.kind(skip_marks(&view, view.start())), Some(Kind::Clock(_)))
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

/// The rest of a block whose first words are the mention (or a short label and the mention); `None` where the
/// mention stands elsewhere.
fn opened_entry(article: &Article, block: &Block, mention: &Mention) -> Option<Range<usize>> {
    let view = View::of(article, &block.tokens);
    let start = skip_marks(&view, block.tokens.start);
    let mut time_start = mention.tokens.start;
    let short = block.tokens.len() <= mention.tokens.len() + 12;
    // Amid a paragraph, as most mentions are.
    if time_start > start + 3 && !short {
        return None;
    }
    // "UPDATE 8:50 P.M. —", "Update on 2024-09-10", "Posted at …", "ca. 11:40:"
    let label = (start..time_start).all(|i| {
        view.says_any(
            i,
            &[
                "update",
                "updated",
                "last",
                "on",
                "at",
                "ca",
                "around",
                "about",
                "approximately",
                "since",
            ],
        ) || matches!(view.kind(i), Some(Kind::Symbol(_)))
    });
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
    if label && time_start <= start + 3 {
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
        let plain_time = stamp || mention.relation == Relation::At && !leads_in_prose(&view, time_start);
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
    let labelled =
        matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) && view.symbol(time_start.wrapping_sub(1), ':');
    let chat = !ends_in_stop(article, block)
        && short
        && ends_block
        && has_clock(&mention.time)
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

/// The blocks below a stamp that stands alone, up to the next stamp, heading or section.
fn following(article: &Article, mentions: &[Mention], layout: &Layout, block_at: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (index, block) in article.blocks.iter().enumerate().skip(block_at + 1) {
        let heads = in_blocks(article, mentions, index..index + 1)
            .iter()
            .filter(|m| date_or_clock(&m.time))
            .any(|m| opened_entry(article, block, m).is_some());
        // In a live blog a post's headline stands between its stamp and its text.
        let headline = article.form == Form::Html && index == block_at + 1;
        let heading = matches!(block.kind, BlockKind::Heading(_)) && !headline;
        if heads || heading || layout.aside[index] || out.len() >= 12 {
            break;
        }
        if block.kind != BlockKind::Code {
            out.push(block.tokens.clone());
        }
    }
    out
}
