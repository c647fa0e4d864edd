//! What stands around a name: whether it is said to fail or to serve, or is only a place, a body that looks into it, or somebody.
//!
//! One would get wrong to ask how often a name is written: the regulator and the suburbs are named more often than whose
//! outage it was. What belongs to a name, what it does and what leads it tell, and most of its writings tell nothing.

use std::ops::{AddAssign, Range};

use super::beside::{
    CALLED, CAUSES, CLIENTS, GENERAL, HELD, KINDS_OF_PLACE, LOOKS_INTO, OF_BODY, OF_FIRM, OF_PLACE, PARTS_OF, POSTED,
    SITES, WHERE,
};
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::State;
use crate::lexicon::prose::Function;
use crate::lexicon::verb::Act;
use crate::parser::time::view::View;

/// What speaks for a name as the service of the outage, and what against it.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Standing {
    pub own: usize,
    pub other: usize,
}

impl AddAssign for Standing {
    fn add_assign(&mut self, by: Self) {
        self.own += by.own;
        self.other += by.other;
    }
}

/// Whether a name of several words is a firm's by one of them: "Quillo Telecom".
pub(super) fn is_firm(view: &View, name: &Range<usize>) -> bool {
    name.clone().skip(1).any(|at| view.says_any(at, OF_FIRM))
}

/// What one writing of a name tells of it.
pub(super) fn standing(view: &View, name: &Range<usize>) -> Standing {
    let (own, other) = (serves(view, name), stands_by(view, name));
    Standing { own, other }
}

/// What is said of it as of what serves and fails.
fn serves(view: &View, name: &Range<usize>) -> usize {
    let after = behind(view, name);
    // "The platform of the railways, Quillo, failed".
    let closed = view.symbol(after, ',') && name.start.checked_sub(1).is_some_and(|at| view.symbol(at, ','));
    // "Trains to Marsh were cancelled": another is the subject.
    let led = name
        .start
        .checked_sub(1)
        .is_some_and(|at| view.meaning(&view.lexicon.function_words, at) == Some(Function::Preposition));
    let does = if led {
        0
    } else {
        does(view, after + usize::from(closed))
    };
    let heads_page = usize::from(view.says(name.end, "status") && view.case(name.end) == Some(Case::Capital)) * 6;
    usize::from(is_firm(view, name))
        + before(view, name.start)
        + owns(view, after)
        + does
        + apposed(view, after)
        + heads_page
}

/// The position behind a name and its abbreviation in brackets, or the dot of its firm: "Quillo Corp. said".
fn behind(view: &View, name: &Range<usize>) -> usize {
    let at = name.end;
    let bracketed = view.symbol(at, '(') && view.symbol(at + 2, ')');
    let dot = view.symbol(at, '.') && view.touches(at) && view.case(at + 1) == Some(Case::Lower);
    at + if bracketed { 3 } else { usize::from(dot) }
}

/// "Quillo's network", "the Quillo outage", "Quillo customers".
fn owns(view: &View, after: usize) -> usize {
    let site = |at: usize| view.says_any(at, SITES) || view.says_any(at, CAUSES);
    let thing = |at: usize| view.noun(at).filter(|_| !site(at));
    if view.says_any(after, &["'s", "’s"]) || view.symbol_any(after, &['\'', '’']) && view.touches(after) {
        let owned = (after + 1..after + 4)
            .take_while(|at| matches!(view.kind(*at), Some(Kind::Word { .. })))
            .find_map(thing);
        return match owned {
            Some(Thing::Service | Thing::Trouble | Thing::Notice) => 3,
            Some(Thing::Operator | Thing::Speaker) => 1,
            _ => usize::from((after + 1..after + 3).any(|at| view.says_any(at, CLIENTS))) * 3,
        };
    }
    match thing(after) {
        _ if view.says_any(after, CLIENTS) => 3,
        Some(Thing::Trouble | Thing::Incident) => 3,
        Some(Thing::Operator | Thing::Speaker) if view.case(after) == Some(Case::Lower) => 2,
        Some(Thing::Service) if view.case(after) == Some(Case::Lower) => 2,
        _ => 0,
    }
}

