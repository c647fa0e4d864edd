//! A time as a person reads it: the day as a heading, the clock below it, and the window where it is one.
//!
//! One would get wrong that "15:40–22:05" can be a span that lasted or a window that hides one instant: a span
//! stands bare, a window stands after "within" or in brackets.

use crate::chronology::timeline::{Bounds, Document, Event, Scale, Timeline};
use crate::normaliser::calendar::{Date, Instant, Wall, Zone, offset_text};
use crate::normaliser::value::{Granularity, Known, Value};

use super::day_words::{MONTHS, clock, day_of_month, end_on, on, part_name, short_day};

/// The wall clock that times are shown on.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    zone: Option<Zone>,
}

impl Clock {
    /// The zone that the reader chose, else that of the first text that has one; else each event keeps its own.
    pub fn new(timeline: &Timeline, chosen: Option<Zone>) -> Self {
        let own = || timeline.documents.iter().find_map(|document: &Document| document.zone);
        Self {
            zone: chosen.or_else(own),
        }
    }

    /// "America/New_York (UTC−04:00)", with each offset that is in force at an event; `None` where no event has a zone.
    pub fn zone_line(&self, events: &[Event]) -> Option<String> {
        let mut zones: Vec<(String, Vec<i32>)> = Vec::new();
        for event in events.iter().filter(|event| event.scale == Scale::Utc) {
            let zone = self.zone_of(event);
            let offset = zone.offset_at(Instant(event.start));
            let name = zone.name();
            match zones.iter_mut().find(|(known, _)| *known == name) {
                Some((_, offsets)) if offsets.contains(&offset) => {}
                Some((_, offsets)) => offsets.push(offset),
                None => zones.push((name, vec![offset])),
            }
        }
        let lines: Vec<String> = zones
            .into_iter()
            .map(|(name, offsets)| {
                let offsets: Vec<String> = offsets
                    .into_iter()
                    .map(|offset| format!("UTC{}", offset_text(offset).replace('-', "−")))
                    .collect();
                match name.as_str() {
                    "UTC" => name,
                    // An offset is its own name.
                    _ if name.starts_with(['+', '-']) => offsets.join(", "),
                    _ => format!("{name} ({})", offsets.join(", ")),
                }
            })
            .collect();
        (!lines.is_empty()).then(|| lines.join(" and "))
    }

    /// What the shown wall clock reads at a point of the event's scale.
    pub fn wall(&self, event: &Event, at: i64) -> Wall {
        match event.scale {
            Scale::Utc => self.zone_of(event).wall_at(Instant(at)),
            Scale::Local { .. } | Scale::Year { .. } | Scale::Week { .. } | Scale::Day { .. } => Wall(at),
        }
    }

    fn zone_of(&self, event: &Event) -> Zone {
        self.zone.or(event.zone).unwrap_or(Zone::UTC)
    }

    /// The day, or the coarser stretch, that an event is listed under: "Monday 4 October 2021".
    pub fn heading(&self, event: &Event) -> String {
        let date = self.wall(event, event.start).date();
        let (year, month) = (date.year(), MONTHS[usize::from(date.month() - 1)]);
        let own_year = |name: &str| match event.value.known {
            Known::Date => format!("{name} {year}"),
            Known::Yearless | Known::Weekday | Known::Clock => format!("{name}, year not known"),
        };
        match (event.value.granularity, event.value.known) {
            // No event has a weekend for its value: it is told as two days.
            (Granularity::Weekend | Granularity::Week, Known::Date) => {
                format!("Week of {} {month} {year}", date.day())
            }
            (Granularity::Weekend | Granularity::Week, _) => "The week".to_owned(),
            (Granularity::Month, _) => own_year(month),
            (Granularity::Quarter, _) => {
                let last = MONTHS[usize::from(date.plus_months(2).month() - 1)];
                own_year(&format!("{month} to {last}"))
            }
            (Granularity::Season, _) => own_year(match date.month() {
                3..=5 => "Spring",
                6..=8 => "Summer",
                9..=11 => "Autumn",
                _ => "Winter",
            }),
            (Granularity::Half, _) => own_year(if date.month() < 7 {
                "First half of"
            } else {
                "Second half of"
            }),
            (Granularity::Year, Known::Date) => format!("{year}"),
            (Granularity::Year, _) => "Year not known".to_owned(),
            (Granularity::Decade, _) => format!("The {}0s", year.div_euclid(10)),
            (Granularity::Century, _) => format!("The {}00s", year.div_euclid(100)),
            (_, Known::Date) => format!("{} {} {month} {year}", date.weekday().name(), date.day()),
            (_, Known::Yearless) => format!("{} {month}, year not known", date.day()),
            (_, Known::Weekday) => date.weekday().name().to_owned(),
            (_, Known::Clock) => "Day not known".to_owned(),
        }
    }

