//! What a fixture can expect, as it is written there: a column or a fact is one entry, its name and how it is read
//! off a timeline.
//!
//! One would get wrong to compare what is shown: a fixture holds the calendar value and the bounds themselves.

use crate::article::span::Span;
use crate::chronology::timeline::{Bounds, Event, Incident, Milestone, Scale, Timeline};
use crate::normaliser::calendar::{Instant, Wall, Zone, offset_text};
use crate::normaliser::value::{Granularity, Known, Value};
use crate::renderer::length;
use crate::renderer::plain::one_line;
use crate::renderer::row::{self, phase_words};

/// A column of the table of rows.
#[derive(Debug)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// Whether a blessing writes it where the fixture has no table yet.
    pub standard: bool,
    /// How much it tells that an expected row and one that came out are the same.
    pub weight: u32,
    /// What stands in it for an event.
    pub cell: fn(&Timeline, &Event) -> String,
}

/// All columns.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    Column { name: "When",          standard: true,  weight: 2, cell: when },
    Column { name: "Window",        standard: true,  weight: 1, cell: window },
    Column { name: "Phase",         standard: true,  weight: 1, cell: phase },
    Column { name: "What happened", standard: true,  weight: 3, cell: |_, event| one_line(&event.summary) },
    Column { name: "Words",         standard: true,  weight: 3, cell: words },
    Column { name: "Tied with",     standard: false, weight: 0, cell: tied_with },
    Column { name: "Services",      standard: false, weight: 0, cell: |_, event| event.services.join(", ") },
    Column { name: "Speaker",       standard: false, weight: 0, cell: speaker },
    Column { name: "Zone",          standard: false, weight: 0, cell: |_, event| event.zone.map_or_else(String::new, Zone::name) },
    Column { name: "Date from",     standard: false, weight: 0, cell: |_, event| format!("{:?}", event.basis.date).to_lowercase() },
    Column { name: "Clock from",    standard: false, weight: 0, cell: |_, event| format!("{:?}", event.basis.clock).to_lowercase() },
    Column { name: "Zone from",     standard: false, weight: 0, cell: |_, event| format!("{:?}", event.basis.zone).to_lowercase() },
    Column { name: "Told by",       standard: false, weight: 0, cell: told_by },
    Column { name: "Relation",      standard: false, weight: 0, cell: |_, event| event.relation.to_owned() },
];

/// An item of the list below the table.
#[derive(Debug)]
pub struct FactKind {
    /// Its label.
    pub name: &'static str,
    /// Whether a blessing writes it where the fixture has no list yet.
    pub standard: bool,
    /// What it says of a timeline, a string for each incident, warning …
    pub values: fn(&Timeline) -> Vec<String>,
}

/// All facts.
#[rustfmt::skip]
pub const FACTS: &[FactKind] = &[
    FactKind { name: "Written",        standard: false, values: written },
    FactKind { name: "Zone",           standard: false, values: |timeline| each(&timeline.documents, |it| it.zone.map_or_else(|| "not known".to_owned(), Zone::name)) },
    FactKind { name: "Services",       standard: false, values: |timeline| each(&timeline.incidents, |it| it.services.join(", ")) },
    FactKind { name: "Started",        standard: true,  values: |timeline| milestones(timeline, |it| it.started) },
    FactKind { name: "Resolved",       standard: true,  values: |timeline| milestones(timeline, |it| it.resolved) },
    FactKind { name: "Length",         standard: true,  values: |timeline| each(&timeline.incidents, |it| length_text(it.duration.as_ref())) },
    FactKind { name: "Noticed after",  standard: false, values: |timeline| each(&timeline.incidents, |it| length_text(it.time_to_detect.as_ref())) },
    FactKind { name: "Resolved after", standard: false, values: |timeline| each(&timeline.incidents, |it| length_text(it.time_to_resolve.as_ref())) },
    FactKind { name: "Undated",        standard: true,  values: |timeline| each(&timeline.undated, |it| format!("{}: {}", it.phase.name(), one_line(&it.summary))) },
    FactKind { name: "Warnings",       standard: true,  values: |timeline| each(&timeline.warnings, |it| it.code.to_owned()) },
    FactKind { name: "Conflicts",      standard: true,  values: |timeline| each(&timeline.conflicts, |it| one_line(&it.explanation)) },
    FactKind { name: "Would pin",      standard: false, values: |timeline| each(&timeline.would_pin, |it| one_line(it)) },
];

