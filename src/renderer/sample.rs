//! Timelines made by hand, for the tests of what comes after the ordering.
//!
//! One would get wrong that these prove anything about reading: they only have the shape of what the ordering gives.

use crate::article::span::Span;
use crate::chronology::proved::{Chains, Proved};
use crate::chronology::timeline::{
    Agreement, Basis, Bounds, ClockBasis, Conflict, DateBasis, Document, DocumentZone, Ending, Event, EventId,
    Evidence, Incident, Length, Milestone, Node, Published, PublishedBasis, Scale, Source, Stated, Step, Timeline,
    Undated, Warning, ZoneBasis,
};
use crate::normaliser::calendar::{Date, Wall, Zone};
use crate::normaliser::value::{Granularity, Known, Part, Value};
use crate::parser::statement::kind::{Modality, Phase, Scope};

const HOUR: i64 = 3600;

/// A text of its own, so that an article in `fixtures/` can change and no snapshot with it.
pub const ARTICLE: &str = "\
Quillo and the apps that it owns began to load again after going dark for several hours on Monday. \
Parley was still down for some users as of 7 p.m. ET.
About six hours after its apps stopped working, Quillo posted that they are coming back now, one region after another. \
Earlier in the day, its engineer Brandt had blamed “a configuration problem.”
Quillo has not said what went wrong.
Reports of trouble with Quillo’s apps peaked around noon. “We prepare for busy evenings, but today was another matter,” \
its rival Chirrup said. #ChirrupDown was, oddly, trending on Chirrup by Monday evening.
";

/// Where words stand in a text.
pub fn words(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("“{words}” is in the text"));
    Span::new(start, start + words.len()).expect("words are not empty")
}

fn sentence_around(text: &str, mention: Span) -> Span {
    let start = text[..mention.start()].rfind(['\n', '.']).map_or(0, |at| at + 1);
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let end = text[mention.end()..]
        .find('\n')
        .map_or(text.len(), |at| mention.end() + at);
    Span::new(start, end).expect("a sentence is not empty")
}

/// A day of the story.
pub fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a real day")
}

/// A clock time in a zone, with its offset.
pub fn clock(date: Date, seconds: i64, zone: Zone) -> Value {
    let at = zone.instants(date.at(seconds)).first();
    Value {
        wall: date.at(seconds),
        granularity: Granularity::Minute,
        part: None,
        known: Known::Date,
        offset: Some(zone.offset_at(at)),
    }
}

/// A value of any granularity without an offset.
pub fn value(wall: Wall, granularity: Granularity, part: Option<Part>, known: Known) -> Value {
    Value {
        wall,
        granularity,
        part,
        known,
        offset: None,
    }
}

/// An event in a zone, its bounds given as wall clocks; tests change what they are about.
pub fn event(text: &str, said: &str, value: Value, zone: Option<Zone>, bounds: (Option<Wall>, Option<Wall>)) -> Event {
    let scale = match (value.known, zone) {
        (Known::Date, Some(_)) => Scale::Utc,
        (Known::Date, None) => Scale::Local { document: 0 },
        (Known::Yearless, _) => Scale::Year { document: 0 },
        (Known::Weekday, _) => Scale::Week { document: 0 },
        (Known::Clock, _) => Scale::Day { document: 0 },
    };
    let seconds = |wall: Wall| match zone {
        Some(zone) if scale == Scale::Utc => zone.instants(wall).first().0,
        _ => wall.0,
    };
    let mention = words(text, said);
    let bounds = Bounds {
        earliest: bounds.0.map(seconds),
        latest: bounds.1.map(seconds),
    };
    Event {
        value,
        approximate: false,
        scale,
        start: seconds(value.wall),
        bounds,
        end: None,
        zone,
        basis: Basis {
            date: DateBasis::Narrative,
            clock: ClockBasis::Stated,
            zone: ZoneBasis::Document,
            relative_to: None,
        },
        relation: "at",
        phase: Phase::Ongoing,
        scope: Scope::Incident,
        incident: Some(0),
        modality: Modality::Actual,
        services: vec!["Quillo".to_owned()],
        summary: String::new(),
        agreement: Agreement {
            voices: 1,
            texts: 1,
            spread: None,
        },
        sources: vec![Source {
            window: (scale, bounds),
            value,
            approximate: false,
            document: 0,
            sentence: sentence_around(text, mention),
            mention,
            speaker: None,
            quoted: false,
        }],
        tied_with: Vec::new(),
        explanation: Vec::new(),
    }
}

