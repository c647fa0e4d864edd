//! The phase of a clause, from what its predicates say.
//!
//! One would get wrong that a label does not decide alone ("Update:" says nothing), that what is said counts for
//! more than that it is said ("the company said service was back"), and that the words nearest to the time decide.

use std::ops::Range;

use super::clause;
use super::judge;
use super::kind::{Modality, Phase};
use super::modality::modality;
use super::notification;
use super::outcome::{fine_till_then, is_vain, led_to_it, promised, promises_return, tried_in_vain};
use super::predicate::{self, Predicate};
use crate::article::Article;
use crate::article::token::Kind;
use crate::lexicon::inflection::Form;
use crate::lexicon::phase::History;
use crate::lexicon::relation::Relation;
use crate::lexicon::verb::Act;
use crate::parser::label::names_phase;
use crate::parser::layout::skip_marks;
use crate::parser::time::view::View;

/// Tokens of an entry that is read as a whole.
const TERSE: usize = 20;

/// Votes of what leaves no doubt: a monitor's message, "it was fine until then".
const OUTRIGHT: i32 = 128;

/// The weight of a label that names the trouble and its phase.
const FACT: i32 = 4;

/// Votes by phase; below zero where the words rule it out.
pub type Tally = [i32; Phase::ALL.len()];

/// What the words of a clause say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reading {
    /// The phase that most speaks for.
    pub phase: Phase,
    /// Whether anything spoke for it.
    pub sure: bool,
    /// Whether something spoke for it plainly, not as a hint.
    pub plain: bool,
    /// Whether it happened.
    pub modality: Modality,
    /// Whether it is plainly told of another outage.
    pub history: bool,
    /// All votes.
    pub votes: Tally,
}

/// What is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The clause that the time dates.
    pub clause: &'a Range<usize>,
    /// The part nearest to the time; of an entry, its first sentence.
    pub core: &'a Range<usize>,
    /// The sentence around it, asked where the clause is silent.
    pub around: &'a Range<usize>,
    /// The time's own words.
    pub skip: &'a Range<usize>,
    /// What the time does.
    pub relation: Relation,
    /// Whether the time has two ends.
    pub lasts: bool,
    /// Words inside the clause that tell another happening, which the time is laid off from.
    pub except: &'a Range<usize>,
    /// Whether it is an entry rather than prose.
    pub entry: bool,
    /// Whether the time has a clock: who speaks at 9:15 speaks while it goes on, who speaks on Thursday looks back.
    pub clock: bool,
}

/// Reads words that have no time of their own.
pub fn words(view: &View, words: &Range<usize>) -> Reading {
    let nothing = words.end..words.end;
    read(
        view,
        Question {
            clause: words,
            core: words,
            around: words,
            skip: &nothing,
            relation: Relation::At,
            lasts: false,
            except: &nothing,
            entry: false,
            clock: false,
        },
    )
}

/// Reads a clause.
pub fn read(view: &View, q: Question) -> Reading {
    let mut votes: Tally = [0; Phase::ALL.len()];
    let mut plain = tally(view, q.clause, &q, &mut votes);
    label(view, &q, &mut votes);
    ask(view, &q, &mut votes);
    let message = || notification::phase(view, head(&q)).or_else(|| notification::declared(view, q.clause));
    let message = q.entry.then(message).flatten();
    if let Some(phase) = message {
        votes = [0; Phase::ALL.len()];
        votes[phase as usize] = OUTRIGHT;
        plain = true;
    }
    let silent = votes.iter().all(|v| *v <= 0);
    if silent && q.entry && promises_return(view, &q) {
        // Who promises no more than that waits for it.
        votes[Phase::Ongoing as usize] = 32;
    } else if silent && !q.entry && first_person(view, q.clause) {
        // "I was at the till last night": a witness tells how it was.
        votes[Phase::Ongoing as usize] = 16;
        plain = false;
    } else if silent && q.around != q.clause {
        let own = votes;
        tally(view, q.around, &q, &mut votes);
        // What the clause rules out, the sentence around it does not bring back.
        for (vote, own) in votes.iter_mut().zip(own) {
            *vote = if own == judge::RULED_OUT { own } else { *vote };
        }
        plain = false;
    }
    relate(view, &q, &mut votes);
    let modality = match q.entry {
        true => modality(view, q.clause, q.core, q.skip),
        false => {
            let core = clause::core_with_verb(view, q.clause, q.core, q.skip.start);
            modality(view, q.clause, &core, q.skip)
        }
    };
    let phase = best(&votes).unwrap_or(match modality {
        Modality::Expected => Phase::Aftermath,
        Modality::Actual => fallback(&q),
    });
    Reading {
        phase,
        sure: votes[phase as usize] > 0,
        plain,
        modality,
        history: history(view, q.clause),
        votes,
    }
}

