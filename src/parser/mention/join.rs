//! One time told in two pieces: a day by its name and its date, a day and the clock behind a mark.
//!
//! One would get wrong that they are two happenings: in "yesterday, March 12" the date only says which day
//! yesterday was.

use crate::article::token::Case;
use crate::lexicon::hedge::Hedge;
use crate::lexicon::relation::Relation;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::value::Part;
use crate::parser::time::date::{counts_noun, day_of_month};
use crate::parser::time::expression::{CalendarDate, Day, DayHalf, PartOfDay, Point};
use crate::parser::time::point::settle_half;
use crate::parser::time::zone;

use super::Builder;

/// Words of "nights of 24 January 2021".
const LONGEST_NIGHT: usize = 6;

/// A time with its second piece.
pub(super) struct Joined {
    pub(super) point: Point,
    /// Where the words end.
    pub(super) end: usize,
    /// What stands before the clock and rules it: "on November 30, by 18:00".
    pub(super) ruled: Option<(Relation, Option<Hedge>)>,
}

impl Joined {
    /// A point that ends there, and whose clock nothing rules.
    pub(super) fn new(point: Point, end: usize) -> Self {
        Self {
            point,
            end,
            ruled: None,
        }
    }
}

/// Whether a day is one of its own, on which a clock stands.
fn is_single(day: Day) -> bool {
    match day {
        Day::Date(date) => date.is_whole(),
        Day::Weekday { .. } | Day::WeekdayOf { .. } | Day::Deictic(_) | Day::Overnight => true,
        _ => false,
    }
}

impl Builder<'_, '_> {
    /// A point and the expression behind it, where the two are one time.
    pub(super) fn joined(&self, point: &Point, end: usize, next: usize, relation: Relation) -> Option<Joined> {
        let (other, _) = self.point_at(next)?;
        self.dated_twice(point, &other, end, next)
            .or_else(|| self.clock_behind_mark(point, &other, end, next))
            .or_else(|| self.date_behind(point, &other, end, next))
            .or_else(|| self.clock_behind_relation(point, &other, end, next, relation))
            .or_else(|| self.night_before(point, &other, end, next))
            .or_else(|| self.weekend_of(point, &other, end, next))
            .or_else(|| self.clock_that_day_owns(point, &other, end, next, relation))
            .or_else(|| self.within_what_day_owns(point, &other, end, next))
            .or_else(|| self.day_behind_place(point, &other, end, next))
            .or_else(|| self.night_between(point, &other, end, next))
            .or_else(|| self.day_behind_its_part(point, &other, end, next))
    }

    /// "It learned of it “late in the morning” of Thursday, 3 May": the quotation ends within the time; "in morning trading
    /// Monday", "in afternoon trade on Friday": what markets do then stands in it.
    fn day_behind_its_part(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let part = (point.part.is_some() || point.edge.is_some()) && point.day.is_none() && point.clock.is_none();
        let day = other.clock.is_none() && other.part.is_none() && other.day.is_some_and(is_single);
        let parted = self.view.symbol_any(end, &['"', '”', '’']) && self.view.says_any(end + 1, &["of", "on"]);
        let trade = self.view.says_any(end, &["trading", "trade", "dealings"]);
        let on = end + 1 + usize::from(self.view.says(end + 1, "on"));
        (part && day && (parted && tokens.start == end + 2 || trade && tokens.start == on)).then_some(Joined::new(
            Point {
                day: other.day,
                ..*point
            },
            tokens.end,
        ))
    }

    /// "Around 5:20 p.m. in New York on Friday": where it was that late stands between a clock and its day.
    fn day_behind_place(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        const LONGEST: usize = 3;
        let (view, start) = (&self.view, self.timexes[next].tokens.start);
        let (place, on) = (end + 1, start.wrapping_sub(1));
        let named = (1..=LONGEST).contains(&on.wrapping_sub(place))
            && (place..on).all(|at| view.case(at) == Some(Case::Capital));
        let day = other.clock.is_none() && other.day.is_some_and(is_single);
        let led = view.says(end, "in") && view.says(on, "on");
        (led && named && day && point.is_bare_clock() && point.part.is_none()).then_some(Joined::new(
            Point {
                day: other.day,
                part: other.part,
                ..*point
            },
            self.timexes[next].tokens.end,
        ))
    }

