//! Names of those and that which is no service: people, units, indices, trackers, papers, and things in the plural.
//!
//! One would get wrong to tell them by how often they are written: a minister, a broadcaster and "MW" are named more often
//! than what failed. What stands beside a name says what it is, mostly once, and from there on it holds.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::token::{Case, Kind};
use crate::parser::time::view::View;

/// What stands before somebody's name.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "capt",
    "sgt",
    "lt",
    "cpl",
    "sheriff",
    "pastor",
    "rev",
    "sir",
    "dame",
    "senator",
    "sen",
    "rep",
    "mayor",
    "gov",
    "judge",
    "councillor",
    "cllr",
    "minister",
];

/// What people are, in small letters before their names: "spokeswoman Ann Lee", "co-founder and CTO Ann Lee".
const ROLES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "director",
    "engineer",
    "officer",
    "minister",
    "executive",
    "president",
    "chairman",
    "chairwoman",
    "analyst",
    "trader",
    "owner",
    "founder",
    "co-founder",
    "ceo",
    "cto",
    "cio",
    "coo",
    "reporter",
    "correspondent",
    "photographer",
    "reader",
    "resident",
    "commuter",
    "passenger",
    "traveller",
    "traveler",
    "shopper",
    "student",
    "teacher",
    "nurse",
    "driver",
    "pilot",
    "butcher",
    "baker",
    "farmer",
    "shopkeeper",
    "barista",
    "colleague",
];

/// What a tracker tracks: "outage tracker DownRadar"; an issue tracker may fail itself.
const TRACKED: &[&str] = &["outage", "outages", "downtime", "status", "internet"];

/// Indices that are written without a word for what they are.
const INDICES: &[&str] = &[
    "nifty", "sensex", "dow", "ftse", "dax", "nikkei", "topix", "stoxx", "ibex", "kospi", "asx",
];

/// Trackers that news names without a word for what they are.
const TRACKERS: &[&str] = &["downdetector", "netblocks", "isitdownrightnow", "statusgator", "ioda"];

/// Before "by" these say whose work a text or a picture is.
const WORK: &[&str] = &[
    "reporting",
    "writing",
    "editing",
    "edited",
    "written",
    "curated",
    "compiled",
    "photo",
    "photos",
];

/// What stands before a colon and a name: "Photo: Ann Lee".
const CREDITED: &[&str] = &["photo", "photos", "picture", "credit", "author", "reporter"];

/// Small words in a byline: "By Ann Lee and Jo van Dam".
const SMALL: &[&str] = &[
    "and", "staff", "in", "for", "of", "the", "van", "de", "der", "den", "von", "da", "di", "la",
];

/// What is known of the names of a text.
#[derive(Default)]
pub(super) struct NoService {
    sure: FxHashMap<String, bool>,
    likely: FxHashMap<String, usize>,
}

impl NoService {
    /// Notes what one writing of a name tells of it; in a byline it is somebody's.
    pub(super) fn note(&mut self, view: &View, name: &Range<usize>, text: &str, byline: bool) {
        let person = byline || is_person(view, name);
        if person || is_kind(view, name) || is_plural(text) {
            let known = self.sure.entry(text.to_owned()).or_default();
            *known |= person;
        } else if is_counted(view, name.start) || is_told(view, name) {
            *self.likely.entry(text.to_owned()).or_default() += 1;
        }
    }

    /// Whether a name that is written so often is none of a service.
    pub(super) fn holds(&self, name: &str, written: usize) -> bool {
        let surname = |person: &str| person.rsplit(' ').next() == name.rsplit(' ').next() && person.contains(' ');
        let of_person = || self.sure.iter().any(|(known, person)| *person && surname(known));
        let likely = self.likely.get(name).is_some_and(|times| times * 2 >= written);
        self.sure.contains_key(name) || likely || of_person()
    }
}

