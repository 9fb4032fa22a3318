//! What keeps a workspace while it changes: records before snapshots, imports whole or not at all, and a
//! store that was cleared under the running app.

use crate::desks::{desk, enrol, noise, parcels, plan_id, record_id, taking_in, write_note};
use crate::faults::{Fault, FaultyStore};
use so_tien_do::domain::{BeforeDay, DeviceId};
use so_tien_do::store::{
    Keeper, Kept, Loaded, MemoryStore, Reason, Slots, Snapshots, Store, StoreError,
};
use so_tien_do::workspace::{Action, Key, Workspace};
use std::sync::Arc;

const UNIT: &str = "Chi bộ 1";

/// A store that outlives its keepers.
fn store(room: usize) -> &'static MemoryStore {
    Box::leak(Box::new(MemoryStore::with_room(room)))
}

fn keeper(store: &'static MemoryStore, faults: &[(usize, Fault)]) -> Keeper {
    Keeper::new(Box::new(FaultyStore::new(store, faults)))
}

fn loaded(keeper: &mut Keeper, fresh: &str) -> Loaded {
    keeper
        .load(&Workspace::empty(DeviceId::new(fresh)))
        .expect("a store that can be read")
}

/// Loads, and begins to write.
fn begun(keeper: &mut Keeper, fresh: &str) -> Workspace {
    let found = loaded(keeper, fresh).workspace;
    keeper.begin(&found, 0).expect("room");
    found
}

fn at_rest(store: &'static MemoryStore) -> Workspace {
    loaded(&mut keeper(store, &[]), "z").workspace
}

/// A device with a note, kept in a store.
fn kept(store: &'static MemoryStore) -> (Workspace, Keeper) {
    let mut keeper = keeper(store, &[]);
    begun(&mut keeper, "a");
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    write_note(&mut here, UNIT, "iii-1", "trước", 1);
    assert_eq!(keeper.keep(&here, here.keys(), 2), None);
    (here, keeper)
}

/// The same, and what another tab keeps that has read it.
fn kept_and_read(store: &'static MemoryStore) -> (Workspace, Keeper, Keeper) {
    let (here, keeper) = kept(store);
    let mut other = self::keeper(store, &[]);
    assert!(other.read_ahead(|| true));
    (here, keeper, other)
}

/// What another device reports on the same unit.
fn arriving() -> Action {
    let mut there = desk("b");
    enrol(&mut there, &[UNIT]);
    write_note(&mut there, UNIT, "iii-2", "từ nơi khác", 3);
    taking_in(parcels(&there))
}

#[test]
fn records_win_over_snapshots_in_a_full_store() {
    let with_snapshots = |room| {
        let (mut here, keeper) = kept(store(room));
        for count in 0..3 {
            write_note(&mut here, UNIT, "iii-1", &count.to_string(), 3);
            let snapshots = keeper.snapshots();
            snapshots.take(&here, Reason::Import, count).expect("room");
        }
        (here, keeper)
    };
    let taken = with_snapshots(usize::MAX).1.room().taken();
    let (mut here, mut keeper) = with_snapshots(taken + 20_000);
    assert_eq!(keeper.snapshots().list().len(), 3);
    let mut counts = vec![3];
    // The room beside the snapshots, and then theirs.
    for count in 0..40 {
        let unit = format!("Đơn vị {count}");
        enrol(&mut here, &[&unit]);
        write_note(&mut here, &unit, "iii-1", &noise(3_000), 4);
        let fault = keeper.keep(&here, vec![Key::Record(record_id(&unit))], 5);
        let left = keeper.snapshots().list();
        assert!(fault.is_none() || left.is_empty(), "{fault:?}, {left:?}");
        assert!(
            left.iter()
                .all(|one| one.at >= 3 - i64::try_from(left.len()).expect("few"))
        );
        counts.push(left.len());
    }
    counts.dedup();
    assert!(counts.starts_with(&[3, 2]), "one by one: {counts:?}");
}