    /// "In the night of January 24 and 25": one night, told by both of its days.
    fn night_between(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let night = point.part.is_some_and(|it| it.part == Part::Night) && point.clock.is_none();
        let both = self.view.says_any(end, &["and", "to"]) || self.view.symbol_any(end, &['/', '-', '–']);
        // "In the night of Tuesday to Wednesday"
        if let (
            Day::Weekday { weekday, picker: None },
            Day::Weekday {
                weekday: second,
                picker: None,
            },
        ) = (point.day?, other.day?)
        {
            let behind_night = self.view.says(end.wrapping_sub(2), "of") && self.view.says_any(end, &["to", "into"]);
            let bare = other.clock.is_none() && other.part.is_none() && tokens.start == end + 1;
            return (night && behind_night && bare && weekday.next() == second)
                .then_some(Joined::new(*point, tokens.end));
        }
        let (Day::Date(first), Day::Date(second)) = (point.day?, other.day?) else {
            return None;
        };
        let plural = (end.saturating_sub(LONGEST_NIGHT)..end).any(|at| self.view.says(at, "nights"));
        let bare = other.clock.is_none() && other.part.is_none() && tokens.start == end + 1;
        (night && both && bare && !plural && second.day? == first.day? + 1).then_some(Joined::new(*point, tokens.end))
    }