/// "Quillo went down", "Quillo is back", "Quillo apologised", "Quillo said its app".
fn does(view: &View, after: usize) -> usize {
    const LINKS: &[&str] = &[
        "is",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "are",
        "being",
        "again",
        "also",
        "first",
        "suddenly",
        "still",
        "now",
        "not",
        "all",
        "fully",
        "briefly",
        "completely",
        "partly",
        "finally",
        "would",
        "be",
    ];
    let verb = (after..after + 4)
        .find(|at| !view.says_any(*at, LINKS))
        .unwrap_or(after);
    let state = view.phrase(&view.lexicon.states, verb).map(|(state, _)| state);
    // "Quillo unavailable" of a headline, and "Quillo is unavailable".
    if matches!(state, Some(State::Down | State::Up)) && !view.says_any(verb, &["without", "unable"]) {
        return 3;
    }
    let linked = verb > after;
    match view.phrase(&view.lexicon.verbs, verb) {
        Some(((Act::Fall | Act::Regret | Act::Return, _), _)) => 3,
        Some(((Act::Harm | Act::Restore | Act::Restart, _), _)) if linked => 3,
        Some(((Act::Suffer | Act::Restore | Act::Mend | Act::Repair | Act::Restart, _), _)) => 2,
        Some(((Act::Say | Act::Tell, _), end)) => {
            // "Quillo said all services were back": who runs it says so.
            let told = |at: usize| {
                let verb = view.phrase(&view.lexicon.verbs, at);
                matches!(view.noun(at), Some(Thing::Trouble | Thing::Service))
                    || matches!(
                        verb,
                        Some(((Act::Restore | Act::Return | Act::Repair | Act::Fall, _), _))
                    )
            };
            let own = (end..end + 8).any(|at| view.says_any(at, &["its", "it", "our"]) || told(at));
            usize::from(own) * 2
        }
        _ => 0,
    }
}

/// "Quillo, the network behind", "Quillo, which runs the cable".
fn apposed(view: &View, after: usize) -> usize {
    if !view.symbol(after, ',') {
        return 0;
    }
    let runs = view.says(after + 1, "which") && view.says_any(after + 2, &["runs", "operates", "owns", "provides"]);
    let article = view.says_any(after + 1, &["the", "a", "an", "one"]);
    // "Quillo, the company's voice service": any noun of the phrase will do.
    let kind = |at: usize| view.says_any(at, CALLED) || view.noun(at) == Some(Thing::Service);
    let called = article
        && (after + 2..after + 7)
            .take_while(|at| matches!(view.kind(*at), Some(Kind::Word { .. })))
            .any(kind);
    usize::from(runs || called) * 3
}

/// "Customers of Quillo", "an outage at Quillo", "owned by Quillo", "the provider Quillo".
fn before(view: &View, start: usize) -> usize {
    let Some(mut at) = start.checked_sub(1) else {
        return 0;
    };
    while at > view.start() && view.symbol_any(at, &['*', '_', '“', '"', '‘']) {
        at -= 1;
    }
    if view.says_any(at, CALLED) && view.case(at) == Some(Case::Lower) {
        return 2;
    }
    if view.says_any(at, &["the", "its", "their"]) {
        at = at.wrapping_sub(1);
    }
    let led = at.wrapping_sub(1);
    if view.says(at, "by") && view.says_any(led, HELD) {
        return 2;
    }
    let of_clients = view.says_any(at, &["of", "with"]) && view.says_any(led, CLIENTS);
    let at_fault = view.says_any(at, &["at", "with", "of", "on", "affecting", "hitting"])
        && view.noun(led) == Some(Thing::Trouble);
    let harmed = matches!(
        view.phrase(&view.lexicon.verbs, at),
        Some(((Act::Harm | Act::Touch | Act::Stop, _), _))
    ) || view.says_any(at, &["out", "off"])
        && matches!(view.phrase(&view.lexicon.verbs, led), Some(((Act::Harm, _), _)));
    usize::from(of_clients || at_fault) * 3 + usize::from(harmed) * 2
}

