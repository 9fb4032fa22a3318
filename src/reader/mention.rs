//! A duty before its names are matched to units.

use super::notice::Puzzle;
use super::times::Time;
use super::words::words;
use super::{body, verb};
use crate::domain::{Deadline, Recurrence};

/// A duty before its names are matched to units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) path: String,
    pub(super) block: usize,
    pub(super) text: String,
    pub(super) action: usize,
    pub(super) lead: Vec<String>,
    /// The path of the point whose lead this is.
    pub(super) inherited_from: Option<String>,
    pub(super) support: Vec<String>,
    pub(super) deadline: Option<Deadline>,
    pub(super) recurrence: Option<Recurrence>,
    pub(super) product: Option<String>,
    pub(super) details: Vec<usize>,
    /// What a person should look at.
    pub(super) puzzles: Vec<Puzzle>,
}

impl Mention {
    pub(super) fn lead_by(&mut self, names: Vec<String>) {
        if !names.is_empty() {
            self.lead = names;
            self.inherited_from = None;
        }
    }

    /// Says whether its action begins with a verb.
    pub(super) fn acts(&self) -> bool {
        const FEW: usize = 60;
        let action = self.text.get(self.action..).unwrap_or_default();
        let end = action
            .char_indices()
            .nth(FEW)
            .map_or(action.len(), |(at, _)| at);
        let words = words(&action[..end]);
        // "Lãnh đạo Sở A" is no verb.
        verb::begins(&words) > body::begins(&words)
    }

    /// Returns the duty with its time; with two times, it is two duties.
    pub(super) fn timed(self, times: Vec<Time>) -> Vec<Self> {
        if times.is_empty() {
            return vec![self];
        }
        times
            .into_iter()
            .zip(1..)
            .map(|(time, turn)| {
                let mut mention = self.clone();
                if turn > 1 {
                    mention.path = format!("{}#{turn}", self.path);
                }
                mention.puzzles.extend(time.puzzles);
                mention.deadline = time.deadline;
                mention.recurrence = time.recurrence;
                mention
            })
            .collect()
    }
}

/// Joins a place and a name within it.
pub(super) fn join(path: &str, name: &str) -> String {
    // "1.2" under "1" already names both.
    let last = path.rsplit('.').next().unwrap_or_default();
    let own = name
        .strip_prefix(last)
        .and_then(|rest| rest.strip_prefix('.'));
    match own {
        _ if path.is_empty() => name.to_owned(),
        Some(own) if !last.is_empty() => format!("{path}.{own}"),
        _ => format!("{path}.{name}"),
    }
}
