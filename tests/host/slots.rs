//! Two slots a key: what was acknowledged is there after any kill, and no older text comes back.

use crate::cases::{check, share};
use crate::desks::{actions, desk, enrol, plan_id, record_id, write_note};
use crate::faults::{Fault, FaultyStore, fault, kill, prefix};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::docket::Gists;
use so_tien_do::domain::{DeviceId, Moment};
use so_tien_do::guard::new_key;
use so_tien_do::store::{
    MemoryStore, Reason, Slots, Snapshots, Store, StoreError, gists_of, load, save,
};
use so_tien_do::workspace::{Action, Key, Workspace, preview};
use std::collections::{BTreeMap, BTreeSet};

/// The stored texts of a device as the app wrote them before there were slots.
const PLAIN: &str = include_str!("../data/stored/plain.json");

/// The same in slots, as the app wrote them before records told their gists.
const IN_SLOTS: &str = include_str!("../data/stored/slots.json");

/// The same, as the app wrote them before it packed what there may be much of.
const WITH_GISTS: &str = include_str!("../data/stored/gists.json");

/// The same, as the app wrote them before it packed plans.
const PACKED: &str = include_str!("../data/stored/packed.json");

/// The same, as the app writes them now.
const WITH_PACKED_PLANS: &str = include_str!("../data/stored/packed-plans.json");

/// What stands beside it since there are signatures and snapshots.
const SINCE: &str = include_str!("../data/stored/signed-and-snapshot.json");

/// What may stand under a key after a kill: what was acknowledged last, or what was tried since.
#[derive(Default)]
struct Expected(BTreeMap<String, Vec<Option<String>>>);

impl Expected {
    fn tried(&mut self, key: &str, text: Option<String>, is_acknowledged: bool) {
        let may = self.0.entry(key.to_owned()).or_insert_with(|| vec![None]);
        if is_acknowledged {
            may.clear();
        }
        may.push(text);
    }

    /// Looks at what is there, which from now on is what was acknowledged.
    fn look(&mut self, store: &MemoryStore) -> Result<(), TestCaseError> {
        for (key, may) in &mut self.0 {
            let stands = Slots::new(store)
                .get(key)
                .expect("a store that can be read");
            prop_assert!(may.contains(&stands), "{key}: {stands:?} of {may:?}");
            *may = vec![stands];
        }
        Ok(())
    }

    /// Loads, and holds it against a store that holds the texts that are there and nothing else.
    fn load(&mut self, store: &MemoryStore) -> Result<Workspace, TestCaseError> {
        self.look(store)?;
        let loaded = load(store, DeviceId::new("a")).expect("a store that can be read");
        prop_assert!(loaded.aside.is_empty(), "{:?}", loaded.aside);
        prop_assert!(loaded.locked.is_empty());
        let plain = MemoryStore::default();
        for (key, may) in &self.0 {
            if let [Some(text)] = may.as_slice() {
                plain.set(key, text).expect("room");
            }
        }
        let expected = load(&plain, DeviceId::new("a")).expect("a store that can be read");
        prop_assert!(loaded.workspace == expected.workspace);
        Ok(loaded.workspace)
    }
}

/// One life of a tab: the faults that its store meets.
type Faults = Vec<(usize, Fault)>;

fn faults(steps: usize) -> impl Strategy<Value = Faults> {
    let killed = ((0..steps), kill()).prop_map(|fault| vec![fault]);
    prop_oneof![killed, vec((0..steps, fault()), 0..6)]
}

/// What is written in turn; `None` takes the key away.
type Texts = Vec<Option<String>>;

fn written(most: usize) -> impl Strategy<Value = Texts> {
    let text = prop_oneof![
        3 => "[a-c]{0,4}",
        1 => select(vec!["", "\n", "1 2 3\n", "Đảng ủy\r\n\u{0}🌾"]).prop_map(str::to_owned),
    ];
    let text = prop_oneof![4 => text.prop_map(Some), 1 => Just(None)];
    vec(text, 1..most)
}

/// The one key under which any text can be read.
const DEVICE: &str = "device";

/// Writes until all is written or the tab is killed. What is acknowledged stands alone.
fn write(store: &MemoryStore, faults: &Faults, texts: &Texts, expected: &mut Expected) -> usize {
    let faulty = FaultyStore::new(store, faults);
    let slots = Slots::new(&faulty);
    for text in texts {
        let outcome = match text {
            Some(text) => slots.set(DEVICE, text),
            None => slots.remove(DEVICE),
        };
        if outcome.is_ok() {
            assert_eq!(places(store, DEVICE), usize::from(text.is_some()));
        }
        expected.tried(DEVICE, text.clone(), outcome.is_ok());
    }
    faulty.steps()
}

