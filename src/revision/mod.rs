//! Two tellings of one story, an older and a newer: what was added, withdrawn, moved, tightened, reworded.
//!
//! One would get wrong to compare by place: a paragraph on top moves every row, and none of them changed.

mod pair;

use std::fmt;

use crate::claimed::{Claimed, Event};
use crate::error::Error;
use crate::renderer::json::Output;
use crate::renderer::plain::one_line;
use crate::verify::moment;
use crate::{Input, Options, reconstruct};

/// How an event differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Only the newer has it.
    Added,
    /// Only the older has it.
    Withdrawn,
    /// It lies at another time.
    Moved,
    /// Its bounds lie inside the older ones.
    Tightened,
    /// Its bounds reach farther than the older ones.
    Widened,
    /// It says something else of the outage.
    Recast,
    /// The same in other words.
    Reworded,
}

impl Kind {
    /// As a line of the output begins.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Withdrawn => "withdrawn",
            Self::Moved => "moved",
            Self::Tightened => "tightened",
            Self::Widened => "widened",
            Self::Recast => "recast",
            Self::Reworded => "reworded",
        }
    }
}

/// A difference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Of which kind.
    pub kind: Kind,
    /// The id in the older timeline.
    pub old: Option<String>,
    /// The id in the newer one.
    pub new: Option<String>,
    /// What changed, in words.
    pub what: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = [&self.old, &self.new]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        write!(f, "{:9} {:8} {}", self.kind.name(), ids.join("→"), one_line(&self.what))
    }
}

/// Reads one side: a timeline, recognised by its content, or a text that is read into one.
///
/// # Errors
/// [`Error`] where it cannot be read at all.
pub fn side(input: &Input, options: &Options) -> Result<Claimed, Error> {
    if Claimed::is_in(input) {
        return Claimed::read(input);
    }
    let timeline = reconstruct(std::slice::from_ref(input), options)?;
    Ok(Claimed::of(&Output::new(&timeline, false)))
}

/// What the newer timeline has other than the older one, in the order of the newer, withdrawn rows last.
pub fn changes(old: &Claimed, new: &Claimed) -> Vec<Change> {
    let pairs = pair::pairs(&old.events, &new.events);
    let mut out = Vec::new();
    for (at, event) in new.events.iter().enumerate() {
        match pairs.iter().find(|(_, new)| *new == at) {
            Some((before, _)) => out.extend(between(&old.events[*before], event)),
            None => out.push(Change {
                kind: Kind::Added,
                old: None,
                new: Some(event.id.clone()),
                what: told(event),
            }),
        }
    }
    for (at, event) in old.events.iter().enumerate() {
        if !pairs.iter().any(|(old, _)| *old == at) {
            out.push(Change {
                kind: Kind::Withdrawn,
                old: Some(event.id.clone()),
                new: None,
                what: told(event),
            });
        }
    }
    out
}

fn told(event: &Event) -> String {
    format!("{} {}", event.value.as_deref().unwrap_or("undated"), event.summary)
}

