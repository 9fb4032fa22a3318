//! Keeping the workspace: what is saved loads again, and nothing that cannot be read is lost.

use crate::cases::{check, share};
use crate::contract;
use crate::desks::{
    actions, desk, enrol, file, noise, parcels, plan_id, record_id, taking_in, write_note,
};
use proptest::prelude::*;
use proptest::sample::Index;
use so_tien_do::domain::DeviceId;
use so_tien_do::file::FileError;
use so_tien_do::store::{Aside, Loaded, MemoryStore, Slots, Store, StoreError, load, save};
use so_tien_do::workspace::{Action, Key, Workspace};
use std::cell::Cell;
use std::collections::BTreeSet;

/// What is wrong with a place that keeps texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    /// Says that it kept a text, and did not.
    Forgets,
    /// Keeps another text than was given.
    Garbles,
    /// Has no room.
    Full,
    /// Takes nothing away.
    Sticks,
    /// Cannot be read.
    Blocked,
}

struct FaultyStore {
    inner: MemoryStore,
    fault: Cell<Fault>,
}

impl FaultyStore {
    fn new(inner: MemoryStore) -> Self {
        Self {
            inner,
            fault: Cell::new(Fault::None),
        }
    }
}

impl Store for FaultyStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if self.fault.get() == Fault::Blocked {
            Err(StoreError::Blocked)
        } else {
            self.inner.keys()
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.fault.get() == Fault::Blocked {
            Err(StoreError::Blocked)
        } else {
            self.inner.get(key)
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.fault.get() {
            Fault::Forgets => Ok(()),
            Fault::Garbles => self.inner.set(key, &text.replace('a', "b")),
            Fault::Full => Err(StoreError::Full),
            Fault::Blocked => Err(StoreError::Blocked),
            Fault::None | Fault::Sticks => self.inner.set(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        match self.fault.get() {
            Fault::Sticks | Fault::Blocked => Err(StoreError::Blocked),
            _ => self.inner.remove(key),
        }
    }
}

/// A device at work, and a store that holds all of it.
fn kept() -> (Workspace, MemoryStore) {
    let mut workspace = desk("a");
    enrol(&mut workspace, &["Chi bộ 1", "Chi bộ 2"]);
    write_note(&mut workspace, "Chi bộ 1", "iii-1", "đã gửi", 1);
    write_note(&mut workspace, "Chi bộ 2", "iii-1", "chưa gửi", 2);
    let store = MemoryStore::default();
    for key in keys() {
        save(&store, &workspace, &key, 3).expect("room");
    }
    (workspace, store)
}

fn keys() -> Vec<Key> {
    let records = ["Chi bộ 1", "Chi bộ 2"].map(|unit| Key::Record(record_id(unit)));
    let others = [
        Key::Plan(plan_id()),
        Key::Roster(plan_id()),
        Key::Settings,
        Key::Device,
    ];
    others.into_iter().chain(records).collect()
}

fn record_key() -> Key {
    Key::Record(record_id("Chi bộ 1"))
}

/// Where a key's one text stands.
fn stands_at(store: &dyn Store, key: &Key) -> String {
    let places = ["", "a/", "b/"].map(|before| format!("{before}{key}"));
    let mut found = places
        .into_iter()
        .filter(|place| store.get(place).expect("a text").is_some());
    let place = found.next().expect("a text");
    assert_eq!(found.next(), None, "one text");
    place
}

fn loaded(store: &dyn Store) -> Loaded {
    load(store, DeviceId::new("fresh")).expect("a store that can be read")
}

/// All texts of a store, wherever they are kept.
fn texts(store: &dyn Store) -> BTreeSet<String> {
    let names = store.keys().expect("keys");
    names
        .iter()
        .map(|name| store.get(name).expect("a text").expect("a text"))
        .collect()
}

#[test]
fn the_store_in_memory_keeps_the_contract() {
    contract::check(&MemoryStore::default());
}

#[test]
fn slots_keep_the_contract_too() {
    contract::check(&Slots::new(&MemoryStore::default()));
}

#[test]
fn keys_are_read_as_they_are_written() {
    let remarks = [
        "96/2026-Q3/all",
        "96/2026-Q3.14/group.chi-bo",
        "96/2026-01-05..2026-02-06/unit.a/b",
    ];
    let remarks = remarks.map(|report| Key::Remarks(report.parse().expect("a report")));
    for key in keys().into_iter().chain(remarks) {
        assert_eq!(Key::parse(&key.to_string()), Some(key));
    }
    for text in [
        "",
        "theme",
        "plans",
        "record/only-a-plan",
        "damaged/1/settings",
        "settings/x",
        "remarks/96/2026-Q3",
        "remarks/96/2026-Q5/all",
        "remarks/96/2026-Q3/everyone",
    ] {
        assert_eq!(Key::parse(text), None, "{text}");
    }
}

#[test]
fn saving_what_each_action_names_keeps_everything() {
    let both = (actions(20), actions(20));
    check(share(10), &both, |(there, here)| {
        let arriving = after(desk("b"), &there, |_, _| Ok(()))?;
        let store = MemoryStore::default();
        let keep = |workspace: &Workspace, keys: &[Key]| {
            keys.iter()
                .try_for_each(|key| save(&store, workspace, key, 7))
                .map_err(|error| TestCaseError::fail(error.to_string()))
        };
        let workspace = desk("a");
        keep(
            &workspace,
            &[Key::Plan(plan_id()), Key::Roster(plan_id()), Key::Device],
        )?;
        let mut workspace = after(workspace, &here, keep)?;
        let keys = workspace
            .apply(taking_in(parcels(&arriving)), 9)
            .expect("accepted");
        keep(&workspace, &keys)?;
        let loaded = loaded(&store);
        prop_assert!(loaded.workspace == workspace);
        prop_assert!(loaded.aside.is_empty() && loaded.locked.is_empty());
        Ok(())
    });
}

/// Carries out actions, refused ones included, and keeps what each names.
fn after(
    mut workspace: Workspace,
    actions: &[(Action, i64)],
    keep: impl Fn(&Workspace, &[Key]) -> Result<(), TestCaseError>,
) -> Result<Workspace, TestCaseError> {
    for (action, now) in actions {
        if let Ok(keys) = workspace.apply(action.clone(), *now) {
            keep(&workspace, &keys)?;
        }
    }
    Ok(workspace)
}

#[test]
fn an_empty_store_gives_an_empty_workspace_under_the_fresh_name() {
    let loaded = loaded(&MemoryStore::default());
    assert_eq!(loaded.workspace, Workspace::empty(DeviceId::new("fresh")));
    assert!(loaded.aside.is_empty() && loaded.locked.is_empty());
}

#[test]
fn a_device_keeps_its_name() {
    let (workspace, store) = kept();
    assert_eq!(loaded(&store).workspace.device, workspace.device);
}

#[test]
fn texts_of_others_are_left_alone() {
    let (workspace, store) = kept();
    store.set("theme", "dark").expect("room");
    let loaded = loaded(&store);
    assert!(loaded.workspace == workspace);
    assert!(loaded.aside.is_empty());
    assert_eq!(store.get("theme"), Ok(Some("dark".to_owned())));
}

#[test]
fn what_is_gone_from_the_workspace_is_taken_from_the_store() {
    let (mut workspace, store) = kept();
    workspace.records.clear();
    save(&store, &workspace, &record_key(), 4).expect("removed");
    let names = store.keys().expect("keys");
    let left = names
        .iter()
        .find(|name| name.ends_with(&record_key().to_string()));
    assert_eq!(left, None);
}

#[test]
fn a_store_that_lies_is_found_out() {
    for fault in [Fault::Forgets, Fault::Garbles] {
        let (mut workspace, store) = kept();
        let store = FaultyStore::new(store);
        write_note(&mut workspace, "Chi bộ 1", "iii-1", "lời sau", 8);
        store.fault.set(fault);
        assert_eq!(
            save(&store, &workspace, &record_key(), 9),
            Err(StoreError::NotKept),
            "{fault:?}"
        );
    }
}

#[test]
fn a_full_store_says_so_and_keeps_what_was_there() {
    let (before, store) = kept();
    let taken: usize = store
        .keys()
        .expect("keys")
        .iter()
        .map(|key| key.len() + store.get(key).expect("a text").expect("a text").len())
        .sum();
    let small = MemoryStore::with_room(taken);
    for key in keys() {
        save(&small, &before, &key, 3).expect("room");
    }
    let mut workspace = before.clone();
    write_note(&mut workspace, "Chi bộ 1", "iii-1", &noise(24_000), 8);
    assert_eq!(
        save(&small, &workspace, &record_key(), 9),
        Err(StoreError::Full)
    );
    assert!(loaded(&small).workspace == before);
}

#[test]
fn a_store_that_cannot_be_read_is_an_error_and_no_empty_workspace() {
    let store = FaultyStore::new(kept().1);
    store.fault.set(Fault::Blocked);
    assert_eq!(
        load(&store, DeviceId::new("fresh")).err(),
        Some(StoreError::Blocked)
    );
}

/// What can happen to a stored text.
#[derive(Clone, Copy, Debug)]
enum Damage {
    CutOff,
    LosesALetter,
    Replaced,
}

fn damage(text: &str, how: Damage, place: Index) -> String {
    // Behind the cover every letter counts; upon it a digit of the time may change unnoticed.
    let bodies = ["\"body\"", "\"packed\""];
    let body = bodies.iter().find_map(|it| text.find(it)).expect("a body");
    let (at, _) = *place.get(
        &text
            .char_indices()
            .filter(|(at, _)| *at > body)
            .collect::<Vec<_>>(),
    );
    match how {
        Damage::CutOff => text[..at].to_owned(),
        Damage::LosesALetter => text[..at]
            .chars()
            .chain(text[at..].chars().skip(1))
            .collect(),
        Damage::Replaced => "{\"format\":\"khác\"}".to_owned(),
    }
}

#[test]
fn damaged_texts_are_set_aside_and_all_else_is_loaded() {
    let how = prop::sample::select(vec![Damage::CutOff, Damage::LosesALetter, Damage::Replaced]);
    let damaged = prop::collection::btree_map(0_usize..5, (how, any::<Index>()), 1..4);
    // The name of the device is a bare word, which nothing can tell from another word.
    let keys: Vec<Key> = keys()
        .into_iter()
        .filter(|key| *key != Key::Device)
        .collect();
    check(share(5), &damaged, |damaged| {
        let (workspace, store) = kept();
        let spoilt: Vec<_> = damaged
            .iter()
            .map(|(at, (how, place))| spoil(&store, &keys[*at], *how, *place))
            .collect();
        let before = texts(&store);
        let first = loaded(&store);
        prop_assert_eq!(&texts(&store), &before, "no text is lost");
        prop_assert_eq!(told(&first.aside), as_set(&spoilt));
        prop_assert!(first.locked.is_empty());
        prop_assert!(first.aside.iter().all(|aside| aside.error.is_some()));
        let untouched = |key: &&Key| !spoilt.iter().any(|(name, _)| *name == key.to_string());
        for key in keys.iter().filter(untouched) {
            prop_assert!(same_under(key, &first.workspace, &workspace), "{}", key);
        }
        let again = loaded(&store);
        prop_assert_eq!(told(&again.aside), as_set(&spoilt));
        prop_assert!(again.aside.iter().all(|aside| aside.error.is_none()));
        prop_assert!(again.workspace == first.workspace);
        Ok(())
    });
}

/// Damages a stored text; returns where it stands and what stands there now.
fn spoil(store: &dyn Store, key: &Key, how: Damage, place: Index) -> (String, String) {
    let name = stands_at(store, key);
    let text = damage(
        &store.get(&name).expect("a text").expect("a text"),
        how,
        place,
    );
    store.set(&name, &text).expect("room");
    (key.to_string(), text)
}

/// Where texts were found that could not be read, with those texts.
fn told(aside: &[Aside]) -> BTreeSet<(&str, &str)> {
    aside
        .iter()
        .map(|aside| (aside.found_at.as_str(), aside.text.as_str()))
        .collect()
}

fn as_set(spoilt: &[(String, String)]) -> BTreeSet<(&str, &str)> {
    spoilt
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect()
}

fn same_under(key: &Key, one: &Workspace, other: &Workspace) -> bool {
    match key {
        Key::Plan(id) => one.plans.get(id) == other.plans.get(id),
        Key::Roster(id) => one.rosters.get(id) == other.rosters.get(id),
        Key::Record(id) => one.records.get(id) == other.records.get(id),
        Key::Remarks(id) => one.remarks.get(id) == other.remarks.get(id),
        Key::Settings => one.settings == other.settings,
        Key::SigningKey => one.signing_key == other.signing_key,
        Key::Device => one.device == other.device,
        Key::Draft | Key::Edits => one.draft == other.draft,
        Key::LastImport => one.last_import == other.last_import,
    }
}

/// A store whose first record holds a text that cannot be read, and has no slot yet.
fn with_damage(text: &str) -> (Workspace, MemoryStore) {
    let (workspace, store) = kept();
    let place = stands_at(&store, &record_key());
    store.remove(&place).expect("removed");
    store.set(&record_key().to_string(), text).expect("room");
    (workspace, store)
}

#[test]
fn work_goes_on_beside_a_damaged_text_and_never_over_it() {
    let (_, store) = with_damage("rác");
    let Loaded {
        mut workspace,
        aside,
        ..
    } = loaded(&store);
    assert_eq!(aside[0].error, Some(FileError::NotJson));
    write_note(&mut workspace, "Chi bộ 1", "iii-1", "làm lại", 9);
    save(&store, &workspace, &record_key(), 9).expect("room");
    assert_eq!(store.get(&aside[0].kept_at), Ok(Some("rác".to_owned())));
    let again = loaded(&store);
    assert!(again.workspace == workspace);
    assert_eq!(again.aside[0].text, "rác");
}

#[test]
fn a_place_that_is_damaged_twice_has_both_texts_kept() {
    let (_, store) = with_damage("rác 1");
    loaded(&store);
    store.set(&record_key().to_string(), "rác 2").expect("room");
    loaded(&store);
    let kept = loaded(&store).aside;
    assert_eq!(
        kept.iter()
            .map(|aside| aside.text.as_str())
            .collect::<Vec<_>>(),
        ["rác 1", "rác 2"]
    );
    assert_ne!(kept[0].kept_at, kept[1].kept_at);
}

#[test]
fn what_a_newer_version_wrote_is_locked_and_stays_where_it_is() {
    let (_, store) = kept();
    let name = stands_at(&store, &record_key());
    let newer = store
        .get(&name)
        .expect("a text")
        .expect("a text")
        .replace("\"version\":1", "\"version\":2");
    store.set(&name, &newer).expect("room");
    let before = texts(&store);
    for _ in 0..2 {
        let loaded = loaded(&store);
        assert_eq!(loaded.locked, [record_key()]);
        let [aside] = loaded.aside.as_slice() else {
            panic!("one text, not {}", loaded.aside.len())
        };
        assert_eq!(
            (&aside.kept_at, &aside.found_at, &aside.text),
            (&name, &record_key().to_string(), &newer)
        );
        assert_eq!(aside.error, Some(FileError::TooNew { version: 2 }));
        assert_eq!(texts(&store), before);
    }
}

#[test]
fn damage_that_cannot_be_set_aside_is_locked_where_it_is() {
    for fault in [Fault::Full, Fault::Forgets, Fault::Garbles, Fault::Sticks] {
        let store = FaultyStore::new(with_damage("rác a").1);
        store.fault.set(fault);
        let loaded = loaded(&store);
        assert_eq!(loaded.locked, [record_key()], "{fault:?}");
        assert_eq!(
            loaded.aside[0].kept_at,
            record_key().to_string(),
            "{fault:?}"
        );
        assert_eq!(
            store.get(&record_key().to_string()),
            Ok(Some("rác a".to_owned())),
            "{fault:?}"
        );
    }
}

#[test]
fn a_progress_file_stored_as_a_record_is_damage_too() {
    let (workspace, _) = kept();
    let (_, store) = with_damage(&file(parcels(&workspace)));
    assert!(matches!(
        loaded(&store).aside[0].error,
        Some(FileError::OtherKind { .. })
    ));
}
