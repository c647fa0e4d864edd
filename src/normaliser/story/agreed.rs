//! Days ahead that the plain present tells: "on Monday we start to call everybody", "the hall stays open until Sunday".
//!
//! One would get wrong that any present looks ahead: "we think it failed on Monday" and "we know since Monday" do not.

use crate::lexicon::inflection::Form;
use crate::lexicon::relation::Relation;
use crate::lexicon::tense::Tense;
use crate::parser::mention::Mention;
use crate::parser::statement::Statement;
use crate::parser::statement::kind::Modality;
use crate::parser::time::expression::{Day, Point};
use crate::parser::time::view::View;

use super::Story;

/// Who does what is agreed.
const WHO: &[&str] = &["we", "i", "they", "you"];

/// What one does on a day that is agreed, besides the verbs of outages.
const DOINGS: &[&str] = &[
    "move", "start", "begin", "open", "close", "meet", "call", "go", "leave", "return", "launch", "publish", "ship",
    "hold", "try", "talk", "sit", "fly", "travel", "get", "receive", "pay", "take",
];

/// What one does in one's mind, and what is the same in the past.
const NO_DOINGS: &[&str] = &[
    "see",
    "tell",
    "say",
    "think",
    "hear",
    "know",
    "report",
    "note",
    "suffer",
    "believe",
    "suspect",
    "find",
    "notice",
    "put",
    "cut",
    "set",
    "shut",
    "hit",
    "let",
    "read",
    "cost",
    "spread",
    "apologise",
    "apologize",
    "acknowledge",
    "understand",
];

/// What lasts.
const LASTS: &[&str] = &["stays", "stay", "remains", "remain"];

impl Story<'_> {
    /// Whether a weekday is told in the present of what is agreed for it.
    pub(super) fn is_agreed(&self, point: &Point, mention: &Mention, statement: &Statement) -> bool {
        let bare = matches!(point.day, Some(Day::Weekday { picker: None, .. }));
        if !bare || statement.history || statement.modality != Modality::Actual {
            return false;
        }
        self.stays_until(mention, statement) || mention.relation == Relation::At && self.does_then(mention, statement)
    }

    /// "The library stays open until midnight on Sunday"
    fn stays_until(&self, mention: &Mention, statement: &Statement) -> bool {
        const FURTHEST: usize = 4;
        let near = mention
            .tokens
            .start
            .saturating_sub(FURTHEST)
            .max(statement.clause.start)..mention.tokens.start;
        let lasts = matches!(mention.relation, Relation::Until | Relation::To);
        lasts && near.into_iter().any(|at| self.says(at, LASTS))
    }

    /// "On Monday we start", "we move to the new box on Sunday"
    fn does_then(&self, mention: &Mention, statement: &Statement) -> bool {
        const NEAR: usize = 3;
        const BINDING: &[&str] = &[
            "if", "when", "whenever", "that", "which", "who", "because", "after", "before", "once", "how",
        ];
        let view = View::of(self.article, &self.article.sentences[mention.sentence].tokens);
        let clause = statement.clause.start.max(view.start())..statement.clause.end.min(view.end());
        let verb = |who: usize| {
            let at = who + 1 + usize::from(view.says_any(who + 1, &["then", "also", "finally"]));
            let base = matches!(view.phrase(&view.lexicon.verbs, at), Some(((_, Form::Base), _)));
            (view.says_any(who, WHO)
                && (base || view.says_any(at, DOINGS))
                && !view.says_any(at, NO_DOINGS)
                && !self.speaks(at))
            .then_some(at)
        };
        let past = |at: usize| {
            view.meaning(&view.lexicon.tenses, at) == Some(Tense::Past)
                || view.is_free_word(at) && view.text(at).ends_with("ed")
        };
        let opens = self.opens(mention);
        clause.clone().any(|who| {
            let Some(verb) = verb(who) else { return false };
            let bound = (clause.start..who).any(|at| view.says_any(at, BINDING));
            let then = if opens {
                who >= mention.tokens.end && verb <= mention.tokens.end + NEAR
            } else {
                verb < mention.tokens.start && !(verb + 1..mention.tokens.start).any(past)
            };
            then && !bound
        })
    }
}
