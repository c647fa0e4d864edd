//! A marked text → TimeML, with TIMEX3 and nothing else.
//!
//! One would get wrong that the text is data: nothing is added inside `TEXT`, not even a line's end, and what XML
//! cannot hold is replaced character for character.

use std::fmt::Write;

use crate::article::scan;
use crate::normaliser::timex3::{Annotated, Timex3};

/// One document.
pub fn document(annotated: &Annotated) -> String {
    let mut out = String::with_capacity(annotated.text.len() + 120 * annotated.timexes.len() + 600);
    head(annotated, &mut out);
    let mut at = 0;
    for (index, timex) in annotated.timexes.iter().enumerate() {
        let span = timex.span.range();
        escape(&annotated.text[at..span.start], &mut out);
        open(timex, index + 1, &mut out);
        escape(&annotated.text[span.clone()], &mut out);
        out.push_str("</TIMEX3>");
        at = span.end;
    }
    escape(&annotated.text[at..], &mut out);
    out.push_str("</TEXT>\n\n</TimeML>\n");
    out
}

fn head(annotated: &Annotated, out: &mut String) {
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n<DOCID>",
    );
    escape(document_name(&annotated.path), out);
    let creation = &annotated.creation;
    out.push_str("</DOCID>\n\n<DCT><TIMEX3 tid=\"t0\"");
    attribute("type", creation.kind.name(), out);
    attribute("value", &creation.value, out);
    if let Some(zone) = &creation.zone {
        attribute("zone", zone, out);
    }
    out.push_str(" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">");
    escape(&creation.value, out);
    out.push_str("</TIMEX3></DCT>\n\n<TEXT>");
}

/// The file's name without its folders and its ending.
fn document_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

fn open(timex: &Timex3, tid: usize, out: &mut String) {
    write!(out, "<TIMEX3 tid=\"t{tid}\"").expect("a String takes what is written to it");
    attribute("type", timex.kind.name(), out);
    attribute("value", &timex.value, out);
    let plain = [
        ("mod", timex.modifier),
        ("quant", timex.quant),
        ("freq", timex.freq.as_deref()),
        ("zone", timex.zone.as_deref()),
    ];
    for (name, value) in plain {
        if let Some(value) = value {
            attribute(name, value, out);
        }
    }
    let others = [
        ("beginPoint", timex.begin),
        ("endPoint", timex.end),
        ("anchorTimeID", timex.anchor),
    ];
    for (name, tid) in others {
        if let Some(tid) = tid {
            write!(out, " {name}=\"t{tid}\"").expect("a String takes what is written to it");
        }
    }
    if timex.anchor.is_some() {
        out.push_str(" temporalFunction=\"true\"");
    }
    out.push('>');
}

/// An attribute whose value is one of ours, of letters and figures.
fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(value);
    out.push('"');
}

/// Text as XML 1.0 takes it: what it has no place for becomes U+FFFD.
fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = scan::first(rest.as_bytes(), is_marked) {
        out.push_str(&rest[..at]);
        let mut following = rest[at..].chars();
        match following.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            // A parser would read it as a line's end.
            Some('\r') => out.push_str("&#13;"),
            Some('\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            Some(other) => out.push(other),
            None => {}
        }
        rest = following.as_str();
    }
    out.push_str(rest);
}

/// Whether a character that begins with the byte may not stand as it is. U+FFFE and U+FFFF begin with EF.
fn is_marked(byte: u8) -> bool {
    let mark = (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == 0xef);
    mark | (byte < b' ') & (byte != b'\t') & (byte != b'\n')
}
