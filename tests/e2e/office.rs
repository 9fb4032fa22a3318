//! An office that gathers the results of many units, put into the browser's store as if it had always been
//! there.

use serde_json::json;
use so_tien_do::domain::{
    Day, Deadline, DeviceId, Moment, Party, Plan, PlanId, Rule, Status, TaskId, UnitId,
};
use so_tien_do::progress::{Extension, Field, Item, Slot, Value, Verdict};
use so_tien_do::reader::read;
use so_tien_do::store::{MemoryStore, Store, save};
use so_tien_do::workspace::{Action, Edit, Key, Received, RecordId, Workspace};

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::MORNING;

/// 08:00 of 16/11/2026 in Vietnam.
const ASKED: Moment = 1_794_790_800_000;
const DAY: Moment = 24 * 3_600_000;
const BRANCHES: &str = "Các chi bộ, đảng bộ trực thuộc";
const COMMITTEES: &str = "Cấp ủy";

pub(crate) struct Office {
    pub(crate) workspace: Workspace,
    pub(crate) plan: PlanId,
}

impl Office {
    /// So many units, each with an equal share of so many duties beside those of the plan.
    pub(crate) fn of(units: usize, further: usize) -> Self {
        let mut reading = read(include_str!("../data/plans/96-kh-hu.txt"));
        let id = reading.plan.id.clone();
        let group = |name: &str| {
            let mut groups = reading.roster.groups.iter();
            groups.find(|it| it.name == name).map(|it| it.id.clone())
        };
        let groups = [BRANCHES, COMMITTEES].map(|name| group(name).expect("a group"));
        add_duties(&mut reading.plan, further, &Party::Group(groups[0].clone()));
        let mut workspace = Workspace::empty(DeviceId::new("office"));
        workspace.add_plan(reading.plan, reading.roster);
        let mut office = Self {
            workspace,
            plan: id.clone(),
        };
        let names: Vec<String> = (1..=units).map(|at| format!("Chi bộ thôn {at}")).collect();
        office.act(Action::AddMembers(
            id.clone(),
            groups[0].clone(),
            names.clone(),
        ));
        let few = names.into_iter().step_by(5).collect();
        office.act(Action::AddMembers(id, groups[1].clone(), few));
        office
    }

    /// Every unit has told something, most have sent it; a report is asked for.
    pub(crate) fn at_work(mut self) -> Self {
        let by = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let ask = Action::AskReport(self.plan.clone(), by, "vanphong@vd.vn".to_owned());
        self.act(ask);
        let roster = self.workspace.rosters[&self.plan].clone();
        let units: Vec<UnitId> = roster.units.iter().map(|unit| unit.id.clone()).collect();
        let tasks = self.workspace.plans[&self.plan].tasks.clone();
        for (at, unit) in units.iter().enumerate().filter(|(at, _)| at % 7 != 3) {
            for (number, task) in tasks.iter().enumerate() {
                if roster.part_of(unit, task).is_some() && task.recurrence.is_none() {
                    self.tell(unit, &task.id, at * 7 + number * 3);
                }
            }
            if at % 4 != 1 {
                self.receive(unit, ASKED + DAY * Moment::try_from(at % 7).expect("small"));
            }
        }
        self
    }

    fn tell(&mut self, unit: &UnitId, task: &TaskId, turn: usize) {
        let done = |day| Status::Done {
            on: Day::from_ymd_opt(2026, 11, day).expect("a day"),
        };
        let status = match turn % 5 {
            0 | 1 => done(10),
            2 => done(21),
            3 => Status::InProgress,
            _ => Status::NotStarted,
        };
        let slot = Slot::new(task, None, Field::Status);
        self.edit(unit, Edit::Write(slot, Value::Status(status)));
        let verdict = match turn % 11 {
            0 => Verdict::Accepted,
            1 => Verdict::Returned,
            2 => Verdict::ExplanationAsked,
            3 => {
                let extension = Item::Extension(Extension {
                    last_day: Day::from_ymd_opt(2026, 12, 15).expect("a day"),
                    ground: "mưa lũ".to_owned(),
                });
                return self.edit(unit, Edit::Add(task.clone(), None, extension));
            }
            _ => return,
        };
        let words = "thiếu văn bản".to_owned();
        self.edit(unit, Edit::Review(task.clone(), None, verdict, words));
    }

