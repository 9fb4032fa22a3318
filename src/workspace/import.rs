//! Taking in what arrived in files.

use super::seats::Seats;
use super::{
    Backup, Issue, Key, LastImport, Receipt, Received, RecordId, Relation, Signer, Workspace,
};
use crate::domain::{Moment, PlanId, Roster, Unit};
use crate::file::{Office, Parcel, PlanFile, Sender, mark};
use crate::progress::Record;
use crate::sorted::{SortedMap, sort_by};
use std::sync::Arc;

/// What a person takes in at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    pub backups: Vec<Backup>,
    pub plans: Vec<PlanFile>,
    pub deliveries: Vec<Delivery>,
    /// Those whose signatures are met for the first time.
    pub signers: Vec<Signer>,
}

/// A record that arrived, and what stood on its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub parcel: Parcel,
    /// By the sender's clock.
    pub written_at: Moment,
    pub from: Option<Office>,
}

impl Import {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.backups.is_empty() && self.plans.is_empty() && self.deliveries.is_empty()
    }
}

impl Workspace {
    /// Takes in backups, then plans, then records, since what is reported may be on a plan that comes along; and
    /// remembers how to take all of it back. What changes nothing is no import.
    pub(super) fn import(&mut self, import: Import, now: Moment) -> Vec<Key> {
        let before = self.clone();
        let kept = import.backups.iter();
        let kept = kept.fold((0, 0), |(plans, records), backup| {
            (plans + backup.plans.len(), records + backup.records.len())
        });
        let counts = (
            kept.0 + import.plans.len(),
            kept.1 + import.deliveries.len(),
        );
        let mut keys = Vec::new();
        for backup in import.backups {
            keys.extend(self.take_backup(backup));
        }
        for file in import.plans {
            keys.extend(self.take_file(file, now));
        }
        keys.extend(self.accept(import.deliveries, &mut Seats::default(), now));
        for signer in import.signers {
            keys.extend(self.know(signer));
        }
        if *self == before {
            return Vec::new();
        }
        self.last_import = Some(Box::new(LastImport::between(&before, self, counts, now)));
        keys.push(Key::LastImport);
        sort_by(&mut keys, |a, b| a < b);
        keys.dedup();
        keys
    }

    /// Merges records of known plans; the others are left out.
    pub(super) fn accept(
        &mut self,
        deliveries: Vec<Delivery>,
        seats: &mut Seats,
        now: Moment,
    ) -> Vec<Key> {
        let mut keys = Vec::new();
        let mut changed: Vec<PlanId> = Vec::new();
        for delivery in deliveries {
            let id = delivery.record_id();
            let Some(is_new) = seats.enrol(self, &id.plan, &delivery.parcel.sender) else {
                continue;
            };
            if is_new {
                keys.push(Key::Roster(id.plan.clone()));
            }
            if seats.at_work(self, &id) != Some(true) && !changed.contains(&id.plan) {
                changed.push(id.plan.clone());
            }
            let is_mine = seats.is_me(self, &id);
            self.note(&id, &delivery, is_mine, now);
            let record = self.records.or_default(id.clone());
            record.merge(&delivery.parcel.record);
            keys.extend([Key::Record(id), Key::Settings]);
        }
        for plan in changed {
            keys.extend(self.pass_on(&plan));
        }
        keys
    }

    /// Notes who has received what: a record of my own that comes back tells what was received of
    /// me; any other is a report.
    fn note(&mut self, id: &RecordId, delivery: &Delivery, is_mine: bool, now: Moment) {
        if is_mine {
            if let Some(receipt) = self.receipt(delivery, is_mine) {
                self.settings.receipts.insert(id.clone(), receipt);
            }
            return;
        }
        let is_report = self.is_report(delivery, is_mine);
        let round = self.rosters.get(&id.plan).and_then(|it| it.round.as_ref());
        let asked = round.map_or(Moment::MIN, |round| round.asked);
        let first = match self.settings.received.get(id) {
            // What was opened before it was asked for is no answer when it is opened again.
            Some(_) if !is_report => return,
            Some(known) if known.first >= asked => known.first,
            _ => now,
        };
        let received = Received {
            first,
            last: now,
            written_at: delivery.written_at,
        };
        self.settings.received.insert(id.clone(), received);
    }

