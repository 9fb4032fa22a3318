//! Taking in and taking back: an import that is undone leaves everything as it was, but for what
//! was done since.

use crate::amendments;
use crate::cases::{check, share};
use crate::desks::{
    actions, desk, enrol, note, parcels, plan_id, record_id, text, unit_id, write_note,
};
use crate::drafts::FIRST;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{BeforeDay, Day, DeviceId, Moment, PlanId, Roster, UnitId};
use so_tien_do::file::{Kind, Office, Parcel, Progress, seal, seal_from};
use so_tien_do::progress::{Dot, Record, Slot, Write};
use so_tien_do::reader::read;
use so_tien_do::sorted::SortedMap;
use so_tien_do::store::{MemoryStore, load, save};
use so_tien_do::workspace::{
    Action, ActionError, Edit, Finding, Heap, Key, RecordId, Relation, Shelf, Workspace, preview,
};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

const UNIT: &str = "Chi bộ 1";
const OTHER: &str = "Chi bộ 2";
const HEIR: &str = "Chi bộ thôn Hợp Nhất";

type Work = Vec<(Action, Moment)>;

fn carry_out(desk: &mut Workspace, work: &Work) {
    for (action, now) in work {
        // Some of what people try is refused, as it should be.
        let _ = desk.apply(action.clone(), *now);
    }
}

/// Opens files and takes in all that they bring.
fn open_all(desk: &mut Workspace, texts: &[String], now: Moment) -> Vec<Key> {
    let files: Vec<_> = texts
        .iter()
        .map(|text| ("tệp.json".to_owned(), text.clone()))
        .collect();
    let import = preview(desk, &files).all();
    desk.apply(Action::Import(import), now).expect("accepted")
}

fn open_one(desk: &mut Workspace, text: &str, now: Moment) {
    open_all(desk, &[text.to_owned()], now);
}

fn undo(desk: &mut Workspace) -> Vec<Key> {
    desk.apply(Action::UndoImport, 99).expect("taken back")
}

/// Returns a file as the unit of a device sends it.
fn file_from(from: Option<&str>, parcels: Vec<Parcel>, at: Moment) -> String {
    let office = from.map(|name| Office {
        unit: Some(unit_id(name)),
        name: name.to_owned(),
    });
    seal_from(Kind::Progress, &Progress { parcels }, at, office).expect("a text")
}

fn plan_text(desk: &Workspace, plan: &PlanId) -> String {
    let file = desk.plan_file(plan).expect("a plan");
    seal(Kind::PlanFile, &file, 0).expect("a text")
}

/// The plan as its issuer hands it on: first with two units, then with one that took their place.
fn issued() -> [String; 2] {
    let mut office = desk("o");
    enrol(&mut office, &[UNIT, OTHER]);
    write_note(&mut office, UNIT, "iii-1", "của nơi ban hành", 1);
    let mut issue = |action: Option<Action>| {
        for action in action.into_iter().chain([Action::Issue(plan_id())]) {
            office.apply(action, 1).expect("done");
        }
        plan_text(&office, &plan_id())
    };
    let units = [UNIT, OTHER].map(unit_id).into();
    let change = Action::ReplaceUnits(plan_id(), units, vec![HEIR.to_owned()]);
    [issue(None), issue(Some(change))]
}

/// The file of a plan that is not here.
fn another_plan() -> (PlanId, String) {
    let office = amendments::office();
    let id = amendments::plan(&office).id.clone();
    let text = plan_text(&office, &id);
    (id, text)
}

/// What stands apart from the import itself; where nothing was ever written there is no record.
fn kept(desk: &Workspace) -> Workspace {
    let mut desk = desk.clone();
    desk.last_import = None;
    desk.records.retain(|_, record| !record.is_empty());
    desk.settings.removed.sort();
    desk
}

