//! Times that date nothing: how old a thing is, what is always so, the hours that an office keeps.
//!
//! One would get wrong that a clock or a day in a sentence is one on which something happened: a page tells as often how
//! things are.

use crate::article::Article;
use crate::article::block::Block;
use crate::article::token::{Case, Gap, Kind};

use super::author;
use super::layout::{is_heading, skip_marks};
use super::mention::{Base, Mention, Time};
use super::time::expression::Day;
use super::time::view::View;

/// "May 2023", alone in a heading: the month by which a page sorts its reports, and nothing that happened.
pub(super) fn heads_month(block: &Block, mention: &Mention) -> bool {
    let month = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none()
        && matches!(point.day, Some(Day::Date(date)) if date.day.is_none()));
    month && is_heading(block) && block.tokens.len() <= mention.tokens.len() + 1
}

/// "← October 2023   December 2023 →", "Notice history > November 2023": a month by which one turns the pages.
pub(super) fn turns_pages(view: &View, mention: &Mention) -> bool {
    let month = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none()
        && matches!(point.day, Some(Day::Date(date)) if date.day.is_none() && date.month.is_some()));
    let back = view.symbol_any(mention.tokens.start.wrapping_sub(1), &['←', '«', '‹', '>', '›', '»']);
    let on = view.symbol_any(mention.tokens.end, &['→', '»', '›']);
    month && (back || on)
}

/// "5 months ago", alone in its line: the age of what stands beside it.
pub(super) fn is_age(view: &View, mention: &Mention) -> bool {
    let opens = |at: usize| view.token(at).is_none_or(|token| token.gap >= Gap::Line);
    let start = mention.tokens.start;
    matches!(
        mention.time,
        Time::Shift {
            base: Base::Now,
            later: false,
            ..
        }
    ) && (start == view.start() || opens(start))
        && opens(mention.tokens.end)
}

/// "This was published 4 months ago", "about 2 years ago - ann - Direct link": the age of the page or of a post, amid what
/// its software writes there.
pub(super) fn notes_age(view: &View, mention: &Mention) -> bool {
    const NOTED: &[&str] = &["published", "posted", "updated", "edited", "modified"];
    const PAGES: &[&str] = &[
        "this", "article", "page", "story", "post", "topic", "thread", "last", "first", "it",
    ];
    const LONGEST: usize = 12;
    let aged = matches!(
        mention.time,
        Time::Shift {
            base: Base::Now,
            later: false,
            ..
        }
    );
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let opens = skip_marks(view, view.start());
    let noted = view.says_any(start.wrapping_sub(1), NOTED) && view.says_any(opens, PAGES);
    let parted = view.symbol_any(end, &['-', '–', '—', '|', '·', '•']);
    let buttons = (end..view.end()).find(|at| author::are_buttons(view, *at..view.end()));
    let closes = (end..view.end()).all(|at| view.symbol_any(at, &['.', ')']));
    aged && view.end() - view.start() <= LONGEST && (noted && closes || opens == start && parted && buttons.is_some())
}

/// "Uptime over the past 90 days", "99.9 % uptime / Today", "No incidents reported today.": what a status page writes of how
/// a service has been, below no stamp.
pub(super) fn tells_uptime(article: &Article, view: &View, mention: &Mention) -> bool {
    const NOTHING: &[&str] = &["incidents", "incident", "outages", "issues", "maintenance"];
    let sentence = &article.sentences[mention.sentence].tokens;
    let first = sentence.start;
    // "Uptime fell yesterday to a third" tells something.
    let label = view.says(first, "uptime") && view.says_any(first + 1, &["over", "for", "in", "during"]);
    let none = view.says(first, "no") && (first + 1..first + 4).any(|at| view.says_any(at, NOTHING));
    let reported = (first..mention.tokens.start).any(|at| view.says_any(at, &["reported", "scheduled", "planned"]));
    // The end of the bar that the days are drawn in, on a line of its own.
    let opens = |at: usize| view.token(at).is_none_or(|token| token.gap >= Gap::Line);
    let start = mention.tokens.start;
    let alone = mention.tokens.len() == 1 && view.says(start, "today") && opens(start) && opens(start + 1);
    let above = || {
        let at = |from: usize| article.tokens.get(from).map(|it| article.words(it.span));
        let mut above = (start.saturating_sub(3)..start).rev();
        above.any(|it| at(it).is_some_and(|word| word.eq_ignore_ascii_case("uptime")))
    };
    label || none && reported || alone && above()
}

