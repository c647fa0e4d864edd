//! Verbs of an outage, by what they say is done.
//!
//! One would get wrong that a verb has a phase: reports fall and services fall, a fix is deployed and a fault is. The
//! rows say only what kind of doing it is; what it is done to decides with it (`parser::statement::judge`).

use super::Rows;

/// What is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Something fails by itself: crash, go down, time out.
    Fall,
    /// Somebody is without: lose, be locked out.
    Lose,
    /// Something is made to fail: knock out, disrupt, cut.
    Harm,
    /// Something touches it, hard or not: hit, affect. Weaker than [`Act::Harm`].
    Touch,
    /// The operator changes something: deploy, upgrade, migrate.
    Change,
    /// Somebody notices: detect, alert, complain.
    Notice,
    /// Somebody sees or reports, well or ill: see, observe, report.
    See,
    /// It is told in public: announce, acknowledge, tweet.
    Tell,
    /// An incident is called one: declare, open.
    Declare,
    /// Mere speech: say, write.
    Say,
    /// It is looked into: investigate, debug.
    Probe,
    /// It is tried: the verb behind it has not succeeded.
    Try,
    /// The cause is found: identify, trace.
    Find,
    /// A remedy is applied: roll back, reroute, disable.
    Mend,
    /// A remedy that is also the end where it is complete: fix, repair.
    Repair,
    /// It comes back by itself: recover, resume, reconnect.
    Return,
    /// It gets better: improve, ease.
    Ease,
    /// What has piled up goes, or is taken away: drain.
    Drain,
    /// It is brought back: restore, resolve.
    Restore,
    /// Something ends, or is brought to an end: finish, close, lift.
    Finish,
    /// Something begins; what begins says the rest.
    Begin,
    /// Something lasts; what lasts says the rest.
    Stay,
    /// Something stops; what stops says the rest.
    Stop,
    /// A figure goes up: rise, surge, increase.
    Rise,
    /// A figure is at its highest: peak, top.
    Peak,
    /// It reaches further, or gets worse: spread, cascade.
    Spread,
    /// A figure goes down: fall, decline.
    Sink,
    /// It does what it is there for: work, load, respond.
    Work,
    /// What it is done to says all: perform, carry out.
    Do,
    /// It goes, or leaves somebody in a state: leave.
    Leave,
    /// People and shops make do: queue, close, cancel.
    Cope,
    /// What comes after: apologise, refund, fine.
    Follow,
}

use Act::*;

