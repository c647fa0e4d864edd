//! Pages, small and made up.

use super::*;

const PROSE: &str =
    "The sluice at the upper weir stopped moving in the morning, and the water rose behind it for hours.";

fn text(markup: &str) -> String {
    read(markup).text
}

fn kinds(markup: &str) -> Vec<(BlockKind, String)> {
    let draft = read(markup);
    let words = |bytes: std::ops::Range<usize>| draft.text[bytes].to_owned();
    draft
        .stretches
        .iter()
        .map(|s| (s.kind, words(s.bytes.clone())))
        .collect()
}

#[test]
fn furniture_is_left_out_and_the_article_is_kept() {
    let page = format!(
        "<title>Weir fails - The Weekly Weir</title><nav><a href=/>Home</a></nav><div class=cookie-banner>We use cookies at 9:00.</div>
        <main><article><h1>Weir fails</h1><p>{PROSE}</p><aside><h3>Related</h3><a href=#>Dam</a></aside>
        <div class=share-tools>Share at 10:00</div></article>
        <section class=comments><h3>3 comments</h3><p>{PROSE}</p></section></main><footer>2022</footer>"
    );
    assert_eq!(text(&page), format!("# Weir fails\n\n{PROSE}"));
}

#[test]
fn a_forum_whose_comments_are_the_article_keeps_them() {
    let page =
        format!("<h1>Weir down?</h1><div class=comment><p>{PROSE}</p></div><div class=comment><p>{PROSE}</p></div>");
    assert_eq!(text(&page).matches(PROSE).count(), 2);
}

#[test]
fn lists_tables_and_headings_are_blocks() {
    let page =
        "<h1>Weir</h1><h2>Timeline</h2><ul><li><b>10:40</b> stuck<ul><li>dry</li></ul></li><li>11:00 free</li></ul>
        <table><tr><th>Time</th><th>What</th></tr><tr><td>12:00</td><td>open</td></tr></table><pre>12:00:01 ok</pre>";
    assert_eq!(
        kinds(page),
        [
            (BlockKind::Heading(1), "Weir".to_owned()),
            (BlockKind::Heading(2), "Timeline".to_owned()),
            (BlockKind::Item, "**10:40** stuck".to_owned()),
            (BlockKind::Item, "dry".to_owned()),
            (BlockKind::Item, "11:00 free".to_owned()),
            (BlockKind::HeaderRow, "Time | What".to_owned()),
            (BlockKind::Row, "12:00 | open".to_owned()),
            (BlockKind::Code, "12:00:01 ok".to_owned()),
        ]
    );
}

#[test]
fn a_caption_is_told_apart() {
    let page =
        format!("<h1>Weir</h1><figure><img src=a><figcaption>The weir on Monday.</figcaption></figure><p>{PROSE}</p>");
    assert_eq!(kinds(&page)[1], (BlockKind::Caption, "The weir on Monday.".to_owned()));
}

#[test]
fn the_head_becomes_front_matter() {
    let page = format!(
        "<meta property='article:published_time' content='2022-01-05T10:00:00Z'><title>Weir fails | News</title><p>{PROSE}</p>"
    );
    assert_eq!(
        text(&page),
        format!("---\npublished: 2022-01-05T10:00:00Z\n---\n\n# Weir fails\n\n{PROSE}")
    );
}

#[test]
fn a_stamp_that_is_shown_as_ago_is_read_from_its_attribute() {
    let page =
        "<h1>Thread</h1><div class=post><relative-time datetime='2022-01-05T10:00:00Z'>3 days ago</relative-time></div>
        <p>It is stuck.</p>";
    assert!(text(page).contains("\n2022-01-05T10:00:00Z\n"), "{}", text(page));
}

#[test]
fn a_moment_that_is_told_twice_is_one() {
    let page = "<article><header><time datetime='2022-01-05T10:00:00Z'>2h ago</time><span>10.00 GMT</span></header><p>Up.</p></article>";
    assert!(
        text(page).contains("2022-01-05T10:00:00Z (10.00 GMT)"),
        "{}",
        text(page)
    );
}

#[test]
fn an_invitation_to_subscribe_is_no_incident() {
    let page = "<div class=masthead-container><p>Get email notifications whenever the weir creates or resolves an incident.</p></div>
        <h1>Gates stuck</h1><div>Resolved</div><div>This incident has been resolved.</div><div>Posted Jan 5, 2022 - 18:00 UTC</div>
        <div>Investigating</div><div>We are investigating.</div><div>Posted Jan 5, 2022 - 16:40 UTC</div>";
    assert!(text(page).starts_with("# Gates stuck"), "{}", text(page));
}

#[test]
fn what_is_struck_out_is_marked() {
    assert!(text("<p>Closed at <del>09:40</del> 10:15.</p>").contains("Closed at ~~09:40~~ 10:15."));
}

#[test]
fn spans_that_touch_stand_apart_and_a_drop_cap_does_not() {
    assert_eq!(text("<p><span>May 14</span><span>Updated</span></p>"), "May 14 Updated");
    assert_eq!(text("<p><span>W</span>ater rose</p>"), "Water rose");
}

#[test]
fn front_matter_above_tags_is_kept() {
    let draft = read("---\ntitle: Weir\ndate: 2022-01-05\n---\n<p>It is stuck.</p>");
    assert_eq!(draft.text, "---\ntitle: Weir\ndate: 2022-01-05\n---\n\nIt is stuck.");
    assert_eq!(draft.stretches.len(), 3);
}

#[test]
fn a_page_without_text_says_so() {
    assert_eq!(
        read("<html><body><div id=app></div></body></html>").notices[0].code,
        "empty-page"
    );
}

#[test]
fn a_page_nested_beyond_reason_is_read() {
    let page = format!("{}<p>It is stuck.{}", "<div>".repeat(5_000), "</div>".repeat(5_000));
    assert!(text(&page).contains("It is stuck."));
}
