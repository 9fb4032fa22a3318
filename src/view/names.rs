//! The names of a unit, made ready to be looked for and sorted by: once, however often that is.

use crate::domain::{Alphabetical, Unit, alphabetical, fold};
use std::sync::{Arc, OnceLock};

/// What is made of the names of one unit.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// The name, and a line for each that it had before.
    folded: String,
    /// How much of that is the name of now.
    now: usize,
    place: OnceLock<Arc<Alphabetical>>,
}

impl Names {
    pub(super) fn of(unit: &Unit) -> Self {
        let mut folded = fold(&unit.name);
        let now = folded.len();
        for name in &unit.former {
            folded.push('\n');
            folded.push_str(&fold(name));
        }
        Self {
            folded,
            now,
            place: OnceLock::new(),
        }
    }

    /// Says whether a name, of now or before, holds these folded letters.
    pub(super) fn hold(&self, letters: &str) -> bool {
        self.folded.contains(letters)
    }

    /// Says whether the name of now holds these folded letters.
    pub(super) fn now_hold(&self, letters: &str) -> bool {
        self.folded[..self.now].contains(letters)
    }

    /// Returns where the unit stands in the order of the alphabet.
    pub(super) fn place(&self, unit: &Unit) -> Arc<Alphabetical> {
        let place = || Arc::new(alphabetical(&unit.name));
        self.place.get_or_init(place).clone()
    }
}

/// They follow from the unit; how much was made of it by now says nothing.
impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Names {}