    fn receive(&mut self, unit: &UnitId, at: Moment) {
        let received = Received {
            first: at,
            last: at,
            written_at: at,
        };
        let id = self.record(unit);
        self.workspace.settings.received.insert(id, received);
    }

    fn record(&self, unit: &UnitId) -> RecordId {
        RecordId {
            plan: self.plan.clone(),
            unit: unit.clone(),
        }
    }

    fn edit(&mut self, unit: &UnitId, edit: Edit) {
        self.act(Action::Edit(self.record(unit), edit));
    }

    fn act(&mut self, action: Action) {
        self.workspace.apply(action, ASKED).expect("an action");
    }

    /// Opens the app with all this on the device, and goes to the overview.
    pub(crate) async fn open(&self, server: &Server, browser: Browser) -> Result<Page> {
        let page = browser.at(MORNING).open(&server.url()).await?;
        // What is still under way when a page is left is told as an error by some browsers.
        page.whole().await?;
        self.put(&page).await?;
        page.reload().await?;
        page.see("Thứ Hai, 23/11/2026").await?;
        Ok(page)
    }

    pub(crate) async fn turn_to_overview(&self, page: &Page) -> Result {
        let address = format!("location.hash = '#/tong-hop/{}'; return null", self.plan);
        let () = page.js(&address).await?;
        page.see("số liệu đến ngày 23/11/2026").await
    }

    pub(crate) async fn turn_to_unit(&self, page: &Page, name: &str) -> Result {
        let unit = self.unit(name);
        let address = format!("location.hash = '#/don-vi/{unit}'; return null");
        let () = page.js(&address).await?;
        page.see(name).await
    }

    pub(crate) fn unit(&self, name: &str) -> &UnitId {
        let units = &self.workspace.rosters[&self.plan].units;
        let unit = units.iter().find(|unit| unit.name == name);
        &unit.expect("a unit").id
    }

    /// Who works on the device is one of the units.
    pub(crate) fn working_as(mut self, name: &str) -> Self {
        let unit = self.unit(name).clone();
        self.act(Action::ChooseMe(unit));
        self
    }

    /// Counts the units with something overdue at the [`MORNING`].
    pub(crate) fn late_units(&self) -> usize {
        let today = Day::from_ymd_opt(2026, 11, 23).expect("a day");
        let overview = so_tien_do::view::overview(&self.workspace, &self.plan, today);
        let units = overview.units.iter();
        units.filter(|line| line.counts.overdue > 0).count()
    }

    /// Puts all this into the store of the browser; it is there when the page is loaded anew.
    pub(crate) async fn put(&self, page: &Page) -> Result {
        let store = MemoryStore::default();
        let records = self.workspace.records.keys().cloned().map(Key::Record);
        let own = [
            Key::Plan(self.plan.clone()),
            Key::Roster(self.plan.clone()),
            Key::Settings,
        ];
        for key in own.into_iter().chain(records) {
            save(&store, &self.workspace, &key, ASKED).expect("room");
        }
        let texts: Vec<(String, String)> = store
            .keys()
            .expect("keys")
            .into_iter()
            .map(|key| {
                (
                    format!("so-tien-do/{key}"),
                    store.get(&key).ok().flatten().unwrap_or_default(),
                )
            })
            .collect();
        let script = format!(
            "for (const [key, text] of {}) localStorage.setItem(key, text); return null",
            json!(texts)
        );
        page.js::<()>(&script).await
    }
}

fn add_duties(plan: &mut Plan, further: usize, lead: &Party) {
    let model = plan
        .tasks
        .iter()
        .find(|task| task.path == "III.1")
        .cloned()
        .expect("a duty");
    for number in 1..=further {
        let mut task = model.clone();
        task.id = TaskId::new(format!("iv-{number}"));
        task.path = format!("IV.{number}");
        for assignment in &mut task.lead {
            assignment.parties = vec![lead.clone()];
        }
        let day = Day::from_ymd_opt(2026, 11, 1).expect("a day")
            + chrono::TimeDelta::days(i64::try_from(number).expect("small"));
        task.deadline = (number % 6 != 0).then(|| Deadline {
            words: "trong năm".to_owned(),
            rule: Rule::By(day),
            chosen: None,
        });
        plan.tasks.push(task);
    }
}
