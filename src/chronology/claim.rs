//! The lengths that a text gives its own outage, gathered while its words are at hand.
//!
//! One would get wrong to take every length for it: "a three-day weekend" measures the calendar, and which sentences
//! tell of other outages is known only when all is ordered.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::span::Span;
use crate::lexicon::relation::Relation;
use crate::lexicon::unit::Unit;
use crate::normaliser::dated::Claim;
use crate::normaliser::vagueness;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::kind::Phase;
use crate::parser::time::expression::{Expression, Timex};
use crate::parser::time::view::View;

use super::Told;

/// Words around a length that make it the outage's own.
const OUTAGE_WORDS: &[&str] = &[
    "outage",
    "lasted",
    "lasting",
    "duration",
    "disruption",
    "downtime",
    "incident",
    "restored",
    "down",
    "offline",
    "halt",
    "failure",
    "out",
    "unavailable",
    "resolve",
    "degraded",
];

/// A length that a text gives its outage.
pub struct OwnClaim {
    /// What it is worth.
    pub claim: Claim,
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// The first word of the sentence before theirs, where that tells of what lasted so long: "That stoppage lasted three days."
    leans_on: Option<Span>,
}

/// The lengths of a text that may be its outage's.
pub struct Claims {
    /// The plainest first.
    own: Vec<OwnClaim>,
    /// By the words of a time, those of its length, where a recovery is measured from something.
    measures: FxHashMap<Span, Span>,
}

impl Claims {
    /// Gathers them.
    pub fn of(text: &Told) -> Self {
        Self {
            own: own(text),
            measures: measures(text),
        }
    }

    /// Those that none of the sentences holds.
    pub fn outside<'a>(&'a self, sentences: &'a [Span]) -> impl Iterator<Item = &'a OwnClaim> {
        let told = move |span: Span| sentences.iter().any(|it| it.contains(span));
        let holds = move |claim: &&OwnClaim| !told(claim.span) && !claim.leans_on.is_some_and(told);
        self.own.iter().filter(holds)
    }

    /// The length in the words of a time that measures a recovery.
    pub fn measure(&self, mention: Span) -> Option<Span> {
        self.measures.get(&mention).copied()
    }
}

fn own(text: &Told) -> Vec<OwnClaim> {
    let mut out: Vec<(usize, OwnClaim)> = Vec::new();
    let told_as_history = text.parsed.statements.iter().filter(|s| s.history);
    let history: Vec<Span> = told_as_history.map(|s| s.sentence).collect();
    let view = View::of(&text.article, &(0..text.article.tokens.len()));
    for claim in &text.normalised.claims {
        let mention = &text.parsed.mentions[claim.mention];
        let Time::Length(length) = &mention.time else { continue };
        // "Timeout after 10 seconds" measures what goes wrong each time.
        if length.finest() > Unit::Day || mention.relation == Relation::After {
            continue;
        }
        let score = outage_words(text, mention);
        if score == 0 || history.iter().any(|s| s.contains(mention.span)) {
            continue;
        }
        let (timex, next) = timexes(text, mention);
        let mut tokens = timex.map_or(mention.tokens.clone(), |t| t.tokens.clone());
        if describes_calendar(text, &tokens)
            || is_allowed(&view, tokens.end)
            || is_reached(&view, &tokens)
            || is_given(&view, &tokens)
            || is_rate(&view, &tokens)
        {
            continue;
        }
        let mut claim = *claim;
        if let Some((most, end)) = up_to(text, tokens.end, next) {
            claim.extent.most = most;
            tokens.end = end;
        }
        let words = text.article.span_of(tokens).unwrap_or(mention.span);
        out.push((
            score,
            OwnClaim {
                claim,
                words: text.article.words(words).to_owned(),
                span: mention.span,
                leans_on: leans_on(text, mention),
            },
        ));
    }
    out.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    out.into_iter().map(|(_, claim)| claim).collect()
}

/// The first word of the sentence before that of a length, in its paragraph, where its own opens with "that" or "it".
fn leans_on(text: &Told, mention: &Mention) -> Option<Span> {
    const POINTING: &[&str] = &["that", "this", "it", "those", "they", "both"];
    let sentences = &text.article.sentences;
    let own = &sentences[mention.sentence];
    let before = &sentences[mention.sentence.checked_sub(1)?];
    let view = View::of(&text.article, &own.tokens);
    let points = before.block == own.block && view.says_any(own.tokens.start, POINTING);
    let first = text.article.tokens.get(before.tokens.start)?.span;
    points.then_some(first)
}

/// How many words around a length speak of an outage.
fn outage_words(text: &Told, mention: &Mention) -> usize {
    let sentence = &text.article.sentences[mention.sentence];
    let near = mention.tokens.start.saturating_sub(8).max(sentence.tokens.start)
        ..(mention.tokens.end + 6).min(sentence.tokens.end);
    let speaks = |word: &str| OUTAGE_WORDS.iter().any(|it| word.eq_ignore_ascii_case(it));
    let near = text.article.tokens[near].iter();
    near.filter(|token| speaks(text.article.words(token.span))).count()
}