/// A timeline over one text, with nothing in it yet.
pub fn empty(text: &str, zone: Option<Zone>) -> Timeline {
    Timeline {
        documents: vec![Document {
            path: "article.txt".to_owned(),
            text: text.into(),
            title: None,
            published: None,
            modified: None,
            place: None,
            zone,
            zone_basis: if zone.is_some() {
                DocumentZone::Flag
            } else {
                DocumentZone::None
            },
        }],
        incidents: Vec::new(),
        events: Vec::new(),
        undated: Vec::new(),
        conflicts: Vec::new(),
        warnings: Vec::new(),
        evidence: Vec::new(),
        would_pin: Vec::new(),
        voices: vec![0],
        first_hand: Vec::new(),
        proved: Proved::default(),
    }
}

/// That text, read on the day that it tells of.
pub fn article() -> Timeline {
    let new_york = Zone::named("America/New_York");
    let monday = day(2021, 10, 4);
    let at = |seconds: i64| Some(monday.at(seconds));
    let the_day = Value::day(monday, Known::Date);
    let make = |said, value, from, to| event(ARTICLE, said, value, Some(new_york), (at(from), at(to)));

    let mut started = make("for several hours on Monday", the_day, 0, 12 * HOUR + 1800);
    started.phase = Phase::Started;
    started.summary = "Quillo and the apps that it owns going dark".to_owned();
    started.services = ["Quillo", "Quillo Messenger", "Glint", "Parley"]
        .map(str::to_owned)
        .to_vec();
    started.basis.date = DateBasis::Weekday;
    started.basis.clock = ClockBasis::None;
    started.tied_with = vec![EventId(1)];
    started.explanation =
        vec!["“on Monday” is the latest Monday not after the writing: Monday 4 October 2021.".to_owned()];
    let step = |from, to, most: i64, evidence| Step {
        from,
        to,
        most,
        evidence,
    };
    let zero = Node::Scale(Scale::Utc);
    let midnight = monday.midnight().0 + 4 * HOUR;
    let chains = Chains {
        earliest: vec![step(Node::Start(EventId(0)), zero, -midnight, 0)],
        latest: vec![
            step(zero, Node::Start(EventId(2)), midnight + 12 * HOUR + 1800, 1),
            step(Node::Start(EventId(2)), Node::Start(EventId(0)), 0, 2),
        ],
        order: Vec::new(),
    };

    let mut identified = make("Earlier in the day", the_day, 0, 19 * HOUR);
    identified.phase = Phase::Identified;
    identified.summary = "its engineer Brandt had blamed “a configuration problem.”".to_owned();
    identified.sources[0].speaker = Some("Brandt".to_owned());
    identified.basis.clock = ClockBasis::Relative;
    identified.basis.relative_to = Some(EventId(3));
    identified.tied_with = vec![EventId(0)];

    let mut peak = make(
        "around noon",
        clock(monday, 12 * HOUR, new_york),
        11 * HOUR + 1800,
        12 * HOUR + 1800,
    );
    peak.phase = Phase::Peak;
    peak.approximate = true;
    peak.summary = "Reports of trouble with Quillo’s apps peaked".to_owned();

    let mut post = make("About six hours after", the_day, 5 * HOUR + 1800, 19 * HOUR);
    post.phase = Phase::Recovering;
    post.approximate = true;
    post.summary = "Quillo posted that they are coming back now, one region after another".to_owned();
    post.basis.clock = ClockBasis::Relative;
    post.basis.date = DateBasis::Relative;
    post.basis.relative_to = Some(EventId(0));

    let mut ongoing = make(
        "as of 7 p.m. ET",
        clock(monday, 19 * HOUR, new_york),
        19 * HOUR,
        19 * HOUR,
    );
    ongoing.summary = "Parley was still down for some users".to_owned();
    ongoing.services = vec!["Parley".to_owned()];
    ongoing.relation = "as-of";
    ongoing.basis.zone = ZoneBasis::Stated;

    let evening = value(
        monday.midnight(),
        Granularity::PartOfDay,
        Some(Part::Evening),
        Known::Date,
    );
    let mut trending = make("by Monday evening", evening, 18 * HOUR, 24 * HOUR);
    trending.phase = Phase::Aftermath;
    trending.start = midnight + 18 * HOUR;
    trending.summary = "#ChirrupDown was, oddly, trending on Chirrup".to_owned();
    trending.services = vec!["Chirrup".to_owned()];
    trending.relation = "by";

    let mut timeline = empty(ARTICLE, Some(new_york));
    timeline.documents[0].published = Some(Published {
        value: the_day,
        basis: PublishedBasis::Flag,
    });
    timeline.documents[0].zone_basis = DocumentZone::Named(words(ARTICLE, "ET"));
    timeline.incidents = vec![Incident {
        services: started.services.clone(),
        started: Some(Milestone {
            event: EventId(0),
            bounds: started.bounds,
        }),
        resolved: None,
        time_to_detect: None,
        time_to_acknowledge: None,
        time_to_mitigate: None,
        time_to_resolve: None,
        duration: Some(Length {
            shortest: Some(5 * HOUR + 1800),
            longest: Some(6 * HOUR + 1800),
            stated: Some(Stated {
                words: "About six hours".to_owned(),
                shortest: Some(5 * HOUR + 1800),
                longest: Some(6 * HOUR + 1800),
            }),
        }),
    }];
    timeline.events = vec![started, identified, peak, post, ongoing, trending];
    let sentence = words(ARTICLE, "Quillo has not said what went wrong.");
    timeline.undated = vec![Undated {
        phase: Phase::Investigating,
        services: vec!["Quillo".to_owned()],
        summary: "Quillo has not said what went wrong".to_owned(),
        document: 0,
        sentence,
        speaker: None,
        quoted: false,
    }];
    let evidence = |said: Option<&str>, sentence: &str| Evidence {
        document: said.map(|_| 0),
        span: said.map(|said| words(ARTICLE, said)),
        sentence: sentence.to_owned(),
        knowledge: said.is_none(),
    };
    timeline.evidence = vec![
        evidence(Some("on Monday"), "“on Monday” is not before 4 October 2021, 00:00"),
        evidence(Some("around noon"), "“around noon” is 11:30 to 12:30"),
        evidence(None, "reports of an outage peak after it begins"),
    ];
    timeline.proved = Proved::told([(EventId(0), chains)]);
    timeline.would_pin = vec!["A clock time for the beginning fixes 2 of 6 events.".to_owned()];
    timeline
}

