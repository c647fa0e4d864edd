//! Which happening a length is laid off from.
//!
//! One would get wrong that "the outage", "its products went down" and "the first one quit" name what the text has
//! told elsewhere: the statement that shares their words, or their phase, is looked for first.

use std::ops::Range;

use super::classify;
use super::kind::{Modality, Phase};
use super::{Link, Statement, mention_range, recurrence, summary};
use crate::article::Article;
use crate::article::token::{Case, Kind};
use crate::lexicon::tense::Tense;
use crate::parser::layout::Role;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::time::view::View;

/// Finds, for every length that is laid off from a happening, the statement that tells it, or makes one.
pub fn link(article: &Article, mentions: &[Mention], statements: &mut Vec<Statement>) {
    let count = statements.len();
    for at in 0..count {
        let Some(mention) = statements[at].mention else {
            continue;
        };
        let Time::Shift {
            base: Base::Happening(words),
            later,
            ..
        } = &mentions[mention].time
        else {
            continue;
        };
        let (words, later) = (words.clone(), *later);
        let found = told_inside(mentions, statements, &words, at)
            .or_else(|| told_just_before(article, mentions, statements, &words, at))
            .or_else(|| told_elsewhere(article, mentions, statements, &words, at, count));
        let link = match found {
            Some(found) => found,
            None => {
                let new = told_here(article, statements, &words, at, later);
                statements.push(new);
                statements.len() - 1
            }
        };
        statements[at].base = Some(Link(link));
    }
}

/// A statement whose own time stands among the words: "three hours after technicians started at 2:15".
fn told_inside(mentions: &[Mention], statements: &[Statement], words: &Range<usize>, at: usize) -> Option<usize> {
    // "Eight hours after they were held up in the evening rush": or right behind them, in the clause that they open.
    let holds = |told: &Statement, mention: &Mention| {
        let start = mention.tokens.start;
        words.contains(&start) || start == words.end && told.clause.start == words.start
    };
    statements
        .iter()
        .enumerate()
        .position(|(i, s)| i != at && s.mention.is_some_and(|m| holds(s, &mentions[m])))
}

/// "called off ten minutes before it was due": a pronoun with hardly a word behind it is what the sentence told last.
fn told_just_before(
    article: &Article,
    mentions: &[Mention],
    statements: &[Statement],
    words: &Range<usize>,
    at: usize,
) -> Option<usize> {
    let view = View::of(article, words);
    let points_back = view.says_any(words.start, &["it", "they", "that", "this"])
        && words.len() <= 4
        && content(article, words).len() <= 1;
    let sentence = statements[at].mention.map(|m| mentions[m].sentence)?;
    let before = at.checked_sub(1)?;
    let same = statements[before]
        .mention
        .is_some_and(|m| mentions[m].sentence == sentence && !matches!(mentions[m].time, Time::Shift { .. }));
    (points_back && same && statements[at].twin != Some(before)).then_some(before)
}

