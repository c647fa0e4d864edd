//! The timeline as a table for people: days as headings, rows below them, and what the rows add up to.
//!
//! One would get wrong to squeeze four columns into sixty: as the width shrinks the words go below what happened,
//! then the phase goes below the time. Without a width nothing is broken or cut.

use std::io::{self, Write};

use super::below::Signs;
use super::grid::{Cell, Grid, UNBROKEN, widths};
use super::ink::{Ink, Pen};
use super::row::Row;
use super::when::Clock;
use super::{Look, below};
use crate::chronology::timeline::{Event, Timeline};
use crate::parser::statement::kind::Scope;

/// Stands behind a time that nothing puts before or after its neighbour's.
const TIED: &str = "=";

/// How many columns there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Columns {
    /// When · Phase · What happened · Words
    Four,
    /// When · Phase · What happened, the words below it
    Three,
    /// When, the phase below it · What happened, the words below it
    Two,
}

impl Columns {
    fn that_fit(width: Option<u16>) -> Self {
        match width {
            None | Some(110..) => Self::Four,
            Some(72..) => Self::Three,
            Some(_) => Self::Two,
        }
    }

    fn header(self) -> &'static [&'static str] {
        match self {
            Self::Four => &["When", "Phase", "What happened", "Words"],
            Self::Three => &["When", "Phase", "What happened, in which words"],
            Self::Two => &["When", "What happened, in which words"],
        }
    }

    /// The least and the greatest width of each column.
    fn bounds(self) -> &'static [(u16, u16)] {
        match self {
            Self::Four => &[(4, 26), (5, 14), (30, u16::MAX), (16, 44)],
            Self::Three => &[(4, 22), (5, 13), (24, u16::MAX)],
            Self::Two => &[(4, 22), (20, u16::MAX)],
        }
    }

    fn cells(self, row: Row) -> Vec<Cell> {
        let faint = row.scope == Scope::Background;
        let ink = |ink: Ink| if faint { Ink::Faint } else { ink };
        let phase = (ink(Ink::Phase(row.phase)), row.phase_words());
        let when = match row.tied {
            // A sign alone on a line would belong to nothing.
            true => format!("{}{UNBROKEN}{TIED}", row.when),
            false => row.when,
        };
        let when = (ink(Ink::Heading), when);
        let what = (ink(Ink::Plain), row.summary);
        let words = (Ink::Faint, row.words);
        match self {
            Self::Four => vec![vec![when], vec![phase], vec![what], vec![words]],
            Self::Three => vec![vec![when], vec![phase], vec![what, words]],
            Self::Two => vec![vec![when, phase], vec![what, words]],
        }
    }
}

/// Rows that are laid out at one time where no terminal's width parts them: a long log has no room for all.
const AT_ONCE: usize = 1000;

