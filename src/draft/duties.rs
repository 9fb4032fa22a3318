//! Making, dropping, cutting, joining and moving duties.

use super::edit::{EditError, Span, Way};
use super::place::place;
use super::state::State;
use crate::domain::{Assignment, Task, TaskId};
use crate::reader::Puzzle;

/// All that is asked about a duty; whoever decides on the duty has answered it.
const OF_A_DUTY: [Puzzle; 8] = [
    Puzzle::LeadInherited,
    Puzzle::LeadMissing,
    Puzzle::OutsideOutline,
    Puzzle::DutyDoubtful,
    Puzzle::DayMissing,
    Puzzle::YearAssumed,
    Puzzle::DayDoubtful,
    Puzzle::DayBeforeIssue,
];

impl State {
    pub(super) fn make(&mut self, span: &Span) -> Result<(), EditError> {
        let Span { block, start, end } = *span;
        let whole = self.plan.blocks.get(block).ok_or(EditError::NoSuchPlace)?;
        let part = whole.text.get(start..end).ok_or(EditError::NoSuchPlace)?;
        let start = start + (part.len() - part.trim_start().len());
        let words = part.trim().to_owned();
        if is_blank(&words) {
            return Err(EditError::Blank);
        }
        let end = start + words.len();
        let meets = |at: usize| {
            let place = self.place_of(at);
            self.plan.tasks[at].block == block
                && place.is_none_or(|place| place.start < end && start < place.end)
        };
        if (0..self.plan.tasks.len()).any(meets) {
            return Err(EditError::Taken);
        }
        let path = self.free_path(block);
        let task = Task {
            id: self.give_id(&path),
            path,
            block,
            text: words,
            action: 0,
            lead: Vec::new(),
            support: Vec::new(),
            deadline: None,
            product: None,
            details: Vec::new(),
            recurrence: None,
        };
        self.settle(Some(&task), &[Puzzle::OutsideOutline, Puzzle::DutyDoubtful]);
        self.put(task, start);
        Ok(())
    }

    pub(super) fn drop_task(&mut self, id: &TaskId) -> Result<(), EditError> {
        let at = self.index(id)?;
        let task = self.plan.tasks.remove(at);
        self.settle(Some(&task), &OF_A_DUTY);
        Ok(())
    }

    /// Both halves have the same who; the deadline goes where its words stand.
    pub(super) fn split(&mut self, id: &TaskId, cut: usize) -> Result<(), EditError> {
        let at = self.index(id)?;
        let task = &self.plan.tasks[at];
        let halves = task.text.get(..cut).zip(task.text.get(cut..));
        let (first, second) = halves.ok_or(EditError::NoSuchPlace)?;
        let (first, second) = (first.trim_end().to_owned(), second.trim_start().to_owned());
        if is_blank(&first) || is_blank(&second) {
            return Err(EditError::Blank);
        }
        let path = self.free_path(task.block);
        let mut rest = Task {
            id: self.give_id(&path),
            path,
            action: 0,
            ..self.plan.tasks[at].clone()
        };
        let task = &mut self.plan.tasks[at];
        let words = task.deadline.as_ref().map(|deadline| &deadline.words);
        match words {
            Some(words) if first.contains(words) => rest.deadline = None,
            Some(words) if second.contains(words) => task.deadline = None,
            _ => {}
        }
        if task.action >= first.len() {
            task.action = 0;
        }
        task.text = first;
        rest.text = second;
        rest.details = Vec::new();
        self.plan.tasks.insert(at + 1, rest);
        Ok(())
    }

    /// The first duty stays; what the second says and the first does not is added to it.
    pub(super) fn join(&mut self, id: &TaskId) -> Result<(), EditError> {
        let at = self.index(id)?;
        if at + 1 >= self.plan.tasks.len() {
            return Err(EditError::NoSuchTask);
        }
        let together = self.place_of(at).zip(self.place_of(at + 1));
        let next = self.plan.tasks.remove(at + 1);
        let task = &mut self.plan.tasks[at];
        if next.block == task.block {
            let text = &self.plan.blocks[task.block].text;
            let whole = together.and_then(|(one, two)| text.get(one.start..two.end));
            if let Some(whole) = whole {
                whole.clone_into(&mut task.text);
            }
        } else {
            task.details.push(next.block);
        }
        for block in &next.details {
            if !task.details.contains(block) {
                task.details.push(*block);
            }
        }
        add(&mut task.lead, &next.lead);
        add(&mut task.support, &next.support);
        task.deadline = task.deadline.take().or_else(|| next.deadline.clone());
        task.recurrence = task.recurrence.or(next.recurrence);
        task.product = task.product.take().or_else(|| next.product.clone());
        self.settle(Some(&next), &OF_A_DUTY);
        Ok(())
    }

    /// The duty keeps its identity and all that was set; its words are those of the new place.
    pub(super) fn move_mark(&mut self, id: &TaskId, way: Way) -> Result<(), EditError> {
        let at = self.index(id)?;
        let block = self.neighbour(self.plan.tasks[at].block, way)?;
        let path = place(&self.plan.blocks, block);
        let mut task = self.plan.tasks.remove(at);
        task.details.retain(|detail| *detail != block);
        task.block = block;
        task.path = path;
        task.action = 0;
        let words = self.plan.blocks[block].text.trim();
        words.clone_into(&mut task.text);
        self.put(task, 0);
        Ok(())
    }

    /// Returns the nearest block on that side that has words, if no duty stands in it.
    fn neighbour(&self, block: usize, way: Way) -> Result<usize, EditError> {
        let blocks = &self.plan.blocks;
        let has_words = |at: &usize| !is_blank(&blocks[*at].text);
        let found = match way {
            Way::Before => (0..block.min(blocks.len())).rev().find(has_words),
            Way::After => (block + 1..blocks.len()).find(has_words),
        };
        let found = found.ok_or(EditError::NoSuchPlace)?;
        if self.plan.tasks.iter().any(|task| task.block == found) {
            return Err(EditError::Taken);
        }
        Ok(found)
    }

    /// Puts a duty where its words stand among the others.
    fn put(&mut self, task: Task, start: usize) {
        let is_behind = |at: &usize| {
            let other = &self.plan.tasks[*at];
            let begin = || self.place_of(*at).map_or(0, |place| place.start);
            other.block > task.block || (other.block == task.block && begin() > start)
        };
        let count = self.plan.tasks.len();
        let at = (0..count).find(is_behind).unwrap_or(count);
        self.plan.tasks.insert(at, task);
    }

    /// Returns the place of a block, with a count where a duty has that place already.
    fn free_path(&self, block: usize) -> String {
        let path = place(&self.plan.blocks, block);
        let is_free = |path: &String| self.plan.tasks.iter().all(|task| task.path != *path);
        let further = (2..).map(|count: u32| format!("{path}#{count}"));
        std::iter::once(path.clone())
            .chain(further)
            .find(is_free)
            .unwrap_or(path)
    }
}

fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

fn add(list: &mut Vec<Assignment>, more: &[Assignment]) {
    for assignment in more {
        if list.iter().all(|known| known.words != assignment.words) {
            list.push(assignment.clone());
        }
    }
}
