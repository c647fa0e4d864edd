//! The walk through a story: which day it is on, which clock came last, who is speaking from when.
//!
//! One would get wrong that a clock without a day takes the day before it: it takes the day that the narrative is
//! on, moved on where a list passes midnight, and back where a newest-first list does.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::span::Span;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Edge, Meridiem, NamedClock, Picker};
use crate::lexicon::zone::ZoneWord;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::time::expression::{Clock, Day, DayHalf, PartOfDay, Point, ZoneName};

use super::calendar::{Date, Instants, Wall, Zone};
use super::clock;
use super::dated::{Dated, End, Slip, Window};
use super::day::{Anchor, HISTORY_AFTER};
use super::document::{ClockBasis, DateBasis, Scale, Warning, ZoneBasis};
use super::vagueness;
use super::value::{Granularity, Known, Part, Value};
use super::writing::{Writing, swaps};
use super::zones::{Named, Zones};

/// A Monday that stands in for one whose date nothing tells.
pub fn stand_in_monday() -> Date {
    Date::new(1970, 1, 5).expect("the first Monday of 1970 is a day")
}

/// The walk's state.
pub struct Story<'a> {
    /// The text.
    pub article: &'a Article,
    /// What it says.
    pub parsed: &'a Parsed,
    /// Its zones.
    pub zones: &'a Zones,
    /// When it was written.
    pub writing: Option<Writing>,
    /// How much of a date this document can know.
    pub known: Known,
    /// Index of the document, for scales of its own.
    pub document: usize,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// Dates that their own surroundings refute.
    pub slips: Vec<Slip>,
    /// In a week without a date, how many days its first weekday lies before the stand-in Monday's week ends.
    pub week_start: Date,
    focus: Option<Focus>,
    last: Option<Wall>,
    before: FxHashMap<(u8, u8), i64>,
    twenty_four: bool,
    day_first: Option<bool>,
    newest_first: bool,
    narrative: bool,
    entry: Option<Entry>,
    title: Option<Date>,
    /// A day far from the story's, for the other times of its sentence.
    excursion: Option<(usize, Date)>,
    /// The day named last, in the story or aside.
    named: Option<Date>,
    first_entry: Option<Date>,
}

/// The day that the story is on.
#[derive(Clone, Copy, Debug)]
struct Focus {
    date: Date,
    words: Option<Span>,
    /// From a heading.
    header: bool,
    /// Whether the words gave a whole date.
    whole: bool,
}

/// The entry that is being read: words in it count from its stamp.
#[derive(Clone, Debug)]
struct Entry {
    tokens: Range<usize>,
    at: Wall,
    has_clock: bool,
    /// The day that its text has turned to: a report told in an update has days of its own.
    day: Option<Date>,
    /// The zone of its stamp.
    zone: Option<ZoneName>,
}

/// A point on the wall, before it is put on a scale.
struct Placed {
    value: Value,
    earliest: Wall,
    latest: Wall,
    best: Wall,
    date: DateBasis,
    clock: ClockBasis,
    reasons: Vec<String>,
}

impl<'a> Story<'a> {
    /// A walk that has not begun.
    pub fn new(
        article: &'a Article,
        parsed: &'a Parsed,
        zones: &'a Zones,
        writing: Option<Writing>,
        known: Known,
        document: usize,
    ) -> Self {
        let mut story = Self {
            article,
            parsed,
            zones,
            writing,
            known,
            document,
            warnings: Vec::new(),
            slips: Vec::new(),
            week_start: stand_in_monday(),
            focus: None,
            last: None,
            before: FxHashMap::default(),
            twenty_four: false,
            day_first: None,
            newest_first: false,
            narrative: false,
            entry: None,
            title: None,
            excursion: None,
            named: None,
            first_entry: None,
        };
        story.survey();
        story
    }

    /// Looks through the whole text for its habits: 24 hours, order of figures, newest first, weekdays named.
    fn survey(&mut self) {
        let (mut twenty_four, mut twelve) = (0, 0);
        let mut weekdays = [false; 8];
        let mut stamps: Vec<(Option<Date>, i64)> = Vec::new();
        let mut day = None;
        for (index, mention) in self.parsed.mentions.iter().enumerate() {
            let points: &[&Point] = match &mention.time {
                Time::Point { point, .. } => &[point],
                Time::Span { from, to, .. } => &[from, to],
                _ => &[],
            };
            let role = &self.parsed.layout.roles[index];
            for point in points {
                if let Some(clock) = point.clock.filter(|c| c.named.is_none()) {
                    match clock.half {
                        DayHalf::Said(_) => twelve += 1,
                        DayHalf::TwentyFour => twenty_four += 1,
                        DayHalf::Open => {}
                    }
                }
                if let Some(Day::Weekday { weekday, .. }) = point.day {
                    weekdays[usize::from(weekday.iso())] = true;
                }
                if let Some(Day::Date(date)) = point.day
                    && !date.order_open
                    && let (Some(_), Some(d)) = (date.month, date.day)
                    && self.article.tokens[mention.tokens.clone()].iter().any(|t| matches!(t.kind, crate::article::token::Kind::Date(f) if f.separator == b'/' && f.digits[0] <= 2))
                {
                    // The figures themselves tell which group is the day.
                    let first_is_day = self.article.tokens[mention.tokens.clone()].iter().any(|t| matches!(t.kind, crate::article::token::Kind::Date(f) if f.first > 12));
                    self.day_first = self.day_first.or(Some(first_is_day && d > 12));
                }
            }
            if let (Role::Entry { .. } | Role::Heading, Some(point)) = (role, points.first()) {
                if let Some(Day::Date(date)) = point.day
                    && let (Some(month), Some(d)) = (date.month, date.day)
                {
                    day = Date::new(date.year.unwrap_or(2000), month, d);
                }
                if matches!(role, Role::Entry { .. }) && point.clock.is_some() && self.first_entry.is_none() {
                    self.first_entry = match point.day {
                        Some(Day::Date(date)) => date
                            .year
                            .zip(date.month)
                            .zip(date.day)
                            .and_then(|((y, m), d)| Date::new(y, m, d)),
                        _ => None,
                    };
                }
                if let Some(clock) = point.clock.filter(|_| matches!(role, Role::Entry { .. })) {
                    stamps.push((day, clock::hour_as_said(&clock) * 60 + i64::from(clock.minute)));
                }
            }
        }
        self.twenty_four = twenty_four > 0 && twenty_four >= twelve;
        let steps = stamps.windows(2).filter(|w| w[0] != w[1]);
        let (down, up) = steps.fold((0, 0), |(down, up), w| {
            let later = match (w[0].0, w[1].0) {
                (Some(a), Some(b)) if a != b => a < b,
                _ => w[0].1 < w[1].1,
            };
            if later { (down, up + 1) } else { (down + 1, up) }
        });
        self.newest_first = down > up;
        self.narrative = self.is_history();
        if self.known == Known::Weekday {
            self.week_start = week_start(&weekdays);
        }
    }

