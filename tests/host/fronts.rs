//! The front: what the first screens show is what the whole workspace would show, or nothing is shown before all is
//! read.

use crate::cases::{check, share};
use crate::desks::{actions, desk, enrol, plan_id, record_id, unit_id, write_note};
use proptest::prelude::*;
use proptest::sample::Index;
use so_tien_do::docket::{Docket, Gists};
use so_tien_do::domain::{Day, Moment, PlanId, Status, TaskId};
use so_tien_do::front::{self, Found, Front, Tick, note_tick, noted_ticks, strike_tick};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::store::{Keeper, MemoryStore, Store, StoreError};
use so_tien_do::view::{self, Horizon};
use so_tien_do::workspace::{Action, Edit, Key, RecordId, Shelf, Workspace};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

const UNIT: &str = "Chi bộ 1";

/// A store that stays when its keeper is gone, and counts what is written.
#[derive(Clone, Default)]
struct Shared {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    writes: Rc<RefCell<usize>>,
}

impl Store for Shared {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        *self.writes.borrow_mut() += 1;
        let mut texts = self.texts.borrow_mut();
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// Who works here is known, and has written something.
fn office() -> Workspace {
    let mut workspace = desk("a");
    enrol(&mut workspace, &[UNIT]);
    act(&mut workspace, Action::ChooseMe(unit_id(UNIT)));
    write_note(&mut workspace, UNIT, "iii-1", "đã họp", 1);
    workspace
}

fn act(workspace: &mut Workspace, action: Action) -> Vec<Key> {
    workspace.apply(action, 5).expect("an action")
}

fn kept(workspace: &Workspace) -> (Shared, Keeper) {
    let store = Shared::default();
    let mut keeper = Keeper::new(Box::new(store.clone()));
    assert_eq!(keeper.keep(workspace, workspace.keys(), 3), None);
    keeper.keep_front(workspace, &Front::of(workspace), 3);
    (store, keeper)
}

fn found(store: &Shared) -> Found {
    front::find(store)
}

fn done(day: u32) -> Status {
    Status::Done {
        on: Day::from_ymd_opt(2026, 11, day).expect("a day"),
    }
}

fn tick(task: &str, status: Status, at: Moment) -> Tick {
    Tick {
        record: record_id(UNIT),
        slot: Slot::new(&TaskId::new(task), None, Field::Status),
        status,
        at,
    }
}

#[test]
fn what_is_kept_is_found_again_whatever_people_did() {
    check(share(10), &actions(15), |work| {
        let mut workspace = desk("a");
        let store = Shared::default();
        let mut keeper = Keeper::new(Box::new(store.clone()));
        keeper.keep(&workspace, workspace.keys(), 3);
        for (action, now) in work {
            let Ok(keys) = workspace.apply(action, now) else {
                continue;
            };
            let is_source =
                |key: &Key| matches!(key, Key::Plan(_) | Key::Roster(_) | Key::Settings);
            let changes_front = keys.iter().any(is_source);
            keeper.keep(&workspace, keys, now);
            let front = Front::of(&workspace);
            if changes_front {
                keeper.keep_front(&workspace, &front, now);
            }
            match found(&store) {
                Found::Front(mut there) => {
                    // How much is not backed up yet is as it was when the front was kept.
                    there.since_backup = front.since_backup.clone();
                    there.has_begun = front.has_begun;
                    prop_assert_eq!(there, front);
                }
                Found::Something => prop_assert!(!changes_front, "it was kept just now"),
                Found::Nothing => prop_assert!(false, "something is there"),
            }
        }
        Ok(())
    });
}

#[test]
fn a_tick_alone_leaves_the_front_to_be_found() {
    let mut workspace = office();
    let (store, mut keeper) = kept(&workspace);
    let slot = Slot::new(&TaskId::new("iii-1"), None, Field::Status);
    let edit = Edit::Write(slot, Value::Status(done(23)));
    let keys = act(&mut workspace, Action::Edit(record_id(UNIT), edit));
    let before = *store.writes.borrow();
    keeper.keep(&workspace, keys, 5);
    assert_eq!(*store.writes.borrow(), before + 1, "one write");
    let Found::Front(there) = found(&store) else {
        panic!("no front")
    };
    assert_eq!(there.lists, Front::of(&workspace).lists);
}

#[test]
fn what_is_up_to_date_is_not_written_again() {
    let workspace = office();
    let (store, mut keeper) = kept(&workspace);
    let before = *store.writes.borrow();
    keeper.keep_front(&workspace, &Front::of(&workspace), 9);
    assert_eq!(*store.writes.borrow(), before);
}

#[test]
fn nothing_is_there_until_something_is_kept() {
    let store = Shared::default();
    assert_eq!(found(&store), Found::Nothing);
    store.set("turn/holder", "a tab").expect("room");
    assert_eq!(found(&store), Found::Nothing);
    store.set("a/record/x/y", "1 2 3\n{}").expect("room");
    assert_eq!(found(&store), Found::Something);
}

#[test]
fn a_front_is_believed_only_of_the_texts_that_it_was_made_of() {
    let mut workspace = office();
    let (store, mut keeper) = kept(&workspace);
    assert!(matches!(found(&store), Found::Front(_)));
    // Another version of the app saves the settings, and knows no front.
    keeper.keep(&workspace, vec![Key::Settings], 4);
    assert_eq!(found(&store), Found::Something);
    keeper.keep_front(&workspace, &Front::of(&workspace), 4);
    assert!(matches!(found(&store), Found::Front(_)));
    let plan = PlanId::new("another");
    let mut other = workspace.plans[&plan_id()].as_ref().clone();
    other.id = plan.clone();
    let roster = workspace.rosters[&plan_id()].clone();
    let keys = workspace.add_plan(other, roster);
    keeper.keep(&workspace, keys, 4);
    assert_eq!(found(&store), Found::Something, "a plan more");
    keeper.keep_front(&workspace, &Front::of(&workspace), 4);
    let keys = act(&mut workspace, Action::PutAway(plan, Some(Shelf::Archive)));
    keeper.keep(&workspace, keys, 4);
    keeper.keep_front(&workspace, &Front::of(&workspace), 4);
    let Found::Front(there) = found(&store) else {
        panic!("no front")
    };
    assert_eq!(there.lists.len(), 1, "what is put away is on no list");
    let dockets = store.keys().expect("keys").into_iter();
    assert_eq!(dockets.filter(|key| key.starts_with("docket/")).count(), 1);
}

#[test]
fn records_that_tell_no_gists_are_saved_again_once() {
    let workspace = office();
    let store = Shared::default();
    let mut keeper = Keeper::new(Box::new(store.clone()));
    // Before it was known who works here, gists were nobody's need.
    let mut before = workspace.clone();
    before.settings.me = None;
    keeper.keep(&before, before.keys(), 3);
    keeper.keep(&workspace, vec![Key::Settings], 3);
    keeper.keep_front(&workspace, &Front::of(&workspace), 3);
    let Found::Front(there) = found(&store) else {
        panic!("no front")
    };
    assert_eq!(there, Front::of(&workspace));
}

#[test]
fn a_damaged_text_never_shows_another_front() {
    let workspace = office();
    let (store, _keeper) = kept(&workspace);
    let whole = found(&store);
    let texts = store.texts.borrow().clone();
    let harm = (any::<Index>(), any::<Index>(), any::<char>(), any::<bool>());
    check(share(20), &harm, |(which, place, letter, is_cut)| {
        let (key, text) = texts.iter().nth(which.index(texts.len())).expect("a text");
        let mut letters: Vec<char> = text.chars().collect();
        let at = place.index(letters.len().max(1));
        if is_cut {
            letters.truncate(at);
        } else if let Some(there) = letters.get_mut(at) {
            *there = letter;
        }
        let harmed: String = letters.into_iter().collect();
        let store = Shared::default();
        store.texts.borrow_mut().extend(texts.clone());
        store.set(key, &harmed).expect("room");
        let now = found(&store);
        prop_assert!(now == whole || now == Found::Something, "{key}");
        Ok(())
    });
}

#[test]
fn two_texts_of_one_record_are_left_to_those_who_read_everything() {
    let workspace = office();
    let (store, _keeper) = kept(&workspace);
    let key = Key::Record(record_id(UNIT)).to_string();
    let (here, there) = (format!("a/{key}"), format!("b/{key}"));
    let text = store.get(&here).expect("a text");
    let text = text.or(store.get(&there).expect("a text")).expect("a text");
    store.set(&here, &text).expect("room");
    store.set(&there, &text).expect("room");
    assert_eq!(found(&store), Found::Something);
}

#[test]
fn a_tick_that_stands_in_no_record_yet_is_seen_until_it_is_struck() {
    let workspace = office();
    let (store, _keeper) = kept(&workspace);
    let gist = |found: Found| match found {
        Found::Front(front) => front.lists[0].gists.get(&TaskId::new("iii-1"), None),
        _ => panic!("no front"),
    };
    let first = note_tick(&store, "1", &tick("iii-1", done(23), 7)).expect("room");
    assert_eq!(gist(found(&store)).status, done(23));
    // The clock was set back, or stands; the name says nothing.
    let second = note_tick(&store, "0", &tick("iii-1", done(24), 7)).expect("room");
    let third = note_tick(&store, "2", &tick("iii-1", Status::Paused, 6)).expect("room");
    let noted = noted_ticks(&store);
    let keys: Vec<_> = noted.iter().map(|(key, _)| key.clone()).collect();
    assert_eq!(
        keys,
        [first.clone(), second.clone(), third.clone()],
        "as they were made"
    );
    assert_eq!(noted[2].1, tick("iii-1", Status::Paused, 6));
    assert_eq!(gist(found(&store)).status, Status::Paused);
    for key in [first, second, third] {
        strike_tick(&store, &key).expect("a key");
    }
    assert_eq!(gist(found(&store)).status, Status::NotStarted);
}

#[test]
fn any_status_can_be_noted() {
    let reason = "đơn vị không có \"đối tượng\" | ~".to_owned();
    let all = [
        Status::NotStarted,
        Status::InProgress,
        done(3),
        Status::Paused,
        Status::NotApplicable { reason },
    ];
    for status in all {
        let store = MemoryStore::default();
        let noted = Tick {
            slot: Slot::new(&TaskId::new("iii-7"), "2026-Q3".parse().ok(), Field::Status),
            ..tick("iii-7", status, -5)
        };
        let key = note_tick(&store, "x", &noted).expect("room");
        assert_eq!(noted_ticks(&store), [(key, noted)]);
    }
}

#[test]
fn odd_ticks_are_left_alone() {
    let store = MemoryStore::default();
    for (name, text) in [
        ("1", ""),
        ("2", "a|b|"),
        ("3", "a|b|c||done|x|1|"),
        ("4", "a|b|c||fly||5|"),
    ] {
        store.set(&format!("tick/{name}"), text).expect("room");
    }
    assert!(noted_ticks(&store).is_empty());
    assert_eq!(store.keys().expect("keys").len(), 4);
}

#[test]
fn what_one_write_changes_is_followed_without_looking_at_the_rest() {
    check(share(10), &actions(20), |work| {
        let mut workspace = desk("a");
        let mut front = Front::of(&workspace);
        for (action, now) in work {
            let place = match &action {
                Action::Edit(id, Edit::Write(slot, _) | Edit::Clear(slot)) => {
                    Some((id.clone(), slot.clone()))
                }
                _ => None,
            };
            if workspace.apply(action, now).is_err() {
                continue;
            }
            match place {
                Some((id, slot)) => front.follow_write(&workspace, &id, &slot),
                None => front = front.following(&workspace),
            }
            let whole = Front::of(&workspace);
            prop_assert_eq!(&front.lists, &whole.lists);
            prop_assert_eq!(front.since_backup.changes, whole.since_backup.changes);
        }
        Ok(())
    });
}

#[test]
fn dockets_and_gists_are_read_as_they_were_written() {
    check(share(10), &actions(20), |work| {
        let mut workspace = desk("a");
        for (action, now) in work {
            let _ = workspace.apply(action, now);
        }
        for record in workspace.records.values() {
            let gists = Gists::of(record);
            prop_assert_eq!(Gists::parse(&gists.to_text()), Ok(gists));
        }
        for list in front::lists(&workspace, Some(&unit_id(UNIT))) {
            let docket = Docket::clone(&list.docket);
            prop_assert_eq!(Docket::parse(&docket.to_text()), Ok(docket));
        }
        Ok(())
    });
    let all = front::lists(&desk("a"), None);
    let docket = Docket::clone(&all[0].docket);
    assert_eq!(Docket::parse(&docket.to_text()), Ok(docket));
}

#[test]
fn a_docket_that_did_not_change_stays_the_same_in_memory() {
    let mut workspace = office();
    let before = Front::of(&workspace);
    write_note(&mut workspace, UNIT, "iii-1", "đã gửi", 2);
    let after = before.following(&workspace);
    assert!(std::sync::Arc::ptr_eq(
        &before.lists[0].docket,
        &after.lists[0].docket
    ));
    let plan = Arc::make_mut(workspace.plans.get_mut(&plan_id()).expect("the plan"));
    plan.name = Some("Kế hoạch 96".to_owned());
    let renamed = after.following(&workspace);
    assert_eq!(&*renamed.lists[0].docket.plan_name, "Kế hoạch 96");
}

#[test]
fn a_tick_counts_at_once_on_the_first_screen() {
    let workspace = office();
    let mut front = Front::of(&workspace);
    let today = Day::from_ymd_opt(2026, 11, 23).expect("a day");
    let count = |front: &Front, horizon| {
        let mut kept = view::KeptToday::default();
        kept.now(&front.lists, today).count(horizon)
    };
    assert_eq!(count(&front, Horizon::Overdue), 1);
    let changes = front.since_backup.changes;
    let Tick {
        record,
        slot,
        status,
        ..
    } = tick("iii-1", done(23), 1);
    front.tick(&record, &slot, status.clone());
    assert_eq!(count(&front, Horizon::Overdue), 0);
    assert_eq!(count(&front, Horizon::DoneToday), 1);
    assert_eq!(front.since_backup.changes, changes + 1);
    let elsewhere = RecordId {
        plan: PlanId::new("another"),
        ..record
    };
    let same = front.clone();
    front.tick(&elsewhere, &slot, status);
    assert_eq!(front, same, "what is on no list is nowhere seen");
}
