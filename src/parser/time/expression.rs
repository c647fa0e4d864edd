//! What time words say, typed: no calendar date that the words do not state.

use std::ops::Range;

use crate::lexicon::hedge::Hedge;
use crate::lexicon::holiday::Holiday;
use crate::lexicon::number::VagueCount;
use crate::lexicon::time::{Edge, Meridiem, NamedClock, Picker, VagueWhen};
use crate::lexicon::unit::Unit;
use crate::lexicon::zone::ZoneWord;
use crate::normaliser::calendar::Weekday;
use crate::normaliser::value::{Part, Season};

/// One time expression of the text, as TIMEX3 would mark it.
#[derive(Clone, PartialEq, Debug)]
pub struct Timex {
    /// Its words.
    pub tokens: Range<usize>,
    /// What they say.
    pub expression: Expression,
    /// A hedge that stands inside ("about six hours", "14:45ish").
    pub hedge: Option<Hedge>,
    /// Whether it names a stretch without dating anything by it: "of the year", "the 2003 blackout", "a night".
    pub faint: bool,
}

/// What time words say.
#[derive(Clone, PartialEq, Debug)]
pub enum Expression {
    /// A point of the calendar or the clock, or a named stretch of it.
    Point(Point),
    /// A length: six hours.
    Length(Length),
    /// A length laid off from now or from the story: two hours ago, 20 minutes later.
    Shift {
        /// How far.
        length: Length,
        /// Which way.
        later: bool,
        /// From the moment of speaking rather than from the happening in focus.
        from_now: bool,
    },
    /// A length from the document's own zero: T+12m.
    FromZero {
        /// How far.
        length: Length,
        /// Which way.
        later: bool,
    },
    /// Again and again: every Monday, daily.
    Set(Set),
    /// The past, the present, the future at large.
    Vague(VagueWhen),
}

/// A point: any of a day, a part of it, a clock and a zone, never none.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
    /// Which day, week, month, …
    pub day: Option<Day>,
    /// Which part of the day.
    pub part: Option<PartOfDay>,
    /// Which clock time.
    pub clock: Option<Clock>,
    /// Only with a clock time.
    pub zone: Option<ZoneName>,
    /// early, mid, late.
    pub edge: Option<Edge>,
    /// A hedge between its parts ("yesterday around lunchtime").
    pub inner_hedge: Option<Hedge>,
    /// How many days on its clock is: "(+1) 00:12", "00:12 (+1 day)".
    pub days_on: Option<u8>,
}

impl Point {
    /// Whether it has nothing but a clock time (and its zone).
    pub fn is_bare_clock(&self) -> bool {
        self.clock.is_some() && self.day.is_none()
    }

    /// Whether it is a date and its clock: a whole stamp.
    pub fn is_stamp(&self) -> bool {
        self.names_date() && self.clock.is_some()
    }

    /// Whether it is a date with its year, and no clock.
    pub fn is_full_date(&self) -> bool {
        self.clock.is_none() && matches!(self.day, Some(Day::Date(date)) if date.is_whole() && date.year.is_some())
    }

    /// Whether it names the evening or the night.
    pub fn is_of_night(&self) -> bool {
        self.part
            .is_some_and(|it| matches!(it.part, Part::Night | Part::Evening))
    }

    /// Which day is picked out of those around another: "that day", "the next day", "the evening before".
    pub fn picked_day(&self) -> Option<Picker> {
        match self.day? {
            Day::Unit {
                unit: Unit::Day,
                picker,
            } => Some(picker),
            _ => None,
        }
    }

    /// Whether its day is named so that it stands without the story: a date with its month.
    pub fn names_date(&self) -> bool {
        matches!(self.day, Some(Day::Date(date)) if date.is_whole()) || matches!(self.day, Some(Day::Epoch(_)))
    }
}