/// Everything that changed of one event.
fn between(old: &Event, new: &Event) -> Vec<Change> {
    let mut out = Vec::new();
    let mut add = |kind, what: String| {
        out.push(Change {
            kind,
            old: Some(old.id.clone()),
            new: Some(new.id.clone()),
            what,
        });
    };
    let arrow = |old: &Option<String>, new: &Option<String>| {
        let text = |part: &Option<String>| part.clone().unwrap_or_else(|| "open".to_owned());
        format!("{} → {}", text(old), text(new))
    };
    let same =
        |old: &Option<String>, new: &Option<String>| old == new || (old.is_some() && seconds(old) == seconds(new));
    if !same(&old.value, &new.value) || old.value.is_none() && !same(&old.start, &new.start) {
        let (from, to) = match old.value.is_some() || new.value.is_some() {
            true => (&old.value, &new.value),
            false => (&old.start, &new.start),
        };
        add(Kind::Moved, format!("{}: {}", new.summary, arrow(from, to)));
    } else if old.start.is_some() && new.start.is_some() && !same(&old.start, &new.start) {
        add(
            Kind::Moved,
            format!("{}: its start {}", new.summary, arrow(&old.start, &new.start)),
        );
    } else if !same(&old.end_value, &new.end_value) {
        add(
            Kind::Moved,
            format!("{}: its end {}", new.summary, arrow(&old.end_value, &new.end_value)),
        );
    }
    if !same(&old.earliest, &new.earliest) || !same(&old.latest, &new.latest) {
        let bounds = |event: &Event| {
            (
                seconds(&event.earliest).unwrap_or(i64::MIN),
                seconds(&event.latest).unwrap_or(i64::MAX),
            )
        };
        let (before, after) = (bounds(old), bounds(new));
        let kind = match () {
            () if before.0 <= after.0 && after.1 <= before.1 => Some(Kind::Tightened),
            () if after.0 <= before.0 && before.1 <= after.1 => Some(Kind::Widened),
            // Neither inside the other: that is a move, told above or here.
            () if same(&old.value, &new.value) => Some(Kind::Moved),
            () => None,
        };
        // Of an exact time that moved, the bounds only say it again.
        let says_again = !same(&old.value, &new.value) && new.earliest == new.latest;
        if let Some(kind) = kind.filter(|_| !says_again) {
            let side = |event: &Event| {
                let text = |part: &Option<String>| part.clone().unwrap_or_else(|| "open".to_owned());
                format!("{} – {}", text(&event.earliest), text(&event.latest))
            };
            add(kind, format!("{}: {} → {}", new.summary, side(old), side(new)));
        }
    }
    if old.phase != new.phase {
        add(
            Kind::Recast,
            format!("{}: {}", new.summary, arrow(&old.phase, &new.phase)),
        );
    }
    let words = |event: &Event| {
        let mut words: Vec<String> = event.sources.iter().filter_map(|source| source.text.clone()).collect();
        words.sort();
        words.dedup();
        words
    };
    if old.summary != new.summary {
        add(Kind::Reworded, format!("“{}” → “{}”", old.summary, new.summary));
    } else if words(old) != words(new) {
        let quoted = |event: &Event| {
            words(event)
                .iter()
                .map(|it| format!("“{it}”"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        add(
            Kind::Reworded,
            format!("{}: {} → {}", new.summary, quoted(old), quoted(new)),
        );
    }
    out
}

/// A time in seconds, where it has one; without an offset it is that of its wall.
fn seconds(text: &Option<String>) -> Option<i64> {
    let value = moment::read(text.as_deref()?)?;
    // A coarser name of the same moment is another claim.
    (value.granularity <= crate::normaliser::value::Granularity::Minute)
        .then(|| value.wall.0 - i64::from(value.offset.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(old: &str, new: &str) -> Vec<Kind> {
        let read = |text: &str| {
            let input = Input {
                path: "a.txt".to_owned(),
                bytes: text.as_bytes().to_vec(),
            };
            side(&input, &Options::default()).expect("a text")
        };
        changes(&read(old), &read(new))
            .into_iter()
            .map(|change| change.kind)
            .collect()
    }

    const OLD: &str = "On 4 October 2021 the database failed at 11:40 UTC.\nEngineers rolled back the deployment at 12:10 \
                       UTC.\nService was restored around noon UTC.\n";

    #[test]
    fn a_text_and_itself_do_not_differ_even_below_a_new_paragraph() {
        assert_eq!(kinds(OLD, OLD), []);
        assert_eq!(kinds(OLD, &format!("Our view of it.\n\n{OLD}")), []);
    }

    #[test]
    fn every_kind_of_change_is_told_apart() {
        let with = |from: &str, to: &str| kinds(OLD, &OLD.replace(from, to));
        assert!(with("11:40", "11:45").contains(&Kind::Moved));
        let added = kinds(OLD, &format!("{OLD}The chief executive apologised at 15:00 UTC.\n"));
        assert_eq!(added, [Kind::Added]);
        let withdrawn = with("Engineers rolled back the deployment at 12:10 UTC.\n", "");
        assert_eq!(withdrawn, [Kind::Withdrawn]);
        assert!(with("around noon", "noon").contains(&Kind::Tightened));
        assert!(with("rolled back the deployment", "reverted the deployment").contains(&Kind::Reworded));
    }
}
