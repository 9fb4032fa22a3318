//! Text → plan. Never fails and never panics: odd text gives a plan with fewer tasks, and notices.
//!
//! The steps, each in its own file: [`paragraph`] joins lines ([`wrap`] knows where they were cut;
//! [`sides`], [`unfold`] and [`grid`] mend texts whose columns, lines and tables were lost), [`layout`]
//! says what each paragraph is, [`head`] and [`signing`] read the facts around the outline, [`outline`]
//! builds its tree, [`duty`] finds the tasks: by what their headings promise ([`heading`]), by the lines
//! below them ([`attribute`], [`facts`]) and by the rows of tables ([`row`], [`column`]). Their sentences
//! ([`sentence`]) are read by [`party`], [`support`], [`extent`], [`unit`], [`list`], [`body`] and [`verb`] (who),
//! [`times`], [`due`], [`deadline`], [`leading`], [`event`], [`value`], [`moment`], [`recurrence`] and [`calendar`] (when).
//! [`words`] and [`letter`] make their spelling comparable. Phrases stand in tables; the examples beside
//! them are their tests.

mod attribute;
mod body;
mod calendar;
mod citation;
mod column;
mod date;
mod deadline;
mod due;
mod duty;
mod emphasis;
mod event;
mod extent;
mod facts;
mod grid;
mod head;
mod heading;
mod layout;
mod leading;
mod letter;
mod list;
mod marker;
mod mention;
mod moment;
mod naming;
mod notice;
mod outline;
mod paragraph;
mod party;
mod point;
mod recurrence;
mod row;
mod sentence;
mod sides;
mod signing;
mod support;
mod times;
mod unfold;
mod unit;
mod value;
mod verb;
mod words;
#[cfg(test)]
mod work;
mod wrap;

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

/// Reads a plan from plain text; `**bold**`, `*italic*` and tables between bars are understood.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut blocks = layout::blocks(&paragraph::paragraphs(text));
    blocks.shrink_to_fit();
    let head = head::read(&blocks);
    let outline = outline::outline(&blocks);
    let duty::Found { mentions, left_out } = duty::find(&blocks, &outline, head.calendar());
    let puzzles: Vec<_> = mentions
        .iter()
        .map(|mention| mention.puzzles.clone())
        .collect();
    let (tasks, roster) = naming::resolve(mentions, head.issuer.as_deref());
    let notices = notice::about(&head, &puzzles, &tasks, &left_out, &blocks);
    Reading {
        plan: head.into_plan(blocks, tasks),
        roster,
        notices,
    }
}
