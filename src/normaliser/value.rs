//! A calendar value: what a time is called, cut to the precision that the words have.
//!
//! One would get wrong that "Monday evening" is no point: the value keeps its granularity, and
//! [`Value::window`] says which stretch of the wall clock it names.

use std::fmt;

use super::calendar::{Date, Wall, figures, offset_text, write_ascii};

/// How fine a value is, finest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Granularity {
    /// `2021-10-04T11:44:05`
    Second,
    /// `2021-10-04T11:44`
    Minute,
    /// `2021-10-04T11`
    Hour,
    /// `2021-10-04TEV`
    PartOfDay,
    /// `2021-10-04`
    Day,
    /// `2021-W40-WE`
    Weekend,
    /// `2021-W40`
    Week,
    /// `2021-10`
    Month,
    /// `2021-Q4`
    Quarter,
    /// `2021-FA`
    Season,
    /// `2021-H2`
    Half,
    /// `2021`
    Year,
    /// `202`
    Decade,
    /// `20`
    Century,
}

impl Granularity {
    /// The name that the JSON gives it; what is coarser than a year counts as one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "part-of-day",
            Self::Day => "day",
            Self::Weekend | Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season | Self::Half => "season",
            Self::Year | Self::Decade | Self::Century => "year",
        }
    }
}

/// A part of a day, as TIMEX3 abbreviates it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// 00–12 or 06–12: `MO`
    Morning,
    /// 11–14: `MI`
    Midday,
    /// 12–18: `AF`
    Afternoon,
    /// 18–24: `EV`
    Evening,
    /// 20–06: `NI`
    Night,
    /// 06–18: `DT`
    Daytime,
}

impl Part {
    /// The two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// A season of the year, as TIMEX3 abbreviates it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Season {
    /// March to May: `SP`
    Spring,
    /// June to August: `SU`
    Summer,
    /// September to November: `FA`
    Autumn,
    /// December to February, named by the year it begins in: `WI`
    Winter,
}

impl Season {
    /// The two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month it begins in.
    pub fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// How much of the calendar date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Known {
    /// Year, month and day.
    Date,
    /// Month and day; the year nothing tells: `XXXX-10-04`.
    Yearless,
    /// The day of a week whose date nothing tells: `XXXX-WXX-1`.
    Weekday,
    /// A clock time on a day that nothing tells: `XXXX-XX-XXT19:00`.
    Clock,
}

impl Known {
    /// What a month and a day without a year tell in a document that knows this much.
    pub fn without_year(self) -> Self {
        match self {
            Self::Yearless | Self::Weekday | Self::Clock => Self::Yearless,
            Self::Date => Self::Date,
        }
    }
}

/// A value of the calendar. The wall clock of its beginning is on a stand-in date where the date is not known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Value {
    /// The beginning, on the wall of the value's zone.
    pub wall: Wall,
    /// How fine it is.
    pub granularity: Granularity,
    /// Set where the granularity is [`Granularity::PartOfDay`].
    pub part: Option<Part>,
    /// How much of the date is known.
    pub known: Known,
    /// Seconds east of UTC, where the zone and the date are known and the value is a clock time.
    pub offset: Option<i32>,
}

impl Value {
    /// A day.
    pub fn day(date: Date, known: Known) -> Self {
        Self {
            wall: date.midnight(),
            granularity: Granularity::Day,
            part: None,
            known,
            offset: None,
        }
    }

