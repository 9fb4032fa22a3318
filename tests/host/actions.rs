//! What people can do to the workspace: each action, and each way in which it is refused.

use crate::cases::{check, share};
use crate::desks::{
    actions, branches, desk, enrol, group_named, note, parcels, plan_id, record_id, text, unit_id,
    write_note,
};
use proptest::prelude::*;
use so_tien_do::domain::{BeforeDay, GroupId, Part, PlanId, Roster, Status, TaskId, UnitId};
use so_tien_do::progress::{Entry, Field, Item, Slot, Step, Value};
use so_tien_do::workspace::{Action, ActionError, Edit, Key, RecordId, Workspace};

const UNIT: &str = "Chi bộ 1";

/// A device with two units in the group of the branches.
fn office() -> Workspace {
    let mut workspace = desk("a");
    enrol(&mut workspace, &[UNIT, "Chi bộ 2"]);
    workspace
}

fn done(workspace: &mut Workspace, action: Action) -> Vec<Key> {
    workspace
        .apply(action, 1)
        .expect("an action that can be done")
}

fn refused(workspace: &mut Workspace, action: Action, expected: ActionError) {
    let (before, told) = (workspace.clone(), format!("{action:?}"));
    assert_eq!(workspace.apply(action, 1), Err(expected), "{told}");
    // Compared without being printed: a workspace holds a whole plan.
    assert!(
        *workspace == before,
        "{told} was refused and changed something"
    );
}

fn roster(workspace: &Workspace) -> &Roster {
    &workspace.rosters[&plan_id()]
}

fn members(workspace: &Workspace, group: &GroupId) -> Vec<UnitId> {
    roster(workspace)
        .group(group)
        .expect("a group")
        .members
        .clone()
}

fn nowhere() -> PlanId {
    PlanId::new("khong-co")
}

fn add(group: &GroupId, names: &[&str]) -> Action {
    Action::AddMembers(
        plan_id(),
        group.clone(),
        names.iter().map(|name| (*name).to_owned()).collect(),
    )
}

fn rename(unit: &str, name: &str) -> Action {
    Action::RenameUnit(plan_id(), unit_id(unit), name.to_owned())
}

fn write(words: &str) -> Edit {
    Edit::Write(note("iii-1"), text(words))
}

fn entry(workspace: &Workspace) -> Entry {
    Entry::of(
        &workspace.records[&record_id(UNIT)],
        &TaskId::new("iii-1"),
        None,
    )
}

#[test]
fn a_refused_action_changes_nothing() {
    check(share(10), &actions(30), |work| {
        let mut workspace = desk("a");
        for (action, now) in work {
            let before = workspace.clone();
            if workspace.apply(action, now).is_err() {
                prop_assert!(workspace == before);
            }
        }
        Ok(())
    });
}

#[test]
fn i_am_one_of_the_units() {
    let mut office = office();
    assert_eq!(
        done(&mut office, Action::ChooseMe(unit_id(UNIT))),
        [Key::Settings]
    );
    assert_eq!(office.settings.me, Some(unit_id(UNIT)));
    refused(
        &mut office,
        Action::ChooseMe(UnitId::new("khong-co")),
        ActionError::NoSuchUnit,
    );
}

#[test]
fn the_name_of_the_writer_stands_at_what_is_written_from_then_on() {
    let mut office = office();
    write_note(&mut office, UNIT, "iii-1", "trước", 1);
    assert_eq!(
        done(&mut office, Action::SetAuthor("  Người ghi ".to_owned())),
        [Key::Settings]
    );
    write_note(&mut office, UNIT, "iii-2", "sau", 2);
    let record = &office.records[&record_id(UNIT)];
    assert_eq!(
        (
            record.at(&note("iii-1"))[0].by.as_ref(),
            record.at(&note("iii-2"))[0].by.as_ref()
        ),
        ("", "Người ghi")
    );
}

