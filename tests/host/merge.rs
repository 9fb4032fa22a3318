//! The laws of merging records, on generated histories. What they mean to people is told in
//! `merge_stories.rs`.

use crate::cases::{check, share};
use crate::histories::{History, SLOTS, State, World, history, slot, steps};
use proptest::prelude::*;
use so_tien_do::domain::{DeviceId, Moment};
use so_tien_do::progress::{Author, Comparison, Record, Value, Write, changes, compare};
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
            let changed = world.run(step).device();
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
    for device in &world.names {
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
        let device = DeviceId::new("người gộp");
        let author = Author {
            device: &device,
            name: "",
            at: 5,
        };
        for place in (0..SLOTS).map(slot) {
            settled
                .write(place, Value::Text("xong".to_owned()), &author)
                .expect("a dot");
        }
        for old in world.states() {
            prop_assert_eq!(&settled.merged(&old.record), &settled);
        }
        Ok(())
    });
}
