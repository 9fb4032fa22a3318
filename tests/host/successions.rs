//! Units that change: their records go to those who take their place, and nothing of them is lost.

use crate::cases::{check, share};
use crate::desks::{
    branches, desk, enrol, file, note, plan_id, record_id, text, unit_id, write_note,
};
use crate::histories::{State, World, history};
use crate::models;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};
use so_tien_do::domain::{
    Day, DeviceId, Group, GroupId, ItemId, Moment, Part, Party, Roster, Status, TaskId, Unit,
    UnitId,
};
use so_tien_do::file::{FileError, Kind, PlanFile, open, seal};
use so_tien_do::progress::{
    Author, Document, Entry, Field, Item, Record, Slot, Step, Value, Verdict,
};
use so_tien_do::view;
use so_tien_do::workspace::{
    Action, ActionError, Edit, Finding, Heap, RecordId, Workspace, preview,
};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

const A: &str = "Chi bộ 1";
const B: &str = "Chi bộ 2";
const C: &str = "Chi bộ thôn Hợp Nhất";
/// As in `hostile_files.rs`.
const BOUND: Duration = Duration::from_mins(1);

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn replacing(units: &[&str], heirs: &[&str]) -> Action {
    let units = units.iter().map(|unit| unit_id(unit)).collect();
    Action::ReplaceUnits(plan_id(), units, names(heirs))
}

fn replace(desk: &mut Workspace, units: &[&str], heirs: &[&str]) {
    desk.apply(replacing(units, heirs), 5).expect("a change");
}

/// A coordinator with two units, each with notes.
fn coordinator() -> Workspace {
    let mut desk = desk("a");
    enrol(&mut desk, &[A, B]);
    write_note(&mut desk, A, "iii-1", "lời của một", 1);
    write_note(&mut desk, B, "iii-1", "lời của hai", 2);
    write_note(&mut desk, B, "iii-2", "chỉ của hai", 3);
    desk
}

fn record_of<'a>(desk: &'a Workspace, unit: &str) -> &'a Record {
    &desk.records[&record_id(unit)]
}