#[test]
fn a_snapshot_that_cannot_be_dropped_ends_the_try() {
    let store = store(400_000);
    let (mut here, keeper) = kept(store);
    let snapshots = keeper.snapshots();
    snapshots.take(&here, Reason::Import, 3).expect("room");
    write_note(&mut here, UNIT, "iii-1", &"x".repeat(90_000), 4);
    for _ in 0..9 {
        enrol(&mut here, &["Chi bộ 2"]);
        write_note(&mut here, "Chi bộ 2", "iii-1", &"y".repeat(90_000), 4);
    }
    let sticks: Vec<_> = (0..1_000).map(|step| (step, Fault::Loses)).collect();
    let mut stuck = self::keeper(store, &sticks);
    loaded(&mut stuck, "a");
    let fault = stuck.keep(&here, vec![Key::Record(record_id(UNIT))], 5);
    assert!(fault.is_some());
}

#[test]
fn an_import_that_cannot_be_taken_back_leaves_all_as_it_was() {
    let faults = [
        Fault::Fails,
        Fault::FailsInWords,
        Fault::Loses,
        Fault::Tears(50),
        Fault::KilledBefore,
        Fault::KilledWithin(50),
    ];
    for fault in faults {
        for step in 0..6 {
            let store = store(usize::MAX);
            let (mut before, mut first) = kept(store);
            let earlier = before.apply(taking_in(Vec::new()), 3).expect("nothing");
            assert_eq!(earlier, []);
            before.apply(earlier_import(), 4).expect("an import");
            assert_eq!(first.keep(&before, before.keys(), 5), None);

            let mut keeper = keeper(store, &[(step, fault)]);
            assert!(loaded(&mut keeper, "z").workspace == before);
            let mut ahead = before.clone();
            ahead.apply(arriving(), 6).expect("an import");
            if keeper.keep_way_back(&ahead, 7).is_ok() {
                continue;
            }
            // What the session does next.
            keeper.keep(&before, Vec::new(), 8);
            let mut after = at_rest(store);
            if after.last_import != before.last_import {
                // Only of a tab that was killed; what it left takes nothing back.
                assert!(matches!(
                    fault,
                    Fault::KilledWithin(_) | Fault::KilledBefore
                ));
                assert_eq!(after.last_import, ahead.last_import);
                after.last_import.clone_from(&before.last_import);
            }
            assert!(after == before, "{fault:?} at {step}");
        }
    }
}

fn earlier_import() -> Action {
    let mut there = desk("c");
    enrol(&mut there, &["Chi bộ 2"]);
    write_note(&mut there, "Chi bộ 2", "iii-1", "lần trước", 1);
    taking_in(parcels(&there))
}

#[test]
fn an_import_into_a_full_store_is_refused_and_its_way_back_is_the_old_one() {
    let full = store(usize::MAX);
    let (mut here, mut first) = kept(full);
    here.apply(earlier_import(), 4).expect("an import");
    assert_eq!(first.keep(&here, here.keys(), 5), None);
    let small = store(first.room().taken() + 10);
    for name in full.keys().expect("keys") {
        let text = full.get(&name).expect("a text").expect("a text");
        small.set(&name, &text).expect("room");
    }
    let mut keeper = keeper(small, &[]);
    loaded(&mut keeper, "z");
    let mut ahead = here.clone();
    ahead.apply(arriving(), 6).expect("an import");
    assert_eq!(keeper.keep_way_back(&ahead, 7), Err(StoreError::Full));
    assert_eq!(keeper.keep(&here, Vec::new(), 6), None, "nothing waits");
    assert!(at_rest(small) == here);
}

#[test]
fn a_cleared_store_is_filled_again_from_memory() {
    let store = store(usize::MAX);
    let (here, mut keeper) = kept(store);
    assert_eq!(keeper.recover(&here, 3), None, "nothing happened");
    clear(store);
    assert!(keeper.was_cleared());
    assert_eq!(keeper.recover(&here, 3), Some(here.clone()));
    assert_eq!(keeper.keep(&here, Vec::new(), 4), None);
    assert!(at_rest(store) == here);
    assert_eq!(keeper.recover(&here, 5), None, "it is told once");
}

