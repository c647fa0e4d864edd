//! Forum threads as the usual programs print them: the line that heads each post, and what stands beside a post of whoever
//! wrote it.
//!
//! One would get wrong to read "Joined: 5 January 2004" for what happened, the first post's stamp for the page's own, or the
//! name and rank above a post for its first words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::article::block::{Block, BlockKind};
use crate::article::token::{Case, Kind};

use super::author;
use super::layout::ends_in_stop;
use super::mention::Mention;
use super::time::view::View;

/// Tokens at most of a line that heads a post.
const LONGEST_HEAD: usize = 32;

/// Tokens at most of a line that tells of who wrote.
const LONGEST_FIELD: usize = 16;

/// Lines above the first field that may name who wrote and what they are there.
const MOST_NAMES: usize = 4;

/// Words and marks at most of a name or a rank.
const LONGEST_NAME: usize = 5;

/// What is done with an issue, as trackers note it.
const ACTS: &[&str] = &[
    "closed",
    "reopened",
    "added",
    "removed",
    "assigned",
    "changed",
    "mentioned",
    "pinned",
    "unpinned",
];

/// Those that tell how it stands.
const ENDS: &[&str] = &["closed", "reopened"];

/// What the others are done to.
const OF_ISSUE: &[&str] = &["label", "labels", "milestone", "title", "issue", "assigned"];

/// What a forum has of its posts.
#[derive(Clone, Debug, Default)]
pub struct Forum {
    /// Blocks that are the stamp of a post, which stands below.
    pub heads: Vec<usize>,
    /// Blocks that tell what somebody did with an issue, and when: "ann closed this as completed on Mar 5, 2021".
    pub acts: Vec<usize>,
    /// Of some of the heads, the tokens that name who wrote.
    authors: FxHashMap<usize, Range<usize>>,
    /// Whether each block stands beside a post and is none of its words: who wrote it, what they are there and since when,
    /// the subject told again.
    pub beside: Vec<bool>,
}

impl Forum {
    /// Finds the posts of a page, where it is a forum's.
    pub fn of(article: &Article, mentions: &[Mention]) -> Self {
        let mut forum = Self {
            beside: vec![false; article.blocks.len()],
            ..Self::default()
        };
        let stamps: Vec<(usize, &Mention)> = mentions
            .iter()
            .filter(|it| it.time.is_stamp())
            .map(|it| (article.sentences[it.sentence].block, it))
            .collect();
        forum.find_heads(article, &stamps);
        forum.find_acts(article, mentions);
        forum.heads.sort_unstable();
        forum.heads.dedup();
        forum.find_profiles(article);
        forum.find_names(article);
        forum.find_subjects(article);
        forum
    }

    /// Who wrote the post that a block heads, where the lines around it tell.
    pub fn author(&self, head: usize) -> Option<Range<usize>> {
        self.authors.get(&head).cloned()
    }

    /// Whether a mention stands in what is said beside a post's stamp on its line: "Post subject: Down last night".
    pub fn is_subject(&self, article: &Article, block: usize, mention: &Mention) -> bool {
        let tokens = &article.blocks[block].tokens;
        let view = View::of(article, tokens);
        let subject = || (tokens.start..mention.tokens.start).any(|at| view.says(at, "subject"));
        self.heads.binary_search(&block).is_ok() && !mention.time.is_stamp() && subject()
    }

