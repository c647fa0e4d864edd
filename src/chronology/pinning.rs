//! What would narrow the timeline most.

use crate::normaliser::document::{ClockBasis, Scale};

use super::Told;
use super::timeline::Event;

/// The missing facts, best first, in sentences.
pub fn would_pin(told: &[Told], events: &[Event]) -> Vec<String> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let all = events.len();
    for document in 0..told.len() {
        let on = |scale: fn(usize) -> Scale| events.iter().filter(|e| e.scale == scale(document)).count();
        let year = on(|document| Scale::Year { document });
        if year > 0 {
            out.push((
                year,
                format!("the year of the story fixes {year} of {all} events (--date gives the moment of writing)"),
            ));
        }
        let week = on(|document| Scale::Week { document });
        if week > 0
            && let Some(event) = events.iter().find(|e| e.scale == Scale::Week { document })
        {
            let day = event.value.wall.date().weekday().name();
            out.push((
                week,
                format!("the date of that {day} fixes {week} of {all} events (--date gives the moment of writing)"),
            ));
        }
        let bare = on(|document| Scale::Day { document });
        if bare > 0 {
            out.push((
                bare,
                format!("the day of the story fixes {bare} of {all} events (--date gives the moment of writing)"),
            ));
        }
        let local = events
            .iter()
            .filter(|e| e.scale == Scale::Local { document } && e.basis.clock == ClockBasis::Stated)
            .count();
        if local > 0 {
            out.push((
                local,
                format!("the zone of its clock times fixes {local} of {all} events (--zone gives it)"),
            ));
        }
    }
    out.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    out.into_iter().map(|(_, sentence)| sentence).collect()
}
