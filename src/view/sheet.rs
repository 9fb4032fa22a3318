//! How an overview is filled in, line by line; a line stays while nothing changes of what it is made of.

use super::cell::Cell;
use super::counts::{Counts, Reviews};
use super::duty::{DutyId, Said};
use super::names::Names;
use super::overview::{Duty, Overview, UnitLine, periods_back};
use super::round::Answer;
use crate::domain::{
    Day, GroupId, Moment, Part, Parts, Period, Plan, PlanId, Roster, Task, TaskId, Unit, UnitId,
};
use crate::progress::{Field, Record, Slot};
use crate::workspace::{Received, RecordId, Workspace};
use std::sync::Arc;

/// An overview that is followed: only the lines that a change touches are gathered anew. There may be thousands, so
/// they are gathered in turns.
#[derive(Default)]
pub struct KeptOverview {
    frame: Option<Frame>,
    lines: Vec<(Heard, Arc<UnitLine>)>,
    at_work: Option<AtWork>,
}

/// What all lines are made of beside what was heard of their unit.
struct Frame {
    basis: Basis,
    bearers: Vec<Borne>,
    columns: Vec<Column>,
}

/// What a frame is made of.
#[derive(PartialEq)]
struct Basis {
    /// The stamps of the plans and the rosters.
    stamps: (u64, u64),
    plan: PlanId,
    me: Option<UnitId>,
    today: Day,
    back: usize,
}

/// An overview that is being gathered of what was known when that began.
struct AtWork {
    known: Workspace,
    /// How many lines are as they are to be.
    done: usize,
}

/// What was heard of a unit.
type Heard = (Option<Record>, Option<Received>);

/// What all lines are filled in from.
pub(super) struct Sheet<'w> {
    workspace: &'w Workspace,
    plan: &'w Plan,
    roster: &'w Roster,
    today: Day,
    /// The unit that works on this device.
    me: Option<&'w UnitId>,
}

/// A unit at work, and its part in each task of the plan.
pub(super) struct Borne {
    /// The unit's place in the roster.
    place: usize,
    parts: Arc<[Option<Part>]>,
    groups: Vec<GroupId>,
}

/// A task in one period.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// The task's place in the plan.
    place: usize,
    task: TaskId,
    period: Option<Period>,
    /// Where nothing put it off.
    last_day: Option<Day>,
}

impl KeptOverview {
    /// Begins to gather the overview of a plan as it is now, so many periods before the running ones: the same as
    /// [`overview_back`](super::overview_back). What was being gathered before is given up.
    pub fn begin(&mut self, workspace: &Workspace, plan: &PlanId, today: Day, back: usize) {
        self.at_work = Some(AtWork {
            known: workspace.clone(),
            done: 0,
        });
        let Some(sheet) = Sheet::of(workspace, plan, today) else {
            self.frame = None;
            return;
        };
        let basis = Basis {
            stamps: (workspace.plans.stamp(), workspace.rosters.stamp()),
            plan: plan.clone(),
            me: sheet.me.cloned(),
            today,
            back,
        };
        if self.frame.as_ref().is_none_or(|it| it.basis != basis) {
            self.lines.clear();
            self.frame = Some(sheet.frame(basis));
        }
    }

    /// Returns how many periods before the running ones it is that was begun last.
    #[must_use]
    pub fn back(&self) -> usize {
        self.frame.as_ref().map_or(0, |frame| frame.basis.back)
    }

    /// Says whether an overview is being gathered.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.at_work.is_some()
    }

    /// Gathers for as long as `go_on` says, which is asked after each line. Returns the overview when it is whole; `None`
    /// where more is to be done, and where nothing was begun.
    pub fn go_on(&mut self, mut go_on: impl FnMut() -> bool) -> Option<Overview> {
        let AtWork { known, mut done } = self.at_work.take()?;
        let Some(frame) = &self.frame else {
            return Some(Overview::default());
        };
        let sheet = Sheet::of(&known, &frame.basis.plan, frame.basis.today)?;
        while let Some(borne) = frame.bearers.get(done) {
            let heard = sheet.heard(sheet.unit(borne));
            let line = || Arc::new(sheet.line(borne, &frame.columns));
            match self.lines.get_mut(done) {
                Some((known, _)) if *known == heard => {}
                Some(kept) => *kept = (heard, line()),
                None => self.lines.push((heard, line())),
            }
            done += 1;
            if !go_on() {
                self.at_work = Some(AtWork { known, done });
                return None;
            }
        }
        let lines = self.lines.iter().map(|(_, line)| line.clone());
        Some(sheet.overview(&frame.columns, lines.collect()))
    }
}

impl<'w> Sheet<'w> {
    /// Returns what the lines of a plan are filled in from; `None` where there is no such plan.
    pub(super) fn of(workspace: &'w Workspace, plan: &PlanId, today: Day) -> Option<Self> {
        let me = workspace.settings.me.as_ref();
        let me = me.and_then(|me| workspace.unit_on(plan, me));
        Some(Self {
            workspace,
            plan: workspace.plans.get(plan)?,
            roster: workspace.rosters.get(plan)?,
            today,
            me: me.map(|me| &me.id),
        })
    }

    fn frame(&self, basis: Basis) -> Frame {
        let bearers = self.bearers();
        let columns = self.columns(&bearers, periods_back(basis.today, basis.back));
        Frame {
            basis,
            bearers,
            columns,
        }
    }