    /// The stretch of the wall clock that the value names: its beginning and the beginning of what comes next.
    /// A clock time is an instant, so both are the same.
    pub fn window(&self) -> (Wall, Wall) {
        let date = self.wall.date();
        let first_of_year = |year| Date::new(year, 1, 1).unwrap_or(date).midnight();
        let end = match self.granularity {
            Granularity::Second | Granularity::Minute => self.wall,
            Granularity::Hour => self.wall.plus(3600),
            Granularity::PartOfDay => return self.part_window(date),
            Granularity::Day => date.plus_days(1).midnight(),
            Granularity::Weekend => date.plus_days(2).midnight(),
            Granularity::Week => date.plus_days(7).midnight(),
            Granularity::Month => date.plus_months(1).midnight(),
            Granularity::Quarter | Granularity::Season => date.plus_months(3).midnight(),
            Granularity::Half => date.plus_months(6).midnight(),
            Granularity::Year => first_of_year(date.year() + 1),
            Granularity::Decade => first_of_year(date.year() + 10),
            Granularity::Century => first_of_year(date.year() + 100),
        };
        (self.wall, end)
    }

    fn part_window(&self, date: Date) -> (Wall, Wall) {
        let (from, to) = match self.part {
            Some(Part::Morning) => (0, 12),
            Some(Part::Midday) => (11, 14),
            Some(Part::Afternoon) => (12, 18),
            Some(Part::Evening) => (18, 24),
            Some(Part::Night) => (18, 30),
            Some(Part::Daytime) => (6, 18),
            None => (0, 24),
        };
        (date.at(from * 3600), date.at(to * 3600))
    }
}

impl Value {
    fn write_day(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.wall.date();
        match self.known {
            Known::Date => fmt::Display::fmt(&date, f),
            Known::Yearless => write!(f, "XXXX-{:02}-{:02}", date.month(), date.day()),
            Known::Weekday => write!(f, "XXXX-WXX-{}", date.weekday().iso()),
            Known::Clock => f.write_str("XXXX-XX-XX"),
        }
    }

    fn write_offset(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offset.map_or(Ok(()), |offset| f.write_str(&offset_text(offset)))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.wall.date();
        let (hour, minute, second) = self.wall.clock();
        let [[h, i], [m, n], [s, t]] = [hour, minute, second].map(figures);
        let (year, month) = (date.year(), date.month());
        match self.granularity {
            Granularity::Second => {
                self.write_day(f)?;
                write_ascii(f, &[b'T', h, i, b':', m, n, b':', s, t])?;
                self.write_offset(f)
            }
            Granularity::Minute => {
                self.write_day(f)?;
                write_ascii(f, &[b'T', h, i, b':', m, n])?;
                self.write_offset(f)
            }
            Granularity::Hour => {
                self.write_day(f)?;
                write_ascii(f, &[b'T', h, i])?;
                self.write_offset(f)
            }
            Granularity::PartOfDay => {
                self.write_day(f)?;
                f.write_str("T")?;
                f.write_str(self.part.map_or("DT", Part::code))
            }
            Granularity::Day => self.write_day(f),
            Granularity::Weekend if self.known != Known::Date => f.write_str("XXXX-WXX-WE"),
            Granularity::Week if self.known != Known::Date => f.write_str("XXXX-WXX"),
            Granularity::Weekend | Granularity::Week => {
                let (iso_year, week) = date.iso_week();
                let end = if self.granularity == Granularity::Weekend {
                    "-WE"
                } else {
                    ""
                };
                write!(f, "{iso_year:04}-W{week:02}{end}")
            }
            Granularity::Month if self.known != Known::Date => write!(f, "XXXX-{month:02}"),
            Granularity::Month => write!(f, "{year:04}-{month:02}"),
            Granularity::Quarter => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            Granularity::Season => {
                let season = match month {
                    3..=5 => Season::Spring,
                    6..=8 => Season::Summer,
                    9..=11 => Season::Autumn,
                    _ => Season::Winter,
                };
                write!(f, "{year:04}-{}", season.code())
            }
            Granularity::Half => write!(f, "{year:04}-H{}", if month < 7 { 1 } else { 2 }),
            Granularity::Year if self.known != Known::Date => f.write_str("XXXX"),
            Granularity::Year => write!(f, "{year:04}"),
            Granularity::Decade => write!(f, "{:03}", year.div_euclid(10)),
            Granularity::Century => write!(f, "{:02}", year.div_euclid(100)),
        }
    }
}
