//! A clause in the words of the text, without its time words.
//!
//! One would get wrong what is left when the time is taken out: a preposition, a comma, an empty bracket.

use std::ops::Range;

use crate::article::Article;
use crate::article::token::{Gap, Kind};
use crate::lexicon::prose::Function;
use crate::lexicon::relation::Relation;
use crate::parser::mention::{Base, Mention, Time, attribute};
use crate::parser::time::view::View;

use super::around::{is_argument, is_cleft};
use super::{Statement, head, mention_range, speaker};

/// Code points at most; what is longer is cut at a word.
const LONGEST: usize = 160;

/// The summary of a clause, the words of its mentions left out.
pub fn of_clause(article: &Article, clause: &Range<usize>, mentions: &[Mention]) -> String {
    // What a length is laid off from is another happening: "after its products went down, the company tweeted".
    let base = |at: usize| {
        mentions.iter().any(|m| {
            matches!(&m.time, Time::Shift { base: Base::Happening(words), .. } if words.contains(&at) && clause.contains(&m.tokens.start))
        })
    };
    let mut text = String::new();
    // "Monday's outage", "the 3am power cut" keep their time.
    let view = View::of(article, clause);
    let owner = |m: &Mention| clause.contains(&m.tokens.start) && attribute::describes(&view, &m.tokens);
    // "Died on the night of the outage": what is left without it would be "died of the outage".
    let of_it = |m: &Mention| {
        let word = |at: usize| article.tokens.get(at).map_or("", |token| article.words(token.span));
        let point = matches!(m.time, Time::Point { .. });
        point
            && word(m.tokens.end) == "of"
            && matches!(
                word(m.tokens.end + 1),
                "the" | "this" | "that" | "its" | "our" | "their"
            )
    };
    // "A 20-minute outage", "a 2019 outage" keep their time: what is left without it would be "a outage".
    let describes = |m: &Mention| {
        let Some(before) = m.tokens.start.checked_sub(1) else {
            return false;
        };
        let led = || matches!(article.words(article.tokens[before].span), "a" | "A" | "an" | "An");
        let length = matches!(m.time, Time::Length(_)) && led();
        let argument = matches!(m.time, Time::Length(_) | Time::Shift { .. }) && is_argument(article, m);
        clause.contains(&before) && (length || argument || m.time.is_year() && !m.led)
    };
    // "An inquiry into | Wednesday's breakdown": what led it is no part of what the clause tells.
    let lead = view.meaning(&view.lexicon.function_words, clause.start) == Some(Function::Preposition)
        && mentions.iter().any(|m| m.tokens.start == clause.start && owner(m));
    words(article, clause.clone(), &mut text, |at| {
        // "The queue is down to 20 minutes": a length that something has come to is what is told of it.
        let reached = |m: &Mention| matches!(m.time, Time::Length(_)) && m.relation == Relation::To;
        let stays = |m: &Mention| owner(m) || of_it(m) || describes(m) || reached(m) || is_part(article, m);
        let left_out = |m: &Mention| m.tokens.contains(&at) && !stays(m) || is_cleft(article, clause, m, at);
        mentions.iter().any(left_out) || base(at) || lead && at == clause.start
    });
    finish(&text)
}

/// "After 30 minutes of stable traffic", "2021-11-17-index": what follows says nothing without the time.
fn is_part(article: &Article, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let Some(next) = article.tokens.get(end) else {
        return false;
    };
    let length = matches!(mention.time, Time::Length(_) | Time::Shift { .. });
    let joint = matches!(next.kind, Kind::Symbol('-' | '_')) && next.gap == Gap::None;
    let behind = || article.tokens.get(end + 1).is_some_and(|token| token.gap == Gap::None);
    let after = article.words(article.tokens[mention.tokens.start].span);
    length && after.eq_ignore_ascii_case("after") && article.words(next.span) == "of" || joint && behind()
}

