//! Things that are called by a time: "from the 03:00 snapshot", "the 9 a.m. briefing deck", "on the 07:15 train".
//!
//! One would get wrong that the time dates what is done with them; and that every noun behind a clock is such a thing:
//! "the 14:00 deploy" happened then, and so did what "the 03:00 backup" did itself.

use crate::article::token::Kind;
use crate::lexicon::prose::Function;
use crate::parser::mention::{Mention, Time};
use crate::parser::time::view::View;

/// What is made or leaves at a time, and is called by it ever after.
const THINGS: &[&str] = &[
    "snapshot",
    "snapshots",
    "backup",
    "backups",
    "back-up",
    "checkpoint",
    "dump",
    "image",
    "copy",
    "export",
    "archive",
    "deck",
    "slides",
    "memo",
    "edition",
    "newsletter",
    "train",
    "bus",
    "tram",
    "ferry",
    "boat",
    "flight",
    "sailing",
    "coach",
    "departure",
    "slot",
    "version",
];

/// What is done every night, and who is there then.
const NIGHTLY: &[&str] = &[
    "batch",
    "job",
    "jobs",
    "run",
    "import",
    "sync",
    "build",
    "shift",
    "crew",
    "team",
    "staff",
    "processing",
];

/// Words from a time to the thing, and from the determiner to the time: "the 9 a.m. all-hands briefing deck".
const LONGEST: usize = 4;

/// Whether a time is the name of a thing with which something else is done.
pub(super) fn names_thing(view: &View, mention: &Mention) -> bool {
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    if is_nightly(view, mention) || is_in_identifier(view, mention) {
        return true;
    }
    let figure = |at: &usize| matches!(view.kind(*at), Some(Kind::Number(_) | Kind::Clock(_) | Kind::Date(_)));
    let Some(first) = mention.tokens.clone().find(figure) else {
        return false;
    };
    if point.clock.is_none() && !point.names_date() || !is_thing(view, mention.tokens.end) {
        return false;
    }
    let floor = first.saturating_sub(LONGEST).max(view.start());
    let determiner = (floor..first).rev().find(|at| {
        view.says_any(
            *at,
            &["the", "a", "an", "its", "our", "their", "his", "her", "'s", "’s"],
        )
    });
    // "Last night's 23:00 backup"
    let owner = |at: usize| view.says_any(at, &["'s", "’s"]) && at > floor;
    match determiner {
        Some(at) if owner(at) => true,
        Some(at) => is_object(view, at),
        // "Restored from 03:00 snapshot", as logs have it.
        None => view.says_any(first.wrapping_sub(1), &["from", "using"]),
    }
}

/// "2021-11-17-index", "release/2021-11-17_b": the date in the name of a file or a ticket.
fn is_in_identifier(view: &View, mention: &Mention) -> bool {
    let (first, end) = (mention.tokens.end - 1, mention.tokens.end);
    let date = matches!(view.kind(first), Some(Kind::Date(_)));
    let joint = view.symbol_any(end, &['-', '_']) && view.touches(end) && view.touches(end + 1);
    date && joint && matches!(view.kind(end + 1), Some(Kind::Word { .. } | Kind::Code))
}

/// "The overnight backup had finished at 7:40": it runs at night and is called so, whatever the night.
fn is_nightly(view: &View, mention: &Mention) -> bool {
    let at = mention.tokens.start;
    let led = view.after_any(
        at,
        &["the", "an", "a", "our", "their", "its", "each", "every", "'s", "’s"],
    );
    let noun = mention.tokens.end;
    led && mention.tokens.len() == 1
        && view.says(at, "overnight")
        && (view.says_any(noun, THINGS) || view.says_any(noun, NIGHTLY))
}

/// Whether a noun phrase that is led by a time has such a thing for its head.
fn is_thing(view: &View, start: usize) -> bool {
    let word = |at: &usize| {
        let joint = view.symbol(*at, '-') && view.touches(*at) && view.touches(at + 1);
        joint
            || matches!(view.kind(*at), Some(Kind::Word { .. }))
                && view.meaning(&view.lexicon.function_words, *at).is_none()
    };
    let phrase = (start..start + LONGEST).take_while(word);
    phrase.into_iter().any(|at| view.says_any(at, THINGS))
}

/// Whether what stands at a position is ruled by a preposition or a verb before it, and no subject of its own.
fn is_object(view: &View, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= view.start()) else {
        return false;
    };
    let function = view.meaning(&view.lexicon.function_words, before);
    let rules = matches!(function, Some(Function::Preposition)) || view.phrase(&view.lexicon.verbs, before).is_some();
    let clause = view.says_any(
        before,
        &["after", "before", "until", "since", "as", "than", "that", "when"],
    );
    rules && !clause
}
