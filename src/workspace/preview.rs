//! Files that arrive: what each would change, told before anything changes.

use super::{Backup, Delivery, Import, Restore, Workspace};
use crate::domain::{Plan, Roster};
use crate::file::{
    Cover, FileError, Kind, Parcel, PlanFile, Progress, fingerprint, mark, open, open_with_cover,
};
use crate::progress::{Change, Comparison, changes, compare};

/// What opening files would change; nothing has changed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub arrivals: Vec<Arrival>,
}

/// One record of one file, one plan, or one file that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub file_name: String,
    pub finding: Finding,
}

/// What is to be said of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The text is no file that can be taken in.
    Unreadable(FileError),
    /// The file is whole and holds no record.
    Nothing,
    /// All of a device, and what it would bring.
    Backup(Box<Restore>),
    /// A plan, and how it relates to what is here.
    Plan(Box<PlanFile>, Relation),
    /// The record is of a plan that this device does not have.
    OtherPlan(Parcel),
    /// The record can be taken in.
    Known(Box<Known>),
}

/// A record of a plan that is here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is told to people for itself"
)]
pub struct Known {
    pub delivery: Delivery,
    pub comparison: Comparison,
    /// Whether nothing of this unit was here before.
    pub first: bool,
    /// Whether the unit is not on the roster yet.
    pub new_unit: bool,
    /// The revision of the plan that is here, where the record was written by another.
    pub other_revision: Option<u32>,
    /// Whether it is the record of the unit that works on this device.
    pub is_mine: bool,
    /// Whether it is to be noted as a report, or as a receipt of one of mine, even if it changes
    /// nothing.
    pub is_report: bool,
    pub changes: Vec<Change>,
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

/// The heaps into which arrivals are sorted, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heap {
    Backup,
    Plan,
    New,
    Newer,
    /// Each side knows something that the other does not.
    PartlyKnown,
    /// Written by another revision of the plan.
    OtherRevision,
    Same,
    Older,
    WrongPlan,
    Damaged,
    NotOurs,
}

impl Preview {
    /// Returns what is taken in when the arrivals at these places are chosen.
    #[must_use]
    pub fn import(&self, is_chosen: impl Fn(usize) -> bool) -> Import {
        let mut import = Import::default();
        let chosen = self.arrivals.iter().enumerate();
        for (_, arrival) in chosen.filter(|(place, _)| is_chosen(*place)) {
            match &arrival.finding {
                Finding::Backup(restore) if arrival.brings() => {
                    import.backups.push(restore.backup.clone());
                }
                Finding::Plan(file, _) if arrival.brings() => import.plans.push((**file).clone()),
                Finding::Known(known) if arrival.brings() => {
                    import.deliveries.push(known.delivery.clone());
                }
                _ => {}
            }
        }
        import
    }

    /// Returns which arrivals are chosen at first: all that would change something. Of a file that
    /// answers to many units a unit wants its own part.
    #[must_use]
    pub fn first_choice(&self) -> Vec<bool> {
        let is_mine = |arrival: &Arrival| match &arrival.finding {
            Finding::Known(known) => Some(known.is_mine),
            _ => None,
        };
        let arrivals = || self.arrivals.iter();
        let answers = arrivals().filter(|arrival| is_mine(arrival) == Some(true));
        let mut answers: Vec<&str> = answers.map(|arrival| arrival.file_name.as_str()).collect();
        answers.dedup();
        let is_of_others = |arrival: &Arrival| {
            is_mine(arrival) == Some(false) && answers.contains(&arrival.file_name.as_str())
        };
        arrivals()
            .map(|arrival| arrival.brings() && !is_of_others(arrival))
            .collect()
    }

    /// Returns all that would change something.
    #[must_use]
    pub fn all(&self) -> Import {
        self.import(|_| true)
    }
}

impl Arrival {
    /// Says whether taking it in would change something.
    #[must_use]
    pub fn brings(&self) -> bool {
        match &self.finding {
            Finding::Plan(_, relation) => matches!(
                relation,
                Relation::New | Relation::Newer { .. } | Relation::Same { brings: true }
            ),
            Finding::Backup(restore) => restore.brings,
            Finding::Known(known) => {
                let is_news = matches!(known.comparison, Comparison::Newer | Comparison::Diverged);
                is_news || known.is_report
            }
            _ => false,
        }
    }

    #[must_use]
    pub fn heap(&self) -> Heap {
        match &self.finding {
            Finding::Backup(_) => Heap::Backup,
            Finding::Plan(..) => Heap::Plan,
            Finding::OtherPlan(_) => Heap::WrongPlan,
            Finding::Known(known) => known.heap(),
            Finding::Nothing => Heap::Same,
            Finding::Unreadable(error) => match error {
                FileError::Empty
                | FileError::NotJson
                | FileError::Foreign
                | FileError::OtherKind { .. } => Heap::NotOurs,
                _ => Heap::Damaged,
            },
        }
    }
}

