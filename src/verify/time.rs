//! Whether a claimed time follows from what the texts say of the happening.
//!
//! One would get wrong that a claim is right or wrong: between what the words entail and what they refute lies
//! what they leave open.

use super::moment::{self, Stretch};
use crate::chronology::timeline::{Bounds, ClockBasis, Event, Scale};
use crate::claimed;
use crate::normaliser::calendar::Zone;
use crate::normaliser::value::{Granularity, Known, Value};

/// What the texts say of a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// It follows from them.
    Entailed,
    /// They allow it and do not prove it.
    Possible,
    /// They refute it.
    Contradicted,
}

/// The verdict on a whole event, with the part of the claim that decided it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// The worst of all parts.
    pub verdict: Verdict,
    /// "start 2021-10-04T13:00:00-04:00".
    pub claim: String,
}

/// Judges all that is claimed of an event's time against our own reading of it; `None` where nothing is claimed.
pub fn judge(claim: &claimed::Event, ours: &Event) -> Option<Judgement> {
    let judge = Judge {
        ours,
        zone: claim.zone.as_deref().and_then(Zone::parse).or(ours.zone),
    };
    let start = (ours.value, ours.start, ours.bounds);
    let end = ours.end.map(|end| (end.value, end.at, end.bounds));
    let mut all = Vec::new();
    let mut add = |name: &str, text: &Option<String>, verdict: &dyn Fn(&str) -> Verdict| {
        if let Some(text) = text {
            let verdict = verdict(text);
            let claim = format!("{name} {text}");
            all.push(Judgement { verdict, claim });
        }
    };
    add("value", &claim.value, &|text| judge.value(text, start));
    add("start", &claim.start, &|text| judge.start(text, claim));
    add("earliest", &claim.earliest, &|text| {
        judge.bound(text, ours.bounds.earliest, true)
    });
    add("latest", &claim.latest, &|text| {
        judge.bound(text, ours.bounds.latest, false)
    });
    // An end that we do not read is none that the texts refute.
    let ending = |text: &str| end.map_or(Verdict::Possible, |end| judge.value(text, end));
    add("end_value", &claim.end_value, &ending);
    add("end", &claim.end, &|text| match end {
        Some((_, at, _)) if judge.read(text).is_some_and(|(_, (from, _))| from == at) => Verdict::Entailed,
        _ => ending(text),
    });
    // The first of the worst: what follows it rests on it.
    all.into_iter()
        .reduce(|worst, next| if next.verdict > worst.verdict { next } else { worst })
}

struct Judge<'a> {
    ours: &'a Event,
    zone: Option<Zone>,
}

/// A value, its best instant and its bounds.
type Told = (Value, i64, Bounds);

impl Judge<'_> {
    fn read(&self, text: &str) -> Option<(Value, Stretch)> {
        let mut value = moment::read(text)?;
        // The years that stand in for the one that nothing tells may differ.
        if value.known == Known::Yearless && matches!(self.ours.scale, Scale::Year { .. }) {
            value = moment::in_year(value, self.ours.value.wall.date().year())?;
        }
        Some((value, moment::stretch(&value, self.ours.scale, self.zone)))
    }

    /// On a week or a day without a date only what is known of it can be compared.
    fn is_comparable(&self, value: &Value) -> bool {
        match self.ours.scale {
            Scale::Utc | Scale::Local { .. } => value.known == Known::Date,
            Scale::Year { .. } => value.known == Known::Yearless,
            Scale::Week { .. } => value.known == Known::Weekday,
            Scale::Day { .. } => value.known == Known::Clock,
        }
    }

    fn value(&self, text: &str, (own, _, bounds): Told) -> Verdict {
        if text == own.to_string() {
            return Verdict::Entailed;
        }
        let Some((value, claimed)) = self.read(text) else {
            return Verdict::Contradicted; // no time at all
        };
        if !self.is_comparable(&value) {
            return Verdict::Possible;
        }
        let named = moment::stretch(&own, self.ours.scale, self.ours.zone);
        let clock = |value: &Value| value.granularity <= Granularity::Minute;
        // Words that name a clock time, and do not hedge, name no other.
        let plain = self.ours.basis.clock == ClockBasis::Stated && !self.ours.approximate;
        if plain && clock(&own) && clock(&value) {
            return match claimed == named {
                true => Verdict::Entailed,
                false if meets(claimed, (named.0, named.1 + 59)) => Verdict::Entailed,
                false => Verdict::Contradicted,
            };
        }
        let whole = bounds.earliest.zip(bounds.latest);
        match () {
            () if whole.is_some_and(|(from, to)| claimed.0 <= from && to <= claimed.1) => Verdict::Entailed,
            () if meets(claimed, open(bounds)) || meets(claimed, named) => Verdict::Possible,
            () => Verdict::Contradicted,
        }
    }

    /// The best instant: in the value that is claimed with it, or else where the texts allow it.
    fn start(&self, text: &str, claim: &claimed::Event) -> Verdict {
        let Some((value, (from, _))) = self.read(text) else {
            return Verdict::Contradicted;
        };
        if !self.is_comparable(&value) || from == self.ours.start {
            return Verdict::Entailed;
        }
        let named = claim.value.as_deref().and_then(|value| self.read(value));
        match named {
            Some((_, named)) if meets((from, from), (named.0, named.1 + 59)) => Verdict::Entailed,
            Some(_) => Verdict::Contradicted,
            None => self.value(text, (self.ours.value, self.ours.start, self.ours.bounds)),
        }
    }

    /// A bound that claims more than is proved is open, and refuted where it leaves nothing of what is proved.
    fn bound(&self, text: &str, proved: Option<i64>, is_earliest: bool) -> Verdict {
        let Some((value, (at, _))) = self.read(text) else {
            return Verdict::Contradicted;
        };
        if !self.is_comparable(&value) {
            return Verdict::Possible;
        }
        let (from, to) = open(self.ours.bounds);
        let (follows, leaves) = match is_earliest {
            true => (proved.is_some_and(|proved| at <= proved), at <= to),
            false => (proved.is_some_and(|proved| at >= proved), at >= from),
        };
        match (follows, leaves) {
            (true, _) => Verdict::Entailed,
            (false, true) => Verdict::Possible,
            (false, false) => Verdict::Contradicted,
        }
    }
}

fn open(bounds: Bounds) -> Stretch {
    (bounds.earliest.unwrap_or(i64::MIN), bounds.latest.unwrap_or(i64::MAX))
}

fn meets(a: Stretch, b: Stretch) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}
