//! The words of the field, as tables.
//!
//! A table's rows give the words and what they mean; everything that recognises words is made from those rows,
//! so the two cannot drift apart. One would get wrong that a word may stand in several tables ("second", "may"):
//! a table says what a word can mean, the grammar decides whether it does.

pub mod hedge;
pub mod holiday;
pub mod inflection;
pub mod noun;
pub mod number;
pub mod phase;
pub mod place;
pub mod prose;
pub mod relation;
pub mod tense;
pub mod time;
pub mod unit;
pub mod verb;
pub mod zone;

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// A word that stands in some table; [`WordId::UNKNOWN`] for every other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WordId(u16);

impl WordId {
    /// A word that no table has.
    pub const UNKNOWN: Self = Self(0);

    fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Rows of words and their meaning. Alternatives are parted by `|`, the words of a phrase by spaces; all in
/// lower case, without the dots of abbreviations, a possessive as a word of its own ("new year 's eve").
pub type Rows<T> = &'static [(&'static str, T)];

/// What a table is made from: rows as they stand, or rows that are inflected first.
pub trait Phrases<T> {
    /// Hands over every phrase with its meaning; of two meanings for one phrase, the first counts.
    fn each(self, take: impl FnMut(&str, T));
}

impl<T: Copy> Phrases<T> for Rows<T> {
    fn each(self, mut take: impl FnMut(&str, T)) {
        for (words, meaning) in self {
            for phrase in words.split('|') {
                take(phrase, *meaning);
            }
        }
    }
}

/// A table made for looking up: the phrases of each first word together, longest first.
///
/// The words of all tables share one numbering, so most first words have no phrase here: they cost two bytes each.
pub struct Table<T> {
    /// Where the phrases of a first word begin; they end where the next word's begin.
    starts: Box<[u16]>,
    /// The words behind the first, and the meaning.
    phrases: Box<[(Box<[WordId]>, T)]>,
}

impl<T: Copy> Table<T> {
    fn new(vocabulary: &mut Vocabulary, rows: impl Phrases<T>) -> Self {
        let mut all: Vec<(WordId, Box<[WordId]>, T)> = Vec::new();
        rows.each(|phrase, meaning| {
            let mut ids = phrase.split(' ').map(|word| vocabulary.intern(word));
            let Some(first) = ids.next() else { return };
            all.push((first, ids.collect(), meaning));
        });
        all.sort_by_key(|(first, rest, _)| (*first, std::cmp::Reverse(rest.len())));
        let mut starts = Vec::new();
        for (at, (first, ..)) in (0_u16..).zip(&all) {
            starts.resize(starts.len().max(first.index() + 1), at);
        }
        starts.push(u16::try_from(all.len()).expect("a table holds fewer than 65,536 phrases"));
        Self {
            starts: starts.into(),
            phrases: all.into_iter().map(|(_, rest, meaning)| (rest, meaning)).collect(),
        }
    }

    /// The phrases that begin with a word.
    fn of(&self, first: WordId) -> &[(Box<[WordId]>, T)] {
        match self.starts.get(first.index()..first.index() + 2) {
            Some([start, end]) => &self.phrases[usize::from(*start)..usize::from(*end)],
            _ => &[],
        }
    }

    /// What a single word means.
    pub fn word(&self, word: WordId) -> Option<T> {
        self.all(word).next()
    }

    /// Everything that a single word means.
    fn all(&self, word: WordId) -> impl Iterator<Item = T> + '_ {
        self.of(word)
            .iter()
            .filter(|(rest, _)| rest.is_empty())
            .map(|(_, meaning)| *meaning)
    }

    /// The words of its phrases behind their first.
    fn later_words(&self) -> impl Iterator<Item = WordId> + '_ {
        self.phrases.iter().flat_map(|(rest, _)| rest.iter().copied())
    }

    /// Whether a phrase may begin with the word.
    pub fn begins(&self, word: WordId) -> bool {
        !self.of(word).is_empty()
    }

    /// The longest phrase that begins with `first` and goes on as `next(0)`, `next(1)`, … say; with the number
    /// of words after the first.
    pub fn phrase(&self, first: WordId, mut next: impl FnMut(usize) -> WordId) -> Option<(T, usize)> {
        self.of(first)
            .iter()
            .find(|(rest, _)| rest.iter().enumerate().all(|(at, word)| next(at) == *word))
            .map(|(rest, meaning)| (*meaning, rest.len()))
    }
}

