//! Automatic snapshots: backups that the app keeps for itself before a change that is hard to take back.
//! They stand in the store alone, each under a name that tells all but its text, and give way to
//! everything else.

use super::room::{ROOM, SHORT};
use super::save::put;
use super::{Kept, Room, SNAPSHOT, Store, StoreError};
use crate::domain::Moment;
use crate::file::{Kind, seal_from};
use crate::sorted::sort_by;
use crate::workspace::{Action, Workspace};
use std::fmt;

/// So many are kept at most, and so many characters of them.
pub const MOST: usize = 5;
pub const MOST_ROOM: usize = 1_500_000;

/// No write is shorter in a snapshot, in characters.
const SHORTEST: usize = 80;

/// With snapshots no more than this is taken: they never make room short.
const FREE_TO_FILL: usize = ROOM / 100 * (SHORT - 1);

/// The snapshots of a store.
pub struct Snapshots<'a>(&'a dyn Store);

/// A snapshot that is kept, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Counts up, whatever clocks say.
    number: u64,
    pub at: Moment,
    pub reason: Reason,
}

/// Before what a snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Import,
    Restore,
    /// The removal of a plan for good.
    Removal,
    /// A merger, a split, or a unit taken out of a group.
    Units,
    /// The first start of another version of the app.
    Update,
}

impl<'a> Snapshots<'a> {
    #[must_use]
    pub fn new(store: &'a dyn Store) -> Self {
        Self(store)
    }

    /// Returns all that are kept, the oldest first. No text is read.
    #[must_use]
    pub fn list(&self) -> Vec<Snapshot> {
        let names = self.0.keys().unwrap_or_default();
        let mut all: Vec<_> = names
            .iter()
            .filter_map(|name| Snapshot::parse(name))
            .collect();
        sort_by(&mut all, |one, other| one.number < other.number);
        all
    }

    /// Returns the text of one: that of a backup.
    #[must_use]
    pub fn text(&self, snapshot: &Snapshot) -> Option<String> {
        self.0.get(&snapshot.to_string()).ok().flatten()
    }

    /// Returns how many characters one takes, its name included.
    #[must_use]
    pub fn size(&self, snapshot: &Snapshot) -> usize {
        let name = snapshot.to_string();
        name.chars().count() + self.0.size(&name).unwrap_or_default()
    }

    /// Keeps the workspace as it is, unless the latest snapshot holds the same. The oldest ones make
    /// room for it; one that has no place even so is not kept, and costs no other.
    ///
    /// # Errors
    /// [`StoreError::Full`] where there is no room; another [`StoreError`] when it is not kept as written.
    pub fn take(
        &self,
        workspace: &Workspace,
        reason: Reason,
        now: Moment,
    ) -> Result<(), StoreError> {
        if is_beyond(workspace) {
            return Err(StoreError::Full);
        }
        let office = Some(workspace.office());
        let text = seal_from(Kind::Backup, &workspace.backup(), now, office)
            .map_err(|error| StoreError::Other(error.to_string()))?;
        let known = self.list();
        let latest = known.last();
        if latest.is_some_and(|latest| self.holds(latest, &text)) {
            return Ok(());
        }
        let snapshot = Snapshot {
            number: latest.map_or(0, |latest| latest.number).saturating_add(1),
            at: now,
            reason,
        };
        self.make_room(known, snapshot.to_string().len() + text.chars().count())?;
        self.write(&snapshot, &text)
    }

    /// Removes one and looks whether it is gone.
    ///
    /// # Errors
    /// A [`StoreError`] when it stays.
    pub fn remove(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let name = snapshot.to_string();
        self.0.remove(&name)?;
        match self.0.get(&name)? {
            None => Ok(()),
            Some(_) => Err(StoreError::NotKept),
        }
    }

    /// Removes the oldest one; says whether there was one and it is gone.
    pub(super) fn drop_oldest(&self) -> bool {
        let oldest = self.list().into_iter().next();
        oldest.is_some_and(|oldest| self.remove(&oldest).is_ok())
    }

    /// Says whether a snapshot holds what a text does, whenever and by whomever it was written.
    fn holds(&self, snapshot: &Snapshot, text: &str) -> bool {
        let known = self.text(snapshot).unwrap_or_default();
        body(&known).is_some_and(|known| Some(known) == body(text))
    }

    /// Removes the oldest ones as far as one of this size needs it.
    fn make_room(&self, known: Vec<Snapshot>, size: usize) -> Result<(), StoreError> {
        let room = Room::of(self.0);
        let mut taken = room.taken_by(Kept::Snapshots);
        let others = room.taken() - taken;
        let bound = MOST_ROOM.min(FREE_TO_FILL.saturating_sub(others));
        if size > bound {
            return Err(StoreError::Full);
        }
        let mut count = known.len();
        for oldest in known {
            if count < MOST && taken + size <= bound {
                break;
            }
            taken = taken.saturating_sub(self.size(&oldest));
            self.remove(&oldest)?;
            count -= 1;
        }
        Ok(())
    }

    /// Writes one; where there is less room than it seemed, older ones go for it.
    fn write(&self, snapshot: &Snapshot, text: &str) -> Result<(), StoreError> {
        let name = snapshot.to_string();
        loop {
            match put(self.0, &name, text) {
                Err(StoreError::Full) if self.drop_oldest() => {}
                Err(error) => {
                    // What failed is told; what is left of it gives way like any other.
                    let _ = self.0.remove(&name);
                    return Err(error);
                }
                Ok(()) => return Ok(()),
            }
        }
    }
}

impl Reason {
    const ALL: [Self; 5] = [
        Self::Import,
        Self::Restore,
        Self::Removal,
        Self::Units,
        Self::Update,
    ];

    /// Says before which actions a snapshot is taken.
    #[must_use]
    pub fn of(action: &Action) -> Option<Self> {
        match action {
            Action::Import(import) if import.backups.is_empty() => Some(Self::Import),
            Action::Import(_) => Some(Self::Restore),
            Action::RemovePlan(..) => Some(Self::Removal),
            Action::ReplaceUnits(..) | Action::RemoveMember(..) => Some(Self::Units),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Removal => "removal",
            Self::Units => "units",
            Self::Update => "update",
        }
    }
}

impl Snapshot {
    fn parse(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix(SNAPSHOT)?.split('/');
        let number = parts.next()?.parse().ok()?;
        let reason = parts.next()?;
        let reason = Reason::ALL.into_iter().find(|it| it.name() == reason)?;
        let at = parts.next()?.parse().ok()?;
        Some(Self { number, at, reason })
    }
}

impl fmt::Display for Snapshot {
    /// Writes the name under which it stands in a store.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, at, reason } = self;
        write!(f, "{SNAPSHOT}{number}/{}/{at}", reason.name())
    }
}

/// Says whether what is written is beyond all room, before all of it is put into one text.
fn is_beyond(workspace: &Workspace) -> bool {
    let writes = workspace.records.values();
    let writes: usize = writes.map(|record| record.writes().count()).sum();
    writes * SHORTEST > MOST_ROOM
}

/// What stands in an envelope, with its checksum: what says when it was written stands before.
fn body(text: &str) -> Option<&str> {
    text.split_once("\"body\":").map(|(_, body)| body)
}
