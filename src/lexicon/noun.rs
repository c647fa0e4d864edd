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
    /// Work that has piled up: backlog, queued messages.
    Backlog,
    /// What everything is when it is over: normal service.
    Normal,
    /// What one goes back to: backup, snapshot.
    Copy,
}

use Thing::*;

/// Nouns by singular; see [`super::inflection::Nouns`].
pub const NOUNS: Rows<Thing> = &[
    (
        "service|site|website|web site|app|application|platform|system|network|server|api|database|cluster|region|zone|availability zone|data center|data centre|datacenter|store front|storefront|login|logins=|sign in|sign-in|checkout|payment|phone|phone line|landline|line|call|text message|message|internet=|power=|electricity=|light|signal|coverage=|broadband=|connectivity=|connection|access=|train|flight|departure|arrival|plane|trading=|trade|exchange|machine|bank machine|atm|cash machine|terminal|card|debit card|credit card|queue|dashboard|traffic=|console|portal|pipeline|job|build|pod|worker|instance|volume|feed|stream|video|game|matchmaking=|purchase|dns=|bgp=|route|session|gateway|router|switch|firewall|proxy|load balancer|cache|shard|replica|primary|leader|broker|node|host|rack|cable|fibre|fiber|link|circuit|duct|trunk line|conductor|substation|grid|voice=|data service|mobile data=|sms=|supply|kiosk|barrier gate|baggage belt|tram|bus service|ferry|mobile service|phone service|data|map|tile|photo|picture|news feed|e-transfer|transfer|transaction|deposit|order|request|write|read|upload|download|page load|screen|door|lock|meter|operation|product|functionality=|feature|search|webhook|notification|email|mail|streaming=|success rate|throughput=|availability=|uptime=|channel|hotline|radio|tv|television|emergency call|ground|runway|line of business|cloud|backend|frontend|endpoint|account|profile|timeline|hub|control plane|data plane|certificate|tunnel|peer|peering|transit|prefix|uplink|component|functionality|container|bot|tool|mirror|registry|repository|index|release process|storage=|consumer group|partition|water=|heating=|gas=|ticket machine|barrier|roster|card payment|contactless payment|till|checkout system|booking system|reservation system|mobile app|mobile banking=|online banking=|banking service|text|data traffic=|write traffic|read traffic|signal box|signalling=|cell tower|mast|base station|antenna|backhaul=|handset|modem|wi-fi=|wifi=|vpn=|sso=|authentication=|message queue|event bus|namespace|pods=|vm|virtual machine|hypervisor|san=|array|ring|fabric|switchgear=|feeder|power line|transmission line|turbine|reactor|pump|ups=|cooling=|chiller|air conditioning=|emergency line|911 service|999 service|triple zero|911=|999=|000=|emergency number|scheduler|record|dns record|entry|worker node|control-plane|ingress|load-balancer|search engine|marketplace|flight operations=|boarding=|check-in|check in|baggage=|customs=|e-gate|passport gate|ticketing=|voip=|telephony=|phone system|computer system|it system|computers=|mainframe",
        Service,
    ),
    (
        "outage|disruption|interruption|failure|problem|issue|trouble|fault|error|5xx=|500s=|502s=|503s=|504s=|403s=|timeout|time-out|blackout|power cut|glitch|downtime=|crash|degradation|slowdown|slow down|delay|packet loss=|stoppage|breakdown|malfunction|loss|loss of service|loss of power|impact|hiccup|bug|exception|rejection|congestion=|instability=|unavailability=|difficulty|chaos=|meltdown|brownout|freeze|corruption=|throttling=|deadlock|leak|overload|dropped call|symptom|failed request|fire=|cut|break|emergency|disturbance|halt|ground stop|restart loop|crashloop|crash loop|split brain|split-brain|panic|saturation|exhaustion|inconsistency|regression|disconnect|disconnection|violation|occurrence|occurence|recurrence|notready=|nodenotready=|crashloopbackoff=|oomkilled=|anomaly|spike|storm|dropout|collapse|accident|damage=|flood|lightning strike|explosion|short circuit|power failure|power loss=|lightning|power surge|surge|human error|hack|cyberattack|cyber attack|attack|ddos|misconfiguration|flaw|defect|breach|incompatibility|race condition|memory leak|5xx error|server error|timeouts=|connection error|gateway error|bad gateway|service unavailable=|forbidden=|mess|nightmare|havoc=|bottleneck|contention=|starvation=|flapping=|kernel panic|segfault|crash loop|lost connection|unplanned outage|service disruption|jitter=|hardware failure|disk failure|cooling failure|gridlock=|landslide|hurricane|wildfire|earthquake|cable cut|fibre cut|fiber cut|blue screen|error message|error page|spinning wheel|blank page|blank screen|black screen|white screen|error screen|busy signal|busy tone|error code|status code|response code|blue screen of death",
        Trouble,
    ),
    (
        "report|user report|tickets=|outage report|complaint|support ticket|alert|alarm|pager|detector|smoke detector|water detector|sensor|smoke alarm|fire alarm|pagerduty=|opsgenie=|nagios=|prometheus=|monitor|monitoring=|monitoring system|check|health check|healthcheck|synthetic check|probe|tweet of complaint|support request|call from|warning|first report|page|detection|incoming call|call volume=|incoming complaint|page from|notification from|message from users|user complaint|customer complaint|bug report|github issue|mention|observability=|smoke test|canary alert|zabbix=|grafana=|datadog=|sensu=|pingdom=|sentry=|newrelic=|new relic=|cloudwatch=|statuscake=|thousandeyes=|netblocks=|ioda=|alertmanager=|notifier|downdetector=|outage tracker|tracker|outage tracking site|tracking site|tracking website|monitoring site|monitoring website|outage monitor|outage site|outage map|isitdownrightnow=",
        Report,
    ),
    (
        "rate|decline rate|declines=|declined payment|error rate|failure rate|latency|response time|load|cpu=|cpu usage=|usage=|utilisation=|utilization=|memory=|memory usage=|count|number|queue length|queue depth|queue time|wait time|wait|retries=|retry|demand|temperature|consumption=|lag|replication lag",
        Metric,
    ),
    (
        "capacity|disk space=|disk|limit|quota|resource|headroom=|threshold|timeout setting|size|replica count",
        Capacity,
    ),
    (
        "fix|hotfix|hot fix|bug fix|bugfix|patch|rollback|roll back|roll-back|revert|reversion|workaround|work-around|work around|mitigation|mitigation work|repair work|remediation|failover|fail over|fail-over|restart|rolling restart|reboot|repair|restoration from backup|restoration from the backup|restore from backup|recovery from backup|splice|remedy|solution|remediation effort|recovery effort|restoration effort|reset|hard reset|replacement|spare|replacement part|power cycle|restore from|reroute|redirection|undo=|backout|back-out|countermeasure|mitigation effort|switchover|manual intervention|corrective action|emergency change|bypass|stopgap|emergency fix|interim fix|temporary fix|permanent fix|corrected version|corrected build|mitigating step|recovery procedure|recovery plan|rolling reboot|hard reboot|emergency patch|containment=|load shedding=|restore|purge|cache purge|flush|evacuation|redeploy|redeployment|roll forward|reimage|scale-up",
        Fix,
    ),
    (
        "deploy|deployment|release|rollout|roll-out|roll out|upgrade|change|change request|migration|maintenance=|maintenance window|maintenance work|configuration change|config change|configuration|config|version|update|software update|pull request|pr|merge|commit|feature flag|flag|canary|job run|cutover|import|compaction|rotation|rule|filter|policy|drill|exercise|test|planned work|routine work|schema change|script|firmware=|reboot of|cleanup|clean-up|command|new version|experiment|lab test|refactoring|replatforming|upgrade window|work=|scheduled work|upgrade work|code change|network change|system update|firmware update|security update|refactor|toggle|load test|penetration test|failover test|dns change|rollover|renewal|server move|data migration|software change|terraform=|ansible=|puppet run|chef run|playbook|pipeline run|playbook run|cron=|cronjob|cron job|batch job|scheduled job|bulk job|template|setting|parameter|ruleset|routine test",
        Change,
    ),
    (
        "cause|root cause|culprit|source|reason|origin|trigger|explanation|source of|root of the problem|contributing factor|offending change|offending commit|bad commit|bad deploy|underlying cause|underlying issue|underlying problem|bad query|offending query|offending process|faulty component",
        Cause,
    ),
    (
        "incident|incident channel|war room|incident bridge|bridge|case|sev1=|sev2=|sev-1=|p1=|p0=|major incident|incident commander|incident ticket|ticket=|incident response|thread|incident response team|incident room|response team|crisis team|gold command|severity|high priority|priority case|emergency meeting",
        Incident,
    ),
    (
        "recovery|restoration|resumption|reconnection|improvement|reopening|return to service|return of service|dial tone|resolution",
        Recovery,
    ),
    (
        "investigation|bridge call|conference call|incident call|diagnosis|triage|analysis|root cause analysis=|debugging=|troubleshooting=|inspection|initial investigation|escalation|attempt|try|call to triage|deep dive|log analysis|hypothesis|theory|suspicion|trace|stack trace|packet capture|telemetry=|graph|heap dump",
        Probe,
    ),
    (
        "engineer|on-call|on call|on-call engineer|oncall|company|operator|provider|technician|repair crew|crews=|team|sre|sre team|utility|we=|firm|carrier|airline|bank|maker|vendor|staff=|developer|administrator|admin|support team|responder|contractor|publisher|owner|network team|operations=|ops=|university|ministry|telco|telecom|network operator|service provider|internet provider|platform team|infrastructure team|database team|dba|night shift|shift|on-duty engineer|duty engineer|specialist|expert|electrician|jointer|splicer|linesman|maintainer|sysadmin|lender|supplier|retailer|railway|exchange operator|grid operator|hosting provider|cloud provider|noc=|tech giant|giant|manufacturer|maker of|first responder|police=|sheriff|fire department|fire service|firefighter|fire crew|fire brigade|emergency crew|line crew|lineman|crew|group|department|our team|colleague",
        Operator,
    ),
    (
        "spokesperson|spokesman|spokeswoman|chief executive|ceo|cto|chief technology officer|chief operating officer|president|director|executive|founder|superintendent|manager|official|vice president|head of|chairman|mayor|boss|chief operating|finance chief|technology chief|head|deputy|representative|communications director|press officer|founder and|information minister",
        Speaker,
    ),
    (
        "customer|user|people=|passenger|traveller|traveler|shopper|patient|student|pupil|school|hospital|clinic|shop|store|restaurant|player|viewer|member|subscriber|resident|household|home|business|merchant|driver|commuter|client|consumer|trader|worker at|parent|teacher|court|cabin|village|town|neighbourhood|neighborhood|airport|station|office|bus|cashier|teller|clerk|nurse|doctor|parking=|family|woman|man|reader|front office|nobody=|everyone=|anyone=|many=|caller|fan|gamer|attendee|guest|tenant|owner of|holder|cardholder|account holder|motorist|tourist|holidaymaker|spectator|visitor|citizen|worker|employee|pensioner|diner|streamer|creator|developer at|subscriber line|outlet|branch|supermarket|pharmacy|ward|emergency service|ambulance|crowd|flyer|lot",
        People,
    ),
    (
        "apology|refund|compensation=|lawsuit|inquiry|inquest|review|retrospective|retro|postmortem|post-mortem|post mortem|full account|follow-up|lesson|write-up|writeup|hearing|penalty|service credit|credit=|interview|press conference|news conference|letter|criticism=|debrief|action item|remediation task|class action|written account|fee|recommendation|finding|findings=|incident report|major incident report|post-incident report|post incident report|detailed report|final report|preliminary report|public report|post incident review|post-incident review|corrective measure|preventive measure|improvement plan|debriefing|blog post explaining|voucher|goodwill=|bill credit|free data=|damages=|settlement|testimony|scrutiny=|backlash=|fine|resignation|investigation by|legislation=|petition|lessons=|class-action lawsuit|class-action suit|suit|grilling",
        Follow,
    ),
    (
        "regulator|watchdog agency|senator|lawmaker|mp|commission|fcc=|ofcom=|parliament|congress|union|government|authority|analyst|committee|council|commissioner|attorney general|lawmakers=|watchdog|ombudsman|prime minister|minister|mps=|select committee|judge|prosecutor|ftc=|sec=|ico=|acma=|crtc=|transport secretary|secretary|agency|task force|inquiry panel|opposition|advocate",
        Authority,
    ),
    (
        "share|shares=|stocks=|stock market|index closed|investor|share price|stock price|futures=",
        Market,
    ),
    (
        "status page|statuspage|status|status site|banner|notice|statement|post|blog post|tweet|twitter=|facebook post|public post|message to customers|email to customers|text to customers|advisory|press release|bulletin|word|acknowledgement|acknowledgment|announcement|social media post|social media message|support account|status update|status page update|page update|progress update|customer update|public statement|advisory notice|twitter account|x account|update to customers|service alert|service advisory|public notice|service notice|status report|holding statement|in-app message|pop-up|help page|support page|community post|forum post",
        Notice,
    ),
    (
        "generator|candlelight=|torchlight=|lantern|walkie-talkie|battery power=|generator power=|emergency power=|backup generator|paper=|cash=|pen|radio set|two-way radio|flashlight|torch|candle|whiteboard|hand=|backup power=",
        StandIn,
    ),
    (
        "backlog|pile-up|build-up|buildup|queued message|queued job|queued request|pending message|pending job|delayed message|delayed job|unprocessed message|stuck job|pent-up demand=|queue of",
        Backlog,
    ),
    (
        "normality=|normalcy=|normal service=|full service=|normal operation|normal operations=|full operation|business as usual=|all clear=|all-clear=|full functionality=|full capacity=|full strength=|regular service=|regular schedule|normal schedule|normal timetable|full power=|normal level|normal levels=|full health=|full recovery|complete recovery|pre-incident level|baseline=",
        Normal,
    ),
    (
        "backup|tape|snapshot|dump|backup copy|point in time|archive copy|replica backup|earlier version|previous version|prior version|last known good version|known good version|older version|old version|previous release|previous build|prior release",
        Copy,
    ),
];