/// Returns the notes that stand at a place, in order.
fn notes(desk: &Workspace, unit: &str, task: &str) -> BTreeSet<String> {
    let writes = record_of(desk, unit).at(&note(task));
    let words = writes.iter().map(|write| match &write.value {
        Value::Text(words) => words.clone(),
        other => panic!("{other:?}"),
    });
    words.collect()
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Opens a text and takes in all that it brings.
fn open_text(desk: &mut Workspace, text: &str, now: Moment) {
    let found = preview(desk, &[("tệp.json".to_owned(), text.to_owned())]);
    desk.apply(Action::Import(found.all()), now)
        .expect("accepted");
}

fn plan_text(desk: &Workspace) -> String {
    let file = desk.plan_file(&plan_id()).expect("a plan");
    seal(Kind::PlanFile, &file, 0).expect("a text")
}

fn issue(desk: &mut Workspace) {
    desk.apply(Action::Issue(plan_id()), 0).expect("issued");
}

/// Returns the file of one unit as a device sends it now.
fn sent(desk: &Workspace, unit: &str) -> String {
    file(desk.parcels(|id| id.unit == unit_id(unit)))
}

// The laws of taking over.

#[test]
fn what_is_taken_over_joins_as_if_it_had_never_been_renamed() {
    let unit = unit_id(A);
    check(share(10), &history(), |history| {
        let world = World::after(&history);
        let states: Vec<&State> = world.states().take(8).collect();
        for a in &states {
            for b in &states {
                let joined = a.record.merged(&b.record).adopted_from(&unit);
                let (a, b) = (&a.record.adopted_from(&unit), &b.record.adopted_from(&unit));
                prop_assert_eq!(&joined, &a.merged(b));
                prop_assert!(joined.seen().includes(a.seen()));
            }
        }
        Ok(())
    });
}

#[test]
fn any_record_is_taken_over_whole_and_once() {
    let unit = unit_id(A);
    check(share(10), &models::record(), |record| {
        let adopted = record.adopted_from(&unit);
        prop_assert_eq!(adopted.writes().count(), record.writes().count());
        prop_assert_eq!(adopted.conflicts().len(), record.conflicts().len());
        prop_assert_eq!(
            &adopted.adopted_from(&unit_id(B)),
            &adopted,
            "by whatever way"
        );
        let text = seal(Kind::Record, &adopted, 0).expect("a text");
        prop_assert_eq!(open::<Record>(Kind::Record, &text), Ok(adopted));
        Ok(())
    });
}

#[test]
fn two_units_written_by_the_same_device_lose_and_mix_nothing() {
    let both = (history(), history(), any::<Index>(), any::<Index>());
    check(share(10), &both, |(one, other, first, second)| {
        let (one, other) = (World::after(&one), World::after(&other));
        let (one, other) = (pick(&one, first), pick(&other, second));
        let (a, b) = (
            one.adopted_from(&unit_id(A)),
            other.adopted_from(&unit_id(B)),
        );
        let heir = a.merged(&b);
        prop_assert_eq!(&heir, &b.merged(&a));
        for (dot, write) in a.writes().chain(b.writes()) {
            prop_assert!(heir.writes().any(|known| known == (dot, write)));
        }
        let count = one.writes().count() + other.writes().count();
        prop_assert_eq!(heir.writes().count(), count);
        for slot in heir.conflicts() {
            let values: BTreeSet<_> = heir.at(slot).iter().map(|it| &it.value).collect();
            prop_assert!(values.len() > 1);
        }
        let items = |record: &Record| -> BTreeSet<Slot> {
            let slots = record.writes().map(|(_, write)| write.slot.clone());
            slots
                .filter(|slot| matches!(slot.field, Field::Step(_)))
                .collect()
        };
        prop_assert!(items(&a).is_disjoint(&items(&b)));
        prop_assert_eq!(items(&a).len(), items(one).len());
        Ok(())
    });
}

fn pick(world: &World, which: Index) -> &Record {
    let states: Vec<_> = world.states().collect();
    &which.get(&states).record
}

#[test]
fn items_of_every_kind_stay_apart_and_in_order() {
    let device = DeviceId::new("a");
    let author = Author {
        device: &device,
        name: "",
        at: 1,
    };
    let task = TaskId::new("iii-1");
    let record = |title: &str| {
        let mut record = Record::default();
        for number in 0..12 {
            let document = Document {
                title: format!("{title} {number}"),
                ..Document::default()
            };
            let document = Item::Document(document);
            record.add(&task, None, document, &author).expect("a dot");
        }
        let step = Step {
            text: title.to_owned(),
            done: true,
        };
        record
            .add(&task, None, Item::Step(step), &author)
            .expect("a dot");
        record
    };
    let mut heir = record("một").adopted_from(&unit_id(A));
    heir.merge(&record("hai").adopted_from(&unit_id(B)));
    let entry = Entry::of(&heir, &task, None);
    assert_eq!((entry.documents.len(), entry.steps.len()), (24, 2));
    assert!(entry.conflicts.is_empty());
    let of_one = entry.documents.iter().map(|(_, document)| &document.title);
    let of_one: Vec<_> = of_one.filter(|title| title.starts_with("một")).collect();
    let expected: Vec<_> = (0..12).map(|number| format!("một {number}")).collect();
    assert_eq!(of_one, expected.iter().collect::<Vec<_>>());
    let ids: BTreeSet<&ItemId> = entry.documents.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), 24);
}

#[test]
fn a_review_keeps_pointing_at_what_it_spoke_of() {
    let mut desk = coordinator();
    let task = TaskId::new("iii-1");
    let status = Slot::new(&task, None, Field::Status);
    for is_answered in [false, true] {
        let review = Edit::Review(task.clone(), None, Verdict::Returned, "thiếu".to_owned());
        let said = Edit::Write(status.clone(), Value::Status(Status::Done { on: today() }));
        let edits = if is_answered {
            [review, said]
        } else {
            [said, review]
        };
        for edit in edits {
            desk.apply(Action::Edit(record_id(A), edit), 4)
                .expect("an edit");
        }
        let record = record_of(&desk, A);
        let before = Entry::of(record, &task, None);
        let after = Entry::of(&record.adopted_from(&unit_id(A)), &task, None);
        assert_eq!(before.is_answered, is_answered);
        assert_eq!(after.is_answered, is_answered);
        assert_eq!(after.counted_status(), before.counted_status());
    }
}

// Mergers, splits, chains and names.

