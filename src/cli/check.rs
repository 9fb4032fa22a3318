//! `check`: what a file is, and whether it is whole.

use super::{Problem, input};
use crate::domain::{Plan, Roster, day_in_vietnam};
use crate::draft::{Edit, Origin};
use crate::file::{
    Cover, FileError, Kind, Parcel, PlanFile, Progress, Proof, SigningKey, inspect, is_locked, open,
};
use crate::guard::prove;
use crate::progress::Record;
use crate::workspace::{Backup, LastImport, Remarks, Settings};
use std::collections::BTreeSet;
use std::path::Path;

pub(super) fn check(path: &Path) -> Result<String, Problem> {
    let text = input::text(path)?;
    let line = line(&text).map_err(|error| input::about(path, error))?;
    Ok(format!("{}\n", input::about(path, line)))
}

fn line(text: &str) -> Result<String, FileError> {
    if is_locked(text) {
        return Ok("locked with a passphrase".to_owned());
    }
    let Cover {
        kind,
        version,
        app,
        written_at,
        ..
    } = inspect(text)?;
    let content = content(kind, text)?;
    let signature = match prove(text)? {
        Proof::SignedBy(key) => format!("signed by {}", key.fingerprint()),
        _ => "not signed".to_owned(),
    };
    let day = day_in_vietnam(written_at);
    Ok(format!(
        "{}, format {version}, written on {day} by app {app}, {signature}: {content}",
        kind.name()
    ))
}

/// Opens what the envelope holds and says in a few words what it is.
fn content(kind: Kind, text: &str) -> Result<String, FileError> {
    Ok(match kind {
        Kind::Progress => parcels(&open::<Progress>(kind, text)?.parcels),
        Kind::Plan => {
            let plan: Plan = open(kind, text)?;
            format!("{}, tasks: {}", plan.short_name(), plan.tasks.len())
        }
        Kind::PlanFile => {
            let PlanFile { plan, roster } = open(kind, text)?;
            format!(
                "{}, revision {}, tasks: {}, units: {}",
                plan.short_name(),
                plan.revision,
                plan.tasks.len(),
                roster.units.len()
            )
        }
        Kind::Backup => {
            let backup: Backup = open(kind, text)?;
            let draft = if backup.draft.is_some() {
                ", a draft"
            } else {
                ""
            };
            format!(
                "plans: {}, records: {}{draft}",
                backup.plans.len(),
                backup.records.len()
            )
        }
        Kind::Draft => open::<Origin>(kind, text).map(|_| "a draft".to_owned())?,
        Kind::Edits => format!("edits: {}", open::<Vec<Edit>>(kind, text)?.len()),
        Kind::LastImport => {
            let last: LastImport = open(kind, text)?;
            format!("records: {}, plans: {}", last.records, last.plans)
        }
        Kind::Roster => {
            let roster: Roster = open(kind, text)?;
            format!(
                "units: {}, groups: {}",
                roster.units.len(),
                roster.groups.len()
            )
        }
        Kind::Record => format!("writes: {}", open::<Record>(kind, text)?.writes().count()),
        Kind::Remarks => {
            let remarks: Remarks = open(kind, text)?;
            format!("chapters: {}", remarks.paragraphs.keys().count())
        }
        Kind::SigningKey => {
            let key: SigningKey = open(kind, text)?;
            format!("the key {}", key.public.fingerprint())
        }
        Kind::Settings => {
            open::<Settings>(kind, text).map(|_| "settings of a device".to_owned())?
        }
    })
}

fn parcels(parcels: &[Parcel]) -> String {
    let units: BTreeSet<_> = parcels.iter().map(|parcel| &parcel.sender.id).collect();
    let plans: BTreeSet<_> = parcels.iter().map(|parcel| &parcel.plan).collect();
    format!(
        "records: {}, units: {}, plans: {}",
        parcels.len(),
        units.len(),
        plans.len()
    )
}
