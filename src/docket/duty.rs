//! The duties of a unit on a plan.

use crate::domain::{
    Bearer, Day, Part, Period, Plan, PlanId, Recurrence, Roster, Task, TaskId, UnitId, capitalised,
    last_day_in,
};
use std::sync::Arc;

/// The duties of one unit on one plan, or of nobody in particular.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docket {
    pub plan: PlanId,
    /// What people call the plan.
    pub plan_name: Arc<str>,
    /// The unit as the plan knows it; `None` where no unit is looked at.
    pub unit: Option<UnitId>,
    /// The day from which the periods of recurring duties are counted; `None` where it is not known.
    pub since: Option<Day>,
    /// In the order of the document: those that the unit has, and behind them those that the plan has no longer.
    /// Where no unit is looked at, all that the plan has.
    pub duties: Vec<Arc<Duty>>,
}

/// One task, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub task: TaskId,
    pub path: String,
    /// What is to be done, beginning with a capital letter.
    pub action: String,
    /// Who leads, in the words of the document.
    pub leads: String,
    /// The document's words for the time, where it has any.
    pub time: Option<String>,
    /// The last day that is on time; of a recurring duty, in its first period.
    pub day: Option<Day>,
    pub recurrence: Option<Recurrence>,
    /// The unit's part; `None` where no unit is looked at.
    pub part: Option<Part>,
    /// Whether the plan has it no longer.
    pub is_gone: bool,
}

impl Docket {
    /// Gathers the duties of a unit.
    #[must_use]
    pub fn of(plan: &Plan, roster: &Roster, unit: &UnitId) -> Self {
        let bearer = roster.bearer(unit);
        let duty = |task: &Task| Duty::of(plan, Some(&bearer), task);
        let listed = plan.tasks.iter().map(duty);
        let listed = listed.filter(|duty| duty.part.is_some());
        let gone = plan.retired.iter().map(duty).map(|duty| Duty {
            is_gone: true,
            ..duty
        });
        Self::with(plan, Some(unit), listed.chain(gone))
    }

    /// Gathers all duties of a plan, whosever they are.
    #[must_use]
    pub fn of_plan(plan: &Plan) -> Self {
        let duties = plan.tasks.iter().map(|task| Duty::of(plan, None, task));
        Self::with(plan, None, duties)
    }

    /// Puts one task of a plan alone on a docket, whatever part the unit has in it.
    #[must_use]
    pub fn of_task(plan: &Plan, roster: &Roster, unit: &UnitId, task: &Task) -> Self {
        let duty = Duty::of(plan, Some(&roster.bearer(unit)), task);
        Self::with(plan, Some(unit), [duty])
    }

    fn with(plan: &Plan, unit: Option<&UnitId>, duties: impl IntoIterator<Item = Duty>) -> Self {
        Self {
            plan: plan.id.clone(),
            plan_name: plan.short_name().into(),
            unit: unit.cloned(),
            since: plan.not_before(),
            duties: duties.into_iter().map(Arc::new).collect(),
        }
    }

    /// Returns the periods of a duty from the plan's beginning to a day's, newest first; none of one that does
    /// not recur.
    #[must_use]
    pub fn periods(&self, duty: &Duty, today: Day) -> Vec<Period> {
        let recurrence = duty.recurrence.map(|it| it.periods(self.since, today));
        recurrence.unwrap_or_default()
    }
}

impl Duty {
    fn of(plan: &Plan, bearer: Option<&Bearer<'_>>, task: &Task) -> Self {
        let leads: Vec<_> = task.lead.iter().map(|it| it.words.as_str()).collect();
        let deadline = task.deadline.as_ref();
        Self {
            task: task.id.clone(),
            path: task.path.clone(),
            action: capitalised(task.action()),
            leads: capitalised(&leads.join(", ")),
            time: deadline
                .map(|it| it.words.clone())
                .filter(|words| !words.is_empty()),
            day: deadline.and_then(|it| it.last_day(plan.before_day)),
            recurrence: task.recurrence,
            part: bearer.and_then(|bearer| bearer.part_in(task)),
            is_gone: false,
        }
    }

    /// Returns the last day on time in a period, where nothing put it off.
    #[must_use]
    pub fn last_day(&self, period: Option<Period>) -> Option<Day> {
        last_day_in(period, self.day)
    }
}
