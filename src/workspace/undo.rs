//! Taking the latest import back, also on another day.

use super::backup::parts;
use super::remarks::{ChangedRemarks, changed_remarks};
use super::{ActionError, Key, RecordId, Settings, Workspace};
use crate::domain::{Moment, Plan, PlanId, Roster, Unit, UnitId};
use crate::file::{PublicKey, digest};
use crate::json::from_json;
use crate::progress::Reversal;
use crate::sorted::SortedMap;
use serde::Serialize;
use std::sync::Arc;

/// What takes the latest import back. It holds little more than what the import changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LastImport {
    pub at: Moment,
    /// How many plans were taken in.
    pub plans: usize,
    /// How many records were taken in.
    pub records: usize,
    /// What it changed there, as it was before.
    settings: Settings,
    /// The same as the import left it.
    settings_after: Settings,
    changed_plans: Vec<Changed<Arc<Plan>>>,
    changed_rosters: Vec<Changed<Arc<Roster>>>,
    changed_records: Vec<(PlanId, UnitId, Reversal)>,
    /// What stood in reports before and after, where it changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changed_remarks: Vec<ChangedRemarks>,
    /// The digest of the draft that came where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<String>,
    /// The key by which to sign that came where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    signing_key: Option<PublicKey>,
}

/// A plan's part of the workspace as it was before, and the digest by which it is known if nobody
/// touched it since.
type Changed<T> = (PlanId, Option<T>, String);

impl LastImport {
    /// Returns what leads from `after` back to `before`.
    pub(super) fn between(
        before: &Workspace,
        after: &Workspace,
        (plans, records): (usize, usize),
        at: Moment,
    ) -> Self {
        let changed_records = after
            .records
            .iter()
            .filter(|(id, record)| before.records.get(id) != Some(record))
            .map(|(id, record)| {
                let known = before.records.get(id).cloned().unwrap_or_default();
                let reversal = Reversal::of(&known, record);
                (id.plan.clone(), id.unit.clone(), reversal)
            });
        Self {
            at,
            plans,
            records,
            settings: differing(&before.settings, &after.settings),
            settings_after: differing(&after.settings, &before.settings),
            changed_plans: changed(&before.plans, &after.plans),
            changed_rosters: changed(&before.rosters, &after.rosters),
            changed_records: changed_records.collect(),
            changed_remarks: changed_remarks(&before.remarks, &after.remarks),
            draft: match (&before.draft, &after.draft) {
                (None, Some(draft)) => Some(digest(&parts(draft))),
                _ => None,
            },
            signing_key: match (&before.signing_key, &after.signing_key) {
                (None, Some(key)) => Some(key.public.clone()),
                _ => None,
            },
        }
    }
}

fn changed<T: Clone + PartialEq + Serialize>(
    before: &SortedMap<PlanId, T>,
    after: &SortedMap<PlanId, T>,
) -> Vec<Changed<T>> {
    after
        .iter()
        .filter(|(id, content)| before.get(id) != Some(content))
        .map(|(id, content)| (id.clone(), before.get(id).cloned(), digest(content)))
        .collect()
}

/// Returns of what an import changes in settings all that others have not, or have otherwise.
fn differing(settings: &Settings, others: &Settings) -> Settings {
    let removed = settings.removed.iter();
    let me = settings.me.clone().filter(|_| settings.me != others.me);
    let is_author = settings.author != others.author;
    Settings {
        me,
        letterhead: settings
            .letterhead
            .clone()
            .filter(|_| settings.letterhead != others.letterhead),
        author: String::from(if is_author { &settings.author } else { "" }),
        sent: differing_in(&settings.sent, &others.sent),
        touched: differing_in(&settings.touched, &others.touched),
        drafted: settings
            .drafted
            .filter(|_| settings.drafted != others.drafted),
        receipts: differing_in(&settings.receipts, &others.receipts),
        received: differing_in(&settings.received, &others.received),
        issued: differing_in(&settings.issued, &others.issued),
        put_away: differing_in(&settings.put_away, &others.put_away),
        signers: (settings.signers.iter())
            .filter(|signer| !others.signers.contains(signer))
            .cloned()
            .collect(),
        removed: removed
            .filter(|id| !others.removed.contains(id))
            .cloned()
            .collect(),
        ..Settings::default()
    }
}