#[test]
fn a_merger_of_two_hands_everything_on_and_keeps_the_old_to_be_read() {
    let mut desk = coordinator();
    let old: Vec<_> = [A, B]
        .map(|unit| view::checklist(&desk, &plan_id(), &unit_id(unit), today()))
        .into();
    replace(&mut desk, &[A, B], &[C]);
    assert_eq!(
        notes(&desk, C, "iii-1"),
        set(&["lời của một", "lời của hai"])
    );
    assert_eq!(notes(&desk, C, "iii-2"), set(&["chỉ của hai"]));
    assert_eq!(record_of(&desk, C).conflicts().len(), 1);
    for (unit, before) in [A, B].into_iter().zip(old) {
        let now = view::checklist(&desk, &plan_id(), &unit_id(unit), today());
        assert_eq!(now, before, "still to be read");
        assert_eq!(desk.unit_name(&unit_id(unit)), Some(unit));
    }
    let roster = &desk.rosters[&plan_id()];
    let at_work: Vec<_> = roster.at_work().map(|unit| unit.name.as_str()).collect();
    assert!(at_work.contains(&C) && !at_work.contains(&A) && !at_work.contains(&B));
    assert_eq!(roster.groups_of(&unit_id(C)), [branches()]);
    let earlier: BTreeSet<_> = roster.predecessors(&unit_id(C)).into_iter().collect_ids();
    assert_eq!(earlier, BTreeSet::from([unit_id(A), unit_id(B)]));
    let duties = |unit: &str| {
        let list = view::checklist(&desk, &plan_id(), &unit_id(unit), today());
        (list.lead.len(), list.support.len())
    };
    assert_eq!(duties(C), duties(A));
}

trait CollectIds {
    fn collect_ids(self) -> BTreeSet<UnitId>;
}

impl<'a, I: Iterator<Item = &'a Unit>> CollectIds for I {
    fn collect_ids(self) -> BTreeSet<UnitId> {
        self.map(|unit| unit.id.clone()).collect()
    }
}

#[test]
fn three_become_one_and_one_becomes_two() {
    let mut desk = coordinator();
    enrol(&mut desk, &["Chi bộ 3"]);
    write_note(&mut desk, "Chi bộ 3", "iii-1", "lời của ba", 4);
    replace(&mut desk, &[A, B, "Chi bộ 3"], &[C]);
    assert_eq!(notes(&desk, C, "iii-1").len(), 3);
    replace(&mut desk, &[C], &["Chi bộ Đông", "Chi bộ Tây"]);
    for half in ["Chi bộ Đông", "Chi bộ Tây"] {
        assert_eq!(notes(&desk, half, "iii-1").len(), 3);
        let roster = &desk.rosters[&plan_id()];
        assert_eq!(roster.predecessors(&unit_id(half)).len(), 4);
        assert_eq!(roster.groups_of(&unit_id(half)), [branches()]);
    }
    write_note(&mut desk, "Chi bộ Đông", "iii-1", "của Đông", 9);
    assert_eq!(notes(&desk, "Chi bộ Đông", "iii-1"), set(&["của Đông"]));
    assert_eq!(notes(&desk, "Chi bộ Tây", "iii-1").len(), 3);
}

#[test]
fn what_was_split_and_is_joined_again_is_there_once() {
    let mut desk = coordinator();
    let title = |title: &str| {
        let document = Document {
            title: title.to_owned(),
            ..Document::default()
        };
        Edit::Add(TaskId::new("iii-1"), None, Item::Document(document))
    };
    let add = Action::Edit(record_id(A), title("Báo cáo"));
    desk.apply(add, 4).expect("an edit");
    replace(&mut desk, &[A], &["Chi bộ Đông", "Chi bộ Tây"]);
    write_note(&mut desk, "Chi bộ Đông", "iii-1", "của Đông", 9);
    replace(&mut desk, &["Chi bộ Đông", "Chi bộ Tây"], &[C]);
    let entry = Entry::of(record_of(&desk, C), &TaskId::new("iii-1"), None);
    assert_eq!(entry.documents.len(), 1, "one document, on two ways");
    assert_eq!(notes(&desk, C, "iii-1"), set(&["của Đông"]));
}

#[test]
fn a_chain_hands_on_to_the_last_and_late_files_follow() {
    let mut unit = desk("b");
    enrol(&mut unit, &[A]);
    let mut desk = coordinator();
    replace(&mut desk, &[A], &[C]);
    replace(&mut desk, &[C], &["Đảng bộ D"]);
    assert_eq!(notes(&desk, "Đảng bộ D", "iii-1"), set(&["lời của một"]));
    write_note(&mut unit, A, "iii-3", "đến muộn", 7);
    open_text(&mut desk, &sent(&unit, A), 8);
    for heir in [A, C, "Đảng bộ D"] {
        assert_eq!(notes(&desk, heir, "iii-3"), set(&["đến muộn"]), "{heir}");
    }
}