/// Gives every statement whose clause is little but its time ("…, and withdrawn at 05:27 UTC") the words of its
/// sentence, so that its row says something.
pub fn complete(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for at in 0..statements.len() {
        // "Back." is all that a post says below its stamp.
        let below = |it: &Statement| {
            let sentence = |mention: usize| &article.sentences[mentions[mention].sentence].tokens;
            it.is_entry()
                && it
                    .mention
                    .is_some_and(|mention| it.clause.start >= sentence(mention).end)
        };
        let subject = || {
            let sentence = &article.sentences[mentions[statements[at].mention?].sentence].tokens;
            let own = &mentions[mention_range(mentions, mentions[statements[at].mention?].sentence)];
            let tokens = head::shared(article, &statements[at].clause, sentence, own)?;
            article.span_of(tokens).map(|span| article.words(span))
        };
        if let Some(subject) = subject() {
            let lower = |summary: &str| summary[..1].to_lowercase() + &summary[1..];
            statements[at].summary = finish(&format!("{subject} {}", lower(&statements[at].summary)));
            continue;
        }
        let whole_post = !statements[at].summary.is_empty() && below(&statements[at]);
        if tells(&statements[at].summary) || whole_post {
            continue;
        }
        // "At midnight, 18 hours after the first complaints, the bank said …": the other time has the clause.
        let twin = statements[at].twin.map(|twin| &statements[twin].summary);
        let whole = || {
            let mention = &mentions[statements[at].mention?];
            let sentence = &article.sentences[mention.sentence];
            // "[09:28] <ann> looking"
            let said = speaker::said(article, sentence.block, sentence.tokens.clone());
            let told = of_clause(article, &said, &mentions[mention_range(mentions, mention.sentence)]);
            match told.is_empty() {
                // "Started" above a stamp says more than the stamp.
                true if !statements[at].summary.is_empty() => None,
                true => Some(finish(article.words(mention.span))),
                false => Some(told),
            }
        };
        let told = twin.filter(|told| tells(told)).cloned().or_else(whole);
        if let Some(told) = told {
            statements[at].summary = told;
        }
    }
}

/// Whether a summary has more than a word, and more than what a verb of the clause before governs: "to the other rows".
fn tells(summary: &str) -> bool {
    const LONGEST_GOVERNED: usize = 4;
    let words = || {
        summary
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
    };
    let governed = summary.starts_with("To ") && words().count() <= LONGEST_GOVERNED;
    words().nth(1).is_some() && !governed
}

/// The summary of an entry: its first sentences.
pub fn of_entry(article: &Article, text: &[Range<usize>]) -> String {
    let mut out = String::new();
    for range in text {
        if out.chars().count() > LONGEST / 2 {
            break;
        }
        if !out.is_empty() {
            let stop = if out.ends_with(['.', '!', '?', ':', '-', '–', '—']) {
                " "
            } else {
                ". "
            };
            out.push_str(stop);
        }
        words(article, range.clone(), &mut out, |_| false);
    }
    finish(&out)
}

/// Writes tokens with their blanks, marks of emphasis left out.
fn words(article: &Article, tokens: Range<usize>, out: &mut String, skip: impl Fn(usize) -> bool) {
    let mut skipped = false;
    // The blank before a mark that is left out.
    let mut carried = false;
    for at in tokens {
        if skip(at) {
            skipped = true;
            continue;
        }
        let token = &article.tokens[at];
        if matches!(token.kind, Kind::Symbol('*' | '|' | '`')) || is_emphasis(article, at) {
            carried |= token.gap > Gap::None;
            continue;
        }
        let blank = std::mem::take(&mut carried)
            || token.gap > Gap::None
            || skipped && !matches!(token.kind, Kind::Symbol(',' | '.' | ';' | ':' | '”' | ')' | '!' | '?'));
        if blank && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        skipped = false;
        out.push_str(article.words(token.span));
    }
}

