//! Stamps that the archive of a mailing list writes: "Wed Oct 10 14:52:19 EDT 2018".
//!
//! One would get wrong that their zone is the sender's: an archive shows every mail in its own.

use crate::article::Article;
use crate::article::form::Form;
use crate::article::token::Kind;
use crate::parser::mention::Mention;

/// Whether a mail is stamped in the form of date(1), the year behind the zone: a sender's own stamp ends in the zone.
pub fn is_stamp(article: &Article, mention: &Mention) -> bool {
    let last = |back: usize| {
        article.tokens[mention.tokens.clone()]
            .iter()
            .rev()
            .nth(back)
            .map(|token| token.kind)
    };
    let year = matches!(last(0), Some(Kind::Number(number)) if number.digits == 4);
    article.form == Form::Mail && year && matches!(last(1), Some(Kind::Word { .. }))
}
