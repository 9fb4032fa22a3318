//! A unit with all that a plan may call it by.

use super::{Assignment, GroupId, Part, Party, Roster, Task, UnitId};

/// Knows whom a plan means when it means a unit: gathered once, it answers for many tasks.
#[derive(Clone, Debug)]
pub struct Bearer<'r> {
    /// The unit, and those whose place it took.
    units: Vec<&'r UnitId>,
    /// The groups that any of them belongs to.
    groups: Vec<&'r GroupId>,
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
