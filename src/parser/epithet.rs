//! Days that are named and on which nothing is told to have happened: a reason, which bill, what a day is like.
//!
//! One would get wrong that a weekday in a past tense dates it: "since it was Sunday" tells why nobody came.

use crate::article::Article;
use crate::article::token::{Case, Kind};
use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;

use super::layout::beside;
use super::mention::{Mention, Time};
use super::time::expression::Day;
use super::time::view::View;

/// Whether a time only tells which, why or what it is like.
pub(super) fn is_one(article: &Article, mentions: &[Mention], index: usize) -> bool {
    let mention = &mentions[index];
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let day = match &mention.time {
        Time::Point { point, .. } if point.clock.is_none() && point.day.is_some() => point.day,
        Time::Point { point, .. } if point.clock.is_none() => {
            return is_leave(&view, mention) || is_of_happening(&view, mention);
        }
        Time::Shift { .. } => return is_landmark(&view, beside(article, mentions, index), mention),
        Time::Point { .. } => return opens_each_week(&view, mention),
        _ => None,
    };
    match day {
        Some(Day::Weekday { picker: None, .. }) => {
            is_reason(&view, mention)
                || is_unreal(&view, mention)
                || is_like(&view, mention)
                || explains_date(&view, beside(article, mentions, index), mention)
        }
        Some(Day::Unit {
            unit: Unit::Day,
            picker: Picker::Following,
        }) => is_of_field(&view, beside(article, mentions, index), mention),
        Some(Day::SomeWeekday(_)) => {
            is_reason(&view, mention) || is_of_stretch(beside(article, mentions, index), mention)
        }
        Some(Day::Overnight) => is_of_stretch(beside(article, mentions, index), mention),
        Some(Day::Date(date)) if date.day.is_none() => is_which_bill(&view, mention) || is_exclaimed(&view, mention),
        _ => false,
    }
}

/// "**Date:** 7 April 2022, continuing into the next day": what a field adds to its date.
fn is_of_field(view: &View, beside: &[Mention], mention: &Mention) -> bool {
    const LASTING: &[&str] = &["continuing", "running", "lasting", "going", "into", "until", "and"];
    let field = beside.iter().find(|it| {
        let marks = |at: &usize| view.symbol_any(*at, &['*', '_']);
        let before = (view.start()..it.tokens.start).rev().find(|at| !marks(at));
        it.time.is_day() && before.is_some_and(|at| view.symbol(at, ':'))
    });
    let between = field.map(|it| it.tokens.end..mention.tokens.start);
    between.is_some_and(|mut at| {
        at.len() <= 3 && at.all(|at| view.symbol_any(at, &[',', ')']) || view.says_any(at, LASTING))
    })
}

/// "And, since it was Sunday, was put off": why.
fn is_reason(view: &View, mention: &Mention) -> bool {
    const WHY: &[&str] = &["since", "as", "because", "though", "although", "being"];
    let was = mention.tokens.start.wrapping_sub(1);
    let it = was.wrapping_sub(1);
    view.says_any(was, &["was", "is", "'s", "’s"])
        && view.says_any(it, &["it", "this", "that"])
        && view.says_any(it.wrapping_sub(1), WHY)
}

/// "Had Monday gone to plan, we …": it had not.
fn is_unreal(view: &View, mention: &Mention) -> bool {
    let had = mention.tokens.start.wrapping_sub(1);
    let opens = had == view.start() || view.symbol_any(had.wrapping_sub(1), &[',', ';', '—', '–', '“', '"']);
    opens && view.says(had, "had") && view.is_participle(mention.tokens.end)
        || opens && view.says(had, "had") && view.says_any(mention.tokens.end, &["gone", "been", "come"])
}

/// "Sunday is quiet": what such a day is like.
fn is_like(view: &View, mention: &Mention) -> bool {
    let (first, is) = (mention.tokens.start, mention.tokens.end);
    let opens = first == view.start()
        || view.says(first, "and")
        || view.says_any(first.wrapping_sub(1), &["and", "but", "because", "since", "as"])
        || view.symbol_any(first.wrapping_sub(1), &[',', ';', '—', '–']);
    let adjective = is + 1 + usize::from(view.says_any(is + 1, &["always", "usually", "very", "normally", "mostly"]));
    let closes = adjective + 1 >= view.end() || view.symbol_any(adjective + 1, &['.', ',', ';', ')']);
    opens && view.says_any(is, &["is", "are"]) && view.is_free_word(adjective) && closes
}

/// "On November 13, the Monday after the long weekend,": which day that was.
fn explains_date(view: &View, beside: &[Mention], mention: &Mention) -> bool {
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    let first = mention.tokens.start;
    let the = first.wrapping_sub(usize::from(!view.says(first, "the")));
    let before = beside.iter().rfind(|it| it.tokens.end <= the);
    let date = before.is_some_and(|it| {
        let dated = matches!(&it.time, Time::Point { point, .. } | Time::Span { to: point, .. }
            if matches!(point.day, Some(Day::Date(date)) if date.day.is_some()));
        dated && it.tokens.end + 1 == the
    });
    date && point.part.is_none() && view.says(the, "the") && view.symbol(the.wrapping_sub(1), ',')
}

/// "Died on the night a control room lost its telephones": the night of what is told behind it.
fn is_of_happening(view: &View, mention: &Mention) -> bool {
    const SUBJECTS: &[&str] = &[
        "a", "an", "the", "its", "their", "his", "her", "our", "it", "he", "she", "they", "we", "that",
    ];
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let on = [start, start.wrapping_sub(1)]
        .into_iter()
        .find(|at| view.says(*at, "on"));
    on.is_some_and(|on| view.says(on + 1, "the") && on + 3 == end) && view.says_any(end, SUBJECTS)
}

