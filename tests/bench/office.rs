//! Made-up work, put into the browser's store as if it had always been there. The same numbers always give the same.

use chrono::TimeDelta;
use serde_json::json;
use so_tien_do::domain::{
    Day, Deadline, DeviceId, Party, Plan, PlanId, Rule, Status, Task, TaskId, UnitId,
};
use so_tien_do::file::{Kind, Progress, seal};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::reader::read;
use so_tien_do::workspace::{Action, Edit, RecordId, Shelf, Workspace};

use crate::harness::{Failure, Page, Result};
use crate::scale::NOW;
use crate::stored::texts_of;

const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";

/// How much there is.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    /// At work; each has as many duties for one group.
    pub(crate) plans: usize,
    pub(crate) duties: usize,
    /// In the group; the first of them is who works on the device.
    pub(crate) units: usize,
    /// Put away in the archive with all that was written on them.
    pub(crate) archived: usize,
    /// Whether the units have written of a year's work.
    pub(crate) written: bool,
}

/// One plan with so many duties for the one unit, which has written nothing yet.
pub(crate) fn list_of(duties: usize) -> Work {
    Work {
        plans: 1,
        duties,
        units: 1,
        archived: 0,
        written: false,
    }
}

/// So many plans that one unit has worked on for a year.
pub(crate) fn year_on(plans: usize) -> Work {
    Work {
        plans,
        duties: 40,
        units: 1,
        archived: 0,
        written: true,
    }
}

pub(crate) struct Office {
    workspace: Workspace,
    plans: Vec<PlanId>,
    me: UnitId,
}

impl Office {
    pub(crate) fn of(work: Work) -> Result<Self> {
        let mut office = Self {
            workspace: Workspace::empty(DeviceId::new("office")),
            plans: Vec::new(),
            me: UnitId::new(""),
        };
        for number in 1..=work.plans + work.archived {
            office.add_plan(number, work)?;
        }
        office.act(Action::ChooseMe(office.me.clone()))?;
        Ok(office)
    }

    /// The address of what the unit has to do.
    pub(crate) fn list(&self) -> String {
        format!("#/don-vi/{}", self.me)
    }

    /// The addresses of all kinds of screens.
    pub(crate) fn screens(&self) -> Vec<(&'static str, String)> {
        let plan = &self.plans[0];
        vec![
            ("today", "#/hom-nay".to_owned()),
            ("plans", "#/ke-hoach".to_owned()),
            ("a plan", self.document()),
            ("units", "#/don-vi".to_owned()),
            ("a unit", self.list()),
            ("assigning", format!("#/giao-viec/{plan}")),
            ("overview", format!("#/tong-hop/{plan}")),
            ("report", format!("#/bao-cao/{plan}")),
            ("exchange", "#/gui-nhan".to_owned()),
            ("settings", "#/cai-dat".to_owned()),
            ("help", "#/tro-giup".to_owned()),
        ]
    }

    pub(crate) fn document(&self) -> String {
        format!("#/ke-hoach/{}", self.plans[0])
    }

    /// Puts it into the browser's store, in place of what is there; it is shown when the page is loaded anew.
    pub(crate) async fn put(&self, page: &Page) -> Result {
        put_texts(page, &texts_of(&self.workspace)).await
    }

    /// Progress files of the second unit on the first plan, as its own device sends them; each says of one duty more.
    pub(crate) fn files_from_other(&self, count: usize) -> Result<Vec<String>> {
        let is_of_other = |id: &&RecordId| id.plan == self.plans[0] && id.unit != self.me;
        let record = self.workspace.records.keys().find(is_of_other).cloned();
        let record = record.ok_or_else(|| Failure::new("no other unit has written"))?;
        let mut sender = Self {
            workspace: self.workspace.clone(),
            plans: self.plans.clone(),
            me: record.unit.clone(),
        };
        sender.workspace.device = DeviceId::new("other");
        let tasks = self.workspace.plans[&record.plan].tasks.iter();
        let file = |task: &Task| {
            let slot = Slot::new(&task.id, None, Field::Difficulty);
            let text = Value::Text("Thiếu kinh phí, đã đề nghị cấp thêm".to_owned());
            sender.act(Action::Edit(record.clone(), Edit::Write(slot, text)))?;
            let parcels = sender.workspace.parcels(|id| *id == record);
            seal(Kind::Progress, &Progress { parcels }, NOW).map_err(Failure::new)
        };
        tasks.take(count).map(file).collect()
    }

