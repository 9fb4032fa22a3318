//! Taking back what a merge brought, long after it.

use super::{Dot, Record, Slot, Version, Writes};
use crate::domain::DeviceId;
use crate::json::from_json;
use crate::sorted::SortedMap;
use serde::Serialize;

/// What takes one merge back: no larger than what the merge changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reversal {
    /// What had been seen before.
    #[serde(skip_serializing_if = "Version::is_empty")]
    seen: Version,
    /// The writes that came, each with its place; not listed where nothing at all was there before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    come: Vec<(Dot, Slot)>,
    /// What had been seen after, where nothing was there before: all of it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Version>,
    /// The writes that went, as a record of their own.
    #[serde(skip_serializing_if = "Record::is_empty")]
    gone: Record,
}

impl Reversal {
    /// Returns what leads from `after` back to `before`.
    #[must_use]
    pub fn of(before: &Record, after: &Record) -> Self {
        if before.is_empty() {
            return Self {
                all: Some(after.seen.clone()),
                ..Self::default()
            };
        }
        let come = after
            .standing
            .iter()
            .filter(|(dot, writes)| before.standing.get(dot) != Some(writes))
            .flat_map(|(dot, writes)| writes.iter().map(move |write| (dot, &write.slot)));
        let gone = before
            .standing
            .iter()
            .filter(|(dot, writes)| after.standing.get(dot) != Some(writes));
        Self {
            seen: before.seen.clone(),
            all: None,
            come: come
                .map(|(dot, slot)| (dot.clone(), slot.clone()))
                .collect(),
            gone: Record::of(
                before.seen.clone(),
                gone.map(|(dot, writes)| (dot.clone(), writes.clone()))
                    .collect(),
            ),
        }
    }
}

impl Record {
    /// Takes a merge back. A place that was touched since stays as it is; at all others stands what
    /// stood before. What came may come again by the same file.
    ///
    /// What `device` itself had written stays, even if it came by a file, and so does what came of
    /// others of whom something later stands: counts cannot go back, and who has counted a write and
    /// does not hold it takes it from everybody.
    pub fn revert(&mut self, reversal: &Reversal, device: &DeviceId) {
        let come = reversal.come.iter();
        let come: SortedMap<&Dot, ()> = come.map(|(dot, _)| (dot, ())).collect();
        let has_come = |dot: &Dot| match &reversal.all {
            Some(all) => all.has_seen(dot),
            None => come.contains_key(&dot),
        };
        let later = self.standing.keys();
        let later = later.filter(|dot| !has_come(dot) && !reversal.seen.has_seen(dot));
        let writers = later.map(|dot| &dot.device).chain([device]);
        let counts: SortedMap<DeviceId, u64> = writers
            .map(|device| (device.clone(), self.seen.count(device)))
            .collect();
        let touched = self.touched_since(reversal, device);
        self.standing
            .retain(|dot, _| counts.contains_key(&dot.device) || !has_come(dot));
        let is_touched = |writes: &Writes| {
            let mut slots = writes.iter().map(|write| &write.slot);
            slots.any(|slot| touched.contains_key(slot))
        };
        for (dot, writes) in reversal.gone.standing.iter() {
            if !is_touched(writes) {
                self.standing.insert(dot.clone(), writes.clone());
            }
        }
        self.seen = reversal.seen.clone();
        for (device, count) in counts.iter() {
            self.seen.reach(device, *count);
        }
    }

    /// Returns the places that the device wrote to since, or where what came is gone again.
    fn touched_since(&self, reversal: &Reversal, device: &DeviceId) -> SortedMap<Slot, ()> {
        let is_later = |dot: &Dot| dot.device == *device && !reversal.seen.has_seen(dot);
        let later = self.writes().filter(|(dot, _)| is_later(dot));
        let later = later.map(|(_, write)| &write.slot);
        let come = reversal.come.iter();
        let replaced = come.filter(|(dot, _)| !self.standing.contains_key(dot));
        let touched = later.chain(replaced.map(|(_, slot)| slot));
        touched.map(|slot| (slot.clone(), ())).collect()
    }
}

from_json!(Reversal { ; seen, come, all, gone });