/// Whether somebody tells of themself: "I", "my". Firms say "we".
fn first_person(view: &View, clause: &Range<usize>) -> bool {
    clause.clone().any(|at| view.says_any(at, &["i", "my"]))
}

/// The phase with most votes; of equals, the earlier in an outage.
pub fn best(votes: &Tally) -> Option<Phase> {
    Phase::ALL
        .iter()
        .copied()
        .filter(|p| votes[*p as usize] > 0)
        .max_by_key(|p| (votes[*p as usize], std::cmp::Reverse(*p as usize)))
}

/// Adds what the predicates of a stretch vote for; whether one spoke plainly.
fn tally(view: &View, range: &Range<usize>, q: &Question, votes: &mut Tally) -> bool {
    let mut predicates = predicate::predicates(view, range, q.skip);
    predicates.retain(|p| !q.except.contains(&p.at));
    let told = told(&predicates);
    // "At 13:10, after the caches had filled, we closed it": a time in front stands beside the main clause.
    let beside = |p: &Predicate| p.stretch.0 <= q.skip.start && q.skip.start < p.stretch.1 && !circumstance(p);
    let main = if predicates.iter().any(beside) {
        q.skip.start
    } else {
        let main = predicates.iter().find(|p| !p.hangs && p.at > q.skip.start);
        main.map_or(q.skip.start, |p| p.at)
    };
    let mut plain = false;
    let nearest = predicates.iter().map(|it| nearness(it, q, main)).max().unwrap_or(0);
    let mut begins_no_failure = false;
    let mut ruled_out = [false; Phase::ALL.len()];
    let vain = predicates.iter().any(is_vain) || tried_in_vain(&predicates);
    for (index, predicate) in predicates.iter().enumerate() {
        let telling = judge::tells(predicate);
        for (phase, weight) in judge::judge(predicate) {
            let (phase, weight) = match told {
                Some(told) if telling && weight > 0 => telling_of(q, &predicates, index, told, (phase, weight)),
                _ => (phase, weight),
            };
            // In a log of the work whoever answers or asks is at work on it, and looks back on nothing.
            let (phase, weight) = match (predicate.head, phase) {
                (predicate::Head::Verb(Act::Say, _), Phase::Aftermath) if q.entry && weight == 1 => {
                    (Phase::Investigating, 1)
                }
                _ => (phase, weight),
            };
            let phase = if phase == Phase::Mitigating && !q.entry && led_to_it(predicate, q.relation) {
                Phase::Precursor
            } else {
                phase
            };
            // "Restarted the proxies, no improvement": what did not help is no remedy.
            let helps = matches!(
                phase,
                Phase::Precursor | Phase::Mitigating | Phase::Recovering | Phase::Resolved
            );
            let weight = if vain && helps { weight.min(1) } else { weight };
            // "noticed that builds were failing": the noticing is what is told.
            let weight = if predicate.noticed && judge::is_trouble(phase) && phase != Phase::Ongoing {
                weight.min(2)
            } else {
                weight
            };
            // "We expect all servers to be back in two hours": what an entry promises is not so yet.
            let back = matches!(phase, Phase::Recovering | Phase::Resolved);
            let weight = if q.entry && back && promised(view, predicate) {
                0
            } else {
                weight
            };
            ruled_out[phase as usize] |= weight == judge::RULED_OUT;
            // "Parts of the network began to come back, but it is listed as down": what comes back does not begin to fail.
            let comes_back = matches!(
                predicate.head,
                predicate::Head::Verb(Act::Return | Act::Restore | Act::Ease, _)
            );
            begins_no_failure |= back && weight >= 4 && comes_back && nearness(predicate, q, main) == nearest;
            if weight > 0 {
                plain |= weight >= 3;
                votes[phase as usize] += weight * weight * nearness(predicate, q, main);
            }
        }
    }
    // "Services were being restored" beside nothing that is over.
    for (vote, ruled_out) in votes.iter_mut().zip(ruled_out) {
        if ruled_out && *vote == 0 {
            *vote = judge::RULED_OUT;
        }
    }
    if begins_no_failure {
        votes[Phase::Started as usize] = judge::RULED_OUT;
    }
    if only_speaks(view, &predicates, range, q) {
        for phase in NO_SPEECH {
            let vote = &mut votes[phase as usize];
            *vote = if *vote == 0 { judge::RULED_OUT } else { *vote };
        }
    }
    // "Rollback complete, errors gone": of an act and its outcome, the outcome is the news.
    for outcome in [Phase::Recovering, Phase::Resolved] {
        if votes[outcome as usize] > 0 && votes[outcome as usize] == votes[Phase::Mitigating as usize] {
            votes[outcome as usize] += 1;
        }
    }
    plain
}