#[test]
fn what_is_written_on_an_old_unit_afterwards_goes_on_too() {
    let mut desk = coordinator();
    replace(&mut desk, &[A], &[C]);
    write_note(&mut desk, A, "iii-4", "viết thêm", 7);
    assert_eq!(notes(&desk, C, "iii-4"), set(&["viết thêm"]));
}

#[test]
fn an_heir_has_the_duties_of_those_whose_place_it_took() {
    let mut desk = coordinator();
    let plan = Arc::make_mut(desk.plans.get_mut(&plan_id()).expect("the plan"));
    let task = plan
        .tasks
        .iter_mut()
        .find(|task| !task.lead.is_empty())
        .expect("a duty");
    task.lead[0].parties = vec![Party::Unit(unit_id(A))];
    task.support.clear();
    let task = task.clone();
    let part =
        |desk: &Workspace, unit: &str| desk.rosters[&plan_id()].part_of(&unit_id(unit), &task);
    assert_eq!((part(&desk, A), part(&desk, B)), (Some(Part::Lead), None));
    replace(&mut desk, &[A, B], &[C]);
    assert_eq!(part(&desk, C), Some(Part::Lead));
    replace(&mut desk, &[C], &["Chi bộ Đông", "Chi bộ Tây"]);
    assert_eq!(part(&desk, "Chi bộ Đông"), Some(Part::Lead));
    assert_eq!(part(&desk, "Chi bộ Tây"), Some(Part::Lead));
    assert_eq!(part(&desk, B), None, "nobody else gets it");
}

#[test]
fn an_heir_that_was_there_before_keeps_its_own() {
    let mut desk = coordinator();
    replace(&mut desk, &[A], &[B]);
    assert_eq!(
        notes(&desk, B, "iii-1"),
        set(&["lời của một", "lời của hai"])
    );
    write_note(&mut desk, B, "iii-1", "lời chung", 9);
    assert_eq!(notes(&desk, B, "iii-1"), set(&["lời chung"]));
    assert_eq!(notes(&desk, A, "iii-1"), set(&["lời của một"]));
}

#[test]
fn a_renamed_unit_is_the_same_and_its_names_are_kept() {
    let mut desk = coordinator();
    for name in ["Chi bộ Một", "Chi bộ Nhất", "Chi bộ Một", "Chi bộ Một"] {
        let rename = Action::RenameUnit(plan_id(), unit_id(A), name.to_owned());
        desk.apply(rename, 4).expect("renamed");
    }
    let roster = &desk.rosters[&plan_id()];
    let unit = roster.unit(&unit_id(A)).expect("the unit");
    assert_eq!(unit.name, "Chi bộ Một");
    assert_eq!(unit.former, [A, "Chi bộ Nhất"]);
    assert_eq!(notes(&desk, A, "iii-1"), set(&["lời của một"]));
}

// Files and orders.

#[test]
fn what_an_heir_wrote_is_never_undone_by_a_stale_file_however_often_it_comes() {
    let mut unit = desk("b");
    enrol(&mut unit, &[A]);
    write_note(&mut unit, A, "iii-1", "một", 1);
    let first = sent(&unit, A);
    write_note(&mut unit, A, "iii-1", "một nữa", 2);
    let second = sent(&unit, A);
    let mut desk = desk("a");
    open_text(&mut desk, &second, 3);
    replace(&mut desk, &[A], &[C]);
    write_note(&mut desk, C, "iii-1", "của người kế tục", 4);
    for text in [&first, &second, &first, &second] {
        open_text(&mut desk, text, 5);
        assert_eq!(notes(&desk, C, "iii-1"), set(&["của người kế tục"]));
    }
    // What the unit wrote without knowing is news, and stands beside it.
    write_note(&mut unit, A, "iii-1", "viết cùng lúc", 6);
    open_text(&mut desk, &sent(&unit, A), 7);
    assert_eq!(
        notes(&desk, C, "iii-1"),
        set(&["của người kế tục", "viết cùng lúc"])
    );
}

