//! What a session stands on: the store of this browser, or that of a trial; never both.

use crate::browser::{self, LocalStore};
use crate::built_in::{self, BuiltIn, built_in};
use crate::domain::PlanId;
use crate::store::{MemoryStore, Store, StoreError};
use crate::trial;
use crate::workspace::{Key, Workspace};

pub(super) struct Ground {
    pub(super) store: Box<dyn Store>,
    /// The same store once more, where it is shared with other tabs.
    pub(super) shared: Option<LocalStore>,
    /// Why nothing is kept here.
    pub(super) fault: Option<StoreError>,
}

impl Ground {
    pub(super) fn open() -> Self {
        if browser::is_trial() {
            return Self {
                store: browser::trial_store().unwrap_or_else(in_memory),
                shared: None,
                fault: None,
            };
        }
        match LocalStore::probe() {
            Ok(store) => Self {
                store: Box::new(store.clone()),
                shared: Some(store),
                fault: None,
            },
            Err(fault) => Self {
                store: in_memory(),
                shared: None,
                fault: Some(fault),
            },
        }
    }
}

fn in_memory() -> Box<dyn Store> {
    Box::new(MemoryStore::default())
}

/// Adds what everybody begins with where it is missing: the built-in plan, or the office of the trial.
pub(super) fn furnish(known: &mut Workspace) -> Vec<Key> {
    if !browser::is_trial() {
        return add_built_in(known);
    }
    if known.settings.me.is_some() {
        return Vec::new();
    }
    *known = trial::begun(known.device.clone(), browser::now());
    known.keys()
}

/// Adds the built-in plan where it is missing. One that was removed for good does not come back.
fn add_built_in(known: &mut Workspace) -> Vec<Key> {
    let id = PlanId::new(built_in::ID);
    let is_there = known.plans.contains_key(&id) && known.rosters.contains_key(&id);
    if is_there || known.settings.removed.contains(&id) {
        return Vec::new();
    }
    let BuiltIn { plan, roster } = built_in();
    let mut keys = known.add_plan(plan, roster);
    keys.push(Key::Device);
    keys
}
