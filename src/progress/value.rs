//! What is written.

use super::Dot;
use crate::domain::{Day, Status};
use crate::domain::{day_in_text, day_or_none};
use crate::json::{from_tree, no_variant, variant};
use serde::{Deserialize, Serialize};

/// The content of a write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Status(Status),
    Text(String),
    Document(Document),
    Step(Step),
    Review(Review),
    Extension(Extension),
}

/// Something of which an entry may hold many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Item {
    Document(Document),
    Step(Step),
    Extension(Extension),
}

/// A document that shows the result of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Document {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    #[serde(
        default,
        deserialize_with = "day_or_none",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// A sub-step that a unit adds to a task for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Step {
    pub text: String,
    pub done: bool,
}

/// What the coordinator says of an entry (thẩm định).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Review {
    pub verdict: Verdict,
    /// Why; may be empty for what is accepted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The writes of the status and of the explanation that stood when it was said. What the unit
    /// wrote since has not been reviewed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Dot>,
}

/// The outcome of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Đạt.
    Accepted,
    /// Trả lại.
    Returned,
    /// Yêu cầu giải trình.
    ExplanationAsked,
}

/// A later last day that the coordinator grants (gia hạn).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Extension {
    #[serde(deserialize_with = "day_in_text")]
    pub last_day: Day,
    /// The ground; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ground: String,
}

from_tree!(Value: |json| match variant(json)? {
    ("status", content) => Status::from_json(content).map(Self::Status),
    ("text", content) => String::from_json(content).map(Self::Text),
    ("document", content) => Document::from_json(content).map(Self::Document),
    ("step", content) => Step::from_json(content).map(Self::Step),
    ("review", content) => Review::from_json(content).map(Self::Review),
    ("extension", content) => Extension::from_json(content).map(Self::Extension),
    _ => Err(no_variant()),
});
from_tree!(Document { ; number, date, title });
from_tree!(Step { text; done });
from_tree!(Review { verdict; words, of });
from_tree!(Verdict {
    "accepted" => Accepted,
    "returned" => Returned,
    "explanation-asked" => ExplanationAsked
});
from_tree!(Extension { last_day; ground });
