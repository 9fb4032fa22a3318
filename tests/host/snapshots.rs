//! Automatic snapshots: what they hold comes back, they stay within bounds, and they give way to records.

use crate::backups::{busy, empty, restore, work};
use crate::cases::{check, share};
use crate::desks::{actions, desk, enrol, plan_id, taking_in, unit_id, write_note};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{DeviceId, Moment};
use so_tien_do::file::{FileError, Kind, open};
use so_tien_do::store::{
    Kept, MOST, MOST_ROOM, MemoryStore, ROOM, Reason, Room, Snapshot, Snapshots, Store, StoreError,
    load,
};
use so_tien_do::workspace::{Action, Backup, Import, Workspace};

const REASONS: [Reason; 5] = [
    Reason::Import,
    Reason::Restore,
    Reason::Removal,
    Reason::Units,
    Reason::Update,
];

fn latest(store: &dyn Store) -> Snapshot {
    Snapshots::new(store).list().pop().expect("a snapshot")
}

fn text_of_latest(store: &dyn Store) -> String {
    let text = Snapshots::new(store).text(&latest(store));
    text.expect("a text")
}

/// A desk with a note of so many characters.
fn heavy(device: &str, characters: usize) -> Workspace {
    let mut desk = desk(device);
    enrol(&mut desk, &["Chi bộ 1"]);
    for (count, task) in (0..characters / 20_000).zip(["iii-1", "iii-2", "iii-3"].iter().cycle()) {
        let words = format!("{count} {}", "x".repeat(20_000));
        let unit = format!("Đơn vị {count}");
        enrol(&mut desk, &[&unit]);
        write_note(&mut desk, &unit, task, &words, 1);
    }
    desk
}

#[test]
fn a_snapshot_brings_back_all_that_it_held_and_loses_nothing_newer() {
    let all = (busy("a"), actions(12), any::<bool>());
    check(share(5), &all, |(mut here, later, is_removed)| {
        let store = MemoryStore::default();
        let before = here.clone();
        let taken = Snapshots::new(&store).take(&here, Reason::Removal, 4_000);
        prop_assert_eq!(taken, Ok(()));
        work(&mut here, later.clone(), 5_000);
        if is_removed {
            let remove = Action::RemovePlan(plan_id(), DeviceId::new("a2"));
            prop_assert!(here.apply(remove, 6_000).is_ok());
            work(&mut here, later, 7_000);
        }
        let after = here.clone();
        restore(&mut here, &text_of_latest(&store), 9_000);
        for known in [&before, &after] {
            for (id, record) in known.records.iter() {
                let kept = here.records.get(id).expect("the record");
                prop_assert_eq!(&kept.merged(record), kept);
            }
            for (id, roster) in known.rosters.iter() {
                let kept = &here.rosters[id];
                prop_assert!(
                    roster
                        .units
                        .iter()
                        .all(|unit| kept.unit(&unit.id).is_some())
                );
            }
            prop_assert!(known.plans.keys().all(|id| here.plans.contains_key(id)));
            prop_assert!(known.settings.me.is_none() || here.settings.me.is_some());
        }
        for (id, plan) in after.plans.iter() {
            prop_assert_eq!(&here.plans[id], plan, "later work stands");
        }
        prop_assert!(before.draft.is_none() || here.draft == before.draft);
        Ok(())
    });
}

#[test]
fn a_snapshot_is_a_backup_without_identity_beside_all_that_is_loaded() {
    let (here, store) = (desk("thiết bị a"), MemoryStore::default());
    let snapshots = Snapshots::new(&store);
    snapshots.take(&here, Reason::Import, 7).expect("room");
    let text = text_of_latest(&store);
    assert_eq!(open::<Backup>(Kind::Backup, &text), Ok(here.backup()));
    assert!(!text.contains("thiết bị a"));
    let loaded = load(&store, DeviceId::new("z")).expect("a store");
    assert!(loaded.workspace == empty("z") && loaded.aside.is_empty());
    let Snapshot { at, reason, .. } = latest(&store);
    assert_eq!((at, reason), (7, Reason::Import));
}

#[test]
fn nothing_new_makes_no_new_snapshot() {
    let (mut here, store) = (desk("a"), MemoryStore::default());
    let snapshots = Snapshots::new(&store);
    for (at, reason) in [(1, Reason::Import), (2, Reason::Update)] {
        snapshots.take(&here, reason, at).expect("room");
    }
    assert_eq!(snapshots.list().len(), 1);
    enrol(&mut here, &["Chi bộ 1"]);
    snapshots.take(&here, Reason::Units, 3).expect("room");
    let at: Vec<_> = snapshots.list().iter().map(|one| one.at).collect();
    assert_eq!(at, [1, 3]);
}

