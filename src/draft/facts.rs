//! Setting who, when, and what stands in the head.

use super::edit::{Due, Edit, EditError};
use super::state::State;
use crate::domain::{Assignment, Deadline, Party, Roster, Rule, TaskId, same_name};
use crate::reader::Puzzle;

impl State {
    pub(super) fn lead(&mut self, id: &TaskId, names: &[String]) -> Result<(), EditError> {
        let at = self.index(id)?;
        let named = self.assigned(&self.plan.tasks[at].lead.clone(), names);
        self.plan.tasks[at].lead = named;
        let task = self.plan.tasks[at].clone();
        self.settle(Some(&task), &[Puzzle::LeadMissing, Puzzle::LeadInherited]);
        Ok(())
    }

    pub(super) fn support(&mut self, id: &TaskId, names: &[String]) -> Result<(), EditError> {
        let at = self.index(id)?;
        let named = self.assigned(&self.plan.tasks[at].support.clone(), names);
        self.plan.tasks[at].support = named;
        Ok(())
    }

    /// Names that stood there keep whom they mean; others are looked up, or become units.
    fn assigned(&mut self, before: &[Assignment], names: &[String]) -> Vec<Assignment> {
        let mut list: Vec<Assignment> = Vec::new();
        for name in names.iter().filter(|name| !name.trim().is_empty()) {
            if list.iter().any(|known| same_name(&known.words, name)) {
                continue;
            }
            let known = before.iter().find(|known| known.words == *name);
            let parties = known.map(|known| known.parties.clone());
            list.push(Assignment {
                parties: parties.unwrap_or_else(|| vec![party(&mut self.roster, name)]),
                words: tidy(name),
                inherited_from: None,
            });
        }
        list
    }

    pub(super) fn due(&mut self, id: &TaskId, due: Option<&Due>) -> Result<(), EditError> {
        let at = self.index(id)?;
        let before = self.plan.before_day;
        let task = &mut self.plan.tasks[at];
        let known = task.deadline.take();
        task.deadline = due.map(|due| match known {
            Some(known) if known.words == due.words => Deadline {
                // The computed day needs nobody to choose it.
                chosen: due
                    .day
                    .filter(|day| known.rule.last_day(before) != Some(*day)),
                ..known
            },
            _ => Deadline {
                words: due.words.clone(),
                rule: due.day.map_or(Rule::Event, Rule::By),
                chosen: None,
            },
        });
        let task = task.clone();
        let answered = [
            Puzzle::DayMissing,
            Puzzle::YearAssumed,
            Puzzle::DayDoubtful,
            Puzzle::DayBeforeIssue,
        ];
        self.settle(Some(&task), &answered);
        Ok(())
    }

    pub(super) fn head(&mut self, edit: &Edit) {
        let plan = &mut self.plan;
        let answered = match edit {
            Edit::Number(number) => {
                let number: String = number.split_whitespace().collect();
                plan.number = (!number.is_empty()).then_some(number);
                Some(Puzzle::NumberMissing)
            }
            Edit::Title(title) => {
                plan.title = tidy(title);
                None
            }
            Edit::Name(name) => {
                plan.name = filled(name);
                None
            }
            Edit::Issuer(issuer) => {
                plan.issuer = filled(issuer);
                Some(Puzzle::IssuerMissing)
            }
            Edit::Issued(day) => {
                plan.issued = *day;
                Some(Puzzle::IssueDayMissing)
            }
            _ => None,
        };
        if let Some(puzzle) = answered {
            self.settle(None, &[puzzle]);
        }
    }
}

/// Returns the group or unit of that name; a name that is not known becomes a unit.
fn party(roster: &mut Roster, name: &str) -> Party {
    let mut groups = roster.groups.iter();
    match groups.find(|group| same_name(&group.name, name)) {
        Some(group) => Party::Group(group.id.clone()),
        None => Party::Unit(roster.unit_named(name)),
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn filled(text: &str) -> Option<String> {
    Some(tidy(text)).filter(|text| !text.is_empty())
}
