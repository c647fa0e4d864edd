//! Inputs → the texts that are read together: articles, and what timelines tell of theirs.
//!
//! One would get wrong to read a timeline as a text: its words are quotations from others, and those are the witnesses.

use crate::article::Article;
use crate::article::form::Form;
use crate::chronology::Told;
use crate::claimed::Claimed;
use crate::claimed::retelling::{Retelling, retell};
use crate::error::Error;
use crate::normaliser::document::Warning;
use crate::{Input, Options, normaliser, parser};

/// A text.
pub enum Text {
    /// Read itself.
    Article {
        /// The text.
        article: Box<Article>,
        /// The timelines that tell of it too, and are not asked.
        told_by: Vec<String>,
    },
    /// Known from a timeline.
    Retelling(Box<Retelling>),
}

/// All texts, in the order in which every output names them: by path, each once.
pub struct Texts {
    /// In that order.
    pub all: Vec<Text>,
    /// The paths of those that are believed before others, the first most.
    pub trusted: Vec<String>,
}

impl Texts {
    /// Reads them.
    ///
    /// # Errors
    /// [`Error`] where one cannot be read at all (binary, empty), or a trusted one is none of them.
    pub fn read(inputs: &[Input], options: &Options) -> Result<Self, Error> {
        let mut all: Vec<Text> = Vec::new();
        let mut retold: Vec<(&str, Retelling)> = Vec::new();
        for input in inputs {
            if matches!(options.form, None | Some(Form::Json)) && Claimed::is_in(input) {
                let claimed = Claimed::read(input)?;
                retold.extend(
                    retell(&claimed, &input.path)
                        .into_iter()
                        .map(|it| (input.path.as_str(), it)),
                );
            } else {
                all.push(Text::Article {
                    article: Box::new(Article::read(&input.path, &input.bytes, options.form)?),
                    told_by: Vec::new(),
                });
            }
        }
        let mut trusted: Vec<String> = Vec::new();
        for path in &options.trust {
            let of_timeline = retold.iter().filter(|(timeline, _)| timeline == path);
            trusted.extend(of_timeline.map(|(_, it)| it.article.path.clone()));
            trusted.push(path.clone());
        }
        let mut known: Vec<String> = inputs.iter().map(|input| input.path.clone()).collect();
        for (timeline, retelling) in retold {
            let itself = all.iter_mut().find_map(|text| match text {
                Text::Article { article, told_by } if article.path == retelling.article.path => Some(told_by),
                _ => None,
            });
            known.push(retelling.article.path.clone());
            match itself {
                Some(told_by) => told_by.push(timeline.to_owned()),
                None => all.push(Text::Retelling(Box::new(retelling))),
            }
        }
        if let Some(path) = trusted.iter().find(|it| !known.contains(it)) {
            return Err(Error::TrustedIsNoText { path: path.clone() });
        }
        fn key(text: &Text) -> (&str, &str) {
            (&text.article().path, &text.article().text)
        }
        all.sort_by(|a, b| key(a).cmp(&key(b)));
        all.dedup_by(|b, a| key(a) == key(b));
        Ok(Self { all, trusted })
    }
}

impl Text {
    /// Its words.
    pub fn article(&self) -> &Article {
        match self {
            Self::Article { article, .. } => article,
            Self::Retelling(retelling) => &retelling.article,
        }
    }

    /// What they say and when, with the text at this place among the others.
    pub fn told(self, options: &Options, document: usize) -> Told {
        match self {
            Self::Retelling(retelling) => retelling.told(document),
            Self::Article { article, told_by } => {
                let parsed = parser::parse(&article);
                let mut normalised = normaliser::normalise(&article, &parsed, options, document);
                normalised.warnings.extend(told_by.iter().map(|timeline| Warning {
                    code: "read-itself",
                    message: format!(
                        "{timeline} tells of {} too: the text itself is read instead",
                        article.path
                    ),
                    document: Some(document),
                    span: None,
                }));
                Told {
                    article: *article,
                    parsed,
                    normalised,
                }
            }
        }
    }
}
