//! Loading anew while the app runs: what is in hand is not lost by it.

use crate::desks::{desk, enrol, plan_id, record_id, write_note};
use so_tien_do::store::{Keeper, MemoryStore, Slots, Store, StoreError, load};
use so_tien_do::workspace::{Key, Workspace};
use std::cell::Cell;
use std::rc::Rc;

/// A store that may be full, and that several tabs share.
#[derive(Clone, Default)]
struct Room {
    store: Rc<MemoryStore>,
    is_full: Rc<Cell<bool>>,
}

impl Store for Room {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if self.is_full.get() {
            return Err(StoreError::Full);
        }
        self.store.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }
}

const UNIT: &str = "Chi bộ 1";

fn record() -> Key {
    Key::Record(record_id(UNIT))
}

/// A tab with a unit and its plan, all of it kept.
fn tab(room: &Room) -> (Keeper, Workspace) {
    let mut workspace = desk("a");
    enrol(&mut workspace, &[UNIT]);
    let mut keeper = Keeper::new(Box::new(room.clone()));
    let keys = vec![
        Key::Plan(plan_id()),
        Key::Roster(plan_id()),
        Key::Device,
        Key::Settings,
    ];
    assert_eq!(keeper.keep(&workspace, keys, 0), None);
    (keeper, workspace)
}

#[test]
fn what_could_not_be_saved_outlives_what_another_tab_saves() {
    let room = Room::default();
    let (mut mine, mut here) = tab(&room);
    let mut others = Keeper::new(Box::new(room.clone()));
    room.is_full.set(true);
    write_note(&mut here, UNIT, "iii-1", "chưa lưu được", 1);
    assert_eq!(mine.keep(&here, vec![record()], 1), Some(StoreError::Full));
    room.is_full.set(false);
    let mut there = others.load(&desk("a")).expect("a store").workspace;
    write_note(&mut there, UNIT, "iii-2", "đã lưu", 2);
    assert_eq!(others.keep(&there, vec![record()], 2), None);
    here = mine.load(&here).expect("a store").workspace;
    assert_eq!(mine.keep(&here, Vec::new(), 3), None);
    let stored = load(&room, here.device.clone()).expect("a store").workspace;
    assert!(stored == here);
    let text = Slots::new(&room).get(&record().to_string());
    let text = text.expect("a store").expect("a text");
    assert!(text.contains("chưa lưu được") && text.contains("đã lưu"));
}

#[test]
fn what_was_found_damaged_stays_told_when_all_is_loaded_anew() {
    let room = Room::default();
    let (mut keeper, mut workspace) = tab(&room);
    write_note(&mut workspace, UNIT, "iii-1", "đã lưu", 1);
    assert_eq!(keeper.keep(&workspace, vec![record()], 1), None);
    let place = format!("a/{}", record());
    let text = room.get(&place).expect("a store").expect("a text");
    room.set(&place, &text.replace("đã", "để")).expect("room");
    let mut keeper = Keeper::new(Box::new(room.clone()));
    for _ in 0..2 {
        let aside = keeper.load(&workspace).expect("a store").aside;
        assert_eq!(aside.len(), 1);
        assert!(aside[0].error.is_some());
    }
    let later = Keeper::new(Box::new(room)).load(&workspace);
    assert!(later.expect("a store").aside[0].error.is_none());
}
