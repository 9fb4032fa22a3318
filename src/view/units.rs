//! The units of one plan as lists show them, each with how far it is.

use super::checklist::Tally;
use super::names::Names;
use super::sheet::{Column, cells};
use crate::domain::{Day, GroupId, Part, Parts, Plan, PlanId, Roster, Unit, UnitId, fold};
use crate::progress::Record;
use crate::sorted::SortedMap;
use crate::workspace::Workspace;
use std::sync::{Arc, OnceLock};

/// The units of a plan that are at work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// In the order of the roster.
    pub rows: Vec<Arc<UnitRow>>,
    places: Arc<Places>,
}

/// A unit of a list.
#[derive(Debug)]
pub struct UnitRow {
    pub unit: Unit,
    /// Whether it is the one that works on this device.
    pub is_me: bool,
    pub(super) names: Names,
    parts: Arc<[Option<Part>]>,
    columns: Arc<[Column]>,
    today: Day,
    record: Option<Record>,
    tally: OnceLock<Tally>,
}

/// Units that are followed: a change makes those anew that it touches.
#[derive(Default)]
pub struct KeptUnits {
    basis: Option<Basis>,
    units: Units,
}

/// What all rows are made of beside who works here and what their unit wrote.
#[derive(PartialEq)]
struct Basis {
    /// The stamps of the plans and the rosters.
    stamps: (u64, u64),
    plan: PlanId,
    today: Day,
}

/// What changes of a row while the plan and the roster stay.
struct Now<'w> {
    is_me: bool,
    record: Option<&'w Record>,
}

/// Where units stand among the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Places {
    /// Those in no group.
    alone: Vec<usize>,
    of_groups: Vec<(GroupId, Vec<usize>)>,
}

impl KeptUnits {
    /// Returns the units of a plan as they are now.
    pub fn now(&mut self, workspace: &Workspace, plan: &PlanId, today: Day) -> Units {
        let known = workspace.plans.get(plan).zip(workspace.rosters.get(plan));
        let Some((plan, roster)) = known else {
            return Units::default();
        };
        let basis = Some(Basis {
            stamps: (workspace.plans.stamp(), workspace.rosters.stamp()),
            plan: plan.id.clone(),
            today,
        });
        let me = workspace.settings.me.as_ref();
        let me = me.and_then(|me| workspace.unit_on(&plan.id, me));
        let now = |unit: &UnitId| Now {
            is_me: me.is_some_and(|me| me.id == *unit),
            record: workspace.record(&plan.id, unit),
        };
        if self.basis != basis {
            self.units = Units::of(plan, roster, today, &now);
            self.basis = basis;
            return self.units.clone();
        }
        for row in &mut self.units.rows {
            let now = now(&row.unit.id);
            if row.record.as_ref() != now.record || row.is_me != now.is_me {
                *row = Arc::new(row.with(&now));
            }
        }
        self.units.clone()
    }
}

impl Units {
    fn of<'w>(plan: &Plan, roster: &Roster, today: Day, now: &dyn Fn(&UnitId) -> Now<'w>) -> Self {
        let mut parts = Parts::new(roster, &plan.tasks);
        let columns: Arc<[Column]> = (0..plan.tasks.len())
            .map(|place| {
                let periods = plan.periods(&plan.tasks[place], today);
                Column::of(plan, place, periods.first().copied())
            })
            .collect();
        let row = |unit: &Unit, parts, now: Now| UnitRow {
            unit: unit.clone(),
            is_me: now.is_me,
            names: Names::default(),
            parts,
            columns: columns.clone(),
            today,
            record: now.record.cloned(),
            tally: OnceLock::new(),
        };
        let rows = roster.at_work();
        let rows = rows.map(|unit| row(unit, parts.of(&unit.id), now(&unit.id)));
        let rows: Vec<_> = rows.map(Arc::new).collect();
        Self {
            rows,
            places: Arc::new(Places::of(roster)),
        }
    }

    /// Returns the units that are in no group.
    #[must_use]
    pub fn alone(&self) -> Vec<Arc<UnitRow>> {
        self.at(&self.places.alone)
    }

    /// Returns the members of a group, in its order.
    #[must_use]
    pub fn members(&self, group: &GroupId) -> Vec<Arc<UnitRow>> {
        let mut groups = self.places.of_groups.iter();
        let found = groups.find(|(id, _)| id == group);
        found.map_or_else(Vec::new, |(_, places)| self.at(places))
    }

    /// Returns the units whose names hold what is typed.
    #[must_use]
    pub fn called(&self, typed: &str) -> Vec<Arc<UnitRow>> {
        let typed = fold(typed);
        let is_called = |row: &&Arc<UnitRow>| row.names.now_hold(&row.unit, typed.trim());
        self.rows.iter().filter(is_called).cloned().collect()
    }

    fn at(&self, places: &[usize]) -> Vec<Arc<UnitRow>> {
        places.iter().map(|at| self.rows[*at].clone()).collect()
    }
}

impl UnitRow {
    /// Counts its duties of the running periods; the same as [`Checklist::tally`](super::Checklist::tally).
    #[must_use]
    pub fn tally(&self) -> Tally {
        *self.tally.get_or_init(|| {
            let cells = cells(self.record.as_ref(), &self.parts, &self.columns, self.today);
            let mut tally = Tally::default();
            for cell in cells.iter().flatten() {
                tally.add(cell.standing);
            }
            tally
        })
    }

    fn with(&self, now: &Now) -> Self {
        Self {
            unit: self.unit.clone(),
            is_me: now.is_me,
            names: self.names.clone(),
            parts: self.parts.clone(),
            columns: self.columns.clone(),
            today: self.today,
            record: now.record.cloned(),
            tally: OnceLock::new(),
        }
    }
}

/// Whether it was counted by now says nothing.
impl PartialEq for UnitRow {
    fn eq(&self, other: &Self) -> bool {
        self.unit == other.unit
            && self.is_me == other.is_me
            && self.parts == other.parts
            && self.columns == other.columns
            && self.today == other.today
            && self.record == other.record
    }
}

impl Eq for UnitRow {}

impl Places {
    fn of(roster: &Roster) -> Self {
        let rows = roster.at_work().enumerate();
        let rows: SortedMap<&UnitId, usize> = rows.map(|(at, unit)| (&unit.id, at)).collect();
        let groups = roster.groups.iter();
        let of_groups: Vec<(GroupId, Vec<usize>)> = groups
            .map(|group| {
                let members = group.members.iter();
                let places = members.filter_map(|id| rows.get(&id).copied());
                (group.id.clone(), places.collect())
            })
            .collect();
        let mut is_alone = vec![true; rows.len()];
        for at in of_groups.iter().flat_map(|(_, places)| places) {
            is_alone[*at] = false;
        }
        Self {
            alone: (0..rows.len()).filter(|at| is_alone[*at]).collect(),
            of_groups,
        }
    }
}