/// "Completed - The scheduled maintenance has been completed.", "Scheduled - We will be upgrading …": what a status page says of works
/// that it had planned, which are no outage.
pub fn tells_of_maintenance(view: &View, entry: &Range<usize>) -> bool {
    let start = skip_marks(view, entry.start);
    let at = start + usize::from(view.says(start, "in"));
    let label = view.says_any(at, &["scheduled", "completed", "progress", "verifying"]);
    let marked = view.symbol_any(at + 1, &['-', '–', '—', ':']);
    let said = |at: usize| view.says_any(at, &["scheduled", "planned"]) && view.says(at + 1, "maintenance");
    let announced = || view.says(at, "scheduled") && (at + 2..at + 5).any(|at| view.says_any(at, &["will", "shall"]));
    label && marked && ((at + 2..entry.end).any(said) || announced())
}

/// What it is not that somebody speaks.
const NO_SPEECH: [Phase; 5] = [
    Phase::Started,
    Phase::Peak,
    Phase::Mitigating,
    Phase::Recovering,
    Phase::Resolved,
];

/// "Six hours after its apps stopped working, the firm posted", "deputies said in a tweet": whether no more is told than that
/// somebody speaks.
fn only_speaks(view: &View, predicates: &[Predicate], range: &Range<usize>, q: &Question) -> bool {
    const LONGEST_NAME: usize = 4;
    let [speaks] = predicates else { return false };
    let said = match speaks.head {
        predicate::Head::Verb(act, form) => matches!(act, Act::Say | Act::Tell) && form != Form::Ing,
        _ => false,
    };
    let apart = |at: &usize| q.skip.contains(at) || q.except.contains(at);
    // "“Most are back,” she said" tells what is said.
    let who = (range.start..speaks.at).filter(|at| !apart(at)).count();
    let mut behind = (speaks.at + 1..range.end).filter(|at| !apart(at));
    let ends = |at| view.says_any(at, &["in", "on", "via", "to"]) || view.symbol_any(at, &['.', ':', ',']);
    let no_more = behind.next().is_none_or(ends);
    !q.entry && said && !speaks.passive && (1..=LONGEST_NAME).contains(&who) && no_more
}

/// "failed when executing the block at 12:38": what somebody was doing meanwhile has no subject of its own, so that the
/// time dates what it happened to.
fn circumstance(predicate: &Predicate) -> bool {
    predicate.hangs && predicate.opens && matches!(predicate.head, predicate::Head::Verb(_, Form::Ing))
}

