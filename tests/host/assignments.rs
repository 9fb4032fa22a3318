//! Handing a plan on with its units: issues and their revisions, the round of a report, and lists.

use crate::desks::{branches, desk, enrol, plan_id, record_id, text, unit_id, write_note};
use so_tien_do::domain::{Day, DeviceId, Moment, Roster, Round, UnitId};
use so_tien_do::file::{Kind, MAX_TEXT_BYTES, PlanFile, mark, seal};
use so_tien_do::workspace::{
    Action, ActionError, Arrival, Finding, Listed, Relation, Workspace, listed, preview,
};
use std::sync::Arc;

const UNIT: &str = "Chi bộ 1";
const OTHER: &str = "Chi bộ 2";

fn act(desk: &mut Workspace, action: Action) {
    let told = format!("{action:?}");
    desk.apply(action, 1)
        .unwrap_or_else(|error| panic!("{told}: {error}"));
}

fn issue(desk: &mut Workspace) -> u32 {
    act(desk, Action::Issue(plan_id()));
    desk.plans[&plan_id()].revision
}

fn file_of(desk: &Workspace) -> PlanFile {
    desk.plan_file(&plan_id()).expect("a plan")
}

fn arrival(desk: &Workspace, file: &PlanFile) -> (Arrival, Relation) {
    let text = seal(Kind::PlanFile, file, 0).expect("a text");
    let mut found = preview(desk, &[("ke-hoach.json".to_owned(), text)]).arrivals;
    let arrival = found.remove(0);
    let Finding::Plan(_, relation) = &arrival.finding else {
        panic!("a plan, not {arrival:?}")
    };
    let relation = relation.clone();
    (arrival, relation)
}

fn relation(desk: &Workspace, file: &PlanFile) -> Relation {
    arrival(desk, file).1
}

fn open(desk: &mut Workspace, file: &PlanFile) {
    let text = seal(Kind::PlanFile, file, 0).expect("a text");
    let found = preview(desk, &[("ke-hoach.json".to_owned(), text)]);
    desk.apply(Action::Import(found.all()), 2)
        .expect("accepted");
}

fn roster(desk: &Workspace) -> &Roster {
    &desk.rosters[&plan_id()]
}

fn mark_of(file: &PlanFile) -> String {
    mark(&file.plan, &file.roster)
}

#[test]
fn an_issue_counts_up_when_something_was_changed_since_the_last_and_only_then() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    assert_eq!(issue(&mut office), 1);
    let issued = office.clone();
    assert_eq!(issue(&mut office), 1, "nothing was changed");
    assert_eq!(office, issued);
    write_note(&mut office, UNIT, "iii-1", "lời", 2);
    act(
        &mut office,
        Action::SetAddress(plan_id(), unit_id(UNIT), "a@x.vn".to_owned()),
    );
    act(
        &mut office,
        Action::AskReport(plan_id(), Day::MAX, "b@x.vn".to_owned()),
    );
    assert_eq!(
        issue(&mut office),
        1,
        "what is written, where to, and a round"
    );
    enrol(&mut office, &[OTHER]);
    assert_eq!(issue(&mut office), 2);
    let rename = Action::RenameUnit(plan_id(), unit_id(UNIT), "Chi bộ Một".to_owned());
    act(&mut office, rename);
    assert_eq!(issue(&mut office), 3);
    assert_eq!(issue(&mut office), 3);
    let leave = Action::RemoveMember(plan_id(), branches(), unit_id(OTHER));
    act(&mut office, leave);
    enrol(&mut office, &[OTHER]);
    assert_eq!(issue(&mut office), 3, "changed and changed back");
    let nowhere = Action::Issue(so_tien_do::domain::PlanId::new("khong-co"));
    assert_eq!(office.apply(nowhere, 1), Err(ActionError::NoSuchPlan));
}

#[test]
fn a_count_that_cannot_go_up_breaks_nothing() {
    let mut office = desk("a");
    Arc::make_mut(office.plans.get_mut(&plan_id()).expect("a plan")).revision = u32::MAX;
    issue(&mut office);
    enrol(&mut office, &[UNIT]);
    assert_eq!(issue(&mut office), u32::MAX);
}

