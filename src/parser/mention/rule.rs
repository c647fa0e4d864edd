//! Lengths that a rule, a contract or a guarantee names: "when an outage lasts at least half an hour", "43 minutes of
//! downtime a month", "any fault lasting more than a minute", and how often: "the second halt in a day".
//!
//! One would get wrong that they measure the outage, whose own length nobody tells in the present, of any, or by the month.

use crate::article::token::Kind;
use crate::lexicon::unit::Unit;
use crate::parser::time::expression::{Expression, Length, Timex};
use crate::parser::time::view::View;

/// Words from "any" to the length, or from "to report" to it.
const FURTHEST: usize = 12;

/// Of whatever outage there may be.
const ANY: &[&str] = &["any", "every", "each", "such"];

/// What opens the case of a rule.
const CASE: &[&str] = &[
    "when", "whenever", "if", "unless", "where", "once", "any", "every", "each",
];

/// Whether a length from `start` to `end` is that of a rule, or tells how often something came.
pub(super) fn names(view: &View, (start, end): (usize, usize), length: Length) -> bool {
    is_of_any(view, start) || is_rate(view, end) || is_how_often(view, start, length)
}

/// Whether a sentence asks for what is to be done with any outage: "to report any fault lasting more than a minute".
pub fn is_asked_of_any(view: &View, timexes: &[Timex]) -> bool {
    let from = timexes.partition_point(|it| it.tokens.start < view.start());
    let own = timexes[from..].iter().take_while(|it| it.tokens.start < view.end());
    let length = |it: &&Timex| matches!(it.expression, Expression::Length(_));
    own.into_iter()
        .filter(length)
        .any(|it| is_of_any(view, it.tokens.start))
}

/// "If service is lost and that lasts more than an hour", "any fault lasting more than five minutes", "to report any of
/// them within one hour"
fn is_of_any(view: &View, start: usize) -> bool {
    const LEAD: usize = 4;
    let near = start.saturating_sub(LEAD).max(view.start())..start;
    let mut clause = start.saturating_sub(FURTHEST).max(view.start())..start;
    let generic = || clause.clone().any(|at| view.says_any(at, CASE));
    let lasts = near.clone().any(|at| view.says_any(at, &["lasts", "exceeds"])) && generic();
    let any = |at: usize| view.says_any(at, ANY);
    let lasting = near
        .clone()
        .find(|at| view.says_any(*at, &["lasting", "exceeding", "over"]));
    let of_any = lasting.is_some_and(|it| (clause.start..it).any(any));
    let reports = |at: usize| {
        view.says_any(at, &["report", "notify", "disclose", "declare", "log", "file"])
            && view.says_any(at.wrapping_sub(1), &["to", "must", "shall", "should"])
            || view.says_any(at, &["report", "notify", "disclose"]) && view.says_any(at + 1, ANY)
    };
    let within = near.into_iter().any(|at| view.says(at, "within"));
    let told = within && clause.find(|at| reports(*at)).is_some_and(|it| (it..start).any(any));
    // "Paid only where a line is not repaired within two working days"
    let present = |at: usize| view.says_any(at, &["is", "are", "isn't", "aren't", "isn’t", "aren’t"]);
    let case = (view.start()..start).find(|at| view.says_any(*at, &["where", "if", "unless", "whenever"]));
    let unmet = within && case.is_some_and(|it| (it..start).any(present));
    lasts || of_any || told || unmet
}

/// "43 minutes of downtime a month", "at most nine hours per year"
fn is_rate(view: &View, end: usize) -> bool {
    let of = view.says(end, "of") && matches!(view.kind(end + 1), Some(Kind::Word { .. }));
    let at = end + 2 * usize::from(of);
    let each = view.says_any(at, &["a", "an", "per", "each", "every"]);
    let unit = view.meaning(&view.lexicon.units, at + 1);
    // "Down for three hours a day after the launch"
    let laid_off = view.says_any(at + 2, &["after", "before", "later", "earlier", "ago"]);
    each && !laid_off && unit.is_some_and(|unit| unit >= Unit::Day)
}

/// "The second halt in a day", "twice in two weeks"
fn is_how_often(view: &View, start: usize, length: Length) -> bool {
    const TIMES: &[&str] = &[
        "second", "third", "fourth", "fifth", "twice", "thrice", "times", "last", "latest",
    ];
    let from = start.saturating_sub(FURTHEST).max(view.start());
    length.finest() >= Unit::Day && view.after_any(start, &["in"]) && (from..start).any(|at| view.says_any(at, TIMES))
}
