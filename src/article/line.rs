//! What a line is by its marks and its words: an item, a quotation, a rule, a field, the line before gone on.
//!
//! One would get wrong that a line ends a paragraph: a wrapped text has a break in every sentence, and a list of stamps
//! none within an entry.

use super::signed_line::{is_name_alone, is_stamp_line, names_writer};
use crate::lexicon::prose::Section;
use crate::lexicon::time::CLOCK_SIGNS;

/// Longest line of a wrapped text; what is longer is a paragraph on one line.
const WIDEST_WRAP: usize = 110;

/// Words behind which no line ends.
const LEFT_OPEN: &[&str] = &[
    "the", "a", "an", "of", "on", "at", "to", "and", "or", "with", "from", "for", "between", "until", "since", "by",
    "before", "after", "about", "around", "than",
];

/// A line of a text.
pub struct Line<'a> {
    /// Its first byte.
    pub start: usize,
    /// Without its break.
    pub text: &'a str,
    /// Its characters, blanks at its end left out.
    width: usize,
    /// The width of the widest from here to the next empty line.
    widest: usize,
}

/// The lines of a text, the last one too where nothing stands in it.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines: Vec<Line> = text
        .split('\n')
        .map(|line| {
            let width = line.trim_end().chars().count();
            let here = Line {
                start,
                text: line,
                width,
                widest: width,
            };
            start += line.len() + 1;
            here
        })
        .collect();
    // From below, so that a line asks only the next one: a log is one paragraph of a hundred thousand.
    for at in (1..lines.len()).rev() {
        if lines[at].width > 0 && lines[at - 1].width > 0 {
            lines[at - 1].widest = lines[at - 1].widest.max(lines[at].widest);
        }
    }
    for run in lines.chunk_by_mut(|before, next| before.width > 0 && next.width > 0) {
        unwrapped(run);
    }
    lines
}

/// Of lines without an empty one among them, whether each is a paragraph of its own, as a browser copies them: most that
/// are no headings end a sentence, which of wrapped lines few do. Then none of them goes on, however full it is.
fn unwrapped(run: &mut [Line]) {
    const FEWEST: usize = 4;
    const SHORTEST: usize = 60;
    let stops = |line: &&Line| {
        let last_word = line.text.trim_end().rsplit(' ').next().unwrap_or_default();
        last_word.ends_with(['.', '!', '?', '"', '”', ':']) && !shortens(last_word)
    };
    let told = || run.iter().filter(|line| line.width >= SHORTEST);
    let (told, stopped) = (told().count(), told().filter(stops).count());
    if told >= FEWEST && stopped * 3 >= told * 2 {
        for line in run {
            line.widest = line.widest.max(WIDEST_WRAP + 1);
        }
    }
}