#[test]
fn what_was_acknowledged_stands_after_any_faults() {
    let room = prop_oneof![3 => Just(usize::MAX), 1 => 0_usize..150];
    let lives = vec((written(6), faults(16)), 1..5);
    check(share(90), &(room, lives), |(room, lives)| {
        let store = MemoryStore::with_room(room);
        let mut expected = Expected::default();
        for (texts, faults) in &lives {
            write(&store, faults, texts, &mut expected);
            expected.load(&store)?;
        }
        Ok(())
    });
}

#[test]
fn every_kill_at_every_step_leaves_the_old_text_or_the_new() {
    let texts = [Some("một"), Some("hai"), None, Some("ba"), Some("bốn")]
        .map(|text| text.map(str::to_owned))
        .to_vec();
    let begins = [None, Some("cũ")];
    let mut kills = vec![Fault::KilledBefore, Fault::KilledAfter];
    kills.extend((0..100).map(Fault::KilledWithin));
    for begin in begins {
        let start = || {
            let (store, mut expected) = (MemoryStore::default(), Expected::default());
            if let Some(text) = begin {
                store.set(DEVICE, text).expect("room");
                expected.tried(DEVICE, Some(text.to_owned()), true);
            }
            (store, expected)
        };
        let (store, mut expected) = start();
        let steps = write(&store, &Vec::new(), &texts, &mut expected);
        assert!(steps >= 10, "{steps} steps");
        for step in 0..steps {
            for kill in &kills {
                let (store, mut expected) = start();
                write(&store, &vec![(step, *kill)], &texts, &mut expected);
                expected.load(&store).expect("old or new");
                // What a kill left is no hindrance.
                write(&store, &Vec::new(), &texts, &mut expected);
                expected.load(&store).expect("the last");
            }
        }
    }
}

/// A store with an older text in the bare place, an older one in a slot, and the newest in the other.
fn crowded() -> MemoryStore {
    let store = MemoryStore::default();
    store.set(DEVICE, "một").expect("room");
    for text in ["hai", "ba"] {
        let faulty = FaultyStore::new(&store, &[(1, Fault::Fails)]);
        assert!(Slots::new(&faulty).set(DEVICE, text).is_err(), "not alone");
    }
    assert_eq!(places(&store, DEVICE), 3);
    store
}

#[test]
fn a_removal_that_is_cut_off_brings_no_older_text_back() {
    for step in 0..3 {
        for fault in [
            Fault::Fails,
            Fault::Loses,
            Fault::KilledBefore,
            Fault::KilledAfter,
        ] {
            let store = crowded();
            let faulty = FaultyStore::new(&store, &[(step, fault)]);
            assert!(Slots::new(&faulty).remove(DEVICE).is_err());
            let is_gone = step == 2 && fault == Fault::KilledAfter;
            let left = Slots::new(&store).get(DEVICE).expect("a store");
            assert_eq!(
                left,
                (!is_gone).then(|| "ba".to_owned()),
                "{step} {fault:?}"
            );
            Slots::new(&store).remove(DEVICE).expect("removed");
            assert_eq!(store.keys(), Ok(Vec::new()));
        }
    }
}

/// How many texts are stored under a key.
fn places(store: &MemoryStore, key: &str) -> usize {
    let places = ["", "a/", "b/", "first/"].map(|before| [before, key].concat());
    let stands = |place: &&String| store.get(place).expect("a text").is_some();
    places.iter().filter(stands).count()
}

/// Carries out actions as the app does: what could not be saved is tried again with the next.
fn work(
    store: &FaultyStore,
    workspace: &mut Workspace,
    actions: &[(Action, Moment)],
    expected: &mut Expected,
) {
    let mut unsaved = BTreeSet::new();
    for (action, now) in actions {
        unsaved.extend(workspace.apply(action.clone(), *now).unwrap_or_default());
        unsaved.retain(|key| {
            let outcome = save(store, workspace, key, *now);
            expected.tried(
                &key.to_string(),
                sealed(workspace, key, *now),
                outcome.is_ok(),
            );
            outcome.is_err()
        });
        if store.is_killed() {
            return;
        }
    }
}

/// The text that is saved under a key.
fn sealed(workspace: &Workspace, key: &Key, now: Moment) -> Option<String> {
    let store = MemoryStore::default();
    save(&store, workspace, key, now).expect("room");
    Slots::new(&store).get(&key.to_string()).expect("a text")
}

/// A store that holds all of a new device, and what stands there.
fn begun(room: usize) -> (MemoryStore, Expected) {
    let (store, desk) = (MemoryStore::with_room(room), desk("a"));
    let mut expected = Expected::default();
    for key in [Key::Plan(plan_id()), Key::Roster(plan_id()), Key::Device] {
        save(&store, &desk, &key, 0).expect("room");
        expected.tried(&key.to_string(), sealed(&desk, &key, 0), true);
    }
    (store, expected)
}