/// An office at work, and files that it has not opened.
fn office() -> impl Strategy<Value = (Workspace, Vec<String>)> {
    let files = issued().into_iter().chain([another_plan().1]);
    let plans = proptest::sample::subsequence(files.collect::<Vec<_>>(), 0..=3);
    let from = select(vec![None, Some(UNIT), Some(OTHER)]);
    let work = || actions(12);
    (work(), work(), work(), plans, from, any::<bool>()).prop_map(
        |(first, second, own, mut files, from, is_away)| {
            let (mut unit, mut here) = (desk("b"), desk("a"));
            carry_out(&mut unit, &first);
            open_one(&mut here, &file_from(from, parcels(&unit), 1), 1);
            carry_out(&mut here, &own);
            open_one(&mut unit, &file_from(None, parcels(&here), 2), 2);
            carry_out(&mut unit, &second);
            files.push(file_from(from, parcels(&unit), 3));
            if is_away {
                let put = Action::PutAway(plan_id(), Some(Shelf::Archive));
                here.apply(put, 3).expect("put away");
            }
            (here, files)
        },
    )
}

#[test]
fn what_is_taken_back_at_once_leaves_everything_as_it_was() {
    let (runs, news) = (Cell::new(0_u32), Cell::new(0_u32));
    check(share(5), &office(), |(mut here, files)| {
        let before = here.clone();
        open_all(&mut here, &files, 10);
        runs.set(runs.get() + 1);
        if here == before {
            return Ok(());
        }
        news.set(news.get() + 1);
        let counts = counts(&here);
        undo(&mut here);
        prop_assert_eq!(kept(&here), kept(&before));
        prop_assert!(counts_of(&here, &counts), "no write is ever counted twice");
        prop_assert_eq!(
            here.apply(Action::UndoImport, 11),
            Err(ActionError::NothingToUndo)
        );
        let mut again = here.clone();
        open_all(&mut again, &files, 10);
        let mut once = before.clone();
        open_all(&mut once, &files, 10);
        prop_assert_eq!(kept(&again), kept(&once), "the same files bring it again");
        Ok(())
    });
    assert!(news.get() * 2 > runs.get());
}

