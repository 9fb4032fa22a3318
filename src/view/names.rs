//! The names of a unit, made ready to be looked for and sorted by: once, however often that is.

use crate::domain::{Alphabetical, Unit, alphabetical, fold};
use std::sync::{Arc, OnceLock};

/// What is made of the names of one unit, when it is first asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    folded: OnceLock<Arc<Folded>>,
    place: OnceLock<Arc<Alphabetical>>,
}

#[derive(Debug)]
struct Folded {
    /// The name, and a line for each that it had before.
    names: String,
    /// How much of that is the name of now.
    now: usize,
}

impl Names {
    /// Says whether a name, of now or before, holds these folded letters.
    pub(super) fn hold(&self, unit: &Unit, letters: &str) -> bool {
        self.folded(unit).names.contains(letters)
    }

    /// Says whether the name of now holds these folded letters.
    pub(super) fn now_hold(&self, unit: &Unit, letters: &str) -> bool {
        let folded = self.folded(unit);
        folded.names[..folded.now].contains(letters)
    }

    fn folded(&self, unit: &Unit) -> &Folded {
        self.folded.get_or_init(|| Arc::new(Folded::of(unit)))
    }

    /// Returns where the unit stands in the order of the alphabet.
    pub(super) fn place(&self, unit: &Unit) -> Arc<Alphabetical> {
        let place = || Arc::new(alphabetical(&unit.name));
        self.place.get_or_init(place).clone()
    }
}

impl Folded {
    fn of(unit: &Unit) -> Self {
        let mut names = fold(&unit.name);
        let now = names.len();
        for name in &unit.former {
            names.push('\n');
            names.push_str(&fold(name));
        }
        Self { names, now }
    }
}

/// They follow from the unit; how much was made of it by now says nothing.
impl PartialEq for Names {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Names {}