    /// Whether the story is a history: the first day that its body names lies long before the writing.
    fn is_history(&self) -> bool {
        let Some(writing) = self.writing.filter(|w| w.bounds) else {
            return false;
        };
        let first = self
            .parsed
            .statements
            .iter()
            .filter(|s| matches!(s.role, Role::Prose))
            .find_map(|statement| {
                let mention = &self.parsed.mentions[statement.mention?];
                match &mention.time {
                    Time::Point {
                        point: Point { day: Some(day), .. },
                        ..
                    } => Some((*day, statement)),
                    _ => None,
                }
            });
        match first {
            Some((Day::Date(date), _)) => {
                let year = date.year.unwrap_or(writing.date.year());
                let month = date.month.unwrap_or(1);
                Date::new(year, month, date.day.unwrap_or(1))
                    .is_some_and(|d| d.days_until(writing.date) > 4 * HISTORY_AFTER)
                    && date.year.is_some()
                    && date.month.is_some()
            }
            _ => false,
        }
    }

    /// The day of speaking for a mention: its entry's, its quotation's, or the writing's.
    fn now(&self, mention: &Mention) -> Option<Date> {
        if let Some(entry) = self.entry_of(mention) {
            return Some(entry.at.date());
        }
        match (self.writing, self.known) {
            (Some(writing), Known::Date) => Some(writing.date),
            (None, Known::Weekday) => Some(self.week_start.plus_days(6)),
            _ => None,
        }
    }

    fn entry_of(&self, mention: &Mention) -> Option<&Entry> {
        self.entry
            .as_ref()
            .filter(|e| e.tokens.contains(&mention.tokens.start) || e.tokens.start == mention.tokens.start)
    }

    /// The moment of speaking, where its clock is known: "ten minutes ago" counts from it.
    pub fn now_wall(&self, mention: &Mention) -> Option<(Wall, bool)> {
        if let Some(entry) = self.entry_of(mention) {
            return Some((entry.at, entry.has_clock));
        }
        self.writing.filter(|_| self.known == Known::Date).map(|w| {
            let clock = w.value.granularity <= Granularity::Minute;
            (
                if clock {
                    Wall(w.latest.0 - 59)
                } else {
                    w.date.midnight()
                },
                clock,
            )
        })
    }

    /// The latest moment that can have been told.
    fn limit(&self, mention: &Mention) -> Option<Wall> {
        if let Some(entry) = self.entry_of(mention).filter(|e| e.has_clock) {
            return Some(entry.at.plus(60));
        }
        self.writing
            .filter(|w| w.bounds && self.known == Known::Date)
            .map(|w| w.latest)
    }

    fn anchor(&self, mention: &Mention, statement: &Statement) -> Anchor {
        let now = self.now(mention);
        let focus = self.focus.map(|f| f.date);
        let narrative = match (now, self.focus) {
            (Some(now), Some(focus)) if self.entry_of(mention).is_none() => {
                self.title.is_some()
                    || (self.narrative || focus.header) && focus.whole && focus.date.days_until(now) > HISTORY_AFTER
            }
            (None, _) => true,
            _ => false,
        };
        let saying_now = statement.quoted
            && matches!(&mention.time, Time::Point { point, .. } if matches!(point.day, Some(Day::Deictic(_))));
        let now = if saying_now {
            self.said_on(statement).or(now)
        } else {
            now
        };
        let now = self.before_bedtime(now, mention, statement);
        let named_day = matches!(
            &mention.time,
            Time::Point { point, .. } | Time::Span { from: point, .. }
                if matches!(point.day, Some(Day::Unit { unit: crate::lexicon::unit::Unit::Day, .. } | Day::Weekday { picker: Some(Picker::Same | Picker::Following | Picker::Previous), .. } | Day::PickedMonth { picker: Picker::Same, .. }))
        );
        // "that evening" points to the day named last, wherever the story stands.
        let focus = if named_day && self.entry_of(mention).is_none() {
            self.named.or(focus)
        } else {
            focus
        };
        let floating_focus = if now.is_none() && focus.is_none() && self.known == Known::Weekday {
            Some(self.week_start)
        } else {
            focus
        };
        Anchor {
            now,
            focus: floating_focus.or(if self.known == Known::Clock {
                Some(stand_in_monday())
            } else {
                None
            }),
            narrative: narrative && self.known == Known::Date,
            ahead: statement.modality == Modality::Expected,
            late: self
                .last
                .is_some_and(|w| focus.is_some_and(|f| w >= f.at(12 * 3600) && w <= f.at(30 * 3600))),
            open_ended: self.writing.is_none_or(|w| !w.bounds),
            known: self.known,
        }
    }

