//! A plan that is read and not yet kept: what the reader made of a text, and what a person corrected.
//!
//! A draft is what was read, once, and a list of [`Edit`]s; what it says now follows from them. So
//! keeping an edit writes little, and taking one back is forgetting it. A second text of a plan is
//! matched to the first ([`compare`]), so that progress stays with its duty.

mod amend;
mod duties;
mod edit;
mod facts;
mod likeness;
mod place;
mod state;

pub use amend::{Change, Difference, compare};
pub use edit::{Due, Edit, EditError, Span, Way};

use crate::domain::{Plan, PlanId, Roster, TaskId};
use crate::json::from_json;
use crate::reader::{Notice, Reading};
use serde::Serialize;
use state::State;
use std::ops::Range;

/// A plan that is read and not yet kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    origin: Origin,
    edits: Vec<Edit>,
    now: State,
}

/// What a draft began with; it does not change by edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The name of the file; empty for a text that was pasted.
    pub source: String,
    /// The plan of which this is a further text.
    pub amends: Option<PlanId>,
    /// Identities that the amended plan has given: they return to their duties only.
    reserved: Vec<TaskId>,
    reading: Reading,
}

from_json!(Origin { source, amends, reserved, reading; });

impl Draft {
    /// Begins a draft with what was read.
    #[must_use]
    pub fn new(reading: Reading, source: impl Into<String>) -> Self {
        Self::from(Origin {
            source: source.into(),
            amends: None,
            reserved: Vec::new(),
            reading,
        })
    }

    /// Takes up a draft as it was kept. An edit that no longer fits is left out, and so are those
    /// behind it.
    #[must_use]
    pub fn resumed(origin: Origin, edits: Vec<Edit>) -> Self {
        let mut draft = Self::from(origin);
        for edit in edits {
            if draft.edit(edit).is_err() {
                break;
            }
        }
        draft
    }

    /// Carries out an edit.
    ///
    /// # Errors
    /// An [`EditError`]; the draft is then as it was.
    pub fn edit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.now.apply(&edit, &self.origin.reserved)?;
        self.edits.push(edit);
        Ok(())
    }

    /// Takes the latest edit back. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some((_, earlier)) = self.edits.split_last() else {
            return false;
        };
        *self = Self::resumed(self.origin.clone(), earlier.to_vec());
        true
    }

    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.now.plan
    }

    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.now.roster
    }

    /// Returns what nobody has settled yet, each with the number by which it can be.
    pub fn open_notices(&self) -> impl Iterator<Item = (usize, &Notice)> {
        let notices = self.now.notices.iter().enumerate();
        notices.filter(|(at, _)| !self.now.settled[*at])
    }

    /// Returns where a duty's words stand in the text of its block; `None` where they do not.
    #[must_use]
    pub fn place_of(&self, id: &TaskId) -> Option<Range<usize>> {
        let at = self.plan().tasks.iter().position(|task| task.id == *id)?;
        self.now.place_of(at)
    }

    /// Returns the duty that follows another in the document.
    #[must_use]
    pub fn following(&self, id: &TaskId) -> Option<&TaskId> {
        let tasks = &self.plan().tasks;
        let at = tasks.iter().position(|task| task.id == *id)?;
        tasks.get(at + 1).map(|task| &task.id)
    }

    /// Returns what would be kept: the plan and its roster.
    #[must_use]
    pub fn outcome(&self) -> (Plan, Roster) {
        (self.now.plan.clone(), self.now.roster.clone())
    }
}

impl From<Origin> for Draft {
    fn from(origin: Origin) -> Self {
        let now = State::new(&origin.reading, &origin.reserved);
        Self {
            origin,
            edits: Vec::new(),
            now,
        }
    }
}
