//! Mentions → statements: the clause that each dates, its phase, services, speaker, and what its length is laid
//! off from.
//!
//! One would get wrong that a time may date a happening told elsewhere: "about six hours after its products went
//! down" holds a second happening, which is looked for in the rest of the text before it is taken for a new one.

pub mod act;
mod argument;
mod around;
pub mod base;
mod beside;
mod booking;
pub mod classify;
pub mod clause;
pub mod course;
mod examples;
mod follow_up;
mod habit;
mod hanging;
mod head;
pub mod judge;
pub mod kind;
mod loss;
pub mod mark;
pub mod modality;
pub mod name;
mod namesake;
mod no_service;
mod notification;
mod occasion;
mod opening;
mod outcome;
mod owner;
mod partial;
pub mod predicate;
mod recent;
mod record;
mod recurrence;
mod remedy;
mod retelling;
mod sense;
mod severity;
mod short_form;
mod speaker;
mod spelt;
mod standing;
pub mod stretch;
pub mod summary;
mod tally;
pub mod term;
mod undated;

use std::ops::Range;

use crate::article::Article;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::lexicon::time::Picker;
use crate::lexicon::unit::Unit;

use super::aged;
use super::author;
use super::columns;
use super::label::label_before;
use super::layout::{Layout, Role};
use super::mention::{Base, Mention, Time};
use super::post;
use super::time::expression::{Day, Point, Timex};
use super::time::view::View;
use classify::Question;
use kind::{Modality, Phase};

/// One happening, with what the text says of its time.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Index of the mention that dates it; `None` where nothing does.
    pub mention: Option<usize>,
    /// The sentence or the entry, in bytes.
    pub sentence: Span,
    /// The clause, as tokens.
    pub clause: Range<usize>,
    /// The clause in the words of the text, without its time words.
    pub summary: String,
    /// What it says of an outage.
    pub phase: Phase,
    /// Whether words of the field said so.
    pub sure: bool,
    /// What they voted for.
    pub votes: classify::Tally,
    /// Whether a label leaves no choice.
    pub settled: bool,
    /// Whether it happened.
    pub modality: Modality,
    /// Whether it is plainly told of another outage.
    pub history: bool,
    /// Names as the text has them.
    pub services: Vec<String>,
    /// Who says it.
    pub speaker: Option<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// What its length is laid off from, where a happening is named.
    pub base: Option<Link>,
    /// Index of the statement before it that tells the same happening with another time ("at 5:50 p.m., six hours after …").
    pub twin: Option<usize>,
    /// The statement that tells the same happening with another time.
    pub retells: Option<Link>,
    /// The part its mention plays.
    pub role: Role,
}

impl Statement {
    /// Whether its time heads an entry rather than standing in prose.
    pub fn is_entry(&self) -> bool {
        matches!(self.role, Role::Entry { .. })
    }

    /// Settles that it comes after the outage, whatever its words vote for.
    fn settle_as_aftermath(&mut self) {
        const SAID_OUTRIGHT: i32 = 72;
        self.votes = [0; Phase::ALL.len()];
        self.votes[Phase::Aftermath as usize] = SAID_OUTRIGHT;
        self.phase = Phase::Aftermath;
        self.settled = true;
    }
}

/// The statement that a length is laid off from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link(pub usize);

/// Makes a statement of every mention that dates something, and of what lengths are laid off from.
pub fn statements(article: &Article, timexes: &[Timex], mentions: &[Mention], layout: &Layout) -> Vec<Statement> {
    let names = name::Names::of(article, timexes, layout);
    let mut out: Vec<Statement> = Vec::with_capacity(mentions.len());
    let mut at = 0;
    while at < mentions.len() {
        let sentence = mentions[at].sentence;
        let end = at + mentions[at..].iter().take_while(|m| m.sentence == sentence).count();
        in_sentence(article, timexes, mentions, layout, at..end, &names, &mut out);
        at = end;
    }
    below_due(article, mentions, &mut out);
    undated::add(article, timexes, mentions, layout, &names, &mut out);
    follow_up::settle(article, mentions, &mut out);
    term::settle(article, mentions, &mut out);
    loss::settle(article, mentions, &mut out);
    partial::settle(article, &mut out);
    course::settle(mentions, &mut out);
    twins_ahead(article, mentions, &mut out);
    base::link(article, mentions, &mut out);
    retelling::link(article, mentions, &mut out);
    split_times(mentions, &mut out);
    summary::complete(article, mentions, &mut out);
    out
}

