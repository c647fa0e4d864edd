//! Whether a clause tells what happened, or what is planned, promised or feared.
//!
//! One would get wrong that the words alone say so: "due to a fault" is a cause, "planned work" is work, and pages
//! that "would not load" did not.

use std::ops::Range;

use super::head;
use super::kind::Modality;
use crate::article::token::{Case, Kind};
use crate::lexicon::noun::Thing;
use crate::lexicon::phase::Modal;
use crate::lexicon::tense::Tense;
use crate::parser::time::view::View;

/// The modality of a clause: `core` is the part nearest to the time, `skip` the time's own words.
pub fn modality(view: &View, clause: &Range<usize>, core: &Range<usize>, skip: &Range<usize>) -> Modality {
    if dates_trouble(view, skip) || has_lasted(view, clause, skip) || was_then(view, skip) {
        return Modality::Actual;
    }
    if asked_for(view, clause)
        || is_expected_at(view, clause.start, skip.start)
        || is_next(view, clause, skip)
        || headline_plans(view, clause, skip)
    {
        return Modality::Expected;
    }
    // "You should see it by Friday", "will go to the banks that own it by the end of May"
    let promises = |at: usize| {
        view.says_any(at, &["should", "will", "shall"])
            || view.says(at, "would") && !view.says_any(at + 1, &["not", "have", "'t"])
    };
    let refused = |at: usize| view.says_any(at + 1, &["not", "have", "'t", "n't"]);
    if view.says(skip.start, "by") && (clause.start..skip.start).any(|at| promises(at) && !refused(at)) {
        return Modality::Expected;
    }
    // "Left on Friday and should reach the site on Monday", "should reach it Monday"; "a check that should catch this failed on Monday".
    let verb = |at: usize| view.phrase(&view.lexicon.verbs, at + 1).is_some() || view.is_free_word(at + 1);
    let hoped =
        |at: usize| view.says(at, "should") && !refused(at) && verb(at) && !view.says_any(at - 1, &["that", "which"]);
    let weekday = || view.meaning(&view.lexicon.weekdays, skip.start).is_some();
    let on_day = (view.says(skip.start, "on") || weekday()) && core.start < skip.start;
    if on_day && (core.start.max(clause.start + 1)..skip.start).any(hoped) {
        return Modality::Expected;
    }
    // "The deal runs out in December", "the licence expires on 5 May"
    const ENDS: &[&str] = &["expires", "lapses"];
    let ends = |at: usize| view.says_any(at, ENDS) || view.says(at, "runs") && view.says(at + 1, "out");
    if core.start < skip.start && (core.start..skip.start).any(ends) {
        return Modality::Expected;
    }
    // "The bank said on Monday that it would | go on into Tuesday": the time before has parted the verb from its modal.
    let before = clause.start.wrapping_sub(1);
    if view.says_any(before, &["will", "would"]) && skip.start > clause.start && view.start() < clause.start {
        return Modality::Expected;
    }
    // "The agency had warned riders in mid-December that machines could be slow": the time is that of the warning.
    let speaks = |at: usize| view.lexicon.speech.begins(view.word(at));
    // "The operator said Monday it would refund them": so is that behind a word of saying, before who it is about.
    const NEAR: usize = 4;
    let near = skip.start.saturating_sub(NEAR).max(clause.start)..skip.start;
    let about = view.says_any(
        skip.end,
        &["it", "they", "he", "she", "we", "i", "the", "its", "their", "there"],
    );
    // "Said on Monday in a filing to the exchange that it planned"
    const LONGEST_NOTICE: usize = 8;
    let ruled = skip.start > clause.start && speaks(skip.start - 1) && view.says_any(skip.end, &["in", "to", "at"]);
    let that = (skip.end..(skip.end + LONGEST_NOTICE).min(clause.end)).find(|at| view.says(*at, "that"));
    let said = view.says(skip.end, "that") && (clause.start..skip.start).any(speaks)
        || ruled && that.is_some()
        || about && near.into_iter().any(speaks);
    for at in clause.clone() {
        if skip.contains(&at) || said && at > skip.end {
            continue;
        }
        let Some((modal, next)) = view.phrase(&view.lexicon.modals, at) else {
            continue;
        };
        let ahead = match modal {
            Modal::Ahead => {
                core.contains(&at) && !view.says_any(at, &["due"]) || core.contains(&at) && next == skip.start
            }
            Modal::Planned => next + 2 >= skip.start && at < skip.start || core.contains(&at),
            Modal::Not | Modal::Unable => false,
        };
        // "It dropped at four because of what was supposed to be an audit": the plan is another clause's.
        let of_other = (skip.end..at).any(|it| view.says_any(it, &["what", "which", "who"]))
            || view.says(at, "would") && said_before(view, skip.end..at);
        // "They were at it all night so that pumps could run again": what it was for dates nothing.
        let aim =
            |it: usize| view.says(it, "so") && view.says_any(it + 1, &["that", "people", "we", "they", "it", "the"]);
        let of_other = of_other || (skip.end..at).any(aim);
        // "They worked through the night and will keep at it": the time is of the verb before it.
        let of_second =
            at > skip.end && view.says(at - 1, "and") && (clause.start..skip.start).any(|it| head::is_past(view, it));
        let of_other = of_other || of_second;
        // "It would repay those who had no service a week ago"
        let relative = |it: usize| {
            let past = view.meaning(&view.lexicon.tenses, it + 1) == Some(Tense::Past);
            view.says_any(it, &["who", "which", "whose"]) && (past || view.text(it + 1).ends_with("ed"))
        };
        let of_other = of_other || (next..skip.start).any(relative);
        // "Payments due overnight on Thursday had been credited": what is due is told of in the past.
        let told = || view.says_any(skip.end, &["had", "was", "were", "did", "have", "has"]);
        let due_then = view.says(at, "due") && next == skip.start && is_noun_before(view, at) && told();
        let of_other = of_other || due_then;
        // "normally" and "due to" plan nothing by themselves, "would not load" is a refusal, "planned work" is work.
        if ahead
            && !of_other
            && !(view.says(next - 1, "due")
                && view.says(next, "to")
                && view.phrase(&view.lexicon.verbs, next + 1).is_none())
            && !(view.says(at, "normally") && (next + 2 < skip.start || tells_how(view, at)))
            && !(view.says_any(at, &["would", "may", "might"]) && view.says_any(next, &["not", "'t"]))
            // "appeared to be down" was so, as far as anybody knew.
            && !(view.says(at, "to") && view.after_any(at, SEEMING))
            // "Had yet to be cured" tells how it was.
            && !(view.says(at, "to") && view.after_any(at, &["yet"]))
            && !(view.says(at, "to") && is_taken_for(view, clause.start..at))
            && !(view.says(at, "to") && was_last(view, clause.start..at))
            // "The feed dropped as planned"
            && !(view.says_any(at, FORESEEN) && view.after_any(at, &["as"]))
            && !came_unlooked_for(view, at)
            && !could_take_something(view, at)
            && !should_have_been(view, at, next)
            && !may_have(view, at, next)
            && !is_supposed(view, at, next)
            // "Asked for a report on Wednesday": only a bound tells when it is wanted.
            && (!view.says(at, "asked") || view.says_any(skip.start, &["by", "before", "within", "until", "for"]))
            && !wants_to_tell(view, at, skip.start)
            && !(view.says_any(at, &["will", "may", "might"]) && view.says_any(at + 1, RECALLING))
            // "Logins may be failing since 09:40" tells of now.
            && !(view.says_any(at, &["may", "might", "could"]) && view.says(skip.start, "since"))
            // "The bank has planned maintenance on Sunday"
            && !(view.says_any(at, &["planned", "scheduled", "may"])
                && !view.after_any(at, &["has", "have", "'ve", "’ve"])
                && (view.noun(next).is_some() || view.number(next).is_some()))
            && !describes_noun(view, at)
        {
            return Modality::Expected;
        }
    }
    Modality::Actual
}