    /// The time below that heading: "19:00", "~12:00 (11:30–12:30)", "15:40–22:05", "evening (18:00–24:00)".
    pub fn when(&self, event: &Event) -> String {
        let start = self.wall(event, event.start);
        let tilde = if event.approximate { "~" } else { "" };
        if let Some(end) = event.end {
            // The last moment of a day or an evening is the first of what comes after it.
            let coarse = end.value.granularity > Granularity::Minute;
            let last = match coarse && self.shows_own_wall(event) {
                true => end.value.wall,
                false => self.wall(event, end.at - i64::from(coarse)),
            };
            let until = self.named(event, end.value, last, start.date());
            let from = self.named(event, event.value, start, start.date());
            let dash = if from.contains(' ') || until.contains(' ') {
                " – "
            } else {
                "–"
            };
            return format!("{tilde}{from}{dash}{until}");
        }
        let label = self.named(event, event.value, start, start.date());
        let is_clock = event.value.granularity <= Granularity::Minute;
        let exact = Bounds {
            earliest: Some(event.start),
            latest: Some(event.start),
        };
        let known = event.bounds.earliest.is_some() || event.bounds.latest.is_some();
        if !known || (is_clock && event.bounds == exact) || self.says_no_more(event) {
            return format!("{tilde}{label}");
        }
        if event.bounds.earliest.is_none() && self.ends_as_named(event) {
            return format!("{tilde}{label} or earlier");
        }
        let window = self.window(event, event.bounds, start.date());
        match event.value.granularity {
            // A day of which only one moment is left: "that day", twenty minutes after nine.
            Granularity::Day if event.bounds.earliest == event.bounds.latest => format!("{tilde}{window}"),
            Granularity::Day if event.bounds.earliest.is_some() && event.bounds.latest.is_some() => {
                format!("within {tilde}{window}")
            }
            _ if is_clock && event.bounds.latest == Some(event.start) && event.bounds.earliest.is_none() => window,
            _ if is_clock && event.bounds.earliest == Some(event.start) && event.bounds.latest.is_none() => window,
            _ => format!("{tilde}{label} ({window})"),
        }
    }

    /// Where a point is proved to lie, with its day: "Mon 4 Oct 2021 00:00 – 12:30".
    pub fn dated_window(&self, event: &Event, bounds: Bounds) -> String {
        let wall = |at: i64| self.wall(event, at);
        let bounds = to_the_minute(bounds);
        let known = event.value.known;
        let day = |date: Date| match known {
            Known::Date => format!("{} {}", short_day(date), date.year()),
            Known::Yearless => day_of_month(date),
            Known::Weekday => date.weekday().name().to_owned(),
            Known::Clock => "day not known,".to_owned(),
        };
        match (bounds.earliest.map(wall), bounds.latest.map(wall)) {
            (Some(a), Some(b)) if a == b => format!("{} {}", day(a.date()), clock(a)),
            (Some(a), Some(b)) => match end_on(b, a.date()) {
                Some(b) => format!("{} within {}–{b}", day(a.date()), clock(a)),
                None => format!("within {} {} – {} {}", day(a.date()), clock(a), day(b.date()), clock(b)),
            },
            (Some(a), None) => format!("{} {} or later", day(a.date()), clock(a)),
            (None, Some(b)) => format!("{} {} or earlier", day(b.date()), clock(b)),
            (None, None) => "nothing bounds it".to_owned(),
        }
    }

    /// Whether the bounds of a coarse value are only the stretch that its heading names already.
    fn says_no_more(&self, event: &Event) -> bool {
        let (from, to) = event.value.window();
        let is_named_by_heading = event.value.granularity >= Granularity::Day;
        let shows_its_own_wall = self.shows_own_wall(event);
        let on_own_wall = |at: i64| match (event.scale, event.zone) {
            (Scale::Utc, Some(zone)) => zone.wall_at(Instant(at)),
            _ => Wall(at),
        };
        let latest = event.bounds.latest.map(on_own_wall);
        is_named_by_heading
            && shows_its_own_wall
            && event.bounds.earliest.map(on_own_wall) == Some(from)
            && (latest == Some(to) || latest == Some(to.plus(-1)))
    }