/// Which day, week, month, year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Day {
    /// A date in whole or in part.
    Date(CalendarDate),
    /// A weekday without a date.
    Weekday {
        /// Which.
        weekday: Weekday,
        /// last, next, that …
        picker: Option<Picker>,
    },
    /// today, yesterday: days from the moment of speaking.
    Deictic(i32),
    /// The night just gone: overnight.
    Overnight,
    /// A weekday of a week counted from now: Monday of last week.
    WeekdayOf {
        /// Which.
        weekday: Weekday,
        /// 0 is this week.
        weeks: i32,
    },
    /// Some weekday, no matter of which week: a Friday.
    SomeWeekday(Weekday),
    /// A length laid off from a day that the words name: a week from Monday, a year ago today.
    Apart {
        /// The day.
        from: NamedDay,
        /// How many, negative for "ago".
        count: i32,
        /// Of which unit.
        unit: Unit,
    },
    /// The unit that lies so many of its kind from now: the week before last.
    Away {
        /// Which unit.
        unit: Unit,
        /// 1 is the next one.
        by: i32,
    },
    /// A unit of the calendar picked out: last week, this month, the following day.
    Unit {
        /// Which unit.
        unit: Unit,
        /// Which one of them.
        picker: Picker,
    },
    /// A month picked out: last June.
    PickedMonth {
        /// 1 to 12.
        month: u8,
        /// Which one.
        picker: Picker,
    },
    /// A season, with its year where it has one.
    Season {
        /// Which.
        season: Season,
        /// Its year.
        year: Option<i32>,
        /// last, this …
        picker: Option<Picker>,
    },
    /// A season of a year that is picked out: the spring of last year.
    SeasonOf {
        /// Which.
        season: Season,
        /// Which year's.
        pick: Picker,
    },
    /// A quarter of a year.
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// Its year.
        year: Option<i32>,
        /// Where the year is picked out instead: "of last year".
        pick: Option<Picker>,
    },
    /// A half of a year.
    Half {
        /// 1 or 2.
        half: u8,
        /// Its year.
        year: Option<i32>,
        /// Where the year is picked out instead: "of the year".
        pick: Option<Picker>,
    },
    /// The stretch that was told last, in another year: the same period last year.
    SameOf {
        /// Quarter, month, week; what it is where the words say only "period".
        unit: Option<Unit>,
        /// The year.
        year: Option<i32>,
        /// Which year, where no figure tells it.
        pick: Picker,
    },
    /// The 1990s: the first year.
    Decade(i32),
    /// The 19th century: the first year of those that begin with its figures, 1800.
    Century(i32),
    /// A holiday, with its year where it has one.
    Holiday {
        /// Which.
        holiday: Holiday,
        /// Its year.
        year: Option<i32>,
        /// last, this, next …
        picker: Option<Picker>,
    },
    /// A week by its ISO number.
    Week {
        /// The ISO year.
        year: Option<i32>,
        /// 1 to 53.
        week: u8,
    },
    /// A week by one of its days: the week of January 15.
    WeekOf(CalendarDate),
    /// A weekend, picked out.
    Weekend(Picker),
    /// A weekend by one of its days: the weekend of the 21st and 22nd.
    WeekendOf(CalendarDate),
    /// A business's own year, and a quarter of it.
    Fiscal {
        /// Which.
        year: i32,
        /// 1 to 4.
        quarter: Option<u8>,
    },
    /// The first Monday of May, the last week of the month.
    Nth {
        /// 1 to 4, or 5 for the last.
        nth: u8,
        /// Of what.
        of: NthOf,
        /// In which month; that of the story where none is named.
        month: Option<u8>,
        /// In which year.
        year: Option<i32>,
    },
    /// A day or a weekend counted from a feast or a date: the second last Friday before Christmas.
    Beside {
        /// What is counted.
        what: Counted,
        /// 1 is the next one after it, -1 the last before it.
        by: i32,
        /// From where.
        of: Landmark,
    },
    /// Seconds since 1970: day and clock at once.
    Epoch(i64),
}

/// What is counted from a feast or a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// Days of one name.
    Weekday(Weekday),
    /// Weekends.
    Weekend,
    /// Weeks.
    Week,
}

/// A day that is named to find another by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Landmark {
    /// A feast, with its year where it has one.
    Feast {
        /// Which.
        holiday: Holiday,
        /// Its year.
        year: Option<i32>,
    },
    /// A date.
    Date(CalendarDate),
}

/// A day that a length is laid off from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NamedDay {
    /// The one that lies next in the direction of the length.
    Weekday(Weekday),
    /// Days from the moment of speaking.
    Deictic(i32),
}

/// What is counted within a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NthOf {
    /// A weekday.
    Weekday(Weekday),
    /// Weeks.
    Week,
    /// Weekends.
    Weekend,
}

