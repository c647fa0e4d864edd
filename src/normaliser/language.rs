//! Whether a text is in the language that is read here.
//!
//! One would get wrong to count the function words of a log: it has hardly any and may be English. Only whole sentences
//! are asked.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::token::Kind;
use crate::lexicon::lexicon;

use super::document::Warning;

/// Fewest words of a sentence that is asked.
const SENTENCE: usize = 8;

/// Fewest words, of all those sentences, that tell anything.
const ENOUGH: usize = 40;

/// English prose is held together by at least so many function words in a hundred; others share a few ("in", "so").
const LEAST: usize = 20;

/// A warning where a text of some length does not look English.
pub(super) fn warning(article: &Article) -> Option<Warning> {
    let foreign = is_in_another_script(&article.text) || is_held_together_otherwise(article);
    foreign.then(|| Warning {
        code: "not-english",
        message: "this text does not look English: only English is read, and the rows may be nonsense".to_owned(),
        document: None,
        span: None,
    })
}

/// Whether most of its letters are of another script than Latin.
fn is_in_another_script(text: &str) -> bool {
    let (mut latin, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            ..'\u{250}' => latin += 1,
            _ => other += 1,
        }
    }
    other >= ENOUGH && other > latin
}

fn is_held_together_otherwise(article: &Article) -> bool {
    let lexicon = lexicon();
    let (mut words, mut holding) = (0_usize, 0_usize);
    for sentence in &article.sentences {
        if !matches!(
            article.blocks[sentence.block].kind,
            BlockKind::Paragraph | BlockKind::Item
        ) {
            continue;
        }
        let ends = article.words(sentence.span).trim_end().ends_with(['.', '!', '?']);
        let ids = article.tokens[sentence.tokens.clone()]
            .iter()
            .filter_map(|token| match token.kind {
                Kind::Word { id, .. } => Some(id),
                _ => None,
            });
        let ids: Vec<_> = ids.collect();
        if ends && ids.len() >= SENTENCE {
            words += ids.len();
            holding += ids
                .iter()
                .filter(|id| lexicon.function_words.word(**id).is_some())
                .count();
        }
    }
    words >= ENOUGH && holding * 100 < words * LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warns(text: &str) -> bool {
        warning(&Article::read("a.txt", text.as_bytes(), None).expect("a text")).is_some()
    }

    #[test]
    fn another_language_is_told_by_its_function_words_or_its_script() {
        let german = "Am Montag um 11:40 Uhr ist der Anmeldedienst der Bank für mehrere Stunden ausgefallen. Die Techniker \
                      haben gegen Mittag die letzte Änderung zurückgenommen und danach alle Server neu gestartet. Seit \
                      14:15 Uhr funktioniert der Dienst wieder für alle Kunden, wie die Bank am Abend mitteilte.";
        let japanese = "午前十時ごろ、サービスが停止しました。".repeat(4);
        let english = "The login service of the bank was down for several hours on Monday from 11:40. The engineers took \
                       back the last change around noon, and then they restarted all of the servers. The service has been \
                       working for everyone since 14:15, as the bank said in the evening.";
        assert!(warns(german));
        assert!(warns(&japanese));
        assert!(!warns(english));
        assert!(!warns(
            &"10:00 ERROR db-3 connection refused retry=4 worker-7 exit status=1\n".repeat(20)
        ));
    }
}
