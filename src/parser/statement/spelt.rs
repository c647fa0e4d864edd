//! How a text writes names: what one begins with, how far it reaches, and the small ones of logs.
//!
//! One would get wrong to take every capital for a name: sentences, labels, days and levels have theirs too.

use std::ops::Range;

use super::severity::LEVELS;
use crate::article::token::{Case, Gap};
use crate::lexicon::lexicon;
use crate::lexicon::noun::Thing;
use crate::lexicon::tense::Tense;
use crate::parser::time::expression::Timex;
use crate::parser::time::view::{View, Words};
use crate::parser::time::zone;

/// Longest name, in words.
const LONGEST_NAME: usize = 4;

/// Words that begin names of people, papers and posts rather than services.
const NO_SERVICE: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "the",
    "a",
    "an",
    "i",
    "we",
    "it",
    "dear",
    "image",
    "something",
    "everything",
    "someone",
    "anyone",
    "major",
    "late",
    "goes",
    "update",
    "updated",
    "published",
    "posted",
    "by",
    "photo",
    "read",
    "more",
    "click",
    "source",
    "note",
    "english",
    "ceo",
    "cto",
    "breaking",
    "live",
    "news",
    "all",
    "this",
    "that",
    "these",
    "in",
    "on",
    "at",
    "as",
    "if",
    "but",
    "and",
    "or",
    "status",
    "page",
    "severity",
    "incident",
    "timeline",
    "summary",
    "impact",
    "root",
    "cause",
    "action",
    "items",
    "reuters",
    "ap",
    "afp",
    "copyright",
    "views",
    "reposts",
    "likes",
    "http",
    "https",
    "ok",
    "problem",
    "recovery",
    "edit",
    "edited",
    "rs",
    "best",
    // What heads a field or a headline, and the name of the report itself.
    "description",
    "workaround",
    "estimated",
    "elevated",
    "increased",
    "degraded",
    "intermittent",
    "pir",
    "rca",
    "rfo",
    "eta",
    "etr",
    // How a page says that things are.
    "operational",
    "scheduled",
    "planned",
    "completed",
    "investigating",
    "identified",
    "monitoring",
    "resolved",
    // "70 Gb/s"
    "gb",
    "mb",
    "tb",
    "kb",
    "mw",
    "gw",
    "kv",
    // Who looks into it.
    "panel",
    "board",
    "committee",
    "commission",
    "regulator",
];

/// What a firm is called at the front of a sentence, right before its name.
const ROLES_OF_FIRMS: &[&str] = &[
    "operator", "provider", "carrier", "utility", "airline", "lender", "supplier", "telco",
];

/// One past the last token of a name at a position.
pub(super) fn name_at(view: &View, at: usize, timexes: &[Timex]) -> Option<usize> {
    if !names(view, at) || view.glued_left(at) || view.says_any(at, NO_SERVICE) || view.says_any(at, LEVELS) {
        return None;
    }
    // "Operator Quillo said"
    if at == view.start() && view.says_any(at, ROLES_OF_FIRMS) && names(view, at + 1) {
        return None;
    }
    let area = at.checked_sub(2).filter(|it| view.symbol(it + 1, '/'));
    let of_zone = area.is_some_and(|area| zone::named(view, area).is_some());
    if in_timex(timexes, at) || of_zone {
        return None;
    }
    let lexicon = lexicon();
    let word = view.word(at);
    if view.meaning(&lexicon.function_words, at).is_some()
        || lexicon.weekdays.begins(word)
        || lexicon.months.begins(word)
        || lexicon.places.word(word).is_some()
    {
        return None;
    }
    let mut end = behind_hyphens(view, at + 1);
    while end < at + LONGEST_NAME
        && names(view, end)
        && view.token(end).is_some_and(|t| t.gap <= Gap::Space)
        && view.meaning(&lexicon.function_words, end).is_none()
        && !lexicon.weekdays.begins(view.word(end))
        && !lexicon.months.begins(view.word(end))
    {
        end += 1;
    }
    // "British shops", but "British Rail".
    let of_a_people = || view.says_any(at, PEOPLES);
    // "Went dark at nine"
    let opens = end == at + 1 && at == view.start() && view.case(at) == Some(Case::Capital);
    let past = || view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
    // "Latency is back to normal"
    let measured = || matches!(view.noun(at), Some(Thing::Metric | Thing::Report | Thing::Trouble));
    if opens && (past() || measured()) {
        return None;
    }
    // "Second wave ends"
    let counts = || view.meaning(&view.lexicon.ordinals, at).is_some() && view.case(at) == Some(Case::Capital);
    (end > at + 1 || !of_a_people() && !counts()).then_some(end)
}

/// "Wi-Fi", "Rolls-Royce": the position behind the words that hyphens join to a name's first, all with a capital.
fn behind_hyphens(view: &View, mut end: usize) -> usize {
    while view.symbol(end, '-') && view.touches(end) && view.touches(end + 1) && names(view, end + 1) {
        end += 2;
    }
    end
}

/// Words for what is of a country, which alone name no service.
const PEOPLES: &[&str] = &[
    "african",
    "american",
    "asian",
    "australian",
    "brazilian",
    "british",
    "canadian",
    "chinese",
    "danish",
    "dutch",
    "european",
    "finnish",
    "french",
    "german",
    "ghanaian",
    "indian",
    "indonesian",
    "irish",
    "italian",
    "japanese",
    "kenyan",
    "korean",
    "malaysian",
    "mexican",
    "nigerian",
    "norwegian",
    "polish",
    "russian",
    "scottish",
    "singaporean",
    "spanish",
    "swedish",
    "swiss",
    "turkish",
    "ukrainian",
    "welsh",
];

