//! The first steps on a new device.

use crate::front::Front;

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
pub fn beginning(front: &Front) -> Option<Beginning> {
    (!front.has_begun && !front.has_written()).then(|| Beginning {
        has_plan: front.has_plan,
        has_unit: front.me.is_some(),
    })
}
