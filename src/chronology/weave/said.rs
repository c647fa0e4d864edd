//! What the texts say of happenings: their windows and ends, what is told again, how long it all lasted.
//!
//! One would get wrong to let every copy of a wire story prove, or dispute, the same thing once more.

use crate::article::span::Span;
use crate::chronology::Told;
use crate::chronology::claim::{Claims, OwnClaim};
use crate::chronology::credit::{Credit, Manner};
use crate::chronology::gather;
use crate::chronology::gather::{Happening, Telling, dated, statement};
use crate::chronology::network::Constraint;
use crate::chronology::timeline::{EventId, Node};
use crate::normaliser::value::Granularity;
use crate::parser::statement::kind::{Modality, Phase, Scope};
use rustc_hash::FxHashMap;

use super::{Meaning, Texts, Woven};

impl Woven {
    pub(super) fn happening(&mut self, told: &[Told], index: usize, happening: &Happening, texts: &Texts) {
        let Texts { credits, voices, .. } = *texts;
        let is_span = happening
            .tellings
            .iter()
            .any(|telling| dated(told, *telling).end.is_some());
        let start = self.point(Node::Start(EventId(index)));
        self.starts.push(start);
        let end = is_span.then(|| self.point(Node::End(EventId(index))));
        self.ends.push(end);
        let is_second = |it: &Telling| dated(told, *it).value.granularity == Granularity::Second;
        let mut heard: Vec<(usize, Telling)> = Vec::new();
        let to_the_second = happening.tellings.iter().any(is_second);
        for telling in &happening.tellings {
            let text = &told[telling.document];
            let dated = dated(told, *telling);
            let mention = &text.parsed.mentions[dated.mention];
            let zero = self.zero(dated.scale);
            // A copy that says the same proves no more, and disputes no more, than what it is a copy of.
            let voice = voices[telling.document];
            let says_again = |(other, before): &(usize, Telling)| {
                let it = gather::dated(told, *before);
                *other == voice
                    && before.document != telling.document
                    && (it.scale, it.window, it.end) == (dated.scale, dated.window, dated.end)
            };
            if heard.iter().any(says_again) {
                continue;
            }
            heard.push((voice, *telling));
            // What is measured has no window of its own: its distance says it all, but the day it falls on is told.
            if dated.relative_to.is_none() {
                // Beside a stamp with seconds a clock time names its whole minute: the two do not differ.
                let window = match dated.window {
                    (Some(from), Some(to)) if from == to && to_the_second && !is_second(telling) => {
                        (Some(from), Some(to + 59))
                    }
                    window => window,
                };
                let label = self.evidence(
                    text.window_sentence(mention.span, dated, window),
                    Some((telling.document, mention.span)),
                    false,
                );
                let trust = credits[telling.document].trust(Manner::of(statement(told, *telling), dated));
                self.means(label, Meaning::Window);
                self.network.constrain(Constraint {
                    from: zero,
                    to: start,
                    least: window.0,
                    most: window.1,
                    label,
                    trust,
                });
            }
            if let (Some(end), Some(ending)) = (end, dated.end) {
                let label = self.evidence(
                    text.end_sentence(mention.span, dated, ending.window),
                    Some((telling.document, mention.span)),
                    false,
                );
                self.network.constrain(Constraint {
                    from: zero,
                    to: end,
                    least: ending.window.0,
                    most: ending.window.1,
                    label,
                    trust: credits[telling.document].trust(Manner::Stated),
                });
                self.network.constrain(Constraint {
                    from: start,
                    to: end,
                    least: Some(0),
                    most: None,
                    label,
                    trust: credits[telling.document].trust(Manner::Stated),
                });
            }
        }
    }

    /// What is told again with a time of its own is one happening.
    pub(super) fn retold(
        &mut self,
        told: &[Told],
        happenings: &[Happening],
        place: &FxHashMap<(usize, usize), usize>,
        credits: &[Credit],
    ) {
        let each = happenings.iter().enumerate();
        for (index, telling) in each.flat_map(|(index, it)| firsts(it).into_iter().map(move |first| (index, first))) {
            let text = &told[telling.document];
            let Some(link) = statement(told, telling).retells else {
                continue;
            };
            let Some(&first) = text.normalised.by_statement.get(&link.0) else {
                continue;
            };
            let Some(other) = place.get(&(telling.document, first)) else {
                continue;
            };
            let words = |dated: usize| {
                text.article
                    .words(text.parsed.mentions[text.normalised.dated[dated].mention].span)
                    .to_owned()
            };
            let (here, there) = (words(telling.dated), words(first));
            let span = text.parsed.mentions[text.normalised.dated[telling.dated].mention].span;
            let label = self.evidence(
                format!("“{here}” and “{there}” date one happening"),
                Some((telling.document, span)),
                false,
            );
            self.means(
                label,
                Meaning::Same {
                    words: here,
                    other: there,
                },
            );
            self.coincide(*other, index, label, credits[telling.document].trust(Manner::Retold));
        }
    }

    /// "The outage lasted about two hours" measures from a beginning of which only the day is told to the one end.
    pub(super) fn lasted(
        &mut self,
        told: &[Told],
        happenings: &[Happening],
        scopes: &[Scope],
        claims: &[Claims],
        credits: &[Credit],
    ) {
        for (document, text) in told.iter().enumerate() {
            let mine: Vec<usize> = (0..happenings.len())
                .filter(|i| {
                    let telling = happenings[*i].tellings[0];
                    let actual = gather::modality(told, telling) == Modality::Actual;
                    happenings[*i].tellings.iter().any(|it| it.document == document)
                        && scopes[*i] == Scope::Incident
                        && actual
                })
                .collect();
            let background: Vec<Span> = (0..happenings.len())
                .filter(|i| scopes[*i] == Scope::Background)
                .flat_map(|i| &happenings[i].tellings)
                .filter(|telling| telling.document == document)
                .map(|telling| statement(told, *telling).sentence)
                .collect();
            let phase = |i: &usize| dated(told, happenings[*i].tellings[0]).phase;
            let time = |i: usize| dated(told, happenings[i].tellings[0]);
            let starts: Vec<usize> = mine.iter().copied().filter(|i| phase(i) == Phase::Started).collect();
            let ends: Vec<usize> = mine.iter().copied().filter(|i| phase(i) == Phase::Resolved).collect();
            let own = claims[document].outside(&background).next();
            let ([start], [end], Some(OwnClaim { claim, words, span, .. })) = (starts.as_slice(), ends.as_slice(), own)
            else {
                continue;
            };
            let loose = time(*start).value.granularity > Granularity::Minute && time(*start).relative_to.is_none();
            if !loose || time(*end).value.granularity > Granularity::Minute || time(*start).scale != time(*end).scale {
                continue;
            }
            let (least, most) = (Some(claim.extent.least), claim.extent.most);
            let label = self.evidence(text.sentence(*span, least, most), Some((document, *span)), false);
            let words = words.clone();
            self.means(label, Meaning::Distance { words, least, most });
            let (from, to) = (self.starts[*start], self.starts[*end]);
            self.network.constrain(Constraint {
                from,
                to,
                least,
                most,
                label,
                trust: credits[document].trust(Manner::Retold),
            });
        }
    }
}

/// Of each text that tells a happening its first telling.
pub(super) fn firsts(happening: &Happening) -> Vec<Telling> {
    let mut out: Vec<Telling> = Vec::new();
    for telling in &happening.tellings {
        match out.iter_mut().find(|it| it.document == telling.document) {
            Some(first) => first.dated = first.dated.min(telling.dated),
            None => out.push(*telling),
        }
    }
    out
}
