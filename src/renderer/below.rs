//! What stands around the table: the texts and their zone above it; the outage as ranges, and what to doubt, below.

use super::Look;
use super::grid::Grid;
use super::ink::{Ink, Pen};
use super::length;
use super::plain::one_line;
use super::row::Row;
use super::when::Clock;
use crate::chronology::timeline::{
    Document, DocumentZone, Incident, Milestone, PublishedBasis, Scale, Timeline, Undated,
};

/// Statements without a time beyond these are only counted: they are beside the point of a timeline.
const UNDATED_SHOWN: usize = 8;

/// Columns of the longest label.
pub const LABEL: usize = 9;

/// Labels and texts, the labels in a column of their own.
struct Notes {
    grid: Grid,
}

impl Notes {
    fn new() -> Self {
        Self { grid: Grid::default() }
    }

    fn add(&mut self, label: &str, ink: Ink, text: String) {
        self.grid
            .row(vec![vec![(Ink::Label, format!("{label:LABEL$}"))], vec![(ink, text)]]);
    }

    /// Several texts under one label, which stands once.
    fn all(&mut self, label: &str, ink: Ink, texts: impl IntoIterator<Item = String>) {
        for (index, text) in texts.into_iter().enumerate() {
            self.add(if index == 0 { label } else { "" }, ink, text);
        }
    }

    fn lines(self, look: &Look, pen: Pen) -> Vec<String> {
        let columns = [(LABEL as u16, LABEL as u16 + 2), (20, u16::MAX)];
        self.grid.lines(look.width, &columns, pen).concat()
    }
}

/// The texts, when each was written, and the zone of the times.
pub fn sources(timeline: &Timeline, clock: &Clock, look: &Look, pen: Pen) -> Vec<String> {
    let mut notes = Notes::new();
    let several = timeline.documents.len() > 1;
    for (index, document) in timeline.documents.iter().enumerate() {
        let label = if several {
            format!("Text [{}]", index + 1)
        } else {
            "Text".to_owned()
        };
        notes.add(&label, Ink::Plain, source(document));
    }
    let zone = match clock.zone_line(&timeline.events) {
        Some(zone) => zone,
        None if timeline.events.is_empty() => return notes.lines(look, pen),
        // Without a date there is no offset to show, but the zone may still be known.
        None => match timeline.documents.iter().find_map(|document| document.zone) {
            Some(zone) => zone.name(),
            None => "as the text has them; no zone is known (--zone gives one)".to_owned(),
        },
    };
    let because = match timeline.documents.first() {
        Some(document) if look.zone.is_none() && !several => zone_basis(document.zone_basis),
        _ => "",
    };
    notes.add("Times", Ink::Plain, format!("{zone}{because}"));
    notes.lines(look, pen)
}

fn source(document: &Document) -> String {
    let name = match document.path.as_str() {
        "-" => "standard input".to_owned(),
        path => one_line(path),
    };
    match &document.published {
        None => format!("{name}, date of writing not known"),
        Some(published) => {
            let because = match published.basis {
                PublishedBasis::Flag => "given",
                PublishedBasis::Metadata(_) => "from its metadata",
                PublishedBasis::Stamp(_) => "from its stamp",
                PublishedBasis::Dateline(_) => "from its dateline",
                PublishedBasis::Address(_) => "from its address",
                PublishedBasis::Title(_) => "from its title",
                PublishedBasis::FileName => "from its file name",
            };
            format!("{name}, written {} ({because})", published.value)
        }
    }
}

fn zone_basis(basis: DocumentZone) -> &'static str {
    match basis {
        DocumentZone::Declared(_) => ", as the text declares",
        DocumentZone::Named(_) => ", which the text names",
        DocumentZone::Place(_) => ", by the place of the dateline",
        DocumentZone::Stamp(_) => ", the zone of its stamp",
        DocumentZone::Flag => ", as given",
        DocumentZone::None => "",
    }
}

