//! All that a device keeps as one file, and taking such a file in: what is here is merged with, never
//! overwritten.

use super::import::enrol;
use super::{BackedUp, Key, RecordId, Remarks, ReportId, Settings, Workspace};
use crate::domain::{Day, DeviceId, Moment, PlanId, Roster, UnitId, slug};
use crate::draft::{Draft, Edit, Origin};
use crate::file::{Office, PlanFile, Sender, SigningKey, fingerprint, is_too_long, kept_plan};
use crate::json::{field, field_or_default, from_json, list, object};
use crate::progress::Record;
use crate::sorted::SortedMap;
use serde::Serialize;
use std::sync::Arc;

/// All that a device keeps, but for its identity: a device that counts on under another's name would
/// make writes that others believe to have seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Backup {
    /// With the addresses of units.
    pub plans: Vec<PlanFile>,
    pub records: Vec<(PlanId, UnitId, Record)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<(ReportId, Remarks)>,
    pub settings: Settings,
    /// What the draft began with, and what was corrected in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<(Origin, Vec<Edit>)>,
    /// The key by which the device signs; in a backup that is locked alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<SigningKey>,
}

/// What taking a backup in would do; nothing has changed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    pub backup: Backup,
    /// By the clock of the device that made it.
    pub written_at: Moment,
    pub from: Option<Office>,
    /// How many plans, with their units, would come or change.
    pub plans: usize,
    /// How many records would come or change.
    pub records: usize,
    /// Whether this device would sign by the key of the other.
    pub takes_key: bool,
    /// Whether anything would change at all.
    pub brings: bool,
}

from_json!(Backup: |json| {
    let object = object(json)?;
    let plans = object.get("plans").ok_or("no plans")?;
    let records: Vec<(PlanId, UnitId, Record)> = field(object, "records")?;
    let remarks: Vec<(ReportId, Remarks)> = field_or_default(object, "remarks")?;
    let settings: Settings = field(object, "settings")?;
    // Nothing longer can be written, and no other device would open what is sent of it.
    if is_too_long(&settings)
        || remarks.iter().any(|(_, it)| is_too_long(it)) || records.iter().any(|(.., record)| is_too_long(record)) {
        return Err("a text beyond sense".to_owned());
    }
    Ok(Self {
        plans: list(plans)?.iter().map(kept_plan).collect::<Result<_, _>>()?,
        records,
        remarks,
        settings,
        draft: field_or_default(object, "draft")?,
        signing_key: field_or_default(object, "signing_key")?,
    })
});

/// Returns a name for a backup, without its ending.
#[must_use]
pub fn backup_file_name(office: &Office, today: Day) -> String {
    let words: String = slug(&office.name)
        .chars()
        .filter(char::is_ascii)
        .take(60)
        .collect();
    let office = words.trim_end_matches('-');
    let hyphen = if office.is_empty() { "" } else { "-" };
    format!("sao-luu-so-tien-do-{office}{hyphen}{today}")
}

impl Workspace {
    /// Packs all that is kept here.
    #[must_use]
    pub fn backup(&self) -> Backup {
        let record =
            |(id, record): (&RecordId, &Record)| (id.plan.clone(), id.unit.clone(), record.clone());
        Backup {
            plans: self
                .plans
                .keys()
                .filter_map(|id| self.kept_file(id))
                .collect(),
            records: self.records.iter().map(record).collect(),
            remarks: Vec::from(self.remarks.clone()),
            // What was backed up and what was said about it is of this device alone.
            settings: Settings {
                backed_up: None,
                backup_put_off: None,
                has_begun: false,
                told_of_risk: false,
                ..self.settings.clone()
            },
            draft: self.draft.as_ref().map(parts),
            signing_key: None,
        }
    }

