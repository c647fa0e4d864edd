//! A conversation written down: "ANN LEE: What went wrong?", "MOSS: A pump failed at 9:40."
//!
//! One would get wrong to know it by a line: "UPDATE: it is back" heads an entry, "MUMBAI: Trains stopped" is a dateline. Only
//! where several speak, one of them again, are they people.

use std::ops::Range;

use super::block::BlockKind;
use super::draft::Stretch;
use crate::lexicon::lexicon;

/// Lines that make a conversation.
const FEWEST: usize = 4;

/// Longest label: "JUDE HALVORSEN, BYLINE".
const LONGEST: usize = 40;

/// The names of those who speak, as bytes of the text, in its order.
pub(super) fn speakers(text: &str, stretches: &[Stretch]) -> Vec<Range<usize>> {
    // "ANN LEE, HOST:" alone is written as a heading is.
    let plain = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Heading(_));
    let lines = stretches.iter().filter(|it| plain(it.kind));
    let found: Vec<Range<usize>> = lines
        .filter_map(|it| {
            let name = label(&text[it.bytes.clone()])?;
            Some(it.bytes.start + name.start..it.bytes.start + name.end)
        })
        .collect();
    // "CARLA LEE" is called "LEE" from then on.
    let mut names: Vec<&str> = found
        .iter()
        .filter_map(|name| text[name.clone()].rsplit(' ').next())
        .collect();
    let lines = names.len();
    names.sort_unstable();
    names.dedup();
    match lines >= FEWEST && (2..lines).contains(&names.len()) {
        true => found,
        false => Vec::new(),
    }
}

/// Where the name stands in a line that somebody is said to speak.
fn label(line: &str) -> Option<Range<usize>> {
    let lead = line.len() - line.trim_start_matches([' ', '*']).len();
    let (label, said) = line[lead..].split_once(':')?;
    let plain = said.is_empty() || said.starts_with([' ', '*', '\n']);
    let shouted = label.len() <= LONGEST && label.chars().filter(|it| it.is_alphabetic()).count() >= 2;
    let letters = |it: char| it.is_uppercase() || matches!(it, ' ' | '.' | ',' | '-' | '\'' | '’');
    let name = label.split(',').next()?.trim_end();
    (plain && shouted && label.chars().all(letters) && !is_word(name)).then_some(lead..lead + name.len())
}

/// Whether a label is what a page writes above its fields: "UPDATE", "ROOT CAUSE", "BACKGROUND".
fn is_word(name: &str) -> bool {
    const FIELDS: &[&str] = &[
        "update",
        "updates",
        "note",
        "notes",
        "edit",
        "summary",
        "impact",
        "cause",
        "timeline",
        "status",
        "background",
        "contact",
        "warning",
        "correction",
        "source",
        "question",
        "answer",
        "subject",
        "date",
        "from",
        "to",
    ];
    let lexicon = lexicon();
    name.split(' ').any(|word| {
        let word = word.to_lowercase();
        let id = lexicon.id(&word);
        FIELDS.contains(&word.as_str())
            || lexicon.nouns.begins(id)
            || lexicon.labels.begins(id)
            || lexicon.months.begins(id)
            || lexicon.weekdays.begins(id)
            || lexicon.places.word(id).is_some()
            || lexicon.function_words.word(id).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::super::Article;

    fn told(text: &str) -> Vec<String> {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("it is text");
        let words = article.speakers.iter().map(|name| article.words(*name).to_owned());
        words.collect()
    }

    #[test]
    fn who_speaks_again_is_a_person() {
        let radio = "ANN LEE, HOST:\n\nTrams stopped.\n\nBO MOSS, BYLINE: Hi, Ann.\n\nLEE: What went wrong?\n\nMOSS: A mast fell.\n";
        assert_eq!(told(radio), ["ANN LEE", "BO MOSS", "LEE", "MOSS"]);
        for text in [
            "UPDATE: It is down.\n\nUPDATE: It is up.\n\nNOTE: It was rain.\n\nIMPACT: None.\n",
            "ANN LEE: It is down.\n\nBO MOSS: It is.\n\nCY ROSS: Yes.\n\nDI VANE: Yes.\n",
            "LEE: It is down.\n\nMOSS: It is.\n\nLEE: Yes.\n",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
