//! Parts of a day that stand without one, and those behind a day or a clock.
//!
//! One would get wrong that "night" in "night shift" dates nothing: a part stands alone only behind a determiner or
//! a preposition of time.

use super::date;
use super::day;
use super::expression::PartOfDay;
use super::family::Family;
use super::view::View;
use crate::article::token::{Case, Kind};
use crate::lexicon::prose::Function;
use crate::lexicon::time::Edge;

/// This family.
pub const FAMILY: Family = Family {
    name: "parts of a day",
    what: "Monday evening, the early hours of Friday, mid-morning, by teatime, at lunchtime, overnight",
    found: &[
        ("It failed on [Friday evening].", "2021-10-01TEV"),
        ("It failed in [the early hours of Friday].", "2021-10-01TMO"),
        (
            "It has been down since [the early hours of this morning].",
            "2021-10-04TMO",
        ),
        ("It failed in [the small hours of Friday morning].", "2021-10-01TMO"),
        ("It came back by [lunchtime].", "2021-10-04TMI"),
        ("It failed [yesterday morning].", "2021-10-03TMO"),
        ("It failed [overnight].", "2021-10-03TNI"),
        ("The rain will ease [overnight].", "2021-10-04TNI"),
        ("It failed [overnight on Friday].", "2021-10-01TNI"),
        (
            "It failed [overnight], it worked on [Friday].",
            "2021-10-03TNI 2021-10-01",
        ),
        ("It failed in [the afternoon].", "2021-10-04TAF"),
        ("It peaked [mid-morning].", "2021-10-04TMO"),
        ("It peaked in [the late afternoon].", "2021-10-04TAF"),
        ("It failed before [dawn].", "2021-10-04TMO"),
        ("It failed at [the start of business].", "2021-10-04TMO"),
        ("It failed on [the night of October 2].", "2021-10-02TNI"),
        ("Start: [afternoon of October 2].", "2021-10-02TAF"),
        ("It cut the [morning] peak short.", "2021-10-04TMO"),
        ("It was [a bad night] for the crew.", "2021-10-04TNI"),
        ("It failed on the hot, dry [afternoon of October 2].", "2021-10-02TAF"),
        ("It failed [early in the evening].", "2021-10-04TEV"),
        ("[Evening]: The last pumps come back.", "2021-10-04TEV"),
        ("By [breakfast time on Sunday] it was back.", "2021-10-03TMO"),
    ],
    never: &[
        "The night shift took over.",
        "Good morning, everyone.",
        "The morning show was off the air.",
        "He is a morning person.",
        "They had lunch.",
        "They had breakfast.",
        "The Evening Standard wrote so.",
    ],
};

/// A part of a day, "the" and an edge before it taken in; with the position after it. `joined` where a day or a
/// clock stands before it, so that it needs no lead of its own.
pub fn part(view: &View, at: usize, joined: bool) -> Option<(PartOfDay, usize)> {
    let mut here = at;
    let the = view.says(here, "the");
    // "the night before"
    if the && day::neighbouring_part(view, at).is_some() {
        return None;
    }
    let a = !joined && view.says_any(here, &["a", "an", "one"]);
    if the || a {
        here += 1;
        // "the late morning peak", "a bad night": what describes something else, and what is described.
        if describes(view, at, here) {
            return None;
        }
    }
    if a && view.is_free_word(here) && view.lexicon.parts.begins(view.word(here + 1)) {
        here += 1;
    }
    let (edge, after_edge) = match view.phrase(&view.lexicon.edges, here) {
        Some((edge, next)) => (
            Some(edge),
            if view.symbol(next, '-') && view.touches(next) {
                next + 1
            } else {
                next
            },
        ),
        None => (None, here),
    };
    // "early in the morning", "late in the evening"
    let inner = if edge.is_some() && view.says(after_edge, "in") && view.says(after_edge + 1, "the") {
        after_edge + 2
    } else {
        after_edge
    };
    let inner = if edge.is_some() && view.says(inner, "the") {
        inner + 1
    } else {
        inner
    };
    // "the small hours", "the wee hours" hold their own edge, and "early hours" would be taken apart by it.
    let (word, own_edge, next) = view
        .phrase(&view.lexicon.parts, here)
        .map(|(word, next)| (word, None, next))
        .or_else(|| {
            let behind_edge = (inner != here)
                .then(|| view.phrase(&view.lexicon.parts, inner))
                .flatten();
            behind_edge.map(|(word, next)| (word, edge, next))
        })?;
    if view.glued_right(next - 1) || (view.glued_left(at) && !joined && edge.is_none()) {
        return None;
    }
    let plural = view.text(next - 1).ends_with('s') && !view.says_any(next - 1, &["hours", "business"]);
    // "During the nights of 25th and 26th January": the first of them.
    let dated = the && view.says(next, "of") && view.number(next + 1).is_some();
    if plural && !joined && !dated {
        return None;
    }
    if a && (word.doubtful || edge.is_some() || noun_follows(view, next)) {
        return None;
    }
    let led = the
        || a
        || joined
        || described(view, at, next)
        || of_day(view, next)
        || own_edge.is_some()
        || labels(view, at, next)
        || view.says(next, "of") && date::date(view, next + 1).is_some()
        || view.after_any(
            at,
            &[
                "at",
                "by",
                "before",
                "until",
                "till",
                "since",
                "around",
                "after",
                "that",
                "this",
                "in",
                "of",
                "during",
                "about",
                "towards",
                "through",
                "next",
                "following",
            ],
        );
    if matches!(own_edge, Some(Edge::Earlier | Edge::Later)) {
        return None;
    }
    // "the Evening Standard", "Good Morning Britain"
    let word_at = next - 1;
    let name = !joined
        && view.case(word_at) == Some(Case::Capital)
        && view.case(next) == Some(Case::Capital)
        && !view.lexicon.weekdays.begins(view.word(next))
        && !view.lexicon.months.begins(view.word(next))
        && view
            .before(word_at)
            .is_some_and(|b| matches!(view.kind(b), Some(Kind::Word { .. })));
    if name {
        return None;
    }
    // Between a determiner and its noun: "the morning peak".
    if !led || names_a_thing(view, next) && !joined || word.doubtful && (the || view.says(at.wrapping_sub(1), "the")) {
        return None;
    }
    Some((
        PartOfDay {
            part: word.part,
            edge: own_edge.or(word.edge),
        },
        next,
    ))
}

