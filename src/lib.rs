//! Reads what people write about a service outage and reconstructs what happened when.
//!
//! ```text
//! bytes ─read→ Article ─parse→ Statement ─normalise→ Dated ─order→ Timeline ─render→ text
//! ```
//!
//! Each arrow is one room and one function, each noun is a type; rooms only look left along the line.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod article;
pub mod check;
pub mod chronology;
pub mod claimed;
pub mod error;
pub mod lexicon;
pub mod normaliser;
pub mod parser;
pub mod reading;
pub mod renderer;
pub mod revision;
pub mod settings;
pub mod texts;
pub mod verify;

use article::Article;
use article::form::Form;
use chronology::timeline::Timeline;
use error::Error;
use normaliser::calendar::Zone;
use normaliser::timex3::Annotated;
use normaliser::value::Value;
use texts::Texts;

/// One text to read.
#[derive(Clone, Debug)]
pub struct Input {
    /// As the user named it; "-" for standard input. Its extension and a date in its name are evidence.
    pub path: String,
    /// As they stand in the file.
    pub bytes: Vec<u8>,
}

/// What the caller knows that the texts may not say.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The moment of writing, a day or a clock time; it outranks what the text says.
    pub date: Option<Value>,
    /// The zone to take where a text names none.
    pub zone: Option<Zone>,
    /// Leave out what is known of outages in general and rest on words alone.
    pub literal: bool,
    /// The names of the texts that are believed before others, the first most.
    pub trust: Vec<String>,
    /// What the texts are, where their content would be taken for something else.
    pub form: Option<Form>,
}

/// Reconstructs one timeline from one or more texts. Their order is of no account, nor is a text that is given twice.
///
/// # Errors
/// [`Error`] where a text cannot be read at all (binary, empty). What a text does not say is no error.
pub fn reconstruct(inputs: &[Input], options: &Options) -> Result<Timeline, Error> {
    reconstruct_read_by(inputs, options, &mut chronology::course::as_learnt)
}

/// As [`reconstruct`], the phases told by a reader of its own: what learns them asks for the clues.
///
/// # Errors
/// As [`reconstruct`].
pub fn reconstruct_read_by(
    inputs: &[Input],
    options: &Options,
    reader: &mut chronology::course::Reader,
) -> Result<Timeline, Error> {
    let texts = Texts::read(inputs, options)?;
    let told = texts.all.into_iter().enumerate();
    let told = told.map(|(at, text)| text.told(options, at)).collect();
    Ok(chronology::order_read_by(told, options.literal, &texts.trusted, reader))
}

/// Marks the time expressions of one text, as TIMEX3 has them.
///
/// # Errors
/// [`Error`] where the text cannot be read at all (binary, empty).
pub fn annotate(input: &Input, options: &Options) -> Result<Annotated, Error> {
    let article = Article::read(&input.path, &input.bytes, options.form)?;
    let parsed = parser::parse_times(&article);
    Ok(normaliser::timex3::annotate(article, parsed, options))
}
