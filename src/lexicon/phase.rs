//! Turns of phrase that name a phase, labels, and the small words that decide how far something goes.
//!
//! One would get wrong to list sentences here: what verbs and nouns say together is worked out from
//! [`super::verb`] and [`super::noun`]; a row stands here only where its words do not mean what they add up to.

use super::Rows;
use crate::parser::statement::kind::Phase;

/// A vote for a phase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cue {
    /// The phase.
    pub phase: Phase,
    /// 1 a hint, 2 usual, 3 plain, 4 says it outright.
    pub weight: u8,
}

const fn cue(phase: Phase, weight: u8) -> Cue {
    Cue { phase, weight }
}

use Phase::{
    Acknowledged, Aftermath, Background, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor,
    Recovering, Resolved, Started,
};

/// Cues.
pub const CUES: Rows<Cue> = &[
    (
        "root cause summary|tested in earnest|was rehearsed|were rehearsed|been rehearsed|deadline extended|deadlines extended|post-incident call|post incident call|post-incident meeting|post incident meeting|after-action|review was published|review is published|report was published|report will be published|report is published|publish a report|publish a review|published a review|published a report|full report|full account|written account|full review|an inquiry|public inquiry|formal investigation|independent review|independent investigation|parliamentary hearing|senate hearing|congressional hearing|calls for|under fire|faced criticism|facing criticism|day after the outage|days after the outage|week after the outage|weeks after the outage|in the wake of|in the aftermath|was trending|were trending|trending on",
        cue(Aftermath, 4),
    ),
    (
        "last good|last successful|last known good|change window|planned maintenance|scheduled maintenance|in preparation for|was due to expire|warning signs|had gone unnoticed|went unnoticed|without incident|no impact|no customer impact|no user impact|no visible effect|as part of a planned|as part of planned|as part of routine|as part of a routine|ahead of the",
        cue(Precursor, 3),
    ),
    (
        "by mistake|inadvertently|accidentally|mistakenly|unknowingly|unbeknown",
        cue(Precursor, 2),
    ),
    (
        "start of impact|impact begins|impact began|impact starts|impact started|impact start|start of outage|start of incident|outage start|incident start|incident starts|incident began|incident begins|first errors|first failures|first failed|lost power|lost connectivity|loss of connectivity|loss of power|power failed|lights went out|stopped working|stops working|to a halt|to a standstill|a standstill|no longer receiving|not receiving|no longer able|ran out of|out of disk|out of memory|oom|oom killed|kernel panic|single point of failure|took the site down|connection refused|connection reset|heartbeat missed|gateway timeout|service unavailable|bad gateway|internal server error|came down|stopped taking|stopped accepting|power went out|electricity went out|fire broke out|woke up to|greeted with|greeted by|met with",
        cue(Started, 3),
    ),
    (
        "returned to the login|back to the login screen|at the login screen|restarted by themselves|restarted by itself|restarted on its own|restarted on their own|rebooted by itself|rebooted by themselves|rebooted on its own|rebooted on their own|restarted without warning|rebooted without warning|shut down without warning|unexpectedly restarted|restarted unexpectedly|unexpectedly rebooted|rebooted unexpectedly|spontaneously rebooted|spontaneously restarted|rebooting in loop|rebooting in a loop|restarting in a loop|boot loop|boot loops|reboot loop|reboot loops",
        cue(Started, 4),
    ),
    (
        "second wave|third wave|critical levels|at the height|at their height|at its height|high water mark|record high|all time high|followed suit|also affected|also failed|also down|everything failed|all regions affected|total outage|complete outage|full outage|completely down|the heaviest|the worst of it|worst hit|more and more|gone again|down again|failed again|went down again|crashed again|all at once|retry storm|thundering herd|knock on effect|domino effect|peak of|a high of|a peak of|at the time of peak|even worse|much worse|getting worse|got worse|worse still",
        cue(Peak, 3),
    ),
    (
        "at its worst|at the worst|at its peak|at their peak|at the peak|at peak|the height of",
        cue(Peak, 4),
    ),
    (
        "identified a service|identified an issue|identified an outage|identified an impact|identified a disruption|identified a degradation|identified an incident|identified an anomaly|became aware|become aware|becomes aware|made aware|was alerted|were alerted|was notified by|were notified by|reports that|report that|reported that|first aware|first learned|first noticed|first detected|first spotted|first sign|noticed that|notices that|notice that|spotted that|spots that|detected that|detects that|observed that|observes that|or is it me|or is it just me|is it just me|is it only me|or just me|down for everybody|down for anyone else",
        cue(Detected, 4),
    ),
    (
        "first ticket|first tickets|wrote to support|contacted support|contacted us|first alert|first alarm|first reports|first report|first complaint|first complaints|first calls|first signs|alert fired|alert fires|alarm fired|alarm sounds|raised the alarm|raised an alarm|sounded the alarm|paged on call|on call paged|on call was paged|page goes out|received an alert|received alerts|received reports|received a report|receive reports|receive a report|receives a report|anyone else|same here|same for us|hints of trouble|health checks fail|health check failed|began reporting|began to report|started reporting|users reported|users report|customers reported|customers report|reports started|reports began|reports came in|calls came in|flooded with|customer reports|user reports|reports of|reports from|complaints about|complaints of|took to social media|taking to social media",
        cue(Detected, 3),
    ),
    ("monitoring system|monitoring systems", cue(Detected, 2)),
    (
        "aware of|aware that|we are aware|made it official|made public|put up a banner|put up a notice|state of emergency|sev1|sev2|we know that|we know some|sorry for the trouble|hearing reports|we are experiencing|we 're experiencing|are currently experiencing|asked people to|asked customers to|asked users to|urged customers|urged people|urged users|advised to|being aware|sent notification|sent notifications|notification sent|notifications sent|sent a message|sent an email|email sent|emails sent|sent emails|message sent to",
        cue(Acknowledged, 3),
    ),
    (
        "first message to|first public|first statement|first notice|first announcement|first acknowledgement|alert went to|alerts went to|alert was sent to|message was sent to|messages were sent to|email was sent to|emails were sent to|text was sent to|texts were sent to|sms was sent to|notice was sent to|alert went out to|message went to|messages went to|email went to|emails went to|text went to|texts went to|notice went to|notices went to|i 'm ic|i am ic|i ’m ic|i 'm incident commander|i am incident commander|taking ic|took ic|take ic",
        cue(Acknowledged, 4),
    ),
    (
        "incident channel|incident commander|incident bridge|war room|on its website|on social media|major outage|major incident|partial outage|degraded performance|working to restore|working to fix|working to resolve",
        cue(Acknowledged, 1),
    ),
    (
        "were on site|are on site|access gained|gained access|gain access|access granted|got access|joined the call|join the call|joined the bridge|join the bridge|no effect|no change|without effect|without success|no improvement|to no avail|in vain|unsuccessful|unsuccessfully|did not help|didn 't help|does not help|made no difference|no luck|come straight back|came straight back|comes straight back|red herring|false lead|root cause unknown|cause unknown|cause unclear|not yet known|not immediately clear|unknown cause|did not work|didn 't work|to no effect|no immediate explanation|little effect|not successful|did not resolve|didn 't resolve|did not fix|didn 't fix|does not resolve|failed to resolve|failed to fix|did not know|does not know|do not know|not yet know|didn 't know|doesn 't know|none the wiser|issue persists|problem persists|case with|ticket with|support case|support ticket with",
        cue(Investigating, 4),
    ),
    (
        "on the way|on her way|on his way|on their way|looking into|looking at|digging into|called in|on site|in progress|work is under way|work is underway|under investigation|raised with|on the phone with|vendor support|working on|working to|working with|working through the night|around the clock|trying to|tried to|attempt to|attempts to|second attempt|first attempt|failed attempt|waiting for|awaiting|was rejected|were rejected|handed over|hand over|nothing unusual|nothing obvious|out of the ordinary|what changed|ruled out|rules out|turned our attention|turned their attention|attention turned|what went wrong|what had gone wrong|what caused|possible cause|possible causes|continue to investigate|continuing to investigate|still investigating",
        cue(Investigating, 2),
    ),
    (
        "root cause|the cause|cause of|cause is|cause found|due to|because of|the culprit|found that|found the|turned out|turns out|the reason|points to|pointed to|traced to|traced back|tracked down|narrowed down|figured out|found out|blamed on|the problem was|the problem is|the issue was|the issue is|was to blame|fault lies|fault lay|smoking gun|at fault|down to a|as a result of",
        cue(Identified, 2),
    ),
    (
        "we know what is wrong|know what went wrong|knows what went wrong|know what the problem is|became clear that|becomes clear that|became apparent that|cause identified|root cause found|root cause identified|cause has been identified|cause was identified|cause had been identified|issue identified|issue has been identified|problem identified|problem has been identified|have identified|has identified|had identified|found the cause|found the root cause|source of the|confirmed the cause|was behind the|were behind the|is behind the|lay behind|responsible for the|it emerged|it transpired|it has emerged|came to light|fix is being prepared|fix is being implemented|fix is being developed|working on a fix",
        cue(Identified, 3),
    ),
    (
        "fix deployed|fix applied|fix implemented|fix rolled out|fix released|fix pushed|fix merged|applied a fix|implemented a fix|deployed a fix|a fix has been|a fix was|fix is in place|fix in place|rolling back|rolled back|rollback begins|rollback started|rollback initiated|rollback complete|roll back|in maintenance mode|into maintenance mode|in read only mode|read only mode|into read only|manual intervention|temporary measure|brought under control|under control|flames out|added capacity|additional capacity|new certificate|new cert|from a backup|from backup|restored from|traffic away|spare part|replacement part|rolling restart|kill switch|feature flag off|flag off|mitigation in place|mitigation efforts|to make room|to reduce load|to relieve|out of rotation|out of service|back in rotation|workaround in place|work began to|began a repair|began repairs|begin repairs|started repairs|starting repairs|repairs began",
        cue(Mitigating, 3),
    ),
    (
        "coming back|came back|come back|comes back|back online|back up|back on|back at|back to work|up again|online again|working again|answering again|loading again|available again|reachable again|trading again|running again|open again|looking better|looks better|looking good|looks good|looking healthy|looks healthy|catching up|caught up|signs of recovery|signs of improvement|signs of life|beginning to recover|starting to recover|starting to come|starting to return|starting to see|slowly|partial service|partial recovery|partially restored|mostly resumed|mostly back|mostly restored|nearly all|almost all|some services|first customers|first users|getting through|got through|trickling in|trickling back|lights on|power is back|service is back|all but|returning to normal|return to normal levels|close to normal|near normal|substantially restored|no new errors",
        cue(Recovering, 2),
    ),
    (
        "lower error rates|monitoring the results|monitoring the situation|monitoring closely|monitoring the recovery|monitoring recovery|monitoring for|continue to monitor|continuing to monitor|monitor the situation|will keep monitoring|keep an eye|keeping an eye|signs of recovering|restored nearly all|restored most|restored to some|restored some|restored for some|restored for most",
        cue(Recovering, 4),
    ),
    (
        "fully restored|fully recovered|fully operational|fully functional|fully resolved|full recovery|full service|in full|back to normal|returned to normal|as normal|all clear|incident closed|incident resolved|incident over|incident is over|outage over|outage is over|outage was over|outage ended|outage ends|end of outage|end of incident|end of impact|impact ends|impact ended|incident ended|incident ends|closed the incident|close the incident|ticket closed|issue closed|closed as completed|all services|all systems|everyone should|everything is|everything working|everything back|everything works|normal operation|normal operations|operating normally|working normally|connecting normally|running normally|functioning normally|performing normally|back in service|service restored|services restored|power restored|service was restored|services were restored|power was restored|restored service|restored power|restored all|last of the|last of its|last of their|last of our|resumed fully|fully resumed|fully reopened|reopened fully|fully back|back in full|resumed in full|ran normally|ran as usual|run as usual|running as usual|opened as usual|working as usual|works as usual|worked as usual|loading as usual|operating as usual|no backlog|zero errors|errors at zero|backlog gone|backlog cleared|has been resolved|have been resolved|is resolved|was resolved|were resolved|are resolved|now resolved|been fixed|is fixed|was fixed|it 's fixed|issue is fixed|declared resolved|declared over|declared the incident over|status resolved|resolved status|full speed|up and running|back and running|no further issues|no further errors|no further impact|up to date",
        cue(Resolved, 3),
    ),
    (
        "incident concluded|incident is concluded|came to an end|put an end to|to an end",
        cue(Resolved, 4),
    ),
    (
        "no estimate|no eta|no timeline|not been restored|not fixed|in the dark|without power|without service|without internet|without water|without phones|could not be reached|at a standstill|long lines|long queues|on paper|cash only|pen and paper|no service|any update|any updates|still nothing|for hours|waited|waiting|no word|so far|no end in sight|with no sign|by hand|by candlelight|by torchlight|by flashlight|on generators|on generator power|on battery power|on emergency power|on backup power|on walkie-talkies",
        cue(Ongoing, 2),
    ),
    (
        "second day|third day|fourth day|fifth day|day two|day three",
        cue(Ongoing, 4),
    ),
    (
        "said sorry|sorry for|write up|root cause analysis|post mortem|postmortem|follow up|lessons learned|lessons learnt|action items|remediation tasks|service credits|class action|shares fell|shares closed|shares rose|closed up|closed lower|closed down|next steps|will publish|promised|let you down|failed you|told reporters|press conference|news conference|in an interview|deserve better|learn from|going forward|so that it does not happen|from happening again|happen again|never again|was postponed|for good|permanently|permanent fix|long term fix|preventive|that 's all|was amended|was corrected|this story|correction to",
        cue(Aftermath, 3),
    ),
    (
        "previous outage|earlier outage|last outage|similar outage|biggest outage|worst outage",
        cue(Background, 3),
    ),
];

