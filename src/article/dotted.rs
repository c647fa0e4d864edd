//! Clocks with a dot, or with no mark, at the heads of lines: "8.48 Trains are back", "2010 - Trains are back".
//!
//! One would get wrong to ask a line alone: "8.48" may be a price, a version or a section as well, "2010" a year, and
//! only the lines that open alike tell.

use super::block::{Block, BlockKind};
use super::token::{ClockFigures, Gap, Kind, Token};
use crate::lexicon::lexicon;

/// Lines that make a list.
const FEWEST: usize = 4;

/// Lines that make one where each is a sentence behind two figures and two: no price list is written so.
const FEWEST_SENTENCES: usize = 2;

/// Makes clocks of the dotted figures that open lines, where those lines are a list in the order of the day; one whose
/// other lines open with clocks that have a colon needs no more of them.
pub(super) fn clocks(tokens: &mut [Token], blocks: &[Block]) {
    let mut found: Vec<(usize, ClockFigures)> = Vec::new();
    let (mut in_figures, mut with_colon, mut sentences) = (true, 0, 0);
    // The last line of the list so far.
    let mut last = 0;
    for (index, block) in blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
            continue;
        }
        let at = block.tokens.start;
        if let Kind::Clock(clock) = tokens[at].kind {
            with_colon += 1;
            found.push((at, clock));
            last = index;
            continue;
        }
        let dotted = matches!(tokens[at].kind, Kind::Number(number) if number.fraction().is_some());
        if !dotted {
            continue;
        }
        // Figures of another kind at the head of a line: a list of something else, or "4.1" of a section behind the list.
        let Some(clock) = clock(tokens, at) else {
            if found.len() >= FEWEST && index > last + 1 {
                break;
            }
            return;
        };
        last = index;
        in_figures &= matches!(tokens[at].kind, Kind::Number(number) if number.digits == 2);
        sentences += usize::from(is_sentence(tokens, block));
        found.push((at, clock));
    }
    let dotted = found.len() - with_colon;
    // "09.50 We are on it": no price has a nought in front.
    let padded = found.iter().any(|(_, clock)| (1..10).contains(&clock.hour));
    let several = dotted >= FEWEST_SENTENCES;
    let told = in_figures && (with_colon > 0 || (padded || sentences == dotted || has_habit(tokens)) && several);
    if dotted == 0 || dotted < FEWEST && !told || !in_order(&found) {
        return;
    }
    for (at, clock) in found {
        tokens[at].kind = Kind::Clock(clock);
    }
}

/// Makes clocks of the four figures that open lines, behind a weekday too, where most of those cannot be the years of a
/// chronicle: none of whose years has a nought in front.
pub(super) fn unmarked_clocks(text: &str, tokens: &mut [Token], blocks: &[Block]) {
    let mut found: Vec<(usize, ClockFigures)> = Vec::new();
    let mut on_weekdays = Vec::new();
    let weekdays = &lexicon().weekdays;
    for block in blocks {
        let start = block.tokens.start;
        let behind_weekday = matches!(tokens[start].kind, Kind::Word { id, .. } if weekdays.begins(id));
        let at = start + usize::from(behind_weekday && block.tokens.len() > 1);
        let Some(number) = four_figures(text, tokens, at) else {
            continue;
        };
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
            continue;
        }
        if number >= 2400 || number % 100 >= 60 {
            return;
        }
        let (hour, minute) = ((number / 100) as u8, (number % 100) as u8);
        let clock = ClockFigures {
            hour,
            minute,
            second: None,
            padded: true,
        };
        let list = if at == start { &mut found } else { &mut on_weekdays };
        list.push((at, clock));
    }
    let no_year = found.iter().filter(|(_, clock)| !matches!(clock.hour, 19 | 20)).count();
    let no_chronicle = no_year * 2 > found.len() || found.iter().any(|(_, clock)| clock.hour < 10);
    if found.len() < FEWEST || !no_chronicle || !in_order(&found) {
        return;
    }
    for (at, clock) in found.into_iter().chain(on_weekdays) {
        tokens[at].kind = Kind::Clock(clock);
    }
}