#[test]
fn what_was_begun_in_a_cleared_store_stands_beside_what_was_in_memory() {
    let store = store(usize::MAX);
    let (here, mut first) = kept(store);
    clear(store);
    let mut second = keeper(store, &[]);
    let mut anew = begun(&mut second, "b");
    let fresh = desk("b");
    anew.plans = fresh.plans;
    anew.rosters = fresh.rosters;
    enrol(&mut anew, &["Chi bộ 2"]);
    write_note(&mut anew, "Chi bộ 2", "iii-1", "sau", 4);
    assert_eq!(second.keep(&anew, anew.keys(), 4), None);
    let both = first.recover(&here, 5).expect("both");
    assert_eq!(first.keep(&both, Vec::new(), 5), None);
    assert!(at_rest(store) == both);
    for unit in [UNIT, "Chi bộ 2"] {
        assert!(both.records.contains_key(&record_id(unit)), "{unit}");
    }
    assert_eq!(both.device, here.device);
    // The other one follows, and the two do not take turns.
    assert_eq!(second.recover(&anew, 6), None);
    assert_eq!(first.recover(&both, 6), None);
}

#[test]
fn a_full_store_that_was_cleared_is_filled_as_far_as_it_goes_and_the_rest_waits() {
    let store = store(usize::MAX);
    let (here, mut keeper) = kept(store);
    clear(store);
    let both = keeper.recover(&here, 3).expect("what is here");
    let small = self::store(keeper.room().taken() + 2_000);
    let mut other = self::keeper(small, &[]);
    let fault = other.keep(&both, both.keys(), 4);
    assert_eq!(fault, Some(StoreError::Full));
    assert_eq!(other.keep(&both, Vec::new(), 5), Some(StoreError::Full));
}

#[test]
fn the_way_back_of_an_import_can_be_given_up_and_what_came_stays() {
    let store = store(usize::MAX);
    let (mut here, mut keeper) = kept(store);
    here.apply(arriving(), 3).expect("an import");
    assert_eq!(keeper.keep(&here, here.keys(), 3), None);
    let records = here.records.clone();
    let keys = here.apply(Action::ForgetImport, 4).expect("forgotten");
    assert_eq!(keys, [Key::LastImport]);
    assert_eq!(keeper.keep(&here, keys, 4), None);
    assert_eq!(here.records, records);
    assert!(here.last_import.is_none() && at_rest(store) == here);
    assert_eq!(keeper.room().taken_by(Kept::LastImport), 0);
}

fn clear(store: &MemoryStore) {
    for name in store.keys().expect("keys") {
        store.remove(&name).expect("removed");
    }
}

#[test]
fn another_version_takes_a_snapshot_of_what_it_finds_and_no_second_one() {
    let store = store(usize::MAX);
    let mut fresh = keeper(store, &[]);
    let empty = loaded(&mut fresh, "a").workspace;
    fresh.begin(&empty, 1).expect("nothing to do");
    assert!(fresh.snapshots().list().is_empty(), "nothing was here");

    let (here, mut keeper) = kept(store);
    keeper.begin(&here, 3).expect("nothing to do");
    assert!(keeper.snapshots().list().is_empty(), "the same version");
    store.set("version", "0.0.1").expect("room");
    keeper.begin(&here, 4).expect("room");
    let all = Snapshots::new(store).list();
    let found: Vec<_> = all.iter().map(|one| (one.at, one.reason)).collect();
    assert_eq!(found, [(4, Reason::Update)]);
    keeper.begin(&here, 5).expect("nothing to do");
    assert_eq!(keeper.snapshots().list().len(), 1);
}

