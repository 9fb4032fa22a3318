//! `merge`: many progress files, also within zips, → one, the same bytes in whatever order they are named.

use super::{Problem, input};
use crate::domain::{Moment, PlanId, UnitId};
use crate::file::{Cover, Kind, Office, Parcel, Progress, inspect, open, seal_from};
use crate::guard::prove;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The parcels so far, each under its plan and unit.
type Parcels = BTreeMap<(PlanId, UnitId), Parcel>;

pub(super) fn merge(paths: &[PathBuf]) -> Result<String, Problem> {
    let (parcels, latest) = gathered(paths)?;
    let progress = Progress { parcels };
    // No clock is read: the same files give the same bytes on any day.
    let nobody = Some(Office::default());
    let text =
        seal_from(Kind::Progress, &progress, latest, nobody).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

/// Gathers the records of all files, one of each unit on each plan, in the order of their identities;
/// and when the latest file was written.
pub(super) fn gathered(paths: &[PathBuf]) -> Result<(Vec<Parcel>, Moment), Problem> {
    let mut parcels = Parcels::new();
    let mut latest = Moment::MIN;
    for path in paths {
        for (name, text) in input::texts(path)? {
            let (written_at, progress) = progress(&name, &text)?;
            latest = latest.max(written_at);
            for parcel in progress.parcels {
                take(&mut parcels, parcel);
            }
        }
    }
    Ok((parcels.into_values().collect(), latest))
}

fn progress(name: &str, text: &str) -> Result<(Moment, Progress), Problem> {
    let opened = prove(text)
        .and_then(|_| inspect(text))
        .and_then(|Cover { written_at, .. }| Ok((written_at, open(Kind::Progress, text)?)));
    opened.map_err(|error| format!("{name}: {error}"))
}

fn take(parcels: &mut Parcels, parcel: Parcel) {
    let Parcel {
        plan,
        plan_name,
        revision,
        mut sender,
        record,
    } = parcel;
    sender.groups.sort();
    sender.groups.dedup();
    let key = (plan.clone(), sender.id.clone());
    let Some(known) = parcels.get_mut(&key) else {
        parcels.insert(
            key,
            Parcel {
                plan,
                plan_name,
                revision,
                sender,
                record,
            },
        );
        return;
    };
    known.record.merge(&record);
    known.revision = known.revision.max(revision);
    // No file tells which of two names is newer, so the first in the order of letters stays.
    known.plan_name = plan_name.min(std::mem::take(&mut known.plan_name));
    known.sender.name = sender.name.min(std::mem::take(&mut known.sender.name));
    known.sender.groups.append(&mut sender.groups);
    known.sender.groups.sort();
    known.sender.groups.dedup();
}
