//! Saving: each key is one small text in a slot, written and read back.

use super::gists::with_gists;
use super::packed::packed;
use super::{Slots, Store, StoreError};
use crate::domain::Moment;
use crate::file::{FileError, Kind, seal};
use crate::workspace::{Key, Workspace};

/// Saves what stands under a key now; a key whose content is gone is taken away.
///
/// # Errors
/// A [`StoreError`] when the text is not kept as it was written, or not alone. Then what was stored
/// before is still there, or else the new text is, whole.
pub fn save(
    store: &dyn Store,
    workspace: &Workspace,
    key: &Key,
    now: Moment,
) -> Result<(), StoreError> {
    let name = key.to_string();
    let slots = Slots::new(store);
    let Some(text) = text(workspace, key, now) else {
        return slots.remove(&name);
    };
    let text = text.map_err(|error| StoreError::Other(error.to_string()))?;
    slots.set(&name, &in_little_room(workspace, key, text))
}

/// What is larger, in bytes, is packed whatever it is: the rosters of a province, and when its reports came.
const LARGE: usize = 100_000;

/// Packs what there may be much of; but for one's own records, which the first screens read.
fn in_little_room(workspace: &Workspace, key: &Key, text: String) -> String {
    let is_much = match key {
        Key::Record(id) => !workspace.is_me(&id.plan, &id.unit),
        Key::Plan(_) | Key::LastImport => true,
        _ => text.len() > LARGE,
    };
    let packed = is_much.then(|| packed(&text)).flatten();
    packed.unwrap_or(text)
}

/// Writes a text and reads it back.
pub(crate) fn put(store: &dyn Store, name: &str, text: &str) -> Result<(), StoreError> {
    store.set(name, text)?;
    if store.get(name)?.as_deref() == Some(text) {
        Ok(())
    } else {
        Err(StoreError::NotKept)
    }
}

fn text(workspace: &Workspace, key: &Key, now: Moment) -> Option<Result<String, FileError>> {
    match key {
        Key::Plan(id) => workspace
            .plans
            .get(id)
            .map(|plan| seal(Kind::Plan, plan, now)),
        Key::Roster(id) => workspace
            .rosters
            .get(id)
            .map(|roster| seal(Kind::Roster, roster, now)),
        Key::Record(id) => workspace.records.get(id).map(|record| {
            let sealed = seal(Kind::Record, record, now)?;
            Ok(if workspace.is_me(&id.plan, &id.unit) {
                with_gists(sealed, record)
            } else {
                sealed
            })
        }),
        Key::Remarks(id) => workspace
            .remarks
            .get(id)
            .map(|remarks| seal(Kind::Remarks, remarks, now)),
        Key::Draft => workspace
            .draft
            .as_ref()
            .map(|draft| seal(Kind::Draft, draft.origin(), now)),
        Key::Edits => workspace
            .draft
            .as_ref()
            .filter(|draft| !draft.edits().is_empty())
            .map(|draft| seal(Kind::Edits, &draft.edits(), now)),
        Key::LastImport => workspace
            .last_import
            .as_ref()
            .map(|last| seal(Kind::LastImport, last.as_ref(), now)),
        Key::SigningKey => workspace
            .signing_key
            .as_ref()
            .map(|key| seal(Kind::SigningKey, key, now)),
        Key::Settings => Some(seal(Kind::Settings, &workspace.settings, now)),
        Key::Device => Some(Ok(workspace.device.to_string())),
    }
}