/// Labels: the first words of an update, a field's name, a heading; they count where a mark or nothing follows.
pub const LABELS: Rows<Cue> = &[
    (
        "precursor|trigger|background|prelude|preparation|change|deploy|deployment|maintenance|scheduled|planned",
        cue(Precursor, 3),
    ),
    (
        "started|start|began|begin|impact|impact start|outage start|outage|start time|starttime|incident start|incident started|down|major outage start|onset|t0|begins|impact started|issue started|triggered|started at|service down|incident date|incident time|date of incident|time of incident|outage date|date of outage|time of outage|outage time|outage window|outage period|incident window|incident period|event window|downtime window|impact window",
        cue(Started, 4),
    ),
    ("peak|worst|escalation|spread", cue(Peak, 3)),
    (
        "detected|first detected|detection|detected at|alert|alerted|alert fired|noticed|reported|first reported|reported at|first noticed|paged|page|time detected|time of detection|alerting",
        cue(Detected, 4),
    ),
    (
        "acknowledged|acknowledgement|declared|incident declared|opened|incident opened|created|incident created|confirmed|public notice|notice|announced|time acknowledged|acknowledged at|communicated|declared at|response",
        cue(Acknowledged, 4),
    ),
    (
        "investigating|investigation|investigation started|triage|diagnosis|under investigation|troubleshooting|analysis|diagnosing|verifying",
        cue(Investigating, 3),
    ),
    (
        "identified|cause|root cause|cause identified|cause found|root cause identified|identified at|diagnosed",
        cue(Identified, 4),
    ),
    (
        "mitigated|mitigation|mitigating|fix|fix applied|fixing|fixed at|workaround|rollback|rolled back|remediation|mitigated at|repairing|action taken|in progress|fix in progress|implementing",
        cue(Mitigating, 4),
    ),
    (
        "monitoring|recovering|recovery|recovered|partial recovery|partially resolved|repaired|repair|repaired declared|service restored in part|restored|recovery started|degraded|verifying fix|improving|watching",
        cue(Recovering, 4),
    ),
    (
        "resolved|resolution|closed|completed|complete|end|ended|fixed|solved|all clear|incident resolved|incident closed|resolved at|end time|endtime|finished|fully resolved|outage end|impact end|impact ended|service restored|up|operational|back up|over|stopped|done|ends|issue resolved|clear|cleared|cleared at|time cleared",
        cue(Resolved, 4),
    ),
    ("ongoing|still down|unresolved", cue(Ongoing, 3)),
    ("error|err|fatal|crit|critical|severe", cue(Started, 2)),
    ("warning|warn", cue(Precursor, 2)),
    (
        "postmortem|post mortem|post-mortem|aftermath|follow up|follow-up|retrospective|review|rca|retro|lessons",
        cue(Aftermath, 4),
    ),
];

