//! What files that arrive would change, sorted.

use super::{Delivery, Import, Restore, Trust};
use crate::file::{FileError, Parcel, PlanFile};
use crate::progress::{Change, Comparison, Record, changes};

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
    /// What the file's signature tells.
    pub trust: Trust,
}

/// What is to be said of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The text is no file that can be taken in.
    Unreadable(FileError),
    /// It takes a passphrase to open it.
    Locked,
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
    /// What is here, as the files before would leave it.
    pub here: Record,
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
    Locked,
    /// Its signature is missing, or by a key that is not known.
    Doubtful,
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
            if let Trust::First(signer) = &arrival.trust
                && arrival.brings()
            {
                import.signers.push(signer.clone());
            }
        }
        import
    }

    /// Returns which arrivals are chosen at first: all that would change something, but for what a person
    /// should look at before. Of a file that answers to many units a unit wants its own part.
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
            .map(|arrival| {
                arrival.brings() && !arrival.trust.is_doubtful() && !is_of_others(arrival)
            })
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
            _ if self.trust.is_doubtful() && self.brings() => Heap::Doubtful,
            Finding::Locked => Heap::Locked,
            Finding::Backup(_) => Heap::Backup,
            Finding::Plan(..) => Heap::Plan,
            Finding::OtherPlan(_) => Heap::WrongPlan,
            Finding::Known(known) => known.heap(),
            Finding::Nothing => Heap::Same,
            Finding::Unreadable(error) => match error {
                FileError::Empty
                | FileError::NotJson
                | FileError::Foreign
                | FileError::Trial
                | FileError::NotTrial
                | FileError::OtherKind { .. } => Heap::NotOurs,
                _ => Heap::Damaged,
            },
        }
    }
}

impl Known {
    /// Lists what would change. Of thousands few are looked at.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let arriving = &self.delivery.parcel.record;
        changes(&self.here, &self.here.merged(arriving))
    }

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
