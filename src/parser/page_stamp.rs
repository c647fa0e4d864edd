//! Stamps of the page itself: when it was published and changed, by the words and the lines around them.
//!
//! One would get wrong that a stamp needs a word that says so: a byline above it, or a line of stamps, says as much.

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::StampWord;

use super::layout::{Layout, Role, ends_in_stop, skip_marks};
use super::mention::{Mention, Time};
use super::time::expression::Day;
use super::time::view::View;

/// What a time behind a stamp word is: the nearest such word in its line decides.
pub(super) fn stamp_role(view: &View, stamp: StampWord, mention: &Mention) -> Role {
    match stamp_before(view, mention.tokens.start).unwrap_or(stamp) {
        StampWord::Updated => Role::Updated,
        _ => Role::Published,
    }
}

/// The nearest stamp word before a time in its line: "Updated 3 May 2021, 12:19. Published 2 May 2021, 15:13".
fn stamp_before(view: &View, at: usize) -> Option<StampWord> {
    let stamps = &view.lexicon.stamps;
    (view.start()..at).rev().find_map(|i| view.meaning(stamps, i))
}

/// The stamp word that is all of the line above a block: "UPDATED:", its stamp below it.
pub(super) fn stamp_above(article: &Article, block_at: usize) -> Option<StampWord> {
    let view = View::of(article, &article.blocks[block_at.checked_sub(1)?].tokens);
    let (word, next) = view.phrase(&view.lexicon.stamps, skip_marks(&view, view.start()))?;
    (next..view.end())
        .all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))))
        .then_some(word)
}

/// The stamp word that opens a line, marks skipped.
pub(super) fn stamp_word(view: &View) -> Option<StampWord> {
    let mut start = skip_marks(view, view.start());
    // "This page was last updated on", "Page last modified"
    while view.says_any(start, &["and", "first", "story", "article", "this", "page", "was"]) {
        start += 1;
    }
    let (word, next) = view.phrase(&view.lexicon.stamps, start)?;
    // "Created a ticket at 9:12" is an event: a stamp is followed by its time, a colon, a name or "on".
    let followed = view.symbol_any(next, &[':', '|', '·', '-', '–', '—'])
        || view.says_any(next, &["on", "at", "by", "in", "the", "from"])
        || view.lexicon.months.begins(view.word(next))
        || !matches!(view.case(next), Some(Case::Lower));
    followed.then_some(word)
}

/// A line that is little more than its stamps: "04/10/2021 16:44 BST | Updated 05/10/2021 08:42 BST".
pub(super) fn is_byline(article: &Article, block: &Block, mentions: &[Mention]) -> bool {
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

/// "6:48 PM MYT" on a line of its own, right below "Saturday, 02 Jul 2022": the clock of the page's stamp.
pub(super) fn closes_stamp(article: &Article, layout: &Layout, mentions: &[Mention], index: usize) -> bool {
    let place = |at: usize| {
        let block = article.sentences[mentions[at].sentence].block;
        (block, article.blocks[block].tokens == mentions[at].tokens)
    };
    let clock =
        matches!(&mentions[index].time, Time::Point { point, .. } if point.clock.is_some() && point.day.is_none());
    let Some(before) = index.checked_sub(1).filter(|_| clock) else {
        return false;
    };
    let ((above, dated), (here, alone)) = (place(before), place(index));
    let day =
        matches!(&mentions[before].time, Time::Point { point, .. } if point.is_full_date() && point.clock.is_none());
    let stamp = layout.roles.get(before) == Some(&Role::Published);
    above + 1 == here && dated && alone && day && stamp && here < layout.body && !article.blocks[here].after_gap
}

/// "Ferry line says sorry, rides free on Sunday 3 April", below a full stamp: a headline that names a day, of no year.
pub(super) fn below_stamp(article: &Article, layout: &Layout, mentions: &[Mention], index: usize) -> bool {
    let mention = &mentions[index];
    let yearless = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.year.is_none()));
    let block = &article.blocks[article.sentences[mention.sentence].block];
    yearless && layout.roles.contains(&Role::Published) && !is_byline(article, block, mentions)
}

/// "Lost parcels at Portwick: what happened on 2021-06-24": a headline, whose day is the story's.
pub(super) fn tells_on_day(view: &View, mention: &Mention) -> bool {
    const SHORTEST: usize = 5;
    let (start, at) = (view.start(), mention.tokens.start);
    let stamped = || (start..at).any(|i| view.meaning(&view.lexicon.stamps, i).is_some() || view.says(i, "by"));
    let lower = view.case(at.wrapping_sub(1)) == Some(Case::Lower);
    view.says(at, "on") && at >= start + SHORTEST && lower && mention.tokens.end >= view.end() && !stamped()
}

