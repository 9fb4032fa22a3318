//! A second text of a plan: every duty finds itself again, and what was reported stays with it.

use crate::cases::{check, share};
use crate::drafts::{FIRST, at};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use so_tien_do::domain::{Block, DeviceId, Party, Plan, PlanId, Roster, Task, TaskId, UnitId};
use so_tien_do::draft::{Difference, Draft, Edit, EditError, compare};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::reader::{Reading, read};
use so_tien_do::view;
use so_tien_do::workspace::{Action, Edit as Write, RecordId, Workspace};

const AMENDED: &str = include_str!("../data/drafts/amended.txt");

/// A device that holds the first text of the plan.
pub(crate) fn office() -> Workspace {
    let mut office = Workspace::empty(DeviceId::new("a"));
    let draft = office.begin(read(FIRST), "");
    assert_eq!(draft.origin().amends, None);
    keep(&mut office, draft);
    office
}

pub(crate) fn keep(office: &mut Workspace, draft: Draft) {
    act(office, Action::SetDraft(Some(Box::new(draft))));
    act(office, Action::KeepDraft);
    assert!(office.draft.is_none());
}

pub(crate) fn act(office: &mut Workspace, action: Action) {
    let told = format!("{action:?}");
    office
        .apply(action, 1)
        .unwrap_or_else(|error| panic!("{told}: {error}"));
}

pub(crate) fn plan(office: &Workspace) -> &Plan {
    office.plans.values().next().expect("a plan")
}

/// What became of the duty at a place of the old text, or else of the new one.
fn became(old: &Plan, new: &Plan, path: &str) -> (Difference, Option<String>) {
    let mut all = old.tasks.iter().chain(&new.tasks);
    let known = all.find(|task| task.path == path).expect("a duty");
    let changes = compare(old, new);
    let change = changes.iter().find(|change| change.task == known.id);
    let there = new.tasks.iter().find(|task| task.id == known.id);
    (
        change.expect("a change").difference,
        there.map(|task| task.path.clone()),
    )
}

#[test]
fn moved_changed_new_and_dropped_duties_are_told_apart() {
    let office = office();
    let draft = office.begin(read(AMENDED), "");
    let old = plan(&office);
    assert_eq!(draft.origin().amends.as_ref(), Some(&old.id));
    let became = |path| became(old, draft.plan(), path);
    let (changed, there) = became("II.1");
    let is_right = matches!(
        changed,
        Difference::Changed {
            text: true,
            time: true,
            ..
        }
    );
    assert!(is_right, "{changed:?}");
    assert_eq!(there.as_deref(), Some("II.2"));
    let same = |path: &str| (Difference::Unchanged, Some(path.to_owned()));
    assert_eq!(became("II.2"), same("II.4"));
    assert_eq!(became("II.3"), same("II.1"));
    assert_eq!(became("III.1"), same("III.1"));
    assert_eq!(became("II.3.p2"), (Difference::Gone, None));
    let new = at(draft.plan(), "II.3");
    assert!(old.task(&new.id).is_none(), "a new duty has a new identity");
    let kinds: Vec<_> = compare(old, draft.plan())
        .into_iter()
        .map(|change| change.difference)
        .filter(|kind| matches!(kind, Difference::New | Difference::Gone))
        .collect();
    assert_eq!(kinds, [Difference::Gone, Difference::New]);
}

#[test]
fn both_texts_are_shown_side_by_side() {
    let mut office = office();
    assert!(view::draft::pairs(&office).is_empty());
    let draft = office.begin(read(AMENDED), "");
    act(&mut office, Action::SetDraft(Some(Box::new(draft))));
    for pair in view::draft::pairs(&office) {
        let (old, new) = (pair.old.is_some(), pair.new.is_some());
        let expected = match pair.difference {
            Difference::New => (false, true),
            Difference::Gone => (true, false),
            _ => (true, true),
        };
        assert_eq!((old, new), expected, "{:?}", pair.difference);
    }
}

fn unit_named(roster: &Roster, name: &str) -> UnitId {
    let unit = roster.units.iter().find(|unit| unit.name == name);
    unit.expect("a unit").id.clone()
}

fn note(office: &mut Workspace, unit: &UnitId, task: &TaskId, words: &str) {
    let record = RecordId {
        plan: plan(office).id.clone(),
        unit: unit.clone(),
    };
    let slot = Slot::new(task, None, Field::Note);
    let write = Write::Write(slot, Value::Text(words.to_owned()));
    act(office, Action::Edit(record, write));
}

fn noted(office: &Workspace, unit: &UnitId, task: &TaskId) -> Option<String> {
    let record = office.record(&plan(office).id, unit)?;
    match &record
        .at(&Slot::new(task, None, Field::Note))
        .first()?
        .value
    {
        Value::Text(words) => Some(words.clone()),
        _ => None,
    }
}

