//! A point of time on the wall of its own zone.
//!
//! One would get wrong midnight, which ends a day as often as it begins one, and a part of a day, which is no point.

use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Edge, Meridiem, NamedClock, Picker};
use crate::normaliser::calendar::{Date, Instant, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::day::Anchor;
use crate::normaliser::document::{ClockBasis, DateBasis};
use crate::normaliser::vagueness;
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::normaliser::writing::order::swaps;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::term::puts_off;
use crate::parser::time::expression::{Day, DayHalf, Point};

use super::Story;
use super::speaker::Entry;

/// Seconds of a day by which its early morning is over.
const EARLY_MORNING: i64 = 9 * 3600;

/// A point on the wall, before it is put on a scale.
pub(super) struct Placed {
    pub(super) value: Value,
    pub(super) earliest: Wall,
    pub(super) latest: Wall,
    pub(super) best: Wall,
    pub(super) date: DateBasis,
    pub(super) clock: ClockBasis,
    pub(super) reasons: Vec<String>,
}

impl Placed {
    /// A clock time, which is an instant.
    fn clock(value: Value, date: DateBasis, reasons: Vec<String>) -> Self {
        Self {
            value,
            earliest: value.wall,
            latest: value.wall,
            best: value.wall,
            date,
            clock: ClockBasis::Stated,
            reasons,
        }
    }

    /// A part of the value's day, by its hours: from and to.
    fn part(mut value: Value, part: Part, (from, to): (i64, i64), date: DateBasis, reasons: Vec<String>) -> Self {
        let day = value.wall.date();
        value.granularity = Granularity::PartOfDay;
        value.part = Some(part);
        Self {
            value,
            earliest: day.at(from * 3600),
            latest: day.at(to * 3600),
            best: day.at(from * 3600),
            date,
            clock: ClockBasis::None,
            reasons,
        }
    }

    /// The same, moved by seconds.
    pub(super) fn moved(mut self, by: i64) -> Self {
        self.value.wall = self.value.wall.plus(by);
        self.earliest = self.earliest.plus(by);
        self.latest = self.latest.plus(by);
        self.best = self.best.plus(by);
        self
    }
}

impl Story<'_> {
    /// A point on the wall of its own zone.
    pub(super) fn point(
        &mut self,
        point: &Point,
        mention: &Mention,
        statement: &Statement,
        is_entry: bool,
        after: Option<Wall>,
    ) -> Option<Placed> {
        if let Some(Day::Epoch(seconds)) = point.day {
            let wall = self.zones.document.unwrap_or(Zone::UTC).wall_at(Instant(seconds));
            let value = Value {
                wall,
                granularity: Granularity::Second,
                part: None,
                known: Known::Date,
                offset: None,
            };
            let reasons = vec!["seconds since 1970".to_owned()];
            return Some(Placed::clock(value, DateBasis::Stated, reasons));
        }
        if let Some(placed) = self
            .history_of_clock(point, mention)
            .filter(|_| !is_entry && after.is_none())
        {
            return Some(placed);
        }
        let mut anchor = self.anchor(mention, statement);
        if !is_entry && after.is_none() && self.is_of_far_stretch(point, mention, &anchor) {
            return None;
        }
        // "From 11 p.m. on Friday until 3 a.m. the next day": the day after that on which it began.
        if let (Some(after), Some(_)) = (after, point.picked_day()) {
            anchor.focus = Some(after.date());
        } else if let Some(Day::Unit {
            picker: Picker::Same, ..
        }) = point.day
            && let Some(date) = self.day_of_outage(mention)
        {
            anchor.focus = Some(date);
        }
        let mut reasons = Vec::with_capacity(1);
        let (mut value, mut basis) = match &point.day {
            Some(day) => {
                let day = self.in_year_named(self.ordered(day, point), mention);
                let mut found = anchor.resolve(&day)?;
                let latest = found.value.wall.date();
                if is_entry && let Some(later) = self.weekday_of_list(&day, latest) {
                    found.value.wall = later.midnight();
                }
                let told = self
                    .told_before(&day, latest, anchor.ahead)
                    .or_else(|| self.definite_weekday(&day, mention))
                    .or_else(|| self.weekday_before_story(&day, latest, mention, statement))
                    .or_else(|| self.retold_weekday(&day, latest, mention).filter(|_| anchor.narrative));
                if let Some(told) = told
                    .filter(|_| (!anchor.ahead || self.is_past_plan(mention, statement)) && !self.said_of_late(mention))
                {
                    found.value.wall = told.midnight();
                }
                let to_come = self.weekday_to_come(point, found.value.wall.date(), mention);
                if let Some(next) = to_come.filter(|_| anchor.ahead && statement.modality == Modality::Expected) {
                    found.value.wall = next.midnight();
                }
                if let Some(term) = self.put_off_to(point, mention, statement) {
                    found.value.wall = term.midnight();
                }
                // "last month", "June" where nothing tells the year: no calendar has a place for it.
                let yearless = matches!(self.known, Known::Yearless | Known::Weekday) && matches!(day, Day::Date(_));
                // "In August last year": of which year before none that is known.
                let picked = matches!(day, Day::Date(date) if date.year_pick.is_some());
                let placeless = found.value.granularity > Granularity::Weekend && !yearless && !day.names_year();
                if self.known != Known::Date && (placeless || picked) {
                    return None;
                }
                (found.value, found.basis)
            }
            None => {
                let of_update = self
                    .day_of_update(point, mention)
                    .filter(|_| is_entry && after.is_none());
                let (date, basis) = match of_update {
                    Some(date) => (date, DateBasis::Publication),
                    None => self.day_of_story(point, mention, is_entry, after)?,
                };
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
            let mut wall = self.clock(clock, point, value.wall.date(), (mention, statement), is_entry, after);
            // A bare clock that would lie after the writing is looked for a day earlier, where that lies before it.
            let said_ahead =
                statement.modality == Modality::Expected || self.is_note_of_hour(clock, mention, statement);
            if point.day.is_none()
                && point.days_on.is_none()
                && !said_ahead
                && after.is_none()
                && let Some(limit) = self.limit_in_zone(mention, point)
                && (limit.plus(300).0 + 1..=limit.plus(86_700).0).contains(&wall.0)
                && !(is_entry && self.goes_on_behind(limit, wall))
                && !self.outran_its_stamp(wall, mention, statement)
            {
                self.notice_put_back(wall.0 - limit.0, mention, statement);
                wall = wall.plus(-86_400);
                basis = DateBasis::Narrative;
                reasons.push(
                    "it would lie after the writing on the day that the story is on, so it is the day before"
                        .to_owned(),
                );
            }
            let open_promise = point.day.is_none() && said_ahead && !is_entry && after.is_none();
            // "Power should be back by 4 p.m.", written on Saturday of Thursday's storm: nobody hopes for what is past.
            if open_promise && let Some(written) = self.hoped_for_on(statement, mention, wall) {
                wall = written.at(wall.seconds_of_day());
                basis = DateBasis::Publication;
                reasons.push("it is still hoped for, so it lies on the day of the writing".to_owned());
            }
            // "Next update at 0:15", promised at 23:45.
            if open_promise
                && clock.named != Some(NamedClock::Midnight)
                && (self.promised_past(mention, clock, wall) || self.promised_end_past(mention, clock, wall))
            {
                wall = wall.plus(86_400);
                basis = DateBasis::Narrative;
                reasons.push("it is promised, and on the day of its entry it would lie before it".to_owned());
            }
            // "The bank promises news by six", told at 23:52: the next six.
            if open_promise && let Some(next) = self.promised_next(statement, mention, clock, wall) {
                wall = next;
                basis = DateBasis::Narrative;
                reasons.push("it is promised, so it is the next such hour behind its entry".to_owned());
            }
            // "Down from 22:48 … back by 8:35": an end that the day would put before the beginning is the next day's.
            if point.day.is_none()
                && after.is_none()
                && !is_entry
                && clock.named != Some(NamedClock::Midnight)
                && self.listed_again(point, mention).is_none()
                && !self.follows_in_sentence(mention, wall)
                && self.ends_before_it_began(statement, mention, wall)
            {
                wall = wall.plus(86_400);
                basis = DateBasis::Narrative;
                reasons.push("on the day that the story is on it would lie before the beginning".to_owned());
            }
            if let Some(then) = self
                .befell(clock, point, mention, wall)
                .filter(|_| after.is_none() && !is_entry)
            {
                wall = then;
                basis = DateBasis::Narrative;
                reasons.push("it is told by one whom the outage befell, so it lies in that".to_owned());
            }
            // "Monday night at 2 a.m.", "00:01 tonight": the small hours of the day after.
            if point.day.is_some()
                && point.is_of_night()
                && clock::hour_as_said(clock) < 5
                && clock.named.is_none()
                && matches!(clock.half, DayHalf::Said(Meridiem::Am) | DayHalf::TwentyFour)
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
            return Some(Placed::clock(value, basis, reasons));
        }
        reasons.insert(0, self.reason(basis, point));
        // "For most of a morning in September": of which day nobody says.
        if let Some(part) = point.part.filter(|_| value.granularity <= Granularity::Day) {
            // "It went on until the morning", told of an evening: the next day's.
            let evening = |last: Wall| last.date() == value.wall.date() && last.seconds_of_day() >= 15 * 3600;
            let ends = matches!(mention.relation, Relation::Until | Relation::By | Relation::To);
            if part.part == Part::Morning && point.day.is_none() && ends && self.last.is_some_and(evening) {
                value.wall = value.wall.plus(86_400);
            }
            // "Crews worked during the night", told on the day of writing: the night that is over.
            // "Thank you for bearing with us through the night", posted at noon.
            let by_day = |entry: &Entry| entry.has_clock && (4..20).contains(&(entry.at.seconds_of_day() / 3600));
            let entry = self.entry_of(mention);
            let over_by_now = part.part == Part::Night
                && point.day.is_none()
                && point.edge.or(part.edge).is_none()
                && statement.modality == Modality::Actual
                && (!anchor.late || entry.is_some())
                && entry.is_none_or(by_day)
                && self.now(mention) == Some(value.wall.date());
            // "Crews have worked through the night"; below the heading of a day it is the night that ends it.
            let through = mention.relation == Relation::To && (entry.is_some() || self.focus.is_none_or(|f| !f.header));
            let ended_then = statement.modality == Modality::Actual && self.night_that_ends(point, value.wall, mention);
            if ended_then || over_by_now && (mention.relation == Relation::During || through) {
                value.wall = value.wall.plus(-86_400);
            }
            let hours = vagueness::part_hours(part.part, part.edge.or(point.edge));
            // "In the early hours", told behind an evening or of the small hours themselves: the night that the story is in.
            let night = |last: Wall| {
                let by = value.wall.date().days_until(last.date());
                by == 1 && last.seconds_of_day() < 12 * 3600 || by == 0 && last.seconds_of_day() >= 18 * 3600
            };
            let next = value.wall.plus(86_400);
            let possible = point.day.is_none()
                && self.entry_of(mention).is_none()
                && self.limit(mention).is_none_or(|limit| next <= limit);
            if possible && hours.1 <= 6 && self.last.is_some_and(night) {
                value.wall = next;
            }
            // "On Saturday at 6:50 p.m. it failed … put into service at 7:30 a.m. Homes came back through the morning": not
            // that Saturday's, for the story has come to the day after.
            let carried = |last: Wall| last.date() == next.date() && last.seconds_of_day() < hours.1 * 3600;
            if possible && hours.1 <= 18 && value.wall != next && self.last.is_some_and(carried) {
                value.wall = next;
            }
            // "A fire was reported at 11:23 p.m. on Thursday. Power was back by early afternoon": not that Thursday's.
            let over = |last: Wall| {
                let evening = last.seconds_of_day() >= hours.1.max(18) * 3600;
                evening && last.date() == value.wall.date()
            };
            let returns = Self::tells_return(statement) && self.clock_beside(mention).is_none();
            if possible && returns && self.last.is_some_and(over) {
                value.wall = next;
            }
            return Some(Placed::part(value, part.part, hours, basis, reasons));
        }
        if let (Some(edge @ (Edge::Early | Edge::Small | Edge::Mid | Edge::Late)), Granularity::Day) =
            (point.edge, value.granularity)
        {
            let part = match edge {
                Edge::Early | Edge::Small => Part::Morning,
                Edge::Mid => Part::Midday,
                Edge::Late | Edge::Earlier | Edge::Later => Part::Night,
            };
            let hours = vagueness::edge_hours(edge);
            return Some(Placed::part(value, part, hours, basis, reasons));
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

    /// "The failure of Sunday evening … systems came back after midnight Sunday": what ends an evening ends it at its midnight.
    fn mends_behind_evening(&self, point: &Point, statement: &Statement) -> bool {
        const EVENING: i64 = 17;
        let mends = matches!(statement.phase, Phase::Mitigating | Phase::Recovering | Phase::Resolved);
        let of_evening = |told: &Point| {
            let clock = told.clock.filter(|clock| clock.half != DayHalf::Open);
            told.day == point.day
                && (told.is_of_night() || clock.is_some_and(|clock| clock::hour_as_said(&clock) >= EVENING))
        };
        mends
            && point.day.is_some()
            && self.parsed.mentions.iter().any(|mention| match &mention.time {
                Time::Point { point, .. } | Time::Span { from: point, .. } => of_evening(point),
                _ => false,
            })
    }

    /// Midnight opens the day it is named with where something begins then, and closes the day in focus where the
    /// story comes to it from an evening.
    pub(super) fn midnight(
        &self,
        wall: Wall,
        point: &Point,
        mention: &Mention,
        statement: &Statement,
    ) -> (Wall, String) {
        let ends = matches!(
            mention.relation,
            Relation::Until | Relation::By | Relation::Before | Relation::To
        );
        // "Failed just before midnight on Sunday": what comes before it is of the day named.
        let closes = mention.hedge == Some(Hedge::ShortlyBefore);
        // "From 16:00 until midnight on Monday": the end of the one day that is named.
        let closes_span = matches!(&mention.time, Time::Span { from, to, day_of_end: true }
            if to == point && from.clock.is_some() && from.day == to.day);
        let closes = closes || closes_span;
        let ends = ends || closes;
        let evening = self
            .last
            .is_some_and(|last| last.date() == wall.date() && last.seconds_of_day() >= 12 * 3600);
        // "In the early morning of 19 July … at midnight and again at one", or below a heading: the day begins with it.
        let begins_day = match self.last {
            Some(last) => last.date() == wall.date() && last.seconds_of_day() < EARLY_MORNING,
            None => self.focus.is_some_and(|f| f.header),
        };
        let begins_day = begins_day || self.is_behind_morning(mention);
        let begins = statement.phase == Phase::Started && point.day.is_some();
        let date = wall.date();
        // "Midnight last night", "at midnight on Monday night": a night's midnight ends the day on which it began.
        if point.day.is_some() && point.is_of_night() {
            return (
                date.plus_days(1).midnight(),
                "midnight is the end of the day on which the night began".to_owned(),
            );
        }
        if point.day.is_some() && begins && !ends {
            return (wall, "midnight is the beginning of the day named".to_owned());
        }
        if point.day.is_none() && (ends || evening || mention.relation == Relation::At && !begins_day)
            || point.day.is_some() && ends && (!begins || closes)
            || self.mends_behind_evening(point, statement)
        {
            // "midnight Tuesday" after an evening, "by midnight": the end of the day.
            let next = date.plus_days(1).midnight();
            // A text that gives only its day was written before that day's last moment.
            let of_day = self.entry_of(mention).is_some_and(|entry| self.is_dated_post(entry));
            let slack = if of_day || self.writing.is_some_and(|it| it.instant.is_none()) {
                -1
            } else {
                3600
            };
            let possible = self.limit(mention).is_none_or(|limit| next <= limit.plus(slack))
                || statement.modality == Modality::Expected
                || self.looks_ahead(mention, statement)
                || self.was_to_be(mention, statement)
                || puts_off(self.article, mention);
            if possible {
                return (next, "midnight is the end of the day that the story is on".to_owned());
            }
        }
        (wall, "midnight is the beginning of the day".to_owned())
    }

    /// "On the morning of 14 October … at midnight": whether the time told last is a day's morning.
    fn is_behind_morning(&self, mention: &Mention) -> bool {
        let at = self
            .parsed
            .mentions
            .partition_point(|m| m.tokens.start < mention.tokens.start);
        let before = at.checked_sub(1).map(|at| &self.parsed.mentions[at].time);
        matches!(before, Some(Time::Point { point, .. })
            if point.day.is_some() && point.clock.is_none() && point.part.is_some_and(|it| it.part == Part::Morning))
    }

    /// Swaps day and month where the document writes the day first.
    pub(super) fn ordered(&self, day: &Day, point: &Point) -> Day {
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

    /// "Last winter lines were down overnight after an ice storm in January": a part of some day of a month, a season or a year
    /// in which the story is not.
    fn is_of_far_stretch(&self, point: &Point, mention: &Mention, anchor: &Anchor) -> bool {
        let no_day = matches!(point.day, None | Some(Day::Overnight)) && point.clock.is_none();
        if !no_day || point.part.is_none() && point.day.is_none() {
            return false;
        }
        let far = |other: &Mention| {
            let Time::Point { point: told, .. } = &other.time else {
                return false;
            };
            let found = told
                .day
                .filter(|_| told.clock.is_none())
                .and_then(|day| anchor.resolve(&day));
            found.is_some_and(|it| {
                let (from, to) = it.value.window();
                let outside = |day: Option<Date>| day.is_none_or(|day| day.at(0) < from || to <= day.at(0));
                it.value.granularity >= Granularity::Month && outside(anchor.now) && outside(anchor.focus)
            })
        };
        let before = |other: &&Mention| other.tokens.end <= mention.tokens.start;
        self.beside(mention).iter().filter(before).any(far)
    }

    /// "Overnight on Tuesday", written on Tuesday; "overnight on 4 April, … at 02:00": the night that ended on the day.
    fn night_that_ends(&self, point: &Point, day: Wall, mention: &Mention) -> bool {
        let named = mention.tokens.clone().any(|at| self.says(at, &["overnight"]))
            && point.day.is_some_and(|day| day != Day::Overnight);
        let today = || self.limit(mention).is_some_and(|limit| limit <= day.plus(86_400));
        named && (today() || matches!(point.day, Some(Day::Date(_))) && self.small_hours_follow(mention))
    }

    /// Whether the next clock of the sentence is one of the small hours, which another date beside them would name.
    fn small_hours_follow(&self, mention: &Mention) -> bool {
        let beside = self.beside(mention).iter();
        let next = beside
            .filter(|it| it.tokens.start > mention.tokens.start)
            .find_map(|it| match &it.time {
                Time::Point { point, .. } | Time::Span { from: point, .. } => point.clock,
                _ => None,
            });
        next.is_some_and(|clock| clock::hour_as_said(&clock) < 6 && clock.half != DayHalf::Open)
    }

    pub(super) fn reason(&self, basis: DateBasis, point: &Point) -> String {
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
}