    /// Says whether a record is a later report than the one that was received last. One that says
    /// the same again is a report too; the file that was opened already is none.
    pub(super) fn is_report(&self, delivery: &Delivery, is_mine: bool) -> bool {
        let known = self.settings.received.get(&delivery.record_id());
        !is_mine && known.is_none_or(|known| known.written_at < delivery.written_at)
    }

    /// Returns what a file from another office tells of a record of my own, where that is news.
    pub(super) fn receipt(&self, delivery: &Delivery, is_mine: bool) -> Option<Receipt> {
        let id = delivery.record_id();
        let from = delivery.from.as_ref().filter(|_| is_mine)?;
        if from.unit.as_ref().is_some_and(|unit| self.is_self(unit)) {
            return None;
        }
        let known = self.settings.receipts.get(&id);
        let is_news = known.is_none_or(|known| known.at < delivery.written_at);
        is_news.then(|| Receipt {
            at: delivery.written_at,
            by: from.name.clone(),
            seen: delivery.parcel.record.seen().clone(),
        })
    }

    /// Hands the records of units whose place was taken on to those who took it.
    pub(super) fn pass_on(&mut self, plan: &PlanId) -> Vec<Key> {
        self.pass_on_beside(plan, &SortedMap::new())
    }

    /// Does the same, but for what those who took a place have replaced in these records.
    pub(super) fn pass_on_beside(
        &mut self,
        plan: &PlanId,
        known: &SortedMap<RecordId, Record>,
    ) -> Vec<Key> {
        let mut keys = Vec::new();
        let Some(roster) = self.rosters.get(plan) else {
            return keys;
        };
        for Unit { id, successors, .. } in roster.replaced() {
            let of = |unit| RecordId {
                plan: plan.clone(),
                unit,
            };
            let Some(record) = self.records.get(&of(id.clone())) else {
                continue;
            };
            let adopted = record.adopted_from(id);
            for heir in successors.iter().cloned().map(of) {
                let adopted = match known.get(&heir) {
                    Some(known) => adopted.without_replaced_by(known),
                    None => adopted.clone(),
                };
                self.records.or_default(heir.clone()).merge(&adopted);
                keys.push(Key::Record(heir));
            }
        }
        keys
    }

    /// Takes in a plan, and notes when if that changed anything.
    fn take_file(&mut self, file: PlanFile, now: Moment) -> Vec<Key> {
        let id = file.plan.id.clone();
        let known = |here: &Self| (here.plans.get(&id).cloned(), here.rosters.get(&id).cloned());
        let before = known(self);
        let keys = self.take_files(vec![file]);
        if known(self) != before {
            self.touch(id, now);
        }
        keys
    }

    pub(super) fn take_files(&mut self, files: Vec<PlanFile>) -> Vec<Key> {
        let mut keys = Vec::new();
        for PlanFile { plan, roster } in files {
            let relation = self.relation(&plan, &roster);
            let is_issued = self.issued_mark(&plan.id).is_some();
            let issue = Issue {
                revision: plan.revision,
                mark: mark(&plan, &roster),
            };
            let id = plan.id.clone();
            let taken = match relation {
                Relation::New | Relation::Newer { .. } => {
                    self.roster_or_new(&id).take_over(&roster);
                    Arc::new(plan)
                }
                Relation::Same { .. } => {
                    if !is_issued {
                        self.roster_or_new(&id).take_over(&roster);
                    }
                    self.plans[&id].clone()
                }
                Relation::Older { .. } | Relation::Differs { .. } => continue,
            };
            self.settings.issued.insert(id.clone(), issue);
            keys.extend(self.take_plan(taken, &roster));
            keys.extend(self.pass_on(&id));
        }
        keys
    }
}

impl Delivery {
    #[must_use]
    pub fn record_id(&self) -> RecordId {
        self.parcel.record_id()
    }
}

impl Parcel {
    /// Returns whose record it is, on which plan.
    #[must_use]
    pub fn record_id(&self) -> RecordId {
        RecordId {
            plan: self.plan.clone(),
            unit: self.sender.id.clone(),
        }
    }
}

/// Puts a sender on the roster where it is missing. A known unit keeps the name and the groups that
/// it has here.
///
/// Returns whether the roster changed.
pub(super) fn enrol(roster: &mut Roster, sender: &Sender) -> bool {
    if roster.unit(&sender.id).is_some() {
        return false;
    }
    roster
        .units
        .push(Unit::new(sender.id.clone(), sender.name.as_str()));
    for group in &sender.groups {
        roster.join(group, &sender.id);
    }
    true
}