#[test]
fn what_was_reported_stays_with_its_duty_though_text_number_and_order_changed() {
    let mut office = office();
    let unit = unit_named(&office.rosters[&plan(&office).id], "Hội Phụ nữ xã");
    let before: Vec<Task> = plan(&office).tasks.clone();
    for task in &before {
        note(&mut office, &unit, &task.id, &task.text);
    }
    let draft = office.begin(read(AMENDED), "");
    keep(&mut office, draft);
    let plan = plan(&office);
    assert_eq!((plan.revision, plan.tasks.len()), (2, 6));
    for (path, words) in [
        ("II.1", "Trạm Y tế"),
        ("II.2", "Văn phòng Đảng ủy"),
        ("II.4", "Hội Phụ nữ xã chủ trì"),
    ] {
        let said = noted(&office, &unit, &at(plan, path).id).expect("what was reported");
        assert!(said.starts_with(words), "{path}: {said}");
    }
    let new = &at(plan, "II.3").id;
    assert_eq!(noted(&office, &unit, new), None, "nothing on the new one");
    let [gone] = plan.retired.as_slice() else {
        panic!("one duty is gone")
    };
    assert_eq!(gone.path, "II.3.p2");
    assert!(noted(&office, &unit, &gone.id).is_some());
    assert_eq!(plan.task(&gone.id), Some(gone));
    let today = so_tien_do::domain::Day::from_ymd_opt(2026, 11, 23).expect("a day");
    let list = view::checklist(&office, &plan.id, &unit, today);
    let gone: Vec<_> = list.gone.iter().map(|row| row.duty.path.as_str()).collect();
    assert_eq!(gone, ["II.3.p2"], "and can be read in the unit's list");
}

#[test]
fn a_duty_that_comes_back_takes_its_identity_again_and_no_other_ever_does() {
    let mut office = office();
    let first = at(plan(&office), "II.3.p2").id.clone();
    let draft = office.begin(read(AMENDED), "");
    keep(&mut office, draft);
    let text = FIRST.replace(
        "Vận động các nhà hảo tâm hỗ trợ kinh phí khám, chữa bệnh.",
        "Báo cáo kết quả khám.",
    );
    let mut draft = office.begin(read(&text), "");
    let other = at(draft.plan(), "II.3.p2").id.clone();
    assert_ne!(other, first);
    let pair = Edit::Pair(other, Some(first.clone()));
    draft.edit(pair).expect("it is the old one");
    assert_eq!(at(draft.plan(), "II.3.p2").id, first);
    keep(&mut office, draft);
    let retired = &plan(&office).retired;
    assert!(retired.iter().all(|task| task.id != first));
}

#[test]
fn a_person_matches_and_separates_duties() {
    let office = office();
    let mut draft = office.begin(read(AMENDED), "");
    let new = at(draft.plan(), "II.3").id.clone();
    let gone = at(plan(&office), "II.3.p2").id.clone();
    let pair = |draft: &mut Draft, task: &TaskId, old: Option<&TaskId>| {
        draft.edit(Edit::Pair(task.clone(), old.cloned()))
    };
    pair(&mut draft, &new, Some(&gone)).expect("a match");
    assert_eq!(at(draft.plan(), "II.3").id, gone);
    pair(&mut draft, &gone, None).expect("a new duty again");
    let fresh = at(draft.plan(), "II.3").id.clone();
    assert!(fresh != gone && fresh != new);
    let held = at(plan(&office), "II.2").id.clone();
    pair(&mut draft, &fresh, Some(&held)).expect("taken from another");
    assert_eq!(at(draft.plan(), "II.3").id, held);
    let other = &at(draft.plan(), "II.4").id;
    assert!(plan(&office).task(other).is_none());
    let strange = TaskId::new("khong-co");
    assert_eq!(
        pair(&mut draft, &held, Some(&strange)),
        Err(EditError::NotOfThePlan)
    );
}

#[test]
fn members_and_names_of_units_stay_and_new_units_come_in() {
    let mut office = office();
    let id = plan(&office).id.clone();
    let unit = unit_named(&office.rosters[&id], "Hội Phụ nữ xã");
    let renamed = "Hội Liên hiệp Phụ nữ xã A";
    act(
        &mut office,
        Action::RenameUnit(id.clone(), unit.clone(), renamed.to_owned()),
    );
    let group = office.rosters[&id].groups.first().cloned();
    if let Some(group) = group {
        let names = vec!["Chi hội 1".to_owned()];
        act(&mut office, Action::AddMembers(id.clone(), group.id, names));
    }
    let before = office.rosters[&id].clone();
    let text = AMENDED.replace(
        "Hội Phụ nữ xã thành lập",
        &format!("{renamed} chủ trì thành lập"),
    );
    let draft = office.begin(read(&text), "");
    let parties = &at(draft.plan(), "II.3").lead[0].parties;
    assert_eq!(*parties, [Party::Unit(unit)]);
    keep(&mut office, draft);
    let after = &office.rosters[&id];
    assert!(before.units.iter().all(|unit| after.units.contains(unit)));
    let groups = &after.groups;
    assert!(before.groups.iter().all(|group| groups.contains(group)));
}

