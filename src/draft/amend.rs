//! A second text of a plan, matched to the first.
//!
//! Duties that are the same take their old identity, so that what was reported stays with them;
//! the others are given identities that were never used.

use super::likeness::pairs;
use super::place::fresh_id;
use super::{Draft, Origin};
use crate::domain::{Assignment, GroupId, Party, Plan, Roster, Task, TaskId, UnitId, same_name};
use crate::reader::{Notice, Reading};

/// What became of a duty. Both texts speak of it under one identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub task: TaskId,
    pub difference: Difference,
}

/// How a duty of the new text relates to the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    Unchanged,
    /// Which of these are not as before.
    Changed {
        text: bool,
        lead: bool,
        support: bool,
        time: bool,
    },
    New,
    Gone,
}

/// Compares two texts of a plan: the duties in the order of the new text, those that are gone behind
/// the one after which they stood.
#[must_use]
pub fn compare(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes: Vec<Change> = new
        .tasks
        .iter()
        .map(|task| Change {
            task: task.id.clone(),
            difference: match old.tasks.iter().find(|known| known.id == task.id) {
                Some(known) => difference(known, task),
                None => Difference::New,
            },
        })
        .collect();
    let mut after = 0;
    for task in &old.tasks {
        let place = changes.iter().position(|change| change.task == task.id);
        after = 1 + place.unwrap_or_else(|| {
            let gone = Change {
                task: task.id.clone(),
                difference: Difference::Gone,
            };
            changes.insert(after, gone);
            after
        });
    }
    changes
}

fn difference(old: &Task, new: &Task) -> Difference {
    let words = |list: &[Assignment]| {
        let words = list.iter().map(|assignment| assignment.words.as_str());
        words.collect::<Vec<_>>().join(", ")
    };
    let differ = |one: &[Assignment], two: &[Assignment]| !same_name(&words(one), &words(two));
    let text = !same_name(&old.text, &new.text);
    let lead = differ(&old.lead, &new.lead);
    let support = differ(&old.support, &new.support);
    let time = old.deadline != new.deadline || old.recurrence != new.recurrence;
    if text || lead || support || time {
        Difference::Changed {
            text,
            lead,
            support,
            time,
        }
    } else {
        Difference::Unchanged
    }
}

impl Draft {
    /// Takes the draft for a further text of a plan. What was corrected so far stays, and can no
    /// longer be taken back step by step.
    #[must_use]
    pub fn amending(self, old: &Plan, roster: &Roster) -> Self {
        let reserved: Vec<TaskId> = old
            .tasks
            .iter()
            .chain(&old.retired)
            .map(|task| task.id.clone())
            .collect();
        let source = self.origin.source.clone();
        let mut reading = self.into_reading();
        reading.roster = meet(&mut reading.plan.tasks, &reading.roster, roster);
        identify(
            &mut reading.plan.tasks,
            &mut reading.notices,
            old,
            &reserved,
        );
        Self::from(Origin {
            source,
            amends: Some(old.id.clone()),
            reserved,
            reading,
        })
    }

    /// Takes the draft for a plan of its own.
    #[must_use]
    pub fn standing_alone(self) -> Self {
        Self::from(Origin {
            source: self.origin.source.clone(),
            amends: None,
            reserved: Vec::new(),
            reading: self.into_reading(),
        })
    }

    /// Returns the plan as it becomes when this draft is kept over it.
    #[must_use]
    pub fn amended(&self, old: &Plan) -> Plan {
        let stays = |task: &&Task| self.plan().tasks.iter().any(|known| known.id == task.id);
        let gone = old.tasks.iter().chain(&old.retired);
        Plan {
            id: old.id.clone(),
            revision: old.revision + 1,
            before_day: old.before_day,
            retired: gone.filter(|task| !stays(task)).cloned().collect(),
            ..self.plan().clone()
        }
    }

    /// What the draft says now, as if it had been read so.
    fn into_reading(self) -> Reading {
        let (plan, roster) = self.outcome();
        let notices = self.open_notices().map(|(_, notice)| notice.clone());
        Reading {
            notices: notices.collect(),
            plan,
            roster,
        }
    }
}

/// Gives the duties their old identities, and the new ones others.
fn identify(tasks: &mut [Task], notices: &mut [Notice], old: &Plan, reserved: &[TaskId]) {
    let pairs = pairs(&old.tasks, tasks);
    let mut given = reserved.to_vec();
    let ids: Vec<TaskId> = tasks
        .iter()
        .zip(pairs)
        .map(|(task, pair)| {
            let known = pair.map(|before| old.tasks[before].id.clone());
            known.unwrap_or_else(|| {
                let id = fresh_id(&task.path, &given);
                given.push(id.clone());
                id
            })
        })
        .collect();
    for notice in notices {
        let is_about = |task: &Task| notice.task.as_ref() == Some(&task.id);
        if let Some(at) = tasks.iter().position(is_about) {
            notice.task = Some(ids[at].clone());
        }
    }
    for (task, id) in tasks.iter_mut().zip(ids) {
        task.id = id;
    }
}

/// Lets the duties name the units and groups that the plan knows: by identity, or else by name.
/// Returns the roster of both.
fn meet(tasks: &mut [Task], read: &Roster, known: &Roster) -> Roster {
    let mut roster = known.clone();
    let mut units: Vec<(UnitId, UnitId)> = Vec::new();
    for unit in &read.units {
        let mut others = known.units.iter();
        if known.unit(&unit.id).is_some() {
            continue;
        }
        match others.find(|other| same_name(&other.name, &unit.name)) {
            Some(same) => units.push((unit.id.clone(), same.id.clone())),
            None => roster.units.push(unit.clone()),
        }
    }
    let mut groups: Vec<(GroupId, GroupId)> = Vec::new();
    for group in &read.groups {
        let mut others = known.groups.iter();
        if known.group(&group.id).is_some() {
            continue;
        }
        match others.find(|other| same_name(&other.name, &group.name)) {
            Some(same) => groups.push((group.id.clone(), same.id.clone())),
            None => roster.groups.push(group.clone()),
        }
    }
    let assignments = tasks
        .iter_mut()
        .flat_map(|task| task.lead.iter_mut().chain(&mut task.support));
    for party in assignments.flat_map(|assignment| &mut assignment.parties) {
        match party {
            Party::Unit(id) => replace(id, &units),
            Party::Group(id) => replace(id, &groups),
        }
    }
    roster
}

fn replace<T: PartialEq + Clone>(id: &mut T, pairs: &[(T, T)]) {
    if let Some((_, known)) = pairs.iter().find(|(read, _)| read == id) {
        id.clone_from(known);
    }
}
