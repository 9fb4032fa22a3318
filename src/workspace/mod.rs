//! All that one device keeps, and the one function that changes it.

mod action;
mod backup;
mod carry;
mod edit;
mod import;
mod judge;
mod letterhead;
mod list;
mod plans;
mod preview;
mod remarks;
mod roster;
mod seats;
mod settings;
mod touched;
mod trust;
mod undo;

pub use action::{Action, ActionError, Edit};
pub use backup::{Backup, Restore, backup_file_name};
pub use import::{Delivery, Import};
pub use judge::{ArrivedFile, Contents, Judging, preview, preview_signed};
pub use letterhead::{Form, Letterhead};
pub use list::{Listed, listed};
pub use plans::Removed;
pub use preview::{Arrival, Finding, Heap, Known, Preview, Relation};
pub use remarks::{Chapter, Remarks, ReportId, Scope};
pub use settings::{BackedUp, Issue, Receipt, Received, Settings, Shelf, Shipment};
pub use trust::{Signer, Trust};
pub use undo::LastImport;

use crate::domain::{DeviceId, Plan, PlanId, Roster, Unit, UnitId, same_name};
use crate::draft::Draft;
use crate::file::{Office, Parcel, PlanFile, Sender, SigningKey};
use crate::progress::Record;
use crate::sorted::{SortedMap, sort_by};
use crate::stamped::Stamped;
use std::fmt;
use std::sync::Arc;

/// All that one device keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    pub plans: Stamped<SortedMap<PlanId, Arc<Plan>>>,
    pub rosters: Stamped<SortedMap<PlanId, Arc<Roster>>>,
    pub records: SortedMap<RecordId, Record>,
    /// What people wrote into reports.
    pub remarks: SortedMap<ReportId, Remarks>,
    pub settings: Settings,
    /// The plan that is read and not yet kept.
    pub draft: Option<Draft>,
    pub last_import: Option<Box<LastImport>>,
    /// The key by which this device signs what it sends; it is not in what is sent.
    pub signing_key: Option<SigningKey>,
    pub device: DeviceId,
}

/// One unit's record on one plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId {
    pub plan: PlanId,
    pub unit: UnitId,
}

/// What is stored as one text of its own, so that a small change writes little.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Plan(PlanId),
    Roster(PlanId),
    Record(RecordId),
    Remarks(ReportId),
    Settings,
    SigningKey,
    Device,
    /// What the draft began with.
    Draft,
    /// What was corrected in it.
    Edits,
    /// What takes the latest import back.
    LastImport,
}

impl fmt::Display for Key {
    /// Writes the key as it stands in a store, below the app's own prefix.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan(plan) => write!(f, "plan/{plan}"),
            Self::Roster(plan) => write!(f, "roster/{plan}"),
            Self::Record(id) => write!(f, "record/{}/{}", id.plan, id.unit),
            Self::Remarks(report) => write!(f, "remarks/{report}"),
            Self::Settings => f.write_str("settings"),
            Self::SigningKey => f.write_str("signing-key"),
            Self::Device => f.write_str("device"),
            Self::Draft => f.write_str("draft"),
            Self::Edits => f.write_str("edits"),
            Self::LastImport => f.write_str("last-import"),
        }
    }
}

impl Key {
    /// Reads a key as it stands in a store; `None` for a text that is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            Some(("plan", plan)) => Some(Self::Plan(PlanId::new(plan))),
            Some(("roster", plan)) => Some(Self::Roster(PlanId::new(plan))),
            Some(("record", rest)) => {
                let (plan, unit) = rest.split_once('/')?;
                Some(Self::Record(RecordId {
                    plan: PlanId::new(plan),
                    unit: UnitId::new(unit),
                }))
            }
            Some(("remarks", report)) => report.parse().ok().map(Self::Remarks),
            None if text == "settings" => Some(Self::Settings),
            None if text == "signing-key" => Some(Self::SigningKey),
            None if text == "device" => Some(Self::Device),
            None if text == "draft" => Some(Self::Draft),
            None if text == "edits" => Some(Self::Edits),
            None if text == "last-import" => Some(Self::LastImport),
            _ => None,
        }
    }
}

impl Workspace {
    #[must_use]
    pub fn empty(device: DeviceId) -> Self {
        Self {
            plans: Stamped::new(SortedMap::new()),
            rosters: Stamped::new(SortedMap::new()),
            records: SortedMap::new(),
            remarks: SortedMap::new(),
            settings: Settings::default(),
            draft: None,
            last_import: None,
            signing_key: None,
            device,
        }
    }

