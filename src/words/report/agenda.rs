//! Deadlines in a calendar, where they stand among much else.

use super::super::brief::shortened;
use super::{action, some};
use crate::domain::{Period, capitalised};

const LONGEST_PLAN: usize = 60;
/// So much of a title is seen on a phone, and the plan and the place come first.
const LONGEST_TITLE: usize = 60;
const LONGEST_ACTION: usize = 600;

/// Names a deadline: "Hạn 96-KH/HU III.1: Tổ chức quán triệt …".
#[must_use]
pub fn appointment(plan: &str, path: &str, action: &str) -> String {
    let plan = shortened(plan, LONGEST_PLAN);
    let action = shortened(&capitalised(action), LONGEST_TITLE);
    format!(
        "Hạn {plan} {path}: {}",
        action.trim_end_matches(['.', ';', ','])
    )
}

/// Names the deadline of one unit among those of many.
#[must_use]
pub fn appointment_of(title: &str, unit: &str) -> String {
    format!("{title} ({unit})")
}

/// Says what is due, by when in the words of the plan, and who owes it.
#[must_use]
pub fn appointment_details(
    of: &str,
    period: Option<Period>,
    time: Option<&str>,
    units: &[String],
) -> String {
    let what = shortened(&action(of, period), LONGEST_ACTION);
    let mut lines = vec![format!("{}.", what.trim_end_matches('.'))];
    lines.extend(time.map(|time| format!("Thời hạn: {}", shortened(time, LONGEST_ACTION))));
    if !units.is_empty() {
        lines.push(format!("Đơn vị: {}", some(units, "; ")));
    }
    lines.join("\n")
}