    fn find_heads(&mut self, article: &Article, stamps: &[(usize, &Mention)]) {
        let mut counted: Vec<(usize, u32, Range<usize>)> = Vec::new();
        let mut signed: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, mention) in stamps {
            let block = &article.blocks[*at];
            let view = View::of(article, &block.tokens);
            if block.tokens.len() > LONGEST_HEAD || !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
                continue;
            }
            let printed = names_poster(&view, mention);
            if let Some(name) = printed.clone() {
                self.authors.insert(*at, name);
            }
            if printed.is_some()
                || is_guillemeted(&view, mention)
                || points_from_name(&view, mention)
                || names_subject(&view, mention)
            {
                self.heads.push(*at);
            } else if let Some(name) = signs_above(&view, mention) {
                signed.push((*at, name));
            } else if let Some(count) = count_behind(article, &view, mention) {
                let column = (view.start() + 1..mention.tokens.start).find(|at| view.opens_column(*at));
                counted.push((*at, count, view.start()..column.unwrap_or(mention.tokens.start)));
            }
        }
        // One such line is a page's byline, several are those of its posts.
        if signed.len() > 1 {
            self.heads.extend(signed.iter().map(|(at, _)| *at));
            self.authors.extend(signed);
        }
        // One number behind a stamp may be anything; one more behind each is the place of a post.
        let goes_on = |a: u32, b: u32| a.checked_add(1) == Some(b);
        for (index, (at, count, name)) in counted.iter().enumerate() {
            let before = index.checked_sub(1).is_some_and(|i| goes_on(counted[i].1, *count));
            let after = counted.get(index + 1).is_some_and(|next| goes_on(*count, next.1));
            if before || after {
                self.heads.push(*at);
                let view = View::of(article, name);
                if (1..=LONGEST_NAME).contains(&author::pieces(&view, name)) {
                    self.authors.insert(*at, name.clone());
                }
            }
        }
    }

    fn find_acts(&mut self, article: &Article, mentions: &[Mention]) {
        for mention in mentions {
            let at = article.sentences[mention.sentence].block;
            let block = &article.blocks[at];
            let view = View::of(article, &block.tokens);
            let ends = author::behind_badges(&view, mention.tokens.end) == view.end();
            if block.kind != BlockKind::Paragraph || block.tokens.len() > LONGEST_HEAD || !ends {
                continue;
            }
            // "**@ann** closed this as completed"
            const LONGEST: usize = 16;
            let mut words = view.start() + 1..mention.tokens.start.min(view.start() + LONGEST);
            let commented = |at: usize| view.says(at, "commented") && view.says(at + 1, "on");
            if mention.time.is_day() && words.clone().any(commented) {
                self.heads.push(at);
            }
            match words.find(|at| view.says_any(*at, ACTS)) {
                Some(at_verb) if view.says_any(at_verb, ENDS) && view.says(at_verb + 1, "this") => self.acts.push(at),
                Some(at_verb) => {
                    let label = (at_verb..mention.tokens.start).any(|at| view.says_any(at, OF_ISSUE));
                    self.beside[at] |= label && !view.says_any(at_verb, ENDS);
                }
                None => {}
            }
        }
    }

    fn find_profiles(&mut self, article: &Article) {
        let blocks = &article.blocks;
        let mut start = 0;
        while start < blocks.len() {
            let end = (start + 1..blocks.len())
                .find(|at| blocks[*at].after_gap)
                .unwrap_or(blocks.len());
            let run = start..end;
            start = end;
            let fields: Vec<Field> = run.clone().filter_map(|at| Field::at(article, at)).collect();
            if !fields.iter().any(|field| field.is_own(article)) {
                continue;
            }
            let told = fields
                .iter()
                .filter(|field| field.is_own(article) || field.is_other(article));
            for at in told.clone().flat_map(|field| field.blocks.clone()) {
                self.beside[at] = true;
            }
            let first = told.map(|field| field.blocks.start).min().unwrap_or(run.start);
            let names = (run.start..first).rev().take(MOST_NAMES);
            for at in names.take_while(|at| !self.heads.contains(at) && is_name(article, &blocks[*at])) {
                self.beside[at] = true;
            }
        }
    }

    /// "Re: Servers down?" above a post, or the first of its lines; "Quote from: Ann on June 12, 2016" above what it quotes.
    fn find_subjects(&mut self, article: &Article) {
        const LONGEST: usize = 24;
        let is_subject = |block: &Block| {
            let view = View::of(article, &block.tokens);
            let titled = view.says(view.start(), "title") && view.symbol(view.start() + 1, ':');
            let start = view.start() + if titled { 2 } else { 0 };
            let again = view.says(start, "re") && view.symbol(start + 1, ':');
            let quotes = view.says(start, "quote") && view.says(start + 1, "from") && view.symbol(start + 2, ':');
            block.tokens.len() <= LONGEST && (again || quotes)
        };
        for (beside, block) in self.beside.iter_mut().zip(&article.blocks) {
            *beside |= !self.heads.is_empty() && is_subject(block);
        }
    }

    /// A name may stand on the first line of what is told of who wrote, right above the post's stamp or right below it.
    fn find_names(&mut self, article: &Article) {
        const NEAR: usize = 6;
        for head in self.heads.clone() {
            if self.author(head).is_some() {
                continue;
            }
            let profiled = |at: &usize| self.beside.get(*at) == Some(&true);
            let below = Some(head + 1).filter(profiled);
            let above = || {
                let last = (head.saturating_sub(NEAR)..head).rev().find(profiled)?;
                let lines = (0..=last).rev().take_while(profiled);
                let hangs = |at: &usize| *at == last || !article.blocks[*at + 1].after_gap;
                lines.take_while(hangs).last()
            };
            let name = below.or_else(above).map(|at| article.blocks[at].tokens.clone());
            self.authors.extend(name.map(|name| (head, name)));
        }
    }
}

