//! Many plans: taking them in, putting them away, and handing them on as files.

use crate::amendments::{act, keep, office, plan};
use crate::cases::{check, share};
use crate::desks;
use crate::drafts::{FIRST, draft};
use crate::models;
use proptest::prelude::*;
use so_tien_do::built_in::{BuiltIn, built_in};
use so_tien_do::domain::{BeforeDay, Day, DeviceId, PlanId, Status, TaskId, UnitId, tidy_name};
use so_tien_do::draft;
use so_tien_do::file::{
    FileError, Kind, PlanFile, Progress, fingerprint, mark, open, plan_file_name, seal,
};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::reader::read;
use so_tien_do::store::{MemoryStore, Slots, Store, load, save};
use so_tien_do::view;
use so_tien_do::workspace::{
    Action, ActionError, Edit, Finding, Import, Key, Preview, RecordId, Relation, Shelf, Workspace,
    preview,
};

/// Written by the first release that handed plans on. Never written anew.
const VERSION_1: &str = include_str!("../data/files/plan-v1.json");
const UNIT: &str = "Hội Phụ nữ xã";

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn unit(office: &Workspace) -> UnitId {
    let units = &office.rosters[&plan(office).id].units;
    let unit = units.iter().find(|unit| unit.name == UNIT);
    unit.expect("a unit").id.clone()
}

fn record_of(office: &Workspace) -> RecordId {
    RecordId {
        plan: plan(office).id.clone(),
        unit: unit(office),
    }
}

fn write(office: &mut Workspace, task: &TaskId, field: Field, value: Value) {
    let slot = Slot::new(task, None, field);
    let record = record_of(office);
    act(office, Action::Edit(record, Edit::Write(slot, value)));
}

fn file_of(office: &Workspace) -> PlanFile {
    let plan = plan(office).clone();
    PlanFile {
        roster: office.rosters[&plan.id].as_ref().clone(),
        plan,
    }
}

fn arriving(file: &PlanFile) -> (String, String) {
    let text = seal(Kind::PlanFile, file, 0).expect("a text");
    ("ke-hoach.json".to_owned(), text)
}

fn opened(office: &Workspace, file: &PlanFile) -> (Preview, Relation) {
    let found = preview(office, &[arriving(file)]);
    let Finding::Plan(_, relation) = &found.arrivals[0].finding else {
        panic!("a plan, not {:?}", found.arrivals[0].finding)
    };
    let relation = relation.clone();
    (found, relation)
}

fn accept(office: &mut Workspace, found: &Preview) {
    act(office, Action::Import(found.all()));
}

fn taking_in(file: PlanFile) -> Action {
    Action::Import(Import {
        plans: vec![file],
        ..Import::default()
    })
}

/// The next revision of the plan, as another device sends it.
fn amended(office: &Workspace) -> PlanFile {
    let mut office = office.clone();
    let text = FIRST.replace("hai lớp tập huấn", "ba lớp tập huấn");
    let draft = office.begin(read(&text), "");
    keep(&mut office, draft);
    file_of(&office)
}

#[test]
fn a_new_plan_comes_in_whole_and_the_same_one_brings_nothing() {
    let sender = office();
    let file = file_of(&sender);
    let mut desk = Workspace::empty(DeviceId::new("b"));
    let (found, relation) = opened(&desk, &file);
    assert_eq!(relation, Relation::New);
    accept(&mut desk, &found);
    assert_eq!(
        (&desk.plans, &desk.rosters),
        (&sender.plans, &sender.rosters)
    );
    let (found, relation) = opened(&desk, &file);
    assert_eq!(relation, Relation::Same { brings: false });
    assert!(found.all().is_empty());
}

#[test]
fn a_newer_revision_takes_the_progress_along_and_an_older_one_is_left() {
    let mut desk = office();
    let (first, second) = (file_of(&desk), amended(&desk));
    let record = record_of(&desk);
    let task = plan(&desk).tasks[1].id.clone();
    write(
        &mut desk,
        &task,
        Field::Status,
        Value::Status(Status::Paused),
    );
    let (found, relation) = opened(&desk, &second);
    assert_eq!(relation, Relation::Newer { here: 1 });
    accept(&mut desk, &found);
    assert_eq!(plan(&desk).revision, 2);
    let text = &plan(&desk).task(&task).expect("the duty").text;
    assert!(text.contains("ba lớp"));
    let rows = view::checklist(&desk, &record.plan, &record.unit, today()).lead;
    let row = rows.iter().find(|row| row.id.task == task);
    assert_eq!(row.expect("the duty").gist.status, Status::Paused);
    let (found, relation) = opened(&desk, &first);
    assert_eq!(relation, Relation::Older { here: 2 });
    assert!(found.all().is_empty());
    act(&mut desk, taking_in(first));
    assert_eq!(
        plan(&desk).revision,
        2,
        "an older one never beats a newer one"
    );
}

