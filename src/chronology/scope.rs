//! Which happenings belong to the outage that the texts are about.
//!
//! One would get wrong that a date decides alone: a preparation weeks ahead belongs to it, last year's outage does
//! not. The outage is where the clock times gather.

use crate::normaliser::dated::Dated;
use crate::normaliser::document::Scale;
use crate::normaliser::value::{Granularity, Known};
use crate::parser::statement::Statement;
use crate::parser::statement::judge::is_trouble;
use crate::parser::statement::kind::{Modality, Phase, Scope};

use super::Told;
use super::gather::{Happening, Telling, dated, statement};

const DAY: i64 = 86_400;
/// Happenings further apart than this are not of one outage by themselves.
const WIDEST_GAP: i64 = 4 * DAY;
/// A state or a change of an outage told in prose lies at most this long before where its clock times gather.
const LONGEST_LEAD: i64 = 2 * DAY;
/// What led to it, told in prose, lies at most this long before the outage, to belong to it.
const LONGEST_PRELUDE: i64 = 12 * DAY;

/// What is new lies at most this long before the writing.
const NEWS: i64 = 7 * DAY;
/// How much more it counts that news opens with a moment: what it looks back to may be told at greater length.
const LEAD: i64 = 1;

/// The scope of each happening; `subjects` says which texts are about one outage.
pub fn scopes(told: &[Told], happenings: &[Happening], subjects: &[usize]) -> Vec<Scope> {
    let outages = subjects.iter().max().map_or(0, |last| last + 1);
    let leads = happenings.iter().map(|happening| happening.tellings[0]);
    let cores: Vec<_> = (0..outages)
        .map(|outage| core(told, leads.clone().filter(|lead| subjects[lead.document] == outage)))
        .collect();
    // A story told in weekdays that nothing dates: a year or a date beside them is of another time.
    let floating: Vec<bool> = (0..outages)
        .map(|outage| {
            let mut told_of = leads.clone().filter(|lead| subjects[lead.document] == outage);
            told_of.any(|lead| dated(told, lead).value.known != Known::Date)
        })
        .collect();
    // A page of many outages has entries for each, and clock times gather where the most are.
    let mut entries: Vec<(usize, i64)> = leads
        .clone()
        .filter(|lead| statement(told, *lead).is_entry() && dated(told, *lead).value.known == Known::Date)
        .map(|lead| (subjects[lead.document], dated(told, lead).start))
        .collect();
    entries.sort_unstable();
    // Works that were planned are told beside an outage; a page that tells of nothing else is about them.
    let of_works = |lead: Telling| statement(told, lead).is_entry() && statement(told, lead).history;
    let mut beside_others = vec![false; told.len()];
    for lead in leads.clone() {
        beside_others[lead.document] |= statement(told, lead).is_entry() && !of_works(lead);
    }
    leads
        .map(|telling| {
            let subject = subjects[telling.document];
            let (statement, dated) = (statement(told, telling), dated(told, telling));
            let mention = &told[telling.document].parsed.mentions[dated.mention];
            if mention.time.before_outage().is_some() && dated.phase != Phase::Precursor {
                return Scope::Background;
            }
            if dated.of_other || beside_others[telling.document] && of_works(telling) {
                return Scope::Background;
            }
            if floating[subject] && dated.value.known == Known::Date {
                return Scope::Background;
            }
            let near = entries.partition_point(|entry| *entry < (subject, dated.start - DAY));
            let beside_entry = entries
                .get(near)
                .is_some_and(|entry| *entry <= (subject, dated.start + DAY));
            let fine = dated.value.granularity <= Granularity::Day && !statement.history;
            if beside_entry && fine {
                return Scope::Incident;
            }
            scope(statement, dated, cores[subject])
        })
        .collect()
}

fn scope(statement: &Statement, dated: &Dated, core: Option<(i64, i64)>) -> Scope {
    let Some((from, _)) = core.filter(|_| dated.value.known == Known::Date && !statement.is_entry()) else {
        return Scope::Incident;
    };
    let end_of_value = dated.window.1.unwrap_or(dated.start);
    let long_before = end_of_value < from - LONGEST_PRELUDE;
    let to_clock = dated.value.granularity <= Granularity::Minute;
    let coarse = dated.value.granularity >= Granularity::Week;
    let before = end_of_value < from - DAY;
    // "A report is due this week": the week began before the outage, and what follows from that did not.
    let follows = dated.phase == Phase::Aftermath || statement.modality == Modality::Expected;
    let began_before = coarse && dated.start < from - DAY && !(follows && end_of_value > from);
    // What was closed at 5 p.m. weeks ago is no prelude.
    let another = is_trouble(statement.phase) && long_before && to_clock;
    match dated.phase {
        // What led to it may lie weeks back, where the words say so plainly.
        Phase::Precursor
            if statement.sure
                && !another
                && !statement.history
                && !coarse
                && dated.start > from - 6 * LONGEST_PRELUDE =>
        {
            Scope::Incident
        }
        // An outage does not begin, peak or end days before its own clock times.
        Phase::Started | Phase::Peak | Phase::Ongoing | Phase::Recovering | Phase::Resolved | Phase::Detected
            if end_of_value < from - LONGEST_LEAD =>
        {
            Scope::Background
        }
        _ if long_before || began_before || (before && statement.history) => Scope::Background,
        _ => Scope::Incident,
    }
}

/// Whether what a text tells first was new when it was written.
fn is_news(told: &[Told], first: Telling) -> bool {
    let writing = told[first.document].normalised.writing;
    let start = dated(told, first).start;
    writing.is_some_and(|w| (w.latest.0 - NEWS..=w.latest.0 + DAY).contains(&start))
}

/// The stretch in which the clock times gather: its first and last second.
pub fn core(told: &[Told], tellings: impl Iterator<Item = Telling>) -> Option<(i64, i64)> {
    let mut opened: Vec<usize> = Vec::new();
    let mut moments: Vec<(i64, i64)> = tellings
        .filter_map(|telling| {
            let (statement, dated) = (statement(told, telling), dated(told, telling));
            let usable = dated.value.known == Known::Date
                && matches!(dated.scale, Scale::Utc | Scale::Local { .. })
                && dated.value.granularity <= Granularity::Day
                && !dated.of_other
                && !statement.history;
            let by_clock = dated.value.granularity <= Granularity::Minute;
            let news = usable && !opened.contains(&telling.document) && is_news(told, telling);
            if usable {
                opened.push(telling.document);
            }
            usable.then_some((dated.start, if by_clock { 3 } else { 1 } + if news { LEAD } else { 0 }))
        })
        .collect();
    moments.sort_unstable();
    let mut best: Option<(i64, (i64, i64))> = None;
    let mut at = 0;
    while at < moments.len() {
        let mut end = at;
        let mut weight = moments[at].1;
        while end + 1 < moments.len() && moments[end + 1].0 - moments[end].0 <= WIDEST_GAP {
            end += 1;
            weight += moments[end].1;
        }
        if best.is_none_or(|(w, _)| weight >= w) {
            best = Some((weight, (moments[at].0, moments[end].0)));
        }
        at = end + 1;
    }
    best.map(|(_, core)| core)
}