    /// Who writes in the small hours still calls the day before "today", except for what lies ahead.
    fn before_bedtime(&self, now: Option<Date>, mention: &Mention, statement: &Statement) -> Option<Date> {
        let small_hours = self.writing.is_some_and(|w| {
            w.value.granularity <= Granularity::Minute
                && w.bounds
                && Wall(w.latest.0 - 59).seconds_of_day() < 5 * 3600
                && self.known == Known::Date
        });
        let deictic = matches!(&mention.time, Time::Point { point, .. } | Time::Span { from: point, .. } if matches!(point.day, Some(Day::Deictic(_))));
        let own = self.entry_of(mention).is_none() && statement.modality == Modality::Actual;
        if small_hours && deictic && own {
            now.map(|n| n.plus_days(-1))
        } else {
            now
        }
    }

    /// The day on which a quotation was spoken, where its sentence names one outside the marks.
    fn said_on(&self, statement: &Statement) -> Option<Date> {
        let sentence = statement.sentence;
        let mentions = &self.parsed.mentions;
        let first = mentions.partition_point(|m| m.span.start() < sentence.start());
        mentions[first..]
            .iter()
            .take_while(|m| m.span.start() < sentence.end())
            .filter(|m| sentence.contains(m.span))
            .find_map(|m| {
                let quoted = self.article.is_quoted(m.tokens.start);
                match &m.time {
                    Time::Point {
                        point:
                            Point {
                                day: Some(day @ Day::Weekday { picker: None, .. }),
                                ..
                            },
                        ..
                    } if !quoted => {
                        let anchor = Anchor {
                            now: self.now(m),
                            focus: self.focus.map(|f| f.date),
                            narrative: false,
                            ahead: false,
                            late: false,
                            open_ended: false,
                            known: self.known,
                        };
                        anchor.resolve(day, None).map(|f| f.value.wall.date())
                    }
                    _ => None,
                }
            })
    }

    /// Puts a statement's mention on the calendar; `None` where it is a length, a shift, or has nothing to count from.
    pub fn place(&mut self, index: usize, statement: &Statement) -> Option<Dated> {
        let mention_at = statement.mention?;
        let mention = &self.parsed.mentions[mention_at];
        let (from, to) = match &mention.time {
            Time::Point { point, .. } => (*point, None),
            Time::Span { from, to, .. } => (*from, Some(*to)),
            _ => return None,
        };
        let (mut from, mut to) = (self.year_of_title(from, statement, mention), to);
        self.check_weekday(&from, mention_at, mention);
        self.check_pair(mention_at, mention);
        // Who writes a mail tells the time of where it was sent from.
        let sent_from = self
            .entry_of(mention)
            .filter(|_| self.article.form == Form::Mail)
            .and_then(|e| e.zone);
        for point in std::iter::once(&mut from).chain(&mut to) {
            let local = matches!(point.zone, None | Some(ZoneName::Word(ZoneWord::Local)));
            if local && point.clock.is_some() && sent_from.is_some() {
                point.zone = sent_from;
            }
        }
        let role = statement.role.clone();
        let is_entry = matches!(role, Role::Entry { .. });
        let day_of_end = matches!(mention.time, Time::Span { day_of_end: true, .. });
        let placed = self.point(&from, mention, statement, is_entry, None)?;
        let named = from.zone.map(|z| self.zones.named(z));
        let (zone, zone_basis) = self.zone(named);
        let mut placed = placed;
        let mut end = None;
        if let Some(to) = to {
            let mut until = self.point(&to, mention, statement, false, Some(placed.best))?;
            // A stretch that ends before it begins passes midnight.
            if until.best < placed.best && to.clock.is_some() && from.clock.is_some() {
                let day = 86_400;
                if day_of_end && placed.date != DateBasis::Narrative {
                    placed = moved(placed, -day);
                } else if placed.best.0 - until.best.0 < day {
                    until = moved(until, day);
                }
            }
            let named_end = to.zone.map(|z| self.zones.named(z));
            let (zone_end, _) = self.zone(named_end);
            let (value, at, _, window) = self.on_scale(&until, zone_end, named_end);
            let coarse = until.value.granularity > Granularity::Minute;
            end = Some(End {
                value,
                at: if coarse { window.1.unwrap_or(at) } else { at },
                window: hedged(window, &until, statement_hedge(mention), coarse),
            });
        }
        self.remember(mention, statement, &placed, &from, is_entry);
        let (value, start, scale, raw) = self.on_scale(&placed, zone, named);
        let coarse = placed.value.granularity > Granularity::Minute;
        let hedge = statement_hedge(mention);
        let window = related(hedged(raw, &placed, hedge, coarse), mention.relation, end.is_some());
        if let (Some(zone), Some(label), true) = (zone, named, scale == Scale::Utc) {
            self.check_label(mention, placed.best, zone, label);
        }
        let clock_stated = placed.clock == ClockBasis::Stated;
        Some(Dated {
            statement: index,
            mention: mention_at,
            value,
            scale,
            start,
            window,
            end,
            zone: if scale == Scale::Utc || zone.is_some() {
                zone
            } else {
                None
            },
            date: placed.date,
            clock: placed.clock,
            zone_basis: if clock_stated || zone_basis != ZoneBasis::Stated {
                zone_basis
            } else {
                ZoneBasis::None
            },
            approximate: approximate(hedge, mention.relation),
            relative_to: None,
            reasons: placed.reasons,
        })
    }