/// One row of each kind that the article has none of, and words that would harm a terminal.
pub fn every_case() -> Timeline {
    let text = "Status \u{1b}[31mred\u{7}. From 15:40 to 22:05 UTC the API was down. \
                Service is expected back by 23:30. In March 2019 it failed for a day. \
                At 23:50 errors ran on until ten past midnight. At 09:14:05 the cause was found. \
                A fix followed in the same minute. The review is due this week.";
    let utc = Zone::UTC;
    let tuesday = day(2021, 10, 5);
    let at = |date: Date, hour: i64, minute: i64| date.at(hour * HOUR + minute * 60);
    let exact = |said, date: Date, hour: i64, minute: i64| {
        let wall = at(date, hour, minute);
        event(
            text,
            said,
            clock(date, wall.seconds_of_day(), utc),
            Some(utc),
            (Some(wall), Some(wall)),
        )
    };
    let ending = |date: Date, hour: i64, minute: i64| {
        let wall = at(date, hour, minute);
        Some(Ending {
            value: clock(date, wall.seconds_of_day(), utc),
            at: wall.0,
            bounds: Bounds {
                earliest: Some(wall.0),
                latest: Some(wall.0),
            },
        })
    };

    let march = day(2019, 3, 1);
    let month = value(march.midnight(), Granularity::Month, None, Known::Date);
    let bounds = (Some(march.midnight()), Some(march.plus_months(1).midnight()));
    let mut history = event(text, "In March 2019", month, Some(utc), bounds);
    history.phase = Phase::Background;
    history.scope = Scope::Background;
    history.incident = None;
    history.summary = "it failed for a day".to_owned();

    let mut found = exact("At 09:14:05", tuesday, 9, 14);
    found.value.granularity = Granularity::Second;
    found.value.wall = found.value.wall.plus(5);
    found.start += 5;
    found.bounds = Bounds {
        earliest: Some(found.start),
        latest: Some(found.start),
    };
    found.phase = Phase::Identified;
    found.summary = "the cause was found \u{1b}[2J\u{202e}in the\u{9b}31m router | really".to_owned();
    found.tied_with = vec![EventId(2)];

    let mut fixed = exact("in the same minute", tuesday, 9, 14);
    fixed.phase = Phase::Mitigating;
    fixed.summary = "A fix followed".to_owned();
    fixed.tied_with = vec![EventId(1)];

    let mut down = exact("From 15:40 to 22:05 UTC", tuesday, 15, 40);
    down.phase = Phase::Started;
    down.end = ending(tuesday, 22, 5);
    down.summary = "the API was down".to_owned();

    let mut back = exact("by 23:30", tuesday, 23, 30);
    back.phase = Phase::Resolved;
    back.modality = Modality::Expected;
    back.summary = "Service is expected back".to_owned();

    let mut late = exact("At 23:50", tuesday, 23, 50);
    late.end = ending(tuesday.plus_days(1), 0, 10);
    late.summary = "errors ran on".to_owned();

    let monday = tuesday.back_to(crate::normaliser::calendar::Weekday::from_iso(1).expect("Monday"));
    let week = value(monday.midnight(), Granularity::Week, None, Known::Date);
    let mut review = event(text, "this week", week, Some(utc), (Some(at(tuesday, 23, 50)), None));
    review.phase = Phase::Aftermath;
    review.modality = Modality::Expected;
    review.summary = "The review is due".to_owned();
    review.sources[0].speaker = Some("the\u{1b}operator".to_owned());
    review.sources[0].quoted = true;

    let mut timeline = empty(text, Some(utc));
    timeline.events = vec![history, found, fixed, down, back, late, review];
    timeline.incidents = vec![Incident {
        services: vec!["API".to_owned()],
        started: None,
        resolved: None,
        time_to_detect: None,
        time_to_acknowledge: None,
        time_to_mitigate: None,
        time_to_resolve: None,
        duration: None,
    }];
    timeline.conflicts = vec![Conflict {
        statements: vec![EventId(1), EventId(3)],
        evidence: Vec::new(),
        gave_way: None,
        repair: None,
        words: Vec::new(),
        explanation: "“At 09:14:05” puts the cause before the outage that “From 15:40” begins".to_owned(),
    }];
    timeline.warnings = vec![Warning {
        code: "no-publication-date",
        message: "the text does not say when it was written; give --date".to_owned(),
        document: Some(0),
        span: Some(words(text, "red")),
    }];
    timeline
}