    /// How many characters are stored, as browsers count them.
    pub(crate) fn size(&self) -> usize {
        let texts = texts_of(&self.workspace).into_iter();
        texts
            .map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count())
            .sum()
    }

    fn add_plan(&mut self, number: usize, work: Work) -> Result {
        let mut reading = read(include_str!("../data/plans/96-kh-hu.txt"));
        let id = PlanId::new(format!("made-up-{number}"));
        reading.plan.id = id.clone();
        let mut groups = reading.roster.groups.iter();
        let group = groups.find(|group| group.name == GROUP);
        let group = group.ok_or_else(|| Failure::new("the plan has no such group"))?;
        let group = group.id.clone();
        set_duties(&mut reading.plan, work.duties, &Party::Group(group.clone()))?;
        self.workspace.add_plan(reading.plan, reading.roster);
        let names: Vec<_> = (1..=work.units)
            .map(|at| format!("Chi bộ thôn {at}"))
            .collect();
        self.act(Action::AddMembers(id.clone(), group, names.clone()))?;
        let units = self.workspace.rosters[&id].units.iter();
        let units: Vec<_> = units
            .filter(|unit| names.contains(&unit.name))
            .map(|unit| unit.id.clone())
            .collect();
        self.me = units[0].clone();
        if work.written {
            for unit in units {
                self.write_of_a_year(&id, &unit)?;
            }
        }
        if number > work.plans {
            self.act(Action::PutAway(id.clone(), Some(Shelf::Archive)))?;
        }
        self.plans.push(id);
        Ok(())
    }

    /// Two of three duties are done; of all something is said.
    fn write_of_a_year(&mut self, plan: &PlanId, unit: &UnitId) -> Result {
        let tasks = self.workspace.plans[plan].tasks.clone();
        for (at, task) in tasks.iter().enumerate() {
            let status = if at % 3 == 0 {
                Status::InProgress
            } else {
                Status::Done {
                    on: day_in_year(at * 9)?,
                }
            };
            let note = format!("Đã họp chi bộ lần {at}, đã giao người phụ trách và báo cáo");
            for (field, value) in [
                (Field::Status, Value::Status(status)),
                (Field::Note, Value::Text(note)),
                (Field::Person, Value::Text("Bí thư chi bộ".to_owned())),
            ] {
                let slot = Slot::new(&task.id, None, field);
                let record = RecordId {
                    plan: plan.clone(),
                    unit: unit.clone(),
                };
                self.act(Action::Edit(record, Edit::Write(slot, value)))?;
            }
        }
        Ok(())
    }

    fn act(&mut self, action: Action) -> Result {
        let outcome = self.workspace.apply(action, NOW);
        outcome.map_err(|error| Failure::new(format!("{error:?}")))?;
        Ok(())
    }
}

/// Gives the plan so many duties in place of its own, all of one group and due on different days.
fn set_duties(plan: &mut Plan, duties: usize, lead: &Party) -> Result {
    let model = plan.tasks.iter().find(|task| task.path == "III.1").cloned();
    let model = model.ok_or_else(|| Failure::new("the plan has no such duty"))?;
    plan.tasks.clear();
    for number in 1..=duties {
        let mut task = model.clone();
        task.id = TaskId::new(format!("iv-{number}"));
        task.path = format!("IV.{number}");
        for assignment in &mut task.lead {
            assignment.parties = vec![lead.clone()];
        }
        task.deadline = Some(Deadline {
            words: "trong năm".to_owned(),
            rule: Rule::By(day_in_year(number * 5)?),
            chosen: None,
        });
        plan.tasks.push(task);
    }
    Ok(())
}

fn day_in_year(number: usize) -> Result<Day> {
    let first = Day::from_ymd_opt(2026, 1, 1).ok_or_else(|| Failure::new("no such day"))?;
    Ok(first + TimeDelta::days(i64::try_from(number % 365)?))
}

/// Puts texts into the browser's store, in place of what is there.
pub(crate) async fn put_texts(page: &Page, texts: &[(String, String)]) -> Result {
    let script = "localStorage.clear();
        for (const [key, text] of arguments[0]) localStorage.setItem(key, text)";
    page.browser.execute(script, vec![json!(texts)]).await?;
    Ok(())
}
