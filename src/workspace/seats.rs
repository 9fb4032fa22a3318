//! Who stands on the rosters, for those who ask it of thousands of units: a roster itself is looked through from its
//! beginning.

use super::import::enrol;
use super::{RecordId, Workspace};
use crate::domain::{PlanId, Unit, UnitId, same_name};
use crate::file::Sender;
use crate::sorted::SortedMap;
use std::sync::Arc;

/// The units of the rosters that were asked for, as they stand there and for as long as nobody else changes those.
#[derive(Debug, Default)]
pub(super) struct Seats(SortedMap<PlanId, Plan>);

#[derive(Debug)]
struct Plan {
    /// Each with whether it is at work.
    units: SortedMap<UnitId, bool>,
    /// The unit that works on this device, as this plan knows it.
    me: Option<UnitId>,
}

impl Seats {
    /// Says whether a unit stands on the roster, and if so whether it is at work.
    pub(super) fn at_work(&mut self, here: &Workspace, id: &RecordId) -> Option<bool> {
        self.of(here, &id.plan)?.units.get(&id.unit).copied()
    }

    /// Says whether a unit is the one that works on this device, as [`Workspace::is_me`].
    pub(super) fn is_me(&mut self, here: &Workspace, id: &RecordId) -> bool {
        let plan = self.of(here, &id.plan);
        plan.is_some_and(|plan| plan.me.as_ref() == Some(&id.unit))
    }

    /// Puts a sender on the roster where it is missing; says whether it was.
    pub(super) fn enrol(
        &mut self,
        here: &mut Workspace,
        plan: &PlanId,
        sender: &Sender,
    ) -> Option<bool> {
        let id = sender.id.clone();
        if self.of(here, plan)?.units.contains_key(&id) {
            return Some(false);
        }
        let is_new = enrol(Arc::make_mut(here.rosters.get_mut(plan)?), sender);
        let is_named = here.settings.me.as_ref().is_some_and(|me| {
            let name = here.unit_name(me);
            name.is_some_and(|name| same_name(name, &sender.name))
        });
        let is_me = is_named || here.settings.me.as_ref() == Some(&id);
        let known = self.of(here, plan)?;
        known.units.insert(id, true);
        if is_me {
            known.me = me(here, plan);
        }
        Some(is_new)
    }

    fn of(&mut self, here: &Workspace, plan: &PlanId) -> Option<&mut Plan> {
        if !self.0.contains_key(plan) {
            let units = here.rosters.get(plan)?.units.iter();
            let known = Plan {
                units: units
                    .map(|unit| (unit.id.clone(), unit.is_at_work()))
                    .collect(),
                me: me(here, plan),
            };
            self.0.insert(plan.clone(), known);
        }
        self.0.get_mut(plan)
    }
}

fn me(here: &Workspace, plan: &PlanId) -> Option<UnitId> {
    let me = here.settings.me.as_ref()?;
    let unit: &Unit = here.unit_on(plan, me)?;
    Some(unit.id.clone())
}
