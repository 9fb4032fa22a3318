//! `merge`: many progress files → one, the same bytes in whatever order they are named.

use super::{Problem, input};
use crate::domain::{Moment, PlanId, UnitId};
use crate::file::{Cover, Kind, Parcel, Progress, inspect, open, seal};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The parcels so far, each under its plan and unit.
type Parcels = BTreeMap<(PlanId, UnitId), Parcel>;

pub(super) fn merge(paths: &[PathBuf]) -> Result<String, Problem> {
    let mut parcels = Parcels::new();
    let mut latest = Moment::MIN;
    for path in paths {
        let (written_at, progress) = progress(path)?;
        latest = latest.max(written_at);
        for parcel in progress.parcels {
            take(&mut parcels, parcel);
        }
    }
    let progress = Progress {
        parcels: parcels.into_values().collect(),
    };
    // No clock is read: the same files give the same bytes on any day.
    let text = seal(Kind::Progress, &progress, latest).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

fn progress(path: &Path) -> Result<(Moment, Progress), Problem> {
    let text = input::text(path)?;
    let opened = inspect(&text)
        .and_then(|Cover { written_at, .. }| Ok((written_at, open(Kind::Progress, &text)?)));
    opened.map_err(|error| input::about(path, error))
}

fn take(parcels: &mut Parcels, parcel: Parcel) {
    let Parcel {
        plan,
        plan_name,
        mut sender,
        record,
    } = parcel;
    sender.groups.sort();
    sender.groups.dedup();
    let key = (plan.clone(), sender.unit.id.clone());
    let Some(known) = parcels.get_mut(&key) else {
        parcels.insert(
            key,
            Parcel {
                plan,
                plan_name,
                sender,
                record,
            },
        );
        return;
    };
    known.record.merge(&record);
    // No file tells which of two names is newer, so the first in the order of letters stays.
    known.plan_name = plan_name.min(std::mem::take(&mut known.plan_name));
    known.sender.unit.name = sender
        .unit
        .name
        .min(std::mem::take(&mut known.sender.unit.name));
    known.sender.groups.append(&mut sender.groups);
    known.sender.groups.sort();
    known.sender.groups.dedup();
}
