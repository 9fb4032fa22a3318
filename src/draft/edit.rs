//! What a person can correct in a draft.

use crate::domain::{Day, Recurrence, TaskId};
use crate::json::{FromJson, from_json, no_variant, variant};
use serde::Serialize;
use std::fmt;

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    /// Makes a duty of a part of a block.
    Make(Span),
    Drop(TaskId),
    /// Cuts a duty at a byte of its text; the second half is a new duty.
    Split(TaskId, usize),
    /// Joins a duty with the one after it, which goes.
    Join(TaskId),
    /// Moves a duty's mark to a neighbouring block.
    Move(TaskId, Way),
    /// Names those who lead; they become units where they are not known.
    Lead(TaskId, Vec<String>),
    Support(TaskId, Vec<String>),
    Due(TaskId, Option<Due>),
    Recur(TaskId, Option<Recurrence>),
    Number(String),
    Title(String),
    /// What people call the plan; blank for its number.
    Name(String),
    Issuer(String),
    Issued(Option<Day>),
    /// These notices have been looked at.
    Settle(Vec<usize>),
    /// Says which duty of the amended plan this is; `None` for a new one.
    Pair(TaskId, Option<TaskId>),
}

/// A part of a block's text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    pub block: usize,
    pub start: usize,
    pub end: usize,
}

/// To which neighbour a mark moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Before,
    After,
}

/// A deadline as a person sets it. With the words of the document it replaces the computed day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    pub words: String,
    pub day: Option<Day>,
}

/// Why a correction was refused; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    NoSuchTask,
    /// There is no such block, or no letter begins there.
    NoSuchPlace,
    /// No words would be left on one side.
    Blank,
    /// The words belong to another duty already.
    Taken,
    /// The identity was not given by the amended plan.
    NotOfThePlan,
}

from_json!(Span { block, start, end; });
from_json!(Way { "before" => Before, "after" => After });
from_json!(Due { words, day; });
from_json!(Edit: |json| {
    /// Reads what a variant holds and puts it there.
    fn of<T: FromJson>(json: &crate::json::Json, make: impl Fn(T) -> Edit) -> Result<Edit, String> {
        T::from_json(json).map(make)
    }
    let (name, content) = variant(json)?;
    match name {
        "make" => of(content, Self::Make),
        "drop" => of(content, Self::Drop),
        "split" => of(content, |(id, at)| Self::Split(id, at)),
        "join" => of(content, Self::Join),
        "move" => of(content, |(id, way)| Self::Move(id, way)),
        "lead" => of(content, |(id, names)| Self::Lead(id, names)),
        "support" => of(content, |(id, names)| Self::Support(id, names)),
        "due" => of(content, |(id, due)| Self::Due(id, due)),
        "recur" => of(content, |(id, recurrence)| Self::Recur(id, recurrence)),
        "number" => of(content, Self::Number),
        "title" => of(content, Self::Title),
        "name" => of(content, Self::Name),
        "issuer" => of(content, Self::Issuer),
        "issued" => of(content, Self::Issued),
        "settle" => of(content, Self::Settle),
        "pair" => of(content, |(id, old)| Self::Pair(id, old)),
        _ => Err(no_variant()),
    }
});

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchTask => "no such duty",
            Self::NoSuchPlace => "no such place in the text",
            Self::Blank => "no words would be left",
            Self::Taken => "the words belong to another duty",
            Self::NotOfThePlan => "no identity of the amended plan",
        })
    }
}

impl std::error::Error for EditError {}
