//! What plans set a day for → appointments for a calendar, whatever span anybody reports on.

use super::calendar::identity;
use super::{Appointment, Repeats};
use crate::domain::{
    Bearer, Day, Period, Plan, PlanId, Recurrence, Standing, Task, Unit, UnitId, capitalised,
};
use crate::progress::{Entry, Record};
use crate::sorted::sort_by;
use crate::words::{self, report as said};
use crate::workspace::{Scope, Workspace};
use chrono::Datelike;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many days before its last day a duty is reminded of.
const AHEAD: [u8; 2] = [7, 1];

/// Makes an appointment of each deadline on a day or later: of one plan, or of all that are at work.
///
/// What nobody who is asked about owes any more is left out. A duty without a day has no appointment. Where
/// all are asked about, a duty that no unit on the roster has is there too, since its day stands.
///
/// A recurring duty is one appointment without an end, as plans set none. A period in which anything is
/// other than usual – done by some, or put off – is left out of it and has appointments of its own.
///
/// An identity follows from the plan, the duty, the period and who is asked about, from nothing that changes:
/// on every device, on every day, and after a day was moved it is the same. Where several units are asked
/// about, one whose day is not that of the others has an appointment of its own, under the identity that it
/// has in its own calendar.
#[must_use]
pub fn deadlines(
    workspace: &Workspace,
    plan: Option<&PlanId>,
    scope: &Scope,
    from: Day,
) -> Vec<Appointment> {
    let is_wanted = |it: &&Plan| match plan {
        Some(id) => it.id == *id,
        None => workspace.is_at_work(&it.id),
    };
    let plans = workspace.plans.values().map(Arc::as_ref).filter(is_wanted);
    let agendas = plans.filter_map(|plan| Agenda::of(workspace, plan, scope, from));
    let mut all: Vec<_> = agendas.flat_map(|agenda| agenda.appointments()).collect();
    sort_by(&mut all, |a, b| a.day < b.day);
    all
}

/// A plan, and those who are asked about.
struct Agenda<'w> {
    plan: &'w Plan,
    /// What tells their appointments from those of others; empty for all.
    mark: String,
    doers: Vec<Doer<'w>>,
    from: Day,
}

struct Doer<'w> {
    unit: &'w Unit,
    bearer: Bearer<'w>,
    record: Option<&'w Record>,
}

/// How those who have a duty stand with it in one period.
struct Turn<'w> {
    period: Option<Period>,
    /// The last day by the plan.
    usual: Option<Day>,
    each: Vec<Share<'w>>,
}

/// The last day of one unit, extensions included, and whether it still owes a result.
struct Share<'w> {
    unit: &'w Unit,
    day: Option<Day>,
    is_owed: bool,
}

