//! Sentences of the trade and their phases: what the tables and the rules must hold together.
//!
//! One would get wrong to take them for a list that decides: no rule knows them, they are read like any text.

#[cfg(test)]
mod tests {
    use super::super::classify;
    use super::super::kind::{Modality, Phase};
    use crate::article::Article;
    use crate::article::form::Form;
    use crate::parser::time::view::View;

    use Phase::{
        Acknowledged, Aftermath, Detected, Identified, Investigating, Mitigating, Ongoing, Peak, Precursor, Recovering,
        Resolved, Started,
    };

    /// What is said, with a bar where the time stood that would date it.
    const SENTENCES: &[(&str, Phase)] = &[
        // A change before anybody was hurt.
        ("A new version of the gateway was deployed to production", Precursor),
        (
            "Engineers began migrating the billing database to new hardware",
            Precursor,
        ),
        ("Routine maintenance on the storage cluster started", Precursor),
        ("Config change merged and rolled out to all edge nodes", Precursor),
        ("Deployment of release 8.2 begins", Precursor),
        ("The airline pushed a software update to its check-in kiosks", Precursor),
        ("Scheduled upgrade of the core routers", Precursor),
        ("Feature flag enabled for 5% of tenants", Precursor),
        ("A contractor had replaced the batteries in both racks", Precursor),
        // The impact begins.
        ("The site went down", Started),
        ("Millions of subscribers lost mobile service", Started),
        ("A power failure knocked the data centre offline", Started),
        ("Login requests began failing with HTTP 500", Started),
        ("The ticketing system crashed", Started),
        ("First errors appear in the API logs", Started),
        ("Trains stopped running on four lines", Started),
        (
            "The card scheme started returning a large share of failures to shops",
            Started,
        ),
        ("Customers were unable to make payments", Started),
        ("Error rates began to climb", Started),
        ("The primary database ran out of disk space", Started),
        ("Emails stopped being delivered", Started),
        ("Card payments failed at supermarkets across the country", Started),
        (
            "An undersea cable was cut, leaving the islands without internet",
            Started,
        ),
        ("The outage began", Started),
        ("Connection pool exhausted, requests start timing out", Started),
        ("All three zookeeper nodes became unavailable", Started),
        ("The certificate expired and clients could no longer connect", Started),
        ("Users could not load their feeds", Started),
        ("The broadcaster's monitoring dropped both uplinks", Started),
        ("An excavator crew drilled through a duct", Started),
        ("Half of the tills restarted by themselves", Started),
        ("Players were returned to the login screen", Started),
        ("The lifts are back down", Started),
        ("Every handset rebooted without warning", Started),
        ("The second node hit a firmware bug", Started),
        // At its worst.
        ("Complaints on Downdetector peaked at more than 80,000", Peak),
        ("The number of reports topped 40,000", Peak),
        ("The outage spread to Scotland and Wales", Peak),
        ("The failure cascaded to the remaining regions", Peak),
        ("At its worst, nine in ten requests were failing", Peak),
        ("Reports surged to 125,000", Peak),
        ("Latency reaches 30 seconds", Peak),
        ("The secondary cluster also failed", Peak),
        // Noticed.
        ("Monitoring alerts fired for high latency", Detected),
        ("Users began reporting problems on social media", Detected),
        ("The on-call engineer was paged", Detected),
        ("We received the first customer reports", Detected),
        ("PagerDuty alert: API error rate above 5%", Detected),
        ("Our support team noticed a spike in tickets", Detected),
        ("Complaints started pouring in", Detected),
        ("Synthetic monitoring detected failures in checkout", Detected),
        // Said in public.
        ("The company acknowledged the problem on its status page", Acknowledged),
        ("The bank said it was aware of the issue", Acknowledged),
        ("We opened an incident", Acknowledged),
        ("Incident declared, severity 1", Acknowledged),
        ("The operator confirmed that its network was down", Acknowledged),
        ("Status page updated", Acknowledged),
        (
            "Transport officials posted on X that ticket machines were out of order",
            Acknowledged,
        ),
        (
            "The firm tweeted that it was experiencing technical difficulties",
            Acknowledged,
        ),
        // Being looked into.
        ("Engineers are investigating the cause", Investigating),
        ("We restarted the workers but this had no effect", Investigating),
        ("The network team joins the call and starts debugging", Investigating),
        ("The cause of the failure was not yet known", Investigating),
        ("We are working to restore service", Investigating),
        ("Technicians were trying to find the fault", Investigating),
        ("Escalated to the vendor", Investigating),
        ("The first attempt to restart the cluster failed", Investigating),
        ("Rollback attempted, unsuccessful", Investigating),
        // Found.
        ("Root cause identified: a bad regular expression", Identified),
        ("Engineers traced the fault to a faulty line card", Identified),
        ("We found that the cache had been misconfigured", Identified),
        ("The company blamed the disruption on a software bug", Identified),
        ("The team realised that the new limit was too low", Identified),
        ("The issue has been identified and a fix is being prepared", Identified),
        ("We discovered an expired certificate on the proxy", Identified),
        // A remedy.
        ("The deployment was rolled back", Mitigating),
        ("We began rolling back the change", Mitigating),
        ("A fix has been implemented", Mitigating),
        ("Traffic was rerouted through Frankfurt", Mitigating),
        ("Engineers restarted the affected servers", Mitigating),
        ("Failover to the standby database initiated", Mitigating),
        ("The feature flag was turned off", Mitigating),
        ("Crews started repairing the severed cable", Mitigating),
        ("Added twenty nodes to the pool", Mitigating),
        ("Hotfix deployed", Mitigating),
        // Partly back.
        ("Services gradually came back online", Recovering),
        ("Power was restored to some 4,000 homes", Recovering),
        ("Error rates start to fall", Recovering),
        ("Reports had dropped to fewer than 500", Recovering),
        ("Some users were able to log in again", Recovering),
        ("We are seeing signs of recovery", Recovering),
        ("The first trains started running again", Recovering),
        ("Latency is improving", Recovering),
        ("Most flights had resumed", Recovering),
        ("Monitoring: queues are draining", Recovering),
        // All back.
        ("Service was fully restored", Resolved),
        ("The incident was closed", Resolved),
        ("All systems operational", Resolved),
        ("This incident has been resolved", Resolved),
        ("The outage ended", Resolved),
        ("Everything was back to normal", Resolved),
        ("All flights were running normally", Resolved),
        ("We declared the incident over", Resolved),
        ("Power had been restored to all customers", Resolved),
        ("The company said the problem had been fixed", Resolved),
        // Still down.
        ("The app was still not loading for many users", Ongoing),
        ("About 3,000 homes remained without power", Ongoing),
        ("Phones are still down", Ongoing),
        ("The service has not been restored", Ongoing),
        ("Passengers queued outside the terminal", Ongoing),
        ("Schools cancelled classes", Ongoing),
        ("Shops accepted only cash", Ongoing),
        ("The network remained offline", Ongoing),
        // After it.
        ("The chief executive apologised to customers", Aftermath),
        ("Shares in the company fell 3 percent", Aftermath),
        ("The regulator opened an inquiry", Aftermath),
        ("The operator promised refunds", Aftermath),
        ("The post-mortem was published", Aftermath),
        ("A spokesperson said the company would review its procedures", Aftermath),
        ("Lawmakers demanded answers", Aftermath),
        ("Customers will receive a credit of five dollars", Aftermath),
        // What does not stand in one piece, or has no auxiliary, or is told by somebody.
        ("A configuration change was pushed to the edge routers", Precursor),
        (
            "The team introduced a new retry policy in the client library",
            Precursor,
        ),
        ("Scheduled database maintenance starts", Precursor),
        ("An engineer enabled a feature flag for all customers", Precursor),
        ("We initiated a routine database credential rotation", Precursor),
        ("The night shift upgraded the billing platform", Precursor),
        ("A technician ran a maintenance script", Precursor),
        ("API requests started returning 500 errors", Started),
        ("Customers across the country woke up to no signal", Started),
        ("A transformer fire cut power to the data centre", Started),
        ("Users were greeted with an error message", Started),
        ("Our DNS servers stopped responding to queries", Started),
        ("A faulty update took the whole site down", Started),
        ("The fault knocked the tills of every branch out", Started),
        ("Some customers experienced timeouts", Started),
        ("Users began to see blank pages", Started),
        ("Workers stop picking up jobs", Started),
        ("Passengers were unable to check in", Started),
        ("More than 60,000 people had reported problems", Peak),
        ("The tracker showed more than 15,000 reports of issues", Peak),
        ("The situation worsened when a second line tripped", Peak),
        ("The queue had grown to 4 million messages", Peak),
        ("An automated alert was triggered for low disk space", Detected),
        ("We became aware of the issue when customers wrote to us", Detected),
        ("Internal monitoring triggers alarms for packet loss", Detected),
        ("An engineer noticed that builds were queued", Detected),
        ("The help desk began getting calls from staff", Detected),
        ("Reports of login problems came in", Detected),
        ("Health checks began to fail", Detected),
        ("Status page updated to partial outage", Acknowledged),
        ("We are currently experiencing issues with our API", Acknowledged),
        ("The regulator was notified of the outage", Acknowledged),
        ("The operator issued an alert to passengers", Acknowledged),
        (
            "The company posted that it was aware of the fault and was investigating",
            Acknowledged,
        ),
        (
            "The county alerted residents that calls were not going through",
            Acknowledged,
        ),
        (
            "Rollback of the last release did not resolve the problem",
            Investigating,
        ),
        ("The cause of the outage was unclear", Investigating),
        ("Increased the pool size, no improvement seen", Investigating),
        ("We opened a support case with the cloud provider", Investigating),
        ("The company had yet to say what caused the failure", Investigating),
        ("Checked the firewall rules, nothing out of the ordinary", Investigating),
        ("The logs showed no errors", Investigating),
        (
            "Attempted failover to the standby, the standby failed too",
            Investigating,
        ),
        ("The outage was caused by a software bug", Identified),
        ("Root cause confirmed: exhausted connection pool", Identified),
        ("The culprit was found to be a runaway query", Identified),
        ("A squirrel caused the outage", Identified),
        ("The team determined that a removed variable was at fault", Identified),
        ("Rolled the change back", Mitigating),
        ("We took the broken node out of the pool", Mitigating),
        ("Traffic shifted away from the affected region", Mitigating),
        ("Turned the feature off", Mitigating),
        ("Engineers switched the load over to the backup link", Mitigating),
        ("Restoring the database from last night's backup", Mitigating),
        ("A workaround has been put in place", Mitigating),
        ("Killed the long-running queries", Mitigating),
        ("Maintainers released a new version with a fix", Mitigating),
        ("Error rate going down", Recovering),
        ("Latency started to come down", Recovering),
        ("Trains started moving again", Recovering),
        ("We are monitoring the results", Recovering),
        ("Consumers were working through the backlog", Recovering),
        ("Customers had power again", Recovering),
        ("The first regions reconnected", Recovering),
        ("Normal service resumed", Resolved),
        ("Everything was back up and running", Resolved),
        ("All clear given", Resolved),
        ("Rollback complete, errors gone", Resolved),
        ("The last customers got their power back", Resolved),
        ("The incident was declared resolved", Resolved),
        ("The company declared the problem solved", Resolved),
        ("Backlog fully processed", Resolved),
        ("Customers continue to experience timeouts", Ongoing),
        ("Still seeing errors in one region", Ongoing),
        ("The outage was in its second day", Ongoing),
        ("The app was still showing an error message", Ongoing),
        ("Callers were still unable to get through", Ongoing),
        ("We published a detailed post-incident report", Aftermath),
        ("We added alerts for certificate expiry", Aftermath),
        ("All recommendations had been implemented", Aftermath),
        ("The firm's technology chief resigned", Aftermath),
        ("Lawmakers called for an inquiry", Aftermath),
        ("We let our customers down", Aftermath),
        // Who comes, who asks, who is told, and what only names what failed.
        ("A lightning arrester failed at the substation", Started),
        ("The new runtime failed when executing the first block", Started),
        ("The fault reached the second exchange", Peak),
        ("First ticket, from a driver", Detected),
        ("The hospital told the public what was wrong", Acknowledged),
        ("We are aware that sign-in is failing for many users", Acknowledged),
        ("NOC engineers start an incident", Acknowledged),
        ("Technicians arrived at the exchange", Investigating),
        ("The carrier was involved to find the break", Investigating),
        ("Sent traceroutes to the provider", Investigating),
        ("Operations engineers revert site changes", Mitigating),
        ("Restart of the following services: proxy, cache", Mitigating),
        ("Put the site in maintenance mode", Mitigating),
        ("Half of those cut off had their supply back", Recovering),
        ("The centre resumes normal operations", Resolved),
        ("Incident concluded", Resolved),
        ("The queue was not draining", Ongoing),
        ("The regulator said it was following up with the bank", Aftermath),
        // Monitors and people say that something is wrong.
        ("Smoke detectors in the plant room went off", Detected),
        ("Dispatchers noticed that calls came in late", Detected),
        ("Hi, is the catalogue down for everybody or is it me?", Detected),
        ("An alert fired for high checkout errors", Detected),
        // Those who mend come to it.
        ("Splicers arrived at the mast", Investigating),
        ("Engineers reached the pumping station", Investigating),
        ("A second electrician was reached", Investigating),
        ("Field technicians were on site", Investigating),
        ("Two specialists were dispatched", Investigating),
        ("The carrier has accepted the fault as a P1", Investigating),
        ("Bridge call initiated with the storage vendor", Investigating),
        ("Restarted the brokers, which did not help", Investigating),
        ("A jointer got to the substation", Investigating),
        ("Two electricians set off for the mast", Investigating),
        // What is isolated.
        ("The network team isolated the problem to a line card", Identified),
        ("A technician pointed out that both feeds shared a breaker", Identified),
        ("A packet capture revealed a routing loop", Identified),
        ("The valve was isolated", Mitigating),
        ("The previous build was reinstated", Mitigating),
        ("Mitigation work is under way", Mitigating),
        ("Management invoked the disaster plan", Mitigating),
        ("Restoration from the backup began", Mitigating),
        ("Traffic was moved to the backup link", Mitigating),
        ("!log depool cache-4", Mitigating),
        ("Generators were brought in", Mitigating),
        // Part is back, or all.
        ("The new pool brought the error rate down to 4%", Recovering),
        ("Hall B was energised", Recovering),
        ("Ferries resumed with delays", Recovering),
        ("The dispatch system was available on six consoles", Recovering),
        ("We are seeing fewer timeouts", Recovering),
        ("The last of its subscribers had their lines back", Resolved),
        ("The ferries resumed fully", Resolved),
        ("UPDATE #2: Logins were fine", Recovering),
        ("Uploads work", Recovering),
        ("Things are looking better", Recovering),
        ("Power for some shops and offices was restored", Recovering),
        ("Latency was down to 200 ms", Recovering),
        ("The alert cleared", Recovering),
        // Who was told.
        ("The bank informed the regulator", Acknowledged),
        ("The status page turned yellow", Acknowledged),
        ("First statement to the press", Acknowledged),
        ("An alert went to phones across the county", Acknowledged),
        ("The regulator was informed", Acknowledged),
        ("The bank told the regulator", Acknowledged),
        // What people do meanwhile.
        ("Commuters waited for buses", Ongoing),
        ("The choir sang by candlelight", Ongoing),
        // Long after.
        ("Refunds were paid", Aftermath),
        ("The settlement window was extended by the clearing house", Aftermath),
        ("The bank submitted its major incident report", Aftermath),
        ("The changeover was rehearsed", Aftermath),
        ("Post incident call with the tenants", Aftermath),
    ];