#[test]
fn a_device_that_has_the_plan_takes_the_roster_of_its_first_issue_over() {
    let mut office = desk("a");
    let rows = "Chi bộ 1\tTrường học\tmot@x.vn\nChi bộ 2\tTrường học\t0912 345 678";
    act(&mut office, Action::ListUnits(plan_id(), listed(rows)));
    let change = Action::ReplaceUnits(plan_id(), vec![unit_id(OTHER)], vec!["Chi bộ 3".to_owned()]);
    act(&mut office, change);
    issue(&mut office);
    let mut unit = desk("b");
    enrol(&mut unit, &[UNIT, OTHER]);
    act(&mut unit, Action::ChooseMe(unit_id(UNIT)));
    write_note(&mut unit, OTHER, "iii-1", "lời", 1);
    assert_eq!(
        relation(&unit, &file_of(&office)),
        Relation::Same { brings: true }
    );
    open(&mut unit, &file_of(&office));
    let mut group = roster(&unit).groups.iter();
    let group = group
        .find(|group| group.name == "Trường học")
        .expect("a group");
    assert_eq!(
        group.members,
        [UNIT, OTHER, "Chi bộ 3"].map(unit_id),
        "as the office has them"
    );
    let gone = roster(&unit).unit(&unit_id(OTHER)).expect("a unit");
    assert_eq!(gone.successors, [unit_id("Chi bộ 3")]);
    assert!(unit.records.contains_key(&record_id("Chi bộ 3")));
    assert!(unit.is_me(&plan_id(), &unit_id(UNIT)));
    assert!(
        roster(&unit)
            .units
            .iter()
            .all(|unit| unit.address.is_empty())
    );
    assert_eq!(
        relation(&unit, &file_of(&office)),
        Relation::Same { brings: false }
    );
}

#[test]
fn a_newer_revision_keeps_all_progress() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT, OTHER]);
    issue(&mut office);
    let mut unit = desk("b");
    open(&mut unit, &file_of(&office));
    write_note(&mut unit, UNIT, "iii-1", "đã làm", 3);
    write_note(&mut unit, OTHER, "iii-1", "cũng vậy", 3);
    let before = unit.records.clone();
    enrol(&mut office, &["Chi bộ 3"]);
    let plan = Arc::make_mut(office.plans.get_mut(&plan_id()).expect("a plan"));
    plan.tasks[0].text.push_str(" (sửa)");
    assert_eq!(issue(&mut office), 2);
    assert_eq!(
        relation(&unit, &file_of(&office)),
        Relation::Newer { here: 1 }
    );
    open(&mut unit, &file_of(&office));
    assert_eq!(unit.records, before);
    assert_eq!(unit.plans, office.plans);
    assert!(roster(&unit).unit(&unit_id("Chi bộ 3")).is_some());
}

#[test]
fn two_rosters_issued_under_one_revision_are_refused_with_both_marks() {
    let (mut one, mut other) = (desk("a"), desk("b"));
    enrol(&mut one, &[UNIT]);
    enrol(&mut other, &[OTHER]);
    issue(&mut one);
    issue(&mut other);
    let file = file_of(&other);
    let (found, relation) = arrival(&one, &file);
    let (here, there) = (mark_of(&file_of(&one)), mark_of(&file));
    assert_ne!(here, there);
    assert_eq!(relation, Relation::Differs { here, there });
    assert!(!found.brings());
    let before = one.clone();
    open(&mut one, &file);
    assert!(one == before);
    // So too where the one here came as a file.
    let mut unit = desk("c");
    open(&mut unit, &file_of(&one));
    assert!(matches!(arrival(&unit, &file).1, Relation::Differs { .. }));
}

#[test]
fn what_was_changed_here_since_it_was_issued_stays_when_the_same_comes_again() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    issue(&mut office);
    let file = file_of(&office);
    enrol(&mut office, &[OTHER]);
    let rename = Action::RenameUnit(plan_id(), unit_id(UNIT), "Chi bộ Một".to_owned());
    act(&mut office, rename);
    let before = office.clone();
    open(&mut office, &file);
    assert!(office == before);
    assert_eq!(issue(&mut office), 2);
}

#[test]
fn a_round_travels_without_a_revision_and_the_latest_counts() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    issue(&mut office);
    let mut unit = desk("b");
    open(&mut unit, &file_of(&office));
    let ask = |office: &mut Workspace, to: &str, now: Moment| {
        let ask = Action::AskReport(plan_id(), Day::MAX, format!(" {to} "));
        office.apply(ask, now).expect("asked");
        assert_eq!(issue(office), 1);
        file_of(office)
    };
    let first = ask(&mut office, "mot@x.vn", 10);
    let second = ask(&mut office, "hai@x.vn", 20);
    let round = |asked, to: &str| {
        Some(Round {
            asked,
            by: Day::MAX,
            to: to.to_owned(),
        })
    };
    assert_eq!(relation(&unit, &first), Relation::Same { brings: true });
    open(&mut unit, &first);
    assert_eq!(roster(&unit).round, round(10, "mot@x.vn"));
    open(&mut unit, &second);
    assert_eq!(roster(&unit).round, round(20, "hai@x.vn"));
    for old in [&first, &second] {
        assert_eq!(relation(&unit, old), Relation::Same { brings: false });
        open(&mut unit, old);
        assert_eq!(roster(&unit).round, round(20, "hai@x.vn"));
    }
    // A newer revision that was made before anybody asked takes no round away.
    let mut third = second;
    third.plan.revision = 2;
    third.roster.round = None;
    open(&mut unit, &third);
    assert_eq!(unit.plans[&plan_id()].revision, 2);
    assert_eq!(roster(&unit).round, round(20, "hai@x.vn"));
}

