//! The part that one mention plays, from what is most certain to what is left.
//!
//! One would get wrong to reorder the questions: each is asked of what those above it have let pass, and "Friday 22 November
//! 2024" at the top is a byline only where it is no picture's, no list's and no title's.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::{Case, Kind};
use crate::lexicon::prose::StampWord;
use crate::parser::correspondence::attributed;
use crate::parser::declaration;
use crate::parser::entry::{self, opened_entry, opens_with_clock, stamped_below};
use crate::parser::epithet;
use crate::parser::eventless::{
    compares_zones, explains_day, heads_month, is_age, is_clock_of_page, is_habit, is_in_stead, is_law, is_likeness,
    is_of_any, is_of_any_week, is_of_every_day, is_of_nights, is_of_recording, names_what_is_ahead, notes_age,
    signs_off, tells_uptime, turns_pages, within_hours,
};
use crate::parser::label::{self, label_above, label_before, labels_text, opens_with_phase};
use crate::parser::masthead::{dateline, names_programme, opens_again};
use crate::parser::mention::{Mention, Time};
use crate::parser::page_stamp::{
    below_stamp, closes_stamp, closes_with_version, follows_author, follows_byline, follows_version, is_byline,
    is_stamps, labelled_stamp, names_trouble, notes_publication, opens_release, stamp_above, stamp_role, stamp_word,
    tells_on_day,
};
use crate::parser::picture::{caption_or_credit, is_caption, tells_picture};
use crate::parser::post;
use crate::parser::time::expression::Day;
use crate::parser::time::view::View;

use super::{Layout, OF_HEAD, Role, beside, ends_in_stop, is_heading, opens_update, skip_marks, tells_status};

/// Tokens at most of what stands below a picture.
const LONGEST_CAPTION: usize = 60;

/// Words at most in a line that is a byline, a stamp or a date heading.
const LONGEST_STAMP_LINE: usize = 26;

