//! The texts as they were read: what the JSON's offsets count in.
//!
//! One would get wrong to mend anything: one line break more, one control character less, and every offset behind it
//! cuts other words out. Of one text nothing else is printed.

use super::plain;
use crate::article::Article;

/// The text; of several each below a line `==> d1 article.txt, 1523 code points <==`, with a line break behind it.
///
/// No line of a text can be taken for such a line by who counts the code points that it names.
pub fn page(articles: &[&Article]) -> String {
    if let [only] = articles {
        return only.text.to_string();
    }
    let mut out = String::with_capacity(articles.iter().map(|article| article.text.len() + 80).sum());
    for (at, article) in articles.iter().enumerate() {
        let path = plain::one_line(&article.path);
        let length = article.text.chars().count();
        out.push_str(&format!("==> d{} {path}, {length} code points <==\n", at + 1));
        out.push_str(&article.text);
        out.push('\n');
    }
    out
}