#[test]
fn a_draft_can_be_a_plan_of_its_own_after_all() {
    let mut office = office();
    let draft = office.begin(read(AMENDED), "");
    act(&mut office, Action::SetDraft(Some(Box::new(draft))));
    act(&mut office, Action::AmendDraft(None));
    act(&mut office, Action::KeepDraft);
    let ids: Vec<PlanId> = office.plans.keys().cloned().collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[1].as_str(), format!("{}-2", ids[0]));
    assert!(office.plans.values().all(|plan| plan.revision == 1));
}

#[test]
fn a_plan_under_the_same_number_may_be_amended_too() {
    let mut office = office();
    let id = plan(&office).id.clone();
    let text = AMENDED.replace("năm 2026\n", "năm 2026 (sửa đổi)\n");
    let draft = office.begin(read(&text), "");
    assert_eq!(
        draft.origin().amends,
        None,
        "another title is another identity"
    );
    act(&mut office, Action::SetDraft(Some(Box::new(draft))));
    assert_eq!(office.namesake().map(|plan| &plan.id), Some(&id));
    act(&mut office, Action::AmendDraft(Some(id.clone())));
    act(&mut office, Action::KeepDraft);
    assert_eq!(office.plans.len(), 1);
    let plan = plan(&office);
    assert_eq!((&plan.id, plan.revision), (&id, 2));
    assert!(plan.title.ends_with("(sửa đổi)"));
}

/// A plan whose duties are these, each in a paragraph of its own.
fn plan_of(duties: &[String]) -> Reading {
    let mut reading = read(FIRST);
    let model = reading.plan.tasks[0].clone();
    let block = reading.plan.blocks[model.block].clone();
    reading.plan.tasks.clear();
    reading.plan.blocks.clear();
    for (at, text) in duties.iter().enumerate() {
        let text = text.clone();
        let path = format!("I.{}", at + 1);
        reading.plan.tasks.push(Task {
            id: TaskId::new(path.to_lowercase()),
            path,
            block: at,
            text: text.clone(),
            action: 0,
            ..model.clone()
        });
        reading.plan.blocks.push(Block {
            text,
            ..block.clone()
        });
    }
    reading
}

/// Duties that share the words of their trade, each with words of its own.
fn duty(number: usize) -> String {
    let own: String = (0..6)
        .map(|word| format!(" việc{}", number * 7 + word))
        .collect();
    format!("Các đơn vị phối hợp tổ chức thực hiện{own} trên địa bàn xã")
}

#[test]
fn duties_in_any_order_find_themselves_again() {
    let numbers: Vec<usize> = (0..30).collect();
    let kept = subsequence(numbers.clone(), 10..30).prop_shuffle();
    check(
        share(4),
        &(kept, vec(any::<Index>(), 0..6)),
        |(kept, reworded)| {
            let old: Vec<_> = numbers.iter().map(|number| duty(*number)).collect();
            let old = plan_of(&old);
            let mut texts: Vec<String> = kept.iter().map(|number| duty(*number)).collect();
            for at in reworded {
                let at = at.index(texts.len());
                texts[at] = texts[at].replace("phối hợp tổ chức", "chủ động triển khai");
            }
            texts.push(duty(99));
            let draft = Draft::new(plan_of(&texts), "").amending(&old.plan, &old.roster);
            for (task, number) in draft.plan().tasks.iter().zip(&kept) {
                prop_assert_eq!(&task.id, &old.plan.tasks[*number].id);
            }
            let last = draft.plan().tasks.last().expect("the new duty");
            prop_assert!(old.plan.task(&last.id).is_none());
            let amended = draft.amended(&old.plan);
            let all = amended.tasks.len() + amended.retired.len();
            prop_assert_eq!(all, numbers.len() + 1);
            Ok(())
        },
    );
}

#[test]
fn the_same_text_again_changes_nothing() {
    let office = office();
    let draft = office.begin(read(FIRST), "");
    let mut changes = compare(plan(&office), draft.plan()).into_iter();
    assert!(changes.all(|change| change.difference == Difference::Unchanged));
    let mut again = office.clone();
    keep(&mut again, draft);
    assert_eq!(plan(&again), plan(&office), "and makes no revision");
    let once = plan_of(&vec!["Như nhau".to_owned(); 5]);
    let draft = Draft::new(once.clone(), "").amending(&once.plan, &once.roster);
    assert_eq!(
        draft.plan().tasks,
        once.plan.tasks,
        "of equal duties each is matched in its place"
    );
}
