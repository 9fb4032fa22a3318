//! Generated histories of several devices that write, clear, send and open files, and an oracle
//! that says what must stand on each.
//!
//! The oracle knows nothing of dots and versions. It keeps, for every operation, the operations
//! that its author knew of; a device knows the union of what it did and what it opened; and a write
//! stands if no known operation at the same place knew of it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use so_tien_do::domain::{DeviceId, Moment, Status, TaskId};
use so_tien_do::progress::{Author, Dot, Field, Item, Record, Slot, Step as SubStep, Value, Write};
use std::collections::BTreeSet;

/// The places that are written to: few, so that devices meet there.
const SLOTS: usize = 3;

/// One thing that happens. Devices are taken modulo their number.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Write {
        by: usize,
        slot: usize,
        value: u8,
        at: Moment,
    },
    Clear {
        by: usize,
        slot: usize,
    },
    Add {
        by: usize,
        value: u8,
        at: Moment,
    },
    /// A file is made. It may be opened late, often or never.
    Save {
        by: usize,
    },
    /// Any file made so far is opened.
    Open {
        by: usize,
        file: Index,
    },
    /// A file is made and opened at once.
    Send {
        from: usize,
        to: usize,
    },
}

/// What happens on so many devices.
#[derive(Clone, Debug)]
pub(crate) struct History {
    pub(crate) devices: usize,
    pub(crate) steps: Vec<Step>,
}

/// An operation that changed a record, as the oracle keeps it.
struct Operation {
    device: DeviceId,
    slot: Slot,
    /// What was written; `None` for a clearing.
    write: Option<Write>,
    /// The operations that its author knew of.
    knew: BTreeSet<usize>,
}

/// A record with the operations that it must hold, as the oracle counts them.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) record: Record,
    pub(crate) knows: BTreeSet<usize>,
}

/// All devices and all files made so far.
pub(crate) struct World {
    pub(crate) devices: Vec<DeviceId>,
    pub(crate) replicas: Vec<State>,
    pub(crate) files: Vec<State>,
    operations: Vec<Operation>,
}

pub(crate) fn history() -> impl Strategy<Value = History> {
    (3_usize..=5, steps(60)).prop_map(|(devices, steps)| History { devices, steps })
}

pub(crate) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    vec(step(), most / 4..most)
}

fn step() -> impl Strategy<Value = Step> {
    let by = 0_usize..5;
    prop_oneof![
        8 => (by.clone(), 0..SLOTS, 0_u8..3, moment()).prop_map(|(by, slot, value, at)| Step::Write { by, slot, value, at }),
        2 => (by.clone(), 0..SLOTS).prop_map(|(by, slot)| Step::Clear { by, slot }),
        1 => (by.clone(), 0_u8..3, moment()).prop_map(|(by, value, at)| Step::Add { by, value, at }),
        2 => by.clone().prop_map(|by| Step::Save { by }),
        3 => (by.clone(), any::<Index>()).prop_map(|(by, file)| Step::Open { by, file }),
        4 => (by.clone(), by).prop_map(|(from, to)| Step::Send { from, to }),
    ]
}

/// Clocks that stand still, run backwards, or are years apart.
fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        Just(0),
        Just(1),
        1_700_000_000_000_i64..1_800_000_000_000,
        any::<i64>()
    ]
}

/// Three places: two fields of one task, and one of another.
pub(crate) fn slot(number: usize) -> Slot {
    let (task, field) = match number % SLOTS {
        0 => ("ii-1", Field::Status),
        1 => ("ii-1", Field::Note),
        _ => ("iii-1", Field::Status),
    };
    Slot::new(&TaskId::new(task), None, field)
}

fn value(field: &Field, number: u8) -> Value {
    let statuses = [Status::NotStarted, Status::InProgress, Status::Paused];
    match field {
        Field::Status => Value::Status(statuses[usize::from(number) % statuses.len()].clone()),
        _ => Value::Text(format!("lời {number}")),
    }
}

impl World {
    pub(crate) fn new(devices: usize) -> Self {
        let devices: Vec<_> = (0..devices)
            .map(|number| DeviceId::new(format!("d{number}")))
            .collect();
        let blank = State {
            record: Record::default(),
            knows: BTreeSet::new(),
        };
        Self {
            replicas: vec![blank; devices.len()],
            devices,
            files: Vec::new(),
            operations: Vec::new(),
        }
    }

    /// Runs a whole history.
    pub(crate) fn after(history: &History) -> Self {
        let mut world = Self::new(history.devices);
        for step in &history.steps {
            world.run(step);
        }
        world
    }