/// Whether "the" at `at` belongs to what the part at `part` describes: "the morning peak", not "in the morning peak
/// traffic built up".
fn describes(view: &View, at: usize, part: usize) -> bool {
    let adverbial = view.after_any(
        at,
        &[
            "in",
            "during",
            "by",
            "until",
            "of",
            "through",
            "throughout",
            "into",
            "since",
            "for",
            "before",
            "after",
            "all",
            "over",
        ],
    );
    !adverbial
        && view
            .phrase(&view.lexicon.parts, part)
            .is_some_and(|(_, next)| noun_follows(view, next))
}

/// "Evening: the last pumps come back", among lines that open with clocks.
fn labels(view: &View, at: usize, next: usize) -> bool {
    at == view.start() && view.symbol(next, ':') && view.case(next + 1).is_some_and(|case| case != Case::Lower)
}

/// Whether the part stands between a determiner and the noun that it describes.
fn described(view: &View, at: usize, next: usize) -> bool {
    noun_follows(view, next)
        && view.case(at) == Some(Case::Lower)
        && view.before(at).is_some_and(|b| {
            view.meaning(&view.lexicon.function_words, b) == Some(Function::Determiner)
                || view.says_any(b, &["'s", "’s"])
        })
}

/// "The hot, humid afternoon of Aug. 14": whether a day behind the part tells which.
fn of_day(view: &View, at: usize) -> bool {
    let day = view.word(at + 1);
    view.says(at, "of") && (view.lexicon.months.begins(day) || view.lexicon.weekdays.begins(day))
}

/// Whether a noun stands at a position: a word that no table of ours has.
fn noun_follows(view: &View, at: usize) -> bool {
    view.case(at) == Some(Case::Lower)
        && view.meaning(&view.lexicon.function_words, at).is_none()
        && view.meaning(&view.lexicon.tenses, at).is_none()
        && !view.text(at).ends_with("ed")
        && !view.text(at).ends_with("ly")
        && view.text(at).len() > 2
        && view.meaning(&view.lexicon.edges, at).is_none()
        && view.meaning(&view.lexicon.deictics, at).is_none()
}

/// "night shift", "morning show": a noun follows that the part describes.
fn names_a_thing(view: &View, at: usize) -> bool {
    match view.kind(at) {
        Some(Kind::Word { .. }) => {
            view.case(at) == Some(Case::Lower)
                && view.meaning(&view.lexicon.function_words, at).is_none()
                && view.says_any(
                    at,
                    &[
                        "shift", "shifts", "show", "prayers", "owl", "person", "people", "mode", "vision", "sickness",
                        "star", "dress", "gown", "class", "classes", "porter", "watch", "watchman", "bus", "club",
                        "news", "edition", "papers", "service", "traffic", "flight", "flights", "break", "team",
                        "crew", "school", "train", "trains", "sky",
                    ],
                )
        }
        _ => false,
    }
}

/// What is done early or late by the measure of other days, whatever the hour.
const OPENING: &[&str] = &[
    "close", "closed", "closes", "closing", "open", "opened", "opens", "opening", "shut", "finished", "finish",
];

/// Early, late or mid in front of a day; with the position after it. "early Tuesday", "late on Tuesday",
/// "mid-September", "the end of the month".
pub fn edge(view: &View, at: usize) -> Option<(Edge, usize)> {
    let (edge, next) = view.phrase(&view.lexicon.edges, at)?;
    // "Shops closed early on Friday": sooner than they do on others.
    if matches!(edge, Edge::Early | Edge::Late) && view.after_any(at, OPENING) && next == at + 1 {
        return None;
    }
    // "two hours late on Wednesday"
    if view.says(next, "on")
        && view
            .before(at)
            .is_some_and(|b| view.meaning(&view.lexicon.units, b).is_some())
    {
        return None;
    }
    let next = if view.symbol(next, '-') && view.touches(next) {
        next + 1
    } else {
        next
    };
    let next = if view.says_any(next, &["on", "in"]) && next == at + 1 {
        next + 1
    } else {
        next
    };
    Some((edge, next))
}