/// Makes a clock of "0:10" at the head of a line, where the line above opens with a clock of the evening or of the same
/// hour: alone it would be how far a player has come.
pub(super) fn past_midnight(tokens: &mut [Token], blocks: &[Block]) {
    for pair in blocks.windows(2) {
        let listed = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Row);
        let [above, here] = [&pair[0], &pair[1]].map(|block| tokens[block.tokens.start].kind);
        let (Kind::Clock(above), Kind::Clock(clock)) = (above, here) else {
            continue;
        };
        let goes_on = above.hour >= 18 || above.hour == 0 && above.padded;
        if listed(&pair[0]) && listed(&pair[1]) && clock.hour == 0 && goes_on {
            let padded = ClockFigures { padded: true, ..clock };
            tokens[pair[1].tokens.start].kind = Kind::Clock(padded);
        }
    }
}

/// Dotted clocks with their half of the day from which a text is known to write its clocks so.
const HABIT: usize = 2;

/// Whether a text writes several clocks as "9.51am".
fn has_habit(tokens: &[Token]) -> bool {
    let meridiems = &lexicon().meridiems;
    let dotted =
        |token: &Token| matches!(token.kind, Kind::Number(number) if matches!(number.fraction(), Some((_, 2))));
    let half = |token: &Token| matches!(token.kind, Kind::Word { id, .. } if meridiems.begins(id));
    let habit = tokens.windows(2).filter(|pair| dotted(&pair[0]) && half(&pair[1]));
    habit.count() >= HABIT
}

/// Makes clocks of "at 7.06," in a text that writes others as "9.51am": alone it might be a price.
pub(super) fn led(tokens: &mut [Token]) {
    if !has_habit(tokens) {
        return;
    }
    let leads = LEADS.map(|word| lexicon().id(word));
    for at in 1..tokens.len().saturating_sub(1) {
        let led = matches!(tokens[at - 1].kind, Kind::Word { id, .. } if leads.contains(&id));
        // "A notice went up at 7.06: “We know”"
        let closes = match tokens[at + 1].kind {
            Kind::Symbol(',' | '.' | ';' | ')' | '"' | '”' | '–' | '—') => true,
            Kind::Symbol(':') => tokens.get(at + 2).is_some_and(|next| next.gap != Gap::None),
            _ => false,
        };
        let Kind::Number(number) = tokens[at].kind else {
            continue;
        };
        let Some((minute @ 0..60, 2)) = number.fraction() else {
            continue;
        };
        if led && closes && number.digits <= 2 && (1..=12).contains(&number.whole) {
            tokens[at].kind = Kind::Clock(ClockFigures {
                hour: number.whole as u8,
                minute: minute as u8,
                second: None,
                padded: false,
            });
        }
    }
}

/// Whether four figures of a text's prose can only be a clock: "at about 1612 on Thursday 6 June", "until 1805 hrs". Its other
/// figures of that kind are no years then.
pub(super) fn in_prose(tokens: &[Token]) -> bool {
    const BEFORE: [&str; 12] = [
        "at",
        "about",
        "around",
        "approximately",
        "by",
        "from",
        "since",
        "until",
        "before",
        "after",
        "between",
        "and",
    ];
    let lexicon = lexicon();
    let (before, on, hours) = (
        BEFORE.map(|word| lexicon.id(word)),
        lexicon.id("on"),
        ["hrs", "hr"].map(|word| lexicon.id(word)),
    );
    let word = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Word { id, .. }) => Some(id),
        _ => None,
    };
    (1..tokens.len().saturating_sub(1)).any(|at| {
        let Kind::Number(number) = tokens[at].kind else {
            return false;
        };
        let four = number.digits == 4 && !number.grouped && number.fraction().is_none();
        let of_day = number.whole < 2400 && number.whole % 100 < 60 && !(1900..2100).contains(&number.whole);
        let led = word(at - 1).is_some_and(|id| before.contains(&id));
        let day = || word(at + 2).is_some_and(|id| lexicon.weekdays.begins(id));
        let behind = || word(at + 1).is_some_and(|id| hours.contains(&id) || id == on && day());
        four && of_day && led && behind()
    })
}