/// "A Friday in 2011", "in 2015 we changed a disk on a Saturday", "in May 2015 a strike knocked it out overnight": a day of that year, and nobody knows which.
fn is_of_stretch(beside: &[Mention], mention: &Mention) -> bool {
    beside.iter().any(|it| {
        let stretch = matches!(&it.time, Time::Point { point, .. } if point.clock.is_none()
            && matches!(point.day, Some(Day::Date(date)) if date.day.is_none() && date.year.is_some()));
        stretch && it.sentence == mention.sentence
    })
}

/// "A bank that opens at nine on Mondays": when it does, week by week.
fn opens_each_week(view: &View, mention: &Mention) -> bool {
    let plural = |at: usize| view.meaning(&view.lexicon.weekdays, at).is_some_and(|word| word.plural);
    view.says(mention.tokens.end, "on") && plural(mention.tokens.end + 1)
}

/// "At 19:58, two minutes before the final whistle,": what else was then, which only makes the clock plain. "Before the deploy
/// finished" tells a happening.
fn is_landmark(view: &View, beside: &[Mention], mention: &Mention) -> bool {
    const LONGEST: usize = 6;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let behind_clock = beside.iter().any(|it| {
        let clock = matches!(&it.time, Time::Point { point, .. } if point.clock.is_some());
        clock && it.tokens.end + 1 == start && view.symbol(it.tokens.end, ',')
    });
    let closes = (end..view.end().min(end + LONGEST)).find(|at| view.symbol(*at, ','));
    let tells = |at: usize| {
        view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past)
            || view.phrase(&view.lexicon.verbs, at).is_some()
            || view.noun(at).is_some()
            || view.text(at).ends_with("ed")
    };
    let named = |close: usize| view.says(end, "the") && !(end..close).any(tells);
    view.says_any(end - 1, &["before", "after"]) && behind_clock && closes.is_some_and(named)
}

/// "We are closing our coverage for the night": no more than that somebody stops telling.
fn is_leave(view: &View, mention: &Mention) -> bool {
    const TELLING: &[&str] = &["coverage", "blog", "updates", "reporting", "page", "live"];
    let led = view.says(mention.tokens.start, "for") || view.says(mention.tokens.start.wrapping_sub(1), "for");
    led && (view.start()..mention.tokens.start).any(|at| view.says_any(at, TELLING))
}

/// "A refund of August fees", "its March invoices": which of them.
fn is_which_bill(view: &View, mention: &Mention) -> bool {
    const BILLS: &[&str] = &[
        "fee",
        "fees",
        "bill",
        "bills",
        "invoice",
        "invoices",
        "rent",
        "rents",
        "salary",
        "salaries",
        "wages",
        "pay",
        "payroll",
        "payslips",
        "charge",
        "charges",
        "subscription",
        "subscriptions",
        "premiums",
        "pensions",
        "benefits",
        "dividend",
        "figures",
        "accounts",
        "edition",
        "issue",
    ];
    const LEADS: &[&str] = &[
        "of", "for", "the", "its", "their", "our", "your", "my", "'s", "’s", "all", "and",
    ];
    let first = mention.tokens.start;
    let led = view.says_any(first, LEADS) || view.says_any(first.wrapping_sub(1), LEADS);
    view.says_any(mention.tokens.end, BILLS) && view.case(mention.tokens.end) == Some(Case::Lower) && led
}

/// "A duplex mismatch. In 2013!": of all years.
fn is_exclaimed(view: &View, mention: &Mention) -> bool {
    mention.tokens.start == view.start()
        && (mention.tokens.end..view.end()).all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))))
        && view.symbol_any(mention.tokens.end, &['!', '?'])
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::parser::layout::Role;
    use crate::parser::parse;

    #[test]
    fn what_only_tells_which_or_why_dates_nothing() {
        let aside = |text: &str, words: &str| {
            let told = format!("Pier notes\n12 May 2022\n\nThe lifts stopped on 3 May. {text}");
            let article = Article::read("a.txt", told.as_bytes(), None).expect("a text");
            let parsed = parse(&article);
            let at = parsed
                .mentions
                .iter()
                .rposition(|it| article.words(it.span).ends_with(words))
                .expect(words);
            parsed.layout.roles[at] == Role::Aside
        };
        for (text, words) in [
            ("The call was, since it was Sunday, left for later.", "Sunday"),
            ("Nobody came because it was a Saturday.", "Saturday"),
            ("Had Monday gone to plan, all would be well.", "Monday"),
            ("Sunday is quiet, so it was done then.", "Sunday"),
            ("In 2015 we lost one on a Saturday.", "a Saturday"),
            ("The shop opens at nine on Mondays.", "nine"),
            ("All were promised a refund of August fees.", "August"),
            ("A loose wire. In 2022!", "2022"),
            (
                "At 9:40, two minutes before the whistle, they stopped.",
                "two minutes before",
            ),
            ("We are closing this page for the night.", "night"),
            ("They stopped again on May 9, the Monday after the feast.", "Monday"),
        ] {
            assert!(aside(text, words), "{text}");
        }
        for (text, words) in [
            ("It has been so since Sunday.", "Sunday"),
            ("We had Monday off.", "Monday"),
            ("It was Sunday when they came.", "Sunday"),
            ("We lost one on a Saturday.", "a Saturday"),
            ("In August fees were raised.", "August"),
            (
                "At 9:40, two minutes before the test ended, they stopped.",
                "two minutes before",
            ),
            ("The lifts were closed for the night.", "night"),
            ("They came back on May 4, the Monday crew being away.", "May 4"),
        ] {
            assert!(!aside(text, words), "{text}");
        }
    }
}