/// What is said of it as of a place, a body, or somebody who speaks.
fn stands_by(view: &View, name: &Range<usize>) -> usize {
    let last = name.end - 1;
    let common = || {
        let small =
            view.meaning(&view.lexicon.nouns, last).is_some() || view.meaning(&view.lexicon.verbs, last).is_some();
        small && view.number(last).is_none()
    };
    let place = || view.says_any(last, OF_PLACE) || view.says_any(last, KINDS_OF_PLACE);
    let general = name.len() == 1 && (place() || GENERAL.contains(&view.text(name.start)) || common());
    let body = name.clone().any(|at| view.says_any(at, OF_BODY))
        || view.says(last, "bank") && view.says_any(name.start, &["central", "reserve"]);
    let kind = view.says_any(last, OF_PLACE) && name.len() > 1 || general || body;
    let place = is_place(view, name);
    // "MARSH, Mont. (KQXT) — A cut cable"
    let bracketed = name.start.checked_sub(1).is_some_and(|at| view.symbol(at, '(')) && view.symbol(name.end, ')');
    let paper = bracketed && view.symbol_any(name.end + 1, &['—', '–', '-']);
    usize::from(kind) * 2
        + usize::from(paper) * 6
        + usize::from(place) * 3
        + usize::from(looks_into(view, name)) * 3
        + usize::from(told_on(view, name.start)) * 2
}

fn is_place(view: &View, name: &Range<usize>) -> bool {
    let Some(before) = name.start.checked_sub(1) else {
        return false;
    };
    let of_parts = view.says(before, "of") && view.says_any(before.wrapping_sub(1), PARTS_OF);
    // "In the Quillo app"
    let compound = owns(view, behind(view, name)) > 0;
    let within = view.says_any(before, WHERE) && !compound;
    // "Marsh, Utah, and"
    let state = view.symbol(name.end, ',') && view.phrase(&view.lexicon.places, name.end + 1).is_some();
    within || of_parts || state || listed(view, name.end)
}

/// "Marsh, Hollow and Fen counties".
fn listed(view: &View, from: usize) -> bool {
    const LONGEST: usize = 12;
    let goes_on = |at: &usize| {
        let capital = matches!(view.case(*at), Some(Case::Capital | Case::Upper));
        capital || view.symbol(*at, ',') || view.says_any(*at, &["and", "or"])
    };
    let end = (from..from + LONGEST).find(|at| !goes_on(at)).unwrap_or(from);
    view.says_any(end, KINDS_OF_PLACE)
}

/// "The regulator Ofline", "a report to Ofline", "Ofline fined".
fn looks_into(view: &View, name: &Range<usize>) -> bool {
    let Some(before) = name.start.checked_sub(1) else {
        return false;
    };
    let article = before.wrapping_sub(usize::from(view.says(before, "the")));
    let called = view.noun(before) == Some(Thing::Authority);
    let reported = view.says_any(article, &["to", "by"])
        && view.says_any(
            article.wrapping_sub(1),
            &["report", "complaint", "complaints", "reported", "fined", "ordered"],
        );
    let apposed = view.symbol(name.end, ',')
        && (name.end + 1..name.end + 6)
            .take_while(|at| matches!(view.kind(*at), Some(Kind::Word { .. })))
            .any(|at| view.noun(at) == Some(Thing::Authority));
    // "Quillo asked the Ofline for a stop"
    let asked = view.says_any(article, &["asked", "told", "urged"]);
    called || reported || apposed || asked || view.says_any(behind(view, name), LOOKS_INTO)
}

/// "In a post on Chirrup", "told Chirrup".
fn told_on(view: &View, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let on = view.says_any(before, &["on", "to", "via"]) && view.says_any(before.wrapping_sub(1), POSTED);
    on || view.says(before, "via")
}

/// Whether a name stands beside a verb of saying, as who says it: "Lee said", "said Lee".
pub(super) fn says(view: &View, name: &Range<usize>) -> bool {
    let said = |at: usize| view.says_any(at, &["said", "says", "added", "told", "wrote", "recalled"]);
    said(name.end) || name.start.checked_sub(1).is_some_and(said)
}
