//! What keeps a workspace in a store while it changes: what could not be saved waits for the next
//! change, and what must not be written is left alone.

use super::load::load_on;
use super::read::{Ahead, ReadTexts};
use super::save::put;
use super::{
    ASIDE, Aside, Loaded, Reason, Room, Slots, Snapshots, Store, StoreError, gists_of, save,
};
use crate::domain::Moment;
use crate::file::FileError;
use crate::front::{self, Front, List};
use crate::sorted::SortedMap;
use crate::workspace::{Action, Import, Key, Workspace};

/// Where a store keeps the name that it was given when it was begun: without it, or with another, it was
/// cleared since.
const NAME: &str = "store";

/// Where it keeps the version of the app that used it last.
const VERSION: &str = "version";

/// A store, and what is not in it yet.
pub struct Keeper {
    store: Box<dyn Store>,
    locked: Vec<Key>,
    unsaved: Vec<Key>,
    /// What was found damaged since the app was opened. Loaded anew it looks like that of an earlier start.
    found: Vec<Aside>,
    /// The name of the store that was loaded.
    name: Option<String>,
    read: ReadTexts,
    /// What is still to be read before all is loaded; `None` before it begins.
    ahead: Option<Ahead>,
}

impl Keeper {
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            locked: Vec::new(),
            unsaved: Vec::new(),
            found: Vec::new(),
            name: None,
            read: ReadTexts::default(),
            ahead: None,
        }
    }

    /// Reads records, and what grows with them, for as long as `go_on` says, so that to load takes little time then;
    /// says whether all are read. What fails is dealt with by [`load`](Self::load).
    pub fn read_ahead(&mut self, mut go_on: impl FnMut() -> bool) -> bool {
        let store = self.store.as_ref();
        if self.ahead.is_none() {
            self.ahead = Ahead::of(store).ok();
        }
        let Some(ahead) = &mut self.ahead else {
            return true;
        };
        while go_on() {
            if !matches!(ahead.step(store, &mut self.read), Ok(true)) {
                return true;
            }
        }
        false
    }

    /// Loads all that the store holds, as [`load`]. What could not be saved of the workspace is carried
    /// over.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(&mut self, before: &Workspace) -> Result<Loaded, StoreError> {
        let fresh = before.device.clone();
        let mut loaded = load_on(self.store.as_ref(), fresh, &mut self.read)?;
        self.locked.clone_from(&loaded.locked);
        loaded.workspace.carry(before, &self.unsaved);
        for aside in &mut loaded.aside {
            let known = |found: &&Aside| found.kept_at == aside.kept_at;
            if let Some(found) = self.found.iter().find(known) {
                aside.error.clone_from(&found.error);
            }
        }
        self.found.clone_from(&loaded.aside);
        if self.name.is_none() {
            self.name = self.store.get(NAME)?;
        }
        Ok(loaded)
    }

    /// Begins to write: gives the store a name if it has none, and takes a snapshot of what another version
    /// of the app left.
    ///
    /// # Errors
    /// As [`Snapshots::take`].
    pub fn begin(&mut self, workspace: &Workspace, now: Moment) -> Result<(), StoreError> {
        if self.name.is_none() {
            self.name = named(self.store.as_ref(), workspace.device.to_string());
        }
        let version = env!("CARGO_PKG_VERSION");
        if self.store.get(VERSION)?.as_deref() == Some(version) {
            return Ok(());
        }
        let taken = if workspace.plans.is_empty() && workspace.records.is_empty() {
            Ok(())
        } else {
            self.snapshots().take(workspace, Reason::Update, now)
        };
        // Where this is not kept, the next start looks once more and finds nothing new.
        let _ = put(self.store.as_ref(), VERSION, version);
        taken
    }

    /// Says whether this version of the app has begun to write in the store before.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        let version = self.store.get(VERSION);
        self.name.is_some()
            && version.is_ok_and(|it| it.as_deref() == Some(env!("CARGO_PKG_VERSION")))
    }

    /// Says whether somebody cleared the store under the running app, whatever was begun in it since.
    #[must_use]
    pub fn was_cleared(&self) -> bool {
        let found = self.store.get(NAME);
        self.name.is_some() && found.is_ok_and(|found| found != self.name)
    }

    /// Where the store was cleared under the running app, all that is in memory waits to be saved,
    /// together with what was begun in the store since. Returns the workspace that has both.
    pub fn recover(&mut self, here: &Workspace, now: Moment) -> Option<Workspace> {
        if !self.was_cleared() {
            return None;
        }
        let mut both = here.clone();
        self.name = None;
        if let Ok(there) = self.load(here) {
            self.name = named(self.store.as_ref(), here.device.to_string());
            let import = Import {
                backups: vec![there.workspace.backup()],
                ..Import::default()
            };
            // An import is never refused, and one that brings nothing changes nothing.
            let _ = both.apply(Action::Import(import), now);
        }
        self.unsaved = both.keys();
        Some(both)
    }

    /// Lets what stands under the keys be saved with what is kept next.
    pub fn owe(&mut self, keys: Vec<Key>) {
        let anew: SortedMap<&Key, ()> = keys.iter().map(|key| (key, ())).collect();
        self.unsaved.retain(|known| !anew.contains_key(&known));
        self.unsaved.extend(keys);
    }

    /// Saves what stands under the keys, and what could not be saved before. Returns the first fault;
    /// what met one waits for the next call.
    pub fn keep(
        &mut self,
        workspace: &Workspace,
        keys: Vec<Key>,
        now: Moment,
    ) -> Option<StoreError> {
        self.owe(keys);
        let mut fault = None;
        for key in std::mem::take(&mut self.unsaved) {
            if let Err(error) = self.save(workspace, &key, now) {
                fault = fault.or(Some(error));
                self.unsaved.push(key);
            }
        }
        fault
    }

    /// Saves what waits to be saved, for as long as `go_on` says. Returns the first fault, at which it ends, and whether
    /// nothing is left.
    pub fn keep_on(
        &mut self,
        workspace: &Workspace,
        now: Moment,
        mut go_on: impl FnMut() -> bool,
    ) -> (Option<StoreError>, bool) {
        let mut waiting = std::mem::take(&mut self.unsaved).into_iter();
        let mut fault = None;
        while fault.is_none() && go_on() {
            let Some(key) = waiting.next() else {
                break;
            };
            if let Err(error) = self.save(workspace, &key, now) {
                fault = Some(error);
                self.unsaved.push(key);
            }
        }
        self.unsaved.extend(waiting);
        (fault, self.unsaved.is_empty())
    }

    /// Keeps the front beside what it is made of, and what lists show of the records on it within those. It is no work
    /// of anybody's: where it cannot be kept, the next start reads everything.
    pub fn keep_front(&mut self, workspace: &Workspace, front: &Front, now: Moment) {
        let records = front.lists.iter().filter_map(List::record);
        for id in records.filter(|id| workspace.records.contains_key(id)) {
            let key = Key::Record(id);
            if !self.tells_gists(&key) {
                let _ = self.save(workspace, &key, now);
            }
        }
        // What a newer version wrote is not understood whole, so it is not shown before all is read.
        let kept = if self.has_newer() {
            Err(StoreError::Locked)
        } else {
            front::keep(self.store.as_ref(), front)
        };
        if kept.is_err() {
            let _ = front::forget(self.store.as_ref());
        }
    }

    fn tells_gists(&self, key: &Key) -> bool {
        let text = Slots::new(self.store.as_ref()).get(&key.to_string());
        matches!(text, Ok(Some(text)) if gists_of(&text).is_some())
    }

    /// Keeps what takes an import back, before anything else of it is saved. `ahead` is what the import
    /// would leave; where this fails, it must not be taken in.
    ///
    /// # Errors
    /// As [`save`].
    pub fn keep_way_back(&mut self, ahead: &Workspace, now: Moment) -> Result<(), StoreError> {
        let kept = self.save(ahead, &Key::LastImport, now);
        // A store that failed halfway may hold what was not taken in; what stands is to be saved again.
        if let Err(error) = &kept
            && !matches!(error, StoreError::Full | StoreError::Locked)
        {
            self.unsaved.retain(|known| *known != Key::LastImport);
            self.unsaved.push(Key::LastImport);
        }
        kept
    }

    /// Says whether the store holds what a newer version of the app wrote.
    #[must_use]
    pub fn has_newer(&self) -> bool {
        self.found.iter().any(is_newer)
    }

    /// Says whether a newer version of the app wrote what stands under a key.
    #[must_use]
    pub fn is_newer(&self, key: &Key) -> bool {
        let key = key.to_string();
        let mut newer = self.found.iter().filter(|found| is_newer(found));
        newer.any(|found| found.found_at == key)
    }

    /// Returns the store itself, for what is kept beside the workspace.
    #[must_use]
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// Measures the room that the stored texts take.
    #[must_use]
    pub fn room(&self) -> Room {
        Room::of(self.store.as_ref())
    }

    #[must_use]
    pub fn snapshots(&self) -> Snapshots<'_> {
        Snapshots::new(self.store.as_ref())
    }

    /// Removes the damaged texts that were set aside. What could not be set aside stays.
    ///
    /// # Errors
    /// The first [`StoreError`] that one of them met.
    pub fn forget_damaged(&self) -> Result<(), StoreError> {
        let names = self.store.keys()?;
        let mut damaged = names.iter().filter(|name| name.starts_with(ASIDE));
        damaged.try_for_each(|name| self.store.remove(name))
    }

    /// Saves what stands under one key, at once or not at all. Snapshots give way to it.
    fn save(&mut self, workspace: &Workspace, key: &Key, now: Moment) -> Result<(), StoreError> {
        if self.locked.contains(key) {
            return Err(StoreError::Locked);
        }
        loop {
            match save(self.store.as_ref(), workspace, key, now) {
                Err(StoreError::Full) if self.snapshots().drop_oldest() => {}
                Ok(()) => {
                    // Where this fails, it is read again.
                    let _ = self.read.note(self.store.as_ref(), key, Some(workspace));
                    return Ok(());
                }
                outcome => return outcome,
            }
        }
    }
}

fn is_newer(found: &Aside) -> bool {
    matches!(found.error, Some(FileError::TooNew { .. }))
}

/// Returns the name of a store; one that has none is given one.
fn named(store: &dyn Store, fresh: String) -> Option<String> {
    let known = store.get(NAME).ok()?;
    known.or_else(|| put(store, NAME, &fresh).ok().map(|()| fresh))
}
