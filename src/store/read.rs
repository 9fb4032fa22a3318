//! What was read of records: there may be thousands, and most stay as they are while the store changes.

use super::load::read_whole;
use super::{Slots, Store, StoreError};
use crate::domain::DeviceId;
use crate::progress::Record;
use crate::sorted::SortedMap;
use crate::workspace::{Key, RecordId, Workspace};
use std::vec::IntoIter;

/// Records as they were last read or written, each with what tells whether its text is still the same.
#[derive(Debug, Default)]
pub(super) struct ReadRecords(SortedMap<RecordId, Read>);

#[derive(Debug)]
struct Read {
    place: String,
    /// The line before the text, which has its number, its length and its sum.
    head: String,
    record: Record,
}

/// Reads the records of a store one by one, before all is loaded.
#[derive(Debug)]
pub(super) struct Ahead(IntoIter<String>);

impl Ahead {
    pub(super) fn of(store: &dyn Store) -> Result<Self, StoreError> {
        Ok(Self(Slots::new(store).keys()?.into_iter()))
    }

    /// Reads the next one; says whether there was one.
    pub(super) fn step(
        &mut self,
        store: &dyn Store,
        read: &mut ReadRecords,
    ) -> Result<bool, StoreError> {
        let is_record = |key: &Key| matches!(key, Key::Record(_));
        let key = self.0.find_map(|name| Key::parse(&name).filter(is_record));
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

impl ReadRecords {
    /// Puts a record into a workspace without reading it; says whether its text is the one that is known.
    pub(super) fn take(
        &self,
        store: &dyn Store,
        key: &Key,
        places: &[String],
        workspace: &mut Workspace,
    ) -> Result<bool, StoreError> {
        let (Key::Record(id), [place]) = (key, places) else {
            return Ok(false);
        };
        let Some(read) = self.0.get(id).filter(|read| read.place == *place) else {
            return Ok(false);
        };
        if store.head(place)?.as_ref() != Some(&read.head) {
            return Ok(false);
        }
        workspace.records.insert(id.clone(), read.record.clone());
        Ok(true)
    }

    /// Notes how a record of a workspace stands in a store now; without one, that it is not known.
    pub(super) fn note(
        &mut self,
        store: &dyn Store,
        key: &Key,
        workspace: Option<&Workspace>,
    ) -> Result<(), StoreError> {
        let Key::Record(id) = key else {
            return Ok(());
        };
        let alone = Slots::new(store).alone(&key.to_string())?;
        let record = workspace.and_then(|workspace| workspace.records.get(id));
        match (record, alone) {
            (Some(record), Some((place, head))) => {
                let record = record.clone();
                let read = Read {
                    place,
                    head,
                    record,
                };
                self.0.insert(id.clone(), read);
            }
            _ => self.0.remove(id),
        }
        Ok(())
    }
}
