//! The walk through a story: which day it is on, which clock came last, who is speaking from when.
//!
//! One would get wrong that a clock without a day takes the day before it: it takes the day that the narrative is
//! on, moved on where a list passes midnight, and back where a newest-first list does.

mod about;
mod agreed;
mod ahead;
mod anchor;
mod another_day;
mod aside;
mod bidden;
mod bystander;
mod correction;
mod dayless;
mod focus;
mod found;
mod half;
mod home;
mod inquiry;
mod limit;
mod listing;
mod local;
mod midnight;
mod neighbour;
mod original;
mod past_day;
mod point;
mod remembered;
mod report;
mod scale;
mod scene;
mod section;
mod sequel;
mod slip;
mod speaker;
mod spoken;
mod survey;
mod told_again;
mod told_back;
mod update;
mod weekday;
mod zone;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::span::Span;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::zone::ZoneWord;
use crate::parser::Parsed;
use crate::parser::layout::Role;
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::{Modality, Phase};
use crate::parser::statement::term::puts_off;
use crate::parser::time::expression::{Day, Point, ZoneName};

use super::calendar::{Date, Wall, Zone};
use super::clock;
use super::dated::{Dated, End, Slip};
use super::document::{ClockBasis, DateBasis, DocumentZone, Scale, Warning, ZoneBasis};
use super::value::{Granularity, Known};
use super::writing::Writing;
use super::years;
use super::zones::{Named, Zones};
use focus::Focus;
use home::Home;
use point::Placed;
use scale::{hedged, related};
use speaker::Entry;

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
    /// Its last day that the text names.
    week_end: Date,
    focus: Option<Focus>,
    home: Option<Home>,
    last: Option<Wall>,
    /// The hours, in seconds, of the part of a day that the last clock stands for, where none was told in it; and that clock.
    in_part: Option<(Wall, Range<i64>)>,
    /// The instant to which something was measured out last, until a clock is read.
    measured: Option<i64>,
    /// The mention of the last clock, wherever its sentence strays, and its time.
    in_sentence: Option<(usize, Wall)>,
    before: FxHashMap<(u8, u8), i64>,
    twenty_four: bool,
    /// Whether the clocks that open its entries are of twenty-four hours, where they leave their half open.
    listed_on_twenty_four: bool,
    day_first: Option<bool>,
    newest_first: bool,
    narrative: bool,
    /// Whether the text has begun to call the day of writing by its weekday.
    names_day_of_writing: bool,
    entry: Option<Entry>,
    /// The post that the story shows, by its signature.
    post: Option<Entry>,
    /// Which of the posts below their ages the story has turned to.
    aged: Option<usize>,
    /// Where the story was behind the first of such posts, where nothing tells when the page was saved.
    of_thread: Option<Focus>,
    /// What a clock beside UTC's has told local to be, and its block.
    local: Option<(ZoneName, usize)>,
    title: Option<Date>,
    /// The day that the text is about, as its title or a field at its head names it.
    about: Option<Focus>,
    /// The day of the report that is being read, of several below days, and the block of its heading.
    diary: Option<(Date, usize)>,
    /// Where the page comes to the story that it first was, and the last moment at which that can have been written.
    original: Option<(usize, Wall)>,
    /// The day of an outage behind which the text opens.
    before_news: Option<sequel::Before>,
    /// The feast far from the story's day that a sentence opened with last.
    feast: Option<Date>,
    /// A day far from the story's, for the other times of its sentence.
    excursion: Option<(usize, Date)>,
    /// Such a day that opens what a paragraph tells, and its block.
    far_paragraph: Option<(usize, Date)>,
    /// The day, week, month or year named last, likewise.
    stretch_named: Option<neighbour::Named>,
    /// The day that a quotation has told of last, and its block: its clocks are of it.
    quoted: Option<(usize, Date)>,
    /// The clock of an earlier day that an entry told last, and its block: its later clocks there are of that day.
    told_back: Option<(usize, Wall)>,
    /// The last day of a plan, and its sentence: the weekday of what follows there comes behind it.
    planned: Option<(usize, Date)>,
    /// The day named last, in the story or aside.
    named: Option<Date>,
    first_entry: Option<Date>,
    /// The day of an update that looks back on the incident, and the last day of that.
    looked_back: Option<(Date, Date)>,
    /// The clocks, in minutes, of the entries without a day, until the first of them is read.
    listed: Vec<i64>,
    /// The day on which a clock, in minutes, was told first, outside such entries.
    told: FxHashMap<i64, Date>,
    /// The day of each clock, in minutes, that an entry has told; none where entries of several days did.
    told_in_list: FxHashMap<i64, Option<Date>>,
    /// The first day on which a list below tells each clock, in minutes, as its headings name it.
    listed_below: FxHashMap<i64, Date>,
    /// The day that the text declares for all its clocks.
    declared: Option<Date>,
    /// The day of a list's first entry, where its clocks pass midnight and nothing names a day.
    list_begins: Option<Date>,
    /// The year of dates without one, where nothing tells when the text was written.
    year: Option<i32>,
    /// When the outage began, once a clock of its beginning was read.
    began: Option<Wall>,
    /// The day on which it began, where no clock was read with it, and the clause that tells that.
    began_on: Option<(Date, Range<usize>)>,
    /// From when to when it lasted, by all that was told of it.
    course: section::Course,
    /// The day that the story has left for a section that tells of the outage again, and that section's block.
    retold_from: Option<(Focus, usize)>,
    /// When it ended, where that was the clock told last.
    ended: Option<Wall>,
    /// Where the last stretch began that passed midnight.
    stretch: Option<Wall>,
    /// When it began and ended, as two fields above the story tell.
    told_of: Option<(Wall, Wall)>,
    /// The zone that a clock named last, other than the text's own.
    zone_before: Option<ZoneName>,
    /// The zone in which the mail that is read was sent.
    sent_from: Option<ZoneName>,
    /// Whether a clock has named the text's own zone.
    own_zone_told: bool,
    /// The year with which prose first names each day of a year, and the token at which it does; no year where it names several.
    years_of_days: FxHashMap<(u8, u8), (Option<i32>, usize)>,
    /// The day that the text names with each of the weekdays, where it is one.
    told_weekdays: [Option<Date>; 8],
    /// Whether the story has told a past day by each of the weekdays.
    past_weekdays: [bool; 8],
    /// The first date that the text names.
    first_day: Option<Date>,
    /// The morning clock as of which a text is told that gives only its day, and its first token: what it tells of the
    /// night before that lies no later.
    breakfast: Option<(Wall, usize)>,
    /// The day before that, where the text comes to it in its small hours and has begun with an evening.
    evening_before: Option<Date>,
    /// The end of the last day that the text tells of behind its own stamp: it was stamped when it was opened, and went on.
    pub revised: Option<Wall>,
    /// By how many seconds a clock would lie behind the writing on the very day that the story is on, and its words: the
    /// furthest of those that were put on the day before instead.
    pub put_back: Option<(i64, Span)>,
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
            week_end: stand_in_monday().plus_days(6),
            year: years::years(parsed),
            began: None,
            began_on: None,
            course: section::Course::default(),
            retold_from: None,
            ended: None,
            stretch: None,
            told_of: None,
            years_of_days: FxHashMap::default(),
            told_weekdays: [None; 8],
            past_weekdays: [false; 8],
            first_day: None,
            evening_before: None,
            zone_before: None,
            sent_from: None,
            own_zone_told: false,
            breakfast: None,
            revised: None,
            put_back: None,
            focus: None,
            home: None,
            last: None,
            in_part: None,
            measured: None,
            told: FxHashMap::default(),
            told_in_list: FxHashMap::default(),
            listed_below: FxHashMap::default(),
            in_sentence: None,
            before: FxHashMap::default(),
            twenty_four: false,
            listed_on_twenty_four: false,
            day_first: None,
            list_begins: None,
            declared: None,
            newest_first: false,
            narrative: false,
            names_day_of_writing: false,
            entry: None,
            post: None,
            aged: None,
            of_thread: None,
            local: None,
            title: None,
            about: None,
            before_news: None,
            diary: None,
            excursion: None,
            far_paragraph: None,
            original: None,
            feast: None,
            stretch_named: None,
            told_back: None,
            planned: None,
            quoted: None,
            named: None,
            first_entry: None,
            looked_back: None,
            listed: Vec::new(),
        };
        story.survey();
        story
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
        self.year_told_before(&mut from, mention);
        self.check_weekday(&from, mention_at, mention);
        self.check_order(&from, mention);
        self.check_pair(mention_at, mention);
        self.learn_local(mention);
        // Who writes a mail tells the time of where it was sent from.
        let sent_from = self
            .zone_it_is_in(mention)
            .or_else(|| self.zone_of_list(mention_at))
            .or_else(|| self.zone_of_mail(mention))
            .or_else(|| self.zone_of_paragraph(mention));
        let bare = from.zone.is_none();
        for point in std::iter::once(&mut from).chain(&mut to) {
            let local = matches!(point.zone, None | Some(ZoneName::Word(ZoneWord::Local)));
            if local && point.clock.is_some() && sent_from.is_some() {
                point.zone = sent_from;
            }
            self.go_on_in_zone(point);
            if point.zone == Some(ZoneName::Word(ZoneWord::Local)) {
                let there = self.told_local(mention).or_else(|| self.zone_of_place(mention));
                point.zone = there.or(point.zone);
            }
        }
        let role = statement.role.clone();
        let is_entry = matches!(role, Role::Entry { .. });
        let day_of_end = matches!(mention.time, Time::Span { day_of_end: true, .. });
        // "From 22:00 to 03:00 the next day": only the end is on the next day, where the clocks pass midnight.
        let passes = |from: &Point, to: &Point| {
            let minute = |point: &Point| point.clock.map(|it| (clock::hour_as_said(&it), it.minute));
            minute(from) > minute(to)
        };
        let next_day = matches!(from.picked_day(), Some(Picker::Following | Picker::Next));
        // "From 02:10 until 09:40 the next day" names an end.
        let until = || mention.tokens.clone().any(|at| self.says(at, &["until", "till"]));
        if day_of_end && next_day && to.as_ref().is_some_and(|to| passes(&from, to) || until()) {
            from.day = None;
        }
        // "The next day from 14:00 to 15:00": the day is counted once, and both ends stand on it.
        let counted = from.picked_day().is_some() && !day_of_end;
        if let Some(until) = to.as_mut().filter(|until| counted && until.day == from.day) {
            until.day = None;
        }
        self.open_scene(&from, mention);
        self.come_home(&from, mention, statement);
        self.come_to_incident(&from, mention, statement);
        self.go_before_news(&from, mention, statement);
        if !is_entry {
            self.tell_again(&from, mention, statement);
        }
        let mut placed = self.point(&from, mention, statement, is_entry, None)?;
        // Of a stretch of clocks on a day that nobody names only the month is known.
        let to = to.filter(|_| from.clock.is_none() || placed.value.granularity <= Granularity::Day);
        let named = from.zone.map(|z| self.zones.named(z));
        let named = named.map(|named| self.settled_by_pair(named, mention, placed.best));
        let (zone, zone_basis) = match self.zone(named) {
            (zone, ZoneBasis::Stated) if bare => (zone, ZoneBasis::Document),
            told => told,
        };
        let mut end = None;
        // The next day, where a stretch of days runs on into it: "late Thursday and into Friday" goes on on Friday.
        let mut next_day = None;
        // Where a stretch ends that passes midnight: the story goes on from there.
        let mut over_night = None;
        if let Some(to) = to {
            let mut until = self.point(&to, mention, statement, false, Some(placed.best))?;
            // "It was due offline from Friday until 6 p.m. today": a weekday that was looked for ahead lies before the end.
            let week = 7 * 86_400;
            let bare = matches!(from.day, Some(Day::Weekday { picker: None, .. }));
            let counted = matches!(to.day, Some(Day::Deictic(_) | Day::Date(_)));
            if bare && counted && (1..=week).contains(&(placed.best.0 - until.best.0)) {
                placed = placed.moved(-week);
            }
            // "Between 11pm on Friday and 3am on Saturday": the first such day from the beginning on.
            let own_days = from.day.is_some() && from.day != to.day;
            if let (true, Some(Day::Weekday { weekday, picker: None })) = (own_days, to.day) {
                let last = placed.best.date().on_to(weekday);
                let by = until.value.wall.date().days_until(last);
                until = until.moved(86_400 * by);
            }
            // A stretch that ends before it begins passes midnight.
            if until.best < placed.best && to.clock.is_some() && from.clock.is_some() {
                let day = 86_400;
                // "From 20:15 until 4:47", told on that morning's day: the night before it.
                let ahead = from.day.is_none() && statement.modality == Modality::Actual && !is_entry;
                let day_of_entry = self.entry_of(mention).filter(|entry| !entry.has_clock);
                let limit = day_of_entry
                    .map(|entry| entry.at.date().plus_days(1).midnight())
                    .or_else(|| self.limit_in_zone(mention, &to))
                    .filter(|_| ahead);
                if day_of_end && placed.date != DateBasis::Narrative
                    || limit.is_some_and(|limit| until.best.plus(day) > limit.plus(300))
                {
                    placed = placed.moved(-day);
                } else if placed.best.0 - until.best.0 < day {
                    until = until.moved(day);
                    over_night = Some(until.best);
                }
            }
            let named_end = to.zone.map(|z| self.zones.named(z));
            let (zone_end, _) = self.zone(named_end);
            let (value, at, _, window) = self.on_scale(&until, zone_end, named_end, false);
            let coarse = until.value.granularity > Granularity::Minute;
            end = Some(End {
                value,
                at: if coarse { window.1.unwrap_or(at) } else { at },
                window: hedged(window, &until, mention.hedge, coarse),
            });
            let follows = placed.best.date().days_until(until.best.date()) == 1;
            let weekdays = matches!(
                (from.day, to.day),
                (Some(Day::Weekday { .. }), Some(Day::Weekday { .. }))
            );
            next_day = (coarse && follows && weekdays).then_some((until, to));
        }
        self.notice_revision(&placed, &from, mention, statement);
        let again = self.comes_again(&placed, zone);
        self.measured = None;
        let (reached, point) = next_day.as_ref().map_or((&placed, &from), |(until, to)| (until, to));
        self.remember(mention, statement, reached, point, is_entry);
        self.name_stretch(point.day, reached, mention);
        end = end.or_else(|| self.weekend(&mut placed, mention.relation, zone, named));
        // A heading's stretch is where its list begins.
        let block = self.article.sentences[mention.sentence].block;
        let heads = is_entry || matches!(self.article.blocks[block].kind, BlockKind::Heading(_));
        if let Some(over) = over_night.filter(|_| !heads && self.last == Some(placed.best)) {
            self.last = Some(over);
            self.stretch = Some(placed.best);
        }
        let (value, start, scale, raw) = self.on_scale(&placed, zone, named, again);
        let coarse = placed.value.granularity > Granularity::Minute;
        let hedge = mention.hedge;
        let mut window = related(hedged(raw, &placed, hedge, coarse), mention.relation, end.is_some());
        // "Sometime between 9 and 10": no stretch, but a moment somewhere in it.
        if let Some(last) = end.take_if(|_| mention.relation == Relation::Somewhere) {
            window.1 = Some(last.window.1.unwrap_or(last.at));
        }
        if let (Some(zone), Some(label), true) = (zone, named, scale == Scale::Utc) {
            self.check_label(mention, placed.best, zone, label);
        }
        let clock_stated = placed.clock == ClockBasis::Stated;
        // A day behind the day of writing is told ahead, whatever its tense.
        let day = (Granularity::PartOfDay..=Granularity::Day).contains(&value.granularity);
        let own = !is_entry && self.entry_of(mention).is_none();
        let behind = |w: Writing| {
            let last = self.revised.map_or(w.date, |end| end.plus(-1).date());
            w.bounds && own && self.on_calendar() && value.wall.date() > last
        };
        let put_off = puts_off(self.article, mention);
        // "Was extended until Friday", written on the Saturday: that is over.
        let over = |w: Writing| put_off && w.bounds && self.on_calendar() && value.wall.date() < w.date;
        let ahead = self.looks_ahead(mention, statement) && !self.writing.is_some_and(over)
            || (day || put_off) && self.writing.is_some_and(behind)
            || from.day == Some(Day::Deictic(0))
                && from.clock.is_some()
                && self.is_later_today(mention, statement, placed.best)
            || from
                .clock
                .is_some_and(|clock| self.is_note_of_hour(&clock, mention, statement));
        let of_other = self.is_of_other(mention, placed.best);
        Some(Dated {
            phase: if of_other { Phase::Background } else { statement.phase },
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
            approximate: hedge.is_some_and(Hedge::is_approximate),
            relative_to: None,
            ahead,
            of_other,
            reasons: placed.reasons,
        })
    }

    /// "Over the weekend" is from a Saturday to its Sunday: the value becomes the one, the end the other.
    fn weekend(
        &self,
        placed: &mut Placed,
        relation: Relation,
        zone: Option<Zone>,
        named: Option<Named>,
    ) -> Option<End> {
        if placed.value.granularity != Granularity::Weekend {
            return None;
        }
        placed.value.granularity = Granularity::Day;
        let mut sunday = placed.value;
        sunday.wall = sunday.wall.plus(86_400);
        // "Through the weekend" is to its end.
        let lasts = matches!(relation, Relation::At | Relation::During | Relation::For | Relation::To);
        lasts.then(|| {
            let (_, at, _, window) = self.on_scale(placed, zone, named, false);
            End {
                value: sunday,
                at: window.1.unwrap_or(at),
                window,
            }
        })
    }

    /// The zone of a clock, and why.
    pub fn zone(&self, named: Option<Named>) -> (Option<Zone>, ZoneBasis) {
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
            .resolve(&day)
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
}
