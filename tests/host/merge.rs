//! The laws of merging records, on generated histories and as stories.

use crate::cases::{check, share};
use crate::histories::{History, State, World, history, slot, steps};
use proptest::prelude::*;
use so_tien_do::domain::{DeviceId, Moment, Status, TaskId};
use so_tien_do::progress::{
    Author, Comparison, Entry, Field, Record, Slot, Value, Write, changes, compare,
};
use std::cell::Cell;

/// More states than this add time and no insight: laws are tried on every three of them.
const STATES: usize = 6;

#[test]
fn what_stands_on_every_device_is_what_the_oracle_says() {
    let (runs, conflicts) = (Cell::new(0_u32), Cell::new(0_u32));
    check(share(30), &history(), |history| {
        let mut world = World::new(history.devices);
        let mut met = false;
        for step in &history.steps {
            let changed = world.run(step);
            agrees_with_oracle(&world, &world.replicas[changed])?;
            met |= world.replicas[changed].has_conflict();
        }
        runs.set(runs.get() + 1);
        conflicts.set(conflicts.get() + u32::from(met));
        Ok(())
    });
    // Histories without a conflict would prove the laws of something simpler.
    assert!(
        conflicts.get() * 2 > runs.get(),
        "{} of {} histories had a conflict",
        conflicts.get(),
        runs.get()
    );
}

fn agrees_with_oracle(world: &World, state: &State) -> Result<(), TestCaseError> {
    prop_assert_eq!(state.standing(), world.standing(&state.knows));
    for device in &world.devices {
        prop_assert_eq!(
            state.record.seen().count(device),
            world.count(device, &state.knows)
        );
    }
    Ok(())
}

#[test]
fn merging_is_a_join() {
    check(share(20), &history(), |history| {
        let world = World::after(&history);
        let states: Vec<_> = world.states().map(|state| &state.record).collect();
        laws(&states)
    });
}

fn laws(states: &[&Record]) -> Result<(), TestCaseError> {
    let states = &states[..states.len().min(STATES)];
    for a in states {
        prop_assert_eq!(&a.merged(a), *a, "idempotent");
        for b in states {
            let join = a.merged(b);
            prop_assert_eq!(&join, &b.merged(a), "commutative");
            prop_assert_eq!(&join.merged(b), &join, "what was merged adds nothing");
            prop_assert!(join.seen().includes(a.seen()) && join.seen().includes(b.seen()));
            for c in states {
                prop_assert_eq!(join.merged(c), a.merged(&b.merged(c)), "associative");
            }
        }
    }
    Ok(())
}

#[test]
fn all_who_exchange_everything_hold_the_same_in_whatever_order() {
    let orders = (history(), any::<u64>());
    check(share(15), &orders, |(history, seed)| {
        let world = World::after(&history);
        let all = world
            .states()
            .flat_map(|state| state.knows.iter().copied())
            .collect();
        for (turn, replica) in world.replicas.iter().enumerate() {
            let mut replica = replica.clone();
            for state in shuffled(&world, seed.wrapping_add(turn as u64)) {
                replica.open(state);
            }
            prop_assert_eq!(replica.standing(), world.standing(&all));
            prop_assert_eq!(&replica.knows, &all);
        }
        Ok(())
    });
}

/// All states in an order that the seed picks.
fn shuffled(world: &World, seed: u64) -> Vec<&State> {
    let mut states: Vec<_> = world.states().enumerate().collect();
    // Multiplying by an odd number permutes the numbers of 64 bits.
    states.sort_by_key(|(at, _)| (*at as u64 + 1).wrapping_mul(seed | 1));
    states.into_iter().map(|(_, state)| state).collect()
}