#[test]
fn files_are_opened_by_those_who_know_of_the_change_and_by_those_who_do_not() {
    let mut office = coordinator();
    issue(&mut office);
    let mut unit = desk("b");
    open_text(&mut unit, &plan_text(&office), 1);
    write_note(&mut unit, A, "iii-5", "trước khi biết", 2);
    let before = sent(&unit, A);
    replace(&mut office, &[A], &[C]);
    issue(&mut office);
    write_note(&mut office, C, "iii-6", "của người kế tục", 3);
    // The unit does not know the heir yet; its record comes all the same.
    open_text(&mut unit, &sent(&office, C), 4);
    assert_eq!(notes(&unit, C, "iii-6"), set(&["của người kế tục"]));
    open_text(&mut office, &before, 5);
    open_text(&mut unit, &plan_text(&office), 6);
    open_text(&mut unit, &sent(&office, A), 7);
    assert_eq!(notes(&office, C, "iii-5"), set(&["trước khi biết"]));
    assert_eq!(record_of(&unit, C), record_of(&office, C));
    let roster = &unit.rosters[&plan_id()];
    assert!(!roster.unit(&unit_id(A)).expect("the unit").is_at_work());
}

#[test]
fn the_order_in_which_rosters_and_records_arrive_makes_no_difference() {
    let work = (
        any::<[u8; 6]>(),
        any::<u64>(),
        proptest::collection::vec(any::<Index>(), 0..4),
    );
    check(share(1), &work, |(words, seed, again)| {
        let texts = changing_texts(words);
        let fresh = || Workspace::empty(DeviceId::new("z"));
        let begin = |desk: &mut Workspace| open_text(desk, &texts[0], 0);
        let mut in_order = fresh();
        begin(&mut in_order);
        for text in &texts {
            open_text(&mut in_order, text, 1);
        }
        let mut mixed: Vec<_> = texts.iter().enumerate().collect();
        mixed.sort_by_key(|(at, _)| (*at as u64 + 1).wrapping_mul(seed | 1));
        let again = again.iter().map(|which| which.get(&texts));
        let mut other = fresh();
        begin(&mut other);
        for text in mixed.into_iter().map(|(_, text)| text).chain(again) {
            open_text(&mut other, text, 2);
        }
        prop_assert_eq!(&other.records, &in_order.records);
        prop_assert_eq!(&other.plans, &in_order.plans);
        Ok(())
    });
}

/// The files of a year in which units change: rosters of three revisions, and records of a unit that
/// knows of nothing, of an heir, and of the coordinator. The first is the first roster.
fn changing_texts(words: [u8; 6]) -> Vec<String> {
    let word = |at: usize| format!("lời {}", words[at] % 3);
    let mut office = coordinator();
    issue(&mut office);
    let mut texts = vec![plan_text(&office)];
    let mut unit = desk("b");
    open_text(&mut unit, &texts[0], 1);
    write_note(&mut unit, A, "iii-1", &word(0), 2);
    texts.push(sent(&unit, A));
    replace(&mut office, &[A, B], &[C]);
    issue(&mut office);
    texts.push(plan_text(&office));
    write_note(&mut unit, A, "iii-2", &word(1), 3);
    texts.push(sent(&unit, A));
    let mut heir = desk("c");
    open_text(&mut heir, &texts[2], 3);
    open_text(&mut heir, &texts[1], 3);
    write_note(&mut heir, C, "iii-1", &word(2), 4);
    texts.push(sent(&heir, C));
    replace(&mut office, &[C], &["Chi bộ Đông", "Chi bộ Tây"]);
    issue(&mut office);
    write_note(&mut office, "Chi bộ Đông", "iii-2", &word(3), 5);
    texts.push(plan_text(&office));
    open_text(&mut office, &texts[4], 6);
    write_note(&mut office, "Chi bộ Tây", "iii-1", &word(4), 7);
    write_note(&mut office, A, "iii-1", &word(5), 8);
    texts.push(file(crate::desks::parcels(&office)));
    texts
}

// What is refused.

