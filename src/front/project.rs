//! The front as the workspace has it.

use super::{Front, List, Me, SinceBackup};
use crate::docket::{Docket, Gists};
use crate::domain::{PlanId, UnitId};
use crate::progress::{Record, Slot};
use crate::workspace::{RecordId, Workspace};
use std::sync::Arc;

impl Front {
    /// Gathers the front.
    #[must_use]
    pub fn of(workspace: &Workspace) -> Self {
        Self::default().following(workspace)
    }

    /// Gathers the front anew; dockets that did not change stay the same in memory, by which lists see at once that
    /// nothing is new.
    #[must_use]
    pub fn following(&self, workspace: &Workspace) -> Self {
        let me = workspace.settings.me.as_ref();
        Self {
            me: me.map(|me| Me::of(workspace, me)),
            has_plan: workspace.at_work().next().is_some(),
            has_begun: workspace.settings.has_begun || has_written(workspace, me),
            since_backup: SinceBackup::of(workspace),
            lists: lists_after(&self.lists, workspace, me),
        }
    }

    /// Takes over what was written at one place of a record, and looks at nothing else.
    pub fn follow_write(&mut self, workspace: &Workspace, id: &RecordId, slot: &Slot) {
        self.since_backup.changes = SinceBackup::changes(workspace);
        let is_it = |list: &&mut List| {
            list.docket.plan == id.plan && list.docket.unit.as_ref() == Some(&id.unit)
        };
        let list = self.lists.iter_mut().find(is_it);
        if let Some((list, record)) = list.zip(workspace.records.get(id)) {
            list.gists.renew(record, &slot.task, slot.period);
        }
    }
}

/// Gathers lists anew, as [`lists`]; dockets that did not change stay the same in memory.
#[must_use]
pub fn lists_after(known: &[List], workspace: &Workspace, unit: Option<&UnitId>) -> Vec<List> {
    let mut lists = lists(workspace, unit);
    for list in &mut lists {
        let mut known = known.iter().map(|list| &list.docket);
        if let Some(known) = known.find(|known| **known == list.docket) {
            list.docket = known.clone();
        }
    }
    lists
}

/// Says whether a unit has written anything, also on plans that were put away.
fn has_written(workspace: &Workspace, unit: Option<&UnitId>) -> bool {
    let has_record = |plan: &PlanId| {
        let unit = unit.and_then(|unit| workspace.unit_on(plan, unit));
        unit.is_some_and(|unit| workspace.record(plan, &unit.id).is_some())
    };
    workspace.plans.keys().any(has_record)
}

/// Gathers the plans at work that concern a unit, or all that are at work for nobody in particular.
#[must_use]
pub fn lists(workspace: &Workspace, unit: Option<&UnitId>) -> Vec<List> {
    let list = |plan: &PlanId| list(workspace, plan, unit);
    workspace
        .at_work()
        .filter_map(|plan| list(&plan.id))
        .collect()
}

/// Gathers what a unit has to do on a plan; `None` where it has nothing to do with it.
#[must_use]
pub fn list(workspace: &Workspace, plan: &PlanId, unit: Option<&UnitId>) -> Option<List> {
    let (of, roster) = (workspace.plans.get(plan)?, workspace.rosters.get(plan)?);
    let Some(unit) = unit else {
        return Some(List {
            docket: Arc::new(Docket::of_plan(of)),
            gists: Gists::default(),
        });
    };
    let unit = &workspace.unit_on(plan, unit)?.id;
    let record = workspace.record(plan, unit);
    Some(List {
        docket: Arc::new(Docket::of(of, roster, unit)),
        gists: record.map(Gists::of).unwrap_or_default(),
    })
}

impl Me {
    fn of(workspace: &Workspace, me: &UnitId) -> Self {
        Self {
            id: me.clone(),
            name: workspace.unit_name(me).unwrap_or_default().to_owned(),
            heirs: heirs(workspace, me).unwrap_or_default(),
        }
    }
}

/// Returns the units that took the place of this one, on whatever plan at work; `None` where none did.
#[must_use]
pub fn heirs(workspace: &Workspace, unit: &UnitId) -> Option<Vec<(UnitId, String)>> {
    let mut rosters = workspace
        .at_work()
        .filter_map(|plan| workspace.rosters.get(&plan.id));
    rosters.find_map(|roster| {
        let unit = roster.unit(unit).filter(|unit| !unit.is_at_work())?;
        let heirs = unit.successors.iter().filter_map(|heir| roster.unit(heir));
        Some(heirs.map(|it| (it.id.clone(), it.name.clone())).collect())
    })
}

impl SinceBackup {
    /// Gathers what was written since the last backup.
    #[must_use]
    pub fn of(workspace: &Workspace) -> Self {
        let at = workspace.settings.backed_up.as_ref().map(|it| it.at);
        let writes = || workspace.records.values().flat_map(Record::writes);
        Self {
            changes: Self::changes(workspace),
            at,
            put_off: workspace.settings.backup_put_off,
            first_write: at
                .is_none()
                .then(|| writes().map(|(_, write)| write.at).min())
                .flatten(),
        }
    }

    fn changes(workspace: &Workspace) -> u64 {
        let saved = workspace.settings.backed_up.as_ref();
        let saved = saved.map_or(0, |backup| backup.writes);
        workspace.writes().saturating_sub(saved)
    }
}