fn taken(store: &MemoryStore) -> usize {
    let names = store.keys().expect("keys");
    let size = |name: &String| {
        let text = store.get(name).expect("a text").expect("a text");
        name.chars().count() + text.chars().count()
    };
    names.iter().map(size).sum()
}

#[test]
fn histories_outlive_faults() {
    let own = taken(&begun(usize::MAX).0);
    let room = prop_oneof![3 => Just(usize::MAX), 1 => 2 * own..2 * own + 8_000];
    let lives = vec((actions(8), faults(30)), 1..4);
    check(share(10), &(room, lives), |(room, lives)| {
        let (store, mut expected) = begun(room);
        for (actions, faults) in &lives {
            let mut workspace = expected.load(&store)?;
            let store = FaultyStore::new(&store, faults);
            work(&store, &mut workspace, actions, &mut expected);
        }
        expected.load(&store)?;
        Ok(())
    });
}

/// A store with one saved record, the place where it stands, and what stands there.
fn with_record() -> (Workspace, MemoryStore, String, String) {
    let (store, _) = begun(usize::MAX);
    let mut workspace = desk("a");
    enrol(&mut workspace, &["Chi bộ 1"]);
    write_note(&mut workspace, "Chi bộ 1", "iii-1", "đã lưu", 1);
    for key in [Key::Roster(plan_id()), Key::Settings, key()] {
        save(&store, &workspace, &key, 1).expect("room");
    }
    let place = format!("a/{}", key());
    let text = store.get(&place).expect("a text").expect("a text");
    (workspace, store, place, text)
}

fn key() -> Key {
    Key::Record(record_id("Chi bộ 1"))
}

/// The same record, written a second time, as it stands in the other slot.
fn newer() -> (Workspace, String, String) {
    let (mut workspace, store, ..) = with_record();
    write_note(&mut workspace, "Chi bộ 1", "iii-1", "lần sau", 2);
    save(&store, &workspace, &key(), 2).expect("room");
    let place = format!("b/{}", key());
    let text = store.get(&place).expect("a text").expect("a text");
    (workspace, place, text)
}

fn open(store: &MemoryStore) -> so_tien_do::store::Loaded {
    load(store, DeviceId::new("a")).expect("a store that can be read")
}

#[test]
fn a_torn_slot_beside_a_whole_one_is_no_loss_and_goes_with_the_next_save() {
    let (_, place, whole) = newer();
    for hundredths in 0..100 {
        let (mut workspace, store, ..) = with_record();
        let torn = prefix(&whole, hundredths);
        store.set(&place, torn).expect("room");
        let loaded = open(&store);
        assert!(loaded.workspace == workspace && loaded.aside.is_empty());
        write_note(&mut workspace, "Chi bộ 1", "iii-1", "viết tiếp", 3);
        save(&store, &workspace, &key(), 3).expect("room");
        assert_eq!(places(&store, &key().to_string()), 1);
        let loaded = open(&store);
        assert!(loaded.workspace == workspace && loaded.aside.is_empty());
    }
}

#[test]
fn a_damaged_slot_is_told_unless_a_newer_one_is_whole() {
    let (after, other, newer) = newer();
    let (before, store, place, older) = with_record();
    store
        .set(&other, &newer.replace("lần", "lẩn"))
        .expect("room");
    let loaded = open(&store);
    assert!(loaded.workspace == before && loaded.locked.is_empty());
    assert_eq!(loaded.aside.len(), 1, "what was written last may be lost");
    assert_eq!(store.get(&other), Ok(None));
    store.set(&other, &newer).expect("room");
    store.set(&place, &older.replace("đã", "để")).expect("room");
    let loaded = open(&store);
    assert!(loaded.workspace == after);
    assert!(
        loaded.aside.iter().all(|aside| aside.error.is_none()),
        "no loss"
    );
}

#[test]
fn two_damaged_slots_are_both_set_aside() {
    let (_, other, newer) = newer();
    let (_, store, place, older) = with_record();
    let damaged = [older.replace("đã", "để"), prefix(&newer, 70).to_owned()];
    store.set(&place, &damaged[0]).expect("room");
    store.set(&other, &damaged[1]).expect("room");
    let loaded = open(&store);
    assert!(loaded.workspace.records.is_empty() && loaded.locked.is_empty());
    let told: BTreeSet<_> = loaded.aside.iter().map(|aside| &*aside.text).collect();
    assert_eq!(told, damaged.iter().map(|text| &**text).collect());
    for aside in &loaded.aside {
        assert_eq!(aside.found_at, key().to_string());
        assert_eq!(store.get(&aside.kept_at), Ok(Some(aside.text.clone())));
    }
}

