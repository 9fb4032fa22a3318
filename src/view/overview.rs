//! Units × duties of one plan: how far everybody is, and who has not been heard of.

use super::cell::Cell;
use super::counts::{Counts, Reviews};
use super::duty::DutyId;
use super::names::Names;
use super::round::Answer;
use super::sheet::Sheet;
use crate::domain::{
    Day, GroupId, Moment, Period, Plan, PlanId, Round, Task, Unit, day_in_vietnam,
};
use crate::workspace::Workspace;
use std::sync::Arc;

/// The overview of one plan on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// What people call the plan.
    pub plan_name: String,
    /// The report that is asked for now.
    pub round: Option<Round>,
    /// The duties that somebody has, in the order of the document.
    pub duties: Vec<Duty>,
    /// The groups of the plan, in the order of the roster.
    pub groups: Vec<(GroupId, String)>,
    /// The units at work that have a duty, in the order of the roster. What is chosen of them shares their lines.
    pub units: Vec<Arc<UnitLine>>,
}

/// A column: a task in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub id: DutyId,
    pub path: String,
    pub action: String,
    pub last_day: Option<Day>,
    pub counts: Counts,
}

/// A line: a unit, with a cell for each duty of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    pub unit: Unit,
    /// The names of the unit, to be found and sorted by.
    pub(super) names: Names,
    pub groups: Vec<GroupId>,
    /// When the unit last wrote, by its own clock; `None` where nothing is here.
    pub heard: Option<Moment>,
    /// When its latest report arrived, by this device's clock.
    pub arrived: Option<Moment>,
    /// How it answered the report that is asked for; `None` where none is.
    pub answer: Option<Answer>,
    /// `None` where the duty is not the unit's.
    pub cells: Vec<Option<Cell>>,
    pub counts: Counts,
    pub reviews: Reviews,
}

/// Gathers the overview of a plan in the running periods.
#[must_use]
pub fn overview(workspace: &Workspace, plan: &PlanId, today: Day) -> Overview {
    overview_back(workspace, plan, today, 0)
}

/// Gathers the overview of a plan so many periods before the running ones. Duties that do not recur
/// stay as they are; those that had no such period are left out.
#[must_use]
pub fn overview_back(workspace: &Workspace, plan: &PlanId, today: Day, back: usize) -> Overview {
    overview_in(workspace, plan, today, periods_back(today, back))
}

/// Returns the one period of a task that lies so many before the running one.
pub(super) fn periods_back(today: Day, back: usize) -> impl Fn(&Plan, &Task) -> Vec<Period> {
    move |plan, task| {
        let periods = plan.periods(task, today);
        periods.get(back).copied().into_iter().collect()
    }
}

/// Gathers the overview of a plan in the periods of its recurring duties that are asked for. Duties
/// that do not recur are always there.
#[must_use]
pub fn overview_in(
    workspace: &Workspace,
    plan: &PlanId,
    today: Day,
    periods: impl Fn(&Plan, &Task) -> Vec<Period>,
) -> Overview {
    let Some(sheet) = Sheet::of(workspace, plan, today) else {
        return Overview::default();
    };
    let bearers = sheet.bearers();
    let columns = sheet.columns(&bearers, periods);
    let lines = bearers.iter().map(|unit| sheet.line(unit, &columns));
    let lines = lines.map(Arc::new).collect();
    sheet.overview(&columns, lines)
}

/// Returns how many periods back there is something to be seen, and what the latest period of each
/// step is where all recurring duties share it.
#[must_use]
pub fn steps_back(workspace: &Workspace, plan: &PlanId, today: Day) -> Vec<Option<Period>> {
    let Some(plan) = workspace.plans.get(plan) else {
        return Vec::new();
    };
    let recurring = plan.tasks.iter().filter(|task| task.recurrence.is_some());
    let periods: Vec<Vec<Period>> = recurring.map(|task| plan.periods(task, today)).collect();
    let most = periods.iter().map(Vec::len).max().unwrap_or_default();
    let shared = |back: usize| {
        let mut there = periods.iter().filter_map(|periods| periods.get(back));
        let first = *there.next()?;
        there.all(|period| *period == first).then_some(first)
    };
    (0..most).map(shared).collect()
}

impl Overview {
    /// Counts all cells; the sums over units and over duties are the same.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for line in &self.units {
            counts.join(line.counts);
        }
        counts
    }

    /// Counts all that was said of results.
    #[must_use]
    pub fn reviews(&self) -> Reviews {
        let mut reviews = Reviews::default();
        for line in &self.units {
            reviews.join(line.reviews);
        }
        reviews
    }

    /// Returns the units of whom nothing has arrived.
    #[must_use]
    pub fn silent(&self) -> Vec<&Unit> {
        let silent = self.units.iter().filter(|line| line.is_silent());
        silent.map(|line| &line.unit).collect()
    }

    /// Keeps some of the lines, and counts the duties anew.
    #[must_use]
    pub fn with_lines(&self, is_wanted: impl Fn(&UnitLine) -> bool) -> Self {
        let lines = self.units.iter().filter(|line| is_wanted(line));
        let mut kept = Self {
            plan_name: self.plan_name.clone(),
            round: self.round.clone(),
            duties: self.duties.clone(),
            groups: self.groups.clone(),
            units: lines.cloned().collect(),
        };
        kept.recount();
        kept
    }

    /// Leaves out the duties that none of the units has.
    #[must_use]
    pub fn without_idle_duties(mut self) -> Self {
        let has = |at: usize| self.units.iter().any(|line| line.cells[at].is_some());
        let kept: Vec<bool> = (0..self.duties.len()).map(has).collect();
        let mut keep = kept.iter().copied();
        self.duties.retain(|_| keep.next().unwrap_or(true));
        for line in &mut self.units {
            let mut keep = kept.iter().copied();
            Arc::make_mut(line)
                .cells
                .retain(|_| keep.next().unwrap_or(true));
        }
        self
    }

    pub(super) fn recount(&mut self) {
        let mut sums = vec![Counts::default(); self.duties.len()];
        for line in &self.units {
            line.add_to(&mut sums);
        }
        for (duty, counts) in self.duties.iter_mut().zip(sums) {
            duty.counts = counts;
        }
    }
}

impl UnitLine {
    /// Says whether the report that is asked for has not come, or, where none is asked for, whether
    /// the unit has never been heard of.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        match self.answer {
            Some(answer) => answer.is_missing(),
            None => self.heard.is_none(),
        }
    }

    /// Adds its cells to the counts of their duties.
    pub(super) fn add_to(&self, sums: &mut [Counts]) {
        for (sum, cell) in sums.iter_mut().zip(&self.cells) {
            if let Some(cell) = cell {
                sum.add(cell.standing);
            }
        }
    }

    /// Returns how many days ago the unit last wrote.
    #[must_use]
    pub fn days_since(&self, today: Day) -> Option<i64> {
        days_before(self.heard, today)
    }

    /// Returns how many days ago its latest report arrived.
    #[must_use]
    pub fn age(&self, today: Day) -> Option<i64> {
        days_before(self.arrived, today)
    }
}

fn days_before(moment: Option<Moment>, today: Day) -> Option<i64> {
    let day = day_in_vietnam(moment?);
    Some((today - day).num_days().max(0))
}