#[test]
fn a_plan_may_count_the_named_day() {
    let mut office = office();
    let set = |plan: PlanId| Action::SetBeforeDay(plan, BeforeDay::Included);
    let keys = [Key::Plan(plan_id()), Key::Settings];
    assert_eq!(done(&mut office, set(plan_id())), keys);
    assert_eq!(office.plans[&plan_id()].before_day, BeforeDay::Included);
    refused(&mut office, set(nowhere()), ActionError::NoSuchPlan);
}

#[test]
fn an_edit_writes_clears_and_adds_in_one_record() {
    let mut office = office();
    let edit = |edit| Action::Edit(record_id(UNIT), edit);
    assert_eq!(
        done(&mut office, edit(write("lời"))),
        [Key::Record(record_id(UNIT))]
    );
    assert_eq!(entry(&office).note, "lời");
    let step = Step {
        text: "bước".to_owned(),
        done: false,
    };
    done(
        &mut office,
        edit(Edit::Add(
            TaskId::new("iii-1"),
            None,
            Item::Step(step.clone()),
        )),
    );
    assert_eq!(
        entry(&office)
            .steps
            .iter()
            .map(|(_, step)| step.clone())
            .collect::<Vec<_>>(),
        [step]
    );
    assert_eq!(
        done(&mut office, edit(Edit::Clear(note("iii-1")))),
        [Key::Record(record_id(UNIT))]
    );
    assert_eq!(entry(&office).note, "");
    assert_eq!(entry(&office).steps.len(), 1);
    assert_eq!(office.records.len(), 1);
}

#[test]
fn clearing_where_nothing_was_written_makes_no_record() {
    let mut office = office();
    let before = office.clone();
    done(
        &mut office,
        Action::Edit(record_id(UNIT), Edit::Clear(note("iii-1"))),
    );
    assert!(office == before);
}

#[test]
fn an_edit_needs_a_plan_and_a_unit_that_are_there() {
    let mut office = office();
    let other_plan = RecordId {
        plan: nowhere(),
        unit: unit_id(UNIT),
    };
    refused(
        &mut office,
        Action::Edit(other_plan, write("lời")),
        ActionError::NoSuchPlan,
    );
    refused(
        &mut office,
        Action::Edit(record_id("Chi bộ 9"), write("lời")),
        ActionError::NoSuchUnit,
    );
}