/// The letters of a word in lower case, in three machine words: what a word is looked up by, without a string of its
/// own. What is longer than 24 bytes is in no table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Spelling([u64; 3]);

impl Spelling {
    /// Bytes of the longest word.
    const LONGEST: usize = 24;

    /// No word: it has all bits set, which no text has.
    const TOO_LONG: Self = Self([u64::MAX; 3]);

    /// The word of so many ASCII letters at the front.
    pub fn of_letters(bytes: &[u8], length: usize) -> Self {
        if length > Self::LONGEST {
            return Self::TOO_LONG;
        }
        let eight = |nth: usize| {
            let kept = length.saturating_sub(nth * 8).min(8);
            if kept == 0 {
                return 0;
            }
            let word = match bytes.get(nth * 8..nth * 8 + 8) {
                // A load of fixed width; what it takes in too much is masked below.
                Some(all) => u64::from_le_bytes(all.try_into().expect("eight bytes are eight bytes")),
                None => bytes[nth * 8..nth * 8 + kept]
                    .iter()
                    .rfold(0, |word, byte| word << 8 | u64::from(*byte)),
            };
            // A letter of ASCII is put into lower case by one bit.
            (word | 0x2020_2020_2020_2020) & u64::MAX >> (64 - 8 * kept)
        };
        Self([eight(0), eight(1), eight(2)])
    }

    /// The word of these characters; a curly apostrophe is a straight one.
    pub fn of_chars(chars: impl Iterator<Item = char>) -> Self {
        let mut letters = [0; Self::LONGEST];
        let mut length = 0;
        for c in chars {
            let c = if c == '’' { '\'' } else { c.to_ascii_lowercase() };
            let Some(room) = letters.get_mut(length..length + c.len_utf8()) else {
                return Self::TOO_LONG;
            };
            c.encode_utf8(room);
            length += c.len_utf8();
        }
        let eight = |nth: usize| {
            let word: [u8; 8] = letters[nth * 8..nth * 8 + 8]
                .try_into()
                .expect("eight bytes are eight bytes");
            u64::from_le_bytes(word)
        };
        Self([eight(0), eight(1), eight(2)])
    }
}

/// Every word of every table, numbered.
struct Vocabulary {
    ids: FxHashMap<Spelling, WordId>,
}

impl Vocabulary {
    /// Words of all tables, and some.
    const ROOM: usize = 7_000;

