//! Happenings → the constraint network: windows, distances, the writing, and what the field knows.
//!
//! One would get wrong that clocks without a zone, and weeks without a date, share a scale with the others: each has
//! a zero of its own in the network.

use rustc_hash::FxHashMap;

use crate::article::span::Span;
use crate::normaliser::calendar::Instant;
use crate::normaliser::dated::{Dated, Window};
use crate::normaliser::document::Scale;
use crate::normaliser::value::Granularity;
use crate::parser::layout::Role;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::credit::{CERTAIN, Credit, KNOWN, Manner, TENSE};
use super::gather::{Happening, Telling, dated, statement};
use super::knowledge::RULES;
use super::network::{Constraint, Label, Network, Point};
use super::timeline::{Evidence, Node};

/// Local clocks lie within this of UTC, in seconds.
const WIDEST_OFFSET: i64 = 14 * 3600;

/// What a label says, as far as a repair can be told of it.
pub enum Meaning {
    /// A window around a time.
    Window {
        /// The words.
        words: String,
    },
    /// A distance.
    Distance {
        /// The words.
        words: String,
        /// At least.
        least: Option<i64>,
        /// At most.
        most: Option<i64>,
    },
    /// Two tellings of one happening.
    Same {
        /// The words of the second.
        words: String,
        /// Those of the first.
        other: String,
    },
    /// Anything else.
    Other,
}

/// The network of a story, and what its points and labels stand for.
pub struct Woven {
    /// The constraints.
    pub network: Network,
    /// The beginning of each happening.
    pub starts: Vec<Point>,
    /// The end of each happening that has one.
    pub ends: Vec<Option<Point>>,
    /// The zero of each scale.
    pub scales: FxHashMap<Scale, Point>,
    /// What each label stands for.
    pub evidence: Vec<Evidence>,
    /// Likewise, for repairs.
    pub meanings: Vec<Meaning>,
    /// What each point is.
    pub nodes: FxHashMap<Point, Node>,
}

/// What is known of the texts, each by its index.
pub struct Texts<'a> {
    /// Which are about one outage.
    pub subjects: &'a [usize],
    /// How firmly each is believed.
    pub credits: &'a [Credit],
    /// Whose voice each speaks with.
    pub voices: &'a [usize],
}

/// Builds the network; `literal` leaves out what is only known of the field.
pub fn weave(told: &[Told], happenings: &[Happening], scopes: &[Scope], texts: &Texts, literal: bool) -> Woven {
    let Texts { subjects, credits, .. } = *texts;
    let mut woven = Woven {
        network: Network::new(),
        starts: Vec::with_capacity(happenings.len()),
        ends: Vec::with_capacity(happenings.len()),
        scales: FxHashMap::default(),
        evidence: Vec::new(),
        meanings: Vec::new(),
        nodes: FxHashMap::default(),
    };
    let main = main_scale(told, happenings);
    woven.scales.insert(main, Network::ORIGIN);
    woven.nodes.insert(Network::ORIGIN, Node::Scale(main));
    let mut place: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (index, happening) in happenings.iter().enumerate() {
        for telling in &happening.tellings {
            place.insert((telling.document, telling.dated), index);
        }
        woven.happening(told, index, happening, texts);
    }
    for (document, text) in told.iter().enumerate() {
        for distance in &text.normalised.distances {
            let (Some(from), Some(to)) = (
                place.get(&(document, distance.from)),
                place.get(&(document, distance.to)),
            ) else {
                continue;
            };
            let mention = &text.parsed.mentions[distance.mention];
            let label = woven.evidence(
                text.sentence(mention.span, distance.least, distance.most),
                Some((document, mention.span)),
                false,
            );
            let words = text.article.words(mention.span).to_owned();
            woven.means(
                label,
                Meaning::Distance {
                    words,
                    least: distance.least,
                    most: distance.most,
                },
            );
            let (from, to) = (woven.starts[*from], woven.starts[*to]);
            woven.network.constrain(Constraint {
                from,
                to,
                least: distance.least,
                most: distance.most,
                label,
                trust: credits[document].trust(Manner::Measured),
            });
        }
    }
    woven.retold(told, happenings, &place, credits);
    woven.lasted(told, happenings, scopes, credits);
    woven.tense(told, happenings);
    if !literal {
        for outage in 0..subjects.iter().max().map_or(0, |last| last + 1) {
            let mine = |index: &usize| subjects[happenings[*index].tellings[0].document] == outage;
            woven.field(
                told,
                happenings,
                scopes,
                &(0..happenings.len()).filter(mine).collect::<Vec<_>>(),
            );
        }
    }
    woven
}