/// "| Replace the old disks | Bob | end of March |" below "Due": nobody has done that yet.
fn below_due(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for statement in statements {
        let Some(mention) = statement.mention.map(|at| &mentions[at]) else {
            continue;
        };
        let block = article.sentences[mention.sentence].block;
        if columns::is_to_come(article, block, mention.tokens.start) {
            statement.modality = Modality::Expected;
        }
    }
}

/// "On 4 October 2021 the database failed at 11:40 UTC.", "… was slow from 11:40 to 12:10.": one time in two pieces
/// around what it dates.
fn split_times(mentions: &[Mention], statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let [first, second] = &mut statements[at - 1..=at] else {
            continue;
        };
        let (Some(date), Some(clock)) = (first.mention, second.mention) else {
            continue;
        };
        // "On 4 October it missed its opening time of 10am": the clock is the noun's.
        let of_noun = mentions[clock].partitive;
        let (
            Time::Point {
                point: date,
                also: more,
            },
            Time::Point { point: clock, .. } | Time::Span { from: clock, .. },
        ) = (&mentions[date].time, &mentions[clock].time)
        else {
            continue;
        };
        let in_two = date.clock.is_none() && more.is_empty() && clock.clock.is_some() && clock.day.is_none();
        let in_two = in_two && !of_noun;
        if first.sentence != second.sentence || !in_two || second.retells.is_some() {
            continue;
        }
        // "On Tuesday the tills failed at 9:40 and were back by noon": both stand around one clause.
        if first.clause == second.clause {
            second.retells = Some(Link(at - 1));
            second.modality = first.modality;
        } else if second.summary.is_empty() {
            second.retells = Some(Link(at - 1));
            second.summary.clone_from(&first.summary);
            second.phase = first.phase;
            second.sure = first.sure;
            second.votes.clone_from(&first.votes);
            second.modality = first.modality;
            second.clause.clone_from(&first.clause);
        }
    }
}

/// Whether a time names a clock, or is laid off from another moment.
pub(super) fn has_clock(mention: &Mention) -> bool {
    match &mention.time {
        Time::Point { point, .. } | Time::Span { from: point, .. } => point.clock.is_some(),
        Time::Shift { length, .. } => length.finest() < Unit::Day,
        Time::Length(_) => false,
    }
}

/// Whether a mention can date a happening.
fn dates(mention: &Mention) -> bool {
    match &mention.time {
        // "the night the clocks go back" names a night, "in the night" dates by it.
        Time::Point { point, .. } if point.day.is_none() && point.clock.is_none() && point.edge.is_none() => {
            mention.led && !mention.partitive || point.part.is_some_and(|p| p.edge.is_some())
        }
        Time::Point { point, .. } => !is_vast(point),
        Time::Shift { length, .. } => length.finest() < Unit::Decade,
        Time::Span { .. } => true,
        Time::Length(_) => false,
    }
}

/// "this year", "this month", a decade: too wide to date a happening, unless it is told where in it.
fn is_vast(point: &Point) -> bool {
    match point.day {
        Some(Day::Decade(_) | Day::Century(_)) => true,
        Some(Day::Unit {
            unit,
            picker: Picker::This | Picker::Same,
        }) => unit >= Unit::Week && point.edge.is_none(),
        Some(Day::Season {
            year: None,
            picker: Some(Picker::This),
            ..
        }) => point.edge.is_none(),
        _ => false,
    }
}

/// "Is due this week", "apologised this month", "will publish it this week": whether a verb happens in what is otherwise
/// too wide to date by. "The third outage this week" counts, and "this week has been hard" tells of the week.
fn is_of_week(view: &View, mention: &Mention) -> bool {
    let Time::Point { point, .. } = &mention.time else {
        return false;
    };
    let week = matches!(
        point.day,
        Some(Day::Unit {
            unit: Unit::Week | Unit::Month,
            picker: Picker::This
        })
    );
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = start.wrapping_sub(1);
    let closes = !matches!(
        view.kind(end),
        Some(Kind::Word { .. } | Kind::Number(_) | Kind::Symbol('-'))
    ) || view.meaning(&view.lexicon.function_words, end).is_some();
    let set = view.says_any(before, &["due", "expected", "scheduled", "planned"]);
    let told = view.is_free_word(before) && view.text(before).ends_with("ed")
        || view.meaning(&view.lexicon.tenses, before) == Some(Tense::Past)
            && view.phrase(&view.lexicon.verbs, before).is_some();
    // "Is to publish its report this week"
    let mark = |at: &usize| !matches!(view.kind(*at), Some(Kind::Symbol(',' | ';' | ':' | '.' | '”' | '"')));
    let ahead = (view.start()..start).rev().take_while(mark).any(|at| {
        let to = view.says(at + 1, "to");
        view.says_any(at, &["will", "'ll", "’ll"])
            || to
                && view.says_any(
                    at,
                    &[
                        "is", "are", "hopes", "hope", "plans", "plan", "expects", "expect", "aims",
                    ],
                )
    });
    week && closes && point.edge.is_none() && (set || told || ahead)
}