    /// Returns the units at work, in the order of the roster.
    pub(super) fn bearers(&self) -> Vec<Borne> {
        let mut parts = Parts::new(self.roster, &self.plan.tasks);
        let units = self.roster.units.iter().enumerate();
        let at_work = units.filter(|(_, unit)| unit.is_at_work());
        let borne = at_work.map(|(place, unit)| Borne {
            place,
            parts: parts.of(&unit.id),
            groups: parts.groups_of(&unit.id),
        });
        borne.collect()
    }

    fn unit(&self, borne: &Borne) -> &'w Unit {
        &self.roster.units[borne.place]
    }

    /// Returns the duties that any of the units has.
    pub(super) fn columns(
        &self,
        bearers: &[Borne],
        periods: impl Fn(&Plan, &Task) -> Vec<Period>,
    ) -> Vec<Column> {
        let is_borne = |place: usize| bearers.iter().any(|it| it.parts[place].is_some());
        let columns = |(place, task): (usize, &Task)| -> Vec<Column> {
            if task.recurrence.is_none() {
                return vec![Column::of(self.plan, place, None)];
            }
            let periods = periods(self.plan, task).into_iter();
            periods
                .map(|period| Column::of(self.plan, place, Some(period)))
                .collect()
        };
        let tasks = self.plan.tasks.iter().enumerate();
        let borne = tasks.filter(|(place, _)| is_borne(*place));
        borne.flat_map(columns).collect()
    }

    /// Puts lines together, those without a duty left out.
    pub(super) fn overview(&self, columns: &[Column], mut lines: Vec<Arc<UnitLine>>) -> Overview {
        lines.retain(|line| line.cells.iter().any(Option::is_some));
        let groups = self.roster.groups.iter();
        let mut overview = Overview {
            plan_name: self.plan.short_name().to_owned(),
            round: self.roster.round.clone(),
            groups: groups
                .map(|group| (group.id.clone(), group.name.clone()))
                .collect(),
            units: lines,
            duties: columns.iter().map(|column| self.duty(column)).collect(),
        };
        overview.recount();
        overview
    }

    fn duty(&self, column: &Column) -> Duty {
        let task = &self.plan.tasks[column.place];
        Duty {
            id: DutyId {
                plan: self.plan.id.clone(),
                task: task.id.clone(),
                period: column.period,
            },
            path: task.path.clone(),
            action: task.action().to_owned(),
            last_day: column.last_day,
            counts: Counts::default(),
        }
    }

    pub(super) fn line(&self, borne: &Borne, columns: &[Column]) -> UnitLine {
        let unit = self.unit(borne);
        let record = self.workspace.record(&self.plan.id, &unit.id);
        let cells = cells(record, &borne.parts, columns, self.today);
        let (mut counts, mut reviews) = (Counts::default(), Reviews::default());
        for cell in cells.iter().flatten() {
            counts.add(cell.standing);
            reviews.add(cell);
        }
        let heard = record.and_then(Record::written_at);
        let arrival = self.arrival(unit, heard);
        let round = self.roster.round.as_ref();
        UnitLine {
            unit: unit.clone(),
            names: Names::default(),
            groups: borne.groups.clone(),
            heard,
            arrived: arrival.map(|(_, last)| last),
            answer: round
                .map(|round| Answer::to(round, arrival.map(|(first, _)| first), self.today)),
            cells,
            counts,
            reviews,
        }
    }

    fn heard(&self, unit: &Unit) -> Heard {
        let record = self.workspace.record(&self.plan.id, &unit.id);
        (record.cloned(), self.received(unit).cloned())
    }

    /// Returns when a unit's report arrived, first since it was asked for and last. What is written
    /// on this device needs no file to arrive.
    fn arrival(&self, unit: &Unit, heard: Option<Moment>) -> Option<(Moment, Moment)> {
        if self.me == Some(&unit.id) {
            return heard.map(|heard| (heard, heard));
        }
        let it = self.received(unit)?;
        Some((it.first, it.last))
    }

    fn received(&self, unit: &Unit) -> Option<&'w Received> {
        let id = RecordId {
            plan: self.plan.id.clone(),
            unit: unit.id.clone(),
        };
        self.workspace.settings.received.get(&id)
    }
}

impl Column {
    pub(super) fn of(plan: &Plan, place: usize, period: Option<Period>) -> Self {
        let task = &plan.tasks[place];
        Self {
            place,
            task: task.id.clone(),
            period,
            last_day: task.last_day(period, plan.before_day),
        }
    }
}

/// Fills in the cells of a unit with these parts in the tasks of the plan.
pub(super) fn cells(
    record: Option<&Record>,
    parts: &[Option<Part>],
    columns: &[Column],
    today: Day,
) -> Vec<Option<Cell>> {
    let said = record.map(|record| Said::at(record, is_shown));
    let cell = |column: &Column| {
        let part = parts[column.place]?;
        let said = said.as_ref();
        let entry = said.map(|said| said.entry(&column.task, column.period));
        let entry = entry.unwrap_or_default();
        Some(Cell::of(&entry, part, column.last_day, today))
    };
    columns.iter().map(cell).collect()
}

/// Says whether a cell is made of what is written there. There are thousands of cells, so of all that is said no
/// more is gathered than they show.
fn is_shown(slot: &Slot) -> bool {
    match slot.field {
        // An explanation tells that the coordinator was answered.
        Field::Status | Field::Review | Field::Explanation | Field::Extension(_) => true,
        Field::Person
        | Field::Note
        | Field::Difficulty
        | Field::Proposal
        | Field::Document(_)
        | Field::Step(_) => false,
    }
}
