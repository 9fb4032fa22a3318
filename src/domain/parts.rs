//! The parts of many units in the tasks of a plan.

use super::{Bearer, GroupId, Part, Party, Roster, Task, Ties, UnitId};
use crate::sorted::SortedMap;
use std::sync::Arc;

/// Tells the parts of all units of a roster. Most are meant by their groups alone, and those of the same groups
/// share what is found for one of them.
#[derive(Clone, Debug)]
pub struct Parts<'r> {
    ties: Ties<'r>,
    tasks: &'r [Task],
    /// The units that some task names.
    named: SortedMap<&'r UnitId, ()>,
    of_groups: SortedMap<Vec<&'r GroupId>, Arc<[Option<Part>]>>,
}

impl<'r> Parts<'r> {
    #[must_use]
    pub fn new(roster: &'r Roster, tasks: &'r [Task]) -> Self {
        let assignments = tasks
            .iter()
            .flat_map(|it| it.lead.iter().chain(&it.support));
        let parties = assignments.flat_map(|it| &it.parties);
        let named = parties.filter_map(|party| match party {
            Party::Unit(unit) => Some((unit, ())),
            Party::Group(_) => None,
        });
        Self {
            ties: roster.ties(),
            tasks,
            named: named.collect(),
            of_groups: SortedMap::new(),
        }
    }

    /// Returns the part of a unit in each of the tasks; the same as [`Roster::part_of`].
    pub fn of(&mut self, unit: &'r UnitId) -> Arc<[Option<Part>]> {
        let bearer = self.ties.bearer(unit);
        if bearer.units.iter().any(|it| self.named.contains_key(it)) {
            return self.gathered(&bearer);
        }
        if let Some(known) = self.of_groups.get(&bearer.groups) {
            return known.clone();
        }
        let parts = self.gathered(&bearer);
        self.of_groups.insert(bearer.groups, parts.clone());
        parts
    }

    /// Returns the groups that a unit belongs to; the same as [`Roster::groups_of`].
    #[must_use]
    pub fn groups_of(&self, unit: &UnitId) -> Vec<GroupId> {
        self.ties.groups_of(unit)
    }

    fn gathered(&self, bearer: &Bearer<'r>) -> Arc<[Option<Part>]> {
        self.tasks.iter().map(|task| bearer.part_in(task)).collect()
    }
}