/// The part of one mention, those before it having theirs; a dateline that it stands in is noted on the page.
pub(super) fn role(article: &Article, layout: &mut Layout, mentions: &[Mention], index: usize) -> Role {
    let mention = &mentions[index];
    let block_at = article.sentences[mention.sentence].block;
    let block = &article.blocks[block_at];
    let view = View::of(article, &block.tokens);
    if layout.aside[block_at] || block.kind == BlockKind::Caption {
        return Role::Aside;
    }
    if layout.forum.acts.contains(&block_at) {
        let told = block.tokens.start..mention.tokens.start;
        return Role::Entry { text: [told].into() };
    }
    if layout.forum.is_subject(article, block_at, mention) {
        return Role::Aside;
    }
    if layout.aged.iter().any(|post| post.mention == index) {
        return Role::Aside;
    }
    if block.kind == BlockKind::FrontMatter {
        return front_matter(&view);
    }
    // "ann  9:02 AM" at the top of a chat is its first message, and no byline.
    if article.form == Form::Chat && article.speaker_of(block_at).is_some() {
        return Role::Prose;
    }
    // "After: 10-Aug-24 12:00 AM" above an exported chat: from when on it was saved.
    let bound = article.form == Form::Chat && view.says_any(view.start(), &["after", "before"]);
    if bound && view.symbol(view.start() + 1, ':') && mention.tokens.start == view.start() + 2 {
        return Role::Metadata;
    }
    let point = match &mention.time {
        Time::Point { point, .. } => Some(*point),
        _ => None,
    };
    let dated = point.is_some_and(|p| p.names_date());
    if let Some(text) = post::signed(article, mention).filter(|_| dated) {
        return Role::Signature { text };
    }
    // A day line, or what stands between the first of them and the next: no byline of the page.
    let diary = layout.days.first().is_some_and(|first| block_at >= *first);
    // "Thu 12 May 2022 18.47 BST    First published on Thu 12 May 2022 08.51 BST", above the posts of a live page.
    let own = || (view.start()..view.end()).any(|at| view.meaning(&view.lexicon.stamps, at).is_some());
    if mention.time.is_stamp() && block_at < OF_HEAD && own() && is_stamps(article, block, mentions) {
        return stamp_role(&view, StampWord::Published, mention);
    }
    let heads = [
        &layout.days,
        &layout.posts,
        &layout.records,
        &layout.day_stamps,
        &layout.dated_titles,
        &layout.additions,
    ];
    if heads.iter().any(|heads| heads.contains(&block_at)) {
        return Role::Prose;
    }
    if let Some(label) = label_above(article, block_at, mention) {
        return Role::Entry { text: vec![label] };
    }
    if dated && block.tokens.len() <= LONGEST_CAPTION && tells_picture(&view) {
        return Role::Aside;
    }
    if dated && block_at <= layout.body && follows_byline(&view, mention) {
        return Role::Published;
    }
    // The day of a chat, above its first message: a line that tells nothing else.
    let day_of_list = layout.list == Some(block_at + 1) && !ends_in_stop(article, block);
    if day_of_list && dated && !mention.time.heads_by_clock() && stamp_word(&view).is_none() {
        return Role::Heading;
    }
    // "date 2021-10-04 Pumps fail again": a field that lost its colon.
    if dated && block_at < 2 && view.says(view.start(), "date") && mention.tokens.start == view.start() + 1 {
        return Role::Published;
    }
    // "Fri 8 March 2024, ferry notes" right above a line that opens with a clock: the day of those lines. A row of a table
    // tells of its own.
    let tokens = block.tokens.clone();
    let day_of_notes = dated
        && block.kind != BlockKind::Row
        && !mention.time.heads_by_clock()
        && mention.tokens.start == tokens.start
        && tokens.len() > mention.tokens.len() + 1
        && !ends_in_stop(article, block);
    let clock_below = || {
        article
            .blocks
            .get(block_at + 1)
            .is_some_and(|next| opens_with_clock(article, next))
    };
    // "## Timeline, 7 February 2022 (UTC)", however short its list.
    let headed = dated
        && !mention.time.heads_by_clock()
        && Some(block_at) != layout.title
        && matches!(block.kind, BlockKind::Heading(_));
    if (day_of_notes || headed) && stamp_word(&view).is_none() && clock_below() {
        return Role::Heading;
    }
    if Some(block_at) == layout.title && matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph) {
        // A page whose first line is its only line of head is a byline rather than a title.
        if printed_head(&view, mention) {
            return Role::Published;
        }
        if !(dated && block.tokens.len() <= mention.tokens.len() + 2) {
            return Role::Title;
        }
    }
    // "A note on the January 20 incident", below the name of the house.
    if names_trouble(&view, mention) && block_at <= layout.body && !ends_in_stop(article, block) {
        return Role::Title;
    }
    if attributed(&view, mention).is_some() {
        return Role::Prose;
    }
    let of_head = block_at <= layout.body.min(3);
    if of_head && (follows_author(article, &view, mention) || follows_version(article, &view, mention)) {
        return Role::Published;
    }
    if closes_stamp(article, layout, mentions, index) {
        return Role::Published;
    }
    if block_at > layout.body && closes_with_version(article, block_at, mention) {
        return Role::Published;
    }
    if closes_letter(article, layout, block_at, mention) {
        return Role::Published;
    }
    if block_at > layout.body && closes_post(&view, mention) {
        return Role::Aside;
    }
    // A stamp inside one of several posts tells nothing of the page.
    let in_post = layout.posts.len() > 1 && layout.posts[0] < block_at;
    if let Some(stamp) = stamp_word(&view)
        && point.is_some()
        && block.tokens.len() <= LONGEST_STAMP_LINE
        && !opens_update(&view)
        && !in_post
        && (dated || !ends_in_stop(article, block))
        && !labels_text(article, &view, mention)
    {
        return stamp_role(&view, stamp, mention);
    }
    if point.is_some()
        && !(layout.list.is_none_or(|list| block_at >= list)
            && layout.thread
            && opened_entry(article, block, mention).is_some())
        && (block_at < layout.body.min(OF_HEAD)
            || block_at < OF_HEAD
                && !diary
                && !is_heading(block)
                && is_byline(article, block, mentions)
                && !heads_quotation(article, layout, block_at, mention))
        && block.tokens.len() <= LONGEST_STAMP_LINE
        && !matches!(block.kind, BlockKind::Heading(1))
        && !opens_with_phase(&view)
        && !(mention.time.heads_by_clock() && heads_text(&view))
        && stamped_below(article, block, mention).is_none()
        && !opens_prose(&view, mention)
        && !tells_length(&view)
        && !is_told(article, block)
        && !tells_status(article, &view, mention)
        && label_before(&view, mention).is_none()
        && !label::is_field_beside_stamp(article, block_at, layout.body.min(OF_HEAD))
        && !below_stamp(article, layout, mentions, index)
        && !(layout.posted && block_at > layout.body)
        && !in_post
        && !entry::in_stamped_run(article, mentions, block_at)
        && !layout.pair.is_some_and(|pair| pair.contains(&block_at))
    {
        // "Unplanned outage - September 8, 2025" has the day of the outage.
        let subject = || names_incident(article, &view) || opens_subject(&view) || tells_on_day(&view, mention);
        if dated && !mention.time.heads_by_clock() && subject() {
            return Role::Title;
        }
        if dated || mention_beside_date(article, mentions, index) {
            let word = stamp_above(article, block_at).filter(|word| *word == StampWord::Updated);
            return stamp_role(&view, word.unwrap_or(StampWord::Published), mention);
        }
        if matches!(mention.time, Time::Shift { .. }) {
            return Role::Aside;
        }
    }
    if matches!(mention.time, Time::Shift { .. })
        && block_at < layout.body.min(OF_HEAD)
        && block.tokens.len() <= LONGEST_STAMP_LINE
    {
        return Role::Aside;
    }
    if is_of_recording(&view, mention)
        || is_clock_of_page(&view, mention)
        || block_at < layout.body && names_programme(&view, block, mention)
    {
        return Role::Aside;
    }
    if teases(&view, mention)
        || is_age(&view, mention)
        || notes_age(&view, mention)
        || heads_month(block, mention)
        || turns_pages(&view, mention)
    {
        return Role::Aside;
    }
    // The points of a wire's summary stand above its dateline, however many.
    let near = |layout: &Layout| {
        let head = article.blocks[layout.body.min(block_at)..block_at].iter();
        head.filter(|it| it.kind != BlockKind::Item).nth(3).is_none()
    };
    if let Some((place, end)) = dateline(article, block)
        && (near(layout) || opens_again(article, layout, &place))
    {
        layout.datelines.push(block.tokens.start..end);
        layout.place = layout.place.take().or(Some(place));
        if mention.tokens.start < end && dated {
            return Role::Dateline;
        }
    }
    if dated && block_at <= layout.body && !layout.posts.contains(&block_at) && opens_release(article, block, mention) {
        let place = block.tokens.start..mention.tokens.start;
        layout.datelines.push(block.tokens.start..mention.tokens.end + 1);
        layout.place = layout.place.take().or(Some(place).filter(|it| !it.is_empty()));
        return Role::Dateline;
    }
    if dated && declaration::declares_day(article, mention) {
        return Role::Metadata;
    }
    if dated && block_at < OF_HEAD && block.tokens.len() <= LONGEST_STAMP_LINE && labelled_stamp(&view, mention) {
        return stamp_role(&view, StampWord::Published, mention);
    }
    if point.is_some() && notes_publication(&view, mention) {
        return Role::Metadata;
    }
    if is_habit(article, mention) || is_law(article, mention) || explains_day(&view, mention) {
        return Role::Aside;
    }
    if signs_off(article, mention) || is_in_stead(&view, mention) || is_of_nights(&view, mention) {
        return Role::Aside;
    }
    if tells_uptime(article, &view, mention)
        || is_of_any_week(&view, mention)
        || is_of_any(&view, mention)
        || is_of_every_day(&view, mention)
        || is_likeness(&view, mention)
        || epithet::is_one(article, mentions, index)
        || compares_zones(&view, mention)
    {
        return Role::Aside;
    }
    let heads_nothing = caption_or_credit(&view) || is_caption(article, &view, block, mention);
    if heads_nothing || within_hours(article, mention) || dated && names_what_is_ahead(&view, mention) {
        return Role::Aside;
    }
    Role::Prose
}