/// "Close to the usual Saturday timetable", "took it for a normal Monday peak": any Saturday's. "Was back to normal Monday" tells
/// of that Monday.
pub(super) fn is_of_any_week(view: &View, mention: &Mention) -> bool {
    const USUAL: &[&str] = &[
        "usual", "normal", "regular", "typical", "ordinary", "average", "standard",
    ];
    const ITS: &[&str] = &["the", "a", "an", "its", "their", "our", "his", "her"];
    let weekday = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none()
        && matches!(point.day, Some(Day::Weekday { .. } | Day::SomeWeekday(_))));
    let start = mention.tokens.start;
    let usual = view.says_any(start.wrapping_sub(1), USUAL) && view.says_any(start.wrapping_sub(2), ITS);
    weekday && usual && view.case(mention.tokens.end) == Some(Case::Lower)
}

/// Words that tell how it is as a rule.
const OFTEN: &[&str] = &[
    "always",
    "usually",
    "often",
    "normally",
    "typically",
    "mostly",
    "generally",
    "hardly",
    "rarely",
    "seldom",
    "every",
];

/// "Wages are paid on a Friday", "where they usually are on a Sunday", "when it's that quiet on a Tuesday", "back in time for the
/// lunchtime rush": a day of any week, and what a part of any day is for.
pub(super) fn is_of_any(view: &View, mention: &Mention) -> bool {
    const LONGEST: usize = 3;
    const FURTHEST: usize = 8;
    const CROWDS: &[&str] = &["rush", "peak", "commute", "trade", "crowd", "shift"];
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let weekday = matches!(point.day, Some(Day::Weekday { picker: None, .. } | Day::SomeWeekday(_)));
    let day = (start.wrapping_sub(1)..end).find(|at| view.says_any(*at, &["a", "an"]));
    let each = |at: usize| {
        let before = |far: usize| at.saturating_sub(far).max(view.start())..at;
        // "It's" is two words.
        let when = |at: usize| view.says(at, "when") && view.says_any(at + 2, &["'s", "’s", "is"]);
        before(LONGEST).any(|at| view.says_any(at, &["is", "are"]))
            || before(FURTHEST).any(|at| view.says_any(at, OFTEN) || when(at))
    };
    // "Few days bring in less than a Tuesday"
    let compared = |at: usize| view.says_any(at.wrapping_sub(1), &["than", "like"]);
    let of_any_week = weekday && point.clock.is_none() && day.is_some_and(|at| each(at) || compared(at));
    let part = point.part.is_some() && point.day.is_none() && point.clock.is_none();
    let led = [start, start.wrapping_sub(1)].iter().any(|at| view.says(*at, "for"));
    of_any_week || part && led && (start..=end).any(|at| view.says_any(at, CROWDS))
}

/// "When something like today happens again": what it was like, and nothing of that day.
pub(super) fn is_likeness(view: &View, mention: &Mention) -> bool {
    let deictic = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_none() && matches!(point.day, Some(Day::Deictic(_))));
    let start = mention.tokens.start;
    let likened = view.says(start.wrapping_sub(1), "like")
        && view.says_any(
            start.wrapping_sub(2),
            &["something", "nothing", "anything", "day", "night"],
        )
        || view.says(start, "something") && view.says(start + 1, "like");
    deictic && likened
}

/// "I'm generally up around 5 a.m., having gone to bed at midnight": so it is on any day.
pub(super) fn is_of_every_day(view: &View, mention: &Mention) -> bool {
    const IS: &[&str] = &["am", "'m", "’m", "is", "'s", "’s", "are", "'re", "’re"];
    const FURTHEST: usize = 14;
    let clock = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_some() && !point.names_date());
    let start = mention.tokens.start;
    let mut before = start.saturating_sub(FURTHEST).max(view.start())..start;
    let often = |at: usize| view.says_any(at, IS) && view.says_any(at + 1, OFTEN) && !view.says(at + 1, "hardly");
    clock && before.any(often)
}