/// How things are, behind "is" or "remained", or alone in a line without a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Not as it should be.
    Down,
    /// As it should be.
    Up,
    /// At an end: over, gone. What is at an end says the rest.
    Over,
    /// Being looked into or done: under way.
    Doing,
    /// Not known yet.
    Unknown,
}

/// States.
pub const STATES: Rows<State> = &[
    (
        "down|tied up|back down|down again|offline|unavailable|unreachable|inaccessible|out|dark|dead|degraded|broken|unresponsive|slow|sluggish|stuck|stranded|unable|frozen|impaired|unstable|unusable|unhealthy|red|blank|silent|severed|intermittent|overloaded|congested|at capacity|out of action|out of order|out of service|not working|elevated|delayed|shut|missing|affected|impacted|idle|mute|busy|crawling|partitioned|isolated|stale|full|empty shelves|without|in trouble|exhausted|corrupted|disconnected|offline for|lost|failing|high|late|closed|not ready|in the red|inoperable|inoperative|non functional|nonfunctional|powerless|cut off|locked out|unplugged|saturated|throttled|spotty|patchy|flaky|wrong|empty handed|grounded|unstable|deadlocked|starved|overwhelmed|incommunicado|unresolved|oversubscribed|paralysed|paralyzed|crippled|disabled|unanswered|undelivered|unprocessed|unheard|read only",
        State::Down,
    ),
    (
        "up|back|online|available|operational|healthy|green|normal|reachable|stable|live|accessible|able|working|functional|usual|fine|ok|okay|good|ready|smooth|responsive|at baseline|baseline|caught up|in service|restored|resolved|clear|empty|drained|as usual|nominal|established|open|lit|back up|up and running|back up and running|back in action|back to life|back in business|intact|serviceable|usable|within normal range|synchronised|synchronized|in sync|up to date",
        State::Up,
    ),
    ("over|gone|finished|done|complete|completed|past|behind us", State::Over),
    ("under way|underway|in progress|in hand|ongoing", State::Doing),
    (
        "unclear|unknown|uncertain|undetermined|a mystery|mysterious|unexplained|not known|not clear|not understood|unsure|not sure|not certain",
        State::Unknown,
    ),
];

