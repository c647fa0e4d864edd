//! What stands in quotation marks.
//!
//! One would get wrong that a straight mark opens or closes by its place, and that a quotation of several
//! paragraphs closes only once.

use super::block::Block;
use super::token::{Gap, Kind, Token};

/// A quotation, as the range of the tokens between its marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// Without the marks.
    pub tokens: std::ops::Range<usize>,
    /// Index of the block.
    pub block: usize,
}

/// Finds the quotations of every block; one that is not closed ends with its block.
pub fn quotations(tokens: &[Token], blocks: &[Block]) -> Vec<Quotation> {
    let mut out = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut open: Option<usize> = None;
        for at in block.tokens.clone() {
            let Kind::Symbol(mark) = tokens[at].kind else { continue };
            let followed = tokens.get(at + 1).is_some_and(|t| t.gap == Gap::None) && at + 1 < block.tokens.end;
            match (mark, open) {
                ('“', None) => open = Some(at + 1),
                ('"', None) if followed && (tokens[at].gap != Gap::None || opens_after(tokens, at)) => {
                    open = Some(at + 1)
                }
                ('”' | '"', Some(start)) => {
                    if start < at {
                        out.push(Quotation {
                            tokens: start..at,
                            block: index,
                        });
                    }
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open.filter(|start| *start < block.tokens.end) {
            out.push(Quotation {
                tokens: start..block.tokens.end,
                block: index,
            });
        }
    }
    out
}

/// Whether the token before a mark lets it open: a bracket or a dash.
fn opens_after(tokens: &[Token], at: usize) -> bool {
    at == 0 || matches!(tokens[at - 1].kind, Kind::Symbol('(' | '[' | '—' | '–' | '*' | '_'))
}

#[cfg(test)]
mod tests {
    use super::super::{block::blocks, lexer::tokenise};
    use super::*;

    #[test]
    fn straight_and_curly_marks_are_found() {
        for text in ["He said \"all is well\" and left.", "He said “all is well” and left."] {
            let tokens = tokenise(text);
            let found = quotations(&tokens, &blocks(text, &tokens));
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].tokens.len(), 3);
        }
    }
}
