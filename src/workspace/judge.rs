//! Judging files that arrive: what each would change, told before anything changes.

use super::seats::Seats;
use super::{Arrival, Backup, Delivery, Finding, Known, Preview, Relation, Trust, Workspace};
use crate::domain::{Plan, Roster};
use crate::file::{
    Cover, FileError, Kind, Office, Parcel, PlanFile, Progress, Proof, Sender, fingerprint,
    is_locked, mark, open_with_cover,
};
use crate::progress::{Record, compare};
use std::collections::VecDeque;
use std::sync::Arc;

/// Opens files, given with their names, and says what each would change.
///
/// Backups come first, then plans, whatever the order of the files. Files of the same unit are previewed in turn,
/// each against what the ones before would leave.
#[must_use]
pub fn preview(workspace: &Workspace, files: &[(String, String)]) -> Preview {
    let plain = |(name, text): &(String, String)| ArrivedFile {
        name: name.clone(),
        text: text.clone(),
        proof: Proof::Unsigned,
        was_locked: false,
    };
    preview_signed(workspace, &files.iter().map(plain).collect::<Vec<_>>())
}

/// Does the same for files whose signatures were checked.
#[must_use]
pub fn preview_signed(workspace: &Workspace, files: &[ArrivedFile]) -> Preview {
    let mut judging = Judging::of(workspace);
    for file in files {
        judging.add(file, file.read());
    }
    while judging.step() {}
    judging.end()
}

/// Judges files in small steps, of which thousands may be needed.
pub struct Judging {
    /// The workspace as the files so far would leave it.
    ahead: Workspace,
    seats: Seats,
    /// What was opened and not judged yet. Backups come before plans, and both before all else.
    backups: VecDeque<(FileMark, Cover, Box<Backup>)>,
    plans: VecDeque<(FileMark, Cover, Box<PlanFile>)>,
    others: VecDeque<(FileMark, Result<Content, FileError>)>,
    arrivals: Vec<Arrival>,
}

/// What is to be told of a file, without its text.
struct FileMark {
    name: String,
    proof: Proof,
}

impl Judging {
    #[must_use]
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            ahead: workspace.clone(),
            seats: Seats::default(),
            backups: VecDeque::new(),
            plans: VecDeque::new(),
            others: VecDeque::new(),
            arrivals: Vec::new(),
        }
    }

    /// Adds a file with what was read of it. All are added before the first is judged.
    pub fn add(&mut self, file: &ArrivedFile, contents: Contents) {
        let mark = FileMark {
            name: file.name.clone(),
            proof: file.proof.clone(),
        };
        match contents.0 {
            _ if file.proof == Proof::Broken => {
                self.others.push_back((mark, Err(FileError::Forged)));
            }
            Ok(Content::Backup(cover, backup)) => self.backups.push_back((mark, cover, backup)),
            Ok(Content::Plan(cover, plan)) => self.plans.push_back((mark, cover, plan)),
            other => self.others.push_back((mark, other)),
        }
    }

    /// Judges the next file; says whether there was one.
    pub fn step(&mut self) -> bool {
        let ahead = &mut self.ahead;
        if let Some((file, cover, backup)) = self.backups.pop_front() {
            self.seats = Seats::default();
            let trust = ahead.meet(&file.proof, cover.from.as_ref(), None);
            let restore = ahead.judge_backup(&backup, cover.written_at, cover.from);
            let finding = Finding::Backup(Box::new(restore));
            self.arrivals.push(file.arrival(finding, trust));
        } else if let Some((file, cover, plan)) = self.plans.pop_front() {
            self.seats = Seats::default();
            let trust = ahead.meet(&file.proof, cover.from.as_ref(), None);
            self.arrivals
                .push(file.arrival(judge_plan(ahead, &plan), trust));
        } else if let Some((file, content)) = self.others.pop_front() {
            self.arrivals
                .extend(other_arrivals(ahead, &mut self.seats, &file, content));
        } else {
            return false;
        }
        true
    }

    /// Returns what was judged.
    #[must_use]
    pub fn end(self) -> Preview {
        Preview {
            arrivals: self.arrivals,
        }
    }
}

/// A file that arrived, as far as it was opened by the second module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedFile {
    pub name: String,
    pub text: String,
    /// What checking its signature told.
    pub proof: Proof,
    /// Whether a passphrase opened it; only then a backup brings a key by which to sign.
    pub was_locked: bool,
}

/// What was read of a file, or why it cannot be.
pub struct Contents(Result<Content, FileError>);

impl ArrivedFile {
    /// Reads what is in it, whatever is told of its signature.
    #[must_use]
    pub fn read(&self) -> Contents {
        Contents(open_any(self))
    }
}

