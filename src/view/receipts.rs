//! What other offices have received of my unit's records.

use crate::domain::{Moment, PlanId};
use crate::workspace::{RecordId, Workspace};

/// How far one office has followed one of my records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    pub plan: PlanId,
    pub plan_name: String,
    /// What the office calls itself; may be empty.
    pub by: String,
    /// When the latest write that it has seen was made; `None` where it has seen nothing that stands.
    pub until: Option<Moment>,
    /// How many writes that stand it has not seen.
    pub missing: usize,
}

/// Returns what was received of my records on the plans at work, plan by plan.
#[must_use]
pub fn acknowledged(workspace: &Workspace) -> Vec<Acknowledged> {
    let is_mine =
        |id: &RecordId| workspace.is_at_work(&id.plan) && workspace.is_me(&id.plan, &id.unit);
    let receipts = workspace.settings.receipts.iter();
    receipts
        .filter(|(id, _)| is_mine(id))
        .filter_map(|(id, receipt)| {
            let record = workspace.records.get(id)?;
            let seen = |dot| receipt.seen.has_seen(dot);
            let known = record.writes().filter(|(dot, _)| seen(dot));
            Some(Acknowledged {
                plan: id.plan.clone(),
                plan_name: workspace.plans.get(&id.plan)?.short_name().to_owned(),
                by: receipt.by.clone(),
                until: known.map(|(_, write)| write.at).max(),
                missing: record.writes().filter(|(dot, _)| !seen(dot)).count(),
            })
        })
        .collect()
}
