//! JSON → text: a status page's incidents, an export of a chat, a thread of comments.
//!
//! One would get wrong that every stamp is an event: an update has its moment several times over (created, displayed,
//! changed), and its incident once more. One is kept, the one that was shown.

mod salvage;
mod story;

use serde_json::Value;

use super::block::{self, BlockKind};
use super::draft::{Draft, Notice, STEP};
use super::html;
use super::movement;
use story::{Entry, Story};

/// Longest body that is one entry; a longer one, with headings, is a text of its own.
const LONGEST_ENTRY: usize = 1_500;

/// Reads a file of JSON, whole or broken.
pub fn read(text: &str) -> Draft {
    let mut notices = Vec::new();
    let value = match serde_json::from_str::<Value>(text) {
        Ok(value) => Some(value),
        Err(error) => salvage::lines(text).or_else(|| {
            let saved = salvage::complete(text);
            let message = match &saved {
                Some(_) => format!("the JSON breaks off or is broken ({error}); what stands before is read"),
                None => format!("this is no JSON that can be read ({error}); its strings are read as text"),
            };
            notices.push(Notice::new("broken-json", message));
            saved
        }),
    };
    let stories = value.as_ref().map(story::stories).unwrap_or_default();
    let mut draft = if stories.is_empty() {
        if value.is_some() {
            notices.push(Notice::new(
                "unknown-json",
                "the JSON is of no kind that is known here (no list of updates or messages); its strings are read as text",
            ));
        }
        strings(text)
    } else {
        write(value.as_ref(), &stories)
    };
    draft.notices.extend(notices);
    draft
}

/// Where a file names its page, and how it calls the page's zone.
const PAGES: &[&str] = &["page", "site", "status_page"];
const ZONES: &[&str] = &["time_zone", "timezone", "timeZone", "tz"];

fn write(value: Option<&Value>, stories: &[Story]) -> Draft {
    let mut draft = Draft::default();
    let named = |value| PAGES.iter().find_map(|name| Value::get(value, name));
    let page = value.and_then(named);
    draft.head(&head([page, value], stories));
    let name = page.and_then(|page| page.get("name")).and_then(Value::as_str);
    let level = match (stories, name) {
        ([_], _) | (_, None) => 1,
        (_, Some(name)) => {
            draft.push(BlockKind::Heading(1), 0, true, name);
            2
        }
    };
    for (at, story) in stories.iter().enumerate() {
        let level = if at > 0 { 2 } else { level };
        if let Some(title) = &story.title {
            draft.push(BlockKind::Heading(level), 0, true, &one_line(title));
        }
        let mut long = Vec::new();
        for entry in &story.entries {
            if let Some(body) = write_entry(&mut draft, entry) {
                long.push((entry, body));
            }
        }
        if !story.components.is_empty() {
            let line = format!("Components: {}", story.components.join(", "));
            draft.push(BlockKind::Paragraph, 0, true, &one_line(&line));
        }
        for (entry, body) in long {
            write_long(&mut draft, story, entry, &body, level);
        }
    }
    draft
}

/// A report below its incident's updates. Its times are of the day on which the incident was opened.
fn write_long(draft: &mut Draft, story: &Story, entry: &Entry, body: &Draft, level: u8) {
    let label = entry.label.as_deref().unwrap_or("Report");
    let day = story.created.as_deref().unwrap_or(&entry.stamp);
    let day: String = day.chars().take_while(|c| *c != 'T' && *c != ' ').collect();
    draft.push(BlockKind::Heading(level + 1), 0, true, &format!("{day}: {label}"));
    let offset = draft.stretches.len();
    draft.append(body, 0);
    for stretch in &mut draft.stretches[offset..] {
        if let BlockKind::Heading(inner) = &mut stretch.kind {
            *inner = (*inner + level).min(6);
        }
    }
}

/// The dates of the file as a whole, and the zone of its page.
fn head(pages: [Option<&Value>; 2], stories: &[Story]) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let last = stories
        .iter()
        .flat_map(Story::stamps)
        .max_by_key(|stamp| story::sortable(stamp));
    if let Some(last) = last {
        lines.push(("modified", last.to_owned()));
    }
    let of_page = |page: &'_ &Value| {
        ZONES
            .iter()
            .find_map(|name| page.get(name)?.as_str().map(str::to_owned))
    };
    let zone = pages.iter().flatten().find_map(of_page);
    if let Some(zone) = zone {
        lines.push(("timezone", zone.trim_start_matches("Etc/").to_owned()));
    }
    lines
}

/// Writes an update as an item; gives back a body that is a text of its own, to be written below.
fn write_entry(draft: &mut Draft, entry: &Entry) -> Option<Draft> {
    if entry.speaker.is_some() && movement::tells_movement(&entry.body) {
        return None;
    }
    let body = body(&entry.body);
    let headed = body.stretches.iter().any(|s| matches!(s.kind, BlockKind::Heading(_)));
    let mut label = String::new();
    for part in [&entry.speaker, &entry.label].into_iter().flatten() {
        label.push_str(&one_line(part));
        label.push_str(": ");
    }
    if headed || entry.body.len() > LONGEST_ENTRY {
        let label = label.trim_end_matches(": ");
        let label = if label.is_empty() { "Report" } else { label };
        draft.push(
            BlockKind::Item,
            0,
            true,
            &format!("{} — {label} published", entry.stamp),
        );
        return Some(body);
    }
    let mut stretches = body.stretches.iter();
    let first = stretches.next().map_or("", |s| &body.text[s.bytes.clone()]);
    draft.push(BlockKind::Item, 0, true, &format!("{} — {label}{first}", entry.stamp));
    if let (Some(speaker), Some(item)) = (&entry.speaker, draft.stretches.last()) {
        let from = item.bytes.start + entry.stamp.len() + " — ".len();
        draft.speakers.push(from..from + one_line(speaker).len());
    }
    for stretch in stretches {
        let kind = match stretch.kind {
            BlockKind::Item => BlockKind::Item,
            _ => BlockKind::Paragraph,
        };
        draft.push(kind, STEP + stretch.indent, false, &body.text[stretch.bytes.clone()]);
    }
    None
}

/// A body is Markdown, or tags.
fn body(text: &str) -> Draft {
    let text = text.replace("\r\n", "\n");
    let tags = ["</", "<br", "<p>"].iter().any(|tag| text.contains(tag));
    if tags {
        return html::read(&text);
    }
    Draft {
        stretches: block::stretches(&text),
        text,
        ..Draft::default()
    }
}

/// The strings of a file, in its order, keys and ids left out.
fn strings(text: &str) -> Draft {
    let mut draft = Draft::default();
    for string in salvage::strings(text) {
        let inner = body(&string);
        draft.append(&inner, 0);
    }
    if draft.stretches.is_empty() {
        draft.text = text.to_owned();
        draft.stretches = block::stretches(text);
    }
    draft
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