/// The outages as ranges, then what is undated, clashes, is doubtful or would help, then the signs.
pub fn notes(timeline: &Timeline, clock: &Clock, signs: &Signs, tied: &str, look: &Look, pen: Pen) -> Vec<String> {
    let mut notes = Notes::new();
    for incident in &timeline.incidents {
        outage(&mut notes, timeline, incident, clock);
    }
    let shown = timeline.undated.iter().take(UNDATED_SHOWN).map(undated);
    let more = timeline.undated.len().saturating_sub(UNDATED_SHOWN);
    let more = (more > 0).then(|| format!("and {more} more (--format json has all)"));
    notes.all("Undated", Ink::Plain, shown.chain(more));
    let mut warnings: Vec<String> = Vec::new();
    for message in timeline.warnings.iter().map(|warning| one_line(&warning.message)) {
        // Of several texts one may lack what the other lacks.
        if !warnings.contains(&message) {
            warnings.push(message);
        }
    }
    notes.all("Warning", Ink::Alert, warnings);
    notes.all(
        "Would pin",
        Ink::Plain,
        timeline.would_pin.iter().map(|pin| one_line(pin)),
    );
    let signs = signs.explained(tied);
    if !signs.is_empty() {
        notes.add("Signs", Ink::Faint, signs.join("; "));
    }
    notes.lines(look, pen)
}

fn outage(notes: &mut Notes, timeline: &Timeline, incident: &Incident, clock: &Clock) {
    let services: Vec<String> = incident.services.iter().map(|service| one_line(service)).collect();
    let services = match services.is_empty() {
        true => "services not named".to_owned(),
        false => services.join(", "),
    };
    notes.add("Outage", Ink::Heading, services);
    let told = |milestone: Option<Milestone>| match milestone {
        None => "not told".to_owned(),
        Some(milestone) => timeline
            .events
            .get(milestone.event.0)
            .map_or_else(String::new, |event| {
                let window = clock.dated_window(event, milestone.bounds);
                match (event.scale, event.zone) {
                    (Scale::Utc, _) | (_, Some(_)) => window,
                    _ => format!("{window} (zone not known)"),
                }
            }),
    };
    notes.add("Began", Ink::Plain, told(incident.started));
    notes.add("Ended", Ink::Plain, told(incident.resolved));
    let lengths = [
        ("Lasted", &incident.duration),
        ("Noticed", &incident.time_to_detect),
        ("Mended", &incident.time_to_resolve),
    ];
    for (label, length) in lengths {
        let Some(length) = length else { continue };
        let range = length::range(length);
        match label {
            "Lasted" => {
                let texts = [Some(range), length::dissent(length)];
                notes.all(label, Ink::Plain, texts.into_iter().flatten());
            }
            // An outage that lasted so long was mended after so long.
            "Mended"
                if incident
                    .duration
                    .as_ref()
                    .is_some_and(|lasted| lasted.same_range(length)) => {}
            _ => notes.add(label, Ink::Plain, format!("after {range}")),
        }
    }
}

fn undated(undated: &Undated) -> String {
    let speaker = undated.speaker.as_deref().map(|who| format!(" ({})", one_line(who)));
    let summary = one_line(&undated.summary);
    format!("{}: {summary}{}", undated.phase.name(), speaker.unwrap_or_default())
}

/// The signs that rows use.
#[derive(Clone, Copy, Default, Debug)]
pub struct Signs {
    hedge: bool,
    window: bool,
    tie: bool,
}

impl Signs {
    /// Looks at one more row.
    pub fn see(&mut self, row: &Row) {
        self.hedge |= row.when.contains('~');
        self.window |= row.when.contains("within ") || row.when.contains('(');
        self.tie |= row.tied;
    }

    /// What those that were seen mean, and no others.
    fn explained(self, tied: &str) -> Vec<String> {
        let all = [
            (self.hedge, "~ the text hedges".to_owned()),
            (self.window, "within a–b, (a–b) somewhere between".to_owned()),
            (self.tie, format!("{tied} nothing puts it before or after a neighbour")),
        ];
        all.into_iter().filter(|it| it.0).map(|it| it.1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normaliser::calendar::Zone;
    use crate::renderer::sample;

    #[test]
    fn a_zone_is_told_even_where_no_date_gives_its_offset() {
        let mut timeline = sample::floating();
        let times = |timeline: &Timeline| {
            let clock = Clock::new(timeline, None);
            sources(timeline, &clock, &Look::default(), Pen { colour: false })[1].clone()
        };
        assert!(times(&timeline).ends_with("no zone is known (--zone gives one)"));
        let new_york = Zone::named("America/New_York");
        timeline.documents[0].zone = Some(new_york);
        timeline.documents[0].zone_basis = DocumentZone::Flag;
        timeline.events.iter_mut().for_each(|event| event.zone = Some(new_york));
        assert!(times(&timeline).ends_with("America/New_York, as given"));
    }
}
