//! What speaks for the phase of a happening: its words, what the parser made of them, its form, its place in the course.
//!
//! One would get wrong to give a clue a meaning here: it has a name and a strength, and what it speaks for is learnt.

use std::fmt;
use std::ops::Range;

use super::class::{Classes, classes};
use crate::article::Article;
use crate::article::token::{Case, Kind};
use crate::chronology::Told;
use crate::normaliser::dated::Dated;
use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;
use crate::parser::layout::Role;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::{Statement, clause};
use crate::parser::time::view::View;

/// Words that are looked at nearest to the time.
const NEAR: usize = 40;
/// Words of a clause or a sentence that are looked at.
const FAR: usize = 80;
/// Words at the end of an entry, which often tell how it came out.
const END: usize = 12;
/// Marks that say something of how a sentence goes.
const MARKS: [&str; 11] = [".", ",", ":", ";", "?", "!", "-", "–", "(", ")", "\""];
/// How clues of classes are named, those of narrow classes first: for a word of the clause, for one around it, and for two
/// beside each other, where there are not too many such pairs.
const LIKENESS: [[&str; 3]; 3] = [
    ["nearly", "nearly-around", ""],
    ["like", "like-around", "like-pair"],
    ["field", "field-around", "field-pair"],
];
/// Seconds of an hour.
const HOUR: f32 = 3600.0;

/// One thing that speaks for phases or against them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Clue<'a> {
    /// Of what kind.
    pub kind: &'static str,
    /// What of that kind, in any case of letters; empty where the kind is all.
    pub what: [&'a str; 2],
    /// How much of it there is.
    pub strength: f32,
    /// A number for its name, by which its weights are found: FNV-1a, 64 bits.
    pub key: u64,
}

impl<'a> Clue<'a> {
    /// A clue with its number.
    pub fn new(kind: &'static str, what: [&'a str; 2], strength: f32) -> Self {
        let parts = what.iter().filter(|part| !part.is_empty());
        Self {
            kind,
            what,
            strength,
            key: parts.fold(hash(FNV_BASIS, kind), |key, part| hash(hash(key, " "), part)),
        }
    }

    /// The number for a name as [`fmt::Display`] writes it.
    pub fn key_of(name: &str) -> u64 {
        hash(FNV_BASIS, name)
    }
}

impl fmt::Display for Clue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.kind)?;
        for part in self.what.iter().filter(|part| !part.is_empty()) {
            write!(f, " {}", part.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

fn hash(key: u64, part: &str) -> u64 {
    part.bytes().fold(key, |key, byte| {
        (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME)
    })
}

/// What a text dates, in the order of its times, as the parser alone sees it.
pub struct Course {
    /// The place of each.
    places: Vec<usize>,
    phases: Vec<Phase>,
    starts: Vec<(Scale, i64)>,
    /// The first that begins, notices or still has the trouble.
    begun: Option<usize>,
    /// The last that has all back.
    over: Option<usize>,
}

impl Course {
    /// Looks a text through.
    pub fn of(text: &Told) -> Self {
        let all = &text.normalised.dated;
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|at| (all[*at].start, all[*at].mention));
        let mut places = vec![0; all.len()];
        for (place, at) in order.iter().enumerate() {
            places[*at] = place;
        }
        let phases: Vec<Phase> = order
            .iter()
            .map(|at| match &text.parsed.statements[all[*at].statement] {
                statement if statement.history => Phase::Background,
                statement => statement.phase,
            })
            .collect();
        let on = |phase: &Phase| {
            matches!(
                phase,
                Phase::Started | Phase::Detected | Phase::Acknowledged | Phase::Ongoing
            )
        };
        Self {
            begun: phases.iter().position(on),
            over: phases.iter().rposition(|phase| *phase == Phase::Resolved),
            phases,
            starts: order.iter().map(|at| (all[*at].scale, all[*at].start)).collect(),
            places,
        }
    }

    /// The place of what stands there among the dated.
    pub fn place(&self, at: usize) -> usize {
        self.places[at]
    }

    /// The phase so many places on; "none" beyond the ends.
    fn beside(&self, place: usize, step: isize) -> &'static str {
        let at = place.checked_add_signed(step).and_then(|at| self.phases.get(at));
        at.map_or("none", |phase| phase.name())
    }

    /// How long one lies behind another, on a scale that shortens: 1 is about six hours, 3 the most.
    fn behind(&self, place: usize, other: usize) -> Option<f32> {
        let ((scale, start), (other_scale, other_start)) = (self.starts[place], self.starts[other]);
        let gap = (start - other_start) as f32;
        (scale == other_scale && gap > 0.0).then(|| ((gap / HOUR).ln_1p() / 2.0).min(3.0))
    }
}

