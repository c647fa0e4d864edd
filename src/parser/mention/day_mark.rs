//! Days that a clock is counted on by: "(+1) 00:12", "00:12 (+1 day)", "+1d 10:00".
//!
//! One would get wrong to read a length in the bracket: nothing takes a day, and a "+1" without bracket or unit is a vote.

use crate::parser::time::view::View;

use super::Builder;

/// Days at most: what is further on has its date.
const MOST: u64 = 9;

/// Days at most where nothing names them: "(+3)" may be a zone, or a score.
const MOST_UNNAMED: u64 = 2;

impl Builder<'_, '_> {
    /// The mark behind a clock, and the position behind it.
    pub(super) fn days_behind(&self, end: usize) -> Option<(u8, usize)> {
        let view = &self.view;
        let (days, next, _) = count(view, end + 1).filter(|_| view.symbol_any(end, &['(', '[']))?;
        view.symbol_any(next, &[')', ']']).then_some((days, next + 1))
    }

    /// The mark before a clock, and where it begins.
    pub(super) fn days_before(&self, start: usize) -> Option<(u8, usize)> {
        const LONGEST: usize = 5;
        let view = &self.view;
        let first = start.saturating_sub(LONGEST).max(view.start());
        (first..start).find_map(|at| {
            if view.symbol_any(at, &['(', '[']) {
                let (days, next, _) = count(view, at + 1)?;
                return (view.symbol_any(next, &[')', ']']) && next + 1 == start).then_some((days, at));
            }
            let (days, next, unit) = count(view, at)?;
            let opens = !view.touches(at);
            (unit && opens && next == start).then_some((days, at))
        })
    }
}

/// "+1", "+1d", "+1 day": how many days, the position behind, and whether they are named.
fn count(view: &View, at: usize) -> Option<(u8, usize, bool)> {
    let days = view.number(at + 1).filter(|it| it.fraction().is_none())?.whole;
    if !view.symbol(at, '+') || !view.touches(at + 1) || !(1..=MOST).contains(&days) {
        return None;
    }
    let unit = view.says_any(at + 2, &["d", "day", "days"]);
    let closes = view.symbol_any(at + 2, &[')', ']']);
    (unit || closes && days <= MOST_UNNAMED).then_some((days as u8, at + 2 + usize::from(unit), unit))
}