/// Whether `next` continues the block that `before` stands in.
pub fn goes_on(before: &Line, next: &Line, block: &[Line], in_item: bool) -> bool {
    let text = next.text.trim_start();
    if text.is_empty()
        || is_rule(text)
        || text.starts_with(['#', '|', '>'])
        || text.starts_with("```")
        || item_mark(text) > 0
    {
        return false;
    }
    let heads = |line: &str| heads_comment(line) || heads_by_age(line) || heads_printed(line);
    if before.start == block[0].start && heads(before.text) {
        return false;
    }
    // Lines that each open with a clock or a date in figures are entries.
    if opens_with_stamp(text) && opens_with_stamp(block[0].text.trim_start()) {
        return false;
    }
    if stamps_post(text)
        || points_at_stamp(text)
        || heads_printed(text)
        || labels_furniture(text)
        || brings_in_quotation(text)
    {
        return false;
    }
    let heads = before.start == block[0].start && !in_item;
    if heads && (names_writer(text) || is_name_alone(text) || is_stamp_line(text)) {
        return false;
    }
    // Data: brackets alone, or a field behind a comma or a bracket: `date: "2019-11-03",` and below it `text: "…"`.
    let closes = text.trim_end().chars().all(|c| "{}[](),;".contains(c));
    if closes || before.text.trim_end().ends_with([',', '{', '[']) && opens_field(text) {
        return false;
    }
    if opens_column(text) {
        return false;
    }
    let next_indent = next.text.len() - text.len();
    let first_indent = block[0].text.len() - block[0].text.trim_start().len();
    if in_item && next_indent > first_indent {
        return true;
    }
    // A table drawn with blanks: what hangs deeper than its first line goes on.
    if next_indent >= 8 && first_indent == 0 {
        return true;
    }
    let last_word = before.text.trim_end().rsplit(' ').next().unwrap_or_default();
    // What follows a full stop and opens with a day, a figure or "Posted" is a stamp below its text.
    let stops = last_word.ends_with(['.', '!', '?']) && !shortens(last_word);
    if stops && (opens_like_stamp(text) || labels_stamp(text)) {
        return false;
    }
    let width = before.width;
    // "The pipe was cut at about noon on", and below it "Wednesday".
    if width >= 30 && LEFT_OPEN.contains(&last_word) {
        return true;
    }
    if width > WIDEST_WRAP {
        // A text wrapped at 120 columns: no paragraph ends in a word and has the next begin in small letters.
        let parted = last_word.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        return parted && text.starts_with(char::is_lowercase);
    }
    let first_word = text.split_whitespace().next().unwrap_or_default();
    let widest = block[0].widest;
    if widest > WIDEST_WRAP {
        return false;
    }
    // An address behind a full stop is a line of its own.
    let address = first_word.contains("://") && last_word.ends_with(['.', '!', '?']);
    let continues_word = first_word.starts_with(|c: char| c.is_lowercase()) && width >= 30 && !address;
    let full = width >= 50 && width + 1 + first_word.chars().count() > widest.max(60);
    continues_word || full
}

/// Whether the dot of a line's last word is the word's own: "failed at 5:20 a.m.", and below it "Monday"; "on Oct.", and
/// below it "4".
fn shortens(word: &str) -> bool {
    let lexicon = crate::lexicon::lexicon();
    let letters = word.to_ascii_lowercase().replace('.', "");
    let dotted = word.trim_end_matches('.').contains('.');
    let id = lexicon.id(&letters);
    // "Back by 7 pm." ends its sentence, and "in May." too.
    dotted && lexicon.meridiems.word(id).is_some()
        || letters != "may" && letters.len() < 5 && lexicon.months.word(id).is_some()
}

/// "kestrel writes...", a handle and no more, above the lines that a post quotes.
fn brings_in_quotation(text: &str) -> bool {
    const VERBS: &[&str] = &["writes...", "writes…", "writes:", "wrote...", "wrote…", "wrote:"];
    let mut words = text.split_whitespace();
    let (handle, verb) = (words.next(), words.next());
    handle.is_some() && verb.is_some_and(|verb| VERBS.contains(&verb)) && words.next().is_none()
}

/// "Mar 15, 16:42 PDT", "Posted 2 years ago", "Wednesday at 9"
fn opens_like_stamp(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lexicon = crate::lexicon::lexicon();
    let word = lexicon.id(&first.to_ascii_lowercase());
    first.starts_with(|c: char| c.is_ascii_digit())
        || lexicon.months.word(word).is_some()
        || lexicon.weekdays.word(word).is_some()
        || lexicon.stamps.word(word).is_some()
}

/// "Start: 2021-10-04 09:33", "Time of impact: 09:33 UTC": a stamp behind what it is.
fn labels_stamp(line: &str) -> bool {
    const LONGEST_LABEL: usize = 3;
    let split = line.split_once(':').filter(|(_, value)| value.starts_with([' ', '*']));
    split.is_some_and(|(label, value)| {
        let words = || label.split(' ');
        let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '*' | '-'));
        let value = value.trim_start_matches(['*', ' ']);
        words().count() <= LONGEST_LABEL && words().all(plain) && opens_like_stamp(value)
    })
}

