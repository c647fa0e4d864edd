//! What a JSON value tells: incidents with their updates, threads with their posts, chats.
//!
//! One would get wrong to know one service's names only: what makes an update is that it has a body and a moment,
//! whatever the two are called.

use serde_json::{Map, Value};

/// An incident, a thread, a channel.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Story {
    /// Its name.
    pub title: Option<String>,
    /// When it was opened.
    pub created: Option<String>,
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// The parts that it names.
    pub components: Vec<String>,
    changed: Option<String>,
}

/// An update, a post, a message.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Entry {
    /// Its moment, as the file has it or from seconds since 1970.
    pub stamp: String,
    /// "Investigating"
    pub label: Option<String>,
    /// Who says it.
    pub speaker: Option<String>,
    /// What it says.
    pub body: String,
}

impl Story {
    /// All its moments.
    pub fn stamps(&self) -> impl Iterator<Item = &str> {
        let entries = self.entries.iter().map(|entry| entry.stamp.as_str());
        entries.chain(self.created.as_deref()).chain(self.changed.as_deref())
    }
}

/// Names of what an entry says, best first; written without marks between their words.
const BODIES: &[&str] = &[
    "body",
    "message",
    "text",
    "contents",
    "content",
    "updatetext",
    "description",
    "details",
    "comment",
    "note",
    "update",
    "summary",
];

/// Names of an entry's moment: the one shown to readers first.
const MOMENTS: &[&str] = &[
    "displayat",
    "displayedat",
    "postedat",
    "publishedat",
    "when",
    "createdat",
    "datecreated",
    "created",
    "timestamp",
    "occurredat",
    "ts",
    "time",
    "date",
    "datetime",
    "at",
    "startedat",
    "started",
    "begin",
    "updatedat",
];

const CHANGES: &[&str] = &[
    "updatedat",
    "modifiedat",
    "modified",
    "updated",
    "dateupdated",
    "lastmodified",
];

const CREATIONS: &[&str] = &["createdat", "created", "datecreated", "publishedat", "date"];

const BEGINNINGS: &[&str] = &[
    "startedat",
    "started",
    "begin",
    "starttime",
    "startsat",
    "start",
    "impactstart",
    "startdate",
];

const ENDS: &[&str] = &[
    "resolvedat",
    "resolved",
    "end",
    "endtime",
    "endedat",
    "endsat",
    "impactend",
    "enddate",
];

const TITLES: &[&str] = &[
    "name",
    "title",
    "externaldesc",
    "subject",
    "headline",
    "incidentname",
    "summary",
];

const LABELS: &[&str] = &[
    "status",
    "tostatus",
    "newstatus",
    "state",
    "updatetype",
    "incidentstatus",
];

const SPEAKERS: &[&str] = &[
    "author", "user", "username", "nick", "sender", "from", "login", "realname", "name",
];

/// Deeper than any of these files.
const DEEPEST: usize = 12;

/// The stories of a value, in its order.
pub fn stories(value: &Value) -> Vec<Story> {
    let mut out = Vec::new();
    visit(value, 0, &mut out);
    out
}

fn visit(value: &Value, depth: usize, out: &mut Vec<Story>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Object(fields) => match story(fields) {
            Some(story) => out.push(story),
            None => fields.values().for_each(|inner| visit(inner, depth + 1, out)),
        },
        Value::Array(items) => {
            let nested = items
                .iter()
                .filter_map(Value::as_object)
                .any(|item| list(item).is_some());
            match entries(items).filter(|_| !nested) {
                Some(entries) => out.push(Story {
                    entries,
                    ..Story::default()
                }),
                None => items.iter().for_each(|item| visit(item, depth + 1, out)),
            }
        }
        _ => {}
    }
}

/// An object that has a list of entries.
fn story(fields: &Map<String, Value>) -> Option<Story> {
    let mut entries = list(fields)?;
    let title = text(fields, TITLES);
    // A thread's first post is the thread itself.
    if let Some(first) = entry(fields).filter(|first| Some(&first.body) != title.as_ref()) {
        entries.insert(0, Entry { label: None, ..first });
    }
    let known = |stamp: &str, entries: &[Entry]| entries.iter().any(|e| sortable(&e.stamp) == sortable(stamp));
    let created = moment(fields, CREATIONS);
    let ended = moment(fields, ENDS);
    let resolved = entries.iter().any(|e| e.label.as_deref().is_some_and(is_closing));
    if let Some(ended) = ended.filter(|ended| !resolved && !known(ended, &entries)) {
        entries.push(milestone(ended, "Incident resolved", title.as_deref()));
    }
    if let Some(begun) = moment(fields, BEGINNINGS)
        .filter(|begun| !known(begun, &entries) && created.as_deref().map(sortable) != Some(sortable(begun)))
    {
        entries.push(milestone(begun, "Incident started", title.as_deref()));
    }
    Some(Story {
        title,
        // What was not created by its own word was when it began.
        created: created.or_else(|| moment(fields, &["startedat", "begin"])),
        entries,
        components: components(fields),
        changed: moment(fields, CHANGES),
    })
}

