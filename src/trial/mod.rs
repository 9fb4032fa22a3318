//! The made-up office of a trial: the built-in plan with deadlines around today, a few units that are plainly
//! samples, and what they would have written.

use crate::built_in::{BuiltIn, built_in};
use crate::domain::{
    Day, Deadline, DeviceId, GroupId, Moment, PlanId, Roster, Rule, Status, TaskId, UnitId,
    day_in_vietnam,
};
use crate::progress::{Document, Field, Item, Slot, Value};
use crate::words::trial as say;
use crate::workspace::{Action, Edit, RecordId, Workspace};
use chrono::Days;

const DAY_MILLIS: Moment = 86_400_000;

/// The duties with a day, and in how many days from today it is.
const DUE: [(&str, i64); 5] = [
    ("iii-1", -12),
    ("iii-2", 6),
    ("ii-1", 3),
    ("ii-2", 21),
    ("ii-5", -4),
];

/// Groups that the sample units are in.
const GROUPS: [&str; 4] = [
    "cac-cap-uy-to-chuc-dang-chinh-quyen-mat-tran-to-quoc-doan-the-trong-huyen",
    "nguoi-dung-dau-cap-uy-chinh-quyen-cac-cap-trong-huyen",
    "cap-uy",
    "cac-chi-bo-dang-bo-truc-thuoc",
];

/// The group of the last sample unit alone.
const UNION: &str = "hoi-lien-hiep-phu-nu-cac-xa";

/// What a sample unit says of a duty, and how many days ago.
const SAID: [(usize, &str, Said, i64); 9] = [
    (0, "ii-2", Said::Begun, 2),
    (0, "ii-2.p3", Said::Done, 5),
    (1, "iii-1", Said::Done, 15),
    (1, "ii-1", Said::Done, 1),
    (1, "ii-2", Said::Begun, 3),
    (2, "iii-1", Said::Done, 6),
    (2, "ii-1", Said::Stuck, 2),
    (4, "iii-1", Said::Done, 13),
    (4, "ii-5", Said::Begun, 7),
];

#[derive(Clone, Copy)]
enum Said {
    Done,
    Begun,
    Stuck,
}

/// Returns the office as it stands when a trial begins.
#[must_use]
pub fn begun(device: DeviceId, now: Moment) -> Workspace {
    let today = day_in_vietnam(now);
    let BuiltIn {
        mut plan,
        mut roster,
    } = built_in();
    plan.number = Some(say::PLAN.to_owned());
    plan.issued = Some(from(today, -90));
    for (task, days) in DUE {
        let task = plan.tasks.iter_mut().find(|it| it.id.as_str() == task);
        if let Some(task) = task {
            task.deadline = Some(due(from(today, days)));
        }
    }
    let units = enlist(&mut roster);
    let id = plan.id.clone();
    let mut office = Workspace::empty(device);
    office.add_plan(plan, roster);
    say::AUTHOR.clone_into(&mut office.settings.author);
    office.settings.me = units.first().cloned();
    for (unit, task, said, ago) in SAID {
        report(&mut office, &id, &units[unit], task, (said, ago), now);
    }
    office
}

fn from(today: Day, days: i64) -> Day {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        today.checked_sub_days(count)
    } else {
        today.checked_add_days(count)
    };
    moved.unwrap_or(today)
}

/// The words of the document would tell another day.
fn due(day: Day) -> Deadline {
    Deadline {
        words: say::DUE.to_owned(),
        rule: Rule::By(day),
        chosen: None,
    }
}

fn enlist(roster: &mut Roster) -> Vec<UnitId> {
    let units: Vec<_> = say::UNITS.map(|name| roster.unit_named(name)).into();
    for unit in &units {
        for group in GROUPS {
            roster.join(&GroupId::new(group), unit);
        }
    }
    if let Some(last) = units.last() {
        roster.join(&GroupId::new(UNION), last);
    }
    units
}

fn report(
    office: &mut Workspace,
    plan: &PlanId,
    unit: &UnitId,
    task: &str,
    (said, ago): (Said, i64),
    now: Moment,
) {
    let at = now - ago * DAY_MILLIS;
    let (plan, unit) = (plan.clone(), unit.clone());
    let record = RecordId { plan, unit };
    let task = TaskId::new(task);
    let write = |field: Field, value: Value| Edit::Write(Slot::new(&task, None, field), value);
    let text = |field: Field, words: &str| write(field, Value::Text(words.to_owned()));
    let status = |status: Status| write(Field::Status, Value::Status(status));
    let day = day_in_vietnam(at);
    let edits = match said {
        Said::Done => vec![
            status(Status::Done { on: day }),
            Edit::Add(task.clone(), None, document(day)),
        ],
        Said::Begun => vec![status(Status::InProgress), text(Field::Note, say::NOTE)],
        Said::Stuck => vec![
            status(Status::InProgress),
            text(Field::Difficulty, say::DIFFICULTY),
            text(Field::Proposal, say::PROPOSAL),
        ],
    };
    for edit in edits {
        // The plan and its units were just put in, so nothing is refused.
        let _ = office.apply(Action::Edit(record.clone(), edit), at);
    }
}

fn document(date: Day) -> Item {
    Item::Document(Document {
        number: String::new(),
        date: Some(date),
        title: say::DOCUMENT.to_owned(),
    })
}