/// "The last outage was on April 2.": a sentence that tells something, however short, is no stamp.
fn is_told(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let verbs = &["was", "were", "had", "has", "have", "is", "are", "did", "went", "came"];
    // "It failed", but neither "Published" nor "Reviewed by Ann".
    let regular = |at: usize| {
        let named = view.meaning(&view.lexicon.stamps, at).is_some() || view.says(at + 1, "by");
        at > view.start() && !named && view.text(at).ends_with("ed") && view.phrase(&view.lexicon.verbs, at).is_some()
    };
    let tells = |at: usize| view.says_any(at, verbs) || regular(at);
    block.kind == BlockKind::Paragraph && ends_in_stop(article, block) && block.tokens.clone().any(tells)
}

/// "3/5/21, 9:10 AM          Ferry down again?", as a browser prints it above a page: when that was saved, and its title
/// in a column of its own.
fn printed_head(view: &View, mention: &Mention) -> bool {
    mention.time.is_stamp() && mention.tokens.start == view.start() && view.opens_column(mention.tokens.end)
}

/// "Friday, 3 May 1:30pm" below prose and above more of it, in a page whose date is in its fields: a stamp that names no
/// year, of a notice that the page repeats.
fn heads_quotation(article: &Article, layout: &Layout, at: usize, mention: &Mention) -> bool {
    let without_year = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_some() && matches!(point.day, Some(Day::Date(date)) if date.year.is_none()));
    let alone = article.blocks[at].tokens == mention.tokens;
    let fields = article
        .blocks
        .first()
        .is_some_and(|it| it.kind == BlockKind::FrontMatter);
    without_year && alone && fields && at > layout.body && at + 1 < article.blocks.len()
}