/// "In Toronto, where it was two hours later": how far apart two zones are.
pub(super) fn compares_zones(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let is = view.says_any(start.wrapping_sub(1), &["is", "was"]) && view.says(start.wrapping_sub(2), "it");
    matches!(mention.time, Time::Shift { .. }) && is && view.says(start.wrapping_sub(3), "where")
}

/// "It always hangs at night": of no night.
pub(super) fn is_habit(article: &Article, mention: &Mention) -> bool {
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let end = mention.tokens.end;
    let at_night = view.says(end - 1, "night") && view.says(end.wrapping_sub(2), "at");
    at_night && mention.tokens.len() <= 2 && (view.start()..end).any(|at| view.says_any(at, OFTEN))
}

/// "A counter overflows after 300 days", "each node restarts after an hour": how a thing works, at no time.
pub(super) fn is_law(article: &Article, mention: &Mention) -> bool {
    const FURTHEST: usize = 4;
    const ANY: &[&str] = &["a", "an", "any", "each", "every", "which"];
    const SOME: &[&str] = &["of", "few", "lot", "couple", "number", "series"];
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let after = (mention.tokens.start.wrapping_sub(1)..mention.tokens.end).find(|at| view.says(*at, "after"));
    let Some(verb) = after.and_then(|at| at.checked_sub(1)).filter(|at| *at > view.start()) else {
        return false;
    };
    let present = view.case(verb) == Some(Case::Lower) && view.text(verb).ends_with('s') && view.is_free_word(verb);
    let from = verb.saturating_sub(FURTHEST).max(view.start());
    let subject = (from..verb - 1).rev().find(|at| view.says_any(*at, ANY));
    let words = |from: usize| (from + 1..verb).all(|at| view.is_free_word(at) && !view.says_any(at, SOME));
    matches!(mention.time, Time::Shift { .. }) && present && subject.is_some_and(words)
}

/// "Put off to 31 July, being Saturday": what day of the week the day was that the words have named.
pub(super) fn explains_day(view: &View, mention: &Mention) -> bool {
    let weekday = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none() && point.part.is_none()
        && matches!(point.day, Some(Day::Weekday { picker: None, .. } | Day::SomeWeekday(_))));
    let first = mention.tokens.start;
    weekday && (view.says(first, "being") || view.says(first.wrapping_sub(1), "being"))
}

/// "Open Monday through Friday, 10 a.m. to 1 p.m. and 3 p.m. to 4 p.m.": the hours that an office keeps, week by week.
pub(super) fn within_hours(article: &Article, mention: &Mention) -> bool {
    const FURTHEST: usize = 24;
    const TO: &[&str] = &["to", "through", "thru", "until", "and"];
    let view = View::of(article, &article.sentences[mention.sentence].tokens);
    let to = |at: usize| view.symbol_any(at, &['-', '–']) || view.says_any(at, TO);
    let weekday = |at: usize| view.meaning(&view.lexicon.weekdays, at).is_some();
    let figure = |at: usize| matches!(view.kind(at), Some(Kind::Clock(_) | Kind::Number(_)));
    // A clock behind the two days, and within a few words the one to which it reaches.
    let hours = |at: usize| {
        let first = (at..at + 3).find(|at| figure(*at))?;
        let mark = (first + 1..first + 5).find(|at| to(*at))?;
        let led =
            (at..first).all(|at| view.symbol_any(at, &[',', '(', ':']) || view.says_any(at, &["from", "between"]));
        (led && figure(mark + 1)).then_some(())
    };
    let from = mention.tokens.start.saturating_sub(FURTHEST).max(view.start());
    let days = |at: usize| view.says_any(at, &["weekdays", "daily"]);
    // "Help desk hours this week: 7 a.m. to midnight."
    const KEPT: &[&str] = &["desk", "office", "opening", "business", "support", "library", "store"];
    let kept = |at: usize| view.says(at, "hours") && view.says_any(at.wrapping_sub(1), KEPT);
    let label = (from..mention.tokens.start).find(|at| kept(*at));
    let labelled = |label: usize| (label..mention.tokens.end).any(|at| view.symbol(at, ':'));
    if label.is_some_and(labelled) {
        return true;
    }
    if kept_on_days(&view, mention) || is_reached_within(&view, mention) {
        return true;
    }
    (from..mention.tokens.end).any(|at| {
        weekday(at) && to(at + 1) && weekday(at + 2) && hours(at + 3).is_some()
            || days(at) && figure(at + 1) && hours(at + 1).is_some()
    })
}