#[test]
fn changes_that_make_no_sense_are_refused_and_change_nothing() {
    let mut desk = coordinator();
    replace(&mut desk, &[A], &[C]);
    let before = desk.clone();
    for (units, heirs) in [
        (&[A][..], &["Chi bộ 9"][..]),
        (&[B], &[A]),
        (&[C], &[A]),
        (&[B], &[B]),
        (&[B], &["CHI BỘ 2"]),
        (&[B, C], &["Chi bộ 9", B]),
        (&["Chi bộ không có"], &["Chi bộ 9"]),
        (&[], &["Chi bộ 9"]),
    ] {
        let refused = desk.apply(replacing(units, heirs), 6);
        assert_eq!(
            refused,
            Err(ActionError::NotReplaceable),
            "{units:?} {heirs:?}"
        );
        assert!(desk == before, "{units:?} {heirs:?}");
    }
    for heirs in [&[][..], &["", " \u{200b}"]] {
        let refused = desk.apply(replacing(&[B], heirs), 6);
        assert_eq!(refused, Err(ActionError::NameMissing));
    }
    let nowhere = Action::ReplaceUnits(
        so_tien_do::domain::PlanId::new("khong-co"),
        vec![unit_id(B)],
        names(&["Chi bộ 9"]),
    );
    assert_eq!(desk.apply(nowhere, 6), Err(ActionError::NoSuchPlan));
    assert!(desk == before);
}

#[test]
fn a_name_that_is_given_twice_makes_one_heir() {
    let mut desk = coordinator();
    replace(&mut desk, &[A], &[C, "CHI BỘ THÔN HỢP NHẤT"]);
    let roster = &desk.rosters[&plan_id()];
    let unit = roster.unit(&unit_id(A)).expect("the unit");
    assert_eq!(unit.successors, [unit_id(C)]);
}

#[test]
fn names_that_go_on_and_on_are_refused_in_the_end() {
    let mut desk = coordinator();
    let mut last = A.to_owned();
    let mut count = 0;
    loop {
        let next = format!("Chi bộ đời {count}");
        if desk.apply(replacing(&[&last], &[&next]), 6).is_err() {
            break;
        }
        (last, count) = (next, count + 1);
        assert!(count < 1_000);
    }
    assert!(count >= 10, "more than any unit ever changed");
    let text = plan_text(&desk);
    assert!(open::<PlanFile>(Kind::PlanFile, &text).is_ok());
}

/// A plan file of the built-in plan with other units.
fn hostile(units: &[Json]) -> String {
    let plan = desk("a").plans[&plan_id()].clone();
    let body = json!({"plan": plan, "roster": {"units": units, "groups": []}});
    seal(Kind::PlanFile, &body, 0).expect("a text")
}

fn unit_of(number: usize, successors: &[usize]) -> Json {
    let id = |number: usize| format!("u{number}");
    let successors: Vec<_> = successors.iter().map(|number| id(*number)).collect();
    json!({"id": id(number), "name": format!("Đơn vị {number}"), "successors": successors})
}

/// Opens a plan file that was made to do harm, takes it in where it opens, and looks at everything.
fn endure(units: &[Json]) -> Option<Workspace> {
    let begin = Instant::now();
    let mut desk = Workspace::empty(DeviceId::new("z"));
    let text = hostile(units);
    let found = preview(&desk, &[("tệp.json".to_owned(), text)]);
    let finding = &found.arrivals[0].finding;
    let is_open = matches!(finding, Finding::Plan(..));
    if !is_open {
        let is_refused = matches!(finding, Finding::Unreadable(FileError::Invalid { .. }));
        assert!(is_refused, "{finding:?}");
        assert_eq!(found.arrivals[0].heap(), Heap::Damaged);
    }
    desk.apply(Action::Import(found.all()), 1)
        .expect("accepted");
    if is_open {
        use_all(&mut desk);
    }
    assert!(begin.elapsed() < BOUND, "{:?}", begin.elapsed());
    is_open.then_some(desk)
}

fn use_all(desk: &mut Workspace) {
    for number in [0, 1] {
        let unit = UnitId::new(format!("u{number}"));
        let edit = Edit::Write(note("iii-1"), text("lời"));
        let id = RecordId {
            plan: plan_id(),
            unit: unit.clone(),
        };
        desk.apply(Action::Edit(id, edit), 2).expect("an edit");
        let shown = view::today(desk, Some(&unit), today());
        assert!(shown.groups.len() <= 5);
        let list = view::checklist(desk, &plan_id(), &unit, today());
        assert!(list.gone.is_empty());
    }
    let roster = &desk.rosters[&plan_id()];
    assert!(roster.replaced().len() <= roster.units.len());
    let text = seal(Kind::Roster, roster, 0).expect("a text");
    assert_eq!(
        open::<Roster>(Kind::Roster, &text).map(Arc::new).as_ref(),
        Ok(roster)
    );
}