/// "On a typical Saturday", "it was quiet for a Friday night", "for most of a Sunday": no such day in particular.
fn is_any_day(view: &View, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let usual = |at: usize| view.says_any(at, &["typical", "normal", "ordinary"]);
    let share = mention.partitive && view.after_any(start, &["most", "much", "part", "half"]);
    let measures = view.says(start, "for") || view.after_any(start, &["for"]);
    matches!(&mention.time, Time::Point { point, .. } if matches!(point.day, Some(Day::SomeWeekday(_))))
        && (measures || share || mention.tokens.clone().any(usual))
}

/// Whether a time dates a text that is told by the layout, and no clause.
fn heads_or_signs(role: &Role) -> bool {
    match role {
        Role::Entry { .. } => true,
        Role::Signature { text } => !text.is_empty(),
        _ => false,
    }
}

fn in_sentence(
    article: &Article,
    timexes: &[Timex],
    mentions: &[Mention],
    layout: &Layout,
    range: Range<usize>,
    names: &name::Names,
    out: &mut Vec<Statement>,
) {
    let sentence = &article.sentences[mentions[range.start].sentence];
    let view = View::of(article, &sentence.tokens);
    let habit = habit::tells(&view, timexes, sentence);
    let told_from = layout.told_from(&sentence.tokens);
    let dates = |mention: &Mention| {
        let none = mention.tokens.start < told_from
            || owner::dates_nothing(&view, mention)
            || occasion::is_one(&view, mention)
            || booking::is_one(&view, mention)
            || is_any_day(&view, mention)
            || namesake::names_thing(&view, mention)
            || habit::hangs_on(&view, timexes, mention);
        (dates(mention) || is_of_week(&view, mention)) && !none && !(habit && habit::can_be_kept(mention))
    };
    let dating: Vec<usize> = range
        .clone()
        .filter(|i| dates(&mentions[*i]) && !heads_or_signs(&layout.roles[*i]))
        .filter(|i| layout.field(*i).is_none())
        .collect();
    let refs: Vec<&Mention> = dating.iter().map(|i| &mentions[*i]).collect();
    let entry_end = range
        .clone()
        .filter(|i| matches!(layout.roles[*i], Role::Entry { .. }))
        .map(|i| mentions[i].tokens.end)
        .max();
    let inner = View::narrowed(&view, entry_end.unwrap_or(told_from));
    // "It began at 6:10 p.m. — Net Watch (@netwatch) September 6, 2019": who signs it says nothing.
    let mut signatures = range
        .clone()
        .filter(|i| matches!(layout.roles[*i], Role::Signature { .. }));
    let signature = signatures.find_map(|i| post::signature(article, &mentions[i]));
    let inner = match signature {
        Some(dash) if inner.start() < dash => View::cut(&inner, dash),
        _ => inner,
    };
    let clauses = clause::clauses(&inner, &refs);
    let mut of_prose = dating.iter().zip(clauses);
    let said_by = speaker::speaker(article, timexes, &sentence.tokens)
        .or_else(|| written_by(article, layout, mentions, sentence.block));
    for index in range {
        let mention = &mentions[index];
        if let Role::Entry { text } = &layout.roles[index] {
            out.push(Statement {
                speaker: written_by(article, layout, mentions, sentence.block),
                ..entry(article, mention, index, text, names)
            });
            continue;
        }
        if let role @ Role::Signature { text } = &layout.roles[index]
            && !text.is_empty()
        {
            out.push(Statement {
                role: role.clone(),
                speaker: post::author(article, mention),
                ..entry(article, mention, index, text, names)
            });
            continue;
        }
        if let Some(field) = layout.field(index) {
            out.push(of_field(
                entry(article, mention, index, &field.text, names),
                field.phase,
            ));
            continue;
        }
        if !dates(mention) {
            continue;
        }
        let Some((_, clause)) = of_prose.next() else { continue };
        let said = speaker::said(article, sentence.block, clause.clone());
        let clause = if said.is_empty() { clause } else { said };
        let clause = owner::brought_in(&view, mention).unwrap_or(clause);
        // "The outage comes a week after its rival failed": what is dated is the failing.
        let came_before = mention.time.before_outage();
        let clause = came_before.cloned().unwrap_or(clause);
        let core = clause::core(&view, &clause, &mention.tokens);
        let except = match &mention.time {
            Time::Shift {
                base: Base::Happening(words),
                ..
            } => words.clone(),
            _ => mention.tokens.clone(),
        };
        let reading = classify::read(
            &view,
            Question {
                except: &except,
                clause: &clause,
                core: &core,
                around: &sentence.tokens,
                skip: &mention.tokens,
                relation: mention.relation,
                lasts: matches!(mention.time, Time::Span { .. }) && mention.relation != Relation::Somewhere,
                entry: false,
                clock: has_clock(mention),
            },
        );
        // “Late in the morning” of Thursday: a time that ends outside the marks is the writer's.
        let quoted = article.is_quoted(mention.tokens.start) && article.is_quoted(mention.tokens.end - 1);
        // Those of the same sentence are the last.
        let beside = |s: &Statement| s.mention.filter(|m| mentions[*m].sentence == mention.sentence);
        let twin = (0..out.len())
            .rev()
            .map_while(|at| Some((at, beside(&out[at])?)))
            .find(|(_, other)| twins(&view, &mentions[*other], mention))
            .map(|(at, _)| at);
        let planned_before = out
            .last()
            .filter(|last| beside(last).is_some())
            .is_some_and(|last| last.modality == Modality::Expected || modality::is_to(&view, &last.clause));
        let planned = planned_before && modality::goes_on(&view, &clause, &mention.tokens);
        let modality = if planned || article.is_unticked(sentence.block) {
            Modality::Expected
        } else {
            reading.modality
        };
        // "State: Solved Start Time: 18:45 End Time: 22:26": each label has its own time.
        let (label, clause) = match label_before(&inner, mention) {
            Some((phase, from)) => (Some(phase), from..mention.tokens.end),
            None => (None, clause),
        };
        let own = &mentions[mention_range(mentions, mention.sentence)];
        let whole = label.is_some() || head::shared(article, &clause, &sentence.tokens, own).is_some();
        let told = hanging::dated(&view, &clause, &core, mention, reading.phase).filter(|_| !whole);
        let told = told.as_ref().unwrap_or(&clause);
        out.push(Statement {
            mention: Some(index),
            sentence: sentence.span,
            summary: summary::of_clause(article, told, own),
            phase: label.unwrap_or(reading.phase),
            sure: label.is_some() || reading.sure,
            votes: reading.votes,
            settled: label.is_some(),
            modality,
            history: came_before.is_some()
                || reading.history && !record::breaks(&inner, &clause) && !recent::tells(&inner, &clause, mention),
            services: names.within(&clause),
            speaker: said_by.clone(),
            quoted,
            base: None,
            twin,
            retells: None,
            role: layout.roles[index].clone(),
            clause,
        });
    }
}