    const EXPECTED: &[&str] = &[
        "Service is expected to be restored by the evening",
        "The company will publish a report",
        "Engineers hope to have power back",
        "Repairs are due to be finished",
        "The operator plans to replace the switch",
        "Trains should be running again",
        "Replacement ordered, expected",
        "Carrier reports a cut, ETR",
        "A fix is to follow",
        "The planned works will begin",
        "Some customers may have to wait",
        "It would have a new system",
        "All homes should have power back",
        "We do not expect the pumps to run",
        "Repairs could take until the evening",
    ];

    const ACTUAL: &[&str] = &[
        "The outage was due to a faulty cable",
        "Pages would not load",
        "Planned maintenance on the cluster began",
        "Service was restored",
        "It was not fixed",
        "The site appeared to be completely down",
        "The planned works had begun",
        "All logins have been working normally",
        "Customers may also have been unable to log in",
        "The line opened as expected",
        "A supplier is to blame for the failure",
        "The backup would have taken over",
        "Players began to be dropped from the game",
        "Every node had to be restarted by hand",
        "Payments started to be declined",
        "Calls continued to be lost",
        "The battery proved to be flat",
        "Trains ceased to be held",
        "The ring should have closed the other way",
        "As promised in our update we looked into it",
        "The feed dropped as planned and the generators started",
        "Regular readers will recall that the mail failed",
        "The tills could take no cards",
        "The pump drew a current that its makers did not expect",
        "The import locked a table, which we hadn't anticipated",
    ];

