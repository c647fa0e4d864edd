//! The command line as types, and nothing else: the comments are the help.
//!
//! One would get wrong that a file may be named like a command: `./check` is the file, `check` the command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use outage_timeline::article::form;
use outage_timeline::normaliser::calendar::Zone;
use outage_timeline::normaliser::value::Value;
use outage_timeline::{Options, settings};

const EXAMPLES: &str = "\
Examples:
  What happened when, as a table:
      outage-timeline article.txt

  The article says “Monday” and never which: tell when it was written.
      outage-timeline article.txt --date 2021-10-04

  It names no zone, and you want the times in yours:
      outage-timeline report.md --zone America/New_York --tz Europe/London

  Several texts about one outage, read together, for another program:
      outage-timeline news.txt status.md --format json | jq '.events[].value'

  The text of a web page as it was read; the JSON's offsets count in it:
      outage-timeline page.html --format text

  From another program, with the reason for each time:
      curl -s https://example.com/postmortem.txt | outage-timeline - --explain

  A file that is named like a command:
      outage-timeline ./check

Exit codes: 0 done, 1 check, verify or diff found a difference, or --strict a contradiction, 2 could not run.";

const CHECK_EXAMPLES: &str = "\
Examples:
  Run every fixture in a folder:
      outage-timeline check fixtures

  Write what comes out as what is expected, then read the change:
      outage-timeline check fixtures/midnight.md --bless && git diff

The last line is “N passed, N failed”. Exit codes: 0 all passed, 1 some failed, 2 could not run.";

const VERIFY_EXAMPLES: &str = "\
Examples:
  Does every row of this timeline stand in the article?
      outage-timeline verify timeline.json article.txt

The last line counts: times are entailed (they follow), possible (allowed, not proved) or contradicted.
Exit codes: 0 all holds, 1 something fails, 2 could not run.";

const DIFF_EXAMPLES: &str = "\
Examples:
  What did the update of the article change?
      outage-timeline diff article-1.txt article-2.txt

  What differs between yesterday's timeline and today's text?
      outage-timeline diff timeline.json article.txt

Exit codes: 0 they tell the same, 1 they differ, 2 could not run.";

/// Reads what people write about a service outage and prints what happened when.
///
/// Every time is resolved to the calendar as far as the text allows: what it says loosely stays a window,
/// what nothing puts in order stays tied, and what contradicts itself is reported.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, max_term_width = 100, arg_required_else_help = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Cli {
    /// What to do instead of reading articles.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to read articles.
    #[command(flatten)]
    pub read: Read,
}

/// The main job.
#[derive(Debug, Args)]
pub struct Read {
    /// Articles or reports: text, Markdown, web pages, status-page JSON, mails, chats, or timelines as JSON; - is
    /// standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What the texts do not say.
    #[command(flatten)]
    pub known: Known,

    /// The zone to show the times in [default: the text's own]
    ///
    /// It changes the table and not the reading; JSON keeps for each event the zone that its text has.
    #[arg(long, value_name = "ZONE", value_parser = settings::zone, allow_hyphen_values = true)]
    pub tz: Option<Zone>,

    /// How to write the timeline
    #[arg(long, value_name = "FORMAT", value_enum, ignore_case = true, default_value_t = Format::Table)]
    pub format: Format,

    /// Tell for each event how its time came about and what proves its bounds
    #[arg(long)]
    pub explain: bool,

    /// Show below the timeline of several texts what each of them tells alone
    #[arg(long, value_name = "WHAT", value_enum)]
    pub by: Option<By>,

    /// End with exit code 1 where statements contradict each other
    #[arg(long)]
    pub strict: bool,

    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// When to colour; auto heeds NO_COLOR and CLICOLOR_FORCE
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// What a reader knows that the texts may not say, and how they are to be read.
#[derive(Debug, Args)]
pub struct Known {
    /// When the text was written, where it does not say: 2021-10-04, or 2021-10-04T19:19-04:00
    ///
    /// A date, or an ISO 8601 date and time with or without seconds and offset. It outranks what the text says.
    #[arg(long, value_name = "DATE", value_parser = settings::date)]
    pub date: Option<Value>,

    /// The zone to take where the text names none: Europe/London, US/Pacific, +05:30, ET
    #[arg(long, value_name = "ZONE", value_parser = settings::zone, allow_hyphen_values = true)]
    pub zone: Option<Zone>,