/// What leads a clock, and seldom a figure of anything else.
const LEADS: [&str; 4] = ["at", "until", "since", "by"];

/// Four figures before a dash, a colon, a bracket or the gap of a column.
fn four_figures(text: &str, tokens: &[Token], at: usize) -> Option<u64> {
    let Kind::Number(number) = tokens[at].kind else {
        return None;
    };
    let next = tokens.get(at + 1)?;
    let marked = next.opens_column(&tokens[at], text) || matches!(next.kind, Kind::Symbol('-' | '–' | '—' | ':' | '('));
    (number.digits == 4 && number.fraction().is_none() && !number.grouped && marked).then_some(number.whole)
}

/// The figures before a word, where an hour and its minutes are written so.
fn clock(tokens: &[Token], at: usize) -> Option<ClockFigures> {
    let Kind::Number(number) = tokens[at].kind else {
        return None;
    };
    let (minute, 2) = number.fraction()? else { return None };
    let next = tokens.get(at + 1)?;
    let marks = |kind: Kind| matches!(kind, Kind::Symbol('-' | '–' | '—' | '\'' | '‘' | '"' | '“'));
    let worded = (matches!(next.kind, Kind::Word { .. }) || marks(next.kind)) && next.gap == Gap::Space;
    (worded && number.digits <= 2 && number.whole < 24 && minute < 60).then_some(ClockFigures {
        hour: number.whole as u8,
        minute: minute as u8,
        second: None,
        // "0.38" alone would be a number; in a list it is past midnight.
        padded: number.digits == 2 || number.whole == 0,
    })
}

/// Whether a line ends as a sentence does, and has words enough for one.
fn is_sentence(tokens: &[Token], block: &Block) -> bool {
    let words = tokens[block.tokens.clone()].iter();
    let words = words
        .filter(|token| matches!(token.kind, Kind::Word { .. }))
        .take(3)
        .count();
    words == 3 && matches!(tokens[block.tokens.end - 1].kind, Kind::Symbol('.' | '!' | '?'))
}

/// Whether the clocks run one way, but for a midnight, and are not counted off like sections.
fn in_order(found: &[(usize, ClockFigures)]) -> bool {
    let minutes: Vec<i32> = found
        .iter()
        .map(|(_, clock)| i32::from(clock.hour) * 60 + i32::from(clock.minute))
        .collect();
    let steps = || minutes.windows(2).map(|pair| pair[1] - pair[0]);
    let forward = steps().filter(|step| *step < 0).count();
    let backward = steps().filter(|step| *step > 0).count();
    let next_section = |pair: &[(usize, ClockFigures)]| {
        let (one, other) = (pair[0].1, pair[1].1);
        one.hour == other.hour && one.minute + 1 == other.minute || one.hour + 1 == other.hour && other.minute <= 1
    };
    let counted = found.windows(2).filter(|pair| next_section(pair)).count();
    forward.min(backward) <= 1 && counted * 2 < found.len()
}

#[cfg(test)]
mod tests {
    use super::super::Article;
    use super::*;

    fn opened(text: &str) -> usize {
        let article = Article::read("a.txt", text.as_bytes(), None).expect("it is text");
        let clocks = article.tokens.iter();
        clocks.filter(|token| matches!(token.kind, Kind::Clock(_))).count()
    }

    #[test]
    fn a_list_in_the_order_of_the_day_has_clocks() {
        let list = "9.02 Ferries sail again.\n8.48 Divers are at work.\n8.33 A rope is found.\n7.44 Ferries stop.\n";
        assert_eq!(opened(list), 4);
        let night = "21.20 Lifts stop.\n- 22.24 Porters carry.\n- 23.50 One lift runs.\n- 0.38 Lifts run.\n";
        assert_eq!(opened(night), 4);
        let sections = "Actions\n\n4.1 Lifts are greased.\n4.2 Porters are paid.\n";
        assert_eq!(opened(&format!("{night}\n{sections}")), 4);
        assert_eq!(opened(&format!("{night}- 4.1 Lifts are greased.\n")), 0);
    }

