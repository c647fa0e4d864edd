//! What part each mention plays on the page: it dates a happening, heads an entry, sets the day for what follows,
//! or tells when the page itself was written.
//!
//! One would get wrong that the same words play different parts: "Friday 22 November 2024" is a byline at the top,
//! a date heading in a live blog, and an event nowhere.

mod role;

use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::Kind;
use crate::lexicon::relation::Relation;

use super::addition;
use super::aged::{self, Aged};
use super::asides::asides;
use super::correspondence::{mails, replies, thread};
use super::day_line;
use super::entry;
use super::forum::Forum;
use super::incident_head::{self, Field};
use super::label;
use super::live;
use super::masthead::{body, closed_by_stamp, dateline, title};
use super::mention::{Mention, Time};
use super::original;
use super::posted_report;
use super::record;
use super::stamped::{self, Stamped};
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
    Signature {
        /// The words of the post; none where the page has lost them.
        text: Vec<Range<usize>>,
    },
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
    /// The tokens of each dateline, its mark with them: behind it the story begins.
    pub datelines: Vec<Range<usize>>,
    /// Whether the page is a thread or a log.
    pub thread: bool,
    /// Whether each block lies in a section that holds no events.
    pub aside: Vec<bool>,
    /// Whether each block repeats what somebody wrote before, or says who did.
    pub(super) replies: Vec<bool>,
    /// Where a list of stamps on lines of their own begins.
    pub(super) list: Option<usize>,
    /// The stamps of the two updates that are all there is.
    pair: Option<[usize; 2]>,
    /// Whether posts stand below stamps of their own, behind the page's first prose.
    posted: bool,
    /// Blocks that are a stamp or a day, and the title of a post.
    pub posts: Vec<usize>,
    /// Blocks that are the field of a date, each for a record of its own.
    pub(super) records: Vec<usize>,
    /// Blocks that are a day and nothing else, each above what happened on it.
    pub(crate) days: Vec<usize>,
    /// The first block of the prose below the last of these days and its clocks.
    pub(crate) days_end: Option<usize>,
    /// Blocks that are the title of a post and its day.
    pub(crate) dated_titles: Vec<usize>,
    /// Blocks that tell when it ended, right below when it began.
    pub(crate) ends: Vec<usize>,
    /// Blocks that head what was added to a story below it.
    pub(crate) additions: Vec<usize>,
    /// The first block that was added to a story below it, with such a head or without.
    pub(crate) added: Option<usize>,
    /// The first block of the story that stands below its updates.
    pub(crate) original: Option<usize>,
    /// Blocks that are the stamp of a post pinned above the others, out of their order.
    pub(crate) pinned: Vec<usize>,
    /// Blocks that are the stamp of a post whose headline stands right above it.
    pub(super) headlined: Vec<usize>,
    /// Blocks that date the text below them by a day, or by a stamp in their midst, and say whose or which it is.
    pub(crate) day_stamps: Vec<usize>,
    /// What a forum has of its posts.
    pub(super) forum: Forum,
    /// Posts below their ages.
    pub(crate) aged: Vec<Aged>,
    /// Fields of an incident's page that date what none of its stamps does.
    pub(super) fields: Vec<Field>,
}

/// Blocks at the top of a page among which its title and its own stamps stand.
pub(super) const OF_HEAD: usize = 12;

/// Finds out what part each mention plays.
pub fn layout(article: &Article, mentions: &[Mention]) -> Layout {
    let body = body(article, mentions);
    let replies = replies(article);
    let mut aside = asides(article, body, &replies);
    for line in live::contents(article, mentions) {
        aside[line] = true;
    }
    let forum = Forum::of(article, mentions);
    for (aside, beside) in aside.iter_mut().zip(&forum.beside) {
        *aside |= beside;
    }
    let headlined = live::headlined(article, mentions, &aside);
    let posts = day_line::post_heads(article, mentions, &aside);
    let dated_titles = day_line::dated_titles(article, mentions, &aside);
    let title = title(article, mentions, body).filter(|at| !posts.contains(at) && !dated_titles.contains(at));
    let mut stamps = stamped::lines(article, mentions, &aside);
    // On a page of such posts only what they quote is stamped otherwise.
    stamps.retain(|stamp| headlined.is_empty() || article.blocks[stamp.block].kind == BlockKind::Quote);
    let days = day_line::day_lines(article, mentions, &aside, body, stamped::list(&stamps).is_some());
    let additions = addition::heads(article, mentions, &aside);
    let mut day_stamps: Vec<usize> = [day_line::day_stamps, stamped::signed]
        .iter()
        .flat_map(|heads| heads(article, mentions, &aside))
        .chain(live::posted(article, &stamps))
        .chain(forum.heads.iter().copied())
        .collect();
    day_stamps.sort_unstable();
    day_stamps.dedup();
    let mut layout = Layout {
        roles: Vec::with_capacity(mentions.len()),
        title,
        body,
        place: None,
        datelines: Vec::new(),
        // Above the first of such posts a stamp is the page's own.
        list: headlined.first().copied().or_else(|| stamped::list(&stamps)),
        pair: stamped::pair(article, mentions, &stamps),
        posted: stamped::post_prose(article, &stamps, body),
        posts,
        records: record::heads(article, mentions, &aside),
        ends: label::ends(article, mentions),
        added: addition::first(article, mentions, &additions),
        additions,
        original: original::begins(article),
        pinned: live::pinned(article, mentions),
        headlined,
        days_end: day_line::end(article, mentions, &days),
        days,
        day_stamps,
        forum,
        dated_titles,
        aged: aged::posts(article, mentions, &aside),
        aside,
        replies,
        fields: Vec::new(),
        thread: thread(article, mentions),
    };
    let firsts = [
        layout.list,
        layout.days.first().copied(),
        layout.day_stamps.first().copied(),
        layout.dated_titles.first().copied(),
    ];
    for first in firsts.into_iter().flatten() {
        layout.body = layout.body.min(first);
    }
    for index in 0..mentions.len() {
        let role = role::role(article, &mut layout, mentions, index);
        layout.roles.push(role);
    }
    if layout.place.is_none() {
        let stamped = |at: &usize| closed_by_stamp(article, &article.blocks[*at], mentions);
        let first = (0..body).find(stamped).unwrap_or(body);
        let found = (first..article.blocks.len().min(body + 4)).find_map(|b| {
            let block = &article.blocks[b];
            dateline(article, block).map(|(place, end)| (place, block.tokens.start..end))
        });
        if let Some((place, whole)) = found {
            layout.place = Some(place);
            layout.datelines.push(whole);
        }
    }
    layout.datelines.dedup();
    // A forum's stamps head their posts, however the page begins.
    stamps.retain(|stamp| !layout.forum.heads.contains(&stamp.block));
    below(article, mentions, &stamps, &mut layout);
    mails(article, mentions, &mut layout);
    entry::entries(article, mentions, &mut layout);
    layout.fields = incident_head::fields(article, mentions, &layout);
    layout.fields.extend(posted_report::field(article, mentions, &layout));
    layout
}

