//! What a draft says now.

use super::edit::{Edit, EditError};
use super::place::fresh_id;
use crate::domain::{Plan, Roster, Task, TaskId};
use crate::reader::{Notice, Puzzle, Reading};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) plan: Plan,
    pub(super) roster: Roster,
    pub(super) notices: Vec<Notice>,
    /// Of each notice, whether it has been looked at.
    pub(super) settled: Vec<bool>,
    /// Every identity that was ever given, here or by the amended plan.
    given: Vec<TaskId>,
}

impl State {
    pub(super) fn new(reading: &Reading, reserved: &[TaskId]) -> Self {
        let Reading {
            plan,
            roster,
            notices,
        } = reading.clone();
        let ids = plan.tasks.iter().map(|task| &task.id);
        Self {
            given: reserved.iter().chain(ids).cloned().collect(),
            settled: vec![false; notices.len()],
            plan,
            roster,
            notices,
        }
    }

    /// Carries out an edit, or changes nothing.
    pub(super) fn apply(&mut self, edit: &Edit, reserved: &[TaskId]) -> Result<(), EditError> {
        match edit {
            Edit::Make(span) => self.make(span),
            Edit::Drop(id) => self.drop_task(id),
            Edit::Split(id, at) => self.split(id, *at),
            Edit::Join(id) => self.join(id),
            Edit::Move(id, way) => self.move_mark(id, *way),
            Edit::Lead(id, names) => self.lead(id, names),
            Edit::Support(id, names) => self.support(id, names),
            Edit::Due(id, due) => self.due(id, due.as_ref()),
            Edit::Recur(id, recurrence) => {
                let at = self.index(id)?;
                self.plan.tasks[at].recurrence = *recurrence;
                Ok(())
            }
            Edit::Number(_)
            | Edit::Title(_)
            | Edit::Name(_)
            | Edit::Issuer(_)
            | Edit::Issued(_) => {
                self.head(edit);
                Ok(())
            }
            Edit::Settle(notices) => {
                for at in notices {
                    if let Some(settled) = self.settled.get_mut(*at) {
                        *settled = true;
                    }
                }
                Ok(())
            }
            Edit::Pair(id, old) => self.pair(id, old.as_ref(), reserved),
        }
    }

    pub(super) fn index(&self, id: &TaskId) -> Result<usize, EditError> {
        let found = self.plan.tasks.iter().position(|task| task.id == *id);
        found.ok_or(EditError::NoSuchTask)
    }

    /// Returns where a duty's words stand in its block. Equal words are told apart by their order.
    pub(super) fn place_of(&self, at: usize) -> Option<Range<usize>> {
        let task = &self.plan.tasks[at];
        let text = &self.plan.blocks.get(task.block)?.text;
        let mut from = 0;
        for earlier in &self.plan.tasks[..at] {
            if earlier.block == task.block {
                from = find(text, &earlier.text, from).map_or(from, |place| place.end);
            }
        }
        find(text, &task.text, from).or_else(|| find(text, &task.text, 0))
    }

    /// Gives an identity from a place, and remembers it.
    pub(super) fn give_id(&mut self, path: &str) -> TaskId {
        let id = fresh_id(path, &self.given);
        self.given.push(id.clone());
        id
    }

    /// Settles the notices that ask one of these, about a duty or, without one, about the head.
    pub(super) fn settle(&mut self, task: Option<&Task>, puzzles: &[Puzzle]) {
        let block = task.and_then(|task| self.plan.blocks.get(task.block));
        let line = block.map(|block| block.line);
        for (notice, settled) in self.notices.iter().zip(&mut self.settled) {
            let is_about = match (task, &notice.task) {
                (None, _) => true,
                (Some(task), Some(id)) => task.id == *id,
                (Some(_), None) => line == Some(notice.line),
            };
            *settled |= is_about && puzzles.contains(&notice.puzzle);
        }
    }

    /// Gives a duty another identity, also where notices speak of it.
    pub(super) fn rename(&mut self, at: usize, id: &TaskId) {
        let before = std::mem::replace(&mut self.plan.tasks[at].id, id.clone());
        for notice in &mut self.notices {
            if notice.task.as_ref() == Some(&before) {
                notice.task = Some(id.clone());
            }
        }
    }

    fn pair(
        &mut self,
        id: &TaskId,
        old: Option<&TaskId>,
        reserved: &[TaskId],
    ) -> Result<(), EditError> {
        let at = self.index(id)?;
        let Some(old) = old else {
            self.rename_anew(at);
            return Ok(());
        };
        if !reserved.contains(old) {
            return Err(EditError::NotOfThePlan);
        }
        if let Ok(holder) = self.index(old)
            && holder != at
        {
            self.rename_anew(holder);
        }
        self.rename(at, old);
        Ok(())
    }

    fn rename_anew(&mut self, at: usize) {
        let path = self.plan.tasks[at].path.clone();
        let fresh = self.give_id(&path);
        self.rename(at, &fresh);
    }
}

fn find(text: &str, words: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text.get(from..)?.find(words)?;
    Some(start..start + words.len())
}
