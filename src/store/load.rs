//! Loading: of each key the newest text that can be read is taken; what cannot is set aside and told,
//! never overwritten. What a newer version wrote is shown as far as it is understood, and stays as it is.

use super::packed::unpacked;
use super::read::ReadTexts;
use super::save::put;
use super::slots::{Slot, State};
use super::{ASIDE, Slots, Store, StoreError};
use crate::domain::{DeviceId, Plan, Roster};
use crate::draft::{Draft, Origin};
use crate::file::{FileError, Kind, open, open_newer};
use crate::workspace::{Key, Workspace};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// What came of loading.
#[derive(Debug)]
pub struct Loaded {
    pub workspace: Workspace,
    /// Keys that must not be written: they hold something newer, or damage that could not be moved.
    pub locked: Vec<Key>,
    /// Texts that could not be read, those of earlier starts included.
    pub aside: Vec<Aside>,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it is kept now.
    pub kept_at: String,
    /// Where it was found.
    pub found_at: String,
    pub text: String,
    /// Why it could not be read; `None` for one of an earlier start.
    pub error: Option<FileError>,
}

/// Loads all that a store holds. A device that is new here takes the identity `fresh`.
///
/// # Errors
/// A [`StoreError`] when the store cannot be read at all.
pub fn load(store: &dyn Store, fresh: DeviceId) -> Result<Loaded, StoreError> {
    load_on(store, fresh, &mut ReadTexts::default())
}

/// Loads all that a store holds; what is known of it and was not written since is not read again.
pub(super) fn load_on(
    store: &dyn Store,
    fresh: DeviceId,
    read: &mut ReadTexts,
) -> Result<Loaded, StoreError> {
    let mut loaded = Loaded {
        workspace: Workspace::empty(fresh),
        locked: Vec::new(),
        aside: Vec::new(),
    };
    let slots = Slots::new(store);
    for (name, places) in slots.places()? {
        if let Some(key) = Key::parse(&name) {
            if !read.take(store, &key, &places, &mut loaded.workspace)? {
                let is_clear = loaded.settle(store, &key, slots.of(&name)?);
                read.note(store, &key, is_clear.then_some(&loaded.workspace))?;
            }
        } else if let Some(found_at) = found_at(&name)
            && let Some(text) = store.get(&name)?
        {
            loaded.aside.push(Aside {
                found_at: found_at.to_owned(),
                kept_at: name,
                text,
                error: None,
            });
        }
    }
    Ok(loaded)
}

/// Reads what stands under a key alone and whole, and changes nothing in the store; says whether there was such a text.
pub(super) fn read_whole(
    store: &dyn Store,
    key: &Key,
    workspace: &mut Workspace,
) -> Result<bool, StoreError> {
    let slots = Slots::new(store).of(&key.to_string())?;
    Ok(matches!(&*slots, [slot] if take_slot(workspace, key, slot).is_ok()))
}

/// Puts a stored text into the workspace; of a newer version, what can be understood of it.
fn take(workspace: &mut Workspace, key: &Key, text: &str, is_newer: bool) -> Result<(), FileError> {
    let unpacked = unpacked(text).transpose()?;
    let text = Stored {
        text: unpacked.as_deref().unwrap_or(text),
        is_newer,
    };
    match key {
        Key::Plan(id) => {
            let plan = text.open::<Plan>(Kind::Plan)?;
            workspace.plans.insert(id.clone(), Arc::new(plan));
        }
        Key::Roster(id) => {
            let roster = text.open::<Roster>(Kind::Roster)?;
            workspace.rosters.insert(id.clone(), Arc::new(roster));
        }
        Key::Record(id) => {
            workspace
                .records
                .insert(id.clone(), text.open(Kind::Record)?);
        }
        Key::Remarks(id) => {
            workspace
                .remarks
                .insert(id.clone(), text.open(Kind::Remarks)?);
        }
        Key::Draft => workspace.draft = Some(Draft::from(text.open::<Origin>(Kind::Draft)?)),
        // Keys come in order, so what is corrected is there already.
        Key::Edits => {
            let edits = text.open(Kind::Edits)?;
            if let Some(draft) = workspace.draft.take() {
                workspace.draft = Some(Draft::resumed(draft.origin().clone(), edits));
            }
        }
        Key::LastImport => workspace.last_import = Some(Box::new(text.open(Kind::LastImport)?)),
        Key::SigningKey => workspace.signing_key = Some(text.open(Kind::SigningKey)?),
        Key::Settings => workspace.settings = text.open(Kind::Settings)?,
        Key::Device => workspace.device = DeviceId::new(text.text),
    }
    Ok(())
}