/// What the parts of a system are, where these name it in small letters.
const PARTS: &[&str] = &[
    "api",
    "app",
    "auth",
    "backend",
    "balancer",
    "broker",
    "cache",
    "consumer",
    "cluster",
    "cron",
    "db",
    "edge",
    "frontend",
    "gateway",
    "gw",
    "host",
    "indexer",
    "ingest",
    "lb",
    "node",
    "primary",
    "producer",
    "proxy",
    "queue",
    "relay",
    "replica",
    "router",
    "scheduler",
    "secondary",
    "server",
    "service",
    "standby",
    "store",
    "svc",
    "web",
    "worker",
    "workers",
];

/// What is counted with a hyphen and is no part of a system: "tier-1", "step-2".
const COUNTED: &[&str] = &[
    "tier", "level", "step", "phase", "stage", "part", "day", "week", "wave", "round", "attempt", "layer", "class",
    "type", "severity", "sev", "priority", "option", "plan", "top", "utf", "sha", "covid",
];

/// One past the last token of a name that logs write in small letters: "db-primary", "cache-07". A hyphen alone makes
/// none, as in "on-call" and "read-only".
pub(super) fn handle_at(view: &View, at: usize) -> Option<usize> {
    let small = |at: usize| view.case(at) == Some(Case::Lower);
    if !small(at) || view.glued_left(at) {
        return None;
    }
    let joined = |end: usize| {
        let counted = || view.number(end + 1).is_some() || view.text(end + 1).starts_with(|c: char| c.is_ascii_digit());
        view.symbol(end, '-') && view.touches(end) && view.touches(end + 1) && (small(end + 1) || counted())
    };
    let mut end = at + 1;
    while end < at + 2 * LONGEST_NAME && joined(end) {
        end += 2;
    }
    let whole = end > at + 1 && !view.glued_right(end - 1);
    let part = |it: usize| view.says_any(it, PARTS);
    let numbered = !small(end - 1) && view.text(at).len() > 1 && !view.says_any(at, COUNTED);
    (whole && (numbered || part(at) || part(end - 1))).then_some(end)
}

/// Whether a token is one of a time expression's.
pub(super) fn in_timex(timexes: &[Timex], at: usize) -> bool {
    let timex = timexes.partition_point(|t| t.tokens.end <= at);
    timexes.get(timex).is_some_and(|t| t.tokens.contains(&at))
}

fn names(view: &View, at: usize) -> bool {
    matches!(view.case(at), Some(Case::Capital | Case::Upper))
        && view.text(at).len() > 1
        && !view.text(at).ends_with('.')
}

/// Numbers that everybody calls: a name of what fails where calls to them do.
const EMERGENCY: &[u64] = &[911, 999, 112, 111, 110, 119, 995];

/// What stands behind such a number where the number is meant: "911 calls".
const OF_NUMBER: &[&str] = &[
    "call",
    "calls",
    "caller",
    "callers",
    "calling",
    "service",
    "services",
    "system",
    "systems",
    "line",
    "lines",
    "outage",
    "outages",
    "dispatch",
    "dispatcher",
    "dispatchers",
    "center",
    "centers",
    "centre",
    "is",
    "was",
    "were",
    "network",
    "emergency",
];

/// What stands before it: "unable to dial 911".
const TO_NUMBER: &[&str] = &[
    "call",
    "calls",
    "calling",
    "called",
    "dial",
    "dialing",
    "dialling",
    "reach",
    "to",
    "and",
    "for",
    "out",
    "silenced",
    "lost",
    "losing",
    "without",
    "disrupted",
    "affecting",
    "restored",
];

/// What everybody has and no firm's name says, in small letters: "the national grid". No table of the lexicon: what is told
/// with a word that none of them knows is judged by that.
const SHARED: [&[&str]; 6] = [
    &["national", "grid"],
    &["power", "grid"],
    &["electricity", "grid"],
    &["passport", "gates"],
    &["e", "-", "gates"],
    &["emergency", "calls"],
];

/// Their first words: one comparison of signs, for they are looked for at every word of a text.
const OPEN_SHARED: Words<{ SHARED.len() }> = {
    let mut first = [""; SHARED.len()];
    let mut at = 0;
    while at < first.len() {
        first[at] = SHARED[at][0];
        at += 1;
    }
    Words::new(first)
};

/// One past what everybody has: "911", "the national grid".
pub(super) fn shared_at(view: &View, at: usize) -> Option<usize> {
    if let Some(number) = view.number(at) {
        let known = number.digits == 3 && number.fraction().is_none() && EMERGENCY.contains(&number.whole);
        let alone = known && !view.glued_left(at) && !view.touches(at + 1);
        let led = || at.checked_sub(1).is_some_and(|before| view.says_any(before, TO_NUMBER));
        // "911 back in Marsh"
        let is = || view.phrase(&view.lexicon.states, at + 1).is_some();
        return (alone && (view.says_any(at + 1, OF_NUMBER) || is() || led())).then_some(at + 1);
    }
    if !view.says_of(at, &OPEN_SHARED) {
        return None;
    }
    let said = |words: &&&[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(nth, word)| view.text(at + nth).eq_ignore_ascii_case(word))
    };
    let end = at + SHARED.iter().find(said)?.len();
    (view.case(end - 1) == Some(Case::Lower) && !view.glued_left(at)).then_some(end)
}

/// "Quillo Status": the end of the name, without what heads its page.
pub(super) fn before_status(view: &View, name: Range<usize>) -> usize {
    let heads = |at: usize| view.says_any(at, &["status", "outage", "incident"]);
    name.end - usize::from(name.len() > 1 && heads(name.end - 1))
}
