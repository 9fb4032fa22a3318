//! What could not be saved yet is carried over when the device's workspace is loaded anew.

use super::{Key, Workspace};
use crate::sorted::SortedMap;

impl Workspace {
    /// Takes over what stands under these keys in another state of the same device. Records are merged,
    /// since both may hold writes that the other has not; of all else the other state's stands.
    pub fn carry(&mut self, from: &Self, keys: &[Key]) {
        for key in keys {
            match key {
                Key::Plan(id) => replace(&mut self.plans, &from.plans, id),
                Key::Roster(id) => replace(&mut self.rosters, &from.rosters, id),
                Key::Record(id) => match (self.records.get_mut(id), from.records.get(id)) {
                    (Some(here), Some(there)) => here.merge(there),
                    _ => replace(&mut self.records, &from.records, id),
                },
                Key::Remarks(id) => replace(&mut self.remarks, &from.remarks, id),
                Key::Settings => self.settings.clone_from(&from.settings),
                Key::Device => self.device.clone_from(&from.device),
                Key::Draft | Key::Edits => self.draft.clone_from(&from.draft),
                Key::SigningKey => self.signing_key.clone_from(&from.signing_key),
                Key::LastImport => self.last_import.clone_from(&from.last_import),
            }
        }
    }
}

fn replace<K: Ord + Clone, V: Clone>(here: &mut SortedMap<K, V>, there: &SortedMap<K, V>, key: &K) {
    match there.get(key) {
        Some(value) => {
            here.insert(key.clone(), value.clone());
        }
        None => {
            here.remove(key);
        }
    }
}
