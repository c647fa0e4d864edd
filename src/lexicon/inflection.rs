//! One row, all forms: verbs by lemma, nouns by singular.
//!
//! One would get wrong the spelling: "stopped" doubles, "applied" changes its y, "went" follows no rule. What is
//! irregular stands in the row ("break broke broken", "go/went/gone down"); the rest is made here.

use super::Phrases;

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// restore: the infinitive, and the present where it is not the third person.
    Base,
    /// restores.
    Third,
    /// went: the past, where the participle differs.
    Past,
    /// gone: the participle, where the past differs.
    Participle,
    /// restored: past and participle alike.
    Either,
    /// restoring.
    Ing,
}

/// Verbs: rows of lemmas parted by `|`. A lemma may bring its past and its participle, parted by `/`, and words that
/// follow it: `go/went/gone down`, `set/set up`.
pub struct Verbs<T: 'static>(pub super::Rows<T>);

impl<T: Copy> Phrases<(T, Form)> for Verbs<T> {
    fn each(self, mut take: impl FnMut(&str, (T, Form))) {
        let mut phrase = String::new();
        for (lemmas, meaning) in self.0 {
            for lemma in lemmas.split('|') {
                let (word, tail) = lemma.split_once(' ').map_or((lemma, ""), |(w, t)| (w, t));
                // "re-enable" is two words to the tokens, and only the second is inflected.
                let (prefix, word) = word.rsplit_once('-').unwrap_or(("", word));
                let mut parts = word.split('/');
                let base = parts.next().unwrap_or(word);
                let past = parts.next();
                let participle = parts.next();
                let mut give = |form: &str, kind: Form| {
                    phrase.clear();
                    if !prefix.is_empty() {
                        phrase.push_str(prefix);
                        phrase.push(' ');
                    }
                    phrase.push_str(form);
                    if !tail.is_empty() {
                        phrase.push(' ');
                        phrase.push_str(tail);
                    }
                    take(&phrase, (*meaning, kind));
                };
                match (past, participle) {
                    (Some(past), Some(participle)) => {
                        give(past, Form::Past);
                        give(participle, Form::Participle);
                    }
                    (Some(past), None) => give(past, Form::Either),
                    _ => give(&regular_past(base), Form::Either),
                }
                give(base, Form::Base);
                give(&with_s(base), Form::Third);
                give(&with_ing(base), Form::Ing);
            }
        }
    }
}

/// Nouns: rows of singulars parted by `|`; the plural is made of the last word. What has none, or is one, ends in `=`.
pub struct Nouns<T: 'static>(pub super::Rows<T>);

impl<T: Copy> Phrases<T> for Nouns<T> {
    fn each(self, mut take: impl FnMut(&str, T)) {
        for (words, meaning) in self.0 {
            for word in words.split('|') {
                let word = &*word.replace('-', " ");
                match word.strip_suffix('=') {
                    Some(alone) => take(alone, *meaning),
                    None => {
                        take(word, *meaning);
                        take(&with_s(word), *meaning);
                    }
                }
            }
        }
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// "stop", "plan", "ship", "reset", "refer": one vowel between consonants, in a word of one syllable or one that is
/// stressed at its end; the latter are few and listed.
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let [.., before, vowel, last] = bytes else { return false };
    let shape = !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y');
    let syllables = bytes
        .iter()
        .enumerate()
        .filter(|(i, b)| is_vowel(**b) && (*i == 0 || !is_vowel(bytes[*i - 1])))
        .count();
    shape
        && (syllables == 1
            || matches!(
                word,
                "admit"
                    | "reset"
                    | "occur"
                    | "refer"
                    | "defer"
                    | "commit"
                    | "unplug"
                    | "regret"
                    | "overlap"
                    | "unpin"
                    | "debug"
            ))
}

fn ends_in_consonant_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., before, b'y'] if !is_vowel(*before))
}

fn regular_past(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|_| ends_in_consonant_y(base)) {
        format!("{stem}ied")
    } else if base.ends_with('e') {
        format!("{base}d")
    } else if doubles(base) {
        format!("{base}{}ed", &base[base.len() - 1..])
    } else {
        format!("{base}ed")
    }
}

fn with_s(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|_| ends_in_consonant_y(base)) {
        format!("{stem}ies")
    } else if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") || base == "go" {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn with_ing(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        format!("{stem}ying")
    } else if let Some(stem) = base.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o'])) {
        format!("{stem}ing")
    } else if doubles(base) {
        format!("{base}{}ing", &base[base.len() - 1..])
    } else {
        format!("{base}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_brings_all_its_forms() {
        let mut forms = Vec::new();
        Verbs(&[("stop|apply|restore|go/went/gone down|die|crash", ())]).each(|form, _| forms.push(form.to_owned()));
        for form in [
            "stopped",
            "stopping",
            "applied",
            "applies",
            "applying",
            "restored",
            "restoring",
            "went down",
            "gone down",
            "goes down",
            "going down",
            "dying",
            "died",
            "crashes",
        ] {
            assert!(forms.iter().any(|f| f == form), "{form} is missing from {forms:?}");
        }
    }

    #[test]
    fn a_plural_is_made_of_the_last_word_and_some_nouns_have_none() {
        let mut forms = Vec::new();
        Nouns(&[("status page|query|traffic=", ())]).each(|form, _| forms.push(form.to_owned()));
        assert_eq!(forms, ["status page", "status pages", "query", "queries", "traffic"]);
    }
}