    /// "From Saturday's 2 a.m. backup": the day owns what has its clock. What followed "Monday's 7 a.m. outage" did so
    /// whenever.
    fn clock_that_day_owns(
        &self,
        point: &Point,
        other: &Point,
        end: usize,
        next: usize,
        relation: Relation,
    ) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let owns = self.view.says_any(end, &["'s", "’s"]) && tokens.start == end + 1;
        let day = point.clock.is_none() && point.part.is_none() && point.day.is_some_and(is_single);
        let within = !matches!(relation, Relation::After | Relation::Before);
        (owns && day && within && other.is_bare_clock()).then_some(Joined::new(
            Point {
                day: point.day,
                ..*other
            },
            tokens.end,
        ))
    }

    /// "At 02:40 during last night's backup": the clock is of the day that owns what it lies in.
    fn within_what_day_owns(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let within = self.view.says(end, "during") && tokens.start == end + 1;
        let owns = self.view.says_any(tokens.end, &["'s", "’s"]);
        let day = other.clock.is_none() && other.day.is_some_and(is_single);
        if !(within && owns && day && point.is_bare_clock() && point.part.is_none()) {
            return None;
        }
        let mut joined = Point {
            day: other.day,
            part: other.part,
            ..*point
        };
        if let (Some(clock), Some(part)) = (&mut joined.clock, joined.part) {
            settle_half(clock, part.part);
        }
        Some(Joined::new(joined, tokens.end))
    }

    /// "The weekend of the 21st and 22nd", "the weekend of Sept. 21-22", "over the weekend (21 and 22 September)": the
    /// days say which weekend it was, the second of them nothing more.
    fn weekend_of(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        const LONGEST: usize = 8;
        let (view, tokens) = (&self.view, &self.timexes[next].tokens);
        let date = match other.day? {
            Day::Date(date) if date.day.is_some() && other.clock.is_none() && other.part.is_none() => date,
            _ => return None,
        };
        let runs_on = |at: usize| view.says_any(at, &["and", "to"]) || view.symbol_any(at, &['-', '–', '—', '&', '/']);
        let (first, behind) = match point.day? {
            Day::Weekend(_) if tokens.start == end + 1 && (view.says(end, "of") || view.symbol(end, '(')) => {
                // "the 21st and 22nd": a figure without a month is no time by itself.
                let dated = self
                    .point_at(next + 1)
                    .is_some_and(|(_, it)| it.tokens.start == tokens.end + 1);
                let second = day_of_month(view, tokens.end + 1).filter(|_| runs_on(tokens.end) && !dated);
                let second = second.filter(|(day, after)| date.day == Some(day - 1) && !counts_noun(view, *after));
                (date, second.map_or(tokens.end, |(_, after)| after))
            }
            Day::WeekendOf(first)
                if runs_on(end) && tokens.start <= end + 2 && date.day == first.day.map(|it| it + 1) =>
            {
                (first, tokens.end)
            }
            _ => return None,
        };
        let opened = || (behind.saturating_sub(LONGEST)..behind).any(|at| view.symbol(at, '('));
        let bracket = view.symbol(behind, ')') && opened();
        Some(Joined::new(
            Point {
                day: Some(Day::WeekendOf(first)),
                ..*point
            },
            behind + usize::from(bracket),
        ))
    }

    /// "In the night to Tuesday", "overnight into Tuesday": the night that began the evening before.
    fn night_before(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let night = point.part.filter(|it| it.part == Part::Night && it.edge.is_none())?;
        let open = matches!(point.day, None | Some(Day::Overnight));
        let bare = open && point.clock.is_none() && other.clock.is_none() && other.part.is_none();
        let led = self.view.says_any(end, &["to", "into"]) && tokens.start == end + 1;
        let Some(Day::Weekday { weekday, picker: None }) = other.day.filter(|_| bare && led) else {
            return None;
        };
        let weekday = weekday.previous();
        Some(Joined::new(
            Point {
                day: Some(Day::Weekday { weekday, picker: None }),
                part: Some(night),
                ..*point
            },
            tokens.end,
        ))
    }

    /// "yesterday, March 12, at 10:48 PM", "Friday morning (Aug 18)", "12 March (Thursday)", "12 March, a Thursday",
    /// "last week, on June 18"
    fn dated_twice(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        // "this morning (12 May, GMT)"
        let zoned = (self.view.symbol(tokens.end, ','))
            .then(|| zone::named(&self.view, tokens.end + 1))
            .flatten()
            .filter(|_| other.clock.is_none());
        let close = zoned.map_or(tokens.end, |(_, after)| after);
        let bracketed = self.view.symbol_any(end, &['(', '[']) && self.view.symbol_any(close, &[')', ']']);
        let led_by =
            |word: &str| self.view.symbol(end, ',') && self.view.says(end + 1, word) && tokens.start == end + 2;
        // "last year, in January"
        let month = |date: CalendarDate| date.year.is_none() && date.month.is_some() && date.day.is_none();
        if let (
            Day::Unit {
                unit: Unit::Year,
                picker,
            },
            Day::Date(date),
        ) = (point.day?, other.day?)
            && led_by("in")
            && month(date)
        {
            return Some(Joined::new(
                Point {
                    day: Some(Day::Date(CalendarDate {
                        year_pick: Some(picker),
                        ..date
                    })),
                    ..*other
                },
                tokens.end,
            ));
        }
        let led = led_by("on");
        // "This evening 7/18/2008 at 10:48"
        let beside = tokens.start == end
            && matches!((point.day?, other.day?), (Day::Deictic(_), Day::Date(date)) if date.is_whole());
        if !led && !beside && (tokens.start != end + 1 || !(bracketed || self.view.symbol(end, ','))) {
            return None;
        }
        let day = match (point.day?, other.day?) {
            (Day::Weekday { weekday, picker: None }, Day::Date(date)) if date.is_whole() && date.weekday.is_none() => {
                Day::Date(CalendarDate {
                    weekday: Some(weekday),
                    ..date
                })
            }
            (Day::Deictic(_), Day::Date(date)) if date.is_whole() => Day::Date(date),
            // "Tomorrow (Wednesday)", "Wednesday (tomorrow)": told again.
            (day @ Day::Deictic(_), Day::Weekday { picker: None, .. })
            | (Day::Weekday { picker: None, .. }, day @ Day::Deictic(_))
                if bracketed && other.clock.is_none() =>
            {
                day
            }
            // "This morning, Saturday, at 6:05"
            (day @ Day::Deictic(_), Day::Weekday { picker: None, .. })
                if point.part.is_some() && (other.clock.is_some() || self.view.symbol(tokens.end, ',')) =>
            {
                day
            }
            (Day::Unit { unit, picker }, Day::Date(date)) if date.is_whole() && led && unit >= Unit::Week => {
                Day::Date(CalendarDate {
                    year_pick: date.year_pick.or(Some(picker).filter(|_| unit == Unit::Year)),
                    ..date
                })
            }
            (
                Day::Unit {
                    unit: Unit::Week,
                    picker,
                },
                Day::Weekday { weekday, picker: None },
            ) if led => {
                let weeks = match picker {
                    Picker::Last => -1,
                    Picker::This => 0,
                    Picker::Next => 1,
                    _ => return None,
                };
                Day::WeekdayOf { weekday, weeks }
            }
            // "This weekend, on Saturday night"
            (
                Day::Weekend(picker @ (Picker::Last | Picker::This | Picker::Next)),
                Day::Weekday { weekday, picker: None },
            ) if led => Day::WeekdayOf {
                weekday,
                weeks: match picker {
                    Picker::Last => -1,
                    Picker::Next => 1,
                    _ => 0,
                },
            },
            // "on June 23, a Sunday,"
            (Day::Date(date), Day::SomeWeekday(weekday))
                if date.is_whole() && date.weekday.is_none() && other.clock.is_none() && other.part.is_none() =>
            {
                Day::Date(CalendarDate {
                    weekday: Some(weekday),
                    ..date
                })
            }
            (Day::Date(date), Day::Weekday { weekday, picker: None })
                if (bracketed || self.view.says(tokens.start, "a"))
                    && date.is_whole()
                    && date.weekday.is_none()
                    && other.clock.is_none() =>
            {
                Day::Date(CalendarDate {
                    weekday: Some(weekday),
                    ..date
                })
            }
            _ => return None,
        };
        if point.clock.is_some() && other.clock.is_some() || point.part.is_some() && other.part.is_some() {
            return None;
        }
        let clock_leads = point.clock.is_some();
        let end = if bracketed { close + 1 } else { tokens.end };
        // "Thursday (July 16) afternoon"
        let behind = self
            .view
            .phrase(&self.view.lexicon.parts, end)
            .filter(|_| bracketed && point.part.is_none() && other.part.is_none());
        let part = behind.map(|(word, _)| PartOfDay {
            part: word.part,
            edge: None,
        });
        let part = point.part.or(other.part).or(part);
        let mut clock = point.clock.or(other.clock);
        if let (Some(clock), Some(part)) = (&mut clock, part) {
            settle_half(clock, part.part);
        }
        Some(Joined::new(
            Point {
                day: Some(day),
                part,
                clock,
                zone: if clock_leads { point.zone } else { other.zone },
                edge: point.edge.or(other.edge),
                inner_hedge: point.inner_hedge.or(other.inner_hedge),
                days_on: point.days_on.or(other.days_on),
            },
            behind.map_or(end, |(_, after)| after),
        ))
    }

    /// "5/24/2020 : 11am", "2021-02-17: 19:05 UTC", "Mar 3rd **14:20**", "4 March (Fri) 14:20", "May 3, 2021 / 10:21 AM",
    /// "3 May 2021 // 10:21"
    fn clock_behind_mark(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let dated = matches!(point.day, Some(Day::Date(date)) if date.is_whole());
        let bare = point.clock.is_none() && point.part.is_none() && other.is_bare_clock();
        let mark = self.view.symbol(end, '/') || self.view.text(end) == "//";
        let slash = mark && !self.view.touches(end) && !self.view.touches(end + 1);
        let colon = (self.view.symbol(end, ':') || slash) && tokens.start == end + 1;
        let emphasis = (end + 1..=end + 3).contains(&tokens.start)
            && (end..tokens.start).all(|at| self.view.symbol_any(at, &['*', '_', '`']));
        let bracket = self.view.symbol(end - 1, ')') && tokens.start == end;
        (dated && bare && (colon || emphasis || bracket)).then_some(Joined::new(
            Point {
                day: point.day,
                ..*other
            },
            tokens.end,
        ))
    }

    /// "00:40 CET (2019-11-06)"; "7.40am. 3rd Oct. Still waiting for a disk": a stamp in pieces, each with its stop.
    fn date_behind(&self, point: &Point, other: &Point, end: usize, next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let bracketed = self.view.symbol(end, '(') && self.view.symbol(tokens.end, ')');
        let stopped = self.view.symbol(end, '.') && self.view.symbol_any(tokens.end, &['.', ':', '-', '–', '—']);
        let dated = other.clock.is_none() && matches!(other.day, Some(Day::Date(date)) if date.is_whole());
        let joins = (bracketed || stopped) && tokens.start == end + 1;
        (joins && dated && point.is_bare_clock()).then_some(Joined::new(
            Point {
                day: other.day,
                ..*point
            },
            tokens.end + usize::from(bracketed),
        ))
    }

    /// "That evening, around nine", "on Monday morning, at 6:40": the clock is of the part of the day before it.
    fn clock_in_part(&self, point: &Point, other: &Point, (end, start): (usize, usize), next: usize) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let part = point.part.filter(|it| it.edge.is_none() && point.clock.is_none())?;
        let single = point
            .day
            .is_some_and(|day| is_single(day) || matches!(day, Day::Unit { unit: Unit::Day, .. }));
        let led = self.view.symbol(end, ',') && start == end + 1 && start < tokens.start;
        let mut joined = Point {
            day: point.day,
            part: point.part,
            ..*other
        };
        let clock = joined
            .clock
            .as_mut()
            .filter(|it| it.half == DayHalf::Open && it.named.is_none())?;
        settle_half(clock, part.part);
        (single && led && other.is_bare_clock()).then_some(Joined::new(joined, tokens.end))
    }

    /// "on November 30, by 18:00", "on Tuesday, shortly after 9 a.m.", "on May 4, starting at 05:59"
    fn clock_behind_relation(
        &self,
        point: &Point,
        other: &Point,
        end: usize,
        next: usize,
        relation: Relation,
    ) -> Option<Joined> {
        let tokens = &self.timexes[next].tokens;
        let bare = point.clock.is_none() && point.part.is_none() && other.is_bare_clock();
        let day = matches!(point.day?, Day::Date(_) | Day::Weekday { .. } | Day::Deictic(_));
        let (ruling, hedge, start) = self.lead(tokens.start);
        if let Some(joined) = self.clock_in_part(point, other, (end, start), next)
            && ruling == Relation::At
        {
            let hedge = hedge.or(self.timexes[next].hedge);
            return Some(Joined {
                ruled: Some((ruling, hedge)),
                ..joined
            });
        }
        // "Fri 3 May, approx. 19:30": the hedge is the clock's own.
        let hedged = start > end && self.timexes[next].hedge.is_some();
        let led = start == self.view.skip(end, ',') && (start < tokens.start || hedged);
        let rules = matches!(
            ruling,
            Relation::At | Relation::By | Relation::AsOf | Relation::Since | Relation::Before | Relation::After
        );
        // "Today from 5pm", where no second end follows.
        let begins = ruling == Relation::From && self.other_end(tokens.end, next + 1, other, Relation::From).is_none();
        (relation == Relation::At && bare && day && led && (rules || begins)).then(|| Joined {
            point: Point {
                day: point.day,
                ..*other
            },
            end: tokens.end,
            ruled: Some((ruling, hedge.or(self.timexes[next].hedge))),
        })
    }
}
