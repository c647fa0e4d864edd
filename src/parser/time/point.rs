//! Composition: a day, a clock, a zone, a part of a day, in any order that English allows, are one point.
//!
//! One would get wrong which words may stand between: "Monday at 7 p.m.", "7 p.m. ET on Monday", "2:10 in the
//! afternoon", "Thu 26 Oct 2023 09.40 BST", but not "Monday, 7 engineers".

use crate::lexicon::Opens;
use crate::lexicon::time::{Edge, Picker};
use crate::lexicon::unit::Unit;

use super::expression::{Clock, Counted, Day, DayHalf, Expression, PartOfDay, Point, Timex, ZoneName};
use super::view::View;
use super::{clock, date, day, part, stamp, weekday, zone};
use crate::article::token::{Case, Kind};
use crate::lexicon::hedge::Hedge;
use crate::lexicon::time::Meridiem;
use crate::normaliser::value::Part;

/// One piece of a point.
enum Piece {
    Day(Day, Option<PartOfDay>),
    Part(PartOfDay),
    Clock(Clock),
}

/// The point at a position, with the position after it.
pub fn point(view: &View, at: usize) -> Option<(Timex, usize)> {
    if let Some((point, next)) = stamp::epoch(view, at) {
        return Some((timex(at..next, point, None), next));
    }
    if let Some((mut point, next)) = stamp::basic(view, at) {
        let next = extend(view, &mut point, next);
        return Some((timex(at..next, point, None), next));
    }
    let (mut point, next, start) = edged(view, at)?;
    if let Some(zone) = universal_before(view, start).filter(|_| point.clock.is_some() && point.zone.is_none()) {
        point.zone = Some(zone);
        return Some((timex(start - 1..next, point, None), next));
    }
    Some((timex(start..next, point, None), next))
}

/// "UTC 05:13": the zone that some write before its clock.
fn universal_before(view: &View, at: usize) -> Option<ZoneName> {
    let before = at.checked_sub(1).filter(|before| *before >= view.start())?;
    let clock = matches!(view.kind(at), Some(Kind::Clock(_))) && !view.touches(at);
    let named = view.case(before) == Some(Case::Upper) && view.says_any(before, &["utc", "gmt"]);
    // "at 10:00 UTC 14 servers", "09:40 UTC 10:00 UTC": the zone of the time before it.
    let taken = before > view.start() && matches!(view.kind(before - 1), Some(Kind::Clock(_) | Kind::Number(_)));
    let (name, next) = zone::named(view, before).filter(|_| clock && named && !taken)?;
    (next == at).then_some(name)
}

/// The point that begins with a day already read, and what follows it.
pub fn from_day(view: &View, at: usize, day: Day, next: usize) -> (Timex, usize) {
    let mut point = Point {
        day: Some(day),
        ..Point::default()
    };
    let next = extend(view, &mut point, next);
    (timex(at..next, point, None), next)
}

fn timex(tokens: std::ops::Range<usize>, point: Point, hedge: Option<Hedge>) -> Timex {
    Timex {
        tokens,
        expression: Expression::Point(point),
        hedge,
        faint: false,
    }
}