    /// Packs what a report on a plan is made of.
    #[must_use]
    pub fn known_of(&self, plan: &PlanId) -> Backup {
        let of_plan = |(id, _): &(&RecordId, &Record)| id.plan == *plan;
        let records = self.records.iter().filter(of_plan);
        Backup {
            plans: self.kept_file(plan).into_iter().collect(),
            records: records
                .map(|(id, record)| (id.plan.clone(), id.unit.clone(), record.clone()))
                .collect(),
            remarks: self.remarks_on(plan),
            settings: Settings {
                letterhead: self.settings.letterhead.clone(),
                ..Settings::default()
            },
            ..Backup::default()
        }
    }

    /// Returns what a backup holds, on a device of its own.
    #[must_use]
    pub fn of_backup(backup: Backup, device: DeviceId) -> Self {
        let mut workspace = Self::empty(device);
        workspace.take_backup(backup);
        workspace
    }

    /// Packs all that is kept here with the key by which this device signs: for a file that is locked.
    #[must_use]
    pub fn backup_to_lock(&self) -> Backup {
        Backup {
            signing_key: self.signing_key.clone(),
            ..self.backup()
        }
    }

    /// Returns how many writes all records hold or have held.
    #[must_use]
    pub fn writes(&self) -> u64 {
        let totals = self.records.values().map(|record| record.seen().total());
        totals.fold(0, u64::saturating_add)
    }

    pub(super) fn mark_backed_up(&mut self, now: Moment) -> Vec<Key> {
        self.settings.backed_up = Some(BackedUp {
            at: now,
            writes: self.writes(),
        });
        self.settings.backup_put_off = None;
        vec![Key::Settings]
    }

    /// Takes a backup in and says what that did.
    pub(super) fn judge_backup(
        &mut self,
        backup: &Backup,
        written_at: Moment,
        from: Option<Office>,
    ) -> Restore {
        let before = self.clone();
        self.take_backup(backup.clone());
        let has_changed = |id: &PlanId| {
            before.plans.get(id) != self.plans.get(id)
                || before.rosters.get(id) != self.rosters.get(id)
        };
        let records = self.records.iter();
        Restore {
            plans: self.plans.keys().filter(|id| has_changed(id)).count(),
            records: records
                .filter(|(id, record)| before.records.get(id) != Some(record))
                .count(),
            takes_key: self.signing_key != before.signing_key,
            brings: *self != before,
            backup: backup.clone(),
            written_at,
            from,
        }
    }

    /// Takes in what a backup has beyond what is here. Work that is later here stays.
    pub(super) fn take_backup(&mut self, backup: Backup) -> Vec<Key> {
        let mut keys = vec![Key::Settings];
        for (plan, unit, record) in &backup.records {
            let id = RecordId {
                plan: plan.clone(),
                unit: unit.clone(),
            };
            self.records.or_default(id.clone()).merge(record);
            keys.push(Key::Record(id));
        }
        for file in &backup.plans {
            keys.extend(self.take_kept(file, &backup));
        }
        for PlanFile { plan, .. } in &backup.plans {
            keys.extend(self.pass_on(&plan.id));
        }
        keys.extend(self.take_draft(&backup));
        if let (None, Some(key)) = (&self.signing_key, backup.signing_key) {
            keys.extend(self.sign_with(key));
        }
        let remarks = backup.remarks.into_iter();
        let has_plan = |(id, _): &(ReportId, _)| self.plans.contains_key(&id.plan);
        let remarks = remarks.filter(has_plan).collect();
        keys.extend(self.take_remarks(remarks));
        self.take_settings(backup.settings);
        keys
    }

    /// Takes in a plan with its roster where it is new, of a later revision, or touched later than
    /// what is here; of any other only what is missing here.
    fn take_kept(&mut self, file: &PlanFile, backup: &Backup) -> Vec<Key> {
        let PlanFile { plan, roster } = file;
        let id = &plan.id;
        let there = &backup.settings;
        let is_later = there.touched.get(id) > self.settings.touched.get(id);
        let is_right = self.plans.get(id).is_none_or(|here| {
            let is_same = || fingerprint(here) == fingerprint(plan);
            plan.revision > here.revision
                || (is_later && plan.revision == here.revision && is_same())
        });
        let keys = vec![Key::Plan(id.clone()), Key::Roster(id.clone())];
        if !is_right {
            self.complete(file, &backup.records);
            return keys;
        }
        self.roster_or_new(id).take_over(roster);
        self.plans.insert(id.clone(), Arc::new(plan.clone()));
        let here = &mut self.settings;
        here.removed.retain(|removed| removed != id);
        take_of(&mut here.put_away, &there.put_away, id);
        if there.issued.contains_key(id) {
            take_of(&mut here.issued, &there.issued, id);
        }
        if is_later {
            take_of(&mut here.touched, &there.touched, id);
        }
        if self.draft_amends(id) {
            // The plan is here, so this is not refused.
            let amended = self.amend_draft(Some(id)).unwrap_or_default();
            return [keys, amended].concat();
        }
        keys
    }

