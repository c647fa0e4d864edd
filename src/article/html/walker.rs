//! An element → blocks: headings, paragraphs, items, rows, captions, code.
//!
//! One would get wrong that a page's blanks are its layout: blocks are told by tags, and two spans that touch in the
//! source stand apart on the screen.

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Node};

use super::furniture::{Furniture, is_time};
use super::moment::{Stamps, ends_in_word};
use super::survey::Survey;
use super::table;
use crate::article::block::{self, BlockKind};
use crate::article::draft::{Draft, STEP};

/// Deeper than any page that a person made; below it only text is taken.
const DEEPEST: usize = 300;

/// Longest line in bold that is a heading.
const LONGEST_BOLD: usize = 90;

/// The item that is being written.
#[derive(Clone, Copy)]
struct Item {
    indent: usize,
    begun: bool,
}

/// Writes blocks while it walks.
pub struct Walker<'a> {
    pub(super) survey: &'a Survey,
    furniture: &'a Furniture<'a>,
    draft: Draft,
    pub(super) stamps: Stamps,
    /// The block that is being gathered.
    pub(super) words: String,
    /// How many characters of it are bold.
    bold: usize,
    in_bold: usize,
    heading: Option<u8>,
    item: Option<Item>,
    lists: usize,
    quotes: usize,
    captions: usize,
    /// Whether a line break, and no paragraph, ended the block before.
    broken: bool,
    /// Whether an inline element ended where the words end.
    pub(super) closed: bool,
    /// Whether a paragraph of prose was written.
    pub(super) prose: bool,
    /// What was written with the element before it.
    pub(super) written: Option<NodeId>,
}

impl<'a> Walker<'a> {
    /// A walker that has written nothing.
    pub fn new(survey: &'a Survey, furniture: &'a Furniture<'a>) -> Self {
        Self {
            survey,
            furniture,
            draft: Draft::default(),
            stamps: Stamps::default(),
            words: String::new(),
            bold: 0,
            in_bold: 0,
            heading: None,
            item: None,
            lists: 0,
            quotes: 0,
            captions: 0,
            broken: false,
            closed: false,
            prose: false,
            written: None,
        }
    }

    /// What was written.
    pub fn finish(mut self) -> (Draft, Stamps) {
        self.flush();
        (self.draft, self.stamps)
    }

    /// Writes an element as a heading.
    pub fn heading(&mut self, level: u8, element: &ElementRef<'a>) {
        self.flush();
        self.heading = Some(level);
        self.children(**element, 0);
        self.flush();
        self.heading = None;
    }

    /// Takes a node with all that it holds.
    pub fn walk(&mut self, node: NodeRef<'a, Node>, depth: usize) {
        match node.value() {
            Node::Text(text) => self.text(&text.text),
            Node::Element(_) => {
                if let Some(element) = ElementRef::wrap(node) {
                    self.element(&element, depth);
                }
            }
            Node::Document | Node::Fragment => self.children(node, depth),
            _ => {}
        }
    }

    fn children(&mut self, node: NodeRef<'a, Node>, depth: usize) {
        if depth > DEEPEST {
            let text: String = node
                .descendants()
                .filter_map(|inner| inner.value().as_text().map(|text| text.to_string()))
                .collect();
            self.text(&text);
            return;
        }
        for child in node.children() {
            self.walk(child, depth + 1);
        }
    }

