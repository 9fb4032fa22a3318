//! A record as it is written: a version, and a list of writes with their dots.

use super::{Dot, Field, Record, Slot, Value, Version, Write};
use crate::domain::{DeviceId, Moment, Period, TaskId};
use crate::json::{Fault, from_tree};
use crate::sorted::{SortedMap, sort_by};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
struct Form {
    seen: Version,
    writes: Vec<FormWrite>,
}

/// A write with its dot and its place on one level. Serde could flatten [`Write`] by itself, but its
/// way of doing so weighs 15 kB in the browser.
#[derive(Serialize, Deserialize)]
struct FormWrite {
    dot: (DeviceId, u64),
    task: TaskId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    field: Field,
    value: Value,
    at: Moment,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writes = self
            .writes()
            .map(|(dot, write)| form(dot.clone(), write.clone()))
            .collect();
        Form {
            seen: self.seen.clone(),
            writes,
        }
        .serialize(serializer)
    }
}

from_tree!(Record: |json| record(Form::from_json(json)?));

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        record(Form::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn record(Form { seen, writes }: Form) -> Result<Record, Fault> {
    let mut writes: Vec<_> = writes.into_iter().map(write).collect();
    sort_by(&mut writes, |a, b| a < b);
    let mut standing: SortedMap<_, SortedMap<_, ()>> = SortedMap::new();
    // They come in order, so that each is put at the end.
    for (dot, write) in writes {
        // A write that its own record has not seen would come back after it was replaced.
        if !seen.has_seen(&dot) {
            return Err("a write is newer than its record's version".to_owned());
        }
        standing.or_default(dot).insert(write, ());
    }
    Ok(Record::of(seen, standing))
}

from_tree!(Form { seen, writes; });
from_tree!(FormWrite { dot, task, field, value, at; period, by });

fn form(dot: Dot, write: Write) -> FormWrite {
    let Write {
        slot: Slot {
            task,
            period,
            field,
        },
        value,
        at,
        by,
    } = write;
    FormWrite {
        dot: (dot.device, dot.count),
        task,
        period,
        field,
        value,
        at,
        by,
    }
}

fn write(form: FormWrite) -> (Dot, Write) {
    let FormWrite {
        dot: (device, count),
        task,
        period,
        field,
        value,
        at,
        by,
    } = form;
    (
        Dot { device, count },
        Write {
            slot: Slot {
                task,
                period,
                field,
            },
            value,
            at,
            by,
        },
    )
}
