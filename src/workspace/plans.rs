//! Taking plans in, putting them away, and the draft of the next one.

use super::{ActionError, Issue, Key, RecordId, Remarks, ReportId, Shelf, Workspace};
use crate::domain::{DeviceId, Moment, Plan, PlanId, Roster, same_name};
use crate::draft::{self, Draft};
use crate::file::{fingerprint, mark};
use crate::progress::Record;
use crate::reader::Reading;
use std::sync::Arc;

/// A plan with all that belongs to it, ready to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    plan: Arc<Plan>,
    roster: Option<Arc<Roster>>,
    records: Vec<(RecordId, Record)>,
    remarks: Vec<(ReportId, Remarks)>,
    shelf: Option<Shelf>,
    issue: Option<Issue>,
    touched: Option<Moment>,
}

impl Workspace {
    /// Begins a draft. A text whose plan is known already is taken for its next revision.
    #[must_use]
    pub fn begin(&self, reading: Reading, source: impl Into<String>) -> Draft {
        let draft = Draft::new(reading, source);
        let is_named = draft.plan().number.is_some() || !draft.plan().title.is_empty();
        let known = self.plan_with_roster(&draft.plan().id);
        match known.filter(|_| is_named) {
            Some((plan, roster)) => draft.amending(plan, roster),
            None => draft,
        }
    }

    /// Returns another plan under the draft's number, of which it may be a further text.
    #[must_use]
    pub fn namesake(&self) -> Option<&Plan> {
        let number = self.draft.as_ref()?.plan().number.as_ref()?;
        let is_same = |known: &String| same_name(known, number);
        let mut plans = self.plans.values().map(Arc::as_ref);
        plans.find(|plan| plan.number.as_ref().is_some_and(is_same))
    }

    /// Returns the identity under which the draft will be kept.
    #[must_use]
    pub fn next_plan_id(&self) -> Option<PlanId> {
        let draft = self.draft.as_ref()?;
        if let Some(amended) = &draft.origin().amends {
            return Some(amended.clone());
        }
        let base = draft.plan().id.clone();
        let further = (2..).map(|count: u32| PlanId::new(format!("{base}-{count}")));
        std::iter::once(base.clone())
            .chain(further)
            .find(|id| !self.plans.contains_key(id))
    }

    /// Returns all that would go with a plan, to put it back afterwards.
    #[must_use]
    pub fn removal(&self, plan: &PlanId) -> Option<Removed> {
        let records = self.records.iter().filter(|(id, _)| id.plan == *plan);
        Some(Removed {
            plan: self.plans.get(plan)?.clone(),
            roster: self.rosters.get(plan).cloned(),
            records: records
                .map(|(id, record)| (id.clone(), record.clone()))
                .collect(),
            remarks: self.remarks_on(plan),
            shelf: self.settings.put_away.get(plan).copied(),
            issue: self.settings.issued.get(plan).cloned(),
            touched: self.settings.touched.get(plan).copied(),
        })
    }

    fn plan_with_roster(&self, id: &PlanId) -> Option<(&Plan, &Roster)> {
        let (plan, roster) = (self.plans.get(id)?, self.rosters.get(id)?);
        Some((plan, roster))
    }

    pub(super) fn set_draft(&mut self, draft: Option<Draft>) -> Vec<Key> {
        self.draft = draft;
        // Should the device stop in between, corrections of one draft must not meet the other.
        vec![Key::Edits, Key::Draft]
    }

    pub(super) fn amend_draft(&mut self, plan: Option<&PlanId>) -> Result<Vec<Key>, ActionError> {
        let draft = self.draft.clone().ok_or(ActionError::NoDraft)?;
        let draft = match plan {
            None => draft.standing_alone(),
            Some(id) => {
                let known = self.plan_with_roster(id);
                let (plan, roster) = known.ok_or(ActionError::NoSuchPlan)?;
                draft.amending(plan, roster)
            }
        };
        Ok(self.set_draft(Some(draft)))
    }

    pub(super) fn edit_draft(&mut self, edit: draft::Edit) -> Result<Vec<Key>, ActionError> {
        let draft = self.draft.as_mut().ok_or(ActionError::NoDraft)?;
        draft.edit(edit).map_err(ActionError::Draft)?;
        Ok(vec![Key::Edits])
    }

    pub(super) fn undo_edit(&mut self) -> Result<Vec<Key>, ActionError> {
        let draft = self.draft.as_mut().ok_or(ActionError::NoDraft)?;
        draft.undo();
        Ok(vec![Key::Edits])
    }

    /// Makes the draft a plan, or the next revision of the plan that it amends.
    pub(super) fn keep_draft(&mut self) -> Result<Vec<Key>, ActionError> {
        let id = self.next_plan_id().ok_or(ActionError::NoDraft)?;
        let draft = self.draft.as_ref().ok_or(ActionError::NoDraft)?;
        if draft.plan().title.is_empty() {
            return Err(ActionError::TitleMissing);
        }
        let (read, roster) = draft.outcome();
        let plan = match self.plans.get(&id) {
            Some(known) => next_revision(known, draft),
            None => Arc::new(Plan { id, ..read }),
        };
        let gone = self.set_draft(None);
        let mut keys = self.take_plan(plan, &roster);
        keys.extend(gone);
        Ok(keys)
    }

