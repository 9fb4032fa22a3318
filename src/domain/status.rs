//! What a unit says of a task in a period.

use super::Day;
use serde::{Deserialize, Serialize};

/// The unit's own word. What it amounts to on a given day is the [`Standing`](super::Standing).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    NotStarted,
    InProgress,
    Done {
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