/// "early Tuesday", "late on Tuesday", "mid-September", "the early hours of Friday"
fn edged(view: &View, at: usize) -> Option<(Point, usize, usize)> {
    if let Some((picker, part, next)) = day::neighbouring_part(view, at) {
        let day = Day::Unit {
            unit: Unit::Day,
            picker,
        };
        let mut point = Point {
            day: Some(day),
            part: Some(part),
            ..Point::default()
        };
        let next = extend(view, &mut point, next);
        return Some((point, next, at));
    }
    // A part of the day with its own edge comes first: "the early hours of Friday", "late evening".
    if let Some((piece, next)) = first_part(view, at) {
        let mut point = Point {
            part: Some(piece),
            ..Point::default()
        };
        let next = extend(view, &mut point, next);
        return Some((point, next, at));
    }
    if let Some(found) = sequel(view, at).or_else(|| year_end(view, at)) {
        return Some(found);
    }
    // "the late 1980s", "the early summer"
    let here = if view.says(at, "the") && view.says_any(at + 1, &["early", "late", "mid"]) {
        at + 1
    } else {
        at
    };
    if let Some((edge, next)) = part::edge(view, here)
        && let Some((Piece::Day(day, part), after)) = piece(view, next, true)
        && (here == at
            || matches!(
                day,
                Day::Decade(_) | Day::Century(_) | Day::Season { .. } | Day::Quarter { .. } | Day::Half { .. }
            ))
        && edge_fits(view, at, &day)
    {
        let mut point = Point {
            day: Some(day),
            part,
            edge: Some(edge),
            ..Point::default()
        };
        let after = extend(view, &mut point, after);
        return Some((point, after, at));
    }
    let (first, next) = piece(view, at, false)?;
    let mut point = Point::default();
    add(&mut point, first);
    let next = extend(view, &mut point, next);
    Some((point, next, at))
}

/// "by year-end", "by the year's end"
fn year_end(view: &View, at: usize) -> Option<(Point, usize, usize)> {
    let unit_at = if view.says(at, "the") { at + 1 } else { at };
    if !view.says(unit_at, "year") || view.glued_left(at) {
        return None;
    }
    let end = unit_at + 1;
    let joined = view.symbol(end, '-') && view.touches(end) || view.says_any(end, &["'s", "’s"]);
    (joined && view.says(end + 1, "end")).then_some((
        Point {
            day: Some(Day::Unit {
                unit: Unit::Year,
                picker: Picker::This,
            }),
            edge: Some(Edge::Late),
            ..Point::default()
        },
        end + 2,
        at,
    ))
}

/// "earlier in the day", "later in the evening": the stretch that the story is on, before or after what came last.
fn sequel(view: &View, at: usize) -> Option<(Point, usize, usize)> {
    let (edge, next) = view.phrase(&view.lexicon.edges, at)?;
    if !matches!(edge, Edge::Earlier | Edge::Later) || !view.says(next, "in") || !view.says(next + 1, "the") {
        return None;
    }
    let mut point = Point {
        edge: Some(edge),
        ..Point::default()
    };
    if let Some((part, end)) = view.phrase(&view.lexicon.parts, next + 2) {
        point.part = Some(PartOfDay {
            part: part.part,
            edge: None,
        });
        return Some((point, end, at));
    }
    let unit = view
        .meaning(&view.lexicon.units, next + 2)
        .filter(|u| *u >= crate::lexicon::unit::Unit::Day && *u <= crate::lexicon::unit::Unit::Year)?;
    point.day = Some(Day::Unit {
        unit,
        picker: crate::lexicon::time::Picker::Same,
    });
    Some((point, next + 3, at))
}

/// "later Monday" is an adverb and a day; "end of Monday" is an edge.
fn edge_fits(view: &View, at: usize, day: &Day) -> bool {
    let adverb = view.says_any(at, &["earlier", "later"]);
    !adverb || matches!(day, Day::Deictic(_) | Day::Weekday { .. } | Day::Unit { .. })
}

fn first_part(view: &View, at: usize) -> Option<(PartOfDay, usize)> {
    if !matches!(view.kind(at)?, Kind::Word { .. }) {
        return None;
    }
    part::part(view, at, false)
}

/// The piece at a position.
fn piece(view: &View, at: usize, joined: bool) -> Option<(Piece, usize)> {
    if !super::may_begin(view, at) || !super::tries(view, at, Opens::POINT) {
        return None;
    }
    if let Some((day, next)) = date::date(view, at) {
        return Some((Piece::Day(day, None), next));
    }
    if let Some((clock, next)) = clock::clock(view, at) {
        return Some((Piece::Clock(clock), next));
    }
    if let Some((day, part, next)) = day::day(view, at) {
        return Some((Piece::Day(day, part), next));
    }
    // One that needs a lead of its own has been looked for first, see [`edged`].
    let (part, next) = if joined {
        part::part(view, at, true)?
    } else {
        return None;
    };
    Some((Piece::Part(part), next))
}

