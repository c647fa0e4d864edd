//! Days that are named and to which the story does not go: those of a document, a statement, a review, a feast, a noun.
//!
//! One would get wrong that a day moves the story: "she said on Thursday that" tells when somebody spoke of it.

use crate::article::span::Span;
use crate::article::token::{Gap, Kind};
use crate::lexicon::prose::Speech;
use crate::lexicon::relation::Relation;
use crate::normaliser::calendar::{Date, Wall};
use crate::parser::mention::{Mention, Time};
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Phase;
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

use super::Story;
use super::focus::{FURTHEST_RETOLD, Focus};

/// What is written, and named by the day on which it was.
const DOCUMENTS: &[&str] = &[
    "letter",
    "report",
    "statement",
    "notice",
    "memo",
    "post",
    "email",
    "e-mail",
    "tweet",
    "blog",
    "filing",
    "bulletin",
    "advisory",
    "announcement",
    "release",
    "article",
    "interview",
    "message",
    "briefing",
    "post-mortem",
    "postmortem",
    "video",
];

/// What a field of a report dates beside the outage: "Review date", "Due".
const REVIEWS: &[&str] = &[
    "review",
    "report",
    "retro",
    "retrospective",
    "postmortem",
    "meeting",
    "due",
    "target",
];

/// What looks into an outage, and comes out long after it.
const STUDIES: &[&str] = &[
    "inquiry",
    "investigation",
    "study",
    "audit",
    "findings",
    "paper",
    "document",
    "analysis",
];

/// What tells of an outage when it has been looked into.
const INTO_IT: &[&str] = &["report", "review", "retrospective", "postmortem", "post-mortem", "rca"];

/// What is told of an outage behind it.
const ACCOUNTS: &[&str] = &[
    "account",
    "explanation",
    "version",
    "reply",
    "response",
    "answer",
    "summary",
    "apology",
];

/// How such a thing comes to its readers: by itself, from its writers, in public.
const CAME: &[&str] = &["came", "arrived", "landed", "reached", "appeared"];
const SENT: &[&str] = &[
    "sent",
    "mailed",
    "emailed",
    "e-mailed",
    "circulated",
    "presented",
    "submitted",
    "filed",
    "shared",
];
const PUBLISHED: &[&str] = &["published", "released", "issued", "unveiled"];
// What is posted comes while the story is told, and so often takes it along.
const POSTED: &[&str] = &["posted", "tweeted"];

/// What is said with these besides the words of speech.
const SPEAKING: &[&str] = &[
    "spoke",
    "speaking",
    "interviewed",
    "briefed",
    "apologised",
    "apologized",
];

/// Days from which a story lies so far back that what is said of it now is of now.
const LONG_AGO: i64 = 28;

/// Words of speech that are as often deeds: "put the switch in on Sunday".
const DOING: &[&str] = &["put", "opened", "closed", "posted", "reported"];