/// The mentions of a sentence.
pub fn mention_range(mentions: &[Mention], sentence: usize) -> Range<usize> {
    mentions.partition_point(|m| m.sentence < sentence)..mentions.partition_point(|m| m.sentence <= sentence)
}

/// "Two hours later, at 11:00 UTC": the clock that follows directly tells the same happening.
fn twins_ahead(article: &Article, mentions: &[Mention], statements: &mut [Statement]) {
    for at in 0..statements.len().saturating_sub(1) {
        let (Some(first), Some(second)) = (statements[at].mention, statements[at + 1].mention) else {
            continue;
        };
        let (first, second) = (&mentions[first], &mentions[second]);
        let shift = matches!(first.time, Time::Shift { base: Base::Focus, .. });
        let clock = matches!(&second.time, Time::Point { point, also } if point.clock.is_some() && also.is_empty() || !also.is_empty());
        let gap = first.tokens.end..second.tokens.start;
        let joined = gap.len() <= 1 && gap.clone().all(|i| article.tokens[i].kind == Kind::Symbol(','));
        if first.sentence == second.sentence && shift && clock && joined && statements[at].twin.is_none() {
            statements[at].twin = Some(at + 1);
        }
    }
}

/// Whether a shift directly behind another time dates the same happening: "at 5:50 p.m. Monday, about six hours after".
fn twins(view: &View, first: &Mention, second: &Mention) -> bool {
    let is_shift = matches!(
        &second.time,
        Time::Shift {
            base: Base::Happening(_) | Base::Focus | Base::Point(_),
            ..
        }
    );
    let gap = first.tokens.end..second.tokens.start;
    // "were back at 5.45pm, the bank said, nine hours after …": who says it stands between.
    let said = (3..=8).contains(&gap.len())
        && view.symbol(gap.start, ',')
        && view.symbol(gap.end - 1, ',')
        && gap.clone().any(|i| view.lexicon.speech.begins(view.word(i)))
        && gap.clone().filter(|i| view.symbol(*i, ',')).count() == 2;
    // "Came at 17:32, or 45 minutes after it all began"; "at 17:32 or two minutes later" is either of two.
    let mark = |at: usize| view.symbol_any(at, &[',', '–', '—', '(']);
    let measured = matches!(
        &second.time,
        Time::Shift {
            base: Base::Happening(_),
            ..
        }
    );
    // "Stopped early on Friday, only hours after they had been held up"
    const SAYS_SAME: &[&str] = &["or", "only", "just", "barely", "less", "within"];
    let in_other_words = measured && gap.len() == 2 && mark(gap.start) && view.says_any(gap.start + 1, SAYS_SAME);
    is_shift
        && matches!(first.time, Time::Point { .. })
        && (said || in_other_words || gap.len() <= 1 && gap.clone().all(mark))
}

