//! Tasks: the duties that somebody can be asked about.

use super::{BeforeDay, Day, Deadline, GroupId, Period, Recurrence, TaskId, UnitId};
use crate::json::{from_json, no_variant, variant};
use serde::Serialize;

/// One duty of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    pub id: TaskId,
    /// Where it stands, in the document's own markers: `II.2`, `II.2.p2` for a second paragraph.
    pub path: String,
    /// The index of the [`Block`](super::Block) that it quotes.
    pub block: usize,
    pub text: String,
    /// The byte in `text` at which the action begins, behind the names of those who act.
    pub action: usize,
    pub lead: Vec<Assignment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Assignment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// What is to come of it (sản phẩm, kết quả), in the words of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Further blocks that speak of this task: "Thời gian hoàn thành: …" below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
}

/// Those who lead or support a task, in the words of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assignment {
    pub words: String,
    /// Whom the words name; "Hội … huyện và các xã" names a unit and a group.
    pub parties: Vec<Party>,
    /// The path of the point whose lead this is, where the paragraph itself names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inherited_from: Option<String>,
}

/// A unit, or a group that stands for many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    Unit(UnitId),
    Group(GroupId),
}

/// The part that a unit has in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Support,
}

impl Task {
    /// Returns the last day on time in a period; `None` for a task that does not recur.
    #[must_use]
    pub fn last_day(&self, period: Option<Period>, before: BeforeDay) -> Option<Day> {
        let deadline = self.deadline.as_ref();
        last_day_in(period, deadline.and_then(|it| it.last_day(before)))
    }

    /// Returns the words that say what is to be done, without those who do it.
    #[must_use]
    pub fn action(&self) -> &str {
        self.text.get(self.action..).unwrap_or(&self.text)
    }
}

/// Returns the last day on time in a period, where `day` is that of the deadline: the day that it means in that
/// period ("trước ngày 15 hằng tháng"), or else the period's last.
#[must_use]
pub fn last_day_in(period: Option<Period>, day: Option<Day>) -> Option<Day> {
    match (period, day) {
        (Some(period), Some(day)) => Some(period.counterpart(day)),
        (Some(period), None) => Some(period.last_day()),
        (None, day) => day,
    }
}

from_json!(Task { id, path, block, text, action, lead; support, deadline, product, details, recurrence });
from_json!(Assignment { words, parties; inherited_from });
from_json!(Party: |json| match variant(json)? {
    ("unit", id) => UnitId::from_json(id).map(Self::Unit),
    ("group", id) => GroupId::from_json(id).map(Self::Group),
    _ => Err(no_variant()),
});
