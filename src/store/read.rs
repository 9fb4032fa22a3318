//! What was read of a store: plans, records by the thousand, and what grows with them. Most of it stays as it is while
//! the store changes.

use super::load::read_whole;
use super::{Slots, Store, StoreError};
use crate::domain::DeviceId;
use crate::sorted::SortedMap;
use crate::workspace::{Key, Workspace};
use std::vec::IntoIter;

/// What was last read or written under some keys, each with what tells whether its text is still the same.
#[derive(Debug)]
pub(super) struct ReadTexts {
    /// Of each its place, and the line before the text, which has its number, its length and its sum.
    heads: SortedMap<Key, (String, String)>,
    known: Workspace,
}

/// Reads what is to be remembered of a store text by text, before all is loaded.
#[derive(Debug)]
pub(super) struct Ahead(IntoIter<String>);

impl Ahead {
    /// Records come first: when they are read, the browser has made fast what reads the larger texts behind them.
    pub(super) fn of(store: &dyn Store) -> Result<Self, StoreError> {
        let names = Slots::new(store).keys()?;
        let is_record = |name: &String| matches!(Key::parse(name), Some(Key::Record(_)));
        let (mut names, others): (Vec<_>, Vec<_>) = names.into_iter().partition(is_record);
        names.extend(others);
        Ok(Self(names.into_iter()))
    }

    /// Reads the next one; says whether there was one.
    pub(super) fn step(
        &mut self,
        store: &dyn Store,
        read: &mut ReadTexts,
    ) -> Result<bool, StoreError> {
        let key = self
            .0
            .find_map(|name| Key::parse(&name).filter(is_remembered));
        let Some(key) = key else {
            return Ok(false);
        };
        let mut found = Workspace::empty(DeviceId::new(""));
        // Whatever is odd is dealt with when all is loaded.
        if read_whole(store, &key, &mut found)? {
            read.note(store, &key, Some(&found))?;
        }
        Ok(true)
    }
}

/// The others are small, or are hardly ever there.
fn is_remembered(key: &Key) -> bool {
    matches!(
        key,
        Key::Plan(_) | Key::Record(_) | Key::Roster(_) | Key::Settings | Key::LastImport
    )
}

impl Default for ReadTexts {
    fn default() -> Self {
        Self {
            heads: SortedMap::new(),
            known: Workspace::empty(DeviceId::new("")),
        }
    }
}

impl ReadTexts {
    /// Puts what stands under a key into a workspace without reading it; says whether its text is the one that is
    /// known.
    pub(super) fn take(
        &self,
        store: &dyn Store,
        key: &Key,
        places: &[String],
        workspace: &mut Workspace,
    ) -> Result<bool, StoreError> {
        let (Some((place, head)), [only]) = (self.heads.get(key), places) else {
            return Ok(false);
        };
        if place != only || store.head(place)?.as_ref() != Some(head) {
            return Ok(false);
        }
        workspace.carry(&self.known, std::slice::from_ref(key));
        Ok(true)
    }

    /// Notes how what a workspace has under a key stands in a store now; without one, that it is not known.
    pub(super) fn note(
        &mut self,
        store: &dyn Store,
        key: &Key,
        workspace: Option<&Workspace>,
    ) -> Result<(), StoreError> {
        if !is_remembered(key) {
            return Ok(());
        }
        let alone = Slots::new(store).alone(&key.to_string())?;
        let (Some(workspace), Some(head)) = (workspace, alone) else {
            self.heads.remove(key);
            return Ok(());
        };
        match key {
            // It takes the place of what was, and is not merged with it.
            Key::Record(id) => {
                let record = workspace.records.get(id).cloned().unwrap_or_default();
                self.known.records.insert(id.clone(), record);
            }
            _ => self.known.carry(workspace, std::slice::from_ref(key)),
        }
        self.heads.insert(key.clone(), head);
        Ok(())
    }
}