    #[test]
    fn what_is_estimated_for_a_time_is_to_come() {
        for sentence in ["Last strands est. 14:30 UTC.", "Power back est. 17:00."] {
            let story = crate::parser::parse(
                &Article::read("mail", sentence.as_bytes(), Some(Form::Text)).expect("a sentence can be read"),
            );
            let told: Vec<_> = story.statements.iter().map(|it| it.modality).collect();
            assert_eq!(told, [Modality::Expected], "{sentence}");
        }
    }

    fn read(sentence: &str) -> classify::Reading {
        let article = Article::read("sentence", sentence.as_bytes(), Some(Form::Text)).expect("a sentence can be read");
        let whole = 0..article.tokens.len();
        classify::words(&View::of(&article, &whole), &whole)
    }

    #[test]
    fn every_sentence_tells_its_phase() {
        let wrong: Vec<String> = SENTENCES
            .iter()
            .filter_map(|(sentence, phase)| {
                let reading = read(sentence);
                (reading.phase != *phase).then(|| {
                    let votes: Vec<_> = Phase::ALL
                        .iter()
                        .filter(|p| reading.votes[**p as usize] > 0)
                        .map(|p| format!("{} {}", p.name(), reading.votes[*p as usize]))
                        .collect();
                    format!(
                        "{} for {}: {sentence} ({})",
                        reading.phase.name(),
                        phase.name(),
                        votes.join(", ")
                    )
                })
            })
            .collect();
        assert!(
            wrong.is_empty(),
            "{} of {}:\n{}",
            wrong.len(),
            SENTENCES.len(),
            wrong.join("\n")
        );
    }

    #[test]
    fn what_lies_ahead_is_expected_and_what_only_sounds_so_is_not() {
        for sentence in EXPECTED {
            assert_eq!(read(sentence).modality, Modality::Expected, "{sentence}");
        }
        for sentence in ACTUAL {
            assert_eq!(read(sentence).modality, Modality::Actual, "{sentence}");
        }
    }
}
