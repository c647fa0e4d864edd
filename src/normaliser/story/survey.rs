//! The habits of a text, seen before it is walked: twenty-four hours, the order of figures, newest first.
//!
//! One would get wrong to decide them where they are first needed: the clock that tells may stand at the end.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::block::BlockKind;
use crate::article::form::Form;
use crate::article::token::Kind;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::{Meridiem, Picker};
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::day::HISTORY_AFTER;
use crate::normaliser::document::PublishedBasis;
use crate::normaliser::value::{Granularity, Known, Part};
use crate::normaliser::writing::{self, Writing};
use crate::normaliser::years;
use crate::parser::Parsed;
use crate::parser::declaration;
use crate::parser::layout::{self, Role};
use crate::parser::mention::{Mention, Time};
use crate::parser::time::expression::{CalendarDate, Clock, Day, DayHalf, Point};
use crate::parser::time::view::View;

use super::{Story, stand_in_monday};

/// Minutes back by which a list passes midnight rather than has an entry out of order.
pub(super) const NIGHT: i64 = 8 * 60;

/// Seconds by which a page may be opened behind the first entry of its list, and before it.
const OPENED_LATE: i64 = 15 * 60;
const OPENED_EARLY: i64 = 3600;

/// Words that tell the half of the day in place of "a.m." or "p.m.".
const PARTS_OF_DAY: &[&str] = &["morning", "afternoon", "evening", "night"];

