//! A unit's report in few words, for a chat.

use super::counts::Counts;
use super::reminder::Owed;
use crate::domain::{Day, PlanId, Standing, Task, UnitId};
use crate::progress::Entry;
use crate::sorted::sort_by;
use crate::workspace::Workspace;

/// What a unit has to tell of one plan on one day, in the running periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    pub unit: String,
    pub plan_name: String,
    pub today: Day,
    pub counts: Counts,
    /// What is overdue, oldest first.
    pub overdue: Vec<Owed>,
    /// Difficulties written, with the path of their duty.
    pub difficulties: Vec<(String, String)>,
    /// Proposals written, with the path of their duty.
    pub proposals: Vec<(String, String)>,
}

/// Gathers the brief of a unit; `None` where the plan or the unit is not known.
#[must_use]
pub fn brief(workspace: &Workspace, plan: &PlanId, unit: &UnitId, today: Day) -> Option<Brief> {
    let (plan, roster) = (workspace.plans.get(plan)?, workspace.rosters.get(plan)?);
    let unit = workspace.unit_on(&plan.id, unit)?;
    let mut brief = Brief {
        unit: unit.name.clone(),
        plan_name: plan.short_name().to_owned(),
        today,
        counts: Counts::default(),
        overdue: Vec::new(),
        difficulties: Vec::new(),
        proposals: Vec::new(),
    };
    let record = workspace.record(&plan.id, &unit.id);
    let bearer = roster.bearer(&unit.id);
    for task in &plan.tasks {
        if bearer.part_in(task).is_none() {
            continue;
        }
        let period = plan.periods(task, today).first().copied();
        let entry = record.map(|record| Entry::of(record, &task.id, period));
        let day = task.last_day(period, plan.before_day);
        brief.take(task, &entry.unwrap_or_default(), day);
    }
    sort_by(&mut brief.overdue, |a, b| a.day < b.day);
    Some(brief)
}

impl Brief {
    fn take(&mut self, task: &Task, entry: &Entry, last_day: Option<Day>) {
        let last_day = entry.extended_to().or(last_day);
        let standing = Standing::of(&entry.counted_status(), last_day, self.today);
        self.counts.add(standing);
        if let (Standing::Overdue, Some(day)) = (standing, last_day) {
            self.overdue.push(Owed {
                path: task.path.clone(),
                action: task.action().to_owned(),
                day,
            });
        }
        let told = |text: &str| (!text.is_empty()).then(|| (task.path.clone(), text.to_owned()));
        self.difficulties.extend(told(&entry.difficulty));
        self.proposals.extend(told(&entry.proposal));
    }
}