/// "Desks were the last | to be back": it came about.
fn was_last(view: &View, mut before: Range<usize>) -> bool {
    let last = view.says_any(before.end.wrapping_sub(1), &["first", "last", "latest"]);
    last && before.any(|at| view.says_any(at, &["was", "were", "became"]))
}

/// "The outage of 22 June will cost it $9 million": what will be is the cost.
fn dates_trouble(view: &View, time: &Range<usize>) -> bool {
    let before = time.start.wrapping_sub(1);
    view.says(time.start, "of") && before >= view.start() && view.noun(before) == Some(Thing::Trouble)
}

/// "A line that should have carried the calls had been out since Sunday": what has been so since then is no plan.
fn has_lasted(view: &View, clause: &Range<usize>, time: &Range<usize>) -> bool {
    let mut before = clause.start..time.start;
    let been = |at: usize| view.says(at, "been") && view.says_any(at.wrapping_sub(1), &["had", "has", "have", "'ve"]);
    view.says(time.start, "since") && before.any(been)
}

/// "It was 2:15 p.m. before every one of them would open": by then they did.
fn was_then(view: &View, time: &Range<usize>) -> bool {
    let was = view.says(time.start.wrapping_sub(1), "was") && view.says(time.start.wrapping_sub(2), "it");
    was && view.says_any(time.end, &["before", "when", "by"])
}

