//! Changes of a plan's roster.

use super::{ActionError, Key, Listed, Workspace};
use crate::domain::{Day, GroupId, Moment, PlanId, Roster, Round, UnitId, same_name, tidy_name};
use std::sync::Arc;

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
        let mut enrolment = roster.enrolment();
        for name in names.iter().filter(is_name) {
            let unit = enrolment.unit(name);
            enrolment.join(group, &unit);
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
        known.rename(name);
        Ok(vec![Key::Roster(plan)])
    }

    pub(super) fn list_units(
        &mut self,
        plan: PlanId,
        units: &[Listed],
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.roster_mut(&plan)?;
        let is_named = |unit: &&Listed| !tidy_name(&unit.name).is_empty();
        if !units.iter().any(|unit| is_named(&unit)) {
            return Err(ActionError::NameMissing);
        }
        let mut enrolment = roster.enrolment();
        for Listed {
            name,
            group,
            address,
        } in units.iter().filter(is_named)
        {
            let id = enrolment.unit(name);
            if !tidy_name(group).is_empty() {
                let group = enrolment.group(group);
                enrolment.join(&group, &id);
            }
            if !address.is_empty() {
                enrolment.set_address(&id, address);
            }
        }
        Ok(vec![Key::Roster(plan)])
    }

    pub(super) fn set_address(
        &mut self,
        plan: PlanId,
        unit: &UnitId,
        address: &str,
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.roster_mut(&plan)?;
        if roster.set_address(unit, address) {
            Ok(vec![Key::Roster(plan)])
        } else {
            Err(ActionError::NoSuchUnit)
        }
    }

    pub(super) fn replace_units(
        &mut self,
        plan: PlanId,
        units: &[UnitId],
        names: &[String],
    ) -> Result<Vec<Key>, ActionError> {
        let is_name = |name: &&String| !tidy_name(name).is_empty();
        let names: Vec<String> = names.iter().filter(is_name).cloned().collect();
        if names.is_empty() {
            return Err(ActionError::NameMissing);
        }
        let roster = self.roster_mut(&plan)?;
        let heirs = roster.replace(units, &names);
        heirs.ok_or(ActionError::NotReplaceable)?;
        let mut keys = self.pass_on(&plan);
        keys.push(Key::Roster(plan));
        Ok(keys)
    }

    pub(super) fn ask_report(
        &mut self,
        plan: PlanId,
        by: Day,
        to: &str,
        now: Moment,
    ) -> Result<Vec<Key>, ActionError> {
        let to = tidy_name(to);
        self.roster_mut(&plan)?.round = Some(Round { asked: now, by, to });
        Ok(vec![Key::Roster(plan)])
    }

    fn roster_mut(&mut self, plan: &PlanId) -> Result<&mut Roster, ActionError> {
        let roster = self.rosters.get_mut(plan);
        roster.map(Arc::make_mut).ok_or(ActionError::NoSuchPlan)
    }

    /// Returns the roster of a plan, a new one where it has none.
    pub(super) fn roster_or_new(&mut self, plan: &PlanId) -> &mut Roster {
        Arc::make_mut(self.rosters.or_default(plan.clone()))
    }
}