#[test]
fn a_device_that_added_itself_takes_the_next_revision_and_stays_on_it() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    issue(&mut office);
    let mut unit = desk("b");
    open(&mut unit, &file_of(&office));
    enrol(&mut unit, &["Chi bộ tự thêm"]);
    act(&mut unit, Action::ChooseMe(unit_id("Chi bộ tự thêm")));
    write_note(&mut unit, "Chi bộ tự thêm", "iii-1", "lời", 3);
    enrol(&mut office, &[OTHER]);
    issue(&mut office);
    open(&mut unit, &file_of(&office));
    assert_eq!(unit.plans[&plan_id()].revision, 2);
    let me = unit_id("Chi bộ tự thêm");
    assert_eq!(roster(&unit).groups_of(&me), [branches()]);
    assert!(unit.is_me(&plan_id(), &me));
    assert_eq!(crate::desks::parcels(&unit).len(), 1);
    assert!(roster(&unit).unit(&unit_id(OTHER)).is_some());
    // And the one after that, which knows it by now.
    let parcels = crate::desks::parcels(&unit);
    act(&mut office, crate::desks::taking_in(parcels));
    assert_eq!(issue(&mut office), 3, "the newcomer makes a revision");
    open(&mut unit, &file_of(&office));
    let units = |desk: &Workspace| -> std::collections::BTreeSet<UnitId> {
        let units = roster(desk).units.iter();
        units.map(|unit| unit.id.clone()).collect()
    };
    assert_eq!(units(&unit), units(&office));
}

#[test]
fn a_list_puts_units_into_their_groups_and_notes_where_they_are_reached() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    let rows = "STT\tTên đơn vị\tKhối\tEmail\n\
                1\tChi bộ 1\tTrường học\tmot@x.vn\n\
                2\tTrạm Y tế\tY tế\t\n\
                3\tTrường A\ttrường HỌC\t0912 345 678";
    act(&mut office, Action::ListUnits(plan_id(), listed(rows)));
    act(&mut office, Action::ListUnits(plan_id(), listed(rows)));
    let known = roster(&office);
    let group = |name: &str| {
        let groups: Vec<_> = known
            .groups
            .iter()
            .filter(|group| group.name == name)
            .collect();
        assert_eq!(groups.len(), 1, "{name}");
        groups[0].members.clone()
    };
    assert_eq!(group("Trường học"), [UNIT, "Trường A"].map(unit_id));
    assert_eq!(group("Y tế"), [unit_id("Trạm Y tế")]);
    let address = |name: &str| {
        let unit = known.unit(&unit_id(name)).expect("a unit");
        unit.address.as_str()
    };
    assert_eq!(address(UNIT), "mot@x.vn");
    assert_eq!(address("Trường A"), "0912 345 678");
    assert_eq!(address("Trạm Y tế"), "");
    assert!(known.groups_of(&unit_id(UNIT)).contains(&branches()));
}

#[test]
fn lists_that_nobody_else_could_open_are_refused() {
    let mut office = desk("a");
    let before = office.clone();
    let row = |name: &str, group: &str, address: &str| Listed {
        name: name.to_owned(),
        group: group.to_owned(),
        address: address.to_owned(),
    };
    let long = "x".repeat(MAX_TEXT_BYTES + 1);
    for listed in [
        row(&long, "", ""),
        row("Trường A", &long, ""),
        row("Trường A", "", &long),
    ] {
        let refused = office.apply(Action::ListUnits(plan_id(), vec![listed]), 1);
        assert_eq!(refused, Err(ActionError::TextTooLong));
    }
    for rows in [
        Vec::new(),
        vec![row("", "", "")],
        vec![row("\u{200b}\u{202e} ", "Khối", "")],
    ] {
        let refused = office.apply(Action::ListUnits(plan_id(), rows), 1);
        assert_eq!(refused, Err(ActionError::NameMissing));
    }
    assert!(office == before);
    let rows = vec![row("Trường A", "\u{200b}", ""), row(" ", "Khối", "")];
    act(&mut office, Action::ListUnits(plan_id(), rows));
    assert_eq!(roster(&office).groups, roster(&before).groups);
    let nowhere = Action::SetAddress(plan_id(), UnitId::new("khong-co"), String::new());
    assert_eq!(office.apply(nowhere, 1), Err(ActionError::NoSuchUnit));
}

#[test]
fn a_new_device_needs_nothing_but_the_plan_file() {
    let mut office = desk("a");
    enrol(&mut office, &[UNIT]);
    act(
        &mut office,
        Action::AskReport(plan_id(), Day::MAX, "b@x.vn".to_owned()),
    );
    issue(&mut office);
    let mut unit = Workspace::empty(DeviceId::new("z"));
    assert_eq!(relation(&unit, &file_of(&office)), Relation::New);
    open(&mut unit, &file_of(&office));
    assert_eq!(unit.plans, office.plans);
    assert_eq!(unit.rosters, office.rosters);
    assert_eq!(unit.settings.issued, office.settings.issued);
    let note = crate::desks::note("iii-1");
    let edit = so_tien_do::workspace::Edit::Write(note, text("lời"));
    act(&mut unit, Action::Edit(record_id(UNIT), edit));
}
