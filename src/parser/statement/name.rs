//! Names: the services that a text is about.
//!
//! One would get wrong that a list of companies decides: a name is what the text itself writes as one, several
//! times, and does something with that an outage does to it.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::no_service::{NoService, is_byline};
use super::short_form::{abbreviation, merge};
use super::spelt::{before_status, handle_at, in_timex, name_at, shared_at};
use super::standing::{Standing, is_firm, says, standing};
use super::tally::Count;
use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::token::{Case, Gap, Kind};
use crate::parser::author;
use crate::parser::layout::Layout;
use crate::parser::live;
use crate::parser::time::expression::Timex;
use crate::parser::time::view::View;

/// The names of a text: first the one whose outage it most likely is.
#[derive(Clone, Debug, Default)]
pub struct Names {
    services: Vec<String>,
    found: Vec<(Range<usize>, usize)>,
}

impl Names {
    /// Collects the names that a text writes.
    pub fn of(article: &Article, timexes: &[Timex], layout: &Layout) -> Self {
        let mut counts: FxHashMap<String, Count> = FxHashMap::default();
        let mut spans: Vec<(Range<usize>, String)> = Vec::new();
        let mut others = NoService::default();
        let mut short: FxHashMap<String, String> = FxHashMap::default();
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
                let shared = || shared_at(&view, at).filter(|_| !in_timex(timexes, at));
                let Some(end) = name_at(&view, at, timexes).or_else(handle).or_else(shared) else {
                    at += 1;
                    continue;
                };
                let end = before_status(&view, at..end);
                let mut text = view_words(article, at..end);
                if view.case(end - 1) == Some(Case::Lower) {
                    text = text.to_lowercase();
                }
                // "09:31 Rollback started": what opens an entry has its capital from there.
                let stamp = |it: usize| {
                    view.kind(it)
                        .is_none_or(|kind| matches!(kind, Kind::Symbol(_) | Kind::Code))
                        || in_timex(timexes, it)
                };
                let opening = (sentence.tokens.start..at).all(stamp);
                let first = opening && end - at < 2;
                if let Some(letters) = abbreviation(&view, &(at..end)) {
                    short.insert(letters.to_owned(), text.clone());
                }
                others.note(&view, &(at..end), &text, byline);
                let entry = counts.entry(text.clone()).or_insert(Count {
                    weight: 0,
                    first: usize::MAX,
                    inside: false,
                    says: false,
                    standing: Standing::default(),
                });
                // "Workaround: use the other door", "ES4. At noon": a label of what stands behind it.
                let numbered = view.number(end).is_some() && view.touches(end) && view.symbol(end + 1, '.');
                // "Issued on: 22/11/2019"
                let stamps = view.meaning(&view.lexicon.stamps, at).is_some();
                let labels = first && (view.symbol(end, ':') && view.touches(end) || numbered || stamps);
                entry.weight += match (labels, first) {
                    (true, _) => 0,
                    (_, true) => 1,
                    _ => 2,
                };
                entry.inside |= !labels && !first;
                let mut points = standing(&view, &(at..end));
                // "Quillo says sorry after outage": who heads the title, mostly.
                if layout.title == Some(sentence.block) {
                    let heads = if opening { HEADS_TITLE } else { STANDS_IN_TITLE };
                    points.own = if points.other > 0 { 0 } else { points.own * 2 + heads };
                } else {
                    entry.first = entry.first.min(index);
                }
                entry.standing += points;
                let firm = is_firm(&view, &(at..end));
                entry.says |= !firm && says(&view, &(at..end));
                spans.push((at..end, text));
                at = end;
            }
        }
        merge(&mut counts, &mut spans, &short);
        let common = Common::of(article);
        // "Ann Lee" first and "Lee said" then: a firm keeps the beginning of its name.
        let surnames: FxHashSet<String> = counts
            .keys()
            .filter_map(|name| name.rsplit_once(' ').map(|(_, last)| last.to_owned()))
            .collect();
        let fits = |name: &String, count: &Count| {
            // A writing inside a sentence counts twice.
            let other = others.holds(name, count.weight.div_ceil(2));
            !(common.holds(name, *count) || other || count.says && surnames.contains(name.as_str()))
        };
        let of = |told: fn(&Count) -> bool| -> Vec<(&String, &Count)> {
            counts
                .iter()
                .filter(|(name, count)| told(count) && fits(name, count))
                .collect()
        };
        let mut ranked = of(Count::is_service);
        if !ranked.iter().any(|(_, count)| count.may_be_service()) {
            ranked.extend(of(|count| !count.is_service() && count.may_be_service()));
        }
        ranked.sort_by(|a, b| {
            b.1.rank()
                .cmp(&a.1.rank())
                .then_with(|| a.1.first.cmp(&b.1.first))
                .then_with(|| a.0.cmp(b.0))
        });
        // Beside the main one stands what is said to serve or to fail itself.
        let kept = ranked
            .into_iter()
            .enumerate()
            .filter(|(at, (_, count))| *at == 0 || count.stands());
        let services: Vec<String> = kept.map(|(_, (name, _))| name.clone()).take(24).collect();
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

/// What it counts to stand in the title, and to open it.
const STANDS_IN_TITLE: usize = 1;
const HEADS_TITLE: usize = 3;

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

fn view_words(article: &Article, tokens: Range<usize>) -> String {
    article
        .span_of(tokens)
        .map(|span| article.words(span).to_owned())
        .unwrap_or_default()
}