/// What counts, that it is told or what is told: "confirmed that the fault was mended" tells of the mending,
/// "confirmed that phones were down" is an acknowledgement, unless the time stands with the phones.
fn telling_of(q: &Question, all: &[Predicate], index: usize, told: Phase, vote: (Phase, i32)) -> (Phase, i32) {
    let (phase, weight) = vote;
    if !judge::is_trouble(told) {
        let regret = matches!(all[index].head, predicate::Head::Verb(Act::Regret, _));
        let outsider = phase == Phase::Aftermath && weight >= 3 && !regret;
        // "said it was aware and was investigating": that much is an acknowledgement.
        let aware = told == Phase::Investigating && phase == Phase::Acknowledged && weight >= 2;
        // "said at 7:31 p.m. it was investigating": the first that one hears of it.
        let says = matches!(all[index].head, predicate::Head::Verb(Act::Say, _)) && q.clock && !q.entry;
        if says && told == Phase::Investigating && phase == Phase::Aftermath && weight <= 2 && !all[index].negated {
            return (Phase::Acknowledged, 4);
        }
        return (phase, if outsider || aware { weight } else { weight.min(1) });
    }
    let at = all[index].at;
    let time = q.skip.start;
    let between = |p: &Predicate| !judge::tells(p) && (p.at > at && p.at < time || p.at < at && p.at > time);
    if q.skip.is_empty() {
        let first = all.iter().all(|p| judge::tells(p) || p.at > at);
        return (
            phase,
            if first && phase == Phase::Acknowledged {
                4
            } else {
                weight
            },
        );
    }
    // "All services were down at nine, the company said": the time stands with what is told.
    let before = at > time && all.iter().any(|p| !judge::tells(p) && p.at < time);
    // "We are aware that sign-in is failing": an entry that opens with the telling tells it.
    let opens = !all[index].passive && weight >= 3;
    if q.entry && opens && phase == Phase::Acknowledged && all.iter().all(|p| judge::tells(p) || p.at > at) {
        return (phase, 4);
    }
    if q.entry || before || at > time + 8 || all.iter().any(between) {
        return (phase, weight);
    }
    // "…, a spokesman said on Thursday": looking back; "said on Thursday that …": news of the day.
    let back = all[..index].iter().any(|p| !judge::tells(p));
    match phase {
        Phase::Aftermath if weight >= 3 => (phase, 4),
        Phase::Aftermath if !q.clock && (back || weight >= 2) => (Phase::Aftermath, 4),
        Phase::Aftermath => (Phase::Acknowledged, 4),
        _ => (phase, if weight >= 2 { 4 } else { weight }),
    }
}

/// What is told beside the telling itself.
fn told(all: &[Predicate]) -> Option<Phase> {
    let mut votes: Tally = [0; Phase::ALL.len()];
    for predicate in all.iter().filter(|p| !judge::tells(p)) {
        for (phase, weight) in judge::judge(predicate) {
            votes[phase as usize] += if weight >= 2 { weight * weight } else { 0 };
        }
    }
    best(&votes)
}

/// How much a predicate counts: most beside the time, less elsewhere in the part nearest to it, and less in a
/// clause that hangs on another. Of an entry, its first sentence.
fn nearness(predicate: &Predicate, q: &Question, main: usize) -> i32 {
    let core = q.core.contains(&predicate.at);
    if q.entry {
        return match (core, predicate.hangs) {
            (true, false) => 8,
            (true, true) => 3,
            // A terse entry is read as a whole: "Queue empty. Incident closed."
            (false, false) if q.clause.len() <= TERSE => 7,
            (false, false) if predicate.at < q.core.end + 30 => 2,
            _ => 1,
        };
    }
    let beside = predicate.stretch.0 <= main && main < predicate.stretch.1;
    match (beside, core, predicate.hangs) {
        (true, true, _) => 8,
        (true, false, _) => 6,
        (false, true, false) => 4,
        (false, true, true) | (false, false, false) => 2,
        (false, false, true) => 1,
    }
}

fn fallback(q: &Question) -> Phase {
    match q.relation {
        Relation::AsOf | Relation::By => Phase::Ongoing,
        Relation::Until => Phase::Recovering,
        Relation::Since => Phase::Started,
        _ if q.lasts => Phase::Started,
        _ if q.entry => Phase::Investigating,
        _ => Phase::Ongoing,
    }
}

/// "what changed?": a question put in the log of an outage is part of the search, unless it asks for news.
fn ask(view: &View, q: &Question, votes: &mut Tally) {
    let news = votes[Phase::Ongoing as usize] + votes[Phase::Detected as usize] > 0;
    if q.entry && !news && view.symbol(q.core.end.wrapping_sub(1), '?') {
        votes[Phase::Investigating as usize] += 72;
    }
}

/// Where the words of an entry begin, behind its time where that opens it.
fn head(q: &Question) -> usize {
    if q.skip.start <= q.clause.start + 1 && q.skip.end > q.clause.start {
        q.skip.end
    } else {
        q.clause.start
    }
}