#[test]
fn circles_are_refused() {
    assert!(endure(&[unit_of(0, &[0])]).is_none());
    assert!(endure(&[unit_of(0, &[1]), unit_of(1, &[0])]).is_none());
    let ring: Vec<_> = (0..10_000)
        .map(|at| unit_of(at, &[(at + 1) % 10_000]))
        .collect();
    assert!(endure(&ring).is_none());
    assert!(endure(&[unit_of(0, &[1, 2]), unit_of(1, &[]), unit_of(2, &[0])]).is_none());
}

#[test]
fn an_heir_that_is_not_there_is_refused() {
    // Another file could bring it later and close a circle.
    assert!(endure(&[unit_of(0, &[1])]).is_none());
}

#[test]
fn ten_thousand_units_in_a_chain_a_star_or_a_fan_do_no_harm() {
    let chain = (0..10_000).map(|at| unit_of(at, &[at + 1]));
    let chain: Vec<_> = chain.chain([unit_of(10_000, &[])]).collect();
    assert!(endure(&chain).is_none());
    let star = (1..10_000).map(|at| unit_of(at, &[0]));
    let star: Vec<_> = star.chain([unit_of(0, &[])]).collect();
    let desk = endure(&star).expect("a star");
    let roster = &desk.rosters[&plan_id()];
    assert_eq!(roster.predecessors(&UnitId::new("u0")).len(), 9_999);
    let all: Vec<_> = (1..10_000).collect();
    let fan = (1..10_000).map(|at| unit_of(at, &[]));
    let fan: Vec<_> = fan.chain([unit_of(0, &all)]).collect();
    let desk = endure(&fan).expect("a fan");
    assert_eq!(desk.records.len(), 10_000);
}

#[test]
fn a_lattice_of_changes_does_not_multiply_what_was_written() {
    // Two to the power of its height ways lead from the first to the last.
    let height = 18;
    let rungs = (0..height).flat_map(|at| {
        let next = [2 * at + 2, 2 * at + 3];
        [unit_of(2 * at, &next), unit_of(2 * at + 1, &next)]
    });
    let ends = [unit_of(2 * height, &[]), unit_of(2 * height + 1, &[])];
    let lattice: Vec<_> = rungs.chain(ends).collect();
    let desk = endure(&lattice).expect("a lattice");
    let last = RecordId {
        plan: plan_id(),
        unit: UnitId::new(format!("u{}", 2 * height)),
    };
    assert_eq!(desk.records[&last].writes().count(), 2);
}

#[test]
fn identities_that_come_twice_are_refused() {
    let again = |units: &[Json]| assert!(endure(units).is_none());
    again(&[unit_of(0, &[1]), unit_of(0, &[1]), unit_of(1, &[])]);
    again(&[unit_of(0, &[1]), unit_of(0, &[]), unit_of(1, &[])]);
    again(&[
        unit_of(0, &[1, 1]),
        unit_of(1, &[2]),
        unit_of(1, &[2]),
        unit_of(2, &[]),
    ]);
    let many: Vec<_> = (0..10_000).map(|at| unit_of(at % 2, &[])).collect();
    again(&many);
}

#[test]
fn a_roster_that_two_devices_made_too_long_together_still_opens() {
    let chain = |from: usize| -> Roster {
        let name = |number: usize| format!("Chi bộ đời {number}");
        let units = (from..from + 15).map(|number| Unit {
            successors: if number < from + 14 {
                vec![unit_id(&name(number + 1))]
            } else {
                Vec::new()
            },
            ..Unit::new(unit_id(&name(number)), name(number))
        });
        Roster {
            units: units.collect(),
            ..Roster::default()
        }
    };
    let mut met = chain(0);
    met.take_over(&chain(14));
    assert_eq!(met.replaced().len(), 28);
    let text = seal(Kind::Roster, &met, 0).expect("a text");
    assert_eq!(open::<Roster>(Kind::Roster, &text), Ok(met.clone()));
    let last = &met.units[14].id;
    assert_eq!(met.predecessors(last).len(), 28);
}

// Rosters that meet.

fn roster_with(units: &[(&str, &str)], groups: &[(&str, &[&str])]) -> Roster {
    let units = units.iter().map(|(name, address)| Unit {
        address: (*address).to_owned(),
        ..Unit::new(unit_id(name), *name)
    });
    let groups = groups.iter().map(|(name, members)| Group {
        id: GroupId::new(*name),
        name: (*name).to_owned(),
        members: members.iter().map(|member| unit_id(member)).collect(),
    });
    Roster {
        units: units.collect(),
        groups: groups.collect(),
        round: None,
    }
}