    /// Two zones for one time that name two instants are told.
    fn check_pair(&mut self, index: usize, mention: &Mention) {
        let Time::Point { point, also } = &mention.time else {
            return;
        };
        let date = self
            .focus
            .map(|f| f.date)
            .or(self.writing.map(|w| w.date))
            .unwrap_or_else(stand_in_monday);
        let instant = |point: &Point| {
            let clock = point.clock?;
            let named = point.zone.map(|z| self.zones.named(z));
            let zone = named.and_then(|n| n.zone).or(self.zones.document)?;
            let wall = date.at(clock::hour_as_said(&clock) * 3600 + i64::from(clock.minute) * 60);
            let label = named
                .and_then(|n| n.label)
                .map_or_else(|| zone.instants(wall).first().0, |label| wall.0 - i64::from(label));
            Some((zone.instants(wall).first().0, label))
        };
        let Some((here, by_label)) = instant(point) else { return };
        for other in also {
            let Some((there, there_by_label)) = instant(other) else {
                continue;
            };
            // A date may lie between the two; a label may be meant to the letter; halves may be left open.
            let apart = |a: i64, b: i64| (a - b).rem_euclid(43_200).min((b - a).rem_euclid(43_200));
            let nearest = apart(here, there)
                .min(apart(by_label, there_by_label))
                .min(apart(here, there_by_label))
                .min(apart(by_label, there));
            if nearest >= 60 && self.known == Known::Date {
                let words = self.article.words(mention.span);
                self.slips.push(Slip {
                    mention: index,
                    sentence: format!("“{words}” names two instants, {} min apart", nearest / 60),
                    repair: format!("one of the two clocks is {} min off", nearest / 60),
                });
            }
        }
    }

    /// A weekday that disagrees with its date is told, and the date wins.
    fn check_weekday(&mut self, point: &Point, index: usize, mention: &Mention) {
        let Some(Day::Date(date)) = point.day else { return };
        let (Some(year), Some(month), Some(day), Some(weekday)) = (date.year, date.month, date.day, date.weekday)
        else {
            return;
        };
        let Some(found) = Date::new(year, month, day).filter(|d| d.weekday() != weekday) else {
            return;
        };
        let words = self.article.words(mention.span);
        let (back, on) = (found.back_to(weekday), found.on_to(weekday));
        let meant = if back.days_until(found) <= found.days_until(on) {
            back
        } else {
            on
        };
        self.slips.push(Slip {
            mention: index,
            sentence: format!(
                "“{words}” names a {}, but {found} is a {}",
                weekday.name(),
                found.weekday().name()
            ),
            repair: format!("the {} is {meant}", weekday.name()),
        });
    }

    /// A heading that names the title's day in another year has mistyped it.
    fn year_of_title(&mut self, mut point: Point, statement: &Statement, mention: &Mention) -> Point {
        if let (Role::Heading, Some(title), Some(Day::Date(date))) = (&statement.role, self.title, &mut point.day)
            && (date.month, date.day) == (Some(title.month()), Some(title.day()))
            && date.year.is_some_and(|y| y != title.year())
        {
            let words = self.article.words(mention.span);
            self.slips.push(Slip {
                mention: statement.mention.unwrap_or_default(),
                sentence: format!("“{words}” names another year than the title, which is about {title}"),
                repair: format!("“{words}” should name {}", title.year()),
            });
            date.year = Some(title.year());
        }
        point
    }

    /// The zone of a clock, and why.
    pub fn zone(&self, named: Option<Named>) -> (Option<Zone>, ZoneBasis) {
        use super::document::DocumentZone;
        if let Some(zone) = named.and_then(|n| n.zone) {
            return (Some(zone), ZoneBasis::Stated);
        }
        let basis = match self.zones.basis {
            DocumentZone::Declared(_) | DocumentZone::Named(_) | DocumentZone::Stamp(_) => ZoneBasis::Document,
            DocumentZone::Place(_) => ZoneBasis::Dateline,
            DocumentZone::Flag => ZoneBasis::Flag,
            DocumentZone::None => ZoneBasis::None,
        };
        (self.zones.document, basis)
    }

    /// A label that disagrees with its zone's clocks on that day is told once.
    fn check_label(&mut self, mention: &Mention, wall: Wall, zone: Zone, named: Named) {
        let (_, disagrees) = clock::instants(wall, zone, Some(named));
        if disagrees && named.label.is_some() && !self.warnings.iter().any(|w| w.code == "zone-label") {
            self.warnings.push(Warning {
                code: "zone-label",
                message: format!(
                    "“{}” names the zone by the wrong season: {} keeps {} on that day",
                    self.article.words(mention.span),
                    zone.name(),
                    super::calendar::offset_text(zone.offset_at(zone.instants(wall).first()))
                ),
                document: Some(self.document),
                span: Some(mention.span),
            });
        }
    }

