//! The first steps on a new device.

use crate::workspace::{RecordId, Workspace};

/// How far somebody is who has just begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// A plan is at work.
    pub has_plan: bool,
    /// It is known who works here.
    pub has_unit: bool,
}

/// Returns how far the first steps are; `None` when they are done – the unit has written something – or
/// were skipped.
#[must_use]
pub fn beginning(known: &Workspace) -> Option<Beginning> {
    let is_mine = |id: &RecordId| known.is_me(&id.plan, &id.unit);
    let is_over = known.settings.has_begun || known.records.keys().any(is_mine);
    (!is_over).then(|| Beginning {
        has_plan: known.at_work().next().is_some(),
        has_unit: known.settings.me.is_some(),
    })
}
