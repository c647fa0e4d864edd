//! What stands below a picture, and whose it is.
//!
//! One would get wrong to date a happening by it: a stock picture has a day of its own.

use crate::article::Article;
use crate::article::block::Block;
use crate::article::token::Case;

use super::layout::skip_marks;
use super::mention::{Mention, Time};
use super::time::expression::Day;
use super::time::view::View;

/// Photo captions, credits and copyright lines.
pub(super) fn caption_or_credit(view: &View) -> bool {
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
    let pictured = (view.start()..view.end().min(view.start() + 12))
        .any(|i| view.says(i, "pictured") && view.after_any(i, &["is", "are"]));
    opens || closes || copyright || pictured || closes_with_credit(view)
}

/// "A pylon is shown on 3 May 2016. (Ada Moss/The River Press)", "… in this picture taken May 3, 2016": when a picture was
/// taken is no date of the text's.
pub(super) fn tells_picture(view: &View) -> bool {
    let of_picture = |i: usize| {
        view.says_any(i, &["taken", "dated", "photo", "photograph", "picture", "image"])
            && (view.after_any(i, &["file"])
                || view.says_any(i, &["taken", "dated"])
                    && view.after_any(
                        i,
                        &["illustration", "photo", "photograph", "picture", "image", "screenshot"],
                    ))
    };
    closes_with_credit(view) || (view.start()..view.end()).any(of_picture)
}

/// "(THE RIVER PRESS / Ada Moss)": whose picture stands above the line.
fn closes_with_credit(view: &View) -> bool {
    const LONGEST_CREDIT: usize = 9;
    let last = view.end() - 1;
    let floor = view.end().saturating_sub(LONGEST_CREDIT).max(view.start());
    let Some(open) = (floor..last)
        .find(|i| view.symbol(*i, '('))
        .filter(|_| view.symbol(last, ')'))
    else {
        return false;
    };
    let slashes = (open + 1..last).filter(|i| view.symbol(*i, '/')).count();
    let name = |i: usize| view.symbol(i, '/') || matches!(view.case(i), Some(Case::Upper | Case::Capital));
    open > floor && slashes == 1 && last > open + 4 && (open + 1..last).all(name)
}

/// "Cars queue at a bridge on Monday, Nov. 16, 2015, in Lawton, Okla.": a weekday, a year and a place close the one
/// sentence of a caption, as agencies write it.
pub(super) fn is_caption(article: &Article, view: &View, block: &Block, mention: &Mention) -> bool {
    const LONGEST_PLACE: usize = 8;
    let whole = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.weekday.is_some() && date.year.is_some()));
    let alone = article.sentences[mention.sentence].tokens.end == block.tokens.end;
    let end = mention.tokens.end;
    whole
        && alone
        && mention.tokens.start > block.tokens.start + 2
        && view.symbol(end, ',')
        && view.says(end + 1, "in")
        && view.case(end + 2) == Some(Case::Capital)
        && block.tokens.end <= end + LONGEST_PLACE
}