/// "11/17 0928", "09:14", "2021-10-04", "[23:41:17]", "04Oct21 09.14", "0928    Pumps stop"
fn opens_with_stamp(line: &str) -> bool {
    let line = line.trim_start_matches(['[', '(', '*']);
    // "h 7.40 - The pumps stop", "kl. 14.05 Everything is back"
    let sign = |sign: &&str| {
        line.strip_prefix(*sign)
            .map(|rest| rest.strip_prefix('.').unwrap_or(rest))
    };
    let behind_sign = CLOCK_SIGNS.iter().filter_map(|it| sign(it)?.strip_prefix(' ')).next();
    let line = behind_sign.unwrap_or(line);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, rest) = line.split_at(digits);
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let glued_date = matches!(digits, 1 | 2) && letters == 3 && opens_with_digit(&rest[letters..]);
    let clock_in_column = digits == 4 && figures < "2400" && (rest.starts_with("  ") || rest.starts_with('\t'));
    let marked = matches!(digits, 1 | 2 | 4) && rest.starts_with([':', '/', '-', '.']) && opens_with_digit(&rest[1..]);
    glued_date || clock_in_column || marked
}

/// "19:10 , Ann Lee", "7.05pm | Ann Lee": the clock of a post and who wrote it, below the headline. A mark set apart by
/// blanks parts nothing in prose that stands before nothing but names.
fn stamps_post(line: &str) -> bool {
    const MOST: usize = 6;
    let mut words = line.split_ascii_whitespace().skip(1);
    let marked = words.next().is_some_and(|it| matches!(it, "," | "|" | "·" | "–" | "—"));
    let mut names = words.clone();
    let named = (2..=MOST).contains(&words.count());
    opens_with_stamp(line) && marked && named && names.all(|it| it.starts_with(char::is_uppercase))
}

/// "by quill_9 » Tue Oct 7, 2025 10:40 am": who wrote a post, and when, below its title.
fn points_at_stamp(line: &str) -> bool {
    const MOST: usize = 4;
    let names = line.strip_prefix("by ").and_then(|names| names.split_once(" » "));
    names.is_some_and(|(name, stamp)| {
        (1..=MOST).contains(&name.split_whitespace().count()) && stamp.contains(|c: char| c.is_ascii_digit())
    })
}

/// "tags : harbour, pumps": what a page writes below its story, in small letters too.
fn labels_furniture(line: &str) -> bool {
    let lexicon = crate::lexicon::lexicon();
    let label = line
        .split_once(':')
        .map(|(label, _)| label.trim_end().to_ascii_lowercase());
    label.is_some_and(|it| lexicon.sections.word(lexicon.id(&it)) == Some(Section::Furniture))
}

fn opens_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// "Comment 6 by ann, 3 May 2021, 9:02 AM", "Ann Lee  2021-05-03 09:02  Comment 6": the head of a comment, of however
/// many words.
fn heads_comment(line: &str) -> bool {
    let comment = |word: Option<&str>| word.is_some_and(|it| it.eq_ignore_ascii_case("comment"));
    let count = |word: Option<&str>| {
        let figures = word.map(|it| it.trim_start_matches('#').trim_end_matches(':'));
        figures.is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()))
    };
    let (mut first, mut last) = (line.split_ascii_whitespace(), line.split_ascii_whitespace().rev());
    comment(first.next()) && count(first.next()) || count(last.next()) && comment(last.next())
}

/// "Title: Re: Servers down?", "Post by: Ann on June 12, 2016, 09:02:47 PM", "Quote from: Ann on …": what SMF prints above a post.
fn heads_printed(line: &str) -> bool {
    ["Title: Re: ", "Post by: ", "Quote from: "]
        .iter()
        .any(|head| line.starts_with(head))
}

/// "ann_l · 48 min. ago", "Posted by bo 3 hours ago": the head of a post, below which somebody may begin in small letters.
fn heads_by_age(line: &str) -> bool {
    let line = line.trim();
    let marked = ['·', '•', '|'].iter().any(|mark| line.contains(*mark));
    line.ends_with(" ago") && (marked || line.contains("osted by "))
}