#[test]
fn two_contents_under_one_revision_are_refused_and_both_named() {
    let mut desk = office();
    let mut other = file_of(&desk);
    other.plan.tasks.pop();
    let (found, relation) = opened(&desk, &other);
    let (here, there) = (fingerprint(plan(&desk)), fingerprint(&other.plan));
    assert_ne!(here, there);
    assert_eq!(relation, Relation::Differs { here, there });
    assert!(found.all().is_empty());
    let before = desk.clone();
    act(&mut desk, taking_in(other));
    assert!(desk == before);
}

#[test]
fn how_days_are_counted_here_makes_no_other_content() {
    let mut desk = office();
    let file = file_of(&desk);
    let id = plan(&desk).id.clone();
    act(&mut desk, Action::SetBeforeDay(id, BeforeDay::Included));
    assert_eq!(opened(&desk, &file).1, Relation::Same { brings: false });
    assert_eq!(plan(&desk).before_day, BeforeDay::Included);
}

#[test]
fn the_same_plan_brings_units_and_itself_out_of_the_bin() {
    let mut desk = office();
    let mut file = file_of(&desk);
    let id = file.plan.id.clone();
    file.roster.unit_named("Chi hội thử");
    let (found, relation) = opened(&desk, &file);
    assert_eq!(relation, Relation::Same { brings: true });
    accept(&mut desk, &found);
    let mut units = desk.rosters[&id].units.iter();
    assert!(units.any(|unit| unit.name == "Chi hội thử"));
    act(&mut desk, Action::PutAway(id.clone(), Some(Shelf::Bin)));
    let (found, _) = opened(&desk, &file);
    accept(&mut desk, &found);
    assert!(desk.is_at_work(&id));
}

#[test]
fn a_plan_and_what_is_reported_on_it_can_be_opened_together() {
    let mut sender = office();
    let task = plan(&sender).tasks[0].id.clone();
    let said = Value::Text("đã làm".to_owned());
    write(&mut sender, &task, Field::Note, said);
    let progress = desks::file(desks::parcels(&sender));
    let files = [
        ("ket-qua.json".to_owned(), progress),
        arriving(&file_of(&sender)),
    ];
    let mut desk = Workspace::empty(DeviceId::new("b"));
    let found = preview(&desk, &files);
    accept(&mut desk, &found);
    assert_eq!(desk.records, sender.records);
}

#[test]
fn what_is_put_away_is_seen_nowhere_but_in_the_list() {
    let mut desk = office();
    let (id, unit) = (plan(&desk).id.clone(), unit(&desk));
    act(&mut desk, Action::ChooseMe(unit.clone()));
    for shelf in [Shelf::Archive, Shelf::Bin] {
        act(&mut desk, Action::PutAway(id.clone(), Some(shelf)));
        let screen = view::today(&desk, Some(&unit), today());
        assert!(screen.groups.is_empty() && screen.without_day == 0);
        assert!(view::plans_of(&desk, &unit).is_empty());
        assert_eq!(view::tally(&desk, &unit, today()).all(), 0);
        let cards = view::cards(&desk, Some(&unit), today());
        assert_eq!(cards[0].shelf, Some(shelf));
    }
    act(&mut desk, Action::PutAway(id.clone(), None));
    assert!(view::tally(&desk, &unit, today()).all() > 0);
    let nowhere = Action::PutAway(PlanId::new("khong-co"), None);
    assert_eq!(desk.apply(nowhere, 0), Err(ActionError::NoSuchPlan));
}

#[test]
fn the_list_counts_the_units_duties_or_all_by_the_calendar() {
    let mut desk = office();
    let card = |desk: &Workspace| {
        let me = desk.settings.me.as_ref();
        view::cards(desk, me, today()).remove(0)
    };
    let all = card(&desk);
    assert_eq!((all.name.as_str(), all.duties), ("12-KH/HPN", 6));
    assert!(!all.is_mine && all.tally.all() == 6 && all.tally.overdue >= 2);
    let unit = unit(&desk);
    act(&mut desk, Action::ChooseMe(unit));
    let mine = card(&desk);
    assert!(mine.is_mine && mine.tally.all() < 6);
}

