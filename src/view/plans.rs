//! The list of plans.

use super::checklist::{Tally, checklist};
use crate::domain::{Day, Plan, PlanId, Standing, Status, UnitId};
use crate::workspace::{Shelf, Workspace};

/// A plan as its list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: PlanId,
    /// What people call it.
    pub name: String,
    /// The title; empty where it is the name already.
    pub title: String,
    pub issuer: String,
    pub issued: Option<Day>,
    pub revision: u32,
    /// How many duties it has, whosever they are.
    pub duties: usize,
    /// How the unit's duties stand; where it has none or no unit is chosen, all duties by the calendar.
    pub tally: Tally,
    /// Whether the count is of the unit's duties.
    pub is_mine: bool,
    /// Where it is put away.
    pub shelf: Option<Shelf>,
}

/// Returns all plans, those that are put away included, as a unit on this device sees them.
#[must_use]
pub fn cards(workspace: &Workspace, me: Option<&UnitId>, today: Day) -> Vec<Card> {
    let plans = workspace.plans.values();
    plans.map(|plan| card(workspace, plan, me, today)).collect()
}

fn card(workspace: &Workspace, plan: &Plan, me: Option<&UnitId>, today: Day) -> Card {
    let mine = me.map(|me| checklist(workspace, &plan.id, me, today).tally());
    let mine = mine.filter(|tally| tally.all() > 0);
    let name = plan.short_name();
    let title = if plan.title == name { "" } else { &plan.title };
    Card {
        id: plan.id.clone(),
        name: name.to_owned(),
        title: title.to_owned(),
        issuer: plan.issuer.clone().unwrap_or_default(),
        issued: plan.issued,
        revision: plan.revision,
        duties: plan.tasks.len(),
        tally: mine.unwrap_or_else(|| by_calendar(plan, today)),
        is_mine: mine.is_some(),
        shelf: workspace.settings.put_away.get(&plan.id).copied(),
    }
}

fn by_calendar(plan: &Plan, today: Day) -> Tally {
    let mut tally = Tally::default();
    for task in &plan.tasks {
        let period = plan.periods(task, today).first().copied();
        let last_day = task.last_day(period, plan.before_day);
        tally.add(Standing::of(&Status::default(), last_day, today));
    }
    tally
}