/// How far something goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Degree {
    /// All of it: fully, every.
    Whole,
    /// A part of it: some, mostly, gradually.
    Part,
    /// It lasts: still, remains.
    Still,
    /// Once more.
    Again,
    /// Another beside what is told: also, too.
    Also,
}

/// Degrees.
pub const DEGREES: Rows<Degree> = &[
    (
        "all|every|everyone|everybody|everything|fully|completely|entirely|full|complete|whole|last|final|finally|totally|normal|normally|100|everywhere|remaining|at last|both|entire",
        Degree::Whole,
    ),
    (
        "some|most|many|mostly|partly|partially|partial|gradually|slowly|first|several|nearly|almost|nearly all|almost all|all but|not all|not everyone|half|majority|part of|parts of|few|a few|in stages|in phases|step by step|one by one|bit by bit|largely|substantially|certain|handful|initial|limited|intermittently|progressively|portion|other|a third|two thirds|a quarter|percent|per cent",
        Degree::Part,
    ),
    (
        "still|as yet|to this moment|to this day|even now|yet to|so far|for now|continuing",
        Degree::Still,
    ),
    ("again|once more|once again|anew", Degree::Again),
    (
        "also|too|as well|likewise|one after another|next|another|a second|a third|further|additional",
        Degree::Also,
    ),
];