#[test]
fn damaged_texts_go_when_they_are_no_longer_wanted_and_nothing_else() {
    let store = store(usize::MAX);
    let (here, _) = kept(store);
    let key = Key::Record(record_id("Chi bộ 9")).to_string();
    store.set(&key, "rác").expect("room");
    let mut keeper = keeper(store, &[]);
    let aside = loaded(&mut keeper, "z").aside;
    assert!(aside.len() == 1 && aside[0].is_set_aside());
    keeper.forget_damaged().expect("removed");
    assert!(loaded(&mut keeper, "z").aside.is_empty());
    assert!(at_rest(store) == here);
    assert_eq!(Slots::new(store).get(&key), Ok(None));
}

#[test]
fn records_that_were_read_ahead_are_loaded_as_they_are_then() {
    const UNITS: [&str; 3] = ["Đơn vị 1", "Đơn vị 2", "Đơn vị 3"];
    let store = store(usize::MAX);
    let (mut here, mut keeper) = kept(store);
    enrol(&mut here, &UNITS);
    for unit in UNITS {
        write_note(&mut here, unit, "iii-1", &noise(800), 3);
    }
    assert_eq!(keeper.keep(&here, here.keys(), 4), None);
    let mut later = self::keeper(store, &[]);
    let mut turn = 0;
    let mut go_on = || {
        turn += 1;
        turn % 2 == 0
    };
    while !later.read_ahead(&mut go_on) {}
    // Another tab writes between reading and loading.
    write_note(&mut here, UNITS[1], "iii-2", "viết sau", 5);
    here.records.remove(&record_id(UNITS[2]));
    let changed = [UNITS[1], UNITS[2]].map(|unit| Key::Record(record_id(unit)));
    assert_eq!(keeper.keep(&here, changed.to_vec(), 6), None);
    let found = loaded(&mut later, "z");
    assert!(found.aside.is_empty() && found.locked.is_empty());
    assert!(found.workspace.records == here.records);
}

/// What it remembers of the store is never taken for what stands there now.
#[test]
fn a_tab_loads_what_another_wrote_again_and_again() {
    let store = store(usize::MAX);
    let (mut here, mut keeper, mut other) = kept_and_read(store);
    let steps = [
        Action::SetAuthor("Người ghi".to_owned()),
        arriving(),
        Action::UndoImport,
        arriving(),
        Action::SetBeforeDay(plan_id(), BeforeDay::Included),
        Action::SetAuthor(String::new()),
    ];
    for (at, step) in (3..).zip(steps) {
        let keys = here.apply(step, at).expect("done");
        assert_eq!(keeper.keep(&here, keys, at), None);
        // Read, and remembered.
        for _ in 0..2 {
            let found = loaded(&mut other, "z").workspace;
            assert!(found == at_rest(store) && found == here, "{at}");
        }
    }
    enrol(&mut here, &["Đơn vị mới"]);
    assert_eq!(keeper.keep(&here, here.keys(), 9), None);
    assert!(loaded(&mut other, "z").workspace == here);
}

#[test]
fn a_plan_that_stays_is_read_once() {
    let (mut here, mut keeper, mut other) = kept_and_read(store(usize::MAX));
    let before = loaded(&mut other, "z").workspace;
    let keys = here.apply(arriving(), 3).expect("done");
    assert_eq!(keeper.keep(&here, keys, 3), None);
    let after = loaded(&mut other, "z").workspace;
    assert!(before != after);
    assert!(Arc::ptr_eq(
        &before.plans[&plan_id()],
        &after.plans[&plan_id()]
    ));
}

#[test]
fn what_a_newer_version_wrote_stays_locked_however_often_all_is_loaded() {
    let store = store(usize::MAX);
    let (mut here, mut keeper) = kept(store);
    let key = Key::Record(record_id(UNIT));
    store.remove(&format!("a/{key}")).expect("a store");
    let newer = r#"{"format":"so-tien-do","version":9,"kind":"record"}"#;
    store.set(&key.to_string(), newer).expect("room");
    assert!(keeper.read_ahead(|| true));
    for _ in 0..2 {
        assert!(loaded(&mut keeper, "z").locked.contains(&key));
    }
    write_note(&mut here, UNIT, "iii-3", "không ghi đè", 3);
    assert_eq!(keeper.keep(&here, vec![key], 4), Some(StoreError::Locked));
}