#[test]
fn what_a_newer_version_wrote_is_not_passed_over_for_an_older_text() {
    let (after, other, newer) = newer();
    let (_, store, place, older) = with_record();
    let newer = newer.replace("\"version\":1", "\"version\":2");
    store.set(&other, &newer).expect("room");
    let loaded = open(&store);
    assert_eq!(loaded.locked, [key()]);
    assert!(
        loaded.workspace == after,
        "shown as far as it is understood"
    );
    assert_eq!(store.get(&other), Ok(Some(newer)));
    assert_eq!(store.get(&place), Ok(Some(older)));
}

#[test]
fn damage_within_the_session_is_not_written_over() {
    let (workspace, store, place, text) = with_record();
    let damaged = text.replace("đã", "để");
    store.set(&place, &damaged).expect("room");
    let full = FaultyStore::new(&store, &[(0, Fault::Fails)]);
    assert!(save(&full, &workspace, &key(), 2).is_err());
    assert_eq!(store.get(&place), Ok(Some(damaged.clone())));
    store.set(&format!("b/{}", key()), &damaged).expect("room");
    assert_eq!(save(&store, &workspace, &key(), 2), Err(StoreError::Locked));
}

/// Reads stored texts that were frozen.
fn frozen(texts: &str) -> MemoryStore {
    let texts: BTreeMap<String, String> = serde_json::from_str(texts).expect("frozen texts");
    let store = MemoryStore::default();
    for (key, text) in texts {
        store.set(&key, &text).expect("room");
    }
    store
}

#[test]
fn texts_stored_before_there_were_slots_open_and_move_into_slots() {
    let store = frozen(PLAIN);
    let loaded = open(&store);
    assert!(loaded.aside.is_empty() && loaded.locked.is_empty());
    let workspace = loaded.workspace;
    let counts = (
        workspace.plans.len(),
        workspace.rosters.len(),
        workspace.records.len(),
    );
    assert_eq!(counts, (1, 1, 2));
    assert_eq!(workspace.settings.author, "Người ghi");
    assert!(workspace.last_import.is_some());
    let draft = workspace.draft.as_ref().expect("a draft");
    assert_eq!(draft.plan().title, "Kế hoạch sửa");
    let keys = store.keys().expect("keys");
    assert_eq!(keys.len(), 9);
    for key in keys {
        let key = Key::parse(&key).expect("a key");
        save(&store, &workspace, &key, 1_763_856_000_000).expect("room");
    }
    assert!(open(&store).workspace == workspace);
    let names = store.keys().expect("keys");
    assert!(names.iter().all(|name| name.starts_with("a/")), "{names:?}");
    let now = frozen(WITH_PACKED_PLANS);
    assert_eq!(names, now.keys().expect("keys"));
    for name in names {
        assert_eq!(store.get(&name), now.get(&name), "as the app writes it now");
    }
}

#[test]
fn what_lists_show_stands_behind_the_record_of_who_works_here_alone() {
    let store = frozen(WITH_GISTS);
    let workspace = open(&store).workspace;
    let me = workspace.settings.me.clone().expect("who works here");
    for (id, record) in workspace.records.iter() {
        let key = Key::Record(id.clone()).to_string();
        let text = store
            .get(&format!("a/{key}"))
            .expect("a text")
            .expect("a text");
        let gists = (id.unit == me).then(|| Gists::of(record));
        assert_eq!(gists_of(&text), gists);
    }
}

#[test]
fn stored_slots_open() {
    for texts in [IN_SLOTS, WITH_GISTS, PACKED, WITH_PACKED_PLANS] {
        let loaded = open(&frozen(texts));
        assert!(loaded.aside.is_empty() && loaded.locked.is_empty());
        assert!(loaded.workspace == open(&frozen(PLAIN)).workspace);
    }
}

#[test]
fn a_stored_signing_key_and_a_snapshot_open() {
    let store = frozen(SINCE);
    let loaded = open(&store);
    assert!(loaded.aside.is_empty() && loaded.locked.is_empty());
    let workspace = loaded.workspace;
    let key = workspace.signing_key.as_ref().expect("a key");
    assert!(key.is_on);
    assert_eq!(*key, new_key(&[7; 32]));
    assert_eq!(workspace.settings.signers.len(), 1);
    let snapshots = Snapshots::new(&store);
    let list = snapshots.list();
    assert_eq!((list.len(), list[0].reason), (1, Reason::Import));
    let text = snapshots.text(&list[0]).expect("a text");
    let found = preview(
        &Workspace::empty(DeviceId::new("b")),
        &[(String::new(), text)],
    );
    let mut anew = Workspace::empty(DeviceId::new("b"));
    anew.apply(Action::Import(found.all()), 1)
        .expect("an import");
    assert_eq!(anew.records, workspace.records);
}
