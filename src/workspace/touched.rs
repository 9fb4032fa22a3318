//! When plans and the draft were last changed here.

use super::{Action, Key, Workspace};
use crate::domain::{Moment, PlanId};

/// What is to be noted of an action once it is carried out.
pub(super) enum Marks {
    /// Each plan that it stores anew, with its units.
    Plans,
    /// Only this plan.
    Plan(PlanId),
    /// The draft, and each plan.
    Draft,
    /// Nothing: what brings plans in or back notes for itself what it changes.
    None,
}

impl Marks {
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::Import(_) | Action::UndoImport | Action::RestorePlan(_) => Self::None,
            Action::PutAway(plan, _) => Self::Plan(plan.clone()),
            Action::SetDraft(_) | Action::KeepDraft => Self::Draft,
            _ => Self::Plans,
        }
    }
}

impl Workspace {
    /// Notes when the plans and the draft were changed, and that it must be stored.
    pub(super) fn mark(&mut self, marks: Marks, keys: &mut Vec<Key>, now: Moment) {
        let of_key = |key: &Key| match key {
            Key::Plan(plan) | Key::Roster(plan) => Some(plan.clone()),
            _ => None,
        };
        let is_draft = matches!(marks, Marks::Draft);
        let plans = match marks {
            Marks::None => Vec::new(),
            Marks::Plan(plan) => vec![plan],
            Marks::Plans | Marks::Draft => keys.iter().filter_map(of_key).collect(),
        };
        if is_draft {
            self.settings.drafted = Some(now);
        }
        if (is_draft || !plans.is_empty()) && !keys.contains(&Key::Settings) {
            keys.push(Key::Settings);
        }
        for plan in plans {
            self.touch(plan, now);
        }
    }

    /// Notes when a plan was changed; of one that is gone nothing is noted.
    pub(super) fn touch(&mut self, plan: PlanId, now: Moment) {
        if self.plans.contains_key(&plan) {
            self.settings.touched.insert(plan, now);
        } else {
            self.settings.touched.remove(&plan);
        }
    }
}
