//! Who wrote a post, by the line above it: "Posted by Ann on 3 May 2021 9:15", "ann commented on 3 May 2021 9:15".
//!
//! One would get wrong to end the name at its first word, or to read it for a service: it stands above every post.

use std::ops::Range;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::token::{Case, Kind};

use super::layout::{Layout, ends_in_stop, skip_marks};
use super::time::view::View;

/// Words behind a name, which say that its words follow.
const SAYS: &[&str] = &["commented", "replied", "wrote", "writes", "answered", "posted"];

/// Words and marks at most of a name: "J. van der Meer".
const LONGEST_NAME: usize = 6;

/// Tokens at most of a line that says whose words follow.
const LONGEST_LINE: usize = 28;

/// The tokens of the name in a line that says whose words follow.
pub(super) fn named(article: &Article, block: usize) -> Option<Range<usize>> {
    let view = View::of(article, &article.blocks[block].tokens);
    let start = skip_marks(&view, view.start());
    if view.end() - view.start() > LONGEST_LINE {
        return None;
    }
    let name = (start..view.end()).find_map(|at| {
        if by(&view, at) {
            let end = (at + 1..view.end())
                .find(|at| ends_name(&view, *at))
                .unwrap_or(view.end());
            return Some(at + 1..end);
        }
        (at > start && view.says_any(at, SAYS) && !by(&view, at + 1)).then_some(start..at)
    })?;
    // "ann (Member) commented on …"
    let badge = |at: &usize| view.symbol(*at, '(') && (*at + 1..name.end).any(|at| view.says_any(at, BADGES));
    let name = name.start..name.clone().find(badge).unwrap_or(name.end);
    // "**@ann** commented on …"
    let mark = |at: &usize| view.symbol_any(*at, &['*', '_', '`']);
    let end = name.clone().rev().find(|at| !mark(at)).map_or(name.start, |at| at + 1);
    let name = name.start..end;
    (1..=LONGEST_NAME).contains(&pieces(&view, &name)).then_some(name)
}

/// The words and marks of a line, what hangs together counted once: "u/harbour_master_9".
pub(super) fn pieces(view: &View, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .filter(|at| !view.touches(*at) || *at == tokens.start)
        .count()
}

/// What a host writes beside a comment: what its author is there, and that it was changed.
const BADGES: &[&str] = &[
    "member",
    "contributor",
    "author",
    "owner",
    "collaborator",
    "maintainer",
    "edited",
];

/// "Member", "Contributor Author", "edited", on a line of its own: a badge of who wrote, and none of the words.
pub(super) fn is_badge(article: &Article, block: usize) -> bool {
    const MOST: usize = 3;
    let tokens = &article.blocks[block].tokens;
    let view = View::of(article, tokens);
    let badge =
        |at: usize| view.says_any(at, BADGES) || matches!(view.kind(at), Some(Kind::Symbol('•' | '·' | '(' | ')')));
    tokens.len() <= MOST && tokens.clone().all(badge)
}

/// What a page sets beside a post for its readers to press.
const BUTTONS: &[&str] = &[
    "parent",
    "prev",
    "next",
    "root",
    "link",
    "permalink",
    "direct",
    "reply",
    "quote",
    "report",
    "share",
    "hide",
    "flag",
    "favorite",
    "context",
    "collapse",
    "more",
];

/// Whether words are the buttons beside a post, "| parent | prev | next [–]", one at least and none besides.
pub(super) fn are_buttons(view: &View, words: Range<usize>) -> bool {
    let symbol = |at: usize| matches!(view.kind(at), Some(Kind::Symbol(_)));
    let marked = view.symbol_any(words.start, &['|', '·', '•', '-', '–', '—']);
    marked && words.clone().any(|at| !symbol(at)) && words.clone().all(|at| symbol(at) || view.says_any(at, BUTTONS))
}

/// The position behind a mark that a comment was changed or what its author is there: "• edited", "(edited)", "· *Maintainer*",
/// or the mark alone where the word stands below it; and behind the line's marks of emphasis.
pub(super) fn behind_badges(view: &View, mut at: usize) -> usize {
    while view.symbol_any(at, &['•', '·', '(', ')', '*', '_']) || view.says_any(at, BADGES) {
        at += 1;
    }
    at
}

/// "Posted by", "Comment 4 by", "by ann »".
fn by(view: &View, at: usize) -> bool {
    let pointed = || at == view.start() && (at + 2..=at + 1 + LONGEST_NAME).any(|at| view.symbol(at, '»'));
    let counted = || {
        let count = at.wrapping_sub(1);
        let number = view.number(count).is_some() || view.text(count).starts_with('#');
        number && view.says_any(count.wrapping_sub(1), &["comment", "reply", "post", "note"])
    };
    view.says(at, "by")
        && (pointed() || view.says_any(at.wrapping_sub(1), &["posted", "written", "submitted"]) || counted())
}

/// What stands behind a name: "on", a mark, the stamp.
fn ends_name(view: &View, at: usize) -> bool {
    view.says_any(at, &["on", "at"])
        || view.symbol_any(at, &[',', '·', '|', '•', '(', '[', '—', '–', ':', '»'])
        || view.symbol(at, '-') && !view.touches(at)
        || matches!(view.kind(at), Some(Kind::Date(_) | Kind::Clock(_) | Kind::Number(_))) && !view.touches(at)
        || view.lexicon.weekdays.begins(view.word(at))
        || view.lexicon.months.begins(view.word(at))
}