    /// A point on the wall of its own zone.
    fn point(
        &mut self,
        point: &Point,
        mention: &Mention,
        statement: &Statement,
        is_entry: bool,
        after: Option<Wall>,
    ) -> Option<Placed> {
        if let Some(Day::Epoch(seconds)) = point.day {
            let wall = self
                .zones
                .document
                .unwrap_or(Zone::UTC)
                .wall_at(super::calendar::Instant(seconds));
            let value = Value {
                wall,
                granularity: Granularity::Second,
                part: None,
                known: Known::Date,
                offset: None,
            };
            return Some(Placed {
                value,
                earliest: wall,
                latest: wall,
                best: wall,
                date: DateBasis::Stated,
                clock: ClockBasis::Stated,
                reasons: vec!["seconds since 1970".to_owned()],
            });
        }
        let anchor = self.anchor(mention, statement);
        let mut reasons = Vec::new();
        let (mut value, mut basis) = match &point.day {
            Some(day) => {
                let day = self.ordered(day, point);
                let found = anchor.resolve(&day, point.edge)?;
                (found.value, found.basis)
            }
            None => {
                let (date, basis) = self.day_of_story(point, mention, is_entry, after)?;
                (Value::day(date, self.known), basis)
            }
        };
        if self.known != Known::Date
            && value.known == Known::Date
            && !matches!(point.day, Some(Day::Date(_)))
            && value.granularity <= Granularity::Day
        {
            value.known = self.known;
        }
        if let Some(clock) = &point.clock {
            let mut wall = self.clock(clock, point, value.wall.date(), mention, is_entry, after);
            // A bare clock that would lie after the writing is looked for a day earlier.
            let said_ahead = statement.modality == Modality::Expected;
            if point.day.is_none()
                && !said_ahead
                && after.is_none()
                && let Some(limit) = self.limit_in_zone(mention, point)
                && wall > limit.plus(300)
            {
                wall = wall.plus(-86_400);
                basis = DateBasis::Narrative;
                reasons.push(
                    "it would lie after the writing on the day that the story is on, so it is the day before"
                        .to_owned(),
                );
            }
            // "Monday night at 2" is the small hours of the day after.
            if point.day.is_some()
                && matches!(point.part, Some(PartOfDay { part: Part::Night, .. }))
                && clock::hour_as_said(clock) < 5
                && clock.named.is_none()
                && clock.half == DayHalf::Said(Meridiem::Am)
            {
                wall = wall.plus(86_400);
            }
            if clock.named == Some(NamedClock::Midnight) {
                let (moved, reason) = self.midnight(wall, point, mention, statement);
                wall = moved;
                reasons.push(reason);
            }
            if clock.hour == 24 && clock.half != DayHalf::Open {
                reasons.push("24:00 is the end of the day".to_owned());
            }
            value.wall = wall;
            value.granularity = if clock.second.is_some() {
                Granularity::Second
            } else {
                Granularity::Minute
            };
            reasons.insert(0, self.reason(basis, point));
            return Some(Placed {
                value,
                earliest: wall,
                latest: wall,
                best: wall,
                date: basis,
                clock: ClockBasis::Stated,
                reasons,
            });
        }
        reasons.insert(0, self.reason(basis, point));
        if let Some(part) = point.part {
            let date = value.wall.date();
            let (from, to) = vagueness::part_hours(part.part, part.edge.or(point.edge));
            value.granularity = Granularity::PartOfDay;
            value.part = Some(part.part);
            return Some(Placed {
                value,
                earliest: date.at(from * 3600),
                latest: date.at(to * 3600),
                best: date.at(from * 3600),
                date: basis,
                clock: ClockBasis::None,
                reasons,
            });
        }
        if let (Some(edge @ (Edge::Early | Edge::Small | Edge::Mid | Edge::Late)), Granularity::Day) =
            (point.edge, value.granularity)
        {
            let date = value.wall.date();
            let (from, to) = vagueness::edge_hours(edge);
            value.granularity = Granularity::PartOfDay;
            value.part = Some(match edge {
                Edge::Early | Edge::Small => Part::Morning,
                Edge::Mid => Part::Midday,
                Edge::Late | Edge::Earlier | Edge::Later => Part::Night,
            });
            return Some(Placed {
                value,
                earliest: date.at(from * 3600),
                latest: date.at(to * 3600),
                best: date.at(from * 3600),
                date: basis,
                clock: ClockBasis::None,
                reasons,
            });
        }
        let (earliest, latest) = value.window();
        Some(Placed {
            value,
            earliest,
            latest,
            best: earliest,
            date: basis,
            clock: ClockBasis::None,
            reasons,
        })
    }

    /// Midnight opens the day it is named with where something begins then, and closes the day in focus where the
    /// story comes to it from an evening.
    fn midnight(&self, wall: Wall, point: &Point, mention: &Mention, statement: &Statement) -> (Wall, String) {
        let ends = matches!(
            mention.relation,
            Relation::Until | Relation::By | Relation::Before | Relation::To
        ) || mention.hedge == Some(Hedge::ShortlyBefore);
        let evening = self
            .last
            .is_some_and(|last| last.date() == wall.date() && last.seconds_of_day() >= 12 * 3600);
        let begins = statement.phase == Phase::Started && point.day.is_some();
        let date = wall.date();
        if point.day.is_some() && begins && !ends {
            return (wall, "midnight is the beginning of the day named".to_owned());
        }
        if point.day.is_none() && (ends || evening || mention.relation == Relation::At)
            || point.day.is_some() && ends && !begins
        {
            // "midnight Tuesday" after an evening, "by midnight": the end of the day.
            let next = date.plus_days(1).midnight();
            let possible = self.limit(mention).is_none_or(|limit| next <= limit.plus(3600))
                || statement.modality == Modality::Expected;
            if possible {
                return (next, "midnight is the end of the day that the story is on".to_owned());
            }
        }
        (wall, "midnight is the beginning of the day".to_owned())
    }

    /// Swaps day and month where the document writes the day first.
    fn ordered(&self, day: &Day, point: &Point) -> Day {
        match day {
            Day::Date(date) if date.order_open => {
                let swap = self.day_first.unwrap_or_else(|| swaps(point, self.zones));
                let mut date = *date;
                if swap {
                    (date.month, date.day) = (date.day, date.month);
                }
                Day::Date(date)
            }
            other => *other,
        }
    }

