//! Made-up work of as many units as a district, a province or the country has, the same for the same seed.
//!
//! Units are numbered, since none of them is a real one. Each has written of two duties of five, in the words
//! that such reports are made of.

use chrono::TimeDelta;
use so_tien_do::domain::{
    Day, Deadline, DeviceId, GroupId, Moment, Party, Plan, PlanId, Roster, Rule, Status, Task,
    TaskId, Unit, UnitId,
};
use so_tien_do::file::{Kind, Office, Parcel, Progress, Sender, seal_from};
use so_tien_do::progress::{Author, Field, Record, Slot, Value};
use so_tien_do::reader::read;
use so_tien_do::workspace::Workspace;

/// The communes of the country, each with forty duties.
pub(crate) const COUNTRY: usize = 3_321;
pub(crate) const DUTIES: usize = 40;

/// 08:00 of 16/11/2026 in Vietnam.
pub(crate) const NOW: Moment = 1_794_790_800_000;

const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";

const NOTES: [&str; 8] = [
    "Đã họp, giao người phụ trách và báo cáo cấp trên",
    "Đã ban hành văn bản triển khai tới các chi bộ",
    "Đang thực hiện theo tiến độ",
    "Đã phối hợp với Mặt trận Tổ quốc và các đoàn thể",
    "Chờ kinh phí, đề nghị hướng dẫn thêm",
    "Đã tuyên truyền trên hệ thống loa truyền thanh",
    "Đã kiểm tra tại hai thôn, kết quả tốt",
    "Đã gửi danh sách về văn phòng",
];

const PEOPLE: [&str; 4] = ["Bí thư", "Phó Bí thư", "Chủ tịch", "Văn phòng"];

/// One plan for many units, and what each of them reports.
pub(crate) struct Land {
    pub(crate) plan: Plan,
    pub(crate) roster: Roster,
    pub(crate) records: Vec<(UnitId, Record)>,
}

impl Land {
    pub(crate) fn of(units: usize, duties: usize, seed: u64) -> Self {
        let (plan, roster) = made_up(units, duties);
        let mut chance = Chance(seed);
        let records = roster.units.iter().map(|unit| {
            let record = written(&plan, &mut chance);
            (unit.id.clone(), record)
        });
        let records = records.collect();
        Self {
            plan,
            roster,
            records,
        }
    }

    /// What the device of the one holds who is to have them all, before anything was reported.
    pub(crate) fn before(&self) -> Workspace {
        let mut workspace = Workspace::empty(DeviceId::new("office"));
        workspace.add_plan(self.plan.clone(), self.roster.clone());
        workspace
    }

    /// What each unit sends, as a file with its name.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let units = self.roster.units.iter().zip(&self.records);
        units
            .map(|(unit, (_, record))| self.file(unit, record))
            .collect()
    }

    fn file(&self, unit: &Unit, record: &Record) -> (String, String) {
        let parcel = Parcel {
            plan: self.plan.id.clone(),
            plan_name: self.plan.short_name().to_owned(),
            revision: self.plan.revision,
            sender: Sender {
                id: unit.id.clone(),
                name: unit.name.clone(),
                groups: self.roster.groups_of(&unit.id),
            },
            record: record.clone(),
        };
        let body = Progress {
            parcels: vec![parcel],
        };
        let office = Office {
            unit: Some(unit.id.clone()),
            name: unit.name.clone(),
        };
        let text = seal_from(Kind::Progress, &body, NOW, Some(office)).expect("plain data");
        (format!("tien-do-{}.json", unit.id), text)
    }
}

/// A plan with so many duties, all led by one group of so many units.
fn made_up(units: usize, duties: usize) -> (Plan, Roster) {
    let reading = read(include_str!("../data/plans/96-kh-hu.txt"));
    let (mut plan, mut roster) = (reading.plan, reading.roster);
    plan.id = PlanId::new("made-up");
    let group = group(&mut roster);
    let members = (1..=units).map(|at| {
        let id = UnitId::new(format!("dang-bo-xa-so-{at}-{:06x}", at * 4_099 % 0xff_ffff));
        Unit::new(id, format!("Đảng bộ xã số {at}"))
    });
    roster.units = members.collect();
    for unit in &roster.units.clone() {
        roster.join(&group, &unit.id);
    }
    plan.tasks = made_up_tasks(&plan, duties, &Party::Group(group));
    (plan, roster)
}

fn group(roster: &mut Roster) -> GroupId {
    for group in &mut roster.groups {
        group.members.clear();
    }
    let group = roster.groups.iter().find(|it| it.name == GROUP);
    group.expect("a group of the plan").id.clone()
}

/// Duties in the words of the plan's own, due on different days.
fn made_up_tasks(plan: &Plan, duties: usize, lead: &Party) -> Vec<Task> {
    let models: Vec<_> = plan
        .tasks
        .iter()
        .filter(|task| !task.lead.is_empty())
        .collect();
    let task = |number: usize| {
        let mut task = models[number % models.len()].clone();
        task.id = TaskId::new(format!("iv-{number}"));
        task.path = format!("IV.{number}");
        task.support.clear();
        task.lead.truncate(1);
        for assignment in &mut task.lead {
            assignment.parties = vec![lead.clone()];
        }
        task.deadline = Some(Deadline {
            words: "trong năm".to_owned(),
            rule: Rule::By(day(number * 9)),
            chosen: None,
        });
        task.recurrence = None;
        task
    };
    (1..=duties).map(task).collect()
}

/// What one unit wrote, on a device of its own.
fn written(plan: &Plan, chance: &mut Chance) -> Record {
    let device = DeviceId::new(format!("{:010x}", chance.next() >> 24));
    let name = *chance.of(&PEOPLE);
    let mut record = Record::default();
    let mut at = NOW - 300 * 86_400_000;
    for task in &plan.tasks {
        at += i64::try_from(chance.next() % 500_000_000).expect("small");
        if chance.next() % 8 >= 3 {
            continue;
        }
        let author = Author {
            device: &device,
            name,
            at,
        };
        let status = match chance.next() % 3 {
            0 => Status::InProgress,
            _ => Status::Done {
                on: day(usize::try_from(chance.next() % 320).expect("small")),
            },
        };
        let mut write =
            |field, value| record.write(Slot::new(&task.id, None, field), value, &author);
        write(Field::Status, Value::Status(status));
        if chance.next().is_multiple_of(8) {
            let note = *chance.of(&NOTES);
            write(Field::Note, Value::Text(note.to_owned()));
        }
    }
    record
}

fn day(number: usize) -> Day {
    let first = Day::from_ymd_opt(2026, 1, 1).expect("a day");
    first + TimeDelta::days(i64::try_from(number % 365).expect("small"))
}

/// Numbers that look random and are the same for the same seed: `SplitMix64`, by Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let count = u64::try_from(all.len()).expect("few");
        &all[usize::try_from(self.next() % count).expect("few")]
    }
}
