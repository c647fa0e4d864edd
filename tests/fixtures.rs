//! Every fixture in `fixtures/`, as `outage-timeline check fixtures` runs them.

use std::path::PathBuf;

use outage_timeline::check;

#[test]
fn every_fixture_comes_out_as_it_expects() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"));
    let report = check::run(&[folder], false).expect("nothing is blessed here");
    let errors: Vec<String> = report.errors.iter().map(ToString::to_string).collect();
    assert!(
        report.holds(),
        "{}{}\n{}",
        report.text,
        errors.join("\n"),
        report.summary()
    );
    assert!(report.passed > 0, "a folder without a case proves nothing");
}