/// Whether a line may stand in front matter: a field, an item, a comment, what hangs below a field, nothing.
pub fn is_field(line: &str) -> bool {
    line.trim().is_empty()
        || line.starts_with([' ', '\t', '-', '#', '[', ']', '}']) && line.trim() != "---"
        || names_field(line)
}

/// "date: 2021-10-04", "date = 2021-10-04", "tags:"
pub fn names_field(line: &str) -> bool {
    let end = line
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"')))
        .unwrap_or(line.len());
    let rest = line[end..].trim_start();
    end > 0 && (rest == ":" || rest.starts_with(": ") || rest.starts_with("= "))
}

/// `text:"…"`, `"level": 3`: a name, a colon and a value that is no word of prose.
fn opens_field(line: &str) -> bool {
    let name = line.trim_start_matches(['"', '\'']);
    let rest = name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    let value = rest
        .trim_start_matches(['"', '\''])
        .strip_prefix(':')
        .map(str::trim_start);
    rest.len() < name.len()
        && value.is_some_and(|it| it.starts_with(|c: char| "\"'[{".contains(c) || c.is_ascii_digit()))
}

/// "Document date:          26/02/2019": a label, and its value in a column of its own.
fn opens_column(line: &str) -> bool {
    const LONGEST_LABEL: usize = 5;
    let split = line
        .split_once(':')
        .filter(|(_, value)| value.starts_with("  ") || value.starts_with('\t'));
    split.is_some_and(|(label, _)| label.starts_with(char::is_uppercase) && label.split(' ').count() <= LONGEST_LABEL)
}

/// The box of what is still to be done.
pub const OPEN_BOX: &str = "[ ] ";

/// Bytes of a list mark, a box to tick taken in, and the blank behind it; 0 where there is none.
pub fn item_mark(line: &str) -> usize {
    for mark in ["* ", "- ", "+ ", "• ", "◦ ", "▪ ", "– ", "— ", "· "] {
        if let Some(rest) = line.strip_prefix(mark) {
            let boxed = [OPEN_BOX, "[x] ", "[X] "].into_iter().find(|it| rest.starts_with(it));
            return mark.len() + boxed.map_or(0, str::len);
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") ")) {
        return digits + 2;
    }
    let mut letters = line.bytes();
    if let (Some(b'a'..=b'z'), Some(b'.' | b')'), Some(b' ')) = (letters.next(), letters.next(), letters.next()) {
        return 3;
    }
    0
}

/// Bytes of the marks of a quotation and the blanks among them; `None` where there is none.
pub fn quote_mark(line: &str) -> Option<usize> {
    let marks = line.bytes().take_while(|b| *b == b'>' || *b == b' ').count();
    line.starts_with('>').then_some(marks)
}

/// `---`, `***`, `___`, `====`
pub fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && ['-', '*', '_', '='].iter().any(|mark| line.chars().all(|c| c == *mark))
}

/// `=====` or `-----` below a heading.
pub fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// `|---|:--|` below the head of a table.
pub fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// How many lines from the first on are rows of a table, with as many bars between their cells; 0 where they are none.
pub fn rows(lines: &[Line]) -> usize {
    const FEWEST: usize = 3;
    let bars = |line: &Line| line.text.matches(" | ").count();
    let first = lines.first().map_or(0, bars);
    if first < 2 {
        return 0;
    }
    let rows = lines.iter().take_while(|line| bars(line) == first).count();
    if rows >= FEWEST { rows } else { 0 }
}

/// "HOW IT STARTED", "2. CHRONOLOGY": a short line in capitals.
pub fn is_shouted_heading(line: &str) -> bool {
    let line = line.trim();
    // Nearly every line has a small letter at its beginning, so that is asked first.
    !line.chars().any(char::is_lowercase)
        && line.chars().count() <= 60
        && line.chars().filter(|c| c.is_alphabetic()).take(4).count() == 4
        && !(line.len() > 40 && line.contains(':'))
}