struct Stored<'a> {
    text: &'a str,
    is_newer: bool,
}

impl Stored<'_> {
    fn open<T: DeserializeOwned>(&self, kind: Kind) -> Result<T, FileError> {
        if self.is_newer {
            open_newer(kind, self.text).ok_or(FileError::Damaged)
        } else {
            open(kind, self.text)
        }
    }
}

/// Puts what a slot holds into the workspace.
fn take_slot(workspace: &mut Workspace, key: &Key, slot: &Slot) -> Result<(), FileError> {
    if matches!(slot.state, State::Whole { .. }) {
        return take(workspace, key, slot.text(), false);
    }
    // It is not taken, whatever it is; but what says that it is newer must be known for that.
    let mut nowhere = Workspace::empty(workspace.device.clone());
    let error = take(&mut nowhere, key, slot.text(), false).err();
    Err(error.unwrap_or(FileError::Damaged))
}

impl Aside {
    /// Says whether it was set aside; what could not be is still where it was found.
    #[must_use]
    pub fn is_set_aside(&self) -> bool {
        self.kept_at.starts_with(ASIDE)
    }
}

impl Loaded {
    /// Takes the newest text of a key that can be read, and deals with those before it that cannot; says whether there
    /// were none.
    fn settle(&mut self, store: &dyn Store, key: &Key, slots: Vec<Slot>) -> bool {
        let mut refused = Vec::new();
        let mut is_taken = false;
        for slot in slots {
            match take_slot(&mut self.workspace, key, &slot) {
                Ok(()) => {
                    is_taken = true;
                    break;
                }
                Err(error @ FileError::TooNew { .. }) => {
                    // What cannot be understood is not shown; it stays where it is all the same.
                    let _ = take(&mut self.workspace, key, slot.text(), true);
                    refused.push((slot, error));
                    break;
                }
                Err(error) => refused.push((slot, error)),
            }
        }
        // What is torn beside a whole text was never saved; the next save clears it.
        refused.retain(|(slot, _)| !is_taken || slot.state != State::Torn);
        let is_clear = refused.is_empty();
        for (slot, error) in refused {
            self.refuse(store, key, slot, error);
        }
        is_clear
    }

    /// Sets a text aside that could not be read. What a newer version wrote stays where it is.
    fn refuse(&mut self, store: &dyn Store, key: &Key, slot: Slot, error: FileError) {
        let found_at = key.to_string();
        let moved = match error {
            FileError::TooNew { .. } => None,
            _ => set_aside(store, &slot, &found_at).ok(),
        };
        if moved.is_none() && !self.locked.contains(key) {
            self.locked.push(key.clone());
        }
        self.aside.push(Aside {
            kept_at: moved.unwrap_or(slot.place),
            found_at,
            text: slot.raw,
            error: Some(error),
        });
    }
}

/// Copies what a slot holds to a free place, and only then takes it from where it was found.
fn set_aside(store: &dyn Store, slot: &Slot, found_at: &str) -> Result<String, StoreError> {
    let mut number = 1_u32;
    let kept_at = loop {
        let name = format!("{ASIDE}{number}/{found_at}");
        if store.get(&name)?.is_none() {
            break name;
        }
        number += 1;
    };
    put(store, &kept_at, &slot.raw)?;
    if let Err(error) = store.remove(&slot.place) {
        // One copy is enough; it stays where it was found.
        store.remove(&kept_at)?;
        return Err(error);
    }
    Ok(kept_at)
}

fn found_at(name: &str) -> Option<&str> {
    name.strip_prefix(ASIDE)?
        .split_once('/')
        .map(|(_, found_at)| found_at)
}
