//! What a file would change, told before anything changes.

use super::{Field, Record, Slot, Value, Write};
use std::collections::BTreeSet;

/// How a record that arrives relates to the one that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Both hold the same.
    Same,
    /// What arrives knows all that is here, and more.
    Newer,
    /// What is here knows all that arrives, and more.
    Older,
    /// Each knows something that the other does not.
    Diverged,
}

/// A place whose content would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub slot: Slot,
    /// What is shown now; `None` where nothing stands.
    pub before: Option<Value>,
    /// What would be shown; `None` where nothing would stand.
    pub after: Option<Value>,
    /// Whether two values would stand against each other.
    pub conflict: bool,
}

/// Compares a record that arrives with the one that is here.
#[must_use]
pub fn compare(here: &Record, arriving: &Record) -> Comparison {
    let merged = here.merged(arriving);
    match (merged == *here, merged == *arriving) {
        (true, true) => Comparison::Same,
        (false, true) => Comparison::Newer,
        (true, false) => Comparison::Older,
        (false, false) => Comparison::Diverged,
    }
}

/// Lists the places whose shown content differs between two states, in the order of the places.
#[must_use]
pub fn changes(before: &Record, after: &Record) -> Vec<Change> {
    let places: BTreeSet<&Slot> = before.writes().chain(after.writes()).map(|(_, write)| &write.slot).collect();
    let conflicts = after.conflicts();
    let known = before.conflicts();
    places
        .into_iter()
        .filter_map(|slot| {
            let shown = |record: &Record| record.at(slot).first().map(|write: &&Write| write.value.clone());
            let (old, new) = (shown(before), shown(after));
            let conflict = conflicts.contains(slot);
            let changed = old != new || conflict != known.contains(slot);
            changed.then(|| Change { slot: slot.clone(), before: old, after: new, conflict })
        })
        .collect()
}

impl Change {
    #[must_use]
    pub fn field(&self) -> &Field {
        &self.slot.field
    }
}