/// An underscore that opens or closes emphasis, alone or doubled.
fn is_emphasis(article: &Article, at: usize) -> bool {
    let underscore = |at: usize| article.tokens.get(at).is_some_and(|t| t.kind == Kind::Symbol('_'));
    let parted = |at: usize| article.tokens.get(at).is_none_or(|t| t.gap > Gap::None);
    let opens = |at: usize| parted(at) || underscore(at.wrapping_sub(1)) && parted(at - 1);
    let closes = |at: usize| parted(at + 1) || underscore(at + 1) && parted(at + 2);
    underscore(at) && (opens(at) || closes(at))
}

fn finish(text: &str) -> String {
    let text = drop_hollow_brackets(text)
        .replace(" ,", ",")
        .replace(",,", ",")
        .replace(":,", ":");
    // "The last time was | on 14 January, | when a pipe burst"
    let text = text.replace(" was, when ", " was when ");
    let mut text = drop_post_label(drop_dateline(&text)).to_owned();
    let left: &[char] = &[' ', ',', ';', ':', '-', '–', '—', '.', ')', '·', '|', '•', ']'];
    let right: &[char] = &[' ', ',', ';', ':', '-', '–', '—', '(', '·', '|', '['];
    loop {
        let trimmed = text.trim_start_matches(left).trim_end_matches(right);
        // The stop of a sentence whose last words were its time.
        // "Called the vendor, who lives in Bern, at 12:50."
        let stop = |end: &str| trimmed.strip_suffix(end);
        let trimmed = stop(" .").or_else(|| stop(",.")).unwrap_or(trimmed);
        let trimmed = drop_leading_joint(trimmed);
        let trimmed = drop_trailing_joint(trimmed);
        if trimmed.len() == text.len() {
            break;
        }
        text = trimmed.to_owned();
    }
    let text = text
        .strip_suffix('.')
        .filter(|t| !t.ends_with(|c: char| c == '.' || c.is_uppercase()))
        .unwrap_or(&text)
        .trim_end_matches(right);
    let text = balanced(text);
    let cut = shorten(&text);
    let mut chars = cut.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// "It failed (lasting ).", "All is back ( or later).": what a bracket is left with when its time is taken out goes.
fn drop_hollow_brackets(text: &str) -> String {
    const LEFT: &[&str] = &[
        "lasting", "for", "about", "around", "at", "on", "from", "to", "until", "or", "later", "earlier", "and", "i.e.",
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[']) {
        let inner = &rest[open + 1..];
        let closes = if rest[open..].starts_with('(') { ')' } else { ']' };
        let next = inner.find(['(', ')', '[', ']']);
        let Some(close) = next.filter(|at| inner[*at..].starts_with(closes)) else {
            out.push_str(&rest[..=open]);
            rest = inner;
            continue;
        };
        let hollow = inner[..close]
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '–' | '—' | '-' | '/'))
            .filter(|word| !word.is_empty())
            .all(|word| LEFT.iter().any(|left| word.eq_ignore_ascii_case(left)));
        if hollow {
            out.push_str(rest[..open].trim_end());
        } else {
            // "(overnight, no alarms)"
            out.push_str(&rest[..=open]);
            out.push_str(inner[..=close].trim_start_matches([',', ';', ' ']));
        }
        rest = &inner[close + 1..];
    }
    out.push_str(rest);
    out
}