#[test]
fn a_torn_snapshot_is_known_when_it_is_opened_and_counts_for_nothing() {
    let (here, store) = (desk("a"), MemoryStore::default());
    let snapshots = Snapshots::new(&store);
    snapshots.take(&here, Reason::Import, 1).expect("room");
    let name = store.keys().expect("keys").remove(0);
    let text = text_of_latest(&store);
    store.set(&name, &text[..text.len() / 2]).expect("room");
    let torn = open::<Backup>(Kind::Backup, &text_of_latest(&store));
    assert_eq!(torn, Err(FileError::Damaged));
    snapshots.take(&here, Reason::Import, 2).expect("room");
    assert_eq!(text_of_latest(&store).len(), text.len());
}

/// What happens to a store: a snapshot of a desk of this size, or a text of somebody else.
#[derive(Clone, Copy, Debug)]
enum Step {
    Snapshot(usize, Reason, Moment),
    Other(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let sizes = select(vec![
        0, 0, 0, 0, 0, 100_000, 300_000, 300_000, 700_000, 1_600_000,
    ]);
    let step = prop_oneof![
        4 => (sizes, select(REASONS.to_vec()), 0_i64..9)
            .prop_map(|(size, reason, at)| Step::Snapshot(size, reason, at)),
        1 => (0_usize..4_500_000).prop_map(Step::Other),
    ];
    vec(step, 1..14)
}

#[test]
fn few_snapshots_are_kept_and_they_never_make_room_short() {
    let desks = [0, 100_000, 300_000, 700_000, 1_600_000].map(|size| (size, heavy("a", size)));
    check(share(1), &steps(), |steps| {
        let store = MemoryStore::with_room(ROOM);
        let snapshots = Snapshots::new(&store);
        for step in steps {
            let before = snapshots.list();
            match step {
                Step::Other(size) => {
                    let _ = store.set("a/settings", &"x".repeat(size));
                }
                Step::Snapshot(size, reason, at) => {
                    let (_, desk) = desks.iter().find(|(of, _)| *of == size).expect("a desk");
                    let taken = snapshots.take(desk, reason, at);
                    let room = Room::of(&store);
                    if taken.is_ok() {
                        prop_assert!(room.taken() < ROOM / 100 * 80 || before == snapshots.list());
                    } else {
                        prop_assert_eq!(taken, Err(StoreError::Full));
                        prop_assert_eq!(&before, &snapshots.list(), "no other went for it");
                    }
                    prop_assert!(room.taken_by(Kept::Snapshots) <= MOST_ROOM);
                }
            }
            let after = snapshots.list();
            prop_assert!(after.len() <= MOST);
            let kept: Vec<_> = after.iter().filter(|one| before.contains(one)).collect();
            let newest = &before[before.len() - kept.len()..];
            prop_assert!(kept.into_iter().eq(newest), "the oldest go first");
        }
        Ok(())
    });
}

#[test]
fn what_is_hard_to_take_back_has_a_snapshot_before_it() {
    let restore = Action::Import(Import {
        backups: vec![Backup::default()],
        ..Import::default()
    });
    let remove = Action::RemovePlan(plan_id(), DeviceId::new("b"));
    let merge = Action::ReplaceUnits(plan_id(), vec![unit_id("Chi bộ 1")], Vec::new());
    let reasons = [
        (taking_in(Vec::new()), Some(Reason::Import)),
        (restore, Some(Reason::Restore)),
        (remove, Some(Reason::Removal)),
        (merge, Some(Reason::Units)),
        (Action::MarkBackedUp, None),
        (Action::UndoImport, None),
    ];
    for (action, reason) in reasons {
        assert_eq!(Reason::of(&action), reason, "{action:?}");
    }
}

#[test]
fn room_is_told_by_what_takes_it() {
    let store = MemoryStore::default();
    let texts = [
        ("a/plan/x", 100),
        ("b/roster/x", 50),
        ("a/record/x/y", 2_000),
        ("first/record/x/z", 0),
        ("a/last-import", 300),
        ("b/draft", 30),
        ("a/edits", 31),
        ("snapshot/1/import/7", 5_000),
        ("damaged/1/plan/x", 400),
        ("a/settings", 20),
        ("theme", 4),
    ];
    for (name, size) in texts {
        store.set(name, &"x".repeat(size)).expect("room");
    }
    let room = Room::of(&store);
    let expected = [
        (Kept::Snapshots, 5_019),
        (Kept::Results, 2_028),
        (Kept::Damaged, 416),
        (Kept::LastImport, 313),
        (Kept::Plans, 168),
        (Kept::Draft, 75),
        (Kept::Other, 39),
    ];
    assert_eq!(room.heaps().collect::<Vec<_>>(), expected);
    assert_eq!(room.taken(), 8_058);
}
