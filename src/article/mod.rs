//! Bytes → [`Article`]: the text as it was read, its tokens, blocks, sentences and quotations.
//!
//! One would get wrong that markup is layout: a bullet, a table's bar, a heading's marks stand outside the blocks,
//! so that an entry begins with its first word.

pub mod block;
mod chat;
mod dotted;
pub mod draft;
pub mod encoding;
mod figures;
pub mod form;
mod html;
mod json;
pub mod lexer;
mod line;
mod log;
mod mail;
mod markup;
mod menu;
mod movement;
pub mod quotation;
pub mod scan;
pub mod sentence;
mod signed_line;
pub mod span;
pub mod token;
mod transcript;

use std::sync::Arc;

use crate::error::Error;
use block::{Block, BlockKind};
use draft::{Draft, Notice};
use form::Form;
use quotation::Quotation;
use sentence::Sentence;
use span::Span;
use token::Token;

/// A text, taken apart. It knows no date and no event.
#[derive(Clone, Debug)]
pub struct Article {
    /// As the user named the file.
    pub path: String,
    /// What it was read as.
    pub form: Form,
    /// Decoded, line ends made `\n`, blanks made spaces, a byte order mark taken off; of a page or JSON, what was read from it. Spans
    /// index it.
    pub text: Arc<str>,
    /// All but what is no words of the text: targets of links, comments, what was struck out.
    pub tokens: Vec<Token>,
    /// Paragraphs, headings, items, rows, in text order; they do not overlap.
    pub blocks: Vec<Block>,
    /// In text order; each lies in one block.
    pub sentences: Vec<Sentence>,
    /// What stands in quotation marks.
    pub quotations: Vec<Quotation>,
    /// The names of those who speak, where the format tells them from what they say: a chat's nicks.
    pub speakers: Vec<Span>,
    /// Whether its prose writes clocks as four figures without a mark: "at about 1612 on Thursday".
    pub unmarked_clocks: bool,
    /// What a reader should know of how it was read.
    pub notices: Vec<Notice>,
}

impl Article {
    /// Whether a block is an item with a box that nobody has ticked: "- [ ] Replace the disks".
    pub fn is_unticked(&self, block: usize) -> bool {
        let block = &self.blocks[block];
        block.kind == BlockKind::Item && self.text[..block.span.start()].ends_with(line::OPEN_BOX)
    }

    /// Reads a file's bytes, as what they are or as what they are said to be.
    ///
    /// # Errors
    /// [`Error::Empty`] and [`Error::Binary`] where there is no text in them.
    pub fn read(path: &str, bytes: &[u8], form: Option<Form>) -> Result<Self, Error> {
        let text = encoding::decode(path, bytes)?;
        let form = form.unwrap_or_else(|| form::detect(path, &text));
        let draft = match form {
            Form::Html => html::read(&text),
            Form::Json => json::read(&text),
            Form::Mail => mail::draft(text),
            Form::Chat => chat::draft(text),
            Form::Text | Form::Markdown => block::draft(text),
        };
        if draft.text.trim().is_empty() {
            return Err(Error::Empty { path: path.to_owned() });
        }
        Ok(Self::of_draft(path, form, draft))
    }

    /// Lays out what a reader has drafted.
    pub fn of_draft(path: &str, form: Form, draft: Draft) -> Self {
        let Draft {
            text,
            stretches,
            speakers,
            furniture,
            notices,
        } = draft;
        let written_down = speakers.is_empty() && matches!(form, Form::Html | Form::Text | Form::Markdown);
        let speakers = match written_down {
            true => transcript::speakers(&text, &stretches),
            false => speakers,
        };
        let mut silent = markup::silent(&text);
        if !furniture.is_empty() {
            silent.extend(furniture);
            silent.sort_by_key(|range| range.start);
        }
        let mut tokens = markup::tokens(&text, &silent);
        drop(silent);
        // Of a long log these are most of the memory, and a list that grew has room for twice as many.
        tokens.shrink_to_fit();
        let mut blocks = block::attach(&stretches, &tokens);
        blocks.shrink_to_fit();
        dotted::clocks(&mut tokens, &blocks);
        dotted::unmarked_clocks(&text, &mut tokens, &blocks);
        dotted::past_midnight(&mut tokens, &blocks);
        dotted::led(&mut tokens);
        drop(stretches);
        let unmarked_clocks = dotted::in_prose(&tokens);
        let mut sentences = sentence::sentences(&text, &tokens, &blocks);
        sentences.shrink_to_fit();
        let quotations = quotation::quotations(&tokens, &blocks);
        Self {
            path: path.to_owned(),
            form,
            text: text.into(),
            tokens,
            blocks,
            sentences,
            quotations,
            speakers: speakers
                .into_iter()
                .filter_map(|name| Span::new(name.start, name.end))
                .collect(),
            unmarked_clocks,
            notices,
        }
    }

    /// Whether empty lines part its blocks: a page that was copied without them has none to tell anything by.
    pub fn is_spaced(&self) -> bool {
        self.blocks.iter().skip(1).any(|block| block.after_gap)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The span of a range of tokens; `None` where it is empty.
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Option<Span> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Span::new(first.span.start(), last.span.end())
    }

    /// The tokens that begin within a stretch of the text, in bytes; none where that ends before it begins.
    pub fn tokens_of(&self, bytes: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start() < bytes.start);
        let end = self.tokens.partition_point(|t| t.span.start() < bytes.end);
        first..end.max(first)
    }

    /// The tokens of the name that the format gives to who speaks in a block, or in the one that it hangs below.
    pub fn speaker_of(&self, block: usize) -> Option<std::ops::Range<usize>> {
        // Most texts are no chats.
        if self.speakers.is_empty() {
            return None;
        }
        let head = self.blocks[..=block].iter().rfind(|it| it.indent == 0)?;
        let at = self.speakers.partition_point(|name| name.start() < head.span.start());
        let name = self.speakers.get(at).filter(|name| name.end() <= head.span.end())?;
        let name = self.tokens_of(&name.range());
        (!name.is_empty()).then_some(name)
    }

    /// Whether a token stands in quotation marks.
    pub fn is_quoted(&self, token: usize) -> bool {
        let at = self.quotations.partition_point(|q| q.tokens.end <= token);
        self.quotations.get(at).is_some_and(|q| q.tokens.contains(&token))
    }

    /// The indices of the sentences that share a token with the range.
    pub fn sentences_in(&self, tokens: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = self.sentences.partition_point(|s| s.tokens.end <= tokens.start);
        let end = self.sentences.partition_point(|s| s.tokens.start < tokens.end);
        first..end.max(first)
    }

    /// The index of the sentence that holds the token; `None` for markup.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.tokens.end <= token);
        (self.sentences.get(at)?.tokens.start <= token).then_some(at)
    }
}

#[cfg(test)]
mod tests;
