//! What a file would change, told before anything changes.

use super::{Field, Record, Slot, Value, Write};
use crate::sorted::{SortedMap, sort_by};

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
    let known = before.writes().map(|(_, write)| (write, false));
    let standing = after.writes().map(|(_, write)| (write, true));
    let mut writes: Vec<_> = known.chain(standing).collect();
    // At each place the write that is shown comes first.
    sort_by(&mut writes, |(a, _), (b, _)| {
        (&a.slot, b.at, *b) < (&b.slot, a.at, *a)
    });
    let places = writes.chunk_by(|(a, _), (b, _)| a.slot == b.slot);
    places
        .filter_map(|place| {
            let (before, after) = (values(place, false), values(place, true));
            change(&place[0].0.slot, &before, &after)
        })
        .collect()
}

/// Returns the values that stand at a place, before or after.
fn values<'a>(place: &[(&'a Write, bool)], after: bool) -> Vec<&'a Value> {
    let wanted = place.iter().filter(|(_, is_after)| *is_after == after);
    wanted.map(|(write, _)| &write.value).collect()
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
