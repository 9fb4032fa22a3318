//! Merging, held against automerge, a merge of documents that others wrote and many use.
//!
//! The same histories run on records and on automerge documents: one key a place, a put for a write,
//! a deletion for a clearing, `save` and `load` for files. Where the two would differ by definition:
//!
//! - **A clearing beside a write that it did not know of.** Both promise the same: the write stays,
//!   for each takes away only what its author saw. It is compared as it is.
//! - **The same words again.** Automerge leaves out a put of the value that stands there already,
//!   while a record makes a write of its own, which a clearing elsewhere does not reach. So each put
//!   carries the dot of its write: no two are equal, and both must keep the same *writes*, which says
//!   more than the same values. Whether values contradict each other is asked without the dots.
//! - **Which value is shown first.** A record goes by the writers' clocks, automerge by its own
//!   counting. Both promise only that it is one of those that stand, and the same one for all who
//!   know the same; that much is compared.
//! - **Two devices under one name.** Automerge refuses such documents, so those histories stay with
//!   the laws in `merge.rs`; here whoever takes the place of a lost device has a new name.

use crate::cases::{check, share};
use crate::histories::{Deed, State, World, history};
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ROOT, ReadDoc};
use proptest::prelude::*;
use so_tien_do::domain::DeviceId;
use so_tien_do::file::{Kind, open, seal};
use so_tien_do::progress::{Dot, Entry, Record, Slot, Value};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What stands, under the names of the places.
type Standing = BTreeMap<String, BTreeSet<Put>>;

/// The dot of a write and its value, both as text.
type Put = (String, String);

/// The same devices and files as in a [`World`], kept by automerge.
struct Others {
    documents: Vec<AutoCommit>,
    files: Vec<Vec<u8>>,
}

#[test]
fn records_stand_and_conflict_as_documents_of_automerge_do() {
    let (runs, conflicts) = (Cell::new(0_u32), Cell::new(0_u32));
    check(share(4), &history(), |history| {
        let mut world = World::new(history.devices);
        let mut others = Others::beside(&world);
        let mut met = false;
        for step in &history.steps {
            let deed = world.run(step);
            others.follow(&world, &deed);
            let changed = deed.device();
            let record = &world.replicas[changed].record;
            agree(record, &others.documents[changed])?;
            met |= !record.conflicts().is_empty();
        }
        runs.set(runs.get() + 1);
        conflicts.set(conflicts.get() + u32::from(met));
        Ok(())
    });
    assert!(
        conflicts.get() * 2 > runs.get(),
        "{} of {} histories had a conflict",
        conflicts.get(),
        runs.get()
    );
}

#[test]
fn a_file_is_news_exactly_where_automerge_finds_changes_in_it() {
    let (news, none) = (Cell::new(0_u32), Cell::new(0_u32));
    check(share(1), &history(), |history| {
        let (world, others) = both_after(&history);
        for here in 0..world.replicas.len() {
            for (state, bytes) in world.files.iter().zip(&others.files) {
                let known = world.replicas[here].record.seen();
                let is_news = !known.includes(state.record.seen());
                let mut document = others.documents[here].clone();
                let before = document.get_heads();
                document.merge(&mut loaded(bytes)).expect("a merge");
                prop_assert_eq!(is_news, document.get_heads() != before);
                let count = if is_news { &news } else { &none };
                count.set(count.get() + 1);
            }
        }
        Ok(())
    });
    assert!(news.get() > share(1) && none.get() > share(1));
}

#[test]
fn all_who_open_every_file_agree_with_automerge_and_with_each_other() {
    check(share(1), &history(), |history| {
        let (world, mut others) = both_after(&history);
        let states: Vec<State> = world.states().cloned().collect();
        let mut all = others.all();
        let mut ends = Vec::new();
        for (at, replica) in world.replicas.iter().enumerate() {
            let mut record = replica.record.clone();
            let mut document = others.documents[at].clone();
            // Each begins elsewhere, so that no two open the files in the same order.
            for turn in 0..states.len() {
                let next = (turn + at) % states.len();
                record.merge(&states[next].record);
                document.merge(&mut all[next]).expect("a merge");
            }
            agree(&record, &document)?;
            ends.push(record);
        }
        prop_assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
        Ok(())
    });
}

/// Runs a history on both sides.
fn both_after(history: &crate::histories::History) -> (World, Others) {
    let mut world = World::new(history.devices);
    let mut others = Others::beside(&world);
    for step in &history.steps {
        let deed = world.run(step);
        others.follow(&world, &deed);
    }
    (world, others)
}

impl Others {
    fn beside(world: &World) -> Self {
        Self {
            documents: world.devices.iter().map(blank).collect(),
            files: Vec::new(),
        }
    }

