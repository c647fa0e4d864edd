//! Places that a text names, and the zones that their clocks keep: its dateline's, its byline's, where its writer is.
//!
//! One would get wrong that a town tells its zone: there is a Sydney in Nova Scotia, and the state behind a town says more.

use crate::article::Article;
use crate::article::token::Case;
use crate::parser::Parsed;
use crate::parser::time::view::View;

use super::calendar::Zone;
use super::zones::MOST_WORDS;

/// The zone of a place, and the position behind its words.
pub(super) fn at(view: &View, at: usize) -> Option<(&'static str, usize)> {
    let dotted = || {
        let zone = view.meaning(&view.lexicon.dotted_places, at)?;
        view.text(at).contains('.').then_some((zone, at + 1))
    };
    let place = view.phrase(&view.lexicon.places, at);
    place.filter(|(_, next)| !opens_name(view, at, *next)).or_else(dotted)
}

/// "La Crosse", "Pa Sak": what a state is shortened to is also how other names begin.
fn opens_name(view: &View, at: usize, next: usize) -> bool {
    const SHORT: usize = 3;
    let capital = |at: usize| matches!(view.case(at), Some(Case::Capital | Case::Upper));
    let short = next == at + 1 && view.text(at).len() <= SHORT;
    short && capital(next) && !view.symbol(at.wrapping_sub(1), ',')
}

/// The place of a byline: "From our correspondent in Johannesburg", "By Ola Brandt, Abuja".
pub(super) fn byline_place(article: &Article, parsed: &Parsed) -> Option<Zone> {
    article
        .blocks
        .iter()
        .take(parsed.layout.body.min(10))
        .find_map(|block| {
            let view = View::of(article, &block.tokens);
            let byline = block.tokens.len() <= 16
                && block.tokens.clone().any(|i| {
                    view.says_any(
                        i,
                        &["by", "from", "correspondent", "reporter", "staff", "desk", "bureau"],
                    )
                });
            // "By Ola Brandt, Abuja"
            let closes = |i: usize| {
                view.says(view.start(), "by")
                    && view.symbol(i.wrapping_sub(1), ',')
                    && view
                        .phrase(&view.lexicon.places, i)
                        .is_some_and(|(_, end)| end == view.end())
            };
            let place = block
                .tokens
                .clone()
                .find(|i| view.lexicon.places.begins(view.word(*i)) && (view.after_any(*i, &["in"]) || closes(*i)))?;
            byline.then(|| place_in(article, place, block.tokens.end)).flatten()
        })
}

/// "Down all morning here in Tasmania": where the writer is.
pub(super) fn here_in(article: &Article) -> Option<Zone> {
    let view = View::of(article, &(0..article.tokens.len()));
    let here =
        |at: &usize| view.says(*at, "here") && view.says(at + 1, "in") && view.lexicon.places.begins(view.word(at + 2));
    let at = (0..article.tokens.len().min(MOST_WORDS)).find(here)?;
    place_in(article, at + 2, article.tokens.len().min(at + 6))
}

/// The zone of the first place that the tokens name.
pub(super) fn place_in(article: &Article, start: usize, end: usize) -> Option<Zone> {
    let view = View::of(article, &(start..end));
    // The state or country behind a town says more than the town: "Portland, Maine".
    let found: Vec<&str> = (start..end)
        .filter_map(|index| at(&view, index).map(|(name, _)| name))
        .collect();
    let last_of_two = found.get(1).filter(|second| **second != found[0]);
    last_of_two.or(found.first()).map(|name| Zone::named(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_state_opens_no_name() {
        let zone = |text: &str| {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("a text");
            place_in(&article, 0, article.tokens.len()).map(|zone| zone.name())
        };
        assert_eq!(zone("LA PAZ, Bolivia"), Some("America/La_Paz".into()));
        assert_eq!(zone("La Higuera"), None);
        assert_eq!(zone("Baton Rouge, La"), Some("America/Chicago".into()));
        assert_eq!(zone("NORTH PLATTE, Neb"), Some("America/Chicago".into()));
    }
}
