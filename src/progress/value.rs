//! What is written.

use crate::domain::{Day, Status};
use serde::{Deserialize, Serialize};

/// The content of a write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Status(Status),
    Text(String),
    Document(Document),
    Step(Step),
}

/// Something of which an entry may hold many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Document(Document),
    Step(Step),
}

/// A document that shows the result of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Document {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// A sub-step that a unit adds to a task for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Step {
    pub text: String,
    #[serde(default)]
    pub done: bool,
}