/// "A note on the January 20 incident": a day that is that of some trouble, and no stamp.
pub(super) fn names_trouble(view: &View, mention: &Mention) -> bool {
    let day = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none()
        && matches!(point.day, Some(Day::Date(date)) if date.day.is_some()));
    day && matches!(view.noun(mention.tokens.end), Some(Thing::Trouble | Thing::Incident))
}

/// "04/10/2021 16:44 BST | Updated 05/10/2021 08:42 BST", "… First published on …", and no word besides.
pub(super) fn is_stamps(article: &Article, block: &Block, mentions: &[Mention]) -> bool {
    let first = mentions.partition_point(|m| m.tokens.end <= block.tokens.start);
    let last = mentions.partition_point(|m| m.tokens.start < block.tokens.end);
    let inside = &mentions[first..last.max(first)];
    let view = View::of(article, &block.tokens);
    let stamp = |at: usize| {
        inside.iter().any(|m| m.tokens.contains(&at))
            || matches!(view.kind(at), Some(Kind::Symbol(_)))
            || view.meaning(&view.lexicon.stamps, at).is_some()
            || view.says_any(at, &["first", "last", "on", "at"])
    };
    inside.len() > 1 && block.tokens.clone().all(stamp)
}

/// "A. Writer. Page created: May 3, 2021.", "FIXED: lifts at the pier (Posted Monday, May 3, 2021)"
pub(super) fn labelled_stamp(view: &View, mention: &Mention) -> bool {
    let colon = mention.tokens.start.wrapping_sub(1);
    // "Status: final · Owner: the pump team · Written 2021-10-04"
    let parted = view.symbol_any(colon.wrapping_sub(1), &['·', '•', '|'])
        && view.meaning(&view.lexicon.stamps, colon) == Some(StampWord::Published);
    // "Archive View   last updated – posted 2021-May-03, 9:15 pm", as a forum saves its threads.
    let dash = colon.wrapping_sub(1);
    let posted = view.says(colon, "posted")
        && view.symbol_any(dash, &['–', '-', '—'])
        && view.says(dash.wrapping_sub(1), "updated");
    // "(Posted Monday, May 3, 2021)" behind a headline
    let bracketed = view.symbol(dash, '(')
        && view.symbol(mention.tokens.end, ')')
        && view.meaning(&view.lexicon.stamps, colon).is_some();
    // "Start date: …" is a fact of the incident.
    posted
        || parted
        || bracketed
        || view.symbol(colon, ':')
            && !view.says(colon.wrapping_sub(1), "date")
            && view.meaning(&view.lexicon.stamps, colon.wrapping_sub(1)).is_some()
}

/// "Riverton, May 3, 2021…The ferry has apologised", "May 3, 2021–The council today": where a press release begins.
pub(super) fn opens_release(article: &Article, block: &Block, mention: &Mention) -> bool {
    const LONGEST_PLACE: usize = 4;
    const SHORTEST_RELEASE: usize = 20;
    let view = View::of(article, &block.tokens);
    let whole = matches!(&mention.time, Time::Point { point, .. } if point.is_full_date());
    let (start, at, end) = (view.start(), mention.tokens.start, mention.tokens.end);
    let place = (start..at).all(|i| view.symbol(i, ',') || view.case(i) == Some(Case::Capital));
    let named = at == start || at <= start + LONGEST_PLACE && view.symbol(at - 1, ',') && place;
    whole
        && named
        && block.kind == BlockKind::Paragraph
        && block.tokens.len() >= SHORTEST_RELEASE
        && view.symbol_any(end, &['—', '–', '-', '…'])
        && view.case(end + 1) == Some(Case::Capital)
        && ends_in_stop(article, block)
}

/// "This report was first published Sept. 30, 2023."
pub fn notes_publication(view: &View, mention: &Mention) -> bool {
    let at = mention.tokens.start;
    let words = |from: usize| {
        view.says_any(from, &["published", "posted", "updated"])
            && (view.after_any(from, &["first", "originally", "last"]))
    };
    words(at.wrapping_sub(1)) || words(at.wrapping_sub(2)) && view.says_any(at.wrapping_sub(1), &["on", "at"])
}