impl Story<'_> {
    /// Looks through the whole text for its habits: 24 hours, order of figures, newest first, weekdays named.
    pub(super) fn survey(&mut self) {
        self.day_first = writing::order::day_first(self.article, self.parsed).or_else(|| self.order_by_months());
        let (mut twenty_four, mut twelve) = (0, 0);
        // The clocks that open entries without naming their half: of twenty-four hours, and open ones.
        let (mut listed_whole, mut listed_open) = (0, 0);
        let mut stamped = false;
        let mut weekdays = [false; 8];
        let mut come_to = [false; 8];
        let to_come = match self.known {
            Known::Weekday => self.parsed.to_come(),
            _ => FxHashSet::default(),
        };
        let mut stamps: Vec<(Option<Date>, i64)> = Vec::new();
        let mut first_stamp = None;
        let mut day = None;
        // How many entries stand before the first that has a date.
        let mut dateless = 0;
        // The first day that heads entries, others standing above it: a list whose own first day is not on the page.
        let mut first_head = None;
        let written_in = self.writing.map(|it| it.date.year());
        for (index, mention) in self.parsed.mentions.iter().enumerate() {
            let points: &[&Point] = match &mention.time {
                Time::Point { point, .. } => &[point],
                Time::Span { from, to, .. } => &[from, to],
                _ => &[],
            };
            let role = &self.parsed.layout.roles[index];
            if let [
                Point {
                    day: Some(Day::Date(date)),
                    clock: None,
                    ..
                },
            ] = points
                && declaration::declares_day(self.article, mention)
            {
                let whole = date.year.zip(date.month).zip(date.day);
                self.declared = self.declared.or(whole.and_then(|((y, m), d)| Date::new(y, m, d)));
            }
            for point in points {
                // What a machine writes above the text is no habit of the writer's.
                let head = BlockKind::FrontMatter;
                let by_machine = self.article.blocks[self.article.sentences[mention.sentence].block].kind == head;
                // "By 1900 GMT" in a story of another zone is the reader's, not the writer's.
                let foreign = point
                    .zone
                    .is_some_and(|zone| self.zones.named(zone).zone == Some(Zone::UTC))
                    && self.zones.document != Some(Zone::UTC);
                // "At 6 in the morning" is what those who count to twenty-four say too.
                let by_part = matches!(
                    point.clock,
                    Some(Clock {
                        half: DayHalf::Said(_),
                        ..
                    })
                ) && mention.tokens.clone().any(|at| self.says(at, PARTS_OF_DAY));
                let own = |c: &Clock| c.named.is_none() && !by_machine && !foreign && !by_part;
                if let Some(clock) = point.clock.filter(own) {
                    match clock.half {
                        // The page's own stamp, which its software wrote, decides where no other clock does.
                        DayHalf::TwentyFour if matches!(role, Role::Published | Role::Updated) => stamped = true,
                        DayHalf::Said(Meridiem::Pm) => twelve += 1,
                        DayHalf::TwentyFour => twenty_four += 1,
                        DayHalf::Said(Meridiem::Am) | DayHalf::Open => {}
                    }
                }
                if let Some(Day::Weekday { weekday, .. }) = point.day {
                    // "It could last into Thursday": nobody has come to that day.
                    come_to[usize::from(weekday.iso())] |= !to_come.contains(&index);
                    weekdays[usize::from(weekday.iso())] = true;
                }
            }
            if let (Role::Entry { .. } | Role::Heading, Some(point)) = (role, points.first()) {
                let read = point.day.map(|day| self.ordered(&day, point));
                if let Some(Day::Date(date)) = read
                    && let (Some(month), Some(d)) = (date.month, date.day)
                {
                    day = Date::new(date.year.or(written_in).unwrap_or(2000), month, d);
                    if *role == Role::Heading && first_head.is_none() && self.first_entry.is_none() {
                        first_head = Some((date, stamps.len()));
                    }
                }
                let heads = matches!(role, Role::Entry { .. }) && point.clock.is_some();
                if heads
                    && self.first_entry.is_none()
                    && !(self.article.form == Form::Mail && self.heads_quoted(mention))
                {
                    self.first_entry = match read {
                        Some(Day::Date(date)) => date
                            .year
                            .zip(date.month)
                            .zip(date.day)
                            .and_then(|((y, m), d)| Date::new(y, m, d)),
                        _ => None,
                    };
                    dateless = stamps.len();
                }
                let block = self.article.sentences[mention.sentence].block;
                let in_line = matches!(role, Role::Entry { .. }) && !self.parsed.layout.pinned.contains(&block);
                if let Some(clock) = point.clock.filter(|_| in_line) {
                    match clock.half {
                        DayHalf::TwentyFour => listed_whole += 1,
                        DayHalf::Open => listed_open += 1,
                        DayHalf::Said(_) => {}
                    }
                    first_stamp = first_stamp.or(Some(block));
                    if point.day.is_none() {
                        self.listed.push(clock::minute_as_said(&clock));
                    }
                    let minute = clock::minute_as_said(&clock);
                    if let Some(day) = day {
                        self.listed_below.entry(minute).or_insert(day);
                    }
                    stamps.push((day, minute));
                }
            }
        }
        // Who writes "1 pm" beside "14:52" may mean the afternoon by "3:31".
        self.twenty_four = twenty_four > twelve * 2 || twelve == 0 && stamped;
        // "14:05 … 10:20 … 02:15", whatever the prose between them and the posts of others write.
        self.listed_on_twenty_four = self.twenty_four || listed_whole > listed_open;
        let steps = stamps.windows(2).filter(|w| w[0] != w[1]);
        let (down, up) = steps.fold((0, 0), |(down, up), w| {
            let later = match (w[0].0, w[1].0) {
                (Some(a), Some(b)) if a != b => a < b,
                _ => w[0].1 < w[1].1 || passes_midnight(w[0].1, w[1].1),
            };
            if later { (down, up + 1) } else { (down + 1, up) }
        });
        self.newest_first = down > up;
        self.looked_back = looked_back(&stamps);
        self.revised = self.revision(
            &stamps,
            first_stamp.is_some_and(|at| self.adds(at) || self.is_live(at) || self.is_of_incident()),
        );
        if self.newest_first && stamps.iter().all(|(day, _)| day.is_none()) {
            // The newest of a list with whose oldest the page was opened is of the last day that it tells of.
            self.list_begins = self.revised.map(|end| end.plus(-1).date());
        }
        if !self.newest_first {
            let before = stamps.get(..=dateless).unwrap_or_default();
            self.first_entry = self.first_entry.map(|date| date.plus_days(-nights(before)));
        }
        let days_above = first_head
            .filter(|(_, above)| *above > 0 && self.first_entry.is_none())
            .map(|(date, above)| (date, 1 + nights(stamps.get(..above).unwrap_or_default())));
        // A list that passes midnight ends on the day of the writing at the latest, so it begins before it.
        let nights = nights(&stamps);
        let dayless = stamps.iter().all(|(day, _)| day.is_none());
        if nights > 0 && !self.newest_first && self.revised.is_none() && dayless {
            let written = self.writing.filter(|it| it.bounds).map(|it| it.date);
            self.list_begins = written.map(|date| date.plus_days(-nights));
        }
        self.updated_past_midnight(&stamps);
        self.breakfast = self.morning_after();
        self.narrative = self.is_history();
        self.names_day_of_writing = self.names_weekday_of_writing() || self.heads_by_day_of_writing();
        if self.known == Known::Yearless {
            let year = stand_in_year(self.parsed);
            self.year = Some(year);
            self.writing = writing::in_stand_in_year(self.parsed, self.zones, year);
        }
        if let Some((date, nights)) = days_above.filter(|_| !self.newest_first) {
            let head = self.date_told_back(&date);
            self.first_entry = head.map(|head| head.plus_days(-nights));
        }
        self.told_weekdays = told_weekdays(self.parsed, written_in);
        self.years_of_days = years_of_days(self.parsed);
        self.first_day = self.year.and_then(|year| self.first_named_day(year));
        self.evening_before = self.evening_before().or_else(|| self.night_before());
        if self.known == Known::Weekday {
            self.week_start = week_start(&weekdays);
            // The last day that is named is the one from which the story is told.
            let later = |by: &i64| come_to[usize::from(self.week_start.plus_days(*by).weekday().iso())];
            let last = (0..7).rev().find(later).unwrap_or(6);
            self.week_end = self
                .week_start
                .plus_days(last + i64::from(self.leaves_weekdays_to_others()));
        }
    }

    /// "It began at 20:11 … By 12:05 AM on September 27th all was well": the first clock is an evening's and the first day
    /// is told by its small hours, so that the story began on the evening before.
    fn evening_before(&self) -> Option<Date> {
        let mut clocks = self.parsed.mentions.iter().zip(&self.parsed.layout.roles);
        let mut evening = None;
        let (date, hour) = clocks.find_map(|(mention, role)| {
            let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
                return None;
            };
            if *role != Role::Prose {
                return None;
            }
            let hour = point
                .clock
                .filter(|c| c.half != DayHalf::Open)
                .map(|c| clock::hour_as_said(&c));
            evening = evening.or(hour);
            point.day.map(|day| (day, hour))
        })?;
        let Day::Date(date) = date else { return None };
        let small_hours = hour.is_some_and(|hour| hour < 6);
        let began = evening.is_some_and(|hour| (18..24).contains(&hour));
        let day = self.date_told_back(&date).filter(|_| small_hours && began)?;
        Some(day.plus_days(-1))
    }

    /// Whether the writer says "yesterday" and leaves weekdays to those who are quoted, so that none of these is the day
    /// of writing; or names one, and never "today" or "last night": the day of writing has no need of its name.
    fn leaves_weekdays_to_others(&self) -> bool {
        let own = self
            .parsed
            .statements
            .iter()
            .filter(|it| !it.quoted && it.speaker.is_none());
        let points = own.filter_map(|it| match &self.parsed.mentions[it.mention?].time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => Some(point),
            _ => None,
        });
        let (mut yesterday, mut beside) = (false, false);
        let mut named = None;
        for point in points {
            match point.day {
                Some(Day::Weekday { weekday, .. }) if named.is_some_and(|other| other != weekday) => return false,
                Some(Day::Weekday { weekday, .. }) => named = Some(weekday),
                Some(Day::Deictic(-1)) if point.part.is_none_or(|part| part.part != Part::Night) => yesterday = true,
                Some(Day::Deictic(_)) => beside = true,
                _ => {}
            }
        }
        yesterday && !(beside && named.is_some())
    }

    /// "Down since 9pm … last night … as of 6.29am 2,000 are still waiting", of which only the day of writing is known: the
    /// morning clock that it was written at, and where it stands.
    fn morning_after(&self) -> Option<(Wall, usize)> {
        let written = self
            .writing
            .filter(|w| w.bounds && w.value.granularity == Granularity::Day)?;
        let points = || {
            self.parsed.mentions.iter().filter_map(|mention| match &mention.time {
                Time::Point { point, .. } => Some((mention, point)),
                _ => None,
            })
        };
        let night = |(_, point): (&Mention, &Point)| {
            point.day == Some(Day::Overnight) || point.day == Some(Day::Deictic(-1)) && point.is_of_night()
        };
        let (mention, clock) = points()
            .filter(|(mention, point)| mention.relation == Relation::AsOf && point.day.is_none())
            .find_map(|(mention, point)| Some((mention, point.clock?)))?;
        let at = clock::second_as_said(&clock);
        let told = at < 12 * 3600 && points().any(night);
        told.then(|| (written.date.at(at), mention.tokens.start))
    }

    /// A date whose year is that of the writing, or the one before where it would lie ahead; else the text's own.
    fn date_told_back(&self, date: &CalendarDate) -> Option<Date> {
        let (month, day) = (date.month?, date.day?);
        let Some(written) = self.writing.map(|it| it.date).filter(|_| date.year.is_none()) else {
            return Date::new(date.year.or(self.year)?, month, day);
        };
        let this_year = Date::new(written.year(), month, day);
        this_year
            .filter(|it| *it <= written)
            .or_else(|| Date::new(written.year() - 1, month, day))
    }

    /// The end of the last day that a list tells of behind the stamp of its page: one of its entries has such a date, or
    /// its first clock comes with the stamp, as on a page that is opened with an incident and goes on with it. What a page
    /// `adds` to itself comes behind its stamp, however long.
    fn revision(&self, stamps: &[(Option<Date>, i64)], adds: bool) -> Option<Wall> {
        let written = self.writing.filter(|w| w.bounds && w.basis != PublishedBasis::Flag)?;
        let oldest = if self.newest_first {
            stamps.last()
        } else {
            stamps.first()
        };
        let first = oldest?;
        let last = stamps.iter().filter_map(|(day, _)| *day).max();
        // What says when it was changed was not changed after that.
        let latest = Wall(written.latest.0 - 59).date().max(written.date);
        if let Some(last) = last.filter(|last| *last > latest && written.date.days_until(*last) <= 7) {
            return Some(last.plus_days(1).midnight());
        }
        let began = first.1 * 60 - Wall(written.latest.0 - 59).seconds_of_day();
        let opens = matches!(written.basis, PublishedBasis::Metadata(_))
            && written.instant.is_some()
            && (-OPENED_LATE..=OPENED_EARLY).contains(&began);
        let goes_on = adds && !self.newest_first && (written.instant.is_none() || began >= -OPENED_LATE);
        if !(opens || goes_on) || stamps.len() < 2 || last.is_some() {
            return None;
        }
        let nights = if self.newest_first {
            nights_back(stamps)
        } else {
            nights(stamps)
        };
        Some(written.date.plus_days(1 + nights).midnight())
    }

    /// Updates above a story, newest first and without days, follow it: where they pass midnight, the newest is of the
    /// day after the story's.
    fn updated_past_midnight(&mut self, stamps: &[(Option<Date>, i64)]) {
        let by_day = |w: &Writing| w.bounds && w.value.granularity == Granularity::Day;
        let Some(written) = self.writing.filter(by_day).map(|w| w.date) else {
            return;
        };
        let mut entries = self.parsed.mentions.iter().zip(&self.parsed.layout.roles);
        let updates = entries.all(|(mention, role)| {
            let block = &self.article.blocks[self.article.sentences[mention.sentence].block];
            let first = self.article.words(self.article.tokens[block.tokens.start].span);
            let update = ["update", "updated"].iter().any(|it| first.eq_ignore_ascii_case(it));
            !matches!(role, Role::Entry { .. }) || update
        });
        let nights = nights_back(stamps);
        let dayless = stamps.iter().all(|(day, _)| day.is_none());
        if self.newest_first && dayless && updates && nights > 0 {
            let newest = written.plus_days(nights);
            self.list_begins = Some(newest);
            self.revised = Some(newest.plus_days(1).midnight());
        }
    }

    /// Whether the first entry of a list, which stands in a block, says "today": it was written as it happened, and the
    /// page was opened with it.
    fn is_live(&self, block: usize) -> bool {
        let tokens = &self.article.blocks[block].tokens;
        let mut inside = self.parsed.mentions.iter().filter(|m| tokens.contains(&m.tokens.start));
        inside.any(|mention| {
            let today = matches!(&mention.time, Time::Point { point, .. } if point.day == Some(Day::Deictic(0)));
            today && !self.article.is_quoted(mention.tokens.start)
        })
    }

    /// Whether a text's own date stands behind the label "Date:" or the name of a chat's channel: above a list that passes midnight it is the
    /// day on which the incident began, for nobody can have written on it what came after.
    fn is_of_incident(&self) -> bool {
        const LABEL: &[&str] = &["date", "day", "of", "the", "incident", "outage"];
        let Some(PublishedBasis::Stamp(words)) = self.writing.map(|w| w.basis) else {
            return false;
        };
        let mut blocks = self.article.blocks.iter();
        let block = blocks.find(|block| block.span.contains(words));
        block.is_some_and(|block| {
            let view = View::of(self.article, &block.tokens);
            let at = layout::skip_marks(&view, view.start());
            let colon = (at..view.end()).find(|at| !view.says_any(*at, LABEL));
            let labelled = colon.is_some_and(|colon| colon > at && view.symbol_any(colon, &[':', '*', '|']));
            // "#ops, 14 Nov 2024", above what was said there.
            let channel = view.kind(at) == Some(Kind::Code) && view.text(at).starts_with('#');
            self.article.form != Form::Mail && (labelled || channel)
        })
    }

    /// Whether the list whose first entry stands in a block is what a page adds to itself: "Updates:" stands above it, or
    /// the entry opens with the word.
    fn adds(&self, block: usize) -> bool {
        if layout::opens_update(&View::of(self.article, &self.article.blocks[block].tokens)) {
            return true;
        }
        let above = &self.article.blocks[..block];
        let heading = above.iter().rfind(|b| matches!(b.kind, BlockKind::Heading(_)));
        [above.last(), heading].into_iter().flatten().any(|label| {
            let words = self.article.tokens[label.tokens.clone()]
                .iter()
                .filter(|token| matches!(token.kind, Kind::Word { .. }));
            let mut words = words.map(|token| self.article.words(token.span));
            let first = words.next();
            first.is_some_and(|word| ["updates", "update"].iter().any(|it| word.eq_ignore_ascii_case(it)))
                && words.next().is_none()
        })
    }

    /// Whether "12/08/2019" is read day first, by the months that the text names in words or was written in: a story
    /// of August means the 12th. `None` where they do not tell.
    fn order_by_months(&self) -> Option<bool> {
        let dates = || {
            self.parsed.mentions.iter().filter_map(|mention| match &mention.time {
                Time::Point { point, .. } | Time::Span { from: point, .. } => match point.day {
                    Some(Day::Date(date)) => date.month.zip(date.day).map(|(m, d)| (m, d, date.order_open)),
                    _ => None,
                },
                _ => None,
            })
        };
        let votes = |named: &dyn Fn(u8) -> bool| -> i32 {
            let open = dates().filter(|(.., open)| *open);
            open.map(|(m, d, _)| i32::from(named(d)) - i32::from(named(m))).sum()
        };
        let told = votes(&|month| dates().any(|(m, _, open)| !open && m == month));
        let votes = if told == 0 {
            let written = self.writing.map(|it| it.value.wall.date().month());
            votes(&|month| written == Some(month))
        } else {
            told
        };
        (votes != 0).then_some(votes > 0)
    }

    /// The first day that a text names, in its own year or else the one given.
    fn first_named_day(&self, year: i32) -> Option<Date> {
        dates(self.parsed).find_map(|date| {
            let told = || years::told_year(self.parsed, &date).unwrap_or(year);
            let point = Point {
                day: Some(Day::Date(date)),
                ..Point::default()
            };
            let Day::Date(read) = self.ordered(&Day::Date(date), &point) else {
                return None;
            };
            Date::new(date.year.unwrap_or_else(told), read.month?, read.day?)
        })
    }

    /// Whether the story is a history: the first day that its body names lies long before the writing.
    pub(super) fn is_history(&self) -> bool {
        let Some(writing) = self.writing.filter(|w| w.bounds) else {
            return false;
        };
        // "The court was told on Tuesday that it had failed on 3 February 2022"
        let says = |point: &Point, mention: &Mention| {
            matches!(point.day, Some(Day::Weekday { .. } | Day::Deictic(_))) && self.is_of_saying(mention)
        };
        let first = self
            .parsed
            .statements
            .iter()
            .filter(|s| matches!(s.role, Role::Prose))
            .find_map(|statement| {
                let mention = &self.parsed.mentions[statement.mention?];
                match &mention.time {
                    Time::Point { point, .. } if !self.dates_a_publication(point, mention) && !says(point, mention) => {
                        point.day.filter(|day| !is_lasting(day))
                    }
                    _ => None,
                }
            });
        match first {
            Some(Day::Date(date)) => {
                let picked = match date.year_pick {
                    Some(Picker::This) => Some(writing.date.year()),
                    Some(Picker::Last) => Some(writing.date.year() - 1),
                    _ => None,
                };
                let day = date.year.or(picked).zip(date.month);
                let day = day.and_then(|(year, month)| Date::new(year, month, date.day.unwrap_or(1)));
                day.is_some_and(|day| day.days_until(writing.date) > 4 * HISTORY_AFTER)
            }
            _ => false,
        }
    }
}