fn differing_in<K: Ord + Clone, V: Clone + PartialEq>(
    map: &SortedMap<K, V>,
    other: &SortedMap<K, V>,
) -> SortedMap<K, V> {
    map.iter()
        .filter(|(key, value)| other.get(key) != Some(value))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

impl LastImport {
    /// Says whether a plan was touched since, or its roster; a new one also if anything stands
    /// written on it. The two stay or go together.
    fn is_touched(&self, workspace: &Workspace, id: &PlanId) -> bool {
        let Workspace {
            plans,
            rosters,
            records,
            ..
        } = workspace;
        let mut written = records.keys().filter(|record| record.plan == *id);
        let mut was_new = false;
        for (known, before, after) in &self.changed_plans {
            if known == id {
                was_new = before.is_none();
                if plans.get(id).map(digest).as_ref() != Some(after) {
                    return true;
                }
            }
        }
        for (known, before, after) in &self.changed_rosters {
            if known == id {
                was_new = was_new && before.is_none();
                if rosters.get(id).map(digest).as_ref() != Some(after) {
                    return true;
                }
            }
        }
        was_new && written.next().is_some()
    }
}

impl Workspace {
    /// Takes the latest import back. What was touched since stays as it is.
    pub(super) fn undo_import(&mut self) -> Result<Vec<Key>, ActionError> {
        let last = self.last_import.take().ok_or(ActionError::NothingToUndo)?;
        let written = self.records.clone();
        let mut keys = vec![Key::LastImport, Key::Settings];
        let draft = self.draft.as_ref().map(|draft| digest(&parts(draft)));
        if draft.is_some() && draft == last.draft {
            keys.extend(self.set_draft(None));
        }
        let mine = self.signing_key.as_ref().map(|key| &key.public);
        if mine.is_some() && mine == last.signing_key.as_ref() {
            self.signing_key = None;
            keys.push(Key::SigningKey);
        }
        for (plan, unit, reversal) in &last.changed_records {
            let id = RecordId {
                plan: plan.clone(),
                unit: unit.clone(),
            };
            keys.extend(self.revert_record(id, reversal));
        }
        keys.extend(self.revert_remarks(&last.changed_remarks));
        let plans = last.changed_plans.iter().map(|(id, ..)| id);
        let all = plans.chain(last.changed_rosters.iter().map(|(id, ..)| id));
        let kept: Vec<&PlanId> = all.filter(|id| last.is_touched(self, id)).collect();
        for (id, before, _) in &last.changed_rosters {
            if !kept.contains(&id) {
                self.revert_roster(id, before.as_deref());
                keys.push(Key::Roster(id.clone()));
            }
        }
        for (id, before, _) in &last.changed_plans {
            if !kept.contains(&id) {
                keys.extend(self.revert_plan(id, before.as_ref())?);
            }
        }
        for id in &kept {
            keys.extend(self.pass_on_beside(id, &written));
        }
        self.revert_settings(&last, |id| kept.contains(&id));
        Ok(keys)
    }

    fn revert_record(&mut self, id: RecordId, reversal: &Reversal) -> Option<Key> {
        let record = self.records.get_mut(&id)?;
        record.revert(reversal, &self.device);
        if record.is_empty() {
            self.records.remove(&id);
        }
        Some(Key::Record(id))
    }

    /// Puts a roster back. A unit on whose record something was written since stays on it.
    fn revert_roster(&mut self, id: &PlanId, before: Option<&Roster>) {
        let Some(before) = before else {
            self.rosters.remove(id);
            return;
        };
        let mut roster = before.clone();
        let now = &self.rosters[id];
        for unit in now.units.iter().filter(|it| before.unit(&it.id).is_none()) {
            if self.record(id, &unit.id).is_none() {
                continue;
            }
            roster.units.push(Unit {
                successors: Vec::new(),
                ..unit.clone()
            });
            for group in now.groups_of(&unit.id) {
                roster.join(&group, &unit.id);
            }
        }
        self.rosters.insert(id.clone(), Arc::new(roster));
    }

    fn revert_plan(
        &mut self,
        id: &PlanId,
        before: Option<&Arc<Plan>>,
    ) -> Result<Vec<Key>, ActionError> {
        let mut keys = vec![Key::Plan(id.clone())];
        if let Some(before) = before {
            self.plans.insert(id.clone(), before.clone());
            if self.draft_amends(id) {
                keys.extend(self.amend_draft(Some(id))?);
            }
        } else {
            self.plans.remove(id);
            keys.extend(self.part_draft_from(id)?);
        }
        Ok(keys)
    }

    fn revert_settings(&mut self, last: &LastImport, is_kept: impl Fn(&PlanId) -> bool) {
        let (before, after) = (&last.settings, &last.settings_after);
        let (plans, settings) = (&self.plans, &mut self.settings);
        let all = |_: &RecordId| true;
        // An import only fills in who works here.
        if after.me.is_some() && settings.me == after.me {
            settings.me.clone_from(&before.me);
        }
        if !after.author.is_empty() && settings.author == after.author {
            settings.author.clone_from(&before.author);
        }
        if after.letterhead.is_some() && settings.letterhead == after.letterhead {
            settings.letterhead.clone_from(&before.letterhead);
        }
        if after.drafted.is_some() && settings.drafted == after.drafted {
            settings.drafted = before.drafted;
        }
        put_back(&mut settings.sent, &before.sent, &after.sent, all);
        put_back(
            &mut settings.touched,
            &before.touched,
            &after.touched,
            |id| !is_kept(id),
        );
        put_back(
            &mut settings.receipts,
            &before.receipts,
            &after.receipts,
            all,
        );
        put_back(
            &mut settings.received,
            &before.received,
            &after.received,
            all,
        );
        put_back(&mut settings.issued, &before.issued, &after.issued, |id| {
            !is_kept(id)
        });
        put_back(
            &mut settings.put_away,
            &before.put_away,
            &after.put_away,
            |id| !is_kept(id) && (plans.contains_key(id) || !before.put_away.contains_key(id)),
        );
        settings.signers.retain(|it| !after.signers.contains(it));
        for id in &before.removed {
            if !plans.contains_key(id) && !settings.removed.contains(id) {
                settings.removed.push(id.clone());
            }
        }
    }
}

/// Puts back what stood under each key that is wanted, where nobody changed it since.
fn put_back<K: Ord + Clone, V: Clone + PartialEq>(
    map: &mut SortedMap<K, V>,
    before: &SortedMap<K, V>,
    after: &SortedMap<K, V>,
    is_wanted: impl Fn(&K) -> bool,
) {
    for key in before
        .keys()
        .chain(after.keys())
        .filter(|key| is_wanted(key))
    {
        if map.get(key) != after.get(key) {
            continue;
        }
        match before.get(key) {
            Some(value) => map.insert(key.clone(), value.clone()),
            None => map.remove(key),
        }
    }
}

from_json!(LastImport {
    at, plans, records, settings, settings_after, changed_plans, changed_rosters, changed_records;
    changed_remarks, draft, signing_key
});
