//! What a district, a province and the country ask of the core: thousands of units on one device.

use crate::scale::{COUNTRY, DUTIES, Land, NOW};
use so_tien_do::progress::Author;
use so_tien_do::store::{Keeper, MemoryStore, Slots, Store};
use so_tien_do::workspace::{Action, Import, Key, RecordId, Workspace, preview};
use std::rc::Rc;
use std::sync::Arc;

/// A district once, and a big province.
const DISTRICT: usize = 20;
const PROVINCE: usize = 168;

/// Of all browsers some keep no more than so many characters.
const HALF_A_ROOM: usize = 2_600_000;

/// No text that an edit of one record writes is longer, in characters.
const SMALL: usize = 2_000;

#[test]
fn the_country_fits_into_half_a_room_with_its_way_back() {
    let land = Land::of(COUNTRY, DUTIES, 1);
    let mut here = land.before();
    let (store, mut keeper) = kept(&here);
    let import = taken_in(&mut here, &land);
    assert!(import.contains(&Key::LastImport));
    assert_eq!(keeper.keep(&here, import, NOW), None);
    let taken = keeper.room().taken();
    assert!(taken < HALF_A_ROOM, "{taken} characters");
    let mut later = Keeper::new(Box::new(store));
    assert!(later.read_ahead(|| true));
    let found = later.load(&Workspace::empty(here.device.clone()));
    let mut found = found.expect("a store").workspace;
    assert!(found == here);
    found.apply(Action::UndoImport, NOW).expect("a way back");
    assert!(found.records.is_empty());
}

#[test]
fn one_edit_among_thousands_writes_one_small_text() {
    let land = Land::of(PROVINCE, DUTIES, 2);
    let mut here = whole(&land);
    let (store, mut keeper) = kept(&here);
    let (unit, record) = &land.records[100];
    let before = texts(&store);
    let id = here.records.keys().find(|id| id.unit == *unit).cloned();
    let id = id.expect("a record");
    let mut changed = record.clone();
    let (_, write) = record.writes().next().expect("a write");
    let author = Author {
        device: &here.device,
        name: "",
        at: NOW,
    };
    changed.write(write.slot.clone(), write.value.clone(), &author);
    here.records.insert(id.clone(), changed);
    assert_eq!(keeper.keep(&here, vec![Key::Record(id)], NOW), None);
    let after = texts(&store);
    let differs = |at: &&(String, String)| !before.contains(at);
    let written: Vec<_> = after.iter().filter(differs).collect();
    assert_eq!((written.len(), before.len()), (1, after.len()));
    assert!(written[0].1.chars().count() < SMALL, "{}", written[0].1);
}

/// Each unit is asked for by itself as by all together, whoever it is.
#[test]
fn files_of_many_units_bring_what_each_wrote() {
    for units in [DISTRICT, PROVINCE] {
        let land = Land::of(units, DUTIES, 3);
        let mut here = land.before();
        taken_in(&mut here, &land);
        assert!(here.records == whole(&land).records);
        assert_eq!(here.settings.received.len(), units);
        // The same files again say nothing new.
        assert!(preview(&here, &land.files()).all().is_empty());
        let plan = &land.plan.id;
        assert!(*here.rosters[plan] == land.roster, "nobody is new");
    }
}

#[test]
fn units_that_no_roster_knows_are_put_on_it_once() {
    let land = Land::of(DISTRICT, DUTIES, 4);
    let mut here = land.before();
    let roster = here.rosters.get_mut(&land.plan.id).expect("a roster");
    Arc::make_mut(roster).units.clear();
    let files = [land.files(), land.files()].concat();
    let found = preview(&here, &files).all();
    let twice = [found.deliveries.clone(), found.deliveries].concat();
    let import = Import {
        deliveries: twice,
        ..Import::default()
    };
    here.apply(Action::Import(import), NOW).expect("an import");
    assert_eq!(here.rosters[&land.plan.id].units.len(), DISTRICT);
}

/// What the one device holds that has them all.
fn whole(land: &Land) -> Workspace {
    let mut workspace = land.before();
    let records = land.records.iter().map(|(unit, record)| {
        let id = RecordId {
            plan: land.plan.id.clone(),
            unit: unit.clone(),
        };
        (id, record.clone())
    });
    workspace.records = records.collect();
    workspace
}

fn taken_in(here: &mut Workspace, land: &Land) -> Vec<Key> {
    let found = preview(here, &land.files());
    assert_eq!(found.arrivals.len(), land.records.len());
    here.apply(Action::Import(found.all()), NOW)
        .expect("an import")
}

fn kept(here: &Workspace) -> (Rc<MemoryStore>, Keeper) {
    let store = Rc::new(MemoryStore::default());
    let mut keeper = Keeper::new(Box::new(store.clone()));
    assert_eq!(keeper.keep(here, here.keys(), NOW), None);
    (store, keeper)
}

fn texts(store: &Rc<MemoryStore>) -> Vec<(String, String)> {
    let slots = Slots::new(store.as_ref());
    let keys = slots.keys().expect("keys").into_iter();
    let text = |key: String| {
        let text = slots.get(&key).expect("a store").expect("a text");
        (key, text)
    };
    keys.map(text).collect()
}