/// Whether the piece finds room.
fn fits(point: &Point, piece: &Piece) -> bool {
    match piece {
        Piece::Day(day, part) => {
            let day_free = match (&point.day, day) {
                (None, _) => true,
                // "Thursday (5 December)", "Sunday, Dec. 18": a weekday and its date are one day.
                (
                    Some(Day::Weekday {
                        picker: None | Some(_), ..
                    }),
                    Day::Date(date),
                ) => date.weekday.is_none() && date.day.is_some(),
                (Some(Day::Date(date)), Day::Weekday { picker: None, .. }) => {
                    date.weekday.is_none() && date.day.is_some()
                }
                (Some(day), Day::Overnight) => point.clock.is_none() && names_night(day),
                (Some(Day::Overnight), day) => point.clock.is_none() && part.is_none() && names_night(day),
                _ => false,
            };
            let part_twice = part.is_some_and(|part| point.part.is_some_and(|own| !lies_in(own, part)));
            day_free && !part_twice
        }
        Piece::Part(part) => {
            point.part.is_none_or(|own| lies_in(own, *part) && point.day.is_some())
                && !matches!(point.day, Some(Day::Date(d)) if d.day.is_none())
                && !matches!(point.day, Some(Day::Unit { unit, .. }) if unit != crate::lexicon::unit::Unit::Day)
        }
        Piece::Clock(_) => point.clock.is_none() && takes_clock(point),
    }
}

/// "The early hours of this morning": whether a part of the day is the edge of another, which only says of which day.
fn lies_in(own: PartOfDay, whole: PartOfDay) -> bool {
    own.part == whole.part && own.edge.is_some() && whole.edge.is_none()
}

/// "Overnight on Saturday", "overnight, 2 March": whether a day says which night it was.
fn names_night(day: &Day) -> bool {
    match day {
        Day::Date(date) => date.is_whole(),
        Day::Weekday { .. } | Day::WeekdayOf { .. } => true,
        _ => false,
    }
}

/// Whether the point's day is a single day, on which a clock can stand.
fn takes_clock(point: &Point) -> bool {
    match point.day {
        None => true,
        Some(Day::Date(date)) => date.day.is_some(),
        Some(
            Day::Weekday { .. }
            | Day::WeekdayOf { .. }
            | Day::SomeWeekday(_)
            | Day::Apart { .. }
            | Day::Deictic(_)
            | Day::Overnight
            | Day::Holiday { .. },
        ) => true,
        Some(Day::Beside { what, .. }) => !matches!(what, Counted::Weekend | Counted::Week),
        Some(Day::Unit { unit, .. }) => unit == crate::lexicon::unit::Unit::Day,
        Some(_) => false,
    }
}

fn add(point: &mut Point, piece: Piece) {
    match piece {
        Piece::Day(day, part) => {
            point.day = Some(match (point.day, day) {
                (Some(Day::Weekday { weekday, .. }), Day::Date(mut date)) => {
                    date.weekday = Some(weekday);
                    Day::Date(date)
                }
                (Some(Day::Date(mut date)), Day::Weekday { weekday, .. }) => {
                    date.weekday = Some(weekday);
                    Day::Date(date)
                }
                (Some(named), Day::Overnight) => named,
                _ => day,
            });
            point.part = point.part.or(part);
        }
        // "The early hours of Friday morning" are still those.
        Piece::Part(part) => point.part = point.part.or(Some(part)),
        Piece::Clock(clock) => point.clock = Some(clock),
    }
    if let (Some(clock), Some(part)) = (&mut point.clock, &point.part) {
        settle_half(clock, part.part);
    }
}

