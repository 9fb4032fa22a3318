//! A record as it is written: a version, and a list of writes with their dots.

use super::{Dot, Field, Record, Slot, Value, Version, Write};
use crate::domain::{DeviceId, Moment, Period, TaskId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

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

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = Form::deserialize(deserializer)?;
        let mut record = Self {
            seen: form.seen,
            standing: BTreeMap::new(),
        };
        for (dot, write) in form.writes.into_iter().map(write) {
            // A write that its own record has not seen would come back after it was replaced.
            if !record.seen.has_seen(&dot) {
                return Err(serde::de::Error::custom(
                    "a write is newer than its record's version",
                ));
            }
            record.standing.entry(dot).or_default().insert(write);
        }
        Ok(record)
    }
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
