//! Generated histories of several devices that write, clear, send, open files, get lost and come
//! back, and an oracle that says what must stand on each.
//!
//! The oracle knows nothing of dots and versions. It keeps, for every operation, the operations
//! that its author knew of; a device knows the union of what it did and what it opened; and a write
//! stands if no known operation at the same place knew of it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use so_tien_do::domain::{DeviceId, Moment, Status, TaskId};
use so_tien_do::progress::{
    Author, Dot, Field, Item, Record, Review, Slot, Step as SubStep, Value, Verdict, Write,
};
use std::collections::BTreeSet;

/// The places that are written to: few, so that devices meet there.
pub(crate) const SLOTS: usize = 5;

/// One thing that happens. Devices are taken modulo their number.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Write {
        by: usize,
        place: Place,
        value: u8,
        at: Moment,
    },
    Clear {
        by: usize,
        place: Place,
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
    /// A device is lost with all that it did not send. The one that takes its place has a name of
    /// its own and opens any file made so far.
    Lose {
        by: usize,
        file: Index,
    },
}

/// Where a step writes: at a place that is always there, or at an item that its device knows of,
/// taken away or not.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    Fixed(usize),
    Item(Index),
}

/// What a step came to, for those who follow.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// The step found nothing that it could be done to.
    Nothing {
        by: usize,
    },
    Wrote {
        by: usize,
        slot: Slot,
        dot: Dot,
    },
    /// A place was cleared, whether or not anything stood there.
    Cleared {
        by: usize,
        slot: Slot,
    },
    /// The latest of the files was made.
    Saved {
        by: usize,
    },
    Opened {
        by: usize,
        file: usize,
    },
    Sent {
        from: usize,
        to: usize,
    },
    Lost {
        by: usize,
        file: Option<usize>,
    },
}