    /// Returns the keys of all that is here.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let plans = self.plans.keys().cloned().map(Key::Plan);
        let rosters = self.rosters.keys().cloned().map(Key::Roster);
        let records = self.records.keys().cloned().map(Key::Record);
        let remarks = self.remarks.keys().cloned().map(Key::Remarks);
        let others = [
            Key::SigningKey,
            Key::Settings,
            Key::Device,
            Key::Draft,
            Key::Edits,
            Key::LastImport,
        ];
        let all = plans.chain(rosters).chain(records).chain(remarks);
        all.chain(others).collect()
    }

    /// Takes in a plan with its roster, and returns what must be stored.
    pub fn add_plan(
        &mut self,
        plan: impl Into<Arc<Plan>>,
        roster: impl Into<Arc<Roster>>,
    ) -> Vec<Key> {
        let plan = plan.into();
        let id = plan.id.clone();
        self.plans.insert(id.clone(), plan);
        self.rosters.insert(id.clone(), roster.into());
        vec![Key::Plan(id.clone()), Key::Roster(id)]
    }

    /// Returns a unit's record on a plan, if it ever wrote one.
    #[must_use]
    pub fn record(&self, plan: &PlanId, unit: &UnitId) -> Option<&Record> {
        self.records.get(&RecordId {
            plan: plan.clone(),
            unit: unit.clone(),
        })
    }

    /// Returns a unit's name on any plan.
    #[must_use]
    pub fn unit_name(&self, unit: &UnitId) -> Option<&str> {
        self.rosters
            .values()
            .find_map(|roster| roster.unit(unit))
            .map(|unit| unit.name.as_str())
    }

    /// Says whether a plan is neither in the archive nor in the bin.
    #[must_use]
    pub fn is_at_work(&self, plan: &PlanId) -> bool {
        !self.settings.put_away.contains_key(plan)
    }

    /// Returns the plans that are at work.
    pub fn at_work(&self) -> impl Iterator<Item = &Plan> {
        let plans = self.plans.values().map(Arc::as_ref);
        plans.filter(|plan| self.is_at_work(&plan.id))
    }

    /// Returns a unit as a plan knows it: by its identity, or else by its name, since one unit may
    /// be named by one plan and typed in for another.
    #[must_use]
    pub fn unit_on(&self, plan: &PlanId, unit: &UnitId) -> Option<&Unit> {
        let roster = self.rosters.get(plan)?;
        roster.unit(unit).or_else(|| {
            let name = self.unit_name(unit)?;
            let mut others = roster.units.iter();
            others.find(|other| same_name(&other.name, name))
        })
    }

    /// Says whether a unit of a plan is the one that works on this device.
    #[must_use]
    pub fn is_me(&self, plan: &PlanId, unit: &UnitId) -> bool {
        let me = self.settings.me.as_ref();
        me.and_then(|me| self.unit_on(plan, me))
            .is_some_and(|me| me.id == *unit)
    }

    /// Says whether a unit, of whatever plan, is the one that works on this device.
    #[must_use]
    pub fn is_self(&self, unit: &UnitId) -> bool {
        let knows = |(_, roster): &(&PlanId, &Arc<Roster>)| roster.unit(unit).is_some();
        let mut plans = self.rosters.iter().filter(knows);
        self.settings.me.as_ref() == Some(unit) || plans.any(|(plan, _)| self.is_me(plan, unit))
    }

    /// Returns who sends what is sent from here.
    #[must_use]
    pub fn office(&self) -> Office {
        let unit = self.settings.me.clone();
        let name = unit.as_ref().and_then(|unit| self.unit_name(unit));
        Office {
            name: name.unwrap_or(&self.settings.author).to_owned(),
            unit,
        }
    }

    /// Packs the records that `wanted` names, ready to be sent.
    pub fn parcels(&self, wanted: impl Fn(&RecordId) -> bool) -> Vec<Parcel> {
        self.records
            .iter()
            .filter(|(id, _)| wanted(id))
            .filter_map(|(id, record)| self.parcel(id, record))
            .collect()
    }

    /// Packs a plan with its roster, ready to be sent; addresses stay here.
    #[must_use]
    pub fn plan_file(&self, plan: &PlanId) -> Option<PlanFile> {
        Some(PlanFile {
            plan: self.plans.get(plan)?.as_ref().clone(),
            roster: self.rosters.get(plan)?.without_addresses(),
        })
    }

    /// Packs a plan with its roster as it is kept.
    fn kept_file(&self, plan: &PlanId) -> Option<PlanFile> {
        let roster = self.rosters.get(plan).cloned();
        Some(PlanFile {
            plan: self.plans.get(plan)?.as_ref().clone(),
            roster: Arc::unwrap_or_clone(roster.unwrap_or_default()),
        })
    }

    fn parcel(&self, id: &RecordId, record: &Record) -> Option<Parcel> {
        let plan = self.plans.get(&id.plan)?;
        let roster = self.rosters.get(&id.plan)?;
        let mut groups = roster.groups_of(&id.unit);
        sort_by(&mut groups, |a, b| a < b);
        Some(Parcel {
            plan: id.plan.clone(),
            plan_name: plan.short_name().to_owned(),
            revision: plan.revision,
            sender: Sender {
                id: id.unit.clone(),
                name: roster.unit(&id.unit)?.name.clone(),
                groups,
            },
            record: record.clone(),
        })
    }
}
