//! The made-up office of a trial, and that nothing of it gets into real work.

use crate::desks::{desk, enrol, write_note};
use crate::faults::FaultyStore;
use proptest::prelude::*;
use so_tien_do::domain::{DeviceId, Moment, Standing, day_in_vietnam};
use so_tien_do::file::{
    FileError, Kind, Progress, as_trial, found_in, from_trial, seal, seal_from,
};
use so_tien_do::store::{Keeper, MemoryStore, Store};
use so_tien_do::trial::begun;
use so_tien_do::view::{Horizon, overview, today};
use so_tien_do::words::trial as say;
use so_tien_do::workspace::{Action, Finding, Workspace, preview};

const NOW: Moment = 1_795_395_600_000;

fn office(now: Moment) -> Workspace {
    begun(DeviceId::new("trial"), now)
}

/// All that a trial can send, as it leaves.
fn files(office: &Workspace) -> Vec<(String, String)> {
    let from = Some(office.office());
    let parcels = office.parcels(|_| true);
    let plan = office.plans.keys().next().expect("a plan").clone();
    let file = office.plan_file(&plan).expect("a plan file");
    let sealed = [
        seal_from(Kind::Progress, &Progress { parcels }, NOW, from.clone()),
        seal_from(Kind::PlanFile, &file, NOW, from),
        seal(Kind::Backup, &office.backup(), NOW),
    ];
    let sealed = sealed.into_iter().map(|text| text.expect("a text"));
    sealed
        .map(|text| (say::file_name("tep.json"), as_trial(&text)))
        .collect()
}

fn bytes(store: &MemoryStore) -> Vec<(String, Option<String>)> {
    let mut keys = store.keys().expect("keys");
    keys.sort();
    keys.into_iter()
        .map(|key| (key.clone(), store.get(&key).expect("a text")))
        .collect()
}

proptest! {
    #[test]
    fn the_office_has_something_of_everything_on_any_day(now in 0_i64..4_000_000_000_000) {
        let office = office(now);
        let day = day_in_vietnam(now);
        let me = office.settings.me.clone().expect("a unit");
        let mine = today(&office, Some(&me), day);
        prop_assert!(mine.count(Horizon::Overdue) > 0);
        prop_assert!(mine.count(Horizon::Week) > 0);
        let plan = office.plans.keys().next().expect("a plan");
        let overview = overview(&office, plan, day);
        let cells: Vec<_> = overview.units.iter().flat_map(|line| &line.cells).flatten().collect();
        for standing in [Standing::DoneOnTime, Standing::DoneLate, Standing::Overdue, Standing::DueSoon] {
            prop_assert!(cells.iter().any(|cell| cell.standing == standing), "{standing:?}");
        }
    }
}

#[test]
fn who_writes_in_it_is_plainly_a_sample() {
    let office = office(NOW);
    for parcel in office.parcels(|_| true) {
        assert!(parcel.sender.name.contains("mẫu"), "{}", parcel.sender.name);
        assert!(
            parcel.plan_name.contains("dùng thử"),
            "{}",
            parcel.plan_name
        );
    }
}

#[test]
fn nothing_that_a_trial_sends_changes_a_real_store() {
    let store: &'static MemoryStore = Box::leak(Box::default());
    let mut real = desk("a");
    enrol(&mut real, &["Chi bộ 1"]);
    write_note(&mut real, "Chi bộ 1", "iii-1", "thật", 1);
    let mut keeper = Keeper::new(Box::new(FaultyStore::new(store, &[])));
    assert_eq!(keeper.keep(&real, real.keys(), 2), None);
    let before = (real.clone(), bytes(store));
    assert!(!before.1.is_empty());
    let files = files(&office(NOW));
    let found = preview(&real, &files);
    assert_eq!(found.arrivals.len(), files.len());
    for arrival in &found.arrivals {
        assert_eq!(arrival.finding, Finding::Unreadable(FileError::Trial));
    }
    let keys = real.apply(Action::Import(found.all()), NOW).expect("keys");
    assert_eq!(keeper.keep(&real, keys, NOW), None);
    assert_eq!((real, bytes(store)), before);
}

#[test]
fn a_trial_takes_its_own_files_back_and_no_real_ones() {
    for (_, text) in files(&office(NOW)) {
        let own = from_trial(&text).expect("a file of a trial");
        assert_eq!(as_trial(&own), text);
        assert_eq!(from_trial(&own), Err(FileError::NotTrial));
        assert_eq!(found_in(&format!("Gửi: {text}")), [&text]);
    }
}
