//! Names: the services that a text is about.
//!
//! One would get wrong that a list of companies decides: a name is what the text itself writes as one, several
//! times, and does something with that an outage does to it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::no_service::{NoService, is_byline};
use super::severity::LEVELS;
use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::token::{Case, Gap, Kind};
use crate::lexicon::lexicon;
use crate::parser::author;
use crate::parser::layout::Layout;
use crate::parser::live;
use crate::parser::time::expression::Timex;
use crate::parser::time::view::View;
use crate::parser::time::zone;

/// The names of a text, most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Names {
    services: Vec<String>,
    found: Vec<(Range<usize>, usize)>,
}

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

impl Names {
    /// Collects the names that a text writes.
    pub fn of(article: &Article, timexes: &[Timex], layout: &Layout) -> Self {
        let mut counts: FxHashMap<String, Count> = FxHashMap::default();
        let mut spans: Vec<(Range<usize>, String)> = Vec::new();
        let mut others = NoService::default();
        for (index, sentence) in article.sentences.iter().enumerate() {
            let block = &article.blocks[sentence.block];
            let view = View::of(article, &sentence.tokens);
            let byline = is_byline(&view);
            if matches!(
                block.kind,
                BlockKind::Code | BlockKind::FrontMatter | BlockKind::HeaderRow
            ) || live::is_signature(article, block) && !byline
                || author::is_badge(article, sentence.block) && beside_author(layout, sentence.block)
                || author::heads_post(article, layout, sentence.block)
                || layout.headlined.contains(&sentence.block)
                || layout.aside[sentence.block]
            {
                continue;
            }
            // Who speaks is no service.
            let posted = || layout.day_stamps.contains(&sentence.block);
            let author = || author::named(article, sentence.block).filter(|_| posted());
            // "ann (Member) commented on …"
            let nick = article.speaker_of(sentence.block).map(|name| name.end);
            let nick = nick.or_else(|| author().map(|_| block.tokens.end)).unwrap_or(0);
            let mut at = sentence.tokens.start.max(nick.min(sentence.tokens.end));
            while at < sentence.tokens.end {
                let handle = || handle_at(&view, at).filter(|_| article.form == Form::Chat);
                let Some(end) = name_at(&view, at, timexes).or_else(handle) else {
                    at += 1;
                    continue;
                };
                let text = view_words(article, at..end);
                // "09:31 Rollback started": what opens an entry has its capital from there.
                let stamp = |it: usize| {
                    view.kind(it).is_none_or(|kind| matches!(kind, Kind::Symbol(_))) || in_timex(timexes, it)
                };
                let opening = (sentence.tokens.start..at).all(stamp);
                others.note(&view, &(at..end), &text, byline);
                let entry = counts.entry(text.clone()).or_insert(Count {
                    weight: 0,
                    first: index,
                    inside: false,
                });
                // "Workaround: use the other door", "ES4. At noon": a label of what stands behind it.
                let numbered = view.number(end).is_some() && view.touches(end) && view.symbol(end + 1, '.');
                let labels = opening && (view.symbol(end, ':') && view.touches(end) || numbered);
                entry.weight += match (labels, opening) {
                    (true, _) => 0,
                    (_, true) => 1,
                    _ => 2,
                };
                entry.inside |= !labels && !opening;
                spans.push((at..end, text));
                at = end;
            }
        }
        let common = Common::of(article);
        let mut ranked: Vec<_> = counts
            .into_iter()
            .filter(|(name, count)| count.weight >= 3 && !common.holds(name, *count))
            // A writing inside a sentence counts twice.
            .filter(|(name, count)| !others.holds(name, count.weight.div_ceil(2)))
            .collect();
        ranked.sort_by(|a, b| {
            b.1.weight
                .cmp(&a.1.weight)
                .then_with(|| a.1.first.cmp(&b.1.first))
                .then_with(|| a.0.cmp(&b.0))
        });
        let services: Vec<String> = ranked.into_iter().map(|(name, _)| name).take(24).collect();
        let places: FxHashMap<&str, usize> = services
            .iter()
            .enumerate()
            .map(|(at, name)| (name.as_str(), at))
            .collect();
        let found = spans
            .into_iter()
            .filter_map(|(span, name)| places.get(name.as_str()).map(|at| (span, *at)))
            .collect();
        Self { services, found }
    }

    /// The names within a range of tokens, in text order, each once; the text's own main name where there is none.
    pub fn within(&self, tokens: &Range<usize>) -> Vec<String> {
        let first = self.found.partition_point(|(span, _)| span.start < tokens.start);
        // Mostly one: a list that grows has room for four.
        let mut out: Vec<String> = Vec::with_capacity(1);
        for (span, at) in &self.found[first..] {
            if span.start >= tokens.end {
                break;
            }
            if !out.contains(&self.services[*at]) {
                out.push(self.services[*at].clone());
            }
        }
        if out.is_empty() {
            out.extend(self.services.first().cloned());
        }
        out
    }
}

/// How often a text writes a name.
#[derive(Clone, Copy)]
struct Count {
    /// Once at the front of a sentence, twice inside one.
    weight: usize,
    /// The first sentence that has it.
    first: usize,
    /// Whether one has it inside.
    inside: bool,
}

/// Whether a block stands right below a line that says who wrote a post.
fn beside_author(layout: &Layout, block: usize) -> bool {
    block
        .checked_sub(1)
        .is_some_and(|above| layout.day_stamps.contains(&above))
}

/// How often a text writes words in small letters: where it mostly does, a capital makes no name of them.
struct Common<'a>(FxHashMap<&'a str, usize>);

impl<'a> Common<'a> {
    fn of(article: &'a Article) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for token in &article.tokens {
            // What is glued to something before it is a piece of an address or a path.
            let small = matches!(token.kind, Kind::Word { case: Case::Lower, .. });
            if small && token.gap > Gap::None {
                *counts.entry(article.words(token.span)).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Whether a name is only such a word, a question, or a short form of one: "Queues", "What", "I'm".
    fn holds(&self, name: &str, Count { weight, inside, .. }: Count) -> bool {
        let small = name.to_lowercase();
        // "Supplier says sorry", "Closing summary": a capital from the head of a line.
        let opens = !inside && (small.ends_with("ing") && !small.contains(' ') || self.0.contains_key(small.as_str()));
        let asks = matches!(small.as_str(), "what" | "why" | "how" | "first" | "last" | "owner");
        let zone = matches!(name, "UTC" | "GMT");
        asks || zone
            || opens
            || name.contains(['\'', '’'])
            || self.0.get(small.as_str()).is_some_and(|count| count * 2 >= weight)
    }
}

/// One past the last token of a name at a position.
fn name_at(view: &View, at: usize, timexes: &[Timex]) -> Option<usize> {
    if !names(view, at) || view.says_any(at, NO_SERVICE) || view.says_any(at, LEVELS) {
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
fn handle_at(view: &View, at: usize) -> Option<usize> {
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
fn in_timex(timexes: &[Timex], at: usize) -> bool {
    let timex = timexes.partition_point(|t| t.tokens.end <= at);
    timexes.get(timex).is_some_and(|t| t.tokens.contains(&at))
}

fn names(view: &View, at: usize) -> bool {
    matches!(view.case(at), Some(Case::Capital | Case::Upper))
        && view.text(at).len() > 1
        && !view.text(at).ends_with('.')
}

fn view_words(article: &Article, tokens: Range<usize>) -> String {
    article
        .span_of(tokens)
        .map(|span| article.words(span).to_owned())
        .unwrap_or_default()
}
