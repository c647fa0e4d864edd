//! Files of JSON, small and made up.

use super::*;

fn text(json: &str) -> String {
    read(json).text
}

#[test]
fn an_update_is_an_item_with_the_stamp_that_was_shown() {
    let json = r#"{"page": {"name": "Weir", "time_zone": "Etc/UTC"}, "incident": {"name": "Gates stuck",
        "created_at": "2022-01-05T10:00:00Z", "updated_at": "2022-01-05T12:00:01Z",
        "incident_updates": [{"status": "resolved", "body": "The gates move again.", "created_at": "2022-01-05T12:00:00Z",
        "display_at": "2022-01-05T11:50:00Z", "updated_at": "2022-01-05T12:00:00Z"}]}}"#;
    assert_eq!(
        text(json),
        "---\nmodified: 2022-01-05T12:00:01Z\ntimezone: UTC\n---\n\n# Gates stuck\n\n\
         - 2022-01-05T11:50:00Z — Resolved: The gates move again."
    );
}

#[test]
fn an_update_may_tell_when_it_started() {
    let json = r#"{"page": {"name": "Weir"}, "incidents": [{"name": "Gates stuck", "status": "RESOLVED",
        "started": "2022-01-05T10:00:00.000Z", "resolved": "2022-01-05T12:00:00.000Z",
        "updates": [{"status": "INVESTIGATING", "message": "The gates are stuck.", "started": "2022-01-05T10:20:00.000Z"},
        {"status": "RESOLVED", "message": "The gates move again.", "started": "2022-01-05T12:00:00.000Z"}]}]}"#;
    let text = text(json);
    assert!(
        text.contains("- 2022-01-05T10:20:00.000Z — Investigating: The gates are stuck."),
        "{text}"
    );
    assert!(
        text.contains("- 2022-01-05T10:00:00.000Z — Incident started: Gates stuck"),
        "{text}"
    );
    assert!(!text.contains("Incident resolved"), "{text}");
}

#[test]
fn a_list_of_incidents_has_a_heading_for_each() {
    let json = r#"{"page": {"name": "Weir"}, "incidents": [
        {"name": "Gates stuck", "incident_updates": [{"body": "Stuck.", "created_at": "2022-01-05T12:00:00Z"}]},
        {"name": "Sluice dry", "incident_updates": [{"body": "Dry.", "created_at": "2022-01-04T12:00:00Z"}]}]}"#;
    let draft = read(json);
    let headings: Vec<&str> = draft
        .stretches
        .iter()
        .filter(|s| matches!(s.kind, BlockKind::Heading(_)))
        .map(|s| &draft.text[s.bytes.clone()])
        .collect();
    assert_eq!(headings, ["Weir", "Gates stuck", "Sluice dry"]);
}

#[test]
fn a_chat_is_a_list_of_messages_in_seconds() {
    let json = r#"[{"type": "message", "user": "ann", "text": "gates are stuck", "ts": "1633362060.000200"}]"#;
    assert_eq!(
        text(json).lines().last(),
        Some("- 2021-10-04T15:41:00Z — ann: gates are stuck")
    );
}

#[test]
fn json_that_breaks_off_is_read_as_far_as_it_goes() {
    let json = r#"{"incident": {"name": "Gates stuck", "incident_updates": [
        {"body": "The gates move.", "created_at": "2022-01-05T12:00:00Z"}, {"body": "They are st"#;
    let draft = read(json);
    assert!(
        draft.text.contains("2022-01-05T12:00:00Z — The gates move."),
        "{}",
        draft.text
    );
    assert_eq!(draft.notices[0].code, "broken-json");
}

#[test]
fn json_of_another_kind_is_its_strings() {
    let draft = read(r#"{"weather": "It rained on Monday at noon.", "id": 7}"#);
    assert_eq!(draft.text, "It rained on Monday at noon.");
    assert_eq!(draft.notices[0].code, "unknown-json");
}