    /// Adds what a roster here lacks to read the records: their units, and where to reach them.
    fn complete(&mut self, file: &PlanFile, records: &[(PlanId, UnitId, Record)]) {
        let PlanFile { plan, roster } = file;
        let here = self.roster_or_new(&plan.id);
        let of_plan = records.iter().filter(|(of, ..)| *of == plan.id);
        for unit in of_plan.filter_map(|(_, unit, _)| roster.unit(unit)) {
            let sender = Sender {
                id: unit.id.clone(),
                name: unit.name.clone(),
                groups: roster.groups_of(&unit.id),
            };
            enrol(here, &sender);
        }
        fill_addresses(here, roster);
    }

    /// Takes the draft up where there is none, unless one was kept or dropped here since.
    fn take_draft(&mut self, backup: &Backup) -> Vec<Key> {
        let Some((origin, edits)) = &backup.draft else {
            return Vec::new();
        };
        let drafted = backup.settings.drafted;
        if self.draft.is_some() || (drafted <= self.settings.drafted && drafted.is_some()) {
            return Vec::new();
        }
        let draft = Draft::resumed(origin.clone(), edits.clone());
        let amends = draft.origin().amends.as_ref();
        let is_whole = amends.is_none_or(|plan| self.plans.contains_key(plan));
        self.set_draft(Some(if is_whole {
            draft
        } else {
            draft.standing_alone()
        }))
    }

    /// Fills in what is not set here, and keeps the later of what both know.
    fn take_settings(&mut self, there: Settings) {
        let here = &mut self.settings;
        here.me = here.me.take().or(there.me);
        if here.author.is_empty() {
            here.author = there.author;
        }
        for signer in there.signers {
            if !here.signers.contains(&signer) {
                here.signers.push(signer);
            }
        }
        here.letterhead = here.letterhead.take().or(there.letterhead);
        here.drafted = here.drafted.max(there.drafted);
        take_later(&mut here.sent, there.sent, |it| it.at);
        take_later(&mut here.receipts, there.receipts, |it| it.at);
        take_later(&mut here.received, there.received, |it| it.last);
        for id in there.removed {
            if !self.plans.contains_key(&id) && !here.removed.contains(&id) {
                here.removed.push(id);
            }
        }
    }
}

/// Returns what a draft is kept as.
pub(super) fn parts(draft: &Draft) -> (Origin, Vec<Edit>) {
    (draft.origin().clone(), draft.edits().to_vec())
}

fn fill_addresses(here: &mut Roster, there: &Roster) {
    for unit in here.units.iter_mut().filter(|it| it.address.is_empty()) {
        if let Some(known) = there.unit(&unit.id) {
            unit.address.clone_from(&known.address);
        }
    }
}

/// Makes what stands under a key here what stands there.
fn take_of<V: Clone>(here: &mut SortedMap<PlanId, V>, there: &SortedMap<PlanId, V>, id: &PlanId) {
    match there.get(id) {
        Some(value) => here.insert(id.clone(), value.clone()),
        None => here.remove(id),
    }
}

fn take_later<V>(
    here: &mut SortedMap<RecordId, V>,
    there: SortedMap<RecordId, V>,
    at: fn(&V) -> Moment,
) {
    for (id, value) in Vec::from(there) {
        if here.get(&id).is_none_or(|known| at(known) < at(&value)) {
            here.insert(id, value);
        }
    }
}
