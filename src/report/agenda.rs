//! What comes due → appointments for a calendar.

use super::{Appointment, Coming, Facts};
use crate::words::{self, report as said};

/// How many days before its last day a duty is reminded of.
const AHEAD: [u8; 2] = [7, 1];

/// Makes an appointment of all that comes due, each period for itself, since facts reach no further than the
/// next span. It keeps its identity when its day is moved.
#[must_use]
pub fn agenda(facts: &Facts) -> Vec<Appointment> {
    let appointment = |(at, coming): (usize, &Coming)| {
        let is_same = |other: &&Coming| other.task == coming.task && other.period == coming.period;
        // Where the day was put off for some units, the duty has a second one.
        let earlier = facts.coming[..at].iter().filter(is_same).count();
        let period = coming.period.map(|period| period.to_string());
        let mut uid = [facts.plan.id.as_str(), coming.task.as_str()].join(".");
        for part in period
            .into_iter()
            .chain((earlier > 0).then(|| earlier.to_string()))
        {
            uid = [uid, part].join(".");
        }
        Appointment {
            uid,
            day: coming.day,
            title: said::appointment(facts.plan.short_name(), &words::task_path(&coming.path)),
            details: said::appointment_details(&coming.action, coming.period, &coming.units),
            ahead: AHEAD.to_vec(),
            repeats: None,
        }
    };
    facts.coming.iter().enumerate().map(appointment).collect()
}