/// "We took them to be a drill": what somebody thought then.
fn is_taken_for(view: &View, before: Range<usize>) -> bool {
    const FURTHEST: usize = 4;
    const TAKEN: &[&str] = &["took", "taken", "mistook", "assumed", "judged", "considered", "deemed"];
    let be = view.says(before.end + 1, "be");
    be && before.rev().take(FURTHEST).any(|at| view.says_any(at, TAKEN))
}

/// "We would like to apologise for the failure on Saturday", "it wants to share what it knows about Saturday": said here and
/// now, of what was.
fn wants_to_tell(view: &View, at: usize, time: usize) -> bool {
    const TELLING: &[&str] = &[
        "apologise",
        "apologize",
        "thank",
        "share",
        "explain",
        "tell",
        "acknowledge",
        "recap",
    ];
    let to = if view.says_any(at, &["would", "'d", "’d"]) && view.says(at + 1, "like") {
        at + 2
    } else if view.says_any(at, &["wants", "wanted"]) {
        at + 1
    } else {
        return false;
    };
    let mut object = to + 2..time + 1;
    let about = object.any(|at| view.says_any(at, &["for", "about", "of", "behind", "why", "what"]));
    view.says(to, "to") && view.says_any(to + 1, TELLING) && about
}

/// "What some may have noticed", "may also have been unable": that was so; "may have to wait" is to come.
fn may_have(view: &View, at: usize, next: usize) -> bool {
    let adverb = view.says_any(next, &["also", "still", "then", "even", "not"]) || view.text(next).ends_with("ly");
    let have = next + usize::from(adverb);
    view.says_any(at, &["would", "may", "might", "could"])
        && view.says(have, "have")
        && !view.says_any(have + 1, &["to", "a", "an", "the", "its", "their", "no", "more"])
}

/// "You'll have noticed on Friday", "many of you will have put it down to the storm": what somebody must have done. "Will
/// have been restored by noon" is to come.
fn is_supposed(view: &View, at: usize, next: usize) -> bool {
    const DONE: &[&str] = &[
        "noticed", "seen", "heard", "read", "put", "thought", "wondered", "found", "guessed", "felt", "known", "met",
        "had",
    ];
    let you = view.says_any(at.wrapping_sub(1), &["you", "readers", "some", "many"]);
    you && view.says_any(at, &["will", "'ll", "’ll"]) && view.says(next, "have") && view.says_any(next + 1, DONE)
}

/// "Ran normally on Wednesday", "was working normally by noon": behind its verb it tells how, and before one ("normally
/// runs at nine", "are normally back by nine") what is usual.
fn tells_how(view: &View, at: usize) -> bool {
    const AUXILIARIES: &[&str] = &["was", "were", "had", "has", "have", "did", "been"];
    let before = at.wrapping_sub(1);
    let ending = ["ing", "ed"].iter().any(|end| view.text(before).ends_with(end));
    let past = view.meaning(&view.lexicon.tenses, before) == Some(Tense::Past) && !view.says_any(before, AUXILIARIES);
    ending || past
}

/// "The planned works had begun": a participle between a determiner and its noun plans nothing by itself.
fn describes_noun(view: &View, at: usize) -> bool {
    let led = view.after_any(
        at,
        &[
            "the", "a", "an", "our", "their", "its", "this", "that", "these", "those",
        ],
    );
    let noun = matches!(view.kind(at + 1), Some(Kind::Word { .. }))
        && view.meaning(&view.lexicon.function_words, at + 1).is_none();
    led && noun && view.says_any(at, &["planned", "scheduled"])
}

/// Whether no verb rules a word, as "is" does in "is due".
fn is_noun_before(view: &View, at: usize) -> bool {
    !view.after_any(
        at,
        &["is", "are", "was", "were", "be", "been", "'s", "’s", "not", "now"],
    )
}