impl Woven {
    fn evidence(&mut self, sentence: String, words: Option<(usize, Span)>, knowledge: bool) -> Label {
        let label = Label(self.evidence.len() as u32);
        self.meanings.push(Meaning::Other);
        self.evidence.push(Evidence {
            document: words.map(|w| w.0),
            span: words.map(|w| w.1),
            sentence,
            knowledge,
        });
        label
    }

    /// Says what a label means, for repairs.
    fn means(&mut self, label: Label, meaning: Meaning) {
        if let Some(slot) = self.meanings.get_mut(label.0 as usize) {
            *slot = meaning;
        }
    }

    /// "The outage lasted about two hours" measures from a beginning of which only the day is told to the one end.
    fn lasted(&mut self, told: &[Told], happenings: &[Happening], scopes: &[Scope], credits: &[Credit]) {
        for (document, text) in told.iter().enumerate() {
            let mine: Vec<usize> = (0..happenings.len())
                .filter(|i| {
                    let telling = happenings[*i].tellings[0];
                    let actual = statement(told, telling).modality == Modality::Actual;
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
            let phase = |i: &usize| statement(told, happenings[*i].tellings[0]).phase;
            let time = |i: usize| dated(told, happenings[i].tellings[0]);
            let starts: Vec<usize> = mine.iter().copied().filter(|i| phase(i) == Phase::Started).collect();
            let ends: Vec<usize> = mine.iter().copied().filter(|i| phase(i) == Phase::Resolved).collect();
            let ([start], [end], Some((claim, words))) = (
                starts.as_slice(),
                ends.as_slice(),
                super::incident::own_claims(text, &background).into_iter().next(),
            ) else {
                continue;
            };
            let loose = time(*start).value.granularity > Granularity::Minute && time(*start).relative_to.is_none();
            if !loose || time(*end).value.granularity > Granularity::Minute || time(*start).scale != time(*end).scale {
                continue;
            }
            let span = text.parsed.mentions[claim.mention].span;
            let (least, most) = (Some(claim.extent.least), claim.extent.most);
            let label = self.evidence(text.sentence(span, least, most), Some((document, span)), false);
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

    /// What is told again with a time of its own is one happening.
    fn retold(
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
            let Some(first) = text.normalised.dated.iter().position(|d| d.statement == link.0) else {
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
                format!("“{here}” tells again what “{there}” tells"),
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
            let (from, to) = (self.starts[*other], self.starts[index]);
            self.network.constrain(Constraint {
                from,
                to,
                least: Some(0),
                most: Some(0),
                label,
                trust: credits[telling.document].trust(Manner::Retold),
            });
        }
    }

    /// The zero of a scale.
    pub fn zero(&mut self, scale: Scale) -> Point {
        if let Some(point) = self.scales.get(&scale) {
            return *point;
        }
        let point = self.network.point();
        self.scales.insert(scale, point);
        self.nodes.insert(point, Node::Scale(scale));
        match scale {
            Scale::Local { .. } => {
                let utc = self.zero(Scale::Utc);
                self.within_a_day(utc, point);
            }
            Scale::Utc if matches!(self.nodes[&Network::ORIGIN], Node::Scale(Scale::Local { .. })) => {
                self.within_a_day(point, Network::ORIGIN);
            }
            _ => {}
        }
        point
    }

    /// Where the zeros of UTC and of a local clock can lie.
    fn within_a_day(&mut self, utc: Point, local: Point) {
        let label = self.evidence("a local clock is at most 14 hours from UTC".to_owned(), None, true);
        self.network.constrain(Constraint {
            from: utc,
            to: local,
            least: Some(-WIDEST_OFFSET),
            most: Some(WIDEST_OFFSET),
            label,
            trust: CERTAIN,
        });
    }

    fn happening(&mut self, told: &[Told], index: usize, happening: &Happening, texts: &Texts) {
        let Texts { credits, voices, .. } = *texts;
        let is_span = happening
            .tellings
            .iter()
            .any(|telling| dated(told, *telling).end.is_some());
        let start = self.network.point();
        self.nodes.insert(start, Node::Start(super::timeline::EventId(index)));
        self.starts.push(start);
        let end = is_span.then(|| {
            let end = self.network.point();
            self.nodes.insert(end, Node::End(super::timeline::EventId(index)));
            end
        });
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
                let it = super::gather::dated(told, *before);
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
                let words = text.article.words(mention.span).to_owned();
                self.means(label, Meaning::Window { words });
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

    /// What is told as past lies before the writing.
    fn tense(&mut self, told: &[Told], happenings: &[Happening]) {
        let limits: Vec<Option<(i64, Label)>> = (0..told.len()).map(|document| self.limit(told, document)).collect();
        let each = happenings.iter().enumerate();
        for (index, telling) in each.flat_map(|(index, it)| firsts(it).into_iter().map(move |first| (index, first))) {
            let told_past = statement(told, telling);
            let entry = matches!(told_past.role, Role::Entry { .. });
            let Some((latest, label)) =
                limits[telling.document].filter(|_| told_past.modality == Modality::Actual && !entry)
            else {
                continue;
            };
            let here = dated(told, telling);
            // A clock time is where it is: only what is coarse or measured gains by its tense.
            let exact =
                here.value.granularity <= Granularity::Minute && here.relative_to.is_none() && here.window.0.is_some();
            let zero = self.scales.get(&here.scale).copied();
            if let (Some(zero), false) = (zero, exact) {
                self.network.constrain(Constraint {
                    from: zero,
                    to: self.starts[index],
                    least: None,
                    most: Some(latest),
                    label,
                    trust: TENSE,
                });
            }
        }
    }

    fn limit(&mut self, told: &[Told], document: usize) -> Option<(i64, Label)> {
        let text = &told[document];
        let writing = text.normalised.writing.filter(|w| w.bounds)?;
        let latest = match (writing.instant, text.normalised.document.zone) {
            (Some(Instant(at)), _) => at + 59,
            (None, Some(zone)) => zone.instants(writing.latest).last().0,
            (None, None) => writing.latest.0,
        };
        let sentence = format!("the text was written by {} and tells it as past", writing.value);
        Some((latest, self.evidence(sentence, None, false)))
    }

    /// What the field knows, for beginnings that only a day or a part of one is known of, or that are measured.
    fn field(&mut self, told: &[Told], happenings: &[Happening], scopes: &[Scope], mine: &[usize]) {
        let lead = |index: usize| statement(told, happenings[index].tellings[0]);
        let time = |index: usize| dated(told, happenings[index].tellings[0]);
        let usable: Vec<usize> = mine
            .iter()
            .copied()
            .filter(|i| scopes[*i] == Scope::Incident && lead(*i).modality == Modality::Actual && !lead(*i).history)
            .collect();
        let loose = |dated: &Dated| dated.value.granularity > Granularity::Minute || dated.relative_to.is_some();
        self.one_beginning(&usable, &lead, &time, &|index| firsts(&happenings[index]).len());
        for rule in RULES {
            let label = self.evidence(rule.because.to_owned(), None, true);
            let firsts: Vec<usize> = usable
                .iter()
                .copied()
                .filter(|i| lead(*i).phase == rule.first)
                .collect();
            // Of several beginnings only the first is known to come before the rest.
            let Some(first) = firsts.iter().copied().min_by_key(|i| (time(*i).start, *i)) else {
                continue;
            };
            if !loose(time(first)) || (rule.first == Phase::Precursor && firsts.len() > 1) {
                continue;
            }
            for then in usable
                .iter()
                .copied()
                .filter(|i| lead(*i).phase == rule.then && *i != first)
            {
                if time(then).scale == time(first).scale && near(time(first), time(then)) {
                    self.network.constrain(Constraint {
                        from: self.starts[first],
                        to: self.starts[then],
                        least: Some(0),
                        most: None,
                        label,
                        trust: KNOWN,
                    });
                }
            }
        }
    }
}

impl Woven {
    /// A beginning of which only the day is told, and the only one with a clock on that day, are one.
    fn one_beginning<'a>(
        &mut self,
        usable: &[usize],
        lead: &impl Fn(usize) -> &'a crate::parser::statement::Statement,
        time: &impl Fn(usize) -> &'a Dated,
        texts: &impl Fn(usize) -> usize,
    ) {
        let starts = |exact: bool| -> Vec<usize> {
            let found = usable.iter().copied().filter(|i| {
                lead(*i).phase == Phase::Started
                    && lead(*i).sure
                    && (time(*i).value.granularity <= Granularity::Minute) == exact
                    && time(*i).relative_to.is_none()
            });
            found.collect()
        };
        let (coarse, clocks) = (starts(false), starts(true));
        // Of several clocks the one that most texts tell is the outage's.
        let most = clocks.iter().map(|i| texts(*i)).max().unwrap_or(0);
        let mut told_most = clocks.iter().copied().filter(|i| texts(*i) == most);
        let (Some(clock), None) = (told_most.next(), told_most.next()) else {
            return;
        };
        if most == 1 && (coarse.len() != 1 || clocks.len() != 1) {
            return;
        }
        for coarse in coarse {
            self.one_beginning_of(coarse, clock, time);
        }
    }

    /// Ties a beginning of which only the day is told to a clock that lies in it.
    fn one_beginning_of<'a>(&mut self, coarse: usize, clock: usize, time: &impl Fn(usize) -> &'a Dated) {
        let (a, b) = (time(coarse), time(clock));
        let inside =
            a.scale == b.scale && a.window.0.is_some_and(|w| w <= b.start) && a.window.1.is_some_and(|w| b.start <= w);
        if inside && a.value.granularity <= Granularity::Day {
            let label = self.evidence(
                "the beginning of which only the day is told is the one with a clock".to_owned(),
                None,
                true,
            );
            let (from, to) = (self.starts[coarse], self.starts[clock]);
            self.network.constrain(Constraint {
                from,
                to,
                least: Some(0),
                most: Some(0),
                label,
                trust: KNOWN,
            });
        }
    }
}

/// The scale that most is told on: its zero is the network's own, through which searches are short.
fn main_scale(told: &[Told], happenings: &[Happening]) -> Scale {
    let mut told_on: FxHashMap<Scale, usize> = FxHashMap::default();
    for telling in happenings.iter().flat_map(|it| &it.tellings) {
        *told_on.entry(dated(told, *telling).scale).or_default() += 1;
    }
    let on_utc = told_on.remove(&Scale::Utc).unwrap_or(0);
    let first = |scale: &Scale| match scale {
        Scale::Utc => 0,
        Scale::Local { document } | Scale::Week { document } | Scale::Day { document } => *document,
    };
    let most = told_on
        .into_iter()
        .max_by_key(|(scale, count)| (*count, std::cmp::Reverse(first(scale))));
    most.filter(|(_, count)| *count > on_utc)
        .map_or(Scale::Utc, |(scale, _)| scale)
}

/// Of each text that tells a happening its first telling.
fn firsts(happening: &Happening) -> Vec<Telling> {
    let mut out: Vec<Telling> = Vec::new();
    for telling in &happening.tellings {
        match out.iter_mut().find(|it| it.document == telling.document) {
            Some(first) => first.dated = first.dated.min(telling.dated),
            None => out.push(*telling),
        }
    }
    out
}

/// Whether two times can be of one story: within ten days.
fn near(a: &Dated, b: &Dated) -> bool {
    (a.start - b.start).abs() < 10 * 86_400
}

impl Told<'_> {
    fn sentence(&self, words: Span, least: Option<i64>, most: Option<i64>) -> String {
        let words = self.article.words(words);
        let span = |s: i64| super::phrase::length(s.abs());
        match (least, most) {
            (Some(least), Some(most)) if least == most => format!("“{words}” is {}", span(least)),
            (Some(least), Some(most)) if least >= 0 => format!("“{words}” is {} to {}", span(least), span(most)),
            (Some(least), Some(most)) => format!("“{words}” is {} to {} before", span(most), span(least)),
            (Some(0), None) => format!("“{words}” puts it after what was told before"),
            (None, Some(0)) => format!("“{words}” puts it before what was told before"),
            (Some(least), None) => format!("“{words}” is at least {}", span(least)),
            (None, Some(most)) => format!("“{words}” is at most {}", span(most)),
            (None, None) => format!("“{words}” bounds nothing"),
        }
    }

    fn window_sentence(&self, words: Span, dated: &Dated, window: Window) -> String {
        let at = |s: i64| super::phrase::moment(dated, s);
        let words = self.article.words(words);
        match window {
            (Some(from), Some(to)) if from == to => format!("“{words}” is {}", at(from)),
            (Some(from), Some(to)) => format!("“{words}” is {} to {}", at(from), at(to)),
            (None, Some(to)) => format!("“{words}” is no later than {}", at(to)),
            (Some(from), None) => format!("“{words}” is no earlier than {}", at(from)),
            (None, None) => format!("“{words}” bounds nothing"),
        }
    }

    fn end_sentence(&self, words: Span, dated: &Dated, window: Window) -> String {
        let at = |s: i64| super::phrase::moment(dated, s);
        let words = self.article.words(words);
        match window {
            (Some(from), Some(to)) if from == to => format!("“{words}” ends at {}", at(from)),
            (Some(from), Some(to)) => format!("“{words}” ends between {} and {}", at(from), at(to)),
            _ => format!("“{words}” has an open end"),
        }
    }
}