    /// Takes in a plan, new or in place of an older revision; what is known of units stays.
    pub(super) fn take_plan(&mut self, plan: Arc<Plan>, roster: &Roster) -> Vec<Key> {
        let id = plan.id.clone();
        self.roster_or_new(&id).take_in(roster);
        self.settings.put_away.remove(&id);
        self.settings.removed.retain(|removed| *removed != id);
        self.plans.insert(id.clone(), plan);
        let mut keys = vec![
            Key::Plan(id.clone()),
            Key::Roster(id.clone()),
            Key::Settings,
        ];
        if self.draft_amends(&id) {
            keys.extend(self.amend_draft(Some(&id)).unwrap_or_default());
        }
        keys
    }

    /// Gives a plan with its roster the revision under which it is sent: the next one where
    /// something was changed since it was sent last.
    pub(super) fn issue(&mut self, plan: PlanId) -> Result<Vec<Key>, ActionError> {
        let roster = self.rosters.get(&plan).ok_or(ActionError::NoSuchPlan)?;
        let known = self.plans.get_mut(&plan).ok_or(ActionError::NoSuchPlan)?;
        let mark = mark(known, roster);
        let last = self.settings.issued.get(&plan);
        if last.is_some_and(|last| last.revision == known.revision && last.mark != mark) {
            Arc::make_mut(known).revision = known.revision.saturating_add(1);
        }
        let issue = Issue {
            revision: known.revision,
            mark,
        };
        self.settings.issued.insert(plan.clone(), issue);
        Ok(vec![Key::Plan(plan), Key::Settings])
    }

    /// Returns the mark under which the running revision of a plan was sent or received.
    pub(super) fn issued_mark(&self, plan: &PlanId) -> Option<&String> {
        let revision = self.plans.get(plan)?.revision;
        let issue = self.settings.issued.get(plan)?;
        (issue.revision == revision).then_some(&issue.mark)
    }

    pub(super) fn put_away(
        &mut self,
        plan: PlanId,
        shelf: Option<Shelf>,
    ) -> Result<Vec<Key>, ActionError> {
        if !self.plans.contains_key(&plan) {
            return Err(ActionError::NoSuchPlan);
        }
        match shelf {
            Some(shelf) => self.settings.put_away.insert(plan, shelf),
            None => self.settings.put_away.remove(&plan),
        }
        Ok(vec![Key::Settings])
    }

    /// Takes a plan away with all that was written on it. The device takes another name: counting
    /// anew under the old one would make writes that others believe to have seen.
    pub(super) fn remove_plan(
        &mut self,
        plan: PlanId,
        device: DeviceId,
    ) -> Result<Vec<Key>, ActionError> {
        let removal = self.removal(&plan).ok_or(ActionError::NoSuchPlan)?;
        let records = removal.records.into_iter();
        let mut keys: Vec<Key> = records.map(|(id, _)| Key::Record(id)).collect();
        let remarks = removal.remarks.into_iter();
        keys.extend(remarks.map(|(id, _)| Key::Remarks(id)));
        self.plans.remove(&plan);
        self.rosters.remove(&plan);
        self.records.retain(|id, _| id.plan != plan);
        self.remarks.retain(|id, _| id.plan != plan);
        self.settings.sent.retain(|id, _| id.plan != plan);
        self.settings.received.retain(|id, _| id.plan != plan);
        self.settings.receipts.retain(|id, _| id.plan != plan);
        self.settings.issued.remove(&plan);
        self.settings.put_away.remove(&plan);
        self.device = device;
        keys.extend(self.part_draft_from(&plan)?);
        keys.extend([
            Key::Plan(plan.clone()),
            Key::Roster(plan.clone()),
            Key::Settings,
            Key::Device,
        ]);
        self.settings.removed.push(plan);
        Ok(keys)
    }

    pub(super) fn restore_plan(&mut self, removed: Removed) -> Vec<Key> {
        let Removed {
            plan,
            roster,
            records,
            remarks,
            shelf,
            issue,
            touched,
        } = removed;
        let id = plan.id.clone();
        let mut keys = self.take_plan(plan, &roster.unwrap_or_default());
        if let Some(shelf) = shelf {
            self.settings.put_away.insert(id.clone(), shelf);
        }
        if let Some(issue) = issue {
            self.settings.issued.insert(id.clone(), issue);
        }
        if let Some(touched) = touched {
            self.settings.touched.insert(id, touched);
        }
        for (id, record) in records {
            keys.push(Key::Record(id.clone()));
            self.records.or_default(id).merge(&record);
        }
        keys.extend(self.take_remarks(remarks));
        keys
    }

    /// Makes a draft stand alone whose plan is gone.
    pub(super) fn part_draft_from(&mut self, plan: &PlanId) -> Result<Vec<Key>, ActionError> {
        if self.draft_amends(plan) {
            self.amend_draft(None)
        } else {
            Ok(Vec::new())
        }
    }

    pub(super) fn draft_amends(&self, plan: &PlanId) -> bool {
        let origin = self.draft.as_ref().map(Draft::origin);
        origin.is_some_and(|origin| origin.amends.as_ref() == Some(plan))
    }
}

/// Returns the plan as the draft makes it; a text that changes nothing makes no revision.
fn next_revision(known: &Arc<Plan>, draft: &Draft) -> Arc<Plan> {
    let next = draft.amended(known);
    if fingerprint(&next) == fingerprint(known) {
        known.clone()
    } else {
        Arc::new(next)
    }
}
