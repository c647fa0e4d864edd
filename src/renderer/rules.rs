//! What is understood of times, family by family: the grammar's own examples as Markdown.
//!
//! One would get wrong to describe the grammar a second time: these are the records that the tests run.

use std::fmt::Write;

use crate::parser::time::FAMILIES;

/// Every family with its examples.
pub fn write() -> String {
    let mut out = String::new();
    for family in FAMILIES {
        section(family.name, family.what, &mut out);
        if !family.found.is_empty() {
            out.push_str("\n| in a sentence | value |\n|---|---|\n");
        }
        for (sentence, value) in family.found {
            let words = cell(sentence).replace(['[', ']'], "**");
            writeln!(out, "| {words} | `{value}` |").expect("a String takes what is written to it");
        }
        if !family.never.is_empty() {
            out.push_str("\nNot taken for a time:\n\n");
        }
        for sentence in family.never {
            writeln!(out, "- {}", cell(sentence)).expect("a String takes what is written to it");
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(name: &str, what: &str, out: &mut String) {
    writeln!(out, "### {}{}\n\n{what}", name[..1].to_uppercase(), &name[1..])
        .expect("a String takes what is written to it");
}

/// What would be markup inside a table is escaped.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "\\<").replace('*', "\\*")
}
