//! What happened, by the phase of an outage that it speaks of.
//!
//! One would get wrong that words vote: "restored" beats "outage" in "restored after an outage", so each row has a
//! weight, and the clause decides, not the sentence.

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
        "deploy|deployed|deploys|deployment|rollout|rolled out|roll out|released|release|shipped|merged|upgrade|upgraded|upgrades|migration|maintenance|maintenance window|promoted|promotes|pushed|canary|triggered by|rotated|drained|change began|compaction begins|database upgrade|planned work|new version|rolling replacement|update was applied|started the deployment|configuration change",
        cue(Precursor, 2),
    ),
    (
        "overheated|lightning|arrester|faulty update|sent out|withdrew notice|contractor|excavator|hit the line|cut our|road crew|fire broke out|called to the|called to a fire|was called|due to land|warning logged|last good",
        cue(Precursor, 2),
    ),
    (
        "went down|goes down|going down|go down|went offline|going offline|gone offline|go offline|went dark|goes dark|going dark|went dead|knocked out|knocked offline|took down|taken down|stopped working|stops working|stopped responding|stopped accepting|stops accepting|stop taking|stopped taking|lost power|lost connectivity|lost service|lose power|lost internet|lost voice|lost their screens|fell over|fall over|power failed|failed on every|outage began|outage started|outage begins|outage starts|trouble started|trouble began|problems began|problems started|issues began|issues started|disruption began|incident began|incident started|impact began|impact starts|impact start|start of impact|started about|started at|started around|began at|began around|began about|began when|started when|started when|vanished|disappeared|crashed|crashes|crash|tripped|trips|froze|frozen|plunged|unreachable|not reachable|became unavailable|becomes unavailable|unavailable|blackout began|dropping off|timed out|time out|timing out|cut off|was cut|failed at|fails at|inaccessible|kicked off and|refused writes|halted|grounded|overflows|runs dry|severed|silenced|answered most requests with|start failing|began failing|started failing|starts failing|notreadystate|notready|began to fail|could not log in|nobody could|quit|loss of light|drew blank|service degradation|was down from|were down from|was down for|were down for|response time started|started to increase|entered notready|stopped receiving|no longer receiving|writesblocked starts|screen turned blue|lights went out|sign in failed|went out|was unavailable|were unavailable|was slow from|slow from|are rejected|stopped at|first 503s|first 500s|first errors|first dns timeouts|fell silent",
        cue(Started, 3),
    ),
    (
        "began|begins|started|starts|start|begun|beginning|failed|fails|fail|failure|failing|broke|breaks|down|outage|errors|error|disrupted|disruption|interrupted|interruption|offline|lost|loses|degraded|unable|expired|expires|stopped|shut down|blackout|slow|late|missing|dropped|drops",
        cue(Started, 1),
    ),
    (
        "peaked|peak|peaks|topped|at its worst|at the worst|at the height|at their height|heaviest|high water mark|most of the day|spread|spreading|spreads|second wave|third wave|cascaded|cascading|also went|gone again|everything failed|fall over as well|at once|every machine|hit a high|hit 60|passed 50|have passed|surged|climbed to|climbs to|rose to|worst|highest figure|escalated|going the same way|fails for everyone|failed again|crashes again|again all|critical levels|maximum amount|levelled off|close to unusable|in every region|then all|the longest of the week",
        cue(Peak, 3),
    ),
    (
        "alert|alerts|alerted|alarm|alarms|pager|pagerduty|paged|pages|page goes|goes off|fires|fired|firing|monitoring|detected|detects|first detected|detection|noticed|notices|complained|complaints|complaining|users began reporting|users reported|users report|user reports|customers reported|reported by|first reports|reports began|reports started|reporting problems|reporting errors|reporting issues|first noticed|first signs|first hints|hints of trouble|calls came|tickets|ticket|check goes red|received a report|hotline|first failed call|nagios|user notifies|user reported|was reported|were reported|received an alert|anyone else|same for us|burn rate alert|raised an alarm|logged its first",
        cue(Detected, 2),
    ),
    (
        "first alarm|alert fired|an alert|the alert|alert is triggered|first alert|first received|users began reporting|began reporting|started reporting",
        cue(Detected, 4),
    ),
    (
        "acknowledged|acknowledges|acknowledge|confirmed|confirms|status page|statuspage|posted on x|posted to facebook|posted a notice|put up a notice|tweeted|tweets|banner|declared|declares|incident declared|incident opened|opened an incident|opens an incident|opens incident|opens major incident|opens ticket|opened a ticket|incident channel|channel opened|incident commander|first public word|first words|first word|public post|announced|announces|said it was aware|aware of|apologised on|texted customers|notice on|told the public|made it official|said so in public|incident open|major outage|communicated the|communcicated|incident announced|incidents reported on|first public|put out a statement|acks|warning that|sets topic|declared an emergency|advised customers|turned red|status page updated|posted at|posted that|posted about|opened ticket",
        cue(Acknowledged, 3),
    ),
    (
        "investigating|investigate|investigated|investigation|investigates|diagnosis|diagnosing|diagnosed|looking into|looking at|looked at|troubleshooting|debugging|digging|attempt|attempts|attempted|tried|tries|trying|no effect|no change|without effect|no improvement|unsuccessful|abandoned|called in|joined the call|triage|failed attempt|come straight back|came straight back|on a hunch|were searching|engineers were|technicians were|dispatched|on site|checking|restarts|took a backup|waiting for|working on|working to|at the keyboard|technician on site|technicians worked|raised aws|support ticket|reached out|unable to ssh|cannot be|handover|escalated to|doing diagnosis|initial investigation|suspected|slow queries|failover to|what changed|had not said|not yet known|cause was not",
        cue(Investigating, 2),
    ),
    (
        "investigating|is investigating|began investigating|begins investigating|we are investigating|started investigating|investigation begins|fails at|rejected",
        cue(Investigating, 2),
    ),
    (
        "identified|identifies|identify|root cause|cause found|cause was found|found the cause|the cause|traced|traced to|traces|pinpointed|attributed|attributes|blamed|blames|blaming|recognised|recognises|recognizes|recognized|discovered|discovers|found that|found the|we found|found a|finds|sees the missing|sees that|turned out|because of|due to|was caused|caused by|root caused|narrowed down|figured out|found out|networking issues|located the|had located|shows that|packet capture|revealed|explained|the reason|understood|noted that|determined|one shard|table full|out of disk|100% oh|has been failing since",
        cue(Identified, 2),
    ),
    (
        "identified|cause has been identified|cause had been identified|cause identified|cause found|root cause found|found the cause|cause was identified|recognised as reason|has been identified|have identified|we identified",
        cue(Identified, 3),
    ),
    (
        "fix|fixed|fixes|fixing|hotfix|patch|patched|rolled back|roll back|rollback|rolling back|rolls back|reverted|reverts|revert|reverting|mitigation|mitigated|mitigate|mitigating|mitigates|workaround|work around|restart|restarted|restarting|restarts of|rebooted|rebooting|reboot|disabled|disabling|steering traffic|diverted|rerouted|re-routed|rerouting|failover|failed over|failover complete|switched to|scaled|scaling|added capacity|additional capacity|repair|repairs|repaired|repairing|splicing|splice|spliced|replaced|replacement|applied|apply|deleted|reset|cleared|blocked|read only|increased|grown to|new cert|new key|raises the limit|shed load|shedding|flushed|removed|removing|removed at|generator|generators|re-energized|bring back|bringing back|recycled|node rollover|drain|draining|cordoning|migrated|started import|export|restored from|taken back|undo|undone|backed out|back out|withdrew|withdrawn|manually|bounced|bouncing|moved to|brought under control|extinguished|flames out|key arrived|power cycle|purged|killed",
        cue(Mitigating, 2),
    ),
    (
        "rolled back|rollback begins|began to roll|reverted|fix was deployed|fix deployed|fix applied|applied a fix|implemented a fix|a fix has been implemented|deployed a fix|fix is being|rolling back|mitigation efforts",
        cue(Mitigating, 4),
    ),
    (
        "recovering|recover|recovered|recovers|recovery|coming back|came back|come back|comes back|back online|back up|back in stages|brought back|bring back online|partly|partially|partial|gradually|slowly come|resumed|resume|resumes|resuming|reconnected|reconnect|reconnects|trickling|starting to|begun to|restored to|some customers|first customers|some users are|accept writes|accepts writes|healthy|back at|back to|improving|improvement|improved|answering again|getting through|going through|reopened|reopens|lights on|flickered back|loading again|working again|drained|draining|backlog|monitoring|returned|returning|returns|decline|declined|falling|had fallen|fallen to|reports fell|taken its|returned to parts|delivered in real time|rejoin|rejoined|traffic flows|catching up|caught up|can log in|started working|service is back|power is back|first departure|took off|begin to boot|trading again|selling tickets|bars reappeared|began coming back|opened at|reachable again|answers again|up again|back on",
        cue(Recovering, 2),
    ),
    (
        "slowly come back online|begun to slowly|coming back online|come back online|mostly resumed|partially restored|some services|began recovering|recovery began|starting to recover|starting to come back|began to recover|monitoring",
        cue(Recovering, 3),
    ),
    (
        "resolved|resolves|resolve|restored|restores|fully restored|fully recovered|full recovery|fully operational|back to normal|all clear|all-clear|incident closed|closed this|incident over|over|ended|ends|end|closed|has been fixed|was fixed|it's fixed|is fixed|fixed for|all services|everything is working|everyone should be|all customers|every customer|every volume|every region|last region|normal operation|normally|operational|service was restored|power was restored|completely|finished|fully functional|resumed in full|healthy again|incident was resolved|declared resolved|all systems|working normally|back in service|functioning normally|mission accomplished|calling it",
        cue(Resolved, 2),
    ),
    (
        "resolved|fully restored|incident closed|incident resolved|declared the incident over|incident is resolved|status page resolved|ticket closed|has been resolved|was resolved|were resolved|bringing the outage to an end|outage ended|outage was over|full service|restored service|services restored|service restored|power restored|restored all|last of the",
        cue(Resolved, 4),
    ),
    ("restored nearly all|restored most|restored to some", cue(Recovering, 4)),
    (
        "still offline|still down|still out|still waiting|still unable|still without|still be offline|still not|still affected|still experiencing|still dark|still dead|still broken|still rang|remained|remains|remain|remaining|continue to|continues to|continued to|without power|were still|was still|are still|is still|no estimate|without service|remain without|not working|stays closed|stay closed|remain closed|is shut|were out|was out|were closed|closed its|called off|sent everyone home|cannot|can't|ongoing|no one could|in the dark|not been restored|not fixed",
        cue(Ongoing, 3),
    ),
    ("still", cue(Ongoing, 2)),
    (
        "apologised|apologized|apologises|apologizes|apology|apologies|sorry|statement|spokesperson|spokesman|spokeswoman|regulator|regulators|shares|stock|compensation|refund|refunds|credits|lawsuit|inquiry|inquest|review|retrospective|postmortem|post-mortem|report published|will publish|promised|full account|follow up|followup|update on|told reporters|interview|chief executive|minister|mp|senator|hearing|fined|demanded|trending|was trending|analyst|analysts|lesson|lessons|write up|write-up|audited|shares fell|shares closed|index closed|jurors|union|thanked|said on|wrote in|was amended|spoke",
        cue(Aftermath, 1),
    ),
    (
        "apologised|apologized|apologises|trending|asked for a written account|has asked for|will hear a report|promised a|fined|closed up|closed lower|lowered the alert|was audited|shares closed|retro|is promised|regulator said|regulators said|added a statement|was postponed",
        cue(Aftermath, 3),
    ),
    (
        "previous outage|earlier outage|last outage|similar outage|biggest outage|worst outage|history",
        cue(Background, 3),
    ),
];

