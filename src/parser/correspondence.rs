//! Mails, replies and posts: whose words a block holds, and whether they stand elsewhere too.
//!
//! One would get wrong to read a quoted reply in a thread: it was told once, above. What a mail that was saved alone
//! quotes stands nowhere else.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::form::Form;
use crate::article::token::{Gap, Kind};

use super::entry::opened_entry;
use super::layout::{Layout, Role, skip_marks};
use super::mention::Mention;
use super::time::view::View;

/// Tokens at most of the line above a quoted reply: a name, a list's name and its address in pieces beside the stamp.
const LONGEST_ATTRIBUTION: usize = 44;

/// In a thread of mails, each one's date is the stamp of its text, without what it quotes.
pub(super) fn mails(article: &Article, mentions: &[Mention], layout: &mut Layout) {
    if article.form != Form::Mail {
        return;
    }
    let kind = |at: usize| article.blocks.get(at).map(|block| block.kind);
    let dates: Vec<(usize, usize)> = mentions
        .iter()
        .enumerate()
        .map(|(index, mention)| (index, article.sentences[mention.sentence].block))
        .filter(|(index, at)| dates_mail(article, &article.blocks[*at]) && mentions[*index].time.heads_by_clock())
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

/// Whether there are several mails: each has a header that dates it.
pub(super) fn is_thread(article: &Article) -> bool {
    let dates = article.blocks.iter().filter(|block| dates_mail(article, block));
    dates.take(2).count() == 2
}

/// Whether a block is the header that dates a mail: "Date: …", or the stamp alone in an archive.
fn dates_mail(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let stamp = || view.lexicon.weekdays.begins(view.word(view.start()));
    block.kind == BlockKind::FrontMatter && (view.says_any(view.start(), &["date", "sent"]) || stamp())
}

/// Whether a block of a mail begins with the line that parts its text from who signs it: "--" (RFC 3676, 4.3).
pub(super) fn opens_signature(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let (first, second) = (view.start(), view.start() + 1);
    let alone = view.token(second + 1).is_none_or(|next| next.gap >= Gap::Line);
    let dashes = view.symbol(first, '-') && view.symbol(second, '-') && view.touches(second);
    article.form == Form::Mail && dashes && alone
}

/// Which blocks repeat what somebody wrote before: a quoted reply, and the line that says whose it is.
pub(super) fn replies(article: &Article) -> Vec<bool> {
    let mail = article.form == Form::Mail;
    let pasted = pasted(article);
    let is_quote = |block: &Block| block.kind == BlockKind::Quote;
    // Whether the last line above the quotes says whose they are.
    let mut attributed = false;
    let blocks = article.blocks.iter().enumerate();
    blocks
        .map(|(at, block)| {
            if is_quote(block) {
                return attributed || mail && !pasted.contains(&at);
            }
            attributed = article.blocks.get(at + 1).is_some_and(is_quote) && attributes(article, block);
            // "On 3 May 2021, at 20:09, Ann wrote:", on a page that has those words nowhere else.
            let dated = || View::of(article, &block.tokens).says(block.tokens.start, "on");
            attributed &= mail || !dated() || !pasted.contains(&(at + 1));
            attributed
        })
        .collect()
}

/// "Ann wrote:", "kestrel writes...", above what is quoted.
fn attributes(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    let mark = |at: &usize| view.symbol_any(*at, &[':', '.', '…']);
    let last = block.tokens.clone().rev().find(|at| !mark(at));
    block.tokens.len() <= LONGEST_ATTRIBUTION
        && last.is_some_and(|at| at + 1 < block.tokens.end && view.says_any(at, &["wrote", "writes"]))
}

/// "Subject: Re: Pumps?", of a mail that is quoted with its headers.
pub(super) fn is_quoted_header(article: &Article, block: &Block) -> bool {
    const HEADERS: &[&str] = &["from", "to", "cc", "subject", "sent", "date"];
    let view = View::of(article, &block.tokens);
    block.kind == BlockKind::Quote && view.says_any(view.start(), HEADERS) && view.symbol(view.start() + 1, ':')
}

/// The quotes of a mail whose first words stand nowhere above, as "From their desk, pasted:" leads in: their blocks.
fn pasted(article: &Article) -> HashSet<usize> {
    const ENOUGH: usize = 5;
    let tokens = article.tokens.iter().enumerate();
    let (at, words): (Vec<usize>, Vec<&str>) = tokens
        .filter(|(_, token)| !matches!(token.kind, Kind::Symbol(_)))
        .map(|(at, token)| (at, article.words(token.span)))
        .unzip();
    let opening = |tokens: &Range<usize>| {
        let start = at.partition_point(|it| *it < tokens.start);
        let last = at.get(start + ENOUGH - 1)?;
        (*last < tokens.end).then_some(start)
    };
    let blocks = article.blocks.iter().enumerate();
    let openings: Vec<(usize, usize)> = blocks
        .filter(|(_, block)| block.kind == BlockKind::Quote)
        .filter_map(|(index, block)| Some((index, opening(&block.tokens)?)))
        .collect();
    let sought: HashSet<&[&str]> = openings
        .iter()
        .map(|(_, start)| &words[*start..*start + ENOUGH])
        .collect();
    let mut first: HashMap<&[&str], usize> = HashMap::new();
    for (start, window) in words.windows(ENOUGH).enumerate() {
        if sought.contains(window) {
            first.entry(window).or_insert(start);
        }
    }
    let stands_above = |start: usize| first[&words[start..start + ENOUGH]] + ENOUGH <= start;
    let blocks = openings.into_iter().filter(|(_, start)| !stands_above(*start));
    blocks.map(|(index, _)| index).collect()
}

/// "On 3 May 2021 at 6:38 PM, Ann Lee wrote:", "Ann Lee wrote on 3 May 2021 at 6:38 PM:", with which a mail quotes
/// another: where the words begin that it dates.
pub(super) fn attributed(view: &View, mention: &Mention) -> Option<usize> {
    const LONGEST_NAME: usize = 12;
    let opens = skip_marks(view, view.start());
    let starts = mention.tokens.start <= opens + usize::from(view.says(opens, "on"));
    let end = mention.tokens.end;
    // The name stands in front: the line closes behind its time.
    let behind_verb = |at: usize| view.says_any(at.wrapping_sub(1), &["wrote", "writes"]) && at <= opens + LONGEST_NAME;
    let (start, closes) = (mention.tokens.start, view.symbol(end, ':') && end + 1 == view.end());
    let led = start.wrapping_sub(1);
    if closes && mention.time.is_stamp() && (behind_verb(start) || view.says(led, "on") && behind_verb(led)) {
        return Some(end + 1);
    }
    (end..view.end().min(end + LONGEST_NAME))
        .find(|at| view.says_any(*at, &["wrote", "writes"]) && view.symbol(at + 1, ':'))
        .filter(|_| starts && mention.time.heads_by_clock())
        .map(|at| at + 2)
}

/// Whether the page is a thread or a log: at least three short lines end in a time of their own. "Power was back an hour
/// later" is a line of prose.
pub(super) fn thread(article: &Article, mentions: &[Mention]) -> bool {
    let lines = mentions.iter().filter(|m| {
        let block = &article.blocks[article.sentences[m.sentence].block];
        // What a page's own head says of it heads no message.
        let of_page = block.kind == BlockKind::FrontMatter && article.form != Form::Mail;
        !of_page
            && m.time.heads_by_clock()
            && m.time.can_head()
            && opened_entry(article, block, m).is_some_and(|rest| rest.start >= block.tokens.end)
    });
    lines.take(3).count() == 3
}