/// The statement that speaks most like the words.
fn told_elsewhere(
    article: &Article,
    mentions: &[Mention],
    statements: &[Statement],
    words: &Range<usize>,
    at: usize,
    count: usize,
) -> Option<usize> {
    let view = View::of(article, words);
    let reading = classify::words(&view, words);
    let outage = (words.start..words.end).any(|i| {
        view.says_any(
            i,
            &[
                "outage",
                "incident",
                "disruption",
                "in",
                "failure",
                "blackout",
                "it",
                "crash",
                "this",
                "that",
            ],
        )
    }) && words.len() <= 4;
    // "Since it all began"
    let began = outage && words.clone().any(|i| view.says_any(i, &["began", "started", "begun"]));
    let phase = if outage && !reading.sure
        || began
        || view.says_any(words.start, &["the"])
            && view.says_any(words.start + 1, &["outage", "incident", "disruption", "failure"])
    {
        Phase::Started
    } else {
        reading.phase
    };
    // "two hours before the app did", "45 minutes after everything else": what is left out is what its clause says.
    let elliptical = words.len() <= 5
        && words
            .clone()
            .any(|i| view.says_any(i, &["did", "else", "others", "does", "do", "rest"]));
    // "after everything else" had come back.
    let rest = words.clone().any(|i| view.says_any(i, &["else", "others", "rest"]));
    let phase = if elliptical { statements[at].phase } else { phase };
    let mut wanted = content(article, words);
    // "An hour after it began" shares its verb with whatever else begins.
    wanted.retain(|word| !began || !["began", "start", "begun"].contains(&word.stem.as_str()));
    let twin = statements[at].twin;
    let clock = |it: &Statement| {
        let time = it.mention.map(|m| &mentions[m].time);
        time.is_some_and(|time| matches!(time, Time::Point { point, .. } if point.clock.is_some()))
    };
    let exact = |it: &Statement| begins(it) && clock(it);
    let first = statements
        .iter()
        .position(exact)
        .or_else(|| statements.iter().position(begins));
    let mut best: Option<(i32, usize)> = None;
    for (index, statement) in statements.iter().enumerate() {
        let made_here = index >= count;
        if statement.mention.is_none() && !made_here {
            continue;
        }
        // What holds the words themselves is the happening that is measured, not its base.
        let holds = statement.clause.start <= words.start && words.end <= statement.clause.end && !made_here;
        if index == at
            || holds
            || Some(index) == twin
            || statement.history
            || matches!(
                statement.role,
                Role::Aside | Role::Published | Role::Updated | Role::Metadata
            )
        {
            continue;
        }
        let counted = || {
            let sentence = statement.mention.map(|m| mentions[m].sentence);
            sentence.is_some_and(|it| recurrence::tells(article, &mentions[mention_range(mentions, it)]))
        };
        if outage && counted() {
            continue;
        }
        // "Minutes after it ended the cuts" is none after those that it plans: what was is measured from what was.
        let planned = statement.modality == Modality::Expected && statement.mention.is_some();
        if planned && reading.modality == Modality::Actual && !elliptical && !outage && told_past(&view, words) {
            continue;
        }
        // What is itself laid off from somewhere is a weak hold.
        let derived = statement.mention.is_some_and(|m| {
            matches!(
                mentions[m].time,
                Time::Shift {
                    base: Base::Happening(_),
                    ..
                }
            )
        });
        let (shared, weight) = shared(&wanted, &content(article, &statement.clause));
        // What somebody tells in his own words is told of by those.
        if statement.quoted && shared == 0 && !outage {
            continue;
        }
        let back = |p: Phase| matches!(p, Phase::Recovering | Phase::Resolved);
        let alike = statement.phase == phase || elliptical && back(statement.phase) && (back(phase) || rest);
        let same_phase = i32::from(alike && (reading.sure || outage || elliptical) && statement.sure);
        // It began where the text first tells so: what "the site went dark" shares no word with is as likely that as what
        // stands beside it.
        let beside = index + 2 >= at && index <= at + 2;
        let opens = phase == Phase::Started && shared == 0 && first == Some(index);
        let near = i32::from(!began && (beside || opens));
        let started = statement.phase == Phase::Started && statement.modality == Modality::Actual;
        let begins = i32::from(phase == Phase::Started && started);
        // A beginning with a clock holds better than one of which only the day is told.
        let begins = begins * if clock(statement) { 2 } else { 1 };
        let score = weight + same_phase * 4 + begins * 2 + near
            - i32::from(derived) * 4
            - i32::from(statement.modality == Modality::Expected) * 6;
        // "the outage" and no more is the one that the text tells by that word, whatever else it tells of it.
        let named = i32::from(shared > 0 && words.len() <= 2 && view.says_any(words.start, &["the"]));
        if score >= 5 - i32::from(shared > 0 || elliptical) - named && best.is_none_or(|(s, _)| score > s) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Whether a statement tells the beginning of the outage.
fn begins(statement: &Statement) -> bool {
    let actual = statement.modality == Modality::Actual && !statement.history && !statement.quoted;
    statement.phase == Phase::Started && statement.sure && actual
}

/// Whether words have a verb in the past that plans nothing: "it ended the cuts", but not "it was due".
fn told_past(view: &View, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let past = view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        view.is_free_word(at) && view.text(at).ends_with("ed") || past && !view.says_any(at, &["was", "were", "had"])
    })
}

/// Verbs that say nothing by themselves: "went down" and "went live" share no happening.
const LIGHT: &[&str] = &[
    "went", "goes", "going", "gone", "came", "come", "comes", "coming", "got", "made", "make", "took", "take", "taken",
    "put", "set", "told",
];

