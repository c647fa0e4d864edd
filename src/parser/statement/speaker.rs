//! Who says a sentence: "a spokesperson said", "according to the company", "said Mike Schroepfer".
//!
//! One would get wrong that whatever stands beside a verb of saying says it: "the company later confirmed the failure"
//! has a time before it and a failure behind it. Only who has a name, or can speak, does.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;
use crate::lexicon::prose::{Function, Speech};
use crate::lexicon::tense::Tense;
use crate::parser::time::expression::Timex;
use crate::parser::time::view::View;

/// Verbs that take a speaker; those that also mean something else ("put", "closed") do not.
const SAYS: &[&str] = &[
    "said",
    "says",
    "told",
    "tweeted",
    "wrote",
    "added",
    "announced",
    "confirmed",
    "posted",
    "acknowledged",
    "explained",
    "estimated",
    "warned",
];

/// What stands between a speaker and the verb: "the company also later said".
const BETWEEN: &[&str] = &[
    "also", "just", "later", "then", "already", "now", "since", "first", "late", "soon",
];

/// Longest phrase, in tokens.
const LONGEST: usize = 14;

/// Who says a sentence, where words outside quotation marks tell.
pub fn speaker(article: &Article, timexes: &[Timex], sentence: &Range<usize>) -> Option<String> {
    let phrases = Phrases {
        view: View::of(article, sentence),
        timexes,
    };
    let view = &phrases.view;
    let mut quoted = false;
    for at in sentence.clone() {
        if view.symbol_any(at, &['“', '"', '”']) {
            quoted = !view.symbol(at, '”') && (view.symbol(at, '“') || !quoted);
            continue;
        }
        if quoted {
            continue;
        }
        let found = match view.phrase(&view.lexicon.speech, at) {
            Some((Speech::According, next)) => phrases.after(next),
            Some((Speech::Verb, next)) if view.says_any(at, SAYS) && !phrases.is_passive(at) => {
                let behind_quotation = at > view.start() && view.symbol_any(at - 1, &['”', '"', ',']);
                // "told" is followed by who is told.
                let after = || {
                    phrases
                        .after(next)
                        .filter(|_| behind_quotation && !view.says(at, "told"))
                };
                after().or_else(|| phrases.before(at))
            }
            _ => None,
        };
        if let Some(span) = found.and_then(|range| article.span_of(range)) {
            return Some(article.words(span).to_owned());
        }
    }
    None
}

/// Who speaks in a block, by the format: the nick of a chat.
pub fn of_message(article: &Article, block: usize) -> Option<String> {
    let name = article.span_of(article.speaker_of(block)?)?;
    Some(article.words(name).to_owned())
}

/// What is said in a block, without the name of who says it: "<ann> the site is down".
pub fn said(article: &Article, block: usize, words: Range<usize>) -> Range<usize> {
    let Some(name) = article.speaker_of(block).filter(|name| words.contains(&(name.end - 1))) else {
        return words;
    };
    let symbol = |at: usize, any: &[char]| matches!(article.tokens[at].kind, Kind::Symbol(c) if any.contains(&c));
    // "JO MOSS, BYLINE: So at 5:50 …"
    const LONGEST_TITLE: usize = 6;
    let titled = name.end < words.end && symbol(name.end, &[',']);
    let colon = (name.end..words.end.min(name.end + LONGEST_TITLE)).find(|at| titled && symbol(*at, &[':']));
    let from = colon.unwrap_or(name.end);
    let mark = |at: &usize| symbol(*at, &['>', ':', '*']);
    (from..words.end).find(|at| !mark(at)).unwrap_or(words.end)..words.end
}

struct Phrases<'a> {
    view: View<'a>,
    timexes: &'a [Timex],
}

