//! How much text, and how much of it in links, each element of a page holds.
//!
//! One would get wrong that prose is text: a menu has as many words as a short story, but none of them is long.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use rustc_hash::FxHashMap;
use scraper::{Html, Node};

use super::{furniture, names};

/// What an element holds, its descendants included.
#[derive(Clone, Copy, Default, Debug)]
pub struct Mass {
    /// Characters that are no blanks.
    pub text: usize,
    /// Those of them in links.
    pub linked: usize,
    /// Links.
    pub links: usize,
    /// Characters in runs long enough to be sentences, outside of links and of what readers wrote.
    pub prose: usize,
    /// Pictures.
    pub pictures: usize,
    /// `<time>`.
    pub times: usize,
}

/// The masses of a page.
#[derive(Debug)]
pub struct Survey {
    masses: FxHashMap<NodeId, Mass>,
    page: Mass,
    headline: Option<NodeId>,
    above_headline: Vec<NodeId>,
}

/// A run of text this long is no label.
const SENTENCE: usize = 50;

impl Survey {
    /// Walks a page once.
    pub fn of(page: &Html) -> Self {
        let mut masses: FxHashMap<NodeId, Mass> = FxHashMap::default();
        let mut open: Vec<Mass> = vec![Mass::default()];
        let (mut in_link, mut silent, mut readers) = (0_usize, 0_usize, 0_usize);
        let mut headline = None;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => {
                        let name = element.name();
                        silent += usize::from(furniture::is_silent(name));
                        in_link += usize::from(name == "a");
                        readers += usize::from(names::is_comments(element));
                        open.push(Mass {
                            links: usize::from(name == "a"),
                            pictures: usize::from(matches!(name, "img" | "picture" | "video")),
                            times: usize::from(furniture::is_time(name)),
                            ..Mass::default()
                        });
                    }
                    Node::Text(text) if silent == 0 => {
                        let length = text.chars().filter(|c| !c.is_whitespace()).count();
                        if let Some(top) = open.last_mut() {
                            top.text += length;
                            if in_link > 0 {
                                top.linked += length;
                            } else if length >= SENTENCE && readers == 0 {
                                top.prose += length;
                            }
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        let name = element.name();
                        silent -= usize::from(furniture::is_silent(name));
                        in_link -= usize::from(name == "a");
                        readers -= usize::from(names::is_comments(element));
                        let mass = open.pop().unwrap_or_default();
                        if let Some(above) = open.last_mut() {
                            above.text += mass.text;
                            above.linked += mass.linked;
                            above.links += mass.links;
                            above.prose += mass.prose;
                            above.pictures += mass.pictures;
                            above.times += mass.times;
                        }
                        // The longest first heading: a site's name is shorter than its headlines.
                        let longer = |best: &(NodeId, usize)| mass.text > best.1;
                        if name == "h1" && mass.text > 0 && headline.as_ref().is_none_or(longer) {
                            headline = Some((node.id(), mass.text));
                        }
                        masses.insert(node.id(), mass);
                    }
                }
            }
        }
        let headline = headline.map(|(id, _)| id);
        let above_headline = headline
            .and_then(|id| page.tree.get(id))
            .map(|node| node.ancestors().map(|above| above.id()).chain([node.id()]).collect())
            .unwrap_or_default();
        Self {
            masses,
            page: open.pop().unwrap_or_default(),
            headline,
            above_headline,
        }
    }

    /// What an element holds.
    pub fn mass(&self, element: NodeId) -> Mass {
        self.masses.get(&element).copied().unwrap_or_default()
    }

    /// Characters of prose, without what readers wrote.
    pub fn prose_outside_comments(&self, element: NodeId) -> usize {
        self.mass(element).prose
    }

    /// Characters of prose on the whole page.
    pub fn prose_of_page(&self) -> usize {
        self.page.prose
    }

    /// Characters on the whole page.
    pub fn text_of_page(&self) -> usize {
        self.page.text
    }

    /// How many `<time>` the whole page has.
    pub fn times_of_page(&self) -> usize {
        self.page.times
    }

    /// The page's first heading.
    pub fn headline(&self) -> Option<NodeId> {
        self.headline
    }

    /// Whether the element is the first heading or holds it.
    pub fn holds_headline(&self, element: NodeId) -> bool {
        self.above_headline.contains(&element)
    }
}