/// Writes the whole page.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(timeline: &Timeline, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let clock = Clock::new(timeline, look.zone);
    let pen = Pen { colour: look.colour };
    for line in below::sources(timeline, &clock, look, pen) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let mut signs = Signs::default();
    if timeline.events.is_empty() {
        writeln!(out, "No event could be put in time: the timeline is empty.")?;
    } else {
        table(timeline, &clock, look.width, pen, &mut signs, out)?;
    }
    let notes = below::notes(timeline, &clock, &signs, TIED, look, pen);
    if !notes.is_empty() {
        writeln!(out)?;
    }
    notes.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn table(
    timeline: &Timeline,
    clock: &Clock,
    width: Option<u16>,
    pen: Pen,
    signs: &mut Signs,
    out: &mut dyn Write,
) -> io::Result<()> {
    let columns = Columns::that_fit(width);
    let header = columns.header().iter();
    let mut header: Option<Vec<Cell>> = Some(header.map(|name| vec![(Ink::Label, (*name).to_owned())]).collect());
    let events = timeline.events.as_slice();
    let at_once = width.map_or(AT_ONCE, |_| events.len());
    let row = |event: &Event| Row::new(timeline, event, clock);
    // Rows that are laid out apart have common columns all the same.
    let apart = events.len() > at_once;
    let cells = events.iter().filter(|_| apart).map(|event| columns.cells(row(event)));
    let widths = widths(header.iter().filter(|_| apart).cloned().chain(cells));
    let mut heading = String::new();
    for events in events.chunks(at_once) {
        let mut grid = Grid::at_least(&widths);
        let has_header = header.is_some();
        header.take().into_iter().for_each(|header| grid.row(header));
        let mut headings = Vec::with_capacity(events.len());
        for event in events {
            let mut row = row(event);
            signs.see(&row);
            headings.push(std::mem::take(&mut row.heading));
            grid.row(columns.cells(row));
        }
        let mut laid_out = grid.lines(width, columns.bounds(), pen).into_iter();
        for line in laid_out.by_ref().take(usize::from(has_header)).flatten() {
            writeln!(out, "{line}")?;
        }
        for (above, lines) in headings.into_iter().zip(laid_out) {
            if above != heading {
                heading = above;
                writeln!(out, "\n{}", pen.write(Ink::Heading, &format!("── {heading} ──")))?;
            } else if columns == Columns::Two {
                // Here even the first column goes on below its first line, so that only a gap tells rows apart.
                writeln!(out)?;
            }
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normaliser::calendar::Zone;
    use crate::renderer::{plain, sample};

    fn page(timeline: &Timeline, look: &Look) -> String {
        let mut out = Vec::new();
        write(timeline, look, &mut out).expect("memory takes what is written to it");
        String::from_utf8(out).expect("a page is text")
    }

    fn plain_page(timeline: &Timeline, width: Option<u16>) -> String {
        let look = Look {
            width,
            colour: false,
            ..Look::default()
        };
        page(timeline, &look)
    }

    #[test]
    fn the_article_at_sixty_eighty_and_a_hundred_and_forty_columns_and_piped() {
        for width in [Some(60), Some(80), Some(140), None] {
            let name = width.map_or("piped".to_owned(), |width| width.to_string());
            insta::assert_snapshot!(format!("article_{name}"), plain_page(&sample::article(), width));
        }
    }

    #[test]
    fn every_kind_of_row_at_eighty_columns() {
        insta::assert_snapshot!("every_case_80", plain_page(&sample::every_case(), Some(80)));
        insta::assert_snapshot!("floating_80", plain_page(&sample::floating(), Some(80)));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let mut long = sample::every_case();
        long.events[3].summary = format!(
            "see https://status.example.com/{} 東京のサービスが停止しました",
            "x".repeat(150)
        );
        for timeline in [sample::article(), long, sample::floating()] {
            for width in [40, 60, 71, 72, 80, 109, 110, 140, 200] {
                for line in plain_page(&timeline, Some(width)).lines() {
                    let columns = unicode_width::UnicodeWidthStr::width(line);
                    assert!(columns <= usize::from(width), "{columns} > {width}: {line}");
                }
            }
        }
    }

    #[test]
    fn piped_every_event_is_one_line_and_nothing_is_cut() {
        let article = sample::article();
        let page = plain_page(&article, None);
        for event in &article.events {
            let holds = |line: &str| line.contains(event.phase.name()) && line.contains(&event.summary);
            assert_eq!(page.lines().filter(|line| holds(line)).count(), 1, "{}", event.summary);
        }
    }

    #[test]
    fn rows_that_are_laid_out_apart_stand_in_common_columns() {
        let mut timeline = sample::article();
        let short = timeline.events[0].clone();
        timeline.events = vec![short; 2 * AT_ONCE + 1];
        timeline.events[AT_ONCE + 1].summary = "東京のサービスが停止しました ".repeat(8);
        let page = plain_page(&timeline, None);
        let rows: Vec<&str> = page.lines().filter(|line| line.contains("several hours")).collect();
        assert_eq!(rows.len(), timeline.events.len());
        let column = |row: &str| unicode_width::UnicodeWidthStr::width(row.split('“').next().unwrap_or_default());
        assert!(rows.iter().all(|row| column(row) == column(rows[0])));
    }

    #[test]
    fn colour_changes_no_letter() {
        for timeline in [sample::article(), sample::every_case(), sample::floating()] {
            for width in [Some(60), Some(80), None] {
                let look = Look {
                    width,
                    colour: true,
                    ..Look::default()
                };
                let coloured = page(&timeline, &look);
                assert!(coloured.contains("\u{1b}["));
                let stripped = anstream::adapter::strip_str(&coloured).to_string();
                assert_eq!(stripped, plain_page(&timeline, width));
            }
        }
    }

    #[test]
    fn the_article_cannot_steer_the_terminal() {
        for width in [Some(60), None] {
            let page = plain_page(&sample::every_case(), width);
            assert!(!page.chars().any(|c| plain::is_control(c) && c != '\n'), "{page:?}");
        }
    }

    #[test]
    fn another_zone_is_named_above_the_table() {
        let look = Look {
            zone: Some(Zone::named("Europe/London")),
            ..Look::default()
        };
        let page = page(&sample::article(), &look);
        assert!(page.contains("Europe/London (UTC+01:00)"), "{page}");
        assert!(page.contains("── Tuesday 5 October 2021 ──"), "{page}");
    }
}