/// A word that says that something is not, or not yet, so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Modal {
    /// Ahead: will, plans to, is expected.
    Ahead,
    /// Not so: not, never, has yet to.
    Not,
    /// Cannot: whatever it is, that is trouble.
    Unable,
    /// Had been planned, and did not happen or not yet: was due, had promised.
    Planned,
}

/// Modals.
pub const MODALS: Rows<Modal> = &[
    (
        "will|shall|'ll|is expected|are expected|expected to|expects|expects to|expected back|expect|hopes|hopes to|hoped to|hope to|hoping to|is due|are due|plans to|plan to|planning to|planned for|planned|scheduled|is scheduled|should be|should have|aims to|aim to|aiming to|is set to|are set to|going to|estimated to|estimates that|estimated time|eta|etr|ettr|ert|would|target|due|to be|to follow|must|asked for|wanted|wants|promises|promised|promise|forecast|predicted|intends to|intend to|pledged to|vowed to|set for|slated for|anticipate|anticipates|likely to|may|might|could be|could take|could last|figure on|figures on|reckon on|tentatively|next update",
        Modal::Ahead,
    ),
    (
        "not|never|'t|no longer|hasn 't|has yet to|have yet to|had yet to|yet to be|without|nobody|nothing|no one|neither|nor|hardly|barely|no|none",
        Modal::Not,
    ),
    (
        "unable|unable to|failed to|fail to|fails to|failing to|cannot|can not|can 't|could not|couldn 't|could no longer|can no longer|no longer able to|not able to|not able|impossible|impossible to|refused to|refuses to|would not|wouldn 't|won 't|struggled to|struggling to|have trouble|had trouble|having trouble|difficulty in|locked out of|prevented from|stopped from|nobody could|no one could|none could",
        Modal::Unable,
    ),
    (
        "was due|were due|had been due|due out|was scheduled|had been set for|set for|was set for|had promised|was meant to|was supposed to|is meant to|is supposed to|are meant to|are supposed to|normally|was expected|were expected",
        Modal::Planned,
    ),
];

/// A word of another outage, or of history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum History {
    /// Speaks of an earlier one plainly.
    Earlier,
    /// Hints at it.
    Hint,
}

/// Words of history.
pub const HISTORY: Rows<History> = &[
    (
        "previous outage|previous outages|last outage|earlier outage|similar outage|an outage in|outage of|outage in|the last time|last time|longest outage since|worst since|biggest since|longest since|since the|not the first|second time|third time|the second in|it is the|it was the|is the latest|latest in a|latest in a string|in a string of|comes after|follows a|followed a|follows another|followed another|follows an earlier|follows one|comes just|months after|weeks after|years after|year after|years ago|history|previously|last systemwide|echo|echo of|reminiscent|reminder of|has form|anniversary|similar incident|similar failure|same failure|stumbled before|before for|once before|suffered a|suffered an|had a major|previous incident|past incident|last interruption|last failure|last failed|longest failure|second stumble|second major|own last|recall that|will recall|would recall|will be recalled|would be recalled",
        History::Earlier,
    ),
    (
        "previous|earlier|before|again|last|since|similar|past|historic|another|archive|separate|unrelated|elsewhere",
        History::Hint,
    ),
];