    /// The day of a time that names none.
    fn day_of_story(
        &self,
        point: &Point,
        mention: &Mention,
        is_entry: bool,
        after: Option<Wall>,
    ) -> Option<(Date, DateBasis)> {
        if let Some(after) = after {
            return Some((after.date(), DateBasis::Narrative));
        }
        if let Some(entry) = self.entry_of(mention) {
            if let Some(day) = entry.day {
                return Some((day, DateBasis::Narrative));
            }
            let date = entry.at.date();
            let Some(clock) = point.clock.filter(|_| entry.has_clock) else {
                return Some((date, DateBasis::Narrative));
            };
            // A clock told in an entry lies shortly before it, whatever the day's name.
            let at = clock::hour_as_said(&clock) * 3600;
            let ahead = date.at(at).0 - entry.at.0;
            let open = clock.half == DayHalf::Open;
            let date = if ahead > 6 * 3600 && !open {
                date.plus_days(-1)
            } else {
                date
            };
            return Some((date, DateBasis::Narrative));
        }
        if let Some((sentence, date)) = self.excursion.filter(|(sentence, _)| *sentence == mention.sentence) {
            let _ = sentence;
            return Some((date, DateBasis::Narrative));
        }
        let basis = match self.focus {
            Some(focus) if focus.header => DateBasis::Header,
            Some(_) => DateBasis::Narrative,
            None => DateBasis::Publication,
        };
        let date = match (self.focus, self.now(mention)) {
            (Some(focus), _) => focus.date,
            // A report whose entries have their dates, before the first of them.
            (None, Some(_)) if self.first_entry.is_some() => self.first_entry?,
            (None, Some(now)) => now,
            (None, None) if self.known == Known::Clock => stand_in_monday(),
            (None, None) if self.known == Known::Weekday => self.week_start,
            (None, None) => return None,
        };
        let basis = if self.focus.is_none() && self.writing.is_none() {
            DateBasis::None
        } else {
            basis
        };
        let Some(clock) = point.clock else {
            return Some((date, basis));
        };
        if is_entry {
            return Some((self.in_list(date, &clock), basis));
        }
        // The small hours after an evening belong to the next day; what is told after them in the evening does not.
        let small_hours = clock::hour_as_said(&clock) < 6
            && (clock.half != DayHalf::Open || self.twenty_four)
            && clock.named != Some(NamedClock::Midnight);
        let evening = self
            .last
            .is_some_and(|last| last.date() >= date && (last.date() > date || last.seconds_of_day() >= 18 * 3600));
        let carried = self.last.is_some_and(|last| last.date() == date.plus_days(1));
        if small_hours && (evening || carried) {
            return Some((date.plus_days(1), DateBasis::Narrative));
        }
        Some((date, basis))
    }

    /// The day of a list's entry: moved on, or back, where the list passes midnight.
    fn in_list(&self, focus: Date, clock: &Clock) -> Date {
        let Some(last) = self.last.filter(|last| focus.days_until(last.date()).abs() <= 3) else {
            return focus;
        };
        let at = clock::hour_as_said(clock) * 3600 + i64::from(clock.minute) * 60;
        let date = last.date();
        let step = at - last.seconds_of_day();
        let half_day = 8 * 3600;
        if !self.newest_first && step < -half_day {
            date.plus_days(1)
        } else if self.newest_first && step > half_day {
            date.plus_days(-1)
        } else {
            date
        }
    }

    /// The wall clock that a clock time shows on a day.
    fn clock(
        &self,
        clock: &Clock,
        point: &Point,
        date: Date,
        mention: &Mention,
        is_entry: bool,
        after: Option<Wall>,
    ) -> Wall {
        let universal = point.zone.and_then(|z| self.zones.named(z).zone) == Some(Zone::UTC);
        let figures = self.article.tokens[mention.tokens.clone()].iter().any(|t| {
            !matches!(
                t.kind,
                crate::article::token::Kind::Word { .. } | crate::article::token::Kind::Symbol(_)
            )
        });
        let setting = clock::Setting {
            // "half past five" is never told on twenty-four hours.
            twenty_four: self.twenty_four && figures,
            last: after.or(self.last),
            universal,
            stamp: self
                .entry_of(mention)
                .filter(|e| !is_entry && e.has_clock && after.is_none())
                .map(|e| e.at),
            limit: self.limit(mention).filter(|_| !is_entry),
            date,
            before: self
                .before
                .get(&(clock.hour, clock.minute))
                .copied()
                .filter(|_| clock.half == DayHalf::Open),
        };
        date.at(clock::of_day(clock, &setting))
    }

    /// The limit of what can have been told, on the wall of the point's own zone.
    fn limit_in_zone(&self, mention: &Mention, point: &Point) -> Option<Wall> {
        let limit = self.limit(mention)?;
        if self.entry_of(mention).is_some() {
            return Some(limit.plus(12 * 3600));
        }
        let named = point.zone.and_then(|z| self.zones.named(z).zone);
        // A stamp in a zone of its own bounds clocks whose zone nobody knows only to within a day.
        if named.is_none() && self.zones.document.is_none() && self.writing.is_some_and(|w| w.instant.is_some()) {
            return Some(limit.plus(14 * 3600));
        }
        match (named, self.zones.document, self.writing.and_then(|w| w.instant)) {
            (Some(zone), _, Some(instant)) => Some(zone.wall_at(instant).plus(60)),
            (Some(zone), Some(document), None) if zone != document => Some(limit.plus(14 * 3600)),
            _ => Some(limit),
        }
    }