fn each<T>(of: &[T], text: impl Fn(&T) -> String) -> Vec<String> {
    of.iter().map(text).collect()
}

fn when(_: &Timeline, event: &Event) -> String {
    let tilde = if event.approximate { "~" } else { "" };
    let end = event.end.map_or_else(String::new, |end| format!("..{}", end.value));
    format!("{tilde}{}{end}", event.value)
}

fn phase(_: &Timeline, event: &Event) -> String {
    phase_words(event.phase, event.scope, event.modality)
}

fn words(timeline: &Timeline, event: &Event) -> String {
    let text = |document: usize, span: Span| timeline.documents.get(document)?.text.get(span.range());
    let said = event
        .sources
        .iter()
        .filter_map(|source| text(source.document, source.mention));
    said.map(one_line).collect::<Vec<_>>().join("; ")
}

fn speaker(_: &Timeline, event: &Event) -> String {
    let names = event.sources.iter().filter_map(|source| source.speaker.as_deref());
    names.map(one_line).collect::<Vec<_>>().join("; ")
}

/// The texts, then how many voices they are and how far apart, where several tell it.
fn told_by(timeline: &Timeline, event: &Event) -> String {
    let mut paths: Vec<String> = Vec::new();
    for source in &event.sources {
        if let Some(document) = timeline.documents.get(source.document) {
            let path = one_line(&document.path);
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    match row::agreement_words(event.agreement) {
        Some(words) => format!("{} ({words})", paths.join(", ")),
        None => paths.join(", "),
    }
}

fn tied_with(_: &Timeline, event: &Event) -> String {
    let rows = event.tied_with.iter().map(|id| format!("row {}", id.0 + 1));
    rows.collect::<Vec<_>>().join(", ")
}

/// The bounds of the start, where they are others than the value's own; on the value's day only the clock.
fn window(_: &Timeline, event: &Event) -> String {
    let wall = |at: i64| match (event.scale, event.zone) {
        (Scale::Utc, zone) => zone.unwrap_or(Zone::UTC).wall_at(Instant(at)),
        _ => Wall(at),
    };
    let (from, to) = event.value.window();
    let (earliest, latest) = (event.bounds.earliest.map(wall), event.bounds.latest.map(wall));
    let ends_as_value = latest == Some(to) || (to > from && latest == Some(to.plus(-1)));
    let is_repeated = event.value.granularity <= Granularity::Minute && event.bounds.earliest < event.bounds.latest;
    if earliest == Some(from) && ends_as_value && !is_repeated {
        return String::new();
    }
    let day = event.value.wall.date();
    let midnight = day.plus_days(1).midnight();
    let text = |wall: Wall| {
        let clock = point(wall, event.value.known, None);
        match clock.split_once('T') {
            Some((_, clock)) if wall.date() == day => clock.to_owned(),
            _ if wall == midnight => "24:00".to_owned(),
            _ => clock,
        }
    };
    match (earliest, latest, event.bounds) {
        // The hour that the autumn has twice: only the offset tells its two ends apart.
        (
            Some(a),
            Some(b),
            Bounds {
                earliest: Some(first),
                latest: Some(last),
            },
        ) if a == b && first < last => {
            let zone = event.zone.unwrap_or(Zone::UTC);
            let end = |at: i64| format!("{}{}", text(a), offset_text(zone.offset_at(Instant(at))));
            range(Some(end(first)), Some(end(last)))
        }
        _ => range(earliest.map(text), latest.map(text)),
    }
}

fn range(from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => format!("{from} –"),
        (None, Some(to)) => format!("– {to}"),
        (None, None) => "unbounded".to_owned(),
    }
}

/// A point of the wall clock as a value has it, to the minute where it is one.
fn point(wall: Wall, known: Known, offset: Option<i32>) -> String {
    let granularity = match wall.clock() {
        (_, _, 0) => Granularity::Minute,
        _ => Granularity::Second,
    };
    let value = Value {
        wall,
        granularity,
        part: None,
        known,
        offset: None,
    };
    format!("{value}{}", offset.map(offset_text).unwrap_or_default())
}

fn milestones(timeline: &Timeline, of: fn(&Incident) -> Option<Milestone>) -> Vec<String> {
    let text = |milestone: Milestone| {
        let event = timeline.events.get(milestone.event.0)?;
        let at = |at: i64| match event.scale {
            Scale::Utc => {
                let zone = event.zone.unwrap_or(Zone::UTC);
                point(
                    zone.wall_at(Instant(at)),
                    Known::Date,
                    Some(zone.offset_at(Instant(at))),
                )
            }
            Scale::Local { .. } => point(Wall(at), Known::Date, None),
            Scale::Year { .. } => point(Wall(at), Known::Yearless, None),
            Scale::Week { .. } => point(Wall(at), Known::Weekday, None),
            Scale::Day { .. } => point(Wall(at), Known::Clock, None),
        };
        let Bounds { earliest, latest } = milestone.bounds;
        Some(range(earliest.map(at), latest.map(at)))
    };
    each(&timeline.incidents, |incident| {
        of(incident).and_then(text).unwrap_or_else(|| "not told".to_owned())
    })
}

fn length_text(length: Option<&crate::chronology::timeline::Length>) -> String {
    let Some(length) = length else {
        return "not told".to_owned();
    };
    let bounds = range(length.shortest.map(length::iso), length.longest.map(length::iso));
    match &length.stated {
        Some(claim) => format!("{bounds} (“{}”)", one_line(&claim.words)),
        None => bounds,
    }
}

fn written(timeline: &Timeline) -> Vec<String> {
    each(&timeline.documents, |document| {
        let published = document.published.as_ref();
        published.map_or_else(|| "not known".to_owned(), |published| published.value.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renderer::sample;

    fn column(timeline: &Timeline, name: &str) -> Vec<String> {
        let column = COLUMNS.iter().find(|column| column.name == name).expect("a column");
        timeline
            .events
            .iter()
            .map(|event| (column.cell)(timeline, event))
            .collect()
    }

    #[test]
    fn a_window_stands_only_where_it_is_not_the_values_own() {
        let windows = column(&sample::article(), "Window");
        assert_eq!(
            windows,
            [
                "00:00 – 12:30",
                "00:00 – 19:00",
                "11:30 – 12:30",
                "05:30 – 19:00",
                "",
                ""
            ]
        );
        let windows = column(&sample::every_case(), "Window");
        assert_eq!(windows[6], "2021-10-05T23:50 –");
        assert!(windows[..6].iter().all(String::is_empty), "{windows:?}");
    }

    #[test]
    fn spans_hedges_plans_and_ties_are_told() {
        let timeline = sample::every_case();
        assert_eq!(
            column(&timeline, "When")[3],
            "2021-10-05T15:40+00:00..2021-10-05T22:05+00:00"
        );
        assert_eq!(column(&timeline, "Phase")[4], "resolved, expected");
        assert_eq!(column(&timeline, "Tied with")[1], "row 3");
        assert_eq!(column(&sample::article(), "When")[2], "~2021-10-04T12:00-04:00");
    }

    #[test]
    fn every_name_is_one_of_its_own_and_reads_as_its_place_wants_it() {
        let mut names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COLUMNS.len());
        for fact in FACTS {
            assert!(fact.name.starts_with(|c: char| c.is_ascii_uppercase()), "{}", fact.name);
        }
    }

    #[test]
    fn milestones_of_a_floating_week_are_weekdays() {
        let mut timeline = sample::floating();
        timeline.incidents = vec![Incident {
            services: Vec::new(),
            started: Some(Milestone {
                event: crate::chronology::timeline::EventId(0),
                bounds: timeline.events[0].bounds,
            }),
            resolved: None,
            time_to_detect: None,
            time_to_acknowledge: None,
            time_to_mitigate: None,
            time_to_resolve: None,
            duration: None,
        }];
        let started = milestones(&timeline, |incident| incident.started);
        assert_eq!(started, ["XXXX-WXX-1T18:00 – XXXX-WXX-2T00:00"]);
    }
}
