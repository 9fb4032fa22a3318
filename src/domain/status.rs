//! What a unit says of a task in a period.

use super::Day;
use super::day::day_in_text;
use crate::json::{Json, field, from_tree, no_variant, object, variant};
use serde::{Deserialize, Serialize};

/// The unit's own word. What it amounts to on a given day is the [`Standing`](super::Standing).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    NotStarted,
    InProgress,
    Done {
        #[serde(deserialize_with = "day_in_text")]
        on: Day,
    },
    Paused,
    NotApplicable {
        reason: String,
    },
}

impl Status {
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. })
    }
}

from_tree!(Status: |json| match variant(json)? {
    ("not-started", Json::Null) => Ok(Self::NotStarted),
    ("in-progress", Json::Null) => Ok(Self::InProgress),
    ("done", content) => Ok(Self::Done { on: field(object(content)?, "on")? }),
    ("paused", Json::Null) => Ok(Self::Paused),
    ("not-applicable", content) => Ok(Self::NotApplicable { reason: field(object(content)?, "reason")? }),
    _ => Err(no_variant()),
});