impl Layout {
    /// Where a sentence begins to tell: behind the dateline that it opens with, or where it opens.
    pub(crate) fn told_from(&self, sentence: &Range<usize>) -> usize {
        let dateline = self.datelines.iter().find(|it| sentence.contains(&it.start));
        dateline.map_or(sentence.start, |it| it.end.min(sentence.end))
    }

    /// The field of an incident's page that a mention is, where it dates something.
    pub(super) fn field(&self, mention: usize) -> Option<&Field> {
        self.fields.iter().find(|field| field.mention == mention)
    }
}

/// Makes entries of the stamps that stand below their texts; what stands beside such a stamp ("3 years ago") says
/// nothing more.
fn below(article: &Article, mentions: &[Mention], stamps: &[Stamped], layout: &mut Layout) {
    let mut above = 0;
    for stamped in stamped::below(article, mentions, stamps, &layout.aside) {
        let block = |m: &Mention| article.sentences[m.sentence].block;
        let first = mentions.partition_point(|m| block(m) < stamped.block);
        let last = mentions.partition_point(|m| block(m) <= stamped.block);
        layout.roles[first..last].fill(Role::Aside);
        let text = below_its_day(article, mentions, &stamped, above, layout);
        above = stamped.block;
        let text = text.unwrap_or(stamped.text);
        layout.roles[stamped.mention] = Role::Entry { text };
    }
}

/// "Ann @ann · Jul 8, 2021", a post, and "6:52 AM" below it: the day that heads a post is of the clock at its foot, and
/// dates nothing by itself. The text between the two; `above` is the stamp before.
fn below_its_day(
    article: &Article,
    mentions: &[Mention],
    stamped: &Stamped,
    above: usize,
    layout: &mut Layout,
) -> Option<Vec<Range<usize>>> {
    let bare = matches!(&mentions[stamped.mention].time, Time::Point { point, .. } if point.day.is_none());
    let between = |at: &usize| bare && (above..stamped.block).contains(at);
    let day = layout.day_stamps.iter().rposition(between)?;
    let head = &article.blocks[layout.day_stamps[day]].tokens;
    let text: Vec<_> = stamped.text.iter().filter(|it| it.start >= head.end).cloned().collect();
    let inside = |m: &Mention| head.contains(&m.tokens.start);
    for (role, _) in layout.roles.iter_mut().zip(mentions).filter(|(_, m)| inside(m)) {
        *role = Role::Heading;
    }
    layout.day_stamps.remove(day);
    (!text.is_empty()).then_some(text)
}

/// Whether the last token of a block ends a sentence.
pub fn ends_in_stop(article: &Article, block: &Block) -> bool {
    let tokens = &article.tokens[block.tokens.clone()];
    let mut last = tokens[tokens.len() - 1];
    // "(It was back at 3 p.m. on Friday.)"
    if let (Kind::Symbol(')' | ']'), [.., before, _]) = (last.kind, tokens) {
        last = *before;
    }
    // "Bank: “We are sorry”" is a headline: a stop stands inside the marks, or behind them.
    if let (Kind::Symbol('”' | '"'), [.., before, _]) = (last.kind, tokens) {
        last = *before;
    }
    // "at 11 p.m." ends a sentence with the dot of its word.
    matches!(last.kind, Kind::Symbol('.' | '”' | '"' | '!' | '?'))
        || matches!(last.kind, Kind::Word { .. }) && article.words(last.span).ends_with('.')
}

/// Whether a block is a heading, of whatever level.
pub fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading(_))
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

/// "As of 2021/10/04 06:55   Status: suspended", one of the lines of a column.
pub(super) fn tells_status(article: &Article, view: &View, mention: &Mention) -> bool {
    mention.relation == Relation::AsOf
        && mention.time.is_stamp()
        && mention.tokens.start == view.start()
        && view.opens_column(mention.tokens.end)
        && entry::has_words(article, &(mention.tokens.end..view.end()))
}

/// "UPDATE 8:50 P.M. — text": an entry, not a stamp.
pub fn opens_update(view: &View) -> bool {
    let mut start = skip_marks(view, view.start());
    // "::: update Monitoring | 2020-08-17T14:38"
    while view.symbol(start, ':') {
        start += 1;
    }
    view.says_any(start, &["update"])
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