/// "9:15 in the evening": the part of the day decides the half.
pub fn settle_half(clock: &mut Clock, part: Part) {
    if clock.half != DayHalf::Open {
        return;
    }
    clock.half = match part {
        Part::Morning => DayHalf::Said(Meridiem::Am),
        Part::Afternoon | Part::Evening => DayHalf::Said(Meridiem::Pm),
        Part::Midday if clock.hour >= 11 && clock.hour != 12 => DayHalf::Said(Meridiem::Am),
        Part::Midday => DayHalf::Said(Meridiem::Pm),
        // "Monday night at 2" is the small hours of Tuesday, "at 10" is Monday's.
        Part::Night if (5..12).contains(&clock.hour) => DayHalf::Said(Meridiem::Pm),
        Part::Night => DayHalf::Said(Meridiem::Am),
        Part::Daytime => DayHalf::Open,
    };
}

/// "2018-01-18 4:19": who begins a date with its year counts twenty-four hours.
fn settle_by_date(view: &View, at: usize, clock: &mut Clock) {
    let begins_with_year = matches!(view.kind(at.wrapping_sub(1)), Some(Kind::Date(figures)) if figures.digits[0] == 4);
    if begins_with_year && clock.half == DayHalf::Open && clock.named.is_none() {
        clock.half = DayHalf::TwentyFour;
    }
}

/// Takes in the pieces that follow; the position after the last.
fn extend(view: &View, point: &mut Point, mut next: usize) -> usize {
    loop {
        if point.clock.is_some()
            && point.zone.is_none()
            && let Some((zone, after)) = zone::zone(view, next)
        {
            point.zone = Some(zone);
            next = after;
            continue;
        }
        // "On Sunday night (17th)": the bracket says which.
        if matches!(point.day, Some(Day::Weekday { picker: None, .. }))
            && view.symbol(next, '(')
            && let Some((date, close)) = date::weekday_ordinal(view, next + 1)
            && view.symbol(close, ')')
        {
            add(point, Piece::Day(Day::Date(date), None));
            next = close + 1;
            continue;
        }
        // "Read it only this morning (Thursday)": who quotes says which day that was.
        if matches!(point.day, Some(Day::Deictic(..=0)))
            && let Some((weekday, close)) = weekday::in_brackets(view, next)
        {
            point.day = Some(weekday);
            next = close + 1;
            continue;
        }
        // "Thursday afternoon Pacific time": the words belong to it, and name no clock's zone.
        if point.clock.is_none()
            && point.part.is_some()
            && view.lexicon.zones.begins(view.word(next))
            && let Some((_, after)) = zone::named(view, next).filter(|(_, after)| *after > next + 1)
        {
            return after;
        }
        // The year of date(1) stands behind the clock and the zone: "Tue Mar 14 23:38:02 2023".
        if point.clock.is_some()
            && let Some(Day::Date(date)) = &mut point.day
            && date.year.is_none()
            && date.day.is_some()
            && let Some(number) = view.number(next).filter(|n| {
                n.digits == 4
                    && (1970..2100).contains(&n.whole)
                    && n.fraction().is_none()
                    && !view.glued_left(next)
                    && !view.glued_right(next)
            })
            && matches!(view.kind(next - 1), Some(Kind::Clock(_) | Kind::Word { .. }))
        {
            date.year = Some(number.whole as i32);
            next += 1;
            continue;
        }
        // "04/Oct/2021:22:05:09", "2021-10-04/22:05"
        if point.clock.is_none()
            && view.symbol_any(next, &[':', '/'])
            && view.touches(next)
            && view.touches(next + 1)
            && matches!(
                (point.day, view.kind(next + 1)),
                (Some(Day::Date(_)), Some(Kind::Clock(_)))
            )
            && let Some((clock, after)) = clock::stamped(view, next + 1)
        {
            point.clock = Some(clock);
            next = after;
            continue;
        }
        let Some((piece, hedge, after)) = joined_piece(view, point, next) else {
            return next;
        };
        if let Some(hedge) = hedge {
            point.inner_hedge = Some(hedge);
        }
        add(point, piece);
        next = after;
    }
}