/// "« Reply #1 on: July 19, 2008, 06:37:40 PM »", as SMF and YaBB head their posts.
fn is_guillemeted(view: &View, mention: &Mention) -> bool {
    let opens = view.symbol(view.start(), '«') && view.symbol(view.end() - 1, '»');
    let on = (view.start()..mention.tokens.start).any(|at| view.says(at, "on") && view.symbol(at + 1, ':'));
    opens && on
}

/// "by ann » Fri Mar 04, 2011 7:52 am", as phpBB heads them.
fn points_from_name(view: &View, mention: &Mention) -> bool {
    let by = view.says(view.start(), "by") && view.symbol(mention.tokens.start.wrapping_sub(1), '»');
    by && mention.tokens.end == view.end()
}

/// "Post by: Ann Lee on June 12, 2016, 08:14:22 PM", as SMF heads the posts of a thread that is to be printed: the name.
fn names_poster(view: &View, mention: &Mention) -> Option<Range<usize>> {
    let start = view.start();
    let by = view.says(start, "post") && view.says(start + 1, "by") && view.symbol(start + 2, ':');
    let on = mention
        .tokens
        .start
        .saturating_sub(usize::from(!view.says(mention.tokens.start, "on")));
    let name = start + 3..on;
    (by && view.says(on, "on") && mention.tokens.end == view.end() && !name.is_empty()).then_some(name)
}

/// "By Ann Lee on Monday, January 24 2011, 20:31", below the title of a post: the name.
fn signs_above(view: &View, mention: &Mention) -> Option<Range<usize>> {
    let on = mention
        .tokens
        .start
        .saturating_sub(usize::from(!view.says(mention.tokens.start, "on")));
    let name = view.start() + 1..on;
    let named = (1..=LONGEST_NAME).contains(&name.len())
        && name
            .clone()
            .all(|at| matches!(view.case(at), Some(Case::Capital | Case::Upper)));
    (view.says(view.start(), "by") && view.says(on, "on") && named && mention.tokens.end == view.end()).then_some(name)
}

/// "Posted: Fri Mar 04, 2011 9:05 am    Post subject: Re: Slow", as phpBB headed its posts.
fn names_subject(view: &View, mention: &Mention) -> bool {
    let posted = view.says(view.start(), "posted") && view.symbol(view.start() + 1, ':');
    let end = mention.tokens.end;
    posted && mention.tokens.start == view.start() + 2 && view.says(end, "post") && view.says(end + 1, "subject")
}

/// The number of a post, behind its stamp at the end of the line: "03-04-2011, 07:52 PM #1", "meg   March 4, 2011, 2:12pm   1".
fn count_behind(article: &Article, view: &View, mention: &Mention) -> Option<u32> {
    let last = view.end() - 1;
    if last != mention.tokens.end {
        return None;
    }
    let word = article.words(article.tokens[last].span);
    word.strip_prefix('#').unwrap_or(word).parse().ok()
}

/// What a forum tells of who writes: "Posts: 1,204" on one line, or "Messages" and "87" on two.
struct Field {
    /// The tokens of its name and of its value.
    name: Range<usize>,
    value: Range<usize>,
    blocks: Range<usize>,
}

impl Field {
    /// The field that a block is or opens.
    fn at(article: &Article, at: usize) -> Option<Self> {
        const LONGEST_NAME: usize = 2;
        let tokens = &article.blocks[at].tokens;
        let view = View::of(article, tokens);
        let named = (tokens.start + 1..=tokens.start + LONGEST_NAME + 1).find(|at| view.symbol(*at, ':'));
        let below = || article.blocks.get(at + 1).filter(|next| !next.after_gap);
        let (name, value, lines) = match named {
            Some(colon) => (tokens.start..colon, colon + 1..tokens.end, 1),
            None => (tokens.clone(), below()?.tokens.clone(), 2),
        };
        let short = name.len() <= LONGEST_NAME && !value.is_empty() && value.len() <= LONGEST_FIELD;
        short.then_some(Self {
            name,
            value,
            blocks: at..at + lines,
        })
    }