impl Known {
    fn heap(&self) -> Heap {
        match self.comparison {
            Comparison::Same => Heap::Same,
            Comparison::Older => Heap::Older,
            _ if self.other_revision.is_some() => Heap::OtherRevision,
            Comparison::Newer if self.first => Heap::New,
            Comparison::Newer => Heap::Newer,
            Comparison::Diverged => Heap::PartlyKnown,
        }
    }
}

/// Opens files, given with their names, and says what each would change.
///
/// Backups come first, then plans, whatever the order of the files. Files of the same unit are previewed in turn,
/// each against what the ones before would leave.
#[must_use]
pub fn preview(workspace: &Workspace, files: &[(String, String)]) -> Preview {
    let mut ahead = workspace.clone();
    let mut arrivals = Vec::new();
    let opened: Vec<_> = files
        .iter()
        .map(|(name, text)| (name, open_any(text)))
        .collect();
    let mut arrive = |file_name: &String, finding| {
        let file_name = file_name.clone();
        arrivals.push(Arrival { file_name, finding });
    };
    for (file_name, file) in &opened {
        if let Ok(Opened::Backup(cover, backup)) = file {
            let restore = ahead.judge_backup(backup, cover.written_at, cover.from.clone());
            arrive(file_name, Finding::Backup(Box::new(restore)));
        }
    }
    for (file_name, file) in &opened {
        if let Ok(Opened::Plan(file)) = file {
            arrive(file_name, judge_plan(&mut ahead, file));
        }
    }
    for (file_name, file) in opened {
        for finding in findings(&mut ahead, file) {
            arrive(file_name, finding);
        }
    }
    Preview { arrivals }
}

/// What a file of the app can hold that is sent.
enum Opened {
    Progress(Cover, Progress),
    Plan(Box<PlanFile>),
    Backup(Cover, Box<Backup>),
}

fn open_any(text: &str) -> Result<Opened, FileError> {
    match open_with_cover(Kind::Progress, text) {
        Err(FileError::OtherKind { found, .. }) if found == Kind::PlanFile.name() => {
            open(Kind::PlanFile, text).map(|file| Opened::Plan(Box::new(file)))
        }
        Err(FileError::OtherKind { found, .. }) if found == Kind::Backup.name() => {
            open_with_cover(Kind::Backup, text)
                .map(|(cover, backup)| Opened::Backup(cover, Box::new(backup)))
        }
        progress => progress.map(|(cover, progress)| Opened::Progress(cover, progress)),
    }
}

/// Judges all that a file holds but for backups and plans, which were judged before.
fn findings(ahead: &mut Workspace, file: Result<Opened, FileError>) -> Vec<Finding> {
    match file {
        Err(error) => vec![Finding::Unreadable(error)],
        Ok(Opened::Plan(_) | Opened::Backup(..)) => Vec::new(),
        Ok(Opened::Progress(_, progress)) if progress.parcels.is_empty() => vec![Finding::Nothing],
        Ok(Opened::Progress(cover, progress)) => progress
            .parcels
            .into_iter()
            .map(|parcel| {
                let delivery = Delivery {
                    parcel,
                    written_at: cover.written_at,
                    from: cover.from.clone(),
                };
                judge(ahead, delivery)
            })
            .collect(),
    }
}

fn judge_plan(ahead: &mut Workspace, file: &PlanFile) -> Finding {
    let relation = ahead.relation(&file.plan, &file.roster);
    ahead.take_files(vec![file.clone()]);
    Finding::Plan(Box::new(file.clone()), relation)
}

fn judge(ahead: &mut Workspace, delivery: Delivery) -> Finding {
    let Delivery { parcel, .. } = &delivery;
    let (Some(plan), Some(roster)) = (
        ahead.plans.get(&parcel.plan),
        ahead.rosters.get(&parcel.plan),
    ) else {
        return Finding::OtherPlan(delivery.parcel);
    };
    let is_other = parcel.revision != 0 && parcel.revision != plan.revision;
    let here = ahead.record(&parcel.plan, &parcel.sender.id);
    let known = here.cloned().unwrap_or_default();
    let known = Known {
        comparison: compare(&known, &parcel.record),
        first: here.is_none(),
        new_unit: roster.unit(&parcel.sender.id).is_none(),
        other_revision: is_other.then_some(plan.revision),
        is_mine: ahead.is_me(&parcel.plan, &parcel.sender.id),
        is_report: ahead.is_report(&delivery) || ahead.receipt(&delivery).is_some(),
        changes: changes(&known, &known.merged(&parcel.record)),
        delivery,
    };
    // The moment is that of a preview; it is kept nowhere.
    ahead.accept(vec![known.delivery.clone()], known.delivery.written_at);
    Finding::Known(Box::new(known))
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
        let issued = self.issued_mark(&plan.id);
        let there = mark(plan, roster);
        let mut all = self.rosters.get(&plan.id).cloned().unwrap_or_default();
        let brings = match issued {
            Some(here) if *here != there => {
                let here = here.clone();
                return Relation::Differs { here, there };
            }
            Some(_) => all.take_in(roster),
            None => {
                let before = all.clone();
                all.take_over(roster);
                all != before
            }
        };
        Relation::Same {
            brings: brings || !self.is_at_work(&plan.id),
        }
    }
}