#[test]
fn an_older_file_never_beats_a_newer_one() {
    let opened = Cell::new(0_u32);
    check(share(10), &history(), |history| {
        let world = World::after(&history);
        for here in &world.replicas {
            for file in world
                .files
                .iter()
                .filter(|file| file.knows.is_subset(&here.knows))
            {
                let expected = if file.knows == here.knows {
                    Comparison::Same
                } else {
                    Comparison::Older
                };
                prop_assert_eq!(compare(&here.record, &file.record), expected);
                prop_assert_eq!(&here.record.merged(&file.record), &here.record);
                prop_assert!(changes(&here.record, &here.record.merged(&file.record)).is_empty());
                opened.set(opened.get() + u32::from(expected == Comparison::Older));
            }
        }
        Ok(())
    });
    assert!(
        opened.get() > share(10),
        "only {} older files were opened",
        opened.get()
    );
}

#[test]
fn no_clock_is_consulted() {
    check(share(10), &(history(), any::<i64>()), |(history, shift)| {
        let (world, skewed) = (
            World::after(&history),
            World::after(&with_other_clocks(&history, shift)),
        );
        for (one, other) in world.states().zip(skewed.states()) {
            prop_assert_eq!(one.record.seen(), other.record.seen());
            prop_assert_eq!(timeless(&one.record), timeless(&other.record));
        }
        Ok(())
    });
}

/// The same history on devices whose clocks say anything at all.
fn with_other_clocks(history: &History, shift: Moment) -> History {
    use crate::histories::Step;
    let mut history = history.clone();
    for (turn, step) in (1..).zip(&mut history.steps) {
        if let Step::Write { at, .. } | Step::Add { at, .. } = step {
            *at = shift.wrapping_mul(turn);
        }
    }
    history
}

/// What stands, without the times.
fn timeless(record: &Record) -> Vec<String> {
    let mut writes: Vec<_> = record
        .writes()
        .map(
            |(
                dot,
                Write {
                    slot,
                    value,
                    by,
                    at: _,
                },
            )| format!("{dot:?} {slot:?} {value:?} {by}"),
        )
        .collect();
    writes.sort();
    writes
}

/// A history on a few devices; a disk image of the first is restored on another; and a history of all.
fn twins() -> impl Strategy<Value = (History, History)> {
    (steps(12), steps(24)).prop_map(|(before, after)| {
        (
            History {
                devices: 2,
                steps: before,
            },
            History {
                devices: 3,
                steps: after,
            },
        )
    })
}

fn after_twins((before, after): &(History, History)) -> World {
    let mut world = World::after(before);
    world.twin(0);
    for step in &after.steps {
        world.run(step);
    }
    world
}

#[test]
fn the_laws_hold_where_two_devices_count_under_one_name() {
    let (runs, doubles) = (Cell::new(0_u32), Cell::new(0_u32));
    check(share(10), &twins(), |history| {
        let world = after_twins(&history);
        let states: Vec<_> = world.states().map(|state| &state.record).collect();
        laws(&states)?;
        runs.set(runs.get() + 1);
        doubles.set(
            doubles.get()
                + u32::from(
                    states
                        .iter()
                        .any(|a| states.iter().any(|b| has_double(&a.merged(b)))),
                ),
        );
        Ok(())
    });
    assert!(
        doubles.get() * 4 > runs.get(),
        "{} of {} histories made a dot twice",
        doubles.get(),
        runs.get()
    );
}

fn has_double(record: &Record) -> bool {
    let dots: Vec<_> = record.writes().map(|(dot, _)| dot).collect();
    dots.windows(2).any(|pair| pair[0] == pair[1])
}

