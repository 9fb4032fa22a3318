//! How much of a browser's room is taken, and by what.

use super::slots::bare;
use super::{ASIDE, SNAPSHOT, Store};
use crate::sorted::sort_by;
use crate::workspace::Key;

/// As many characters as browsers keep for one site as a rule.
pub const ROOM: usize = 5_000_000;

/// From this share on little room is left, in percent.
pub const SHORT: usize = 80;

/// What takes room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Plans with their rosters.
    Plans,
    Results,
    /// What takes the latest import back.
    LastImport,
    Draft,
    Snapshots,
    /// Damaged texts that were set aside.
    Damaged,
    Other,
}

/// How many characters each kind of what is kept takes, names included; the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room(Vec<(Kept, usize)>);

impl Room {
    /// Measures a store. What cannot be read takes no room that anybody could free.
    #[must_use]
    pub fn of(store: &dyn Store) -> Self {
        let mut room = Self::default();
        for name in store.keys().unwrap_or_default() {
            let size = store.size(&name).unwrap_or_default();
            room.add(Kept::under(&name), name.chars().count() + size);
        }
        sort_by(&mut room.0, |(_, one), (_, other)| one > other);
        room
    }

    /// Returns how many characters are taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.0.iter().map(|(_, size)| size).sum()
    }

    /// Returns what takes room, the largest first.
    pub fn heaps(&self) -> impl Iterator<Item = (Kept, usize)> {
        self.0.iter().copied()
    }

    /// Returns how many characters something takes.
    #[must_use]
    pub fn taken_by(&self, kept: Kept) -> usize {
        let mut heaps = self.heaps();
        heaps
            .find(|(known, _)| *known == kept)
            .map_or(0, |(_, size)| size)
    }

    fn add(&mut self, kept: Kept, size: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == kept) {
            Some((_, known)) => *known += size,
            None => self.0.push((kept, size)),
        }
    }
}

impl Kept {
    /// Tells by its name what a stored text is.
    fn under(name: &str) -> Self {
        if name.starts_with(SNAPSHOT) {
            return Self::Snapshots;
        }
        if name.starts_with(ASIDE) {
            return Self::Damaged;
        }
        match Key::parse(bare(name)) {
            Some(Key::Plan(_) | Key::Roster(_)) => Self::Plans,
            Some(Key::Record(_)) => Self::Results,
            Some(Key::LastImport) => Self::LastImport,
            Some(Key::Draft | Key::Edits) => Self::Draft,
            Some(Key::Remarks(_) | Key::SigningKey | Key::Settings | Key::Device) | None => {
                Self::Other
            }
        }
    }
}
