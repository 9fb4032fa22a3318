//! Text → plan. Never fails and never panics: odd text gives a plan with fewer tasks, and notices.
//!
//! The steps, each in its own file: [`paragraph`] joins lines, [`layout`] says what each paragraph
//! is, [`head`] reads the facts around the outline, [`duty`] finds the tasks, with [`party`],
//! [`deadline`] and [`recurrence`] reading their sentences. Phrases stand in tables; the examples
//! beside them are their tests.

mod citation;
mod date;
mod deadline;
mod duty;
mod head;
mod layout;
mod marker;
mod naming;
mod notice;
mod paragraph;
mod party;
mod recurrence;
mod words;

pub use notice::{Notice, Puzzle};

use crate::domain::{Plan, Roster};
use crate::json::from_json;
use serde::Serialize;

/// What came of reading a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    pub plan: Plan,
    /// The units and groups that the plan names; groups have no members yet.
    pub roster: Roster,
    pub notices: Vec<Notice>,
}

from_json!(Reading { plan, roster, notices; });

/// Reads a plan from plain text; `**bold**` and `*italic*` are understood.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut blocks = layout::blocks(&paragraph::paragraphs(text));
    let mut notices = Vec::new();
    let head = head::read(&blocks);
    let mentions = duty::find(&blocks);
    let (tasks, roster) = naming::resolve(mentions, head.issuer.as_deref());
    notice::about(&head, &tasks, &blocks, &mut notices);
    blocks.shrink_to_fit();
    Reading {
        plan: head.into_plan(blocks, tasks),
        roster,
        notices,
    }
}