/// A word that says that something is not, or not yet, so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Modal {
    /// Ahead: will, plans to, is expected.
    Ahead,
    /// Not so: not, never, has yet to.
    Not,
    /// Had been planned, and did not happen or not yet: was due, had promised.
    Planned,
}

/// Modals.
pub const MODALS: Rows<Modal> = &[
    (
        "will|shall|'ll|is expected|are expected|expected to|expects|expects to|expected back|expect|hopes|hopes to|hoped to|hope to|is due|are due|plans to|planned for|planned|scheduled|is scheduled|should be|should have|aims to|is set to|are set to|going to|estimated to|estimates that|would be|target|due|to be|must|asked for|wanted|wants|promises|forecast|predicted",
        Modal::Ahead,
    ),
    (
        "not|never|n't|no longer|has yet to|have yet to|had yet to|without|nobody|unable|failed to|cannot",
        Modal::Not,
    ),
    (
        "was due|were due|had been due|due out|was scheduled|had been set|set for|was set for|had promised|was meant to|was supposed to|normally|was expected|were expected",
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
        "previous outage|previous outages|last outage|earlier outage|similar outage|an outage in|outage of|outage in|the last time|last time|longest outage since|worst since|biggest since|longest since|since the|not the first|second time|third time|the second in|it is the|it was the|is the latest|latest in a|latest in a string|in a string of|comes after|follows a|followed a|comes just|months after|weeks after|years after|year after|years ago|history|previously|last systemwide|echo|echo of|reminiscent|reminder of|has form|anniversary|similar incident|similar failure|same failure|stumbled before|before for|once before|suffered a|suffered an|had a major|previous incident|past incident|last interruption|last failure|last failed|longest failure|second stumble|second major|own last",
        History::Earlier,
    ),
    (
        "previous|earlier|before|again|last|since|similar|past|historic|another|archive|separate|unrelated|elsewhere",
        History::Hint,
    ),
];
