//! A record as it is written: a version, and a list of writes with their dots.

use super::{Dot, Field, Record, Slot, Value, Version, Write, Writes};
use crate::domain::{DeviceId, Moment, Period, TaskId};
use crate::intern::interned;
use crate::json::{ByText, Fault, from_tree};
use crate::sorted::SortedMap;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

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
    #[serde(
        default,
        deserialize_with = "interned_text",
        skip_serializing_if = "is_empty"
    )]
    by: Arc<str>,
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
    let writes: Vec<_> = writes.into_iter().map(write).collect();
    // A write that its own record has not seen would come back after it was replaced.
    if writes.iter().any(|(dot, _)| !seen.has_seen(dot)) {
        return Err("a write is newer than its record's version".to_owned());
    }
    let mut standing = SortedMap::new();
    standing.extend_with(writes, Writes::join);
    Ok(Record::of(seen, standing))
}

from_tree!(Form { seen, writes; });
from_tree!(FormWrite { dot, task, field, value, at; period, by });

fn interned_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    deserializer.deserialize_str(ByText(|text| Ok(interned(text))))
}

fn is_empty(text: &Arc<str>) -> bool {
    text.is_empty()
}

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

fn write(form: FormWrite) -> (Dot, Writes) {
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
        Writes::of(Write {
            slot: Slot {
                task,
                period,
                field,
            },
            value,
            at,
            by,
        }),
    )
}
