//! Happenings → the constraint network: windows, distances, the writing, and what the field knows.
//!
//! One would get wrong that clocks without a zone, and weeks without a date, share a scale with the others: each has
//! a zero of its own in the network.

mod known;
mod said;
mod sentence;

use rustc_hash::FxHashMap;

use crate::article::span::Span;
use crate::normaliser::document::Scale;
use crate::parser::statement::kind::Scope;

use super::Told;
use super::claim::Claims;
use super::credit::{CERTAIN, Credit, Manner};
use super::gather::{Happening, dated};
use super::network::{Constraint, Label, Network, Point, Trust};
use super::timeline::{Evidence, Node};

/// Local clocks lie within this of UTC, in seconds.
const WIDEST_OFFSET: i64 = 14 * 3600;

/// What a label says, as far as a repair can be told of it.
pub enum Meaning {
    /// A window around a time, whose words are the evidence's.
    Window,
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
    /// What each point is, by its number.
    pub nodes: Vec<Node>,
}

/// What is known of the texts, each by its index.
pub struct Texts<'a> {
    /// The lengths that they give their outage.
    pub claims: &'a [Claims],
    /// Which are about one outage.
    pub subjects: &'a [usize],
    /// How firmly each is believed.
    pub credits: &'a [Credit],
    /// Whose voice each speaks with.
    pub voices: &'a [usize],
}

/// Builds the network; `literal` leaves out what is only known of the field.
pub fn weave(told: &[Told], happenings: &[Happening], scopes: &[Scope], texts: &Texts, literal: bool) -> Woven {
    let Texts {
        claims,
        subjects,
        credits,
        ..
    } = *texts;
    let main = main_scale(told, happenings);
    let mut woven = Woven {
        network: Network::new(),
        starts: Vec::with_capacity(happenings.len()),
        ends: Vec::with_capacity(happenings.len()),
        scales: FxHashMap::default(),
        evidence: Vec::new(),
        meanings: Vec::new(),
        nodes: vec![Node::Scale(main)],
    };
    woven.scales.insert(main, Network::ORIGIN);
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
    woven.lasted(told, happenings, scopes, claims, credits);
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
    woven.evidence.shrink_to_fit();
    woven.meanings.shrink_to_fit();
    woven.nodes.shrink_to_fit();
    woven
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
        Scale::Local { document } | Scale::Week { document } | Scale::Day { document } | Scale::Year { document } => {
            *document
        }
    };
    let most = told_on
        .into_iter()
        .max_by_key(|(scale, count)| (*count, std::cmp::Reverse(first(scale))));
    most.filter(|(_, count)| *count > on_utc)
        .map_or(Scale::Utc, |(scale, _)| scale)
}

impl Woven {
    /// A new point, that stands for something.
    fn point(&mut self, node: Node) -> Point {
        self.nodes.push(node);
        self.network.point()
    }

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

    /// Says that two happenings begin at one moment.
    fn coincide(&mut self, a: usize, b: usize, label: Label, trust: Trust) {
        self.network.constrain(Constraint {
            from: self.starts[a],
            to: self.starts[b],
            least: Some(0),
            most: Some(0),
            label,
            trust,
        });
    }

    /// The zero of a scale.
    pub fn zero(&mut self, scale: Scale) -> Point {
        if let Some(point) = self.scales.get(&scale) {
            return *point;
        }
        let point = self.point(Node::Scale(scale));
        self.scales.insert(scale, point);
        match scale {
            Scale::Local { .. } => {
                let utc = self.zero(Scale::Utc);
                self.within_a_day(utc, point);
            }
            Scale::Utc if matches!(self.nodes[Network::ORIGIN.index()], Node::Scale(Scale::Local { .. })) => {
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
}