/// "October 11, 05:59 UTC (lasting 19 hours)": an outage, and no byline.
fn tells_length(view: &View) -> bool {
    (view.start()..view.end()).any(|at| view.says_any(at, &["lasting", "lasted", "duration"]))
}

/// "On Wednesday 31 March, the certificates ran out and": the first line of a story, and no byline.
fn opens_prose(view: &View, mention: &Mention) -> bool {
    const FEWEST: usize = 8;
    mention.led
        && mention.tokens.start == view.start()
        && view.symbol(mention.tokens.end, ',')
        && view.end() > mention.tokens.end + FEWEST
}

/// "Sub: Breakdown of the lifts dated 26.07.2021": what a letter is about, and no day on which it was written.
fn opens_subject(view: &View) -> bool {
    let start = skip_marks(view, view.start());
    view.says_any(start, &["sub", "subject", "re", "regarding"]) && view.symbol_any(start + 1, &[':', '.'])
}

/// Whether a line at the head of a page is what it calls its outage, rather than who wrote it and when.
fn names_incident(article: &Article, view: &View) -> bool {
    const OUTAGES: &[&str] = &[
        "outage",
        "outages",
        "incident",
        "downtime",
        "disruption",
        "interruption",
        "failure",
        "breakdown",
        "blackout",
        "collapse",
        "shutdown",
        "stoppage",
        "postmortem",
        "post-mortem",
    ];
    let tokens = view.start()..view.end();
    let marks = |at: usize| matches!(view.kind(at), Some(Kind::Symbol(':' | '|' | '·' | '@')));
    // "Outage on 8 September 2025", and no "Ann Lee on outages".
    let beside = |at: usize| view.says(at, "on") && !view.says_any(at.wrapping_sub(1), OUTAGES);
    let loss = |at: usize| view.says(at, "loss") && view.says(at + 1, "of");
    tokens.clone().any(|at| view.says_any(at, OUTAGES) || loss(at))
        && !tokens
            .clone()
            .any(|at| marks(at) || beside(at) || view.says_any(at, &["by", "reported", "report"]))
        && article.tokens[tokens]
            .iter()
            .filter(|t| matches!(t.kind, Kind::Word { .. }))
            .count()
            <= 8
}

