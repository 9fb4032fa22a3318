//! The units that a list offers to choose from.

use crate::domain::{Roster, Unit, UnitId, fold};

/// So many units stand in a list at most; of more, those do that are looked for.
pub const MOST_OFFERED: usize = 60;

/// The units that a list offers.
#[derive(Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// In the order of the roster.
    pub units: Vec<&'a Unit>,
    /// How many there are to choose from.
    pub all: usize,
    /// How many of them have what is typed in their names; `None` where nothing is looked for.
    pub found: Option<usize>,
}

/// Returns the units to choose from: all of a short roster; of a long one those whose names hold what is typed, and
/// those that are chosen. Where that is too many, those are left whose names hold the least beside it.
#[must_use]
pub fn offer<'a>(roster: &'a Roster, typed: &str, chosen: &[UnitId]) -> Offer<'a> {
    let units: Vec<_> = roster.at_work().collect();
    let all = units.len();
    if all <= MOST_OFFERED {
        let found = None;
        return Offer { units, all, found };
    }
    let mut nearest = named(&units, fold(typed).trim());
    let found = (!typed.trim().is_empty()).then_some(nearest.len());
    nearest.sort_unstable();
    nearest.truncate(MOST_OFFERED);
    let is_near = |place: usize| nearest.iter().any(|(_, near)| *near == place);
    let units = units.into_iter().enumerate();
    let offered = units.filter(|(place, unit)| is_near(*place) || chosen.contains(&unit.id));
    Offer {
        units: offered.map(|(_, unit)| unit).collect(),
        all,
        found,
    }
}

/// Returns the length of each name that holds these folded letters, and its place; none where there are no letters.
fn named(units: &[&Unit], letters: &str) -> Vec<(usize, usize)> {
    let names = units.iter().map(|unit| fold(&unit.name)).enumerate();
    let holds = |name: &str| !letters.is_empty() && name.contains(letters);
    names
        .filter(|(_, name)| holds(name))
        .map(|(place, name)| (name.len(), place))
        .collect()
}