    /// What the files are, where their content is taken for something else
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Form::Auto)]
    pub input: Form,

    /// Rest on the words alone: leave out what is known of outages in general
    #[arg(long)]
    pub literal: bool,

    /// Believe this one of the files before the others; given several times, the first most
    ///
    /// Otherwise first-hand goes before retold, stamps before prose, exact before hedged, later revisions before earlier.
    #[arg(long, value_name = "FILE")]
    pub trust: Vec<String>,
}

impl Known {
    /// As the library takes it.
    pub fn options(&self) -> Options {
        Options {
            date: self.date,
            zone: self.zone,
            literal: self.literal,
            trust: self.trust.clone(),
            form: self.input.form(),
        }
    }
}

/// What the program can do beside its main job.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run fixtures: articles with the timelines that are expected of them
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// Fixtures (Markdown files), or folders that hold some
        #[arg(required = true, value_name = "FILE|FOLDER")]
        paths: Vec<PathBuf>,
        /// Write what comes out as what is expected; refused where CI is set
        #[arg(long)]
        bless: bool,
    },
    /// Check a timeline, anybody's, against the texts: its quotations, its times, its order
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify {
        /// The timeline, as JSON
        #[arg(value_name = "TIMELINE")]
        timeline: PathBuf,
        /// The texts that it tells of
        #[arg(required = true, value_name = "ARTICLE")]
        files: Vec<PathBuf>,
        /// Fail where a time is possible and not proved, too
        #[arg(long)]
        strict: bool,
        /// What the texts do not say
        #[command(flatten)]
        known: Known,
    },
    /// Tell what changed between two revisions of an article, or two timelines
    ///
    /// Each is an article or a timeline as JSON, recognised by its content. A line for each change: added,
    /// withdrawn, moved, tightened, widened, recast (another phase), reworded.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff {
        /// The older
        old: PathBuf,
        /// The newer
        new: PathBuf,
        /// What the texts do not say
        #[command(flatten)]
        known: Known,
    },
    /// Print the JSON Schema that describes --format json
    Schema,
    /// Print what is understood of times, family by family, as Markdown
    Rules,
}

/// What a file is.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Form {
    /// Found out from the content
    Auto,
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// A web page
    Html,
    /// JSON of a status page, a chat or a thread
    Json,
    /// A mail, or a mailbox
    Mail,
    /// A chat or a log
    Chat,
}

impl Form {
    /// `None` where it is to be found out.
    pub fn form(self) -> Option<form::Form> {
        match self {
            Self::Auto => None,
            Self::Text => Some(form::Form::Text),
            Self::Markdown => Some(form::Form::Markdown),
            Self::Html => Some(form::Form::Html),
            Self::Json => Some(form::Form::Json),
            Self::Mail => Some(form::Form::Mail),
            Self::Chat => Some(form::Form::Chat),
        }
    }
}

/// How the timeline is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// A table for people
    Table,
    /// One object for programs; its form is what `outage-timeline schema` prints
    Json,
    /// Every time expression of the text marked as TimeML's TIMEX3, a document for each file
    Timex3,
    /// The text as it was read, in which the JSON's offsets count; of several files each stands below a line with its name
    Text,
}

/// What to show apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum By {
    /// Each text
    Source,
}

/// When to colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Colour {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_file_named_like_a_command_is_reached_with_its_path() {
        let cli = Cli::parse_from(["outage-timeline", "./check"]);
        assert!(cli.command.is_none());
        assert_eq!(cli.read.files, [PathBuf::from("./check")]);
        let cli = Cli::parse_from(["outage-timeline", "check", "fixtures"]);
        assert!(matches!(cli.command, Some(Command::Check { bless: false, .. })));
    }

    #[test]
    fn every_example_of_the_help_is_a_command_line_that_is_understood() {
        for line in EXAMPLES
            .lines()
            .chain(CHECK_EXAMPLES.lines())
            .chain(VERIFY_EXAMPLES.lines())
            .chain(DIFF_EXAMPLES.lines())
        {
            let Some(at) = line.find("outage-timeline ").filter(|_| line.starts_with("      ")) else {
                continue;
            };
            let command = line[at..].split([';', '|', '&']).next().expect("a command");
            Cli::try_parse_from(command.split_whitespace()).unwrap_or_else(|error| panic!("{command}: {error}"));
        }
    }
}