    fn new() -> Self {
        Self {
            ids: FxHashMap::with_capacity_and_hasher(Self::ROOM, FxBuildHasher),
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        let spelling = Spelling::of_chars(word.chars());
        assert!(
            spelling != Spelling::TOO_LONG,
            "{word} is longer than a word of a table may be"
        );
        let next = u16::try_from(self.ids.len() + 1).expect("the tables hold fewer than 65,535 words");
        *self.ids.entry(spelling).or_insert(WordId(next))
    }
}

macro_rules! lexicon {
    ($($(#[doc = $doc:literal])* $name:ident : $meaning:ty = $rows:expr;)*) => {
        /// All tables, and the words that they know.
        pub struct Lexicon {
            vocabulary: FxHashMap<Spelling, WordId>,
            opens: Box<[Opens]>,
            $($(#[doc = $doc])* pub $name: Table<$meaning>,)*
        }

        impl Lexicon {
            fn new() -> Self {
                let mut vocabulary = Vocabulary::new();
                $(let $name = Table::new(&mut vocabulary, $rows);)*
                let mut lexicon = Self { vocabulary: vocabulary.ids, opens: Box::default(), $($name,)* };
                lexicon.opens = lexicon.all_openers();
                lexicon
            }
        }
    };
}

lexicon! {
    /// Months.
    months: time::Month = time::MONTHS;
    /// Days of the week.
    weekdays: time::WeekdayWord = time::WEEKDAYS;
    /// Parts of a day.
    parts: time::PartWord = time::PARTS;
    /// Days counted from now.
    deictics: time::Deictic = time::DEICTICS;
    /// "early", "late", "mid".
    edges: time::Edge = time::EDGES;
    /// "last", "next", "this", "the following".
    pickers: time::Picker = time::PICKERS;
    /// Seasons.
    seasons: crate::normaliser::value::Season = time::SEASONS;
    /// AM, PM.
    meridiems: time::Meridiem = time::MERIDIEMS;
    /// Noon, midnight.
    named_clocks: time::NamedClock = time::NAMED_CLOCKS;
    /// Past, present and future at large.
    vague: time::VagueWhen = time::VAGUE;
    /// Feasts and holidays.
    holidays: holiday::Holiday = holiday::HOLIDAYS;
    /// Cardinal number words.
    cardinals: u64 = number::CARDINALS;
    /// Ordinal number words.
    ordinals: u8 = number::ORDINALS;
    /// Counts that are no number: several, a few.
    vague_counts: number::VagueCount = number::VAGUE_COUNTS;
    /// Fractions: half, a quarter.
    fractions: f64 = number::FRACTIONS;
    /// Units of time.
    units: unit::Unit = unit::UNITS;
    /// Units that may only follow a figure directly: 4h, 30m.
    glued_units: unit::Unit = unit::GLUED_UNITS;
    /// Words of repetition: daily, weekly.
    frequencies: (f64, unit::Unit) = unit::FREQUENCIES;
    /// Words that open a time expression and stand in no other table.
    openers: Opens = time::OPENERS;
    /// Zones.
    zones: zone::ZoneWord = zone::ZONES;
    /// Places and their zones.
    places: &'static str = place::PLACES;
    /// States that are written with dots, and their zones.
    dotted_places: &'static str = place::DOTTED;
    /// Hedges in front of a time.
    hedges: hedge::Hedge = hedge::HEDGES;
    /// Hedges behind a time.
    trailing_hedges: hedge::Hedge = hedge::TRAILING;
    /// What a time does: by, as of, until.
    relations: relation::Relation = relation::RELATIONS;
    /// What parts the two ends of a stretch: to, until, and continuing through.
    range_words: relation::RangeWord = relation::RANGE_WORDS;
    /// "later", "before", "ago": which way a length is laid off, and from what.
    shifts: relation::ShiftWord = relation::SHIFTS;
    /// Verbs by what they say of time.
    tenses: tense::Tense = tense::TENSES;
    /// Turns of phrase that name a phase as they stand.
    cues: phase::Cue = phase::CUES;
    /// Labels at the head of an update, and headings of sections.
    labels: phase::Cue = phase::LABELS;
    /// What is done, by whom and to what decides the phase: verbs in all their forms.
    verbs: (verb::Act, inflection::Form) = inflection::Verbs(verb::VERBS);
    /// What it is done to: nouns in both numbers.
    nouns: noun::Thing = inflection::Nouns(noun::NOUNS);
    /// How things are: down, up, slow.
    states: phase::State = phase::STATES;
    /// How far it goes: all, some, still, no longer.
    degrees: phase::Degree = phase::DEGREES;
    /// Words that say nothing happened yet, or did not.
    modals: phase::Modal = phase::MODALS;
    /// Words of another outage.
    history: phase::History = phase::HISTORY;
    /// What prose is held together by.
    function_words: prose::Function = prose::FUNCTION_WORDS;
    /// Verbs of saying.
    speech: prose::Speech = prose::SPEECH;
    /// Abbreviations that end in a dot without ending a sentence.
    abbreviations: prose::Abbreviation = prose::ABBREVIATIONS;
    /// What announces a date of the document itself.
    stamps: prose::StampWord = prose::STAMPS;
    /// What a page says of its makers, and to its readers.
    credits: () = prose::CREDITS;
    /// Headings of sections.
    sections: prose::Section = prose::SECTIONS;
}

/// Which time expressions a word may open; asked at every word of a text.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Opens(u8);

impl Opens {
    /// A point: a day, a clock, a part of a day.
    pub const POINT: Self = Self(1);
    /// A length.
    pub const LENGTH: Self = Self(2);
    /// A set.
    pub const SET: Self = Self(4);
    /// A time at large.
    pub const VAGUE: Self = Self(8);
    /// Something, where a word that opens or a figure follows soon: "the", "about".
    pub const LEADS: Self = Self(16);
    /// Nothing by itself, but it goes on what such a word begins: "the end of".
    pub const GOES_ON: Self = Self(32);

    /// Whether it may open one of these.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    fn add(&mut self, other: Self, when: bool) {
        if when {
            self.0 |= other.0;
        }
    }

    /// Whether it opens something without the help of what follows.
    pub fn by_itself(self) -> bool {
        self.0 & 15 != 0 && !self.any(Self::LEADS)
    }
}

impl Lexicon {
    /// Which time expressions the word may open.
    pub fn opens(&self, word: WordId) -> Opens {
        self.opens.get(word.index()).copied().unwrap_or_default()
    }

    fn all_openers(&self) -> Box<[Opens]> {
        let mut all = vec![Opens::default(); self.vocabulary.len() + 1];
        for word in self.vocabulary.values().copied() {
            let opens = &mut all[word.index()];
            let counts = self.cardinals.begins(word) || self.vague_counts.begins(word) || self.fractions.begins(word);
            opens.add(
                Opens::POINT,
                self.months.begins(word)
                    || self.weekdays.begins(word)
                    || self.parts.begins(word)
                    || self.deictics.begins(word)
                    || self.edges.begins(word)
                    || self.pickers.begins(word)
                    || self.seasons.begins(word)
                    || self.named_clocks.begins(word)
                    || self.holidays.begins(word)
                    || self.ordinals.begins(word)
                    || counts,
            );
            opens.add(Opens::LENGTH, counts || self.units.begins(word));
            opens.add(
                Opens::SET,
                counts || self.weekdays.begins(word) || self.parts.begins(word) || self.frequencies.begins(word),
            );
            opens.add(Opens::VAGUE, self.vague.begins(word));
            for also in self.openers.all(word) {
                opens.add(also, true);
            }
            opens.add(Opens::LEADS, opens.0 & 15 == 0 && self.hedges.begins(word));
        }
        // What goes on a phrase that a leading word begins ("the end of", "a number of", "the past").
        let later = self
            .edges
            .later_words()
            .chain(self.pickers.later_words())
            .chain(self.vague_counts.later_words())
            .chain(self.fractions.later_words())
            .chain(self.vague.later_words())
            .chain(self.hedges.later_words());
        for word in later {
            let opens = &mut all[word.index()];
            opens.add(Opens::GOES_ON, self.function_words.word(word).is_none());
        }
        // Whatever else they may open, these are mostly something else.
        for word in LEADING {
            all[self.id(word).index()].add(Opens::LEADS, true);
        }
        all[WordId::UNKNOWN.index()] = Opens::default();
        all.into()
    }

    /// The number of a word given in lower case, [`WordId::UNKNOWN`] where no table has it.
    pub fn id(&self, lower: &str) -> WordId {
        self.spelt(Spelling::of_chars(lower.chars()))
    }

    /// The number of a word by its letters, [`WordId::UNKNOWN`] where no table has it.
    pub fn spelt(&self, spelling: Spelling) -> WordId {
        self.vocabulary.get(&spelling).copied().unwrap_or(WordId::UNKNOWN)
    }
}

/// Words of everyday that open a time expression only where one of its own words stands soon behind.
const LEADING: &[&str] = &[
    "the", "a", "an", "in", "at", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "all",
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The tables.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let lexicon = lexicon();
        let words = ["new", "year", "'s", "eve"].map(|word| lexicon.id(word));
        let (_, rest) = lexicon
            .holidays
            .phrase(words[0], |at| words.get(at + 1).copied().unwrap_or(WordId::UNKNOWN))
            .expect("New Year's Eve is a holiday");
        assert_eq!(rest, 3);
    }

    #[test]
    fn every_zone_of_the_tables_is_in_the_database() {
        for (_, zone) in zone::ZONES {
            for name in zone.names() {
                assert!(crate::normaliser::calendar::Zone::parse(name).is_some(), "{name}");
            }
        }
        for (_, name) in place::PLACES {
            assert!(crate::normaliser::calendar::Zone::parse(name).is_some(), "{name}");
        }
        for (link, name) in zone::LINKS {
            let zone = crate::normaliser::calendar::Zone::parse(link).expect("a zone");
            assert_eq!(zone.name(), *name);
            assert!(
                zone::LINKS.iter().all(|(other, _)| other != name),
                "{name} is a link itself"
            );
        }
    }
}
