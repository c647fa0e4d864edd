//! Dated statements → happenings: the same one told twice in a text is one.
//!
//! One would get wrong both ways: a moment that the summary and the timeline tell is one event, two happenings of
//! one minute stay two. What is merged must agree in its time, its phase and its words.

use rustc_hash::FxHashSet;

use crate::article::token::Kind;
use crate::lexicon::lexicon;
use crate::normaliser::dated::Dated;
use crate::normaliser::document::{ClockBasis, Scale};
use crate::normaliser::value::Granularity;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;

use super::Told;

/// What is dated in one of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Telling {
    /// Index of the text.
    pub document: usize,
    /// Index into its dated statements.
    pub dated: usize,
}

/// One happening, by all its tellings, the first of which leads.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Never empty.
    pub tellings: Vec<Telling>,
}

/// Puts the tellings of each text together, in text order; [`super::merge`] joins those of several texts.
pub fn happenings(told: &[Told]) -> Vec<Happening> {
    let mut out: Vec<Happening> = Vec::new();
    for (document, text) in told.iter().enumerate() {
        let mut by_start: rustc_hash::FxHashMap<(Scale, i64), Vec<usize>> = rustc_hash::FxHashMap::default();
        let mut place: rustc_hash::FxHashMap<usize, usize> = rustc_hash::FxHashMap::default();
        for dated in 0..text.normalised.dated.len() {
            let telling = Telling { document, dated };
            // What a timeline says are one happening is not asked about again.
            if !text.normalised.retold.is_empty() {
                let known = text.normalised.retold.iter().find(|pair| pair.0 == dated);
                if let Some(at) = known.and_then(|(_, first)| place.get(first)).copied() {
                    out[at].tellings.push(telling);
                    continue;
                }
                place.insert(dated, out.len());
            }
            let here = &text.normalised.dated[dated];
            let same_moment = by_start.entry((here.scale, here.start)).or_default();
            if let Some(last) = out.last_mut().filter(|last| completes(told, last.tellings[0], telling)) {
                last.tellings.insert(0, telling);
                same_moment.push(out.len() - 1);
                continue;
            }
            match same_moment
                .iter()
                .copied()
                .find(|at| same(told, out[*at].tellings[0], telling))
            {
                Some(at) => out[at].tellings.push(telling),
                None => {
                    same_moment.push(out.len());
                    out.push(Happening {
                        tellings: vec![telling],
                    });
                }
            }
        }
    }
    out
}

/// What a telling says.
pub fn statement(told: &[Told], telling: Telling) -> &Statement {
    let text = &told[telling.document];
    &text.parsed.statements[text.normalised.dated[telling.dated].statement]
}

/// Likewise, to take from it.
pub fn statement_mut(told: &mut [Told], telling: Telling) -> &mut Statement {
    let text = &mut told[telling.document];
    &mut text.parsed.statements[text.normalised.dated[telling.dated].statement]
}

/// Whether it happened, or lies ahead.
pub fn modality(told: &[Told], telling: Telling) -> Modality {
    match dated(told, telling).ahead {
        true => Modality::Expected,
        false => statement(told, telling).modality,
    }
}

/// Its time.
pub fn dated(told: &[Told], telling: Telling) -> &Dated {
    &told[telling.document].normalised.dated[telling.dated]
}

/// Whether the clock of `b` completes the date of `a`: "On 4 October the database failed at 11:40".
fn completes(told: &[Told], a: Telling, b: Telling) -> bool {
    let (date, clock) = (statement(told, a), statement(told, b));
    a.document == b.document
        && clock
            .retells
            .is_some_and(|link| link.0 == dated(told, a).statement && date.sentence == clock.sentence)
        && date.clause == clock.clause
        && within(dated(told, b).window, dated(told, a).window)
}

fn within(inner: (Option<i64>, Option<i64>), outer: (Option<i64>, Option<i64>)) -> bool {
    inner.0 >= outer.0 && outer.1.is_none_or(|end| inner.1.is_some_and(|e| e <= end))
}

fn same(told: &[Told], a: Telling, b: Telling) -> bool {
    let (x, y) = (dated(told, a), dated(told, b));
    let exact =
        x.value.granularity <= Granularity::Minute && x.clock == ClockBasis::Stated && y.clock == ClockBasis::Stated;
    if !exact || x.value != y.value || x.end.map(|e| e.at) != y.end.map(|e| e.at) || x.window != y.window {
        return false;
    }
    let (s, t) = (statement(told, a), statement(told, b));
    // Two entries of a list, one right behind the other, are two.
    if a.document == b.document && a.dated + 1 == b.dated && s.is_entry() && t.is_entry() {
        return false;
    }
    if x.phase != y.phase || s.modality != t.modality {
        return false;
    }
    let (u, v) = (content(told, a), content(told, b));
    let shared = u.intersection(&v).count();
    // A terse entry and a full sentence tell the same when most of the shorter is in the longer.
    shared >= 2 && shared * 2 >= u.len().min(v.len())
}

/// The words of a clause that carry meaning.
fn content(told: &[Told], telling: Telling) -> FxHashSet<&str> {
    let article = &told[telling.document].article;
    let lexicon = lexicon();
    article.tokens[statement(told, telling).clause.clone()]
        .iter()
        .filter_map(|token| match token.kind {
            Kind::Word { id, .. } if lexicon.function_words.word(id).is_none() => {
                let word = article.words(token.span);
                (word.len() > 2).then_some(word)
            }
            _ => None,
        })
        .collect()
}