/// "Cable ordered, expected 09:00", "back by noon (estimated 11:30)", "Estimated restoration: 15:00": a bare participle, short
/// or not, beside the time, or in the label before it. What "was expected" is looked back on, and "as expected" is no forecast.
fn is_expected_at(view: &View, clause: usize, time: usize) -> bool {
    const LONGEST_LABEL: usize = 6;
    let label = clause < time && time - clause <= LONGEST_LABEL && view.symbol(time - 1, ':');
    if label && view.says_any(clause, &["expected", "estimated"]) {
        return true;
    }
    let Some(at) = time.checked_sub(1).filter(|at| *at >= view.start()) else {
        return false;
    };
    // "Remaining strands est. 00:30 UTC"
    if view.symbol(at, '.') && view.says(at.wrapping_sub(1), "est") && at > clause {
        return true;
    }
    let before = at.wrapping_sub(1);
    let bare = at == view.start()
        || view.symbol_any(before, &[',', ';', '(', '-', '–', '—', ':', '.'])
        || view.noun(before).is_some();
    bare && view.says_any(at, &["expected", "estimated"])
}

/// "The company is to meet them": a plan in its oldest form. "A supplier is to blame" for what was.
pub(super) fn is_to(view: &View, clause: &Range<usize>) -> bool {
    clause
        .clone()
        .any(|at| view.says_any(at, &["is", "are"]) && view.says(at + 1, "to") && !view.says(at + 2, "blame"))
}

/// "Trading to resume at 3.45 pm", "Bank is to reopen on Friday": a subject and its infinitive before the time, and no verb
/// besides that tells of what was. "Talks to end the strike began at 8" is none.
fn headline_plans(view: &View, clause: &Range<usize>, time: &Range<usize>) -> bool {
    const NEAR: usize = 6;
    const NO_SUBJECT: &[&str] = &[
        "able",
        "unable",
        "ready",
        "free",
        "first",
        "last",
        "only",
        "second",
        "next",
        "due",
        "prior",
        "owing",
        "thanks",
        "according",
        "up",
        "back",
        "down",
        "close",
        "try",
        "tried",
        "began",
        "left",
        "had",
        "have",
        "has",
        "used",
        "made",
    ];
    let to = (clause.start + 1..time.start)
        .rev()
        .take(NEAR)
        .find(|at| view.says(*at, "to"));
    let Some(to) = to.filter(|_| clause.start == view.start() && !view.says(time.start, "since")) else {
        return false;
    };
    let verb = view.case(to + 1) == Some(Case::Lower)
        && !view.says(to + 1, "blame")
        && view.phrase(&view.lexicon.verbs, to + 1).is_some();
    let is = view.says_any(to - 1, &["is", "are"]);
    let finite = |at: usize| {
        let told = matches!(
            view.meaning(&view.lexicon.tenses, at),
            Some(Tense::Past | Tense::Present)
        );
        let ends = |ending: &str| view.text(at).len() > ending.len() + 2 && view.text(at).ends_with(ending);
        told || ends("ed") || ends("ing") && at > clause.start
    };
    let subject = clause.start..if is { to - 1 } else { to };
    let noun =
        !view.says_any(subject.end - 1, NO_SUBJECT) && matches!(view.kind(subject.end - 1), Some(Kind::Word { .. }));
    verb && noun && !subject.is_empty() && !subject.chain(to + 2..time.start).any(finite)
}

/// "The next board meeting is on 3 June", "Next check-in is noon", "all up | next meeting Jan 20": what is next has not been
/// yet.
fn is_next(view: &View, clause: &Range<usize>, time: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let noun = time
        .start
        .wrapping_sub(1 + usize::from(view.symbol(time.start.wrapping_sub(1), ':')));
    let next = noun.wrapping_sub(1);
    let marked = next == clause.start || view.symbol_any(next.wrapping_sub(1), &['|', '•', '·', ';', '–', '—']);
    let counts = view.meaning(&view.lexicon.units, noun).is_some();
    if marked && view.says(next, "next") && view.case(noun) == Some(Case::Lower) && !counts {
        return true;
    }
    let led =
        |at: usize| at == clause.start || view.says_any(at.wrapping_sub(1), &["the", "our", "its", "their", "and"]);
    let near = clause.start..time.start.min(clause.start + LONGEST);
    let next = near.into_iter().find(|at| view.says(*at, "next") && led(*at));
    let behind = |next: usize| next + 2..time.start;
    next.is_some_and(|next| behind(next).any(|at| view.says_any(at, &["is", "are"])))
}

