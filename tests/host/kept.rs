//! Lists that are followed through changes: the same as gathered from nothing, with little made anew.

use crate::cases::{check, share};
use crate::desks::{actions, desk, enrol, parcels, plan_id, taking_in, unit_id};
use proptest::prelude::*;
use so_tien_do::domain::{Day, Status, TaskId, UnitId};
use so_tien_do::front::{self, Front};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, DutyId, KeptChecklist, KeptToday};
use so_tien_do::workspace::{Action, Edit, RecordId, Workspace};
use std::sync::Arc;

const UNIT: &str = "Chi bộ 1";

fn office(device: &str) -> Workspace {
    let mut workspace = desk(device);
    enrol(&mut workspace, &[UNIT]);
    workspace
}

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn tick(unit: &UnitId, duty: &DutyId) -> Action {
    let record = RecordId {
        plan: duty.plan.clone(),
        unit: unit.clone(),
    };
    let slot = Slot::new(&duty.task, duty.period, Field::Status);
    let done = Value::Status(Status::Done { on: today() });
    Action::Edit(record, Edit::Write(slot, done))
}

#[test]
fn what_is_followed_is_what_would_be_gathered_from_nothing() {
    let steps = (actions(20), prop::collection::vec(0..3_u64, 20));
    check(share(5), &steps, |(work, days)| {
        let mut workspace = office("a");
        let units = [unit_id(UNIT), unit_id("Chi bộ 2")];
        let mut lists = [KeptChecklist::default(), KeptChecklist::default()];
        let (mut first, mut nobody) = (KeptToday::default(), KeptToday::default());
        let mut front = Front::default();
        let mut pick = days.into_iter().cycle();
        for (action, now) in work {
            // What is refused changes nothing, and lists must bear that too.
            let _ = workspace.apply(action, now);
            let day = today() + chrono::Days::new(pick.next().unwrap_or(0) / 2);
            for (unit, list) in units.iter().zip(&mut lists) {
                let gathered = view::checklist(&workspace, &plan_id(), unit, day);
                let gists = front::list(&workspace, &plan_id(), Some(unit));
                let now = gists.map(|it| list.now(&it, day)).unwrap_or_default();
                prop_assert!(now == gathered);
            }
            front = front.following(&workspace);
            let me = workspace.settings.me.as_ref();
            prop_assert!(first.now(&front.lists, day) == view::today(&workspace, me, day));
            let all = front::lists(&workspace, None);
            prop_assert!(nobody.now(&all, day) == view::today(&workspace, None, day));
        }
        Ok(())
    });
}

#[test]
fn a_tick_makes_one_row_anew() {
    let mut workspace = office("a");
    let plan = Arc::make_mut(workspace.plans.get_mut(&plan_id()).expect("the plan"));
    for mut task in plan.tasks.clone() {
        task.id = TaskId::new(format!("{}-nua", task.id));
        plan.tasks.push(task);
    }
    let unit = unit_id(UNIT);
    let mut kept = KeptChecklist::default();
    let me = Action::ChooseMe(unit.clone());
    workspace.apply(me, 0).expect("who works here");
    let mut front = Front::of(&workspace);
    let before = kept.now(&front.lists[0], today());
    let all: Vec<_> = before.lead.iter().chain(&before.support).collect();
    assert!(all.len() > 1, "a list of one shows nothing");
    workspace.apply(tick(&unit, &all[0].id), 1).expect("a tick");
    front = front.following(&workspace);
    let after = kept.now(&front.lists[0], today());
    let now: Vec<_> = after.lead.iter().chain(&after.support).collect();
    let is_kept: Vec<_> = all
        .iter()
        .zip(&now)
        .map(|(a, b)| Arc::ptr_eq(a, b))
        .collect();
    assert!(!is_kept[0] && is_kept[1..].iter().all(|kept| *kept));
    assert!(now[0].is_done());
}

#[test]
fn the_plan_and_the_day_make_all_rows_anew() {
    let mut workspace = office("a");
    let unit = unit_id(UNIT);
    let mut kept = KeptChecklist::default();
    let mut first = |workspace: &Workspace, day: Day| {
        let list = front::list(workspace, &plan_id(), Some(&unit)).expect("a list");
        let list = kept.now(&list, day);
        let row = list.lead.iter().chain(&list.support).next().cloned();
        row.expect("a row")
    };
    let before = first(&workspace, today());
    let plan = Arc::make_mut(workspace.plans.get_mut(&plan_id()).expect("the plan"));
    plan.name = Some("Kế hoạch 96".to_owned());
    let renamed = first(&workspace, today());
    assert_eq!(&*renamed.plan_name, "Kế hoạch 96");
    assert_ne!(before, renamed);
    let later = today() + chrono::Days::new(1);
    let later = first(&workspace, later);
    assert!(!Arc::ptr_eq(&renamed, &later));
}

#[test]
fn two_devices_that_did_not_know_of_each_other_are_followed() {
    let (mut one, mut other) = (office("a"), office("b"));
    let unit = unit_id(UNIT);
    let all = view::checklist(&one, &plan_id(), &unit, today());
    let mut rows = all.lead.iter().chain(&all.support);
    let duty = rows.next().expect("a row").id.clone();
    for (desk, day) in [(&mut one, 20), (&mut other, 21)] {
        let done = Value::Status(Status::Done {
            on: Day::from_ymd_opt(2026, 11, day).expect("a day"),
        });
        let slot = Slot::new(&duty.task, duty.period, Field::Status);
        let record = RecordId {
            plan: plan_id(),
            unit: unit.clone(),
        };
        desk.apply(Action::Edit(record, Edit::Write(slot, done)), 1)
            .expect("an edit");
    }
    let mut kept = KeptChecklist::default();
    let list = |desk: &Workspace| {
        let list = front::list(desk, &plan_id(), Some(&unit));
        list.expect("a list")
    };
    kept.now(&list(&one), today());
    one.apply(taking_in(parcels(&other)), 2).expect("an import");
    let now = kept.now(&list(&one), today());
    assert!(now == view::checklist(&one, &plan_id(), &unit, today()));
    assert!(
        now.lead
            .iter()
            .chain(&now.support)
            .any(|row| row.gist.has_conflict)
    );
}

#[test]
fn the_key_of_a_duty_says_all_of_it() {
    let today = view::today(&desk("a"), None, today());
    let rows: Vec<_> = today.groups.iter().flat_map(|group| &group.1).collect();
    assert!(rows.iter().any(|row| row.id.period.is_some()));
    for row in rows {
        assert_eq!(DutyId::parse(&row.id.key()).as_ref(), Some(&row.id));
    }
}
