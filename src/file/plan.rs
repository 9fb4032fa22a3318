//! The plan file: a plan with its roster, for those who carry it out.

use crate::domain::{BeforeDay, Plan, Roster, slug};
use crate::json::from_json;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The body of a plan file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanFile {
    pub plan: Plan,
    pub roster: Roster,
}

from_json!(PlanFile { plan, roster; });

/// Returns a mark of eight figures and letters by which people tell two contents of a plan apart.
/// How days are counted on a device and the count of revisions make no difference.
#[must_use]
pub fn fingerprint(plan: &Plan) -> String {
    let plan = Plan {
        revision: 0,
        before_day: BeforeDay::default(),
        ..plan.clone()
    };
    // A plan is made of texts, numbers and days, which can always be written.
    let text = serde_json::to_vec(&plan).unwrap_or_default();
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
