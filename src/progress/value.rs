//! What is written.

use crate::domain::{Day, Status};
use crate::json::{from_json, no_variant, variant};
use serde::Serialize;

/// The content of a write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Status(Status),
    Text(String),
    Document(Document),
    Step(Step),
}

/// Something of which an entry may hold many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Item {
    Document(Document),
    Step(Step),
}

/// A document that shows the result of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Document {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// A sub-step that a unit adds to a task for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Step {
    pub text: String,
    pub done: bool,
}

from_json!(Value: |json| match variant(json)? {
    ("status", content) => Status::from_json(content).map(Self::Status),
    ("text", content) => String::from_json(content).map(Self::Text),
    ("document", content) => Document::from_json(content).map(Self::Document),
    ("step", content) => Step::from_json(content).map(Self::Step),
    _ => Err(no_variant()),
});
from_json!(Document { ; number, date, title });
from_json!(Step { text; done });