/// Who wrote the post that a block stands in: the line above it says so, or the block itself does.
pub(super) fn of_block(article: &Article, layout: &Layout, block: usize) -> Option<String> {
    let at = *layout.day_stamps.iter().rfind(|at| **at <= block)?;
    // What is done with an issue is no post's word.
    if layout.forum.acts.iter().any(|act| (at..=block).contains(act)) {
        return None;
    }
    let heading = |at: usize| matches!(article.blocks[at].kind, BlockKind::Heading(_));
    if (at + 1..=block).any(heading) {
        return None;
    }
    let below = || {
        lines_below(article, at)
            .next()
            .map(|name| article.blocks[name].tokens.clone())
    };
    let of_forum = || layout.forum.author(at);
    let name = article.span_of(named(article, at).or_else(of_forum).or_else(below)?)?;
    Some(article.words(name).trim_start_matches('@').to_owned())
}

/// Whether a block is one of the lines that say who wrote the post in which it stands.
pub(super) fn heads_post(article: &Article, layout: &Layout, block: usize) -> bool {
    let above = layout.day_stamps.iter().rfind(|at| **at < block);
    above.is_some_and(|at| lines_below(article, *at).contains(&block))
}

/// The blocks below the stamp of a numbered post that say who wrote it, and what they are there: "08-11-2011, 06:42 PM #1",
/// "ann_lee", "Senior Member". What stands last below the stamp is the post.
pub(super) fn lines_below(article: &Article, stamp: usize) -> Range<usize> {
    const MOST: usize = 4;
    let from = stamp + 1;
    let last = article.blocks[stamp].tokens.end - 1;
    let numbered = is_count(article.words(article.tokens[last].span));
    let hangs = |at: usize| article.blocks.get(at).is_some_and(|block| !block.after_gap);
    let names = |at: &usize| {
        let block = &article.blocks[*at];
        let view = View::of(article, &block.tokens);
        let title = |at: usize| !matches!(view.case(at), Some(Case::Lower));
        let short = block.kind == BlockKind::Paragraph && pieces(&view, &block.tokens) <= LONGEST_NAME;
        hangs(*at)
            && hangs(at + 1)
            && short
            && !ends_in_stop(article, block)
            && (*at == from || block.tokens.clone().all(title))
    };
    let lines = (from..article.blocks.len()).take(MOST).take_while(names);
    from..from + lines.filter(|_| numbered).count()
}

/// "#4", which forums write beside a post.
pub(super) fn is_count(word: &str) -> bool {
    let count = word.strip_prefix('#').filter(|count| !count.is_empty());
    count.is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_above_a_post_names_who_wrote_it() {
        let told = |line: &str| {
            let article = Article::read("post", line.as_bytes(), None).expect("a line can be read");
            let name = named(&article, 0).and_then(|name| article.span_of(name));
            name.map(|span| article.words(span).to_owned())
        };
        for (line, name) in [
            ("Posted by Nadia Orr on Tue Oct 7, 2025 10:40 am", "Nadia Orr"),
            ("by quill_9 » Tue Oct 7, 2025 10:40 am", "quill_9"),
            ("posted by quill · 7 October 2025 10:40", "quill"),
            ("r/mill · Posted by u/quill 3 hr. ago", "u/quill"),
            ("Posted by u/quill_of_the_mill_9 3 hours ago", "u/quill_of_the_mill_9"),
            ("mira-k commented on Oct 7, 2025, 9:02 AM", "mira-k"),
            ("Comment #4 by ann.l, 7 October 2025, 9:02 AM", "ann.l"),
            ("**@mira-k** commented on Oct 7, 2025, 9:02 AM", "@mira-k"),
            ("mira-k (Member) commented on Oct 7, 2025 · edited", "mira-k"),
            ("Ann Lee wrote on 7 October 2025 at 9:02:", "Ann Lee"),
        ] {
            assert_eq!(told(line).as_deref(), Some(name), "{line}");
        }
        for line in [
            "Updated on 7 October 2025 at 9:02",
            "Caused by a cable on 7 October 2025",
            "The utility of the whole of the upper and lower harbour replied on 7 October",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }

    #[test]
    fn a_badge_is_none_of_the_words() {
        let badge = |line: &str| {
            let article = Article::read("badge", line.as_bytes(), None).expect("a line can be read");
            is_badge(&article, 0)
        };
        for line in ["Member", "Contributor Author", "edited"] {
            assert!(badge(line), "{line}");
        }
        for line in ["Owner was paged", "Members", "Fixed"] {
            assert!(!badge(line), "{line}");
        }
    }

    #[test]
    fn who_wrote_a_post_says_what_it_tells() {
        let text = "Posted by quill on 7 October 2025 10:12\nMails have bounced since 9:50.\n\nPosted by Nadia Orr on 7 October 2025 10:40\nBack.\n";
        let article = Article::read("posts", text.as_bytes(), None).expect("posts can be read");
        let told = crate::parser::parse(&article).statements;
        let told: Vec<_> = told
            .iter()
            .map(|it| (it.speaker.as_deref(), it.summary.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Some("quill"), "Mails have bounced since 9:50"),
                (Some("quill"), "Mails have bounced"),
                (Some("Nadia Orr"), "Back"),
            ]
        );
    }
}