    /// Makes two devices of one: a disk image is restored on a second machine.
    pub(crate) fn twin(&mut self, original: usize) {
        self.devices.push(self.devices[original].clone());
        self.replicas.push(self.replicas[original].clone());
    }

    /// Runs a step and returns the device whose state may have changed.
    pub(crate) fn run(&mut self, step: &Step) -> usize {
        let count = self.replicas.len();
        match step {
            Step::Write {
                by,
                slot: place,
                value: number,
                at,
            } => {
                let place = slot(*place);
                let value = value(&place.field, *number);
                self.write(by % count, place, value, *at);
                by % count
            }
            Step::Clear { by, slot: place } => {
                self.clear(by % count, &slot(*place));
                by % count
            }
            Step::Add { by, value, at } => {
                self.add(by % count, *value, *at);
                by % count
            }
            Step::Save { by } => {
                self.files.push(self.replicas[by % count].clone());
                by % count
            }
            Step::Open { by, file } => {
                if !self.files.is_empty() {
                    let file = self.files[file.index(self.files.len())].clone();
                    self.replicas[by % count].open(&file);
                }
                by % count
            }
            Step::Send { from, to } => {
                let file = self.replicas[from % count].clone();
                self.replicas[to % count].open(&file);
                to % count
            }
        }
    }

    pub(crate) fn write(&mut self, by: usize, slot: Slot, value: Value, at: Moment) -> Dot {
        let write = Write {
            slot: slot.clone(),
            value: value.clone(),
            at,
            by: format!("người {by}"),
        };
        let author = Author {
            device: &self.devices[by],
            name: &write.by,
            at,
        };
        let dot = self.replicas[by]
            .record
            .write(slot.clone(), value, &author)
            .expect("a dot");
        self.note(by, slot, Some(write));
        dot
    }

    fn clear(&mut self, by: usize, slot: &Slot) {
        // Where nothing stands there is nothing to clear, and nobody need hear of it.
        if self.replicas[by].record.at(slot).is_empty() {
            return;
        }
        let author = Author {
            device: &self.devices[by],
            name: "",
            at: 0,
        };
        self.replicas[by].record.clear(slot, &author);
        self.note(by, slot.clone(), None);
    }

    fn add(&mut self, by: usize, number: u8, at: Moment) {
        let name = format!("người {by}");
        let item = Item::Step(SubStep {
            text: format!("bước {number}"),
            done: false,
        });
        let author = Author {
            device: &self.devices[by],
            name: &name,
            at,
        };
        let record = &mut self.replicas[by].record;
        let dot = record
            .add(&TaskId::new("ii-1"), None, item, &author)
            .expect("a dot");
        let write = record
            .writes()
            .find(|(known, _)| **known == dot)
            .expect("the item")
            .1
            .clone();
        self.note(by, write.slot.clone(), Some(write));
    }

    fn note(&mut self, by: usize, slot: Slot, write: Option<Write>) {
        let (device, knew) = (self.devices[by].clone(), self.replicas[by].knows.clone());
        self.replicas[by].knows.insert(self.operations.len());
        self.operations.push(Operation {
            device,
            slot,
            write,
            knew,
        });
    }

    /// Returns what must stand for one who knows these operations, in the order of the writes.
    pub(crate) fn standing(&self, knows: &BTreeSet<usize>) -> Vec<&Write> {
        let replaced = |at: usize| {
            knows
                .iter()
                .map(|other| &self.operations[*other])
                .any(|other| other.slot == self.operations[at].slot && other.knew.contains(&at))
        };
        let latest = knows.iter().filter(|at| !replaced(**at));
        let mut standing: Vec<_> = latest
            .filter_map(|at| self.operations[*at].write.as_ref())
            .collect();
        standing.sort();
        standing
    }

    /// Returns how many operations of a device are among these.
    pub(crate) fn count(&self, device: &DeviceId, knows: &BTreeSet<usize>) -> u64 {
        let count = knows
            .iter()
            .filter(|at| self.operations[**at].device == *device)
            .count();
        u64::try_from(count).expect("a count")
    }

    /// Returns every state that was reached: the devices as they are, and all files.
    pub(crate) fn states(&self) -> impl Iterator<Item = &State> {
        self.replicas.iter().chain(&self.files)
    }
}

impl State {
    pub(crate) fn open(&mut self, file: &Self) {
        self.record.merge(&file.record);
        self.knows.extend(&file.knows);
    }

    /// Returns what stands, in the order of the writes.
    pub(crate) fn standing(&self) -> Vec<&Write> {
        let mut standing: Vec<_> = self.record.writes().map(|(_, write)| write).collect();
        standing.sort();
        standing
    }

    pub(crate) fn has_conflict(&self) -> bool {
        !self.record.conflicts().is_empty()
    }
}