    /// Whether the latest end of a stretch is the one that its name has: "by Monday evening" ends as that evening does.
    fn ends_as_named(&self, event: &Event) -> bool {
        let (from, to) = event.value.window();
        let latest = event.bounds.latest.map(|at| self.wall(event, at));
        self.shows_own_wall(event) && from < to && (latest == Some(to) || latest == Some(to.plus(-1)))
    }

    /// Whether the shown wall clock is that of the event itself, so that "evening" is an evening on it.
    fn shows_own_wall(&self, event: &Event) -> bool {
        let own = event.zone.unwrap_or(Zone::UTC);
        event.scale != Scale::Utc || own.wall_at(Instant(event.start)) == self.wall(event, event.start)
    }

    /// What a value is called, for a reader who stands on `base`.
    fn named(&self, event: &Event, value: Value, wall: Wall, base: Date) -> String {
        let clock = match value.granularity {
            Granularity::Second => clock(wall),
            Granularity::Minute => clock(wall),
            Granularity::Hour => format!("{:02}h", wall.clock().0),
            Granularity::PartOfDay if self.shows_own_wall(event) => part_name(value.part).to_owned(),
            Granularity::PartOfDay => "part of the day".to_owned(),
            Granularity::Day if wall.date() != base => return on(wall.date(), base, value.known),
            Granularity::Day => return "that day".to_owned(),
            Granularity::Weekend => return "that weekend".to_owned(),
            Granularity::Week => return "that week".to_owned(),
            Granularity::Month => return "that month".to_owned(),
            Granularity::Quarter => return "that quarter".to_owned(),
            Granularity::Season => return "that season".to_owned(),
            Granularity::Half => return "that half-year".to_owned(),
            Granularity::Year => return "that year".to_owned(),
            Granularity::Decade => return "that decade".to_owned(),
            Granularity::Century => return "that century".to_owned(),
        };
        if wall.date() == base {
            clock
        } else {
            format!("{} {clock}", on(wall.date(), base, value.known))
        }
    }

    fn window(&self, event: &Event, bounds: Bounds, base: Date) -> String {
        let known = event.value.known;
        let is_days = event.value.granularity >= Granularity::Weekend;
        let wall = |at: i64| self.wall(event, at);
        let bounds = to_the_minute(bounds);
        let fine = !is_days && event.value.granularity < Granularity::Month;
        let named = |at: Wall| match at.date() == base && !is_days {
            true => clock(at),
            // A month later is no matter of minutes.
            false if event.value.granularity >= Granularity::Month => on(at.date(), base, known),
            false if at.seconds_of_day() == 0 => on(at.date(), base, known),
            false => format!("{} {}", on(at.date(), base, known), clock(at)),
        };
        match (bounds.earliest.map(wall), bounds.latest.map(wall)) {
            // Two instants with one reading: the hour that the autumn has twice.
            (Some(a), Some(b)) if a == b && bounds.earliest < bounds.latest => "first or second".to_owned(),
            (Some(a), Some(b)) if a == b => named(a),
            (Some(a), Some(b)) => match end_on(b, base).filter(|_| a.date() == base && !is_days) {
                Some(b) => format!("{}–{b}", clock(a)),
                // "Wed 18 Sep 16:15 – Thu 19 Sep 16:25": behind another day the heading's own is no longer understood.
                None if a.date() != base && b.date() == base && fine => {
                    format!("{} – {} {}", named(a), on(base, base, known), clock(b))
                }
                None => format!("{} – {}", named(a), named(b)),
            },
            (Some(a), None) => format!("{} or later", named(a)),
            (None, Some(b)) => format!("{} or earlier", named(b)),
            (None, None) => String::new(),
        }
    }
}

