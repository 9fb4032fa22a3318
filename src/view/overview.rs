//! Units × duties of one plan: how far everybody is, and who has not been heard of.

use super::duty::{DutyId, Row, row};
use crate::domain::{
    Day, GroupId, Moment, Plan, PlanId, Roster, Standing, Task, Unit, day_in_vietnam, fold,
};
use crate::progress::Record;
use crate::workspace::Workspace;

/// The overview of one plan on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The duties that somebody has, in the order of the document.
    pub duties: Vec<Duty>,
    /// The units that have a duty, in the order of the roster.
    pub units: Vec<UnitLine>,
}

/// A column: a task in its running period.
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
    pub groups: Vec<GroupId>,
    /// When the unit last wrote, by its own clock; `None` where nothing has arrived.
    pub heard: Option<Moment>,
    /// `None` where the duty is not the unit's.
    pub cells: Vec<Option<Row>>,
    pub counts: Counts,
}

/// How many duties stand how. The four official numbers are `done_on_time`, `done_late`, `in_time`
/// and `overdue`; duties without a day are counted apart, those that do not apply not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub done_on_time: usize,
    pub done_late: usize,
    /// Open in time; `due_soon` of them within seven days.
    pub in_time: usize,
    pub due_soon: usize,
    pub overdue: usize,
    pub done_without_day: usize,
    pub open_without_day: usize,
}

impl Counts {
    fn add(&mut self, standing: Standing) {
        match standing {
            Standing::DoneOnTime => self.done_on_time += 1,
            Standing::DoneLate => self.done_late += 1,
            Standing::InTime => self.in_time += 1,
            Standing::DueSoon => {
                self.in_time += 1;
                self.due_soon += 1;
            }
            Standing::Overdue => self.overdue += 1,
            Standing::DoneWithoutDay => self.done_without_day += 1,
            Standing::OpenWithoutDay => self.open_without_day += 1,
            Standing::NotApplicable => {}
        }
    }

    /// Adds other counts to these.
    pub fn join(&mut self, other: Self) {
        self.done_on_time += other.done_on_time;
        self.done_late += other.done_late;
        self.in_time += other.in_time;
        self.due_soon += other.due_soon;
        self.overdue += other.overdue;
        self.done_without_day += other.done_without_day;
        self.open_without_day += other.open_without_day;
    }

    /// Returns how many duties there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.done() + self.in_time + self.overdue + self.open_without_day
    }

    /// Returns how many are done, in time or late, with or without a day.
    #[must_use]
    pub fn done(self) -> usize {
        self.done_on_time + self.done_late + self.done_without_day
    }
}

/// Gathers the overview of a plan.
#[must_use]
pub fn overview(workspace: &Workspace, plan: &PlanId, today: Day) -> Overview {
    let (Some(plan), Some(roster)) = (workspace.plans.get(plan), workspace.rosters.get(plan))
    else {
        return Overview::default();
    };
    let mut overview = Overview {
        duties: duties(plan, roster, today),
        units: Vec::new(),
    };
    for unit in &roster.units {
        let record = workspace.record(&plan.id, &unit.id);
        let line = line(plan, roster, unit, record, &overview.duties, today);
        if line.cells.iter().any(Option::is_some) {
            overview.units.push(line);
        }
    }
    overview.recount();
    overview
}

fn duties(plan: &Plan, roster: &Roster, today: Day) -> Vec<Duty> {
    let has_unit = |task: &&Task| {
        roster
            .units
            .iter()
            .any(|unit| roster.part_of(&unit.id, task).is_some())
    };
    plan.tasks
        .iter()
        .filter(has_unit)
        .map(|task| {
            let period = plan.periods(task, today).first().copied();
            Duty {
                id: DutyId {
                    plan: plan.id.clone(),
                    task: task.id.clone(),
                    period,
                },
                path: task.path.clone(),
                action: task.action().to_owned(),
                last_day: task.last_day(period, plan.before_day),
                counts: Counts::default(),
            }
        })
        .collect()
}

fn line(
    plan: &Plan,
    roster: &Roster,
    unit: &Unit,
    record: Option<&Record>,
    duties: &[Duty],
    today: Day,
) -> UnitLine {
    let mut counts = Counts::default();
    let cells = duties
        .iter()
        .map(|duty| {
            let task = plan.task(&duty.id.task)?;
            roster.part_of(&unit.id, task)?;
            let row = row(plan, roster, &unit.id, record, task, duty.id.period, today);
            counts.add(row.standing);
            Some(row)
        })
        .collect();
    UnitLine {
        unit: unit.clone(),
        groups: roster.groups_of(&unit.id),
        heard: record.and_then(Record::written_at),
        cells,
        counts,
    }
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

    /// Returns the units of whom nothing has arrived.
    #[must_use]
    pub fn silent(&self) -> Vec<&Unit> {
        self.units
            .iter()
            .filter(|line| line.heard.is_none())
            .map(|line| &line.unit)
            .collect()
    }

    /// Keeps what a person asked for.
    #[must_use]
    pub fn kept(mut self, choice: &Choice) -> Self {
        let query = fold(&choice.query);
        self.units.retain(|line| {
            choice.show.wants(line)
                && choice
                    .group
                    .as_ref()
                    .is_none_or(|group| line.groups.contains(group))
                && fold(&line.unit.name).contains(query.trim())
        });
        self.recount();
        self
    }

    fn recount(&mut self) {
        for duty in &mut self.duties {
            duty.counts = Counts::default();
        }
        for line in &self.units {
            for (duty, cell) in self.duties.iter_mut().zip(&line.cells) {
                if let Some(cell) = cell {
                    duty.counts.add(cell.standing);
                }
            }
        }
    }
}

/// What a person asked to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub show: Show,
    pub group: Option<GroupId>,
    /// Letters of the unit's name, with or without marks.
    pub query: String,
}

/// Units by how their duties stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Overdue,
    DueSoon,
    /// Those of whom nothing has arrived.
    Silent,
}

impl Show {
    fn wants(self, line: &UnitLine) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => line.counts.overdue > 0,
            Self::DueSoon => line.counts.due_soon > 0,
            Self::Silent => line.heard.is_none(),
        }
    }
}

impl UnitLine {
    /// Returns how many days ago the unit last wrote.
    #[must_use]
    pub fn days_since(&self, today: Day) -> Option<i64> {
        let heard = day_in_vietnam(self.heard?);
        Some((today - heard).num_days().max(0))
    }
}
