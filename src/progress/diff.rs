//! What a file would change, told before anything changes.

use super::{Field, Record, Slot, Value};
use crate::sorted::SortedMap;

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

/// Lists the places where other values would stand or another one would be shown, in the order of
/// the places.
#[must_use]
pub fn changes(before: &Record, after: &Record) -> Vec<Change> {
    let mut places = SortedMap::new();
    for (_, write) in before.writes().chain(after.writes()) {
        places.insert(&write.slot, ());
    }
    places
        .keys()
        .filter_map(|slot| change(slot, &values(before, slot), &values(after, slot)))
        .collect()
}

/// Returns the values that stand at a place, the one that is shown first.
fn values<'a>(record: &'a Record, slot: &Slot) -> Vec<&'a Value> {
    record
        .at(slot)
        .into_iter()
        .map(|write| &write.value)
        .collect()
}

fn change(slot: &Slot, before: &[&Value], after: &[&Value]) -> Option<Change> {
    let (known, standing) = (distinct(before), distinct(after));
    let changed = before.first() != after.first() || known != standing;
    let shown = |values: &[&Value]| values.first().map(|value| Value::clone(value));
    changed.then(|| Change {
        slot: slot.clone(),
        before: shown(before),
        after: shown(after),
        conflict: standing.len() > 1,
    })
}

fn distinct<'a>(values: &[&'a Value]) -> SortedMap<&'a Value, ()> {
    let mut distinct = SortedMap::new();
    for value in values {
        distinct.insert(*value, ());
    }
    distinct
}

impl Change {
    #[must_use]
    pub fn field(&self) -> &Field {
        &self.slot.field
    }
}