impl Story<'_> {
    /// Whether a day is that of something else than the story, which does not go there.
    pub(super) fn is_told_aside(&self, point: &Point, mention: &Mention, date: Date) -> bool {
        self.is_far_feast(point, date)
            || self.is_field(mention)
            || self.dates_a_statement(mention)
            || self.dates_a_source(mention)
            || self.dates_a_review(mention)
            || self.closes_a_saying(point, mention, date)
            || self.told_since(point, mention, date)
            || self.is_brought_in(mention)
            || self.dates_a_publication(point, mention)
            || self.dates_its_coming(point, mention)
            || self.dates_a_level(mention)
    }

    /// "Down to 1,400 this morning, from 26,000 on Thursday night": when it was as many.
    fn dates_a_level(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 12;
        let sentence = self.article.sentences[mention.sentence].tokens.start;
        let from = mention.tokens.start.saturating_sub(FURTHEST).max(sentence + 1);
        let comma = |at: usize| self.article.tokens[at].kind == Kind::Symbol(',');
        let view = View::of(self.article, &(sentence..mention.tokens.start));
        let level = |at: &usize| comma(at - 1) && self.says(*at, &["from"]) && view.number(at + 1).is_some();
        let level = (from..mention.tokens.start).rev().find(level);
        level.is_some_and(|level| !(level..mention.tokens.start).any(comma)) && self.focus.is_some()
    }

    /// "According to a review published yesterday", which opens a report of what was months ago: the day is the review's.
    pub(super) fn dates_a_publication(&self, point: &Point, mention: &Mention) -> bool {
        const FURTHEST: usize = 4;
        let start = mention.tokens.start;
        // "In a report sent to its customers on Tuesday"
        let sent = |at: &usize| self.says(*at, SENT) && (*at + 1 == start || self.says(at + 1, &["to"]));
        let sent = (start.saturating_sub(FURTHEST)..start).rev().find(sent);
        let verb = sent.unwrap_or_else(|| start.wrapping_sub(1));
        let mut near = verb.saturating_sub(FURTHEST)..verb;
        let of = |at: usize| self.says(at, DOCUMENTS) || self.says(at, REVIEWS) || self.says(at, STUDIES);
        let told = (sent.is_some() || self.says(verb, PUBLISHED)) && near.any(of);
        // "Down for three hours on 8 May, it published its report on Wednesday": what looks into an outage comes after it.
        let floor = self.article.sentences[mention.sentence].tokens.start;
        let before = start.saturating_sub(2 * FURTHEST).max(floor)..start;
        let verb = before.rev().find(|at| self.says(*at, PUBLISHED));
        let into = |at: usize| self.says(at, STUDIES) || self.says(at, INTO_IT);
        let published = verb.is_some_and(|verb| (verb + 1..start).any(into));
        point.clock.is_none() && (told || published)
    }

    /// "Their own account, which came by post on Friday, is that the belt stopped at 8:37": the day on which it came.
    fn dates_its_coming(&self, point: &Point, mention: &Mention) -> bool {
        const FURTHEST: usize = 6;
        let start = mention.tokens.start;
        let floor = start
            .saturating_sub(FURTHEST)
            .max(self.article.sentences[mention.sentence].tokens.start);
        let relative = (floor..start).rev().find(|at| self.says(*at, &["which", "that"]));
        let Some(relative) = relative.filter(|_| point.clock.is_none()) else {
            return false;
        };
        let mut antecedent = relative.saturating_sub(3)..relative;
        let of = |at: usize| self.says(at, DOCUMENTS) || self.says(at, STUDIES) || self.says(at, ACCOUNTS);
        let came = |at: usize| [CAME, SENT, PUBLISHED, POSTED].iter().any(|words| self.says(at, words));
        (relative + 1..start).any(came) && antecedent.any(of)
    }

    /// "A channel that we closed at New Year", told of February.
    pub(super) fn is_far_feast(&self, point: &Point, date: Date) -> bool {
        let far = |focus: Focus| date.days_until(focus.date).abs() > FURTHEST_RETOLD;
        // "Shut on New Year's Day … back at 4 p.m. that day".
        let that_day = point.day.is_some() && self.feast == Some(date);
        (that_day || matches!(point.day, Some(Day::Holiday { .. }))) && self.focus.is_some_and(far)
    }

    /// Whether a day stands with a noun that the story brings in from elsewhere, and does not go there.
    fn is_brought_in(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        let behind = [start.wrapping_sub(1), start]
            .iter()
            .any(|at| self.says(*at, &["after", "following", "since"]));
        let elsewhere = (self.focus.is_some() || behind) && !self.introduces(mention);
        self.dates_a_document(mention) || self.owns_noun(mention) && elsewhere && !self.opens_with_trouble(mention)
    }

    /// "Friday's storms knocked out the data centre", at the front of a paragraph: the story has come to the day.
    fn opens_with_trouble(&self, mention: &Mention) -> bool {
        let block = &self.article.blocks[self.article.sentences[mention.sentence].block];
        let began = |it: &Statement| it.phase == Phase::Started && it.sure && !it.history;
        block.tokens.start == mention.tokens.start && self.statement_of(mention).is_some_and(began)
    }

    /// "A timeline of yesterday's outage:": what stands below is of that day.
    pub(super) fn introduces(&self, mention: &Mention) -> bool {
        let block = &self.article.blocks[self.article.sentences[mention.sentence].block];
        self.article.tokens[block.tokens.end - 1].kind == Kind::Symbol(':')
    }

    /// "Monday's outage": the day is its noun's.
    pub(super) fn owns_noun(&self, mention: &Mention) -> bool {
        self.says(mention.tokens.end, &["'s", "’s"])
    }

    /// "According to a May 28 letter": the day is that of the letter, and the story does not go there.
    fn dates_a_document(&self, mention: &Mention) -> bool {
        // "In its interim report, dated 23 October"
        let start = mention.tokens.start;
        if [start.wrapping_sub(1), start]
            .iter()
            .any(|at| self.says(*at, &["dated"]))
        {
            return true;
        }
        // "Thank you for your letter of 26 February"
        let own = &["a", "an", "the", "its", "their", "his", "her", "s"];
        self.is_hung_on(mention, DOCUMENTS, &["of"])
            || self.says(start.wrapping_sub(1), own) && self.says(mention.tokens.end, DOCUMENTS)
    }

    /// "Restored the dump of Wednesday 03:00", "rolled back to the snapshot from 2 a.m.": when a copy was made, and the story
    /// stays where it is.
    pub(super) fn dates_a_copy(&self, mention: &Mention) -> bool {
        const COPIES: &[&str] = &["backup", "backups", "dump", "snapshot", "snapshots", "copy", "image"];
        self.is_hung_on(mention, COPIES, &["of", "from"])
    }

    /// Whether a time hangs by a preposition, its own or one before it, on one of these nouns.
    fn is_hung_on(&self, mention: &Mention, nouns: &[&str], prepositions: &[&str]) -> bool {
        let start = mention.tokens.start;
        let by = [start, start.wrapping_sub(1)]
            .into_iter()
            .find(|at| self.says(*at, prepositions));
        by.is_some_and(|by| self.says(by.wrapping_sub(1), nouns))
    }

    /// “We had a queue”, she told reporters this morning: who speaks does so today, the story stays on the day before.
    fn closes_a_saying(&self, point: &Point, mention: &Mention, date: Date) -> bool {
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let mark =
            |at: usize, marks: &[char]| matches!(self.article.tokens[at].kind, Kind::Symbol(c) if marks.contains(&c));
        let mut rest = mention.tokens.end..sentence.end;
        let behind = matches!(point.day, Some(Day::Deictic(0)))
            && point.clock.is_none()
            && self.focus.is_some_and(|f| f.date < date)
            && rest.all(|at| mark(at, &['.']));
        let quote = sentence.clone().take_while(|at| *at < mention.tokens.start);
        let quote = quote.filter(|at| mark(*at, &['"', '”'])).last();
        behind && quote.is_some_and(|quote| (quote..mention.tokens.start).any(|at| self.speaks(at)))
    }

    /// "She told reporters on Thursday that a vendor's update was the cause", told of Wednesday: who speaks does so since, and
    /// the story stays where it is.
    fn told_since(&self, point: &Point, mention: &Mention, date: Date) -> bool {
        let day =
            point.clock.is_none() && matches!(point.day, Some(Day::Weekday { .. } | Day::Deictic(0) | Day::Date(_)));
        let since = self
            .focus
            .is_some_and(|f| f.firm && (0..=FURTHEST_RETOLD).contains(&f.date.days_until(date)));
        // "The inquest heard on Tuesday", of what was months before.
        let long_ago = self.focus.is_some_and(|f| f.firm && f.date.days_until(date) > LONG_AGO);
        let of_late = || long_ago && self.said_of_late(mention);
        day && (since && self.is_of_saying(mention) || of_late())
    }

    /// Whether the verb before a time, and nearest to it, is one of saying: "told analysts on a call Thursday".
    pub(super) fn is_of_saying(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 8;
        let from = self.article.sentences[mention.sentence].tokens.start;
        let near = mention.tokens.start.saturating_sub(FURTHEST).max(from)..mention.tokens.start;
        let view = View::of(self.article, &near);
        for at in near.clone().rev() {
            let word = view.text(at);
            // "Spoke to the paper's editor on Tuesday"
            if view.says_any(at, &["'s", "’s"]) {
                continue;
            }
            if matches!(view.phrase(&view.lexicon.speech, at), Some((Speech::Verb, _))) && !view.says_any(at, DOING) {
                return true;
            }
            // "The court heard on Tuesday", but "we heard nothing until Tuesday".
            if SPEAKING.contains(&word) || word == "heard" && at + 1 == mention.tokens.start {
                return true;
            }
            let mark = matches!(self.article.tokens[at].kind, Kind::Symbol(_));
            if mark || word.ends_with("ed") || view.meaning(&view.lexicon.tenses, at).is_some() {
                return false;
            }
        }
        false
    }

    /// "Review date: May 28" among the fields of a report: what is below it is not of that day.
    fn dates_a_review(&self, mention: &Mention) -> bool {
        let mark = |at: &usize| matches!(self.article.tokens[*at].kind, Kind::Symbol(_));
        let block = self.article.sentences[mention.sentence].block;
        let from = self.article.blocks[block].tokens.start;
        let words = || (from..mention.tokens.start).rev().skip_while(mark);
        let Some(last) = words().next() else { return false };
        let of = if self.says(last, &["date"]) {
            last.saturating_sub(1)
        } else {
            last
        };
        words().count() <= 3 && self.says(of, REVIEWS)
    }

    /// "It said in a statement Thursday", told of another day: the day is that of the statement.
    fn dates_a_statement(&self, mention: &Mention) -> bool {
        const LONGEST: usize = 4;
        let start = mention.tokens.start;
        let document = self.says(start.wrapping_sub(1), DOCUMENTS);
        let floor = start.saturating_sub(LONGEST);
        let led = || {
            (floor..start)
                .any(|at| self.says(at, &["in", "via", "on"]) && self.says(at + 1, &["a", "an", "its", "their"]))
        };
        let from = self.article.sentences[mention.sentence].tokens.start;
        self.focus.is_some() && document && led() && (from..start).any(|at| self.speaks(at))
    }

    /// "In a letter to the commission sent at 4 p.m. Wednesday, it said": when the letter was sent, and the story stays where it
    /// is, with its clocks.
    pub(super) fn dates_a_letter(&self, mention: &Mention) -> bool {
        const FURTHEST: usize = 8;
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let verb = mention.tokens.start.wrapping_sub(1);
        let document = |at: &usize| self.says(*at, DOCUMENTS) || self.says(*at, STUDIES);
        let letter = (verb.saturating_sub(FURTHEST).max(sentence.start)..verb)
            .rev()
            .find(document);
        let led = |letter: usize| {
            (letter.saturating_sub(3).max(sentence.start)..letter)
                .any(|at| self.says(at, &["in", "to"]) && self.says(at + 1, &["a", "an", "its", "their"]))
        };
        [SENT, PUBLISHED, POSTED].iter().any(|words| self.says(verb, words))
            && letter.is_some_and(led)
            && sentence
                .clone()
                .any(|at| !mention.tokens.contains(&at) && self.speaks(at) && at != verb)
    }

    /// "In a statement issued on Thursday it said that all was paid overnight": the night is counted from the letter's day.
    pub(super) fn night_of_letter(&self, mention: &Mention) -> Option<Date> {
        let overnight = |m: &Mention| matches!(&m.time, Time::Point { point, .. } if point.day == Some(Day::Overnight));
        let letter = self
            .beside(mention)
            .iter()
            .any(|m| m.tokens.end <= mention.tokens.start && self.dates_a_letter(m));
        self.named.filter(|_| overnight(mention) && letter)
    }

    /// "When we walked through it on 9 October at 15:00", told of the 2nd: when an outage was talked over, days later.
    pub(super) fn dates_its_review(&self, focus: Focus, mention: &Mention, date: Date) -> bool {
        const TALKED: &[&str] = &["reviewed", "discussed", "met", "debriefed"];
        const WENT: &[&str] = &["walked", "went", "talked", "looked"];
        const OVER: &[&str] = &["through", "over"];
        let from = self.article.sentences[mention.sentence].tokens.start;
        let talked = |at: usize| self.says(at, TALKED) || self.says(at, WENT) && self.says(at + 1, OVER);
        let held = |at: usize| self.says(at, REVIEWS) && self.says(at + 1, &["was", "took", "on", "of", "met"]);
        let days_later = focus.date.days_until(date) > FURTHEST_RETOLD;
        days_later && (from..mention.tokens.start).any(|at| talked(at) || held(at))
    }

    /// "In the first outage, on March 1, both cables were cut": whether a sentence opens with another outage and its day.
    pub(super) fn opens_with_other(&self, mention: &Mention) -> bool {
        const LONGEST: usize = 8;
        const LEADS: &[&str] = &["in", "during", "the", "its", "that", "an", "a"];
        let before = self.article.sentences[mention.sentence].tokens.start..mention.tokens.start;
        let view = View::of(self.article, &before);
        let verb = |at: usize| view.meaning(&view.lexicon.tenses, at).is_some() || view.text(at).ends_with("ed");
        let leads = !before.is_empty() && view.says_any(before.start, LEADS) && before.len() <= LONGEST;
        leads && mention.relation != Relation::Since && self.names_trouble(before.clone()) && !before.clone().any(verb)
    }

    /// Whether a paragraph that opened so has told a time of that day.
    pub(super) fn is_of_other(&self, mention: &Mention, at: Wall) -> bool {
        let block = self.article.sentences[mention.sentence].block;
        self.far_paragraph == Some((block, at.date()))
    }

    /// "According to a timeline that it filed with the regulator on May 28, the pump failed": the day is its source's.
    fn dates_a_source(&self, mention: &Mention) -> bool {
        let from = self.article.sentences[mention.sentence].tokens.start;
        let comma = |at: &usize| self.article.tokens[*at].kind == Kind::Symbol(',');
        let mut source = (from..mention.tokens.start).rev().take_while(|at| !comma(at));
        self.focus.is_some() && source.any(|at| self.says(at, &["according"]) && self.says(at + 1, &["to"]))
    }

    /// "2021-10-04T15:26Z,2021-10-04T16:10Z,…": the second stamp of a row, which goes on with the first.
    fn is_field(&self, mention: &Mention) -> bool {
        let comma = mention.tokens.start.wrapping_sub(1);
        let token = |at: usize| self.article.tokens.get(at);
        token(mention.tokens.start).is_some_and(|token| token.gap == Gap::None)
            && token(comma).is_some_and(|token| token.kind == Kind::Symbol(','))
            && self.beside(mention).iter().any(|other| other.tokens.end == comma)
    }

    /// "Nobody saw it until May 3, when a pump failed": the story has come to the day.
    pub(super) fn tells_when(&self, mention: &Mention) -> bool {
        let at = mention.tokens.end;
        let comma = matches!(self.article.tokens.get(at), Some(token) if token.kind == Kind::Symbol(','));
        self.says(at + usize::from(comma), &["when"])
    }

    /// "That did no harm until Thursday. At 9:40 …": what was not until a day was then, and the story has come to it.
    pub(super) fn was_not_until(&self, mention: &Mention) -> bool {
        const NONE: &[&str] = &[
            "no", "not", "nothing", "nobody", "never", "none", "didn't", "didn’t", "wasn't", "wasn’t",
        ];
        let sentence = &self.article.sentences[mention.sentence].tokens;
        let closes =
            (mention.tokens.end..sentence.end).all(|at| matches!(self.article.tokens[at].kind, Kind::Symbol(_)));
        // "No check on expiry, only on the leaf (it was good until 14 March)": what a bracket says is its own.
        let bracket = |at: &usize| self.article.tokens[*at].kind != Kind::Symbol('(');
        let mut before = (sentence.start..mention.tokens.start).rev().take_while(bracket);
        closes && mention.relation == Relation::Until && before.any(|at| self.says(at, NONE))
    }

    /// "Ferries lay idle, with sailings resuming on Friday morning": what is hung onto a sentence looks ahead of the story.
    pub(super) fn hangs_on(&self, mention: &Mention) -> bool {
        const LONGEST: usize = 12;
        let sentence = self.article.sentences[mention.sentence].tokens.start;
        let floor = mention.tokens.start.saturating_sub(LONGEST).max(sentence + 1);
        let hung = |at: usize| self.says(at, &["with"]) && self.article.tokens[at - 1].kind == Kind::Symbol(',');
        let Some(with) = (floor..mention.tokens.start).rev().find(|at| hung(*at)) else {
            return false;
        };
        (with + 1..mention.tokens.start).any(|at| {
            let token = &self.article.tokens[at];
            matches!(token.kind, Kind::Word { .. }) && self.article.words(token.span).ends_with("ing")
        })
    }

    /// "Declared an emergency at 7:15, which was lifted on Tuesday night": what came of a thing much later is told beside it,
    /// and the story stays.
    pub(super) fn ends_what_it_names(&self, mention: &Mention, statement: &Statement) -> bool {
        const LONGEST: usize = 8;
        let sentence = self.article.sentences[mention.sentence].tokens.start;
        let floor = mention.tokens.start.saturating_sub(LONGEST).max(sentence + 1);
        let comma = |at: usize| self.article.tokens[at].kind == Kind::Symbol(',');
        let last = (floor..mention.tokens.start).rev().find(|at| comma(*at));
        let which = last.is_some_and(|at| self.says(at + 1, &["which"]) && self.says(at + 2, &["was", "were"]));
        which
            && Self::tells_return(statement)
            && self.clock_beside(mention).is_some_and(|(_, at)| Some(at) == self.last)
    }

    /// "Hit on Friday, hours after a change on Thursday": whether "after" stands between words and a time behind them.
    pub(super) fn after_between(&self, words: Span, mention: &Mention) -> bool {
        let from = self
            .article
            .tokens
            .partition_point(|token| token.span.start() < words.end());
        let between = self.article.tokens.get(from..mention.tokens.start).unwrap_or_default();
        between.iter().any(|token| {
            let word = self.article.words(token.span);
            ["after", "following", "since"]
                .iter()
                .any(|it| word.eq_ignore_ascii_case(it))
        })
    }

    /// Whether somebody is reported to look back: "the company said that the service had been moved".
    pub(super) fn tells_back(&self, statement: &Statement) -> bool {
        let lexicon = crate::lexicon::lexicon();
        let mut said = false;
        self.article.tokens[statement.clause.clone()].iter().any(|token| {
            if let Kind::Word { id, .. } = token.kind {
                said |= lexicon.speech.begins(id);
            }
            said && self.article.words(token.span).eq_ignore_ascii_case("had")
        })
    }
}