#[test]
fn a_removed_plan_goes_with_all_that_was_written_and_comes_back_the_same() {
    let mut desk = office();
    let record = record_of(&desk);
    let id = record.plan.clone();
    let task = plan(&desk).tasks[0].id.clone();
    let said = Value::Text("một".to_owned());
    write(&mut desk, &task, Field::Note, said);
    act(&mut desk, Action::PutAway(id.clone(), Some(Shelf::Bin)));
    let store = MemoryStore::default();
    for key in [
        Key::Plan(id.clone()),
        Key::Roster(id.clone()),
        Key::Record(record),
        Key::Settings,
    ] {
        save(&store, &desk, &key, 0).expect("room");
    }
    let before = desk.clone();
    let removal = desk.removal(&id).expect("a plan");
    let remove = Action::RemovePlan(id.clone(), DeviceId::new("c"));
    for key in &desk.apply(remove, 0).expect("removed") {
        save(&store, &desk, key, 0).expect("room");
    }
    assert_eq!(
        Slots::new(&store).keys().expect("keys"),
        ["device", "settings"]
    );
    assert!(desk.plans.is_empty() && desk.rosters.is_empty() && desk.records.is_empty());
    assert!(desk.settings.removed.contains(&id));
    assert_eq!(
        desk.device,
        DeviceId::new("c"),
        "no write is ever counted twice"
    );
    act(&mut desk, Action::RestorePlan(Box::new(removal)));
    assert_eq!(desk.records, before.records);
    assert_eq!(
        (&desk.plans, &desk.settings),
        (&before.plans, &before.settings)
    );
}

#[test]
fn a_unit_is_found_on_every_plan_by_its_identity_or_its_name() {
    let mut desk = office();
    let here = unit(&desk);
    let first = plan(&desk).id.clone();
    let BuiltIn {
        plan: other,
        roster,
    } = built_in();
    desk.add_plan(other.clone(), roster);
    let names = vec![UNIT.to_owned()];
    act(
        &mut desk,
        Action::AddMembers(other.id.clone(), desks::branches(), names),
    );
    let there = desk.unit_on(&other.id, &here).expect("a unit").id.clone();
    for me in [&here, &there] {
        act(&mut desk, Action::ChooseMe(me.clone()));
        assert_eq!(view::plans_of(&desk, me).len(), 2);
        assert!(desk.is_me(&other.id, &there) && desk.is_me(&first, &here));
        assert!(desk.is_self(&here) && desk.is_self(&there));
        let today = view::today(&desk, Some(me), today());
        let rows = today.groups.iter().flat_map(|group| &group.1);
        let plans: Vec<_> = rows.map(|row| &*row.plan_name).collect();
        assert!(plans.contains(&"96-KH/HU") && plans.contains(&"12-KH/HPN"));
    }
}

#[test]
fn a_draft_is_kept_beside_the_plans_until_it_is_confirmed() {
    let mut desk = office();
    let id = plan(&desk).id.clone();
    let other = FIRST.replace("12-KH/HPN", "13-KH/HPN");
    let draft = desk.begin(read(&other), "tep.docx");
    let set = Action::SetDraft(Some(Box::new(draft)));
    let keys = vec![Key::Edits, Key::Draft, Key::Settings];
    assert_eq!(desk.apply(set, 0), Ok(keys));
    let store = MemoryStore::default();
    for key in [
        Key::Edits,
        Key::Draft,
        Key::Plan(id.clone()),
        Key::Roster(id),
    ] {
        save(&store, &desk, &key, 0).expect("room");
    }
    let drafted = desk.draft.as_ref().expect("a draft");
    let task = drafted.plan().tasks[0].id.clone();
    let drop = || Action::EditDraft(draft::Edit::Drop(task.clone()));
    assert_eq!(
        desk.apply(drop(), 0),
        Ok(vec![Key::Edits]),
        "what was read is not written again"
    );
    save(&store, &desk, &Key::Edits, 0).expect("room");
    let again = load(&store, desk.device.clone()).expect("a store");
    assert!(again.workspace.draft == desk.draft && again.aside.is_empty());
    let no_task = ActionError::Draft(draft::EditError::NoSuchTask);
    assert_eq!(desk.apply(drop(), 0), Err(no_task));
    act(&mut desk, Action::UndoEdit);
    let title = |words: &str| Action::EditDraft(draft::Edit::Title(words.to_owned()));
    act(&mut desk, title(""));
    assert_eq!(
        desk.apply(Action::KeepDraft, 0),
        Err(ActionError::TitleMissing)
    );
    act(&mut desk, title("Tên"));
    act(&mut desk, Action::KeepDraft);
    assert!(desk.plans.len() == 2 && desk.draft.is_none());
    for action in [
        Action::KeepDraft,
        title("Tên"),
        Action::UndoEdit,
        Action::AmendDraft(None),
    ] {
        assert_eq!(desk.apply(action, 0), Err(ActionError::NoDraft));
    }
}