fn milestone(stamp: String, what: &str, title: Option<&str>) -> Entry {
    Entry {
        stamp,
        label: None,
        speaker: None,
        body: title.map_or_else(|| what.to_owned(), |title| format!("{what}: {title}")),
    }
}

fn is_closing(label: &str) -> bool {
    let label = label.to_ascii_lowercase();
    ["resolved", "completed", "closed", "available", "postmortem"]
        .iter()
        .any(|word| label.contains(word))
}

/// The longest list of entries among an object's fields.
fn list(fields: &Map<String, Value>) -> Option<Vec<Entry>> {
    fields
        .values()
        .filter_map(Value::as_array)
        .filter_map(|items| entries(items))
        .max_by_key(Vec::len)
}

/// The entries of a list most of whose items are some.
fn entries(items: &[Value]) -> Option<Vec<Entry>> {
    let found: Vec<Entry> = items.iter().filter_map(Value::as_object).filter_map(entry).collect();
    (!found.is_empty() && found.len() * 2 > items.len()).then_some(found)
}

fn entry(fields: &Map<String, Value>) -> Option<Entry> {
    let body = text(fields, BODIES)?;
    let stamp = moment(fields, MOMENTS)?;
    Some(Entry {
        stamp,
        label: text(fields, LABELS).map(|label| readable(&label)),
        speaker: speaker(fields),
        body,
    })
}

fn speaker(fields: &Map<String, Value>) -> Option<String> {
    let (_, value) = SPEAKERS.iter().find_map(|name| field(fields, name))?;
    match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(inner) => text(inner, &["realname", "displayname", "login", "name", "username"]),
        _ => None,
    }
    .filter(|name| !name.is_empty() && name.len() <= 60)
}

/// "major_outage" → "Major outage".
fn readable(label: &str) -> String {
    let plain = label.replace(['_', '-'], " ").to_lowercase();
    let mut chars = plain.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn components(fields: &Map<String, Value>) -> Vec<String> {
    let lists = ["components", "affectedcomponents", "affectedproducts", "services"];
    let Some((_, Value::Array(items))) = lists.iter().find_map(|name| field(fields, name)) else {
        return Vec::new();
    };
    let name = |item: &Value| match item {
        Value::String(name) => Some(name.clone()),
        Value::Object(inner) => text(inner, TITLES),
        _ => None,
    };
    items.iter().filter_map(name).take(12).collect()
}

/// A field by its name, however its words are joined.
fn field<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<(&'a String, &'a Value)> {
    fields.iter().find(|(key, _)| {
        let letters = key
            .bytes()
            .filter(|b| !matches!(b, b'_' | b'-' | b' '))
            .map(|b| b.to_ascii_lowercase());
        letters.eq(name.bytes())
    })
}

fn text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| field(fields, name))
        .find_map(|(_, value)| value.as_str().filter(|text| !text.trim().is_empty()))
        .map(str::to_owned)
}

fn moment(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| field(fields, name))
        .find_map(|(_, value)| match value {
            Value::String(text) => stamp(text),
            Value::Number(number) => epoch(number.as_f64()?),
            _ => None,
        })
}

/// A string that names a day, or seconds since 1970.
fn stamp(text: &str) -> Option<String> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return epoch(seconds);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 5 && text.len() <= 60 && !text.contains('\n')).then(|| text.to_owned())
}

/// Seconds or thousandths since 1970 as a stamp in UTC; `None` outside of 2001 to 2100.
fn epoch(number: f64) -> Option<String> {
    let seconds = if number > 1e11 { number / 1000.0 } else { number };
    if !(1e9..4.1e9).contains(&seconds) {
        return None;
    }
    let seconds = seconds as i64;
    let (days, clock) = (seconds / 86_400, seconds % 86_400);
    // Years that begin in March, so that the leap day is the last one.
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let of_era = shifted % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

/// A stamp to the second without its offset, for telling copies; stamps of one file have one form.
pub fn sortable(stamp: &str) -> String {
    stamp.chars().take(19).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_since_1970_become_a_stamp() {
        assert_eq!(epoch(1_633_362_060.0).as_deref(), Some("2021-10-04T15:41:00Z"));
        assert_eq!(epoch(1_709_164_800_000.0).as_deref(), Some("2024-02-29T00:00:00Z"));
        assert_eq!(epoch(5.0), None);
    }

    #[test]
    fn names_are_known_however_they_are_joined() {
        let value =
            serde_json::json!({"title": "Pumps", "comments": [{"createdAt": "2021-10-04T15:41:00Z", "body": "Down."}]});
        let found = stories(&value);
        assert_eq!(found[0].entries[0].stamp, "2021-10-04T15:41:00Z");
        assert_eq!(found[0].title.as_deref(), Some("Pumps"));
    }
}