/// The statement of an entry: its stamp dates its text.
fn entry(article: &Article, mention: &Mention, index: usize, text: &[Range<usize>], names: &name::Names) -> Statement {
    let at = article.sentences[mention.sentence].block;
    let mut text = text.to_vec();
    if let Some(first) = text.first_mut() {
        let words = columns::behind_kinds(article, at, first.clone());
        *first = severity::behind(article, speaker::said(article, at, words));
    }
    text.retain(|words| !words.is_empty());
    // A word or two behind the stamp are its text where nothing else is.
    let behind = speaker::said(article, at, mention.tokens.end..article.blocks[at].tokens.end);
    if text.is_empty() && !behind.is_empty() {
        text.push(behind);
    }
    let whole = text.first().map_or(mention.tokens.clone(), |first| {
        first.start..text.last().map_or(first.end, |last| last.end)
    });
    let view = View::of(
        article,
        &(whole.start.min(mention.tokens.start)..whole.end.max(mention.tokens.end)),
    );
    let first = text.first().cloned().unwrap_or(whole.clone());
    // "Impact start time" in the cell beside the stamp, "Started" above it: a text that is nothing but a label.
    let bare = || text.first().filter(|_| text.len() == 1).cloned();
    let label = [lead(article, mention), bare()]
        .into_iter()
        .flatten()
        .find_map(|range| classify::label_alone(article, range));
    let opening = opening::of(article, &first, &whole);
    let reading = classify::read(
        &view,
        Question {
            except: &mention.tokens,
            clause: &whole,
            core: &opening,
            around: &whole,
            skip: &mention.tokens,
            relation: Relation::At,
            lasts: matches!(mention.time, Time::Span { .. }),
            entry: true,
            clock: true,
        },
    );
    let sentence = article
        .span_of(whole.start.min(mention.tokens.start)..whole.end.max(mention.tokens.end))
        .unwrap_or(mention.span);
    Statement {
        mention: Some(index),
        sentence,
        summary: summary::of_entry(article, &text),
        phase: label.unwrap_or(reading.phase),
        sure: label.is_some() || reading.sure,
        votes: reading.votes,
        settled: label.is_some(),
        modality: Modality::Actual,
        history: classify::tells_of_maintenance(&View::of(article, &whole), &whole),
        services: names.within(&whole),
        speaker: None,
        quoted: false,
        base: None,
        twin: None,
        retells: None,
        role: Role::Entry { text },
        clause: whole,
    }
}

/// Who wrote the message or the post that a block stands in.
fn written_by(article: &Article, layout: &Layout, mentions: &[Mention], block: usize) -> Option<String> {
    speaker::of_message(article, block)
        .or_else(|| aged::author(article, layout, mentions, block))
        .or_else(|| author::of_block(article, layout, block))
}

/// What a field of an incident's page says: "resolvedWhen: 2021-02-18 01:40" is a label that leaves no choice.
fn of_field(statement: Statement, phase: Option<Phase>) -> Statement {
    Statement {
        phase: phase.unwrap_or(statement.phase),
        sure: phase.is_some() || statement.sure,
        settled: phase.is_some() || statement.settled,
        ..statement
    }
}

/// The words of a block before its time, where the time ends it: "First detected 12:10", "| Impact start | 12:10 |".
fn lead(article: &Article, mention: &Mention) -> Option<Range<usize>> {
    let block = &article.blocks[article.sentences[mention.sentence].block].tokens;
    let mark = |at: usize| matches!(article.tokens[at].kind, Kind::Symbol(_));
    let ends = (mention.tokens.end..block.end).all(mark);
    (block.start < mention.tokens.start && ends).then_some(block.start..mention.tokens.start)
}