impl<'w> Agenda<'w> {
    fn of(workspace: &'w Workspace, plan: &'w Plan, scope: &Scope, from: Day) -> Option<Self> {
        let roster = workspace.rosters.get(&plan.id)?;
        // One unit may have another identity on each plan.
        let me = match scope {
            Scope::Unit(id) => Some(&workspace.unit_on(&plan.id, id)?.id),
            _ => None,
        };
        let mark = match (scope, me) {
            (Scope::Group(id), _) => format!("g-{}", identity(id.as_str())),
            (_, Some(me)) => unit_mark(me),
            _ => String::new(),
        };
        let is_asked = |unit: &&Unit| match scope {
            Scope::All => true,
            Scope::Group(id) => roster.groups_of(&unit.id).contains(id),
            Scope::Unit(_) => Some(&unit.id) == me,
        };
        let doer = |unit: &'w Unit| Doer {
            unit,
            bearer: roster.bearer(&unit.id),
            record: workspace.record(&plan.id, &unit.id),
        };
        Some(Self {
            plan,
            doers: roster.at_work().filter(is_asked).map(doer).collect(),
            mark,
            from,
        })
    }

    fn appointments(&self) -> Vec<Appointment> {
        let mut all = Vec::new();
        for task in &self.plan.tasks {
            let has = |it: &&Doer| it.bearer.part_in(task).is_some();
            let doers: Vec<_> = self.doers.iter().filter(has).collect();
            if doers.is_empty() && !self.mark.is_empty() {
                continue;
            }
            match task.recurrence {
                None => all.extend(self.of_turn(task, &self.turn(task, None, &doers))),
                Some(recurrence) => all.extend(self.recurring(task, recurrence, &doers)),
            }
        }
        all
    }

    /// The periods that are other than usual, each for itself, and all others as one.
    fn recurring(
        &self,
        task: &Task,
        recurrence: Recurrence,
        doers: &[&Doer<'w>],
    ) -> Vec<Appointment> {
        let records = doers.iter().filter_map(|it| it.record);
        let writes = records.flat_map(Record::writes);
        let told = writes.filter(|(_, write)| write.slot.task == task.id);
        let told = told.filter_map(|(_, write)| write.slot.period);
        let told: BTreeSet<_> = told.filter(|it| it.recurrence() == recurrence).collect();
        let turns = told.into_iter().map(|it| self.turn(task, Some(it), doers));
        let odd: Vec<_> = turns.filter(|turn| !turn.is_usual()).collect();
        let mut all: Vec<_> = odd.iter().flat_map(|it| self.of_turn(task, it)).collect();
        let day = |period| task.last_day(Some(period), self.plan.before_day);
        let is_next = |it: &Period| {
            let is_odd = odd.iter().any(|turn| turn.period == Some(*it));
            !is_odd && day(*it) >= Some(self.from)
        };
        let running = Some(recurrence.period_at(self.from));
        let first = std::iter::successors(running, |it| Some(it.next())).find(is_next);
        let units: Vec<_> = doers.iter().map(|it| it.unit).collect();
        all.extend(first.and_then(|first| {
            let later = odd.iter().filter(|turn| turn.period > Some(first));
            let repeats = Repeats {
                every: recurrence,
                day_of_month: self.day_of_month(task),
                without: later.filter_map(|turn| turn.usual).collect(),
            };
            Some(Appointment {
                repeats: Some(repeats),
                ..self.appointment(task, None, day(first)?, &units)
            })
        }));
        all
    }

    fn turn(&self, task: &Task, period: Option<Period>, doers: &[&Doer<'w>]) -> Turn<'w> {
        let usual = task.last_day(period, self.plan.before_day);
        let owed = |doer: &&Doer<'w>| {
            let entry = doer.record.map(|it| Entry::of(it, &task.id, period));
            let entry = entry.unwrap_or_default();
            let day = entry.extended_to().or(usual);
            Share {
                unit: doer.unit,
                day,
                is_owed: Standing::of(&entry.counted_status(), day, self.from).is_owed(),
            }
        };
        Turn {
            period,
            usual,
            each: doers.iter().map(owed).collect(),
        }
    }

    /// An appointment of those who share the duty's day, and one of each whose day is another.
    fn of_turn(&self, task: &Task, turn: &Turn<'w>) -> Vec<Appointment> {
        let shared = turn.shared_day();
        let is_coming = |day: &Day| *day >= self.from;
        let owing = || turn.each.iter().filter(|it| it.is_owed);
        let with: Vec<_> = owing()
            .filter(|it| it.day == shared)
            .map(|it| it.unit)
            .collect();
        let is_there = !with.is_empty() || turn.each.is_empty();
        let together = shared.filter(|day| is_there && is_coming(day));
        let together = together.map(|day| self.appointment(task, turn.period, day, &with));
        let apart = owing().filter(|it| it.day != shared).filter_map(|it| {
            let day = it.day.filter(is_coming)?;
            let own = self.appointment(task, turn.period, day, &[it.unit]);
            Some(Appointment {
                uid: self.uid(task, turn.period, &unit_mark(&it.unit.id)),
                title: said::appointment_of(&own.title, &it.unit.name),
                ..own
            })
        });
        together.into_iter().chain(apart).collect()
    }

    fn appointment(
        &self,
        task: &Task,
        period: Option<Period>,
        day: Day,
        units: &[&Unit],
    ) -> Appointment {
        let names: Vec<_> = units.iter().map(|unit| unit.name.clone()).collect();
        let leads = task.lead.iter().map(|it| capitalised(&it.words));
        let names = if names.is_empty() {
            leads.collect()
        } else {
            names
        };
        let time = task.deadline.as_ref().map(|it| it.words.as_str());
        let path = words::task_path(&task.path);
        Appointment {
            uid: self.uid(task, period, &self.mark),
            day,
            title: said::appointment(self.plan.short_name(), &path, task.action()),
            details: said::appointment_details(task.action(), period, time, &names),
            ahead: AHEAD.to_vec(),
            repeats: None,
        }
    }

    fn uid(&self, task: &Task, period: Option<Period>, mark: &str) -> String {
        let mut uid = [self.plan.id.as_str(), task.id.as_str()]
            .map(identity)
            .join("_");
        for part in [
            period.map_or(String::new(), |it| it.to_string()),
            mark.to_owned(),
        ] {
            if !part.is_empty() {
                uid = [uid, part].join("_");
            }
        }
        uid
    }

    /// On which day of its month the duty is due in each period, as [`Period::counterpart`] counts.
    fn day_of_month(&self, task: &Task) -> u8 {
        let deadline = task.deadline.as_ref();
        let day = deadline.and_then(|it| it.last_day(self.plan.before_day));
        let day = day.filter(|day| day.succ_opt().is_some_and(|next| next.day() != 1));
        day.map_or(Repeats::LAST_OF_MONTH, |day| {
            u8::try_from(day.day()).unwrap_or(1)
        })
    }
}

/// No period and no group is marked alike.
fn unit_mark(unit: &UnitId) -> String {
    format!("u-{}", identity(unit.as_str()))
}

impl Turn<'_> {
    /// Says whether everybody still owes it on the day that the plan sets.
    fn is_usual(&self) -> bool {
        self.each
            .iter()
            .all(|it| it.is_owed && it.day == self.usual)
    }

    /// The day that stands for the duty: the plan's where it holds for anybody, or else the earliest. Who
    /// is done does not change it, so that an appointment never takes the day of another that was there.
    fn shared_day(&self) -> Option<Day> {
        let days = || self.each.iter().map(|it| it.day);
        if self.each.is_empty() || days().any(|day| day == self.usual) {
            self.usual
        } else {
            days().flatten().min()
        }
    }
}
