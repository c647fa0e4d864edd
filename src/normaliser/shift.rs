//! Lengths laid off: two hours ago, 20 minutes later, six hours after its products went down.
//!
//! One would get wrong that the result is exact: a length carries its base's window along, widened by its own, and
//! a base that only a day is known of gives no clock.

use crate::article::Article;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Edge;
use crate::lexicon::unit::Unit;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::{Base, Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::time::expression::Length;

use super::calendar::{Date, Wall, Zone};
use super::dated::{Dated, Distance, End, Window};
use super::document::{ClockBasis, DateBasis, Scale};
use super::story::Story;
use super::vagueness::{self, Extent};
use super::value::{Granularity, Value};

/// What is dated so far, and what waits for its base.
#[derive(Default)]
pub struct Shifts {
    /// In text order, as far as it was dated in text order.
    pub dated: Vec<Dated>,
    /// Distances told.
    pub distances: Vec<Distance>,
    waiting: Vec<usize>,
    settling: bool,
    last: Option<usize>,
}

/// What a shift is laid off from, once found.
enum From {
    /// Something dated.
    Dated(usize),
    /// A moment on the wall, and whether its clock is known.
    Moment(Wall, bool),
    /// Not dated yet, or never.
    Unknown,
}

impl Shifts {
    /// Takes in what was dated by itself.
    pub fn push(&mut self, dated: Dated) {
        self.dated.push(dated);
        self.last = Some(self.dated.len() - 1);
    }

    /// "Earlier in the day", "later that evening": what was just taken in lies before or after what came before it.
    pub fn follow(&mut self, parsed: &Parsed, mention: usize) {
        let Time::Point { point, .. } = &parsed.mentions[mention].time else {
            return;
        };
        let later = match point.edge {
            Some(Edge::Earlier) => false,
            Some(Edge::Later) => true,
            _ => return,
        };
        let Some(to) = self.dated.len().checked_sub(1) else {
            return;
        };
        let told = &parsed.statements[self.dated[to].statement];
        let before = (0..to).rev().find(|i| {
            let other = &parsed.statements[self.dated[*i].statement];
            !other.history && other.modality == told.modality
        });
        if let Some(from) = before {
            let (least, most) = if later { (Some(0), None) } else { (None, Some(0)) };
            self.distances.push(Distance {
                from,
                to,
                least,
                most,
                mention,
            });
        }
    }

    /// Index of what dates a statement.
    pub fn of_statement(&self, statement: usize) -> Option<usize> {
        self.dated.iter().position(|d| d.statement == statement)
    }

    /// Takes a statement whose mention is a shift; one whose base is not known yet waits.
    pub fn take(&mut self, story: &mut Story, index: usize, statement: &Statement) {
        if !self.lay_off(story, index, statement) {
            self.waiting.push(index);
        }
    }

    /// Lays off what waited, as long as that dates something more.
    pub fn settle(&mut self, story: &mut Story) {
        let parsed = story.parsed;
        self.settling = true;
        loop {
            let waiting = std::mem::take(&mut self.waiting);
            let before = waiting.len();
            self.waiting = waiting
                .into_iter()
                .filter(|index| !self.lay_off(story, *index, &parsed.statements[*index]))
                .collect();
            if self.waiting.len() == before {
                break;
            }
        }
        for index in std::mem::take(&mut self.waiting) {
            self.bound_only(story, index, &parsed.statements[index]);
        }
    }

    /// Lays one shift off; false where its base is not dated.
    fn lay_off(&mut self, story: &mut Story, index: usize, statement: &Statement) -> bool {
        let parsed = story.parsed;
        let Some(mention_at) = statement.mention else {
            return true;
        };
        let mention = &parsed.mentions[mention_at];
        let Time::Shift { length, later, base } = &mention.time else {
            return true;
        };
        let extent = vagueness::extent(length, mention.hedge);
        let twin = statement.twin.and_then(|t| self.of_statement(t));
        // The twin may stand behind it.
        if twin.is_none() && statement.twin.is_some_and(|t| t > index) && !self.settling {
            return false;
        }
        let from = self.base(story, base, mention, statement, twin);
        match (twin, from) {
            // The same happening has a time of its own: the length is a second witness, or dates its base.
            (Some(twin), From::Dated(from)) => self.distance(from, twin, extent, *later, mention_at),
            (Some(twin), From::Unknown) => {
                let Some(link) = statement.base else { return true };
                let base_statement = link.0;
                let Some(mut dated) = self.measured(&self.dated[twin], length, extent, !later) else {
                    return true;
                };
                dated.statement = base_statement;
                dated.mention = mention_at;
                dated.relative_to = Some(twin);
                dated.approximate = mention.hedge.is_some_and(crate::lexicon::hedge::Hedge::is_approximate);
                dated.reasons = vec![format!(
                    "it is {} {} before “{}”",
                    story.article.words(mention.span),
                    if *later { "laid off back" } else { "laid off on" },
                    story.article.words(parsed.mentions[self.dated[twin].mention].span)
                )];
                self.dated.push(dated);
                let new = self.dated.len() - 1;
                self.distance(new, twin, extent, *later, mention_at);
            }
            (Some(_), From::Moment(..)) => {}
            // "within 12 seconds" of something that only a day is known of says nothing.
            (None, From::Dated(from))
                if mention.relation == Relation::Within
                    && length.finest().is_clock()
                    && self.dated[from].value.granularity > Granularity::Minute => {}
            (None, From::Dated(from)) => {
                let Some(mut dated) = self.measured(&self.dated[from], length, extent, *later) else {
                    return true;
                };
                dated.statement = index;
                dated.mention = mention_at;
                dated.relative_to = Some(from);
                dated.approximate = mention.hedge.is_some_and(crate::lexicon::hedge::Hedge::is_approximate);
                dated.reasons = vec![format!(
                    "it is measured from “{}”",
                    story.article.words(parsed.mentions[self.dated[from].mention].span)
                )];
                let window = dated.window;
                self.dated.push(dated);
                let new = self.dated.len() - 1;
                self.distance(from, new, extent, *later, mention_at);
                self.last = Some(new);
                if matches!(base, Base::Focus) && self.dated[new].value.granularity <= Granularity::Minute {
                    story.reached(self.dated[new].value.wall);
                }
                let _ = window;
            }
            (None, From::Moment(wall, clock)) => {
                if let Some(dated) =
                    Self::from_moment(story, (wall, clock), length, extent, *later, (index, mention_at))
                {
                    self.push(dated);
                }
            }
            (None, From::Unknown) => return false,
        }
        true
    }

    /// What a shift is laid off from.
    fn base(
        &self,
        story: &mut Story,
        base: &Base,
        mention: &Mention,
        statement: &Statement,
        twin: Option<usize>,
    ) -> From {
        match base {
            Base::Now => story
                .now_wall(mention)
                .map_or(From::Unknown, |(wall, clock)| From::Moment(wall, clock)),
            Base::Focus => {
                let before = |i: &usize| Some(*i) != twin && self.dated[*i].mention < statement.mention.unwrap_or(0);
                match twin {
                    Some(twin) => (0..twin.min(self.dated.len()))
                        .rev()
                        .find(before)
                        .map_or(From::Unknown, From::Dated),
                    None => self.focus(story.parsed, statement).map_or(From::Unknown, From::Dated),
                }
            }
            Base::Happening(_) => statement
                .base
                .and_then(|link| self.of_statement(link.0))
                .map_or(From::Unknown, From::Dated),
            Base::Point(point) => match story.wall_of(point, mention, statement) {
                Some((wall, clock)) => From::Moment(wall, clock),
                None => From::Unknown,
            },
            Base::Zero => self.zero(story.parsed).map_or(From::Unknown, From::Dated),
        }
    }

    /// The happening that the story is on: the last that was dated and that the text tells as having happened.
    fn focus(&self, parsed: &Parsed, statement: &Statement) -> Option<usize> {
        let usable = |dated: &Dated| {
            let told = &parsed.statements[dated.statement];
            !told.quoted || statement.quoted
        };
        let last = self.last?;
        (0..=last)
            .rev()
            .find(|i| usable(&self.dated[*i]) && self.dated[*i].mention < statement.mention.unwrap_or(usize::MAX))
    }

    /// The document's own zero: the first whole date with a clock, else the first clock.
    fn zero(&self, parsed: &Parsed) -> Option<usize> {
        let exact =
            |d: &&Dated| d.clock == ClockBasis::Stated && !matches!(parsed.statements[d.statement].role, Role::Aside);
        let whole = self
            .dated
            .iter()
            .find(|d| exact(d) && d.date == DateBasis::Stated)
            .or_else(|| self.dated.iter().find(exact))?;
        self.dated.iter().position(|d| d == whole)
    }

    fn distance(&mut self, from: usize, to: usize, extent: Extent, later: bool, mention: usize) {
        let (least, most) = if later {
            (Some(extent.least), extent.most)
        } else {
            (extent.most.map(|m| -m), Some(-extent.least))
        };
        self.distances.push(Distance {
            from,
            to,
            least,
            most,
            mention,
        });
    }

    /// A length laid off from something dated.
    fn measured(&self, base: &Dated, length: &Length, extent: Extent, later: bool) -> Option<Dated> {
        // A day counted from a month, a clock's length from a year: that tells nothing.
        let unit = length.finest();
        let vague_base = base.value.granularity > Granularity::Day;
        if vague_base && (unit.is_clock() || unit < Unit::Month) {
            return None;
        }
        let sign = if later { 1 } else { -1 };
        let (value, start) = moved_value(
            &base.value,
            base.start,
            base.zone,
            base.scale,
            length,
            extent.named * sign,
        );
        let window: Window = if later {
            (
                base.window.0.map(|w| w + extent.least),
                base.window.1.and_then(|w| extent.most.map(|m| w + m)),
            )
        } else {
            (
                base.window.0.and_then(|w| extent.most.map(|m| w - m)),
                base.window.1.map(|w| w - extent.least),
            )
        };
        let window = if length.finest().is_clock() {
            window
        } else {
            day_window(&value, base)
        };
        Some(Dated {
            value,
            start,
            window,
            end: None,
            date: DateBasis::Relative,
            clock: if value.granularity <= Granularity::Minute {
                ClockBasis::Relative
            } else {
                ClockBasis::None
            },
            ..base.clone()
        })
    }

    /// A length laid off from a moment on the wall.
    fn from_moment(
        story: &Story,
        moment: (Wall, bool),
        length: &Length,
        extent: Extent,
        later: bool,
        (statement, mention): (usize, usize),
    ) -> Option<Dated> {
        let (wall, has_clock) = moment;
        let sign = if later { 1 } else { -1 };
        let (zone, zone_basis) = story.zone(None);
        let granularity = if has_clock {
            Granularity::Minute
        } else {
            Granularity::Day
        };
        let (start, scale) = story.scaled(wall);
        let mut value = Value {
            wall,
            granularity,
            part: None,
            known: story.known,
            offset: None,
        };
        if let (Some(zone), Scale::Utc, true) = (zone, scale, has_clock) {
            value.offset = Some(zone.offset_at(zone.instants(wall).first()));
        }
        let (moved, at) = moved_value(&value, start, zone, scale, length, extent.named * sign);
        let near = |by: i64| start + by * sign;
        let window = match (later, has_clock && length.finest().is_clock()) {
            (_, false) => {
                let (from, to) = moved.window();
                (Some(story.scaled(from).0), Some(story.scaled(to).0))
            }
            (true, true) => (Some(near(extent.least)), extent.most.map(near)),
            (false, true) => (extent.most.map(near), Some(near(extent.least))),
        };
        let words = &story.parsed.mentions[mention];
        Some(Dated {
            statement,
            mention,
            value: moved,
            scale,
            start: at,
            window,
            end: None,
            zone,
            date: DateBasis::Publication,
            clock: if moved.granularity <= Granularity::Minute {
                ClockBasis::Relative
            } else {
                ClockBasis::None
            },
            zone_basis,
            approximate: words.hedge.is_some_and(crate::lexicon::hedge::Hedge::is_approximate),
            relative_to: None,
            reasons: vec!["it is counted from the moment of speaking".to_owned()],
        })
    }

    /// A shift whose base nothing dates is known only to lie before the writing: its day is the story's.
    fn bound_only(&mut self, story: &mut Story, index: usize, statement: &Statement) {
        let _ = (story, index, statement);
    }

    /// Gives an end to what a length measures: "at 22:10, for 48 minutes", "came back at 6:30. It lasted 11 minutes."
    pub fn lengths(&mut self, article: &Article, parsed: &Parsed) {
        for (at, mention) in parsed.mentions.iter().enumerate().skip(1) {
            let Time::Length(length) = &mention.time else { continue };
            if !measures_last(article, &parsed.mentions[at - 1], mention) {
                continue;
            }
            let Some(before) = self.dated.iter_mut().find(|d| d.mention == at - 1) else {
                continue;
            };
            let clock = before.value.granularity <= Granularity::Minute;
            let days = before.value.granularity == Granularity::Day && length.finest() >= Unit::Hour;
            if before.end.is_some() || !(clock || days) {
                continue;
            }
            let extent = vagueness::extent(length, mention.hedge);
            if days && extent.named < 86_400 {
                continue;
            }
            let mut value = before.value;
            value.wall = value.wall.plus(extent.named);
            let window = (
                before.window.0.map(|w| w + extent.least),
                before.window.1.and_then(|w| extent.most.map(|m| w + m)),
            );
            before.end = Some(End {
                value,
                at: before.start + extent.named,
                window,
            });
        }
    }
}

/// Whether a length behind "for" or "lasted" measures what the time before it dates.
fn measures_last(article: &Article, before: &Mention, length: &Mention) -> bool {
    let words = |at: usize| article.words(article.tokens[at].span);
    let said = |at: usize, any: &[&str]| any.iter().any(|w| words(at).eq_ignore_ascii_case(w));
    let lasted =
        (length.tokens.start.saturating_sub(3)..length.tokens.start).any(|i| said(i, &["lasted", "lasting", "lasts"]));
    let led_by_for = said(length.tokens.start, &["for"]);
    let gap = length.tokens.start.saturating_sub(before.tokens.end);
    if before.sentence == length.sentence {
        return led_by_for && gap <= 1 || lasted && gap <= 5;
    }
    // "It lasted 11 minutes."
    let opens = article.sentences[length.sentence].tokens.start;
    before.sentence + 1 == length.sentence
        && lasted
        && said(opens, &["it", "that", "this"])
        && length.tokens.start - opens <= 4
}

/// A value moved by a length, cut to what the length's unit and the base leave known.
fn moved_value(
    base: &Value,
    start: i64,
    zone: Option<Zone>,
    scale: Scale,
    length: &Length,
    seconds: i64,
) -> (Value, i64) {
    let unit = length.finest();
    let sign = if seconds < 0 { -1 } else { 1 };
    let mut value = *base;
    if unit.is_clock() {
        if base.granularity > Granularity::Minute {
            // A clock's length from a day, or a part of one, leaves the day.
            let known_day = base.granularity <= Granularity::Day;
            value.granularity = if known_day { Granularity::Day } else { base.granularity };
            value.part = None;
            value.offset = None;
            if known_day {
                value.wall = value.wall.date().midnight();
            }
            return (value, start);
        }
        let at = start + seconds;
        value.wall = match (zone, scale) {
            (Some(zone), Scale::Utc) => {
                let at = super::calendar::Instant(at);
                value.offset = value.offset.map(|_| zone.offset_at(at));
                zone.wall_at(at)
            }
            _ => value.wall.plus(seconds),
        };
        if unit != Unit::Second && base.granularity == Granularity::Minute || unit == Unit::Hour {
            value.granularity = base.granularity;
        }
        return (value, at);
    }
    let date = value.wall.date();
    let count: f64 = length.terms().next().map_or(1.0, |(count, _)| match count {
        crate::parser::time::expression::Count::Exact(n) => n,
        crate::parser::time::expression::Count::Vague(_) => (seconds.abs() as f64 / unit.seconds()).round(),
    });
    let whole = count.round() as i64 * sign;
    let months = |n: i64| date.plus_months(n.clamp(-120_000, 120_000) as i32);
    let first = |d: Date| Date::new(d.year(), d.month(), 1).unwrap_or(d);
    let (granularity, date) = match unit {
        Unit::Day | Unit::Night => (Granularity::Day, date.plus_days(whole)),
        Unit::Weekend | Unit::Week => (Granularity::Day, date.plus_days(7 * whole)),
        Unit::Fortnight => (Granularity::Day, date.plus_days(14 * whole)),
        Unit::Month => (Granularity::Month, first(months(whole))),
        Unit::Quarter => (Granularity::Quarter, first(months(3 * whole))),
        Unit::Year => (
            Granularity::Year,
            Date::new(date.year() + whole as i32, 1, 1).unwrap_or(date),
        ),
        Unit::Decade => (
            Granularity::Decade,
            Date::new((date.year() + 10 * whole as i32).div_euclid(10) * 10, 1, 1).unwrap_or(date),
        ),
        _ => (
            Granularity::Century,
            Date::new((date.year() + 100 * whole as i32).div_euclid(100) * 100, 1, 1).unwrap_or(date),
        ),
    };
    let moved = (date.midnight().0 - base.wall.date().midnight().0) + start - base.wall.seconds_of_day();
    (
        Value {
            wall: date.midnight(),
            granularity,
            part: None,
            known: base.known,
            offset: None,
        },
        moved,
    )
}

/// The window of a coarse value on its base's scale.
fn day_window(value: &Value, base: &Dated) -> Window {
    let (from, to) = value.window();
    match (base.zone, base.scale) {
        (Some(zone), Scale::Utc) => (Some(zone.instants(from).first().0), Some(zone.instants(to).last().0)),
        _ => (Some(from.0), Some(to.0)),
    }
}