/// What is asked about, and all that is known of it.
pub struct Asked<'a> {
    article: &'a Article,
    mention: &'a Mention,
    statement: &'a Statement,
    dated: &'a Dated,
    course: &'a Course,
    place: usize,
}

impl<'a> Asked<'a> {
    /// What a text dates, at its place of the course.
    pub fn new(text: &'a Told, dated: &'a Dated, course: &'a Course, place: usize) -> Self {
        Self {
            article: &text.article,
            mention: &text.parsed.mentions[dated.mention],
            statement: &text.parsed.statements[dated.statement],
            dated,
            course,
            place,
        }
    }

    /// All its clues.
    pub fn clues(&self) -> Vec<Clue<'a>> {
        let mut out = vec![plain("always", "", 1.0)];
        self.reading(&mut out);
        self.form(&mut out);
        self.place(&mut out);
        self.words(&mut out);
        self.meanings(&mut out);
        out
    }

    /// What the parser made of the words.
    fn reading(&self, out: &mut Vec<Clue<'a>>) {
        let votes = &self.statement.votes;
        let most = votes.iter().copied().max().unwrap_or(0).max(0) as f32;
        for phase in Phase::ALL {
            let count = votes[phase as usize];
            if count > 0 {
                out.push(plain("vote", phase.name(), 2.0 * count as f32 / (most + 12.0)));
                out.push(plain("any-vote", phase.name(), 1.0));
            }
        }
        out.push(plain("read", self.statement.phase.name(), 1.5));
        out.push(plain("sure", if self.statement.sure { "yes" } else { "no" }, 1.0));
    }

    /// How the time and the statement are put.
    fn form(&self, out: &mut Vec<Clue<'a>>) {
        let kind = if self.statement.is_entry() { "entry" } else { "prose" };
        out.push(plain(kind, "", 1.0));
        let grain = match self.dated.value.granularity {
            Granularity::Second | Granularity::Minute => "clock",
            Granularity::Hour | Granularity::PartOfDay => "part",
            Granularity::Day => "day",
            _ => "wide",
        };
        out.push(plain(kind, grain, 1.0));
        let front = self.mention.tokens.start <= self.statement.clause.start + 2;
        out.push(plain(kind, if front { "front" } else { "back" }, 1.0));
        out.push(plain(kind, time(&self.mention.time), 1.0));
        out.push(plain("relation", self.mention.relation.name(), 1.0));
        let flags = [
            ("quoted", self.statement.quoted),
            ("speaker", self.statement.speaker.is_some()),
            ("span", self.dated.end.is_some()),
            ("expected", self.statement.modality == Modality::Expected),
        ];
        out.extend(flags.iter().filter(|(_, is)| *is).map(|(flag, _)| plain(flag, "", 1.0)));
    }

    /// Where it lies among the others.
    fn place(&self, out: &mut Vec<Clue<'a>>) {
        let (course, place) = (self.course, self.place);
        let last = course.phases.len() - 1;
        let (begun, over) = (course.begun, course.over);
        for (step, side) in [(-2, "2-before"), (-1, "1-before"), (1, "1-after"), (2, "2-after")] {
            out.push(plain(side, course.beside(place, step), 0.7));
        }
        let flags = [
            ("first", place == 0),
            ("last", place == last),
            ("no-begin", begun.is_none()),
            ("before-begin", begun.is_some_and(|begun| place < begun)),
            ("is-begin", begun == Some(place)),
            ("no-end", over.is_none()),
            ("is-end", over == Some(place)),
            ("after-end", over.is_some_and(|over| place > over)),
        ];
        out.extend(flags.iter().filter(|(_, is)| *is).map(|(flag, _)| plain(flag, "", 1.0)));
        out.push(plain("how-far", "", place as f32 / last.max(1) as f32));
        let since = |other: Option<usize>| other.and_then(|other| course.behind(place, other));
        out.extend(since(begun).map(|gap| plain("since-begin", "", gap)));
        out.extend(since(over).map(|gap| plain("since-end", "", gap)));
    }

    /// Its words, those nearest to the time, all of the clause, and the sentence around.
    fn words(&self, out: &mut Vec<Clue<'a>>) {
        let clause = &self.statement.clause;
        let sentence = &self.article.sentences[self.mention.sentence].tokens;
        let near: Vec<&str> = self.stems(&self.core(sentence)).take(NEAR).collect();
        let mut words: Vec<Clue> = near.iter().map(|word| plain("near", word, 0.7)).collect();
        words.extend(pairs("near", &near, 0.5));
        let all: Vec<&str> = self.stems(clause).take(FAR).collect();
        words.extend(all.iter().map(|word| plain("clause", word, 0.4)));
        if self.statement.is_entry() {
            let end = &all[all.len().saturating_sub(END)..];
            words.extend(pairs("clause", &all, 0.3));
            words.extend(end.iter().map(|word| plain("ends", word, 0.4)));
            words.extend(all.first().map(|word| plain("opens", word, 1.0)));
        }
        words.extend(self.stems(sentence).take(FAR).map(|word| plain("sentence", word, 0.2)));
        out.append(&mut once(words));
    }

    /// What its words are like: those of the clause, each and in pairs, and those around it in the sentence or the entry.
    fn meanings(&self, out: &mut Vec<Clue<'a>>) {
        let clause = &self.statement.clause;
        let told = self.article.tokens_of(&self.statement.sentence.range());
        let words: Vec<Classes> = self.classes(clause).take(FAR).collect();
        let before = told.start.min(clause.start)..clause.start;
        let around: Vec<Classes> = self
            .classes(&before)
            .chain(self.classes(&(clause.end..told.end)))
            .take(FAR)
            .collect();
        let mut clues: Vec<Clue> = Vec::with_capacity(5 * words.len() + 3 * around.len());
        for (level, [kind, around_kind, pair]) in LIKENESS.into_iter().enumerate() {
            let names: Vec<&str> = words.iter().map(|it| it[level]).collect();
            clues.extend(names.iter().map(|it| plain(kind, it, 0.3)));
            clues.extend(around.iter().map(|it| plain(around_kind, it[level], 0.18)));
            if !pair.is_empty() {
                clues.extend(pairs(pair, &names, 0.18));
            }
        }
        out.append(&mut once(clues));
    }

    /// The words of the happening that the time is measured from, where they are not what is asked about: "six hours after
    /// its products went down, the company apologised" tells of no going down.
    fn base(&self) -> Range<usize> {
        let clause = &self.statement.clause;
        match &self.mention.time {
            Time::Shift {
                base: Base::Happening(words),
                ..
            } if clause.start < words.start || words.end < clause.end => words.clone(),
            _ => 0..0,
        }
    }

    /// What the words of a stretch are like, without the time's own; figures and marks are like nothing else.
    fn classes(&self, range: &Range<usize>) -> impl Iterator<Item = Classes> + use<'a> {
        let (article, skip, base) = (self.article, self.mention.tokens.clone(), self.base());
        range.clone().filter_map(move |at| match article.tokens.get(at)?.kind {
            _ if at == skip.start => Some(["@"; 3]),
            _ if skip.contains(&at) || base.contains(&at) => None,
            Kind::Word { .. } => classes(article.words(article.tokens[at].span)),
            Kind::Number(_) | Kind::Clock(_) | Kind::Date(_) => Some(["0"; 3]),
            Kind::Symbol(mark) => MARKS.iter().find(|it| it.starts_with(mark)).map(|it| [*it; 3]),
            Kind::Code => None,
        })
    }

    /// The part of the clause nearest to the time; of an entry, its first sentence.
    fn core(&self, sentence: &Range<usize>) -> Range<usize> {
        let clause = &self.statement.clause;
        let Role::Entry { text } = &self.statement.role else {
            let all = sentence.start.min(clause.start)..sentence.end.max(clause.end);
            return clause::core(&View::of(self.article, &all), clause, &self.mention.tokens);
        };
        let first = text.first().unwrap_or(clause);
        let end = self.article.sentence_of(first.start);
        let end = end.map_or(first.end, |at| self.article.sentences[at].tokens.end);
        first.start..end.min(first.end)
    }

    /// The words of a stretch without their endings and without the time's own, names left out; figures are all alike.
    fn stems(&self, range: &Range<usize>) -> impl Iterator<Item = &'a str> + use<'a> {
        let (article, skip, base) = (self.article, self.mention.tokens.clone(), self.base());
        let own = skip.clone();
        let skip_at = move |at: usize| own.contains(&at);
        let start = range.start;
        // Capitals open a sentence, or what stands behind a stamp or a label.
        let opens = move |at: usize| {
            let before = at.checked_sub(1).filter(|before| *before >= start && !skip_at(*before));
            before.is_none_or(
                |before| matches!(article.tokens[before].kind, Kind::Symbol(mark) if !",'’\"“(".contains(mark)),
            )
        };
        let tokens = range.clone().filter(move |at| !skip.contains(at) && !base.contains(at));
        tokens.filter_map(move |at| {
            let token = article.tokens.get(at)?;
            match token.kind {
                Kind::Word { case, .. } if case == Case::Lower || opens(at) => Some(stem(article.words(token.span))),
                Kind::Number(_) => Some("0"),
                Kind::Symbol('.' | ',' | ':' | ';' | '?' | '!' | '-') => Some(article.words(token.span)),
                _ => None,
            }
        })
    }
}