    /// Does to documents what was done to records.
    fn follow(&mut self, world: &World, deed: &Deed) {
        match deed {
            Deed::Nothing { .. } => {}
            Deed::Wrote { by, slot, dot } => self.put(*by, slot, dot, &world.replicas[*by].record),
            Deed::Cleared { by, slot } => {
                let document = &mut self.documents[*by];
                document.delete(ROOT, key(slot)).expect("a deletion");
                document.commit();
            }
            Deed::Saved { by } => self.save(*by, world),
            Deed::Opened { by, file } => self.open(*by, *file),
            Deed::Sent { from, to } => {
                let mut sent = loaded(&self.documents[*from].save());
                self.documents[*to].merge(&mut sent).expect("a merge");
            }
            Deed::Lost { by, file } => {
                self.documents[*by] = blank(&world.devices[*by]);
                if let Some(file) = file {
                    self.open(*by, *file);
                }
            }
        }
    }

    fn put(&mut self, by: usize, slot: &Slot, dot: &Dot, record: &Record) {
        let (_, write) = record
            .writes()
            .find(|(known, write)| *known == dot && write.slot == *slot)
            .expect("the write");
        let (dot, value) = put(dot, &write.value);
        let document = &mut self.documents[by];
        document
            .put(ROOT, key(slot), format!("{dot}|{value}"))
            .expect("a put");
        document.commit();
    }

    /// Makes a file on both sides; a record's own must open as the record that it was.
    fn save(&mut self, by: usize, world: &World) {
        let record = &world.files.last().expect("the file").record;
        let text = seal(Kind::Record, record, 0).expect("a text");
        let opened: Record = open(Kind::Record, &text).expect("a record");
        assert_eq!(opened, *record);
        self.files.push(self.documents[by].save());
    }

    fn open(&mut self, by: usize, file: usize) {
        let mut file = loaded(&self.files[file]);
        self.documents[by].merge(&mut file).expect("a merge");
    }

    /// Returns every state that was reached, as [`World::states`] does.
    fn all(&mut self) -> Vec<AutoCommit> {
        let files = self.files.iter().map(|bytes| loaded(bytes));
        self.documents.iter().cloned().chain(files).collect()
    }
}

fn blank(device: &DeviceId) -> AutoCommit {
    AutoCommit::new().with_actor(ActorId::from(device.as_str().as_bytes()))
}

fn loaded(bytes: &[u8]) -> AutoCommit {
    AutoCommit::load(bytes).expect("a document")
}

/// Names a place as a key of a document.
fn key(slot: &Slot) -> String {
    serde_json::to_string(slot).expect("a text")
}

fn put(dot: &Dot, value: &Value) -> Put {
    (
        format!("{} {}", dot.device, dot.count),
        format!("{value:?}"),
    )
}

/// Says that a record and a document hold the same writes and the same conflicts.
fn agree(record: &Record, document: &AutoCommit) -> Result<(), TestCaseError> {
    let theirs = standing(document);
    prop_assert_eq!(&standing_in(record), &theirs);
    let contradicted: BTreeSet<_> = theirs
        .iter()
        .filter(|(_, puts)| values(puts).len() > 1)
        .map(|(place, _)| place.clone())
        .collect();
    let ours: BTreeSet<_> = record.conflicts().into_iter().map(key).collect();
    prop_assert_eq!(&ours, &contradicted);
    shown_as_it_stands(record, &theirs, &contradicted)
}

/// Says that what an entry shows is one of the values that stand, and that it tells the conflicts.
fn shown_as_it_stands(
    record: &Record,
    theirs: &Standing,
    contradicted: &BTreeSet<String>,
) -> Result<(), TestCaseError> {
    for (_, write) in record.writes() {
        let (slot, place) = (&write.slot, key(&write.slot));
        let first = format!("{:?}", record.at(slot)[0].value);
        prop_assert!(values(&theirs[&place]).contains(first.as_str()));
        let entry = Entry::of(record, &slot.task, slot.period);
        prop_assert_eq!(
            entry.conflicts.contains(&slot.field),
            contradicted.contains(&place)
        );
    }
    Ok(())
}

fn standing_in(record: &Record) -> Standing {
    let mut standing = Standing::new();
    for (dot, write) in record.writes() {
        let place = standing.entry(key(&write.slot)).or_default();
        place.insert(put(dot, &write.value));
    }
    standing
}

fn standing(document: &AutoCommit) -> Standing {
    let puts = |key: &str| -> BTreeSet<Put> {
        let all = document.get_all(ROOT, key).expect("values");
        all.into_iter().map(|(value, _)| parse(&value)).collect()
    };
    document
        .keys(ROOT)
        .map(|key| (key.clone(), puts(&key)))
        .collect()
}

fn parse(value: &automerge::Value<'_>) -> Put {
    let text = value.as_str().expect("a text");
    let (dot, value) = text.split_once('|').expect("a dot and a value");
    (dot.to_owned(), value.to_owned())
}

fn values(puts: &BTreeSet<Put>) -> BTreeSet<&str> {
    puts.iter().map(|(_, value)| value.as_str()).collect()
}