/// The piece behind the words that may join it.
fn joined_piece(view: &View, point: &Point, at: usize) -> Option<(Piece, Option<Hedge>, usize)> {
    for (skipped, strong) in joiners(view, point, at).into_iter().flatten() {
        let (hedge, here) = inner_hedge(view, skipped);
        // "Monday, 7 …": a figure behind a comma needs more than its shape.
        let Some((mut piece, after)) = piece(view, here, true) else {
            continue;
        };
        if let Piece::Clock(clock) = &mut piece {
            settle_by_date(view, here, clock);
        }
        // "It worked overnight Saturday's staff through": the day is its noun's.
        let owned = point.day == Some(Day::Overnight) && view.says_any(after, &["'s", "’s"]);
        // "November 16, 12:00": its colon makes it a clock.
        let colon = matches!((&piece, view.kind(here)), (Piece::Clock(_), Some(Kind::Clock(_))));
        if owned || !fits(point, &piece) || !(strong || colon || firm(&piece, point)) {
            continue;
        }
        // "the morning of March 3": a part and then a day; "Monday of the morning" does not exist.
        if view.says(at, "of") && !matches!(piece, Piece::Day(..)) {
            continue;
        }
        if view.says_any(at, &["in", "of"]) && matches!(piece, Piece::Clock(_)) {
            continue;
        }
        // "on Oct. 1, on the evening of the 3rd"
        if view.symbol(at, ',') && matches!(piece, Piece::Part(_)) && view.says(after, "of") {
            continue;
        }
        // "in the small hours, at 1.40am" tells the time twice.
        if view.symbol(at, ',') && matches!(piece, Piece::Clock(_)) && point.part.is_some() && point.day.is_none() {
            continue;
        }
        return Some((piece, hedge, after));
    }
    None
}

/// Whether a piece may follow a comma, a dash or a bar.
fn firm(piece: &Piece, point: &Point) -> bool {
    match piece {
        Piece::Clock(clock) => {
            clock.half != DayHalf::Open || clock.minute != 0 || clock.named.is_some() || clock.second.is_some()
        }
        Piece::Day(Day::Date(date), _) => date.day.is_some(),
        Piece::Day(Day::Weekday { picker: None, .. }, _) => point.clock.is_some() && point.day.is_none(),
        Piece::Day(Day::Deictic(_), _) => point.clock.is_some(),
        _ => false,
    }
}

/// The positions at which a next piece may stand, and whether what joins it is a word or nothing.
fn joiners(view: &View, point: &Point, at: usize) -> [Option<(usize, bool)>; 3] {
    let mut out = [None; 3];
    let Some(token) = view.token(at) else { return out };
    if token.gap >= crate::article::token::Gap::Paragraph {
        return out;
    }
    out[0] = Some((at, true));
    if view.says_any(at, &["at", "on", "in", "of", "@"]) {
        out[1] = Some((at + 1, true));
        if view.says(at, "at") && view.says(at + 1, "about")
            || view.says_any(at, &["in", "on"]) && view.says(at + 1, "the")
        {
            out[2] = Some((at + 2, true));
        }
    } else if point.day == Some(Day::Overnight) && view.says(at, "from") {
        out[1] = Some((at + 1, true));
    } else if view.symbol_any(at, &[',', '-', '–', '—', '·', '|', '•', '@']) {
        out[1] = Some((at + 1, false));
        if view.symbol(at, ',') && view.says_any(at + 1, &["at", "on"]) {
            out[2] = Some((at + 2, true));
        }
    } else if view.symbol_any(at, &['(', '[']) {
        // "8/18 (Thursday)", "7 a.m. [Thursday]"
        let close = if view.symbol(at, '(') { ')' } else { ']' };
        if view.lexicon.weekdays.begins(view.word(at + 1)) && view.symbol(view.skip_dot(at + 2), close) {
            out[1] = Some((at + 1, false));
        }
    }
    out
}

/// "yesterday around lunchtime", "2024-09-09 around 11:00pm"
fn inner_hedge(view: &View, at: usize) -> (Option<Hedge>, usize) {
    if view.symbol(at, '~') {
        return (Some(Hedge::About), at + 1);
    }
    match view.phrase(&view.lexicon.hedges, at) {
        Some((hedge @ (Hedge::About | Hedge::ShortlyBefore | Hedge::ShortlyAfter), next)) => (Some(hedge), next),
        _ => (None, at),
    }
}