#[test]
fn damage_to_a_draft_costs_the_draft_alone() {
    let mut desk = office();
    let draft = draft();
    act(&mut desk, Action::SetDraft(Some(Box::new(draft.clone()))));
    let task = draft.plan().tasks[0].id.clone();
    act(&mut desk, Action::EditDraft(draft::Edit::Drop(task)));
    let store = MemoryStore::default();
    for key in [Key::Edits, Key::Draft] {
        save(&store, &desk, &key, 0).expect("room");
    }
    store.set("a/edits", "rác").expect("room");
    let loaded = load(&store, DeviceId::new("a")).expect("a store");
    assert!(loaded.workspace.draft == Some(draft), "as it was read");
    assert_eq!(loaded.aside[0].error, Some(FileError::NotJson));
    store.set("a/draft", "rác").expect("room");
    let loaded = load(&store, DeviceId::new("a")).expect("a store");
    assert!(loaded.workspace.draft.is_none() && loaded.aside.len() == 2);
}

#[test]
fn a_draft_of_a_plan_that_changes_meanwhile_goes_with_it() {
    let mut desk = office();
    let id = plan(&desk).id.clone();
    let text = FIRST.replace("hai lớp", "bốn lớp");
    let draft = desk.begin(read(&text), "");
    act(&mut desk, Action::SetDraft(Some(Box::new(draft))));
    let newer = amended(&office());
    act(&mut desk, taking_in(newer));
    let amends = |desk: &Workspace| {
        let draft = desk.draft.as_ref().expect("a draft");
        draft.origin().amends.clone()
    };
    assert_eq!(amends(&desk), Some(id.clone()));
    act(&mut desk, Action::RemovePlan(id, DeviceId::new("c")));
    assert_eq!(amends(&desk), None);
    act(&mut desk, Action::KeepDraft);
    assert_eq!(plan(&desk).revision, 1);
}

#[test]
fn a_plan_file_opens_as_it_was_sealed_and_is_no_progress_file() {
    let models = (models::plan(), models::roster());
    check(share(5), &models, |(plan, roster)| {
        let file = PlanFile { plan, roster };
        let text = seal(Kind::PlanFile, &file, 3).expect("a text");
        let opened: PlanFile = open(Kind::PlanFile, &text).expect("a plan file");
        // Names alone are tidied, and that makes no other plan.
        prop_assert_eq!(&opened.plan.blocks, &file.plan.blocks);
        prop_assert_eq!(&opened.plan.tasks, &file.plan.tasks);
        prop_assert_eq!(tidy_name(&file.plan.title), opened.plan.title.clone());
        let mark_of = |file: &PlanFile| mark(&file.plan, &file.roster);
        prop_assert_eq!(mark_of(&opened), mark_of(&file));
        let again = seal(Kind::PlanFile, &opened, 3).expect("a text");
        prop_assert_eq!(open::<PlanFile>(Kind::PlanFile, &again), Ok(opened));
        let other = open::<Progress>(Kind::Progress, &text);
        let is_other = matches!(other, Err(FileError::OtherKind { .. }));
        prop_assert!(is_other);
        Ok(())
    });
}

#[test]
fn a_plan_file_of_version_1_opens_with_all_that_it_holds() {
    let file: PlanFile = open(Kind::PlanFile, VERSION_1).expect("the frozen file");
    let plan = &file.plan;
    assert_eq!(
        (plan.short_name(), plan.revision),
        ("Hoạt động phụ nữ 2026", 2)
    );
    assert_eq!(plan.number.as_deref(), Some("12-KH/HPN"));
    assert_eq!(plan.retired[0].path, "II.3.p2");
    let task = plan.task(&TaskId::new("ii-2")).expect("a duty");
    let deadline = task.deadline.as_ref().expect("a deadline");
    let last = deadline.last_day(plan.before_day);
    assert_eq!(last, Day::from_ymd_opt(2026, 4, 30));
    let mut groups = file.roster.groups.iter();
    assert!(groups.any(|group| !group.members.is_empty()));
    let desk = Workspace::empty(DeviceId::new("b"));
    assert_eq!(opened(&desk, &file).1, Relation::New);
}

#[test]
fn plan_files_are_named_after_the_plan() {
    let office = office();
    assert_eq!(plan_file_name(plan(&office)), "ke-hoach-12-kh-hpn");
    let second = amended(&office).plan;
    assert_eq!(plan_file_name(&second), "ke-hoach-12-kh-hpn-ban-2");
}
