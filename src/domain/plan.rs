//! A plan: one document, read.

use super::{BeforeDay, Block, Day, Period, PlanId, Role, Task, TaskId};
use crate::json::from_json;
use serde::Serialize;

/// One document: its text, what stands in its head and at its end, and its duties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    pub id: PlanId,
    /// Counts up each time that the office that issued the plan changes it.
    pub revision: u32,
    /// The number and sign without blanks, such as `96-KH/HU`.
    pub number: Option<String>,
    pub kind: Option<String>,
    /// The title (trích yếu).
    pub title: String,
    pub issuer: Option<String>,
    /// The day of issue; `None` where the text does not tell it.
    pub issued: Option<Day>,
    /// The documents that the plan is based on, as its opening names them.
    pub basis: Vec<Citation>,
    /// The whole text in order.
    pub blocks: Vec<Block>,
    pub tasks: Vec<Task>,
    pub recipients: Vec<String>,
    pub signature: Option<Signature>,
    pub before_day: BeforeDay,
    /// What people call the plan, where they chose a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Duties of earlier revisions that are gone. Their identities are not given again, and what was
    /// reported on them can still be read; their blocks are those of the text in which they stood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Task>,
}

/// A document that a plan refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    pub kind: String,
    pub number: String,
    pub date: Option<Day>,
}

/// The signature block (T/M …, post, name).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    pub authority: Option<String>,
    pub post: Option<String>,
    pub name: String,
}

/// A heading of the outline, as a view on its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The index of the heading's block.
    pub block: usize,
    /// The marker without punctuation, such as `II`.
    pub marker: &'a str,
    pub title: &'a str,
}

impl Plan {
    /// Returns the headings of the outline, in order.
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        self.blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| block.role == Role::Section)
            .map(|(index, block)| Section {
                block: index,
                marker: block.marker.trim_end_matches(['.', ')', '-']),
                title: &block.text,
            })
    }

    /// Returns a duty, also one that is gone.
    #[must_use]
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks
            .iter()
            .chain(&self.retired)
            .find(|task| task.id == *id)
    }

    /// Returns what people call the plan: the name that they chose, its number, or else its title.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let name = self.name.as_deref().or(self.number.as_deref());
        name.unwrap_or(&self.title)
    }

    /// Returns a day on which the plan did not yet exist or was just issued: the day of issue, or
    /// the latest document that it is based on. A plan is not older than what it cites.
    #[must_use]
    pub fn not_before(&self) -> Option<Day> {
        self.issued
            .or_else(|| self.basis.iter().filter_map(|citation| citation.date).max())
    }

    /// Returns the periods of a recurring task from the plan's beginning to today's, newest first;
    /// only today's where the beginning is unknown. Empty for a task that does not recur.
    #[must_use]
    pub fn periods(&self, task: &Task, today: Day) -> Vec<Period> {
        let recurrence = task
            .recurrence
            .map(|it| it.periods(self.not_before(), today));
        recurrence.unwrap_or_default()
    }
}

from_json!(Plan {
    id, revision, number, kind, title, issuer, issued, basis, blocks, tasks, recipients, signature;
    before_day, name, retired
});
from_json!(Citation { kind, number, date; });
from_json!(Signature { authority, post, name; });