/// "Is to meet them on Monday | and publish its report by Friday", "the first tonight | and the second by Saturday",
/// "tomorrow | and again on Friday": whether a clause goes on with the plan of the clause before it, for no verb between
/// its "and" and its time tells of what was, or has a subject of its own.
pub(super) fn goes_on(view: &View, clause: &Range<usize>, skip: &Range<usize>) -> bool {
    let mut from = clause.start;
    while view.symbol(from, ',') {
        from += 1;
    }
    let joined = view.says_any(from, &["and", "or", "then"]);
    let finite = |at: usize| {
        let ends = |ending: &str| view.text(at).len() > ending.len() + 2 && view.text(at).ends_with(ending);
        let told = matches!(
            view.meaning(&view.lexicon.tenses, at),
            Some(Tense::Past | Tense::Present)
        );
        // "And normal trading at 9 am"
        let noun = at + 1 == skip.start && at > from + 1;
        // "set", "put" and "read" are also what is to be done, directly behind "and".
        told && at != from + 1 || ends("ed") || ends("ing") && !noun
    };
    let to_mark = |at: usize| {
        (at..clause.end)
            .find(|at| view.symbol_any(*at, &[',', ';', '.', '”', '"']))
            .unwrap_or(clause.end)
    };
    let subject = view.says_any(
        from + 1,
        &["it", "they", "he", "she", "we", "i", "there", "that", "who", "which"],
    );
    let mut words = (from + 1..skip.start).chain(skip.end..to_mark(skip.end));
    joined && from < skip.start && !subject && !words.any(finite)
}

/// Behind "as" these tell of what came so: "as planned", "as promised in our update of Friday".
const FORESEEN: &[&str] = &["planned", "expected", "scheduled", "promised", "forecast"];

/// "Shops could take no cards": only a length is what it "could take" yet.
fn could_take_something(view: &View, at: usize) -> bool {
    const LENGTHS: &[&str] = &[
        "up", "a", "an", "as", "at", "another", "several", "some", "until", "longer", "long", "more", "many", "most",
        "days", "hours", "weeks", "months", "time", "much", "about", "around", "well",
    ];
    let counted = || view.number(at + 2).is_some() || view.meaning(&view.lexicon.cardinals, at + 2).is_some();
    view.says(at, "could") && view.says(at + 1, "take") && !view.says_any(at + 2, LENGTHS) && !counted()
}

/// "Took a lock that we did not expect": what nobody looked for came.
fn came_unlooked_for(view: &View, at: usize) -> bool {
    let refused = view.says_any(at.wrapping_sub(1), &["not", "'t", "’t", "n't", "never"]);
    let did = || view.says_any(at.wrapping_sub(2), &["did", "didn", "had"]);
    let expects = view.says_any(at, &["expect", "anticipate", "plan"]);
    expects && (refused && did() || view.says_any(at.wrapping_sub(1), &["didn't", "didn’t"]))
}

/// "The ring should have closed", "you should have heard from me": it had not, and it is past. "Should have power by six" is to
/// come.
fn should_have_been(view: &View, at: usize, next: usize) -> bool {
    let participle = |at: usize| {
        view.says_any(at, &["been", "heard", "known", "seen", "told", "come", "gone"]) || view.is_participle(at)
    };
    view.says(at, "should") && view.says(next - 1, "have") && participle(next)
}

/// "Regular readers will recall that it failed": what is recalled was.
const RECALLING: &[&str] = &["recall", "remember", "know"];

/// Before "to be" these tell how it looked or went, and no plan.
const SEEMING: &[&str] = &[
    "appeared",
    "appears",
    "appear",
    "seemed",
    "seems",
    "seem",
    "believed",
    "thought",
    "found",
    "known",
    "reported",
    "began",
    "begun",
    "started",
    "continued",
    "continues",
    "ceased",
    "failed",
    "proved",
    "turned",
    "came",
    "had",
    "used",
];

/// "A message sent at noon announced that the courts would stay closed": the time is that of the saying, and "would" looks
/// ahead from it.
fn said_before(view: &View, words: Range<usize>) -> bool {
    words
        .clone()
        .any(|at| view.lexicon.speech.begins(view.word(at)) || view.says_any(at, &["announced", "that"]))
}

/// Behind "that", what these say is asked for.
const ASKING: &[&str] = &[
    "requested",
    "asked",
    "ordered",
    "demanded",
    "required",
    "recommended",
    "proposed",
    "insisted",
];

/// "She requested that all deadlines be moved to Tuesday": a bare "be" behind the asking, with no auxiliary before it.
fn asked_for(view: &View, clause: &Range<usize>) -> bool {
    let asked = |at: &usize| view.says(*at, "that") && view.says_any(at.wrapping_sub(1), ASKING);
    let Some(that) = (view.start()..clause.end).rev().find(asked) else {
        return false;
    };
    let mut behind = clause.start.max(that + 1)..clause.end;
    behind.any(|at| {
        view.says(at, "be") && !view.says_any(at - 1, &["to", "will", "would", "could", "can", "may", "might", "not"])
    })
}