    #[test]
    fn a_few_lines_are_a_list_beside_a_colon_and_as_sentences() {
        assert_eq!(
            opened("11.40 Report received.\n\n04:02 Lifts run.\n\n01:30 Porters carry.\n"),
            3
        );
        assert_eq!(opened("10.15 Service is back.\n09.50 We are on it.\n"), 2);
        assert_eq!(opened("10.15 Service is back\n09.50 We are on it\n"), 2);
        assert_eq!(opened("10.15 Burger with chips\n11.50 Burger with salad\n"), 0);
        assert_eq!(opened("10.15 Service is back.\n"), 0);
        let halves = "It failed at 7.30am and was back at 5.10pm.\n";
        assert_eq!(opened(&format!("17.58 Summary\n10.05 ‘By heart’\n\n{halves}")), 2);
    }

    #[test]
    fn four_figures_are_clocks_in_a_list_that_is_no_chronicle() {
        let day = "* 1008 (AEST) - Pumps fail.\n* 1146 - Again.\n* 1815 - Once more.\n* 2010 - They stop.\n";
        assert_eq!(opened(day), 4);
        assert_eq!(
            opened("1815 - Founded.\n1912 - Moved.\n1945 - Rebuilt.\n2010 - Sold.\n"),
            0
        );
        let log = "1926   ML   Pumps stop.\n2031   ML   Called.\n2345   ML   They run.\n0120   OD   Watched.\nMon 0815   OD   Closed.\n";
        assert_eq!(opened(log), 5);
        let gutter = "0905  Pumps fail.\n1146  (K.) Again.\n1815  35 deg.\n2010  They stop.\n";
        assert_eq!(opened(gutter), 4);
        assert_eq!(opened("1008 - a\n1146 - b\n1290 - c\n1301 - d\n1402 - e\n"), 0);
    }

    #[test]
    fn the_small_hours_behind_an_evening_are_clocks() {
        let padded = |text: &str| {
            let article = Article::read("a.txt", text.as_bytes(), None).expect("it is text");
            let past = |token: &&Token| matches!(token.kind, Kind::Clock(clock) if clock.hour == 0 && clock.padded);
            article.tokens.iter().filter(past).count()
        };
        assert_eq!(padded("- 22:45 Lifts stop.\n- 0:10 One runs.\n- 0:35 All run.\n"), 2);
        assert_eq!(padded("- 0:00 Intro\n- 0:35 Verse\n- 2:10 Chorus\n"), 0);
    }

    #[test]
    fn a_text_that_writes_dotted_clocks_writes_them_without_their_half_too() {
        let told = "Lifts stopped at 6.50am. They ran by 9.15am. Lights went off at 7.06, a guest said.";
        assert_eq!(opened(told), 1);
        let quoted = "Lifts stopped at 6.50am. They ran by 9.15am. A sign went up at 7.06: \"Stairs only\".";
        assert_eq!(opened(quoted), 1);
        assert_eq!(opened("Lights went off at 7.06, a guest said."), 0);
        assert_eq!(opened("Shut at 6.50am, open by 9.15am. It sells at 7.06 crowns."), 0);
    }

    #[test]
    fn four_figures_on_a_weekday_are_a_clock() {
        let told = |text: &str| {
            Article::read("a.txt", text.as_bytes(), None)
                .expect("it is text")
                .unmarked_clocks
        };
        assert!(told("At about 1612 on Thursday 6 June 2019 the lamps went out."));
        assert!(told("The lamps were out until 1805 hrs."));
        assert!(!told("The town was shelled until 1805 and freed after 1812."));
        assert!(!told("They counted 1612 on Thursday, and in about 1950 on a Friday."));
    }

    #[test]
    fn prices_sections_and_sizes_have_none() {
        assert_eq!(opened("3.50 Coffee\n4.20 Tea\n2.80 Water\n5.95 Cake\n"), 0);
        assert_eq!(
            opened("1.01 Scope\n1.02 Terms\n1.03 Parties\n2.01 Dues\n2.02 Fines\n"),
            0
        );
        assert_eq!(
            opened("3.5 was fine.\n3.10 broke.\n3.11 broke.\n3.12 works.\n3.25 is next.\n"),
            0
        );
    }
}