/// "LONDON, — Kestrel …", "NORTHPORT — A failure …": what is left of a dateline goes.
fn drop_dateline(text: &str) -> &str {
    const LONGEST_PLACE: usize = 40;
    const LONGEST_AGENCY: usize = 10;
    let shouted = |place: &str| {
        place.len() <= LONGEST_PLACE
            && place.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && !place.contains(char::is_lowercase)
    };
    // A hyphen or a colon parts other things too: behind a place its date has left a comma.
    let behind_comma = |mark| text.split_once(mark).filter(|(place, _)| place.ends_with(','));
    // "Mumbai, (PTI) The exchange halted": a date has left its comma, and an agency stands in brackets.
    let signed = text.split_once(", (").and_then(|(place, rest)| {
        let (agency, rest) = rest.split_once(')')?;
        let shouts = agency.len() <= LONGEST_AGENCY && agency.starts_with(char::is_uppercase) && !agency.contains(' ');
        let few = place.len() <= LONGEST_PLACE && place.split(' ').all(|word| word.starts_with(char::is_uppercase));
        (shouts && few).then(|| rest.trim_start_matches([' ', '-', ':', '–', '—']))
    });
    if let Some(rest) = signed.filter(|rest| !rest.is_empty()) {
        return rest;
    }
    let split = text.split_once(" — ").or_else(|| text.split_once(" – "));
    let split = split.or_else(|| behind_comma(" - ").or_else(|| behind_comma(": ")));
    match split.map(|(place, rest)| (place.trim_end_matches(','), rest)) {
        Some((place, rest)) if shouted(place) => rest,
        _ => text,
    }
}

/// "EDIT 2: it is back", "Update #3: …": which of its pieces a post goes on with goes.
fn drop_post_label(text: &str) -> &str {
    let count = |word: &str| {
        let figures = word.trim_start_matches('#');
        !figures.is_empty() && figures.bytes().all(|b| b.is_ascii_digit())
    };
    let labels = |label: &str| {
        let mut words = label.split(' ');
        let post = words
            .next()
            .is_some_and(|it| it.eq_ignore_ascii_case("edit") || it.eq_ignore_ascii_case("update"));
        post && words.next().is_none_or(count) && words.next().is_none()
    };
    match text.split_once(": ") {
        Some((label, rest)) if labels(label) => rest,
        _ => text,
    }
}

/// "and the fix …", "is that the fix …": what joined the clause to the one before goes.
fn drop_leading_joint(text: &str) -> &str {
    for joint in [
        "is that ",
        "was that ",
        "and ",
        "but ",
        "then ",
        "when ",
        "while ",
        "which ",
        "that ",
        "so ",
        "or ",
        "yet ",
    ] {
        if let Some(head) = text.get(..joint.len())
            && head.eq_ignore_ascii_case(joint)
            // "That was revised" has a subject.
            && head != "That "
        {
            return &text[joint.len()..];
        }
    }
    text
}

/// "… fell to about 2,200 by": what led the time goes. "Nobody could log in" stays.
fn drop_trailing_joint(text: &str) -> &str {
    const PHRASAL: &[&str] = &[
        "log in",
        "logged in",
        "logging in",
        "sign in",
        "signed in",
        "signing in",
        "check in",
    ];
    if PHRASAL.iter().any(|verb| text.ends_with(verb)) {
        return text;
    }
    for joint in [
        " at", " on", " by", " in", " from", " until", " since", " and", " the", " between", " around", " about",
        " of", " to", " but", " for", " a", " just", " shortly", " est.", " est..",
    ] {
        if let Some(start) = text.len().checked_sub(joint.len())
            && text.is_char_boundary(start)
            && text[start..].eq_ignore_ascii_case(joint)
        {
            return &text[..start];
        }
    }
    text
}

