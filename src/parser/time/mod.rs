//! The grammar of time over tokens: one family of expressions a file, its examples beside it.
//!
//! One would get wrong the order: at each place the longest reading wins, a set before the length in it, a shift
//! before its length, a point before a bare length.

pub mod apart;
pub mod beside;
pub mod clock;
mod clock_figures;
mod clock_words;
pub mod date;
mod date_figures;
pub mod day;
pub mod days;
pub mod decade;
mod determined;
pub mod expression;
pub mod family;
pub mod holiday;
pub mod length;
mod month;
pub mod number;
pub mod part;
pub mod point;
pub mod quarter;
pub mod season;
pub mod set;
pub mod shift;
pub mod stamp;
pub mod vague;
pub mod view;
pub mod week;
pub mod weekday;
pub mod year;
pub mod zone;

use std::ops::Range;

use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::Opens;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::Function;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use expression::{Day, Expression, Timex};
use family::Family;
use view::View;

/// Every family, in the order in which the documentation shows them.
pub const FAMILIES: &[Family] = &[
    clock::FAMILY,
    zone::FAMILY,
    date::FAMILY,
    year::FAMILY,
    day::FAMILY,
    holiday::FAMILY,
    beside::FAMILY,
    season::FAMILY,
    quarter::FAMILY,
    week::FAMILY,
    decade::FAMILY,
    part::FAMILY,
    length::FAMILY,
    number::FAMILY,
    shift::FAMILY,
    apart::FAMILY,
    set::FAMILY,
    stamp::FAMILY,
    vague::FAMILY,
];

/// All time expressions of an article, in text order, none overlapping.
pub fn expressions(article: &Article) -> Vec<Timex> {
    let mut out = Vec::new();
    for block in &article.blocks {
        in_range(article, block.tokens.clone(), &mut out);
    }
    out
}

/// The time expressions of a range of tokens.
fn in_range(article: &Article, tokens: Range<usize>, out: &mut Vec<Timex>) {
    let view = View::of(article, &tokens);
    let mut at = tokens.start;
    while at < tokens.end {
        match expression(&view, at) {
            Some((timex, next)) => {
                out.push(timex);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
}

/// Whether anything can begin with the token, a cheap look before the grammar is tried.
fn may_begin(view: &View, at: usize) -> bool {
    match view.kind(at) {
        Some(Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)) => true,
        Some(Kind::Word { id, .. }) => {
            let opens = view.lexicon.opens(id);
            opens.by_itself() || opens.any(Opens::LEADS) && (at + 1..at + 1 + LEAD).any(|next| strong(view, next))
        }
        Some(Kind::Symbol('\'' | '’' | '‘')) => matches!(view.kind(at + 1), Some(Kind::Number(_))),
        Some(Kind::Symbol(c)) => matches!(c, '~' | '+' | '½' | '¼' | '¾'),
        _ => false,
    }
}

/// Whether a family is worth a try at a position: a word opens few of them, a clock or a date none but points, a
/// number all.
fn tries(view: &View, at: usize, family: Opens) -> bool {
    match view.kind(at) {
        Some(Kind::Word { id, .. }) => view.lexicon.opens(id).any(family),
        Some(Kind::Clock(_) | Kind::Date(_)) => family == Opens::POINT,
        _ => true,
    }
}

/// Words between a determiner or a hedge and what it leads, and one: "the long bank holiday".
const LEAD: usize = 3;

/// Whether the token opens an expression by itself.
fn strong(view: &View, at: usize) -> bool {
    match view.kind(at) {
        Some(Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)) => true,
        Some(Kind::Word { id, .. }) => {
            let opens = view.lexicon.opens(id);
            opens.by_itself() || opens.any(Opens::GOES_ON)
        }
        Some(Kind::Symbol(c)) => matches!(c, '½' | '¼' | '¾' | '\'' | '’' | '‘'),
        _ => false,
    }
}

/// The longest expression at a position, with the position after it.
fn expression(view: &View, at: usize) -> Option<(Timex, usize)> {
    if !may_begin(view, at) {
        return None;
    }
    if let Some((later, length, next)) = stamp::from_zero(view, at) {
        return Some((
            Timex {
                tokens: at..next,
                expression: Expression::FromZero { length, later },
                hedge: None,
                faint: false,
            },
            next,
        ));
    }
    let (hedge, start) = inside_hedge(view, at);
    let mut found = plain(view, start);
    // What reads only without its hedge is read when its own turn comes.
    if let Some((timex, next)) = &mut found {
        if let Some(hedge) = hedge {
            // "over the next two days" is when, not how much.
            let stretch = view.says(at, "over")
                && view.meaning(&view.lexicon.function_words, start) == Some(Function::Determiner)
                && !view.says_any(start, &["a", "an"]);
            if stretch || !stands_inside(view, at, hedge, &timex.expression) {
                return None;
            }
            timex.tokens.start = at;
            timex.hedge = Some(hedge);
        }
        timex.faint = faint(view, start, timex);
        if let Some((trailing, end)) = trailing_hedge(view, *next) {
            timex.hedge = timex.hedge.or(Some(trailing));
            timex.tokens.end = end;
            *next = end;
        }
    }
    found
}

/// An expression without a hedge.
fn plain(view: &View, at: usize) -> Option<(Timex, usize)> {
    let of = |expression, next| {
        (
            Timex {
                tokens: at..next,
                expression,
                hedge: None,
                faint: false,
            },
            next,
        )
    };
    let tries = |family: Opens| tries(view, at, family);
    // Of equal lengths the first counts: a set before the length in it, a shift before its length.
    let mut best: Option<(Timex, usize)> = None;
    let mut offer = |found: Option<(Timex, usize)>| {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.1 > best.1)
        {
            best = Some(found);
        }
    };
    // Sets and lengths begin with the same counts.
    let count = if tries(Opens::SET) || tries(Opens::LENGTH) {
        number::count(view, at)
    } else {
        None
    };
    if tries(Opens::SET) {
        offer(set::set(view, at, count).map(|(e, next)| of(e, next)));
    }
    let length = if tries(Opens::LENGTH) {
        length::counted(view, at, count)
    } else {
        None
    };
    if let Some((length, next)) = length {
        offer(apart::apart(view, at, length, next).map(|(day, next)| point::from_day(view, at, day, next)));
        offer(shift::shift(view, length, next).map(|(e, next)| of(e, next)));
    }
    if tries(Opens::POINT) {
        offer(point::point(view, at));
    }
    if tries(Opens::VAGUE) {
        offer(vague::vague(view, at).map(|(when, start, next)| {
            let (mut timex, next) = of(Expression::Vague(when), next);
            timex.tokens.start = start;
            (timex, next)
        }));
    }
    offer(length.map(|(length, next)| of(Expression::Length(length), next)));
    best
}

