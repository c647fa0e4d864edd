//! `outage-timeline`: reads the arguments, runs, chooses the exit code.

mod cli;
mod outlet;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use cli::{Cli, Command, Read};
use outage_timeline::claimed::Claimed;
use outage_timeline::error::Error;
use outage_timeline::renderer::{Format, Look, plain, rules, schema, text, timex3, write};
use outage_timeline::texts::{Text, Texts};
use outage_timeline::verify::verify;
use outage_timeline::{Input, Options, annotate, check, reconstruct, revision};
use outlet::{Outlet, say};

/// How it ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done = 0,
    Differs = 1,
    CouldNotRun = 2,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        None => read(cli.read),
        Some(Command::Check { paths, bless }) => run_fixtures(&paths, bless),
        Some(Command::Verify {
            timeline,
            files,
            strict,
            known,
        }) => hold(&timeline, &files, strict, &known.options()),
        Some(Command::Diff { old, new, known }) => compare(&old, &new, &known.options()),
        Some(Command::Schema) => Outlet::new(None).write(&schema::write()).map(|()| Outcome::Done),
        Some(Command::Rules) => Outlet::new(None).write(&rules::write()).map(|()| Outcome::Done),
    };
    let outcome = outcome.unwrap_or_else(|error| {
        say(&error);
        Outcome::CouldNotRun
    });
    ExitCode::from(outcome as u8)
}

fn read(args: Read) -> Result<Outcome, Error> {
    let outlet = Outlet::new(args.output);
    outlet.check(&args.files)?;
    let options = args.known.options();
    let format = match args.format {
        cli::Format::Table => Format::Table,
        cli::Format::Json => Format::Json,
        cli::Format::Timex3 => return mark(&args.files, &options, &outlet),
        cli::Format::Text => return show(&args.files, &options, &outlet),
    };
    let (timeline, inputs, outcome) = of_what_can_be_read(&args.files, |inputs| reconstruct(inputs, &options));
    let Some(timeline) = timeline else {
        return Ok(outcome);
    };
    let look = Look {
        width: outlet.width(),
        colour: outlet.colour(args.color),
        zone: args.tz,
        explain: args.explain,
    };
    if timeline.events.is_empty() && format == Format::Json {
        say(&"no event could be put in time, so the timeline is empty");
    }
    let mut alone = Vec::new();
    let untrusting = Options {
        trust: Vec::new(),
        ..options.clone()
    };
    for document in timeline
        .documents
        .iter()
        .filter(|_| args.by == Some(cli::By::Source) && timeline.documents.len() > 1)
    {
        if let Some(input) = inputs.iter().find(|input| input.path == document.path) {
            alone.push(reconstruct(std::slice::from_ref(input), &untrusting)?);
        }
    }
    outlet.stream(|out| write(&timeline, &alone, format, &look, out))?;
    let contradicts = args.strict && !timeline.conflicts.is_empty();
    Ok(match outcome {
        Outcome::Done if contradicts => Outcome::Differs,
        other => other,
    })
}

/// A TimeML document for each file that can be read, one after the other; each of the others is one sentence.
fn mark(files: &[PathBuf], options: &Options, outlet: &Outlet) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Done;
    let mut documents = String::new();
    for file in files {
        match Input::read(file).and_then(|input| annotate(&input, options)) {
            Ok(annotated) => {
                for warning in &annotated.warnings {
                    say(&format_args!("{}: {}", annotated.path, warning.message));
                }
                documents.push_str(&timex3::document(&annotated));
            }
            Err(error) => {
                say(&error);
                outcome = Outcome::CouldNotRun;
            }
        }
    }
    if !documents.is_empty() {
        outlet.write(&documents)?;
    }
    Ok(outcome)
}

/// The text of each file that can be read; each of the others is one sentence.
fn show(files: &[PathBuf], options: &Options, outlet: &Outlet) -> Result<Outcome, Error> {
    let (texts, _, outcome) = of_what_can_be_read(files, |inputs| Texts::read(inputs, options));
    if let Some(texts) = texts {
        let page = text::page(&texts.all.iter().map(Text::article).collect::<Vec<_>>());
        match outlet.is_terminal() {
            true => outlet.write(&plain::message(&page))?,
            false => outlet.write(&page)?,
        }
    }
    Ok(outcome)
}

/// What is made of all the files that can be read; each of the others is one sentence.
fn of_what_can_be_read<T>(
    files: &[PathBuf],
    make: impl Fn(&[Input]) -> Result<T, Error>,
) -> (Option<T>, Vec<Input>, Outcome) {
    let mut outcome = Outcome::Done;
    let mut fail = |error: Error| {
        say(&error);
        outcome = Outcome::CouldNotRun;
    };
    let mut inputs: Vec<Input> = Vec::new();
    for file in files {
        match Input::read(file) {
            Ok(input) => inputs.push(input),
            Err(error) => fail(error),
        }
    }
    let mut made = None;
    while !inputs.is_empty() && made.is_none() {
        match make(&inputs) {
            Ok(whole) => made = Some(whole),
            // What a file holds may turn out to be no text: then the others are read without it.
            Err(error) => {
                let about = error.path().map(str::to_owned);
                let before = inputs.len();
                inputs.retain(|input| Some(&input.path) != about.as_ref());
                if inputs.len() == before {
                    inputs.clear();
                }
                fail(error);
            }
        }
    }
    (made, inputs, outcome)
}

/// Holds a timeline against texts.
fn hold(timeline: &Path, files: &[PathBuf], strict: bool, options: &Options) -> Result<Outcome, Error> {
    let claimed = Claimed::read(&Input::read(timeline)?)?;
    let inputs = files
        .iter()
        .map(|file| Input::read(file))
        .collect::<Result<Vec<_>, _>>()?;
    let report = verify(&claimed, &inputs, options)?;
    Outlet::new(None).write(&report.to_string())?;
    Ok(match report.holds(strict) {
        true => Outcome::Done,
        false => Outcome::Differs,
    })
}

/// Tells what changed between two revisions.
fn compare(old: &Path, new: &Path, options: &Options) -> Result<Outcome, Error> {
    let side = |path: &Path| revision::side(&Input::read(path)?, options);
    let changes = revision::changes(&side(old)?, &side(new)?);
    let lines: String = changes.iter().map(|change| format!("{change}\n")).collect();
    Outlet::new(None).write(&lines)?;
    Ok(match changes.is_empty() {
        true => Outcome::Done,
        false => Outcome::Differs,
    })
}

fn run_fixtures(paths: &[PathBuf], bless: bool) -> Result<Outcome, Error> {
    let report = check::run(paths, bless)?;
    for error in &report.errors {
        say(error);
    }
    Outlet::new(None).write(&format!("{}{}\n", report.text, report.summary()))?;
    Ok(match (report.errors.is_empty(), report.failed) {
        (false, _) => Outcome::CouldNotRun,
        (true, 0) => Outcome::Done,
        (true, _) => Outcome::Differs,
    })
}