/// "Last summer's outage", "last June": longer than a day, so that the next day that is named tells when.
fn is_lasting(day: &Day) -> bool {
    matches!(day, Day::PickedMonth { .. } | Day::Season { .. } | Day::SeasonOf { .. })
        || matches!(day, Day::Unit { unit, .. } if *unit > Unit::Day)
}

/// How often the clocks of a list pass midnight.
fn nights(stamps: &[(Option<Date>, i64)]) -> i64 {
    stamps.windows(2).map(|w| i64::from(w[1].1 < w[0].1 - NIGHT)).sum()
}

/// Whether a list steps from late in the evening to just after midnight: 22:14, 00:10. One that runs back has the
/// evening's clock below the morning's.
fn passes_midnight(from: i64, to: i64) -> bool {
    const EVENING: i64 = 20 * 60;
    const SMALL_HOURS: i64 = 4 * 60;
    from >= EVENING && to < SMALL_HOURS
}

/// How often the clocks of a list that runs back pass midnight.
fn nights_back(stamps: &[(Option<Date>, i64)]) -> i64 {
    stamps.windows(2).map(|w| i64::from(w[1].1 > w[0].1 + NIGHT)).sum()
}

/// The dates of a text that name month and day.
fn dates(parsed: &Parsed) -> impl Iterator<Item = CalendarDate> {
    let story = |role: &Role| {
        matches!(
            role,
            Role::Prose | Role::Heading | Role::Title | Role::Dateline | Role::Signature { .. } | Role::Entry { .. }
        )
    };
    let mentions = parsed.mentions.iter().zip(&parsed.layout.roles);
    mentions
        .filter(move |(_, role)| story(role))
        .filter_map(|(mention, _)| match &mention.time {
            Time::Point { point, .. } | Time::Span { from: point, .. } => match point.day {
                Some(Day::Date(date)) if date.is_whole() => Some(date),
                _ => None,
            },
            _ => None,
        })
}