/// "Storm darkens the coast By Ada Moss May 3, 2016 A storm …": a page whose head and prose are one line. The day behind
/// whose text it is tells when it was written.
pub(super) fn follows_byline(view: &View, mention: &Mention) -> bool {
    const LONGEST_NAME: usize = 6;
    let capital = |at: usize| matches!(view.case(at), Some(Case::Capital | Case::Upper));
    let start = mention.tokens.start;
    let end = if view.symbol_any(start.wrapping_sub(1), &['|', ',', '·', '-', '–', '—']) {
        start - 1
    } else {
        start
    };
    let first = (end.saturating_sub(LONGEST_NAME)..end)
        .rev()
        .take_while(|at| *at >= view.start() && (capital(*at) || view.symbol(*at, '.')))
        .find(|at| view.says(*at, "by"));
    !mention.led && capital(mention.tokens.end) && first.is_some_and(|by| end > by + 1)
}

/// "Grid Control Room, 3 May 2021. All times in UTC.": a line of the head that names its author, and says more behind the
/// date.
pub(super) fn follows_author(article: &Article, view: &View, mention: &Mention) -> bool {
    const LONGEST_AUTHOR: usize = 8;
    let whole = matches!(&mention.time, Time::Point { point, .. } if point.is_full_date());
    let (start, at, end) = (view.start(), mention.tokens.start, mention.tokens.end);
    let author = (start..at).all(|i| {
        matches!(view.case(i), Some(Case::Capital | Case::Upper))
            || view.symbol_any(i, &[',', '&'])
            || view.says_any(i, &["of", "the", "and", "for"])
    });
    let ends = article.sentences[mention.sentence].tokens.end;
    let closes = view.symbol(end, '.') && end + 1 == ends;
    whole && author && closes && (start + 2..=start + LONGEST_AUTHOR).contains(&at) && view.symbol(at - 1, ',')
}

/// "Pump Works, Operations. Version 1.2, published 3 May 2021. Classification: partners.": a sentence of the head that is no
/// more than which version it is, and its date.
pub(super) fn follows_version(article: &Article, view: &View, mention: &Mention) -> bool {
    const LONGEST: usize = 8;
    const ISSUED: &[&str] = &["published", "issued", "released", "dated", "written"];
    let whole = matches!(&mention.time, Time::Point { point, .. } if point.is_full_date());
    let sentence = &article.sentences[mention.sentence].tokens;
    let (at, end) = (mention.tokens.start, mention.tokens.end);
    let word = at.wrapping_sub(1 + usize::from(view.says(at.wrapping_sub(1), "on")));
    let version = sentence.start == word
        || view.says_any(
            sentence.start,
            &["version", "revision", "issue", "draft", "edition", "final", "report"],
        );
    let closes = (end..sentence.end).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
    let short = word >= sentence.start && word - sentence.start <= LONGEST;
    let plain = || !(sentence.start..word).any(|at| view.says_any(at, &["was", "were", "is", "the", "has", "had"]));
    whole && short && version && closes && view.says_any(word, ISSUED) && plain()
}

/// "Questions: desk@pumps.example. Report v1.2, 3 May 2021.": a sentence at the foot that is no more than which version this
/// is, and its date.
pub(super) fn closes_with_version(article: &Article, block: usize, mention: &Mention) -> bool {
    const FOOT: usize = 2;
    const LONGEST: usize = 8;
    let view = View::of(article, &article.blocks[block].tokens);
    let whole = matches!(&mention.time, Time::Point { point, .. } if point.is_full_date());
    let sentence = &article.sentences[mention.sentence].tokens;
    let (at, end) = (mention.tokens.start, mention.tokens.end);
    let first = skip_marks(&view, sentence.start);
    let opens = view.says_any(first, &["report", "version", "revision", "document", "rev", "issue"]);
    let word = |at: &usize| matches!(view.kind(*at), Some(Kind::Word { .. }));
    let counts = (first + 1..at).filter(word).all(|at| {
        view.says_any(at, &["report", "version", "revision", "no", "dated", "of", "v"])
            || view.text(at).starts_with('v')
    });
    let figure = (first + 1..at)
        .any(|at| matches!(view.kind(at), Some(Kind::Number(_) | Kind::Code)) || view.text(at).starts_with('v'));
    let closes = (end..sentence.end).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
    let foot = block + FOOT >= article.blocks.len();
    whole && foot && opens && counts && figure && closes && at - first <= LONGEST
}