/// "By Ann Lee", "By staff, Prairie Post", "Posted by Ann Lee on 3 May": a short line at the head of which somebody is named.
pub(super) fn is_byline(view: &View) -> bool {
    const LONGEST: usize = 12;
    const SIGNING: &[&str] = &["posted", "updated", "written", "added", "edited", "reported"];
    let (start, end) = (view.start(), view.end());
    if view.says_any(start, SIGNING) && view.says(start + 1, "by") {
        return true;
    }
    let named = |at: usize| match view.kind(at) {
        Some(Kind::Word { case, .. }) => case != Case::Lower || view.says_any(at, SMALL),
        Some(Kind::Symbol(mark)) => mark != '.',
        _ => false,
    };
    end - start <= LONGEST && view.says(start, "by") && (start + 1..end).all(named)
}

/// Whether what stands around a name says that it is somebody's.
fn is_person(view: &View, name: &Range<usize>) -> bool {
    let before = name.start.wrapping_sub(1);
    // "Capt. Deb Lee"
    let title = before.wrapping_sub(usize::from(view.symbol(before, '.')));
    let titled = view.says_any(title, TITLES) && view.case(title) == Some(Case::Capital)
        || name.len() > 2 && view.says_any(name.start, TITLES);
    let role = view.says_any(before, ROLES) && name.len() > 1;
    // "Ann Lee, 41, from Croydon"
    let age = || {
        view.number(name.end + 1)
            .is_some_and(|it| (10..100).contains(&it.whole) && it.digits == 2)
    };
    let aged = name.len() > 1 && view.symbol(name.end, ',') && age() && view.symbol(name.end + 2, ',');
    let by = view.says(before, "by") && view.says_any(before.wrapping_sub(1), WORK);
    let credit = before.wrapping_sub(1);
    // "Image source, Ann Lee"
    let sourced = view.says(credit, "source") && view.says_any(credit.wrapping_sub(1), &["image", "photo", "picture"]);
    let credited = view.symbol_any(before, &[':', ',']) && (view.says_any(credit, CREDITED) || sourced);
    titled || role || aged || by || credited
}

/// Whether what stands beside a name says that it is an index or a tracker.
fn is_kind(view: &View, name: &Range<usize>) -> bool {
    let before = name.start.wrapping_sub(1);
    let site = view.says_any(before, &["site", "website", "service"])
        && view.says_any(before.wrapping_sub(1), &["tracking", "monitoring", "tracker"]);
    let tracker = view.says(before, "tracker") && view.says_any(before.wrapping_sub(1), TRACKED);
    let index = view.says(name.end, "futures") || view.says(before, "benchmark");
    let known = view.says_any(name.start, INDICES) || view.says_any(name.start, TRACKERS);
    site || tracker || index || name.len() == 1 && known
}

/// "IOUs", "SSDs": an abbreviation of things.
fn is_plural(text: &str) -> bool {
    let short = text.strip_suffix('s').filter(|it| it.len() > 1);
    short.is_some_and(|it| it.chars().all(|c| c.is_ascii_uppercase()))
}

/// "41MW", "3,912 MW", "Sh14,000": an abbreviation right behind a figure, or a currency right before an amount.
fn is_counted(view: &View, at: usize) -> bool {
    let figure = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Number(_)));
    let amount = view.touches(at + 1)
        && view
            .number(at + 1)
            .is_some_and(|it| it.grouped || it.fraction().is_some());
    amount || figure && view.text(at).len() <= 3 && view.case(at) == Some(Case::Upper)
}

/// "She told Lakeside News", "speaking to Lakeside News": who asks and is answered, and fails at nothing.
fn is_told(view: &View, name: &Range<usize>) -> bool {
    let before = name.start.wrapping_sub(1);
    let to = view.says(before, "to") && view.says_any(before.wrapping_sub(1), &["speaking", "spoke", "speaks"]);
    let with = view.says(before, "with") && view.says_any(before.wrapping_sub(1), &["interview", "speaking"]);
    let told = view.says(before, "told") && !view.says(name.end, "to");
    to || with || told
}
