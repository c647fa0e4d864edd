//! What prose and layouts are held together by: function words, verbs of saying, abbreviations, headings.

use super::Rows;

/// A word that holds a sentence together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// the, a, its, their: opens a noun phrase.
    Determiner,
    /// he, it, they: stands for a noun phrase.
    Pronoun,
    /// and, or, but.
    Coordinator,
    /// when, after, while, because, that, which: opens a clause.
    Subordinator,
    /// of, in, at, on, with …
    Preposition,
    /// was, has, did, will …
    Auxiliary,
    /// not, never, n't.
    Negation,
    /// will, shall, going to: ahead.
    Future,
}

/// Function words.
pub const FUNCTION_WORDS: Rows<Function> = &[
    (
        "the|a|an|its|their|his|her|our|my|your|this|that|these|those|some|any|all|each|every|both|another|no|whose",
        Function::Determiner,
    ),
    (
        "it|they|he|she|we|i|you|them|us|him|mine|ours|yours|theirs|who|there|everyone|everybody|everything|nobody|nothing|someone",
        Function::Pronoun,
    ),
    ("and|or|but|nor|yet|so|then|plus", Function::Coordinator),
    (
        "when|while|as|because|since|until|till|after|before|although|though|if|unless|where|which|that|whereas|once|whereupon|whenever|by the time|even though|so that|even as",
        Function::Subordinator,
    ),
    (
        "of|in|at|on|by|for|with|from|to|into|through|over|under|against|between|among|across|via|off|about|around|within|without|during|near|per|out|up|down|back|onto|despite|amid|along",
        Function::Preposition,
    ),
    (
        "was|were|is|are|be|been|being|had|has|have|did|does|do|can|could|would|should|may|might|must|'s|'re|'ve|'d|'m|got|get|gets",
        Function::Auxiliary,
    ),
    ("not|never|n't|no longer|neither|cannot", Function::Negation),
    (
        "will|shall|'ll|wo|going to|gonna|due to|set to|scheduled to|expected to|hopes to|plans to|aims to",
        Function::Future,
    ),
];

/// A verb that reports what somebody says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Speech {
    /// said, told, tweeted.
    Verb,
    /// according to: the speaker follows.
    According,
    /// tells when the saying was: "in a statement", "in an email".
    Channel,
}

/// Verbs of saying.
pub const SPEECH: Rows<Speech> = &[
    (
        "said|says|say|saying|told|tells|tweeted|tweets|posted|posts|wrote|writes|announced|announces|confirmed|confirms|reported|reports|added|adds|acknowledged|acknowledges|admitted|admits|explained|explains|stated|states|apologised|apologized|commented|claimed|claims|warned|warns|estimated|estimates|insisted|noted|notes|replied|promised|blamed|attributed|opened|closed|put",
        Speech::Verb,
    ),
    ("according to", Speech::According),
    (
        "in a statement|in an emailed statement|in a post|in a tweet|in a blog post|in a video|in an email|in a letter|in a note",
        Speech::Channel,
    ),
];

/// An abbreviation that ends in a dot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abbreviation {
    /// Never ends a sentence: Mr., Oct., No.
    Inside,
    /// May end one: Inc., a.m., U.S.
    Either,
}

/// Abbreviations.
pub const ABBREVIATIONS: Rows<Abbreviation> = &[
    (
        "mr|mrs|ms|dr|prof|st|sen|rep|gov|gen|col|capt|lt|sgt|rev|hon|messrs|no|nos|fig|vs|ca|approx|est|cf|eg|ie|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|ref|tel|ext|vol|pp|ed|mt|ft|dept|univ|assn|ave|blvd|rd|hwy",
        Abbreviation::Inside,
    ),
    (
        "inc|corp|co|ltd|llc|plc|jr|sr|etc|al|us|uk|eu|un|am|pm|ga|fla|calif|mich|conn|mass|minn|ore|okla|tenn|tex|wis|wash|vt|va|pa|ill|ind|kan|ky|la|md|miss|mo|mont|neb|nev|ariz|ark|ala|colo|del|wyo|ont|que|man|alta|nj|ny|nc|nd|nh|nm|sc|sd|dc|hrs|mins|min|hr|sec",
        Abbreviation::Either,
    ),
];