/// The bounds of a window that is told to the minute: it ends with the last second of one.
fn to_the_minute(bounds: Bounds) -> Bounds {
    let ends_minute = |at: i64| at.rem_euclid(60) == 59 && bounds.earliest < Some(at);
    Bounds {
        latest: bounds.latest.map(|at| if ends_minute(at) { at + 1 } else { at }),
        ..bounds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renderer::sample;

    fn shown(timeline: &Timeline, zone: Option<&str>) -> Vec<String> {
        let clock = Clock::new(timeline, zone.map(Zone::named));
        let line = |event| format!("{}: {}", clock.heading(event), clock.when(event));
        timeline.events.iter().map(line).collect()
    }

    #[test]
    fn the_article_shows_windows_hedges_and_parts_of_the_day() {
        let monday = "Monday 4 October 2021";
        assert_eq!(
            shown(&sample::article(), None),
            [
                "within 00:00–12:30",
                "within 00:00–19:00",
                "~12:00 (11:30–12:30)",
                "within ~05:30–19:00",
                "19:00",
                "evening (18:00–24:00)",
            ]
            .map(|when| format!("{monday}: {when}"))
        );
    }

    #[test]
    fn another_zone_moves_the_clock_and_takes_the_name_of_the_part_of_the_day() {
        let shown = shown(&sample::article(), Some("Asia/Tokyo"));
        assert_eq!(shown[4], "Tuesday 5 October 2021: 08:00");
        assert_eq!(shown[5], "Tuesday 5 October 2021: part of the day (07:00–13:00)");
    }

    #[test]
    fn spans_seconds_months_and_open_windows_have_their_own_forms() {
        assert_eq!(
            shown(&sample::every_case(), None),
            [
                "March 2019: that month",
                "Tuesday 5 October 2021: 09:14:05",
                "Tuesday 5 October 2021: 09:14",
                "Tuesday 5 October 2021: 15:40–22:05",
                "Tuesday 5 October 2021: 23:30",
                "Tuesday 5 October 2021: 23:50 – Wed 6 Oct 00:10",
                "Week of 4 October 2021: that week (Tue 5 Oct 23:50 or later)",
            ]
        );
    }

    #[test]
    fn a_text_without_a_date_shows_weekdays_and_days_not_known() {
        assert_eq!(
            shown(&sample::floating(), Some("Asia/Tokyo")),
            [
                "Monday: evening (18:00–24:00)",
                "Tuesday: 03:15",
                "Day not known: 12:00"
            ]
        );
    }

    #[test]
    fn the_zone_line_names_each_offset_once() {
        let article = sample::article();
        let line = |chosen| Clock::new(&article, chosen).zone_line(&article.events);
        assert_eq!(line(None).as_deref(), Some("America/New_York (UTC−04:00)"));
        assert_eq!(line(Some(Zone::Fixed(19_800))).as_deref(), Some("UTC+05:30"));
        let floating = sample::floating();
        assert_eq!(Clock::new(&floating, None).zone_line(&floating.events), None);
    }

    #[test]
    fn a_milestone_carries_its_day() {
        let article = sample::article();
        let clock = Clock::new(&article, None);
        let event = &article.events[0];
        assert_eq!(
            clock.dated_window(event, event.bounds),
            "Mon 4 Oct 2021 within 00:00–12:30"
        );
        let open = Bounds {
            earliest: event.bounds.earliest,
            latest: None,
        };
        assert_eq!(clock.dated_window(event, open), "Mon 4 Oct 2021 00:00 or later");
    }

    #[test]
    fn a_clock_time_that_the_autumn_has_twice_says_so() {
        let new_york = Zone::named("America/New_York");
        let sunday = sample::day(2022, 11, 6);
        let wall = sunday.at(5400);
        let text = "It failed at 1:30 a.m.";
        let mut event = sample::event(
            text,
            "at 1:30 a.m.",
            sample::clock(sunday, 5400, new_york),
            Some(new_york),
            (Some(wall), Some(wall)),
        );
        event.bounds.latest = event.bounds.earliest.map(|at| at + 3600);
        let mut timeline = sample::empty(text, Some(new_york));
        timeline.events = vec![event];
        assert_eq!(
            shown(&timeline, None),
            ["Sunday 6 November 2022: 01:30 (first or second)"]
        );
    }

    #[test]
    fn what_is_told_by_an_evening_is_that_evening_or_earlier() {
        let mut article = sample::article();
        article.events[5].bounds.earliest = None;
        assert_eq!(shown(&article, None)[5], "Monday 4 October 2021: evening or earlier");
    }

    #[test]
    fn a_window_is_no_finer_than_what_it_is_made_of() {
        let mut article = sample::article();
        let [whole_day, evening] = [0, 5].map(|index| article.events[index].bounds.earliest);
        article.events[0].bounds.latest = whole_day;
        article.events[5].bounds.latest = evening.map(|at| at + 2 * 3600 + 41 * 60 + 59);
        let shown = shown(&article, None);
        assert_eq!(shown[0], "Monday 4 October 2021: 00:00");
        assert_eq!(shown[5], "Monday 4 October 2021: evening (18:00–20:42)");
    }
}
