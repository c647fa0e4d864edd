//! Entries of a list that stand out of line: a mistyped year, a day not turned over after midnight.
//!
//! One would get wrong to believe one stamp against both its neighbours, and to mend it without a word.

use crate::article::Article;
use crate::parser::Parsed;

use super::calendar::{Date, Zone};
use super::dated::{Dated, Slip};
use super::document::{DateBasis, Scale};
use super::value::Granularity;

const DAY: i64 = 86_400;

/// Puts entries that both their neighbours contradict where those put them; a slip for each.
pub fn straighten(article: &Article, parsed: &Parsed, dated: &mut [Dated]) -> Vec<Slip> {
    let entries: Vec<usize> = (0..dated.len())
        .filter(|i| parsed.statements[dated[*i].statement].is_entry() && dated[*i].date == DateBasis::Stated)
        .collect();
    // A list that is newest first as a whole goes forward nowhere.
    let steps = entries
        .windows(2)
        .map(|w| dated[w[0]].value.wall.cmp(&dated[w[1]].value.wall) as i32);
    let forward = steps.sum::<i32>() <= 0;
    let mut slips = Vec::new();
    for at in 0..entries.len() {
        let here = entries[at];
        let before = at.checked_sub(1).map(|i| entries[i]);
        let after = entries.get(at + 1).copied();
        let Some(by) = slip(dated, before, here, after, forward) else {
            continue;
        };
        let words = article.words(parsed.mentions[dated[here].mention].span);
        let old = dated[here].value.to_string();
        shift(&mut dated[here], by);
        slips.push(Slip {
            mention: dated[here].mention,
            sentence: format!(
                "“{words}” says {old}, but the entries around it put it at {}",
                dated[here].value
            ),
            repair: format!("“{words}” should read {}", dated[here].value),
        });
    }
    slips
}

/// How many seconds of wall clock an entry is off, where its neighbours agree on it.
fn slip(dated: &[Dated], before: Option<usize>, here: usize, after: Option<usize>, forward: bool) -> Option<i64> {
    let wall = |i: usize| dated[i].value.wall;
    let date = wall(here).date();
    let neighbours: Vec<Date> = [before, after].into_iter().flatten().map(|i| wall(i).date()).collect();
    let far = |days: i64| !neighbours.is_empty() && neighbours.iter().all(|n| n.days_until(date).abs() >= days);
    let agree = neighbours.windows(2).all(|w| w[0].days_until(w[1]).abs() <= 7);
    if far(25) && agree && neighbours.len() == 2 {
        // A wrong year or a wrong month: the neighbours' own.
        let near = neighbours[0];
        let candidates = [
            Date::new(near.year(), date.month(), date.day()),
            Date::new(near.year(), near.month(), date.day()),
        ];
        let mended = candidates
            .into_iter()
            .flatten()
            .find(|d| neighbours.iter().any(|n| n.days_until(*d).abs() <= 2))?;
        return Some(date.days_until(mended) * DAY);
    }
    // A clock that falls back by most of a day in a forward list, and fits a day later.
    // "May 1 - May 7" behind "May 1, 9:30am" has none.
    let (before, after) = (
        before?,
        after.filter(|_| dated[here].value.granularity <= Granularity::Minute)?,
    );
    let day_later = wall(here).plus(DAY);
    let goes_on = wall(before) <= wall(after);
    (forward
        && goes_on
        && wall(here).0 < wall(before).0 - 8 * 3600
        && day_later >= wall(before)
        && day_later <= wall(after)
        && wall(here).date() == wall(before).date())
    .then_some(DAY)
}

/// Moves what is dated by seconds of wall clock.
fn shift(dated: &mut Dated, by: i64) {
    let old = dated.start;
    dated.value.wall = dated.value.wall.plus(by);
    let moved = match (dated.zone, dated.scale) {
        (Some(zone), Scale::Utc) => {
            let at = zone.instants(dated.value.wall).first();
            dated.value.offset = dated.value.offset.map(|_| offset(zone, at));
            at.0 - old
        }
        _ => by,
    };
    dated.start += moved;
    dated.window = (dated.window.0.map(|w| w + moved), dated.window.1.map(|w| w + moved));
}

fn offset(zone: Zone, at: super::calendar::Instant) -> i32 {
    zone.offset_at(at)
}