    /// Remembers where the story is.
    fn remember(&mut self, mention: &Mention, statement: &Statement, placed: &Placed, point: &Point, is_entry: bool) {
        let best = self.document_wall(placed.best, point);
        let date = best.date();
        if is_entry || statement.role == Role::Heading {
            let text = statement.clause.clone();
            if is_entry {
                self.entry = Some(Entry {
                    tokens: mention.tokens.start.min(text.start)..text.end.max(mention.tokens.end),
                    at: placed.best,
                    has_clock: placed.clock == ClockBasis::Stated,
                    day: None,
                    zone: point.zone,
                });
                // A post that the story quotes, stamped in its reader's zone, does not move the story.
                let block = self.article.sentences[mention.sentence].block;
                if self.article.blocks[block].kind == BlockKind::Quote {
                    return;
                }
                self.last = Some(placed.best);
            } else {
                self.last = None;
                self.entry = None;
            }
            let explicit = point.day.is_some();
            // A dated entry without a clock, days away from the rest, is an exception in its list.
            let exception = is_entry
                && placed.clock != ClockBasis::Stated
                && self.focus.is_some_and(|f| f.date.days_until(date).abs() > 3);
            if exception {
                self.last = None;
            } else if explicit || self.focus.is_none() {
                self.focus = Some(Focus {
                    date,
                    words: Some(mention.span),
                    header: !is_entry,
                    whole: matches!(point.day, Some(Day::Date(_))),
                });
            }
            return;
        }
        if self.entry_of(mention).is_some() {
            if let (Some(entry), Some(Day::Date(_))) = (&mut self.entry, point.day)
                && placed.value.granularity <= Granularity::Day
                && statement.modality != Modality::Expected
            {
                entry.day = Some(date);
            }
            return;
        }
        let fine = placed.value.granularity <= Granularity::Day;
        let planned = statement.modality == Modality::Expected && self.writing.is_none_or(|w| date > w.date);
        let elsewhere = statement.history || planned || statement.quoted || statement.role == Role::Signature;
        let known_far = !self.narrative
            && self
                .writing
                .is_some_and(|w| w.bounds && date.days_until(w.date).abs() > 45)
            && !self
                .focus
                .is_some_and(|f| f.header && f.date.days_until(date).abs() < 45);
        if fine && point.day.is_some() && !statement.quoted {
            self.named = Some(date);
        }
        if fine && point.day.is_some() && (known_far || statement.history) {
            self.excursion = Some((mention.sentence, date));
        }
        let long_before = self.focus.is_some_and(|f| f.whole && date.days_until(f.date) > 180);
        if fine && !elsewhere && !known_far && !long_before && statement.role != Role::Aside {
            let aside_day = matches!(
                point.day,
                Some(
                    Day::Overnight
                        | Day::Weekday {
                            picker: Some(Picker::Previous | Picker::Last),
                            ..
                        }
                        | Day::Unit {
                            picker: Picker::Previous,
                            ..
                        }
                )
            );
            // "had been moved on Saturday": the story looks back and does not go there.
            let looks_back = self.focus.is_some_and(|f| !f.header && date < f.date) && self.tells_back(statement);
            if point.day.is_some() && !aside_day && !looks_back {
                let moved = self.focus.is_none_or(|f| f.date != date);
                self.focus = Some(Focus {
                    date,
                    words: Some(mention.span),
                    header: false,
                    whole: matches!(point.day, Some(Day::Date(d)) if d.year.is_some() || d.month.is_some())
                        || self
                            .focus
                            .is_some_and(|f| f.whole && f.date.days_until(date).abs() < HISTORY_AFTER),
                });
                if moved {
                    self.last = None;
                }
            }
            if let Some(clock) = &point.clock {
                self.last = Some(best);
                if placed.clock == ClockBasis::Stated && clock.named.is_none() {
                    self.before
                        .insert((clock.hour, clock.minute), placed.best.seconds_of_day());
                }
            } else if let Some(part) = point.part {
                let (_, to) = vagueness::part_hours(part.part, part.edge);
                self.last = Some(date.at((to.min(24) - 1) * 3600));
            }
        }
    }

    /// The day that a title names, its year supplied from the writing.
    pub fn title_day(
        &self,
        date: &crate::parser::time::expression::CalendarDate,
        mention: &Mention,
        statement: &Statement,
    ) -> Option<Date> {
        let point = Point {
            day: Some(Day::Date(*date)),
            ..Point::default()
        };
        let day = self.ordered(&Day::Date(*date), &point);
        self.anchor(mention, statement)
            .resolve(&day, None)
            .map(|f| f.value.wall.date())
    }

    /// The wall clock of a point that something is measured from, and whether its clock is known.
    pub fn wall_of(&mut self, point: &Point, mention: &Mention, statement: &Statement) -> Option<(Wall, bool)> {
        let placed = self.point(point, mention, statement, false, None)?;
        if placed.value.granularity > Granularity::Day {
            return None;
        }
        Some((placed.best, placed.clock == ClockBasis::Stated))
    }

    /// A wall clock of a point's own zone, on the wall of the document's.
    fn document_wall(&self, wall: Wall, point: &Point) -> Wall {
        let named = point
            .zone
            .map(|z| self.zones.named(z))
            .filter(|_| point.clock.is_some() && self.known == Known::Date);
        match (named.and_then(|n| n.zone), self.zones.document) {
            (Some(own), Some(document)) if own != document => {
                document.wall_at(clock::instants(wall, own, named).0.first())
            }
            _ => wall,
        }
    }

    /// Whether somebody is reported to look back: "the company said that the service had been moved".
    fn tells_back(&self, statement: &Statement) -> bool {
        let lexicon = crate::lexicon::lexicon();
        let mut said = false;
        self.article.tokens[statement.clause.clone()].iter().any(|token| {
            if let crate::article::token::Kind::Word { id, .. } = token.kind {
                said |= lexicon.speech.begins(id);
            }
            said && self.article.words(token.span).eq_ignore_ascii_case("had")
        })
    }

    /// Sets the story's day from a title.
    pub fn open(&mut self, date: Date, words: Span) {
        self.title = Some(date);
        self.focus = Some(Focus {
            date,
            words: Some(words),
            header: true,
            whole: true,
        });
    }

    /// Tells the story that something was measured out to a moment: later words go on from there.
    pub fn reached(&mut self, wall: Wall) {
        if self.focus.is_some_and(|f| f.date.days_until(wall.date()).abs() <= 1) {
            self.last = Some(wall);
        }
    }