#[test]
fn a_newer_roster_is_right_and_what_is_known_here_alone_stays() {
    let mut here = roster_with(
        &[(A, "0912 345 678"), (B, "b@x.vn"), ("Riêng", "")],
        &[("khối", &[A, B, "Riêng"]), ("khối riêng", &[A, "Riêng"])],
    );
    let mut newer = roster_with(&[(A, ""), (B, "moi@x.vn")], &[("khối", &[A])]);
    newer.units[0].rename("Chi bộ Một".to_owned());
    here.take_over(&newer);
    let unit = |name: &str| here.unit(&unit_id(name)).expect("a unit");
    assert_eq!(unit(A).name, "Chi bộ Một");
    assert_eq!(unit(A).former, [A]);
    assert_eq!(unit(A).address, "0912 345 678", "it tells none");
    assert_eq!(unit(B).address, "moi@x.vn");
    assert_eq!(unit("Riêng").name, "Riêng");
    let members = |name: &str| &here.group(&GroupId::new(name)).expect("a group").members;
    assert_eq!(members("khối"), &[unit_id(A), unit_id("Riêng")]);
    assert_eq!(members("khối riêng"), &[unit_id(A), unit_id("Riêng")]);
}

#[test]
fn what_is_taken_in_adds_and_changes_no_name() {
    let mut here = roster_with(&[(A, "")], &[("khối", &[A])]);
    let mut other = roster_with(&[(A, "x"), (B, "")], &[("khối", &[B]), ("khác", &[A])]);
    other.units[0].rename("Chi bộ Một".to_owned());
    assert!(here.take_in(&other));
    assert_eq!(here.unit(&unit_id(A)).expect("a unit").name, A);
    let members = |name: &str| &here.group(&GroupId::new(name)).expect("a group").members;
    assert_eq!(members("khối"), &[unit_id(A), unit_id(B)]);
    assert_eq!(members("khác"), &[unit_id(A)]);
    assert!(!here.clone().take_in(&other));
}

#[test]
fn rosters_that_meet_lose_no_unit_and_open_again() {
    let both = (models::roster(), models::roster());
    check(share(10), &both, |(here, mut other)| {
        let mut known = BTreeSet::new();
        other.groups.retain(|group| known.insert(group.id.clone()));
        for Unit { name, former, .. } in &mut other.units {
            former.retain(|former| former != name);
        }
        for is_newer in [false, true] {
            let mut met = here.clone();
            if is_newer {
                met.take_over(&other);
            } else {
                met.take_in(&other);
            }
            let ids = |roster: &Roster| roster.units.iter().collect_ids();
            let groups = |roster: &Roster| -> BTreeSet<GroupId> {
                let groups = roster.groups.iter();
                groups.map(|group| group.id.clone()).collect()
            };
            let all: BTreeSet<_> = ids(&here).union(&ids(&other)).cloned().collect();
            prop_assert_eq!(ids(&met), all);
            let all: BTreeSet<_> = groups(&here).union(&groups(&other)).cloned().collect();
            prop_assert_eq!(groups(&met), all);
            let text = seal(Kind::Roster, &met, 0).expect("a text");
            prop_assert_eq!(open::<Roster>(Kind::Roster, &text), Ok(met.clone()));
            let once = met.clone();
            if is_newer {
                met.take_over(&other);
            } else {
                prop_assert!(!met.take_in(&other));
            }
            prop_assert_eq!(met, once, "a second time changes nothing");
        }
        Ok(())
    });
}

#[test]
fn addresses_stay_at_home() {
    let mut desk = coordinator();
    let address = Action::SetAddress(plan_id(), unit_id(A), "0912 345 678".to_owned());
    desk.apply(address, 4).expect("an address");
    assert!(!plan_text(&desk).contains("0912"));
    assert!(!file(crate::desks::parcels(&desk)).contains("0912"));
    let roster = &desk.rosters[&plan_id()];
    assert_eq!(
        roster.unit(&unit_id(A)).expect("a unit").address,
        "0912 345 678"
    );
    let round = Action::AskReport(plan_id(), today(), "bantochuc@x.vn".to_owned());
    desk.apply(round, 4).expect("asked");
    assert!(plan_text(&desk).contains("bantochuc@x.vn"), "where to send");
}
