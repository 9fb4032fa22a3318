//! Dockets and gists as they are kept beside what they are made of. Neither is the truth: whatever cannot be read is
//! made anew.

use super::{Docket, Duty, Gist, Gists, Odd, Tokens, Words};
use crate::domain::{Part, PlanId, Recurrence, Status, TaskId, UnitId};
use crate::progress::Verdict;
use std::fmt::Display;
use std::sync::Arc;

const PARTS: [Option<Part>; 3] = [None, Some(Part::Lead), Some(Part::Support)];

const RECURRENCES: [Option<Recurrence>; 6] = [
    None,
    Some(Recurrence::Yearly),
    Some(Recurrence::HalfYearly),
    Some(Recurrence::Quarterly),
    Some(Recurrence::Monthly),
    Some(Recurrence::Term),
];

const VERDICTS: [Option<Verdict>; 4] = [
    None,
    Some(Verdict::Accepted),
    Some(Verdict::Returned),
    Some(Verdict::ExplanationAsked),
];

impl Docket {
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut it = Tokens::default();
        it.word(self.plan.as_str());
        it.word(&self.plan_name);
        it.word(self.unit.as_ref().map(UnitId::as_str).unwrap_or_default());
        it.day(self.since);
        for duty in &self.duties {
            duty.write(&mut it);
        }
        it.into_text()
    }

    /// Reads a docket.
    ///
    /// # Errors
    /// [`Odd`] for a text that is none.
    pub fn parse(text: &str) -> Result<Self, Odd> {
        let mut it = Words::of(text);
        let mut docket = Self {
            plan: PlanId::new(it.word()?),
            plan_name: it.word()?.into(),
            unit: said(it.word()?).map(UnitId::new),
            since: it.day()?,
            duties: Vec::new(),
        };
        while !it.is_over() {
            docket.duties.push(Arc::new(Duty::read(&mut it)?));
        }
        Ok(docket)
    }
}

impl Duty {
    fn write(&self, it: &mut Tokens) {
        it.word(self.task.as_str());
        it.word(&self.path);
        it.word(&self.action);
        it.word(&self.leads);
        it.word(self.time.as_deref().unwrap_or_default());
        it.day(self.day);
        it.count(place_of(&self.recurrence, &RECURRENCES));
        it.count(place_of(&self.part, &PARTS));
        it.flag(self.is_gone);
    }

    fn read(it: &mut Words<'_>) -> Result<Self, Odd> {
        Ok(Self {
            task: TaskId::new(it.word()?),
            path: it.word()?,
            action: it.word()?,
            leads: it.word()?,
            time: said(it.word()?),
            day: it.day()?,
            recurrence: it.one_of(&RECURRENCES)?,
            part: it.one_of(&PARTS)?,
            is_gone: it.flag()?,
        })
    }
}

impl Gists {
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut it = Tokens::default();
        for ((task, period), gist) in self.0.iter() {
            it.word(task.as_str());
            it.optional(period.as_ref().map(|period| period as &dyn Display));
            gist.write(&mut it);
        }
        it.into_text()
    }

    /// Reads gists.
    ///
    /// # Errors
    /// [`Odd`] for a text that holds none.
    pub fn parse(text: &str) -> Result<Self, Odd> {
        let mut it = Words::of(text);
        let mut gists = Vec::new();
        while !it.is_over() {
            let place = (TaskId::new(it.word()?), it.optional()?);
            gists.push((place, Arc::new(Gist::read(&mut it)?)));
        }
        Ok(Self(gists.into_iter().collect()))
    }
}

impl Gist {
    fn write(&self, it: &mut Tokens) {
        write_status(&self.status, it);
        it.word(&self.person);
        it.word(self.document.as_deref().unwrap_or_default());
        it.count(self.steps.0);
        it.count(self.steps.1);
        it.flag(self.has_conflict);
        it.count(place_of(&self.verdict, &VERDICTS));
        it.day(self.extended_to);
        it.count(self.extensions);
    }

    fn read(it: &mut Words<'_>) -> Result<Self, Odd> {
        Ok(Self {
            status: read_status(it)?,
            person: it.word()?,
            document: said(it.word()?),
            steps: (it.read()?, it.read()?),
            has_conflict: it.flag()?,
            verdict: it.one_of(&VERDICTS)?,
            extended_to: it.day()?,
            extensions: it.read()?,
        })
    }
}

/// Writes a status as two words: what it is, and the day or the reason that belongs to it.
pub(crate) fn write_status(status: &Status, it: &mut Tokens) {
    let (name, reason) = match status {
        Status::NotStarted => ("", ""),
        Status::InProgress => ("at-work", ""),
        Status::Paused => ("paused", ""),
        Status::NotApplicable { reason } => ("not-mine", reason.as_str()),
        Status::Done { on } => {
            it.word("done");
            return it.day(Some(*on));
        }
    };
    it.word(name);
    it.word(reason);
}

pub(crate) fn read_status(it: &mut Words<'_>) -> Result<Status, Odd> {
    let name = it.word()?;
    if name == "done" {
        return it.day()?.map(|on| Status::Done { on }).ok_or(Odd);
    }
    let reason = it.word()?;
    match name.as_str() {
        "" => Ok(Status::NotStarted),
        "at-work" => Ok(Status::InProgress),
        "paused" => Ok(Status::Paused),
        "not-mine" => Ok(Status::NotApplicable { reason }),
        _ => Err(Odd),
    }
}

fn said(word: String) -> Option<String> {
    Some(word).filter(|word| !word.is_empty())
}

fn place_of<T: PartialEq>(item: &T, of: &[T]) -> usize {
    of.iter().position(|it| it == item).unwrap_or_default()
}