/// The first time expression of a mention, where it has one, and what stands behind it.
fn timexes<'a>(text: &'a Told, mention: &Mention) -> (Option<&'a Timex>, Option<&'a Timex>) {
    let all = &text.parsed.timexes;
    let first = all.partition_point(|t| t.tokens.start < mention.tokens.start);
    let own = all.get(first).filter(|t| t.tokens.end <= mention.tokens.end);
    (own, all.get(first + 1))
}

/// Whether a length with a hyphen describes a stretch of the calendar: "a three-day weekend", "the two-day bank holiday".
fn describes_calendar(text: &Told, length: &Range<usize>) -> bool {
    let view = View::of(&text.article, &(length.start..text.article.tokens.len()));
    let hyphened = length.len() >= 3 && view.symbol(length.end - 2, '-');
    let is_of_calendar = |at: usize| view.meaning(&view.lexicon.units, at).is_some() || view.says(at, "holiday");
    hyphened && (length.end..length.end + 2).any(is_of_calendar)
}

/// "Allows four minutes of downtime a month": whether a length is one of each month or year, and of no outage.
fn is_allowed(view: &View, end: usize) -> bool {
    const FURTHEST: usize = 4;
    let long = |at: usize| {
        view.meaning(&view.lexicon.units, at)
            .is_some_and(|unit| unit >= Unit::Week)
    };
    (end..end + FURTHEST).any(|at| view.says_any(at, &["a", "per", "each", "every"]) && long(at + 1))
}

/// "The queue is down to 20 minutes", "waits fell from an hour to 20 minutes": a figure that something rose or fell to.
fn is_reached(view: &View, length: &Range<usize>) -> bool {
    const MOVING: &[&str] = &[
        "down",
        "fell",
        "fallen",
        "dropped",
        "drop",
        "rose",
        "risen",
        "grew",
        "grown",
        "reduced",
        "cut",
        "back",
        "went",
        "gone",
        "climbed",
        "shrunk",
        "shrank",
        "increased",
        "decreased",
    ];
    const FURTHEST: usize = 5;
    let to = length.start - usize::from(view.says_any(length.start.wrapping_sub(1), &["about", "around", "some"]));
    let led = view.says(to.wrapping_sub(1), "to") || view.says(to, "to");
    led && (to.saturating_sub(FURTHEST)..to).any(|at| view.says_any(at, MOVING))
}

/// "1,900 tonnes of ore a day", "three hundred calls an hour": how much of something there is in each.
fn is_rate(view: &View, length: &Range<usize>) -> bool {
    const FURTHEST: usize = 5;
    let one = length.len() == 2 && view.says_any(length.start, &["a", "an"]);
    let behind_noun = view.is_free_word(length.start.wrapping_sub(1));
    let mut before = length.start.saturating_sub(FURTHEST)..length.start;
    one && behind_noun && before.any(|at| view.number(at).is_some())
}

/// "Gave the company five days to explain the outage", "has 30 days to report": how long somebody may take.
fn is_given(view: &View, length: &Range<usize>) -> bool {
    const GIVING: &[&str] = &["gave", "given", "give", "gives", "giving"];
    const FURTHEST: usize = 6;
    let task = view.says(length.end, "to") && view.is_free_word(length.end + 1);
    let given = (length.start.saturating_sub(FURTHEST)..length.start).any(|at| view.says_any(at, GIVING));
    let has = view.says_any(length.start.wrapping_sub(1), &["has", "have", "had"]);
    task && (given || has)
}

/// "5-10 minutes", "two to three hours": what the second of two lengths that share a unit is worth at most, and where
/// it ends.
fn up_to(text: &Told, end: usize, next: Option<&Timex>) -> Option<(Option<i64>, usize)> {
    let second = next.filter(|t| t.tokens.start == end + 1)?;
    let Expression::Length(length) = &second.expression else {
        return None;
    };
    let joint = text.article.words(text.article.tokens[end].span);
    matches!(joint, "-" | "–" | "to" | "or").then(|| (vagueness::extent(length, None).most, second.tokens.end))
}

fn measures(text: &Told) -> FxHashMap<Span, Span> {
    let dated = text.normalised.dated.iter();
    let measured = dated.filter(|it| it.relative_to.is_some() && it.phase == Phase::Recovering);
    let mentions = measured.map(|it| &text.parsed.mentions[it.mention]);
    let length = |mention: &Mention| {
        let words = timexes(text, mention).0?.tokens.clone();
        Some((mention.span, text.article.span_of(words)?))
    };
    mentions.filter_map(length).collect()
}
