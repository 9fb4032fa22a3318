//! What keeps a workspace in a store while it changes: what could not be saved waits for the next
//! change, and what must not be written is left alone.

use super::{Loaded, Store, StoreError, load, save};
use crate::domain::{DeviceId, Moment};
use crate::workspace::{Key, Workspace};

/// A store, and what is not in it yet.
pub struct Keeper {
    store: Box<dyn Store>,
    locked: Vec<Key>,
    unsaved: Vec<Key>,
}

impl Keeper {
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            locked: Vec::new(),
            unsaved: Vec::new(),
        }
    }

    /// Loads all that the store holds, as [`load`].
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(&mut self, fresh: DeviceId) -> Result<Loaded, StoreError> {
        let loaded = load(self.store.as_ref(), fresh)?;
        self.locked.clone_from(&loaded.locked);
        Ok(loaded)
    }

    /// Saves what stands under the keys, and what could not be saved before. Returns the first fault;
    /// what met one waits for the next call.
    pub fn keep(
        &mut self,
        workspace: &Workspace,
        keys: Vec<Key>,
        now: Moment,
    ) -> Option<StoreError> {
        self.unsaved.retain(|known| !keys.contains(known));
        self.unsaved.extend(keys);
        let mut fault = None;
        for key in std::mem::take(&mut self.unsaved) {
            if let Err(error) = self.save(workspace, &key, now) {
                fault = fault.or(Some(error));
                self.unsaved.push(key);
            }
        }
        fault
    }

    /// Saves what stands under one key, at once or not at all.
    ///
    /// # Errors
    /// As [`save`]; [`StoreError::Locked`] for what must not be written.
    pub fn save(&self, workspace: &Workspace, key: &Key, now: Moment) -> Result<(), StoreError> {
        if self.locked.contains(key) {
            return Err(StoreError::Locked);
        }
        save(self.store.as_ref(), workspace, key, now)
    }

    /// Says whether there is something that could not be saved.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Returns how many characters the stored texts take, keys included.
    #[must_use]
    pub fn room_taken(&self) -> usize {
        let names = self.store.keys().unwrap_or_default();
        let size = |name: &String| {
            let text = self.store.get(name).ok().flatten().unwrap_or_default();
            name.chars().count() + text.chars().count()
        };
        names.iter().map(size).sum()
    }
}
