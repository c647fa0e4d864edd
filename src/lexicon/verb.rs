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
    /// One thing brings about another: cause, trigger, lead to.
    Cause,
    /// The operator changes something: deploy, upgrade, migrate.
    Change,
    /// Somebody notices: detect, alert, complain.
    Notice,
    /// Somebody or something comes: arrive. Who comes says the rest.
    Come,
    /// Somebody sees or reports, well or ill: see, observe, report.
    See,
    /// It is told in public: announce, acknowledge, tweet.
    Tell,
    /// An incident is called one: declare, open.
    Declare,
    /// It is heard of, or passed on: report, receive.
    Hear,
    /// Somebody is hit by it: experience, suffer. Where [`Act::See`] tells that it was noticed, this tells that it began.
    Suffer,
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
    /// A grip at the works that leads to trouble or out of it, whichever comes after: apply, add, switch.
    Apply,
    /// Set going once more, by somebody or by itself: restart, relaunch.
    Restart,
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
    /// What comes after: refund, fine, review.
    Follow,
    /// Said in regret: apologise, thank. What is told with it counts for more.
    Regret,
    /// Settled on: decide to, agree to. What is decided says the rest.
    Decide,
}

use Act::*;

/// Verbs by lemma; see [`super::inflection::Verbs`].
pub const VERBS: Rows<Act> = &[
    (
        "fail|crash|collapse|die|freeze/froze/frozen|freeze/froze/frozen up|hang/hung|hang/hung up|stall|trip|expire|overflow|overheat|vanish|disappear|go/went/gone down|go/went/gone offline|go/went/gone dark|go/went/gone dead|go/went/gone silent|go/went/gone blank|go/went/gone black|go/went/gone quiet|go/went/gone missing|go/went/gone away|go/went/gone wrong|go/went/gone haywire|go/went/gone out|go/went/gone into read only|fall/fell/fallen over|fall/fell/fallen silent|fall/fell/fallen offline|fall/fell/fallen off|fall/fell/fallen behind|time out|drop out|drop off|drop offline|cut/cut out|give/gave/given out|give/gave/given way|break/broke/broken|break/broke/broken down|malfunction|shut/shut down|power off|power down|black out|disconnect|run/ran/run out|run/ran/run dry|buckle|grind/ground to|come/came/come to a|seize up|seize|lock up|error|error out|throw/threw/thrown|degrade|slow|slow down|lag|falter|stumble|flap|corrupt|panic|misbehave|fault|leak|exhaust|saturate|blow/blew/blown|fill up|back up|pile up|build/built up|queue up|explode|evict|terminate|quit/quit|run/ran/run slow|grow/grew/grown past|go/went/gone red|turn red|turn blue|turn black|show errors|get/got stuck|become/became/become unavailable|become/became/become unreachable|become/became/become unresponsive|become/became/become inaccessible|become/became/become overloaded|become/became/become degraded|become/became/become slow|become/became/become unstable|become/became/become unhealthy|become/became/become saturated|become/became/become exhausted|become/became/become congested|become/became/become stuck|become/became/become disconnected|become/became/become corrupted|become/became/become overwhelmed|short circuit|burn/burnt|burst/burst|rupture|catch/caught fire|glitch|snap|topple|sink/sank/sunk into|segfault|core dump|deadlock|thrash|desync|go/went/gone out of sync|back off|come/came/come down|loop|crashloop",
        Fall,
    ),
    (
        "lose/lost|lock out|log out|kick off|kick out|shut/shut out|cut/cut off|strand|leave/left without|do/did/done without",
        Lose,
    ),
    (
        "knock out|knock offline|knock over|knock down|take/took/taken down|take/took/taken out|take/took/taken offline|bring/brought down|bring/brought to its|disrupt|interrupt|cripple|sever|paralyse|paralyze|ground|silence|swallow|overwhelm|overload|damage|destroy|hamper|impair|jam|plunge|plague|bog/bogged down|wipe out|wreak|black hole|blackhole|reject|refuse|deny/denied|turn down|upend|snarl|hobble|derail|dog/dogged|wreck|slice through|dig/dug through|dig/dug up|drill through|saw through|plough through|plow through|cut/cut through|tear/tore/torn through|rip through|bore through|drive/drove/driven through|clog|choke|starve|wipe|truncate|overwrite/overwrote/overwritten|roil|shut/shut off|crush|thwart|stymie|hinder|inundate|bombard|drop calls",
        Harm,
    ),
    (
        "hit/hit|strike/struck|affect|impact|cut/cut|touch|bite/bit/bitten|beset/beset|rock|sweep/swept|trouble|inconvenience",
        Touch,
    ),
    (
        "cause|trigger|lead/led to|spark|result in|bring/brought about|prompt|provoke|contribute to|give/gave/given rise to|precipitate|induce",
        Cause,
    ),
    (
        "deploy|release|ship|merge|push|push out|roll out|roll forward|upgrade|update|migrate|rotate|launch|go/went/gone live|change|modify/modified|reconfigure|install|introduce|provision|land|activate|publish a release|tag|commit|move|test|compact|vacuum|reindex|re-index|resize|refactor|cut/cut over|expand|decommission|retire|rename|backfill|import|bump|withdraw/withdrew/withdrawn|approve|schedule|alter|rewrite/rewrote/rewritten|convert|consolidate|relocate|phase in|onboard|trial|toggle|flip|swap over|delegate|re-sign|perform maintenance|begin/began/begun work on|start work on|prepare",
        Change,
    ),
    (
        "detect|notice|alert|page|flag|complain|notify/notified|warn|fire|ring/rang/rung|ring/rang/rung in|light/lit up|go/went/gone off|sound|spot|catch/caught|trip an|set/set off|take/took/taken to social|take/took/taken to twitter|take/took/taken to facebook|take/took/taken to reddit|take/took/taken to x|take/took/taken to the internet|take/took/taken to forums|flood in|pour in|come/came/come in|stream in|roll in|trickle in|turn up|begin/began/begun reporting|start reporting|wake/woke/woken|wake/woke/woken up|register|record|log|call|ask if|ask whether|vent|become/became/become aware|get/got paged|get/got alerted|get/got an alert|surface",
        Notice,
    ),
    (
        "arrive|show up|turn up on site|get/got to site|get/got to the|reach site|set/set off for|attend the site|attend site|attend the scene|attend the fault",
        Come,
    ),
    (
        "see/saw/seen|observe|run/ran into|meet/met with|greet|read/read of",
        See,
    ),
    (
        "report|receive|field|get/got reports|get/got calls|get/got complaints|get/got messages|take/took/taken calls|hear/heard reports|hear/heard of|hear/heard from",
        Hear,
    ),
    (
        "experience|suffer|encounter|face|undergo/underwent/undergone|have/had trouble|have/had problems|have/had issues|have/had difficulty|struggle|endure",
        Suffer,
    ),
    (
        "acknowledge|announce|confirm|tweet|post|inform|advise|communicate|disclose|admit|publish|email|text customers|send/sent out|put/put out|put/put up|issue a|issue an|was issued|were issued|been issued|set/set topic|tell/told customers|tell/told the public|tell/told users|tell/told regulators|tell/told the regulator|tell/told the ministry|tell/told the central bank|tell/told the authorities|tell/told its customers|tell/told passengers|turn yellow|turn amber|turn orange|go/went/gone yellow|go/went/gone amber|make/made public|update customers|update the status|assure|reveal|share|reassure|broadcast/broadcast|alert customers|alert users|notify/notified customers|notify/notified users|address the outage|address the issue|address the problem",
        Tell,
    ),
    (
        "declare|open|raise|file|create|convene|assemble|page in|assign|ack|spin/spun up|set/set up|stand/stood up|activate the",
        Declare,
    ),
    (
        "say/said|tell/told|write/wrote/written|speak/spoke/spoken|state|explain|note|insist|comment|reply/replied|respond|respond to|describe|estimate|understand that|claim|maintain that|argue|stress|call it|add that|report that|go/went/gone on to say|signal|indicate",
        Say,
    ),
    (
        "investigate|diagnose|debug|troubleshoot/troubleshot|analyse|analyze|examine|inspect|look into|look at|look for|dig/dug|dig/dug into|check|search|hunt|probe|escalate|triage|suspect|gather|join|engage|call out|reach out|contact|call in|bring/brought in|work on|work with|work to|collect|capture|query/queried|reproduce|verify/verified|evaluate|assess|study/studied|ask|consult|consider|rule/ruled out|review logs|review the logs|dispatch|mobilise|mobilize|scramble|race|rush|find/found out why|try/tried to understand|compare|assemble a|wonder|discuss|test the theory|theorise|theorize|hypothesise|hypothesize|pore over|comb through|go/went/gone over|monitor closely|profile|bisect|enlist|loop in|pull in|deploy engineers|deploy technicians|deploy crews|send/sent engineers|send/sent technicians|send/sent crews|trawl|focus on|dive into|go/went/gone through the log|go/went/gone through the logs|go/went/gone through logs|go/went/gone through the errors|go/went/gone through the traces|go/went/gone through the code|go/went/gone through the metrics|explore|puzzle|meet/met with|involve|enquire|inquire",
        Probe,
    ),
    (
        "try/tried|attempt|seek/sought|struggle to|hope|aim|endeavour|strive/strove/striven|battle",
        Try,
    ),
    (
        "identify/identified|find/found|trace|pinpoint|discover|determine|isolate to|isolate the problem|isolate the issue|isolate the fault|isolate the cause|isolate the failure|isolate the source|isolate the bug|isolate the error|point out|locate|realise|realize|conclude|root cause|attribute|blame|narrow|narrow down|point to|point at|uncover|understand/understood|recognise|recognize|correlate|figure out|work out|track down|link|ascribe|diagnose as|show/showed/shown|turn out|learn/learnt|pin/pinned|spot the|put/put down to|stem|stem from|deduce|spot that|reveal that|single out|home in on|zero in on|trace back|chalk up to|come/came/come down to|boil down to|infer|confirm the cause|confirm the root cause",
        Find,
    ),
    (
        "roll back|revert|route|tear/tore/torn down|repoint|re-point|route around|patch|disable|remove|delete|block|re-route|reroute|redirect|divert|fail over|failover|swap in|scale|scale up|scale out|mitigate|bypass|throttle|shed/shed|reset/reset|flush|purge|kill|rebuild/rebuilt|work around|power cycle|recycle|evacuate|renew|reissue|undo/undid/undone|extinguish|rate limit|rotate out|cordon|uncordon|back out|take/took/taken out of|put/put in place|turn off|switch off|steer|shift|re-apply|redeploy|re-deploy|rerun|re-run|splice|reinstall|re-install|replay|rewind/rewound|cancel the|contain|correct|override/overrode/overridden|bounce|force|freeze/froze/frozen the|relieve|remediate|stabilise|stabilize|pull out|pull the|take/took/taken back|bring/brought up|free up|pause the|stop the|stop routing|reseat|re-image|reimage|reprovision|re-provision|rebalance|reconcile|hotfix|de-prioritise|quarantine|drop the|blacklist|blocklist|whitelist|allowlist|resync|re-sync|resynchronise|fall/fell/fallen back to|downgrade|detach|reattach|remount|re-create|recreate|refresh|prune|offload|tweak|fine tune|sinkhole|blackhole the|cycle|drain traffic|fence|isolate|feed/fed from|invoke|depool|repool|move to the backup|move to backup|move to the standby|move to standby|move to the secondary|move to the spare|move over to the|unblock|deactivate|shut/shut off the|recover from|reverse|retract|rescind|douse|pump out|bolt|patch up",
        Mend,
    ),
    (
        "apply/applied|implement|add|replace|reduce|lower|limit|promote|swap out|unplug|plug|plug in|switch|switch over|switch to|swap|increase the|raise the limit|enable|turn on|switch on|configure|tune|allocate|adjust|extend the|clear|set/set the|run/ran/run a|run/ran/run the|execute|carry/carried out|perform a|perform an|undertake/undertook/undertaken|make/made a change|make/made changes|fit|wire|transfer|relax|tighten|split/split|rearrange|grow/grew/grown the",
        Apply,
    ),
    (
        "restart|reboot|reload|relaunch|re-launch|start back up|respawn",
        Restart,
    ),
    (
        "fix|repair|rectify/rectified|solve|cure|remedy/remedied|sort out|sort|mend|put/put right|iron out",
        Repair,
    ),
    (
        "recover|return|resume|come/came/come back|come/came/come online|come/came/come up|come/came/come on|come/came/come alive|go/went/gone back|go/went/gone through|get/got through|get/got in|get/got back|be back|reconnect|reappear|reopen|re-open|catch/caught up|rejoin|re-join|bounce back|trickle back|flicker back|flow|refill|get/got underway|follow suit|return to|begin/began/begun working|start working|turn green|go/went/gone green|let/let in|succeed|regain|restabilise|restart trading|rebound|revive|take/took/taken off again|come/came/come round|spring/sprang/sprung back|pick up again|turn back up|energise|energize|re-energise|re-energize|restart service|self heal|clear up|start up again",
        Return,
    ),
    (
        "improve|ease|normalise|normalize|heal|calm|settle|stabilise itself|work through|abate|lessen|let/let up|recover slowly|make/made progress",
        Ease,
    ),
    ("drain|empty/emptied", Drain),
    (
        "restore|resolve|bring/brought back|bring/brought online|reinstate|put/put back|re-establish|get/got working|re-enable|reenable|revitalise|switch back on|turn back on|bring/brought back up|recommission|re-activate|reactivate|reconnect customers",
        Restore,
    ),
    (
        "end|finish|complete|close|close out|lift|wrap up|declare over|stand/stood down|call off the|be over|subside|cease|dissipate|sign off|come/came/come to an end|be resolved|mark as resolved|mark resolved|de-escalate",
        Finish,
    ),
    (
        "begin/began/begun|start|start up|commence|kick in|set/set in|initiate|get/got under|break/broke/broken out|arise/arose/arisen|occur|happen|emerge|develop|appear|take/took/taken place|date|date back|enter|crop up|start off|ensue|manifest|recur|strike/struck again|unfold",
        Begin,
    ),
    (
        "remain|continue|persist|linger|last|keep/kept|stay|go/went/gone on|drag on|wait|carry/carried on|rumble on|stretch|sit/sat",
        Stay,
    ),
    (
        "stop|halt|suspend|pause|abort|abandon|scrub|quit/quit working|cease to",
        Stop,
    ),
    (
        "rise/rose/risen|climb|jump|surge|spike|soar|grow/grew/grown|increase|double|triple|mount|balloon|shoot/shot up|go/went/gone up|swell/swelled/swollen|skyrocket|elevate|raise the|accumulate|creep/crept up|rocket|quadruple|multiply/multiplied|ramp up",
        Rise,
    ),
    (
        "peak|top|exceed|surpass|pass|reach|max out|hit/hit a|hit/hit its|crest|level off|plateau|swamp|cross|breach",
        Peak,
    ),
    (
        "spread/spread|cascade|worsen|intensify/intensified|widen|snowball|ripple|propagate|extend|engulf|deteriorate|get/got worse|grow/grew/grown worse|make/made worse|make/made matters worse|make/made things worse|exacerbate|aggravate|compound|deepen|mushroom|spiral|escalate into|spill over|amplify/amplified|become/became/become worse|expand to",
        Spread,
    ),
    (
        "fall/fell/fallen|drop|decline|decrease|dwindle|shrink/shrank/shrunk|taper|taper off|die down|diminish|tumble|slide/slid|dip/dipped|go/went/gone below|sink/sank/sunk|plummet|slip|halve|recede|drop to|tail off|ebb|go/went/gone down to|thin out|plunge to",
        Sink,
    ),
    (
        "work|deliver|function|operate|load|run/ran/run|perform|stream|serve|connect|process|accept|answer|open up|log in|log on|sign in|boot|pay/paid|place orders|make/made calls|send/sent|send/sent messages|access|reach the|use|take/took/taken payments|take/took/taken orders|trade|fly/flew/flown|depart|take/took/taken off|ring/rang/rung out|handle|complete calls|log into|sign into|reach customers|get/got online|withdraw/withdrew/withdrawn money|withdraw/withdrew/withdrawn cash|pick up jobs|pick up work|pick up messages|pick up calls|make/made payments|check in|refuel",
        Work,
    ),
    ("leave/left", Leave),
    (
        "make/made a|make/made an|give/gave/given a|conduct|provide|put/put together",
        Do,
    ),
    (
        "decide|opt|elect|choose/chose/chosen|agree|proceed|manage|instruct|direct|be forced",
        Decide,
    ),
    (
        "cancel|call off|postpone|queue|line up|close early|close its|close their|open late|turn back|turn away|send/sent home|hand out|hand write|handwrite|resort to|switch to paper|improvise|delay|reschedule|evacuate to|board|accept only|accept cash|go/went/gone without|make/made do|walk|wait in|turn round|turn around|shutter|scrap|hold/held on|take/took/taken cash|camp|sleep/slept|crowd|write/wrote/written by|rely on|boil|shelter|commandeer|reroute passengers|strand in|cope|grapple|rebook|re-book|miss|stay home|work from home",
        Cope,
    ),
    (
        "follow up|follow up on|rehearse|submit|refund|compensate|promise|pledge|vow|sue|fine|demand|testify/testified|review|audit|credit|reimburse|offer|vote|summon|question|criticise|criticize|condemn|call for|call on|defend|resign|order|launch an inquiry|launch an investigation|open an investigation|debrief|write/wrote/written up|reflect|recommend|schedule a|present|hear/heard|urge|step down|grill|slam|lambast|lash out|blast|accuse|commission|legislate|penalise|penalize|pay/paid out|settle the|plead|learn/learnt from|revisit|appear before|brief|rule that|overhaul|downplay|downgrade the",
        Follow,
    ),
    (
        "apologise|apologize|thank|regret|let/let down|say/said sorry|express regret",
        Regret,
    ),
];