/// The year with which prose first names each day of a year, and the token at which it does; no year where it names several.
fn years_of_days(parsed: &Parsed) -> FxHashMap<(u8, u8), (Option<i32>, usize)> {
    let mut out: FxHashMap<(u8, u8), (Option<i32>, usize)> = FxHashMap::default();
    let prose = parsed.mentions.iter().zip(&parsed.layout.roles);
    for (mention, _) in prose.filter(|(_, role)| **role == Role::Prose) {
        let (Time::Point { point, .. } | Time::Span { from: point, .. }) = &mention.time else {
            continue;
        };
        if let Some(Day::Date(date)) = point.day
            && let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day)
        {
            let first = out.entry((month, day)).or_insert((Some(year), mention.tokens.start));
            first.0 = first.0.filter(|it| *it == year);
        }
    }
    out
}

/// For each weekday the day that is named with it, "Saturday, 5 June", where the text names no other; without its year it
/// is of the one in which the text was written, if that fits.
fn told_weekdays(parsed: &Parsed, written_in: Option<i32>) -> [Option<Date>; 8] {
    let mut told: [Vec<Date>; 8] = Default::default();
    for date in dates(parsed) {
        let day = || Date::new(date.year.or(written_in)?, date.month?, date.day?);
        if let (Some(weekday), Some(day)) = (date.weekday, day().filter(|day| Some(day.weekday()) == date.weekday)) {
            told[usize::from(weekday.iso())].push(day);
        }
    }
    told.map(|days| {
        days.first()
            .copied()
            .filter(|first| days.iter().all(|day| day == first))
    })
}