/// Weekdays and bare clock times: a text that tells no date.
pub fn floating() -> Timeline {
    let text = "It went down on Monday evening and came back early on Tuesday, at 03:15. At noon someone asked.";
    let monday = day(1970, 1, 5);
    let evening = value(
        monday.midnight(),
        Granularity::PartOfDay,
        Some(Part::Evening),
        Known::Weekday,
    );
    let mut down = event(
        text,
        "on Monday evening",
        evening,
        None,
        (Some(monday.at(18 * HOUR)), Some(monday.at(24 * HOUR))),
    );
    down.start = monday.at(18 * HOUR).0;
    down.phase = Phase::Started;
    down.summary = "It went down".to_owned();
    let tuesday = monday.plus_days(1);
    let back_at = value(tuesday.at(3 * HOUR + 900), Granularity::Minute, None, Known::Weekday);
    let mut back = event(
        text,
        "at 03:15",
        back_at,
        None,
        (Some(back_at.wall), Some(back_at.wall)),
    );
    back.phase = Phase::Resolved;
    back.summary = "It came back".to_owned();
    let noon = value(monday.at(12 * HOUR), Granularity::Minute, None, Known::Clock);
    let mut asked = event(text, "At noon", noon, None, (Some(noon.wall), Some(noon.wall)));
    asked.phase = Phase::Aftermath;
    asked.summary = "someone asked".to_owned();
    let mut timeline = empty(text, None);
    timeline.events = vec![down, back, asked];
    timeline.would_pin = vec!["The date of that Monday fixes 2 of 3 events.".to_owned()];
    timeline
}
