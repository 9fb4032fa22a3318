//! What the arguments ask for.

use crate::domain::{Day, Span, day_from_iso};
use crate::workspace::Form;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;

/// A report that is to be written.
pub(in crate::cli) struct Order {
    pub(super) plan: PathBuf,
    pub(super) progress: Vec<PathBuf>,
    pub(super) form: Form,
    pub(super) span: Span,
    pub(super) as_of: Option<Day>,
    pub(super) whose: Whose,
    pub(super) folder: PathBuf,
}

/// Whose duties are told of, by name.
pub(super) enum Whose {
    All,
    Unit(String),
    Group(String),
}

/// What stands behind the options, as far as they were met.
#[derive(Default)]
struct Options {
    form: Option<Form>,
    span: Option<Span>,
    as_of: Option<Day>,
    whose: Option<Whose>,
    folder: Option<PathBuf>,
}

impl Order {
    /// Reads the arguments behind the command.
    pub(in crate::cli) fn of(arguments: &[OsString]) -> Result<Self, Misuse> {
        let mut options = Options::default();
        let mut files: Vec<PathBuf> = Vec::new();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.to_str().filter(|it| it.starts_with('-')) {
                Some(option) => {
                    let value = arguments.next().ok_or(Misuse::Usage)?;
                    options.take(option, value)?;
                }
                None => files.push(argument.into()),
            }
        }
        options.order(files).ok_or(Misuse::Usage)
    }
}

/// Why the arguments make no sense.
pub(in crate::cli) enum Misuse {
    /// One is missing or not known.
    Usage,
    /// One has a value that means nothing, in one line.
    Value(String),
}

impl Options {
    fn take(&mut self, option: &str, value: &OsStr) -> Result<(), Misuse> {
        let text = value.to_string_lossy();
        let is_odd = || Misuse::Value(format!("{option}: not understood: {text}"));
        match option {
            "--form" => self.form = Some(form(&text).ok_or_else(is_odd)?),
            "--period" => self.span = Some(text.parse().map_err(|_| is_odd())?),
            "--as-of" => self.as_of = Some(day_from_iso(&text).ok_or_else(is_odd)?),
            "--unit" => self.whose = Some(Whose::Unit(text.into_owned())),
            "--group" => self.whose = Some(Whose::Group(text.into_owned())),
            "-o" => self.folder = Some(value.into()),
            _ => return Err(Misuse::Usage),
        }
        Ok(())
    }

    fn order(self, mut files: Vec<PathBuf>) -> Option<Order> {
        if files.is_empty() {
            return None;
        }
        Some(Order {
            plan: files.remove(0),
            progress: files,
            form: self.form?,
            span: self.span?,
            as_of: self.as_of,
            whose: self.whose.unwrap_or(Whose::All),
            folder: self.folder?,
        })
    }
}

fn form(text: &str) -> Option<Form> {
    match text {
        "party" => Some(Form::Party),
        "state" => Some(Form::State),
        _ => None,
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("list of units"),
            Self::Unit(name) => write!(f, "unit: {name}"),
            Self::Group(name) => write!(f, "group: {name}"),
        }
    }
}
