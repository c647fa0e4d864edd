//! The value of a point: a date, a clock, a part of a day.
//!
//! One would get wrong to read its words alone: figures of either order, a quarter without its year and the end of a range are
//! read by what was told before, and by whether the words look back.

use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;
use crate::normaliser::calendar::{Date, Wall, Zone};
use crate::normaliser::clock;
use crate::normaliser::value::{Granularity, Known, Value};
use crate::normaliser::writing::order;
use crate::parser::layout::Role;
use crate::parser::time::expression::{CalendarDate, Day, Point, Timex};

use super::genre::{Genre, in_year_of};
use super::walk::{Walk, Zero};
use super::{Kind, Tid, Timex3, write};

/// Days for which a text may be written on after its stamp.
const WRITTEN_ON: i64 = 7;

impl Walk<'_> {
    /// Writes down what a point is, and settles on it for the next.
    pub(super) fn point(&mut self, timex: &Timex, point: &Point, tid: Tid, role: Option<&Role>, out: &mut Timex3) {
        let entry = matches!(role, Some(Role::Entry { .. } | Role::Updated | Role::Published));
        let hedge = timex.hedge.or(point.inner_hedge);
        out.modifier = hedge.and_then(write::point_mod);
        if let Some(Day::Epoch(seconds)) = point.day {
            let value = Value {
                wall: Wall(seconds),
                granularity: Granularity::Second,
                part: None,
                known: Known::Date,
                offset: None,
            };
            out.kind = Kind::Time;
            out.value = value.to_string();
            out.zone = Some("UTC".to_owned());
            self.settle(value, Some(Zone::UTC), tid, timex, role);
            return;
        }
        if let Some(Day::Fiscal { year, quarter }) = point.day {
            let quarter = quarter.map(|q| format!("-Q{q}")).unwrap_or_default();
            out.value = format!("FY{year}{quarter}");
            out.modifier = out.modifier.or(point.edge.and_then(write::edge_mod));
            return;
        }
        if let Some(Day::SomeWeekday(weekday)) = point.day {
            out.value = unresolved(point).replacen("XXXX-XX-XX", &format!("XXXX-WXX-{}", weekday.iso()), 1);
            out.kind = timed(point);
            return;
        }
        let named = point.zone.map(|z| self.zones.named(z));
        let zone = named.and_then(|n| n.zone);
        out.zone = point.zone.and(zone).map(|z| z.name());
        let mut anchor = self.anchor(timex, point);
        if matches!(point.day, Some(Day::Deictic(_)))
            && let Some(said) = self.said_on(timex)
        {
            anchor.now = Some(said);
        }
        let day = match point.day {
            Some(mut day) => {
                if let Day::Date(date) = &mut day
                    && date.order_open
                    && self.day_first(point, date, timex)
                {
                    (date.month, date.day) = (date.day, date.month);
                }
                self.close_range(&mut day, timex, tid);
                if let Day::Quarter {
                    quarter,
                    year: year @ None,
                    pick: None,
                } = &mut day
                    && let Some(now) = self.now.date.filter(|_| !anchor.narrative)
                    && self.tense(timex) == Some(Tense::Past)
                {
                    *year = Some(now.year() - i32::from((*quarter - 1) * 3 + 1 > now.month()));
                }
                if anchor.narrative
                    && let Some(focus) = self.focus
                {
                    let deictic = timex.tokens.clone().any(|at| self.view.says(at, "this"));
                    if !(deictic && self.genre == Genre::News) {
                        in_year_of(&mut day, &focus.value, deictic);
                    }
                }
                if let Day::SameOf { unit, .. } = day
                    && !matches!(unit, Some(Unit::Month | Unit::Week))
                {
                    let quarter_before = || self.now.date.map(|now| now.plus_months(-3));
                    anchor.focus = self.reported.map(|v| v.wall.date()).or_else(quarter_before);
                }
                match anchor.resolve(&day) {
                    Some(found) => {
                        let mut value = found.value;
                        match (day, self.reported) {
                            // One that is not over has not been reported on.
                            (Day::Quarter { .. } | Day::Half { .. }, _)
                                if self.now.date.is_none_or(|now| value.window().1 <= now.midnight()) =>
                            {
                                self.reported = Some(value);
                            }
                            (
                                Day::Unit {
                                    unit: Unit::Quarter,
                                    picker: Picker::This | Picker::Same,
                                },
                                Some(told),
                            ) if self.view.says(timex.tokens.start, "the") => value = told,
                            (Day::SameOf { unit: None, .. }, Some(told)) => value.granularity = told.granularity,
                            _ => {}
                        }
                        value
                    }
                    None => {
                        out.value = unresolved(point);
                        out.kind = timed(point);
                        return;
                    }
                }
            }
            None if matches!(role, Some(Role::Entry { .. })) && point.clock.is_some() && self.now.date.is_some() => {
                self.day_of_entry(point)
            }
            None => self.day_without_words(timex, point, zone),
        };
        if matches!(point.day, Some(Day::Deictic(_))) {
            out.anchor = Some(self.now.tid);
        }
        let mut value = day;
        let mut turned_back = false;
        let mut edge = point.edge;
        if let Some(clock) = point.clock {
            let placed = self.clock(&clock, point, day, timex, zone, entry);
            (value, turned_back) = placed;
            if matches!(role, Some(Role::Entry { .. })) {
                self.entries = [Some(value.wall), self.entries[0]];
            }
        } else if let Some(part) = point.part {
            value = write::part_of(&day, part.part);
            edge = part.edge.or(edge);
        }
        out.modifier = out.modifier.or(edge.and_then(write::edge_mod));
        out.kind = write::kind_of(&value);
        out.value = write::local(&value);
        if let (Some(zone), true) = (zone, value.known == Known::Date && point.clock.is_some()) {
            self.last_zoned = Some((timex.tokens.end, zone.instants(value.wall).first()));
        }
        let whole = matches!(point.day, Some(Day::Date(date)) if date.day.is_some());
        if point.clock.is_some() && self.zero.is_none_or(|zero| whole && !zero.whole) {
            self.zero = Some(Zero { value, tid, whole });
        }
        let day = self.day;
        self.settle(value, zone, tid, timex, role);
        if turned_back {
            // Last night's clock in a breakfast story does not take the story back to yesterday.
            self.day = day;
        }
    }

    /// Whether figures of either order are read day first: as the document does, unless the day would then lie ahead of
    /// the writing, and the other way round it would not.
    fn day_first(&self, point: &Point, date: &CalendarDate, timex: &Timex) -> bool {
        let day_first = order::swaps(point, self.zones);
        let ahead = |month: Option<u8>, day: Option<u8>| {
            let date = Date::new(date.year?, month?, day?)?;
            Some(date > self.now.date?.plus_days(WRITTEN_ON))
        };
        let (month_first, swapped) = (ahead(date.month, date.day), ahead(date.day, date.month));
        let slips = if day_first {
            swapped == Some(true) && month_first == Some(false)
        } else {
            month_first == Some(true) && swapped == Some(false)
        };
        day_first ^ (slips && self.tense(timex) != Some(Tense::Ahead))
    }

    /// The end of a range lies behind its beginning: "from June 1 through Nov. 30", "Monday to Friday".
    fn close_range(&self, day: &mut Day, timex: &Timex, tid: Tid) {
        let Some(focus) = self.focus.filter(|f| f.tid + 1 == tid && f.value.known == Known::Date) else {
            return;
        };
        let Some(before) = self.timexes.get(tid.wrapping_sub(2)) else {
            return;
        };
        let joint = before.tokens.end;
        let joins = timex.tokens.start == joint + 1
            && (self.view.says_any(joint, &["to", "through", "until", "till"])
                || self.view.symbol_any(joint, &['-', '–', '—'])
                || self.view.says(joint, "and") && self.view.says(before.tokens.start.wrapping_sub(1), "between"));
        if !joins || focus.value.granularity > Granularity::Month {
            return;
        }
        let first = focus.value.wall.date();
        if let Day::Date(date) = day
            && date.year.is_none()
            && date.year_pick.is_none()
            && let Some(month) = date.month
        {
            let over = (month, date.day.unwrap_or(31)) < (first.month(), first.day());
            date.year = Some(first.year() + i32::from(over));
        }
    }
}

/// TIME for what has a clock or a part of a day, else DATE.
fn timed(point: &Point) -> Kind {
    if point.clock.is_some() || point.part.is_some() {
        Kind::Time
    } else {
        Kind::Date
    }
}

/// What can be said of a point that nothing places.
fn unresolved(point: &Point) -> String {
    let mut out = "XXXX-XX-XX".to_owned();
    if let Some(Day::Date(date)) = point.day
        && let Some(month) = date.month
    {
        out = match date.day {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        };
    }
    if let Some(clock) = point.clock {
        out.push_str(&format!("T{:02}:{:02}", clock::hour_as_said(&clock), clock.minute));
    } else if let Some(part) = point.part {
        out.push('T');
        out.push_str(part.part.code());
    }
    out
}