/// "For media enquiries: +254 20 555 0100 (0800–1700hrs)": the hours in which somebody is reached.
fn is_reached_within(view: &View, mention: &Mention) -> bool {
    const REACHED: &[&str] = &[
        "enquiries",
        "inquiries",
        "enquiry",
        "inquiry",
        "contact",
        "contacts",
        "phone",
        "tel",
        "telephone",
        "helpline",
        "hotline",
        "call",
        "ring",
        "queries",
    ];
    let hours = matches!(&mention.time, Time::Span { from, to, .. } if from.is_bare_clock() && to.is_bare_clock());
    let bracket = view.symbol(mention.tokens.start.wrapping_sub(1), '(') && view.symbol(mention.tokens.end, ')');
    let before = || view.start()..mention.tokens.start;
    let digits = before()
        .filter(|at| view.number(*at).is_some() || view.text(*at).starts_with('+'))
        .count();
    hours && bracket && digits >= 2 && before().any(|at| view.says_any(at, REACHED))
}

/// "(8am-8pm, seven days)", "9am to 5pm, Monday to Friday", "10:00-16:00 daily": a stretch of the clock, and the days on which
/// it is kept.
fn kept_on_days(view: &View, mention: &Mention) -> bool {
    let hours = matches!(&mention.time, Time::Span { from, to, .. } if from.is_bare_clock() && to.is_bare_clock());
    let days = view.skip(mention.tokens.end, ',');
    let weekday = |at: usize| view.meaning(&view.lexicon.weekdays, at).is_some();
    let to = |at: usize| view.symbol_any(at, &['-', '–']) || view.says_any(at, &["to", "through", "thru"]);
    let counted = view.says_any(days, &["seven", "7", "five", "5", "six", "6"]) && view.says(days + 1, "days");
    let every = view.says_any(days, &["daily", "weekdays", "term", "working"])
        || view.says(days, "every") && view.says(days + 1, "day");
    // "To Friday", behind "9am to 5pm, Monday".
    let start = mention.tokens.start;
    let first = if to(start) { start.saturating_sub(1) } else { start };
    let clock = first - usize::from(view.symbol(first.wrapping_sub(1), ','));
    let behind_hours = weekday(first)
        && to(first + 1)
        && weekday(first + 2)
        && (matches!(view.kind(clock.wrapping_sub(1)), Some(Kind::Clock(_)))
            || view.meaning(&view.lexicon.meridiems, clock.wrapping_sub(1)).is_some());
    // "ext. 4242 (8am-6pm)", "01970 555 018 (9am to 5.30pm)"
    let bracket = mention.tokens.start.wrapping_sub(1);
    let phone = view.symbol(bracket, '(')
        && view
            .number(bracket.wrapping_sub(1))
            .is_some_and(|number| number.digits >= 3)
        && view.symbol_any(mention.tokens.end, &[')', ',']);
    behind_hours || hours && (counted || every || phone || weekday(days) && to(days + 1) && weekday(days + 2))
}

/// "Open till 11.55 pm instead of 11.30 pm", "at six rather than at eight": when it did not happen.
pub(super) fn is_in_stead(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let clock = matches!(&mention.time, Time::Point { point, .. } if point.is_bare_clock());
    let instead = |of: usize| view.says(of, "of") && view.says(of.wrapping_sub(1), "instead");
    let rather = |than: usize| view.says(than, "than") && view.says(than.wrapping_sub(1), "rather");
    clock && (start.saturating_sub(1)..mention.tokens.end).any(|at| instead(at) || rather(at))
}

