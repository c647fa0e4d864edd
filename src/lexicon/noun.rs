//! Nouns of an outage, by what a doing done to them says.
//!
//! One would get wrong that a noun stands for its phase: "restored after the outage" is no outage beginning. Only in
//! a line without a verb ("Rollback to v41", "Outage of the login service") does a noun speak for itself.

use super::Rows;

/// What a noun stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Thing {
    /// What works or does not: site, network, phones, trains.
    Service,
    /// What is wrong: outage, errors, delays.
    Trouble,
    /// What is heard of it: reports, complaints, alerts.
    Report,
    /// A figure that is bad when high: error rate, latency.
    Metric,
    /// What one adds: capacity, nodes, disk space.
    Capacity,
    /// A remedy: fix, rollback, restart.
    Fix,
    /// A change: deployment, upgrade, maintenance.
    Change,
    /// Why: cause, culprit.
    Cause,
    /// The case itself: incident, ticket, bridge.
    Incident,
    /// Being back: recovery, restoration.
    Recovery,
    /// Looking into it: investigation, diagnosis.
    Probe,
    /// Who runs it: engineers, the company.
    Operator,
    /// Who speaks for it: spokesperson, chief executive.
    Speaker,
    /// Who is without: customers, schools, shops.
    People,
    /// What comes after: apology, inquiry, refund.
    Follow,
    /// Who looks into it from outside, after: regulator, lawmakers.
    Authority,
    /// Markets: shares, stock.
    Market,
    /// Where it is told: status page, banner, statement.
    Notice,
    /// What stands in: generator, paper, cash.
    StandIn,
}

use Thing::*;