impl Deed {
    /// Returns the device whose state may have changed.
    pub(crate) fn device(&self) -> usize {
        match *self {
            Self::Nothing { by }
            | Self::Wrote { by, .. }
            | Self::Cleared { by, .. }
            | Self::Saved { by }
            | Self::Opened { by, .. }
            | Self::Sent { to: by, .. }
            | Self::Lost { by, .. } => by,
        }
    }
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
#[derive(Clone, Default)]
pub(crate) struct State {
    pub(crate) record: Record,
    pub(crate) knows: BTreeSet<usize>,
}

/// All devices and all files made so far.
pub(crate) struct World {
    /// All names that devices ever had.
    pub(crate) names: BTreeSet<DeviceId>,
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
        16 => (by.clone(), place(), 0_u8..3, moment()).prop_map(|(by, place, value, at)| Step::Write { by, place, value, at }),
        4 => (by.clone(), place()).prop_map(|(by, place)| Step::Clear { by, place }),
        3 => (by.clone(), 0_u8..3, moment()).prop_map(|(by, value, at)| Step::Add { by, value, at }),
        4 => by.clone().prop_map(|by| Step::Save { by }),
        6 => (by.clone(), any::<Index>()).prop_map(|(by, file)| Step::Open { by, file }),
        8 => (by.clone(), by.clone()).prop_map(|(from, to)| Step::Send { from, to }),
        1 => (by, any::<Index>()).prop_map(|(by, file)| Step::Lose { by, file }),
    ]
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        5 => (0..SLOTS).prop_map(Place::Fixed),
        1 => any::<Index>().prop_map(Place::Item),
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

/// Five places: three fields of one task, and two periods of another.
pub(crate) fn slot(number: usize) -> Slot {
    let (task, period, field) = match number % SLOTS {
        0 => ("ii-1", None, Field::Status),
        1 => ("ii-1", None, Field::Note),
        2 => ("ii-1", None, Field::Review),
        3 => ("iii-7", Some("2025"), Field::Status),
        _ => ("iii-7", Some("2026"), Field::Status),
    };
    let period = period.map(|period| period.parse().expect("a period"));
    Slot::new(&TaskId::new(task), period, field)
}

fn value(field: &Field, number: u8) -> Value {
    let statuses = [Status::NotStarted, Status::InProgress, Status::Paused];
    match field {
        Field::Status => Value::Status(statuses[usize::from(number) % statuses.len()].clone()),
        Field::Step(_) => Value::Step(sub_step(number)),
        Field::Review => Value::Review(review(number)),
        _ => Value::Text(format!("lời {number}")),
    }
}

fn review(number: u8) -> Review {
    let verdicts = [
        Verdict::Accepted,
        Verdict::Returned,
        Verdict::ExplanationAsked,
    ];
    Review {
        verdict: verdicts[usize::from(number) % verdicts.len()],
        words: String::new(),
        of: Vec::new(),
    }
}

fn sub_step(number: u8) -> SubStep {
    SubStep {
        text: format!("bước {number}"),
        done: number.is_multiple_of(2),
    }
}

impl World {
    pub(crate) fn new(devices: usize) -> Self {
        let devices: Vec<_> = (0..devices)
            .map(|number| DeviceId::new(format!("d{number}")))
            .collect();
        Self {
            replicas: vec![State::default(); devices.len()],
            names: devices.iter().cloned().collect(),
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

    /// Runs a step and returns what it came to.
    pub(crate) fn run(&mut self, step: &Step) -> Deed {
        let count = self.replicas.len();
        match step {
            Step::Write {
                by,
                place,
                value: number,
                at,
            } => self.write_at(by % count, place, *number, *at),
            Step::Clear { by, place } => self.clear(by % count, place),
            Step::Add { by, value, at } => self.add(by % count, *value, *at),
            Step::Save { by } => {
                let by = by % count;
                self.files.push(self.replicas[by].clone());
                Deed::Saved { by }
            }
            Step::Open { by, file } => self.open(by % count, *file),
            Step::Send { from, to } => {
                let (from, to) = (from % count, to % count);
                let file = self.replicas[from].clone();
                self.replicas[to].open(&file);
                Deed::Sent { from, to }
            }
            Step::Lose { by, file } => self.lose(by % count, *file),
        }
    }

    fn open(&mut self, by: usize, file: Index) -> Deed {
        let Some(file) = self.file(file) else {
            return Deed::Nothing { by };
        };
        self.replicas[by].open(&self.files[file]);
        Deed::Opened { by, file }
    }

    fn lose(&mut self, by: usize, file: Index) -> Deed {
        let name = DeviceId::new(format!("d{}", self.names.len()));
        assert!(self.names.insert(name.clone()), "a new name");
        self.devices[by] = name;
        self.replicas[by] = State::default();
        let file = self.file(file);
        if let Some(file) = file {
            self.replicas[by].open(&self.files[file]);
        }
        Deed::Lost { by, file }
    }

    fn file(&self, file: Index) -> Option<usize> {
        (!self.files.is_empty()).then(|| file.index(self.files.len()))
    }

    /// Returns the place that a device means; `None` where it knows of no item.
    fn place(&self, by: usize, place: &Place) -> Option<Slot> {
        match place {
            Place::Fixed(number) => Some(slot(*number)),
            Place::Item(item) => {
                let slots = self.replicas[by].knows.iter();
                let items: BTreeSet<_> = slots
                    .map(|at| &self.operations[*at].slot)
                    .filter(|slot| matches!(slot.field, Field::Step(_)))
                    .collect();
                let items = Vec::from_iter(items);
                (!items.is_empty()).then(|| (*item.get(&items)).clone())
            }
        }
    }

    fn write_at(&mut self, by: usize, place: &Place, number: u8, at: Moment) -> Deed {
        let Some(slot) = self.place(by, place) else {
            return Deed::Nothing { by };
        };
        let value = value(&slot.field, number);
        let dot = self.write(by, slot.clone(), value, at);
        Deed::Wrote { by, slot, dot }
    }

    fn write(&mut self, by: usize, slot: Slot, value: Value, at: Moment) -> Dot {
        let write = Write {
            slot: slot.clone(),
            value: value.clone(),
            at,
            by: format!("người {by}").into(),
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

    fn clear(&mut self, by: usize, place: &Place) -> Deed {
        let Some(slot) = self.place(by, place) else {
            return Deed::Nothing { by };
        };
        let author = Author {
            device: &self.devices[by],
            name: "",
            at: 0,
        };
        // Where nothing stands there is nothing to clear, and nobody need hear of it.
        if self.replicas[by].record.clear(&slot, &author).is_some() {
            self.note(by, slot.clone(), None);
        }
        Deed::Cleared { by, slot }
    }

    fn add(&mut self, by: usize, number: u8, at: Moment) -> Deed {
        let name = format!("người {by}");
        let author = Author {
            device: &self.devices[by],
            name: &name,
            at,
        };
        let record = &mut self.replicas[by].record;
        let item = Item::Step(sub_step(number));
        let dot = record
            .add(&TaskId::new("ii-1"), None, item, &author)
            .expect("a dot");
        let (_, write) = record
            .writes()
            .find(|(known, write)| **known == dot && matches!(write.slot.field, Field::Step(_)))
            .expect("the item");
        let write = write.clone();
        let slot = write.slot.clone();
        self.note(by, slot.clone(), Some(write));
        Deed::Wrote { by, slot, dot }
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
