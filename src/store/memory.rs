//! The in-memory twin: for tests, and for a browser that keeps nothing.

use super::{Store, StoreError};
use crate::sorted::SortedMap;
use std::cell::RefCell;

/// A store that lasts as long as the page.
#[derive(Debug)]
pub struct MemoryStore {
    texts: RefCell<SortedMap<String, String>>,
    /// The room for keys and texts together, in characters.
    room: usize,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::with_room(usize::MAX)
    }
}

impl MemoryStore {
    /// Makes a store with room for so many characters, as browsers count them.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self {
            texts: RefCell::default(),
            room,
        }
    }

    fn taken_without(&self, key: &str) -> usize {
        let texts = self.texts.borrow();
        texts
            .iter()
            .filter(|(known, _)| *known != key)
            .map(|(known, text)| size(known, text))
            .sum()
    }
}

fn size(key: &str, text: &str) -> usize {
    key.chars().count() + text.chars().count()
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(&key.to_owned()).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if self.taken_without(key).saturating_add(size(key, text)) > self.room {
            return Err(StoreError::Full);
        }
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(&key.to_owned());
        Ok(())
    }
}