impl Phrases<'_> {
    /// "Visitors were told", "it was later confirmed": nobody is named who says it.
    fn is_passive(&self, verb: usize) -> bool {
        let view = &self.view;
        let mut at = verb;
        while at > view.start() && (self.is_adverb(at - 1) || view.says_any(at - 1, BETWEEN)) {
            at -= 1;
        }
        at > view.start() && view.says_any(at - 1, &["was", "were", "been", "being", "be", "is", "are"])
    }

    /// The noun phrase behind a verb of saying.
    fn after(&self, start: usize) -> Option<Range<usize>> {
        let view = &self.view;
        let mut end = start;
        while end < view.end() && end < start + LONGEST {
            let joins = end > start && view.says_any(end, &["of", "for", "from", "at"]) && self.is_wordy(end + 1);
            let opens = view.meaning(&view.lexicon.function_words, end) == Some(Function::Determiner)
                && (end == start || view.says_any(end - 1, &["of", "for", "from", "at"]));
            // "a company advisory viewed by us"
            let is_seen = end > start + 1 && view.is_free_word(end) && view.text(end).ends_with("ed");
            if is_seen || !(joins || opens || self.is_content(end)) {
                break;
            }
            end += 1;
        }
        self.spoken(start..end)
    }

    /// The noun phrase before a verb of saying.
    fn before(&self, verb: usize) -> Option<Range<usize>> {
        let view = &self.view;
        let mut end = verb;
        while end > view.start() && self.stands_between(end - 1) {
            end -= 1;
        }
        // "Mike Schroepfer, the technology chief, said"
        if end > view.start() + 1 && view.symbol(end - 1, ',') {
            let beside = self.ending(end - 1)?;
            let named = beside.start.checked_sub(1).filter(|at| view.symbol(*at, ','));
            return named
                .and_then(|comma| self.ending(comma))
                .filter(|range| self.is_capital(range.end - 1))
                .or(Some(beside));
        }
        self.ending(end)
    }

    /// The noun phrase that ends there, with what it belongs to: "a spokesman for the company".
    fn ending(&self, end: usize) -> Option<Range<usize>> {
        let view = &self.view;
        let mut start = end;
        while start > view.start() && end - start < LONGEST {
            let before = start - 1;
            // "… that Halden announced": no determiner.
            if view.says(before, "that") && start < end && self.is_capital(start) {
                break;
            }
            if view.meaning(&view.lexicon.function_words, before) == Some(Function::Determiner) {
                start = before;
                let joint = start
                    .checked_sub(2)
                    .filter(|_| view.says_any(start - 1, &["of", "for", "from", "at"]) && start - 1 > view.start());
                match joint.filter(|noun| self.can_speak(*noun)) {
                    Some(noun) => start = noun,
                    None => break,
                }
            } else if self.is_content(before) && !(start < end && self.is_capital(start) && self.is_idle(before)) {
                start = before;
            } else if view.says_any(before, &["of", "for", "from", "at"])
                && start < end
                && before > view.start()
                && self.can_speak(before - 1)
            {
                start = before - 1;
            } else if let Some(owner) = self
                .beside_name(before)
                .filter(|_| start < end && self.is_capital(start))
            {
                start = owner;
            } else {
                break;
            }
        }
        // "the account on X said": inside another phrase, of which nobody knows the head.
        let view = &self.view;
        if start > view.start() && view.meaning(&view.lexicon.function_words, start - 1) == Some(Function::Preposition)
        {
            return None;
        }
        let people = start + 1 < end
            && view.says_any(start, &["a", "an", "one", "the", "our", "their", "his", "her"])
            && view.says_any(end, &["said", "says", "told", "added", "explained", "warned"]);
        match people {
            // Only people say.
            true => Some(start..end),
            false => self.spoken(start..end),
        }
    }

    /// "The Tama County Sheriff's Office", "Story and Boone Counties": the last word of the name that is joined to one by what
    /// stands at a position.
    fn beside_name(&self, joint: usize) -> Option<usize> {
        let view = &self.view;
        let name = joint
            .checked_sub(1)
            .filter(|at| *at >= view.start() && self.is_capital(*at))?;
        if view.says_any(joint, &["'s", "’s"]) {
            return (!self.is_time(name)).then_some(name);
        }
        // "Banks in Rome and Visa said" are not two who said it.
        let first = (view.start()..=name)
            .rev()
            .find(|at| *at == view.start() || !self.is_capital(at - 1))?;
        let opens = first == view.start() || matches!(view.kind(first - 1), Some(Kind::Symbol(_)));
        (view.says(joint, "and") && opens).then_some(name)
    }

    /// The range, where it is somebody.
    fn spoken(&self, range: Range<usize>) -> Option<Range<usize>> {
        let named = |at: usize| self.is_capital(at) && self.view.text(at).len() > 1 && self.function(at).is_none();
        range.clone().any(|at| self.can_speak(at) || named(at)).then_some(range)
    }

    /// A word in small letters before a name that is no part of it: "from there Quillo said".
    fn is_idle(&self, at: usize) -> bool {
        !self.is_capital(at)
            && !self.can_speak(at)
            && !self.view.symbol_any(at, &['’', '\'', '-', '&'])
            && !self.can_speak(at + 1)
            && !self
                .view
                .says_any(at, &["chief", "senior", "technology", "executive", "vice"])
    }

    fn is_content(&self, at: usize) -> bool {
        let view = &self.view;
        let shape = match view.kind(at) {
            Some(Kind::Word { .. } | Kind::Number(_)) => true,
            // "(Reuters) - Barclays said": a dash between blanks parts.
            Some(Kind::Symbol('-')) => at > view.start() && view.touches(at) && view.touches(at + 1),
            Some(Kind::Symbol('’' | '\'' | '&')) => at > view.start(),
            _ => false,
        };
        let says = matches!(view.phrase(&view.lexicon.speech, at), Some((Speech::Verb, _)));
        let past = !self.is_capital(at) && view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past);
        shape
            && !past
            && (!says || self.is_capital(at))
            && self.function(at).is_none()
            && !self.is_adverb(at)
            && !self.is_time(at)
    }

    /// What the word holds together; a name in capitals ("AT&T") holds nothing.
    fn function(&self, at: usize) -> Option<Function> {
        let shouted = self.view.case(at) == Some(Case::Upper) && self.view.text(at).len() > 1;
        self.view
            .meaning(&self.view.lexicon.function_words, at)
            .filter(|_| !shouted)
    }

    fn is_wordy(&self, at: usize) -> bool {
        self.is_content(at)
            || self.view.meaning(&self.view.lexicon.function_words, at) == Some(Function::Determiner)
                && !self.is_time(at)
    }

    fn stands_between(&self, at: usize) -> bool {
        let function = self.view.meaning(&self.view.lexicon.function_words, at);
        matches!(function, Some(Function::Auxiliary | Function::Negation))
            || self.view.says_any(at, BETWEEN)
            || self.is_adverb(at)
            || self.is_time(at)
    }

    fn is_adverb(&self, at: usize) -> bool {
        let text = self.view.text(at);
        text.len() > 4 && text.ends_with("ly") && !self.is_capital(at)
            || self
                .view
                .says_any(at, &["shortly", "initially", "eventually", "finally"])
    }

    fn is_capital(&self, at: usize) -> bool {
        matches!(self.view.case(at), Some(Case::Capital | Case::Upper))
    }

    /// Whether the word is somebody: who runs it, who speaks for it, who is without it, who oversees it.
    fn can_speak(&self, at: usize) -> bool {
        matches!(
            self.view.noun(at),
            Some(Thing::Operator | Thing::Speaker | Thing::People | Thing::Authority)
        ) && self.view.meaning(&self.view.lexicon.function_words, at).is_none()
    }

    fn is_time(&self, at: usize) -> bool {
        let timex = self.timexes.partition_point(|t| t.tokens.end <= at);
        self.timexes.get(timex).is_some_and(|t| t.tokens.contains(&at))
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::parser::parse;

    #[test]
    fn only_who_has_a_name_or_can_speak_is_a_speaker() {
        for (text, expected) in [
            ("The bank later confirmed the failure at 10:00.", Some("The bank")),
            (
                "A spokesman for the company said at 10:00 that it was down.",
                Some("A spokesman for the company"),
            ),
            ("“It is back,” said Ann Brown at 10:00.", Some("Ann Brown")),
            (
                "Ann Brown, the technology chief, said at 10:00 that it was down.",
                Some("Ann Brown"),
            ),
            (
                "The site was down at 10:00, according to the company.",
                Some("the company"),
            ),
            ("It was down at 10:00, and visitors were told so.", None),
            ("It was down at 10:00, and just over an hour later it said so.", None),
            (
                "It was down at 10:00, which the operator had not confirmed.",
                Some("the operator"),
            ),
        ] {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
            let parsed = parse(&article);
            let speaker = parsed.statements.first().and_then(|it| it.speaker.as_deref());
            assert_eq!(speaker, expected, "{text}");
        }
    }
}
