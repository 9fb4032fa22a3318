//! Files that arrive: what each would change, and taking them in.

use super::{Key, RecordId, Workspace};
use crate::domain::{Plan, Roster};
use crate::file::{FileError, Kind, Parcel, PlanFile, Progress, Sender, fingerprint, open};
use crate::progress::{Change, Comparison, changes, compare};
use crate::sorted::sort_by;

/// What opening files would change; nothing has changed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub arrivals: Vec<Arrival>,
}

/// One record of one file, or one file that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub file_name: String,
    pub verdict: Verdict,
}

/// What is to be said of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The text is no progress file.
    Unreadable(FileError),
    /// The file is whole and holds no record.
    Nothing,
    /// A plan, and how it relates to what is here.
    Plan(Box<PlanFile>, Relation),
    /// The record is of a plan that this device does not have.
    OtherPlan(Parcel),
    /// The record can be taken in.
    Known {
        parcel: Parcel,
        comparison: Comparison,
        /// Whether nothing of this unit was here before.
        first: bool,
        /// Whether the unit is not on the roster yet.
        new_unit: bool,
        changes: Vec<Change>,
    },
}

/// How a plan that arrives relates to the one that is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    New,
    /// A later revision than this one.
    Newer {
        here: u32,
    },
    Same {
        /// Whether it brings units, or the plan back to work.
        brings: bool,
    },
    /// An earlier revision than this one.
    Older {
        here: u32,
    },
    /// Two contents under one revision, each by its mark: neither is taken for the other.
    Differs {
        here: String,
        there: String,
    },
}

impl Preview {
    /// Returns the plans that would change something.
    #[must_use]
    pub fn plans(&self) -> Vec<&PlanFile> {
        self.arrivals.iter().filter_map(Arrival::plan).collect()
    }

    /// Returns the records that would change something.
    #[must_use]
    pub fn acceptable(&self) -> Vec<&Parcel> {
        self.arrivals
            .iter()
            .filter_map(Arrival::acceptable)
            .collect()
    }
}

impl Arrival {
    /// Returns the plan if taking it in would change something.
    #[must_use]
    pub fn plan(&self) -> Option<&PlanFile> {
        match &self.verdict {
            Verdict::Plan(
                file,
                Relation::New | Relation::Newer { .. } | Relation::Same { brings: true },
            ) => Some(file),
            _ => None,
        }
    }

    /// Returns the record if taking it in would change something.
    #[must_use]
    pub fn acceptable(&self) -> Option<&Parcel> {
        match &self.verdict {
            Verdict::Known {
                parcel,
                comparison: Comparison::Newer | Comparison::Diverged,
                ..
            } => Some(parcel),
            _ => None,
        }
    }
}

/// Opens files, given with their names, and says what each would change.
///
/// Plans come first, whatever the order of the files. Files of the same unit are previewed in turn,
/// each against what the ones before would leave.
#[must_use]
pub fn preview(workspace: &Workspace, files: &[(String, String)]) -> Preview {
    let mut ahead = workspace.clone();
    let mut arrivals = Vec::new();
    let opened: Vec<_> = files
        .iter()
        .map(|(name, text)| (name, open_any(text)))
        .collect();
    for (file_name, file) in &opened {
        if let Ok(Opened::Plan(file)) = file {
            arrivals.push(Arrival {
                file_name: (*file_name).clone(),
                verdict: judge_plan(&mut ahead, file),
            });
        }
    }
    for (file_name, file) in opened {
        let verdicts = match file.map(Opened::progress) {
            Err(error) => vec![Verdict::Unreadable(error)],
            Ok(None) => Vec::new(),
            Ok(Some(progress)) if progress.parcels.is_empty() => vec![Verdict::Nothing],
            Ok(Some(progress)) => progress
                .parcels
                .into_iter()
                .map(|parcel| judge(&mut ahead, parcel))
                .collect(),
        };
        arrivals.extend(verdicts.into_iter().map(|verdict| Arrival {
            file_name: file_name.clone(),
            verdict,
        }));
    }
    Preview { arrivals }
}

/// What a file of the app can hold that is sent.
enum Opened {
    Progress(Progress),
    Plan(Box<PlanFile>),
}

impl Opened {
    fn progress(self) -> Option<Progress> {
        match self {
            Self::Progress(progress) => Some(progress),
            Self::Plan(_) => None,
        }
    }
}

fn open_any(text: &str) -> Result<Opened, FileError> {
    match open(Kind::Progress, text) {
        Err(FileError::OtherKind { found, .. }) if found == Kind::PlanFile.name() => {
            open(Kind::PlanFile, text).map(|file| Opened::Plan(Box::new(file)))
        }
        progress => progress.map(Opened::Progress),
    }
}

fn judge_plan(ahead: &mut Workspace, file: &PlanFile) -> Verdict {
    let relation = ahead.relation(&file.plan, &file.roster);
    ahead.take_files(vec![file.clone()]);
    Verdict::Plan(Box::new(file.clone()), relation)
}

fn judge(ahead: &mut Workspace, parcel: Parcel) -> Verdict {
    let Some(roster) = ahead.rosters.get(&parcel.plan) else {
        return Verdict::OtherPlan(parcel);
    };
    let new_unit = roster.unit(&parcel.sender.unit.id).is_none();
    let known = ahead.record(&parcel.plan, &parcel.sender.unit.id);
    let first = known.is_none();
    let here = known.cloned().unwrap_or_default();
    let comparison = compare(&here, &parcel.record);
    let changes = changes(&here, &here.merged(&parcel.record));
    ahead.accept(vec![parcel.clone()]);
    Verdict::Known {
        parcel,
        comparison,
        first,
        new_unit,
        changes,
    }
}

impl Workspace {
    /// Says how a plan that arrives relates to the one that is here.
    pub(super) fn relation(&self, plan: &Plan, roster: &Roster) -> Relation {
        let Some(known) = self.plans.get(&plan.id) else {
            return Relation::New;
        };
        if plan.revision != known.revision {
            let here = known.revision;
            return if plan.revision > here {
                Relation::Newer { here }
            } else {
                Relation::Older { here }
            };
        }
        let (here, there) = (fingerprint(known), fingerprint(plan));
        if here != there {
            return Relation::Differs { here, there };
        }
        let mut all = self.rosters.get(&plan.id).cloned().unwrap_or_default();
        Relation::Same {
            brings: all.take_in(roster) || !self.is_at_work(&plan.id),
        }
    }

    /// Merges records of known plans; the others are left out.
    pub(super) fn accept(&mut self, parcels: Vec<Parcel>) -> Vec<Key> {
        let mut keys = Vec::new();
        for Parcel {
            plan,
            plan_name: _,
            sender,
            record,
        } in parcels
        {
            let Some(roster) = self.rosters.get_mut(&plan) else {
                continue;
            };
            if enrol(roster, &sender) {
                keys.push(Key::Roster(plan.clone()));
            }
            let id = RecordId {
                plan,
                unit: sender.unit.id,
            };
            self.records.or_default(id.clone()).merge(&record);
            keys.push(Key::Record(id));
        }
        sort_by(&mut keys, |a, b| a < b);
        keys.dedup();
        keys
    }
}

/// Puts a sender on the roster where it is missing. A known unit keeps the name and the groups that
/// it has here.
///
/// Returns whether the roster changed.
fn enrol(roster: &mut Roster, sender: &Sender) -> bool {
    if roster.unit(&sender.unit.id).is_some() {
        return false;
    }
    roster.units.push(sender.unit.clone());
    for group in &sender.groups {
        roster.join(group, &sender.unit.id);
    }
    true
}