/// A quotation mark or a bracket without its partner goes.
fn balanced(text: &str) -> String {
    let mut text = text.to_owned();
    for (open, close) in [('“', '”'), ('(', ')'), ('[', ']')] {
        let opens = text.matches(open).count();
        let closes = text.matches(close).count();
        if opens > closes
            && let Some(at) = text.rfind(open)
        {
            text.remove(at);
        } else if closes > opens
            && let Some(at) = text.find(close)
        {
            text.remove(at);
        }
    }
    if text.matches('"').count() % 2 == 1 {
        text = text.replacen('"', "", 1);
    }
    let text = drop_hollow_quotes(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Services would be back " "", "have been stable "": marks around nothing but a time that was taken out go, and so does
/// the blank that it left inside them.
fn drop_hollow_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut opened: Option<usize> = None;
    for mark in text.chars() {
        match (mark, opened) {
            ('"', None) | ('“', _) => {
                opened = Some(out.len());
                out.push(mark);
            }
            ('"' | '”', Some(from)) => {
                out.truncate(out.trim_end().len().max(from));
                let hollow = out[from..].chars().nth(1).is_none();
                out.truncate(if hollow {
                    out[..from].trim_end().len()
                } else {
                    out.len()
                });
                out.extend((!hollow).then_some(mark));
                opened = None;
            }
            (' ', Some(from)) if out[from..].chars().nth(1).is_none() => {}
            _ => out.push(mark),
        }
    }
    out
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ':', ' ', '–', '—', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_time_that_was_taken_out_go() {
        assert_eq!(finish("Services would be back \" \""), "Services would be back");
        assert_eq!(
            finish("Log-ins \"have been stable \" and fast"),
            "Log-ins \"have been stable\" and fast"
        );
        assert_eq!(finish("Back \" \", and so it was"), "Back, and so it was");
        assert_eq!(finish("It was “ ” and then “back”"), "It was and then “back”");
        assert_eq!(
            finish("It said \"sorry\" and \"thanks\""),
            "It said \"sorry\" and \"thanks\""
        );
    }

    #[test]
    fn a_dateline_goes() {
        assert_eq!(
            finish("NORTHPORT — A failure stranded riders"),
            "A failure stranded riders"
        );
        for mark in [" —", " -", ":"] {
            assert_eq!(finish(&format!("LONDON,{mark} Kestrel was down")), "Kestrel was down");
        }
        assert_eq!(finish("Mumbai, (WNS) Trading was halted"), "Trading was halted");
        assert_eq!(
            finish("Trading, (halted at noon) was resumed"),
            "Trading, (halted at noon) was resumed"
        );
        assert_eq!(
            finish("The API — all of it — was down"),
            "The API — all of it — was down"
        );
    }

    #[test]
    fn the_label_of_an_edit_goes() {
        for label in ["EDIT", "Edit 2", "Update #3"] {
            assert_eq!(finish(&format!("{label}: it is back")), "It is back");
        }
        for text in ["Update of the pumps: it failed", "Edits: two"] {
            assert_eq!(finish(text), text);
        }
    }

    #[test]
    fn a_bracket_that_is_left_with_nothing_goes() {
        assert_eq!(finish("The pumps failed (lasting )."), "The pumps failed");
        assert_eq!(finish("All is back ( , or later) again"), "All is back again");
        assert_eq!(finish("[ ] the pumps [of dock 2] run"), "The pumps [of dock 2] run");
        assert_eq!(
            finish("The hall (the older one) is dark"),
            "The hall (the older one) is dark"
        );
    }

    #[test]
    fn a_clause_that_is_little_but_its_time_is_told_by_its_sentence() {
        let told = |text: &str| -> Vec<String> {
            let article = Article::read("told", text.as_bytes(), None).expect("a sentence can be read");
            let parsed = crate::parser::parse(&article);
            parsed.statements.into_iter().map(|it| it.summary).collect()
        };
        assert_eq!(
            told("The build went out to customers at 04:09 UTC, and withdrawn at 05:27 UTC."),
            [
                "The build went out to customers",
                "The build went out to customers, and withdrawn"
            ]
        );
        let twins =
            told("Pumps failed at dawn. At midnight, 18 hours after the pumps failed, the utility found the cause.");
        assert!(twins.iter().all(|it| tells(it)), "{twins:?}");
    }

    #[test]
    fn what_led_the_time_goes_with_it() {
        assert_eq!(
            finish("and reports had fallen to about 2,200 by ."),
            "Reports had fallen to about 2,200"
        );
        assert_eq!(finish("Last strands est. ."), "Last strands");
        assert_eq!(finish("GRAND FORKS, — The lifts stopped."), "The lifts stopped");
        assert_eq!(
            finish(", Larkspur tweeted, “To everyone waiting"),
            "Larkspur tweeted, To everyone waiting"
        );
    }
}