    fn element(&mut self, element: &ElementRef<'a>, depth: usize) {
        if self.furniture.drops(element) || self.written == Some(element.id()) {
            return;
        }
        let name = element.value().name();
        let caption = self.captions == 0 && self.furniture.is_caption(element);
        if caption {
            self.flush();
            self.captions += 1;
        }
        match name {
            "br" => {
                self.flush();
                self.broken = true;
            }
            "hr" => self.block(element, depth),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.heading(level, element);
            }
            "ul" | "ol" | "dl" => {
                self.flush();
                let outer = self.item;
                self.lists += 1;
                self.children(**element, depth);
                self.lists -= 1;
                self.flush();
                self.item = outer.map(|item| Item { begun: true, ..item });
            }
            "li" | "dt" => {
                self.flush();
                let outer = self.item;
                self.item = Some(Item {
                    indent: self.lists.saturating_sub(1) * STEP,
                    begun: false,
                });
                self.children(**element, depth);
                self.flush();
                // What defines a term hangs below it.
                self.item = if name == "dt" {
                    self.item.map(|item| Item { begun: true, ..item })
                } else {
                    outer
                };
            }
            "blockquote" => {
                self.flush();
                self.quotes += 1;
                self.children(**element, depth);
                self.flush();
                self.quotes -= 1;
            }
            "pre" | "listing" | "xmp" => self.preformatted(element),
            "table" if table::holds_data(element) => {
                self.flush();
                table::write(element, self.furniture, &mut self.draft);
            }
            "strong" | "b" => self.strong(element, depth),
            "del" | "s" | "strike" => {
                let words = words_of(element);
                if !words.is_empty() {
                    self.text(&format!(" ~~{words}~~ "));
                }
            }
            "code" | "kbd" | "samp" | "tt" => self.code(element, depth),
            _ if is_time(name) => self.time(element, depth),
            _ if is_inline(name) => self.inline(element, depth),
            _ => self.block(element, depth),
        }
        if caption {
            self.flush();
            self.captions -= 1;
        }
    }

    fn block(&mut self, element: &ElementRef<'a>, depth: usize) {
        self.flush();
        self.children(**element, depth);
        self.flush();
    }

    pub(super) fn inline(&mut self, element: &ElementRef<'a>, depth: usize) {
        let boxed = matches!(
            element.value().name(),
            "span" | "time" | "small" | "a" | "label" | "cite"
        );
        // Boxes that touch in the source stand apart on the screen; a drop cap is one letter.
        if boxed && self.closed && ends_in_word(&self.words) {
            self.words.push(' ');
        }
        self.closed = false;
        self.children(**element, depth);
        self.closed = boxed;
    }

    fn strong(&mut self, element: &ElementRef<'a>, depth: usize) {
        self.closed = false;
        // A time in bold at the front heads an entry: the marks are kept.
        let opens = self.words.trim().is_empty() && self.in_bold == 0 && self.heading.is_none();
        let words = if opens { words_of(element) } else { String::new() };
        let marked = opens
            && words.len() <= 60
            && words.bytes().any(|b| b.is_ascii_digit())
            && !element
                .children()
                .filter_map(ElementRef::wrap)
                .any(|e| !is_inline(e.value().name()));
        if marked {
            self.words.push_str("**");
        }
        self.in_bold += 1;
        self.children(**element, depth);
        self.in_bold -= 1;
        if marked {
            let blank = self.words.ends_with(' ');
            self.words.truncate(self.words.trim_end().len());
            self.words.push_str(if blank { "** " } else { "**" });
        }
    }

    /// Code in prose stays in its marks; a time set in code is a time.
    fn code(&mut self, element: &ElementRef<'a>, depth: usize) {
        let words = words_of(element);
        let bytes = words.as_bytes();
        let clock = bytes
            .windows(3)
            .any(|w| w[0].is_ascii_digit() && matches!(w[1], b':' | b'-') && w[2].is_ascii_digit());
        if words.is_empty() || words.contains('`') || words.len() > 200 || clock {
            return self.children(**element, depth);
        }
        self.text(&format!("`{words}`"));
    }

    /// Code line by line; where it is most of the page (an archived mail), text.
    fn preformatted(&mut self, element: &ElementRef) {
        self.flush();
        let text: String = element.text().collect();
        let all = self.survey.text_of_page();
        if self.survey.mass(element.id()).text * 2 > all {
            let mut inner = Draft {
                stretches: block::stretches(&text),
                ..Draft::default()
            };
            inner.text = text;
            self.draft.append(&inner, 0);
            return;
        }
        for (at, line) in text.lines().enumerate() {
            self.draft.push(BlockKind::Code, 0, at == 0, line);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                if !self.words.is_empty() && !self.words.ends_with(' ') {
                    self.words.push(' ');
                }
            } else {
                self.words.push(c);
                self.bold += usize::from(self.in_bold > 0);
            }
        }
        if !text.trim().is_empty() {
            self.closed = false;
        }
    }

    /// Writes the block that was gathered.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let bold = std::mem::take(&mut self.bold);
        let broken = std::mem::take(&mut self.broken);
        self.closed = false;
        let words = words.trim();
        if words.is_empty() {
            self.broken = broken;
            return;
        }
        let all_bold = bold > 0 && words.chars().filter(|c| !c.is_whitespace() && *c != '*').count() <= bold;
        let (mut indent, mut gap) = (0, !broken);
        let mut kind = BlockKind::Paragraph;
        if let Some(item) = &mut self.item {
            gap = gap && !item.begun && item.indent == 0 && !self.follows_item();
            if let Some(item) = &mut self.item {
                indent = if item.begun { item.indent + STEP } else { item.indent };
                if !item.begun {
                    kind = BlockKind::Item;
                }
                item.begun = true;
            }
        }
        if self.quotes > 0 {
            kind = BlockKind::Quote;
        }
        if self.captions > 0 {
            kind = BlockKind::Caption;
        } else if let Some(level) = self.heading {
            (kind, indent) = (BlockKind::Heading(level), 0);
        } else if all_bold
            && kind == BlockKind::Paragraph
            && self.item.is_none()
            && words.len() <= LONGEST_BOLD
            && !words.trim_end_matches('*').ends_with(['.', ',', ';'])
        {
            kind = BlockKind::Heading(4);
        }
        self.prose |= kind == BlockKind::Paragraph && words.len() > 120;
        let words = if matches!(kind, BlockKind::Heading(_)) {
            words.trim_matches('*')
        } else {
            words
        };
        self.draft.push(kind, indent, gap, words);
    }

    fn follows_item(&self) -> bool {
        self.draft.stretches.last().is_some_and(|s| s.kind == BlockKind::Item)
    }
}

/// The words of an element, blanks made one.
pub fn words_of(element: &ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}
