//! Changes of a plan's roster.

use super::{ActionError, Key, Workspace};
use crate::domain::{GroupId, PlanId, Roster, UnitId, same_name, tidy_name};

impl Workspace {
    pub(super) fn add_members(
        &mut self,
        plan: PlanId,
        group: &GroupId,
        names: &[String],
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.roster_mut(&plan)?;
        roster.group(group).ok_or(ActionError::NoSuchGroup)?;
        let is_name = |name: &&String| !tidy_name(name).is_empty();
        if !names.iter().any(|name| is_name(&name)) {
            return Err(ActionError::NameMissing);
        }
        for name in names.iter().filter(is_name) {
            let unit = roster.unit_named(name);
            roster.join(group, &unit);
        }
        Ok(vec![Key::Roster(plan)])
    }

    /// Takes a unit out of a group. The unit and its record stay.
    pub(super) fn remove_member(
        &mut self,
        plan: PlanId,
        group: &GroupId,
        unit: &UnitId,
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.roster_mut(&plan)?;
        let group = roster
            .groups
            .iter_mut()
            .find(|known| known.id == *group)
            .ok_or(ActionError::NoSuchGroup)?;
        group.members.retain(|member| member != unit);
        Ok(vec![Key::Roster(plan)])
    }

    pub(super) fn rename_unit(
        &mut self,
        plan: PlanId,
        unit: &UnitId,
        name: &str,
    ) -> Result<Vec<Key>, ActionError> {
        let name = tidy_name(name);
        if name.is_empty() {
            return Err(ActionError::NameMissing);
        }
        let roster = self.roster_mut(&plan)?;
        if roster
            .units
            .iter()
            .any(|other| other.id != *unit && same_name(&other.name, &name))
        {
            return Err(ActionError::NameTaken);
        }
        let known = roster
            .units
            .iter_mut()
            .find(|known| known.id == *unit)
            .ok_or(ActionError::NoSuchUnit)?;
        known.name = name;
        Ok(vec![Key::Roster(plan)])
    }

    fn roster_mut(&mut self, plan: &PlanId) -> Result<&mut Roster, ActionError> {
        self.rosters.get_mut(plan).ok_or(ActionError::NoSuchPlan)
    }
}