/// Verbs by lemma; see [`super::inflection::Verbs`].
pub const VERBS: Rows<Act> = &[
    (
        "fail|crash|collapse|die|freeze/froze/frozen|freeze/froze/frozen up|hang/hung|hang/hung up|stall|trip|expire|overflow|overheat|vanish|disappear|go/went/gone down|go/went/gone offline|go/went/gone dark|go/went/gone dead|go/went/gone silent|go/went/gone blank|go/went/gone black|go/went/gone quiet|go/went/gone missing|go/went/gone away|fall/fell/fallen over|fall/fell/fallen silent|fall/fell/fallen offline|fall/fell/fallen off|time out|drop out|drop off|drop offline|cut/cut out|give/gave/given out|give/gave/given way|break/broke/broken|break/broke/broken down|malfunction|shut/shut down|power off|black out|disconnect|run/ran/run out|run/ran/run dry|buckle|grind/ground to|come/came/come to|seize up|lock up|error|error out|throw/threw/thrown|degrade|deteriorate|slow|slow down|lag|falter|stumble|flap|corrupt|panic|misbehave|fault|leak|exhaust|saturate|blow/blew/blown|fill up|back up|pile up|build/built up|explode|evict|terminate|quit/quit|run/ran/run slow|grow/grew/grown past|go/went/gone red|turn red|turn blue|turn black|show errors|return errors|return error|return 5xx|return 500|return 503|get/got stuck|become/became/become unavailable|become/became/become unreachable|become/became/become unresponsive|become/became/become inaccessible|become/became/become overloaded|become/became/become degraded|become/became/become slow|become/became/become unstable|become/became/become unhealthy",
        Fall,
    ),
    (
        "lose/lost|lock out|log out|kick off|kick out|shut/shut out|cut/cut off|strand|leave/left without|do/did/done without",
        Lose,
    ),
    (
        "knock out|knock offline|knock over|knock down|take/took/taken down|take/took/taken out|take/took/taken offline|bring/brought down|bring/brought to its|disrupt|interrupt|cripple|sever|paralyse|paralyze|ground|silence|swallow|overwhelm|overload|damage|destroy|hamper|impair|jam|plunge|plague|bug down|bog down|wipe out|wreak|black-hole|blackhole|reject|refuse|deny/denied",
        Harm,
    ),
    (
        "hit/hit|strike/struck|affect|impact|cut/cut|touch|cause|trigger|lead/led to|spark|result in|bite/bit/bitten",
        Touch,
    ),
    (
        "deploy|release|ship|merge|push|push out|roll out|roll forward|upgrade|update|migrate|promote|rotate|launch|go/went/gone live|change|modify|reconfigure|install|introduce|provision|land|activate|enable|turn on|switch on|schedule|tag|commit|publish a release|move|test|replace|compact|vacuum|reindex|resize|refactor|cut/cut over|expand|decommission|retire|configure|rename|backfill|import|bump|withdraw/withdrew/withdrawn",
        Change,
    ),
    (
        "detect|notice|alert|page|flag|complain|notify|warn|fire|ring/rang/rung|ring/rang/rung in|light/lit up|go/went/gone off|sound|spot|catch/caught|trip an|set/set off|take/took/taken to|flood in|pour in|come/came/come in|stream in|arrive|turn up|show up|begin/began/begun reporting|start reporting|wake/woke/woken|wake/woke/woken up|register|record|log|call|ask if|ask whether",
        Notice,
    ),
    (
        "see/saw/seen|observe|report|receive|experience|suffer|encounter|face|have/had trouble|struggle",
        See,
    ),
    (
        "acknowledge|announce|confirm|tweet|post|inform|advise|communicate|disclose|admit|publish|email|text customers|send/sent out|put/put out|put/put up|issue a statement|issue an advisory|issue a warning|set/set topic|tell/told customers|tell/told users|make/made public|update customers|update the status|assure|reveal|share",
        Tell,
    ),
    (
        "declare|open|raise|file|create|convene|assemble|page in|assign|ack|spin/spun up|set/set up|stand/stood up|activate the",
        Declare,
    ),
    (
        "say/said|tell/told|write/wrote/written|speak/spoke/spoken|state|explain|note|insist|comment|reply|respond to|describe|estimate|claim|maintain that|argue|stress|call it",
        Say,
    ),
    (
        "investigate|diagnose|debug|troubleshoot/troubleshot|analyse|analyze|examine|inspect|look into|look at|look for|dig|dig into|check|search|hunt|probe|escalate|triage|suspect|gather|join|engage|call out|reach out|contact|call in|bring/brought in|work on|work with|work to|collect|capture|query|reproduce|verify/verified|evaluate|assess|study/studied|ask|consult|consider|rule/ruled out|review logs|dispatch|mobilise|mobilize|scramble|race|rush|find/found out why|try/tried to understand|compare|assemble a|wonder|discuss|decide",
        Probe,
    ),
    ("try/tried|attempt|seek/sought|struggle to|hope|aim|retry", Try),
    (
        "identify|find/found|trace|pinpoint|discover|determine|isolate|locate|realise|realize|conclude|root cause|root-cause|attribute|blame|narrow|narrow down|point to|point at|uncover|understand/understood|recognise|recognize|correlate|figure out|work out|track down|link|ascribe|diagnose as|show|turn out|learn/learnt|pin|spot the|put/put down to|stem|stem from",
        Find,
    ),
    (
        "roll back|revert|restart|reboot|patch|disable|remove|delete|block|reroute|re-route|redirect|divert|fail over|failover|switch|switch over|switch to|swap|swap in|scale|scale up|scale out|add|apply|implement|mitigate|bypass|throttle|shed/shed|reset/reset|flush|purge|kill|rebuild/rebuilt|re-enable|reenable|work around|power cycle|power-cycle|recycle|evacuate|clear|renew|reissue|undo/undid/undone|extinguish|rate limit|rate-limit|rotate out|cordon|uncordon|back out|backed out|take/took/taken out of|put/put in place|turn off|steer|shift|reload|re-apply|reapply|redeploy|re-deploy|rerun|re-run|splice|reinstall|unplug|plug|replay|rewind|cancel the|contain|address|correct|resize the|override|overrode|bounce|tune|allocate|grow/grew/grown the|force|freeze the|relieve|remediate|stabilise|stabilize|pull out|take/took/taken back|bring/brought up|free up|limit|pause the|stop the|stop routing|lower|increase the|raise the limit|reseat|issue|re-image|reimage|reprovision|rebalance|reconcile|re-route|hotfix",
        Mend,
    ),
    (
        "fix|repair|rectify/rectified|solve|cure|remedy/remedied|sort out|sort|mend|put/put right",
        Repair,
    ),
    (
        "recover|return|resume|come/came/come back|come/came/come online|come/came/come up|come/came/come on|go/went/gone back|go/went/gone through|get/got through|get/got in|get/got back|be back|reconnect|reappear|reopen|catch/caught up|restart|rejoin|bounce back|trickle back|flicker back|flow|refill|get/got underway|follow suit|return to|begin/began/begun working|start working|turn green|go/went/gone green|let/let in|succeed|regain|get/got back",
        Return,
    ),
    ("improve|ease|normalise|normalize|heal|calm|settle", Ease),
    ("drain|empty/emptied|work through", Drain),
    (
        "restore|resolve|bring/brought back|bring/brought online|reinstate|put/put back|re-establish|reestablish|get/got working|re-energise|re-energize|energise|energize",
        Restore,
    ),
    (
        "end|finish|complete|conclude|close|close out|lift|wrap up|declare over|stand/stood down|call off the|be over|subside|cease|clear up|abate|dissipate|sign off",
        Finish,
    ),
    (
        "begin/began/begun|start|start up|commence|kick in|set/set in|initiate|get/got under|break/broke/broken out|arise/arose/arisen|occur|happen|emerge|develop|appear|take/took/taken place|surface|date|date back|enter",
        Begin,
    ),
    (
        "remain|continue|persist|linger|last|keep/kept|stay|go/went/gone on|drag on|wait|carry/carried on|rumble on|stretch|sit/sat",
        Stay,
    ),
    ("stop|halt|suspend|pause|abort|abandon|scrub", Stop),
    (
        "rise/rose/risen|climb|jump|surge|spike|soar|grow/grew/grown|increase|double|triple|mount|balloon|shoot/shot up|go/went/gone up|swell/swelled/swollen|skyrocket|elevate|raise the",
        Rise,
    ),
    (
        "peak|top|exceed|surpass|pass|reach|max out|hit/hit a|hit/hit its|crest|level off|plateau|swamp",
        Peak,
    ),
    (
        "spread/spread|cascade|worsen|intensify/intensified|escalate|widen|snowball|ripple|propagate|extend|engulf",
        Spread,
    ),
    (
        "fall/fell/fallen|drop|decline|decrease|dwindle|shrink/shrank/shrunk|taper|taper off|die down|diminish|tumble|slide/slid|dip|go/went/gone below|sink/sank/sunk|plummet|slip|halve|lessen|recede|drop to",
        Sink,
    ),
    (
        "work|deliver|function|operate|load|respond|run/ran/run|perform|stream|serve|connect|process|accept|answer|open up|log in|log on|sign in|boot|pay/paid|place orders|make/made calls|send/sent|receive calls|send/sent messages|access|reach the|use|take/took/taken payments|take/took/taken orders|trade|fly/flew/flown|depart|take/took/taken off|ring/rang/rung out",
        Work,
    ),
    ("leave/left", Leave),
    (
        "perform a|perform an|carry/carried out|conduct|execute|undertake/undertook/undertaken|make/made a|make/made an|give/gave/given a",
        Do,
    ),
    (
        "cancel|call off|postpone|queue|line up|close early|close its|close their|open late|turn back|turn away|send/sent home|hand out|hand write|handwrite|revert to|resort to|fall/fell/fallen back|switch to paper|improvise|delay|reschedule|evacuate to|board|accept only|accept cash|go/went/gone without|make/made do|walk|wait in|turn round|turn around|prop|shutter|play cards|serve by|scrap|hold/held on|take/took/taken cash|take/took/taken attendance|camp|sleep/slept|crowd|swap paper|write/wrote/written by",
        Cope,
    ),
    (
        "apologise|apologize|refund|compensate|promise|pledge|vow|sue|fine|demand|testify/testified|review|thank|audit|credit|reimburse|offer|meet/met|vote|summon|question|criticise|criticize|condemn|call for|defend|regret|resign|order|launch an inquiry|debrief|write/wrote/written up|reflect|recommend|let/let down|schedule a|present|hear/heard|urge",
        Follow,
    ),
];