/// "Resolved -", "Investigating:", "First detected 12:10": the label that opens an update counts for much, less than
/// a body that says otherwise twice.
fn label(view: &View, q: &Question, votes: &mut Tally) {
    if !q.entry {
        return;
    }
    let mut start = skip_marks(view, head(q));
    // "Update: Resolved", "Status: Resolved", "Incident status - Identified"
    while view.says_any(
        start,
        &[
            "update",
            "status",
            "statuspage",
            "page",
            "post",
            "state",
            "incident",
            "key",
            "event",
            "phase",
            "stage",
        ],
    ) && (view.symbol_any(start + 1, &[':', '-', '–', '—', '|'])
        || view.says_any(start + 1, &["status", "update", "state", "event", "page"]))
    {
        start = skip_marks(view, start + 1);
        while view.symbol_any(start, &[':', '-', '–', '—', '|']) {
            start = skip_marks(view, start + 1);
        }
    }
    let word = view.phrase(&view.lexicon.labels, start);
    let word = word.map(|(cue, next)| (cue.phase, i32::from(cue.weight), next));
    // "Fault clear: 17/02/2022 14:35"
    let of_trouble = || names_phase(view, start).map(|(phase, next)| (phase, FACT, next));
    let Some((phase, weight, next)) = word.or_else(of_trouble) else {
        return;
    };
    let mut after = next;
    while view.symbol_any(after, &['*', '_', ')', ']', '.']) {
        after += 1;
    }
    let marked = view.symbol_any(after, &[':', '-', '–', '—', '|']) && !view.touches(after + 1);
    let alone = after >= q.clause.end || q.skip.contains(&after) || after >= view.end();
    let line = view
        .token(after)
        .is_some_and(|t| t.gap >= crate::article::token::Gap::Line)
        && matches!(view.kind(after), Some(Kind::Word { .. }));
    if marked || alone || line {
        votes[phase as usize] += weight * weight * 8;
    }
}

/// The phase of words that are nothing but a label: "First detected", "**Resolved:**", "Start Date/Time:".
pub fn label_alone(article: &Article, range: Range<usize>) -> Option<Phase> {
    let view = View::of(article, &range);
    let start = skip_marks(&view, range.start);
    let (cue, next) = view.phrase(&view.lexicon.labels, start)?;
    (next..range.end)
        .all(|i| {
            matches!(view.kind(i), Some(Kind::Symbol(_)))
                || view.says_any(i, &["at", "on", "declared", "around", "date", "time", "utc"])
        })
        .then_some(cue.phase)
}

/// What the relation adds: "as of" tells a state, "until" the end of one, "since" a beginning.
fn relate(view: &View, q: &Question, votes: &mut Tally) {
    // "did not resume until after six": it did then.
    let denied = || q.clause.clone().any(|at| view.says_any(at, &["not", "'t", "never"]));
    let waits = |at: usize| view.says_any(at, &["until", "till"]) && denied();
    let until = q.relation == Relation::Until || waits(q.skip.start) || waits(q.skip.start.wrapping_sub(1));
    let down = votes[Phase::Started as usize] + votes[Phase::Ongoing as usize] + votes[Phase::Detected as usize];
    match q.relation {
        Relation::AsOf => votes[Phase::Ongoing as usize] += 8 + votes[Phase::Started as usize],
        Relation::By if !q.entry && votes[Phase::Started as usize] > 0 => {
            votes[Phase::Ongoing as usize] += votes[Phase::Started as usize] + 1;
        }
        // "it was fine for me until twenty past": then it was not.
        _ if until && down == 0 && fine_till_then(view, q) => {
            *votes = [0; Phase::ALL.len()];
            votes[Phase::Started as usize] = OUTRIGHT;
        }
        _ if until && down > 0 => votes[Phase::Recovering as usize] += down + 2,
        Relation::Since if down > 0 => votes[Phase::Started as usize] += down + 2,
        _ => {}
    }
}

/// Whether the clause speaks of another outage.
pub fn history(view: &View, clause: &Range<usize>) -> bool {
    clause
        .clone()
        .any(|at| matches!(view.phrase(&view.lexicon.history, at), Some((History::Earlier, _))))
}
