//! The plan file: a plan with its roster, for those who carry it out.

use crate::domain::{BeforeDay, Plan, Roster, slug, tidy_name};
use crate::json::{Fault, Json, field, from_json, object};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The body of a plan file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanFile {
    pub plan: Plan,
    pub roster: Roster,
}

/// A name longer than this is none, in bytes.
const MAX_NAME_BYTES: usize = 2_000;

from_json!(PlanFile: |json| {
    let mut file = kept_plan(json)?;
    let mut is_too_long = false;
    each_name(&mut file, &mut |name| is_too_long |= name.len() > MAX_NAME_BYTES);
    if is_too_long {
        return Err("a name beyond sense".to_owned());
    }
    Ok(file)
});

/// Reads a plan with its roster as a device keeps it: names may be of any length, lest it be lost.
pub(crate) fn kept_plan(json: &Json) -> Result<PlanFile, Fault> {
    let object = object(json)?;
    let mut file = PlanFile {
        plan: field(object, "plan")?,
        roster: field(object, "roster")?,
    };
    if let Some(fault) = file.roster.beyond_sense() {
        return Err(fault.to_owned());
    }
    // Names are shown beside other words, so they may not change how those read.
    each_name(&mut file, &mut |name| *name = tidy_name(name));
    Ok(file)
}

/// Calls with every name that stands in a plan file.
fn each_name(PlanFile { plan, roster }: &mut PlanFile, call: &mut dyn FnMut(&mut String)) {
    call(&mut plan.title);
    let heads = [
        &mut plan.number,
        &mut plan.kind,
        &mut plan.issuer,
        &mut plan.name,
    ];
    heads.into_iter().flatten().for_each(&mut *call);
    for unit in &mut roster.units {
        call(&mut unit.name);
        call(&mut unit.address);
        unit.former.iter_mut().for_each(&mut *call);
    }
    for group in &mut roster.groups {
        call(&mut group.name);
    }
    if let Some(round) = &mut roster.round {
        call(&mut round.to);
    }
}

/// Returns a mark of eight figures and letters by which people tell two contents of a plan apart.
/// How days are counted on a device and the count of revisions make no difference.
#[must_use]
pub fn fingerprint(plan: &Plan) -> String {
    mark(plan, &Roster::default())
}

/// Returns the mark of a plan with its roster, as [`fingerprint`] does for the plan alone. Addresses
/// and the report that is asked for make no difference.
#[must_use]
pub fn mark(plan: &Plan, roster: &Roster) -> String {
    let roster = Roster {
        round: None,
        ..roster.without_addresses()
    };
    let mut file = PlanFile {
        plan: without_revision(plan),
        roster,
    };
    // As the receiver reads them.
    each_name(&mut file, &mut |name| *name = tidy_name(name));
    digest(&file)
}

fn without_revision(plan: &Plan) -> Plan {
    Plan {
        revision: 0,
        before_day: BeforeDay::default(),
        ..plan.clone()
    }
}

/// Returns eight figures and letters that differ where contents differ.
#[must_use]
pub fn digest<T: Serialize>(content: &T) -> String {
    // What the app keeps is made of texts, numbers and days, which can always be written.
    let text = serde_json::to_vec(content).unwrap_or_default();
    let sum = Sha256::digest(text);
    sum.iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Returns a name for a plan file, without its ending.
#[must_use]
pub fn plan_file_name(plan: &Plan) -> String {
    let words: String = slug(plan.short_name())
        .chars()
        .filter(char::is_ascii)
        .take(80)
        .collect();
    let revision = if plan.revision > 1 {
        format!("-ban-{}", plan.revision)
    } else {
        String::new()
    };
    format!("ke-hoach-{}{revision}", words.trim_end_matches('-'))
}