/// A date in whole or in part; at least one of year, month, day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CalendarDate {
    /// The year, four digits; two are made four; 0 is 1 BC.
    pub year: Option<i32>,
    /// Where the year is picked out instead: "19 March this year".
    pub year_pick: Option<Picker>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// The weekday that stands beside it.
    pub weekday: Option<Weekday>,
    /// In figures whose order is open ("04/10/2021"): month and day as read month first; they may be the other way round.
    pub order_open: bool,
}

impl Day {
    /// Whether the words name their year themselves: "in 2005", "the fall of 2011".
    pub fn names_year(&self) -> bool {
        match self {
            Self::Date(date) => date.year.is_some(),
            Self::Season { year, .. } | Self::Quarter { year, .. } | Self::Half { year, .. } => year.is_some(),
            Self::Decade(_) | Self::Century(_) => true,
            _ => false,
        }
    }
}

impl CalendarDate {
    /// Whether it names a day of a month, of whatever year.
    pub fn is_whole(&self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// A day of a month, of no year yet.
    pub fn of(month: u8, day: u8) -> Self {
        Self {
            month: Some(month),
            day: Some(day),
            ..Self::default()
        }
    }
}

/// A part of a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartOfDay {
    /// Which.
    pub part: Part,
    /// Which side of it.
    pub edge: Option<Edge>,
}

/// A clock time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// As written, 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Where it is given.
    pub second: Option<u8>,
    /// Which half of the day.
    pub half: DayHalf,
    /// noon or midnight.
    pub named: Option<NamedClock>,
}

/// Which half of the day a clock time lies in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayHalf {
    /// AM or PM stands with it.
    Said(Meridiem),
    /// The figures say it: 19:30, 06:05, 0645.
    TwentyFour,
    /// Nothing says it: "at 7:45".
    Open,
}

/// A zone as it is named.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ZoneName {
    /// By a word of the table.
    Word(ZoneWord),
    /// Seconds east of UTC.
    Offset(i32),
}

/// How many of a unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Count {
    /// A number, fractions allowed.
    Exact(f64),
    /// several, a few, the bare plural.
    Vague(VagueCount),
}

/// A length: up to four units, coarsest first.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Length {
    terms: [Option<(Count, Unit)>; 4],
    /// Whether its days are working days, among which no weekend counts.
    pub working: bool,
}

impl Length {
    /// A length of one unit.
    pub fn of(count: Count, unit: Unit) -> Self {
        let mut length = Self::default();
        length.terms[0] = Some((count, unit));
        length
    }

    /// Adds a finer unit; `None` where it is not finer or there is no room.
    #[must_use]
    pub fn with(mut self, count: Count, unit: Unit) -> Option<Self> {
        let last = self.terms().last()?;
        if unit >= last.1 {
            return None;
        }
        let free = self.terms.iter().position(Option::is_none)?;
        self.terms[free] = Some((count, unit));
        Some(self)
    }

    /// Its terms, coarsest first.
    pub fn terms(&self) -> impl DoubleEndedIterator<Item = (Count, Unit)> + '_ {
        self.terms.iter().flatten().copied()
    }

    /// The finest unit that it names.
    pub fn finest(&self) -> Unit {
        self.terms().last().map_or(Unit::Second, |(_, unit)| unit)
    }

    /// Seconds, where every count is a number.
    pub fn exact_seconds(&self) -> Option<f64> {
        self.terms().try_fold(0.0, |sum, (count, unit)| match count {
            Count::Exact(n) => Some(sum + n * unit.seconds()),
            Count::Vague(_) => None,
        })
    }

    /// Its days, where it counts them by one whole number: "two days", "a week".
    pub fn whole_days(&self) -> Option<i64> {
        let mut terms = self.terms();
        let (count, unit) = terms.next().filter(|_| !self.working)?;
        let each = match unit {
            Unit::Day => 1,
            Unit::Week => 7,
            _ => return None,
        };
        match (count, terms.next()) {
            (Count::Exact(number), None) if number.fract() == 0.0 => Some(number as i64 * each),
            _ => None,
        }
    }
}

/// Again and again.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Set {
    /// What comes again.
    pub what: SetOf,
    /// every, each.
    pub quantifier: Option<Quantifier>,
    /// How often in each: twice a day.
    pub frequency: Option<(f64, Option<Unit>)>,
}

/// What comes again.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum SetOf {
    /// every two hours, daily.
    Length(Length),
    /// every Monday morning.
    Point(Point),
    /// weekdays: Monday to Friday.
    Workdays,
}

/// The word that makes a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantifier {
    /// every
    Every,
    /// each, a (day)
    Each,
}