fn plain<'a>(kind: &'static str, what: &'a str, strength: f32) -> Clue<'a> {
    Clue::new(kind, [what, ""], strength)
}

/// A word that stands twice speaks once.
fn once(mut clues: Vec<Clue>) -> Vec<Clue> {
    clues.sort_unstable_by_key(|clue| clue.key);
    clues.dedup_by_key(|clue| clue.key);
    clues
}

/// Neighbours, each pair as one clue.
fn pairs<'a>(kind: &'static str, words: &[&'a str], strength: f32) -> impl Iterator<Item = Clue<'a>> {
    words
        .windows(2)
        .map(move |pair| Clue::new(kind, [pair[0], pair[1]], strength))
}

/// How a time is told.
fn time(time: &Time) -> &'static str {
    match time {
        Time::Point { point, .. } if point.clock.is_none() => "no-clock",
        Time::Point { point, .. } if point.day.is_none() => "bare-clock",
        Time::Point { .. } => "stamp",
        Time::Span { .. } => "from-to",
        Time::Shift { .. } => "measured",
        Time::Length(_) => "length",
    }
}

/// A word without its commonest endings.
fn stem(word: &str) -> &str {
    let ends = |ending: &&str| {
        let at = word.len().checked_sub(ending.len())?;
        (at >= 3 && word.is_char_boundary(at) && word[at..].eq_ignore_ascii_case(ending)).then(|| &word[..at])
    };
    ["ings", "ing", "ed", "es", "s", "e"]
        .iter()
        .find_map(ends)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clue_is_found_by_its_name() {
        let clue = Clue::new("near", ["Fully", "RESTOR"], 0.5);
        assert_eq!(clue.to_string(), "near fully restor");
        assert_eq!(clue.key, Clue::key_of("near fully restor"));
        assert_eq!(plain("first", "", 1.0).key, Clue::key_of("first"));
    }

    #[test]
    fn words_of_one_stem_are_one_clue() {
        for words in [["restored", "Restoring"], ["outages", "outage"], ["fails", "failed"]] {
            assert_eq!(stem(words[0]).to_lowercase(), stem(words[1]).to_lowercase());
        }
        assert_eq!(stem("was"), "was");
        assert_eq!(stem("élés"), "élé");
    }
}
