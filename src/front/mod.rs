//! What the first screens show of the workspace: the dockets of who works here, and little beside them. It is kept
//! beside what it is made of, so that the first screens stand before anything else is read.

mod keep;
mod load;
mod project;
mod tick;

pub use keep::{forget, keep};
pub use load::{Found, find};
pub use project::{heirs, list, lists, lists_after};
pub use tick::{Tick, note_tick, noted_ticks, strike_tick};

use crate::built_in;
use crate::docket::{Docket, Gists};
use crate::domain::{Moment, Status, UnitId};
use crate::progress::Slot;
use crate::workspace::RecordId;
use std::sync::Arc;

/// What the first screens show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// Who works here ("Tôi là …").
    pub me: Option<Me>,
    /// Whether any plan is at work.
    pub has_plan: bool,
    /// Whether the first steps were skipped, or are behind who works here.
    pub has_begun: bool,
    pub since_backup: SinceBackup,
    /// The plans at work that concern who works here; without anybody, all that are at work.
    pub lists: Vec<List>,
}

/// The unit that works on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    pub id: UnitId,
    pub name: String,
    /// The units that took its place, by their names.
    pub heirs: Vec<(UnitId, String)>,
}

/// The duties on one plan, and what was said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub docket: Arc<Docket>,
    pub gists: Gists,
}

/// What was written since the last backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SinceBackup {
    /// How many writes.
    pub changes: u64,
    /// When the backup was made, if ever.
    pub at: Option<Moment>,
    /// When the reminder was put off.
    pub put_off: Option<Moment>,
    /// When the first of all writes was made, where there is no backup yet.
    pub first_write: Option<Moment>,
}

/// Returns what is shown where nothing was ever kept: the duties of the built-in plan.
#[must_use]
pub fn first() -> Front {
    let docket = built_in::docket();
    let list = docket.map(|docket| List {
        docket: Arc::new(docket),
        gists: Gists::default(),
    });
    Front {
        has_plan: true,
        lists: list.into_iter().collect(),
        ..Front::default()
    }
}

impl List {
    /// Returns the record that it tells of; `None` where it is nobody's in particular.
    #[must_use]
    pub fn record(&self) -> Option<RecordId> {
        Some(RecordId {
            plan: self.docket.plan.clone(),
            unit: self.docket.unit.clone()?,
        })
    }
}

impl Front {
    /// Says whether a unit, of whatever plan, is the one that works here.
    #[must_use]
    pub fn is_me(&self, unit: &UnitId) -> bool {
        let is_it = |list: &List| list.docket.unit.as_ref() == Some(unit);
        self.me
            .as_ref()
            .is_some_and(|me| me.id == *unit || self.lists.iter().any(is_it))
    }

    /// Takes over a status that was set by a tap.
    pub fn tick(&mut self, record: &RecordId, slot: &Slot, status: Status) {
        let is_it = |list: &&mut List| {
            list.docket.plan == record.plan && list.docket.unit.as_ref() == Some(&record.unit)
        };
        if let Some(list) = self.lists.iter_mut().find(is_it) {
            list.gists.tick(&slot.task, slot.period, status);
            self.since_backup.changes += 1;
        }
    }

    /// Says whether who works here has written anything.
    #[must_use]
    pub fn has_written(&self) -> bool {
        self.lists.iter().any(|list| !list.gists.is_empty())
    }
}