    /// "Posts: 1,204", "Joined: Mon Jan 05, 2004 9:12 pm", "Join Date: Jan 2006": what only a forum tells of who writes.
    fn is_own(&self, article: &Article) -> bool {
        let view = View::of(article, &(self.name.start..self.value.end));
        let (start, one) = (self.name.start, self.name.len() == 1);
        if one && view.says_any(start, &["posts", "messages"]) {
            return self.value.len() == 1 && view.number(self.value.start).is_some();
        }
        let joined = one && view.says_any(start, &["joined", "registered"])
            || view.says(start, "join") && view.says(start + 1, "date")
            || view.says(start, "member") && view.says(start + 1, "since");
        let dates =
            |at: usize| view.lexicon.months.begins(view.word(at)) || matches!(view.kind(at), Some(Kind::Date(_)));
        joined && self.value.clone().any(dates)
    }

    /// "Location: Leeds", beside such a field.
    fn is_other(&self, article: &Article) -> bool {
        const OTHERS: &[&str] = &[
            "location",
            "from",
            "threads",
            "topics",
            "likes",
            "liked",
            "thanks",
            "thanked",
            "reaction",
            "reputation",
            "rep",
            "karma",
            "points",
            "age",
            "gender",
            "country",
        ];
        View::of(article, &self.name).says_any(self.name.start, OTHERS)
    }
}

/// Whether a line may be a name or a rank.
fn is_name(article: &Article, block: &Block) -> bool {
    let view = View::of(article, &block.tokens);
    block.kind == BlockKind::Paragraph
        && author::pieces(&view, &block.tokens) <= LONGEST_NAME
        && !ends_in_stop(article, block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::layout::Role;
    use crate::parser::parse;

    /// Who says what at a post's own stamp.
    fn posts(text: &str) -> Vec<(String, String)> {
        let article = Article::read("thread", text.as_bytes(), None).expect("a thread can be read");
        let parsed = parse(&article);
        let told = parsed
            .statements
            .iter()
            .filter(|it| matches!(it.role, Role::Entry { .. }))
            .map(|it| (it.speaker.clone().unwrap_or_default(), it.summary.clone()));
        told.collect()
    }

    #[test]
    fn a_post_stands_below_its_stamp_and_what_is_told_of_its_author_is_none_of_it() {
        let told = [
            ("finch".to_owned(), "The pumps are down again".to_owned()),
            ("Mo Okri".to_owned(), "They are back for me".to_owned()),
        ];
        for text in [
            "Pumps?\n\nfinch\nFull Member\nPosts: 31\n\nPumps?\n« on: March 03, 2011, 07:52:18 PM »\n\nThe pumps are down again.\n\n\
             Mo Okri\nAdministrator\nPosts: 1,200\n\nRe: Pumps?\n« Reply #1 on: March 03, 2011, 08:37:40 PM »\n\nThey are back for me.\n",
            "Pumps?\n\n03-03-2011, 07:52 PM #1\nfinch\nSenior Member\nJoin Date: Jan 2006\nPosts: 31\n\nThe pumps are down again.\n\n\
             03-03-2011, 08:37 PM #2\nMo Okri\nMod\nJoin Date: Feb 2008\nPosts: 1,200\n\nThey are back for me.\n",
            "Pumps?\nHarbour\n\nfinch   March 3, 2011, 7:52pm   1\n\nThe pumps are down again.\n\n\
             Mo Okri   March 3, 2011, 8:37pm   2\n\nThey are back for me.\n",
            "Pumps?\n\nby finch » Thu Mar 03, 2011 7:52 pm\n\nThe pumps are down again.\n\nfinch\nPosts: 31\nJoined: Tue Jun 01, 2010 3:30 pm\n\n\
             by Mo Okri » Thu Mar 03, 2011 8:37 pm\n\nThey are back for me.\n\nMo Okri\nPosts: 1200\nJoined: Mon Jan 05, 2004 9:12 pm\n",
        ] {
            assert_eq!(posts(text), told, "{text}");
        }
    }

    #[test]
    fn a_field_of_another_page_is_no_profile() {
        for text in [
            "Outage at the pumps\n\nLocation: Leeds\nMessages: 300 lost since March 2011\n",
            "Posts: 12 of 40 fences fell on 3 March 2011.\n",
        ] {
            let article = Article::read("page", text.as_bytes(), None).expect("a page can be read");
            let forum = Forum::of(&article, &parse(&article).mentions);
            assert!(!forum.beside.contains(&true), "{text}");
        }
    }
}
