//! The day in a name: of the page's address, of its title, of its incident, of its file.
//!
//! One would get wrong to take any figures for one: "OPS-2021-1004" is a ticket, and the address of a page that is linked to
//! tells when that was written. Only what stands at the head of the page counts.

use crate::article::Article;
use crate::article::block::BlockKind;
use crate::article::span::Span;
use crate::article::token::Kind;
use crate::normaliser::calendar::Date;
use crate::parser::Parsed;

/// Blocks at the top of a page in which its own address may stand.
const MOST_OF_HEAD: usize = 8;

/// Words and marks of a line that is an address and what it is the address of.
const LONGEST_SOURCE_LINE: usize = 16;

/// The date in an address at the top of the page, as sites that publish by the day have it.
pub(super) fn in_address(article: &Article, parsed: &Parsed) -> Option<(Date, Span)> {
    let head = article.blocks.iter().take(parsed.layout.body.min(MOST_OF_HEAD) + 1);
    head.filter(|block| block.tokens.len() <= LONGEST_SOURCE_LINE)
        .flat_map(|block| &article.tokens[block.tokens.clone()])
        .filter(|token| token.kind == Kind::Code)
        .find_map(|token| Some((date_of_address(article.words(token.span))?, token.span)))
}

/// The date in a title that is an address: "Incidents/2019-11-03-pump2", at the very top or as a heading of the page's
/// head; or anywhere there in the name of an incident.
pub(super) fn in_slug(article: &Article, parsed: &Parsed) -> Option<(Date, Span)> {
    let head = article.blocks.iter().take(parsed.layout.body.min(MOST_OF_HEAD) + 1);
    head.enumerate()
        .filter(|(_, block)| block.tokens.len() <= LONGEST_SOURCE_LINE)
        .find_map(|(at, block)| {
            let titles = at == 0 || matches!(block.kind, BlockKind::Heading(_));
            let mut words = article.words(block.span).split_whitespace();
            let date =
                words.find_map(|word| date_of_incident(word).or_else(|| date_of_slug(word).filter(|_| titles)))?;
            Some((date, block.span))
        })
}

/// "#inc-20240919-card-auth", "INC-2024-09-19-2": the day in the name of an incident or of the channel made for it.
fn date_of_incident(name: &str) -> Option<Date> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let mut parts = name.split(['-', '_']);
    let named = parts
        .next()
        .is_some_and(|it| matches!(it, "inc" | "incident" | "outage"));
    let figures: String = parts
        .take_while(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .take(3)
        .collect();
    let (year, day) = figures.get(..8).filter(|_| named)?.split_at(4);
    let year = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    Date::new(year, day[..2].parse().ok()?, day[2..].parse().ok()?)
}

/// "Incidents/2019-11-03-pump2"
fn date_of_slug(slug: &str) -> Option<Date> {
    slug.split(['/', ':', '_']).find_map(|part| {
        let mut figures = part.splitn(4, '-');
        let year = figures.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = figures.next()?.parse().ok()?;
        let date = Date::new(year, month, figures.next()?.parse().ok()?)?;
        let path = slug.contains('/') || figures.next().is_some();
        (path && (1990..2100).contains(&year)).then_some(date)
    })
}

/// "https://example.com/2021/10/04/down"
fn date_of_address(address: &str) -> Option<Date> {
    let (_, path) = address.split_once("://")?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    parts.windows(3).find_map(|parts| {
        let year = parts[0].parse().ok().filter(|year| (1990..2100).contains(year))?;
        Date::new(year, parts[1].parse().ok()?, parts[2].parse().ok()?)
    })
}

/// "report-2021-10-04.md", "20211004-outage.txt"
pub(super) fn from_file_name(path: &str) -> Option<Date> {
    let name = path.rsplit(['/', '\\']).next()?;
    let digits: Vec<(usize, u8)> = name.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).collect();
    digits.windows(8).find_map(|run| {
        let figure =
            |range: std::ops::Range<usize>| run[range].iter().fold(0_u32, |n, (_, b)| n * 10 + u32::from(b - b'0'));
        // Eight figures, together or parted after the year and the month.
        let gaps: Vec<usize> = run.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        let together = gaps.iter().all(|g| *g == 1);
        let parted = gaps
            .iter()
            .enumerate()
            .all(|(i, g)| if i == 3 || i == 5 { *g == 2 } else { *g == 1 });
        let year = figure(0..4) as i32;
        if !(together || parted) || !(1990..2100).contains(&year) {
            return None;
        }
        Date::new(year, figure(4..6) as u8, figure(6..8) as u8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_an_address_is_found() {
        let found = Date::new(2021, 10, 4);
        assert_eq!(date_of_address("https://example.com/2021/10/04/pumps-down"), found);
        assert_eq!(date_of_address("https://example.com/news/2021/10/4/8123/pumps"), found);
        assert_eq!(date_of_address("https://example.com/8123/10/4"), None);
        assert_eq!(date_of_address("/var/log/2021/10/04"), None);
    }

    #[test]
    fn a_date_in_a_slug_is_found() {
        let found = Date::new(2019, 11, 3);
        assert_eq!(date_of_slug("Incidents/2019-11-03-pump2"), found);
        assert_eq!(date_of_slug("Water:Reports/2019-11-03"), found);
        assert_eq!(date_of_slug("2019-11-03:"), None);
        assert_eq!(date_of_slug("pump-2019-11"), None);
        assert_eq!(date_of_slug("a/8019-11-03"), None);
    }

    #[test]
    fn a_date_in_the_name_of_an_incident_is_found() {
        for (name, told) in [
            ("#inc-20240919-card-auth", Some((2024, 9, 19))),
            ("INC-2024-09-19-2:", Some((2024, 9, 19))),
            ("incident-20241399", None),
            ("INC-20881234", None),
            ("INC-4711", None),
            ("ticket-20240919", None),
        ] {
            let date = told.and_then(|(year, month, day)| Date::new(year, month, day));
            assert_eq!(date_of_incident(name), date, "{name}");
        }
    }

    #[test]
    fn a_date_in_a_file_name_is_found() {
        assert_eq!(from_file_name("a/report-2021-10-04.md"), Date::new(2021, 10, 4));
        assert_eq!(from_file_name("20211004-outage.txt"), Date::new(2021, 10, 4));
        assert_eq!(from_file_name("OPS-2021-1004.txt"), None);
        assert_eq!(from_file_name("12345678.txt"), None);
    }
}