    fn reason(&self, basis: DateBasis, point: &Point) -> String {
        let focus = self.focus.and_then(|f| f.words).map(|span| self.article.words(span));
        match basis {
            DateBasis::Stated => "the words name the date".to_owned(),
            DateBasis::Weekday if self.known != Known::Date => {
                "the words name the weekday; nothing gives its date".to_owned()
            }
            DateBasis::Weekday => match point.day {
                Some(Day::Weekday { picker: None, .. }) => {
                    "the weekday is the latest that is not after the writing".to_owned()
                }
                _ => "the weekday is reckoned from the writing or the story".to_owned(),
            },
            DateBasis::Header => format!("the heading “{}” gives the date", focus.unwrap_or_default()),
            DateBasis::Narrative => focus.map_or_else(
                || "the date is the one that the story is on".to_owned(),
                |words| format!("the date is the one that the story is on since “{words}”"),
            ),
            DateBasis::Publication => "the date is counted from the moment of writing".to_owned(),
            DateBasis::Relative => "the date is measured from another event".to_owned(),
            DateBasis::None => "nothing gives a date".to_owned(),
        }
    }

    /// Puts a placed point on its scale: value with its offset, best instant, scale, window.
    fn on_scale(&self, placed: &Placed, zone: Option<Zone>, named: Option<Named>) -> (Value, i64, Scale, Window) {
        let mut value = placed.value;
        let document = self.document;
        match (value.known, zone) {
            (Known::Date, Some(zone)) => {
                let (best, _) = clock::instants(placed.best, zone, named);
                let (first, last) = match best {
                    // A wall clock that autumn has twice widens the window.
                    Instants::Twice(a, b) if placed.earliest == placed.latest => (a.0, b.0),
                    _ if placed.earliest == placed.latest => (best.first().0, best.first().0),
                    _ => (
                        zone.instants(placed.earliest).first().0,
                        zone.instants(placed.latest).last().0,
                    ),
                };
                if value.granularity <= Granularity::Hour {
                    let to_the_letter = named.filter(|n| n.literal).and_then(|n| n.label);
                    value.offset = Some(to_the_letter.unwrap_or_else(|| zone.offset_at(best.first())));
                }
                (value, best.first().0, Scale::Utc, (Some(first), Some(last)))
            }
            (Known::Date, None) => (
                value,
                placed.best.0,
                Scale::Local { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
            (Known::Weekday, _) => (
                value,
                placed.best.0,
                Scale::Week { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
            (Known::Clock, _) => (
                value,
                placed.best.0,
                Scale::Day { document },
                (Some(placed.earliest.0), Some(placed.latest.0)),
            ),
        }
    }

    /// Puts a wall clock on the scale of this document.
    pub fn scaled(&self, wall: Wall) -> (i64, Scale) {
        match (self.known, self.zones.document) {
            (Known::Date, Some(zone)) => (zone.instants(wall).first().0, Scale::Utc),
            (Known::Date, None) => (
                wall.0,
                Scale::Local {
                    document: self.document,
                },
            ),
            (Known::Weekday, _) => (
                wall.0,
                Scale::Week {
                    document: self.document,
                },
            ),
            (Known::Clock, _) => (
                wall.0,
                Scale::Day {
                    document: self.document,
                },
            ),
        }
    }
}

/// The hedge of a mention.
pub fn statement_hedge(mention: &Mention) -> Option<Hedge> {
    mention.hedge
}

/// Whether hedge or relation make a time approximate.
pub fn approximate(hedge: Option<Hedge>, relation: Relation) -> bool {
    let _ = relation;
    hedge.is_some_and(Hedge::is_approximate)
}

/// Moves a placed point by seconds.
fn moved(mut placed: Placed, by: i64) -> Placed {
    placed.value.wall = placed.value.wall.plus(by);
    placed.earliest = placed.earliest.plus(by);
    placed.latest = placed.latest.plus(by);
    placed.best = placed.best.plus(by);
    placed
}

/// The window that a hedge makes of a point's own.
fn hedged(window: Window, placed: &Placed, hedge: Option<Hedge>, coarse: bool) -> Window {
    let Some(hedge) = hedge else { return window };
    if coarse {
        let by = match placed.value.granularity {
            Granularity::PartOfDay => 0,
            Granularity::Day => vagueness::ABOUT_DAY,
            _ => 0,
        };
        return if hedge == Hedge::About {
            (window.0.map(|w| w - by), window.1.map(|w| w + by))
        } else {
            window
        };
    }
    let (_, minute, _) = placed.best.clock();
    let (before, after) = vagueness::clock_window(hedge, minute);
    (
        window.0.and_then(|w| before.map(|b| w - b)),
        window.1.and_then(|w| after.map(|a| w + a)),
    )
}

/// The window that a relation leaves: "by" and "before" bound only above, "after" only below.
fn related(window: Window, relation: Relation, span: bool) -> Window {
    match relation {
        _ if span => window,
        Relation::By | Relation::Before => (None, window.1),
        Relation::After => (window.0, None),
        _ => window,
    }
}

/// The first day of a week whose weekdays are named without dates: the day behind the widest gap.
fn week_start(named: &[bool; 8]) -> Date {
    let days: Vec<i64> = (1..=7).filter(|d| named[*d as usize]).collect();
    let monday = stand_in_monday();
    let Some(first) = days.first() else { return monday };
    let mut best = (0, *first);
    for (at, day) in days.iter().enumerate() {
        let before = if at == 0 {
            days[days.len() - 1] - 7
        } else {
            days[at - 1]
        };
        // Of equal gaps the one that begins the week earliest wins.
        if day - before > best.0 {
            best = (day - before, *day);
        }
    }
    let start = monday.plus_days(best.1 - 1);
    // A week that begins on its last days lies before the stand-in Monday.
    if best.1 > 4 { start.plus_days(-7) } else { start }
}
