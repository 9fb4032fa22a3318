//! Where a write stands: task, period, field.

use crate::domain::{ItemId, Period, TaskId};
use crate::json::{Json, from_json, from_tree, no_variant, variant};
use serde::{Deserialize, Serialize};

/// One place of a record. Writes to different places never meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Slot {
    pub task: TaskId,
    /// The period, for a recurring task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    pub field: Field,
}

/// A field of an entry. Documents and steps are fields of their own, so that two people who each
/// add one do not contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Status,
    /// The person in charge (cán bộ phụ trách).
    Person,
    Note,
    Difficulty,
    Proposal,
    /// What the unit answers when an explanation is asked (giải trình).
    Explanation,
    Document(ItemId),
    Step(ItemId),
    /// The coordinator's; so is an extension.
    Review,
    Extension(ItemId),
}

impl Slot {
    /// Names a field of a task in a period.
    #[must_use]
    pub fn new(task: &TaskId, period: Option<Period>, field: Field) -> Self {
        Self {
            task: task.clone(),
            period,
            field,
        }
    }
}

from_json!(Slot { task, field; period });
from_tree!(Field: |json| match variant(json)? {
    ("status", Json::Null) => Ok(Self::Status),
    ("person", Json::Null) => Ok(Self::Person),
    ("note", Json::Null) => Ok(Self::Note),
    ("difficulty", Json::Null) => Ok(Self::Difficulty),
    ("proposal", Json::Null) => Ok(Self::Proposal),
    ("explanation", Json::Null) => Ok(Self::Explanation),
    ("document", id) => ItemId::from_json(id).map(Self::Document),
    ("step", id) => ItemId::from_json(id).map(Self::Step),
    ("review", Json::Null) => Ok(Self::Review),
    ("extension", id) => ItemId::from_json(id).map(Self::Extension),
    _ => Err(no_variant()),
});