/// Returns how much this device has written on each record.
fn counts(desk: &Workspace) -> Vec<(RecordId, u64)> {
    let records = desk.records.iter();
    records
        .map(|(id, record)| (id.clone(), record.seen().count(&desk.device)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn counts_of(desk: &Workspace, counts: &[(RecordId, u64)]) -> bool {
    counts.iter().all(|(id, count)| {
        let record = desk.records.get(id);
        record.is_some_and(|record| record.seen().count(&desk.device) >= *count)
    })
}

#[test]
fn an_import_is_taken_back_after_the_device_was_closed_too() {
    check(share(2), &office(), |(mut here, files)| {
        let store = MemoryStore::default();
        let keep = |desk: &Workspace, keys: &[Key]| {
            for key in keys {
                save(&store, desk, key, 5).expect("room");
            }
        };
        keep(&here, &here.keys());
        let before = here.clone();
        let keys = open_all(&mut here, &files, 10);
        keep(&here, &keys);
        let open = || load(&store, DeviceId::new("fresh")).expect("a store");
        let mut loaded = open().workspace;
        prop_assert!(loaded == here);
        if here == before {
            return Ok(());
        }
        let keys = undo(&mut loaded);
        keep(&loaded, &keys);
        prop_assert_eq!(kept(&loaded), kept(&before));
        let again = open();
        prop_assert!(again.workspace == loaded && again.aside.is_empty());
        Ok(())
    });
}

/// Returns what stands at each place of a record.
fn places(record: Option<&Record>) -> BTreeSet<(Slot, Dot, Write)> {
    let writes = record.into_iter().flat_map(Record::writes);
    writes
        .map(|(dot, write)| (write.slot.clone(), dot.clone(), write.clone()))
        .collect()
}

fn at<'a>(
    places: &'a BTreeSet<(Slot, Dot, Write)>,
    slots: &BTreeSet<Slot>,
    is_there: bool,
) -> BTreeSet<&'a (Slot, Dot, Write)> {
    let wanted = |place: &&(Slot, Dot, Write)| slots.contains(&place.0) == is_there;
    places.iter().filter(wanted).collect()
}

#[test]
fn what_was_written_since_stays_and_all_other_places_are_as_before() {
    let touched_at_all = Cell::new(0_u32);
    let all = (office(), actions(12), any::<bool>());
    check(
        share(8),
        &all,
        |((mut here, files), mut later, is_replaced)| {
            if is_replaced {
                let units = vec![unit_id(OTHER)];
                let names = vec!["Chi bộ thôn Đông".to_owned()];
                later.push((Action::ReplaceUnits(plan_id(), units, names), 20));
            }
            let before = here.clone();
            open_all(&mut here, &files, 10);
            if here == before {
                return Ok(());
            }
            let taken = here.clone();
            carry_out(&mut here, &later);
            let written = here.clone();
            let counts = counts(&here);
            undo(&mut here);
            prop_assert!(counts_of(&here, &counts));
            let mut again = here.clone();
            open_all(&mut again, &files, 10);
            prop_assert_eq!(
                &passed_on(&here),
                &here.records,
                "nothing waits for an heir"
            );
            for id in written.records.keys() {
                let of = |desk: &Workspace| places(desk.records.get(id));
                let (was, came, since, now) = (of(&before), of(&taken), of(&written), of(&here));
                let changed = came.symmetric_difference(&since);
                let touched: BTreeSet<Slot> = changed.map(|(slot, ..)| slot.clone()).collect();
                touched_at_all.set(touched_at_all.get() + u32::from(!touched.is_empty()));
                if is_heir(written.rosters.get(&id.plan).map(Arc::as_ref), id) {
                    // What goes on from a unit that was written on is set beside what came.
                    prop_assert!(now.is_superset(&since.difference(&came).cloned().collect()));
                    let known: BTreeSet<_> = was.union(&since).cloned().collect();
                    prop_assert!(now.is_subset(&known));
                } else {
                    prop_assert_eq!(at(&now, &touched, true), at(&since, &touched, true));
                    prop_assert_eq!(at(&now, &touched, false), at(&was, &touched, false));
                }
                // Nobody who has what was written so far loses any of it by a file of this device.
                let sent = &written.records[id];
                let returned = here.records.get(id).cloned().unwrap_or_default();
                prop_assert_eq!(&sent.merged(&returned), sent);
                // The same files bring all of it again.
                let again = of(&again);
                prop_assert_eq!(at(&again, &touched, false), at(&came, &touched, false));
                prop_assert!(at(&again, &touched, true).is_superset(&at(&since, &touched, true)));
                // What is kept can be seen and sent.
                let is_on = |desk: &Workspace| {
                    let roster = desk.rosters.get(&id.plan);
                    roster.is_some_and(|roster| roster.unit(&id.unit).is_some())
                };
                prop_assert!(now.is_empty() || !is_on(&written) || is_on(&here));
            }
            Ok(())
        },
    );
    assert!(touched_at_all.get() > 0);
}

fn is_heir(roster: Option<&Roster>, id: &RecordId) -> bool {
    roster.is_some_and(|roster| !roster.predecessors(&id.unit).is_empty())
}

/// Hands on what those hold whose place was taken.
fn passed_on(desk: &Workspace) -> SortedMap<RecordId, Record> {
    let mut records = desk.records.clone();
    for (plan, roster) in desk.rosters.iter() {
        for unit in roster.replaced() {
            let of = |unit: &UnitId| RecordId {
                plan: plan.clone(),
                unit: unit.clone(),
            };
            let Some(record) = records.get(&of(&unit.id)) else {
                continue;
            };
            let adopted = record.adopted_from(&unit.id);
            for heir in &unit.successors {
                records.or_default(of(heir)).merge(&adopted);
            }
        }
    }
    records
}

fn coordinator_and_unit() -> (Workspace, Workspace) {
    let (mut here, mut unit) = (desk("a"), desk("b"));
    enrol(&mut unit, &[UNIT]);
    write_note(&mut unit, UNIT, "iii-1", "một", 1);
    open_one(&mut here, &file_from(None, parcels(&unit), 1), 1);
    (here, unit)
}

fn shown(desk: &Workspace, task: &str) -> Option<so_tien_do::progress::Value> {
    let record = desk.records.get(&record_id(UNIT))?;
    let writes = record.at(&note(task));
    writes.first().map(|write| write.value.clone())
}

#[test]
fn a_place_that_was_cleared_since_stays_clear() {
    let (mut here, mut unit) = coordinator_and_unit();
    write_note(&mut unit, UNIT, "iii-1", "hai", 2);
    open_one(&mut here, &file_from(None, parcels(&unit), 2), 2);
    let clear = Action::Edit(record_id(UNIT), Edit::Clear(note("iii-1")));
    here.apply(clear, 3).expect("cleared");
    undo(&mut here);
    assert_eq!(shown(&here, "iii-1"), None);
}

#[test]
fn what_the_device_itself_had_written_stays_once_it_is_back() {
    // The record was lost on this device alone, which kept its name.
    let (mut here, mut unit) = coordinator_and_unit();
    write_note(&mut here, UNIT, "iii-2", "của văn phòng", 2);
    write_note(&mut here, UNIT, "iii-3", "cũng vậy", 3);
    open_one(&mut unit, &file_from(None, parcels(&here), 3), 3);
    here.records.remove(&record_id(UNIT));
    let text = file_from(None, parcels(&unit), 4);
    open_one(&mut here, &text, 4);
    undo(&mut here);
    assert_eq!(shown(&here, "iii-1"), None, "the unit's own went again");
    open_one(&mut unit, &file_from(None, parcels(&here), 5), 5);
    for words in ["iii-1", "iii-2", "iii-3"] {
        assert!(shown(&unit, words).is_some(), "{words} is lost to others");
    }
    open_one(&mut here, &text, 6);
    assert_eq!(here.records, unit.records);
}

#[test]
fn a_new_unit_on_whose_record_was_written_stays_on_the_roster() {
    let mut unit = desk("b");
    enrol(&mut unit, &[UNIT]);
    write_note(&mut unit, UNIT, "iii-1", "một", 1);
    let mut here = desk("a");
    let before = here.clone();
    open_one(&mut here, &file_from(None, parcels(&unit), 1), 1);
    let taken = here.clone();
    undo(&mut here);
    assert_eq!(kept(&here), kept(&before));
    let mut here = taken;
    write_note(&mut here, UNIT, "iii-2", "của văn phòng", 2);
    undo(&mut here);
    assert_eq!(shown(&here, "iii-1"), None);
    assert_eq!(shown(&here, "iii-2"), Some(text("của văn phòng")));
    let roster = &here.rosters[&plan_id()];
    assert_eq!(roster.groups_of(&unit_id(UNIT)), [crate::desks::branches()]);
    assert_eq!(parcels(&here).len(), 1, "it can be sent");
}

// Plans.

#[test]
fn a_new_plan_goes_again_unless_something_was_done_on_it() {
    let (id, text) = another_plan();
    let fresh = || {
        let mut here = desk("a");
        open_one(&mut here, &text, 1);
        assert!(here.plans.contains_key(&id));
        here
    };
    let mut here = fresh();
    undo(&mut here);
    assert_eq!(kept(&here), kept(&desk("a")));
    let unit = fresh().rosters[&id].units[0].id.clone();
    let record = RecordId {
        plan: id.clone(),
        unit: unit.clone(),
    };
    let edit = Edit::Write(note("ii-1"), crate::desks::text("đã làm"));
    for action in [
        Action::Edit(record, edit),
        Action::RenameUnit(id.clone(), unit, "Tên khác".to_owned()),
        Action::SetBeforeDay(id.clone(), BeforeDay::Included),
    ] {
        let mut here = fresh();
        here.apply(action.clone(), 2).expect("done");
        let worked = here.clone();
        undo(&mut here);
        assert_eq!(kept(&here), kept(&worked), "{action:?}");
    }
}

#[test]
fn a_plan_that_was_removed_before_stays_removed() {
    let (id, text) = another_plan();
    let mut here = desk("a");
    open_one(&mut here, &text, 1);
    let remove = Action::RemovePlan(id.clone(), DeviceId::new("a2"));
    here.apply(remove, 2).expect("removed");
    open_one(&mut here, &text, 3);
    assert!(here.settings.removed.is_empty());
    undo(&mut here);
    assert_eq!(here.settings.removed, [id]);
}

#[test]
fn a_plan_that_is_removed_after_it_came_is_not_touched_by_taking_back() {
    let (id, text) = another_plan();
    let mut here = desk("a");
    open_one(&mut here, &text, 1);
    let remove = Action::RemovePlan(id.clone(), DeviceId::new("a2"));
    here.apply(remove, 2).expect("removed");
    let removed = here.clone();
    undo(&mut here);
    assert_eq!(kept(&here), kept(&removed));
}

#[test]
fn the_first_issue_is_taken_back_with_its_mark_and_can_come_again() {
    let mut here = desk("a");
    enrol(&mut here, &["Chi bộ riêng"]);
    let before = here.clone();
    let [first, second] = issued();
    open_one(&mut here, &first, 1);
    assert!(here.settings.issued.contains_key(&plan_id()));
    undo(&mut here);
    assert_eq!(kept(&here), kept(&before));
    open_one(&mut here, &first, 2);
    assert!(here.rosters[&plan_id()].unit(&unit_id(UNIT)).is_some());
    let taken = here.clone();
    open_one(&mut here, &second, 3);
    assert_eq!(here.plans[&plan_id()].revision, 2);
    undo(&mut here);
    assert_eq!(kept(&here), kept(&taken));
}

#[test]
fn a_plan_comes_out_of_the_bin_and_goes_back_into_it() {
    let [first, _] = issued();
    let mut here = desk("a");
    open_one(&mut here, &first, 1);
    let bin = Action::PutAway(plan_id(), Some(Shelf::Bin));
    here.apply(bin, 2).expect("put away");
    let before = here.clone();
    open_one(&mut here, &first, 3);
    assert!(here.is_at_work(&plan_id()));
    undo(&mut here);
    assert_eq!(kept(&here), kept(&before));
}

#[test]
fn an_heirs_record_goes_with_the_roster_that_named_it_unless_it_was_written_on() {
    let [_, second] = issued();
    let (mut here, _) = coordinator_and_unit();
    let before = here.clone();
    open_one(&mut here, &second, 3);
    assert!(here.records.contains_key(&record_id(HEIR)));
    let mut untouched = here.clone();
    undo(&mut untouched);
    assert_eq!(kept(&untouched), kept(&before));
    write_note(&mut here, HEIR, "iii-2", "của người kế tục", 4);
    undo(&mut here);
    let record = &here.records[&record_id(HEIR)];
    assert_eq!(record.writes().count(), 1, "what was taken over went again");
    let roster = &here.rosters[&plan_id()];
    assert!(roster.unit(&unit_id(HEIR)).is_some());
    assert!(roster.unit(&unit_id(UNIT)).expect("a unit").is_at_work());
}

#[test]
fn a_draft_amends_the_plan_that_is_there_after_taking_back() {
    let mut here = amendments::office();
    let id = amendments::plan(&here).id.clone();
    let mut sender = here.clone();
    let text = FIRST.replace("hai lớp tập huấn", "ba lớp tập huấn");
    let newer = sender.begin(read(&text), "");
    amendments::keep(&mut sender, newer);
    let text = FIRST.replace("hai lớp tập huấn", "bốn lớp tập huấn");
    let draft = here.begin(read(&text), "");
    let set = Action::SetDraft(Some(Box::new(draft)));
    here.apply(set, 1).expect("a draft");
    let mut expected = here.clone();
    expected
        .apply(Action::AmendDraft(Some(id.clone())), 1)
        .expect("a draft");
    open_one(&mut here, &plan_text(&sender, &id), 2);
    assert_eq!(here.plans[&id].revision, 2);
    undo(&mut here);
    assert_eq!(here.plans[&id].revision, 1);
    assert_eq!(
        here.draft.as_ref().expect("a draft").plan(),
        expected.draft.as_ref().expect("a draft").plan()
    );
}

// Receipts and reports.

/// A device of the unit whose record it is.
fn mine() -> Workspace {
    let mut unit = desk("b");
    enrol(&mut unit, &[UNIT]);
    write_note(&mut unit, UNIT, "iii-1", "một", 1);
    unit.apply(Action::ChooseMe(unit_id(UNIT)), 1)
        .expect("a unit");
    unit
}

#[test]
fn a_file_from_another_office_with_my_record_is_a_receipt_and_my_own_is_none() {
    let mut unit = mine();
    let echo = |from: Option<&str>, at| file_from(from, parcels(&mine()), at);
    for own in [echo(Some(UNIT), 5), echo(None, 5)] {
        let before = unit.clone();
        open_one(&mut unit, &own, 6);
        assert!(unit == before, "nothing new, and no receipt");
    }
    open_one(&mut unit, &echo(Some("Văn phòng"), 7), 8);
    let receipt = unit.settings.receipts[&record_id(UNIT)].clone();
    assert_eq!((receipt.at, receipt.by.as_str()), (7, "Văn phòng"));
    let record = &unit.records[&record_id(UNIT)];
    assert!(receipt.seen.includes(record.seen()));
    assert!(unit.settings.received.is_empty(), "mine is no report");
    write_note(&mut unit, UNIT, "iii-1", "hai", 9);
    assert!(!receipt.seen.includes(unit.records[&record_id(UNIT)].seen()));
    let before = unit.clone();
    open_one(&mut unit, &echo(Some("Văn phòng"), 6), 10);
    assert!(unit == before, "an older receipt tells nothing");
    let latest = file_from(Some("Huyện"), parcels(&unit), 11);
    open_one(&mut unit, &latest, 12);
    assert_eq!(unit.settings.receipts[&record_id(UNIT)].by, "Huyện");
    undo(&mut unit);
    assert_eq!(kept(&unit), kept(&before));
}

#[test]
fn a_device_that_knows_itself_from_another_plan_gives_itself_no_receipt() {
    let mut unit = mine();
    // One unit may be named by one plan and typed in for another.
    let (id, text) = another_plan();
    open_one(&mut unit, &text, 2);
    let roster = Arc::make_mut(unit.rosters.get_mut(&id).expect("a roster"));
    roster.units[0].name = UNIT.to_owned();
    let there = roster.units[0].id.clone();
    assert_ne!(there, unit_id(UNIT));
    let own = Some(Office {
        unit: Some(there),
        name: UNIT.to_owned(),
    });
    let body = Progress {
        parcels: parcels(&unit),
    };
    let text = seal_from(Kind::Progress, &body, 5, own).expect("a text");
    open_one(&mut unit, &text, 6);
    assert!(unit.settings.receipts.is_empty());
}

#[test]
fn a_report_is_noted_once_for_each_time_it_is_written() {
    let (mut here, unit) = coordinator_and_unit();
    let noted = |desk: &Workspace| {
        let received = &desk.settings.received[&record_id(UNIT)];
        (received.first, received.last, received.written_at)
    };
    assert_eq!(noted(&here), (1, 1, 1));
    let again = |here: &mut Workspace, at, now| {
        let text = file_from(None, parcels(&unit), at);
        let found = preview(here, &[(String::new(), text)]);
        let Finding::Known(known) = &found.arrivals[0].finding else {
            panic!("a record of a known plan")
        };
        let is_report = known.is_report;
        assert_eq!(found.arrivals[0].brings(), is_report);
        here.apply(Action::Import(found.all()), now)
            .expect("accepted");
        is_report
    };
    assert!(!again(&mut here, 1, 20), "the very same file");
    assert_eq!(noted(&here), (1, 1, 1));
    assert!(again(&mut here, 30, 31), "the same said again later");
    assert_eq!(noted(&here), (1, 31, 30));
    let before = here.clone();
    let round = Action::AskReport(plan_id(), Day::MAX, String::new());
    here.apply(round, 40).expect("asked");
    assert!(!again(&mut here, 30, 45), "it was opened before");
    assert_eq!(noted(&here), (1, 31, 30), "and answers nothing");
    assert!(again(&mut here, 50, 51));
    assert_eq!(noted(&here), (51, 51, 50), "the first since it was asked");
    assert!(again(&mut here, 60, 61));
    assert_eq!(noted(&here), (51, 61, 60));
    undo(&mut here);
    assert_eq!(noted(&here), (51, 51, 50), "taken back alone");
    assert_eq!(here.records, before.records);
}

#[test]
fn a_file_that_was_opened_before_the_report_was_asked_is_no_answer_even_in_a_heap() {
    let (mut here, mut unit) = coordinator_and_unit();
    let old = file_from(None, parcels(&unit), 1);
    let round = Action::AskReport(plan_id(), Day::MAX, String::new());
    here.apply(round, 40).expect("asked");
    // By hand, since a preview would not offer it.
    let deliveries = crate::desks::taking_in(parcels(&unit));
    here.apply(deliveries, 41).expect("accepted");
    assert_eq!(here.settings.received[&record_id(UNIT)].first, 1);
    write_note(&mut unit, UNIT, "iii-1", "trả lời", 50);
    let texts = [file_from(None, parcels(&unit), 51), old];
    open_all(&mut here, &texts, 52);
    assert_eq!(here.settings.received[&record_id(UNIT)].first, 52);
}

// Heaps.

#[test]
fn arrivals_of_every_heap_are_told_apart() {
    let (mut here, unit) = coordinator_and_unit();
    let same = file_from(None, parcels(&unit), 1);
    let mut newer = unit.clone();
    write_note(&mut newer, UNIT, "iii-1", "hai", 2);
    let [first, second] = issued();
    let heap = |here: &Workspace, text: &str| {
        let found = preview(here, &[(String::new(), text.to_owned())]);
        assert_eq!(found.arrivals.len(), 1);
        found.arrivals[0].heap()
    };
    let file = |desk: &Workspace| file_from(None, parcels(desk), 3);
    let mut stranger = desk("c");
    enrol(&mut stranger, &[OTHER]);
    write_note(&mut stranger, OTHER, "iii-1", "lạ", 1);
    assert_eq!(heap(&here, &first), Heap::Plan);
    assert_eq!(heap(&here, &file(&stranger)), Heap::New);
    assert_eq!(heap(&here, &file(&newer)), Heap::Newer);
    assert_eq!(heap(&here, &same), Heap::Same);
    assert_eq!(heap(&here, &file_from(None, Vec::new(), 1)), Heap::Same);
    let settings = seal(Kind::Settings, &here.settings, 0).expect("a text");
    for text in ["", "Kính gửi", "[1]", &settings] {
        assert_eq!(heap(&here, text), Heap::NotOurs, "{text}");
    }
    assert_eq!(heap(&here, &same.replace("một", "mốt")), Heap::Damaged);
    let elsewhere = Workspace::empty(DeviceId::new("z"));
    assert_eq!(heap(&elsewhere, &same), Heap::WrongPlan);
    write_note(&mut here, UNIT, "iii-2", "của văn phòng", 4);
    assert_eq!(heap(&here, &same), Heap::Older);
    assert_eq!(heap(&here, &file(&newer)), Heap::PartlyKnown);
    open_one(&mut here, &second, 5);
    assert_eq!(heap(&here, &file(&newer)), Heap::OtherRevision);
    assert_eq!(heap(&here, &same), Heap::Older, "what brings nothing first");
    let Finding::Plan(_, relation) = &preview(&here, &[(String::new(), first)]).arrivals[0].finding
    else {
        panic!("a plan")
    };
    assert_eq!(*relation, Relation::Older { here: 2 });
}

// Traces.

#[test]
fn an_import_that_changes_nothing_leaves_no_trace() {
    let (mut here, unit) = coordinator_and_unit();
    let before = here.clone();
    for texts in [
        vec![],
        vec!["rác".to_owned()],
        vec![file_from(None, parcels(&unit), 1)],
        vec![file_from(None, parcels(&unit), 1), String::new()],
    ] {
        assert!(open_all(&mut here, &texts, 9).is_empty());
        assert!(here == before, "the last import can still be taken back");
    }
    let by_hand = here.apply(crate::desks::taking_in(parcels(&unit)), 9);
    assert_eq!(by_hand, Ok(Vec::new()));
    assert!(here == before);
}

#[test]
fn what_is_put_back_after_removal_keeps_the_mark_of_its_issue() {
    let mut here = desk("a");
    for action in [
        Action::Issue(plan_id()),
        Action::AskReport(plan_id(), Day::MAX, String::new()),
    ] {
        here.apply(action, 1).expect("done");
    }
    let before = here.clone();
    let removal = here.removal(&plan_id()).expect("a plan");
    let remove = Action::RemovePlan(plan_id(), DeviceId::new("a2"));
    here.apply(remove, 2).expect("removed");
    let restore = Action::RestorePlan(Box::new(removal));
    here.apply(restore, 3).expect("restored");
    assert_eq!(here.settings, before.settings);
    assert_eq!(here.rosters, before.rosters);
    let other = UnitId::new("khong-co");
    assert_eq!(
        here.apply(Action::ChooseMe(other), 4),
        Err(ActionError::NoSuchUnit)
    );
}