/// "That's all from us today", "That is it for tonight": with which who writes goes home.
pub(super) fn signs_off(article: &Article, mention: &Mention) -> bool {
    const LONGEST: usize = 9;
    let sentence = &article.sentences[mention.sentence].tokens;
    let view = View::of(article, sentence);
    let is = view.says_any(sentence.start + 1, &["is", "'s", "’s"]);
    let opens = view.says(sentence.start, "that") && is || view.says_any(sentence.start, &["that's", "that’s"]);
    let goes = |at: usize| at == mention.tokens.start || view.says_any(at, &["from", "for"]);
    let all = (sentence.start..sentence.start + 4).any(|at| view.says_any(at, &["all", "it"]) && goes(at + 1));
    let today = matches!(&mention.time, Time::Point { point, .. } if point.clock.is_none()
        && matches!(point.day, Some(Day::Deictic(0))));
    today && opens && all && sentence.len() <= LONGEST
}

/// "Our overnight alarms watch the site", "the night crew": who or what is there at night.
pub(super) fn is_of_nights(view: &View, mention: &Mention) -> bool {
    const WATCH: &[&str] = &[
        "alarm",
        "alarms",
        "team",
        "teams",
        "staff",
        "crew",
        "crews",
        "shift",
        "shifts",
        "desk",
        "guard",
        "cover",
        "operator",
        "operators",
        "engineer",
        "engineers",
    ];
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let led = view.says_any(start.wrapping_sub(1), &["the", "our", "its", "their", "an", "a", "no"]);
    let night = mention.tokens.len() == 1 && view.says_any(start, &["overnight", "night"]);
    night && led && view.says_any(end, WATCH)
}

/// "All times are GMT +2. The time now is 03:18 PM": when the page was looked at.
pub(super) fn is_clock_of_page(view: &View, mention: &Mention) -> bool {
    let clock = matches!(&mention.time, Time::Point { point, .. } if point.is_bare_clock());
    let is = mention.tokens.start.wrapping_sub(1);
    let now = view.says(is.wrapping_sub(1), "now") && view.says(is.wrapping_sub(2), "time");
    let current = view.says(is.wrapping_sub(1), "time") && view.says_any(is.wrapping_sub(2), &["current", "server"]);
    clock && (view.says(is, "is") || view.symbol(is, ':')) && (now || current)
}

/// "LISTEN • 4:07", "Watch (2:31)": how long a recording is.
pub(super) fn is_of_recording(view: &View, mention: &Mention) -> bool {
    const PLAY: &[&str] = &["listen", "watch", "play", "audio", "video", "duration", "runtime"];
    let clock = matches!(&mention.time, Time::Point { point, .. } if point.is_bare_clock());
    let first = skip_marks(view, view.start());
    let marks = |mut range: std::ops::Range<usize>| range.all(|at| matches!(view.kind(at), Some(Kind::Symbol(_))));
    clock
        && view.says_any(first, PLAY)
        && marks(first + 1..mention.tokens.start)
        && marks(mention.tokens.end..view.end())
}

/// "In preparation for the July 11 drill", "ahead of the 3 May vote": the day is in the name of what was to come, and no
/// story is told of it.
pub(super) fn names_what_is_ahead(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let bare = matches!(&mention.time, Time::Point { point, .. }
        if point.clock.is_none() && matches!(point.day, Some(Day::Date(date)) if date.year.is_none()));
    // "For the" may belong to the time already.
    let Some(the) = (start.saturating_sub(1)..mention.tokens.end).find(|at| view.says(*at, "the")) else {
        return false;
    };
    let readies = ["preparation", "preparing", "prepare", "prepared", "ready", "readiness"];
    let ahead = view.says(the.wrapping_sub(1), "for") && view.says_any(the.wrapping_sub(2), &readies)
        || view.says(the.wrapping_sub(1), "of") && view.says(the.wrapping_sub(2), "ahead");
    bare && ahead && view.case(mention.tokens.end) == Some(Case::Lower)
}