/// A hedge that belongs inside the expression ("about six hours"), not "around", which is a preposition before a
/// clock; with the position after it.
fn inside_hedge(view: &View, at: usize) -> (Option<Hedge>, usize) {
    if view.symbol(at, '~') && !view.glued_left(at) {
        return (Some(Hedge::About), at + 1);
    }
    match view.phrase(&view.lexicon.hedges, at) {
        Some((hedge, next))
            if !matches!(hedge, Hedge::ShortlyBefore | Hedge::ShortlyAfter) && !view.says(at, "around") =>
        {
            // "circa", "ca." and "approx." keep their dot.
            let next = view.skip_dot(next);
            // "roughly around noon", "about a"
            (Some(hedge), next)
        }
        _ => (None, at),
    }
}

/// Whether an expression, which begins at `at` behind its hedge, only names a stretch.
fn faint(view: &View, at: usize, timex: &Timex) -> bool {
    match &timex.expression {
        Expression::Point(point) if point.clock.is_none() && point.edge.is_none() => match point.day {
            None => view.says_any(at, &["a", "an", "one"]),
            Some(Day::Unit { .. } | Day::Weekend(Picker::This)) => {
                timex.tokens.end <= at + 3
                    && view.says(at, "the")
                    // "Services came back throughout the day": they did so on it.
                    && !view.after_any(at, &["throughout"])
                    && !view.lexicon.pickers.begins(view.word(at + 1))
                    && (view
                        .meaning(&view.lexicon.units, at + 1)
                        .is_some_and(|u| u != Unit::Weekend)
                        && !view.says_any(at + 2, &["before", "after"])
                        || timex.tokens.end == at + 3
                            && !view.says_any(at + 2, &["before", "after"])
                            // "Moved over the long weekend", but "a record, thanks to the free weekend".
                            && !view.after_any(at, &["over", "during"]))
            }
            Some(Day::Date(date)) => {
                date.month.is_none()
                    && date.day.is_none()
                    && !dates_trouble(view, at, timex.tokens.end)
                    && !view.after_any(
                        at,
                        &[
                            "in", "since", "of", "by", "until", "from", "during", "before", "after", "through",
                            "between", "late", "early",
                        ],
                    )
            }
            _ => false,
        },
        Expression::Length(_) => {
            view.says(timex.tokens.end - 1, "long") || view.says(at, "the") && view.says(at + 1, "hour")
        }
        _ => false,
    }
}

/// "Fined over a 2019 outage", "in the 2019 blackout": the year is the outage's.
fn dates_trouble(view: &View, at: usize, end: usize) -> bool {
    let led = view.after_any(at, &["a", "an", "the", "its", "their", "that", "this"]);
    led && view.noun(end) == Some(Thing::Trouble)
}

/// Whether a hedge is a part of the expression behind it: every one is of a length, but "around noon", "over the
/// weekend", "towards evening" open with a preposition, and "only today" with an adverb.
fn stands_inside(view: &View, at: usize, hedge: Hedge, expression: &Expression) -> bool {
    match expression {
        Expression::Length(_) | Expression::Shift { .. } => {
            !view.says_any(at, &["only", "maybe", "perhaps", "probably"])
        }
        Expression::Point(_) => match hedge {
            Hedge::About => {
                view.says_any(at, &["about", "approximately", "approx", "roughly", "circa", "ca"])
                    || view.symbol(at, '~')
            }
            Hedge::Nearly => view.says_any(at, &["nearly", "almost"]),
            Hedge::AtLeast => view.says(at, "at"),
            _ => false,
        },
        Expression::Set(_) => view.says_any(at, &["about", "approximately", "roughly", "almost", "nearly"]),
        _ => false,
    }
}

/// "ish", "or so" behind an expression.
fn trailing_hedge(view: &View, at: usize) -> Option<(Hedge, usize)> {
    let here = if view.symbol(at, '-') && view.touches(at) {
        at + 1
    } else {
        at
    };
    let (hedge, next) = view.phrase(&view.lexicon.trailing_hedges, here)?;
    (!view.says(here, "ish") || view.touches(here)).then_some((hedge, next))
}