/// How many words two clauses share, and what those are worth: a name stands in half the sentences of a text.
pub fn shared(wanted: &[Content], told: &[Content]) -> (usize, i32) {
    let both = wanted.iter().filter(|w| told.iter().any(|t| t.stem == w.stem));
    both.fold((0, 0), |(count, worth), word| {
        (count + 1, worth + if word.name { 1 } else { 3 })
    })
}

/// A word that carries meaning, in small letters and without its ending.
pub struct Content {
    /// The word in small letters, its ending taken off.
    pub stem: String,
    /// Whether it is written as a name.
    pub name: bool,
}

/// The words that carry meaning.
pub fn content(article: &Article, tokens: &Range<usize>) -> Vec<Content> {
    let lexicon = crate::lexicon::lexicon();
    article.tokens[tokens.clone()]
        .iter()
        .filter_map(|t| match t.kind {
            Kind::Word { id, case, .. } if lexicon.function_words.word(id).is_none() => {
                let word = article.words(t.span).to_lowercase();
                (word.len() > 2 && !LIGHT.contains(&word.as_str())).then(|| Content {
                    stem: stem(&word).to_owned(),
                    name: case != Case::Lower,
                })
            }
            _ => None,
        })
        .collect()
}

/// Nouns and odd forms of what verbs tell: "the loss of power" is that which was lost.
const KIN: &[(&str, &str)] = &[
    ("loss", "lose"),
    ("lost", "lose"),
    ("losing", "lose"),
    ("failure", "fail"),
    ("failures", "fail"),
    ("broke", "break"),
    ("broken", "break"),
];

/// Takes the commonest endings off.
fn stem(word: &str) -> &str {
    if let Some((_, verb)) = KIN.iter().find(|(form, _)| *form == word) {
        return verb;
    }
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 3
        {
            return stem;
        }
    }
    word
}

/// The statement that the words themselves make.
fn told_here(article: &Article, statements: &[Statement], words: &Range<usize>, at: usize, later: bool) -> Statement {
    let view = View::of(article, words);
    let reading = classify::words(&view, words);
    let outer = &statements[at];
    // "Orders stopped two minutes after the opening bell": behind what began nothing else can be its beginning.
    let begins = later && outer.phase == Phase::Started && outer.sure;
    let unsaid = if begins { Phase::Precursor } else { Phase::Started };
    Statement {
        mention: None,
        sentence: outer.sentence,
        clause: words.clone(),
        summary: summary::of_clause(article, words, &[]),
        phase: if reading.sure { reading.phase } else { unsaid },
        sure: reading.sure,
        votes: reading.votes,
        settled: true,
        modality: reading.modality,
        history: outer.history,
        services: outer.services.clone(),
        speaker: outer.speaker.clone(),
        quoted: outer.quoted,
        base: None,
        twin: None,
        retells: None,
        role: Role::Prose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_is_what_was_lost() {
        let text = "A feed was changed at 8:52 and the power held. At 9:07 half of the nodes lost power. They stopped at 9:40. \
                    Engineers were engaged within a minute of the loss of power.";
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let statements = crate::parser::parse(&article).statements;
        let base = statements.iter().find_map(|it| it.base).map(|link| &statements[link.0]);
        assert_eq!(base.map(|it| it.summary.as_str()), Some("Half of the nodes lost power"));
    }

    #[test]
    fn what_shares_no_word_is_told_where_the_outage_begins() {
        let text = "At 6:40 the disk filled and the site stopped. At 7:41 we promoted the standby. The first note is from \
                    7:55, more than an hour after the shop went dark. Around 8:20 we started to copy.";
        let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
        let statements = crate::parser::parse(&article).statements;
        let link = statements.iter().find_map(|it| it.base).expect("a base");
        assert_eq!(link.0, 0, "{:?}", statements[link.0].summary);
    }

    #[test]
    fn behind_what_is_no_trouble_an_outage_begins() {
        let base = |text: &str| {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
            let statements = crate::parser::parse(&article).statements;
            let link = statements.iter().find_map(|it| it.base)?;
            Some(statements[link.0].phase)
        };
        for (text, phase) in [
            (
                "Trading went down at 9:17, two minutes after the opening bell.",
                Phase::Precursor,
            ),
            ("All was restored four hours after the pumps tripped.", Phase::Started),
            (
                "The network went down ten minutes after a deployment.",
                Phase::Precursor,
            ),
        ] {
            assert_eq!(base(text), Some(phase), "{text}");
        }
    }
}