/// Nouns by singular; see [`super::inflection::Nouns`].
pub const NOUNS: Rows<Thing> = &[
    (
        "service|site|website|web site|app|application|platform|system|network|server|api|database|cluster|region|zone|availability zone|data center|data centre|datacenter|store front|storefront|login|logins=|sign in|sign-in|checkout|payment|phone|phone line|landline|line|call|text message|message|internet=|power=|electricity=|light|signal|coverage=|broadband=|connectivity=|connection|access=|train|flight|departure|arrival|plane|trading=|trade|exchange|machine|bank machine|atm|cash machine|terminal|card|debit card|credit card|queue|dashboard|traffic=|console|portal|pipeline|job|build|pod|worker|instance|volume|feed|stream|video|game|matchmaking=|purchase|dns=|bgp=|route|session|gateway|router|switch|firewall|proxy|load balancer|cache|shard|replica|primary|leader|broker|node|host|rack|cable|fibre|fiber|link|circuit|substation|grid|voice=|data service|mobile data=|sms=|supply|kiosk|barrier gate|baggage belt|tram|bus service|ferry|mobile service|phone service|data|map|tile|photo|picture|news feed|e-transfer|transfer|transaction|deposit|order|request|write|read|upload|download|page load|screen|door|lock|meter|operation|product|functionality=|feature|search|webhook|notification|email|mail|streaming=|success rate|throughput=|availability=|uptime=|everything=|channel|hotline|radio|tv|television|emergency call|ground|runway|line of business|cloud|backend|frontend|endpoint|tenant|account|profile|timeline|hub|control plane|data plane|log|certificate|tunnel|peer|peering|transit|prefix|uplink|component|functionality|container|bot|tool|mirror|registry|repository|index|release process|storage=|consumer group|partition|water=|heating=|gas=|ticket machine|barrier|crew|roster",
        Service,
    ),
    (
        "outage|disruption|interruption|failure|problem|issue|trouble|fault|error|5xx=|500s=|502s=|503s=|504s=|403s=|timeout|time-out|blackout|power cut|glitch|downtime=|crash|degradation|slowdown|slow down|delay|packet loss=|stoppage|breakdown|malfunction|loss|loss of service|loss of power|impact|hiccup|bug|exception|rejection|congestion=|instability=|unavailability=|difficulty|chaos=|meltdown|brownout|freeze|corruption=|throttling=|deadlock|leak|overload|dropped call|symptom|failed request|fire=|cut|break|emergency|disturbance|backlog|halt|ground stop|restart loop|crashloop|crash loop|split brain|split-brain|panic|saturation|exhaustion|inconsistency|regression|disconnect|disconnection|violation|occurrence|occurence|recurrence|notready=|nodenotready=|crashloopbackoff=|oomkilled=|anomaly|spike|storm|dropout|collapse|accident|damage=|flood|lightning strike|explosion",
        Trouble,
    ),
    (
        "report|user report|tickets=|outage report|complaint|support ticket|alert|alarm|pager|pagerduty=|opsgenie=|nagios=|prometheus=|monitor|monitoring=|monitoring system|check|health check|healthcheck|synthetic check|probe|tweet of complaint|support request|call from|warning|watchdog|downdetector=|tracker|outage tracker|first report|page|detection",
        Report,
    ),
    (
        "rate|error rate|failure rate|latency|response time|load|cpu=|cpu usage=|usage=|utilisation=|utilization=|memory=|memory usage=|count|number|queue length|queue depth|queue time|wait time|wait|retries=|retry|demand|temperature|consumption=|lag|replication lag",
        Metric,
    ),
    (
        "capacity|disk space=|disk|limit|quota|resource|headroom=|threshold|timeout setting|size|replica count",
        Capacity,
    ),
    (
        "fix|hotfix|hot fix|bug fix|bugfix|patch|rollback|roll back|roll-back|revert|reversion|workaround|work-around|work around|mitigation|remediation|failover|fail over|fail-over|restart|rolling restart|reboot|repair|splice|remedy|solution|remediation effort|recovery effort|restoration effort|reset|hard reset|replacement|spare|replacement part|power cycle|restore from|reroute|redirection|undo=|backout|back-out|countermeasure|mitigation effort|switchover|manual intervention|corrective action|emergency change",
        Fix,
    ),
    (
        "deploy|deployment|release|rollout|roll-out|roll out|upgrade|change|change request|migration|maintenance=|maintenance window|maintenance work|configuration change|config change|configuration|config|version|update|software update|pull request|pr|merge|commit|feature flag|flag|canary|job run|cutover|import|compaction|rotation|rule|filter|policy|drill|exercise|test|planned work|routine work|schema change|script|firmware=|reboot of|cleanup|clean-up|command|new version|experiment|lab test|refactoring|replatforming|upgrade window",
        Change,
    ),
    (
        "cause|root cause|culprit|source|reason|origin|trigger|explanation|source of|root of the problem|contributing factor|offending change|offending commit|bad commit|bad deploy",
        Cause,
    ),
    (
        "incident|incident channel|war room|incident bridge|bridge|bridge call|conference call|case|sev1=|sev2=|sev-1=|p1=|p0=|major incident|incident commander|incident ticket|ticket=|incident call|incident response|thread",
        Incident,
    ),
    (
        "recovery|restoration|resumption|reconnection|improvement|reopening|return to service|return of service|all clear|all-clear|dial tone|normality=|normalcy=|normal service=|full service=|resolution",
        Recovery,
    ),
    (
        "investigation|diagnosis|triage|analysis|root cause analysis=|debugging=|troubleshooting=|inspection|initial investigation|escalation|attempt|try|call to triage",
        Probe,
    ),
    (
        "engineer|on-call|on call|on-call engineer|oncall|company|operator|provider|technician|crew member|repair crew|crews=|team|sre|sre team|utility|we=|firm|carrier|airline|bank|maker|vendor|staff=|developer|administrator|admin|support team|responder|contractor|publisher|owner|network team|operations=|ops=|university|ministry",
        Operator,
    ),
    (
        "spokesperson|spokesman|spokeswoman|chief executive|ceo|cto|chief technology officer|chief operating officer|president|director|executive|founder|superintendent|manager|official|vice president|head of|chairman|minister|mayor",
        Speaker,
    ),
    (
        "customer|user|people=|passenger|traveller|traveler|shopper|patient|student|pupil|school|hospital|clinic|shop|store|restaurant|player|viewer|member|subscriber|resident|household|home|business|merchant|driver|commuter|client|consumer|trader|police=|sheriff|fire department|worker at|parent|teacher|court|cabin|village|town|neighbourhood|neighborhood|airport|station|office|bus|cashier|teller|clerk|nurse|doctor|parking=|family|woman|man|reader|front office|nobody=|everyone=|anyone=|many=",
        People,
    ),
    (
        "apology|refund|compensation=|lawsuit|inquiry|inquest|review|retrospective|retro|postmortem|post-mortem|post mortem|full account|follow-up|lesson|write-up|writeup|hearing|penalty|service credit|credit=|interview|press conference|news conference|letter|criticism=|debrief|action item|remediation task|class action|written account|fee",
        Follow,
    ),
    (
        "regulator|watchdog agency|senator|lawmaker|mp|commission|fcc=|ofcom=|parliament|congress|union|government|authority|analyst|committee|council|commissioner|attorney general",
        Authority,
    ),
    (
        "share|shares=|stocks=|stock market|index closed|investor|share price|stock price|futures=",
        Market,
    ),
    (
        "status page|statuspage|status|status site|banner|notice|statement|post|blog post|tweet|twitter=|facebook post|public post|message to customers|email to customers|text to customers|advisory|press release|bulletin|word|acknowledgement|acknowledgment|announcement|social media post|support account",
        Notice,
    ),
    (
        "generator|backup generator|paper=|cash=|pen|radio set|two-way radio|flashlight|torch|candle|whiteboard|hand=|backup power=",
        StandIn,
    ),
];