#[test]
fn a_dot_that_stands_with_two_values_keeps_both() {
    check(share(10), &twins(), |history| {
        let world = after_twins(&history);
        for a in world.states() {
            for b in world.states() {
                let merged = a.record.merged(&b.record);
                for (dot, write) in a
                    .record
                    .writes()
                    .filter(|(dot, _)| b.record.writes().any(|(other, _)| other == *dot))
                {
                    prop_assert!(
                        merged.writes().any(|kept| kept == (dot, write)),
                        "{:?} was lost",
                        write
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_was_settled_between_twins_stays_settled() {
    check(share(10), &twins(), |history| {
        let world = after_twins(&history);
        let mut settled = Record::default();
        for state in world.states() {
            settled.merge(&state.record);
        }
        let device = DeviceId::new("d9");
        for place in (0..3).map(slot) {
            settled
                .write(place, Value::Text("xong".to_owned()), &author(&device, 5))
                .expect("a dot");
        }
        for old in world.states() {
            prop_assert_eq!(&settled.merged(&old.record), &settled);
        }
        Ok(())
    });
}

fn author(device: &DeviceId, at: Moment) -> Author<'_> {
    Author {
        device,
        name: "",
        at,
    }
}

fn note(task: &str) -> Slot {
    Slot::new(&TaskId::new(task), None, Field::Note)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn two_people_of_one_unit_tick_different_tasks_on_two_phones() {
    let (first, second) = (DeviceId::new("a"), DeviceId::new("b"));
    let done = |task| Slot::new(&TaskId::new(task), None, Field::Status);
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        done("ii-1"),
        Value::Status(Status::InProgress),
        &author(&first, 1),
    )
    .expect("a dot");
    there
        .write(
            done("ii-2"),
            Value::Status(Status::Paused),
            &author(&second, 2),
        )
        .expect("a dot");
    here.merge(&there);
    assert_eq!(
        Entry::of(&here, &TaskId::new("ii-1"), None).status,
        Status::InProgress
    );
    assert_eq!(
        Entry::of(&here, &TaskId::new("ii-2"), None).status,
        Status::Paused
    );
    assert!(here.conflicts().is_empty());
}

/// Two phones that wrote different words at the same place; times by each one's clock.
fn conflict(first_at: Moment, second_at: Moment) -> (Record, Record) {
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        note("ii-1"),
        text("đã mở lớp"),
        &author(&DeviceId::new("a"), first_at),
    )
    .expect("a dot");
    there
        .write(
            note("ii-1"),
            text("chưa mở lớp"),
            &author(&DeviceId::new("b"), second_at),
        )
        .expect("a dot");
    (here, there)
}

#[test]
fn both_edit_the_same_field_and_both_are_shown() {
    let (here, there) = conflict(1, 2);
    let both = here.merged(&there);
    let values: Vec<_> = both
        .at(&note("ii-1"))
        .iter()
        .map(|write| write.value.clone())
        .collect();
    assert_eq!(values, [text("chưa mở lớp"), text("đã mở lớp")]);
    let entry = Entry::of(&both, &TaskId::new("ii-1"), None);
    assert_eq!(
        (entry.note.as_str(), entry.conflicts),
        ("chưa mở lớp", vec![Field::Note])
    );
    let change = &changes(&here, &both)[0];
    assert!(change.conflict);
    assert_eq!(
        (change.before.clone(), change.after.clone()),
        (Some(text("đã mở lớp")), Some(text("chưa mở lớp")))
    );
}

#[test]
fn one_write_settles_a_conflict_on_every_device() {
    let (here, there) = conflict(1, 2);
    let mut settled = here.merged(&there);
    settled
        .write(
            note("ii-1"),
            text("mở lớp tháng sau"),
            &author(&DeviceId::new("a"), 3),
        )
        .expect("a dot");
    for mut device in [here, there] {
        device.merge(&settled);
        assert!(device.conflicts().is_empty());
        assert_eq!(
            Entry::of(&device, &TaskId::new("ii-1"), None).note,
            "mở lớp tháng sau"
        );
    }
}

#[test]
fn a_clock_that_is_wrong_by_a_year_does_not_matter() {
    const YEAR: Moment = 365 * 24 * 60 * 60 * 1000;
    let slow = DeviceId::new("b");
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        note("ii-1"),
        text("cũ"),
        &author(&DeviceId::new("a"), 2 * YEAR),
    )
    .expect("a dot");
    there.merge(&here);
    there
        .write(note("ii-1"), text("mới"), &author(&slow, YEAR))
        .expect("a dot");
    assert_eq!(compare(&here, &there), Comparison::Newer);
    here.merge(&there);
    assert_eq!(Entry::of(&here, &TaskId::new("ii-1"), None).note, "mới");
    assert!(here.conflicts().is_empty());
}

#[test]
fn the_same_words_written_twice_are_no_conflict() {
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(note("ii-1"), text("xong"), &author(&DeviceId::new("a"), 1))
        .expect("a dot");
    there
        .write(note("ii-1"), text("xong"), &author(&DeviceId::new("b"), 9))
        .expect("a dot");
    here.merge(&there);
    assert_eq!(here.at(&note("ii-1")).len(), 2);
    assert!(here.conflicts().is_empty());
    assert!(
        Entry::of(&here, &TaskId::new("ii-1"), None)
            .conflicts
            .is_empty()
    );
}

#[test]
fn every_list_of_writes_shows_the_same_one_first_on_equal_clocks() {
    let (here, there) = conflict(7, 7);
    for both in [here.merged(&there), there.merged(&here)] {
        let entry = Entry::of(&both, &TaskId::new("ii-1"), None);
        assert_eq!(text(&entry.note), both.at(&note("ii-1"))[0].value);
    }
}

#[test]
fn a_third_value_in_a_conflict_is_told_although_another_one_is_shown() {
    let (here, there) = conflict(5, 6);
    let both = here.merged(&there);
    let mut third = Record::default();
    third
        .write(
            note("ii-1"),
            text("không rõ"),
            &author(&DeviceId::new("c"), 1),
        )
        .expect("a dot");
    let told: Vec<_> = changes(&both, &both.merged(&third))
        .into_iter()
        .map(|change| change.slot)
        .collect();
    assert_eq!(told, [note("ii-1")]);
}

#[test]
fn a_value_that_takes_the_place_of_a_hidden_one_is_told() {
    let (here, mut there) = conflict(9, 1);
    let both = here.merged(&there);
    there
        .write(
            note("ii-1"),
            text("sẽ mở lớp"),
            &author(&DeviceId::new("b"), 2),
        )
        .expect("a dot");
    let told = changes(&both, &both.merged(&there));
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0].before, told[0].conflict), (&told[0].after, true));
}

#[test]
fn settling_one_place_keeps_what_a_twin_wrote_elsewhere_under_the_same_dot() {
    let device = DeviceId::new("a");
    let (mut here, mut twin) = (Record::default(), Record::default());
    here.write(note("ii-1"), text("một"), &author(&device, 1))
        .expect("a dot");
    twin.write(note("ii-2"), text("hai"), &author(&device, 2))
        .expect("a dot");
    here.merge(&twin);
    here.write(note("ii-1"), text("ba"), &author(&device, 3))
        .expect("a dot");
    assert_eq!(
        here.at(&note("ii-1"))
            .iter()
            .map(|write| &write.value)
            .collect::<Vec<_>>(),
        [&text("ba")]
    );
    assert_eq!(here.at(&note("ii-2"))[0].value, text("hai"));
    assert_eq!(here.merged(&twin), here, "the old file brings nothing back");
}

#[test]
fn clearing_is_news_and_clearing_nothing_is_none() {
    let device = DeviceId::new("a");
    let mut record = Record::default();
    assert_eq!(record.clear(&note("ii-1"), &author(&device, 1)), None);
    assert!(record.is_empty());
    record
        .write(note("ii-1"), text("lời"), &author(&device, 1))
        .expect("a dot");
    let sent = record.clone();
    record
        .clear(&note("ii-1"), &author(&device, 2))
        .expect("a dot");
    assert!(record.at(&note("ii-1")).is_empty());
    assert!(
        !sent.seen().includes(record.seen()),
        "what was sent does not cover the clearing"
    );
    assert_eq!(compare(&sent, &record), Comparison::Newer);
}

#[test]
fn an_exhausted_count_writes_nothing_and_changes_nothing() {
    let device = DeviceId::new("a");
    let full = format!(r#"{{"seen":{{"a":{}}},"writes":[]}}"#, u64::MAX);
    let mut record: Record = serde_json::from_str(&full).expect("a record");
    let before = record.clone();
    assert_eq!(
        record.write(note("ii-1"), text("lời"), &author(&device, 1)),
        None
    );
    assert_eq!(record, before);
    assert!(
        record
            .write(note("ii-1"), text("lời"), &author(&DeviceId::new("b"), 1))
            .is_some()
    );
}
