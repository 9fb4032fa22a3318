//! A unit with all that a plan may call it by.

use super::{Assignment, GroupId, Part, Party, Roster, Task, UnitId};
use crate::sorted::{SortedMap, sort_by};

/// Knows whom a plan means when it means a unit: gathered once, it answers for many tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer<'r> {
    /// The unit, and those whose place it took.
    pub(super) units: Vec<&'r UnitId>,
    /// The groups that any of them belongs to.
    pub(super) groups: Vec<&'r GroupId>,
}

/// Knows of all units of a roster at once which groups they are in and whose place they took: whoever asks for
/// many units asks here, where one is found without looking at all others.
#[derive(Clone, Debug)]
pub struct Ties<'r> {
    roster: &'r Roster,
    /// The places of a unit's groups in the roster, rising.
    groups: SortedMap<&'r UnitId, Vec<usize>>,
    /// Those whose place was taken, each before those who took it.
    replaced: Vec<&'r UnitId>,
    /// Whose place a unit took at once, as places in `replaced`.
    earlier: SortedMap<&'r UnitId, Vec<usize>>,
}

impl Roster {
    /// Gathers by what names a unit is meant.
    #[must_use]
    pub fn bearer<'r>(&'r self, unit: &'r UnitId) -> Bearer<'r> {
        let earlier = self.predecessors(unit).into_iter().map(|it| &it.id);
        let units: Vec<&UnitId> = std::iter::once(unit).chain(earlier).collect();
        let groups = self
            .groups
            .iter()
            .filter(|group| group.members.iter().any(|member| units.contains(&member)))
            .map(|group| &group.id)
            .collect();
        Bearer { units, groups }
    }

    /// Gathers who is in which group and who took whose place.
    #[must_use]
    pub fn ties(&self) -> Ties<'_> {
        let members = self.groups.iter().enumerate();
        let members = members.flat_map(|(at, group)| group.members.iter().map(move |it| (it, at)));
        let replaced = self.replaced();
        let heirs = replaced.iter().enumerate();
        let heirs = heirs.flat_map(|(at, unit)| unit.successors.iter().map(move |it| (it, at)));
        Ties {
            roster: self,
            groups: by_unit(members),
            earlier: by_unit(heirs),
            replaced: replaced.iter().map(|unit| &unit.id).collect(),
        }
    }
}

impl<'r> Ties<'r> {
    /// Gathers by what names a unit is meant; the same as [`Roster::bearer`].
    #[must_use]
    pub fn bearer(&self, unit: &'r UnitId) -> Bearer<'r> {
        let earlier = self.earlier_than(unit);
        let earlier = earlier.into_iter().map(|at| self.replaced[at]);
        let units: Vec<&UnitId> = std::iter::once(unit).chain(earlier).collect();
        let mut groups = Vec::new();
        for unit in &units {
            groups.extend(self.groups.get(unit).into_iter().flatten().copied());
        }
        sort_by(&mut groups, |a, b| a < b);
        groups.dedup();
        let id = |at: usize| &self.roster.groups[at].id;
        Bearer {
            units,
            groups: groups.into_iter().map(id).collect(),
        }
    }

    /// Returns the groups that a unit belongs to; the same as [`Roster::groups_of`].
    #[must_use]
    pub fn groups_of(&self, unit: &UnitId) -> Vec<GroupId> {
        let groups = self.groups.get(&unit).into_iter().flatten();
        groups
            .map(|at| self.roster.groups[*at].id.clone())
            .collect()
    }

    /// Returns whose place a unit took, over however many changes, the latest first.
    fn earlier_than(&self, unit: &UnitId) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut next = self.earlier.get(&unit).cloned().unwrap_or_default();
        while let Some(at) = next.pop() {
            if !found.contains(&at) {
                found.push(at);
                next.extend(self.earlier.get(&self.replaced[at]).into_iter().flatten());
            }
        }
        sort_by(&mut found, |a, b| a > b);
        found
    }
}

/// Gathers under each unit the places that it comes with, each once and rising, as they come.
fn by_unit<'r>(
    places: impl Iterator<Item = (&'r UnitId, usize)>,
) -> SortedMap<&'r UnitId, Vec<usize>> {
    let mut by_unit = SortedMap::new();
    let places: Vec<_> = places.map(|(unit, at)| (unit, vec![at])).collect();
    by_unit.extend_with(places, |known: &mut Vec<usize>, further| {
        known.extend(further);
        known.dedup();
    });
    by_unit
}

impl Bearer<'_> {
    /// Returns the part that the unit has in a task.
    #[must_use]
    pub fn part_in(&self, task: &Task) -> Option<Part> {
        if self.is_named(&task.lead) {
            Some(Part::Lead)
        } else {
            self.is_named(&task.support).then_some(Part::Support)
        }
    }

    fn is_named(&self, assignments: &[Assignment]) -> bool {
        let mut parties = assignments
            .iter()
            .flat_map(|assignment| &assignment.parties);
        parties.any(|party| match party {
            Party::Unit(id) => self.units.contains(&id),
            Party::Group(id) => self.groups.contains(&id),
        })
    }
}
