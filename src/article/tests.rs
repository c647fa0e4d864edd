//! Whatever the bytes are and whatever they are said to be: a text comes out, laid out within itself.

use proptest::prelude::*;

use super::*;

const FORMS: [Form; 6] = [
    Form::Text,
    Form::Markdown,
    Form::Html,
    Form::Json,
    Form::Mail,
    Form::Chat,
];

/// Whether everything that points into the text points at characters, in order.
fn holds_together(article: &Article) {
    let text = &article.text;
    for token in &article.tokens {
        assert!(text.get(token.span.range()).is_some_and(|words| !words.is_empty()));
    }
    for pair in article.tokens.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start());
    }
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.tokens.start && block.tokens.start < block.tokens.end);
        assert!(text.get(block.span.range()).is_some());
        end = block.tokens.end;
    }
    assert!(end <= article.tokens.len());
    for sentence in &article.sentences {
        assert!(article.blocks[sentence.block].span.contains(sentence.span));
    }
}

fn read_as_all(bytes: &[u8]) {
    for form in FORMS.into_iter().map(Some).chain([None]) {
        if let Ok(article) = Article::read("-", bytes, form) {
            holds_together(&article);
        }
    }
}

/// What formats are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<p>",
        "<ul><li>",
        "</li>",
        "<table><tr><td>",
        "</td></tr>",
        "<pre>",
        "<s>",
        "</s>",
        "<time datetime='2022-01-05'>",
        "<h1>",
        "<b>",
        "</b>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "<figure><img>",
        "&nbsp;",
        "&#x0;",
        "<",
        ">",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        "\"body\":",
        "\"created_at\":",
        "\"2022-01-05T10:00:00Z\"",
        "\"updates\":",
        ",",
        ":",
        "\\",
        "\\u12",
        "---\n",
        "+++\n",
        "title: a\n",
        "a = 1\n",
        "~~",
        "](",
        "[a](http://b.c)",
        "[a]: http://b.c\n",
        "![",
        "`",
        "```\n",
        "# ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n",
        "|--|\n",
        "From: a@b.c\n",
        "Date: Mon, 4 Oct 2021 18:02:11 -0400\n",
        "Subject: é\n",
        "[23:41:17] <a> b\n",
        "--- Day changed\n",
        "10:40 ",
        "Monday ",
        "é",
        "“",
        "𝄞",
        "\u{200b}",
        "\u{feff}",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        " ",
        "word ",
        "It was down. ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_as_all(&bytes);
    }

    #[test]
    fn no_pieces_of_formats_make_it_panic(text in pieces()) {
        read_as_all(text.as_bytes());
    }
}

#[test]
fn a_file_may_be_said_to_be_what_it_is_not() {
    let article = Article::read("a.html", b"<p>It was down.</p>", Some(Form::Text)).expect("text");
    assert_eq!(&*article.text, "<p>It was down.</p>");
    assert_eq!(article.form, Form::Text);
}

#[test]
fn a_page_s_own_word_for_its_encoding_is_believed() {
    let page = b"<html><head><meta charset=\"iso-8859-2\"></head><body><p>\xA3\xF3d\xBC was down all morning.</p></body></html>";
    let article = Article::read("-", page, None).expect("text");
    assert_eq!(&*article.text, "Łódź was down all morning.");
}

#[test]
fn front_matter_that_is_none_is_told_and_read() {
    for (text, notices, blocks) in [
        ("---\ntitle: a\ndate: 2022-01-05\n---\nDown.", 0, 3),
        ("---\ntitle: a\nwhat is this\n---\nDown.", 1, 3),
        ("---\ntitle: a\ndate: 2022-01-05\n\nDown.", 1, 3),
        ("---\nIt was down.\n\n---\nIt is back.", 0, 2),
    ] {
        let article = Article::read("-", text.as_bytes(), Some(Form::Markdown)).expect("text");
        assert_eq!(
            (article.notices.len(), article.blocks.len()),
            (notices, blocks),
            "{text}"
        );
    }
}

#[test]
fn a_line_goes_on_only_where_a_reader_goes_on() {
    let blocks = |text: &str| {
        let article = Article::read("-", text.as_bytes(), Some(Form::Text)).expect("text");
        article.blocks.len()
    };
    // The dot is that of "a.m.", and the day below is its own.
    assert_eq!(
        blocks(
            "The harbour said that the pumps had all stopped at about 5:20 a.m.\nMonday, when a relay burned through."
        ),
        1
    );
    assert_eq!(
        blocks("The harbour said that the pumps had all stopped when a relay went.\nMonday, 4 March"),
        2
    );
    // Full lines that each end a sentence, above a short one.
    let told = "The harbour said that the pumps had all stopped in the cold night.\n".repeat(4);
    assert_eq!(blocks(&format!("{told}More on this story")), 5);
    // A rule below a sentence parts it from the next, and heads nothing.
    let ruled = Article::read(
        "-",
        b"The pumps stopped at 9. All were out by 10.\n----\nThey ran at noon.",
        Some(Form::Text),
    );
    let ruled = ruled.expect("text");
    assert!(ruled.blocks.iter().all(|block| block.kind == BlockKind::Paragraph));
}
