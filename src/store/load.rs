//! Loading: what can be read is taken, what cannot is set aside and told, never overwritten.

use super::save::put;
use super::{Store, StoreError};
use crate::domain::DeviceId;
use crate::draft::{Draft, Origin};
use crate::file::{FileError, Kind, open};
use crate::sorted::sort_by;
use crate::workspace::{Key, Workspace};

/// Keys that begin so hold damaged texts that were set aside.
const ASIDE: &str = "damaged/";

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
    let mut loaded = Loaded {
        workspace: Workspace::empty(fresh),
        locked: Vec::new(),
        aside: Vec::new(),
    };
    let mut names = store.keys()?;
    sort_by(&mut names, |a, b| a < b);
    for name in names {
        let Some(text) = store.get(&name)? else {
            continue;
        };
        if let Some(found_at) = found_at(&name) {
            loaded.aside.push(Aside {
                found_at: found_at.to_owned(),
                kept_at: name,
                text,
                error: None,
            });
        } else if let Some(key) = Key::parse(&name)
            && let Err(error) = take(&mut loaded.workspace, &key, &text)
        {
            loaded.refuse(store, key, text, error);
        }
    }
    Ok(loaded)
}

/// Puts a stored text into the workspace.
fn take(workspace: &mut Workspace, key: &Key, text: &str) -> Result<(), FileError> {
    match key {
        Key::Plan(id) => {
            workspace.plans.insert(id.clone(), open(Kind::Plan, text)?);
        }
        Key::Roster(id) => {
            workspace
                .rosters
                .insert(id.clone(), open(Kind::Roster, text)?);
        }
        Key::Record(id) => {
            workspace
                .records
                .insert(id.clone(), open(Kind::Record, text)?);
        }
        Key::Draft => workspace.draft = Some(Draft::from(open::<Origin>(Kind::Draft, text)?)),
        // Keys come in order, so what is corrected is there already.
        Key::Edits => {
            let edits = open(Kind::Edits, text)?;
            if let Some(draft) = workspace.draft.take() {
                workspace.draft = Some(Draft::resumed(draft.origin().clone(), edits));
            }
        }
        Key::LastImport => workspace.last_import = Some(Box::new(open(Kind::LastImport, text)?)),
        Key::Settings => workspace.settings = open(Kind::Settings, text)?,
        Key::Device => workspace.device = DeviceId::new(text),
    }
    Ok(())
}

impl Loaded {
    /// Sets a text aside that could not be read. What a newer version wrote stays where it is.
    fn refuse(&mut self, store: &dyn Store, key: Key, text: String, error: FileError) {
        let found_at = key.to_string();
        let moved = match error {
            FileError::TooNew { .. } => None,
            _ => set_aside(store, &found_at, &text).ok(),
        };
        if moved.is_none() {
            self.locked.push(key);
        }
        self.aside.push(Aside {
            kept_at: moved.unwrap_or_else(|| found_at.clone()),
            found_at,
            text,
            error: Some(error),
        });
    }
}

/// Copies a text to a free place, and only then takes it from where it was found.
fn set_aside(store: &dyn Store, found_at: &str, text: &str) -> Result<String, StoreError> {
    let mut number = 1_u32;
    let kept_at = loop {
        let name = format!("{ASIDE}{number}/{found_at}");
        if store.get(&name)?.is_none() {
            break name;
        }
        number += 1;
    };
    put(store, &kept_at, text)?;
    if let Err(error) = store.remove(found_at) {
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