/// A year that stands in for one that nothing tells: one in which the dates fall on the weekdays named beside them.
fn stand_in_year(parsed: &Parsed) -> i32 {
    // Every weekday of every date occurs within these, leap days too.
    let years = 2000..2028;
    let fits = |year: &i32| {
        let kept = |date: CalendarDate| {
            let day = Date::new(*year, date.month?, date.day?)?;
            date.weekday
                .is_none_or(|weekday| weekday == day.weekday())
                .then_some(())
        };
        dates(parsed).filter(|date| kept(*date).is_some()).count()
    };
    let best = years.clone().map(|year| fits(&year)).max();
    let mut fitting = years.filter(|year| Some(fits(year)) == best);
    let reported = fitting.clone().find(|year| tells_its_day(parsed, *year));
    reported.or_else(|| fitting.next()).unwrap_or(2000)
}

/// "MUMBAI, March 12 — The exchange stopped on Tuesday": whether a year makes the day of a dateline that of the first
/// weekday of its report.
fn tells_its_day(parsed: &Parsed, year: i32) -> bool {
    let mentions = || parsed.mentions.iter().zip(&parsed.layout.roles);
    let day = |mention: &Mention| match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => point.day,
        _ => None,
    };
    let written = mentions()
        .filter(|(_, role)| **role == Role::Dateline)
        .find_map(|(mention, _)| match day(mention)? {
            Day::Date(date) => Date::new(year, date.month?, date.day?),
            _ => None,
        });
    let weekday = mentions()
        .filter(|(_, role)| **role == Role::Prose)
        .find_map(|(mention, _)| match day(mention)? {
            Day::Weekday { weekday, .. } => Some(weekday),
            _ => None,
        });
    written
        .zip(weekday)
        .is_some_and(|(day, weekday)| day.weekday() == weekday)
}

/// The day of a single update that was posted days after all others, and the day before it on which there are any: with
/// it whose incident it was tells what had happened.
fn looked_back(stamps: &[(Option<Date>, i64)]) -> Option<(Date, Date)> {
    const LEAST: i64 = 2;
    let days = || stamps.iter().filter_map(|(day, _)| *day);
    let last = days().max()?;
    let before = days().filter(|day| *day < last).max()?;
    let alone = days().filter(|day| *day == last).count() == 1;
    (alone && before.days_until(last) >= LEAST).then_some((last, before))
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