impl FileMark {
    fn arrival(&self, finding: Finding, trust: Trust) -> Arrival {
        Arrival {
            file_name: self.name.clone(),
            finding,
            trust,
        }
    }
}

/// What a file of the app can hold that is sent.
enum Content {
    Progress(Cover, Progress),
    Plan(Cover, Box<PlanFile>),
    Backup(Cover, Box<Backup>),
    Locked,
}

fn open_any(file: &ArrivedFile) -> Result<Content, FileError> {
    let text = &file.text;
    match open_with_cover(Kind::Progress, text) {
        Err(FileError::OtherKind { found, .. }) if found == Kind::PlanFile.name() => {
            open_with_cover(Kind::PlanFile, text)
                .map(|(cover, plan)| Content::Plan(cover, Box::new(plan)))
        }
        Err(FileError::OtherKind { found, .. }) if found == Kind::Backup.name() => {
            let (cover, mut backup) = open_with_cover::<Backup>(Kind::Backup, text)?;
            backup.signing_key = backup.signing_key.filter(|_| file.was_locked);
            Ok(Content::Backup(cover, Box::new(backup)))
        }
        Err(FileError::NotJson) if is_locked(text) => Ok(Content::Locked),
        progress => progress.map(|(cover, progress)| Content::Progress(cover, progress)),
    }
}

/// Judges all that a file holds but for backups and plans, which were judged before.
fn other_arrivals(
    ahead: &mut Workspace,
    seats: &mut Seats,
    file: &FileMark,
    content: Result<Content, FileError>,
) -> Vec<Arrival> {
    let alone = |finding| vec![file.arrival(finding, Trust::Unsigned)];
    let (cover, parcels) = match content {
        Err(error) => return alone(Finding::Unreadable(error)),
        Ok(Content::Locked) => return alone(Finding::Locked),
        Ok(Content::Plan(..) | Content::Backup(..)) => return Vec::new(),
        Ok(Content::Progress(cover, progress)) => (cover, progress.parcels),
    };
    if parcels.is_empty() {
        return alone(Finding::Nothing);
    }
    let arrival = |parcel: Parcel| {
        // Of my own record others may write: that is how it comes back.
        let is_mine = seats.is_me(ahead, &parcel.record_id());
        let concerned = Some(&parcel.sender).filter(|_| !is_mine);
        let trust = ahead.meet(&file.proof, cover.from.as_ref(), concerned);
        let delivery = Delivery {
            parcel,
            written_at: cover.written_at,
            from: cover.from.clone(),
        };
        file.arrival(judge(ahead, seats, delivery, is_mine), trust)
    };
    parcels.into_iter().map(arrival).collect()
}

fn judge_plan(ahead: &mut Workspace, file: &PlanFile) -> Finding {
    let relation = ahead.relation(&file.plan, &file.roster);
    ahead.take_files(vec![file.clone()]);
    Finding::Plan(Box::new(file.clone()), relation)
}

fn judge(ahead: &mut Workspace, seats: &mut Seats, delivery: Delivery, is_mine: bool) -> Finding {
    let Delivery { parcel, .. } = &delivery;
    let (Some(plan), true) = (
        ahead.plans.get(&parcel.plan),
        ahead.rosters.contains_key(&parcel.plan),
    ) else {
        return Finding::OtherPlan(delivery.parcel);
    };
    let is_other = parcel.revision != 0 && parcel.revision != plan.revision;
    let here = ahead.record(&parcel.plan, &parcel.sender.id);
    let known = Known {
        comparison: compare(here.unwrap_or(&Record::default()), &parcel.record),
        first: here.is_none(),
        here: here.cloned().unwrap_or_default(),
        new_unit: seats.at_work(ahead, &parcel.record_id()).is_none(),
        other_revision: is_other.then_some(plan.revision),
        is_mine,
        is_report: ahead.is_report(&delivery, is_mine)
            || ahead.receipt(&delivery, is_mine).is_some(),
        delivery,
    };
    // The moment is that of a preview; it is kept nowhere.
    let news = vec![known.delivery.clone()];
    ahead.accept(news, seats, known.delivery.written_at);
    Finding::Known(Box::new(known))
}

impl Workspace {
    /// Says what the signature of a file tells, and remembers whose it is for the files behind it.
    fn meet(&mut self, proof: &Proof, from: Option<&Office>, concerned: Option<&Sender>) -> Trust {
        let concerned = concerned.map(|it| Office {
            unit: Some(it.id.clone()),
            name: it.name.clone(),
        });
        let trust = self.trust(proof, from, concerned.as_ref());
        if let Trust::First(signer) = &trust {
            self.know(signer.clone());
        }
        trust
    }

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
        let known = self.rosters.get(&plan.id).cloned();
        let mut all = Arc::unwrap_or_clone(known.unwrap_or_default());
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