#[test]
fn a_device_that_cannot_count_further_is_refused() {
    let mut office = office();
    let full = format!(r#"{{"seen":{{"a":{}}},"writes":[]}}"#, u64::MAX);
    office.records.insert(
        record_id(UNIT),
        serde_json::from_str(&full).expect("a record"),
    );
    let step = Item::Step(Step::default());
    for edit in [write("lời"), Edit::Add(TaskId::new("iii-1"), None, step)] {
        refused(
            &mut office,
            Action::Edit(record_id(UNIT), edit),
            ActionError::CountExhausted,
        );
    }
}

#[test]
fn pasted_names_become_members_of_a_group_and_get_its_duties() {
    let mut office = desk("a");
    let pasted = ["  Chi bộ   1 ", "", "\t", "Chi bộ 2\r", "chi bộ 1"];
    assert_eq!(
        done(&mut office, add(&branches(), &pasted)),
        [Key::Roster(plan_id()), Key::Settings]
    );
    assert_eq!(
        members(&office, &branches()),
        [unit_id("Chi bộ 1"), unit_id("Chi bộ 2")]
    );
    assert_eq!(office.unit_name(&unit_id(UNIT)), Some(UNIT));
    let plan = &office.plans[&plan_id()];
    let task = plan
        .task(&TaskId::new("iii-1"))
        .expect("the duty of the branches");
    assert_eq!(
        roster(&office).part_of(&unit_id(UNIT), task),
        Some(Part::Lead)
    );
}

#[test]
fn a_name_typed_with_loose_marks_is_the_same_unit() {
    let mut office = office();
    let before = office.clone();
    done(&mut office, add(&branches(), &["Chi bo\u{323}\u{302} 1"]));
    assert_eq!(office.rosters, before.rosters);
}

#[test]
fn the_same_name_in_two_groups_is_one_unit() {
    let mut office = office();
    let units = roster(&office).units.len();
    let other = group_named("Cấp ủy");
    done(&mut office, add(&other, &[UNIT]));
    assert_eq!(roster(&office).units.len(), units);
    let mut groups = roster(&office).groups_of(&unit_id(UNIT));
    groups.sort();
    let mut expected = [branches(), other];
    expected.sort();
    assert_eq!(groups, expected);
}

#[test]
fn a_unit_that_the_plan_names_can_be_a_member_too() {
    let mut office = office();
    let units = roster(&office).units.len();
    let ubnd = roster(&office)
        .units
        .iter()
        .find(|unit| unit.name == "UBND huyện")
        .expect("a unit")
        .id
        .clone();
    done(&mut office, add(&branches(), &["ubnd huyện"]));
    assert_eq!(roster(&office).units.len(), units);
    assert!(members(&office, &branches()).contains(&ubnd));
}

#[test]
fn members_need_a_plan_a_group_and_a_name() {
    let mut office = office();
    let names = vec![UNIT.to_owned()];
    refused(
        &mut office,
        Action::AddMembers(nowhere(), branches(), names),
        ActionError::NoSuchPlan,
    );
    refused(
        &mut office,
        add(&GroupId::new("khong-co"), &[UNIT]),
        ActionError::NoSuchGroup,
    );
    refused(&mut office, add(&branches(), &[]), ActionError::NameMissing);
    refused(
        &mut office,
        add(&branches(), &["", " \t"]),
        ActionError::NameMissing,
    );
}

#[test]
fn names_that_differ_by_a_tone_alone_are_two_units() {
    let mut office = desk("a");
    done(
        &mut office,
        add(&branches(), &["Chi bộ Tân Hòa", "Chi bộ Tân Hóa"]),
    );
    assert_eq!(members(&office, &branches()).len(), 2);
}

#[test]
fn a_unit_has_the_same_identity_in_whatever_order_names_are_typed() {
    let names = [
        "Chi bộ 1-2",
        "Chi bộ 12",
        "Chi bộ 1.2",
        "Chi bộ Tân Hòa",
        "Chi bộ Tân Hóa",
        "Chi bộ Tân Hoà",
    ];
    let typed = |names: Vec<&str>| {
        let mut office = desk("a");
        done(&mut office, add(&branches(), &names));
        members(&office, &branches())
            .into_iter()
            .map(|id| (office.unit_name(&id).map(str::to_owned), id))
            .collect::<Vec<_>>()
    };
    let (forth, mut back) = (
        typed(names.to_vec()),
        typed(names.into_iter().rev().collect()),
    );
    back.reverse();
    // Both spellings of "Hòa" are one unit, shown as it was typed first.
    let ids = |units: &[(Option<String>, UnitId)]| {
        let mut ids: Vec<_> = units.iter().map(|(_, id)| id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&forth), ids(&back));
    for (name, id) in &forth {
        let other = back.iter().find(|(other, _)| other == name);
        assert!(
            other.is_none_or(|(_, other)| other == id),
            "{name:?} is {id} here, {other:?} there"
        );
    }
}

#[test]
fn a_member_that_is_taken_out_keeps_its_record_and_its_name() {
    let mut office = office();
    write_note(&mut office, UNIT, "iii-1", "lời", 1);
    let remove = |plan, group| Action::RemoveMember(plan, group, unit_id(UNIT));
    assert_eq!(
        done(&mut office, remove(plan_id(), branches())),
        [Key::Roster(plan_id()), Key::Settings]
    );
    assert_eq!(members(&office, &branches()), [unit_id("Chi bộ 2")]);
    assert_eq!(entry(&office).note, "lời");
    assert_eq!(office.unit_name(&unit_id(UNIT)), Some(UNIT));
    assert_eq!(parcels(&office).len(), 1);
    refused(
        &mut office,
        remove(nowhere(), branches()),
        ActionError::NoSuchPlan,
    );
    refused(
        &mut office,
        remove(plan_id(), GroupId::new("khong-co")),
        ActionError::NoSuchGroup,
    );
}

#[test]
fn a_renamed_unit_keeps_its_identity_and_its_record() {
    let mut office = office();
    write_note(&mut office, UNIT, "iii-1", "lời", 1);
    assert_eq!(
        done(&mut office, rename(UNIT, "  Chi bộ   thôn A ")),
        [Key::Roster(plan_id()), Key::Settings]
    );
    assert_eq!(office.unit_name(&unit_id(UNIT)), Some("Chi bộ thôn A"));
    assert_eq!(entry(&office).note, "lời");
    assert!(members(&office, &branches()).contains(&unit_id(UNIT)));
    assert_eq!(parcels(&office)[0].sender.name, "Chi bộ thôn A");
}

#[test]
fn the_old_name_of_a_renamed_unit_is_free_for_another() {
    let mut office = office();
    write_note(&mut office, UNIT, "iii-1", "lời", 1);
    done(&mut office, rename(UNIT, "Chi bộ thôn A"));
    done(&mut office, add(&branches(), &[UNIT]));
    let named: Vec<_> = roster(&office)
        .units
        .iter()
        .filter(|unit| unit.name == UNIT)
        .collect();
    assert_eq!(named.len(), 1);
    assert_ne!(named[0].id, unit_id(UNIT));
    assert_eq!(office.record(&plan_id(), &named[0].id), None);
}

#[test]
fn a_name_may_change_its_case_but_not_become_anothers_or_nothing() {
    let mut office = office();
    done(&mut office, rename(UNIT, "CHI BỘ 1"));
    refused(
        &mut office,
        rename(UNIT, "chi bộ 2"),
        ActionError::NameTaken,
    );
    refused(&mut office, rename(UNIT, " "), ActionError::NameMissing);
    refused(
        &mut office,
        rename("Chi bộ 9", "Chi bộ 10"),
        ActionError::NoSuchUnit,
    );
    refused(
        &mut office,
        Action::RenameUnit(nowhere(), unit_id(UNIT), "Đơn vị A".to_owned()),
        ActionError::NoSuchPlan,
    );
}

#[test]
fn what_was_sent_is_remembered_until_something_is_written_or_cleared() {
    let mut office = office();
    write_note(&mut office, UNIT, "iii-1", "lời", 1);
    let mark = Action::MarkSent(vec![record_id(UNIT), record_id("Chi bộ 2")]);
    assert_eq!(office.apply(mark, 42), Ok(vec![Key::Settings]));
    let sent = |office: &Workspace| {
        let seen = office.records[&record_id(UNIT)].seen().clone();
        office.settings.sent[&record_id(UNIT)].seen.includes(&seen)
    };
    assert_eq!(office.settings.sent[&record_id(UNIT)].at, 42);
    // A unit without a record sent nothing.
    assert_eq!(office.settings.sent.len(), 1);
    assert!(sent(&office));
    done(
        &mut office,
        Action::Edit(record_id(UNIT), Edit::Clear(note("iii-1"))),
    );
    assert!(!sent(&office));
}

#[test]
fn a_period_has_an_entry_of_its_own() {
    let mut office = office();
    let task = TaskId::new("iii-7");
    let year = |year: &str| Some(year.parse().expect("a period"));
    let slot = Slot::new(&task, year("2026"), Field::Status);
    done(
        &mut office,
        Action::Edit(
            record_id(UNIT),
            Edit::Write(slot, Value::Status(Status::InProgress)),
        ),
    );
    let record = &office.records[&record_id(UNIT)];
    assert_eq!(
        Entry::of(record, &task, year("2026")).status,
        Status::InProgress
    );
    assert!(Entry::of(record, &task, year("2025")).is_blank());
}