/// "Harbour museum opens its doors after repairs - 4 hours ago": another story's headline and its age.
fn teases(view: &View, mention: &Mention) -> bool {
    const SHORTEST_HEADLINE: usize = 5;
    let dash = mention.tokens.start.wrapping_sub(1);
    matches!(mention.time, Time::Shift { .. })
        && mention.tokens.end == view.end()
        && view.symbol_any(dash, &['-', '–', '—', '|'])
        && dash >= view.start() + SHORTEST_HEADLINE
}

/// Keys of front matter that name the document's date; others are metadata.
fn front_matter(view: &View) -> Role {
    if view.says_any(
        view.start(),
        &["date", "sent", "published", "publishdate", "pubdate", "created"],
    ) || view.lexicon.weekdays.begins(view.word(view.start()))
    {
        Role::Published
    } else if view.says_any(
        view.start(),
        // Of an incident's page, its end is what was written last.
        &[
            "updated",
            "lastmod",
            "modified",
            "resolved",
            "resolvedwhen",
            "resolvedat",
        ],
    ) {
        Role::Updated
    } else if view.says_any(view.start(), &["title", "start", "started"]) {
        Role::Title
    } else {
        Role::Metadata
    }
}

/// "Nov 5, 2023 | 10:37 AM" in two pieces.
fn mention_beside_date(article: &Article, mentions: &[Mention], index: usize) -> bool {
    beside(article, mentions, index)
        .iter()
        .any(|m| matches!(&m.time, Time::Point { point, .. } if point.names_date()))
}

/// "Update: 3 May 2021, 11:30", "First notice, 9:00 (3/5/21):": a stamp of what stands below.
fn heads_text(view: &View) -> bool {
    opens_update(view) || view.symbol(view.end() - 1, ':')
}

/// "3 May 2021", a line by itself below the name that signs a letter, however long that is: when it was written, where its
/// head does not say so.
fn closes_letter(article: &Article, layout: &Layout, at: usize, mention: &Mention) -> bool {
    const FOOT: usize = 2;
    const LONGEST_PLACE: usize = 3;
    let whole = matches!(&mention.time, Time::Point { point, .. } if point.is_full_date() && point.clock.is_none());
    let alone = article.blocks[at].tokens == mention.tokens;
    // "Brno, 5 October 2009", whatever list stands above it.
    let view = View::of(article, &article.blocks[at].tokens);
    let comma = mention.tokens.start.wrapping_sub(1);
    let names = view.start()..comma.max(view.start());
    let placed = mention.tokens.end == view.end()
        && view.symbol(comma, ',')
        && (1..=LONGEST_PLACE).contains(&names.len())
        && names.clone().all(|at| view.case(at) == Some(Case::Capital));
    let dates = |role: &Role| match role {
        Role::Published | Role::Dateline => true,
        Role::Entry { .. } => !placed,
        _ => false,
    };
    let foot = at > layout.body && at + FOOT >= article.blocks.len();
    let listed = layout.list.is_some() && !placed;
    whole && (alone || placed) && foot && !layout.thread && !listed && !layout.roles.iter().any(dates)
}

/// "Posted by Ann at 11:02 PM | 7 comments", at the foot of a page that has its day at the head.
fn closes_post(view: &View, mention: &Mention) -> bool {
    let by_author = view.says(view.start(), "posted") && view.says(view.start() + 1, "by");
    by_author && matches!(&mention.time, Time::Point { point, .. } if point.is_bare_clock())
}