/// What a page says of its makers, and to its readers.
pub const CREDITS: Rows<()> = &[(
    "reporting by|additional reporting|editing by|edited by|writing by|compiled by|contributed to this|tagged as|filed under|posted in|news tip|news tips|got a tip|sign up|subscribe|subscribe to|click here|follow us|find us on|read more|share this|email us|contact us at|call us|support our|all rights reserved|may not be published|may not be broadcast|may not be reproduced|may not be rewritten|may not be redistributed|your inbox",
    (),
)];

/// What announces a date of the document itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StampWord {
    /// Published, posted, created.
    Published,
    /// Updated, modified.
    Updated,
}

/// Stamp words, at the beginning of a line.
pub const STAMPS: Rows<StampWord> = &[
    (
        "published|posted|document date|date of document|report date|date of report|date of issue|issue date|date issued|page generated|report generated|generated on|generated at|first published|originally published|published on|published at|posted on|posted at|date published|publication date|date|created|written|filed|issued|reported on|released",
        StampWord::Published,
    ),
    (
        "updated|last updated|last modified|modified|last update|updated on|updated at|last updated on|and last updated|date modified|amended|last edited|edited|reviewed",
        StampWord::Updated,
    ),
];

/// What a heading says of the section below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// The entries below are the timeline.
    Timeline,
    /// Of a live blog the most important posts, which stand below once more; else the timeline.
    Contents,
    /// Things to do: what is told there comes after.
    Actions,
    /// Other stories, subscriptions, copyright: page furniture.
    Furniture,
    /// An advertisement or a button stood here: the story goes on below.
    Interruption,
    /// Comments of readers.
    Comments,
}

/// Headings of sections.
pub const SECTIONS: Rows<Section> = &[
    (
        "timeline|chronology|sequence|course of events|sequence of events|what happened|incident timeline|timeline of events|event log",
        Section::Timeline,
    ),
    (
        "key events|key posts|key points|key moments|key updates",
        Section::Contents,
    ),
    (
        "action items|actions|next steps|follow up|follow ups|to do|todo|measures|corrective action|corrective actions|remediation items|what we do differently|proposal improvements|preventive measures|future work|review actions|lessons learned|lessons learnt|lessons|what we are doing|what we 're doing|what we will do|what's next|prevention|preventative measures|improvements|planned improvements|long term|short term|mid term|near term|medium term|long term improvements|short term improvements|action plan|recommendations|follow up actions|going forward|moving forward|steps to prevent|preventing recurrence|follow up work|remediation items|tickets|action item|action|remediations and follow ups",
        Section::Actions,
    ),
    (
        "related|latest stories|latest headlines|latest articles|other stories|other news|local news|popular stories|most viewed|most shared|most commented|trending now|trending stories|editors picks|editor's picks|what to read next|read next|recommended stories|recommended for you|you might also like|you might like|more headlines|more top stories|read more|also read|read also|also watch|also see|most read|trending|more stories|more news|recommended|related stories|related articles|related topics|filed under|tags|copyright|more|most popular|you may also like|more from|top stories|more on this story|around the web|more coverage|see also|up next",
        Section::Furniture,
    ),
    (
        "advertisement|advertisements|advertising|advert|ad|ads|sponsored|story continues below|article continues below|story continues after|article continues after|continue reading|skip advertisement|scroll to continue|scroll for more|loading|promo|promoted|share this|share this article|share this story|share|sign up|newsletter|newsletters|unsubscribe|subscribe",
        Section::Interruption,
    ),
    ("comments|reader comments|leave a comment|discussion", Section::Comments),
];
